//! How often does each text have each word? The whole document-term matrix.
//!
//! Its rows are what is compared, articles or groups, in their order; its columns the words (or n-grams) that
//! tables show, in alphabetical order: without stop words where those are hidden, and none rarer than asked for.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::selection::Selection;
use crate::corpus::Ngrams;
use crate::corpus::ngrams::LONGEST;

/// Which columns the matrix has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TermMatrixQuery {
    /// Words in a column's n-gram, 1 to 5.
    pub n: u32,
    /// A column's word occurs at least so often, in all articles together; from 1.
    pub minimum: u32,
    /// It occurs in at least so many articles; from 1.
    pub range: u32,
}

impl Default for TermMatrixQuery {
    fn default() -> Self {
        Self { n: 1, minimum: 1, range: 1 }
    }
}

/// The matrix: nothing of it is kept but which columns it has.
#[derive(Debug)]
pub struct TermMatrix<'s> {
    selection: &'s Selection,
    ngrams: &'s Ngrams,
    /// The n-gram of each column.
    columns: Vec<u32>,
    /// The row of each article that is on, by its position.
    rows: Vec<usize>,
}

impl<'s> TermMatrix<'s> {
    /// The matrix of what is on.
    ///
    /// # Errors
    /// When nothing is counted, a parameter is out of its range, or no word is left.
    pub fn of(selection: &'s Selection, query: &TermMatrixQuery) -> Result<Self, QueryError> {
        selection.not_empty()?;
        QueryError::in_range("The length of the n-grams", query.n, 1..=LONGEST as u32, "from 1 to 5")?;
        QueryError::in_range("The least frequency", query.minimum, 1..=u32::MAX, "1 or more")?;
        QueryError::in_range("The least number of articles", query.range, 1..=u32::MAX, "1 or more")?;
        let ngrams = selection.ngrams(query.n);
        let mut alphabet = vec![0; ngrams.len()];
        for (number, &rank) in (0..).zip(selection.ngram_ranks(query.n)) {
            alphabet[rank as usize] = number;
        }
        alphabet.retain(|&number: &u32| {
            let at = number as usize;
            ngrams.range(at) >= query.range
                && ngrams.frequency(at) >= query.minimum
                && !selection.are_hidden(ngrams.terms(at))
        });
        if alphabet.is_empty() {
            return Err(QueryError::OutOfRange {
                what: "The least frequency of a word",
                given: [query.minimum.to_string(), " in ".to_owned(), query.range.to_string(), " articles".to_owned()]
                    .concat(),
                may_be: "low enough that a word is left",
            });
        }
        Ok(Self { selection, ngrams, columns: alphabet, rows: selection.units().places() })
    }

    /// How many rows there are: articles, or groups.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.selection.units().len()
    }

    /// How many columns there are.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.columns.len()
    }

    /// The word or n-gram of a column.
    #[must_use]
    pub fn term(&self, column: usize) -> String {
        self.selection.text(self.ngrams.terms(self.columns[column] as usize))
    }

    /// How often it occurs in all articles.
    #[must_use]
    pub fn frequency(&self, column: usize) -> u32 {
        self.ngrams.frequency(self.columns[column] as usize)
    }

    /// In how many articles it occurs.
    #[must_use]
    pub fn range(&self, column: usize) -> u32 {
        self.ngrams.range(self.columns[column] as usize)
    }

    /// The cells of a column that aren't 0: row and count, by row.
    #[must_use]
    pub fn column(&self, column: usize) -> Vec<(u32, u32)> {
        let cells = self.ngrams.by_article(self.columns[column] as usize);
        let cells = cells.map(|(position, count)| (self.rows[position as usize] as u32, count));
        if !self.selection.units().are_groups() {
            return cells.collect();
        }
        let mut sums = std::collections::BTreeMap::new();
        for (row, count) in cells {
            *sums.entry(row).or_insert(0) += count;
        }
        sums.into_iter().collect()
    }

    /// These rows whole, one after the other: as many counts each as there are columns.
    #[must_use]
    pub fn whole_rows(&self, rows: &Range<usize>) -> Vec<u32> {
        let mut cells = vec![0; rows.len() * self.columns()];
        for (column, &number) in self.columns.iter().enumerate() {
            for (position, count) in self.ngrams.by_article(number as usize) {
                let row = self.rows[position as usize];
                if rows.contains(&row) {
                    cells[(row - rows.start) * self.columns.len() + column] += count;
                }
            }
        }
        cells
    }
}
