//! How is this computed? Every measure that the page shows, in the order of the Methods view.
//!
//! What `stats` computes is explained there, beside its function. What comes before any statistics
//! (what a word is, what is counted) and what the analyses add (robustness, findings) is explained
//! here. A measure that no view shows yet isn't listed.

use super::coverage::methods as coverage;
use super::framing::methods as framing;
use super::quotations::methods as quotations;
use super::reuse::{clusters, minhash, scoring, shingles};
use super::style::methods as style;
use crate::stats::{
    Measure, association, clustering, collocation, correspondence, dispersion, diversity, multiplicity, permutation,
    readability, similarity, support, tfidf, vocabulary,
};

/// The measures, group by group.
pub const METHODS: &[Measure] = &[
    TOKEN,
    TERM,
    ACRONYM,
    POSSESSIVE,
    HYPHEN,
    SPELLING,
    STEM,
    STOP_WORD,
    SENTENCE,
    FURNITURE,
    GROUPING,
    FREQUENCY,
    PER_MILLION,
    RATES,
    NGRAM,
    ZIPF,
    vocabulary::ZIPF_FIT,
    vocabulary::ZIPF_ERROR,
    vocabulary::ZIPF_DISTANCE,
    vocabulary::GROWTH,
    vocabulary::HEAPS_FIT,
    vocabulary::SPECTRUM,
    dispersion::RANGE,
    dispersion::DP,
    dispersion::DP_NORM,
    dispersion::JUILLAND_D,
    association::G2,
    association::G2_TWO_CELLS,
    association::CHI_SQUARED,
    association::CHI_SQUARED_YATES,
    association::P,
    multiplicity::P_ADJUSTED,
    multiplicity::P_HOLM,
    multiplicity::P_BONFERRONI,
    association::FISHER_P,
    permutation::PERMUTATION_P,
    association::BIC,
    association::LOG_RATIO,
    association::LOG_RATIO_INTERVAL,
    association::CONSERVATIVE_LOG_RATIO,
    association::PERCENT_DIFFERENCE,
    association::ODDS_RATIO,
    association::SIMPLE_MATHS,
    ROBUST,
    LOCKWORD,
    GENERAL_ENGLISH,
    KEY_PHRASE,
    tfidf::TF_IDF,
    association::CONTRAST,
    tfidf::COSINE,
    similarity::JACCARD,
    similarity::CONTAINMENT,
    similarity::SHARED_FIVEGRAMS,
    clustering::TREE,
    SHARED_PASSAGE,
    SHARED_WORDS,
    INTERSECTION,
    correspondence::MAP,
    correspondence::INERTIA,
    correspondence::CONTRIBUTION,
    correspondence::QUALITY,
    quotations::QUOTATION,
    quotations::SPEAKER,
    quotations::VERBS,
    coverage::MENTION,
    coverage::SAME_NAME,
    coverage::FIRST_MENTION,
    clusters::SAME_UTTERANCE,
    scoring::ALIGNMENT,
    shingles::SHINGLES,
    minhash::RESEMBLANCE,
    collocation::EXPECTED,
    collocation::LOG_DICE,
    collocation::DICE,
    collocation::MI,
    collocation::MI3,
    collocation::T,
    collocation::Z,
    collocation::G2,
    collocation::DELTA_P,
    framing::DIFFERENCE,
    framing::MODALS,
    support::SUPPORT,
    support::COVERAGE,
    style::HAPAXES,
    diversity::TTR,
    diversity::ROOT_TTR,
    diversity::MATTR,
    diversity::MTLD,
    diversity::HDD,
    diversity::YULE_K,
    readability::SENTENCE_LENGTH,
    style::WORD_LENGTH,
    style::SYLLABLES,
    readability::FLESCH,
    readability::FLESCH_KINCAID,
    readability::GUNNING_FOG,
    readability::SMOG,
    readability::COLEMAN_LIAU,
    readability::ARI,
    style::NAMES,
    style::VARIETIES,
    style::PASSIVES,
    style::HEDGES,
    style::TONE,
    FINDING,
    READING_TIME,
];

const TOKEN: Measure = Measure {
    key: "token",
    group: "Words",
    name: "Word (token)",
    says: "One word where it stands in the text. An article’s size is its number of tokens, and every rate is a share of it.",
    range: "whole numbers",
    rule: "the words of Unicode’s rules (UAX #29) that hold a letter or a digit; a dotted abbreviation (U.S.) is one",
    default: "Numbers count (2025, 3.5); the switch leaves out words without a letter. Stop words count. Page furniture doesn’t.",
    undefined: "An article without a word has size 0 and takes part in no comparison.",
    source: "Unicode Standard Annex #29, Unicode Text Segmentation.",
    ..Measure::EMPTY
};

