//! The engine against slow recounts that share nothing with it but where words and sentences are.

use std::collections::{BTreeMap, BTreeSet};

use parallax::corpus::{Article, bundled};
use parallax::engine::Engine;
use parallax::protocol::*;
use parallax::text::{Normaliser, Span, is_stop_word, sentences, tokens};

use crate::questions::{frequency, keywords, pair, table};
use crate::{answer, corpus};

/// A word where it stands: its term, its place, the number of its sentence and of its passage.
#[derive(Clone, Debug)]
pub struct Word {
    pub term: String,
    pub span: Span,
    pub sentence: usize,
    pub passage: usize,
}

/// The counted words of an article: the passages between its furniture, sentence by sentence.
pub fn read(article: &Article) -> Vec<Word> {
    let options = WordOptions::default();
    let normaliser = Normaliser::new(options);
    let mut words = Vec::new();
    let mut sentence = 0;
    let mut start = 0;
    let ends = article.furniture.iter().map(|piece| (piece.span.start, piece.span.end));
    for (passage, (end, next)) in ends.chain([(article.text.len() as u32, 0)]).enumerate() {
        let text = &article.text[start as usize..end as usize];
        let tokens = tokens(text, &options);
        for bounds in sentences(text) {
            for token in tokens.iter().filter(|token| bounds.start <= token.start && token.start < bounds.end) {
                let span = Span::new(start + token.start, start + token.end);
                words.push(Word { term: normaliser.term(token.of(text), false), span, sentence, passage });
            }
            sentence += 1;
        }
        start = next;
    }
    words
}

fn hidden(term: &str) -> bool {
    is_stop_word(term)
}

type Counts = BTreeMap<String, Vec<u32>>;

/// Every n-gram within a sentence, with its frequency in each article.
fn ngrams(articles: &[Vec<Word>], n: usize) -> Counts {
    let mut counts = Counts::new();
    for (number, words) in articles.iter().enumerate() {
        for run in words.windows(n).filter(|run| run[0].sentence == run[n - 1].sentence) {
            let term = run.iter().map(|word| word.term.as_str()).collect::<Vec<_>>().join(" ");
            counts.entry(term).or_insert_with(|| vec![0; articles.len()])[number] += 1;
        }
    }
    counts
}

/// Corpora to recount: the bundled one, and small ones full of repeats.
fn corpora() -> Vec<Vec<Article>> {
    let dense = |seed: u64| {
        let mut state = seed;
        let words: Vec<String> = (0..260)
            .map(|at| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let word = ["harbour", "council", "the", "vote", "of", "mayor", "said"][(state >> 33) as usize % 7];
                if at % 9 == 8 { format!("{word}.\n") } else { format!("{word} ") }
            })
            .collect();
        words.concat()
    };
    let texts = [dense(1), dense(2), dense(3)];
    vec![bundled(), corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>())]
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn frequencies_and_dispersion() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let sizes: Vec<u32> = read.iter().map(|words| words.len() as u32).collect();
        let tokens: u32 = sizes.iter().sum();
        let mut engine = Engine::new(articles);
        for n in 1..=5 {
            let counts = ngrams(&read, n as usize);
            let query = FrequencyQuery { table: table(FrequencyColumn::Frequency, u32::MAX), ..frequency(n) };
            let report = answer!(engine, Frequency(query));
            assert_eq!((report.tokens, &report.article_tokens), (tokens, &sizes));
            assert_eq!(report.types as usize, counts.len());
            let once = counts.values().filter(|counts| counts.iter().sum::<u32>() == 1).count();
            assert_eq!(report.hapaxes as usize, once);
            let shown: Counts = counts
                .iter()
                .filter(|(term, _)| !term.split(' ').all(hidden))
                .map(|(t, c)| (t.clone(), c.clone()))
                .collect();
            let found: Counts = report.rows.iter().map(|row| (row.term.clone(), row.by_article.clone())).collect();
            assert_eq!(found, shown);
            for row in &report.rows {
                let sum: u32 = row.by_article.iter().sum();
                assert_eq!(row.frequency, sum);
                assert!(close(row.per_million, f64::from(sum) / f64::from(tokens) * 1e6));
                assert_eq!(row.range as usize, row.by_article.iter().filter(|&&count| count > 0).count());
                let shares = row.by_article.iter().zip(&sizes);
                let dp: f64 = shares
                    .map(|(&count, &size)| {
                        (f64::from(count) / f64::from(sum) - f64::from(size) / f64::from(tokens)).abs()
                    })
                    .sum();
                assert!(close(row.dp.unwrap(), dp / 2.0));
            }
            // The Zipf plot: by frequency, then by the alphabet, over all types.
            let mut ranked: Vec<(u32, &String)> =
                counts.iter().map(|(term, counts)| (counts.iter().sum(), term)).collect();
            let alphabetical =
                |term: &str| term.split(' ').map(|word| (word.to_lowercase(), word.to_owned())).collect::<Vec<_>>();
            ranked.sort_by_key(|&(frequency, term)| (std::cmp::Reverse(frequency), alphabetical(term)));
            for point in &report.zipf {
                let (frequency, term) = ranked[point.rank as usize - 1];
                assert_eq!((point.frequency, &point.term), (frequency, term));
            }
            let ranks: Vec<u32> = report.zipf.iter().map(|point| point.rank).collect();
            assert!(ranks.is_sorted_by(|a, b| a < b) && ranks.last().copied() == Some(report.types));
            assert_eq!(ranks[..ranks.len().min(100)], (1..=report.types.min(100)).collect::<Vec<_>>());
            for decade in [100, 1_000] {
                assert!(ranks.iter().filter(|&&rank| rank > decade && rank < 10 * decade).count() <= 60);
            }
        }
    }
}

