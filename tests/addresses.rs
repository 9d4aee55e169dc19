//! Addresses: every state survives the way into an address and back, and no address is too broken to read.

use parallax::protocol::{
    Compared, Feature, Field, Framed, FrequencyColumn, Grouping, HandGroup, KeywordColumn, Kind, MapQuery, Marking,
    ModalChoice, ModalClass, NameKind, QuotationKind, SetOrder, Settings, StopWords, VerbClass, Window, WordOptions,
};
use parallax::route::corpus::{CORPUS_COLUMNS, CorpusState};
use parallax::route::framing::{COLLOCATE_COLUMNS, COLLOCATE_MEASURES, FramingState, VOICES};
use parallax::route::keys::{
    CORRECTIONS, COVERAGE_COLUMNS, DISTANCES, EFFECTS, EVIDENCES, FREQUENCY_COLUMNS, FURTHER_COLUMNS, KEYWORD_COLUMNS,
    KINDS, LEVELS, LINKAGES, MARKINGS, MATRIX_ORDERS, PICTURES, QUOTES_COLUMNS, SET_ORDERS, SIMILARITIES,
    STYLE_COLUMNS, STYLE_MEASURES, STYLE_WORDS, VIEWS, VOCABULARY_PICTURES,
};
use parallax::route::{
    AgainstState, CompareState, CoverageState, DrawnState, FrequencyState, KeywordsState, NumberState, Order,
    QuotesState, ReaderState, State, StyleState, View, format, format_view, parse,
};
use proptest::prelude::*;

/// One of a table's values.
fn one_of<T: Clone + std::fmt::Debug + 'static>(table: &'static [(T, &'static str)]) -> impl Strategy<Value = T> {
    proptest::sample::select(table).prop_map(|(value, _)| value)
}

/// Words as people and corpora write them, and worse.
fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{0,6}",
        "\\PC{0,8}",
        "[ ,&=#%+?/.-]{0,4}",
        any::<String>().prop_map(|s| s.chars().take(6).collect())
    ]
}

/// Ids and words of a list: never empty.
fn list() -> impl Strategy<Value = Vec<String>> {
    proptest::collection::vec(words().prop_filter("items aren't empty", |word| !word.is_empty()), 0..4)
}

fn keyword_order() -> impl Strategy<Value = Order<KeywordColumn>> {
    (one_of(KEYWORD_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending })
}

fn frequency_order() -> impl Strategy<Value = Order<FrequencyColumn>> {
    let column = prop_oneof![one_of(FREQUENCY_COLUMNS), any::<u32>().prop_map(FrequencyColumn::Article)];
    (column, any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending })
}

fn grouping() -> impl Strategy<Value = Grouping> {
    let group = (words(), list()).prop_map(|(name, articles)| HandGroup { name, articles });
    let by = proptest::sample::select(&Field::NAMES).prop_map(|(field, _)| Compared::By(field));
    let made = proptest::collection::vec(group, 0..4).prop_map(Compared::by_hand);
    prop_oneof![Just(Compared::Articles), by, made].prop_map(|compared| compared.setting())
}

fn settings() -> impl Strategy<Value = Settings> {
    (any::<[bool; 9]>(), list(), list(), list(), list(), grouping()).prop_map(
        |(is, added, removed, off, names, grouping)| Settings {
            words: WordOptions {
                fold_case: is[0],
                keep_acronyms: is[1],
                strip_possessives: is[2],
                join_hyphens: is[3],
                keep_numbers: is[4],
                merge_spellings: is[5],
                stems: is[8],
            },
            furniture: is[6],
            stop_words: StopWords { hidden: is[7], added, removed },
            off,
            names,
            grouping,
            drawn: Vec::new(),
        },
    )
}

