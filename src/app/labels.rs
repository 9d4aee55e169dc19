//! How articles, dates and numbers are written.

use super::numbers::thousands;
use crate::protocol::{ArticleNote, GROUPS, Published, Relation, Source};
use crate::route::View;

/// How many article colours there are before they repeat.
pub const COLOURS: u32 = 8;

/// The article's letter: A to Z, then AA, AB and so on. A group has a number, from 1: the two are told apart at a glance.
#[must_use]
pub fn letter(article: u32) -> String {
    if article >= GROUPS {
        return (article - GROUPS + 1).to_string();
    }
    let mut letters = Vec::new();
    let mut rest = article + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    letters.reverse();
    letters.into_iter().map(char::from).collect()
}

/// What an article or a group is called in a sentence: `B`, `group 2`.
#[must_use]
pub fn called(number: u32) -> String {
    [if number >= GROUPS { "group " } else { "" }, &letter(number)].concat()
}

/// The class that gives an element the article's colour.
#[must_use]
pub fn colour(article: u32) -> &'static str {
    const CLASSES: [&str; COLOURS as usize] =
        ["article-0", "article-1", "article-2", "article-3", "article-4", "article-5", "article-6", "article-7"];
    CLASSES[(article % COLOURS) as usize]
}

/// The outlet, where it tells the article from all others.
#[must_use]
pub fn own_outlet(article: &ArticleNote) -> Option<&str> {
    article.outlet.as_deref().filter(|_| !article.shares_outlet)
}

/// A short name for an article: its outlet, or, where the text doesn't state one or others have the same, its title
/// cut short.
#[must_use]
pub fn short(article: &ArticleNote) -> String {
    own_outlet(article).map_or_else(|| cut(&article.title, 28), str::to_owned)
}

/// The text, cut at a word so that it has at most so many characters.
#[must_use]
pub fn cut(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let head: String = text.chars().take(most).collect();
    let head = head.rsplit_once(' ').map_or(head.as_str(), |(head, _)| head);
    [head.trim_end_matches([',', ';', ':', '-', '–', ' ']), "…"].concat()
}

/// The outlet, or that none is stated; with a word on translation.
#[must_use]
pub fn outlet(article: &ArticleNote) -> String {
    let outlet = article.outlet.as_deref().unwrap_or("Outlet not stated");
    if article.translated { [outlet, " (translation)"].concat() } else { outlet.to_owned() }
}

/// The date in words: `5 Nov 2025`, `after Oct 2024, inferred`, `not dated`.
#[must_use]
pub fn date(published: &Published) -> String {
    let Some(date) = &published.date else { return "not dated".to_owned() };
    let relation = match published.relation {
        Relation::On => "",
        Relation::After => "after ",
        Relation::Before => "before ",
    };
    let source = if published.source == Source::Inferred { ", inferred" } else { "" };
    [relation, &day(date), source].concat()
}

/// A group's date in words: `after 2024-10` as `after Oct 2024`.
#[must_use]
pub fn dated(name: &str) -> String {
    match name.split_once(' ') {
        Some((relation @ ("after" | "before"), date)) => [relation, " ", &day(date)].concat(),
        _ => day(name),
    }
}

/// `2025-11-05` as `5 Nov 2025`; as given where it is no date.
fn day(date: &str) -> String {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = date.split('-');
    let year = parts.next().unwrap_or(date);
    let month =
        parts.next().and_then(|month| month.parse::<usize>().ok()).and_then(|month| MONTHS.get(month.wrapping_sub(1)));
    let day = parts.next().map(|day| day.trim_start_matches('0'));
    match (month, day) {
        (Some(month), Some(day)) => [day, " ", month, " ", year].concat(),
        (Some(month), None) => [month, " ", year].concat(),
        _ => date.to_owned(),
    }
}

/// The text in lower case, by the browser's tables: Rust's own would add to the page's size.
#[must_use]
pub fn lower_case(text: &str) -> String {
    js_sys::JsString::from(text).to_lower_case().into()
}

/// A count with a comma between thousands: `12,345`.
#[must_use]
pub fn count(number: u32) -> String {
    thousands(u64::from(number))
}

/// A count and its noun: `1 word`, `354 words`.
#[must_use]
pub fn counted(number: u32, one: &str, many: &str) -> String {
    [count(number).as_str(), "\u{a0}", if number == 1 { one } else { many }].concat()
}

/// The view's name in the navigation.
#[must_use]
pub const fn view_name(view: View) -> &'static str {
    match view {
        View::Overview => "Overview",
        View::Keywords => "Keywords",
        View::Frequency => "Frequency",
        View::Compare => "Compare",
        View::Quotes => "Quotes",
        View::Coverage => "Coverage",
        View::Style => "Style",
        View::Corpus => "Corpus",
        View::Methods => "Methods",
    }
}

/// The question that the view answers: its title.
#[must_use]
pub const fn view_question(view: View) -> &'static str {
    match view {
        View::Overview => "What is in this corpus?",
        View::Keywords => "Which words set each article apart?",
        View::Frequency => "Which words occur, how often, how evenly?",
        View::Compare => "What do the articles share, and where do they part?",
        View::Quotes => "Who is quoted, how, and does the wording agree?",
        View::Coverage => "Who and what does each outlet mention?",
        View::Style => "How is each article written?",
        View::Corpus => "Which texts are these?",
        View::Methods => "How is this computed?",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_go_on_after_z() {
        let letters: Vec<String> = [0, 25, 26, 27, 51, 52, 701, 702].into_iter().map(letter).collect();
        assert_eq!(letters, ["A", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
        assert_eq!([called(1), called(GROUPS), letter(GROUPS + 11)], ["B", "group 1", "12"]);
        assert_eq!(colour(GROUPS + 3), colour(3), "a group takes its colour by its place");
    }

    #[test]
    fn dates_say_what_they_are_drawn_from() {
        let published = |date: Option<&str>, relation, source| Published {
            date: date.map(str::to_owned),
            relation,
            source,
            words: String::new(),
        };
        assert_eq!(date(&published(Some("2025-11-05"), Relation::On, Source::Stated)), "5 Nov 2025");
        assert_eq!(date(&published(Some("2024-10"), Relation::After, Source::Inferred)), "after Oct 2024, inferred");
        assert_eq!(date(&published(Some("2024"), Relation::On, Source::Stated)), "2024");
        assert_eq!(date(&published(Some("2024-13-01"), Relation::On, Source::Stated)), "2024-13-01");
        assert_eq!(date(&published(None, Relation::On, Source::NotStated)), "not dated");
        let groups = ["after 2024-10", "2025-11-05", "before 2024", "not stated"].map(dated);
        assert_eq!(groups, ["after Oct 2024", "5 Nov 2025", "before 2024", "not stated"]);
    }

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(cut("Europe cannot guarantee its security alone", 28), "Europe cannot guarantee its…");
        assert_eq!(cut("Short", 28), "Short");
    }
}
