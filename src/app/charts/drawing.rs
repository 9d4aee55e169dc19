//! A scene as SVG elements. Colours and faces are classes (`static/charts.css`), sizes are
//! attributes: a strict content policy drops every `style`.

use yew::prelude::*;

use crate::app::by_pointer::ByPointer;
use crate::chart::{Align, Ink, Mark, Scene, Shape, Type};

/// A length as an attribute: two digits after the point at most, no exponent.
pub(super) fn length(x: f64) -> AttrValue {
    let scaled = (x * 100.0).round() as i64;
    let (whole, rest) = (scaled.unsigned_abs() / 100, scaled.unsigned_abs() % 100);
    let sign = if scaled < 0 { "-" } else { "" };
    AttrValue::from(match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest if rest < 10 => format!("{sign}{whole}.0{rest}"),
        rest => format!("{sign}{whole}.{rest}"),
    })
}

/// Number of article colours in `static/charts.css`; the palette repeats after its last.
const ARTICLE_COLOURS: u32 = 8;

/// The name of an ink in class names: `ink-soft`, `ink-a3`, `ink-q8`.
fn ink_name(ink: Ink) -> String {
    match ink {
        Ink::Ink => "ink".into(),
        Ink::Soft => "soft".into(),
        Ink::Line => "line".into(),
        Ink::Paper => "paper".into(),
        Ink::Accent => "accent".into(),
        Ink::Article(n) => format!("a{}", n % ARTICLE_COLOURS),
        Ink::Sequential(step) => format!("q{}", step.min(8)),
        Ink::Plus => "plus".into(),
        Ink::Minus => "minus".into(),
        Ink::None => "none".into(),
    }
}

/// The classes of a shape: what fills it and what outlines it.
fn paint(fill: Ink, stroke: Ink) -> AttrValue {
    AttrValue::from(format!("f-{} s-{}", ink_name(fill), ink_name(stroke)))
}

fn shape(shape: &Shape) -> Html {
    match shape {
        Shape::Line { x1, y1, x2, y2, ink, width, opacity, dash, round } => html! {
            <line x1={length(*x1)} y1={length(*y1)} x2={length(*x2)} y2={length(*y2)} class={paint(Ink::None, *ink)}
                stroke-width={length(*width)} stroke-opacity={length(*opacity)}
                stroke-dasharray={(!dash.is_empty()).then_some(*dash)} stroke-linecap={round.then_some("round")} />
        },
        Shape::Rect { x, y, width, height, radius, fill, stroke, opacity } => html! {
            <rect x={length(*x)} y={length(*y)} width={length(width.max(0.0))} height={length(height.max(0.0))} rx={length(*radius)}
                class={paint(*fill, *stroke)} fill-opacity={length(*opacity)} />
        },
        Shape::Circle { x, y, radius, fill, stroke, opacity } => html! {
            <circle cx={length(*x)} cy={length(*y)} r={length(*radius)} class={paint(*fill, *stroke)} fill-opacity={length(*opacity)} />
        },
        Shape::Path { d, fill, stroke, width, opacity } => html! {
            <path d={d.clone()} class={paint(*fill, *stroke)} stroke-width={length(*width)} fill-opacity={length(*opacity)} />
        },
        Shape::Text { x, y, text, face, ink, align, turn } => {
            let face = match face {
                Type::Term => "t-term",
                Type::Tick => "t-tick",
                Type::Label => "t-label",
                Type::Badge => "t-badge",
            };
            let anchor = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            let turn = (*turn != 0.0).then(|| format!("rotate({} {} {})", length(*turn), length(*x), length(*y)));
            html! {
                <text x={length(*x)} y={length(*y)} class={format!("{face} f-{}", ink_name(*ink))} text-anchor={anchor} transform={turn}>
                    {text.as_str()}
                </text>
            }
        }
    }
}

fn shapes(list: &[Shape]) -> Html {
    list.iter().map(shape).collect()
}

fn mark((number, mark): (usize, &Mark), opens: bool) -> Html {
    let (x, y, width, height) = mark.area;
    html! {
        <rect class="chart-mark" data-mark={number.to_string()} tabindex="-1" role={if opens { "button" } else { "img" }}
            aria-label={mark.label.clone()}
            x={length(x)} y={length(y)} width={length(width.max(0.0))} height={length(height.max(0.0))} />
    }
}

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct DrawingProps {
    /// The scene; drawn anew only when it is another one.
    pub scene: ByPointer<Scene>,
    /// Whether a click on a mark opens something.
    pub opens: bool,
}

/// The shapes and marks of a scene, for the inside of an `svg` element.
///
/// Each mark answers to pointer and keyboard by a rectangle of its own over what is drawn of it, which carries
/// its words and its number in `data-mark`; whoever holds the `svg` listens there for all of them. So
/// the figures inside a mark are not read out beside its words. No mark can be reached by the Tab key
/// until its holder says which one.
#[component]
pub fn Drawing(props: &DrawingProps) -> Html {
    let scene = &props.scene;
    html! {
        <>
            <g class="chart-drawn" aria-hidden="true">
                {shapes(&scene.back)}
                {scene.marks.iter().map(|mark| shapes(&mark.shapes)).collect::<Html>()}
                {shapes(&scene.front)}
            </g>
            {scene.marks.iter().enumerate().map(|m| mark(m, props.opens)).collect::<Html>()}
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_lengths_shortly() {
        for (x, text) in
            [(0.0, "0"), (12.0, "12"), (12.5, "12.5"), (12.04, "12.04"), (-0.25, "-0.25"), (-3.0, "-3"), (0.004, "0")]
        {
            assert_eq!(length(x).as_str(), text);
        }
    }
}
