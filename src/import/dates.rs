//! A date as files write it, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

use crate::corpus::calendar::{self, MONTHS};

/// Why no date could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No date stands there, or in no form that is known.
    Unknown,
    /// Its day or month or year isn't in the calendar: `30 February 2024`.
    NotInCalendar,
    /// Nothing tells the day from the month: `03/04/2024`.
    DayOrMonth,
}

impl Unread {
    /// It in a sentence, with what to do.
    #[must_use]
    pub const fn says(self) -> &'static str {
        match self {
            Self::Unknown => {
                "This can\u{2019}t be read as a date. Write it as 2025-11-05, 5 November 2025, 2025-11 or 2025, or leave it empty."
            }
            Self::NotInCalendar => {
                "This is no date that the calendar has. Write it as 2025-11-05, 2025-11 or 2025, or leave it empty."
            }
            Self::DayOrMonth => {
                "Nothing tells the day from the month here. Write it as 2025-11-05 or 5 November 2025, or leave it empty."
            }
        }
    }
}

/// Reads a date in which nothing tells the day from the month, by which of them comes first.
///
/// # Errors
/// Why there is none.
pub fn read_in_order(words: &str, day_first: bool) -> Result<String, Unread> {
    match read(words) {
        Err(Unread::DayOrMonth) => {
            let numbers: Vec<u32> =
                words.split(|c: char| !c.is_ascii_digit()).filter_map(|it| it.parse().ok()).collect();
            let [first, second, year, ..] = numbers[..] else { return Err(Unread::DayOrMonth) };
            let (day, month) = if day_first { (first, second) } else { (second, first) };
            date(year, Some(month), Some(day))
        }
        other => other,
    }
}

/// Reads the day of ISO 8601, RFC 2822, `12 March 2024`, `March 12, 2024`, `2024/03/12`, `12.03.2024` and
/// `20240312`. What can be read in two ways (`03/04/2024`) is not.
///
/// # Errors
/// Why there is none.
pub fn read(words: &str) -> Result<String, Unread> {
    let words = words.trim();
    if words.len() > 80 {
        return Err(Unread::Unknown);
    }
    let pieces: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()).collect();
    let number = |piece: &str, digits: std::ops::RangeInclusive<usize>| {
        (digits.contains(&piece.len()) && piece.bytes().all(|b| b.is_ascii_digit()))
            .then(|| piece.parse::<u32>().ok())?
    };
    // ISO 8601's time begins with a T: `12T09`.
    let day_of = |piece: &str| {
        let digits = piece.split(['T', 't']).next().unwrap_or("");
        let digits = digits.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        number(digits, 1..=2)
    };
    if let Some(first) = pieces.first() {
        let compact = first.split(['T', 't']).next().unwrap_or("");
        if let Some(all) = number(compact, 8..=8) {
            return date(all / 10_000, Some(all / 100 % 100), Some(all % 100));
        }
        if let Some(year) = number(first, 4..=4) {
            let month = pieces.get(1).and_then(|piece| number(piece, 1..=2).or_else(|| month(piece)));
            let day = pieces.get(2).and_then(|piece| day_of(piece));
            return match (month, pieces.len()) {
                (None, 1) => date(year, None, None),
                (None, _) => Err(Unread::Unknown),
                (Some(month), 2) => date(year, Some(month), None),
                (Some(month), _) => date(year, Some(month), Some(day.ok_or(Unread::Unknown)?)),
            };
        }
    }
    if let Some((at, named)) = pieces.iter().enumerate().find_map(|(at, piece)| Some((at, month(piece)?))) {
        let year = pieces[at + 1..].iter().take(2).find_map(|piece| number(piece, 4..=4)).ok_or(Unread::Unknown)?;
        let before = at.checked_sub(1).and_then(|before| day_of(pieces[before]));
        let after = pieces
            .get(at + 1)
            .filter(|piece| piece.len() < 4 || piece.len() == 4 && !piece.ends_with(|c: char| c.is_ascii_digit()));
        let day = before.or_else(|| after.and_then(|piece| day_of(piece)));
        return date(year, Some(named), day);
    }
    if let [a, b, c, ..] = pieces.as_slice()
        && let (Some(a), Some(b), Some(year)) = (number(a, 1..=2), number(b, 1..=2), number(c, 4..=4))
    {
        return match (a > 12, b > 12) {
            (true, false) => date(year, Some(b), Some(a)),
            (false, true) => date(year, Some(a), Some(b)),
            // With full stops the day is first; else which it is can't be told.
            (false, false) if a == b || words.contains('.') => date(year, Some(b), Some(a)),
            (false, false) => Err(Unread::DayOrMonth),
            (true, true) => Err(Unread::NotInCalendar),
        };
    }
    Err(Unread::Unknown)
}

