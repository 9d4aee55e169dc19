//! What the Keywords view opens with: the words that stand out most, in a sentence, and what the
//! data cannot carry.

use super::comparison::{Against, Target};
use super::finding::Finding;
use super::keyness::{Keyness, Tested};
use super::keywords::{KeywordsQuery, Kind};
use super::prose::{Prose, capital, decimals, figures, number, things, times};
use super::selection::Selection;
use super::table::ordered;

/// The keyword of an article with the largest G², if it has one.
pub(super) fn best_keyword(selection: &Selection, of: &Keyness) -> Option<Tested> {
    best(selection, of, Kind::More)
}

/// The most notable word of a kind, stop words as set: the most significant one, of lockwords the most frequent.
fn best(selection: &Selection, of: &Keyness, kind: Kind) -> Option<Tested> {
    let words = of.tested().filter(|word| !selection.is_hidden(word.term));
    let of_kind = words.filter(|word| match kind {
        Kind::More => word.is_keyword(),
        Kind::Less => word.is_less() && word.is_significant,
        Kind::Both => word.is_significant,
        Kind::Alike => of.is_lockword(word),
    });
    // Of equals the first in the alphabet: `max_by` would take the last.
    of_kind.reduce(|best, word| if weight(&word, kind) > weight(&best, kind) { word } else { best })
}

/// How notable a word of a kind is.
fn weight(word: &Tested, kind: Kind) -> f64 {
    match kind {
        Kind::Alike => f64::from(word.a) + f64::from(word.b),
        _ => word.g2.map_or(0.0, f64::abs),
    }
}

/// Adds how often here and elsewhere: ` (6 times, nowhere else)`.
pub(super) fn here_and_elsewhere(
    prose: &mut Prose,
    selection: &Selection,
    of: &Keyness,
    word: &Tested,
    article: Option<u32>,
) {
    let (term, first) = (selection.index().term(word.term), first_of_reference(selection, of, word));
    prose.text(" (").count(&times(word.a), term, article).text(", ");
    match word.b {
        0 => prose.text("nowhere else"),
        1 | 2 => prose.count_elsewhere(&times(word.b), term, first).text(" elsewhere"),
        _ => prose.count_elsewhere(&figures(word.b), term, first).text(" elsewhere"),
    };
    prose.text(")");
}

/// Adds how often in the target and in the reference; what is counted leads to `article`, or to all.
fn on_both_sides(
    prose: &mut Prose,
    selection: &Selection,
    query: &KeywordsQuery,
    of: &Keyness,
    word: &Tested,
    article: Option<u32>,
) {
    if query.kind == Kind::Alike {
        rates(prose, selection, query, of, word, article);
        return;
    }
    let term = selection.index().term(word.term);
    match query.comparison.against {
        Against::Rest => here_and_elsewhere(prose, selection, of, word, article),
        Against::Articles(_) => {
            prose.text(" (").count(&times(word.a), term, article).text(", ");
            match word.b {
                0 => prose.text("never there)"),
                _ => {
                    let first = first_of_reference(selection, of, word);
                    prose.count_elsewhere(&times(word.b), term, first).text(" there)")
                }
            };
        }
        Against::GeneralEnglish => {
            let expected = f64::from(word.b) * f64::from(of.target_tokens()) / f64::from(of.reference_tokens());
            let expected = match (expected < 0.01, word.at_most) {
                (true, _) => "fewer than 0.01 are expected".to_owned(),
                (false, true) => format!("at most {} are expected", decimals(expected)),
                (false, false) => format!("{} are expected", decimals(expected)),
            };
            prose.text(" (").count(&times(word.a), term, article).text(&format!(", where {expected})"));
        }
    }
}

