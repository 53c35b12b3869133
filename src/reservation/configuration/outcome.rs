//! What was done, above the record as it is afterwards.

use super::summary::changes;
use view_model::settings::Named;
use view_model::settings::Settings;

use crate::i18n::catalogue::configuration as texts;
use crate::i18n::{Text, t_count, t_with};
use crate::paths::{self, Entry};
use crate::platform::focus;
use crate::ui::{Notice, live, live_text};
use azure::Reservation;
use leptos::prelude::*;
use view_model::Tone;
use view_model::address::ReservationRef;

/// What was done last, and to which reservation. It outlives the form, which is made anew with the record.
#[derive(Clone, Copy)]
pub(super) struct Outcome(RwSignal<Option<(ReservationRef, Done)>>);

/// What was done.
#[derive(Clone, Debug)]
pub(super) enum Done {
    /// Settings were changed.
    Saved {
        /// As they were.
        before: Settings,
        /// As they are.
        after: Settings,
        /// Names of what scopes apply to.
        named: Vec<Named>,
    },
    /// A conflict was left as the other person wanted it.
    TheirsKept,
    /// There are other reservations now.
    Regrouped {
        /// What happened, in a sentence.
        title: Text,
        /// The reservations that it has left.
        parts: Vec<Part>,
    },
    /// The reservation was put away, or taken out again.
    Archived(bool),
}

/// A reservation that a split or a merge has made.
#[derive(Clone, Debug)]
pub(super) struct Part {
    of: ReservationRef,
    name: String,
    units: u32,
}

impl Part {
    /// The part in this record of the customer with this tenant GUID; `None` for one that has ended.
    pub(super) fn of(record: &Reservation, customer: &str) -> Option<Self> {
        let id = record.id.as_ref().filter(|_| record.phase().is_some_and(|it| it.is_active()))?;
        let properties = record.properties();
        Some(Self {
            of: ReservationRef::of(customer, id),
            name: properties.display_name.clone().unwrap_or_else(|| id.name().to_owned()),
            units: properties.quantity.unwrap_or_default(),
        })
    }
}

impl Outcome {
    pub(super) fn none() -> Self {
        Self(RwSignal::new(None))
    }

    /// Says what was done to a reservation.
    pub(super) fn tell(self, of: ReservationRef, done: Done) {
        self.0.try_set(Some((of, done)));
    }

    /// Says nothing any more, because something else begins.
    pub(super) fn clear(self) {
        self.0.try_set(None);
    }

    /// What was done to this reservation, if anything; the keyboard goes there.
    pub(super) fn view(self, of: ReservationRef) -> AnyView {
        live(move || match self.0.get().filter(|(told, _)| *told == of) {
            Some((_, done)) => notice(done),
            None => ().into_any(),
        })
    }
}

fn notice(done: Done) -> AnyView {
    let place = NodeRef::<leptos::html::Div>::new();
    place.on_load(|place| focus::focus(&place));
    let (title, more) = match done {
        Done::Saved { before, after, named } => {
            let fields = before.changes(&after);
            (texts::SAVED, Some(changes(&before, &after, &fields, &named)))
        }
        Done::TheirsKept => (texts::THEIRS_KEPT, None),
        Done::Regrouped { title, parts } => (title, Some(links(parts))),
        Done::Archived(true) => (texts::ARCHIVED, None),
        Done::Archived(false) => (texts::UNARCHIVED, None),
    };
    view! {
        <div node_ref=place tabindex="-1" class="outcome">
            <Notice tone=Tone::Success title>{more}</Notice>
        </div>
    }
    .into_any()
}

fn links(parts: Vec<Part>) -> AnyView {
    let link = |part: Part| {
        let Part { of, name, units } = part;
        let address = paths::reservation(&of, Entry::Configuration);
        view! { <li><a href=address>{live_text(move || name_and_units(&name, units))}</a></li> }
    };
    view! { <ul class="plain-list">{parts.into_iter().map(link).collect_view()}</ul> }.into_any()
}

/// A reservation and how many units it has, in the language of this moment.
pub(super) fn name_and_units(name: &str, units: u32) -> String {
    let values = [("name", name.to_owned()), ("units", unit_count(units))];
    t_with(texts::NAME_AND_UNITS, &values)
}

/// So many units, in the language of this moment.
pub(crate) fn unit_count(units: u32) -> String {
    t_count(texts::UNIT_COUNT, units.into(), &[])
}
