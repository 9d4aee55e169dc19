//! Realistic data for every layout: the counts of five news articles, kept in `counts.tsv` so that the pictures
//! stay the same whatever the bundled corpus is.

use parallax::chart::Scene;
use parallax::chart::layout::*;

/// One word and its counts in the five articles.
struct Word {
    term: String,
    counts: [u32; 5],
}

struct Counts {
    sizes: [u32; 5],
    words: Vec<Word>,
    zipf: Vec<ZipfPoint>,
    /// Word, article, places.
    places: Vec<(String, usize, Vec<u32>)>,
}

fn five(fields: &[&str]) -> [u32; 5] {
    let numbers: Vec<u32> = fields.iter().map(|field| field.parse().unwrap()).collect();
    numbers.try_into().unwrap()
}

fn read() -> Counts {
    let mut counts = Counts { sizes: [0; 5], words: Vec::new(), zipf: Vec::new(), places: Vec::new() };
    let mut part = "";
    for line in include_str!("../golden/chart/counts.tsv").lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        match (part, fields[0]) {
            (_, "#sizes") => counts.sizes = five(&fields[1..]),
            (_, "#zipf" | "#places") => part = &line[1..],
            ("zipf", _) => counts.zipf.push(ZipfPoint {
                rank: fields[0].parse().unwrap(),
                frequency: fields[1].parse().unwrap(),
                term: fields[2].into(),
                target: counts.zipf.len(),
            }),
            ("places", _) => counts.places.push((
                fields[0].into(),
                fields[1].parse().unwrap(),
                fields[2].split_whitespace().map(|place| place.parse().unwrap()).collect(),
            )),
            _ => counts.words.push(Word { term: fields[0].into(), counts: five(&fields[1..]) }),
        }
    }
    counts
}

/// Curves that follow Heaps' law, with a wave.
fn growth(counts: &Counts) -> Growth {
    let curve = |(target, article, tokens, law): (usize, Option<Article>, u32, (f64, f64))| {
        let point = |tokens: u32, at: u32| {
            let wave = 1.0 + 0.02 * f64::from(at % 20) / 20.0;
            (tokens, (law.0 * f64::from(tokens).powf(law.1) * wave).min(tokens.into()))
        };
        let points = (1..=100).map(|at| point(tokens * at / 100, at)).collect();
        Curve { article, points, law: Some(law), target }
    };
    let own = articles(5).into_iter().zip(counts.sizes).enumerate();
    let own = own.map(|(at, (article, tokens))| (at + 1, Some(article), tokens, (1.7, 0.84 - 0.02 * at as f64)));
    let all = (0, None, counts.sizes.iter().sum(), (2.4, 0.75));
    Growth { curves: std::iter::once(all).chain(own).map(curve).collect(), unit: "words".into() }
}

/// The frequencies of the ranks that are listed.
fn spectrum(counts: &Counts) -> Spectrum {
    let bar = |frequency: u32| {
        let and_more = frequency == 9;
        let has = |point: &&ZipfPoint| point.frequency == frequency || (and_more && point.frequency > frequency);
        let points: Vec<&ZipfPoint> = counts.zipf.iter().filter(has).collect();
        SpectrumBar {
            frequency,
            and_more,
            types: points.len() as u32,
            tokens: points.iter().map(|point| point.frequency).sum(),
            examples: points.iter().take(5).map(|point| point.term.clone()).collect(),
            target: frequency as usize - 1,
        }
    };
    Spectrum { bars: (1..=9).map(bar).collect(), unit: "words".into() }
}

/// Articles A to E, or as many as wanted.
pub fn articles(number: usize) -> Vec<Article> {
    let names = ["TRT World", "Not stated", "Withub (translation)", "Not stated (translation)", "Harbour Gazette"];
    (0..number)
        .map(|at| {
            let letter = |at: usize| char::from(b'A' + at as u8).to_string();
            let letters = if at < 26 { letter(at) } else { letter(at / 26 - 1) + &letter(at % 26) };
            let name = if at < 5 { names[at].to_owned() } else { format!("Article {}", at + 1) };
            Article { number: at as u32, colour: at as u32, letter: letters, name }
        })
        .collect()
}

