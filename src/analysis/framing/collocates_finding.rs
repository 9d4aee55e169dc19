//! What the section on collocates says first.

use super::collocates::{Counted, Pair};
use super::places::Framed;
use crate::analysis::finding::Finding;
use crate::analysis::marked::Marking;
use crate::analysis::prose::{Prose, figures, number, times};
use crate::analysis::selection::Selection;
use crate::analysis::table::{ordered, then};
use crate::analysis::windows::Window;

/// Words that several articles have near the node, of those named.
const SHARED: usize = 3;
/// Words that one article alone has near it, of those named.
const ALONE: usize = 3;

/// That there is no name to look around.
pub(super) fn no_name() -> Finding {
    let mut prose = Prose::default();
    prose.text("No name stands in these articles; type a word to see what stands around it.");
    Finding { sentence: prose.done(), caution: String::new() }
}

/// `listed`: the pairs shown. Of all pairs of words that aren’t hidden, `few` stand together no more than twice.
pub(super) fn finding(
    selection: &Selection,
    counted: &Counted,
    window: Window,
    listed: &[Pair],
    (few, all_pairs): (u32, u32),
) -> Finding {
    let mut prose = Prose::default();
    let node: Vec<String> = counted.node.words.iter().map(|word| word.term.clone()).collect();
    let name = counted.node.words.first().map_or("", |word| word.written.as_str());
    let having = counted.nodes.iter().filter(|places| **places > 0).count() as u32;
    let all = selection.units().len() as u32;
    let (noun, nouns) = selection.units().noun();
    let marking =
        |term: &str| Marking::Framing(Framed::Collocates { node: node.clone(), window, term: term.to_owned() }.name());
    if having == 0 {
        let whose = if all == 1 { ["The ", noun, " doesn’t have ‘"] } else { ["None of the ", nouns, " has ‘"] };
        prose.text(&[&whose.concat(), name, "’, as words are counted."].concat());
        return Finding { sentence: prose.done(), caution: String::new() };
    }
    prose.text("‘").text(name).text("’ stands ");
    prose.size(&times(counted.nodes.iter().sum()), marking(""), None);
    prose.text(if having == all && all > 1 { " in all " } else { " in " }).text(&number(having));
    prose.text(" ").text(if having == 1 { noun } else { nouns });
    let term = |pair: &Pair| selection.index().term(pair.term);
    // Words near it in most articles; of as many the more frequent.
    let mut seen = vec![false; selection.index().types()];
    let first = listed
        .iter()
        .copied()
        .filter(|pair| pair.articles > 1 && !std::mem::replace(&mut seen[pair.term as usize], true));
    let often = |pair: &Pair| pair.together + pair.elsewhere;
    let shared = ordered(
        first.collect(),
        true,
        |pair| Some(f64::from(pair.articles)),
        |pair| then(u32::MAX - often(pair), selection.rank(pair.term)),
    );
    let named = &shared[..shared.len().min(SHARED)];
    if named.is_empty() {
        prose.text(if having > 1 { "; no listed word stands near it in two of them." } else { "." });
    } else {
        prose.text("; most widely near it ");
        prose.text(if named.len() == 1 { "stands " } else { "stand " });
        for (at, pair) in named.iter().enumerate() {
            prose.text(between(at, named.len())).term(term(pair), None);
            prose.text(" (").size(&number(pair.articles), marking(term(pair)), None);
            if at == 0 {
                prose.text(" ").text(nouns);
            }
            prose.text(")");
        }
        prose.text(".");
    }
    // Words that one article alone has near it, several times.
    let alone = listed.iter().copied().filter(|pair| pair.articles == 1 && pair.together > 2);
    let tie = |pair: &Pair| then(pair.place, selection.rank(pair.term));
    let alone = ordered(alone.collect(), true, |pair| Some(f64::from(pair.together)), tie);
    let named = &alone[..alone.len().min(ALONE)];
    if having > 1 && !named.is_empty() {
        prose.text(" Only one ").text(noun).text(" has near it ");
        for (at, pair) in named.iter().enumerate() {
            let article = selection.units().numbers()[pair.place as usize];
            prose.text(between(at, named.len())).term(term(pair), Some(article)).text(" (").article(article).text(", ");
            prose.size(&times(pair.together), marking(term(pair)), Some(article)).text(")");
        }
        prose.text(".");
    }
    Finding { sentence: prose.done(), caution: caution(noun, few, all_pairs) }.written_out(selection)
}

/// What stands before item `at` of so many.
fn between(at: usize, of: usize) -> &'static str {
    match at {
        0 => "",
        _ if at + 1 == of => " and ",
        _ => ", ",
    }
}

fn caution(noun: &str, few: u32, all: u32) -> String {
    if all == 0 || few * 2 < all {
        return String::new();
    }
    [
        figures(few).as_str(),
        " of the ",
        figures(all).as_str(),
        " pairs of a word and ",
        if noun == "article" { "an " } else { "a " },
        noun,
        " occur only once or twice: a hint where to read, no proof of how an outlet writes.",
    ]
    .concat()
}
