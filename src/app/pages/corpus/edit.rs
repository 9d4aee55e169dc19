//! What is known of a text, or of several at once, in a dialog: each field is changed when it is left.

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::furniture::FurnitureMarks;
use crate::app::components::Modal;
use crate::app::context::use_app;
use crate::app::corpus::described::{Aspect, Change};
use crate::app::corpus::field::Field;
use crate::app::labels;
use crate::protocol::{About, Relation};

/// See [`EditTexts`].
#[derive(Clone, PartialEq, Properties)]
pub struct EditTextsProps {
    /// Ids of the texts.
    pub ids: Rc<Vec<String>>,
    /// It wants to be closed.
    pub on_close: Callback<()>,
}

/// What all of them have; `None` where they differ.
fn common<T: PartialEq>(abouts: &[Rc<About>], of: impl Fn(&About) -> T) -> Option<T> {
    let mut values = abouts.iter().map(|about| of(about));
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

/// What a value changes; or what is wrong with it, in a sentence.
type Read = dyn Fn(&str) -> Result<Change, &'static str>;

/// The dialog.
#[component]
pub fn EditTexts(props: &EditTextsProps) -> Html {
    let app = use_app();
    let wrong = use_state_eq(|| None::<&'static str>);
    let Some(own) = app.page().own.clone() else { return html! {} };
    let entries: Vec<_> =
        own.texts.entries.iter().filter(|entry| props.ids.iter().any(|id| **id == *entry.id)).collect();
    let abouts: Vec<Rc<About>> = entries.iter().map(|entry| entry.about.clone()).collect();
    let one = if entries.len() == 1 { entries.first().copied().cloned() } else { None };
    let change = {
        let (app, ids) = (app.clone(), props.ids.clone());
        move |change: Change| app.describe_articles(ids.to_vec(), change)
    };
    // Says what is wrong with a value, or changes with it.
    let field = |read: Rc<Read>| {
        let (change, wrong) = (change.clone(), wrong.clone());
        Callback::from(move |event: Event| {
            let value = match event.target_dyn_into::<HtmlSelectElement>() {
                Some(select) => select.value(),
                None => event.target_unchecked_into::<HtmlInputElement>().value(),
            };
            match read(&value) {
                Ok(edit) => {
                    wrong.set(None);
                    change(edit);
                }
                Err(reason) => wrong.set(Some(reason)),
            }
        })
    };
    let line = |aspect: Aspect| {
        let (label, hint) = aspect.named();
        let value = common(&abouts, |about| aspect.of(about));
        let hint = if value.is_some() { hint } else { "different; a value given here is given to all" };
        let onchange = field(Rc::new(move |value| aspect.read(value)));
        html! {
            <label class="add-line"><span>{ label }</span>
                { part!(Field { value: value.unwrap_or_default(), placeholder: hint, onchange }) }
            </label>
        }
    };
    let relation = common(&abouts, |about| about.published.relation);
    let dated_all = abouts.iter().all(|about| about.published.date.is_some());
    let translated = common(&abouts, |about| about.translated);
    let title = match &one {
        Some(_) => "Edit this text".to_owned(),
        None => ["Edit ", &labels::counted(entries.len() as u32, "text", "texts")].concat(),
    };
    // The number of the one text, whose words can be read.
    let number = one.as_ref().and_then(|one| own.texts.entries.iter().position(|entry| entry.id == one.id));
    let read = number.map(|number| {
        let (app, close) = (app.clone(), props.on_close.clone());
        let onclick = move |_: MouseEvent| {
            close.emit(());
            app.open_article(number as u32);
        };
        html! { <button type="button" class="button" {onclick}>{ "Read it" }</button> }
    });
    let on_relation = field(Rc::new(|value| {
        let relation = match value {
            "after" => Relation::After,
            "before" => Relation::Before,
            _ => Relation::On,
        };
        Ok(Box::new(move |about| about.published.relation = relation))
    }));
    let on_translated = field(Rc::new(|value| {
        let is = value == "yes";
        Ok(Box::new(move |about| about.translated = is))
    }));
    part!(Modal {
        title,
        class: "edit-texts",
        on_close: props.on_close.clone(),
        children: html! {
            <>
                if one.is_some() {
                    { line(Aspect::Title) }
                }
                { line(Aspect::Outlet) }
                { line(Aspect::Author) }
                { line(Aspect::Date) }
                if dated_all {
                    <label class="add-line"><span>{ "Published" }</span>
                        <select class="select" onchange={on_relation}>
                            if relation.is_none() { <option selected=true value="on">{ "different" }</option> }
                            { for [("on", "on that date", Relation::On), ("after", "after it", Relation::After), ("before", "before it", Relation::Before)]
                                .map(|(value, name, is)| html! { <option {value} selected={relation == Some(is)}>{ name }</option> }) }
                        </select>
                    </label>
                }
                { line(Aspect::Place) }
                { line(Aspect::Label) }
                { line(Aspect::Language) }
                <label class="add-line"><span>{ "Translated" }</span>
                    <select class="select" onchange={on_translated}>
                        if translated.is_none() { <option selected=true value="no">{ "different" }</option> }
                        <option value="no" selected={translated == Some(false)}>{ "the text doesn\u{2019}t say so" }</option>
                        <option value="yes" selected={translated == Some(true)}>{ "the text says that it is a translation" }</option>
                    </select>
                </label>
                if let Some(reason) = *wrong {
                    <p class="problem" role="alert">{ reason }</p>
                }
                if let Some(entry) = one {
                    { part!(FurnitureMarks { entry }) }
                }
                <div class="add-do">
                    <button type="button" class="button" onclick={
                        let close = props.on_close.clone();
                        move |_: MouseEvent| close.emit(())
                    }>{ "Done" }</button>
                    { for read }
                    <span class="soft">{ "What you change here is kept at once, and can be undone." }</span>
                </div>
            </>
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_they_have_in_common() {
        let of = |outlet: &str| {
            Rc::new(About {
                outlet: Some(outlet.trim().to_owned()).filter(|outlet| !outlet.is_empty()),
                ..About::default()
            })
        };
        assert_eq!(common(&[of("A"), of("A ")], |about| about.outlet.clone()), Some(Some("A".to_owned())));
        assert_eq!(common(&[of("A"), of("")], |about| about.outlet.clone()), None);
    }
}
