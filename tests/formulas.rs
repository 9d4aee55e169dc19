//! What is explained is what is computed: the formula of every measure, evaluated over the reference
//! vectors, gives what its function gives.

use parallax::stats::association::{self, TwoByTwo, Z_95};
use parallax::stats::collocation::{self, Cooccurrence};
use parallax::stats::distributions::fisher_tables;
use parallax::stats::formula::figures::figures;
use parallax::stats::formula::{Case, Expression, Formula, Line};
use parallax::stats::{
    Measure, correspondence, dispersion, diversity, multiplicity, readability, similarity, tfidf, vocabulary,
};
use serde_json::Value;

fn cases(file: &str) -> Vec<Value> {
    let path = format!("{}/tests/reference/{file}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect(&path);
    serde_json::from_str::<Value>(&text).expect(&path)["cases"].as_array().expect("cases").clone()
}

/// The formula's value is the function's, to 1e-9.
fn agree(measure: &Measure, case: Case, computed: f64) {
    let formula = measure.formula().unwrap_or_else(|| panic!("{} has no formula", measure.key));
    let explained = case.clone().evaluate(&formula);
    let explained = explained.unwrap_or_else(|| panic!("{}: a name has no number in {case:?}", measure.key));
    let distance = (explained - computed).abs();
    // A sum written out as it reads loses digits that the function keeps; see `deviance`.
    assert!(
        distance <= 1e-9 * computed.abs().max(1.0) || explained == computed,
        "{}: explained {explained}, computed {computed}, in {case:?}",
        measure.key
    );
}

fn counts(value: &Value) -> Vec<u32> {
    value
        .as_array()
        .expect("counts")
        .iter()
        .map(|v| u32::try_from(v.as_u64().expect("a count")).expect("u32"))
        .collect()
}

/// The names that every formula of keyness may use.
fn two_by_two(a: u32, b: u32, c: u32, d: u32) -> Case {
    let [a, b, c, d] = [a, b, c, d].map(f64::from);
    Case::default()
        .with("a", a)
        .with("b", b)
        .with("c", c)
        .with("d", d)
        .with_column("cells", "O", [a, b, c - a, d - b])
        .with_column("cells", "R", [a + b, a + b, c + d - a - b, c + d - a - b])
        .with_column("cells", "C", [c, d, c, d])
}

#[test]
fn keyness() {
    for case in &cases("association") {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|key| u32::try_from(case[key].as_u64().unwrap()).unwrap());
        let table = TwoByTwo::new(a, b, c, d).expect("a table");
        let known = two_by_two(a, b, c, d).with("z", Z_95);
        agree(&association::G2, known.clone(), table.signed_g2());
        let known = known.with("G²", table.signed_g2());
        agree(&association::P, known.clone(), table.p());
        agree(&association::BIC, known.clone(), table.bic());
        if let Some(tables) = fisher_tables(a, b, c, d, 20_000) {
            let added = tables.into_iter().filter(|table| table.is_added).map(|table| table.p);
            // A sum of many rounded ones may pass 1 by a trifle.
            agree(&association::FISHER_P, Case::default().with_column("tables", "P", added), table.fisher_p());
        }
        if let Some(ratio) = table.log_ratio() {
            agree(&association::LOG_RATIO, known.clone(), ratio);
            agree(&association::LOG_RATIO_INTERVAL, known.clone(), table.log_ratio_interval().unwrap().1);
        }
        let two_cells = table.direction() * table.log_likelihood_two_cells();
        agree(&association::G2_TWO_CELLS, known.clone(), two_cells);
        for (measure, computed) in [
            (&association::CHI_SQUARED, table.chi_squared().map(|x| table.direction() * x)),
            (&association::CHI_SQUARED_YATES, table.chi_squared_yates().map(|x| table.direction() * x)),
            (&association::PERCENT_DIFFERENCE, table.percent_difference()),
            (&association::ODDS_RATIO, table.odds_ratio()),
        ] {
            if let Some(computed) = computed {
                agree(measure, known.clone(), computed);
            }
        }
        for k in [1.0, 100.0] {
            agree(&association::SIMPLE_MATHS, known.clone().with("k", k), table.simple_maths(k).unwrap());
        }
        let over = association::g2_over_parts(&[a, b], &[c, d]).unwrap();
        agree(&association::CONTRAST, parts(&[a, b], &[c, d]), over);
        assert!((over - table.g2()).abs() <= 1e-9 * over.max(1.0));
    }
}

