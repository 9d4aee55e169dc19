//! Groups of articles: from the setting to the units that a selection compares.

use super::lists::{List, Shelf};
use crate::analysis::grouping::{self, Compared, Countries, Field};
use crate::analysis::{QueryError, Selection};
use crate::protocol::{Error, Grouping, GroupsReport};

/// Has the selection compare what the setting asks for, with the groups that it makes.
///
/// # Errors
/// When the setting says nothing that is known, or the list of countries is needed and doesn't come.
pub(super) fn group(selection: &mut Selection, setting: &Grouping, shelf: &mut Shelf) -> Result<(), GroupsError> {
    if selection.settings().grouping == *setting {
        return Ok(());
    }
    let (compared, list) = read(setting, shelf)?;
    let units = grouping::units(selection, &compared, countries(&list)?);
    selection.set_units(setting.clone(), units);
    Ok(())
}

/// The groups, with their articles.
///
/// # Errors
/// As [`group`].
pub(super) fn report(selection: &Selection, shelf: &mut Shelf) -> Result<GroupsReport, GroupsError> {
    let (compared, list) = read(&selection.settings().grouping, shelf)?;
    Ok(grouping::groups(selection, &compared, countries(&list)?))
}

/// Why articles can't be grouped.
pub(super) enum GroupsError {
    /// The setting can't be read.
    Query(QueryError),
    /// A list doesn't come.
    List(Error),
}

impl From<Error> for GroupsError {
    fn from(error: Error) -> Self {
        Self::List(error)
    }
}

/// What is compared, and the list that it takes, or no text.
fn read(setting: &Grouping, shelf: &mut Shelf) -> Result<(Compared, std::rc::Rc<str>), GroupsError> {
    let compared = Compared::read(setting).ok_or_else(|| {
        GroupsError::Query(QueryError::OutOfRange {
            what: "The grouping",
            given: setting.text().chars().take(40).collect(),
            may_be: "by outlet, day, month, place, country, author, language, translated or not, label, or by hand",
        })
    })?;
    let list = match compared {
        Compared::By(Field::Country) => shelf.get(List::Countries)?,
        _ => "".into(),
    };
    Ok((compared, list))
}

fn countries(list: &str) -> Result<Countries<'_>, GroupsError> {
    if list.is_empty() {
        return Ok(Countries::default());
    }
    Countries::read(list).ok_or_else(|| List::Countries.missing("a line doesn’t name a country and its places").into())
}
