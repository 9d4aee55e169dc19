//! Bars by article: a panel of words with their intervals for each article.

use yew::prelude::*;

use super::pictures;
use crate::app::by_pointer::ByPointer;
use crate::app::charts::{Chart, Files, go_to, use_width};
use crate::app::components::ArticleBadge;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::origin::{Number, Origin};
use crate::app::pages::names::{name, use_names};
use crate::chart::Scene;
use crate::protocol::{KeywordPanel, Kind, Marking, Response};

/// Narrowest panel, in CSS pixels.
const NARROWEST: usize = 300;
/// Between two panels.
const GAP: usize = 32;

/// See [`Panels`].
#[derive(Properties, PartialEq)]
pub struct PanelsProps {
    /// The answer with the panels.
    pub response: ByPointer<Response>,
    /// Id of the table.
    pub table: AttrValue,
    /// Which words are shown.
    pub kind: Kind,
    /// What the articles are compared with: `the other articles`.
    pub reference: AttrValue,
}

/// How many panels stand side by side in this width, and whether the key fills the last place.
///
/// As many as have room and leave no hole: rows are full with the panels alone or with the key, a
/// panel's worth of explanation, after them. Two columns always work out, for a number is even or
/// becomes so with the key.
fn columns(panels: usize, width: usize) -> (usize, bool) {
    let room = ((width + GAP) / (NARROWEST + GAP)).clamp(1, panels.max(1));
    let full = |columns: usize| panels.is_multiple_of(columns);
    let columns = (1..=room).rev().find(|&c| full(c) || (panels + 1).is_multiple_of(c)).unwrap_or(1);
    (columns, columns > 1 && !full(columns))
}

/// The panels, all on one scale, in columns without a hole.
#[component]
pub fn Panels(props: &PanelsProps) -> Html {
    let app = use_app();
    let names = use_names();
    let frame = use_node_ref();
    let width = use_width(&frame);
    let scenes = use_state(Vec::<Option<ByPointer<Scene>>>::new);
    // Collects the pictures for one file; each panel tells of its own, several in one turn.
    let collected = use_mut_ref(Vec::<Option<ByPointer<Scene>>>::new);
    let charts = use_memo(
        (props.response.clone(), names, props.reference.clone(), props.kind),
        |(response, names, reference, kind)| {
            let Response::Keywords(report) = &**response else { return Vec::new() };
            let panels = pictures::panels(&report.panels, *kind, |number| name(names, number), reference);
            panels.into_iter().map(|panel| Callback::from(move |width: f64| panel.scene(width))).collect::<Vec<_>>()
        },
    );
    let listeners = use_memo(charts.len(), |count| {
        (0..*count)
            .map(|place| {
                let (collected, scenes) = (collected.clone(), scenes.setter());
                let count = *count;
                Callback::from(move |scene: ByPointer<Scene>| {
                    let mut list = collected.borrow_mut();
                    list.resize(count, None);
                    list[place] = Some(scene);
                    scenes.set(list.clone());
                })
            })
            .collect::<Vec<_>>()
    });

    let Response::Keywords(report) = &*props.response else { return html! {} };
    let (columns, key_inside) = columns(report.panels.len(), width as usize);
    let panel = |(place, panel): (usize, &KeywordPanel)| {
        let on_open = {
            let (app, response) = (app.clone(), props.response.clone());
            Callback::from(move |row: usize| {
                if let Response::Keywords(report) = &*response
                    && let Some(row) = report.panels.get(place).and_then(|panel| panel.rows.get(row))
                {
                    // A word that the article never uses has its evidence in the others.
                    let place = (row.frequency > 0).then_some(row.article);
                    app.open_mark(&row.term, place, "log-ratio", Some(row.article), None);
                }
            })
        };
        let note = app.article(panel.article);
        let alone = panel.articles.len() == 1;
        let tokens: u32 =
            panel.articles.iter().filter_map(|&article| app.article(article)).map(|note| note.tokens).sum();
        part!(Chart {
            layout: charts[place].clone(), name: format!("parallax-keywords-{}", app.id(panel.article)), on_open,
            table: props.table.clone(), table_link: false, files: false, on_scene: listeners[place].clone(),
            children: html! { <>
                <h2 class="panel-title">
                    { for panel.articles.iter().map(|&article| part!(ArticleBadge { article, named: alone }, key: article)) }
                    <b title={note.filter(|_| alone).map(|note| note.title.clone())}>
                        { if alone { note.map(labels::short) } else { Some("together".to_owned()) } }
                    </b>
                    <span class="soft">
                        { part!(Number {
                            text: labels::counted(tokens, "word", "words"),
                            origin: Origin::Sizes(Marking::Words, Some(panel.article)),
                        }) }
                        {", "}
                        if props.kind != Kind::Alike && panel.keywords > 0 {
                            <i class={classes!("key-mark", app.colour(panel.article))} />{" "}
                        }
                        { found(props.kind, panel.keywords, &props.table) }
                    </span>
                </h2>
            </> } }, key: panel.article)
    };
    let all: Option<Vec<ByPointer<Scene>>> = scenes.iter().cloned().collect();
    let table = props.table.clone();
    html! {
        <section class="panels-box" aria-label="Words by article">
            <div class="chart-tools">
                <button type="button" class="link" onclick={move |_| go_to(&table)}>{"Table"}</button>
                if let Some(scenes) = all.filter(|list| list.len() == report.panels.len() && !list.is_empty()) {
                    { part!(Files { scenes, columns, name: "parallax-keywords" }) }
                }
            </div>
            <div class={format!("panels panels-{columns}")} ref={frame}>
                { for report.panels.iter().enumerate().map(panel) }
                if key_inside {
                    { part!(Key { reference: props.reference.clone(), kind: props.kind }, key: "key") }
                }
            </div>
            if !key_inside {
                { part!(Key { reference: props.reference.clone(), kind: props.kind }) }
            }
        </section>
    }
}

