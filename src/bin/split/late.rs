//! Which functions come late.

use std::collections::HashSet;

use crate::module::Module;

/// A program to be split.
pub struct Program {
    /// How its file's name begins.
    pub name: &'static str,
    /// The modules and types whose code comes late, as paths in the crate; with `::` at its end a
    /// module, not the function of its name.
    late: &'static [&'static str],
    /// Functions of fewer bytes are often one for many: late only where nothing early reaches them.
    small: usize,
    /// So is generic code of fewer bytes: what compares two texts compares them for all who sort.
    middling: usize,
    /// What comes first all the same, as paths within those.
    first: &'static [&'static str],
    /// What comes late though the first part may call it: what it is for doesn't happen while the first view is
    /// drawn. As the functions' names begin. For all programs there is [`RARE`] besides.
    rare: &'static [&'static str],
    /// Likewise, by their whole names, a line each: what was seen not to run before the late part is there. Written by
    /// `./dev late`.
    seldom: &'static str,
}

/// The programs, and what in them the Overview does without.
pub const PROGRAMS: &[Program] = &[
    Program {
        name: "app",
        // Lower than the worker's, for the page's many small components; `tests/e2e/late.test.mjs` fails where a
        // function that serves the first view as well went late by its name.
        small: 48,
        middling: 84,
        late: &[
            "app::pages",
            "app::charts::card",
            "app::charts::export",
            "app::charts::place",
            "app::charts::press",
            "app::charts::walk",
            "app::components::chooser",
            "app::components::copy_link",
            "app::components::menu",
            "app::components::modal",
            "app::components::table::press",
            "app::components::table::walk",
            "app::context::App>::add_articles",
            "app::context::App>::change_texts",
            "app::context::App>::copy_corpus",
            "app::context::App>::describe_articles",
            "app::context::App>::rename_corpus",
            "app::context::App>::rework",
            "app::corpus",
            "import",
            "app::by_address",
            "app::download",
            "app::drawn",
            "app::framed",
            "app::offline",
            "worker::fetched",
            "worker::importer",
            "app::reader",
            "app::take_along",
            "app::report",
            "app::state::forget_unknown",
            // What other views ask and are answered: copied, compared and read only there.
            "analysis::correspondence",
            "analysis::coverage",
            "analysis::distribution",
            "analysis::explain",
            "analysis::framing",
            "analysis::frequency",
            "analysis::grouping",
            "analysis::intersections",
            "analysis::matrix",
            "analysis::pair",
            "analysis::phrases",
            "analysis::quotations",
            "analysis::reuse",
            "analysis::sets",
            "analysis::style",
            "analysis::vocabulary",
            "app::shell::groups",
            "app::shell::how",
            "app::shell::in_sight",
            "app::shell::keyboard::Keys",
            "app::shell::manifest",
            "app::shell::many",
            "analysis::concordance",
            "analysis::term_matrix",
            "protocol::exports",
            "protocol::manifest",
            "protocol::texts",
            "worker::client::texts",
            "app::shell::palette",
            "app::shell::print_note",
            "app::shell::privacy",
            "app::shell::scroll_place",
            "app::shell::search",
            "app::shell::settings",
            "app::shell::stop_words",
            "chart::layout",
            "chart::svg",
            "route::corpus",
            "route::escape",
            "route::features",
            "route::format::",
            "route::framing",
            "route::parse::",
        ],
        first: &[
            "app::pages::names",
            "app::pages::overview",
            "chart::layout::timeline",
            "route::corpus::CorpusState",
            "route::framing::FramingState",
            "analysis::quotations::Kind",
            "analysis::correspondence::MapQuery",
            "chart::layout::Article",
            "worker::client::texts::Texts",
        ],
        rare: &[
            // What saves a file or adds texts. Not what another click, a key or an error brings about: before the late
            // part is there, or where it doesn't come, the page goes on and says so.
            "<parallax::app::charts::files::Files as yew::functional::FunctionProvider>::run::inner::{closure#1}::{closure",
            "<parallax::app::components::table::csv::CsvButton as yew::functional::FunctionProvider>::run::inner::{closure",
            "<parallax::app::context::App>::add_",
            "<parallax::app::part::With<parallax::app::components::progress::SwitchAllOn>",
            "<parallax::app::state::Page>::step_to",
            "parallax::app::features::",
            // What stands in answers to other views.
            "<<parallax::analysis::marked::Marking as serde_core::de::",
            "<<parallax::analysis::quotations::Kind as serde_core::de::",
            "<parallax::analysis::marked::Marking as serde_core::de::",
            "<parallax::analysis::quotations::Kind as serde_core::de::",
            "<serde_wasm_bindgen::de::Deserializer as serde_core::de::Deserializer>::deserialize_seq::<<alloc::vec::Vec<_> as serde_core::de::Deserialize>::deserialize::VecVisitor<parallax::analysis::quotations::Kind>>",
            // The browser's database, where texts are kept.
            "<<idb::",
            "<idb::",
            "idb::",
            "<tokio::",
            "tokio::",
            "<alloc::sync::Arc<tokio::",
            "core::ptr::drop_in_place::<idb::",
            "core::ptr::drop_in_place::<tokio::",
            // Pieces of a page that the first view has none of.
            "<yew::virtual_dom::vraw::VRaw as ",
            "<yew::virtual_dom::vsuspense::VSuspense as ",
        ],
        seldom: include_str!("seldom.txt"),
    },
    Program {
        name: "worker",
        small: 104,
        middling: 300,
        late: &[
            "analysis::compare",
            "analysis::concordance",
            "analysis::coverage",
            "analysis::correspondence",
            "analysis::distribution",
            "analysis::evidence",
            "analysis::explain",
            "analysis::framing",
            "analysis::frequency",
            "analysis::general_english",
            "analysis::intersections",
            "analysis::grouping",
            "analysis::marked",
            "analysis::matrix",
            "analysis::methods",
            "analysis::pair",
            "analysis::passages",
            "analysis::phrases",
            "analysis::quotations",
            "analysis::reuse",
            "analysis::style",
            "analysis::term_matrix",
            "analysis::tokens",
            "analysis::vocabulary",
            "analysis::windows",
            "engine::catalogue",
            "engine::coverage",
            "engine::csv",
            "engine::exports",
            "engine::framing",
            "engine::groups",
            "engine::in_order",
            "engine::manifest",
            "engine::quotes",
            "engine::reuse_tables",
            "protocol::exports",
            "protocol::manifest",
            "protocol::texts",
            "engine::style",
            "engine::style_tables",
            "engine::tables",
            "engine::texts",
            "engine::vocabulary_tables",
            "stats::clustering",
            "stats::collocation",
            "stats::correspondence",
            "stats::dispersion",
            "stats::diversity",
            "stats::eigen",
            "stats::formula",
            "stats::permutation",
            "stats::readability",
            "stats::vocabulary",
            "text::characters",
            "text::stems",
        ],
        first: &[],
        rare: &[],
        seldom: "",
    },
];

