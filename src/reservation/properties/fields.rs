//! Every property by name: where it stands in a record, and how its value is worded.
//!
//! The tables name places, not fields of a type, so that a value that this version does not know is shown as
//! well: what no row names is listed by its path.

use crate::i18n::Text;
use crate::i18n::catalogue::{configuration, names, properties as texts, reservation};
use serde_json::Value;
use view_model::difference::leaves;

/// How a value is worded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// As it is.
    Text,
    /// As it is, in the service's own English.
    English,
    /// As it is, in letters of equal width: ids and names of the API.
    Code,
    /// A UTC day.
    Day,
    /// A moment.
    Moment,
    /// A provisioning state.
    State,
    /// The state as the portal words it.
    ShownState,
    /// How long a reservation runs.
    Term,
    /// How a reservation is paid.
    Plan,
    /// A kind of product.
    Product,
    /// A region.
    Region,
    /// Yes or no.
    Flag,
    /// `On` or `Off`, in whatever form.
    Switch,
    /// An amount with its currency.
    Price,
    /// Average utilization over some days.
    Averages,
    /// Where utilization is heading.
    Trend,
}

/// One property.
#[derive(Clone, Copy, Debug)]
pub struct RecordField {
    /// What it is called.
    pub name: Text,
    /// Where it stands in the record, as a JSON pointer.
    pub path: &'static str,
    /// How its value is worded.
    pub kind: Kind,
}

/// Properties that belong together.
#[derive(Clone, Copy, Debug)]
pub struct FieldGroup {
    /// What they are about.
    pub title: Text,
    /// Whether the group is left out where a record holds none of it.
    pub is_optional: bool,
    /// The properties.
    pub fields: &'static [RecordField],
}

impl FieldGroup {
    /// Whether the group has something to say about `record`.
    #[must_use]
    pub fn is_shown(&self, record: &Value) -> bool {
        !self.is_optional || self.fields.iter().any(|field| record.pointer(field.path).is_some())
    }
}

const fn field(name: Text, path: &'static str, kind: Kind) -> RecordField {
    RecordField { name, path, kind }
}

