//! The answers that the first view does without. The build splits them off (`src/bin/split`); kept
//! out of line so that it can.

use std::rc::Rc;

#[cfg(all(target_arch = "wasm32", feature = "worker"))]
use super::catalogue as written;
use super::groups::{self, GroupsError};
use super::lists::List;
use super::{Engine, coverage, exports, framing, manifest, quotes, style, tables, texts};
use crate::analysis::quotations::{self, Quotations};
use crate::analysis::{QueryError, Selection, coverage as analysis_coverage, selection, style as analysis_style};
use crate::analysis::{
    compare, correspondence, distribution, evidence, explain, framing as analysis_framing, frequency, intersections,
    keywords, marked, matrix, overview, pair, phrases, reading, reuse, sets, vocabulary,
};
use crate::protocol::manifest::Hashed;
use crate::protocol::{
    Against, Error, Explanation, Marking, Measure, Progress, Request, Response, Settings, StyleReport, Subject, Table,
};
use crate::stats;

/// The answer to any question but those of the first view.
///
/// # Errors
/// As [`Engine::handle`].
#[inline(never)]
pub(super) fn answer(
    engine: &mut Engine,
    settings: &Settings,
    request: &Request,
    progress: &mut dyn FnMut(Progress),
) -> Result<Response, Error> {
    // These need no index.
    match request {
        Request::Text(query) => {
            let text = reading::text(&engine.articles, query).map_err(|error| engine.failure(error))?;
            return Ok(Response::Text(text));
        }
        Request::Methods => return Ok(Response::Methods(catalogue(engine)?.iter().map(Measure::from).collect())),
        Request::StopWords => return Ok(Response::StopWords(selection::stop_words(settings))),
        Request::Fetched => return Ok(Response::Fetched(engine.lists.fetched())),
        Request::Change(change) => return texts::change(engine, change).map(Response::Changed),
        Request::Whole => return Ok(Response::Whole(engine.articles.to_vec())),
        _ => {}
    }
    let measures = if matches!(request, Request::Explain(_)) { catalogue(engine)? } else { &[] };
    let lists = style::Lists::of(request, &mut engine.lists)?;
    let modals = framing::Modals::of(request, &mut engine.lists)?;
    let mut selection = engine.select(settings, progress)?;
    if let Err(error) = groups::group(&mut selection, &settings.grouping, &mut engine.lists) {
        engine.selection = Some(selection); // What was read serves the next question.
        return Err(engine.grouping(error));
    }
    if request.is_drawn() {
        selection.draw(&settings.drawn);
    } else {
        selection.draw_all();
    }
    let found = Found {
        quotations: quotes::find(&selection, request, &mut engine.lists, progress),
        names: coverage::find(&selection, request, &mut engine.lists, progress),
    };
    let answer = with_lists(engine, &selection, request, measures, (&lists, &modals), &found, progress);
    engine.selection = Some(selection);
    answer
}

/// What was found in the texts, as far as the question needs it.
#[derive(Default)]
pub(super) struct Found {
    pub quotations: Rc<Quotations>,
    pub names: coverage::Edited,
}

/// The answer, once the lists that it takes are read.
fn with_lists(
    engine: &mut Engine,
    selection: &Selection,
    request: &Request,
    measures: &[stats::Measure],
    lists: (&style::Lists, &framing::Modals),
    found: &Found,
    progress: &mut dyn FnMut(Progress),
) -> Result<Response, Error> {
    if let Request::Groups = request {
        let groups = groups::report(selection, &mut engine.lists).map_err(|error| engine.grouping(error))?;
        return Ok(Response::Groups(groups));
    }
    let hashed = match request {
        Request::Manifest(query) => manifest::lists(query, &selection.settings().grouping, &mut engine.lists)?,
        _ => Vec::new(),
    };
    if needs_general_english(request) && selection.general_english().is_none() {
        // Where there is nothing to count, that is the answer, and no list is needed.
        selection.not_empty().map_err(|error| engine.failure(error))?;
        let list = engine.lists.get(List::GeneralEnglish)?;
        selection.read_general_english(&list).map_err(|line| {
            List::GeneralEnglish.missing(&match line {
                0 => "the file has no word".to_owned(),
                line => ["line ", &line.to_string(), " isn’t a rate and its words"].concat(),
            })
        })?;
    }
    report(selection, request, measures, lists, hashed, found, progress).map_err(|error| engine.failure(error))
}

impl Engine {
    fn grouping(&self, error: GroupsError) -> Error {
        match error {
            GroupsError::Query(error) => self.failure(error),
            GroupsError::List(error) => error,
        }
    }
}

/// The catalogue of measures.
fn catalogue(engine: &mut Engine) -> Result<&'static [stats::Measure], Error> {
    if let Some(measures) = engine.catalogue {
        return Ok(measures);
    }
    // The worker leaves the words out of its program and reads them from a file.
    #[cfg(all(target_arch = "wasm32", feature = "worker"))]
    let measures = {
        let text = engine.lists.get(List::Methods)?;
        written::read(&text).ok_or_else(|| List::Methods.missing("the file isn’t whole"))?
    };
    #[cfg(not(all(target_arch = "wasm32", feature = "worker")))]
    let measures = crate::analysis::methods::METHODS;
    Ok(*engine.catalogue.insert(measures))
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
        Request::Manifest(query) => query.comparison.against == Against::GeneralEnglish,
        Request::Explain(query) => {
            matches!(&query.of, Subject::Word { comparison, .. } if comparison.against == Against::GeneralEnglish)
        }
        _ => false,
    }
}

