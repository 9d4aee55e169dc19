//! Ticks: few, at round numbers; and how numbers are written.
//!
//! Thousands are set apart by commas from 1,000 on, a minus is `−`, and no number is written with
//! more digits than its axis needs. Nothing here goes through the standard library's float formatting:
//! the same bytes everywhere, and a small page.

pub use crate::digits::grouped as count;

/// A place on an axis and what stands there.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The value.
    pub value: f64,
    /// Its label.
    pub label: String,
}

/// A number with so many decimals (at most 9), rounded half away from zero; `–` where it isn't finite.
/// Beyond 9 × 10¹⁵ it is written without decimals, and held at the largest `u64`.
pub fn fixed(number: f64, decimals: u32) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let decimals = decimals.min(9);
    let power = 10u64.pow(decimals);
    let size = number.abs();
    let (whole, part) = if size < 9e15 / power as f64 {
        let units = (size * power as f64).round() as u64;
        (units / power, units % power)
    } else {
        (size as u64, 0)
    };
    let sign = if number < 0.0 && (whole > 0 || part > 0) { "−" } else { "" };
    let mut text = format!("{sign}{}", count(whole));
    if decimals > 0 {
        let digits = part.to_string();
        text.push('.');
        for _ in digits.len()..decimals as usize {
            text.push('0');
        }
        text.push_str(&digits);
    }
    text
}

