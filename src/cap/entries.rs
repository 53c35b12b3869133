//! The ledger, entry by entry; those by hand can be added, changed and removed.

use crate::api::{Load, Permission, Tenant, use_api};
use crate::i18n::calculations::{money, problem};
use crate::i18n::catalogue::{cap as texts, common};
use crate::i18n::{Text, date, locale, t, t_with};
use crate::platform::{clock, focus, intl, timer};
use crate::rights::{Rights, use_rights};
use crate::sending::{Change, Sending};
use crate::ui::{
    Button, ButtonKind, Cell, Column, DateField, DecimalField, Dialog, Notice, RowHeader, Table,
    TextField, Toasts, live, live_text, use_toasts,
};
use leptos::prelude::*;
use std::time::Duration;
use view_model::Tone;
use view_model::cap::{Cap, EntryProblem, EntryText, LedgerRow, ManualEntry, Origin};
use view_model::decimal_with_sign;

/// Takes the focus when the row that had it is gone.
const HEADING: &str = "ledger";

/// The entries and what is being done with one of them.
#[derive(Clone, Copy)]
pub(super) struct Entries {
    customer: StoredValue<String>,
    cap: Load<Cap>,
    /// The entry in the form, or that is to be removed; none for a new one.
    subject: RwSignal<Option<ManualEntry>>,
    typed: RwSignal<EntryText>,
    problems: RwSignal<Vec<EntryProblem>>,
    is_writing: RwSignal<bool>,
    is_removing: RwSignal<bool>,
    sending: Sending,
    rights: Rights,
    toasts: Toasts,
}

impl Entries {
    /// Call it while a component is made.
    pub(super) fn new(customer: String, cap: Load<Cap>) -> Self {
        Self {
            sending: Sending::new(Tenant::Customer(customer.clone())),
            customer: StoredValue::new(customer),
            cap,
            subject: RwSignal::new(None),
            typed: RwSignal::new(EntryText::default()),
            problems: RwSignal::new(Vec::new()),
            is_writing: RwSignal::new(false),
            is_removing: RwSignal::new(false),
            rights: use_rights(),
            toasts: use_toasts(),
        }
    }

    /// Why the person may change nothing here.
    fn no_change(self) -> MaybeProp<String> {
        MaybeProp::derive(move || self.rights.may(Permission::ReturnReservations).err())
    }

    /// The part of the page with the table.
    pub(super) fn list(self) -> AnyView {
        let rows = Memo::new(move |_| {
            self.cap.ready().map(|cap| (cap.rows.clone(), cap.today)).unwrap_or_default()
        });
        let add = Callback::new(move |_| self.write(None));
        view! {
            <section class="card part">
                <h2 id=HEADING tabindex="-1">{t(texts::LEDGER)}</h2>
                {live(move || {
                    let (rows, today) = rows.get();
                    if rows.is_empty() {
                        return view! { <Notice title=texts::EMPTY /> }.into_any();
                    }
                    let columns = vec![
                        Column::new(texts::DAY),
                        Column::new(texts::SOURCE),
                        Column::new(texts::AMOUNT_USD).number(),
                        Column::new(texts::FREE_AGAIN),
                        Column::new(texts::ACTIONS).label_hidden(),
                    ];
                    let rows: Vec<AnyView> =
                        rows.into_iter().map(|row| self.row(row, today)).collect();
                    view! { <Table caption=texts::LEDGER columns>{rows}</Table> }.into_any()
                })}
                <div class="cap-actions">
                    <Button on_click=add disabled_reason=self.no_change()>{t(texts::ADD)}</Button>
                </div>
            </section>
        }
        .into_any()
    }

