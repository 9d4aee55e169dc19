//! A picture an article: how long its sentences or its words are.

use yew::prelude::*;

use super::{TABLE, pictures};
use crate::app::by_pointer::ByPointer;
use crate::app::charts::Chart;
use crate::app::components::ArticleBadge;
use crate::app::context::use_app;
use crate::app::labels;
use crate::app::pages::controls::Segments;
use crate::app::pages::names::{name, use_names};
use crate::protocol::{Feature, Marking, Response};

/// See [`LengthPictures`].
#[derive(Properties, PartialEq)]
pub struct LengthPicturesProps {
    /// The answer.
    pub response: ByPointer<Response>,
}

/// The pictures.
#[component]
pub fn LengthPictures(props: &LengthPicturesProps) -> Html {
    let app = use_app();
    let names = use_names();
    let of_words = app.state().style.word_lengths;
    let drawn = use_memo((props.response.clone(), names, of_words), |(response, names, of_words)| {
        let Response::Style(report) = &**response else { return Vec::new() };
        let lengths = pictures::lengths(report, *of_words, |number| name(names, number));
        let layouts = report.articles.iter().zip(lengths);
        let layout = |(style, lengths): (&crate::protocol::ArticleStyle, crate::chart::layout::Lengths)| {
            let mean = if *of_words { style.word_length } else { style.sentence_length };
            (style.article, mean.value(), Callback::from(move |width: f64| lengths.scene(width)))
        };
        layouts.map(layout).collect::<Vec<_>>()
    });
    let on_choose = {
        let app = app.clone();
        Callback::from(move |place: usize| app.change(move |state| state.style.word_lengths = place == 1))
    };
    let picture = |(article, mean, layout): &(u32, Option<f64>, Callback<f64, crate::chart::Scene>)| {
        let on_open = {
            let (app, article) = (app.clone(), *article);
            Callback::from(move |column: usize| {
                let (least, most) = pictures::bounds(column, of_words);
                let feature = if of_words { Feature::Letters(least, most) } else { Feature::Sentences(least, most) };
                app.read(app.at_marked(Marking::Style(feature), Some(article), None), None);
            })
        };
        let title = app.article(*article).map(labels::short).unwrap_or_default();
        let mean = mean.map(|mean| ["mean ", &crate::app::numbers::decimal(mean, 1)].concat());
        part!(Chart {
            layout: layout.clone(), name: format!("parallax-lengths-{}", labels::letter(*article)), on_open,
            table: TABLE, table_link: false, children: html! { <>
                <h3>{ part!(ArticleBadge { article: *article }) }<span class="lengths-name" title={title.clone()}>{ title }</span><span class="soft">{ mean }</span></h3>
            </> } }, key: *article)
    };
    html! {
        <section class="lengths" aria-labelledby="lengths-title">
            <div class="lengths-head">
                <h2 id="lengths-title">{ if of_words { "How long words are" } else { "How long sentences are" } }</h2>
                { part!(Segments {
                    label: "Lengths of", options: vec!["sentences".into(), "words".into()],
                    chosen: usize::from(of_words), on_choose,
                }) }
            </div>
            <div class="lengths-pictures">{ for drawn.iter().map(picture) }</div>
        </section>
    }
}
