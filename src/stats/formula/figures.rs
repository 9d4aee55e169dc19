//! Numbers as a working writes them: whole ones in full, others with five significant digits, and
//! with more where something is worked from them.

use crate::digits::grouped;

/// A number for a person: `1,203`, `−0.03172`, `3.2×10⁻⁹`, `∞`; what isn't a number, `undefined`.
///
/// Whole numbers below 10¹⁵ stand in full, others with five significant digits; below 0.0001 and
/// from 10¹⁵ on as a power of ten.
#[must_use]
pub fn figures(x: f64) -> String {
    if x.is_nan() {
        return "undefined".to_owned();
    }
    let sign = if x < 0.0 { "−" } else { "" };
    let size = x.abs();
    if size.is_infinite() {
        return [sign, "∞"].concat();
    }
    if size < 1e15 && size.fract() == 0.0 {
        return [sign, &grouped(size as u64)].concat();
    }
    if !(1e-4..1e15).contains(&size) {
        let (digits, exponent) = scientific(size);
        return [sign, &digits, "×10", &raised(exponent)].concat();
    }
    // Digits after the point, so that five are significant: at most eight.
    let mut places = 4;
    let mut bound = 10.0;
    while places > 0 && size >= bound {
        bound *= 10.0;
        places -= 1;
    }
    let mut least = 1.0;
    while size < least && places < 8 {
        least /= 10.0;
        places += 1;
    }
    [sign, &pointed(size, places)].concat()
}

/// A number that something is worked from: as [`figures`], but with six digits after the point, and
/// six significant ones below 1, so that what is worked from it as written comes to what is shown.
#[must_use]
pub fn finer(x: f64) -> String {
    let size = x.abs();
    if !(1e-4..1e9).contains(&size) || size.fract() == 0.0 {
        return figures(x);
    }
    let mut places = 6;
    let mut least = 0.1;
    while size < least {
        least /= 10.0;
        places += 1;
    }
    [if x < 0.0 { "−" } else { "" }, &pointed(size, places)].concat()
}

/// With so many digits after the point, without zeros at the end.
fn pointed(size: f64, places: u32) -> String {
    let unit = 10_u64.pow(places);
    let scaled = (size * unit as f64).round() as u64;
    let mut fraction = (scaled % unit).to_string();
    while fraction.len() < places as usize {
        fraction.insert(0, '0');
    }
    let fraction = fraction.trim_end_matches('0');
    let point = if fraction.is_empty() { "" } else { "." };
    [&grouped(scaled / unit), point, fraction].concat()
}

/// The number as one digit, a point, two digits, and the power of ten.
fn scientific(size: f64) -> (String, i32) {
    let (mut x, mut exponent) = (size, 0);
    while x >= 10.0 {
        x /= 10.0;
        exponent += 1;
    }
    while x < 1.0 && exponent > -400 {
        x *= 10.0;
        exponent -= 1;
    }
    let mut scaled = (x * 100.0).round() as u64;
    if scaled >= 1000 {
        scaled /= 10;
        exponent += 1;
    }
    let text = [(scaled / 100).to_string(), ".".to_owned(), (scaled / 10 % 10).to_string(), (scaled % 10).to_string()];
    (text.concat().trim_end_matches('0').trim_end_matches('.').to_owned(), exponent)
}

fn raised(exponent: i32) -> String {
    let digit = |c: char| match c {
        '-' => '⁻',
        '1' => '¹',
        '2' => '²',
        '3' => '³',
        '4' => '⁴',
        '5' => '⁵',
        '6' => '⁶',
        '7' => '⁷',
        '8' => '⁸',
        '9' => '⁹',
        _ => '⁰',
    };
    exponent.to_string().chars().map(digit).collect()
}

#[cfg(test)]
mod tests {
    use super::{figures, finer};

    #[test]
    fn what_is_worked_from_has_more_digits() {
        for (x, text) in [
            (12.0, "12"),
            (777.918_123_456, "777.918123"),
            (-0.5, "−0.5"),
            (0.000_123_456_78, "0.000123457"),
            (3.2e-9, "3.2×10⁻⁹"),
            (f64::NAN, "undefined"),
        ] {
            assert_eq!(finer(x), text, "{x}");
        }
    }

    #[test]
    fn writes_what_a_number_can_carry() {
        for (x, text) in [
            (0.0, "0"),
            (-0.0, "0"),
            (12.0, "12"),
            (1_203.0, "1,203"),
            (4_294_967_296.0, "4,294,967,296"),
            (5.804_711, "5.8047"),
            (58.047_11, "58.047"),
            (58_047.11, "58,047"),
            (0.058_047_11, "0.058047"),
            (0.000_123_456, "0.00012346"),
            (-0.5, "−0.5"),
            (9.999_99, "10"),
            (3.2e-9, "3.2×10⁻⁹"),
            (9.999e-5, "1×10⁻⁴"),
            (1.5e20, "1.5×10²⁰"),
            (f64::INFINITY, "∞"),
            (f64::NAN, "undefined"),
            (5e-324, "4.94×10⁻³²⁴"),
        ] {
            assert_eq!(figures(x), text, "{x}");
        }
    }
}
