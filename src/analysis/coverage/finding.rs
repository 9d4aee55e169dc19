//! What the Coverage view says first.

use super::NameKind;
use super::report::Counted;
use crate::analysis::finding::{Counted as Of, Finding};
use crate::analysis::marked::Marking;
use crate::analysis::prose::{Prose, capital, number};
use crate::analysis::selection::Selection;

/// Most names that a sentence gives.
const MOST: usize = 5;

pub(super) fn finding(selection: &Selection, all: &Counted) -> Finding {
    let on = selection.units().numbers();
    let (noun, nouns) = selection.units().noun();
    let wanted: Vec<usize> = (0..all.wanted.len()).filter(|&at| all.wanted[at]).collect();
    let mut prose = Prose::default();
    if wanted.is_empty() {
        prose.text("No person, organisation or place is named.");
        return Finding { sentence: prose.done(), caution: caution(selection) };
    }
    let of = |kind: NameKind| wanted.iter().filter(|&&at| all.names.all[at].kind == kind).count() as u32;
    let kinds = [
        (NameKind::Person, "person", "people"),
        (NameKind::Organisation, "organisation", "organisations"),
        (NameKind::Place, "place", "places"),
    ];
    for (at, (kind, one, many)) in kinds.into_iter().enumerate() {
        let count = of(kind);
        let said = if at == 0 { capital(&number(count)) } else { number(count) };
        prose.text(["", ", ", " and "][at]);
        match count {
            0 => prose.text(&said),
            _ => prose.number(&said, Of::Names(Some(kind))),
        };
        prose.text(" ").text(if count == 1 { one } else { many });
    }
    prose.text(if wanted.len() == 1 { " is named." } else { " are named." });
    if on.len() < 2 {
        return Finding { sentence: prose.done(), caution: caution(selection) };
    }
    let everywhere: Vec<usize> = wanted.iter().copied().filter(|&at| all.range(at) as usize == on.len()).collect();
    let every = if on.len() == 2 { ["both ", nouns].concat() } else { ["every ", noun].concat() };
    if everywhere.is_empty() {
        prose.text(" No name stands in ").text(&every).text(".");
    } else {
        prose.text(&[" In ", &every].concat()).text(if everywhere.len() == 1 { " stands " } else { " stand " });
        names(&mut prose, all, &everywhere, None);
        prose.text(".");
    }
    let alone: Vec<usize> = wanted.iter().copied().filter(|&at| all.range(at) == 1).collect();
    if !alone.is_empty() {
        prose.text(" ").number(&capital(&number(alone.len() as u32)), Of::NamesOfOne);
        prose.text(if alone.len() == 1 { " stands in one " } else { " stand in one " }).text(noun).text(" only");
        let by =
            |position: usize| alone.iter().copied().filter(|&at| all.only(at) == Some(position)).collect::<Vec<_>>();
        let mut of = vec![0_usize; on.len()];
        for position in alone.iter().filter_map(|&at| all.only(at)) {
            of[position] += 1;
        }
        let most =
            (0..on.len()).map(|position| (of[position], position)).max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((count, position)) = most.filter(|it| it.0 > 0 && it.0 < alone.len()) {
            prose
                .text(": most of them, ")
                .text(&number(count as u32))
                .text(", in ")
                .article(on[position])
                .text(", such as ");
            names(&mut prose, all, &by(position).into_iter().take(3).collect::<Vec<_>>(), Some(on[position]));
        }
        prose.text(".");
    }
    Finding { sentence: prose.done(), caution: caution(selection) }
}

/// Names as a list, each leading to its mentions; of many the first, and how many more.
fn names(prose: &mut Prose, all: &Counted, of: &[usize], article: Option<u32>) {
    let shown = if of.len() > MOST + 1 { MOST } else { of.len() };
    for (at, &name) in of[..shown].iter().enumerate() {
        if at > 0 {
            prose.text(if at + 1 == shown && shown == of.len() { " and " } else { ", " });
        }
        let it = &all.names.all[name];
        prose.number(&it.name, Of::Marked(Marking::Mentions(it.key.clone()), article));
    }
    if shown < of.len() {
        prose.text(" and ").text(&number((of.len() - shown) as u32)).text(" more");
    }
}

fn caution(selection: &Selection) -> String {
    let mut out = String::new();
    if selection.units().len() < 2 {
        let (noun, _) = selection.units().noun();
        out.push_str(&["With one ", noun, " there is nothing to compare. "].concat());
    }
    out.push_str(
        "Found by rules and word lists: a rare name may be missed or taken for something else, and names that no rule ties \
         together stand apart. What you know better you can merge, split and rename below.",
    );
    out
}