/// What the Capacity API 2022-11-01 says about a reservation.
pub const OF_RESERVATION: &[FieldGroup] = &[
    FieldGroup {
        title: texts::IDENTITY,
        is_optional: false,
        fields: &[
            field(configuration::DISPLAY_NAME, "/properties/displayName", Kind::Text),
            field(texts::RESOURCE_ID, "/id", Kind::Code),
            field(texts::NAME, "/name", Kind::Code),
            field(texts::TYPE, "/type", Kind::Code),
            field(texts::KIND, "/kind", Kind::Code),
            field(texts::ETAG, "/etag", Kind::Text),
            field(texts::CREATED_BY, "/systemData/createdBy", Kind::Text),
            field(texts::CHANGED_BY, "/systemData/lastModifiedBy", Kind::Text),
        ],
    },
    FieldGroup {
        title: reservation::PRODUCT,
        is_optional: false,
        fields: &[
            field(reservation::PRODUCT, "/properties/skuDescription", Kind::Text),
            field(reservation::SKU, "/sku/name", Kind::Code),
            field(texts::PRODUCT_TYPE, "/properties/reservedResourceType", Kind::Product),
            field(reservation::REGION, "/location", Kind::Region),
            field(reservation::QUANTITY, "/properties/quantity", Kind::Text),
            field(configuration::FLEXIBILITY, "/properties/instanceFlexibility", Kind::Switch),
        ],
    },
    FieldGroup {
        title: reservation::STATE,
        is_optional: false,
        fields: &[
            field(reservation::STATE, "/properties/provisioningState", Kind::State),
            field(texts::SHOWN_STATE, "/properties/displayProvisioningState", Kind::ShownState),
            field(texts::SUB_STATE, "/properties/provisioningSubState", Kind::Code),
            field(texts::STATUS_CODE, "/properties/extendedStatusInfo/statusCode", Kind::Code),
            field(texts::STATUS_MESSAGE, "/properties/extendedStatusInfo/message", Kind::English),
            field(texts::ARCHIVED, "/properties/archived", Kind::Flag),
            field(texts::CAPABILITIES, "/properties/capabilities", Kind::Code),
        ],
    },
    FieldGroup {
        title: texts::DATES,
        is_optional: false,
        fields: &[
            field(reservation::TERM, "/properties/term", Kind::Term),
            field(reservation::PURCHASE_DATE, "/properties/purchaseDate", Kind::Day),
            field(texts::PURCHASED_AT, "/properties/purchaseDateTime", Kind::Moment),
            field(texts::BENEFIT_START, "/properties/benefitStartTime", Kind::Moment),
            field(texts::EFFECTIVE_AT, "/properties/effectiveDateTime", Kind::Moment),
            field(texts::CHANGED_AT, "/properties/lastUpdatedDateTime", Kind::Moment),
            field(reservation::EXPIRATION_DATE, "/properties/expiryDate", Kind::Day),
            field(texts::EXPIRES_AT, "/properties/expiryDateTime", Kind::Moment),
            field(texts::REVIEW_AT, "/properties/reviewDateTime", Kind::Moment),
        ],
    },
    FieldGroup {
        title: reservation::SCOPE,
        is_optional: false,
        fields: &[
            field(texts::SCOPE_TYPE, "/properties/appliedScopeType", Kind::Code),
            field(texts::SHOWN_SCOPE, "/properties/userFriendlyAppliedScopeType", Kind::Text),
            field(texts::APPLIED_SCOPES, "/properties/appliedScopes", Kind::Code),
            field(texts::SCOPE_NAME, "/properties/appliedScopeProperties/displayName", Kind::Text),
            field(
                configuration::SUBSCRIPTION,
                "/properties/appliedScopeProperties/subscriptionId",
                Kind::Code,
            ),
            field(
                configuration::RESOURCE_GROUP,
                "/properties/appliedScopeProperties/resourceGroupId",
                Kind::Code,
            ),
            field(
                names::SCOPE_MANAGEMENT_GROUP,
                "/properties/appliedScopeProperties/managementGroupId",
                Kind::Code,
            ),
            field(texts::TENANT, "/properties/appliedScopeProperties/tenantId", Kind::Code),
        ],
    },
    FieldGroup {
        title: texts::BILLING,
        is_optional: false,
        fields: &[
            field(reservation::BILLING_PLAN, "/properties/billingPlan", Kind::Plan),
            field(texts::BILLING_SCOPE, "/properties/billingScopeId", Kind::Code),
        ],
    },
    FieldGroup {
        title: configuration::RENEWAL,
        is_optional: false,
        fields: &[
            field(configuration::RENEWAL, "/properties/renew", Kind::Switch),
            field(texts::SHOWN_RENEWAL, "/properties/userFriendlyRenewState", Kind::Switch),
            field(reservation::RENEWED_FROM, "/properties/renewSource", Kind::Code),
            field(reservation::RENEWED_BY, "/properties/renewDestination", Kind::Code),
        ],
    },
    FieldGroup { title: texts::RENEWAL_BUYS, is_optional: true, fields: OF_RENEWAL },
    FieldGroup {
        title: reservation::RELATED,
        is_optional: false,
        fields: &[
            field(reservation::SPLIT_FROM, "/properties/splitProperties/splitSource", Kind::Code),
            field(
                reservation::SPLIT_INTO,
                "/properties/splitProperties/splitDestinations",
                Kind::Code,
            ),
            field(reservation::MERGED_FROM, "/properties/mergeProperties/mergeSources", Kind::Code),
            field(
                reservation::MERGED_INTO,
                "/properties/mergeProperties/mergeDestination",
                Kind::Code,
            ),
            field(reservation::EXCHANGED_FROM, "/properties/swapProperties/swapSource", Kind::Code),
            field(
                reservation::EXCHANGED_FOR,
                "/properties/swapProperties/swapDestination",
                Kind::Code,
            ),
        ],
    },
    FieldGroup {
        title: reservation::UTILIZATION,
        is_optional: false,
        fields: &[
            field(reservation::TREND, "/properties/utilization/trend", Kind::Trend),
            field(texts::AVERAGES, "/properties/utilization/aggregates", Kind::Averages),
        ],
    },
];

