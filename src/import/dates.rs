//! A date as files write it, as `YYYY-MM-DD`, `YYYY-MM` or `YYYY`.

/// Reads the day of ISO 8601, RFC 2822, `12 March 2024`, `March 12, 2024`, `2024/03/12`, `12.03.2024` and
/// `20240312`. What can be read in two ways (`03/04/2024`) is not.
pub fn read(words: &str) -> Option<String> {
    let words = words.trim();
    if words.len() > 80 {
        return None;
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
                (None, _) => None,
                (Some(month), 2) => date(year, Some(month), None),
                (Some(month), _) => date(year, Some(month), Some(day?)),
            };
        }
    }
    let at = pieces.iter().position(|piece| month(piece).is_some());
    if let Some(at) = at {
        let named = month(pieces[at])?;
        let year = pieces[at + 1..].iter().take(2).find_map(|piece| number(piece, 4..=4))?;
        let before = at.checked_sub(1).and_then(|before| day_of(pieces[before]));
        let after = pieces
            .get(at + 1)
            .filter(|piece| piece.len() < 4 || piece.len() == 4 && !piece.ends_with(|c: char| c.is_ascii_digit()));
        let day = before.or_else(|| after.and_then(|piece| day_of(piece)));
        return date(year, Some(named), day);
    }
    if let [a, b, c, ..] = pieces.as_slice() {
        let (a, b, year) = (number(a, 1..=2)?, number(b, 1..=2)?, number(c, 4..=4)?);
        return match (a > 12, b > 12) {
            (true, false) => date(year, Some(b), Some(a)),
            (false, true) => date(year, Some(a), Some(b)),
            // With full stops the day is first; else which it is can't be told.
            (false, false) if a == b || words.contains('.') => date(year, Some(b), Some(a)),
            _ => None,
        };
    }
    None
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
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
    let word = word.to_ascii_lowercase();
    let is = |name: &&str| {
        name == &word || word.len() >= 3 && name.starts_with(&word) || word == "sept" && name.starts_with("sep")
    };
    MONTHS.iter().position(is).map(|at| at as u32 + 1)
}

fn date(year: u32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        None => 0,
        Some(4 | 6 | 9 | 11) => 30,
        Some(2) => 28 + u32::from(leap),
        Some(1..=12) => 31,
        Some(_) => return None,
    };
    if !(1000..=2999).contains(&year) || day.is_some_and(|day| day == 0 || day > days) {
        return None;
    }
    let two = |number: u32| [if number < 10 { "-0" } else { "-" }, &number.to_string()].concat();
    Some([year.to_string(), month.map(two).unwrap_or_default(), day.map(two).unwrap_or_default()].concat())
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_as_files_write_them() {
        for (words, wanted) in [
            ("2024-03-12T09:30:00+01:00", Some("2024-03-12")),
            ("2024-03-12", Some("2024-03-12")),
            ("2024-03", Some("2024-03")),
            ("2024", Some("2024")),
            ("20240312", Some("2024-03-12")),
            ("20240312T093000Z", Some("2024-03-12")),
            ("2024/03/12 09:30", Some("2024-03-12")),
            ("Tue, 12 Mar 2024 09:30:00 GMT", Some("2024-03-12")),
            ("12 March 2024", Some("2024-03-12")),
            ("12th March, 2024", Some("2024-03-12")),
            ("March 12, 2024", Some("2024-03-12")),
            ("March 2024", Some("2024-03")),
            ("12.03.2024", Some("2024-03-12")),
            ("13/03/2024", Some("2024-03-13")),
            ("03/13/2024", Some("2024-03-13")),
            ("03/04/2024", None),
            ("2024-13-12", None),
            ("2023-02-29", None),
            ("yesterday", None),
            ("", None),
            ("Maybe 2024", None),
        ] {
            assert_eq!(read(words).as_deref(), wanted, "{words}");
        }
    }
}
