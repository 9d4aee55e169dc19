//! The sentence that a view opens with.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
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
    let sentence = &props.finding.sentence;
    let is_number = |at: usize| matches!(sentence.get(at), Some(Piece::Number { .. }));
    let piece = |(at, piece): (usize, &Piece)| match piece {
        Piece::Text(text) => {
            let from =
                if at > 0 && is_number(at - 1) { text.len() - text.trim_start_matches(touches).len() } else { 0 };
            let rest = &text[from..];
            let end = if is_number(at + 1) { rest.trim_end_matches(touches).len() } else { rest.len() };
            html! { &rest[..end] }
        }
        Piece::Article(article) => {
            let number = *article;
            let name = app.article(number).and_then(labels::own_outlet).map(str::to_owned);
            let open = {
                let app = app.clone();
                move |_: MouseEvent| app.open_article(number)
            };
            html! {
                <button type="button" class={classes!("finding-article", app.colour(number))} onclick={open}>
                    { name.unwrap_or_else(|| labels::letter(number)) }
                </button>
            }
        }
        Piece::Term { term, article, written } => {
            let open = {
                let (app, term, article) = (app.clone(), term.clone(), *article);
                move |_: MouseEvent| app.open_term(&term, article)
            };
            html! { <button type="button" class="finding-term" onclick={open}>{ written }</button> }
        }
        // A button is a box, beside which a line may break: what touches the number stays with it.
        Piece::Number { text, of } => {
            let beside = |at: Option<usize>| match at.and_then(|at| sentence.get(at)) {
                Some(Piece::Text(text)) => text.as_str(),
                _ => "",
            };
            let (before, after) = (beside(at.checked_sub(1)), beside(Some(at + 1)));
            html! {
                <span class="nobreak">
                    { &before[before.trim_end_matches(touches).len()..] }
                    { part!(Number { text: text.clone(), origin: Origin::from(of) }) }
                    { &after[..after.len() - after.trim_start_matches(touches).len()] }
                </span>
            }
        }
    };
    html! {
        <>
            <p class="finding">{ for sentence.iter().enumerate().map(piece) }</p>
            if !props.finding.caution.is_empty() {
                <p class="caution">{ &props.finding.caution }</p>
            }
        </>
    }
}

/// Whether a character next to a number belongs to it: a mark, a parenthesis.
fn touches(character: char) -> bool {
    !character.is_whitespace()
}
