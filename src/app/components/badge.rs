//! An article's letter in its colour.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::GROUPS;

/// See [`ArticleBadge`].
#[derive(Clone, PartialEq, Properties)]
pub struct BadgeProps {
    /// Number of the article.
    pub article: u32,
    /// Whether the article's name stands beside it, so that a screen reader need not hear the letter alone.
    #[prop_or_default]
    pub named: bool,
}

/// An article's letter in its colour, a group's number: colour is never the only mark. Says the article's name to
/// screen readers unless it stands beside it.
#[component]
pub fn ArticleBadge(props: &BadgeProps) -> Html {
    let app = use_app();
    let letter = labels::letter(props.article);
    let name = app.article(props.article).map(labels::short).filter(|_| !props.named);
    html! {
        <span class={classes!("badge", app.colour(props.article), (props.article >= GROUPS).then_some("group"))} title={name.clone()}>
            { letter }
            if let Some(name) = name {
                <span class="unseen">{ ": " }{ name }</span>
            }
        </span>
    }
}