    fn row(self, row: LedgerRow, today: chrono::NaiveDate) -> AnyView {
        let LedgerRow { entry, commitment, origin, .. } = row;
        let commitment = commitment.map(|usd| {
            let words = t_with(texts::COMMITMENT_OF_ROW, &[("amount", money(usd))]);
            view! { <span class="hint">{words}</span> }
        });
        let free = entry.free_again();
        let free = match today < free {
            true => date(free),
            false => texts::NO_LONGER_COUNTS.get().to_owned(),
        };
        let (source, actions) = match origin {
            Origin::Booked { description, order } => {
                let description =
                    if description.is_empty() { order.unwrap_or_default() } else { description };
                let source = t_with(texts::FROM_BOOKING, &[("description", description)]);
                let why = view! { <span class="hint">{t(texts::BOOKED_STAYS)}</span> };
                (source, why.into_any())
            }
            Origin::Manual(entry) => {
                let source = t_with(texts::FROM_HAND, &[("source", entry.source.clone())]);
                (source, self.actions(entry))
            }
        };
        view! {
            <tr role="row">
                <RowHeader>{date(entry.date)}</RowHeader>
                <Cell label=texts::SOURCE>{source}</Cell>
                <Cell label=texts::AMOUNT_USD is_number=true>
                    {money(entry.usd)}
                    {commitment}
                </Cell>
                <Cell label=texts::FREE_AGAIN>{free}</Cell>
                <Cell label=texts::ACTIONS>{actions}</Cell>
            </tr>
        }
        .into_any()
    }

    fn actions(self, entry: ManualEntry) -> AnyView {
        let what = |text: Text| t_with(text, &[("source", entry.source.clone())]);
        let (edit, remove) = (what(texts::EDIT_WHAT), what(texts::REMOVE_WHAT));
        let (edited, removed) = (entry.clone(), entry);
        let on_edit = Callback::new(move |_| self.write(Some(edited.clone())));
        let on_remove = Callback::new(move |_| {
            self.sending.clear();
            self.subject.set(Some(removed.clone()));
            self.is_removing.set(true);
        });
        view! {
            <span class="cap-actions">
                <Button on_click=on_edit name=edit disabled_reason=self.no_change()>
                    {t(texts::EDIT)}
                </Button>
                <Button on_click=on_remove name=remove disabled_reason=self.no_change()>
                    {t(texts::REMOVE)}
                </Button>
            </span>
        }
        .into_any()
    }

    /// Opens the form, of an entry or of a new one.
    fn write(self, entry: Option<ManualEntry>) {
        self.sending.clear();
        self.problems.set(Vec::new());
        let sign = untrack(|| intl::decimal_sign(&locale()));
        let mut typed = entry.as_ref().map(EntryText::of).unwrap_or_default();
        for amount in [&mut typed.usd, &mut typed.commitment] {
            *amount = amount.replace('.', &sign.to_string());
        }
        self.typed.set(typed);
        self.subject.set(entry);
        self.is_writing.set(true);
    }

    fn save(self) {
        let typed = self.typed.get_untracked();
        let sign = untrack(|| intl::decimal_sign(&locale()));
        // What is no decimal is pointed out by the field itself.
        let read = |text: &str| decimal_with_sign(text, sign).ok().flatten();
        let amounts = (read(&typed.usd), read(&typed.commitment));
        let body = match typed.body(amounts, clock::today()) {
            Ok(body) => body,
            Err(problems) => return self.problems.set(problems),
        };
        self.problems.set(Vec::new());
        let seen = self.subject.get_untracked();
        let customer = self.customer.get_value();
        let api = use_api();
        let subject = format!("ledger.{customer}");
        let what = body.to_string();
        let send = move |attempt| -> Change {
            let (customer, seen, body) = (customer.clone(), seen.clone(), body.clone());
            Box::pin(async move {
                api.save_ledger_entry(&customer, seen.as_ref(), &body, &attempt).await
            })
        };
        self.sending.send(subject, what, send, move || self.done(self.is_writing, texts::SAVED));
    }

    fn remove(self) {
        let Some(seen) = self.subject.get_untracked() else { return };
        let customer = self.customer.get_value();
        let api = use_api();
        let subject = format!("no-ledger.{customer}");
        let what = format!("{} {}", seen.name, seen.etag);
        let send = move |attempt| -> Change {
            let (customer, seen) = (customer.clone(), seen.clone());
            Box::pin(async move { api.remove_ledger_entry(&customer, &seen, &attempt).await })
        };
        self.sending.send(subject, what, send, move || self.done(self.is_removing, texts::REMOVED));
    }

    fn done(self, is_open: RwSignal<bool>, words: Text) {
        is_open.set(false);
        self.cap.reload();
        self.toasts.show(Tone::Success, untrack(|| words.get()));
        // First the closing dialog gives the focus back to a button that may go away.
        timer::after(Duration::ZERO, || focus::by_id(HEADING));
    }

