//! The state of the sections on framing of the Coverage view, and its keys in an address.

use super::escape::{decode, decode_list};
use super::format::Address;
use super::keys;
use super::parse::{number, order, set, switch};
use super::state::Order;
use crate::protocol::{CollocateColumn, CollocateMeasure, Voice, Window};

/// Every measure of collocates and its name.
pub const COLLOCATE_MEASURES: &[(CollocateMeasure, &str)] = &[
    (CollocateMeasure::LogDice, "log-dice"),
    (CollocateMeasure::Dice, "dice"),
    (CollocateMeasure::Mi, "mi"),
    (CollocateMeasure::Mi3, "mi3"),
    (CollocateMeasure::T, "t-score"),
    (CollocateMeasure::Z, "z-score"),
    (CollocateMeasure::G2, "collocate-g2"),
    (CollocateMeasure::DeltaP, "delta-p"),
];

/// Every column of the table of collocates and its name.
pub const COLLOCATE_COLUMNS: &[(CollocateColumn, &str)] = &[
    (CollocateColumn::Term, "term"),
    (CollocateColumn::Article, "article"),
    (CollocateColumn::Together, "together"),
    (CollocateColumn::Frequency, "frequency"),
    (CollocateColumn::Expected, "expected"),
    (CollocateColumn::Measure, "measure"),
    (CollocateColumn::Articles, "articles"),
    (CollocateColumn::Difference, "difference"),
];

/// Whose words modal verbs are counted in, and its name.
pub const VOICES: &[(Voice, &str)] = &[(Voice::Any, "all"), (Voice::Writer, "writer"), (Voice::Quoted, "quoted")];

/// The sections on framing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FramingState {
    /// The words looked around; none: a name that suggests itself.
    pub words: Vec<String>,
    /// How far.
    pub window: Window,
    /// Together at least so often.
    pub minimum: u32,
    /// What collocates are ranked by.
    pub measure: CollocateMeasure,
    /// The table’s filter.
    pub filter: String,
    /// The table’s order.
    pub order: Order<CollocateColumn>,
    /// Whose modal verbs the table counts.
    pub voice: Voice,
    /// Sentences shown of each article.
    pub each: u32,
}

impl Default for FramingState {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            window: Window::default(),
            minimum: 2,
            measure: CollocateMeasure::LogDice,
            filter: String::new(),
            order: Order { sort: CollocateColumn::Measure, descending: true },
            voice: Voice::Any,
            each: 3,
        }
    }
}

/// Reads a key of it. `None`: no such key; `false`: no such value.
pub(super) fn read(state: &mut FramingState, key: &str, value: &str) -> Option<bool> {
    Some(match key {
        "around" => set(&mut state.words, decode_list(value)),
        "left" => set(&mut state.window.left, number(value, 0, 50)),
        "right" => set(&mut state.window.right, number(value, 0, 50)),
        "across" => switch(&mut state.window.crossing, value),
        "together" => set(&mut state.minimum, number(value, 1, u32::MAX)),
        "by" => set(&mut state.measure, keys::value(COLLOCATE_MEASURES, value)),
        "near-filter" => set(&mut state.filter, decode(value)),
        "near-sort" => set(&mut state.order, order(value, |name| keys::value(COLLOCATE_COLUMNS, name))),
        "voice" => set(&mut state.voice, keys::value(VOICES, value)),
        "sentences" => set(&mut state.each, number(value, 1, 50)),
        _ => return None,
    })
}

/// Writes what isn’t as usual.
pub(super) fn write(state: &FramingState, out: &mut Address) {
    let default = FramingState::default();
    out.list("around", &state.words);
    out.number("left", state.window.left, default.window.left);
    out.number("right", state.window.right, default.window.right);
    out.switch("across", state.window.crossing, default.window.crossing);
    out.number("together", state.minimum, default.minimum);
    if state.measure != default.measure {
        out.put("by", keys::name(COLLOCATE_MEASURES, state.measure));
    }
    out.words("near-filter", &state.filter);
    if state.order != default.order {
        let column = keys::name(COLLOCATE_COLUMNS, state.order.sort);
        out.put("near-sort", &[if state.order.descending { "-" } else { "" }, column].concat());
    }
    if state.voice != default.voice {
        out.put("voice", keys::name(VOICES, state.voice));
    }
    out.number("sentences", state.each, default.each);
}
