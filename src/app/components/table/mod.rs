//! Tables: sortable, filterable, walked with the arrow keys, virtual past a hundred rows, saved as CSV.
//!
//! A table holds no data: it is given the window of rows it shows and says which window it wants.

mod csv;
mod grid;
mod press;
mod rows;
mod walk;

use yew::prelude::*;

use crate::app::ask::Asked;
use crate::app::origin::Origin;
use crate::protocol::Table;
use crate::route::NumberState;

pub use csv::CsvButton;
use grid::Grid;
pub use rows::{Rows, on_filter, on_sort, use_rows};

/// Height of a row in pixels, as `table.css` has it.
const ROW: u32 = 34;

/// Tables with more rows are shown through a window.
pub const VIRTUAL: u32 = 100;

/// A column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// What stands above it.
    pub heading: AttrValue,
    /// The unit, below the heading; empty where there is none.
    pub unit: AttrValue,
    /// One sentence that says what it tells: shown on hover and read to screen readers.
    pub explains: AttrValue,
    /// Key of its measure in the Methods view; empty where it has none.
    pub measure: &'static str,
    /// Id of the article whose numbers it holds, where the row's aren't that article's anyway.
    pub article: Option<AttrValue>,
    /// Whether its values are numbers: set to the right, and sorted largest first at the first click.
    pub numeric: bool,
    /// Whether it can be sorted by.
    pub sortable: bool,
    /// Least width in pixels; 0: as usual for its kind.
    pub width: u32,
    /// Whether it holds articles that are shown by their badges alone where the table is narrow.
    pub badges: bool,
}

impl Column {
    /// A column of words that can be sorted by.
    #[must_use]
    pub fn words(heading: impl Into<AttrValue>, explains: impl Into<AttrValue>) -> Self {
        Self { heading: heading.into(), explains: explains.into(), sortable: true, ..Self::default() }
    }

    /// A column of numbers that can be sorted by.
    #[must_use]
    pub fn numbers(heading: impl Into<AttrValue>, explains: impl Into<AttrValue>) -> Self {
        Self { numeric: true, ..Self::words(heading, explains) }
    }

    /// With a unit.
    #[must_use]
    pub fn unit(self, unit: impl Into<AttrValue>) -> Self {
        Self { unit: unit.into(), ..self }
    }

    /// With its measure in the Methods view.
    #[must_use]
    pub fn measure(self, measure: &'static str) -> Self {
        Self { measure, ..self }
    }

    /// With its measure, for this article's numbers.
    #[must_use]
    pub fn of_article(self, measure: &'static str, id: impl Into<AttrValue>) -> Self {
        Self { measure, article: Some(id.into()), ..self }
    }

    /// With a least width in pixels.
    #[must_use]
    pub fn width(self, width: u32) -> Self {
        Self { width, ..self }
    }

    /// Of articles, shown by their badges alone where the table is narrow.
    #[must_use]
    pub fn badges(self) -> Self {
        Self { badges: true, ..self }
    }

    /// Not to be sorted by.
    #[must_use]
    pub fn unsorted(self) -> Self {
        Self { sortable: false, ..self }
    }
}

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Plain words or a number, as they are to be read.
    Text(AttrValue),
    /// A word or n-gram of the corpus, set in the serif; opens its evidence in this article, or in the first that has it.
    Term(AttrValue, Option<u32>),
    /// A number, or what stands for one, that leads to what it was counted from.
    Of {
        /// As it is to be read.
        text: AttrValue,
        /// What it opens in the reader.
        origin: Origin,
        /// Why it is not to be taken at its face, marked by a dagger; mostly empty.
        note: &'static str,
    },
    /// An article's badge and short name; opens the article.
    Article(u32),
    /// A count that can be pressed, and how it is shown.
    Counted(u32, Html),
    /// Anything else. At most one thing in it can be focused.
    Other(Html),
}

impl Cell {
    /// Plain words.
    pub fn text(text: impl Into<AttrValue>) -> Self {
        Self::Text(text.into())
    }

    /// A number that leads to what it was counted from.
    pub fn of(text: impl Into<AttrValue>, origin: Origin) -> Self {
        Self::Of { text: text.into(), origin, note: "" }
    }

    /// With a dagger before it, whose reason is told on hover and to a screen reader.
    #[must_use]
    pub fn noted(self, note: &'static str) -> Self {
        match self {
            Self::Of { text, origin, .. } => Self::Of { text, origin, note },
            other => other,
        }
    }

