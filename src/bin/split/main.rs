//! Splits the page's and the worker's programs in two: what the Overview needs, which is loaded
//! first, and the rest, which is loaded late. Trunk runs it after a release build (Trunk.toml).
//!
//! ```text
//! cargo run --features split --bin split -- FOLDER [--list | --runs]
//! ```
//!
//! `FOLDER` holds Trunk's output; `--list` prints the largest functions of each first part and
//! keeps their names in it, for whoever looks for more that could come late. `--runs` passes over
//! the list `seldom.txt` and makes first parts that remember which of their functions have run, with a
//! table of them beside (`app_functions.tsv`: number, bytes, name): what `./dev late` writes that list from.
//!
//! The compiler's output has no part that could be left out: everything is reachable by one table
//! of functions. So the split is made on finished WebAssembly. Functions are chosen by their path
//! ([`late`]); each that the first part can reach leaves a stub, which loads the late part when
//! it isn't there yet, then calls through the table; the late part, once there, puts its own
//! functions into the table. Nothing breaks when a stub is called early: the load is then done at
//! once and in line, which a worker may always do and the page avoids by asking beforehand
//! (`static/late.js`). Memory, table, globals and all other functions stay the first part's; the
//! late part imports them. Texts that only late functions
//! speak come late too ([`data`]).
//!
//! At the end the service worker is told which files there are ([`precache`]).
//!
//! On the way the scripts beside the programs lose what only their writers need ([`glue`]), and the page's
//! stylesheets become one ([`styles`]).
//!
//! Why not a tool that exists: `wasm_split_cli_support` (Leptos) needs the linker's relocations,
//! and Trunk runs wasm-bindgen, which drops them, before any hook; Binaryen's `wasm-split` comes
//! with neither Trunk nor npm.

mod data;
mod glue;
mod late;
mod module;
mod precache;
mod rewrite;
mod styles;

use rewrite::Kept;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    let Some(folder) = arguments.next().map(PathBuf::from) else {
        eprintln!("split: name the folder that holds Trunk's output, as in 'split dist'");
        return ExitCode::FAILURE;
    };
    let kept = match arguments.next().as_deref().and_then(|argument| argument.to_str()) {
        None => Kept::Nothing,
        Some("--list") => Kept::Names,
        Some("--runs") => Kept::Runs,
        Some(other) => {
            eprintln!("split: there is no {other}; --list and --runs there are");
            return ExitCode::FAILURE;
        }
    };
    for program in late::PROGRAMS {
        if let Err(reason) = split(&folder, program, kept) {
            eprintln!("split: {}: {reason}", program.name);
            return ExitCode::FAILURE;
        }
    }
    // A folder of programs alone, for looking into them, has no page.
    if folder.join("index.html").exists()
        && let Err(reason) = styles::join(&folder).and_then(|()| precache::list(&folder))
    {
        eprintln!("split: {reason}");
        return ExitCode::FAILURE;
    }
    ExitCode::SUCCESS
}

/// Splits one program in place and puts its late part beside it.
fn split(folder: &Path, program: &late::Program, kept: Kept) -> Result<(), String> {
    let first = find(folder, program.name)?;
    let bytes = std::fs::read(&first).map_err(|reason| format!("{}: {reason}", first.display()))?;
    let module = module::Module::read(&bytes).map_err(|reason| format!("{}: {reason}", first.display()))?;
    if module.names.is_empty() {
        return Err("it has no names of functions to choose by; keep wasm-opt's parameter -g in index.html".into());
    }
    let chosen = program.choose(&module, kept != Kept::Runs);
    if kept == Kept::Names {
        late::list(&module, &chosen);
    }
    if kept == Kept::Runs {
        let path = folder.join(format!("{}_functions.tsv", program.name));
        std::fs::write(&path, late::table(&module, &chosen))
            .map_err(|reason| format!("{}: {reason}", path.display()))?;
    }
    let script = PathBuf::from(first.to_string_lossy().replace("_bg.wasm", ".js"));
    let glue = match std::fs::read_to_string(&script) {
        Ok(text) => Some(glue::shorten(&module, &text)),
        Err(reason) if reason.kind() == std::io::ErrorKind::NotFound => None,
        Err(reason) => return Err(format!("{}: {reason}", script.display())),
    };
    let names = glue.as_ref().map(|glue| glue.names.as_slice());
    let parts =
        rewrite::parts(&module, &chosen, names, kept).map_err(|reason| format!("{}: {reason}", first.display()))?;
    eprintln!(
        "split: {}: {} of {} functions come late; {} bytes first, {} late",
        program.name,
        chosen.iter().filter(|late| **late).count(),
        module.functions.len(),
        parts.first.len(),
        parts.late.len(),
    );
    let name = first.to_string_lossy().replace("_bg.wasm", "_late.wasm");
    std::fs::write(&name, parts.late).map_err(|reason| format!("{name}: {reason}"))?;
    if let Some(glue) = glue {
        std::fs::write(&script, glue.script).map_err(|reason| format!("{}: {reason}", script.display()))?;
    }
    std::fs::write(&first, parts.first).map_err(|reason| format!("{}: {reason}", first.display()))
}

/// The program's file: `app-0123456789abcdef_bg.wasm`, or without the hash.
fn find(folder: &Path, name: &str) -> Result<PathBuf, String> {
    let files = std::fs::read_dir(folder).map_err(|reason| format!("{}: {reason}", folder.display()))?;
    let mut found: Vec<PathBuf> = files
        .filter_map(|file| Some(file.ok()?.path()))
        .filter(|path| {
            let file = path.file_name().unwrap_or_default().to_string_lossy();
            let rest = file.strip_prefix(name).and_then(|rest| rest.strip_suffix("_bg.wasm"));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        })
        .collect();
    match (found.pop(), found.is_empty()) {
        (Some(path), true) => Ok(path),
        (Some(_), false) => Err(format!("{} holds more than one build of it", folder.display())),
        (None, _) => Err(format!("{} holds no {name}…_bg.wasm", folder.display())),
    }
}
