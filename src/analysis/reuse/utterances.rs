//! Which quotations are one utterance, and who carries it?

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::apparatus::{Wordings, apparatus};
use super::clusters::{Cluster, clusters};
use super::stretch::Stretch;
use crate::analysis::finding::Finding;
use crate::analysis::prose::{Prose, capital, figures, things, times as said};
use crate::analysis::quotations::finding::opening;
use crate::analysis::quotations::{Kind, Quotations};
use crate::analysis::table::{ordered, then};
use crate::analysis::{QueryError, Selection};
use crate::text::Span;

/// Most carriers of an utterance that a sentence names.
const CARRIERS: usize = 6;

/// A quotation, as far as it matters here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// Position of the article among those that are on.
    pub position: usize,
    /// What is quoted, without the marks; in parts where the reporter speaks in between.
    pub parts: Vec<Span>,
    /// What kind of quotation it is.
    pub kind: Kind,
    /// Who speaks; empty where nobody is named.
    pub speaker: String,
    /// The reporting verb as written; empty where there is none.
    pub verb: String,
}

impl Quoted {
    /// The quotations to be grouped: those between marks and after a colon, in each article those of the
    /// outermost marks; with `reported` also what is reported without quoting a word of it.
    #[must_use]
    pub fn all(selection: &Selection, quotations: &Quotations, reported: bool) -> Vec<Self> {
        let mut found = Vec::new();
        let articles = quotations.all.chunk_by(|x, y| x.article == y.article);
        for (of_article, quotation) in articles.flat_map(|of_article| of_article.iter().map(move |it| (of_article, it)))
        {
            let Ok(position) = selection.position(quotation.article) else { continue };
            let quotes = || {
                let mut marked = of_article.iter().filter(|other| other.kind != Kind::Reported);
                marked.any(|other| other.words.overlaps(quotation.words))
            };
            if quotation.nested || quotation.kind == Kind::Reported && (!reported || quotes()) {
                continue;
            }
            let text = &selection.articles()[quotation.article as usize].text;
            let speaker = quotation.speaker.and_then(|number| quotations.speakers.get(number as usize));
            found.push(Self {
                position,
                parts: vec![quotation.words],
                kind: quotation.kind,
                speaker: speaker.map(|speaker| speaker.name.clone()).unwrap_or_default(),
                verb: quotation.cue.map(|cue| cue.of(text).to_owned()).unwrap_or_default(),
            });
        }
        found
    }
}

/// Which utterances are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct UtterancesQuery {
    /// Reported speech too.
    pub reported: bool,
    /// Only what stands in several places.
    pub several: bool,
    /// The first row wanted, from 0.
    pub offset: u32,
    /// At most this many rows.
    pub limit: u32,
    /// The utterance whose wordings are wanted: an article's number, and the byte where a quotation of it starts.
    pub open: Option<(u32, u32)>,
}

/// An utterance: quotations that give the same words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtteranceRow {
    /// Number of the article that has it at the greatest length.
    pub article: u32,
    /// Where it stands there, the whole of it.
    pub span: Span,
    /// Its first words there, at most [`MOST_LETTERS`] letters.
    pub text: String,
    /// Whether that is all of it.
    pub whole: bool,
    /// Its words there.
    pub words: u32,
    /// Who speaks, as far as the quotations name one: every name once, most frequent first.
    pub speakers: Vec<String>,
    /// Where it stands: every quotation, the longest first.
    pub places: Vec<UtterancePlace>,
    /// In how many units: articles, or groups where those are compared.
    pub units: u32,
}

/// A quotation of an utterance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtterancePlace {
    /// Number of the article.
    pub article: u32,
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub words: u32,
    /// What kind of quotation it is.
    pub kind: Kind,
}

