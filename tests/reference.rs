//! The statistics against vectors made with scipy, statsmodels, scikit-learn and lexicalrichness
//! (`tests/reference/make_reference.py`, `make_permutation.py`): 1e-9 relative, 1e-6 for p-values and
//! whatever is found by iteration. Natively and in WebAssembly, as `same_everywhere`.

use parallax::stats::association::TwoByTwo;
use parallax::stats::clustering::{Linkage, cluster};
use parallax::stats::collocation::Cooccurrence;
use parallax::stats::correspondence::{Profile, correspondence};
use parallax::stats::permutation::Shuffles;
use parallax::stats::readability::TextCounts;
use parallax::stats::{dispersion, diversity, multiplicity, tfidf, vocabulary};
use serde_json::Value;

/// For closed formulas.
const EXACT: f64 = 1e-9;
/// For p-values and iterated values.
const ITERATED: f64 = 1e-6;

#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The cases of a file. The files are compiled in: tests in WebAssembly have no folder to read.
fn cases(file: &str) -> Vec<Value> {
    let text = match file {
        "association" => include_str!("reference/association.json"),
        "clustering" => include_str!("reference/clustering.json"),
        "collocation" => include_str!("reference/collocation.json"),
        "delta_p" => include_str!("reference/delta_p.json"),
        "dispersion" => include_str!("reference/dispersion.json"),
        "correspondence" => include_str!("reference/correspondence.json"),
        "diversity" => include_str!("reference/diversity.json"),
        "multiplicity" => include_str!("reference/multiplicity.json"),
        "permutation" => include_str!("reference/permutation.json"),
        "readability" => include_str!("reference/readability.json"),
        "tfidf" => include_str!("reference/tfidf.json"),
        "vocabulary" => include_str!("reference/vocabulary.json"),
        _ => panic!("no vectors are called {file}"),
    };
    let value: Value = serde_json::from_str(text).expect(file);
    let cases = value["cases"].as_array().expect("cases").clone();
    assert!(!cases.is_empty());
    cases
}

/// Collects the largest relative error of each quantity, and fails at the first one that is too large.
#[derive(Default)]
struct Agreement(std::collections::BTreeMap<String, (f64, usize)>);

impl Agreement {
    fn check(&mut self, name: &str, found: Option<f64>, case: &Value, tolerance: f64) {
        self.compare(name, found, case["expected"][name].as_f64(), tolerance, case);
    }

    fn compare(&mut self, name: &str, found: Option<f64>, expected: Option<f64>, tolerance: f64, case: &Value) {
        let entry = self.0.entry(name.to_owned()).or_default();
        entry.1 += 1;
        let (found, expected) = match (found, expected) {
            (None, None) => return,
            (Some(found), Some(expected)) => (found, expected),
            other => panic!("{name}: found and expected are {other:?} in {case}"),
        };
        if expected == 0.0 || found == 0.0 {
            // One of them may have met rounding dust on the way to 0 (a p-value may not: its 0 is an underflow).
            let dust = if name.contains("p_g2") || name.contains("fisher") { 1e-300 } else { 1e-13 };
            assert!((found - expected).abs() < dust, "{name}: found {found}, expected {expected} in {case}");
            return;
        }
        let distance = (found - expected).abs();
        let error = distance / expected.abs();
        // The vectors' G² is a plain double-precision sum of terms up to some 10⁶ times its size: it
        // carries errors of some 10⁻¹⁰, more than 10⁻⁹ of the smallest values (11 of the 206). Ours is
        // held to exact values in the tests of src/stats/association.rs.
        let dust = name.starts_with("g2") && distance < 1e-9;
        entry.0 = entry.0.max(error);
        let close = error <= tolerance || dust;
        assert!(close, "{name}: found {found}, expected {expected} (relative error {error:e}) in {case}");
    }
}

/// Shown with `--nocapture`.
impl Drop for Agreement {
    fn drop(&mut self) {
        for (name, (error, number)) in &self.0 {
            println!("{name:24} {number:6} values, largest relative error {error:.1e}");
        }
    }
}

fn count(value: &Value) -> u32 {
    u32::try_from(value.as_u64().expect("a count")).expect("a u32")
}

fn counts(value: &Value) -> Vec<u32> {
    value.as_array().expect("counts").iter().map(count).collect()
}

fn floats(value: &Value) -> Vec<f64> {
    value.as_array().expect("numbers").iter().map(|v| v.as_f64().expect("a number")).collect()
}