/// Log ratio with its interval, and G², after the formulas of the Methods view.
fn keyness(a: u32, b: u32, c: u32, d: u32) -> (f64, f64, f64, f64) {
    let or_half = |count: u32| if count == 0 { 0.5 } else { f64::from(count) };
    let (x, y, c, d) = (or_half(a), or_half(b), f64::from(c), f64::from(d));
    let ratio = ((x / c) / (y / d)).log2();
    let half = 1.96 * (1.0 / x + 1.0 / y - 1.0 / c - 1.0 / d).sqrt() / std::f64::consts::LN_2;
    let n = c + d;
    let (a, b) = (f64::from(a), f64::from(b));
    let cell = |observed: f64, row: f64, column: f64| {
        if observed == 0.0 { 0.0 } else { observed * (observed * n / (row * column)).ln() }
    };
    let g2 = 2.0 * (cell(a, a + b, c) + cell(b, a + b, d) + cell(c - a, n - a - b, c) + cell(d - b, n - a - b, d));
    (ratio, ratio - half, ratio + half, g2)
}

/// A keyword: the word, its counts in the article and elsewhere, its keyness.
type Keyword<'a> = (&'a Word, u32, u32, (f64, f64, f64, f64));

/// The keywords of one article against the others, best first.
fn keywords(counts: &Counts, article: usize) -> Vec<Keyword<'_>> {
    let size = counts.sizes[article];
    let others: u32 = counts.sizes.iter().sum::<u32>() - size;
    let mut rows: Vec<_> = counts
        .words
        .iter()
        .map(|word| {
            let here = word.counts[article];
            let elsewhere = word.counts.iter().sum::<u32>() - here;
            (word, here, elsewhere, keyness(here, elsewhere, size, others))
        })
        .filter(|row| row.1 >= 2 && row.3.0 > 0.0)
        .collect();
    rows.sort_by(|x, y| y.3.3.total_cmp(&x.3.3).then_with(|| x.0.term.cmp(&y.0.term)));
    rows
}

fn intervals(counts: &Counts, article: usize) -> Intervals {
    let rows = keywords(counts, article).into_iter().take(8).enumerate();
    let rows: Vec<IntervalRow> = rows
        .map(|(target, (word, count, reference, (value, low, high, _)))| IntervalRow {
            term: word.term.clone(),
            value: Some(value),
            low: Some(low),
            high: Some(high),
            count,
            reference,
            target,
            at_most: false,
            passes: target < 3,
        })
        .collect();
    Intervals {
        against: String::new(),
        nothing: String::new(),
        article: articles(5)[article].clone(),
        reference: "the other articles".into(),
        domain: (-2.0, 7.0),
        rows,
    }
}

fn volcano(counts: &Counts) -> Volcano {
    let mut points: Vec<VolcanoPoint> = Vec::new();
    for article in 0..5 {
        for (word, count, reference, (ratio, _, _, g2)) in keywords(counts, article) {
            points.push(VolcanoPoint {
                term: word.term.clone(),
                article: article as u32,
                log_ratio: Some(ratio),
                evidence: Some(g2),
                count,
                reference,
                passes: g2 > 15.0,
                target: points.len(),
            });
        }
    }
    points.sort_by(|x, y| y.evidence.partial_cmp(&x.evidence).unwrap().then_with(|| x.term.cmp(&y.term)));
    Volcano {
        articles: articles(5),
        reference: "the other articles".into(),
        points,
        effect: None,
        evidence: None,
        thresholds: vec![
            Threshold { value: 3.84, label: "p = 0.05".into() },
            Threshold { value: 10.83, label: "p = 0.001".into() },
        ],
    }
}