/// A wording, and who is said to have said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attributed {
    /// The wording.
    pub wording: Wordings,
    /// What kind of quotation it is.
    pub kind: Kind,
    /// Who speaks; empty where nobody is named.
    pub speaker: String,
    /// The reporting verb as written; empty where there is none.
    pub verb: String,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UtterancesReport {
    /// What the section opens with.
    pub finding: Finding,
    /// How many units are on: articles, or groups where those are compared.
    pub on: u32,
    /// Numbers of the units that are drawn: the columns.
    pub articles: Vec<u32>,
    /// The window of rows asked for: those of most units first, then of most places, then the
    /// longest, then as the articles have them.
    pub rows: Vec<UtteranceRow>,
    /// How many there are.
    pub total: u32,
    /// How many stand in several units.
    pub shared: u32,
    /// How many stand several times in one.
    pub repeated: u32,
    /// Number of quotations looked at.
    pub quotations: u32,
    /// The wordings of the utterance asked for, the longest first; empty where none was, or it isn't there.
    pub open: Vec<Attributed>,
    /// Which row that is, counted from the first of all.
    pub open_row: Option<u32>,
}

/// As many letters of an utterance stand in a row.
pub const MOST_LETTERS: usize = 160;

/// At most so many wordings of an utterance are laid beside each other; the rest are listed as places.
const MOST_WORDINGS: usize = 60;

/// Quotations grouped into utterances.
#[derive(Clone, Debug)]
pub struct Utterances {
    quotations: Vec<Quoted>,
    stretches: Vec<Stretch>,
    clusters: Vec<Cluster>,
}

/// Groups the quotations into utterances, and answers.
///
/// # Errors
/// When nothing is counted.
pub fn utterances(
    selection: &Selection,
    quotations: &Quotations,
    query: &UtterancesQuery,
    progress: &mut dyn FnMut(u32, u32),
) -> Result<UtterancesReport, QueryError> {
    Utterances::kept(selection, quotations, query.reported, progress).report(selection, query)
}

impl Utterances {
    /// Groups quotations; those without a counted word are left out.
    #[must_use]
    pub fn of(selection: &Selection, quotations: Vec<Quoted>, progress: &mut dyn FnMut(u32, u32)) -> Self {
        let mut kept = Vec::with_capacity(quotations.len());
        let mut stretches = Vec::with_capacity(quotations.len());
        for quotation in quotations {
            let stretch = Stretch::new(selection, quotation.position, quotation.parts.clone());
            if stretch.words() > 0 {
                kept.push(quotation);
                stretches.push(stretch);
            }
        }
        let clusters = clusters(selection, &stretches, progress);
        Self { quotations: kept, stretches, clusters }
    }

    /// The utterances among the quotations, found once; not kept while a word list is missing.
    pub fn kept(
        selection: &Selection,
        quotations: &Quotations,
        reported: bool,
        progress: &mut dyn FnMut(u32, u32),
    ) -> Rc<Self> {
        let mut kept = selection.reused().utterances.borrow_mut();
        if let Some((_, utterances)) = kept.as_ref().filter(|(with, _)| *with == reported) {
            return Rc::clone(utterances);
        }
        let found = Rc::new(Self::of(selection, Quoted::all(selection, quotations, reported), progress));
        if quotations.missing.is_empty() {
            *kept = Some((reported, Rc::clone(&found)));
        }
        found
    }

