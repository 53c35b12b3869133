//! The rules in words. Steps, help and documentation all show these sentences.

/// Declares the rules: variant, stable id, and the rule in one sentence.
macro_rules! rules {
    ($($(#[$meta:meta])* $variant:ident $id:literal $text:literal)+) => {
        /// A rule of the calculation.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub enum Rule {
            $(#[doc = $text] $variant,)+
        }

        impl Rule {
            /// Every rule, in the order in which a quote applies them.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Stable id of the rule, as in the JSON interface.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }

            /// The rule in one sentence, in English.
            pub const fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)+ }
            }
        }
    };
}

rules! {
    ElapsedDays "elapsed-days"
        "Days are counted between UTC calendar dates, from the purchase date to the day of the return."
    LowestPrice "lowest-price"
        "The lower of the purchase price and the current price is the base."
    TermDays "term-days"
        "The term runs from the purchase date to the expiration date and counts its actual days."
    PaidUpfront "paid-upfront"
        "Paid upfront: the returned units times the price of one unit."
    ConsumedUpfront "consumed-upfront"
        "The consumed part is the paid amount times elapsed days over days in the term, rounded once."
    EqualInstalment "equal-instalment"
        "A monthly plan splits the price into equal instalments per unit, rounded down to the cent."
    BilledInstalment "billed-instalment"
        "The billed instalment of one unit is used as it is."
    BillingCycle "billing-cycle"
        "Billing cycles start each month on the day of the purchase; if a month is too short, the day moves \
         back to its last day and stays there."
    PaidMonthly "paid-monthly"
        "Paid monthly: the current instalment of the returned units and all earlier ones."
    ConsumedMonthly "consumed-monthly"
        "Earlier instalments are consumed in full, the current one over the days of its cycle, rounded once."
    CancelledInstalments "cancelled-instalments"
        "Instalments that are not due yet are no longer charged."
    FirstDaysUnused "first-days-unused"
        "Within five days of the purchase an unused reservation is credited in full."
    FirstDaysObserved "first-days-observed"
        "Within five days of the purchase Azure gave the full instalment or price back; \
         this was observed, not promised."
    Credit "credit"
        "The credit is what was paid minus what is consumed."
    FeeNotCharged "fee-not-charged"
        "Microsoft is currently not charging an early termination fee; it may charge one in the \
         future."
    FeeWaived "fee-waived"
        "Within five days of the purchase there is no early termination fee."
    Fee "fee"
        "The early termination fee is the credit times the fee rate, rounded once."
    FeeAssumed "fee-assumed"
        "The source charges an early termination fee without stating the rate; the rate used here is assumed."
    FeeGiven "fee-given"
        "The early termination fee uses the rate given for this quote instead of the policy's."
    Refund "refund"
        "The refund is the credit minus the early termination fee."
    CancelledCommitment "cancelled-commitment"
        "The cancelled commitment is the credit plus the instalments no longer charged."
    UsdConversion "usd-conversion"
        "The refund cap is kept in USD: the rounded amount times the rate, rounded to cents."
    LimitUnknown "limit-unknown"
        "Without a USD rate the refund cap was not checked; less may be paid out."
    LimitUsed "limit-used"
        "A past cancellation counts against the refund cap for 365 days from its own date."
    LimitCountsRefund "limit-counts-refund"
        "The refund counts against the refund cap."
    LimitCountsCommitment "limit-counts-commitment"
        "The cancelled commitment counts against the refund cap, before any fee."
    LimitCountsObserved "limit-counts-observed"
        "In recorded answers of Azure, only the refund counted against the refund cap."
    LimitFits "limit-fits"
        "What counts fits into what is left of the refund cap, so the whole refund is paid out."
    LimitCapped "limit-capped"
        "Anything above the remaining cap is lost. The rest is paid out, rounded down."
    LimitRefused "limit-refused"
        "A return that does not fit into what is left of the refund cap is refused as a whole."
    Refused "refused"
        "The return is refused, so nothing is paid out."
    ReturnedValue "returned-value"
        "The returned value of an exchange is the credit plus the instalments no longer charged, \
         without fee and without refund cap."
    RefundsTotal "refunds-total"
        "The returned values of all lines add up."
    PurchasePrice "purchase-price"
        "A new reservation counts with its price for the whole term, whatever its billing plan."
    SavingsPlanPrice "savings-plan-price"
        "A savings plan counts with its hourly commitment times the hours of its term, \
         at 365 days a year."
    TradeInCompute "trade-in-compute"
        "Virtual machines, dedicated hosts and App Service, at most 100 reservations at once, can be traded in \
         for a compute savings plan of one or three years."
    TradeInDatabase "trade-in-database"
        "Database reservations, at most 100 at once, can be traded in for a database savings plan of one year."
    PurchasesTotal "purchases-total"
        "The prices of everything that is bought add up."
    NetPayable "net-payable"
        "New purchases minus returned value: this must not be negative."
    CashToday "cash-today"
        "On the day of the exchange you pay: upfront prices and first instalments due then, minus what is credited then."
    CashBackToday "cash-back-today"
        "On the day of the exchange you get: what is credited then, minus upfront prices and first instalments due then."
    NewTerm "new-term"
        "A new reservation starts a full new term on the day of the exchange."
    PremiumStorageTwin "premium-storage-twin"
        "Moving between a size and its premium-storage twin in the same region starts no new term and charges nothing."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_texts_are_sentences() {
        let mut ids: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "{ids:?}");
        for rule in Rule::ALL {
            assert!(rule.text().ends_with('.'), "{rule:?}");
            assert!(rule.id().bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{rule:?}");
        }
    }
}