#[test]
fn places() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let mut engine = Engine::new(articles);
        for n in [1, 2, 4] {
            for (term, counts) in ngrams(&read, n).into_iter().step_by(if n == 1 { 1 } else { 7 }) {
                let mut expected = Vec::new();
                for (number, words) in read.iter().enumerate() {
                    for (token, run) in words.windows(n).enumerate() {
                        let text: Vec<&str> = run.iter().map(|word| word.term.as_str()).collect();
                        if run[0].sentence == run[n - 1].sentence && text.join(" ") == term {
                            let span = Span::new(run[0].span.start, run[n - 1].span.end);
                            expected.push(Hit { article: number as u32, token: token as u32, span });
                        }
                    }
                }
                let query = DistributionQuery { terms: vec![term.clone()] };
                let found = answer!(engine, Distribution(query)).terms.remove(0);
                assert_eq!((found.row.term.as_str(), &found.hits), (term.as_str(), &expected));
                assert_eq!(found.row.by_article, counts);
                let evidence = answer!(engine, Evidence(EvidenceQuery { term: term.clone(), article: None }));
                let spans: Vec<(u32, Span)> = evidence.hits.iter().map(|hit| (hit.article, hit.span)).collect();
                assert_eq!(spans, expected.iter().map(|hit| (hit.article, hit.span)).collect::<Vec<_>>());
            }
        }
    }
}

/// G² over four cells by the textbook, with the sign of a/c - b/d.
fn g2(a: u32, b: u32, c: u32, d: u32) -> f64 {
    let [a, b, c, d] = [a, b, c, d].map(f64::from);
    let n = c + d;
    let cell = |o: f64, row: f64, column: f64| if o == 0.0 { 0.0 } else { o * (o * n / (row * column)).ln() };
    let sum = cell(a, a + b, c) + cell(b, a + b, d) + cell(c - a, n - a - b, c) + cell(d - b, n - a - b, d);
    2.0 * sum * (a / c - b / d).signum()
}

/// Benjamini and Hochberg by the definition: the least, over all p not below it, of p × m / rank. For each p, by its bits.
fn adjusted(ps: &[f64]) -> BTreeMap<u64, f64> {
    let different: BTreeSet<u64> = ps.iter().map(|p| p.to_bits()).collect();
    let rank = |p: f64| ps.iter().filter(|&&other| other <= p).count() as f64;
    let raised: Vec<(f64, f64)> = different
        .iter()
        .map(|&bits| (f64::from_bits(bits), f64::from_bits(bits) * ps.len() as f64 / rank(f64::from_bits(bits))))
        .collect();
    let least = |p: f64| raised.iter().filter(|it| it.0 >= p).map(|it| it.1).fold(1.0, f64::min);
    different.iter().map(|&bits| (bits, least(f64::from_bits(bits)))).collect()
}

