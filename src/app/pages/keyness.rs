//! The columns and cells of a keyness table: the same for an article against the others, for a group, and for a pair.

use crate::app::components::{Cell, Column};
use crate::app::context::App;
use crate::app::labels;
use crate::app::numbers::{decimal, p, ratio, signed, undefined};
use crate::app::origin::Origin;
use crate::protocol::{Correction, KeywordColumn, KeywordRow};
use crate::route::NumberState;

/// What a table compares its target with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// All other articles.
    Others,
    /// Articles of one's choice.
    Chosen,
    /// General English.
    English,
    /// One article, by its number.
    Article(u32),
}

/// Whose words a table has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// Each article by itself: a column says which.
    Each,
    /// A group of articles.
    Group,
    /// One article, by its number.
    Article(u32),
}

/// What a table shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Whose words.
    pub target: Target,
    /// What they are compared with.
    pub reference: Reference,
    /// Measures beside the usual ones.
    pub further: Vec<KeywordColumn>,
    /// What p is adjusted by.
    pub correction: Correction,
    /// What simple maths adds.
    pub smoothing: u32,
    /// Whether its words are lockwords.
    pub alike: bool,
    /// Whether its targets are groups.
    pub groups: bool,
}

/// What correction a column of adjusted p-values has.
#[must_use]
pub const fn correction_name(correction: Correction) -> &'static str {
    match correction {
        Correction::BenjaminiHochberg => "Benjamini–Hochberg",
        Correction::Holm => "Holm",
        Correction::Bonferroni => "Bonferroni",
    }
}

/// A measure as controls and headings name it, and its key in the Methods view.
#[must_use]
pub const fn measure(column: KeywordColumn) -> (&'static str, &'static str) {
    match column {
        KeywordColumn::Article => ("article", ""),
        KeywordColumn::Term => ("word", ""),
        KeywordColumn::Frequency => ("frequency", "frequency"),
        KeywordColumn::ReferenceFrequency => ("frequency elsewhere", "frequency"),
        KeywordColumn::Range => ("articles", "range"),
        KeywordColumn::G2 => ("G²", "g2"),
        KeywordColumn::G2TwoCells => ("G², two cells", "g2-two-cells"),
        KeywordColumn::ChiSquared => ("χ²", "chi-squared"),
        KeywordColumn::ChiSquaredYates => ("χ² (Yates)", "chi-squared-yates"),
        KeywordColumn::FisherP => ("p (Fisher)", "fisher-p"),
        KeywordColumn::P => ("p", "p"),
        KeywordColumn::PAdjusted => ("p adjusted", "p-adjusted"),
        KeywordColumn::PBenjaminiHochberg => ("p (B.–H.)", "p-adjusted"),
        KeywordColumn::PHolm => ("p (Holm)", "p-holm"),
        KeywordColumn::PBonferroni => ("p (Bonferroni)", "p-bonferroni"),
        KeywordColumn::PermutationP => ("p by articles", "permutation-p"),
        KeywordColumn::Bic => ("BIC", "bic"),
        KeywordColumn::LogRatio => ("log ratio", "log-ratio"),
        KeywordColumn::ConservativeLogRatio => ("conservative log ratio", "conservative-log-ratio"),
        KeywordColumn::PercentDifference => ("%DIFF", "percent-difference"),
        KeywordColumn::OddsRatio => ("odds ratio", "odds-ratio"),
        KeywordColumn::SimpleMaths => ("simple maths", "simple-maths"),
        KeywordColumn::TfIdf => ("TF-IDF", "tf-idf"),
        KeywordColumn::Robust => ("robust", "robust"),
    }
}

