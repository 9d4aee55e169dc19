//! From the answer to the pictures' data.

use crate::app::pages::keyness::measure;
use crate::chart::layout::{Article, Axis, IntervalRow, Intervals, Threshold, Volcano, VolcanoPoint, shared_domain};
use crate::chart::order;
use crate::protocol::{KeywordColumn, KeywordPanel, KeywordRow, KeywordsReport, Kind};

/// χ² with 1 degree of freedom above which p is below 0.05 and 0.001. It is p as it is, not adjusted
/// for the many words tested, which no line at one height could be: so the lines say it.
const G2_AT: [(f64, &str); 2] =
    [(3.841_458_820_694_124, "p = 0.05, unadjusted"), (10.827_566_170_662_733, "p = 0.001, unadjusted")];

/// The same of −log₁₀ p.
const P_AT: [(f64, &str); 2] = [(1.301_029_995_663_981_3, "p = 0.05, unadjusted"), (3.0, "p = 0.001, unadjusted")];

/// The same where p is adjusted.
const ADJUSTED_AT: [(f64, &str); 2] = [(1.301_029_995_663_981_3, "adjusted p = 0.05"), (3.0, "adjusted p = 0.001")];

/// A p smaller than this is drawn as this: some underflow to 0, which has no logarithm.
const LEAST_P: f64 = 1e-300;

fn interval_row(target: usize, row: &KeywordRow, kind: Kind) -> IntervalRow {
    IntervalRow {
        term: row.term.clone(),
        value: row.log_ratio,
        low: row.log_ratio_low,
        high: row.log_ratio_high,
        count: row.frequency,
        reference: row.reference_frequency,
        at_most: row.at_most,
        // Nothing of the kind is asked of lockwords: they pass by their interval.
        passes: row.is_significant || kind == Kind::Alike,
        target,
    }
}

/// Why a panel has no word; empty where the filters keep them out.
fn nothing(panel: &KeywordPanel, kind: Kind, reference: &str) -> &'static str {
    let compared = !panel.reference.is_empty() || reference.ends_with("English");
    match (kind, panel.tested) {
        _ if !compared => "There is nothing to compare with: switch on another article, or choose general English.",
        (_, 0) => {
            "No word is frequent enough, in enough articles, to be tested: lower the least frequency or the least number of articles."
        }
        (Kind::Alike, _) => "No word occurs often enough on both sides to be a lockword.",
        _ => "",
    }
}

/// The target as charts name it: an article, or a group by its letters.
fn target(panel: &KeywordPanel, article: &impl Fn(u32) -> Article) -> Article {
    match &*panel.articles {
        [_, _, ..] => Article {
            letter: panel.articles.iter().map(|&number| article(number).letter).collect::<Vec<_>>().join(" + "),
            name: "the group".to_owned(),
            ..article(panel.article)
        },
        _ => article(panel.article),
    }
}

/// One picture a panel, all on the same scale; a mark's target is its row in the panel.
#[must_use]
pub fn panels(
    panels: &[KeywordPanel],
    kind: Kind,
    article: impl Fn(u32) -> Article,
    reference: &str,
) -> Vec<Intervals> {
    let rows: Vec<Vec<IntervalRow>> = panels
        .iter()
        .map(|panel| panel.rows.iter().enumerate().map(|(i, row)| interval_row(i, row, kind)).collect())
        .collect();
    let domain = shared_domain(rows.iter().flatten());
    panels
        .iter()
        .zip(rows)
        .map(|(panel, rows)| Intervals {
            article: target(panel, &article),
            reference: reference.to_owned(),
            against: match reference {
                _ if reference.ends_with("English") => "English".to_owned(),
                _ if reference.starts_with("the other") => "rest".to_owned(),
                chosen => chosen.to_owned(),
            },
            nothing: nothing(panel, kind, reference).to_owned(),
            rows,
            domain,
        })
        .collect()
}

/// Whether evidence by this measure is a p, of which the volcano plot shows the logarithm.
const fn is_p(column: KeywordColumn) -> bool {
    matches!(column, KeywordColumn::PAdjusted | KeywordColumn::FisherP | KeywordColumn::PermutationP)
}

/// Effect against evidence, by two measures: those that every row has, or that the report has as
/// further ones; a mark's target is its place among the report's points.
#[must_use]
pub fn volcano(
    report: &KeywordsReport,
    (effect, evidence): (KeywordColumn, KeywordColumn),
    kind: Kind,
    article: impl Fn(u32) -> Article,
    reference: &str,
) -> Volcano {
    // The words of a group are those of all its articles.
    let group = report.panels.first().filter(|panel| panel.articles.len() > 1);
    let numbers = order::distinct(report.points.iter().map(|point| point.article).collect());
    let articles: Vec<Article> = match group {
        Some(panel) => vec![target(panel, &article)],
        None => numbers.into_iter().map(&article).collect(),
    };
    // Looked up in the answer: it may still be the one to the question before.
    let value = |row: &KeywordRow, column: KeywordColumn| match column {
        KeywordColumn::LogRatio => row.log_ratio,
        KeywordColumn::G2 => row.g2,
        KeywordColumn::PAdjusted => row.p_adjusted,
        _ => row.further.get(report.further.iter().position(|further| *further == column)?).copied().flatten(),
    };
    let is_ratio = matches!(effect, KeywordColumn::OddsRatio | KeywordColumn::SimpleMaths);
    let point = |(target, row): (usize, &KeywordRow)| VolcanoPoint {
        term: row.term.clone(),
        article: group.map_or(row.article, |panel| panel.article),
        // A ratio is drawn by its doublings, so that half as often is as far as twice as often; 0 has none.
        log_ratio: value(row, effect).map(|value| if is_ratio { value.log2() } else { value }),
        evidence: value(row, evidence).map(|value| if is_p(evidence) { -value.max(LEAST_P).log10() } else { value }),
        count: row.frequency,
        reference: row.reference_frequency,
        passes: row.is_significant || kind == Kind::Alike,
        target,
    };
    let name = measure(effect).0;
    let effect = match effect {
        KeywordColumn::LogRatio => None,
        KeywordColumn::PercentDifference => Some(Axis {
            name: name.to_owned(),
            title: format!("by how many per cent more often than in {reference}"),
            doublings: false,
        }),
        _ => Some(Axis {
            name: if is_ratio { ["log₂ of ", name].concat() } else { name.to_owned() },
            title: format!("{name}: how many times as often as in {reference}"),
            doublings: true,
        }),
    };
    let name = measure(evidence).0;
    let (thresholds, evidence) = match evidence {
        KeywordColumn::G2 => (G2_AT, None),
        column if is_p(column) => (
            if column == KeywordColumn::PAdjusted { ADJUSTED_AT } else { P_AT },
            Some(Axis {
                name: ["−log₁₀ ", name].concat(),
                title: ["−log₁₀ ", name, ": evidence of a difference"].concat(),
                doublings: false,
            }),
        ),
        _ => (
            G2_AT,
            Some(Axis {
                name: name.to_owned(),
                title: [name, ": evidence of a difference"].concat(),
                doublings: false,
            }),
        ),
    };
    Volcano {
        articles,
        reference: reference.to_owned(),
        points: report.points.iter().enumerate().map(point).collect(),
        effect,
        evidence,
        thresholds: thresholds
            .iter()
            .map(|(value, label)| Threshold { value: *value, label: (*label).into() })
            .collect(),
    }
}
