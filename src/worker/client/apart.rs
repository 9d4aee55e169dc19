//! The way to other texts. Nobody takes it before the late part of the program is there, which the build
//! splits off (`src/bin/split`); kept out of line so that it can.

use super::texts::steps;
use super::{Has, Of, same};
use crate::protocol::{Progress, TextsChange};

/// The next step to the texts that are wanted, and how far the way is gone; `None` where the worker has them.
#[inline(never)]
pub(super) fn step(has: &mut Has, wanted: &Of) -> Option<(TextsChange, Progress)> {
    loop {
        *has = match has {
            Has::These(these) if same(these, wanted) => return None,
            Has::OnTheWay(to, steps) if same(to, wanted) => {
                if let Some(step) = steps.step() {
                    let (done, of) = steps.so_far();
                    return Some((step, Progress { what: "Handing over the texts".to_owned(), done, of }));
                }
                Has::These(to.take())
            }
            Has::These(Some(these)) => Has::OnTheWay(wanted.clone(), Box::new(steps(Some(these), wanted.as_deref()))),
            _ => Has::OnTheWay(wanted.clone(), Box::new(steps(None, wanted.as_deref()))),
        };
    }
}