fn bars(counts: &Counts, term: &str) -> Bars {
    let word = counts.words.iter().find(|word| word.term == term).unwrap();
    let rows = articles(5).into_iter().enumerate();
    let rows =
        rows.map(|(at, article)| BarRow { article, count: word.counts[at], tokens: counts.sizes[at], target: at });
    Bars { term: term.into(), rows: rows.collect(), length: BarLength::Rate, beside: Vec::new() }
}

fn barcode(counts: &Counts, terms: &[&str], lane_width: LaneWidth) -> Barcode {
    let mut target = 0;
    let lanes = counts.places.iter().filter(|(term, ..)| terms.contains(&term.as_str())).map(|(term, at, places)| {
        let ticks = places.iter().map(|&token| {
            target += 1;
            Tick { token, target: target - 1 }
        });
        Lane {
            term: term.clone(),
            article: articles(5)[*at].clone(),
            tokens: counts.sizes[*at],
            ticks: ticks.collect(),
        }
    });
    Barcode { lanes: lanes.collect(), lane_width }
}

/// A similarity matrix and an average-linkage tree of so many articles.
pub fn heatmap(n: usize) -> Heatmap {
    let known = [
        [1.0, 0.42, 0.31, 0.37, 0.28],
        [0.42, 1.0, 0.27, 0.33, 0.25],
        [0.31, 0.27, 1.0, 0.24, 0.22],
        [0.37, 0.33, 0.24, 1.0, 0.35],
        [0.28, 0.25, 0.22, 0.35, 1.0],
    ];
    let value = |a: usize, b: usize| {
        if n <= 5 {
            known[a][b]
        } else {
            let (a, b) = (a.min(b), a.max(b));
            0.1 + 0.6 * f64::from(((a * 37 + b * 17 + a * b * 5) % 101) as u32) / 101.0
        }
    };
    let values = (0..n * n).map(|at| Some(value(at / n, at % n))).collect();
    // Average linkage, naively.
    let mut clusters: Vec<(u32, Vec<usize>)> = (0..n).map(|at| (at as u32, vec![at])).collect();
    let mut merges = Vec::new();
    while clusters.len() > 1 {
        let mut best = (f64::INFINITY, 0, 1);
        for i in 0..clusters.len() {
            for j in i + 1..clusters.len() {
                let (x, y) = (&clusters[i].1, &clusters[j].1);
                let sum: f64 =
                    x.iter().flat_map(|&a| y.iter().map(move |&b| (a, b))).map(|(a, b)| 1.0 - value(a, b)).sum();
                let distance = sum / (x.len() * y.len()) as f64;
                if distance < best.0 {
                    best = (distance, i, j);
                }
            }
        }
        let (height, i, j) = best;
        let (right, more) = clusters.remove(j);
        let pair = (clusters[i].1[0] as u32, more[0] as u32);
        merges.push(Merge { left: clusters[i].0, right, height, pair });
        clusters[i].0 = (n + merges.len() - 1) as u32;
        clusters[i].1.extend(more);
    }
    let order = clusters.first().map_or(Vec::new(), |(_, leaves)| leaves.iter().map(|&at| at as u32).collect());
    Heatmap {
        articles: articles(n),
        values,
        merges,
        distance: "1 − cosine".into(),
        linked: "nearest pair".into(),
        order,
        measure: "Cosine similarity".into(),
        value: CellValue::Fraction,
        selected: (n >= 2).then_some((0, 1)),
    }
}

