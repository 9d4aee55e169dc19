//! Odd corpora: every request has a result or a typed error, no number is undefined, every span is in its text.

use parallax::corpus::{Article, Furniture, FurnitureKind};
use parallax::engine::Engine;
use parallax::engine::lists::{List, Lists};
use parallax::protocol::*;
use parallax::text::Span;
use proptest::prelude::*;

use crate::questions::questions;
use crate::{article, corpus};

/// Of general English a few words only, which are read in no time.
#[derive(Clone, Copy, Debug)]
struct Few;

impl Lists for Few {
    fn load(&self, list: List) -> Result<String, Error> {
        match list {
            List::GeneralEnglish => Ok("50000000 the\n1000000 us not w1\n1000 nato voilà\n".to_owned()),
            _ => crate::questions::BuiltIn.load(list),
        }
    }
}

/// Asks everything; panics where an answer is not what the protocol promises. Gives the number of answers.
pub fn ask_everything(articles: Vec<Article>, settings: &Settings, words: &[&str]) -> usize {
    let number = articles.len() as u32;
    let mut engine = Engine::new(articles).with_lists(Few);
    let mut answers = 0;
    for question in questions(number, words) {
        match engine.handle(settings, &question) {
            Ok(response) => {
                answers += 1;
                check(&response, engine.articles());
            }
            Err(error) => {
                assert!(!error.message.is_empty() && !error.remedy.is_empty());
                assert!(
                    matches!(error.code, ErrorCode::Empty | ErrorCode::OutOfRange | ErrorCode::UnknownArticle),
                    "{question:?}: {error}"
                );
            }
        }
    }
    answers
}

/// What holds for every answer.
fn check(response: &Response, articles: &[Article]) {
    // JSON has no NaN and no infinity: what is not finite becomes `null`, which either can't be read
    // back or reads as `None`; so an answer that comes back equal has finite numbers only.
    let json = serde_json::to_string(response).unwrap();
    // Words and files have none either.
    for no_number in ["NaN", "∞", "\"inf", ",inf", "undefined<"] {
        assert!(!json.contains(no_number), "{no_number}: {json}");
    }
    let back: Response = serde_json::from_str(&json).unwrap();
    assert_eq!(&back, response);
    let inside = |article: u32, span: Span| {
        let text = &articles[article as usize].text;
        assert!(text.get(span.start as usize..span.end as usize).is_some_and(|words| !words.is_empty()), "{span:?}");
    };
    match response {
        Response::Evidence(report) => {
            for hit in &report.hits {
                inside(hit.article, hit.span);
                inside(hit.article, hit.sentence);
            }
        }
        // The article beside it is the last, in the questions asked.
        Response::Marked(report) => {
            report.places.iter().for_each(|&place| inside(report.article, place));
            report.beside.iter().for_each(|&place| inside(articles.len() as u32 - 1, place));
        }
        Response::Distribution(report) => {
            for hit in report.terms.iter().flat_map(|term| &term.hits) {
                inside(hit.article, hit.span);
            }
        }
        Response::Text(report) => {
            report.paragraphs.iter().chain(&report.sentences).for_each(|&span| inside(report.article, span));
        }
        Response::Compare(report) => {
            assert_eq!(report.merges.len() + 1, report.articles.len());
            assert!(report.merges.iter().all(|merge| merge.height >= 0.0 && merge.height.is_finite()));
            let mut order = report.order.clone();
            order.sort_unstable();
            assert_eq!(order, report.articles);
        }
        Response::Collocates(report) => {
            for row in report.rows.iter().chain(report.panels.iter().flat_map(|panel| &panel.rows)) {
                assert!(row.together > 0 && row.together <= row.frequency && row.articles > 0, "{row:?}");
                assert!((0.0..=1.0).contains(&row.dice) && row.log_dice <= 14.0, "{row:?}");
                assert!(row.delta_p.is_none_or(|p| (-1.0..=1.0).contains(&p)), "{row:?}");
            }
        }
        Response::Modals(report) => {
            for at in &report.articles {
                assert!(at.count(None, Voice::Quoted) <= at.words[1] && at.count(None, Voice::Writer) <= at.words[0]);
            }
        }
        Response::OnlyHere(report) => {
            for row in report.articles.iter().flat_map(|it| &it.rows) {
                assert!(row.support <= row.coverage + 1e-12 && (0.0..=1.0).contains(&row.coverage), "{row:?}");
                for sentence in [Some(&row.sentence), row.nearest.as_ref()].into_iter().flatten() {
                    inside(sentence.article, sentence.span);
                    let said: String = sentence.pieces.iter().map(|piece| piece.text.as_str()).collect();
                    assert_eq!(said, sentence.span.of(&articles[sentence.article as usize].text));
                }
            }
        }
        Response::Map(report) => {
            assert_eq!(report.undefined.is_some(), report.points.is_empty());
            assert!(report.axes.iter().all(|axis| axis.inertia > 0.0 && axis.share <= 1.0));
            for point in &report.points {
                assert!(point.mass > 0.0 && point.quality.is_none_or(|quality| (0.0..=1.0).contains(&quality)));
                for place in [Some(point.x), point.y].into_iter().flatten() {
                    assert!(place.at.is_finite() && (0.0..=1.0).contains(&place.contribution));
                }
            }
        }
        Response::Intersections(report) => {
            // Every word of an article is in one of the groups that the article is in.
            let listed: u32 = report.intersections.iter().map(|it| it.words).sum();
            assert!(report.sizes.iter().all(|&size| size <= listed + report.rest));
            assert!(report.intersections.iter().all(|it| it.words > 0 && !it.articles.is_empty()));
        }
        Response::Keywords(report) => {
            let rows =
                report.rows.iter().chain(&report.points).chain(report.panels.iter().flat_map(|panel| &panel.rows));
            for row in rows {
                assert!(row.p.is_none_or(|p| (0.0..=1.0).contains(&p)));
                assert!(row.p_adjusted.is_none_or(|p| (0.0..=1.0).contains(&p)));
                assert!(row.p_adjusted.zip(row.p).is_none_or(|(adjusted, p)| adjusted >= p * (1.0 - 1e-12)), "{row:?}");
                assert!((0.0..=1.0 + 1e-12).contains(&row.tf_idf));
            }
        }
        _ => {}
    }
}

