//! Catalogue entries of the measures that are shown on choice.

use crate::stats::Measure;

/// What a, b, c and d are.
const COUNTS: &[(&str, &str)] = &[
    ("a", "how often the article has the word"),
    ("b", "how often the reference has it"),
    ("c", "the article’s size in tokens"),
    ("d", "the reference’s size in tokens"),
];

/// The same, with the cells made of them.
const CELLS: &[(&str, &str)] = &[
    COUNTS[0],
    COUNTS[1],
    COUNTS[2],
    COUNTS[3],
    ("O", "the four cells, observed: a, b, c − a, d − b"),
    ("R", "the total of the cell’s row"),
    ("C", "the total of its column"),
];

/// See [`TwoByTwo::log_likelihood_two_cells`](super::TwoByTwo::log_likelihood_two_cells).
pub const G2_TWO_CELLS: Measure = Measure {
    key: "g2-two-cells",
    group: "Keyness",
    name: "Log-likelihood of two cells",
    says: "The log-likelihood as the UCREL wizard and many tools of corpus linguistics compute it: from the word’s own two frequencies, without the cells of all other words. It stands here so that results can be compared.",
    caveat: "Always a little smaller than G²; the difference grows with the word’s share of the text. It measures evidence, not size.",
    range: "any number; its size is 0 or more",
    formula: "E_1 = c * (a + b) / (c + d); E_2 = d * (a + b) / (c + d); LL = sign(a / c - b / d) * 2 * (a * ln(a / E_1) + b * ln(b / E_2))",
    symbols: COUNTS,
    rule: "0 · ln 0 = 0",
    default: "Shown on choice. Signed, as G² is.",
    undefined: "Where G² is.",
    source: "Rayson & Garside 2000, Comparing corpora using frequency profiling. Workshop on Comparing Corpora, ACL.",
};

/// See [`TwoByTwo::chi_squared`](super::TwoByTwo::chi_squared).
pub const CHI_SQUARED: Measure = Measure {
    key: "chi-squared",
    group: "Keyness",
    name: "χ² (Pearson)",
    says: "The older test of the same table as G², from squared differences. With large counts both are nearly equal.",
    caveat: "Not to be trusted where an expected cell is below 5: it overrates rare words, which G² does less.",
    range: "any number; its size is 0 or more",
    formula: "N = c + d; E = R * C / N; χ² = sign(a / c - b / d) * sum(cells, (O - E)^2 / E)",
    symbols: CELLS,
    default: "Shown on choice. Signed, as G² is: negative where the article uses the word less.",
    undefined: "Where G² is, and where an expected cell is 0: the word occurs in neither, or nothing else does.",
    source: "Pearson 1900, On the criterion that a given system of deviations … Philosophical Magazine 50.",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::chi_squared_yates`](super::TwoByTwo::chi_squared_yates).
pub const CHI_SQUARED_YATES: Measure = Measure {
    key: "chi-squared-yates",
    group: "Keyness",
    name: "χ² with Yates’s correction",
    says: "χ² made smaller for counts being whole numbers: each difference is shortened by a half, but not below 0.",
    caveat: "Cautious with small counts, often too much so; Fisher’s exact test needs no such correction.",
    range: "any number; its size is 0 or more",
    formula: "N = c + d; E = R * C / N; χ² = sign(a / c - b / d) * sum(cells, max(0, |O - E| - 0.5)^2 / E)",
    symbols: CELLS,
    default: "Shown on choice. Signed, as G² is.",
    undefined: "Where χ² is.",
    source: "Yates 1934, Contingency tables involving small numbers and the χ² test. Supplement to the Journal of the Royal Statistical Society 1(2).",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::fisher_p`](super::TwoByTwo::fisher_p).
pub const FISHER_P: Measure = Measure {
    key: "fisher-p",
    group: "Keyness",
    name: "p of Fisher’s exact test",
    says: "p without an approximation: how likely a table at least as unlikely as this one is, if the word’s occurrences fell on both sides by chance. Right for the smallest counts too.",
    caveat: "Exact only if every token is independent of every other, which the words of one text are not. Not adjusted for the number of words tested.",
    range: "0 to 1",
    formula: "p = sum(tables, P)",
    symbols: &[(
        "P",
        "the probability of each table with the same totals that is no likelier than the one observed: C(c, x) · C(d, n − x) / C(c + d, n), where x of the n = a + b occurrences fall into the target",
    )],
    rule: "two-sided: the probabilities of all tables with the same totals that are no likelier than the one observed, added up; by the hypergeometric distribution, as R’s fisher.test",
    default: "Shown on choice.",
    undefined: "Where G² is.",
    source: "Fisher 1935, The logic of inductive inference. Journal of the Royal Statistical Society 98(1).",
};

