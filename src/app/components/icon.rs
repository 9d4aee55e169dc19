//! Small pictures on buttons: drawn lines in the colour of the text.

use yew::prelude::*;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// An arrow back.
    Undo,
    /// An arrow on.
    Redo,
    /// Two links of a chain.
    Link,
    /// Half a disc: the theme as the system has it.
    Auto,
    /// A sun.
    Light,
    /// A moon.
    Dark,
    /// Two sliders.
    Settings,
    /// A cross.
    Close,
    /// An arrow up.
    Up,
    /// An arrow down.
    Down,
    /// A tick.
    Done,
}

/// Draws it. Says nothing to screen readers: the button has its own words.
pub fn icon(icon: Icon) -> Html {
    let path = match icon {
        Icon::Undo => "M6 3 2.5 6.5 6 10M3 6.5h6.5a4 4 0 0 1 0 8H7",
        Icon::Redo => "m10 3 3.5 3.5L10 10M13 6.5H6.5a4 4 0 0 0 0 8H9",
        Icon::Link => {
            "M6.5 9.5l3-3M7 4.5l1.7-1.7a3.2 3.2 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.7 1.7a3.2 3.2 0 0 1-4.5-4.5L4.5 7"
        }
        Icon::Auto => "M8 2a6 6 0 1 0 0 12zM8 2a6 6 0 0 1 0 12M9.5 4v8M11.5 5v6",
        Icon::Light => {
            "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6M8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3"
        }
        Icon::Dark => "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7z",
        Icon::Settings => {
            "M2 5h6M12 5h2M2 11h2M8 11h6M10 3a2 2 0 1 1 0 4 2 2 0 0 1 0-4M6 9a2 2 0 1 1 0 4 2 2 0 0 1 0-4"
        }
        Icon::Close => "m3.5 3.5 9 9M12.5 3.5l-9 9",
        Icon::Up => "M8 13V3M4 7l4-4 4 4",
        Icon::Down => "M8 3v10M4 9l4 4 4-4",
        Icon::Done => "m3 8.5 3.5 3.5L13 4.5",
    };
    html! {
        <svg class="icon" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d={path} fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}

/// A button that is a picture: its words are its label and are shown on hover.
pub fn icon_button(picture: Icon, label: AttrValue, disabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="icon-button" aria-label={label.clone()} title={label} {disabled} {onclick}>
            { icon(picture) }
        </button>
    }
}
