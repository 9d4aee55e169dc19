//! What every view opens with: its question, the finding, the caution.

use yew::prelude::*;

use super::{FindingLine, Progress};
use crate::app::ask::Asked;
use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::{Finding, MOST_DRAWN};
use crate::route::View;

/// See [`ViewHeader`].
#[derive(Clone, PartialEq, Properties)]
pub struct ViewHeaderProps {
    /// The view.
    pub view: View,
    /// The question, where it is asked of less or more than usual.
    #[prop_or_default]
    pub question: Option<AttrValue>,
    /// What the data says, once it is known.
    #[prop_or_default]
    pub finding: Option<Finding>,
    /// The question whose answer the view is drawn from: its progress and its error are shown here.
    #[prop_or_default]
    pub asked: Option<Asked>,
}

/// The question as the title, the finding, the caution; how far the answer is, or why there is none.
#[component]
pub fn ViewHeader(props: &ViewHeaderProps) -> Html {
    let app = use_app();
    let units = app.compared().iter().filter(|unit| unit.on).count();
    let drawn = if units > MOST_DRAWN { app.drawn().len() } else { 0 };
    html! {
        <header class="view-header">
            <h1 id="view-title" tabindex="-1">{
                match &props.question {
                    Some(question) => html! { question },
                    None => html! { labels::view_question(props.view) },
                }
            }</h1>
            if let Some(finding) = &props.finding {
                { part!(FindingLine { finding: finding.clone() }) }
            }
            if units > MOST_DRAWN && !matches!(props.view, View::Methods | View::Corpus) {
                <p class="units-note">
                    { labels::count(if drawn == 0 { MOST_DRAWN } else { drawn } as u32) }{ " of " }{ labels::count(units as u32) }
                    { if app.by_groups() { " groups" } else { " articles" } }{ " are drawn, those of the list; all are counted." }
                </p>
            }
            if let Some(asked) = &props.asked {
                { part!(Progress { asked: asked.clone() }) }
            }
        </header>
    }
}
