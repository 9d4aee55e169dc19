//! What the Quotes view says first.

use super::Kind;
use super::corpus::{Quotation, Quotations};
use super::report::SpeakerRow;
use crate::analysis::finding::{Counted, Finding};
use crate::analysis::prose::{Prose, number};
use crate::analysis::selection::Selection;

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
    let on = selection.on();
    let in_marks = |at: usize| of(Kind::Direct)[at] + of(Kind::Partial)[at] + of(Kind::Block)[at];
    let silent: Vec<u32> =
        (0..on.len()).filter(|at| in_marks(*at) == 0 && of(Kind::Reported)[*at] > 0).map(|at| on[at]).collect();
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
        prose.text(&[" ‘", one, "’ and ‘", two, "’ are one speaker in two spellings."].concat());
    }
    Finding { sentence: prose.done(), caution: caution(all) }
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
    let unclosed = all.all.iter().filter(|it| it.unclosed).count() as u32;
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
    if unclosed > 0 {
        out.push_str(&capital(&number(unclosed)));
        out.push_str(if unclosed == 1 {
            " quotation opens and never closes; it ends with its sentence or paragraph, and is marked. "
        } else {
            " quotations open and never close; each ends with its sentence or paragraph, and is marked. "
        });
    }
    if none > 0 {
        out.push_str(&capital(&number(none)));
        out.push_str(if none == 1 { " is not attributed: " } else { " are not attributed: " });
        out.push_str("the text doesn’t say plainly whose words they are. ");
    }
    out.push_str("Found by rules: on texts they weren’t made on, about nine in ten of what they find is right.");
    out
}