/// How often in every 1,000 words of either side, which is what lockwords have alike, and the counts
/// behind it: ` (64.7 in every 1,000 words, 57.1 elsewhere; 44 and 99 times)`.
fn rates(
    prose: &mut Prose,
    selection: &Selection,
    query: &KeywordsQuery,
    of: &Keyness,
    word: &Tested,
    article: Option<u32>,
) {
    let rate = |count: u32, tokens: u32| format!("{:.1}", f64::from(count) * 1000.0 / f64::from(tokens));
    let (here, there) = (rate(word.a, of.target_tokens()), rate(word.b, of.reference_tokens()));
    let place = if query.comparison.against == Against::Rest { "elsewhere" } else { "there" };
    prose.text(&format!(" ({here} in every 1,000 words, {there} {place}; "));
    let term = selection.index().term(word.term);
    if query.comparison.against == Against::GeneralEnglish {
        prose.text("here ").count(&times(word.a), term, article);
    } else {
        let first = first_of_reference(selection, of, word);
        prose.count(&figures(word.a), term, article).text(" and ");
        prose.count_elsewhere(&figures(word.b), term, first).text(" times");
    }
    prose.text(")");
}

/// The first article of the reference that has the word.
fn first_of_reference(selection: &Selection, of: &Keyness, word: &Tested) -> Option<u32> {
    let counts = selection.index().counts(word.term);
    let mut having = of.sides().reference.iter().copied().filter(|&position| counts[position] > 0);
    having.next().map(|position| selection.on()[position])
}

/// What it takes to be a lockword: by how many occurrences at these sizes.
fn alike(keyness: &[Keyness], units: (&str, &str)) -> String {
    let mut said = " Used alike means that the whole 95 % interval of the log ratio lies between −1 and 1.".to_owned();
    let least: Vec<(u32, u32)> = keyness.iter().filter_map(Keyness::least_alike).collect();
    let english = keyness.iter().any(|of| of.sides().english);
    let span = |count: fn(&(u32, u32)) -> u32| {
        let (least, most) = (least.iter().map(count).min()?, least.iter().map(count).max()?);
        Some(if least == most { times(least) } else { format!("{} to {}", figures(least), times(most)) })
    };
    if let (Some(here), Some(there)) = (span(|it| it.0), span(|it| it.1)) {
        let whose = match keyness {
            [one] if one.sides().target.len() > 1 => "the group".to_owned(),
            [_] => format!("the {}", units.0),
            _ => format!("{} {}", if units.0.starts_with('a') { "an" } else { "a" }, units.0),
        };
        said.push_str(&format!(" At these sizes even a word of exactly the same rate must occur {here} in {whose}"));
        if !english {
            said.push_str(&format!(" and {there} in what that is compared with"));
        }
        said.push_str(" to show it, which few words but stop words do.");
    } else {
        said.push_str(" These texts are too short for any word to show it.");
    }
    said
}

/// Articles that the finding names with their word, and of a group.
const NAMED: usize = 3;

/// Adds articles by their names, or how many they are.
fn say_articles(prose: &mut Prose, articles: &[u32]) {
    if articles.len() <= NAMED {
        prose.articles(articles, "and");
    } else {
        prose.text(&format!("{} articles", number(articles.len() as u32)));
    }
}

