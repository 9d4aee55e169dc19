//! Where words stand along the articles: a lane an article, a tick an occurrence.

use super::Article;
use crate::chart::draw::{self, badge, badge_width, called, rect, text};
use crate::chart::measure::{self, Area};
use crate::chart::order;
use crate::chart::scale::Scale;
use crate::chart::ticks;
use crate::chart::{Align, Card, Ink, Mark, Scene, Type};

/// One occurrence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tick {
    /// Which word of the article it is, from 0.
    pub token: u32,
    /// What a click opens.
    pub target: usize,
}

/// One word in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// The word. Lanes of one word stand one after the other; a heading is set where the word changes,
    /// if there is more than one.
    pub term: String,
    /// The article.
    pub article: Article,
    /// Its size in word tokens.
    pub tokens: u32,
    /// The occurrences, by place.
    pub ticks: Vec<Tick>,
}

/// How wide a lane is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LaneWidth {
    /// Each article fills the width: places are shares of its length.
    #[default]
    Equal,
    /// As long as the article.
    Proportional,
}

/// The chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Barcode {
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// How wide a lane is.
    pub lane_width: LaneWidth,
}

const LANE: f64 = 28.0;
const HEAD: f64 = 26.0;
/// Ticks of one lane closer than this share a mark.
const APART: f64 = 3.0;

impl Barcode {
    /// The chart at this width in pixels.
    pub fn scene(&self, width: f64) -> Scene {
        let width = draw::usable(width);
        let terms = self.terms();
        let title = match terms.as_slice() {
            [one] => format!("Where ‘{one}’ stands in each article"),
            _ => "Where the words stand in each article".to_owned(),
        };
        let total: usize = self.lanes.iter().map(|lane| lane.ticks.len()).sum();
        if self.lanes.is_empty() {
            return draw::nothing(width, title, "No word is chosen, or no article is switched on.");
        }
        let headings = terms.len() > 1;
        let heads = if headings { self.changes() } else { 0 };
        let mut scene = Scene {
            width,
            height: 4.0 + LANE * self.lanes.len() as f64 + HEAD * heads as f64 + 24.0,
            title,
            summary: format!(
                "{} of {} in {}; each line is one occurrence, from the beginning of the article to its end.",
                draw::numbered(total, "occurrence", "occurrences"),
                match terms.as_slice() {
                    [one] => format!("‘{one}’"),
                    _ => draw::numbered(terms.len(), "word", "words"),
                },
                draw::numbered(draw::legend(self.lanes.iter().map(|lane| &lane.article)).len(), "article", "articles"),
            ),
            legend: draw::legend(self.lanes.iter().map(|lane| &lane.article)),
            ..Scene::default()
        };
        let badges = self.lanes.iter().map(|lane| badge_width(&lane.article)).fold(0.0, f64::max);
        let counts = self
            .lanes
            .iter()
            .map(|lane| measure::width(&ticks::count(lane.ticks.len() as u64), Type::Tick))
            .fold(0.0, f64::max);
        let track = (badges + 10.0, width - counts - 12.0);
        let longest = self.lanes.iter().map(|lane| lane.length()).fold(1.0, f64::max);
        let mut y = 4.0;
        let mut before: Option<&str> = None;
        let mut row = 0;
        for lane in &self.lanes {
            if headings && before != Some(&lane.term) {
                let words = measure::fit(&lane.term, Type::Term, width);
                scene.back.push(text(0.0, y + 17.0, words, Type::Term, Ink::Ink, Align::Start));
                y += HEAD;
                before = Some(&lane.term);
            }
            let end = match self.lane_width {
                LaneWidth::Equal => track.1,
                LaneWidth::Proportional => track.0 + (track.1 - track.0) * lane.length() / longest,
            };
            self.lane(&mut scene, lane, y + LANE / 2.0, (track.0, end), row);
            row += usize::from(!lane.ticks.is_empty());
            y += LANE;
        }
        self.axis(&mut scene, y, track, longest);
        scene
    }

    /// The different words, in the order of the lanes.
    fn terms(&self) -> Vec<&str> {
        let mut terms: Vec<&str> = Vec::new();
        for lane in &self.lanes {
            if !terms.contains(&lane.term.as_str()) {
                terms.push(&lane.term);
            }
        }
        terms
    }

    /// How many headings there are.
    fn changes(&self) -> usize {
        self.lanes.chunk_by(|a, b| a.term == b.term).count()
    }