fn keywords() -> impl Strategy<Value = KeywordsState> {
    let against = prop_oneof![
        Just(AgainstState::Rest),
        Just(AgainstState::GeneralEnglish),
        list().prop_map(AgainstState::Articles)
    ];
    let further = proptest::sample::subsequence(FURTHER_COLUMNS, 0..=FURTHER_COLUMNS.len());
    let shown = (one_of(PICTURES), one_of(KEYWORD_COLUMNS), one_of(EFFECTS), one_of(EVIDENCES), further);
    let compared = (list(), against, 1..=u32::MAX, 1..=u32::MAX, one_of(CORRECTIONS), 1..=u32::MAX);
    let table = (one_of(KINDS), proptest::option::of(one_of(LEVELS)), list(), words(), keyword_order());
    (shown, compared, table).prop_map(|(shown, compared, table)| {
        let (picture, rank, effect, evidence, further) = shown;
        let (group, against, minimum, range, correction, smoothing) = compared;
        let (kind, below, articles, filter, order) = table;
        KeywordsState {
            picture,
            rank,
            effect,
            evidence,
            group,
            against,
            minimum,
            range,
            kind,
            below,
            correction,
            smoothing,
            further,
            articles,
            filter,
            order,
        }
    })
}

fn frequency() -> impl Strategy<Value = FrequencyState> {
    let vocabulary = (proptest::option::of(1..=u32::MAX), one_of(VOCABULARY_PICTURES), any::<bool>());
    (1..=5_u32, 1..=u32::MAX, vocabulary, list(), any::<bool>(), words(), frequency_order()).prop_map(
        |(n, minimum, (maximum, picture, running), terms, by_length, filter, order)| FrequencyState {
            n,
            minimum,
            // No word occurs at least so often and less often than that.
            maximum: maximum.map(|most| most.max(minimum)),
            picture,
            running,
            terms,
            by_length,
            filter,
            order,
        },
    )
}

/// A byte of an article.
fn place() -> impl Strategy<Value = Option<(String, u32)>> {
    proptest::option::of((words().prop_filter("ids aren't empty", |id| !id.is_empty()), any::<u32>()))
}

fn sets() -> impl Strategy<Value = (SetOrder, bool, Vec<String>)> {
    (one_of(SET_ORDERS), any::<bool>(), list())
}

fn map() -> impl Strategy<Value = MapQuery> {
    let axes = (1..=99_u32, 1..=99_u32).prop_filter("two different axes", |(x, y)| x != y);
    (1..=u32::MAX, 1..=u32::MAX, 2..=300_u32, axes).prop_map(|(minimum, range, words, axes)| MapQuery {
        minimum,
        range,
        words,
        axes,
    })
}

fn compare() -> impl Strategy<Value = CompareState> {
    let id = || words().prop_filter("ids aren't empty", |id| !id.is_empty());
    let pair = proptest::option::of((id(), id()).prop_filter("a pair is of two", |(a, b)| a != b));
    (
        one_of(SIMILARITIES),
        pair,
        1..=u32::MAX,
        3..=u32::MAX,
        words(),
        keyword_order(),
        one_of(MATRIX_ORDERS),
        words(),
        (
            list(),
            5..=100_u32,
            place(),
            proptest::option::of(one_of(DISTANCES)),
            one_of(LINKAGES),
            map(),
            sets(),
            (any::<(bool, bool)>(), proptest::option::of((id(), id()))),
        ),
    )
        .prop_map(|(measure, pair, minimum, passage, filter, order, matrix, matrix_filter, last)| CompareState {
            measure,
            distance: last.3,
            linkage: last.4,
            map: last.5,
            apart: last.7.0.0,
            passages_only: last.7.0.1,
            set_order: last.6.0,
            set_all: last.6.1,
            set_open: last.6.2,
            pair,
            minimum,
            passage,
            filter,
            order,
            matrix,
            matrix_filter,
            set: last.0,
            reuse: last.1,
            reused: last.2,
            texts: last.7.1,
        })
}

fn reader() -> impl Strategy<Value = ReaderState> {
    let beside = proptest::option::of(words().prop_filter("ids aren't empty", |id| !id.is_empty()));
    let feature = prop_oneof![
        Just(Feature::Passives),
        words().prop_map(Feature::Hedges),
        words().prop_map(Feature::Name),
        (any::<u32>(), any::<u32>()).prop_map(|(a, b)| Feature::Sentences(a.min(b), a.max(b))),
    ];
    let marking = proptest::option::of(prop_oneof![
        one_of(MARKINGS),
        feature.prop_map(Marking::Style),
        framed().prop_map(|framed| Marking::Framing(framed.name())),
        words().prop_map(Marking::Mentions)
    ]);
    let passages = proptest::array::uniform2(proptest::option::of(any::<(u32, u32)>()));
    (words(), words(), marking, any::<u32>(), passages, beside).prop_map(
        |(article, term, marking, hit, [passage, beside_passage], beside)| ReaderState {
            article,
            term,
            marking,
            hit,
            passage,
            beside,
            beside_passage,
        },
    )
}

