//! Looking up a line in a sorted list that is compiled in, where it stands.

use std::cmp::Ordering;

/// The line for which `compare` says equal, by binary search. The list's lines end with a line feed
/// and ascend under `compare`, which says how the line given relates to the one sought.
pub(super) fn find(list: &'static str, compare: impl Fn(&str) -> Ordering) -> Option<&'static str> {
    // Both always at the start of a line.
    let (mut low, mut high) = (0, list.len());
    while low < high {
        let middle = list.floor_char_boundary(low.midpoint(high));
        let start = list[low..middle].rfind('\n').map_or(low, |at| low + at + 1);
        let end = list[start..high].find('\n').map_or(high, |at| start + at);
        let line = &list[start..end];
        match compare(line) {
            Ordering::Equal => return Some(line),
            Ordering::Less => low = (end + 1).min(high),
            Ordering::Greater => high = start,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_each_line_and_no_other() {
        static LIST: &str = "a\nab\nabc\nb\nczar\nz\n";
        for line in LIST.lines() {
            assert_eq!(find(LIST, |other| other.cmp(line)), Some(line));
        }
        for absent in ["", "aa", "abd", "c", "zz"] {
            assert_eq!(find(LIST, |other| other.cmp(absent)), None);
        }
        assert_eq!(find("", |_| Ordering::Equal), None);
    }
}