fn report(
    selection: &Selection,
    request: &Request,
    measures: &[stats::Measure],
    (lists, modals): (&style::Lists, &framing::Modals),
    hashed: Vec<Hashed>,
    found: &Found,
    progress: &mut dyn FnMut(Progress),
) -> Result<Response, QueryError> {
    let (quotations, names) = (&*found.quotations, &found.names);
    let mut comparing = |done: u32, of: u32| progress(Progress { what: "Comparing the articles".to_owned(), done, of });
    Ok(match request {
        // Answered before, without an index.
        Request::Groups | Request::Articles => Response::Articles(overview::notes(selection)),
        Request::Overview => Response::Overview(overview::overview(selection, &mut comparing)?),
        Request::Keywords(query) => Response::Keywords(keywords::keywords(selection, query, &mut comparing)?),
        Request::Phrases(query) => Response::Phrases(phrases::phrases(selection, query, &mut comparing)?),
        Request::Frequency(query) => Response::Frequency(frequency::frequency(selection, query)?),
        Request::Vocabulary(query) => Response::Vocabulary(vocabulary::vocabulary(selection, query)?),
        Request::Distribution(query) => Response::Distribution(distribution::distribution(selection, query)?),
        Request::Compare(query) => Response::Compare(compare::compare(selection, query, &mut comparing)?),
        Request::Pair(query) => Response::Pair(pair::pair(selection, query)?),
        Request::Sets(query) => Response::Sets(sets::sets(selection, query)?),
        Request::Intersections(query) => Response::Intersections(intersections::intersections(selection, query)?),
        Request::Matrix(query) => Response::Matrix(matrix::matrix(selection, query)?),
        Request::Map(query) => Response::Map(correspondence::map(selection, query)?),
        Request::Utterances(query) => {
            Response::Utterances(reuse::utterances::utterances(selection, quotations, query, &mut comparing)?)
        }
        Request::Reuse(query) => Response::Reuse(reuse::passages::reuse(selection, quotations, query, &mut comparing)?),
        Request::Evidence(query) => Response::Evidence(evidence::evidence(selection, query)?),
        Request::Marked(query) => Response::Marked(match &query.marking {
            Marking::Mentions(key) => analysis_coverage::marked(selection, &names.names, key, query.article)?,
            _ => marked::marked(selection, query, lists.texts(), modals.with(quotations))?,
        }),
        Request::Coverage(query) => {
            Response::Coverage(analysis_coverage::coverage(selection, &names.names, &names.told, query)?)
        }
        Request::Style(query) => Response::Style(StyleReport {
            missing: lists.missing.clone(),
            ..analysis_style::style(selection, query, lists.texts())?
        }),
        Request::Quotes(query) => Response::Quotes(quotations::quotes(selection, quotations, query)?),
        Request::Collocates(query) => Response::Collocates(analysis_framing::collocates::collocates(selection, query)?),
        Request::Modals => Response::Modals(modals.answer(selection, quotations)?),
        Request::OnlyHere(query) => {
            Response::OnlyHere(analysis_framing::only_here::only_here(selection, *query, &mut comparing)?)
        }
        Request::Csv(Table::Modals) => {
            let csv = framing::modals(selection, &modals.answer(selection, quotations)?);
            Response::Csv(tables::by_unit(selection, &Table::Modals, csv))
        }
        Request::Csv(table) => Response::Csv(tables::csv(selection, table, lists.texts(), found, &mut comparing)?),
        Request::Export(query) => Response::Export(exports::answer(selection, query, quotations)?),
        Request::Text(query) => Response::Text(reading::text(selection.articles(), query)?),
        Request::Manifest(query) => {
            Response::Manifest(Box::new(manifest::manifest(selection, query, hashed, &mut comparing)?))
        }
        Request::Explain(query) => {
            let find = |key: &str| {
                let (key, _) = explain::key_and_part(key);
                measures.iter().find(|measure| measure.key == key)
            };
            let measure = find(&query.measure);
            let measure = measure.ok_or_else(|| no_such_measure(&query.measure))?;
            let working = explain::explain(selection, query, measure, lists.texts(), modals.with(quotations))?;
            let others = explain::measures(&query.of, &query.measure).iter().filter_map(|key| {
                let name = explain::part_name(key).or_else(|| find(key).map(|other| other.name))?;
                Some(((*key).to_owned(), name.to_owned()))
            });
            let others = others.collect();
            Response::Explain(Box::new(Explanation { measure: Measure::from(measure), working, others }))
        }
        Request::Methods => Response::Methods(measures.iter().map(Measure::from).collect()),
        Request::StopWords => Response::StopWords(selection::stop_words(selection.settings())),
        // Answered before, without an index.
        Request::Fetched => Response::Fetched(Vec::new()),
        Request::Change(_) | Request::Whole => Response::Whole(selection.articles().to_vec()),
    })
}
