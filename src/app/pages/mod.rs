//! The views, one a file. Each opens with [`ViewHeader`](super::components::ViewHeader).

mod compare;
mod frequency;
mod keywords;
mod methods;
mod overview;

pub use compare::Compare;
pub use frequency::Frequency;
pub use keywords::Keywords;
pub use methods::Methods;
pub use overview::Overview;
