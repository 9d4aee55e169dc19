//! Who is compared with whom, and how differences are tested.

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::selection::Selection;
use super::units::GROUPS;
use crate::stats::multiplicity;

/// Whose words are looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Target {
    /// Each unit by itself: each article that is on, or each group.
    #[default]
    Each,
    /// These articles, or groups, taken together, by their numbers.
    Group(Vec<u32>),
}

/// What they are compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Against {
    /// All other articles that are on, taken together.
    #[default]
    Rest,
    /// These articles, or groups, taken together, by their numbers. A unit on its own is left out of its own reference.
    Articles(Vec<u32>),
    /// General English, by a list: see [`super::general_english`].
    GeneralEnglish,
}

/// What p-values are adjusted by, for many words tested at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Correction {
    /// The false discovery rate: [`multiplicity::benjamini_hochberg`].
    #[default]
    BenjaminiHochberg,
    /// The chance of any false keyword: [`multiplicity::holm`].
    Holm,
    /// The same, the strictest: [`multiplicity::bonferroni`].
    Bonferroni,
}

impl Correction {
    /// The adjusted p-values, in the same order.
    #[must_use]
    pub fn adjust(self, p: &[f64]) -> Vec<f64> {
        match self {
            Self::BenjaminiHochberg => multiplicity::benjamini_hochberg(p),
            Self::Holm => multiplicity::holm(p),
            Self::Bonferroni => multiplicity::bonferroni(p),
        }
    }

    /// The p below which a word counts as significant at `level`, when `significant` of `tested` words do; 0 where none does.
    #[must_use]
    pub(super) fn bar(self, level: f64, significant: usize, tested: usize) -> f64 {
        if significant == 0 {
            return 0.0;
        }
        let (significant, tested) = (significant as f64, tested as f64);
        match self {
            Self::BenjaminiHochberg => level * significant / tested,
            Self::Holm => level / (tested - significant + 1.0),
            Self::Bonferroni => level / tested,
        }
    }
}

/// Below which adjusted p a difference counts as significant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// 0.05.
    #[default]
    FivePercent,
    /// 0.01.
    OnePercent,
    /// 0.001.
    OnePerThousand,
    /// 0.0001: what Rayson, Berridge & Francis 2004 advise for G² by itself.
    OnePerTenThousand,
}

impl Level {
    /// The number.
    #[must_use]
    pub const fn value(self) -> f64 {
        match self {
            Self::FivePercent => 0.05,
            Self::OnePercent => 0.01,
            Self::OnePerThousand => 0.001,
            Self::OnePerTenThousand => 0.0001,
        }
    }
}

/// Who is compared with whom, and how differences are tested.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Comparison {
    /// Whose words.
    pub target: Target,
    /// Against what.
    pub against: Against,
    /// Least frequency, on the side that uses the word more; 1 or more.
    pub minimum: u32,
    /// Least number of articles that are on and have the word; 1 or more.
    pub range: u32,
    /// What p is adjusted by.
    pub correction: Correction,
    /// Below which adjusted p a word is a keyword.
    pub level: Level,
    /// What simple maths adds to both rates per million; 1 or more.
    pub smoothing: u32,
}

impl Comparison {
    /// Whether target and reference are the same.
    #[must_use]
    pub fn same_sides(&self, other: &Self) -> bool {
        self.target == other.target && self.against == other.against
    }

    /// Whether all else is: which words are tested, and how.
    #[must_use]
    pub fn same_limits(&self, other: &Self) -> bool {
        let sides = (self.target.clone(), self.against.clone());
        *self == Self { target: sides.0, against: sides.1, ..other.clone() }
    }
}

impl Default for Comparison {
    fn default() -> Self {
        Self {
            target: Target::Each,
            against: Against::Rest,
            minimum: 2,
            range: 1,
            correction: Correction::BenjaminiHochberg,
            level: Level::FivePercent,
            smoothing: 1,
        }
    }
}