/// What a further measure tells, in a sentence.
const fn says(column: KeywordColumn) -> &'static str {
    match column {
        KeywordColumn::Range => "How many of the articles that are on have the word.",
        KeywordColumn::G2TwoCells => "Log-likelihood from the word’s own two counts, as the UCREL wizard has it.",
        KeywordColumn::ChiSquared => "Pearson’s test of the same table as G².",
        KeywordColumn::ChiSquaredYates => "Pearson’s test, made smaller for small counts.",
        KeywordColumn::FisherP => "p without an approximation.",
        KeywordColumn::PBenjaminiHochberg => "p, adjusted for the share of false alarms among the words found.",
        KeywordColumn::PHolm => "p, adjusted for the chance of any false alarm.",
        KeywordColumn::PBonferroni => "p times the number of words tested.",
        KeywordColumn::PermutationP => "p if whole articles, not words, are shuffled between the sides.",
        KeywordColumn::ConservativeLogRatio => {
            "Conservative log ratio: the least difference that the counts allow for."
        }
        KeywordColumn::PercentDifference => "By how many per cent the rate here exceeds the other.",
        KeywordColumn::OddsRatio => "The odds of the word here by those in the reference.",
        KeywordColumn::SimpleMaths => "The ratio of the rates per million, with a number added to both.",
        _ => "",
    }
}

const NO_SIZE: &str = "one side has no word";
/// Why there is no log ratio where both sides have words.
const NO_DIRECTION: &str = "the side that lacks the word is too short to tell: the half that stands for 0 would be no lower a rate than the other side’s";

/// Least expected count for which χ² is to be trusted, by Cochran's rule.
const ENOUGH: f64 = 5.0;

/// Why a χ² is marked.
pub const FEW_EXPECTED: &str = "an expected count is below 5: χ² is not to be trusted here, use G² or Fisher’s test";

/// The smallest of the four expected counts; `None` where a side has no word.
fn least_expected(row: &KeywordRow) -> Option<f64> {
    let [a, b, c, d] =
        [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens].map(f64::from);
    let (n, word) = (c + d, a + b);
    (c > 0.0 && d > 0.0).then(|| word.min(n - word) * c.min(d) / n)
}

/// Whether a χ² among these rows is marked.
#[must_use]
pub fn has_few_expected(further: &[KeywordColumn], rows: &[KeywordRow]) -> bool {
    let is_chi = |column: &KeywordColumn| matches!(column, KeywordColumn::ChiSquared | KeywordColumn::ChiSquaredYates);
    further.iter().any(is_chi) && rows.iter().any(|row| least_expected(row).is_some_and(|least| least < ENOUGH))
}

impl Shown {
    /// One article against another.
    #[must_use]
    pub const fn pair(a: u32, b: u32) -> Self {
        Self {
            target: Target::Article(a),
            reference: Reference::Article(b),
            further: Vec::new(),
            correction: Correction::BenjaminiHochberg,
            smoothing: 1,
            alike: false,
            groups: false,
        }
    }

    /// Asked of keywords against articles: a lockword is none, and neither one article nor a list can be left out.
    fn has_robust(&self) -> bool {
        !self.alike && !matches!(self.reference, Reference::Article(_) | Reference::English)
    }

    /// The columns that a table can be sorted by, by their places; `None` for one that can't.
    #[must_use]
    pub fn sorting(&self) -> Vec<Option<KeywordColumn>> {
        use KeywordColumn as C;
        let mut columns = vec![Some(C::Term)];
        if self.target == Target::Each {
            columns.push(Some(C::Article));
        }
        columns.extend([Some(C::Frequency), Some(C::ReferenceFrequency), None, None]);
        columns.extend([C::G2, C::P, C::PAdjusted, C::Bic, C::LogRatio].map(Some));
        columns.extend([None, Some(C::TfIdf)]);
        if self.has_robust() {
            columns.push(Some(C::Robust));
        }
        columns.extend(self.further.iter().copied().map(Some));
        columns
    }

    /// The place of the column that the table is sorted by.
    #[must_use]
    pub fn place_of(&self, column: KeywordColumn) -> Option<usize> {
        self.sorting().iter().position(|sorted| *sorted == Some(column))
    }

