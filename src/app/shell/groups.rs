//! What is compared: the choice in the rail, the groups with their articles, and groups made by hand.

use std::rc::Rc;

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlInputElement};
use yew::prelude::*;

use super::many::listed;
use super::rail::item;
use crate::app::ask::{GroupsQuestion, use_answer};
use crate::app::components::icon::{Icon, icon_button};
use crate::app::components::{ArticleBadge, Progress};
use crate::app::context::{App, use_app};
use crate::app::drawn::fits;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::controls::Select;
use crate::app::state::{Action, GROUP_ID, Groups, Step};
use crate::chart::order;
use crate::protocol::{
    ArticleNote, Compared, Field, FrequencyColumn, Group, GroupsReport, HandGroup, MOST_DRAWN, Marking, NOT_GROUPED,
    NOT_STATED, Published, Source,
};
use crate::route::{FrequencyState, State};

/// What can be compared, in the order of the choice; by hand comes after these.
const CHOICES: [(Compared, &str); 10] = [
    (Compared::Articles, "each article"),
    (Compared::By(Field::Outlet), "by outlet"),
    (Compared::By(Field::Day), "by day"),
    (Compared::By(Field::Month), "by month"),
    (Compared::By(Field::Place), "by place"),
    (Compared::By(Field::Country), "by country"),
    (Compared::By(Field::Author), "by author"),
    (Compared::By(Field::Language), "by language"),
    (Compared::By(Field::Translated), "translated or not"),
    (Compared::By(Field::Label), "by label"),
];

/// What the settings compare; each article, where they say nothing that is known.
fn compared(app: &App) -> Compared {
    Compared::read(&app.state().settings.grouping).unwrap_or_default()
}

/// The choices, as commands of the palette name them, by their places.
pub(super) fn commands() -> impl Iterator<Item = (usize, String)> {
    let named = CHOICES.iter().map(|(_, name)| *name).chain(["by hand"]);
    named.map(|name| ["Compare articles: ", name].concat()).enumerate()
}

/// Has what stands at this place of the choice compared.
pub(super) fn choose(app: &App, place: usize) {
    let compared = match CHOICES.get(place) {
        Some((compared, _)) => compared.clone(),
        None => Compared::by_hand(to_begin_with(app)),
    };
    app.change(move |state| {
        state.settings.grouping = compared.setting();
        forget(state);
    });
}

/// Lets go of what was chosen by the units that were compared before: undone, it comes back.
fn forget(state: &mut State) {
    state.drawn.from = 0;
    state.keywords.articles.clear();
    state.compare.pair = None;
    state.compare.set.clear();
    state.compare.texts = None;
    state.number = None;
    state.how = false;
    if matches!(state.frequency.order.sort, FrequencyColumn::Article(_)) {
        state.frequency.order = FrequencyState::default().order;
    }
    let is_group = |id: &str| id.starts_with(GROUP_ID);
    state.reader.take_if(|reader| is_group(&reader.article) || reader.beside.as_deref().is_some_and(is_group));
}

/// Groups by hand begin as the groups in force; where there are none, as two that are empty.
fn to_begin_with(app: &App) -> Vec<HandGroup> {
    let Some(groups) = app.page().groups().filter(|_| app.by_groups()) else {
        return ["Group 1", "Group 2"].map(|name| HandGroup { name: name.to_owned(), articles: Vec::new() }).to_vec();
    };
    let of = |group: &ArticleNote| HandGroup {
        name: group.title.clone(),
        articles: members(app, group).map(|article| article.id.clone()).collect(),
    };
    groups.notes.iter().filter(|group| group.title != NOT_STATED).map(of).collect()
}

/// The articles of a group, those that are off too.
fn members<'a>(app: &'a App, group: &ArticleNote) -> impl Iterator<Item = &'a ArticleNote> + use<'a> {
    let numbers = app.page().groups().map_or(&[][..], |groups| groups.members_of(group.article));
    numbers.iter().filter_map(|number| app.article(*number))
}