const TERM: Measure = Measure {
    key: "type",
    group: "Words",
    name: "Different words (types)",
    says: "What tokens are counted as. Tokens that differ only in what the settings put aside (case, possessive, spelling) are one type; inflected forms (ally, allies) stay apart unless words are counted by their stems. The text itself is never changed, and tables show how the articles write a word.",
    caveat: "A form may hide two words (a lead, to lead); no meaning is told apart.",
    range: "whole numbers",
    rule: "in this order: curly apostrophes and hyphens made plain → possessive off → points of abbreviations off → lower case → one spelling → stem, if switched on",
    default: "All steps on. Upper and lower case are one: The counts as the.",
    undefined: "Never.",
    source: "Baker, Hardie & McEnery 2006, A Glossary of Corpus Linguistics.",
    ..Measure::EMPTY
};

const ACRONYM: Measure = Measure {
    key: "acronym",
    group: "Words",
    name: "Capitals that spell another word",
    says: "US is not us, and WHO is not who: such capitals are counted, and listed, by themselves.",
    rule: "a word of two or more letters, all capitals, whose lower-case form is a stop word; not in a paragraph all in capitals",
    default: "Kept apart.",
    undefined: "Never; without effect where case is kept anyway.",
    source: "A rule of Parallax.",
    ..Measure::EMPTY
};

const POSSESSIVE: Measure = Measure {
    key: "possessive",
    group: "Words",
    name: "Possessives",
    says: "NATO’s counts as nato, allies’ as allies. Contractions that are stop words (it’s, let’s) stay as they are.",
    rule: "an ending ’s (with any apostrophe) is taken off",
    default: "Taken off.",
    undefined: "Never.",
    source: "A rule of Parallax.",
    ..Measure::EMPTY
};

const HYPHEN: Measure = Measure {
    key: "hyphen",
    group: "Words",
    name: "Hyphenated words",
    says: "anti-drone is one word, not two. A dash (–, —) always parts words.",
    rule: "words with exactly one hyphen between them, and no space, are one",
    default: "Joined. Switched off: anti and drone.",
    undefined: "Never.",
    source: "A rule of Parallax; Unicode’s rules part words at hyphens.",
    ..Measure::EMPTY
};

const SPELLING: Measure = Measure {
    key: "spelling",
    group: "Words",
    name: "British and American spellings",
    says: "defence and defense are one word, so that a difference of spelling doesn’t pass for a difference of matter. Only spellings that differ in every sense are merged: story (of a building) is not storey.",
    rule: "about 3,450 spellings, each counted under one name: the spelling both share in some sense, else the British one. Abbreviations with and without points (U.S., US) are one too",
    default: "Merged; tables show which spellings were found.",
    undefined: "Never.",
    source: "Atkinson, VarCon (Variant Conversion Info), wordlist.aspell.net.",
    ..Measure::EMPTY
};

const STEM: Measure = Measure {
    key: "stem",
    group: "Words",
    name: "Stems",
    says: "Counted by their stems, the forms of a word are one: ally and allies count as alli. Tables show the stem, which often is no word, beside the forms that were found; a click finds all of them, and each stays in the text as written.",
    caveat: "Rules know no meanings: they part what belongs together (buy, bought) and join what doesn’t (general, generals).",
    rule: "Snowball’s rules for English (Porter2), version 3.0, on each part of a hyphenated word. Stop words and capitals kept apart stay as they are, and no stem falls together with a stop word",
    default: "Off: words count as written.",
    undefined: "Never.",
    source: "Porter 1980, An algorithm for suffix stripping; Porter, Boulton et al., Snowball 3.0: English stemmer, snowballstem.org.",
    ..Measure::EMPTY
};

const STOP_WORD: Measure = Measure {
    key: "stop-word",
    group: "Words",
    name: "Stop words",
    says: "Words that carry grammar rather than matter (the, of, was). Hiding them changes what is shown, never a number: sizes, rates, tests and similarities count them.",
    rule: "the 174 words of the Snowball list, and us; n-grams and shared passages are hidden when all their words are stop words",
    default: "Hidden in tables, pictures and findings. Words can be added and removed.",
    undefined: "Never.",
    source: "Porter et al., Snowball: English stop word list, snowballstem.org.",
    ..Measure::EMPTY
};