fn number() -> impl Strategy<Value = Option<(NumberState, bool)>> {
    let key = words().prop_filter("a key isn't empty", |key| !key.is_empty());
    proptest::option::of(
        (key, words(), words(), words(), any::<bool>())
            .prop_map(|(measure, term, article, beside, how)| (NumberState { measure, term, article, beside }, how)),
    )
}

fn style() -> impl Strategy<Value = StyleState> {
    let order = (one_of(STYLE_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending });
    (one_of(STYLE_MEASURES), any::<bool>(), one_of(STYLE_WORDS), any::<bool>(), order).prop_map(
        |(measures, word_lengths, words, all_words, order)| StyleState {
            measures,
            word_lengths,
            words,
            all_words,
            order,
        },
    )
}

fn corpus() -> impl Strategy<Value = CorpusState> {
    let order = (one_of(CORPUS_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending });
    (words(), order).prop_map(|(filter, order)| CorpusState { filter, order })
}

fn quotes() -> impl Strategy<Value = QuotesState> {
    use proptest::option::of;
    let order = (one_of(QUOTES_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending });
    let all: Vec<QuotationKind> = QuotationKind::ALL.iter().map(|it| it.0).collect();
    let verb = of(words().prop_filter("a verb isn't empty", |verb| !verb.is_empty()));
    let which = (proptest::sample::subsequence(all, 0..=5), of(words()), of(one_of(VerbClass::ALL)), verb);
    let utterances = (any::<bool>(), any::<bool>(), any::<bool>(), place());
    (list(), which, words(), order, utterances).prop_map(|(articles, which, filter, order, utterances)| {
        let (kinds, speaker, class, verb) = which;
        let (all_verbs, every, reported, utterance) = utterances;
        QuotesState { articles, kinds, speaker, class, verb, filter, order, all_verbs, every, reported, utterance }
    })
}

fn coverage() -> impl Strategy<Value = CoverageState> {
    use proptest::option::of;
    let order = (one_of(COVERAGE_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending });
    let name = of(words().prop_filter("a key isn't empty", |key| !key.is_empty()));
    (of(one_of(NameKind::ALL)), name, words(), order).prop_map(|(kind, name, filter, order)| CoverageState {
        kind,
        name,
        filter,
        order,
    })
}

fn window() -> impl Strategy<Value = Window> {
    (0_u32..=50, 0_u32..=50, any::<bool>()).prop_map(|(left, right, crossing)| Window { left, right, crossing })
}

fn framing() -> impl Strategy<Value = FramingState> {
    let order = (one_of(COLLOCATE_COLUMNS), any::<bool>()).prop_map(|(sort, descending)| Order { sort, descending });
    let numbers = (1..=u32::MAX, 1..=50_u32);
    (list(), window(), numbers, one_of(COLLOCATE_MEASURES), words(), order, one_of(VOICES)).prop_map(
        |(words, window, (minimum, each), measure, filter, order, voice)| FramingState {
            words,
            window,
            minimum,
            measure,
            filter,
            order,
            voice,
            each,
        },
    )
}

/// What numbers on framing are counted from.
fn framed() -> impl Strategy<Value = Framed> {
    let word = || "[a-zé.’ -]{1,12}";
    let class = proptest::sample::select(ModalClass::ALL.to_vec()).prop_map(|it| ModalChoice::Class(it.0));
    let choice =
        prop_oneof![Just(ModalChoice::Any), Just(ModalChoice::Negated), class, word().prop_map(ModalChoice::Verb)];
    prop_oneof![
        (proptest::collection::vec(word(), 1..4), window(), word())
            .prop_map(|(node, window, term)| Framed::Collocates { node, window, term }),
        (choice, one_of(VOICES)).prop_map(|(choice, voice)| Framed::Modals { choice, voice }),
    ]
}

