//! Numbers of an article's style, worked out from its words and from what lists and rules find in it.

use super::{CountTable, MOST_ROWS, Working, plain, told, worked};
use crate::analysis::finding::Piece;
use crate::analysis::prose::{capital, figures as whole, things};
use crate::analysis::selection::Selection;
use crate::analysis::style::measured::{Measured, Undefined};
use crate::analysis::style::names::WordCount;
use crate::analysis::style::spelling::Variety;
use crate::analysis::style::{
    ArticleStyle, HDD_DRAWS, MATTR_WINDOW, MTLD_THRESHOLD, StyleLists, StyleQuery, StyleReport, ratings, whole as style,
};
use crate::stats::formula::Case;
use crate::stats::formula::figures::{figures, finer};
use crate::stats::{Measure, diversity};

/// The measures of an article's style that are worked out, by their keys.
pub(super) const MEASURES: [&str; 28] = [
    "hapaxes",
    "ttr",
    "root-ttr",
    "mattr",
    "mtld",
    "hd-d",
    "yule-k",
    "sentence-length",
    "word-length",
    "syllables",
    "flesch-reading-ease",
    "flesch-kincaid",
    "gunning-fog",
    "smog",
    "coleman-liau",
    "ari",
    "passives",
    "hedges",
    "tone",
    "word-length.letters",
    "syllables.long",
    "varieties.british",
    "varieties.american",
    "passives.count",
    "hedges.count",
    "tone.positive",
    "tone.negative",
    "tone.negated",
];

/// More windows than this are not written out.
const MOST_WINDOWS: usize = 5000;

pub(super) fn work(
    selection: &Selection,
    measure: &Measure,
    part: &str,
    position: usize,
    lists: StyleLists,
) -> Option<Working> {
    let report = style(selection, &StyleQuery::default(), lists).ok()?;
    let article = report.articles.get(position)?;
    if !part.is_empty() {
        return count(&report, article, [measure.key, part], position);
    }
    let terms = selection.index().article_terms(position);
    let sizes = sizes(article);
    let measured = |value: Measured, case: &Case| undefined(worked(measure, case, &[], value.value()), value);
    Some(match measure.key {
        "hapaxes" => told_in(
            f64::from(article.hapaxes),
            format!(
                "Of {} different words, {} in this article only once.",
                whole(article.types),
                stand(article.hapaxes)
            ),
        ),
        "ttr" => measured(article.ttr, &sizes),
        "root-ttr" => measured(article.root_ttr, &sizes),
        "yule-k" => measured(article.yule_k, &sizes.with_column("types", "f", frequencies(terms))),
        "mattr" if terms.len() > MOST_WINDOWS => {
            let said = format!(
                "The mean TTR of every stretch of {MATTR_WINDOW} words: there are {} of them.",
                whole((terms.len() - MATTR_WINDOW + 1) as u32)
            );
            Working { steps: vec![plain(said)], ..told(article.mattr.value()) }
        }
        "mattr" => {
            let windows = different_in_windows(terms);
            let case = Case::default()
                .with("w", MATTR_WINDOW as f64)
                .with("n", windows.len() as f64)
                .with_column("windows", "V_w", windows);
            measured(article.mattr, &case)
        }
        "hd-d" => {
            let tokens = terms.len() as u32;
            let undrawn = frequencies(terms)
                .into_iter()
                .map(|f| if tokens < HDD_DRAWS { 0.0 } else { diversity::chance_of_none(f, HDD_DRAWS, tokens) });
            measured(article.hdd, &Case::default().with_column("types", "q", undrawn))
        }
        "mtld" => mtld(article, terms),
        "sentence-length" => measured(article.sentence_length, &sizes),
        "word-length" => measured(article.word_length, &sizes),
        "syllables" => {
            let (Some(syllables), Some(long)) = (article.syllables, article.polysyllables) else {
                return Some(undefined(told(None), Measured::Undefined(article.uncounted())));
            };
            let said = format!(
                "Its {} have {} in all; {} of them have three or more.",
                things(article.tokens, "word", "words"),
                things(syllables, "syllable", "syllables"),
                whole(long)
            );
            told_in(f64::from(syllables), said)
        }
        "flesch-reading-ease" => measured(article.flesch, &sizes),
        "flesch-kincaid" => measured(article.flesch_kincaid, &sizes),
        "gunning-fog" => measured(article.fog, &sizes),
        "smog" => measured(article.smog, &sizes),
        "coleman-liau" => measured(article.coleman_liau, &sizes),
        "ari" => measured(article.ari, &sizes),
        "passives" => {
            let case = Case::default().with("P", article.passive_sentences.unwrap_or(0)).with("S", article.sentences);
            measured(article.passive_share, &case)
        }
        "hedges" => {
            let case = Case::default().with("H", article.hedges.unwrap_or(0)).with("N", article.tokens);
            measured(article.hedge_rate, &case)
        }
        "tone" => {
            let ratings = lists.tone.map_or_else(Vec::new, |list| ratings(selection, position, list));
            let case = Case::default().with("n", ratings.len() as f64).with_column("rated words", "r", ratings);
            let mut working = measured(article.tone, &case);
            if let (Some(positive), Some(negative), Some(negated), Some(sum)) =
                (article.positive, article.negative, article.negated, article.rating_sum)
            {
                working.steps = vec![plain(format!(
                    "{} rated pleasant, {} unpleasant; {} under a negation, which count as neither.",
                    things(positive, "word is", "words are"),
                    whole(negative),
                    whole(negated)
                ))];
                if let Some(tone) = article.tone.value() {
                    working.steps.push(plain(format!(
                        "Their ratings add up to {}; by {}, {} / {} = {}.",
                        finer(sum),
                        things(positive + negative, "rated word", "rated words"),
                        finer(sum),
                        whole(positive + negative),
                        figures(tone)
                    )));
                }
            }
            working
        }
        _ => return None,
    })
}

