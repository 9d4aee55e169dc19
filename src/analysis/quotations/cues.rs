//! Who is said to have said it? The verb and its subject, before, after or inside the words.

use super::frame::{Frame, Gap, Sentence};
use super::lexicon::{Form, ReportingWords};
use super::marks::Marked;
use super::people::{People, Resolved, spelling};
use super::subjects::{self, Phrase, Who};
use super::{CuePosition, How};
use crate::text::Span;

/// A speaker, as one article has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Speaker {
    /// One of the article's people.
    Person(usize),
    /// As written: `a spokesman for the ministry`.
    Written(String),
}

/// What attributes words to somebody.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub speaker: Option<Speaker>,
    /// The phrase that names the speaker, and how it does.
    pub named: Option<(Span, Resolved)>,
    /// Entry and place of the reporting verb or noun.
    pub verb: Option<(usize, Span)>,
    pub position: CuePosition,
    pub how: How,
}

/// What a cue is looked for in.
pub(super) struct Search<'a> {
    pub text: &'a str,
    pub frame: &'a Frame,
    pub marks: &'a [Marked],
    pub verbs: &'a ReportingWords<'a>,
    /// Who `I` is: the speaker of the words that this frame is.
    pub speaker: Option<&'a Cue>,
    /// Whether this is the article itself, whose pronouns stand for its people.
    pub outermost: bool,
}

/// A reporting verb: its entry, its first word and one past its last.
type VerbAt = (usize, usize, usize);

/// Words that a verb's reach is looked for in, to its right.
const REACH: usize = 48;