/// So many articles and words around the middle, in spirals.
pub fn plane(articles_on: usize, words: usize, axes: usize) -> Plane {
    const WORDS: [&str; 8] = ["europe", "drones", "nato", "romania", "spending", "nuclear", "ally", "will"];
    let spiral = |at: usize, turns: f64, far: f64| {
        let turn = at as f64 * turns;
        // No sine: pictures are the same on every machine.
        let wave = |x: f64| 1.0 - 4.0 * ((x - x.floor()) - 0.5).abs();
        (far * wave(turn), if axes == 2 { far * wave(turn + 0.25) } else { 0.0 })
    };
    let mut points: Vec<PlanePoint> = articles(articles_on)
        .into_iter()
        .enumerate()
        .map(|(at, article)| {
            let (x, y) = spiral(at, 0.23, 0.8);
            let rows = vec![("words".to_owned(), "120".to_owned())];
            PlanePoint { of: PlaneOf::Article(article), x, y, rows, target: at }
        })
        .collect();
    points.extend((0..words).map(|at| {
        let (x, y) = spiral(at, 0.381_966, 1.5 * (1.0 - (at % 50) as f64 / 60.0));
        let term = if at < 8 { WORDS[at].to_owned() } else { format!("{}-{at}", WORDS[at % 8]) };
        let rows = vec![("in all".to_owned(), "5 times".to_owned())];
        PlanePoint { of: PlaneOf::Term(term), x, y, rows, target: articles_on + at }
    }));
    let axes = ["axis 1: 33 % of the inertia", "axis 2: 27 % of the inertia"][..axes].iter().map(ToString::to_string);
    Plane { points, axes: axes.collect() }
}

/// Words by the articles that have them: each by itself, each beside the next, all.
pub fn upset(n: usize) -> Upset {
    let row = |members: Vec<usize>, count: u32| UpsetRow {
        members,
        count,
        examples: ["europe", "drones", "nato"].map(str::to_owned).to_vec(),
    };
    let mut rows: Vec<UpsetRow> = (0..n).map(|at| row(vec![at], 140 - 2 * at as u32)).collect();
    rows.extend((0..n - 1).map(|at| row(vec![at, at + 1], 30 - (at % 20) as u32)));
    rows.push(row((0..n).collect(), 7));
    rows.truncate(20);
    Upset {
        articles: articles(n),
        sizes: (0..n).map(|at| 260 - 3 * at as u32).collect(),
        rows,
        selected: Some(5),
        groups: false,
    }
}

fn two_sided(counts: &Counts) -> TwoSided {
    let (a, b) = (2, 4);
    let mut rows: Vec<(TwoSidedRow, f64)> = counts
        .words
        .iter()
        .filter(|word| word.counts[a].max(word.counts[b]) >= 2)
        .map(|word| {
            let (count_a, count_b) = (word.counts[a], word.counts[b]);
            let (ratio, _, _, g2) = keyness(count_a, count_b, counts.sizes[a], counts.sizes[b]);
            let row = TwoSidedRow { term: word.term.clone(), value: Some(ratio), count_a, count_b, target: 0 };
            (row, if ratio < 0.0 { -g2 } else { g2 })
        })
        .collect();
    rows.sort_by(|x, y| y.1.abs().total_cmp(&x.1.abs()).then_with(|| x.0.term.cmp(&y.0.term)));
    for (target, row) in rows.iter_mut().enumerate() {
        row.0.target = target;
    }
    let side = |left: bool| {
        rows.iter().filter(|row| (row.1 > 0.0) == left).take(10).map(|row| row.0.clone()).collect::<Vec<_>>()
    };
    let names = articles(5);
    TwoSided {
        a: names[a].clone(),
        b: names[b].clone(),
        left: side(true),
        right: side(false),
        measure: Measure::LogRatio,
    }
}

/// Words in place of names, in two groups.
fn mentions(counts: &Counts) -> Mentions {
    let row = |word: &Word| NamedRow {
        name: word.term.clone(),
        counts: word.counts.to_vec(),
        order: word.counts.iter().map(|&count| count.min(1) * 3).collect(),
    };
    let group = |title: &str, from: usize, to: usize| NamedGroup {
        title: title.into(),
        rows: counts.words[from..to].iter().map(row).collect(),
    };
    Mentions { articles: articles(5), groups: vec![group("people", 0, 5), group("places", 5, 14)] }
}

fn matrix(counts: &Counts, encoding: Encoding) -> Matrix {
    Matrix {
        articles: articles(5),
        tokens: counts.sizes.to_vec(),
        rows: counts
            .words
            .iter()
            .take(14)
            .map(|word| MatrixRow { term: word.term.clone(), counts: word.counts.to_vec() })
            .collect(),
        encoding,
    }
}

