//! Days of the Gregorian calendar, counted.

use crate::corpus::calendar::{self, MONTHS};

/// A day, a month or a year, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Date {
    pub year: i32,
    /// 1 to 12.
    pub month: Option<u32>,
    /// 1 to 31.
    pub day: Option<u32>,
}

/// Monday first.
pub(super) const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

impl Date {
    pub const fn day(year: i32, month: u32, day: u32) -> Self {
        Self { year, month: Some(month), day: Some(day) }
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub fn read(written: &str) -> Option<Self> {
        let mut parts = written.split('-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next().map(str::parse).transpose().ok()?;
        let day = parts.next().map(str::parse).transpose().ok()?;
        let date = Self { year, month, day };
        date.is_real().then_some(date)
    }

    /// Whether the calendar has it.
    pub fn is_real(self) -> bool {
        u32::try_from(self.year).is_ok_and(|year| calendar::has(year, self.month, self.day))
    }

    /// As an address writes it: `2025-11-05`.
    pub fn iso(self) -> String {
        let mut out = pad(self.year.unsigned_abs(), 4);
        for part in [self.month, self.day].into_iter().flatten() {
            out.push('-');
            out.push_str(&pad(part, 2));
        }
        out
    }

    /// As prose writes it: `5 November 2025`.
    pub fn written(self) -> String {
        let mut out = String::new();
        if let Some(day) = self.day {
            out.push_str(&day.to_string());
            out.push(' ');
        }
        if let Some(month) = self.month {
            out.push_str(&month_name(month));
            out.push(' ');
        }
        out + &self.year.to_string()
    }

    /// Days since 1 January 1970, where the day is known.
    pub fn number(self) -> Option<i64> {
        let (month, day) = (self.month?, self.day?);
        // Years that begin in March: a leap day is then the last.
        let year = i64::from(if month <= 2 { self.year - 1 } else { self.year });
        let from_march = i64::from((month + 9) % 12);
        let of_year = (153 * from_march + 2) / 5 + i64::from(day) - 1;
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
    }

    /// The day so many days after 1 January 1970.
    pub fn of_number(number: i64) -> Self {
        let number = number + 719_468;
        let era = number.div_euclid(146_097);
        let of_era = number.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = (of_year - (153 * from_march + 2) / 5 + 1) as u32;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 } as u32;
        Self::day((year + era * 400 + i64::from(month <= 2)) as i32, month, day)
    }

    /// 0 for Monday.
    pub fn weekday(self) -> Option<i64> {
        Some((self.number()? + 3).rem_euclid(7))
    }
}

/// `November`.
pub(super) fn month_name(month: u32) -> String {
    let name = MONTHS.get(month as usize - 1).copied().unwrap_or("");
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn pad(number: u32, digits: usize) -> String {
    let number = number.to_string();
    ["0".repeat(digits.saturating_sub(number.len())), number].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        assert_eq!(Date::day(1970, 1, 1).number(), Some(0));
        assert_eq!(Date::day(2000, 3, 1).number(), Some(11_017));
        assert_eq!(Date::day(2025, 11, 5).weekday(), Some(2), "a Wednesday");
        assert_eq!(Date::day(2025, 10, 15).weekday(), Some(2), "a Wednesday");
        for number in [-700_000, -1, 0, 59, 60, 365, 11_016, 20_397, 700_000] {
            let date = Date::of_number(number);
            assert_eq!(date.number(), Some(number), "{date:?}");
            assert!(date.is_real());
        }
    }

    #[test]
    fn dates_are_read_and_written() {
        let date = Date::read("2025-11-05").unwrap();
        assert_eq!((date.iso(), date.written()), ("2025-11-05".to_owned(), "5 November 2025".to_owned()));
        let month = Date::read("2024-10").unwrap();
        assert_eq!((month.iso(), month.written()), ("2024-10".to_owned(), "October 2024".to_owned()));
        for wrong in ["", "x", "2025-13", "2025-02-29", "2025-00-01", "2025-04-31"] {
            assert_eq!(Date::read(wrong), None, "{wrong}");
        }
        assert!(Date::read("2024-02-29").is_some());
    }
}
