//! The names of columns and fields that files use, folded so that case, spaces, underscores and
//! the nesting of JSON do not matter.
//!
//! One name is one [`Column`]; what a column means is decided by the reader of each kind of file.

use crate::state::is_one_of;

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
    BillingPlan = "billingplan", "paymentplan", "paymentoption";
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
    EndDate = "enddate";
    EventDate = "eventdate";
    EventType = "eventtype";
    ExpirationDate = "expirationdate", "expiration", "expires", "expireson", "expiry";
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
    OfferName = "offername";
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
    PurchaseDate = "purchasedate", "purchased", "purchasedon";
    PurchaseDateTime = "purchasedatetime";
    PurchasedQuantity = "purchasedquantity";
    Quantity = "quantity", "qty";
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
    StartDate = "startdate";
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
        let name = folded(header);
        let original = || header.trim().strip_suffix(')')?.rsplit_once('(').map(|(_, name)| name);
        Self::folded(&name)
            .or_else(|| Self::folded(&folded(original()?)))
            .or_else(|| Self::translated(&name))
    }

    /// The column that this is the folded name of in another language of the portal or of reports.
    fn translated(name: &str) -> Option<Self> {
        TRANSLATED.into_iter().find(|(_, names)| is_one_of(name, names)).map(|(column, _)| column)
    }
}

/// Folded names in German, Swedish, Dutch, French, Spanish, Italian, Portuguese, Chinese and Japanese.
const TRANSLATED: [(Column, &str); 22] = [
    (
        Column::ReservationId,
        "reservierungsid reservationsid reserveringsid idderéservation iddelaréservation iddereserva iddelareserva \
         iddareserva idprenotazione iddellaprenotazione 预订id 预留id 預訂id 保留id 予約id",
    ),
    (
        Column::ReservationOrderId,
        "reservierungsauftragsid reservierungsbestellid reservierungsbestellungsid iddesreservierungsauftrags \
         reservationsbeställningsid reservationsorderid reserveringsorderid reserveringsbestellingid \
         iddecommandederéservation iddelacommandederéservation iddepedidodereserva iddelpedidodereserva \
         iddopedidodereserva iddopedidodareserva idordineprenotazione idordinediprenotazione 预订订单id 预留订单id \
         預訂訂單id 保留訂單id 予約注文id",
    ),
    (Column::Name, "namn naam nom nombre nome 名称 名稱 名前"),
    (Column::Status, "statut estado stato 状态 狀態 状態"),
    (
        Column::ExpirationDate,
        "ablaufdatum förfallodatum utgångsdatum vervaldatum verloopdatum datedexpiration fechadeexpiración \
         fechadecaducidad fechadevencimiento datadiscadenza datadeexpiração datadevalidade datadevencimento 到期日期 \
         过期日期 到期日 到期時間 有効期限",
    ),
    (
        Column::PurchaseDate,
        "kaufdatum erwerbsdatum inköpsdatum köpdatum aankoopdatum datedachat fechadecompra datadiacquisto datadecompra \
         datadacompra 购买日期 購買日期 購入日",
    ),
    (
        Column::Term,
        "laufzeit begriff löptid termijn looptijd durée terme término plazo termine durata termo prazo 期限 期間",
    ),
    (
        Column::AppliedScopeType,
        "bereich omfång omfattning bereik étendue portée ámbito ambito âmbito escopo 范围 範圍 スコープ",
    ),
    (Column::Type, "typ tipo 类型 類型 種類"),
    (
        Column::ProductName,
        "produktname produktnamn productnaam nomduproduit nomdeproduit nombredelproducto nombredeproducto \
         nomeprodotto nomedelprodotto nomedoproduto 产品名称 產品名稱 製品名",
    ),
    (Column::Region, "regio région región regione região 区域 地区 區域 リージョン"),
    (
        Column::Quantity,
        "menge anzahl stückzahl antal kvantitet hoeveelheid aantal quantité cantidad quantità quantidade 数量 數量",
    ),
    (
        Column::UtilizationOneDay,
        "auslastung1tag nutzung1tag användning1dag utnyttjande1dag gebruik1dag benutting1dag utilisation1jour \
         utilización1día utilizzo1giorno utilização1dia 利用率1天 使用率1天 使用率1日",
    ),
    (
        Column::UtilizationSevenDays,
        "auslastung7tage nutzung7tage användning7dagar utnyttjande7dagar gebruik7dagen benutting7dagen \
         utilisation7jours utilización7días utilizzo7giorni utilização7dias 利用率7天 使用率7天 使用率7日",
    ),
    (
        Column::UtilizationThirtyDays,
        "auslastung30tage nutzung30tage användning30dagar utnyttjande30dagar gebruik30dagen benutting30dagen \
         utilisation30jours utilización30días utilizzo30giorni utilização30dias 利用率30天 使用率30天 使用率30日",
    ),
    (
        Column::BillingPlan,
        "abrechnungsplan zahlungsplan faktureringsplan factureringsplan facturatieplan \
         facturatieabonnement plandefacturation plandefacturación pianodifatturazione planodefaturação 计费计划 计费方案",
    ),
    (Column::Currency, "währung valuta devise moneda moeda 货币 币种 通貨"),
    (
        Column::UnitPrice,
        "einzelpreis stückpreis preisproeinheit enhetspris styckpris eenheidsprijs stukprijs prijspereenheid \
         prixunitaire preciounitario precioporunidad prezzounitario preçounitário 单价 單價 単価",
    ),
    (Column::Customer, "kunde kund klant client cliente 客户 客戶 顧客"),
    (
        Column::CustomerName,
        "kundenname kundnamn klantnaam nomduclient nombredelcliente nomecliente nomedocliente 客户名称",
    ),
    (
        Column::CompanyName,
        "firmenname unternehmensname företagsnamn bedrijfsnaam nomdelasociété nomdelentreprise nombredelaempresa \
         nombredelacompañía nomesocietà nomedaempresa 公司名称 公司名稱 会社名",
    ),
    (
        Column::CustomerDomainName,
        "primärerdomänenname primärtdomännamn primairedomeinnaam nomdedomaineprincipal nombrededominioprincipal \
         nomedominioprimario nomededomínioprimário 主域名 主要域名",
    ),
];

/// Letters and digits of a name, in lower case.
pub(crate) fn folded(name: &str) -> String {
    let kept = name.chars().filter(|letter| letter.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A name in two lists would mean whichever is looked at first, and one of another column nothing.
    #[test]
    fn no_translated_name_means_two_columns() {
        let names = || TRANSLATED.iter().flat_map(|(_, names)| names.split(' '));
        for name in names() {
            assert_eq!(folded(name), name);
            assert_eq!(Column::folded(name), None, "{name}");
            assert_eq!(names().filter(|other| *other == name).count(), 1, "{name}");
        }
    }

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
        for header in ["Reservierungs-ID", "Id. de reserva", "ID de réservation", "预订 ID"] {
            assert_eq!(Column::of(header), Some(Column::ReservationId), "{header}");
        }
        // Something else entirely, and not to be mistaken for a reservation.
        assert_eq!(Column::of("VMCapacityReservationId"), None);
        assert_eq!(Column::of(Column::CustomerTenantId.name()), Some(Column::CustomerTenantId));
    }
}
