//! What every component can reach: the state of the page, the articles, the engine.

use std::rc::Rc;

use yew::prelude::*;

use super::labels;
use super::shell::apart;
use super::state::{Action, Overlay, Page, Step};
use crate::protocol::{ArticleNote, CoverageColumn, GROUPS, Marking, NameKind};
use crate::route::{CoverageState, DrawnState, NumberState, Order, QuotesState, ReaderState, State, View};
use crate::worker::client::Client;
use crate::worker::client::texts::Texts;

/// What every component can reach. Compared by the page's state: a component that uses it is drawn
/// again when that changes.
#[derive(Clone, PartialEq)]
pub struct App {
    pub(crate) page: UseReducerHandle<Page>,
    pub(crate) client: Client,
}

impl App {
    /// What a link carries.
    #[must_use]
    pub fn state(&self) -> &Rc<State> {
        &self.page.state
    }

    /// The rest of the page's state.
    #[must_use]
    pub fn page(&self) -> &Page {
        &self.page
    }

    /// The texts of the person's own corpus; `None`: the example's.
    #[must_use]
    pub fn texts(&self) -> Option<Rc<Texts>> {
        self.page.own.as_ref().map(|own| own.texts.clone())
    }

    /// All articles, those switched off too, in corpus order; none until the engine has answered.
    #[must_use]
    pub fn articles(&self) -> &[ArticleNote] {
        self.page.articles.as_deref().map_or(&[], Vec::as_slice)
    }

    /// What is compared: all articles, or the groups in force; none until the engine has told of them.
    #[must_use]
    pub fn compared(&self) -> &[ArticleNote] {
        if self.by_groups() { self.page.groups().map_or(&[], |groups| &groups.notes) } else { self.articles() }
    }

    /// Whether groups are compared, not each article by itself.
    #[must_use]
    pub fn by_groups(&self) -> bool {
        !self.state().settings.grouping.is_each()
    }

    /// How many articles the settings leave on: known before the engine has answered for them.
    #[must_use]
    pub fn articles_on(&self) -> usize {
        self.articles().iter().filter(|article| !self.state().settings.off.contains(&article.id)).count()
    }

    /// The article, or the group, with this number.
    #[must_use]
    pub fn article(&self, number: u32) -> Option<&ArticleNote> {
        match number.checked_sub(GROUPS) {
            Some(group) => self.page.groups()?.notes.get(group as usize),
            None => self.articles().get(number as usize),
        }
    }

    /// The id of the article or group with this number; empty where there is none.
    #[must_use]
    pub fn id(&self, number: u32) -> &str {
        self.article(number).map_or("", |article| &article.id)
    }

    /// What a file calls the article or group with this number: its id, its name.
    #[must_use]
    pub fn file_name(&self, number: u32) -> &str {
        self.id(number).trim_start_matches(crate::app::state::GROUP_ID)
    }

    /// The number of the article or group with this id.
    #[must_use]
    pub fn number(&self, id: &str) -> Option<u32> {
        let groups = self.page.groups().map_or(&[][..], |groups| &groups.notes);
        self.articles().iter().chain(groups).find(|article| article.id == id).map(|article| article.article)
    }

    /// The numbers of the articles with these ids; ids the corpus doesn't have are passed over.
    #[must_use]
    pub fn numbers(&self, ids: &[String]) -> Vec<u32> {
        ids.iter().filter_map(|id| self.number(id)).collect()
    }

    /// The numbers of those units that are compared and have these ids; others are passed over.
    #[must_use]
    pub fn units(&self, ids: &[String]) -> Vec<u32> {
        let mut numbers = self.numbers(ids);
        numbers.retain(|number| (*number >= GROUPS) == self.by_groups());
        numbers
    }

    /// The numbers of what is compared and on: of articles, or of groups.
    #[must_use]
    pub fn units_on(&self) -> Vec<u32> {
        self.compared().iter().filter(|unit| unit.on).map(|unit| unit.article).collect()
    }

    /// The numbers of the units that are to be drawn; none where the address names none: then the engine draws the
    /// first. So it is, too, while there are no more than can be drawn, whichever these are.
    #[must_use]
    pub fn drawn(&self) -> Vec<u32> {
        // Who reads an address that says more is there before the page.
        if self.state().drawn == DrawnState::default() { Vec::new() } else { apart::drawn(self) }
    }

    /// Whether the article is the unit with this number, or one of its group.
    #[must_use]
    pub fn is_of(&self, unit: u32, article: u32) -> bool {
        unit == article || self.page.groups().is_some_and(|groups| groups.members_of(unit).contains(&article))
    }

    /// The unit that an article belongs to: its group, where groups are compared, or itself.
    #[must_use]
    pub fn unit_of(&self, number: u32) -> u32 {
        let groups = self.page.groups().filter(|_| self.by_groups());
        groups.map_or(number, |groups| groups.group_of(number))
    }

