//! What is found in each article, to be read by a person: `tests/golden/quotations/`.

use std::fmt::Write as _;
use std::path::Path;

use parallax::analysis::quotations::Quotations;
use parallax::analysis::{Selection, quotations};
use parallax::corpus::{Article, Index, bundled};
use parallax::protocol::Settings;

use crate::LISTS;

/// The quotations of articles, furniture left out.
pub fn of_articles(articles: &[Article]) -> Quotations {
    let settings = Settings::default();
    let index = Index::build(articles.iter(), &settings.words, settings.furniture).unwrap();
    let selection = Selection::new(articles.to_vec().into(), settings, index);
    quotations::find(&selection, LISTS, Vec::new(), &mut |_, _| {})
}

#[test]
fn each_article_s_quotations_are_as_they_were() {
    let articles = bundled();
    let all = of_articles(&articles);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/quotations");
    for (number, article) in (0_u32..).zip(&articles) {
        let mut out = String::new();
        for it in all.all.iter().filter(|it| it.article == number) {
            let speaker = it.speaker.map_or("not attributed", |number| &all.speakers[number as usize].name);
            let verb = it.verb.as_deref().unwrap_or("no verb");
            let class = it.class.map_or("", |class| class.name());
            let position = it.position.map_or("", |position| position.name());
            let marks = [(it.nested, " nested"), (it.unclosed, " unclosed")];
            let marks: String = marks.iter().filter(|mark| mark.0).map(|mark| mark.1).collect();
            let words = it.words.of(&article.text).split_whitespace().collect::<Vec<_>>().join(" ");
            writeln!(out, "{}{marks} at {} · {speaker} · {verb} {class} {position}", it.kind.name(), it.span.start)
                .unwrap();
            writeln!(out, "    {words}\n    {}\n", it.reason).unwrap();
        }
        let file = folder.join(format!("{}.txt", article.id));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &out).unwrap();
        }
        let kept = std::fs::read_to_string(&file).unwrap_or_default();
        assert_eq!(kept, out, "{}: UPDATE_GOLDEN=1 takes the new one", article.id);
    }
}
