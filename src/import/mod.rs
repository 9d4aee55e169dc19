//! Import: from a file's bytes to texts that can be added to a corpus, or to the reason why not.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`outcome`] | what comes of a file: candidates, and what was skipped, each once |
//! | [`reason`] | why something is skipped, and what to do |
//! | [`likeness`] | which texts are the same, or nearly |
//! | [`repeated`] | lines that several texts have in common |
//! | [`title`] | a title without the outlet at its end |
//! | [`bundle`] | a corpus as a file of its own, and in a link |
//! | [`message`] | what the page and the worker that reads files say to each other |
//! | `read` | the way in: [`read::read`](fn@read::read) |
//! | `format` | what a file is: by its content, then by its name |
//! | `decode` | bytes to text: which encoding, and whether it is a guess |
//! | `archive` | ZIP archives under limits that hold while they are inflated |
//! | `markup` | a tree of HTML to text as it is read |
//! | `plain`, `markdown`, `html`, `mhtml`, `docx`, `odt`, `epub`, `rtf`, `xml`, `table`, `json` | a format each |
//! | `finish` | what all texts have done to them: title, language, furniture, fingerprint |
//! | `furniture`, `dates`, `language`, `metadata` | parts of that |
//! | `pdf` | PDF files, a program of their own |
//!
//! Nothing here panics on any input, follows an address, or hands markup on: a candidate's text is
//! text. The readers stand under the feature `import` (and `pdf`), so that the page and the
//! engine's worker don't carry them; what crosses to the page is always there.

pub mod bundle;
pub mod likeness;
pub mod message;
pub mod outcome;
pub mod reason;
pub mod repeated;
pub mod title;

#[cfg(feature = "import")]
mod archive;
pub mod dates;
#[cfg(feature = "import")]
mod decode;
#[cfg(feature = "import")]
mod docx;
#[cfg(feature = "import")]
mod draft;
#[cfg(feature = "import")]
mod epub;
#[cfg(feature = "import")]
mod finish;
#[cfg(feature = "import")]
mod format;
#[cfg(feature = "import")]
mod furniture;
#[cfg(feature = "import")]
mod html;
#[cfg(feature = "import")]
mod json;
#[cfg(feature = "import")]
pub(crate) mod language;
#[cfg(feature = "import")]
mod markdown;
#[cfg(feature = "import")]
mod markup;
#[cfg(feature = "import")]
mod metadata;
#[cfg(feature = "import")]
mod mhtml;
#[cfg(feature = "import")]
mod odt;
#[cfg(feature = "pdf")]
pub mod pdf;
#[cfg(feature = "import")]
mod plain;
#[cfg(feature = "import")]
pub mod read;
#[cfg(feature = "import")]
mod rtf;
#[cfg(feature = "import")]
mod table;
#[cfg(feature = "import")]
mod xml;

pub use outcome::{
    Candidate, Choices, Encoding, Format, Found, FurnitureReason, Item, Language, Mapping, Outcome, Skipped, Table,
    Tally,
};
pub use reason::Reason;
