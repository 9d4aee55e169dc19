//! The Coverage view: who and what does each outlet mention?
//!
//! | file | what it is |
//! | --- | --- |
//! | `picture` | names × articles |
//! | `chosen` | one name: its forms, why each is one, renaming and splitting |
//! | `lists` | the order of first mention; what only one article has |
//! | `table` | every name, and which are merged |
//! | `edits` | what was merged, split and renamed |
//! | `framing` | framing side by side: words around a name, modal verbs, what one article alone says |

mod chosen;
mod edits;
mod framing;
mod lists;
mod picture;
mod table;

use yew::prelude::*;

use super::controls::{Explain, Select};
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::ViewHeader;
use crate::app::context::use_app;
use crate::protocol::{CoverageColumn, CoverageQuery, CoverageReport, NameKind, TableQuery};
use crate::route::View;

pub use table::TABLE as NAMES_TABLE;

/// Most names of the picture.
const PICTURE: u32 = 24;
/// Most names of each article's lists.
const LISTS: u32 = 10;

/// Which names can be looked at.
const KINDS: [(Option<NameKind>, &str); 6] = [
    (None, "people, organisations, places"),
    (Some(NameKind::Person), "people"),
    (Some(NameKind::Organisation), "organisations"),
    (Some(NameKind::Place), "places"),
    (Some(NameKind::Date), "dates"),
    (Some(NameKind::Other), "other names"),
];

/// What names of a kind are called.
const fn kinds_name(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Person => "people",
        NameKind::Organisation => "organisations",
        NameKind::Place => "places",
        NameKind::Date => "dates",
        NameKind::Other => "other names",
    }
}

/// The question behind the pictures and lists; the table asks for its own rows.
fn question(kind: Option<NameKind>, open: Option<String>) -> CoverageQuery {
    CoverageQuery {
        kinds: kind.into_iter().collect(),
        picture: PICTURE,
        lists: LISTS,
        open,
        table: TableQuery { filter: String::new(), sort: CoverageColumn::Count, descending: true, offset: 0, limit: 0 },
    }
}

/// The Coverage view.
#[component]
pub fn Coverage() -> Html {
    let app = use_app();
    let state = app.state().coverage.clone();
    let answer = use_answer(Some(question(state.kind, state.name.clone())));
    let response = answer.asked.response.clone().map(ByPointer);
    let missing = answer.report().map(|report: &CoverageReport| report.missing.clone()).unwrap_or_default();
    let counts = answer.report().map(|report| report.kinds.clone()).unwrap_or_default();
    let on_kind = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let kind = KINDS.get(place).and_then(|it| it.0);
            app.change(move |state| state.coverage.kind = kind);
        })
    };
    let option = |(kind, name): &(Option<NameKind>, &str)| {
        let of = |kind: NameKind| counts.get(kind as usize).copied().unwrap_or(0);
        let number = kind.map_or_else(|| of(NameKind::Person) + of(NameKind::Organisation) + of(NameKind::Place), of);
        AttrValue::from([name, " (", &crate::app::labels::count(number), ")"].concat())
    };
    html! {
        <div class="view view-coverage">
            { part!(ViewHeader {
                view: View::Coverage, finding: answer.report().map(|report| report.finding.clone()),
                asked: answer.asked.clone(),
            }) }
            { for missing.iter().map(|sentence| html! {
                <p class="problem" role="status">{ sentence }{ " Without it fewer names are known for what they are." }</p>
            }) }
            if let Some(response) = response {
                <div class="controls" role="group" aria-label="Which names">
                    { part!(Select {
                        label: "names", options: KINDS.iter().map(option).collect::<Vec<_>>(),
                        chosen: KINDS.iter().position(|(kind, _)| *kind == state.kind).unwrap_or_default(),
                        on_choose: on_kind,
                    }) }
                    { part!(Explain { measure: "mention" }) }
                </div>
                { part!(picture::Picture { response: response.clone() }) }
                { part!(chosen::Chosen { response: response.clone(), waiting: answer.waiting() }) }
                { part!(lists::FirstMentions { response: response.clone() }) }
                { part!(lists::OnlyHere { response: response.clone() }) }
                { part!(table::NamesTable { response: response.clone() }) }
                { part!(edits::Edits { response }) }
                // With nothing on, the head says so; once is enough.
                if app.articles_on() > 0 {
                    { part!(framing::Framing) }
                }
            }
        </div>
    }
}
