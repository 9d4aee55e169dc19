//! The files themselves: part of the program's late part.

use std::pin::Pin;

use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlCanvasElement, HtmlImageElement, Response, Url};
use yew::AttrValue;

use super::drawing::length;
use super::files::Kind;
use crate::app::by_pointer::ByPointer;
use crate::app::download;
use crate::chart::Scene;
use crate::chart::face::FACES;
use crate::chart::svg;
use crate::chart::theme::LIGHT;

/// How much larger than on the page a PNG is.
const PNG_SCALE: f64 = 2.0;

/// Makes a picture of the scenes, side by side in so many columns, and hands it to the person. Boxed,
/// so that it isn't made one with whoever waits for it, who doesn't come late.
pub fn save(
    kind: Kind,
    scenes: Vec<ByPointer<Scene>>,
    columns: usize,
    name: AttrValue,
) -> Pin<Box<dyn Future<Output = Result<(), JsValue>>>> {
    Box::pin(async move {
        let picture = compose(&scenes, columns).await?;
        let svg = blob(&picture.text, "image/svg+xml")?;
        let file = match kind {
            Kind::Svg => svg,
            Kind::Png => rasterise(&svg, picture.width, picture.height).await?,
        };
        download::save(&[&name, ".", kind.extension()].concat(), &file);
        Ok(())
    })
}

/// An SVG file and its size in CSS pixels.
struct Picture {
    text: String,
    width: f64,
    height: f64,
}

/// The scenes as one SVG file, in so many columns.
async fn compose(scenes: &[ByPointer<Scene>], columns: usize) -> Result<Picture, JsValue> {
    let mut parts: Vec<String> = scenes.iter().map(|scene| svg::write(scene, &LIGHT, &[])).collect();
    let mut faces = Vec::with_capacity(FACES.len());
    for face in FACES {
        if parts.iter().any(|part| face.serves(part)) {
            faces.push((face, fetch_base64(face.file).await?));
        }
    }
    // Faces and rules of the first hold for the whole file.
    if let (Some(first), Some(scene)) = (parts.first_mut(), scenes.first()) {
        *first = svg::write(scene, &LIGHT, &faces);
    }
    Ok(arranged(parts.into_iter().map(measured).collect(), columns))
}

/// A file with the size that its first element states.
fn measured(text: String) -> Picture {
    let stated = |name: &str| -> Option<f64> {
        let start = text.find(&[" ", name, "=\""].concat())? + name.len() + 3;
        size(text[start..].split('"').next()?)
    };
    let (width, height) = (stated("width").unwrap_or(300.0), stated("height").unwrap_or(150.0));
    Picture { text, width, height }
}

/// A size as files state it, with a few digits after the point at most. By whole numbers: the tables for
/// reading any floating point number would be ten kilobytes of the page.
fn size(text: &str) -> Option<f64> {
    let (whole, rest) = text.split_once('.').unwrap_or((text, "0"));
    let unit = 10_u32.checked_pow(rest.len() as u32)?;
    Some(f64::from(whole.parse::<u32>().ok()?) + f64::from(rest.parse::<u32>().ok()?) / f64::from(unit))
}

/// Several files as one: each a nested `svg` element with its place, row by row, with ids of its own.
fn arranged(mut parts: Vec<Picture>, columns: usize) -> Picture {
    if parts.len() == 1 {
        return parts.remove(0);
    }
    let (mut body, mut width, mut y) = (String::new(), 0.0_f64, 0.0);
    for (row, pictures) in parts.chunks(columns.max(1)).enumerate() {
        let (mut x, mut height) = (0.0, 0.0_f64);
        for (column, picture) in pictures.iter().enumerate() {
            let number = [row.to_string(), column.to_string()].join("-");
            let text = picture.text.replacen("<svg ", &format!("<svg x=\"{}\" y=\"{}\" ", length(x), length(y)), 1);
            let text = text.replacen("\"title desc\"", &format!("\"title-{number} desc-{number}\""), 1);
            let text = text.replacen("id=\"title\"", &format!("id=\"title-{number}\""), 1);
            body.push_str(&text.replacen("id=\"desc\"", &format!("id=\"desc-{number}\""), 1));
            x += picture.width;
            height = height.max(picture.height);
        }
        width = width.max(x);
        y += height;
    }
    let (w, h) = (length(width), length(y));
    let head =
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">\n");
    let ground = format!("<rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n", LIGHT.paper);
    Picture { text: [&head, &ground, &body, "</svg>\n"].concat(), width, height: y }
}

/// Base64 of the file at this address, which is relative to the page.
pub(in crate::app) async fn fetch_base64(address: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("there is no window")?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(JsValue::from(format!("{address} could not be read ({})", response.status())));
    }
    let bytes = js_sys::Uint8Array::new(&JsFuture::from(response.array_buffer()?).await?).to_vec();
    Ok(base64(&bytes))
}

/// The bytes in base64 (RFC 4648, with padding).
pub(in crate::app) fn base64(bytes: &[u8]) -> String {
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

    #[test]
    fn reads_sizes() {
        for (text, number) in
            [("300", Some(300.0)), ("12.5", Some(12.5)), ("0.25", Some(0.25)), ("100%", None), ("", None)]
        {
            assert_eq!(size(text), number);
        }
    }

    #[test]
    fn arranges_files_in_rows_with_ids_of_their_own() {
        let file = |width: u32| {
            let head = "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"";
            measured(format!(
                "{head} width=\"{width}\" height=\"50\">\n<title id=\"title\">A</title>\n<desc id=\"desc\">B</desc>\n</svg>\n"
            ))
        };
        assert_eq!(arranged(vec![file(70)], 3).width, 70.0);
        let three = arranged(vec![file(100), file(120), file(90)], 2);
        assert_eq!((three.width, three.height), (220.0, 100.0));
        for wanted in ["<svg x=\"100\" y=\"0\"", "<svg x=\"0\" y=\"50\"", "title-0-1 desc-0-1", "id=\"desc-1-0\""] {
            assert!(three.text.contains(wanted), "{wanted}");
        }
        assert!(!three.text.contains("id=\"title\""));
    }
}
