//! Which days, months and years are named? By rules alone.
//!
//! A date that gives its year is what it says. One that doesn't is worked out only where the day of publication
//! is known, and the article was published on it: `Wednesday` is the day of publication if that is one, the next
//! after it where `will` or `next` stands before, and else the last before; `5 November` is the one nearest to it;
//! `yesterday`, `last month` and `this year` count from it. All others stay as they are written, each
//! article's apart: two articles' `today` are two days.

use super::calendar::{Date, WEEKDAYS};
use super::reading::{Sentence, Word};
use crate::analysis::quotations::frame::Gap;
use crate::corpus::calendar::MONTHS;
use crate::corpus::{Published, Relation};

/// A date that a text names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Dated {
    /// One past its last word.
    pub end: usize,
    /// What it is, where that is known.
    pub date: Option<Resolved>,
}

/// What a date is, and how that is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    /// `2025-11-05`, `2025-11-05/2025-11-06`, `2024-10`, `2027`.
    pub iso: String,
    /// `5 November 2025`, `5–6 November 2025`.
    pub written: String,
    /// Why; empty where the text says it whole.
    pub reason: &'static str,
}

const FROM_PUBLICATION: &str = "worked out from the day of publication";
const NEAREST: &str = "the year is the one nearest to the day of publication";

/// When the article was published, as far as dates can be worked out from it.
pub(super) fn published(published: &Published) -> Option<Date> {
    let date = published.date.as_deref().filter(|_| published.relation == Relation::On)?;
    Date::read(date)
}

/// The date that starts at word `at`, if one does.
pub(super) fn date_at(words: &[Word], at: usize, sentence: &Sentence, published: Option<Date>) -> Option<Dated> {
    let here = Here { words, at, end: sentence.end, start: sentence.start, published };
    here.iso()
        .or_else(|| here.month_first())
        .or_else(|| here.day_first())
        .or_else(|| here.weekday())
        .or_else(|| here.near())
        .or_else(|| here.relative())
        .or_else(|| here.year())
}

struct Here<'w> {
    words: &'w [Word],
    at: usize,
    start: usize,
    end: usize,
    published: Option<Date>,
}

fn place(list: &[&str], word: &str, least: usize) -> Option<u32> {
    let found =
        list.iter().position(|name| *name == word || word.len() >= least && word.len() < 5 && name.starts_with(word));
    found.map(|at| at as u32)
}

