//! Stylesheets as their files have them. What a browser gives back of a parsed rule is not always what was written:
//! a `font` with a variable in it is lost beside what it resets.

/// A rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Rule {
    /// What stands before its `{`: selectors, or `@media print`.
    pub prelude: String,
    /// What stands within.
    pub inside: Inside,
}

/// What stands within a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inside {
    /// Declarations, as written.
    Declared(String),
    /// Rules.
    Rules(Vec<Rule>),
}

/// Reads a stylesheet. What has no `{`, like `@import`, is passed over; what isn't closed ends with the file.
pub(super) fn read(text: &str) -> Vec<Rule> {
    rules(&without_comments(text))
}

fn without_comments(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("/*") {
        out.push_str(&rest[..at]);
        let after = &rest[at + 2..];
        rest = after.find("*/").map_or("", |end| &after[end + 2..]);
    }
    out + rest
}

/// The first place of one of these letters outside of quotes and parentheses.
fn find(text: &str, letters: &[char]) -> Option<usize> {
    let (mut quote, mut depth, mut escaped) = (None, 0_u32, false);
    for (at, letter) in text.char_indices() {
        match (quote, letter) {
            _ if escaped => escaped = false,
            (_, '\\') => escaped = true,
            (Some(open), letter) if letter == open => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(letter),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, letter) if depth == 0 && letters.contains(&letter) => return Some(at),
            _ => {}
        }
    }
    None
}

fn rules(text: &str) -> Vec<Rule> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(at) = find(rest, &['{', ';']) {
        if rest[at..].starts_with(';') {
            rest = &rest[at + 1..];
            continue;
        }
        let prelude = one_space(&rest[..at]);
        let (inside, after) = block(&rest[at + 1..]);
        let has_rules = ["@media", "@container", "@supports", "@layer"].iter().any(|known| prelude.starts_with(known));
        let inside = if has_rules { Inside::Rules(rules(inside)) } else { Inside::Declared(declarations(inside)) };
        out.push(Rule { prelude, inside });
        rest = after;
    }
    out
}

/// What stands before the `}` that ends this block, and after it.
fn block(text: &str) -> (&str, &str) {
    let (mut depth, mut from) = (0_u32, 0);
    while let Some(at) = find(&text[from..], &['{', '}']) {
        let place = from + at;
        if text[place..].starts_with('{') {
            depth += 1;
        } else if depth == 0 {
            return (&text[..place], &text[place + 1..]);
        } else {
            depth -= 1;
        }
        from = place + 1;
    }
    (text, "")
}

fn one_space(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Declarations without what only sets them apart for the eye.
fn declarations(text: &str) -> String {
    let mut out = Vec::new();
    let mut rest = text;
    loop {
        let end = find(rest, &[';']);
        let one = one_space(&rest[..end.unwrap_or(rest.len())]);
        if !one.is_empty() {
            out.push(match one.split_once(':') {
                Some((name, value)) => [name.trim(), ":", value.trim()].concat(),
                None => one,
            });
        }
        match end {
            Some(at) => rest = &rest[at + 1..],
            None => return out.join(";"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn declared(prelude: &str, text: &str) -> Rule {
        Rule { prelude: prelude.into(), inside: Inside::Declared(text.into()) }
    }

    #[test]
    fn reads_rules_as_they_are_written() {
        let text = "/* a } */ @import url(x;y);\n.a,\n.b > c { font: 400 var(--s1)/1.5 var(--sans);  color : red; }\n@media print{.a{color:#000}.b::before{content:\"};{\"}}.last{x:url(\"data:a;b}\")";
        assert_eq!(
            read(text),
            [
                declared(".a, .b > c", "font:400 var(--s1)/1.5 var(--sans);color:red"),
                Rule {
                    prelude: "@media print".into(),
                    inside: Inside::Rules(vec![
                        declared(".a", "color:#000"),
                        declared(".b::before", "content:\"};{\""),
                    ]),
                },
                declared(".last", "x:url(\"data:a;b}\")"),
            ]
        );
        assert_eq!(read("").len() + read("}{").len() + read("/* open").len(), 1);
    }

    #[test]
    fn every_stylesheet_of_the_page_is_read_whole() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/static");
        let mut read_files = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "css") {
                let text = std::fs::read_to_string(&path).unwrap();
                let count = |rules: &[Rule]| -> usize {
                    fn of(rules: &[Rule]) -> usize {
                        rules
                            .iter()
                            .map(|rule| 1 + if let Inside::Rules(inside) = &rule.inside { of(inside) } else { 0 })
                            .sum()
                    }
                    of(rules)
                };
                assert_eq!(count(&read(&text)), without_comments(&text).matches('{').count(), "{}", path.display());
                read_files += 1;
            }
        }
        assert!(read_files > 20);
    }
}
