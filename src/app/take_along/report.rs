//! Chosen views as one file that needs nothing else.

use wasm_bindgen_futures::spawn_local;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::section;
use crate::app::context::{App, use_app};
use crate::app::download::save_text;
use crate::app::labels;
use crate::app::pages::controls::Select;
use crate::app::report::{self, Failure, Stop, VIEWS, Wanted};
use crate::route::View;

/// How far a report is.
#[derive(Clone, Default, PartialEq)]
enum Made {
    /// None was asked for.
    #[default]
    Not,
    /// It is at the view with this place, of those that were ticked.
    At(usize),
    /// It is there.
    Done(std::rc::Rc<report::Report>),
    /// It is not, and why.
    Failed(String),
}

/// The views that can be ticked: the one that is open first.
fn offered(open: View) -> Vec<View> {
    let first = VIEWS.iter().copied().filter(|view| *view == open);
    first.chain(VIEWS.iter().copied().filter(|view| *view != open)).collect()
}

/// How many rows of a table can be chosen.
const ROWS: [(Option<usize>, &str); 4] =
    [(Some(10), "the first 10"), (Some(25), "the first 25"), (Some(50), "the first 50"), (None, "all on the page")];

/// Which of them is chosen at first: a table then has its say in a page, and methods and charts aren't lost among rows.
const USUAL: usize = 1;

/// How many A4 pages a report of one view has, with each of [`ROWS`]: printed with the example.
/// `tests/e2e/report.test.mjs` prints one of all views and holds the estimate to it.
const PAGES: [(View, [u32; ROWS.len()]); 7] = [
    (View::Overview, [6, 6, 6, 6]),
    (View::Keywords, [12, 12, 13, 14]),
    (View::Frequency, [9, 10, 10, 11]),
    (View::Compare, [23, 24, 25, 28]),
    (View::Quotes, [7, 9, 12, 16]),
    (View::Coverage, [15, 17, 20, 20]),
    (View::Style, [9, 9, 9, 9]),
];

/// Tenths of a page that every report has once, whatever its views: title, contents, settings, manifest, measures that
/// several views use.
const ONCE: u32 = 35;

/// About how many A4 pages a report of these views has, with this choice of rows; 0 without a view.
fn pages(views: &[View], rows: usize) -> u32 {
    let tenths = |view: &View| {
        let known = PAGES.iter().find(|(known, _)| known == view);
        known.and_then(|(_, pages)| pages.get(rows)).map_or(0, |pages| (10 * pages).saturating_sub(ONCE))
    };
    if views.is_empty() { 0 } else { (ONCE + views.iter().map(tenths).sum::<u32>() + 5) / 10 }
}

/// A file's size: `486 KB`, `1.2 MB`.
fn size(bytes: u32) -> String {
    let kilobytes = bytes.div_ceil(1000);
    if kilobytes < 1000 {
        return [&kilobytes.to_string(), "\u{a0}KB"].concat();
    }
    let tenths = (bytes + 50_000) / 100_000;
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "\u{a0}MB"].concat()
}

