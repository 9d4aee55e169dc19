//! Sentences: the rules of UAX #29, mended for English prose.
//!
//! A sentence ends after a terminator (`.`, `!`, `?` and those of other scripts), the closing marks
//! that follow it and white space, as UAX #29 (SB5 to SB11) has it. The annex knows no words, so these
//! are mended:
//!
//! - A paragraph's end ends the sentence: a headline is one by itself.
//! - No sentence ends after a title (`Mr.`, `Gen.`), nor after initials (`George W. Bush`), dotted
//!   abbreviations (`U.S.`) and the like (`Inc.`) unless a word follows that hardly any name begins with, one
//!   of the stop list or of those that open sentences: `in the U.S. The talks` and `in the U.S. However,` are
//!   two sentences, `the U.S. President` is in one. What is quoted and has a sentence's mark of its own is
//!   one too: `in the U.S. “We are ready,”` but `the U.S. “Department of War”`. Of `in the U.S. Rutte` no
//!   rule can tell, for `the U.S. Army` looks the same: it stays together.
//! - After `a.m.`, `p.m.` and `etc.` a capital starts a sentence, but for a day, a month and a time zone:
//!   `at 9 a.m. Rutte spoke` are two, `at 9 a.m. Friday` and `at 9 a.m. Kyiv time` one.
//! - `No. 5`, `Art. 5`, `Oct. 15` are not cut, nor is the number of a list item (`1. First`).
//! - After a question or an exclamation, too, a sentence goes on in lower case: `“Why?” he asked.`
//! - A full stop before a number ends a sentence (`in 2025. 15 people`), unlike in the annex.
//! - An ellipsis written as one character counts as three points.
//! - A note's number in brackets (`war.[1]`) belongs to what it follows.

use super::Span;
use super::paragraphs::visit_paragraphs;
use super::stop_words::is_stop_word;
use super::words::is_dotted;

/// Abbreviations that a name or a noun follows: never the end of a sentence. Lower case.
static TITLES: &[&str] = &[
    "adm", "brig", "capt", "cdr", "cllr", "cmdr", "col", "cpl", "dr", "fr", "gen", "gov", "hon", "insp", "lt", "maj",
    "messrs", "mme", "mlle", "mr", "mrs", "ms", "msgr", "mt", "pres", "prof", "rep", "reps", "rev", "sen", "sens",
    "sgt", "st", "supt", "vs",
];

/// Abbreviations that may end a sentence: it ends where a word of the stop list follows. Lower case.
static ABBREVIATIONS: &[&str] = &[
    "al", "approx", "assn", "ave", "blvd", "bros", "ca", "cf", "co", "corp", "dept", "dist", "div", "esp", "est",
    "etc", "govt", "inc", "intl", "jr", "llc", "ltd", "min", "ph.d", "plc", "sr", "univ", "viz",
];

/// Abbreviations that a number follows. Lower case.
static BEFORE_NUMBERS: &[&str] = &[
    "apr", "art", "arts", "aug", "ch", "chap", "dec", "feb", "fig", "figs", "jan", "jul", "jun", "mar", "no", "nos",
    "nov", "oct", "p", "para", "pp", "pt", "sec", "sect", "sep", "sept", "vol", "vols",
];

/// Words that with a capital most likely open a sentence and begin hardly any name; beside those of the stop
/// list. Lower case.
static OPENERS: &[&str] = &[
    "according",
    "additionally",
    "also",
    "although",
    "among",
    "amid",
    "anyone",
    "asked",
    "besides",
    "consequently",
    "despite",
    "earlier",
    "even",
    "eventually",
    "everyone",
    "everything",
    "finally",
    "furthermore",
    "hence",
    "however",
    "indeed",
    "initially",
    "instead",
    "later",
    "likewise",
    "many",
    "maybe",
    "meanwhile",
    "moreover",
    "much",
    "nevertheless",
    "nobody",
    "nonetheless",
    "nothing",
    "perhaps",
    "recently",
    "regarding",
    "similarly",
    "since",
    "soon",
    "still",
    "subsequently",
    "therefore",
    "though",
    "thus",
    "unless",
    "unlike",
    "unfortunately",
    "whereas",
    "whether",
    "yesterday",
    "yet",
];

/// Days, months and time zones, which follow the time of day with a capital. Lower case.
static AFTER_TIME: &[&str] = &[
    "april",
    "august",
    "central",
    "december",
    "eastern",
    "february",
    "friday",
    "january",
    "july",
    "june",
    "march",
    "may",
    "monday",
    "mountain",
    "november",
    "october",
    "pacific",
    "saturday",
    "september",
    "sunday",
    "thursday",
    "tuesday",
    "wednesday",
];

