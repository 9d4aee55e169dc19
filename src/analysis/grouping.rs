//! Which articles belong together? From the setting to groups of articles.
//!
//! Articles are grouped by what their front matter states, or by hand. What isn't stated is guessed
//! by nobody: those articles form a group of their own, called [`NOT_STATED`]. Groups stand in the
//! order in which the corpus first has them, dates in the order of time, what isn't stated last.
//! Every article of the corpus is in one group, those that are off too, so that a group keeps its
//! number, letter and colour while articles are switched.
//!
//! - **By date**: the day or month as stated; one known less closely (`March 2025`) stays as it is,
//!   and so does one of which only a bound is known (`after October 2024`), for neither is that day.
//! - **By country**: that of the place the article is written in or reports from, by
//!   `static/lists/countries.txt`: the whole place, or else what stands last after a comma.
//! - **By hand**: an article that is put into several groups is in the first of them, one that is in
//!   none in [`NOT_GROUPED`].

use serde::{Deserialize, Serialize};

use super::selection::Selection;
use super::settings::Grouping;
use super::units::{GROUPS, Units};
use crate::corpus::{Article, Published, Relation};
use crate::sorting::sort_by;

/// The group of articles that don't state by what they are grouped.
pub const NOT_STATED: &str = "not stated";
/// The group of articles that are in no group, when grouped by hand.
pub const NOT_GROUPED: &str = "not grouped";

/// By what articles are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// Who published it.
    Outlet,
    /// The day of publication.
    Day,
    /// Its month.
    Month,
    /// The country of the place it is written in or reports from.
    Country,
    /// Whether it is said to be a translation.
    Translated,
    /// Who wrote it.
    Author,
    /// The place itself.
    Place,
    /// The language, without its region.
    Language,
    /// The label that whoever put the corpus together gave it.
    Label,
}

impl Field {
    /// Every field and its name, as the setting has it.
    pub const NAMES: [(Self, &'static str); 9] = [
        (Self::Outlet, "outlet"),
        (Self::Day, "day"),
        (Self::Month, "month"),
        (Self::Country, "country"),
        (Self::Translated, "translated"),
        (Self::Author, "author"),
        (Self::Place, "place"),
        (Self::Language, "language"),
        (Self::Label, "label"),
    ];
}

/// A group made by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct HandGroup {
    /// Its name; no other group has it.
    pub name: String,
    /// Ids of its articles.
    pub articles: Vec<String>,
}

/// What is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Compared {
    /// Each article by itself.
    #[default]
    Articles,
    /// Groups of articles that state the same.
    By(Field),
    /// Groups made by hand.
    ByHand(Vec<HandGroup>),
}

/// What the setting says for groups made by hand, before them.
const HAND: &str = "hand";

impl Compared {
    /// What the setting asks for; `None` where it says nothing that is known.
    #[must_use]
    pub fn read(grouping: &Grouping) -> Option<Self> {
        let text = grouping.text();
        if text.is_empty() {
            return Some(Self::Articles);
        }
        if let Some((field, _)) = Field::NAMES.iter().find(|(_, name)| *name == text) {
            return Some(Self::By(*field));
        }
        let (hand, groups) = text.split_once('\n').unwrap_or((text, ""));
        if hand != HAND {
            return None;
        }
        let group = |line: &str| {
            let mut parts = line.split('\t').map(str::to_owned);
            HandGroup { name: parts.next().unwrap_or_default(), articles: parts.filter(|id| !id.is_empty()).collect() }
        };
        Some(Self::by_hand(groups.split('\n').filter(|line| !line.is_empty()).map(group).collect()))
    }

    /// Groups made by hand: names without blanks around and without what separates them in the setting; of
    /// groups of one name, one; none without a name; an article only in the first that has it.
    #[must_use]
    pub fn by_hand(groups: Vec<HandGroup>) -> Self {
        let mut made: Vec<HandGroup> = Vec::new();
        for group in groups {
            let name = group.name.replace(['\n', '\t'], " ").trim().to_owned();
            if name.is_empty() {
                continue;
            }
            let at = made.iter().position(|other| other.name == name).unwrap_or_else(|| {
                made.push(HandGroup { name, articles: Vec::new() });
                made.len() - 1
            });
            for id in group.articles {
                if !id.contains(['\n', '\t']) && made.iter().all(|other| !other.articles.contains(&id)) {
                    made[at].articles.push(id);
                }
            }
        }
        Self::ByHand(made)
    }

