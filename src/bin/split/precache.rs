//! Which files the service worker keeps: all of a finished build.

use std::path::Path;

/// The service worker's file.
const WORKER: &str = "service-worker.js";

/// Puts the list of the folder's files before the service worker's text. To be done last: what is written
/// afterwards has no place in it.
///
/// # Errors
/// With the file's name and the system's reason.
pub fn list(folder: &Path) -> Result<(), String> {
    let path = folder.join(WORKER);
    let text = std::fs::read_to_string(&path).map_err(|reason| format!("{}: {reason}", path.display()))?;
    let mut files = Vec::new();
    collect(folder, "", &mut files)?;
    files.retain(|file| is_kept(file));
    files.sort();
    let page = files
        .iter()
        .find(|file| file.starts_with("app-") && file.ends_with(".js"))
        .ok_or_else(|| format!("{} holds no page's program, app-….js", folder.display()))?;
    let named = |later: bool| {
        let files = files.iter().filter(|file| is_late(file) == later);
        files.map(|file| format!("{file:?}")).collect::<Vec<_>>().join(", ")
    };
    let list = format!("const PRECACHE = {{ page: {page:?}, files: [{}], later: [{}] }};\n", named(false), named(true));
    eprintln!("split: {} files are kept for use without a network", files.len());
    // Again over a folder that has its list: the new one takes its place.
    let text =
        text.strip_prefix("const PRECACHE").and_then(|text| text.split_once('\n')).map_or(&*text, |(_, text)| text);
    std::fs::write(&path, list + text).map_err(|reason| format!("{}: {reason}", path.display()))
}

/// The page itself is kept under its address, the worker is the browser's own to keep, and texts about the
/// files are no part of the page.
fn is_kept(file: &str) -> bool {
    !matches!(file, "index.html" | WORKER) && !file.ends_with(".md") && !file.contains("OFL-")
}

/// What reads files that are brought in, and what writes Parquet: large, and kept only once it was asked for.
fn is_late(file: &str) -> bool {
    ["import", "pdf", "columnar", "parquet"].iter().any(|name| file.starts_with(name))
}

/// The files of a folder and those below, as paths from it, with `/` between.
fn collect(folder: &Path, below: &str, files: &mut Vec<String>) -> Result<(), String> {
    let entries = std::fs::read_dir(folder.join(below)).map_err(|reason| format!("{}: {reason}", folder.display()))?;
    for entry in entries {
        let entry = entry.map_err(|reason| format!("{}: {reason}", folder.display()))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = if below.is_empty() { name } else { format!("{below}/{name}") };
        if entry.path().is_dir() {
            collect(folder, &path, files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_every_file_once_and_anew() {
        let folder = std::env::temp_dir().join(format!("parallax-precache-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("lists")).unwrap();
        for (file, text) in [
            ("index.html", ""),
            ("app-0123.js", ""),
            ("lists/tone.txt", ""),
            ("import_bg.wasm", ""),
            ("lists/README.md", ""),
            ("service-worker.js", "\"use strict\";\n"),
        ] {
            std::fs::write(folder.join(file), text).unwrap();
        }
        let expected = "const PRECACHE = { page: \"app-0123.js\", files: [\"app-0123.js\", \"lists/tone.txt\"], later: [\"import_bg.wasm\"] };\n\"use strict\";\n";
        for _ in 0..2 {
            list(&folder).unwrap();
            assert_eq!(std::fs::read_to_string(folder.join("service-worker.js")).unwrap(), expected);
        }
        std::fs::remove_dir_all(folder).unwrap();
    }
}
