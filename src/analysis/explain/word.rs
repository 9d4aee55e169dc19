//! Keyness of a word, worked out from its two-by-two table.

use super::{CountTable, Working, exact, permutation, plain, prose, told, worked};
use crate::analysis::comparison::{Against, Comparison, Correction};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::keyness::{Keyness, Tested};
use crate::analysis::keywords::{KeywordColumn, KeywordRow};
use crate::analysis::lookup::look_up;
use crate::analysis::prose::{decimals, figures as whole, things, times};
use crate::analysis::selection::Selection;
use crate::analysis::weights::counted;
use crate::stats::Measure;
use crate::stats::association::{TwoByTwo, Z_95};
use crate::stats::formula::figures::figures;
use crate::stats::formula::{Case, symbol};
use crate::stats::tfidf::idf;

/// The keys of the measures that a column holds.
const COLUMNS: [(&str, KeywordColumn); 18] = [
    ("g2", KeywordColumn::G2),
    ("g2-two-cells", KeywordColumn::G2TwoCells),
    ("chi-squared", KeywordColumn::ChiSquared),
    ("chi-squared-yates", KeywordColumn::ChiSquaredYates),
    ("fisher-p", KeywordColumn::FisherP),
    ("p", KeywordColumn::P),
    ("p-adjusted", KeywordColumn::PAdjusted),
    ("p-holm", KeywordColumn::PHolm),
    ("p-bonferroni", KeywordColumn::PBonferroni),
    ("permutation-p", KeywordColumn::PermutationP),
    ("bic", KeywordColumn::Bic),
    ("log-ratio", KeywordColumn::LogRatio),
    ("conservative-log-ratio", KeywordColumn::ConservativeLogRatio),
    ("percent-difference", KeywordColumn::PercentDifference),
    ("odds-ratio", KeywordColumn::OddsRatio),
    ("simple-maths", KeywordColumn::SimpleMaths),
    ("tf-idf", KeywordColumn::TfIdf),
    ("robust", KeywordColumn::Robust),
];

