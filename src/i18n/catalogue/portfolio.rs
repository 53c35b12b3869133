//! Texts of the page about all reservations of all customers.

use crate::catalogue;

catalogue! {
    /// What the page is for.
    SUMMARY { en: "All reservations of all customers: what comes back today, what ends soon, and where the refund cap is in the way.", de: "Alle Reservierungen aller Kunden: was heute zurückkommt, was bald endet und wo die Obergrenze im Weg steht.", sv: "Alla kunders reservationer: vad som kommer tillbaka i dag, vad som snart löper ut och var taket står i vägen.", nl: "Alle reserveringen van alle klanten: wat vandaag terugkomt, wat binnenkort afloopt en waar de restitutielimiet in de weg zit.", zh: "所有客户的全部预订：今天可退回多少，哪些即将结束，以及哪里受退款上限限制。" }
    /// Label of the search.
    SEARCH { en: "Search by name, customer, product, region or ID", de: "Nach Name, Kunde, Produkt, Region oder ID suchen", sv: "Sök efter namn, kund, produkt, region eller ID", nl: "Zoeken op naam, klant, product, regio of id", zh: "按名称、客户、产品、区域或 ID 搜索" }
    /// The table, for screen readers.
    ALL_RESERVATIONS { en: "All reservations", de: "Alle Reservierungen", sv: "Alla reservationer", nl: "Alle reserveringen", zh: "全部预订" }
    /// Column and total: the refund of today.
    BACK { en: "Comes back today", de: "Kommt heute zurück", sv: "Kommer tillbaka i dag", nl: "Komt vandaag terug", zh: "今天可退回" }
    /// Column and total: instalments that are no longer charged after a return today.
    OWED { en: "No longer owed", de: "Entfallende Raten", sv: "Bortfaller", nl: "Niet meer verschuldigd", zh: "不再收取" }
    /// A quote is not possible because facts are missing.
    MISSING { en: "Missing: {facts}", de: "Es fehlt: {facts}", sv: "Saknas: {facts}", nl: "Ontbreekt: {facts}", zh: "缺少：{facts}" }
    /// A quote is not possible because a fact cannot be right.
    UNUSABLE { en: "Check: {facts}", de: "Bitte prüfen: {facts}", sv: "Kontrollera: {facts}", nl: "Controleren: {facts}", zh: "请检查：{facts}" }
    /// The refund cap pays less than the refund.
    CAPPED_OF { en: "{amount} without cap", de: "ungekürzt {amount}", sv: "{amount} utan tak", nl: "{amount} zonder restitutielimiet", zh: "无上限时 {amount}" }
    /// Why nothing comes back: not active, or not on this day.
    NOT_IN_THIS_STATE { en: "not in this state", de: "nicht in diesem Zustand", sv: "inte i det här läget", nl: "niet in deze status", zh: "当前状态不可退回" }
    /// Why nothing comes back: the product.
    NOT_THIS_PRODUCT { en: "not for this product", de: "nicht für dieses Produkt", sv: "inte för den här produkten", nl: "niet voor dit product", zh: "此产品不可退回" }
    /// Why nothing comes back: the cap.
    OVER_THE_CAP { en: "over the refund cap", de: "über der Obergrenze", sv: "över taket", nl: "boven de restitutielimiet", zh: "超出退款上限" }
    /// The cap of the customer is not known.
    CAP_UNKNOWN { en: "refund cap unknown", de: "Obergrenze nicht bekannt", sv: "taket är inte känt", nl: "restitutielimiet niet bekend", zh: "退款上限未知" }
    /// Missing fact: the currency.
    CURRENCY { en: "Currency", de: "Währung", sv: "Valuta", nl: "Valuta", zh: "货币" }

    /// Menu of further filters.
    FILTERS { en: "More filters", de: "Weitere Filter", sv: "Fler filter", nl: "Meer filters", zh: "更多筛选" }
    /// Switch: reservations that expired or were returned are shown as well.
    SHOW_ENDED { en: "Show ended", de: "Beendete anzeigen", sv: "Visa avslutade", nl: "Beëindigde tonen", zh: "显示已结束" }
    /// Filter: what becomes of a return today.
    ON_RETURN { en: "On a return today", de: "Bei Rückgabe heute", sv: "Vid retur i dag", nl: "Bij retour vandaag", zh: "今天退回时" }
    /// Choice: it is refused for another reason than the cap.
    REFUSED { en: "Not returnable", de: "Nicht rückgabefähig", sv: "Kan inte lämnas tillbaka", nl: "Niet te retourneren", zh: "不可退回" }
    /// Choice: facts, a rate or the cap are missing.
    NOT_KNOWN { en: "Not known yet", de: "Noch nicht bekannt", sv: "Inte känt ännu", nl: "Nog niet bekend", zh: "尚不清楚" }
    /// Filter: facts that are missing or cannot be right.
    LACKS { en: "Missing facts", de: "Fehlende Angaben", sv: "Saknade uppgifter", nl: "Ontbrekende gegevens", zh: "缺少的信息" }
    /// Filter: windows that close.
    WINDOW { en: "Deadline", de: "Frist", sv: "Tidsfrist", nl: "Termijn", zh: "期限临近" }
    /// Choice: the shortest span.
    WITHIN_7_DAYS { en: "Within 7 days", de: "Innerhalb von 7 Tagen", sv: "Inom 7 dagar", nl: "Binnen 7 dagen", zh: "7 天内" }
    /// State: before it is active.
    BEING_BOUGHT { en: "Being bought", de: "Wird gekauft", sv: "Köps", nl: "Wordt gekocht", zh: "正在购买" }
    /// State: returned, split or merged before its term was over.
    RETURNED { en: "Returned or replaced", de: "Zurückgegeben oder ersetzt", sv: "Återlämnad eller ersatt", nl: "Geretourneerd of vervangen", zh: "已退回或被替换" }
    /// State: one that this version does not know.
    OTHER_STATE { en: "Another state", de: "Anderer Status", sv: "Annan status", nl: "Andere status", zh: "其他状态" }
    /// Filter choice and card: something ends within a week.
    WEEK { en: "Closing within a week", de: "Endet innerhalb einer Woche", sv: "Löper ut inom en vecka", nl: "Loopt binnen een week af", zh: "一周内结束" }
    /// Filter choice: the cap is in the way.
    CAPPED { en: "Held back by the refund cap", de: "Durch die Obergrenze begrenzt", sv: "Begränsas av taket", nl: "Tegengehouden door de restitutielimiet", zh: "受退款上限限制" }
    /// The only customer shown, with a button to show all again.
    OF_CUSTOMER { en: "Customer: {name}", de: "Kunde: {name}", sv: "Kund: {name}", nl: "Klant: {name}", zh: "客户：{name}" }
    /// Which columns are shown.
    COLUMNS { en: "Columns", de: "Spalten", sv: "Kolumner", nl: "Kolommen", zh: "列" }
    /// How to sort by several.
    SORT_HINT { en: "Hold Shift while choosing a heading to sort by several columns.", de: "Halten Sie beim Auswählen einer Überschrift die Umschalttaste gedrückt, um nach mehreren Spalten zu sortieren.", sv: "Håll ned Skift och välj en rubrik för att sortera efter flera kolumner.", nl: "Houd Shift ingedrukt bij het kiezen van een kop om op meerdere kolommen te sorteren.", zh: "按住 Shift 键选择列标题，可按多列排序。" }
    /// Menu of the views with a name.
    VIEWS { en: "Saved views", de: "Gespeicherte Ansichten", sv: "Sparade vyer", nl: "Opgeslagen weergaven", zh: "已保存的视图" }
    /// Field: how the view is to be called.
    VIEW_NAME { en: "Name of this view", de: "Name dieser Ansicht", sv: "Vyns namn", nl: "Naam van deze weergave", zh: "此视图的名称" }
    /// Button.
    SAVE_VIEW { en: "Save this view", de: "Diese Ansicht speichern", sv: "Spara vyn", nl: "Deze weergave opslaan", zh: "保存此视图" }
    /// Button beside a view.
    REMOVE_VIEW { en: "Remove the view {name}", de: "Ansicht {name} entfernen", sv: "Ta bort vyn {name}", nl: "Weergave {name} verwijderen", zh: "移除视图 {name}" }
    /// There are none.
    NO_VIEWS { en: "Search, filters, order and columns can be kept under a name in this browser.", de: "Suche, Filter, Reihenfolge und Spalten lassen sich in diesem Browser unter einem Namen ablegen.", sv: "Sökning, filter, ordning och kolumner kan sparas under ett namn i den här webbläsaren.", nl: "Zoekopdracht, filters, volgorde en kolommen kunt u in deze browser onder een naam bewaren.", zh: "可在此浏览器中以名称保存搜索、筛选、排序和列。" }
    /// The browser keeps nothing.
    VIEW_NOT_SAVED { en: "The browser didn't keep the view.", de: "Der Browser hat die Ansicht nicht gespeichert.", sv: "Webbläsaren sparade inte vyn.", nl: "De browser heeft de weergave niet bewaard.", zh: "浏览器未保存该视图。" }
    /// There is nothing yet.
    NOTHING { en: "There are no reservations yet", de: "Es gibt noch keine Reservierungen", sv: "Det finns inga reservationer ännu", nl: "Er zijn nog geen reserveringen", zh: "还没有预订" }

    /// How many reservations.
    RESERVATIONS_COUNT { en: "{count} reservation" | "{count} reservations", de: "{count} Reservierung" | "{count} Reservierungen", sv: "{count} reservation" | "{count} reservationer", nl: "{count} reservering" | "{count} reserveringen", zh: "{count} 个预订" }
    /// Card: the term ends soon.
    EXPIRE_SOON { en: "Expire within 90 days", de: "Laufen innerhalb von 90 Tagen ab", sv: "Löper ut inom 90 dagar", nl: "Verlopen binnen 90 dagen", zh: "90 天内到期" }
    /// Heading of the totals.
    SUM_OF_ALL { en: "All current reservations together", de: "Alle laufenden Reservierungen zusammen", sv: "Alla aktuella reservationer tillsammans", nl: "Alle lopende reserveringen samen", zh: "全部当前预订合计" }
    /// Heading of the totals while a filter is in force.
    SUM_OF_SHOWN { en: "The reservations shown together", de: "Die angezeigten Reservierungen zusammen", sv: "Reservationerna som visas tillsammans", nl: "De getoonde reserveringen samen", zh: "所示预订合计" }
    /// Total: what is paid for days to come, and what is still to be paid.
    COMMITMENT { en: "Commitment left", de: "Verbleibende Verpflichtung", sv: "Återstående åtagande", nl: "Resterende verplichting", zh: "剩余承诺额" }
    /// Total: over all customers.
    CAP_LEFT { en: "Refund cap left", de: "Obergrenze noch frei", sv: "Utrymme kvar under taket", nl: "Restitutielimiet over", zh: "剩余退款上限" }
    /// Beside the cap left.
    CUSTOMERS_UNKNOWN { en: "not known for {count} customer" | "not known for {count} customers", de: "für {count} Kunden nicht bekannt" | "für {count} Kunden nicht bekannt", sv: "inte känt för {count} kund" | "inte känt för {count} kunder", nl: "niet bekend voor {count} klant" | "niet bekend voor {count} klanten", zh: "{count} 个客户未知" }
    /// Beside the totals.
    NOT_IN_SUMS { en: "{count} reservation with missing facts is not included" | "{count} reservations with missing facts are not included", de: "{count} Reservierung mit fehlenden Angaben ist nicht enthalten" | "{count} Reservierungen mit fehlenden Angaben sind nicht enthalten", sv: "{count} reservation med saknade uppgifter ingår inte" | "{count} reservationer med saknade uppgifter ingår inte", nl: "{count} reservering met ontbrekende gegevens telt niet mee" | "{count} reserveringen met ontbrekende gegevens tellen niet mee", zh: "{count} 个信息不全的预订未计入" }
    /// Beside what comes back: customers who ask for more than their caps have left.
    OVER_AT_MOST { en: "and at most {amount} for {count} customer over the cap" | "and at most {amount} between {count} customers over the cap", de: "und höchstens {amount} für {count} Kunden über der Obergrenze" | "und höchstens {amount} für {count} Kunden über der Obergrenze", sv: "och högst {amount} för {count} kund över taket" | "och högst {amount} för {count} kunder över taket", nl: "en hoogstens {amount} voor {count} klant boven de limiet" | "en hoogstens {amount} voor {count} klanten boven de limiet", zh: "另有 {count} 个超出上限的客户，最多 {amount}" }
    /// Beside what comes back: records that cannot be read.
    CAP_UNKNOWN_ROWS { en: "{count} reservation whose refund cap is not known" | "{count} reservations whose refund cap is not known", de: "{count} Reservierung, deren Obergrenze nicht bekannt ist" | "{count} Reservierungen, deren Obergrenze nicht bekannt ist", sv: "{count} reservation vars tak inte är känt" | "{count} reservationer vars tak inte är känt", nl: "{count} reservering waarvan de limiet niet bekend is" | "{count} reserveringen waarvan de limiet niet bekend is", zh: "{count} 个预订的退款上限未知" }
    /// Total: the change of exchange rights.
    RIGHTS_END { en: "Exchange right ends on {day}", de: "Umtauschrecht endet am {day}", sv: "Bytesrätten upphör {day}", nl: "Omruilrecht eindigt op {day}", zh: "兑换权利于 {day} 结束" }
    /// Column of the tables beside the charts.
    MONTH { en: "Month", de: "Monat", sv: "Månad", nl: "Maand", zh: "月份" }
    /// Chart.
    EXPIRY_CHART { en: "Expiry by month", de: "Ablauf nach Monat", sv: "Löper ut per månad", nl: "Afloop per maand", zh: "按月到期" }
    /// Column: how many expire and what commitment is left.
    EXPIRES_IN_IT { en: "Reservations and commitment left", de: "Reservierungen und verbleibende Verpflichtung", sv: "Reservationer och återstående åtagande", nl: "Reserveringen en resterende verplichting", zh: "预订数与剩余承诺额" }
    /// The chart in words.
    EXPIRY_WORDS { en: "Most expire in {month}: {count} reservation." | "Most expire in {month}: {count} reservations.", de: "Die meisten laufen im Monat {month} ab: {count} Reservierung." | "Die meisten laufen im Monat {month} ab: {count} Reservierungen.", sv: "Flest löper ut i {month}: {count} reservation." | "Flest löper ut i {month}: {count} reservationer.", nl: "De meeste verlopen in {month}: {count} reservering." | "De meeste verlopen in {month}: {count} reserveringen.", zh: "{month} 到期最多：{count} 个预订。" }
    /// There is nothing to draw.
    NONE_EXPIRES { en: "None of these reservations is running.", de: "Keine dieser Reservierungen läuft.", sv: "Ingen av reservationerna är aktiv.", nl: "Geen van deze reserveringen loopt.", zh: "这些预订均未生效。" }
    /// Chart.
    VALUE_CHART { en: "Refundable value over the next months", de: "Rückerstattbarer Wert in den nächsten Monaten", sv: "Återbetalningsbart värde de närmaste månaderna", nl: "Restitueerbare waarde in de komende maanden", zh: "未来数月可退金额" }
    /// Column.
    COMES_BACK { en: "Comes back", de: "Kommt zurück", sv: "Kommer tillbaka", nl: "Komt terug", zh: "可退回" }
    /// The chart in words.
    VALUE_WORDS { en: "Before the refund cap, {amount} would come back today and {later} on {day}.", de: "Ohne Obergrenze kämen heute {amount} zurück, am {day} noch {later}.", sv: "Utan tak skulle {amount} komma tillbaka i dag och {later} den {day}.", nl: "Zonder restitutielimiet zou vandaag {amount} terugkomen en op {day} {later}.", zh: "不计退款上限，今天可退回 {amount}，{day} 可退回 {later}。" }
    /// There is nothing to draw.
    NOTHING_BACK { en: "Nothing comes back for these reservations today.", de: "Für diese Reservierungen kommt heute nichts zurück.", sv: "Inget kommer tillbaka för reservationerna i dag.", nl: "Voor deze reserveringen komt vandaag niets terug.", zh: "这些预订今天没有可退回的金额。" }
    /// Chart.
    CAP_CHART { en: "Refund cap by customer", de: "Obergrenze nach Kunde", sv: "Tak per kund", nl: "Restitutielimiet per klant", zh: "各客户的退款上限" }
    /// Under the heading of the chart.
    CAP_HINT { en: "The customers whose returns would count the most.", de: "Die Kunden, deren Rückgaben am meisten zählen würden.", sv: "De kunder vars returer skulle räknas mest.", nl: "De klanten van wie de retouren het meest zouden meetellen.", zh: "退回计入金额最多的客户。" }
    /// Beside the bar of a customer.
    LEFT_OF_CAP { en: "{left} left", de: "noch {left}", sv: "{left} kvar", nl: "nog {left}", zh: "剩余 {left}" }
    /// Under the bar of a customer.
    ASKED { en: "all returned would count {amount}", de: "alle zurückgegeben würden {amount} zählen", sv: "alla återlämnade skulle räknas som {amount}", nl: "alles geretourneerd zou voor {amount} meetellen", zh: "全部退回将计入 {amount}" }

    /// Button.
    REFUND_SELECTED { en: "Refund selected", de: "Ausgewählte zurückgeben", sv: "Lämna tillbaka valda", nl: "Selectie retourneren", zh: "退回所选" }
    /// Why the comparison is not possible.
    NO_COMPARISON { en: "Select up to {most} reservations of one customer to compare them.", de: "Wählen Sie zum Vergleichen bis zu {most} Reservierungen eines Kunden.", sv: "Välj upp till {most} reservationer från en kund för att jämföra dem.", nl: "Selecteer maximaal {most} reserveringen van één klant om ze te vergelijken.", zh: "请选择同一客户的最多 {most} 个预订进行比较。" }
    /// Heading of the list of requests.
    REQUESTS { en: "Refund requests, in the best order", de: "Rückgaben in der besten Reihenfolge", sv: "Returer i bästa ordning", nl: "Retouren in de beste volgorde", zh: "退回请求（最佳顺序）" }
    /// Under the heading.
    REQUESTS_HINT { en: "The returns of each customer share one refund cap and are planned together. Request them in this order.", de: "Die Rückgaben eines Kunden teilen sich eine Obergrenze und sind gemeinsam geplant. Beantragen Sie sie in dieser Reihenfolge.", sv: "Varje kunds returer delar ett tak och planeras tillsammans. Begär dem i den här ordningen.", nl: "De retouren van een klant delen één restitutielimiet en zijn samen gepland. Vraag ze in deze volgorde aan.", zh: "同一客户的退回共用一个退款上限，并一并规划。请按此顺序申请。" }
    /// Switch.
    LATER_DAYS { en: "Use later days too", de: "Auch spätere Tage nutzen", sv: "Använd även senare dagar", nl: "Ook latere dagen gebruiken", zh: "也使用之后的日期" }
    /// Under the switch.
    LATER_DAYS_HINT { en: "Up to 365 days ahead, where more comes back once the cap is free again.", de: "Bis zu 365 Tage voraus, wenn mehr zurückkommt, sobald die Obergrenze wieder frei ist.", sv: "Upp till 365 dagar framåt, där mer kommer tillbaka när taket frigörs.", nl: "Tot 365 dagen vooruit, waar meer terugkomt zodra de restitutielimiet weer vrij is.", zh: "最多延后 365 天，用于上限恢复后可退回更多的情况。" }
    /// While customers are planned.
    PLANNING { en: "Planning: {planned} of {all} customers", de: "Planung: {planned} von {all} Kunden", sv: "Planerar: {planned} av {all} kunder", nl: "Plannen: {planned} van {all} klanten", zh: "正在规划：{planned} / {all} 个客户" }
    /// Behind it, of the customer whose returns are planned.
    FOUND_SO_FAR { en: "{name}: found {amount} so far, at most {more} more is possible.", de: "{name}: bisher {amount} gefunden, höchstens {more} mehr sind möglich.", sv: "{name}: {amount} hittat hittills, högst {more} mer är möjligt.", nl: "{name}: tot nu toe {amount} gevonden, hooguit {more} meer is mogelijk.", zh: "{name}：目前找到 {amount}，最多还能多 {more}。" }
    /// Notice after the planner was stopped.
    NOT_PLANNED_YET { en: "{count} customer isn't planned yet" | "{count} customers aren't planned yet", de: "{count} Kunde ist noch nicht geplant" | "{count} Kunden sind noch nicht geplant", sv: "{count} kund är inte planerad än" | "{count} kunder är inte planerade än", nl: "{count} klant is nog niet gepland" | "{count} klanten zijn nog niet gepland", zh: "{count} 个客户尚未规划" }
    /// Button of that notice.
    PLAN_THE_REST { en: "Continue planning", de: "Planung fortsetzen", sv: "Fortsätt planera", nl: "Verder plannen", zh: "继续规划" }
    /// The joint check of the cap.
    OF_THE_CAP { en: "Refund cap: {left} is left today. Today's returns take {taken} of it.", de: "Obergrenze: Heute sind {left} frei. Die heutigen Rückgaben belegen davon {taken}.", sv: "Tak för återbetalning: {left} är kvar i dag. Dagens returer tar {taken} av det.", nl: "Restitutielimiet: vandaag is {left} vrij. De retouren van vandaag nemen daarvan {taken} in.", zh: "退款上限：今日剩余 {left}。今天的退回占用其中 {taken}。" }
    /// What all requests come to.
    REQUESTS_COUNT { en: "{count} request brings" | "{count} requests bring", de: "{count} Rückgabe bringt" | "{count} Rückgaben bringen", sv: "{count} retur ger" | "{count} returer ger", nl: "{count} retour levert op" | "{count} retouren leveren op", zh: "{count} 个请求可退回" }
    /// Before the reason.
    NOT_PLANNED { en: "These can't be planned together", de: "Diese lassen sich nicht gemeinsam planen", sv: "De här kan inte planeras tillsammans", nl: "Deze kunnen niet samen worden gepland", zh: "无法一并规划" }
    /// Before those that are not returned.
    NOT_REQUESTED { en: "Not requested:", de: "Nicht beantragt:", sv: "Begärs inte:", nl: "Niet aangevraagd:", zh: "不申请：" }
    /// Why one is not returned.
    DOES_NOT_FIT { en: "more comes back if it is kept, because of the refund cap", de: "wegen der Obergrenze lohnt sich das Behalten", sv: "på grund av taket lönar det sig att behålla den", nl: "door de restitutielimiet is behouden voordeliger", zh: "由于退款上限，保留更划算" }
}