/// What the page's first view does without, and the engine's first answer too: errors told, panics told, numbers
/// with a point.
const RARE: &[&str] = &[
    "core::fmt::float::",
    "core::num::flt2dec::",
    "core::str::slice_error_fail",
    "<f64 as core::fmt::",
    "<char>::escape_debug_ext",
    "<&str as core::fmt::Debug>",
    "<&u64 as core::fmt::Debug>",
    "<&usize as core::fmt::Debug>",
    "<u32 as core::fmt::Debug>",
    "<i64 as core::fmt::Display>",
    "<u16 as core::fmt::Display>",
    "<char as core::fmt::Display>",
    "<serde_core::de::WithDecimalPoint as ",
    "<<serde_core::de::WithDecimalPoint as ",
    "<serde_wasm_bindgen::error::Error",
    "<serde_wasm_bindgen::de::Deserializer>::invalid_type_",
    "console_error_panic_hook::",
    "core::slice::index::slice_index_fail",
    "std::panicking::",
    "<std::panicking::",
    "<core::ops::range::Range<usize> as core::fmt::Debug>",
    "<serde_core::de::Unexpected as core::fmt::Display>",
    "<serde_core::de::OneOf as core::fmt::Display>",
];

/// Generic code of so many bytes that was made for something late comes late even where the first part may call it,
/// if it is of a kind that is hardly ever the same for two types ([`ALONE`]).
const LARGE: usize = 100;

