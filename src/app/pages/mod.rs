//! The views, one a file. Each opens with [`ViewHeader`](super::components::ViewHeader).

mod apparatus;
mod compare;
pub mod controls;
mod corpus;
mod coverage;
mod frequency;
pub mod keyness;
pub(crate) mod keywords;
mod methods;
pub mod names;
mod overview;
mod quotes;
pub mod sorted;
mod style;
pub mod units_note;

pub use compare::Compare;
pub use corpus::Corpus;
pub use coverage::{Coverage, NAMES_TABLE};
pub use frequency::{Frequency, TABLE as FREQUENCY_TABLE};
pub use keywords::Keywords;
pub use methods::Methods;
pub(super) use methods::entry as method_entry;
pub use overview::Overview;
pub use quotes::{LIST as QUOTES_LIST, Quotes};
pub use style::Style;