/// The number that is written.
fn read(text: &str) -> f64 {
    text.replace(',', "").replace('−', "-").parse().expect(text)
}

/// The expression with the numbers as they are written, not as they are.
fn as_written(expression: &Expression) -> Expression {
    let one = |x: &Expression| Box::new(as_written(x));
    let all = |all: &[Expression]| all.iter().map(as_written).collect();
    match expression {
        Expression::Number(_, text) => Expression::Number(read(text), text.clone()),
        Expression::Symbol(_) => expression.clone(),
        Expression::Negative(x) => Expression::Negative(one(x)),
        Expression::Binary(operator, x, y) => Expression::Binary(*operator, one(x), one(y)),
        Expression::Call(function, arguments) => Expression::Call(*function, all(arguments)),
        Expression::Sum(index, body) => Expression::Sum(index.clone(), one(body)),
        Expression::Terms(terms, cut) => Expression::Terms(all(terms), *cut),
    }
}

/// Whoever works the last line of G² from the numbers as they are printed comes to the printed result.
#[test]
fn the_printed_steps_of_g2_come_to_the_printed_result() {
    let vectors = cases("association");
    let counts = |case: &Value| ["a", "b", "c", "d"].map(|key| u32::try_from(case[key].as_u64().unwrap()).unwrap());
    let mut tried = 0;
    for [a, b, c, d] in vectors.iter().map(counts).chain([[14, 4, 783, 1994], [3, 0, 40, 1_000_000]]) {
        let formula = association::G2.formula().expect("a formula");
        let steps = two_by_two(a, b, c, d).work(&formula).expect("every name has a number");
        let last = steps.last().expect("a step");
        let result = figures(last.values[0]);
        let line = Line { name: last.line.name.clone(), expression: as_written(&last.put_in[0]) };
        let worked = Case::default().evaluate(&Formula { lines: vec![line] }).expect("only numbers");
        if result.contains('×') || read(&result) == 0.0 {
            assert!((worked - last.values[0]).abs() < 1e-3, "{a} {b} {c} {d}: {worked}");
            continue;
        }
        let places = result.split_once('.').map_or(0, |(_, fraction)| fraction.len() as i32);
        // Half of the last digit for its rounding, and as much for that of the steps; what six digits
        // after the point can't tell, of a difference that is next to none, is no more than 0.0001.
        let unit = 10.0_f64.powi(-places).max(1e-4);
        assert!((worked - read(&result)).abs() <= unit, "{a} {b} {c} {d}: {worked}, printed {result}");
        tried += 1;
    }
    assert!(tried > 10);
}

/// The names that formulas over the articles may use.
fn parts(counts: &[u32], sizes: &[u32]) -> Case {
    let having: Vec<(u32, u32)> = counts.iter().copied().zip(sizes.iter().copied()).filter(|part| part.1 > 0).collect();
    let smallest = having.iter().map(|part| part.1).min().unwrap_or(0);
    Case::default()
        .with_column("articles", "v", having.iter().map(|part| part.0))
        .with_column("articles", "s", having.iter().map(|part| part.1))
        .with("n", having.len() as f64)
        .with("f", having.iter().map(|part| f64::from(part.0)).sum::<f64>())
        .with("N", having.iter().map(|part| f64::from(part.1)).sum::<f64>())
        .with("s_min", smallest)
}

#[test]
fn collocations() {
    for case in &cases("collocation") {
        let [joint, node, collocate, corpus, span] = ["joint", "node", "collocate", "corpus", "span"]
            .map(|key| u32::try_from(case[key].as_u64().unwrap()).unwrap());
        let pair = Cooccurrence::new(joint, node, collocate, corpus, span).expect("a pair");
        let known =
            Case::default().with("O", joint).with("n", node).with("f", collocate).with("w", span).with("N", corpus);
        for (measure, computed) in [
            (&collocation::EXPECTED, pair.expected()),
            (&collocation::LOG_DICE, pair.log_dice()),
            (&collocation::DICE, pair.dice()),
            (&collocation::MI, pair.mi()),
            (&collocation::MI3, pair.mi3()),
            (&collocation::T, pair.t()),
            (&collocation::Z, pair.z()),
            (&collocation::DELTA_P, pair.delta_p_of_collocate().expect("room beside the windows")),
        ] {
            agree(measure, known.clone(), computed);
        }
        let [o, c, n] = [joint, collocate, corpus].map(f64::from);
        let r = f64::from(node) * f64::from(span);
        let cells = Case::default()
            .with("N", n)
            .with_column("cells", "O", [o, r - o, c - o, n - r - c + o])
            .with_column("cells", "R", [r, r, n - r, n - r])
            .with_column("cells", "C", [c, n - c, c, n - c]);
        agree(&collocation::G2, cells, pair.g2().expect("room beside the windows"));
    }
}