/// Code that is made anew for each type: what drops or reduces one of ours. Collections aren't: a map of late things
/// is the same code as an early map; nor is what Yew makes of a component's numbers.
const ALONE: &[&str] = &[
    "core::ptr::drop_in_place::<parallax::",
    "core::ptr::drop_in_place::<alloc::vec::Vec<parallax::",
    "core::ptr::drop_in_place::<core::option::Option<parallax::",
    "<alloc::rc::Rc<alloc::vec::Vec<parallax::",
    "<yew::functional::hooks::use_reducer::use_reducer_base::HookProvider<yew::functional::hooks::use_state::UseStateReducer<",
    "core::ptr::drop_in_place::<core::cell::RefCell<alloc::vec::Vec<parallax::",
    "<yew::functional::hooks::use_reducer::use_reducer_base::HookProvider<parallax::",
    "<alloc::rc::Rc<parallax::",
];

/// What stands in a module of this name comes late and is called by the first part: wasm-opt is
/// told to keep it out of line (`--no-inline` in index.html).
const APART: &str = "::apart::";

/// How a function's name speaks of what comes late.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mention {
    /// It doesn't.
    None,
    /// It is generic code made for something late.
    Instance,
    /// It stands in a late module, or is a late type's own.
    Own,
}

impl Program {
    /// For each of the module's own functions, whether it comes late.
    ///
    /// By name first. But functions that are alike have been merged into one, which may bear a late
    /// name yet serve all: what is small, or generic code made for something late, comes first
    /// after all when the first part calls it directly, and so does what is small and stands in the
    /// table. Then whatever only late functions call. With `seldom`, also what was seen not to run.
    pub fn choose(&self, module: &Module, seldom: bool) -> Vec<bool> {
        let mention: Vec<Mention> = (0..module.functions.len())
            .map(|number| module.names.get(&module.index(number)).map_or(Mention::None, |name| self.mention(name)))
            .collect();
        let gate: Vec<bool> = (0..module.functions.len())
            .map(|number| module.names.get(&module.index(number)))
            .map(|name| name.is_some_and(|name| name.contains(APART) || self.is_rare(name)))
            .collect();
        let alone: Vec<bool> = (0..module.functions.len())
            .map(|number| module.names.get(&module.index(number)))
            .map(|name| {
                name.is_some_and(|name| {
                    let name = plain(name);
                    ALONE.iter().any(|path| name.starts_with(path))
                })
            })
            .collect();
        let size = |number: usize| module.functions[number].body.range().len();
        let held = held(module);
        let callers = callers(module);
        let pointed_at = |number: usize| module.slots.contains_key(&module.index(number));
        // Functions that are alike call the same ones: what is small, yet calls something large, is as late as that.
        let large = |number: &usize| mention[*number] != Mention::None && size(*number) >= self.middling;
        let called: Vec<Vec<usize>> = module
            .functions
            .iter()
            .map(|function| function.calls.iter().filter_map(|index| module.number(*index)).filter(large).collect())
            .collect();
        let leads = |number: usize| !called[number].is_empty();
        let small = |number: usize| {
            let least = if mention[number] == Mention::Own { self.small } else { self.middling };
            pointed_at(number) && size(number) < least
        };
        // At first all that might; then whatever an early function calls is taken out, until it holds.
        let mut late: Vec<bool> = (0..held.len())
            .map(|number| {
                !held[number]
                    && match mention[number] {
                        Mention::None => !pointed_at(number) && !callers[number].is_empty(),
                        Mention::Instance => !pointed_at(number) || size(number) >= self.middling || leads(number),
                        Mention::Own => !pointed_at(number) || size(number) >= self.small || leads(number),
                    }
            })
            .collect();
        loop {
            let mut changed = false;
            for number in 0..late.len() {
                let stays = late[number]
                    && (!small(number) || called[number].iter().any(|called| late[*called]))
                    && (callers[number].iter().all(|caller| late[*caller])
                        || mention[number] == Mention::Own && (gate[number] || size(number) >= self.small)
                        || mention[number] == Mention::Instance && alone[number] && size(number) >= LARGE);
                changed |= stays != late[number];
                late[number] = stays;
            }
            if !changed {
                if seldom {
                    self.add_seldom(module, &mut late);
                }
                return late;
            }
        }
    }