    /// The setting that asks for it.
    #[must_use]
    pub fn setting(&self) -> Grouping {
        Grouping::new(match self {
            Self::Articles => String::new(),
            Self::By(field) => {
                Field::NAMES.iter().find(|(known, _)| known == field).map_or("", |(_, name)| *name).to_owned()
            }
            Self::ByHand(groups) => {
                let mut text = HAND.to_owned();
                for group in groups {
                    text.push('\n');
                    text.push_str(&group.name);
                    for id in &group.articles {
                        text.push('\t');
                        text.push_str(id);
                    }
                }
                text
            }
        })
    }
}

/// Which country a place lies in: `static/lists/countries.txt`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Countries<'l>(&'l str);

impl<'l> Countries<'l> {
    /// The countries of the list; `None` where it isn't one: every line names a country and its places.
    #[must_use]
    pub fn read(list: &'l str) -> Option<Self> {
        let is = |line: &str| {
            line.split_once('=').is_some_and(|(country, places)| !country.is_empty() && !places.is_empty())
        };
        (!list.trim().is_empty() && list.lines().all(is)).then_some(Self(list))
    }

    /// The country of a place; `None` where the list doesn't have it.
    #[must_use]
    pub fn of(self, place: &str) -> Option<&'l str> {
        let last = place.rsplit(',').next().unwrap_or(place);
        [place, last]
            .into_iter()
            .find_map(|name| {
                let name = name.trim().trim_end_matches('.').to_lowercase().replace('’', "'");
                let known = |known: &str| known.trim_end_matches('.') == name;
                self.0.lines().filter_map(|line| line.split_once('=')).find(|(_, places)| places.split('|').any(known))
            })
            .map(|(country, _)| country)
    }
}

/// A group of articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Its number: see [`super::units`].
    pub number: u32,
    /// Its name: the outlet, the date (`2025-11-05`, `after 2024-10`), the country, the name given by hand.
    pub name: String,
    /// Numbers of its articles, ascending, those that are off too.
    pub articles: Vec<u32>,
    /// Word tokens of those that are on.
    pub tokens: u32,
}

/// The answer to which groups there are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupsReport {
    /// The groups, in order; none where each article is compared by itself.
    pub groups: Vec<Group>,
    /// Ids of articles that were put into groups by hand, but that the corpus doesn't have.
    pub unknown: Vec<String>,
}

/// The groups that the selection's settings make of the corpus, with their sizes.
#[must_use]
pub fn groups(selection: &Selection, compared: &Compared, countries: Countries<'_>) -> GroupsReport {
    let mut groups = grouped(selection.articles(), compared, countries);
    for group in &mut groups {
        let on = group.articles.iter().filter_map(|&article| selection.position(article).ok());
        group.tokens = on.map(|position| selection.size(position)).sum();
    }
    let mut unknown = Vec::new();
    if let Compared::ByHand(made) = compared {
        let known = |id: &&String| selection.articles().iter().any(|article| article.id == **id);
        unknown.extend(made.iter().flat_map(|group| &group.articles).filter(|id| !known(id)).cloned());
    }
    GroupsReport { groups, unknown }
}

/// The units that the settings make of the articles that are on.
pub(crate) fn units(selection: &Selection, compared: &Compared, countries: Countries<'_>) -> Units {
    if *compared == Compared::Articles {
        return Units::each(selection.on());
    }
    let mut units = Units::default();
    for group in grouped(selection.articles(), compared, countries) {
        let members: Vec<usize> =
            group.articles.iter().filter_map(|&article| selection.position(article).ok()).collect();
        if !members.is_empty() {
            units.numbers.push(group.number);
            units.names.push(group.name);
            units.members.push(members);
        }
    }
    units
}

/// Every article in its group, in the order of the groups.
fn grouped(articles: &[Article], compared: &Compared, countries: Countries<'_>) -> Vec<Group> {
    // By name; what isn't stated has none.
    let mut groups: Vec<(Option<String>, Vec<u32>)> = Vec::new();
    let mut rest = NOT_STATED;
    match compared {
        Compared::Articles => return Vec::new(),
        Compared::By(field) => {
            for (number, article) in (0..).zip(articles) {
                put(&mut groups, stated(article, *field, countries), number);
            }
            if matches!(field, Field::Day | Field::Month) {
                sort_by(&mut groups, |a, b| time(a.0.as_deref()).cmp(&time(b.0.as_deref())));
            }
        }
        Compared::ByHand(made) => {
            rest = NOT_GROUPED;
            groups = made.iter().map(|group| (Some(group.name.clone()), Vec::new())).collect();
            for (number, article) in (0..).zip(articles) {
                let of = made.iter().find(|group| group.articles.contains(&article.id));
                put(&mut groups, of.map(|group| group.name.clone()), number);
            }
        }
    }
    let (mut named, others): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(name, _)| name.as_deref().is_some_and(|name| name != rest));
    // Where a group is called like the rest, it is the rest.
    let mut left: Vec<u32> = others.iter().flat_map(|(_, articles)| articles).copied().collect();
    left.sort_unstable();
    if !left.is_empty() {
        named.push((Some(rest.to_owned()), left));
    }
    (GROUPS..)
        .zip(named)
        .map(|(number, (name, articles))| Group { number, name: name.unwrap_or_default(), articles, tokens: 0 })
        .collect()
}