const GROUPING: Measure = Measure {
    key: "groups",
    group: "Words",
    name: "Groups of articles",
    says: "What is compared: each article by itself, or groups of articles that state the same outlet, date, place, country, author or language, are translated or not, have the same label, or were put together by hand.",
    caveat: "A group speaks with the voice of its longest articles, for it is counted as one text. What sets groups apart may be what their articles are about, not what they are grouped by.",
    rule: "groups are counted by keyness and its intervals, key phrases, frequency by column, similarity, tree and TF-IDF in it, contrast, shared and unique words and passages: the tokens of a group’s articles taken together. Articles are counted by range, DP, DPnorm, Juilland’s D, the permutation test, robustness, and TF-IDF among keywords, which is the largest of a group’s articles; and by everything that describes a text: vocabulary, style, quotations, places along a text",
    default: "Each article by itself. The country is that of the place an article states, by a list of places. What an article doesn’t state isn’t guessed: such articles are a group of their own, called ‘not stated’, and those in no group made by hand are ‘not grouped’.",
    undefined: "Where all articles are in one group there is nothing to compare it with: the view says so.",
    source: "Groups of texts as target and reference: Scott 1997, PC analysis of key words. System 25(2).",
    ..Measure::EMPTY
};

const SENTENCE: Measure = Measure {
    key: "sentence",
    group: "Words",
    name: "Sentences and paragraphs",
    says: "A paragraph ends with a line break; a sentence ends by Unicode’s rules, mended for English, and at the latest with its paragraph. A headline is a sentence by itself. Only sentences with a counted word are counted.",
    rule: "UAX #29 sentence boundaries within each line",
    default: "N-grams stay within a sentence; evidence is shown by the sentence.",
    undefined: "Never; 0 for an article without a word.",
    source: "Unicode Standard Annex #29, Unicode Text Segmentation.",
    ..Measure::EMPTY
};

const FURNITURE: Measure = Measure {
    key: "furniture",
    group: "Words",
    name: "Page furniture",
    says: "Passages that stand in the text but are no part of the article: captions, datelines, view counts, source lines, notices on the translation, links to other stories. They are grey in the reader. Headline, standfirst and section headings are part of the article.",
    rule: "the passages that the corpus’s files mark, word for word",
    default: "Left out of every count; can be switched on.",
    undefined: "Never; an article without any is counted whole.",
    source: "Marked by hand; see corpus/README.md.",
    ..Measure::EMPTY
};

const FREQUENCY: Measure = Measure {
    key: "frequency",
    group: "Frequency",
    name: "Frequency",
    says: "How often a word (or n-gram) occurs, over all articles that are on or in one of them. Words that occur once are called hapaxes.",
    caveat: "It hangs on the length of the texts: to compare texts, take the rate.",
    range: "0 or more",
    rule: "number of tokens of the type",
    default: "All words from one occurrence on; ‘at least … times’ shortens the table, and changes no other number.",
    undefined: "Never; 0 where it doesn’t occur.",
    source: "McEnery & Hardie 2012, Corpus Linguistics: Method, Theory and Practice.",
    ..Measure::EMPTY
};

const PER_MILLION: Measure = Measure {
    key: "per-million",
    group: "Frequency",
    name: "Frequency per million",
    says: "The rate at which a word occurs, so that texts of different length compare.",
    caveat: "In a small corpus one occurrence more or less moves it far: mind the plain frequency beside it.",
    range: "0 to 1,000,000, occurrences in a million words",
    formula: "{per million} = 1000000 * f / N",
    symbols: &[("f", "the frequency"), ("N", "word tokens counted")],
    default: "Of all word tokens that are on, stop words too; for n-grams as well.",
    undefined: "Never where there are words.",
    source: "McEnery & Hardie 2012, Corpus Linguistics: Method, Theory and Practice.",
    ..Measure::EMPTY
};

const RATES: Measure = Measure {
    key: "rates",
    group: "Frequency",
    name: "Rates per 1,000",
    says: "How often in every 1,000 words an article has a word, beside how often what it is compared with has it.",
    caveat: "A rate says nothing of how many words it rests on: once in 100 words is 10 per 1,000.",
    range: "0 to 1,000 each",
    formula: "{elsewhere} = 1000 * b / d; {here} = 1000 * a / c",
    symbols: &[
        ("a", "how often the article has the word"),
        ("b", "how often what it is compared with has it"),
        ("c", "the article’s size in tokens"),
        ("d", "the size of what it is compared with"),
    ],
    default: "Of all word tokens that are on, stop words too.",
    undefined: "Where a side has no word: the cell is empty.",
    source: "McEnery & Hardie 2012, Corpus Linguistics: Method, Theory and Practice.",
    ..Measure::EMPTY
};

