//! The rules as dated values. Adding a version of the rules is adding one value to [`POLICIES`].
//!
//! Invariant: no code outside this file compares policy ids; what differs between policies is a
//! field here, and the rules read the field.

use chrono::NaiveDate;

use crate::currency::Currency;
use crate::error::Problem;
use crate::money::{FeeRate, Money};
use crate::resource::ResourceType;
use crate::savings_plan::SavingsPlanType;

/// A version of the cancellation rules: who published it, and what it grants and charges.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Policy {
    /// Stable id, as in the JSON interface.
    pub id: &'static str,
    /// What it was read from, the newest last.
    pub sources: &'static [Source],
    /// The early termination fee.
    pub fee: Fee,
    /// What is given back in the first five days.
    pub first_days: FirstDays,
    /// The yearly limit.
    pub limit: Limit,
    /// Whether a lower current price replaces the purchase price as the base.
    pub lowest_price: bool,
    /// Products that can be neither refunded nor exchanged.
    pub not_returnable: &'static [ResourceType],
    /// What an exchange may lead to, and until when.
    pub exchange: ExchangeRules,
}

/// A publication that a policy was read from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Source {
    /// Title of the article.
    pub title: &'static str,
    /// Date of the edition.
    pub date: NaiveDate,
    /// Path on `learn.microsoft.com`, without the locale.
    pub path: &'static str,
}

/// The early termination fee.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fee {
    /// Nothing is charged.
    NotCharged,
    /// A share of the credit.
    OfCredit {
        /// The rate, a fraction of the credit.
        rate: FeeRate,
        /// Whether the source states the rate; if not, it is assumed unless the caller gives it.
        stated: bool,
    },
}

/// What is given back in the first five days after the purchase.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FirstDays {
    /// Nothing special: pro-rated from the first day, and the fee as on any other day.
    NotStated,
    /// All of it if unused, pro-rated if used, without a fee in both cases.
    FullIfUnused,
    /// All of it, used or not: observed in recorded answers, not promised.
    FullObserved,
}

/// The yearly limit of one customer, kept in USD over 365 rolling days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limit {
    /// The limit in cents of a US dollar.
    pub usd_cents: i128,
    /// What of a return counts.
    pub counts: Counts,
    /// What happens to a return that does not fit.
    pub over: OverLimit,
}

impl Limit {
    /// The limit in USD.
    pub const fn amount(&self) -> Money {
        Money::from_minor(self.usd_cents, Currency::USD)
    }

    /// What is left of it where so much is used; nothing where that is more.
    pub fn left(&self, used: Money) -> Money {
        Money::from_minor((self.usd_cents - used.minor()).max(0), Currency::USD)
    }
}

/// What of a return counts against the limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counts {
    /// The refund after the fee.
    Refund,
    /// The credit before the fee plus the cancelled instalments.
    CancelledCommitment,
}

/// What happens to a return that does not fit into the limit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum OverLimit {
    /// It is carried out, and what does not fit is lost.
    PayoutCapped,
    /// It is refused as a whole.
    Refused,
}

/// What may be exchanged for what, and until when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExchangeRules {
    /// The change by which savings plans replace exchanges, where the policy knows it.
    pub right_ends: Option<ExchangeRightEnds>,
    /// Series that cannot be the target of an exchange any more, where the policy knows them.
    pub not_sold: Option<NotSold>,
    /// What can be traded in for savings plans, by the type of the plan.
    pub trade_ins: &'static [TradeIn],
}

/// Products whose reservations can be traded in for savings plans of one type.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TradeIn {
    /// The type of the plan.
    pub plan: SavingsPlanType,
    /// The products.
    pub products: &'static [ResourceType],
    /// Where it says so.
    pub source: Source,
}

impl ExchangeRules {
    /// What can be traded in for a type of savings plan; `None` where nothing can.
    pub fn trade_in(&self, plan: SavingsPlanType) -> Option<&'static TradeIn> {
        self.trade_ins.iter().find(|trade_in| trade_in.plan == plan)
    }

    /// The type of savings plan that all of these products can be traded in for.
    pub fn savings_plan_for<'a>(
        &self,
        products: impl Iterator<Item = &'a ResourceType> + Clone,
    ) -> Option<SavingsPlanType> {
        let takes = |trade_in: &&TradeIn| products.clone().all(|it| trade_in.products.contains(it));
        self.trade_ins.iter().find(takes).map(|trade_in| trade_in.plan)
    }
}

