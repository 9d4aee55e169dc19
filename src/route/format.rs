//! A state as an address.

use super::ADDRESS_VERSION;
use super::corpus;
use super::escape::{encode, encode_list};
use super::framing;
use super::keys::{
    self, CORRECTIONS, EFFECTS, EVIDENCES, KEYWORD_COLUMNS, KINDS, LEVELS, MATRIX_ORDERS, PICTURES, SIMILARITIES,
    STYLE_COLUMNS, STYLE_MEASURES, STYLE_WORDS, VIEWS,
};
use super::state::{
    AgainstState, CompareState, CoverageState, FrequencyState, KeywordsState, Order, QuotesState, State, StyleState,
    View,
};
use crate::protocol::{Compared, Grouping, HandGroup};

/// The address of another view with everything else as it is.
#[must_use]
pub fn format_view(state: &State, view: View) -> String {
    let mut out = Address { view, prefix: "", text: String::new() };
    out.settings(state);
    out.within(View::Keywords, "keywords.");
    out.keywords(&state.keywords);
    out.within(View::Frequency, "frequency.");
    out.frequency(&state.frequency);
    out.within(View::Compare, "compare.");
    out.compare(&state.compare);
    out.within(View::Quotes, "quotes.");
    out.quotes(&state.quotes);
    out.within(View::Coverage, "coverage.");
    out.coverage(&state.coverage);
    framing::write(&state.framing, &mut out);
    out.within(View::Style, "style.");
    out.style(&state.style);
    out.within(View::Corpus, "corpus.");
    corpus::write(&state.corpus, &mut out);
    out.within(View::Methods, "methods.");
    if let Some(measure) = &state.measure {
        out.put("measure", &encode(measure));
    }
    out.prefix = "";
    out.reader(state);
    out.computation(state);
    let mut address = ["#/", keys::name(VIEWS, view)].concat();
    if !out.text.is_empty() {
        address.push_str("?v=");
        address.push_str(&ADDRESS_VERSION.to_string());
        address.push_str(&out.text);
    }
    address
}

pub(super) struct Address {
    view: View,
    prefix: &'static str,
    text: String,
}

impl Address {
    /// The keys that follow belong to this view.
    fn within(&mut self, view: View, prefix: &'static str) {
        self.prefix = if view == self.view { "" } else { prefix };
    }

    /// Writes a key with a value that is already escaped.
    pub(super) fn put(&mut self, key: &str, value: &str) {
        for part in ["&", self.prefix, key, "=", value] {
            self.text.push_str(part);
        }
    }

    pub(super) fn number(&mut self, key: &str, value: u32, default: u32) {
        if value != default {
            self.put(key, &value.to_string());
        }
    }

