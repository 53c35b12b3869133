//! Returns compared with what Microsoft booked for them.

use crate::catalogue;

catalogue! {
    /// What the page is for.
    SUMMARY {
        en: "What came back for returns, compared with the quotes you acted on.",
        de: "Was für Rückgaben gutgeschrieben wurde, verglichen mit den ausgeführten Berechnungen.",
        sv: "Vad som betalades tillbaka för returer, jämfört med de beräkningar som genomfördes.",
        nl: "Wat er voor retouren terugkwam, vergeleken met de uitgevoerde berekeningen.",
        zh: "将退回后实际入账的金额与您执行的报价进行比较。"
    }
    /// Link from a change to this page.
    COMPARE { en: "Compare with what was booked", de: "Mit der Buchung vergleichen", sv: "Jämför med det som bokfördes", nl: "Vergelijken met wat is geboekt", zh: "与实际入账比较" }
    /// Filter.
    RESULT { en: "Result", de: "Ergebnis", sv: "Resultat", nl: "Resultaat", zh: "结果" }
    /// A choice of the filter, and how many rows it leaves.
    STATE_COUNT { en: "{name} ({count})", de: "{name} ({count})", sv: "{name} ({count})", nl: "{name} ({count})", zh: "{name}（{count}）" }
    /// Some customers could not be read.
    INCOMPLETE { en: "The comparison is not complete", de: "Der Abgleich ist unvollständig", sv: "Avstämningen är ofullständig", nl: "De afstemming is niet volledig", zh: "对账不完整" }
    /// A customer of whom it is not known what was agreed with them.
    AGREED_MISSING {
        en: "{customer}: what you agreed with the customer is missing.",
        de: "{customer}: Die Vereinbarungen mit dem Kunden fehlen.",
        sv: "{customer}: överenskommelserna med kunden saknas.",
        nl: "{customer}: de afspraken met de klant ontbreken.",
        zh: "{customer}：缺少与客户的约定。"
    }
    /// Up to which day files tell of bookings.
    FILES_UNTIL {
        en: "Imported files have bookings up to {day}.",
        de: "Importierte Dateien enthalten Buchungen bis {day}.",
        sv: "Importerade filer innehåller bokföringsposter till och med {day}.",
        nl: "Geïmporteerde bestanden bevatten boekingen tot en met {day}.",
        zh: "已导入的文件包含截至 {day} 的入账记录。"
    }
    /// No file tells of bookings.
    NO_FILES {
        en: "No imported file has bookings yet.",
        de: "Noch keine importierte Datei enthält Buchungen.",
        sv: "Ingen importerad fil innehåller bokföringsposter ännu.",
        nl: "Nog geen geïmporteerd bestand bevat boekingen.",
        zh: "已导入的文件中尚无入账记录。"
    }
    /// Which files to bring.
    WHICH_FILES {
        en: "Bring the reservation transactions from Cost Management or the invoice reconciliation file from Partner Center, together with the list of reservations where the file doesn't name customers.",
        de: "Geeignet sind die Reservierungstransaktionen aus Cost Management oder die Rechnungsabgleichsdatei aus dem Partner Center, zusammen mit der Liste der Reservierungen, wenn die Datei keine Kunden nennt.",
        sv: "Använd reservationstransaktionerna från Cost Management eller fakturaavstämningsfilen från Partnercenter, tillsammans med listan över reservationer om filen inte anger kunder.",
        nl: "Gebruik de reserveringstransacties uit Cost Management of het factuurafstemmingsbestand uit Partner Center, samen met de lijst met reserveringen als het bestand geen klanten noemt.",
        zh: "请导入成本管理中的预订交易记录，或合作伙伴中心的发票对账文件；如果文件中没有客户信息，请同时导入预订列表。"
    }
    /// Nothing to compare.
    NOTHING { en: "Nothing to compare yet", de: "Noch nichts zu vergleichen", sv: "Inget att jämföra ännu", nl: "Nog niets te vergelijken", zh: "暂无可比较的内容" }
    /// What it takes.
    NOTHING_HINT {
        en: "Returns appear here when they are carried out or recorded, or when an imported file has a credit for one.",
        de: "Rückgaben erscheinen hier, sobald sie ausgeführt oder erfasst sind oder eine importierte Datei eine Gutschrift dafür enthält.",
        sv: "Returer visas här när de har genomförts eller registrerats, eller när en importerad fil har en kreditering för dem.",
        nl: "Retouren verschijnen hier zodra ze zijn uitgevoerd of vastgelegd, of zodra een geïmporteerd bestand er een tegoed voor bevat.",
        zh: "退回执行或登记之后，或已导入的文件中有对应的入账时，会显示在这里。"
    }
    /// How many rows are shown, of `{count}`.
    SHOWN {
        en: "{shown} of {count} result" | "{shown} of {count} results",
        de: "{shown} von {count} Ergebnis" | "{shown} von {count} Ergebnissen",
        sv: "{shown} av {count} resultat" | "{shown} av {count} resultat",
        nl: "{shown} van {count} resultaat" | "{shown} van {count} resultaten",
        zh: "{shown} / {count} 个结果"
    }
    /// Changes whose quote cannot be read.
    UNREAD {
        en: "{count} recorded return can't be compared because its quote can't be read." | "{count} recorded returns can't be compared because their quotes can't be read.",
        de: "{count} erfasste Rückgabe kann nicht verglichen werden, weil ihre Berechnung nicht lesbar ist." | "{count} erfasste Rückgaben können nicht verglichen werden, weil ihre Berechnungen nicht lesbar sind.",
        sv: "{count} registrerad retur kan inte jämföras eftersom beräkningen inte kan läsas." | "{count} registrerade returer kan inte jämföras eftersom beräkningarna inte kan läsas.",
        nl: "{count} vastgelegde retour kan niet worden vergeleken omdat de berekening niet leesbaar is." | "{count} vastgelegde retouren kunnen niet worden vergeleken omdat de berekeningen niet leesbaar zijn.",
        zh: "有 {count} 条退回记录的报价无法读取，因此无法比较。"
    }

    /// State.
    MATCHED { en: "Matched", de: "Stimmt überein", sv: "Stämmer", nl: "Komt overeen", zh: "一致" }
    /// State.
    OTHER_MONTH { en: "Other month", de: "Anderer Monat", sv: "Annan månad", nl: "Andere maand", zh: "月份不同" }
    /// State.
    OTHER_AMOUNT { en: "Other amount", de: "Anderer Betrag", sv: "Annat belopp", nl: "Ander bedrag", zh: "金额不同" }
    /// State.
    MISSING { en: "Missing", de: "Fehlt", sv: "Saknas", nl: "Ontbreekt", zh: "缺失" }
    /// State.
    NOT_DUE { en: "Not due yet", de: "Noch nicht fällig", sv: "Inte väntad ännu", nl: "Nog niet verwacht", zh: "未到期" }
    /// State.
    NO_FILE { en: "No file for it", de: "Keine Datei dazu", sv: "Ingen fil för den", nl: "Geen bestand hiervoor", zh: "没有对应文件" }
    /// State.
    UNRECORDED { en: "Not recorded here", de: "Hier nicht erfasst", sv: "Inte registrerad här", nl: "Hier niet vastgelegd", zh: "此处未登记" }

    /// Why: matched.
    WHY_MATCHED { en: "Booked as quoted.", de: "Wie berechnet gebucht.", sv: "Bokfört enligt beräkningen.", nl: "Geboekt zoals berekend.", zh: "入账金额与报价一致。" }
    /// Why: nothing was expected.
    WHY_NOTHING { en: "Nothing was to come back.", de: "Es war nichts gutzuschreiben.", sv: "Inget skulle betalas tillbaka.", nl: "Er hoefde niets terug te komen.", zh: "没有应退金额。" }
    /// Why: another month.
    WHY_OTHER_MONTH {
        en: "The amount is as quoted, but it was booked on {day}.",
        de: "Der Betrag entspricht der Berechnung, wurde aber am {day} gebucht.",
        sv: "Beloppet stämmer med beräkningen men bokfördes {day}.",
        nl: "Het bedrag komt overeen met de berekening, maar is op {day} geboekt.",
        zh: "金额与报价一致，但入账日期为 {day}。"
    }
    /// Why: another amount.
    WHY_OTHER_AMOUNT { en: "The booked amount isn't the quoted one.", de: "Der gebuchte Betrag weicht von der Berechnung ab.", sv: "Det bokförda beloppet avviker från beräkningen.", nl: "Het geboekte bedrag wijkt af van de berekening.", zh: "入账金额与报价不同。" }
    /// Why: missing.
    WHY_MISSING {
        en: "Imported files reach past the day of the return, but none has a booking for it.",
        de: "Die importierten Dateien reichen über den Tag der Rückgabe hinaus, aber keine enthält eine Buchung dazu.",
        sv: "De importerade filerna sträcker sig förbi returdagen, men ingen har en bokföringspost för den.",
        nl: "De geïmporteerde bestanden reiken tot na de dag van de retour, maar geen ervan bevat er een boeking voor.",
        zh: "已导入的文件涵盖退回日期之后的时间，但没有对应的入账记录。"
    }
    /// Why: not due.
    WHY_NOT_DUE {
        en: "Nothing is booked yet. The credit appears on the next invoice; from {day} on it counts as missing.",
        de: "Noch ist nichts gebucht. Die Gutschrift erscheint auf der nächsten Rechnung; ab {day} gilt sie als fehlend.",
        sv: "Inget är bokfört ännu. Krediteringen visas på nästa faktura; från {day} räknas den som saknad.",
        nl: "Er is nog niets geboekt. Het tegoed verschijnt op de volgende factuur; vanaf {day} geldt het als ontbrekend.",
        zh: "尚未入账。金额会出现在下一张发票上；自 {day} 起视为缺失。"
    }
    /// Why: no file.
    WHY_NO_FILE {
        en: "No imported file has bookings from the time since the return.",
        de: "Keine importierte Datei enthält Buchungen aus der Zeit seit der Rückgabe.",
        sv: "Ingen importerad fil har bokföringsposter från tiden efter returen.",
        nl: "Geen geïmporteerd bestand bevat boekingen van na de retour.",
        zh: "已导入的文件中没有退回之后的入账记录。"
    }
    /// Why: not recorded.
    WHY_UNRECORDED {
        en: "Microsoft booked a credit, but no return was recorded here for it.",
        de: "Microsoft hat eine Gutschrift gebucht, zu der hier keine Rückgabe erfasst ist.",
        sv: "Microsoft har bokfört en kreditering, men ingen retur är registrerad här för den.",
        nl: "Microsoft heeft een tegoed geboekt waarvoor hier geen retour is vastgelegd.",
        zh: "Microsoft 已有入账，但此处没有登记对应的退回。"
    }

    /// Note: several lines, of which there are `{count}`.
    NOTE_LINES {
        en: "{count} line was added up." | "{count} lines were added up.",
        de: "{count} Zeile wurde addiert." | "{count} Zeilen wurden addiert.",
        sv: "{count} rad summerades." | "{count} rader summerades.",
        nl: "{count} regel is opgeteld." | "{count} regels zijn opgeteld.",
        zh: "共合计 {count} 行。"
    }
    /// Note.
    NOTE_ROUNDED {
        en: "The file has more digits; the difference is less than the smallest unit of the currency.",
        de: "Die Datei hat mehr Nachkommastellen; der Unterschied ist kleiner als die kleinste Einheit der Währung.",
        sv: "Filen har fler decimaler; skillnaden är mindre än valutans minsta enhet.",
        nl: "Het bestand heeft meer decimalen; het verschil is kleiner dan de kleinste eenheid van de valuta.",
        zh: "文件的小数位更多，差额小于该币种的最小单位。"
    }
    /// Note.
    NOTE_PURCHASE_MONTH {
        en: "It was booked in the month of the purchase, as Microsoft documents for refunds.",
        de: "Es wurde im Monat des Kaufs gebucht, wie Microsoft es für Rückerstattungen dokumentiert.",
        sv: "Det bokfördes i köpmånaden, så som Microsoft beskriver för återbetalningar.",
        nl: "Het is geboekt in de maand van aankoop, zoals Microsoft voor restituties documenteert.",
        zh: "入账于购买当月，与 Microsoft 对退款的说明相符。"
    }
    /// Note.
    NOTE_UNITS_IN_FILE {
        en: "Units in the file: {units}. Units returned: {quoted}.",
        de: "Einheiten in der Datei: {units}. Zurückgegebene Einheiten: {quoted}.",
        sv: "Enheter i filen: {units}. Återlämnade enheter: {quoted}.",
        nl: "Eenheden in het bestand: {units}. Geretourneerde eenheden: {quoted}.",
        zh: "文件中的单位数：{units}。退回的单位数：{quoted}。"
    }
    /// Note: another day.
    NOTE_OTHER_DAY {
        en: "A return on {day} gives exactly this amount.",
        de: "Eine Rückgabe am {day} ergibt genau diesen Betrag.",
        sv: "En retur {day} ger exakt detta belopp.",
        nl: "Een retour op {day} geeft precies dit bedrag.",
        zh: "在 {day} 退回正好得出此金额。"
    }
    /// Note: `{count}` units.
    NOTE_OTHER_UNITS {
        en: "A return of {count} unit gives exactly this amount." | "A return of {count} units gives exactly this amount.",
        de: "Eine Rückgabe von {count} Einheit ergibt genau diesen Betrag." | "Eine Rückgabe von {count} Einheiten ergibt genau diesen Betrag.",
        sv: "En retur av {count} enhet ger exakt detta belopp." | "En retur av {count} enheter ger exakt detta belopp.",
        nl: "Een retour van {count} eenheid geeft precies dit bedrag." | "Een retour van {count} eenheden geeft precies dit bedrag.",
        zh: "退回 {count} 个单位正好得出此金额。"
    }
    /// Note: `{count}` units on another day.
    NOTE_UNITS_AND_DAY {
        en: "A return of {count} unit on {day} gives exactly this amount." | "A return of {count} units on {day} gives exactly this amount.",
        de: "Eine Rückgabe von {count} Einheit am {day} ergibt genau diesen Betrag." | "Eine Rückgabe von {count} Einheiten am {day} ergibt genau diesen Betrag.",
        sv: "En retur av {count} enhet {day} ger exakt detta belopp." | "En retur av {count} enheter {day} ger exakt detta belopp.",
        nl: "Een retour van {count} eenheid op {day} geeft precies dit bedrag." | "Een retour van {count} eenheden op {day} geeft precies dit bedrag.",
        zh: "在 {day} 退回 {count} 个单位正好得出此金额。"
    }
    /// Note: the fee.
    NOTE_FEE_CHARGED {
        en: "An early termination fee of {rate} gives exactly this amount.",
        de: "Eine Gebühr für vorzeitige Kündigung von {rate} ergibt genau diesen Betrag.",
        sv: "En avgift för tidig uppsägning på {rate} ger exakt detta belopp.",
        nl: "Met {rate} kosten voor vroegtijdige beëindiging klopt dit bedrag precies.",
        zh: "按 {rate} 收取提前终止费正好得出此金额。"
    }
    /// Note: no fee.
    NOTE_FEE_NOT_CHARGED {
        en: "Without the early termination fee, the quote gives exactly this amount.",
        de: "Ohne die Gebühr für vorzeitige Kündigung ergibt die Berechnung genau diesen Betrag.",
        sv: "Utan avgiften för tidig uppsägning ger beräkningen exakt detta belopp.",
        nl: "Zonder kosten voor vroegtijdige beëindiging geeft de berekening precies dit bedrag.",
        zh: "不收取提前终止费时，报价正好得出此金额。"
    }
    /// Note: another policy.
    NOTE_POLICY {
        en: "Another refund policy gives exactly this amount: {policy}.",
        de: "Eine andere Rückerstattungsrichtlinie ergibt genau diesen Betrag: {policy}.",
        sv: "En annan återbetalningspolicy ger exakt detta belopp: {policy}.",
        nl: "Een ander restitutiebeleid geeft precies dit bedrag: {policy}.",
        zh: "另一项退款政策正好得出此金额：{policy}。"
    }
    /// Note: another policy, under which the cap cuts.
    NOTE_POLICY_CAPPED {
        en: "Under another refund policy, the refund cap leaves exactly this amount: {policy}.",
        de: "Nach einer anderen Rückerstattungsrichtlinie lässt die Obergrenze genau diesen Betrag übrig: {policy}.",
        sv: "Enligt en annan återbetalningspolicy lämnar taket exakt detta belopp: {policy}.",
        nl: "Onder een ander restitutiebeleid laat de restitutielimiet precies dit bedrag over: {policy}.",
        zh: "按另一项退款政策，退款上限正好留下此金额：{policy}。"
    }
    /// Note: no cap.
    NOTE_CAP_NOT_APPLIED {
        en: "This is exactly the refund before the refund cap was applied.",
        de: "Das ist genau die Rückerstattung vor Anwendung der Obergrenze.",
        sv: "Det är exakt återbetalningen innan taket tillämpades.",
        nl: "Dit is precies de restitutie vóór toepassing van de restitutielimiet.",
        zh: "这正好是应用退款上限之前的退款。"
    }
    /// Note: the commitment.
    NOTE_COMMITMENT {
        en: "This is exactly the credit plus the instalments no longer charged.",
        de: "Das ist genau die Gutschrift zuzüglich der entfallenden Raten.",
        sv: "Det är exakt krediteringen plus de bortfallna delbetalningarna.",
        nl: "Dit is precies het tegoed plus de niet meer verschuldigde termijnen.",
        zh: "这正好是抵扣额加上不再收取的分期。"
    }
    /// Note: tax.
    NOTE_WITH_TAX {
        en: "With the tax in the file, it is exactly the quoted amount.",
        de: "Mit der Steuer aus der Datei ist es genau der berechnete Betrag.",
        sv: "Med skatten i filen är det exakt det beräknade beloppet.",
        nl: "Met de belasting uit het bestand is het precies het berekende bedrag.",
        zh: "加上文件中的税额，正好等于报价金额。"
    }
    /// Note: another currency.
    NOTE_OTHER_CURRENCY {
        en: "It is in another currency, so the amounts can't be compared.",
        de: "Die Währung ist eine andere, deshalb lassen sich die Beträge nicht vergleichen.",
        sv: "Valutan är en annan, så beloppen kan inte jämföras.",
        nl: "De valuta is anders, dus de bedragen zijn niet te vergelijken.",
        zh: "币种不同，金额无法比较。"
    }
    /// Note: another currency at the rate of the file.
    NOTE_AT_RATE {
        en: "At the exchange rate in the file ({rate}), the quoted amount is exactly this.",
        de: "Zum Wechselkurs aus der Datei ({rate}) ergibt der berechnete Betrag genau diesen.",
        sv: "Till växelkursen i filen ({rate}) blir det beräknade beloppet exakt detta.",
        nl: "Tegen de wisselkoers uit het bestand ({rate}) is het berekende bedrag precies dit.",
        zh: "按文件中的汇率（{rate}），报价金额正好等于此金额。"
    }
    /// Note: nothing explains it.
    NOTE_NONE {
        en: "No other day, number of units, fee, or refund policy gives this amount.",
        de: "Kein anderer Tag, keine andere Zahl von Einheiten, Gebühr oder Richtlinie ergibt diesen Betrag.",
        sv: "Ingen annan dag, inget annat antal enheter, ingen annan avgift och ingen annan policy ger detta belopp.",
        nl: "Geen andere dag, geen ander aantal eenheden, geen andere kosten en geen ander beleid geeft dit bedrag.",
        zh: "其他日期、单位数、费用或退款政策都得不出此金额。"
    }

    /// Fact: what the quote said.
    QUOTED { en: "Quoted", de: "Berechnet", sv: "Beräknat", nl: "Berekend", zh: "报价" }
    /// Fact: what the file says.
    BOOKED { en: "Booked", de: "Gebucht", sv: "Bokfört", nl: "Geboekt", zh: "入账" }
    /// Fact: booked less quoted.
    DIFFERENCE { en: "Difference", de: "Differenz", sv: "Differens", nl: "Verschil", zh: "差额" }
    /// Fact: the return.
    RETURN { en: "Return", de: "Rückgabe", sv: "Retur", nl: "Retour", zh: "退回" }
    /// `{count}` units on a day.
    UNITS_ON {
        en: "{count} unit on {day}" | "{count} units on {day}",
        de: "{count} Einheit am {day}" | "{count} Einheiten am {day}",
        sv: "{count} enhet {day}" | "{count} enheter {day}",
        nl: "{count} eenheid op {day}" | "{count} eenheden op {day}",
        zh: "{day} 退回 {count} 个单位"
    }
    /// Fact: where it stands.
    FOUND_IN { en: "Found in", de: "Gefunden in", sv: "Hittades i", nl: "Gevonden in", zh: "来源" }
    /// A line of a file.
    LINE_OF { en: "{file}, line {line}, {day}", de: "{file}, Zeile {line}, {day}", sv: "{file}, rad {line}, {day}", nl: "{file}, regel {line}, {day}", zh: "{file} 第 {line} 行，{day}" }
    /// A line of a file that is an invoice.
    LINE_OF_INVOICE { en: "{file}, line {line}, {day}, invoice {number}", de: "{file}, Zeile {line}, {day}, Rechnung {number}", sv: "{file}, rad {line}, {day}, faktura {number}", nl: "{file}, regel {line}, {day}, factuur {number}", zh: "{file} 第 {line} 行，{day}，发票 {number}" }
    /// Link to the change with its quote.
    SHOW_QUOTE { en: "Show the quote", de: "Berechnung anzeigen", sv: "Visa beräkningen", nl: "Berekening tonen", zh: "查看报价" }

    /// Title of a request to support.
    ASK_TITLE { en: "Credit for the returned reservation {name}", de: "Gutschrift für die zurückgegebene Reservierung {name}", sv: "Kreditering för den återlämnade reservationen {name}", nl: "Tegoed voor de geretourneerde reservering {name}", zh: "已退回预订 {name} 的入账" }
    /// Request: nothing was booked.
    ASK_MISSING {
        en: "We returned units of this Azure reservation and can't find the credit on our invoices or among the reservation transactions. Please tell us when it is booked.",
        de: "Wir haben Einheiten dieser Azure-Reservierung zurückgegeben und finden die Gutschrift weder auf unseren Rechnungen noch unter den Reservierungstransaktionen. Bitte teilen Sie uns mit, wann sie gebucht wird.",
        sv: "Vi har lämnat tillbaka enheter av denna Azure-reservation men hittar inte krediteringen på våra fakturor eller bland reservationstransaktionerna. Meddela oss när den bokförs.",
        nl: "Wij hebben eenheden van deze Azure-reservering geretourneerd en vinden het tegoed niet op onze facturen of bij de reserveringstransacties. Laat ons weten wanneer het wordt geboekt.",
        zh: "我们已退回此 Azure 预订的单位，但在发票和预订交易记录中均未找到对应的入账。请告知何时入账。"
    }
    /// Request: another amount.
    ASK_AMOUNT {
        en: "We returned units of this Azure reservation, and the booked credit differs from the amount that we expected. Please explain the difference or correct the amount.",
        de: "Wir haben Einheiten dieser Azure-Reservierung zurückgegeben, und die gebuchte Gutschrift weicht vom erwarteten Betrag ab. Bitte erklären Sie den Unterschied oder korrigieren Sie den Betrag.",
        sv: "Vi har lämnat tillbaka enheter av denna Azure-reservation, och den bokförda krediteringen avviker från beloppet vi väntade oss. Förklara skillnaden eller rätta beloppet.",
        nl: "Wij hebben eenheden van deze Azure-reservering geretourneerd en het geboekte tegoed wijkt af van het verwachte bedrag. Licht het verschil toe of corrigeer het bedrag.",
        zh: "我们已退回此 Azure 预订的单位，但入账金额与预期不同。请说明差额原因或更正金额。"
    }
}
