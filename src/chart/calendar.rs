//! Days, months and years on an axis, in the proleptic Gregorian calendar.
//!
//! A day is a number: days since 1 January 1970.

use super::ticks::Tick;

/// Names of the months, as axes and cards write them.
const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// A date as exact as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Date {
    /// A year.
    Year(i32),
    /// A month of a year, 1 to 12.
    Month(i32, u32),
    /// A day of a month.
    Day(i32, u32, u32),
}

/// The number of a day, by Howard Hinnant's `days_from_civil` (public domain).
fn number(year: i32, month: u32, day: u32) -> i64 {
    let year = i64::from(year) - i64::from(month <= 2);
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * (i64::from(month) + if month > 2 { -3 } else { 9 }) + 2) / 5 + i64::from(day) - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// Year, month and day of a number: the way back.
fn civil(number: i64) -> (i32, u32, u32) {
    let shifted = number + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year + era * 400 + i64::from(month <= 2);
    (year as i32, month as u32, day as u32)
}

fn days_in(year: i32, month: u32) -> u32 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

impl Date {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for anything else and for days that don't exist.
    pub fn parse(text: &str) -> Option<Self> {
        let part = |text: &str, digits: usize| {
            (text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| text.parse::<u32>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = part(parts.next()?, 4)? as i32;
        let month = parts.next().map(|month| part(month, 2).filter(|month| (1..=12).contains(month)));
        let day = parts.next().map(|day| part(day, 2));
        if parts.next().is_some() {
            return None;
        }
        match (month, day) {
            (None, _) => Some(Date::Year(year)),
            (Some(month), None) => Some(Date::Month(year, month?)),
            (Some(month), Some(day)) => {
                let (month, day) = (month?, day?);
                (1..=days_in(year, month)).contains(&day).then_some(Date::Day(year, month, day))
            }
        }
    }

    /// Its first day.
    pub fn first(self) -> i64 {
        match self {
            Date::Year(year) => number(year, 1, 1),
            Date::Month(year, month) => number(year, month, 1),
            Date::Day(year, month, day) => number(year, month, day),
        }
    }

    /// Its last day.
    pub fn last(self) -> i64 {
        match self {
            Date::Year(year) => number(year, 12, 31),
            Date::Month(year, month) => number(year, month, days_in(year, month)),
            Date::Day(..) => self.first(),
        }
    }

    /// As a person writes it: `2025`, `Apr 2025`, `5 Nov 2025`.
    pub fn written(self) -> String {
        match self {
            Date::Year(year) => year.to_string(),
            Date::Month(year, month) => format!("{} {year}", MONTHS[month as usize - 1]),
            Date::Day(year, month, day) => format!("{day} {} {year}", MONTHS[month as usize - 1]),
        }
    }
}

/// At most `most` ticks from one day to another, at the beginnings of days, months or years; the year is named
/// where it begins and at the first tick.
pub fn ticks(from: i64, to: i64, most: usize) -> Vec<Tick> {
    let most = most.max(2);
    let span = (to - from).max(1) as usize;
    let tick = |day: i64, label: String| Tick { value: day as f64, label };
    // Days, every so manieth.
    for step in [1usize, 2, 7, 14] {
        if span / step < most {
            return (0..=span / step)
                .map(|at| from + (at * step) as i64)
                .map(|day| {
                    let (_, month, of_month) = civil(day);
                    tick(day, format!("{of_month} {}", MONTHS[month as usize - 1]))
                })
                .collect();
        }
    }
    let (first_year, first_month, _) = civil(from);
    let (last_year, last_month, _) = civil(to);
    let months = i64::from(last_year - first_year) * 12 + i64::from(last_month) - i64::from(first_month);
    for step in [1i64, 2, 3, 6] {
        if months / step < most as i64 {
            let begin = i64::from(first_year) * 12 + i64::from(first_month) - 1;
            let mut named = None;
            return (begin..=begin + months)
                .filter(|month| month % step == 0)
                .map(|month| ((month.div_euclid(12)) as i32, month.rem_euclid(12) as usize))
                .map(|(year, month)| (number(year, month as u32 + 1, 1), year, month))
                .filter(|(day, ..)| (from..=to).contains(day))
                .map(|(day, year, month)| {
                    let name = MONTHS[month];
                    let label = if named == Some(year) { name.to_owned() } else { format!("{name} {year}") };
                    named = Some(year);
                    tick(day, label)
                })
                .collect();
        }
    }
    let years = last_year - first_year;
    let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000]
        .into_iter()
        .find(|step| ((years / step) as usize) < most)
        .unwrap_or(10_000);
    (first_year..=last_year)
        .filter(|year| year % step == 0)
        .map(|year| (number(year, 1, 1), year))
        .filter(|(day, _)| (from..=to).contains(day))
        .map(|(day, year)| tick(day, year.to_string()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_exactly_as_they_are_given() {
        assert_eq!(Date::parse("2025-11-05"), Some(Date::Day(2025, 11, 5)));
        assert_eq!(Date::parse("2025-04"), Some(Date::Month(2025, 4)));
        assert_eq!(Date::parse("2025"), Some(Date::Year(2025)));
        for wrong in ["", "25", "2025-13", "2025-02-29", "2025-1-1", "2025-01-01-01", "2025-04-", "+025", "long ago"] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        assert_eq!(Date::parse("2024-02-29").unwrap().written(), "29 Feb 2024");
        assert_eq!(Date::Day(1970, 1, 1).first(), 0);
        assert_eq!(Date::Day(2025, 11, 5).first(), 20_397);
        assert_eq!(Date::Month(2024, 2).last() - Date::Month(2024, 2).first(), 28);
    }

    #[test]
    fn ticks_name_months_and_the_year_once() {
        let from = Date::Day(2024, 10, 1).first();
        let to = Date::Day(2025, 11, 30).first();
        let labels: Vec<String> = ticks(from, to, 5).into_iter().map(|tick| tick.label).collect();
        assert_eq!(labels, ["Oct 2024", "Jan 2025", "Apr", "Jul", "Oct"]);
    }

    proptest! {
        #[test]
        fn every_day_comes_back(day in -1_000_000i64..3_000_000) {
            let (year, month, of_month) = civil(day);
            prop_assert_eq!(number(year, month, of_month), day);
        }

        #[test]
        fn ticks_are_few(from in -700_000i64..2_900_000, span in 0i64..3_600_000, most in 2usize..12) {
            let found = ticks(from, from + span, most);
            prop_assert!(found.len() <= most + 1, "{} ticks", found.len());
        }
    }
}
