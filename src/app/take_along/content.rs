//! Which texts a corpus has, in a few digits. What was hashed once is remembered as long as its text is there.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::{Rc, Weak};

use crate::import::bundle::content::{Content, Hash, sha256};
use crate::protocol::Article;
use crate::worker::client::texts::Texts;

thread_local! {
    /// By where a text lies.
    static HASHED: RefCell<HashMap<*const u8, (Weak<str>, Hash)>> = RefCell::default();
}

/// Which texts a corpus would have of these articles.
pub fn of_articles(articles: &[Article]) -> Content {
    let hashed = |article: &Article| sha256(article.text.as_bytes());
    Content::of(articles.iter().map(|article| (&*article.id, hashed(article), article.furniture.as_slice())))
}

/// Which texts these are.
pub fn of(texts: &Texts) -> Content {
    HASHED.with_borrow_mut(|hashed| {
        if hashed.len() > 2 * texts.entries.len() + 64 {
            hashed.retain(|_, (text, _)| text.strong_count() > 0);
        }
        Content::of(texts.entries.iter().map(|entry| {
            let known = hashed.get(&entry.text.as_ptr()).filter(|(text, _)| {
                // Another text may have come to lie where one was.
                text.upgrade().is_some_and(|text| Rc::ptr_eq(&text, &entry.text))
            });
            let hash = known.map(|(_, hash)| *hash).unwrap_or_else(|| {
                let hash = sha256(entry.text.as_bytes());
                hashed.insert(entry.text.as_ptr(), (Rc::downgrade(&entry.text), hash));
                hash
            });
            (&*entry.id, hash, entry.about.furniture.as_slice())
        }))
    })
}
