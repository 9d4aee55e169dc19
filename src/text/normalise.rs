//! Which term a token counts as.

use super::composition::composed;
use super::spelling::spelling;
use super::stems::stem;
use super::words::is_dotted;
use super::{WordOptions, is_stop_word};

/// Turns tokens, as written, into the terms they count as.
///
/// The steps, in order, each under its option:
///
/// 1. Apostrophes of any shape become `'`, hyphens of any shape `-`; characters without a look of
///    their own (soft hyphen, marks of direction) go; a letter and its marks become one character,
///    however they are written: see [`composition`](mod@super::composition). Always.
/// 2. A possessive ending goes: `NATO's` is `NATO`. A contraction of the stop list (`it's`,
///    `let's`) is not one. (`strip_possessives`)
/// 3. A dotted abbreviation loses its points: `U.S.` is `US`; unless it would fall together with a
///    stop word: `a.m.` stays apart from `am`. (`merge_spellings`)
/// 4. Lower case, but for capitals that spell another word: `US` is not `us`.
///    (`fold_case`, `keep_acronyms`)
/// 5. Of British and American spellings, the one that names the word: see [`spelling`](mod@super::spelling).
///    Each part of a hyphenated word by itself: `defense-industrial` is `defence-industrial`.
///    (`merge_spellings`)
/// 6. Its stem: see [`stems`](mod@super::stems). Each part of a hyphenated word by itself; not of a
///    word of the stop list, nor where the stem would fall together with one: `beings` is not `be`.
///    (`stems`)
#[derive(Clone, Copy, Debug, Default)]
pub struct Normaliser {
    options: WordOptions,
}

impl Normaliser {
    /// A normaliser for these options.
    #[must_use]
    pub const fn new(options: WordOptions) -> Self {
        Self { options }
    }

    /// The term that `written` counts as, in a paragraph all in capitals or not.
    #[must_use]
    pub fn term(&self, written: &str, paragraph_in_capitals: bool) -> String {
        let mut term = plain(written);
        if self.options.strip_possessives {
            strip_possessive(&mut term);
        }
        if self.options.merge_spellings {
            term = self.without_points(term);
        }
        let apart = self.options.keep_acronyms && !paragraph_in_capitals && is_acronym(&term);
        if self.options.fold_case && !apart {
            term = term.to_lowercase();
        }
        if self.options.merge_spellings && !apart {
            term = by_part(term, spelling);
        }
        if self.options.stems && !apart {
            term = by_part(term, content_stem);
        }
        term
    }

    /// Whether the term of `written` depends on its paragraph being in capitals.
    #[must_use]
    pub fn depends_on_paragraph(&self, written: &str) -> bool {
        self.options.fold_case
            && self.options.keep_acronyms
            && written.chars().next().is_some_and(char::is_uppercase)
            && self.term(written, false) != self.term(written, true)
    }

    /// Whether the term, which [`Normaliser::term`] gave, is in the built-in stop list. Capitals
    /// kept apart by `keep_acronyms` are not.
    #[must_use]
    pub fn is_stop_word(&self, term: &str) -> bool {
        is_stop_word(term)
            || (!self.options.fold_case
                && is_stop_word(&term.to_lowercase())
                && !(self.options.keep_acronyms && is_acronym(term)))
    }

    fn without_points(&self, term: String) -> String {
        if !term.contains('.') {
            return term;
        }
        let out = by_part(term.clone(), |part| {
            let body = part.strip_suffix('.').unwrap_or(part);
            is_dotted(body).then(|| body.replace('.', ""))
        });
        if is_stop_word(&out) { term } else { out }
    }
}

/// The stem of a word that is none of the stop list, where that is none either.
fn content_stem(word: &str) -> Option<String> {
    let stop = |word: &str| is_stop_word(&word.to_lowercase());
    if stop(word) { None } else { stem(word).filter(|stem| !stop(stem)) }
}

/// The term with each part between hyphens changed as `change` says; parts it has nothing for stay.
fn by_part(term: String, change: impl Fn(&str) -> Option<String>) -> String {
    if !term.contains('-') {
        return change(&term).unwrap_or(term);
    }
    let parts: Vec<String> = term.split('-').map(|part| change(part).unwrap_or_else(|| part.to_owned())).collect();
    parts.join("-")
}

/// Two or more capitals and nothing else, whose lower-case form is a stop word.
fn is_acronym(term: &str) -> bool {
    term.chars().nth(1).is_some() && term.chars().all(char::is_uppercase) && is_stop_word(&term.to_lowercase())
}

/// One shape for each apostrophe and hyphen, one form for letters with marks, and nothing that cannot be seen.
fn plain(written: &str) -> String {
    if written.is_ascii() {
        return written.to_owned();
    }
    let seen: String = written.chars().filter_map(plain_character).collect();
    composed(if seen.is_empty() { written } else { &seen })
}

fn plain_character(c: char) -> Option<char> {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{201B}' | '\u{2BC}' | '\u{FF07}' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        '\u{AD}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'
        | '\u{2066}'..='\u{2069}'
        | '\u{FEFF}' => None,
        c => Some(c),
    }
}

fn strip_possessive(term: &mut String) {
    let bytes = term.as_bytes();
    let stem = match bytes {
        [stem @ .., b'\'', b's' | b'S'] => stem.len(),
        // Only where the apostrophe is one of those that Unicode calls a letter (U+02BC).
        [stem @ .., b'\''] => stem.len(),
        _ => return,
    };
    if stem > 0 && !is_stop_word(&term.to_lowercase()) {
        term.truncate(stem);
    }
}
