//! How does each outlet frame the story? Outlets side by side.
//!
//! | module | question |
//! | --- | --- |
//! | [`collocates`](mod@collocates) | which words stand around the same name? |
//! | [`modals`](mod@modals) | what must, may or will be, and in whose words? |
//! | [`only_here`](mod@only_here) | what does one article alone say? |
//! | [`node`] | which places do the words asked for mean? |
//! | [`modal_list`] | which words are modal verbs, and which only look like one? |
//! | [`support`] | which sentence of another article says most of what a sentence says? |
//! | [`places`] | where in the text does a number come from? |
//! | `…_finding` | what does a section say first? |
//! | [`methods`] | how is all that found? |
//!
//! Reporting verbs, which frame speech, are counted by [`quotations`](crate::analysis::quotations).

pub mod collocates;
mod collocates_finding;
pub mod methods;
pub mod modal_list;
pub mod modals;
mod modals_finding;
pub mod node;
pub mod only_here;
mod only_here_finding;
pub mod places;
pub mod support;
