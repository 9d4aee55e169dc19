//! A scene as an SVG file that stands alone: title, description, legend, literal colours, its own faces.

use super::draw;
use super::face::Face;
use super::measure;
use super::scene::{Align, Ink, Scene, Shape, Type};
use super::theme::Theme;
use super::ticks::coordinate;

/// Space around the picture.
const MARGIN: f64 = 20.0;
const TITLE_SIZE: f64 = 20.0;
const TITLE_LINE: f64 = 25.0;
const TEXT_LINE: f64 = 17.0;
const LEGEND_ROW: f64 = 20.0;

/// The families of a face: the embedded one, then what systems have.
const SERIF: &str = "'Parallax Serif',Georgia,serif";
const SANS: &str = "'Parallax Sans',Arial,sans-serif";

/// The whole file, UTF-8 text. With the faces to embed, each with its WOFF2 file as base64: what they don't
/// letter, a viewer's own serif and sans do.
pub fn write(scene: &Scene, theme: &Theme, faces: &[(Face, String)]) -> String {
    let title = lines_of_title(&scene.title, scene.width);
    // A picture without marks consists of its summary already.
    let summary =
        if scene.marks.is_empty() { Vec::new() } else { draw::wrap(&scene.summary, Type::Label, scene.width) };
    let head = TITLE_LINE * title.len() as f64 + TEXT_LINE * summary.len() as f64 + 14.0;
    let (legend, legend_height) = legend_places(scene);
    let width = scene.width + 2.0 * MARGIN;
    let height = head + scene.height + legend_height + 2.0 * MARGIN;

    let embedded: usize = faces.iter().map(|(_, data)| data.len()).sum();
    let mut out = String::with_capacity(4096 + 160 * scene.marks.len() + embedded);
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"");
    number(&mut out, "width", width);
    number(&mut out, "height", height);
    out.push_str(" viewBox=\"0 0 ");
    out.push_str(&coordinate(width));
    out.push(' ');
    out.push_str(&coordinate(height));
    out.push_str("\">\n<title id=\"title\">");
    escape(&mut out, &scene.title);
    out.push_str("</title>\n<desc id=\"desc\">");
    escape(&mut out, &scene.summary);
    out.push_str("</desc>\n");
    style(&mut out, faces);

    out.push_str("<rect width=\"100%\" height=\"100%\"");
    attribute(&mut out, "fill", theme.paper);
    out.push_str("/>\n<g class=\"h\"");
    attribute(&mut out, "fill", theme.ink);
    out.push_str(">\n");
    let mut y = MARGIN + 16.0;
    for words in &title {
        plain_text(&mut out, MARGIN, y, words);
        y += TITLE_LINE;
    }
    out.push_str("</g>\n<g class=\"l\"");
    attribute(&mut out, "fill", theme.soft);
    out.push_str(">\n");
    y -= 4.0;
    for words in &summary {
        plain_text(&mut out, MARGIN, y, words);
        y += TEXT_LINE;
    }
    out.push_str("</g>\n");

    translate(&mut out, MARGIN, MARGIN + head);
    for shape in &scene.back {
        draw_shape(&mut out, shape, theme);
    }
    for mark in &scene.marks {
        out.push_str("<g><title>");
        escape(&mut out, &mark.label);
        out.push_str("</title>\n");
        for shape in &mark.shapes {
            draw_shape(&mut out, shape, theme);
        }
        out.push_str("</g>\n");
    }
    for shape in &scene.front {
        draw_shape(&mut out, shape, theme);
    }
    out.push_str("</g>\n");

    if !legend.is_empty() {
        translate(&mut out, MARGIN, MARGIN + head + scene.height + 8.0);
        for ((ink, words), (x, y)) in scene.legend.iter().zip(legend) {
            let swatch = measure::Area::new(x, y, 11.0, 11.0);
            draw_shape(&mut out, &draw::rect(swatch, 2.0, *ink, 1.0), theme);
            let words = measure::fit(words, Type::Label, scene.width - 18.0);
            let shape = draw::text(x + 18.0, y + 10.0, words, Type::Label, Ink::Soft, Align::Start);
            draw_shape(&mut out, &shape, theme);
        }
        out.push_str("</g>\n");
    }
    out.push_str("</svg>\n");
    out
}

