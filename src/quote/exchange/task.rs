//! The task: its form, its quote, and the records that it is made of, in step at every keystroke.

use super::catalogs::Catalogs;
use super::records::Records;
use crate::api::{Api, State};
use crate::i18n::Text;
use crate::platform::{day, focus};
use crate::query::Query;
use crate::quote::form::{self, decimal_sign};
use crate::shell::{PolicyChoice, agreement_mark, use_current_customer, use_policy};
use crate::ui::{Button, ButtonKind, Icon, Symbol};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::sync::Arc;
use view_model::address;
use view_model::address::ReservationRef;
use view_model::quote::Facts;
use view_model::quote::exchange::link::{self, Linked, remarks};
use view_model::quote::exchange::{Field, FormText, LineText, Quoted, Shown};
use view_model::quote::refund::link as refund_link;

/// Reads a text of the form.
type ReadText = Box<dyn Fn(&FormText) -> String + Send + Sync>;

/// Writes a text into the form.
type WriteText = Box<dyn Fn(&mut FormText, String) + Send + Sync>;

/// What every part of the page works with.
#[derive(Clone, Copy)]
pub(in crate::quote) struct ExchangeTask {
    /// The way to the service.
    pub(super) api: Api,
    /// GUID of the customer's tenant.
    pub(in crate::quote) customer: StoredValue<String>,
    /// What stands in the form.
    pub(in crate::quote) form: RwSignal<FormText>,
    /// The reservations.
    pub(in crate::quote) records: Records,
    /// What can be bought.
    pub(in crate::quote) catalogs: Catalogs,
    /// The quote, and whether it is that of the form.
    pub(in crate::quote) shown: Memo<Shown>,
    /// What the link brought.
    pub(super) linked: StoredValue<Linked>,
    /// Says that the rules are not those of the customer's agreement.
    pub(in crate::quote) mark: MaybeProp<String>,
    /// The rules.
    pub(in crate::quote) policy: PolicyChoice,
    /// Counts changes of which lines there are; keystrokes in their fields do not.
    pub(super) lines_round: RwSignal<u32>,
    /// As `lines_round`, of what is bought.
    pub(in crate::quote) cart_round: RwSignal<u32>,
    /// Counts changes of what is chosen in the lists of the cart.
    pub(super) picked: RwSignal<u32>,
    /// The present UTC day.
    pub(in crate::quote) today: Signal<NaiveDate>,
    /// Whether somebody has chosen the day; else it is the present one, whichever that is.
    pub(super) is_day_chosen: RwSignal<bool>,
}

impl ExchangeTask {
    /// The terms that an address names.
    pub(in crate::quote) fn new(api: Api, customer: String, query: Query) -> Self {
        let policy = use_policy();
        let today = day::followed();
        let first_day = today.get_untracked().to_string();
        let values = |name: &str| untrack(|| query.all(name));
        if let Some(named) = refund_link::policy(|name| values(name).into_iter().next()) {
            policy.show(named);
        }
        let sign = untrack(decimal_sign);
        let start = link::form(values, &first_day, sign);
        let brought = form::linked();
        let linked = link::form(|name| address::values(&brought, name), "", sign);
        let named = |name: &str| address::value(&brought, name);
        // The address names the present day as soon as anything is typed; only that of a link was chosen.
        let is_day_chosen = start.day != first_day || named(link::parameter::DAY).is_some();
        let linked = StoredValue::new(Linked::new(&linked, sign, named, untrack(|| policy.get())));
        let records = Records::new(api);
        start.lines.iter().for_each(|line| records.need(&line.of));
        let form = RwSignal::new(start);
        let catalogs = Catalogs::new(api, customer.clone(), form, records);
        let shown = Memo::new(move |before: Option<&Shown>| {
            let quoted = form.with(|form| {
                let facts = facts_of(form, records, catalogs)?;
                let prices = catalogs.prices();
                let case = form.case(&facts, &prices, policy.get(), decimal_sign());
                Some(case.map(|case| {
                    let today = today.get();
                    let said =
                        linked.with_value(|it| remarks(&case, form, &facts, &prices, it, today));
                    Quoted::new(case).with_remarks(said)
                }))
            });
            Shown::next(before, quoted)
        });
        let (current, of) = (use_current_customer(), customer.clone());
        let mark = MaybeProp::derive(move || agreement_mark(current, &of));
        Self {
            api,
            customer: StoredValue::new(customer),
            form,
            records,
            catalogs,
            shown,
            linked,
            mark,
            policy,
            lines_round: RwSignal::new(0),
            cart_round: RwSignal::new(0),
            picked: RwSignal::new(0),
            today,
            is_day_chosen: RwSignal::new(is_day_chosen),
        }
    }

