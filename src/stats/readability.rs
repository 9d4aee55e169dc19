//! Readability: how hard a text is to read, from counts alone.
//!
//! The formulas are regressions on school texts of their time: they compare texts of one kind, and
//! say nothing about whether a text is clear. Each result is shown with the counts it came from.

use super::measure::Measure;

/// The counts of a text that the formulas take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextCounts {
    /// Words.
    pub words: u32,
    /// Sentences.
    pub sentences: u32,
    /// Syllables.
    pub syllables: u32,
    /// Letters and digits.
    pub letters: u32,
    /// Words of three syllables or more.
    pub polysyllables: u32,
}

impl TextCounts {
    /// Words a sentence; `None` (as everything below) without a word or a sentence.
    #[must_use]
    pub fn words_per_sentence(self) -> Option<f64> {
        (self.words > 0 && self.sentences > 0).then(|| f64::from(self.words) / f64::from(self.sentences))
    }

    /// `number` for each word.
    fn per_word(self, number: u32) -> f64 {
        f64::from(number) / f64::from(self.words)
    }

    /// Flesch reading ease: 206.835 - 1.015 words/sentence - 84.6 syllables/word; about 0 (hard) to 100 (easy).
    ///
    /// Source: Flesch 1948, *A new readability yardstick*.
    #[must_use]
    pub fn flesch_reading_ease(self) -> Option<f64> {
        Some(206.835 - 1.015 * self.words_per_sentence()? - 84.6 * self.per_word(self.syllables))
    }

    /// Flesch–Kincaid grade: 0.39 words/sentence + 11.8 syllables/word - 15.59; a year of US schooling.
    ///
    /// Source: Kincaid et al. 1975, *Derivation of new readability formulas*.
    #[must_use]
    pub fn flesch_kincaid_grade(self) -> Option<f64> {
        Some(0.39 * self.words_per_sentence()? + 11.8 * self.per_word(self.syllables) - 15.59)
    }

    /// Gunning fog: 0.4 (words/sentence + 100 polysyllables/words); years of schooling.
    ///
    /// Source: Gunning 1952, *The technique of clear writing*.
    #[must_use]
    pub fn gunning_fog(self) -> Option<f64> {
        Some(0.4 * (self.words_per_sentence()? + 100.0 * self.per_word(self.polysyllables)))
    }

    /// SMOG: 1.0430 √(30 polysyllables/sentences) + 3.1291; a year of US schooling. Made for 30 sentences or more.
    ///
    /// Source: McLaughlin 1969, *SMOG grading: a new readability formula*.
    #[must_use]
    pub fn smog(self) -> Option<f64> {
        self.words_per_sentence()?;
        Some(1.0430 * (30.0 * f64::from(self.polysyllables) / f64::from(self.sentences)).sqrt() + 3.1291)
    }

    /// Coleman–Liau: 0.0588 letters per 100 words - 0.296 sentences per 100 words - 15.8; a year of US schooling.
    ///
    /// Source: Coleman & Liau 1975, *A computer readability formula designed for machine scoring*.
    #[must_use]
    pub fn coleman_liau(self) -> Option<f64> {
        self.words_per_sentence()?;
        Some(0.0588 * (100.0 * self.per_word(self.letters)) - 0.296 * (100.0 * self.per_word(self.sentences)) - 15.8)
    }

    /// Automated readability index: 4.71 letters/word + 0.5 words/sentence - 21.43; a year of US schooling.
    ///
    /// Source: Senter & Smith 1967, *Automated readability index*.
    #[must_use]
    pub fn automated_readability_index(self) -> Option<f64> {
        Some(4.71 * self.per_word(self.letters) + 0.5 * self.words_per_sentence()? - 21.43)
    }
}

/// See [`TextCounts::words_per_sentence`].
pub const SENTENCE_LENGTH: Measure = Measure {
    key: "sentence-length",
    group: "Readability",
    name: "Sentence length",
    says: "How many words a sentence has on average. Its distribution shows more: a column for every five words.",
    caveat: "A heading is a sentence, and a short one; quoted sentences within a sentence may part it.",
    range: "more than 0, in words",
    formula: "{sentence length} = N / S",
    symbols: &[("N", "words of the text"), ("S", "sentences, headings too")],
    default: "Sentences that hold a counted word.",
    undefined: "For a text without a word.",
    source: "Gries 2008, Statistik für Sprachwissenschaftler.",
    ..Measure::EMPTY
};

/// See [`TextCounts::flesch_reading_ease`].
pub const FLESCH: Measure = Measure {
    key: "flesch-reading-ease",
    group: "Readability",
    name: "Flesch reading ease",
    says: "How easy a text is to read, by the length of its sentences and words: 100 very easy, 60 plain English, 30 and less hard.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear.",
    range: "mostly 0 to 100",
    formula: "{reading ease} = 206.835 - 1.015 * N / S - 84.6 * Y / N",
    symbols: &[("N", "words of the text"), ("S", "sentences, headings too"), ("Y", "syllables of all words")],
    default: "Syllables as said under ‘Syllables’.",
    undefined: "For a text without a word, and where the list of syllables could not be loaded.",
    source: "Flesch 1948, A new readability yardstick. Journal of Applied Psychology 32(3).",
    ..Measure::EMPTY
};

