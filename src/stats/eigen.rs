//! Eigenvalues and eigenvectors of a symmetric matrix.

use crate::sorting::sort_by;

/// An eigenvalue and its vector of length 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Eigen {
    /// The value.
    pub value: f64,
    /// The vector, as long as the matrix is wide.
    pub vector: Vec<f64>,
}

/// More passes over the matrix than this are never needed: each squares what is left beside the diagonal.
const PASSES: usize = 60;

/// All eigenvalues of a symmetric matrix of `n` rows, given row by row, largest first, with their vectors.
///
/// By Jacobi's rotations: each turns two axes so far that the entry between them becomes 0; pass over pass,
/// in a fixed order, until nothing beside the diagonal is left. Only sums, products, quotients and square
/// roots, so that every machine gives the same bits. Of a vector and its opposite it is either; of equal
/// values the vectors are any of their plane. Takes time with the cube of `n`. Only what is on and above the
/// diagonal is read. Source: Jacobi 1846; Golub & Van Loan, *Matrix Computations*, 8.5.
#[must_use]
pub fn symmetric(n: usize, matrix: &[f64]) -> Vec<Eigen> {
    // Whole and symmetric, so that a rotation runs over rows; the vectors stand in rows, too.
    let mut a: Vec<f64> = (0..n * n).map(|at| matrix[(at / n).min(at % n) * n + (at / n).max(at % n)]).collect();
    let mut vectors: Vec<f64> = (0..n * n).map(|at| f64::from(u8::from(at / n == at % n))).collect();
    let whole: f64 = a.iter().map(|entry| entry * entry).sum();
    for _ in 0..PASSES {
        let beside: f64 = (0..n * n).filter(|at| at / n != at % n).map(|at| a[at] * a[at]).sum();
        // Below the rounding of the diagonal's own entries.
        if beside <= whole * 1e-34 {
            break;
        }
        for p in 0..n {
            for q in p + 1..n {
                rotate(n, &mut a, &mut vectors, p, q);
            }
        }
    }
    let mut found: Vec<Eigen> =
        (0..n).map(|at| Eigen { value: a[at * n + at], vector: vectors[at * n..(at + 1) * n].to_vec() }).collect();
    sort_by(&mut found, |x, y| y.value.total_cmp(&x.value));
    found
}

/// Turns axes p < q so that the entry between them becomes 0.
fn rotate(n: usize, a: &mut [f64], vectors: &mut [f64], p: usize, q: usize) {
    let between = a[p * n + q];
    if between == 0.0 {
        return;
    }
    let theta = (a[q * n + q] - a[p * n + p]) / (2.0 * between);
    // The smaller of the two angles; 0 where it is too small to be told from it.
    let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
    let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
    let sine = tangent * cosine;
    let (of_p, of_q) = (a[p * n + p] - tangent * between, a[q * n + q] + tangent * between);
    turn(n, a, p, q, cosine, sine);
    turn(n, vectors, p, q, cosine, sine);
    for k in 0..n {
        a[k * n + p] = a[p * n + k];
        a[k * n + q] = a[q * n + k];
    }
    a[p * n + p] = of_p;
    a[q * n + q] = of_q;
    a[p * n + q] = 0.0;
    a[q * n + p] = 0.0;
}

/// Turns rows p < q of a matrix into each other.
fn turn(n: usize, matrix: &mut [f64], p: usize, q: usize, cosine: f64, sine: f64) {
    let (upper, lower) = matrix.split_at_mut(q * n);
    for (x, y) in upper[p * n..(p + 1) * n].iter_mut().zip(&mut lower[..n]) {
        let (old_x, old_y) = (*x, *y);
        *x = cosine * old_x - sine * old_y;
        *y = sine * old_x + cosine * old_y;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn small_matrices() {
        assert!(symmetric(0, &[]).is_empty());
        assert_eq!(symmetric(1, &[-2.5]), [Eigen { value: -2.5, vector: vec![1.0] }]);
        // By hand: 3 along (1, 1), 1 along (1, -1).
        let found = symmetric(2, &[2.0, 1.0, 1.0, 2.0]);
        assert!((found[0].value - 3.0).abs() < 1e-15 && (found[1].value - 1.0).abs() < 1e-15);
        assert!((found[0].vector[0] - found[0].vector[1]).abs() < 1e-15);
        assert!((found[1].vector[0] + found[1].vector[1]).abs() < 1e-15);
    }

    proptest! {
        #[test]
        fn vectors_are_turned_into_multiples_of_themselves(
            n in 1_usize..14,
            entries in proptest::collection::vec(-4.0_f64..4.0, 196),
        ) {
            let matrix: Vec<f64> = (0..n * n).map(|at| entries[(at / n).min(at % n) * 14 + (at / n).max(at % n)]).collect();
            let found = symmetric(n, &matrix);
            let trace: f64 = (0..n).map(|at| matrix[at * n + at]).sum();
            prop_assert!((found.iter().map(|it| it.value).sum::<f64>() - trace).abs() < 1e-10);
            for (at, it) in found.iter().enumerate() {
                for row in 0..n {
                    let turned: f64 = (0..n).map(|k| matrix[row * n + k] * it.vector[k]).sum();
                    prop_assert!((turned - it.value * it.vector[row]).abs() < 1e-10);
                }
                for other in &found[..=at] {
                    let product: f64 = it.vector.iter().zip(&other.vector).map(|(x, y)| x * y).sum();
                    let same = f64::from(u8::from(std::ptr::eq(it, other)));
                    prop_assert!((product - same).abs() < 1e-12 && other.value >= it.value);
                }
            }
        }
    }
}