    /// A count that leads to what was counted; a plain 0 where nothing was.
    pub fn count(count: u32, origin: Origin) -> Self {
        let text = crate::app::labels::count(count);
        if count == 0 { Self::text(text) } else { Self::of(text, origin) }
    }

    /// A word's count that leads to its places, in this article or in all.
    pub fn times(count: u32, term: impl Into<AttrValue>, article: Option<u32>) -> Self {
        Self::count(count, Origin::Term(term.into(), article))
    }
}

/// Which rows a table wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first, from 0.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

/// The first hundred rows: what a table wants before anyone scrolls.
pub const FIRST: Window = Window { offset: 0, limit: VIRTUAL };

/// See [`DataTable`].
#[derive(Clone, PartialEq, Properties)]
pub struct DataTableProps {
    /// The heading above it, and its name for screen readers.
    pub title: AttrValue,
    /// Its columns. The first names the row.
    pub columns: Vec<Column>,
    /// How many rows there are under the filter.
    pub total: u32,
    /// What is said of that beside the heading, where `210 rows` doesn't say enough.
    #[prop_or_default]
    pub count: Option<Html>,
    /// Which row the first of `rows` is, from 0.
    #[prop_or_default]
    pub offset: u32,
    /// The window of rows: as many cells each as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// Asked when other rows come into sight; see [`use_rows`]. Without it `rows` are all there are.
    #[prop_or_default]
    pub on_window: Option<Callback<Window>>,
    /// The column it is sorted by, by its place in `columns`, and whether largest first.
    #[prop_or_default]
    pub sorted: Option<(usize, bool)>,
    /// Asked for another order.
    #[prop_or_default]
    pub on_sort: Option<Callback<(usize, bool)>>,
    /// The filter, where there is one.
    #[prop_or_default]
    pub filter: Option<AttrValue>,
    /// Asked for another filter, letter by letter.
    #[prop_or_default]
    pub on_filter: Option<Callback<String>>,
    /// The same table as the engine writes it to CSV.
    #[prop_or_default]
    pub csv: Option<Table>,
    /// Name of the file, without its ending: `parallax-keywords`.
    #[prop_or(AttrValue::Static("parallax-table"))]
    pub file: AttrValue,
    /// Why it is empty, and what would fill it.
    #[prop_or(AttrValue::Static("There is nothing to show under these settings."))]
    pub empty: AttrValue,
    /// The question its rows answer.
    #[prop_or_default]
    pub asked: Option<Asked>,
    /// Whose numbers each of `rows` holds: with its column's measure, any number can be worked out.
    #[prop_or_default]
    pub of: Vec<NumberState>,
    /// More controls beside the filter.
    #[prop_or_default]
    pub children: Html,
}

/// A table with its heading, filter, download and rows.
#[component]
pub fn DataTable(props: &DataTableProps) -> Html {
    let typed = props.on_filter.clone().map(|on_filter| {
        Callback::from(move |event: InputEvent| {
            on_filter.emit(event.target_unchecked_into::<web_sys::HtmlInputElement>().value());
        })
    });
    let filtered = props.filter.as_ref().is_some_and(|filter| !filter.is_empty());
    let busy = props.asked.as_ref().is_some_and(|asked| asked.waiting);
    let failed = props.asked.as_ref().is_some_and(|asked| asked.error.is_some());
    html! {
        <section class="table" aria-label={props.title.clone()}>
            <div class="table-head">
                <h2>{ &props.title }</h2>
                <span class="soft" role="status">{ match &props.count {
                    Some(count) => count.clone(),
                    // How many is not known before the answer.
                    None if busy && props.total == 0 => html! {},
                    None => html! { crate::app::labels::counted(props.total, "row", "rows") },
                } }</span>
                if let (Some(filter), Some(oninput)) = (&props.filter, typed) {
                    <input class="field" type="search" placeholder="Filter" value={filter.clone()} {oninput}
                        aria-label={[&props.title, ": filter"].concat()} />
                }
                { props.children.clone() }
                if let Some(table) = &props.csv {
                    { part!(CsvButton { table: table.clone(), file: props.file.clone() }) }
                }
            </div>
            if props.total > 0 {
                { part!(Grid { table: props.clone() }) }
            } else if filtered && !busy && !failed {
                <p class="empty">{ "No row holds \u{201c}" }{ props.filter.clone() }{ "\u{201d}. Clear the filter to see all rows." }</p>
            } else if !busy && !failed {
                <p class="empty">{ &props.empty }</p>
            }
        </section>
    }
}
