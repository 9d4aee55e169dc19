//! What the section on sentences found nowhere else says first.

use super::only_here::{OnlyHereArticle, OnlyHereRow, beginning};
use crate::analysis::finding::{Counted, Finding};
use crate::analysis::prose::{Prose, decimals, number, things};

/// `noun`: what a unit is called.
pub(super) fn finding(articles: &[OnlyHereArticle], (noun, _): (&str, &str)) -> Finding {
    let mut prose = Prose::default();
    if articles.len() < 2 {
        prose.text(&format!(
            "With one {noun} there is no elsewhere: switch on another to see what only one of them says."
        ));
        return Finding { sentence: prose.done(), caution: String::new() };
    }
    let sentences: u32 = articles.iter().map(|it| it.sentences).sum();
    let Some(least) = least(articles) else {
        prose.text("No sentence here is long enough to be looked for elsewhere.");
        return Finding { sentence: prose.done(), caution: String::new() };
    };
    prose.text("Least said elsewhere: ‘").text(&told(least)).text("’ in ").article(least.sentence.article);
    let said = &least.sentence;
    let place = Counted::Passage(said.article, said.span.start, said.span.end);
    prose.text(" (support ").number(&decimals(least.support), place).text(").");
    let half: u32 = articles.iter().map(|it| it.half).sum();
    let of_all: f64 = articles.iter().filter_map(|it| Some(it.mean? * f64::from(it.sentences))).sum();
    prose.text(&format!(
        " On average the nearest sentence of another {noun} has {} % of what a sentence says; of {}, {} at least half of {} in one sentence elsewhere.",
        (100.0 * of_all / f64::from(sentences.max(1))).round(),
        things(sentences, "sentence", "sentences"),
        if half == 1 { "one has".to_owned() } else { format!("{} have", if half == 0 { "none".to_owned() } else { number(half) }) },
        if half == 1 { "itself" } else { "themselves" },
    ));
    let caution = "Words are compared, not meanings: what others say in other words counts as unsaid.".to_owned();
    Finding { sentence: prose.done(), caution }
}

/// The sentence with the least support of all.
fn least(articles: &[OnlyHereArticle]) -> Option<&OnlyHereRow> {
    let first = articles.iter().filter_map(|it| it.rows.first());
    first.fold(None, |least: Option<&OnlyHereRow>, row| match least {
        Some(least) if least.support <= row.support => Some(least),
        _ => Some(row),
    })
}

/// Most characters of a sentence that is told.
const TOLD: usize = 90;

/// Its first words.
fn told(row: &OnlyHereRow) -> String {
    let text: String = row.sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
    beginning(&text, TOLD)
}