/// A group, told of as an article is.
fn note(app: &App, group: &Group, dated: bool) -> ArticleNote {
    let off = &app.state().settings.off;
    let is_on = |number: &u32| app.article(*number).is_some_and(|article| !off.contains(&article.id));
    let name = if dated { labels::dated(&group.name) } else { group.name.clone() };
    ArticleNote {
        article: group.number,
        id: [GROUP_ID.encode_utf8(&mut [0; 4]), group.name.as_str()].concat(),
        title: name.clone(),
        title_source: Source::Ours,
        outlet: Some(name),
        shares_outlet: false,
        author: None,
        published: Published::default(),
        place: None,
        label: None,
        language: String::new(),
        translated: false,
        on: group.articles.iter().any(is_on),
        tokens: group.tokens,
        types: 0,
        sentences: 0,
        paragraphs: 0,
        furniture_tokens: 0,
    }
}

/// What is compared: each article, groups by what articles state, groups by hand.
#[component]
pub(super) fn CompareChoice() -> Html {
    let app = use_app();
    let compared = compared(&app);
    let options = CHOICES.iter().map(|(_, name)| AttrValue::from(*name)).chain(["by hand".into()]);
    let chosen = CHOICES.iter().position(|(choice, _)| *choice == compared).unwrap_or(CHOICES.len());
    let on_choose = Callback::from(move |place: usize| choose(&app, place));
    part!(Select { label: "Compare", options: options.collect::<Vec<_>>(), chosen, on_choose })
}

/// See [`GroupList`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GroupListProps {
    /// Words of the longest article.
    pub longest: u32,
}

/// The groups in force, each with its articles; asks the engine for them on behalf of the page.
#[component]
pub(super) fn GroupList(props: &GroupListProps) -> Html {
    let app = use_app();
    let answer = use_answer(Some(GroupsQuestion));
    let compared = compared(&app);
    let current = answer.report().filter(|_| !answer.waiting()).cloned();
    {
        let (app, compared) = (app.clone(), compared.clone());
        use_effect_with(current, move |report| {
            if let Some(report) = report {
                tell(&app, &compared, report);
            }
        });
    }
    // The article that was moved is still the one that is looked at.
    let moved = use_mut_ref(|| None::<String>);
    let groups = app.page().groups.clone();
    {
        let moved = moved.clone();
        use_effect_with(groups, move |_| {
            let field = moved.take().and_then(|id| document().get_element_by_id(&field_of(&id)));
            if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
                let _ = field.focus();
            }
        });
    }
    let by_hand = match &compared {
        Compared::ByHand(groups) => Some(groups.clone()),
        _ => None,
    };
    let (notes, _) = listed(&app);
    let notes = if app.page().groups().is_some() { notes } else { Vec::new() };
    // Where not all have room, so many of each group.
    let many = app.articles().len() > MOST_DRAWN;
    let each = if many { (2 * MOST_DRAWN / notes.len().max(1)).max(2) } else { usize::MAX };
    let typed = app.state().drawn.find.clone();
    let section = |group: &ArticleNote| {
        let hand = by_hand.as_ref().filter(|groups| groups.iter().any(|made| made.name == group.title));
        let article = |article: &ArticleNote| {
            let choice = by_hand.as_ref().map(|groups| place(&app, &article.id, groups, &moved));
            item(article, props.longest, choice.unwrap_or_default())
        };
        let name = [&labels::called(group.article), ": ", &group.title].concat();
        let empty = members(&app, group).next().is_none();
        // A group that isn't found itself is by these.
        let of_group = fits(group, &typed);
        let found: Vec<&ArticleNote> =
            members(&app, group).filter(|article| !many || of_group || fits(article, &typed)).collect();
        let more = found.len().saturating_sub(each);
        html! {
            <section class="rail-group" aria-label={name} key={group.id.clone()}>
                <div class="rail-group-head">
                    { part!(ArticleBadge { article: group.article, named: true }) }
                    if let Some(groups) = hand {
                        { part!(Name { name: group.title.clone(), groups: groups.clone() }) }
                    } else {
                        <h3>{ &group.title }</h3>
                    }
                    <span class="soft">
                        if group.tokens > 0 {
                            { part!(Number {
                                text: labels::counted(group.tokens, "word", "words"),
                                origin: Origin::Sizes(Marking::Words, Some(group.article)),
                            }) }
                        }
                    </span>
                </div>
                if empty {
                    <p class="soft">{ "No article yet: choose this group for one." }</p>
                }
                <ul>{ for found.into_iter().take(each).map(article) }</ul>
                if more > 0 {
                    <p class="soft rail-more">{ "and " }{ labels::counted(more as u32, "other", "others") }</p>
                }
            </section>
        }
    };
    html! {
        <div class="rail-groups">
            { part!(Progress { asked: answer.asked.clone() }) }
            { for notes.iter().map(section) }
            if let Some(groups) = by_hand {
                { new_group(&app, groups) }
            }
        </div>
    }
}