    /// The utterances as a table, and the wordings of one.
    ///
    /// # Errors
    /// When nothing is counted.
    pub fn report(&self, selection: &Selection, query: &UtterancesQuery) -> Result<UtterancesReport, QueryError> {
        selection.not_empty()?;
        let clusters: Vec<&Cluster> =
            self.clusters.iter().filter(|cluster| !query.several || cluster.len() > 1).collect();
        let places = selection.units().places();
        let units = |cluster: &Cluster| self.units(&places, cluster).len() as u32;
        let shared = clusters.iter().filter(|cluster| units(cluster) > 1).count() as u32;
        let repeated = clusters.iter().filter(|cluster| units(cluster) < cluster.len() as u32).count() as u32;
        let order = (0..clusters.len() as u32).collect();
        let order = ordered(
            order,
            true,
            |&at| Some(f64::from(self.stretches[clusters[at as usize][0] as usize].words())),
            |&at| u64::from(clusters[at as usize].iter().copied().min().unwrap_or_default()),
        );
        // Sorting keeps the order of equals: first by length, then by what matters more.
        let rank: Vec<u32> = inverse(&order);
        let order = ordered(
            order,
            true,
            |&at| Some(f64::from(units(clusters[at as usize]))),
            |&at| then(u32::MAX - clusters[at as usize].len() as u32, rank[at as usize]),
        );
        let rows = order.iter().skip(query.offset as usize).take(query.limit as usize);
        let open = query.open.and_then(|(article, start)| {
            let holds = |number: &u32| {
                let quotation = &self.stretches[*number as usize];
                selection.on()[quotation.position] == article
                    && quotation.parts.iter().any(|part| part.start <= start && start < part.end)
            };
            (0..).zip(&order).find(|(_, at)| clusters[**at as usize].iter().any(holds))
        });
        let attributed = |wording: Wordings| {
            let quotation = &self.quotations[wording.unit as usize];
            let (speaker, verb) = (quotation.speaker.clone(), quotation.verb.clone());
            Attributed { wording, kind: quotation.kind, speaker, verb }
        };
        Ok(UtterancesReport {
            finding: self.finding(selection, &order, &clusters, shared, repeated),
            on: selection.units().len() as u32,
            articles: selection.drawn_units(),
            rows: rows.map(|&at| self.row(selection, &places, clusters[at as usize])).collect(),
            total: clusters.len() as u32,
            shared,
            repeated,
            quotations: self.quotations.len() as u32,
            open: open.map_or_else(Vec::new, |(_, &at)| {
                let cluster = clusters[at as usize];
                let cluster = &cluster[..cluster.len().min(MOST_WORDINGS)];
                apparatus(selection, &self.stretches, cluster).into_iter().map(attributed).collect()
            }),
            open_row: open.map(|(row, _)| row),
        })
    }

    /// The places of the units that a cluster stands in, ascending, given the place of each article's.
    fn units(&self, places: &[usize], cluster: &[u32]) -> Vec<u32> {
        let of = |&number: &u32| places[self.stretches[number as usize].position] as u32;
        let mut units = crate::sorting::ascending(&cluster.iter().map(of).collect::<Vec<_>>());
        units.dedup();
        units
    }

    fn row(&self, selection: &Selection, units: &[usize], cluster: &[u32]) -> UtteranceRow {
        let place = |&number: &u32| {
            let stretch = &self.stretches[number as usize];
            UtterancePlace {
                article: selection.on()[stretch.position],
                span: stretch.span(),
                words: stretch.words(),
                kind: self.quotations[number as usize].kind,
            }
        };
        let places: Vec<UtterancePlace> = cluster.iter().map(place).collect();
        let first = &self.stretches[cluster[0] as usize];
        let article = selection.on()[first.position];
        let (text, whole) = excerpt(&selection.articles()[article as usize].text, &first.parts);
        let mut speakers: Vec<(u32, String)> = Vec::new();
        for &number in cluster {
            let speaker = &self.quotations[number as usize].speaker;
            match speakers.iter_mut().find(|(_, name)| name == speaker) {
                _ if speaker.is_empty() => {}
                Some((count, _)) => *count += 1,
                None => speakers.push((1, speaker.clone())),
            }
        }
        crate::sorting::sort_by(&mut speakers, |x, y| y.0.cmp(&x.0));
        UtteranceRow {
            article,
            span: first.span(),
            text,
            whole,
            words: first.words(),
            speakers: speakers.into_iter().map(|(_, name)| name).collect(),
            places,
            units: self.units(units, cluster).len() as u32,
        }
    }

