//! Which words are modal verbs, and which only look like one.
//!
//! The list (`static/lists/modals.txt`) has a line a verb: its name, its class, its forms, and the rule that
//! tells it from words of the same letters:
//!
//! - `always`: every place counts;
//! - `noun`: not after what makes a noun of it (`the will to fight`, `a can of`, `military might`, `a must`), nor,
//!   inside a sentence, with a capital (`Will Smith`);
//! - `month`: `may`, not the month or the name: not with a capital inside a sentence, nor before a number or a verb of its own;
//! - `verb`: only before a verb (`have to act`, not `contribution they have to NATO`, not `have to do with`);
//! - `need`: as `verb`, and not after what makes a noun of it (`the need to act`);
//! - `be`: as `verb`, and after a form of *be* (`is going to act`); `got`: after a form of *have*.
//!
//! A form that begins with an apostrophe is an ending: `'ll` of `we'll`. `'d` is in no form: it is *had* as
//! often as *would*.

use crate::analysis::style::words::Words;
use crate::sorting::sort_by;

/// What a modal verb says, after Biber and others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ModalClass {
    /// That something is to be done, or must be so.
    Obligation,
    /// That something is possible, allowed, or can be done.
    Possibility,
    /// What is to come, or is wanted.
    Prediction,
}

impl ModalClass {
    /// Every class and its name.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Obligation, "obligation"), (Self::Possibility, "possibility"), (Self::Prediction, "prediction")];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(class, _)| *class == self).map_or("", |it| it.1)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    Always,
    Noun,
    Month,
    Verb,
    Need,
    Be,
    Got,
}

/// A modal verb of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Modal<'l> {
    /// Its name: `have to`.
    pub name: &'l str,
    pub class: ModalClass,
    rule: Rule,
}

/// A modal verb in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Its first token, counted from 0 in its article.
    pub first: usize,
    /// How many tokens.
    pub words: usize,
    /// Its number in the list.
    pub modal: usize,
    /// Whether it is negated.
    pub negated: bool,
}

/// The list, read.
pub(super) struct Modals<'l> {
    /// In the order of the list.
    pub modals: Vec<Modal<'l>>,
    /// A form's words, and its verb: by the first word, the longest first.
    phrases: Vec<(Vec<&'l str>, usize)>,
    /// By written form: where the phrases that start with it begin.
    of_form: Vec<Option<usize>>,
    /// By written form: the verb whose ending it has.
    ending: Vec<Option<usize>>,
}

impl<'l> Modals<'l> {
    /// Reads `modals.txt`; a line that isn't whole is passed over.
    pub fn read(list: &'l str, words: &Words) -> Self {
        let mut modals = Vec::new();
        let mut phrases: Vec<(Vec<&str>, usize)> = Vec::new();
        let mut endings: Vec<(&str, usize)> = Vec::new();
        for (modal, forms) in list.lines().filter_map(line) {
            for form in forms.split(',') {
                if form.starts_with('\'') {
                    endings.push((form, modals.len()));
                } else {
                    phrases.push((form.split(' ').collect(), modals.len()));
                }
            }
            modals.push(modal);
        }
        sort_by(&mut phrases, |a, b| a.0[0].cmp(b.0[0]).then_with(|| b.0.len().cmp(&a.0.len())));
        let of_form = words.forms.iter().map(|form| {
            let at = phrases.partition_point(|phrase| phrase.0[0] < form.key.as_str());
            phrases.get(at).filter(|phrase| phrase.0[0] == form.key).map(|_| at)
        });
        let of_form = of_form.collect();
        let ending = words.forms.iter().map(|form| {
            let found = endings.iter().find(|(ending, _)| form.key.len() > ending.len() && form.key.ends_with(ending));
            found.map(|(_, modal)| *modal)
        });
        Self { modals, phrases, of_form, ending: ending.collect() }
    }

    /// The modal verbs of an article.
    pub fn of(&self, words: &Words, position: usize) -> Vec<Found> {
        let mut found = Vec::new();
        let forms = words.selection.index().article_forms(position);
        for (tokens, span) in words.sentences(position) {
            // Where capitals are due to their place is asked only where it matters.
            let mut placed: Option<Vec<bool>> = None;
            let mut token = tokens.start;
            while token < tokens.end {
                let form = forms[token] as usize;
                let at = if self.of_form[form].is_some() {
                    let placed = placed.get_or_insert_with(|| words.placed(position, &tokens, span));
                    let sentence = Sentence {
                        words,
                        position,
                        start: tokens.start,
                        end: tokens.end,
                        placed,
                        asks: span.of(words.text(position)).trim_end_matches(['"', '”', '’', '\'', ' ']).ends_with('?'),
                    };
                    self.at(&sentence, token, form)
                } else {
                    self.ending[form].map(|modal| {
                        let negated = token + 1 < tokens.end && is_not(&words.form(position, token + 1).key);
                        Found { first: token, words: 1, modal, negated }
                    })
                };
                token += at.map_or(1, |found| found.words);
                found.extend(at);
            }
        }
        found
    }

