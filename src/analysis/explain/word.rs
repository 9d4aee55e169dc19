//! Keyness of a word, worked out from its two-by-two table.

use super::{CountTable, Working, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::keyness::{Keyness, Reference, Tested};
use crate::analysis::keywords::KeywordRow;
use crate::analysis::lookup::look_up;
use crate::analysis::prose::{figures as whole, things, times};
use crate::analysis::selection::Selection;
use crate::analysis::weights::counted;
use crate::stats::Measure;
use crate::stats::association::Z_95;
use crate::stats::formula::figures::figures;
use crate::stats::formula::{Case, symbol};
use crate::stats::multiplicity::benjamini_hochberg_rank;
use crate::stats::tfidf::idf;

pub(super) struct Asked<'q> {
    pub term: &'q str,
    pub article: u32,
    pub against: Option<u32>,
    pub minimum: u32,
}

pub(super) fn work(selection: &Selection, measure: &Measure, asked: &Asked<'_>) -> Result<Option<Working>, QueryError> {
    QueryError::in_range("The least frequency", asked.minimum, 1..=u32::MAX, "1 or more")?;
    let target = selection.position(asked.article)?;
    let reference = match asked.against {
        None => Reference::Others,
        Some(other) => Reference::One(selection.position(other)?),
    };
    let found = look_up(selection, asked.term)?;
    let title = prose(|out| {
        out.term(&found.text, Some(asked.article)).text(" in ").article(asked.article).text(" against ");
        match asked.against {
            None => out.text("all other articles that are on"),
            Some(other) => out.article(other),
        };
    });
    let keyness = Keyness::of(selection, target, reference, asked.minimum);
    let term = match found.terms.as_deref() {
        Some([term]) => Some(*term),
        _ => None,
    };
    let word = term.and_then(|term| keyness.tested().iter().find(|word| word.term == term));
    let Some(word) = word else {
        let undefined = format!(
            "This word isn’t tested: tested is each single word that the side with the higher rate has at least {}.",
            times(asked.minimum)
        );
        return Ok(Some(Working { title, undefined, ..Working::default() }));
    };
    let row = keyness.row(selection, word, &[]);
    let table = two_by_two(&row, asked);
    let case = case(&row);
    let labels: Vec<Vec<Piece>> = ["a", "b", "c − a", "d − b"].map(plain).to_vec();
    let from_table = |value: Option<f64>| worked(measure, &case, &labels, value);
    let mut working = match measure.key {
        "rates" if row.article_tokens > 0 && row.reference_tokens > 0 => {
            let rate = |times: u32, tokens: u32| f64::from(times) * 1000.0 / f64::from(tokens);
            let upper = Some(rate(row.reference_frequency, row.reference_tokens));
            Working { upper, ..from_table(Some(rate(row.frequency, row.article_tokens))) }
        }
        "rates" => from_table(None),
        "g2" => from_table(row.g2),
        "bic" => from_table(row.bic),
        "p" => from_table(row.p),
        "log-ratio" => from_table(row.log_ratio),
        "log-ratio-interval" => Working { upper: row.log_ratio_high, ..from_table(row.log_ratio_low) },
        "p-adjusted" => adjusted(measure, &keyness, word, &row),
        "tf-idf" => weight(selection, measure, target, word, &row),
        "robust" => robust(&row),
        _ => return Ok(None),
    };
    if measure.key != "tf-idf" {
        // The table names them.
        working.given.retain(|given| !["a", "b", "c", "d"].map(symbol).contains(&given.symbol));
        working.table = Some(table);
    }
    if working.value.is_none() {
        working.undefined = match (measure.key, row.g2) {
            ("robust", Some(_)) => "The reference is a single article: there is none to leave out.".to_owned(),
            _ => "One side has no word that is counted, so there is nothing to compare.".to_owned(),
        };
    }
    working.title = title;
    Ok(Some(working))
}

/// The names that every formula of keyness may use.
fn case(row: &KeywordRow) -> Case {
    let [a, b, c, d] =
        [row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens].map(f64::from);
    let case = Case::default()
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .with("d", d)
        .with("z", Z_95)
        .with_column("cells", "O", [a, b, c - a, d - b])
        .with_column("cells", "R", [a + b, a + b, c + d - a - b, c + d - a - b])
        .with_column("cells", "C", [c, d, c, d]);
    match row.g2 {
        Some(g2) => case.with("G²", g2),
        None => case,
    }
}