fn timeline() -> Timeline {
    let dates = [
        (Some("2025-11-05"), Relation::On, false),
        (Some("2024-10"), Relation::After, true),
        (Some("2025-10-15"), Relation::On, false),
        (Some("2025-04"), Relation::On, true),
        (None, Relation::On, false),
    ];
    let events = articles(5).into_iter().zip(dates).enumerate();
    let events = events.map(|(target, (article, (date, relation, inferred)))| Event {
        article,
        date: date.map(Into::into),
        relation,
        inferred,
        target,
    });
    Timeline { events: events.collect() }
}

/// Mean sentence lengths; the last article's is undefined.
fn strip(number: usize) -> Strip {
    let lengths = [15.7, 17.9, 24.3, 19.9];
    let dots = articles(number).into_iter().enumerate().map(|(at, article)| {
        let value = (at + 1 < number).then(|| lengths[at % 4] + (at / 4) as f64 * 0.3);
        StripDot {
            article,
            value,
            words: value.map_or("it has no word".into(), |value| format!("{value:.1}")),
            counts: vec![("sentences".into(), "21".into())],
            target: at,
        }
    });
    Strip { measure: "sentence length".into(), unit: "words".into(), from_zero: false, dots: dots.collect() }
}

fn lengths(most: u32) -> Lengths {
    let columns = [2, 5, 3, 5, 3, 3, 0, 0, 0, 0, 1].into_iter().enumerate().map(|(at, count)| LengthColumn {
        label: if at == 10 { "51+".into() } else { (at * 5 + 1).to_string() },
        words: format!("{} words or more", at * 5 + 1),
        count,
        target: at,
    });
    Lengths {
        article: articles(1).remove(0),
        what: ("sentence".into(), "sentences".into()),
        axis: "words in a sentence, from".into(),
        columns: columns.collect(),
        most,
    }
}

fn speakers() -> Tallies {
    let row = |name: &str, group: &str, cells: [(u32, u32); 5]| TallyRow {
        name: name.into(),
        group: group.into(),
        group_total: None,
        cells: cells.to_vec(),
    };
    Tallies {
        title: "Who speaks where".into(),
        what: ("quotation".into(), "quotations".into()),
        parts: Some(("quoted in marks".into(), "reported in the writer’s words".into())),
        articles: articles(5),
        rows: vec![
            row("Mark Rutte", "", [(12, 3), (2, 2), (9, 4), (12, 8), (0, 22)]),
            row("a spokesman for the Ministry of Defence", "", [(0, 0), (1, 0), (0, 1), (0, 0), (0, 2)]),
            row("not attributed", "", [(0, 0), (0, 0), (5, 0), (0, 0), (0, 0)]),
        ],
        empty: String::new(),
    }
}

fn verbs() -> Tallies {
    let row = |name: &str, group: &str, counts: [u32; 5]| TallyRow {
        name: name.into(),
        group: group.into(),
        group_total: None,
        cells: counts.map(|count| (count, 0)).to_vec(),
    };
    Tallies {
        title: "Reporting verbs".into(),
        what: ("time".into(), "times".into()),
        parts: None,
        rows: vec![
            row("say", "neutral", [5, 0, 2, 13, 9]),
            row("add", "neutral", [0, 0, 1, 0, 1]),
            row("stress", "assertive", [0, 1, 0, 0, 2]),
            row("warn", "warning", [0, 0, 0, 0, 1]),
        ],
        ..speakers()
    }
}