/// The section.
#[component]
pub fn Report() -> Html {
    let app = use_app();
    let open = app.state().view;
    let views = offered(open);
    let first = views[0];
    let ticked = use_state_eq(move || vec![first]);
    let title = use_state_eq(|| corpus_title(&app));
    let note = use_state_eq(String::new);
    let rows = use_state_eq(|| USUAL);
    let made = use_state(Made::default);
    let stop = use_mut_ref(Stop::default);
    {
        // Who closes the dialog no longer waits.
        let stop = stop.clone();
        use_effect_with((), move |()| move || stop.borrow().stop());
    }
    let at_it = matches!(*made, Made::At(_));
    let wanted: Vec<View> = VIEWS.iter().copied().filter(|view| ticked.contains(view)).collect();

    let tick = |view: View| {
        let (ticked, made) = (ticked.clone(), made.setter());
        move |_: Event| {
            let mut next = (*ticked).clone();
            if next.contains(&view) {
                next.retain(|other| *other != view);
            } else {
                next.push(view);
            }
            ticked.set(next);
            made.set(Made::Not);
        }
    };
    let all = {
        let (ticked, made, every) = (ticked.clone(), made.setter(), wanted.len() == VIEWS.len());
        move |_: MouseEvent| {
            ticked.set(if every { vec![first] } else { VIEWS.to_vec() });
            made.set(Made::Not);
        }
    };
    let on_title = {
        let (title, made) = (title.setter(), made.setter());
        move |event: InputEvent| {
            title.set(event.target_unchecked_into::<HtmlInputElement>().value());
            made.set(Made::Not);
        }
    };
    let on_note = {
        let (note, made) = (note.setter(), made.setter());
        move |event: InputEvent| {
            note.set(event.target_unchecked_into::<HtmlTextAreaElement>().value());
            made.set(Made::Not);
        }
    };
    let make = {
        let (app, made, stop) = (app.clone(), made.setter(), stop.clone());
        let wanted =
            Wanted { views: wanted.clone(), title: (*title).clone(), note: (*note).clone(), rows: ROWS[*rows].0 };
        move |_: MouseEvent| {
            let this = Stop::default();
            stop.replace(this.clone()).stop();
            let (app, made, wanted) = (app.clone(), made.clone(), wanted.clone());
            made.set(Made::At(0));
            spawn_local(async move {
                let on_view = {
                    let made = made.clone();
                    move |place: usize| made.set(Made::At(place))
                };
                match report::make(&app, wanted, this, on_view).await {
                    Ok(report) => made.set(Made::Done(std::rc::Rc::new(report))),
                    Err(Failure::Stopped) => {}
                    Err(Failure::Failed(reason)) => made.set(Made::Failed(reason)),
                }
            });
        }
    };
    let end = {
        let (made, stop) = (made.setter(), stop.clone());
        move |_: MouseEvent| {
            stop.borrow().stop();
            made.set(Made::Not);
        }
    };
    let on_rows = {
        let (rows, made) = (rows.setter(), made.setter());
        Callback::from(move |place: usize| {
            rows.set(place);
            made.set(Made::Not);
        })
    };
    let bytes = |view: View| match &*made {
        Made::Done(report) => report.sizes.iter().find(|(of, _)| *of == view).map(|(_, bytes)| size(*bytes)),
        _ => None,
    };
    let line = |view: View| {
        html! {
            <li>
                <label class="take-view">
                    <input type="checkbox" checked={ticked.contains(&view)} disabled={at_it} onchange={tick(view)} />
                    <span><b>{ labels::view_name(view) }</b><small class="soft">{ labels::view_question(view) }</small></span>
                    if let Some(bytes) = bytes(view) { <small class="soft take-size">{ bytes }</small> }
                </label>
            </li>
        }
    };
    section(
        "Report",
        "One HTML file of the views you tick: findings, charts, tables, settings, methods and the manifest. It opens in any browser without a network or a script, and prints well.",
        html! {
            <>
                <fieldset class="take-views">
                    <legend>{ "Views" }
                        <button type="button" class="link" disabled={at_it} onclick={all}>
                            { if wanted.len() == VIEWS.len() { "Only the open one" } else { "All" } }
                        </button>
                    </legend>
                    <ul>{ for views.iter().map(|view| line(*view)) }</ul>
                </fieldset>
                <label class="take-field"><span>{ "Title" }</span>
                    <input class="field" type="text" maxlength="200" disabled={at_it} value={(*title).clone()} oninput={on_title} />
                </label>
                <label class="take-field"><span>{ "Note" }<small class="soft">{ " (optional)" }</small></span>
                    <textarea class="field" rows="2" maxlength="5000" disabled={at_it} value={(*note).clone()} oninput={on_note} />
                </label>
                <div class="take-rows">
                    { part!(Select {
                        label: "Rows of each table",
                        options: ROWS.map(|(_, says)| AttrValue::from(says)).to_vec(), chosen: *rows, on_choose: on_rows,
                    }) }
                    if !wanted.is_empty() {
                        <span class="take-pages">
                            { "about " }{ labels::counted(pages(&wanted, *rows), "page", "pages") }{ " on A4, going by the example" }
                        </span>
                    }
                </div>
                <div class="take-do">
                    { match &*made {
                        Made::At(_) => html! { <button type="button" class="button" onclick={end}>{ "Stop" }</button> },
                        Made::Done(report) => saving(report),
                        _ => html! {
                            <button type="button" class="button" disabled={wanted.is_empty()} onclick={make}>{ "Make report" }</button>
                        },
                    } }
                    <div class="take-said" role="status">{ said(&made, &wanted) }</div>
                </div>
            </>
        },
    )
}

/// What the report is called unless another title is typed: as the corpus is, where it is the person's own.
fn corpus_title(app: &App) -> String {
    app.page().own.as_ref().map(|own| own.name.to_string()).unwrap_or_default()
}

fn saving(report: &std::rc::Rc<report::Report>) -> Html {
    let report = report.clone();
    let words = ["Save report, ", &size(report.html.len() as u32)].concat();
    let onclick = move |_: MouseEvent| save_text(&report.name, "text/html;charset=utf-8", &report.html);
    html! { <button type="button" class="button" {onclick}>{ words }</button> }
}

/// What is done, of what.
fn said(made: &Made, wanted: &[View]) -> Html {
    match made {
        Made::Not if wanted.is_empty() => html! { <span class="soft">{ "Tick a view." }</span> },
        Made::Not => html! {},
        Made::At(place) => {
            let what = wanted.get(*place).map_or("Methods, manifest, fonts", |view| labels::view_name(*view));
            let of = (wanted.len() + 1).to_string();
            html! {
                <>
                    <progress max={of.clone()} value={place.to_string()} aria-label="Report" />
                    <span>{ what }{ " …" }</span>
                </>
            }
        }
        Made::Done(report) => html! {
            <span class="soft">
                { labels::counted(wanted.len() as u32, "view", "views") }{ ", " }
                { labels::counted(report.charts, "chart", "charts") }{ ", " }
                { labels::counted(report.tables, "table", "tables") }
                { " with " }{ labels::counted(report.rows, "row", "rows") }
            </span>
        },
        Made::Failed(reason) => html! {
            <span class="problem" role="alert">{ "The report could not be made: " }{ reason }{ " Try again." }</span>
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_open_view_is_offered_first() {
        assert_eq!(offered(View::Style)[..2], [View::Style, View::Overview]);
        assert_eq!(offered(View::Corpus)[0], View::Overview);
        assert_eq!(offered(View::Compare).len(), VIEWS.len());
    }

    #[test]
    fn a_length_is_of_all_views_together() {
        assert_eq!([0, 1, 2, 3].map(|rows| pages(&VIEWS, rows)), [60, 66, 74, 83]);
        assert_eq!((pages(&[], 0), pages(&[View::Quotes], 3)), (0, 16));
        for view in VIEWS {
            assert!(PAGES.iter().any(|(known, _)| *known == view), "{view:?}");
        }
    }

    #[test]
    fn sizes_are_told_shortly() {
        assert_eq!(
            [1, 486_000, 486_001, 1_149_000].map(size),
            ["1\u{a0}KB", "486\u{a0}KB", "487\u{a0}KB", "1.1\u{a0}MB"]
        );
    }
}
