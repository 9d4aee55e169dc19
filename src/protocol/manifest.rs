//! A manifest: what an analysis was made from and with, so that anyone can see whether it can be repeated.
//!
//! Hashes are SHA-256 in hexadecimal digits. A text's is that of its bytes as the corpus has them.
//! The results' are those of the tables as 'Download CSV' writes them under the manifest's settings:
//! sizes of the articles; keywords in the manifest's comparison, used more and less, by G²; words by
//! frequency; similarity of every pair. Two programs with the same texts and settings that give the
//! same hashes gave the same numbers to the last digit.

use serde::{Deserialize, Serialize};

use super::Settings;
use crate::analysis::comparison::Comparison;

/// What a manifest calls itself: the first thing that is looked for in a file.
pub const KIND: &str = "parallax-manifest";
/// The version of its form.
pub const FORM: u32 = 1;

/// Asks for the manifest of an analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ManifestQuery {
    /// The address of the view, from `#` on; taken over as it is.
    pub address: String,
    /// Who is compared with whom in Keywords.
    pub comparison: Comparison,
}

/// A text of the corpus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestText {
    /// Id of the article.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whether it took part.
    pub on: bool,
    /// Hash of the text.
    pub sha256: String,
}

/// A file or a table, and its hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashed {
    /// What it is.
    pub name: String,
    /// Its hash.
    pub sha256: String,
}

/// Where chance has a say, the number it starts from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seed {
    /// Of what.
    pub name: String,
    /// The number.
    pub seed: u32,
}

/// What an analysis was made from and with.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`KIND`].
    pub kind: String,
    /// [`FORM`].
    pub form: u32,
    /// The version of Parallax.
    pub version: String,
    /// The view with all that a link carries, from `#` on.
    pub address: String,
    /// The settings.
    pub settings: Settings,
    /// Who was compared with whom.
    pub comparison: Comparison,
    /// Hash of the stop words in force: sorted, one a line.
    pub stop_words_sha256: String,
    /// The texts.
    pub texts: Vec<ManifestText>,
    /// The word lists that the results rest on.
    pub lists: Vec<Hashed>,
    /// Seeds.
    pub seeds: Vec<Seed>,
    /// The results: `articles`, `keywords`, `frequency`, `similarity`.
    pub results: Vec<Hashed>,
}

/// How an analysis stands to the manifest of another, in sentences.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Whether nothing differs: texts, settings, lists, seeds, version and results.
    pub same: bool,
    /// Plain sentences: what is the same, and by name what differs.
    pub sentences: Vec<String>,
}

impl Manifest {
    /// Whether it is a manifest that this version can read.
    ///
    /// # Errors
    /// With a sentence on what it is instead.
    pub fn readable(&self) -> Result<(), String> {
        if self.kind != KIND {
            Err("This file isn’t a manifest of Parallax: it doesn’t say that it is one.".to_owned())
        } else if self.form != FORM {
            Err(["This manifest has form ", &self.form.to_string(), "; this version of Parallax reads form 1."]
                .concat())
        } else {
            Ok(())
        }
    }

    /// Holds `now`, the manifest of the analysis made anew, against this one, which was saved.
    #[must_use]
    pub fn verdict(&self, now: &Self) -> Verdict {
        let mut sentences = Vec::new();
        // Sentences that tell of no difference.
        let mut agreeing = 0;
        let named = |text: &ManifestText| [&text.id, " (", &text.title, ")"].concat();
        let mut texts_differ = false;
        for saved in &self.texts {
            match now.texts.iter().find(|text| text.id == saved.id) {
                None => {
                    texts_differ = true;
                    sentences.push(["The text ", &named(saved), " isn’t in this corpus."].concat());
                }
                Some(text) if text.sha256 != saved.sha256 => {
                    texts_differ = true;
                    sentences.push(["The text ", &named(saved), " is another than it was."].concat());
                }
                Some(_) => {}
            }
        }
        for text in now.texts.iter().filter(|text| self.texts.iter().all(|saved| saved.id != text.id)) {
            texts_differ = true;
            sentences.push(["The text ", &named(text), " is new: the manifest doesn’t have it."].concat());
        }
        if !texts_differ {
            agreeing += 1;
            sentences.push(match self.texts.len() {
                1 => "The text is the same.".to_owned(),
                number => ["All ", &number.to_string(), " texts are the same."].concat(),
            });
        }
        for id in &self.settings.off {
            if self.texts.iter().all(|text| text.id != *id) {
                sentences
                    .push(["The manifest switches off the article ", id, ", which is none of its texts."].concat());
            }
        }
        let parts: [(&str, bool); 7] = [
            ("what counts as one word", self.settings.words != now.settings.words),
            ("page furniture", self.settings.furniture != now.settings.furniture),
            ("stop words", self.settings.stop_words != now.settings.stop_words),
            ("which articles are on", !self.same_articles_on(now)),
            ("how articles are grouped", self.settings.grouping != now.settings.grouping),
            ("who is compared with whom", !self.comparison.same_sides(&now.comparison)),
            ("the limits of the comparison", !self.comparison.same_limits(&now.comparison)),
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| part.1).map(|part| part.0).collect();
        if !parts.is_empty() {
            sentences.push(
                [
                    "The manifest’s settings aren’t those of this view, which its address gives: ",
                    &parts.join(", "),
                    ".",
                ]
                .concat(),
            );
        }
        let differing = |saved: &[Hashed], now: &[Hashed]| -> Vec<String> {
            let other = |one: &&Hashed| now.iter().all(|now| now.name != one.name || now.sha256 != one.sha256);
            saved.iter().filter(other).map(|one| one.name.clone()).collect()
        };
        if self.stop_words_sha256 != now.stop_words_sha256 {
            sentences.push("The list of stop words is another than it was.".to_owned());
        }
        for list in differing(&self.lists, &now.lists) {
            sentences.push(["The word list ", &list, " is another than it was."].concat());
        }
        for seed in self.seeds.iter().filter(|seed| !now.seeds.contains(seed)) {
            sentences.push([&seed.name, " starts from another seed than it did."].concat());
        }
        let results = differing(&self.results, &now.results);
        if self.version != now.version {
            let versions = ["It was made by Parallax ", &self.version, "; this is ", &now.version, "."];
            sentences.push(versions.concat());
        }
        if results.is_empty() {
            agreeing += 1;
            sentences.push(
                "The results are the same, to the last digit: articles, keywords, frequencies and similarities, from which nearly all else is made."
                    .to_owned(),
            );
        } else {
            sentences.push(["The results differ in: ", &results.join(", "), "."].concat());
        }
        Verdict { same: sentences.len() == agreeing, sentences }
    }