fn state() -> impl Strategy<Value = State> {
    let measure = proptest::option::of(words().prop_filter("a key isn't empty", |key| !key.is_empty()));
    (
        one_of(VIEWS),
        settings().boxed(),
        keywords().boxed(),
        frequency(),
        compare(),
        (quotes().boxed(), (coverage(), framing().boxed()), (style(), corpus())),
        measure,
        proptest::option::of(reader().boxed()),
        (
            number(),
            (0_u32..3000, words()).prop_map(|(from, find)| DrawnState { from, find }),
            proptest::collection::vec("[a-z]{1,6}[.]-?[a-z é|,~]{1,8}", 0..3),
        ),
    )
        .prop_map(
            |(
                view,
                settings,
                keywords,
                frequency,
                compare,
                (quotes, (coverage, framing), (style, corpus)),
                measure,
                reader,
                (number, drawn, orders),
            )| {
                State {
                    how: number.as_ref().is_some_and(|number| number.1),
                    number: number.map(|number| number.0),
                    view,
                    settings,
                    drawn,
                    orders,
                    keywords,
                    frequency,
                    compare,
                    quotes,
                    coverage,
                    framing,
                    style,
                    corpus,
                    measure,
                    reader,
                }
            },
        )
}

proptest! {
    #[test]
    fn a_state_survives_its_address(state in state()) {
        let address = format(&state);
        let (back, notices) = parse(&address);
        prop_assert_eq!(&back, &state, "{}", address);
        prop_assert!(notices.is_empty(), "{}: {:?}", address, notices);
    }

    #[test]
    fn an_address_is_plain_ascii_without_spaces(state in state()) {
        prop_assert!(format(&state).bytes().all(|byte| byte.is_ascii_graphic()));
    }

    #[test]
    fn a_link_to_another_view_changes_nothing_else(state in state(), view in one_of(VIEWS)) {
        let (there, _) = parse(&format_view(&state, view));
        prop_assert_eq!(there, State { view, ..state });
    }

    #[test]
    fn any_text_is_read_to_a_state_that_has_an_address(text in "\\PC{0,60}") {
        let (state, _) = parse(&text);
        let (again, notices) = parse(&format(&state));
        prop_assert_eq!(again, state);
        prop_assert!(notices.is_empty());
    }

    #[test]
    fn any_keys_and_values_are_read_or_said(
        view in "[a-z]{0,10}",
        pairs in proptest::collection::vec(("[a-z.0-9-]{0,12}", "[a-z0-9%,.-]{0,12}"), 0..6),
    ) {
        let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let (state, _) = parse(&format!("#/{view}?{}", query.join("&")));
        prop_assert_eq!(parse(&format(&state)).0, state);
    }
}

#[test]
fn only_what_differs_from_its_default_is_written() {
    let mut state = State::default();
    assert_eq!(format(&state), "#/overview");
    state.view = View::Keywords;
    state.keywords.minimum = 3;
    state.frequency.n = 2;
    state.settings.off = vec!["trt-world".into()];
    assert_eq!(format(&state), "#/keywords?v=1&off=trt-world&minimum=3&frequency.n=2");
    assert_eq!(format_view(&state, View::Frequency), "#/frequency?v=1&off=trt-world&keywords.minimum=3&n=2");
}

#[test]
fn what_cannot_be_read_is_said_in_plain_words() {
    let notices = |address| parse(address).1;
    assert_eq!(notices("#/kewords"), ["There is no view called “kewords”; this is the Overview."]);
    assert_eq!(
        notices("#/keywords?v=1&minimum=0"),
        ["The address asks for minimum “0”, which can't be; it is left as usual."]
    );
    assert_eq!(
        notices("#/keywords?colour=red"),
        ["The address holds “colour”, which means nothing here; it is passed over."]
    );
    assert_eq!(
        notices("#/overview?v=99"),
        ["This link is of another version of Parallax; what could be read of it is shown."]
    );
    assert_eq!(
        notices("#/frequency?terms=a,b,c,d,e,f,g"),
        ["Frequency shows 5 words at once; left out of the address: f, g."]
    );
    assert_eq!(
        notices("#/frequency?maximum=2&minimum=3"),
        [
            "The address asks for words that occur at least 3 and at most 2 times, which none does; the upper bound is left out."
        ]
    );
    assert_eq!(notices("#/frequency?maximum=3&minimum=3&terms=a,b,c,d,e"), Vec::<String>::new());
    for empty in ["", "#", "#/", "/", "?"] {
        assert_eq!(parse(empty), (State::default(), Vec::new()), "{empty:?}");
    }
}

