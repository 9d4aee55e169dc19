//! The Gregorian calendar, as far as dates of articles need it.

/// The months by name, in lower case, January first.
pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The days of a month, 1 to 12, of a year.
#[must_use]
pub fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Whether the calendar has this year, month or day; years are 1 to 9999.
#[must_use]
pub fn has(year: u32, month: Option<u32>, day: Option<u32>) -> bool {
    let days = month.map_or(0, |month| days_of(year, month));
    (1..=9999).contains(&year)
        && month.is_none_or(|month| (1..=12).contains(&month))
        && day.is_none_or(|day| (1..=days).contains(&day))
}

/// Whether this is a date as a corpus keeps it: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and the calendar has it.
#[must_use]
pub fn is_date(date: &str) -> bool {
    let mut parts = date.split('-');
    let mut number = |digits: usize| match parts.next() {
        None => Some(None),
        Some(part) if part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()) => {
            part.parse::<u32>().ok().map(Some)
        }
        Some(_) => None,
    };
    let (Some(Some(year)), Some(month), Some(day)) = (number(4), number(2), number(2)) else { return false };
    parts.next().is_none() && has(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_days_of_the_calendar() {
        for date in ["2024", "0001", "2024-12", "2024-02-29", "2000-02-29", "2023-04-30"] {
            assert!(is_date(date), "{date}");
        }
        let wrong = [
            "",
            "24",
            "0000",
            "2024-",
            "2024-1",
            "2024-13",
            "2024-00",
            "2023-02-29",
            "1900-02-29",
            "2024-04-31",
            "2024-01-00",
            "2024-01-1",
            "2024-01-01-01",
            "-2024",
            "2024/01",
            "２０２４",
        ];
        for date in wrong {
            assert!(!is_date(date), "{date}");
        }
    }
}
