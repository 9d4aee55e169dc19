//! Pieces that views are made of: one component a file.

mod badge;
mod finding;
mod progress;
pub mod table;
mod view_header;

pub use badge::ArticleBadge;
pub use finding::FindingLine;
pub use progress::Progress;
pub use table::{Cell, Column, DataTable, Window, use_window};
pub use view_header::ViewHeader;
