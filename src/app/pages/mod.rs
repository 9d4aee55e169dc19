//! The views, one a file. Each opens with [`ViewHeader`](super::components::ViewHeader).

mod apparatus;
mod compare;
pub mod controls;
mod coverage;
mod frequency;
pub mod keyness;
pub(crate) mod keywords;
mod methods;
pub mod names;
mod overview;
mod quotes;
mod style;
pub mod units_note;

pub use compare::Compare;
pub use coverage::Coverage;
pub use frequency::{Frequency, TABLE as FREQUENCY_TABLE};
pub use keywords::Keywords;
pub use methods::Methods;
pub use overview::Overview;
pub use quotes::{LIST as QUOTES_LIST, Quotes};
pub use style::Style;
