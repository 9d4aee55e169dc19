//! Which texts these are, in a few digits: what a link says of the texts that its view is of.

use sha2::{Digest, Sha256};

use crate::corpus::Furniture;

/// SHA-256 of a text.
pub type Hash = [u8; 32];

/// The texts of a corpus, told from others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Content {
    /// The texts themselves, whatever their order and their names: 16 hexadecimal digits.
    pub texts: String,
    /// Their order, their ids and their page furniture, on which numbers and settings rest too: 8 digits.
    pub marks: String,
    /// How many there are.
    pub count: u32,
}

/// SHA-256 of bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// In hexadecimal digits.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
}

impl Content {
    /// Of texts in their order: of each its id, its hash and its page furniture.
    pub fn of<'a>(texts: impl Iterator<Item = (&'a str, Hash, &'a [Furniture])>) -> Self {
        let mut hashes = Vec::new();
        let mut marks = Sha256::new();
        for (id, hash, furniture) in texts {
            hashes.push(hash);
            marks.update(hash);
            marks.update(id.as_bytes());
            for passage in furniture {
                marks.update([0]);
                marks.update(passage.span.start.to_le_bytes());
                marks.update(passage.span.end.to_le_bytes());
            }
            marks.update([1]);
        }
        // The same whatever the order; two of one text are two.
        hashes.sort_unstable();
        let mut all = Sha256::new();
        for hash in &hashes {
            all.update(hash);
        }
        Self {
            texts: hex(&all.finalize()[..8]),
            marks: hex(&marks.finalize()[..4]),
            count: u32::try_from(hashes.len()).unwrap_or(u32::MAX),
        }
    }

    /// As a link has it: `3f2a9c0d1e5b7a68-0c4d9e21-12`.
    #[must_use]
    pub fn written(&self) -> String {
        [&self.texts, "-", &self.marks, "-", &self.count.to_string()].concat()
    }

    /// Back; `None` where it is none.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let mut parts = written.split('-');
        let (texts, marks, count) = (parts.next()?, parts.next()?, parts.next()?.parse().ok()?);
        let digits =
            |part: &str, many| part.len() == many && part.bytes().all(|c| matches!(c, b'0'..=b'9' | b'a'..=b'f'));
        (parts.next().is_none() && digits(texts, 16) && digits(marks, 8)).then(|| Self {
            texts: texts.into(),
            marks: marks.into(),
            count,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::FurnitureKind;
    use crate::text::Span;

    fn of(texts: &[(&str, &str)]) -> Content {
        Content::of(texts.iter().map(|(id, text)| (*id, sha256(text.as_bytes()), &[][..])))
    }

    #[test]
    fn texts_are_the_same_in_any_order_and_by_any_name() {
        let one = of(&[("a", "One."), ("b", "Two.")]);
        let other = of(&[("x", "Two."), ("b", "One.")]);
        assert_eq!((&one.texts, one.count), (&other.texts, other.count));
        assert_ne!(one.marks, other.marks);
        assert_ne!(one.texts, of(&[("a", "One.")]).texts);
        assert_ne!(of(&[("a", "x"), ("b", "x")]).texts, of(&[("a", "x")]).texts);
    }

    #[test]
    fn furniture_is_told() {
        let mark = [crate::corpus::Furniture { kind: FurnitureKind::Link, span: Span::new(0, 2) }];
        let marked = Content::of([("a", sha256(b"One."), &mark[..])].into_iter());
        let plain = of(&[("a", "One.")]);
        assert_eq!(marked.texts, plain.texts);
        assert_ne!(marked.marks, plain.marks);
    }

    #[test]
    fn is_written_and_read() {
        let one = of(&[("a", "One.")]);
        assert_eq!(Content::read(&one.written()), Some(one));
        for wrong in ["", "example", "12-34-5", "3f2a9c0d1e5b7a68-0c4d9e21", "3f2a9c0d1e5b7a68-0c4d9e2g-1"] {
            assert_eq!(Content::read(wrong), None, "{wrong}");
        }
    }
}