impl Here<'_> {
    fn word(&self, by: usize) -> Option<&Word> {
        self.words.get(self.at + by).filter(|_| self.at + by < self.end)
    }

    /// The word before this one is one of these.
    fn after(&self, words: &[&str]) -> bool {
        self.at > self.start && self.words[self.at].follows() && self.words[self.at - 1].is(words)
    }

    fn month(&self, by: usize) -> Option<u32> {
        let word = self.word(by).filter(|it| it.capital && !it.glued)?;
        if by > 0 && !matches!(word.gap, Gap::Space | Gap::Comma) {
            return None;
        }
        // `Mar` and `May` alone say nothing: whoever calls asks for a number beside.
        place(&MONTHS, &word.lower, 3).or_else(|| (word.lower == "sept").then_some(8)).map(|at| at + 1)
    }

    fn day(&self, by: usize) -> Option<u32> {
        let word =
            self.word(by).filter(|it| !it.possessive && (by == 0 || matches!(it.gap, Gap::Space | Gap::Dash)))?;
        word.number().filter(|day| (1..=31).contains(day))
    }

    fn year_at(&self, by: usize) -> Option<i32> {
        let word = self.word(by).filter(|it| matches!(it.gap, Gap::Space | Gap::Comma) && !it.glued)?;
        word.number().filter(|year| (1500..=2199).contains(year) && word.lower.len() == 4).map(|year| year as i32)
    }

    /// The second day of `7–8`, `7-8`, `7 to 8`, and how many words that takes.
    fn second(&self, by: usize, first: u32) -> Option<(u32, usize)> {
        let word = self.word(by)?;
        let (at, word) =
            if word.is(&["to", "and"]) && word.follows() { (by + 1, self.word(by + 1)?) } else { (by, word) };
        let joined = at > by || word.glued || word.gap == Gap::Dash;
        let day = word.number().filter(|day| joined && *day > first && *day <= 31)?;
        Some((day, at + 1 - by))
    }

    fn found(&self, words: usize, date: Option<Resolved>) -> Dated {
        Dated { end: self.at + words, date }
    }

    /// `2025-11-05`.
    fn iso(&self) -> Option<Dated> {
        let (year, month, day) = (self.word(0)?, self.word(1)?, self.word(2)?);
        if !month.glued || !day.glued || year.lower.len() != 4 {
            return None;
        }
        let date = Date::day(year.number()? as i32, month.number()?, day.number()?);
        date.is_real().then(|| self.found(3, Some(whole(date))))
    }

    /// `November 5–6, 2025`, `November 5`, `October 2024`, `in March`.
    fn month_first(&self) -> Option<Dated> {
        let month = self.month(0)?;
        if let Some(day) = self.day(1).filter(|_| self.word(1).is_some_and(|it| !it.glued)) {
            let second = self.second(2, day);
            let words = 2 + second.map_or(0, |it| it.1);
            let year = self.year_at(words);
            let words = words + usize::from(year.is_some());
            return Some(self.found(words, self.of_day(year, month, day, second.map(|it| it.0))));
        }
        if let Some(year) = self.year_at(1) {
            return Some(self.found(2, Some(whole(Date { year, month: Some(month), day: None }))));
        }
        let long = MONTHS.contains(&self.words[self.at].lower.as_str());
        let led = self
            .after(&["in", "since", "until", "by", "last", "next", "this", "early", "late", "mid", "of", "from", "to"]);
        (long && led).then(|| self.found(1, self.of_month(month)))
    }

    /// `5 November 2025`, `5–6 November`, `the 5th of November`.
    fn day_first(&self) -> Option<Dated> {
        let day = self.day(0)?;
        let second = self.second(1, day);
        let mut by = 1 + second.map_or(0, |it| it.1);
        if self.word(by).is_some_and(|it| it.is(&["of"]) && it.follows()) {
            by += 1;
        }
        let month = self.month(by).filter(|_| self.word(by).is_some_and(Word::follows))?;
        let year = self.year_at(by + 1);
        let words = by + 1 + usize::from(year.is_some());
        Some(self.found(words, self.of_day(year, month, day, second.map(|it| it.0))))
    }

    fn of_day(&self, year: Option<i32>, month: u32, day: u32, to: Option<u32>) -> Option<Resolved> {
        let (year, reason) = match (year, self.published) {
            (Some(year), _) => (year, ""),
            (None, Some(published)) => {
                let today = published.number()?;
                let off = |year: i32| Date::day(year, month, day).number().map_or(i64::MAX, |it| (it - today).abs());
                let years = [published.year, published.year - 1, published.year + 1];
                (years.into_iter().min_by_key(|year| off(*year))?, NEAREST)
            }
            (None, None) => return None,
        };
        let date = Date::day(year, month, day);
        let last = to.map_or(date, |to| Date::day(year, month, to));
        if !date.is_real() || !last.is_real() {
            return None;
        }
        if date == last {
            return Some(Resolved { iso: date.iso(), written: date.written(), reason });
        }
        let iso = [date.iso(), last.iso()].join("/");
        let written = [&day.to_string(), "–", &last.written()].concat();
        Some(Resolved { iso, written, reason })
    }

    fn of_month(&self, month: u32) -> Option<Resolved> {
        let published = self.published?;
        let now = published.month?;
        // `last March` may be two: it is left as written.
        if self.after(&["last", "next"]) {
            return None;
        }
        let year = match i64::from(month) - i64::from(now) {
            ahead if ahead > 6 => published.year - 1,
            ahead if ahead < -6 => published.year + 1,
            -6 | 6 => return None,
            _ => published.year,
        };
        Some(Resolved { reason: NEAREST, ..whole(Date { year, month: Some(month), day: None }) })
    }

    /// `Wednesday`, `last Friday`.
    fn weekday(&self) -> Option<Dated> {
        let word = self.word(0).filter(|it| it.capital)?;
        let wanted = place(&WEEKDAYS, &word.lower, 9)?;
        let resolved = || {
            let published = self.published?;
            let (today, on) = (published.number()?, published.weekday()?);
            let back = (on - i64::from(wanted)).rem_euclid(7);
            let from = self.at.saturating_sub(12).max(self.start);
            let before = &self.words[from..self.at];
            let ahead = before.iter().any(|it| it.is(&["will", "shall", "'ll"])) || self.after(&["next", "coming"]);
            let day = match (back, ahead) {
                (0, false) if self.after(&["last"]) => today - 7,
                (0, true) if self.after(&["next"]) => today + 7,
                (0, _) => today,
                (back, true) => today + 7 - back,
                (back, false) => today - back,
            };
            Some(Resolved { reason: FROM_PUBLICATION, ..whole(Date::of_number(day)) })
        };
        Some(self.found(1, resolved()))
    }

    /// `today`, `yesterday`, `tomorrow`.
    fn near(&self) -> Option<Dated> {
        let word = self.word(0).filter(|it| !it.possessive)?;
        let by = match word.lower.as_str() {
            "today" => 0,
            "yesterday" => -1,
            "tomorrow" => 1,
            _ => return None,
        };
        let day = self.published.and_then(Date::number).map(|today| Date::of_number(today + by));
        Some(self.found(1, day.map(|day| Resolved { reason: FROM_PUBLICATION, ..whole(day) })))
    }

    /// `last week`, `this year`, `next month`.
    fn relative(&self) -> Option<Dated> {
        let (lead, unit) = (self.word(0)?, self.word(1).filter(|it| it.follows())?);
        let by = match lead.lower.as_str() {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        };
        // `the last week of the campaign`, `this year’s`, `last year of his term`.
        let goes_on = self.word(2).is_some_and(|it| it.follows() && it.is(&["of"]));
        if goes_on || self.at > self.start && self.words[self.at - 1].is(&["the"]) {
            return None;
        }
        let date = match unit.lower.as_str() {
            "year" => self.published.map(|it| Date { year: it.year + by, month: None, day: None }),
            "month" => self.published.and_then(|it| {
                let months = i64::from(it.year) * 12 + i64::from(it.month?) - 1 + i64::from(by);
                Some(Date {
                    year: months.div_euclid(12) as i32,
                    month: Some(months.rem_euclid(12) as u32 + 1),
                    day: None,
                })
            }),
            "week" | "weekend" | "spring" | "summer" | "autumn" | "winter" | "decade" | "century" => None,
            _ => return None,
        };
        let date = date.filter(|it| it.is_real());
        Some(self.found(2, date.map(|it| Resolved { reason: FROM_PUBLICATION, ..whole(it) })))
    }

    /// `in 1997`, `by 2029`.
    fn year(&self) -> Option<Dated> {
        let word = self.word(0).filter(|it| it.lower.len() == 4 && !it.glued)?;
        let year = word.number().filter(|year| (1800..=2199).contains(year))?;
        let led = self.after(&[
            "in", "by", "since", "until", "till", "from", "to", "of", "before", "after", "during", "for", "early",
            "late", "mid", "as", "than", "through", "year", "spring", "summer", "autumn", "winter", "fall",
        ]);
        // `of 2000 soldiers`, `for 2025 NATO Forum`.
        let counts = self.word(1).is_some_and(|next| {
            next.follows()
                && !next.glued
                && (next.lower.ends_with('s') && !crate::text::is_stop_word(&next.lower) || next.capital)
        });
        let date = Date { year: year as i32, month: None, day: None };
        (led && !counts).then(|| self.found(1, Some(whole(date))))
    }
}