/// Works out a word of the comparison's target that the article is, or is one of.
pub(super) fn work(
    selection: &Selection,
    (measure, part): (&Measure, &str),
    typed: &str,
    article: u32,
    comparison: &Comparison,
) -> Result<Option<Working>, QueryError> {
    let members = selection.members(article)?;
    let found = look_up(selection, typed)?;
    let all = selection.keyness(comparison, &mut |_, _| {})?;
    let Some(keyness) = all.iter().find(|of| members.iter().all(|at| of.sides().target.contains(at))) else {
        return Err(QueryError::OutOfRange {
            what: "The article of the number",
            given: super::called(article),
            may_be: "one whose words the comparison looks at",
        });
    };
    let title = prose(|out| {
        out.term(&found.text, Some(article)).text(" in ").articles(&keyness.numbers(selection), "and");
        out.text(" against ");
        match &comparison.against {
            _ if keyness.sides().english => out.text("general English"),
            Against::Articles(_) => out.articles(&keyness.reference_numbers(selection), "and"),
            _ => out.text("all other articles that are on"),
        };
    });
    let term = match found.terms.as_deref() {
        Some([term]) => Some(*term),
        _ => None,
    };
    let Some(word) = term.and_then(|term| keyness.tested().find(|word| word.term == term)) else {
        let undefined = format!(
            "This word isn’t tested: tested is each single word that the side with the higher rate has at least {}, in at least {}.",
            times(comparison.minimum),
            things(comparison.range, "article", "articles")
        );
        return Ok(Some(Working { title, undefined, ..Working::default() }));
    };
    let word = &word;
    let row = keyness.row(selection, word, &[]);
    let case = case(&row).with("k", comparison.smoothing);
    let labels: Vec<Vec<Piece>> = ["a", "b", "c − a", "d − b"].map(plain).to_vec();
    let from_table = |value: Option<f64>| worked(measure, &case, &labels, value);
    let mut working = match measure.key {
        "rates" if !part.is_empty() => {
            let (count, tokens) = match part {
                "here" => (row.frequency, row.article_tokens),
                "there" => (row.reference_frequency, row.reference_tokens),
                _ => return Ok(None),
            };
            let value = (tokens > 0).then(|| f64::from(count));
            let counted = match keyness.sides().english {
                true if part == "there" => "The list’s rate of the word, as a count in 1,000,000,000 words.",
                _ => "Counted: its places in each article of that side, added up.",
            };
            Working { steps: value.map(|_| plain(counted)).into_iter().collect(), ..told(value) }
        }
        "rates" if row.article_tokens > 0 && row.reference_tokens > 0 => {
            let rate = |times: u32, tokens: u32| f64::from(times) * 1000.0 / f64::from(tokens);
            let upper = Some(rate(row.reference_frequency, row.reference_tokens));
            Working { upper, ..from_table(Some(rate(row.frequency, row.article_tokens))) }
        }
        "rates" => from_table(None),
        "log-ratio-interval" => Working { upper: row.log_ratio_high, ..from_table(row.log_ratio_low) },
        "p-adjusted" => exact::adjusted(measure, keyness, word, Correction::BenjaminiHochberg),
        "p-holm" => exact::adjusted(measure, keyness, word, Correction::Holm),
        "p-bonferroni" => exact::adjusted(measure, keyness, word, Correction::Bonferroni),
        "fisher-p" => exact::fisher(measure, counts(&row)),
        "conservative-log-ratio" => exact::conservative(counts(&row)),
        "tf-idf" => weight(selection, measure, keyness, word, &row),
        "permutation-p" => permutation::work(selection, keyness, word),
        "robust" => robust(selection, keyness, word, &row),
        key => {
            let Some((_, column)) = COLUMNS.iter().find(|(known, _)| *known == key) else { return Ok(None) };
            let mut working = from_table(keyness.value(selection, word, *column));
            if working.lines.is_empty() && working.value.is_some() {
                // Found by enumeration, iteration or a whole list of words: told in words.
                working.steps = vec![plain([measure.rule, "."].concat())];
            }
            working
        }
    };
    if measure.key != "tf-idf" && working.table.is_none() {
        // The table names them.
        working.given.retain(|given| !["a", "b", "c", "d"].map(symbol).contains(&given.symbol));
        working.table = Some(table_of(selection, &row, keyness));
    }
    working.note = disagreement(measure.key, &row).unwrap_or_default();
    if word.at_most {
        working.steps.push(plain(
            "Of the word’s rate in general English only a bound is known: b is how often it occurs at most, and the difference is at least as large.",
        ));
    }
    if working.value.is_none() {
        working.undefined = match (measure.key, row.g2) {
            (_, None) => "One side has no word that is counted, so there is nothing to compare.".to_owned(),
            ("robust", _) => "The reference is a single article: there is none to leave out.".to_owned(),
            ("permutation-p", _) if keyness.sides().english => {
                "General English is a list: it has no articles to shuffle.".to_owned()
            }
            ("permutation-p", _) => "An article stands on both sides, or one side has none with words.".to_owned(),
            ("log-ratio" | "log-ratio-interval", _) => half_turned(counts(&row), ["the target", "the reference"]),
            ("bic", _) => "Against general English there is no BIC: the list has no size of texts.".to_owned(),
            _ => measure.undefined.to_owned(),
        };
    }
    working.title = title;
    Ok(Some(working))
}

/// The names that every formula of keyness may use.
fn case(row: &KeywordRow) -> Case {
    let case = cells(counts(row));
    match row.g2 {
        Some(g2) => case.with("G²", g2),
        None => case,
    }
}

/// a, b, c and d.
const fn counts(row: &KeywordRow) -> [u32; 4] {
    [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens]
}

