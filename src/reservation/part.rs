//! The parts that a page is made of.

use crate::api::{AnyLoad, FromAny, Load, State};
use crate::i18n::{Text, t};
use crate::problem::Problem;
use crate::ui::Skeleton;
use leptos::prelude::*;
use std::sync::Arc;

/// A part of a page with its heading. It is no landmark of its own: there would be too many of them.
#[component]
pub(super) fn Part(
    /// What it is about.
    title: Text,
    /// What stands in it.
    children: Children,
) -> impl IntoView {
    view! {
        <section class="card part">
            <h2>{t(title)}</h2>
            {children()}
        </section>
    }
    .into_any()
}

/// What `ready` makes of records once they are there; before that grey lines, and a button to ask again
/// when they do not come.
pub(super) fn loaded<T: Send + Sync + 'static>(
    records: Load<T>,
    lines: usize,
    ready: impl Fn(Arc<T>) -> AnyView + Send + 'static,
) -> Box<dyn Fn() -> AnyView + Send> {
    let (records, ready) = records.of_any(ready);
    loaded_any(records, lines, ready)
}

/// What is the same for records of every kind.
fn loaded_any(
    records: AnyLoad,
    lines: usize,
    ready: FromAny<AnyView>,
) -> Box<dyn Fn() -> AnyView + Send> {
    Box::new(move || match records.state() {
        State::Loading => view! { <Skeleton lines /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| records.reload());
            view! { <Problem error on_retry=retry /> }.into_any()
        }
        State::Ready(records) => ready(records),
    })
}
