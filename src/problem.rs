//! Tells people why records did not come, what to do about it, and what support will ask for.

use crate::api::ApiError;
use crate::i18n::catalogue::{change, problem as words};
use crate::i18n::{self, Text, t, t_count, t_with};
use crate::platform::{crash, document};
use crate::ui::{
    Button, ButtonKind, CopyButton, Disclosure, Notice, Property, PropertyList, live_text,
};
use leptos::prelude::*;
use view_model::Tone;

/// The code of a refusal: page and backend are of different builds.
const BUILD_MISMATCH: &str = "BuildMismatch";

/// The code of a failure: the browser does not open what it has stored.
const STORAGE_CLOSED: &str = "StorageClosed";

/// The code of a refusal: somebody has stopped the import.
const IMPORT_CANCELLED: &str = "ImportCancelled";

/// The code of a refusal: the records were written by a newer release.
const NEWER_FORMAT: &str = "NewerFormat";

/// The code of a refusal: the amount is above what one person may carry out alone.
pub(crate) const SECOND_PERSON: &str = "ConfirmationRequired";

/// Why records did not come, in the place where they would stand.
#[component]
pub fn Problem(
    /// What went wrong.
    error: ApiError,
    /// Asks again; brings the button.
    #[prop(optional, into)]
    on_retry: Option<Callback<()>>,
) -> impl IntoView {
    let title = title(&error);
    let advice = {
        let error = error.clone();
        move || advice(&error)
    };
    let reload = is_of_another_build(&error).then(reload);
    let ways_out = (error.code() == STORAGE_CLOSED).then(|| ways_out(&error));
    // The same request would fail again until the page was loaded anew.
    let on_retry = on_retry.filter(|_| reload.is_none());
    view! {
        <Notice tone=Tone::Danger title=title nostrip:on_retry=on_retry>
            <p>{live_text(advice)}</p>
            {reload}
            {ways_out}
            {details(error)}
        </Notice>
    }
    .into_any()
}

/// Whether the page and what answers it are of different builds, or the records are of a newer one.
fn is_of_another_build(error: &ApiError) -> bool {
    [BUILD_MISMATCH, NEWER_FORMAT].contains(&error.code())
}

fn reload() -> AnyView {
    let reload = Callback::new(|_| document::reload());
    view! {
        <div class="button-row">
            <Button kind=ButtonKind::Primary on_click=reload>{t(change::RELOAD)}</Button>
        </div>
    }
    .into_any()
}

/// Leads to the page's own words about an application that does not start: there everything can be removed without
/// opening it.
fn ways_out(error: &ApiError) -> AnyView {
    let said = error.to_string();
    let show = Callback::new(move |_| crash::not_started(&said));
    view! {
        <div class="button-row">
            <Button on_click=show>{t(words::MORE_WAYS_OUT)}</Button>
        </div>
    }
    .into_any()
}

/// What went wrong, in one sentence without the service's own words.
#[must_use]
pub fn title(error: &ApiError) -> Text {
    if let Some(flaw) = backup_flaw(error) {
        return flaw;
    }
    match error {
        ApiError::Network => words::NO_CONNECTION,
        ApiError::Timeout => words::TIMEOUT,
        ApiError::Malformed { .. } => words::UNREADABLE,
        ApiError::Problem { code, .. } if code == BUILD_MISMATCH => change::BUILD_MISMATCH,
        ApiError::Problem { code, .. } if code == NEWER_FORMAT => change::NEWER_FORMAT,
        ApiError::Problem { code, .. } if code == IMPORT_CANCELLED => words::IMPORT_STOPPED,
        ApiError::Problem { code, .. } if code == SECOND_PERSON => words::SECOND_PERSON,
        ApiError::Problem { code, .. } if code == STORAGE_CLOSED => words::CLOSED,
        ApiError::Problem { status, .. } => match status {
            401 => words::NOT_SIGNED_IN,
            403 => words::FORBIDDEN,
            404 => words::NOT_FOUND,
            409 | 412 => words::CONFLICT,
            429 => words::TOO_MANY,
            507 => words::NO_ROOM,
            500.. => words::SERVICE_FAILED,
            _ => words::REFUSED,
        },
    }
}

