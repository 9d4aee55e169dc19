//! TF-IDF: a word's weight in an article, high where it is frequent there and in few other articles.
//!
//! An article is a list of (term, frequency), ascending by term, each term once; a vector is the
//! same with weights. Both hold only what occurs, so that a large vocabulary costs nothing.

use super::elementary::ln;
use super::measure::Measure;

/// Inverse document frequency of a term that occurs in `containing` of `articles` articles: 1 or more.
///
/// ln((1 + n) / (1 + df)) + 1: smoothed as if one more article held every term, so that no term
/// weighs nothing. Source: Spärck Jones 1972, *A statistical interpretation of term specificity*;
/// the smoothing is scikit-learn's default.
#[must_use]
pub fn idf(articles: u32, containing: u32) -> f64 {
    ln((1.0 + f64::from(articles)) / (1.0 + f64::from(containing))) + 1.0
}

/// The TF-IDF vectors of all articles: weight = tf × idf, each vector of length 1 (L2 norm), so weights run from 0 to 1.
///
/// `types` is the number of terms; a term at or past it is ignored. An article without a word has an
/// empty vector.
#[must_use]
pub fn tf_idf(articles: &[Vec<(u32, u32)>], types: usize) -> Vec<Vec<(u32, f64)>> {
    let mut containing = vec![0_u32; types];
    for (term, frequency) in articles.iter().flatten() {
        if let Some(n) = containing.get_mut(*term as usize) {
            *n += u32::from(*frequency > 0);
        }
    }
    let number = u32::try_from(articles.len()).unwrap_or(u32::MAX);
    let weights: Vec<f64> = containing.iter().map(|&df| idf(number, df)).collect();
    articles
        .iter()
        .map(|article| {
            let mut vector: Vec<(u32, f64)> = article
                .iter()
                .filter_map(|&(term, tf)| Some((term, f64::from(tf) * weights.get(term as usize)?)))
                .collect();
            let length = vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt();
            if length > 0.0 {
                vector.iter_mut().for_each(|(_, w)| *w /= length);
            }
            vector
        })
        .collect()
}

/// Cosine of the angle between two vectors of weights that are 0 or more: 0 nothing in common, 1 the same proportions.
///
/// Σ xy / (√Σx² √Σy²). `None` where a vector has no weight: it points nowhere.
#[must_use]
pub fn cosine(x: &[(u32, f64)], y: &[(u32, f64)]) -> Option<f64> {
    let (mut i, mut j, mut product) = (0, 0, 0.0);
    while let (Some(a), Some(b)) = (x.get(i), y.get(j)) {
        if a.0 == b.0 {
            product += a.1 * b.1;
        }
        i += usize::from(a.0 <= b.0);
        j += usize::from(b.0 <= a.0);
    }
    of_product(product, length(x) * length(y), || x == y)
}

/// The length of a vector: √Σx².
#[must_use]
pub fn length(vector: &[(u32, f64)]) -> f64 {
    vector.iter().map(|(_, w)| w * w).sum::<f64>().sqrt()
}

/// [`cosine`], given Σ xy and the product of the two lengths; `same` says whether the two vectors are the same.
#[must_use]
pub fn of_product(product: f64, lengths: f64, same: impl FnOnce() -> bool) -> Option<f64> {
    if lengths == 0.0 {
        return None;
    }
    // The same weights: 1, and not what the roots leave of it.
    Some(if same() { 1.0 } else { (product / lengths).min(1.0) })
}

/// See [`tf_idf`].
pub const TF_IDF: Measure = Measure {
    key: "tf-idf",
    group: "Keyness",
    name: "TF-IDF",
    says: "How much a word stands for an article: high where it is frequent there and found in few other articles.",
    caveat: "No test, only a weight; it says nothing of words that an article avoids. In a corpus of few articles df has few values.",
    range: "0 to 1",
    formula: "w = tf * (ln((1 + n) / (1 + df)) + 1); {TF-IDF} = w / L",
    symbols: &[
        ("tf", "how often the article has the word"),
        ("n", "articles that are on"),
        ("df", "those of them that have the word"),
        ("L", "the length of the article’s vector: the root of the sum of w² over all its words"),
    ],
    default: "Over all words, stop words too; as in scikit-learn’s default.",
    undefined: "Never; 0 for a word that the article doesn’t have.",
    source: "Spärck Jones 1972, A statistical interpretation of term specificity and its application in retrieval. Journal of Documentation 28(1).",
    ..Measure::EMPTY
};

/// See [`cosine`].
pub const COSINE: Measure = Measure {
    key: "cosine",
    group: "Similarity",
    name: "Cosine on TF-IDF",
    says: "How alike two articles are in the words they use and how much they use them: 0 no word in common, 1 the same proportions. Rare words weigh more than those that every article has.",
    caveat: "It doesn’t see the order of words, nor that two words mean the same.",
    range: "0 to 1",
    formula: "cos = sum(words, x * y) / (sqrt(sum(words, x^2)) * sqrt(sum(words, y^2)))",
    symbols: &[("x", "the words’ TF-IDF weights in the one article"), ("y", "their weights in the other")],
    default: "Stop words count too. The default of the heat map and the tree.",
    undefined: "Where an article has no word: the cell is empty.",
    source: "Salton & McGill 1983, Introduction to Modern Information Retrieval.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn empty_articles_point_nowhere() {
        assert!(tf_idf(&[], 0).is_empty());
        let vectors = tf_idf(&[vec![], vec![(0, 2)]], 1);
        assert_eq!(vectors, [vec![], vec![(0, 1.0)]]);
        assert_eq!(cosine(&vectors[0], &vectors[1]), None);
        assert_eq!(cosine(&vectors[1], &vectors[1]), Some(1.0));
    }

    #[test]
    fn a_term_of_every_article_weighs_its_frequency() {
        assert_eq!(idf(5, 5), 1.0);
        assert!(idf(5, 1) > idf(5, 2) && idf(6, 1) > idf(5, 1));
        assert_eq!(idf(0, 0), 1.0);
    }

    #[test]
    fn unknown_terms_are_ignored() {
        assert_eq!(tf_idf(&[vec![(0, 1), (7, 4)]], 1), [vec![(0, 1.0)]]);
    }

    fn articles() -> impl Strategy<Value = Vec<Vec<(u32, u32)>>> {
        let article = proptest::collection::btree_map(0_u32..40, 1_u32..20, 0..30);
        proptest::collection::vec(article.prop_map(|m| m.into_iter().collect()), 1..8)
    }

    proptest! {
        #[test]
        fn vectors_have_length_one_and_cosines_a_range(articles in articles()) {
            let vectors = tf_idf(&articles, 40);
            for (article, vector) in articles.iter().zip(&vectors) {
                prop_assert_eq!(article.len(), vector.len());
                let length: f64 = vector.iter().map(|(_, w)| w * w).sum();
                prop_assert!(vector.is_empty() || (length - 1.0).abs() < 1e-12);
                for other in &vectors {
                    prop_assert_eq!(cosine(vector, other), cosine(other, vector));
                    if let Some(c) = cosine(vector, other) {
                        prop_assert!((0.0..=1.0).contains(&c));
                    }
                }
                prop_assert!(cosine(vector, vector).is_none_or(|c| c > 1.0 - 1e-12));
            }
        }
    }
}