const NGRAM: Measure = Measure {
    key: "n-gram",
    group: "Frequency",
    name: "N-grams",
    says: "Runs of n words, counted like words: phrases, names, formulas.",
    range: "0 or more",
    rule: "every run of n tokens that follow each other, 1 to 5, overlapping",
    default: "Within a sentence, and not across page furniture that is left out.",
    undefined: "A sentence of fewer than n words has none.",
    source: "Manning & Schütze 1999, Foundations of Statistical Natural Language Processing.",
    ..Measure::EMPTY
};

const ZIPF: Measure = Measure {
    key: "zipf",
    group: "Frequency",
    name: "Zipf plot",
    says: "Frequency against rank, both on logarithmic scales: in most texts close to a straight falling line, which ends in a step of the many words that occur once.",
    caveat: "A straight line is no sign of a good text, nor of a natural one: random letters make one too.",
    rule: "rank 1 is the most frequent; equally frequent words rank by the alphabet",
    default: "All words, stop words too. Every rank to 100 is drawn, then at most 60 a decade.",
    undefined: "Never.",
    source: "Zipf 1949, Human Behavior and the Principle of Least Effort.",
    ..Measure::EMPTY
};

const ROBUST: Measure = Measure {
    key: "robust",
    group: "Keyness",
    name: "Robust (leave one out)",
    says: "Whether a keyword hangs on a single article of the reference. Marked words stay key whichever one is left out.",
    caveat: "It leaves out articles of the reference, one at a time; it doesn’t ask what another article of the target’s outlet would do.",
    range: "yes or no",
    rule: "for each article of the reference in turn: without it, the sign stays, and p stays below the bar that all of them together set: 0.05 × k / n, with k significant words of n tested",
    default: "Asked of words with an adjusted p below 0.05, used more or used less; others are not robust. Where groups are compared, articles of the reference are still left out one at a time.",
    undefined: "Where the reference has fewer than two articles with words, as in a pair: the cell is empty.",
    source: "The jackknife’s idea: Tukey 1958, Bias and confidence in not quite large samples. Annals of Mathematical Statistics 29.",
    ..Measure::EMPTY
};

const LOCKWORD: Measure = Measure {
    key: "lockword",
    group: "Keyness",
    name: "Lockwords",
    says: "Words that both sides use alike, shown by enough occurrences: neither side uses one twice as often as the other. The opposite of a keyword; a word that is merely not significant isn’t one.",
    caveat: "It takes counts to show it: 16 occurrences on either side where both sides are of one size, and at least 8 on the smaller side however long the other is, so that in short articles few words but stop words can be lockwords.",
    range: "yes or no",
    rule: "the whole 95 % interval of the log ratio lies between −1 and 1",
    default: "Shown on choice, the most frequent first.",
    undefined: "Where the log ratio is; of a word of which only a bound is known, as of rare ones in general English.",
    source: "Baker 2011, Times may change, but we will always have money: diachronic variation in recent British English. Journal of English Linguistics 39(1); an interval within a band as the test of likeness: Schuirmann 1987, Journal of Pharmacokinetics and Biopharmaceutics 15(6).",
    ..Measure::EMPTY
};

const GENERAL_ENGLISH: Measure = Measure {
    key: "general-english",
    group: "Keyness",
    name: "General English as the reference",
    says: "How an article’s words differ from English at large: some 29,000 words with their rates in Wikipedia, subtitles, news, books, the web and social media, up to 2021.",
    caveat: "Rates from many kinds of text, rounded to 1 %, not the counts of one corpus. Names, news and the topic itself come out as key: it shows what the articles are about, not how they differ from each other.",
    rule: "a rate stands as a count in 1,000,000,000 words; words are counted as in the articles, and spellings that fall together are added. A word that isn’t listed is rarer than 1 in a million: it is tested with that bound, and its difference is at least as large as shown. A hyphenated word is taken as no more frequent than its rarest part, capitals kept apart (US) as no more frequent than both words of that spelling. A word used less is tested where the article would be expected to have it as often as the least frequency asks",
    default: "Chosen as the reference. BIC, robust and the permutation test need texts and are undefined.",
    undefined: "Numbers, which the list doesn’t have, aren’t tested; nor is anything while capitals count apart, for the list is in lower case.",
    source: "Speer 2022, rspeer/wordfreq v3.0, doi:10.5281/zenodo.7199437, data under CC BY-SA 4.0; see lists/README.md.",
    ..Measure::EMPTY
};