/// Tokens as term ids in alphabetical order, for each of several lists.
fn term_ids(lists: &[Value]) -> (Vec<String>, Vec<Vec<u32>>) {
    let words = |list: &Value| -> Vec<String> {
        list.as_array().expect("tokens").iter().map(|t| t.as_str().expect("a token").to_owned()).collect()
    };
    let lists: Vec<Vec<String>> = lists.iter().map(words).collect();
    let terms: std::collections::BTreeSet<&String> = lists.iter().flatten().collect();
    let terms: Vec<String> = terms.into_iter().cloned().collect();
    let id = |t: &String| u32::try_from(terms.binary_search(t).expect("a term")).expect("a u32");
    let ids = lists.iter().map(|list| list.iter().map(id).collect()).collect();
    (terms, ids)
}

/// Inertias, and of every row and column mass, distance, coordinates and contributions.
#[test]
fn correspondence_analysis() {
    let mut agreement = Agreement::default();
    for case in &cases("correspondence") {
        let columns = count(&case["columns"]) as usize;
        let found = correspondence(&counts(&case["counts"]), columns).expect("a map");
        let inertias = floats(&case["expected"]["inertias"]);
        assert_eq!(found.inertias.len(), inertias.len());
        agreement.compare("total", Some(found.total), case["expected"]["total"].as_f64(), EXACT, case);
        for (axis, &inertia) in inertias.iter().enumerate() {
            agreement.compare("inertia", Some(found.inertias[axis]), Some(inertia), EXACT, case);
        }
        for (name, points) in [("rows", &found.rows), ("columns", &found.columns)] {
            let expected = case["expected"][name].as_array().expect("profiles");
            assert_eq!(points.len(), expected.len());
            for (point, profile) in points.iter().zip(expected) {
                let Profile { mass, distance, coordinates } = point;
                agreement.compare("mass", Some(*mass), profile["mass"].as_f64(), EXACT, case);
                agreement.compare("distance", Some(*distance), profile["distance"].as_f64(), EXACT, case);
                let places = floats(&profile["coordinates"]);
                for (axis, &place) in places.iter().enumerate() {
                    // A coordinate is as exact as its axis is long.
                    let error = (coordinates[axis] - place).abs() / inertias[axis].sqrt();
                    assert!(error < EXACT, "axis {axis}: {} is not {place} in {case}", coordinates[axis]);
                    let ours = point.contribution(axis, inertias[axis]).expect("a contribution");
                    let theirs = profile["contributions"][axis].as_f64().expect("a contribution");
                    assert!((ours - theirs).abs() < EXACT, "contribution {ours} is not {theirs} in {case}");
                }
            }
        }
    }
}

/// Which leaves are joined, and how far apart they are, step by step.
#[test]
fn clustering() {
    let mut agreement = Agreement::default();
    for case in &cases("clustering") {
        let n = count(&case["n"]) as usize;
        let distances = floats(&case["distances"]);
        // Condensed as scipy has it: row by row, above the diagonal.
        let apart = |i: usize, j: usize| distances[n * i - i * (i + 1) / 2 + j - i - 1];
        for (name, linkage) in [
            ("average", Linkage::Average),
            ("complete", Linkage::Complete),
            ("single", Linkage::Single),
            ("ward", Linkage::Ward),
        ] {
            let Some(expected) = case["expected"][name].as_array() else { continue };
            let merges = cluster(n, linkage, apart);
            assert_eq!(merges.len(), expected.len());
            for (merge, step) in merges.iter().zip(expected) {
                let joined = [merge.left.min(merge.right), merge.left.max(merge.right), merge.size];
                assert_eq!(joined.to_vec(), counts(&step["joined"]), "{name} in {case}");
                agreement.compare(name, Some(merge.height), step["height"].as_f64(), EXACT, case);
            }
        }
    }
}

#[test]
fn association() {
    let mut agreement = Agreement::default();
    let mut turned = 0;
    for case in &cases("association") {
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|k| count(&case[k]));
        let table = TwoByTwo::new(a, b, c, d).expect("a table");
        let interval = table.log_ratio_interval_with_halves();
        for (name, found, tolerance) in [
            ("g2", Some(table.g2()), EXACT),
            ("g2_signed", Some(table.signed_g2()), EXACT),
            ("ll_two_cell", Some(table.log_likelihood_two_cells()), EXACT),
            ("p_g2", Some(table.p()), ITERATED),
            ("bic", Some(table.bic()), EXACT),
            ("chi2", table.chi_squared(), EXACT),
            ("chi2_yates", table.chi_squared_yates(), EXACT),
            ("fisher_p", Some(table.fisher_p()), ITERATED),
            ("log_ratio", table.log_ratio_with_halves(), EXACT),
            ("log_ratio_low", interval.map(|i| i.0), EXACT),
            ("log_ratio_high", interval.map(|i| i.1), EXACT),
            ("conservative_log_ratio", table.conservative_log_ratio(), ITERATED),
            ("percent_diff", table.percent_difference(), EXACT),
            ("odds_ratio", table.odds_ratio(), EXACT),
            ("simple_maths_k1", table.simple_maths(1.0), EXACT),
        ] {
            agreement.check(name, found, case, tolerance);
        }
        // What is shown is the same, or undefined: where the half for a 0 would contradict the direction, and only there.
        let points = |ratio: &f64| *ratio == 0.0 || ratio.signum() == table.direction();
        let told = table.log_ratio_with_halves().filter(points);
        assert_eq!(table.log_ratio(), told, "{case}");
        assert_eq!(table.log_ratio_interval(), interval.filter(|_| told.is_some()), "{case}");
        turned += usize::from(told.is_none() && a + b > 0);
    }
    assert_eq!(turned, 16, "vectors in which a half turns the direction");
}