    /// Of the utterances that stand more than once in one unit the one of which most is said again there: the first
    /// of its stretches in that unit, and how many there are.
    fn repeated(&self, places: &[usize], order: &[u32], clusters: &[&Cluster]) -> Option<(u32, u32)> {
        let mut most: Option<(u32, u32, u32)> = None;
        for &at in order {
            let cluster = clusters[at as usize];
            let by_unit = |&number: &u32| places[self.stretches[number as usize].position];
            let mut own: Vec<u32> = cluster.to_vec();
            crate::sorting::sort_by(&mut own, |a, b| by_unit(a).cmp(&by_unit(b)).then(a.cmp(b)));
            for same in own.chunk_by(|a, b| by_unit(a) == by_unit(b)).filter(|same| same.len() > 1) {
                let mut lengths: Vec<u32> =
                    same.iter().map(|&number| self.stretches[number as usize].words()).collect();
                lengths.sort_unstable();
                let again = lengths[lengths.len() - 2];
                if most.is_none_or(|most| again > most.0) {
                    most = Some((again, same[0], same.len() as u32));
                }
            }
        }
        most.map(|(_, first, times)| (first, times))
    }

    fn finding(
        &self,
        selection: &Selection,
        order: &[u32],
        clusters: &[&Cluster],
        shared: u32,
        repeated: u32,
    ) -> Finding {
        let mut prose = Prose::default();
        let units = selection.units();
        let places = units.places();
        let (noun, nouns) = units.noun();
        if self.quotations.is_empty() {
            prose.text("No article quotes anybody, so there is no utterance to compare.");
            return Finding { sentence: prose.done(), caution: String::new() };
        }
        if shared == 0 {
            prose.text(&format!("No utterance is carried by more than one {noun}."));
        } else {
            prose
                .text(&capital(&things(shared, "utterance is", "utterances are")))
                .text(&format!(" carried by several {nouns}"));
            if let Some(&first) = order.first() {
                prose.text(if shared == 1 { ", " } else { "; most widely, by " });
                let all = self.units(&places, clusters[first as usize]);
                let all: Vec<u32> = all.into_iter().map(|place| units.numbers()[place as usize]).collect();
                let named = if all.len() > CARRIERS + 1 { CARRIERS } else { all.len() };
                if named < all.len() {
                    for &article in &all[..named] {
                        prose.article(article).text(", ");
                    }
                    prose.text("and ").text(&figures((all.len() - named) as u32)).text(" others");
                } else {
                    prose.articles(&all, "and");
                }
            }
            prose.text(".");
        }
        if let Some((number, times)) = self.repeated(&places, order, clusters) {
            let stretch = &self.stretches[number as usize];
            let article = selection.on()[stretch.position];
            let text = stretch.span().of(&selection.articles()[article as usize].text);
            prose
                .text(" ")
                .text(&capital(&things(repeated, "stands", "stand")))
                .text(&format!(" more than once in one {noun}"));
            prose.text(if repeated == 1 { ", ‘" } else { "; the longest, ‘" });
            opening(&mut prose, selection, text, article);
            prose.text("’, ").text(&said(times)).text(" in ");
            prose.article(units.numbers()[places[stretch.position]]).text(".");
        }
        Finding { sentence: prose.done(), caution: String::new() }
    }
}

/// By number: its place in an order of all numbers.
pub(super) fn inverse(order: &[u32]) -> Vec<u32> {
    let mut places = vec![0; order.len()];
    for (place, &number) in (0..).zip(order) {
        places[number as usize] = place;
    }
    places
}

