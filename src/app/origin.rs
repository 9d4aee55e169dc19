//! What a number was counted from, and the way there.

use yew::prelude::*;

use super::charts::go_to;
use super::context::{App, use_app};
use super::features::{feature_name, feature_told};
use super::framed::{framed_name, framed_told};
use super::labels;
use super::pages::{FREQUENCY_TABLE, NAMES_TABLE, QUOTES_LIST};
use crate::protocol::{Counted, Marking, NameKind, QuotationKind, Similarity};
use crate::route::{NumberState, QuotesState};

/// What a number was counted from: what it opens in the reader.
#[derive(Clone, Debug, PartialEq)]
pub enum Origin {
    /// The places of a word or n-gram: in this article, or in all, beginning with the first that has it.
    Term(AttrValue, Option<u32>),
    /// The places of a word in other articles than those it is said of, beginning with this one.
    Elsewhere(AttrValue, u32),
    /// The words, sentences and the like of this article, or of all that are on, beginning with the first that has any.
    Sizes(Marking, Option<u32>),
    /// What the two articles have in common, by a measure.
    Pair(Similarity, u32, u32),
    /// The words of the Frequency view that occur so often: rows of its table, not places in a text.
    Occurring(u32),
    /// Quotations of these kinds, of this speaker or of any: rows of the list of the Quotes view.
    Quotations(Vec<QuotationKind>, Option<String>),
    /// Names of this kind, or of one article only: rows of the table of the Coverage view.
    Names(Option<NameKind>, bool),
    /// A passage of an article.
    Passage(u32, (u32, u32)),
}

impl From<&Counted> for Origin {
    fn from(counted: &Counted) -> Self {
        match counted {
            Counted::Term(term, article) => Self::Term(term.clone().into(), *article),
            Counted::Elsewhere(term, first) => Self::Elsewhere(term.clone().into(), *first),
            Counted::Marked(marking, article) => Self::Sizes(marking.clone(), *article),
            Counted::Pair(measure, a, b) => Self::Pair(*measure, *a, *b),
            Counted::Occurring(times) => Self::Occurring(*times),
            Counted::Quotations(kinds, speaker) => Self::Quotations(kinds.clone(), speaker.clone()),
            Counted::Names(kind) => Self::Names(*kind, false),
            Counted::NamesOfOne => Self::Names(None, true),
            Counted::Passage(article, start, end) => Self::Passage(*article, (*start, *end)),
        }
    }
}

impl Origin {
    /// Opens the reader there; `number` is the number that leads there, where it can be worked out.
    pub fn open(&self, app: &App, number: Option<NumberState>) {
        let reader = match self {
            Self::Term(term, article) => app.at_term(term, *article),
            Self::Elsewhere(term, first) => app.at_term(term, Some(*first)),
            Self::Sizes(marking, article) => app.at_marked(marking.clone(), *article, None),
            Self::Pair(measure, a, b) => app.at_marked(Marking::Shared(*measure), Some(*a), Some(*b)),
            Self::Occurring(times) => {
                app.list_frequencies(*times, Some(*times));
                return go_to(FREQUENCY_TABLE);
            }
            Self::Quotations(kinds, speaker) => {
                app.list_quotations(QuotesState {
                    kinds: kinds.clone(),
                    speaker: speaker.clone(),
                    ..QuotesState::default()
                });
                return go_to(QUOTES_LIST);
            }
            Self::Names(kind, of_one) => {
                app.list_names(*kind, *of_one);
                return go_to(NAMES_TABLE);
            }
            Self::Passage(article, passage) => return app.open_passage(*article, *passage, None),
        };
        app.read(reader, number);
    }

    /// What it is, in a few words: `romania in B`, `sentences of all articles`.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Term(term, None) => term.to_string(),
            Self::Term(term, Some(article)) => [term, " in ", &labels::called(*article)].concat(),
            Self::Elsewhere(term, first) => [term, " elsewhere, first in ", &labels::called(*first)].concat(),
            Self::Sizes(marking, article) => {
                let whose = article.map_or_else(|| "all articles".to_owned(), labels::called);
                [marking_name(marking).as_str(), " of ", &whose].concat()
            }
            Self::Pair(measure, a, b) => {
                [pair_name(*measure), " of ", &labels::called(*a), " and ", &labels::called(*b)].concat()
            }
            Self::Quotations(..) => "quotations".to_owned(),
            Self::Names(..) => "names".to_owned(),
            Self::Passage(article, _) => ["the sentence in ", &labels::called(*article)].concat(),
            Self::Occurring(times) => ["words that occur ", &labels::counted(*times, "time", "times")].concat(),
        }
    }
}

/// What is marked, in a word or two.
fn marking_name(marking: &Marking) -> String {
    let name = match marking {
        Marking::Words => "words",
        Marking::Types | Marking::CorpusTypes => "different words",
        Marking::Sentences => "sentences",
        Marking::Paragraphs => "paragraphs",
        Marking::Furniture => "page furniture",
        Marking::Shared(measure) => pair_name(*measure),
        Marking::Mentions(key) => return ["mentions of ", key].concat(),
        Marking::Style(feature) => return feature_name(feature),
        Marking::Framing(name) => return framed_name(name),
    };
    name.to_owned()
}

const fn pair_name(measure: Similarity) -> &'static str {
    match measure {
        Similarity::Cosine => "weightiest shared words",
        Similarity::Jaccard | Similarity::Containment => "shared words",
        Similarity::SharedFivegrams => "shared runs of five words",
    }
}

/// What is marked, as the reader says it beside the count.
#[must_use]
pub fn marking_told(marking: &Marking) -> String {
    let told = match marking {
        Marking::Words => "Every word that is counted",
        Marking::Types => "Each different word, where it first stands here",
        Marking::CorpusTypes => "Each different word, where it first stands in the corpus",
        Marking::Sentences => "Every sentence that holds a counted word",
        Marking::Paragraphs => "Every paragraph that holds a counted word",
        Marking::Furniture => "Every word of page furniture",
        Marking::Shared(Similarity::Cosine) => "Words of both, the weightiest that make up half of the cosine",
        Marking::Shared(Similarity::Jaccard | Similarity::Containment) => "Each word of both, where it first stands",
        Marking::Shared(Similarity::SharedFivegrams) => "Wording of both, five words or more in a row",
        Marking::Mentions(key) => return ["Mentions of \u{201c}", key, "\u{201d}, under any of its names"].concat(),
        Marking::Style(feature) => return feature_told(feature),
        Marking::Framing(name) => return framed_told(name),
    };
    told.to_owned()
}

/// See [`Number`].
#[derive(Clone, PartialEq, Properties)]
pub struct NumberProps {
    /// As it is to be read, with its unit where that stands beside it.
    pub text: AttrValue,
    /// What it was counted from.
    pub origin: Origin,
}

/// A number outside of tables that leads to what it was counted from.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let app = use_app();
    let label = [&props.text, ": ", props.origin.name().as_str(), ", read"].concat();
    let origin = props.origin.clone();
    let onclick = move |_: MouseEvent| origin.open(&app, None);
    html! { <button type="button" class="of" aria-label={label} {onclick}>{ &props.text }</button> }
}