/// The names that formulas from a two-by-two table use.
pub(super) fn cells(counts: [u32; 4]) -> Case {
    let [a, b, c, d] = counts.map(f64::from);
    Case::default()
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .with("d", d)
        .with("z", Z_95)
        .with_column("cells", "O", [a, b, c - a, d - b])
        .with_column("cells", "R", [a + b, a + b, c + d - a - b, c + d - a - b])
        .with_column("cells", "C", [c, d, c, d])
}

/// The table everything starts from.
fn table_of(selection: &Selection, row: &KeywordRow, keyness: &Keyness) -> CountTable {
    let sides = keyness.sides();
    let badges = |numbers: &[u32]| numbers.iter().copied().map(Piece::Article).collect::<Vec<_>>();
    let reference = keyness.reference_numbers(selection);
    let there = match reference.len() {
        _ if sides.english => plain("general English"),
        _ if keyness.comparison().against == Against::Rest => plain("all others"),
        1..=3 => badges(&reference),
        _ => plain("the reference"),
    };
    let term = Piece::Term { term: row.term.clone(), article: Some(row.article), written: row.term.clone() };
    two_by_two(term, counts(row), badges(&keyness.numbers(selection)), there)
}

/// A two-by-two table with its totals.
pub(super) fn two_by_two(term: Piece, counts: [u32; 4], here: Vec<Piece>, there: Vec<Piece>) -> CountTable {
    let [a, b, c, d] = counts.map(u64::from);
    let figures = |n: u64| figures(n as f64);
    let named = |here: (&str, u64), there: (&str, u64), both: &str| {
        let both = [both, &figures(here.1 + there.1)].concat();
        vec![[here.0, " = ", &figures(here.1)].concat(), [there.0, " = ", &figures(there.1)].concat(), both]
    };
    CountTable {
        heads: vec![here, there, plain("both")],
        rows: vec![
            (vec![term], named(("a", a), ("b", b), "")),
            (plain("all other words"), [c - a, d - b, c + d - a - b].map(figures).to_vec()),
            (plain("tokens"), named(("c", c), ("d", d), "N = ")),
        ],
        more: 0,
    }
}

fn weight(selection: &Selection, measure: &Measure, keyness: &Keyness, word: &Tested, row: &KeywordRow) -> Working {
    let index = selection.index();
    // Of a group, the article that has the largest weight.
    let weight = |position: usize| selection.weights().of(position, word.term);
    let group = keyness.sides().target.iter().copied();
    let target = group.reduce(|best, next| if weight(next) > weight(best) { next } else { best }).unwrap_or_default();
    let tf = index.counts(word.term).get(target).copied().unwrap_or(0);
    let articles = selection.on().len() as u32;
    let having = |term| index.counts(term).iter().filter(|count| **count > 0).count() as u32;
    let words = counted(index.article_terms(target));
    let square = |&(term, tf): &(u32, u32)| {
        let w = f64::from(tf) * idf(articles, having(term));
        w * w
    };
    let length = words.iter().map(square).sum::<f64>().sqrt();
    let case = Case::default().with("tf", tf).with("n", articles).with("df", having(word.term)).with("L", length);
    if length == 0.0 {
        // An article without a word: its vector has no length, and every weight is 0 by definition.
        let mut working = told(Some(row.tf_idf));
        working.steps = vec![plain("The article has no word that is counted, so every weight in it is 0.")];
        return working;
    }
    worked(measure, &case, &[], Some(row.tf_idf))
}

