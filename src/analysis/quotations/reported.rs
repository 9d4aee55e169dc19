//! What is reported in the writer's words? Clauses after a reporting verb (`said that …`, `said Europe
//! cannot …`), around a cue set off by commas (`…, he said, …`) and beside `according to`; and speech
//! after a colon without marks (`Rutte: …`).
//!
//! A report ends with its sentence, or before what is the writer's again: another reporting verb (`…, adding
//! that`, `… and rejected`), a semicolon. A report within a report is part of it. What was *not* said, what
//! nobody is named for (`it was claimed`), and what an act of speech is about (`praised`, `called for`) are none.

use super::cues::{Cue, Search};
use super::frame::{Gap, Sentence};
use super::lexicon::Form;
use super::people::People;
use super::subjects::{self, Who};
use super::{CuePosition, How};
use crate::text::Span;

/// Speech without marks of its own.
pub(super) struct Unmarked {
    pub span: Span,
    pub cue: Cue,
    /// Whether it is given as said, after a colon.
    pub block: bool,
}

/// Most words of a clause that are looked at for its end.
const LONGEST: usize = 400;

/// The reports and blocks of an article, in order.
pub(super) fn unmarked(search: &Search, people: &mut People) -> Vec<Unmarked> {
    let mut found = Vec::new();
    let sentences = &search.frame.sentences;
    let mut skip = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        if number < skip {
            continue;
        }
        if let Some(block) = named_block(search, people, number, sentence) {
            found.push(block);
            continue;
        }
        if let Some((block, taken)) = block_below(search, people, number, sentence) {
            found.push(block);
            skip = number + taken;
            continue;
        }
        if !sentence.heading {
            reports(search, people, sentence, &mut found);
        }
    }
    found
}

/// `Rutte: We need …`, as a headline or in a transcript.
fn named_block(search: &Search, people: &mut People, number: usize, sentence: &Sentence) -> Option<Unmarked> {
    let words = &search.frame.words;
    let colon = (sentence.start + 1..sentence.end.min(sentence.start + 9)).find(|at| words[*at].gap == Gap::Colon)?;
    if !sentence.opens || words[colon].quotation.is_some() || colon + 1 >= sentence.end {
        return None;
    }
    let phrase = subjects::starting(search.frame, sentence, sentence.start).filter(|phrase| phrase.end == colon)?;
    let Who::Person(from, to) = phrase.who else { return None };
    let known = people.look_up(&words[from..to]).is_some_and(|person| people.is_sure(person));
    if !known || !sentence.heading && number > 0 && !sentence.closes && !sentence.opens {
        return None;
    }
    let (speaker, resolved) = search.speaker(people, &phrase);
    let named = Some((search.frame.span(phrase.start, phrase.end), resolved));
    let cue = Cue { speaker, named, verb: None, position: CuePosition::Before, how: How::Colon };
    Some(Unmarked { span: whole(search, colon, sentence.end, sentence), cue, block: true })
}

/// `She said: The court …`, or the same with what was said in the next paragraph.
fn block_below(search: &Search, people: &mut People, number: usize, sentence: &Sentence) -> Option<(Unmarked, usize)> {
    let words = &search.frame.words;
    let colon = (sentence.start + 1..sentence.end).take(LONGEST).find(|at| words[*at].gap == Gap::Colon);
    if let Some(colon) = colon {
        if words[colon].quotation.is_some() || colon + 1 >= sentence.end || !words[colon].capital {
            return None;
        }
        let verb = (sentence.start..colon)
            .rev()
            .take(10)
            .find(|at| words[*at].verb.is_some() && words[*at].quotation.is_none())?;
        let (entry, length, _) = words[verb].verb?;
        let reporting = search.verbs.entry(entry);
        if !reporting.takes_that()
            || words[verb + length..=colon.min(sentence.end - 1)].iter().any(|word| word.gap == Gap::Break)
        {
            return None;
        }
        let phrase = search.subject(sentence, verb)?;
        let mut cue = search.reported(people, phrase, (entry, verb, verb + length), CuePosition::Before);
        cue.how = How::Colon;
        return Some((Unmarked { span: whole(search, colon, sentence.end, sentence), cue, block: true }, 1));
    }
    if !sentence.colon || !sentence.closes {
        return None;
    }
    let below = search.frame.sentences.get(number + 1)?;
    let first = words.get(below.start).filter(|_| below.start < below.end)?;
    if first.quotation.is_some() || !first.capital || below.span.of(search.text).starts_with(['-', '–', '•', '*', '·'])
    {
        return None;
    }
    let cue = search.last_cue(people, sentence)?;
    let rest = &search.frame.sentences[number + 1..];
    let taken = rest.iter().position(|sentence| sentence.closes).map_or(1, |at| at + 1);
    let span = Span::new(below.span.start, rest[taken - 1].span.end);
    // A list of things is announced by a colon too: speech holds no quotation of its own paragraph's length.
    Some((Unmarked { span, cue, block: true }, taken + 1))
}

