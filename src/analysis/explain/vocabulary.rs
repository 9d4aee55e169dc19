//! The vocabulary of an article, or of all together, worked out: Zipf's and Heaps' laws.

use super::{CountTable, MOST_ROWS, Working, article_table, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::prose::{figures as whole, things};
use crate::analysis::selection::Selection;
use crate::analysis::vocabulary::{Fitted, SHORTEST, VocabularyQuery, fitted};
use crate::stats::Measure;
use crate::stats::elementary::{exp, ln};
use crate::stats::formula::Case;
use crate::stats::formula::figures::figures;
use crate::stats::vocabulary::{HeapsFit, ZipfFit};

/// The numbers of a text's vocabulary, by their keys; what stands behind a point says which of a measure's.
pub(super) const MEASURES: [&str; 7] =
    ["heaps.k", "heaps.beta", "heaps.error", "heaps.deviation", "zipf-fit", "zipf-error", "zipf-distance"];

/// More ranks than this are not put in one by one.
const MOST_RANKS: usize = 5_000;

/// Least squares, worked through; x and y are the logarithms.
const LEAST_SQUARES: &str = "m_x = sum(points, x) / n; m_y = sum(points, y) / n; β = sum(points, (x - m_x) * (y - m_y)) / sum(points, (x - m_x)^2)";
const FACTOR: &str = "K = exp(m_y - β * m_x)";
const JACKKNIFE: &str = "m = sum(parts, b) / g; SE = sqrt((g - 1) / g * sum(parts, (b - m)^2))";
const DEVIATION: &str = "{law} = K * N^β; {off by} = |V / {law} - 1|";

pub(super) fn work(
    selection: &Selection,
    measure: &Measure,
    part: &str,
    article: Option<u32>,
    query: &VocabularyQuery,
) -> Result<Option<Working>, QueryError> {
    let fitted = fitted(selection, query, article)?;
    let text = &fitted.text;
    let unit = if query.n == 1 { ("word", "words") } else { ("n-gram", "n-grams") };
    let mut working = match (measure.key, part) {
        ("heaps", part) => match text.heaps {
            Some(law) => match part {
                "k" | "beta" => least_squares(measure, part == "k", law, &fitted),
                "error" => jackknife(selection, measure, &fitted),
                "deviation" => deviation(measure, law, &fitted),
                _ => return Ok(None),
            },
            None => told(None),
        },
        ("zipf-fit", "") => exponent(text.zipf, &fitted, unit),
        ("zipf-error", "") => error(measure, text.zipf, &fitted),
        ("zipf-distance", "") => distance(text.zipf, &fitted),
        // An article's sizes in words are the article's own.
        ("token" | "type" | "hapaxes", "") if article.is_none() || query.n > 1 => {
            counted(selection, measure.key, query.n, article, &fitted)
        }
        _ => return Ok(None),
    };
    working.title = match article {
        Some(article) => prose(|out| {
            out.article(article);
        }),
        None => plain("All articles that are on, together"),
    };
    if working.value.is_none() {
        working.undefined = match measure.key {
            "heaps" => format!("There are fewer than {SHORTEST} {}: too few for a curve to be fitted.", unit.1),
            _ => "There are fewer than two different words: nothing falls with rank.".to_owned(),
        };
    }
    Ok(Some(working))
}

/// The measure with another formula: a step on the way to it.
fn with(measure: &Measure, formula: &'static str, symbols: &'static [(&'static str, &'static str)]) -> Measure {
    Measure { formula, symbols, ..*measure }
}

fn least_squares(measure: &Measure, factor: bool, law: HeapsFit, fitted: &Fitted) -> Working {
    let curve = &fitted.text.curve;
    let (x, y): (Vec<f64>, Vec<f64>) = curve.iter().map(|point| (ln(f64::from(point.tokens)), ln(point.types))).unzip();
    let case = Case::default().with("n", curve.len() as f64).with_column("points", "x", x.clone()).with_column(
        "points",
        "y",
        y.clone(),
    );
    let symbols: &[(&str, &str)] = &[("n", "points of the curve")];
    let mut working = worked(&with(measure, LEAST_SQUARES, symbols), &case, &[], Some(law.beta));
    if factor {
        let n = curve.len() as f64;
        let means =
            case.with("m_x", x.iter().sum::<f64>() / n).with("m_y", y.iter().sum::<f64>() / n).with("β", law.beta);
        let last = worked(&with(measure, FACTOR, &[]), &means, &[], Some(law.k));
        working.lines.extend(last.lines);
        working.value = Some(law.k);
    }
    // A dozen of the points, from the first to the last.
    let last = curve.len().saturating_sub(1);
    let shown = curve.len().min(MOST_ROWS);
    let row = |at: usize| {
        let at = if shown < 2 { at } else { at * last / (shown - 1) };
        (plain(["N = ", &whole(curve[at].tokens)].concat()), [curve[at].types, x[at], y[at]].map(figures).to_vec())
    };
    working.table = Some(CountTable {
        heads: ["V: different", "x = ln N", "y = ln V"].map(plain).to_vec(),
        rows: (0..shown).map(row).collect(),
        more: (curve.len() - shown) as u32,
    });
    working.steps = vec![plain(
        "The curve of growth (N words, V different ones) is a straight line where both are logarithms: the line through them with the least squares has the slope β, and K is what it has at N = 1. (Above, some points of the curve.)",
    )];
    working
}

fn jackknife(selection: &Selection, measure: &Measure, fitted: &Fitted) -> Working {
    let (Some(error), Some(betas)) = (fitted.text.beta_error, &fitted.left_out) else { return told(None) };
    let case = Case::default().with("g", betas.len() as f64).with_column("parts", "b", betas.iter().copied());
    let symbols: &[(&str, &str)] = &[("g", "parts, one of which at a time is left out")];
    let label = |at: usize| match fitted.text.by_article {
        true => vec![
            Piece::Text("without ".to_owned()),
            Piece::Article(fitted.parts.get(at).map_or(0, |&position| selection.on()[position])),
        ],
        false => plain(["without tenth ", &(at + 1).to_string()].concat()),
    };
    let rows = betas.iter().enumerate().take(MOST_ROWS).map(|(at, beta)| (label(at), vec![figures(*beta)]));
    Working {
        table: Some(CountTable {
            heads: vec![plain("b: β of the rest")],
            rows: rows.collect(),
            more: betas.len().saturating_sub(MOST_ROWS) as u32,
        }),
        steps: vec![plain(if fitted.text.by_article {
            "The law is fitted anew with each article left out; the more the exponents differ, the less certain it is."
        } else {
            "The law is fitted anew with each tenth of the text left out; the more the exponents differ, the less certain it is."
        })],
        ..worked(&with(measure, JACKKNIFE, symbols), &case, &[], Some(error))
    }
}

fn deviation(measure: &Measure, law: HeapsFit, fitted: &Fitted) -> Working {
    let off =
        |point: &&crate::analysis::vocabulary::GrowthPoint| (point.types / law.expected(point.tokens) - 1.0).abs();
    let Some(worst) =
        fitted.text.curve.iter().reduce(|worst, next| if off(&next) > off(&worst) { next } else { worst })
    else {
        return told(None);
    };
    let case = Case::default().with("K", law.k).with("β", law.beta).with("N", worst.tokens).with("V", worst.types);
    let symbols: &[(&str, &str)] = &[
        ("K", "the fitted factor"),
        ("β", "the fitted exponent"),
        ("N", "words at the point that is furthest from the law"),
        ("V", "different words there"),
    ];
    let mut working = worked(&with(measure, DEVIATION, symbols), &case, &[], Some(law.deviation));
    working.steps = vec![plain(format!(
        "Of the {} of the curve the one at {} is furthest from the law, as a share of what the law has there.",
        things(fitted.text.curve.len() as u32, "point", "points"),
        things(worst.tokens, "word", "words")
    ))];
    working
}

/// Ranks that are shown: the first ones, then ever further apart, to the last.
fn shown_ranks(types: usize) -> Vec<usize> {
    let mut ranks: Vec<usize> =
        [1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1000].into_iter().filter(|&rank| rank < types).collect();
    ranks.push(types);
    ranks
}

/// Σ k^-a, and the mean log rank under the law.
fn law(types: usize, a: f64) -> (f64, f64) {
    let (mut sum, mut logs) = (0.0, 0.0);
    for rank in 1..=types {
        let log = ln(rank as f64);
        let weight = exp(-a * log);
        sum += weight;
        logs += weight * log;
    }
    (sum, logs / sum)
}

fn exponent(fit: Option<ZipfFit>, fitted: &Fitted, unit: (&str, &str)) -> Working {
    let Some(fit) = fit else { return told(None) };
    let frequencies = &fitted.frequencies;
    let (tokens, types) = (f64::from(fitted.text.tokens), frequencies.len());
    let row = |rank: &usize| {
        let frequency = f64::from(frequencies[rank - 1]);
        (plain(["r = ", &whole(*rank as u32)].concat()), vec![figures(frequency), figures(fit.expected(*rank as u32))])
    };
    let ranks = shown_ranks(types);
    let found = frequencies.iter().zip(1..).map(|(&f, rank)| f64::from(f) * ln(f64::from(rank))).sum::<f64>() / tokens;
    let mean = |a: f64| figures(law(types, a).1);
    let steps = vec![
        format!(
            "{}, {} different, are put in order: rank r = 1 is the most frequent, with f = {}.",
            things(fitted.text.tokens, unit.0, unit.1),
            whole(types as u32),
            whole(frequencies.first().copied().unwrap_or(0))
        ),
        format!("The mean logarithm of the rank, over all of them, is Σ f · ln r / N = {}.", figures(found)),
        if fit.exponent == 0.0 {
            "All are equally frequent: every rank is as likely as another, and a is 0.".to_owned()
        } else {
            format!(
                "Under the law it is Σ r^(−a) · ln r / Σ r^(−a), which falls as a grows: {} for a = {}, {} for a = {}, and the same as in the text, {}, for a = {}. There the text is likeliest (found by Newton’s steps).",
                mean(fit.exponent - 0.1),
                figures(fit.exponent - 0.1),
                mean(fit.exponent + 0.1),
                figures(fit.exponent + 0.1),
                mean(fit.exponent),
                figures(fit.exponent)
            )
        },
        format!(
            "With it the law expects f = N · r^(−a) / {} at rank r. (Above, some ranks.)",
            figures(law(types, fit.exponent).0)
        ),
    ];
    Working {
        table: Some(CountTable {
            heads: ["f", "the law has"].map(plain).to_vec(),
            more: (types - ranks.len()) as u32,
            rows: ranks.iter().map(row).collect(),
        }),
        steps: steps.into_iter().map(plain).collect(),
        ..told(Some(fit.exponent))
    }
}

fn error(measure: &Measure, fit: Option<ZipfFit>, fitted: &Fitted) -> Working {
    let Some(fit) = fit else { return told(None) };
    let types = fitted.frequencies.len();
    let (sum, mean) = law(types, fit.exponent);
    if types > MOST_RANKS {
        let said = format!(
            "Under the law with a = {} the mean of ln r is {}; its spread over the {} ranks, times N = {}, is what the text tells of a (Fisher’s information), and the standard error is one by its root.",
            figures(fit.exponent),
            figures(mean),
            whole(types as u32),
            whole(fitted.text.tokens)
        );
        return Working { steps: vec![plain(said)], ..told(Some(fit.error)) };
    }
    let case = Case::default().with("a", fit.exponent).with("H", sum).with("N", fitted.text.tokens).with_column(
        "ranks",
        "k",
        (1..=types).map(|rank| rank as f64),
    );
    let labels: Vec<Vec<Piece>> =
        (1..=types).take(MOST_ROWS).map(|rank| plain(["k = ", &rank.to_string()].concat())).collect();
    worked(measure, &case, &labels, Some(fit.error))
}

fn distance(fit: Option<ZipfFit>, fitted: &Fitted) -> Working {
    let Some(fit) = fit else { return told(None) };
    let (sum, _) = law(fitted.frequencies.len(), fit.exponent);
    let tokens = f64::from(fitted.text.tokens);
    let (mut ours, mut expected) = (0.0, 0.0);
    let both: Vec<(f64, f64)> = fitted
        .frequencies
        .iter()
        .zip(1..)
        .map(|(&frequency, rank)| {
            ours += f64::from(frequency) / tokens;
            expected += exp(-fit.exponent * ln(f64::from(rank))) / sum;
            (ours, expected)
        })
        .collect();
    // At the last rank both are the whole text, but for rounding.
    let apart = |at: usize| {
        let distance = (both[at].0 - both[at].1).abs();
        if distance < 1e-12 { 0.0 } else { distance }
    };
    let worst =
        (0..both.len()).reduce(|worst, next| if apart(next) > apart(worst) { next } else { worst }).unwrap_or(0);
    let mut ranks = shown_ranks(both.len());
    if !ranks.contains(&(worst + 1)) {
        ranks.push(worst + 1);
        ranks.sort_unstable();
    }
    let row = |rank: &usize| {
        let (ours, law) = both[rank - 1];
        (plain(["to rank ", &whole(*rank as u32)].concat()), [ours, law, apart(rank - 1)].map(figures).to_vec())
    };
    Working {
        table: Some(CountTable {
            heads: ["share of the text", "the law’s share", "apart by"].map(plain).to_vec(),
            more: (both.len() - ranks.len()) as u32,
            rows: ranks.iter().map(row).collect(),
        }),
        steps: vec![
            plain("For each rank: what share of the text the words up to it take, and what share the law gives them."),
            plain(format!(
                "They are furthest apart at rank {}: |{} − {}| = {}.",
                whole(worst as u32 + 1),
                figures(both[worst].0),
                figures(both[worst].1),
                figures(fit.distance)
            )),
        ],
        ..told(Some(fit.distance))
    }
}

/// Sizes of all articles together, or of one in n-grams.
fn counted(selection: &Selection, key: &str, n: u32, article: Option<u32>, fitted: &Fitted) -> Working {
    let text = &fitted.text;
    let (value, said) = match (key, article) {
        ("token", None) if n == 1 => (text.tokens, "Each article’s, added up.".to_owned()),
        ("token", _) => (
            text.tokens,
            format!(
                "Each run of {n} words within a sentence, counted once for each place: a sentence of m words has m − {} of them, and one shorter than {n} has none.",
                n - 1
            ),
        ),
        ("type", None) => (text.types, "Each different one once, whichever articles have it.".to_owned()),
        ("type", Some(_)) => (text.types, "Each different one once.".to_owned()),
        (_, None) => (text.hapaxes, "Those that stand once in all articles together.".to_owned()),
        (_, Some(_)) => (text.hapaxes, "Those that stand once in the article.".to_owned()),
    };
    let table = (n == 1 && key == "token")
        .then(|| article_table(selection, &["tokens"], |position| vec![f64::from(selection.size(position))]));
    Working { table, steps: vec![plain(said)], ..told(Some(f64::from(value))) }
}
