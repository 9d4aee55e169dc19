//! By which distance and linkage the tree is drawn.

use yew::prelude::*;

use crate::app::context::use_app;
use crate::app::pages::controls::{Explain, Select};
use crate::protocol::{CompareQuery, Distance, Linkage, Similarity};

/// The distances, in the order of the list; `None`: what the heat map shows.
const DISTANCES: [(Option<Distance>, &str); 6] = [
    (None, "the likeness shown"),
    (Some(Distance::Unlike(Similarity::Cosine)), "cosine on TF-IDF"),
    (Some(Distance::Euclidean), "Euclidean on TF-IDF"),
    (Some(Distance::Unlike(Similarity::Jaccard)), "Jaccard"),
    (Some(Distance::Unlike(Similarity::Containment)), "containment"),
    (Some(Distance::Unlike(Similarity::SharedFivegrams)), "shared 5-grams"),
];

/// The linkages; the last one takes the Euclidean distance.
const LINKAGES: [(Linkage, &str); 4] = [
    (Linkage::Average, "average"),
    (Linkage::Complete, "complete"),
    (Linkage::Single, "single"),
    (Linkage::Ward, "Ward’s"),
];

/// The question with a linkage that its distance allows: Ward's takes the Euclidean one; average otherwise.
#[must_use]
pub fn answerable(query: CompareQuery) -> CompareQuery {
    let linkage = match query.linkage {
        Linkage::Ward if query.distance() != Distance::Euclidean => Linkage::Average,
        linkage => linkage,
    };
    CompareQuery { linkage, ..query }
}

/// See [`TreeControls`].
#[derive(Properties, PartialEq)]
pub struct TreeControlsProps {
    /// The question in force.
    pub query: CompareQuery,
}

/// The choice of both.
#[component]
pub fn TreeControls(props: &TreeControlsProps) -> Html {
    let app = use_app();
    let euclidean = props.query.distance() == Distance::Euclidean;
    let linkages = &LINKAGES[..if euclidean { 4 } else { 3 }];
    let on_distance = {
        let app = app.clone();
        Callback::from(move |place: usize| {
            let distance = DISTANCES.get(place).and_then(|(distance, _)| *distance);
            app.change(move |state| {
                state.compare.distance = distance;
                if distance != Some(Distance::Euclidean) && state.compare.linkage == Linkage::Ward {
                    state.compare.linkage = Linkage::Average;
                }
            });
        })
    };
    let on_linkage = Callback::from(move |place: usize| {
        let linkage = LINKAGES.get(place).map_or(Linkage::Average, |(linkage, _)| *linkage);
        app.change(move |state| state.compare.linkage = linkage);
    });
    html! {
        <>
            { part!(Select {
                label: "tree by", options: DISTANCES.map(|(_, name)| name.into()).to_vec(),
                chosen: DISTANCES.iter().position(|(distance, _)| *distance == props.query.distance).unwrap_or_default(),
                on_choose: on_distance,
            }) }
            { part!(Select {
                label: "linkage", options: linkages.iter().map(|(_, name)| AttrValue::from(*name)).collect::<Vec<_>>(),
                chosen: linkages.iter().position(|(linkage, _)| *linkage == props.query.linkage).unwrap_or_default(),
                on_choose: on_linkage,
            }) }
            { part!(Explain { measure: "clustering", text: "How is the tree made?" }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wards_linkage_is_for_the_euclidean_distance() {
        let ward = |distance| answerable(CompareQuery { linkage: Linkage::Ward, distance, ..CompareQuery::default() });
        assert_eq!(ward(Some(Distance::Euclidean)).linkage, Linkage::Ward);
        assert_eq!(ward(None).linkage, Linkage::Average);
        assert_eq!(ward(Some(Distance::Unlike(Similarity::Jaccard))).linkage, Linkage::Average);
    }
}