/// See [`TwoByTwo::conservative_log_ratio`](super::TwoByTwo::conservative_log_ratio).
pub const CONSERVATIVE_LOG_RATIO: Measure = Measure {
    key: "conservative-log-ratio",
    group: "Keyness",
    name: "Conservative log ratio",
    says: "The least difference that the counts are compatible with: the end nearer to 0 of an exact 95 % interval of the log ratio, or 0 where that holds 0. It orders words by size and evidence at once.",
    caveat: "Each word by itself: not adjusted for the number of words tested. It rests on independent tokens.",
    range: "any number, in doublings; never further from 0 than the log ratio of frequencies above 0",
    rule: "the Clopper–Pearson limits of a out of a + b, x, each as log₂(d / c · x / (1 − x)); found by iteration",
    default: "Shown on choice.",
    undefined: "Where G² is, and where the word occurs in neither. It takes no half for a 0, and so is 0 where the log ratio can’t tell a direction.",
    source: "Evert 2023, Measuring keyness. OSF preprint; Clopper & Pearson 1934, The use of confidence or fiducial limits. Biometrika 26.",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::percent_difference`](super::TwoByTwo::percent_difference).
pub const PERCENT_DIFFERENCE: Measure = Measure {
    key: "percent-difference",
    group: "Keyness",
    name: "%DIFF",
    says: "By how many per cent the article’s rate exceeds the reference’s: 100 is twice as often, −50 half as often, −100 never.",
    caveat: "It says nothing of evidence, and its negative side is cramped: −100 is the least there is, above 0 it has no bound.",
    range: "−100 or more, per cent",
    formula: "D = 100 * (a / c - b / d) / (b / d)",
    symbols: COUNTS,
    default: "Shown on choice.",
    undefined: "Where G² is, and where the reference doesn’t have the word: nothing can be a percentage of 0.",
    source: "Gabrielatos & Marchi 2012, Keyness: appropriate metrics and practical issues. CADS conference, Bologna.",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::odds_ratio`](super::TwoByTwo::odds_ratio).
pub const ODDS_RATIO: Measure = Measure {
    key: "odds-ratio",
    group: "Keyness",
    name: "Odds ratio",
    says: "The odds that a token of the article is this word, by the same odds in the reference: 1 equally often, 2 about twice as often.",
    caveat: "It says nothing of evidence. For words, which are rare, it is nearly the ratio of the two rates.",
    range: "0 or more",
    formula: "OR = a * (d - b) / (b * (c - a))",
    symbols: COUNTS,
    default: "Shown on choice.",
    undefined: "Where G² is, where the reference doesn’t have the word, and where the article has no other.",
    source: "Everitt 1992, The Analysis of Contingency Tables; for keyness Pojanapunya & Watson Todd 2018, Log-likelihood and odds ratio. Corpus Linguistics and Linguistic Theory 14(1).",
    ..Measure::EMPTY
};

/// See [`TwoByTwo::simple_maths`](super::TwoByTwo::simple_maths).
pub const SIMPLE_MATHS: Measure = Measure {
    key: "simple-maths",
    group: "Keyness",
    name: "Simple maths",
    says: "The ratio of the two rates per million, with a number k added to each: Sketch Engine’s keyness score. k says how much words must weigh: 1 favours rare words, 1,000 frequent ones.",
    caveat: "It says nothing of evidence; and in articles of some hundred words one occurrence is already some thousand in a million, so that a k below that changes little.",
    range: "more than 0; 1 is equally often",
    formula: "SM = (1000000 * a / c + k) / (1000000 * b / d + k)",
    symbols: &[COUNTS[0], COUNTS[1], COUNTS[2], COUNTS[3], ("k", "what is added to both rates per million")],
    default: "Shown on choice; k = 1.",
    undefined: "Where G² is.",
    source: "Kilgarriff 2009, Simple maths for keywords. Corpus Linguistics Conference, Liverpool.",
    ..Measure::EMPTY
};
