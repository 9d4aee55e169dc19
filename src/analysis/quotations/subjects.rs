//! Who is named here? Noun phrases that may be a speaker, before a verb or after it.
//!
//! No parser: a phrase is walked from its end to its determiner, or from its start to the next word
//! that can't be part of it. It names a speaker if its head is a capitalised name, a pronoun, or one of
//! the listed words for persons, bodies and papers; else it names none.

use super::frame::{Frame, Gap, Sentence, Word};

pub(super) const PREPOSITIONS: &[&str] = &[
    "of",
    "for",
    "at",
    "in",
    "from",
    "with",
    "on",
    "to",
    "by",
    "near",
    "against",
    "about",
    "over",
    "under",
    "after",
    "before",
    "during",
    "between",
    "among",
    "alongside",
    "beside",
    "despite",
    "through",
    "throughout",
    "towards",
    "toward",
    "into",
    "onto",
    "without",
    "within",
    "amid",
    "behind",
    "beyond",
    "per",
    "via",
    "than",
    "like",
    "unlike",
    "including",
    "until",
    "since",
    "upon",
    "off",
    "around",
    "across",
    "along",
];
const CONJUNCTIONS: &[&str] = &[
    "and", "but", "or", "nor", "so", "yet", "that", "when", "while", "as", "if", "because", "although", "though",
    "whether", "where", "which", "who", "whom", "whose", "what", "how", "why", "whereas", "once", "unless", "then",
];
pub(super) const DETERMINERS: &[&str] = &[
    "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "some",
    "several", "many", "most", "all", "both", "no", "one", "two", "three", "four", "five", "another", "other", "each",
    "every", "any", "such", "few",
];
pub(super) const AUXILIARIES: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "being", "am", "has", "have", "had", "having", "do", "does", "did",
    "will", "would", "can", "could", "may", "might", "must", "shall", "should", "cannot", "ought",
];
const ADVERBS: &[&str] = &[
    "also",
    "further",
    "again",
    "once",
    "later",
    "then",
    "already",
    "now",
    "even",
    "still",
    "just",
    "often",
    "never",
    "not",
    "too",
    "today",
    "yesterday",
    "earlier",
    "afterwards",
    "soon",
    "therefore",
    "however",
    "thus",
    "always",
    "twice",
    "ever",
    "since",
    "in",
    "turn",
    "himself",
    "herself",
    "themselves",
    "itself",
    "instead",
    "meanwhile",
    "always",
    "rather",
    "simply",
    "there",
    "here",
    "n't",
    "tonight",
];
pub(super) const PRONOUNS: &[&str] = &["he", "she", "they", "it", "i", "we", "you"];

/// What a phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Who {
    /// `he`, `she`, `they`, `it`, `i`, `we`.
    Pronoun,
    /// A person's name: its words.
    Person(usize, usize),
    /// A body, country or other name.
    Body,
    /// What a person is called: its head.
    Described(usize),
    /// A report, a study.
    Paper,
    /// `who`: the phrase before it.
    Relative,
}

/// A noun phrase that may be a speaker: words `start..end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    pub start: usize,
    pub end: usize,
    pub who: Who,
}

fn is_adverb(word: &Word) -> bool {
    word.is(ADVERBS) || word.lower.len() > 4 && word.lower.ends_with("ly") && !word.capital
}

/// Whether the word can stand within a noun phrase.
fn is_nominal(word: &Word) -> bool {
    let never = [PREPOSITIONS, CONJUNCTIONS, AUXILIARIES, PRONOUNS];
    word.quotation.is_none() && never.iter().all(|words| !word.is(words)) && (word.capital || !word.is(ADVERBS))
}

