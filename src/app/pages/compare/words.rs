//! A list of words with their counts, each leading to its evidence.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::labels;
use crate::protocol::SharedWord;

/// How many words are shown before more are asked for.
const FIRST: usize = 30;
/// How many more each time.
const MORE: usize = 90;

/// See [`Words`].
#[derive(Properties, PartialEq)]
pub struct WordsProps {
    /// What they are.
    pub title: Html,
    /// The articles that their counts are of; one that doesn't have a word has a count of 0 and is not shown.
    pub articles: Vec<u32>,
    /// The words.
    pub list: Vec<SharedWord>,
    /// How many there are, listed or not.
    pub total: u32,
}

/// Words and counts. A click on a word opens it in the first of its articles, a click on a count in that article.
#[component]
pub fn Words(props: &WordsProps) -> Html {
    let app = use_app();
    let shown = use_state(|| FIRST);
    let count = |term: &str, article: u32, n: u32| {
        let (app, term) = (app.clone(), term.to_owned());
        let title = format!("{}: {} in {}", term, labels::counted(n, "time", "times"), labels::called(article));
        html! {
            <button type="button" class={classes!("word-count", app.colour(article))} {title} aria-label={format!("{n} in {}", labels::called(article))}
                onclick={move |_: MouseEvent| app.open_term(&term, Some(article))}>{n}</button>
        }
    };
    let row = |word: &SharedWord| {
        let open = {
            let first = props.articles.iter().zip(&word.counts).find(|(_, n)| **n > 0).map(|(article, _)| *article);
            let (app, term, article) = (app.clone(), word.term.clone(), first);
            move |_: MouseEvent| app.open_term(&term, article)
        };
        html! {
            <li>
                <button type="button" class="word" onclick={open}>{&word.term}</button>
                { for props.articles.iter().zip(&word.counts).filter(|(_, n)| **n > 0).map(|(article, n)| count(&word.term, *article, *n)) }
            </li>
        }
    };
    let rest = props.list.len().saturating_sub(*shown);
    let more = {
        let shown = shown.clone();
        move |_: MouseEvent| shown.set(*shown + MORE)
    };
    html! {
        <section class="word-list">
            <h3>{props.title.clone()}{" "}<span class="soft">{labels::counted(props.total, "word", "words")}</span></h3>
            if props.list.is_empty() {
                <p class="soft">{"None under these settings."}</p>
            } else {
                <ul>{ for props.list.iter().take(*shown).map(row) }</ul>
                if rest > 0 {
                    <button type="button" class="link" onclick={more}>{format!("{} more of {}", rest.min(MORE), labels::count(rest as u32))}</button>
                } else if (props.list.len() as u32) < props.total {
                    <p class="soft">{format!("The first {} of {}.", labels::count(props.list.len() as u32), labels::count(props.total))}</p>
                }
            }
        </section>
    }
}
