//! What controls, charts and tables become where nothing can be pressed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};

use super::markup::{attribute, one_line, text};
use super::still::{Still, is};

/// Marks of a chart that say what they stand for under the pointer; of more they would be most of the file.
const MOST_TOLD: u32 = 400;

/// A picture wider than this scrolls in a box of its own on a phone: shrunk, its words couldn't be read.
const WIDE: f64 = 500.0;

fn first(element: &Element, selector: &str) -> Option<Element> {
    element.query_selector(selector).ok().flatten()
}

fn all(element: &Element, selector: &str) -> Vec<Element> {
    let found = element.query_selector_all(selector).ok();
    let found = found.iter().flat_map(|list| (0..list.length()).filter_map(|place| list.get(place)));
    found.map(JsCast::unchecked_into).collect()
}

fn says(element: &Element) -> String {
    one_line(&element.text_content().unwrap_or_default())
}

fn is_on(input: &Element) -> bool {
    input.dyn_ref::<HtmlInputElement>().is_some_and(HtmlInputElement::checked)
}

/// A choice in words: what is chosen, and what it is set to.
fn chosen(still: &mut Still, what: &str, value: &str) {
    still.html.push_str("<span class=\"control\">");
    text(&mut still.html, what);
    if !value.is_empty() {
        still.html.push_str(" <b>");
        text(&mut still.html, value);
        still.html.push_str("</b>");
    }
    still.html.push_str("</span> ");
}

/// Writes a control as what it is set to; `false` where the element is none.
pub(super) fn control(still: &mut Still, element: &Element) -> bool {
    match element.local_name().as_str() {
        "select" => {
            let select = element.unchecked_ref::<HtmlSelectElement>();
            let option = all(element, "option").into_iter().nth(select.selected_index().max(0) as usize);
            let label = element.get_attribute("aria-label").unwrap_or_default();
            chosen(still, &label, &option.as_ref().map(says).unwrap_or_default());
            true
        }
        "input" => {
            input(still, element);
            true
        }
        "label" => labelled(still, element),
        "fieldset" if is(element, ".segments") => {
            let what = first(element, "legend").as_ref().map(says).unwrap_or_default();
            let on = all(element, "label").into_iter().find(|label| first(label, "input").as_ref().is_some_and(is_on));
            chosen(still, &what, &on.as_ref().map(says).unwrap_or_default());
            true
        }
        "fieldset" if is(element, ".article-choices") => {
            let choices = all(element, "label");
            let on: Vec<Element> =
                choices.iter().filter(|label| first(label, "input").as_ref().is_some_and(is_on)).cloned().collect();
            still.html.push_str("<span class=\"control\">");
            text(&mut still.html, &first(element, "legend").as_ref().map(says).unwrap_or_default());
            still.html.push(' ');
            if on.len() == choices.len() && on.len() > 2 {
                still.html.push_str("<b>all</b>");
            } else {
                for label in &on {
                    still.children(label);
                }
            }
            still.html.push_str("</span> ");
            true
        }
        _ => false,
    }
}

/// A label with the control in it.
fn labelled(still: &mut Still, element: &Element) -> bool {
    let what = || first(element, "span").as_ref().map(says).unwrap_or_default();
    if let Some(select) = first(element, "select") {
        let at = select.unchecked_ref::<HtmlSelectElement>().selected_index().max(0) as usize;
        let option = all(&select, "option").into_iter().nth(at);
        chosen(still, &what(), &option.as_ref().map(says).unwrap_or_default());
        return true;
    }
    let Some(input) = first(element, "input") else { return false };
    let kind = input.get_attribute("type").unwrap_or_default();
    if kind == "checkbox" || kind == "radio" {
        let on = is_on(&input);
        // Of what a menu could add, what it adds.
        if !on && is(element, ".menu-panel *") {
            return true;
        }
        chosen(still, &says(element), if on { "yes" } else { "no" });
    } else {
        let value = input.unchecked_ref::<HtmlInputElement>().value();
        if !value.is_empty() {
            chosen(still, &what(), &value);
        }
    }
    true
}

/// An input that stands by itself: a filter, or a box in a table.
fn input(still: &mut Still, element: &Element) {
    match element.get_attribute("type").as_deref() {
        Some("checkbox") => still.html.push_str(if is_on(element) { "yes" } else { "" }),
        Some("radio" | "file" | "range") => {}
        _ => {
            let value = element.unchecked_ref::<HtmlInputElement>().value();
            if !value.is_empty() {
                chosen(still, "filter", &["\u{201c}", &value, "\u{201d}"].concat());
            }
        }
    }
}