/// From a day on, reservations bought cannot be exchanged and older ones keep one exchange.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ExchangeRightEnds {
    /// The first UTC day of the change.
    pub from: NaiveDate,
    /// The services that savings plans cover.
    pub services: &'static [ResourceType],
}

/// Series that are no longer sold from a day on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotSold {
    /// The first UTC day on which they cannot be bought.
    pub from: NaiveDate,
    /// Series no longer sold for one year.
    pub one_year: &'static [&'static str],
    /// Series no longer sold for one or three years. The source says nothing of other terms.
    pub one_and_three_years: &'static [&'static str],
}

impl Policy {
    /// Every policy, the oldest first.
    pub fn all() -> &'static [Self] {
        &POLICIES
    }

    /// The newest policy, under which every quote also states its outcome.
    pub fn newest() -> &'static Self {
        POLICIES.last().expect("the table is not empty")
    }

    /// The policy used when none is named: the edition that the product was made from.
    pub fn default_policy() -> &'static Self {
        &POLICIES[DEFAULT]
    }

    /// The policy with this id.
    ///
    /// # Errors
    /// [`Problem::UnknownPolicy`] when there is none.
    pub fn by_id(id: &str) -> Result<&'static Self, Problem> {
        POLICIES.iter().find(|policy| policy.id == id).ok_or(Problem::UnknownPolicy)
    }

    /// The newest edition that the policy was read from.
    pub fn edition(&self) -> Source {
        *self.sources.last().expect("every policy names a source")
    }
}

const DEFAULT: usize = 1;

const fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a date of a publication")
}

const PARTNER_CENTER: &str =
    "Manage, cancel, exchange, or refund Microsoft Azure reservations for customers";
const PARTNER_CENTER_PATH: &str = "partner-center/azure-reservations-manage";
const AZURE: &str = "Self-service exchanges and refunds for Azure Reservations";
const AZURE_PATH: &str =
    "azure/cost-management-billing/reservations/exchange-and-refund-azure-reservations";

const FIFTY_THOUSAND: i128 = 5_000_000;

const TRADE_IN: &str = "Self-service trade-in for savings plans";
const TRADE_IN_PATH: &str = "azure/cost-management-billing/savings-plan/reservation-trade-in";

/// What trades in for compute plans has never changed; older policies have it of the newest page.
const COMPUTE: TradeIn = TradeIn {
    plan: SavingsPlanType::Compute,
    products: &[
        ResourceType::VirtualMachines,
        ResourceType::DedicatedHost,
        ResourceType::AppService,
    ],
    source: TRADED_IN_2026,
};

const TRADED_IN_2026: Source =
    Source { title: TRADE_IN, date: date(2026, 7, 22), path: TRADE_IN_PATH };

const EXCHANGE_UNCHANGED: ExchangeRules =
    ExchangeRules { right_ends: None, not_sold: None, trade_ins: &[COMPUTE] };

