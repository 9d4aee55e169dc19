//! What counts as a quotation, how its speaker is found, and what reporting verbs are, for the Methods view.

use crate::stats::Measure;

/// What counts as a quotation.
pub const QUOTATION: Measure = Measure {
    key: "quotation",
    group: "Quotations",
    name: "Quotation",
    says: "Words that are given as somebody’s: between quotation marks, after a colon, or reported in the writer’s words.",
    caveat: "On passages the rules had not been made on, 93 % of the quotations they found were right to the word, and they found 87 % of those marked by hand; on the bundled articles and the passages they were mended on it is nearly all. Thoughts (‘believes that’) count as said. Whether somebody really said it, no rule can tell.",
    range: "five kinds",
    rule: "direct: a sentence of the speaker’s own between marks; partial: words between marks that are part of the writer’s sentence; set apart: words between marks that nobody near is said to have spoken (scare quotes, titles); after a colon: speech without marks (‘Rutte: …’); reported: the clause after a verb of saying (‘said that …’), around one set off by commas, or beside ‘according to’. A report that holds quoted words counts, and so do they. Marks of any style are paired; a single mark is an apostrophe unless it opens before a word and another closes. Speech over paragraphs repeats its opening mark. An opening mark that is never closed ends with its paragraph, or, where another opens in that paragraph, with its own sentence",
    default: "Page furniture is passed over. What was not said (‘did not say that’), and acts of speech without a clause (‘praised’, ‘called for’), are no quotations.",
    undefined: "An article without marks and verbs of saying has none.",
    source: "The kinds follow Elena Semino and Mick Short, 2004, Corpus Stylistics: direct speech, quotation phenomena, indirect speech. The rules are Parallax’s own, held to quotations marked by hand (tests/gold/quotations).",
    ..Measure::EMPTY
};

/// How a quotation is given to its speaker.
pub const SPEAKER: Measure = Measure {
    key: "quotation-speaker",
    group: "Quotations",
    name: "Speaker of a quotation",
    says: "Whose words they are, where the text says so plainly; the list says for each what it was found by.",
    caveat: "On passages the rules had not been made on, 89 % of the speakers they named were right, and they named 73 % of those that a reader did; the rest they mostly left open. A pronoun may stand for somebody else than the person named last.",
    range: "a name, a description, or not attributed",
    rule: "the subject of a reporting verb right after the words, or before them and in reach, or within them; who stands before a colon, beside ‘according to’, or as the possessor of a noun of saying (‘her claim’). Words that go on from quoted words have their speaker. ‘He’ and ‘she’ are the person last named as a subject, unless the first name speaks against it; a description (‘the NATO chief’) is the person who has that office or its qualifier. Names whose last words are alike but for accents, doubled letters and y for i (Rutte, Rute) are one person’s, unless their first names differ",
    default: "Not attributed, rather than a guess.",
    undefined: "Without a subject that a rule finds, it is not attributed.",
    source: "Parallax’s own rules; compare Silvia Pareti, 2015, Attribution: A Computational Approach.",
    ..Measure::EMPTY
};

/// Reporting verbs and their classes.
pub const VERBS: Measure = Measure {
    key: "reporting-verbs",
    group: "Quotations",
    name: "Reporting verbs",
    says: "By which verbs and nouns words are given to their speakers, and what these make of the words: neutral, assertive, warning, denying and so on.",
    caveat: "A verb has one class, whatever its sentence: ‘claim’ may be meant as plainly as ‘say’. Verbs of speech that introduce no words (‘praised Germany’) aren’t counted.",
    range: "whole numbers; fifteen classes",
    rule: "the verbs and nouns of a list (lists/reporting.txt) that a quotation was given to its speaker by, in their base form; one that introduces several quotations counts once",
    default: "Each verb that introduces a quotation, in each article.",
    undefined: "Words that follow a name and a colon have none.",
    source: "The list is Parallax’s own; that such verbs evaluate: Geoff Thompson and Yiyun Ye, 1991, Evaluation in the reporting verbs used in academic papers; Carmen Caldas-Coulthard, 1994, On reporting reporting.",
    ..Measure::EMPTY
};
