//! What stands on the stage, as markup that needs no script.

use std::collections::BTreeSet;

use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

use super::markup::{attribute, is_attribute, is_element, is_usual, is_void, lowered, text};
use super::parts;
use crate::route::View;

/// A view written down.
#[derive(Debug, Default)]
pub(super) struct Still {
    /// The view; `None`: the methods.
    pub(super) view: Option<View>,
    /// The markup.
    pub(super) html: String,
    /// The keys of the measures that it uses, as they come.
    pub(super) measures: Vec<String>,
    /// How many charts are in it.
    pub(super) charts: u32,
    /// How many tables.
    pub(super) tables: u32,
    /// How many rows of a table are written at most.
    pub(super) most_rows: usize,
    /// How many of the open table's body are written.
    pub(super) rows: usize,
    /// How many rows of all its tables are written.
    pub(super) all_rows: u32,
    /// What its ids begin with.
    prefix: String,
    ids: BTreeSet<String>,
}

/// Classes of what is for hands only, or would be empty without them: it is left out with all that is in it.
const LEFT_OUT: &str = ".chart-tools, .chart-ring, .card, .icon-button, .link, .button, .chip-remove, .progress, \
    .pair-gutter, .pair-status, .wording-read, .unfold, .print-only, .table-head .menu, .hint, .framing-more, [hidden], script, style, template, nav, dialog, \
    tbody[aria-hidden], colgroup, textarea, .skip, .framing-names, .suggested, .name-edits";

/// The content of this element; its ids are to begin with `prefix`, and its tables have so many rows at most.
pub(super) fn of(root: &Element, prefix: &str, most_rows: usize) -> Still {
    let mut still = Still { prefix: prefix.to_owned(), most_rows, ..Still::default() };
    still.children(root);
    still
}

/// Whether an element is one of those that the selector names. A selector of this file's is always valid.
pub(super) fn is(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or(false)
}

impl Still {
    /// What is in a node.
    pub(super) fn children(&mut self, of: &Node) {
        let mut next = of.first_child();
        while let Some(node) = next {
            self.node(&node);
            next = node.next_sibling();
        }
    }

    fn node(&mut self, node: &Node) {
        match node.node_type() {
            Node::TEXT_NODE => text(&mut self.html, &node.node_value().unwrap_or_default()),
            Node::ELEMENT_NODE => self.element(node.unchecked_ref()),
            _ => {}
        }
    }

    fn element(&mut self, element: &Element) {
        if let Some(key) = element.get_attribute("data-measure") {
            self.uses(&key);
        }
        if is(element, LEFT_OUT) {
            self.measures_in(element);
            return;
        }
        if parts::control(self, element) || parts::picture(self, element) || parts::table(self, element) {
            return;
        }
        let name = element.local_name();
        match name.as_str() {
            // What could be pressed is what it says.
            "button" if is(element, "td .of, th .of") => self.children(element),
            "button" | "label" | "a" => self.wrapped("span", element, &[]),
            "fieldset" | "aside" => self.wrapped("div", element, &[]),
            "legend" => self.wrapped("span", element, &[]),
            name if is_element(name) => self.wrapped(lowered(name), element, &[]),
            _ => self.children(element),
        }
    }

    /// The element under this name, with further attributes of ours, and what is in it.
    pub(super) fn wrapped(&mut self, name: &str, element: &Element, further: &[(&str, &str)]) {
        self.open(name, element, further);
        if !is_void(name) {
            self.children(element);
            self.close(name);
        }
    }

    /// Opens the element under this name.
    pub(super) fn open(&mut self, name: &str, element: &Element, further: &[(&str, &str)]) {
        self.html.extend(["<", name]);
        let names = element.get_attribute_names();
        for found in names.iter().filter_map(|name| name.as_string()) {
            let value = || element.get_attribute(&found).unwrap_or_default();
            if found == "id" {
                let id = [self.prefix.as_str(), &value()].concat();
                // No two elements of a file have the same.
                if !id.contains(char::is_whitespace) && self.ids.insert(id.clone()) {
                    attribute(&mut self.html, "id", &id);
                }
            } else if found == "class" && value().is_empty() || further.iter().any(|(name, _)| *name == found) {
            } else if is_attribute(&found) && !is_usual(&found, &value()) {
                attribute(&mut self.html, &found, &value());
            }
        }
        for (name, value) in further {
            attribute(&mut self.html, name, value);
        }
        self.html.push('>');
    }

    /// Closes an element.
    pub(super) fn close(&mut self, name: &str) {
        self.html.extend(["</", name, ">"]);
    }

    fn uses(&mut self, key: &str) {
        // A number that belongs to a measure is told of there.
        let key = key.split('.').next().unwrap_or_default();
        if !key.is_empty() && self.measures.iter().all(|known| known != key) {
            self.measures.push(key.to_owned());
        }
    }

    /// Takes note of the measures that what is left out leads to.
    fn measures_in(&mut self, element: &Element) {
        let Ok(found) = element.query_selector_all("[data-measure]") else { return };
        for place in 0..found.length() {
            if let Some(key) =
                found.get(place).and_then(|it| it.unchecked_into::<Element>().get_attribute("data-measure"))
            {
                self.uses(&key);
            }
        }
    }
}
