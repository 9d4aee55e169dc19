//! Which places are meant by the words a reader asks for, or, where none are, by a name of the corpus.
//!
//! A node is one or several words or phrases that stand for one thing: `Rutte, Rute, the NATO chief`.
//! Where a place of one lies within a place of another, only the longer is a place of the node.

use serde::{Deserialize, Serialize};

use crate::analysis::error::QueryError;
use crate::analysis::lookup::look_up;
use crate::analysis::selection::Selection;
use crate::analysis::style::names::{Difference, Names};
use crate::analysis::style::words::Words;
use crate::analysis::table::ordered;
use crate::analysis::windows::Place;

/// Most words of a node.
pub const MOST_WORDS: usize = 20;

/// One of the words that a node is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NodeWord {
    /// As it is counted.
    pub term: String,
    /// As the corpus writes it most often.
    pub written: String,
    /// Places that count as the node’s.
    pub frequency: u32,
}

/// A node and its places.
#[derive(Clone, Debug, Default)]
pub struct Node {
    /// The words it is made of, as asked for; without those that are asked for twice.
    pub words: Vec<NodeWord>,
    /// By article that is on: its places, ascending, none overlapping another.
    pub places: Vec<Vec<Place>>,
}

impl Node {
    /// The node of these words.
    ///
    /// # Errors
    /// When there are none or too many, or one of them holds no word.
    pub fn find(selection: &Selection, asked: &[String]) -> Result<Self, QueryError> {
        QueryError::in_range(
            "The number of words to look around",
            asked.len() as u32,
            1..=MOST_WORDS as u32,
            "from 1 to 20, with commas between",
        )?;
        let index = selection.index();
        let mut node = Self { words: Vec::new(), places: vec![Vec::new(); selection.on().len()] };
        let mut found: Vec<Vec<(u32, u32, u32)>> = vec![Vec::new(); selection.on().len()];
        for typed in asked {
            let looked_up = look_up(selection, typed)?;
            if node.words.iter().any(|word| word.term == looked_up.text) {
                continue;
            }
            let number = node.words.len() as u32;
            let written =
                if looked_up.terms.is_some() { selection.written(&looked_up.text) } else { typed.trim().to_owned() };
            node.words.push(NodeWord { term: looked_up.text, written, frequency: 0 });
            let Some(terms) = looked_up.terms else { continue };
            for (position, token) in index.ngram_places(&terms) {
                found[position as usize].push((token, terms.len() as u32, number));
            }
        }
        for (places, found) in node.places.iter_mut().zip(found) {
            // By place, the longest first of those that begin together.
            let key = |&(token, length, _): &(u32, u32, u32)| u64::from(token) << 32 | u64::from(u32::MAX - length);
            let mut end = 0;
            for (token, length, number) in ordered(found, false, |_| None, key) {
                if token >= end {
                    places.push((token, length));
                    node.words[number as usize].frequency += 1;
                    end = token + length;
                }
            }
        }
        Ok(node)
    }

    /// How often each article that is on has it.
    #[must_use]
    pub fn by_article(&self) -> Vec<u32> {
        self.places.iter().map(|places| places.len() as u32).collect()
    }
}

/// The names that suggest themselves: those of most articles first, of these the most frequent; each with the
/// spellings that differ from it by accents or doubled letters only. At most so many.
#[must_use]
pub fn names(selection: &Selection, most: usize) -> Vec<Vec<String>> {
    let words = Words::new(selection);
    let names = Names::find(&words);
    let counted = names.by_frequency();
    let articles = |at: usize| f64::from(counted[at].1);
    // They come by frequency: a tie leaves them so.
    let order = ordered((0..counted.len()).collect(), true, |&at| Some(articles(at)), |&at| at as u64);
    let variants = names.variants(&words);
    let mut suggested: Vec<Vec<String>> = Vec::new();
    for at in order {
        if suggested.len() == most {
            break;
        }
        let name = counted[at].0;
        if suggested.iter().flatten().any(|known| known == name) {
            continue;
        }
        let alike = variants.iter().find(|group| {
            group.difference == Difference::Doubling && group.spellings.iter().any(|spelling| spelling.word == name)
        });
        let others = alike.iter().flat_map(|group| &group.spellings).map(|it| it.word.clone()).filter(|it| it != name);
        suggested.push([name.to_owned()].into_iter().chain(others).collect());
    }
    suggested
}
