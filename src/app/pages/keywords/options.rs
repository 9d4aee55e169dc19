//! What is rarely changed, out of the way until it is wanted: how words are tested, and which
//! measures the table has.

use yew::prelude::*;

use crate::app::components::Menu;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::{Explain, Select, Switch};
use crate::app::pages::keyness::{correction_name, measure};
use crate::protocol::{Correction, KeywordColumn, Level};
use crate::route::KeywordsState;
use crate::route::keys::{CORRECTIONS, LEVELS};

/// The choices of a least number of articles; one from an address is added to them.
const RANGES: [u32; 5] = [1, 2, 3, 5, 10];

/// The choices of what simple maths adds; one from an address is added to them.
const SMOOTHINGS: [u32; 4] = [1, 10, 100, 1_000];

/// The choices, with the one in force among them, ascending, and its place.
fn with(choices: &[u32], chosen: u32) -> (Vec<u32>, usize) {
    let mut all = choices.to_vec();
    all.push(chosen);
    let all = crate::chart::order::distinct(all);
    let place = all.iter().position(|n| *n == chosen).unwrap_or_default();
    (all, place)
}

/// How words are tested: least number of articles, level, correction.
#[component]
pub fn TestOptions() -> Html {
    let app = use_app();
    let state = &app.state().keywords;
    let default = KeywordsState::default();
    let changed = usize::from(state.range != default.range)
        + usize::from(state.below.is_some())
        + usize::from(state.correction != default.correction);
    let (ranges, range) = with(&RANGES, state.range);
    let on_range = {
        let (app, ranges) = (app.clone(), ranges.clone());
        Callback::from(move |place: usize| {
            let range = ranges.get(place).copied().unwrap_or(1);
            app.change(move |state| state.keywords.range = range);
        })
    };
    let level = |level: Level| LEVELS.iter().find(|(known, _)| *known == level).map_or("", |(_, name)| *name);
    let below: Vec<AttrValue> = std::iter::once("any".into())
        .chain(LEVELS.iter().map(|(known, _)| AttrValue::from(["below ", level(*known)].concat())))
        .collect();
    let on_below = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let below = place.checked_sub(1).and_then(|place| LEVELS.get(place)).map(|(level, _)| *level);
            app.change(move |state| state.keywords.below = below);
        })
    };
    let on_correction = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let correction = CORRECTIONS.get(place).map_or(Correction::default(), |(correction, _)| *correction);
            app.change(move |state| state.keywords.correction = correction);
        })
    };
    let name = if changed == 0 { "Test".to_owned() } else { format!("Test ({changed} changed)") };
    html! {
        { part!(Menu { name, children: html! { <>
            { part!(Select {
                label: "in at least", options: ranges.iter().map(|n| labels::counted(*n, "article", "articles").into()).collect::<Vec<AttrValue>>(),
                chosen: range, on_choose: on_range,
            }) }
            { part!(Select {
                label: "adjusted p", options: below,
                chosen: state.below.map_or(0, |below| 1 + LEVELS.iter().position(|(level, _)| *level == below).unwrap_or_default()),
                on_choose: on_below,
            }) }
            { part!(Select {
                label: "adjusted by", options: CORRECTIONS.iter().map(|(correction, _)| correction_name(*correction).into()).collect::<Vec<AttrValue>>(),
                chosen: CORRECTIONS.iter().position(|(correction, _)| *correction == state.correction).unwrap_or_default(),
                on_choose: on_correction,
            }) }
            { part!(Explain { measure: "p-adjusted" }) }
        </> } }) }
    }
}

/// The measures that can be chosen, by what they tell.
const GROUPS: [(&str, &[KeywordColumn]); 4] = [
    (
        "Size of the difference",
        &[
            KeywordColumn::ConservativeLogRatio,
            KeywordColumn::PercentDifference,
            KeywordColumn::OddsRatio,
            KeywordColumn::SimpleMaths,
        ],
    ),
    (
        "Evidence",
        &[
            KeywordColumn::G2TwoCells,
            KeywordColumn::ChiSquared,
            KeywordColumn::ChiSquaredYates,
            KeywordColumn::FisherP,
            KeywordColumn::PermutationP,
        ],
    ),
    (
        "p, adjusted for many words",
        &[KeywordColumn::PBenjaminiHochberg, KeywordColumn::PHolm, KeywordColumn::PBonferroni],
    ),
    ("Spread", &[KeywordColumn::Range]),
];

/// Which measures the table has beside the usual ones.
#[component]
pub fn ColumnsMenu() -> Html {
    let app = use_app();
    let state = app.state().keywords.clone();
    let choice = |column: KeywordColumn| {
        let is = state.further.contains(&column);
        let app = app.clone();
        let on_change = Callback::from(move |on: bool| {
            app.change(move |state| {
                let further = &mut state.keywords.further;
                further.retain(|other| *other != column);
                if on {
                    further.push(column);
                } else if state.keywords.order.sort == column {
                    state.keywords.order = KeywordsState::usual_order(state.keywords.kind);
                }
            });
        });
        part!(Switch { label: measure(column).0, on: is, on_change }, key: measure(column).0)
    };
    let name = match state.further.len() {
        0 => "Columns".to_owned(),
        more => format!("Columns ({more} more)"),
    };
    html! {
        { part!(Menu { name, children: html! { <>
            { for GROUPS.iter().map(|(heading, columns)| html! {
                <fieldset class="menu-group" key={*heading}>
                    <legend>{ *heading }</legend>
                    { for columns.iter().map(|column| choice(*column)) }
                    if columns.contains(&KeywordColumn::SimpleMaths) && state.further.contains(&KeywordColumn::SimpleMaths) {
                        { part!(Smoothing, key: "k") }
                    }
                </fieldset>
            }) }
        </> } }) }
    }
}

/// The choice of what simple maths adds to both rates.
#[component]
pub fn Smoothing() -> Html {
    let app = use_app();
    let (smoothings, smoothing) = with(&SMOOTHINGS, app.state().keywords.smoothing);
    let options: Vec<AttrValue> = smoothings.iter().map(|n| labels::count(*n).into()).collect();
    let on_choose = Callback::from(move |place: usize| {
        let smoothing = smoothings.get(place).copied().unwrap_or(1);
        app.change(move |state| state.keywords.smoothing = smoothing);
    });
    part!(Select { label: "k of simple maths", options, chosen: smoothing, on_choose })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::keys::FURTHER_COLUMNS;

    #[test]
    fn every_measure_can_be_chosen_once() {
        let mut offered: Vec<&KeywordColumn> = GROUPS.iter().flat_map(|(_, columns)| *columns).collect();
        assert_eq!(offered.len(), FURTHER_COLUMNS.len());
        offered.retain(|column| FURTHER_COLUMNS.contains(column));
        assert_eq!(offered.len(), FURTHER_COLUMNS.len());
    }

    #[test]
    fn what_an_address_asks_for_is_among_the_choices() {
        assert_eq!(with(&RANGES, 3), (vec![1, 2, 3, 5, 10], 2));
        assert_eq!(with(&RANGES, 7), (vec![1, 2, 3, 5, 7, 10], 4));
    }
}
