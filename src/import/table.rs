//! Tables: CSV and its kin, and records of any origin, whose columns become text and metadata.

use super::archive::MEMBERS;
use super::draft::Draft;
use super::html;
use super::metadata::{self, Field};
use super::outcome::{Found, Mapping};
use super::reason::Reason;

/// A record's cells, by column.
pub type Record = Vec<String>;

/// So many records tell what the columns are.
const SAMPLE: usize = 50;

/// A first line may have so many bytes.
const LONGEST_LINE: usize = 256 << 10;

/// A table as it was read.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// The columns' names.
    pub columns: Vec<String>,
    /// The records, or why one can't be read; with the number each is known by (its line, or its place).
    pub records: Vec<(u32, Result<Record, Reason>)>,
    /// How many more there are than may be.
    pub beyond: u32,
}

/// The character that parts the cells of this text, where one does.
pub fn delimiter(text: &str) -> Option<u8> {
    // No heading is that long: one line without end is no table.
    if text.bytes().take(LONGEST_LINE + 1).position(|byte| byte == b'\n').is_none() && text.len() > LONGEST_LINE {
        return None;
    }
    let sample = &text[..text.floor_char_boundary(64 << 10)];
    let whole = sample.len() == text.len();
    let columns = |delimiter: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(sample.as_bytes());
        let mut lengths: Vec<usize> = reader.records().take(21).map_while(|record| Some(record.ok()?.len())).collect();
        // The last one may be cut by the sample's end.
        if !whole && lengths.len() < 21 && lengths.len() > 1 {
            lengths.pop();
        }
        let first = *lengths.first()?;
        let same = lengths.iter().filter(|length| **length == first).count();
        (first > 1 && same * 10 >= lengths.len() * 8).then_some(first)
    };
    [b'\t', b',', b';', b'|']
        .into_iter()
        .filter_map(|delimiter| Some((columns(delimiter)?, delimiter)))
        .max_by_key(|(columns, delimiter)| (*columns, std::cmp::Reverse(*delimiter)))
        .map(|(_, delimiter)| delimiter)
}

/// Whether the first line names columns as tables of texts do: two names at least, the text's among them.
pub fn has_heading(text: &str) -> bool {
    let line = text.lines().next().unwrap_or("");
    if line.len() > 2000 {
        return false;
    }
    [',', ';', '\t', '|'].into_iter().any(|delimiter| {
        let fields: Vec<_> = line.split(delimiter).filter_map(metadata::field).collect();
        fields.len() >= 2 && fields.iter().any(|(field, _)| *field == Field::Text)
    })
}

/// Reads a table. Its first record is a heading when it names a column we know, or when nothing in it looks like a value.
pub fn read(text: &str, delimiter: u8) -> Sheet {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(text.as_bytes());
    let mut sheet = Sheet::default();
    let mut widest = 0;
    for (at, record) in reader.records().enumerate() {
        if sheet.records.len() > MEMBERS as usize {
            sheet.beyond = sheet.beyond.saturating_add(1);
            continue;
        }
        let record = match record {
            Ok(record) => {
                if record.len() == 1 && record[0].trim().is_empty() {
                    continue;
                }
                // One line without end may have as many cells as letters.
                Ok(record.iter().take(1000).map(str::to_owned).collect::<Record>())
            }
            Err(broken) => Err(Reason::BrokenRecord(broken.to_string())),
        };
        widest = widest.max(record.as_ref().map_or(0, Vec::len));
        sheet.records.push((at as u32 + 1, record));
    }
    let is_heading =
        matches!(sheet.records.first(), Some((_, Ok(first))) if sheet.records.len() > 1 && is_heading(first));
    if is_heading && let (_, Ok(first)) = sheet.records.remove(0) {
        sheet.columns = first.iter().map(|name| name.trim().to_owned()).collect();
    } else if sheet.records.len() > MEMBERS as usize {
        sheet.records.truncate(MEMBERS as usize);
        sheet.beyond += 1;
    }
    for number in sheet.columns.len()..widest {
        sheet.columns.push(["Column ", &(number + 1).to_string()].concat());
    }
    sheet
}

fn is_heading(first: &Record) -> bool {
    let short = first.iter().all(|cell| cell.len() <= 60);
    let known = first.iter().any(|name| metadata::field(name).is_some());
    let words = first
        .iter()
        .all(|cell| !cell.trim().is_empty() && !cell.bytes().any(|b| b.is_ascii_digit()) && !cell.contains('.'));
    short && (known || words && first.len() > 1)
}

