//! What counts as one word: the switches of the tokenizer and their defaults.

use serde::{Deserialize, Serialize};

/// What counts as one word. Each default is a switch a person can turn, and part of the address.
///
/// The options change which *term* a token counts as (and, for hyphens and numbers, which tokens
/// there are); the text itself and the spans into it stay as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct WordOptions {
    /// Upper and lower case are one: `The` and `the` count as `the`.
    pub fold_case: bool,
    /// Capitals that spell another word stay apart: `US` does not count as `us`, nor `WHO` as `who`.
    /// Applies to a word of two or more capitals whose lower-case form is a stop word, unless its
    /// whole paragraph is in capitals. Without effect when case is kept anyway.
    pub keep_acronyms: bool,
    /// A possessive ending is not counted: `NATO’s` and `NATO's` count as `nato`, `allies'` as `allies`.
    pub strip_possessives: bool,
    /// Words joined by hyphens are one: `anti-drone`. Off: `anti` and `drone`.
    pub join_hyphens: bool,
    /// Words without a letter (`2025`, `3.5`) are counted.
    pub keep_numbers: bool,
    /// British and American spellings count as one word (`defence`, `defense`), and so do
    /// abbreviations with and without points (`U.S.`, `US`).
    pub merge_spellings: bool,
    /// Inflected forms count as one word, by their stem: `ally` and `allies` as `alli`. Stop words and
    /// capitals kept apart stay as they are. Off by default.
    pub stems: bool,
}

impl Default for WordOptions {
    fn default() -> Self {
        Self {
            fold_case: true,
            keep_acronyms: true,
            strip_possessives: true,
            join_hyphens: true,
            keep_numbers: true,
            merge_spellings: true,
            stems: false,
        }
    }
}
