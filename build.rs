//! Turns the files of `corpus/` into the constants that `src/corpus/bundled.rs` includes.
//!
//! A file with broken front matter stops the build with its name, line and reason.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

// The library's own types and checks, so that the build and its tests cannot differ. Not all of
// each file is used here.
#[allow(dead_code)]
#[path = "src/corpus"]
mod corpus {
    pub mod article;
    pub mod calendar;
    pub mod folder;
    pub mod front_matter;
    pub mod ids;
}
#[allow(dead_code)]
#[path = "src/text"]
mod text {
    mod span;
    pub use span::Span;
}

use corpus::article::Article;
use corpus::folder;

fn main() {
    for path in [
        "corpus",
        "src/corpus/article.rs",
        "src/corpus/calendar.rs",
        "src/corpus/folder.rs",
        "src/corpus/front_matter.rs",
        "src/corpus/ids.rs",
    ] {
        println!("cargo::rerun-if-changed={path}");
    }
    println!("cargo::rerun-if-changed=src/text/span.rs");
    // The workers that read files and write Parquet may take 512 MB and no more: what a file asks for beyond that ends it, not the page.
    if env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|architecture| architecture == "wasm32") {
        for reader in ["import", "pdf", "columnar"] {
            println!("cargo::rustc-link-arg-bin={reader}=--max-memory=536870912");
        }
    }
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR"));
    match folder::read(&root.join("corpus")) {
        Ok(folder) => {
            for name in &folder.left_out {
                println!("cargo::warning={name} is left out: an article's file ends in .txt");
            }
            write_bundle(&folder.articles);
        }
        Err(messages) => {
            for message in messages {
                println!("cargo::error={message}");
            }
        }
    }
}

/// Writes the slice of constants.
fn write_bundle(articles: &[(String, Article)]) {
    let mut code = String::from("&[\n");
    for (file, a) in articles {
        writeln!(
            code,
            "// {file}\nConstant {{ id: {:?}, title: {:?}, title_source: Source::{:?}, outlet: {:?}, author: {:?}, date: {:?}, \
             relation: Relation::{:?}, date_source: Source::{:?}, date_words: {:?}, place: {:?}, label: {:?}, language: {:?}, \
             translated: {:?}, furniture: &[",
            a.id,
            a.title,
            a.title_source,
            a.outlet,
            a.author,
            a.published.date,
            a.published.relation,
            a.published.source,
            a.published.words,
            a.place,
            a.label,
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
