//! The columns and cells of a keyness table: the same for an article against the others and for a pair.

use crate::app::components::{Cell, Column};
use crate::app::context::App;
use crate::app::numbers::{decimal, p, signed, undefined};
use crate::app::origin::Origin;
use crate::protocol::{KeywordColumn, KeywordRow};
use crate::route::NumberState;

/// What a table compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sides {
    /// Each article against the others.
    Others,
    /// One article against another; their numbers.
    Pair(u32, u32),
}

/// The columns that a table can be sorted by, by their places; `None` for one that can't.
#[must_use]
pub const fn sorting(sides: Sides) -> &'static [Option<KeywordColumn>] {
    use KeywordColumn as C;
    match sides {
        Sides::Others => &[
            Some(C::Term),
            Some(C::Article),
            Some(C::Frequency),
            Some(C::ReferenceFrequency),
            None,
            None,
            Some(C::G2),
            Some(C::P),
            Some(C::PAdjusted),
            Some(C::Bic),
            Some(C::LogRatio),
            None,
            Some(C::TfIdf),
            Some(C::Robust),
        ],
        Sides::Pair(..) => &[
            Some(C::Term),
            Some(C::Frequency),
            Some(C::ReferenceFrequency),
            None,
            None,
            Some(C::G2),
            Some(C::P),
            Some(C::PAdjusted),
            Some(C::Bic),
            Some(C::LogRatio),
            None,
            Some(C::TfIdf),
        ],
    }
}

/// The place of the column that the table is sorted by.
#[must_use]
pub fn place_of(sides: Sides, column: KeywordColumn) -> usize {
    sorting(sides).iter().position(|sorted| *sorted == Some(column)).unwrap_or_default()
}

/// The columns with their units and what they tell.
#[must_use]
pub fn columns(sides: Sides) -> Vec<Column> {
    let (here, there) = match sides {
        Sides::Others => ("here".to_owned(), "elsewhere".to_owned()),
        Sides::Pair(a, b) => {
            (["in ", &crate::app::labels::letter(a)].concat(), ["in ", &crate::app::labels::letter(b)].concat())
        }
    };
    let rate = |heading: &str| {
        Column::numbers(heading.to_owned(), "How often in every 1,000 words.")
            .unit("per 1,000")
            .measure("rates")
            .unsorted()
    };
    let mut columns = vec![Column::words("word", "As counted; a click opens the passages.").width(150)];
    if sides == Sides::Others {
        columns.push(Column::words("article", "Whose word it is.").width(170));
    }
    columns.extend([
        Column::numbers(here.clone(), "How often it occurs there.").unit("times").measure("frequency"),
        Column::numbers(there.clone(), "How often it occurs in what that is compared with.")
            .unit("times")
            .measure("rates"),
        rate(&here),
        rate(&there),
        Column::numbers("G²", "Log-likelihood: how strong the evidence for a difference is. Negative: used less.")
            .measure("g2"),
        Column::numbers("p", "How likely such a G² would be if there were no difference.").measure("p"),
        Column::numbers("p adjusted", "The same, allowing for so many words being tested (Benjamini and Hochberg).")
            .measure("p-adjusted"),
        Column::numbers(
            "BIC",
            "Evidence weighed against the size of the texts: above 2 speaks for a difference, below 0 against.",
        )
        .measure("bic"),
        Column::numbers("log ratio", "How large the difference is: each step of 1 is twice as often.")
            .unit("log₂")
            .measure("log-ratio"),
        Column::numbers("interval", "Where the true log ratio lies with 95 % confidence.")
            .unit("95 %")
            .measure("log-ratio-interval")
            .unsorted()
            .width(128),
        Column::numbers("TF-IDF", "Frequent here, in few articles: 0 to 1.").measure("tf-idf"),
    ]);
    if sides == Sides::Others {
        columns.push(
            Column::words("robust", "Whether it stays a keyword without any one of the other articles.")
                .measure("robust")
                .width(80),
        );
    }
    columns
}

const NO_SIZE: &str = "one side has no word";

fn measured(value: Option<f64>, write: impl Fn(f64) -> String, origin: &Origin) -> Cell {
    value.map_or_else(|| Cell::Other(undefined(NO_SIZE)), |value| Cell::of(write(value), origin.clone()))
}

fn per_thousand(count: u32, tokens: u32, origin: &Origin) -> Cell {
    match (count, tokens) {
        (_, 0) => Cell::Other(undefined(NO_SIZE)),
        (0, _) => Cell::text(decimal(0.0, 2)),
        _ => Cell::of(decimal(f64::from(count) * 1000.0 / f64::from(tokens), 2), origin.clone()),
    }
}

