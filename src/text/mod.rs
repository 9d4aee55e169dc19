//! Text: spans of it, its words, sentences and paragraphs, and what makes two written words one.
//!
//! Text is UTF-8 and stays as given; everything here points into it by byte [`Span`]s.
//!
//! | module | what it answers |
//! | --- | --- |
//! | [`words`](mod@words) | where are the words of Unicode's rules (UAX #29), and where the tokens that are counted? |
//! | [`normalise`] | which term does a token, as written, count as? |
//! | [`composition`] | which letters with marks are one letter? |
//! | [`sentences`](mod@sentences), [`paragraphs`](mod@paragraphs) | where do sentences and paragraphs start and end? |
//! | [`stop_words`](mod@stop_words) | which words say little by themselves? |
//! | [`spelling`](mod@spelling) | which spellings are one word? |
//! | [`stems`](mod@stems) | which forms are one word, if inflected forms are to be one? |
//! | [`characters`] | which character is at a byte, for programs that count characters? |
//! | [`options`] | which of all that can be switched? |
//!
//! ```
//! use parallax::text::{Normaliser, WordOptions, tokens};
//!
//! let options = WordOptions::default();
//! let normaliser = Normaliser::new(options);
//! let text = "NATO’s Secretary-General thanked the U.S. allies.";
//! let terms: Vec<String> = tokens(text, &options).iter().map(|s| normaliser.term(s.of(text), false)).collect();
//! assert_eq!(terms, ["nato", "secretary-general", "thanked", "the", "US", "allies"]);
//! ```

pub mod accents;
mod ascii;
pub mod characters;
pub mod composition;
pub mod normalise;
pub mod options;
pub mod paragraphs;
pub mod sentences;
mod sorted_lines;
pub mod span;
pub mod spelling;
pub mod stems;
pub mod stop_words;
pub mod words;

pub use characters::Characters;
pub use normalise::Normaliser;
pub use options::WordOptions;
pub use paragraphs::paragraphs;
pub use sentences::sentences;
pub use span::Span;
pub use spelling::spelling;
pub use stop_words::{is_stop_word, stop_words};
pub use words::{tokens, words};
