//! The counting functions of `parallax::corpus::counting` for JavaScript: what `benches/native.rs`
//! times natively, `benches/worker.mjs` times in a browser.

use parallax::corpus::counting;
use parallax::text::WordOptions;
use wasm_bindgen::prelude::*;

/// The documents, in WebAssembly's memory.
#[wasm_bindgen]
pub struct Corpus {
    text: String,
    starts: Vec<u32>,
}

#[wasm_bindgen]
impl Corpus {
    /// Takes all documents end to end as UTF-8, and the byte where each starts, with one more for the end.
    ///
    /// # Errors
    /// If the bytes aren't UTF-8, or a start isn't at a character's first byte.
    #[wasm_bindgen(constructor)]
    pub fn new(bytes: Vec<u8>, starts: Vec<u32>) -> Result<Corpus, JsError> {
        let text = String::from_utf8(bytes)?;
        for pair in starts.windows(2) {
            if text.get(pair[0] as usize..pair[1] as usize).is_none() {
                return Err(JsError::new("the starts don't fit the text"));
            }
        }
        Ok(Corpus { text, starts })
    }

    /// Finds every word; returns how many there are.
    pub fn tokenise(&self) -> u32 {
        counting::tokens(&self.documents(), &WordOptions::default()) as u32
    }

    /// Counts the words of each document; returns how many words there are.
    ///
    /// # Errors
    /// If the corpus is too large to be indexed.
    pub fn unigrams(&self) -> Result<u32, JsError> {
        Ok(counting::unigrams(&self.documents(), &WordOptions::default())?.tokens() as u32)
    }

    /// Counts the words and the pairs of words of each document; returns how many words there are.
    ///
    /// # Errors
    /// If the corpus is too large to be indexed.
    pub fn bigrams(&self) -> Result<u32, JsError> {
        Ok(counting::unigrams_and_bigrams(&self.documents(), &WordOptions::default())?.0.tokens() as u32)
    }

    fn documents(&self) -> Vec<&str> {
        self.starts.windows(2).map(|pair| &self.text[pair[0] as usize..pair[1] as usize]).collect()
    }
}
