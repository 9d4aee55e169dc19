//! How articles are written: against a second, slow way to count, and on texts made for it.

use parallax::engine::Engine;
use parallax::engine::lists::NoLists;
use parallax::protocol::*;

use crate::questions::{BuiltIn, features};
use crate::{answer, corpus};

fn engine(texts: &[&str]) -> Engine {
    Engine::new(corpus(texts)).with_lists(BuiltIn)
}

fn style(texts: &[&str]) -> StyleReport {
    answer!(engine(texts), Style(StyleQuery::default()))
}

/// What is marked in the first article, as its text has it.
fn found(engine: &mut Engine, feature: Feature) -> Vec<String> {
    let query = MarkedQuery { marking: Marking::Style(feature), article: Some(0), beside: None };
    let report = answer!(engine, Marked(query));
    let text = &engine.articles()[0].text;
    report.places.iter().map(|place| place.of(text).to_owned()).collect()
}

fn found_in(text: &str, feature: Feature) -> Vec<String> {
    found(&mut engine(&[text]), feature)
}

fn any() -> String {
    String::new()
}

/// The words of a text, the plain way: for ASCII prose without abbreviations.
fn plain_words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect()
}

const PROSE: &str = "The alliance was attacked by a small and noisy group of critics. Perhaps it could have been \
    expected. Nobody was surprised! The centre of the debate is not the colour of a flag, the ministers said; it is \
    money. It is always money, and money is not spent in one day.";

#[test]
fn counts_agree_with_counting_by_hand() {
    let report = style(&[PROSE]);
    let article = &report.articles[0];
    let words = plain_words(PROSE);
    let mut types = words.clone();
    types.sort();
    types.dedup();
    let once = types.iter().filter(|word| words.iter().filter(|other| other == word).count() == 1).count();
    assert_eq!(
        (article.tokens as usize, article.types as usize, article.hapaxes as usize),
        (words.len(), types.len(), once)
    );
    let letters: usize = words.iter().map(|word| word.chars().filter(|c| c.is_alphanumeric()).count()).sum();
    assert_eq!(article.letters as usize, letters);
    let sentences: Vec<usize> = PROSE.split_inclusive(['.', '!']).map(|sentence| plain_words(sentence).len()).collect();
    assert_eq!(article.sentences as usize, sentences.len());
    assert_eq!(article.longest_sentence as usize, *sentences.iter().max().unwrap());
    let mut lengths = vec![0_u32; SENTENCE_COUNTS];
    for &length in &sentences {
        lengths[(length - 1) / SENTENCE_STEP as usize] += 1;
    }
    assert_eq!(article.sentence_lengths, lengths);
    let mean = words.len() as f64 / sentences.len() as f64;
    assert_eq!(article.sentence_length, Measured::Value(mean));
    assert_eq!(article.ttr, Measured::Value(types.len() as f64 / words.len() as f64));
    let per_word = f64::from(article.syllables.unwrap()) / words.len() as f64;
    let flesch = 206.835 - 1.015 * mean - 84.6 * per_word;
    assert!((article.flesch.value().unwrap() - flesch).abs() < 1e-9);
    let of =
        |least: usize, most: usize| words.iter().filter(|word| (least..=most).contains(&word.len())).count() as u32;
    let by_letters: Vec<u32> = (1..WORD_COUNTS).map(|length| of(length, length)).chain([of(WORD_COUNTS, 99)]).collect();
    assert_eq!(article.word_lengths, by_letters);
}