/// What a text says whole.
fn whole(date: Date) -> Resolved {
    Resolved { iso: date.iso(), written: date.written(), reason: "" }
}

#[cfg(test)]
mod tests {
    use super::super::reading::Reading;
    use super::*;
    use crate::analysis::quotations::lexicon::{ReportingWords, SpeakerWords};

    /// Every date of a text, as written and as worked out.
    fn dates(text: &str, published: Option<&str>) -> Vec<String> {
        let reading = Reading::new(text, &SpeakerWords::read(""), &ReportingWords::read(""));
        let published = published.and_then(Date::read);
        let mut found = Vec::new();
        for sentence in &reading.sentences {
            let mut at = sentence.start;
            while at < sentence.end {
                match date_at(&reading.words, at, sentence, published) {
                    Some(it) => {
                        let written = reading.span(at, it.end).of(text);
                        found.push([written, " = ", it.date.as_ref().map_or("?", |it| &it.iso)].concat());
                        at = it.end;
                    }
                    None => at += 1,
                }
            }
        }
        found
    }

    #[test]
    fn whole_dates_are_what_they_say() {
        assert_eq!(
            dates("On November 5, 2025, on 5 November 2025 and the 5th of November 2025.", None),
            ["November 5, 2025 = 2025-11-05", "5 November 2025 = 2025-11-05", "5th of November 2025 = 2025-11-05"]
        );
        assert_eq!(
            dates("In October 2024, by 2029 and in 1997; Sept. 3, 2024; 2025-11-05.", None),
            [
                "October 2024 = 2024-10",
                "2029 = 2029",
                "1997 = 1997",
                "Sept. 3, 2024 = 2024-09-03",
                "2025-11-05 = 2025-11-05"
            ]
        );
    }

