//! What the Style view says first.

use super::ArticleStyle;
use super::measured::{Measured, Undefined};
use super::names::{Difference, NameVariants, WordCount};
use super::places::Feature;
use crate::analysis::finding::Finding;
use crate::analysis::marked::Marking;
use crate::analysis::prose::{Prose, figures, number, times};

pub(super) fn finding(articles: &[ArticleStyle], variants: &[NameVariants]) -> Finding {
    let written: Vec<&ArticleStyle> = articles.iter().filter(|article| article.tokens > 0).collect();
    let mut prose = Prose::default();
    if let [only] = written[..] {
        prose
            .article(only.article)
            .text(" writes ")
            .size(&one_decimal(only.sentence_length.value()), Marking::Sentences, Some(only.article))
            .text(" words a sentence on average");
        if let Some(mtld) = only.mtld.value() {
            prose.text("; its vocabulary has an MTLD of ").size(
                &format!("{mtld:.0}"),
                Marking::Words,
                Some(only.article),
            );
        }
        prose.text(".");
    } else {
        lengths(&mut prose, &written);
        vocabulary(&mut prose, &written);
        spelling(&mut prose, &written);
    }
    one_name(&mut prose, variants);
    Finding { sentence: prose.done(), caution: caution(&written) }
}

fn one_decimal(value: Option<f64>) -> String {
    value.map_or_else(String::new, |value| format!("{value:.1}"))
}

/// The articles with the least and the greatest value, the first of equals; `None` where fewer than
/// two have one or all are alike.
fn extremes(articles: &[&ArticleStyle], value: impl Fn(&ArticleStyle) -> Measured) -> Option<((u32, f64), (u32, f64))> {
    let values: Vec<(u32, f64)> =
        articles.iter().filter_map(|article| Some((article.article, value(article).value()?))).collect();
    let least = values.iter().copied().reduce(|least, it| if it.1 < least.1 { it } else { least })?;
    let most = values.iter().copied().reduce(|most, it| if it.1 > most.1 { it } else { most })?;
    (most.1 > least.1).then_some((least, most))
}

fn lengths(prose: &mut Prose, articles: &[&ArticleStyle]) {
    match extremes(articles, |article| article.sentence_length) {
        Some(((shortest, least), (longest, most))) => {
            prose.text("Sentences are longest in ").article(longest);
            prose.text(", ").size(&format!("{most:.1}"), Marking::Sentences, Some(longest));
            prose.text(" words on average, and shortest in ").article(shortest);
            prose.text(", ").size(&format!("{least:.1}"), Marking::Sentences, Some(shortest));
        }
        None => {
            prose.text("Sentences are equally long in all articles");
        }
    }
}

/// Tokens that an article must have for its MTLD to be set beside others’ (McCarthy and Jarvis 2010 tried it on texts of 100 words and more).
const ENOUGH: u32 = 100;

fn vocabulary(prose: &mut Prose, articles: &[&ArticleStyle]) {
    // An MTLD of a text of few words rests on one run or two.
    let long: Vec<&ArticleStyle> = articles.iter().copied().filter(|article| article.tokens >= ENOUGH).collect();
    if let Some(((least, low), (most, high))) = extremes(&long, |article| article.mtld) {
        prose.text("; words vary most in ").article(most).text(" (MTLD ");
        prose.size(&format!("{high:.0}"), Marking::Words, Some(most)).text(") and least in ").article(least);
        prose.text(" (").size(&format!("{low:.0}"), Marking::Words, Some(least)).text(")");
    }
    prose.text(".");
}

/// Who spells how, where anything shows it.
fn spelling(prose: &mut Prose, articles: &[&ArticleStyle]) {
    let of = |wanted: fn(u32, u32) -> bool| -> Vec<u32> {
        let is = |article: &&&ArticleStyle| matches!((article.british, article.american), (Some(b), Some(a)) if wanted(b, a));
        articles.iter().filter(is).map(|article| article.article).collect()
    };
    let british = of(|british, american| british > 0 && american == 0);
    let american = of(|british, american| american > 0 && british == 0);
    let mixed = of(|british, american| british > 0 && american > 0);
    let mut clauses: Vec<(&[u32], &str, &str)> = vec![
        (&british, "spells the British way", "spell the British way"),
        (&american, "the American way", "the American way"),
        (&mixed, "mixes both", "mix both"),
    ];
    clauses.retain(|clause| !clause.0.is_empty());
    for (at, (articles, one, many)) in clauses.iter().enumerate() {
        prose.text(if at == 0 { " " } else { ", " }).articles(articles, "and").text(" ");
        // A verb in the first clause, whichever it is.
        if at == 0 && one.starts_with("the") {
            prose.text(if articles.len() == 1 { "spells " } else { "spell " });
        }
        prose.text(if articles.len() == 1 { one } else { many });
    }
    if !clauses.is_empty() {
        prose.text(".");
    }
}

/// The spellings that look most like one name.
fn one_name(prose: &mut Prose, variants: &[NameVariants]) {
    let Some(group) =
        variants.iter().find(|group| matches!(group.difference, Difference::Doubling | Difference::Letter))
    else {
        return;
    };
    let [usual, other, ..] = &group.spellings[..] else { return };
    let spelling = |prose: &mut Prose, spelling: &WordCount| {
        let name = Marking::Style(Feature::Name(spelling.word.clone()));
        prose.text(&format!("‘{}’ (", spelling.word)).size(&times(spelling.total), name, None).text(")");
    };
    prose.text(" ");
    spelling(prose, usual);
    prose.text(" and ");
    spelling(prose, other);
    prose.text(" may be one name.");
}

fn caution(articles: &[&ArticleStyle]) -> String {
    let least = articles.iter().map(|article| article.tokens).min().unwrap_or(0);
    let most = articles.iter().map(|article| article.tokens).max().unwrap_or(0);
    let sentences = articles.iter().map(|article| article.sentences).min().unwrap_or(0);
    let lengths = if least == most {
        format!(
            "{} of {} {}",
            if articles.len() == 1 { "A text" } else { "Texts" },
            figures(most),
            if most == 1 { "word" } else { "words" }
        )
    } else {
        format!("Texts of {} to {} words", figures(least), figures(most))
    };
    let foreign = articles.iter().filter(|article| article.uncounted() == Undefined::NotEnglish).count() as u32;
    let mut caution = if articles.len() < 2 {
        format!("{lengths}: ")
    } else if most - least > least / 10 {
        format!("{lengths}: TTR, root TTR and hapaxes depend on length, MATTR, MTLD and HD-D hardly do; ")
    } else {
        format!("{lengths}, near enough alike for TTR; ")
    };
    caution.push_str(&if least < 200 {
        format!(
            "the shortest has {}, where each of these numbers moves much with a sentence more or less.",
            things(sentences)
        )
    } else {
        format!(
            "means rest on as few as {}, so small differences say little. A readability formula counts letters, \
             syllables and sentences; it doesn’t read.",
            things(sentences)
        )
    });
    if foreign > 0 {
        caution.push_str(&format!(
            " {} in another language: readability, spellings, passives, hedges and tone, which are made for English, \
             are undefined there.",
            match (foreign, foreign as usize == articles.len()) {
                (1, true) => "It is".to_owned(),
                (_, true) => "All are".to_owned(),
                (1, false) => "One text is".to_owned(),
                (several, false) => format!("{} texts are", figures(several)),
            }
        ));
    }
    caution
}

fn things(sentences: u32) -> String {
    format!("{} {}", number(sentences), if sentences == 1 { "sentence" } else { "sentences" })
}