#[test]
fn multiplicity() {
    let mut agreement = Agreement::default();
    for case in &cases("multiplicity") {
        let p = floats(&case["p"]);
        for (name, found) in [
            ("bonferroni", multiplicity::bonferroni(&p)),
            ("holm", multiplicity::holm(&p)),
            ("benjamini_hochberg", multiplicity::benjamini_hochberg(&p)),
        ] {
            let expected = floats(&case["expected"][name]);
            assert_eq!(found.len(), expected.len());
            for (found, expected) in found.into_iter().zip(expected) {
                agreement.compare(name, Some(found), Some(expected), EXACT, case);
            }
        }
    }
}

#[test]
fn permutation() {
    let mut agreement = Agreement::default();
    for case in &cases("permutation") {
        let (counts, sizes) = (counts(&case["counts"]), counts(&case["sizes"]));
        let target: Vec<bool> = case["target"].as_array().expect("a group").iter().map(|v| v == true).collect();
        let rates: Vec<(usize, f64)> = counts
            .iter()
            .zip(&sizes)
            .map(|(&count, &size)| f64::from(count) / f64::from(size))
            .enumerate()
            .filter(|it| it.1 > 0.0)
            .collect();
        let shuffles = Shuffles::new(&target).expect("two groups");
        let p = shuffles.p(&rates);
        if shuffles.is_exact() {
            assert_eq!(shuffles.ways() as u64, case["ways"].as_u64().expect("ways"));
            agreement.check("p", Some(p), case, EXACT);
        } else {
            // Drawn: within four standard deviations of the exact one.
            let exact = case["expected"]["p"].as_f64().expect("p");
            let deviation = (exact * (1.0 - exact) / shuffles.ways() as f64).sqrt();
            assert!((p - exact).abs() < 4.0 * deviation + 2.0 / shuffles.ways() as f64, "{p}, exactly {exact}");
        }
    }
}

#[test]
fn dispersion() {
    let mut agreement = Agreement::default();
    for case in &cases("dispersion") {
        let (v, sizes) = (counts(&case["v"]), counts(&case["sizes"]));
        agreement.check("range", Some(f64::from(dispersion::range(&v))), case, EXACT);
        agreement.check("juilland_d", dispersion::juilland_d(&v, &sizes), case, EXACT);
        agreement.check("dp", dispersion::dp(&v, &sizes), case, EXACT);
        agreement.check("dp_norm", dispersion::dp_norm(&v, &sizes), case, EXACT);
    }
}

#[test]
fn tf_idf_and_cosine() {
    let mut agreement = Agreement::default();
    for case in &cases("tfidf") {
        let (terms, lists) = term_ids(case["tokens"].as_array().expect("lists"));
        let articles: Vec<Vec<(u32, u32)>> = lists
            .iter()
            .map(|list| {
                let mut frequency = std::collections::BTreeMap::new();
                list.iter().for_each(|&t| *frequency.entry(t).or_default() += 1);
                frequency.into_iter().collect()
            })
            .collect();
        let vectors = tfidf::tf_idf(&articles, terms.len());
        let expected = &case["expected"];
        for (vector, top) in vectors.iter().zip(expected["top"].as_array().expect("top")) {
            for pair in top["top"].as_array().expect("pairs") {
                let term = terms.binary_search(&pair[0].as_str().expect("a term").to_owned()).expect("known");
                let weight = vector.iter().find(|(t, _)| *t as usize == term).map(|(_, w)| *w);
                agreement.compare("tf_idf", weight, pair[1].as_f64(), EXACT, &pair[0]);
            }
        }
        for (x, row) in vectors.iter().zip(expected["cosine"].as_array().expect("rows")) {
            for (y, cosine) in vectors.iter().zip(row.as_array().expect("a row")) {
                agreement.compare("cosine", tfidf::cosine(x, y), cosine.as_f64(), EXACT, row);
            }
        }
    }
}

