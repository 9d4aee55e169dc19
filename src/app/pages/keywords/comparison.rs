//! Who is compared with whom: from the address to the question, and the line of controls that says it.

use yew::prelude::*;

use crate::app::context::{App, use_app};
use crate::app::drawn;
use crate::app::labels;
use crate::app::pages::controls::{ArticleChoice, Select};
use crate::app::pages::keyness::{self, Reference, Shown};
use crate::protocol::{Against, Comparison, Kind, Target};
use crate::route::{AgainstState, KeywordsState};

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

/// Those of `all` that aren't in the group.
fn without(all: &[String], group: &[String]) -> Vec<String> {
    all.iter().filter(|id| !group.contains(id)).cloned().collect()
}

/// What the table shows of this comparison.
#[must_use]
pub fn shown(app: &App) -> Shown {
    let comparison = of(app);
    Shown {
        target: match comparison.target {
            Target::Each => keyness::Target::Each,
            Target::Group(_) => keyness::Target::Group,
        },
        reference: match comparison.against {
            Against::Rest => Reference::Others,
            Against::Articles(_) => Reference::Chosen,
            Against::GeneralEnglish => Reference::English,
        },
        further: app.state().keywords.further.clone(),
        correction: comparison.correction,
        smoothing: comparison.smoothing,
        alike: app.state().keywords.kind == Kind::Alike,
        groups: app.by_groups(),
    }
}

/// What words are compared with, as pictures say it: `the other articles`.
#[must_use]
pub fn reference(app: &App) -> AttrValue {
    let comparison = of(app);
    match comparison.against {
        Against::Rest => {
            let groups = app.by_groups() && comparison.target == Target::Each;
            let two =
                if groups { app.units_on().len() == 2 } else { app.articles().iter().filter(|it| it.on).count() == 2 };
            let noun = if groups { "group" } else { "article" };
            ["the other ", noun, if two { "" } else { "s" }].concat().into()
        }
        Against::GeneralEnglish => "a billion words of general English".into(),
        Against::Articles(articles) => {
            let letters: Vec<String> = articles.into_iter().map(labels::letter).collect();
            letters.join(" + ").into()
        }
    }
}

/// The view's question, named after what is compared; `None`: the usual one.
#[must_use]
pub fn question(app: &App) -> Option<String> {
    let comparison = of(app);
    let kind = app.state().keywords.kind;
    let letters = |articles: &[u32]| match articles.len() {
        0..=MOST_NAMED => {
            // In the order of the corpus, whatever order they were chosen in.
            let in_order = crate::chart::order::distinct(articles.to_vec());
            let letters: Vec<String> = in_order.into_iter().map(labels::letter).collect();
            match letters.split_last() {
                Some((last, first)) if !first.is_empty() => [&first.join(", "), " and ", last].concat(),
                _ => letters.concat(),
            }
        }
        many => [&labels::count(many as u32), " articles"].concat(),
    };
    let target = match &comparison.target {
        Target::Each => ["each ", app.unit_noun()].concat(),
        Target::Group(articles) => letters(articles),
    };
    let reference = match &comparison.against {
        Against::Rest if kind != Kind::Alike && comparison.target == Target::Each => {
            return app.by_groups().then(|| "Which words set each group apart?".to_owned());
        }
        Against::Rest if comparison.target == Target::Each => ["the other ", app.unit_noun(), "s"].concat(),
        Against::Rest => "the other articles".to_owned(),
        Against::Articles(articles) => letters(articles),
        Against::GeneralEnglish => "general English".to_owned(),
    };
    Some(match kind {
        Kind::Alike => ["Which words are used alike in ", &target, " and in ", &reference, "?"].concat(),
        _ => ["Which words set ", &target, " apart from ", &reference, "?"].concat(),
    })
}

/// Articles that the question names by their letters.
const MOST_NAMED: usize = 4;

/// The kinds of words, as the line of controls says them.
const KINDS: [(Kind, &str); 4] = [
    (Kind::More, "used more"),
    (Kind::Less, "used less"),
    (Kind::Both, "used more or less"),
    (Kind::Alike, "used alike (lockwords)"),
];

