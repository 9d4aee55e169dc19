//! The table of tokens as a Parquet file: lines of CSV in, bytes of the file out.
//!
//! A program of its own, loaded when such a file is first asked for. Its input are the lines that the engine writes
//! for it (`Export::TokenLines`): a cell is taken as it stands.
//! The file has a row group for each 250,000 lines; its columns are dictionary-encoded where that is smaller, and
//! not compressed.

use std::io::{self, Write};
use std::sync::{Arc, Mutex, PoisonError};

use parquet::basic::{LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::{Type, TypePtr};

/// Lines of a row group.
const GROUP: usize = 250_000;

/// The values of a column that aren't written yet.
enum Column {
    Text(Vec<ByteArray>),
    Number(Vec<i32>),
    Truth(Vec<bool>),
}

/// What a column holds.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Truth,
}

/// The columns, the second only where groups are compared.
const COLUMNS: [(&str, Kind); 11] = [
    ("doc_id", Kind::Text),
    ("group", Kind::Text),
    ("sentence_id", Kind::Number),
    ("token_id", Kind::Number),
    ("token", Kind::Text),
    ("type", Kind::Text),
    ("stop_word", Kind::Truth),
    ("furniture", Kind::Truth),
    ("quoted", Kind::Truth),
    ("start_char", Kind::Number),
    ("end_char", Kind::Number),
];

/// What is written and not yet taken.
#[derive(Clone, Default)]
struct Sink(Arc<Mutex<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Why no file comes of it.
#[derive(Debug)]
pub enum ColumnarError {
    /// A line isn't one of the table, counted from 1.
    Line(usize),
    /// The writer of Parquet failed.
    Parquet(ParquetError),
}

impl std::fmt::Display for ColumnarError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line} is not one of the table of tokens"),
            Self::Parquet(reason) => write!(f, "{reason}"),
        }
    }
}

impl std::error::Error for ColumnarError {}

impl From<ParquetError> for ColumnarError {
    fn from(reason: ParquetError) -> Self {
        Self::Parquet(reason)
    }
}

/// A file being written.
pub struct TokenFile {
    writer: SerializedFileWriter<Sink>,
    sink: Sink,
    columns: Vec<Column>,
    lines: usize,
    waiting: usize,
}

