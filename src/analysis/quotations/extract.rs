//! The quotations of one text: marks, frame, people, reports, cues and kinds, brought together.

use super::cues::{Cue, Search, Speaker};
use super::frame::{Frame, Gap};
use super::lexicon::{ReportingWords, SpeakerWords};
use super::marks::{Marked, marked};
use super::people::{People, Resolved};
use super::reported::unmarked;
use super::{CuePosition, How, Kind};
use crate::corpus::Furniture;
use crate::text::Span;

/// The lists, read.
pub(super) struct Words<'l> {
    pub reporting: ReportingWords<'l>,
    pub speakers: SpeakerWords<'l>,
}

/// A quotation as its article has it.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub kind: Kind,
    /// With its marks.
    pub span: Span,
    /// The words, without marks.
    pub words: Span,
    pub nested: bool,
    pub unclosed: bool,
    pub cue: Option<Cue>,
}

/// The quotations and people of a text.
pub(super) struct Extracted {
    pub found: Vec<Found>,
    pub people: People,
}

/// Words of the longest phrase between marks that nobody is said to have spoken and that is taken to be set apart only.
const SCARE: usize = 4;

/// Finds them. What is furniture is passed over.
pub(super) fn extract(text: &str, furniture: &[Furniture], lists: &Words) -> Extracted {
    let text = &without(text, furniture);
    let marks = marked(text);
    let outer: Vec<usize> = (0..marks.len()).filter(|at| marks[*at].parent.is_none()).collect();
    let whole = Span::new(0, text.len() as u32);
    let frame = Frame::new(text, whole, &marks, &outer, &lists.reporting, &lists.speakers);
    let mut people = People::find(&frame, text);
    let search = Search { text, frame: &frame, marks: &marks, verbs: &lists.reporting, speaker: None, outermost: true };
    let unmarked = unmarked(&search, &mut people);
    let mut found: Vec<Found> = Vec::with_capacity(marks.len() + unmarked.len());
    let mut cues: Vec<Option<Cue>> = vec![None; marks.len()];
    let mut before = Before::default();
    for (number, sentence) in frame.sentences.iter().enumerate() {
        before.sentence(number, sentence.opens);
        for at in sentence.start..sentence.end {
            let Some(mark) = frame.words[at].quotation else { continue };
            let alone = sentence.end - sentence.start == 1;
            let leads = at == sentence.start;
            let mut cue = search.cue(&mut people, at);
            if cue.is_none() && leads {
                cue = before.goes_on(sentence.opens && sentence.closes && alone);
            }
            if cue.is_none() {
                // Within a block, it is the block's speaker who says it.
                let around = unmarked.iter().find(|it| it.block && it.span.contains(marks[mark].outer));
                cue = around.map(|it| Cue { how: How::Within, ..it.cue.clone() });
            }
            let kind = kind(text, &search, &marks[mark], at, sentence.start, sentence.end, cue.as_ref());
            before.found(cue.as_ref().filter(|_| kind == Kind::Direct));
            found.push(of_mark(&marks[mark], kind, false, cue.clone()));
            cues[mark] = cue;
        }
    }
    nested(text, &marks, lists, &mut people, &mut cues, &mut found);
    found.extend(unmarked.into_iter().map(|it| Found {
        kind: if it.block { Kind::Block } else { Kind::Reported },
        span: it.span,
        words: it.span,
        nested: false,
        unclosed: false,
        cue: Some(it.cue),
    }));
    crate::sorting::sort_by(&mut found, |a, b| {
        a.words.start.cmp(&b.words.start).then(b.words.end.cmp(&a.words.end)).then(a.span.start.cmp(&b.span.start))
    });
    Extracted { found, people }
}

/// The text with line feeds in place of its furniture.
pub(in crate::analysis) fn without(text: &str, furniture: &[Furniture]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for piece in furniture {
        let (start, end) = (piece.span.start as usize, piece.span.end as usize);
        if let (Some(before), Some(passage)) = (text.get(done..start), text.get(start..end)) {
            out.push_str(before);
            out.extend(std::iter::repeat_n('\n', passage.len()));
            done = end;
        }
    }
    out.push_str(text.get(done..).unwrap_or(""));
    out
}

