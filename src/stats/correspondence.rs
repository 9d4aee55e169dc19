//! Correspondence analysis: the rows and the columns of a table of counts in one plane.

use super::eigen::{Eigen, symmetric};
use super::measure::Measure;

/// A row or a column of the table, on the map.
#[derive(Clone, Debug, PartialEq)]
pub struct Profile {
    /// Its share of all counts, 0 to 1.
    pub mass: f64,
    /// Its squared chi-squared distance from the average profile, 0 or more.
    pub distance: f64,
    /// Its principal coordinate on each axis.
    pub coordinates: Vec<f64>,
}

/// The analysis of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Correspondence {
    /// The rows.
    pub rows: Vec<Profile>,
    /// The columns.
    pub columns: Vec<Profile>,
    /// The inertia of each axis, largest first; at most one less than the smaller side of the table has.
    pub inertias: Vec<f64>,
    /// The inertia of the table, χ² over the sum of its counts: what the inertias add up to.
    pub total: f64,
}

/// An axis whose inertia is a smaller part of the whole holds nothing but rounding.
const LEAST: f64 = 1e-12;

impl Profile {
    /// How much of an axis this point makes, 0 to 1: mass × coordinate² / the axis's inertia. Over all rows
    /// (or all columns) it adds up to 1. `None` where there is no such axis.
    #[must_use]
    pub fn contribution(&self, axis: usize, inertia: f64) -> Option<f64> {
        let at = *self.coordinates.get(axis)?;
        (inertia > 0.0).then(|| self.mass * at * at / inertia)
    }

    /// How well an axis shows this point, 0 to 1: coordinate² / the squared distance (cos²). `None` where
    /// there is no such axis, and for a point that isn't off the average at all.
    #[must_use]
    pub fn quality(&self, axis: usize) -> Option<f64> {
        let at = *self.coordinates.get(axis)?;
        (self.distance > 0.0).then(|| (at * at / self.distance).min(1.0))
    }
}

/// Correspondence analysis of a table of counts, row by row, with `columns` columns.
///
/// With p = count / sum, r and c the masses of row and column, the residuals s = (p - r c) / √(r c) are
/// taken apart by their singular values; their squares are the inertias of the axes. Coordinates are
/// principal for rows and columns alike. The side with fewer profiles is the one whose matrix is solved.
/// Each axis points so that the first column that isn't in its middle (0.1 % of the farthest) lies on its
/// positive side. `None` where a row or a column has no count, or there is none, or one profile alone, or
/// all have the same profile: then there is nothing to map. Source: Benzécri 1973; Greenacre 2017,
/// *Correspondence Analysis in Practice*.
#[must_use]
pub fn correspondence(counts: &[u32], columns: usize) -> Option<Correspondence> {
    let rows = counts.len().checked_div(columns)?;
    if rows < 2 || columns < 2 || counts.len() != rows * columns {
        return None;
    }
    let sum = |counts: &mut dyn Iterator<Item = u32>| counts.map(f64::from).sum::<f64>();
    let all = sum(&mut counts.iter().copied());
    let row_masses: Vec<f64> = counts.chunks_exact(columns).map(|row| sum(&mut row.iter().copied()) / all).collect();
    let column_masses: Vec<f64> =
        (0..columns).map(|column| sum(&mut counts.iter().skip(column).step_by(columns).copied()) / all).collect();
    if row_masses.iter().chain(&column_masses).any(|&mass| mass.is_nan() || mass <= 0.0) {
        return None;
    }
    let residuals: Vec<f64> = (counts.iter().enumerate())
        .map(|(at, &count)| {
            let expected = row_masses[at / columns] * column_masses[at % columns];
            (f64::from(count) / all - expected) / expected.sqrt()
        })
        .collect();
    let total: f64 = residuals.iter().map(|residual| residual * residual).sum();
    if total <= LEAST * LEAST {
        return None;
    }
    let by_row = rows < columns;
    let axes = axes(&residuals, rows, columns, by_row, total);
    if axes.is_empty() {
        return None;
    }
    // Standard coordinates on the solved side; the other side's follow from the residuals.
    let across: Vec<Vec<f64>> = axes.iter().map(|axis| across(&residuals, columns, &axis.vector, by_row)).collect();
    let mut found = Correspondence {
        rows: profiles(
            &row_masses,
            |row| squares(residuals.iter().skip(row * columns).take(columns)),
            |row, axis| {
                if by_row { axes[axis].vector[row] * axes[axis].value.sqrt() } else { across[axis][row] }
            },
            axes.len(),
        ),
        columns: profiles(
            &column_masses,
            |column| squares(residuals.iter().skip(column).step_by(columns)),
            |column, axis| {
                if by_row { across[axis][column] } else { axes[axis].vector[column] * axes[axis].value.sqrt() }
            },
            axes.len(),
        ),
        inertias: axes.iter().map(|axis| axis.value).collect(),
        total,
    };
    found.point();
    Some(found)
}

