//! The engine: holds the corpus and answers a request; the same natively and in the worker.
//!
//! Every question comes with the settings it is to be answered under. The engine keeps the index of
//! the last settings, with what was counted on it; nothing that was asked before changes an answer.
//!
//! ```
//! use parallax::engine::Engine;
//! use parallax::protocol::{EvidenceQuery, Request, Response, Settings, Subject, StyleReport};
//!
//! let mut engine = Engine::with_bundled();
//! let request = Request::Evidence(EvidenceQuery { term: "NATO’s".to_owned(), article: None });
//! let Response::Evidence(found) = engine.handle(&Settings::default(), &request)? else { unreachable!() };
//! assert_eq!(found.term, "nato");
//! # Ok::<(), parallax::protocol::Error>(())
//! ```

pub mod catalogue;
pub mod csv;
mod failure;
pub mod lists;
mod style;
mod style_tables;
mod tables;

use std::sync::Arc;

use crate::analysis::{QueryError, Selection, selection, style as analysis_style};
use crate::analysis::{
    compare, distribution, evidence, explain, frequency, keywords, marked, matrix, overview, pair, phrases, reading,
    sets,
};
use crate::corpus::{Article, Index, bundled};
use crate::protocol::{
    Against, Error, Explanation, Measure, Progress, Request, Response, Settings, StyleReport, Subject, Table,
};
use crate::stats;
use lists::{List, Lists, NoLists, Shelf};

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
        // These need no index.
        match request {
            Request::Text(query) => {
                let text = reading::text(&self.articles, query).map_err(|error| self.failure(error))?;
                return Ok(Response::Text(text));
            }
            Request::Methods => return Ok(Response::Methods(self.catalogue()?.iter().map(Measure::from).collect())),
            Request::StopWords => return Ok(Response::StopWords(selection::stop_words(settings))),
            _ => {}
        }
        let measures = if matches!(request, Request::Explain(_)) { self.catalogue()? } else { &[] };
        let lists = style::Lists::of(request, &mut self.lists)?;
        let selection = self.select(settings, progress)?;
        let answer = self.answer(&selection, request, measures, &lists, progress);
        self.selection = Some(selection);
        answer
    }

    fn answer(
        &mut self,
        selection: &Selection,
        request: &Request,
        measures: &[stats::Measure],
        lists: &style::Lists,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Response, Error> {
        if needs_general_english(request) && selection.general_english().is_none() {
            // Where there is nothing to count, that is the answer, and no list is needed.
            selection.not_empty().map_err(|error| self.failure(error))?;
            let list = self.lists.get(List::GeneralEnglish)?;
            selection.read_general_english(&list).map_err(|line| {
                List::GeneralEnglish.missing(&["line ", &line.to_string(), " isn’t a rate and its words"].concat())
            })?;
        }
        answer(selection, request, measures, lists, progress).map_err(|error| self.failure(error))
    }

    /// The catalogue of measures.
    fn catalogue(&mut self) -> Result<&'static [stats::Measure], Error> {
        if let Some(measures) = self.catalogue {
            return Ok(measures);
        }
        // The worker leaves the words out of its program and reads them from a file.
        #[cfg(all(target_arch = "wasm32", feature = "worker"))]
        let measures = {
            let text = self.lists.get(List::Methods)?;
            catalogue::read(&text).ok_or_else(|| List::Methods.missing("the file isn’t whole"))?
        };
        #[cfg(not(all(target_arch = "wasm32", feature = "worker")))]
        let measures = crate::analysis::methods::METHODS;
        Ok(*self.catalogue.insert(measures))
    }

    /// The articles that are on, indexed: what was kept, where it serves.
    fn select(&mut self, settings: &Settings, progress: &mut dyn FnMut(Progress)) -> Result<Selection, Error> {
        let mut kept = self.selection.take();
        if let Some(selection) = &mut kept {
            let same = Settings { stop_words: selection.settings().stop_words.clone(), ..settings.clone() };
            if *selection.settings() == same {
                if same.stop_words != settings.stop_words {
                    selection.set_stop_words(settings.stop_words.clone());
                }
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
        Ok(Selection::new(Arc::clone(&self.articles), settings.clone(), index))
    }

    fn failure(&self, error: QueryError) -> Error {
        failure::sentence(error, &self.articles)
    }
}

fn no_such_measure(key: &str) -> QueryError {
    QueryError::OutOfRange {
        what: "The measure",
        given: key.chars().take(40).collect(),
        may_be: "one of those that the Methods view lists",
    }
}

/// Whether the list of general English is needed for the answer.
fn needs_general_english(request: &Request) -> bool {
    match request {
        Request::Keywords(query) | Request::Csv(Table::Keywords(query)) => {
            query.comparison.against == Against::GeneralEnglish
        }
        Request::Explain(query) => {
            matches!(&query.of, Subject::Word { comparison, .. } if comparison.against == Against::GeneralEnglish)
        }
        _ => false,
    }
}

fn answer(
    selection: &Selection,
    request: &Request,
    measures: &[stats::Measure],
    lists: &style::Lists,
    progress: &mut dyn FnMut(Progress),
) -> Result<Response, QueryError> {
    let mut comparing = |done: u32, of: u32| progress(Progress { what: "Comparing the articles".to_owned(), done, of });
    Ok(match request {
        Request::Articles => Response::Articles(overview::notes(selection)),
        Request::Overview => Response::Overview(overview::overview(selection, &mut comparing)?),
        Request::Keywords(query) => Response::Keywords(keywords::keywords(selection, query, &mut comparing)?),
        Request::Phrases(query) => Response::Phrases(phrases::phrases(selection, query, &mut comparing)?),
        Request::Frequency(query) => Response::Frequency(frequency::frequency(selection, query)?),
        Request::Distribution(query) => Response::Distribution(distribution::distribution(selection, query)?),
        Request::Compare(query) => Response::Compare(compare::compare(selection, query)?),
        Request::Pair(query) => Response::Pair(pair::pair(selection, query)?),
        Request::Sets(query) => Response::Sets(sets::sets(selection, query)?),
        Request::Matrix(query) => Response::Matrix(matrix::matrix(selection, query)?),
        Request::Evidence(query) => Response::Evidence(evidence::evidence(selection, query)?),
        Request::Marked(query) => Response::Marked(marked::marked(selection, query, lists.texts())?),
        Request::Style(query) => Response::Style(StyleReport {
            missing: lists.missing.clone(),
            ..analysis_style::style(selection, query, lists.texts())?
        }),
        Request::Csv(table) => Response::Csv(tables::csv(selection, table, lists.texts(), &mut comparing)?),
        Request::Text(query) => Response::Text(reading::text(selection.articles(), query)?),
        Request::Explain(query) => {
            let measure = measures.iter().find(|measure| measure.key == query.measure);
            let measure = measure.ok_or_else(|| no_such_measure(&query.measure))?;
            let working = explain::explain(selection, query, measure)?;
            let others = explain::measures(&query.of).iter().filter_map(|key| {
                let other = measures.iter().find(|measure| measure.key == *key)?;
                Some((other.key.to_owned(), other.name.to_owned()))
            });
            let others = others.collect();
            Response::Explain(Box::new(Explanation { measure: Measure::from(measure), working, others }))
        }
        Request::Methods => Response::Methods(measures.iter().map(Measure::from).collect()),
        Request::StopWords => Response::StopWords(selection::stop_words(selection.settings())),
    })
}
