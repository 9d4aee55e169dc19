//! Numbers of a word that no formula gives at one go: Fisher's p, added up table by table; the
//! conservative log ratio, from exact limits; p adjusted by rank.

use super::{CountTable, MOST_ROWS, Working, plain, told, worked};
use crate::analysis::comparison::Correction;
use crate::analysis::keyness::{Keyness, Tested};
use crate::analysis::prose::{capital, figures as whole, things};
use crate::stats::Measure;
use crate::stats::association::TwoByTwo;
use crate::stats::distributions::{clopper_pearson_log_odds, fisher_tables};
use crate::stats::elementary::exp;
use crate::stats::formula::Case;
use crate::stats::formula::figures::figures;
use crate::stats::multiplicity::{benjamini_hochberg_rank, holm_rank};

/// More tables than this are not added up one by one.
const MOST_TABLES: usize = 5_000;

/// Fisher's p: the probability of each table with the same totals, and which of them are added up.
pub(super) fn fisher(measure: &Measure, [a, b, c, d]: [u32; 4]) -> Working {
    let Some(table) = TwoByTwo::new(a, b, c, d) else { return told(None) };
    let p = table.fisher_p();
    let n = u64::from(a) + u64::from(b);
    let dealt = format!(
        "All totals are taken as given: {} among {} tokens, {} of them the target’s. If chance alone dealt the word out, x of its occurrences would fall into the target with probability P(x) = C(c, x) · C(d, n − x) / C(c + d, n), where n = a + b = {} and C counts the ways to choose.",
        things(a + b, "occurrence", "occurrences"),
        figures(f64::from(c) + f64::from(d)),
        whole(c),
        figures(n as f64)
    );
    let tables = fisher_tables(a, b, c, d, MOST_TABLES);
    let Some(tables) = tables else {
        let many = format!(
            "There are more than {} such tables: those that are no likelier than the one observed are added up from it outwards, on both sides, until nothing is added any more.",
            whole(MOST_TABLES as u32)
        );
        return Working { steps: vec![plain(dealt), plain(many)], ..told(Some(p)) };
    };
    let observed = tables.iter().find(|table| table.x == u64::from(a)).map_or(0.0, |table| table.p);
    let mut added: Vec<f64> = tables.iter().filter(|table| table.is_added).map(|table| table.p).collect();
    added.sort_by(|x, y| y.total_cmp(x));
    let steps = vec![
        plain(dealt),
        plain(format!("The table as it is, x = a = {}, has P = {}.", whole(a), figures(observed))),
        plain(format!(
            "Of the {} that have these totals {} no likelier than that; their probabilities are added up. (Below, each x with its P.)",
            things(tables.len() as u32, "table", "tables"),
            things(added.len() as u32, "is", "are")
        )),
    ];
    // All where they are few; else those that add most.
    let all = tables.len() <= MOST_ROWS;
    let mut shown: Vec<_> = tables.iter().filter(|table| all || table.is_added).collect();
    if !all {
        shown.sort_by(|x, y| y.p.total_cmp(&x.p));
    }
    let row = |table: &&crate::stats::distributions::FisherTable| {
        let is = if table.is_added { "yes" } else { "no" };
        let observed = if table.x == u64::from(a) { ", as it is" } else { "" };
        (
            plain(["x = ", &figures(table.x as f64), observed].concat()),
            vec![figures((n - table.x) as f64), figures(table.p), is.to_owned()],
        )
    };
    let cases = CountTable {
        heads: ["n − x", "P(x)", "added?"].map(plain).to_vec(),
        rows: shown.iter().take(MOST_ROWS).map(row).collect(),
        more: shown.len().saturating_sub(MOST_ROWS) as u32,
    };
    let case = Case::default().with_column("tables", "P", added);
    Working { steps, cases: Some(cases), ..worked(measure, &case, &[], Some(p)) }
}

