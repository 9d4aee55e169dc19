//! From lines of the token table to a Parquet file, by a worker that is there only while one is written.

use js_sys::{Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use crate::protocol::{Error, ErrorCode};
use crate::worker::fetched;

/// The worker. Dropping it ends it.
pub struct ParquetWriter(Worker);

impl Drop for ParquetWriter {
    fn drop(&mut self) {
        self.0.terminate();
    }
}

impl ParquetWriter {
    /// Begins a file; `grouped` where lines name a group after the text.
    ///
    /// # Errors
    /// When the writer's program doesn't arrive.
    pub async fn begin(grouped: bool) -> Result<Self, Error> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let writer = Self(Worker::new_with_options(&address(), &options).map_err(|_| missing())?);
        writer.turn(&grouped.into()).await?;
        Ok(writer)
    }

    /// Adds lines; what is written by now.
    ///
    /// # Errors
    /// When the writer fails.
    pub async fn add(&self, lines: &[u8]) -> Result<Uint8Array, Error> {
        self.turn(&Uint8Array::from(lines)).await
    }

    /// Ends the file; the rest of it.
    ///
    /// # Errors
    /// When the writer fails.
    pub async fn finish(&self) -> Result<Uint8Array, Error> {
        self.turn(&JsValue::NULL).await
    }

    /// Says something and waits for the answer.
    async fn turn(&self, message: &JsValue) -> Result<Uint8Array, Error> {
        let heard = Promise::new(&mut |resolve, reject| {
            self.0.set_onmessage(Some(&resolve));
            self.0.set_onerror(Some(&reject));
        });
        self.0.post_message(message).map_err(|_| missing())?;
        let event = JsFuture::from(heard).await.map_err(|_| missing())?;
        let data = event.dyn_into::<MessageEvent>().map_err(|_| missing())?.data();
        let part = |name: &str| js_sys::Reflect::get(&data, &name.into()).unwrap_or_default();
        if let Ok(asked) = part("asked").dyn_into::<js_sys::Array>() {
            fetched::note(asked.iter().filter_map(|address| address.as_string()));
        }
        part("bytes").dyn_into::<Uint8Array>().map_err(|_| match data.as_string() {
            // The browser's own words where a file of the page didn't come.
            Some(reason) if !reason.starts_with("TypeError") => {
                Error { message: [MISSING, " (", &reason, ")."].concat(), ..missing() }
            }
            _ => missing(),
        })
    }
}

const MISSING: &str = "The writer of Parquet files could not be used";

fn missing() -> Error {
    Error {
        code: ErrorCode::Worker,
        message: [MISSING, ": its program did not arrive."].concat(),
        remedy: "It is loaded when it is first asked for. Check the connection and try again, or take the CSV, which holds the same.".into(),
    }
}

/// Where the worker's script is: beside the engine's, with the same query, so that both are of one build.
fn address() -> String {
    let early = js_sys::Reflect::get(&js_sys::global(), &"parallax".into()).ok();
    let engine = early.and_then(|early| js_sys::Reflect::get(&early, &"engine".into()).ok()?.as_string());
    engine.map_or_else(|| "parquet.js".to_owned(), |engine| engine.replacen("engine.js", "parquet.js", 1))
}