/// Writes a chart's picture; `false` where the element is none.
pub(super) fn picture(still: &mut Still, element: &Element) -> bool {
    if is(element, ".pair-texts") {
        // Whole texts are no finding, and who passes a report on may not pass these on.
        still.html.push_str("<p class=\"soft\">The texts themselves are not part of a report; the live view shows them side by side.</p>");
        return true;
    }
    if is(element, ".chart-frame") {
        let wide = first(element, "svg.chart-picture").is_some_and(|svg| width(&svg) > WIDE);
        let name = label(element);
        let further: &[(&str, &str)] = if wide {
            &[("tabindex", "0"), ("role", "group"), ("aria-label", &name), ("class", "chart-frame chart-wide")]
        } else {
            &[]
        };
        still.wrapped("div", element, further);
        return true;
    }
    if is(element, ".formula") {
        still.wrapped("div", element, &[("tabindex", "0"), ("role", "group"), ("aria-label", "Formula")]);
        return true;
    }
    // What is read of a chart stands on the picture itself.
    if element.parent_element().is_some_and(|parent| is(&parent, "figure.chart")) && is(element, "p.unseen") {
        return true;
    }
    if is(element, "svg.chart-picture") {
        still.charts += 1;
        let name = label(element);
        still.open("svg", element, &[("role", "img"), ("aria-label", &name)]);
        still.children(element);
        still.close("svg");
        return true;
    }
    if is(element, "rect.chart-mark") {
        let marks = element.parent_element().map_or(0, |svg| all(&svg, "rect.chart-mark").len() as u32);
        if marks <= MOST_TOLD {
            mark(still, element);
        }
        return true;
    }
    false
}

fn width(svg: &Element) -> f64 {
    svg.get_attribute("width")
        .and_then(|width| width.split('.').next().and_then(|whole| whole.parse::<u32>().ok()))
        .map_or(0.0, f64::from)
}

/// What a chart shows: its title and its summary, without the keys that walk it.
fn label(within: &Element) -> String {
    let figure = within.closest("figure").ok().flatten();
    let title = figure
        .as_ref()
        .and_then(|figure| first(figure, "svg.chart-picture"))
        .and_then(|svg| svg.get_attribute("aria-label"));
    let told = figure.as_ref().and_then(|figure| {
        // The first piece of text is the summary.
        all(figure, "p.unseen").first()?.first_child()?.node_value()
    });
    let (title, told) = (title.unwrap_or_default(), told.unwrap_or_default());
    one_line(&[title.as_str(), if title.is_empty() || told.is_empty() { "" } else { ". " }, &told].concat())
}

/// A mark's place, which says under the pointer what it stands for.
fn mark(still: &mut Still, element: &Element) {
    still.html.push_str("<rect class=\"chart-mark\"");
    for name in ["x", "y", "width", "height"] {
        attribute(&mut still.html, name, &element.get_attribute(name).unwrap_or_default());
    }
    still.html.push_str("><title>");
    text(&mut still.html, &element.get_attribute("aria-label").unwrap_or_default());
    still.html.push_str("</title></rect>");
}

/// Writes a table and the box that it scrolls in; `false` where the element is neither.
pub(super) fn table(still: &mut Still, element: &Element) -> bool {
    let name = element.local_name();
    if name == "table" {
        still.tables += 1;
        still.rows = 0;
        still.open("table", element, &[]);
        if first(element, "caption").is_none() {
            still.html.push_str("<caption>");
            caption(still, element);
            still.html.push_str("</caption>");
        }
        still.children(element);
        still.close("table");
        return true;
    }
    if name == "tr" && is(element, "tbody > *") {
        still.rows += 1;
        let left_out = still.rows > still.most_rows;
        still.all_rows += u32::from(!left_out);
        return left_out;
    }
    if is(element, ".table-box") {
        let name = ["Table: ", &table_name(element)].concat();
        still.wrapped("div", element, &[("tabindex", "0"), ("role", "group"), ("aria-label", &name)]);
        return true;
    }
    // A heading that sorts says what it is sorted by, no more.
    if name == "button" && element.parent_element().is_some_and(|parent| parent.local_name() == "th") {
        still.wrapped("span", element, &[]);
        return true;
    }
    // The caption says how many rows there are.
    is(element, ".table-head > [role=status]")
        && first(element, ".badge, b").is_none()
        && says(element).ends_with("rows")
}

fn table_name(within: &Element) -> String {
    let table = if within.local_name() == "table" { Some(within.clone()) } else { first(within, "table") };
    let named = table.and_then(|table| table.get_attribute("aria-label"));
    // Without what keys do.
    let named = named.map(|name| {
        let all = name.split_inclusive(". ").filter(|it| !it.contains("Enter ") && !it.contains("arrow keys"));
        all.collect::<String>().trim_end_matches(['.', ' ']).to_owned()
    });
    named
        .or_else(|| {
            let heading = within.closest("section").ok().flatten().and_then(|section| first(&section, "h2, h3"));
            heading.as_ref().map(says)
        })
        .unwrap_or_default()
}

/// The table's name, for who hears it, and how many of its rows are here.
fn caption(still: &mut Still, table: &Element) {
    let here = all(table, "tbody:not([aria-hidden]) > tr").len();
    let rows = table.get_attribute("aria-rowcount").and_then(|count| count.parse::<usize>().ok());
    let rows = rows.map_or(here, |count| count.saturating_sub(1)).max(here);
    let here = here.min(still.most_rows);
    still.html.push_str("<span class=\"unseen\">");
    text(&mut still.html, &table_name(table));
    still.html.push_str(". </span>");
    let count = |number: usize| crate::app::labels::count(number as u32);
    let told = if rows > here {
        let first = if here == 1 { "The first" } else { "The first " };
        let here = if here == 1 { String::new() } else { count(here) };
        [first, &here, " of ", &count(rows), " rows, in this order; the whole table is the live view’s CSV."].concat()
    } else {
        [count(here).as_str(), if here == 1 { " row" } else { " rows" }].concat()
    };
    text(&mut still.html, &told);
}