/// The number of a month by its name or the beginning of it.
fn month(word: &str) -> Option<u32> {
    let word = word.to_ascii_lowercase();
    let is = |name: &&str| {
        name == &word || word.len() >= 3 && name.starts_with(&word) || word == "sept" && name.starts_with("sep")
    };
    MONTHS.iter().position(is).map(|at| at as u32 + 1)
}

/// As a corpus keeps it. A year of an article that isn't of these two millennia is a slip.
fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Result<String, Unread> {
    if !(1000..=2999).contains(&year) || !calendar::has(year, month, day) {
        return Err(Unread::NotInCalendar);
    }
    let two = |number: u32| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    Ok([year.to_string(), month.map(two).unwrap_or_default(), day.map(two).unwrap_or_default()].concat())
}

#[cfg(test)]
mod tests {
    use super::{Unread, read, read_in_order};

    #[test]
    fn dates_as_files_write_them() {
        for (words, wanted) in [
            ("2024-03-12T09:30:00+01:00", Ok("2024-03-12")),
            ("2024-03-12", Ok("2024-03-12")),
            ("2024-03", Ok("2024-03")),
            ("2024", Ok("2024")),
            ("20240312", Ok("2024-03-12")),
            ("20240312T093000Z", Ok("2024-03-12")),
            ("2024/03/12 09:30", Ok("2024-03-12")),
            ("Tue, 12 Mar 2024 09:30:00 GMT", Ok("2024-03-12")),
            ("12 March 2024", Ok("2024-03-12")),
            ("12th March, 2024", Ok("2024-03-12")),
            ("March 12, 2024", Ok("2024-03-12")),
            ("March 2024", Ok("2024-03")),
            ("12.03.2024", Ok("2024-03-12")),
            ("13/03/2024", Ok("2024-03-13")),
            ("03/13/2024", Ok("2024-03-13")),
            ("03/04/2024", Err(Unread::DayOrMonth)),
            ("31/31/2024", Err(Unread::NotInCalendar)),
            ("2024-13-12", Err(Unread::NotInCalendar)),
            ("2023-02-29", Err(Unread::NotInCalendar)),
            ("30 February 2024", Err(Unread::NotInCalendar)),
            ("0999", Err(Unread::NotInCalendar)),
            ("yesterday", Err(Unread::Unknown)),
            ("", Err(Unread::Unknown)),
            ("Maybe 2024", Err(Unread::Unknown)),
        ] {
            assert_eq!(read(words).as_deref().map_err(|&e| e), wanted, "{words}");
        }
    }
    #[test]
    fn the_order_is_told_where_nothing_else_does() {
        for (words, day_first, month_first) in [
            ("03/04/2024", "2024-04-03", "2024-03-04"),
            ("3-4-2024 09:30", "2024-04-03", "2024-03-04"),
            // Told by itself.
            ("13/03/2024", "2024-03-13", "2024-03-13"),
            ("2024-03-04", "2024-03-04", "2024-03-04"),
        ] {
            assert_eq!(read_in_order(words, true).as_deref(), Ok(day_first), "{words}");
            assert_eq!(read_in_order(words, false).as_deref(), Ok(month_first), "{words}");
        }
        assert_eq!(read_in_order("soon", true), Err(Unread::Unknown));
    }
}
