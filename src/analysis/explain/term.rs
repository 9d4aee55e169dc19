//! Frequency and dispersion of a word or n-gram, worked out from its counts in the articles.

use super::{Working, article_table, plain, prose, told, worked};
use crate::analysis::error::QueryError;
use crate::analysis::finding::Piece;
use crate::analysis::frequency::FrequencyRow;
use crate::analysis::lookup::look_up;
use crate::analysis::selection::Selection;
use crate::stats::Measure;
use crate::stats::association::g2_over_parts;
use crate::stats::formula::Case;

pub(super) fn work(
    selection: &Selection,
    measure: &Measure,
    term: &str,
    article: Option<u32>,
) -> Result<Option<Working>, QueryError> {
    let only = article.map(|article| selection.members(article)).transpose()?;
    let found = look_up(selection, term)?;
    let sizes = selection.sizes();
    let counts = found.terms.as_deref().map_or_else(|| vec![0; sizes.len()], |terms| counts(selection, terms));
    let row = FrequencyRow::of(selection, found.text.clone(), counts.clone(), Vec::new());
    let title = prose(|out| {
        out.term(&found.text, article);
        match article {
            Some(article) => out.text(" in ").article(article),
            None => out.text(" in all articles that are on"),
        };
    });
    // Dispersion leaves out parts without a token.
    let parts: Vec<usize> = (0..sizes.len()).filter(|&position| sizes[position] > 0).collect();
    let labels: Vec<Vec<Piece>> =
        parts.iter().map(|&position| vec![Piece::Article(selection.on()[position])]).collect();
    let total: u64 = counts.iter().copied().map(u64::from).sum();
    let case = Case::default()
        .with_column("articles", "v", parts.iter().map(|&position| counts[position]))
        .with_column("articles", "s", parts.iter().map(|&position| sizes[position]))
        .with("n", parts.len() as f64)
        .with("f", total as f64)
        .with("N", selection.tokens())
        .with("s_min", parts.iter().map(|&position| sizes[position]).min().unwrap_or(0));
    let spread = |value| worked(measure, &case, &labels, value);
    let mut working = match measure.key {
        "frequency" => told(Some(f64::from(
            only.as_ref().map_or(row.frequency, |of| of.iter().map(|&position| counts[position]).sum()),
        ))),
        "per-million" if only.is_none() => spread(Some(row.per_million)),
        "range" => spread(Some(f64::from(row.range))),
        "dp" => spread(row.dp),
        "dp-norm" => spread(row.dp_norm),
        "juilland-d" => spread(row.juilland_d),
        "contrast" => contrast(selection, measure, &counts),
        _ => return Ok(None),
    };
    working.title = title;
    working.table = Some(match measure.key {
        "contrast" if selection.units().are_groups() => {
            let (counts, sizes) = (selection.units().sum(counts.clone()), selection.unit_sizes());
            super::unit_table(selection, &["v: times", "s: tokens"], |place| {
                vec![f64::from(counts[place]), f64::from(sizes[place])]
            })
        }
        _ => article_table(selection, &["v: times", "s: tokens"], |position| {
            vec![f64::from(counts[position]), f64::from(sizes[position])]
        }),
    });
    if measure.key == "frequency" {
        working.steps = vec![plain(match &only {
            Some(of) if of.len() > 1 => "Counted: its places in each article of the group, added up.",
            Some(_) => "Counted: its places in that article.",
            None => "Counted: its places in each article, added up.",
        })];
    }
    if working.value.is_none() {
        working.undefined = if parts.len() < 2 {
            "Dispersion takes two articles with words: a single part is neither even nor uneven.".to_owned()
        } else {
            "It doesn’t occur in the articles that are on, so there is nothing to be spread.".to_owned()
        };
    }
    Ok(Some(working))
}

/// G² over the units: of each article, or of each group.
fn contrast(selection: &Selection, measure: &Measure, by_article: &[u32]) -> Working {
    let (counts, sizes) = (selection.units().sum(by_article.to_vec()), selection.unit_sizes());
    let parts: Vec<usize> = (0..sizes.len()).filter(|&place| sizes[place] > 0).collect();
    let labels: Vec<Vec<Piece>> =
        parts.iter().map(|&place| vec![Piece::Article(selection.units().numbers()[place])]).collect();
    let case = Case::default()
        .with_column("articles", "v", parts.iter().map(|&place| counts[place]))
        .with_column("articles", "s", parts.iter().map(|&place| sizes[place]))
        .with("n", parts.len() as f64)
        .with("f", f64::from(counts.iter().sum::<u32>()))
        .with("N", selection.tokens());
    worked(measure, &case, &labels, g2_over_parts(&counts, &sizes))
}

/// How often each article has the words in a row.
fn counts(selection: &Selection, terms: &[u32]) -> Vec<u32> {
    if let [term] = *terms {
        return selection.index().counts(term);
    }
    let mut counts = vec![0; selection.on().len()];
    for (position, _) in selection.index().ngram_places(terms) {
        counts[position as usize] += 1;
    }
    counts
}