/// The steps of the robustness of a word, in words.
fn robust(selection: &Selection, keyness: &Keyness, word: &Tested, row: &KeywordRow) -> Working {
    let mut working = told(row.robust.map(|robust| f64::from(u8::from(robust))));
    if row.robust.is_none() {
        return working;
    }
    if !word.is_significant {
        working.steps = vec![plain(format!(
            "Its adjusted p is {}, not below the level: it is no keyword, so there is none to be robust.",
            row.p_adjusted.map_or_else(|| "undefined".to_owned(), figures)
        ))];
        return working;
    }
    working.steps = vec![plain(format!(
        "In the full comparison words with a p below {} are significant. Without each article of the reference in turn:",
        figures(keyness.bar())
    ))];
    for (position, table) in keyness.left_out(selection, word).into_iter().take(super::MOST_ROWS) {
        working.steps.push(prose(|out| {
            out.text("without ").article(selection.on()[position]);
            match table {
                Some(table) => {
                    let more = if table.direction() > 0.0 { "more" } else { "less" };
                    out.text(&format!(
                        " G² is {} and p is {}; the word is used {more} than there.",
                        figures(table.g2()),
                        figures(table.p())
                    ))
                }
                None => out.text(" nothing is left to compare with."),
            };
        }));
    }
    working
}

/// Why a word that one side lacks has no log ratio: the numbers that the half for 0 would make.
pub(super) fn half_turned(counts: [u32; 4], sides: [&str; 2]) -> String {
    let [a, b, c, d] = counts;
    let (of, lacks, has, rate) = if a == 0 { (c, sides[0], sides[1], (b, d)) } else { (d, sides[1], sides[0], (a, c)) };
    let expected = f64::from(rate.0) * f64::from(of) / f64::from(rate.1);
    format!(
        "In {lacks} the word doesn’t stand, and at the rate of {has} it would stand there {} times: in so few words its absence says nothing. The half that stands for a 0 would be no lower a rate than that of {has}, and would turn the direction. So the size of the difference is undefined; G² and the exact interval take no such half.",
        figures(expected)
    )
}

/// The measures that say, each in its way, whether the counts speak for a difference.
const VERDICTS: [&str; 8] = [
    "g2",
    "p",
    "log-ratio",
    "log-ratio-interval",
    "conservative-log-ratio",
    "fisher-p",
    "chi-squared",
    "chi-squared-yates",
];

/// Where p, the exact test and the two intervals of one row don't agree at the level of 5 %: that
/// they don't, which says what, and why. They are different approximations of one question.
fn disagreement(key: &str, row: &KeywordRow) -> Option<String> {
    if !VERDICTS.contains(&key) {
        return None;
    }
    let [a, b] = [row.frequency, row.reference_frequency];
    let table = TwoByTwo::new(a, b, row.article_tokens, row.reference_tokens)?;
    let (p, fisher) = (table.p(), table.fisher_p());
    let (low, high) = table.log_ratio_interval()?;
    let (exact_low, exact_high) = table.exact_log_ratio_interval()?;
    let verdicts = [p < 0.05, fisher < 0.05, low > 0.0 || high < 0.0, exact_low > 0.0 || exact_high < 0.0];
    if verdicts.iter().all(|verdict| *verdict == verdicts[0]) {
        return None;
    }
    let level = |p: f64| if p < 0.05 { "below 0.05" } else { "not below 0.05" };
    let end = |x: f64| if x.is_finite() { decimals(x).replace('-', "−") } else { "no bound".to_owned() };
    let zero = |apart: bool| if apart { "leaves 0 out" } else { "holds 0" };
    Some(format!(
        "Four ways to ask whether there is a difference at all don’t agree here: p of G² is {} ({}); Fisher’s exact p is {} ({}); Katz’s 95 % interval of the log ratio, {} … {}, {}; the exact one, {} … {}, {}. None is wrong: p of G² and Katz’s interval are different approximations, good for large counts, and part in borderline cases with small ones (here {} and {}); the exact ones hold for any counts and are cautious. Read the word as a borderline case.",
        figures(p),
        level(p),
        figures(fisher),
        level(fisher),
        end(low),
        end(high),
        zero(verdicts[2]),
        end(exact_low),
        end(exact_high),
        zero(verdicts[3]),
        whole(a),
        whole(b),
    ))
}