    /// The longest that starts at the token.
    fn at(&self, sentence: &Sentence, token: usize, form: usize) -> Option<Found> {
        let from = self.of_form[form]?;
        let opening = self.phrases[from].0[0];
        let phrases = self.phrases[from..].iter().take_while(|phrase| phrase.0[0] == opening);
        for (phrase, modal) in phrases {
            let stands = (0..phrase.len()).all(|at| sentence.key(token, at) == Some(phrase[at]));
            if stands && sentence.fits(self.modals[*modal].rule, token, phrase.len()) {
                let before = sentence.before(token);
                let negated = phrase[0].ends_with("n't")
                    || phrase[0] == "cannot"
                    || phrase.contains(&"not")
                    || sentence.key(token, phrase.len()).is_some_and(is_not)
                    || phrase.len() > 1 && before.is_some_and(|word| is_not(word) || word.ends_with("n't"));
                return Some(Found { first: token, words: phrase.len(), modal: *modal, negated });
            }
        }
        None
    }
}

fn line(line: &str) -> Option<(Modal<'_>, &str)> {
    let mut fields = line.split(':');
    let (name, class, forms, rule) = (fields.next()?, fields.next()?, fields.next()?, fields.next()?);
    let class = ModalClass::ALL.iter().find(|(_, name)| *name == class)?.0;
    let rule = match rule {
        "always" => Rule::Always,
        "noun" => Rule::Noun,
        "month" => Rule::Month,
        "verb" => Rule::Verb,
        "need" => Rule::Need,
        "be" => Rule::Be,
        "got" => Rule::Got,
        _ => return None,
    };
    (!forms.is_empty() && !name.is_empty()).then_some((Modal { name, class, rule }, forms))
}

/// A sentence and the company that its words keep.
struct Sentence<'w> {
    words: &'w Words<'w>,
    position: usize,
    start: usize,
    end: usize,
    /// By token of the sentence: whether a capital would be due to its place.
    placed: &'w [bool],
    /// Whether it ends with a question mark.
    asks: bool,
}

