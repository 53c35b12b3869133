//! One request: its number, its state, what it says, and what can be changed of it.

use super::places::country;
use super::status::{severities, severity_meaning, severity_name, status_name, status_tone};
use super::text;
use super::topics::{in_words, whole_in_words};
use crate::api::{Load, Permission, State, Tenant, load, use_api};
use crate::i18n::catalogue::{common, shell, support as texts};
use crate::i18n::{self, Text, locale, t, t_count, t_with};
use crate::paths::route;
use crate::paths::{self, Entry};
use crate::platform::places::{Kind, names};
use crate::problem::Problem;
use crate::query::use_query;
use crate::rights::use_rights;
use crate::sending::{Change, Sending};
use crate::shell::use_current_customer;
use crate::ui::{
    Badge, Breadcrumbs, Button, ButtonKind, Control, CopyButton, Crumb, Dialog, FieldSpec, Heading,
    LinkButton, Property, PropertyList, Skeleton, field_of_data, live, live_text, use_toasts,
};
use azure::{
    Consent, ContactDetails, ContactMethod, ReservationId, SupportTicket, TicketStatus, Timestamp,
};
use leptos::prelude::*;
use serde_json::{Value, json};
use std::sync::Arc;
use view_model::Tone;
use view_model::address::{ReservationRef, parameter};

/// The request that the address names.
#[component]
pub fn Ticket() -> impl IntoView {
    let query = use_query();
    let named =
        Memo::new(move |_| (query.text(parameter::CUSTOMER), query.text(parameter::TICKET)));
    live(move || {
        let (customer, name) = named.get();
        one(customer, name)
    })
}

fn one(customer: String, name: String) -> AnyView {
    let api = use_api();
    let shown = use_current_customer();
    let key = (customer.clone(), name);
    let ticket = load(
        move || key.clone(),
        move |(customer, name): (String, String)| async move {
            api.support_ticket(&customer, &name).await
        },
    );
    let known = customer.clone();
    let customer_name =
        move || shown.name_of(&known).unwrap_or_else(|| shell::CUSTOMER.get().to_owned());
    let crumbs = vec![
        Crumb::link(shell::NAV_CUSTOMERS, paths::customers()),
        Crumb::link(customer_name, paths::customer(&customer)),
        Crumb::link(texts::REQUESTS, paths::support_requests(&customer)),
        Crumb::here(texts::REQUEST),
    ];
    let body = live(move || match ticket.state() {
        State::Loading => view! { <Skeleton lines=8 /> }.into_any(),
        State::Failed(error) => {
            let retry = Callback::new(move |()| ticket.reload());
            view! {
                <Heading title=route::TICKET.title />
                <Problem error on_retry=retry />
            }
            .into_any()
        }
        State::Ready(record) => ticket_page(&customer, ticket, record),
    });
    view! {
        <Breadcrumbs crumbs />
        {body}
    }
    .into_any()
}

fn ticket_page(customer: &str, load: Load<SupportTicket>, ticket: Arc<SupportTicket>) -> AnyView {
    let properties = ticket.properties();
    let title = properties.title.clone().unwrap_or_default();
    let status = properties.status.clone();
    let tone = status_tone(status.as_ref());
    let number = properties.support_ticket_id.clone().unwrap_or_default();
    let summary = {
        let number = number.clone();
        move || {
            let (status, number) = (status.clone(), number.clone());
            view! {
                <Badge tone>{live_text(move || status_name(status.as_ref()))}</Badge>
                <span class="copyable">
                    <span>{t(texts::NUMBER)} " " <code>{number.clone()}</code></span>
                    <CopyButton what=texts::NUMBER text=Signal::stored(number) />
                </span>
            }
        }
    };
    let record = Arc::clone(&ticket);
    let properties_shown = live(move || {
        // Number and status stand under the heading already.
        let facts = facts(&record).into_iter();
        let facts = facts.skip_while(|(name, _)| [texts::NUMBER, texts::STATUS].contains(name));
        let facts =
            facts.map(|(name, value)| view! { <Property name>{value}</Property> }.into_any());
        view! { <PropertyList>{facts.collect_view()}</PropertyList> }.into_any()
    });
    let record = Arc::clone(&ticket);
    let words = Signal::derive(move || text::of_ticket(&record));
    let subject = subject(customer, &ticket).map(|of| {
        let address = Signal::stored(paths::reservation(&of, Entry::SupportRequest));
        view! { <LinkButton address>{t(texts::OPEN_RECORD)}</LinkButton> }.into_any()
    });
    let description = properties.description.clone();
    view! {
        <Heading title summary />
        <div class="stack">
            <section class="card part" aria-label=t(texts::REQUEST)>
                {properties_shown}
                <div class="button-row">
                    {subject} <CopyButton what=texts::REQUEST_AS_TEXT text=words has_words=true />
                </div>
            </section>
            {changes(customer, load, &ticket)}
            <section class="card part">
                <h2>{t(texts::DESCRIPTION)}</h2>
                <p class="ticket-words">{description}</p>
            </section>
        </div>
    }
    .into_any()
}