/// How many characters a quotation is looked through for the mark it ends with.
const LONGEST_QUOTATION: usize = 400;

/// The sentences of a text, in order, without the white space around them.
///
/// Together they hold every character of the text that is not white space; none is empty.
#[must_use]
pub fn sentences(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    visit_sentences(text, |start, end| {
        let offset = |at| u32::try_from(at).unwrap_or(u32::MAX);
        spans.push(Span::new(offset(start), offset(end)));
    });
    spans
}

/// Calls `visit` with the bounds, in bytes, of every sentence: see [`sentences`].
pub fn visit_sentences(text: &str, mut visit: impl FnMut(usize, usize)) {
    visit_paragraphs(text, |start, end| {
        visit_in_paragraph(&text[start..end], |from, to| visit(start + from, start + to));
    });
}

/// `paragraph` has no white space around it.
fn visit_in_paragraph(paragraph: &str, mut visit: impl FnMut(usize, usize)) {
    let mut start = 0;
    let mut from = 0;
    while let Some(stop) = next_stop(paragraph, from) {
        let rest = &paragraph[stop.closed..];
        if rest.is_empty() {
            break;
        }
        from = stop.closed;
        if ends_sentence(paragraph, start, &stop) {
            visit(start, stop.closed);
            start = stop.closed + (rest.len() - rest.trim_start().len());
            from = start;
        }
    }
    if start < paragraph.len() {
        visit(start, paragraph.len());
    }
}

/// What kind of terminator it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A full stop or an ellipsis, which may belong to an abbreviation or a pause: `ATerm`.
    Point,
    /// An exclamation or question mark of scripts with letter case.
    Mark,
    /// A terminator of a script without letter case, which needs no space after it.
    Plain,
}

/// A run of terminators with the closing marks after it.
struct Stop {
    /// Where the run starts.
    at: usize,
    /// Where it ends and the closing marks start.
    end: usize,
    /// Where the closing marks end.
    closed: usize,
    /// The kind of its last terminator.
    kind: Kind,
    /// Whether the run is one full stop.
    single: bool,
}

/// The first run of terminators at or after `from`.
fn next_stop(paragraph: &str, from: usize) -> Option<Stop> {
    let bytes = paragraph.as_bytes();
    let mut at = from;
    let (mut kind, mut length) = loop {
        while !MAY_END[*bytes.get(at)? as usize] {
            at += 1;
        }
        let c = paragraph[at..].chars().next()?;
        match terminator(c) {
            Some(kind) => break (kind, c.len_utf8()),
            None => at += c.len_utf8(),
        }
    };
    let mut end = at;
    let mut count = 0;
    loop {
        end += length;
        count += 1;
        match paragraph[end..].chars().next().and_then(|c| terminator(c).map(|kind| (kind, c.len_utf8()))) {
            Some(next) => (kind, length) = next,
            None => break,
        }
    }
    let single = count == 1 && bytes[at] == b'.';
    Some(Stop { at, end, closed: end + closing_marks(&paragraph[end..]), kind, single })
}

/// The bytes that a terminator may start with: those of ASCII, and all beyond it that start a character.
static MAY_END: [bool; 256] = {
    let mut may_end = [false; 256];
    let mut byte = 0xC0;
    while byte < 256 {
        may_end[byte] = true;
        byte += 1;
    }
    may_end[b'.' as usize] = true;
    may_end[b'!' as usize] = true;
    may_end[b'?' as usize] = true;
    may_end
};

fn terminator(c: char) -> Option<Kind> {
    match c {
        '.' | '…' | '\u{2024}' | '\u{FE52}' | '\u{FF0E}' => Some(Kind::Point),
        '!' | '?' | '\u{203C}' | '\u{203D}' | '\u{2047}'..='\u{2049}' | '\u{589}' | '\u{37E}' => Some(Kind::Mark),
        // Arabic and Urdu, Devanagari, Burmese, Ethiopic, Khmer, Tibetan, Chinese and Japanese.
        '\u{61F}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{104A}' | '\u{104B}' | '\u{1362}' | '\u{1367}'
        | '\u{17D4}' | '\u{17D5}' | '\u{F0D}' | '\u{3002}' | '\u{FF01}' | '\u{FF1F}' | '\u{FF61}' => Some(Kind::Plain),
        _ => None,
    }
}

