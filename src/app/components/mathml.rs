//! Formulas on the page.

use yew::prelude::*;

/// A `<math>` element of the engine's: made from the catalogue's formulas, which hold numbers and
/// names of its own, never a text of the corpus.
pub fn mathml(math: &str) -> Html {
    if math.is_empty() {
        html! {}
    } else {
        Html::from_html_unchecked(AttrValue::from(math.to_owned()))
    }
}
