//! The letters about a refund and an exchange quote, in any language, to print, to keep as PDF and to send as text.
//!
//! What it says is in `view_model::quote::letter`; [`words`] says it in the language of the letter, as a [`Sheet`]
//! that is both the view and the text. Its address holds the terms of the quote and what is chosen for the letter.

mod choices;
mod exchange;
pub mod exchange_words;
mod head;
pub mod sheet;
pub mod words;

pub use exchange::ExchangeLetter;

use crate::i18n::calculations;
use crate::i18n::catalogue::letter as texts;
use crate::i18n::{self, Language, in_language, t};
use crate::paths::{self, Entry};
use crate::platform::{clock, document, effect::effect};
use crate::query::{Query, use_query};
use crate::quote::form::{decimal_sign, follow_language, follow_terms, linked};
use crate::quote::kept;
use crate::quote::refund::with_facts;
use crate::quote::remark::remark_notices;
use crate::reservation::Record;
use crate::shell::{agreement_mark, use_current_customer, use_policy, what_if};
use crate::ui::{Button, ButtonKind, CopyButton, LinkButton, Notice, Skeleton, live, use_toasts};
use azure::Reservation;
use calculator::json::RefundCase;
use head::Head;
use leptos::prelude::*;
use leptos::task::spawn_local;
use sheet::Sheet;
use std::rc::Rc;
use std::sync::Arc;
use view_model::Tone;
use view_model::address::{ReservationRef, value};
use view_model::quote::letter::{FormText, Letter, NoLetter, link as letter_link};
use view_model::quote::refund::link::{self, Linked, remarks};
use view_model::quote::refund::{self, Quoted};
use view_model::quote::typed::borrowed;
use view_model::quote::{Facts, Remark};
use words::About;

/// The letter about the refund quote that the address describes.
#[component]
pub fn RefundLetter() -> impl IntoView {
    view! { <Record entry=Entry::Letter content=content /> }.into_any()
}

fn content(of: ReservationRef, reservation: Arc<Reservation>) -> AnyView {
    with_facts(of, reservation, task)
}

/// The letter of a quote, or why there is none.
type Written = Option<Result<Letter, NoLetter>>;

fn task(of: ReservationRef, facts: &Arc<Facts>) -> AnyView {
    let query = use_query();
    // What was chosen before the records were read again.
    query.catch_up();
    let Quote { case, quoted, questions } = quote_of_address(query, facts);
    let in_link = |name: &str| untrack(|| query.get(name));
    let start = FormText::start(untrack(i18n::current));
    let sign = untrack(decimal_sign);
    let form = RwSignal::new(kept::or_recalled(&of, letter_link::form(in_link, start, sign), sign));
    let remembered = of.clone();
    effect(move || {
        form.with(|form| kept::remember(&remembered, form, decimal_sign()));
    });
    follow_language(Box::new(move |before, now| {
        form.update(|form| *form = form.respelled(before, now));
    }));
    let letter: Memo<Written> = Memo::new(move |_| {
        let quoted = quoted.get()?;
        Some(form.with(|form| Letter::of(&quoted, form, decimal_sign())))
    });
    let terms = move || case.with(|case| case.as_ref().map(link::parameters));
    let whole = move || {
        let mut all = terms()?.to_vec();
        all.extend(form.with(|form| letter_link::parameters(form, decimal_sign())));
        Some(all)
    };
    follow_terms(query, Rc::new(whole), Rc::new(|| ()));

    let head = Head::new();
    let written = spoken_language(form);
    let sheet = sheet_of(&of, facts, Signals { form, quoted, letter, written, head });
    let quote = of.clone();
    let back = Signal::derive(move || {
        let mut terms = terms().map(Vec::from).unwrap_or_default();
        terms.extend(form.with(|form| letter_link::kept(form, decimal_sign())));
        paths::reservation_with(&quote, Entry::Refund, &borrowed(&terms))
    });
    let customer = use_current_customer();
    let mark = move || agreement_mark(customer, &of.customer);
    view! {
        <div class="letter-task">
            <div class="stack">
                {choices::fields(form, letter, facts.currency())}
                {head.part()}
            </div>
            <div class="stack">
                {notices(questions, mark)}
                {actions(sheet, back)}
                {live(move || shown(sheet.get(), letter))}
            </div>
        </div>
    }
    .into_any()
}

/// The quote that a letter is about.
struct Quote {
    /// What the address asks for; nothing where that cannot be quoted.
    case: Memo<Option<RefundCase>>,
    /// Its quote, with what must be said of it in the letter.
    quoted: Memo<Option<Arc<Quoted>>>,
    /// What the partner should know of its terms.
    questions: Memo<Vec<Remark>>,
}

