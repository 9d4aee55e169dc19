//! Counting many texts at once: the engine's own ways, on their own.
//!
//! [`Index`] and its n-grams are made by these very steps; they stand here by themselves so that a
//! benchmark can time each.

use super::indexing::Builder;
use super::{Index, IndexError, Ngrams};
use crate::text::WordOptions;
use crate::text::words::visit_tokens;

/// How many tokens the texts have: finding words, and nothing else.
#[must_use]
pub fn tokens(texts: &[&str], options: &WordOptions) -> usize {
    let mut count = 0;
    for text in texts {
        visit_tokens(text, options, |_, _| count += 1);
    }
    count
}

/// How often each text has each term: an index of the texts, whose [`Index::term_counts`] they are.
///
/// # Errors
/// [`IndexError::TooLarge`], naming the text by its number from 1.
pub fn unigrams(texts: &[&str], options: &WordOptions) -> Result<Index, IndexError> {
    let mut builder = Builder::new(*options);
    builder.expect(texts.iter().map(|text| text.len()).sum());
    for (number, text) in texts.iter().enumerate() {
        builder.article(&(number + 1).to_string(), text, &[(0, text.len())])?;
    }
    Ok(builder.finish())
}

/// How often each text has each term, and each pair of neighbouring terms within a sentence.
///
/// # Errors
/// [`IndexError::TooLarge`], naming the text by its number from 1.
pub fn unigrams_and_bigrams(texts: &[&str], options: &WordOptions) -> Result<(Index, Ngrams), IndexError> {
    let index = unigrams(texts, options)?;
    let bigrams = index.ngrams(2);
    Ok((index, bigrams))
}
