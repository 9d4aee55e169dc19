//! A value, or why there is none.

use serde::{Deserialize, Serialize};

/// A value of a measure, or why it is undefined.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measured {
    /// The value.
    Value(f64),
    /// There is none.
    Undefined(Undefined),
}

/// Why a measure has no value for a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Undefined {
    /// The text has no word that is counted.
    NoWord,
    /// The text has fewer words than this.
    FewerWordsThan(u32),
    /// No word of the text occurs twice near enough: the measure has nothing to measure.
    NothingRepeats,
    /// No word of the text is in the list.
    NoListedWord,
    /// The word list that it needs could not be loaded.
    NoList,
    /// It is made for English, and the text is in another language, as is known of it.
    NotEnglish,
}

impl Measured {
    /// The value, or `why` there is none.
    pub(super) fn or(value: Option<f64>, why: Undefined) -> Self {
        value.map_or(Self::Undefined(why), Self::Value)
    }

    /// The value, where there is one.
    #[must_use]
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Undefined(_) => None,
        }
    }
}
