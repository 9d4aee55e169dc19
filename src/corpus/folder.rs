//! A folder of articles: reads every file of it, or says what is wrong with each.
//!
//! `build.rs` includes this file too, beside [`front_matter`]; in the library it is compiled for its
//! tests only.

use std::fs;
use std::path::{Path, PathBuf};

use super::article::Article;
use super::front_matter;

/// What a folder holds.
#[derive(Debug)]
pub struct Folder {
    /// Every `.txt` file's name (`corpus/01-trt-world.txt`) and article, by name; ids differ.
    pub articles: Vec<(String, Article)>,
    /// Names of other files, but for `README.md` and hidden ones, ascending: likely meant as articles.
    pub left_out: Vec<String>,
}

/// Reads a folder of articles.
///
/// # Errors
///
/// One line for each file that doesn't hold (name, line, reason), for an id that stands twice, and
/// for a folder that cannot be read or has no article.
pub fn read(folder: &Path) -> Result<Folder, Vec<String>> {
    let shown = |path: &Path| {
        let name = |p: &Path| p.file_name().unwrap_or_default().to_string_lossy().into_owned();
        format!("{}/{}", name(folder), name(path))
    };
    let entries = fs::read_dir(folder).map_err(|e| vec![format!("{}/ cannot be read: {e}", folder.display())])?;
    let (mut files, mut others): (Vec<PathBuf>, Vec<PathBuf>) = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .partition(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    others.sort();
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
        messages.push(format!(
            "{} has no .txt file: put at least one article in (see corpus/README.md)",
            shown(Path::new(""))
        ));
    }
    if let Err(problem) = front_matter::check_ids(&articles) {
        messages.push(problem.to_string());
    }
    if !messages.is_empty() {
        return Err(messages);
    }
    let expected = |path: &&PathBuf| {
        path.file_name().is_some_and(|name| name == "README.md" || name.to_string_lossy().starts_with('.'))
    };
    let left_out = others.iter().filter(|path| !expected(path)).map(|path| shown(path)).collect();
    Ok(Folder { articles, left_out })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder `corpus` with these files, gone when dropped.
    struct Scratch(PathBuf);

    impl Scratch {
        fn new(test: &str, files: &[(&str, &str)]) -> Self {
            let parent = std::env::temp_dir().join(format!("parallax-{test}-{}", std::process::id()));
            fs::create_dir_all(parent.join("corpus")).unwrap();
            for (name, content) in files {
                fs::write(parent.join("corpus").join(name), content).unwrap();
            }
            Self(parent)
        }

        fn read(&self) -> Result<Folder, Vec<String>> {
            read(&self.0.join("corpus"))
        }
    }

    impl Drop for Scratch {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.0).unwrap();
        }
    }

    fn article(id: &str) -> String {
        format!(
            "+++\nid = \"{id}\"\ntitle = \"{id}\"\ntitle_source = \"ours\"\noutlet = \"not stated\"\n\
             place = \"not stated\"\nlanguage = \"en\"\ntranslated = false\n\n[published]\n\
             source = \"not stated\"\n+++\nA text.\n"
        )
    }

    #[test]
    fn articles_come_by_file_name() {
        let (quay, pier) = (article("quay"), article("pier"));
        let files = [("2.txt", &*quay), ("1.txt", &*pier), ("README.md", ""), (".hidden", ""), ("3.md", "")];
        let folder = Scratch::new("order", &files).read().unwrap();
        let found: Vec<(&str, &str)> = folder.articles.iter().map(|(name, a)| (&**name, &*a.id)).collect();
        assert_eq!(found, [("corpus/1.txt", "pier"), ("corpus/2.txt", "quay")]);
        assert_eq!(folder.left_out, ["corpus/3.md"]);
    }

    #[test]
    fn every_broken_file_is_told_with_line_and_reason() {
        let good = article("quay");
        let broken = article("pier").replace("outlet =", "outlets =");
        let files = [("1.txt", &*broken), ("2.txt", &*good), ("3.txt", "Just a text.\n"), ("4.txt", &*good)];
        let messages = Scratch::new("broken", &files).read().unwrap_err();
        assert_eq!(messages.len(), 3, "{messages:?}");
        assert!(messages[0].starts_with("corpus/1.txt:5: unknown field `outlets`"));
        assert_eq!(messages[1], "corpus/3.txt:1: has no front matter: the first line must be `+++`");
        assert!(messages[2].starts_with("corpus/4.txt:1: `id` is \"quay\", which corpus/2.txt has already"));
    }

    #[test]
    fn a_folder_without_articles_is_refused() {
        let messages = Scratch::new("empty", &[("README.md", "")]).read().unwrap_err();
        assert_eq!(messages, ["corpus/ has no .txt file: put at least one article in (see corpus/README.md)"]);
        let messages = read(Path::new("no such folder/corpus")).unwrap_err();
        assert!(messages[0].starts_with("no such folder/corpus/ cannot be read"), "{messages:?}");
    }
}