/// What is bought at expiry; there while a renewal is on.
const OF_RENEWAL: &[RecordField] = &[
    field(texts::RENEWAL_PRICE, "/properties/renewProperties/billingCurrencyTotal", Kind::Price),
    field(texts::RENEWAL_PRICING, "/properties/renewProperties/pricingCurrencyTotal", Kind::Price),
    field(
        configuration::DISPLAY_NAME,
        "/properties/renewProperties/purchaseProperties/properties/displayName",
        Kind::Text,
    ),
    field(reservation::SKU, "/properties/renewProperties/purchaseProperties/sku/name", Kind::Code),
    field(
        texts::PRODUCT_TYPE,
        "/properties/renewProperties/purchaseProperties/properties/reservedResourceType",
        Kind::Product,
    ),
    field(
        reservation::REGION,
        "/properties/renewProperties/purchaseProperties/location",
        Kind::Region,
    ),
    field(
        reservation::QUANTITY,
        "/properties/renewProperties/purchaseProperties/properties/quantity",
        Kind::Text,
    ),
    field(
        reservation::TERM,
        "/properties/renewProperties/purchaseProperties/properties/term",
        Kind::Term,
    ),
    field(
        reservation::BILLING_PLAN,
        "/properties/renewProperties/purchaseProperties/properties/billingPlan",
        Kind::Plan,
    ),
    field(
        texts::BILLING_SCOPE,
        "/properties/renewProperties/purchaseProperties/properties/billingScopeId",
        Kind::Code,
    ),
    field(
        texts::SCOPE_TYPE,
        "/properties/renewProperties/purchaseProperties/properties/appliedScopeType",
        Kind::Code,
    ),
    field(
        texts::APPLIED_SCOPES,
        "/properties/renewProperties/purchaseProperties/properties/appliedScopes",
        Kind::Code,
    ),
    field(
        configuration::RENEWAL,
        "/properties/renewProperties/purchaseProperties/properties/renew",
        Kind::Switch,
    ),
];

/// What it says about an order; its payments are a table of their own.
pub const OF_ORDER: &[FieldGroup] = &[FieldGroup {
    title: texts::ORDER,
    is_optional: false,
    fields: &[
        field(configuration::DISPLAY_NAME, "/properties/displayName", Kind::Text),
        field(texts::RESOURCE_ID, "/id", Kind::Code),
        field(texts::NAME, "/name", Kind::Code),
        field(texts::TYPE, "/type", Kind::Code),
        field(texts::ETAG, "/etag", Kind::Text),
        field(reservation::STATE, "/properties/provisioningState", Kind::State),
        field(texts::REQUESTED_AT, "/properties/requestDateTime", Kind::Moment),
        field(texts::CREATED_AT, "/properties/createdDateTime", Kind::Moment),
        field(texts::BENEFIT_START, "/properties/benefitStartTime", Kind::Moment),
        field(reservation::EXPIRATION_DATE, "/properties/expiryDate", Kind::Day),
        field(texts::EXPIRES_AT, "/properties/expiryDateTime", Kind::Moment),
        field(texts::REVIEW_AT, "/properties/reviewDateTime", Kind::Moment),
        field(reservation::TERM, "/properties/term", Kind::Term),
        field(texts::ORIGINAL_QUANTITY, "/properties/originalQuantity", Kind::Text),
        field(reservation::BILLING_PLAN, "/properties/billingPlan", Kind::Plan),
        field(texts::BILLING_ACCOUNT, "/properties/billingAccountId", Kind::Code),
        field(texts::BILLING_PROFILE, "/properties/billingProfileId", Kind::Code),
        field(texts::ORDER_RESERVATIONS, "/properties/reservations", Kind::Code),
        field(texts::ORDER_TOTAL, "/properties/planInformation/pricingCurrencyTotal", Kind::Price),
        field(texts::PLAN_START, "/properties/planInformation/startDate", Kind::Day),
        field(texts::NEXT_DUE, "/properties/planInformation/nextPaymentDueDate", Kind::Day),
    ],
}];

/// Tables of their own, or of no use in a list.
const ELSEWHERE: &[&str] = &["/properties/planInformation/transactions"];

/// The field that a place in a record belongs to, if it has a name in `groups`.
#[must_use]
pub fn field_at(groups: &'static [FieldGroup], path: &str) -> Option<&'static RecordField> {
    groups.iter().flat_map(|group| group.fields).find(|field| is_within(path, field.path))
}

fn is_within(path: &str, outer: &str) -> bool {
    path.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Every value of a record that no field of `groups` names, by its path.
#[must_use]
pub fn others<'v>(groups: &'static [FieldGroup], record: &'v Value) -> Vec<(String, &'v Value)> {
    let mut all = leaves(record);
    all.retain(|(path, _)| {
        let is_elsewhere = ELSEWHERE.iter().any(|known| is_within(path, known));
        !is_elsewhere && field_at(groups, path).is_none()
    });
    all
}