/// How many bytes of closing quotes, brackets and note numbers the text starts with.
fn closing_marks(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &text[length..];
        match rest.chars().next() {
            Some(c) if closes(c) => length += c.len_utf8(),
            Some('[') => match rest[1..].split_once(']') {
                Some((note, _)) if !note.is_empty() && note.bytes().all(|byte| byte.is_ascii_digit()) => {
                    length += note.len() + 2;
                }
                _ => return length,
            },
            _ => return length,
        }
    }
}

fn closes(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '}'
            | '’'
            | '”'
            | '»'
            | '›'
            | '」'
            | '』'
            | '】'
            | '〉'
            | '》'
            | '）'
            | '\u{301E}'
            | '\u{301F}'
    )
}

fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '('
            | '['
            | '{'
            | '‘'
            | '“'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '「'
            | '『'
            | '（'
            | '¿'
            | '¡'
            | '*'
            | '_'
    )
}

/// Marks after which a sentence goes on: `SContinue` of the annex.
fn continues(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '-' | '–' | '—' | '、' | '，' | '：' | '；' | '،' | '؛' | '\u{55D}')
}

fn ends_sentence(paragraph: &str, start: usize, stop: &Stop) -> bool {
    let rest = &paragraph[stop.closed..];
    let next = rest.trim_start();
    let Some(first) = next.chars().next() else { return false };
    if stop.kind == Kind::Plain {
        return terminator(first).is_none() && !continues(first);
    }
    if terminator(first).is_some() || continues(first) {
        return false;
    }
    let spaced = next.len() < rest.len();
    let closed = stop.end < stop.closed;
    if !spaced && !closed && stop.kind == Kind::Point {
        // SB6 and SB7: 3.5, example.Com.
        let before = paragraph[..stop.at].chars().next_back();
        if first.is_numeric() || (before.is_some_and(char::is_alphabetic) && first.is_alphabetic()) {
            return false;
        }
    }
    let opened = next.trim_start_matches(opens);
    if opened.chars().next().is_some_and(char::is_lowercase) {
        return false;
    }
    !(stop.single && abbreviates(&paragraph[start..stop.at], next, opened))
}

/// Whether the full stop after `before`, which is the sentence so far, abbreviates rather than ends,
/// with `quoted` after it, which is `next` with its opening marks.
fn abbreviates(before: &str, quoted: &str, next: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || c == '.';
    let word = before.rfind(|c| !is_of_word(c)).map_or(before, |at| {
        let after = before[at..].chars().next().map_or(0, char::len_utf8);
        &before[at + after..]
    });
    // The number of a list item: '1. First'.
    if word.len() == before.len()
        && word.len() <= 3
        && word.bytes().all(|byte| byte.is_ascii_digit())
        && !word.is_empty()
    {
        return true;
    }
    if word.is_empty() || word.len() > 12 {
        return false;
    }
    let lower = word.to_lowercase();
    let is_in = |list: &[&str]| list.contains(&lower.as_str());
    if is_in(TITLES) {
        return true;
    }
    if is_in(BEFORE_NUMBERS) && next.starts_with(|c: char| c.is_numeric()) {
        return true;
    }
    if matches!(lower.as_str(), "a.m" | "p.m" | "etc") {
        return !next.starts_with(char::is_uppercase) || (lower != "etc" && goes_on_after_time(next));
    }
    if is_initial(word) {
        return !starts_sentence(next);
    }
    (is_in(ABBREVIATIONS) || is_dotted(word)) && !starts_sentence(next) && !quotes_sentence(quoted)
}

/// Whether a day, a month or a time zone follows: `Friday`, `EST`, `Kyiv time`.
fn goes_on_after_time(next: &str) -> bool {
    let mut words = next.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let Some(first) = words.next() else { return true };
    is_capitals(first) || AFTER_TIME.contains(&first.to_lowercase().as_str()) || words.next() == Some("time")
}

/// Whether the text starts with a quotation whose last mark is that of a sentence: `“We are ready,” he said`.
fn quotes_sentence(text: &str) -> bool {
    let close = match text.chars().next() {
        Some('“') => '”',
        Some('"') => '"',
        Some('«') => '»',
        _ => return false,
    };
    let mut last = None;
    for c in text.chars().skip(1).take(LONGEST_QUOTATION) {
        if c == close {
            return matches!(last, Some('.' | ',' | '!' | '?' | '…'));
        }
        last = Some(c);
    }
    false
}

