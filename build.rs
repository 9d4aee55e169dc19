//! Turns the files of `corpus/` into the constants that `src/corpus/bundled.rs` includes.
//!
//! A file with broken front matter stops the build with its name, line and reason.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

// The library's own types and checks, so that the build and its tests cannot differ. Not all of
// each file is used here.
#[allow(dead_code)]
#[path = "src/corpus"]
mod corpus {
    pub mod article;
    pub mod front_matter;
}
#[allow(dead_code)]
#[path = "src/text"]
mod text {
    mod span;
    pub use span::Span;
}

use corpus::article::Article;
use corpus::front_matter;

fn main() {
    for path in ["corpus", "src/corpus/article.rs", "src/corpus/front_matter.rs", "src/text/span.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    match read_corpus() {
        Ok(articles) => write_bundle(&articles),
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
        }
    }
}

/// Every `corpus/*.txt`, by file name; or every file's problem, each in one line.
fn read_corpus() -> Result<Vec<(String, Article)>, Vec<String>> {
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    let folder = root.join("corpus");
    let entries = fs::read_dir(&folder).map_err(|e| vec![format!("corpus/ cannot be read: {e}")])?;
    let (mut files, mut others): (Vec<PathBuf>, Vec<PathBuf>) = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .partition(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    others.sort();
    for name in others.iter().map(|path| shown(path)).filter(|n| n != "corpus/README.md" && !n.starts_with("corpus/."))
    {
        println!("cargo::warning={name} is left out: an article's file ends in .txt");
    }
    let mut articles = Vec::new();
    let mut messages = Vec::new();
    for path in &files {
        let name = shown(path);
        match fs::read(path) {
            Err(e) => messages.push(format!("{name}: cannot be read: {e}")),
            Ok(bytes) => match front_matter::parse(&name, &bytes) {
                Ok(article) => articles.push((name, article)),
                Err(problem) => messages.push(problem.to_string()),
            },
        }
    }
    if files.is_empty() {
        messages.push("corpus/ has no .txt file: put at least one article in (see corpus/README.md)".to_owned());
    }
    if let Err(problem) = front_matter::check_ids(&articles) {
        messages.push(problem.to_string());
    }
    if messages.is_empty() { Ok(articles) } else { Err(messages) }
}

/// The file as a maintainer names it: `corpus/01-trt-world.txt`.
fn shown(path: &Path) -> String {
    format!("corpus/{}", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Writes the slice of constants.
fn write_bundle(articles: &[(String, Article)]) {
    let mut code = String::from("&[\n");
    for (file, a) in articles {
        writeln!(
            code,
            "// {file}\nConstant {{ id: {:?}, title: {:?}, title_source: Source::{:?}, outlet: {:?}, date: {:?}, \
             relation: Relation::{:?}, date_source: Source::{:?}, date_words: {:?}, place: {:?}, language: {:?}, \
             translated: {:?}, furniture: &[",
            a.id,
            a.title,
            a.title_source,
            a.outlet,
            a.published.date,
            a.published.relation,
            a.published.source,
            a.published.words,
            a.place,
            a.language,
            a.translated,
        )
        .expect("writing to a string");
        for f in &a.furniture {
            writeln!(code, "passage(FurnitureKind::{:?}, {}, {}),", f.kind, f.span.start, f.span.end)
                .expect("writing to a string");
        }
        writeln!(code, "], text: {:?} }},", a.text).expect("writing to a string");
    }
    code.push_str("]\n");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR")).join("bundled.rs");
    if let Err(e) = fs::write(&out, code) {
        println!("cargo::error={}: cannot be written: {e}", out.display());
    }
}
