//! Texts of the comparison: keep, refund, exchange and trade-in side by side.

use crate::catalogue;

catalogue! {
    /// Title of the page.
    COMPARISON { en: "Comparison", de: "Vergleich", sv: "Jämförelse", nl: "Vergelijking", zh: "比较" }
    /// Link to the page.
    COMPARE { en: "Compare the options", de: "Möglichkeiten vergleichen", sv: "Jämför alternativen", nl: "Opties vergelijken", zh: "比较各选项" }
    /// Heading of the advice.
    RECOMMENDATION { en: "Recommendation", de: "Empfehlung", sv: "Rekommendation", nl: "Aanbeveling", zh: "建议" }
    /// There is no advice.
    NO_ADVICE { en: "No recommendation", de: "Keine Empfehlung", sv: "Ingen rekommendation", nl: "Geen aanbeveling", zh: "无建议" }
    /// What the comparison is about.
    BASIS { en: "On {day} (UTC): {commitment} of commitment left. Utilization of these units: {use}.", de: "Am {day} (UTC): {commitment} an Verpflichtung übrig. Nutzung dieser Einheiten: {use}.", sv: "Den {day} (UTC): {commitment} i åtagande kvar. Enheternas användning: {use}.", nl: "Op {day} (UTC): {commitment} aan verplichting over. Gebruik van deze eenheden: {use}.", zh: "{day} (UTC)：剩余承诺额 {commitment}。这些单位的使用率：{use}。" }
    /// Heading of the table.
    SIDE_BY_SIDE { en: "Side by side", de: "Nebeneinander", sv: "Sida vid sida", nl: "Naast elkaar", zh: "并列比较" }
    /// Column: what can be done.
    OPTION { en: "Option", de: "Möglichkeit", sv: "Alternativ", nl: "Optie", zh: "选项" }
    /// What can be done.
    KEEP { en: "Keep", de: "Behalten", sv: "Behåll", nl: "Behouden", zh: "保留" }
    /// What can be done.
    TRADE_IN { en: "Trade-in", de: "Eintausch", sv: "Inbyte", nl: "Inruil", zh: "折抵" }
    /// Column.
    COMMITMENT_AFTER { en: "Lifetime commitment after", de: "Gesamtverpflichtung danach", sv: "Totalt åtagande efteråt", nl: "Totale verplichting daarna", zh: "之后的总承诺额" }
    /// Column.
    GIVEN_UP { en: "Given up", de: "Verloren", sv: "Går förlorat", nl: "Prijsgegeven", zh: "损失" }
    /// Column.
    LIMIT_USED { en: "Refund cap used (USD)", de: "Obergrenze genutzt (USD)", sv: "Tak använt (USD)", nl: "Restitutielimiet gebruikt (USD)", zh: "占用退款上限（美元）" }
    /// Column.
    END { en: "Last commitment ends", de: "Letzte Verpflichtung endet", sv: "Sista åtagandet slutar", nl: "Laatste verplichting eindigt", zh: "最后承诺额到期" }
    /// Column.
    BREAK_EVEN { en: "Break-even utilization", de: "Nutzung, ab der es sich lohnt", sv: "Användning där det går jämnt ut", nl: "Gebruik om quitte te spelen", zh: "盈亏平衡使用率" }
    /// What the break-even is.
    BREAK_EVEN_HINT { en: "Break-even utilization: how much must be used to be no worse off than with a refund. Above that, keeping the commitment pays off.", de: "Nutzung, ab der es sich lohnt: So viel muss genutzt werden, um nicht schlechter dazustehen als mit einer Rückerstattung. Darüber lohnt es sich, die Verpflichtung zu behalten.", sv: "Användning där det går jämnt ut: så mycket måste användas för att det inte ska bli sämre än med en återbetalning. Däröver lönar det sig att behålla åtagandet.", nl: "Gebruik om quitte te spelen: zoveel moet worden gebruikt om niet slechter af te zijn dan met een restitutie. Daarboven loont het de verplichting te behouden.", zh: "盈亏平衡使用率：使用达到此比例才不逊于退款，高于它则保留承诺额更划算。" }
    /// Nobody knows.
    UNKNOWN { en: "unknown", de: "unbekannt", sv: "okänt", nl: "onbekend", zh: "未知" }
    /// Column: what leads on from a row.
    ACTION { en: "Action", de: "Aktion", sv: "Åtgärd", nl: "Actie", zh: "操作" }
    /// Status of an option that nothing can be said of.
    NOT_CONSIDERED { en: "Not compared", de: "Nicht verglichen", sv: "Jämförs inte", nl: "Niet vergeleken", zh: "未比较" }
    /// What can be done: a refund of some units.
    REFUND_UNNEEDED { en: "Return only what isn't needed", de: "Nur zurückgeben, was nicht benötigt wird", sv: "Lämna bara tillbaka det som inte behövs", nl: "Alleen retourneren wat niet nodig is", zh: "仅退回不需要的单位" }
    /// Nobody knows how many units are needed.
    NEEDED_UNKNOWN { en: "It isn't known how many units are needed. Answer the question at the top.", de: "Es ist nicht bekannt, wie viele Einheiten benötigt werden. Beantworten Sie die Frage oben.", sv: "Det är inte känt hur många enheter som behövs. Svara på frågan högst upp.", nl: "Het is niet bekend hoeveel eenheden nodig zijn. Beantwoord de vraag bovenaan.", zh: "尚不清楚需要多少个单位。请回答页面顶部的问题。" }
    /// Every unit is needed.
    ALL_NEEDED { en: "All units are needed.", de: "Alle Einheiten werden benötigt.", sv: "Alla enheter behövs.", nl: "Alle eenheden zijn nodig.", zh: "所有单位都需要。" }
    /// No unit is needed.
    NONE_NEEDED { en: "None of the units are needed, so this is the same as a refund of all of them.", de: "Keine der Einheiten wird benötigt, also entspricht dies der Rückerstattung aller Einheiten.", sv: "Ingen av enheterna behövs, så detta är samma sak som en återbetalning för alla.", nl: "Geen van de eenheden is nodig, dus dit komt neer op de restitutie van alle eenheden.", zh: "所有单位都不需要，因此等同于全部退款。" }
    /// How many units are not needed, of `{count}`, by utilization: `{units}`.
    UNNEEDED_MEASURED {
        en: "{units} of {count} unit: not needed for the average utilization over 30 days" | "{units} of {count} units: not needed for the average utilization over 30 days",
        de: "{units} von {count} Einheit: für die durchschnittliche Nutzung über 30 Tage nicht benötigt" | "{units} von {count} Einheiten: für die durchschnittliche Nutzung über 30 Tage nicht benötigt",
        sv: "{units} av {count} enhet: behövs inte för den genomsnittliga användningen under 30 dagar" | "{units} av {count} enheter: behövs inte för den genomsnittliga användningen under 30 dagar",
        nl: "{units} van {count} eenheid: niet nodig voor het gemiddelde gebruik over 30 dagen" | "{units} van {count} eenheden: niet nodig voor het gemiddelde gebruik over 30 dagen",
        zh: "{count} 个单位中有 {units} 个按 30 天平均使用率不需要"
    }
    /// The same by what was entered: `{units}` of `{count}`.
    UNNEEDED_ASSUMED {
        en: "{units} of {count} unit: not needed according to your assumption" | "{units} of {count} units: not needed according to your assumption",
        de: "{units} von {count} Einheit: nach Ihrer Annahme nicht benötigt" | "{units} von {count} Einheiten: nach Ihrer Annahme nicht benötigt",
        sv: "{units} av {count} enhet: behövs inte enligt ditt antagande" | "{units} av {count} enheter: behövs inte enligt ditt antagande",
        nl: "{units} van {count} eenheid: volgens uw aanname niet nodig" | "{units} van {count} eenheden: volgens uw aanname niet nodig",
        zh: "{count} 个单位中有 {units} 个按您的假设不需要"
    }
    /// What would be bought: `{units}`, `{size}`, `{region}`, `{term}`, `{plan}`.
    CONSIDERED_PURCHASE { en: "{units} × {size}, {region}, {term}, {plan}", de: "{units} × {size}, {region}, {term}, {plan}", sv: "{units} × {size}, {region}, {term}, {plan}", nl: "{units} × {size}, {region}, {term}, {plan}", zh: "{units} × {size}，{region}，{term}，{plan}" }
    /// The savings plan: `{plan}`, `{hourly}`, `{term}`.
    CONSIDERED_PLAN { en: "{plan}, {hourly} an hour, {term}", de: "{plan}, {hourly} je Stunde, {term}", sv: "{plan}, {hourly} per timme, {term}", nl: "{plan}, {hourly} per uur, {term}", zh: "{plan}，每小时 {hourly}，{term}" }
    /// Why this purchase is considered.
    CHEAPEST { en: "Assumed: the cheapest purchase of the same product in the same region that meets the minimum purchase.", de: "Angenommen: der günstigste Kauf desselben Produkts in derselben Region, der den Mindestkauf erreicht.", sv: "Antaget: det billigaste köpet av samma produkt i samma region som täcker det återstående åtagandet.", nl: "Aangenomen: de goedkoopste aankoop van hetzelfde product in dezelfde regio die de minimale aankoop haalt.", zh: "假设：在同一区域购买同一产品，选用达到最低购买额的最低价方案。" }
    /// Why this purchase is considered.
    AS_BOUGHT { en: "Assumed: the same size at the price paid for it, because the price list has no price for it.", de: "Angenommen: dieselbe Größe zum bezahlten Preis, weil die Preisliste keinen Preis dafür hat.", sv: "Antaget: samma storlek till priset som betalades, eftersom prislistan inte har något pris för den.", nl: "Aangenomen: dezelfde grootte tegen de betaalde prijs, omdat de prijslijst er geen prijs voor heeft.", zh: "假设：按已付价格购买相同大小，因为价目表中没有其价格。" }
    /// Why this savings plan is considered.
    SMALLEST { en: "Assumed: the smallest hourly commitment that meets the minimum purchase.", de: "Angenommen: die kleinste stündliche Verpflichtung, die den Mindestkauf erreicht.", sv: "Antaget: det minsta åtagandet per timme som täcker det återstående åtagandet.", nl: "Aangenomen: de kleinste verplichting per uur die de minimale aankoop haalt.", zh: "假设：达到最低购买额的最小每小时承诺额。" }
    /// Nothing can be considered.
    NOTHING_OFFERED { en: "Nothing can be bought in exchange for these units.", de: "Für diese Einheiten lässt sich nichts kaufen.", sv: "Inget kan köpas i utbyte mot enheterna.", nl: "Voor deze eenheden kan niets worden gekocht.", zh: "这些单位无法兑换任何内容。" }
    /// Button: change what was assumed.
    CHANGE { en: "Change", de: "Ändern", sv: "Ändra", nl: "Wijzigen", zh: "更改" }
    /// Link to the refund.
    OPEN_REFUND { en: "Open the refund", de: "Rückerstattung öffnen", sv: "Öppna återbetalningen", nl: "Restitutie openen", zh: "打开退款" }
    /// Link to the exchange for a savings plan.
    OPEN_TRADE_IN { en: "Open the trade-in", de: "Eintausch öffnen", sv: "Öppna inbytet", nl: "Inruil openen", zh: "打开折抵" }
    /// Heading of the question that comes first.
    QUESTION { en: "One question first", de: "Zuerst eine Frage", sv: "En fråga först", nl: "Eerst één vraag", zh: "先回答一个问题" }
    /// Field: how many units are needed.
    NEEDED { en: "Units still needed", de: "Noch benötigte Einheiten", sv: "Enheter som fortfarande behövs", nl: "Nog benodigde eenheden", zh: "仍需要的单位" }
    /// Hint of the field.
    NEEDED_HINT { en: "There is no utilization data, so this is your assumption. The recommendation and the units to return depend on it.", de: "Es gibt keine Nutzungsdaten, daher ist dies Ihre Annahme. Die Empfehlung und die Einheiten, die zurückgegeben werden, hängen davon ab.", sv: "Det finns inga användningsdata, så detta är ditt antagande. Rekommendationen och enheterna som lämnas tillbaka beror på det.", nl: "Er zijn geen gebruiksgegevens, dus dit is uw aanname. De aanbeveling en de eenheden die worden geretourneerd, hangen ervan af.", zh: "没有使用率数据，因此这是您的假设。建议和要退回的单位取决于此。" }
    /// Hint of the field where something was measured: `{percent}`.
    NEEDED_OVER_MEASURED { en: "This is your assumption. Empty: by the utilization of {percent} measured over 30 days.", de: "Dies ist Ihre Annahme. Leer: nach der über 30 Tage gemessenen Nutzung von {percent}.", sv: "Detta är ditt antagande. Tomt: enligt användningen på {percent}, mätt under 30 dagar.", nl: "Dit is uw aanname. Leeg: volgens het over 30 dagen gemeten gebruik van {percent}.", zh: "这是您的假设。留空：按 30 天测得的使用率 {percent}。" }
    /// What the rate is called where its currency is not named.
    RATE { en: "Exchange rate to USD", de: "Wechselkurs in USD", sv: "Växelkurs till USD", nl: "Wisselkoers naar USD", zh: "兑美元汇率" }
    /// Reason of the advice.
    BECAUSE_SOME_UNNEEDED { en: "Not all units are needed: returning only those that aren't costs less than keeping them.", de: "Nicht alle Einheiten werden benötigt: Nur die nicht benötigten zurückzugeben kostet weniger, als sie zu behalten.", sv: "Inte alla enheter behövs: att bara lämna tillbaka dem som inte behövs kostar mindre än att behålla dem.", nl: "Niet alle eenheden zijn nodig: alleen de overige retourneren kost minder dan ze behouden.", zh: "并非所有单位都需要：仅退回不需要的单位比保留它们损失更少。" }
    /// Link to the exchange.
    SET_UP_EXCHANGE { en: "Open the exchange", de: "Umtausch öffnen", sv: "Öppna bytet", nl: "Omruiling openen", zh: "打开兑换" }
    /// Opens returns and cart.
    TERMS { en: "What is returned and what is bought", de: "Was zurückgegeben und was gekauft wird", sv: "Vad som lämnas tillbaka och vad som köps", nl: "Wat wordt geretourneerd en gekocht", zh: "退回与购买的内容" }
    /// Heading of the assumptions.
    ASSUMPTIONS { en: "Assumptions", de: "Annahmen", sv: "Antaganden", nl: "Aannames", zh: "假设" }
    /// Field.
    USE { en: "Utilization of these units", de: "Nutzung dieser Einheiten", sv: "Enheternas användning", nl: "Gebruik van deze eenheden", zh: "这些单位的使用率" }
    /// Hint: what was measured.
    USE_MEASURED { en: "Empty: {percent}, as measured over 30 days. What is used fills the kept units first.", de: "Leer: {percent}, wie über 30 Tage gemessen. Genutztes füllt zuerst die behaltenen Einheiten.", sv: "Tomt: {percent}, mätt under 30 dagar. Det använda fyller först de enheter som behålls.", nl: "Leeg: {percent}, gemeten over 30 dagen. Wat wordt gebruikt, vult eerst de behouden eenheden.", zh: "留空：{percent}，按 30 天测得。使用量先计入保留的单位。" }
    /// Hint: nothing was measured.
    USE_UNKNOWN { en: "There is no utilization data. Enter a utilization to get a recommendation.", de: "Es gibt keine Nutzungsdaten. Geben Sie eine Nutzung ein, um eine Empfehlung zu erhalten.", sv: "Det finns inga användningsdata. Ange en användning för att få en rekommendation.", nl: "Er zijn geen gebruiksgegevens. Voer het gebruik in voor een aanbeveling.", zh: "没有使用率数据。请输入使用率以获得建议。" }
    /// Hint: it follows from how many units are needed.
    USE_BY_NEEDED { en: "Empty: the units still needed count as fully used, the others as unused.", de: "Leer: Die noch benötigten Einheiten gelten als voll genutzt, die übrigen als ungenutzt.", sv: "Tomt: enheterna som fortfarande behövs räknas som fullt använda, de andra som oanvända.", nl: "Leeg: de nog benodigde eenheden tellen als volledig gebruikt, de andere als ongebruikt.", zh: "留空：仍需要的单位视为全部使用，其余视为未使用。" }
    /// Field.
    SAVING { en: "Saving against pay-as-you-go", de: "Ersparnis gegenüber nutzungsbasierter Zahlung", sv: "Besparing mot betala per användning", nl: "Besparing ten opzichte van betalen per gebruik", zh: "相对即用即付的节省" }
    /// Hint of the saving.
    SAVING_HINT { en: "Without it there is rarely a recommendation: the answer depends on what a used hour would cost at pay-as-you-go.", de: "Ohne sie gibt es selten eine Empfehlung: Die Antwort hängt davon ab, was eine genutzte Stunde bei nutzungsbasierter Zahlung kosten würde.", sv: "Utan den finns sällan en rekommendation: svaret beror på vad en använd timme skulle kosta vid betala per användning.", nl: "Zonder is er zelden een aanbeveling: het antwoord hangt af van wat een gebruikt uur bij betalen per gebruik zou kosten.", zh: "留空时很少有建议：答案取决于已用小时按即用即付的价格。" }
    /// Hint of the rate.
    RATE_KNOWN { en: "Empty: the stored rate {rate}. What counts is the one on Microsoft's invoice.", de: "Leer: der gespeicherte Kurs {rate}. Maßgeblich ist der auf der Rechnung von Microsoft.", sv: "Tomt: den sparade kursen {rate}. Det är kursen på Microsofts faktura som gäller.", nl: "Leeg: de opgeslagen koers {rate}. De koers op de factuur van Microsoft telt.", zh: "留空：已保存的汇率 {rate}，以 Microsoft 账单上的汇率为准。" }
    /// Reason of the advice.
    BECAUSE_NOTHING_LEFT { en: "Nothing of the commitment is left, so nothing can come back.", de: "Von der Verpflichtung ist nichts übrig, also kann nichts zurückkommen.", sv: "Inget av åtagandet är kvar, så inget kan komma tillbaka.", nl: "Van de verplichting is niets over, dus er kan niets terugkomen.", zh: "没有剩余承诺额，因此无法退回任何内容。" }
    /// Reason of the advice.
    BECAUSE_NOTHING_ELSE { en: "Everything else is refused.", de: "Alles andere wird abgelehnt.", sv: "Allt annat avslås.", nl: "Al het andere wordt geweigerd.", zh: "其他选项均被拒绝。" }
    /// Reason of the advice.
    BECAUSE_UNKNOWN_USE { en: "It isn't known how much of these units is used, and the answer depends on it.", de: "Es ist nicht bekannt, wie viel dieser Einheiten genutzt wird, und davon hängt die Antwort ab.", sv: "Det är inte känt hur mycket av enheterna som används, och svaret beror på det.", nl: "Het is niet bekend hoeveel van deze eenheden wordt gebruikt, en daar hangt het antwoord van af.", zh: "这些单位的使用情况未知，而答案取决于此。" }
    /// Reason of the advice.
    BECAUSE_USED { en: "Enough is used: giving the units back would cost more than it brings.", de: "Es wird genug genutzt: Die Rückgabe würde mehr kosten, als sie bringt.", sv: "Tillräckligt används: att lämna tillbaka enheterna skulle kosta mer än det ger.", nl: "Er wordt genoeg gebruikt: retourneren kost meer dan het oplevert.", zh: "使用充分：退回的成本高于收益。" }
    /// Reason of the advice.
    BECAUSE_NOTHING_GIVEN_UP { en: "Too little is used, and a refund gives nothing up: no fee, nothing lost to the refund cap.", de: "Es wird zu wenig genutzt, und bei einer Rückerstattung geht nichts verloren: keine Gebühr, nichts durch die Obergrenze.", sv: "För lite används, och vid en återbetalning går inget förlorat: ingen avgift och inget på grund av taket.", nl: "Er wordt te weinig gebruikt, en bij restitutie gaat niets verloren: geen kosten, niets door de restitutielimiet.", zh: "使用不足，而退款没有损失：无费用，也不受退款上限影响。" }
    /// Reason of the advice.
    BECAUSE_WHOLE_VALUE { en: "Too little is used, and what a refund would give up counts in full toward something new.", de: "Es wird zu wenig genutzt, und was bei einer Rückerstattung verloren ginge, zählt in voller Höhe für etwas Neues.", sv: "För lite används, och det som skulle gå förlorat vid en återbetalning räknas fullt ut mot något nytt.", nl: "Er wordt te weinig gebruikt, en wat bij restitutie verloren gaat, telt volledig mee voor iets nieuws.", zh: "使用不足，而退款会损失的部分可全额计入新的购买。" }
    /// Reason of the advice.
    BECAUSE_REFUND_REFUSED { en: "Too little is used, and a refund is refused.", de: "Es wird zu wenig genutzt, und eine Rückerstattung wird abgelehnt.", sv: "För lite används, och en återbetalning avslås.", nl: "Er wordt te weinig gebruikt, en restitutie wordt geweigerd.", zh: "使用不足，且退款被拒绝。" }
    /// Reason of the advice.
    BECAUSE_UNDERUSED { en: "Too little is used: even after what it gives up, a refund is worth more than keeping.", de: "Es wird zu wenig genutzt: Selbst nach den Verlusten ist eine Rückerstattung mehr wert als das Behalten.", sv: "För lite används: även efter förlusterna är en återbetalning värd mer än att behålla.", nl: "Er wordt te weinig gebruikt: zelfs na wat verloren gaat, is restitutie meer waard dan behouden.", zh: "使用不足：即使扣除损失，退款仍比保留更有价值。" }
    /// Reason that there is no advice.
    BECAUSE_UNKNOWN_SAVING { en: "The saving of a reserved hour against pay-as-you-go hasn't been entered, and the answer depends on it.", de: "Was eine reservierte Stunde gegenüber nutzungsbasierter Zahlung spart, ist nicht angegeben, und davon hängt die Antwort ab.", sv: "Det är inte angivet vad en reserverad timme sparar mot betala per användning, och svaret beror på det.", nl: "Er is niet opgegeven wat een gereserveerd uur bespaart ten opzichte van betalen per gebruik, en daar hangt het antwoord van af.", zh: "尚未填写预订一小时相对即用即付的节省比例，而答案取决于此。" }
    /// Reason of the advice.
    BECAUSE_NOTHING_BETTER { en: "Too little is used, but a refund is refused, and a new commitment would waste no less.", de: "Es wird zu wenig genutzt, aber eine Rückerstattung wird abgelehnt, und bei einer neuen Verpflichtung bliebe nicht weniger ungenutzt.", sv: "För lite används, men en återbetalning avslås, och med ett nytt åtagande skulle inte mindre bli outnyttjat.", nl: "Er wordt te weinig gebruikt, maar restitutie wordt geweigerd, en een nieuwe verplichting zou niet minder verspillen.", zh: "使用不足，但退款被拒绝，而新的承诺额不会浪费得更少。" }
    /// One outcome where the saving is unknown: `{choice}` and `{saving}`.
    FROM_SAVING { en: "{choice}: no worse than a refund if a reserved hour saves at least {saving}.", de: "{choice}: nicht schlechter als eine Rückerstattung, wenn eine reservierte Stunde mindestens {saving} spart.", sv: "{choice}: inte sämre än en återbetalning om en reserverad timme sparar minst {saving}.", nl: "{choice}: niet slechter dan restitutie als een gereserveerd uur minstens {saving} bespaart.", zh: "{choice}：如果预订一小时至少节省 {saving}，则不逊于退款。" }
    /// The other outcome where the saving is unknown: `{choice}`.
    BELOW_SAVING { en: "{choice}: better if it saves less.", de: "{choice}: besser, wenn sie weniger spart.", sv: "{choice}: bättre om den sparar mindre.", nl: "{choice}: beter als het minder bespaart.", zh: "{choice}：如果节省更少，则更划算。" }
    /// What an advised exchange or trade-in commits to: `{amount}`, `{end}`, `{percent}` and `{use}`.
    COMMITTED_ANEW_FROM { en: "{amount} is then committed until {end}. At least {percent} of it must be used to be no worse off than with a refund; today's use would fill {use} of it.", de: "Dann sind {amount} bis zum {end} gebunden. Mindestens {percent} davon müssen genutzt werden, um nicht schlechter dazustehen als mit einer Rückerstattung; die heutige Nutzung würde {use} davon füllen.", sv: "Då är {amount} bundna till {end}. Minst {percent} av det måste användas för att det inte ska bli sämre än med en återbetalning; dagens användning skulle fylla {use} av det.", nl: "Dan ligt {amount} vast tot {end}. Minstens {percent} daarvan moet worden gebruikt om niet slechter af te zijn dan met restitutie; het huidige gebruik zou {use} daarvan vullen.", zh: "届时承诺额为 {amount}，直至 {end}。至少使用其中的 {percent} 才不逊于退款；按目前的使用情况，可用满其中的 {use}。" }
    /// The same where a refund is refused: `{amount}`, `{end}` and `{use}`.
    COMMITTED_ANEW { en: "{amount} is then committed until {end}. Today's use would fill {use} of it.", de: "Dann sind {amount} bis zum {end} gebunden. Die heutige Nutzung würde {use} davon füllen.", sv: "Då är {amount} bundna till {end}. Dagens användning skulle fylla {use} av det.", nl: "Dan ligt {amount} vast tot {end}. Het huidige gebruik zou {use} daarvan vullen.", zh: "届时承诺额为 {amount}，直至 {end}。按目前的使用情况，可用满其中的 {use}。" }
}