#[test]
fn an_older_link_to_negative_keywords_still_leads_there() {
    let (state, notices) = parse("#/keywords?v=1&negative=yes");
    assert_eq!((state.keywords.kind, notices.len()), (Kind::Both, 0));
    assert_eq!(parse("#/keywords?v=1&negative=no").0, State { view: View::Keywords, ..State::default() });
}

#[test]
fn a_kind_of_words_brings_its_order_unless_another_is_asked_for() {
    for (address, sort, descending) in [
        ("#/keywords?words=less", KeywordColumn::G2, false),
        ("#/keywords?words=alike", KeywordColumn::Frequency, true),
        ("#/keywords?words=both", KeywordColumn::G2, true),
        ("#/keywords?words=less&words=more", KeywordColumn::G2, true),
        ("#/keywords?words=less&sort=-g2", KeywordColumn::G2, true),
        ("#/keywords?sort=-g2&words=less", KeywordColumn::G2, true),
        ("#/keywords?sort=nothing&words=less", KeywordColumn::G2, false),
        ("#/overview?keywords.words=less", KeywordColumn::G2, false),
    ] {
        let (state, _) = parse(address);
        assert_eq!(state.keywords.order, Order { sort, descending }, "{address}");
        assert_eq!(parse(&format(&state)).0, state, "{address}");
    }
    let less =
        KeywordsState { kind: Kind::Less, order: KeywordsState::usual_order(Kind::Less), ..KeywordsState::default() };
    let written = format(&State { view: View::Keywords, keywords: less, ..State::default() });
    assert!(written.contains("words=less") && !written.contains("sort="), "{written}");
}

#[test]
fn an_unknown_measure_is_said() {
    for address in ["#/keywords?columns=chi_squared,chisquare", "#/keywords?rank=z", "#/keywords?evidence=log_ratio"] {
        let (state, notices) = parse(address);
        assert_eq!((state.keywords, notices.len()), (KeywordsState::default(), 1), "{address}");
    }
    // Older links spell them as CSV headings do; what is written spells them as the keys of measures.
    let older = parse("#/keywords?columns=permutation_p&sort=-log_ratio&frequency.sort=dp_norm&rank=tf_idf");
    assert_eq!(older, parse("#/keywords?columns=permutation-p&sort=-log-ratio&frequency.sort=dp-norm&rank=tf-idf"));
    assert_eq!(older.1, Vec::<String>::new());
    assert!(format(&older.0).contains("columns=permutation-p") && !format(&older.0).contains('_'));
    let (state, _) = parse("#/keywords?columns=odds_ratio,odds_ratio,range");
    assert_eq!(state.keywords.further, [KeywordColumn::OddsRatio, KeywordColumn::Range]);
}

#[test]
fn a_bad_value_leaves_the_others_alone() {
    let (state, notices) = parse("#/frequency?n=9&minimum=4&filter=%FF&terms=a,b");
    assert_eq!(
        state.frequency,
        FrequencyState { minimum: 4, terms: vec!["a".into(), "b".into()], ..FrequencyState::default() }
    );
    assert_eq!(notices.len(), 2, "{notices:?}");
}

#[test]
fn every_value_has_a_name_of_its_own() {
    fn distinct<T>(table: &[(T, &str)]) {
        let names: std::collections::BTreeSet<&str> = table.iter().map(|(_, name)| *name).collect();
        assert_eq!(names.len(), table.len());
    }
    distinct(VIEWS);
    distinct(QUOTES_COLUMNS);
    distinct(QuotationKind::ALL);
    distinct(VerbClass::ALL);
    distinct(KEYWORD_COLUMNS);
    distinct(FREQUENCY_COLUMNS);
    distinct(SIMILARITIES);
    distinct(MATRIX_ORDERS);
    distinct(PICTURES);
    distinct(EFFECTS);
    distinct(EVIDENCES);
    distinct(KINDS);
    distinct(CORRECTIONS);
    distinct(LEVELS);
    distinct(STYLE_COLUMNS);
    distinct(STYLE_MEASURES);
    distinct(STYLE_WORDS);
}