#[test]
fn keyness_with_its_adjustment_and_leave_one_out() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let sizes: Vec<u32> = read.iter().map(|words| words.len() as u32).collect();
        let total: u32 = sizes.iter().sum();
        let counts = ngrams(&read, 1);
        let mut engine = Engine::new(articles);
        for minimum in [1, 2, 4] {
            let query =
                KeywordsQuery { kind: Kind::Both, table: table(KeywordColumn::G2, u32::MAX), ..keywords(minimum) };
            let report = answer!(engine, Keywords(query));
            for target in 0..read.len() {
                let (c, d) = (sizes[target], total - sizes[target]);
                let tested: Vec<(&String, u32, u32)> = counts
                    .iter()
                    .map(|(term, counts)| (term, counts[target], counts.iter().sum::<u32>() - counts[target]))
                    .filter(|&(_, a, b)| {
                        let less = f64::from(a) / f64::from(c) < f64::from(b) / f64::from(d);
                        (if less { b } else { a }) >= minimum
                    })
                    .collect();
                assert_eq!(report.panels[target].tested as usize, tested.len());
                let rows: BTreeMap<&str, &KeywordRow> = report
                    .rows
                    .iter()
                    .filter(|row| row.article == target as u32)
                    .map(|row| (row.term.as_str(), row))
                    .collect();
                assert_eq!(rows.len(), tested.iter().filter(|(term, ..)| !hidden(term)).count());
                // p itself is held to its reference vectors elsewhere; here it is taken from a shown word with the same counts.
                let p_of: BTreeMap<(u32, u32), f64> =
                    rows.values().map(|row| ((row.frequency, row.reference_frequency), row.p.unwrap())).collect();
                let ps: Vec<f64> = tested
                    .iter()
                    .map(|&(_, a, b)| {
                        p_of.get(&(a, b)).copied().unwrap_or_else(|| {
                            parallax::stats::distributions::chi_squared_survival(g2(a, b, c, d).abs())
                        })
                    })
                    .collect();
                let adjusted = adjusted(&ps);
                let significant = ps.iter().filter(|p| adjusted[&p.to_bits()] < 0.05).count();
                let bar = 0.05 * significant as f64 / ps.len() as f64;
                for (&(term, a, b), &p) in tested.iter().zip(&ps) {
                    let Some(row) = rows.get(term.as_str()) else { continue };
                    assert_eq!(
                        (row.frequency, row.reference_frequency, row.article_tokens, row.reference_tokens),
                        (a, b, c, d)
                    );
                    assert!((row.g2.unwrap() - g2(a, b, c, d)).abs() < 1e-8, "{term}");
                    assert!(close(row.p_adjusted.unwrap(), adjusted[&p.to_bits()]), "{term}");
                    // Every article of the reference left out in turn, not only those the engine looks at.
                    let robust = row.p_adjusted.unwrap() < 0.05
                        && (0..read.len()).filter(|&left| left != target).all(|left| {
                            let without = g2(a, b - counts[term][left], c, d - sizes[left]);
                            without.signum() == row.g2.unwrap().signum()
                                && parallax::stats::distributions::chi_squared_survival(without.abs()) < bar
                        });
                    assert_eq!(row.robust, Some(robust), "{term} in {target}");
                }
            }
        }
    }
}

#[test]
fn similarity() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let counts = ngrams(&read, 1);
        let n = read.len() as f64;
        let idf = |term: &str| {
            let df = counts[term].iter().filter(|&&count| count > 0).count() as f64;
            ((1.0 + n) / (1.0 + df)).ln() + 1.0
        };
        let weight = |term: &str, article: usize| f64::from(counts[term][article]) * idf(term);
        let length = |article: usize| counts.keys().map(|term| weight(term, article).powi(2)).sum::<f64>().sqrt();
        let types = |article: usize| -> BTreeSet<&String> {
            counts.iter().filter(|(_, counts)| counts[article] > 0).map(|(term, _)| term).collect()
        };
        let runs = ngrams(&read, 5);
        let mut engine = Engine::new(articles);
        let report = answer!(engine, Compare(CompareQuery { measure: Similarity::Cosine, ..CompareQuery::default() }));
        assert_eq!(report.pairs.len(), read.len() * (read.len() - 1) / 2);
        for row in &report.pairs {
            let (a, b) = (row.article_a as usize, row.article_b as usize);
            assert!(a < b);
            let product: f64 = counts.keys().map(|term| weight(term, a) * weight(term, b)).sum();
            assert!(close(row.cosine.unwrap(), product / (length(a) * length(b))));
            let both = types(a).intersection(&types(b)).count() as f64;
            assert!(close(row.jaccard.unwrap(), both / types(a).union(&types(b)).count() as f64));
            assert!(close(row.containment.unwrap(), both / types(a).len().min(types(b).len()) as f64));
            let shared = runs.values().filter(|counts| counts[a] > 0 && counts[b] > 0).count();
            assert_eq!(row.shared_5grams as usize, shared);
        }
        let rows = answer!(engine, Keywords(keywords(1))).rows;
        for row in rows {
            let article = row.article as usize;
            assert!(close(row.tf_idf, weight(&row.term, article) / length(article)));
        }
    }
}

