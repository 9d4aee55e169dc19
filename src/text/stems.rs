//! Stems: what inflected forms of an English word have in common.
//!
//! The rules are Snowball's for English (Porter2), version 3.0. They need no list of words and know no
//! meanings: `allies` and `ally` both give `alli`, which is no word, and `general` is not `generals`'
//! lemma but its stem.

pub use apart::stem;

/// Seldom wanted: the build splits it off (`src/bin/split`).
mod apart {
    use waken_snowball::SnowballEnv;
    use waken_snowball::algorithms::english_stemmer;

    /// The stem under which a word counts, where that is another form; of words of letters alone. Case is
    /// kept as far as the stem is the word's own beginning, and capitals stay capitals: `Allies` gives `Alli`.
    #[must_use]
    #[inline(never)]
    pub fn stem(word: &str) -> Option<String> {
        if !word.chars().all(char::is_alphabetic) {
            return None;
        }
        let small = word.to_lowercase();
        let mut env = SnowballEnv::create(&small);
        english_stemmer::stem(&mut env);
        let stem = env.get_current();
        if stem == small {
            return None;
        }
        if small == word {
            return Some(stem.into_owned());
        }
        let capitals = !word.chars().any(char::is_lowercase);
        let mut written = word.chars();
        let cased = stem.chars().map(|of_stem| match written.next() {
            Some(own) if own.to_lowercase().eq([of_stem]) => own,
            _ if capitals => of_stem.to_uppercase().next().unwrap_or(of_stem),
            _ => of_stem,
        });
        Some(cased.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for (word, expected) in [
            ("allies", "alli"),
            ("ally", "alli"),
            ("Allies", "Alli"),
            ("ALLIES", "ALLI"),
            ("defending", "defend"),
            ("defences", "defenc"),
            ("Agreed", "Agre"),
        ] {
            assert_eq!(stem(word).as_deref(), Some(expected), "{word}");
        }
        for word in ["", "defend", "nato", "2025", "allies'", "mid-2025", "f16s", "общие"] {
            assert_eq!(stem(word), None, "{word}");
        }
    }

    /// What Snowball's own Python package gives: `tests/reference/make_stems.py`.
    #[test]
    fn agrees_with_snowballs_own_package() {
        let mut words = 0;
        for line in include_str!("../../tests/reference/stems.txt").lines().filter(|line| !line.starts_with('#')) {
            let (word, expected) = line.split_once(' ').unwrap();
            assert_eq!(stem(word).unwrap_or_else(|| word.to_owned()), expected, "{word}");
            words += 1;
        }
        assert!(words > 1000, "{words}");
    }
}
