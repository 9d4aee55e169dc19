//! Support: how much of what a sentence says another sentence says too.
//!
//! A sentence is the set of its content terms, each with a weight: the rarer among all sentences, the
//! heavier. Nothing here knows words: terms are numbers.

use super::Measure;
use super::elementary::ln;

/// The weight of a term that `having` of `sentences` sentences have: ln((1 + S) / (1 + s)), 0 or more.
///
/// Spärck Jones 1972, *A statistical interpretation of term specificity*, over sentences, smoothed by 1.
#[must_use]
pub fn weight(sentences: u32, having: u32) -> f64 {
    ln((1.0 + f64::from(sentences)) / (1.0 + f64::from(having.min(sentences))))
}

/// The share of a sentence's weight that `common` makes up: 0 to 1. `None` where its terms weigh nothing.
#[must_use]
pub fn share(common: f64, all: f64) -> Option<f64> {
    (all > 0.0).then(|| (common / all).clamp(0.0, 1.0))
}

/// How much the best single sentence elsewhere supports a sentence.
pub const SUPPORT: Measure = Measure {
    key: "support",
    group: "Framing",
    name: "Support elsewhere",
    says: "How much of what a sentence says a single sentence of another article says too: the share of its content words, rare ones weighing more, that the nearest such sentence has. Sentences with the least are listed as ‘only here’. It was chosen because it needs no model, can be followed word by word, and doesn’t depend on the order of words, which paraphrase changes.",
    caveat: "It compares words, not meanings: what another article says in other words counts as not said (‘attack’, ‘strike’), and the same words may say the opposite. A long sentence finds little of itself in a short one. That only one of these articles says a thing doesn’t make it untrue, nor new.",
    range: "0 to 1: 0 nothing, 1 all of its content words stand together elsewhere",
    formula: "support = sum(words, w * b) / sum(words, w)",
    symbols: &[
        ("w", "the word’s weight, ln((1 + S) / (1 + s)): of S sentences s have it"),
        ("b", "1 where the nearest sentence has the word, else 0"),
    ],
    rule: "the nearest is the sentence of any other article, or, where groups are compared, of any other group, that gives the largest share; of equals the earlier. Content words are those that are neither stop words nor modal verbs, each once, by their stems (ally and allies are one), numbers too. Headlines and section headings are sentences",
    default: "Of sentences with at least five different content words, the three of each article with the least support; of equal support the one with less coverage first.",
    undefined: "For a sentence without a content word, and where there is no other article (or group).",
    source: "The weights: Spärck Jones 1972, A statistical interpretation of term specificity, over sentences. The share: containment as in Broder 1997, weighted; compare Metzler, Bernstein et al. 2005, Similarity measures for tracking information flow.",
};

/// How much all other articles together support a sentence.
pub const COVERAGE: Measure = Measure {
    key: "coverage",
    group: "Framing",
    name: "Coverage elsewhere",
    says: "How much of a sentence’s content words stand in other articles at all, wherever (in other groups, where those are compared): with little support but much coverage the words are common and only their meeting is not; with little of both the matter itself is found nowhere else.",
    caveat: "In many articles nearly every word stands somewhere, and coverage tells little.",
    range: "0 to 1",
    formula: "coverage = sum(words, w * a) / sum(words, w)",
    symbols: &[("w", "the word’s weight, as for support"), ("a", "1 where any other article has the word, else 0")],
    rule: "content words and weights as for support",
    default: "Shown beside support.",
    undefined: "Where support is.",
    source: "As for support.",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn by_hand() {
        assert_eq!(weight(5, 5), 0.0);
        assert!((weight(9, 1) - 5.0_f64.ln()).abs() < 1e-15);
        assert_eq!(weight(3, 7), 0.0, "no more than all");
        assert_eq!((share(1.0, 4.0), share(0.0, 0.0), share(5.0, 4.0)), (Some(0.25), None, Some(1.0)));
    }
}