impl Correspondence {
    /// Turns every axis the way it is to point.
    fn point(&mut self) {
        for axis in 0..self.inertias.len() {
            let most = self.columns.iter().map(|it| it.coordinates[axis].abs()).fold(0.0, f64::max);
            let first = self.columns.iter().map(|it| it.coordinates[axis]).find(|at| at.abs() > most * 1e-3);
            if first.is_some_and(|at| at < 0.0) {
                for it in self.rows.iter_mut().chain(&mut self.columns) {
                    it.coordinates[axis] = -it.coordinates[axis];
                }
            }
        }
    }
}

fn squares<'r>(residuals: impl Iterator<Item = &'r f64>) -> f64 {
    residuals.map(|residual| residual * residual).sum()
}

/// The axes that hold anything, of the smaller side's matrix of products.
fn axes(residuals: &[f64], rows: usize, columns: usize, by_row: bool, total: f64) -> Vec<Eigen> {
    let n = if by_row { rows } else { columns };
    let mut products = vec![0.0; n * n];
    if by_row {
        for i in 0..n {
            for j in i..n {
                let (x, y) = (&residuals[i * columns..(i + 1) * columns], &residuals[j * columns..(j + 1) * columns]);
                products[i * n + j] = x.iter().zip(y).map(|(x, y)| x * y).sum();
            }
        }
    } else {
        for row in residuals.chunks_exact(columns) {
            for i in 0..n {
                for j in i..n {
                    products[i * n + j] += row[i] * row[j];
                }
            }
        }
    }
    // One axis is always empty: the average profile lies in the middle of all.
    let mut axes = symmetric(n, &products);
    axes.truncate(n - 1);
    axes.retain(|axis| axis.value > LEAST * total);
    axes
}

/// Where the profiles of the other side lie on an axis, before their masses are taken into account.
fn across(residuals: &[f64], columns: usize, vector: &[f64], by_row: bool) -> Vec<f64> {
    if by_row {
        let mut sums = vec![0.0; columns];
        for (row, weight) in residuals.chunks_exact(columns).zip(vector) {
            for (sum, residual) in sums.iter_mut().zip(row) {
                *sum += residual * weight;
            }
        }
        sums
    } else {
        residuals.chunks_exact(columns).map(|row| row.iter().zip(vector).map(|(x, y)| x * y).sum()).collect()
    }
}

fn profiles(
    masses: &[f64],
    inertia: impl Fn(usize) -> f64,
    at: impl Fn(usize, usize) -> f64,
    axes: usize,
) -> Vec<Profile> {
    let profile = |(number, &mass): (usize, &f64)| Profile {
        mass,
        distance: inertia(number) / mass,
        coordinates: (0..axes).map(|axis| at(number, axis) / mass.sqrt()).collect(),
    };
    masses.iter().enumerate().map(profile).collect()
}

/// See [`correspondence`].
pub const MAP: Measure = Measure {
    key: "correspondence",
    group: "Correspondence",
    name: "Correspondence map",
    says: "Articles and words in one plane. Articles that share out the mapped words alike lie near each other, and so do words that are shared out alike over the articles; what is as the average lies in the middle. A word lies on the side of the articles that use it more than the others do.",
    caveat: "Distances mean something between two articles and between two words, not between a word and an article: of those only the direction from the middle tells. Rare words lie far out and weigh little: look at their contribution. A plane shows two axes of many: look at the inertia they hold, and at each point’s cos².",
    range: "coordinates of any size; 0 is the average",
    rule: "of the table words × articles, the residuals (p − r·c) / √(r·c) are taken apart by their singular values, where p is a cell’s share of all counts, r and c the shares of its row and column; a point’s coordinate is its singular vector’s entry, times the singular value, over the root of its mass (principal coordinates for words and articles alike)",
    default: "The words shown that occur at least 3 times and in at least 2 articles, the 100 most frequent of them; hidden stop words are left out. Each axis points so that the first article off its middle lies to the right or above.",
    undefined: "With one article, with fewer than two such words, or where all articles use them in the same proportions. An article that has none of the words is not on the map.",
    source: "Benzécri 1973, L’analyse des données; Greenacre 2017, Correspondence Analysis in Practice, 3rd edition.",
    ..Measure::EMPTY
};

/// See [`Correspondence::inertias`].
pub const INERTIA: Measure = Measure {
    key: "inertia",
    group: "Correspondence",
    name: "Inertia",
    says: "How much the articles differ in the mapped words at all, and how much of that an axis or a point holds. The percentage beside an axis is its part of the whole: the higher the two together, the more of the differences the plane shows.",
    caveat: "Of few articles the first two axes always hold much: of three articles all.",
    range: "0 or more; of an axis at most 1; shares 0 to 100 %",
    formula: "I = sum(cells, (p - r * c)^2 / (r * c))",
    symbols: &[
        ("p", "the cell’s share of all counts of the table"),
        ("r", "the word’s share of them: its mass"),
        ("c", "the article’s share of them: its mass"),
    ],
    rule: "χ² of the table over the sum of its counts; an axis’s is the square of its singular value, a point’s its mass times its squared distance from the average",
    default: "Over the mapped words and articles.",
    undefined: "Where there is no map.",
    source: "Greenacre 2017, Correspondence Analysis in Practice, 3rd edition.",
};