#[test]
fn dispersions() {
    for case in &cases("dispersion") {
        let (v, sizes) = (counts(&case["v"]), counts(&case["sizes"]));
        let known = parts(&v, &sizes);
        agree(&dispersion::RANGE, known.clone(), f64::from(dispersion::range(&v)));
        for (measure, computed) in [
            (&dispersion::DP, dispersion::dp(&v, &sizes)),
            (&dispersion::DP_NORM, dispersion::dp_norm(&v, &sizes)),
            (&dispersion::JUILLAND_D, dispersion::juilland_d(&v, &sizes)),
        ] {
            if let Some(computed) = computed {
                agree(measure, known.clone(), computed);
            }
        }
    }
}

#[test]
fn adjusted_p() {
    for case in &cases("multiplicity") {
        let p: Vec<f64> = case["p"].as_array().unwrap().iter().map(|p| p.as_f64().unwrap()).collect();
        let adjusted = multiplicity::benjamini_hochberg(&p);
        for (at, computed) in adjusted.into_iter().enumerate() {
            let Some((rank, smallest)) = multiplicity::benjamini_hochberg_rank(&p, at) else { panic!("{at} of {p:?}") };
            let known = Case::default().with("n", p.len() as f64).with("m", rank).with("p_m", smallest);
            agree(&multiplicity::P_ADJUSTED, known, computed);
        }
        let known = Case::default().with("n", p.len() as f64);
        for (at, computed) in multiplicity::bonferroni(&p).into_iter().enumerate() {
            agree(&multiplicity::P_BONFERRONI, known.clone().with("p", p[at]), computed);
        }
        let mut ascending = p.clone();
        ascending.sort_by(f64::total_cmp);
        for (at, computed) in multiplicity::holm(&p).into_iter().enumerate() {
            // The rank, up to the p's own, at which the product is largest.
            let own = ascending.partition_point(|other| *other <= p[at]);
            let product = |rank: &usize| ascending[rank - 1] * (p.len() - rank + 1) as f64;
            let rank = (1..=own).max_by(|x, y| product(x).total_cmp(&product(y))).unwrap();
            agree(
                &multiplicity::P_HOLM,
                known.clone().with("m", rank as f64).with("p_m", ascending[rank - 1]),
                computed,
            );
        }
    }
}

#[test]
fn weights_and_similarities() {
    for case in &cases("tfidf") {
        let lists: Vec<Vec<&str>> = case["tokens"]
            .as_array()
            .unwrap()
            .iter()
            .map(|list| list.as_array().unwrap().iter().map(|token| token.as_str().unwrap()).collect())
            .collect();
        let terms: Vec<&str> =
            lists.iter().flatten().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let counted: Vec<Vec<(u32, u32)>> = lists
            .iter()
            .map(|list| {
                let count = |term: &&str| list.iter().filter(|token| *token == term).count() as u32;
                (0..).zip(terms.iter().map(count)).filter(|(_, count)| *count > 0).collect()
            })
            .collect();
        let vectors = tfidf::tf_idf(&counted, terms.len());
        for (words, vector) in counted.iter().zip(&vectors) {
            let df = |term: u32| counted.iter().filter(|words| words.iter().any(|word| word.0 == term)).count();
            let weight = |&(term, tf): &(u32, u32)| f64::from(tf) * tfidf::idf(counted.len() as u32, df(term) as u32);
            let length = words.iter().map(weight).map(|w| w * w).sum::<f64>().sqrt();
            for ((term, tf), (_, computed)) in words.iter().zip(vector) {
                let known = Case::default()
                    .with("tf", *tf)
                    .with("n", counted.len() as f64)
                    .with("df", df(*term) as f64)
                    .with("L", length);
                agree(&tfidf::TF_IDF, known, *computed);
            }
        }
        for (x, words_x) in vectors.iter().zip(&counted) {
            for (y, words_y) in vectors.iter().zip(&counted) {
                let Some(computed) = tfidf::cosine(x, y) else { continue };
                let weight = |vector: &[(u32, f64)], term: u32| {
                    vector.iter().find(|word| word.0 == term).map_or(0.0, |word| word.1)
                };
                let all = 0..terms.len() as u32;
                let known = Case::default()
                    .with_column("words", "x", all.clone().map(|term| weight(x, term)))
                    .with_column("words", "y", all.map(|term| weight(y, term)));
                agree(&tfidf::COSINE, known, computed);
                let both = words_x.iter().filter(|word| words_y.iter().any(|other| other.0 == word.0)).count() as u32;
                let (m, n) = (words_x.len() as u32, words_y.len() as u32);
                let known = Case::default().with("k", both).with("m", m).with("n", n);
                agree(&similarity::JACCARD, known.clone(), similarity::jaccard(both, m, n).unwrap());
                agree(&similarity::CONTAINMENT, known, similarity::containment(both, m, n).unwrap());
            }
        }
    }
}

