//! `framing.txt`: the words around three names, modal verbs, and what each article alone says.

use std::fmt::Write;

use parallax::engine::Engine;
use parallax::protocol::*;

use crate::questions::BuiltIn;
use crate::{ask, decimals, golden, said, told};

/// A sentence with the words that the other has in brackets, and those of no other article in capitals.
fn marked(sentence: &SaidSentence) -> String {
    let pieces = sentence.pieces.iter().map(|piece| match piece.said {
        Said::Plain => piece.text.clone(),
        Said::There => format!("[{}]", piece.text),
        Said::Nowhere => piece.text.to_uppercase(),
    });
    pieces.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn framing() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let ids: Vec<String> = engine.articles().iter().map(|article| article.id.clone()).collect();
    let mut out = String::new();
    for words in [vec![], vec!["Rutte", "Rute", "the NATO chief"], vec!["Europe", "European Union"]] {
        let words: Vec<String> = words.into_iter().map(str::to_owned).collect();
        let query = CollocatesQuery { words, panel: 14, ..CollocatesQuery::default() };
        let Response::Collocates(report) = ask(&mut engine, Request::Collocates(query)) else { unreachable!() };
        let node: Vec<String> =
            report.words.iter().map(|word| format!("{} ({})", word.written, word.frequency)).collect();
        writeln!(out, "Around {}", node.join(", ")).unwrap();
        out.push_str(&said(&engine, &report.finding));
        writeln!(
            out,
            "{} of {} pairs, {} once, {} twice\n",
            report.found, report.pairs, report.once_twice[0], report.once_twice[1]
        )
        .unwrap();
        for panel in &report.panels {
            writeln!(
                out,
                "{}: {} places, {} of {} words near, {} collocates",
                ids[panel.article as usize], panel.node, panel.near, panel.size, panel.found
            )
            .unwrap();
            for row in &panel.rows {
                writeln!(
                    out,
                    "  {:<14} {:>2} of {:>2}, expected {:>6}; logDice {:>6} MI {:>6} t {:>6} G² {:>6} ΔP {:>7}; near it in {}, elsewhere {:>2}, log ratio {}",
                    row.written,
                    row.together,
                    row.frequency,
                    decimals(row.expected, 3),
                    decimals(row.log_dice, 2),
                    decimals(row.mi, 2),
                    decimals(row.t, 2),
                    decimals(row.g2, 2),
                    decimals(row.delta_p, 4),
                    row.articles,
                    row.elsewhere,
                    decimals(row.log_ratio, 2)
                )
                .unwrap();
            }
        }
        out.push('\n');
    }
    let Response::Modals(report) = ask(&mut engine, Request::Modals) else { unreachable!() };
    out.push_str(&said(&engine, &report.finding));
    for article in &report.articles {
        let rate = |class, voice| decimals(article.rate(class, voice), 1);
        let classes = ModalClass::ALL.map(|(class, name)| {
            format!(
                "{name} {} ({} | {})",
                rate(Some(class), Voice::Any),
                rate(Some(class), Voice::Writer),
                rate(Some(class), Voice::Quoted)
            )
        });
        writeln!(
            out,
            "{:<18} {} words + {} quoted; per 1,000 {} ({} | {}); {}",
            ids[article.article as usize],
            article.words[0],
            article.words[1],
            rate(None, Voice::Any),
            rate(None, Voice::Writer),
            rate(None, Voice::Quoted),
            classes.join("; ")
        )
        .unwrap();
    }
    for row in &report.rows {
        let counts: Vec<String> = row
            .by_article
            .iter()
            .map(|it| {
                format!(
                    "{}+{}{}",
                    it.writer,
                    it.quoted,
                    if it.negated > 0 { format!(" ({} not)", it.negated) } else { String::new() }
                )
            })
            .collect();
        writeln!(out, "  {:<12} {:<16} {}", row.class.name(), row.verb, counts.join(", ")).unwrap();
    }
    out.push('\n');
    let query = OnlyHereQuery { each: 5, ..OnlyHereQuery::default() };
    let Response::OnlyHere(report) = ask(&mut engine, Request::OnlyHere(query)) else { unreachable!() };
    out.push_str(&said(&engine, &report.finding));
    for article in &report.articles {
        let id = &ids[article.article as usize];
        writeln!(out, "{id}: {} sentences, mean support {}", article.sentences, decimals(article.mean, 3)).unwrap();
        for row in &article.rows {
            writeln!(out, "  {} {} | {}", decimals(row.support, 3), decimals(row.coverage, 3), marked(&row.sentence))
                .unwrap();
            match &row.nearest {
                Some(nearest) => writeln!(out, "      nearest, {}: {}", ids[nearest.article as usize], marked(nearest)),
                None => writeln!(out, "      nothing near"),
            }
            .unwrap();
        }
    }
    golden("framing.txt", &out);
}