    /// Adds what the list has, and what then nothing early can call. Only that: the rules above would draw
    /// conclusions from it about functions that were merged and do run.
    fn add_seldom(&self, module: &Module, late: &mut [bool]) {
        let list: HashSet<&str> = self.seldom.lines().filter(|line| !line.starts_with('#')).collect();
        let (held, callers) = (held(module), callers(module));
        for number in 0..late.len() {
            let name = module.names.get(&module.index(number));
            late[number] |= !held[number] && name.is_some_and(|name| list.contains(&*plain(name)));
        }
        loop {
            let mut changed = false;
            for number in 0..late.len() {
                let alone = !held[number] && !module.slots.contains_key(&module.index(number));
                if alone && !late[number] && !callers[number].is_empty() && callers[number].iter().all(|own| late[*own])
                {
                    late[number] = true;
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    fn is_rare(&self, name: &str) -> bool {
        let name = plain(name);
        self.rare.iter().chain(RARE).any(|path| name.starts_with(path))
    }

    fn mention(&self, name: &str) -> Mention {
        let name = plain(name);
        let own = name.trim_start_matches('<');
        if own.starts_with("parallax::") && name.contains(APART) || self.is_rare(&name) {
            return Mention::Own;
        }
        // What sets a component's properties is the same code for many components, under the name of one.
        if name.contains("PropsBuilder>::") {
            return Mention::None;
        }
        // So is what Yew makes of a component's number or switch.
        if name.contains("::UseStateReducer<") && !name.contains("::UseStateReducer<parallax::") {
            return Mention::None;
        }
        let mut found = Mention::None;
        for path in self.late {
            for (at, _) in name.match_indices(path) {
                let here = |path: &str| {
                    let rest = name[at..].strip_prefix(path);
                    rest.is_some_and(|rest| {
                        path.ends_with(':') || !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_')
                    })
                };
                let first = self.first.iter().any(|path| here(path));
                if name[..at].ends_with("parallax::") && here(path) && !first {
                    found = Mention::Instance;
                    if own.strip_prefix("parallax::").is_some_and(|own| own.starts_with(path)) {
                        return Mention::Own;
                    }
                }
            }
        }
        found
    }
}

/// A name without the compiler's marks for crates, `parallax[0123456789abcdef]`.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut rest = name;
    while let Some(at) = rest.find('[') {
        plain.push_str(&rest[..at]);
        let inside = &rest[at + 1..];
        match inside.find(']') {
            Some(end) if inside[..end].chars().all(|mark| mark.is_ascii_hexdigit()) && end > 8 => {
                rest = &inside[end + 1..];
            }
            _ => {
                plain.push('[');
                rest = inside;
            }
        }
    }
    plain + rest
}

/// Functions that must stay whatever they are called: the exported ones and the start.
fn held(module: &Module) -> Vec<bool> {
    let mut held = vec![false; module.functions.len()];
    let exported = module.exports.iter().filter(|export| export.1 == wasmparser::ExternalKind::Func);
    for index in exported.map(|export| export.2).chain(module.start) {
        if let Some(number) = module.number(index) {
            held[number] = true;
        }
    }
    held
}

/// For each function, who calls it directly, itself left out.
fn callers(module: &Module) -> Vec<Vec<usize>> {
    let mut callers = vec![Vec::new(); module.functions.len()];
    for (caller, function) in module.functions.iter().enumerate() {
        for called in function.calls.iter().filter_map(|index| module.number(*index)) {
            if called != caller {
                callers[called].push(caller);
            }
        }
    }
    callers
}

/// Prints the largest functions of the first part.
pub fn list(module: &Module, late: &[bool]) {
    let mut first: Vec<usize> = (0..late.len()).filter(|number| !late[*number]).collect();
    first.sort_by_key(|number| std::cmp::Reverse(module.functions[*number].body.range().len()));
    for number in first.into_iter().take(150) {
        let name = module.names.get(&module.index(number)).map_or_else(String::new, |name| plain(name));
        println!("{:>7} {name}", module.functions[number].body.range().len());
    }
}

/// The functions of the first part that might come late, a line each: number, size in bytes and name, between tabs.
pub fn table(module: &Module, late: &[bool]) -> String {
    let held = held(module);
    let mut lines = String::new();
    for number in (0..late.len()).filter(|number| !late[*number] && !held[*number]) {
        let name = module.names.get(&module.index(number)).map_or_else(String::new, |name| plain(name));
        let size = module.functions[number].body.range().len();
        lines += &format!("{number}\t{size}\t{name}\n");
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_the_marks_of_crates_only() {
        assert_eq!(plain("<parallax[aadf9ea80b77368a]::app::Page>::of"), "<parallax::app::Page>::of");
        assert_eq!(plain("<[u8]>::sort [a"), "<[u8]>::sort [a");
    }

    #[test]
    fn tells_what_stands_in_a_late_module_from_what_is_made_for_it() {
        let program = Program {
            name: "app",
            late: &["app::pages", "route::parse::"],
            small: 104,
            middling: 300,
            first: &["app::pages::overview"],
            rare: &["parallax::app::features::"],
            seldom: "",
        };
        let is = |name| match program.mention(name) {
            Mention::Own => "own",
            Mention::Instance => "instance",
            Mention::None => "none",
        };
        assert_eq!(is("<parallax[aadf9ea80b77368a]::app::pages::style::Style>::run"), "own");
        assert_eq!(is("<alloc::vec::Vec<parallax::app::pages::style::Row>>::push"), "instance");
        assert_eq!(is("<parallax::app::pages::overview::Overview>::run"), "none");
        assert_eq!(is("parallax::app::pages_of_something"), "none");
        assert_eq!(is("other::app::pages::x"), "none");
        assert_eq!((is("parallax::route::parse"), is("parallax::route::parse::parse")), ("none", "own"));
        assert_eq!(is("parallax::engine::apart::answer"), "own");
        assert_eq!(is("parallax[aadf9ea80b77368a]::app::features::lengths"), "own");
        assert_eq!(is("core[c5930c85a12de822]::fmt::float::float_to_decimal"), "own");
        // What Yew makes of a switch is one function for all components.
        let hook = |of: &str| {
            [
                "<yew::use_reducer::HookProvider<yew::use_state::UseStateReducer<",
                of,
                ">, <parallax::app::pages::methods::Methods>::run>>::run",
            ]
            .concat()
        };
        assert!(program.mention(&hook("bool")) == Mention::None);
        assert!(program.mention(&hook("parallax::app::pages::methods::Made")) == Mention::Instance);
    }
}