/// The first words of a stretch, white space as a blank, `…` between its parts; and whether that is all of it.
pub(super) fn excerpt(text: &str, parts: &[Span]) -> (String, bool) {
    let mut line = String::new();
    let mut letters = 0;
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            line.push_str(" … ");
        }
        for word in part.of(text).split_whitespace() {
            letters += word.chars().count() + 1;
            if letters > MOST_LETTERS && !line.is_empty() {
                line.push_str(" …");
                return (line, false);
            }
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
            // A word without end is cut as well.
            line.extend(word.chars().take(MOST_LETTERS));
        }
    }
    (line, true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::reuse::apparatus::{Mark, ReadingPiece};
    use crate::analysis::reuse::corpora::selection;
    use crate::analysis::reuse::differences::Difference;
    use crate::corpus::{Article, bundled};

    /// What stands between double marks of a paragraph, which is enough for the bundled corpus.
    fn between_marks(selection: &Selection) -> Vec<Quoted> {
        let mut found = Vec::new();
        for (position, &article) in selection.on().iter().enumerate() {
            let text = &selection.articles()[article as usize].text;
            for paragraph in crate::text::paragraphs(text) {
                let mut open = None;
                for (at, c) in paragraph.of(text).char_indices() {
                    let at = paragraph.start + at as u32;
                    match (c, open) {
                        ('“', _) | ('"', None) => open = Some(at + c.len_utf8() as u32),
                        ('”' | '"', Some(start)) => {
                            let parts = vec![Span::new(start, at)];
                            found.push(Quoted {
                                position,
                                parts,
                                kind: Kind::Direct,
                                speaker: String::new(),
                                verb: String::new(),
                            });
                            open = None;
                        }
                        _ => {}
                    }
                }
            }
        }
        found
    }

    #[test]
    fn one_utterance_in_two_articles_is_found_with_its_differences() {
        let selection = selection(bundled());
        let utterances = Utterances::of(&selection, between_marks(&selection), &mut |_, _| {});
        let start = selection.articles()[1].text.find("ready and willing to do").unwrap() as u32;
        let query = UtterancesQuery { limit: 100, open: Some((1, start)), ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        assert_eq!((report.shared, report.open_row), (1, Some(0)));
        let first = &report.rows[0];
        assert_eq!(first.places.iter().map(|place| place.article).collect::<Vec<_>>(), [0, 1, 1]);
        let other = &report.open[1];
        assert_eq!((other.wording.same, other.wording.words), (7, 8));
        let said: Vec<(Difference, &str, &str)> = other
            .wording
            .readings
            .iter()
            .map(|reading| (reading.difference, reading.base.as_str(), reading.other.as_str()))
            .collect();
        assert_eq!(
            said,
            [
                (Difference::Cut, "We are making crystal clear that NATO is", ""),
                (Difference::Inserted, "", "and"),
                (Difference::Cut, "and able", ""),
                (Difference::Cut, "to defend", ""),
            ]
        );
        for reading in &other.wording.readings {
            assert_eq!(reading.base_span.of(&selection.articles()[0].text), reading.base);
            assert_eq!(reading.span.of(&selection.articles()[1].text), reading.other);
        }
    }

    /// The wordings' pieces: their text after the number of others that have it, or `~` where one has other words.
    fn marked(report: &UtterancesReport) -> Vec<String> {
        let piece = |piece: &ReadingPiece| match piece.mark {
            Mark::Around => None,
            Mark::Shared(others) => Some(format!("{others} {}", piece.text)),
            Mark::Otherwise => Some(format!("~ {}", piece.text)),
        };
        let row = |it: &Attributed| it.wording.pieces.iter().filter_map(piece).collect::<Vec<_>>().join(" | ");
        report.open.iter().map(row).collect()
    }

    #[test]
    fn a_word_is_marked_alike_in_every_wording_that_has_it() {
        let selection = selection(bundled());
        let utterances = Utterances::of(&selection, between_marks(&selection), &mut |_, _| {});
        let start = selection.articles()[1].text.find("ready and willing to do").unwrap() as u32;
        let query = UtterancesQuery { open: Some((1, start)), ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        assert_eq!(
            marked(&report),
            [
                "0 We are making crystal clear that NATO is | 2 ready, willing | 0 and able | \
                 1 to do what it takes | 0 to defend",
                "2 ready | 1 and | 2 willing | 1 to do what it takes",
                "2 ready | 1 and | 2 willing",
            ]
        );
    }

    #[test]
    fn what_is_worded_otherwise_is_marked_so_on_both_sides() {
        let texts = [
            "He said: “Europe cannot guarantee its security without US support.” And no more.",
            "He said: “Europe cannot guarantee its security without Washington’s involvement.” And no more.",
            "He said: “Europe cannot guarantee its security.” And no more.",
        ];
        let article = |(number, text): (usize, &&str)| Article {
            id: format!("a{number}"),
            text: (*text).to_owned(),
            ..Article::default()
        };
        let selection = selection(texts.iter().enumerate().map(article).collect());
        let utterances = Utterances::of(&selection, between_marks(&selection), &mut |_, _| {});
        let query = UtterancesQuery { open: Some((0, 15)), ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        assert_eq!(
            marked(&report),
            [
                "2 Europe cannot guarantee its security | 1 without | ~ US support",
                "2 Europe cannot guarantee its security | 1 without | ~ Washington’s involvement",
                "2 Europe cannot guarantee its security",
            ]
        );
    }

    #[test]
    fn what_an_article_gives_twice_is_repeated_within_it() {
        let selection = selection(bundled());
        let utterances = Utterances::of(&selection, between_marks(&selection), &mut |_, _| {});
        let query = UtterancesQuery { several: true, limit: 100, ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        let twice = report.rows.iter().find(|row| row.text.starts_with("It is the foundation")).unwrap();
        assert_eq!(twice.units, 1);
        assert_eq!(
            twice.places.iter().map(|place| (place.article, place.words)).collect::<Vec<_>>(),
            [(3, 38), (3, 38)]
        );
        assert_eq!(report.total, report.rows.len() as u32);
    }

    #[test]
    fn parts_are_laid_beside_a_whole_and_joined_where_they_meet() {
        let text = "“If this country were under attack, others would come,” he said. “Nobody will ever try.”";
        let joined = "“If this country were under attack, others would come and nobody will ever try”, he said.";
        let article = |id: &str, text: &str| Article { id: id.to_owned(), text: text.to_owned(), ..Article::default() };
        let selection = selection(vec![article("a", text), article("b", joined)]);
        let part = |start: &str, end: &str| {
            Span::new(text.find(start).unwrap() as u32, (text.find(end).unwrap() + end.len()) as u32)
        };
        let quoted = |position: usize, parts: Vec<Span>| Quoted {
            position,
            parts,
            kind: Kind::Direct,
            speaker: "he".to_owned(),
            verb: "said".to_owned(),
        };
        let quotations = vec![
            quoted(0, vec![part("If", "come,"), part("Nobody", "try.")]),
            quoted(1, vec![Span::new(3, joined.find('”').unwrap() as u32)]),
        ];
        let utterances = Utterances::of(&selection, quotations, &mut |_, _| {});
        let query = UtterancesQuery { limit: 9, open: Some((0, 5)), ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        assert_eq!((report.total, report.shared), (1, 1));
        assert_eq!(report.rows[0].speakers, ["he"]);
        let readings = &report.open[1].wording.readings;
        assert_eq!(readings.len(), 1, "{readings:?}");
        assert_eq!(readings[0].difference, Difference::Divided);
        assert_eq!(readings[0].base, "come and nobody");
        assert_eq!(readings[0].other, "come,” he said. “Nobody");
    }

    #[test]
    fn many_copies_are_one_utterance() {
        let text = "He said: “We will defend every inch of allied territory.” And no more.";
        let article = |number: usize| Article { id: format!("a{number}"), text: text.to_owned(), ..Article::default() };
        let selection = selection((0..300).map(article).collect());
        let utterances = Utterances::of(&selection, between_marks(&selection), &mut |_, _| {});
        let query = UtterancesQuery { limit: 9, open: Some((7, 20)), ..UtterancesQuery::default() };
        let report = utterances.report(&selection, &query).unwrap();
        assert_eq!((report.total, report.rows[0].units), (1, 300));
        assert_eq!(report.open.len(), MOST_WORDINGS);
    }

    #[test]
    fn no_quotation_is_said_in_words() {
        let selection = selection(bundled());
        let utterances = Utterances::of(&selection, Vec::new(), &mut |_, _| {});
        let report = utterances.report(&selection, &UtterancesQuery::default()).unwrap();
        assert_eq!(report.total, 0);
        assert!(!report.finding.sentence.is_empty());
    }
}
