//! Texts of the entry with everything that is known of a reservation.

use crate::catalogue;

catalogue! {
    /// Property.
    RESOURCE_ID { en: "Resource ID", de: "Ressourcen-ID", sv: "Resurs-ID", nl: "Resource-id", zh: "资源 ID" }
    /// Property: what pays.
    BILLING_SCOPE { en: "Billing scope", de: "Abrechnungsbereich", sv: "Faktureringsomfång", nl: "Factureringsbereik", zh: "计费范围" }
    /// What a button copies.
    ALL_AS_TEXT { en: "all properties as text", de: "Alle Eigenschaften als Text", sv: "alla egenskaper som text", nl: "Alle eigenschappen als tekst", zh: "全部属性（文本）" }
    /// Heading of everything.
    EVERYTHING { en: "All properties", de: "Alle Eigenschaften", sv: "Alla egenskaper", nl: "Alle eigenschappen", zh: "全部属性" }

    /// Group of properties.
    IDENTITY { en: "Name and IDs", de: "Name und IDs", sv: "Namn och ID", nl: "Naam en id's", zh: "名称和 ID" }
    /// Group of properties.
    DATES { en: "Dates", de: "Daten", sv: "Datum", nl: "Datums", zh: "日期" }
    /// Group of properties.
    BILLING { en: "Billing", de: "Abrechnung", sv: "Fakturering", nl: "Facturering", zh: "计费" }
    /// Group of properties, and heading of those of the order.
    ORDER { en: "Reservation order", de: "Reservierungsauftrag", sv: "Reservationsbeställning", nl: "Reserveringsorder", zh: "预订订单" }
    /// Group of properties that have no name here.
    OTHERS { en: "Other values", de: "Weitere Werte", sv: "Övriga värden", nl: "Overige waarden", zh: "其他值" }

    /// Property: what the API calls the record.
    NAME { en: "Name in the API", de: "Name in der API", sv: "Namn i API:et", nl: "Naam in de API", zh: "API 中的名称" }
    /// Property.
    TYPE { en: "Type", de: "Typ", sv: "Typ", nl: "Type", zh: "类型" }
    /// Property.
    KIND { en: "Kind", de: "Art", sv: "Slag", nl: "Soort", zh: "种类" }
    /// Property: counts the changes.
    ETAG { en: "Version (etag)", de: "Version (Etag)", sv: "Version (etag)", nl: "Versie (etag)", zh: "版本 (etag)" }
    /// Property.
    CREATED_BY { en: "Created by", de: "Erstellt von", sv: "Skapad av", nl: "Gemaakt door", zh: "创建者" }
    /// Property.
    CHANGED_BY { en: "Last changed by", de: "Zuletzt geändert von", sv: "Senast ändrad av", nl: "Laatst gewijzigd door", zh: "上次更改者" }
    /// Property.
    PRODUCT_TYPE { en: "Product type", de: "Produkttyp", sv: "Produkttyp", nl: "Producttype", zh: "产品类型" }
    /// Property.
    CAPABILITIES { en: "Capabilities", de: "Möglichkeiten", sv: "Möjligheter", nl: "Mogelijkheden", zh: "功能" }
    /// Property.
    PURCHASED_AT { en: "Purchased at", de: "Gekauft am", sv: "Köpt", nl: "Gekocht op", zh: "购买时间" }
    /// Property.
    BENEFIT_START { en: "Benefit since", de: "Vorteil seit", sv: "Förmån sedan", nl: "Voordeel sinds", zh: "权益开始时间" }
    /// Property.
    EFFECTIVE_AT { en: "In this form since", de: "In dieser Form seit", sv: "I denna form sedan", nl: "In deze vorm sinds", zh: "当前形式生效时间" }
    /// Property.
    CHANGED_AT { en: "Last changed", de: "Zuletzt geändert", sv: "Senast ändrad", nl: "Laatst gewijzigd", zh: "上次更改时间" }
    /// Property.
    EXPIRES_AT { en: "Expires at", de: "Läuft ab am", sv: "Löper ut", nl: "Verloopt op", zh: "到期时间" }
    /// Property.
    REVIEW_AT { en: "To be reviewed on", de: "Wiedervorlage am", sv: "Ses över den", nl: "Opnieuw te bekijken op", zh: "复查时间" }
    /// Property: the state as the portal words it.
    SHOWN_STATE { en: "State in the portal", de: "Zustand im Portal", sv: "Tillstånd i portalen", nl: "Status in de portal", zh: "门户中的状态" }
    /// Property.
    SUB_STATE { en: "State in detail", de: "Zustand im Einzelnen", sv: "Tillstånd i detalj", nl: "Status in detail", zh: "详细状态" }
    /// Property.
    STATUS_CODE { en: "Status code", de: "Statuscode", sv: "Statuskod", nl: "Statuscode", zh: "状态代码" }
    /// Property.
    STATUS_MESSAGE { en: "Status message", de: "Statusmeldung", sv: "Statusmeddelande", nl: "Statusbericht", zh: "状态消息" }
    /// Property.
    ARCHIVED { en: "Archived", de: "Archiviert", sv: "Arkiverad", nl: "Gearchiveerd", zh: "已存档" }
    /// Property.
    SCOPE_TYPE { en: "Kind of scope", de: "Art des Bereichs", sv: "Typ av omfång", nl: "Soort bereik", zh: "范围类型" }
    /// Property.
    SHOWN_SCOPE { en: "Scope in the portal", de: "Bereich im Portal", sv: "Omfång i portalen", nl: "Bereik in de portal", zh: "门户中的范围" }
    /// Property.
    APPLIED_SCOPES { en: "Applied to", de: "Angewendet auf", sv: "Tillämpas på", nl: "Toegepast op", zh: "应用于" }
    /// Property.
    SCOPE_NAME { en: "Name of the scope", de: "Name des Bereichs", sv: "Omfångets namn", nl: "Naam van het bereik", zh: "范围名称" }
    /// Property: whose subscriptions they are.
    TENANT { en: "Tenant", de: "Mandant", sv: "Klientorganisation", nl: "Tenant", zh: "租户" }
    /// Property.
    SHOWN_RENEWAL { en: "Renewal in the portal", de: "Verlängerung im Portal", sv: "Förnyelse i portalen", nl: "Verlenging in de portal", zh: "门户中的续订" }
    /// Property: what the renewal costs.
    RENEWAL_PRICE { en: "Price of the renewal", de: "Preis der Verlängerung", sv: "Förnyelsens pris", nl: "Prijs van de verlenging", zh: "续订价格" }
    /// Property: what the renewal costs in the currency of the price list.
    RENEWAL_PRICING { en: "Price in pricing currency", de: "Preis in Preiswährung", sv: "Pris i prisvaluta", nl: "Prijs in prijsvaluta", zh: "定价货币价格" }
    /// Group of properties.
    RENEWAL_BUYS { en: "What the renewal buys", de: "Was die Verlängerung kauft", sv: "Vad förnyelsen köper", nl: "Wat de verlenging koopt", zh: "续订购买的内容" }
    /// Property: average utilization.
    AVERAGES { en: "Averages", de: "Mittelwerte", sv: "Medelvärden", nl: "Gemiddelden", zh: "平均值" }
    /// Property of an order.
    REQUESTED_AT { en: "Requested at", de: "Angefordert am", sv: "Begärd", nl: "Aangevraagd op", zh: "请求时间" }
    /// Property of an order.
    CREATED_AT { en: "Created at", de: "Erstellt am", sv: "Skapad", nl: "Gemaakt op", zh: "创建时间" }
    /// Property of an order.
    ORIGINAL_QUANTITY { en: "Units bought", de: "Gekaufte Einheiten", sv: "Köpta enheter", nl: "Gekochte eenheden", zh: "购买数量" }
    /// Property of an order.
    BILLING_ACCOUNT { en: "Billing account", de: "Abrechnungskonto", sv: "Faktureringskonto", nl: "Factureringsrekening", zh: "计费账户" }
    /// Property of an order.
    BILLING_PROFILE { en: "Billing profile", de: "Abrechnungsprofil", sv: "Faktureringsprofil", nl: "Factureringsprofiel", zh: "计费配置文件" }
    /// Property of an order.
    ORDER_RESERVATIONS { en: "Reservations of the order", de: "Reservierungen des Auftrags", sv: "Beställningens reservationer", nl: "Reserveringen van de order", zh: "订单中的预订" }
    /// Property of an order: what all units cost.
    ORDER_TOTAL { en: "Price of the order", de: "Preis des Auftrags", sv: "Beställningens pris", nl: "Prijs van de order", zh: "订单价格" }
    /// Property of an order.
    PLAN_START { en: "Payments since", de: "Zahlungen seit", sv: "Betalningar sedan", nl: "Betalingen sinds", zh: "付款开始日期" }
    /// Property of an order.
    NEXT_DUE { en: "Next payment due", de: "Nächste Zahlung fällig", sv: "Nästa betalning förfaller", nl: "Volgende betaling", zh: "下次付款日期" }

    /// Part of the page.
    HISTORY { en: "History", de: "Verlauf", sv: "Historik", nl: "Geschiedenis", zh: "历史记录" }
    /// Heading of the chain of reservations.
    CHAIN { en: "Where it comes from, and what became of it", de: "Woher sie kommt und was aus ihr wurde", sv: "Var den kommer ifrån och vad den blev", nl: "Waar deze vandaan komt en wat ervan is geworden", zh: "来源和去向" }
    /// The reservation on screen, in the chain.
    THIS_ONE { en: "This reservation", de: "Diese Reservierung", sv: "Den här reservationen", nl: "Deze reservering", zh: "此预订" }
    /// There is no chain.
    NO_CHAIN { en: "It was never split, merged, exchanged or renewed.", de: "Sie wurde nie geteilt, zusammengeführt, umgetauscht oder verlängert.", sv: "Den har aldrig delats, slagits samman, bytts eller förnyats.", nl: "Deze is nooit gesplitst, samengevoegd, omgeruild of verlengd.", zh: "从未拆分、合并、兑换或续订。" }
    /// Heading of the versions of the record.
    REVISIONS { en: "Versions of the reservation", de: "Versionen der Reservierung", sv: "Reservationens versioner", nl: "Versies van de reservering", zh: "预订的版本" }
    /// A version by its number and its time.
    REVISION { en: "Version {number} · {moment}", de: "Version {number} · {moment}", sv: "Version {number} · {moment}", nl: "Versie {number} · {moment}", zh: "版本 {number} · {moment}" }
    /// The oldest version.
    FIRST_REVISION { en: "The first version that is known.", de: "Die erste bekannte Version.", sv: "Den första kända versionen.", nl: "De eerste bekende versie.", zh: "已知的首个版本。" }
    /// Two versions that are alike.
    NO_DIFFERENCE { en: "Nothing that is listed here has changed.", de: "Nichts, was hier aufgeführt ist, hat sich geändert.", sv: "Inget som visas här har ändrats.", nl: "Niets wat hier staat is gewijzigd.", zh: "此处列出的内容没有变化。" }
    /// No version is known.
    NO_REVISIONS { en: "There is no earlier version.", de: "Es gibt keine frühere Version.", sv: "Det finns ingen tidigare version.", nl: "Er is geen eerdere versie.", zh: "没有更早的版本。" }

    /// Part of the page.
    RAW { en: "Raw data", de: "Rohdaten", sv: "Rådata", nl: "Ruwe gegevens", zh: "原始数据" }
    /// Record as the API writes it.
    RAW_RESERVATION { en: "Reservation as JSON", de: "Reservierung als JSON", sv: "Reservation som JSON", nl: "Reservering als JSON", zh: "预订 (JSON)" }
    /// Record as the API writes it.
    RAW_ORDER { en: "Order as JSON", de: "Auftrag als JSON", sv: "Beställning som JSON", nl: "Order als JSON", zh: "订单 (JSON)" }
}
