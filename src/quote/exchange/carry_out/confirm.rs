//! The confirmation: what is given back, what is bought, what moves today.

use super::flow::{Flow, Offer, Stage};
use crate::i18n::catalogue::{common, exchange as texts};
use crate::i18n::{self, t, t_count, t_with};
use crate::quote::offer_dialog::open_while_offered;
use crate::quote::remark::remark_notices;
use crate::quote::words;
use crate::ui::{Button, ButtonKind, Dialog, live, live_text};
use calculator::exchange::SavingsPlanType;
use leptos::prelude::*;
use std::rc::Rc;

/// Asks whether the exchange of the offer is to be carried out.
pub(super) fn confirm(flow: Flow) -> AnyView {
    let offer = move || match flow.stage() {
        Stage::Offered(offer) => Some(offer),
        _ => None,
    };
    let is_offered = Rc::new(move || offer().is_some());
    // The form keeps what was typed.
    let is_open = open_while_offered(is_offered, Box::new(move || flow.stop()));
    let commit = Callback::new(move |_| {
        if let Some(offer) = untrack(offer) {
            flow.commit(offer);
        }
    });
    let actions = move || {
        view! {
            <Button on_click=Callback::new(move |_| is_open.set(false))>{t(common::CANCEL)}</Button>
            <Button kind=ButtonKind::Danger on_click=commit>{t(texts::CONFIRM)}</Button>
        }
        .into_any()
    };
    let question = live(move || match offer() {
        Some(offer) => question(&offer),
        None => ().into_any(),
    });
    view! { <Dialog is_open title=texts::CONFIRM_TITLE actions>{question}</Dialog> }.into_any()
}

fn question(offer: &Offer) -> AnyView {
    let quoted = &offer.quoted;
    let exchange = &quoted.case.exchange;
    let units: u64 = exchange.returns().iter().map(|line| line.units).sum();
    let lines = exchange.returns().len() as u64;
    let returned = live_text(move || {
        t_count(texts::CONFIRM_RETURNS, lines, &[("units", i18n::integer(units))])
    });
    let purchases = exchange.purchases().iter().map(|bought| {
        let (units, size) = (bought.quantity(), bought.sku_name().unwrap_or_default().to_owned());
        let (plan, amount) = (bought.billing_plan(), bought.lifetime_price());
        let end = bought.term().end(exchange.on());
        let words = live_text(move || {
            let values = [
                ("units", i18n::integer(units.into())),
                ("size", size.clone()),
                ("plan", words::billing_plan(plan).get().to_owned()),
                ("day", i18n::date(end)),
                ("amount", words::money(amount)),
            ];
            t_with(texts::CONFIRM_BUYS, &values)
        });
        view! { <li>{words}</li> }.into_any()
    });
    let plans = exchange.savings_plans().iter().map(|plan| {
        let amount = plan.lifetime_price();
        let text = match plan.kind() {
            SavingsPlanType::Compute => texts::CONFIRM_COMPUTE_PLAN,
            SavingsPlanType::Database => texts::CONFIRM_DATABASE_PLAN,
        };
        let words = live_text(move || t_with(text, &[("amount", words::money(amount))]));
        view! { <li>{words}</li> }.into_any()
    });
    let totals = quoted.quote.assessment.totals.map(|totals| {
        let words = live_text(move || {
            let values = [
                ("net", words::money(totals.net_payable)),
                ("today", words::amount_of_today(totals.cash.flow())),
            ];
            t_with(texts::CONFIRM_TOTALS, &values)
        });
        view! { <p>{words}</p> }
    });
    let is_final = !exchange.savings_plans().is_empty();
    let warning = is_final.then(|| {
        view! { <p class="lost-words">{t(words::warning(calculator::Warning::SavingsPlanIsFinal))}</p> }
    });
    let remarks = quoted.remarks.clone();
    let remarks = remark_notices(Memo::new(move |_| remarks.clone()));
    view! {
        <p>{returned}</p>
        {remarks}
        <ul>{purchases.chain(plans).collect_view()}</ul>
        {totals}
        {warning}
        <p class="hint">{t(texts::CONFIRM_HINT)}</p>
    }
    .into_any()
}
