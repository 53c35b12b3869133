//! The names of columns and fields that files use, folded so that case, spaces, underscores and
//! the nesting of JSON do not matter.
//!
//! One name is one [`Column`]; what a column means is decided by the reader of each kind of file.

/// Declares the columns, each with the folded names it goes by.
macro_rules! columns {
    ($($column:ident = $($name:literal),+;)+) => {
        /// A column that some kind of file has.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
        pub(crate) enum Column { $($column),+ }

        impl Column {
            /// How many there are.
            pub(crate) const COUNT: usize = [$(Self::$column),+].len();

            /// The column with this folded name.
            fn folded(name: &str) -> Option<Self> {
                Some(match name {
                    $($($name)|+ => Self::$column,)+
                    _ => return None,
                })
            }

            /// The folded name that a message can use when a file's own is not at hand.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$column => columns!(@first $($name),+)),+ }
            }
        }
    };
    (@first $first:literal $(, $rest:literal)*) => { $first };
}

columns! {
    Amount = "amount", "transactionamountvalue", "transactionamount", "amountvalue";
    AmortizationClass = "xamortizationclass";
    ArmRegionName = "armregionname";
    ArmSkuName = "armskuname";
    AppliedScopeType = "appliedscopetype", "scope";
    BenefitId = "benefitid";
    BenefitStartTime = "benefitstarttime", "benefitstartdatetime";
    BenefitType = "benefittype";
    BillableQuantity = "billablequantity";
    BilledCost = "billedcost";
    BillingCurrency = "billingcurrency", "billingcurrencycode";
    BillingFrequency = "billingfrequency", "billingcycle";
    BillingPlan = "billingplan";
    BillingPreTaxTotal = "billingpretaxtotal";
    ChargeCategory = "chargecategory";
    ChargeClass = "chargeclass";
    ChargeEndDate = "chargeenddate";
    ChargeFrequency = "chargefrequency", "frequency";
    ChargePeriodStart = "chargeperiodstart";
    ChargeStartDate = "chargestartdate";
    ChargeType = "chargetype";
    CommitmentDiscountId = "commitmentdiscountid";
    CommitmentDiscountName = "commitmentdiscountname";
    CommitmentDiscountQuantity = "commitmentdiscountquantity";
    CommitmentDiscountStatus = "commitmentdiscountstatus";
    CommitmentDiscountType = "commitmentdiscounttype";
    CompanyName = "companyname", "companyprofilecompanyname";
    ConsumedQuantity = "consumedquantity", "usagequantity";
    Cost = "cost", "costinbillingcurrency", "extendedcost", "pretaxcost";
    CreatedDateTime = "createddatetime";
    Currency = "currency", "transactionamountcurrency", "amountcurrency";
    CurrencyCode = "currencycode";
    Customer = "customer";
    CustomerDomainName = "customerdomainname", "primarydomainname", "companyprofiledomain";
    CustomerId = "customerid", "xcustomerid";
    CustomerName = "customername", "xcustomername";
    CustomerTenantId = "customertenantid", "customertenantguid", "companyprofiletenantid";
    Date = "date", "usagedatetime";
    DeepLink = "deeplinktoreservation";
    Description = "description", "chargedescription";
    DisplayName = "displayname";
    DisplayProvisioningState = "displayprovisioningstate";
    EffectiveDateTime = "effectivedatetime";
    EffectiveUnitPrice = "effectiveunitprice";
    EffectiveStartDate = "effectivestartdate";
    EventDate = "eventdate";
    EventType = "eventtype";
    ExpirationDate = "expirationdate";
    ExpiryDate = "expirydate";
    ExpiryDateTime = "expirydatetime";
    Id = "id";
    Instalment = "instalment";
    InvoiceNumber = "invoicenumber", "invoiceid", "invoice";
    LastUpdatedDateTime = "lastupdateddatetime";
    Location = "location";
    LookBackPeriod = "lookbackperiod", "lookback";
    MergeDestination = "mergepropertiesmergedestination", "mergedestination",
        "mergepropertymergedestination";
    MergeSources = "mergepropertiesmergesources", "mergesources", "mergesource",
        "mergepropertiesmergesource", "mergepropertymergesource";
    MeterId = "meterid";
    MeterRegion = "meterregion";
    MicrosoftId = "microsoftid";
    Name = "name";
    OrderDate = "orderdate";
    OrderId = "orderid";
    OriginalQuantity = "originalquantity";
    ExchangeRate = "pctobcexchangerate", "xbillingexchangerate", "exchangeratepricingtobilling";
    PricingCurrency = "pricingcurrency";
    PricingModel = "pricingmodel";
    PricingQuantity = "pricingquantity";
    Product = "product";
    ProductName = "productname";
    ProductOrderId = "productorderid";
    ProductTitle = "producttitle";
    ProvisioningState = "provisioningstate";
    PublisherName = "publishername";
    PurchaseDate = "purchasedate";
    PurchaseDateTime = "purchasedatetime";
    PurchasedQuantity = "purchasedquantity";
    Quantity = "quantity";
    RecommendedQuantity = "recommendedquantity";
    Region = "region";
    RegionId = "regionid", "resourcelocation";
    Remarks = "remarks";
    RequestDateTime = "requestdatetime";
    ReservationId = "reservationid";
    ReservationName = "reservationname";
    ReservationOrderId = "reservationorderid";
    ReservationOrderName = "reservationordername";
    ReservationTerm = "reservationterm";
    ReservedHours = "reservedhours";
    ReservedResourceType = "reservedresourcetype";
    RetailPrice = "retailprice";
    ServiceName = "servicename";
    Sku = "sku";
    SkuDescription = "skudescription", "xskudescription";
    SkuName = "skuname";
    SkuTerm = "xskuterm";
    SkuTitle = "skutitle";
    SplitDestinations = "splitpropertiessplitdestinations", "splitdestinations",
        "splitdestination", "splitpropertiessplitdestination", "splitpropertysplitdestination";
    SplitSource = "splitpropertiessplitsource", "splitsource", "splitpropertysplitsource";
    State = "state";
    Status = "status";
    Subscription = "subscription", "subscriptionname";
    SubscriptionDescription = "subscriptiondescription";
    Subtotal = "subtotal";
    Succession = "succession";
    SwapDestination = "swappropertiesswapdestination", "swapdestination",
        "swappropertyswapdestination";
    SwapSource = "swappropertiesswapsource", "swapsource", "swappropertyswapsource";
    Term = "term";
    TermAndBillingCycle = "termandbillingcycle";
    TermDuration = "termduration";
    Total = "total";
    Type = "type";
    UnitOfMeasure = "unitofmeasure";
    UnitPrice = "unitprice";
    Active = "active";
    Used = "used";
    UsageDate = "usagedate";
    UsedHours = "usedhours";
    AverageUtilization = "avgutilizationpercentage", "averageutilizationpercentage";
    UtilizationOneDay = "utilization1day", "utilization1days";
    UtilizationSevenDays = "utilization7day", "utilization7days";
    UtilizationThirtyDays = "utilization30day", "utilization30days";
}

