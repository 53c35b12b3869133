//! Importing a retail price file: read, shown, and taken over as a whole or not at all.

use super::task::ExchangeTask;
use crate::api::{Permission, Tenant};
use crate::i18n::calculations;
use crate::i18n::catalogue::{common, exchange as texts};
use crate::i18n::{self, names, t, t_with};
use crate::platform::file;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, Disclosure, Notice, live, live_text};
use azure::StatedTerm;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::PriceRow;
use view_model::Tone;
use view_model::quote::exchange::{PriceFile, PriceFileError};

/// How far an import has come.
#[derive(Clone)]
enum Import {
    Idle,
    Unreadable(PriceFileError),
    Read(Arc<PriceFile>),
    Sent,
    Done(usize),
}

/// The part of the page about where prices come from.
pub(super) fn part(task: ExchangeTask) -> AnyView {
    let import = RwSignal::new(Import::Idle);
    let sending = Sending::new(Tenant::Partner);
    let choose = move |event: leptos::ev::Event| {
        spawn_local(async move {
            let Some((_, text)) = file::chosen_text(event).await else { return };
            import.try_set(match PriceFile::read(&text) {
                Ok(read) => Import::Read(Arc::new(read)),
                Err(error) => Import::Unreadable(error),
            });
        });
    };
    let rights = use_rights();
    let no_right = live(move || match rights.may(Permission::ExchangeReservations) {
        Err(reason) => view! { <p class="hint reason">{reason}</p> }.into_any(),
        Ok(()) => ().into_any(),
    });
    let outcome = live(move || outcome(task, import, sending));
    let failed = live(move || sending.outcome(texts::NOTHING_IMPORTED));
    view! {
        <section class="card part">
            <Disclosure summary=texts::PRICES>
                <div class="stack">
                    <p>{t(texts::PRICES_ABOUT)}</p>
                    <p class="hint">{t(texts::PRICES_TRAP)}</p>
                    <div class="field">
                        <label for="price-file">{t(texts::PRICE_FILE)}</label>
                        <input
                            id="price-file"
                            class="control"
                            type="file"
                            accept=".json,application/json"
                            on:change=choose
                        />
                    </div>
                    {no_right}
                    {outcome}
                    {failed}
                </div>
            </Disclosure>
        </section>
    }
    .into_any()
}

fn outcome(task: ExchangeTask, import: RwSignal<Import>, sending: Sending) -> AnyView {
    match import.get() {
        Import::Idle => ().into_any(),
        Import::Unreadable(error) => unreadable(error),
        Import::Read(file) => read(task, import, sending, file),
        Import::Sent if sending.has_failed() => ().into_any(),
        Import::Sent => view! { <Notice tone=Tone::Info title=common::LOADING /> }.into_any(),
        Import::Done(count) => {
            let title = move || t_with(texts::IMPORTED, &[("count", i18n::integer(count as u64))]);
            view! { <Notice tone=Tone::Success title=title /> }.into_any()
        }
    }
}

fn unreadable(error: PriceFileError) -> AnyView {
    let title = move || {
        let problem = calculations::problem(&error.problem);
        if error.place.is_empty() {
            return problem;
        }
        t_with(texts::AT_PLACE, &[("place", error.place.clone()), ("problem", problem)])
    };
    view! {
        <Notice tone=Tone::Danger title=title>
            <p>{t(texts::NOTHING_IMPORTED)}</p>
        </Notice>
    }
    .into_any()
}

/// What the file says, with a row as it was understood, before anything is taken over.
fn read(
    task: ExchangeTask,
    import: RwSignal<Import>,
    sending: Sending,
    file: Arc<PriceFile>,
) -> AnyView {
    let count = file.rows.len() as u64;
    let passed_over = file.passed_over as u64;
    let found = live_text(move || {
        let values = [("count", i18n::integer(count)), ("passed", i18n::integer(passed_over))];
        t_with(texts::FILE_HOLDS, &values)
    });
    let example = file.rows.first().cloned().map(|row| {
        let words = live_text(move || example(&row));
        view! { <p>{words}</p> }
    });
    let several = file.is_one_of_several.then(|| {
        view! { <Notice tone=Tone::Warning title=texts::FILE_HAS_MORE /> }
    });
    let rights = use_rights();
    let reason = MaybeProp::derive(move || rights.may(Permission::ExchangeReservations).err());
    let click = Callback::new(move |_| send(task, import, sending, Arc::clone(&file)));
    view! {
        <div class="stack" role="status">
            <p>{found}</p>
            {example}
        </div>
        {several}
        <div class="button-row">
            <Button kind=ButtonKind::Primary on_click=click disabled_reason=reason>
                {t(texts::IMPORT)}
            </Button>
        </div>
    }
    .into_any()
}

fn example(row: &PriceRow) -> String {
    let values = [
        ("size", row.sku_name.clone()),
        ("region", names::region(&row.location).to_owned()),
        ("term", names::term(&StatedTerm::parse(&row.term)).to_owned()),
        ("amount", i18n::money(&row.unit_price.to_string(), &row.currency_code)),
    ];
    t_with(texts::FILE_EXAMPLE, &values)
}

fn send(task: ExchangeTask, import: RwSignal<Import>, sending: Sending, file: Arc<PriceFile>) {
    import.set(Import::Sent);
    let (api, count) = (task.api, file.rows.len());
    let what = file.rows.iter().map(azure::to_string).collect();
    let send = move |attempt| -> Change {
        let file = Arc::clone(&file);
        Box::pin(async move { api.import_prices(&file.rows, &attempt).await })
    };
    sending.send("prices".to_owned(), what, send, move || {
        task.catalogs.reload_prices();
        import.set(Import::Done(count));
    });
}
