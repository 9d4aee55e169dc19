//! What the Quotes view says first.

use super::Kind;
use super::corpus::{Quotation, Quotations};
use super::report::SpeakerRow;
use crate::analysis::finding::{Counted, Finding};
use crate::analysis::prose::{Prose, number};
use crate::analysis::selection::{Selection, folded};

/// Most words of a passage that a sentence gives.
const OPENING: usize = 5;

pub(super) fn finding(selection: &Selection, all: &Quotations, kinds: &[Vec<u32>], speakers: &[SpeakerRow]) -> Finding {
    let of = |kind: Kind| &kinds[kind as usize];
    let sum = |kind: Kind| of(kind).iter().sum::<u32>();
    let quoted = sum(Kind::Direct) + sum(Kind::Partial) + sum(Kind::Block);
    let reported = sum(Kind::Reported);
    let mut prose = Prose::default();
    if quoted + reported == 0 {
        prose.text("Nobody is quoted, and no speech is reported.");
        return Finding { sentence: prose.done(), caution: caution(all) };
    }
    let quotations = |speaker: Option<&str>| Counted::Quotations(Kind::QUOTED.to_vec(), speaker.map(str::to_owned));
    if quoted == 0 {
        prose.text("No quotation");
    } else {
        prose.number(&capital(&number(quoted)), quotations(None));
        prose.text(if quoted == 1 { " quotation" } else { " quotations" });
    }
    if let Some(first) = speakers.first().filter(|first| !first.name.is_empty()) {
        let own: u32 = first.quoted.iter().sum();
        if own > 0 {
            let of_speaker = quotations(Some(&first.name));
            if own == quoted && own > 1 {
                prose.text(", ").number("all", of_speaker).text(" of them ");
            } else if own == quoted {
                prose.text(", ");
            } else {
                prose.text(", ").number(&number(own), of_speaker).text(" of them ");
            }
            prose.text(&possessive(&first.name));
        }
    }
    prose.text(", and ");
    if reported == 0 {
        prose.text("no report");
    } else {
        prose.number(&number(reported), Counted::Quotations(vec![Kind::Reported], None));
        prose.text(if reported == 1 { " report" } else { " reports" });
    }
    prose.text(" of speech in the writers’ own words.");
    let units = selection.units();
    let by_unit = |kind: Kind| units.sum(of(kind).clone());
    let in_marks = [Kind::Direct, Kind::Partial, Kind::Block].map(by_unit);
    let reported = by_unit(Kind::Reported);
    let is_silent = |at: &usize| in_marks.iter().all(|counts| counts[*at] == 0) && reported[*at] > 0;
    let silent: Vec<u32> = (0..units.len()).filter(is_silent).map(|at| units.numbers()[at]).collect();
    if !silent.is_empty() {
        prose.text(" ").articles(&silent, "and");
        prose.text(if silent.len() == 1 {
            " quotes nobody and reports everything in its own words."
        } else {
            " quote nobody and report everything in their own words."
        });
    }
    let spelt: Vec<&SpeakerRow> = speakers.iter().filter(|row| two_spellings(row).is_some()).take(1).collect();
    if let Some((one, two)) = spelt.first().and_then(|row| two_spellings(row)) {
        let term = |name: &str| folded(name, selection.settings()).join(" ");
        prose.text(" ‘").written(one.to_owned(), term(one), None).text("’ and ‘");
        prose.written(two.to_owned(), term(two), None).text("’ are one speaker in two spellings.");
    }
    unclosed(&mut prose, selection, all);
    Finding { sentence: prose.done(), caution: caution(all) }
}

/// Which quotation opens and never closes, and where it is taken to end.
fn unclosed(prose: &mut Prose, selection: &Selection, all: &Quotations) {
    let count = all.all.iter().filter(|it| it.unclosed).count() as u32;
    let Some(first) = all.all.iter().find(|it| it.unclosed) else { return };
    let text = selection.articles().get(first.article as usize).map_or("", |article| article.text.as_str());
    prose.text(" ").text(&capital(&number(count)));
    prose.text(if count == 1 { " opens and never closes, ‘" } else { " open and never close, first ‘" });
    opening(prose, selection, first.words.of(text), first.article);
    prose.text("’ in ").article(first.article);
    prose.text(if count == 1 {
        "; it is taken to end with its sentence."
    } else {
        "; each is taken to end with its sentence."
    });
}

/// Adds the first words of a passage, which lead to where they stand in the article.
pub(in crate::analysis) fn opening(prose: &mut Prose, selection: &Selection, passage: &str, article: u32) {
    let mut written = String::new();
    for word in passage.trim_start_matches(['“', '"', '‘', '«', '„']).split_whitespace().take(OPENING) {
        if !written.is_empty() {
            written.push(' ');
        }
        written.push_str(word);
        if word.ends_with(['.', '!', '?', ';', ':']) {
            break;
        }
    }
    let whole = written.len() == passage.trim().len();
    let words = written.trim_end_matches(['.', ',', ';', ':', '!', '?']);
    let term = folded(words, selection.settings()).join(" ");
    let words = if whole { words.to_owned() } else { [words, " …"].concat() };
    if term.is_empty() {
        prose.text(&words);
    } else {
        prose.written(words, term, Some(article));
    }
}

/// Two forms of one name of as many words that are spelt differently.
fn two_spellings(row: &SpeakerRow) -> Option<(&str, &str)> {
    let mut single: Vec<&str> = row.spellings.iter().map(String::as_str).filter(|name| !name.contains(' ')).collect();
    if single.len() < 2 {
        single = row
            .spellings
            .iter()
            .map(String::as_str)
            .chain([row.name.as_str()])
            .filter(|name| name.contains(' '))
            .collect();
    }
    let (one, two) = (*single.first()?, *single.get(1)?);
    (!one.contains('-') && !two.contains('-')).then_some((one, two))
}

fn possessive(name: &str) -> String {
    if name.ends_with('s') { [name, "’"].concat() } else { [name, "’s"].concat() }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn caution(all: &Quotations) -> String {
    let none = all.all.iter().filter(|it| it.speaker.is_none() && it.kind != Kind::Scare).count() as u32;
    let scare = all.all.iter().filter(|it| it.kind == Kind::Scare).count() as u32;
    let spoken = |it: &Quotation| matches!(it.kind, Kind::Direct | Kind::Partial);
    let twice = all.all.chunk_by(|x, y| x.article == y.article).any(|of_article| {
        let mut reports = of_article.iter().filter(|it| it.kind == Kind::Reported);
        reports.any(|report| of_article.iter().any(|it| spoken(it) && it.words.overlaps(report.words)))
    });
    let mut out = String::new();
    // What the list has besides the numbers above, and what they count twice.
    if scare > 0 {
        out.push_str("The list also has ");
        out.push_str(&number(scare));
        out.push_str(if scare == 1 { " that is only set apart by marks" } else { " that are only set apart by marks" });
        out.push_str(if twice { "; a report that quotes words is counted, and so are the words. " } else { ". " });
    } else if twice {
        out.push_str("A report that quotes words is counted, and so are the words. ");
    }
    if none > 0 {
        out.push_str(&capital(&number(none)));
        out.push_str(if none == 1 { " is not attributed: " } else { " are not attributed: " });
        out.push_str("the text doesn’t say plainly whose words they are. ");
    }
    out.push_str("Found by rules: on texts they weren’t made on, about nine in ten of what they find is right.");
    out
}
