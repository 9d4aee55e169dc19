//! Which functions come late.

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
    /// Library code that comes late though the first part may call it: what it is for doesn't happen while the
    /// first view is drawn. As the functions' paths begin.
    rare: &'static [&'static str],
}

/// The programs, and what in them the Overview does without.
pub const PROGRAMS: &[Program] = &[
    Program {
        name: "app",
        // Lower than the worker's, for the page's many small components; `tests/e2e/late.test.mjs` fails where a
        // function that serves the first view as well went late by its name.
        small: 60,
        middling: 104,
        late: &[
            "app::pages",
            "app::charts::card",
            "app::charts::export",
            "app::charts::place",
            "app::charts::walk",
            "app::components::chooser",
            "app::components::copy_link",
            "app::components::menu",
            "app::components::modal",
            "app::download",
            "app::framed",
            "app::reader",
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
            "protocol::manifest",
            "app::shell::palette",
            "app::shell::print_note",
            "app::shell::search",
            "app::shell::settings",
            "app::shell::stop_words",
            "chart::layout",
            "chart::svg",
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
            "route::framing::FramingState",
            "analysis::quotations::Kind",
            "analysis::correspondence::MapQuery",
            "chart::layout::Article",
        ],
        rare: RARE,
    },
    Program {
        name: "worker",
        small: 104,
        middling: 300,
        late: &[
            "analysis::compare",
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
            "analysis::vocabulary",
            "analysis::windows",
            "engine::catalogue",
            "engine::coverage",
            "engine::csv",
            "engine::framing",
            "engine::groups",
            "engine::manifest",
            "engine::quotes",
            "engine::reuse_tables",
            "protocol::manifest",
            "engine::style",
            "engine::style_tables",
            "engine::tables",
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
            "text::stems",
        ],
        first: &[],
        rare: RARE,
    },
];

/// The Overview has no number with a point that the program writes, and texts are given escapes only where an
/// error is told.
const RARE: &[&str] = &[
    "core::fmt::float::",
    "core::num::flt2dec::",
    "<f64 as core::fmt::",
    "<char>::escape_debug_ext",
    "<serde_core::de::Unexpected as core::fmt::Display>",
    "<serde_core::de::OneOf as core::fmt::Display>",
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
    /// table. Then whatever only late functions call.
    pub fn choose(&self, module: &Module) -> Vec<bool> {
        let mention: Vec<Mention> = (0..module.functions.len())
            .map(|number| module.names.get(&module.index(number)).map_or(Mention::None, |name| self.mention(name)))
            .collect();
        let gate: Vec<bool> = (0..module.functions.len())
            .map(|number| module.names.get(&module.index(number)))
            .map(|name| name.is_some_and(|name| name.contains(APART) || self.is_rare(name)))
            .collect();
        let size = |number: usize| module.functions[number].body.range().len();
        let held = held(module);
        let callers = callers(module);
        // At first all that might; then whatever an early function calls is taken out, until it holds.
        let mut late: Vec<bool> = (0..held.len())
            .map(|number| {
                let pointed_at = module.slots.contains_key(&module.index(number));
                !held[number]
                    && match mention[number] {
                        Mention::None => !pointed_at && !callers[number].is_empty(),
                        Mention::Instance => !pointed_at || size(number) >= self.middling,
                        Mention::Own => !pointed_at || size(number) >= self.small,
                    }
            })
            .collect();
        loop {
            let mut changed = false;
            for number in 0..late.len() {
                let stays = late[number]
                    && (callers[number].iter().all(|caller| late[*caller])
                        || mention[number] == Mention::Own && (gate[number] || size(number) >= self.small));
                changed |= stays != late[number];
                late[number] = stays;
            }
            if !changed {
                return late;
            }
        }
    }

    fn is_rare(&self, name: &str) -> bool {
        let name = plain(name);
        self.rare.iter().any(|path| name.starts_with(path))
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
            rare: &["core::fmt::float::"],
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
        assert_eq!(is("core[c5930c85a12de822]::fmt::float::float_to_decimal"), "own");
    }
}
