//! What a measure says about itself: the words of the Methods view.

/// A measure, explained. Each stands beside the function that computes it;
/// [`analysis::methods`](crate::analysis::methods) lists those that the page shows.
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
    /// The formula, as plain text with Unicode symbols; every letter is explained here or in the group's first entry.
    pub formula: &'static str,
    /// What Parallax does by default.
    pub default: &'static str,
    /// When it is undefined, and what is shown then.
    pub undefined: &'static str,
    /// Author, year, title.
    pub source: &'static str,
}