/// How many words of the kind there are: they are rows of the table.
fn found(kind: Kind, words: u32, table: &AttrValue) -> Html {
    let (one, many) = match kind {
        Kind::Less => ("negative keyword", "negative keywords"),
        Kind::Alike => ("lockword", "lockwords"),
        Kind::More | Kind::Both => ("keyword", "keywords"),
    };
    let text = labels::counted(words, one, many);
    if words == 0 {
        return html! { text };
    }
    let table = table.clone();
    html! {
        <button type="button" class="of" title="Go to the table, which has them" onclick={move |_: MouseEvent| go_to(&table)}>{ text }</button>
    }
}

/// See [`Key`].
#[derive(Clone, Properties, PartialEq)]
pub struct KeyProps {
    /// What the articles are compared with.
    pub reference: AttrValue,
    /// Which words are shown.
    pub kind: Kind,
}

/// How to read a panel.
#[component]
fn Key(props: &KeyProps) -> Html {
    html! {
        <aside class="panel-key" aria-label="How to read a panel">
            <h3>{"How to read a panel"}</h3>
            <dl>
                <dt><svg width="64" height="12" aria-hidden="true"><circle cx="32" cy="6" r="5" class="f-soft" /></svg></dt>
                <dd>{["how many times more often the word is used here than in ", &props.reference, if props.reference.starts_with("the other ") && props.reference.ends_with('s') { " together" } else { "" }].concat()}</dd>
                if props.kind != Kind::Alike {
                    <dt><i class="key-mark" />{" "}<i class="key-mark key-hollow" /></dt>
                    <dd>{"filled: it passes the test, and is a keyword; hollow: it doesn’t, and may be chance"}</dd>
                }
                <dt><svg width="64" height="12" aria-hidden="true"><line x1="4" x2="60" y1="6" y2="6" class="key-bar s-soft" /></svg></dt>
                <dd>{"where the true figure may lie, with 95 % confidence: the longer, the less the word carries"}</dd>
                <dt><svg width="64" height="12" aria-hidden="true"><line x1="32" x2="32" y1="0" y2="12" class="key-zero s-ink" /></svg></dt>
                <dd>{if props.kind == Kind::Alike {
                    "used equally often; shown are words whose whole bar lies between half and twice as often"
                } else {
                    "used equally often; a bar that crosses this line may be chance"
                }}</dd>
            </dl>
        </aside>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_leave_no_hole() {
        for (panels, width, expected) in [
            (5, 328, (1, false)),
            (5, 740, (2, true)),
            (5, 1116, (3, true)),
            (5, 1700, (5, false)),
            (4, 1116, (2, false)),
            (6, 1116, (3, false)),
            (7, 1116, (2, true)),
            (1, 1116, (1, false)),
            (2, 1116, (2, false)),
            (0, 1116, (1, false)),
            (20, 5000, (10, false)),
        ] {
            assert_eq!(columns(panels, width), expected, "{panels} in {width}");
        }
    }

    #[test]
    fn every_row_is_full() {
        for panels in 1..60 {
            for width in (280..2600).step_by(20) {
                let (columns, key) = columns(panels, width);
                assert_eq!((panels + usize::from(key)) % columns, 0, "{panels} in {width}");
                assert!(columns == 1 || columns * NARROWEST + (columns - 1) * GAP <= width, "{panels} in {width}");
            }
        }
    }
}