/// A count behind a measure: what was counted, and which words they are.
fn count(report: &StyleReport, article: &ArticleStyle, key: [&str; 2], position: usize) -> Option<Working> {
    let listed = |count: Option<u32>, said: String, words: Vec<(&str, u32, Vec<String>)>, heads: &[&str]| {
        let Some(count) = count else { return undefined(told(None), Measured::Undefined(article.uncounted())) };
        let different = words.len();
        let rows = words.into_iter().take(MOST_ROWS).map(|(word, times, more)| {
            (
                vec![Piece::Term { term: word.to_owned(), article: None, written: word.to_owned() }],
                [whole(times)].into_iter().chain(more).collect(),
            )
        });
        let table = CountTable {
            heads: [&["times"], heads].concat().into_iter().map(plain).collect(),
            rows: rows.collect(),
            more: different.saturating_sub(MOST_ROWS) as u32,
        };
        let table = (different > 0).then_some(table);
        Working { table, ..told_in(f64::from(count), said) }
    };
    let here = |count: &WordCount| count.by_article.get(position).copied().unwrap_or(0);
    Some(match key {
        ["varieties", part @ ("british" | "american")] => {
            let british = part == "british";
            let of_side = report.spellings.iter().filter(|it| (it.variety == Variety::British) == british);
            let words = of_side.filter(|it| here(&it.count) > 0).map(|it| {
                let oxford = if it.variety == Variety::AmericanOrOxford { " (or Oxford’s style)" } else { "" };
                (it.count.word.as_str(), here(&it.count), vec![[it.other.as_str(), oxford].concat()])
            });
            let words = most_first(words.collect());
            let (side, other, count) = if british {
                ("British", "American", article.british)
            } else {
                ("American", "British", article.american)
            };
            let said = format!(
                "Each of its {} is looked up in the list of spellings; {} as only {side} English does, names aside.",
                things(article.tokens, "word", "words"),
                things(count.unwrap_or(0), "is spelt", "are spelt")
            );
            listed(count, said, words, &[[other, " spelling"].concat().as_str()])
        }
        ["tone", part @ ("positive" | "negative")] => {
            let positive = part == "positive";
            let of_side = report.tone.iter().filter(|it| (it.rating > 0.0) == positive && here(&it.count) > 0);
            let words = of_side.map(|it| (it.count.word.as_str(), here(&it.count), vec![figures(it.rating)]));
            let words = most_first(words.collect());
            let count = if positive { article.positive } else { article.negative };
            let said = format!(
                "Each of its {} is looked up in the list of ratings, −4 to 4; {} rated {}, names and words under a negation aside.",
                things(article.tokens, "word", "words"),
                things(count.unwrap_or(0), "is", "are"),
                if positive { "1 or more" } else { "−1 or less" }
            );
            listed(count, said, words, &["rating"])
        }
        ["tone", "negated"] => {
            let said = "Rated words with a negation (not, no, never, without …) among the three words before them in their sentence. They count as neither pleasant nor unpleasant.".to_owned();
            listed(article.negated, said, Vec::new(), &[])
        }
        ["hedges", "count"] => {
            let words = report.hedges.iter().filter(|it| here(it) > 0);
            let words = most_first(words.map(|it| (it.word.as_str(), here(it), Vec::new())).collect());
            let said = format!(
                "{} of the list {} in this article, {} in all.",
                capital(&things(words.len() as u32, "word or phrase", "words and phrases")),
                if words.len() == 1 { "stands" } else { "stand" },
                whole(article.hedges.unwrap_or(0))
            );
            listed(article.hedges, said, words, &[])
        }
        ["passives", "count"] => {
            let said = format!(
                "A form of be, then a past participle, with nothing between but adverbs and not: {} such, in {}.",
                things(article.passives.unwrap_or(0), "place is", "places are"),
                things(article.passive_sentences.unwrap_or(0), "sentence", "sentences")
            );
            listed(article.passives, said, Vec::new(), &[])
        }
        ["syllables", "long"] => {
            let said = format!(
                "Of its {} {} three syllables or more, by the pronouncing dictionary or, for other words, by rules.",
                things(article.tokens, "word", "words"),
                things(article.polysyllables.unwrap_or(0), "has", "have")
            );
            listed(article.polysyllables, said, Vec::new(), &[])
        }
        ["word-length", "letters"] => {
            let said =
                format!("The letters and digits of its {}, without marks.", things(article.tokens, "word", "words"));
            told_in(f64::from(article.letters), said)
        }
        _ => return None,
    })
}

