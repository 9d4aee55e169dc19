//! From the answers to the pictures' data.

use crate::chart::layout::{
    Article, CellValue, Encoding, Heatmap, Matrix, MatrixRow, Measure, Merge, Plane, PlaneOf, PlanePoint, TwoSided,
    TwoSidedRow, Upset, UpsetRow,
};
use crate::chart::{draw, ticks};
use crate::protocol::{
    CompareQuery, CompareReport, Distance, GROUPS, Intersection, IntersectionsReport, KeywordRow, Linkage, MapReport,
    Mapped, MatrixReport, PairReport, Similarity,
};

/// A measure's name, as the switch has it.
#[must_use]
pub const fn measure_name(measure: Similarity) -> &'static str {
    match measure {
        Similarity::Cosine => "Cosine on TF-IDF",
        Similarity::Jaccard => "Jaccard",
        Similarity::Containment => "Containment",
        Similarity::SharedFivegrams => "Shared 5-grams",
    }
}

/// What the heat map's scale shows.
const fn scale_name(measure: Similarity) -> &'static str {
    match measure {
        Similarity::Cosine => "Cosine similarity",
        Similarity::Jaccard => "Jaccard index",
        Similarity::Containment => "Containment",
        Similarity::SharedFivegrams => "Shared runs of five words",
    }
}

/// A distance's name, as the tree's axis has it.
#[must_use]
pub const fn distance_name(distance: Distance) -> &'static str {
    match distance {
        Distance::Unlike(Similarity::Cosine) => "1 − cosine",
        Distance::Unlike(Similarity::Jaccard) => "1 − Jaccard",
        Distance::Unlike(Similarity::Containment) => "1 − containment",
        Distance::Unlike(Similarity::SharedFivegrams) => "1 − share of 5-grams",
        Distance::Euclidean => "Euclidean, TF-IDF",
    }
}

/// The measure of what two articles have in common that goes with a distance.
#[must_use]
pub const fn measure_of(distance: Distance) -> Similarity {
    match distance {
        Distance::Unlike(measure) => measure,
        Distance::Euclidean => Similarity::Cosine,
    }
}

/// What the pair of a step is to the two branches that it joins.
const fn linked(linkage: Linkage) -> &'static str {
    match linkage {
        Linkage::Complete => "farthest pair",
        Linkage::Average | Linkage::Single | Linkage::Ward => "nearest pair",
    }
}

/// The heat map with its tree. A cell's target is `row × n + column` by places in the report's articles,
/// that of the tree's step n² + its place.
#[must_use]
pub fn heatmap(
    report: &CompareReport,
    query: &CompareQuery,
    selected: Option<(u32, u32)>,
    article: impl Fn(u32) -> Article,
) -> Heatmap {
    let (n, measure) = (report.articles.len(), query.measure);
    let mut values = vec![None; n * n];
    let place = |number: u32| report.articles.iter().position(|a| *a == number);
    for row in &report.pairs {
        if let (Some(a), Some(b)) = (place(row.article_a), place(row.article_b)) {
            values[a * n + b] = row.value(measure);
            values[b * n + a] = row.value(measure);
        }
    }
    Heatmap {
        articles: report.articles.iter().map(|number| article(*number)).collect(),
        values,
        merges: report
            .merges
            .iter()
            .map(|m| Merge { left: m.left, right: m.right, height: m.height, pair: m.pair })
            .collect(),
        distance: distance_name(query.distance()).into(),
        linked: linked(query.linkage).into(),
        order: report.order.clone(),
        measure: scale_name(measure).into(),
        value: if measure == Similarity::SharedFivegrams { CellValue::Count } else { CellValue::Fraction },
        selected,
    }
}

/// The two-sided plot. A mark's target is its place among the report's points.
#[must_use]
pub fn two_sided(report: &PairReport, a: Article, b: Article) -> TwoSided {
    let row = |(target, row): (usize, &KeywordRow)| TwoSidedRow {
        term: row.term.clone(),
        value: row.g2,
        count_a: row.frequency,
        count_b: row.reference_frequency,
        target,
    };
    let first = |row: &KeywordRow| row.g2.is_some_and(|g2| g2 > 0.0);
    let side = |of_first: bool| {
        report.points.iter().enumerate().filter(move |(_, point)| first(point) == of_first).map(row).collect()
    };
    TwoSided { a, b, left: side(true), right: side(false), measure: Measure::G2 }
}

