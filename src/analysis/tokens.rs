//! Which words are counted, one after the other, and what is known of each?

use super::framing::modals::{is_in, quoted};
use super::quotations::Quotations;
use super::selection::Selection;
use crate::text::{Characters, Span};

/// A token that is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'s> {
    /// Position of its article among those that are on.
    pub position: usize,
    /// Which sentence of the article it stands in, of those with a counted word; from 0.
    pub sentence: u32,
    /// Which token of the article it is, from 0.
    pub token: u32,
    /// As the text has it.
    pub written: &'s str,
    /// As it is counted.
    pub term: &'s str,
    /// Whether it is in the list of stop words in force, hidden or not.
    pub stop_word: bool,
    /// Whether it stands in page furniture; never where that isn't counted.
    pub furniture: bool,
    /// Whether it stands in a quotation that gives a speaker's own words.
    pub quoted: bool,
    /// Where it stands, in characters (Unicode code points).
    pub characters: Span,
}

/// Visits the tokens of all articles that are on, in order, from the one with this number (from 0, over all
/// articles) until `visit` says that it is enough.
pub fn tokens<'s>(
    selection: &'s Selection,
    quotations: &Quotations,
    from: usize,
    visit: &mut dyn FnMut(&Token<'s>) -> bool,
) {
    let index = selection.index();
    let stop_words = selection.stop_terms();
    let mut first = 0;
    for (position, &article) in selection.on().iter().enumerate() {
        let size = index.article_size(position);
        let begin = from.saturating_sub(first);
        first += size;
        if begin >= size {
            continue;
        }
        let article = &selection.articles()[article as usize];
        let furniture = &article.furniture;
        let characters = Characters::new(&article.text);
        let quoted = quoted(selection, position, quotations);
        let starts = index.sentence_starts(position);
        for (token, &term) in index.article_terms(position).iter().enumerate().skip(begin) {
            let span = index.token_span(position, token);
            let piece = furniture.partition_point(|piece| piece.span.end <= span.start);
            let sentence = starts.partition_point(|&start| start as usize <= token);
            let seen = Token {
                position,
                sentence: sentence.saturating_sub(1) as u32,
                token: token as u32,
                written: span.of(&article.text),
                term: index.term(term),
                stop_word: stop_words[term as usize],
                furniture: furniture.get(piece).is_some_and(|piece| piece.span.start <= span.start),
                quoted: is_in(&quoted, token),
                characters: Span::new(characters.at(span.start), characters.at(span.end)),
            };
            if !visit(&seen) {
                return;
            }
        }
    }
}
