//! How framing is counted, for the Methods view. What `stats` computes is explained there.

use crate::stats::Measure;

/// The difference of a collocate between articles.
pub const DIFFERENCE: Measure = Measure {
    key: "collocate-difference",
    group: "Framing",
    name: "Collocates by outlet",
    says: "How much larger the word’s share of this article’s windows is than its share of all other articles’ windows, in doublings: whether an outlet has a word beside the name that others don’t.",
    caveat: "In a handful of articles most words stand near a name once or twice; a difference of such counts is a hint where to read, and no proof of how an outlet writes. A word that is more frequent in an article altogether is so near the name too.",
    range: "any number; 0 is no difference, 1 twice as often",
    formula: "a′ = if0(a, 0.5, a); b′ = if0(b, 0.5, b); LR = log2((a′ / c) / (b′ / d))",
    symbols: &[
        ("a", "how often the word stands near the node in this article"),
        ("b", "how often in all others"),
        ("c", "words in the windows of this article"),
        ("d", "words in the windows of all others"),
    ],
    rule: "near: at most so many words to the left or right as the window is set to; a word in two windows counts once; a window ends with its sentence unless it may cross it. A frequency of 0 counts as 0.5. The node is one word, or several that stand for one thing; where a place of one lies in a place of another, the longer counts",
    default: "The name that most articles have, of these the most frequent, with spellings that differ by accents or doubled letters; five words to either side, within the sentence. Words hidden as stop words aren’t listed.",
    undefined: "Where no other article has the node; and where the others’ windows are so few words that they would have it at most half a time at this article’s rate: the half that stands for the 0 would turn the direction.",
    source: "Log ratio: Hardie 2014. Comparing collocates between corpora: Baker, Gabrielatos & McEnery 2013, Discourse Analysis and Media Attitudes.",
};

/// Modal verbs.
pub const MODALS: Measure = Measure {
    key: "modal-verbs",
    group: "Framing",
    name: "Modal verbs",
    says: "How often, in 1,000 words, a text says what must, may or will be: obligation (must, should, have to, need to), possibility (can, could, may, might) and prediction (will, would, shall, be going to). Inside quotations and in the writer’s words they are counted apart, each in 1,000 words of its own.",
    caveat: "A verb has one class whatever it means: could of ability is possibility, should of likelihood is obligation, and would may be the future in reported speech. A short text has few, and one more moves the rate far. In headlines with capitals throughout, May and Will may be names.",
    range: "0 or more, per 1,000 words",
    formula: "{modal verbs per 1,000} = 1000 * M / N",
    symbols: &[
        ("M", "modal verbs, of the class and in the words looked at"),
        ("N", "words of the text, all or inside quotations or outside"),
    ],
    rule: "sixteen verbs of a closed list (lists/modals.txt) with their negations (can’t, cannot, won’t) and the ending ’ll. Not counted: may with a capital inside a sentence, or as a month; will, can, might and must as nouns (the will to fight, military might); need to after what makes a noun of need; have to, ought to and be going to before what is no verb (going to Kyiv); ’d, which is had as often as would. Quotations are those of the Quotes view that are given as somebody’s own words; what is reported without marks is the writer’s",
    default: "Over the words that are counted.",
    undefined: "For a text without a word, of quoted words where it quotes none, and where the list could not be loaded.",
    source: "The classes and the verbs: Biber, Johansson, Leech, Conrad & Finegan 1999, Longman Grammar of Spoken and Written English, 6.6; the rules are Parallax’s own.",
};
