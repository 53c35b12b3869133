//! Reservations as files for other programs.

use super::writer::{Luggage, Saved, Saving};
use crate::api::{Api, ApiError, use_api};
use crate::i18n::catalogue::{common, data as texts};
use crate::i18n::{Text, t};
use crate::problem::Problem;
use crate::quote::book::Book;
use crate::shell::use_policy;
use crate::ui::{Button, ButtonKind, Icon, Menu, Notice, Symbol, live, use_toasts};
use calculator::Policy;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::Tone;
use view_model::export::Form;

/// The forms in the order in which they are offered, each with the words on its button.
const FORMS: [(Form, Text); 4] = [
    (Form::Workbook, texts::EXPORT_WORKBOOK),
    (Form::ExcelCsv, texts::EXPORT_EXCEL),
    (Form::Csv, texts::EXPORT_CSV),
    (Form::JsonLines, texts::EXPORT_JSON),
];

/// How far an export has come.
#[derive(Clone)]
enum Stage {
    Idle,
    Asked,
    Nothing,
    Saved(bool),
    Failed(ApiError, Form),
}

pub(super) fn part() -> AnyView {
    let (api, policy) = (use_api(), use_policy());
    let (stage, saving) = (RwSignal::new(Stage::Idle), Saving::new());
    let save = move |form| {
        stage.set(Stage::Asked);
        let policy = policy.get_untracked();
        spawn_local(async move {
            let next = match everything(api, policy).await {
                Ok(luggage) if luggage.rows.is_empty() => Stage::Nothing,
                Ok(luggage) => match saving.save(&luggage, form).await {
                    Saved::Yes => Stage::Saved(true),
                    Saved::No => Stage::Saved(false),
                    Saved::Stopped => Stage::Idle,
                },
                Err(error) => Stage::Failed(error, form),
            };
            stage.try_set(next);
        });
    };
    let busy = MaybeProp::derive(move || {
        stage.with(|stage| matches!(stage, Stage::Asked)).then(|| texts::PREPARING.get().to_owned())
    });
    let button = move |(form, label): (Form, Text)| {
        view! {
            <Button disabled_reason=busy on_click=Callback::new(move |_| save(form))>
                <Icon symbol=Symbol::Download />
                {t(label)}
            </Button>
        }
    };
    let outcome = move || match stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Asked if saving.is_busy() => ().into_any(),
        Stage::Asked => view! { <p class="busy">{t(texts::PREPARING)}</p> }.into_any(),
        Stage::Nothing => view! { <Notice title=texts::NOTHING_TO_EXPORT /> }.into_any(),
        Stage::Saved(true) => view! { <Notice tone=Tone::Success title=texts::SAVED /> }.into_any(),
        Stage::Saved(false) => {
            view! { <Notice tone=Tone::Danger title=common::NOT_SAVED /> }.into_any()
        }
        Stage::Failed(error, form) => {
            view! { <Problem error on_retry=Callback::new(move |()| save(form)) /> }.into_any()
        }
    };
    view! {
        <section class="card part" aria-label=t(texts::EXPORT)>
            <h2>{t(texts::EXPORT)}</h2>
            <p class="hint">{t(texts::EXPORT_HINT)}</p>
            <div class="button-row">{FORMS.map(button).collect_view()}</div>
            {saving.shown()}
            <div role="status">{live(outcome)}</div>
        </section>
    }
    .into_any()
}

/// Hands over the reservations that a page has at hand; `None` while it has none.
pub type Take = Arc<dyn Fn() -> Option<Luggage> + Send + Sync>;

/// The button behind which reservations are saved in one of the forms, and how far a file is.
pub fn export_menu(take: Take) -> AnyView {
    let (toasts, saving) = (use_toasts(), Saving::new());
    let busy =
        MaybeProp::derive(move || saving.is_busy().then(|| texts::PREPARING.get().to_owned()));
    let button = move |(form, label): (Form, Text)| {
        let take = Arc::clone(&take);
        let save = Callback::new(move |_| {
            let say = move |tone, text: Text| toasts.show(tone, untrack(|| text.get()));
            let Some(luggage) = untrack(|| take()).filter(|luggage| !luggage.rows.is_empty())
            else {
                return say(Tone::Info, texts::NOTHING_TO_EXPORT);
            };
            spawn_local(async move {
                match saving.save(&luggage, form).await {
                    Saved::Yes => say(Tone::Success, texts::SAVED),
                    Saved::No => say(Tone::Danger, common::NOT_SAVED),
                    Saved::Stopped => {}
                }
            });
        });
        view! {
            <Button kind=ButtonKind::Quiet disabled_reason=busy on_click=save>{t(label)}</Button>
        }
    };
    view! {
        <Menu name=texts::EXPORT button=|| view! { {t(texts::EXPORT)} <Icon symbol=Symbol::ChevronDown /> }>
            {FORMS.map(button).collect_view()}
        </Menu>
        {saving.shown()}
    }
    .into_any()
}

/// All reservations, quoted for today under a policy.
async fn everything(api: Api, policy: &'static Policy) -> Result<Luggage, ApiError> {
    let book = Book::read(api, None).await?;
    let portfolio = &book.portfolio;
    if let Some((_, why)) = portfolio.unusable().first() {
        let (path, reason) = (String::new(), why.to_string());
        return Err(ApiError::Malformed { path, reason, request_id: None });
    }
    let quotes = portfolio.quotes(&book.question(portfolio.today(), policy));
    let rows = (0_u32..).take(portfolio.len()).collect();
    Ok(Luggage { quotes: Arc::new(quotes), rows: Arc::new(rows), book: Arc::new(book) })
}
