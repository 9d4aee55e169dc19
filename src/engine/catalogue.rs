//! The catalogue of measures as the engine has it.
//!
//! It is written in Rust, each measure beside its function ([`METHODS`](crate::analysis::methods::METHODS)). Its words are many and the
//! first view needs none of them, so they are no part of the worker: a test writes them into the file
//! `methods.txt` beside the word lists, and the worker reads them from there when they are asked for.
//!
//! The file has a line a measure; its fields, between tabs, are those of [`Measure`] in their order,
//! with the names of a formula and what they stand for as `name=meaning`, between bars.

use crate::stats::Measure;

/// The catalogue, written as its file.
#[must_use]
pub fn write(measures: &[Measure]) -> String {
    let mut out = String::from(
        "# Made from the catalogue in src/stats and src/analysis/methods.rs: UPDATE_GOLDEN=1 cargo test --lib catalogue\n",
    );
    for m in measures {
        let symbols: Vec<String> = m.symbols.iter().map(|(name, says)| [*name, "=", *says].concat()).collect();
        let symbols = symbols.join("|");
        let fields = [
            m.key,
            m.group,
            m.name,
            m.says,
            m.caveat,
            m.range,
            m.formula,
            &symbols,
            m.rule,
            m.default,
            m.undefined,
            m.source,
        ];
        out.push_str(&fields.join("\t"));
        out.push('\n');
    }
    out
}

/// The catalogue, read from its file; `None` where that isn't whole. What is read is kept for good.
#[must_use]
pub fn read(text: &str) -> Option<&'static [Measure]> {
    let text: &'static str = Box::leak(text.to_owned().into_boxed_str());
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let measures: Option<Vec<Measure>> = lines.map(line).collect();
    measures.filter(|measures| !measures.is_empty()).map(|measures| &*Box::leak(measures.into_boxed_slice()))
}

fn line(text: &'static str) -> Option<Measure> {
    let mut fields = text.split('\t');
    let mut next = || fields.next();
    let [key, group, name, says, caveat, range, formula] =
        [next()?, next()?, next()?, next()?, next()?, next()?, next()?];
    let symbols: Vec<(&str, &str)> = next()?.split('|').filter_map(|symbol| symbol.split_once('=')).collect();
    let symbols = Box::leak(symbols.into_boxed_slice());
    let [rule, default, undefined, source] = [next()?, next()?, next()?, next()?];
    Some(Measure { key, group, name, says, caveat, range, formula, symbols, rule, default, undefined, source })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::methods::METHODS;

    #[test]
    fn the_file_holds_the_catalogue() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/static/lists/methods.txt");
        let written = write(METHODS);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(path, &written).unwrap();
        }
        assert!(
            std::fs::read_to_string(path).is_ok_and(|text| text == written),
            "static/lists/methods.txt isn't the catalogue of today: UPDATE_GOLDEN=1 cargo test --lib catalogue"
        );
        assert_eq!(read(&written), Some(METHODS));
    }

    #[test]
    fn a_broken_file_is_no_catalogue() {
        for text in ["", "# nothing", "<!doctype html>", "key\tgroup"] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