/// A number with about three significant digits, trailing zeros dropped: `0.042`, `7.1`, `16.9`, `412`.
pub fn short(number: f64) -> String {
    if !number.is_finite() {
        return "–".to_owned();
    }
    let size = number.abs();
    let decimals = match size {
        s if s >= 100.0 || s == 0.0 => 0,
        s if s >= 10.0 => 1,
        s if s >= 1.0 => 2,
        s if s >= 0.1 => 3,
        s if s >= 0.01 => 4,
        _ => 5,
    };
    let text = fixed(number, decimals);
    if decimals == 0 { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}

/// A length or coordinate for SVG: at most two decimals, a hyphen for minus, no thousands; 0 where it isn't finite.
pub fn coordinate(number: f64) -> String {
    if !number.is_finite() {
        return "0".to_owned();
    }
    let hundredths = (number * 100.0).round().clamp(-9e15, 9e15) as i64;
    let (whole, part) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    let sign = if hundredths < 0 { "-" } else { "" };
    match (part, part % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", part / 10),
        _ => format!("{sign}{whole}.{part:02}"),
    }
}

/// A log2 ratio in words of the axis: `same`, `×8`, `1/8`.
pub fn ratio(log2: f64) -> String {
    let whole = log2.round();
    if !log2.is_finite() {
        "–".to_owned()
    } else if whole == 0.0 {
        "same".to_owned()
    } else if whole > 0.0 {
        format!("×{}", count(1 << whole.min(53.0) as u64))
    } else {
        format!("1/{}", count(1 << (-whole).min(53.0) as u64))
    }
}

/// 1, 2 or 5 times a power of ten, the first that is not below the number.
fn round_step(least: f64) -> (f64, i32) {
    let power = least.log10().floor();
    let base = 10f64.powi(power as i32);
    let (factor, extra) = match least / base {
        f if f <= 1.0 + 1e-9 => (1.0, 0),
        f if f <= 2.0 + 1e-9 => (2.0, 0),
        f if f <= 5.0 + 1e-9 => (5.0, 0),
        _ => (1.0, 1),
    };
    (factor * 10f64.powi(power as i32 + extra), power as i32 + extra)
}

/// At most `most` ticks (two or more) at round numbers from `low` to `high`, both ends included where they are
/// round. Empty unless `low < high`, both finite.
pub fn linear(low: f64, high: f64, most: usize) -> Vec<Tick> {
    if !(low.is_finite() && high.is_finite() && low < high && (high - low).is_finite()) {
        return Vec::new();
    }
    let span = high - low;
    if span < 1e-12 * high.abs().max(low.abs()) || span < 1e-300 {
        return Vec::new();
    }
    let mut least = span / most.max(1) as f64;
    loop {
        let (step, power) = round_step(least);
        let first = (low / step - 1e-9).ceil();
        let last = (high / step + 1e-9).floor();
        let number = (last - first + 1.0).max(0.0) as usize;
        if number <= most.max(2) {
            let decimals = (-power).clamp(0, 9) as u32;
            return (0..number)
                .map(|at| {
                    let value = (first + at as f64) * step;
                    Tick { value, label: fixed(value, decimals) }
                })
                .collect();
        }
        least = step * 1.01;
    }
}

/// At most `most` ticks (two or more) at round whole numbers from 0 to `high`: for axes of counts, which
/// have nothing between 4 and 5. Empty where `high` isn't finite or is below 1.
pub fn whole(high: f64, most: usize) -> Vec<Tick> {
    linear(0.0, high.floor(), most.min(high.clamp(1.0, 1e6) as usize + 1))
}

/// Powers of ten from `low` to `high` (both above 0), every one or every so manieth, at most `most`.
pub fn decades(low: f64, high: f64, most: usize) -> Vec<Tick> {
    if !(low > 0.0 && high.is_finite() && low <= high) {
        return Vec::new();
    }
    let first = (low.log10() - 1e-9).ceil() as i32;
    let last = (high.log10() + 1e-9).floor() as i32;
    if last < first {
        return Vec::new();
    }
    let step = ((last - first) as usize / most.max(1) + 1) as i32;
    (first..=last)
        .step_by(step as usize)
        .map(|power| {
            let value = 10f64.powi(power);
            let label = if power < 0 { fixed(value, power.unsigned_abs()) } else { fixed(value, 0) };
            Tick { value, label }
        })
        .collect()
}

/// Ticks of a log2 axis: 0 (`same`) and equal steps of whole doublings away from it, at most `most`.
pub fn doublings(low: f64, high: f64, most: usize) -> Vec<Tick> {
    if !(low.is_finite() && high.is_finite() && low < high) {
        return Vec::new();
    }
    let steps = [1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 1000.0];
    let number = |step: f64| (high / step + 1e-9).floor() - (low / step - 1e-9).ceil() + 1.0;
    let step = steps.into_iter().find(|&step| number(step) <= most.max(1) as f64).unwrap_or(f64::MAX);
    if step == f64::MAX {
        return Vec::new();
    }
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last)
        .map(|at| {
            let value = at as f64 * step;
            Tick { value, label: ratio(value) }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(ticks: &[Tick]) -> Vec<&str> {
        ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn numbers_are_written_as_the_page_writes_them() {
        assert_eq!(count(2892), "2,892");
        assert_eq!(count(999), "999");
        assert_eq!(count(1_000_000), "1,000,000");
        assert_eq!(fixed(-1234.5, 1), "−1,234.5");
        assert_eq!(fixed(-0.04, 1), "0.0");
        assert_eq!(fixed(0.05, 3), "0.050");
        assert_eq!(fixed(f64::NAN, 1), "–");
        assert_eq!(short(7.104), "7.1");
        assert_eq!(short(0.04), "0.04");
        assert_eq!(short(412.4), "412");
        assert_eq!(coordinate(-3.456), "-3.46");
        assert_eq!(coordinate(-3.05), "-3.05");
        assert_eq!(coordinate(3.5), "3.5");
        assert_eq!(coordinate(f64::INFINITY), "0");
        assert_eq!(ratio(-3.0), "1/8");
        assert_eq!(ratio(0.0), "same");
    }

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(labels(&linear(0.0, 17.3, 5)), ["0", "5", "10", "15"]);
        assert_eq!(labels(&linear(0.0, 0.42, 5)), ["0.0", "0.1", "0.2", "0.3", "0.4"]);
        assert_eq!(labels(&linear(-2500.0, 2500.0, 3)), ["−2,000", "0", "2,000"]);
        assert_eq!(labels(&decades(1.0, 1500.0, 5)), ["1", "10", "100", "1,000"]);
        assert_eq!(labels(&doublings(-1.0, 8.0, 4)), ["same", "×8", "×64"]);
        assert!(linear(3.0, 3.0, 5).is_empty());
        assert!(linear(f64::NAN, 3.0, 5).is_empty());
    }

    proptest! {
        #[test]
        fn whole_ticks_are_whole_inside_and_few(high in 1.0..1e9f64, most in 2usize..40) {
            let ticks = whole(high, most);
            prop_assert!((1..=most).contains(&ticks.len()));
            prop_assert!(ticks.iter().all(|tick| tick.value.fract() == 0.0 && (0.0..=high).contains(&tick.value)));
            prop_assert!(ticks.iter().all(|tick| !tick.label.contains('.')));
        }

        #[test]
        fn linear_ticks_stay_inside_and_few(low in -1e12..1e12f64, span in 1e-6..1e12f64, most in 2usize..9) {
            let high = low + span;
            let ticks = linear(low, high, most);
            prop_assert!(ticks.len() <= most);
            for tick in &ticks {
                prop_assert!(tick.value >= low - span * 1e-6 && tick.value <= high + span * 1e-6);
            }
        }

        #[test]
        fn any_float_is_written_without_nan(number in any::<f64>(), decimals in 0u32..12) {
            for text in [fixed(number, decimals), short(number), coordinate(number), ratio(number)] {
                prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
            }
        }

        #[test]
        fn any_pair_of_floats_has_few_ticks(low in any::<f64>(), high in any::<f64>()) {
            prop_assert!(linear(low, high, 6).len() <= 6);
            prop_assert!(doublings(low, high, 6).len() <= 6);
            prop_assert!(decades(low, high, 6).len() <= 6);
        }
    }
}
