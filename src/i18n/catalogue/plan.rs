//! The planner: what to return when under the refund cap, so that most comes back.

use crate::catalogue;

catalogue! {
    /// Page and link.
    TITLE { en: "Return plan", de: "Rückgabeplan", sv: "Returplan", nl: "Retourplan", zh: "退回计划" }
    /// What the page is for.
    SUMMARY {
        en: "What to return when, so that the most comes back under the refund cap.",
        de: "Was wann zurückgegeben werden sollte, damit unter der Obergrenze am meisten zurückkommt.",
        sv: "Vad som bör lämnas tillbaka när, så att mest kommer tillbaka under taket.",
        nl: "Wat u wanneer retourneert, zodat er binnen de restitutielimiet het meeste terugkomt.",
        zh: "在退款上限内，何时退回哪些预订才能收回最多。"
    }
    /// Button in the list of reservations.
    PLAN_SELECTED { en: "Plan returns", de: "Rückgaben planen", sv: "Planera returer", nl: "Retouren plannen", zh: "规划退回" }
    /// Group of check boxes.
    WHICH { en: "Reservations that are no longer needed", de: "Nicht mehr benötigte Reservierungen", sv: "Reservationer som inte längre behövs", nl: "Reserveringen die niet meer nodig zijn", zh: "不再需要的预订" }
    /// A reservation among the choices.
    ITEM { en: "{name} · {count} unit · until {day}" | "{name} · {count} units · until {day}", de: "{name} · {count} Einheit · bis {day}" | "{name} · {count} Einheiten · bis {day}", sv: "{name} · {count} enhet · till {day}" | "{name} · {count} enheter · till {day}", nl: "{name} · {count} eenheid · tot {day}" | "{name} · {count} eenheden · tot {day}", zh: "{name} · {count} 个单位 · 至 {day}" }
    /// Nothing can be planned.
    NO_CANDIDATES { en: "This customer has no reservation that can be returned.", de: "Dieser Kunde hat keine Reservierung, die zurückgegeben werden kann.", sv: "Kunden har ingen reservation som kan lämnas tillbaka.", nl: "Deze klant heeft geen reservering die kan worden geretourneerd.", zh: "该客户没有可退回的预订。" }
    /// Nothing is chosen.
    CHOOSE { en: "Select reservations to see a plan.", de: "Wählen Sie Reservierungen aus, um einen Plan zu sehen.", sv: "Välj reservationer för att se en plan.", nl: "Selecteer reserveringen om een plan te zien.", zh: "请选择预订以查看计划。" }
    /// Too many are chosen.
    TOO_MANY { en: "A plan takes up to {count} reservations.", de: "Ein Plan umfasst bis zu {count} Reservierungen.", sv: "En plan omfattar upp till {count} reservationer.", nl: "Een plan bevat maximaal {count} reserveringen.", zh: "一个计划最多包含 {count} 个预订。" }
    /// Field.
    UNTIL { en: "Return before", de: "Rückgabe vor dem", sv: "Lämna tillbaka före", nl: "Retourneren vóór", zh: "在此日期前退回" }
    /// Helps to fill it in.
    UNTIL_HINT { en: "What isn't returned by then counts as kept.", de: "Was bis dahin nicht zurückgegeben ist, gilt als behalten.", sv: "Det som inte har lämnats tillbaka då räknas som behållet.", nl: "Wat dan niet is geretourneerd, geldt als behouden.", zh: "届时未退回的视为保留。" }
    /// Switch.
    SPLIT { en: "Units of a reservation may go on different days", de: "Einheiten einer Reservierung dürfen an verschiedenen Tagen zurückgehen", sv: "Enheter i en reservation får lämnas tillbaka olika dagar", nl: "Eenheden van een reservering mogen op verschillende dagen terug", zh: "同一预订的单位可在不同日期退回" }
    /// Under which policy.
    UNDER { en: "Refund policy: {policy}", de: "Rückerstattungsrichtlinie: {policy}", sv: "Återbetalningspolicy: {policy}", nl: "Restitutiebeleid: {policy}", zh: "退款政策：{policy}" }

    /// While orders are read.
    READING { en: "Reading prices: {done} of {count}", de: "Preise werden gelesen: {done} von {count}", sv: "Läser priser: {done} av {count}", nl: "Prijzen worden gelezen: {done} van {count}", zh: "正在读取价格：{done}/{count}" }
    /// While the planner works.
    WORKING { en: "Planning…", de: "Plan wird erstellt …", sv: "Planerar …", nl: "Plan wordt gemaakt…", zh: "正在规划…" }
    /// Heading of what could not be read.
    UNREAD { en: "Not in the plan", de: "Nicht im Plan", sv: "Ingår inte i planen", nl: "Niet in het plan", zh: "未纳入计划" }
    /// A reservation whose order did not come or cannot be calculated with.
    UNREAD_ITEM { en: "{name}: {reason}", de: "{name}: {reason}", sv: "{name}: {reason}", nl: "{name}: {reason}", zh: "{name}：{reason}" }
    /// Why: its order did not come.
    NO_ORDER { en: "its order can't be read", de: "der Auftrag ist nicht lesbar", sv: "beställningen kan inte läsas", nl: "de order kan niet worden gelezen", zh: "无法读取其订单" }
    /// The plan cannot be made.
    NO_PLAN { en: "No plan: {field}, {reason}", de: "Kein Plan: {field}, {reason}", sv: "Ingen plan: {field}, {reason}", nl: "Geen plan: {field}, {reason}", zh: "无法规划：{field}，{reason}" }

    /// Heading.
    RESULT { en: "What comes back", de: "Was zurückkommt", sv: "Vad som kommer tillbaka", nl: "Wat er terugkomt", zh: "可收回金额" }
    /// Fact: the sum of the plan.
    SUM { en: "With this plan, less the instalments until then", de: "Mit diesem Plan, abzüglich der Raten bis dahin", sv: "Med den här planen, minus delbetalningar fram till dess", nl: "Met dit plan, na aftrek van de termijnen tot dan", zh: "按此计划，扣除届时已付分期" }
    /// Fact: the sum of today.
    TODAY { en: "Everything today", de: "Alles heute", sv: "Allt i dag", nl: "Alles vandaag", zh: "今天全部退回" }
    /// Fact: the difference.
    GAIN { en: "More than today", de: "Mehr als heute", sv: "Mer än i dag", nl: "Meer dan vandaag", zh: "比今天多" }
    /// Fact: how good it is.
    METHOD { en: "How good the plan is", de: "Wie gut der Plan ist", sv: "Hur bra planen är", nl: "Hoe goed het plan is", zh: "计划的优劣" }
    /// How good: proven.
    EXACT { en: "Proven: no other plan brings more.", de: "Bewiesen: Kein anderer Plan bringt mehr.", sv: "Bevisat: ingen annan plan ger mer.", nl: "Bewezen: geen ander plan levert meer op.", zh: "已证明：没有其他计划能收回更多。" }
    /// How good: a bound.
    BOUNDED { en: "The best plan found. Another one can bring at most {amount} more.", de: "Der beste gefundene Plan. Ein anderer kann höchstens {amount} mehr bringen.", sv: "Den bästa planen som hittades. En annan kan ge högst {amount} mer.", nl: "Het beste gevonden plan. Een ander kan hooguit {amount} meer opleveren.", zh: "已找到的最佳计划。其他计划最多只能多收回 {amount}。" }
    /// Behind how good it is: how it was found.
    HOW { en: "Plans are improved step by step, and compared with an upper bound that no plan can exceed.", de: "Pläne werden Schritt für Schritt verbessert und mit einer oberen Schranke verglichen, die kein Plan überschreiten kann.", sv: "Planer förbättras steg för steg och jämförs med en övre gräns som ingen plan kan överskrida.", nl: "Plannen worden stap voor stap verbeterd en vergeleken met een bovengrens die geen plan kan overschrijden.", zh: "逐步改进计划，并与任何计划都无法超过的上界比较。" }
    /// Status while the planner works on.
    SO_FAR { en: "Planning… Found so far: {amount}. At most {more} more is possible.", de: "Plan wird erstellt … Bisher gefunden: {amount}. Höchstens {more} mehr sind möglich.", sv: "Planerar … Hittat hittills: {amount}. Högst {more} mer är möjligt.", nl: "Plan wordt gemaakt… Tot nu toe gevonden: {amount}. Er is hooguit {more} meer mogelijk.", zh: "正在规划… 目前找到：{amount}。最多还能多 {more}。" }
    /// Button while the planner works.
    STOP { en: "Stop and show what was found", de: "Beenden und Ergebnis anzeigen", sv: "Stoppa och visa resultatet", nl: "Stoppen en resultaat tonen", zh: "停止并显示已找到的结果" }
    /// Notice beside a plan.
    STOPPED { en: "The search was stopped. A better plan may exist.", de: "Die Suche wurde beendet. Es kann einen besseren Plan geben.", sv: "Sökningen stoppades. Det kan finnas en bättre plan.", nl: "Het zoeken is gestopt. Er kan een beter plan bestaan.", zh: "搜索已停止。可能存在更好的计划。" }
    /// Notice instead of a plan.
    STOPPED_EARLY { en: "The search was stopped before a plan was found.", de: "Die Suche wurde beendet, bevor ein Plan gefunden war.", sv: "Sökningen stoppades innan en plan hade hittats.", nl: "Het zoeken is gestopt voordat er een plan was gevonden.", zh: "在找到计划之前搜索已停止。" }

    /// Group of two choices.
    SHOW_AS { en: "Show as", de: "Anzeigen als", sv: "Visa som", nl: "Weergeven als", zh: "显示方式" }
    /// Choice.
    AS_CALENDAR { en: "Calendar", de: "Kalender", sv: "Kalender", nl: "Kalender", zh: "日历" }
    /// Choice.
    AS_LIST { en: "List", de: "Liste", sv: "Lista", nl: "Lijst", zh: "列表" }
    /// Meaning of a sign in the calendar.
    MARK_RETURN { en: "Return", de: "Rückgabe", sv: "Retur", nl: "Retour", zh: "退回" }
    /// Meaning of a sign in the calendar.
    MARK_CHARGE { en: "Instalment due", de: "Rate fällig", sv: "Delbetalning förfaller", nl: "Termijn te betalen", zh: "分期到期" }
    /// Meaning of a sign in the calendar.
    MARK_FREE { en: "Cap free again", de: "Obergrenze wird frei", sv: "Taket blir fritt", nl: "Restitutielimiet komt vrij", zh: "上限恢复" }
    /// What happens on a day.
    RETURN_ON_DAY { en: "{day}: return {count} unit of {name} for {amount}" | "{day}: return {count} units of {name} for {amount}", de: "{day}: {count} Einheit von {name} für {amount} zurückgeben" | "{day}: {count} Einheiten von {name} für {amount} zurückgeben", sv: "{day}: lämna tillbaka {count} enhet av {name} för {amount}" | "{day}: lämna tillbaka {count} enheter av {name} för {amount}", nl: "{day}: {count} eenheid van {name} retourneren voor {amount}" | "{day}: {count} eenheden van {name} retourneren voor {amount}", zh: "{day}：退回 {name} 的 {count} 个单位，可得 {amount}" }
    /// What happens on a day.
    CHARGE_ON_DAY { en: "{day}: instalment of {name}, {amount}", de: "{day}: Rate für {name}, {amount}", sv: "{day}: delbetalning för {name}, {amount}", nl: "{day}: termijn van {name}, {amount}", zh: "{day}：{name} 的分期，{amount}" }
    /// What happens on a day.
    FREE_ON_DAY { en: "{day}: {amount} of the refund cap is free again", de: "{day}: {amount} der Obergrenze sind wieder frei", sv: "{day}: {amount} av taket är fritt igen", nl: "{day}: {amount} van de restitutielimiet is weer vrij", zh: "{day}：退款上限恢复 {amount}" }
    /// Below the days of a month.
    LEFT_AT_END { en: "Left of the cap at the end of the month: {amount}", de: "Am Monatsende von der Obergrenze frei: {amount}", sv: "Kvar av taket i slutet av månaden: {amount}", nl: "Aan het einde van de maand vrij van de restitutielimiet: {amount}", zh: "月末剩余上限：{amount}" }
    /// Button.
    DOWNLOAD_JSON { en: "Download as JSON", de: "Als JSON herunterladen", sv: "Ladda ned som JSON", nl: "Downloaden als JSON", zh: "下载为 JSON" }
    /// Heading of the table.
    SCHEDULE { en: "What to return when", de: "Was wann zurückgeht", sv: "Vad som lämnas tillbaka när", nl: "Wat wanneer teruggaat", zh: "退回安排" }
    /// Column.
    PAID_OUT { en: "Paid out to you", de: "Auszahlung", sv: "Utbetalas", nl: "Uitbetaling", zh: "实际退款金额" }
    /// Column.
    INSTALMENTS { en: "Instalments until then", de: "Raten bis dahin", sv: "Delbetalningar till dess", nl: "Termijnen tot dan", zh: "届时已付分期" }
    /// Column.
    NET { en: "Net in USD", de: "Netto in USD", sv: "Netto i USD", nl: "Netto in USD", zh: "净额 (USD)" }
    /// Column.
    OF_CAP { en: "Takes from the cap", de: "Von der Obergrenze", sv: "Tas från taket", nl: "Van de restitutielimiet", zh: "占用上限" }
    /// Link of a row, named with its reservation.
    OPEN_WHAT { en: "Refund: {name}, {day}", de: "Rückerstattung: {name}, {day}", sv: "Återbetalning: {name}, {day}", nl: "Restitutie: {name}, {day}", zh: "退款：{name}，{day}" }
    /// Nothing is returned.
    NOTHING_RETURNED { en: "No return is worth it: keep everything.", de: "Keine Rückgabe lohnt sich: Behalten Sie alles.", sv: "Ingen retur lönar sig: behåll allt.", nl: "Geen retour loont: behoud alles.", zh: "退回不划算：全部保留。" }
    /// Heading: what is kept.
    KEPT { en: "Kept", de: "Behalten", sv: "Behålls", nl: "Behouden", zh: "保留" }
    /// Column of what is kept.
    STILL_DUE { en: "Instalments still due", de: "Noch fällige Raten", sv: "Återstående delbetalningar", nl: "Nog verschuldigde termijnen", zh: "尚需支付的分期" }
    /// Heading of the chart.
    CHART { en: "The cap while the plan is carried out", de: "Die Obergrenze während des Plans", sv: "Taket under planen", nl: "De restitutielimiet tijdens het plan", zh: "计划期间的上限" }
    /// Button.
    DOWNLOAD { en: "Download as calendar", de: "Als Kalender herunterladen", sv: "Ladda ned som kalender", nl: "Downloaden als kalender", zh: "下载为日历" }
    /// Why the button waits.
    NO_DATES { en: "There are no dates to download.", de: "Es gibt keine Termine zum Herunterladen.", sv: "Det finns inga datum att ladda ned.", nl: "Er zijn geen datums om te downloaden.", zh: "没有可下载的日期。" }
    /// It was not saved.
    NOT_SAVED { en: "The browser didn't save the file.", de: "Der Browser hat die Datei nicht gespeichert.", sv: "Webbläsaren sparade inte filen.", nl: "De browser heeft het bestand niet opgeslagen.", zh: "浏览器未保存文件。" }
    /// An event of the calendar.
    EVENT { en: "Return {count} unit: {name}" | "Return {count} units: {name}", de: "{count} Einheit zurückgeben: {name}" | "{count} Einheiten zurückgeben: {name}", sv: "Lämna tillbaka {count} enhet: {name}" | "Lämna tillbaka {count} enheter: {name}", nl: "{count} eenheid retourneren: {name}" | "{count} eenheden retourneren: {name}", zh: "退回 {count} 个单位：{name}" }
    /// What an event says.
    EVENT_PAYS { en: "Planned payout: {amount}", de: "Geplante Auszahlung: {amount}", sv: "Planerad utbetalning: {amount}", nl: "Geplande uitbetaling: {amount}", zh: "计划退款：{amount}" }
}