/// Which column is likely what: by its name, the text's also by its length.
pub fn guess(sheet: &Sheet) -> Mapping {
    let mut best: [Option<(usize, u32)>; 9] = [None; 9];
    for (number, name) in (0..).zip(&sheet.columns) {
        if let Some((field, rank)) = metadata::field(name) {
            let slot = &mut best[field as usize];
            if slot.is_none_or(|(known, _)| rank < known) {
                *slot = Some((rank, number));
            }
        }
    }
    let of = |field: Field| best[field as usize].map(|(_, number)| number);
    let mut mapping = Mapping {
        text: of(Field::Text),
        title: of(Field::Title),
        outlet: of(Field::Outlet),
        date: of(Field::Date),
        author: of(Field::Author),
        language: of(Field::Language),
        place: of(Field::Place),
        label: of(Field::Label),
        id: of(Field::Id),
    };
    let records: Vec<&Record> =
        sheet.records.iter().take(SAMPLE).filter_map(|(_, record)| record.as_ref().ok()).collect();
    let length = |column: u32| {
        let sum: usize = records.iter().filter_map(|record| record.get(column as usize)).map(String::len).sum();
        sum / records.len().max(1)
    };
    let longest = (0..sheet.columns.len() as u32).max_by_key(|&column| (length(column), std::cmp::Reverse(column)));
    // A name may mislead: `description` beside a column ten times as long.
    let misled = mapping
        .text
        .zip(longest)
        .is_some_and(|(named, longest)| length(named) * 10 < length(longest) && length(longest) >= 200);
    if mapping.text.is_none() || misled {
        let is_text = |column: &u32| {
            let blanks = records
                .iter()
                .filter(|record| record.get(*column as usize).is_some_and(|cell| cell.trim().contains(' ')))
                .count();
            length(*column) >= 20 && blanks * 2 >= records.len()
        };
        mapping.text = longest.filter(is_text).or(mapping.text);
        for slot in [
            &mut mapping.title,
            &mut mapping.outlet,
            &mut mapping.date,
            &mut mapping.author,
            &mut mapping.language,
            &mut mapping.place,
            &mut mapping.label,
            &mut mapping.id,
        ] {
            if *slot == mapping.text {
                *slot = None;
            }
        }
    }
    mapping
}

/// The text of a record with what is known of it.
///
/// # Errors
/// When it has no text.
pub fn draft(record: &Record, mapping: &Mapping) -> Result<Draft, Reason> {
    let cell = |column: Option<u32>| {
        column.and_then(|column| record.get(column as usize)).filter(|cell| !cell.trim().is_empty())
    };
    let text = cell(mapping.text).ok_or(Reason::RecordWithoutText)?;
    // Tables made from pages often hold their markup.
    let mut draft = if looks_like_html(text) { html::fragment(text) } else { Draft::of(text.clone()) };
    draft.title = cell(mapping.title).cloned();
    draft.outlet =
        cell(mapping.outlet).map(|outlet| (html::host(outlet).unwrap_or_else(|| outlet.clone()), Found::Column));
    draft.date = cell(mapping.date).map(|date| (date.clone(), Found::Column));
    draft.author = cell(mapping.author).cloned();
    draft.language = cell(mapping.language).cloned();
    draft.place = cell(mapping.place).cloned();
    draft.label = cell(mapping.label).cloned();
    draft.id = cell(mapping.id).cloned();
    Ok(draft)
}

fn looks_like_html(text: &str) -> bool {
    let beginning = &text[..text.floor_char_boundary(4000)];
    ["<p>", "<p ", "<div", "<br>", "<br/>", "<br />"].iter().any(|tag| beginning.contains(tag))
        && (beginning.contains("</") || beginning.contains("<br"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_by_name_and_by_length() {
        let sheet = read("Headline;Paper;Published;Body\nOne;The Paper;2024-03-12;\"A text; with\na line\"\n", b';');
        let mapping = guess(&sheet);
        assert_eq!((mapping.text, mapping.title, mapping.outlet, mapping.date), (Some(3), Some(0), Some(1), Some(2)));
        let found = draft(sheet.records[0].1.as_ref().unwrap(), &mapping).unwrap();
        assert_eq!((found.text.as_str(), found.title.as_deref()), ("A text; with\na line", Some("One")));
        let own = read("Doc ID,Party,City,Text\nSP_07,Left,Ghent,Words of a text.\n", b',');
        let found = draft(own.records[0].1.as_ref().unwrap(), &guess(&own)).unwrap();
        let has = [found.id.as_deref(), found.label.as_deref(), found.place.as_deref()];
        assert_eq!(has, [Some("SP_07"), Some("Left"), Some("Ghent")]);
        let sheet = read("1,A long enough sentence of words.\n2,Another one that is as long.\n", b',');
        assert_eq!(sheet.columns, ["Column 1", "Column 2"]);
        assert_eq!((guess(&sheet).text, sheet.records.len()), (Some(1), 2));
        assert_eq!(guess(&read("a,b\n1,2\n", b',')).text, None);
    }

    #[test]
    fn delimiters() {
        assert_eq!(delimiter("a,b;c\n1,2;3\n"), Some(b','));
        assert_eq!(delimiter("a\tb\n1\t2, 3\n"), Some(b'\t'));
        assert_eq!(delimiter("Prose, as it is.\nAnd more, yes, of it.\nThird."), None);
        assert!(has_heading("title,text\nx,y") && !has_heading("Some text, with a title\n"));
    }
}
