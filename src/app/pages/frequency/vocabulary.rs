//! What kind of vocabulary it is: one of three pictures, with what was fitted to it.

use yew::prelude::*;

use super::growth::GrowthPicture;
use super::rank::Rank;
use super::spectrum::SpectrumPicture;
use crate::app::ask::use_answer;
use crate::app::by_pointer::ByPointer;
use crate::app::components::Progress;
use crate::app::context::use_app;
use crate::app::pages::controls::{Explain, Segments};
use crate::protocol::{Response, VocabularyQuery};
use crate::route::VocabularyPicture;

/// See [`Vocabulary`].
#[derive(Properties, PartialEq)]
pub struct VocabularyProps {
    /// The answer of the view, with the points of the rank plot.
    pub response: ByPointer<Response>,
    /// Words in an n-gram.
    pub n: u32,
    /// Id of the table of words.
    pub table: AttrValue,
}

const PICTURES: [(VocabularyPicture, &str); 3] = [
    (VocabularyPicture::Ranks, "by rank"),
    (VocabularyPicture::Growth, "growth"),
    (VocabularyPicture::Spectrum, "spectrum"),
];

/// The vocabulary.
#[component]
pub fn Vocabulary(props: &VocabularyProps) -> Html {
    let app = use_app();
    let state = app.state().frequency.clone();
    let query = VocabularyQuery { n: props.n, running: state.running && state.picture == VocabularyPicture::Growth };
    let answer = use_answer(Some(query));
    let chosen = PICTURES.iter().position(|(picture, _)| *picture == state.picture).unwrap_or_default();
    let on_picture = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            if let Some((picture, _)) = PICTURES.get(place) {
                app.change(|state| state.frequency.picture = *picture);
            }
        })
    };
    let on_order = Callback::from(move |place: usize| app.change(move |state| state.frequency.running = place == 1));
    let measure = match state.picture {
        VocabularyPicture::Ranks => "zipf-fit",
        VocabularyPicture::Growth => "heaps",
        VocabularyPicture::Spectrum => "spectrum",
    };
    let own = answer.asked.response.clone().map(ByPointer);
    html! {
        <section class="vocabulary" aria-labelledby="vocabulary-title">
            <div class="vocabulary-head">
                <h2 id="vocabulary-title">{ "Vocabulary" }</h2>
                { part!(Segments {
                    label: "Picture", options: PICTURES.map(|(_, name)| AttrValue::from(name)).to_vec(), chosen,
                    on_choose: on_picture,
                }) }
                if state.picture == VocabularyPicture::Growth {
                    { part!(Segments {
                        label: "Words", options: vec!["in any order".into(), "as they run".into()],
                        chosen: usize::from(state.running), on_choose: on_order,
                    }) }
                }
                { part!(Explain { measure }) }
            </div>
            { part!(Progress { asked: answer.asked.clone() }) }
            if state.picture == VocabularyPicture::Ranks {
                { part!(Rank {
                    response: props.response.clone(), laws: own, n: props.n, table: props.table.clone(), query,
                }) }
            } else if let Some(response) = own {
                if state.picture == VocabularyPicture::Growth {
                    { part!(GrowthPicture { response, query }) }
                } else {
                    { part!(SpectrumPicture { response, query, words: props.table.clone() }) }
                }
            }
        </section>
    }
}
