//! The corpora that are kept in this browser, and whether the one at hand is.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::acts::{self, copied, key};
use super::field::Field;
use super::store::{self, Kept};
use super::{Corpus, keeper, names};
use crate::app::by_pointer::ByPointer;
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::state::{Action, Keeping, Overlay};
use crate::app::take_along::file::SaveButton;

/// Whether the corpus at hand is kept, in a word or a sentence.
pub(super) fn told(keeping: &Keeping) -> String {
    match keeping {
        Keeping::Nothing => String::new(),
        Keeping::Saving => "Saving \u{2026}".to_owned(),
        Keeping::Saved => "Saved".to_owned(),
        Keeping::Not(why) => ["Not saved: ", why].concat(),
        Keeping::Elsewhere => {
            "Not saved: this corpus is open in another tab, which saves it. What you change here stays here.".to_owned()
        }
    }
}

/// The corpus at hand with its name, whether it is saved, and all that are kept.
#[component]
pub fn Shelf() -> Html {
    let app = use_app();
    let kept = use_state(|| Ok::<_, String>(Vec::<Kept>::new()));
    // Why the corpus at hand can't be called what was typed.
    let refused = use_state_eq(|| None::<String>);
    let page = app.page();
    {
        let refused = refused.setter();
        use_effect_with(page.own.as_ref().map(|own| own.key.clone()), move |_| refused.set(None));
    }
    // Redo brings these back: until something else is done, they are nobody's.
    let undone = keeper::undone(page);
    let reread = {
        let kept = kept.setter();
        Callback::from(move |()| {
            let kept = kept.clone();
            spawn_local(async move { kept.set(store::list().await) });
        })
    };
    {
        let reread = reread.clone();
        let saved = page.keeping == Keeping::Saved || page.keeping == Keeping::Nothing;
        let key = page.own.as_ref().map(|own| own.key.clone());
        use_effect_with((saved, key, undone.clone()), move |(saved, ..)| {
            if *saved {
                reread.emit(());
            }
        });
    }
    let at_hand = page.own.as_ref().map(|own| own.key.clone());
    let others: Vec<&Kept> = match &*kept {
        Ok(kept) => kept
            .iter()
            .filter(|kept| at_hand.as_deref() != Some(&*kept.key) && !undone.iter().any(|key| **key == *kept.key))
            .collect(),
        Err(_) => Vec::new(),
    };
    html! {
        <section class="shelf" aria-label="Kept corpora">
            { at_hand_html(&app, &refused) }
            if let Err(why) = &*kept {
                <p class="problem">{ "The corpora that are kept can\u{2019}t be listed: " }{ why }</p>
            }
            if !others.is_empty() || at_hand.is_some() {
                <details class="shelf-others" open={at_hand.is_none()}>
                    <summary>{ "Other corpora in this browser" }</summary>
                    <ul>
                        { for others.iter().map(|kept| item(&app, kept, &reread)) }
                        if at_hand.is_some() {
                            <li>
                                <span class="shelf-name">{ "Example corpus" }</span>
                                <button type="button" class="button" onclick={
                                    let app = app.clone();
                                    move |_: MouseEvent| acts::open_example(&app)
                                }>{ "Open the example" }</button>
                            </li>
                        }
                    </ul>
                </details>
            }
        </section>
    }
}

