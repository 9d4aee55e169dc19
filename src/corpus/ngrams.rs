//! N-grams: runs of n words within a sentence, and how often each article has them.

use super::counts::Counts;
use super::{Index, TermId};
use crate::sorting::{Record, by_bits, by_key};

/// The longest n-gram that is counted.
pub const LONGEST: usize = 5;

/// The different n-grams of an index, as columns, ascending by their term ids (first word first):
/// a total order that depends on nothing but the text and the options.
#[derive(Clone, Debug, Default)]
pub struct Ngrams {
    n: usize,
    /// The n-grams one after the other, `n` terms each.
    terms: Vec<TermId>,
    counts: Counts,
}

impl Ngrams {
    /// The length of the n-grams in words.
    #[must_use]
    pub fn n(&self) -> usize {
        self.n
    }

    /// How many different n-grams there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The terms of the n-gram with this number; empty where there is none.
    #[must_use]
    pub fn terms(&self, number: usize) -> &[TermId] {
        self.terms.get(number * self.n..(number + 1) * self.n).unwrap_or(&[])
    }

    /// The n-gram as tables show it: its terms with a blank between.
    #[must_use]
    pub fn text(&self, index: &Index, number: usize) -> String {
        let words: Vec<&str> = self.terms(number).iter().map(|&term| index.term(term)).collect();
        words.join(" ")
    }

    /// How often the n-gram occurs in all articles.
    #[must_use]
    pub fn frequency(&self, number: usize) -> u32 {
        self.counts.total(number)
    }

    /// In how many articles it occurs.
    #[must_use]
    pub fn range(&self, number: usize) -> u32 {
        self.counts.range(number)
    }

    /// The articles that have the n-gram, ascending, each with how often.
    pub fn by_article(&self, number: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.counts.of(number)
    }

    /// How often each article has the n-gram, in corpus order: as many numbers as articles.
    #[must_use]
    pub fn counts(&self, number: usize) -> Vec<u32> {
        self.counts.dense(number)
    }

    /// Number of rows: pairs of an n-gram and an article that has it.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.counts.rows()
    }

    /// The number of the n-gram with these terms.
    #[must_use]
    pub fn find(&self, terms: &[TermId]) -> Option<usize> {
        if terms.len() != self.n || self.n == 0 {
            return None;
        }
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.terms(middle) < terms { low = middle + 1 } else { high = middle }
        }
        (low < self.len() && self.terms(low) == terms).then_some(low)
    }
}

impl Index {
    /// Counts the n-grams of `n` words in each article. They stay within a sentence.
    ///
    /// `n` is 1 to [`LONGEST`]; there are no n-grams of any other length.
    #[must_use]
    pub fn ngrams(&self, n: usize) -> Ngrams {
        self.ngrams_within(n, u64::BITS)
    }

    /// [`Index::ngrams`], sorting keys together with their places where both fit so many bits.
    fn ngrams_within(&self, n: usize, room: u32) -> Ngrams {
        if !(1..=LONGEST).contains(&n) {
            return Ngrams { n, terms: Vec::new(), counts: Counts::new(self.articles()) };
        }
        if n == 1 {
            return Ngrams { n, terms: (0..self.types() as u32).collect(), counts: self.counts.clone() };
        }
        // The number, at each token, of the n-gram of the length before that starts there.
        let mut heads = self.token_terms.clone();
        let mut kinds = self.types();
        for length in 2..n {
            let pairs = self.pairs(length, &heads, kinds, room);
            kinds = 0;
            pairs.each_place(|token, is_new| {
                kinds += usize::from(is_new);
                heads[token] = kinds as u32 - 1;
            });
        }
        let pairs = self.pairs(n, &heads, kinds, room);
        drop(heads);
        let mut terms = Vec::new();
        let mut counts = Counts::new(self.articles());
        let articles = ArticleOf::new(&self.article_tokens);
        let mut article = 0;
        // Where the tokens of `article` end; 0 makes the next token look its article up.
        let mut end = 0;
        pairs.each_place(|token, is_new| {
            if is_new {
                if !terms.is_empty() {
                    counts.end_item();
                }
                terms.extend_from_slice(&self.token_terms[token..token + n]);
                end = 0;
            }
            if token >= end {
                article = articles.of(token);
                end = self.article_tokens[article + 1] as usize;
            }
            counts.add(article as u32);
        });
        if !terms.is_empty() {
            counts.end_item();
        }
        Ngrams { n, terms, counts }
    }

    /// All n-grams of this length, as pairs of the one shorter by a word, of which there are `kinds`
    /// and whose number `heads` has at each token, and their last word.
    fn pairs(&self, length: usize, heads: &[u32], kinds: usize, room: u32) -> Pairs {
        let bits = |numbers: usize| usize::BITS - numbers.leading_zeros();
        let place_bits = bits(self.tokens());
        let last_bits = bits(self.types());
        let head_bits = bits(kinds);
        let mut pairs = Pairs { keys: Vec::with_capacity(self.tokens()), places: Vec::new(), place_bits };
        let key = |token: usize| {
            let last = u64::from(self.token_terms[token + length - 1]);
            u64::from(heads[token]) << last_bits | last
        };
        if place_bits + last_bits + head_bits <= room {
            self.each_ngram(length, |token| pairs.keys.push(key(token) << place_bits | token as u64));
            by_bits(&mut pairs.keys, place_bits, place_bits + last_bits + head_bits);
        } else {
            // A corpus so large that key and place don't fit one word.
            let mut both: Vec<Record> = Vec::with_capacity(self.tokens());
            self.each_ngram(length, |token| both.push((key(token), token as u32)));
            by_key(&mut both, last_bits + head_bits);
            pairs.place_bits = 0;
            (pairs.keys, pairs.places) = both.into_iter().unzip();
        }
        pairs
    }