/// The cells of a row. Counts and rates lead to the passages of the side they count, all other
/// numbers to those of the article whose row it is, or, where it lacks the word, of the other side.
#[must_use]
pub fn cells(sides: Sides, row: &KeywordRow) -> Vec<Cell> {
    let elsewhere = match sides {
        // In no one article: the first of the others that has it is not known here.
        Sides::Others => None,
        Sides::Pair(_, b) => Some(b),
    };
    let reads_in = if row.frequency > 0 { Some(row.article) } else { elsewhere };
    let [here, there, both] =
        [Some(row.article), elsewhere, reads_in].map(|article| Origin::Term(row.term.clone().into(), article));
    let mut cells = vec![Cell::Term(row.term.clone().into(), reads_in)];
    if sides == Sides::Others {
        cells.push(Cell::Article(row.article));
    }
    let interval = row.log_ratio_low.zip(row.log_ratio_high);
    cells.extend([
        Cell::count(row.frequency, here.clone()),
        Cell::count(row.reference_frequency, there.clone()),
        per_thousand(row.frequency, row.article_tokens, &here),
        per_thousand(row.reference_frequency, row.reference_tokens, &there),
        measured(row.g2, |x| signed(x, 2), &both),
        measured(row.p, p, &both),
        measured(row.p_adjusted, p, &both),
        measured(row.bic, |x| signed(x, 2), &both),
        measured(row.log_ratio, |x| signed(x, 2), &both),
        interval.map_or_else(
            || Cell::Other(undefined(NO_SIZE)),
            |(low, high)| Cell::of(format!("{} … {}", signed(low, 1), signed(high, 1)), both.clone()),
        ),
        Cell::of(decimal(row.tf_idf, 3), both.clone()),
    ]);
    if sides == Sides::Others {
        cells.push(match row.robust {
            Some(robust) => Cell::of(if robust { "yes" } else { "no" }, both),
            None => Cell::Other(undefined("there is only one other article")),
        });
    }
    cells
}

/// Whose numbers a row holds.
#[must_use]
pub fn number(app: &App, sides: Sides, row: &KeywordRow) -> NumberState {
    NumberState {
        term: row.term.clone(),
        article: app.id(row.article).to_owned(),
        beside: match sides {
            Sides::Others => String::new(),
            Sides::Pair(_, b) => app.id(b).to_owned(),
        },
        ..NumberState::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> KeywordRow {
        KeywordRow {
            article: 1,
            term: "romania".into(),
            frequency: 6,
            reference_frequency: 0,
            article_tokens: 354,
            reference_tokens: 0,
            g2: None,
            p: Some(0.0001),
            p_adjusted: None,
            bic: None,
            log_ratio: Some(-1.0),
            log_ratio_low: None,
            log_ratio_high: Some(1.0),
            tf_idf: 0.25,
            robust: None,
            at_most: false,
            range: 2,
            further: Vec::new(),
            variants: Vec::new(),
        }
    }

    #[test]
    fn rows_columns_and_orders_agree() {
        for sides in [Sides::Others, Sides::Pair(0, 1)] {
            let columns = columns(sides);
            assert_eq!(columns.len(), cells(sides, &row()).len());
            assert_eq!(columns.len(), sorting(sides).len());
            for (column, sort) in columns.iter().zip(sorting(sides)) {
                assert_eq!(column.sortable, sort.is_some(), "{}", column.heading);
                assert!(!column.explains.is_empty());
            }
        }
        assert_eq!(place_of(Sides::Others, KeywordColumn::G2), 6);
        assert_eq!(place_of(Sides::Pair(0, 1), KeywordColumn::G2), 5);
    }

    #[test]
    fn a_count_of_none_leads_nowhere() {
        let cells = cells(Sides::Pair(1, 2), &row());
        assert_eq!(cells[1], Cell::of("6", Origin::Term("romania".into(), Some(1))));
        assert_eq!(cells[2], Cell::text("0"));
    }

    #[test]
    fn every_number_leads_to_the_text() {
        let row =
            KeywordRow { reference_frequency: 1, reference_tokens: 9, g2: Some(2.0), robust: Some(true), ..row() };
        for sides in [Sides::Others, Sides::Pair(1, 2)] {
            for (column, cell) in columns(sides).iter().zip(cells(sides, &row)) {
                assert!(!matches!(cell, Cell::Text(_)), "{}", column.heading);
            }
        }
        let absent = KeywordRow { frequency: 0, ..row };
        let g2 = &cells(Sides::Pair(1, 2), &absent)[5];
        assert_eq!(*g2, Cell::of("+2.00", Origin::Term("romania".into(), Some(2))), "where the word is");
    }
}
