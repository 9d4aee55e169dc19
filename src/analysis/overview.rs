//! What is in this corpus? The articles, their sizes, and the finding that matters most.

use serde::{Deserialize, Serialize};

use super::comparison::Comparison;
use super::error::QueryError;
use super::finding::{Counted, Finding};
use super::keyness::{Keyness, Tested};
use super::keyword_finding::{best_keyword, caution, here_and_elsewhere};
use super::marked::Marking;
use super::prose::{Prose, number};
use super::selection::Selection;
use super::sets::lists;
use super::table::ordered;
use crate::corpus::{Article, Published, Source};
use crate::sorting::sort_by;
use crate::text::{Span, paragraphs, tokens};

/// An article, without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleNote {
    /// Number of the article in the corpus, from 0; its letter is A for 0.
    pub article: u32,
    /// Its short name.
    pub id: String,
    /// Headline or descriptive title.
    pub title: String,
    /// Whose title that is.
    pub title_source: Source,
    /// Who published it.
    pub outlet: Option<String>,
    /// Whether another article of the corpus has the same outlet, so that its name doesn't tell this one.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub shares_outlet: bool,
    /// Who wrote it.
    pub author: Option<String>,
    /// When.
    pub published: Published,
    /// Where.
    pub place: Option<String>,
    /// A label of whoever put the corpus together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// BCP 47 tag.
    pub language: String,
    /// Whether the text says that it is a translation.
    pub translated: bool,
    /// Whether it is switched on.
    pub on: bool,
    /// Size in word tokens, under the settings. 0 for an article that is off.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Sentences.
    pub sentences: u32,
    /// Paragraphs.
    pub paragraphs: u32,
    /// Words of page furniture, counted or not.
    pub furniture_tokens: u32,
}

/// An article's card.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleCard {
    /// The article.
    pub article: u32,
    /// Reading time in minutes, at 238 words a minute (Brysbaert 2019).
    pub minutes: f64,
    /// Its most distinctive words, at most 5: keywords by G² with a frequency of at least 2; words by TF-IDF where there is only one article.
    pub keywords: Vec<CardWord>,
}

/// A word on a card: of a [`KeywordRow`](super::keywords::KeywordRow) what the card shows, for the first view waits for its bytes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CardWord {
    /// The word.
    pub term: String,
    /// How often it occurs in the article.
    pub frequency: u32,
    /// How often it occurs in all the others together.
    pub reference_frequency: u32,
    /// Its TF-IDF in the article.
    pub tf_idf: f64,
    /// Whether it is a keyword: whether it passes the test of the Keywords view as that opens. `None`
    /// where nothing can be compared.
    pub passes: Option<bool>,
}

