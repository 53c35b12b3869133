//! Which reservations of the list are selected, and what can be done with them together.
//!
//! Rows know nearly everything that speaks against an exchange. Only the currency of a reservation
//! stands in its order, so the orders of the selected ones are read as soon as there are several.

use crate::api::{Api, use_api};
use crate::i18n::calculations::refusal as refusal_words;
use crate::i18n::catalogue::customer;
use crate::i18n::t_with;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use view_model::address::ReservationRef;
use view_model::reservations::{Ids, Obstacle, ReservationRow, currency};

/// What speaks against something, in the language of this moment.
pub(super) fn obstacle_in_words(obstacle: &Obstacle) -> String {
    match obstacle {
        Obstacle::NothingSelected => customer::SELECT_FIRST.get().to_owned(),
        Obstacle::Families => customer::SEVERAL_FAMILIES.get().to_owned(),
        Obstacle::Currencies => customer::SEVERAL_CURRENCIES.get().to_owned(),
        Obstacle::Refused(name, refusal) => {
            let reason = refusal_words(*refusal).get().to_owned();
            t_with(customer::ACTION_ON, &[("action", name.clone()), ("name", reason)])
        }
    }
}

/// The selected reservations of one customer, in the order in which they were selected.
#[derive(Clone, Copy, Debug)]
pub(super) struct Selection {
    api: Api,
    customer: StoredValue<String>,
    chosen: RwSignal<Vec<Ids>>,
    /// The currency of each order that was read; nothing for one that did not come.
    currencies: RwSignal<Vec<(String, Option<String>)>>,
    is_asking: StoredValue<bool>,
}

impl Selection {
    /// Nothing of the customer with this tenant GUID; call it while a component is made.
    pub(super) fn new(customer: String) -> Self {
        Self {
            api: use_api(),
            customer: StoredValue::new(customer),
            chosen: RwSignal::new(Vec::new()),
            currencies: RwSignal::new(Vec::new()),
            is_asking: StoredValue::new(false),
        }
    }

    /// Whether a reservation is selected; followed in reactive closures.
    pub(super) fn has(self, ids: &Ids) -> bool {
        self.chosen.with(|chosen| chosen.contains(ids))
    }

    /// The rows that are selected, of all that there are; followed in reactive closures.
    pub(super) fn of(self, rows: &[Arc<ReservationRow>]) -> Vec<Arc<ReservationRow>> {
        let find = |ids: &Ids| rows.iter().find(|row| row.ids.as_ref() == Some(ids)).cloned();
        self.chosen.with(|chosen| chosen.iter().filter_map(find).collect())
    }

    /// Selects reservations, or takes them out.
    pub(super) fn set(self, all: impl IntoIterator<Item = Ids>, is_selected: bool) {
        self.chosen.update(|chosen| {
            for ids in all {
                let place = chosen.iter().position(|known| *known == ids);
                match (place, is_selected) {
                    (None, true) => chosen.push(ids),
                    (Some(place), false) => {
                        chosen.remove(place);
                    }
                    (None, false) | (Some(_), true) => {}
                }
            }
        });
        self.ask();
    }

    /// The currencies of these reservations, as far as their orders have come; followed in reactive
    /// closures.
    pub(super) fn currencies(self, rows: &[Arc<ReservationRow>]) -> Vec<String> {
        self.currencies.with(|known| {
            let of = |row: &Arc<ReservationRow>| {
                let (order, _) = row.ids.as_ref()?;
                known.iter().find(|(own, _)| own == order)?.1.clone()
            };
            rows.iter().filter_map(of).collect()
        })
    }

    /// Reads the orders of several selected reservations, one after the other.
    fn ask(self) {
        if self.chosen.with_untracked(Vec::len) < 2 || self.is_asking.get_value() {
            return;
        }
        self.is_asking.set_value(true);
        spawn_local(async move {
            while let Some(of) = self.next_order() {
                let order = self.api.order(&of).await;
                let currency = order.ok().as_ref().and_then(currency);
                self.currencies.try_update(|known| known.push((of.order, currency)));
            }
            self.is_asking.try_update_value(|is_asking| *is_asking = false);
        });
    }

    /// An order that was not read yet; nothing when the page is gone.
    fn next_order(self) -> Option<ReservationRef> {
        let chosen = self.chosen.try_get_untracked()?;
        let known = self.currencies.try_get_untracked()?;
        let is_new = |(order, _): &Ids| known.iter().all(|(own, _)| own != order);
        let (order, reservation) = chosen.into_iter().find(is_new)?;
        Some(ReservationRef { customer: self.customer.try_get_value()?, order, reservation })
    }
}
