//! What an address asked for and the corpus turns out not to have is put right once that is known, with a word. What a
//! person does on the page needs none: there the choice stays, though nothing is left of what was chosen.

use super::context::App;
use super::state::{Action, Step};
use crate::route::State;

/// Whether the state of the page is as an address asked for it: nothing was done since.
pub fn came(app: &App) -> bool {
    matches!(app.page().step, Step::Arrived | Step::Mend)
}

/// Puts the state right, in the address too, and says why.
pub fn mend(app: &App, mend: impl FnOnce(&mut State) + 'static, why: String) {
    app.act(Action::Change(Step::Mend, Box::new(mend)));
    app.act(Action::Say(why));
}