/// Gives the page the groups; lets go of what names an article or a group that isn't there, and says so.
fn tell(app: &App, compared: &Compared, report: &GroupsReport) {
    let dated = matches!(compared, Compared::By(Field::Day | Field::Month));
    let notes: Vec<ArticleNote> = report.groups.iter().map(|group| note(app, group, dated)).collect();
    let known: Vec<String> = notes.iter().map(|note| note.id.clone()).collect();
    let members = report.groups.iter().map(|group| group.articles.clone()).collect();
    app.act(Action::Groups(Rc::new(Groups { of: app.state().settings.grouping.clone(), notes, members })));
    let mut gone = Vec::new();
    let mut state = (**app.state()).clone();
    let mut is = |id: &String| {
        let is = !id.starts_with(GROUP_ID) || known.contains(id);
        if !is {
            gone.push(id.trim_start_matches(GROUP_ID).to_owned());
        }
        is
    };
    state.keywords.articles.retain(&mut is);
    state.compare.set.retain(&mut is);
    state.compare.pair.take_if(|(a, b)| !(is(a) && is(b)));
    state.reader.take_if(|reader| !is(&reader.article) || reader.beside.as_ref().is_some_and(|id| !is(id)));
    if state.number.take_if(|number| !(is(&number.article) && is(&number.beside))).is_some() {
        state.how = false;
    }
    if let Compared::ByHand(groups) = compared
        && !report.unknown.is_empty()
    {
        let mut groups = groups.clone();
        for group in &mut groups {
            group.articles.retain(|id| !report.unknown.contains(id));
        }
        state.settings.grouping = Compared::by_hand(groups).setting();
    }
    if state != **app.state() {
        app.act(Action::Change(Step::Mend, Box::new(move |now| *now = state)));
    }
    for id in order::distinct(report.unknown.clone()) {
        app.act(Action::Say(
            [
                "This corpus has no article \u{201c}",
                &id,
                "\u{201d}, which the address puts into a group; it was left out.",
            ]
            .concat(),
        ));
    }
    for name in order::distinct(gone) {
        app.act(Action::Say(
            ["There is no group \u{201c}", &name, "\u{201d}, which the address asked for; it was left out."].concat(),
        ));
    }
}

/// Changes groups made by hand.
fn change(app: &App, mut groups: Vec<HandGroup>, how: impl FnOnce(&mut Vec<HandGroup>)) {
    how(&mut groups);
    let setting = Compared::by_hand(groups).setting();
    app.change(move |state| state.settings.grouping = setting);
}

/// A name that no group has: `Group 3`.
fn free_name(groups: &[HandGroup]) -> String {
    let mut number = groups.len();
    loop {
        number += 1;
        let name = ["Group ", &number.to_string()].concat();
        if groups.iter().all(|group| group.name != name) {
            return name;
        }
    }
}

