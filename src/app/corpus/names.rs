//! What corpora are called: each by a name that no other in this browser has.

use super::store;
use crate::app::context::App;

/// What a corpus is called until the person calls it something.
pub(super) const NAME: &str = "My corpus";

/// Whether two names are one to who reads them.
fn alike(a: &str, b: &str) -> bool {
    a.trim().to_lowercase() == b.trim().to_lowercase()
}

/// The name that is wanted; where it is taken, with the first number behind it that makes it another: `My corpus 2`,
/// but `Elections 2024 (2)`, whose year is none of ours to count on.
pub(super) fn free(wanted: &str, taken: &[String]) -> String {
    let wanted = wanted.trim();
    let is_free = |name: &str| !taken.iter().any(|other| alike(other, name));
    if is_free(wanted) {
        return wanted.to_owned();
    }
    let (before, after) = if wanted.ends_with(|c: char| c.is_ascii_digit()) { (" (", ")") } else { (" ", "") };
    // So many and one more numbers can't all be taken by so many names.
    let numbered = (2..=taken.len() + 2).map(|number| [wanted, before, &number.to_string(), after].concat());
    numbered.into_iter().find(|name| is_free(name)).unwrap_or_else(|| wanted.to_owned())
}

/// Whether a name is one that the page gives where the person gave none.
pub(super) fn is_made(name: &str) -> bool {
    name.strip_prefix(NAME).is_some_and(|rest| {
        rest.is_empty() || rest.strip_prefix(' ').is_some_and(|number| number.parse::<u32>().is_ok())
    })
}

/// The names that are taken: of the corpora that are kept and of the one at hand, without the one with this key.
pub(super) async fn taken(app: &App, but: Option<&str>) -> Vec<String> {
    let at_hand = app.page().own.clone();
    // Where nothing can be kept, no name is.
    let kept = store::list().await.unwrap_or_default();
    let here = at_hand.iter().map(|own| (&*own.key, &*own.name));
    let kept = kept.iter().filter(|kept| !kept.deleted).map(|kept| (&*kept.key, &*kept.name));
    // What the one at hand was called when it was saved last is its own affair.
    let kept = kept.filter(|(key, _)| at_hand.as_ref().is_none_or(|own| *own.key != **key));
    here.chain(kept).filter(|(key, _)| but != Some(key)).map(|(_, name)| name.to_owned()).collect()
}

/// Why the corpus with this key can't be called so; `None` where it can.
pub(super) async fn refused(app: &App, key: &str, name: &str) -> Option<String> {
    let name = name.trim();
    if name.is_empty() {
        return Some("A corpus needs a name.".to_owned());
    }
    let taken = taken(app, Some(key)).await;
    taken.iter().any(|other| alike(other, name)).then(|| {
        ["Another corpus in this browser is called \u{201c}", name, "\u{201d}. Call this one something else."].concat()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn free_of(wanted: &str, taken: &[&str]) -> String {
        free(wanted, &taken.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn no_two_have_one_name() {
        assert_eq!(free_of("My corpus", &[]), "My corpus");
        assert_eq!(free_of("My corpus", &["Elections", "my corpus "]), "My corpus 2");
        assert_eq!(free_of("My corpus", &["My corpus", "My corpus 3", "My corpus 2"]), "My corpus 4");
        assert_eq!(free_of("Elections 2024", &["Elections 2024"]), "Elections 2024 (2)");
        assert_eq!(free_of("Quay (copy)", &["Quay (copy)"]), "Quay (copy) 2");
    }

    #[test]
    fn a_name_of_the_pages_making_is_told_from_a_persons() {
        for made in ["My corpus", "My corpus 2", "My corpus 17"] {
            assert!(is_made(made), "{made}");
        }
        for named in ["My corpus of 2024", "My corpus (copy)", "My corpus two", "Elections", "My corpus2"] {
            assert!(!is_made(named), "{named}");
        }
    }
}
