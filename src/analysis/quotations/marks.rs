//! Where does quoted text start and end?
//!
//! Marks of any style are paired: `“ ”`, `" "`, `‘ ’`, `' '`, `« »`, `» «`, `„ “`, `” ”`, `‹ ›`, `「 」`, `『 』`.
//! A straight mark opens after white space and closes before it. A single mark is a quotation mark only
//! where it opens before a word and another closes; all else is an apostrophe, and so is one after an `s`
//! before a word in lower case, when a surer one follows (`‘The ministers’ letter was lost,’`).
//!
//! Speech that runs over paragraphs repeats its opening mark at each and closes once. An opening mark
//! without its close is *unclosed*: it ends with its paragraph, or, where another mark of its kind opens
//! in that paragraph, with its own sentence, so that it takes in nothing of what follows.

use crate::text::{Span, paragraphs, sentences};

/// Text between quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// With its marks.
    pub outer: Span,
    /// Without marks and the white space beside them; never empty.
    pub inner: Span,
    /// Whether its closing mark is missing.
    pub unclosed: bool,
    /// The place, in the list, of the quotation that it stands in.
    pub parent: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Style {
    Curly,
    Straight,
    Single,
    StraightSingle,
    Guillemet,
    Inward,
    Low,
    Right,
    Angle,
    Corner,
    WhiteCorner,
}

impl Style {
    const fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::StraightSingle)
    }
}

#[derive(Clone, Copy, Debug)]
struct Open {
    style: Style,
    /// Its first mark.
    start: usize,
    /// One past its first mark.
    inner: usize,
    /// Where it ends if it never closes, once another of its style has opened in its paragraph.
    next: Option<usize>,
}

/// Marks open at once that are kept track of; more have no meaning.
const DEEPEST: usize = 12;

/// The quotations of a text by their marks, in order of their starts, an outer one before what stands in it.
pub(super) fn marked(text: &str) -> Vec<Marked> {
    let mut found = Vec::new();
    let mut stack: Vec<Open> = Vec::new();
    // The paragraphs of speech that goes on: its mark in each, and where each ends.
    let mut carried: Vec<(Open, usize)> = Vec::new();
    let paragraphs = paragraphs(text);
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let (start, end) = (paragraph.start as usize, paragraph.end as usize);
        let scan = Scan::new(text, start, end);
        // What goes on from the paragraph before repeats its mark here.
        let skip = usize::from(!stack.is_empty());
        for at in skip..scan.chars.len() {
            scan.mark(at, &mut stack, &mut found);
        }
        let goes_on = paragraphs.get(number + 1).is_some_and(|next| {
            let first = text[next.start as usize..].chars().next();
            let [open] = stack[..] else { return false };
            open.next.is_none() && first.is_some_and(|first| repeats(open.style, first)) && ends_sentence(text, end)
        });
        if carried.first().is_some_and(|(first, _)| stack.first().is_none_or(|open| open.start != first.start)) {
            carried.clear();
        }
        // The mark that this paragraph begins with, where it goes on from the one before.
        let here = |open: Open| {
            if carried.is_empty() { open } else { Open { start, inner: start + skipped(text, start), ..open } }
        };
        if goes_on {
            let open = here(stack[0]);
            carried.push((open, end));
        } else {
            while let Some(open) = stack.pop() {
                // Speech that never closes is as many unclosed pieces as it has paragraphs.
                let open = if stack.is_empty() { here(open) } else { open };
                give_up(text, open, end, &mut found);
            }
            for (open, end) in carried.drain(..) {
                give_up(text, open, end, &mut found);
            }
        }
    }
    nested(text, found)
}