/// Every run that both have and that can be lengthened at neither end, if one of its sides lies in no longer run.
fn passages(a: &[Word], b: &[Word], least: usize) -> BTreeSet<(Span, Span, u32)> {
    let same = |i: usize, j: usize| a[i].term == b[j].term;
    let follows = |words: &[Word], at: usize| at + 1 < words.len() && words[at].passage == words[at + 1].passage;
    let mut runs = Vec::new();
    for i in 0..a.len() {
        for j in 0..b.len() {
            let goes_back = i > 0 && j > 0 && follows(a, i - 1) && follows(b, j - 1) && same(i - 1, j - 1);
            if !same(i, j) || goes_back {
                continue;
            }
            let mut words = 1;
            while follows(a, i + words - 1) && follows(b, j + words - 1) && same(i + words, j + words) {
                words += 1;
            }
            runs.push((i, j, words));
        }
    }
    let longer = |start: usize, words: usize, side: fn(&(usize, usize, usize)) -> usize| {
        runs.iter().any(|run| run.2 > words && side(run) <= start && start + words <= side(run) + run.2)
    };
    runs.iter()
        .filter(|&&(i, j, words)| {
            words >= least
                && !(longer(i, words, |run| run.0) && longer(j, words, |run| run.1))
                && !a[i..i + words].iter().all(|word| hidden(&word.term))
        })
        .map(|&(i, j, words)| {
            let span = |side: &[Word], at: usize| Span::new(side[at].span.start, side[at + words - 1].span.end);
            (span(a, i), span(b, j), words as u32)
        })
        .collect()
}

#[test]
fn shared_passages_and_words() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let counts = ngrams(&read, 1);
        let mut engine = Engine::new(articles);
        for a in 0..read.len() {
            for b in (0..read.len()).filter(|&b| b != a) {
                for least in [3, 5] {
                    let report = answer!(engine, Pair(PairQuery { passage: least, ..pair(a as u32, b as u32) }));
                    let expected = passages(&read[a], &read[b], least as usize);
                    assert!(expected.len() < 1_000);
                    let found: Vec<(Span, Span, u32)> =
                        report.passages.iter().map(|passage| (passage.a, passage.b, passage.words)).collect();
                    assert!(found.is_sorted_by_key(|(a, b, _)| (a.start, b.start)));
                    assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), expected, "{a} {b} {least}");
                    let of = |wanted: fn(u32, u32) -> bool| -> BTreeSet<(String, Vec<u32>)> {
                        let shown =
                            counts.iter().filter(|(term, counts)| !hidden(term) && wanted(counts[a], counts[b]));
                        shown.map(|(term, counts)| (term.clone(), vec![counts[a], counts[b]])).collect()
                    };
                    let lists = [
                        (&report.shared, of(|a, b| a > 0 && b > 0)),
                        (&report.only_a, of(|a, b| a > 0 && b == 0)),
                        (&report.only_b, of(|a, b| a == 0 && b > 0)),
                    ];
                    for (list, expected) in lists {
                        assert!(list.is_sorted_by_key(|word| {
                            let smallest = word.counts.iter().filter(|&&count| count > 0).min().copied();
                            (std::cmp::Reverse(smallest), word.term.to_lowercase())
                        }));
                        assert_eq!(
                            list.iter().map(|word| (word.term.clone(), word.counts.clone())).collect::<BTreeSet<_>>(),
                            expected
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn the_matrix_is_ordered_by_contrast() {
    for articles in corpora() {
        let read: Vec<Vec<Word>> = articles.iter().map(read).collect();
        let sizes: Vec<f64> = read.iter().map(|words| words.len() as f64).collect();
        let total: f64 = sizes.iter().sum();
        let contrast = |counts: &[u32]| -> f64 {
            let word: f64 = counts.iter().map(|&count| f64::from(count)).sum();
            let cell = |o: f64, e: f64| if o == 0.0 { 0.0 } else { o * (o / e).ln() };
            let parts = counts.iter().zip(&sizes).map(|(&count, size)| {
                let count = f64::from(count);
                cell(count, word * size / total) + cell(size - count, (total - word) * size / total)
            });
            2.0 * parts.sum::<f64>()
        };
        let mut engine = Engine::new(articles);
        let query = MatrixQuery { order: MatrixOrder::Contrast, limit: u32::MAX, filter: String::new() };
        let report = answer!(engine, Matrix(query));
        assert_eq!(report.rows.len(), report.total as usize);
        assert!(report.rows.is_sorted_by(|a, b| contrast(&a.by_article) >= contrast(&b.by_article) - 1e-9));
    }
}
