//! Which columns the tables of the Style view have as CSV.

use super::csv::Writer;
use super::tables::{id, ids};
use crate::analysis::Selection;
use crate::protocol::{ArticleStyle, Difference, StyleReport, Variety, WordCount};

/// Every measure of every article, in the order asked for.
pub(super) fn articles(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = Writer::new([
        "article",
        "tokens",
        "types",
        "hapaxes",
        "ttr",
        "root_ttr",
        "mattr",
        "mtld",
        "hdd",
        "yule_k",
        "sentences",
        "sentence_length",
        "longest_sentence",
        "word_length",
        "letters",
        "syllables",
        "polysyllables",
        "flesch_reading_ease",
        "flesch_kincaid_grade",
        "gunning_fog",
        "smog",
        "coleman_liau",
        "ari",
        "british",
        "american",
        "passives",
        "passive_sentences",
        "passive_share",
        "hedges",
        "hedges_per_1000",
        "positive",
        "negative",
        "negated",
        "rating_sum",
        "tone",
    ]);
    for at in &report.order {
        if let Some(article) = report.articles.get(*at as usize) {
            csv.text(id(selection, article.article));
            numbers(&mut csv, article);
            csv.end_line();
        }
    }
    csv.done()
}

fn numbers(csv: &mut Writer, style: &ArticleStyle) {
    csv.count(style.tokens)
        .count(style.types)
        .count(style.hapaxes)
        .number(style.ttr.value())
        .number(style.root_ttr.value())
        .number(style.mattr.value())
        .number(style.mtld.value())
        .number(style.hdd.value())
        .number(style.yule_k.value())
        .count(style.sentences)
        .number(style.sentence_length.value())
        .count(style.longest_sentence)
        .number(style.word_length.value())
        .count(style.letters);
    let count = |csv: &mut Writer, count: Option<u32>| {
        csv.number(count.map(f64::from));
    };
    count(csv, style.syllables);
    count(csv, style.polysyllables);
    csv.number(style.flesch.value())
        .number(style.flesch_kincaid.value())
        .number(style.fog.value())
        .number(style.smog.value())
        .number(style.coleman_liau.value())
        .number(style.ari.value());
    count(csv, style.british);
    count(csv, style.american);
    count(csv, style.passives);
    count(csv, style.passive_sentences);
    csv.number(style.passive_share.value());
    count(csv, style.hedges);
    csv.number(style.hedge_rate.value());
    count(csv, style.positive);
    count(csv, style.negative);
    count(csv, style.negated);
    csv.number(style.rating_sum).number(style.tone.value());
}

/// Columns of their own, then how often in all and in each article.
fn counted<'s>(selection: &'s Selection, own: &[&'s str]) -> Writer {
    Writer::new(own.iter().copied().chain(["frequency"]).chain(ids(selection)))
}

fn counts(csv: &mut Writer, word: &WordCount) {
    csv.count(word.total);
    for &count in &word.by_article {
        csv.count(count);
    }
    csv.end_line();
}

pub(super) fn names(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = counted(selection, &["name"]);
    for name in &report.names {
        csv.text(&name.word);
        counts(&mut csv, name);
    }
    csv.done()
}

/// One line a spelling; those that may be one name have one number.
pub(super) fn variants(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = counted(selection, &["group", "difference", "spelling"]);
    for (group, variants) in (1..).zip(&report.variants) {
        for spelling in &variants.spellings {
            csv.count(group).text(difference(variants.difference)).text(&spelling.word);
            counts(&mut csv, spelling);
        }
    }
    csv.done()
}

const fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Doubling => "doubling",
        Difference::Letter => "letter",
        Difference::Hyphen => "hyphen",
        Difference::Capitals => "capitals",
    }
}

pub(super) fn spellings(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = counted(selection, &["word", "variety", "other_spelling"]);
    for spelling in &report.spellings {
        csv.text(&spelling.count.word).text(variety(spelling.variety)).text(&spelling.other);
        counts(&mut csv, &spelling.count);
    }
    csv.done()
}

const fn variety(variety: Variety) -> &'static str {
    match variety {
        Variety::British => "british",
        Variety::American => "american",
        Variety::AmericanOrOxford => "american or oxford",
    }
}

pub(super) fn hedges(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = counted(selection, &["hedge"]);
    for hedge in &report.hedges {
        csv.text(&hedge.word);
        counts(&mut csv, hedge);
    }
    csv.done()
}

pub(super) fn tone(selection: &Selection, report: &StyleReport) -> String {
    let mut csv = counted(selection, &["word", "rating"]);
    for word in &report.tone {
        csv.text(&word.count.word).number(word.rating);
        counts(&mut csv, &word.count);
    }
    csv.done()
}