/// Settings far from each other.
pub fn some_settings() -> [Settings; 3] {
    let plain = WordOptions {
        fold_case: false,
        keep_acronyms: false,
        strip_possessives: false,
        join_hyphens: false,
        keep_numbers: false,
        merge_spellings: false,
        stems: true,
    };
    let shown = StopWords { hidden: false, added: vec!["…".to_owned()], removed: vec![String::new()] };
    [
        Settings::default(),
        Settings { stop_words: shown.clone(), furniture: true, ..Settings::default() },
        Settings { words: plain, stop_words: shown, ..Settings::default() },
    ]
}

#[test]
fn odd_texts_have_an_answer_or_a_typed_error() {
    let letters = "a ".repeat(300);
    let hebrew = "מזכ״ל נאט״ו מארק רוטה אמר. נאט״ו מוכנה להגן על כל בעלות הברית, אמר רוטה.";
    let arabic = "قال الأمين العام لحلف الناتو مارك روته إن الحلف مستعد. الناتو مستعد للدفاع.";
    let emoji = "👩‍👩‍👧‍👦 🇳🇱🇺🇸 👍🏽 😀😀😀";
    for texts in [
        &[][..],
        &[""],
        &["", "", ""],
        &["word"],
        &["word", "word"],
        &["word", ""],
        &["word", emoji, ""],
        &[emoji],
        &[emoji, emoji],
        &[hebrew, arabic],
        &[hebrew, arabic, "\u{202e}NATO said so.\u{202c}", emoji],
        &[&letters, &letters],
        &[&letters, "b"],
        &["the of and", "of the and to"],
        &["\0\u{1}\u{fffd} \r\n\t", "x\0y", "ß ﬁ İ ı ǅ K \u{212a}"],
        &["=1+1 +2 -3 @x", "\"a\",b;c\n'd'"],
        &["“unclosed", "”", "'", "’s’s’s", "--- – — -a- b-", "U.S.A. u.s. U.S.’s"],
        &["日本語のテキスト。二つ目の文。", "Türkiye’nin başkenti Ankara’dır."],
    ] {
        for settings in some_settings() {
            ask_everything(corpus(texts), &settings, &["word", "a a a", "נאט״ו", "", "😀"]);
        }
    }
}

#[test]
fn one_word_and_one_article_are_answered() {
    // Articles, overview, methods and so on: all that needs no second article.
    assert!(ask_everything(corpus(&["word"]), &Settings::default(), &["word"]) >= 25);
    assert!(ask_everything(corpus(&["word", "other"]), &Settings::default(), &["word"]) >= 30);
}

#[test]
fn a_text_that_is_all_furniture_has_no_word() {
    let mut all = article("all", "Photo: Reuters");
    all.furniture = vec![Furniture { kind: FurnitureKind::Caption, span: Span::new(0, 14) }];
    let mut engine = Engine::new(vec![all.clone()]);
    assert_eq!(engine.handle(&Settings::default(), &Request::Overview).unwrap_err().code, ErrorCode::Empty);
    assert!(engine.handle(&Settings { furniture: true, ..Settings::default() }, &Request::Overview).is_ok());
    ask_everything(vec![all, article("b", "Some words.")], &Settings::default(), &["photo"]);
}