    fn lane(&self, scene: &mut Scene, lane: &Lane, y: f64, (start, end): (f64, f64), row: usize) {
        scene.back.extend(badge(&lane.article, 0.0, y));
        let end = end.max(start + 2.0);
        scene.back.push(rect(Area::new(start, y - 9.0, end - start, 18.0), 2.0, Ink::Line, 0.6));
        let (count, ink) = (lane.ticks.len(), if lane.ticks.is_empty() { Ink::Soft } else { Ink::Ink });
        let count = ticks::count(count as u64);
        scene.back.push(text(scene.width, y + Type::Tick.drop(), count, Type::Tick, ink, Align::End));
        let scale = Scale::linear((0.0, lane.length()), (start, (end - 2.0).max(start)));
        let sorted =
            order::sorted(lane.ticks.iter().collect(), |a: &&Tick, b| (a.token, a.target).cmp(&(b.token, b.target)));
        let mut groups: Vec<(f64, Vec<&Tick>)> = Vec::new();
        for tick in sorted {
            let x = scale.at(f64::from(tick.token));
            match groups.last_mut() {
                Some((first, group)) if x - *first < APART => group.push(tick),
                _ => groups.push((x, vec![tick])),
            }
        }
        for at in 0..groups.len() {
            let (x, group) = &groups[at];
            let last = group.last().map_or(*x, |tick| scale.at(f64::from(tick.token)));
            let shapes = if group.len() <= 4 {
                let one = |tick: &&Tick| {
                    let x = scale.at(f64::from(tick.token));
                    rect(Area::new(x, y - 9.0, 2.0, 18.0), 0.0, Ink::Article(lane.article.colour), 1.0)
                };
                group.iter().map(one).collect()
            } else {
                vec![rect(Area::new(*x, y - 9.0, last - x + 2.0, 18.0), 0.0, Ink::Article(lane.article.colour), 1.0)]
            };
            // The pointer's area reaches half-way to the neighbours, at most 24 pixels wide.
            let left = if at > 0 { (groups[at - 1].0 + x) / 2.0 + 1.0 } else { f64::NEG_INFINITY };
            let right = groups.get(at + 1).map_or(f64::INFINITY, |next| (next.0 + x) / 2.0 + 1.0);
            let left = left.max(x - 11.0).max(0.0);
            let right = right.min(last + 13.0).min(scene.width);
            scene.marks.push(Mark {
                shapes,
                area: (left, y - LANE / 2.0, (right - left).max(1.0), LANE),
                label: lane.sentence(group),
                card: lane.card(group),
                target: group[0].target,
                others: group[1..].iter().map(|tick| tick.target).collect(),
                row,
            });
        }
    }

    fn axis(&self, scene: &mut Scene, y: f64, track: (f64, f64), longest: f64) {
        let plot = Area::new(track.0, y, track.1 - track.0, 2.0);
        if self.lane_width == LaneWidth::Equal {
            let baseline = plot.bottom() + 14.0;
            let middle = plot.x + plot.width / 2.0;
            for (x, words, align) in [
                (plot.x, "beginning", Align::Start),
                (middle, "middle", Align::Middle),
                (plot.right(), "end", Align::End),
            ] {
                scene.back.push(text(x, baseline, words, Type::Tick, Ink::Soft, align));
            }
            return;
        }
        let mut places = ticks::whole(longest, ((plot.width / 90.0) as usize).max(2));
        if let Some(last) = places.last_mut() {
            last.label.push_str(" words");
        }
        draw::axis_below(scene, &Scale::linear((0.0, longest), track), &places, plot, None);
    }
}

impl Lane {
    /// Its length in words: what is given, or as far as its ticks reach.
    fn length(&self) -> f64 {
        let reach = self.ticks.iter().map(|tick| f64::from(tick.token) + 1.0).fold(1.0, f64::max);
        f64::from(self.tokens).max(reach)
    }

    fn sentence(&self, group: &[&Tick]) -> String {
        let place = ticks::count(u64::from(group[0].token) + 1);
        let size = ticks::count(self.length() as u64);
        let many = if group.len() > 1 { format!("{} times from ", group.len()) } else { String::new() };
        format!("{} in {}: {many}word {place} of {size}", self.term, called(&self.article))
    }

    fn card(&self, group: &[&Tick]) -> Card {
        let places: Vec<String> = group.iter().take(8).map(|tick| ticks::count(u64::from(tick.token) + 1)).collect();
        let more = if group.len() > 8 { format!(" and {} more", group.len() - 8) } else { String::new() };
        let name = if group.len() > 1 { "words" } else { "word" };
        Card {
            title: self.term.clone(),
            rows: vec![
                ("in".to_owned(), called(&self.article)),
                (name.to_owned(), format!("{}{more} of {}", places.join(", "), ticks::count(self.length() as u64))),
                ("in the article".to_owned(), draw::times(self.ticks.len() as u32)),
            ],
        }
    }
}