/// The phrase that is the subject of the verb at `verb`, before it, in the sentence; and whether the verb is negated.
pub(super) fn before(frame: &Frame, sentence: &Sentence, verb: usize) -> (Option<Phrase>, bool) {
    let words = &frame.words;
    let mut end = verb;
    let mut negated = false;
    let mut comma = words[end].gap == Gap::Comma || words[end].gap == Gap::Dash;
    if words[end].gap != Gap::Space && !comma {
        return (None, false);
    }
    // Auxiliaries, adverbs and times between subject and verb.
    while end > sentence.start && !comma {
        let word = &words[end - 1];
        if word.quotation.is_some() {
            return (None, false);
        }
        if word.is(&["not", "never", "n't", "neither", "nor"]) || word.lower.ends_with("n't") {
            negated = true;
        }
        let skipped = word.is(AUXILIARIES) || word.lower.ends_with("n't") || is_adverb(word) || word.sort.is_time();
        // `Rutte on Monday said`.
        let day = word.is(&["on", "last", "this", "early", "late", "next"]) && end < verb && words[end].sort.is_time();
        if !skipped && !day || word.is(&["may"]) && word.capital {
            break;
        }
        comma = word.gap == Gap::Comma || word.gap == Gap::Dash;
        end -= 1;
        if word.gap != Gap::Space && !comma {
            return (None, negated);
        }
    }
    if end == sentence.start {
        return (None, negated);
    }
    if comma { (apposed(frame, sentence, end), negated) } else { (ending(frame, sentence, end, 0), negated) }
}

/// The phrase whose apposition, between two commas, ends before `end`.
fn apposed(frame: &Frame, sentence: &Sentence, end: usize) -> Option<Phrase> {
    let words = &frame.words;
    let divided = |at: &usize| matches!(words[*at].gap, Gap::Comma | Gap::Dash);
    let least = sentence.start.max(end.saturating_sub(18));
    let start = (least + 1..end).rev().find(divided)?;
    let first = &words[start];
    let inside = &words[start..end];
    // `The mayor, Tom Hadley, told`.
    let named = inside.iter().all(|word| word.capital || word.sort.is_particle()) && inside.len() <= 4;
    let full = named && inside.len() > 1 && !words[start - 1].capital && is_nominal(&words[start - 1]);
    let Some(outer) = ending(frame, sentence, start, 0) else {
        // `Her curator, Naomi Feld, says`: a name after any noun.
        if full {
            return Some(person(words, start, start, end));
        }
        // `One of them, a customs officer, told`: who it is, is said between the commas.
        let described = first.is(&["a", "an"]).then(|| starting(frame, sentence, start)).flatten();
        return described
            .filter(|phrase| matches!(phrase.who, Who::Described(_)))
            .map(|phrase| Phrase { end, ..phrase });
    };
    if named
        && matches!(outer.who, Who::Described(_))
        && !inside.iter().any(|word| word.sort.is_place() || word.sort.is_body())
    {
        return Some(person(words, outer.start, start, end));
    }
    let apposition = first.is(&["who", "whose", "which", "then", "now", "himself", "herself", "who's"])
        || first.is(DETERMINERS)
        || first.is(&["former", "head", "both", "then"])
        || first.sort.is_person()
        || first.lower.bytes().all(|byte| byte.is_ascii_digit())
        || (first.lower.ends_with("ing") || first.lower.ends_with("ed")) && !first.capital;
    apposition.then_some(outer)
}

/// The person whose name, titles before it, is all of words `name..end`, in a phrase from `start` on.
fn person(words: &[Word], start: usize, name: usize, end: usize) -> Phrase {
    let (from, to) = name_in(words, name, end).unwrap_or((name, end));
    Phrase { start, end, who: Who::Person(from, to) }
}

