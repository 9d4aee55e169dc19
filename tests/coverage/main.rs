//! Names against a gold standard made by hand, and against texts of every kind.

mod properties;
mod scores;
mod snapshot;

use parallax::analysis::coverage::CoverageLists;

/// The word lists, as they stand in their folder.
const LISTS: CoverageLists<'static> = CoverageLists {
    gazetteer: Some(include_str!("../../static/lists/gazetteer.txt")),
    speakers: Some(include_str!("../../static/lists/speakers.txt")),
    reporting: Some(include_str!("../../static/lists/reporting.txt")),
};
