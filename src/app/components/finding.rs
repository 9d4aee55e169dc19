//! The sentence that a view opens with.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::{Finding, Piece};

/// See [`FindingLine`].
#[derive(Clone, PartialEq, Properties)]
pub struct FindingProps {
    /// What the data says.
    pub finding: Finding,
}

/// A finding: articles in their colour, terms as buttons that open their evidence, the caution below.
#[component]
pub fn FindingLine(props: &FindingProps) -> Html {
    let app = use_app();
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => html! { text },
        Piece::Article(article) => {
            let number = *article;
            let name = app.article(number).map(|article| match &article.outlet {
                Some(outlet) => outlet.clone(),
                None => labels::letter(number),
            });
            let open = {
                let app = app.clone();
                move |_: MouseEvent| app.open_article(number)
            };
            html! {
                <button type="button" class={classes!("finding-article", labels::colour(number))} onclick={open}>
                    { name.unwrap_or_else(|| labels::letter(number)) }
                </button>
            }
        }
        Piece::Term { term, article } => {
            let open = {
                let (app, term, article) = (app.clone(), term.clone(), *article);
                move |_: MouseEvent| app.open_term(&term, article)
            };
            html! { <button type="button" class="finding-term" onclick={open}>{ term }</button> }
        }
    };
    html! {
        <>
            <p class="finding">{ for props.finding.sentence.iter().map(piece) }</p>
            if !props.finding.caution.is_empty() {
                <p class="caution">{ &props.finding.caution }</p>
            }
        </>
    }
}
