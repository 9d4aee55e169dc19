//! Which column of a table is what.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::state::{Event, Import};
use crate::app::labels;
use crate::import::outcome::{Mapping, Table};

type Slot = fn(&mut Mapping) -> &mut Option<u32>;

const SLOTS: [(&str, Slot); 9] = [
    ("Text", |mapping| &mut mapping.text),
    ("Title", |mapping| &mut mapping.title),
    ("Outlet", |mapping| &mut mapping.outlet),
    ("Date", |mapping| &mut mapping.date),
    ("Author", |mapping| &mut mapping.author),
    ("Language", |mapping| &mut mapping.language),
    ("Place", |mapping| &mut mapping.place),
    ("Label", |mapping| &mut mapping.label),
    ("Id", |mapping| &mut mapping.id),
];

/// The choices for every table that came.
pub fn tables(import: &Import, anew: &Callback<Event>) -> Html {
    let of_file = |(number, file): (usize, &super::state::Incoming)| -> Vec<Html> {
        let each = |table: &Table| {
            let choices = file.choices_for(&table.place);
            one(
                table,
                &anew.reform(move |mapping| {
                    Event::Anew(number, crate::import::outcome::Choices { mapping: Some(mapping), ..choices.clone() })
                }),
            )
        };
        file.tables.iter().map(each).collect()
    };
    html! { <>{ for import.files.iter().enumerate().flat_map(of_file) }</> }
}

fn one(table: &Table, choose: &Callback<Mapping>) -> Html {
    let select = |(name, slot): &(&'static str, Slot)| {
        let (slot, mut mapping) = (*slot, table.mapping);
        let now = *slot(&mut mapping);
        let choose = choose.clone();
        let onchange = move |event: web_sys::Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut mapping = mapping;
            *slot(&mut mapping) = chosen.parse().ok();
            choose.emit(mapping);
        };
        html! {
            <label class="import-column">{ *name }
                <select class="field" {onchange}>
                    <option value="" selected={now.is_none()}>{ "none" }</option>
                    { for (0..).zip(&table.columns).take(500).map(|(number, column)| html! {
                        <option value={number.to_string()} selected={now == Some(number)}>{ labels::cut(column, 40) }</option>
                    }) }
                </select>
            </label>
        }
    };
    html! {
        <fieldset class="import-table">
            <legend>{ &table.place }{ ": " }{ labels::counted(table.records, "record", "records") }</legend>
            { for SLOTS.iter().map(select) }
        </fieldset>
    }
}