    /// Whether the same of the texts take part, and the settings switch off the same ones.
    fn same_articles_on(&self, now: &Self) -> bool {
        let off = |of: &Self| {
            let mut off = of.settings.off.clone();
            off.sort_unstable();
            off.dedup();
            off
        };
        let takes_part = |saved: &ManifestText| now.texts.iter().all(|text| text.id != saved.id || text.on == saved.on);
        off(self) == off(now) && self.texts.iter().all(takes_part)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::comparison::Against;
    use crate::analysis::settings::Grouping;

    fn manifest() -> Manifest {
        let text = |id: &str| ManifestText { id: id.into(), title: "T".into(), on: true, sha256: id.repeat(2) };
        let hashed = |name: &str| Hashed { name: name.into(), sha256: "ab".into() };
        Manifest {
            kind: KIND.into(),
            form: FORM,
            version: "1".into(),
            address: "#/keywords".into(),
            settings: Settings::default(),
            comparison: Comparison::default(),
            stop_words_sha256: "cd".into(),
            texts: vec![text("one"), text("two")],
            lists: vec![hashed("general-english.txt")],
            seeds: vec![Seed { name: "The permutation test".into(), seed: 1 }],
            results: vec![hashed("keywords"), hashed("frequency")],
        }
    }

    #[test]
    fn the_same_is_said_to_be_the_same() {
        let verdict = manifest().verdict(&manifest());
        assert!(verdict.same);
        assert_eq!(
            verdict.sentences,
            [
                "All 2 texts are the same.",
                "The results are the same, to the last digit: articles, keywords, frequencies and similarities, from which nearly all else is made."
            ]
        );
    }

    #[test]
    fn what_differs_is_named() {
        let mut now = manifest();
        now.version = "2".into();
        now.texts[0].sha256 = "changed".into();
        now.texts[1].id = "three".into();
        now.lists.clear();
        now.stop_words_sha256.clear();
        now.seeds[0].seed = 2;
        now.settings.furniture = true;
        now.results[1].sha256 = "other".into();
        let verdict = manifest().verdict(&now);
        assert!(!verdict.same);
        assert_eq!(
            verdict.sentences,
            [
                "The text one (T) is another than it was.",
                "The text two (T) isn’t in this corpus.",
                "The text three (T) is new: the manifest doesn’t have it.",
                "The manifest’s settings aren’t those of this view, which its address gives: page furniture.",
                "The list of stop words is another than it was.",
                "The word list general-english.txt is another than it was.",
                "The permutation test starts from another seed than it did.",
                "It was made by Parallax 1; this is 2.",
                "The results differ in: frequency.",
            ]
        );
    }

    /// Whatever is edited in a file, the verdict is that of its list: one sentence more, and not the same.
    #[test]
    fn one_edit_anywhere_makes_it_another_analysis() {
        type Edit = fn(&mut Manifest);
        let edits: [(Edit, &str); 12] = [
            (|it| it.settings.words.fold_case = !it.settings.words.fold_case, "what counts as one word"),
            (|it| it.settings.furniture = true, "page furniture"),
            (|it| it.settings.stop_words.hidden = !it.settings.stop_words.hidden, "stop words"),
            (|it| it.settings.off.push("nowhere".into()), "article nowhere, which is none of its texts"),
            (|it| it.settings.off.push("one".into()), "which articles are on"),
            (|it| it.texts[1].on = false, "which articles are on"),
            (|it| it.settings.grouping = Grouping::new("outlet".into()), "how articles are grouped"),
            (|it| it.comparison.minimum += 1, "the limits of the comparison"),
            (|it| it.comparison.against = Against::GeneralEnglish, "who is compared with whom"),
            (|it| it.stop_words_sha256.clear(), "list of stop words"),
            (|it| it.seeds[0].seed = 2, "another seed"),
            (|it| it.version = "0".into(), "made by Parallax 0; this is 1"),
        ];
        for (edit, said) in edits {
            let mut saved = manifest();
            edit(&mut saved);
            let verdict = saved.verdict(&manifest());
            assert!(!verdict.same, "{said}: {verdict:?}");
            assert!(verdict.sentences.iter().any(|sentence| sentence.contains(said)), "{said}: {verdict:?}");
        }
    }

    #[test]
    fn other_files_are_not_read() {
        assert!(manifest().readable().is_ok());
        let other = Manifest { kind: "package".into(), ..manifest() };
        assert!(other.readable().unwrap_err().contains("isn’t a manifest"));
        let later = Manifest { form: 2, ..manifest() };
        assert!(later.readable().unwrap_err().contains("form 2"));
    }
}
