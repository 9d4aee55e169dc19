//! A corpus as a file of its own, `name.parallax`, and in a link: written, and read as far as its checksums hold.
//!
//! The file is a ZIP that any program opens:
//!
//! | member | what it holds |
//! | --- | --- |
//! | `mimetype` | [`MEDIA_TYPE`], stored first, so that the file says what it is in its first bytes |
//! | `manifest.json` | kind, format, version of Parallax, when, the corpus's name; of every member name, length and SHA-256 |
//! | `corpus.json` | the texts in their order: id, file, SHA-256, whether it is on, its group made by hand, title, outlet, date, page furniture and all else that is known of it |
//! | `settings.json` | the address of the view with all settings |
//! | `texts/001-title.txt` | the texts, UTF-8, byte for byte |
//!
//! A member's bytes count only where their SHA-256 is the one that was saved. What the manifest says of the texts,
//! `corpus.json` says too, so that either may be lost. A later version may add fields and members, which are passed
//! over; one that changes what is there raises [`FORMAT`].
//!
//! | module | what it is |
//! | --- | --- |
//! | [`content`] | which texts these are, in a few digits |
//! | `record` | a text's record, read field by field |
//! | `write` | [`write()`]: a corpus to a file's bytes |
//! | `read` | `read`: a file's bytes to a corpus, and what was lost |
//! | `members` | what a ZIP holds, whole or broken |
//! | `link` | a corpus in a link, and back |

pub mod content;

#[cfg(feature = "import")]
pub mod link;
#[cfg(feature = "import")]
mod members;
#[cfg(feature = "import")]
mod read;
#[cfg(feature = "import")]
mod record;
#[cfg(feature = "import")]
mod write;

#[cfg(feature = "import")]
pub use read::{is_json, may_be, of_json, read};
#[cfg(feature = "import")]
pub use write::write;

use serde::{Deserialize, Serialize};

use super::reason::Reason;
use crate::corpus::Article;

/// The media type of the file.
pub const MEDIA_TYPE: &str = "application/vnd.parallax.corpus+zip";
/// What the file's name ends with.
pub const EXTENSION: &str = ".parallax";
/// The version of what the file holds.
pub const FORMAT: u32 = 1;

/// A corpus as it is taken along.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Saved {
    /// What the person calls it.
    pub name: String,
    /// When it was saved, as ISO 8601 has it, in UTC; empty where that isn't known.
    pub saved: String,
    /// The version of Parallax that saved it; empty where that isn't known.
    pub version: String,
    /// The address of the view with all settings; `None` where it is lost.
    pub address: Option<String>,
    /// Ids of the texts that are left out: so that this outlives the address.
    pub off: Vec<String>,
    /// Groups made by hand, each with its name and the ids of its texts; likewise.
    pub groups: Vec<(String, Vec<String>)>,
    /// The texts, in order, with what is known of them.
    pub articles: Vec<Article>,
}

/// A corpus that was read, and what of it was not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What could be read.
    pub corpus: Saved,
    /// What was lost.
    pub lost: Vec<Lost>,
}

/// A member, or a part of what is known, that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lost {
    /// Which: a member's name, with the text's title where that is known.
    pub place: String,
    /// Why, and what that means.
    pub loss: Loss,
}

/// Why something was lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Loss {
    /// A text isn't in the file.
    Missing,
    /// A text isn't what was saved.
    Changed,
    /// A text can't be unpacked, or is above a limit.
    Refused(Reason),
    /// The list with the checksums.
    Manifest,
    /// What is known of the texts.
    Known,
    /// The settings.
    Settings,
    /// A part of what is known of a text isn't understood, or doesn't fit the text.
    Partly,
    /// A text's id was no id, or another's: it has a new one.
    Renamed,
    /// The file was made by a later version, in this format.
    Later(u32),
    /// It isn't a member that was saved.
    Unlisted,
    /// The archive is cut off or its directory is damaged: its members were looked for one by one.
    Directory,
}

/// Why the texts in a link can't be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// It holds letters that no such link has.
    Letters,
    /// It is of a later format.
    Later,
    /// It ends too early, or was changed.
    Damaged,
    /// It unpacks to more than a text may have.
    TooLarge,
    /// Reading it took too long, or its reader stopped.
    Failed,
}

impl Fault {
    /// What happened and what to do, in a sentence or two.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Letters | Self::Damaged => {
                "The link isn\u{2019}t whole: it was cut off or changed on its way, as some programs do with long links. Ask for it once more, or for the corpus as a file."
            }
            Self::Later => {
                "The link was made by a later version of Parallax. Reload the page for the newest one, and open the link again."
            }
            Self::TooLarge => "The link unpacks to far more than texts do. It was left alone.",
            Self::Failed => "The texts in the link couldn\u{2019}t be read in time. Ask for the corpus as a file.",
        }
    }
}

impl Loss {
    /// What happened and what it means, a sentence.
    #[must_use]
    pub fn says(&self) -> String {
        match self {
            Self::Missing => "This text is not in the file any more.".into(),
            Self::Changed => "Its bytes are not those that were saved: this text is left out.".into(),
            Self::Refused(reason) => [&reason.what(), " This text is left out."].concat(),
            Self::Manifest => {
                "The list of members is lost. What is here was held to the checksums that are left.".into()
            }
            Self::Known => {
                "What was known of the texts is lost: outlets, dates, page furniture. Titles are the texts\u{2019} first lines.".into()
            }
            Self::Settings => {
                "The settings are lost, but for which texts are left out and the groups made by hand, where those are known.".into()
            }
            Self::Partly => "A part of what was known of this text can\u{2019}t be read, and is as by default.".into(),
            Self::Renamed => "Its short name could not be kept: settings that name it may not find it.".into(),
            Self::Later(format) => [
                "It was saved by a later version of Parallax, in format ",
                &format.to_string(),
                ": what this version knows of it is opened.",
            ]
            .concat(),
            Self::Unlisted => "This was not saved by Parallax; it is passed over.".into(),
            Self::Directory => {
                "The file is cut off or its directory is damaged: what it holds was looked for piece by piece.".into()
            }
        }
    }

    /// Whether something that was there is gone.
    #[must_use]
    pub const fn is_loss(&self) -> bool {
        !matches!(self, Self::Later(_) | Self::Unlisted | Self::Directory)
    }
}
