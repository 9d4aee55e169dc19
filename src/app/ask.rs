//! Hooks that put a question to the engine.
//!
//! [`use_answer`] asks when its question or the settings change, and keeps the last answer while it
//! waits for the next, so that a view doesn't flash. A question that is overtaken is withdrawn.

use std::marker::PhantomData;
use std::rc::Rc;

use yew::prelude::*;

use super::by_pointer::ByPointer;
use super::context::use_app;
use crate::protocol::exports::{ExportAnswer, ExportQuery};
use crate::protocol::manifest::{Manifest, ManifestQuery};
use crate::protocol::{
    CollocatesQuery, CollocatesReport, CompareQuery, CompareReport, CoverageQuery, CoverageReport, DistributionQuery,
    DistributionReport, Error, EvidenceQuery, EvidenceReport, ExplainQuery, Explanation, FrequencyQuery,
    FrequencyReport, GroupsReport, IntersectionsQuery, IntersectionsReport, KeywordsQuery, KeywordsReport, MapQuery,
    MapReport, MarkedQuery, MarkedReport, MatrixQuery, MatrixReport, Measure, ModalsReport, OnlyHereQuery,
    OnlyHereReport, OverviewReport, PairQuery, PairReport, PhrasesQuery, PhrasesReport, Progress, QuotesQuery,
    QuotesReport, Request, Response, ReuseQuery, ReuseReport, SetsQuery, SetsReport, Settings, StyleQuery, StyleReport,
    TextQuery, TextReport, UtterancesQuery, UtterancesReport, VocabularyQuery, VocabularyReport,
};
use crate::worker::client::texts::Texts;
use crate::worker::client::{Ticket, Update};

/// A question with the answer that belongs to it.
pub trait Question: 'static {
    /// The answer.
    type Report: 'static;
    /// The question as the protocol has it.
    fn request(self) -> Request;
    /// The answer out of the protocol's; `None` where it belongs to another question.
    fn report(response: &Response) -> Option<&Self::Report>;
}

/// What is in this corpus?
pub struct OverviewQuestion;
/// How is this computed?
pub struct MethodsQuestion;
/// Which words are not shown?
pub struct StopWordsQuestion;
/// Which files has the engine fetched?
pub struct FetchedQuestion;
/// By which modal verbs, and in whose words?
pub struct ModalsQuestion;
/// Which groups are there?
pub struct GroupsQuestion;

macro_rules! questions {
    ($($query:ty, $variant:ident, $report:ty, $query_as_request:expr;)*) => {$(
        impl Question for $query {
            type Report = $report;
            fn request(self) -> Request {
                let request: fn($query) -> Request = $query_as_request;
                request(self)
            }
            fn report(response: &Response) -> Option<&$report> {
                if let Response::$variant(report) = response { Some(report) } else { None }
            }
        }
    )*};
}

questions! {
    OverviewQuestion, Overview, OverviewReport, |_| Request::Overview;
    MethodsQuestion, Methods, Vec<Measure>, |_| Request::Methods;
    GroupsQuestion, Groups, GroupsReport, |_| Request::Groups;
    FetchedQuestion, Fetched, Vec<String>, |_| Request::Fetched;
    StopWordsQuestion, StopWords, Vec<String>, |_| Request::StopWords;
    KeywordsQuery, Keywords, KeywordsReport, Request::Keywords;
    PhrasesQuery, Phrases, PhrasesReport, Request::Phrases;
    FrequencyQuery, Frequency, FrequencyReport, Request::Frequency;
    VocabularyQuery, Vocabulary, VocabularyReport, Request::Vocabulary;
    DistributionQuery, Distribution, DistributionReport, Request::Distribution;
    CompareQuery, Compare, CompareReport, Request::Compare;
    PairQuery, Pair, PairReport, Request::Pair;
    SetsQuery, Sets, SetsReport, Request::Sets;
    MatrixQuery, Matrix, MatrixReport, Request::Matrix;
    ManifestQuery, Manifest, Box<Manifest>, Request::Manifest;
    ExplainQuery, Explain, Box<Explanation>, Request::Explain;
    CollocatesQuery, Collocates, CollocatesReport, Request::Collocates;
    ModalsQuestion, Modals, ModalsReport, |_| Request::Modals;
    OnlyHereQuery, OnlyHere, OnlyHereReport, Request::OnlyHere;
    QuotesQuery, Quotes, QuotesReport, Request::Quotes;
    CoverageQuery, Coverage, CoverageReport, Request::Coverage;
    StyleQuery, Style, StyleReport, Request::Style;
    TextQuery, Text, TextReport, Request::Text;
    EvidenceQuery, Evidence, EvidenceReport, Request::Evidence;
    MarkedQuery, Marked, MarkedReport, Request::Marked;
    MapQuery, Map, MapReport, Request::Map;
    IntersectionsQuery, Intersections, IntersectionsReport, Request::Intersections;
    UtterancesQuery, Utterances, UtterancesReport, Request::Utterances;
    ReuseQuery, Reuse, ReuseReport, Request::Reuse;
    ExportQuery, Export, ExportAnswer, Request::Export;
}

