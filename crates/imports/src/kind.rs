//! What a file is, told by the columns or fields that it has.

use crate::column::Column;
use crate::row::Header;
use crate::value::DateOrder;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
pub enum Kind {
    /// "Download as CSV" of the Azure portal.
    PortalReservations,
    /// `az reservations reservation list`, the Capacity or the Billing API.
    AzReservations,
    /// `az reservations reservation-order list`.
    AzReservationOrders,
    /// `Get-AzReservation`, as CSV.
    PowerShellReservations,
    /// Reservations in a table of somebody's own making.
    ReservationReport,
    /// Reservation transactions of Cost Management or the Consumption API.
    ReservationTransactions,
    /// Reservation details or summaries: what was used.
    ReservationUsage,
    /// The customers of a partner, from Partner Center or the Billing API.
    Customers,
    /// The invoice reconciliation of Partner Center, or the line items of an invoice.
    InvoiceReconciliation,
    /// The daily rated usage of Partner Center.
    DailyRatedUsage,
    /// Cost and usage details, actual or amortized, of any agreement.
    CostDetails,
    /// Cost and usage in FOCUS.
    Focus,
    /// Azure retail prices.
    RetailPrices,
    /// What `prorata-quote --from` has written.
    ProrataReservations,
    /// A price sheet, of a billing account or of Partner Center.
    PriceSheet,
    /// Savings plans.
    SavingsPlans,
    /// Recommendations to buy reservations.
    Recommendations,
    /// The history of reservations.
    ReservationRevisions,
    /// An answer of `calculateRefund`, `calculateExchange` and the like.
    AzureQuotes,
    /// Requests or answers of `prorata-quote`.
    QuoteLines,
    /// Something else.
    Unknown,
}

