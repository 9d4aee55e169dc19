//! The settings in words: what is compared, what counts as a word, what is counted.

use super::markup::text;
use crate::app::context::App;
use crate::app::labels;
use crate::app::shell::{grouped_by, settings_told};

fn line(out: &mut String, name: &str, value: &str) {
    out.push_str("<div><dt>");
    text(out, name);
    out.push_str("</dt><dd>");
    text(out, value);
    out.push_str("</dd></div>\n");
}

/// The settings in force, as a list of names and values. What a view has besides stands above its pictures.
pub(super) fn settings(app: &App) -> String {
    let settings = &app.state().settings;
    let mut out = String::from("<dl class=\"report-settings\">\n");
    let on = app.articles_on() as u32;
    let articles = labels::counted(on, "article", "articles");
    let compared = if app.by_groups() {
        let groups = app.compared().iter().filter(|unit| unit.on).count() as u32;
        [&labels::counted(groups, "group", "groups"), " of ", &articles, ", grouped ", &grouped_by(settings)].concat()
    } else {
        [&articles, ", each by itself"].concat()
    };
    line(&mut out, "What is compared", &compared);
    if app.by_groups() {
        for group in app.compared().iter().filter(|unit| unit.on) {
            let of = app.page().groups().map_or(&[][..], |groups| groups.members_of(group.article));
            let on = |number: &&u32| app.article(**number).is_some_and(|article| article.on);
            let of: Vec<String> = of.iter().filter(on).map(|number| labels::letter(*number)).collect();
            let name = [&labels::letter(group.article), " ", &group.title].concat();
            line(&mut out, &name, &of.join(", "));
        }
    }
    let off: Vec<String> = app
        .articles()
        .iter()
        .filter(|article| settings.off.contains(&article.id))
        .map(|article| [&labels::letter(article.article), " ", &article.title].concat())
        .collect();
    if !off.is_empty() {
        line(&mut out, "Left out", &off.join("; "));
    }
    for (name, on) in settings_told(settings) {
        line(&mut out, name, if on { "yes" } else { "no" });
    }
    let stop = &settings.stop_words;
    line(
        &mut out,
        "Stop words",
        if stop.hidden { "hidden in tables and pictures, counted all the same" } else { "shown" },
    );
    if !stop.added.is_empty() {
        line(&mut out, "Hidden too", &stop.added.join(", "));
    }
    if !stop.removed.is_empty() {
        line(&mut out, "Shown all the same", &stop.removed.join(", "));
    }
    out.push_str("</dl>\n");
    out
}
