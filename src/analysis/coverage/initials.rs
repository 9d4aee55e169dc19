//! Which body do initials stand for? `The MCA` after `the Maritime and Coastguard Agency`.

use std::collections::{BTreeMap, BTreeSet};

use super::NameKind;
use super::gazetteer::Gazetteer;
use super::identity::{Id, Key, OfArticle, Said, fold};

/// Bodies under their initials: `the MCA` after `the Maritime and Coastguard Agency`.
#[derive(Default)]
pub(super) struct Initials {
    /// By mention: what the initials stand for, its name in full, and why.
    pub of: BTreeMap<Id, (Key, String, String)>,
    /// Those in brackets after the name itself.
    pub beside: BTreeSet<Id>,
}

/// A word of capitals whose letters begin the words of a body that the article names before it is that body. Small
/// words may be passed over (`and`, `of`); of several such bodies it is the one named last.
pub(super) fn initials(articles: &[OfArticle], gazetteer: &Gazetteer, kinds: &BTreeMap<String, NameKind>) -> Initials {
    let mut found = Initials::default();
    for (at, article) in articles.iter().enumerate() {
        // By its initials: what it is, and how it is written.
        let mut bodies: BTreeMap<String, (Key, &str)> = BTreeMap::new();
        let mut ends: Option<Key> = None;
        for (number, mention) in article.mentions.iter().enumerate() {
            let key = match &mention.said {
                Said::Listed(entity) if gazetteer.entity(*entity).body => Key::Listed(*entity),
                Said::Other { .. } => {
                    let key = fold(&mention.written);
                    if let Some((body, name)) = bodies.get(&mention.written) {
                        let because = ["the initials of ", name].concat();
                        found.of.insert((at, number), (body.clone(), (*name).to_owned(), because));
                        if mention.bracketed && ends.as_ref() == Some(body) {
                            found.beside.insert((at, number));
                        }
                        continue;
                    }
                    match kinds.get(&key) {
                        Some(NameKind::Organisation) => Key::Text(NameKind::Organisation, key),
                        _ => continue,
                    }
                }
                _ => continue,
            };
            for letters in letters(&mention.written).into_iter().filter(|it| it.chars().count() > 1) {
                bodies.insert(letters, (key.clone(), &mention.written));
            }
            ends = Some(key);
        }
    }
    found
}

/// The initials of a name of several words, without its small words and with them; of a word of capitals all of it.
fn letters(name: &str) -> Vec<String> {
    let words: Vec<&str> = name.split([' ', '-']).filter(|word| !word.is_empty()).collect();
    if words.len() < 2 {
        return Vec::new();
    }
    let of = |word: &str, small: bool| -> String {
        let first = word.chars().next().unwrap_or_default();
        let capitals = word.chars().count() > 1 && word.chars().all(char::is_uppercase);
        match first.is_uppercase() {
            true if capitals => word.to_owned(),
            true => first.to_string(),
            false if small => first.to_uppercase().collect(),
            false => String::new(),
        }
    };
    let mut both: Vec<String> = [false, true].map(|small| words.iter().map(|word| of(word, small)).collect()).to_vec();
    both.dedup();
    both
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_of_the_large_words_or_of_all() {
        assert_eq!(letters("Indian Space Research Organisation"), ["ISRO"]);
        assert_eq!(letters("Bank of England"), ["BE", "BOE"]);
        assert_eq!(letters("UK Maritime Trade Operations"), ["UKMTO"]);
        assert_eq!(letters("Reuters"), Vec::<String>::new());
    }
}
