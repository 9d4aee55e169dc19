//! The Style view: how is each article written?
//!
//! | file | what it is |
//! | --- | --- |
//! | `measures` | the measures: names, units, where their numbers come from |
//! | `strips` | a picture a measure: the articles along its scale |
//! | `lengths` | a picture an article: how long its sentences or words are |
//! | `table` | the measures of every article |
//! | `words` | names and their spellings, British and American words, hedges, rated words |
//! | `pictures` | from the answer to the pictures' data |

mod lengths;
mod measures;
mod pictures;
mod strips;
mod table;
mod words;

use yew::prelude::*;

use super::controls::Segments;
use super::units_note::{EACH_BY_ITSELF, units_note};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::use_app;
use crate::protocol::StyleQuery;
use crate::route::{StyleMeasures, View};

/// Id of the table of articles.
const TABLE: &str = "style-table";
/// Id of the table of words.
const WORDS: &str = "style-words-table";

const MEASURES: [(StyleMeasures, &str); 4] = [
    (StyleMeasures::Glance, "at a glance"),
    (StyleMeasures::Vocabulary, "vocabulary"),
    (StyleMeasures::Readability, "readability"),
    (StyleMeasures::Wording, "wording"),
];

/// The Style view.
#[component]
pub fn Style() -> Html {
    let app = use_app();
    let state = app.state().style.clone();
    let order = state.order;
    let answer = use_answer(Some(StyleQuery { sort: order.sort, descending: order.descending }));
    let on_measures = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            if let Some((measures, _)) = MEASURES.get(place) {
                app.change(|state| state.style.measures = *measures);
            }
        })
    };
    let chosen = MEASURES.iter().position(|(measures, _)| *measures == state.measures).unwrap_or_default();
    let response = answer.asked.response.clone().map(ByPointer);
    let missing = answer.report().map(|report| report.missing.clone()).unwrap_or_default();
    html! {
        <div class="view view-style">
            { part!(ViewHeader {
                view: View::Style, finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            { units_note(&app, EACH_BY_ITSELF) }
            { for missing.iter().map(|sentence| html! {
                <p class="problem" role="status">{ sentence }{ " What needs it is undefined; all else stands." }</p>
            }) }
            <div class="controls" role="group" aria-label="What is shown">
                { part!(Segments {
                    label: "Measures", options: MEASURES.map(|(_, name)| AttrValue::from(name)).to_vec(),
                    chosen, on_choose: on_measures,
                }) }
            </div>
            if let Some(response) = response {
                { part!(strips::Strips { response: response.clone(), measures: state.measures }) }
                <section class="table-section" id={TABLE} tabindex="-1" aria-label="Table of measures">
                    { part!(table::StyleTable { response: response.clone(), asked: answer.asked.clone() }) }
                </section>
                { part!(lengths::LengthPictures { response: response.clone() }) }
                { part!(words::WordLists { response }) }
            }
        </div>
    }
}
