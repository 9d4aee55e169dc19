//! The page furniture of a text: what is marked, put back, marked by its words.

use std::rc::Rc;

use web_sys::{HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::labels;
use crate::app::reader::mark;
use crate::app::reader::segments::{FURNITURE_KINDS, furniture_name};
use crate::protocol::{Furniture, FurnitureKind, Span};
use crate::worker::client::texts::Entry;

/// The first place of these words that isn't marked yet; blanks and line breaks count alike.
fn find(text: &str, words: &str, marked: &[Furniture]) -> Option<Span> {
    let words: Vec<&str> = words.split_whitespace().collect();
    let first = *words.first()?;
    text.match_indices(first).find_map(|(start, _)| {
        let mut end = start;
        for word in &words {
            let rest = text[end..].trim_start();
            end = text.len() - rest.strip_prefix(word)?.len();
        }
        let free = marked.iter().all(|piece| piece.span.end as usize <= start || end <= piece.span.start as usize);
        free.then(|| Span::new(start as u32, end as u32))
    })
}

/// How often the text has these words besides the marked places and this one, told to a hundred.
fn further(text: &str, words: &str, marked: &[Furniture], this: Span) -> u32 {
    let piece = |span| Furniture { kind: FurnitureKind::Other, span };
    let mut marked: Vec<Furniture> = marked.iter().copied().chain([piece(this)]).collect();
    let mut more = 0;
    while more < 100
        && let Some(span) = find(text, words, &marked)
    {
        marked.push(piece(span));
        more += 1;
    }
    more
}

/// See [`FurnitureMarks`].
#[derive(Clone, PartialEq, Properties)]
pub struct FurnitureMarksProps {
    /// The text.
    pub entry: Rc<Entry>,
}

/// The marks of a text.
#[component]
pub fn FurnitureMarks(props: &FurnitureMarksProps) -> Html {
    let app = use_app();
    let (words, kind) = (use_node_ref(), use_node_ref());
    let said = use_state_eq(String::new);
    let entry = &props.entry;
    let put_back = |at: usize| {
        let (app, id) = (app.clone(), entry.id.to_string());
        move |_: MouseEvent| {
            app.describe_articles(vec![id.clone()], move |about| {
                if at < about.furniture.len() {
                    about.furniture.remove(at);
                }
            });
        }
    };
    let mark = {
        let (app, entry, words, kind, said) = (app.clone(), entry.clone(), words.clone(), kind.clone(), said.clone());
        move |_: MouseEvent| {
            let Some(field) = words.cast::<HtmlTextAreaElement>() else { return };
            let chosen = kind.cast::<HtmlSelectElement>().map_or(0, |select| select.selected_index().max(0) as usize);
            let kind = FURNITURE_KINDS.get(chosen).copied().unwrap_or(FurnitureKind::Other);
            let Some(span) = find(&entry.text, &field.value(), &entry.about.furniture) else {
                let why =
                    "The text doesn\u{2019}t have these words, or they are marked already. Copy them from the text.";
                return said.set(why.to_owned());
            };
            said.set(match further(&entry.text, &field.value(), &entry.about.furniture, span) {
                0 => "Marked.".to_owned(),
                more => [
                    "Marked where they stand first. The text has them ",
                    &labels::counted(more, "more time", "more times"),
                    ", which is counted still: mark them again for the next place.",
                ]
                .concat(),
            });
            field.set_value("");
            app.describe_articles(vec![entry.id.to_string()], move |about| mark::put(about, Furniture { kind, span }));
        }
    };
    html! {
        <section class="furniture-marks" aria-label="Page furniture">
            <h3>{ "Page furniture" }</h3>
            <p class="soft">{ "Passages that stand in the text but are no part of the article. They aren\u{2019}t counted unless the settings say so. In the reader, what you select in the text can be marked where it stands." }</p>
            <ul>
                { for entry.about.furniture.iter().enumerate().map(|(at, piece)| {
                    let words = labels::cut(piece.span.of(&entry.text), 140);
                    html! {
                        <li>
                            <span><b>{ furniture_name(piece.kind) }</b>{ ": " }<q>{ &words }</q></span>
                            <button type="button" class="link" aria-label={["Put back: ", &words].concat()} onclick={put_back(at)}>{ "Put back" }</button>
                        </li>
                    }
                }) }
            </ul>
            <div class="furniture-add">
                <textarea ref={words} class="field" rows="2" aria-label="Words to be marked" placeholder="Words of the text, copied from it" />
                <select ref={kind} class="select" aria-label="What they are">
                    { for FURNITURE_KINDS.map(|kind| html! { <option selected={kind == FurnitureKind::Other}>{ furniture_name(kind) }</option> }) }
                </select>
                <button type="button" class="button" onclick={mark}>{ "Mark" }</button>
            </div>
            <p class="soft" role="status">{ &*said }</p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_found_by_its_words() {
        let text = "Read more here.\n\nRead  more\nthere, é.";
        let words = |span: Option<Span>| span.map(|span| span.of(text));
        assert_eq!(words(find(text, "Read more there,", &[])), Some("Read  more\nthere,"));
        let first = find(text, " Read more ", &[]).unwrap();
        assert_eq!(first, Span::new(0, 9));
        let marked = [Furniture { kind: FurnitureKind::Link, span: first }];
        assert_eq!(words(find(text, "Read more", &marked)), Some("Read  more"));
        assert_eq!(
            (further(text, "Read more", &[], first), further(text, "there", &marked, Span::new(27, 32))),
            (1, 0)
        );
        assert_eq!((find(text, "é more", &[]), find(text, "  ", &[])), (None, None));
    }
}