/// From word `start` to word `end`, with the marks of quotations that stand at either end.
fn whole(search: &Search, start: usize, end: usize, sentence: &Sentence) -> Span {
    let words = &search.frame.words;
    let mut span = search.frame.span(start, end);
    if let Some(mark) = words.get(start).and_then(|word| word.quotation) {
        span.start = search.marks[mark].outer.start;
    }
    if let Some(mark) = end.checked_sub(1).and_then(|last| words.get(last)).and_then(|word| word.quotation) {
        span.end = search.marks[mark].outer.end;
    }
    // A full stop of an abbreviation belongs to its word already; the sentence's own doesn't.
    Span::new(span.start.max(sentence.span.start), span.end.min(sentence.span.end.max(span.start)))
}

fn reports(search: &Search, people: &mut People, sentence: &Sentence, found: &mut Vec<Unmarked>) {
    let words = &search.frame.words;
    let mut at = sentence.start;
    while at < sentence.end {
        let Some((entry, length, _)) = words[at].verb.filter(|_| words[at].quotation.is_none()) else {
            at += 1;
            continue;
        };
        let report = if search.verbs.entry(entry).lemma == "according to" {
            according(search, people, sentence, at, entry)
        } else {
            clause(search, people, sentence, at, entry, length)
        };
        match report {
            Some((report, end)) => {
                // One set off by commas takes in the sentence, and what was found in it so far.
                while found.last().is_some_and(|it| report.span.contains(it.span)) {
                    found.pop();
                }
                found.push(report);
                at = end.max(at + length);
            }
            None => at += length,
        }
    }
}

fn according(
    search: &Search,
    people: &mut People,
    sentence: &Sentence,
    at: usize,
    entry: usize,
) -> Option<(Unmarked, usize)> {
    let words = &search.frame.words;
    let phrase = search.renamed(sentence, subjects::starting(search.frame, sentence, at + 2)?);
    let verb = (entry, at, at + 2);
    if at == sentence.start || at == sentence.start + 1 && words[sentence.start].is(&["and", "but", "however"]) {
        let start = (phrase.end..sentence.end).take(LONGEST).find(|at| words[*at].gap == Gap::Comma)?;
        let end = end_of(search, sentence, start, Form::Past);
        let span = content(search, sentence, start, end)?;
        let cue = search.reported(people, phrase, verb, CuePosition::Before);
        return Some((Unmarked { span, cue, block: false }, end));
    }
    if sentence.end - sentence.start > LONGEST {
        return None;
    }
    let last = (phrase.end..sentence.end).all(|at| words[at].gap != Gap::Comma);
    if !last && words[at].gap != Gap::Comma {
        return None;
    }
    let span = if last {
        content(search, sentence, sentence.start, at)?
    } else {
        content(search, sentence, sentence.start, sentence.end)?
    };
    let position = if last { CuePosition::After } else { CuePosition::Inside };
    let cue = search.reported(people, phrase, verb, position);
    Some((Unmarked { span, cue, block: false }, sentence.end))
}