fn of_mark(mark: &Marked, kind: Kind, nested: bool, cue: Option<Cue>) -> Found {
    Found { kind, span: mark.outer, words: mark.inner, nested, unclosed: mark.unclosed, cue }
}

/// Whose direct speech may go on.
#[derive(Default)]
struct Before {
    /// Of this paragraph, and of the one before.
    here: Option<Cue>,
    last: Option<Cue>,
    /// The last sentence of each that had such a cue.
    sentence: usize,
    here_at: usize,
}

impl Before {
    fn sentence(&mut self, number: usize, opens: bool) {
        if opens {
            // Only where the paragraph before ended with it.
            self.last = self.here.take().filter(|_| self.here_at + 1 == number);
        }
        self.sentence = number;
    }

    fn found(&mut self, cue: Option<&Cue>) {
        if let Some(cue) = cue {
            self.here = Some(cue.clone());
            self.here_at = self.sentence;
        }
    }

    /// The cue of the words right before, in this paragraph; or those of the paragraph before, for one that is `all` speech.
    fn goes_on(&self, all: bool) -> Option<Cue> {
        let here = self.here.as_ref().filter(|_| self.here_at + 1 >= self.sentence);
        let cue = here.or_else(|| self.last.as_ref().filter(|_| all))?;
        Some(Cue { how: How::GoesOn, position: CuePosition::Before, ..cue.clone() })
    }
}

/// Quotations within quotations: looked at like a text of their own, whose `I` is the one who speaks.
fn nested(
    text: &str,
    marks: &[Marked],
    lists: &Words,
    people: &mut People,
    cues: &mut [Option<Cue>],
    found: &mut Vec<Found>,
) {
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); marks.len()];
    for (at, mark) in marks.iter().enumerate() {
        if let Some(parent) = mark.parent {
            children[parent].push(at);
        }
    }
    for parent in 0..marks.len() {
        let inside = std::mem::take(&mut children[parent]);
        if inside.is_empty() {
            continue;
        }
        let frame = Frame::new(text, marks[parent].inner, marks, &inside, &lists.reporting, &lists.speakers);
        let around = cues[parent].clone();
        let search =
            Search { text, frame: &frame, marks, verbs: &lists.reporting, speaker: around.as_ref(), outermost: false };
        for sentence in &frame.sentences {
            for at in sentence.start..sentence.end {
                let Some(mark) = frame.words[at].quotation else { continue };
                let cue = search.cue(people, at);
                let kind = kind(text, &search, &marks[mark], at, sentence.start, sentence.end, cue.as_ref());
                found.push(of_mark(&marks[mark], kind, true, cue.clone()));
                cues[mark] = cue;
            }
        }
    }
}

/// Direct speech, part of a sentence, or words set apart.
fn kind(text: &str, search: &Search, mark: &Marked, at: usize, start: usize, end: usize, cue: Option<&Cue>) -> Kind {
    let words = &search.frame.words;
    let inner = mark.inner.of(text);
    let capital = inner.chars().find(|c| c.is_alphanumeric()).is_some_and(|c| !c.is_lowercase());
    let ended = inner.ends_with(['.', '!', '?', '…']);
    let alone = end - start == 1;
    let before = at.checked_sub(1).filter(|before| *before >= start).map(|before| &words[before]);
    let after = words.get(at + 1).filter(|_| at + 1 < end);
    let Some(cue) = cue else {
        if alone && (capital || ended || mark.unclosed)
            || before.is_none() && after.is_some_and(|after| after.gap == Gap::Dash)
        {
            return Kind::Direct;
        }
        let length = inner.split_whitespace().count();
        let sentence = capital && ended && before.is_none_or(|_| words[at].gap == Gap::Colon);
        return match sentence {
            true if before.is_some() => Kind::Direct,
            _ if length <= SCARE && !sentence => Kind::Scare,
            _ => Kind::Partial,
        };
    };
    match cue.position {
        CuePosition::After | CuePosition::Inside if before.is_none() => Kind::Direct,
        CuePosition::After if matches!(words[at].gap, Gap::Break | Gap::Colon) => Kind::Direct,
        CuePosition::Inside if words[at].gap == Gap::Comma => Kind::Direct,
        _ if matches!(cue.how, How::GoesOn) || alone => Kind::Direct,
        _ if before.is_none() && after.is_none() => Kind::Direct,
        _ if before.is_some_and(|word| word.is(&["that"])) => Kind::Partial,
        _ if words[at].gap == Gap::Colon => {
            if matches!(cue.how, How::Within) {
                Kind::Partial
            } else {
                Kind::Direct
            }
        }
        _ if words[at].gap == Gap::Comma
            && (capital || ended && after.is_none())
            && matches!(cue.how, How::Verb)
            && !is_put(search, cue) =>
        {
            Kind::Direct
        }
        _ => {
            // `When he said “the hill is ours”,`
            let verb = cue.verb.filter(|verb| Some(verb.1.end) == before.map(|word| word.span.end));
            let says = verb.is_some_and(|verb| {
                let it = search.verbs.entry(verb.0);
                it.takes_that() || it.takes_bare() || it.takes_question()
            });
            if says && words[at].gap == Gap::Space { Kind::Direct } else { Kind::Partial }
        }
    }
}

