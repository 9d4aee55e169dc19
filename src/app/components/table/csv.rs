//! 'Download CSV': the engine writes the table, the page hands it over.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::download;
use crate::app::state::Action;
use crate::protocol::{Request, Response, Table};
use crate::worker::client::{Ticket, Update};

/// See [`CsvButton`].
#[derive(Clone, PartialEq, Properties)]
pub struct CsvProps {
    /// The table.
    pub table: Table,
    /// Name of the file, without its ending.
    pub file: AttrValue,
    /// What the button says.
    #[prop_or(AttrValue::Static("Download CSV"))]
    pub label: AttrValue,
}

/// Asks for the table under its filter and in its order, all rows at full precision, and hands it over.
#[component]
pub fn CsvButton(props: &CsvProps) -> Html {
    let app = use_app();
    let ticket = use_mut_ref(|| None::<Ticket>);
    let busy = use_state_eq(|| false);
    let onclick = {
        let (props, busy) = (props.clone(), busy.clone());
        move |_: MouseEvent| {
            let file = [&props.file, ".csv"].concat();
            let (dispatch, done) = (app.page.dispatcher(), busy.clone());
            busy.set(true);
            let (settings, request) = (app.state().settings.clone(), Request::Csv(props.table.clone()));
            let asked = app.client.ask(app.texts(), settings, request, move |update| {
                let Update::Done(result) = update else { return };
                done.set(false);
                match result.as_deref() {
                    Ok(Response::Csv(text)) => download::save_text(&file, "text/csv;charset=utf-8", text),
                    Ok(_) => {}
                    Err(error) => dispatch.dispatch(Action::Say([&error.message, " ", &error.remedy].concat())),
                }
            });
            *ticket.borrow_mut() = Some(asked);
        }
    };
    html! { <button type="button" class="button quiet" disabled={*busy} {onclick}>{ &props.label }</button> }
}
