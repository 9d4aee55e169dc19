//! What a measure says about itself: its entry in the catalogue.

use super::formula::Formula;

/// A measure, explained. Each stands beside the function that computes it;
/// [`analysis::methods`](crate::analysis::methods) lists those that the page shows.
///
/// Texts are plain sentences in British English, with typographic quotes, without line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its name in addresses, unique: lower-case letters, digits and hyphens, as `log-ratio`.
    pub key: &'static str,
    /// The heading it stands under.
    pub group: &'static str,
    /// The name the field uses.
    pub name: &'static str,
    /// What it tells, and how its values read.
    pub says: &'static str,
    /// What it does not tell: where it misleads. May be empty.
    pub caveat: &'static str,
    /// The values it can take, and their unit: `0 or more`, `0 to 1`. Empty for what is no number.
    pub range: &'static str,
    /// The formula, in the notation of [`formula`](crate::stats::formula); empty for what no formula
    /// gives: a rule, an iteration, an enumeration.
    pub formula: &'static str,
    /// Every name that the formula takes as given, and what it stands for, in the order in which
    /// they are to be read.
    pub symbols: &'static [(&'static str, &'static str)],
    /// How it is found, in words: all there is where there is no formula; beside one, what the formula leaves open. May be empty.
    pub rule: &'static str,
    /// What Parallax does by default.
    pub default: &'static str,
    /// When it is undefined, and what is shown then.
    pub undefined: &'static str,
    /// Author, year, title.
    pub source: &'static str,
}

impl Measure {
    /// Its formula, read; `None` where it has none.
    #[must_use]
    pub fn formula(&self) -> Option<Formula> {
        Formula::parse(self.formula).ok()
    }

    /// An entry without words: `Measure { key: …, ..Measure::EMPTY }` leaves out what has nothing to say.
    pub const EMPTY: Self = Self {
        key: "",
        group: "",
        name: "",
        says: "",
        caveat: "",
        range: "",
        formula: "",
        symbols: &[],
        rule: "",
        default: "",
        undefined: "",
        source: "",
    };
}