/// The conservative log ratio: the exact limits of the share, and what ratio of rates they are.
pub(super) fn conservative([a, b, c, d]: [u32; 4]) -> Working {
    let table = TwoByTwo::new(a, b, c, d);
    let value = table.and_then(TwoByTwo::conservative_log_ratio);
    let n = u64::from(a) + u64::from(b);
    let limits = clopper_pearson_log_odds(u64::from(a), n, 0.05);
    let ends = table.and_then(TwoByTwo::exact_log_ratio_interval);
    let (Some(value), Some(limits), Some(ends)) = (value, limits, ends) else { return told(None) };
    let share = |log_odds: f64| 1.0 / (1.0 + exp(-log_odds));
    let ratio = f64::from(d) / f64::from(c);
    let mut steps = vec![plain(format!(
        "Of the word’s {} {} in the target: a share of {}.",
        things(a + b, "occurrence", "occurrences"),
        things(a, "is", "are"),
        figures(f64::from(a) / n as f64)
    ))];
    let end = |name: &str, than: &str, log_odds: f64, log_ratio: f64| {
        let x = share(log_odds);
        plain(format!(
            "The {name} limit of the true share is {}: were it that, {} or {than} of {} would come about in 2.5 % of cases (Clopper and Pearson; found by iteration). As a log ratio that is log₂(d / c · x / (1 − x)) = log₂({} · {} / {}) = {}.",
            figures(x),
            whole(a),
            figures(n as f64),
            figures(ratio),
            figures(x),
            figures(share(-log_odds)),
            figures(log_ratio)
        ))
    };
    steps.push(if a == 0 {
        plain("None is in the target: the share has no lower limit but 0, and the log ratio none at all.")
    } else {
        end("lower", "more", limits.0, ends.0)
    });
    steps.push(if b == 0 {
        plain("All are in the target: the share has no upper limit but 1, and the log ratio none at all.")
    } else {
        end("upper", "fewer", limits.1, ends.1)
    });
    steps.push(plain(if value == 0.0 {
        "The interval holds 0: the counts allow for no difference, and the conservative log ratio is 0.".to_owned()
    } else {
        format!("The interval leaves 0 out; its end nearer to 0 is {}.", figures(value))
    }));
    Working { steps, ..told(Some(value)) }
}

/// p adjusted: the rank at which its value is found.
pub(super) fn adjusted(measure: &Measure, keyness: &Keyness, word: &Tested, correction: Correction) -> Working {
    let with_p: Vec<Tested> = keyness.tested().filter(|other| other.p.is_some()).collect();
    let ps: Vec<f64> = with_p.iter().filter_map(|other| other.p).collect();
    let Some(own) = with_p.iter().position(|other| other.term == word.term) else { return told(None) };
    let value = correction.adjust(&ps).get(own).copied();
    let tested = capital(&things(ps.len() as u32, "word was tested", "words were tested"));
    let n = Case::default().with("n", ps.len() as f64);
    let found = match correction {
        Correction::BenjaminiHochberg => benjamini_hochberg_rank(&ps, own),
        Correction::Holm => holm_rank(&ps, own),
        Correction::Bonferroni => {
            let mut working = worked(measure, &n.with("p", ps[own]), &[], value);
            working.steps =
                vec![plain(format!("{tested}, each with a p of its own; this word’s is {}.", figures(ps[own])))];
            return working;
        }
    };
    let Some((rank, p)) = found else { return told(None) };
    let before = ps.iter().filter(|other| other.total_cmp(&ps[own]).is_lt()).count() as u32;
    let alike = ps.iter().filter(|other| other.total_cmp(&ps[own]).is_eq()).count() as u32;
    let mut working = worked(measure, &n.with("m", rank).with("p_m", p), &[], value);
    let same = if alike > 1 {
        format!(", which it shares with {}", things(alike - 1, "other", "others"))
    } else {
        String::new()
    };
    let fewer = if before == 0 { "none is".to_owned() } else { things(before, "is", "are") };
    let extreme = match correction {
        Correction::Holm => "Up to that rank, p × (n − rank + 1) is largest",
        _ => "From that rank on, p × n / rank is smallest",
    };
    working.steps = vec![
        plain(format!("{tested}, each with a p of its own; {fewer} smaller than this word’s.")),
        plain(format!(
            "This word’s p is {}{same}: in order of size its rank is {}.",
            figures(ps[own]),
            if alike > 1 { format!("{} to {}", whole(before + 1), whole(before + alike)) } else { whole(before + 1) }
        )),
        plain(format!("{extreme} at rank {}, where p is {}.", whole(rank), figures(p))),
    ];
    working
}
