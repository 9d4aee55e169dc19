//! Quotations against a gold standard made by hand, and against texts of every kind.

mod gold;
mod properties;
mod scores;
mod snapshot;

use parallax::analysis::quotations::corpus::QuotationLists;

/// The word lists, as they stand in their folder.
const LISTS: QuotationLists<'static> = QuotationLists {
    reporting: Some(include_str!("../../static/lists/reporting.txt")),
    speakers: Some(include_str!("../../static/lists/speakers.txt")),
};
