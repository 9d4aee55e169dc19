//! Hierarchical clustering: which things are most alike, step by step, as a tree.

use serde::{Deserialize, Serialize};

use super::measure::Measure;

/// How far apart two clusters are, given how far apart their leaves are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Linkage {
    /// The mean distance of their leaves (UPGMA). Source: Sokal & Michener 1958.
    #[default]
    Average,
    /// The distance of their farthest leaves. Source: Sørensen 1948.
    Complete,
    /// The distance of their nearest leaves. Source: Florek et al. 1951.
    Single,
    /// How far the squared distances from the clusters' centres grow when they become one. Says
    /// something of Euclidean distances only: others have no centres. Source: Ward 1963.
    Ward,
}

impl Linkage {
    /// The distance from the union of clusters i and j to a third one, from the three distances and
    /// the three sizes (the formula of Lance & Williams 1967, with roots taken for Ward's).
    fn joined(self, to_i: f64, to_j: f64, between: f64, size_i: f64, size_j: f64, size: f64) -> f64 {
        match self {
            Self::Average => (size_i * to_i + size_j * to_j) / (size_i + size_j),
            Self::Complete => to_i.max(to_j),
            Self::Single => to_i.min(to_j),
            Self::Ward => {
                let grown = (size + size_i) * to_i * to_i + (size + size_j) * to_j * to_j - size * between * between;
                (grown.max(0.0) / (size + size_i + size_j)).sqrt()
            }
        }
    }
}

/// One step: two clusters are joined into one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// A leaf (its number, below n) or an earlier merge (n + its position). Of the two clusters, the
    /// one that holds the smallest leaf.
    pub left: u32,
    /// The other cluster, likewise.
    pub right: u32,
    /// How far the two are apart by the linkage; never below that of an earlier merge within.
    pub height: f64,
    /// How many leaves the new cluster has.
    pub size: u32,
}

/// Joins `n` leaves step by step into one tree: n - 1 merges, the nearest clusters first; none for fewer than two leaves.
///
/// `distance(i, j)` is asked once for every i < j and must be 0 or more; what isn't a number counts
/// as infinitely far. Where two pairs are equally near, the pair with the smallest leaf comes first,
/// then the one whose other cluster has the smaller smallest leaf. Each cluster keeps its nearest,
/// so that it mostly takes time with the square of n. Sources: see [`Linkage`].
#[must_use]
pub fn cluster(n: usize, linkage: Linkage, distance: impl Fn(usize, usize) -> f64) -> Vec<Merge> {
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
    // By cluster: of those after it the nearest, the first of equals; itself for the last.
    let mut nearest: Vec<usize> = (0..n).map(|i| nearest_after(&distances, n, &live[i..])).collect();
    let mut merges = Vec::with_capacity(n.saturating_sub(1));
    while live.len() > 1 {
        let far = |i: usize| distances[i * n + nearest[i]];
        let mut i = live[0];
        for &other in &live[1..live.len() - 1] {
            if far(other) < far(i) {
                i = other;
            }
        }
        let j = nearest[i];
        let between = distances[i * n + j];
        let (size_i, size_j) = (f64::from(sizes[i]), f64::from(sizes[j]));
        live.retain(|&k| k != j);
        for &k in live.iter().filter(|&&k| k != i) {
            let (to_i, to_j) = (distances[k.min(i) * n + k.max(i)], distances[k.min(j) * n + k.max(j)]);
            let size = f64::from(sizes[k]);
            distances[k.min(i) * n + k.max(i)] = linkage.joined(to_i, to_j, between, size_i, size_j, size);
        }
        sizes[i] += sizes[j];
        heights[i] = between.max(heights[i]).max(heights[j]);
        merges.push(Merge { left: nodes[i], right: nodes[j], height: heights[i], size: sizes[i] });
        nodes[i] = number(n + merges.len() - 1);
        for at in 0..live.len() {
            let k = live[at];
            if k > j {
                break;
            }
            let lost = k == i || nearest[k] == i || nearest[k] == j;
            // Rounding may have brought the new cluster nearer than the nearest so far.
            let found = k < i && (distances[k * n + i], i) < (distances[k * n + nearest[k]], nearest[k]);
            if lost || found {
                nearest[k] = nearest_after(&distances, n, &live[at..]);
            }
        }
    }
    merges
}

