//! What the page and the worker that reads files say to each other.
//!
//! The page sends one [`Job`] at a time, with the file itself beside it (as the browser's `File`,
//! which crosses without a copy); the worker says how far it is, then what came of it.

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::bundle::{Fault, Opened, Saved};
use super::likeness::Fingerprint;
use super::outcome::{Choices, Item, Language, Outcome};
use super::reason::Reason;

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Job {
    /// Read the file that comes with it.
    Read {
        /// The job's number.
        id: u32,
        /// The file's path: its name, after the folders it was chosen with.
        place: String,
        /// What a person chose instead of a guess.
        choices: Vec<Choices>,
    },
    /// Fingerprints of texts that are there already.
    Fingerprints {
        /// The job's number.
        id: u32,
        /// The texts.
        texts: Vec<String>,
    },
    /// The language of a text that was pasted.
    Language {
        /// The job's number.
        id: u32,
        /// Its beginning.
        text: String,
    },
    /// A corpus as a file.
    Save {
        /// The job's number.
        id: u32,
        /// The corpus.
        corpus: Saved,
    },
    /// A corpus as it stands in a link.
    Link {
        /// The job's number.
        id: u32,
        /// The corpus.
        corpus: Saved,
    },
    /// The corpus that stands in a link.
    Unlink {
        /// The job's number.
        id: u32,
        /// What the link holds.
        link: String,
    },
}

/// How far a file is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// Where it is: the file, or a member of it.
    pub place: String,
    /// Bytes done.
    pub done: f64,
    /// Bytes in all.
    pub of: f64,
}

/// What the worker says.
// One at a time, and straight into a message: a box would save nothing.
#[allow(clippy::large_enum_variant)]
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// First of all: the worker is there and speaks this version.
    Ready(String),
    /// The job with this number is so far.
    Progress(u32, Progress),
    /// Some of what came of the job with this number, in its order; before it is done. A table of thousands of
    /// records in one message would hold the page up.
    Part(u32, Vec<Item>),
    /// The job with this number is done: the rest of what came of it.
    Done(u32, Outcome),
    /// The fingerprints, in the order of the texts.
    Fingerprints(u32, Vec<Fingerprint>),
    /// The language of the text.
    Language(u32, Language),
    /// The file.
    Saved(u32, Result<Bytes, Reason>),
    /// What the link is to hold.
    Linked(u32, String),
    /// What it holds.
    Unlinked(u32, Result<Opened, Fault>),
    /// What the worker asked for since it said so last: before the end of each job.
    Fetched(Vec<String>),
    /// The job with this number made the worker stop.
    Failed(u32, String),
}

/// A file's bytes, which cross as such, not number by number.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Whole;

        impl Visitor<'_> for Whole {
            type Value = Bytes;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("bytes")
            }

            fn visit_bytes<E>(self, bytes: &[u8]) -> Result<Bytes, E> {
                Ok(Bytes(bytes.to_vec()))
            }

            fn visit_byte_buf<E>(self, bytes: Vec<u8>) -> Result<Bytes, E> {
                Ok(Bytes(bytes))
            }
        }

        deserializer.deserialize_byte_buf(Whole)
    }
}

/// What the reader of PDF files found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PdfText {
    /// The text layer, page after page.
    pub text: String,
    /// Where pages' numbers stand in it, in bytes; in order.
    pub page_numbers: Vec<(u32, u32)>,
    /// The title the document states.
    pub title: Option<String>,
    /// Its author.
    pub author: Option<String>,
    /// When it was made, as it says.
    pub date: Option<String>,
}