impl Kind {
    /// The word for it in output; scripts read it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::PortalReservations => "portal-reservations",
            Self::AzReservations => "az-reservations",
            Self::AzReservationOrders => "az-reservation-orders",
            Self::PowerShellReservations => "powershell-reservations",
            Self::ReservationReport => "reservation-report",
            Self::ReservationTransactions => "reservation-transactions",
            Self::ReservationUsage => "reservation-usage",
            Self::Customers => "customers",
            Self::InvoiceReconciliation => "invoice-reconciliation",
            Self::DailyRatedUsage => "daily-rated-usage",
            Self::CostDetails => "cost-details",
            Self::Focus => "focus",
            Self::RetailPrices => "retail-prices",
            Self::ProrataReservations => "prorata-reservations",
            Self::PriceSheet => "price-sheet",
            Self::SavingsPlans => "savings-plans",
            Self::Recommendations => "reservation-recommendations",
            Self::ReservationRevisions => "reservation-revisions",
            Self::AzureQuotes => "azure-quotes",
            Self::QuoteLines => "quote-lines",
            Self::Unknown => "unknown",
        }
    }

    /// Why the rows of a file of this kind give nothing, if they do not.
    pub(crate) const fn unused(self) -> Option<&'static str> {
        match self {
            Self::PriceSheet => Some("a price sheet: prices of today, not what was paid"),
            Self::SavingsPlans => Some("a savings plan, which can never be returned"),
            Self::Recommendations => Some("a recommendation, not a reservation"),
            Self::ReservationRevisions => Some("an earlier state of a reservation"),
            Self::AzureQuotes => Some("a quote of Azure, not a reservation"),
            Self::QuoteLines => Some("a request or an answer of prorata-quote"),
            _ => None,
        }
    }

    /// Which of day and month comes first, where the format's documentation says it.
    pub(crate) const fn documented_order(self) -> Option<DateOrder> {
        match self {
            Self::InvoiceReconciliation | Self::DailyRatedUsage | Self::CostDetails => {
                Some(DateOrder::MonthFirst)
            }
            _ => None,
        }
    }

    /// What a table with these columns is.
    pub(crate) fn of_table(header: &Header) -> Option<Self> {
        let names: Vec<String> =
            header.names.iter().map(|name| crate::column::folded(name)).collect();
        let named = |name: &str| names.iter().any(|found| found == name);
        let kind = Self::of(&|column| header.has(column), &named)?;
        // Tables of these columns come from PowerShell; JSON has them as well.
        Some(if kind == Self::AzReservations { Self::PowerShellReservations } else { kind })
    }

    /// What something with these columns is; `named` tells of folded names without a column.
    pub(crate) fn of(has: &dyn Fn(Column) -> bool, named: &dyn Fn(&str) -> bool) -> Option<Self> {
        use Column as C;
        let all = |columns: &[Column]| columns.iter().all(|column| has(*column));
        let any = |columns: &[Column]| columns.iter().any(|column| has(*column));
        let is_product =
            any(&[C::Sku, C::SkuName, C::ProductName, C::SkuDescription, C::ArmSkuName]);
        let runs =
            any(&[C::ExpiryDate, C::ExpiryDateTime, C::ExpirationDate, C::PurchaseDate, C::Term]);
        // Everything that runs has an end, so that it tells of a reservation only beside its id.
        let ends = runs || has(C::EndDate);
        let tests: [(Self, bool); 20] = [
            (Self::AzureQuotes, named("sessionid") || named("billingrefundamountamount")),
            (
                Self::ProrataReservations,
                all(&[C::OrderId, C::UnitPrice, C::CurrencyCode, C::BillingPlan, C::State]),
            ),
            (
                Self::SavingsPlans,
                named("savingsplanorderid")
                    || named("savingsplanid") && !has(C::Cost)
                    || named("commitmentamount")
                    || named("commitmentgrain"),
            ),
            (Self::Recommendations, has(C::RecommendedQuantity)),
            (Self::Focus, all(&[C::ChargeCategory, C::BilledCost])),
            (Self::ReservationTransactions, all(&[C::EventType, C::EventDate])),
            (
                Self::ReservationUsage,
                has(C::ReservedHours) && any(&[C::UsedHours, C::AverageUtilization]),
            ),
            (
                Self::PortalReservations,
                has(C::ExpirationDate) && any(&[C::ReservationId, C::ReservationOrderId]),
            ),
            (
                Self::DailyRatedUsage,
                has(C::UsageDate)
                    && any(&[C::CustomerId, C::CustomerName])
                    && any(&[C::BillingPreTaxTotal, C::EffectiveUnitPrice, C::ConsumedQuantity])
                    && !all(&[C::Cost, C::ReservationId]),
            ),
            (
                Self::InvoiceReconciliation,
                any(&[C::CustomerId, C::CustomerName])
                    && any(&[C::InvoiceNumber, C::OrderDate, C::OrderId])
                    && has(C::ChargeType)
                    && any(&[C::Subtotal, C::TermAndBillingCycle, C::BillableQuantity]),
            ),
            (
                Self::CostDetails,
                any(&[C::Cost, C::BillingPreTaxTotal])
                    && any(&[C::MeterId, C::ChargeType, C::ReservationId, C::ConsumedQuantity])
                    && any(&[C::Date, C::UsageDate]),
            ),
            (Self::RetailPrices, has(C::RetailPrice) && any(&[C::ArmSkuName, C::SkuName])),
            (
                Self::PriceSheet,
                all(&[C::ProductTitle, C::SkuTitle])
                    || (has(C::UnitPrice)
                        && has(C::UnitOfMeasure)
                        && any(&[C::MeterId, C::Product])),
            ),
            (Self::Customers, any(&[C::MicrosoftId, C::CustomerTenantId]) && has(C::CompanyName)),
            (
                Self::Customers,
                named("enabledazureplans") || (has(C::DisplayName) && named("systemid")),
            ),
            (
                Self::AzReservations,
                any(&[C::ProvisioningState, C::DisplayProvisioningState, C::ReservedResourceType])
                    && any(&[C::Id, C::Name, C::ReservationId])
                    && (any(&[C::Quantity, C::Term]) || runs),
            ),
            (
                Self::AzReservationOrders,
                has(C::OriginalQuantity) && any(&[C::Id, C::Name, C::ReservationOrderId]),
            ),
            (
                Self::ReservationReport,
                any(&[C::ReservationId, C::ReservationOrderId])
                    && has(C::Quantity)
                    && (ends || is_product),
            ),
            (
                Self::ReservationReport,
                any(&[C::ReservationName, C::DisplayName, C::Name])
                    && has(C::Quantity)
                    && any(&[C::ExpiryDate, C::ExpirationDate])
                    && is_product,
            ),
            (Self::QuoteLines, named("returnquantity") || (named("decision") && named("refusal"))),
        ];
        tests.into_iter().find(|(_, holds)| *holds).map(|(kind, _)| kind)
    }
}