/// The line of controls that reads as a sentence: words used more in each article than in the others.
#[component]
pub fn ComparisonLine() -> Html {
    let app = use_app();
    let state = app.state().keywords.clone();
    // Of more than are drawn those that are.
    let all_on: Vec<String> = drawn::articles(&app).into_iter().map(|number| app.id(number).to_owned()).collect();
    let kind = KINDS.iter().position(|(kind, _)| *kind == state.kind).unwrap_or_default();
    let on_kind = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let kind = KINDS.get(place).map_or(Kind::More, |(kind, _)| *kind);
            app.change(move |state| {
                state.keywords.kind = kind;
                state.keywords.order = KeywordsState::usual_order(kind);
            });
        })
    };
    let on_target = {
        let (app, all) = (app.clone(), all_on.clone());
        Callback::from(move |place: usize| {
            let group: Vec<String> = if place == 0 { Vec::new() } else { all.first().cloned().into_iter().collect() };
            let others = without(&all, &group);
            app.change(move |state| {
                // Not A against A: what would be left of the reference is all others.
                if let AgainstState::Articles(reference) = &mut state.keywords.against
                    && without(reference, &group).is_empty()
                    && !others.is_empty()
                {
                    *reference = others;
                }
                state.keywords.group = group;
            });
        })
    };
    let on_group = {
        let (app, all) = (app.clone(), all_on.clone());
        // All of them are a group too, not each by itself.
        Callback::from(move |ids: Vec<String>| {
            let ids = if ids.is_empty() { all.clone() } else { ids };
            app.change(move |state| state.keywords.group = ids);
        })
    };
    let on_against = {
        let (app, all, group) = (app.clone(), all_on.clone(), state.group.clone());
        Callback::from(move |place: usize| {
            // To begin with, all others: from there articles are taken out.
            let others = without(&all, &group);
            let against = match place {
                0 => AgainstState::Rest,
                1 => AgainstState::Articles(if others.is_empty() { all.clone() } else { others }),
                _ => AgainstState::GeneralEnglish,
            };
            app.change(move |state| state.keywords.against = against);
        })
    };
    let on_reference = {
        let app = app.clone();
        Callback::from(move |ids: Vec<String>| {
            let ids = if ids.is_empty() { all_on.clone() } else { ids };
            app.change(move |state| state.keywords.against = AgainstState::Articles(ids));
        })
    };
    let group = on(&app, &state.group);
    let reference = match &state.against {
        AgainstState::Articles(ids) => on(&app, ids),
        _ => Vec::new(),
    };
    let against = match state.against {
        AgainstState::Rest => 0,
        AgainstState::Articles(_) => usize::from(!reference.is_empty()),
        AgainstState::GeneralEnglish => 2,
    };
    let alone = group.is_empty();
    let targets = match app.by_groups() {
        true => vec!["each group".into(), "articles I choose".into()],
        false => vec!["each article".into(), "a group".into()],
    };
    let others = if app.by_groups() && alone { "the other groups" } else { "the other articles" };
    let others = AttrValue::from(others);
    html! {
        <div class="controls comparison" role="group" aria-label="What is compared">
            { part!(Select { label: "Words", options: KINDS.map(|(_, name)| name.into()).to_vec(), chosen: kind, on_choose: on_kind }) }
            { part!(Select {
                label: "in", options: targets, chosen: usize::from(!group.is_empty()),
                on_choose: on_target,
            }) }
            if !group.is_empty() {
                { part!(ArticleChoice { label: "of", chosen: group, on_change: on_group }) }
            }
            { part!(Select {
                label: if state.kind == Kind::Alike { "as in" } else { "than in" },
                options: vec![others, "articles I choose".into(), "general English".into()],
                chosen: against, on_choose: on_against,
            }) }
            if !reference.is_empty() {
                { part!(ArticleChoice { label: "namely", chosen: reference, on_change: on_reference }) }
            }
        </div>
    }
}
