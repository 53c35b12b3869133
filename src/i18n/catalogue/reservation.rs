//! Texts of a reservation's record.

use crate::catalogue;

catalogue! {
    /// Heading of a record whose name is not known.
    RESERVATION { en: "Azure reservation", de: "Azure-Reservierung", sv: "Azure-reservation", nl: "Azure-reservering", zh: "Azure 预订" }
    /// Heading of an entry other than the first: `{name}` of the reservation and `{entry}`.
    NAME_AND_ENTRY { en: "{name} · {entry}", de: "{name} · {entry}", sv: "{name} · {entry}", nl: "{name} · {entry}", zh: "{name} · {entry}" }
    /// Told to screen readers when a record in motion has changed by itself.
    REFRESHED { en: "{name} has changed. State: {state}", de: "{name} hat sich geändert. Zustand: {state}", sv: "{name} har ändrats. Tillstånd: {state}", nl: "{name} is gewijzigd. Status: {state}", zh: "{name} 已更改。状态：{state}" }
    /// Name of the navigation between the entries.
    ENTRIES { en: "Reservation page", de: "Seite der Reservierung", sv: "Reservationssida", nl: "Reserveringspagina", zh: "预订页面" }
    /// Entry of the record.
    OVERVIEW { en: "Overview", de: "Übersicht", sv: "Översikt", nl: "Overzicht", zh: "概述" }
    /// Entry of the record.
    ACCESS_CONTROL { en: "Access control (IAM)", de: "Zugriffssteuerung (IAM)", sv: "Åtkomstkontroll (IAM)", nl: "Toegangsbeheer (IAM)", zh: "访问控制 (IAM)" }
    /// Entry of the record.
    CONFIGURATION { en: "Configuration", de: "Konfiguration", sv: "Konfiguration", nl: "Configuratie", zh: "配置" }
    /// Entry of the record.
    PROPERTIES { en: "Properties", de: "Eigenschaften", sv: "Egenskaper", nl: "Eigenschappen", zh: "属性" }
    /// Entry of the record.
    SUPPORT_REQUEST { en: "New support request", de: "Neue Supportanfrage", sv: "Ny supportbegäran", nl: "Nieuwe ondersteuningsaanvraag", zh: "新建支持请求" }
    /// Task started in the record.
    REFUND { en: "Refund", de: "Rückerstattung", sv: "Återbetalning", nl: "Restitutie", zh: "退款" }
    /// Task started in the record.
    EXCHANGE { en: "Exchange", de: "Umtausch", sv: "Byte", nl: "Omruilen", zh: "兑换" }

    /// Heading when the address names no reservation, or one that does not exist.
    NOT_FOUND { en: "Reservation not found", de: "Reservierung nicht gefunden", sv: "Reservationen hittades inte", nl: "Reservering niet gevonden", zh: "未找到预订" }
    /// What that may mean.
    NOT_FOUND_WHY {
        en: "This customer has no reservation with these IDs. The link may be incomplete, or the reservation belongs to another customer.",
        de: "Für diesen Kunden gibt es keine Reservierung mit diesen IDs. Vielleicht ist der Link unvollständig, oder die Reservierung gehört zu einem anderen Kunden.",
        sv: "Kunden har ingen reservation med dessa ID:n. Länken kan vara ofullständig, eller så tillhör reservationen en annan kund.",
        nl: "Deze klant heeft geen reservering met deze id's. Misschien is de link onvolledig of hoort de reservering bij een andere klant.",
        zh: "该客户没有具有这些 ID 的预订。链接可能不完整，或者该预订属于其他客户。"
    }
    /// Link to the customer's reservations.
    TO_RESERVATIONS { en: "Azure reservations of this customer", de: "Azure-Reservierungen dieses Kunden", sv: "Kundens Azure-reservationer", nl: "Azure-reserveringen van deze klant", zh: "该客户的 Azure 预订" }
    /// Link to the list of customers.
    TO_CUSTOMERS { en: "All customers", de: "Alle Kunden", sv: "Alla kunder", nl: "Alle klanten", zh: "所有客户" }

    /// Why Refund is not available: the state.
    REFUND_NEEDS_STATE {
        en: "Units can only be returned while a reservation is in the state “{needed}”. This one is in the state “{state}”.",
        de: "Einheiten können nur zurückgegeben werden, solange eine Reservierung im Zustand „{needed}“ ist. Diese ist im Zustand „{state}“.",
        sv: "Enheter kan bara lämnas tillbaka medan en reservation har tillståndet ”{needed}”. Den här har tillståndet ”{state}”.",
        nl: "Eenheden kunnen alleen worden geretourneerd zolang een reservering de status ‘{needed}’ heeft. Deze heeft de status ‘{state}’.",
        zh: "只有处于“{needed}”状态的预订才能退回。此预订的状态为“{state}”。"
    }
    /// Why Refund is not available: the state `{state}` is a word that nobody here knows.
    REFUND_STATE_UNKNOWN {
        en: "Prorata doesn't know the state “{state}”, so it can't tell whether units of this reservation can be returned. Check with Azure.",
        de: "Prorata kennt den Zustand „{state}“ nicht und kann daher nicht sagen, ob Einheiten dieser Reservierung zurückgegeben werden können. Prüfen Sie es in Azure.",
        sv: "Prorata känner inte till tillståndet ”{state}” och kan därför inte avgöra om enheter av reservationen kan lämnas tillbaka. Kontrollera i Azure.",
        nl: "Prorata kent de status ‘{state}’ niet en kan dus niet zeggen of eenheden van deze reservering kunnen worden geretourneerd. Controleer dit in Azure.",
        zh: "Prorata 不认识“{state}”状态，因此无法判断此预订的单位能否退回。请在 Azure 中核实。"
    }
    /// Why Refund is not available: the record has no state.
    REFUND_NEEDS_KNOWN_STATE {
        en: "The state of this reservation isn't known.",
        de: "Der Zustand dieser Reservierung ist nicht bekannt.",
        sv: "Reservationens tillstånd är inte känt.",
        nl: "De status van deze reservering is niet bekend.",
        zh: "此预订的状态未知。"
    }

    /// Part of the overview.
    DETAILS { en: "Details", de: "Details", sv: "Detaljer", nl: "Details", zh: "详细信息" }
    /// Property.
    STATE { en: "State", de: "Zustand", sv: "Tillstånd", nl: "Status", zh: "状态" }
    /// Property.
    EXPIRATION_DATE { en: "Expiration date", de: "Ablaufdatum", sv: "Utgångsdatum", nl: "Vervaldatum", zh: "到期日期" }
    /// Property.
    PURCHASE_DATE { en: "Purchase date", de: "Kaufdatum", sv: "Inköpsdatum", nl: "Aankoopdatum", zh: "购买日期" }
    /// Property.
    TERM { en: "Term", de: "Laufzeit", sv: "Löptid", nl: "Looptijd", zh: "期限" }
    /// Property.
    SCOPE { en: "Scope", de: "Bereich", sv: "Omfång", nl: "Bereik", zh: "范围" }
    /// Property.
    QUANTITY { en: "Quantity", de: "Menge", sv: "Antal", nl: "Aantal", zh: "数量" }
    /// Property.
    PRODUCT { en: "Product", de: "Produkt", sv: "Produkt", nl: "Product", zh: "产品" }
    /// Property: the name of the size in the API.
    SKU { en: "SKU", de: "SKU", sv: "SKU", nl: "SKU", zh: "SKU" }
    /// Property.
    REGION { en: "Region", de: "Region", sv: "Region", nl: "Regio", zh: "区域" }
    /// Property.
    BILLING_PLAN { en: "Billing plan", de: "Abrechnungsplan", sv: "Faktureringsplan", nl: "Factureringsplan", zh: "计费计划" }
    /// Billing plan: everything at purchase.
    PLAN_UPFRONT { en: "Upfront", de: "Vorauszahlung", sv: "Förskottsbetalning", nl: "Vooraf", zh: "预付" }
    /// Billing plan: an instalment each month.
    PLAN_MONTHLY { en: "Monthly", de: "Monatlich", sv: "Månadsvis", nl: "Maandelijks", zh: "每月" }
    /// Property.
    RESERVATION_ID { en: "Reservation ID", de: "Reservierungs-ID", sv: "Reservations-ID", nl: "Reserverings-id", zh: "预订 ID" }
    /// Property.
    RESERVATION_ORDER_ID { en: "Reservation order ID", de: "Reservierungsauftrags-ID", sv: "Reservationsbeställnings-ID", nl: "Reserveringsorder-id", zh: "预订订单 ID" }

    /// What the state `Creating` means.
    MEANS_CREATING { en: "Azure is setting up the purchase. Nothing is charged yet.", de: "Azure legt den Kauf an. Noch wird nichts berechnet.", sv: "Azure förbereder köpet. Inget debiteras ännu.", nl: "Azure bereidt de aankoop voor. Er wordt nog niets in rekening gebracht.", zh: "Azure 正在创建此次购买，尚未计费。" }
    /// What the state `PendingResourceHold` means.
    MEANS_PENDING_RESOURCE_HOLD { en: "Azure is holding resources for the purchase.", de: "Azure merkt Ressourcen für den Kauf vor.", sv: "Azure håller på att boka resurser för köpet.", nl: "Azure houdt resources vast voor de aankoop.", zh: "Azure 正在为此次购买保留资源。" }
    /// What the state `ConfirmedResourceHold` means.
    MEANS_CONFIRMED_RESOURCE_HOLD { en: "Resources are held; the purchase continues.", de: "Ressourcen sind vorgemerkt; der Kauf läuft weiter.", sv: "Resurser är bokade; köpet fortsätter.", nl: "De resources worden vastgehouden; de aankoop gaat verder.", zh: "资源已保留，购买正在继续。" }
    /// What the state `PendingCapacity` means.
    MEANS_PENDING_CAPACITY { en: "Azure is looking for capacity in the region.", de: "Azure sucht Kapazität in der Region.", sv: "Azure söker kapacitet i regionen.", nl: "Azure zoekt capaciteit in de regio.", zh: "Azure 正在该区域中寻找容量。" }
    /// What the state `ConfirmedCapacity` means.
    MEANS_CONFIRMED_CAPACITY { en: "Capacity was found; the purchase continues.", de: "Kapazität wurde gefunden; der Kauf läuft weiter.", sv: "Kapacitet finns; köpet fortsätter.", nl: "Er is capaciteit gevonden; de aankoop gaat verder.", zh: "已找到容量，购买正在继续。" }
    /// What the state `PendingBilling` means.
    MEANS_PENDING_BILLING { en: "The first payment is being collected.", de: "Die erste Zahlung wird eingezogen.", sv: "Den första betalningen dras.", nl: "De eerste betaling wordt geïnd.", zh: "正在收取首笔款项。" }
    /// What the state `ConfirmedBilling` means.
    MEANS_CONFIRMED_BILLING { en: "The first payment was collected; the benefit starts shortly.", de: "Die erste Zahlung ist eingegangen; der Vorteil beginnt in Kürze.", sv: "Den första betalningen är gjord; förmånen börjar inom kort.", nl: "De eerste betaling is geïnd; het voordeel begint binnenkort.", zh: "首笔款项已收取，权益即将开始。" }
    /// What the state `Created` means.
    MEANS_CREATED { en: "The purchase is complete and the benefit is being switched on.", de: "Der Kauf ist abgeschlossen, der Vorteil wird gerade aktiviert.", sv: "Köpet är klart och förmånen aktiveras.", nl: "De aankoop is voltooid en het voordeel wordt geactiveerd.", zh: "购买已完成，权益正在启用。" }
    /// What the state `Succeeded` means.
    MEANS_SUCCEEDED { en: "Active: matching usage is covered, and units can be returned.", de: "Aktiv: Passende Nutzung ist abgedeckt, und Einheiten können zurückgegeben werden.", sv: "Aktiv: matchande användning täcks och enheter kan lämnas tillbaka.", nl: "Actief: passend gebruik is gedekt en eenheden kunnen worden geretourneerd.", zh: "有效：匹配的用量已覆盖，且可以退回。" }
    /// What the state `Pending` means.
    MEANS_PENDING { en: "A change, such as a return, is being carried out.", de: "Eine Änderung, zum Beispiel eine Rückgabe, wird gerade ausgeführt.", sv: "En ändring, till exempel en retur, genomförs.", nl: "Een wijziging, zoals een retour, wordt uitgevoerd.", zh: "正在执行更改（例如退回）。" }
    /// What the state `Cancelled` means.
    MEANS_CANCELLED { en: "The units were returned. They no longer cover anything.", de: "Die Einheiten wurden zurückgegeben. Sie decken nichts mehr ab.", sv: "Enheterna har lämnats tillbaka. De täcker inte längre något.", nl: "De eenheden zijn geretourneerd. Ze dekken niets meer.", zh: "已退回，不再覆盖任何用量。" }
    /// What the state `Expired` means.
    MEANS_EXPIRED { en: "The term is over. Nothing is left to return.", de: "Die Laufzeit ist vorbei. Es gibt nichts mehr zurückzugeben.", sv: "Löptiden är slut. Det finns inget kvar att lämna tillbaka.", nl: "De looptijd is voorbij. Er valt niets meer te retourneren.", zh: "期限已结束，没有可退回的内容。" }
    /// What the state `BillingFailed` means.
    MEANS_BILLING_FAILED { en: "A payment could not be collected. Check the payment method.", de: "Eine Zahlung konnte nicht eingezogen werden. Prüfen Sie die Zahlungsmethode.", sv: "En betalning kunde inte dras. Kontrollera betalningsmetoden.", nl: "Een betaling kon niet worden geïnd. Controleer de betalingswijze.", zh: "无法收取款项。请检查付款方式。" }
    /// What the state `Failed` means.
    MEANS_FAILED { en: "The purchase was not completed.", de: "Der Kauf kam nicht zustande.", sv: "Köpet slutfördes inte.", nl: "De aankoop is niet voltooid.", zh: "购买未完成。" }
    /// What the state `Split` means.
    MEANS_SPLIT { en: "It was split; its parts are reservations of their own.", de: "Sie wurde geteilt; ihre Teile sind eigene Reservierungen.", sv: "Den har delats; delarna är egna reservationer.", nl: "Deze is gesplitst; de delen zijn zelfstandige reserveringen.", zh: "已拆分，各部分为独立的预订。" }
    /// What the state `Merged` means.
    MEANS_MERGED { en: "It was merged with others into one reservation.", de: "Sie wurde mit anderen zu einer Reservierung zusammengeführt.", sv: "Den har slagits samman med andra till en reservation.", nl: "Deze is met andere samengevoegd tot één reservering.", zh: "已与其他预订合并为一个预订。" }
    /// A state that this version does not know.
    MEANS_UNKNOWN { en: "Azure reports a state that this version doesn't know.", de: "Azure meldet einen Zustand, den diese Version nicht kennt.", sv: "Azure rapporterar ett tillstånd som den här versionen inte känner till.", nl: "Azure meldt een status die deze versie niet kent.", zh: "Azure 报告了此版本不认识的状态。" }

    /// Part of the overview.
    PRICE { en: "Price", de: "Preis", sv: "Pris", nl: "Prijs", zh: "价格" }
    /// Property: what one unit costs over the whole term.
    UNIT_PRICE { en: "One unit, whole term", de: "Eine Einheit, gesamte Laufzeit", sv: "En enhet, hela löptiden", nl: "Eén eenheid, hele looptijd", zh: "单价（整个期限）" }
    /// Property: one payment of a monthly plan for one unit.
    INSTALMENT { en: "One unit, monthly instalment", de: "Eine Einheit, Monatsrate", sv: "En enhet, månatlig delbetalning", nl: "Eén eenheid, maandtermijn", zh: "单价（每月分期）" }
    /// Property: the price of everything that was bought.
    ORDER_PRICE { en: "Whole order, pricing currency", de: "Ganzer Auftrag, Preiswährung", sv: "Hela beställningen, prisvaluta", nl: "Hele order, prijsvaluta", zh: "整个订单，定价货币" }
    /// Units of the order.
    UNITS_BOUGHT {
        en: "{count} unit bought" | "{count} units bought",
        de: "{count} Einheit gekauft" | "{count} Einheiten gekauft",
        sv: "{count} enhet köptes" | "{count} enheter köptes",
        nl: "{count} eenheid gekocht" | "{count} eenheden gekocht",
        zh: "已购买 {count} 个单位"
    }
    /// Property: the next payment to be made.
    NEXT_PAYMENT { en: "Next payment", de: "Nächste Zahlung", sv: "Nästa betalning", nl: "Volgende betaling", zh: "下次付款" }
    /// The amount and the day of a payment.
    AMOUNT_ON_DAY { en: "{amount} on {day}", de: "{amount} am {day}", sv: "{amount} den {day}", nl: "{amount} op {day}", zh: "{day} {amount}" }
    /// No payment is left.
    NO_PAYMENT_LEFT { en: "none left", de: "keine mehr", sv: "ingen kvar", nl: "geen meer", zh: "无" }
    /// The record does not say what a unit costs; `{field}` is the path of what is missing.
    PRICE_UNKNOWN { en: "The price can't be told from the order ({field}). A quote needs it.", de: "Der Preis geht aus dem Auftrag nicht hervor ({field}). Eine Berechnung braucht ihn.", sv: "Priset framgår inte av beställningen ({field}). En beräkning behöver det.", nl: "De prijs blijkt niet uit de order ({field}). Een berekening heeft die nodig.", zh: "无法从订单得出价格（{field}）。报价需要该价格。" }
    /// Part of the overview.
    SCHEDULE { en: "Payment schedule", de: "Zahlungsplan", sv: "Betalningsplan", nl: "Betalingsschema", zh: "付款计划" }
    /// How far the schedule has come: `{paid}` of `{count}`.
    PAYMENTS_MADE {
        en: "{paid} of {count} payment made, for all units of the order." | "{paid} of {count} payments made, for all units of the order.",
        de: "{paid} von {count} Zahlung geleistet, für alle Einheiten des Auftrags." | "{paid} von {count} Zahlungen geleistet, für alle Einheiten des Auftrags.",
        sv: "{paid} av {count} betalning gjord, för alla enheter i beställningen." | "{paid} av {count} betalningar gjorda, för alla enheter i beställningen.",
        nl: "{paid} van {count} betaling gedaan, voor alle eenheden van de order." | "{paid} van {count} betalingen gedaan, voor alle eenheden van de order.",
        zh: "已付 {paid} 期，共 {count} 期，涵盖订单的全部单位。"
    }
    /// Attempts that were refused; `{count}` of them.
    PAYMENTS_FAILED { en: "Failed payments: {count}", de: "Fehlgeschlagene Zahlungen: {count}", sv: "Misslyckade betalningar: {count}", nl: "Mislukte betalingen: {count}", zh: "失败的付款：{count}" }
    /// Opens a long schedule.
    ALL_PAYMENTS { en: "All {count} payments", de: "Alle {count} Zahlungen", sv: "Alla {count} betalningar", nl: "Alle {count} betalingen", zh: "全部 {count} 期付款" }
    /// The order has no payments.
    NO_SCHEDULE { en: "The order has no payments.", de: "Der Auftrag enthält keine Zahlungen.", sv: "Beställningen innehåller inga betalningar.", nl: "De order bevat geen betalingen.", zh: "订单中没有付款。" }
    /// Column: the day on which a payment is charged.
    DUE { en: "Due", de: "Fällig", sv: "Förfaller", nl: "Te betalen op", zh: "付款到期日" }
    /// Column: the day on which it was paid.
    PAID_ON { en: "Paid on", de: "Bezahlt am", sv: "Betald den", nl: "Betaald op", zh: "实际付款日期" }
    /// Column.
    AMOUNT { en: "Amount", de: "Betrag", sv: "Belopp", nl: "Bedrag", zh: "金额" }
    /// Column.
    PAYMENT_STATUS { en: "Status", de: "Status", sv: "Status", nl: "Status", zh: "状态" }
    /// Where a payment has no day of payment.
    NOT_PAID { en: "Not paid", de: "Nicht bezahlt", sv: "Inte betald", nl: "Niet betaald", zh: "未付款" }
    /// Status of a payment.
    PAYMENT_SUCCEEDED { en: "Paid", de: "Bezahlt", sv: "Betald", nl: "Betaald", zh: "已付款" }
    /// Status of a payment.
    PAYMENT_FAILED { en: "Failed", de: "Fehlgeschlagen", sv: "Misslyckades", nl: "Mislukt", zh: "失败" }
    /// Status of a payment.
    PAYMENT_SCHEDULED { en: "Scheduled", de: "Geplant", sv: "Planerad", nl: "Gepland", zh: "已计划" }
    /// Status of a payment.
    PAYMENT_CANCELLED { en: "Cancelled", de: "Storniert", sv: "Annullerad", nl: "Geannuleerd", zh: "已取消" }
    /// Mark of an amount that is not in billing currency.
    IN_PRICING_CURRENCY { en: "pricing currency", de: "Preiswährung", sv: "prisvaluta", nl: "prijsvaluta", zh: "定价货币" }
    /// Explains the mark.
    PRICING_CURRENCY_NOTE { en: "Where there is no amount in billing currency, the amount in pricing currency is shown. Both are without tax.", de: "Wo es keinen Betrag in Abrechnungswährung gibt, steht hier der in Preiswährung. Beide sind ohne Steuern.", sv: "Där det inte finns något belopp i faktureringsvaluta visas beloppet i prisvaluta. Båda är exklusive skatt.", nl: "Waar er geen bedrag in factureringsvaluta is, staat hier dat in prijsvaluta. Beide zijn exclusief belasting.", zh: "没有计费货币金额时，显示定价货币金额。两者均不含税。" }

    /// Part of the overview.
    UTILIZATION { en: "Utilization", de: "Nutzung", sv: "Användning", nl: "Gebruik", zh: "使用率" }
    /// Average over one day.
    OVER_1_DAY { en: "Last day", de: "Letzter Tag", sv: "Senaste dagen", nl: "Laatste dag", zh: "最近 1 天" }
    /// Average over a week.
    OVER_7_DAYS { en: "Last 7 days", de: "Letzte 7 Tage", sv: "Senaste 7 dagarna", nl: "Laatste 7 dagen", zh: "最近 7 天" }
    /// Average over thirty days.
    OVER_30_DAYS { en: "Last 30 days", de: "Letzte 30 Tage", sv: "Senaste 30 dagarna", nl: "Laatste 30 dagen", zh: "最近 30 天" }
    /// Property.
    TREND { en: "Trend", de: "Trend", sv: "Trend", nl: "Trend", zh: "趋势" }
    /// Utilization goes up.
    TREND_UP { en: "Rising", de: "Steigend", sv: "Stigande", nl: "Stijgend", zh: "上升" }
    /// Utilization goes down.
    TREND_DOWN { en: "Falling", de: "Fallend", sv: "Fallande", nl: "Dalend", zh: "下降" }
    /// Utilization stays.
    TREND_SAME { en: "Steady", de: "Gleichbleibend", sv: "Oförändrad", nl: "Gelijkblijvend", zh: "持平" }
    /// Why nothing is known of the use of a reservation that was bought today.
    NO_WHOLE_DAY { en: "Bought today: there is no whole day of use yet.", de: "Heute gekauft: Es gibt noch keinen ganzen Nutzungstag.", sv: "Köpt i dag: det finns ännu ingen hel dags användning.", nl: "Vandaag gekocht: er is nog geen volledige dag gebruik.", zh: "今天购买：尚无完整一天的使用数据。" }
    /// The record holds no averages.
    NO_AVERAGES { en: "Azure reports no utilization for this reservation now.", de: "Azure meldet für diese Reservierung derzeit keine Nutzung.", sv: "Azure rapporterar just nu ingen användning för reservationen.", nl: "Azure meldt op dit moment geen gebruik voor deze reservering.", zh: "Azure 目前未报告此预订的使用率。" }
    /// Heading of the chart.
    DAILY_UTILIZATION { en: "Utilization per day", de: "Nutzung pro Tag", sv: "Användning per dag", nl: "Gebruik per dag", zh: "每日使用率" }
    /// What the chart shows, in words.
    DAILY_IN_WORDS { en: "From {first} to {last} (UTC): between {lowest} on {lowestDay} and {highest} on {highestDay}.", de: "Vom {first} bis zum {last} (UTC): zwischen {lowest} am {lowestDay} und {highest} am {highestDay}.", sv: "Från {first} till {last} (UTC): mellan {lowest} den {lowestDay} och {highest} den {highestDay}.", nl: "Van {first} tot en met {last} (UTC): tussen {lowest} op {lowestDay} en {highest} op {highestDay}.", zh: "{first} 至 {last} (UTC)：最低 {lowest}（{lowestDay}），最高 {highest}（{highestDay}）。" }
    /// The same where every day is alike.
    DAILY_ALIKE { en: "From {first} to {last} (UTC): {share} on every day with data.", de: "Vom {first} bis zum {last} (UTC): {share} an jedem Tag mit Daten.", sv: "Från {first} till {last} (UTC): {share} alla dagar med data.", nl: "Van {first} tot en met {last} (UTC): {share} op elke dag met gegevens.", zh: "{first} 至 {last} (UTC)：有数据的每一天均为 {share}。" }
    /// No day has data.
    NO_DAILY { en: "There is no usage data from {first} to {last} (UTC).", de: "Vom {first} bis zum {last} (UTC) gibt es keine Nutzungsdaten.", sv: "Det finns inga användningsdata från {first} till {last} (UTC).", nl: "Er zijn geen gebruiksgegevens van {first} tot en met {last} (UTC).", zh: "{first} 至 {last} (UTC) 没有使用数据。" }
    /// Opens the data of the chart.
    DAILY_AS_TABLE { en: "Data as a table", de: "Daten als Tabelle", sv: "Data som tabell", nl: "Gegevens als tabel", zh: "以表格显示数据" }
    /// Column.
    DAY { en: "Day (UTC)", de: "Tag (UTC)", sv: "Dag (UTC)", nl: "Dag (UTC)", zh: "日期 (UTC)" }
    /// Column.
    USED_HOURS { en: "Used hours", de: "Genutzte Stunden", sv: "Använda timmar", nl: "Gebruikte uren", zh: "已用小时数" }
    /// Column.
    RESERVED_HOURS { en: "Reserved hours", de: "Reservierte Stunden", sv: "Reserverade timmar", nl: "Gereserveerde uren", zh: "预订小时数" }
    /// A day without data.
    NO_DATA { en: "No data", de: "Keine Daten", sv: "Inga data", nl: "Geen gegevens", zh: "无数据" }

    /// Part of the overview.
    RELATED { en: "Related reservations", de: "Verwandte Reservierungen", sv: "Relaterade reservationer", nl: "Gerelateerde reserveringen", zh: "相关预订" }
    /// Relation.
    SPLIT_FROM { en: "Split from", de: "Abgeteilt von", sv: "Delad från", nl: "Afgesplitst van", zh: "拆分自" }
    /// Relation.
    SPLIT_INTO { en: "Split into", de: "Geteilt in", sv: "Delad i", nl: "Gesplitst in", zh: "拆分为" }
    /// Relation.
    MERGED_FROM { en: "Merged from", de: "Zusammengeführt aus", sv: "Sammanslagen från", nl: "Samengevoegd uit", zh: "合并自" }
    /// Relation.
    MERGED_INTO { en: "Merged into", de: "Zusammengeführt zu", sv: "Sammanslagen till", nl: "Samengevoegd tot", zh: "合并为" }
    /// Relation.
    EXCHANGED_FROM { en: "Exchanged from", de: "Umgetauscht aus", sv: "Bytt från", nl: "Omgeruild van", zh: "兑换自" }
    /// Relation.
    EXCHANGED_FOR { en: "Exchanged for", de: "Umgetauscht gegen", sv: "Bytt mot", nl: "Omgeruild voor", zh: "兑换为" }
    /// Relation.
    RENEWED_FROM { en: "Renews", de: "Verlängert", sv: "Förnyar", nl: "Verlengt", zh: "续订自" }
    /// Relation.
    RENEWED_BY { en: "Renewed by", de: "Verlängert durch", sv: "Förnyad genom", nl: "Verlengd door", zh: "续订为" }
    /// Relation.
    SAME_ORDER { en: "In the same order", de: "Im selben Auftrag", sv: "I samma beställning", nl: "In dezelfde order", zh: "同一订单" }

    /// What the entry is for.
    CONFIGURATION_PURPOSE { en: "Change the reservation's scope and the Azure subscription it is associated with.", de: "Den Bereich der Reservierung und das zugeordnete Azure-Abonnement ändern.", sv: "Ändra reservationens omfång och den Azure-prenumeration den hör till.", nl: "Het bereik van de reservering en het bijbehorende Azure-abonnement wijzigen.", zh: "更改预订的范围及其关联的 Azure 订阅。" }
    /// What the entry is for.
    PROPERTIES_PURPOSE { en: "All properties of the reservation, and the IDs that support asks for.", de: "Alle Eigenschaften der Reservierung und die IDs, nach denen der Support fragt.", sv: "Reservationens alla egenskaper och de ID:n som supporten frågar efter.", nl: "Alle eigenschappen van de reservering en de id's waar ondersteuning naar vraagt.", zh: "预订的全部属性，以及支持人员会询问的 ID。" }
    /// How many requests to support about it are open.
    OPEN_REQUESTS {
        en: "{count} open request" | "{count} open requests",
        de: "{count} offene Anfrage" | "{count} offene Anfragen",
        sv: "{count} öppen begäran" | "{count} öppna begäranden",
        nl: "{count} open aanvraag" | "{count} open aanvragen",
        zh: "{count} 个未关闭的请求"
    }
    /// No request to support about it is open.
    NO_OPEN_REQUESTS { en: "No open requests", de: "Keine offenen Anfragen", sv: "Inga öppna begäranden", nl: "Geen open aanvragen", zh: "没有未关闭的请求" }
    /// The requests did not come.
    REQUESTS_UNREAD { en: "The support requests couldn't be read.", de: "Die Supportanfragen konnten nicht gelesen werden.", sv: "Supportbegärandena kunde inte läsas.", nl: "De ondersteuningsaanvragen konden niet worden gelezen.", zh: "无法读取支持请求。" }
}
