//! Which words of several wordings stand in the same place: columns of all wordings laid beside a base.
//!
//! A word of the base is a column. Words that the others have and the base has not are columns too:
//! two wordings share one where they have the same word at places of the base that meet. Longest common
//! subsequences say which, so that words keep their order.

use std::ops::Range;

use super::alignment::{MOST_PAIRS, Step, global};
use super::apparatus::Mark;
use super::differences::{Change, Difference};
use super::scoring::{Scoring, Word};

/// A point for each word that is the same: the longest common subsequence.
const COMMON: Scoring = Scoring { same: 1, same_stop_word: 1, different: 0, gap: 0, word: 0 };

/// A word in its place.
struct Column {
    word: Word,
    /// The places of the base where it stands, or would stand.
    place: Range<usize>,
    /// How many wordings have it.
    rows: u32,
    /// Number of the last wording that has it.
    last: u32,
    /// Whether a wording has other words for it, or it stands for other words.
    replaced: bool,
}

/// Wordings laid beside a base.
pub(super) struct Columns {
    /// First those of the base, by place.
    all: Vec<Column>,
    /// Those that the base hasn't, in the order of the text.
    added: Vec<u32>,
    /// How many wordings there are besides the base.
    others: u32,
}

impl Columns {
    /// The base alone.
    pub fn of(base: &[Word]) -> Self {
        let column = |(at, &word)| Column { word, place: at..at + 1, rows: 1, last: 0, replaced: false };
        Self { all: base.iter().enumerate().map(column).collect(), added: Vec::new(), others: 0 }
    }

    /// Adds a wording: each of its words' column. `changes` take in every word of the base and of it.
    pub fn add(&mut self, words: &[Word], changes: &[Change]) -> Vec<u32> {
        self.others += 1;
        let mut columns = Vec::with_capacity(words.len());
        // Where no word is the same, nothing stands beside anything.
        let beside = changes.iter().any(|change| change.difference == Difference::Same);
        for change in changes {
            if change.difference == Difference::Same {
                for at in change.a.clone() {
                    self.all[at].rows += 1;
                    columns.push(at as u32);
                }
                continue;
            }
            let from = columns.len();
            self.put(&words[change.b.clone()], &change.a, &mut columns);
            if beside && !change.a.is_empty() && !change.b.is_empty() {
                for at in change.a.clone().chain(columns[from..].iter().map(|&column| column as usize)) {
                    self.all[at].replaced = true;
                }
            }
        }
        columns
    }

    /// Finds or makes the columns of words that stand at a place of the base.
    fn put(&mut self, words: &[Word], place: &Range<usize>, columns: &mut Vec<u32>) {
        if words.is_empty() {
            return;
        }
        // Those of places that meet, which this wording hasn't yet: the place among the added, and the word.
        let meets = |column: &Column| {
            column.place.start <= place.end && place.start <= column.place.end && column.last != self.others
        };
        let (known, of): (Vec<usize>, Vec<Word>) = (0..)
            .zip(&self.added)
            .map(|(at, &number)| (at, &self.all[number as usize]))
            .filter(|(_, column)| meets(column))
            .map(|(at, column)| (at, column.word))
            .unzip();
        let mut steps = Vec::new();
        if of.len().saturating_mul(words.len()) <= MOST_PAIRS {
            global(&of, words, &COMMON, &mut steps);
        } else {
            steps.extend(words.iter().map(|_| Step::OnlyB));
        }
        let behind = |column: &u32| self.all[*column as usize].place.start >= place.start;
        // Where the next new one comes; and how many came, by which the known ones have moved.
        let mut next = self.added.iter().position(behind).unwrap_or(self.added.len());
        let (mut i, mut j, mut came) = (0, 0, 0);
        for step in steps {
            if step != Step::OnlyB {
                let at = known[i] + came;
                i += 1;
                if step == Step::OnlyA {
                    continue;
                }
                if of[i - 1].term == words[j].term {
                    let number = self.added[at];
                    let column = &mut self.all[number as usize];
                    (column.rows, column.last) = (column.rows + 1, self.others);
                    columns.push(number);
                    (next, j) = (at + 1, j + 1);
                    continue;
                }
            }
            let number = self.all.len() as u32;
            let (word, place) = (words[j], place.clone());
            self.all.push(Column { word, place, rows: 1, last: self.others, replaced: false });
            // The known ones that are yet to come stand behind it.
            let at = next.min(known.get(i).map_or(usize::MAX, |at| at + came));
            self.added.insert(at, number);
            columns.push(number);
            (next, came, j) = (at + 1, came + 1, j + 1);
        }
    }

    /// How words stand to the other wordings, from their columns.
    pub fn marks(&self, columns: &[u32]) -> Vec<Mark> {
        let mark = |&column: &u32| match &self.all[column as usize] {
            column if column.replaced => Mark::Otherwise,
            column => Mark::Shared(column.rows - 1),
        };
        columns.iter().map(mark).collect()
    }
}
