//! A corpus of the person's own: its texts, what can be done with them, and how they come in.
//!
//! The page holds the texts; the engine gets them with the first question that is asked of them
//! ([`worker::client::texts`](crate::worker::client::texts)). A corpus is a value: whatever is done to it makes
//! another one, which shares with it all that stayed. So a step to undo is the corpus before.
//!
//! | module | what it is |
//! | --- | --- |
//! | [`acts`] | what can be done, as methods of [`App`](super::context::App) |
//! | `store`, `lock`, `keeper` | the browser's database, which tab may write to it, and who sees to it |
//! | `shelf` | the corpora that are kept |
//! | `names` | what they are called |
//! | [`described`] | what a person says of a text, read |
//! | [`field`] | a field whose value counts when it is left |
//! | `edit` | the same on a corpus as a value |
//! | [`add`] | the dialog that adds a text |
//! | [`import`] | files of all kinds, looked at before they are added |
//! | [`apart`] | where the page's first part reaches this |

pub mod acts;
pub mod add;
pub mod apart;
pub mod described;
mod edit;
pub mod field;
pub mod import;
pub mod keeper;
mod line;
mod lock;
mod names;
mod shelf;
pub mod store;

use std::rc::Rc;

pub use acts::Onto;
pub use line::CorpusLine;
pub use shelf::Shelf;

use super::by_pointer::ByPointer;
use crate::worker::client::texts::Texts;

/// A corpus of the person's own.
#[derive(Debug)]
pub struct Corpus {
    /// Tells it from others that are kept; never shown.
    pub key: Rc<str>,
    /// What the person calls it.
    pub name: Rc<str>,
    /// Its texts.
    pub texts: Rc<Texts>,
}

/// A corpus as the page's state holds it: the same only if it is the very same.
pub type Own = ByPointer<Corpus>;
