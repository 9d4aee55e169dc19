//! An address as a state.

use super::ADDRESS_VERSION;
use super::corpus;
use super::escape::{decode, decode_list};
use super::framing;
use super::keys::{
    self, CORRECTIONS, EFFECTS, EVIDENCES, FURTHER_COLUMNS, KEYWORD_COLUMNS, KINDS, LEVELS, MATRIX_ORDERS, PICTURES,
    SIMILARITIES, STYLE_COLUMNS, STYLE_MEASURES, STYLE_WORDS, VIEWS,
};
use super::state::{AgainstState, KeywordsState, MOST_CHOSEN, NumberState, Order, ReaderState, State, View};
use crate::digits::grouped;
use crate::protocol::{
    Compared, Grouping, HandGroup, KeywordColumn, Kind, MOST_WORDS, NameKind, QuotationKind, VerbClass,
};

/// A key and its value, the value still escaped.
type Pair = (String, String);

/// Turns the pairs of an address of one version into those of the next.
type Upgrade = fn(Vec<Pair>) -> Vec<Pair>;

/// The first turns version 1 into 2, and so on: one less than [`ADDRESS_VERSION`].
const UPGRADES: [Upgrade; ADDRESS_VERSION as usize - 1] = [];

/// The state that an address asks for (from `#` on, or from after it) and, in plain words, what
/// could not be read of it. Never fails: what can't be read is as by default.
#[must_use]
pub fn parse(address: &str) -> (State, Vec<String>) {
    let mut reading = Reading { state: State::default(), notices: Vec::new(), sorted: false };
    let address = address.strip_prefix('#').unwrap_or(address);
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let name = path.trim_matches('/');
    match keys::value(VIEWS, name) {
        Some(view) => reading.state.view = view,
        None if name.is_empty() => {}
        None => {
            let name = decode(name).unwrap_or_else(|| name.to_owned());
            reading.say(&["There is no view called \u{201c}", &short(&name), "\u{201d}; this is the Overview."]);
        }
    }
    for (key, value) in upgraded(pairs(query), &mut reading) {
        reading.pair(&key, &value);
    }
    reading.fit();
    // Whose number it is says nothing without which number.
    if reading.state.number.as_ref().is_none_or(|number| number.measure.is_empty()) {
        reading.state.number = None;
        reading.state.how = false;
    }
    (reading.state, reading.notices)
}

fn pairs(query: &str) -> Vec<Pair> {
    query
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(key, value)| (decode(key).unwrap_or_else(|| key.to_owned()), value.to_owned()))
        .collect()
}

fn upgraded(mut pairs: Vec<Pair>, reading: &mut Reading) -> Vec<Pair> {
    let version = pairs.iter().find(|(key, _)| key == "v").map(|(_, value)| value.parse::<u32>());
    pairs.retain(|(key, _)| key != "v");
    match version {
        None => pairs,
        Some(Ok(version)) if (1..=ADDRESS_VERSION).contains(&version) => {
            UPGRADES.iter().skip(version as usize - 1).fold(pairs, |pairs, upgrade| upgrade(pairs))
        }
        Some(_) => {
            reading.say(&["This link is of another version of Parallax; what could be read of it is shown."]);
            pairs
        }
    }
}

/// A text from outside, cut to what fits a sentence.
fn short(text: &str) -> String {
    let mut out: String = text.chars().take(40).collect();
    if out.len() < text.len() {
        out.push('…');
    }
    out
}

struct Reading {
    state: State,
    notices: Vec<String>,
    /// Whether the keywords' order is asked for: else it is the usual one of the kind of words.
    sorted: bool,
}

impl Reading {
    fn say(&mut self, parts: &[&str]) {
        self.notices.push(parts.concat());
    }

    /// Leaves out what can be read but can't all be shown.
    fn fit(&mut self) {
        let chosen = &mut self.state.frequency.terms;
        if chosen.len() > MOST_CHOSEN {
            let left_out = chosen.split_off(MOST_CHOSEN).join(", ");
            let most = grouped(MOST_CHOSEN as u64);
            self.say(&["Frequency shows ", &most, " words at once; left out of the address: ", &short(&left_out), "."]);
        }
        let (minimum, maximum) = (self.state.frequency.minimum, self.state.frequency.maximum);
        if let Some(most) = maximum.filter(|most| *most < minimum) {
            self.state.frequency.maximum = None;
            let (least, most) = (grouped(u64::from(minimum)), grouped(u64::from(most)));
            self.say(&[
                "The address asks for words that occur at least ",
                &least,
                " and at most ",
                &most,
                " times, which none does; the upper bound is left out.",
            ]);
        }
    }

