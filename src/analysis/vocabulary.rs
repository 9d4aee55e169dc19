//! What kind of vocabulary is it? Zipf's law, growth, and how many words occur once, twice and so on.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::error::QueryError;
use super::selection::Selection;
use crate::sorting::ascending;
use crate::stats::vocabulary::{
    HeapsFit, ZipfFit, expected_types, heaps_fit, jackknife_error, spectrum as spectrum_of, zipf_fit,
};

/// Which vocabulary is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VocabularyQuery {
    /// Length of the n-grams in words, 1 to 5.
    pub n: u32,
    /// Whether growth follows the texts from their first word on, the corpus article by article; not:
    /// the mean over all orders that the words could stand in.
    pub running: bool,
}

/// A point of a curve of growth.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct GrowthPoint {
    /// Words (or n-grams) so far.
    pub tokens: u32,
    /// Different ones among them; a mean where the order is open.
    pub types: f64,
}

/// The vocabulary of an article, or of all together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TextVocabulary {
    /// The article's number; `None`: all that are on.
    pub article: Option<u32>,
    /// Words (or n-grams).
    pub tokens: u32,
    /// Different ones.
    pub types: u32,
    /// Those that occur once.
    pub hapaxes: u32,
    /// Zipf's law; `None` with fewer than two types.
    pub zipf: Option<ZipfFit>,
    /// Heaps' law for the curve; `None` for fewer than [`SHORTEST`] tokens.
    pub heaps: Option<HeapsFit>,
    /// Standard error of its exponent, by the jackknife.
    pub beta_error: Option<f64>,
    /// Whether the jackknife left out an article at a time, not a tenth of the text.
    pub by_article: bool,
    /// Growth, at each hundredth of the text; at each token of one shorter than that.
    pub curve: Vec<GrowthPoint>,
}

/// How many types have one frequency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SpectrumRow {
    /// The frequency, over all articles that are on.
    pub frequency: u32,
    /// How many types have it.
    pub types: u32,
    /// How many of them the settings hide as stop words.
    pub hidden: u32,
    /// The first few of the others, by the alphabet.
    pub examples: Vec<String>,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VocabularyReport {
    /// All articles together, then each that is drawn, in corpus order.
    pub texts: Vec<TextVocabulary>,
    /// The frequency spectrum, ascending by frequency.
    pub spectrum: Vec<SpectrumRow>,
}

/// A word (or n-gram) by its rank.
#[derive(Clone, Debug, PartialEq)]
pub struct Rank {
    /// From 1; ties by the alphabet.
    pub rank: u32,
    /// Frequency.
    pub frequency: u32,
    /// The word or n-gram.
    pub term: String,
}

/// Fewest tokens that Heaps' law is fitted to.
pub const SHORTEST: u32 = 100;
/// Points of a curve.
const POINTS: u32 = 100;
/// Parts of an article, one of which at a time the jackknife leaves out.
const PARTS: usize = 10;
/// Words named for each frequency.
const EXAMPLES: usize = 5;

/// The vocabulary of one text, with what its laws were fitted to.
pub(super) struct Fitted {
    /// As the report has it.
    pub text: TextVocabulary,
    /// Frequencies, the largest first.
    pub frequencies: Vec<u32>,
    /// The exponent of Heaps' law without each part.
    pub left_out: Option<Vec<f64>>,
    /// Where the parts are articles: their positions.
    pub parts: Vec<usize>,
}

/// The vocabulary of an article, or of all that are on, to be worked out.
///
/// # Errors
/// As [`vocabulary`]; and when the article is unknown or off.
pub(super) fn fitted(
    selection: &Selection,
    query: &VocabularyQuery,
    article: Option<u32>,
) -> Result<Fitted, QueryError> {
    let n = length(query)?;
    selection.not_empty()?;
    if let Some(article) = article {
        let own = sequence(selection, n, selection.position(article)?);
        let (own, kinds) = renumbered(&own, &mut vec![u32::MAX; selection.ngrams(n).len()]);
        return Ok(fit(Some(article), &own, kinds, &tenths(own.len()), query.running));
    }
    let sequences: Vec<Vec<u32>> = (0..selection.on().len()).map(|at| sequence(selection, n, at)).collect();
    let whole = sequences.concat();
    let (articles, parts) = parts(&sequences);
    let kinds = selection.ngrams(n).len();
    let by_article = parts.len() > 2;
    let parts = if by_article { parts } else { tenths(whole.len()) };
    let fitted = fit(None, &whole, kinds, &parts, query.running);
    Ok(Fitted { text: TextVocabulary { by_article, ..fitted.text }, parts: articles, ..fitted })
}

