//! What `chart::layout` promises, tried on data of every kind: finite coordinates, everything inside the frame,
//! no text over another, words for every mark.

use parallax::chart::layout::*;
use parallax::chart::measure::{Area, area_of};
use parallax::chart::svg;
use parallax::chart::theme::LIGHT;
use parallax::chart::{Scene, Shape};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

/// The corners a shape reaches to, and every number it is drawn by.
fn extent(shape: &Shape) -> (Area, Vec<f64>) {
    match shape {
        Shape::Line { x1, y1, x2, y2, .. } => {
            (Area::new(x1.min(*x2), y1.min(*y2), (x2 - x1).abs(), (y2 - y1).abs()), vec![*x1, *y1, *x2, *y2])
        }
        Shape::Rect { x, y, width, height, .. } => (Area::new(*x, *y, *width, *height), vec![*x, *y, *width, *height]),
        Shape::Circle { x, y, radius, .. } => {
            (Area::new(x - radius, y - radius, 2.0 * radius, 2.0 * radius), vec![*x, *y, *radius])
        }
        Shape::Path { d, .. } => {
            let numbers: Vec<f64> = d
                .split(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | '-'))
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().unwrap())
                .collect();
            let (xs, ys): (Vec<f64>, Vec<f64>) = numbers.chunks(2).map(|pair| (pair[0], pair[1])).unzip();
            let least = |values: &[f64]| values.iter().copied().fold(f64::INFINITY, f64::min);
            let most = |values: &[f64]| values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let (x, y) = (least(&xs), least(&ys));
            (Area::new(x, y, most(&xs) - x, most(&ys) - y), numbers)
        }
        Shape::Text { x, y, .. } => (area_of(shape).unwrap_or(Area::new(*x, *y, 0.0, 0.0)), vec![*x, *y]),
    }
}

fn shapes(scene: &Scene) -> impl Iterator<Item = &Shape> {
    scene.back.iter().chain(scene.marks.iter().flat_map(|mark| &mark.shapes)).chain(&scene.front)
}

/// Panics with the shape that breaks a promise.
pub fn hold(scene: &Scene, name: &str) {
    assert!(scene.width >= 280.0 && scene.height > 0.0 && scene.height < 1e6, "{name}: {}", scene.height);
    assert!(!scene.title.is_empty() && !scene.summary.is_empty(), "{name} has no words");
    assert!(!scene.back.is_empty(), "{name} shows nothing at all");
    // A pixel of tolerance: half a line's width beyond its coordinates.
    let frame = Area::new(-1.0, -1.0, scene.width + 2.0, scene.height + 2.0);
    let mut texts: Vec<(Area, &Shape)> = Vec::new();
    for shape in shapes(scene) {
        let (area, numbers) = extent(shape);
        assert!(numbers.iter().all(|number| number.is_finite()), "{name}: {shape:?}");
        assert!(area.width >= 0.0 && area.height >= 0.0, "{name}: {shape:?}");
        assert!(frame.holds(&area), "{name}: outside {} × {}: {shape:?}", scene.width, scene.height);
        if let Some(area) = area_of(shape) {
            texts.push((area, shape));
        }
    }
    texts.sort_by(|a, b| a.0.y.total_cmp(&b.0.y));
    for (at, (area, shape)) in texts.iter().enumerate() {
        for (other, under) in texts[at + 1..].iter().take_while(|(other, _)| other.y < area.bottom()) {
            assert!(!area.overlaps(other), "{name} at {}: {shape:?} over {under:?}", scene.width);
        }
    }
    for mark in &scene.marks {
        let (x, y, width, height) = mark.area;
        assert!(width > 0.0 && height > 0.0 && frame.holds(&Area::new(x, y, width, height)), "{name}: {:?}", mark.area);
        assert!(!mark.label.is_empty() && !mark.shapes.is_empty(), "{name}: {mark:?}");
    }
    for row in scene.marks.windows(2) {
        assert!(row[0].row <= row[1].row, "{name}: marks stand in reading order");
    }
    let file = svg::write(scene, &LIGHT, &[]);
    assert!(!file.contains("NaN") && !file.contains("\"inf"), "{name}");
}

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -12.0..12.0f64,
        2 => -1e4..1e4f64,
        1 => any::<f64>(),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(0.0),
    ]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[a-z]{1,12}",
        1 => "[a-z]{10,30}(-[a-z]{4,12})?",
        1 => "\\PC{0,24}",
        1 => "[\u{5d0}-\u{5ea}]{2,9}|[\u{4e00}-\u{4e20}]{1,9}|[🇦-🇿😀-😎]{1,4}",
    ]
}

