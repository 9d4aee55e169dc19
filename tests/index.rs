//! The index over small corpora, checked by hand.

use parallax::corpus::{Article, Furniture, FurnitureKind, Index};
use parallax::text::{Span, WordOptions};

fn article(id: &str, text: &str) -> Article {
    Article { id: id.into(), text: text.into(), ..Article::default() }
}

fn build(texts: &[&str]) -> Index {
    let articles: Vec<Article> = texts.iter().enumerate().map(|(n, text)| article(&format!("a{n}"), text)).collect();
    Index::build(&articles, &WordOptions::default(), false).unwrap()
}

fn terms(index: &Index, article: usize) -> Vec<&str> {
    index.article_terms(article).iter().map(|&term| index.term(term)).collect()
}

#[test]
fn columns_of_a_small_corpus() {
    let index = build(&["NATO’s allies met. The allies agreed.", "Allies of NATO"]);
    assert_eq!((index.articles(), index.types(), index.tokens()), (2, 6, 9));
    assert_eq!(terms(&index, 0), ["nato", "allies", "met", "the", "allies", "agreed"]);
    assert_eq!(terms(&index, 1), ["allies", "of", "nato"]);
    let allies = index.term_id("allies").unwrap();
    assert_eq!(index.postings(allies).collect::<Vec<_>>(), [(0, 1), (0, 4), (1, 0)]);
    assert_eq!(index.counts(allies), [2, 1]);
    assert_eq!(index.variants(allies), [("allies".to_owned(), 2), ("Allies".to_owned(), 1)]);
    let nato = index.term_id("nato").unwrap();
    assert_eq!(index.variants(nato), [("NATO".to_owned(), 1), ("NATO’s".to_owned(), 1)]);
    assert_eq!(index.sentence_starts(0), [0, 3]);
    assert_eq!(index.sentence_spans(0), [Span::new(0, 20), Span::new(21, 39)]);
    assert_eq!(index.token_span(0, 0), Span::new(0, 8));
    assert!(index.is_stop_word(index.term_id("the").unwrap()));
}

#[test]
fn bigrams_stay_within_a_sentence() {
    let index = build(&["Allies met. Allies met again.", "They met allies."]);
    let bigrams = index.ngrams(2);
    let shown: Vec<(String, Vec<u32>)> =
        (0..bigrams.len()).map(|number| (bigrams.text(&index, number), bigrams.counts(number))).collect();
    let expected = [("allies met", [2, 0]), ("met allies", [0, 1]), ("met again", [1, 0]), ("they met", [0, 1])];
    assert_eq!(shown, expected.map(|(text, counts)| (text.to_owned(), counts.to_vec())));
    let met_allies = index.ngram_terms("met allies").unwrap();
    assert_eq!(bigrams.find(&met_allies), Some(1));
    assert_eq!(index.ngram_places(&met_allies), [(1, 1)]);
}

#[test]
fn furniture_is_left_out_unless_counted() {
    let text = "BRUSSELS – Allies met. Photo: AP\nThey agreed.";
    let piece = |start, end| Furniture { kind: FurnitureKind::Other, span: Span::new(start, end) };
    let mut one = article("one", text);
    one.furniture = vec![piece(0, 12), piece(25, 34)];
    let without = Index::build([&one], &WordOptions::default(), false).unwrap();
    assert_eq!(terms(&without, 0), ["allies", "met", "they", "agreed"]);
    let with = Index::build([&one], &WordOptions::default(), true).unwrap();
    assert_eq!(with.tokens(), 7);
    for token in 0..without.tokens() {
        let written = without.token_span(0, token).of(text).to_lowercase();
        assert_eq!(written, without.term(without.article_terms(0)[token]));
    }
}

#[test]
fn capitals_that_spell_another_word_stay_apart() {
    let index = build(&["The US and the U.S. told us.\nWHO TOLD US"]);
    assert_eq!(terms(&index, 0), ["the", "US", "and", "the", "US", "told", "us", "who", "told", "us"]);
    let us = index.term_id("US").unwrap();
    assert_eq!(index.variants(us), [("U.S.".to_owned(), 1), ("US".to_owned(), 1)]);
    assert_eq!(index.variants(index.term_id("us").unwrap()), [("US".to_owned(), 1), ("us".to_owned(), 1)]);
}

#[test]
fn nothing_to_count_is_no_error() {
    let index = Index::build([], &WordOptions::default(), false).unwrap();
    assert_eq!((index.articles(), index.types(), index.tokens()), (0, 0, 0));
    let index = build(&["", "…", "one", "👍🏽 🎉"]);
    assert_eq!((index.articles(), index.types(), index.tokens()), (4, 1, 1));
    assert!(index.article_terms(9).is_empty());
    assert!(index.ngrams(2).is_empty());
    assert_eq!(index.ngrams(1).counts(0), [0, 0, 1, 0]);
}