/// The title over as many lines as it takes; [`Type::Term`] is its face, larger.
fn lines_of_title(title: &str, width: f64) -> Vec<String> {
    draw::wrap(title, Type::Term, width * Type::Term.size() / TITLE_SIZE * 0.97)
}

/// Where each entry of the legend stands, side by side as far as there is room; and their height.
fn legend_places(scene: &Scene) -> (Vec<(f64, f64)>, f64) {
    let (mut x, mut y, mut places) = (0.0, 0.0, Vec::with_capacity(scene.legend.len()));
    for (_, words) in &scene.legend {
        let wide = (18.0 + measure::width(words, Type::Label)).min(scene.width);
        if x > 0.0 && x + wide > scene.width {
            (x, y) = (0.0, y + LEGEND_ROW);
        }
        places.push((x, y));
        x += wide + 20.0;
    }
    let height = if places.is_empty() { 0.0 } else { y + LEGEND_ROW + 4.0 };
    (places, height)
}

fn style(out: &mut String, faces: &[(Face, String)]) {
    out.push_str("<style>\n");
    for (face, data) in faces {
        out.push_str("@font-face{font-family:'");
        out.push_str(face.family);
        out.push_str("';font-weight:");
        out.push_str(face.weights);
        out.push_str(";unicode-range:");
        out.push_str(face.letters());
        out.push_str(";src:url(data:font/woff2;base64,");
        // Base64 has no character that could end the address; anything else is not base64.
        out.extend(data.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '/' | '=')));
        out.push_str(") format('woff2')}\n");
    }
    let rules = [
        ("h", "500", "20px", SERIF, ""),
        ("w", "400", "15px", SERIF, ""),
        ("l", "400", "12px", SANS, ";font-feature-settings:'tnum'"),
        ("t", "400", "11px", SANS, ";font-feature-settings:'tnum'"),
        ("b", "700", "11px", SANS, ";font-feature-settings:'tnum'"),
    ];
    for (class, weight, size, family, more) in rules {
        out.push('.');
        for part in [class, "{font:", weight, " ", size, " ", family, more, "}\n"] {
            out.push_str(part);
        }
    }
    out.push_str("</style>\n");
}

fn class(face: Type) -> &'static str {
    match face {
        Type::Term => "w",
        Type::Label => "l",
        Type::Tick => "t",
        Type::Badge => "b",
    }
}