const KEY_PHRASE: Measure = Measure {
    key: "key-phrase",
    group: "Keyness",
    name: "Key phrases",
    says: "Runs of two to four words that an article uses more than its reference, by G²: the terms, names and turns of phrase that set it apart.",
    caveat: "Short articles say few things twice: of a phrase that stands there two times G² is a hint, no proof.",
    formula: association::G2.formula,
    symbols: association::G2.symbols,
    rule: "candidates stand within a sentence, at least twice in the article, and neither begin nor end with a stop word; sizes are those of the articles in words; p is adjusted over all such runs that both sides together have at least twice, those too that the article uses less. Of phrases that contain each other, or most of whose places in the article share a word, the one with the larger G² is kept, of equals the longer",
    default: "The first six of each article, by G². Against general English, which is a list of single words, the other articles stand in.",
    undefined: "Where G² is.",
    source: "Dunning 1993 (see G²), of pairs of words; Scott 1997, PC analysis of key words. System 25(2); stop words as the borders of phrases: Rose et al. 2010, Automatic keyword extraction from individual documents.",
    ..Measure::EMPTY
};

const SHARED_PASSAGE: Measure = Measure {
    key: "shared-passage",
    group: "Similarity",
    name: "Shared passages",
    says: "Runs of words that stand in both articles of a pair, as long as they go: common quotations, names, copied sentences. Where one article says a thing twice, both places are listed.",
    caveat: "That two articles share wording doesn’t say who had it first, nor that there is no third source.",
    rule: "a run that can be lengthened at neither end; in at least one of the two texts it lies within no longer shared run",
    default: "4 words or more. Words compare as they are counted. A passage may run on over sentences, not over page furniture; at most 1,000, the longest. Beside the texts single words are tied, too: those that stand exactly once in each of the two, outside the passages, at most 200. When the texts scroll together, the one follows the other by the chain of passages with most words that ascends in both, and between two of them in proportion.",
    undefined: "Never; the list is empty where there is none.",
    source: "Broder 1997, On the resemblance and containment of documents; here by a suffix array, without sampling.",
    ..Measure::EMPTY
};

const INTERSECTION: Measure = Measure {
    key: "intersection",
    group: "Similarity",
    name: "Words by the articles that have them",
    says: "Every different word belongs to exactly one group: that of the articles that have it, and no other. How many words a group has shows what is common to all, what only some share, and what each has alone.",
    caveat: "One occurrence is enough to have a word. The more articles and the longer they are, the fewer words are anyone’s alone.",
    range: "whole numbers",
    rule: "for each word the articles that have it at least once; words of the same articles are counted together. Above the columns stands how many different words each article has",
    default: "Among all articles that are on; hidden stop words are left out. The groups of most words come first; of equal ones that of fewer articles, then that of earlier articles.",
    undefined: "Never; groups without a word aren’t listed.",
    source: "The picture: Lex, Gehlenborg, Strobelt, Vuillemot & Pfister 2014, UpSet: Visualization of Intersecting Sets. IEEE TVCG 20(12).",
    ..Measure::EMPTY
};

const SHARED_WORDS: Measure = Measure {
    key: "shared-words",
    group: "Similarity",
    name: "Shared and unique words",
    says: "Words that all articles of a set have, and words that only one of the set has. ‘Unique’ means within the set: an article outside it may have the word too.",
    rule: "shared words by their smallest frequency, unique words by their frequency; then by the alphabet",
    default: "Stop words as set.",
    undefined: "Never.",
    source: "Plain set operations on types.",
    ..Measure::EMPTY
};

const FINDING: Measure = Measure {
    key: "finding",
    group: "Reading",
    name: "Findings",
    says: "The sentence that a view opens with. It is put together from the numbers of that view by fixed rules; no model writes it. Where the data cannot carry more, a caution says so.",
    caveat: "It names what is largest, not what matters.",
    rule: "Keywords, for example: the keyword with the largest G² of each article, the largest first",
    default: "Words hidden as stop words are not named.",
    undefined: "Where nothing can be compared the sentence says so.",
    source: "A rule of Parallax.",
    ..Measure::EMPTY
};

