//! Texts of the radar: what is coming up for reservations, and its calendar file.

use crate::catalogue;

catalogue! {
    /// What the page is for.
    SUMMARY { en: "What changes soon for reservations, and the money at stake. What comes next comes first.", de: "Was sich bei Reservierungen bald ändert und wie viel Geld auf dem Spiel steht. Das Nächste zuerst.", sv: "Vad som snart ändras för reservationer och hur mycket pengar som står på spel. Det närmaste först.", nl: "Wat er binnenkort verandert voor reserveringen en hoeveel geld er op het spel staat. Het eerstvolgende staat bovenaan.", zh: "预订即将发生的变化以及涉及的金额，最近的排在最前。" }
    /// Column.
    DATE { en: "Date", de: "Datum", sv: "Datum", nl: "Datum", zh: "日期" }
    /// Column; also the label of the filter.
    CHANGE { en: "What changes", de: "Was sich ändert", sv: "Vad som ändras", nl: "Wat er verandert", zh: "变化内容" }
    /// Column.
    STAKE { en: "At stake", de: "Auf dem Spiel", sv: "Står på spel", nl: "Op het spel", zh: "涉及金额" }

    /// Name of the list of spans of time.
    SPANS { en: "When", de: "Wann", sv: "När", nl: "Wanneer", zh: "时间" }
    /// Span: after today, within seven days.
    WITHIN_A_WEEK { en: "Within a week", de: "Innerhalb einer Woche", sv: "Inom en vecka", nl: "Binnen een week", zh: "一周内" }
    /// Span: after the two before it.
    LATER { en: "Later", de: "Später", sv: "Senare", nl: "Daarna", zh: "更晚" }
    /// Span: it is so today.
    ALREADY { en: "Already the case", de: "Schon der Fall", sv: "Gäller redan", nl: "Nu al het geval", zh: "已经生效" }
    /// How many dates a span has.
    DATES {
        en: "{count} date" | "{count} dates",
        de: "{count} Termin" | "{count} Termine",
        sv: "{count} datum" | "{count} datum",
        nl: "{count} datum" | "{count} datums",
        zh: "{count} 个日期"
    }
    /// How many reservations an amount in USD lacks.
    UNKNOWN {
        en: "{count} reservation without an amount in USD" | "{count} reservations without an amount in USD",
        de: "{count} Reservierung ohne Betrag in USD" | "{count} Reservierungen ohne Betrag in USD",
        sv: "{count} reservation utan belopp i USD" | "{count} reservationer utan belopp i USD",
        nl: "{count} reservering zonder bedrag in USD" | "{count} reserveringen zonder bedrag in USD",
        zh: "{count} 个预订没有美元金额"
    }
    /// How the amounts of spans are added up.
    SPANS_HINT { en: "A reservation with several dates in a span counts once, with the most that is at stake in it. What becomes free again under the refund cap isn't at stake.", de: "Eine Reservierung mit mehreren Terminen in einem Zeitraum zählt einmal, mit dem höchsten Betrag, der auf dem Spiel steht. Was von der Obergrenze wieder frei wird, steht nicht auf dem Spiel.", sv: "En reservation med flera datum i en period räknas en gång, med det högsta beloppet som står på spel. Det som frigörs under taket står inte på spel.", nl: "Een reservering met meerdere datums in een periode telt één keer, met het hoogste bedrag dat op het spel staat. Wat van de restitutielimiet vrijkomt, staat niet op het spel.", zh: "同一时间段内有多个日期的预订只计一次，取其涉及的最高金额。恢复的退款上限不计入涉及金额。" }

    /// Kind: the rule of the first five days ends.
    FIRST_DAYS { en: "Five-day window closes", de: "Fünf-Tage-Frist endet", sv: "Femdagarsfristen löper ut", nl: "Vijfdagentermijn loopt af", zh: "五天窗口关闭" }
    /// Kind: the change of exchange rights.
    EXCHANGE_RIGHT { en: "Exchange right", de: "Umtauschrecht", sv: "Bytesrätt", nl: "Omruilrecht", zh: "兑换权利" }
    /// Kind: a series that is no longer sold.
    NOT_SOLD { en: "No longer sold", de: "Nicht mehr im Verkauf", sv: "Säljs inte längre", nl: "Niet meer verkocht", zh: "不再销售" }
    /// Kind: part of the yearly limit is free again.
    LIMIT_BACK { en: "Refund cap replenished", de: "Obergrenze wieder frei", sv: "Utrymme under taket frigörs", nl: "Restitutielimiet komt vrij", zh: "退款上限恢复" }

    /// Kind: what a reservation applies to is gone.
    SCOPE_GONE { en: "Scope no longer exists", de: "Bereich existiert nicht mehr", sv: "Omfånget finns inte längre", nl: "Bereik bestaat niet meer", zh: "范围已不存在" }
    /// Kind: the subscription that pays.
    BILLED { en: "Billed subscription", de: "Abgerechnetes Abonnement", sv: "Fakturerad prenumeration", nl: "Gefactureerd abonnement", zh: "计费订阅" }
    /// Kind: roles that a renewal does not have.
    RENEWAL_ROLES { en: "Renewal without role assignments", de: "Verlängerung ohne Rollenzuweisungen", sv: "Förnyelse utan rolltilldelningar", nl: "Verlenging zonder roltoewijzingen", zh: "续订后无角色分配" }

    /// Why: the subscription of the scope.
    WHY_SUBSCRIPTION_GONE { en: "The subscription that this reservation applies to isn't among the customer's subscriptions, so nobody benefits. Change the scope.", de: "Das Abonnement, für das diese Reservierung gilt, gehört nicht zu den Abonnements des Kunden; niemand hat einen Nutzen davon. Ändern Sie den Bereich.", sv: "Prenumerationen som reservationen gäller finns inte bland kundens prenumerationer, så ingen har nytta av den. Ändra omfånget.", nl: "Het abonnement waarvoor deze reservering geldt, staat niet bij de abonnementen van de klant; niemand heeft er voordeel van. Wijzig het bereik.", zh: "此预订所适用的订阅不在客户的订阅之列，因此无人受益。请更改范围。" }
    /// Why: the resource group of the scope.
    WHY_GROUP_GONE { en: "The resource group that this reservation applies to no longer exists, so nobody benefits. Change the scope.", de: "Die Ressourcengruppe, für die diese Reservierung gilt, existiert nicht mehr; niemand hat einen Nutzen davon. Ändern Sie den Bereich.", sv: "Resursgruppen som reservationen gäller finns inte längre, så ingen har nytta av den. Ändra omfånget.", nl: "De resourcegroep waarvoor deze reservering geldt, bestaat niet meer; niemand heeft er voordeel van. Wijzig het bereik.", zh: "此预订所适用的资源组已不存在，因此无人受益。请更改范围。" }
    /// Why: the subscription that pays is gone.
    WHY_PAYER_GONE { en: "The subscription that this reservation is billed to isn't among the customer's subscriptions. Before the next charge or the renewal, ask support which one pays.", de: "Das Abonnement, über das diese Reservierung abgerechnet wird, gehört nicht zu den Abonnements des Kunden. Klären Sie mit dem Support vor der nächsten Abrechnung oder Verlängerung, welches zahlt.", sv: "Prenumerationen som reservationen faktureras till finns inte bland kundens prenumerationer. Fråga supporten före nästa debitering eller förnyelse vilken som betalar.", nl: "Het abonnement waarop deze reservering wordt gefactureerd, staat niet bij de abonnementen van de klant. Vraag ondersteuning vóór de volgende factuur of verlenging welk abonnement betaalt.", zh: "此预订的计费订阅不在客户的订阅之列。请在下次收费或续订之前向支持人员确认由哪个订阅付费。" }
    /// Why: the subscription that pays cannot be used.
    WHY_PAYER_DISABLED { en: "The subscription that this reservation is billed to is disabled or cancelled. Before the next charge or the renewal, ask support which one pays.", de: "Das Abonnement, über das diese Reservierung abgerechnet wird, ist deaktiviert oder gekündigt. Klären Sie mit dem Support vor der nächsten Abrechnung oder Verlängerung, welches zahlt.", sv: "Prenumerationen som reservationen faktureras till är inaktiverad eller avslutad. Fråga supporten före nästa debitering eller förnyelse vilken som betalar.", nl: "Het abonnement waarop deze reservering wordt gefactureerd, is uitgeschakeld of opgezegd. Vraag ondersteuning vóór de volgende factuur of verlenging welk abonnement betaalt.", zh: "此预订的计费订阅已禁用或取消。请在下次收费或续订之前向支持人员确认由哪个订阅付费。" }
    /// Why: one subscription pays for another one.
    WHY_PAYER_ELSEWHERE { en: "This reservation is billed to a subscription other than the one that benefits. Check that the cost is passed on to the right place.", de: "Diese Reservierung wird über ein anderes Abonnement abgerechnet als das, das den Nutzen hat. Prüfen Sie, ob die Kosten richtig weiterberechnet werden.", sv: "Reservationen faktureras till en annan prenumeration än den som har nytta av den. Kontrollera att kostnaden hamnar rätt.", nl: "Deze reservering wordt gefactureerd op een ander abonnement dan het abonnement dat er voordeel van heeft. Controleer of de kosten goed worden doorbelast.", zh: "此预订的计费订阅与受益的订阅不同。请检查费用是否分摊到正确的位置。" }
    /// Why: roles of a renewal.
    WHY_RENEWAL_ROLES { en: "The renewal on {day} is a new reservation order, and roles assigned on this order don't carry over. Note who has access, and assign the roles again.", de: "Die Verlängerung am {day} ist ein neuer Reservierungsauftrag; Rollen auf diesem Auftrag werden nicht übernommen. Notieren Sie, wer Zugriff hat, und weisen Sie die Rollen neu zu.", sv: "Förnyelsen {day} är en ny reservationsbeställning, och roller på den här beställningen följer inte med. Notera vem som har åtkomst och tilldela rollerna igen.", nl: "De verlenging op {day} is een nieuwe reserveringsorder; rollen op deze order worden niet overgenomen. Noteer wie toegang heeft en wijs de rollen opnieuw toe.", zh: "{day} 的续订会生成新的预订订单，此订单上分配的角色不会延续。请记下谁有访问权限，并重新分配角色。" }
    /// No money is at stake.
    NO_MONEY { en: "no amount", de: "kein Betrag", sv: "inget belopp", nl: "geen bedrag", zh: "不涉及金额" }

    /// Why: the first days.
    WHY_FIRST_DAYS { en: "A return until {last} follows the rule of the first five days; from {day} on, it no longer applies.", de: "Bis {last} gilt für eine Rückgabe die Regel der ersten fünf Tage; ab {day} gilt sie nicht mehr.", sv: "Till och med {last} gäller regeln om de första fem dagarna för en retur; från {day} gäller den inte längre.", nl: "Tot en met {last} geldt voor een retour de regel van de eerste vijf dagen; vanaf {day} geldt die niet meer.", zh: "在 {last} 及之前退回适用前五天的规则；自 {day} 起不再适用。" }
    /// Why: one exchange from a day on.
    WHY_ONE_FROM_DAY { en: "From {day} on, each unit can be exchanged only once more. Until {last} there is no such limit.", de: "Ab {day} kann jede Einheit nur noch einmal umgetauscht werden. Bis {last} gibt es diese Grenze nicht.", sv: "Från {day} kan varje enhet bara bytas en gång till. Till och med {last} finns ingen sådan gräns.", nl: "Vanaf {day} kan elke eenheid nog maar één keer worden omgeruild. Tot en met {last} geldt deze beperking niet.", zh: "自 {day} 起，每个单位只能再兑换一次。{last} 及之前没有此限制。" }
    /// Why: one exchange left.
    WHY_ONE_LEFT { en: "Each unit can be exchanged once more, on {last} at the latest.", de: "Jede Einheit kann noch einmal umgetauscht werden, spätestens am {last}.", sv: "Varje enhet kan bytas en gång till, senast {last}.", nl: "Elke eenheid kan nog één keer worden omgeruild, uiterlijk op {last}.", zh: "每个单位还可兑换一次，最晚在 {last}。" }
    /// Why: received in the last exchange.
    WHY_USED { en: "Received in an exchange on {day}. It can't be exchanged again.", de: "Am {day} durch einen Umtausch erhalten. Ein weiterer Umtausch ist nicht möglich.", sv: "Mottagen genom ett byte {day}. Den kan inte bytas igen.", nl: "Op {day} door omruilen ontvangen. Nogmaals omruilen is niet mogelijk.", zh: "于 {day} 通过兑换获得，不能再次兑换。" }
    /// Why: bought too late.
    WHY_ENDED { en: "Bought on {day}, when new reservations could no longer be exchanged.", de: "Am {day} gekauft, als neue Reservierungen nicht mehr umgetauscht werden konnten.", sv: "Köpt {day}, då nya reservationer inte längre kunde bytas.", nl: "Gekocht op {day}, toen nieuwe reserveringen niet meer konden worden omgeruild.", zh: "于 {day} 购买，当时新预订已不能兑换。" }
    /// Why: not sold.
    WHY_NOT_SOLD { en: "Sold until {last}. Since then the size can be neither renewed nor chosen in an exchange.", de: "Bis {last} verkauft. Danach kann die Größe weder verlängert noch bei einem Umtausch gewählt werden.", sv: "Såldes till och med {last}. Därefter kan storleken varken förnyas eller väljas vid ett byte.", nl: "Verkocht tot en met {last}. Daarna kan deze grootte niet worden verlengd en niet bij omruilen worden gekozen.", zh: "销售至 {last}。此后该大小既不能续订，也不能在兑换中选择。" }
    /// Why: the term ends.
    WHY_EXPIRES { en: "The term ends. The last day for a refund or an exchange is {last}.", de: "Die Laufzeit endet. Der letzte Tag für Rückerstattung oder Umtausch ist der {last}.", sv: "Löptiden tar slut. Sista dagen för återbetalning eller byte är {last}.", nl: "De looptijd eindigt. De laatste dag voor restitutie of omruilen is {last}.", zh: "期限结束。退款或兑换的最后一天是 {last}。" }
    /// Why: the limit.
    WHY_LIMIT { en: "What was cancelled on {day} stops counting after 365 days.", de: "Was am {day} storniert wurde, zählt nach 365 Tagen nicht mehr.", sv: "Det som annullerades {day} slutar räknas efter 365 dagar.", nl: "Wat op {day} is geannuleerd, telt na 365 dagen niet meer mee.", zh: "{day} 取消的金额在 365 天后不再计入。" }
    /// Whose rule it is.
    SOURCE { en: "Source: {source}", de: "Quelle: {source}", sv: "Källa: {source}", nl: "Bron: {source}", zh: "来源：{source}" }
    /// What a date is about that no reservation has to itself.
    YEARLY_CAP { en: "Refund cap", de: "Obergrenze", sv: "Tak", nl: "Restitutielimiet", zh: "退款上限" }

    /// When something good comes.
    IN_DAYS { en: "in {count} days", de: "in {count} Tagen", sv: "om {count} dagar", nl: "over {count} dagen", zh: "{count} 天后" }
    /// One day later.
    TOMORROW { en: "tomorrow", de: "morgen", sv: "i morgon", nl: "morgen", zh: "明天" }

    /// An amount that is not known in USD; what is known stands above it.
    NO_RATE { en: "no rate to USD", de: "kein Kurs in USD", sv: "ingen kurs till USD", nl: "geen koers naar USD", zh: "无美元汇率" }
    /// What a refund pays, where there is no rate to check the cap with.
    NO_RATE_NO_CAP { en: "no rate to USD, refund cap not checked", de: "kein Kurs in USD, Obergrenze nicht geprüft", sv: "ingen kurs till USD, taket ej kontrollerat", nl: "geen koers naar USD, restitutielimiet niet gecontroleerd", zh: "无美元汇率，未检查退款上限" }
    /// About the same in USD.
    ABOUT { en: "≈ {amount}", de: "≈ {amount}", sv: "≈ {amount}", nl: "≈ {amount}", zh: "≈ {amount}" }
    /// The order of a reservation could not be read, or not be calculated with.
    NO_PRICE { en: "price can't be read", de: "Preis nicht lesbar", sv: "priset kan inte läsas", nl: "prijs niet leesbaar", zh: "无法读取价格" }

    /// Heading of the explanations.
    LEGEND { en: "What is at stake, and how it is counted", de: "Was auf dem Spiel steht und wie gezählt wird", sv: "Vad som står på spel och hur det räknas", nl: "Wat er op het spel staat en hoe het telt", zh: "涉及金额的含义与计算方式" }
    /// At stake: the first days.
    STAKE_FIRST_DAYS { en: "What you'd get for returning all units today, but no longer on that date.", de: "Was Sie heute für die Rückgabe aller Einheiten bekämen, an diesem Datum aber nicht mehr.", sv: "Det du skulle få om du lämnade tillbaka alla enheter i dag, men inte längre på det datumet.", nl: "Wat u zou ontvangen als u vandaag alle eenheden retourneert, maar op die datum niet meer.", zh: "今天退回全部单位可得、而到该日期不再可得的金额。" }
    /// At stake: rights and series.
    STAKE_EXCHANGE { en: "What all units count for in an exchange today: their credit and the instalments no longer charged.", de: "Was alle Einheiten heute bei einem Umtausch zählen: ihre Gutschrift und die entfallenden Raten.", sv: "Vad alla enheter räknas som vid ett byte i dag: krediteringen och de bortfallna delbetalningarna.", nl: "Wat alle eenheden vandaag bij omruilen meetellen: hun tegoed en de niet meer verschuldigde termijnen.", zh: "全部单位今天在兑换中计入的金额：抵扣额与不再收取的分期。" }
    /// At stake: the end of the term.
    STAKE_EXPIRES { en: "What you'd get for returning all units today. From that date on, nothing comes back.", de: "Was Sie heute für die Rückgabe aller Einheiten bekämen. Ab diesem Datum kommt nichts mehr zurück.", sv: "Det du skulle få om du lämnade tillbaka alla enheter i dag. Från det datumet kommer inget tillbaka.", nl: "Wat u zou ontvangen als u vandaag alle eenheden retourneert. Vanaf die datum komt er niets meer terug.", zh: "今天退回全部单位可得的金额。自该日期起不再退回任何金额。" }
    /// At stake: the limit.
    STAKE_LIMIT { en: "How much of the refund cap is free again. Nothing is lost.", de: "Wie viel der Obergrenze wieder frei wird. Nichts geht verloren.", sv: "Hur mycket utrymme under taket som frigörs. Inget går förlorat.", nl: "Hoeveel van de restitutielimiet weer vrijkomt. Er gaat niets verloren.", zh: "退款上限恢复的额度。没有损失。" }
    /// How days are counted.
    DATES_ARE_FIRST { en: "Each date is the first UTC day on which the change applies; the day before is the last one to act.", de: "Jedes Datum ist der erste UTC-Tag, an dem die Änderung gilt; der Tag davor ist der letzte zum Handeln.", sv: "Varje datum är den första UTC-dagen då ändringen gäller; dagen innan är den sista att agera.", nl: "Elke datum is de eerste UTC-dag waarop de verandering geldt; de dag ervoor is de laatste om te handelen.", zh: "每个日期都是变化生效的首个 UTC 日；前一天是采取行动的最后一天。" }
    /// Whose rules the amounts and the dates follow.
    RULES { en: "Amounts follow the refund policy chosen at the top ({policy}). Exchange rights and series follow the newest one ({newest}).", de: "Beträge folgen der oben gewählten Rückerstattungsrichtlinie ({policy}). Umtauschrechte und Serien folgen der neuesten ({newest}).", sv: "Belopp följer återbetalningspolicyn som valts överst ({policy}). Bytesrätt och serier följer den nyaste ({newest}).", nl: "Bedragen volgen het bovenaan gekozen restitutiebeleid ({policy}). Omruilrechten en reeksen volgen het nieuwste ({newest}).", zh: "金额遵循上方所选退款政策（{policy}）。兑换权利和系列遵循最新政策（{newest}）。" }
    /// Where the USD come from.
    RATES { en: "USD amounts use stored rates; those on Microsoft's invoices may differ. What has no rate comes last where amounts are sorted.", de: "USD-Beträge beruhen auf gespeicherten Kursen; die auf den Rechnungen von Microsoft können abweichen. Was keinen Kurs hat, steht bei der Sortierung nach Beträgen am Ende.", sv: "USD-belopp bygger på sparade kurser; de på Microsofts fakturor kan avvika. Det som saknar kurs kommer sist när belopp sorteras.", nl: "USD-bedragen zijn berekend met opgeslagen koersen; die op de facturen van Microsoft kunnen afwijken. Wat geen koers heeft, komt als laatste bij sorteren op bedrag.", zh: "美元金额使用已保存的汇率，可能与 Microsoft 账单上的汇率不同。按金额排序时，没有汇率的排在最后。" }
    /// The rates did not come.
    NO_RATES { en: "The rates to USD couldn't be read, so only amounts in USD can be sorted. Reload the page to try again.", de: "Die Kurse in USD konnten nicht gelesen werden; nur Beträge in USD lassen sich sortieren. Laden Sie die Seite neu, um es erneut zu versuchen.", sv: "Kurserna till USD kunde inte läsas, så bara belopp i USD kan sorteras. Läs in sidan på nytt för att försöka igen.", nl: "De koersen naar USD konden niet worden gelezen; alleen bedragen in USD kunnen worden gesorteerd. Laad de pagina opnieuw om het nog eens te proberen.", zh: "无法读取美元汇率，因此只能对美元金额排序。请重新加载页面后再试。" }

    /// How many dates are shown, of `{count}`.
    SHOWN {
        en: "{shown} of {count} date" | "{shown} of {count} dates",
        de: "{shown} von {count} Termin" | "{shown} von {count} Terminen",
        sv: "{shown} av {count} datum" | "{shown} av {count} datum",
        nl: "{shown} van {count} datum" | "{shown} van {count} datums",
        zh: "{shown} / {count} 个日期"
    }
    /// While `{count}` customers are read; also the name of the bar.
    READING {
        en: "{done} of {count} customer read" | "{done} of {count} customers read",
        de: "{done} von {count} Kunden gelesen" | "{done} von {count} Kunden gelesen",
        sv: "{done} av {count} kund inläst" | "{done} av {count} kunder inlästa",
        nl: "{done} van {count} klant gelezen" | "{done} van {count} klanten gelezen",
        zh: "已读取 {done} / {count} 个客户"
    }
    /// While prices of `{count}` orders are read; also the name of the bar.
    READING_PRICES {
        en: "{done} of {count} order read" | "{done} of {count} orders read",
        de: "{done} von {count} Auftrag gelesen" | "{done} von {count} Aufträgen gelesen",
        sv: "{done} av {count} beställning inläst" | "{done} av {count} beställningar inlästa",
        nl: "{done} van {count} order gelezen" | "{done} van {count} orders gelezen",
        zh: "已读取 {done} / {count} 个订单"
    }
    /// Nobody is missing any more.
    COMPLETE { en: "Everything has been read.", de: "Alles ist gelesen.", sv: "Allt är inläst.", nl: "Alles is gelezen.", zh: "已全部读取。" }
    /// Some customers failed.
    INCOMPLETE { en: "The radar is not complete", de: "Das Radar ist nicht vollständig", sv: "Radarn är inte fullständig", nl: "De radar is niet volledig", zh: "到期与变更提醒不完整" }
    /// A customer whose records did not come.
    CUSTOMER_MISSING { en: "{customer} is missing.", de: "{customer} fehlt.", sv: "{customer} saknas.", nl: "{customer} ontbreekt.", zh: "缺少 {customer}。" }
    /// A customer of whom `{count}` orders did not come.
    PRICES_MISSING {
        en: "{customer}: amounts are missing, {count} order could not be read." | "{customer}: amounts are missing, {count} orders could not be read.",
        de: "{customer}: Beträge fehlen, {count} Auftrag konnte nicht gelesen werden." | "{customer}: Beträge fehlen, {count} Aufträge konnten nicht gelesen werden.",
        sv: "{customer}: belopp saknas, {count} beställning kunde inte läsas." | "{customer}: belopp saknas, {count} beställningar kunde inte läsas.",
        nl: "{customer}: bedragen ontbreken, {count} order kon niet worden gelezen." | "{customer}: bedragen ontbreken, {count} orders konden niet worden gelezen.",
        zh: "{customer}：缺少金额，有 {count} 个订单无法读取。"
    }
    /// There is nothing to show.
    NOTHING { en: "Nothing is coming up", de: "Es steht nichts an", sv: "Inget är på gång", nl: "Er staat niets te gebeuren", zh: "近期没有变化" }

    /// Button.
    DOWNLOAD { en: "Download as calendar file", de: "Als Kalenderdatei herunterladen", sv: "Ladda ned som kalenderfil", nl: "Downloaden als agendabestand", zh: "下载为日历文件" }
    /// Why there is no file.
    NO_DATES { en: "No dates are shown.", de: "Es werden keine Termine angezeigt.", sv: "Inga datum visas.", nl: "Er worden geen datums weergegeven.", zh: "没有显示任何日期。" }
    /// The browser did not take the file.
    NOT_SAVED { en: "The browser didn't save the file.", de: "Der Browser hat die Datei nicht gespeichert.", sv: "Webbläsaren sparade inte filen.", nl: "De browser heeft het bestand niet opgeslagen.", zh: "浏览器未保存该文件。" }
    /// Title of an event.
    EVENT { en: "{kind}: {name} ({customer})", de: "{kind}: {name} ({customer})", sv: "{kind}: {name} ({customer})", nl: "{kind}: {name} ({customer})", zh: "{kind}：{name}（{customer}）" }
    /// An event of a day with several dates.
    EVENT_OF_MANY {
        en: "{count} date: {kinds}" | "{count} dates: {kinds}",
        de: "{count} Termin: {kinds}" | "{count} Termine: {kinds}",
        sv: "{count} datum: {kinds}" | "{count} datum: {kinds}",
        nl: "{count} datum: {kinds}" | "{count} datums: {kinds}",
        zh: "{count} 个日期：{kinds}"
    }
    /// In an event: the amount, and when it was counted.
    EVENT_STAKE { en: "At stake on {day}: {amount}", de: "Auf dem Spiel am {day}: {amount}", sv: "Står på spel {day}: {amount}", nl: "Op het spel op {day}: {amount}", zh: "截至 {day} 涉及金额：{amount}" }
}
