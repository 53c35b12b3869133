//! What stands in the place of the customer list while there are no customers.

use crate::api::{ApiError, Records, use_api};
use crate::i18n::catalogue::customers as words;
use crate::i18n::t;
use crate::problem::Problem;
use crate::ui::{Button, ButtonKind, live, live_text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Says that there are no customers, and offers the records that show the product.
#[component]
pub(super) fn NoCustomers(
    /// There are customers now.
    on_loaded: Callback<()>,
) -> impl IntoView {
    let api = use_api();
    let is_loading = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let start = Callback::new(move |_| {
        is_loading.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = api.start_over(Records::Demonstration).await;
            // The page may be gone by now, and its signals with it.
            is_loading.try_set(false);
            match answer {
                Ok(()) => {
                    on_loaded.try_run(());
                }
                Err(error) => {
                    failure.try_set(Some(error));
                }
            }
        });
    });
    let busy = MaybeProp::derive(move || {
        is_loading.get().then(|| words::LOADING_DEMONSTRATION.get().to_owned())
    });
    view! {
        <section class="card stack nothing-yet">
            <h2>{t(words::NO_CUSTOMERS)}</h2>
            <p class="muted">{t(words::NO_CUSTOMERS_HINT)}</p>
            <div>
                <Button kind=ButtonKind::Primary disabled_reason=busy on_click=start>
                    {t(words::LOAD_DEMONSTRATION)}
                </Button>
            </div>
            <div role="status">
                {live_text(move || if is_loading.get() { words::LOADING_DEMONSTRATION.get() } else { "" })}
                {live(move || failure.get().map(|error| view! { <Problem error /> }).into_any())}
            </div>
        </section>
    }
    .into_any()
}
