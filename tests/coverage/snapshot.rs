//! What is named in the bundled articles, to be read by a person: `tests/golden/coverage.txt`.

use std::fmt::Write as _;
use std::path::Path;

use parallax::analysis::Selection;
use parallax::analysis::coverage::{self, Names};
use parallax::corpus::{Article, Index, bundled};
use parallax::protocol::Settings;

use crate::LISTS;

/// The names of articles, furniture left out.
pub fn of_articles(articles: &[Article]) -> Names {
    let settings = Settings::default();
    let index = Index::build(articles.iter(), &settings.words, settings.furniture).unwrap();
    let selection = Selection::new(articles.to_vec().into(), settings, index);
    coverage::find(&selection, LISTS, Vec::new(), &mut |_, _| {})
}

/// Every name with its forms, why each is one, and where it stands.
#[test]
fn the_names_of_the_bundled_articles_are_as_they_were() {
    let articles = bundled();
    let mut out = String::new();
    for name in &of_articles(&articles).all {
        writeln!(out, "{} · {} · {} [{}]", name.name, name.kind.name(), name.places.len(), name.key).unwrap();
        for (number, form) in (0..).zip(&name.forms) {
            let places = name.places.iter().filter(|place| place.form == number);
            let mut by_article: Vec<(&str, Vec<String>)> = Vec::new();
            for place in places {
                let id = articles[place.article as usize].id.as_str();
                match by_article.iter_mut().find(|it| it.0 == id) {
                    Some(it) => it.1.push(place.span.start.to_string()),
                    None => by_article.push((id, vec![place.span.start.to_string()])),
                }
            }
            let seen = form.seen.map_or("", |article| articles[article as usize].id.as_str());
            let because = if form.reason.is_empty() {
                String::new()
            } else {
                format!(" ({} {seen}", form.reason).trim_end().to_owned() + ")"
            };
            let places: Vec<String> =
                by_article.iter().map(|(id, places)| format!("{id} {}", places.join(" "))).collect();
            writeln!(out, "    {}{because}: {}", form.written, places.join("; ")).unwrap();
        }
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/coverage.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&file, &out).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(kept, out, "UPDATE_GOLDEN=1 takes the new one");
}
