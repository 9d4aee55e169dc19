//! A chart to take along: SVG that needs nothing else, PNG at twice the size.
//!
//! Both are made from the very scene on the page by [`crate::chart::svg`], with the page's own fonts inside,
//! and always in the light palette: a file goes into documents and slides, where the theme in which it
//! happened to be saved says nothing, and two files of one corpus should look alike. The fonts come from this page's folder, on demand.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::export;
use crate::app::by_pointer::ByPointer;
use crate::app::late;
use crate::chart::Scene;

/// Which kind of file.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// As it is drawn.
    Svg,
    /// As dots.
    Png,
}

impl Kind {
    /// What its name ends in.
    pub const fn extension(self) -> &'static str {
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
                let saved = match late::ready().await {
                    Ok(()) => export::save(kind, scenes, columns, name).await,
                    Err(reason) => Err(reason),
                };
                failed.set(match saved {
                    Ok(()) => None,
                    Err(error) => Some(explain(&error)),
                });
            });
        };
        html! { <button type="button" class="link" {title} {onclick}>{text}</button> }
    };
    html! {
        <>
            {button(Kind::Svg, "SVG", "Save this picture as an SVG file, in light colours")}
            {button(Kind::Png, "PNG", "Save this picture as a PNG file, in light colours, at twice the size")}
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