#[test]
fn two_articles_of_one_text_are_alike_in_all() {
    let text = "NATO is ready. NATO is willing to defend every inch, said Rutte.";
    let mut engine = Engine::new(corpus(&[text, text]));
    let report = crate::answer!(engine, Pair(crate::questions::pair(0, 1)));
    assert_eq!(report.similarity.jaccard, Some(1.0));
    assert!(report.similarity.cosine.unwrap() > 1.0 - 1e-12);
    assert_eq!(report.passages.len(), 1);
    assert_eq!(report.passages[0].words, 12);
    assert!(report.points.is_empty() && report.rows.iter().all(|row| row.g2 == Some(0.0)));
}

#[test]
fn ten_megabytes_are_answered() {
    // Words with a long tail, sentences and paragraphs; no two sentences alike, as in real text.
    let mut text = String::with_capacity(10 << 20);
    let mut state = 1u64;
    while text.len() < 10 << 20 {
        for at in 0..12 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let draw = f64::from((state >> 40) as u32) / f64::from(1 << 24);
            let word = (1.0 / (draw + 1e-5)) as u32;
            text.push_str(if at == 0 { "The w" } else { " w" });
            text.push_str(&word.to_string());
        }
        text.push_str(if state.is_multiple_of(5) { ".\n\n" } else { ". " });
    }
    let mut engine = Engine::new(vec![article("large", &text), article("small", "The w1 w2 w3 w4 said so.")]);
    let questions = questions(2, &["w1", "w1 w2"]);
    // One of a kind: what differs between the others is tried on smaller texts.
    let mut kinds = Vec::new();
    let asked = questions.into_iter().filter(|question| {
        let kind = std::mem::discriminant(question);
        let first = !kinds.contains(&kind) || *question == Request::Frequency(crate::questions::frequency(5));
        kinds.push(kind);
        first
    });
    for question in asked {
        let answer = engine.handle(&Settings::default(), &question);
        // More sentences than are compared with each other are refused in words.
        let refused = |error: &Error| error.code == ErrorCode::OutOfRange && error.message.contains("sentences");
        assert!(answer.as_ref().map_or_else(refused, |_| true), "{question:?}: {:?}", answer.err());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_texts_have_an_answer_or_a_typed_error(
        texts in prop::collection::vec("(\\PC|[a-c .’'\n-]){0,80}", 0..4),
        which in 0usize..3,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        ask_everything(corpus(&texts), &some_settings()[which], &["a", "b c", "a-b"]);
    }
}

#[test]
fn what_is_made_for_english_is_undefined_of_other_languages() {
    use parallax::analysis::style::StyleQuery;
    use parallax::analysis::style::measured::{Measured, Undefined};

    let text =
        "Die Reform war gut und must not be abandoned. Der Rat hat sie begrüßt, the defence perhaps was fantastic.";
    let of = |language: &str| Article { language: language.to_owned(), ..article(language, text) };
    let mut engine =
        Engine::new(vec![of("de-AT"), of("en-GB"), of("und"), of("")]).with_lists(crate::questions::BuiltIn);
    let mut settings = Settings::default();
    let Ok(Response::Style(report)) = engine.handle(&settings, &Request::Style(StyleQuery::default())) else {
        panic!("no report")
    };
    let [german, english @ ..] = &report.articles[..] else { panic!("no article") };
    for measured in [
        german.flesch,
        german.flesch_kincaid,
        german.fog,
        german.smog,
        german.coleman_liau,
        german.ari,
        german.passive_share,
        german.hedge_rate,
        german.tone,
    ] {
        assert_eq!(measured, Measured::Undefined(Undefined::NotEnglish));
    }
    for count in [german.syllables, german.british, german.american, german.passives, german.hedges, german.positive] {
        assert_eq!(count, None);
    }
    assert_eq!(german.uncounted(), Undefined::NotEnglish);
    // What holds for any language stays.
    assert!(german.ttr.value().is_some() && german.sentence_length == english[0].sentence_length);
    for article in english {
        assert!(article.tone.value().is_some() && article.flesch.value().is_some() && article.british == Some(1));
    }
    // The lists of words don't count it either.
    let counted = report.spellings.iter().find(|spelling| spelling.count.word == "defence").unwrap();
    assert_eq!(counted.count.by_article, [0, 1, 1, 1]);
    assert!(report.finding.caution.contains(" One text is in another language"), "{}", report.finding.caution);
    // Where all are in another language, the finding says so.
    settings.off = english.iter().map(|article| engine.articles()[article.article as usize].id.clone()).collect();
    let Ok(Response::Style(report)) = engine.handle(&settings, &Request::Style(StyleQuery::default())) else {
        panic!("no report")
    };
    assert!(report.finding.caution.contains(" It is in another language"), "{}", report.finding.caution);
}