impl CardWord {
    /// A word that was tested. Of its keyness no more is asked than a card shows: the rest comes late.
    fn of(selection: &Selection, of: &Keyness, word: &Tested) -> Self {
        Self {
            term: selection.index().term(word.term).to_owned(),
            frequency: word.a,
            reference_frequency: word.b,
            tf_idf: of.tf_idf(selection, word),
            passes: word.g2.map(|_| word.is_significant),
        }
    }
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OverviewReport {
    /// The finding that matters most.
    pub finding: Finding,
    /// One an article that is drawn, in corpus order.
    pub cards: Vec<ArticleCard>,
    /// Word tokens of the corpus.
    pub tokens: u32,
    /// Different words.
    pub types: u32,
    /// Sentences.
    pub sentences: u32,
}

/// Words a minute of silent reading (Brysbaert 2019, *How many words do we read per minute?*).
pub(super) const WORDS_A_MINUTE: f64 = 238.0;
/// Words on a card.
const CARD_WORDS: usize = 5;
/// Least frequency of a word on a card.
pub(super) const CARD_MINIMUM: u32 = 2;

/// Notes on all articles of the corpus, those switched off too, in corpus order.
#[must_use]
pub fn notes(selection: &Selection) -> Vec<ArticleNote> {
    let mut outlets: Vec<&str> = selection.articles().iter().filter_map(|article| article.outlet.as_deref()).collect();
    sort_by(&mut outlets, |a, b| a.cmp(b));
    let shared = |outlet: &str| {
        let first = outlets.partition_point(|known| *known < outlet);
        outlets.get(first + 1) == Some(&outlet)
    };
    (0..)
        .zip(selection.articles())
        .map(|(number, article)| {
            let position = selection.position(number).ok();
            let sizes = position.map(|position| Sizes::of(selection, position)).unwrap_or_default();
            ArticleNote {
                article: number,
                id: article.id.clone(),
                title: article.title.clone(),
                title_source: article.title_source,
                outlet: article.outlet.clone(),
                shares_outlet: article.outlet.as_deref().is_some_and(shared),
                author: article.author.clone(),
                published: article.published.clone(),
                place: article.place.clone(),
                label: article.label.clone(),
                language: article.language.clone(),
                translated: article.translated,
                on: position.is_some(),
                tokens: sizes.tokens,
                types: sizes.types,
                sentences: sizes.sentences,
                paragraphs: sizes.paragraphs,
                furniture_tokens: furniture_tokens(selection, article),
            }
        })
        .collect()
}

/// Words of an article's page furniture, counted or not.
pub(super) fn furniture_tokens(selection: &Selection, article: &Article) -> u32 {
    let words = &selection.settings().words;
    article.furniture.iter().map(|piece| tokens(piece.span.of(&article.text), words).len() as u32).sum()
}

/// What is counted in an article that is on.
#[derive(Default)]
pub(super) struct Sizes {
    pub tokens: u32,
    pub types: u32,
    pub sentences: u32,
    pub paragraphs: u32,
}

impl Sizes {
    pub fn of(selection: &Selection, position: usize) -> Self {
        let index = selection.index();
        Self {
            tokens: selection.size(position),
            types: selection.weights().article(position).len() as u32,
            sentences: index.sentence_spans(position).len() as u32,
            paragraphs: counted_paragraphs(selection, position).len() as u32,
        }
    }
}

/// The paragraphs of an article that hold a counted word.
pub(super) fn counted_paragraphs(selection: &Selection, position: usize) -> Vec<Span> {
    let index = selection.index();
    let text = &selection.articles()[selection.on()[position] as usize].text;
    // Words and paragraphs ascend: walk them side by side.
    let mut token = 0;
    let holds_word = |paragraph: &Span| {
        let first = token;
        while token < index.article_size(position) && index.token_span(position, token).start < paragraph.end {
            token += 1;
        }
        token > first
    };
    paragraphs(text).into_iter().filter(holds_word).collect()
}

/// Looks over the corpus.
///
/// # Errors
/// When nothing is counted.
pub fn overview(selection: &Selection, progress: &mut dyn FnMut(u32, u32)) -> Result<OverviewReport, QueryError> {
    selection.not_empty()?;
    let index = selection.index();
    let keyness = selection.keyness(&Comparison { minimum: CARD_MINIMUM, ..Comparison::default() }, progress)?;
    let drawn = selection.drawn().articles();
    let cards = keyness.iter().filter(|of| drawn.binary_search(&of.target()).is_ok()).map(|of| {
        let compared = of.tested().any(|word| word.g2.is_some());
        ArticleCard {
            article: selection.on()[of.target()],
            minutes: f64::from(selection.size(of.target())) / WORDS_A_MINUTE,
            keywords: if compared { most_distinctive(selection, of) } else { weightiest(selection, of) },
        }
    });
    Ok(OverviewReport {
        finding: finding(selection, &keyness).written_out(selection),
        cards: cards.collect(),
        tokens: selection.tokens(),
        types: index.types() as u32,
        sentences: (0..index.articles()).map(|position| index.sentence_spans(position).len() as u32).sum(),
    })
}

/// The words that the article uses more than the others, by G²; stop words as set.
fn most_distinctive(selection: &Selection, of: &Keyness) -> Vec<CardWord> {
    let shown = |word: &Tested| word.is_more() && !selection.is_hidden(word.term);
    let words = of.tested().filter(shown).collect();
    let words = ordered(words, true, |word| word.g2, |word| selection.rank(word.term).into());
    words.into_iter().take(CARD_WORDS).map(|word| CardWord::of(selection, of, &word)).collect()
}

/// The words with the largest TF-IDF where nothing can be compared, of whatever frequency.
fn weightiest(selection: &Selection, of: &Keyness) -> Vec<CardWord> {
    let all = Keyness::of(selection, of.target(), 1);
    let words: Vec<Tested> = all.tested().filter(|word| !selection.is_hidden(word.term)).collect();
    let key = |word: &Tested| Some(all.tf_idf(selection, word));
    let words = ordered(words, true, key, |word| selection.rank(word.term).into());
    words.into_iter().take(CARD_WORDS).map(|word| CardWord::of(selection, &all, &word)).collect()
}

/// Words that the finding names.
const NAMED: usize = 3;

fn finding(selection: &Selection, keyness: &[Keyness]) -> Finding {
    let index = selection.index();
    let positions: Vec<usize> = (0..index.articles()).filter(|&position| selection.size(position) > 0).collect();
    let articles = positions.len() as u32;
    let mut prose = Prose::default();
    if let [only] = *positions {
        prose.article(selection.on()[only]);
        let words = Counted::Marked(Marking::Words, Some(selection.on()[only]));
        prose.text(" has ").things(selection.size(only), "word", "words", words);
        let words: Vec<&str> =
            frequent(selection).into_iter().filter(|&(_, frequency)| frequency > 1).map(|it| it.0).collect();
        match words.len() {
            0 => prose.text("."),
            1 => prose.text("; the most frequent is ").terms(&words).text(", stop words aside."),
            _ => prose.text("; the most frequent are ").terms(&words).text(", stop words aside."),
        };
        let caution = "With one article on there is nothing to compare it with.";
        return Finding { sentence: prose.done(), caution: caution.to_owned() };
    }
    let every = if articles == 2 { "Both articles".to_owned() } else { format!("All {} articles", number(articles)) };
    let shared = lists(selection, &positions, NAMED).shared;
    if shared.is_empty() {
        let none =
            if articles == 2 { "both articles".to_owned() } else { format!("all {} articles", number(articles)) };
        prose.text(&format!("No word stands in {none}"));
        if selection.settings().stop_words.hidden {
            prose.text(", stop words aside");
        }
    } else {
        prose.text(&format!("{every} speak of "));
        prose.terms(&shared.iter().map(|word| word.term.as_str()).collect::<Vec<_>>());
    }
    let best = keyness
        .iter()
        .filter_map(|of| best_keyword(selection, of).map(|word| (of, word)))
        .reduce(|best, it| if it.1.g2 > best.1.g2 { it } else { best });
    match best {
        Some((of, word)) => {
            let article = selection.on()[of.target()];
            prose
                .text("; what sets one apart most is ")
                .term(index.term(word.term), Some(article))
                .text(" in ")
                .article(article);
            here_and_elsewhere(&mut prose, selection, of, &word, Some(article));
            prose.text(".");
        }
        None => {
            prose.text("; no word sets one of them apart by more than chance.");
        }
    }
    Finding { sentence: prose.done(), caution: caution(selection) }
}

/// The most frequent words that are shown.
fn frequent(selection: &Selection) -> Vec<(&str, u32)> {
    let index = selection.index();
    let shown = selection.alphabet().iter().copied().filter(|&term| !selection.is_hidden(term)).collect();
    let words =
        ordered(shown, true, |&term| Some(f64::from(index.frequency(term))), |&term| selection.rank(term).into());
    words.into_iter().take(NAMED).map(|term| (index.term(term), index.frequency(term))).collect()
}
