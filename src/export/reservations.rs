//! Reservations as files for other programs.

use crate::api::{Api, ApiError, use_api};
use crate::i18n::catalogue::data as texts;
use crate::i18n::{self, Text, t};
use crate::platform::{clock, download};
use crate::problem::Problem;
use crate::shell::{PolicyChoice, use_policy};
use crate::ui::{Button, ButtonKind, Icon, Menu, Notice, Symbol, Tone, live, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::columns::{Portfolio, Question, split_blocks};
use std::sync::Arc;
use view_model::csv::Manner;
use view_model::export::{COLUMN_COUNT, Taken};
use view_model::usd_rates;

/// The form of a file.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    Csv,
    ExcelCsv,
    JsonLines,
}

/// How far an export has come.
#[derive(Clone)]
enum Stage {
    Idle,
    Asked,
    Nothing,
    Saved(bool),
    Failed(ApiError, Form),
}

/// The columns in the reader's words, in their order.
const HEADS: [Text; COLUMN_COUNT] = [
    texts::HEAD_ID,
    texts::HEAD_ORDER,
    texts::HEAD_CUSTOMER,
    texts::HEAD_TENANT,
    texts::HEAD_NAME,
    texts::HEAD_SKU,
    texts::HEAD_REGION,
    texts::HEAD_PRODUCT,
    texts::HEAD_UNITS,
    texts::HEAD_TERM,
    texts::HEAD_PURCHASED,
    texts::HEAD_EXPIRES,
    texts::HEAD_STATE,
    texts::HEAD_ACTIVE,
    texts::HEAD_PRICE,
    texts::HEAD_CURRENCY,
    texts::HEAD_PLAN,
    texts::HEAD_USED,
    texts::HEAD_POLICY,
    texts::HEAD_ON,
    texts::HEAD_DECISION,
    texts::HEAD_PAYABLE,
    texts::HEAD_CANCELLED,
    texts::HEAD_MISSING,
];

pub(super) fn part() -> AnyView {
    let (api, policy) = (use_api(), use_policy());
    let stage = RwSignal::new(Stage::Idle);
    let save = move |form| {
        stage.set(Stage::Asked);
        spawn_local(async move {
            let next = all(api, policy, form).await;
            stage.try_set(next.unwrap_or_else(|error| Stage::Failed(error, form)));
        });
    };
    let busy = MaybeProp::derive(move || {
        stage.with(|stage| matches!(stage, Stage::Asked)).then(|| texts::PREPARING.get().to_owned())
    });
    let button = move |form, label: Text| {
        view! {
            <Button disabled_reason=busy on_click=Callback::new(move |_| save(form))>
                <Icon symbol=Symbol::Download />
                {t(label)}
            </Button>
        }
    };
    let outcome = move || match stage.get() {
        Stage::Idle => ().into_any(),
        Stage::Asked => view! { <p class="busy">{t(texts::PREPARING)}</p> }.into_any(),
        Stage::Nothing => view! { <Notice title=texts::NOTHING_TO_EXPORT /> }.into_any(),
        Stage::Saved(true) => view! { <Notice tone=Tone::Success title=texts::SAVED /> }.into_any(),
        Stage::Saved(false) => {
            view! { <Notice tone=Tone::Danger title=texts::NOT_SAVED /> }.into_any()
        }
        Stage::Failed(error, form) => {
            view! { <Problem error on_retry=Callback::new(move |()| save(form)) /> }.into_any()
        }
    };
    view! {
        <section class="card part" aria-label=t(texts::EXPORT)>
            <h2>{t(texts::EXPORT)}</h2>
            <p class="hint">{t(texts::EXPORT_HINT)}</p>
            <div class="button-row">
                {button(Form::Csv, texts::EXPORT_CSV)} {button(Form::ExcelCsv, texts::EXPORT_EXCEL)}
                {button(Form::JsonLines, texts::EXPORT_JSON)}
            </div>
            <div role="status">{live(outcome)}</div>
        </section>
    }
    .into_any()
}

/// Hands the reservations that a page has at hand to whoever saves them.
pub type Take = Arc<dyn Fn(&dyn Fn(&Taken<'_>) -> bool) -> bool + Send + Sync>;

/// The button behind which reservations are saved in one of the forms.
pub fn export_menu(take: Take) -> AnyView {
    let toasts = use_toasts();
    let button = move |form, label: Text| {
        let take = Arc::clone(&take);
        let save = Callback::new(move |_| {
            let is_saved = untrack(|| take(&|taken| save_as(taken, form)));
            let (tone, text) = match is_saved {
                true => (Tone::Success, texts::SAVED),
                false => (Tone::Danger, texts::NOT_SAVED),
            };
            toasts.show(tone, untrack(|| text.get()));
        });
        view! { <Button kind=ButtonKind::Quiet on_click=save>{t(label)}</Button> }
    };
    view! {
        <Menu name=texts::EXPORT button=|| view! { {t(texts::EXPORT)} <Icon symbol=Symbol::ChevronDown /> }>
            {button(Form::Csv, texts::EXPORT_CSV)} {button(Form::ExcelCsv, texts::EXPORT_EXCEL)}
            {button(Form::JsonLines, texts::EXPORT_JSON)}
        </Menu>
    }
    .into_any()
}

/// Takes all reservations along, quoted for today under the policy on screen.
async fn all(api: Api, policy: PolicyChoice, form: Form) -> Result<Stage, ApiError> {
    let blocks = api.portfolio().await?;
    // Without rates the limit of other currencies is not checked, and the file says so.
    let rates = usd_rates(&api.exchange_rates().await.unwrap_or_default());
    let unreadable =
        |reason: String| ApiError::Malformed { path: String::new(), reason, request_id: None };
    let blocks = split_blocks(&blocks).map_err(|error| unreadable(error.to_string()))?;
    let (on, policy) = (clock::today(), policy.get_untracked());
    let portfolio = Portfolio::of(blocks, on);
    if let Some((_, why)) = portfolio.unusable().first() {
        return Err(unreadable(why.to_string()));
    }
    let quotes = portfolio.quotes(&Question { on, policy, rates: &rates });
    let rows: Vec<u32> = (0_u32..).take(portfolio.len()).collect();
    if rows.is_empty() {
        return Ok(Stage::Nothing);
    }
    let taken =
        Taken { portfolio: &portfolio, quotes: &quotes, rows: &rows, policy: policy.id, on };
    Ok(Stage::Saved(save_as(&taken, form)))
}

/// Offers reservations as a file; answers whether the browser took it.
fn save_as(taken: &Taken<'_>, form: Form) -> bool {
    let (extension, media_type, contents) = match form {
        Form::Csv => ("csv", "text/csv", taken.plain_csv()),
        Form::ExcelCsv => {
            let heads = untrack(|| HEADS.map(|text| text.get()));
            let manner = Manner::of_locale(&untrack(i18n::locale));
            ("csv", "text/csv", taken.excel_csv(&manner, &heads))
        }
        Form::JsonLines => ("jsonl", "application/jsonl", taken.json_lines()),
    };
    let name = format!("prorata-reservations-{}.{extension}", taken.on);
    download::save(&name, media_type, &contents)
}
