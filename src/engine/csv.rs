//! Tables as CSV (RFC 4180), fit for spreadsheets and for statistics programs.
//!
//! - UTF-8 without a byte order mark, lines end with CR LF, the first line names the columns.
//! - Numbers stand with every digit that is needed to read the same value back, with a point; very
//!   large and very small ones with an exponent (`3.2e-9`). An undefined value is an empty cell.
//! - Text that a spreadsheet would run as a formula, because it starts with `=`, `+`, `-`, `@`, a
//!   tab or a carriage return, gets an apostrophe before it. Numbers never do.

/// A table being written. Past [`MOST_BYTES`] nothing more is written: whoever asked is told that it is too large.
#[derive(Debug)]
pub struct Writer {
    out: String,
    line_start: bool,
    guarded: bool,
}

/// The largest table that is written: 64 MB, what a browser can hold several times over and a spreadsheet not open.
pub const MOST_BYTES: usize = 64 << 20;

impl Writer {
    /// A table with these columns.
    #[must_use]
    pub fn new<'c>(columns: impl IntoIterator<Item = &'c str>) -> Self {
        let mut writer = Self::going_on();
        for column in columns {
            writer.text(column);
        }
        writer.end_line();
        writer
    }

    /// A table whose first lines are written already.
    #[must_use]
    pub const fn going_on() -> Self {
        Self { out: String::new(), line_start: true, guarded: true }
    }

    /// The same, for programs that take a cell as it is: nothing is put before what a spreadsheet would run.
    #[must_use]
    pub fn unguarded(self) -> Self {
        Self { guarded: false, ..self }
    }

    /// How many bytes are written.
    #[must_use]
    pub fn len(&self) -> usize {
        self.out.len()
    }

    /// Whether nothing is.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.out.is_empty()
    }

    /// Writes a cell of text.
    pub fn text(&mut self, text: &str) -> &mut Self {
        let runs = self.guarded && text.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let guarded = if runs { format!("'{text}") } else { text.to_owned() };
        if guarded.contains([',', '"', '\r', '\n']) {
            self.cell(&format!("\"{}\"", guarded.replace('"', "\"\"")))
        } else {
            self.cell(&guarded)
        }
    }

    /// Writes a cell with a whole number.
    pub fn count(&mut self, count: u32) -> &mut Self {
        self.cell(&count.to_string())
    }

    /// Writes a cell with a number, empty where it is undefined.
    pub fn number(&mut self, number: impl Into<Option<f64>>) -> &mut Self {
        match number.into() {
            Some(number) if number.is_finite() => self.cell(&shortest(number)),
            _ => self.cell(""),
        }
    }

    /// Writes a cell with `true`, `false`, or nothing where it is undefined.
    pub fn truth(&mut self, truth: impl Into<Option<bool>>) -> &mut Self {
        self.cell(match truth.into() {
            Some(true) => "true",
            Some(false) => "false",
            None => "",
        })
    }

    /// Ends the line.
    pub fn end_line(&mut self) {
        if self.out.len() > MOST_BYTES {
            return;
        }
        self.out.push_str("\r\n");
        self.line_start = true;
    }

    /// The table.
    #[must_use]
    pub fn done(self) -> String {
        self.out
    }

    fn cell(&mut self, content: &str) -> &mut Self {
        if self.out.len() > MOST_BYTES {
            return self;
        }
        if !std::mem::take(&mut self.line_start) {
            self.out.push(',');
        }
        self.out.push_str(content);
        self
    }
}

/// The fewest digits that read back as the same number.
fn shortest(number: f64) -> String {
    let size = number.abs();
    if size == 0.0 {
        "0".to_owned()
    } else if (1e-5..1e16).contains(&size) {
        format!("{number}")
    } else {
        format!("{number:e}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn line(write: impl FnOnce(&mut Writer) -> &mut Writer) -> String {
        let mut writer = Writer::new(["c"]);
        write(&mut writer);
        writer.end_line();
        writer.done().strip_prefix("c\r\n").unwrap().to_owned()
    }

    #[test]
    fn cells_that_would_run_are_disarmed_and_numbers_are_not() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert_eq!(line(|csv| csv.text(text)), format!("'{text}\r\n"));
        }
        assert_eq!(line(|csv| csv.text("\r=x")), "\"'\r=x\"\r\n");
        assert_eq!(line(|csv| csv.text("anti-drone")), "anti-drone\r\n");
        assert_eq!(line(|csv| csv.number(-1.5)), "-1.5\r\n");
    }

    #[test]
    fn quotes_commas_and_line_ends_are_quoted() {
        assert_eq!(
            line(|csv| csv.text("a,b").text("say \"no\"").text("two\nlines")),
            "\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n"
        );
    }

    #[test]
    fn undefined_is_empty() {
        assert_eq!(
            line(|csv| csv.number(None).number(f64::NAN).number(f64::INFINITY).truth(None).count(0)),
            ",,,,0\r\n"
        );
        assert_eq!(line(|csv| csv.number(-0.0).truth(true).truth(false)), "0,true,false\r\n");
    }

    #[test]
    fn a_first_empty_cell_still_takes_its_place() {
        assert_eq!(line(|csv| csv.text("").count(1)), ",1\r\n");
    }

    proptest! {
        #[test]
        fn numbers_read_back_to_the_same_bits(number in prop::num::f64::NORMAL | prop::num::f64::SUBNORMAL) {
            let text = shortest(number);
            prop_assert_eq!(text.parse::<f64>().unwrap().to_bits(), number.to_bits());
            prop_assert!(text.len() < 30);
        }
    }
}
