//! Everything on screen that a person can change, and the one reducer that changes it.
//!
//! What a link carries is [`route::State`](State); the rest (what is open over the page, notices,
//! the steps to undo) goes with the page.

use std::rc::Rc;

use yew::prelude::*;

use super::corpus::{self, Own};
use crate::chart::order;
use crate::protocol::{ArticleNote, FrequencyColumn, GROUPS, Grouping};
use crate::route::{AgainstState, FrequencyState, ReaderState, State, View};

/// What a group's id begins with, and no article's does: its name follows.
pub const GROUP_ID: char = '~';

/// How a change enters the browser's history and the steps to undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A step of its own: a switch, a selection, another view.
    Push,
    /// Part of the step before it: typing, dragging. The first of a row makes a step to undo.
    Type,
    /// Comes from the browser's history: the address is already right.
    Arrived,
    /// Puts right what an address had wrong: no step at all.
    Mend,
}

/// What lies over the page; the topmost is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// Every view and command, by typing.
    Palette,
    /// The keys.
    Keys,
    /// The settings.
    Settings,
    /// Saving and opening a manifest.
    Manifest,
    /// What shows that nothing leaves the machine.
    Privacy,
    /// Adding texts.
    AddTexts,
    /// Taking things along.
    TakeAlong,
    /// A link whose texts aren't here.
    Arrived,
    /// The articles, where the page is too narrow for the rail.
    Rail,
}

/// A sentence for the person, with a way to be rid of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its number.
    pub id: u32,
    /// Plain words.
    pub text: String,
}

/// A change to what a link carries.
pub type Change = Box<dyn FnOnce(&mut State)>;

/// Whether the person's own corpus is kept in the browser.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// Nothing is to be kept.
    #[default]
    Nothing,
    /// It is being saved.
    Saving,
    /// It is.
    Saved,
    /// It isn't, and why.
    Not(String),
    /// Another tab has it: what is done here isn't kept.
    Elsewhere,
}

/// A change to which texts there are, or what is known of them, and to what a link carries with it. The
/// corpus is the person's own; `None` is the example.
pub type Rework = Box<dyn FnOnce(&mut Option<Own>, &mut State)>;

/// What can happen.
pub enum Action {
    /// What a link carries changes.
    Change(Step, Change),
    /// The corpus changes.
    Rework(Rework),
    /// Another corpus is opened, with the state it was left in; `None`: the example.
    Begin(Option<Own>, Box<State>),
    /// The corpus is kept, or isn't.
    Keeping(Keeping),
    /// The settings, pictures, filters and texts as they were before the last step.
    Undo,
    /// As they were before the last undo.
    Redo,
    /// The engine has said which articles there are.
    Corpus(Rc<Vec<ArticleNote>>),
    /// It has said which groups a grouping makes of them.
    Groups(Rc<Groups>),
    /// Something opens over the page.
    Open(Overlay),
    /// It closes.
    Close(Overlay),
    /// There is something to say.
    Say(String),
    /// It was read.
    Dismiss(u32),
}

/// Most steps that can be undone.
const STEPS: usize = 200;

/// The groups of a grouping, each told of as an article is: what names an article names a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Groups {
    /// The grouping.
    pub of: Grouping,
    /// A group each, by its place among them.
    pub notes: Vec<ArticleNote>,
    /// By place: the numbers of its articles, those that are off too.
    pub members: Vec<Vec<u32>>,
}

impl Groups {
    /// The numbers of the articles of the group with this number.
    #[must_use]
    pub fn members_of(&self, number: u32) -> &[u32] {
        let place = number.checked_sub(GROUPS).and_then(|place| self.members.get(place as usize));
        place.map_or(&[], Vec::as_slice)
    }

    /// The number of the group that an article is in; its own where it is in none, and a group's own.
    #[must_use]
    pub fn group_of(&self, number: u32) -> u32 {
        let place = self.members.iter().position(|members| members.binary_search(&number).is_ok());
        place.map_or(number, |place| GROUPS + place as u32)
    }
}

