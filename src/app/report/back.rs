//! What a report ends with: the methods it used, the texts, the manifest.

use std::rc::Rc;

use yew::prelude::*;

use super::markup::{text, written};
use crate::app::ask::{MethodsQuestion, use_answer};
use crate::app::context::App;
use crate::app::labels;
use crate::app::pages::method_entry;
use crate::protocol::Measure;
use crate::protocol::manifest::{Hashed, Manifest};

/// See [`Methods`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct MethodsProps {
    /// The keys of the measures.
    pub keys: Rc<[String]>,
}

/// The entries of some measures, by their groups, in the catalogue's order.
#[component]
pub(super) fn Methods(props: &MethodsProps) -> Html {
    let answer = use_answer(Some(MethodsQuestion));
    let used = answer.report().into_iter().flatten().filter(|measure| props.keys.contains(&measure.key));
    let mut groups: Vec<(&str, Vec<&Measure>)> = Vec::new();
    for measure in used {
        match groups.iter_mut().find(|(group, _)| *group == measure.group) {
            Some((_, of)) => of.push(measure),
            None => groups.push((&measure.group, vec![measure])),
        }
    }
    html! {
        <div class="methods-used">
            { for groups.iter().map(|(group, measures)| html! {
                <section class="measures">
                    // Below the heading that the report has for them all.
                    <h2>{ *group }</h2>
                    { for measures.iter().map(|measure| method_entry(measure, false)) }
                </section>
            }) }
        </div>
    }
}

fn row(out: &mut String, cells: &[&str]) {
    out.push_str("<tr>");
    for (at, cell) in cells.iter().enumerate() {
        out.push_str(if at == 0 { "<th scope=\"row\">" } else { "<td>" });
        text(out, cell);
        out.push_str(if at == 0 { "</th>" } else { "</td>" });
    }
    out.push_str("</tr>\n");
}

fn hashes(out: &mut String, title: &str, list: &[Hashed]) {
    if list.is_empty() {
        return;
    }
    out.extend([
        "<h3>",
        title,
        "</h3>\n<div class=\"hashes\" tabindex=\"0\" role=\"group\" aria-label=\"",
        title,
        "\"><table><caption class=\"unseen\">",
        title,
        "</caption><thead><tr><th scope=\"col\">What</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n",
    ]);
    for hashed in list {
        row(out, &[&hashed.name, &hashed.sha256]);
    }
    out.push_str("</tbody></table></div>\n");
}

/// The texts and everything else that says what the analysis was made from; `live` is the address of the live view.
pub(super) fn manifest(app: &App, manifest: &Manifest, live: &str) -> String {
    let mut out = String::from(
        "<p>Whoever opens the live view with the same texts gets the same numbers: the hashes tell whether they are. A text’s is that of its bytes, a result’s that of the table as the live view writes it to CSV.</p>\n<p>Live view: <a class=\"report-address\" href=\"",
    );
    text(&mut out, live);
    out.push_str("\">");
    text(&mut out, live);
    out.push_str("</a></p>\n<h3>Texts</h3>\n<div class=\"hashes\" tabindex=\"0\" role=\"group\" aria-label=\"Texts\"><table><caption class=\"unseen\">Texts</caption><thead><tr><th scope=\"col\">Text</th><th scope=\"col\">Outlet</th><th scope=\"col\">Published</th><th scope=\"col\">Took part</th><th scope=\"col\">SHA-256</th></tr></thead><tbody>\n");
    for found in &manifest.texts {
        let note = app.articles().iter().find(|article| article.id == found.id);
        let title = match note {
            Some(note) => [&labels::letter(note.article), " ", &found.title].concat(),
            None => found.title.clone(),
        };
        let outlet = note.map(labels::outlet).unwrap_or_default();
        let date = note.map(|note| labels::date(&note.published)).unwrap_or_default();
        row(&mut out, &[&title, &outlet, &date, if found.on { "yes" } else { "no" }, &found.sha256]);
    }
    out.push_str("</tbody></table></div>\n");
    let mut rest = manifest.results.clone();
    rest.push(Hashed { name: "stop words in force".into(), sha256: manifest.stop_words_sha256.clone() });
    hashes(&mut out, "Results", &rest);
    hashes(&mut out, "Word lists", &manifest.lists);
    if !manifest.seeds.is_empty() {
        let seeds = manifest.seeds.iter().map(|seed| [seed.name.as_str(), " ", &seed.seed.to_string()].concat());
        out.extend(["<p>Seeds: ", &written(&seeds.collect::<Vec<_>>().join("; ")), ".</p>\n"]);
    }
    out.extend(["<p>Made by Parallax ", &written(&manifest.version), ".</p>\n"]);
    out
}