    /// The columns with their units and what they tell.
    #[must_use]
    pub fn columns(&self) -> Vec<Column> {
        let in_article = |article: u32| ["in ", &labels::called(article)].concat();
        let noun = if self.groups { "group" } else { "article" };
        let here = match self.target {
            Target::Each => "here".to_owned(),
            Target::Group => "in group".to_owned(),
            Target::Article(article) => in_article(article),
        };
        let (there, times) = match self.reference {
            Reference::Others => ("elsewhere".to_owned(), "times"),
            Reference::Chosen => ("reference".to_owned(), "times"),
            Reference::English => ("English".to_owned(), "per billion"),
            Reference::Article(article) => (in_article(article), "times"),
        };
        let rate = |heading: &str| {
            Column::numbers(heading.to_owned(), "How often in every 1,000 words.")
                .unit("per 1,000")
                .measure("rates")
                .unsorted()
                .width(match heading {
                    "elsewhere" => 72,
                    "English" => 80,
                    _ => 66,
                })
        };
        // A bound has a sign before it.
        let bounded = self.reference == Reference::English;
        let mut columns = vec![Column::words("word", "As counted; a click opens the passages.").width(104)];
        if self.target == Target::Each {
            columns.push(Column::words(noun, "Whose word it is.").badges());
        }
        let adjusted = match self.correction {
            Correction::BenjaminiHochberg => ("B.–H.", "p-adjusted"),
            Correction::Holm => ("Holm", "p-holm"),
            Correction::Bonferroni => ("Bonferroni", "p-bonferroni"),
        };
        let all_words = match self.target {
            Target::Each if self.groups => {
                "The same, allowing for all words tested of the group: each group is adjusted by itself."
            }
            Target::Each => {
                "The same, allowing for all words tested of the article: each article is adjusted by itself."
            }
            _ => "The same, allowing for all words tested.",
        };
        columns.extend([
            // Articles put together for the comparison are no unit of their own: theirs is a number of the comparison.
            Column::numbers(here.clone(), "How often it occurs there.")
                .unit("times")
                .measure(if self.target == Target::Group { "rates.here" } else { "frequency" })
                .width(46),
            Column::numbers(there.clone(), "How often it occurs in what that is compared with.")
                .unit(times)
                .measure("rates.there")
                .width(if bounded { 88 } else { 68 }),
            rate(&here),
            rate(&there),
            Column::numbers("G²", "Log-likelihood: how strong the evidence for a difference is. Negative: used less.")
                .measure("g2")
                .width(if bounded { 82 } else { 62 }),
            Column::numbers("p", "How likely such a G² would be if there were no difference.")
                .measure("p")
                .width(if bounded { 76 } else { 62 }),
            Column::numbers("p adjusted", all_words)
                .unit(match self.target {
                    Target::Each => [adjusted.0, ", per ", noun].concat(),
                    _ => adjusted.0.to_owned(),
                })
                .measure(adjusted.1)
                .width(if bounded { 76 } else { 74 }),
            Column::numbers(
                "BIC",
                "Evidence weighed against the size of the texts: above 2 speaks for a difference, below 0 against.",
            )
            .measure("bic")
            .width(62),
            Column::numbers("log ratio", "How large the difference is: each step of 1 is twice as often.")
                .unit("log₂")
                .measure("log-ratio")
                .width(if bounded { 74 } else { 60 }),
            Column::numbers("interval", "Where the true log ratio lies with 95 % confidence.")
                .unit("95 %")
                .measure("log-ratio-interval")
                .unsorted()
                .width(if bounded { 112 } else { 96 }),
            Column::numbers("TF-IDF", "Frequent here, in few articles: 0 to 1.").measure("tf-idf").width(56),
        ]);
        if self.has_robust() {
            columns.push(
                Column::words("robust", "Whether it stays a keyword without any one article of the reference.")
                    .measure("robust")
                    .width(56),
            );
        }
        columns.extend(self.further.iter().map(|&further| {
            let (name, key) = measure(further);
            let column = Column::numbers(name, says(further)).measure(key).width(92);
            match further {
                KeywordColumn::Range => column.unit("having it").width(0),
                KeywordColumn::ConservativeLogRatio => column.unit("log₂").width(112),
                KeywordColumn::PercentDifference => column.unit("per cent"),
                KeywordColumn::SimpleMaths => column.unit(["k = ", &labels::count(self.smoothing)].concat()),
                KeywordColumn::PermutationP => column.unit("permutation"),
                _ => column,
            }
        }));
        columns
    }