/// Two or more capitals and nothing else.
fn is_capitals(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A capital by itself, but not the pronoun.
fn is_initial(word: &str) -> bool {
    let mut characters = word.chars();
    characters.next().is_some_and(char::is_uppercase) && characters.next().is_none() && word != "I"
}

/// Whether the text starts with a word that, with its capital, most likely starts a sentence.
fn starts_sentence(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    // Two capitals spell something else: 'the U.S. IT industry'.
    let word = &text[..end];
    let lower = word.to_lowercase();
    !is_capitals(word) && (is_stop_word(&lower) || OPENERS.contains(&lower.as_str()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn sentences_of_prose() {
        // A bar stands where one sentence ends and the next starts.
        let cases = [
            "",
            "One",
            "One. | Two! | Three? | Four…",
            "Mr. Rutte met Gen. Cavoli. | They spoke.",
            "The U.S. President spoke. | He is in the U.S. | The talks went on.",
            "It began at 9 a.m. | The talks went on at 5 p.m. on Friday.",
            "He lives in the U.S. | However, he travels. | The U.S. Senate sat.",
            "It is for the E.U. | Meanwhile, NATO met at the U.N. | Yet nobody came.",
            "He left the U.S. | “We are ready,” he said.",
            "He left the U.S. | \"We are ready,\" he said.",
            "He met the U.S. “Department of War” and the U.S. \"War Department\" there.",
            "He left the U.S. Army and the U.S. Rutte knew.",
            "They met at 9 a.m. | Rutte spoke at 10 p.m. | “Come,” he said.",
            "They met at 9 a.m. Friday, 5 p.m. EST, 6 p.m. Eastern and 8 p.m. Kyiv time.",
            "Guns, tanks, etc. | Rutte counted them, etc. and so on.",
            "George W. “Dubya,” as they said, Bush came.",
            "George W. Bush and J. R. R. Tolkien met. | So did I. | Nobody cared.",
            "Acme Inc. Chairman Smith resigned. | He left Acme Inc. | It fell.",
            "See No. 5 and Art. 5 of Oct. 15. | He said no. | Nobody did.",
            "“We are ready.” | He left.",
            "\"We are ready.\" | He left.",
            "“Why?” he asked. | “Why not?” | She laughed.",
            "He left. | “Come,” she said.",
            "(It rained.) | He left (by car). | Then it stopped.",
            "The rise was 3.5 per cent. | In 2025. | 15 people left.",
            "1. First things come. | 2. Second things follow.",
            "The war.[1] | He left.",
            "Well... he left. | Well… | He left.",
            "What?! | No!",
            "See example.com. | Or decades.Brussels as it is.",
            "He met Putin, Xi et al. in Alaska. | They talked.",
            "你好。 | 再见！ | 好",
            "मैं। | तुम।",
            "هل؟ | نعم.",
            "Yahoo! is a firm. | So it is!",
            "He wrote to the E.U., the U.N. and NATO. | It was late.",
            "The “U.S.” | It grew.",
        ];
        for case in cases {
            let text = case.replace(" | ", " ");
            let text = if case.contains('你') { text.replace(' ', "") } else { text };
            let expected: Vec<&str> = case.split(" | ").filter(|sentence| !sentence.is_empty()).collect();
            let found: Vec<&str> = sentences(&text).iter().map(|span| span.of(&text)).collect();
            assert_eq!(found, expected, "{case}");
        }
    }

    #[test]
    fn a_paragraph_ends_its_sentence() {
        let text = "A headline\n\n  The first sentence\r\nThe second.  \u{2028}Third";
        let found: Vec<&str> = sentences(text).iter().map(|span| span.of(text)).collect();
        assert_eq!(found, ["A headline", "The first sentence", "The second.", "Third"]);
    }

    proptest! {
        #[test]
        fn sentences_hold_everything_but_white_space(text in "(?s)([A-Za-z. ?!\"'”’\\[\\]\\n0-9…。]|.){0,60}") {
            let mut end = 0;
            for sentence in sentences(&text) {
                let (from, to) = (sentence.start as usize, sentence.end as usize);
                prop_assert!(end <= from && from < to);
                prop_assert!(text[end..from].chars().all(char::is_whitespace));
                prop_assert_eq!(text[from..to].trim(), &text[from..to]);
                end = to;
            }
            prop_assert!(text[end..].chars().all(char::is_whitespace));
        }
    }
}