/// HD-D, MATTR and Yule's K of the bundled articles, by their definitions.
#[test]
fn diversity_by_its_definitions() {
    let mut engine = Engine::with_bundled();
    let report = answer!(engine, Style(StyleQuery::default()));
    for article in &report.articles {
        let sentences = answer!(
            engine,
            Marked(MarkedQuery { marking: Marking::Words, article: Some(article.article), beside: None })
        );
        let text = &engine.articles()[article.article as usize].text;
        let normaliser = parallax::text::Normaliser::new(WordOptions::default());
        let words: Vec<String> = sentences.places.iter().map(|place| normaliser.term(place.of(text), false)).collect();
        let types = |words: &[String]| words.iter().collect::<std::collections::BTreeSet<_>>().len() as f64;
        let windows: Vec<f64> = words.windows(50).map(|window| types(window) / 50.0).collect();
        let mattr = windows.iter().sum::<f64>() / windows.len() as f64;
        assert!((article.mattr.value().unwrap() - mattr).abs() < 1e-9);
        let mut counts = std::collections::BTreeMap::new();
        words.iter().for_each(|word| *counts.entry(word).or_insert(0_u32) += 1);
        let squares: f64 = counts.values().map(|&count| f64::from(count).powi(2)).sum();
        let n = words.len() as f64;
        assert!((article.yule_k.value().unwrap() - 1e4 * (squares - n) / (n * n)).abs() < 1e-9);
        let none =
            |count: u32| (0..42).map(|i| (n - f64::from(count) - f64::from(i)) / (n - f64::from(i))).product::<f64>();
        let hdd: f64 = counts.values().map(|&count| (1.0 - none(count).max(0.0)) / 42.0).sum();
        assert!((article.hdd.value().unwrap() - hdd).abs() < 1e-9);
    }
}

#[test]
fn every_number_has_its_places() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, Style(StyleQuery::default()));
    for style in &report.articles {
        let mut count = |feature: Feature| {
            let query = MarkedQuery { marking: Marking::Style(feature), article: Some(style.article), beside: None };
            let marked = answer!(engine, Marked(query));
            let counted = marked.counts.iter().find(|(article, _)| *article == style.article).map_or(0, |it| it.1);
            assert_eq!(counted as usize, marked.places.len());
            counted
        };
        for (place, &sentences) in style.sentence_lengths.iter().enumerate() {
            let least = place as u32 * SENTENCE_STEP + 1;
            let most = if place + 1 == SENTENCE_COUNTS { u32::MAX } else { least + SENTENCE_STEP - 1 };
            assert_eq!(count(Feature::Sentences(least, most)), sentences);
        }
        for (place, &words) in style.word_lengths.iter().enumerate() {
            let least = place as u32 + 1;
            let most = if place + 1 == WORD_COUNTS { u32::MAX } else { least };
            assert_eq!(count(Feature::Letters(least, most)), words);
        }
        assert_eq!(count(Feature::Hapaxes), style.hapaxes);
        assert_eq!(Some(count(Feature::Polysyllables)), style.polysyllables);
        assert_eq!(Some(count(Feature::Passives)), style.passives);
        assert_eq!(Some(count(Feature::Hedges(any()))), style.hedges);
        assert_eq!(Some(count(Feature::Positive(any()))), style.positive);
        assert_eq!(Some(count(Feature::Negative(any()))), style.negative);
        assert_eq!(Some(count(Feature::Negated)), style.negated);
        assert_eq!(Some(count(Feature::British(any()))), style.british);
        assert_eq!(Some(count(Feature::American(any()))), style.american);
        let position = report.articles.iter().position(|it| it.article == style.article).unwrap();
        for name in &report.names {
            assert_eq!(count(Feature::Name(name.word.clone())), name.by_article[position], "{}", name.word);
        }
        for group in &report.variants {
            for spelling in &group.spellings {
                assert_eq!(count(Feature::Name(spelling.word.clone())), spelling.by_article[position]);
            }
        }
        for word in &report.hedges {
            assert_eq!(count(Feature::Hedges(word.word.clone())), word.by_article[position]);
        }
        for word in &report.tone {
            let feature = if word.rating > 0.0 { Feature::Positive } else { Feature::Negative };
            assert_eq!(count(feature(word.count.word.clone())), word.count.by_article[position]);
        }
    }
}

#[test]
fn passives_are_found_and_what_looks_like_one_is_not() {
    let cases = [
        ("The base was attacked.", &["was attacked"][..]),
        ("It is not fully integrated, and has already been said.", &["is not fully integrated", "been said"]),
        ("He is being held. She will be taken home.", &["being held", "be taken"]),
        ("They were told, and it was, however, kept.", &["were told"]),
        ("He is interested in a hundred things. It is red. We need it.", &[]),
        ("He is a tired man. The plan agreed upon was big.", &[]),
        ("Costs are set to rise. The price was set.", &["was set"]),
        ("It is US-led. It was. Attacked, they fled.", &[]),
    ];
    for (text, expected) in cases {
        assert_eq!(found_in(text, Feature::Passives), expected, "{text}");
    }
}