/// The articles that have a word, and where each stands in all of them one after another.
fn parts(sequences: &[Vec<u32>]) -> (Vec<usize>, Vec<Range<usize>>) {
    let mut start = 0;
    let each = sequences.iter().enumerate().map(|(position, sequence)| {
        let part = start..start + sequence.len();
        start = part.end;
        (position, part)
    });
    each.filter(|(_, part)| !part.is_empty()).unzip()
}

/// Describes the vocabulary of all articles that are on, and of each.
///
/// # Errors
/// When nothing is counted, or `n` is out of its range.
pub fn vocabulary(selection: &Selection, query: &VocabularyQuery) -> Result<VocabularyReport, QueryError> {
    let n = length(query)?;
    selection.not_empty()?;
    let sequences: Vec<Vec<u32>> = (0..selection.on().len()).map(|at| sequence(selection, n, at)).collect();
    let kinds = selection.ngrams(n).len();
    let whole = sequences.concat();
    let (_, articles) = parts(&sequences);
    let mut texts = vec![if articles.len() > 2 {
        TextVocabulary { by_article: true, ..text(None, &whole, kinds, &articles, query.running) }
    } else {
        text(None, &whole, kinds, &tenths(whole.len()), query.running)
    }];
    drop(whole);
    let mut numbers = vec![u32::MAX; kinds];
    for &position in selection.drawn().articles() {
        let (article, sequence) = (selection.on()[position], &sequences[position]);
        let (own, kinds) = renumbered(sequence, &mut numbers);
        texts.push(text(Some(article), &own, kinds, &tenths(own.len()), query.running));
    }
    Ok(VocabularyReport { texts, spectrum: spectrum(selection, n) })
}

/// Every word or n-gram by its rank.
///
/// # Errors
/// As [`vocabulary`].
pub fn ranks(selection: &Selection, query: &VocabularyQuery) -> Result<Vec<Rank>, QueryError> {
    let n = length(query)?;
    selection.not_empty()?;
    let ngrams = selection.ngrams(n);
    let ranked = super::frequency::by_frequency(selection, n);
    let rank = |(rank, number): (u32, usize)| Rank {
        rank,
        frequency: ngrams.frequency(number),
        term: selection.text(ngrams.terms(number)),
    };
    Ok((1..).zip(ranked).map(rank).collect())
}

fn length(query: &VocabularyQuery) -> Result<u32, QueryError> {
    QueryError::in_range("The length of the n-grams", query.n, 1..=5, "from 1 to 5 words")
}

/// The article's n-grams by their numbers, in running order.
fn sequence(selection: &Selection, n: u32, position: usize) -> Vec<u32> {
    let index = selection.index();
    let terms = index.article_terms(position);
    if n == 1 {
        return terms.to_vec();
    }
    let ngrams = selection.ngrams(n);
    let starts = index.sentence_starts(position);
    let ends = starts.iter().skip(1).map(|&start| start as usize).chain([terms.len()]);
    let sentences = starts.iter().zip(ends).filter_map(|(&start, end)| terms.get(start as usize..end));
    sentences
        .flat_map(|sentence| sentence.windows(n as usize))
        .filter_map(|run| Some(ngrams.find(run)? as u32))
        .collect()
}

/// The sequence with its numbers made dense, from 0, and how many there are. `numbers` is left as it was.
fn renumbered(sequence: &[u32], numbers: &mut [u32]) -> (Vec<u32>, usize) {
    let mut kinds = 0;
    let mut own = Vec::with_capacity(sequence.len());
    for &item in sequence {
        let number = &mut numbers[item as usize];
        if *number == u32::MAX {
            *number = kinds;
            kinds += 1;
        }
        own.push(*number);
    }
    for &item in sequence {
        numbers[item as usize] = u32::MAX;
    }
    (own, kinds as usize)
}

/// The tenths of so many tokens.
fn tenths(tokens: usize) -> Vec<Range<usize>> {
    (0..PARTS).map(|part| tokens * part / PARTS..tokens * (part + 1) / PARTS).collect()
}

/// The vocabulary of a sequence of numbers below `kinds`, whose parts the jackknife leaves out.
fn text(article: Option<u32>, sequence: &[u32], kinds: usize, parts: &[Range<usize>], running: bool) -> TextVocabulary {
    fit(article, sequence, kinds, parts, running).text
}