    fn pair(&mut self, key: &str, value: &str) {
        let (view, key) = match key.split_once('.') {
            Some((view, key)) => (keys::value(VIEWS, view), key),
            None => (Some(self.state.view), key),
        };
        let read = self.general(key, value).or_else(|| match view? {
            View::Keywords => self.keywords(key, value),
            View::Frequency => self.frequency(key, value),
            View::Compare => self.compare(key, value),
            View::Quotes => self.quotes(key, value),
            View::Coverage => self.coverage(key, value).or_else(|| framing::read(&mut self.state.framing, key, value)),
            View::Style => self.style(key, value),
            View::Corpus => corpus::read(&mut self.state.corpus, key, value),
            View::Methods => self.methods(key, value),
            View::Overview => None,
        });
        match read {
            Some(true) => {}
            Some(false) => {
                let value = short(&decode(value).unwrap_or_else(|| value.to_owned()));
                self.say(&[
                    "The address asks for ",
                    key,
                    " \u{201c}",
                    &value,
                    "\u{201d}, which can't be; it is left as usual.",
                ]);
            }
            None => self.say(&[
                "The address holds \u{201c}",
                &short(key),
                "\u{201d}, which means nothing here; it is passed over.",
            ]),
        }
    }

    /// Settings and reader, whose keys are the same in every view. `None`: no such key; `false`: no such value.
    fn general(&mut self, key: &str, value: &str) -> Option<bool> {
        let settings = &mut self.state.settings;
        let words = &mut settings.words;
        Some(match key {
            "fold-case" => switch(&mut words.fold_case, value),
            "keep-acronyms" => switch(&mut words.keep_acronyms, value),
            "strip-possessives" => switch(&mut words.strip_possessives, value),
            "join-hyphens" => switch(&mut words.join_hyphens, value),
            "keep-numbers" => switch(&mut words.keep_numbers, value),
            "merge-spellings" => switch(&mut words.merge_spellings, value),
            "stems" => switch(&mut words.stems, value),
            "furniture" => switch(&mut settings.furniture, value),
            "hide-stop-words" => switch(&mut settings.stop_words.hidden, value),
            "stop" => set(&mut settings.stop_words.added, decode_list(value)),
            "show" => set(&mut settings.stop_words.removed, decode_list(value)),
            "off" => set(&mut settings.off, decode_list(value)),
            "names" => set(&mut settings.names, decode_list(value)),
            "group-by" if value == keys::BY_HAND => {
                // Which groups, the next key says.
                settings.grouping = Compared::ByHand(Vec::new()).setting();
                true
            }
            "group-by" => {
                let grouping = Grouping::new(value.to_owned());
                let known = matches!(Compared::read(&grouping), Some(Compared::By(_)));
                set(&mut settings.grouping, known.then_some(grouping))
            }
            "groups" => set(&mut settings.grouping, groups(value)),
            "from" => set(&mut self.state.drawn.from, number(value, 0, u32::MAX)),
            "find" => set(&mut self.state.drawn.find, decode(value)),
            "orders" => {
                let orders = decode_list(value).filter(|orders| orders.iter().all(|order| order.contains('.')));
                set(&mut self.state.orders, orders)
            }
            "read" => {
                let article = decode(value);
                set(&mut self.reader().article, article)
            }
            "term" => {
                let term = decode(value);
                set(&mut self.reader().term, term)
            }
            "mark" => {
                let marking = decode(value).and_then(|name| keys::marking_named(&name));
                let is = marking.is_some();
                self.reader().marking = marking;
                is
            }
            "hit" => {
                let hit = number(value, 0, u32::MAX);
                set(&mut self.reader().hit, hit)
            }
            "bytes" | "beside-bytes" => {
                let bytes =
                    value.split_once('-').and_then(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)));
                let is = bytes.is_some();
                let reader = self.reader();
                *if key == "bytes" { &mut reader.passage } else { &mut reader.beside_passage } = bytes;
                is
            }
            "number" => {
                let measure = decode(value).filter(|measure| !measure.is_empty());
                set(&mut self.number().measure, measure)
            }
            "number-of" => {
                let term = decode(value);
                set(&mut self.number().term, term)
            }
            "number-in" => {
                let article = decode(value);
                set(&mut self.number().article, article)
            }
            "number-against" => {
                let beside = decode(value);
                set(&mut self.number().beside, beside)
            }
            // Which texts the link is of, or the texts themselves: that is no matter of the view.
            "of" | "with" => true,
            "how" => switch(&mut self.state.how, value),
            "beside" => {
                let beside = decode(value);
                let is = beside.is_some();
                self.reader().beside = beside;
                is
            }
            _ => return None,
        })
    }

    fn reader(&mut self) -> &mut ReaderState {
        self.state.reader.get_or_insert_with(ReaderState::default)
    }

    fn number(&mut self) -> &mut NumberState {
        self.state.number.get_or_insert_with(NumberState::default)
    }

    fn keywords(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.keywords;
        Some(match key {
            "picture" => set(&mut state.picture, keys::value(PICTURES, value)),
            "rank" => set(&mut state.rank, keys::value(KEYWORD_COLUMNS, value)),
            "minimum" => set(&mut state.minimum, number(value, 1, u32::MAX)),
            "effect" => set(&mut state.effect, keys::value(EFFECTS, value)),
            "evidence" => set(&mut state.evidence, keys::value(EVIDENCES, value)),
            "group" => set(&mut state.group, decode_list(value)),
            "against" => {
                set(&mut state.against, (value == keys::GENERAL_ENGLISH).then_some(AgainstState::GeneralEnglish))
            }
            "reference" => set(&mut state.against, decode_list(value).map(AgainstState::Articles)),
            "range" => set(&mut state.range, number(value, 1, u32::MAX)),
            "words" => {
                let is = set(&mut state.kind, keys::value(KINDS, value));
                if !self.sorted {
                    state.order = KeywordsState::usual_order(state.kind);
                }
                is
            }
            // Links of the first version that had only these two.
            "negative" => {
                let mut both = false;
                let is = switch(&mut both, value);
                state.kind = if both { Kind::Both } else { state.kind };
                is
            }
            "below" => match keys::value(LEVELS, value) {
                Some(level) => {
                    state.below = Some(level);
                    true
                }
                None => false,
            },
            "correction" => set(&mut state.correction, keys::value(CORRECTIONS, value)),
            "k" => set(&mut state.smoothing, number(value, 1, u32::MAX)),
            "columns" => set(&mut state.further, columns(value)),
            "articles" => set(&mut state.articles, decode_list(value)),
            "filter" => set(&mut state.filter, decode(value)),
            "sort" => {
                self.sorted = set(&mut state.order, order(value, |name| keys::value(KEYWORD_COLUMNS, name)));
                self.sorted
            }
            _ => return None,
        })
    }

    fn frequency(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.frequency;
        Some(match key {
            "n" => set(&mut state.n, number(value, 1, 5)),
            "minimum" => set(&mut state.minimum, number(value, 1, u32::MAX)),
            "maximum" => {
                state.maximum = number(value, 1, u32::MAX);
                state.maximum.is_some()
            }
            "picture" => set(&mut state.picture, keys::value(keys::VOCABULARY_PICTURES, value)),
            "running" => switch(&mut state.running, value),
            "terms" => set(&mut state.terms, decode_list(value)),
            "by-length" => switch(&mut state.by_length, value),
            "filter" => set(&mut state.filter, decode(value)),
            "sort" => set(&mut state.order, order(value, keys::frequency_column_named)),
            _ => return None,
        })
    }

    fn compare(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.compare;
        Some(match key {
            "measure" => set(&mut state.measure, keys::value(SIMILARITIES, value)),
            "distance" => set(&mut state.distance, keys::value(keys::DISTANCES, value).map(Some)),
            "linkage" => set(&mut state.linkage, keys::value(keys::LINKAGES, value)),
            "pair" => match decode_list(value).as_deref() {
                Some([a, b]) if a != b => {
                    state.pair = Some((a.clone(), b.clone()));
                    true
                }
                _ => false,
            },
            "minimum" => set(&mut state.minimum, number(value, 1, u32::MAX)),
            "apart" => switch(&mut state.apart, value),
            "passages-only" => switch(&mut state.passages_only, value),
            "passage" => set(&mut state.passage, number(value, 3, u32::MAX)),
            "filter" => set(&mut state.filter, decode(value)),
            "sort" => set(&mut state.order, order(value, |name| keys::value(KEYWORD_COLUMNS, name))),
            "matrix" => set(&mut state.matrix, keys::value(MATRIX_ORDERS, value)),
            "matrix-filter" => set(&mut state.matrix_filter, decode(value)),
            "map-least" => set(&mut state.map.minimum, number(value, 1, u32::MAX)),
            "map-range" => set(&mut state.map.range, number(value, 1, u32::MAX)),
            "map-words" => set(&mut state.map.words, number(value, 2, MOST_WORDS)),
            "map-axes" => set(&mut state.map.axes, axes(value)),
            "set" => set(&mut state.set, decode_list(value)),
            "set-order" => set(&mut state.set_order, keys::value(keys::SET_ORDERS, value)),
            "set-all" => switch(&mut state.set_all, value),
            "set-open" => set(&mut state.set_open, decode_list(value)),
            "texts" => match decode_list(value).as_deref() {
                Some([a, b]) => {
                    state.texts = Some((a.clone(), b.clone()));
                    true
                }
                _ => false,
            },
            "reuse" => set(&mut state.reuse, number(value, 5, 100)),
            "reused" => set(&mut state.reused, place(value).map(Some)),
            _ => return None,
        })
    }

    fn quotes(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.quotes;
        Some(match key {
            "articles" => set(&mut state.articles, decode_list(value)),
            "kind" => set(&mut state.kinds, kinds(value)),
            "speaker" => set(&mut state.speaker, decode(value).map(Some)),
            "class" => set(&mut state.class, keys::value(VerbClass::ALL, value).map(Some)),
            "verb" => set(&mut state.verb, decode(value).filter(|verb| !verb.is_empty()).map(Some)),
            "filter" => set(&mut state.filter, decode(value)),
            "sort" => set(&mut state.order, order(value, |name| keys::value(keys::QUOTES_COLUMNS, name))),
            "all-verbs" => switch(&mut state.all_verbs, value),
            "every" => switch(&mut state.every, value),
            "reported" => switch(&mut state.reported, value),
            "utterance" => set(&mut state.utterance, place(value).map(Some)),
            _ => return None,
        })
    }

    fn coverage(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.coverage;
        Some(match key {
            "kind" => set(&mut state.kind, keys::value(NameKind::ALL, value).map(Some)),
            "name" => set(&mut state.name, decode(value).filter(|name| !name.is_empty()).map(Some)),
            "filter" => set(&mut state.filter, decode(value)),
            "sort" => set(&mut state.order, order(value, |name| keys::value(keys::COVERAGE_COLUMNS, name))),
            _ => return None,
        })
    }

    fn style(&mut self, key: &str, value: &str) -> Option<bool> {
        let state = &mut self.state.style;
        Some(match key {
            "measures" => set(&mut state.measures, keys::value(STYLE_MEASURES, value)),
            "lengths" => {
                state.word_lengths = value == "words";
                matches!(value, "words" | "sentences")
            }
            "all" => switch(&mut state.all_words, value),
            "words" => set(&mut state.words, keys::value(STYLE_WORDS, value)),
            "sort" => set(&mut state.order, order(value, |name| keys::value(STYLE_COLUMNS, name))),
            _ => return None,
        })
    }

    fn methods(&mut self, key: &str, value: &str) -> Option<bool> {
        (key == "measure").then(|| {
            self.state.measure = decode(value).filter(|measure| !measure.is_empty());
            self.state.measure.is_some()
        })
    }
}