/// See [`TextCounts::flesch_kincaid_grade`].
pub const FLESCH_KINCAID: Measure = Measure {
    key: "flesch-kincaid",
    group: "Readability",
    name: "Flesch–Kincaid grade",
    says: "The year of US schooling it takes to read the text.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear.",
    range: "mostly 0 to 20, in years",
    formula: "grade = 0.39 * N / S + 11.8 * Y / N - 15.59",
    symbols: &[("N", "words of the text"), ("S", "sentences, headings too"), ("Y", "syllables of all words")],
    default: "Syllables as said under ‘Syllables’.",
    undefined: "For a text without a word, and where the list of syllables could not be loaded.",
    source: "Kincaid, Fishburne, Rogers & Chissom 1975, Derivation of New Readability Formulas for Navy Enlisted Personnel.",
    ..Measure::EMPTY
};

/// See [`TextCounts::gunning_fog`].
pub const GUNNING_FOG: Measure = Measure {
    key: "gunning-fog",
    group: "Readability",
    name: "Gunning fog",
    says: "The years of schooling it takes to read the text.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear. Gunning leaves out names, compounds and endings in -es, -ed and -ing; here every word of three syllables counts.",
    range: "0 or more, in years",
    formula: "fog = 0.4 * (N / S + 100 * P / N)",
    symbols: &[("N", "words of the text"), ("S", "sentences, headings too"), ("P", "words of three syllables or more")],
    default: "Syllables as said under ‘Syllables’.",
    undefined: "For a text without a word, and where the list of syllables could not be loaded.",
    source: "Gunning 1952, The Technique of Clear Writing.",
    ..Measure::EMPTY
};

/// See [`TextCounts::smog`].
pub const SMOG: Measure = Measure {
    key: "smog",
    group: "Readability",
    name: "SMOG",
    says: "The year of US schooling it takes to understand the text in full.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear. It was made for samples of 30 sentences; on fewer it is uncertain.",
    range: "3.1 or more, in years",
    formula: "SMOG = 1.043 * sqrt(30 * P / S) + 3.1291",
    symbols: &[("P", "words of three syllables or more"), ("S", "sentences, headings too")],
    default: "Over all sentences, whatever their number.",
    undefined: "For a text without a word, and where the list of syllables could not be loaded.",
    source: "McLaughlin 1969, SMOG grading: a new readability formula. Journal of Reading 12(8).",
    ..Measure::EMPTY
};

/// See [`TextCounts::coleman_liau`].
pub const COLEMAN_LIAU: Measure = Measure {
    key: "coleman-liau",
    group: "Readability",
    name: "Coleman–Liau index",
    says: "The year of US schooling it takes to read the text, from letters instead of syllables.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear.",
    range: "mostly 0 to 20, in years",
    formula: "CLI = 0.0588 * 100 * L / N - 0.296 * 100 * S / N - 15.8",
    symbols: &[("L", "letters and digits of all words"), ("N", "words of the text"), ("S", "sentences, headings too")],
    default: "Letters and digits; no other signs.",
    undefined: "For a text without a word.",
    source: "Coleman & Liau 1975, A computer readability formula designed for machine scoring. Journal of Applied Psychology 60(2).",
    ..Measure::EMPTY
};

/// See [`TextCounts::automated_readability_index`].
pub const ARI: Measure = Measure {
    key: "ari",
    group: "Readability",
    name: "ARI (automated readability index)",
    says: "The year of US schooling it takes to read the text, from letters instead of syllables.",
    caveat: "It counts; it doesn’t read. Made from US school texts of its time, it compares texts of one kind and says nothing of whether a text is clear.",
    range: "mostly 0 to 20, in years",
    formula: "ARI = 4.71 * L / N + 0.5 * N / S - 21.43",
    symbols: &[("L", "letters and digits of all words"), ("N", "words of the text"), ("S", "sentences, headings too")],
    default: "Letters and digits; no other signs.",
    undefined: "For a text without a word.",
    source: "Senter & Smith 1967, Automated Readability Index.",
    ..Measure::EMPTY
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_read_is_undefined() {
        let empty = TextCounts { words: 0, sentences: 0, syllables: 0, letters: 0, polysyllables: 0 };
        let no_sentence = TextCounts { words: 9, sentences: 0, ..empty };
        let no_word = TextCounts { words: 0, sentences: 3, ..empty };
        for counts in [empty, no_sentence, no_word] {
            assert_eq!(
                [
                    counts.flesch_reading_ease(),
                    counts.flesch_kincaid_grade(),
                    counts.gunning_fog(),
                    counts.smog(),
                    counts.coleman_liau(),
                    counts.automated_readability_index(),
                ],
                [None; 6]
            );
        }
    }

    #[test]
    fn longer_words_and_sentences_read_harder() {
        let easy = TextCounts { words: 300, sentences: 30, syllables: 400, letters: 1200, polysyllables: 20 };
        let hard = TextCounts { words: 300, sentences: 10, syllables: 600, letters: 1700, polysyllables: 80 };
        assert!(easy.flesch_reading_ease() > hard.flesch_reading_ease());
        assert!(easy.flesch_kincaid_grade() < hard.flesch_kincaid_grade());
        assert!(easy.gunning_fog() < hard.gunning_fog());
        assert!(easy.smog() < hard.smog());
        assert!(easy.coleman_liau() < hard.coleman_liau());
        assert!(easy.automated_readability_index() < hard.automated_readability_index());
    }
}
