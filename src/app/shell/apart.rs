//! What the first view does without: the other views, the reader, search and the dialogs. The build splits
//! them off (`src/bin/split`); kept out of line so that it can. Called once the late part is there
//! ([`late`](crate::app::late)).

use yew::prelude::*;

use super::groups::{CompareChoice, GroupList};
use super::how::How;
use super::in_sight::InSight;
use super::keyboard::Keys;
use super::manifest::ManifestDialog;
use super::many::{Listed, Pager};
use super::palette::Palette;
use super::print_note::PrintNote;
use super::privacy::PrivacyDialog;
use super::scroll_place::ScrollPlace;
use super::search::Search;
use super::settings::SettingsDialog;
use crate::app::context::App;
use crate::app::corpus::add::AddTexts;
use crate::app::drawn;
use crate::app::offline::Offline;
use crate::app::pages;
use crate::app::pages::units_note;
use crate::app::reader::Reader;
use crate::app::state::Overlay;
use crate::app::take_along::arrive::Arrived;
use crate::app::take_along::{self, TakeAlong};
use crate::route::View;

/// Any view but the first.
#[inline(never)]
pub fn view(view: View) -> Html {
    match view {
        View::Overview => html! {},
        View::Keywords => part!(pages::Keywords),
        View::Frequency => part!(pages::Frequency),
        View::Compare => part!(pages::Compare),
        View::Quotes => part!(pages::Quotes),
        View::Coverage => part!(pages::Coverage),
        View::Style => part!(pages::Style),
        View::Corpus => part!(pages::Corpus),
        View::Methods => part!(pages::Methods),
    }
}

/// Keeps the view's name in the navigation in sight.
#[inline(never)]
pub fn in_sight(view: View) -> Html {
    part!(InSight { view })
}

/// Has the browser keep the page.
#[inline(never)]
pub fn offline() -> Html {
    part!(Offline)
}

/// Goes back to where one was on the page.
#[inline(never)]
pub fn scroll_place() -> Html {
    part!(ScrollPlace)
}

/// The search field, with what was typed before it was there.
#[inline(never)]
pub fn search(begun: Option<AttrValue>) -> Html {
    part!(Search { begun })
}

/// That the first view is of articles, where groups are compared.
#[inline(never)]
pub fn units_note(app: &App) -> Html {
    units_note::units_note(app, units_note::EACH_BY_ITSELF)
}

/// The choice of what is compared.
#[inline(never)]
pub fn compare() -> Html {
    part!(CompareChoice)
}

/// The groups with their articles, of which the longest has so many words.
#[inline(never)]
pub fn groups(longest: u32) -> Html {
    part!(GroupList { longest })
}

/// What leads through the list where there are more than are drawn.
#[inline(never)]
pub fn pager() -> Html {
    part!(Pager)
}

/// A page of that list.
#[inline(never)]
pub fn listed(longest: u32) -> Html {
    part!(Listed { longest })
}

/// The numbers of the units that the address has drawn.
#[inline(never)]
pub fn drawn(app: &App) -> Vec<u32> {
    drawn::wanted(app)
}

/// The buttons for taking along: one copies the link, one opens the dialog.
#[inline(never)]
pub fn copy_link() -> Html {
    part!(take_along::Buttons)
}

/// The note under a printed view.
#[inline(never)]
pub fn print_note() -> Html {
    part!(PrintNote)
}

/// How a number is computed.
#[inline(never)]
pub fn how() -> Html {
    part!(How)
}

/// The reader.
#[inline(never)]
pub fn reader() -> Html {
    part!(Reader)
}

/// What lies on top of the page, from below.
#[inline(never)]
pub fn overlays(overlays: &[Overlay]) -> Html {
    let overlay = |overlay: &Overlay| match overlay {
        Overlay::Palette => part!(Palette, key: "palette"),
        Overlay::Keys => part!(Keys, key: "keys"),
        Overlay::Manifest => part!(ManifestDialog, key: "manifest"),
        Overlay::Privacy => part!(PrivacyDialog, key: "privacy"),
        Overlay::AddTexts => part!(AddTexts, key: "add-texts"),
        Overlay::Arrived => part!(Arrived, key: "arrived"),
        Overlay::TakeAlong => part!(TakeAlong, key: "take-along"),
        Overlay::Settings => part!(SettingsDialog, key: "settings"),
        Overlay::Rail => html! { <span key="rail" hidden=true /> }, // The rail is there; its class shows it.
    };
    html! { <>{ for overlays.iter().map(overlay) }</> }
}
