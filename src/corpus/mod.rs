//! The corpus: articles, what their front matter says, their page furniture, and the index over them.

pub mod article;
pub mod bundled;
pub mod calendar;
pub mod counting;
pub mod counts;
#[cfg(test)]
pub mod folder;
#[cfg(test)]
pub mod front_matter;
pub mod ids;
pub mod index;
mod indexing;
pub mod interner;
pub mod ngrams;
mod reading;

pub use article::{About, Article, Furniture, FurnitureKind, Published, Relation, Source};
pub use bundled::bundled;
pub use counts::Counts;
pub use index::{Index, IndexError, TermId};
pub use indexing::LARGEST;
pub use interner::Interner;
pub use ngrams::Ngrams;