/// The table everything starts from, with its totals.
fn two_by_two(row: &KeywordRow, asked: &Asked<'_>) -> CountTable {
    let (a, b) = (u64::from(row.frequency), u64::from(row.reference_frequency));
    let (c, d) = (u64::from(row.article_tokens), u64::from(row.reference_tokens));
    let figures = |n: u64| figures(n as f64);
    let named = |here: (&str, u64), there: (&str, u64), both: &str| {
        let both = [both, &figures(here.1 + there.1)].concat();
        vec![[here.0, " = ", &figures(here.1)].concat(), [there.0, " = ", &figures(there.1)].concat(), both]
    };
    let there = match asked.against {
        None => plain("all others"),
        Some(other) => vec![Piece::Article(other)],
    };
    let term = Piece::Term { term: row.term.clone(), article: Some(row.article) };
    CountTable {
        heads: vec![vec![Piece::Article(row.article)], there, plain("both")],
        rows: vec![
            (vec![term], named(("a", a), ("b", b), "")),
            (plain("all other words"), [c - a, d - b, c + d - a - b].map(figures).to_vec()),
            (plain("tokens"), named(("c", c), ("d", d), "N = ")),
        ],
        more: 0,
    }
}

fn adjusted(measure: &Measure, keyness: &Keyness, word: &Tested, row: &KeywordRow) -> Working {
    let with_p: Vec<&Tested> = keyness.tested().iter().filter(|other| other.p.is_some()).collect();
    let ps: Vec<f64> = with_p.iter().filter_map(|other| other.p).collect();
    let own = with_p.iter().position(|other| other.term == word.term);
    let Some((own, (rank, p))) = own.and_then(|own| Some((own, benjamini_hochberg_rank(&ps, own)?))) else {
        return told(None);
    };
    let before = ps.iter().filter(|other| other.total_cmp(&ps[own]).is_lt()).count() as u32;
    let alike = ps.iter().filter(|other| other.total_cmp(&ps[own]).is_eq()).count() as u32;
    let case = Case::default().with("n", ps.len() as f64).with("m", rank).with("p_m", p);
    let mut working = worked(measure, &case, &[], row.p_adjusted);
    let tested = things(ps.len() as u32, "word was tested", "words were tested");
    let same = if alike > 1 {
        format!(", which it shares with {}", things(alike - 1, "other", "others"))
    } else {
        String::new()
    };
    working.steps = vec![
        plain(format!("{tested}, each with a p of its own; of these {} smaller.", things(before, "p is", "p are"))),
        plain(format!(
            "This word’s p is {}{same}: in order of size its rank is {}.",
            figures(ps[own]),
            if alike > 1 { format!("{} to {}", whole(before + 1), whole(before + alike)) } else { whole(before + 1) }
        )),
        plain(format!(
            "From that rank on, p × n / rank is smallest at rank {}, where p is {}.",
            whole(rank),
            figures(p)
        )),
    ];
    working
}

fn weight(selection: &Selection, measure: &Measure, target: usize, word: &Tested, row: &KeywordRow) -> Working {
    let index = selection.index();
    let articles = selection.on().len() as u32;
    let having = |term| index.counts(term).iter().filter(|count| **count > 0).count() as u32;
    let words = counted(index.article_terms(target));
    let square = |&(term, tf): &(u32, u32)| {
        let w = f64::from(tf) * idf(articles, having(term));
        w * w
    };
    let length = words.iter().map(square).sum::<f64>().sqrt();
    let case =
        Case::default().with("tf", row.frequency).with("n", articles).with("df", having(word.term)).with("L", length);
    if length == 0.0 {
        // An article without a word: its vector has no length, and every weight is 0 by definition.
        let mut working = told(Some(row.tf_idf));
        working.steps = vec![plain("The article has no word that is counted, so every weight in it is 0.")];
        return working;
    }
    worked(measure, &case, &[], Some(row.tf_idf))
}

/// The steps of the robustness of a word, in words.
fn robust(row: &KeywordRow) -> Working {
    let mut working = told(row.robust.map(|robust| f64::from(u8::from(robust))));
    working.steps = match row.robust {
        None => Vec::new(),
        Some(robust) => vec![plain(format!(
            "Its adjusted p is {}. {}",
            row.p_adjusted.map_or_else(|| "undefined".to_owned(), figures),
            if robust {
                "It stays significant, with the same sign, without any one article of the reference."
            } else {
                "It isn’t significant, or doesn’t stay so without one of the articles of the reference."
            }
        ))],
    };
    working
}
