//! Writes the table of tokens as a Parquet file, in a worker of its own (`static/parquet.js`).

#[cfg(target_arch = "wasm32")]
mod writer {
    use std::cell::RefCell;

    use parallax::columnar::TokenFile;
    use wasm_bindgen::prelude::*;

    thread_local! {
        static FILE: RefCell<Option<TokenFile>> = const { RefCell::new(None) };
    }

    fn told(reason: impl ToString) -> JsValue {
        reason.to_string().into()
    }

    /// Begins a file; `grouped` where lines name a group after the text.
    #[wasm_bindgen]
    pub fn begin(grouped: bool) -> Result<Vec<u8>, JsValue> {
        FILE.set(Some(TokenFile::new(grouped).map_err(told)?));
        Ok(Vec::new())
    }

    /// Adds lines; what is written by now.
    #[wasm_bindgen]
    pub fn add(lines: &[u8]) -> Result<Vec<u8>, JsValue> {
        FILE.with_borrow_mut(|file| match file {
            Some(file) => file.add(lines).map_err(told),
            None => Err(told("no file was begun")),
        })
    }

    /// Ends the file; the rest of it.
    #[wasm_bindgen]
    pub fn finish() -> Result<Vec<u8>, JsValue> {
        match FILE.take() {
            Some(file) => file.finish().map_err(told),
            None => Err(told("no file was begun")),
        }
    }
}

fn main() {}
