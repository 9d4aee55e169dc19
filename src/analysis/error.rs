//! Why a question can't be answered. The engine turns it into a sentence and a remedy.

/// Why a question can't be answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QueryError {
    /// The corpus has no article of this number; it has `articles`.
    NoSuchArticle {
        /// The number asked for.
        article: u32,
        /// How many articles the corpus has.
        articles: u32,
    },
    /// The article of this number is switched off.
    ArticleOff(u32),
    /// There is no such group: of this place, from 0, where the number is a group's.
    NoSuchGroup {
        /// Its place among the groups; `None` where an article was named and groups are compared.
        group: Option<u32>,
        /// How many groups there are; 0 where each article is compared by itself.
        groups: u32,
    },
    /// All articles that are on are in one group, so there is nothing to compare it with.
    OneGroup,
    /// No article is on.
    NoArticleOn,
    /// Articles are on, but none of them has a word.
    NoWord,
    /// A parameter is outside its range.
    OutOfRange {
        /// What the parameter is, in words: `The length of the n-grams`.
        what: &'static str,
        /// The value given.
        given: String,
        /// What it may be: `from 1 to 5`.
        may_be: &'static str,
    },
}

impl QueryError {
    /// `value` when it lies in `least..=most`, an error that names the parameter otherwise.
    pub(super) fn in_range(
        what: &'static str,
        value: u32,
        range: std::ops::RangeInclusive<u32>,
        may_be: &'static str,
    ) -> Result<u32, Self> {
        if range.contains(&value) {
            Ok(value)
        } else {
            Err(Self::OutOfRange { what, given: value.to_string(), may_be })
        }
    }
}
