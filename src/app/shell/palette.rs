//! The palette: every view and command, by typing.

use yew::prelude::*;

use super::groups;
use crate::app::components::{Choice, Chooser, Modal};
use crate::app::context::{App, use_app};
use crate::app::labels;
use crate::app::state::{Action, Overlay};
use crate::app::theme::Theme;
use crate::route::keys::VIEWS;

struct Command {
    label: AttrValue,
    hint: &'static str,
    run: Box<dyn Fn(&App)>,
}

fn command(label: impl Into<AttrValue>, hint: &'static str, run: impl Fn(&App) + 'static) -> Command {
    Command { label: label.into(), hint, run: Box::new(run) }
}

/// Every command; of many on articles those that have the words typed, the first of them.
fn commands(app: &App, typed: &str) -> Vec<Command> {
    let mut commands: Vec<Command> = VIEWS
        .iter()
        .map(|(view, _)| {
            let view = *view;
            let label = [labels::view_name(view), ": ", labels::view_question(view)].concat();
            command(label, "view", move |app| app.go(view))
        })
        .collect();
    let mut room = ARTICLES;
    for article in app.articles() {
        let number = article.article;
        let name = [&labels::letter(number), ": ", &article.title].concat();
        let read = ["Read ", &name].concat();
        let switch = [if article.on { "Leave out " } else { "Take in " }, &name].concat();
        if room > 0 && fits(&read, typed) {
            commands.push(command(read, "article", move |app| app.open_article(number)));
            room -= 1;
        }
        if room > 0 && fits(&switch, typed) {
            let id = article.id.clone();
            commands.push(command(switch, "article", move |app| toggle_article(app, &id)));
            room -= 1;
        }
        if room == 0 {
            break;
        }
    }
    let settings = &app.state().settings;
    let label = if settings.furniture { "Leave page furniture out of every count" } else { "Count page furniture" };
    commands.push(command(label, "setting", |app| {
        app.change(|state| state.settings.furniture = !state.settings.furniture)
    }));
    let label = if settings.stop_words.hidden { "Show stop words" } else { "Hide stop words" };
    commands.push(command(label, "setting", |app| {
        app.change(|state| state.settings.stop_words.hidden = !state.settings.stop_words.hidden);
    }));
    for (place, name) in groups::commands() {
        commands.push(command(name, "setting", move |app| groups::choose(app, place)));
    }
    commands.push(command("Add texts of your own", "command", |app| app.open(Overlay::AddTexts)));
    commands.push(command("Take along: file, link, report, tables", "command", |app| app.open(Overlay::TakeAlong)));
    commands.push(command("All settings", "command", |app| app.open(Overlay::Settings)));
    commands.push(command("Save or open a manifest of this analysis", "command", |app| app.open(Overlay::Manifest)));
    commands.push(command("See that nothing leaves this machine", "command", |app| app.open(Overlay::Privacy)));
    commands.push(command("Reset all settings", "command", |app| {
        app.change(|state| state.settings = crate::protocol::Settings::default());
    }));
    if app.page().can_undo() {
        commands.push(command("Undo", "Ctrl+Z", |app| app.act(Action::Undo)));
    }
    if app.page().can_redo() {
        commands.push(command("Redo", "Ctrl+Shift+Z", |app| app.act(Action::Redo)));
    }
    if app.state().reader.is_some() {
        commands.push(command("Close the reader", "Esc", |app| app.change(|state| state.reader = None)));
    }
    commands.push(command("Print this view", "command", |_| {
        // After the palette has gone from the page.
        gloo::timers::callback::Timeout::new(50, || {
            let _ = gloo::utils::window().print();
        })
        .forget();
    }));
    for theme in [Theme::Auto, Theme::Light, Theme::Dark] {
        let label = ["Theme: ", if theme == Theme::Auto { "as the system has it" } else { theme.name() }].concat();
        commands.push(command(label, "command", move |_| theme.wear()));
    }
    commands.push(command("Keys", "?", |app| app.open(Overlay::Keys)));
    commands
}

/// Takes an article in, or leaves it out.
pub(super) fn toggle_article(app: &App, id: &str) {
    let id = id.to_owned();
    app.change(move |state| {
        let off = &mut state.settings.off;
        match off.iter().position(|other| *other == id) {
            Some(at) => {
                off.remove(at);
            }
            None => off.push(id),
        }
    });
}

/// Most commands on articles that are listed at a time; more are found by typing.
const ARTICLES: usize = 24;

/// Whether every word of what was typed is in the label.
fn fits(label: &str, typed: &str) -> bool {
    let label = labels::lower_case(label);
    labels::lower_case(typed).split_whitespace().all(|word| label.contains(word))
}

/// The palette.
#[component]
pub(super) fn Palette() -> Html {
    let app = use_app();
    let text = use_state_eq(String::new);
    let mut found = commands(&app, &text);
    found.retain(|command| fits(&command.label, &text));
    let choices: Vec<Choice> = found
        .iter()
        .map(|command| Choice { label: command.label.clone(), hint: command.hint.into(), term: false })
        .collect();
    let none = choices.is_empty();
    let on_close = {
        let app = app.clone();
        Callback::from(move |()| app.act(Action::Close(Overlay::Palette)))
    };
    let on_choose = Callback::from(move |at: usize| {
        app.act(Action::Close(Overlay::Palette));
        if let Some(command) = found.get(at) {
            (command.run)(&app);
        }
    });
    let on_text = {
        let text = text.clone();
        Callback::from(move |typed: String| text.set(typed))
    };
    // Leaving the field is no reason to close: the dialog holds the focus.
    let on_leave = Callback::from(|()| ());
    part!(Modal {
        title: "Views and commands",
        class: "palette",
        bare: true,
        on_close,
        children: html! { <>
            { part!(Chooser {
                id: "palette", label: "Views and commands",
                placeholder: "Go to a view, read an article, change a setting", text: (*text).clone(), on_text,
                choices, open: true, on_choose, on_leave, autofocus: true,
            }) }
            if none {
                <p class="empty">{ "No view or command has these words. Clear the field to see all." }</p>
            }
        </> }
    })
}
