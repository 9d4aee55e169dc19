//! What a link says of the texts besides the view: nothing, which texts they are, or the texts themselves.
//!
//! In the address two keys stand for that, which belong to no view: `of`, the [`Content`] of the sender's corpus or
//! `example`; and `with`, the texts packed (`import::bundle::link`). An address that has neither is as it always was:
//! of whatever corpus is shown.

use gloo::utils::window;

use super::content;
use crate::app::context::App;
use crate::import::bundle::content::Content;
use crate::route::{self, State, escape};

const OF: &str = "of";
const WITH: &str = "with";
const EXAMPLE: &str = "example";

/// Which texts a link is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// Those of the example.
    Example,
    /// These.
    Of(Content),
    /// Those that it holds.
    With(String),
    /// It says so in a way that can't be read: this is what stands there.
    Unread(String),
}

/// The part of an address from `#` on: what it says of the texts, if anything, and the rest, which is the view.
pub fn split(hash: &str) -> (Option<Link>, String) {
    let (path, query) = hash.split_once('?').unwrap_or((hash, ""));
    let mut link = None;
    let mut rest = Vec::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        match key {
            WITH => link = Some(Link::With(value.to_owned())),
            // The texts themselves say more.
            OF if !matches!(link, Some(Link::With(_))) => {
                link = Some(match Content::read(value) {
                    _ if value == EXAMPLE => Link::Example,
                    Some(content) => Link::Of(content),
                    None => Link::Unread(escape::decode(value).unwrap_or_else(|| value.to_owned())),
                });
            }
            OF => {}
            _ => rest.push(pair),
        }
    }
    let address = if rest.is_empty() { path.to_owned() } else { [path, "?", &rest.join("&")].concat() };
    (link, address)
}

fn with_pair(address: &str, key: &str, value: &str) -> String {
    let joint = if address.contains('?') { "&" } else { "?v=1&" };
    [address, joint, key, "=", value].concat()
}

/// The link to what is on screen, for those who have the same texts.
pub fn link(app: &App) -> String {
    link_to(app, app.state())
}

/// The link to the page in this state, for those who have the same texts.
pub fn link_to(app: &App, state: &State) -> String {
    let of = app.texts().map_or_else(|| EXAMPLE.to_owned(), |texts| content::of(&texts).written());
    [page(), with_pair(&route::format(state), OF, &of)].concat()
}

/// The link to what is on screen that brings the texts, packed.
pub fn link_with(app: &App, packed: &str) -> String {
    [page(), with_pair(&route::format(app.state()), WITH, packed)].concat()
}

/// The page's own address.
fn page() -> String {
    let href = window().location().href().unwrap_or_default();
    href.split('#').next().unwrap_or("").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_link_says_of_texts_is_no_part_of_the_view() {
        let (link, address) = split("#/keywords?v=1&of=3f2a9c0d1e5b7a68-0c4d9e21-12&minimum=3");
        assert_eq!(address, "#/keywords?v=1&minimum=3");
        assert!(matches!(link, Some(Link::Of(content)) if content.count == 12));
        assert_eq!(split("#/keywords?of=example"), (Some(Link::Example), "#/keywords".into()));
        assert_eq!(split("#/style?v=1&with=AQ-_"), (Some(Link::With("AQ-_".into())), "#/style?v=1".into()));
        // An address of before, and what isn't understood.
        assert_eq!(split("#/keywords?minimum=3"), (None, "#/keywords?minimum=3".into()));
        let (unread, address) = split("#/keywords?of=wh%20at&minimum=3");
        assert_eq!((unread, address.as_str()), (Some(Link::Unread("wh at".into())), "#/keywords?minimum=3"));
        assert_eq!(with_pair("#/style", OF, "x"), "#/style?v=1&of=x");
    }

    #[test]
    fn the_view_passes_it_over() {
        let (_, notices) = route::parse("#/compare?v=1&of=3f2a9c0d1e5b7a68-0c4d9e21-12&with=AQ");
        assert_eq!(notices, Vec::<String>::new());
    }
}
