//! From the answer to the pictures' data.

use crate::chart::layout::{
    Article, IntervalRow, Intervals, Significance, Threshold, Volcano, VolcanoPoint, shared_domain,
};
use crate::chart::order;
use crate::protocol::{KeywordPanel, KeywordRow, KeywordsReport};

/// G² above which p of χ² with 1 degree of freedom is below 0.05 and 0.001.
const G2_AT: [(f64, &str); 2] = [(3.841_458_820_694_124, "p = 0.05"), (10.827_566_170_662_733, "p = 0.001")];

fn interval_row(target: usize, row: &KeywordRow) -> IntervalRow {
    IntervalRow {
        term: row.term.clone(),
        value: row.log_ratio,
        low: row.log_ratio_low,
        high: row.log_ratio_high,
        count: row.frequency,
        reference: row.reference_frequency,
        target,
    }
}

/// One picture a panel, all on the same scale; a mark's target is its row in the panel.
#[must_use]
pub fn panels(panels: &[KeywordPanel], article: impl Fn(u32) -> Article, reference: &str) -> Vec<Intervals> {
    let rows: Vec<Vec<IntervalRow>> = panels
        .iter()
        .map(|panel| panel.rows.iter().enumerate().map(|(i, row)| interval_row(i, row)).collect())
        .collect();
    let domain = shared_domain(rows.iter().flatten());
    panels
        .iter()
        .zip(rows)
        .map(|(panel, rows)| Intervals {
            article: article(panel.article),
            reference: reference.to_owned(),
            rows,
            domain,
        })
        .collect()
}

/// Effect against evidence; a mark's target is its place among the report's points.
#[must_use]
pub fn volcano(report: &KeywordsReport, article: impl Fn(u32) -> Article, reference: &str) -> Volcano {
    let numbers = order::distinct(report.points.iter().map(|point| point.article).collect());
    let point = |(target, row): (usize, &KeywordRow)| VolcanoPoint {
        term: row.term.clone(),
        article: row.article,
        log_ratio: row.log_ratio,
        evidence: row.g2,
        count: row.frequency,
        reference: row.reference_frequency,
        target,
    };
    Volcano {
        articles: numbers.into_iter().map(article).collect(),
        reference: reference.to_owned(),
        points: report.points.iter().enumerate().map(point).collect(),
        significance: Significance::G2,
        thresholds: G2_AT.iter().map(|(value, label)| Threshold { value: *value, label: (*label).into() }).collect(),
    }
}