impl Sentence<'_> {
    /// The word so many tokens on, with nothing but blanks on the way.
    fn key(&self, token: usize, on: usize) -> Option<&str> {
        let at = token + on;
        let joined = at < self.end && (token..at).all(|token| self.words.joined(self.position, token));
        joined.then(|| self.words.form(self.position, at).key.as_str())
    }

    /// The word right before, with nothing but blanks between.
    fn before(&self, token: usize) -> Option<&str> {
        let at = token.checked_sub(1).filter(|at| *at >= self.start)?;
        self.words.joined(self.position, at).then(|| self.words.form(self.position, at).key.as_str())
    }

    /// Whether the word right before is written with a possessive ending: `Europe’s`.
    fn possessed(&self, token: usize) -> bool {
        let Some(at) = token.checked_sub(1).filter(|at| *at >= self.start) else { return false };
        let written = self.words.span(self.position, at).of(self.words.text(self.position));
        let ending = ["’s", "'s", "s’", "s'"].iter().any(|ending| written.ends_with(ending));
        let small = written.to_lowercase().replace('’', "'");
        ending && self.words.joined(self.position, at) && !CONTRACTED.contains(&small.as_str())
    }

    /// Whether a modal verb of so many words is one here.
    fn fits(&self, rule: Rule, token: usize, length: usize) -> bool {
        match rule {
            Rule::Always => !self.hyphened(token, length),
            Rule::Noun => !self.hyphened(token, length) && !self.is_name(token) && !self.is_noun(token),
            Rule::Month => !self.hyphened(token, length) && !self.is_name(token) && !self.is_month(token),
            Rule::Verb => self.verb_follows(token, length),
            Rule::Need => {
                self.verb_follows(token, length)
                    && !self.possessed(token)
                    && !self.before(token).is_some_and(is_of_need)
            }
            Rule::Be => self.verb_follows(token, length) && self.after_be(token),
            Rule::Got => self.verb_follows(token, length) && self.before(token).is_some_and(is_have),
        }
    }

    /// Whether it is a part of a word with hyphens: `would-be`, `must-see`.
    fn hyphened(&self, token: usize, length: usize) -> bool {
        let gap = |token: usize| self.words.gap(self.position, token);
        let hyphen = |c: char| matches!(c, '-' | '‐' | '‑');
        let last = token + length - 1;
        (last + 1 < self.end && gap(last).chars().eq(['-']))
            || token > self.start
                && gap(token - 1).ends_with(hyphen)
                && !gap(token - 1).starts_with(char::is_whitespace)
    }

    /// Whether its capital makes a name of it: one that its place doesn’t ask for, and not a word all in capitals.
    fn is_name(&self, token: usize) -> bool {
        let form = self.words.form(self.position, token);
        form.capital && !form.capitals && !self.placed.get(token - self.start).copied().unwrap_or(false)
    }

    fn is_noun(&self, token: usize) -> bool {
        let form = self.words.form(self.position, token);
        let next = self.key(token, 1);
        let before = self.before(token);
        let made = before.is_some_and(|before| DETERMINERS.contains(&before));
        match form.key.as_str() {
            "must" => before.is_some_and(|before| matches!(before, "a" | "an" | "the")),
            "can" => {
                next == Some("of")
                    || before.is_some_and(|before| {
                        matches!(before, "a" | "the" | "this" | "per" | "tin" | "beer" | "petrol" | "trash" | "garbage")
                    })
            }
            "might" => {
                next == Some("of") || made || self.possessed(token) || before.is_some_and(|it| OF_MIGHT.contains(&it))
            }
            "will" => {
                let opens = token == self.start && form.capital && !form.capitals && !self.asks;
                next.is_some_and(|next| matches!(next, "of" | "to"))
                    || made
                    || self.possessed(token)
                    || before.is_some_and(|before| OF_WILL.contains(&before))
                    // ‘Will Smith said’: a name, as long as nothing is asked.
                    || opens
            }
            _ => false,
        }
    }

    /// Whether `may`, with the capital that its place asks for, is the month or a name.
    fn is_month(&self, token: usize) -> bool {
        if !self.words.form(self.position, token).capital {
            return false;
        }
        self.key(token, 1).is_none_or(|next| next.starts_with(char::is_numeric) || AFTER_MONTH.contains(&next))
    }

    /// Whether what follows can be a verb: no article, pronoun, number, name or word in -ing, nor `do with`.
    fn verb_follows(&self, token: usize, length: usize) -> bool {
        let Some(next) = self.key(token, length) else { return false };
        let form = self.words.form(self.position, token + length);
        let own = form.capital && !self.placed.get(token + length - self.start).copied().unwrap_or(false);
        let idiom = next == "do" && self.key(token, length + 1) == Some("with");
        !own && !idiom
            && !next.starts_with(char::is_numeric)
            && (!next.ends_with("ing") || matches!(next, "bring" | "ring" | "sing" | "cling" | "swing" | "spring"))
            && !NO_VERB.contains(&next)
    }

    /// Whether a form of *be* stands before, with nothing but adverbs between.
    fn after_be(&self, token: usize) -> bool {
        let mut at = token;
        for _ in 0..4 {
            let Some(before) = self.before(at) else { return false };
            let ends = |ending: &str| before.ends_with(ending);
            if BE.contains(&before)
                || ends("'m")
                || ends("'re")
                || ["isn't", "aren't", "wasn't", "weren't"].contains(&before)
            {
                return true;
            }
            let written = self.words.span(self.position, at - 1).of(self.words.text(self.position));
            let small = written.to_lowercase().replace('’', "'");
            if CONTRACTED.contains(&small.as_str()) {
                return true;
            }
            if !BETWEEN.contains(&before) {
                return false;
            }
            at -= 1;
        }
        false
    }
}

fn is_not(word: &str) -> bool {
    matches!(word, "not" | "never")
}

fn is_have(word: &str) -> bool {
    matches!(word, "have" | "has" | "had") || word.ends_with("'ve") || CONTRACTED.contains(&word)
}

/// What makes a noun of `need`.
fn is_of_need(word: &str) -> bool {
    const ADJECTIVES: [&str; 15] = [
        "urgent",
        "great",
        "greater",
        "growing",
        "pressing",
        "clear",
        "real",
        "little",
        "constant",
        "desperate",
        "any",
        "no",
        "special",
        "vital",
        "continuing",
    ];
    DETERMINERS.contains(&word) || ADJECTIVES.contains(&word)
}

