//! Components that share one component type of Yew.
//!
//! Yew compiles its whole machinery (scope, life cycle, reconciliation) anew for every component
//! type, some kilobytes each. A part is a function component like any other, but is mounted with
//! `part!` instead of a tag, as what the one component `Host` shows: then only its own
//! code is compiled. Its hooks, its place in the page and when it is drawn again are the same.

use std::any::{Any, type_name};
use std::rc::Rc;

use yew::functional::{FunctionProvider, Hook, HookContext};
use yew::prelude::*;
use yew::virtual_dom::{Key, VComp, VList};

/// A part with its properties, whatever their type.
trait Body {
    /// Draws it.
    fn run(&self, context: &mut HookContext) -> HtmlResult;
    /// Whether the other is the same part with the same properties.
    fn same(&self, other: &dyn Any) -> bool;
    /// Itself, for [`Body::same`].
    fn as_any(&self) -> &dyn Any;
}

struct With<F: FunctionProvider>(F::Properties);

impl<F: FunctionProvider + 'static> Body for With<F>
where
    F::Properties: 'static,
{
    fn run(&self, context: &mut HookContext) -> HtmlResult {
        F::run(context, &self.0)
    }

    fn same(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.0 == other.0)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone, Properties)]
struct HostProps {
    body: Rc<dyn Body>,
}

impl PartialEq for HostProps {
    fn eq(&self, other: &Self) -> bool {
        self.body.same(other.body.as_any())
    }
}

/// Runs a part as a hook, which is how it comes by the hooks of its host.
struct Run(Rc<dyn Body>);

impl Hook for Run {
    type Output = HtmlResult;

    fn run(self, context: &mut HookContext) -> HtmlResult {
        self.0.run(context)
    }
}

fn use_body(body: Rc<dyn Body>) -> Run {
    Run(body)
}

/// Shows a part.
#[component]
fn Host(props: &HostProps) -> HtmlResult {
    use_body(props.body.clone())
}

/// Mounts a part; written as `part!`.
pub fn mount<F: FunctionProvider + 'static>(props: F::Properties, key: Option<Key>) -> Html
where
    F::Properties: 'static,
{
    place(Rc::new(With::<F>(props)), type_name::<F>(), key)
}

/// A host is kept for the same part only: another part in its place has another key, and so begins anew.
fn place(body: Rc<dyn Body>, name: &'static str, key: Option<Key>) -> Html {
    let host = VComp::new::<Host>(Rc::new(HostProps { body }), Some(Key::from(name)));
    VList::with_children(vec![host.into()], key).into()
}

/// A part in `html!`: `{ part!(Chooser { id: "search", text }) }`, and `{ part!(Card { card }, key: number) }` in
/// a list. What is left out of the properties has its default.
macro_rules! part {
    ($part:path) => {
        $crate::app::part::mount::<$part>((), None)
    };
    ($part:path, key: $key:expr) => {
        $crate::app::part::mount::<$part>((), Some(::yew::virtual_dom::Key::from($key)))
    };
    ($part:path { $($props:tt)* }) => {
        $crate::app::part::mount::<$part>(
            ::yew::props!(<$part as ::yew::functional::FunctionProvider>::Properties { $($props)* }),
            None,
        )
    };
    ($part:path { $($props:tt)* }, key: $key:expr) => {
        $crate::app::part::mount::<$part>(
            ::yew::props!(<$part as ::yew::functional::FunctionProvider>::Properties { $($props)* }),
            Some(::yew::virtual_dom::Key::from($key)),
        )
    };
}