/// The full id of what a request is about.
pub(super) fn subject_id(ticket: &SupportTicket) -> Option<&str> {
    ticket.properties().technical_ticket_details.as_ref()?.resource_id.as_deref()
}

/// The reservation that a request is about.
fn subject(customer: &str, ticket: &SupportTicket) -> Option<ReservationRef> {
    let id = ReservationId::parse(subject_id(ticket)?).ok()?;
    Some(ReservationRef::of(customer, &id))
}

/// Everything that is known of a request but its words, in the language of this moment.
pub(super) fn facts(ticket: &SupportTicket) -> Vec<(Text, String)> {
    let properties = ticket.properties();
    let moment = |time: &Option<Timestamp>| time.as_ref().and_then(Timestamp::at).map(i18n::moment);
    let agreement = properties.service_level_agreement.as_ref();
    let answer_by = agreement.and_then(|it| {
        let by = moment(&it.expiration_time)?;
        Some(match it.sla_minutes {
            Some(minutes) => {
                t_with(texts::BY_AND_WITHIN, &[("by", by), ("within", within(minutes))])
            }
            None => by,
        })
    });
    let engineer = properties.support_engineer.as_ref();
    let mut facts = vec![
        (texts::NUMBER, properties.support_ticket_id.clone()),
        (texts::STATUS, Some(status_name(properties.status.as_ref()))),
        (texts::SEVERITY, properties.severity.as_ref().map(severity_name)),
        (texts::ANSWER_BY, answer_by),
        (texts::CREATED_ON, moment(&properties.created_date)),
        (texts::CHANGED_ON, moment(&properties.modified_date)),
        (texts::ISSUE_TYPE, properties.service_display_name.as_deref().map(in_words)),
        (
            texts::PROBLEM_TYPE,
            properties.problem_classification_display_name.as_deref().map(whole_in_words),
        ),
        (texts::SUPPORT_PLAN, properties.support_plan_display_name.clone()),
        (texts::ENGINEER, engineer.and_then(|engineer| engineer.email_address.clone())),
        (texts::CONSENT, properties.advanced_diagnostic_consent.as_ref().map(consent)),
    ];
    if let Some(contact) = &properties.contact_details {
        facts.extend(of_contact(contact));
    }
    facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn of_contact(contact: &ContactDetails) -> [(Text, Option<String>); 7] {
    let names_of = [&contact.first_name, &contact.last_name].map(|name| name.as_deref());
    let name = names_of.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let method = contact.preferred_contact_method.as_ref().map(|method| match method {
        ContactMethod::Email => texts::BY_EMAIL.get().to_owned(),
        ContactMethod::Phone => texts::BY_PHONE.get().to_owned(),
        ContactMethod::Other(unknown) => unknown.to_string(),
    });
    let language = contact.preferred_support_language.as_deref();
    [
        (texts::CONTACT, Some(name).filter(|name| !name.is_empty())),
        (texts::METHOD, method),
        (texts::EMAIL, contact.primary_email_address.clone()),
        (texts::PHONE, contact.phone_number.clone()),
        (texts::TIME_ZONE, contact.preferred_time_zone.clone()),
        (texts::COUNTRY, contact.country.as_deref().map(|code| country(&locale(), code))),
        (
            texts::SUPPORT_LANGUAGE,
            language.and_then(|tag| names(&locale(), Kind::Language, &[tag]).pop()),
        ),
    ]
}

fn consent(consent: &Consent) -> String {
    match consent {
        Consent::Yes => common::YES.get().to_owned(),
        Consent::No => common::NO.get().to_owned(),
        Consent::Other(unknown) => unknown.to_string(),
    }
}

/// A time that support promises, in whole hours if it is some.
fn within(minutes: u32) -> String {
    let (text, count) = match minutes {
        60.. if minutes.is_multiple_of(60) => (texts::WITHIN_HOURS, minutes / 60),
        _ => (texts::WITHIN_MINUTES, minutes),
    };
    t_count(text, count.into(), &[])
}

/// Closing, reopening, another severity. What was chosen stays when the service refuses.
fn changes(customer: &str, load: Load<SupportTicket>, ticket: &SupportTicket) -> AnyView {
    let properties = ticket.properties();
    let (api, toasts, rights) = (use_api(), use_toasts(), use_rights());
    let status = properties.status.clone();
    let is_closed = status == Some(TicketStatus::Closed);
    let is_updating = status == Some(TicketStatus::Updating);
    let severity = properties.severity.as_ref().map(ToString::to_string).unwrap_or_default();
    let number = properties.support_ticket_id.clone().unwrap_or_default();

    let is_asking = RwSignal::new(false);
    let chosen = RwSignal::new(severity.clone());
    let sending = Sending::new(Tenant::Customer(customer.to_owned()));

    let customer = customer.to_owned();
    let name = ticket.name.clone().unwrap_or_default();
    let change = Callback::new(move |change: Value| {
        let (customer, name) = (customer.clone(), name.clone());
        let (subject, what) = (format!("ticket.{name}"), change.to_string());
        let send = move |attempt| -> Change {
            let (customer, name, change) = (customer.clone(), name.clone(), change.clone());
            Box::pin(async move {
                api.change_ticket(&customer, &name, &change, &attempt).await.map(drop)
            })
        };
        sending.send(subject, what, send, move || {
            toasts.show(Tone::Success, untrack(|| texts::CHANGED.get()));
            load.reload();
        });
    });
    let reason = move || {
        let not_now = is_updating || sending.is_busy();
        let updating = not_now.then(|| texts::NOT_WHILE_UPDATING.get().to_owned());
        rights.may(Permission::CreateSupportRequests).err().or(updating)
    };
    let no_change = MaybeProp::derive(reason);
    let no_severity = MaybeProp::derive(move || {
        let is_same = chosen.with(|chosen| *chosen == severity);
        let why = match (is_closed, is_same) {
            (true, _) => Some(texts::NOT_WHEN_CLOSED),
            (_, true) => Some(texts::SAME_SEVERITY),
            _ => None,
        };
        reason().or_else(|| why.map(|why| why.get().to_owned()))
    });
    let set_severity = Callback::new(move |_| {
        change.run(json!({ "severity": chosen.get_untracked() }));
    });
    let set_status = move |status: &TicketStatus| {
        change.run(json!({ "status": status.as_str().to_ascii_lowercase() }));
    };
    let close = Callback::new(move |_| {
        is_asking.set(false);
        set_status(&TicketStatus::Closed);
    });
    let next_status = if is_closed {
        let reopen = Callback::new(move |_| set_status(&TicketStatus::Open));
        view! { <Button on_click=reopen disabled_reason=no_change>{t(texts::REOPEN)}</Button> }
            .into_any()
    } else {
        let ask = Callback::new(move |_| is_asking.set(true));
        view! { <Button on_click=ask disabled_reason=no_change>{t(texts::CLOSE)}</Button> }
            .into_any()
    };
    let spec = FieldSpec {
        id: "ticket-severity",
        label: texts::SEVERITY.into(),
        hint: Some((move || chosen.with(|chosen| severity_meaning(chosen))).into()),
        control: Control::Select(Box::new(severities), "off"),
        is_optional: false,
    };
    let choose = Callback::new(move |severity| chosen.set(severity));
    let field = field_of_data(spec, chosen.into(), MaybeProp::default(), choose);
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_asking.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=close>{t(texts::CLOSE)}</Button>
        }
    };
    let consequence = move || t_with(texts::CLOSE_WORDS, &[("number", number.clone())]);
    view! {
        <section class="card part" aria-label=t(texts::CHANGES)>
            <h2>{t(texts::CHANGES)}</h2>
            {live(move || sending.outcome(texts::NOT_CHANGED))}
            <div class="ticket-changes">
                {field}
                <div class="button-row">
                    <Button on_click=set_severity disabled_reason=no_severity>
                        {t(texts::CHANGE_SEVERITY)}
                    </Button>
                    {next_status}
                </div>
            </div>
            <Dialog is_open=is_asking title=texts::CLOSE actions>
                <p>{live_text(consequence)}</p>
            </Dialog>
        </section>
    }
    .into_any()
}
