//! One reservation as the list shows it: read once from the record, in the language in force.

use crate::i18n::catalogue::customers as words;
use crate::i18n::{self, names};
use crate::paths::ReservationRef;
use crate::platform::collate;
use crate::reservation::facts::scope::place;
use crate::ui::Tone;
use azure::{
    DisplayedState, Phase, ProvisioningState, Reservation, ReservationProperties, ResourceType,
    StatusCode, Term,
};
use chrono::NaiveDate;
use rust_decimal::Decimal;

/// One reservation as the list shows it.
///
/// Words that are empty and values that are `None` are missing in the record. Two rows are equal when they
/// show the same, so that a list keeps the rows on screen that did not change.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct ReservationRow {
    /// Which reservation it is; `None` for a record whose id cannot be read.
    pub ids: Option<(String, String)>,
    /// What the customer calls it.
    pub name: String,
    /// The state as the portal's list words it.
    pub displayed_state: Option<DisplayedState>,
    /// The state in words.
    pub status: String,
    /// The precise state in words, where it says more; else empty.
    pub status_detail: String,
    /// Whether the service cannot read its own document of it; the detail says why.
    pub is_unreadable: bool,
    /// The precise state, for what it allows.
    pub state: Option<ProvisioningState>,
    /// Whether it gives its benefit.
    pub is_active: bool,
    /// Whether the expiration date still says something: not after an early end.
    pub runs_to_expiry: bool,
    /// The first UTC day without the reservation.
    pub expires_on: Option<NaiveDate>,
    /// The UTC day of the purchase.
    pub purchased_on: Option<NaiveDate>,
    /// The term in words.
    pub term: String,
    /// The term in months, for the order.
    pub term_months: Option<u16>,
    /// The kind of scope in words.
    pub scope: String,
    /// Which subscription or group it is.
    pub scope_detail: String,
    /// The kind of product, for what may be exchanged together.
    pub resource_type: Option<ResourceType>,
    /// The kind of product in words.
    pub product_type: String,
    /// The product.
    pub product: String,
    /// The region in words.
    pub region: String,
    /// Units owned.
    pub quantity: Option<u32>,
    /// Whether there was a whole UTC day on which its use was measured.
    pub has_whole_day: bool,
    /// Percent used over 7 days.
    pub used_7_days: Option<Decimal>,
    /// Percent used over 30 days.
    pub used_30_days: Option<Decimal>,
    /// What is searched, without case and accents.
    pub haystack: String,
    /// The tag of the language of the words, so that rows in another language are other rows.
    pub language: &'static str,
}

impl ReservationRow {
    /// Reads a record as it is `today`, in the language in force; followed in reactive closures.
    #[must_use]
    pub fn of(record: &Reservation, today: NaiveDate) -> Self {
        let properties = record.properties();
        let state = properties.provisioning_state.as_ref();
        let place = place(properties);
        let displayed_state = displayed_state(properties);
        let unreadable = unreadable(properties);
        let is_unreadable = unreadable.is_some();
        let mut row = Self {
            ids: record.id.as_ref().map(|id| (id.order_name().to_owned(), id.name().to_owned())),
            name: name(record),
            status: match unreadable {
                Some(_) => words::UNREADABLE_STATUS.get().to_owned(),
                None => owned(displayed_state.as_ref(), names::displayed_state),
            },
            status_detail: match unreadable {
                Some(why) => why,
                None => status_detail(state, displayed_state.as_ref()),
            },
            is_unreadable,
            displayed_state,
            state: state.cloned(),
            is_active: record.phase().is_some_and(Phase::gives_benefit),
            runs_to_expiry: record.phase().is_none_or(Phase::runs_to_expiry),
            expires_on: properties.expires_on(),
            purchased_on: properties.purchased_on(),
            term: properties.term.as_ref().map(names::term).unwrap_or_default().to_owned(),
            term_months: properties.term.as_ref().and_then(months),
            scope: names::scope(properties).unwrap_or_default().to_owned(),
            scope_detail: place.map(|place| place.name).unwrap_or_default(),
            resource_type: properties.reserved_resource_type.clone(),
            product_type: owned(properties.reserved_resource_type.as_ref(), names::resource_type),
            product: product(record),
            region: owned(record.location.as_deref(), names::region),
            quantity: properties.quantity,
            has_whole_day: properties.has_whole_day(today),
            used_7_days: properties.percent_over(7, today),
            used_30_days: properties.percent_over(30, today),
            haystack: String::new(),
            language: i18n::current().tag(),
        };
        row.haystack = row.searched(record);
        row
    }