/// The quote that the address describes, under the policy that is chosen.
fn quote_of_address(query: Query, facts: &Arc<Facts>) -> Quote {
    let (policy, today) = (use_policy(), clock::today());
    let in_link = |name: &str| untrack(|| query.get(name));
    if let Some(named) = link::policy(in_link) {
        policy.show(named);
    }
    let (brought, shown) = (linked(), untrack(|| policy.get()));
    let by_link = Linked::read(|name| value(&brought, name), shown);
    // In the letter a term is an assumption, whoever made it; that a link made it is said beside it.
    let only_policy =
        |name: &str| value(&brought, name).filter(|_| name == link::parameter::POLICY);
    let assumed = Linked::read(only_policy, shown);

    let sign = untrack(decimal_sign);
    let terms = link::form(in_link, refund::FormText::start(facts, today, sign), sign);
    let recorded = Arc::clone(facts);
    let case = Memo::new(move |_| terms.case(&recorded, policy.get(), sign).ok());
    let recorded = Arc::clone(facts);
    let quoted = Memo::new(move |_| {
        let case = case.get()?;
        let remarks = remarks(&case, &recorded, &assumed, today);
        Some(Arc::new(Quoted::new(case).with_remarks(remarks)))
    });
    let recorded = Arc::clone(facts);
    let questions = Memo::new(move |_| {
        let of_case = |case: &RefundCase| remarks(case, &recorded, &by_link, today);
        case.with(|case| case.as_ref().map(of_case)).unwrap_or_default()
    });
    Quote { case, quoted, questions }
}

/// What a sheet is made of.
#[derive(Clone, Copy)]
struct Signals {
    form: RwSignal<FormText>,
    quoted: Memo<Option<Arc<Quoted>>>,
    letter: Memo<Written>,
    written: RwSignal<Language>,
    head: Head,
}

/// The letter in its language; nothing while there is none, or while its head is on its way.
fn sheet_of(of: &ReservationRef, facts: &Arc<Facts>, signals: Signals) -> Memo<Option<Sheet>> {
    let Signals { form, quoted, letter, written, head } = signals;
    let (policy, customer) = (use_policy(), use_current_customer());
    let (of, facts) = (of.clone(), Arc::clone(facts));
    let today = clock::today();
    Memo::new(move |_| {
        let (head, quoted) = (head.shown()?, quoted.get()?);
        let language = written.get();
        let has_ids = form.with(|form| form.has_ids);
        letter.with(|letter| {
            let letter = letter.as_ref()?.as_ref().ok()?;
            in_language(language, || {
                let about = About {
                    of: &of,
                    facts: &facts,
                    case: &quoted.case,
                    decision: quoted.quote.assessment.decision,
                    customer: customer.name_of(&of.customer),
                    has_ids,
                    today,
                };
                // Both are about what the partner may promise at all, and come first.
                let first = [agreement_mark(customer, &of.customer), what_if(policy)];
                Some(words::sheet(language, &head, &about, letter, first))
            })
        })
    })
}

/// The language that the letter is in: the chosen one as soon as its words are here.
fn spoken_language(form: RwSignal<FormText>) -> RwSignal<Language> {
    let written = RwSignal::new(untrack(i18n::current));
    let wanted = Memo::new(move |_| form.with(|form| form.language));
    let toasts = use_toasts();
    effect(move || {
        let wanted_now = wanted.get();
        spawn_local(async move {
            let is_here = i18n::bring(wanted_now).await;
            // Somebody may have chosen again, or left, in the meantime.
            if wanted.try_get_untracked() != Some(wanted_now) {
                return;
            }
            match is_here {
                true => drop(written.try_set(wanted_now)),
                false => {
                    toasts.show(Tone::Danger, untrack(|| texts::LANGUAGE_FAILED.get()));
                    form.try_update(|form| form.language = written.get_untracked());
                }
            }
        });
    });
    written
}

/// What the partner should know beside the letter.
fn notices(
    questions: Memo<Vec<Remark>>,
    mark: impl Fn() -> Option<String> + Send + 'static,
) -> AnyView {
    view! {
        <div class="stack notes">
            {live(move || match mark() {
                Some(mark) => view! { <Notice tone=Tone::Warning title=mark /> }.into_any(),
                None => ().into_any(),
            })}
            {remark_notices(questions)}
        </div>
    }
    .into_any()
}

/// What can be done with the letter.
fn actions(sheet: Memo<Option<Sheet>>, back: Signal<String>) -> AnyView {
    let not_now = MaybeProp::derive(move || {
        sheet.with(Option::is_none).then(|| texts::CORRECT.get().to_owned())
    });
    let text = Signal::derive(move || {
        sheet.with(|sheet| sheet.as_ref().map(Sheet::text)).unwrap_or_default()
    });
    let print = Callback::new(move |_| document::print());
    view! {
        <div class="button-row">
            <Button kind=ButtonKind::Primary on_click=print disabled_reason=not_now>
                {t(texts::PRINT)}
            </Button>
            <CopyButton what=texts::LETTER_AS_TEXT text has_words=true disabled_reason=not_now />
            <LinkButton address=back>{t(texts::BACK)}</LinkButton>
        </div>
    }
    .into_any()
}

/// The letter, or what stands in its place.
fn shown(sheet: Option<Sheet>, letter: Memo<Written>) -> AnyView {
    if let Some(sheet) = sheet {
        return sheet.view();
    }
    letter.with(|letter| match letter {
        None => view! { <Notice tone=Tone::Warning title=texts::NO_QUOTE /> }.into_any(),
        Some(Err(NoLetter::Refused(refusal))) => {
            let why = calculations::refusal(*refusal);
            view! {
                <Notice tone=Tone::Danger title=texts::NO_LETTER>
                    <p>{t(why)}</p>
                </Notice>
            }
            .into_any()
        }
        Some(Err(NoLetter::Terms(_))) => {
            view! { <Notice tone=Tone::Warning title=texts::CORRECT /> }.into_any()
        }
        Some(Ok(_)) => view! { <Skeleton lines=8 /> }.into_any(),
    })
}