fn put(groups: &mut Vec<(Option<String>, Vec<u32>)>, name: Option<String>, article: u32) {
    match groups.iter_mut().find(|(known, _)| *known == name) {
        Some((_, articles)) => articles.push(article),
        None => groups.push((name, vec![article])),
    }
}

/// What an article states; `None` where it doesn't.
fn stated(article: &Article, field: Field, countries: Countries<'_>) -> Option<String> {
    match field {
        Field::Outlet => article.outlet.clone(),
        Field::Day => dated(&article.published, "2025-11-05".len()),
        Field::Month => dated(&article.published, "2025-11".len()),
        Field::Country => countries.of(article.place.as_deref()?).map(str::to_owned),
        Field::Author => article.author.clone(),
        Field::Place => article.place.clone(),
        Field::Label => article.label.clone(),
        Field::Language => {
            let language = article.language.split(['-', '_']).next().unwrap_or_default();
            (!language.is_empty() && language != "und").then(|| language.to_lowercase())
        }
        Field::Translated => Some(if article.translated { "translated" } else { "not translated" }.to_owned()),
    }
}

/// The date, cut to a day or a month, with how it relates to the day of publication.
fn dated(published: &Published, length: usize) -> Option<String> {
    let date = published.date.as_deref()?;
    let relation = match published.relation {
        Relation::On => "",
        Relation::After => "after ",
        Relation::Before => "before ",
    };
    Some([relation, date.get(..length).unwrap_or(date)].concat())
}