const READING_TIME: Measure = Measure {
    key: "reading-time",
    group: "Reading",
    name: "Reading time",
    says: "How long silent reading of the article takes an average adult reader of English.",
    caveat: "Readers differ by a third and more; names, numbers and quotations slow them.",
    range: "0 or more minutes",
    formula: "t = N / 238",
    symbols: &[("N", "the article’s size in tokens")],
    default: "As counted: without page furniture, unless that is switched on.",
    undefined: "Never; 0 for an article without a word.",
    source: "Brysbaert 2019, How many words do we read per minute? A review and meta-analysis of reading rate. Journal of Memory and Language 109.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::formula::Formula;
    use std::collections::BTreeSet;

    #[test]
    fn keys_are_unique_and_fit_an_address() {
        let keys: BTreeSet<&str> = METHODS.iter().map(|m| m.key).collect();
        assert_eq!(keys.len(), METHODS.len());
        for key in keys {
            assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{key}");
        }
    }

    #[test]
    fn every_field_is_plain_and_what_must_be_filled_is() {
        for m in METHODS {
            for field in [m.group, m.name, m.says, m.default, m.undefined, m.source] {
                assert!(!field.is_empty(), "{}", m.key);
            }
            assert!(!m.formula.is_empty() || !m.rule.is_empty(), "{}: how is it found?", m.key);
            let symbols = m.symbols.iter().flat_map(|(name, says)| [*name, *says]);
            for field in [m.group, m.name, m.says, m.caveat, m.range, m.rule, m.default, m.undefined, m.source]
                .into_iter()
                .chain(symbols)
            {
                assert!(field.trim() == field, "{}: {field}", m.key);
                assert!(!field.contains(['\n', '\t', '"', '\'']) && !field.contains("  "), "{}: {field}", m.key);
            }
            for sentence in [m.says, m.caveat, m.default, m.undefined, m.source] {
                assert!(sentence.is_empty() || sentence.ends_with(['.', ')']), "{}: {sentence}", m.key);
            }
        }
    }

    /// Every name of a formula is given by a line of it or explained, and nothing else is explained.
    #[test]
    fn formulas_are_read_and_their_names_explained() {
        for m in METHODS {
            let Some(formula) = m.formula() else {
                assert!(m.formula.is_empty(), "{}: {:?}", m.key, Formula::parse(m.formula));
                assert!(m.symbols.is_empty(), "{}", m.key);
                continue;
            };
            let (mut used, _) = formula.symbols();
            let mut explained: Vec<&str> = m.symbols.iter().map(|symbol| symbol.0).collect();
            used.sort_unstable();
            explained.sort_unstable();
            // The cells of a table are named by its counts.
            let cells = formula.symbols().1.contains(&"cells");
            explained.retain(|name| !(cells && ["b", "a"].contains(name) && !used.contains(name)));
            assert_eq!(used, explained, "{}", m.key);
        }
    }

    /// The Methods view sets a heading where the group changes.
    #[test]
    fn groups_stand_together() {
        let mut groups: Vec<&str> = METHODS.iter().map(|m| m.group).collect();
        groups.dedup();
        assert_eq!(
            groups,
            [
                "Words",
                "Frequency",
                "Vocabulary",
                "Dispersion",
                "Keyness",
                "Similarity",
                "Correspondence",
                "Quotations",
                "Coverage",
                "Reuse",
                "Collocation",
                "Framing",
                "Lexical diversity",
                "Readability",
                "Wording",
                "Reading"
            ]
        );
    }

    /// Every column of the tables that isn't a name or a size is explained.
    #[test]
    fn columns_are_explained() {
        let columns = [
            "frequency",
            "per_million",
            "range",
            "dp",
            "dp_norm",
            "juilland_d",
            "g2",
            "g2_two_cells",
            "chi_squared",
            "chi_squared_yates",
            "p",
            "p_adjusted",
            "p_holm",
            "p_bonferroni",
            "fisher_p",
            "permutation_p",
            "bic",
            "log_ratio",
            "conservative_log_ratio",
            "percent_difference",
            "odds_ratio",
            "simple_maths",
            "tf_idf",
            "robust",
            "cosine",
            "jaccard",
            "containment",
            "shared_5grams",
            "inertia",
            "contribution",
            "cos2",
        ];
        for column in columns {
            let key = column.replace('_', "-");
            assert!(METHODS.iter().any(|m| m.key == key), "{key}");
        }
    }
}