/// `“A,” laughs the conductor.`: a noun that is in no list, after a verb that follows the words.
pub(super) fn anybody(frame: &Frame, sentence: &Sentence, start: usize) -> Option<Phrase> {
    let words = &frame.words;
    let whole = |at: &usize| words[*at].gap == Gap::Space && is_nominal(&words[*at]) && !is_adverb(&words[*at]);
    let end = start + 1 + (start + 1..sentence.end.min(start + 4)).take_while(whole).count();
    let ends = end == sentence.end || matches!(words[end].gap, Gap::Comma | Gap::Dash);
    let led = words[start].is(&["the", "a", "an", "his", "her", "their", "one", "another"]);
    (led && ends && end > start + 1).then_some(Phrase { start, end, who: Who::Described(end - 1) })
}

/// The phrase that ends before `end`.
pub(super) fn ending(frame: &Frame, sentence: &Sentence, end: usize, depth: usize) -> Option<Phrase> {
    let words = &frame.words;
    let last = end.checked_sub(1).filter(|last| *last >= sentence.start)?;
    if words[last].is(PRONOUNS) {
        return Some(Phrase { start: last, end, who: Who::Pronoun });
    }
    if words[last].is(&["who"]) {
        return Some(Phrase { start: last, end, who: Who::Relative });
    }
    if !is_nominal(&words[last]) || words[last].possessive {
        return None;
    }
    let mut start = last;
    while start > sentence.start && last - start < 12 {
        if words[start].gap != Gap::Space || words[start].is(DETERMINERS) {
            break;
        }
        let before = &words[start - 1];
        if !is_nominal(before)
            || before.verb.is_some_and(|verb| verb.2 == super::lexicon::Form::Past || before.is(&["says"]))
        {
            break;
        }
        start -= 1;
    }
    // `Then Rutte said`, `Today the minister said`.
    while start < last && (is_adverb(&words[start]) || words[start].sort.is_time()) {
        start += 1;
    }
    // `an hour later the minister`: a determiner within starts the phrase.
    if let Some(inner) =
        (start + 1..end).rev().find(|at| words[*at].is(&["the", "a", "an", "his", "her", "its", "their"]))
    {
        start = inner;
    }
    if start > sentence.start && words[start].gap == Gap::Space && depth < 3 {
        let before = &words[start - 1];
        if before.is(&["of", "for", "at", "in", "from", "with", "to", "on", "by", "about", "against"]) {
            // It says more about what stands before.
            let head = ending(frame, sentence, start - 1, depth + 1)?;
            return match head.who {
                Who::Described(_) | Who::Body | Who::Paper | Who::Person(..) => Some(Phrase { end, ..head }),
                _ => None,
            };
        }
        if before.is(PREPOSITIONS) {
            return None;
        }
    }
    let who = head(frame, start, end)?;
    Some(Phrase { start, end, who })
}

/// The phrase that starts at `start`, in the sentence.
pub(super) fn starting(frame: &Frame, sentence: &Sentence, start: usize) -> Option<Phrase> {
    let words = &frame.words;
    let first = words.get(start).filter(|_| start < sentence.end)?;
    if first.is(PRONOUNS) {
        return Some(Phrase { start, end: start + 1, who: Who::Pronoun });
    }
    let mut end = start;
    let mut phrase: Option<Phrase> = None;
    while end < sentence.end && end - start < 16 {
        let word = &words[end];
        if end > start && word.gap != Gap::Space {
            break;
        }
        if word.is(&["of", "for", "at", "from", "in"]) && end > start {
            match phrase.or_else(|| longest(frame, start, end)) {
                // What follows says more about it.
                Some(it) if it.end == end || phrase.is_some() => match it.who {
                    Who::Described(_) | Who::Body | Who::Paper => phrase = Some(it),
                    _ => return Some(it),
                },
                it => return it,
            }
            // `in` and `at` are seldom part of what somebody is called, unless a name follows.
            let names =
                words.get(end + 1).is_some_and(|next| next.capital || next.is(&["the"]) || word.is(&["of", "for"]));
            if !names {
                break;
            }
            end += 1;
            continue;
        }
        if !is_nominal(word) || end > start && word.sort.is_time() {
            break;
        }
        if end > start && word.is(DETERMINERS) && !words[end - 1].is(PREPOSITIONS) {
            break;
        }
        if is_adverb(word) && end > start {
            break;
        }
        if word.verb.is_some_and(|verb| verb.2 != super::lexicon::Form::Base) && end > start && !word.capital {
            break;
        }
        end += 1;
    }
    while end > start && words[end - 1].is(PREPOSITIONS) {
        end -= 1;
    }
    match phrase {
        Some(it) => Some(Phrase { end: end.max(it.end), ..it }),
        None => longest(frame, start, end),
    }
}