/// Nothing in, nothing out of range: tables of the smallest and of the largest counts.
#[test]
fn maps() {
    for case in &cases("correspondence") {
        let columns = case["columns"].as_u64().expect("columns") as usize;
        let table = counts(&case["counts"]);
        let found = correspondence::correspondence(&table, columns).expect("a map");
        let all: f64 = table.iter().map(|&n| f64::from(n)).sum();
        let cells = Case::default()
            .with_column("cells", "p", table.iter().map(|&n| f64::from(n) / all))
            .with_column("cells", "r", (0..table.len()).map(|at| found.rows[at / columns].mass))
            .with_column("cells", "c", (0..table.len()).map(|at| found.columns[at % columns].mass));
        agree(&correspondence::INERTIA, cells, found.total);
        for point in found.rows.iter().chain(&found.columns) {
            let (f, inertia) = (point.coordinates[0], found.inertias[0]);
            let one = Case::default().with("m", point.mass).with("f", f).with("lambda", inertia);
            agree(&correspondence::CONTRIBUTION, one, point.contribution(0, inertia).expect("an axis"));
            let g = point.coordinates.get(1).copied().unwrap_or(0.0);
            let plane = Case::default().with("f", f).with("g", g).with("d", point.distance.sqrt());
            if let Some(first) = point.quality(0) {
                agree(&correspondence::QUALITY, plane, first + point.quality(1).unwrap_or(0.0));
            }
        }
    }
}

#[test]
fn no_table_makes_what_is_no_number() {
    let large = u32::MAX;
    let counts = [0, 1, 2, large / 2, large - 1, large];
    for c in [1, 2, 3, large - 1, large] {
        for d in [1, 2, 3, large - 1, large] {
            for a in counts.into_iter().filter(|a| *a <= c) {
                for b in counts.into_iter().filter(|b| *b <= d) {
                    let table = TwoByTwo::new(a, b, c, d).expect("a table");
                    let ends = table.log_ratio_interval();
                    let values = [
                        Some(table.g2()),
                        Some(table.log_likelihood_two_cells()),
                        Some(table.p()),
                        Some(table.bic()),
                        table.chi_squared(),
                        table.chi_squared_yates(),
                        table.log_ratio(),
                        ends.map(|ends| ends.0),
                        ends.map(|ends| ends.1),
                        table.conservative_log_ratio(),
                        table.percent_difference(),
                        table.odds_ratio(),
                        table.simple_maths(1.0),
                    ];
                    assert!(values.into_iter().flatten().all(f64::is_finite), "{table:?}: {values:?}");
                    assert!(table.g2() >= 0.0 && (0.0..=1.0).contains(&table.p()), "{table:?}");
                    // Alike in exact arithmetic is alike to the last bit.
                    if table.direction() == 0.0 && a > 0 {
                        assert_eq!((table.g2(), table.p(), table.log_ratio()), (0.0, 1.0, Some(0.0)), "{table:?}");
                        assert_eq!(table.percent_difference(), Some(0.0), "{table:?}");
                        assert_eq!(table.simple_maths(1.0), Some(1.0), "{table:?}");
                    }
                }
            }
        }
    }
    assert_eq!(TwoByTwo::new(0, 0, 0, 5), None, "an empty side is no table");
    assert_eq!(TwoByTwo::new(2, 0, 1, 5), None, "nor is a word more frequent than all words");
}

