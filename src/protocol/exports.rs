//! Files that hold a whole corpus: which there are, and how they are asked for in parts.
//!
//! A part is some megabytes at most, and each is answered by itself: between two of them the engine answers other
//! questions, and neither side ever holds a whole file in its memory.

use serde::de::{SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::analysis::concordance::ConcordanceQuery;
use crate::analysis::term_matrix::TermMatrixQuery;

/// The largest matrix that is written with every 0, in bytes: 256 MB.
pub const MOST_MATRIX_CSV: u64 = 256 << 20;

/// What is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportQuery {
    /// How large the files of the texts, and of this matrix, would be.
    Sizes(TermMatrixQuery),
    /// How often these words would stand in the concordance.
    Hits(ConcordanceQuery),
    /// A part of a file: the first, 0, or the one that the part before it named.
    Part(Export, u32),
}

/// A file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Export {
    /// The document-term matrix as CSV: a line a text, a column a word.
    Matrix(TermMatrixQuery),
    /// Its cells that aren't 0, in the Matrix Market format: a line each, with the numbers of text and word.
    MatrixMarket(TermMatrixQuery),
    /// The texts of its rows, as CSV.
    MatrixTexts,
    /// The words of its columns, as CSV.
    MatrixWords(TermMatrixQuery),
    /// What stands in the matrix, under which settings, and how it is read.
    MatrixNotes(TermMatrixQuery),
    /// The table of tokens, as CSV.
    Tokens,
    /// Its lines without the first and without a guard against spreadsheets: what other formats are made from.
    TokenLines,
    /// Every hit of some words with its context, as CSV.
    Concordance(ConcordanceQuery),
    /// The texts as references, in BibTeX.
    BibTex,
    /// The texts as references, in CSL-JSON.
    CslJson,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExportAnswer {
    /// To [`ExportQuery::Sizes`].
    Sizes(ExportSizes),
    /// To [`ExportQuery::Hits`]: each word as it is counted, with how often it stands in the texts.
    Hits(Vec<(String, u32)>),
    /// To [`ExportQuery::Part`].
    Part(ExportPart),
}

/// How large files would be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExportSizes {
    /// Texts that are on.
    pub texts: u32,
    /// Tokens that are counted.
    pub tokens: u32,
    /// Rows of the matrix: texts, or groups.
    pub rows: u32,
    /// Its columns.
    pub columns: u32,
    /// Its cells that aren't 0.
    pub entries: f64,
    /// Bytes of the matrix as CSV.
    pub csv: f64,
}

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportPart {
    /// What stands in it.
    pub bytes: Bytes,
    /// The part that follows; `None`: this is the last.
    pub next: Option<u32>,
    /// How much of the file is done with this part, and of how much.
    pub done: (u32, u32),
}

/// Bytes, which cross from worker to page as such and not number by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OfBytes;
        impl<'de> Visitor<'de> for OfBytes {
            type Value = Bytes;

            fn expecting(&self, formatter: &mut std::fmt::Formatter) -> std::fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }

            // As JSON has them.
            fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<Bytes, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = sequence.next_element()? {
                    bytes.push(byte);
                }
                Ok(Bytes(bytes))
            }
        }
        deserializer.deserialize_byte_buf(OfBytes)
    }
}