    /// What a new day changes: `true` where the day of the exchange goes with it. A day that a way out has named was
    /// chosen as well.
    pub(super) fn begin_day(self, before: NaiveDate, now: NaiveDate) -> bool {
        let goes_with_it = !self.is_day_chosen.get_untracked()
            && self.form.with_untracked(|form| form.day == before.to_string());
        if goes_with_it {
            self.form.update(|form| form.day = now.to_string());
        }
        goes_with_it
    }

    /// Reads the reservations anew; what is typed stays.
    pub(super) fn load_again(self) {
        let of: Vec<_> = self
            .form
            .with_untracked(|form| form.lines.iter().map(|line| line.of.clone()).collect());
        of.iter().for_each(|of| self.records.again(of));
    }

    /// Adds all units of a reservation to what is returned.
    pub(super) fn add_line(self, of: ReservationRef) {
        self.records.need(&of);
        self.form.update(|form| {
            if form.lines.iter().all(|line| line.of != of) {
                form.lines.push(LineText::all(of));
            }
        });
        bump(self.lines_round);
    }

    /// The records of the lines, once all of them are there; followed in reactive closures.
    pub(in crate::quote) fn facts(self) -> Option<Vec<Arc<Facts>>> {
        self.form.with(|form| self.records.all_ready(&form.lines))
    }

    /// Reads a catalogue, unless it is there: for the subscription of the first return that names one, which pays.
    pub(super) fn need_catalog(self, kind: &str) {
        let facts = untrack(|| self.facts()).unwrap_or_default();
        let Some(payer) = facts.iter().find_map(|facts| facts.subscription()) else { return };
        self.catalogs.need(kind, &payer, Callback::new(move |()| bump(self.picked)));
    }

    /// The terms of the form as parameters of an address; followed in reactive closures.
    pub(super) fn terms(self) -> Vec<(&'static str, String)> {
        self.form.with(|form| link::parameters(form, self.policy.get().id, decimal_sign()))
    }

    /// What is wrong with a field.
    pub(super) fn error(self, field: Field) -> MaybeProp<String> {
        form::error(self.shown, field)
    }

    /// A text of the form.
    pub(super) fn text(
        self,
        read: impl Fn(&FormText) -> String + Send + Sync + 'static,
    ) -> Signal<String> {
        self.text_boxed(Box::new(read))
    }

    /// Changes the form at every keystroke.
    pub(super) fn write(
        self,
        write: impl Fn(&mut FormText, String) + Send + Sync + 'static,
    ) -> Callback<String> {
        self.write_boxed(Box::new(write))
    }

    // Not generic, so that all fields share the code around the form.
    fn text_boxed(self, read: ReadText) -> Signal<String> {
        Signal::derive(move || self.form.with(&read))
    }

    fn write_boxed(self, write: WriteText) -> Callback<String> {
        Callback::new(move |text| self.form.update(|form| write(form, text)))
    }
}

/// Counts one more change.
pub(in crate::quote) fn bump(round: RwSignal<u32>) {
    round.update(|round| *round = round.wrapping_add(1));
}

/// A button that takes out what a card of the form is about, in its place. `round` counts the cards;
/// `heading` is the id of that of their part, where the keyboard goes once the card and its button are gone.
pub(super) fn take_off(
    task: ExchangeTask,
    name: Text,
    round: RwSignal<u32>,
    heading: &'static str,
    place: usize,
    take_out: fn(&mut FormText, usize),
) -> AnyView {
    let click = Callback::new(move |_| {
        task.form.update(|form| take_out(form, place));
        bump(round);
        focus::by_id(heading);
    });
    view! {
        <span class="exchange-remove">
            <Button kind=ButtonKind::Quiet on_click=click name=name>
                <Icon symbol=Symbol::Cross />
            </Button>
        </span>
    }
    .into_any()
}

/// Whether something is bought at the price of the list.
pub(super) fn needs_prices(form: &FormText) -> bool {
    form.purchases.iter().any(|purchase| purchase.price.is_none())
}

/// The records of the lines, once a quote can be made of them and of the prices that it needs.
fn facts_of(form: &FormText, records: Records, catalogs: Catalogs) -> Option<Vec<Arc<Facts>>> {
    let facts = records.all_ready(&form.lines).filter(|facts| !facts.is_empty())?;
    let is_waiting = needs_prices(form) && matches!(catalogs.price_state(), State::Loading);
    (!is_waiting).then_some(facts)
}