/// What the view opens with.
pub(super) fn finding(selection: &Selection, query: &KeywordsQuery, keyness: &[Keyness]) -> Finding {
    let can_be_compared: Vec<&Keyness> =
        keyness.iter().filter(|of| of.target_tokens() > 0 && of.reference_tokens() > 0).collect();
    if can_be_compared.is_empty() {
        return nothing_to_compare(selection, query);
    }
    let article = |of: &Keyness| of.number(selection);
    let kind = if query.kind == Kind::Both { Kind::More } else { query.kind };
    let mut words: Vec<(&Keyness, Tested)> =
        can_be_compared.iter().filter_map(|of| best(selection, of, kind).map(|word| (*of, word))).collect();
    words = ordered(words, true, |(_, word)| Some(weight(word, kind)), |(of, _)| of.order().into());

    let mut prose = Prose::default();
    match &query.comparison.against {
        Against::Rest => {}
        Against::Articles(articles) => {
            prose.text("Against ");
            say_articles(&mut prose, articles);
            prose.text(": ");
        }
        Against::GeneralEnglish => {
            prose.text("Against general English: ");
        }
    }
    let opens = query.comparison.against == Against::Rest;
    let start = |words: &str| if opens { capital(words) } else { words.to_owned() };
    if words.is_empty() {
        prose.text(&start(&none_of(selection, kind, query, &can_be_compared)));
        return Finding { sentence: prose.done(), caution: caution_of(selection, query, keyness) };
    }
    for (at, (of, word)) in words.iter().take(NAMED).enumerate() {
        let last = at + 1 == words.len().min(NAMED);
        let target = of.numbers(selection);
        match (at, kind) {
            (0, Kind::Less) => {
                prose.text(&start("the word that "));
                say_articles(&mut prose, &target);
                prose.text(if target.len() == 1 { " avoids most is " } else { " avoid most is " });
            }
            (0, Kind::Alike) => {
                prose.text(&start("the word that "));
                say_articles(&mut prose, &target);
                prose.text(if target.len() == 1 { " uses" } else { " use" });
                prose.text(" about as often is above all ");
            }
            (0, _) => {
                prose.text(&start("what sets "));
                say_articles(&mut prose, &target);
                prose.text(if target.len() == 1 { " apart most is " } else { " together apart most is " });
            }
            (1, _) => {
                prose.text(if last { ", and in " } else { "; in " }).article(article(of)).text(" it is ");
            }
            _ => {
                prose.text(", and in ").article(article(of)).text(" ");
            }
        }
        // A word that the target never uses leads to its places elsewhere; one of a group, to all.
        let leads_to = (word.a > 0 && target.len() == 1).then(|| article(of));
        let term = selection.index().term(word.term);
        prose.term(term, leads_to);
        on_both_sides(&mut prose, selection, query, of, word, leads_to);
    }
    prose.text(".");
    let units = selection.units().noun();
    let further = words.len().saturating_sub(NAMED) as u32;
    if further > 0 {
        let of_kind = match (kind, further) {
            (Kind::Less, 1) => "has a negative keyword",
            (Kind::Less, _) => "have negative keywords",
            (Kind::Alike, 1) => "has a lockword",
            (Kind::Alike, _) => "have lockwords",
            (_, 1) => "has a keyword",
            _ => "have keywords",
        };
        prose.text(&format!(
            " {} {of_kind} too.",
            capital(&things(further, &format!("further {}", units.0), &format!("further {}", units.1)))
        ));
    }
    let found = |of: &Keyness| words.iter().any(|(other, _)| other.order() == of.order());
    let none: Vec<u32> = can_be_compared.iter().filter(|of| !found(of)).map(|of| article(of)).collect();
    match none.len() {
        0 => {}
        1..=NAMED => {
            prose.text(" No word passes the test in ");
            prose.articles(&none, "or").text(".");
        }
        many => {
            prose.text(&format!(" In {} {} no word passes the test.", number(many as u32), units.1));
        }
    }
    Finding { sentence: prose.done(), caution: caution_of(selection, query, keyness) }
}

fn nothing_to_compare(selection: &Selection, query: &KeywordsQuery) -> Finding {
    let mut prose = Prose::default();
    let with_words: Vec<u32> =
        (0..selection.on().len()).filter(|&at| selection.size(at) > 0).map(|at| selection.on()[at]).collect();
    let caution = match (&*with_words, &query.comparison.against) {
        (&[only], Against::Rest) => {
            if selection.on().len() == 1 {
                prose.text("Only ").article(only).text(" is on, so no word can be set apart: ");
            } else {
                prose
                    .text("Of the articles that are on only ")
                    .article(only)
                    .text(" has words, so none can be set apart: ");
            }
            prose.text("keyness compares an article with the others.");
            "Keyness needs a second article: until one is on, only frequencies and TF-IDF are given."
        }
        (_, Against::Rest) if matches!(query.comparison.target, Target::Group(_)) => {
            prose.text("All articles with words are in the group, so nothing is left to compare it with.");
            "Leave an article out of the group, or compare it with general English."
        }
        _ => {
            prose.text("One side of the comparison has no word, so no word can be set apart.");
            "Only frequencies and TF-IDF are given."
        }
    };
    Finding { sentence: prose.done(), caution: caution.to_owned() }
}