/// Of a cluster, the first here, and those after it: the nearest one; the first itself where none is after it.
fn nearest_after(distances: &[f64], n: usize, clusters: &[usize]) -> usize {
    let (i, others) = (clusters[0], &clusters[1..]);
    let mut nearest = *others.first().unwrap_or(&i);
    for &j in others {
        if distances[i * n + j] < distances[i * n + nearest] {
            nearest = j;
        }
    }
    nearest
}

/// The leaves in the order in which the tree of [`cluster`] draws without crossings: left before right.
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

/// See [`cluster`].
pub const TREE: Measure = Measure {
    key: "clustering",
    group: "Similarity",
    name: "Tree (dendrogram)",
    says: "Which articles go together, step by step: the two nearest are joined, then the next nearest, down to one. The further along two branches meet, the less alike they are. The order of the leaves is the heat map’s.",
    caveat: "A tree can be drawn of articles that have nothing to do with each other: look how far along the branches meet. Another distance or linkage may draw another tree; what holds under several is worth more.",
    range: "heights 0 or more; at most 1 where the distance is 1 − a similarity and the linkage isn’t Ward’s",
    rule: "distance = 1 − similarity (5-grams: as a share of those of the article with fewer), or the Euclidean distance of the TF-IDF vectors. Two groups are as far apart as the mean over all pairs of their articles (average linkage), their farthest pair (complete), their nearest pair (single), or as joining them lets the squared distances from the groups’ centres grow (Ward’s: the root of twice the growth)",
    default: "The measure that the heat map shows, and average linkage. Equally near pairs: the one with the earliest article first. Left is the branch with the earlier article. Ward’s linkage is offered for the Euclidean distance only: it reckons with the centres of groups, and where articles are apart by 1 − a similarity there is no space with such distances in which a centre could lie.",
    undefined: "A similarity that is undefined counts as 0; an article without a word is as far from each as one without a word in common. With one article there is no tree.",
    source: "Sokal & Michener 1958, A statistical method for evaluating systematic relationships (average); Sørensen 1948 (complete); Florek et al. 1951 (single); Ward 1963, Hierarchical grouping to optimize an objective function. JASA 58(301); Lance & Williams 1967, A general theory of classificatory sorting strategies. Computer Journal 9(4).",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::Linkage::{Average, Complete, Single, Ward};
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn few_leaves() {
        assert!(cluster(0, Average, |_, _| 1.0).is_empty());
        assert!(cluster(1, Average, |_, _| 1.0).is_empty());
        assert_eq!(leaf_order(1, &[]), [0]);
        assert_eq!(cluster(2, Average, |_, _| 0.3), [Merge { left: 0, right: 1, height: 0.3, size: 2 }]);
    }

    /// Worked by hand: 1-2 at 2; then 3-4 at 3; then the mean of 6, 6, 8, 8 and of 10, 9, 11, 12, 13, 14.
    #[test]
    fn heights_are_mean_distances() {
        let d = [[0., 10., 9., 11., 12.], [0., 0., 2., 6., 6.], [0., 0., 0., 8., 8.], [0., 0., 0., 0., 3.]];
        let merges = cluster(5, Average, |i, j| d[i][j]);
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
        let merges = cluster(4, Average, |_, _| 1.0);
        let joined: Vec<(u32, u32)> = merges.iter().map(|m| (m.left, m.right)).collect();
        assert_eq!(joined, [(0, 1), (4, 2), (5, 3)]);
    }

    #[test]
    fn a_distance_that_is_no_number_is_far() {
        let merges = cluster(3, Average, |i, j| if (i, j) == (0, 1) { f64::NAN } else { 0.5 });
        assert_eq!((merges[0].left, merges[0].right), (0, 2));
        assert!(merges.iter().all(|m| !m.height.is_nan()));
    }

    /// Three points on a line at 0, 1 and 5; each way to measure groups worked by hand.
    #[test]
    fn linkages_differ_in_how_far_groups_are() {
        let at = [0.0_f64, 1.0, 5.0];
        let root = |linkage| cluster(3, linkage, |i, j| (at[i] - at[j]).abs())[1].height;
        assert_eq!((root(Average), root(Complete), root(Single)), (4.5, 5.0, 4.0));
        // Centres at 0.5 and 5: the root of 2 · (2 · 1 / 3) · 4.5².
        assert!((root(Ward) - 27.0_f64.sqrt()).abs() < 1e-12);
    }

    /// As described, without any shortcut: every pair of groups looked at, every distance from the leaves.
    fn slowly(n: usize, linkage: Linkage, points: &[[f64; 3]]) -> Vec<Merge> {
        let apart =
            |i: usize, j: usize| points[i].iter().zip(&points[j]).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt();
        let centre = |group: &[usize]| {
            let mean = |axis: usize| group.iter().map(|&i| points[i][axis]).sum::<f64>() / group.len() as f64;
            [mean(0), mean(1), mean(2)]
        };
        let far = |x: &[usize], y: &[usize]| {
            let all = x.iter().flat_map(|&i| y.iter().map(move |&j| apart(i, j)));
            match linkage {
                Average => all.sum::<f64>() / (x.len() * y.len()) as f64,
                Complete => all.fold(0.0, f64::max),
                Single => all.fold(f64::INFINITY, f64::min),
                Ward => {
                    let (a, b) = (centre(x), centre(y));
                    let square: f64 = a.iter().zip(&b).map(|(p, q)| (p - q) * (p - q)).sum();
                    (2.0 * square * (x.len() * y.len()) as f64 / (x.len() + y.len()) as f64).sqrt()
                }
            }
        };
        let mut groups: Vec<(u32, Vec<usize>)> = (0..n).map(|i| (i as u32, vec![i])).collect();
        let mut merges = Vec::new();
        while groups.len() > 1 {
            let mut best = (f64::INFINITY, 0, 1);
            for i in 0..groups.len() {
                for j in i + 1..groups.len() {
                    let d = far(&groups[i].1, &groups[j].1);
                    if d < best.0 {
                        best = (d, i, j);
                    }
                }
            }
            let (height, i, j) = best;
            let (right, more) = groups.remove(j);
            groups[i].1.extend(more);
            merges.push(Merge { left: groups[i].0, right, height, size: groups[i].1.len() as u32 });
            groups[i].0 = (n + merges.len() - 1) as u32;
        }
        merges
    }

    proptest! {
        #[test]
        fn a_tree_is_whole_and_never_turns_down(
            n in 0_usize..20,
            values in proptest::collection::vec(0.0_f64..1.0, 400),
            linkage in proptest::sample::select(vec![Average, Complete, Single, Ward]),
        ) {
            let merges = cluster(n, linkage, |i, j| values[i * 20 + j]);
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

        #[test]
        fn a_tree_is_as_the_slow_one(
            points in proptest::collection::vec(proptest::array::uniform3(-9.0_f64..9.0), 0..24),
            linkage in proptest::sample::select(vec![Average, Complete, Single, Ward]),
        ) {
            let apart = |i: usize, j: usize| {
                points[i].iter().zip(&points[j]).map(|(x, y)| (x - y) * (x - y)).sum::<f64>().sqrt()
            };
            let (found, slow) = (cluster(points.len(), linkage, apart), slowly(points.len(), linkage, &points));
            for (ours, theirs) in found.iter().zip(&slow) {
                prop_assert_eq!((ours.left, ours.right, ours.size), (theirs.left, theirs.right, theirs.size));
                prop_assert!((ours.height - theirs.height).abs() < 1e-9);
            }
        }
    }
}