    /// Why a measure of this row is undefined.
    fn why(&self, column: KeywordColumn, row: &KeywordRow) -> &'static str {
        let english = self.reference == Reference::English;
        match column {
            _ if row.article_tokens == 0 || row.reference_tokens == 0 => NO_SIZE,
            KeywordColumn::Bic if english => "the list of general English has rates, no size to weigh with",
            KeywordColumn::Robust if english => "general English has no articles to leave out",
            KeywordColumn::Robust => "the reference has only one article with words",
            KeywordColumn::PermutationP if english => "general English has no articles to shuffle",
            KeywordColumn::PermutationP => "an article stands on both sides",
            KeywordColumn::PercentDifference => "the reference doesn’t have the word, and nothing is a percentage of 0",
            KeywordColumn::OddsRatio => "the reference doesn’t have the word, or the target has no other",
            KeywordColumn::ChiSquared | KeywordColumn::ChiSquaredYates => "an expected count is 0",
            KeywordColumn::LogRatio => NO_DIRECTION,
            _ => NO_SIZE,
        }
    }

    /// Whose numbers a row holds.
    #[must_use]
    pub fn number(&self, app: &App, row: &KeywordRow) -> NumberState {
        NumberState {
            term: row.term.clone(),
            article: app.id(row.article).to_owned(),
            beside: match self.reference {
                Reference::Article(article) => app.id(article).to_owned(),
                _ => String::new(),
            },
            ..NumberState::default()
        }
    }

    /// The cells of a row. Counts and rates lead to the passages of the side they count, all other
    /// numbers to those of the article whose row it is, or, where it lacks the word, of the other side.
    #[must_use]
    pub fn cells(&self, row: &KeywordRow) -> Vec<Cell> {
        let elsewhere = match self.reference {
            Reference::Article(article) => Some(article),
            // In no one article: the first of the others that has it is not known here.
            _ => None,
        };
        let reads_in = if row.frequency > 0 { Some(row.article) } else { elsewhere };
        let [here, there, both] =
            [Some(row.article), elsewhere, reads_in].map(|article| Origin::Term(row.term.clone().into(), article));
        let english = self.reference == Reference::English;
        // Of a bound: what is compared with is so much at most, the difference so much at least.
        let most = if row.at_most { "≤ " } else { "" };
        let least = if row.at_most { "≥ " } else { "" };
        let number = |column: KeywordColumn, value: Option<f64>, bound: &str, write: &dyn Fn(f64) -> String| {
            value.map_or_else(
                || Cell::Other(undefined(self.why(column, row))),
                |value| {
                    let text = write(value);
                    // `< 0.001` is a bound already.
                    let bound = if text.starts_with('<') { "" } else { bound };
                    Cell::of([bound, &text].concat(), both.clone())
                },
            )
        };
        let rate = |count: u32, tokens: u32, digits: u32, bound: &str, origin: Option<&Origin>| {
            if tokens == 0 {
                return Cell::Other(undefined(NO_SIZE));
            }
            let rate = decimal(f64::from(count) * 1000.0 / f64::from(tokens), digits);
            let rate = [bound, &rate].concat();
            match origin.filter(|_| count > 0) {
                Some(origin) => Cell::of(rate, origin.clone()),
                None => Cell::text(rate),
            }
        };
        let mut cells = vec![Cell::Term(row.term.clone().into(), reads_in)];
        if self.target == Target::Each {
            cells.push(Cell::Article(row.article));
        }
        cells.push(Cell::count(row.frequency, here.clone()));
        // General English is a list: there are no places to lead to.
        cells.push(if row.reference_tokens == 0 {
            // 0 would say that the other side was read, and lacks the word.
            Cell::Other(undefined(NO_SIZE))
        } else if english {
            Cell::text([most, &labels::count(row.reference_frequency)].concat())
        } else {
            Cell::count(row.reference_frequency, there.clone())
        });
        cells.push(rate(row.frequency, row.article_tokens, 2, "", Some(&here)));
        cells.push(rate(
            row.reference_frequency,
            row.reference_tokens,
            if english { 4 } else { 2 },
            most,
            (!english).then_some(&there),
        ));
        let two = |x: f64| signed(x, 2);
        cells.push(number(KeywordColumn::G2, row.g2, least, &two));
        cells.push(number(KeywordColumn::P, row.p, most, &p));
        cells.push(number(KeywordColumn::PAdjusted, row.p_adjusted, most, &p));
        cells.push(number(KeywordColumn::Bic, row.bic, "", &two));
        cells.push(number(KeywordColumn::LogRatio, row.log_ratio, least, &two));
        cells.push(match row.log_ratio_low.zip(row.log_ratio_high) {
            None => Cell::Other(undefined(self.why(KeywordColumn::LogRatio, row))),
            Some((low, _)) if row.at_most => Cell::of(["≥ ", &signed(low, 1)].concat(), both.clone()),
            Some((low, high)) => Cell::of(format!("{} … {}", signed(low, 1), signed(high, 1)), both.clone()),
        });
        cells.push(Cell::of(decimal(row.tf_idf, 3), both.clone()));
        if self.has_robust() {
            cells.push(match row.robust {
                Some(robust) => Cell::of(if robust { "yes" } else { "no" }, both.clone()),
                None => Cell::Other(undefined(self.why(KeywordColumn::Robust, row))),
            });
        }
        // While another answer is on its way, a row may have fewer measures than are asked for.
        for (at, &further) in self.further.iter().enumerate() {
            let value = row.further.get(at).copied().flatten();
            cells.push(match further {
                KeywordColumn::Range => number(further, value, "", &|x| decimal(x, 0)),
                KeywordColumn::FisherP
                | KeywordColumn::PBenjaminiHochberg
                | KeywordColumn::PHolm
                | KeywordColumn::PBonferroni
                | KeywordColumn::PermutationP => number(further, value, most, &p),
                KeywordColumn::PercentDifference => number(further, value, least, &|x| signed(x, 0)),
                KeywordColumn::OddsRatio | KeywordColumn::SimpleMaths => number(further, value, least, &ratio),
                KeywordColumn::ChiSquared | KeywordColumn::ChiSquaredYates
                    if least_expected(row).is_some_and(|least| least < ENOUGH) =>
                {
                    number(further, value, least, &two).noted(FEW_EXPECTED)
                }
                _ => number(further, value, least, &two),
            });
        }
        cells
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
            is_significant: false,
            bic: None,
            log_ratio: Some(-1.0),
            log_ratio_low: None,
            log_ratio_high: Some(1.0),
            tf_idf: 0.25,
            robust: None,
            at_most: false,
            range: 2,
            further: vec![Some(3.0); 13],
            variants: Vec::new(),
        }
    }

    fn each(reference: Reference) -> Shown {
        Shown {
            target: Target::Each,
            reference,
            further: crate::route::keys::FURTHER_COLUMNS.to_vec(),
            ..Shown::pair(0, 1)
        }
    }

    #[test]
    fn rows_columns_and_orders_agree() {
        let group = Shown { target: Target::Group, ..each(Reference::Chosen) };
        for shown in [each(Reference::Others), each(Reference::English), group, Shown::pair(0, 1)] {
            let columns = shown.columns();
            assert_eq!(columns.len(), shown.cells(&row()).len());
            assert_eq!(columns.len(), shown.sorting().len());
            for (column, sort) in columns.iter().zip(shown.sorting()) {
                assert_eq!(column.sortable, sort.is_some(), "{}", column.heading);
                assert!(!column.explains.is_empty());
            }
        }
        assert_eq!(each(Reference::Others).place_of(KeywordColumn::G2), Some(6));
        assert_eq!(Shown::pair(0, 1).place_of(KeywordColumn::G2), Some(5));
        assert_eq!(Shown::pair(0, 1).place_of(KeywordColumn::OddsRatio), None);
    }

    #[test]
    fn every_measure_that_can_be_chosen_has_its_words() {
        for &column in crate::route::keys::FURTHER_COLUMNS {
            assert!(!says(column).is_empty() && !measure(column).1.is_empty(), "{column:?}");
        }
    }

    #[test]
    fn a_count_of_none_leads_nowhere() {
        let cells = Shown::pair(1, 2).cells(&KeywordRow { reference_tokens: 9, ..row() });
        assert_eq!(cells[1], Cell::of("6", Origin::Term("romania".into(), Some(1))));
        assert_eq!(cells[2], Cell::text("0"));
    }

    #[test]
    fn a_chi_squared_of_few_is_marked() {
        let shown = Shown { further: vec![KeywordColumn::ChiSquared], ..each(Reference::Others) };
        let of = |frequency: u32, tokens: u32| {
            let row = KeywordRow { frequency, article_tokens: tokens, reference_tokens: tokens, ..row() };
            let marked = matches!(shown.cells(&row).last(), Some(Cell::Of { note: FEW_EXPECTED, .. }));
            assert_eq!(marked, has_few_expected(&shown.further, &[row]));
            marked
        };
        assert!(of(9, 100), "4.5 are expected on either side");
        assert!(!of(10, 100), "5 are");
        assert!(!has_few_expected(&[KeywordColumn::FisherP], &[row()]));
    }

    #[test]
    fn where_nothing_is_elsewhere_no_count_is() {
        let cells = each(Reference::Others).cells(&row());
        assert!(matches!(&cells[3], Cell::Other(_)) && matches!(&cells[5], Cell::Other(_)));
        let shown = Shown { alike: true, ..each(Reference::Others) };
        assert!(!shown.sorting().contains(&Some(KeywordColumn::Robust)), "a lockword is no keyword");
    }

    #[test]
    fn a_bound_is_shown_as_one() {
        let row = KeywordRow { at_most: true, reference_frequency: 1000, reference_tokens: 9, g2: Some(2.0), ..row() };
        let cells = each(Reference::English).cells(&row);
        assert_eq!(cells[3], Cell::text("≤ 1,000"));
        assert_eq!(cells[6], Cell::of("≥ +2.00", Origin::Term("romania".into(), Some(1))));
    }

    #[test]
    fn every_number_leads_to_the_text() {
        let row =
            KeywordRow { reference_frequency: 1, reference_tokens: 9, g2: Some(2.0), robust: Some(true), ..row() };
        for shown in [each(Reference::Others), Shown::pair(1, 2)] {
            for (column, cell) in shown.columns().iter().zip(shown.cells(&row)) {
                assert!(!matches!(cell, Cell::Text(_)), "{}", column.heading);
            }
        }
        let absent = KeywordRow { frequency: 0, ..row };
        let g2 = &Shown::pair(1, 2).cells(&absent)[5];
        assert_eq!(*g2, Cell::of("+2.00", Origin::Term("romania".into(), Some(2))), "where the word is");
    }
}