/// What makes a noun of the next word.
const DETERMINERS: [&str; 12] = ["the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "no", "whose"];

/// What stands before the noun `will`.
const OF_WILL: [&str; 17] = [
    "political",
    "free",
    "good",
    "ill",
    "strong",
    "popular",
    "own",
    "iron",
    "collective",
    "common",
    "sheer",
    "public",
    "divine",
    "last",
    "general",
    "of",
    "national",
];

/// What stands before the noun `might`.
const OF_MIGHT: [&str; 12] = [
    "military",
    "economic",
    "industrial",
    "full",
    "sheer",
    "naval",
    "financial",
    "political",
    "all",
    "of",
    "air",
    "own",
];

/// Words in ’s that are no possessives.
const CONTRACTED: [&str; 11] =
    ["it's", "that's", "what's", "who's", "he's", "she's", "here's", "there's", "where's", "how's", "let's"];

/// What follows the month or the name where it begins a sentence.
const AFTER_MONTH: [&str; 14] =
    ["is", "was", "has", "had", "will", "would", "of", "day", "and", "or", "to", "said", "says", "saw"];

const BE: [&str; 8] = ["am", "is", "are", "was", "were", "be", "been", "being"];

/// What may stand between *be* and `going to`.
const BETWEEN: [&str; 14] = [
    "not",
    "never",
    "also",
    "always",
    "now",
    "just",
    "still",
    "really",
    "actually",
    "only",
    "all",
    "probably",
    "definitely",
    "currently",
];

/// What follows `to` where it is a preposition.
const NO_VERB: [&str; 47] = [
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "those",
    "his",
    "her",
    "its",
    "our",
    "their",
    "my",
    "your",
    "every",
    "each",
    "all",
    "both",
    "some",
    "any",
    "no",
    "another",
    "him",
    "them",
    "us",
    "me",
    "it",
    "you",
    "which",
    "whom",
    "what",
    "war",
    "bed",
    "school",
    "court",
    "church",
    "prison",
    "jail",
    "university",
    "college",
    "hospital",
    "market",
    "press",
    "trial",
    "town",
    "one",
    "two",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::selection::Selection;
    use crate::analysis::settings::Settings;
    use crate::corpus::{Article, Index};

    const LIST: &str = include_str!("../../../static/lists/modals.txt");

    fn found(text: &str) -> String {
        let article = Article { id: "a".to_owned(), text: text.to_owned(), ..Article::default() };
        let settings = Settings::default();
        let index = Index::build([&article], &settings.words, false).unwrap();
        let selection = Selection::new(vec![article].into(), settings, index);
        let words = Words::new(&selection);
        let modals = Modals::read(LIST, &words);
        let found = modals
            .of(&words, 0)
            .into_iter()
            .map(|found| [if found.negated { "not " } else { "" }, modals.modals[found.modal].name].concat());
        found.collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn every_line_of_the_list_is_read() {
        assert!(LIST.lines().count() > 10);
        for it in LIST.lines() {
            assert!(line(it).is_some(), "{it}");
        }
    }

    #[test]
    fn tells_modal_verbs_from_words_of_the_same_letters() {
        for (text, expected) in [
            ("We must act, and they should help.", "must, should"),
            ("It is a must. A must-see, a would-be king.", ""),
            ("He can't, won’t and cannot go; she mustn't.", "not can, not will, not can, not must"),
            ("They will not go and may never come.", "not will, not may"),
            ("We’ll go. It'll do. They'd go.", "will, will"),
            ("In May 2025 it may rain. May they rest. May 9 is a holiday. May is warm.", "may, may"),
            ("Theresa May said that Will Smith would come.", "would"),
            ("Will Smith came. Will Europe fight? It will.", "will, will"),
            ("The will to fight, political will, Europe’s will, a good will, the will of the people.", ""),
            ("That will help. This will too.", "will, will"),
            ("A can of beans can be opened.", "can"),
            ("The might of Rome, its military might, might fall.", "might"),
            ("They have to act and had to wait. She has to.", "have to, have to"),
            ("The duty they have to the alliance has to do with money.", ""),
            ("You need to go; there is no need to go; the urgent need to act; Europe’s need to act.", "need to"),
            ("They need not go. He needn't. They don't need to go.", "not need not, not need not, not need to"),
            (
                "He is going to act, isn't going to wait, and is going to Kyiv, going to war.",
                "be going to, not be going to",
            ),
            ("They are not supposed to know. He supposed to.", "not be supposed to"),
            ("We've got to go. He got to Kyiv. You have got to see.", "have got to, have got to"),
            ("You ought to know and ought not to ask.", "ought to, not ought to"),
            ("NATO WILL ACT, Europe MUST pay.", "will, must"),
            ("Russia May Attack Europe By 2027", "may"),
            ("", ""),
            ("’ll 'll must", "must"),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}
