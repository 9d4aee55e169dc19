//! How often each article has each of many items, as columns.

/// How often each article has each item (a term, an n-gram): for every item the articles that have it,
/// ascending, each with how often. Articles without the item take no room.
#[derive(Clone, Debug)]
pub struct Counts {
    articles: u32,
    /// Where the rows of each item start; one more than there are items.
    starts: Vec<u32>,
    row_articles: Vec<u32>,
    row_counts: Vec<u32>,
}

impl Default for Counts {
    fn default() -> Self {
        Self::new(0)
    }
}

impl Counts {
    /// No item yet, over this many articles.
    pub(super) fn new(articles: usize) -> Self {
        Self { articles: articles as u32, starts: vec![0], row_articles: Vec::new(), row_counts: Vec::new() }
    }

    /// Takes rows by article (item and count, with where each article's rows start and one more for
    /// the end) and orders them by item, by counting sort.
    pub(super) fn by_item(items: usize, article_starts: &[u32], rows: &[(u32, u32)]) -> Self {
        let articles = article_starts.len().saturating_sub(1);
        let mut starts = vec![0; items + 1];
        for &(item, _) in rows {
            starts[item as usize + 1] += 1;
        }
        for item in 0..items {
            starts[item + 1] += starts[item];
        }
        let mut next = starts.clone();
        let mut row_articles = vec![0; rows.len()];
        let mut row_counts = vec![0; rows.len()];
        for article in 0..articles {
            for &(item, count) in &rows[article_starts[article] as usize..article_starts[article + 1] as usize] {
                let place = &mut next[item as usize];
                row_articles[*place as usize] = article as u32;
                row_counts[*place as usize] = count;
                *place += 1;
            }
        }
        Self { articles: articles as u32, starts, row_articles, row_counts }
    }

    /// Adds one occurrence of the item that is being added in this article, not before the last one's.
    #[inline]
    pub(super) fn add(&mut self, article: u32) {
        let first = self.starts.last().copied().unwrap_or(0) as usize;
        if self.row_articles.len() > first && self.row_articles.last() == Some(&article) {
            if let Some(count) = self.row_counts.last_mut() {
                *count += 1;
            }
        } else {
            self.row_articles.push(article);
            self.row_counts.push(1);
        }
    }

    /// Ends the item that is being added.
    #[inline]
    pub(super) fn end_item(&mut self) {
        self.starts.push(self.row_articles.len() as u32);
    }

    /// Number of items.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// Whether there is no item.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Number of rows: pairs of an item and an article that has it.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.row_articles.len()
    }

    /// The articles that have the item, ascending, each with how often.
    pub fn of(&self, item: usize) -> impl Iterator<Item = (u32, u32)> + '_ {
        let rows = self.rows_of(item);
        self.row_articles[rows.clone()].iter().copied().zip(self.row_counts[rows].iter().copied())
    }

    /// How often all articles together have the item.
    #[must_use]
    pub fn total(&self, item: usize) -> u32 {
        self.row_counts[self.rows_of(item)].iter().sum()
    }

    /// How many articles have the item.
    #[must_use]
    pub fn range(&self, item: usize) -> u32 {
        self.rows_of(item).len() as u32
    }

    /// How often each article has the item, in order: as many numbers as articles.
    #[must_use]
    pub fn dense(&self, item: usize) -> Vec<u32> {
        let mut counts = vec![0; self.articles as usize];
        for (article, count) in self.of(item) {
            counts[article as usize] = count;
        }
        counts
    }

    fn rows_of(&self, item: usize) -> std::ops::Range<usize> {
        super::index::range(&self.starts, item)
    }
}
