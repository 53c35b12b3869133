//! Documents of a customer that cannot be read: what is wrong with each, and the ways out.

use crate::api::{Permission, Tenant, UnreadableDocument, load, use_api};
use crate::i18n::catalogue::{common, customer, customers as words};
use crate::i18n::{t, t_count};
use crate::platform::download;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::ui::{Button, ButtonKind, Dialog, Notice, live, live_attr, live_text, use_toasts};
use leptos::prelude::*;
use view_model::Tone;

/// A notice with every such document; nothing while there are none, or they cannot be asked for.
#[component]
pub(super) fn UnreadableDocuments(
    /// GUID of the customer's tenant.
    customer: String,
) -> impl IntoView {
    let (api, toasts) = (use_api(), use_toasts());
    let asked_about = customer.clone();
    let documents = load(
        move || asked_about.clone(),
        move |customer: String| async move { api.unreadable_documents(&customer).await },
    );
    let tenant = StoredValue::new(Tenant::Customer(customer));
    let asked = RwSignal::new(None::<UnreadableDocument>);
    let is_open = RwSignal::new(false);
    let sending = Sending::new(tenant.get_value());
    let remove = Callback::new(move |_| {
        let Some(UnreadableDocument { name, .. }) = asked.get_untracked() else { return };
        let subject = name.clone();
        let send = move |attempt| -> Change {
            let (tenant, name) = (tenant.get_value(), name.clone());
            Box::pin(async move { api.remove_unreadable_document(tenant, &name, &attempt).await })
        };
        sending.send("unreadable".to_owned(), subject, send, move || {
            is_open.set(false);
            documents.reload();
            toasts.show(Tone::Success, untrack(|| customer::UNREADABLE_REMOVED.get()));
        });
    });
    let ask = Callback::new(move |document| {
        sending.clear();
        asked.set(Some(document));
        is_open.set(true);
    });
    let busy = MaybeProp::derive(move || {
        sending.is_busy().then(|| customer::UNREADABLE_REMOVING.get().to_owned())
    });
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=remove disabled_reason=busy>
                {t(customer::UNREADABLE_REMOVE)}
            </Button>
        }
    };
    view! {
        {live(move || match documents.ready().filter(|all| !all.is_empty()) {
            Some(all) => notice(&all, ask),
            None => ().into_any(),
        })}
        <Dialog is_open title=customer::UNREADABLE_REMOVE_TITLE actions>
            <p>{live_text(move || asked.with(|asked| asked.as_ref().map(in_words).unwrap_or_default()))}</p>
            <p>{t(customer::UNREADABLE_REMOVE_MEANS)}</p>
            {live(move || sending.outcome(customer::UNREADABLE_KEPT))}
        </Dialog>
    }
    .into_any()
}

fn notice(all: &[UnreadableDocument], ask: Callback<UnreadableDocument>) -> AnyView {
    let count = all.len();
    let title = move || unreadable_count(count as u64);
    let rows = all.iter().map(|document| row(document.clone(), ask)).collect_view();
    view! {
        <Notice tone=Tone::Warning title=title>
            <p>{t(customer::UNREADABLE_WHY)}</p>
            <ul class="plain-list unreadable">{rows}</ul>
        </Notice>
    }
    .into_any()
}

fn row(document: UnreadableDocument, ask: Callback<UnreadableDocument>) -> AnyView {
    let rights = use_rights();
    let why_not = MaybeProp::derive(move || rights.may(Permission::ResetDemonstration).err());
    let toasts = use_toasts();
    let (saved, asked) = (document.clone(), document.clone());
    let save = Callback::new(move |_| {
        let file_name = format!("{}.json", saved.name.replace(['/', '\\', ':'], "-"));
        if !download::save(&file_name, "application/json", &saved.document) {
            toasts.show(Tone::Danger, untrack(|| customer::NOT_SAVED.get()));
        }
    });
    let name = in_words(&document);
    let label = move || Some(name.clone());
    view! {
        <li role="group" aria-label=live_attr(label)>
            <div>
                <strong>{document.kind.clone()}</strong>
                " "
                <code>{document.name.clone()}</code>
            </div>
            // The service speaks English, whatever the language of the page.
            <div lang="en" class="muted">{document.reason}</div>
            <div class="button-row">
                <Button kind=ButtonKind::Quiet on_click=save>{t(customer::SAVE_AS_FILE)}</Button>
                <Button
                    kind=ButtonKind::Quiet
                    on_click=Callback::new(move |_| ask.run(asked.clone()))
                    disabled_reason=why_not
                >
                    {t(customer::UNREADABLE_ASK_REMOVE)}
                </Button>
            </div>
        </li>
    }
    .into_any()
}

fn in_words(document: &UnreadableDocument) -> String {
    format!("{} {}", document.kind, document.name)
}

/// How many documents cannot be read, in the language of this moment.
pub(super) fn unreadable_count(count: u64) -> String {
    t_count(words::UNREADABLE, count, &[])
}
