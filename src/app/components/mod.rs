//! Pieces that views are made of: one component a file.

mod badge;
mod chooser;
mod copy_link;
mod finding;
pub mod icon;
mod mathml;
mod menu;
mod modal;
mod progress;
pub mod table;
mod view_header;

pub use badge::ArticleBadge;
pub use chooser::{Choice, Chooser};
pub use copy_link::CopyLink;
pub use finding::FindingLine;
pub use mathml::mathml;
pub use menu::Menu;
pub use modal::Modal;
pub use progress::{Progress, SwitchAllOn};
pub use table::{Cell, Column, CsvButton, DataTable, Rows, Window, on_filter, on_sort, use_rows};
pub use view_header::ViewHeader;
