//! p of the permutation test, worked out: each article's rate, the ways to choose the target group,
//! how many of them part the rates as far.

use super::{CountTable, MOST_ROWS, Working, plain, told};
use crate::analysis::finding::Piece;
use crate::analysis::keyness::{Keyness, Tested};
use crate::analysis::prose::{figures as whole, number, things};
use crate::analysis::selection::Selection;
use crate::stats::formula::figures::figures;
use crate::stats::permutation::{SEED, Shuffled, Shuffles};

/// A rate as it is to be read: per 1,000 words.
fn per_thousand(rate: f64) -> String {
    figures(rate * 1000.0)
}

pub(super) fn work(selection: &Selection, keyness: &Keyness, word: &Tested) -> Working {
    let Some((articles, shuffles, shuffled)) = keyness.shuffled(selection, word) else { return told(None) };
    let counts = selection.index().counts(word.term);
    let rates: Vec<f64> =
        articles.iter().map(|&position| f64::from(counts[position]) / f64::from(selection.size(position))).collect();
    let target: Vec<bool> = articles.iter().map(|at| keyness.sides().target.contains(at)).collect();
    let badge = |at: usize| Piece::Article(selection.on()[articles[at]]);
    let rows = (0..articles.len()).take(MOST_ROWS).map(|at| {
        let side = Piece::Text(if target[at] { " target" } else { " reference" }.to_owned());
        let counted = [counts[articles[at]], selection.size(articles[at])].map(whole);
        (vec![badge(at), side], counted.into_iter().chain([per_thousand(rates[at])]).collect())
    });
    let table = CountTable {
        heads: ["times", "tokens", "per 1,000"].map(plain).to_vec(),
        rows: rows.collect(),
        more: articles.len().saturating_sub(MOST_ROWS) as u32,
    };
    Working {
        table: Some(table),
        steps: steps(articles.len(), &target, shuffles, &shuffled),
        cases: ways(shuffles, &shuffled, &rates, badge),
        ..told(Some(shuffled.p))
    }
}

fn steps(articles: usize, target: &[bool], shuffles: &Shuffles, shuffled: &Shuffled) -> Vec<Vec<Piece>> {
    let inside = target.iter().filter(|is| **is).count();
    let (here, there) = shuffled.means;
    let (ways, as_much) = (shuffles.ways() as u32, shuffled.as_much as u32);
    let means = format!(
        "The mean rate in the target is {}, in the reference {}: they differ by {} per 1,000.",
        per_thousand(here),
        per_thousand(there),
        per_thousand((here - there).abs())
    );
    let chosen = if inside == 1 {
        format!("one of the {} articles as the target", number(articles as u32))
    } else {
        format!("{} of the {} articles as the target", number(inside as u32), number(articles as u32))
    };
    let tried = if shuffles.is_exact() {
        format!("There are {} to choose {chosen}; every one is tried.", things(ways, "way", "ways"))
    } else {
        format!(
            "There are more than 10,000 ways to choose {chosen}: {} of them are drawn at random, from the fixed seed {SEED}.",
            whole(ways)
        )
    };
    let extreme = format!(
        "In {} of these {} the two mean rates differ at least as much as they do here.",
        whole(as_much),
        whole(ways)
    );
    let p = if shuffles.is_exact() {
        format!("p = {} / {} = {}.", whole(as_much), whole(ways), figures(shuffled.p))
    } else {
        format!(
            "p = (1 + {}) / (1 + {}) = {}; the groups as they are count as one way more, so that p is never 0.",
            whole(as_much),
            whole(ways),
            figures(shuffled.p)
        )
    };
    [means, tried, extreme, p].into_iter().map(plain).collect()
}

/// What becomes of the rates in each way, where the ways are few enough to be read.
fn ways(shuffles: &Shuffles, shuffled: &Shuffled, rates: &[f64], badge: impl Fn(usize) -> Piece) -> Option<CountTable> {
    if !shuffles.is_exact() || shuffles.ways() > MOST_ROWS {
        return None;
    }
    let mean = |of: Vec<f64>| of.iter().sum::<f64>() / of.len() as f64;
    let row = |way: usize| {
        let inside = shuffles.way(way);
        let rates_where = |is: bool| {
            (0..rates.len()).filter(|at| inside.contains(at) == is).map(|at| rates[at]).collect::<Vec<f64>>()
        };
        let difference = shuffled.differences[way];
        let numbers = vec![
            per_thousand(mean(rates_where(true))),
            per_thousand(mean(rates_where(false))),
            per_thousand(difference),
            if difference >= shuffled.bar { "yes" } else { "no" }.to_owned(),
        ];
        (inside.into_iter().map(&badge).collect(), numbers)
    };
    Some(CountTable {
        heads: ["mean in the target", "mean outside", "difference", "as much?"].map(plain).to_vec(),
        rows: (0..shuffles.ways()).map(row).collect(),
        more: 0,
    })
}
