//! What comparisons compare: each article that is on, or groups of them.
//!
//! A unit has a number by which reports and queries call it: an article's own, or, of a group,
//! [`GROUPS`] and its place among the groups. So one number says which of the two is meant, wherever
//! an article's number may stand. Analyses count by unit and needn't know which it is. What is
//! counted over documents (range, dispersion, permutation of articles, leaving one out) stays counted
//! over articles: a group isn't one text.

use super::error::QueryError;

/// Groups are numbered from here; smaller numbers are articles'.
pub const GROUPS: u32 = 1 << 24;

/// The units that comparisons compare, those of articles that are off left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Units {
    /// By place: its number, ascending.
    pub(super) numbers: Vec<u32>,
    /// By place: a group's name; none where units are articles.
    pub(super) names: Vec<String>,
    /// By place: the positions of its articles, ascending; at least one.
    pub(super) members: Vec<Vec<usize>>,
}

impl Units {
    /// Each article by itself, given the numbers of those that are on.
    pub(super) fn each(on: &[u32]) -> Self {
        Self {
            numbers: on.to_vec(),
            names: Vec::new(),
            members: (0..on.len()).map(|position| vec![position]).collect(),
        }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Whether they are groups, not each article by itself.
    #[must_use]
    pub fn are_groups(&self) -> bool {
        !self.names.is_empty()
    }

    /// Their numbers, ascending.
    #[must_use]
    pub fn numbers(&self) -> &[u32] {
        &self.numbers
    }

    /// The positions of the articles of the unit at `place`, ascending.
    #[must_use]
    pub fn members(&self, place: usize) -> &[usize] {
        &self.members[place]
    }

    /// The name of a group by its number; `None` where it is none of these.
    #[must_use]
    pub fn name(&self, number: u32) -> Option<&str> {
        self.names.get(self.numbers.binary_search(&number).ok()?).map(String::as_str)
    }

    /// Counts by article, by position, added up by unit, in order.
    #[must_use]
    pub fn sum(&self, counts: Vec<u32>) -> Vec<u32> {
        if !self.are_groups() {
            return counts;
        }
        self.members.iter().map(|members| members.iter().map(|&position| counts[position]).sum()).collect()
    }

    /// By position: the place of the unit that the article belongs to.
    #[must_use]
    pub fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.members.iter().map(Vec::len).sum()];
        for (place, members) in self.members.iter().enumerate() {
            for &position in members {
                places[position] = place;
            }
        }
        places
    }

    /// The place of the unit with this number.
    ///
    /// # Errors
    /// When no unit has it.
    pub(super) fn place(&self, number: u32) -> Result<usize, QueryError> {
        self.numbers.binary_search(&number).map_err(|_| {
            let (group, groups) = (number.checked_sub(GROUPS), self.names.len() as u32);
            QueryError::NoSuchGroup { group, groups }
        })
    }

    /// What one is called in a sentence, and what several are.
    pub(crate) fn noun(&self) -> (&'static str, &'static str) {
        if self.are_groups() { ("group", "groups") } else { ("article", "articles") }
    }
}
