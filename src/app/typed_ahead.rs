//! What is typed between the key that calls for a field and the moment the field takes the focus. The field
//! may belong to the late part of the program, which a slow network brings late: nothing typed is lost.

use std::cell::RefCell;

use web_sys::KeyboardEvent;

thread_local! {
    /// What was typed so far, while a field is to come.
    static TYPED: RefCell<Option<TypedAhead>> = const { RefCell::new(None) };
}

/// See [`keep`].
#[derive(Default)]
pub struct TypedAhead {
    /// The characters.
    pub text: String,
    /// Whether Enter came after them.
    pub entered: bool,
}

/// A field is to come: what is typed from now on is for it.
pub fn begin() {
    TYPED.set(Some(TypedAhead::default()));
}

/// No field comes, or it is there: what was typed for it.
pub fn end() -> Option<TypedAhead> {
    TYPED.take()
}

/// Whether the key, pressed outside of any field, is for the one to come; then it is kept.
pub fn keep(event: &KeyboardEvent) -> bool {
    TYPED.with_borrow_mut(|kept| {
        let Some(typed) = kept else { return false };
        let key = event.key();
        match key.as_str() {
            "Escape" => {
                *kept = None;
                return false;
            }
            "Enter" => typed.entered = true,
            "Backspace" => drop(typed.text.pop()),
            // Keys that write nothing have names of several letters.
            _ if key.chars().nth(1).is_none() && !event.ctrl_key() && !event.meta_key() => typed.text += &key,
            _ => return false,
        }
        true
    })
}
