//! What is said in the same words, in several articles or twice in one?
//!
//! | module | question |
//! | --- | --- |
//! | [`utterances`] | which quotations are one utterance, and who carries it? |
//! | [`passages`] | which passages outside quotations are reused? |
//! | `bounds` | where do passages end at quotations? |
//! | [`duplicates`] | which articles are nearly the same? |
//! | [`own`] | what does each of two of them have alone? |
//! | [`apparatus`] | how does each wording differ from the longest? |
//! | [`alignment`], [`local`](mod@local), [`pegs`](mod@pegs), [`scoring`] | two sequences of words beside each other |
//! | [`differences`] | what differs, by name |
//! | [`shingles`], [`minhash`], [`candidates`], [`union`] | what is worth a look, never all pairs |
//! | [`clusters`], [`stretch`] | what belongs together |

use std::cell::RefCell;
use std::rc::Rc;

pub mod alignment;
pub mod apparatus;
mod bounds;
pub mod candidates;
pub mod clusters;
mod columns;
#[cfg(test)]
mod corpora;
pub mod differences;
pub mod duplicates;
pub mod local;
pub mod minhash;
pub mod own;
pub mod passages;
pub mod pegs;
pub mod scoring;
pub mod shingles;
pub mod stretch;
pub mod union;
pub mod utterances;

use duplicates::NearDuplicates;
use passages::Reused;
use utterances::Utterances;

/// What was found, kept while the articles and settings are the same: a table is scrolled and its rows are opened.
#[derive(Debug, Default)]
pub struct Kept {
    /// By least length.
    passages: RefCell<Option<(u32, Rc<Reused>)>>,
    /// With what is reported, or without.
    utterances: RefCell<Option<(bool, Rc<Utterances>)>>,
    duplicates: RefCell<Option<Rc<[NearDuplicates]>>>,
}