/// One comparison: positions of the articles on either side, ascending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sides {
    /// The number of the group that is the target, where each group is looked at.
    pub unit: Option<u32>,
    /// The articles whose words are looked at; at least one.
    pub target: Vec<usize>,
    /// The reference's articles.
    pub reference: Vec<usize>,
    /// Whether the reference is general English instead.
    pub english: bool,
}

impl Sides {
    /// An article against all others that are on.
    pub fn against_rest(selection: &Selection, target: usize) -> Self {
        let reference = (0..selection.on().len()).filter(|&at| at != target).collect();
        Self { unit: None, target: vec![target], reference, english: false }
    }
}

impl Comparison {
    /// Whether it is of each article against all others, as the first view has it: what it takes comes first.
    pub(super) fn is_plain(&self, selection: &Selection) -> bool {
        let tested = self.minimum.min(self.range).min(self.smoothing) > 0;
        tested
            && matches!((&self.target, &self.against), (Target::Each, Against::Rest))
            && !selection.units().are_groups()
    }

    /// Each comparison that is to be made, in corpus order.
    ///
    /// # Errors
    /// When a parameter is out of its range, an article is unknown or off, a group has none, or all articles are in
    /// the one group there is.
    pub(super) fn sides(&self, selection: &Selection) -> Result<Vec<Sides>, QueryError> {
        QueryError::in_range("The least frequency", self.minimum, 1..=u32::MAX, "1 or more")?;
        QueryError::in_range("The least number of articles", self.range, 1..=u32::MAX, "1 or more")?;
        QueryError::in_range("What simple maths adds", self.smoothing, 1..=u32::MAX, "1 or more")?;
        let group = |articles: &[u32], what| -> Result<Vec<usize>, QueryError> {
            let positions =
                articles.iter().map(|&article| selection.members(article)).collect::<Result<Vec<_>, _>>()?;
            let positions = positions.concat();
            if positions.is_empty() {
                return Err(QueryError::OutOfRange {
                    what,
                    given: "no article".to_owned(),
                    may_be: "one article or more",
                });
            }
            // Ascending and each once.
            Ok((0..selection.on().len()).filter(|position| positions.contains(position)).collect())
        };
        let all = 0..selection.on().len();
        let units = selection.units();
        let targets: Vec<(Option<u32>, Vec<usize>)> = match &self.target {
            Target::Each => {
                let number = |place: usize| units.are_groups().then(|| units.numbers()[place]);
                (0..units.len()).map(|place| (number(place), units.members(place).to_vec())).collect()
            }
            Target::Group(articles) => {
                // A group by its number keeps it.
                let unit = match articles[..] {
                    [only] if only >= GROUPS => Some(only),
                    _ => None,
                };
                vec![(unit, group(articles, "The group")?)]
            }
        };
        if self.target == Target::Each && self.against == Against::Rest {
            selection.several_groups()?;
        }
        let against = match &self.against {
            Against::Articles(articles) => Some(group(articles, "The reference")?),
            Against::Rest | Against::GeneralEnglish => None,
        };
        let english = self.against == Against::GeneralEnglish;
        if english && !selection.settings().words.fold_case {
            return Err(QueryError::OutOfRange {
                what: "The reference",
                given: "general English, while capitals count apart".to_owned(),
                may_be: "other articles, for the list is in lower case; or let upper and lower case be one in the settings",
            });
        }
        let each = self.target == Target::Each;
        let sides = targets.into_iter().map(|(unit, target)| {
            let reference = match &against {
                _ if english => Vec::new(),
                Some(chosen) if each => chosen.iter().copied().filter(|at| !target.contains(at)).collect(),
                Some(chosen) => chosen.clone(),
                None => all.clone().filter(|at| !target.contains(at)).collect(),
            };
            Sides { unit, target, reference, english }
        });
        // An article that is the whole reference has nothing to be compared with; where that holds of all,
        // they are shown with their counts.
        let sides: Vec<Sides> = sides.collect();
        let some = sides.iter().any(|it| it.english || !it.reference.is_empty());
        Ok(sides.into_iter().filter(|it| !some || it.english || !it.reference.is_empty()).collect())
    }
}