fn clause(
    search: &Search,
    people: &mut People,
    sentence: &Sentence,
    at: usize,
    entry: usize,
    length: usize,
) -> Option<(Unmarked, usize)> {
    let words = &search.frame.words;
    let reporting = search.verbs.entry(entry);
    let form = words[at].verb?.2;
    let verb = (entry, at, at + length);
    if let Some(start) = start_of(search, sentence, at, entry, length)
        && let Some(phrase) = search.subject(sentence, at)
    {
        let end = end_of(search, sentence, start, form);
        let span = content(search, sentence, start, end)?;
        let cue = search.reported(people, phrase, verb, CuePosition::Before);
        return Some((Unmarked { span, cue, block: false }, end));
    }
    // `…, he said, …`
    if !(reporting.takes_that() || reporting.takes_bare()) || form == Form::Ing {
        return None;
    }
    let after = at + length;
    let own = search.subject(sentence, at).filter(|phrase| phrase.end <= at);
    let (phrase, from, to) = if words[at].gap == Gap::Comma && own.is_none() {
        let phrase = subjects::starting(search.frame, sentence, after)
            .filter(|_| words.get(after).is_some_and(|word| word.gap == Gap::Space))?;
        (phrase, at, phrase.end)
    } else {
        let phrase = own?;
        (phrase, phrase.start, after)
    };
    if from == sentence.start || words[from].gap != Gap::Comma || sentence.end - sentence.start > LONGEST {
        return None;
    }
    let ends = (to..sentence.end).all(|at| words[at].gap == Gap::Space && words[at].quotation.is_none());
    let adverbial = to == sentence.end
        || words[to].is(subjects::PREPOSITIONS)
        || words[to].sort.is_time()
        || words[to].lower.ends_with("ly");
    let quotation = |at: Option<usize>| at.and_then(|at| words.get(at)).is_some_and(|word| word.quotation.is_some());
    if ends && adverbial && sentence.end - to <= 10 {
        // Where a quotation is all there is, it is direct speech.
        if quotation(from.checked_sub(1)) && from - 1 == sentence.start {
            return None;
        }
        let span = content(search, sentence, sentence.start, from)?;
        let cue = search.reported(people, phrase, verb, CuePosition::After);
        return Some((Unmarked { span, cue, block: false }, sentence.end));
    }
    if to < sentence.end && words[to].gap == Gap::Comma {
        let lead = quotation(from.checked_sub(1)) || quotation(Some(to)) && to + 1 == sentence.end;
        if lead {
            return None;
        }
        let span = content(search, sentence, sentence.start, sentence.end)?;
        let cue = search.reported(people, phrase, verb, CuePosition::Inside);
        return Some((Unmarked { span, cue, block: false }, sentence.end));
    }
    None
}

/// The first word of the clause that the verb reports.
fn start_of(search: &Search, sentence: &Sentence, at: usize, entry: usize, length: usize) -> Option<usize> {
    let words = &search.frame.words;
    let reporting = search.verbs.entry(entry);
    let after = at + length;
    let within = |at: usize| words.get(at).filter(|_| at < sentence.end);
    let next = within(after)?;
    if !matches!(next.gap, Gap::Space | Gap::Comma) {
        return None;
    }
    if next.is(&["that"]) && reporting.takes_that() {
        let pronoun = within(after + 1).is_some_and(|word| word.is(subjects::AUXILIARIES) && word.gap == Gap::Space);
        return Some(if pronoun { after } else { after + 1 });
    }
    if next.gap == Gap::Space
        && reporting.takes_question()
        && next.is(&["whether", "if", "why", "how", "what", "who", "when", "where"])
    {
        return Some(after);
    }
    let scanned = scan(search, sentence, after, reporting.lemma).filter(|_| reporting.takes_that());
    if next.is(subjects::PREPOSITIONS) && scanned.is_some() {
        return scanned;
    }
    if next.gap == Gap::Space {
        // `said on Tuesday the ships …`
        let mut bare = after;
        if next.is(&["on", "last", "late", "early"]) && within(after + 1).is_some_and(|word| word.sort.is_time()) {
            bare = after + 2;
        } else if next.sort.is_time() && !next.is(&["may"]) {
            bare = after + 1;
        }
        if is_clause(search, sentence, bare, reporting.takes_bare(), reporting.takes_plain()) {
            return Some(bare);
        }
    }
    scanned
}

/// The first word after a `that` which others stand before: `told reporters in Brussels that`, `expressed his belief that`.
fn scan(search: &Search, sentence: &Sentence, after: usize, lemma: &str) -> Option<usize> {
    let words = &search.frame.words;
    let next = &words[after];
    let addressed = matches!(
        lemma,
        "tell"
            | "remind"
            | "warn"
            | "assure"
            | "inform"
            | "reassure"
            | "promise"
            | "caution"
            | "alert"
            | "advise"
            | "express"
            | "make clear"
    );
    let led = next.is(subjects::PREPOSITIONS)
        || next.sort.is_time()
        || next.lower.ends_with("ly")
        || next.is(&["again", "later", "once", "earlier"]);
    if !(addressed || led) {
        return None;
    }
    for (that, word) in words.iter().enumerate().take(sentence.end.min(after + 14)).skip(after) {
        if word.is(&["that"]) && that + 1 < sentence.end {
            return Some(that + 1);
        }
        // `told a news conference, adding that`: another verb’s `that`.
        let verb = word.verb.is_some_and(|verb| matches!(verb.2, Form::Past | Form::Ing));
        if word.quotation.is_some()
            || verb
            || word.is(subjects::AUXILIARIES)
            || matches!(word.gap, Gap::Break | Gap::Colon)
        {
            return None;
        }
    }
    None
}