/// Words around a name, side by side.
fn columns(counts: &Counts) -> Columns {
    let column = |at: usize| {
        let mut words: Vec<&Word> = counts.words.iter().filter(|word| word.counts[at] > 1).collect();
        words.sort_by_key(|word| std::cmp::Reverse(word.counts[at]));
        let word = |(number, word): (usize, &&Word)| ColumnWord {
            word: word.term.clone(),
            count: word.counts[at],
            articles: word.counts.iter().filter(|count| **count > 0).count() as u32,
            rows: vec![("logDice".into(), "9.87".into())],
            target: 100 * at + number,
        };
        WordColumn {
            article: articles(5).remove(at),
            note: "10 times · 48 words near".into(),
            words: if at == 3 { Vec::new() } else { words.iter().take(8).enumerate().map(word).collect() },
            empty: "It stands near no word twice.".into(),
        }
    };
    Columns {
        title: "Around NATO".into(),
        what: ("time".into(), "times".into()),
        columns: (0..5).map(column).collect(),
        empty: "There is nothing.".into(),
    }
}

/// Articles from beginning to end.
fn course() -> Course {
    let piece = |at: u32| CoursePiece {
        length: 5 + at * 7 % 31,
        class: (at % 9 != 8).then_some(at as usize * 5 % 4),
        listed: at % 11 == 3,
        words: "In an interview with Germany’s Funke media group…".into(),
        rows: vec![("support".into(), "0.07".into())],
        target: at as usize,
    };
    let lane = |at: usize| CourseLane {
        article: articles(5).remove(at),
        pieces: (0..12 + 5 * at as u32).map(piece).collect(),
    };
    let class = |(name, shade): (&str, u8)| CourseClass { name: name.into(), shade };
    Course {
        title: "Only here".into(),
        measure: "support elsewhere".into(),
        listed: "listed below".into(),
        classes: [("below 0.1", 8), ("0.1 to 0.2", 5), ("0.2 to 0.5", 3), ("0.5 and more", 1)].map(class).to_vec(),
        lanes: (0..5).map(lane).collect(),
        empty: "There is nothing.".into(),
    }
}

/// Every picture with its name, at this width.
pub fn scenes(width: f64) -> Vec<(String, Scene)> {
    let counts = read();
    let mut scenes: Vec<(&str, Scene)> = vec![
        ("intervals-a", intervals(&counts, 0).scene(width)),
        ("intervals-e", intervals(&counts, 4).scene(width)),
        ("volcano", volcano(&counts).scene(width)),
        ("bars", bars(&counts, "europe").scene(width)),
        ("barcode", barcode(&counts, &["europe"], LaneWidth::Equal).scene(width)),
        ("barcode-two", barcode(&counts, &["defence", "ready"], LaneWidth::Proportional).scene(width)),
        ("zipf", Zipf { points: counts.zipf.clone(), unit: "words".into(), fit: Some((0.83, 190.0)) }.scene(width)),
        ("growth", growth(&counts).scene(width)),
        ("spectrum", spectrum(&counts).scene(width)),
        ("heatmap", heatmap(5).scene(width)),
        ("two-sided", two_sided(&counts).scene(width)),
        ("matrix", matrix(&counts, Encoding::Shade).scene(width)),
        ("matrix-area", matrix(&counts, Encoding::Area).scene(width)),
        ("plane", plane(5, 60, 2).scene(width)),
        ("plane-line", plane(2, 40, 1).scene(width)),
        ("upset", upset(5).scene(width)),
        ("mentions", mentions(&counts).scene(width)),
        ("timeline", timeline().scene(width)),
        ("strip", strip(5).scene(width)),
        ("lengths", lengths(5).scene(width)),
        ("tallies", speakers().scene(width)),
        ("tallies-verbs", verbs().scene(width)),
        ("columns", columns(&counts).scene(width)),
        ("course", course().scene(width)),
        ("empty", Zipf::default().scene(width)),
    ];
    if width == 700.0 {
        scenes.push(("heatmap-twenty", heatmap(20).scene(width)));
        scenes.push(("upset-twelve", upset(12).scene(width)));
        scenes.push(("upset-fifty", upset(50).scene(width)));
        scenes.push(("strip-forty", strip(40).scene(width)));
    }
    scenes.into_iter().map(|(name, scene)| (name.to_owned(), scene)).collect()
}