/// What a step to undo goes back to.
pub(crate) type Work = (Rc<State>, Option<Own>);

/// The state of the page.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What a link carries.
    pub state: Rc<State>,
    /// How it came to be so.
    pub step: Step,
    /// The person's own corpus; `None`: the example.
    pub own: Option<Own>,
    /// Whether that is kept.
    pub keeping: Keeping,
    /// The articles, once the engine has said which there are.
    pub articles: Option<Rc<Vec<ArticleNote>>>,
    /// The groups that were last told of.
    pub groups: Option<Rc<Groups>>,
    /// What lies over the page.
    pub overlays: Vec<Overlay>,
    /// What there is to say.
    pub notices: Vec<Notice>,
    pub(crate) undo: Vec<Work>,
    pub(crate) redo: Vec<Work>,
    last_notice: u32,
}

impl Page {
    /// The page that an address asks for, with what could not be read of it.
    #[must_use]
    pub fn new(state: State, notices: Vec<String>) -> Self {
        let mut page = Self {
            state: Rc::new(state),
            step: Step::Mend,
            own: None,
            keeping: Keeping::default(),
            articles: None,
            groups: None,
            overlays: Vec::new(),
            notices: Vec::new(),
            undo: Vec::new(),
            redo: Vec::new(),
            last_notice: 0,
        };
        for notice in notices {
            page.say(notice);
        }
        page
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is a step to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    pub(crate) fn say(&mut self, text: String) {
        if self.notices.iter().any(|notice| notice.text == text) {
            return;
        }
        self.last_notice += 1;
        self.notices.push(Notice { id: self.last_notice, text });
    }

    fn change(&mut self, step: Step, change: Change) {
        let mut next = (*self.state).clone();
        change(&mut next);
        // A notice is about the address one came by; another view, or another address, is another place.
        if step == Step::Arrived || next.view != self.state.view {
            self.notices.clear();
        }
        if next == *self.state {
            return;
        }
        // Methods has no text to be read beside: the reader is left with the view it was opened on.
        if step != Step::Arrived && next.view == View::Methods && self.state.view != View::Methods {
            next.reader = None;
        }
        // What was looked into is left with the reader, or for another word's places.
        let was = self.state.reader.as_ref();
        let elsewhere = match (was, &next.reader) {
            (Some(was), Some(is)) => was.term != is.term || was.marking != is.marking,
            (was, is) => was.is_some() != is.is_some(),
        };
        let kept = next.number == self.state.number;
        if step != Step::Arrived && !next.how && (elsewhere && kept || next.reader.is_none()) {
            next.number = None;
        }
        // Where the list of articles lies over the page as a sheet, it would cover what was asked for.
        if next.view != self.state.view || next.reader != self.state.reader {
            self.overlays.retain(|overlay| *overlay != Overlay::Rail);
        }
        let typing_on = step == Step::Type && self.step == Step::Type;
        if matches!(step, Step::Push | Step::Type) && !typing_on && !same_work(&self.state, &next) {
            self.remember();
        }
        self.state = Rc::new(next);
        self.step = step;
    }

    /// Makes a step to undo of what is there now.
    pub(crate) fn remember(&mut self) {
        self.undo.push((self.state.clone(), self.own.clone()));
        if self.undo.len() > STEPS {
            self.undo.remove(0);
        }
        self.redo.clear();
    }

    /// Takes what the corpus doesn't have out of the state, and says so.
    fn mend(&mut self) {
        let Some(articles) = self.articles.clone() else { return };
        // Who reads an address that says more than the view is there before the page: the rest of this comes late.
        if *self.state == (State { view: self.state.view, ..State::default() }) {
            return;
        }
        let mut state = (*self.state).clone();
        let notices = forget_unknown(&mut state, &|id| articles.iter().any(|article| article.id == id));
        if state != *self.state {
            self.state = Rc::new(state);
            self.step = Step::Mend;
        }
        for notice in notices {
            self.say(notice);
        }
    }

    /// The frequency table can be ordered by an article: falls back to its usual order where that
    /// article is switched off or isn't there.
    fn order_by_what_is_there(&mut self) {
        let FrequencyColumn::Article(number) = self.state.frequency.order.sort else { return };
        let Some(articles) = self.articles.as_deref() else { return };
        // Groups that aren't known yet may have it.
        if number >= GROUPS && !self.state.settings.grouping.is_each() && self.groups().is_none() {
            return;
        }
        let note =
            self.groups().map_or(articles, |groups| &groups.notes).iter().find(|article| article.article == number);
        if note.is_none_or(|article| !article.on || self.state.settings.off.contains(&article.id)) {
            let mut state = (*self.state).clone();
            state.frequency.order = FrequencyState::default().order;
            self.state = Rc::new(state);
        }
    }

    /// The groups in force; `None` where each article is compared by itself, and until they are known.
    #[must_use]
    pub fn groups(&self) -> Option<&Groups> {
        self.groups.as_deref().filter(|groups| groups.of == self.state.settings.grouping)
    }

    /// Goes back to a step, which keeps the reader and shows the view where the step was made.
    fn step_to(&mut self, (to, own): &Work) {
        self.state = Rc::new(State { reader: self.state.reader.clone(), ..(**to).clone() });
        self.step = Step::Push;
        if *own != self.own {
            corpus::apart::wear(self, own.clone());
        }
    }
}

/// Whether two states differ in nothing but where one is and what one reads, which is for the
/// browser's own back and forward.
fn same_work(a: &State, b: &State) -> bool {
    a.settings == b.settings
        && a.drawn == b.drawn
        && a.keywords == b.keywords
        && a.frequency == b.frequency
        && a.compare == b.compare
        && a.quotes == b.quotes
        && a.coverage == b.coverage
        && a.framing == b.framing
        && a.style == b.style
        && a.corpus == b.corpus
        && a.orders == b.orders
}

impl Reducible for Page {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut page = (*self).clone();
        match action {
            Action::Change(step, change) => {
                page.change(step, change);
                if step == Step::Arrived {
                    page.mend();
                }
            }
            Action::Rework(rework) => corpus::apart::rework(&mut page, rework),
            Action::Begin(own, state) => corpus::apart::begin(&mut page, own, *state),
            Action::Keeping(keeping) => page.keeping = keeping,
            Action::Undo => {
                if let Some(before) = page.undo.pop() {
                    page.redo.push((page.state.clone(), page.own.clone()));
                    page.step_to(&before);
                }
            }
            Action::Redo => {
                if let Some(after) = page.redo.pop() {
                    page.undo.push((page.state.clone(), page.own.clone()));
                    page.step_to(&after);
                }
            }
            Action::Corpus(articles) => {
                let first = page.articles.is_none();
                page.articles = Some(articles);
                if first {
                    page.mend();
                }
            }
            Action::Groups(groups) => page.groups = Some(groups),
            Action::Open(overlay) => {
                page.overlays.retain(|open| *open != overlay);
                page.overlays.push(overlay);
            }
            Action::Close(overlay) => page.overlays.retain(|open| *open != overlay),
            Action::Say(text) => page.say(text),
            Action::Dismiss(id) => page.notices.retain(|notice| notice.id != id),
        }
        page.order_by_what_is_there();
        if page == *self { self } else { Rc::new(page) }
    }
}