/// The length of the character at a place.
fn skipped(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

/// Whether the character opens another paragraph of speech in this style.
const fn repeats(style: Style, first: char) -> bool {
    match style {
        Style::Curly => matches!(first, '“'),
        Style::Straight => matches!(first, '"'),
        Style::Guillemet => matches!(first, '«' | '»'),
        Style::Low => matches!(first, '„'),
        Style::Single => matches!(first, '‘'),
        _ => false,
    }
}

fn ends_sentence(text: &str, end: usize) -> bool {
    text[..end].ends_with(['.', '!', '?', '…', ':', ',', '—', '–'])
}

/// An opening mark whose close is not in its paragraph, which ends at `end`.
fn give_up(text: &str, open: Open, end: usize, found: &mut Vec<Marked>) {
    // A single straight mark was an apostrophe after all.
    if open.style == Style::StraightSingle {
        return;
    }
    let mut end = open.next.unwrap_or(end).max(open.inner);
    if (open.next.is_some() || open.style == Style::Single)
        && let Some(first) = sentences(&text[open.inner..end]).first()
    {
        end = open.inner + first.end as usize;
    }
    found.push(Marked { outer: span(open.start, end), inner: span(open.inner, end), unclosed: true, parent: None });
}

fn span(start: usize, end: usize) -> Span {
    Span::new(start as u32, end as u32)
}

/// A paragraph's characters, with what stands beside each.
struct Scan<'t> {
    text: &'t str,
    chars: Vec<(usize, char)>,
    /// By character: whether a single mark that may close follows before the next that may open.
    closes: Vec<bool>,
    /// The same for one that is no possessive either.
    surely: Vec<bool>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str, start: usize, end: usize) -> Self {
        let chars: Vec<(usize, char)> = text[start..end].char_indices().map(|(at, c)| (start + at, c)).collect();
        let mut scan = Self { text, closes: vec![false; chars.len()], surely: vec![false; chars.len()], chars };
        let (mut closes, mut surely) = (false, false);
        for at in (0..scan.chars.len()).rev() {
            scan.closes[at] = closes;
            scan.surely[at] = surely;
            let c = scan.chars[at].1;
            if matches!(c, '’' | '\'') && scan.may_close(at) {
                closes = true;
                surely |= !matches!(scan.at(at, -1), Some('s' | 'S'));
            } else if matches!(c, '‘' | '\'') && scan.may_open(at) {
                (closes, surely) = (false, false);
            }
        }
        scan
    }

    fn at(&self, at: usize, by: isize) -> Option<char> {
        at.checked_add_signed(by).and_then(|at| self.chars.get(at)).map(|it| it.1)
    }

    /// Whether nothing that belongs to a word stands before.
    fn starts(&self, at: usize) -> bool {
        self.at(at, -1).is_none_or(|c| c.is_whitespace() || "([{—–-/“„«‹\"‘'「『¿¡".contains(c))
    }

    /// Whether something that a quotation may begin with follows.
    fn leads(&self, at: usize) -> bool {
        self.at(at, 1).is_some_and(|c| !c.is_whitespace() && !",;:)]}.!?”’»".contains(c) || c == '…')
    }

    fn may_open(&self, at: usize) -> bool {
        self.starts(at) && self.at(at, 1).is_some_and(|c| c.is_alphabetic() || "“\"…[¿¡".contains(c) || c.is_numeric())
    }

    fn may_close(&self, at: usize) -> bool {
        self.at(at, -1).is_some_and(|c| !c.is_whitespace() && !"([{—–“‘«".contains(c))
            && self.at(at, 1).is_none_or(|c| !c.is_alphanumeric())
    }

    /// Whether a mark that looks like an opening one stands for letters left out: `‘90s`, `‘n’`, `'tis`.
    fn is_elision(&self, at: usize) -> bool {
        let word: String =
            self.chars[at + 1..].iter().map(|it| it.1).take_while(|c| c.is_alphanumeric()).take(6).collect();
        let decade =
            word.len() >= 2 && word.ends_with('s') && word[..word.len() - 1].bytes().all(|b| b.is_ascii_digit());
        decade || matches!(word.to_lowercase().as_str(), "n" | "tis" | "twas" | "em" | "til" | "cause" | "twill")
    }

    fn mark(&self, at: usize, stack: &mut Vec<Open>, found: &mut Vec<Marked>) {
        let c = self.chars[at].1;
        let is_open = |style: Style| stack.iter().any(|open| open.style == style);
        let starts = self.starts(at) && self.leads(at);
        let to = match c {
            '“' if is_open(Style::Low) && !self.starts(at) => Turn::Close(Style::Low),
            '“' if is_open(Style::Curly) && !self.starts(at) && !self.leads(at) => Turn::Close(Style::Curly),
            '“' => Turn::Open(Style::Curly),
            '”' if is_open(Style::Curly) => Turn::Close(Style::Curly),
            '”' if is_open(Style::Low) => Turn::Close(Style::Low),
            '”' if is_open(Style::Right) => Turn::Close(Style::Right),
            '”' if is_open(Style::Straight) => Turn::Close(Style::Straight),
            '”' if starts => Turn::Open(Style::Right),
            '„' => Turn::Open(Style::Low),
            '«' if is_open(Style::Inward) => Turn::Close(Style::Inward),
            '«' => Turn::Open(Style::Guillemet),
            '»' if is_open(Style::Guillemet) => Turn::Close(Style::Guillemet),
            '»' if starts => Turn::Open(Style::Inward),
            '‹' => Turn::Open(Style::Angle),
            '›' => Turn::Close(Style::Angle),
            '「' => Turn::Open(Style::Corner),
            '」' => Turn::Close(Style::Corner),
            '『' => Turn::Open(Style::WhiteCorner),
            '』' => Turn::Close(Style::WhiteCorner),
            '"' if is_open(Style::Straight) => {
                let opens = self.at(at, -1).is_none_or(|c| c.is_whitespace() || c == '(') && self.leads(at);
                if opens { Turn::Open(Style::Straight) } else { Turn::Close(Style::Straight) }
            }
            '"' if starts => Turn::Open(Style::Straight),
            '"' if is_open(Style::Curly) => Turn::Close(Style::Curly),
            '"' if is_open(Style::Low) => Turn::Close(Style::Low),
            '‘' if self.may_open(at) && !self.is_elision(at) => Turn::Open(Style::Single),
            '\'' if self.may_open(at) && self.closes[at] && !is_open(Style::StraightSingle) && !self.is_elision(at) => {
                Turn::Open(Style::StraightSingle)
            }
            '’' | '\'' if self.may_close(at) && !self.is_possessive(at) => {
                let style = if c == '’' { Style::Single } else { Style::StraightSingle };
                Turn::Close(style)
            }
            _ => return,
        };
        let (start, after) = (self.chars[at].0, self.chars[at].0 + c.len_utf8());
        match to {
            Turn::Open(style) => {
                for open in stack.iter_mut().filter(|open| open.style == style) {
                    open.next.get_or_insert(start);
                }
                if stack.len() == DEEPEST {
                    give_up(self.text, stack.remove(0), start, found);
                }
                stack.push(Open { style, start, inner: after, next: None });
            }
            Turn::Close(style) => {
                let Some(place) = stack.iter().rposition(|open| open.style == style) else { return };
                for inner in stack.drain(place + 1..).filter(|open| !open.style.is_single()) {
                    give_up(self.text, inner, start, found);
                }
                if let Some(open) = stack.pop() {
                    let (outer, inner) = (span(open.start, after), span(open.inner, start));
                    found.push(Marked { outer, inner, unclosed: false, parent: None });
                }
            }
        }
    }

    /// Whether a closing mark is the apostrophe of a plural, because a surer one follows.
    fn is_possessive(&self, at: usize) -> bool {
        matches!(self.at(at, -1), Some('s' | 'S'))
            && self.at(at, 1) == Some(' ')
            && self.at(at, 2).is_some_and(char::is_lowercase)
            && self.surely[at]
    }
}