/// The correspondence map. A mark's target is its place among the report's points.
#[must_use]
pub fn plane(report: &MapReport, article: impl Fn(u32) -> Article) -> Plane {
    let axes = report.shown.iter().map(|axis| axis_name(report, *axis)).collect();
    let share = |value: f64| [&ticks::fixed(value * 100.0, 1), " %"].concat();
    let points = report.points.iter().enumerate().map(|(target, point)| {
        let (of, count) = match &point.of {
            Mapped::Article(number) => {
                (PlaneOf::Article(article(*number)), ("mapped words".to_owned(), ticks::count(point.count.into())))
            }
            Mapped::Term(term) => (PlaneOf::Term(term.clone()), ("in all".to_owned(), draw::times(point.count))),
        };
        let mut rows = vec![count];
        let places = report.shown.iter().zip([Some(point.x), point.y]);
        for (axis, place) in places.filter_map(|(axis, place)| Some((axis, place?))) {
            let told = [&ticks::fixed(place.at, 2), ", makes ", &share(place.contribution), " of it"].concat();
            rows.push((["axis ", &axis.to_string()].concat(), told));
        }
        let quality = point.quality.map_or_else(|| "undefined".to_owned(), |quality| ticks::fixed(quality, 2));
        rows.push(("cos² here".to_owned(), quality));
        PlanePoint { of, x: point.x.at, y: point.y.map_or(0.0, |y| y.at), rows, target }
    });
    Plane { points: points.collect(), axes }
}

/// The intersections of vocabularies. A row's target is its place, that of a set the number of rows and its place.
#[must_use]
pub fn upset(report: &IntersectionsReport, article: impl Fn(u32) -> Article) -> Upset {
    let place = |number: &u32| report.articles.iter().position(|known| known == number);
    let row = |it: &Intersection| UpsetRow {
        members: it.articles.iter().filter_map(place).collect(),
        count: it.words,
        examples: it.examples.clone(),
    };
    let open = report.open.as_ref().map(|open| &open.articles);
    Upset {
        articles: report.articles.iter().map(|number| article(*number)).collect(),
        sizes: report.sizes.clone(),
        rows: report.intersections.iter().map(row).collect(),
        selected: report.intersections.iter().position(|it| Some(&it.articles) == open),
        groups: report.articles.first().is_some_and(|first| *first >= GROUPS),
    }
}

/// An axis and the inertia it holds: `axis 1: 33 % of the inertia`.
#[must_use]
pub fn axis_name(report: &MapReport, axis: u32) -> String {
    let share = report.axes.get(axis as usize - 1).map_or(0.0, |axis| axis.share);
    ["axis ", &axis.to_string(), ": ", &ticks::fixed(share * 100.0, 1), " % of the inertia"].concat()
}

/// The terms × articles matrix. A cell's target is `row × number of articles + column`.
#[must_use]
pub fn matrix(report: &MatrixReport, article: impl Fn(u32) -> Article) -> Matrix {
    Matrix {
        articles: report.articles.iter().map(|number| article(*number)).collect(),
        tokens: report.article_tokens.clone(),
        rows: report
            .rows
            .iter()
            .map(|row| MatrixRow { term: row.term.clone(), counts: row.by_article.clone() })
            .collect(),
        encoding: Encoding::Area,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::protocol::{Finding, SimilarityRow};

    fn row(a: u32, b: u32, cosine: Option<f64>) -> SimilarityRow {
        SimilarityRow { article_a: a, article_b: b, cosine, jaccard: Some(0.1), containment: None, shared_5grams: 3 }
    }

    fn report() -> CompareReport {
        CompareReport {
            finding: Finding::default(),
            articles: vec![0, 2, 5],
            pairs: vec![row(0, 2, None), row(0, 5, Some(0.3)), row(2, 5, Some(0.3))],
            merges: Vec::new(),
            order: vec![2, 0, 5],
            rows: Vec::new(),
            total: 3,
            closest: Some((0, 5)),
        }
    }

    #[test]
    fn the_heat_map_is_symmetric_and_by_place() {
        let map = heatmap(&report(), &CompareQuery::default(), None, |number| Article { number, ..Article::default() });
        let some = Some(0.3);
        assert_eq!(map.values, [None, None, some, None, None, some, some, some, None]);
        assert_eq!(map.articles[2].number, 5);
    }
}
