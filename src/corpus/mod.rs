//! The corpus: articles, what their front matter says, their page furniture, and the index over them.

pub mod article;
pub mod index;

pub use article::{Article, Furniture, FurnitureKind, Published, Relation, Source};
pub use index::{Index, TermId};