#[test]
fn hedges_in_their_company() {
    let cases = [
        ("Perhaps it may rain, or it might snow.", &["Perhaps", "may", "might"][..]),
        ("May he rest. By the might of the land they could not win, and may God help.", &[]),
        ("It is possible that he made it possible. He is supposed to go. She appeared.", &["possible"]),
        ("In May it rained about a quarter less, around 20 days.", &["about", "around"]),
        ("He spoke about rain around the world.", &[]),
        ("It is rather late, rather than early.", &["rather"]),
        ("There is no doubt; I doubt it.", &["doubt"]),
        ("In my view it seems so.", &["In my view", "seems"]),
        ("He assumed the role. He assumed that it was so.", &["assumed"]),
        ("She suggested sending troops; this suggests a plan.", &["suggests"]),
        ("It is shared more fairly. It is fairly large.", &["fairly"]),
    ];
    for (text, expected) in cases {
        assert_eq!(found_in(text, Feature::Hedges(any())), expected, "{text}");
    }
}

/// The working's words give the sum and the division, and the CSV has the sum.
#[test]
fn tone_can_be_worked_out_by_hand() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let report = answer!(engine, Style(StyleQuery::default()));
    let csv = answer!(engine, Csv(Table::Style(StyleQuery::default())));
    let column = csv.lines().next().unwrap().split(',').position(|head| head == "rating_sum").expect("a column");
    let sums: Vec<f64> =
        csv.lines().skip(1).map(|row| row.split(',').nth(column).unwrap().parse().expect("a number")).collect();
    assert_eq!(sums.len(), report.articles.len());
    for style in &report.articles {
        let (sum, rated) = (style.rating_sum.unwrap(), style.positive.unwrap() + style.negative.unwrap());
        assert!((sum / f64::from(rated) - style.tone.value().unwrap()).abs() < 1e-12);
        assert!(sums.contains(&sum));
        let query = ExplainQuery { measure: "tone".to_owned(), of: Subject::Article { article: style.article } };
        let steps = format!("{:?}", answer!(engine, Explain(query)).working.steps);
        let divided = steps.split("rated words, ").nth(1).expect(&steps).split(['"']).next().unwrap();
        let (division, result) = divided.trim_end_matches('.').split_once(" = ").expect(divided);
        let (above, below) = division.split_once(" / ").expect(division);
        let read = |text: &str| text.replace('−', "-").replace(',', "").parse::<f64>().expect(text);
        assert!((read(above) / read(below) - read(result)).abs() < 1e-4, "{divided}");
    }
}

#[test]
fn tone_leaves_out_names_and_negations() {
    let text = "The United States won a great success. It is not a success. It was not only bad but a terrible war. \
                The UNITED front is good.";
    let mut engine = engine(&[text]);
    let pleasant = found(&mut engine, Feature::Positive(any()));
    assert!(pleasant.contains(&"great".to_owned()) && pleasant.contains(&"good".to_owned()));
    assert!(!pleasant.contains(&"United".to_owned()));
    assert_eq!(pleasant.iter().filter(|word| *word == "success").count(), 1);
    assert_eq!(found(&mut engine, Feature::Negated), ["success"]);
    assert_eq!(found(&mut engine, Feature::Negative(any())), ["bad", "terrible", "war"]);
}

#[test]
fn spellings_by_variety() {
    let text = "The colour of the centre; the color of the center. They organize a defence-industrial program. \
                He works for the Labour Party and the Department of Defense.";
    let mut engine = engine(&[text]);
    assert_eq!(found(&mut engine, Feature::British(any())), ["colour", "centre", "defence-industrial"]);
    assert_eq!(found(&mut engine, Feature::American(any())), ["color", "center", "organize"]);
    let report = answer!(engine, Style(StyleQuery::default()));
    let organize = report.spellings.iter().find(|it| it.count.word == "organize").unwrap();
    assert_eq!((organize.variety, organize.other.as_str()), (Variety::AmericanOrOxford, "organise"));
}

