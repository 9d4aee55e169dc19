//! Which units a picture draws: of hundreds of articles some, while all of them are counted.
//!
//! A page can show two dozen columns, panels or lanes, and a reader can tell them apart; two thousand would
//! take minutes to draw and be read by nobody. So an answer has at most [`MOST_DRAWN`] of them, those that the
//! settings name. What is counted is always all that is on: a total, a rank, a finding doesn't depend on what
//! is drawn. A file has everything: for it, all are drawn.

use super::units::{GROUPS, Units};

/// At most so many articles, or groups, are drawn at a time.
pub const MOST_DRAWN: usize = 24;

/// The units that are drawn, and the articles, where articles are drawn though groups are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drawn {
    /// Places among the units, ascending.
    units: Vec<usize>,
    /// Positions among the articles that are on, ascending.
    articles: Vec<usize>,
}

impl Drawn {
    /// Every unit and every article.
    pub(super) fn all(units: &Units, on: &[u32]) -> Self {
        Self { units: (0..units.len()).collect(), articles: (0..on.len()).collect() }
    }

    /// Those with these numbers, at most [`MOST_DRAWN`]; numbers of others are passed over, and where none is
    /// left, or none was asked for, the first are drawn. Where groups are drawn, so are the first of their
    /// articles. All are drawn where there are no more than that.
    pub(super) fn of(units: &Units, on: &[u32], wanted: &[u32]) -> Self {
        let units_drawn = some(units.numbers(), wanted);
        let articles = if units.are_groups() {
            let chosen: Vec<u32> = wanted.iter().copied().filter(|number| *number < GROUPS).collect();
            let mut members: Vec<u32> =
                units_drawn.iter().flat_map(|&place| units.members(place)).map(|&position| on[position]).collect();
            members.sort_unstable();
            some(on, if chosen.is_empty() { &members } else { &chosen })
        } else {
            units_drawn.clone()
        };
        Self { units: units_drawn, articles }
    }

    /// The places of the units that are drawn, ascending.
    #[must_use]
    pub fn units(&self) -> &[usize] {
        &self.units
    }

    /// The positions of the articles that are drawn, ascending.
    #[must_use]
    pub fn articles(&self) -> &[usize] {
        &self.articles
    }

    /// Of one value a unit those of the units that are drawn.
    #[must_use]
    pub fn of_units<T: Clone>(&self, by_unit: &[T]) -> Vec<T> {
        self.units.iter().map(|&place| by_unit[place].clone()).collect()
    }

    /// Of one value an article those of the articles that are drawn.
    #[must_use]
    pub fn of_articles<T: Clone>(&self, by_article: &[T]) -> Vec<T> {
        self.articles.iter().map(|&position| by_article[position].clone()).collect()
    }
}

/// The places in `numbers`, ascending, of those that are wanted.
fn some(numbers: &[u32], wanted: &[u32]) -> Vec<usize> {
    if numbers.len() <= MOST_DRAWN {
        return (0..numbers.len()).collect();
    }
    let mut places: Vec<usize> = wanted.iter().filter_map(|number| numbers.binary_search(number).ok()).collect();
    places.truncate(MOST_DRAWN);
    places.sort_unstable();
    places.dedup();
    if places.is_empty() { (0..MOST_DRAWN).collect() } else { places }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hundred() -> Vec<u32> {
        (0..200).step_by(2).collect()
    }

    #[test]
    fn as_many_as_can_be_drawn_are_all_drawn() {
        let on: Vec<u32> = (0..24).collect();
        let units = Units::each(&on);
        assert_eq!(Drawn::of(&units, &on, &[3]), Drawn::all(&units, &on));
        assert_eq!(Drawn::of(&Units::each(&[]), &[], &[3]), Drawn::default());
    }

    #[test]
    fn of_more_those_asked_for_are_drawn_or_the_first() {
        let on = hundred();
        let units = Units::each(&on);
        let first: Vec<usize> = (0..24).collect();
        assert_eq!(Drawn::of(&units, &on, &[]).units(), first);
        assert_eq!(Drawn::of(&units, &on, &[1, 301, GROUPS]).units(), first, "none of these is on");
        assert_eq!(Drawn::of(&units, &on, &[198, 1, 10, 10]).articles(), [5, 99]);
        assert_eq!(Drawn::of(&units, &on, &on).units(), first);
    }

    #[test]
    fn of_groups_the_articles_are_drawn_too() {
        let on = hundred();
        let groups = |numbers: std::ops::Range<u32>| Units {
            numbers: numbers.clone().map(|group| GROUPS + group).collect(),
            names: numbers.clone().map(|group| group.to_string()).collect(),
            members: numbers.map(|group| vec![group as usize, group as usize + 50]).collect(),
        };
        let few = Drawn::of(&groups(0..3), &on, &[]);
        assert_eq!((few.units(), few.articles()), (&[0, 1, 2][..], &[0, 1, 2, 50, 51, 52][..]));
        let many = Drawn::of(&groups(0..50), &on, &[GROUPS + 30, GROUPS + 49]);
        assert_eq!((many.units(), many.articles()), (&[30, 49][..], &[30, 49, 80, 99][..]));
    }
}
