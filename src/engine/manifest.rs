//! The manifest of an analysis: hashes of what goes in and of what comes out.

use sha2::{Digest, Sha256};

use super::apart::Found;
use super::lists::{List, Shelf};
use super::tables;
use crate::analysis::comparison::Against;
use crate::analysis::grouping::{Compared, Field};
use crate::analysis::selection::{self, Selection};
use crate::analysis::style::StyleLists;
use crate::analysis::{QueryError, permutation_seed};
use crate::protocol::manifest::{FORM, Hashed, KIND, Manifest, ManifestQuery, ManifestText, Seed};
use crate::protocol::{
    CompareQuery, Error, FrequencyColumn, FrequencyQuery, Grouping, KeywordColumn, KeywordsQuery, Kind, Similarity,
    Table, TableQuery,
};

/// SHA-256 of a text, in hexadecimal digits.
fn sha256(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let hash = Sha256::digest(text.as_bytes());
    let mut out = String::with_capacity(64);
    for byte in hash {
        out.push(char::from(DIGITS[usize::from(byte >> 4)]));
        out.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
    out
}

/// A table from its largest value on; all rows are written.
fn by<S>(sort: S) -> TableQuery<S> {
    TableQuery { filter: String::new(), sort, descending: true, offset: 0, limit: 0 }
}

/// The lists that the results rest on, with their hashes.
///
/// # Errors
/// When one can't be loaded.
pub(super) fn lists(query: &ManifestQuery, grouping: &Grouping, shelf: &mut Shelf) -> Result<Vec<Hashed>, Error> {
    let english = query.comparison.against == Against::GeneralEnglish;
    let countries = Compared::read(grouping) == Some(Compared::By(Field::Country));
    let mut lists = Vec::new();
    for (list, _) in [(List::GeneralEnglish, english), (List::Countries, countries)].into_iter().filter(|it| it.1) {
        lists.push(Hashed { name: list.file().to_owned(), sha256: sha256(&shelf.get(list)?) });
    }
    Ok(lists)
}

/// The manifest of the analysis under the selection's settings.
///
/// # Errors
/// When nothing is counted, or the comparison is none.
pub(super) fn manifest(
    selection: &Selection,
    query: &ManifestQuery,
    lists: Vec<Hashed>,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Manifest, QueryError> {
    let keywords = KeywordsQuery {
        comparison: query.comparison.clone(),
        kind: Kind::Both,
        significant: false,
        rank: KeywordColumn::G2,
        panel: 0,
        articles: Vec::new(),
        further: Vec::new(),
        table: by(KeywordColumn::G2),
    };
    let tables = [
        ("articles", Table::Articles),
        ("keywords", Table::Keywords(keywords)),
        (
            "frequency",
            Table::Frequency(FrequencyQuery { n: 1, minimum: 1, maximum: None, table: by(FrequencyColumn::Frequency) }),
        ),
        ("similarity", Table::Similarity(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() })),
    ];
    let mut results = Vec::new();
    for (name, table) in tables {
        let csv = tables::csv(selection, &table, StyleLists::default(), &Found::default(), progress)?;
        results.push(Hashed { name: name.to_owned(), sha256: sha256(&csv) });
    }
    let texts = (0..).zip(selection.articles()).map(|(number, article)| ManifestText {
        id: article.id.clone(),
        title: article.title.clone(),
        on: selection.on().contains(&number),
        sha256: sha256(&article.text),
    });
    Ok(Manifest {
        kind: KIND.to_owned(),
        form: FORM,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        address: query.address.clone(),
        settings: selection.settings().clone(),
        comparison: query.comparison.clone(),
        stop_words_sha256: sha256(&selection::stop_words(selection.settings()).join("\n")),
        texts: texts.collect(),
        lists,
        seeds: vec![Seed { name: "The permutation test".to_owned(), seed: permutation_seed() }],
        results,
    })
}

#[cfg(test)]
mod tests {
    use super::sha256;

    /// The vectors of FIPS 180-4's examples.
    #[test]
    fn hashes_as_the_standard_does() {
        assert_eq!(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
