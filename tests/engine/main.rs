//! The engine as its users see it: every request, on ordinary and on odd corpora.

#[path = "../questions/mod.rs"]
mod questions;

mod comparisons;
mod explained;
mod exports;
mod framing;
mod groups;
mod known;
mod manifest;
mod marked;
mod odd_texts;
mod recount;
mod reuse;
mod settings;
mod style;
mod tables;
mod texts;
mod together;
mod vocabulary;

use parallax::corpus::Article;
use parallax::engine::Engine;
use parallax::protocol::{Error, Request, Response, Settings};

/// An article of which nothing is known but its text.
pub fn article(id: &str, text: &str) -> Article {
    Article {
        id: id.to_owned(),
        title: id.to_owned(),
        language: "en".to_owned(),
        text: text.to_owned(),
        ..Article::default()
    }
}

/// Articles of these texts, called `t0`, `t1` and so on.
pub fn corpus(texts: &[&str]) -> Vec<Article> {
    texts.iter().enumerate().map(|(at, text)| article(&format!("t{at}"), text)).collect()
}

/// Asks under the default settings.
pub fn ask(engine: &mut Engine, request: Request) -> Result<Response, Error> {
    engine.handle(&Settings::default(), &request)
}

/// Takes the report out of an answer: `answer!(engine, Overview)`, `answer!(engine, Pair(query))`.
#[macro_export]
macro_rules! answer {
    ($engine:expr, $kind:ident) => {
        $crate::answer!($engine, &parallax::protocol::Settings::default(), $kind)
    };
    ($engine:expr, $kind:ident($query:expr)) => {
        $crate::answer!($engine, &parallax::protocol::Settings::default(), $kind($query))
    };
    ($engine:expr, $settings:expr, $kind:ident) => {
        match $engine.handle($settings, &parallax::protocol::Request::$kind) {
            Ok(parallax::protocol::Response::$kind(report)) => report,
            other => panic!("{other:?}"),
        }
    };
    ($engine:expr, $settings:expr, $kind:ident($query:expr)) => {
        match $engine.handle($settings, &parallax::protocol::Request::$kind($query)) {
            Ok(parallax::protocol::Response::$kind(report)) => report,
            other => panic!("{other:?}"),
        }
    };
}