fn fit(article: Option<u32>, sequence: &[u32], kinds: usize, parts: &[Range<usize>], running: bool) -> Fitted {
    let tally = tally(sequence, kinds);
    let mut frequencies: Vec<u32> = tally.iter().copied().filter(|&frequency| frequency > 0).collect();
    frequencies = ascending(&frequencies);
    let hapaxes = frequencies.iter().take_while(|&&frequency| frequency == 1).count() as u32;
    frequencies.reverse();
    let tokens = sequence.len() as u32;
    let curve = if running { read(sequence.iter(), tokens, kinds) } else { drawn(&frequencies, tokens) };
    let fit =
        |curve: &[GrowthPoint]| heaps_fit(&curve.iter().map(|point| (point.tokens, point.types)).collect::<Vec<_>>());
    let heaps = fit(&curve).filter(|_| tokens >= SHORTEST);
    // How many types have each frequency.
    let mut spread = vec![0_u32; frequencies.first().map_or(0, |most| *most as usize + 1)];
    for &frequency in &frequencies {
        spread[frequency as usize] += 1;
    }
    let without = |part: &Range<usize>| {
        let (before, after) = (&sequence[..part.start], &sequence[part.end..]);
        let rest = (before.len() + after.len()) as u32;
        let curve = if running {
            read(before.iter().chain(after), rest, kinds)
        } else {
            let mut left = spread.clone();
            for same in ascending(&sequence[part.clone()]).chunk_by(|a, b| a == b) {
                let frequency = tally[same[0] as usize] as usize;
                left[frequency] -= 1;
                left[frequency - same.len()] += 1;
            }
            let spectrum = (1..).zip(&left[1..]).filter(|(_, types)| **types > 0).map(|(at, types)| (at, *types));
            drawn_of(&spectrum.collect::<Vec<_>>(), rest)
        };
        fit(&curve).map(|fit| fit.beta)
    };
    let betas: Option<Vec<f64>> = heaps.and_then(|_| parts.iter().map(without).collect());
    let text = TextVocabulary {
        article,
        tokens,
        types: frequencies.len() as u32,
        hapaxes,
        zipf: zipf_fit(&frequencies),
        heaps,
        beta_error: betas.as_deref().and_then(jackknife_error),
        by_article: false,
        curve,
    };
    Fitted { text, frequencies, left_out: betas, parts: Vec::new() }
}

fn tally(sequence: &[u32], kinds: usize) -> Vec<u32> {
    let mut tally = vec![0; kinds];
    for &item in sequence {
        tally[item as usize] += 1;
    }
    tally
}

/// At which of so many tokens a curve has its points.
fn steps(tokens: u32) -> impl Iterator<Item = u32> {
    let points = tokens.min(POINTS);
    (1..=points).map(move |point| (u64::from(tokens) * u64::from(point) / u64::from(points)) as u32)
}

/// Growth in running order.
fn read<'t>(sequence: impl Iterator<Item = &'t u32>, tokens: u32, kinds: usize) -> Vec<GrowthPoint> {
    let (mut seen, mut types) = (vec![false; kinds], 0_u32);
    let mut next = steps(tokens).peekable();
    let mut curve = Vec::new();
    for (so_far, &item) in (1..).zip(sequence) {
        types += u32::from(!std::mem::replace(&mut seen[item as usize], true));
        if next.next_if_eq(&so_far).is_some() {
            curve.push(GrowthPoint { tokens: so_far, types: types.into() });
        }
    }
    curve
}

/// Growth in any order.
fn drawn(frequencies: &[u32], tokens: u32) -> Vec<GrowthPoint> {
    drawn_of(&spectrum_of(frequencies), tokens)
}

/// The same, of a spectrum.
fn drawn_of(spectrum: &[(u32, u32)], tokens: u32) -> Vec<GrowthPoint> {
    steps(tokens)
        .filter_map(|draws| Some(GrowthPoint { tokens: draws, types: expected_types(spectrum, draws)? }))
        .collect()
}

/// The spectrum of all articles that are on.
fn spectrum(selection: &Selection, n: u32) -> Vec<SpectrumRow> {
    let ngrams = selection.ngrams(n);
    let mut rows: Vec<SpectrumRow> = Vec::new();
    for number in super::frequency::by_frequency(selection, n) {
        let frequency = ngrams.frequency(number);
        if rows.last().is_none_or(|row| row.frequency != frequency) {
            rows.push(SpectrumRow { frequency, types: 0, hidden: 0, examples: Vec::new() });
        }
        let Some(row) = rows.last_mut() else { continue };
        row.types += 1;
        if selection.are_hidden(ngrams.terms(number)) {
            row.hidden += 1;
        } else if row.examples.len() < EXAMPLES {
            row.examples.push(selection.text(ngrams.terms(number)));
        }
    }
    rows.reverse();
    rows
}