    /// Which reservation of the customer with this tenant GUID it is.
    #[must_use]
    pub fn reference(&self, customer: &str) -> Option<ReservationRef> {
        let (order, reservation) = self.ids.clone()?;
        Some(ReservationRef { customer: customer.to_owned(), order, reservation })
    }

    /// The colour of the state.
    #[must_use]
    pub fn tone(&self) -> Tone {
        if self.is_unreadable {
            return Tone::Danger;
        }
        use DisplayedState as D;
        match self.displayed_state {
            Some(D::Succeeded) => Tone::Success,
            Some(D::Expiring | D::Warning | D::NoBenefit) => Tone::Warning,
            Some(D::Pending | D::Processing) => Tone::Info,
            Some(D::Failed) => Tone::Danger,
            Some(D::Expired | D::Cancelled | D::Other(_)) | None => Tone::Neutral,
        }
    }

    /// People search for what they see, and for the ids that support gives them.
    fn searched(&self, record: &Reservation) -> String {
        let id = record.id.as_ref().map(ToString::to_string).unwrap_or_default();
        let size = record.sku.as_ref().and_then(|sku| sku.name.as_deref()).unwrap_or_default();
        let location = record.location.as_deref().unwrap_or_default();
        collate::fold(
            &[
                &self.name,
                &self.status,
                &self.status_detail,
                &self.term,
                &self.scope,
                &self.scope_detail,
                &self.product_type,
                &self.product,
                &self.region,
                size,
                location,
                &id,
            ]
            .join("\n"),
        )
    }
}

fn owned<T: ?Sized>(value: Option<&T>, name: impl Fn(&T) -> &str) -> String {
    value.map(name).unwrap_or_default().to_owned()
}

/// The display name, or else the name that Azure gave it.
fn name(record: &Reservation) -> String {
    let given = record.properties().display_name.as_deref().filter(|name| !name.trim().is_empty());
    let own = record.id.as_ref().map(azure::ReservationId::name);
    given.or(own).or(record.name.as_deref()).unwrap_or_default().to_owned()
}

/// The description of the product, or else the name of its size.
fn product(record: &Reservation) -> String {
    let described = record.properties().sku_description.as_deref().filter(|text| !text.is_empty());
    let size = record.sku.as_ref().and_then(|sku| sku.name.as_deref());
    described.or(size).unwrap_or_default().to_owned()
}

/// What the portal's list shows as the state. Records of old API versions do not say; then it follows from
/// the provisioning state.
fn displayed_state(properties: &ReservationProperties) -> Option<DisplayedState> {
    let said = properties.display_provisioning_state.clone();
    let said = said.filter(|said| !said.as_str().is_empty());
    said.or_else(|| properties.provisioning_state.as_ref().map(DisplayedState::of))
}

/// What is wrong with the service's own document of a reservation, in its words; `None` for one that it can
/// read.
fn unreadable(properties: &ReservationProperties) -> Option<String> {
    let status = properties.extended_status_info.as_ref()?;
    let is_unreadable = status.status_code == Some(StatusCode::UnreadableDocument);
    is_unreadable.then(|| status.message.clone().unwrap_or_default())
}

/// A running reservation is displayed by what else there is to know; every other state that is displayed
/// in a coarser word is named.
fn status_detail(state: Option<&ProvisioningState>, displayed: Option<&DisplayedState>) -> String {
    let displayed = displayed.map_or("", DisplayedState::as_str);
    let precise = state.filter(|state| {
        **state != ProvisioningState::Succeeded && !state.as_str().eq_ignore_ascii_case(displayed)
    });
    precise.map(names::state).unwrap_or_default().to_owned()
}

/// Months of a term, for the order; nothing for one that this version does not know.
fn months(term: &Term) -> Option<u16> {
    match term {
        Term::P1M => Some(1),
        Term::P1Y => Some(12),
        Term::P3Y => Some(36),
        Term::P5Y => Some(60),
        Term::Other(_) => None,
    }
}
