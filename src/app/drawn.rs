//! Which units are drawn, where there are more than can be: a window of those that are found by their words.
//!
//! The rail lists them, and views draw what the rail lists; what is counted is always all that is on. While
//! there are no more than [`MOST_DRAWN`], all are drawn, whatever the address says.

use std::cell::RefCell;
use std::rc::Rc;

use super::context::App;
use super::labels;
use super::state::Groups;
use crate::protocol::{ArticleNote, MOST_DRAWN};
use crate::route::DrawnState;

/// Whether an article or a group is found by what was typed: every word of it stands in its title, outlet or id, or is
/// its letter. Empty finds all.
#[must_use]
pub fn fits(unit: &ArticleNote, typed: &str) -> bool {
    if typed.is_empty() {
        return true;
    }
    let of = [&unit.title, " ", unit.outlet.as_deref().unwrap_or(""), " ", &unit.id].concat();
    let (of, letter) = (labels::lower_case(&of), labels::lower_case(&labels::letter(unit.article)));
    labels::lower_case(typed).split_whitespace().all(|word| of.contains(word) || letter == word)
}

/// The units that are found, those that are off too; a group also by its articles.
#[must_use]
pub fn found(app: &App) -> Vec<&ArticleNote> {
    let typed = app.state().drawn.find.as_str();
    let of_group = |unit: &ArticleNote| {
        let groups = app.page().groups().filter(|_| app.by_groups());
        let members = groups.map_or(&[][..], |groups| groups.members_of(unit.article));
        members.iter().filter_map(|number| app.article(*number)).any(|article| fits(article, typed))
    };
    app.compared().iter().filter(|unit| fits(unit, typed) || of_group(unit)).collect()
}

/// Where the window begins among so many that are found: as the address has it, or, past their end, their last page.
#[must_use]
pub fn begins(app: &App, found: usize) -> usize {
    let from = app.state().drawn.from as usize;
    if from < found { from } else { found.saturating_sub(1) / MOST_DRAWN * MOST_DRAWN }
}

/// What the wanted numbers were made from.
type Known = (Option<Rc<Vec<ArticleNote>>>, Option<Rc<Groups>>, bool, DrawnState);

thread_local! {
    /// The numbers last asked for: every question asks.
    static WANTED: RefCell<Option<(Known, Vec<u32>)>> = const { RefCell::new(None) };
}

/// The numbers of those that the address has drawn: the first that are on, from where the window begins.
#[must_use]
pub fn wanted(app: &App) -> Vec<u32> {
    let page = app.page();
    let same = |known: &Known| {
        let pointers = |one: &Option<Rc<Vec<ArticleNote>>>| one.as_ref().map(Rc::as_ptr);
        let groups = |one: &Option<Rc<Groups>>| one.as_ref().map(Rc::as_ptr);
        pointers(&known.0) == pointers(&page.articles)
            && groups(&known.1) == groups(&page.groups)
            && known.2 == app.by_groups()
            && known.3 == app.state().drawn
    };
    let kept = WANTED.with_borrow(|kept| kept.as_ref().filter(|it| same(&it.0)).map(|it| it.1.clone()));
    kept.unwrap_or_else(|| {
        let found = found(app);
        let on = found[begins(app, found.len())..].iter().filter(|unit| unit.on);
        let wanted: Vec<u32> = on.take(MOST_DRAWN).map(|unit| unit.article).collect();
        let known = (page.articles.clone(), page.groups.clone(), app.by_groups(), app.state().drawn.clone());
        WANTED.set(Some((known, wanted.clone())));
        wanted
    })
}

/// The numbers of the units that are drawn, as the engine has it ([`crate::protocol::Settings::drawn`]).
#[must_use]
pub fn units(app: &App) -> Vec<u32> {
    let on = app.units_on();
    if on.len() <= MOST_DRAWN {
        return on;
    }
    let mut wanted = wanted(app);
    if wanted.is_empty() {
        wanted = on;
        wanted.truncate(MOST_DRAWN);
    }
    wanted
}

/// The numbers of the articles that are drawn: of groups, the first of their articles.
#[must_use]
pub fn articles(app: &App) -> Vec<u32> {
    let units = units(app);
    let Some(groups) = app.page().groups().filter(|_| app.by_groups()) else { return units };
    let mut members: Vec<u32> = units.iter().flat_map(|unit| groups.members_of(*unit)).copied().collect();
    members.retain(|number| app.article(*number).is_some_and(|article| article.on));
    members.sort_unstable();
    if app.articles_on() > MOST_DRAWN {
        members.truncate(MOST_DRAWN);
    }
    members
}