    /// The form, and the question before an entry is removed.
    pub(super) fn dialogs(self) -> AnyView {
        let busy = move || {
            MaybeProp::derive(move || {
                self.sending.is_busy().then(|| texts::SAVING.get().to_owned())
            })
        };
        let cancel = |is_open: RwSignal<bool>| {
            let close = Callback::new(move |_| is_open.set(false));
            view! { <Button on_click=close>{t(common::CANCEL)}</Button> }.into_any()
        };
        let write_actions = move || {
            let save = Callback::new(move |_| self.save());
            view! {
                {cancel(self.is_writing)}
                <Button kind=ButtonKind::Primary on_click=save disabled_reason=busy()>
                    {t(texts::SAVE)}
                </Button>
            }
        };
        let remove_actions = move || {
            let remove = Callback::new(move |_| self.remove());
            view! {
                {cancel(self.is_removing)}
                <Button kind=ButtonKind::Danger on_click=remove disabled_reason=busy()>
                    {t(texts::REMOVE)}
                </Button>
            }
        };
        let title = move || match self.subject.with(Option::is_some) {
            true => texts::EDIT_TITLE.get(),
            false => texts::ADD.get(),
        };
        let means = live_text(move || {
            let Some(seen) = self.subject.get() else { return String::new() };
            let values = [("amount", money(seen.entry.usd)), ("day", date(seen.entry.date))];
            t_with(texts::REMOVE_MEANS, &values)
        });
        let outcome = move || live(move || self.sending.outcome(texts::NOT_SAVED));
        view! {
            <Dialog is_open=self.is_writing title actions=write_actions>
                {self.form()}
                {outcome()}
            </Dialog>
            <Dialog is_open=self.is_removing title=texts::REMOVE_TITLE actions=remove_actions>
                <p>{means}</p>
                {outcome()}
            </Dialog>
        }
        .into_any()
    }

    fn form(self) -> AnyView {
        let Self { typed, .. } = self;
        let error = move |words: fn(&EntryProblem) -> Option<String>| {
            MaybeProp::derive(move || {
                self.problems.with(|problems| problems.iter().find_map(words))
            })
        };
        let on_date = Callback::new(move |date| typed.update(|typed| typed.date = date));
        let on_usd = Callback::new(move |usd| typed.update(|typed| typed.usd = usd));
        let on_commitment = Callback::new(move |usd| typed.update(|typed| typed.commitment = usd));
        let on_source = Callback::new(move |source| typed.update(|typed| typed.source = source));
        let last = clock::today().to_string();
        view! {
            <div class="stack">
                <DateField
                    label=texts::DATE
                    value=Signal::derive(move || typed.with(|typed| typed.date.clone()))
                    on_input=on_date
                    max=last
                    error=error(|problem| match problem {
                        EntryProblem::Date(_) => Some(texts::DATE_NEEDED.get().to_owned()),
                        _ => None,
                    })
                />
                <DecimalField
                    label=texts::USD
                    value=Signal::derive(move || typed.with(|typed| typed.usd.clone()))
                    on_input=on_usd
                    unit="USD"
                    error=error(|found| match found {
                        EntryProblem::Usd(found) => Some(problem(found)),
                        _ => None,
                    })
                />
                <DecimalField
                    label=texts::COMMITMENT
                    hint=texts::COMMITMENT_HINT
                    value=Signal::derive(move || typed.with(|typed| typed.commitment.clone()))
                    on_input=on_commitment
                    unit="USD"
                    is_optional=true
                    error=error(|found| match found {
                        EntryProblem::Commitment(found) => Some(problem(found)),
                        _ => None,
                    })
                />
                <TextField
                    label=texts::KNOWN_FROM
                    hint=texts::KNOWN_FROM_HINT
                    value=Signal::derive(move || typed.with(|typed| typed.source.clone()))
                    on_input=on_source
                    error=error(|problem| match problem {
                        EntryProblem::Source => Some(texts::SOURCE_NEEDED.get().to_owned()),
                        _ => None,
                    })
                />
            </div>
        }
        .into_any()
    }
}