enum Turn {
    Open(Style),
    Close(Style),
}

/// Puts them in order, trims them, and finds which stands in which. One that is empty, or that crosses
/// another's bounds, is left out.
fn nested(text: &str, mut found: Vec<Marked>) -> Vec<Marked> {
    crate::sorting::sort_by(&mut found, |a, b| a.outer.start.cmp(&b.outer.start).then(b.outer.end.cmp(&a.outer.end)));
    let mut kept: Vec<Marked> = Vec::with_capacity(found.len());
    let mut around: Vec<usize> = Vec::new();
    for mut it in found {
        let words = it.inner.of(text);
        let (front, trimmed) = (words.trim_start(), words.trim());
        it.inner.start += (words.len() - front.len()) as u32;
        it.inner.end = it.inner.start + trimmed.len() as u32;
        if !trimmed.chars().any(char::is_alphanumeric) {
            continue;
        }
        while around.last().is_some_and(|&last| kept[last].outer.end <= it.outer.start) {
            around.pop();
        }
        if around.last().is_some_and(|&last| !kept[last].outer.contains(it.outer)) {
            continue;
        }
        it.parent = around.last().copied();
        around.push(kept.len());
        kept.push(it);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let mark = |it: &Marked| format!("{}{}", it.inner.of(text), if it.unclosed { " …" } else { "" });
        marked(text).iter().map(mark).collect()
    }

    #[test]
    fn styles_are_paired() {
        for (text, expected) in [
            ("“One,” he said. \"Two.\"", vec!["One,", "Two."]),
            ("«Un», »Zwei«, „Drei“, ”fyra”, 「五」", vec!["Un", "Zwei", "Drei", "fyra", "五"]),
            ("“He said ‘no’ to ‘us’.”", vec!["He said ‘no’ to ‘us’.", "no", "us"]),
            ("“A “b” c”", vec!["A “b” c", "b"]),
            ("\"He said 'no' twice,\" she said", vec!["He said 'no' twice,", "no"]),
            ("‘The ministers’ letter,’ he said, was the allies’ own", vec!["The ministers’ letter,"]),
            ("rock ‘n’ roll in the ‘90s, the boys' don't", vec![]),
            ("a 12\" board, 6' long", vec![]),
            ("“” and “…” and \"\"", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn an_unclosed_mark_is_contained() {
        assert_eq!(found("He said: “One. Two.\nThree “four” five"), ["One. Two. …", "four"]);
        assert_eq!(found("that “if A, B would. Words on “who”, and"), ["if A, B would. …", "who"]);
        assert_eq!(found("“One.\n“Two.\n“Three.” Four"), ["One.\n“Two.\n“Three."]);
        assert_eq!(found("“One.\nTwo.” Three"), ["One. …"]);
    }

    #[test]
    fn marks_without_end_take_no_time_without_end() {
        for mark in ["“", "\"", "‘", "'", "«", "„", "“a ", "\"a ", "‘a ", " 'a", "a’ ", "“a. ", "“a\n", "“‘\"«„"]
        {
            let text = mark.repeat(100_000);
            let found = marked(&text);
            assert!(found.windows(2).all(|pair| pair[0].outer.start <= pair[1].outer.start), "{mark}");
        }
    }
}