fn new_group(app: &App, groups: Vec<HandGroup>) -> Html {
    let app = app.clone();
    let onclick = move |_: MouseEvent| {
        let name = free_name(&groups);
        change(&app, groups.clone(), |groups| groups.push(HandGroup { name, articles: Vec::new() }));
    };
    html! { <button type="button" class="button quiet rail-new" {onclick}>{ "New group" }</button> }
}

/// Id of the field that says which group an article is in.
fn field_of(article: &str) -> String {
    ["group-of-", article].concat()
}

/// Which group an article is in, made by hand; `moved` is told which article was moved.
fn place(app: &App, id: &str, groups: &[HandGroup], moved: &Rc<std::cell::RefCell<Option<String>>>) -> Html {
    let chosen = groups.iter().position(|group| group.articles.iter().any(|article| article == id));
    let names = groups.iter().map(|group| AttrValue::from(group.name.clone()));
    let options: Vec<AttrValue> = names.chain([NOT_GROUPED.into(), "a new group".into()]).collect();
    let on_choose = {
        let (app, id, groups, moved) = (app.clone(), id.to_owned(), groups.to_vec(), moved.clone());
        Callback::from(move |place: usize| {
            let id = id.clone();
            moved.replace(Some(id.clone()));
            change(&app, groups.clone(), |groups| {
                for group in groups.iter_mut() {
                    group.articles.retain(|article| *article != id);
                }
                if place > groups.len() {
                    groups.push(HandGroup { name: free_name(groups), articles: vec![id] });
                } else if let Some(group) = groups.get_mut(place) {
                    group.articles.push(id);
                }
            });
        })
    };
    let chosen = chosen.unwrap_or(groups.len());
    part!(Select { label: "in", options, chosen, on_choose, id: AttrValue::from(field_of(id)) })
}

#[derive(Clone, PartialEq, Properties)]
struct NameProps {
    /// The group's name.
    name: AttrValue,
    /// All groups made by hand.
    groups: Vec<HandGroup>,
}

/// A group's name, which can be changed, and the way to be rid of the group.
#[component]
fn Name(props: &NameProps) -> Html {
    let app = use_app();
    let onchange = {
        let (app, props) = (app.clone(), props.clone());
        move |event: Event| {
            let Some(field) = event.target_dyn_into::<HtmlInputElement>() else { return };
            let name = field.value().trim().to_owned();
            // Two groups of one name would be one.
            let taken = props.groups.iter().any(|group| group.name == name) || name == NOT_GROUPED;
            if name.is_empty() || taken {
                field.set_value(&props.name);
                return;
            }
            change(&app, props.groups.clone(), |groups| {
                if let Some(group) = groups.iter_mut().find(|group| props.name == group.name) {
                    group.name = name;
                }
            });
        }
    };
    let remove = {
        let props = props.clone();
        Callback::from(move |_: MouseEvent| {
            change(&app, props.groups.clone(), |groups| groups.retain(|group| props.name != group.name));
        })
    };
    html! {
        <>
            <input class="rail-name" type="text" value={props.name.clone()} aria-label="Name of the group" maxlength="60" {onchange} />
            { icon_button(Icon::Close, ["Take the group ", &props.name, " apart"].concat().into(), false, remove) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_group_has_a_name_of_its_own() {
        let group = |name: &str| HandGroup { name: name.to_owned(), articles: Vec::new() };
        assert_eq!(free_name(&[]), "Group 1");
        assert_eq!(free_name(&[group("Group 2")]), "Group 3");
        assert_eq!(free_name(&[group("East"), group("West")]), "Group 3");
    }

    #[test]
    fn what_was_chosen_among_other_units_is_let_go() {
        let mut state = State::default();
        state.compare.pair = Some(("a".into(), "b".into()));
        state.compare.set = vec!["a".into()];
        state.keywords.group = vec!["a".into()];
        state.keywords.articles = vec!["~East".into()];
        state.frequency.order.sort = FrequencyColumn::Article(3);
        forget(&mut state);
        let mut expected = State::default();
        expected.keywords.group = vec!["a".into()];
        assert_eq!(state, expected, "articles put together for a comparison stay articles");
    }
}
