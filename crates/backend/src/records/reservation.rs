//! A reservation as it is stored.

use azure::{AppliedScopeType, InstanceFlexibility};
use calculator::{BillingPlan, ProvisioningState, ResourceType};
use chrono::{DateTime, NaiveDate, Utc};
use portfolio::intake::{Guess, Source};
use serde::{Deserialize, Serialize};

use crate::records::deserializer;
use crate::records::documents::{Document, Records};
use crate::records::error::RecordError;
use crate::records::order::Order;
use crate::records::sentinel::Sentinel;
use crate::records::state;
use crate::records::usage::{Run, Usage};

/// The facts of one reservation. Price, dates and plan are those of its order.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Reservation {
    pub(crate) display_name: String,
    pub(crate) resource_type: ResourceType,
    pub(crate) sku_name: String,
    pub(crate) sku_description: String,
    pub(crate) location: String,
    pub(crate) quantity: u32,
    pub(crate) state: ProvisioningState,
    pub(crate) scope: Scope,
    pub(crate) renew: bool,
    /// What the renewal buys, where that differs from what there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) renewal: Option<Renewal>,
    pub(crate) archived: bool,
    /// For products that know instance size flexibility.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) instance_flexibility: Option<InstanceFlexibility>,
    pub(crate) billing_scope_id: String,
    #[serde(deserialize_with = "deserializer::time")]
    pub(crate) updated_at: DateTime<Utc>,
    /// When somebody wants to look at it again.
    #[serde(
        default,
        deserialize_with = "deserializer::time_if",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) review_at: Option<DateTime<Utc>>,
    /// The first UTC day without the benefit, where it ended before its term.
    #[serde(
        default,
        deserialize_with = "deserializer::day_if",
        skip_serializing_if = "Option::is_none"
    )]
    pub(crate) ended_on: Option<NaiveDate>,
    /// What the exchange that ended it came to, where one did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) exchange: Option<ExchangeEnd>,
    #[serde(default)]
    pub(crate) links: Links,
    pub(crate) usage: Usage,
    /// Where it comes from, of one that was imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) origin: Option<Origin>,
    /// A failure that this record triggers on purpose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) sentinel: Option<Sentinel>,
    pub(crate) etag: u32,
}

/// What a renewal buys differently; product, region and term stay the same.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Renewal {
    pub(crate) quantity: u32,
    pub(crate) billing_plan: BillingPlan,
}

/// What an exchange came to for a reservation that was given back for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum ExchangeEnd {
    /// Other reservations were bought.
    Exchanged,
    /// Savings plans were bought, and no reservations.
    TradedIn,
    /// Nothing was bought, because the purchase failed.
    PurchaseFailed,
}

/// Where the benefit applies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "StoredScope", into = "StoredScope")]
pub(crate) enum Scope {
    /// All subscriptions of the billing account.
    Shared,
    /// One subscription.
    Single {
        /// GUID.
        subscription: String,
        name: String,
        resource_group: Option<String>,
    },
    /// Every subscription below a management group.
    ManagementGroup { group: String, name: String },
    /// Nobody has said it.
    Unknown,
}

/// The type of a scope that nobody has said.
const UNKNOWN_SCOPE: &str = "Unknown";

/// A scope as it is stored. serde's own form of such an enum brings a reader of any data along.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct StoredScope {
    r#type: AppliedScopeType,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    subscription: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    group: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    resource_group: Option<String>,
}

impl TryFrom<StoredScope> for Scope {
    type Error = &'static str;

    fn try_from(stored: StoredScope) -> Result<Self, Self::Error> {
        let StoredScope { r#type, subscription, group, name, resource_group } = stored;
        match r#type {
            AppliedScopeType::Shared => Ok(Self::Shared),
            AppliedScopeType::Single => Ok(Self::Single { subscription, name, resource_group }),
            AppliedScopeType::ManagementGroup => Ok(Self::ManagementGroup { group, name }),
            AppliedScopeType::Other(name) if &*name == UNKNOWN_SCOPE => Ok(Self::Unknown),
            AppliedScopeType::Other(_) => Err("the type of the scope is not known"),
        }
    }
}

