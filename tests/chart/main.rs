//! Every layout as a picture: compared with golden files, and held to the promises of `chart::layout`.
//!
//! `UPDATE_GOLDEN=1 cargo test --test chart` writes the golden files anew. Look at them before you commit them:
//! the picture is the review.

mod data;
mod promises;

use std::fs;
use std::path::Path;

use parallax::chart::svg;
use parallax::chart::theme::{DARK, LIGHT, Theme};

/// Compares every picture at one width and theme.
fn pictures(width: f64, theme: &Theme, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/chart");
    let update = std::env::var_os("UPDATE_GOLDEN").is_some();
    let mut different = Vec::new();
    for (layout, scene) in data::scenes(width) {
        promises::hold(&scene, &layout);
        let file = folder.join(format!("{layout}-{name}.svg"));
        let found = svg::write(&scene, theme, &[]);
        if update {
            fs::write(&file, &found).unwrap();
            continue;
        }
        let golden = fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
        if golden != found {
            let line = golden.lines().zip(found.lines()).position(|(old, new)| old != new);
            let line = line.unwrap_or_else(|| golden.lines().count().min(found.lines().count()));
            different.push(format!(
                "{}, line {}:\n  golden: {}\n  now:    {}",
                file.display(),
                line + 1,
                golden.lines().nth(line).unwrap_or("(end)"),
                found.lines().nth(line).unwrap_or("(end)")
            ));
        }
    }
    assert!(
        different.is_empty(),
        "{}\nIf the change is meant, write them anew with UPDATE_GOLDEN=1 and look at them.",
        different.join("\n")
    );
}

#[test]
fn narrow_and_light() {
    pictures(340.0, &LIGHT, "340-light");
}

#[test]
fn middling_and_light() {
    pictures(700.0, &LIGHT, "700-light");
}

#[test]
fn wide_and_dark() {
    pictures(1100.0, &DARK, "1100-dark");
}
