//! What the numbers of the Style view were counted from, in words.

use crate::protocol::Feature;

/// In a word or two: `hedges`, `sentences of 16 to 20 words`.
#[must_use]
pub fn feature_name(feature: &Feature) -> String {
    let of = |any: &str, word: &str| if word.is_empty() { any.to_owned() } else { word.to_owned() };
    match feature {
        Feature::Sentences(least, most) => ["sentences of ", &lengths(*least, *most, "word")].concat(),
        Feature::Letters(least, most) => ["words of ", &lengths(*least, *most, "letter")].concat(),
        Feature::Polysyllables => "words of three syllables or more".to_owned(),
        Feature::Hapaxes => "words that occur once".to_owned(),
        Feature::Passives => "passives".to_owned(),
        Feature::Hedges(word) => of("hedges", word),
        Feature::Positive(word) => of("words rated pleasant", word),
        Feature::Negative(word) => of("words rated unpleasant", word),
        Feature::Negated => "rated words under a negation".to_owned(),
        Feature::British(word) => of("British spellings", word),
        Feature::American(word) => of("American spellings", word),
        Feature::Name(name) => of("names", name),
    }
}

/// As the reader says it beside the count.
#[must_use]
pub fn feature_told(feature: &Feature) -> String {
    let of = |every: &str, kind: &str, word: &str| {
        if word.is_empty() { every.to_owned() } else { ["\u{201c}", word, "\u{201d}", kind].concat() }
    };
    match feature {
        Feature::Sentences(..) | Feature::Letters(..) => capital(&feature_name(feature)),
        Feature::Polysyllables => "Words of three syllables or more".to_owned(),
        Feature::Hapaxes => "Words that occur once here".to_owned(),
        Feature::Passives => "Passives, as far as a rule finds them".to_owned(),
        Feature::Hedges(word) => of("Hedges", " as a hedge", word),
        Feature::Positive(word) => of("Words rated pleasant", ", rated pleasant", word),
        Feature::Negative(word) => of("Words rated unpleasant", ", rated unpleasant", word),
        Feature::Negated => "Rated words under a negation".to_owned(),
        Feature::British(word) => of("Words spelt the British way", ", spelt the British way", word),
        Feature::American(word) => of("Words spelt the American way", ", spelt the American way", word),
        Feature::Name(name) if name.is_empty() => "Names".to_owned(),
        Feature::Name(name) => ["The name \u{201c}", name, "\u{201d}"].concat(),
    }
}

/// `16 to 20 words`, `1 letter`, `more than 50 words`.
fn lengths(least: u32, most: u32, unit: &str) -> String {
    let many = |number: u32| if number == 1 { "" } else { "s" };
    if least == most {
        [&least.to_string(), " ", unit, many(least)].concat()
    } else if most == u32::MAX {
        [&least.to_string(), " ", unit, "s or more"].concat()
    } else {
        [&least.to_string(), " to ", &most.to_string(), " ", unit, "s"].concat()
    }
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| [&first.to_uppercase().to_string(), characters.as_str()].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_words() {
        assert_eq!(feature_name(&Feature::Sentences(16, 20)), "sentences of 16 to 20 words");
        assert_eq!(feature_name(&Feature::Letters(1, 1)), "words of 1 letter");
        assert_eq!(feature_told(&Feature::Sentences(51, u32::MAX)), "Sentences of 51 words or more");
        assert_eq!(feature_told(&Feature::Hedges("may".into())), "\u{201c}may\u{201d} as a hedge");
    }
}