/// Takes ids that the corpus doesn't have out of the state; a notice for each. Kept out of line, so that the build can
/// split it off.
#[inline(never)]
pub(crate) fn forget_unknown(state: &mut State, has: &dyn Fn(&str) -> bool) -> Vec<String> {
    // Which groups there are isn't known yet.
    let known = |id: &str| id.starts_with(GROUP_ID) || has(id);
    let mut unknown: Vec<String> = Vec::new();
    let mut keep = |ids: &mut Vec<String>| {
        ids.retain(|id| {
            let is = known(id);
            if !is {
                unknown.push(id.clone());
            }
            is
        });
    };
    keep(&mut state.settings.off);
    keep(&mut state.keywords.articles);
    keep(&mut state.keywords.group);
    if let AgainstState::Articles(reference) = &mut state.keywords.against {
        keep(reference);
    }
    keep(&mut state.compare.set);
    for place in [&mut state.compare.reused, &mut state.quotes.utterance] {
        if let Some((id, byte)) = place.take() {
            let mut ids = vec![id];
            keep(&mut ids);
            *place = ids.pop().map(|id| (id, byte));
        }
    }
    for both in [&mut state.compare.pair, &mut state.compare.texts] {
        if let Some((a, b)) = both.take() {
            let mut pair = vec![a, b];
            keep(&mut pair);
            if let [a, b] = pair.as_slice() {
                *both = Some((a.clone(), b.clone()));
            }
        }
    }
    if let Some(number) = state.number.take() {
        let mut ids: Vec<String> =
            [&number.article, &number.beside].into_iter().filter(|id| !id.is_empty()).cloned().collect();
        let asked = ids.len();
        keep(&mut ids);
        state.how &= ids.len() == asked;
        state.number = (ids.len() == asked).then_some(number);
    }
    if let Some(reader) = state.reader.take() {
        let mut ids: Vec<String> = Some(&reader.article).filter(|id| !id.is_empty()).cloned().into_iter().collect();
        let asked = ids.len();
        keep(&mut ids);
        let mut beside: Vec<String> = reader.beside.clone().into_iter().collect();
        keep(&mut beside);
        if ids.len() == asked {
            state.reader = Some(ReaderState { beside: beside.pop(), ..reader });
        }
    }
    order::distinct(unknown)
        .into_iter()
        .map(|id| {
            ["This corpus has no article \u{201c}", &id, "\u{201d}, which the address asked for; it was left out."]
                .concat()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::route::View;

    fn after(page: Page, actions: Vec<Action>) -> Page {
        let page = actions.into_iter().fold(Rc::new(page), |page, action| page.reduce(action));
        (*page).clone()
    }

    fn fresh() -> Page {
        Page::new(State::default(), Vec::new())
    }

    fn minimum(step: Step, minimum: u32) -> Action {
        Action::Change(step, Box::new(move |state| state.keywords.minimum = minimum))
    }

    fn filter(text: &'static str) -> Action {
        Action::Change(Step::Type, Box::new(move |state| state.keywords.filter = text.into()))
    }

    #[test]
    fn undo_and_redo_walk_the_steps() {
        let page = after(fresh(), vec![minimum(Step::Push, 3), minimum(Step::Push, 5), Action::Undo]);
        assert_eq!(page.state.keywords.minimum, 3);
        assert!(page.can_undo() && page.can_redo());
        let page = after(page, vec![Action::Redo]);
        assert_eq!(page.state.keywords.minimum, 5);
        let page = after(page, vec![Action::Undo, Action::Undo, Action::Undo]);
        assert_eq!(*page.state, State::default());
        let page = after(page, vec![minimum(Step::Push, 9)]);
        assert!(!page.can_redo(), "a new step ends what could be done again");
    }

    #[test]
    fn what_the_quotes_view_shows_is_a_step() {
        let choose = Action::Change(Step::Push, Box::new(|state| state.quotes.utterance = Some(("a".into(), 7))));
        let every = Action::Change(Step::Push, Box::new(|state| state.quotes.every = true));
        let page = after(fresh(), vec![choose, every, Action::Undo]);
        assert!(!page.state.quotes.every && page.state.quotes.utterance.is_some());
        let page = after(page, vec![Action::Undo]);
        assert_eq!(*page.state, State::default());
    }

    #[test]
    fn a_word_typed_is_one_step() {
        let page = after(fresh(), vec![filter("n"), filter("na"), filter("nat"), Action::Undo]);
        assert_eq!(page.state.keywords.filter, "");
        assert!(!page.can_undo());
    }

    #[test]
    fn going_and_reading_are_no_steps_to_undo() {
        let go = Action::Change(Step::Push, Box::new(|state| state.view = View::Compare));
        let read = Action::Change(Step::Push, Box::new(|state| state.reader = Some(ReaderState::default())));
        let page = after(fresh(), vec![go, read]);
        assert!(!page.can_undo());
        let page = after(page, vec![minimum(Step::Push, 3), Action::Undo]);
        assert!(page.state.reader.is_some(), "undo keeps the reader");
        assert_eq!(page.state.view, View::Compare);
    }

    #[test]
    fn what_changes_nothing_is_no_step() {
        let page = after(fresh(), vec![minimum(Step::Push, 2)]);
        assert_eq!(page, fresh());
    }

    #[test]
    fn articles_that_are_not_there_are_left_out_and_said_once() {
        let state = State {
            reader: Some(ReaderState { article: "gone".into(), ..ReaderState::default() }),
            settings: crate::protocol::Settings { off: vec!["gone".into(), "lost".into()], ..Default::default() },
            ..State::default()
        };
        let page = after(Page::new(state, Vec::new()), vec![Action::Corpus(Rc::new(Vec::new()))]);
        assert_eq!(*page.state, State::default());
        assert_eq!(page.notices.len(), 2);
        let read = page.notices[0].id;
        assert_eq!(after(page, vec![Action::Dismiss(read)]).notices.len(), 1);
    }

    #[test]
    fn a_table_is_not_ordered_by_an_article_that_is_off_or_not_there() {
        let note = |article: u32, id: &str| ArticleNote {
            article,
            id: id.into(),
            title: String::new(),
            title_source: crate::protocol::Source::Stated,
            outlet: None,
            shares_outlet: false,
            author: None,
            published: crate::protocol::Published::default(),
            place: None,
            label: None,
            language: "en".into(),
            translated: false,
            on: true,
            tokens: 1,
            types: 1,
            sentences: 1,
            paragraphs: 1,
            furniture_tokens: 0,
        };
        let corpus = || Action::Corpus(Rc::new(vec![note(0, "a"), note(1, "b")]));
        let by = |number| {
            Action::Change(
                Step::Push,
                Box::new(move |state: &mut State| state.frequency.order.sort = FrequencyColumn::Article(number)),
            )
        };
        let off = Action::Change(Step::Push, Box::new(|state: &mut State| state.settings.off = vec!["b".into()]));
        let page = after(fresh(), vec![corpus(), by(1)]);
        assert_eq!(page.state.frequency.order.sort, FrequencyColumn::Article(1));
        assert_eq!(after(page, vec![off]).state.frequency, FrequencyState::default());
        assert_eq!(after(fresh(), vec![by(9), corpus()]).state.frequency, FrequencyState::default());
    }

    #[test]
    fn the_sheet_of_articles_goes_when_one_is_opened() {
        let open = after(fresh(), vec![Action::Open(Overlay::Rail), minimum(Step::Push, 3)]);
        assert_eq!(open.overlays, [Overlay::Rail]);
        let read = |state: &mut State| state.reader = Some(ReaderState::default());
        assert!(after(open, vec![Action::Change(Step::Push, Box::new(read))]).overlays.is_empty());
    }

    #[test]
    fn a_notice_stays_behind_with_its_view() {
        let go = Action::Change(Step::Push, Box::new(|state: &mut State| state.view = View::Compare));
        let page = after(Page::new(State::default(), vec!["what".into()]), vec![minimum(Step::Push, 3)]);
        assert_eq!(page.notices.len(), 1);
        assert!(after(page, vec![go]).notices.is_empty());
    }
}
