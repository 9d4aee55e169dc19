//! Shared values that are the same only if they are the very same.

use std::ops::Deref;
use std::rc::Rc;

/// An [`Rc`] compared by its pointer: a report of thousands of rows as a property or a dependency
/// costs one comparison, not thousands.
#[derive(Debug)]
pub struct ByPointer<T: ?Sized>(pub Rc<T>);

impl<T: ?Sized> Clone for ByPointer<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: ?Sized> PartialEq for ByPointer<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T: ?Sized> Deref for ByPointer<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