    /// The class that gives an element the colour of an article or a group: where groups are compared, an article
    /// wears that of its group, so that no article looks like another group.
    #[must_use]
    pub fn colour(&self, number: u32) -> &'static str {
        labels::colour(self.unit_of(number))
    }

    /// What a unit is called in a sentence: `article` or `group`.
    #[must_use]
    pub fn unit_noun(&self) -> &'static str {
        if self.by_groups() { "group" } else { "article" }
    }

    /// Something happens.
    pub fn act(&self, action: Action) {
        self.page.dispatch(action);
    }

    /// Changes what a link carries, as a step of its own: a switch, a selection.
    pub fn change(&self, change: impl FnOnce(&mut State) + 'static) {
        self.act(Action::Change(Step::Push, Box::new(change)));
    }

    /// Changes what a link carries while a person types or drags: the address follows, without a
    /// step in the browser's history for every letter.
    pub fn typed(&self, change: impl FnOnce(&mut State) + 'static) {
        self.act(Action::Change(Step::Type, Box::new(change)));
    }

    /// Goes to a view.
    pub fn go(&self, view: View) {
        self.change(move |state| state.view = view);
    }

    /// Opens something over the page.
    pub fn open(&self, overlay: Overlay) {
        self.act(Action::Open(overlay));
    }

    /// Shows the Methods view at a measure.
    pub fn explain(&self, measure: &str) {
        // A number that belongs to a measure is told of there.
        let measure = measure.split('.').next().map(str::to_owned);
        self.change(move |state| {
            state.view = View::Methods;
            state.measure = measure;
        });
    }

    /// Opens the reader at the first place of a term: in this article, or in the first that has it.
    pub fn open_term(&self, term: &str, article: Option<u32>) {
        self.open_hit(term, article, 0);
    }

    /// Opens the reader at a place of a term, counted from 0 within the article.
    pub fn open_hit(&self, term: &str, article: Option<u32>, hit: u32) {
        self.read(ReaderState { hit, ..self.at_term(term, article) }, None);
    }

    /// Opens the reader at the first place of a term, from a mark that stands for this measure of it:
    /// in `article`, compared with `beside` alone where one is given.
    pub fn open_mark(&self, term: &str, place: Option<u32>, measure: &str, article: Option<u32>, beside: Option<u32>) {
        let id = |number: Option<u32>| number.map(|number| self.id(number).to_owned()).unwrap_or_default();
        let number = NumberState {
            measure: measure.to_owned(),
            term: term.to_owned(),
            article: id(article),
            beside: id(beside),
        };
        self.read(self.at_term(term, place), Some(number));
    }

    /// Has the Frequency view's table list the words of these frequencies.
    pub fn list_frequencies(&self, least: u32, most: Option<u32>) {
        self.change(move |state| {
            state.frequency.minimum = least;
            state.frequency.maximum = most;
            state.frequency.filter.clear();
        });
    }

    /// Opens the reader at an article's beginning.
    pub fn open_article(&self, article: u32) {
        self.read(ReaderState { article: self.id(article).to_owned(), ..ReaderState::default() }, None);
    }

    /// Opens the reader at a passage, given by its first byte and one past its last.
    pub fn open_passage(&self, article: u32, passage: (u32, u32), beside: Option<u32>) {
        let reader = ReaderState {
            article: self.id(article).to_owned(),
            passage: Some(passage),
            beside: beside.map(|number| self.id(number).to_owned()),
            ..ReaderState::default()
        };
        self.read(reader, None);
    }

    /// Opens the reader at an article's beginning, with another beside it.
    pub fn open_beside(&self, article: u32, beside: u32) {
        let id = |number: u32| self.id(number).to_owned();
        self.read(ReaderState { article: id(article), beside: Some(id(beside)), ..ReaderState::default() }, None);
    }

    /// Opens the reader at two passages side by side: the article and the bytes of each.
    pub fn open_two(&self, one: (u32, (u32, u32)), two: (u32, (u32, u32))) {
        let reader = ReaderState {
            article: self.id(one.0).to_owned(),
            passage: Some(one.1),
            beside: Some(self.id(two.0).to_owned()),
            beside_passage: Some(two.1),
            ..ReaderState::default()
        };
        self.read(reader, None);
    }

    /// The reader at the first place of a term.
    #[must_use]
    pub fn at_term(&self, term: &str, article: Option<u32>) -> ReaderState {
        ReaderState {
            article: article.map(|number| self.id(number).to_owned()).unwrap_or_default(),
            term: term.to_owned(),
            ..ReaderState::default()
        }
    }

    /// The reader at the first place of what a number was counted from: in this article, or in the first that has any.
    #[must_use]
    pub fn at_marked(&self, marking: Marking, article: Option<u32>, beside: Option<u32>) -> ReaderState {
        let id = |number: u32| self.id(number).to_owned();
        ReaderState {
            article: article.map(id).unwrap_or_default(),
            marking: Some(marking),
            beside: beside.map(id),
            ..ReaderState::default()
        }
    }

    /// Lists the quotations of a choice in the Quotes view, and leaves all else there as it is.
    pub fn list_quotations(&self, list: QuotesState) {
        self.change(move |state| {
            let QuotesState { articles, kinds, speaker, class, verb, filter, .. } = list;
            state.view = View::Quotes;
            state.quotes = QuotesState { articles, kinds, speaker, class, verb, filter, ..state.quotes.clone() };
        });
    }

    /// Lists names of a kind in the Coverage view's table, the most frequent first; or those that one article alone has.
    pub fn list_names(&self, kind: Option<NameKind>, of_one: bool) {
        self.change(move |state| {
            state.view = View::Coverage;
            state.coverage.kind = kind;
            state.coverage.filter.clear();
            state.coverage.order = if of_one {
                Order { sort: CoverageColumn::Only, descending: false }
            } else {
                CoverageState::default().order
            };
        });
    }

    /// Opens the reader; `number` is what was looked into, where that can be worked out.
    pub fn read(&self, reader: ReaderState, number: Option<NumberState>) {
        self.change(move |state| {
            state.reader = Some(reader);
            state.number = number;
        });
    }

    /// Shows how a number is computed.
    pub fn work_out(&self, number: NumberState) {
        self.change(move |state| {
            state.number = Some(number);
            state.how = true;
        });
    }
}

/// What every component can reach.
///
/// # Panics
/// Outside [`Shell`](super::shell::Shell), which provides it.
#[hook]
pub fn use_app() -> App {
    use_context::<App>().expect("components stand inside Shell")
}