/// What is said, shared and carried by groups, where elsewhere is another group.
#[test]
fn framing_by_group() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let ids: Vec<String> = engine.articles().iter().map(|article| article.id.clone()).collect();
    let grouping = Compared::By(Field::Month).setting();
    let settings = Settings { grouping, ..Settings::default() };
    let mut asked = |request: Request| engine.handle(&settings, &request).unwrap();
    let Response::Groups(groups) = asked(Request::Groups) else { unreachable!() };
    let named = |number: u32| {
        let group = number.checked_sub(GROUPS).and_then(|group| groups.groups.get(group as usize));
        group.map_or_else(|| ids[number as usize].clone(), |group| format!("<{}>", group.name))
    };
    let group_of = |article: u32| groups.groups.iter().find(|group| group.articles.contains(&article)).unwrap();
    let mut out = String::new();
    let Response::OnlyHere(report) = asked(Request::OnlyHere(OnlyHereQuery::default())) else { unreachable!() };
    out.push_str(&told(&report.finding, named));
    for unit in &report.articles {
        let mean = decimals(unit.mean, 3);
        writeln!(out, "{}: {} sentences, mean support {mean}", named(unit.article), unit.sentences).unwrap();
        for row in &unit.rows {
            let support = decimals(row.support, 3);
            writeln!(out, "  {support} {} | {}", ids[row.sentence.article as usize], marked(&row.sentence)).unwrap();
            if let Some(nearest) = &row.nearest {
                let group = &group_of(nearest.article).name;
                writeln!(out, "      nearest, <{group}> {}: {}", ids[nearest.article as usize], marked(nearest))
                    .unwrap();
            }
        }
    }
    let query = ReuseQuery { least: 6, limit: 20, ..ReuseQuery::default() };
    let Response::Reuse(report) = asked(Request::Reuse(query)) else { unreachable!() };
    writeln!(out, "\n{} of {} passages are shared between groups", report.shared, report.total).unwrap();
    for it in &report.passages {
        let places: Vec<String> =
            it.places.iter().map(|place| format!("<{}> {}", group_of(place.0).name, ids[place.0 as usize])).collect();
        writeln!(out, "  {} groups, {} words: {} | {}", it.units, it.words, it.text, places.join(", ")).unwrap();
    }
    let query = UtterancesQuery { several: true, limit: 20, ..UtterancesQuery::default() };
    let Response::Utterances(report) = asked(Request::Utterances(query)) else { unreachable!() };
    out.push('\n');
    out.push_str(&told(&report.finding, named));
    for it in &report.rows {
        let places: Vec<String> = it
            .places
            .iter()
            .map(|place| format!("<{}> {}", group_of(place.article).name, ids[place.article as usize]))
            .collect();
        writeln!(out, "  {} groups: {} | {}", it.units, it.text, places.join(", ")).unwrap();
    }
    golden("by-group.txt", &out);
}
