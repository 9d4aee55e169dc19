//! Numbers on framing, worked out: a collocate in an article, a rate of modal verbs, a sentence’s support.

use super::word::half_turned;
use super::{CountTable, Working, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::framing::collocates::{Counted, Pair};
use crate::analysis::framing::modals::{self, ModalChoice, Voice, per_thousand};
use crate::analysis::framing::node::names;
use crate::analysis::framing::only_here;
use crate::analysis::framing::places::FramedLists;
use crate::analysis::lookup::look_up;
use crate::analysis::prose::{figures as whole, number, things};
use crate::analysis::selection::Selection;
use crate::analysis::windows::Window;
use crate::stats::Measure;
use crate::stats::formula::Case;
use crate::stats::formula::figures::figures;

/// The measures of a collocate, in the order of the table.
pub(super) const OF_COLLOCATE: [&str; 10] = [
    "collocate-expected",
    "log-dice",
    "dice",
    "mi",
    "mi3",
    "t-score",
    "z-score",
    "collocate-g2",
    "delta-p",
    "collocate-difference",
];

/// The measures of a sentence.
pub(super) const OF_SENTENCE: [&str; 2] = ["support", "coverage"];

/// A collocate in an article.
pub(super) fn collocate(
    selection: &Selection,
    measure: &Measure,
    term: &str,
    article: u32,
    words: &[String],
    window: Window,
) -> Result<Option<Working>, QueryError> {
    if !OF_COLLOCATE.contains(&measure.key) {
        return Ok(None);
    }
    let place = selection.unit(article)?;
    let (noun, _) = selection.units().noun();
    // As the view does where no word was asked for.
    let suggested = if words.is_empty() { names(selection, 1).pop() } else { None };
    let counted = Counted::of(selection, suggested.as_deref().unwrap_or(words), window)?;
    let looked_up = look_up(selection, term)?;
    let found = looked_up.terms.as_ref().and_then(|terms| match terms[..] {
        [term] => counted.pair(place, term),
        _ => None,
    });
    let name = counted.node.words.first().map_or("", |word| word.written.as_str());
    let title = prose(|out| {
        out.term(&looked_up.text, Some(article)).text(" near ‘").text(name).text("’ in ").article(article);
    });
    let Some(pair) = found else {
        let undefined =
            ["It doesn’t stand near the node in this ", noun, ": where nothing meets, nothing is measured."].concat();
        return Ok(Some(Working { title, undefined, ..told(None) }));
    };
    let node = counted.nodes[place];
    let size = selection.unit_sizes()[place];
    let near = counted.near[place];
    let row = pair.row(selection);
    let value = match measure.key {
        "collocate-expected" => Some(row.expected),
        "log-dice" => Some(row.log_dice),
        "dice" => Some(row.dice),
        "mi" => Some(row.mi),
        "mi3" => Some(row.mi3),
        "t-score" => Some(row.t),
        "z-score" => Some(row.z),
        "collocate-g2" => row.g2,
        "delta-p" => row.delta_p,
        _ => row.log_ratio,
    };
    let positions = f64::from(node) * f64::from(window.span());
    let case = if measure.key == "collocate-difference" {
        Case::default()
            .with("a", pair.together)
            .with("b", pair.elsewhere)
            .with("c", near)
            .with("d", counted.near_in_all - near)
    } else if measure.key == "collocate-g2" {
        let (o, c, n) = (f64::from(pair.together), f64::from(pair.frequency), f64::from(size));
        Case::default()
            .with("N", n)
            .with_column("cells", "O", [o, positions - o, c - o, n - positions - c + o])
            .with_column("cells", "R", [positions, positions, n - positions, n - positions])
            .with_column("cells", "C", [c, n - c, c, n - c])
    } else {
        Case::default()
            .with("O", pair.together)
            .with("n", node)
            .with("f", pair.frequency)
            .with("w", window.span())
            .with("N", size)
    };
    let cells = ["in a window, the word", "in a window, another", "outside, the word", "outside, another"].map(plain);
    let mut working = worked(measure, &case, &cells, value);
    working.title = title;
    working.table = (row.g2.is_some() && measure.key == "collocate-g2").then(|| counts(&pair, positions, size));
    working.steps = vec![plain(window_told(window, node, near))];
    if value.is_none() {
        working.undefined = match measure.key {
            "collocate-difference" if counted.near_in_all > near => half_turned(
                [pair.together, pair.elsewhere, near, counted.near_in_all - near],
                [&["the windows of this ", noun].concat(), "the windows of all others"],
            ),
            "collocate-difference" => format!("No other {noun} has the node: there is nothing to compare with."),
            _ => format!(
                "{} places of the node, {} positions each, are more than the {noun}’s {} words: the windows would fill it.",
                whole(node),
                whole(window.span()),
                whole(size)
            ),
        };
    }
    Ok(Some(working))
}

/// The table of window positions and places of the word.
fn counts(pair: &Pair, positions: f64, size: u32) -> CountTable {
    let (o, c, n) = (f64::from(pair.together), f64::from(pair.frequency), f64::from(size));
    let row = |name: &str, word: f64, all: f64| (plain(name), [word, all - word, all].map(figures).to_vec());
    CountTable {
        heads: vec![plain("the word"), plain("another word"), plain("together")],
        rows: vec![row("in a window", o, positions), row("elsewhere", c - o, n - positions), row("together", c, n)],
        more: 0,
    }
}

fn window_told(window: Window, node: u32, near: u32) -> String {
    format!(
        "A window is {} to the left and {} to the right of each of {} of the node, {}; together they hold {}.",
        things(window.left, "word", "words"),
        number(window.right),
        things(node, "place", "places"),
        if window.crossing { "across sentences too" } else { "as far as its sentence goes" },
        things(near, "word", "words")
    )
}

/// A rate of modal verbs.
pub(super) fn modal_verbs(
    selection: &Selection,
    measure: &Measure,
    (choice, voice): (&ModalChoice, Voice),
    article: u32,
    lists: FramedLists,
) -> Result<Option<Working>, QueryError> {
    if measure.key != "modal-verbs" {
        return Ok(None);
    }
    let position = selection.unit(article)?;
    let report = modals::modals(selection, lists.modals, lists.quotations, Vec::new())?;
    let Some(of) = report.articles.get(position) else { return Ok(None) };
    let chosen = report.rows.iter().filter(|row| match choice {
        ModalChoice::Any | ModalChoice::Negated => true,
        ModalChoice::Class(class) => row.class == *class,
        ModalChoice::Verb(verb) => row.verb == *verb,
    });
    let mut verbs: Vec<(&str, u32)> = Vec::new();
    for row in chosen {
        let count = row.by_article.get(position).copied().unwrap_or_default();
        let count = if *choice == ModalChoice::Negated { count.negated } else { count.of(voice) };
        if count > 0 {
            verbs.push((&row.verb, count));
        }
    }
    let found: u32 = verbs.iter().map(|verb| verb.1).sum();
    let size = of.size(voice);
    let value = per_thousand(found, size);
    let mut working = worked(measure, &Case::default().with("M", found).with("N", size), &[], value);
    let whose = match voice {
        Voice::Any => "all words of ",
        Voice::Writer => "the writer’s words in ",
        Voice::Quoted => "words quoted in ",
    };
    let which = match choice {
        ModalChoice::Any => "Modal verbs".to_owned(),
        ModalChoice::Negated => "Negated modal verbs".to_owned(),
        ModalChoice::Class(class) => ["Modal verbs of ", class.name()].concat(),
        ModalChoice::Verb(verb) => ["‘", verb, "’"].concat(),
    };
    working.title = prose(|out| {
        out.text(&which).text(", ").text(whose).article(article);
    });
    if !verbs.is_empty() {
        working.cases = Some(CountTable {
            heads: vec![plain("times")],
            rows: verbs.iter().map(|(verb, count)| (plain(*verb), vec![whole(*count)])).collect(),
            more: 0,
        });
    }
    if value.is_none() {
        working.undefined = format!("The {} has no word of this voice that is counted.", selection.units().noun().0);
    }
    Ok(Some(working))
}

/// Words of a sentence that are listed.
const LISTED: usize = 40;

/// A sentence’s support or coverage; `start` is its first byte.
pub(super) fn sentence(
    selection: &Selection,
    measure: &Measure,
    article: u32,
    start: u32,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<Option<Working>, QueryError> {
    if !OF_SENTENCE.contains(&measure.key) {
        return Ok(None);
    }
    let position = selection.position(article)?;
    let supports = selection.supports(progress)?;
    let noun = selection.units().noun().0;
    let found =
        supports.of_article(position).find(|&number| only_here::span(selection, &supports.all[number]).end > start);
    let Some(number) = found else {
        return Err(QueryError::OutOfRange {
            what: "The sentence’s place",
            given: whole(start),
            may_be: "a byte of a sentence of that article",
        });
    };
    let it = supports.all[number];
    let index = selection.index();
    let span = only_here::span(selection, &it);
    // The words as the sentence has them, each stem once, in the order of the text.
    let terms = index.article_terms(position);
    let starts = index.sentence_starts(position);
    let first = starts[it.sentence as usize] as usize;
    let end = starts.get(it.sentence as usize + 1).map_or(terms.len(), |&next| next as usize);
    let mut words: Vec<(u32, String)> = Vec::new();
    let text = &selection.articles()[article as usize].text;
    for (token, &term) in (first..end).zip(&terms[first..end]) {
        let Some(stem) = supports.stem(term) else { continue };
        if !words.iter().any(|word| word.0 == stem) {
            words.push((stem, index.token_span(position, token).of(text).to_owned()));
        }
    }
    let there = |stem: u32| it.nearest.is_some_and(|nearest| supports.has(nearest as usize, stem));
    let anywhere = |stem: u32| supports.spread(stem).1 > 1;
    let of_support = measure.key == "support";
    let case = Case::default().with_column("words", "w", words.iter().map(|word| supports.weight(word.0))).with_column(
        "words",
        if of_support { "b" } else { "a" },
        words.iter().map(|word| f64::from(u8::from(if of_support { there(word.0) } else { anywhere(word.0) }))),
    );
    let value = if of_support { it.support } else { it.coverage };
    let mut working = worked(measure, &case, &[], value);
    working.title = prose(|out| {
        out.text("A sentence of ").article(article).text(": ‘").text(&one_line(span.of(text))).text("’");
    });
    let yes = |is: bool| if is { "yes" } else { "no" }.to_owned();
    working.cases = Some(CountTable {
        heads: ["sentences that have it", "weight", "in the nearest", &["in any other ", noun].concat()]
            .map(plain)
            .to_vec(),
        rows: words
            .iter()
            .take(LISTED)
            .map(|(stem, written)| {
                let numbers = vec![
                    whole(supports.spread(*stem).0),
                    figures(supports.weight(*stem)),
                    yes(there(*stem)),
                    yes(anywhere(*stem)),
                ];
                (plain(written.clone()), numbers)
            })
            .collect(),
        more: words.len().saturating_sub(LISTED) as u32,
    });
    working.steps = vec![nearest_told(selection, it.nearest.map(|nearest| &supports.all[nearest as usize]))];
    working.steps.push(plain(format!(
        "Its {} and the weight of each, of {} in all:",
        things(it.words, "content word", "content words"),
        things(supports.all.len() as u32, "sentence", "sentences")
    )));
    if value.is_none() {
        working.undefined = if selection.units().len() < 2 {
            format!("There is no other {noun} that is on.")
        } else {
            "The sentence has no content word that weighs anything.".to_owned()
        };
    }
    Ok(Some(working))
}

fn nearest_told(selection: &Selection, nearest: Option<&crate::analysis::framing::support::Supported>) -> Vec<Piece> {
    let Some(nearest) = nearest else {
        let noun = selection.units().noun().0;
        return plain(format!("No sentence of another {noun} has any of its content words."));
    };
    let article = selection.on()[nearest.position as usize];
    let said = only_here::span(selection, nearest).of(&selection.articles()[article as usize].text);
    prose(|out| {
        out.text("The nearest sentence elsewhere stands in ")
            .article(article)
            .text(": ‘")
            .text(&one_line(said))
            .text("’");
    })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