/// What is known of a question's answer. Compared without looking into the answer: two are the same
/// if they hold the very same one.
#[derive(Clone)]
pub struct Asked {
    /// The last answer: to this question, or, while `waiting`, perhaps to the one before. `None` after an error.
    pub response: Option<Rc<Response>>,
    /// Why there is no answer to this question.
    pub error: Option<Error>,
    /// How far it is, where the engine has said so.
    pub progress: Option<Progress>,
    /// Whether the answer to this very question is still out.
    pub waiting: bool,
    /// Asks again, after an error.
    pub again: Callback<()>,
}

impl PartialEq for Asked {
    fn eq(&self, other: &Self) -> bool {
        let same = match (&self.response, &other.response) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (one, two) => one.is_none() && two.is_none(),
        };
        same && self.waiting == other.waiting
            && self.error == other.error
            && self.progress == other.progress
            && self.again == other.again
    }
}

/// What is known of a question's answer, by its type.
pub struct Answer<Q: Question> {
    /// The same without the type: what [`Progress`](super::components::Progress) takes.
    pub asked: Asked,
    question: PhantomData<Q>,
}

impl<Q: Question> Answer<Q> {
    /// The last answer. `None` before the first.
    #[must_use]
    pub fn report(&self) -> Option<&Q::Report> {
        self.asked.response.as_deref().and_then(Q::report)
    }

    /// Whether the answer to this very question is still out.
    #[must_use]
    pub fn waiting(&self) -> bool {
        self.asked.waiting
    }
}

/// Asks the engine, under the settings in force; `None` asks nothing and keeps the last answer.
#[hook]
pub fn use_answer<Q: Question>(question: Option<Q>) -> Answer<Q> {
    Answer { asked: use_request(question.map(Q::request)), question: PhantomData }
}

/// Asks the engine, under the settings in force.
#[hook]
pub fn use_request(request: Option<Request>) -> Asked {
    let app = use_app();
    // Which articles there are comes first: an address may switch off one that isn't there.
    let early = request.is_some() && app.page().articles.is_none();
    let mut settings = app.state().settings.clone();
    if request.as_ref().is_some_and(Request::is_drawn) {
        settings.drawn = app.drawn();
    }
    let asked = use_request_under(request.filter(|_| !early), settings);
    Asked { waiting: asked.waiting || early, ..asked }
}

/// Asks the engine, under settings of the caller's.
#[hook]
pub(crate) fn use_request_under(request: Option<Request>, settings: Settings) -> Asked {
    let app = use_app();
    let client = app.client.clone();
    let attempt = use_state(|| 0_u32);
    let known = use_state(|| None::<Rc<Known>>);
    let own = app.page().own.as_ref().map(|own| ByPointer(own.texts.clone()));
    let wanted = use_memo((request, settings, *attempt, own), Clone::clone);
    {
        let known = known.setter();
        use_effect_with(wanted.clone(), move |wanted| {
            let ticket: Option<Ticket> = wanted.0.clone().map(|request| {
                let wanted = wanted.clone();
                client.ask(wanted.3.clone().map(|texts| texts.0), wanted.1.clone(), request, move |update| {
                    known.set(Some(Rc::new(Known { wanted: wanted.clone(), update })));
                })
            });
            move || drop(ticket)
        });
    }
    // Kept apart from `known`, which the next question's progress overwrites.
    let last = use_mut_ref(|| None::<(Option<ByPointer<Texts>>, Rc<Response>)>);
    let current = known.as_ref().filter(|known| Rc::ptr_eq(&known.wanted, &wanted));
    if let Some(Known { wanted, update: Update::Done(Ok(response)) }) = known.as_deref() {
        *last.borrow_mut() = Some((wanted.3.clone(), response.clone()));
    }
    let again = {
        let attempt = attempt.clone();
        use_callback(attempt, |(), attempt| attempt.set(**attempt + 1))
    };
    let (error, progress, waiting) = match current.map(|known| &known.update) {
        Some(Update::Done(Ok(_))) => (None, None, false),
        Some(Update::Done(Err(error))) => (Some(error.clone()), None, false),
        Some(Update::Progress(progress)) => (None, Some(progress.clone()), true),
        None => (None, None, wanted.0.is_some()),
    };
    // Where a question failed, the answer to another one must not stand in its place.
    // Nor may one about other texts.
    let last = last.borrow().clone().filter(|(of, _)| error.is_none() && *of == wanted.3);
    let response = last.map(|(_, response)| response);
    Asked { response, error, progress, waiting, again }
}

/// A question, its settings, which attempt it is, and the texts it is asked of.
type Wanted = (Option<Request>, Settings, u32, Option<ByPointer<Texts>>);

/// The last that was heard, and of which question.
struct Known {
    wanted: Rc<Wanted>,
    update: Update,
}
