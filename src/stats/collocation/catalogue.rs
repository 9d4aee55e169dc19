//! Catalogue entries of the measures of collocation.

use crate::stats::Measure;

/// What every formula takes.
const COUNTS: &[(&str, &str)] = &[
    ("O", "how often the collocate stands in a window"),
    ("n", "how often the node occurs"),
    ("f", "how often the collocate occurs"),
    ("w", "positions in a window, left and right together"),
    ("N", "the text’s size in tokens"),
];

/// What those take that know no size.
const WITHOUT_SIZE: &[(&str, &str)] = &[COUNTS[0], COUNTS[1], COUNTS[2], COUNTS[3]];

/// What a window is, and what counts as standing in it.
const WINDOWS: &str = "a token that stands in the windows of two nodes counts once; the node’s own words are no collocates; a window ends with its sentence unless it may cross it, and is counted with all its positions all the same";

/// What small counts do.
const SMALL: &str = "Of a word that stands near the node once or twice no measure tells more than that it does.";

/// See [`Cooccurrence::expected`](super::Cooccurrence::expected).
pub const EXPECTED: Measure = Measure {
    key: "collocate-expected",
    group: "Collocation",
    name: "Expected together",
    says: "How often a word would stand near the node by chance, if the text’s words were shuffled.",
    caveat: "No text is shuffled words: grammar and subject alone bring words together.",
    range: "more than 0",
    formula: "E = n * w * f / N",
    symbols: &[COUNTS[1], COUNTS[2], COUNTS[3], COUNTS[4]],
    rule: WINDOWS,
    default: "Five words to either side, within the sentence.",
    undefined: "Never where the word stands near the node.",
    source: "Evert 2008, Corpora and collocations; Brezina 2018, Statistics in Corpus Linguistics, 3.2.",
};

/// See [`Cooccurrence::log_dice`](super::Cooccurrence::log_dice).
pub const LOG_DICE: Measure = Measure {
    key: "log-dice",
    group: "Collocation",
    name: "logDice",
    says: "How much of all places of node and collocate they share: 1 more is twice as typical. It doesn’t hang on the text’s size, so articles of different length compare.",
    caveat: SMALL,
    range: "at most 14",
    formula: "logDice = 14 + log2(2 * O / (n * w + f))",
    symbols: WITHOUT_SIZE,
    rule: WINDOWS,
    default: "What collocates are ranked by. The node counts once for each position of its window, as in #LancsBox; Sketch Engine takes its bare frequency, which gives more.",
    undefined: "Never where the word stands near the node.",
    source: "Rychlý 2008, A lexicographer-friendly association score; Brezina 2018, Statistics in Corpus Linguistics, 3.2.",
};

/// See [`Cooccurrence::dice`](super::Cooccurrence::dice).
pub const DICE: Measure = Measure {
    key: "dice",
    group: "Collocation",
    name: "Dice",
    says: "The share that node and collocate have of each other’s places: what logDice is the logarithm of.",
    caveat: SMALL,
    range: "0 to 1",
    formula: "D = 2 * O / (n * w + f)",
    symbols: WITHOUT_SIZE,
    rule: WINDOWS,
    default: "In the CSV file, and shown on choice.",
    undefined: "Never where the word stands near the node.",
    source: "Dice 1945, Measures of the amount of ecologic association between species; Smadja 1993.",
};

/// See [`Cooccurrence::mi`](super::Cooccurrence::mi).
pub const MI: Measure = Measure {
    key: "mi",
    group: "Collocation",
    name: "Mutual information (MI)",
    says: "How many times as often as by chance, in doublings: 1 is twice, 3 eight times as often.",
    caveat: "It favours rare words: of what occurs once, and near the node, it makes much.",
    range: "any number",
    formula: "E = n * w * f / N; MI = log2(O / E)",
    symbols: COUNTS,
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Never where the word stands near the node.",
    source: "Church & Hanks 1990, Word association norms, mutual information, and lexicography.",
};

