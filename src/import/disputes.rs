//! Whose reservations are for which several customers are named: decided once for all with the same ones.

use super::Work;
use super::windows::{STEP, pager};
use super::words;
use crate::i18n::catalogue::import as texts;
use crate::i18n::{t, t_count, t_with};
use crate::platform::effect::effect;
use crate::ui::{Choice, Keyed, RadioGroup, keyed, live};
use leptos::prelude::*;
use leptos::task::spawn_local;
use portfolio::files::{Asked, Claim, Dispute, Told, Window};
use view_model::import::AnswerProblem;

/// The groups to decide about; nothing where there is none.
pub(super) fn decide(work: Work, total: u64) -> AnyView {
    let Ok(total @ 1..) = usize::try_from(total) else { return ().into_any() };
    let skip = RwSignal::new(0_usize);
    let found = RwSignal::new(Vec::<Dispute>::new());
    effect(move || {
        let from = skip.get();
        let asked = work.ask(&Asked::Disputes(Window { skip: from, take: STEP }), None);
        spawn_local(async move {
            if let Ok(Told::Disputes(disputes, _)) = asked.await
                && skip.try_get_untracked() == Some(from)
            {
                found.try_set(disputes);
            }
        });
    });
    let items = move || {
        let item = |it: Dispute| Keyed::new(it.key.clone(), move || dispute(work, it));
        found.get().into_iter().map(item).collect()
    };
    let error = live(move || match work.problem.get() {
        Some((_, AnswerProblem::Undecided)) => {
            view! { <p class="field-error" role="alert">{t(texts::UNDECIDED)}</p> }.into_any()
        }
        _ => ().into_any(),
    });
    view! {
        <section class="stack" aria-labelledby="import-disputes">
            <h2 id="import-disputes">{t(texts::DISPUTES)}</h2>
            <p>{t(texts::DISPUTES_ABOUT)}</p>
            {error}
            <ul class="import-files" aria-labelledby="import-disputes">{keyed(items)}</ul>
            {pager(skip, total)}
        </section>
    }
    .into_any()
}

fn dispute(work: Work, dispute: Dispute) -> AnyView {
    let Dispute { key, reservations, transactions, first, claims } = dispute;
    let label = move || {
        let values = [("first", first.clone())];
        match (reservations, transactions) {
            (0, _) => t_count(texts::DISPUTE_TRANSACTIONS, transactions, &values),
            (_, 0) => t_count(texts::DISPUTE, reservations, &values),
            _ => [
                t_count(texts::DISPUTE, reservations, &values),
                t_count(texts::FOUND_TRANSACTIONS, transactions, &[]),
            ]
            .join(" · "),
        }
    };
    let choice = |claim: Claim| {
        let key = claim.key.clone();
        Choice::new(key, move || named(&claim))
    };
    let choices = claims.into_iter().map(choice).collect();
    let own = key.clone();
    let value = Signal::derive(move || work.form.with(|form| form.decided(&own).to_owned()));
    let on_change = Callback::new(move |claim: String| work.decide(&key, &claim));
    view! {
        <li class="card"><RadioGroup label choices value on_change /></li>
    }
    .into_any()
}

/// A customer, and where it is named.
fn named(claim: &Claim) -> String {
    let mut places: Vec<String> = Vec::new();
    places.extend(claim.source.as_ref().map(|it| words::source(&it.file, it.line)));
    if claim.is_recorded {
        places.push(texts::CLAIM_RECORDED.get().to_owned());
    }
    let customer = match &claim.tenant {
        Some(tenant) if *tenant != claim.name => format!("{} ({tenant})", claim.name),
        _ => claim.name.clone(),
    };
    t_with(texts::CLAIM, &[("customer", customer), ("place", places.join(" · "))])
}
