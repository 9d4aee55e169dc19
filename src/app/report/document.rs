//! A report as one file.

use super::markup::{attribute, one_line, text, written};
use super::still::Still;
use super::{Failure, Report, Stop, Wanted, back, styles, words};
use crate::app::context::App;
use crate::app::labels;
use crate::app::take_along::share;
use crate::protocol::manifest::Manifest;
use crate::route::{State, View};

/// What a report is called where no title was given.
pub(super) const UNTITLED: &str = "A comparison of news texts";

/// Today by the machine's clock and place, as `2026-05-09`.
fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [now.get_full_year().to_string(), two(now.get_month() + 1), two(now.get_date())].join("-")
}

/// The address of the live page with this view open, and nothing beside it, for those who have the same texts.
fn live(app: &App, view: View) -> String {
    share::link_to(
        app,
        &State { view, reader: None, number: None, how: false, measure: None, ..(**app.state()).clone() },
    )
}

fn section(out: &mut String, id: &str, class: &str, inside: &str) {
    out.extend(["<section id=\"", id, "\" class=\"", class, "\">\n", inside, "</section>\n"]);
}

/// The title that stands at the top of a view, as text.
fn contents(out: &mut String, wanted: &Wanted) {
    out.push_str("<nav class=\"report-contents\" aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n");
    let mut item = |id: &str, name: &str, says: &str| {
        out.extend(["<li><a href=\"#", id, "\">", name, "</a>"]);
        if !says.is_empty() {
            out.extend([" <span class=\"soft\">", says, "</span>"]);
        }
        out.push_str("</li>\n");
    };
    item("settings", "Settings", "What is compared, and what is counted");
    for (place, view) in wanted.views.iter().enumerate() {
        item(&["view-", &(place + 1).to_string()].concat(), labels::view_name(*view), labels::view_question(*view));
    }
    item("methods", "Methods", "How its measures are computed");
    item("manifest", "Manifest", "What it was made from, with hashes");
    out.push_str("</ol>\n</nav>\n");
}

/// What it is put together from.
pub(super) struct Parts {
    /// The views, in their order.
    pub stills: Vec<Still>,
    /// The measures that they use.
    pub methods: Still,
    /// The manifest.
    pub manifest: Manifest,
    /// The page's stylesheets.
    pub sheets: Vec<styles::Sheet>,
}

fn body(app: &App, wanted: &Wanted, parts: &Parts) -> String {
    let Parts { stills, methods, manifest, .. } = parts;
    let mut out = String::from(
        "<main class=\"report-page\">\n<header class=\"report-head\">\n<p class=\"report-kind\">Parallax report</p>\n<h1>",
    );
    text(&mut out, &title(wanted));
    out.push_str("</h1>\n<p class=\"soft\">");
    text(
        &mut out,
        &[&labels::dated(&today()), " · ", &labels::counted(app.articles_on() as u32, "article", "articles")].concat(),
    );
    out.push_str("</p>\n");
    let note: Vec<&str> = wanted.note.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    if !note.is_empty() {
        out.push_str("<div class=\"report-note\">");
        for line in note {
            out.extend(["<p>", &written(line), "</p>"]);
        }
        out.push_str("</div>\n");
    }
    out.push_str("</header>\n");
    contents(&mut out, wanted);
    section(&mut out, "settings", "report-part", &["<h2>Settings</h2>\n<p class=\"soft\">They hold for all views. What a view has besides stands above its pictures.</p>\n", &words::settings(app)].concat());
    for (place, still) in stills.iter().enumerate() {
        let id = ["view-", &(place + 1).to_string()].concat();
        let mut inside = String::new();
        if let Some(view) = still.view {
            inside.extend(["<p class=\"report-name\"><span>", labels::view_name(view), "</span> <a"]);
            attribute(&mut inside, "href", &live(app, view));
            inside.push_str(">Live view</a></p>\n");
        }
        inside.push_str(&still.html);
        section(&mut out, &id, "report-part report-view", &inside);
    }
    let told = if methods.html.contains("class=\"measure\"") {
        ["<h2>Methods</h2>\n<p class=\"soft\">The measures that the views of this report show.</p>\n", &methods.html]
            .concat()
    } else {
        "<h2>Methods</h2>\n<p class=\"soft\">The views of this report count, and use no measure besides.</p>\n"
            .to_owned()
    };
    section(&mut out, "methods", "report-part report-methods", &told);
    let open = app.state().view;
    let open = if wanted.views.contains(&open) { open } else { wanted.views.first().copied().unwrap_or(open) };
    section(
        &mut out,
        "manifest",
        "report-part",
        &["<h2>Manifest</h2>\n", &back::manifest(app, manifest, &live(app, open))].concat(),
    );
    out.push_str("</main>\n");
    out
}

fn title(wanted: &Wanted) -> String {
    let title = one_line(&wanted.title);
    if title.is_empty() { UNTITLED.to_owned() } else { title }
}

/// Puts it together.
pub(super) async fn whole(app: &App, wanted: &Wanted, parts: &Parts, stop: &Stop) -> Result<Report, Failure> {
    let body = body(app, wanted, parts);
    let stills = &parts.stills;
    let rules = styles::for_report(&parts.sheets, &body).await?;
    stop.check()?;
    let style = [styles::faces(&body).await?, rules].concat();
    stop.check()?;
    let policy = [
        "default-src 'none'; style-src ",
        &styles::allowed(&style).await,
        "; font-src data:; img-src data:; base-uri 'none'; form-action 'none'",
    ]
    .concat();
    let mut html = String::from(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"",
    );
    attribute(&mut html, "content", &policy);
    html.push_str(">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<title>");
    text(&mut html, &title(wanted));
    html.extend([
        "</title>\n<style>",
        &style,
        "</style>\n</head>\n<body class=\"report\">\n",
        &body,
        "</body>\n</html>\n",
    ]);
    Ok(Report {
        name: ["parallax-report-", &today(), ".html"].concat(),
        charts: stills.iter().map(|still| still.charts).sum(),
        tables: stills.iter().map(|still| still.tables).sum(),
        rows: stills.iter().map(|still| still.all_rows).sum(),
        sizes: stills.iter().filter_map(|still| Some((still.view?, still.html.len() as u32))).collect(),
        html,
    })
}
