//! What stands in the place of the customer list while there are no customers: the ways to some.
//!
//! Few see it, so that it is not downloaded before it is shown. Who makes the frame says what brings it.

use crate::api::{Records, Tenant, use_api};
use crate::i18n::catalogue::{customers as words, shell, titles};
use crate::i18n::t;
use crate::paths;
use crate::router::{Arriving, arriving, not_arrived};
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, LinkButton, Skeleton, live, live_text};
use leptos::prelude::*;

/// What brings the ways to the first customers; in the context of the frame.
#[derive(Clone, Copy, Debug)]
pub struct WaysToCustomers(pub fn() -> Arriving);

/// Told when there are customers; in the context of what [`WaysToCustomers`] brings.
#[derive(Clone, Copy)]
struct OnLoaded(Callback<()>);

/// [`NoCustomers`] as soon as it has come; `on_loaded` is told when there are customers. Nothing where nobody
/// brings it.
pub(super) fn no_customers(on_loaded: Callback<()>) -> AnyView {
    let Some(WaysToCustomers(bring)) = use_context() else { return ().into_any() };
    provide_context(OnLoaded(on_loaded));
    arriving(bring, || view! { <Skeleton lines=3 /> }.into_any(), not_arrived)
}

/// Says that there are no customers, and leads to files and to the records that show the product.
#[component]
pub fn NoCustomers() -> impl IntoView {
    let OnLoaded(on_loaded) = expect_context::<OnLoaded>();
    let api = use_api();
    let sending = Sending::new(Tenant::Partner);
    let start = Callback::new(move |_| {
        let send = move |attempt| -> Change {
            Box::pin(async move { api.start_over(Records::Demonstration, &attempt).await })
        };
        sending.send("reset".to_owned(), "Demonstration".to_owned(), send, move || {
            on_loaded.try_run(());
        });
    });
    let quick_quote = Signal::stored(paths::quick_quote());
    let busy = MaybeProp::derive(move || {
        sending.is_busy().then(|| words::LOADING_DEMONSTRATION.get().to_owned())
    });
    view! {
        <section class="card stack nothing-yet">
            <h2>{t(words::NO_CUSTOMERS)}</h2>
            <p class="muted">{t(words::NO_CUSTOMERS_HINT)}</p>
            <div class="button-row">
                <LinkButton kind=ButtonKind::Primary address=Signal::stored(paths::import())>
                    {t(words::IMPORT_FILES)}
                </LinkButton>
                <LinkButton address=quick_quote>{t(titles::QUICK_QUOTE)}</LinkButton>
                <Button disabled_reason=busy on_click=start>{t(words::LOAD_DEMONSTRATION)}</Button>
            </div>
            <div role="status">
                {live_text(move || if sending.is_busy() { words::LOADING_DEMONSTRATION.get() } else { "" })}
                {live(move || sending.outcome(shell::NOT_REPLACED))}
            </div>
        </section>
    }
    .into_any()
}