impl From<Scope> for StoredScope {
    fn from(scope: Scope) -> Self {
        let (subscription, group, name) = Default::default();
        let shared = Self { r#type: scope.kind(), subscription, group, name, resource_group: None };
        match scope {
            Scope::Shared | Scope::Unknown => shared,
            Scope::Single { subscription, name, resource_group } => {
                Self { subscription, name, resource_group, ..shared }
            }
            Scope::ManagementGroup { group, name } => Self { group, name, ..shared },
        }
    }
}

impl Scope {
    /// Which kind of scope it is.
    pub(crate) fn kind(&self) -> AppliedScopeType {
        match self {
            Self::Shared => AppliedScopeType::Shared,
            Self::Single { .. } => AppliedScopeType::Single,
            Self::ManagementGroup { .. } => AppliedScopeType::ManagementGroup,
            Self::Unknown => AppliedScopeType::Other(UNKNOWN_SCOPE.into()),
        }
    }
}

/// Full ids of the reservations that this one came from or became.
#[derive(Clone, PartialEq, Eq, Default, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Links {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) split_source: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) split_destinations: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(crate) merge_sources: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) merge_destination: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) swap_source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) swap_destination: Option<String>,
}

impl Links {
    /// Names a reservation by another id wherever it is named. Whether it was is returned.
    pub(crate) fn rename(&mut self, from: &str, to: &str) -> bool {
        let one = [
            &mut self.split_source,
            &mut self.merge_destination,
            &mut self.swap_source,
            &mut self.swap_destination,
        ];
        let many = [&mut self.split_destinations, &mut self.merge_sources];
        let all = one.into_iter().flatten().chain(many.into_iter().flatten());
        all.filter(|id| *id == from).fold(false, |_, id| {
            to.clone_into(id);
            true
        })
    }
}

/// Where an imported reservation comes from, and what the last import said that could be changed here
/// since.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Origin {
    /// Where it stands.
    pub(crate) source: Source,
    /// What no file has stated, of the reservation and its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) guesses: Vec<Guess>,
    pub(crate) stated: Stated,
}

/// What an import has said.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(crate) struct Stated {
    pub(crate) name: String,
    pub(crate) quantity: u32,
    pub(crate) state: ProvisioningState,
}

impl Document for Reservation {
    const KIND: &'static str = "reservation";
    const IS_KEPT: bool = true;
}

/// What a reservation was before a change. The id is that of the reservation and its etag then.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub(crate) struct Revision(Reservation);

impl Document for Revision {
    const KIND: &'static str = "revision";
}

impl Revision {
    /// Revisions of one reservation stand together, in the order of their numbers.
    fn document_id(order: &str, reservation: &str, etag: u32) -> String {
        format!("{order}/{reservation}/{etag:010}")
    }
}

impl Reservation {
    /// The id of the document: reservations of one order stand together.
    pub(crate) fn document_id(order: &str, reservation: &str) -> String {
        format!("{order}/{reservation}")
    }

    /// The reservation with this id in this order.
    ///
    /// # Errors
    /// 404 with the code for a missing order or a missing reservation.
    pub(crate) fn find(
        records: &Records,
        order: &str,
        reservation: &str,
    ) -> Result<(Order, Self), RecordError> {
        let found = Order::find(records, order)?;
        let reservation =
            records.get(&Self::document_id(order, reservation))?.ok_or_else(|| {
                RecordError::NoReservation {
                    order: order.to_owned(),
                    reservation: reservation.to_owned(),
                }
            })?;
        Ok((found, reservation))
    }

    /// Ids and facts of all reservations of an order that can be read.
    pub(crate) fn of_order(records: &Records, order: &str) -> Vec<(String, Self)> {
        let prefix = Self::document_id(order, "");
        let found = records.all_below::<Self>(&prefix);
        found.into_iter().map(|(id, found)| (id[prefix.len()..].to_owned(), found)).collect()
    }

