//! Who is compared with whom: from the address to the question.

use crate::app::context::App;
use crate::protocol::{Against, Comparison, Target};
use crate::route::AgainstState;

/// Numbers of the articles of these ids that are on: those that are off take part in nothing.
fn on(app: &App, ids: &[String]) -> Vec<u32> {
    let is_on = |number: &u32| app.article(*number).is_some_and(|article| article.on);
    app.numbers(ids).into_iter().filter(is_on).collect()
}

/// The comparison that the address asks for. A group or a reference of which no article is left is as by default.
#[must_use]
pub fn of(app: &App) -> Comparison {
    let state = &app.state().keywords;
    let group = on(app, &state.group);
    let reference = match &state.against {
        AgainstState::Articles(articles) => on(app, articles),
        _ => Vec::new(),
    };
    Comparison {
        target: if group.is_empty() { Target::Each } else { Target::Group(group) },
        against: match &state.against {
            AgainstState::GeneralEnglish => Against::GeneralEnglish,
            AgainstState::Articles(_) if !reference.is_empty() => Against::Articles(reference),
            _ => Against::Rest,
        },
        minimum: state.minimum,
        range: state.range,
        correction: state.correction,
        level: state.below.unwrap_or_default(),
        smoothing: state.smoothing,
    }
}
