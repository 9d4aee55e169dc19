//! The lines of a table in another order: as a person has sorted it by one of its heads.

use std::cmp::Ordering;

/// The table with its lines ordered by a column: as numbers where all its cells are, else as words by the alphabet.
/// Empty cells come last either way, equal ones stay as they are; remarks and heading stay where they are. As it is,
/// where it has no such column.
pub(super) fn in_order(csv: String, column: &str, descending: bool) -> String {
    let lines = records(&csv);
    let head = lines.iter().take_while(|line| line.starts_with('#')).count();
    let Some(heading) = lines.get(head) else { return csv };
    let Some(at) = cells(heading).iter().position(|name| name == column) else { return csv };
    let keys: Vec<String> = lines[head + 1..].iter().map(|line| cells(line).swap_remove(at)).collect();
    let numbers: Option<Vec<Option<f64>>> = keys
        .iter()
        .map(
            |key| {
                if key.is_empty() { Some(None) } else { key.parse().ok().filter(|it: &f64| it.is_finite()).map(Some) }
            },
        )
        .collect();
    let words: Vec<String> = keys.iter().map(|key| key.to_lowercase()).collect();
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by(|&a, &b| {
        let by = match &numbers {
            Some(numbers) => numbers[a].unwrap_or_default().total_cmp(&numbers[b].unwrap_or_default()),
            None => words[a].cmp(&words[b]),
        };
        match (keys[a].is_empty(), keys[b].is_empty()) {
            (false, false) if descending => by.reverse(),
            (false, false) => by,
            (true, true) => Ordering::Equal,
            (empty, _) => empty.cmp(&!empty),
        }
    });
    let mut out = lines[..=head].concat();
    order.into_iter().for_each(|at| out.push_str(lines[head + 1 + at]));
    out
}

/// The lines of a file, each with its end; a cell between quotation marks may hold line ends of its own.
fn records(csv: &str) -> Vec<&str> {
    let mut records = Vec::new();
    let (mut start, mut quoted) = (0, false);
    for (at, byte) in csv.bytes().enumerate() {
        quoted ^= byte == b'"';
        if byte == b'\n' && !quoted {
            records.push(&csv[start..=at]);
            start = at + 1;
        }
    }
    records
}

/// The cells of a line, without the marks around them.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.trim_end_matches(['\r', '\n']).chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cells.iter_mut().last().into_iter().for_each(|cell| cell.push('"'));
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.iter_mut().last().into_iter().for_each(|cell| cell.push(other)),
        }
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_ordered_as_numbers_and_undefined_ones_come_last() {
        let csv = || "# group A: a, b\r\nword,n\r\nb,10\r\na,9\r\nc,\r\nd,9\r\n".to_owned();
        assert_eq!(in_order(csv(), "n", true), "# group A: a, b\r\nword,n\r\nb,10\r\na,9\r\nd,9\r\nc,\r\n");
        assert_eq!(in_order(csv(), "n", false), "# group A: a, b\r\nword,n\r\na,9\r\nd,9\r\nb,10\r\nc,\r\n");
        assert_eq!(in_order(csv(), "word", true), "# group A: a, b\r\nword,n\r\nd,9\r\nc,\r\nb,10\r\na,9\r\n");
        assert_eq!(in_order(csv(), "elsewhere", true), csv());
        assert_eq!(in_order(String::new(), "n", true), "");
    }

    #[test]
    fn what_stands_between_marks_stays_one_cell() {
        let csv = "said,n\r\n\"two\nlines, and \"\"marks\"\"\",1\r\nZ,2\r\n".to_owned();
        assert_eq!(in_order(csv.clone(), "n", true), "said,n\r\nZ,2\r\n\"two\nlines, and \"\"marks\"\"\",1\r\n");
        assert_eq!(in_order(csv.clone(), "said", false), csv);
    }
}
