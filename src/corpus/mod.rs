//! The corpus: articles, what their front matter says, their page furniture, and the index over them.

pub mod article;
pub mod bundled;
#[cfg(test)]
pub mod folder;
#[cfg(test)]
pub mod front_matter;
pub mod index;
mod indexing;
pub mod interner;
pub mod ngrams;

pub use article::{Article, Furniture, FurnitureKind, Published, Relation, Source};
pub use bundled::bundled;
pub use index::{Index, IndexError, TermId};
pub use interner::Interner;
pub use ngrams::Ngrams;
