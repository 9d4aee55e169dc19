//! From the answers to the pictures' data.

use crate::chart::layout::{
    Article, BarLength, BarRow, Barcode, Bars, Curve, Growth, Lane, LaneWidth, Spectrum, SpectrumBar, Tick, Zipf,
    ZipfPoint,
};
use crate::protocol::{DistributionReport, FrequencyReport, TextVocabulary, VocabularyReport, ZipfFit};

/// One picture a word: how often it stands in each article or group. A mark's target is its place.
#[must_use]
pub fn bars(report: &DistributionReport, article: impl Fn(u32) -> Article) -> Vec<Bars> {
    let rows = |counts: &[u32]| -> Vec<BarRow> {
        (report.units.iter().zip(&report.unit_tokens).zip(counts))
            .enumerate()
            .map(|(target, ((number, tokens), count))| BarRow {
                article: article(*number),
                count: *count,
                tokens: *tokens,
                target,
            })
            .collect()
    };
    let beside: Vec<BarRow> = report.terms.iter().flat_map(|term| rows(&term.row.by_article)).collect();
    report
        .terms
        .iter()
        .map(|term| Bars {
            term: term.row.term.clone(),
            rows: rows(&term.row.by_article),
            length: BarLength::Rate,
            beside: beside.clone(),
        })
        .collect()
}

/// A place where a word stands: which word of the question, which article, and which of the word's places there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Place of the word in the question.
    pub term: usize,
    /// Number of the article.
    pub article: u32,
    /// Which of the word's places in the article, from 0.
    pub hit: u32,
}

/// Where the words stand along the articles, and what each mark's target stands for.
#[must_use]
pub fn barcode(
    report: &DistributionReport,
    article: impl Fn(u32) -> Article,
    lane_width: LaneWidth,
) -> (Barcode, Vec<Place>) {
    let mut places = Vec::new();
    let mut lanes = Vec::new();
    for (term, distribution) in report.terms.iter().enumerate() {
        for (number, tokens) in report.articles.iter().zip(&report.article_tokens) {
            let hits = distribution.hits.iter().filter(|hit| hit.article == *number);
            let ticks = hits.zip(0..).map(|(hit, nth)| {
                places.push(Place { term, article: *number, hit: nth });
                Tick { token: hit.token, target: places.len() - 1 }
            });
            let ticks = ticks.collect();
            lanes.push(Lane { term: distribution.row.term.clone(), article: article(*number), tokens: *tokens, ticks });
        }
    }
    (Barcode { lanes, lane_width }, places)
}

/// Frequency against rank; a mark's target is its place in the report's list.
#[must_use]
pub fn zipf(report: &FrequencyReport, law: Option<ZipfFit>, n: u32) -> Zipf {
    let point = |(target, point): (usize, &crate::protocol::ZipfPoint)| ZipfPoint {
        term: point.term.clone(),
        rank: point.rank,
        frequency: point.frequency,
        target,
    };
    Zipf {
        points: report.zipf.iter().enumerate().map(point).collect(),
        unit: unit(n),
        fit: law.map(|law| (law.exponent, law.first)),
    }
}

/// What is counted, in the plural.
fn unit(n: u32) -> String {
    if n == 1 { "words".into() } else { format!("{n}-grams") }
}

/// Different words against words read; a mark's target is its text's place in the report.
#[must_use]
pub fn growth(report: &VocabularyReport, n: u32, article: impl Fn(u32) -> Article) -> Growth {
    let curve = |(target, text): (usize, &TextVocabulary)| Curve {
        article: text.article.map(&article),
        points: text.curve.iter().map(|point| (point.tokens, point.types)).collect(),
        law: text.heaps.map(|law| (law.k, law.beta)),
        target,
    };
    Growth { curves: report.texts.iter().enumerate().map(curve).collect(), unit: unit(n) }
}

/// Frequencies with a bar of their own; the rest share one.
pub const MOST_BARS: u32 = 12;

/// How many words occur once, twice and so on; a mark's target is its frequency less one.
#[must_use]
pub fn spectrum(report: &VocabularyReport, n: u32) -> Spectrum {
    let most = report.spectrum.last().map_or(0, |row| row.frequency);
    let bar = |frequency: u32| {
        let and_more = frequency > MOST_BARS;
        let mut bar = SpectrumBar { frequency, and_more, target: frequency as usize - 1, ..SpectrumBar::default() };
        for row in &report.spectrum {
            if row.frequency == frequency || (and_more && row.frequency > frequency) {
                bar.types += row.types;
                bar.tokens += row.types * row.frequency;
                let room = 5 - bar.examples.len().min(5);
                bar.examples.extend(row.examples.iter().take(room).cloned());
            }
        }
        bar
    };
    Spectrum { bars: (1..=most.min(MOST_BARS + 1)).map(bar).collect(), unit: unit(n) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{FrequencyRow, Hit, Span, TermDistribution};

    #[test]
    fn a_tick_leads_to_its_place_in_its_article() {
        let row = |term: &str| FrequencyRow {
            term: term.into(),
            frequency: 0,
            per_million: 0.0,
            range: 0,
            dp: None,
            dp_norm: None,
            juilland_d: None,
            by_article: vec![2, 1],
            variants: Vec::new(),
        };
        let hit = |article, token| Hit { article, token, span: Span::default() };
        let report = DistributionReport {
            articles: vec![0, 3],
            article_tokens: vec![10, 20],
            units: vec![0, 3],
            unit_tokens: vec![10, 20],
            terms: vec![
                TermDistribution { row: row("nato"), hits: vec![hit(0, 1), hit(0, 4), hit(3, 19)] },
                TermDistribution { row: row("rutte"), hits: vec![hit(3, 2)] },
            ],
        };
        let (barcode, places) = barcode(&report, |number| Article { number, ..Article::default() }, LaneWidth::Equal);
        assert_eq!(barcode.lanes.len(), 4);
        assert_eq!(barcode.lanes[0].ticks, [Tick { token: 1, target: 0 }, Tick { token: 4, target: 1 }]);
        assert_eq!(barcode.lanes[1].ticks, [Tick { token: 19, target: 2 }]);
        assert_eq!(barcode.lanes[2].ticks, []);
        assert_eq!(places[1], Place { term: 0, article: 0, hit: 1 });
        assert_eq!(places[2], Place { term: 0, article: 3, hit: 0 });
        assert_eq!(places[3], Place { term: 1, article: 3, hit: 0 });
    }
}