fn draw_shape(out: &mut String, shape: &Shape, theme: &Theme) {
    match shape {
        Shape::Line { x1, y1, x2, y2, ink, width, opacity, dash, round } => {
            out.push_str("<line");
            for (name, value) in [("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)] {
                number(out, name, *value);
            }
            attribute(out, "stroke", theme.colour(*ink));
            if *width != 1.0 {
                number(out, "stroke-width", *width);
            }
            if *opacity < 1.0 {
                number(out, "stroke-opacity", *opacity);
            }
            if !dash.is_empty() {
                attribute(out, "stroke-dasharray", dash);
            }
            if *round {
                attribute(out, "stroke-linecap", "round");
            }
            out.push_str("/>\n");
        }
        Shape::Rect { x, y, width, height, radius, fill, stroke, opacity } => {
            out.push_str("<rect");
            for (name, value) in [("x", x), ("y", y), ("width", width), ("height", height)] {
                number(out, name, *value);
            }
            if *radius > 0.0 {
                number(out, "rx", *radius);
            }
            paint(out, theme, *fill, *stroke, if *stroke == Ink::None { 0.0 } else { 1.5 }, *opacity);
        }
        Shape::Circle { x, y, radius, fill, stroke, opacity } => {
            out.push_str("<circle");
            for (name, value) in [("cx", x), ("cy", y), ("r", radius)] {
                number(out, name, *value);
            }
            // A filled disc is set off from its neighbours by a thin line; an open one is all line.
            let width = match (fill, stroke) {
                (_, Ink::None) => 0.0,
                (_, Ink::Paper) => 0.75,
                _ => 1.5,
            };
            paint(out, theme, *fill, *stroke, width, *opacity);
        }
        Shape::Path { d, fill, stroke, width, opacity } => {
            out.push_str("<path");
            attribute(out, "d", d);
            paint(out, theme, *fill, *stroke, *width, *opacity);
        }
        Shape::Text { x, y, text, face, ink, align, turn } => {
            if text.is_empty() {
                return;
            }
            out.push_str("<text");
            attribute(out, "class", class(*face));
            number(out, "x", *x);
            number(out, "y", *y);
            attribute(out, "fill", theme.colour(*ink));
            match align {
                Align::Start => {}
                Align::Middle => attribute(out, "text-anchor", "middle"),
                Align::End => attribute(out, "text-anchor", "end"),
            }
            if *turn != 0.0 {
                let turn = format!("rotate({} {} {})", coordinate(*turn), coordinate(*x), coordinate(*y));
                attribute(out, "transform", &turn);
            }
            out.push('>');
            escape(out, text);
            out.push_str("</text>\n");
        }
    }
}

fn paint(out: &mut String, theme: &Theme, fill: Ink, stroke: Ink, width: f64, opacity: f64) {
    attribute(out, "fill", theme.colour(fill));
    if fill != Ink::None && opacity < 1.0 {
        number(out, "fill-opacity", opacity);
    }
    if stroke != Ink::None && width > 0.0 {
        attribute(out, "stroke", theme.colour(stroke));
        if width != 1.0 {
            number(out, "stroke-width", width);
        }
    }
    out.push_str("/>\n");
}

fn translate(out: &mut String, x: f64, y: f64) {
    out.push_str("<g transform=\"translate(");
    out.push_str(&coordinate(x));
    out.push(' ');
    out.push_str(&coordinate(y));
    out.push_str(")\">\n");
}

fn plain_text(out: &mut String, x: f64, y: f64, words: &str) {
    out.push_str("<text");
    number(out, "x", x);
    number(out, "y", y);
    out.push('>');
    escape(out, words);
    out.push_str("</text>\n");
}

fn number(out: &mut String, name: &str, value: f64) {
    attribute(out, name, &coordinate(value));
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

/// Writes text so that XML 1.0 reads the same characters; what XML cannot hold is left out, line ends become blanks.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::face::FACES;
    use super::super::theme::LIGHT;
    use super::*;

    #[test]
    fn text_of_any_kind_is_escaped() {
        let mut out = String::new();
        escape(&mut out, "a < b & \"c\" >\u{0}\u{8}\n漢");
        assert_eq!(out, "a &lt; b &amp; &quot;c&quot; &gt; 漢");
    }

    #[test]
    fn a_file_stands_alone() {
        let mut scene = draw::nothing(300.0, "Rutte & \"allies\"", "Nothing <here>.");
        scene.legend = vec![(Ink::Article(0), "A".into())];
        let file = write(&scene, &LIGHT, &[(FACES[0], "QUJD".into()), (FACES[1], "REVG)}*{x:url(//e)".into())]);
        assert!(file.contains("<title id=\"title\">Rutte &amp; &quot;allies&quot;</title>"));
        assert!(file.contains("<desc id=\"desc\">Nothing &lt;here&gt;.</desc>"));
        assert!(file.contains("data:font/woff2;base64,QUJD)"));
        assert!(!file.contains("var("), "literal colours only");
        assert!(!file.contains(")}*{"), "what is not base64 doesn't reach the stylesheet");
        assert!(file.contains(LIGHT.paper) && file.contains(LIGHT.articles[0]));
    }
}
