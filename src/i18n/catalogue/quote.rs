//! Texts of the refund task: its form, its answer, and carrying it out.

use crate::catalogue;

catalogue! {
    /// Heading of the form.
    FORM { en: "What is returned", de: "Was zurückgegeben wird", sv: "Vad som lämnas tillbaka", nl: "Wat wordt geretourneerd", zh: "退回内容" }
    /// Field: the day of the return.
    DAY { en: "Date of the return (UTC)", de: "Datum der Rückgabe (UTC)", sv: "Datum för returen (UTC)", nl: "Datum van de retournering (UTC)", zh: "退回日期 (UTC)" }
    /// Hint of the day: `{today}` in UTC.
    DAY_HINT {
        en: "Microsoft counts days in UTC. There it is {today} now.",
        de: "Microsoft zählt Tage in UTC. Dort ist jetzt der {today}.",
        sv: "Microsoft räknar dagar i UTC. Där är det {today} nu.",
        nl: "Microsoft telt dagen in UTC. Daar is het nu {today}.",
        zh: "Microsoft 按 UTC 计算天数。UTC 当前日期为 {today}。"
    }
    /// Button: the day of the return is today.
    TODAY { en: "Today", de: "Heute", sv: "I dag", nl: "Vandaag", zh: "今天" }
    /// Field: units to return.
    UNITS { en: "Units to return", de: "Zurückzugebende Einheiten", sv: "Enheter att lämna tillbaka", nl: "Te retourneren eenheden", zh: "退回单位数" }
    /// Behind the field of units: `{count}` owned.
    OF_OWNED { en: "of {count}", de: "von {count}", sv: "av {count}", nl: "van {count}", zh: "共 {count}" }
    /// Button: all units are returned.
    ALL_UNITS { en: "All", de: "Alle", sv: "Alla", nl: "Alle", zh: "全部" }
    /// Field: whether the reservation was used.
    USE { en: "Was it used?", de: "Wurde sie genutzt?", sv: "Har den använts?", nl: "Is ze gebruikt?", zh: "是否已使用？" }
    /// Choice: used.
    USED { en: "Used", de: "Genutzt", sv: "Använd", nl: "Gebruikt", zh: "已使用" }
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
        en: "There is no utilization data. “Used” never promises too much.",
        de: "Es gibt keine Nutzungsdaten. „Genutzt“ verspricht nie zu viel.",
        sv: "Det finns inga användningsdata. ”Använd” lovar aldrig för mycket.",
        nl: "Er zijn geen gebruiksgegevens. ‘Gebruikt’ belooft nooit te veel.",
        zh: "没有使用率数据。选择“已使用”不会高估结果。"
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
    /// Field: rate from `{currency}` into USD.
    USD_RATE { en: "USD for 1 {currency}", de: "USD für 1 {currency}", sv: "USD för 1 {currency}", nl: "USD voor 1 {currency}", zh: "1 {currency} 兑美元" }
    /// Hint of the rate: known by the service on `{date}`.
    RATE_KNOWN {
        en: "The service's rate of {date}. Needed to check the refund cap.",
        de: "Kurs des Dienstes vom {date}. Nötig, um die Obergrenze zu prüfen.",
        sv: "Tjänstens kurs den {date}. Behövs för att kontrollera taket.",
        nl: "Koers van de service van {date}. Nodig om de restitutielimiet te controleren.",
        zh: "服务在 {date} 的汇率。用于检查退款上限。"
    }
    /// What the service knows, beside a rate that is another one.
    RATE_OF_SERVICE {
        en: "The service's rate of {date} is {rate}.",
        de: "Der Kurs des Dienstes vom {date} ist {rate}.",
        sv: "Tjänstens kurs den {date} är {rate}.",
        nl: "De koers van de service van {date} is {rate}.",
        zh: "服务在 {date} 的汇率为 {rate}。"
    }
    /// Button: the service's rate again.
    USE_SERVICE_RATE { en: "Use the service's rate", de: "Kurs des Dienstes verwenden", sv: "Använd tjänstens kurs", nl: "Koers van de service gebruiken", zh: "使用服务的汇率" }
    /// Questions a value that is far above the known one.
    FAR_ABOVE { en: "Check this value: it is {percent} higher.", de: "Bitte prüfen: Dieser Wert liegt {percent} darüber.", sv: "Kontrollera värdet: det är {percent} högre.", nl: "Controleer deze waarde: die is {percent} hoger.", zh: "请检查此值：高出 {percent}。" }
    /// Questions a value that is far below the known one.
    FAR_BELOW { en: "Check this value: it is {percent} lower.", de: "Bitte prüfen: Dieser Wert liegt {percent} darunter.", sv: "Kontrollera värdet: det är {percent} lägre.", nl: "Controleer deze waarde: die is {percent} lager.", zh: "请检查此值：低 {percent}。" }
    /// Questions a fee rate that is far from the policy's own.
    FAR_FEE {
        en: "The refund policy's own fee rate is {rate}. Check this value: it is {points} percentage points away.",
        de: "Der Gebührensatz der Regeln ist {rate}. Bitte prüfen: Dieser Wert liegt {points} Prozentpunkte daneben.",
        sv: "Reglernas egen avgiftssats är {rate}. Kontrollera värdet: det ligger {points} procentenheter ifrån.",
        nl: "Het kostenpercentage van de regels is {rate}. Controleer deze waarde: die ligt {points} procentpunten ernaast.",
        zh: "规则本身的费率为 {rate}。请检查此值：相差 {points} 个百分点。"
    }
    /// Remark: who gave the rate.
    RATE_BY_HAND { en: "The USD rate {rate} was entered by hand; it is not the service's.", de: "Der USD-Kurs {rate} wurde von Hand eingegeben; er ist nicht der des Dienstes.", sv: "USD-kursen {rate} har angetts för hand; den är inte tjänstens.", nl: "De USD-koers {rate} is met de hand ingevoerd en is niet die van de service.", zh: "美元汇率 {rate} 为手动输入，并非服务的汇率。" }
    /// Remark: who gave the rate.
    RATE_BY_LINK { en: "The USD rate {rate} came with the link; it is not the service's.", de: "Der USD-Kurs {rate} kam mit dem Link; er ist nicht der des Dienstes.", sv: "USD-kursen {rate} kom med länken; den är inte tjänstens.", nl: "De USD-koers {rate} kwam met de link en is niet die van de service.", zh: "美元汇率 {rate} 来自链接，并非服务的汇率。" }
    /// Remark: who said that it was used.
    USED_BY_LINK { en: "“Used” came with the link, not from usage data.", de: "„Genutzt“ kam mit dem Link, nicht aus Nutzungsdaten.", sv: "”Använd” kom med länken, inte från användningsdata.", nl: "‘Gebruikt’ kwam met de link, niet uit gebruiksgegevens.", zh: "“已使用”来自链接，而非使用数据。" }
    /// Remark: who said that it was not used.
    UNUSED_BY_LINK { en: "“Unused” came with the link, not from usage data.", de: "„Ungenutzt“ kam mit dem Link, nicht aus Nutzungsdaten.", sv: "”Oanvänd” kom med länken, inte från användningsdata.", nl: "‘Ongebruikt’ kwam met de link, niet uit gebruiksgegevens.", zh: "“未使用”来自链接，而非使用数据。" }
    /// Remark: who gave the current price.
    PRICE_BY_LINK { en: "The current price {price} came with the link.", de: "Der aktuelle Preis {price} kam mit dem Link.", sv: "Det aktuella priset {price} kom med länken.", nl: "De huidige prijs {price} kwam met de link.", zh: "当前单价 {price} 来自链接。" }
    /// What was paid for one unit.
    BOUGHT_FOR { en: "One unit was bought for {price}.", de: "Eine Einheit wurde für {price} gekauft.", sv: "En enhet köptes för {price}.", nl: "Eén eenheid is gekocht voor {price}.", zh: "购买时单价为 {price}。" }
    /// Remark: who gave the price of something that is bought.
    OWN_PRICE_BY_HAND { en: "{what}: the price {price} was entered by hand. The service quotes by its own list.", de: "{what}: Der Preis {price} wurde von Hand eingegeben. Der Dienst rechnet mit seiner eigenen Liste.", sv: "{what}: priset {price} har angetts för hand. Tjänsten räknar med sin egen lista.", nl: "{what}: de prijs {price} is met de hand ingevoerd. De service rekent met zijn eigen lijst.", zh: "{what}：价格 {price} 为手动输入。服务按自己的价目表报价。" }
    /// Remark: who gave the price of something that is bought.
    OWN_PRICE_BY_LINK { en: "{what}: the price {price} came with the link. The service quotes by its own list.", de: "{what}: Der Preis {price} kam mit dem Link. Der Dienst rechnet mit seiner eigenen Liste.", sv: "{what}: priset {price} kom med länken. Tjänsten räknar med sin egen lista.", nl: "{what}: de prijs {price} kwam met de link. De service rekent met zijn eigen lijst.", zh: "{what}：价格 {price} 来自链接。服务按自己的价目表报价。" }
    /// What the price list has.
    LISTED_AT { en: "The price list has {price}.", de: "Die Preisliste hat {price}.", sv: "Prislistan har {price}.", nl: "De prijslijst heeft {price}.", zh: "价目表价格为 {price}。" }
    /// Remark: who gave the what-if fee.
    FEE_BY_LINK { en: "The fee rate {rate} came with the link.", de: "Der Gebührensatz {rate} kam mit dem Link.", sv: "Avgiftssatsen {rate} kom med länken.", nl: "Het kostenpercentage {rate} kwam met de link.", zh: "费率 {rate} 来自链接。" }
    /// Remark, and beside the field: the day is over.
    PAST_DAY { en: "{day} is in the past. Nothing can be returned on that day any more; the amounts are only for checking.", de: "Der {day} liegt in der Vergangenheit. An diesem Tag kann nichts mehr zurückgegeben werden; die Beträge dienen nur zum Nachrechnen.", sv: "{day} har passerat. Inget kan längre lämnas tillbaka den dagen; beloppen är bara till för kontroll.", nl: "{day} ligt in het verleden. Op die dag kan niets meer worden geretourneerd; de bedragen zijn alleen ter controle.", zh: "{day} 已过去。当日已无法退回；金额仅供核对。" }
    /// Remark: what became of a policy that a link names.
    UNKNOWN_POLICY { en: "The link names a refund policy that this version does not know: “{named}”. This quote follows {policy}.", de: "Der Link nennt Regeln, die diese Version nicht kennt: „{named}“. Diese Berechnung folgt {policy}.", sv: "Länken anger regler som den här versionen inte känner till: ”{named}”. Beräkningen följer {policy}.", nl: "De link noemt regels die deze versie niet kent: ‘{named}’. Deze berekening volgt {policy}.", zh: "链接指定的规则在此版本中未知：“{named}”。本报价采用 {policy}。" }
    /// Hint of the rate: not known.
    RATE_UNKNOWN {
        en: "The service knows no rate. Without one the refund cap cannot be checked.",
        de: "Der Dienst kennt keinen Kurs. Ohne Kurs lässt sich die Obergrenze nicht prüfen.",
        sv: "Tjänsten känner inte till någon kurs. Utan kurs går det inte att kontrollera taket.",
        nl: "De service kent geen koers. Zonder koers kan de restitutielimiet niet worden gecontroleerd.",
        zh: "服务没有该汇率。没有汇率就无法检查退款上限。"
    }
    /// Field: what-if fee.
    FEE_PERCENT { en: "What-if: another fee rate", de: "Was wäre wenn: anderer Gebührensatz", sv: "Tänk om: annan avgiftssats", nl: "Wat als: ander percentage", zh: "假设：其他费率" }
    /// Hint of the what-if fee.
    FEE_PERCENT_HINT {
        en: "In percent of the credit, instead of the rules' own. Only to compare.",
        de: "In Prozent der Gutschrift, statt des Satzes der Regeln. Nur zum Vergleich.",
        sv: "I procent av krediteringen, i stället för reglernas sats. Endast för jämförelse.",
        nl: "In procent van het tegoed, in plaats van dat van de regels. Alleen ter vergelijking.",
        zh: "以抵扣额的百分比表示，替代规则中的费率。仅供比较。"
    }
    /// Group of fields that few need.
    MORE_TERMS { en: "More assumptions", de: "Weitere Annahmen", sv: "Fler antaganden", nl: "Meer aannames", zh: "更多假设" }

    /// Heading of the answer.
    ANSWER { en: "Quote", de: "Angebot", sv: "Offert", nl: "Offerte", zh: "报价" }
    /// Label of the large amount.
    PAYABLE_TO_PARTNER { en: "Microsoft pays you", de: "Auszahlung an Sie", sv: "Utbetalning till dig", nl: "Uitbetaling aan u", zh: "实际退款金额" }
    /// Label of the large amount where the cap was not checked.
    PAYS_AT_MOST { en: "Microsoft pays you at most", de: "Auszahlung an Sie höchstens", sv: "Utbetalning till dig högst", nl: "Uitbetaling aan u hoogstens", zh: "实际退款金额最多" }
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
    UNITS_ON_DAY { en: "Units: {units} of {owned}, returned on {day} (UTC)", de: "Einheiten: {units} von {owned}, zurückgegeben am {day} (UTC)", sv: "Enheter: {units} av {owned}, returnerade {day} (UTC)", nl: "Eenheden: {units} van {owned}, geretourneerd op {day} (UTC)", zh: "单位：{units}/{owned}，于 {day} (UTC) 退回" }
    /// The rules of the quote.
    UNDER_RULES { en: "Rules: {policy}", de: "Regeln: {policy}", sv: "Regler: {policy}", nl: "Regels: {policy}", zh: "规则：{policy}" }
    /// The form does not fit; the quote below is an older one.
    STALE {
        en: "Not current: this is the last valid quote. Correct the marked fields to update it.",
        de: "Nicht aktuell: Dies ist das letzte gültige Angebot. Korrigieren Sie die markierten Felder, um es zu erneuern.",
        sv: "Inte aktuell: detta är den senaste giltiga offerten. Rätta de markerade fälten för att uppdatera den.",
        nl: "Niet actueel: dit is de laatste geldige offerte. Corrigeer de gemarkeerde velden om ze bij te werken.",
        zh: "非最新：这是上一次有效的报价。请更正标出的字段以更新。"
    }
    /// There is no quote yet.
    NO_QUOTE { en: "Correct the marked fields to see the quote.", de: "Korrigieren Sie die markierten Felder, um das Angebot zu sehen.", sv: "Rätta de markerade fälten för att se offerten.", nl: "Corrigeer de gemarkeerde velden om de offerte te zien.", zh: "请更正标出的字段以查看报价。" }
    /// Decision in a word: allowed.
    ALLOWED { en: "Allowed", de: "Zulässig", sv: "Tillåten", nl: "Toegestaan", zh: "允许" }
    /// Decision in a word: capped.
    CAPPED { en: "Capped", de: "Gekürzt", sv: "Begränsad", nl: "Verlaagd", zh: "受限" }
    /// Decision in a word: allowed as far as it was checked.
    NOT_CHECKED { en: "Refund cap not checked", de: "Obergrenze nicht geprüft", sv: "Taket ej kontrollerat", nl: "Restitutielimiet niet gecontroleerd", zh: "未检查退款上限" }
    /// Decision in a word: refused.
    REFUSED { en: "Refused", de: "Abgelehnt", sv: "Avslagen", nl: "Geweigerd", zh: "拒绝" }
    /// Decision in a sentence.
    DECISION_ALLOWED { en: "The whole refund is paid out.", de: "Die ganze Rückerstattung wird ausgezahlt.", sv: "Hela återbetalningen betalas ut.", nl: "De hele restitutie wordt uitbetaald.", zh: "退款全额支付。" }
    /// Decision in a sentence.
    DECISION_CAPPED {
        en: "The refund cap cuts the refund: less than the refund is paid out, and the rest is lost.",
        de: "Die Obergrenze kürzt die Rückerstattung: Es wird weniger ausgezahlt, und der Rest geht verloren.",
        sv: "Taket begränsar återbetalningen: mindre än återbetalningen betalas ut och resten går förlorad.",
        nl: "De restitutielimiet verlaagt de restitutie: er wordt minder uitbetaald en de rest gaat verloren.",
        zh: "退款上限削减了退款：支付金额少于退款，其余部分作废。"
    }
    /// Decision in a sentence.
    DECISION_REFUSED { en: "The return is refused; nothing is paid out.", de: "Die Rückgabe wird abgelehnt; es wird nichts ausgezahlt.", sv: "Returen avslås; inget betalas ut.", nl: "De retournering wordt geweigerd; er wordt niets uitbetaald.", zh: "退回被拒绝；不支付任何金额。" }
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
    NO_AMOUNTS { en: "No amounts can be computed for this day or quantity.", de: "Für diesen Tag oder diese Menge lassen sich keine Beträge berechnen.", sv: "Inga belopp kan beräknas för denna dag eller detta antal.", nl: "Voor deze dag of dit aantal kunnen geen bedragen worden berekend.", zh: "无法计算此日期或数量的金额。" }
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
    THIS_RETURN { en: "This return counts", de: "Diese Rückgabe zählt", sv: "Denna retur räknas som", nl: "Deze retournering telt voor", zh: "本次退回计入" }
    /// Part of the limit, by the other reading.
    THIS_RETURN_OBSERVED { en: "As the recorded API counted", de: "Wie die aufgezeichnete API zählte", sv: "Som det inspelade API:et räknade", nl: "Zoals de opgenomen API telde", zh: "按记录的 API 计算" }
    /// Part of the limit.
    LEFT_AFTER { en: "Left after", de: "Danach übrig", sv: "Kvar efteråt", nl: "Daarna over", zh: "之后剩余" }
    /// Part of the limit.
    LEFT_BEFORE { en: "Left now", de: "Jetzt übrig", sv: "Kvar nu", nl: "Nu over", zh: "现在剩余" }
    /// Opens the days on which the limit is replenished.
    REPLENISHED { en: "When the refund cap is free again ({count})", de: "Wann die Obergrenze wieder frei wird ({count})", sv: "När utrymme under taket frigörs ({count})", nl: "Wanneer de restitutielimiet weer vrijkomt ({count})", zh: "退款上限何时恢复（{count}）" }
    /// Column.
    CANCELLED_ON { en: "Cancelled on", de: "Storniert am", sv: "Avbruten den", nl: "Geannuleerd op", zh: "取消日期" }
    /// Column.
    FREE_AGAIN_ON { en: "Free again on", de: "Wieder frei am", sv: "Ledigt igen den", nl: "Weer vrij op", zh: "恢复日期" }
    /// Column.
    COUNTED_USD { en: "Counted (USD)", de: "Gezählt (USD)", sv: "Räknat (USD)", nl: "Geteld (USD)", zh: "计入（美元）" }
    /// Nothing uses the limit.
    NOTHING_COUNTS { en: "No earlier cancellation counts on this day.", de: "An diesem Tag zählt keine frühere Stornierung.", sv: "Ingen tidigare annullering räknas denna dag.", nl: "Op deze dag telt geen eerdere annulering mee.", zh: "当日没有计入的先前取消。" }

    /// Heading of the ways out.
    WAYS_OUT { en: "Ways out", de: "Auswege", sv: "Utvägar", nl: "Uitwegen", zh: "可行办法" }
    /// Button: fewer units, `{count}`.
    RETURN_FEWER {
        en: "Return {count} unit on this day" | "Return {count} units on this day",
        de: "An diesem Tag {count} Einheit zurückgeben" | "An diesem Tag {count} Einheiten zurückgeben",
        sv: "Lämna tillbaka {count} enhet denna dag" | "Lämna tillbaka {count} enheter denna dag",
        nl: "Op deze dag {count} eenheid retourneren" | "Op deze dag {count} eenheden retourneren",
        zh: "当日退回 {count} 个单位"
    }
    /// Button: later.
    RETURN_LATER { en: "Return all of it on {day}", de: "Alles am {day} zurückgeben", sv: "Lämna tillbaka allt den {day}", nl: "Alles op {day} retourneren", zh: "于 {day} 全部退回" }
    /// Button: exchange.
    EXCHANGE_INSTEAD { en: "Exchange instead", de: "Stattdessen umtauschen", sv: "Byt i stället", nl: "In plaats daarvan omruilen", zh: "改为兑换" }
    /// What an exchange would do.
    EXCHANGE_USES_NONE { en: "An exchange uses none of the refund cap.", de: "Ein Umtausch verbraucht nichts von der Obergrenze.", sv: "Ett byte använder inget av taket.", nl: "Omruilen gebruikt niets van de restitutielimiet.", zh: "兑换不占用退款上限。" }
    /// Neither fewer units nor a later day.
    NO_WAY { en: "No quantity on this day and no later day fits.", de: "Weder eine kleinere Menge an diesem Tag noch ein späterer Tag passt.", sv: "Varken ett mindre antal denna dag eller en senare dag ryms.", nl: "Geen kleiner aantal op deze dag en geen latere dag past.", zh: "当日任何数量及之后任何日期均不可行。" }

    /// Heading of the quote under the newest policy.
    NEWEST { en: "Under the newest rules", de: "Nach den neuesten Regeln", sv: "Enligt de nyaste reglerna", nl: "Volgens de nieuwste regels", zh: "按最新规则" }
    /// The quote is under the newest policy.
    IS_NEWEST { en: "This quote already follows the newest rules.", de: "Dieses Angebot folgt bereits den neuesten Regeln.", sv: "Denna offert följer redan de nyaste reglerna.", nl: "Deze offerte volgt al de nieuwste regels.", zh: "本报价已采用最新规则。" }
    /// Button: quote under the newest policy.
    USE_NEWEST { en: "Quote by these rules", de: "Nach diesen Regeln berechnen", sv: "Beräkna enligt dessa regler", nl: "Volgens deze regels berekenen", zh: "按此规则计算" }

    /// Heading of the disagreements.
    DISAGREEMENTS { en: "Where the sources disagree", de: "Wo die Quellen sich widersprechen", sv: "Där källorna är oense", nl: "Waar de bronnen elkaar tegenspreken", zh: "来源不一致之处" }
    /// Opens the steps.
    STEPS {
        en: "How every amount came about ({count} step)" | "How every amount came about ({count} steps)",
        de: "Wie jeder Betrag zustande kommt ({count} Schritt)" | "Wie jeder Betrag zustande kommt ({count} Schritte)",
        sv: "Så har varje belopp räknats fram ({count} steg)" | "Så har varje belopp räknats fram ({count} steg)",
        nl: "Hoe elk bedrag tot stand komt ({count} stap)" | "Hoe elk bedrag tot stand komt ({count} stappen)",
        zh: "各金额的计算过程（{count} 步）"
    }
    /// Source of a step.
    SOURCE { en: "Source", de: "Quelle", sv: "Källa", nl: "Bron", zh: "来源" }
    /// Formula of a step.
    FORMULA { en: "Formula", de: "Formel", sv: "Formel", nl: "Formule", zh: "公式" }
    /// Title and date of a source.
    SOURCE_OF_DATE { en: "{title}, {date}", de: "{title}, {date}", sv: "{title}, {date}", nl: "{title}, {date}", zh: "{title}，{date}" }

    /// Heading of what can be done with a quote.
    TAKE_ALONG { en: "Take it along", de: "Mitnehmen", sv: "Ta med", nl: "Meenemen", zh: "带走" }
    /// What is copied.
    QUOTE_AS_TEXT { en: "quote as text", de: "Angebot als Text", sv: "offerten som text", nl: "Offerte als tekst", zh: "报价文本" }
    /// What is copied.
    LINK_TO_QUOTE { en: "link to this quote", de: "Link zu diesem Angebot", sv: "länk till offerten", nl: "Link naar deze offerte", zh: "此报价的链接" }
    /// Button.
    DOWNLOAD_JSON { en: "Download as JSON", de: "Als JSON herunterladen", sv: "Ladda ned som JSON", nl: "Downloaden als JSON", zh: "下载 JSON" }
    /// First line of a quote as text.
    TEXT_TITLE { en: "Refund quote: {name}", de: "Angebot zur Rückerstattung: {name}", sv: "Offert på återbetalning: {name}", nl: "Offerte voor restitutie: {name}", zh: "退款报价：{name}" }
    /// Line of a quote as text.
    TEXT_LINE { en: "{name}: {value}", de: "{name}: {value}", sv: "{name}: {value}", nl: "{name}: {value}", zh: "{name}：{value}" }

    /// The records cannot be calculated with.
    UNUSABLE { en: "The records of this reservation cannot be calculated with.", de: "Mit den Datensätzen dieser Reservierung lässt sich nicht rechnen.", sv: "Det går inte att räkna på reservationens poster.", nl: "Met de records van deze reservering kan niet worden gerekend.", zh: "无法用此预订的记录进行计算。" }
    /// Which field, and why.
    UNUSABLE_FIELD { en: "{field}: {problem}", de: "{field}: {problem}", sv: "{field}: {problem}", nl: "{field}: {problem}", zh: "{field}：{problem}" }

    /// Heading of carrying the refund out.
    CARRY_OUT_TITLE { en: "Carry out", de: "Ausführen", sv: "Genomför", nl: "Uitvoeren", zh: "执行" }
    /// Button: begin.
    CARRY_OUT { en: "Return these units…", de: "Diese Einheiten zurückgeben …", sv: "Lämna tillbaka enheterna …", nl: "Deze eenheden retourneren…", zh: "退回这些单位…" }
    /// What happens then.
    CARRY_OUT_HINT {
        en: "The service is asked for its own quote first. Nothing is returned unless both agree to the cent and you confirm.",
        de: "Zuerst wird der Dienst nach seinem eigenen Angebot gefragt. Zurückgegeben wird nur, wenn beide auf den Cent übereinstimmen und Sie bestätigen.",
        sv: "Först hämtas tjänstens egen offert. Inget lämnas tillbaka om inte båda stämmer på öret och du bekräftar.",
        nl: "Eerst wordt de service om haar eigen offerte gevraagd. Er wordt pas geretourneerd als beide tot op de cent overeenkomen en u bevestigt.",
        zh: "首先向服务请求其报价。只有双方分毫不差且您确认后才会退回。"
    }
    /// Why not: the quote is not that of the form.
    NOT_CURRENT { en: "Correct the marked fields first.", de: "Korrigieren Sie zuerst die markierten Felder.", sv: "Rätta först de markerade fälten.", nl: "Corrigeer eerst de gemarkeerde velden.", zh: "请先更正标出的字段。" }
    /// Why not: another day.
    NOT_TODAY { en: "Units can only be returned today ({today}, UTC). Set the date to today first.", de: "Zurückgegeben werden kann nur heute ({today}, UTC). Setzen Sie zuerst das Datum auf heute.", sv: "Enheter kan bara lämnas tillbaka i dag ({today}, UTC). Ställ först in dagens datum.", nl: "Retourneren kan alleen vandaag ({today}, UTC). Zet eerst de datum op vandaag.", zh: "只能在今天（{today}，UTC）退回。请先将日期设为今天。" }
    /// Why not: a what-if fee.
    NOT_WHAT_IF { en: "A what-if fee cannot be carried out. Clear that field first.", de: "Eine angenommene Gebühr lässt sich nicht ausführen. Leeren Sie zuerst dieses Feld.", sv: "En antagen avgift kan inte genomföras. Töm först det fältet.", nl: "Een berekening met een ander kostenpercentage kan niet worden uitgevoerd. Maak eerst dat veld leeg.", zh: "假设的费率无法执行。请先清空该字段。" }
    /// Why not: something is under way.
    NOT_BUSY { en: "A return of this reservation is under way.", de: "Eine Rückgabe dieser Reservierung läuft gerade.", sv: "En retur av denna reservation pågår.", nl: "Er loopt al een retournering van deze reservering.", zh: "此预订的退回正在进行。" }
    /// Why not: the records on screen are those from before a return.
    NOT_AFTER_RETURN { en: "The record has changed with this return. Open it anew before the next one.", de: "Der Datensatz hat sich mit dieser Rückgabe geändert. Öffnen Sie ihn vor der nächsten neu.", sv: "Posten har ändrats av denna retur. Öppna den på nytt före nästa.", nl: "De record is door deze retournering gewijzigd. Open hem opnieuw voor de volgende.", zh: "记录已因此次退回而更改。再次退回前请重新打开。" }
    /// Waiting for the service's quote.
    ASKING { en: "Asking the service for its quote…", de: "Das Angebot des Dienstes wird abgefragt …", sv: "Hämtar tjänstens offert …", nl: "De offerte van de service wordt opgevraagd…", zh: "正在请求服务的报价…" }
    /// Both quotes differ.
    DIFFERS { en: "The service's quote differs from this one. Nothing was returned.", de: "Das Angebot des Dienstes weicht von diesem ab. Es wurde nichts zurückgegeben.", sv: "Tjänstens offert skiljer sig från denna. Inget har lämnats tillbaka.", nl: "De offerte van de service wijkt hiervan af. Er is niets geretourneerd.", zh: "服务的报价与此不同。未退回任何内容。" }
    /// Why they may differ.
    DIFFERS_WHY { en: "The rate, the use or the current price in the form may not be those of the service, or the records have changed.", de: "Kurs, Nutzung oder aktueller Preis im Formular sind vielleicht nicht die des Dienstes, oder die Datensätze haben sich geändert.", sv: "Kursen, användningen eller det aktuella priset i formuläret är kanske inte tjänstens, eller så har posterna ändrats.", nl: "De koers, het gebruik of de huidige prijs in het formulier zijn misschien niet die van de service, of de records zijn gewijzigd.", zh: "表单中的汇率、使用情况或当前价格可能与服务的不同，或者记录已更改。" }
    /// Column: the figure.
    FIGURE { en: "Figure", de: "Angabe", sv: "Uppgift", nl: "Gegeven", zh: "项目" }
    /// Column: our value.
    OURS { en: "This page", de: "Diese Seite", sv: "Denna sida", nl: "Deze pagina", zh: "本页面" }
    /// Column: the service's value.
    THEIRS { en: "The service", de: "Der Dienst", sv: "Tjänsten", nl: "De service", zh: "服务" }
    /// Column: whether they agree.
    COMPARISON { en: "Comparison", de: "Vergleich", sv: "Jämförelse", nl: "Vergelijking", zh: "比较" }
    /// Both values agree.
    SAME { en: "same", de: "gleich", sv: "lika", nl: "gelijk", zh: "相同" }
    /// The values differ.
    DIFFERENT { en: "different", de: "verschieden", sv: "olika", nl: "verschillend", zh: "不同" }
    /// The service refuses within a successful answer.
    POLICY_ERRORS { en: "The service quoted, and refuses the return.", de: "Der Dienst hat gerechnet und lehnt die Rückgabe ab.", sv: "Tjänsten har beräknat men avslår returen.", nl: "De service heeft gerekend en weigert de retournering.", zh: "服务已报价，但拒绝退回。" }
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
    REASON { en: "Reason for the return", de: "Grund der Rückgabe", sv: "Orsak till returen", nl: "Reden van de retournering", zh: "退回原因" }
    /// Choice of a reason: none chosen.
    REASON_CHOOSE { en: "Choose a reason", de: "Grund auswählen", sv: "Välj en orsak", nl: "Kies een reden", zh: "请选择原因" }
    /// Choice of a reason.
    REASON_NOT_NEEDED { en: "No longer needed", de: "Nicht mehr benötigt", sv: "Behövs inte längre", nl: "Niet meer nodig", zh: "不再需要" }
    /// Choice of a reason.
    REASON_MISTAKE { en: "Bought by mistake", de: "Versehentlich gekauft", sv: "Köpt av misstag", nl: "Per vergissing gekocht", zh: "误购" }
    /// Choice of a reason.
    REASON_WRONG { en: "Wrong size, region or term", de: "Falsche Größe, Region oder Laufzeit", sv: "Fel storlek, region eller löptid", nl: "Verkeerde grootte, regio of looptijd", zh: "规格、区域或期限有误" }
    /// Choice of a reason.
    REASON_REPLACED { en: "Replaced by another purchase", de: "Durch einen anderen Kauf ersetzt", sv: "Ersatt av ett annat köp", nl: "Vervangen door een andere aankoop", zh: "已由其他购买替代" }
    /// Choice of a reason.
    REASON_OTHER { en: "Another reason", de: "Anderer Grund", sv: "Annan orsak", nl: "Andere reden", zh: "其他原因" }
    /// Field: more about the reason.
    REASON_MORE { en: "In your own words", de: "In eigenen Worten", sv: "Med egna ord", nl: "In uw eigen woorden", zh: "补充说明" }
    /// Why it cannot be confirmed yet.
    REASON_NEEDED { en: "Choose a reason first. Another reason needs words.", de: "Wählen Sie zuerst einen Grund. Ein anderer Grund braucht Worte.", sv: "Välj först en orsak. En annan orsak behöver ord.", nl: "Kies eerst een reden. Een andere reden heeft woorden nodig.", zh: "请先选择原因。其他原因需填写说明。" }
    /// Button: confirm.
    CONFIRM { en: "Return the units", de: "Einheiten zurückgeben", sv: "Lämna tillbaka enheterna", nl: "Eenheden retourneren", zh: "退回单位" }
    /// The return is being sent.
    RETURNING { en: "Sending the return…", de: "Die Rückgabe wird gesendet …", sv: "Skickar returen …", nl: "De retournering wordt verzonden…", zh: "正在发送退回…" }
    /// The return was accepted and goes on.
    WAITING { en: "The return was accepted and is being carried out. You may leave this page; it goes on.", de: "Die Rückgabe wurde angenommen und wird ausgeführt. Sie können diese Seite verlassen; sie läuft weiter.", sv: "Returen har tagits emot och genomförs. Du kan lämna sidan; den fortsätter.", nl: "De retournering is aanvaard en wordt uitgevoerd. U kunt deze pagina verlaten; ze gaat door.", zh: "退回已受理，正在执行。您可以离开此页面，操作会继续。" }
    /// The return of `{count}` units is done.
    DONE {
        en: "Done: {count} unit was returned. Microsoft pays you {amount}." | "Done: {count} units were returned. Microsoft pays you {amount}.",
        de: "Erledigt: {count} Einheit wurde zurückgegeben. Auszahlung an Sie: {amount}." | "Erledigt: {count} Einheiten wurden zurückgegeben. Auszahlung an Sie: {amount}.",
        sv: "Klart: {count} enhet har lämnats tillbaka. Utbetalning till dig: {amount}." | "Klart: {count} enheter har lämnats tillbaka. Utbetalning till dig: {amount}.",
        nl: "Klaar: {count} eenheid is geretourneerd. Uitbetaling aan u: {amount}." | "Klaar: {count} eenheden zijn geretourneerd. Uitbetaling aan u: {amount}.",
        zh: "已完成：已退回 {count} 个单位。实际退款金额：{amount}。"
    }
    /// Link to the record.
    OPEN_RECORD { en: "Open the updated record", de: "Aktualisierten Datensatz öffnen", sv: "Öppna den uppdaterade posten", nl: "De bijgewerkte record openen", zh: "打开更新后的记录" }
    /// A failure: nothing was returned.
    NOTHING_RETURNED { en: "Nothing was returned. What you entered is kept.", de: "Es wurde nichts zurückgegeben. Ihre Eingaben bleiben erhalten.", sv: "Inget har lämnats tillbaka. Det du angav finns kvar.", nl: "Er is niets geretourneerd. Uw invoer blijft behouden.", zh: "未退回任何内容。您输入的内容已保留。" }
    /// A failure: the session of the quote is over.
    SESSION_OVER { en: "The service's quote has expired or the amounts have changed. Ask for a new one.", de: "Das Angebot des Dienstes ist abgelaufen, oder die Beträge haben sich geändert. Fordern Sie ein neues an.", sv: "Tjänstens offert har gått ut eller så har beloppen ändrats. Begär en ny.", nl: "De offerte van de service is verlopen of de bedragen zijn gewijzigd. Vraag een nieuwe aan.", zh: "服务的报价已过期或金额已更改。请重新请求报价。" }
    /// A failure while watching.
    WATCH_FAILED { en: "The return was accepted, but how far it has come could not be read.", de: "Die Rückgabe wurde angenommen, aber ihr Stand konnte nicht gelesen werden.", sv: "Returen togs emot, men det gick inte att läsa hur långt den har kommit.", nl: "De retournering is aanvaard, maar de voortgang kon niet worden gelezen.", zh: "退回已受理，但无法读取其进度。" }
    /// Button after a failure.
    ASK_AGAIN { en: "Ask for a new quote", de: "Neues Angebot anfordern", sv: "Begär en ny offert", nl: "Nieuwe offerte aanvragen", zh: "重新请求报价" }
    /// Button after a failure while watching.
    WATCH_AGAIN { en: "Look again", de: "Erneut nachsehen", sv: "Titta igen", nl: "Opnieuw kijken", zh: "再次查看" }
    /// Why not yet: the service asks to wait `{count}` seconds.
    WAIT_SECONDS {
        en: "You can try again in {count} second." | "You can try again in {count} seconds.",
        de: "Sie können es in {count} Sekunde erneut versuchen." | "Sie können es in {count} Sekunden erneut versuchen.",
        sv: "Du kan försöka igen om {count} sekund." | "Du kan försöka igen om {count} sekunder.",
        nl: "U kunt het over {count} seconde opnieuw proberen." | "U kunt het over {count} seconden opnieuw proberen.",
        zh: "{count} 秒后可以重试。"
    }
    /// The order ended in another state.
    ENDED_OTHERWISE { en: "The order ended in the state “{state}”. Look at the record.", de: "Der Auftrag endete im Zustand „{state}“. Sehen Sie im Datensatz nach.", sv: "Beställningen slutade i tillståndet ”{state}”. Titta i posten.", nl: "De order eindigde in de status ‘{state}’. Bekijk de record.", zh: "订单最终状态为“{state}”。请查看记录。" }
}
