//! The rail's list where there are more articles, or groups, than are drawn: a page of it at a time.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::rail::item;
use crate::app::components::icon::{Icon, icon_button};
use crate::app::context::{App, use_app};
use crate::app::drawn::{begins, found};
use crate::app::labels;
use crate::protocol::{ArticleNote, MOST_DRAWN};

/// The page of the list that is shown, and of how many.
#[must_use]
pub(super) fn listed(app: &App) -> (Vec<ArticleNote>, usize) {
    let found = found(app);
    let from = begins(app, found.len());
    (found[from..].iter().take(MOST_DRAWN).map(|unit| (*unit).clone()).collect(), found.len())
}

/// What finds articles by their words, and leads from page to page. Nothing while there are no more than are drawn.
#[component]
pub(super) fn Pager() -> Html {
    let app = use_app();
    if app.articles().len() <= MOST_DRAWN {
        return html! {};
    }
    let of = found(&app).len();
    let from = begins(&app, of);
    let to = (from + MOST_DRAWN).min(of);
    let find = app.state().drawn.find.clone();
    let oninput = {
        let app = app.clone();
        move |event: InputEvent| {
            let typed = event.target_unchecked_into::<HtmlInputElement>().value();
            app.typed(move |state| {
                state.drawn.find = typed;
                state.drawn.from = 0;
            });
        }
    };
    let go = |from: usize| {
        let app = app.clone();
        Callback::from(move |_: MouseEvent| app.change(move |state| state.drawn.from = from as u32))
    };
    let noun = if app.by_groups() { "groups" } else { "articles" };
    let of_all = labels::count(of as u32);
    let shown = match of {
        0 => ["No ", noun, " found"].concat(),
        _ => [&labels::count(from as u32 + 1), "–", &labels::count(to as u32), " of ", &of_all].concat(),
    };
    let button = |picture, which: &str, disabled, at| {
        let label = [which, " ", &labels::count(MOST_DRAWN as u32), " ", noun].concat();
        icon_button(picture, label.into(), disabled, go(at))
    };
    html! {
        <div class="rail-pager" role="group" aria-label={["Which ", noun, " are listed and drawn"].concat()}>
            <input class="rail-find" type="search" value={find} {oninput} placeholder="Find by title or outlet"
                aria-label={["Find ", noun, " by title, outlet, name or letter"].concat()} autocomplete="off" spellcheck="false" />
            <div class="rail-pages">
                <span class="soft" role="status">{ shown }</span>
                { button(Icon::Up, "Previous", from == 0, from.saturating_sub(MOST_DRAWN)) }
                { button(Icon::Down, "Next", to >= of, to) }
            </div>
        </div>
    }
}

/// See [`Listed`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListedProps {
    /// Words of the longest article.
    pub longest: u32,
}

/// A page of the articles.
#[component]
pub(super) fn Listed(props: &ListedProps) -> Html {
    let app = use_app();
    let (articles, of) = listed(&app);
    html! {
        <>
            if of == 0 {
                <p class="soft rail-none">{ "No article has these words in its title, outlet or name. Clear the field to list all." }</p>
            }
            <ul>{ for articles.iter().map(|article| item(article, props.longest, Html::default())) }</ul>
        </>
    }
}