/// The corpus at hand: its name, which can be changed, and whether it is saved.
fn at_hand_html(app: &App, refused: &UseStateHandle<Option<String>>) -> Html {
    let page = app.page();
    let Some(own) = page.own.clone() else { return html! {} };
    let rename = {
        let (app, refused) = (app.clone(), refused.setter());
        move |event: Event| {
            if let Some(field) = event.target_dyn_into::<HtmlInputElement>() {
                let refused = refused.clone();
                app.rename_corpus(&field.value(), Callback::from(move |why| refused.set(why)));
            }
        }
    };
    let act = |act: fn(&App)| {
        let app = app.clone();
        move |_: MouseEvent| act(&app)
    };
    let open_here = {
        let (app, key) = (app.clone(), own.key.clone());
        move |_: MouseEvent| keeper::open_here(&app, key.clone())
    };
    let take = {
        let app = app.clone();
        move |_: MouseEvent| app.open(Overlay::TakeAlong)
    };
    let trouble = matches!(page.keeping, Keeping::Not(_) | Keeping::Elsewhere);
    html! {
        <div class="shelf-here">
            <label class="control"><span>{ "Corpus" }</span>
                { part!(Field { value: own.name.to_string(), onchange: rename }) }
            </label>
            if let Some(why) = &**refused {
                <p class="problem shelf-refused" role="alert">
                    { why }{ " It is still \u{201c}" }{ &*own.name }{ "\u{201d}." }
                </p>
            }
            <span role="status" class={classes!("keeping", trouble.then_some("problem"))}>{ told(&page.keeping) }</span>
            if matches!(page.keeping, Keeping::Not(_)) {
                <button type="button" class="button" onclick={act(keeper::again)}>{ "Try again" }</button>
            }
            if page.keeping == Keeping::Elsewhere {
                <button type="button" class="button" onclick={open_here}>{ "Open it here, as saved there" }</button>
                <button type="button" class="button" onclick={act(App::copy_corpus)}>{ "Keep this as a copy" }</button>
            }
            { part!(SaveButton) }
            <button type="button" class="button quiet" onclick={take}>{ "Take along" }</button>
        </div>
    }
}

fn item(app: &App, kept: &Kept, reread: &Callback<()>) -> Html {
    let open = {
        let (app, key): (App, Rc<str>) = (app.clone(), kept.key.as_str().into());
        move |_: MouseEvent| acts::open(&app, key.clone())
    };
    let duplicate = {
        let (app, kept, reread) = (app.clone(), kept.key.clone(), reread.clone());
        move |_: MouseEvent| {
            let (app, kept, reread) = (app.clone(), kept.clone(), reread.clone());
            spawn_local(async move {
                let copy = async {
                    let (own, address) = store::load(&kept).await?;
                    let name = names::free(&copied(&own.name), &names::taken(&app, None).await).into();
                    let copy = Corpus { key: key(), name, texts: own.texts.clone() };
                    store::save(None, &ByPointer(Rc::new(copy)), address).await
                };
                if let Err(why) = copy.await {
                    app.act(Action::Say(["The corpus could not be copied: ", &why].concat()));
                }
                reread.emit(());
            });
        }
    };
    let delete = |deleted: bool| {
        let (app, kept, reread) = (app.clone(), kept.clone(), reread.clone());
        move |_: MouseEvent| {
            let (app, kept, reread) = (app.clone(), kept.clone(), reread.clone());
            spawn_local(async move {
                // Meanwhile another may have come by its name.
                let name = match deleted {
                    true => kept.name.clone(),
                    false => names::free(&kept.name, &names::taken(&app, None).await),
                };
                if let Err(why) = store::set_deleted(kept, name, deleted).await {
                    app.act(Action::Say(["The corpus could not be deleted or put back: ", &why].concat()));
                }
                reread.emit(());
            });
        }
    };
    let name = kept.name.clone();
    let label = |does: &str| [does, &name].concat();
    if kept.deleted {
        return html! {
            <li key={kept.key.clone()}>
                <span class="soft">
                    { if kept.undone { "The adding of \u{201c}" } else { "\u{201c}" } }{ &name }
                    { if kept.undone { "\u{201d} was undone" } else { "\u{201d} is deleted" } }
                    { "; it goes for good when Parallax is opened again." }
                </span>
                <button type="button" class="button" aria-label={label("Put back ")} onclick={delete(false)}>{ "Put back" }</button>
            </li>
        };
    }
    html! {
        <li key={kept.key.clone()}>
            <span class="shelf-name">{ &name }</span>
            <span class="soft">{ labels::counted(kept.texts() as u32, "text", "texts") }</span>
            <button type="button" class="button" aria-label={label("Open ")} onclick={open}>{ "Open" }</button>
            <button type="button" class="button quiet" aria-label={label("Duplicate ")} onclick={duplicate}>{ "Duplicate" }</button>
            <button type="button" class="button quiet" aria-label={label("Delete ")} onclick={delete(true)}>{ "Delete" }</button>
        </li>
    }
}
