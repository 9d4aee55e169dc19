//! Every case of Unicode's WordBreakTest: the words found are exactly its segments that hold a
//! letter or a digit.

use parallax::text::words;

#[test]
fn every_case_of_word_break_test() {
    let cases = include_str!("unicode/WordBreakTest.txt");
    let mut passed = 0;
    for line in cases.lines() {
        let case = line.split('#').next().unwrap_or("").trim();
        if case.is_empty() {
            continue;
        }
        let mut text = String::new();
        let mut segments: Vec<(usize, usize)> = Vec::new();
        let mut start = 0;
        for piece in case.split_whitespace() {
            match piece {
                "÷" => {
                    if start < text.len() {
                        segments.push((start, text.len()));
                    }
                    start = text.len();
                }
                "×" => {}
                code => text.push(u32::from_str_radix(code, 16).ok().and_then(char::from_u32).unwrap()),
            }
        }
        let expected: Vec<(usize, usize)> =
            segments.into_iter().filter(|&(start, end)| text[start..end].chars().any(char::is_alphanumeric)).collect();
        let found: Vec<(usize, usize)> =
            words(&text).iter().map(|span| (span.start as usize, span.end as usize)).collect();
        assert_eq!(found, expected, "{line}");
        passed += 1;
    }
    assert!(passed > 1000, "only {passed} cases were read");
}
