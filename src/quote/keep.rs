//! What the quick quote describes, kept as records of a customer.

use super::form::decimal_sign;
use crate::api::{Account, Api, ApiError, Load, Permission, Tenant, load, use_api};
use crate::i18n::catalogue::{import, quick as texts, shell};
use crate::i18n::{t, t_count};
use crate::paths;
use crate::problem::Problem;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{
    Button, ButtonKind, Disclosure, LinkButton, Notice, Switch, TextField, live, live_text,
};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::import::Start;
use view_model::Tone;
use view_model::quote::quick::{FormText, Kept, Line};

/// How far it is.
#[derive(Clone)]
enum Stage {
    /// Nothing was sent.
    Open,
    /// It is on its way.
    Sending,
    /// It could not be sent, and nothing has changed.
    NotSent(ApiError),
    /// The service does not take this field.
    Rejected(String),
    /// It is part of the records of this customer, if its address is known.
    Kept(Option<String>),
}

#[derive(Clone, Copy)]
struct Keeping {
    api: Api,
    account: Load<Account>,
    customer: RwSignal<String>,
    starts_empty: RwSignal<bool>,
    stage: RwSignal<Stage>,
    commit: Sending,
}

/// The part of the page that keeps the lines with a quote.
pub(super) fn keep_part(form: RwSignal<FormText>, quotes: Memo<Vec<Line>>) -> AnyView {
    let api = use_api();
    let keeping = Keeping {
        api,
        account: load(|| (), move |()| async move { api.account().await }),
        customer: RwSignal::new(String::new()),
        starts_empty: RwSignal::new(false),
        stage: RwSignal::new(Stage::Open),
        commit: Sending::new(Tenant::Partner),
    };
    let Keeping { customer, starts_empty, stage, commit, .. } = keeping;
    let is_demonstration =
        Memo::new(move |_| keeping.account.ready().is_some_and(|account| account.demonstration));
    let count = Memo::new(move |_| quotes.with(|lines| lines.iter().flatten().count()));
    let rights = use_rights();
    let reason = MaybeProp::derive(move || {
        if commit.is_busy() || stage.with(|stage| matches!(stage, Stage::Sending)) {
            return Some(texts::KEEPING.get().to_owned());
        }
        let open = match () {
            () if count.get() == 0 => Some(texts::NO_TOTAL),
            () if customer.with(|name| name.trim().is_empty()) => Some(texts::KEEP_NAME_FIRST),
            () if is_demonstration.get() && !starts_empty.get() => Some(import::DECIDE_FIRST),
            () => None,
        };
        open.map(|text| text.get().to_owned())
            .or_else(|| rights.may(Permission::ImportReservations).err())
    });
    let keep = Callback::new(move |_| {
        let name = customer.get_untracked();
        let kept = quotes.with_untracked(|quotes| {
            form.with_untracked(|form| form.kept(quotes, &name, decimal_sign()))
        });
        keeping.keep(kept);
    });
    let empty = live(move || {
        if !is_demonstration.get() {
            return ().into_any();
        }
        let on_change = Callback::new(move |is_on| starts_empty.set(is_on));
        view! {
            <p>{t(import::DEMONSTRATION_ABOUT)}</p>
            <Switch label=texts::START_EMPTY is_on=starts_empty on_change />
        }
        .into_any()
    });
    let outcome = live(move || match stage.get() {
        Stage::Open | Stage::Sending => ().into_any(),
        Stage::NotSent(error) => view! {
            <Problem error />
            <p class="consequence">{t(import::NOTHING_CHANGED)}</p>
        }
        .into_any(),
        Stage::Rejected(field) => view! {
            <p class="field-error" role="alert">{t(texts::NOT_KEPT)} " " <code>{field}</code></p>
        }
        .into_any(),
        Stage::Kept(id) => {
            let address = id.map_or_else(paths::customers, |id| paths::customer(&id));
            view! {
                <Notice tone=Tone::Success title=texts::KEPT />
                <div>
                    <LinkButton address=Signal::stored(address)>{t(import::TO_RESERVATIONS)}</LinkButton>
                </div>
            }
            .into_any()
        }
    });
    view! {
        <section class="card part" aria-label=t(texts::KEEP)>
            <Disclosure summary=texts::KEEP>
                <div class="stack">
                    <p>{live_text(move || t_count(texts::KEEP_ABOUT, count.get() as u64, &[]))}</p>
                    <TextField
                        label=shell::CUSTOMER
                        hint=texts::KEEP_HINT
                        value=customer
                        on_input=Callback::new(move |text| customer.set(text))
                    />
                    {empty}
                    <div>
                        <Button kind=ButtonKind::Primary on_click=keep disabled_reason=reason>
                            {t(texts::KEEP_BUTTON)}
                        </Button>
                    </div>
                    <div role="status">
                        {outcome} {live(move || commit.outcome(import::NOTHING_CHANGED))}
                    </div>
                </div>
            </Disclosure>
        </section>
    }
    .into_any()
}

impl Keeping {
    /// Stages what is to be kept, and commits it.
    fn keep(self, kept: Kept) {
        let Kept { customer, body } = kept;
        let start = Start { files: Vec::new(), start_empty: self.starts_empty.get_untracked() };
        self.commit.clear();
        self.stage.set(Stage::Sending);
        spawn_local(async move {
            let staged = self.stage_all(&start, body).await;
            match staged {
                Ok(Ok(id)) => self.commit(id, customer),
                Ok(Err(field)) => drop(self.stage.try_set(Stage::Rejected(field))),
                Err(error) => drop(self.stage.try_set(Stage::NotSent(error))),
            }
        });
    }

    /// The id of the import, or the field that the service does not take.
    async fn stage_all(
        self,
        start: &Start,
        body: String,
    ) -> Result<Result<String, String>, ApiError> {
        let import = self.api.start_import(start).await?;
        let staged = self.api.stage_part(&import.id, 0, body).await?;
        Ok(match staged.rejected.into_iter().next() {
            None => Ok(import.id),
            Some(rejected) => {
                // What nobody commits is forgotten in any case.
                drop(self.api.discard_import(&import.id).await);
                Err(rejected.field)
            }
        })
    }

    fn commit(self, id: String, customer: String) {
        if self.stage.try_set(Stage::Open).is_some() {
            return;
        }
        let what = format!("commit {id}");
        let send = move |attempt| -> Change {
            let id = id.clone();
            Box::pin(async move { self.api.commit_import(&id, &attempt).await })
        };
        self.commit.send("quick".to_owned(), what, send, move || {
            let customer = customer.clone();
            self.account.reload();
            self.api.have_kept();
            spawn_local(async move {
                let all = self.api.customer_summaries().await.unwrap_or_default();
                let is_it =
                    |name: &str| name.trim().to_lowercase() == customer.trim().to_lowercase();
                let found = all.into_iter().find(|it| is_it(&it.display_name));
                self.stage.try_set(Stage::Kept(found.map(|it| it.customer_id)));
            });
        });
    }
}
