//! Tells people why records did not come, what to do about it, and what support will ask for.

use crate::api::ApiError;
use crate::i18n::catalogue::problem as words;
use crate::i18n::{Text, t_count};
use crate::ui::{CopyButton, Disclosure, Notice, Property, PropertyList, Tone, live_text};
use leptos::prelude::*;

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
    view! {
        <Notice tone=Tone::Danger title=title nostrip:on_retry=on_retry>
            <p>{live_text(advice)}</p>
            {details(error)}
        </Notice>
    }
    .into_any()
}

/// What went wrong, in one sentence without the service's own words.
#[must_use]
pub fn title(error: &ApiError) -> Text {
    match error {
        ApiError::Network => words::NO_CONNECTION,
        ApiError::Timeout => words::TIMEOUT,
        ApiError::Malformed { .. } => words::UNREADABLE,
        ApiError::Problem { status, .. } => match status {
            401 => words::NOT_SIGNED_IN,
            403 => words::FORBIDDEN,
            404 => words::NOT_FOUND,
            409 | 412 => words::CONFLICT,
            429 => words::TOO_MANY,
            500.. => words::SERVICE_FAILED,
            _ => words::REFUSED,
        },
    }
}

/// What to do about it in the language of this moment; empty when there is nothing to advise.
#[must_use]
pub fn advice(error: &ApiError) -> String {
    let text = match error {
        ApiError::Network => words::NO_CONNECTION_ADVICE,
        ApiError::Timeout => words::TIMEOUT_ADVICE,
        ApiError::Malformed { .. } => words::UNREADABLE_ADVICE,
        ApiError::Problem { retry_after: Some(wait), .. } => {
            return t_count(words::RETRY_AFTER, wait.as_secs(), &[]);
        }
        ApiError::Problem { status, .. } => match status {
            401 => words::NOT_SIGNED_IN_ADVICE,
            403 => words::FORBIDDEN_ADVICE,
            404 => words::NOT_FOUND_ADVICE,
            409 | 412 => words::CONFLICT_ADVICE,
            429 => words::TOO_MANY_ADVICE,
            500.. => words::SERVICE_FAILED_ADVICE,
            _ => return String::new(),
        },
    };
    text.get().to_owned()
}

/// What the service itself said, and the id by which it finds the request again.
fn details(error: ApiError) -> Option<AnyView> {
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
