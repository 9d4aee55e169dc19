//! Which of a rule's selectors can be used in a report, and how they read there.

/// What depends on a pointer, the focus or a control that a report hasn't.
const LIVE: [&str; 14] = [
    ":hover",
    ":focus",
    ":active",
    ":checked",
    ":disabled",
    ":enabled",
    ":placeholder",
    "::placeholder",
    "::backdrop",
    ":popover",
    "::selection",
    ":has(input",
    "[aria-expanded",
    "[aria-pressed",
];

/// Element types that a report writes as others, as `still` does.
const TYPES: [(&str, &str); 9] = [
    ("h1", "h2"),
    ("h2", "h3"),
    ("h3", "h4"),
    ("h4", "h5"),
    ("h5", "h6"),
    ("button", "span"),
    ("label", "span"),
    ("legend", "span"),
    ("fieldset", "div"),
];

/// Those selectors of a list that match something, as they read in a report; `None` where none does.
pub(super) fn usable(list: &str, matches: impl Fn(&str) -> bool) -> Option<String> {
    let kept: Vec<String> = split(list)
        .into_iter()
        .filter(|selector| LIVE.iter().all(|live| !selector.contains(live)))
        .map(renamed)
        .filter(|selector| matches(&without_pseudo_elements(selector)))
        .collect();
    (!kept.is_empty()).then(|| kept.join(","))
}

/// The selectors of a list: commas within brackets divide nothing.
fn split(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0_u32, 0);
    for (at, letter) in list.char_indices() {
        match letter {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                parts.push(list[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(list[start..].trim());
    parts
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '-' || letter == '_'
}

/// The selector with its element types as a report has them.
fn renamed(selector: &str) -> String {
    let mut out = String::with_capacity(selector.len());
    let mut before = ' ';
    let mut in_attribute = false;
    let mut rest = selector;
    while let Some(letter) = rest.chars().next() {
        let length = rest.find(|letter| !is_name(letter)).unwrap_or(rest.len());
        if length == 0 {
            in_attribute = letter == '[' || in_attribute && letter != ']';
            out.push(letter);
            rest = &rest[letter.len_utf8()..];
            before = letter;
            continue;
        }
        let (name, after) = rest.split_at(length);
        let is_type = !in_attribute && !matches!(before, '.' | '#' | ':');
        let known = TYPES.iter().find(|(from, _)| is_type && *from == name);
        out.push_str(known.map_or(name, |(_, to)| to));
        before = 'x';
        rest = after;
    }
    out
}

/// The selector of the element that `::before` and the like belong to.
fn without_pseudo_elements(selector: &str) -> String {
    let mut out = String::with_capacity(selector.len());
    let mut rest = selector;
    while let Some(at) = rest.find("::") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        let length = after.find(|letter| !is_name(letter)).unwrap_or(after.len());
        if out.is_empty() || out.ends_with([' ', '>', '+', '~', ',', '(']) {
            out.push('*');
        }
        rest = &after[length..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_report_cannot_use_goes() {
        let all = |_: &str| true;
        assert_eq!(usable(".a, .b:hover, .c:is(.d, .e)", all).as_deref(), Some(".a,.c:is(.d, .e)"));
        assert_eq!(usable(".a:focus-visible", all), None);
        assert_eq!(usable(".a, .b", |selector| selector == ".b").as_deref(), Some(".b"));
    }

    #[test]
    fn types_are_renamed_and_nothing_else() {
        assert_eq!(renamed(".pair h3 > button.h3"), ".pair h4 > span.h3");
        assert_eq!(renamed("h1,.th2 #h2 [data-h2=\"h2\"]"), "h2,.th2 #h2 [data-h2=\"h2\"]");
        assert_eq!(renamed(".x:not(h2):first-child"), ".x:not(h3):first-child");
    }

    #[test]
    fn pseudo_elements_belong_to_their_element() {
        assert_eq!(without_pseudo_elements(".sort.ascending::after"), ".sort.ascending");
        assert_eq!(without_pseudo_elements("::before"), "*");
        assert_eq!(without_pseudo_elements(".a ::after"), ".a *");
        assert_eq!(without_pseudo_elements("a:not(.b)"), "a:not(.b)");
    }
}