    pub(super) fn words(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.put(key, &encode(value));
        }
    }

    pub(super) fn list(&mut self, key: &str, items: &[String]) {
        let list = encode_list(items);
        if !list.is_empty() {
            self.put(key, &list);
        }
    }

    pub(super) fn switch(&mut self, key: &str, value: bool, default: bool) {
        if value != default {
            self.put(key, if value { "yes" } else { "no" });
        }
    }

    /// Writes a byte of an article: the byte, a point, the article's id.
    fn place(&mut self, key: &str, place: Option<&(String, u32)>) {
        if let Some((id, byte)) = place {
            self.put(key, &[&byte.to_string(), ".", &encode(id)].concat());
        }
    }

    fn order(&mut self, column: &str, descending: bool) {
        self.put("sort", &[if descending { "-" } else { "" }, column].concat());
    }

    fn settings(&mut self, state: &State) {
        let default = State::default().settings;
        let settings = &state.settings;
        let (words, usual) = (&settings.words, &default.words);
        self.switch("fold-case", words.fold_case, usual.fold_case);
        self.switch("keep-acronyms", words.keep_acronyms, usual.keep_acronyms);
        self.switch("strip-possessives", words.strip_possessives, usual.strip_possessives);
        self.switch("join-hyphens", words.join_hyphens, usual.join_hyphens);
        self.switch("keep-numbers", words.keep_numbers, usual.keep_numbers);
        self.switch("merge-spellings", words.merge_spellings, usual.merge_spellings);
        self.switch("stems", words.stems, usual.stems);
        self.switch("furniture", settings.furniture, default.furniture);
        self.switch("hide-stop-words", settings.stop_words.hidden, default.stop_words.hidden);
        self.list("stop", &settings.stop_words.added);
        self.list("show", &settings.stop_words.removed);
        self.list("off", &settings.off);
        self.list("names", &settings.names);
        if !settings.grouping.is_each() {
            self.grouping(&settings.grouping);
        }
        self.number("from", state.drawn.from, 0);
        self.words("find", &state.drawn.find);
        self.list("orders", &state.orders);
    }

    /// What is compared: a name, and of groups made by hand, each with its articles, one list a group.
    fn grouping(&mut self, grouping: &Grouping) {
        let Some(compared) = Compared::read(grouping) else { return };
        let Compared::ByHand(groups) = compared else { return self.put("group-by", grouping.text()) };
        self.put("group-by", keys::BY_HAND);
        let list = |group: &HandGroup| {
            let items: Vec<String> = [&group.name].into_iter().chain(&group.articles).cloned().collect();
            encode_list(&items)
        };
        if !groups.is_empty() {
            self.put("groups", &groups.iter().map(list).collect::<Vec<_>>().join(";"));
        }
    }

    fn keyword_order(
        &mut self,
        order: Order<crate::protocol::KeywordColumn>,
        default: Order<crate::protocol::KeywordColumn>,
    ) {
        if order != default {
            self.order(keys::name(KEYWORD_COLUMNS, order.sort), order.descending);
        }
    }

    fn keywords(&mut self, state: &KeywordsState) {
        let default = KeywordsState::default();
        if state.picture != default.picture {
            self.put("picture", keys::name(PICTURES, state.picture));
        }
        if state.rank != default.rank {
            self.put("rank", keys::name(KEYWORD_COLUMNS, state.rank));
        }
        if state.effect != default.effect {
            self.put("effect", keys::name(EFFECTS, state.effect));
        }
        if state.evidence != default.evidence {
            self.put("evidence", keys::name(EVIDENCES, state.evidence));
        }
        self.list("group", &state.group);
        match &state.against {
            AgainstState::Rest => {}
            AgainstState::GeneralEnglish => self.put("against", keys::GENERAL_ENGLISH),
            // Ids may be called anything: they have a key of their own.
            AgainstState::Articles(articles) => self.put("reference", &encode_list(articles)),
        }
        self.number("minimum", state.minimum, default.minimum);
        self.number("range", state.range, default.range);
        if state.kind != default.kind {
            self.put("words", keys::name(KINDS, state.kind));
        }
        if let Some(below) = state.below {
            self.put("below", keys::name(LEVELS, below));
        }
        if state.correction != default.correction {
            self.put("correction", keys::name(CORRECTIONS, state.correction));
        }
        self.number("k", state.smoothing, default.smoothing);
        if !state.further.is_empty() {
            let names: Vec<&str> = state.further.iter().map(|&column| keys::name(KEYWORD_COLUMNS, column)).collect();
            self.put("columns", &names.join(","));
        }
        self.list("articles", &state.articles);
        self.words("filter", &state.filter);
        self.keyword_order(state.order, KeywordsState::usual_order(state.kind));
    }

    fn frequency(&mut self, state: &FrequencyState) {
        let default = FrequencyState::default();
        self.number("n", state.n, default.n);
        self.number("minimum", state.minimum, default.minimum);
        if let Some(maximum) = state.maximum {
            self.put("maximum", &maximum.to_string());
        }
        if state.picture != default.picture {
            self.put("picture", keys::name(keys::VOCABULARY_PICTURES, state.picture));
        }
        self.switch("running", state.running, default.running);
        self.list("terms", &state.terms);
        self.switch("by-length", state.by_length, default.by_length);
        self.words("filter", &state.filter);
        if state.order != default.order {
            self.order(&keys::frequency_column(state.order.sort), state.order.descending);
        }
    }

    fn compare(&mut self, state: &CompareState) {
        let default = CompareState::default();
        if state.measure != default.measure {
            self.put("measure", keys::name(SIMILARITIES, state.measure));
        }
        if let Some(distance) = state.distance {
            self.put("distance", keys::name(keys::DISTANCES, distance));
        }
        if state.linkage != default.linkage {
            self.put("linkage", keys::name(keys::LINKAGES, state.linkage));
        }
        if let Some((a, b)) = &state.pair {
            self.put("pair", &encode_list(&[a.clone(), b.clone()]));
        }
        self.number("minimum", state.minimum, default.minimum);
        self.number("passage", state.passage, default.passage);
        self.switch("apart", state.apart, default.apart);
        self.switch("passages-only", state.passages_only, default.passages_only);
        self.words("filter", &state.filter);
        self.keyword_order(state.order, default.order);
        if state.matrix != default.matrix {
            self.put("matrix", keys::name(MATRIX_ORDERS, state.matrix));
        }
        self.words("matrix-filter", &state.matrix_filter);
        self.number("map-least", state.map.minimum, default.map.minimum);
        self.number("map-range", state.map.range, default.map.range);
        self.number("map-words", state.map.words, default.map.words);
        if state.map.axes != default.map.axes {
            let (x, y) = state.map.axes;
            self.put("map-axes", &[x.to_string(), y.to_string()].join("-"));
        }
        self.list("set", &state.set);
        if state.set_order != default.set_order {
            self.put("set-order", keys::name(keys::SET_ORDERS, state.set_order));
        }
        self.switch("set-all", state.set_all, default.set_all);
        self.list("set-open", &state.set_open);
        if let Some((a, b)) = &state.texts {
            self.put("texts", &encode_list(&[a.clone(), b.clone()]));
        }
        self.number("reuse", state.reuse, default.reuse);
        self.place("reused", state.reused.as_ref());
    }

    fn computation(&mut self, state: &State) {
        let Some(number) = &state.number else { return };
        self.put("number", &encode(&number.measure));
        self.words("number-of", &number.term);
        self.words("number-in", &number.article);
        self.words("number-against", &number.beside);
        self.switch("how", state.how, false);
    }

    fn quotes(&mut self, state: &QuotesState) {
        let default = QuotesState::default();
        self.list("articles", &state.articles);
        if !state.kinds.is_empty() {
            let names: Vec<&str> = state.kinds.iter().map(|kind| kind.name()).collect();
            self.put("kind", &names.join(","));
        }
        // Empty stands for what is not attributed.
        if let Some(speaker) = &state.speaker {
            self.put("speaker", &encode(speaker));
        }
        if let Some(class) = state.class {
            self.put("class", class.name());
        }
        if let Some(verb) = &state.verb {
            self.put("verb", &encode(verb));
        }
        self.words("filter", &state.filter);
        if state.order != default.order {
            self.order(keys::name(keys::QUOTES_COLUMNS, state.order.sort), state.order.descending);
        }
        self.switch("all-verbs", state.all_verbs, false);
        self.switch("every", state.every, false);
        self.switch("reported", state.reported, false);
        self.place("utterance", state.utterance.as_ref());
    }

    fn coverage(&mut self, state: &CoverageState) {
        let default = CoverageState::default();
        if let Some(kind) = state.kind {
            self.put("kind", kind.name());
        }
        if let Some(name) = &state.name {
            self.put("name", &encode(name));
        }
        self.words("filter", &state.filter);
        if state.order != default.order {
            self.order(keys::name(keys::COVERAGE_COLUMNS, state.order.sort), state.order.descending);
        }
    }

    fn style(&mut self, state: &StyleState) {
        let default = StyleState::default();
        if state.measures != default.measures {
            self.put("measures", keys::name(STYLE_MEASURES, state.measures));
        }
        if state.word_lengths {
            self.put("lengths", "words");
        }
        if state.words != default.words {
            self.put("words", keys::name(STYLE_WORDS, state.words));
        }
        self.switch("all", state.all_words, default.all_words);
        if state.order != default.order {
            self.order(keys::name(STYLE_COLUMNS, state.order.sort), state.order.descending);
        }
    }

    fn reader(&mut self, state: &State) {
        let Some(reader) = &state.reader else { return };
        self.put("read", &encode(&reader.article));
        self.words("term", &reader.term);
        if let Some(marking) = &reader.marking {
            self.put("mark", &encode(&keys::marking(marking)));
        }
        self.number("hit", reader.hit, 0);
        if let Some((start, end)) = reader.passage {
            self.put("bytes", &[start.to_string(), end.to_string()].join("-"));
        }
        self.words("beside", reader.beside.as_deref().unwrap_or(""));
        if let Some((start, end)) = reader.beside_passage {
            self.put("beside-bytes", &[start.to_string(), end.to_string()].join("-"));
        }
    }
}