/// The most frequent first; of equals as they come.
fn most_first(mut words: Vec<(&str, u32, Vec<String>)>) -> Vec<(&str, u32, Vec<String>)> {
    words.sort_by_key(|word| std::cmp::Reverse(word.1));
    words
}

/// The counts that the formulas of vocabulary and readability take.
fn sizes(article: &ArticleStyle) -> Case {
    Case::default()
        .with("N", article.tokens)
        .with("V", article.types)
        .with("S", article.sentences)
        .with("L", article.letters)
        .with("Y", article.syllables.unwrap_or(0))
        .with("P", article.polysyllables.unwrap_or(0))
}

fn stand(count: u32) -> String {
    format!("{} {}", whole(count), if count == 1 { "stands" } else { "stand" })
}

fn told_in(value: f64, words: String) -> Working {
    Working { steps: vec![plain(words)], ..told(Some(value)) }
}

/// How often each different word occurs, the most frequent first.
fn frequencies(terms: &[u32]) -> Vec<u32> {
    let sorted = crate::sorting::ascending(terms);
    let counts: Vec<u32> = sorted.chunk_by(|a, b| a == b).map(|same| same.len() as u32).collect();
    crate::sorting::ascending(&counts).into_iter().rev().collect()
}

/// The different words of every stretch of the window's length.
fn different_in_windows(terms: &[u32]) -> Vec<u32> {
    terms.windows(MATTR_WINDOW).map(|window| frequencies(window).len() as u32).collect()
}

fn mtld(article: &ArticleStyle, terms: &[u32]) -> Working {
    let mut working = undefined(told(article.mtld.value()), article.mtld);
    if let Some((forwards, backwards)) = diversity::mtld_factors(terms, MTLD_THRESHOLD) {
        let tokens = f64::from(article.tokens);
        let way = |name: &str, stretches: f64| {
            plain(format!(
                "{name}, the TTR falls to {MTLD_THRESHOLD} in {} stretches, the last one counted in part: {} words / {} = {}.",
                figures(stretches),
                whole(article.tokens),
                figures(stretches),
                figures(tokens / stretches)
            ))
        };
        working.steps = vec![
            way("Read from the beginning", forwards),
            way("From the end", backwards),
            plain(format!(
                "({} + {}) / 2 = {}.",
                figures(tokens / forwards),
                figures(tokens / backwards),
                figures((tokens / forwards + tokens / backwards) / 2.0)
            )),
        ];
    }
    working
}

/// The working, with why there is no value where there is none.
fn undefined(mut working: Working, value: Measured) -> Working {
    if let Measured::Undefined(why) = value {
        working.undefined = match why {
            Undefined::NoWord => "The article has no word that is counted.".to_owned(),
            Undefined::FewerWordsThan(words) => format!("The article has fewer than {words} words."),
            Undefined::NothingRepeats => "No word of the article occurs twice near enough.".to_owned(),
            Undefined::NoListedWord => "None of the article’s words is rated, or all are negated.".to_owned(),
            Undefined::NoList => "The word list that it needs could not be loaded.".to_owned(),
            Undefined::NotEnglish => {
                "It is made for English, and this text is in another language, as the Corpus view has it.".to_owned()
            }
        };
    }
    working
}