    #[test]
    fn what_the_year_is_missing_of_needs_the_day_of_publication() {
        assert_eq!(
            dates("The forum on November 5–6 and 7-8 July.", Some("2025-11-05")),
            ["November 5–6 = 2025-11-05/2025-11-06", "7-8 July = 2025-07-07/2025-07-08"]
        );
        assert_eq!(
            dates("On 30 December they met, in March they will.", Some("2025-01-05")),
            ["30 December = 2024-12-30", "March = 2025-03"]
        );
        assert_eq!(dates("The forum on November 5–6.", None), ["November 5–6 = ?"]);
        assert_eq!(dates("The forum on November 5–6.", Some("2025")), ["November 5–6 = ?"]);
    }

    #[test]
    fn weekdays_and_near_days_count_from_it() {
        // A Wednesday.
        let on = Some("2025-10-15");
        assert_eq!(
            dates("He spoke on Wednesday and met him on Monday.", on),
            ["Wednesday = 2025-10-15", "Monday = 2025-10-13"]
        );
        assert_eq!(
            dates("He will meet him on Friday, he said yesterday.", on),
            ["Friday = 2025-10-17", "yesterday = 2025-10-14"]
        );
        assert_eq!(
            dates("Last Wednesday, next Wednesday; this year and last month.", on),
            ["Wednesday = 2025-10-08", "Wednesday = 2025-10-22", "this year = 2025", "last month = 2025-09"]
        );
        assert_eq!(
            dates("He spoke on Wednesday, today, last week, this year.", None),
            ["Wednesday = ?", "today = ?", "last week = ?", "this year = ?"]
        );
    }

    #[test]
    fn other_numbers_and_words_are_no_dates() {
        let text = "In 2000 cases they may march; 23 members; Article 5; the 2025 NATO Forum; 3.5 percent; May I? The last \
                    week of it. Mark 14 said 2024 men; 31 February 2025.";
        assert_eq!(dates(text, Some("2025-10-15")), ["31 February 2025 = ?"]);
        assert_eq!(dates("9999-99-99 and 0000-00-00 in 99999", Some("2025-10-15")), Vec::<String>::new());
    }
}
