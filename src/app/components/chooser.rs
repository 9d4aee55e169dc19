//! A field with a list below it: type, walk the list with the arrow keys, choose with Enter.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::typed_ahead;

/// One thing to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// What it is.
    pub label: AttrValue,
    /// What is said beside it: a count, a key.
    pub hint: AttrValue,
    /// Whether the label is a word of the corpus.
    pub term: bool,
}

/// See [`Chooser`].
#[derive(Clone, PartialEq, Properties)]
pub struct ChooserProps {
    /// Its id; the list's derives from it.
    pub id: AttrValue,
    /// What it is for.
    pub label: AttrValue,
    /// What stands in the empty field.
    pub placeholder: AttrValue,
    /// What was typed.
    pub text: AttrValue,
    /// Something else was typed.
    pub on_text: Callback<String>,
    /// What there is to choose.
    pub choices: Vec<Choice>,
    /// Whether what there is to choose still belongs to what was typed before.
    #[prop_or_default]
    pub waiting: bool,
    /// Whether the list is shown.
    pub open: bool,
    /// The place of the chosen one.
    pub on_choose: Callback<usize>,
    /// Esc was pressed, or the focus left.
    pub on_leave: Callback<()>,
    /// The field was entered.
    #[prop_or_default]
    pub on_enter: Callback<()>,
    /// Whether it takes the focus when it appears, and what was typed on the way to it.
    #[prop_or_default]
    pub autofocus: bool,
}

/// A combobox with a list, as the ARIA practices have it.
#[component]
pub fn Chooser(props: &ChooserProps) -> Html {
    let active = use_state_eq(|| 0_usize);
    let input = use_node_ref();
    {
        let active = active.clone();
        use_effect_with((props.text.clone(), props.open), move |_| active.set(0));
    }
    let entered = use_state_eq(|| None::<String>);
    {
        let (input, autofocus) = (input.clone(), props.autofocus);
        use_effect_with((), move |()| {
            if let Some(input) = input.cast::<HtmlInputElement>().filter(|_| autofocus) {
                let _ = input.focus();
            }
        });
    }
    let onfocus = {
        let (props, entered) = (props.clone(), entered.clone());
        move |event: FocusEvent| {
            props.on_enter.emit(());
            let Some(typed) = typed_ahead::end() else { return };
            let input: HtmlInputElement = event.target_unchecked_into();
            if !typed.text.is_empty() {
                // Into the field at once: the next key may be pressed before it is drawn anew.
                input.set_value(&[&input.value(), typed.text.as_str()].concat());
                props.on_text.emit(input.value());
            }
            entered.set(typed.entered.then(|| input.value()));
        }
    };
    let chosen = (*active).min(props.choices.len().saturating_sub(1));
    let open = props.open && !props.choices.is_empty();
    {
        // Enter that came before the list to this text.
        let due = open && !props.waiting && entered.as_deref() == Some(props.text.as_str());
        let (on_choose, entered) = (props.on_choose.clone(), entered.clone());
        use_effect_with(due, move |due| {
            if *due {
                entered.set(None);
                on_choose.emit(chosen);
            }
        });
    }
    let list = [&props.id, "-list"].concat();
    let item = |at: usize| [props.id.as_str(), "-", &at.to_string()].concat();
    {
        let current = item(chosen);
        use_effect_with((chosen, open), move |(_, open)| {
            let found = open.then(|| gloo::utils::document().get_element_by_id(&current)).flatten();
            if let Some(found) = found {
                let options = web_sys::ScrollIntoViewOptions::new();
                options.set_block(web_sys::ScrollLogicalPosition::Nearest);
                found.scroll_into_view_with_scroll_into_view_options(&options);
            }
        });
    }
    let onkeydown = {
        let (active, props, input, entered) = (active.clone(), props.clone(), input.clone(), entered.clone());
        move |event: KeyboardEvent| {
            let typed = input.cast::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default();
            let last = props.choices.len().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => active.set(if chosen >= last { 0 } else { chosen + 1 }),
                "ArrowUp" => active.set(if chosen == 0 { last } else { chosen - 1 }),
                // Who types fast is ahead of the list.
                "Enter" if props.waiting || typed != *props.text => entered.set(Some(typed)),
                "Enter" if open => props.on_choose.emit(chosen),
                // In a dialog Esc is the dialog's own key.
                "Escape"
                    if event
                        .target_dyn_into::<web_sys::Element>()
                        .is_some_and(|at| at.closest("dialog").is_ok_and(|found| found.is_some())) =>
                {
                    return;
                }
                "Escape" => props.on_leave.emit(()),
                _ => return,
            }
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let oninput = {
        let on_text = props.on_text.clone();
        move |event: InputEvent| {
            entered.set(None);
            on_text.emit(event.target_unchecked_into::<HtmlInputElement>().value());
        }
    };
    let choice = |(at, choice): (usize, &Choice)| {
        let choose = props.on_choose.reform(move |_: MouseEvent| at);
        html! {
            <li id={item(at)} role="option" aria-selected={(at == chosen).to_string()} onclick={choose}
                // The field keeps the focus, so that the list stays until the click is done.
                onmousedown={|event: MouseEvent| event.prevent_default()}>
                <span class={classes!(choice.term.then_some("term"))}>{ &choice.label }</span>
                <span class="soft">{ &choice.hint }</span>
            </li>
        }
    };
    html! {
        <>
            <input ref={input} id={props.id.clone()} class="chooser-field" type="text" role="combobox" autocomplete="off" spellcheck="false"
                placeholder={props.placeholder.clone()} aria-label={props.label.clone()} aria-expanded={open.to_string()}
                aria-controls={list.clone()} aria-autocomplete="list" aria-activedescendant={open.then(|| item(chosen))}
                value={props.text.clone()} {oninput} {onkeydown}
                {onfocus} onblur={props.on_leave.reform(|_: FocusEvent| ())} />
            <ul id={list} class="chooser-list" role="listbox" aria-label={props.label.clone()} hidden={!open}>
                if open {
                    { for props.choices.iter().enumerate().map(choice) }
                }
            </ul>
        </>
    }
}
