//! The letter about an exchange quote: its page. The terms stand in the address as they do at the exchange, and what is
//! chosen for the letter beside them.

use super::exchange_words::{self, About};
use super::head::Head;
use super::sheet::Sheet;
use super::{actions, choices, notices, spoken_language};
use crate::api::use_api;
use crate::i18n::calculations;
use crate::i18n::catalogue::{exchange as exchange_texts, letter as texts};
use crate::i18n::{self, in_language, t};
use crate::paths::route;
use crate::query::{Query, use_query};
use crate::quote::exchange::{
    ExchangeTask, Unread, address, crumbs, keep_up, names, nothing_named,
};
use crate::quote::form::{decimal_sign, follow_terms, linked};
use crate::shell::{agreement_mark, agreement_notice, use_current_customer, what_if};
use crate::ui::{Heading, Notice, Skeleton, live};
use leptos::prelude::*;
use std::rc::Rc;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::{parameter, value};
use view_model::quote::exchange::link::{self, Linked, remarks};
use view_model::quote::exchange::{self, Quoted};
use view_model::quote::letter::exchange::{Letter, NoLetter};
use view_model::quote::letter::{FormText, link as letter_link};

/// The letter about the exchange that the address describes.
///
/// Another customer is another page.
#[component]
pub fn ExchangeLetter() -> impl IntoView {
    let query = use_query();
    let customer = Memo::new(move |_| query.get(parameter::CUSTOMER));
    live(move || match customer.get() {
        Some(customer) => letter_of(customer, query),
        None => nothing_named(texts::LETTER, None),
    })
}

/// The letter of a quote, or why there is none.
type Written = Option<Result<Letter, NoLetter>>;

fn letter_of(customer: String, query: Query) -> AnyView {
    let task = ExchangeTask::new(use_api(), customer.clone(), query);
    if task.form.with_untracked(|form| form.lines.is_empty()) {
        return nothing_named(texts::LETTER, Some(customer));
    }
    keep_up(task);
    let in_link = |name: &str| untrack(|| query.get(name));
    let start = FormText::start(untrack(i18n::current));
    let form = RwSignal::new(letter_link::form(in_link, start, untrack(decimal_sign)));
    let chosen = move || Some(form.with(letter_link::undivided));
    follow_terms(query, Rc::new(chosen), Rc::new(|| ()));

    let quoted = Memo::new(move |_| task.shown.with(|shown| shown.current().cloned()));
    let letter: Memo<Written> =
        Memo::new(move |_| quoted.with(|quoted| quoted.as_deref().map(Letter::of)));
    let questions = Memo::new(move |_| {
        quoted.with(|quoted| quoted.as_ref().map(|it| it.remarks.clone()).unwrap_or_default())
    });
    let sheet = sheet_of(task, form, quoted, letter);
    let back = Signal::derive(move || address(task, route::EXCHANGE.path()));
    let (current, of) = (use_current_customer(), customer.clone());
    let mark = move || agreement_mark(current, &of);
    view! {
        {crumbs(&customer, texts::LETTER)}
        <Heading title=route::EXCHANGE_LETTER.title />
        {agreement_notice(customer)}
        <div class="letter-task">
            <div class="stack">{choices::undivided(form)}</div>
            <div class="stack">
                {notices(questions, mark)}
                {actions(sheet, back)}
                {live(move || shown(task, sheet, letter))}
            </div>
        </div>
    }
    .into_any()
}

/// The letter in its language; nothing while there is none, or while its head is on its way.
fn sheet_of(
    task: ExchangeTask,
    form: RwSignal<FormText>,
    quoted: Memo<Option<Arc<Quoted>>>,
    letter: Memo<Written>,
) -> Memo<Option<Sheet>> {
    let (head, written) = (Head::new(), spoken_language(form));
    let current = use_current_customer();
    // In the letter a term is an assumption, whoever made it; that a link made it is said beside it.
    let brought = linked();
    let only_policy =
        |name: &str| value(&brought, name).filter(|_| name == link::parameter::POLICY);
    let nothing = exchange::FormText::default();
    let assumed = Linked::new(&nothing, '.', only_policy, untrack(|| task.policy.get()));
    Memo::new(move |_| {
        let (head, quoted, facts) = (head.shown()?, quoted.get()?, task.facts()?);
        let language = written.get();
        let has_ids = form.with(|form| form.has_ids);
        let customer = task.customer.get_value();
        let today = task.today.get();
        let prices = task.catalogs.prices();
        let remarks =
            task.form.with(|terms| remarks(&quoted.case, terms, &facts, &prices, &assumed, today));
        let told = (*quoted).clone().with_remarks(remarks);
        letter.with(|letter| {
            let letter = letter.as_ref()?.as_ref().ok()?;
            in_language(language, || {
                let about = About {
                    quoted: &told,
                    names: &names(task),
                    customer: current.name_of(&customer),
                    has_ids,
                    today,
                };
                // Both are about what the partner may promise at all, and come first.
                let first = [agreement_mark(current, &customer), what_if(task.policy)];
                Some(exchange_words::sheet(language, &head, &about, letter, first))
            })
        })
    })
}

/// The letter, or what stands in its place.
fn shown(task: ExchangeTask, sheet: Memo<Option<Sheet>>, letter: Memo<Written>) -> AnyView {
    if let Some(unread) = Unread::views(Unread::records(task), task) {
        return unread;
    }
    if task.shown.with(|shown| !shown.errors.is_empty()) {
        // Without the list nothing that is bought at its price fits, whatever the link says.
        return match Unread::prices_needed(task) {
            Some(unread) => unread.view(task),
            None => view! { <Notice tone=Tone::Warning title=texts::NO_QUOTE /> }.into_any(),
        };
    }
    if let Some(sheet) = sheet.get() {
        return sheet.view();
    }
    match letter.get() {
        Some(Err(NoLetter::NothingBought)) => {
            view! { <Notice tone=Tone::Warning title=exchange_texts::NOTHING_BOUGHT /> }.into_any()
        }
        Some(Err(NoLetter::Refused(refusal))) => {
            let why = calculations::refusal(refusal);
            view! {
                <Notice tone=Tone::Danger title=texts::NO_EXCHANGE_LETTER>
                    <p>{t(why)}</p>
                </Notice>
            }
            .into_any()
        }
        Some(Ok(_)) | None => view! { <Skeleton lines=8 /> }.into_any(),
    }
}
