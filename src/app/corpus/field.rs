//! A field whose value counts when it is left.

use web_sys::HtmlInputElement;
use yew::prelude::*;

/// See [`Field`].
#[derive(Clone, PartialEq, Properties)]
pub struct FieldProps {
    /// The value in force.
    pub value: AttrValue,
    /// What is shown while it is empty.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Its name, where no label stands beside it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// It was changed and left.
    pub onchange: Callback<Event>,
}

/// What is being typed stays while the rest of the page is drawn anew.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let typed = use_state_eq(|| None::<AttrValue>);
    {
        let typed = typed.setter();
        use_effect_with(props.value.clone(), move |_| typed.set(None));
    }
    let oninput = {
        let typed = typed.clone();
        move |event: InputEvent| {
            typed.set(event.target_dyn_into::<HtmlInputElement>().map(|field| field.value().into()));
        }
    };
    let value = (*typed).clone().unwrap_or_else(|| props.value.clone());
    html! {
        <input class="field" type="text" {value} placeholder={props.placeholder.clone()} maxlength="300" autocomplete="off"
            aria-label={props.label.clone()}
            {oninput} onchange={props.onchange.clone()} />
    }
}
