//! Which passages outside quotations are reused: agency copy, paragraphs given twice?
//!
//! Winnowed runs of words find where two articles, or two places of one, may agree; runs that follow
//! each other on both sides are one place; local alignment says how far it goes and what differs. What
//! runs into a quotation or out of one is cut there.

use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::alignment::{MOST_PAIRS, Step, align};
use super::apparatus::{Wordings, apparatus};
use super::bounds::{mostly_within, quoted, uncrossed, with_marks};
use super::candidates::{Link, Places};
use super::own::{Differences, differences};
use super::scoring::{SCORING, Word};
use super::shingles::{Shingle, shingles, term_hash, winnow};
use super::stretch::Stretch;
use super::union::Union;
use super::utterances::{excerpt, inverse};
use crate::analysis::quotations::Quotations;
use crate::analysis::table::{ordered, then};
use crate::analysis::{QueryError, Selection};
use crate::corpus::Furniture;
use crate::sorting::sort_by;
use crate::text::Span;

/// Which reused passages are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct ReuseQuery {
    /// Fewest words that are the same, [`SHORTEST`] to [`LONGEST`].
    pub least: u32,
    /// The first row wanted, from 0.
    pub offset: u32,
    /// At most this many rows.
    pub limit: u32,
    /// The passage whose wordings are wanted: an article's number, and a byte within it.
    pub open: Option<(u32, u32)>,
}

/// Least number of same words that can be asked for.
pub const SHORTEST: u32 = 5;
/// Largest number of same words that can be asked for.
pub const LONGEST: u32 = 100;

/// A passage that stands in several places.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReusedPassage {
    /// Number of the article that has it at the greatest length.
    pub article: u32,
    /// Where it stands there.
    pub span: Span,
    /// Its first words there.
    pub text: String,
    /// Whether that is all of it.
    pub whole: bool,
    /// Its words there.
    pub words: u32,
    /// Number of the article and place, the longest first.
    pub places: Vec<(u32, Span)>,
    /// In how many articles.
    pub articles: u32,
    /// In how many units: articles, or groups where those are compared.
    pub units: u32,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReuseReport {
    /// The window of passages asked for: those of most units first (articles, or
    /// groups where those are compared), then of most articles, then the longest, then as the articles have them. So
    /// what stands in one unit only comes last.
    pub passages: Vec<ReusedPassage>,
    /// How many there are.
    pub total: u32,
    /// How many stand in several units.
    pub shared: u32,
    /// The wordings of the passage asked for, the longest first.
    pub open: Vec<Wordings>,
    /// Which row that is, counted from the first of all.
    pub open_row: Option<u32>,
    /// Whether the texts agree in so many places that only those with most in common were looked at.
    pub partial: bool,
    /// Articles that are nearly the same.
    pub duplicates: Vec<super::duplicates::NearDuplicates>,
    /// Of the first [`PAIRS`] pairs of those: what each article has alone.
    pub differences: Vec<Differences>,
}

/// Of so many pairs of near-duplicates the differences are told.
pub const PAIRS: usize = 20;

