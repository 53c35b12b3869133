//! Records as the service writes them.

use crate::i18n::catalogue::properties as texts;
use crate::i18n::{Text, t};
use crate::reservation::part::Part;
use crate::ui::{CopyButton, Disclosure, live};
use leptos::prelude::*;
use serde_json::Value;

/// The record and its order as JSON; each is there once it has been read.
pub(super) fn raw_part(
    reservation: Signal<Option<Value>>,
    order: Signal<Option<Value>>,
) -> AnyView {
    view! {
        <Part title=texts::RAW>
            {json(texts::RAW_RESERVATION, reservation)} {json(texts::RAW_ORDER, order)}
        </Part>
    }
    .into_any()
}

fn json(title: Text, record: Signal<Option<Value>>) -> AnyView {
    let text = Signal::derive(move || {
        record.with(|record| record.as_ref().map(pretty).unwrap_or_default())
    });
    view! {
        <Disclosure summary=title>
            <div class="stack">
                <div><CopyButton what=title text has_words=true /></div>
                // It scrolls on its own, so that the keyboard has to reach it.
                <pre class="json" tabindex="0" role="region" aria-label=t(title)>
                    <code>{live(move || text.get().into_any())}</code>
                </pre>
            </div>
        </Disclosure>
    }
    .into_any()
}

fn pretty(record: &Value) -> String {
    serde_json::to_string_pretty(record).unwrap_or_default()
}
