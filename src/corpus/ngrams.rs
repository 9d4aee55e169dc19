//! N-grams: runs of n words within a sentence, and how often each article has them.

use super::{Index, TermId};

/// The longest n-gram that is counted.
pub const LONGEST: usize = 5;

/// The different n-grams of an index, as columns, ascending by their term ids (first word first):
/// a total order that depends on nothing but the text and the options.
#[derive(Clone, Debug, Default)]
pub struct Ngrams {
    n: usize,
    articles: usize,
    /// The n-grams one after the other, `n` terms each.
    terms: Vec<TermId>,
    /// Where the counts of each n-gram start; one more than there are n-grams.
    count_starts: Vec<u32>,
    /// The articles that have the n-gram, ascending.
    count_articles: Vec<u32>,
    /// How often each of them has it.
    counts: Vec<u32>,
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
        self.count_starts.len().saturating_sub(1)
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
        self.by_article(number).map(|(_, count)| count).sum()
    }

    /// In how many articles it occurs.
    #[must_use]
    pub fn range(&self, number: usize) -> u32 {
        self.counts_at(number).len() as u32
    }

    /// The articles that have the n-gram, ascending, each with how often.
    pub fn by_article(&self, number: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.counts_at(number).map(|at| (self.count_articles[at], self.counts[at]))
    }

    /// How often each article has the n-gram, in corpus order: as many numbers as articles.
    #[must_use]
    pub fn counts(&self, number: usize) -> Vec<u32> {
        let mut counts = vec![0; self.articles];
        for (article, count) in self.by_article(number) {
            counts[article as usize] = count;
        }
        counts
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

    fn counts_at(&self, number: usize) -> std::ops::Range<usize> {
        match (self.count_starts.get(number), self.count_starts.get(number + 1)) {
            (Some(&start), Some(&end)) => start as usize..end as usize,
            _ => 0..0,
        }
    }
}

impl Index {
    /// Counts the n-grams of `n` words in each article. They stay within a sentence.
    ///
    /// `n` is 1 to [`LONGEST`]; there are no n-grams of any other length.
    #[must_use]
    pub fn ngrams(&self, n: usize) -> Ngrams {
        let mut ngrams = Ngrams { n, articles: self.articles(), count_starts: vec![0], ..Ngrams::default() };
        if !(1..=LONGEST).contains(&n) {
            return ngrams;
        }
        let mut places: Vec<(&[TermId], u32)> = Vec::new();
        for article in 0..self.articles() {
            let terms = self.article_terms(article);
            self.each_ngram(article, n, |token| places.push((&terms[token..token + n], article as u32)));
        }
        places.sort_unstable();
        for same in places.chunk_by(|a, b| a.0 == b.0) {
            ngrams.terms.extend_from_slice(same[0].0);
            for here in same.chunk_by(|a, b| a.1 == b.1) {
                ngrams.count_articles.push(here[0].1);
                ngrams.counts.push(here.len() as u32);
            }
            ngrams.count_starts.push(ngrams.counts.len() as u32);
        }
        ngrams
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

    /// Calls `visit` with the first token of each run of `n` tokens within a sentence.
    fn each_ngram(&self, article: usize, n: usize, mut visit: impl FnMut(usize)) {
        let starts = self.sentence_starts(article);
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).map_or(self.article_size(article), |&next| next as usize);
            for token in start as usize..(end + 1).saturating_sub(n).max(start as usize) {
                visit(token);
            }
        }
    }
}