fn count() -> impl Strategy<Value = u32> {
    prop_oneof![6 => 0u32..40, 1 => 0u32..100_000, 1 => any::<u32>()]
}

fn article() -> impl Strategy<Value = Article> {
    (0u32..60, "[A-Z]{1,2}", word()).prop_map(|(number, letter, name)| Article { number, colour: number, letter, name })
}

fn width() -> impl Strategy<Value = f64> {
    prop_oneof![8 => 280.0..2000.0f64, 1 => Just(280.0), 1 => number()]
}

fn numbered(articles: Vec<Article>) -> Vec<Article> {
    articles
        .into_iter()
        .enumerate()
        .map(|(at, article)| Article { number: at as u32, colour: at as u32, ..article })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    #[test]
    fn intervals(
        width in width(),
        article in article(),
        domain in (number(), number()),
        shared in any::<bool>(),
        rows in vec((word(), option::of(number()), option::of(number()), option::of(number()), count(), count()), 0..20),
    ) {
        let rows: Vec<IntervalRow> = rows.into_iter().enumerate()
            .map(|(target, (term, value, low, high, count, reference))| IntervalRow { term, value, low, high, count, reference, target, at_most: target % 2 == 1, passes: target % 3 == 0 })
            .collect();
        let domain = if shared { shared_domain(&rows) } else { domain };
        let scene = Intervals { article, reference: String::new(), against: String::new(), nothing: String::new(), rows, domain }.scene(width);
        hold(&scene, "intervals");
    }

    #[test]
    fn strip(
        width in width(),
        dots in vec((article(), option::of(number()), word()), 0..40),
        from_zero in any::<bool>(),
        measure in word(),
    ) {
        let dots = dots.into_iter().enumerate().map(|(target, (article, value, words))| {
            StripDot { article, value, words, counts: Vec::new(), target }
        });
        let scene = Strip { measure: ["m", &measure].concat(), unit: String::new(), from_zero, dots: dots.collect() }.scene(width);
        hold(&scene, "strip");
    }

    #[test]
    fn lengths(
        width in width(),
        article in article(),
        columns in vec((word(), count()), 0..24),
        most in any::<u32>(),
        axis in word(),
    ) {
        let columns = columns.into_iter().enumerate().map(|(target, (label, count))| {
            LengthColumn { words: label.clone(), label, count, target }
        });
        let what = ("sentence".to_owned(), "sentences".to_owned());
        hold(&Lengths { article, what, axis, columns: columns.collect(), most }.scene(width), "lengths");
    }

    #[test]
    fn volcano(
        width in width(),
        articles in vec(article(), 0..9),
        points in vec((word(), 0u32..10, option::of(number()), option::of(number()), count(), count()), 0..120),
        thresholds in vec((number(), word()), 0..3),
        logarithmic in any::<bool>(),
    ) {
        let points = points.into_iter().enumerate()
            .map(|(target, (term, article, log_ratio, evidence, count, reference))| VolcanoPoint { term, article, log_ratio, evidence, count, reference, target, passes: target % 3 == 0 })
            .collect();
        let plot = Volcano {
            articles: numbered(articles),
            reference: "the rest".into(),
            points,
            effect: logarithmic.then(|| Axis {
                name: "%DIFF".to_owned(),
                title: "per cent more often".to_owned(),
                doublings: false,
            }),
            evidence: logarithmic.then(|| Axis {
                name: "−log₁₀ p".to_owned(),
                title: "evidence".to_owned(),
                doublings: false,
            }),
            thresholds: thresholds.into_iter().map(|(value, label)| Threshold { value, label }).collect(),
        };
        hold(&plot.scene(width), "volcano");
    }

    #[test]
    fn plane(
        width in width(),
        articles in vec((article(), number(), number()), 0..9),
        words in vec((word(), number(), number()), 0..120),
        axes in vec(word(), 0..3),
    ) {
        let rows = || vec![("in all".to_owned(), "5 times".to_owned())];
        let articles = articles.into_iter().map(|(article, x, y)| (PlaneOf::Article(article), x, y));
        let words = words.into_iter().map(|(term, x, y)| (PlaneOf::Term(term), x, y));
        let points = articles.chain(words).enumerate().map(|(target, (of, x, y))| PlanePoint { of, x, y, rows: rows(), target });
        hold(&Plane { points: points.collect(), axes }.scene(width), "plane");
    }

    #[test]
    fn upset(
        width in width(),
        articles in vec(article(), 0..70),
        sizes in vec(count(), 0..70),
        rows in vec((vec(0usize..80, 0..9), count(), vec(word(), 0..5)), 0..30),
        selected in option::of(0usize..40),
    ) {
        let rows = rows.into_iter().map(|(mut members, count, examples)| {
            members.sort_unstable();
            members.dedup();
            UpsetRow { members, count, examples }
        });
        hold(&Upset { articles: numbered(articles), sizes, rows: rows.collect(), selected, groups: false }.scene(width), "upset");
    }

    #[test]
    fn bars(width in width(), term in word(), rows in vec((article(), count(), count()), 0..30), rate in any::<bool>()) {
        let rows: Vec<BarRow> = rows.into_iter().map(|(article, count, tokens)| BarRow { article, count, tokens, target: 0 }).collect();
        let length = if rate { BarLength::Rate } else { BarLength::Count };
        let beside = rows.iter().rev().take(3).map(|row| BarRow { count: row.count.saturating_mul(2), ..row.clone() }).collect();
        hold(&Bars { term, rows, length, beside }.scene(width), "bars");
    }

    #[test]
    fn barcode(
        width in width(),
        lanes in vec((prop_oneof![Just("nato".to_owned()), word()], article(), count(), vec(count(), 0..60)), 0..14),
        equal in any::<bool>(),
    ) {
        let lanes = lanes.into_iter().map(|(term, article, tokens, places)| Lane {
            term,
            article,
            tokens,
            ticks: places.into_iter().map(|token| Tick { token, target: 0 }).collect(),
        }).collect();
        let lane_width = if equal { LaneWidth::Equal } else { LaneWidth::Proportional };
        hold(&Barcode { lanes, lane_width }.scene(width), "barcode");
    }

    #[test]
    fn zipf(width in width(), unit in word(), fit in (number(), number()), points in vec((word(), count(), count()), 0..200)) {
        let points = points.into_iter().enumerate()
            .map(|(target, (term, rank, frequency))| ZipfPoint { term, rank, frequency, target }).collect();
        hold(&Zipf { points, unit, fit: Some(fit) }.scene(width), "zipf");
    }

    #[test]
    fn growth(
        width in width(),
        unit in word(),
        all in vec((article(), vec((count(), number()), 0..120), number()), 0..20),
    ) {
        let curves = all.into_iter().enumerate().map(|(target, (article, points, law))| Curve {
            article: (target > 0).then_some(article), points, law: Some((law, 0.7)), target,
        }).collect();
        hold(&Growth { curves, unit }.scene(width), "growth");
    }

    #[test]
    fn spectrum(
        width in width(),
        unit in word(),
        all in vec((count(), any::<bool>(), count(), count(), vec(word(), 0..6)), 0..40),
    ) {
        let bars = all.into_iter().enumerate().map(|(target, (frequency, and_more, types, tokens, examples))| {
            SpectrumBar { frequency, and_more, types, tokens, examples, target }
        }).collect();
        hold(&Spectrum { bars, unit }.scene(width), "spectrum");
    }

    #[test]
    fn heatmap(
        width in width(),
        articles in vec(article(), 0..51),
        values in vec(option::of(number()), 0..900),
        merges in vec((0u32..100, 0u32..100, number()), 0..50),
        order in vec(0u32..60, 0..60),
        shares in any::<bool>(),
    ) {
        let map = Heatmap {
            articles: numbered(articles),
            values,
            merges: merges.into_iter().map(|(left, right, height)| Merge { left, right, height, pair: (left, right) }).collect(),
            distance: String::new(),
            linked: "nearest pair".to_owned(),
            order,
            measure: String::new(),
            value: if shares { CellValue::Fraction } else { CellValue::Count },
            selected: Some((0, 1)),
        };
        hold(&map.scene(width), "heatmap");
    }

    #[test]
    fn heatmap_of_any_size(width in width(), n in 0usize..51) {
        hold(&super::data::heatmap(n).scene(width), "heatmap");
    }

    #[test]
    fn two_sided(
        width in width(),
        a in article(),
        b in article(),
        left in vec((word(), option::of(number()), count(), count()), 0..16),
        right in vec((word(), option::of(number()), count(), count()), 0..16),
        g2 in any::<bool>(),
    ) {
        let rows = |side: Vec<(String, Option<f64>, u32, u32)>| side.into_iter()
            .map(|(term, value, count_a, count_b)| TwoSidedRow { term, value, count_a, count_b, target: 0 })
            .collect();
        let measure = if g2 { Measure::G2 } else { Measure::LogRatio };
        hold(&TwoSided { a, b, left: rows(left), right: rows(right), measure }.scene(width), "two-sided");
    }

    #[test]
    fn tallies(
        width in width(),
        articles in vec(article(), 0..51),
        rows in vec((word(), 0_u8..3, vec((count(), count()), 0..51)), 0..20),
        parts in any::<bool>(),
    ) {
        let tallies = Tallies {
            title: "Tallies".into(),
            what: ("one".into(), "several".into()),
            parts: parts.then(|| ("quoted in marks".into(), "reported in the writer’s words".into())),
            articles: numbered(articles),
            rows: rows.into_iter().map(|(name, group, cells)| TallyRow {
                name,
                group: ["", "neutral", "warning"][usize::from(group)].into(),
                group_total: None,
                cells,
            }).collect(),
            empty: "Nothing.".into(),
        };
        hold(&tallies.scene(width), "tallies");
    }

    #[test]
    fn columns(
        width in width(),
        articles in vec((article(), word(), vec((word(), count(), count()), 0..50)), 0..14),
    ) {
        let columns = articles.into_iter().map(|(article, note, words)| WordColumn {
            article,
            note,
            words: words.into_iter().map(|(word, count, articles)| ColumnWord { word, count, articles, ..ColumnWord::default() }).collect(),
            empty: "Nothing stands near it.".into(),
        });
        let columns = columns.collect();
        hold(&Columns { title: "Columns".into(), what: ("time".into(), "times".into()), columns, empty: "Nothing.".into() }.scene(width), "columns");
    }

    #[test]
    fn course(
        width in width(),
        lanes in vec((article(), vec((count(), option::of(0_usize..6), any::<bool>(), word()), 0..60)), 0..70),
        measure in word(),
    ) {
        let lanes = lanes.into_iter().map(|(article, pieces)| CourseLane {
            article,
            pieces: pieces.into_iter().map(|(length, class, listed, words)| CoursePiece { length, class, listed, words, ..CoursePiece::default() }).collect(),
        });
        let class = |shade: u8| CourseClass { name: measure.clone(), shade };
        let classes = [0, 3, 8, 200].map(class).to_vec();
        hold(&Course { title: "Course".into(), measure: measure.clone(), listed: "listed".into(), classes, lanes: lanes.collect(), empty: "Nothing.".into() }.scene(width), "course");
    }

    #[test]
    fn matrix(
        width in width(),
        articles in vec((article(), count()), 0..51),
        rows in vec((word(), vec(count(), 0..51)), 0..20),
        shade in any::<bool>(),
    ) {
        let (articles, tokens): (Vec<Article>, Vec<u32>) = articles.into_iter().unzip();
        let matrix = Matrix {
            articles: numbered(articles),
            tokens,
            rows: rows.into_iter().map(|(term, counts)| MatrixRow { term, counts }).collect(),
            encoding: if shade { Encoding::Shade } else { Encoding::Area },
        };
        hold(&matrix.scene(width), "matrix");
    }

    #[test]
    fn mentions(
        width in width(),
        articles in vec(article(), 0..51),
        rows in vec((any::<bool>(), word(), vec(count(), 0..51), vec(0_u32..200, 0..51)), 0..20),
    ) {
        let of = |which: bool, title: &str| NamedGroup {
            title: title.into(),
            rows: rows
                .iter()
                .filter(|it| it.0 == which)
                .map(|(_, name, counts, order)| NamedRow { name: name.clone(), counts: counts.clone(), order: order.clone() })
                .collect(),
        };
        let picture = Mentions { articles: numbered(articles), groups: vec![of(true, "people"), of(false, "other names")] };
        hold(&picture.scene(width), "mentions");
    }

    #[test]
    fn timeline(
        width in width(),
        events in vec((article(), option::of(prop_oneof![
            3 => (1990u32..2030, 1u32..13, 1u32..32).prop_map(|(y, m, d)| format!("{y:04}-{m:02}-{d:02}")),
            2 => (1990u32..2030, 1u32..13).prop_map(|(y, m)| format!("{y:04}-{m:02}")),
            1 => (0u32..10_000).prop_map(|y| format!("{y:04}")),
            1 => "\\PC{0,12}",
        ]), 0u32..3, any::<bool>()), 0..30),
    ) {
        let events = events.into_iter().map(|(article, date, relation, inferred)| Event {
            article,
            date,
            relation: [Relation::On, Relation::After, Relation::Before][relation as usize],
            inferred,
            target: 0,
        }).collect();
        hold(&Timeline { events }.scene(width), "timeline");
    }
}
