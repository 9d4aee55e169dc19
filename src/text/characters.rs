//! Characters for bytes: where a place of a text lies for programs that count characters.
//!
//! Places are kept in bytes; Python and R count characters (Unicode code points).

/// How far apart, in bytes, the places are whose characters are counted beforehand.
const STEP: usize = 1024;

/// The characters of a text before any of its bytes.
#[derive(Clone, Debug)]
pub struct Characters<'t> {
    text: &'t str,
    /// Characters that begin before each multiple of [`STEP`].
    before: Vec<u32>,
}

impl<'t> Characters<'t> {
    /// Of this text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP + 1);
        let mut sum = 0;
        for chunk in text.as_bytes().chunks(STEP) {
            before.push(sum);
            sum += begun(chunk);
        }
        Self { text, before }
    }

    /// How many characters begin before this byte; past the text's end, all of them.
    #[must_use]
    pub fn at(&self, byte: u32) -> u32 {
        let byte = (byte as usize).min(self.text.len());
        let Some(last) = self.before.len().checked_sub(1) else { return 0 };
        let step = (byte / STEP).min(last);
        self.before[step] + begun(&self.text.as_bytes()[step * STEP..byte])
    }
}

/// How many characters begin in a stretch of UTF-8.
fn begun(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xC0 != 0x80)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_the_standard_library_does() {
        for text in ["", "plain", "Nicușor’s “Türkiye” 👩🏽‍🚀 שלום", &"é漢x".repeat(900)] {
            let characters = Characters::new(text);
            for byte in (0..=text.len()).filter(|&byte| text.is_char_boundary(byte)) {
                assert_eq!(characters.at(byte as u32) as usize, text[..byte].chars().count());
            }
            assert_eq!(characters.at(u32::MAX) as usize, text.chars().count());
        }
    }
}
