//! Holds the crate's modules to the table in `src/lib.rs`: who may use whom.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A part of the crate, by the start of its path under `src/`, and the parts it may name besides itself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("digits", &[]),
    ("sorting", &[]),
    ("text", &["sorting"]),
    ("corpus", &["text", "sorting"]),
    ("stats", &["sorting", "digits"]),
    ("analysis", &["text", "corpus", "stats", "sorting", "digits"]),
    ("protocol", &["text", "corpus", "stats", "analysis"]),
    ("engine", &["text", "corpus", "stats", "analysis", "protocol", "digits"]),
    ("import", &["text", "corpus", "sorting", "digits", "analysis::reuse"]),
    ("columnar", &[]),
    ("chart", &["sorting", "digits"]),
    ("route", &["protocol", "digits"]),
    ("worker::entry", &["worker::lists", "engine", "protocol"]),
    ("worker::lists", &["worker::entry", "worker::fetched", "engine", "protocol"]),
    ("worker::fetched", &[]),
    ("worker::client", &["protocol"]),
    ("worker::importer", &["import", "protocol", "worker::fetched"]),
    // Of `import` the plain types: without its feature no reader is there.
    (
        "app",
        &["worker::client", "worker::importer", "worker::fetched", "route", "chart", "protocol", "import", "digits"],
    ),
];

/// Crates that only `worker` and `app` may name.
const WEB: &[&str] =
    &["wasm_bindgen", "wasm_bindgen_futures", "js_sys", "web_sys", "serde_wasm_bindgen", "yew", "gloo"];

fn source_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            source_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

/// Every source file with its path of modules (`analysis::pair`) and its code without comments.
fn sources() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    source_files(&root, &mut files);
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix(&root).unwrap().with_extension("");
            let modules: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
            let modules = modules.join("::").trim_end_matches("::mod").to_owned();
            (modules, without_comments(&fs::read_to_string(&path).unwrap()))
        })
        .collect()
}

/// The code without its line comments, documentation among them.
fn without_comments(code: &str) -> String {
    code.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
}

/// The paths that follow `crate::` (or as many `super::` as lead there), as far as two modules deep; braces
/// are opened. From a module within a file as many `super::` lead less far: what they name counts only
/// when it is called like a top module.
fn named(modules: &str, code: &str) -> BTreeSet<String> {
    let depth = modules.split("::").count();
    let to_the_top = "super::".repeat(depth);
    let mut paths = BTreeSet::new();
    for start in ["crate::", to_the_top.as_str()] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':' || c == '$') {
                continue;
            }
            let mut here = BTreeSet::new();
            open(&code[at + start.len()..], "", &mut here);
            let is_top =
                |path: &String| MAY_USE.iter().any(|(part, _)| part.split("::").next() == path.split("::").next());
            paths.extend(here.into_iter().filter(|path| start == "crate::" || is_top(path)));
        }
    }
    paths
}

/// Adds the paths that `rest` starts with, `{a, b::c}` included.
fn open(rest: &str, before: &str, paths: &mut BTreeSet<String>) {
    let rest = rest.trim_start();
    if let Some(inside) = rest.strip_prefix('{') {
        let mut depth = 0;
        let mut item = 0;
        for (at, c) in inside.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth > 0 => depth -= 1,
                ',' | '}' if depth == 0 => {
                    if !inside[item..at].trim().is_empty() {
                        open(&inside[item..at], before, paths);
                    }
                    item = at + 1;
                    if c == '}' {
                        break;
                    }
                }
                _ => {}
            }
        }
        return;
    }
    let name: String = rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let path = if before.is_empty() { name.clone() } else { format!("{before}::{name}") };
    match rest[name.len()..].strip_prefix("::") {
        Some(next) if before.is_empty() => open(next, &path, paths),
        _ => {
            paths.insert(path);
        }
    }
}

/// Whether `path` is the part or lies in it.
fn is_in(path: &str, part: &str) -> bool {
    path == part || path.strip_prefix(part).is_some_and(|rest| rest.starts_with("::"))
}

#[test]
fn modules_name_only_what_the_table_allows() {
    let mut wrong = Vec::new();
    for (modules, code) in sources() {
        let Some((part, allowed)) = MAY_USE.iter().find(|(part, _)| is_in(&modules, part)) else { continue };
        for path in named(&modules, &code) {
            if !is_in(&path, part) && !allowed.iter().any(|allowed| is_in(&path, allowed)) {
                wrong.push(format!("{modules} names {path}"));
            }
        }
    }
    assert!(wrong.is_empty(), "see the table in src/lib.rs:\n{}", wrong.join("\n"));
}

#[test]
fn the_core_never_names_the_web() {
    let mut wrong = Vec::new();
    for (modules, code) in sources() {
        if ["worker", "app", "bin"].iter().any(|part| is_in(&modules, part)) {
            continue;
        }
        for name in WEB {
            if code.contains(&format!("{name}::")) || code.contains(&format!("use {name};")) {
                wrong.push(format!("{modules} names {name}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_top_module_has_its_row() {
    let tops: BTreeSet<String> =
        sources().into_iter().map(|(modules, _)| modules.split("::").next().unwrap().to_owned()).collect();
    for top in tops.iter().filter(|top| !["lib", "bin"].contains(&top.as_str())) {
        assert!(MAY_USE.iter().any(|(part, _)| part.split("::").next() == Some(top)), "{top} has no row");
    }
}

#[test]
fn the_scan_sees_every_way_to_name_a_module() {
    let code = without_comments(
        "use crate::engine::{Engine, csv};\nuse crate::{chart, route::state::State};\n\
         let x = crate::stats::g2(1);\n// use crate::app;\nuse super::super::text;\nuse super::near;\nmycrate::no();",
    );
    let found: Vec<String> = named("worker::client", &code).into_iter().collect();
    assert_eq!(found, ["chart", "engine::Engine", "engine::csv", "route::state", "stats::g2", "text"]);
    assert!(is_in("worker::client::tests", "worker::client") && !is_in("worker::clients", "worker::client"));
}
