//! The engine: holds the corpus and answers a request; the same natively and in the worker.
//!
//! Every question comes with the settings it is to be answered under. The engine keeps the index of
//! the last settings, with what was counted on it; nothing that was asked before changes an answer.
//!
//! ```
//! use parallax::engine::Engine;
//! use parallax::protocol::{EvidenceQuery, Request, Response, Settings};
//!
//! let mut engine = Engine::with_bundled();
//! let request = Request::Evidence(EvidenceQuery { term: "NATO’s".to_owned(), article: None });
//! let Response::Evidence(found) = engine.handle(&Settings::default(), &request)? else { unreachable!() };
//! assert_eq!(found.term, "nato");
//! # Ok::<(), parallax::protocol::Error>(())
//! ```

mod apart;
pub mod catalogue;
mod coverage;
pub mod csv;
mod exports;
mod failure;
mod framing;
mod groups;
mod in_order;
pub mod lists;
mod manifest;
mod quotes;
mod reuse_tables;
mod style;
mod style_tables;
mod tables;
mod texts;
mod vocabulary_tables;

use std::sync::Arc;

use crate::analysis::{QueryError, Selection, overview, selection};
use crate::corpus::{Article, Index, bundled};
use crate::protocol::{Error, Grouping, Progress, Request, Response, Settings};
use crate::stats;
use lists::{Lists, NoLists, Shelf};

/// Holds a corpus and answers questions about it.
#[derive(Debug)]
pub struct Engine {
    articles: Arc<[Article]>,
    /// The articles that are on, indexed under the settings last asked for.
    selection: Option<Selection>,
    /// Word lists, for the questions that need one.
    lists: Shelf,
    /// The catalogue of measures, once it was asked for.
    catalogue: Option<&'static [stats::Measure]>,
}

impl Engine {
    /// An engine for these articles. Nothing is read before the first question.
    #[must_use]
    pub fn new(articles: Vec<Article>) -> Self {
        Self { articles: articles.into(), selection: None, lists: Shelf::new(Box::new(NoLists)), catalogue: None }
    }

    /// The same engine, with word lists for the questions that need them.
    #[must_use]
    pub fn with_lists(self, lists: impl Lists + 'static) -> Self {
        Self { lists: Shelf::new(Box::new(lists)), ..self }
    }

    /// An engine for the bundled corpus.
    #[must_use]
    pub fn with_bundled() -> Self {
        Self::new(bundled())
    }

    /// The articles, in corpus order.
    #[must_use]
    pub fn articles(&self) -> &[Article] {
        &self.articles
    }

    /// Answers a question under these settings.
    ///
    /// # Errors
    /// With a sentence and a remedy when the question can't be answered: see [`crate::protocol::ErrorCode`].
    pub fn handle(&mut self, settings: &Settings, request: &Request) -> Result<Response, Error> {
        self.handle_with(settings, request, &mut |_| {})
    }

    /// [`Engine::handle`], telling `progress` how far a long answer is.
    ///
    /// # Errors
    /// As [`Engine::handle`].
    pub fn handle_with(
        &mut self,
        settings: &Settings,
        request: &Request,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Response, Error> {
        if !matches!(request, Request::Articles | Request::Overview) {
            return apart::answer(self, settings, request, progress);
        }
        let mut selection = self.select(settings, progress)?;
        // These are of each article, however articles are grouped.
        if !selection.settings().grouping.is_each() {
            selection.ungroup();
        }
        selection.draw(&settings.drawn);
        let mut comparing =
            |done: u32, of: u32| progress(Progress { what: "Comparing the articles".to_owned(), done, of });
        let answer = match request {
            Request::Overview => overview::overview(&selection, &mut comparing).map(Response::Overview),
            _ => Ok(Response::Articles(overview::notes(&selection))),
        };
        self.selection = Some(selection);
        answer.map_err(|error| self.failure(error))
    }

    /// The articles that are on, indexed: what was kept, where it serves. Grouped as it was kept, or not.
    fn select(&mut self, settings: &Settings, progress: &mut dyn FnMut(Progress)) -> Result<Selection, Error> {
        let mut kept = self.selection.take();
        if let Some(selection) = &mut kept {
            let of_kept = selection.settings();
            let same = Settings {
                stop_words: of_kept.stop_words.clone(),
                names: of_kept.names.clone(),
                grouping: of_kept.grouping.clone(),
                // What is drawn is said question by question.
                drawn: Vec::new(),
                ..settings.clone()
            };
            if *selection.settings() == same {
                if same.stop_words != settings.stop_words {
                    selection.set_stop_words(settings.stop_words.clone());
                }
                selection.set_names(settings.names.clone());
            } else {
                kept = None;
            }
        }
        match kept {
            Some(selection) => Ok(selection),
            None => self.index(settings, progress),
        }
    }

    fn index(&self, settings: &Settings, progress: &mut dyn FnMut(Progress)) -> Result<Selection, Error> {
        let on = selection::articles_on(&self.articles, settings);
        let of = on.len() as u32;
        let articles = (0..).zip(&on).map(|(done, &article)| {
            progress(Progress { what: "Reading the articles".to_owned(), done, of });
            &self.articles[article as usize]
        });
        let index = Index::build(articles, &settings.words, settings.furniture).map_err(failure::too_large)?;
        let settings = Settings { grouping: Grouping::default(), drawn: Vec::new(), ..settings.clone() };
        Ok(Selection::new(Arc::clone(&self.articles), settings, index))
    }

    fn failure(&self, error: QueryError) -> Error {
        failure::sentence(error, &self.articles)
    }
}
