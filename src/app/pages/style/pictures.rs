//! From the answer to the pictures' data.

use super::measures::{self, Measure};
use crate::chart::layout::{Article, LengthColumn, Lengths, Strip, StripDot};
use crate::protocol::{SENTENCE_COUNTS, SENTENCE_STEP, StyleReport, WORD_COUNTS};

/// A measure over the articles; a mark's target is the article's place in the report.
#[must_use]
pub fn strip(report: &StyleReport, measure: &Measure, article: impl Fn(u32) -> Article) -> Strip {
    let dots = report.articles.iter().enumerate().map(|(target, style)| {
        let (value, words) = measures::picture(style, measure.column);
        let counts = measures::counts(measure.column, style);
        StripDot { article: article(style.article), value, words, counts, target }
    });
    Strip {
        measure: measure.name.to_owned(),
        unit: measure.unit.to_owned(),
        from_zero: measures::from_zero(measure.column),
        dots: dots.collect(),
    }
}

/// The shortest and the longest length that a column stands for.
#[must_use]
pub fn bounds(column: usize, of_words: bool) -> (u32, u32) {
    let (step, columns) = if of_words { (1, WORD_COUNTS) } else { (SENTENCE_STEP, SENTENCE_COUNTS) };
    let least = column as u32 * step + 1;
    (least, if column + 1 >= columns { u32::MAX } else { least + step - 1 })
}

/// The lengths of each article's sentences or words; a mark's target is its column.
#[must_use]
pub fn lengths(report: &StyleReport, of_words: bool, article: impl Fn(u32) -> Article) -> Vec<Lengths> {
    let counts = |style: &crate::protocol::ArticleStyle| {
        if of_words { style.word_lengths.clone() } else { style.sentence_lengths.clone() }
    };
    let most = report.articles.iter().flat_map(counts).fold(0, u32::max);
    let (what, axis, unit) = if of_words {
        (("word", "words"), "letters in a word", "letter")
    } else {
        (("sentence", "sentences"), "words in a sentence, from", "word")
    };
    let column = |(target, count): (usize, u32)| {
        let (least, highest) = bounds(target, of_words);
        let (label, words) = if highest == u32::MAX {
            (format!("{least}+"), format!("{least} {unit}s or more"))
        } else if least == highest {
            (least.to_string(), format!("{least} {unit}{}", if least == 1 { "" } else { "s" }))
        } else {
            (least.to_string(), format!("{least} to {highest} {unit}s"))
        };
        LengthColumn { label, words, count, target }
    };
    report
        .articles
        .iter()
        .map(|style| Lengths {
            article: article(style.article),
            what: (what.0.to_owned(), what.1.to_owned()),
            axis: axis.to_owned(),
            columns: counts(style).into_iter().enumerate().map(column).collect(),
            most,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_one_another_and_the_last_is_open() {
        for of_words in [false, true] {
            let columns = if of_words { WORD_COUNTS } else { SENTENCE_COUNTS };
            for column in 1..columns {
                assert_eq!(bounds(column, of_words).0, bounds(column - 1, of_words).1 + 1);
            }
            assert_eq!(bounds(columns - 1, of_words).1, u32::MAX);
        }
        assert_eq!(bounds(0, false), (1, 5));
        assert_eq!(bounds(0, true), (1, 1));
    }
}