/// See [`Cooccurrence::mi3`](super::Cooccurrence::mi3).
pub const MI3: Measure = Measure {
    key: "mi3",
    group: "Collocation",
    name: "MI3",
    says: "Mutual information with the count to the power of three, so that frequent pairs get their due.",
    caveat: "A number to rank by: its size says nothing by itself.",
    range: "any number",
    formula: "E = n * w * f / N; MI3 = log2(O^3 / E)",
    symbols: COUNTS,
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Never where the word stands near the node.",
    source: "Daille 1994, Approche mixte pour l’extraction automatique de terminologie; Evert 2008, Corpora and collocations.",
};

/// See [`Cooccurrence::t`](super::Cooccurrence::t).
pub const T: Measure = Measure {
    key: "t-score",
    group: "Collocation",
    name: "t-score",
    says: "How far the count is from chance, in units of its own uncertainty: it asks how sure, not how strong, and favours frequent pairs.",
    caveat: "It is no t-test: its assumptions don’t hold for words, so no p belongs to it.",
    range: "any number",
    formula: "E = n * w * f / N; t = (O - E) / sqrt(O)",
    symbols: COUNTS,
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Never where the word stands near the node.",
    source: "Church, Gale, Hanks & Hindle 1991, Using statistics in lexical analysis.",
};

/// See [`Cooccurrence::z`](super::Cooccurrence::z).
pub const Z: Measure = Measure {
    key: "z-score",
    group: "Collocation",
    name: "z-score",
    says: "How far the count is from chance, in units of what chance varies by.",
    caveat: "Far too large where little is expected, as of nearly every word of a short text.",
    range: "any number",
    formula: "E = n * w * f / N; z = (O - E) / sqrt(E)",
    symbols: COUNTS,
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Never where the word stands near the node.",
    source: "Berry-Rogghe 1973, The computation of collocations and their relevance in lexical studies; Evert 2008.",
};

/// See [`Cooccurrence::g2`](super::Cooccurrence::g2).
pub const G2: Measure = Measure {
    key: "collocate-g2",
    group: "Collocation",
    name: "G² of a collocation",
    says: "How much evidence there is that a word and the node don’t meet by chance: the log-likelihood of the table of window positions and places of the word.",
    caveat: "It measures evidence, not strength, and has no sign: look at together and expected for the direction.",
    range: "0 or more",
    formula: "E = R * C / N; G² = 2 * sum(cells, O * ln(O / E))",
    symbols: &[
        ("O", "the four cells, observed: in a window or not, the collocate or not"),
        ("R", "the total of the cell’s row: window positions, n · w, or all others"),
        ("C", "the total of its column: places of the collocate, or all others"),
        COUNTS[4],
    ],
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Where the windows would fill the text: a node so frequent that its windows have more positions than the text has words.",
    source: "Dunning 1993, Accurate methods for the statistics of surprise and coincidence; Evert 2008.",
};

/// See [`Cooccurrence::delta_p_of_collocate`](super::Cooccurrence::delta_p_of_collocate).
pub const DELTA_P: Measure = Measure {
    key: "delta-p",
    group: "Collocation",
    name: "ΔP of the collocate",
    says: "How much more likely the collocate is near the node than elsewhere. The other direction, how much more likely a window of the node is at the collocate, is ΔP of the node, which the CSV file has too.",
    caveat: "Small for every pair in which the node is frequent: mind the order, not the size.",
    range: "−1 to 1",
    formula: "ΔP = O / (n * w) - (f - O) / (N - n * w)",
    symbols: COUNTS,
    rule: WINDOWS,
    default: "Shown on choice.",
    undefined: "Where the windows would fill the text.",
    source: "Gries 2013, 50-something years of work on collocations. International Journal of Corpus Linguistics 18; Allan 1980.",
};