/// The order of dates: by time, before a date what is before it, after it what is after it.
fn time(name: Option<&str>) -> (Option<(&str, u8)>, bool) {
    let name = name.map(|name| match name.split_once(' ') {
        Some(("before", date)) => (date, 0),
        Some((_, date)) => (date, 2),
        None => (name, 1),
    });
    (name, name.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    const LIST: &str = "Belgium=belgium|brussels\nUnited States=u.s.|washington, d.c.|washington|atlanta, georgia\nGeorgia=georgia|tbilisi\nCôte d’Ivoire=abidjan|côte d'ivoire\n";

    fn article(id: &str, date: Option<&str>, relation: Relation, outlet: Option<&str>) -> Article {
        Article {
            id: id.to_owned(),
            outlet: outlet.map(str::to_owned),
            published: Published {
                date: date.map(str::to_owned),
                relation,
                source: Source::Stated,
                words: String::new(),
            },
            ..Article::default()
        }
    }

    fn names(articles: &[Article], compared: &Compared) -> Vec<(String, Vec<u32>)> {
        let countries = Countries::read(LIST).unwrap();
        grouped(articles, compared, countries).into_iter().map(|group| (group.name, group.articles)).collect()
    }

    #[test]
    fn a_country_is_that_of_the_place_or_of_what_stands_last() {
        let countries = Countries::read(LIST).unwrap();
        for (place, country) in [
            ("Brussels", Some("Belgium")),
            ("BRUSSELS ", Some("Belgium")),
            ("Ghent, Belgium", Some("Belgium")),
            ("Washington, D.C.", Some("United States")),
            ("U.S", Some("United States")),
            ("Atlanta, Georgia", Some("United States")),
            ("Gori, Georgia", Some("Georgia")),
            ("Bouaké, Côte d’Ivoire", Some("Côte d’Ivoire")),
            ("Atlantis", None),
            ("", None),
            (",", None),
        ] {
            assert_eq!(countries.of(place), country, "{place}");
        }
        for bad in ["", "Belgium", "=brussels", "Belgium=\n"] {
            assert!(Countries::read(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn the_list_names_no_place_twice() {
        let list = include_str!("../../static/lists/countries.txt");
        assert!(Countries::read(list).is_some());
        let mut places: Vec<&str> = list.lines().flat_map(|line| line.split_once('=').unwrap().1.split('|')).collect();
        let all = places.len();
        places.sort_unstable();
        places.dedup();
        assert_eq!(places.len(), all);
        assert!(places.iter().all(|place| *place == place.to_lowercase() && place.trim() == *place));
    }

    #[test]
    fn dates_stand_in_the_order_of_time_and_what_is_not_stated_last() {
        let articles = [
            article("a", None, Relation::On, None),
            article("b", Some("2025-11-05"), Relation::On, Some("X")),
            article("c", Some("2024-10"), Relation::After, Some("Y")),
            article("d", Some("2025-11-03"), Relation::On, Some("X")),
            article("e", Some("2025-11"), Relation::Before, None),
        ];
        let own = |list: &[(&str, &[u32])]| -> Vec<(String, Vec<u32>)> {
            list.iter().map(|(name, articles)| ((*name).to_owned(), articles.to_vec())).collect()
        };
        assert_eq!(
            names(&articles, &Compared::By(Field::Day)),
            own(&[
                ("after 2024-10", &[2]),
                ("before 2025-11", &[4]),
                ("2025-11-03", &[3]),
                ("2025-11-05", &[1]),
                (NOT_STATED, &[0])
            ])
        );
        assert_eq!(
            names(&articles, &Compared::By(Field::Month)),
            own(&[("after 2024-10", &[2]), ("before 2025-11", &[4]), ("2025-11", &[1, 3]), (NOT_STATED, &[0])])
        );
        assert_eq!(
            names(&articles, &Compared::By(Field::Outlet)),
            own(&[("X", &[1, 3]), ("Y", &[2]), (NOT_STATED, &[0, 4])])
        );
    }

    #[test]
    fn what_articles_state_in_words() {
        let of = |author: Option<&str>, place: Option<&str>, label: Option<&str>, language: &str| Article {
            author: author.map(str::to_owned),
            place: place.map(str::to_owned),
            label: label.map(str::to_owned),
            language: language.to_owned(),
            ..Article::default()
        };
        let articles = [
            of(Some("A. Person"), None, Some("Opinion"), "en-GB"),
            of(None, Some("Ghent"), Some("News"), "und"),
            of(Some("A. Person"), Some("Ghent"), None, "EN"),
            of(Some("B. Other"), Some("Gori"), Some("Opinion"), "fr"),
        ];
        for (field, groups) in [
            (Field::Author, [("A. Person", vec![0, 2]), ("B. Other", vec![3]), (NOT_STATED, vec![1])]),
            (Field::Place, [("Ghent", vec![1, 2]), ("Gori", vec![3]), (NOT_STATED, vec![0])]),
            (Field::Label, [("Opinion", vec![0, 3]), ("News", vec![1]), (NOT_STATED, vec![2])]),
            (Field::Language, [("en", vec![0, 2]), ("fr", vec![3]), (NOT_STATED, vec![1])]),
        ] {
            let groups = groups.map(|(name, articles)| (name.to_owned(), articles));
            assert_eq!(names(&articles, &Compared::By(field)), groups, "{field:?}");
        }
    }

    #[test]
    fn every_field_is_read_by_its_name() {
        for (field, _) in Field::NAMES {
            assert_eq!(Compared::read(&Compared::By(field).setting()), Some(Compared::By(field)));
        }
    }

    #[test]
    fn by_hand_an_article_is_in_one_group_or_in_none() {
        let group = |name: &str, articles: &[&str]| HandGroup {
            name: name.to_owned(),
            articles: articles.iter().map(|id| (*id).to_owned()).collect(),
        };
        let made = Compared::by_hand(vec![
            group(" East\t", &["c", "a"]),
            group("", &["b"]),
            group("West", &["a", "nowhere"]),
            group("East", &["b"]),
            group("Empty", &[]),
        ]);
        let Compared::ByHand(groups) = &made else { unreachable!() };
        assert_eq!(*groups, [group("East", &["c", "a", "b"]), group("West", &["nowhere"]), group("Empty", &[])]);
        assert_eq!(Compared::read(&made.setting()), Some(made.clone()));
        let articles: Vec<Article> = ["a", "b", "c", "d"].map(|id| article(id, None, Relation::On, None)).to_vec();
        assert_eq!(
            names(&articles, &made),
            [
                ("East".to_owned(), vec![0, 1, 2]),
                ("West".to_owned(), vec![]),
                ("Empty".to_owned(), vec![]),
                (NOT_GROUPED.to_owned(), vec![3])
            ]
        );
    }

    #[test]
    fn settings_are_read_as_they_are_written() {
        for compared in Field::NAMES
            .iter()
            .map(|(field, _)| Compared::By(*field))
            .chain([Compared::Articles, Compared::ByHand(Vec::new())])
        {
            assert_eq!(Compared::read(&compared.setting()), Some(compared));
        }
        for unknown in ["weather", "hands", "by\nhand", " outlet"] {
            assert_eq!(Compared::read(&Grouping::new(unknown.to_owned())), None, "{unknown}");
        }
    }
}