impl TokenFile {
    /// An empty file; `grouped` where lines name a group after the text.
    ///
    /// # Errors
    /// When the writer fails, which nothing known brings about.
    pub fn new(grouped: bool) -> Result<Self, ColumnarError> {
        let chosen: Vec<_> = COLUMNS.iter().filter(|column| grouped || column.0 != "group").collect();
        let columns = chosen.iter().map(|(_, kind)| match kind {
            Kind::Text => Column::Text(Vec::new()),
            Kind::Number => Column::Number(Vec::new()),
            Kind::Truth => Column::Truth(Vec::new()),
        });
        let columns = columns.collect();
        let fields = chosen.iter().map(|(name, kind)| {
            let (physical, logical) = match kind {
                Kind::Text => (Physical::BYTE_ARRAY, Some(LogicalType::String)),
                Kind::Number => (Physical::INT32, None),
                Kind::Truth => (Physical::BOOLEAN, None),
            };
            let field = Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED);
            field.with_logical_type(logical).build().map(Arc::new)
        });
        let fields: Vec<TypePtr> = fields.collect::<Result<_, _>>()?;
        let schema = Type::group_type_builder("tokens").with_fields(fields).build()?;
        let created_by = ["Parallax ", env!("CARGO_PKG_VERSION")].concat();
        let properties = WriterProperties::builder().set_created_by(created_by).build();
        let sink = Sink::default();
        let writer = SerializedFileWriter::new(sink.clone(), Arc::new(schema), Arc::new(properties))?;
        Ok(Self { writer, sink, columns, lines: 0, waiting: 0 })
    }

    /// Adds lines, each whole, and takes what is written by now.
    ///
    /// # Errors
    /// When a line isn't one of the table.
    pub fn add(&mut self, lines: &[u8]) -> Result<Vec<u8>, ColumnarError> {
        let broken = |line| ColumnarError::Line(line);
        let mut rest = std::str::from_utf8(lines).map_err(|_| broken(self.lines + 1))?;
        while !rest.is_empty() {
            self.lines += 1;
            let last = self.columns.len() - 1;
            for (number, column) in self.columns.iter_mut().enumerate() {
                let (cell, end, after) = cell(rest).ok_or(broken(self.lines))?;
                if (number == last) != (end == End::Line) {
                    return Err(broken(self.lines));
                }
                match column {
                    Column::Text(values) => values.push(ByteArray::from(cell.into_bytes())),
                    Column::Number(values) => values.push(cell.parse().map_err(|_| broken(self.lines))?),
                    Column::Truth(values) => values.push(cell.parse().map_err(|_| broken(self.lines))?),
                }
                rest = after;
            }
            self.waiting += 1;
            if self.waiting == GROUP {
                self.write()?;
            }
        }
        Ok(self.taken())
    }

    /// Ends the file and takes the rest of it.
    ///
    /// # Errors
    /// When the writer fails, which nothing known brings about.
    pub fn finish(mut self) -> Result<Vec<u8>, ColumnarError> {
        self.write()?;
        self.writer.finish()?;
        Ok(self.taken())
    }

    fn taken(&self) -> Vec<u8> {
        std::mem::take(&mut *self.sink.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Writes a row group of what waits.
    fn write(&mut self) -> Result<(), ParquetError> {
        if std::mem::take(&mut self.waiting) == 0 {
            return Ok(());
        }
        let mut group = self.writer.next_row_group()?;
        let mut columns = self.columns.iter_mut();
        while let Some(mut writer) = group.next_column()? {
            match columns.next() {
                Some(Column::Text(values)) => {
                    writer.typed::<ByteArrayType>().write_batch(&std::mem::take(values), None, None)?;
                }
                Some(Column::Number(values)) => {
                    writer.typed::<Int32Type>().write_batch(&std::mem::take(values), None, None)?;
                }
                Some(Column::Truth(values)) => {
                    writer.typed::<BoolType>().write_batch(&std::mem::take(values), None, None)?;
                }
                None => {}
            }
            writer.close()?;
        }
        group.close()?;
        Ok(())
    }
}

/// What stands after a cell.
#[derive(PartialEq, Eq)]
enum End {
    Comma,
    Line,
}

/// The first cell of a text of CSV (RFC 4180), what ends it, and the rest.
fn cell(text: &str) -> Option<(String, End, &str)> {
    let (cell, rest) = match text.strip_prefix('"') {
        None => {
            let end = text.find([',', '\r'])?;
            (text[..end].to_owned(), &text[end..])
        }
        Some(mut inside) => {
            let mut cell = String::new();
            loop {
                let quote = inside.find('"')?;
                cell.push_str(&inside[..quote]);
                inside = &inside[quote + 1..];
                match inside.strip_prefix('"') {
                    Some(more) => {
                        cell.push('"');
                        inside = more;
                    }
                    None => break (cell, inside),
                }
            }
        }
    };
    if let Some(rest) = rest.strip_prefix(',') {
        return Some((cell, End::Comma, rest));
    }
    Some((cell, End::Line, rest.strip_prefix("\r\n")?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::file::reader::{FileReader, SerializedFileReader};

    fn rows(file: Vec<u8>) -> Vec<String> {
        let reader = SerializedFileReader::new(bytes::Bytes::from(file)).unwrap();
        reader.get_row_iter(None).unwrap().map(|row| row.unwrap().to_string()).collect()
    }

    #[test]
    fn what_goes_in_is_read_back() {
        let mut file = TokenFile::new(true).unwrap();
        let mut bytes = file.add(b"a,\"=x, \"\"y\"\"\r\nz\",1,1,NATO,nato,false,false,true,0,4\r\n").unwrap();
        bytes.extend(file.add("b,,2,1,Türkiye,türkiye,true,false,false,5,12\r\n".as_bytes()).unwrap());
        bytes.extend(file.finish().unwrap());
        let rows = rows(bytes);
        assert_eq!(rows.len(), 2);
        assert!(rows[0].contains("group: \"=x, \"y\"\r\nz\", sentence_id: 1") && rows[0].contains("quoted: true"));
        assert!(rows[1].contains("token: \"Türkiye\", type: \"türkiye\", stop_word: true"));
    }

    #[test]
    fn many_lines_make_row_groups_and_none_an_empty_file() {
        let mut file = TokenFile::new(false).unwrap();
        let line = b"text,1,1,word,word,false,false,false,0,4\r\n".repeat(100_000);
        let mut bytes = Vec::new();
        for _ in 0..3 {
            bytes.extend(file.add(&line).unwrap());
        }
        assert!(!bytes.is_empty(), "what is written is taken before the end");
        bytes.extend(file.finish().unwrap());
        let reader = SerializedFileReader::new(bytes::Bytes::from(bytes)).unwrap();
        assert_eq!((reader.num_row_groups(), reader.metadata().file_metadata().num_rows()), (2, 300_000));
        assert!(rows(TokenFile::new(false).unwrap().finish().unwrap()).is_empty());
    }

    #[test]
    fn what_is_no_line_is_refused() {
        for lines in
            ["a,1", "a,1\r\n", "a,x,1,w,w,false,false,false,0,1\r\n", "a,1,1,w,w,no,false,false,0,1\r\n", "\"a\r\n"]
        {
            assert!(
                matches!(TokenFile::new(false).unwrap().add(lines.as_bytes()), Err(ColumnarError::Line(1))),
                "{lines}"
            );
        }
        assert!(TokenFile::new(false).unwrap().add(&[0xFF]).is_err());
    }
}
