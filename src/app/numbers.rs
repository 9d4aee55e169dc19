//! How the page writes numbers: one face for each kind, everywhere.
//!
//! Digits are grouped by thousands with a comma, the sign is a true minus, and nothing is written
//! with more digits than it can carry. Whole numbers are scaled by hand: the general formatting of
//! floating point would cost the page more bytes than all of this file.

use yew::prelude::*;

pub use crate::digits::grouped as thousands;

/// A number with this many digits (at most 9) after the point, rounded half away from zero:
/// `1,234.50`, `−0.3`. A rounded zero has no sign. What is no number, or too large to be exact, is
/// written `–` or `∞`.
#[must_use]
pub fn decimal(x: f64, digits: u32) -> String {
    if x.is_nan() {
        return "–".into();
    }
    let unit = 10u64.pow(digits.min(9));
    let scaled = (x.abs() * unit as f64).round();
    let sign = if x < 0.0 && scaled > 0.0 { "−" } else { "" };
    if scaled >= 9.0e15 {
        return format!("{sign}∞");
    }
    let scaled = scaled as u64;
    let mut out = String::from(sign);
    out.push_str(&thousands(scaled / unit));
    if digits > 0 {
        let fraction = (scaled % unit).to_string();
        out.push('.');
        for _ in fraction.len()..digits.min(9) as usize {
            out.push('0');
        }
        out.push_str(&fraction);
    }
    out
}

/// As [`decimal`], with `+` before what is more than zero: `+6.43`, `−1.20`, `0.00`.
#[must_use]
pub fn signed(x: f64, digits: u32) -> String {
    let text = decimal(x, digits);
    if x > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c) || c == '∞') { format!("+{text}") } else { text }
}

/// A p value in a table: three digits, or `< 0.001`.
#[must_use]
pub fn p(x: f64) -> String {
    if x < 0.001 { "< 0.001".into() } else { decimal(x, 3) }
}

/// A ratio of rates, which may be of any size: `7.58`, `18,238`.
#[must_use]
pub fn ratio(x: f64) -> String {
    decimal(x, if x < 1000.0 { 2 } else { 0 })
}

/// A share as per cent: `12 %`, `0.4 %`.
#[must_use]
pub fn percent(share: f64) -> String {
    let digits = u32::from(share.abs() < 0.0995 && share != 0.0);
    format!("{}\u{a0}%", decimal(share * 100.0, digits))
}

/// A number of a measure, as the tables write it; with its `upper` end, an interval.
#[must_use]
pub fn of(measure: &str, value: f64, upper: Option<f64>) -> String {
    match measure {
        "log-ratio-interval" => [signed(value, 1), signed(upper.unwrap_or(value), 1)].join(" … "),
        "rates" => [decimal(value, 2), decimal(upper.unwrap_or(value), 2)].join(" and "),
        "g2"
        | "bic"
        | "log-ratio"
        | "key-phrase"
        | "g2-two-cells"
        | "chi-squared"
        | "chi-squared-yates"
        | "conservative-log-ratio" => signed(value, 2),
        "p" | "p-adjusted" | "p-holm" | "p-bonferroni" | "fisher-p" | "permutation-p" => p(value),
        "heaps.k" | "heaps.beta" | "zipf-fit" => decimal(value, 2),
        "heaps.deviation" => percent(value),
        "per-million" => decimal(value, 0),
        "reading-time" => [decimal(value, 1).as_str(), " minutes"].concat(),
        "robust" => if value > 0.0 { "yes" } else { "no" }.to_owned(),
        "percent-difference" => signed(value, 0),
        "odds-ratio" | "simple-maths" => ratio(value),
        "ttr" | "mattr" | "hd-d" => decimal(value, 3),
        "root-ttr" | "word-length" | "tone" => decimal(value, 2),
        "passives" => percent(value),
        "mtld"
        | "yule-k"
        | "sentence-length"
        | "flesch-reading-ease"
        | "flesch-kincaid"
        | "gunning-fog"
        | "smog"
        | "coleman-liau"
        | "ari"
        | "hedges" => decimal(value, 1),
        "contrast" | "support" | "coverage" | "log-dice" | "collocate-expected" => decimal(value, 2),
        "mi" | "mi3" | "t-score" | "z-score" | "collocate-difference" => signed(value, 2),
        "dice" | "delta-p" => decimal(value, 4),
        "modal-verbs" => decimal(value, 1),
        "dp" | "dp-norm" | "juilland-d" | "tf-idf" | "cosine" | "jaccard" | "containment" => decimal(value, 3),
        _ if value.fract() == 0.0 => decimal(value, 0),
        _ => decimal(value, 3),
    }
}

/// What a table shows where a value is undefined: a dash that says why, on hover and to a screen reader.
pub fn undefined(reason: &'static str) -> Html {
    html! { <span class="undefined" title={reason}>{"–"}<span class="unseen">{" undefined: "}{reason}</span></span> }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_thousands() {
        for (n, text) in
            [(0, "0"), (12, "12"), (999, "999"), (1000, "1,000"), (2892, "2,892"), (1_234_567, "1,234,567")]
        {
            assert_eq!(thousands(n), text);
        }
    }

    #[test]
    fn rounds_and_signs() {
        for (x, digits, text) in [
            (25.294, 2, "25.29"),
            (-1.2, 2, "−1.20"),
            (-0.004, 2, "0.00"),
            (0.999, 2, "1.00"),
            (1234.5, 0, "1,235"),
            (0.05, 3, "0.050"),
            (f64::NAN, 2, "–"),
            (f64::INFINITY, 2, "∞"),
            (f64::NEG_INFINITY, 1, "−∞"),
        ] {
            assert_eq!(decimal(x, digits), text, "{x}");
        }
        assert_eq!(signed(6.434, 2), "+6.43");
        assert_eq!(signed(0.001, 2), "0.00");
        assert_eq!(signed(-2.0, 1), "−2.0");
    }

    #[test]
    fn writes_what_a_value_means() {
        assert_eq!(p(0.000_2), "< 0.001");
        assert_eq!(p(0.043_4), "0.043");
        assert_eq!(percent(0.123), "12\u{a0}%");
        assert_eq!(percent(0.004), "0.4\u{a0}%");
    }
}
