//! The Frequency view: which words occur, how often, how evenly?
//!
//! | file | what it is |
//! | --- | --- |
//! | `chosen` | the chosen words: by article, and along each article |
//! | `vocabulary` | which picture of the vocabulary |
//! | `rank` | frequency against rank |
//! | `growth` | different words against words read |
//! | `spectrum` | how many words occur once, twice and so on |
//! | `table` | every word, for choosing from |
//! | `pictures` | from the answers to the pictures' data |

mod chosen;
mod growth;
mod pictures;
mod rank;
mod spectrum;
mod table;
mod vocabulary;

use yew::prelude::*;

use super::controls::{Explain, MinimumControl, Segments, StemsControl, StopWordsControl};
use super::units_note::units_note;
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::use_app;
use crate::protocol::{FrequencyColumn, FrequencyQuery, FrequencyReport, TableQuery};
use crate::route::{FrequencyState, MOST_CHOSEN, View};

/// How many are shown before anything is chosen.
const UNCHOSEN: usize = 3;

/// Id of the table.
pub const TABLE: &str = "frequency-table";

/// The words whose distribution is shown: the chosen ones, or the most frequent ones.
fn shown(state: &FrequencyState, report: Option<&FrequencyReport>) -> Vec<String> {
    if state.terms.is_empty() {
        report.map_or_else(Vec::new, |report| report.rows.iter().take(UNCHOSEN).map(|row| row.term.clone()).collect())
    } else {
        state.terms.iter().take(MOST_CHOSEN).cloned().collect()
    }
}

/// The Frequency view.
#[component]
pub fn Frequency() -> Html {
    let app = use_app();
    let state = app.state().frequency.clone();
    let query = FrequencyQuery {
        n: state.n,
        minimum: state.minimum,
        maximum: None,
        // The table asks for its own rows: filtering and scrolling it leaves the pictures alone.
        table: TableQuery {
            filter: String::new(),
            sort: FrequencyColumn::Frequency,
            descending: true,
            offset: 0,
            limit: UNCHOSEN as u32,
        },
    };
    let answer = use_answer(Some(query.clone()));
    let shown = shown(&state, answer.report());
    let on_length = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            app.change(move |state| {
                // Words chosen for another length would not be in this table.
                state.frequency.n = place as u32 + 1;
                state.frequency.terms.clear();
                state.frequency.maximum = None;
            });
        })
    };
    let on_minimum = {
        let app = app.clone();
        Callback::from(move |minimum: u32| {
            app.change(move |state| {
                state.frequency.minimum = minimum;
                state.frequency.maximum = None;
            })
        })
    };
    let measure = match state.order.sort {
        FrequencyColumn::Dp => "dp",
        FrequencyColumn::DpNorm => "dp-norm",
        FrequencyColumn::JuillandD => "juilland-d",
        FrequencyColumn::Range => "range",
        _ => "per-million",
    };
    let response = answer.asked.response.clone().map(ByPointer);
    html! {
        <div class="view view-frequency">
            { part!(ViewHeader {
                view: View::Frequency, finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            { units_note(&app, "Range, dispersion, vocabulary and places along a text are of each article, however they are grouped.") }
            <div class="controls" role="group" aria-label="What is counted">
                { part!(Segments {
                    label: "Words in a row", options: ["1", "2", "3", "4", "5"].map(AttrValue::from).to_vec(),
                    chosen: state.n.clamp(1, 5) as usize - 1, on_choose: on_length,
                }) }
                { part!(MinimumControl { minimum: state.minimum, on_choose: on_minimum }) }
                { part!(StopWordsControl) }
                { part!(StemsControl) }
                { part!(Explain { measure }) }
            </div>
            if let Some(response) = response {
                if !shown.is_empty() && app.articles_on() > 0 {
                    { part!(chosen::Chosen { terms: shown.clone(), by_default: state.terms.is_empty(), table: TABLE }) }
                }
                // Where the table has no answer, the pictures have none either: it is said once, also
                // while the table's answer is still on its way.
                if answer.asked.error.is_none() && app.articles_on() > 0 {
                    { part!(vocabulary::Vocabulary { response: response.clone(), n: state.n, table: TABLE }) }
                }
                <section class="table-section" id={TABLE} tabindex="-1" aria-label="Table of frequencies">
                    { part!(table::FrequencyTable { query, shown }) }
                </section>
            }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_more_words_are_shown_than_have_room() {
        let state = FrequencyState { terms: (0..9).map(|n| n.to_string()).collect(), ..FrequencyState::default() };
        assert_eq!(shown(&state, None), ["0", "1", "2", "3", "4"]);
        assert_eq!(shown(&FrequencyState::default(), None), Vec::<String>::new());
    }
}