#[test]
fn collocation() {
    let mut agreement = Agreement::default();
    for case in &cases("collocation") {
        let [joint, node, collocate, corpus, span] =
            ["joint", "node", "collocate", "corpus", "span"].map(|k| count(&case[k]));
        let pair = Cooccurrence::new(joint, node, collocate, corpus, span).expect("a pair");
        agreement.check("expected_frequency", Some(pair.expected()), case, EXACT);
        agreement.check("mi", Some(pair.mi()), case, EXACT);
        agreement.check("mi3", Some(pair.mi3()), case, EXACT);
        agreement.check("t", Some(pair.t()), case, EXACT);
        agreement.check("z", Some(pair.z()), case, EXACT);
        agreement.check("dice", Some(pair.dice()), case, EXACT);
        agreement.check("log_dice", Some(pair.log_dice()), case, EXACT);
        agreement.check("g2", pair.g2(), case, EXACT);
    }
    for case in &cases("delta_p") {
        let [joint, node, collocate, corpus, span] =
            ["joint", "node", "collocate", "corpus", "span"].map(|k| count(&case[k]));
        let pair = Cooccurrence::new(joint, node, collocate, corpus, span).expect("a pair");
        agreement.check("delta_p_of_collocate", pair.delta_p_of_collocate(), case, EXACT);
        agreement.check("delta_p_of_node", pair.delta_p_of_node(), case, EXACT);
    }
}

#[test]
fn diversity() {
    let mut agreement = Agreement::default();
    for case in &cases("diversity") {
        let (terms, lists) = term_ids(std::slice::from_ref(&case["tokens"]));
        let text = &lists[0];
        agreement.check("types", Some(terms.len() as f64), case, EXACT);
        agreement.check("ttr", diversity::ttr(text), case, EXACT);
        agreement.check("root_ttr", diversity::root_ttr(text), case, EXACT);
        agreement.check("mattr_50", diversity::mattr(text, 50), case, EXACT);
        agreement.check("mtld_072", diversity::mtld(text, 0.72), case, EXACT);
        agreement.check("hdd_42", diversity::hdd(text, 42), case, EXACT);
        agreement.check("yule_k", diversity::yule_k(text), case, EXACT);
    }
}

#[test]
fn readability() {
    let mut agreement = Agreement::default();
    for case in &cases("readability") {
        let [words, sentences, syllables, letters, polysyllables] =
            ["words", "sentences", "syllables", "letters", "polysyllables"].map(|k| count(&case[k]));
        let text = TextCounts { words, sentences, syllables, letters, polysyllables };
        agreement.check("flesch_reading_ease", text.flesch_reading_ease(), case, EXACT);
        agreement.check("flesch_kincaid_grade", text.flesch_kincaid_grade(), case, EXACT);
        agreement.check("gunning_fog", text.gunning_fog(), case, EXACT);
        agreement.check("smog", text.smog(), case, EXACT);
        agreement.check("coleman_liau", text.coleman_liau(), case, EXACT);
        agreement.check("ari", text.automated_readability_index(), case, EXACT);
    }
}

#[test]
fn vocabulary() {
    let mut agreement = Agreement::default();
    for case in &cases("vocabulary") {
        let frequencies = counts(&case["frequencies"]);
        let zipf = vocabulary::zipf_fit(&frequencies);
        let expected = |part: &str, name: &str| case[part][name].as_f64();
        agreement.compare("exponent", zipf.map(|fit| fit.exponent), expected("zipf", "exponent"), EXACT, case);
        agreement.compare("error", zipf.map(|fit| fit.error), expected("zipf", "error"), EXACT, case);
        // Where two ranks are fitted exactly, both distances are dust.
        let distance = zipf.map(|fit| if fit.distance < 1e-12 { 0.0 } else { fit.distance });
        agreement.compare("distance", distance, expected("zipf", "distance"), EXACT, case);
        let spectrum = vocabulary::spectrum(&frequencies);
        let (draws, types) = (counts(&case["growth"]["draws"]), floats(&case["growth"]["types"]));
        let mut curve = Vec::new();
        for (&draws, &types) in draws.iter().zip(&types) {
            let found = vocabulary::expected_types(&spectrum, draws);
            agreement.compare("types", found, Some(types), EXACT, case);
            curve.push((draws, types));
        }
        let fit = vocabulary::heaps_fit(&curve);
        agreement.compare("k", fit.map(|fit| fit.k), expected("growth", "k"), EXACT, case);
        agreement.compare("beta", fit.map(|fit| fit.beta), expected("growth", "beta"), EXACT, case);
        // A line that fits exactly leaves dust.
        let deviation = fit.map(|fit| fit.deviation).filter(|&deviation| deviation > 1e-12);
        let known = expected("growth", "deviation").filter(|&deviation| deviation > 1e-12);
        agreement.compare("deviation", deviation, known, EXACT, case);
    }
}