#[test]
fn diversities() {
    for case in &cases("diversity") {
        let words: Vec<&str> = case["tokens"].as_array().unwrap().iter().map(|token| token.as_str().unwrap()).collect();
        let types: Vec<&str> = words.iter().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect();
        let terms: Vec<u32> = words.iter().map(|word| types.binary_search(word).expect("a type") as u32).collect();
        let frequency = |word: &&str| words.iter().filter(|other| *other == word).count() as f64;
        let frequencies: Vec<f64> = types.iter().map(frequency).collect();
        let n = words.len() as f64;
        let known = Case::default().with("N", n).with("V", types.len() as f64).with_column(
            "types",
            "f",
            frequencies.iter().copied(),
        );
        agree(&diversity::TTR, known.clone(), diversity::ttr(&terms).unwrap());
        agree(&diversity::ROOT_TTR, known.clone(), diversity::root_ttr(&terms).unwrap());
        agree(&diversity::YULE_K, known, diversity::yule_k(&terms).unwrap());
        if let Some(computed) = diversity::mattr(&terms, 50) {
            let different = |window: &[u32]| window.iter().collect::<std::collections::BTreeSet<_>>().len() as f64;
            let windows: Vec<f64> = terms.windows(50).map(different).collect();
            let known = Case::default().with("w", 50.0).with("n", windows.len() as f64).with_column(
                "windows",
                "V_w",
                windows.iter().copied(),
            );
            agree(&diversity::MATTR, known, computed);
        }
        if let Some(computed) = diversity::hdd(&terms, 42) {
            let undrawn =
                |f: &f64| (0..42).map(|i| (n - f - f64::from(i)).max(0.0) / (n - f64::from(i))).product::<f64>();
            let known = Case::default().with_column("types", "q", frequencies.iter().map(undrawn));
            agree(&diversity::HDD, known, computed);
        }
    }
}

#[test]
fn readabilities() {
    for case in &cases("readability") {
        let count = |name: &str| u32::try_from(case[name].as_u64().unwrap()).unwrap();
        let counts = readability::TextCounts {
            words: count("words"),
            sentences: count("sentences"),
            syllables: count("syllables"),
            letters: count("letters"),
            polysyllables: count("polysyllables"),
        };
        let known = Case::default()
            .with("N", counts.words)
            .with("S", counts.sentences)
            .with("Y", counts.syllables)
            .with("L", counts.letters)
            .with("P", counts.polysyllables);
        for (measure, computed) in [
            (&readability::SENTENCE_LENGTH, counts.words_per_sentence()),
            (&readability::FLESCH, counts.flesch_reading_ease()),
            (&readability::FLESCH_KINCAID, counts.flesch_kincaid_grade()),
            (&readability::GUNNING_FOG, counts.gunning_fog()),
            (&readability::SMOG, counts.smog()),
            (&readability::COLEMAN_LIAU, counts.coleman_liau()),
            (&readability::ARI, counts.automated_readability_index()),
        ] {
            agree(measure, known.clone(), computed.unwrap());
        }
    }
}

#[test]
fn laws_of_vocabulary() {
    for case in cases("vocabulary").iter().filter(|case| case["frequencies"].as_array().unwrap().len() < 150) {
        let frequencies = counts(&case["frequencies"]);
        let Some(fit) = vocabulary::zipf_fit(&frequencies) else { continue };
        let ranks = 1..=frequencies.len() as u32;
        let known = Case::default()
            .with("N", frequencies.iter().map(|&f| f64::from(f)).sum::<f64>())
            .with("a", fit.exponent)
            .with("H", ranks.clone().map(|rank| f64::from(rank).powf(-fit.exponent)).sum::<f64>())
            .with_column("ranks", "k", ranks.clone());
        agree(&vocabulary::ZIPF_ERROR, known.clone(), fit.error);
        for r in ranks {
            agree(&vocabulary::ZIPF_FIT, known.clone().with("r", r), fit.expected(r));
        }
        let curve: Vec<(u32, f64)> = counts(&case["growth"]["draws"])
            .into_iter()
            .zip(case["growth"]["types"].as_array().unwrap().iter().map(|types| types.as_f64().unwrap()))
            .collect();
        let Some(heaps) = vocabulary::heaps_fit(&curve) else { continue };
        for (n, _) in curve {
            let known = Case::default().with("K", heaps.k).with("β", heaps.beta).with("N", n);
            agree(&vocabulary::HEAPS_FIT, known, heaps.expected(n));
        }
    }
}