/// What is wrong with a backup that is not restored.
fn backup_flaw(error: &ApiError) -> Option<Text> {
    Some(match error.code() {
        "NotABackup" => words::NOT_A_BACKUP,
        "NewerBackup" => words::NEWER_BACKUP,
        "DamagedBackup" => words::DAMAGED_BACKUP,
        "TruncatedBackup" => words::TRUNCATED_BACKUP,
        _ => return None,
    })
}

/// Where it was noticed: the service names the line first.
fn line_of_backup(error: &ApiError) -> String {
    let ApiError::Problem { message, .. } = error else { return String::new() };
    let line = message.strip_prefix("line ").and_then(|rest| rest.split(':').next()?.parse().ok());
    let Some(line) = line else { return String::new() };
    t_with(words::SEE_LINE, &[("line", i18n::integer(line))])
}

/// What to do about it in the language of this moment; empty when there is nothing to advise.
#[must_use]
pub fn advice(error: &ApiError) -> String {
    if backup_flaw(error).is_some() {
        return line_of_backup(error);
    }
    let text = match error {
        ApiError::Network => words::NO_CONNECTION_ADVICE,
        ApiError::Timeout => words::TIMEOUT_ADVICE,
        ApiError::Malformed { .. } => words::UNREADABLE_ADVICE,
        ApiError::Problem { code, .. } if code == BUILD_MISMATCH => change::BUILD_MISMATCH_ADVICE,
        ApiError::Problem { code, .. } if code == NEWER_FORMAT => change::NEWER_FORMAT_ADVICE,
        ApiError::Problem { code, .. } if code == IMPORT_CANCELLED => return String::new(),
        ApiError::Problem { code, .. } if code == SECOND_PERSON => words::SECOND_PERSON_ADVICE,
        ApiError::Problem { code, .. } if code == STORAGE_CLOSED => words::CLOSED_ADVICE,
        ApiError::Problem { retry_after: Some(wait), .. } => {
            return t_count(words::RETRY_AFTER, wait.as_secs(), &[]);
        }
        ApiError::Problem { status, .. } => match status {
            401 => words::NOT_SIGNED_IN_ADVICE,
            403 => words::FORBIDDEN_ADVICE,
            404 => words::NOT_FOUND_ADVICE,
            409 | 412 => words::CONFLICT_ADVICE,
            429 => words::TOO_MANY_ADVICE,
            507 => words::NO_ROOM_ADVICE,
            500.. => words::SERVICE_FAILED_ADVICE,
            _ => return String::new(),
        },
    };
    text.get().to_owned()
}

/// What the service itself said, and the id by which it finds the request again.
pub(crate) fn details(error: ApiError) -> Option<AnyView> {
    if matches!(error, ApiError::Network | ApiError::Timeout) {
        return None;
    }
    let said = match &error {
        ApiError::Problem { status, code, message, .. } => {
            format!("{status} {code} {message}").trim_end().to_owned()
        }
        unreadable => unreadable.to_string(),
    };
    let request_id = error.request_id().map(|id| {
        let id = id.to_owned();
        view! {
            <Property name=words::REQUEST_ID>
                <code>{id.clone()}</code>
                <CopyButton what=words::REQUEST_ID text=Signal::stored(id) />
            </Property>
        }
    });
    let view = view! {
        <Disclosure summary=words::DETAILS>
            <PropertyList>
                <Property name=words::SERVICE_SAYS>
                    // The service speaks English, whatever the language of the page.
                    <span lang="en">{said}</span>
                </Property>
                {request_id}
            </PropertyList>
        </Disclosure>
    };
    Some(view.into_any())
}
