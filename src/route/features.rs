//! The names that addresses use for what the Style view's numbers were counted from, both ways.

use crate::protocol::Feature;

/// The name of a feature, then a point and its word or its least and largest length, where it has any.
#[must_use]
pub fn feature_name(feature: &Feature) -> String {
    let lengths =
        |name: &str, least: &u32, most: &u32| [name, ".", &least.to_string(), "-", &most.to_string()].concat();
    let word = |name: &str, word: &str| if word.is_empty() { name.to_owned() } else { [name, ".", word].concat() };
    match feature {
        Feature::Sentences(least, most) => lengths("sentences", least, most),
        Feature::Letters(least, most) => lengths("letters", least, most),
        Feature::Polysyllables => "polysyllables".to_owned(),
        Feature::Hapaxes => "hapaxes".to_owned(),
        Feature::Passives => "passives".to_owned(),
        Feature::Hedges(of) => word("hedges", of),
        Feature::Positive(of) => word("positive", of),
        Feature::Negative(of) => word("negative", of),
        Feature::Negated => "negated".to_owned(),
        Feature::British(of) => word("british", of),
        Feature::American(of) => word("american", of),
        Feature::Name(of) => word("name", of),
    }
}

/// The feature with a name.
#[must_use]
pub fn feature_named(name: &str) -> Option<Feature> {
    let (name, of) = name.split_once('.').map_or((name, None), |(name, of)| (name, Some(of)));
    let lengths = || {
        let (least, most) = of?.split_once('-')?;
        Some((least.parse::<u32>().ok()?, most.parse::<u32>().ok()?)).filter(|(least, most)| least <= most)
    };
    let word = || of.unwrap_or("").to_owned();
    Some(match (name, of) {
        ("sentences", _) => lengths().map(|(least, most)| Feature::Sentences(least, most))?,
        ("letters", _) => lengths().map(|(least, most)| Feature::Letters(least, most))?,
        ("polysyllables", None) => Feature::Polysyllables,
        ("hapaxes", None) => Feature::Hapaxes,
        ("passives", None) => Feature::Passives,
        ("negated", None) => Feature::Negated,
        ("hedges", _) => Feature::Hedges(word()),
        ("positive", _) => Feature::Positive(word()),
        ("negative", _) => Feature::Negative(word()),
        ("british", _) => Feature::British(word()),
        ("american", _) => Feature::American(word()),
        ("name", _) => Feature::Name(word()),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn out_and_back() {
        let word = || "kind of U.S.-style".to_owned();
        for feature in [
            Feature::Sentences(1, 5),
            Feature::Letters(16, u32::MAX),
            Feature::Polysyllables,
            Feature::Hapaxes,
            Feature::Passives,
            Feature::Hedges(String::new()),
            Feature::Hedges(word()),
            Feature::Positive(word()),
            Feature::Negative(word()),
            Feature::Negated,
            Feature::British(word()),
            Feature::American(String::new()),
            Feature::Name(word()),
            Feature::Name(String::new()),
        ] {
            assert_eq!(feature_named(&feature_name(&feature)), Some(feature));
        }
        for name in ["", "sentences", "sentences.5-1", "sentences.a-b", "letters.3", "passives.x", "nothing"] {
            assert_eq!(feature_named(name), None, "{name}");
        }
    }
}
