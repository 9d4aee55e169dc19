//! The rules of the page's stylesheets, for the stage and for a report, and the fonts.

use gloo::utils::{document, window};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Document, Element, Response};

use super::css::{self, Inside, Rule};
use super::selectors::usable;
use super::{Failure, get, get_text, new};
use crate::app::charts::fetch_base64;
use crate::chart::face::FACES;

/// The report's own rules, beside those of the page.
const OWN: &str = "report.css";

/// A stylesheet of the page: what medium it is for, and its rules.
pub(super) struct Sheet {
    media: String,
    rules: Vec<Rule>,
}

/// The stylesheets that the page links, in their order.
///
/// # Errors
/// When one of them can't be had.
pub(super) async fn sheets() -> Result<Vec<Sheet>, Failure> {
    let links = document().query_selector_all("link[rel=stylesheet]")?;
    let mut out = Vec::new();
    for link in (0..links.length()).filter_map(|place| links.get(place)) {
        let link: Element = link.unchecked_into();
        let text = fetched(&get_text(&link, "href")).await?;
        out.push(Sheet { media: link.get_attribute("media").unwrap_or_default(), rules: css::read(&text) });
    }
    Ok(out)
}

/// The page's rules for the stage, which is wide whatever the window is: what the page has for narrow windows is
/// left out, and what it has for wide ones holds always.
pub(super) fn for_stage(sheets: &[Sheet]) -> String {
    fn write(out: &mut String, rules: &[Rule]) {
        for Rule { prelude, inside } in rules {
            match inside {
                Inside::Declared(text) if !prelude.starts_with('@') => out.extend([prelude, "{", text, "}\n"]),
                Inside::Rules(rules) if prelude.starts_with("@container") => {
                    out.extend([prelude, "{"]);
                    write(out, rules);
                    out.push_str("}\n");
                }
                Inside::Rules(rules) if prelude.contains("min-width") && !prelude.contains("max-width") => {
                    write(out, rules);
                }
                _ => {}
            }
        }
    }
    let mut out = String::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.media.contains("print")) {
        write(&mut out, &sheet.rules);
    }
    out
}

/// The rules that something in this body uses, then the report's own.
///
/// # Errors
/// When the report's own can't be had.
pub(super) async fn for_report(sheets: &[Sheet], body: &str) -> Result<String, Failure> {
    let body = parsed(body)?;
    let mut out = String::new();
    for sheet in sheets {
        let mut inside = String::new();
        keep(&mut inside, &sheet.rules, &body);
        if sheet.media.is_empty() {
            out.push_str(&inside);
        } else if !inside.is_empty() {
            out.extend(["@media ", &sheet.media, "{", &inside, "}\n"]);
        }
    }
    write(&mut out, &css::read(&fetched(OWN).await?));
    Ok(out)
}

/// All of these rules.
fn write(out: &mut String, rules: &[Rule]) {
    for Rule { prelude, inside } in rules {
        out.extend([prelude, "{"]);
        match inside {
            Inside::Declared(text) => out.push_str(text),
            Inside::Rules(rules) => write(out, rules),
        }
        out.push_str("}\n");
    }
}

/// The text as a document that runs and fetches nothing.
fn parsed(html: &str) -> Result<Document, Failure> {
    let parser = new(&window(), "DOMParser")?;
    let parse: js_sys::Function = get(&parser, "parseFromString").dyn_into()?;
    let whole = ["<body class=\"report\">", html].concat();
    Ok(parse.call2(&parser, &whole.into(), &"text/html".into())?.unchecked_into())
}

fn keep(out: &mut String, rules: &[Rule], body: &Document) {
    for Rule { prelude, inside } in rules {
        match inside {
            Inside::Declared(text) if prelude == "@font-face" => {
                // The fallbacks, which the system has.
                if !text.contains("url(") {
                    out.extend([prelude, "{", text, "}\n"]);
                }
            }
            Inside::Declared(text) if prelude == "@page" => out.extend([prelude, "{", text, "}\n"]),
            Inside::Declared(text) => {
                // Nothing is fetched: pictures of controls are for controls.
                if prelude.starts_with('@') || text.is_empty() || text.contains("url(") {
                    continue;
                }
                let matches = |selector: &str| body.query_selector(selector).is_ok_and(|found| found.is_some());
                if let Some(selector) = usable(prelude, matches) {
                    out.extend([selector.as_str(), "{", text, "}\n"]);
                }
            }
            Inside::Rules(rules) => {
                let mut inside = String::new();
                keep(&mut inside, rules, body);
                if !inside.is_empty() {
                    out.extend([prelude, "{", &inside, "}\n"]);
                }
            }
        }
    }
}

/// The text of a file of the page's.
async fn fetched(address: &str) -> Result<String, Failure> {
    let response: Response = JsFuture::from(window().fetch_with_str(address)).await?.unchecked_into();
    if !response.ok() {
        return Err(Failure::Failed(["the file ", address, " did not arrive."].concat()));
    }
    Ok(JsFuture::from(response.text()?).await?.as_string().unwrap_or_default())
}

/// The faces that have a letter of this text, as rules with the files in them.
///
/// # Errors
/// When a file can't be had.
pub(super) async fn faces(text: &str) -> Result<String, Failure> {
    let mut out = String::new();
    for face in FACES.iter().filter(|face| face.serves(text)) {
        out.extend([
            "@font-face{font-family:\"",
            face.family,
            "\";font-weight:",
            face.weights,
            ";font-style:normal;src:url(data:font/woff2;base64,",
            &fetch_base64(face.file).await?,
            ") format(\"woff2\");unicode-range:",
            face.letters(),
            "}\n",
        ]);
    }
    Ok(out)
}

/// The source expression that lets a style of this text pass a content policy, and no other. Where the browser
/// gives a page no cryptography (one that isn't served safely), that for any style.
pub(super) async fn allowed(style: &str) -> String {
    let subtle = get(&get(&window(), "crypto"), "subtle");
    let digest = async {
        let digest: js_sys::Function = get(&subtle, "digest").dyn_into()?;
        let bytes = js_sys::Uint8Array::from(style.as_bytes());
        let promise: js_sys::Promise = digest.call2(&subtle, &"SHA-256".into(), &bytes)?.dyn_into()?;
        Ok::<_, JsValue>(js_sys::Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
    };
    match digest.await {
        Ok(hash) => ["'sha256-", &crate::app::charts::base64(&hash), "'"].concat(),
        Err(_) => "'unsafe-inline'".to_owned(),
    }
}