/// Whether a clause without `that` starts here.
fn is_clause(search: &Search, sentence: &Sentence, start: usize, bare: bool, plain: bool) -> bool {
    let words = &search.frame.words;
    let Some(first) = words.get(start).filter(|_| start < sentence.end) else { return false };
    if first.gap != Gap::Space
        || first.quotation.is_some()
        || first.is(subjects::PREPOSITIONS) && !first.is(&["after", "before", "during", "despite", "under"])
    {
        return false;
    }
    if first.is(&[
        "and", "but", "or", "so", "nothing", "little", "as", "yes", "goodbye", "much", "to", "that", "what", "whether",
        "how", "why", "who",
    ]) {
        return false;
    }
    let rest = &words[start..sentence.end.min(start + 40)];
    let subject = rest.len() > 1 && first.is(&["he", "she", "they", "we", "i", "there", "it"]);
    let before_comma =
        || rest.iter().enumerate().take_while(|(at, word)| *at == 0 || word.gap == Gap::Space).map(|it| it.1);
    let finite = |word: &super::frame::Word| word.is(subjects::AUXILIARIES) || word.lower.ends_with("n't");
    if bare {
        let verbal = |word: &super::frame::Word| {
            finite(word) || word.lower.len() > 3 && (word.lower.ends_with("ed") || word.lower.ends_with('s'))
        };
        return subject || rest.len() > 2 && (rest[1..].iter().any(verbal) || rest.len() > 4);
    }
    plain && (subject || before_comma().skip(1).take(9).any(finite) && !first.is(subjects::AUXILIARIES))
}

/// One past the last word of the report that starts at `start`.
fn end_of(search: &Search, sentence: &Sentence, start: usize, form: Form) -> usize {
    let words = &search.frame.words;
    let end = sentence.end.min(start + LONGEST);
    for at in start + 1..end {
        let word = &words[at];
        if word.gap == Gap::Break {
            return at;
        }
        if word.quotation.is_some() {
            continue;
        }
        if word.gap == Gap::Comma
            && word.verb.is_some_and(|verb| verb.2 == Form::Ing || search.verbs.entry(verb.0).lemma == "according to")
        {
            return at;
        }
        // `…, while doctors say …`: another speaker.
        if word.gap == Gap::Comma && word.is(&["while", "as", "whereas", "but", "and", "although"]) {
            let other = (at + 2..end.min(at + 9))
                .find(|at| words[*at].quotation.is_none() && words[*at].verb.is_some_and(|verb| verb.2 != Form::Ing));
            if other
                .and_then(|verb| search.subject(sentence, verb))
                .is_some_and(|phrase| phrase.start == at + 1 && phrase.who != Who::Pronoun)
            {
                return at;
            }
        }
        let joins = word.is(&["and", "but", "or", "while"]) && matches!(word.gap, Gap::Space | Gap::Comma);
        if !joins || at + 1 >= end {
            continue;
        }
        let mut next = at + 1;
        while next + 1 < end
            && words[next].gap == Gap::Space
            && (words[next].lower.ends_with("ly") || words[next].is(&["then", "also", "later", "further", "again"]))
        {
            next += 1;
        }
        let it = &words[next];
        if it.gap != Gap::Space {
            continue;
        }
        // Another verb of the same subject, in the same tense.
        if let Some((_, _, other)) = it.verb {
            let same = match form {
                Form::Third => other == Form::Third,
                Form::Base => matches!(other, Form::Base | Form::Past),
                Form::Ing => matches!(other, Form::Third | Form::Past),
                Form::Past => other == Form::Past,
            };
            // `continued` says nothing by itself: `and continued support`.
            let plain = search.verbs.entry(it.verb.map_or(0, |verb| verb.0)).says_little();
            if same && !plain && !it.possessive {
                return at;
            }
        }
        let aux = |at: usize| words.get(at).is_some_and(|word| word.is(subjects::AUXILIARIES));
        if word.gap == Gap::Comma && it.is(&["that"]) && aux(next + 1) {
            return at;
        }
        // `…, but he declined to say`
        let turns = |word: &super::frame::Word| {
            word.is(&["declined", "refused", "gave", "offered", "did"]) || word.verb.is_some()
        };
        if word.gap == Gap::Comma && it.is(&["he", "she"]) && words.get(next + 1).is_some_and(turns) {
            return at;
        }
    }
    end
}

/// The span of a report of words `start..end`; `None` where it holds less than two words, or nothing but a quotation.
fn content(search: &Search, sentence: &Sentence, start: usize, end: usize) -> Option<Span> {
    let own = search.frame.words.get(start..end)?.iter().filter(|word| word.quotation.is_none()).count();
    (own > 0 && end - start > 1).then(|| whole(search, start, end, sentence))
}