/// See [`Profile::contribution`].
pub const CONTRIBUTION: Measure = Measure {
    key: "contribution",
    group: "Correspondence",
    name: "Contribution to an axis",
    says: "How much of an axis a word or an article makes: of all words together 100 %, and of all articles. Those that make most of it say what the axis is about.",
    range: "0 to 100 %",
    formula: "ctr = m * f^2 / {lambda}",
    symbols: &[
        ("m", "the point’s mass: its share of all counts of the table"),
        ("f", "its coordinate on the axis"),
        ("lambda", "the inertia of the axis"),
    ],
    default: "Shown in per cent, of the words or of the articles.",
    undefined: "Where there is no such axis.",
    source: "Greenacre 2017, Correspondence Analysis in Practice, 3rd edition.",
    ..Measure::EMPTY
};

/// See [`Profile::quality`].
pub const QUALITY: Measure = Measure {
    key: "cos2",
    group: "Correspondence",
    name: "Quality (cos²)",
    says: "How much of what a point is off the average the plane shows. Near 1 it lies in the plane as it lies among all axes; near 0 it lies before or behind it, and its place in the picture says little.",
    range: "0 to 1",
    formula: "q = (f^2 + g^2) / d^2",
    symbols: &[
        ("f", "its coordinate on the one axis"),
        ("g", "its coordinate on the other; 0 where there is none"),
        ("d", "its chi-squared distance from the average profile"),
    ],
    default: "Of the two axes that are shown.",
    undefined: "For a point that is just as the average: the cell is empty.",
    source: "Greenacre 2017, Correspondence Analysis in Practice, 3rd edition.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_has_no_map() {
        assert_eq!(correspondence(&[], 0), None);
        assert_eq!(correspondence(&[3, 4], 2), None, "one row");
        assert_eq!(correspondence(&[3, 4], 1), None, "one column");
        assert_eq!(correspondence(&[3, 0, 4, 0], 2), None, "a column without a count");
        assert_eq!(correspondence(&[1, 2, 2, 4], 2), None, "the same proportions");
    }

    /// Two words, each in one article only: one axis, of inertia 1, at whose ends they lie.
    #[test]
    fn two_apart() {
        let map = correspondence(&[6, 0, 0, 2], 2).unwrap();
        assert_eq!(map.inertias.len(), 1);
        assert!((map.inertias[0] - 1.0).abs() < 1e-12 && (map.total - 1.0).abs() < 1e-12);
        // The average is at 0: 0.75 x + 0.25 y = 0, x² 0.75 + y² 0.25 = 1.
        let third = (1.0_f64 / 3.0).sqrt();
        assert!((map.columns[0].coordinates[0] - third).abs() < 1e-12);
        assert!((map.columns[1].coordinates[0] + 3.0 * third).abs() < 1e-12);
    }

    proptest! {
        #[test]
        fn axes_take_the_inertia_apart(
            columns in 2_usize..7,
            counts in proptest::collection::vec(0_u32..30, 4..80),
        ) {
            let counts = &counts[..counts.len() / columns * columns];
            let Some(map) = correspondence(counts, columns) else { return Ok(()) };
            prop_assert!((map.inertias.iter().sum::<f64>() - map.total).abs() < 1e-9 * map.total.max(1.0));
            for points in [&map.rows, &map.columns] {
                prop_assert!((points.iter().map(|it| it.mass).sum::<f64>() - 1.0).abs() < 1e-12);
                for (axis, &inertia) in map.inertias.iter().enumerate() {
                    let of: f64 = points.iter().map(|it| it.contribution(axis, inertia).unwrap()).sum();
                    let middle: f64 = points.iter().map(|it| it.mass * it.coordinates[axis]).sum();
                    prop_assert!((of - 1.0).abs() < 1e-6 && middle.abs() < 1e-6);
                }
                for it in points {
                    let shown: f64 = (0..map.inertias.len()).filter_map(|axis| it.quality(axis)).sum();
                    prop_assert!(it.distance < 1e-12 || (shown - 1.0).abs() < 1e-6);
                }
            }
            // Distances between columns are those of their profiles.
            let of_column = |column: usize| counts.iter().skip(column).step_by(columns).map(|&n| f64::from(n));
            let profile = |column: usize| {
                let sum: f64 = of_column(column).sum();
                of_column(column).map(move |n| n / sum).collect::<Vec<_>>()
            };
            let (one, two) = (profile(0), profile(1));
            let apart: f64 = one.iter().zip(&two).zip(&map.rows).map(|((x, y), row)| (x - y) * (x - y) / row.mass).sum();
            let on_map: f64 =
                map.columns[0].coordinates.iter().zip(&map.columns[1].coordinates).map(|(x, y)| (x - y) * (x - y)).sum();
            prop_assert!((apart - on_map).abs() < 1e-6 * apart.max(1.0));
        }
    }
}
