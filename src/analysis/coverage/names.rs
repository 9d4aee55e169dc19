//! The names of all articles that are on, with every place of each.

use super::NameKind;
use super::dates::published;
use super::gazetteer::Gazetteer;
use super::identity::{Mention, OfArticle, Said, group};
use super::mentions::{Candidate, Capitals, Reader, What, candidates};
use super::reading::Reading;
use crate::analysis::quotations::extract::without;
use crate::analysis::quotations::lexicon::{ReportingWords, SpeakerWords};
use crate::analysis::selection::Selection;
use crate::analysis::style::names::skeleton;
use crate::corpus::{Article, Furniture};
use crate::text::Span;

/// The lists that names are found with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CoverageLists<'l> {
    /// `gazetteer.txt`; without it hardly any place or organisation is known as one.
    pub gazetteer: Option<&'l str>,
    /// `speakers.txt`; without it no office and no first name is known.
    pub speakers: Option<&'l str>,
    /// `reporting.txt`; without it nobody is known by what they say.
    pub reporting: Option<&'l str>,
}

/// A way in which a name is written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// As the text has it, white space as a single blank, without a possessive.
    pub written: String,
    /// Why it is taken for the name; empty for the name itself.
    pub reason: String,
    /// Number of the article that shows it, where one does.
    pub seen: Option<u32>,
}

/// A place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Number of the article.
    pub article: u32,
    /// Where: with its title, without its possessive.
    pub span: Span,
    /// Which of the forms.
    pub form: u32,
}

/// A name: somebody or something, under all its forms.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    /// What it is known by across reloads and corpora: its name in lower case; different for each.
    pub key: String,
    /// As it is shown.
    pub name: String,
    /// What it names.
    pub kind: NameKind,
    /// How it is written; each form occurs.
    pub forms: Vec<Form>,
    /// Every place, by article, then in the order of the text.
    pub places: Vec<Place>,
    /// Whether a person has merged, split or renamed it.
    pub edited: bool,
}

/// The names of the articles that are on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The most frequent first, then by key.
    pub all: Vec<Name>,
    /// A sentence for each list that could not be loaded.
    pub missing: Vec<String>,
}

/// Finds the names of the articles that are on; furniture is passed over where it isn't counted.
pub fn find(
    selection: &Selection,
    lists: CoverageLists,
    missing: Vec<String>,
    progress: &mut dyn FnMut(u32, u32),
) -> Names {
    let articles: Vec<(u32, &Article)> =
        selection.on().iter().map(|&number| (number, &selection.articles()[number as usize])).collect();
    of_articles(&articles, selection.settings().furniture, lists, missing, progress)
}

/// The names of some texts, as articles 0, 1 and so on, that don't say when they were published.
#[must_use]
pub fn of_texts(texts: &[&str], lists: CoverageLists) -> Names {
    let articles: Vec<Article> =
        texts.iter().map(|text| Article { text: (*text).to_owned(), ..Article::default() }).collect();
    let numbered: Vec<(u32, &Article)> = (0..).zip(&articles).collect();
    of_articles(&numbered, false, lists, Vec::new(), &mut |_, _| {})
}

fn of_articles(
    articles: &[(u32, &Article)],
    counts_furniture: bool,
    lists: CoverageLists,
    missing: Vec<String>,
    progress: &mut dyn FnMut(u32, u32),
) -> Names {
    let speakers = SpeakerWords::read(lists.speakers.unwrap_or(""));
    let verbs = ReportingWords::read(lists.reporting.unwrap_or(""));
    let gazetteer = Gazetteer::read(lists.gazetteer.unwrap_or(""));
    let of = 2 * articles.len() as u32;
    let read = |article: &Article| {
        let furniture: &[Furniture] = if counts_furniture { &[] } else { &article.furniture };
        let text = without(&article.text, furniture);
        let reading = Reading::new(&text, &speakers, &verbs);
        (text, reading)
    };
    // Twice, so that no more than one article's words are held at a time.
    let mut capitals = Capitals::default();
    for (done, (_, article)) in (0..).zip(articles) {
        progress(done, of);
        capitals.count(&read(article).1);
    }
    let reader = Reader { gazetteer: &gazetteer, capitals: &capitals };
    let mut said = Vec::with_capacity(articles.len());
    for (done, (number, article)) in (of / 2..).zip(articles) {
        progress(done, of);
        let (text, reading) = read(article);
        let found = candidates(&reading, &reader, published(&article.published));
        let mentions = found.into_iter().filter_map(|it| mention(&text, &reading, it)).collect();
        said.push(OfArticle { article: *number, id: &article.id, mentions });
    }
    Names { all: group(&said, &gazetteer), missing }
}

/// A candidate without the words around it.
fn mention(text: &str, reading: &Reading, candidate: Candidate) -> Option<Mention> {
    let words = &reading.words;
    let span = reading.span(candidate.from, candidate.to);
    let skeleton_of = |at: usize| skeleton(&words[at].lower);
    let name = |from: usize, to: usize| {
        let first = (to - from > 1).then(|| skeleton_of(from));
        (first, skeleton_of(to - 1), written(text, reading.span(from, to)))
    };
    let said = match candidate.what {
        What::Listed(entity) => Said::Listed(entity),
        What::Person { from, to, office } => {
            let (first, last, bare) = name(from, to);
            Said::Person { first, last, bare, office }
        }
        What::Body => Said::Other { kind: NameKind::Organisation, first: None, last: None },
        What::Located => Said::Other { kind: NameKind::Place, first: None, last: None },
        What::Unknown => {
            let (first, last, _) = name(candidate.from, candidate.to);
            Said::Other { kind: NameKind::Other, first, last: Some(last) }
        }
        What::Perhaps => {
            let next = candidate.to;
            let follows =
                words.get(next).is_some_and(|word| word.follows() && word.capital) && !words[candidate.from].possessive;
            let two = follows.then(|| (skeleton_of(next), reading.span(candidate.from, next + 1)));
            Said::Perhaps { one: skeleton_of(candidate.from), two }
        }
        What::Role(office) => Said::Role(office),
        What::Dated(date) => Said::Dated(date),
    };
    let mut written = written(text, span);
    // A sentence’s beginning makes no other form.
    if matches!(said, Said::Role(_)) && written.starts_with("The ") {
        written.replace_range(..1, "t");
    }
    let bracketed = text[..span.start as usize].ends_with('(');
    (!written.is_empty()).then_some(Mention { said, span, written, bracketed })
}

/// What a span says, white space as a single blank.
pub(super) fn written(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