/// Finds reused passages outside quotations, and articles that are nearly the same.
///
/// # Errors
/// When nothing is counted or the least length is out of its range.
pub fn reuse(
    selection: &Selection,
    quotations: &Quotations,
    query: &ReuseQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<ReuseReport, QueryError> {
    let reused = Reused::kept(selection, quotations, query.least, progress)?;
    let duplicates = super::duplicates::kept(selection, progress)?;
    let pairs = duplicates.iter().flat_map(|group| &group.pairs).take(PAIRS);
    let differences = pairs.map(|pair| differences(selection, pair)).collect();
    Ok(ReuseReport { duplicates: duplicates.to_vec(), differences, ..reused.report(selection, query) })
}

/// Passages, and which of them belong together.
#[derive(Clone, Debug)]
pub struct Reused {
    stretches: Vec<Stretch>,
    clusters: Vec<Vec<u32>>,
    /// Whether there was more than could be looked at.
    partial: bool,
}

/// Two runs are of one place while not more than so many words lie between them on either side.
const GAP: u32 = 12;

/// At most so many wordings of a passage are laid beside each other.
const MOST_WORDINGS: usize = 60;

/// Two places that agree: the position of the article and the tokens, twice.
type Agreement = [(usize, Range<u32>); 2];

impl Reused {
    /// What is reused outside quotations, found once.
    ///
    /// # Errors
    /// As [`Reused::find`].
    pub fn kept(
        selection: &Selection,
        quotations: &Quotations,
        least: u32,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Rc<Self>, QueryError> {
        let mut kept = selection.reused().passages.borrow_mut();
        if let Some((_, reused)) = kept.as_ref().filter(|(of, _)| *of == least) {
            return Ok(Rc::clone(reused));
        }
        let reused = Rc::new(Self::find(selection, least, &quoted(selection, quotations), progress)?);
        *kept = Some((least, Rc::clone(&reused)));
        Ok(reused)
    }

    /// Finds what is reused. `quoted` says for each position which tokens stand in direct quotations,
    /// ascending: two places that both stand in them for the most part are not listed, for they are utterances.
    ///
    /// # Errors
    /// When nothing is counted or the least length is out of its range.
    pub fn find(
        selection: &Selection,
        least: u32,
        quoted: &[Vec<Range<u32>>],
        progress: &mut dyn FnMut(u32, u32),
    ) -> Result<Self, QueryError> {
        QueryError::in_range("The least length of a reused passage", least, SHORTEST..=LONGEST, "5 to 100 words")?;
        selection.not_empty()?;
        let index = selection.index();
        // A run of half the words, of each window of the rest one: `least` words share one for certain.
        let run = least.div_ceil(2).min(8);
        let window = (least - run + 1) as usize;
        let hashes: Vec<u64> = (0..index.types() as u32).map(|term| term_hash(index.term(term))).collect();
        let mut places = Places::default();
        let breaks: Vec<Vec<u32>> = (0..selection.on().len()).map(|position| breaks(selection, position)).collect();
        for (position, breaks) in breaks.iter().enumerate() {
            let numbers: Vec<u64> = index.article_terms(position).iter().map(|&term| hashes[term as usize]).collect();
            for (start, end) in breaks.iter().zip(&breaks[1..]).map(|(&start, &end)| (start, end)) {
                let all = shingles(&numbers[start as usize..end as usize], run as usize);
                let kept: Vec<Shingle> =
                    winnow(&all, window).iter().map(|it| Shingle { at: it.at + start, ..*it }).collect();
                places.add(position as u32, &kept);
            }
        }
        let links = places.links();
        let mut chains: Vec<Chain> = Vec::new();
        for pair in links.chunk_by(|x, y| (x.a, x.b) == (y.a, y.b)) {
            chain(pair, run, &mut chains);
        }
        // Those of most runs first: should there be more than can be looked at, it is those that say most.
        let chains = ordered((0..chains.len()).collect(), true, |&at| Some(chains[at].runs.into()), |&at| at as u64)
            .into_iter()
            .map(|at| chains[at].clone());
        let of = chains.len() as u32;
        let mut looked = Looked { left: MOST_PAIRS_OF_WORDS, agreements: Vec::new(), by_place: Vec::new() };
        looked.by_place.extend(breaks.iter().map(|breaks| {
            let size = breaks.last().copied().unwrap_or_default();
            vec![Vec::new(); size as usize / PLACE + 1]
        }));
        for (done, chain) in (0..).zip(chains) {
            // A hundred messages are enough.
            if done % of.div_ceil(100) == 0 {
                progress(done, of);
            }
            if looked.is_full() {
                break;
            }
            looked.at(selection, &chain, least, &breaks, quoted);
        }
        let (partial, mut agreements) = (looked.is_full(), looked.agreements);
        agreements.retain(|sides| {
            !sides.iter().all(|(position, tokens)| mostly_within(tokens, quoted.get(*position).map_or(&[], |it| it)))
        });
        let mut reused = Self { partial, ..Self::of(selection, &agreements) };
        for stretch in &mut reused.stretches {
            with_marks(selection, stretch, quoted.get(stretch.position).map_or(&[], |it| it));
        }
        Ok(reused)
    }

    /// Puts together what agrees with the same, and makes places of one article that overlap one.
    fn of(selection: &Selection, agreements: &[Agreement]) -> Self {
        let mut sides: Vec<(usize, Range<u32>, u32)> = (0..)
            .zip(agreements.iter().flatten())
            .map(|(number, (position, tokens))| (*position, tokens.clone(), number))
            .collect();
        sort_by(&mut sides, |x, y| (x.0, x.1.start, x.1.end).cmp(&(y.0, y.1.start, y.1.end)));
        let mut union = Union::new(sides.len());
        for number in 0..agreements.len() as u32 {
            union.join(2 * number, 2 * number + 1);
        }
        // Ascending by place: each overlaps the hull of those before it by half of itself, or begins anew.
        let mut merged: Vec<(usize, Range<u32>, u32)> = Vec::new();
        for (position, tokens, number) in sides {
            match merged.last_mut() {
                Some((last, hull, first))
                    if *last == position
                        && 2 * hull.end.min(tokens.end).saturating_sub(tokens.start) >= tokens.end - tokens.start =>
                {
                    hull.end = hull.end.max(tokens.end);
                    union.join(*first, number);
                }
                _ => merged.push((position, tokens, number)),
            }
        }
        let mut sets: Vec<(u32, u32)> =
            (0..).zip(&merged).map(|(at, (_, _, number))| (union.find(*number), at)).collect();
        sort_by(&mut sets, Ord::cmp);
        let stretches: Vec<Stretch> =
            merged.into_iter().map(|(position, tokens, _)| Stretch::of_tokens(selection, position, tokens)).collect();
        let mut clusters: Vec<Vec<u32>> = sets
            .chunk_by(|x, y| x.0 == y.0)
            .map(|set| set.iter().map(|(_, at)| *at).collect())
            .filter(|cluster: &Vec<u32>| cluster.len() > 1)
            .collect();
        for cluster in &mut clusters {
            let longest_first =
                |&x: &u32, &y: &u32| stretches[y as usize].words().cmp(&stretches[x as usize].words()).then(x.cmp(&y));
            sort_by(cluster, longest_first);
        }
        Self { stretches, clusters, partial: false }
    }

    /// The passages as a table, and the wordings of one.
    #[must_use]
    pub fn report(&self, selection: &Selection, query: &ReuseQuery) -> ReuseReport {
        let clusters = &self.clusters;
        let words = |at: u32| self.stretches[clusters[at as usize][0] as usize].words();
        let first = |at: u32| clusters[at as usize].iter().copied().min().unwrap_or_default();
        let order: Vec<u32> = ordered(
            (0..clusters.len() as u32).collect(),
            true,
            |&at| Some(f64::from(self.articles(&clusters[at as usize]))),
            |&at| then(u32::MAX - words(at), first(at)),
        );
        // Sorting keeps the order of equals.
        let places = selection.units().places();
        let units = |at: u32| self.units(&clusters[at as usize], &places);
        let rank = inverse(&order);
        let order = ordered(order, true, |&at| Some(f64::from(units(at))), |&at| u64::from(rank[at as usize]));
        let open = query.open.and_then(|(article, byte)| {
            let holds = |number: &u32| {
                let stretch = &self.stretches[*number as usize];
                let span = stretch.span();
                selection.on()[stretch.position] == article && span.start <= byte && byte < span.end
            };
            (0..).zip(&order).find(|(_, at)| clusters[**at as usize].iter().any(holds))
        });
        let rows = order.iter().skip(query.offset as usize).take(query.limit as usize);
        ReuseReport {
            passages: rows.map(|&at| self.passage(selection, &clusters[at as usize], &places)).collect(),
            total: clusters.len() as u32,
            shared: order.iter().filter(|&&at| units(at) > 1).count() as u32,
            open: open.map_or_else(Vec::new, |(_, &at)| {
                let cluster = &clusters[at as usize];
                apparatus(selection, &self.stretches, &cluster[..cluster.len().min(MOST_WORDINGS)])
            }),
            open_row: open.map(|(row, _)| row),
            partial: self.partial,
            duplicates: Vec::new(),
            differences: Vec::new(),
        }
    }

    fn articles(&self, cluster: &[u32]) -> u32 {
        let positions: Vec<u32> =
            cluster.iter().map(|&number| self.stretches[number as usize].position as u32).collect();
        let mut positions = crate::sorting::ascending(&positions);
        positions.dedup();
        positions.len() as u32
    }

    /// In how many units, given the place of each article's.
    fn units(&self, cluster: &[u32], places: &[usize]) -> u32 {
        let of = |&number: &u32| places[self.stretches[number as usize].position] as u32;
        let mut units = crate::sorting::ascending(&cluster.iter().map(of).collect::<Vec<_>>());
        units.dedup();
        units.len() as u32
    }

    fn passage(&self, selection: &Selection, cluster: &[u32], units: &[usize]) -> ReusedPassage {
        let place = |&number: &u32| {
            let stretch = &self.stretches[number as usize];
            (selection.on()[stretch.position], stretch.span())
        };
        let first = &self.stretches[cluster[0] as usize];
        let (article, span) = place(&cluster[0]);
        let (text, whole) = excerpt(&selection.articles()[article as usize].text, &first.parts);
        ReusedPassage {
            article,
            span,
            text,
            whole,
            words: first.words(),
            places: cluster.iter().map(place).collect(),
            articles: self.articles(cluster),
            units: self.units(cluster, units),
        }
    }
}

/// Where stretches of an article start that no passage runs out of: at its first token, after each
/// piece of page furniture that is left out; and its end.
fn breaks(selection: &Selection, position: usize) -> Vec<u32> {
    let size = selection.size(position);
    let mut breaks = vec![0];
    if !selection.settings().furniture {
        let furniture: &[Furniture] = &selection.articles()[selection.on()[position] as usize].furniture;
        let index = selection.index();
        let mut token = 0;
        for piece in furniture {
            while token < size && index.token_span(position, token as usize).start < piece.span.start {
                token += 1;
            }
            breaks.push(token);
        }
    }
    breaks.push(size);
    breaks
}

/// Runs that follow each other on both sides.
#[derive(Clone)]
struct Chain {
    /// Positions of the two articles; twice the same where it is one.
    of: (u32, u32),
    a: Range<u32>,
    b: Range<u32>,
    /// How many runs.
    runs: u32,
}

/// Puts links of the same two articles, ascending, together to chains.
fn chain(links: &[Link], run: u32, chains: &mut Vec<Chain>) {
    let known = chains.len();
    for link in links {
        // The chain that it goes on from stands among the last: links ascend in the first article.
        let goes_on = |chain: &&mut Chain| {
            link.at_a <= chain.a.end + GAP
                && link.at_b <= chain.b.end + GAP
                && link.at_b >= chain.b.start
                && (link.at_b + run).abs_diff(chain.b.end) <= (link.at_a + run).abs_diff(chain.a.end) + GAP
        };
        match chains[known..].iter_mut().rev().take(16).find(goes_on) {
            Some(chain) => {
                chain.a.end = chain.a.end.max(link.at_a + run);
                chain.b.end = chain.b.end.max(link.at_b + run);
                chain.runs += 1;
            }
            None => chains.push(Chain {
                of: (link.a, link.b),
                a: link.at_a..link.at_a + run,
                b: link.at_b..link.at_b + run,
                runs: 1,
            }),
        }
    }
}

/// So many pairs of words are looked at in all: a second or two, twice what 2,000 articles of news take.
const MOST_PAIRS_OF_WORDS: usize = 1 << 28;

/// So many places that agree are kept; beyond, texts are of so few words that everything agrees with everything.
const MOST_AGREEMENTS: usize = 100_000;

/// What has been looked at.
struct Looked {
    /// How many pairs of words may still be looked at.
    left: usize,
    agreements: Vec<Agreement>,
    /// By position of the first article, and by [`PLACE`]: numbers of the agreements that reach into it.
    by_place: Vec<Vec<Vec<u32>>>,
}

/// Tokens of a place.
const PLACE: usize = 64;

impl Looked {
    fn is_full(&self) -> bool {
        self.left == 0 || self.agreements.len() >= MOST_AGREEMENTS
    }

    /// Lays the surroundings of a chain beside each other, and notes how far they agree.
    fn at(
        &mut self,
        selection: &Selection,
        chain: &Chain,
        least: u32,
        breaks: &[Vec<u32>],
        quoted: &[Vec<Range<u32>>],
    ) {
        let (a, b) = (chain.of.0 as usize, chain.of.1 as usize);
        let known = |number: &u32| {
            let holds = |outer: &Range<u32>, inner: &Range<u32>| outer.start <= inner.start && inner.end <= outer.end;
            let sides = &self.agreements[*number as usize];
            sides[1].0 == b && holds(&sides[0].1, &chain.a) && holds(&sides[1].1, &chain.b)
        };
        if self.by_place[a][chain.a.start as usize / PLACE].iter().any(known) {
            return;
        }
        let index = selection.index();
        let words = |position: usize, tokens: &Range<u32>| -> Vec<Word> {
            index.article_terms(position)[tokens.start as usize..tokens.end as usize]
                .iter()
                .map(|&term| Word { term, stop: index.is_stop_word(term) })
                .collect()
        };
        let mut reach = 2 * least;
        loop {
            let mut of_a = around(&chain.a, reach, &breaks[a]);
            let mut of_b = around(&chain.b, reach, &breaks[b]);
            if a == b {
                // Two places of one article: between them each may take half.
                let middle = u32::midpoint(chain.a.end.min(chain.b.start), chain.b.start);
                of_a.end = of_a.end.min(middle);
                of_b.start = of_b.start.max(middle);
            }
            let pairs = ((of_a.end - of_a.start) as usize).saturating_mul((of_b.end - of_b.start) as usize);
            self.left = self.left.saturating_sub(pairs.min(4 * MOST_PAIRS));
            let (words_a, words_b) = (words(a, &of_a), words(b, &of_b));
            let Some(found) = align(&words_a, &words_b, &SCORING) else { return };
            // It may go on beyond what was looked at.
            let at_start = found.a.start == 0 && found.b.start == 0;
            let at_end = found.a.end as u32 == of_a.end - of_a.start && found.b.end as u32 == of_b.end - of_b.start;
            let wider = around(&of_a, 1, &breaks[a]) != of_a || around(&of_b, 1, &breaks[b]) != of_b;
            if (at_start || at_end) && wider && a != b && self.left > 0 {
                reach *= 4;
                continue;
            }
            let mut pairs = Vec::with_capacity(found.same as usize);
            let (mut i, mut j) = (found.a.start, found.b.start);
            for step in &found.steps {
                if *step == Step::Both && words_a[i].term == words_b[j].term {
                    pairs.push((of_a.start + i as u32, of_b.start + j as u32, words_a[i].stop));
                }
                (i, j) = (i + usize::from(*step != Step::OnlyB), j + usize::from(*step != Step::OnlyA));
            }
            let of = |position: usize| quoted.get(position).map_or(&[][..], |it| it);
            for piece in uncrossed(&pairs, of(a), of(b)) {
                let ([first, .., last] | [first @ last]) = piece else { continue };
                let content = piece.iter().filter(|pair| !pair.2).count();
                if (piece.len() as u32) < least || content < 2 {
                    continue;
                }
                let (agrees, beside) = (first.0..last.0 + 1, first.1..last.1 + 1);
                let found = [(a, agrees.clone()), (b, beside)];
                let places = &self.by_place[a][agrees.start as usize / PLACE];
                if places.iter().any(|number| self.agreements[*number as usize] == found) {
                    continue;
                }
                for place in &mut self.by_place[a][agrees.start as usize / PLACE..=agrees.end as usize / PLACE] {
                    place.push(self.agreements.len() as u32);
                }
                self.agreements.push(found);
            }
            return;
        }
    }
}

/// A range with so many tokens more on both sides, within the stretch between two breaks.
fn around(tokens: &Range<u32>, reach: u32, breaks: &[u32]) -> Range<u32> {
    let next = breaks.partition_point(|&at| at <= tokens.start);
    let start = breaks[next.saturating_sub(1)];
    let end = breaks.get(next).copied().unwrap_or(tokens.end).max(tokens.end);
    tokens.start.saturating_sub(reach).max(start)..tokens.end.saturating_add(reach).min(end)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reuse::corpora::selection;
    use crate::corpus::{Article, bundled};

    fn corpus(texts: &[&str]) -> Selection {
        let article = |(number, text): (usize, &&str)| Article {
            id: format!("t{number}"),
            text: (*text).to_owned(),
            ..Article::default()
        };
        selection(texts.iter().enumerate().map(article).collect())
    }

    /// Each passage's places with their words.
    fn found(selection: &Selection, least: u32) -> Vec<Vec<(u32, String)>> {
        let reused = Reused::find(selection, least, &[], &mut |_, _| {}).unwrap();
        let report = reused.report(selection, &ReuseQuery { least, limit: 100, ..ReuseQuery::default() });
        let place = |&(article, span): &(u32, Span)| {
            (article, span.of(&selection.articles()[article as usize].text).to_owned())
        };
        report.passages.iter().map(|passage| passage.places.iter().map(place).collect()).collect()
    }

    const COPY: &str = "The ministers agreed on Friday to send more air defence to Kyiv before the winter.";

    #[test]
    fn agency_copy_is_found_whole_though_a_word_differs() {
        let second = format!("Nothing else is alike here. {}", COPY.replace("Friday", "Thursday"));
        let selection =
            corpus(&[&format!("{COPY} Then came other news."), &second, "Not a line of it stands in this one."]);
        let passages = found(&selection, 8);
        assert_eq!(passages.len(), 1);
        assert_eq!(passages[0].len(), 2);
        assert!(passages[0].iter().all(|(_, text)| text.starts_with("The ministers") && text.ends_with("winter")));
    }

    #[test]
    fn a_paragraph_given_twice_is_two_places_of_one_article() {
        let selection = corpus(&[&format!("{COPY}\nIn between stands something else.\n{COPY}"), "Elsewhere nothing."]);
        let passages = found(&selection, 8);
        assert_eq!(passages.len(), 1);
        assert_eq!(passages[0].iter().map(|place| place.0).collect::<Vec<_>>(), [0, 0]);
        // Given twice with nothing between, the two don't overlap.
        let twice = corpus(&[&format!("{COPY} {COPY}")]);
        let places = found(&twice, 8);
        assert_eq!(places[0].len(), 2);
    }

    #[test]
    fn one_passage_in_many_articles_is_one_row() {
        let texts: Vec<String> = (0..50)
            .map(|number| format!("Report number{number} begins as no{number} other. {COPY} It ends as e{number}."))
            .collect();
        let selection = corpus(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        let passages = found(&selection, 8);
        assert_eq!(passages.len(), 1);
        assert_eq!(passages[0].len(), 50);
    }

    #[test]
    fn places_that_both_stand_in_quotations_are_left_to_the_utterances() {
        let text = format!("He said: “{COPY}” That was all.");
        let selection = corpus(&[&text, &text]);
        let tokens = |selection: &Selection| {
            let start = text.find('“').unwrap() as u32;
            let part = Span::new(start, text.find('”').unwrap() as u32);
            vec![Stretch::new(selection, 0, vec![part]).hull()]
        };
        let quoted = tokens(&selection);
        let find =
            |quoted: &[Vec<Range<u32>>]| Reused::find(&selection, 8, quoted, &mut |_, _| {}).unwrap().clusters.len();
        assert_eq!(find(&[quoted.clone(), Vec::new()]), 1, "one of them stands outside");
        assert_eq!(find(&[quoted.clone(), quoted]), 0);
    }

    /// What stands between curly marks of each text, in tokens.
    fn between_marks(selection: &Selection) -> Vec<Vec<Range<u32>>> {
        let quoted = |position: usize| {
            let text = &selection.articles()[selection.on()[position] as usize].text;
            let spans = text.match_indices('“').map(|(at, mark)| {
                let start = at + mark.len();
                Span::new(start as u32, (start + text[start..].find('”').unwrap()) as u32)
            });
            spans.map(|span| Stretch::new(selection, position, vec![span]).hull()).collect()
        };
        (0..selection.on().len()).map(quoted).collect()
    }

    /// The first words of each passage.
    fn shown(texts: &[&str], least: u32) -> Vec<String> {
        let selection = corpus(texts);
        let reused = Reused::find(&selection, least, &between_marks(&selection), &mut |_, _| {}).unwrap();
        let report = reused.report(&selection, &ReuseQuery { least, limit: 100, ..ReuseQuery::default() });
        report.passages.into_iter().map(|passage| passage.text).collect()
    }

    #[test]
    fn a_passage_is_cut_where_it_runs_into_a_quotation() {
        // Three words outside and three inside are no passage of six.
        let three = [
            "He stated that NATO is “ready and willing to act” today.",
            "Words that NATO is “ready and willing” help.",
        ];
        assert_eq!(shown(&three, 6), Vec::<String>::new());
        let two = [
            "Officials in Kyiv confirmed late on Friday that ships are “ready and willing to sail at dawn” today.",
            "Later, officials in Kyiv confirmed late on Friday that ships are “ready and willing”, it seems.",
        ];
        assert_eq!(shown(&two, 6), ["Officials in Kyiv confirmed late on Friday that ships are"]);
        // Quoted in one place only, and longer there: what both have lies inside, or outside.
        let one = [
            "A plan: “ministers agreed on sending more air defence to Kyiv before winter comes again”, no less.",
            "All ministers agreed on sending more air defence to Kyiv before winter, they wrote.",
        ];
        assert_eq!(shown(&one, 6), ["ministers agreed on sending more air defence to Kyiv before winter"]);
    }

    #[test]
    fn a_passage_has_both_marks_of_a_quotation_or_none() {
        let first =
            "“Ships sail at dawn,” officials in Kyiv confirmed late on Friday, calling them “quite unbeatable.”";
        assert_eq!(shown(&[first, &format!("Something else came. {first}")], 6), [first]);
    }

    #[test]
    fn the_least_length_is_kept_and_has_bounds() {
        let selection = selection(bundled());
        for least in [5, 8, 20] {
            let report = Reused::find(&selection, least, &[], &mut |_, _| {}).unwrap();
            let report = report.report(&selection, &ReuseQuery { least, limit: 1_000, ..ReuseQuery::default() });
            assert!(report.passages.iter().all(|passage| passage.words >= least), "{least}");
            assert!(report.total > 0 || least > 12);
        }
        for least in [0, SHORTEST - 1, LONGEST + 1, u32::MAX] {
            assert!(matches!(Reused::find(&selection, least, &[], &mut |_, _| {}), Err(QueryError::OutOfRange { .. })));
        }
    }

    #[test]
    fn no_run_of_the_least_length_is_missed() {
        // Every run of twelve words that two bundled articles, or two places of one, share lies in a passage.
        let selection = selection(bundled());
        let least = 6;
        let reused = Reused::find(&selection, least, &[], &mut |_, _| {}).unwrap();
        let index = selection.index();
        let positions = 0..selection.on().len();
        let mut runs: Vec<(Vec<u32>, usize, u32)> = Vec::new();
        for position in positions {
            let breaks = breaks(&selection, position);
            for (at, run) in (0u32..).zip(index.article_terms(position).windows(least as usize)) {
                let crosses = breaks.iter().any(|&mark| at < mark && mark < at + least);
                let content = run.iter().filter(|&&term| !index.is_stop_word(term)).count();
                if !crosses && content >= 2 {
                    runs.push((run.to_vec(), position, at));
                }
            }
        }
        runs.sort();
        let mut seen = 0;
        for same in runs.chunk_by(|x, y| x.0 == y.0).filter(|same| same.len() > 1) {
            for (_, position, at) in same {
                seen += 1;
                let holds = |number: &u32| {
                    let stretch = &reused.stretches[*number as usize];
                    let hull = stretch.hull();
                    stretch.position == *position && hull.start <= *at && at + least <= hull.end
                };
                assert!(reused.clusters.iter().flatten().any(holds), "{position} {at}");
            }
        }
        assert!(seen > 20);
    }
}
