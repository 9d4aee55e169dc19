//! The Quotes view: who is quoted, how, and does the wording agree?
//!
//! | file | what it is |
//! | --- | --- |
//! | `utterances` | the same utterance, as each outlet has it |
//! | `matrix` | utterance × outlet: who carries which |
//! | `pictures` | who speaks where, and by which verbs |
//! | `filters` | which quotations the list has |
//! | `list` | the list of quotations |

mod filters;
mod list;
mod matrix;
mod pictures;
mod utterances;

use yew::prelude::*;

use super::controls::Explain;
use super::units_note::units_note;
use crate::app::ask::use_answer;
use crate::app::by_address;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::protocol::{QuotesQuery, QuotesReport, TableQuery};
use crate::route::View;

/// Id of the list.
pub const LIST: &str = "quotes-list";

/// The Quotes view.
#[component]
pub fn Quotes() -> Html {
    let app = use_app();
    // Pictures and finding are of all quotations, whatever the list shows.
    let answer = use_answer(Some(QuotesQuery { table: TableQuery::default(), ..QuotesQuery::default() }));
    let response = answer.asked.response.clone().map(ByPointer);
    use_filters_of_address(&app, answer.report().filter(|_| !answer.waiting()));
    let missing = answer.report().map(|report| report.missing.clone()).unwrap_or_default();
    html! {
        <div class="view view-quotes">
            { part!(ViewHeader {
                view: View::Quotes, finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            { units_note(&app, "Counted by group; each quotation stands in one of its articles.") }
            { for missing.iter().map(|sentence| html! {
                <p class="problem" role="status">{ sentence }{ " Without it, who speaks can’t be told; what stands between marks is found all the same." }</p>
            }) }
            if let Some(response) = response {
                { part!(pictures::Pictures { response: response.clone() }) }
                { part!(utterances::Utterances) }
                <section class="quotes-list" id={LIST} tabindex="-1" aria-labelledby="quotes-list-title">
                    <h2 id="quotes-list-title">{ "Every quotation" }</h2>
                    <div class="controls" role="group" aria-label="Which quotations are listed">
                        { part!(filters::Filters { response }) }
                        { part!(Explain { measure: "quotation" }) }
                    </div>
                    { part!(list::List) }
                </section>
            }
        </div>
    }
}

/// Leaves out a speaker or verb of the address that no quotation has, and says so. A filter of the person's own hand
/// stays, though what is switched off later may have been all it found.
#[hook]
fn use_filters_of_address(app: &App, report: Option<&QuotesReport>) {
    let state = &app.state().quotes;
    let speaker = state
        .speaker
        .clone()
        .filter(|speaker| !speaker.is_empty())
        .filter(|speaker| report.is_some_and(|report| !report.speakers.iter().any(|row| row.name == *speaker)));
    let verb = state
        .verb
        .clone()
        .filter(|verb| report.is_some_and(|report| !report.verbs.iter().any(|row| row.verb == *verb)));
    let app = app.clone();
    use_effect_with((speaker, verb), move |(speaker, verb)| {
        if !by_address::came(&app) {
            return;
        }
        let why = |what: &str, name: &str| {
            let name = labels::cut(name, 40);
            [
                "No quotation here has the ",
                what,
                " \u{201c}",
                &name,
                "\u{201d} that the address asks for; it is left out.",
            ]
            .concat()
        };
        if let Some(speaker) = speaker {
            by_address::mend(&app, |state| state.quotes.speaker = None, why("speaker", speaker));
        }
        if let Some(verb) = verb {
            by_address::mend(&app, |state| state.quotes.verb = None, why("reporting verb", verb));
        }
    });
}