impl Column {
    /// The column with this name as a file writes it. Headers that are translated have the
    /// original in parentheses: `Abonnement-GUID (SubscriptionGuid)`.
    pub(crate) fn of(header: &str) -> Option<Self> {
        Self::folded(&folded(header)).or_else(|| {
            let original = header.trim().strip_suffix(')')?.rsplit_once('(')?.1;
            Self::folded(&folded(original))
        })
    }
}

/// Letters and digits of a name, in lower case.
pub(crate) fn folded(name: &str) -> String {
    let kept = name.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_translations_do_not_matter() {
        for header in [
            "Reservation order Id",
            "reservationOrderId",
            "RESERVATION_ORDER_ID",
            "Reservierungsauftrag (ReservationOrderId)",
            " reservation-order-id ",
        ] {
            assert_eq!(Column::of(header), Some(Column::ReservationOrderId), "{header}");
        }
        assert_eq!(Column::of("Utilization % 7 Day"), Some(Column::UtilizationSevenDays));
        assert_eq!(Column::of("Reservation (shared)"), None);
        // Something else entirely, and not to be mistaken for a reservation.
        assert_eq!(Column::of("VMCapacityReservationId"), None);
        assert_eq!(Column::of(Column::CustomerTenantId.name()), Some(Column::CustomerTenantId));
    }
}
