//! A title without the name of the outlet that pages put behind it: `Quay opens | Daily Echo`.

/// What stands between a headline and the site's name. A bar may touch its words; a stroke or a dot that does is a
/// part of one.
const BETWEEN: [char; 9] = ['|', '-', '\u{2013}', '\u{2014}', '\u{b7}', '\u{2022}', '\u{ff5c}', '\u{2016}', '\u{203a}'];

/// The title before the outlet's name; `None` where it doesn't end in exactly that, set off as sites do it. Nothing is
/// guessed: an outlet that isn't known can't be told from the last words of a headline.
#[must_use]
pub fn without_outlet<'a>(title: &'a str, outlet: &str) -> Option<&'a str> {
    let outlet = plain(outlet);
    if outlet.is_empty() {
        return None;
    }
    title.char_indices().filter(|(_, c)| BETWEEN.contains(c)).find_map(|(at, between)| {
        let (before, after) = (&title[..at], &title[at + between.len_utf8()..]);
        let bar = matches!(between, '|' | '\u{ff5c}' | '\u{2016}');
        let set_off = bar || (before.ends_with(char::is_whitespace) && after.starts_with(char::is_whitespace));
        let before = before.trim_end();
        (set_off && before.chars().any(char::is_alphanumeric) && plain(after) == outlet).then_some(before)
    })
}

/// A name as it is compared: whatever its case and blanks.
fn plain(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_is_split_off_where_it_is_known() {
        for (title, outlet, rest) in [
            ("Quay opens | Daily Echo", "Daily Echo", "Quay opens"),
            ("Quay opens - BBC News", "BBC News", "Quay opens"),
            ("Quay opens \u{2013} the DAILY\u{a0}echo ", "The Daily Echo", "Quay opens"),
            ("Quay opens|Daily Echo", "Daily Echo", "Quay opens"),
            ("Quay opens | Politics | Daily Echo", "Daily Echo", "Quay opens | Politics"),
            ("Quay - and pier - open - Saltmouth - Echo", "Saltmouth - Echo", "Quay - and pier - open"),
        ] {
            assert_eq!(without_outlet(title, outlet), Some(rest), "{title}");
        }
    }

    #[test]
    fn never_otherwise() {
        for (title, outlet) in [
            ("Quay opens | Daily Echo", ""),
            ("Quay opens | Daily Echo", "Echo"),
            ("Quay opens - BBC News", "BBC"),
            ("Quay opens-Echo", "Echo"),
            ("The quay, says the Daily Echo", "Daily Echo"),
            ("Daily Echo", "Daily Echo"),
            ("| Daily Echo", "Daily Echo"),
            ("Quay opens | Daily Echo today", "Daily Echo"),
        ] {
            assert_eq!(without_outlet(title, outlet), None, "{title}");
        }
    }
}