impl Search<'_> {
    fn sentence_of(&self, word: usize) -> usize {
        self.frame.sentences.partition_point(|sentence| sentence.end <= word)
    }

    /// The cue of the quotation that is the word `at`; without those that go on from another.
    pub fn cue(&self, people: &mut People, at: usize) -> Option<Cue> {
        let number = self.sentence_of(at);
        let sentence = *self.frame.sentences.get(number)?;
        // `Calling the plan “a gift”, the mayor said`: the participle is nearer.
        let opening = self.frame.words[sentence.start].verb.is_some_and(|verb| verb.2 == Form::Ing);
        let near = at > sentence.start && at - sentence.start < REACH;
        if opening && near && self.frame.words[sentence.start + 1..=at].iter().all(|word| word.gap == Gap::Space) {
            return self.before(people, &sentence, at);
        }
        self.after(people, number, &sentence, at)
            .or_else(|| self.before(people, &sentence, at))
            .or_else(|| self.colon(people, number, &sentence, at))
    }

    fn make(
        &self,
        people: &mut People,
        phrase: Option<Phrase>,
        verb: Option<VerbAt>,
        position: CuePosition,
        how: How,
    ) -> Cue {
        let verb = verb.map(|(entry, from, to)| (entry, self.frame.span(from, to)));
        let Some(phrase) = phrase else { return Cue { speaker: None, named: None, verb, position, how } };
        let span = self.frame.span(phrase.start, phrase.end);
        let (speaker, resolved) = self.speaker(people, &phrase);
        Cue { speaker, named: Some((span, resolved)), verb, position, how }
    }

    /// Who the phrase is.
    pub fn speaker(&self, people: &mut People, phrase: &Phrase) -> (Option<Speaker>, Resolved) {
        let words = &self.frame.words;
        if phrase.who == Who::Pronoun {
            let word = &words[phrase.start];
            if word.is(&["i", "we"]) {
                return (self.speaker.and_then(|cue| cue.speaker.clone()), Resolved::AsWritten);
            }
            if word.is(&["they", "it"]) && self.outermost {
                return (self.group_before(phrase.start, word.is(&["they"])), Resolved::AsWritten);
            }
            if !self.outermost {
                return (None, Resolved::AsWritten);
            }
            // `A spokesman said … He added`: who was just spoken of without a name.
            if let Some(described) = self.group_before(phrase.start, false) {
                return (Some(described), Resolved::AsWritten);
            }
        }
        match people.resolve(self.frame, self.text, phrase) {
            Some(it @ (Resolved::Named(person) | Resolved::Pronoun(person) | Resolved::Description(person))) => {
                people.speaks(person);
                (Some(Speaker::Person(person)), it)
            }
            Some(Resolved::AsWritten) => {
                let end = if matches!(phrase.who, Who::Paper) { self.paper_end(phrase) } else { phrase.end };
                (Some(Speaker::Written(spelling(self.frame, self.text, phrase.start, end))), Resolved::AsWritten)
            }
            None => (None, Resolved::AsWritten),
        }
    }

    fn paper_end(&self, phrase: &Phrase) -> usize {
        let paper = (phrase.start..phrase.end).find(|at| self.frame.words[*at].sort.is_paper());
        paper.map_or(phrase.end, |at| at + 1)
    }

    /// Whom `they`, or `it`, stands for: several people, or a body, as the subject of the sentence before.
    fn group_before(&self, word: usize, several: bool) -> Option<Speaker> {
        let number = self.sentence_of(word);
        let before = self.frame.sentences.get(number.checked_sub(1)?)?;
        let phrase = subjects::starting(self.frame, before, before.start)?;
        let fits = match phrase.who {
            Who::Described(head) => {
                let named = self.frame.words.get(phrase.end).is_some_and(|next| next.gap == Gap::Comma && next.capital);
                let indefinite = self.frame.words[phrase.start].is(&["a", "an", "one", "another"]);
                let head = &self.frame.words[head].lower;
                !named
                    && (several || indefinite)
                    && several
                        == (head.ends_with('s')
                            || matches!(head.as_str(), "people" | "men" | "women" | "others" | "children"))
            }
            Who::Body => !self.frame.words[word].is(&["he", "she"]),
            _ => false,
        };
        fits.then(|| Speaker::Written(spelling(self.frame, self.text, phrase.start, phrase.end)))
    }

    /// The subject of the reporting verb at `verb`: its own, or one it shares. `None` where it has none that
    /// could speak, or is negated, or passive.
    pub fn subject(&self, sentence: &Sentence, verb: usize) -> Option<Phrase> {
        let words = &self.frame.words;
        let (_, length, form) = words[verb].verb?;
        let near = verb.checked_sub(1).filter(|near| *near >= sentence.start && words[*near].quotation.is_none());
        let after = words.get(verb + length).filter(|_| verb + length < sentence.end);
        // A noun that looks like the verb: `the member states have`.
        if matches!(form, Form::Third | Form::Base)
            && after.is_some_and(|after| after.gap == Gap::Space && after.is(subjects::AUXILIARIES))
        {
            return None;
        }
        match form {
            Form::Ing => {
                if near.is_some_and(|near| words[near].is(&["is", "are", "was", "were", "been", "be"]))
                    && words[verb].gap == Gap::Space
                {
                    return subjects::before(self.frame, sentence, verb).0;
                }
                let led = match near {
                    None => true,
                    Some(near) => {
                        words[verb].gap != Gap::Space
                            || words[near].is(&[
                                "by", "while", "after", "before", "when", "and", "without", "in", "but", "even",
                                "also", "from",
                            ])
                            || words[near].lower.ends_with("ly") && words[near].gap != Gap::Space
                    }
                };
                if led { self.shared(sentence, verb) } else { None }
            }
            Form::Base => {
                if near.is_some_and(|near| words[near].is(&["to"])) {
                    // `went on to say`.
                    let gone = verb
                        .checked_sub(3)
                        .filter(|at| *at > sentence.start && words[*at].is(&["went", "goes", "go"]))?;
                    return words[gone + 1].is(&["on"]).then(|| subjects::before(self.frame, sentence, gone).0)?;
                }
                let (phrase, negated) = subjects::before(self.frame, sentence, verb);
                let phrase = phrase.filter(|_| !negated)?;
                let modal = near.is_some_and(|near| {
                    words[near]
                        .is(&["will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do"])
                });
                let last = &words[phrase.end - 1];
                let several = match phrase.who {
                    Who::Described(head) => {
                        words[head].lower.ends_with('s')
                            || words[head].is(&["police", "people", "others", "many", "some"])
                    }
                    Who::Pronoun => last.is(&["they", "we", "i", "you"]),
                    Who::Relative => true,
                    Who::Body => last.lower.ends_with('s') || last.is(&["police"]),
                    _ => false,
                };
                let past = words[verb].is(&["put", "read"]);
                if !(modal || several || past) {
                    return None;
                }
                self.antecedent(sentence, phrase)
            }
            Form::Third | Form::Past => {
                let mut at = verb;
                while at > sentence.start
                    && words[at].gap == Gap::Space
                    && (words[at - 1].lower.ends_with("ly")
                        || words[at - 1].is(&["then", "also", "later", "further", "again", "even"]))
                {
                    at -= 1;
                }
                let near = at.checked_sub(1).filter(|near| *near >= sentence.start);
                let passive = form == Form::Past
                    && words[at].gap == Gap::Space
                    && near.is_some_and(|near| {
                        words[near].is(&["is", "are", "was", "were", "been", "be", "being", "as", "widely"])
                    });
                if passive {
                    return None;
                }
                if near.is_some_and(|near| words[near].is(&["and", "but", "or", "then"])) && words[at].gap == Gap::Space
                {
                    return self.shared(sentence, at - 1);
                }
                let (phrase, negated) = subjects::before(self.frame, sentence, verb);
                let phrase = phrase.filter(|_| !negated)?;
                // `refused to say`, `the agreed plan`: no subject of its own.
                self.antecedent(sentence, phrase)
            }
        }
    }

    /// What `who` stands for.
    fn antecedent(&self, sentence: &Sentence, phrase: Phrase) -> Option<Phrase> {
        if phrase.who == Who::Relative { subjects::ending(self.frame, sentence, phrase.start, 0) } else { Some(phrase) }
    }

    /// The subject that a participle or a second verb shares: that of the nearest reporting verb before, or
    /// else the first of the sentence that could speak, or, for a participle that opens it, of what follows.
    fn shared(&self, sentence: &Sentence, verb: usize) -> Option<Phrase> {
        let words = &self.frame.words;
        for at in (sentence.start..verb).rev().take(REACH) {
            if words[at].quotation.is_none()
                && words[at].verb.is_some_and(|found| {
                    matches!(found.2, Form::Past | Form::Third) && !self.verbs.entry(found.0).says_little()
                })
            {
                let (phrase, _) = subjects::before(self.frame, sentence, at);
                if let Some(phrase) = phrase.and_then(|phrase| self.antecedent(sentence, phrase)) {
                    return Some(phrase);
                }
            }
        }
        let speaks = |phrase: &Phrase| !matches!(phrase.who, Who::Paper | Who::Relative);
        let clause = |at: usize| {
            let mut at = at;
            while at < sentence.end
                && (words[at].is(&["but", "and", "so", "yet", "then"]) || words[at].lower.ends_with("ly"))
            {
                at += 1;
            }
            let first = words.get(at).filter(|_| at < sentence.end)?;
            if first.is(subjects::PREPOSITIONS)
                || first.lower.ends_with("ing") && !first.sort.is_place()
                || first.quotation.is_some()
            {
                return None;
            }
            let phrase = subjects::starting(self.frame, sentence, at).filter(speaks)?;
            // Its verb follows.
            let next = words.get(phrase.end).filter(|_| phrase.end < sentence.end)?;
            let apposed = next.gap == Gap::Comma && matches!(phrase.who, Who::Person(..));
            (next.gap == Gap::Space && !next.is(subjects::PREPOSITIONS) && !next.is(&["and", "or"]) || apposed)
                .then_some(phrase)
        };
        if verb > sentence.start
            && let Some(phrase) = clause(sentence.start)
        {
            return Some(phrase);
        }
        let range = if verb == sentence.start { sentence.start + 1..sentence.end } else { sentence.start + 1..verb };
        range.take(64).filter(|at| matches!(words[*at].gap, Gap::Comma | Gap::Dash)).find_map(clause)
    }

    /// A cue right after the quotation.
    fn after(&self, people: &mut People, number: usize, sentence: &Sentence, at: usize) -> Option<Cue> {
        let words = &self.frame.words;
        let next = at + 1;
        if next < sentence.end {
            let found = self.following(sentence, next)?;
            let (phrase, verb) = found;
            let end = verb.map_or(phrase.end, |verb| verb.2.max(phrase.end));
            let inside = (end..sentence.end.min(end + 8))
                .any(|at| words[at].quotation.is_some() && !words[end..at].iter().any(|word| word.verb.is_some()));
            let position = if inside { CuePosition::Inside } else { CuePosition::After };
            return Some(self.make(people, Some(phrase), verb, position, How::Verb));
        }
        // `“Why?” Rutte asked.`: a new sentence by its marks only.
        let inner = self.marks[words[at].quotation?].inner.of(self.text);
        if !inner.ends_with(['?', '!', '…']) || sentence.closes {
            return None;
        }
        let after = *self.frame.sentences.get(number + 1)?;
        let (phrase, verb) = self.following(&after, after.start)?;
        let verb = verb?;
        let rest = words.get(verb.2.max(phrase.end)).filter(|_| verb.2.max(phrase.end) < after.end);
        let whole = rest
            .is_none_or(|rest| rest.gap == Gap::Comma || rest.is(subjects::PREPOSITIONS) || rest.lower.ends_with("ly"));
        whole.then(|| self.make(people, Some(phrase), Some(verb), CuePosition::After, How::Verb))
    }

    /// Subject and verb, or verb and subject, that start at `next`.
    fn following(&self, sentence: &Sentence, next: usize) -> Option<(Phrase, Option<VerbAt>)> {
        let words = &self.frame.words;
        let first = words.get(next).filter(|_| next < sentence.end)?;
        if first.quotation.is_some() {
            return None;
        }
        if first.gap == Gap::Dash {
            let phrase = subjects::starting(self.frame, sentence, next)?;
            return matches!(phrase.who, Who::Person(..)).then_some((phrase, None));
        }
        if !matches!(first.gap, Gap::Space | Gap::Comma | Gap::Break | Gap::Aside)
            || first.gap == Gap::Break && next != sentence.start
        {
            return None;
        }
        if let Some((entry, length, form)) = first.verb.filter(|verb| verb.2 != Form::Ing) {
            let mut to = next + length;
            while to < sentence.end && words[to].gap == Gap::Space && words[to].lower.ends_with("ly") {
                to += 1;
            }
            let adjoins = to < sentence.end && words[to].gap == Gap::Space;
            if adjoins
                && (form != Form::Base || self.verbs.entry(entry).lemma == "according to")
                && let Some(phrase) =
                    subjects::starting(self.frame, sentence, to).or_else(|| subjects::anybody(self.frame, sentence, to))
            {
                let phrase = self.renamed(sentence, phrase);
                return Some((phrase, Some((entry, next, next + length))));
            }
        }
        for verb in next + 1..sentence.end.min(next + 18) {
            if words[verb].quotation.is_some() {
                return None;
            }
            let Some((entry, length, form)) = words[verb].verb else { continue };
            if form == Form::Ing || self.verbs.entry(entry).lemma == "according to" {
                continue;
            }
            let Some(phrase) = self.subject(sentence, verb) else { continue };
            let lead = phrase.start >= next
                && words[next..phrase.start].iter().all(|word| word.lower.ends_with("ly") || word.is(&["then", "as"]));
            // `“A,” he said`: nothing else stands between.
            if lead && phrase.end <= verb {
                return Some((phrase, Some((entry, verb, verb + length))));
            }
            return None;
        }
        None
    }

    /// `said one mother, Agnes Wood`, `its author, Dr Amara Okafor`: the name that follows a description.
    pub(super) fn renamed(&self, sentence: &Sentence, phrase: Phrase) -> Phrase {
        let words = &self.frame.words;
        let capitals = |at: &usize| {
            words[*at].capital && words[*at].quotation.is_none() && (*at == phrase.end || words[*at].gap == Gap::Space)
        };
        let end = phrase.end + (phrase.end..sentence.end.min(phrase.end + 5)).take_while(capitals).count();
        let apposed = words.get(phrase.end).is_some_and(|next| next.gap == Gap::Comma) && end > phrase.end + 1;
        match subjects::name_in(words, phrase.end, end) {
            Some((from, to))
                if apposed
                    && matches!(phrase.who, Who::Described(_))
                    && words[phrase.end..from].iter().all(|word| word.sort.is_role()) =>
            {
                Phrase { start: phrase.start, end: to, who: Who::Person(from, to) }
            }
            _ => phrase,
        }
    }

    /// The nearest reporting verb or noun before the quotation whose reach it is in.
    fn before(&self, people: &mut People, sentence: &Sentence, at: usize) -> Option<Cue> {
        let words = &self.frame.words;
        let least = sentence.start.max(at.saturating_sub(REACH));
        for verb in (least..at).rev() {
            let word = &words[verb];
            // What begins anew is out of a verb's reach.
            let anew = word.gap == Gap::Comma
                && word.is(&["while", "as", "when", "after", "although", "though", "whereas", "because", "before"]);
            if word.quotation.is_none() {
                if let Some((entry, length, _)) = word.verb.filter(|verb_| verb + verb_.1 <= at) {
                    if self.verbs.entry(entry).lemma == "according to" {
                        let phrase =
                            subjects::starting(self.frame, sentence, verb + length).filter(|phrase| phrase.end <= at);
                        if phrase.is_some() {
                            return Some(self.make(
                                people,
                                phrase,
                                Some((entry, verb, verb + length)),
                                CuePosition::Before,
                                How::Verb,
                            ));
                        }
                    } else if verb > sentence.start
                        && words[verb - 1].quotation.is_some()
                        && let Some((phrase, Some(cue))) = self.following(sentence, verb).filter(|it| it.0.end <= at)
                    {
                        // `“If so”, said the mayor, “we leave.”`
                        return Some(self.make(people, Some(phrase), Some(cue), CuePosition::Inside, How::Verb));
                    } else if let Some(phrase) = self.subject(sentence, verb) {
                        let inside = phrase.start > sentence.start
                            && words[phrase.start - 1].quotation.is_some()
                            && phrase.start < verb;
                        let position = if inside { CuePosition::Inside } else { CuePosition::Before };
                        return Some(self.make(
                            people,
                            Some(phrase),
                            Some((entry, verb, verb + length)),
                            position,
                            How::Verb,
                        ));
                    }
                }
                if let Some(cue) = self.noun(people, sentence, verb, at) {
                    return Some(cue);
                }
            }
            if anew || word.gap == Gap::Break {
                return None;
            }
        }
        None
    }

    /// A noun of saying with its possessor: `Rutte's declaration that`, `her claim`.
    fn noun(&self, people: &mut People, sentence: &Sentence, noun: usize, at: usize) -> Option<Cue> {
        let words = &self.frame.words;
        let word = |by: usize| words.get(noun + by).map(|word| word.lower.as_str());
        let (entry, length, _) = self.verbs.at(word, true)?;
        if at - noun > 16 || words[noun + 1..=at].iter().any(|word| matches!(word.gap, Gap::Break)) {
            return None;
        }
        let owner = (sentence.start.max(noun.saturating_sub(4))..noun)
            .rev()
            .find(|owner| words[*owner].possessive || words[*owner].is(&["his", "her", "their"]))?;
        if words[owner + 1..=noun].iter().any(|word| word.gap != Gap::Space) {
            return None;
        }
        let phrase = if words[owner].possessive {
            let mut start = owner;
            while start > sentence.start
                && owner - start < 8
                && words[start].gap == Gap::Space
                && (words[start - 1].capital
                    || words[start - 1].sort.is_particle()
                    || words[start - 1].is(&["the", "a"]))
            {
                start -= 1;
            }
            match subjects::name_in(words, start, owner + 1) {
                Some((from, to)) => Phrase { start, end: owner + 1, who: Who::Person(from, to) },
                None if words[owner].sort.is_person() => Phrase { start, end: owner + 1, who: Who::Described(owner) },
                None => return None,
            }
        } else {
            return None;
        };
        Some(self.make(people, Some(phrase), Some((entry, noun, noun + length)), CuePosition::Before, How::Noun))
    }

    /// The sentence before ends with a colon and has a reporting verb.
    fn colon(&self, people: &mut People, number: usize, sentence: &Sentence, at: usize) -> Option<Cue> {
        // `Rojas was more cautious: “…”`
        let words = &self.frame.words;
        if at > sentence.start && words[at].gap == Gap::Colon {
            let phrase = subjects::starting(self.frame, sentence, sentence.start).filter(|phrase| phrase.end <= at)?;
            let followed = words[phrase.end].gap == Gap::Space || phrase.end == at;
            return (followed && matches!(phrase.who, Who::Person(..) | Who::Pronoun))
                .then(|| self.make(people, Some(phrase), None, CuePosition::Before, How::Colon));
        }
        let before = *self.frame.sentences.get(number.checked_sub(1)?)?;
        if at != sentence.start || !before.colon {
            return None;
        }
        self.last_cue(people, &before)
    }

    /// The last reporting verb of a sentence that has a subject.
    pub fn last_cue(&self, people: &mut People, sentence: &Sentence) -> Option<Cue> {
        for verb in (sentence.start..sentence.end).rev().take(REACH) {
            let word = &self.frame.words[verb];
            if let Some((entry, length, _)) = word.verb.filter(|_| word.quotation.is_none())
                && let Some(phrase) = self.subject(sentence, verb)
            {
                return Some(self.make(
                    people,
                    Some(phrase),
                    Some((entry, verb, verb + length)),
                    CuePosition::Before,
                    How::Colon,
                ));
            }
        }
        None
    }

    /// The cue that a reported clause has, given its parts.
    pub fn reported(&self, people: &mut People, phrase: Phrase, verb: VerbAt, position: CuePosition) -> Cue {
        self.make(people, Some(phrase), Some(verb), position, How::Verb)
    }
}
