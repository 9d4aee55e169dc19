//! Hierarchical clustering: which things are most alike, step by step, as a tree.

use super::measure::Measure;

/// One step: two clusters are joined into one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// A leaf (its number, below n) or an earlier merge (n + its position). Of the two clusters, the
    /// one that holds the smallest leaf.
    pub left: u32,
    /// The other cluster, likewise.
    pub right: u32,
    /// The average distance between the leaves of the two; never below that of an earlier merge within.
    pub height: f64,
    /// How many leaves the new cluster has.
    pub size: u32,
}

/// Average linkage (UPGMA) of `n` leaves: n - 1 merges, the nearest clusters first; none for fewer than two leaves.
///
/// `distance(i, j)` is asked once for every i < j and must be 0 or more; what isn't a number counts
/// as infinitely far. The distance of two clusters is the mean distance of their leaves. Where two
/// pairs are equally near, the pair with the smallest leaf comes first, then the one whose other
/// cluster has the smaller smallest leaf. Takes time with the cube of n: meant for hundreds of
/// articles. Source: Sokal & Michener 1958, *A statistical method for evaluating systematic
/// relationships*.
#[must_use]
pub fn average_linkage(n: usize, distance: impl Fn(usize, usize) -> f64) -> Vec<Merge> {
    // A cluster lives at the number of its smallest leaf; `distances` holds i < j at i * n + j.
    let mut distances = vec![0.0; n * n];
    for i in 0..n {
        for j in i + 1..n {
            let d = distance(i, j);
            distances[i * n + j] = if d.is_nan() { f64::INFINITY } else { d };
        }
    }
    let mut live: Vec<usize> = (0..n).collect();
    let mut sizes = vec![1_u32; n];
    let mut heights = vec![0.0_f64; n];
    let mut nodes: Vec<u32> = (0..n).map(number).collect();
    let mut merges = Vec::with_capacity(n.saturating_sub(1));
    while live.len() > 1 {
        let (mut i, mut j) = (live[0], live[1]);
        for (position, &left) in live.iter().enumerate() {
            for &right in &live[position + 1..] {
                if distances[left * n + right] < distances[i * n + j] {
                    (i, j) = (left, right);
                }
            }
        }
        let height = distances[i * n + j].max(heights[i]).max(heights[j]);
        let (size_i, size_j) = (f64::from(sizes[i]), f64::from(sizes[j]));
        for &k in &live {
            if k != i && k != j {
                let to_i = distances[k.min(i) * n + k.max(i)];
                let to_j = distances[k.min(j) * n + k.max(j)];
                distances[k.min(i) * n + k.max(i)] = (size_i * to_i + size_j * to_j) / (size_i + size_j);
            }
        }
        sizes[i] += sizes[j];
        heights[i] = height;
        merges.push(Merge { left: nodes[i], right: nodes[j], height, size: sizes[i] });
        nodes[i] = number(n + merges.len() - 1);
        live.retain(|&k| k != j);
    }
    merges
}

/// The leaves in the order in which the tree of [`average_linkage`] draws without crossings: left before right.
#[must_use]
pub fn leaf_order(n: usize, merges: &[Merge]) -> Vec<u32> {
    let mut order = Vec::with_capacity(n);
    // A tree that isn't whole (fewer merges) shows its unjoined leaves in their own order.
    let mut joined = vec![false; n + merges.len()];
    for merge in merges {
        for node in [merge.left, merge.right] {
            joined[node as usize] = true;
        }
    }
    let mut waiting: Vec<usize> = (0..n + merges.len()).rev().filter(|&node| !joined[node]).collect();
    while let Some(node) = waiting.pop() {
        match node.checked_sub(n) {
            None => order.push(number(node)),
            Some(position) => waiting.extend([merges[position].right as usize, merges[position].left as usize]),
        }
    }
    order
}

/// The number of a node; a matrix of more than 2³² leaves would not fit in memory.
fn number(node: usize) -> u32 {
    u32::try_from(node).unwrap_or(u32::MAX)
}

/// See [`average_linkage`].
pub const AVERAGE_LINKAGE: Measure = Measure {
    key: "clustering",
    group: "Similarity",
    name: "Tree (average linkage)",
    says: "Which articles go together, step by step: the two nearest are joined, then the next nearest, down to one. The further along two branches meet, the less alike they are. The order of the leaves is the heat map’s.",
    caveat: "A tree can be drawn of articles that have nothing to do with each other: look how far along the branches meet.",
    range: "heights 0 to 1",
    rule: "distance = 1 − similarity; the distance of two groups is the mean over all pairs of their articles",
    default: "On the measure that the heat map shows. Equally near pairs: the one with the earliest article first. Left is the branch with the earlier article.",
    undefined: "A similarity that is undefined counts as 0. With one article there is no tree.",
    source: "Sokal & Michener 1958, A statistical method for evaluating systematic relationships. University of Kansas Science Bulletin 38.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn few_leaves() {
        assert!(average_linkage(0, |_, _| 1.0).is_empty());
        assert!(average_linkage(1, |_, _| 1.0).is_empty());
        assert_eq!(leaf_order(1, &[]), [0]);
        assert_eq!(average_linkage(2, |_, _| 0.3), [Merge { left: 0, right: 1, height: 0.3, size: 2 }]);
    }

    /// Worked by hand: 1-2 at 2; then 3-4 at 3; then the mean of 6, 6, 8, 8 and of 10, 9, 11, 12, 13, 14.
    #[test]
    fn heights_are_mean_distances() {
        let d = [[0., 10., 9., 11., 12.], [0., 0., 2., 6., 6.], [0., 0., 0., 8., 8.], [0., 0., 0., 0., 3.]];
        let merges = average_linkage(5, |i, j| d[i][j]);
        assert_eq!(
            merges,
            [
                Merge { left: 1, right: 2, height: 2.0, size: 2 },
                Merge { left: 3, right: 4, height: 3.0, size: 2 },
                Merge { left: 5, right: 6, height: 7.0, size: 4 },
                Merge { left: 0, right: 7, height: 10.5, size: 5 },
            ]
        );
        assert_eq!(leaf_order(5, &merges), [0, 1, 2, 3, 4]);
    }

    #[test]
    fn ties_go_to_the_smallest_leaves() {
        let merges = average_linkage(4, |_, _| 1.0);
        let joined: Vec<(u32, u32)> = merges.iter().map(|m| (m.left, m.right)).collect();
        assert_eq!(joined, [(0, 1), (4, 2), (5, 3)]);
    }

    #[test]
    fn a_distance_that_is_no_number_is_far() {
        let merges = average_linkage(3, |i, j| if (i, j) == (0, 1) { f64::NAN } else { 0.5 });
        assert_eq!((merges[0].left, merges[0].right), (0, 2));
        assert!(merges.iter().all(|m| !m.height.is_nan()));
    }

    proptest! {
        #[test]
        fn a_tree_is_whole_and_never_turns_down(
            n in 0_usize..20,
            values in proptest::collection::vec(0.0_f64..1.0, 400),
        ) {
            let merges = average_linkage(n, |i, j| values[i * 20 + j]);
            prop_assert_eq!(merges.len(), n.saturating_sub(1));
            let mut order = leaf_order(n, &merges);
            order.sort_unstable();
            prop_assert_eq!(order, (0..n as u32).collect::<Vec<_>>());
            for pair in merges.windows(2) {
                prop_assert!(pair[0].height <= pair[1].height + 1e-12);
            }
            if let Some(last) = merges.last() {
                prop_assert_eq!(last.size as usize, n);
            }
        }
    }
}