#[test]
fn names_and_their_variants() {
    let texts = [
        "Yesterday Mark Rutte met Volodymyr Zelenskyy. Then Rute spoke with Zelensky in Türkiye about NATO.",
        "In Turkiye, the Nato chief, Rutte, met Europeans from Europe. The secretary general and the Secretary-General \
         spoke to Secretary General Stoltenberg, not Stoltenburg.",
        "A Headline With Capitals on Rain\nThe rain fell. It was Rain.",
    ];
    let report = style(&texts);
    let groups: Vec<(Difference, Vec<&str>)> = report
        .variants
        .iter()
        .map(|group| (group.difference, group.spellings.iter().map(|it| it.word.as_str()).collect()))
        .collect();
    assert_eq!(
        groups,
        [
            (Difference::Doubling, vec!["Rutte", "Rute"]),
            (Difference::Doubling, vec!["Turkiye", "Türkiye"]),
            (Difference::Doubling, vec!["Zelensky", "Zelenskyy"]),
            (Difference::Letter, vec!["Stoltenberg", "Stoltenburg"]),
            (Difference::Hyphen, vec!["Secretary-General", "Secretary General"]),
            (Difference::Capitals, vec!["NATO", "Nato"]),
        ]
    );
    let names: Vec<&str> = report.names.iter().map(|it| it.word.as_str()).collect();
    for word in ["Yesterday", "Then", "The", "It", "Headline", "Capitals"] {
        assert!(!names.contains(&word), "{word}");
    }
}

#[test]
fn short_texts_are_undefined_with_a_reason() {
    let report = style(&["One two three.", "word", "", "😀 🇳🇱"]);
    let [three, one, none, emoji] = &report.articles[..] else { panic!() };
    assert_eq!(three.mattr, Measured::Undefined(Undefined::FewerWordsThan(50)));
    assert_eq!(three.hdd, Measured::Undefined(Undefined::FewerWordsThan(42)));
    assert_eq!(three.mtld, Measured::Undefined(Undefined::NothingRepeats));
    assert_eq!(three.tone, Measured::Undefined(Undefined::NoListedWord));
    assert_eq!(one.ttr, Measured::Value(1.0));
    for empty in [none, emoji] {
        let all = [empty.ttr, empty.mattr, empty.mtld, empty.hdd, empty.yule_k, empty.flesch, empty.smog, empty.ari];
        assert_eq!(all, [Measured::Undefined(Undefined::NoWord); 8]);
        let more = [empty.tone, empty.hedge_rate, empty.passive_share, empty.sentence_length, empty.word_length];
        assert_eq!(more, [Measured::Undefined(Undefined::NoWord); 5]);
    }
}

#[test]
fn without_lists_the_rest_stands() {
    let mut engine = Engine::new(corpus(&[PROSE])).with_lists(NoLists);
    let report = answer!(engine, Style(StyleQuery::default()));
    let article = &report.articles[0];
    assert_eq!(report.missing.len(), 5);
    assert!(report.missing.iter().any(|sentence| sentence.contains("hedges")));
    let no_list = Measured::Undefined(Undefined::NoList);
    assert_eq!([article.flesch, article.tone, article.hedge_rate, article.passive_share], [no_list; 4]);
    assert_eq!((article.syllables, article.british, article.passives), (None, None, None));
    assert!(article.ari.value().is_some() && article.ttr.value().is_some() && !report.articles.is_empty());
    for feature in features() {
        let query = MarkedQuery { marking: Marking::Style(feature.clone()), article: Some(0), beside: None };
        let answer = engine.handle(&Settings::default(), &Request::Marked(query));
        match feature {
            Feature::Sentences(..) | Feature::Letters(..) | Feature::Hapaxes | Feature::Name(_) => {
                assert!(answer.is_ok())
            }
            _ => assert_eq!(answer.unwrap_err().code, ErrorCode::List),
        }
    }
}

#[test]
fn rows_come_in_the_order_asked_for() {
    let mut engine = Engine::with_bundled().with_lists(BuiltIn);
    let columns = [StyleColumn::Article, StyleColumn::Mtld, StyleColumn::Flesch, StyleColumn::HedgeRate];
    for sort in columns {
        for descending in [false, true] {
            let report = answer!(engine, Style(StyleQuery { sort, descending }));
            let values: Vec<f64> =
                report.order.iter().map(|&at| report.articles[at as usize].value(sort).unwrap()).collect();
            assert!(values.is_sorted_by(|a, b| if descending { a >= b } else { a <= b }), "{sort:?} {values:?}");
            let csv = answer!(engine, Csv(Table::Style(StyleQuery { sort, descending })));
            let ids: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
            let expected: Vec<&str> = report
                .order
                .iter()
                .map(|&at| engine.articles()[report.articles[at as usize].article as usize].id.as_str())
                .collect();
            assert_eq!(ids, expected);
        }
    }
}
