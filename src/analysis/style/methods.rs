//! How the numbers of the Style view are found: the entries of the catalogue for what no formula of
//! [`stats`](crate::stats) gives.

use crate::stats::Measure;

pub const HAPAXES: Measure = Measure {
    key: "hapaxes",
    group: "Lexical diversity",
    name: "Words that occur once (hapaxes)",
    says: "How many of the different words an article has once only.",
    caveat: "Their number grows with the text and their share falls: compare texts of one length only.",
    range: "whole numbers",
    rule: "the different words whose count in the article is 1",
    default: "Over the words that are counted, as they are counted: a switch of the settings changes it.",
    undefined: "Never; 0 for a text without a word.",
    source: "Baayen 2001, Word Frequency Distributions.",
    ..Measure::EMPTY
};

pub const WORD_LENGTH: Measure = Measure {
    key: "word-length",
    group: "Readability",
    name: "Word length",
    says: "How many letters and digits a word has on average. Its distribution shows more: a column for every number of letters.",
    caveat: "Names count: an article on long names has long words.",
    range: "1 or more, in letters",
    formula: "{word length} = L / N",
    symbols: &[("L", "letters and digits of all words"), ("N", "words of the text")],
    default: "A hyphenated word is one word, its hyphen no letter.",
    undefined: "For a text without a word.",
    source: "Mendenhall 1887, The characteristic curves of composition. Science 9(214).",
    ..Measure::EMPTY
};

pub const SYLLABLES: Measure = Measure {
    key: "syllables",
    group: "Readability",
    name: "Syllables",
    says: "How many syllables a word has. A long word, in Gunning fog and SMOG, has three or more.",
    caveat: "Of words that the dictionary doesn’t have, most of them names, about one in twenty is wrong.",
    range: "whole numbers",
    rule: "words of the CMU Pronouncing Dictionary have the dictionary’s number; others as many as runs of vowels, more or fewer by 254 patterns that were learnt from four fifths of the dictionary and have 94.8 % of the other fifth right (23,560 words). Capitals of two or three letters are spelt out (US has 2), figures have a syllable a digit, parts of a compound are counted one by one",
    default: "The first pronunciation of the dictionary is American.",
    undefined: "Where the list could not be loaded: all that takes it is undefined.",
    source: "Carnegie Mellon University, The CMU Pronouncing Dictionary.",
    ..Measure::EMPTY
};

pub const VARIETIES: Measure = Measure {
    key: "varieties",
    group: "Wording",
    name: "British and American spellings",
    says: "How many words of an article are spelt as only one side does, and which.",
    caveat: "-ize is American and, in Oxford’s style, British: such words count as American and are marked. An editor or translator may have changed the spelling.",
    range: "whole numbers",
    rule: "about 2,700 words that one side spells in a way the other doesn’t in any sense (defence, defense; not program, which both have); words of names don’t count, for names keep their spelling; parts of compounds do",
    default: "Chief spellings only.",
    undefined: "Where the list could not be loaded.",
    source: "Atkinson, VarCon (Variant Conversion Info), wordlist.aspell.net.",
    ..Measure::EMPTY
};

pub const NAMES: Measure = Measure {
    key: "names",
    group: "Wording",
    name: "Names and their spellings",
    says: "The words that a text writes with a capital where their place doesn’t ask for one, and which of them may be one name in two spellings.",
    caveat: "Days, peoples and titles are among them; a name that only ever begins sentences is not. Two people may have names that differ in a letter: nothing is merged, the texts decide.",
    range: "whole numbers",
    rule: "a capital counts unless the word begins a sentence or a quotation, or the line is set like a headline; a name has one at least as often as none. Spellings are put side by side that differ in capitals, accents, doubled letters or y for i; in one letter, from six letters on, if they begin alike; or in a hyphen; unless one is an inflection of the other (Europe, Europeans)",
    default: "The 200 most frequent names are shown; the CSV file has all.",
    undefined: "Never.",
    source: "A rule of Parallax.",
    ..Measure::EMPTY
};

pub const PASSIVES: Measure = Measure {
    key: "passives",
    group: "Wording",
    name: "Passives",
    says: "The share of sentences with a verb in the passive.",
    caveat: "It misses passives without be (the plan agreed upon, got attacked) and counts a row of participles (are equipped, trained and ready) once; it takes an adjective for a participle where that isn’t on its list. Checked by hand, 140 of 149 found in State of the Union addresses were passives, and all 16 of the bundled articles.",
    range: "0 to 1",
    formula: "share = P / S",
    symbols: &[("P", "sentences with a passive"), ("S", "sentences, headings too")],
    rule: "a form of be and a past participle, with nothing between but adverbs and not: a word in -ed, or one of some 180 irregular ones; not about 90 words in -ed that are no participles or mostly adjectives (need, is committed, is based in), nor words with a hyphen",
    default: "Both stative (is built on) and eventive passives.",
    undefined: "For a text without a word, and where the list of participles could not be loaded.",
    source: "Quirk, Greenbaum, Leech & Svartvik 1985, A Comprehensive Grammar of the English Language, 3.63.",
};

pub const HEDGES: Measure = Measure {
    key: "hedges",
    group: "Wording",
    name: "Hedges",
    says: "How often, in 1,000 words, a text withholds full commitment: could, perhaps, it seems, about a quarter.",
    caveat: "Whose hedge it is, the writer’s or a quoted person’s, isn’t told apart; could of ability counts too. Checked by hand, 87 of 102 found in State of the Union addresses that had no part in making the rule were hedges; most of the others are could of ability.",
    range: "0 or more, per 1,000 words",
    formula: "{hedges per 1,000} = 1000 * H / N",
    symbols: &[("H", "hedges"), ("N", "words of the text")],
    rule: "56 words and phrases that Hyland lists and the package hedges has, some in one company only: about and around before amounts, suggest not before -ing, assumed and possible before that, could not after a person’s pronoun, may not as a month. Would and should are left out: in news they are mostly the future of reported speech and demands",
    default: "Over the words that are counted.",
    undefined: "For a text without a word, and where the list of hedges could not be loaded.",
    source: "Hyland 2005, Metadiscourse, appendix.",
};

pub const TONE: Measure = Measure {
    key: "tone",
    group: "Wording",
    name: "Tone by a list of rated words",
    says: "The mean rating of those words of an article that ten people rated pleasant or unpleasant, out of any context.",
    caveat: "A count of words, not a reading. Attack, threat and war are unpleasant whoever speaks of them and why; quoted words count like the writer’s; stressed is unpleasant where it means said; irony isn’t seen. On defence, most of it is the subject.",
    range: "−4 to 4",
    formula: "tone = sum(words, r) / n",
    symbols: &[("r", "the rating of each rated word"), ("n", "how many rated words there are, negated ones left out")],
    rule: "about 5,600 words of VADER’s lexicon that are rated at least 1 from neutral; words of names don’t count (United States); a word with a negation among the three words before it (not, no, never, without) counts as neither, unless it is not only",
    default: "No other adjustments of VADER.",
    undefined: "Where no word of the text is rated, and where the list could not be loaded.",
    source: "Hutto & Gilbert 2014, VADER: a parsimonious rule-based model for sentiment analysis of social media text.",
};
