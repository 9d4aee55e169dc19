//! The index: small corpora checked by hand, and any text checked against plain counting.

use std::collections::{BTreeMap, BTreeSet};

use parallax::corpus::{Article, Furniture, FurnitureKind, Index};
use parallax::text::{Normaliser, Span, WordOptions};
use proptest::prelude::*;

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

#[test]
fn a_word_of_ten_megabytes_and_as_much_prose() {
    let long = "x".repeat(10 << 20);
    let index = build(&[&long]);
    assert_eq!((index.tokens(), index.types()), (1, 1));
    let prose = "The US said: “NATO’s defence grows.” ".repeat(270_000);
    let index = build(&[&prose]);
    assert_eq!((index.tokens(), index.types()), (270_000 * 6, 6));
    assert_eq!(index.sentence_starts(0).len(), 270_000);
    let capitals = "US ".repeat(200_000);
    let index = build(&[&capitals]);
    assert_eq!((index.tokens(), index.term(0)), (200_000, "us"));
}

#[test]
fn right_to_left_and_other_scripts() {
    let index = build(&["שלום עולם. שלום!", "السلام عليكم؟ نعم", "你好。", "Ναι, ναι·"]);
    assert_eq!(terms(&index, 0), ["שלום", "עולם", "שלום"]);
    assert_eq!(index.sentence_starts(0), [0, 2]);
    assert_eq!(terms(&index, 1), ["السلام", "عليكم", "نعم"]);
    assert_eq!(terms(&index, 2), ["你", "好"]);
    assert_eq!(terms(&index, 3), ["ναι", "ναι"]);
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-d]{1,2}|US|us|U\\.S\\.|Defense|defence|NATO’s|anti-drone|2025|IT",
        4 => " |, |\\. |\\? |\n|\r\n|”|“|’|-|…",
        1 => any::<char>().prop_map(String::from),
        1 => "é|ß|漢|א|ب|\u{301}|\u{200D}|🇺🇦|\u{AD}",
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn options() -> impl Strategy<Value = WordOptions> {
    proptest::array::uniform7(any::<bool>()).prop_map(
        |[fold_case, keep_acronyms, strip_possessives, join_hyphens, keep_numbers, merge_spellings, stems]| {
            WordOptions {
                fold_case,
                keep_acronyms,
                strip_possessives,
                join_hyphens,
                keep_numbers,
                merge_spellings,
                stems,
            }
        },
    )
}

fn articles() -> impl Strategy<Value = Vec<Article>> {
    let parts = (text(), proptest::collection::vec((0u32..90, 0u32..20), 0..3));
    proptest::collection::vec(parts, 0..4).prop_map(|articles| {
        let one = |(number, (text, pieces)): (usize, (String, Vec<(u32, u32)>))| {
            // Anywhere, even off the text, overlapping and out of order.
            let furniture = pieces.iter().map(|&(start, length)| Furniture {
                kind: FurnitureKind::Other,
                span: Span::new(start, start + length),
            });
            Article { furniture: furniture.collect(), ..article(&format!("a{number}"), &text) }
        };
        articles.into_iter().enumerate().map(one).collect()
    })
}

#[test]
fn a_word_that_begins_with_the_blank_before_its_sentence_lies_in_it() {
    // U+0F71 is a vowel sign that joins whatever stands before it, here a blank.
    let index = Index::build(&[article("a", ". \u{f71}")], &WordOptions::default(), false).unwrap();
    assert_eq!(index.token_span(0, 0), Span::new(1, 5));
    assert!(index.sentence_spans(0)[0].contains(index.token_span(0, 0)));
}

proptest! {
    #[test]
    fn columns_agree_with_the_text(articles in articles(), options in options(), furniture in any::<bool>()) {
        let index = Index::build(&articles, &options, furniture).unwrap();
        let normaliser = Normaliser::new(options);
        prop_assert_eq!(index.articles(), articles.len());
        let mut tokens = 0;
        for (number, article) in articles.iter().enumerate() {
            let starts = index.sentence_starts(number);
            let spans = index.sentence_spans(number);
            prop_assert_eq!(starts.len(), spans.len());
            prop_assert!(starts.is_sorted_by(|a, b| a < b) && (starts.first().is_none_or(|&first| first == 0)));
            let mut end = 0;
            for (token, &term) in index.article_terms(number).iter().enumerate() {
                let span = index.token_span(number, token);
                prop_assert!(end <= span.start && span.start < span.end);
                end = span.end;
                let written = article.text.get(span.start as usize..span.end as usize).unwrap();
                let either = [normaliser.term(written, false), normaliser.term(written, true)];
                prop_assert!(either.iter().any(|term_of| term_of == index.term(term)));
                prop_assert_eq!(index.term_id(index.term(term)), Some(term));
                let sentence = index.sentence_of(number, token).unwrap();
                prop_assert!(spans[sentence].contains(span));
                if !furniture {
                    prop_assert!(!article.furniture.iter().any(|piece| piece.span.overlaps(span)));
                }
            }
            prop_assert_eq!(index.article_size(number), index.article_terms(number).len());
            tokens += index.article_size(number);
        }
        prop_assert_eq!(index.tokens(), tokens);
    }

    #[test]
    fn counts_and_postings_agree_with_plain_counting(articles in articles(), options in options()) {
        let index = Index::build(&articles, &options, false).unwrap();
        let mut seen = BTreeSet::new();
        for term in 0..index.types() as u32 {
            let expected: Vec<(u32, u32)> = (0..index.articles())
                .flat_map(|article| {
                    let terms = index.article_terms(article).iter().enumerate();
                    terms.filter(|&(_, &other)| other == term).map(move |(token, _)| (article as u32, token as u32)).collect::<Vec<_>>()
                })
                .collect();
            prop_assert!(!expected.is_empty());
            prop_assert_eq!(index.frequency(term) as usize, expected.len());
            prop_assert_eq!(index.counts(term).iter().sum::<u32>(), index.frequency(term));
            prop_assert_eq!(index.variants(term).iter().map(|(_, count)| count).sum::<u32>(), index.frequency(term));
            prop_assert_eq!(index.postings(term).collect::<Vec<_>>(), expected);
            prop_assert!(seen.insert(index.term(term).to_owned()));
        }
        for n in 1..=5 {
            let mut expected: BTreeMap<Vec<u32>, BTreeMap<u32, u32>> = BTreeMap::new();
            for article in 0..index.articles() {
                let terms = index.article_terms(article);
                for (token, ngram) in terms.windows(n).enumerate() {
                    if index.sentence_of(article, token) == index.sentence_of(article, token + n - 1) {
                        *expected.entry(ngram.to_vec()).or_default().entry(article as u32).or_default() += 1;
                    }
                }
            }
            let ngrams = index.ngrams(n);
            let found: Vec<(Vec<u32>, BTreeMap<u32, u32>)> =
                (0..ngrams.len()).map(|number| (ngrams.terms(number).to_vec(), ngrams.by_article(number).collect())).collect();
            prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
            for number in 0..ngrams.len() {
                prop_assert_eq!(ngrams.find(ngrams.terms(number)), Some(number));
                prop_assert_eq!(index.ngram_places(ngrams.terms(number)).len() as u32, ngrams.frequency(number));
            }
        }
    }
}
