//! What goes with a matrix: what stands in it, under which settings, and how it is read.

use crate::analysis::Selection;
use crate::analysis::term_matrix::TermMatrix;
use crate::protocol::TermMatrixQuery;

/// The file `README.txt` beside a matrix.
pub(super) fn matrix(selection: &Selection, query: &TermMatrixQuery, matrix: &TermMatrix) -> String {
    let settings = selection.settings();
    let grouped = selection.units().are_groups();
    let words = &settings.words;
    let yes = |is: bool| if is { "yes" } else { "no" };
    let mut lines = vec![
        "A document-term matrix of Parallax".to_owned(),
        String::new(),
        format!(
            "matrix.mtx  {} x {} counts, Matrix Market, numbers from 1, zeros left out",
            matrix.rows(),
            matrix.columns()
        ),
        format!("texts.csv   what each row is: a {}", if grouped { "group of texts" } else { "text" }),
        "words.csv   what each column is; frequency and texts are counted over all that is on".to_owned(),
        String::new(),
        "Python      scipy.io.mmread(\"matrix.mtx\").tocsr(), pandas.read_csv(\"texts.csv\")".to_owned(),
        "R           Matrix::readMM(\"matrix.mtx\"), read.csv(\"texts.csv\", encoding = \"UTF-8\")".to_owned(),
        String::new(),
        "Counted under these settings".to_owned(),
        format!("words in a column: {}; least frequency: {}; least texts: {}", query.n, query.minimum, query.range),
        format!("stop words left out: {}", yes(settings.stop_words.hidden)),
        format!("page furniture counted: {}", yes(settings.furniture)),
        format!("capital and small letters are one: {}", yes(words.fold_case)),
        format!("abbreviations in capitals stay apart: {}", yes(words.keep_acronyms)),
        format!("possessive endings are not counted: {}", yes(words.strip_possessives)),
        format!("words joined by hyphens are one: {}", yes(words.join_hyphens)),
        format!("numbers are words: {}", yes(words.keep_numbers)),
        format!("British and American spellings are one: {}", yes(words.merge_spellings)),
        format!("counted by stems: {}", yes(words.stems)),
        format!("Parallax {}", env!("CARGO_PKG_VERSION")),
    ];
    if settings.stop_words.hidden {
        for (what, list) in
            [("shown all the same", &settings.stop_words.removed), ("left out besides", &settings.stop_words.added)]
        {
            if !list.is_empty() {
                lines.insert(lines.len() - 1, format!("{what}: {}", list.join(", ")));
            }
        }
    }
    lines.join("\n") + "\n"
}