    /// Every place of this run of terms within a sentence, as (article, first token in the article),
    /// ascending. One term gives its postings; no term gives none.
    #[must_use]
    pub fn ngram_places(&self, terms: &[TermId]) -> Vec<(u32, u32)> {
        let Some(&first) = terms.first() else { return Vec::new() };
        self.postings(first)
            .filter(|&(article, token)| {
                let (article, token) = (article as usize, token as usize);
                let end = token + terms.len();
                self.article_terms(article).get(token..end) == Some(terms) && end <= self.sentence_end(article, token)
            })
            .collect()
    }

    /// The terms of a word or n-gram, given with blanks between: see [`Index::term_id`]. `None` where
    /// the corpus lacks one of them, or where there are none or more than [`LONGEST`].
    #[must_use]
    pub fn ngram_terms(&self, text: &str) -> Option<Vec<TermId>> {
        let terms: Vec<TermId> = text.split_whitespace().map(|word| self.term_id(word)).collect::<Option<_>>()?;
        (1..=LONGEST).contains(&terms.len()).then_some(terms)
    }

    /// The number of the sentence, among those of [`Index::sentence_spans`], that holds the token.
    #[must_use]
    pub fn sentence_of(&self, article: usize, token: usize) -> Option<usize> {
        if token >= self.article_size(article) {
            return None;
        }
        self.sentence_starts(article).partition_point(|&start| start as usize <= token).checked_sub(1)
    }

    /// One past the last token of the sentence that holds the token.
    fn sentence_end(&self, article: usize, token: usize) -> usize {
        let starts = self.sentence_starts(article);
        let next = starts.partition_point(|&start| start as usize <= token);
        starts.get(next).map_or(self.article_size(article), |&start| start as usize)
    }

    /// Calls `visit` with the number, in the corpus, of the first token of each run of `n` tokens within a sentence.
    fn each_ngram(&self, n: usize, mut visit: impl FnMut(usize)) {
        for article in 0..self.articles() {
            let tokens = self.tokens_of(article);
            let starts = self.sentence_starts(article);
            for (number, &start) in starts.iter().enumerate() {
                let end = starts.get(number + 1).map_or(tokens.len(), |&next| next as usize);
                let runs = (end + 1).saturating_sub(start as usize + n);
                let first = tokens.start + start as usize;
                (first..first + runs).for_each(&mut visit);
            }
        }
    }
}

/// N-grams with their places, ascending by key, then by place.
struct Pairs {
    /// Keys; with `place_bits`, each with its place in so many of the lowest bits.
    keys: Vec<u64>,
    /// Without `place_bits`: the place of each key.
    places: Vec<u32>,
    place_bits: u32,
}

impl Pairs {
    /// Calls `visit` with every place, ascending by key, then by place, and whether it is the first of its key.
    #[inline]
    fn each_place(&self, mut visit: impl FnMut(usize, bool)) {
        let mut last = None;
        if self.place_bits == 0 {
            for (&key, &place) in self.keys.iter().zip(&self.places) {
                visit(place as usize, last != Some(key));
                last = Some(key);
            }
        } else {
            let mask = (1_u64 << self.place_bits) - 1;
            for &key in &self.keys {
                visit((key & mask) as usize, last != Some(key >> self.place_bits));
                last = Some(key >> self.place_bits);
            }
        }
    }
}

/// Which article a token is in: a coarse table, and a step or two.
struct ArticleOf<'a> {
    starts: &'a [u32],
    /// The article of every `1 << shift`-th token.
    coarse: Vec<u32>,
    shift: u32,
}

impl<'a> ArticleOf<'a> {
    /// `starts`: where each article's tokens start, and one more for the end.
    fn new(starts: &'a [u32]) -> Self {
        const TABLE_BITS: u32 = 14;
        let tokens = starts.last().copied().unwrap_or(0);
        let shift = (u32::BITS - tokens.leading_zeros()).saturating_sub(TABLE_BITS);
        let mut coarse = Vec::with_capacity((tokens >> shift) as usize + 1);
        let mut article = 0;
        for cell in 0..=tokens >> shift {
            while article + 1 < starts.len() && starts[article + 1] <= cell << shift {
                article += 1;
            }
            coarse.push(article as u32);
        }
        Self { starts, coarse, shift }
    }

    #[inline]
    fn of(&self, token: usize) -> usize {
        let mut article = self.coarse[token >> self.shift] as usize;
        while self.starts[article + 1] as usize <= token {
            article += 1;
        }
        article
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::counting::unigrams;
    use crate::text::WordOptions;

    #[test]
    fn a_corpus_too_large_for_packed_keys_gives_the_same() {
        let texts = ["a b a b c. a b a b", "", "b a b a b c d e f", "c"];
        let index = unigrams(&texts, &WordOptions::default()).unwrap();
        for n in 2..=LONGEST {
            let packed = index.ngrams_within(n, u64::BITS);
            let apart = index.ngrams_within(n, 0);
            assert!(!packed.is_empty());
            assert_eq!(packed.terms, apart.terms);
            for number in 0..packed.len() {
                assert_eq!(packed.counts(number), apart.counts(number));
            }
        }
    }

    #[test]
    fn other_lengths_have_no_ngrams() {
        let index = unigrams(&["a b c d e f g"], &WordOptions::default()).unwrap();
        assert!(index.ngrams(0).is_empty() && index.ngrams(6).is_empty());
        assert_eq!(index.ngrams(5).len(), 3);
        assert_eq!(index.ngrams(6).find(&[0, 1, 2, 3, 4, 5]), None);
    }
}