/// `as she put it, “…”`
fn is_put(search: &Search, cue: &Cue) -> bool {
    cue.verb.is_some_and(|verb| search.verbs.entry(verb.0).lemma == "put")
}

/// Why a quotation is given to its speaker, in a sentence.
pub(super) fn reason(text: &str, found: &Found, name: Option<&str>, lists: &Words) -> String {
    let Some(cue) = &found.cue else {
        return match found.kind {
            Kind::Scare => "Set apart by its marks; no word near it says that anybody spoke it.",
            _ => "No reporting verb with a subject stands near it.",
        }
        .to_owned();
    };
    let verb = cue.verb.map(|(entry, span)| (lists.reporting.entry(entry), span.of(text)));
    let phrase = cue.named.map(|(span, _)| span.of(text)).unwrap_or_default();
    let mut out = match (&cue.how, &verb) {
        (How::Within, _) => ["Stands in what ‘", phrase, "’ is quoted as saying."].concat(),
        (How::GoesOn, Some((_, verb))) => {
            ["Goes on from the words before, given by ‘", phrase, "’ with ‘", verb, "’."].concat()
        }
        (How::Colon, Some((_, verb))) => ["Follows the colon after ‘", phrase, "’ with ‘", verb, "’."].concat(),
        (How::Noun, Some((_, noun))) => ["‘", phrase, "’ with the noun ‘", noun, "’ stands before it."].concat(),
        (_, Some((entry, verb))) => {
            let place = match cue.position {
                CuePosition::Before => "before it",
                CuePosition::Inside => "within it",
                CuePosition::After => "after it",
            };
            if entry.lemma == "according to" {
                ["‘According to ", phrase, "’ stands ", place, "."].concat()
            } else {
                ["‘", verb, "’ with ‘", phrase, "’ as its subject stands ", place, "."].concat()
            }
        }
        (How::Colon, None) if found.kind == Kind::Direct => {
            ["Follows the colon of a sentence about ‘", phrase, "’."].concat()
        }
        (How::Colon, None) => ["Follows ‘", phrase, "’ and a colon."].concat(),
        (_, None) => ["‘", phrase, "’ stands after it, by a dash."].concat(),
    };
    match (cue.named.map(|it| it.1), name) {
        (Some(Resolved::Pronoun(_)), Some(name)) => {
            out.push_str(&[" ‘", phrase, "’ stands for ", name, ", the person last named as a subject."].concat());
        }
        (Some(Resolved::Description(_)), Some(name)) => {
            out.push_str(&[" ‘", phrase, "’ stands for ", name, ", by the office or as the one named last."].concat());
        }
        (Some(Resolved::Named(_)), Some(name)) => {
            let last = phrase.rsplit(' ').next().unwrap_or(phrase);
            let last = last.strip_suffix("'s").or_else(|| last.strip_suffix("’s")).unwrap_or(last);
            if !name.ends_with(last) {
                out.push_str(&[" ‘", last, "’ is taken for ", name, ", spelt otherwise."].concat());
            }
        }
        (Some(_), None) => out.push_str(" Whom it stands for, the text doesn’t say plainly."),
        _ => {}
    }
    if found.unclosed {
        out.push_str(" Its closing mark is missing.");
    }
    out
}

/// The speaker as one of the article's people.
pub(super) fn person(found: &Found) -> Option<&Speaker> {
    found.cue.as_ref().and_then(|cue| cue.speaker.as_ref())
}
