//! Texts of the refund task: its form, its answer, and carrying it out.

use crate::catalogue;

catalogue! {
    /// Field: the day of the return.
    DAY { en: "Date of the return (UTC)", de: "Datum der Rückgabe (UTC)", sv: "Datum för returen (UTC)", nl: "Datum van de retour (UTC)", zh: "退回日期 (UTC)" }
    /// Field: whether the reservation was used.
    USE { en: "Was it used?", de: "Wurde sie genutzt?", sv: "Har den använts?", nl: "Is de reservering gebruikt?", zh: "是否已使用？" }
    /// Choice: unused.
    UNUSED { en: "Unused", de: "Ungenutzt", sv: "Oanvänd", nl: "Ongebruikt", zh: "未使用" }
    /// Why the form says used: the last `{count}` days with data.
    GUESS_USED {
        en: "Utilization shows use on the last day with data." | "Utilization shows use on {days} of the last {count} days with data.",
        de: "Laut Nutzungsdaten am letzten Tag mit Daten genutzt." | "Laut Nutzungsdaten an {days} der letzten {count} Tage genutzt.",
        sv: "Enligt användningsdata använd den senaste dagen med data." | "Enligt användningsdata använd {days} av de senaste {count} dagarna.",
        nl: "Volgens de gebruiksgegevens gebruikt op de laatste dag met gegevens." | "Volgens de gebruiksgegevens gebruikt op {days} van de laatste {count} dagen.",
        zh: "使用率数据显示，最近 {count} 个有数据的日子中有 {days} 天被使用。"
    }
    /// Why the form says unused: the last `{count}` days with data.
    GUESS_UNUSED {
        en: "Utilization shows no use on the last day with data." | "Utilization shows no use on the last {count} days with data.",
        de: "Laut Nutzungsdaten am letzten Tag mit Daten nicht genutzt." | "Laut Nutzungsdaten an den letzten {count} Tagen nicht genutzt.",
        sv: "Enligt användningsdata inte använd den senaste dagen med data." | "Enligt användningsdata inte använd de senaste {count} dagarna.",
        nl: "Volgens de gebruiksgegevens niet gebruikt op de laatste dag met gegevens." | "Volgens de gebruiksgegevens niet gebruikt op de laatste {count} dagen.",
        zh: "使用率数据显示，最近 {count} 个有数据的日子中未被使用。"
    }
    /// Why the form says used without data.
    GUESS_UNKNOWN {
        en: "There is no utilization data. “Used” is the safe choice: the amount can't turn out lower.",
        de: "Es gibt keine Nutzungsdaten. „Genutzt“ ist die sichere Wahl: Der Betrag kann nicht niedriger ausfallen.",
        sv: "Det finns inga användningsdata. ”Använd” är det säkra valet: beloppet kan inte bli lägre.",
        nl: "Er zijn geen gebruiksgegevens. ‘Gebruikt’ is de veilige keuze: het bedrag kan niet lager uitvallen.",
        zh: "没有使用率数据。选择“已使用”最稳妥：金额不会更低。"
    }
    /// Field: current price of one unit.
    CURRENT_PRICE { en: "Current price of one unit", de: "Aktueller Preis einer Einheit", sv: "Aktuellt pris för en enhet", nl: "Huidige prijs van één eenheid", zh: "当前单价" }
    /// Hint of the current price.
    CURRENT_PRICE_HINT {
        en: "For the whole term. If it is lower than the purchase price, it is the base.",
        de: "Für die ganze Laufzeit. Ist er niedriger als der Kaufpreis, ist er die Grundlage.",
        sv: "För hela löptiden. Är det lägre än inköpspriset är det underlaget.",
        nl: "Voor de hele looptijd. Is die lager dan de aankoopprijs, dan is die de basis.",
        zh: "整个期限的价格。若低于购买价格，则以其为基数。"
    }
    /// Hint of the rate that the service has.
    RATE_KNOWN {
        en: "Stored rate. What counts is the one on Microsoft's invoice. Needed to check the refund cap.",
        de: "Gespeicherter Kurs. Maßgeblich ist der auf der Rechnung von Microsoft. Nötig, um die Obergrenze zu prüfen.",
        sv: "Sparad kurs. Det är kursen på Microsofts faktura som gäller. Behövs för att kontrollera taket.",
        nl: "Opgeslagen koers. De koers op de factuur van Microsoft telt. Nodig om de restitutielimiet te controleren.",
        zh: "已保存的汇率，以 Microsoft 账单上的汇率为准。用于检查退款上限。"
    }
    /// Button: the service's rate again.
    USE_SERVICE_RATE { en: "Use the stored rate", de: "Gespeicherten Kurs verwenden", sv: "Använd den sparade kursen", nl: "Opgeslagen koers gebruiken", zh: "使用已保存的汇率" }
    /// Field: what-if fee.
    FEE_PERCENT { en: "What-if: another fee rate", de: "Was wäre wenn: anderer Gebührensatz", sv: "Tänk om: annan avgiftssats", nl: "Wat als: ander percentage", zh: "假设：其他费率" }
    /// Hint of the what-if fee.
    FEE_PERCENT_HINT {
        en: "In percent of the credit, instead of the refund policy's own rate. Only to compare.",
        de: "In Prozent der Gutschrift, statt des Satzes der Rückerstattungsrichtlinie. Nur zum Vergleich.",
        sv: "I procent av krediteringen, i stället för återbetalningspolicyns sats. Endast för jämförelse.",
        nl: "In procent van het tegoed, in plaats van het percentage van het restitutiebeleid. Alleen ter vergelijking.",
        zh: "以抵扣额的百分比表示，替代退款政策中的费率。仅供比较。"
    }
    /// Group of fields that few need.
    MORE_TERMS { en: "More assumptions", de: "Weitere Annahmen", sv: "Fler antaganden", nl: "Meer aannames", zh: "更多假设" }
    /// Label of the large amount.
    PAYABLE_TO_PARTNER { en: "You receive", de: "Sie erhalten", sv: "Du får", nl: "U ontvangt", zh: "实际退款金额" }
    /// Label of the large amount where the cap was not checked.
    PAYS_AT_MOST { en: "You receive at most", de: "Sie erhalten höchstens", sv: "Du får högst", nl: "U ontvangt hoogstens", zh: "实际退款金额最多" }
    /// What is paid out, in a sentence.
    RECEIVE { en: "You receive {amount}", de: "Sie erhalten {amount}", sv: "Du får {amount}", nl: "U ontvangt {amount}", zh: "您将收到 {amount}" }
    /// What is paid out where the cap was not checked, in a sentence.
    RECEIVE_AT_MOST { en: "You receive at most {amount}", de: "Sie erhalten höchstens {amount}", sv: "Du får högst {amount}", nl: "U ontvangt hoogstens {amount}", zh: "您最多收到 {amount}" }
    /// What of the credit is not paid out: the fee, and what does not fit into the cap.
    LOST { en: "Lost", de: "Verloren", sv: "Går förlorat", nl: "Gaat verloren", zh: "损失" }
    /// The same where the cap was not checked.
    LOST_AT_LEAST { en: "Lost at least", de: "Mindestens verloren", sv: "Går minst förlorat", nl: "Gaat minstens verloren", zh: "至少损失" }
    /// What of the refund does not fit into the cap.
    LOST_TO_CAP { en: "Not paid because of the refund cap", de: "Wegen der Obergrenze nicht ausgezahlt", sv: "Betalas inte ut på grund av taket", nl: "Niet uitbetaald vanwege de restitutielimiet", zh: "因退款上限未支付" }
    /// The amount where the cap was not checked.
    PAID_OUT_AT_MOST { en: "Paid out at most", de: "Auszahlung höchstens", sv: "Utbetalning högst", nl: "Uitbetaling hoogstens", zh: "实际退款金额最多" }
    /// The same amount for readers who are not the partner: a customer, Microsoft's support.
    PAID_OUT { en: "Paid out", de: "Auszahlung", sv: "Utbetalning", nl: "Uitbetaling", zh: "实际退款金额" }
    /// The two sides of a refund.
    TWO_SIDES {
        en: "Microsoft credits the partner. What is settled with the customer is up to the partner.",
        de: "Microsoft schreibt dem Partner gut. Was mit dem Kunden abgerechnet wird, bestimmt der Partner.",
        sv: "Microsoft krediterar partnern. Vad som regleras med kunden bestämmer partnern.",
        nl: "Microsoft crediteert de partner. Wat met de klant wordt verrekend, bepaalt de partner.",
        zh: "Microsoft 将款项记入合作伙伴名下。与客户如何结算由合作伙伴决定。"
    }
    /// Units and day of the quote.
    UNITS_ON_DAY { en: "Units: {units} of {owned}, returned on {day} (UTC)", de: "Einheiten: {units} von {owned}, zurückgegeben am {day} (UTC)", sv: "Enheter: {units} av {owned}, återlämnade {day} (UTC)", nl: "Eenheden: {units} van {owned}, geretourneerd op {day} (UTC)", zh: "单位：{units}/{owned}，于 {day} (UTC) 退回" }
    /// Decision in a sentence.
    DECISION_ALLOWED { en: "The whole refund is paid out.", de: "Die ganze Rückerstattung wird ausgezahlt.", sv: "Hela återbetalningen betalas ut.", nl: "De hele restitutie wordt uitbetaald.", zh: "退款全额支付。" }
    /// Decision in a sentence.
    DECISION_CAPPED {
        en: "The refund cap reduces the refund: only part of it is paid out, and the rest is lost.",
        de: "Die Obergrenze kürzt die Rückerstattung: Nur ein Teil wird ausgezahlt, und der Rest geht verloren.",
        sv: "Taket begränsar återbetalningen: bara en del betalas ut och resten går förlorad.",
        nl: "De restitutielimiet verlaagt de restitutie: er wordt maar een deel uitbetaald en de rest gaat verloren.",
        zh: "退款上限削减了退款：只支付一部分，其余部分作废。"
    }
    /// Decision in a sentence.
    DECISION_REFUSED { en: "The return is refused; nothing is paid out.", de: "Die Rückgabe wird abgelehnt; es wird nichts ausgezahlt.", sv: "Returen avslås; inget betalas ut.", nl: "De retour wordt geweigerd; er wordt niets uitbetaald.", zh: "退回被拒绝；不支付任何金额。" }
    /// Decision in a sentence without a USD rate.
    DECISION_UNKNOWN_LIMIT {
        en: "The refund cap was not checked, because there is no USD rate. Less may be paid out, or the return may be refused.",
        de: "Die Obergrenze wurde nicht geprüft, weil ein USD-Kurs fehlt. Die Auszahlung kann geringer sein, oder die Rückgabe wird abgelehnt.",
        sv: "Taket har inte kontrollerats eftersom USD-kurs saknas. Utbetalningen kan bli lägre, eller så avslås returen.",
        nl: "De restitutielimiet is niet gecontroleerd, omdat een USD-koers ontbreekt. De uitbetaling kan lager zijn, of de retour kan worden geweigerd.",
        zh: "没有美元汇率，因此未检查退款上限。实际退款金额可能更少，或退回可能被拒绝。"
    }
    /// Read out after a pause.
    SPOKEN { en: "{payable}. {decision}", de: "{payable}. {decision}", sv: "{payable}. {decision}", nl: "{payable}. {decision}", zh: "{payable}。{decision}" }
    /// Heading of the amounts.
    AMOUNTS { en: "Amounts", de: "Beträge", sv: "Belopp", nl: "Bedragen", zh: "金额" }
    /// Column.
    AMOUNT { en: "Amount", de: "Betrag", sv: "Belopp", nl: "Bedrag", zh: "金额" }
    /// The amounts cannot be computed.
    NO_AMOUNTS { en: "The amounts can't be calculated for this day or quantity.", de: "Für diesen Tag oder diese Menge lassen sich keine Beträge berechnen.", sv: "Inga belopp kan beräknas för denna dag eller detta antal.", nl: "Voor deze dag of dit aantal kunnen geen bedragen worden berekend.", zh: "无法计算此日期或数量的金额。" }
    /// What is lost to the cap, in words.
    LOST_IN_WORDS { en: "{amount} of the refund is lost because it does not fit into the refund cap.", de: "{amount} der Rückerstattung gehen verloren, weil sie nicht in die Obergrenze passen.", sv: "{amount} av återbetalningen går förlorad eftersom den inte ryms inom taket.", nl: "{amount} van de restitutie gaat verloren omdat het niet binnen de restitutielimiet past.", zh: "退款中的 {amount} 因超出退款上限而作废。" }
    /// Beside the amounts: what future payments do.
    INSTALMENTS_NOTE { en: "Future instalments are no longer charged; they are not paid out.", de: "Künftige Raten werden nicht mehr berechnet; sie werden nicht ausgezahlt.", sv: "Framtida delbetalningar debiteras inte längre; de betalas inte ut.", nl: "Toekomstige termijnen worden niet meer in rekening gebracht; ze worden niet uitbetaald.", zh: "未来分期不再收取，但也不会支付。" }
    /// Heading of the limit.
    LIMIT { en: "Refund cap", de: "Obergrenze", sv: "Tak", nl: "Restitutielimiet", zh: "退款上限" }
    /// What the limit is.
    LIMIT_ABOUT {
        en: "Per customer, kept in USD; each cancellation counts for 365 days.",
        de: "Je Kunde, in USD geführt; jede Stornierung zählt 365 Tage.",
        sv: "Per kund, räknat i USD; varje annullering räknas i 365 dagar.",
        nl: "Per klant, bijgehouden in USD; elke annulering telt 365 dagen.",
        zh: "按客户以美元计；每次取消计入 365 天。"
    }
    /// The bar in words.
    LIMIT_SPOKEN { en: "{used} used before, {counts} by this return, of {limit}", de: "{used} zuvor verbraucht, {counts} durch diese Rückgabe, von {limit}", sv: "{used} använt tidigare, {counts} av denna retur, av {limit}", nl: "{used} eerder gebruikt, {counts} door deze retour, van {limit}", zh: "此前已用 {used}，本次退回 {counts}，退款上限 {limit}" }
    /// Part of the limit.
    USED_BEFORE { en: "Used before", de: "Zuvor verbraucht", sv: "Använt tidigare", nl: "Eerder gebruikt", zh: "此前已用" }
    /// Part of the limit.
    THIS_RETURN { en: "This return counts", de: "Diese Rückgabe zählt", sv: "Denna retur räknas som", nl: "Deze retour telt voor", zh: "本次退回计入" }
    /// Part of the limit, by the other reading.
    THIS_RETURN_OBSERVED { en: "As Azure counted it, 2022–2023", de: "Wie Azure 2022–2023 zählte", sv: "Som Azure räknade 2022–2023", nl: "Zoals Azure telde, 2022–2023", zh: "按 Azure 在 2022–2023 年的计法" }
    /// Part of the limit.
    LEFT_AFTER { en: "Left after", de: "Danach übrig", sv: "Kvar efteråt", nl: "Daarna over", zh: "之后剩余" }
    /// Part of the limit.
    LEFT_BEFORE { en: "Left now", de: "Jetzt übrig", sv: "Kvar nu", nl: "Nu over", zh: "现在剩余" }
    /// Opens the days on which the limit is replenished.
    REPLENISHED { en: "When the refund cap is free again ({count})", de: "Wann die Obergrenze wieder frei wird ({count})", sv: "När utrymme under taket frigörs ({count})", nl: "Wanneer de restitutielimiet weer vrijkomt ({count})", zh: "退款上限何时恢复（{count}）" }
    /// Column.
    CANCELLED_ON { en: "Cancelled on", de: "Storniert am", sv: "Annullerad den", nl: "Geannuleerd op", zh: "取消日期" }
    /// Column.
    FREE_AGAIN_ON { en: "Free again on", de: "Wieder frei am", sv: "Ledigt igen den", nl: "Weer vrij op", zh: "恢复日期" }
    /// Column.
    COUNTED_USD { en: "Counted (USD)", de: "Gezählt (USD)", sv: "Räknat (USD)", nl: "Geteld (USD)", zh: "计入（美元）" }
    /// Nothing uses the limit.
    NOTHING_COUNTS { en: "No earlier cancellation counts on this day.", de: "An diesem Tag zählt keine frühere Stornierung.", sv: "Ingen tidigare annullering räknas denna dag.", nl: "Op deze dag telt geen eerdere annulering mee.", zh: "当日没有计入的以往取消。" }
    /// Button: fewer units, `{count}`, for which `{amount}` is paid out.
    RETURN_FEWER {
        en: "Return {count} unit on this day: {amount}" | "Return {count} units on this day: {amount}",
        de: "An diesem Tag {count} Einheit zurückgeben: {amount}" | "An diesem Tag {count} Einheiten zurückgeben: {amount}",
        sv: "Lämna tillbaka {count} enhet denna dag: {amount}" | "Lämna tillbaka {count} enheter denna dag: {amount}",
        nl: "Op deze dag {count} eenheid retourneren: {amount}" | "Op deze dag {count} eenheden retourneren: {amount}",
        zh: "当日退回 {count} 个单位：{amount}"
    }
    /// Button: later, when `{amount}` is paid out.
    RETURN_LATER { en: "Return all of it on {day}: {amount}", de: "Alles am {day} zurückgeben: {amount}", sv: "Lämna tillbaka allt den {day}: {amount}", nl: "Alles op {day} retourneren: {amount}", zh: "于 {day} 全部退回：{amount}" }
    /// Button: later, when instalments are charged until then.
    RETURN_LATER_CHARGED {
        en: "Return all of it on {day}: {amount}, after {charged} in instalments until then",
        de: "Alles am {day} zurückgeben: {amount}, nach {charged} an Raten bis dahin",
        sv: "Lämna tillbaka allt den {day}: {amount}, efter {charged} i delbetalningar fram till dess",
        nl: "Alles op {day} retourneren: {amount}, na {charged} aan termijnen tot dan",
        zh: "于 {day} 全部退回：{amount}（此前将收取分期 {charged}）"
    }
    /// Button: exchange, which keeps `{amount}`.
    EXCHANGE_INSTEAD { en: "Exchange instead: keeps {amount}", de: "Stattdessen umtauschen: {amount} bleiben erhalten", sv: "Byt i stället: {amount} behålls", nl: "In plaats daarvan omruilen: {amount} blijft behouden", zh: "改为兑换：保留 {amount}" }
    /// What an exchange would do.
    EXCHANGE_USES_NONE { en: "An exchange uses none of the refund cap.", de: "Ein Umtausch verbraucht nichts von der Obergrenze.", sv: "Ett byte använder inget av taket.", nl: "Omruilen gebruikt niets van de restitutielimiet.", zh: "兑换不占用退款上限。" }
    /// Neither fewer units nor a later day.
    NO_WAY { en: "Neither a smaller quantity on this day nor a later day fits.", de: "Weder eine kleinere Menge an diesem Tag noch ein späterer Tag passt.", sv: "Varken ett mindre antal denna dag eller en senare dag ryms.", nl: "Geen kleiner aantal op deze dag en geen latere dag past.", zh: "当日任何数量及之后任何日期均不可行。" }
    /// First line of a quote as text.
    TEXT_TITLE { en: "Refund quote: {name}", de: "Berechnung der Rückerstattung: {name}", sv: "Beräkning av återbetalning: {name}", nl: "Berekening van de restitutie: {name}", zh: "退款报价：{name}" }
    /// The records cannot be calculated with.
    UNUSABLE { en: "We can't calculate a quote from this reservation's data.", de: "Aus den Daten dieser Reservierung lässt sich keine Berechnung erstellen.", sv: "Det går inte att göra en beräkning av reservationens uppgifter.", nl: "Met de gegevens van deze reservering kan geen berekening worden gemaakt.", zh: "无法根据此预订的数据计算报价。" }
    /// Which field, and why.
    UNUSABLE_FIELD { en: "{field}: {problem}", de: "{field}: {problem}", sv: "{field}: {problem}", nl: "{field}: {problem}", zh: "{field}：{problem}" }
    /// Button: begin.
    CARRY_OUT { en: "Return these units…", de: "Diese Einheiten zurückgeben …", sv: "Lämna tillbaka enheterna …", nl: "Deze eenheden retourneren…", zh: "退回这些单位…" }
    /// What happens then.
    CARRY_OUT_HINT {
        en: "Demo Azure is asked for its own quote first. Nothing is returned unless both agree to the cent and you confirm.",
        de: "Zuerst wird Demo-Azure nach seiner Berechnung gefragt. Zurückgegeben wird nur, wenn beide auf den Cent übereinstimmen und Sie bestätigen.",
        sv: "Först hämtas demo-Azures egen beräkning. Inget lämnas tillbaka om inte båda stämmer på öret och du bekräftar.",
        nl: "Eerst wordt de berekening van demo-Azure opgevraagd. Er wordt pas geretourneerd als beide tot op de cent overeenkomen en u bevestigt.",
        zh: "首先向演示 Azure 请求其报价。只有双方分毫不差且您确认后才会退回。"
    }
    /// Why not: another day.
    NOT_TODAY { en: "Units can only be returned today ({today}, UTC). Set the date to today first.", de: "Zurückgegeben werden kann nur heute ({today}, UTC). Setzen Sie zuerst das Datum auf heute.", sv: "Enheter kan bara lämnas tillbaka i dag ({today}, UTC). Ställ först in dagens datum.", nl: "Retourneren kan alleen vandaag ({today}, UTC). Zet eerst de datum op vandaag.", zh: "只能在今天（{today}，UTC）退回。请先将日期设为今天。" }
    /// Why not: a what-if fee.
    NOT_WHAT_IF { en: "A what-if fee can't be carried out. Clear that field first.", de: "Eine angenommene Gebühr lässt sich nicht ausführen. Leeren Sie zuerst dieses Feld.", sv: "En antagen avgift kan inte genomföras. Töm först det fältet.", nl: "Een berekening met een ander kostenpercentage kan niet worden uitgevoerd. Maak eerst dat veld leeg.", zh: "假设的费率无法执行。请先清空该字段。" }
    /// Why not: something is under way.
    NOT_BUSY { en: "A return of this reservation is in progress.", de: "Eine Rückgabe dieser Reservierung läuft gerade.", sv: "En retur av denna reservation pågår.", nl: "Er loopt al een retour van deze reservering.", zh: "此预订的退回正在进行。" }
    /// Why not: the records on screen are those from before a return.
    NOT_AFTER_RETURN { en: "The reservation has changed with this return. Open it again before the next one.", de: "Die Reservierung hat sich mit dieser Rückgabe geändert. Öffnen Sie sie vor der nächsten neu.", sv: "Reservationen har ändrats av returen. Öppna den på nytt före nästa.", nl: "De reservering is door deze retour gewijzigd. Open de reservering opnieuw voor de volgende.", zh: "预订已因此次退回而更改。再次退回前请重新打开。" }
    /// Waiting for the service's quote.
    ASKING { en: "Getting demo Azure's quote…", de: "Die Berechnung von Demo-Azure wird abgefragt …", sv: "Hämtar demo-Azures beräkning …", nl: "De berekening van demo-Azure wordt opgevraagd…", zh: "正在请求演示 Azure 的报价…" }
    /// Title of the confirmation.
    CONFIRM_TITLE { en: "Return these units?", de: "Diese Einheiten zurückgeben?", sv: "Lämna tillbaka enheterna?", nl: "Deze eenheden retourneren?", zh: "确认退回这些单位？" }
    /// What is confirmed, of `{count}` units.
    CONFIRM_WORDS {
        en: "You return {units} of {count} unit of {name}. Microsoft pays you {amount}. This cannot be undone." | "You return {units} of {count} units of {name}. Microsoft pays you {amount}. This cannot be undone.",
        de: "Sie geben {units} von {count} Einheit von {name} zurück. Auszahlung an Sie: {amount}. Das lässt sich nicht rückgängig machen." | "Sie geben {units} von {count} Einheiten von {name} zurück. Auszahlung an Sie: {amount}. Das lässt sich nicht rückgängig machen.",
        sv: "Du lämnar tillbaka {units} av {count} enhet av {name}. Utbetalning till dig: {amount}. Detta kan inte ångras." | "Du lämnar tillbaka {units} av {count} enheter av {name}. Utbetalning till dig: {amount}. Detta kan inte ångras.",
        nl: "U retourneert {units} van {count} eenheid van {name}. Uitbetaling aan u: {amount}. Dit kan niet ongedaan worden gemaakt." | "U retourneert {units} van {count} eenheden van {name}. Uitbetaling aan u: {amount}. Dit kan niet ongedaan worden gemaakt.",
        zh: "将退回 {name} 的 {units}/{count} 个单位。实际退款金额：{amount}。此操作无法撤销。"
    }
    /// Field: why units are returned.
    REASON { en: "Reason for the return", de: "Grund der Rückgabe", sv: "Orsak till returen", nl: "Reden van de retour", zh: "退回原因" }
    /// Choice of a reason: none chosen.
    REASON_CHOOSE { en: "Choose a reason", de: "Grund auswählen", sv: "Välj en orsak", nl: "Kies een reden", zh: "请选择原因" }
    /// Choice of a reason.
    REASON_NOT_NEEDED { en: "No longer needed", de: "Nicht mehr benötigt", sv: "Behövs inte längre", nl: "Niet meer nodig", zh: "不再需要" }
    /// Choice of a reason.
    REASON_MISTAKE { en: "Bought by mistake", de: "Versehentlich gekauft", sv: "Köpt av misstag", nl: "Per vergissing gekocht", zh: "误购" }
    /// Choice of a reason.
    REASON_WRONG { en: "Wrong size, region or term", de: "Falsche Größe, Region oder Laufzeit", sv: "Fel storlek, region eller löptid", nl: "Verkeerde grootte, regio of looptijd", zh: "大小、区域或期限有误" }
    /// Choice of a reason.
    REASON_REPLACED { en: "Replaced by another purchase", de: "Durch einen anderen Kauf ersetzt", sv: "Ersatt av ett annat köp", nl: "Vervangen door een andere aankoop", zh: "已由其他购买替代" }
    /// Choice of a reason.
    REASON_OTHER { en: "Another reason", de: "Anderer Grund", sv: "Annan orsak", nl: "Andere reden", zh: "其他原因" }
    /// Field: more about the reason.
    REASON_MORE { en: "In your own words", de: "In eigenen Worten", sv: "Med egna ord", nl: "In uw eigen woorden", zh: "补充说明" }
    /// Button: confirm.
    CONFIRM { en: "Return the units", de: "Einheiten zurückgeben", sv: "Lämna tillbaka enheterna", nl: "Eenheden retourneren", zh: "退回单位" }
    /// The return is being sent.
    RETURNING { en: "Sending the return…", de: "Die Rückgabe wird gesendet …", sv: "Skickar returen …", nl: "De retour wordt verzonden…", zh: "正在发送退回…" }
    /// The return was accepted and goes on.
    WAITING { en: "The return was accepted and is being carried out. You can leave this page; it continues in the background.", de: "Die Rückgabe wurde angenommen und wird ausgeführt. Sie können diese Seite verlassen; sie läuft im Hintergrund weiter.", sv: "Returen har tagits emot och genomförs. Du kan lämna sidan; den fortsätter i bakgrunden.", nl: "De retour is geaccepteerd en wordt uitgevoerd. U kunt deze pagina verlaten; alles gaat op de achtergrond verder.", zh: "退回已受理，正在执行。您可以离开此页面，操作会在后台继续。" }
    /// The return of `{count}` units is done.
    DONE {
        en: "Done: {count} unit was returned." | "Done: {count} units were returned.",
        de: "Erledigt: {count} Einheit wurde zurückgegeben." | "Erledigt: {count} Einheiten wurden zurückgegeben.",
        sv: "Klart: {count} enhet har lämnats tillbaka." | "Klart: {count} enheter har lämnats tillbaka.",
        nl: "Klaar: {count} eenheid is geretourneerd." | "Klaar: {count} eenheden zijn geretourneerd.",
        zh: "已完成：已退回 {count} 个单位。"
    }
    /// What a return has brought.
    CREDITED { en: "{amount} credited", de: "{amount} gutgeschrieben", sv: "{amount} krediterat", nl: "{amount} gecrediteerd", zh: "已记入 {amount}" }
    /// What a return has brought, and that `{count}` units are left.
    CREDITED_AND_LEFT {
        en: "{amount} credited, {count} unit left" | "{amount} credited, {count} units left",
        de: "{amount} gutgeschrieben, {count} Einheit übrig" | "{amount} gutgeschrieben, {count} Einheiten übrig",
        sv: "{amount} krediterat, {count} enhet kvar" | "{amount} krediterat, {count} enheter kvar",
        nl: "{amount} gecrediteerd, nog {count} eenheid over" | "{amount} gecrediteerd, nog {count} eenheden over",
        zh: "已记入 {amount}，剩余 {count} 个单位"
    }
    /// What a return of all units has brought.
    CREDITED_NONE_LEFT { en: "{amount} credited, no units left", de: "{amount} gutgeschrieben, keine Einheiten übrig", sv: "{amount} krediterat, inga enheter kvar", nl: "{amount} gecrediteerd, geen eenheden over", zh: "已记入 {amount}，没有剩余单位" }
    /// Link to the record.
    OPEN_RECORD { en: "Open the updated reservation", de: "Aktualisierte Reservierung öffnen", sv: "Öppna den uppdaterade reservationen", nl: "De bijgewerkte reservering openen", zh: "打开更新后的预订" }
    /// A failure: nothing was returned.
    NOTHING_RETURNED { en: "Nothing was returned. What you entered is kept.", de: "Es wurde nichts zurückgegeben. Ihre Eingaben bleiben erhalten.", sv: "Inget har lämnats tillbaka. Det du angav finns kvar.", nl: "Er is niets geretourneerd. Uw invoer blijft behouden.", zh: "未退回任何内容。您输入的内容已保留。" }
    /// A failure while watching.
    WATCH_FAILED { en: "The return was accepted, but its progress couldn't be read.", de: "Die Rückgabe wurde angenommen, aber ihr Stand konnte nicht gelesen werden.", sv: "Returen togs emot, men det gick inte att läsa hur långt den har kommit.", nl: "De retour is geaccepteerd, maar de voortgang kon niet worden gelezen.", zh: "退回已受理，但无法读取其进度。" }
    /// The order ended in another state.
    ENDED_OTHERWISE { en: "The order ended in the state “{state}”. Check the reservation.", de: "Der Auftrag endete im Zustand „{state}“. Sehen Sie in der Reservierung nach.", sv: "Beställningen slutade i tillståndet ”{state}”. Titta i reservationen.", nl: "De order eindigde in de status ‘{state}’. Bekijk de reservering.", zh: "订单最终状态为“{state}”。请查看预订。" }
}