pub(super) fn set<T>(place: &mut T, value: Option<T>) -> bool {
    value.map(|value| *place = value).is_some()
}

pub(super) fn switch(place: &mut bool, value: &str) -> bool {
    set(
        place,
        match value {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
    )
}

pub(super) fn number(value: &str, least: u32, most: u32) -> Option<u32> {
    value.parse().ok().filter(|number| (least..=most).contains(number))
}

/// Groups made by hand: of each a list, its name first, with semicolons between.
fn groups(value: &str) -> Option<Grouping> {
    let mut groups = Vec::new();
    for list in value.split(';').filter(|list| !list.is_empty()) {
        let mut items = decode_list(list)?.into_iter();
        groups.push(HandGroup { name: items.next()?, articles: items.collect() });
    }
    Some(Compared::by_hand(groups).setting())
}

/// A byte of an article: the byte, a point, the article's id.
fn place(value: &str) -> Option<(String, u32)> {
    let (byte, id) = value.split_once('.')?;
    Some((decode(id).filter(|id| !id.is_empty())?, byte.parse().ok()?))
}

/// Kinds by their names, each once; `None` where one isn't known or none is named.
fn kinds(value: &str) -> Option<Vec<QuotationKind>> {
    let mut kinds = Vec::new();
    for name in value.split(',') {
        let kind = keys::value(QuotationKind::ALL, name)?;
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    Some(kinds)
}

/// Measures by their names, each once; `None` where one isn't known.
fn columns(value: &str) -> Option<Vec<KeywordColumn>> {
    let mut columns = Vec::new();
    for name in value.split(',').filter(|name| !name.is_empty()) {
        let column = keys::value(KEYWORD_COLUMNS, name).filter(|column| FURTHER_COLUMNS.contains(column))?;
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    Some(columns)
}

/// Two different axes, from 1.
fn axes(value: &str) -> Option<(u32, u32)> {
    let (x, y) = value.split_once('-')?;
    let (x, y) = (number(x, 1, 99)?, number(y, 1, 99)?);
    (x != y).then_some((x, y))
}

pub(super) fn order<S>(value: &str, column: impl Fn(&str) -> Option<S>) -> Option<Order<S>> {
    let (name, descending) = value.strip_prefix('-').map_or((value, false), |name| (name, true));
    column(name).map(|sort| Order { sort, descending })
}