/// The longest phrase from `start` to `end` at most that names somebody.
fn longest(frame: &Frame, start: usize, end: usize) -> Option<Phrase> {
    (start + 1..=end).rev().find_map(|end| Some(Phrase { start, end, who: head(frame, start, end)? }))
}

/// What the phrase of words `start..end` names, by its last words.
fn head(frame: &Frame, start: usize, end: usize) -> Option<Who> {
    let words = &frame.words;
    let last = end.checked_sub(1).filter(|last| *last >= start)?;
    let word = &words[last];
    if word.sort.is_time() && !word.sort.is_she() {
        return None;
    }
    if word.capital {
        if let Some((from, to)) = name_in(words, start, end) {
            return Some(Who::Person(from, to));
        }
        if word.sort.is_role() {
            return Some(Who::Described(last));
        }
        return (!word.is(DETERMINERS)).then_some(Who::Body);
    }
    if word.sort.is_person() {
        return Some(Who::Described(last));
    }
    // `according to a report by the auditors`: the head is what `by` says more about.
    if word.sort.is_body() {
        return Some(Who::Body);
    }
    word.sort.is_paper().then_some(Who::Paper)
}

/// A person's name at the end of words `start..end`: what follows the last title, without places and bodies.
pub(super) fn name_in(words: &[Word], start: usize, end: usize) -> Option<(usize, usize)> {
    // What is put behind a name: `Neil Grady KC`.
    let mut end = end;
    while end > start + 1 && words[end - 1].is(&["kc", "qc", "mp", "mep", "obe", "mbe", "cbe", "phd", "md"]) {
        end -= 1;
    }
    let mut from = end;
    while from > start {
        let word = &words[from - 1];
        let particle = word.sort.is_particle() && from < end && !word.capital;
        let possessed = word.possessive && from < end;
        if possessed
            || word.sort.is_role() && (word.capital || from < end)
            || !(word.capital || particle)
            || word.is(DETERMINERS)
        {
            break;
        }
        if from < end && words[from].gap != Gap::Space {
            break;
        }
        from -= 1;
    }
    // A name begins with a capital, or with a particle after one.
    while from < end && !words[from].capital {
        from += 1;
    }
    // A people or a place before a title is gone by now; before a name it isn't: `Romanian Nicusor Dan`.
    let named = &words[from..end];
    let other = |word: &Word| word.sort.is_place() || word.sort.is_body() || word.sort.is_time() && !word.sort.is_she();
    let acronym = |word: &Word| word.lower.chars().count() > 1 && is_acronym(word);
    let titled = from > start && words[from - 1].sort.is_role();
    if named.is_empty() || named.len() > 5 || named.last().is_some_and(|word| acronym(word) && !titled) {
        return None;
    }
    // One listed word is a place: `Jordan`; with a first name or a title it is a person's.
    if named.iter().any(other) && !(titled || named.len() > 1 && (named[0].sort.is_he() || named[0].sort.is_she())) {
        return None;
    }
    Some((from, end))
}

fn is_acronym(word: &Word) -> bool {
    // The written form isn't kept; an acronym's listed sort is a body's, or it has no vowel.
    word.sort.is_body()
        || !word.lower.chars().any(|c| "aeiouyäöüáéíóúâêîôûàèìòùåæøœıəаеёиоуыэюяіїє".contains(c))
            && word.lower.is_ascii()
}
