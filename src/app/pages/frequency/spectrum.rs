//! How many words occur once, twice and so on.

use yew::prelude::*;

use super::pictures::{self, MOST_BARS};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::{Chart, go_to};
use crate::app::components::table::DataTableProps;
use crate::app::components::{Cell, Column};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::numbers::percent;
use crate::app::pages::sorted::{SortedTable, named};
use crate::protocol::{Response, SpectrumRow, Table, VocabularyQuery};

/// See [`SpectrumPicture`].
#[derive(Properties, PartialEq)]
pub struct SpectrumPictureProps {
    /// The answer with the spectrum.
    pub response: ByPointer<Response>,
    /// The question.
    pub query: VocabularyQuery,
    /// Id of the table of words.
    pub words: AttrValue,
}

const TABLE: &str = "spectrum-table";

/// Lists the words of these frequencies in the table of words, and goes there.
fn list(app: &App, least: u32, most: Option<u32>, words: &str) {
    app.list_frequencies(least, most);
    go_to(words);
}

/// The bars, and a table of every frequency.
#[component]
pub fn SpectrumPicture(props: &SpectrumPictureProps) -> Html {
    let app = use_app();
    let n = props.query.n;
    let layout = use_memo((props.response.clone(), n), |(response, n)| {
        let plot = match &**response {
            Response::Vocabulary(report) => pictures::spectrum(report, *n),
            _ => Default::default(),
        };
        Callback::from(move |width: f64| plot.scene(width))
    });
    let on_open = {
        let (app, words) = (app.clone(), props.words.clone());
        Callback::from(move |target: usize| {
            let frequency = target as u32 + 1;
            list(&app, frequency, (frequency <= MOST_BARS).then_some(frequency), &words);
        })
    };
    let Response::Vocabulary(report) = &*props.response else { return html! {} };
    let Some(all) = report.texts.first() else { return html! {} };
    let share = |part: u32, of: u32| percent(f64::from(part) / f64::from(of.max(1)));
    let types = |times: u32| report.spectrum.iter().find(|row| row.frequency == times).map_or(0, |row| row.types);
    let row = |row: &SpectrumRow| {
        let (frequency, words) = (row.frequency, props.words.clone());
        let app = app.clone();
        let label = format!("{}, {}: list them", times(frequency), labels::counted(row.types, "word", "words"));
        let onclick = move |_: MouseEvent| list(&app, frequency, Some(frequency), &words);
        vec![
            Cell::text(labels::count(frequency)),
            Cell::Other(
                html! { <button type="button" class="of" aria-label={label} {onclick}>{ labels::count(row.types) }</button> },
            ),
            Cell::text(share(row.types, all.types)),
            Cell::text(share(row.types * frequency, all.tokens)),
            Cell::text(labels::count(row.hidden)),
            Cell::text(
                [
                    row.examples.join(", ").as_str(),
                    if row.examples.len() < (row.types - row.hidden) as usize { " …" } else { "" },
                ]
                .concat(),
            ),
        ]
    };
    let (one, two) = (types(1), types(2));
    let unit = if n == 1 { "words" } else { "n-grams" };
    let sorts = named(["frequency", "types", "share_of_types", "share_of_tokens", "hidden_types", "examples"]);
    html! {
        <>
            <p class="rank-note">
                { format!("{} ({}) of {} different {unit} occur once (hapaxes) and {} twice (dis legomena), stop words included. ",
                    labels::count(one), share(one, all.types), labels::count(all.types), labels::count(two)) }
                { "A bar lists its words in the table below, which hides stop words where the settings do." }
            </p>
            { part!(Chart {
                layout: (*layout).clone(), name: "parallax-spectrum", on_open, table: TABLE, opens: "Enter lists the words",
            }) }
            <div id={TABLE} tabindex="-1">
                { part!(SortedTable { name: "spectrum", sorts, table: yew::props!(DataTableProps {
                    title: "Every frequency",
                    columns: vec![
                        Column::numbers("times", "The frequency."),
                        Column::numbers("different", "How many different words have it; a click lists them.").unit(unit).measure("spectrum"),
                        Column::numbers("share", "Of all different words.").unit("of different"),
                        Column::numbers("share", "Of the text: how often they occur together.").unit("of the text"),
                        Column::numbers("hidden", "How many of them are stop words that are hidden in tables.").unit("stop words"),
                        Column::words("among them", "The first few by the alphabet.").width(320),
                    ],
                    total: report.spectrum.len() as u32,
                    rows: report.spectrum.iter().map(row).collect::<Vec<_>>(),
                    csv: Table::Spectrum(props.query), file: "parallax-spectrum",
                }) }) }
            </div>
        </>
    }
}

/// `once`, `twice`, `12 times`.
#[must_use]
pub fn times(frequency: u32) -> String {
    match frequency {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        frequency => labels::counted(frequency, "time", "times"),
    }
}