    /// Stores a change of the reservation, or a new one. What it was before stays as a revision.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn save(
        &mut self,
        records: &mut Records,
        order: &str,
        reservation: &str,
        at: DateTime<Utc>,
    ) -> Result<(), RecordError> {
        let id = Self::document_id(order, reservation);
        if let Some(before) = records.get::<Self>(&id)? {
            let revision = Revision::document_id(order, reservation, before.etag);
            records.copy((Self::KIND, &id), (Revision::KIND, &revision));
        }
        self.updated_at = at;
        self.etag += 1;
        records.put(&id, self);
        Ok(())
    }

    /// Stores some of the units of a reservation as one of their own, with whatever else is known
    /// of the whole.
    ///
    /// # Errors
    /// Fails when what is stored cannot be read.
    pub(crate) fn save_part(
        &mut self,
        records: &mut Records,
        order: &str,
        (whole, part): (&str, &str),
        at: DateTime<Utc>,
    ) -> Result<(), RecordError> {
        let ids = [whole, part].map(|id| Self::document_id(order, id));
        records.copy((Self::KIND, &ids[0]), (Self::KIND, &ids[1]));
        self.updated_at = at;
        self.etag += 1;
        records.put(&ids[1], self);
        Ok(())
    }

    /// What the reservation was before its changes, the first state first.
    pub(crate) fn history(records: &Records, order: &str, reservation: &str) -> Vec<Self> {
        let prefix = format!("{}/", Self::document_id(order, reservation));
        let revisions = records.all_below::<Revision>(&prefix);
        revisions.into_iter().map(|(_, Revision(reservation))| reservation).collect()
    }

    /// Some of its units as a reservation of their own that nobody has stored yet. What else it
    /// came from, and its renewal, stay with the whole.
    pub(crate) fn part(&self, whole_id: &str, quantity: u32) -> Self {
        Self {
            quantity,
            renew: false,
            renewal: None,
            links: Links { split_source: Some(whole_id.to_owned()), ..Links::default() },
            origin: None,
            etag: 0,
            ..self.clone()
        }
    }

    /// Ends it before its term.
    pub(crate) fn end(&mut self, state: ProvisioningState, on: NaiveDate) {
        self.state = state;
        self.ended_on = Some(on);
        self.renew = false;
        self.renewal = None;
    }

    /// The state at a time, since a term ends without anybody writing it down.
    pub(crate) fn state_at(&self, order: &Order, now: DateTime<Utc>) -> &ProvisioningState {
        state::at(&self.state, order.is_over(now))
    }

    /// The days on which it gives its benefit.
    pub(crate) fn run(&self, order: &Order) -> Run {
        let first = order.benefit_start().date_naive();
        let end = match self.ended_on {
            Some(day) => day,
            None if self.state.phase().covers_its_term() => order.expires_at().date_naive(),
            None => first,
        };
        Run { first, end }
    }

    /// Whether anything was used on a whole day before this one.
    pub(crate) fn was_used_before(&self, order: &Order, day: NaiveDate) -> bool {
        let run = self.run(order);
        self.usage.any(run.before(day), run.first)
    }
}

impl Order {
    /// Stores the order with the state that follows from those of its reservations.
    pub(crate) fn settle(&mut self, records: &mut Records, id: &str) {
        let all = Reservation::of_order(records, id);
        let is_pending =
            all.iter().any(|(_, reservation)| reservation.state == ProvisioningState::Pending);
        let runs = all.iter().any(|(_, reservation)| reservation.state.phase().covers_its_term());
        self.state = match (is_pending, runs) {
            (true, _) => ProvisioningState::Pending,
            (false, true) => ProvisioningState::Succeeded,
            (false, false) => ProvisioningState::Cancelled,
        };
        self.etag += 1;
        records.put(id, self);
    }
}