static POLICIES: [Policy; 4] = [
    Policy {
        id: "partner-center-2018-05",
        sources: &[Source {
            title: PARTNER_CENTER,
            date: date(2018, 5, 11),
            path: PARTNER_CENTER_PATH,
        }],
        fee: Fee::OfCredit { rate: FeeRate::TWELVE_PERCENT, stated: false },
        first_days: FirstDays::NotStated,
        limit: Limit {
            usd_cents: FIFTY_THOUSAND,
            counts: Counts::Refund,
            over: OverLimit::PayoutCapped,
        },
        lowest_price: false,
        not_returnable: &[],
        exchange: EXCHANGE_UNCHANGED,
    },
    Policy {
        id: "partner-center-2020-08",
        sources: &[Source {
            title: PARTNER_CENTER,
            date: date(2020, 8, 6),
            path: PARTNER_CENTER_PATH,
        }],
        fee: Fee::OfCredit { rate: FeeRate::TWELVE_PERCENT, stated: true },
        first_days: FirstDays::FullIfUnused,
        limit: Limit {
            usd_cents: FIFTY_THOUSAND,
            counts: Counts::Refund,
            over: OverLimit::PayoutCapped,
        },
        lowest_price: true,
        not_returnable: &[],
        exchange: EXCHANGE_UNCHANGED,
    },
    Policy {
        id: "azure-2023-10",
        sources: &[Source { title: AZURE, date: date(2023, 10, 16), path: AZURE_PATH }],
        fee: Fee::NotCharged,
        first_days: FirstDays::FullObserved,
        limit: Limit {
            usd_cents: FIFTY_THOUSAND,
            counts: Counts::CancelledCommitment,
            over: OverLimit::Refused,
        },
        lowest_price: true,
        not_returnable: &[
            ResourceType::RedHat,
            ResourceType::RedHatOsa,
            ResourceType::SuseLinux,
            ResourceType::Databricks,
            ResourceType::VMwareCloudSimple,
        ],
        exchange: EXCHANGE_UNCHANGED,
    },
    Policy {
        id: "azure-2026-08",
        sources: &[
            Source { title: AZURE, date: date(2026, 7, 22), path: AZURE_PATH },
            TRADED_IN_2026,
            Source {
                title: "Changes to the Azure reservation exchange policy",
                date: date(2026, 8, 27),
                path: "azure/cost-management-billing/reservations/reservation-exchange-policy-changes",
            },
        ],
        fee: Fee::NotCharged,
        first_days: FirstDays::FullObserved,
        limit: Limit {
            usd_cents: FIFTY_THOUSAND,
            counts: Counts::CancelledCommitment,
            over: OverLimit::Refused,
        },
        lowest_price: true,
        not_returnable: &[
            ResourceType::RedHat,
            ResourceType::RedHatOsa,
            ResourceType::SuseLinux,
            ResourceType::Databricks,
        ],
        exchange: ExchangeRules {
            right_ends: Some(ExchangeRightEnds {
                from: date(2027, 2, 1),
                services: &[
                    ResourceType::VirtualMachines,
                    ResourceType::DedicatedHost,
                    ResourceType::AppService,
                    ResourceType::SqlDatabases,
                    ResourceType::PostgreSql,
                    ResourceType::MySql,
                    ResourceType::CosmosDb,
                ],
            }),
            not_sold: Some(NotSold {
                from: date(2026, 7, 1),
                one_year: &[
                    "Av2", "Amv2", "Bv1", "D", "Ds", "Dv2", "Dsv2", "F", "Fs", "Fsv2", "G", "Gs",
                    "Ls", "Lsv2",
                ],
                one_and_three_years: &["Dv3", "Dsv3", "Ev3", "Esv3"],
            }),
            trade_ins: &[
                COMPUTE,
                TradeIn {
                    plan: SavingsPlanType::Database,
                    // SQL managed instances and elastic pools are reserved as `SqlDatabases`, too.
                    products: &[
                        ResourceType::SqlDatabases,
                        ResourceType::PostgreSql,
                        ResourceType::MySql,
                        ResourceType::MariaDb,
                        ResourceType::CosmosDb,
                    ],
                    source: TRADED_IN_2026,
                },
            ],
        },
    },
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_what_was_published() {
        let ids: Vec<_> = Policy::all().iter().map(|policy| policy.id).collect();
        assert_eq!(
            ids,
            ["partner-center-2018-05", "partner-center-2020-08", "azure-2023-10", "azure-2026-08"]
        );
        assert_eq!(Policy::default_policy().id, "partner-center-2020-08");
        assert_eq!(Policy::newest().id, "azure-2026-08");
        assert_eq!(
            Policy::by_id("azure-2023-10").expect("known").edition().date,
            date(2023, 10, 16)
        );
        assert_eq!(Policy::newest().edition().date, date(2026, 8, 27));
        assert_eq!(Policy::by_id("azure-2099"), Err(Problem::UnknownPolicy));
    }

    #[test]
    fn policies_are_in_the_order_of_their_editions() {
        assert!(Policy::all().is_sorted_by_key(|policy| policy.edition().date));
        for policy in Policy::all() {
            assert!(policy.sources.is_sorted_by_key(|source| source.date), "{}", policy.id);
            assert_eq!(policy.limit.usd_cents, 5_000_000, "{}", policy.id);
        }
    }

    #[test]
    fn only_the_first_policy_ignores_a_lower_current_price() {
        let with: Vec<_> = Policy::all().iter().map(|policy| policy.lowest_price).collect();
        assert_eq!(with, [false, true, true, true]);
    }

    #[test]
    fn cloud_simple_became_returnable_again() {
        let refused = |id: &str| {
            Policy::by_id(id).expect(id).not_returnable.contains(&ResourceType::VMwareCloudSimple)
        };
        assert!(refused("azure-2023-10"));
        assert!(!refused("azure-2026-08"));
        assert!(
            !Policy::all()
                .iter()
                .any(|policy| { policy.not_returnable.contains(&ResourceType::SqlDataWarehouse) })
        );
    }
}
