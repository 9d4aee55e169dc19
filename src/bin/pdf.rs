//! Reads PDF files, in the worker that reads files: a program of its own, loaded when the first one comes.

#[cfg(target_arch = "wasm32")]
mod reader {
    use serde::Serialize;
    use wasm_bindgen::prelude::*;

    /// The text of a PDF file, or why there is none.
    #[wasm_bindgen(js_name = readPdf)]
    pub fn read_pdf(bytes: &[u8]) -> JsValue {
        let read = parallax::import::pdf::read(bytes);
        read.serialize(&serde_wasm_bindgen::Serializer::new()).unwrap_or(JsValue::UNDEFINED)
    }
}

fn main() {}