/// That no word of the kind was found, starting in lower case.
fn none_of(selection: &Selection, kind: Kind, query: &KeywordsQuery, keyness: &[&Keyness]) -> String {
    if keyness.iter().all(|of| of.sides().target == of.sides().reference) {
        return "the same articles stand on both sides, so that no word can differ.".to_owned();
    }
    if keyness.iter().all(|of| of.tested().len() == 0) {
        let range = match query.comparison.range {
            0 | 1 => String::new(),
            // Counted in articles, whatever is compared.
            more => [" and in at least ", &things(more, "article", "articles")].concat(),
        };
        return format!("no word is tested: none occurs at least {}{range}.", times(query.comparison.minimum));
    }
    let targets = keyness.len() as u32;
    let (one, many_units) = selection.units().noun();
    let group = matches!(query.comparison.target, Target::Group(_));
    match kind {
        Kind::Less => {
            let whom = match targets {
                _ if group => "the group avoids no word".to_owned(),
                1 => format!("the {one} avoids no word"),
                2 => format!("neither {one} avoids a word"),
                many => format!("none of the {} {many_units} avoids a word", number(many)),
            };
            format!("{whom} by more than chance would make it.")
        }
        Kind::Alike => {
            let hidden = |of: &&Keyness| of.tested().any(|it| selection.is_hidden(it.term) && of.is_lockword(&it));
            let but = if keyness.iter().any(hidden) { " but stop words, which are hidden," } else { "" };
            format!("no word{but} occurs often enough on both sides to show that it is used alike.")
        }
        Kind::More | Kind::Both => {
            let whom = match targets {
                _ if group => "the group".to_owned(),
                1 => format!("the {one}"),
                2 => format!("the two {many_units}"),
                many => format!("any of the {} {many_units}", number(many)),
            };
            format!("no word sets {whom} apart: no difference is larger than chance would make it.")
        }
    }
}

/// Below this mean size in tokens articles are called short.
const SHORT: u32 = 1_500;

/// What tests on the words of a few articles cannot carry.
pub(super) fn caution(selection: &Selection) -> String {
    let articles = selection.on().len() as u32;
    if articles < 30 && selection.tokens() / articles.max(1) < SHORT {
        let short = things(articles, "short article", "short articles");
        return format!("{}: a single word is a lead to read up, not proof.", capital(&short));
    }
    "The test takes every word as independent of the others; the words of one article are not, so a small p overstates the evidence."
        .to_owned()
}

/// What this comparison cannot carry.
fn caution_of(selection: &Selection, query: &KeywordsQuery, keyness: &[Keyness]) -> String {
    let mut caution = caution(selection);
    let both = keyness.iter().any(|of| of.sides().target.iter().any(|at| of.sides().reference.contains(at)));
    if both {
        caution.push_str(" An article stands on both sides: what it says is compared with itself.");
    }
    if query.comparison.against == Against::GeneralEnglish {
        caution.push_str(
            " The list’s rates come from many kinds of text up to 2021: whatever is news, a name or the topic is key against it.",
        );
        let unlisted = keyness.iter().map(Keyness::unlisted).max().unwrap_or_default();
        if unlisted > 0 {
            let words = things(unlisted, "word isn’t", "words aren’t");
            let most =
                if keyness.len() > 1 { [" in one ", selection.units().noun().0].concat() } else { String::new() };
            caution.push_str(&format!(
                " Up to {words} tested{most}: the list has no numbers, and of rare words only that they are rare.",
            ));
        }
    }
    if query.kind == Kind::Alike {
        caution.push_str(&alike(keyness, selection.units().noun()));
    }
    // The best that any of the comparisons can do: where even that can't be significant, none can.
    let smallest = keyness.iter().filter_map(|of| of.smallest_permutation_p(selection)).reduce(f64::min);
    if let Some(p) = smallest.filter(|&p| p >= query.comparison.level.value()) {
        caution.push_str(" If tested by whole articles instead, so few of them can’t carry a p-value");
        // 1 is no bound at all.
        if p < 1.0 {
            let least = decimals(p);
            let least = least.trim_end_matches('0').trim_end_matches('.');
            caution.push_str(&[": none below ", least, " can be had"].concat());
        }
        caution.push('.');
    }
    caution
}
