//! The refund cap of a customer: its ledger, what is left, and entries by hand.

use crate::catalogue;

catalogue! {
    /// Page and link.
    TITLE { en: "Refund cap", de: "Obergrenze", sv: "Tak för återbetalning", nl: "Restitutielimiet", zh: "退款上限" }
    /// Link from a quote.
    OPEN { en: "Show what counts toward the cap", de: "Zeigen, was auf die Obergrenze angerechnet wird", sv: "Visa vad som räknas mot taket", nl: "Tonen wat meetelt voor de restitutielimiet", zh: "查看计入上限的金额" }
    /// What the page is for.
    SUMMARY {
        en: "What counts toward this customer's refund cap, and when it becomes free again.",
        de: "Was auf die Obergrenze dieses Kunden angerechnet wird und wann es wieder frei wird.",
        sv: "Vad som räknas mot kundens tak för återbetalning och när det blir fritt igen.",
        nl: "Wat meetelt voor de restitutielimiet van deze klant en wanneer het weer vrijkomt.",
        zh: "计入该客户退款上限的金额及其恢复时间。"
    }
    /// Fact: what counts today.
    USED_TODAY { en: "Used today", de: "Heute genutzt", sv: "Använt i dag", nl: "Vandaag gebruikt", zh: "今日已用" }
    /// Fact: what is left today.
    LEFT_TODAY { en: "Left today", de: "Heute noch frei", sv: "Kvar i dag", nl: "Vandaag nog vrij", zh: "今日剩余" }
    /// Fact: the limit itself.
    AMOUNT { en: "Cap for 365 days", de: "Obergrenze für 365 Tage", sv: "Tak för 365 dagar", nl: "Restitutielimiet voor 365 dagen", zh: "365 天的上限" }
    /// Fact: the day on which something is free again.
    NEXT_FREE { en: "Next free again", de: "Als Nächstes frei", sv: "Frigörs härnäst", nl: "Komt als eerste vrij", zh: "下次恢复" }
    /// A day, and what is free again on it.
    FREE_ON { en: "{day}: {amount}", de: "{day}: {amount}", sv: "{day}: {amount}", nl: "{day}: {amount}", zh: "{day}：{amount}" }
    /// Nothing counts, so that nothing can become free.
    NOTHING_COUNTS { en: "nothing is used", de: "nichts ist genutzt", sv: "inget är använt", nl: "er is niets gebruikt", zh: "没有已用金额" }

    /// Heading of the chart.
    CHART { en: "Use of the cap over time", de: "Nutzung der Obergrenze im Zeitverlauf", sv: "Användning av taket över tid", nl: "Gebruik van de restitutielimiet in de tijd", zh: "上限使用情况走势" }
    /// Opens the table of the chart.
    CHART_TABLE { en: "Show as a table", de: "Als Tabelle anzeigen", sv: "Visa som tabell", nl: "Als tabel weergeven", zh: "以表格显示" }
    /// Legend and column.
    USED { en: "Used", de: "Genutzt", sv: "Använt", nl: "Gebruikt", zh: "已用" }
    /// Column.
    LEFT { en: "Left", de: "Frei", sv: "Kvar", nl: "Vrij", zh: "剩余" }
    /// Legend and column: the reading that the policy in force does not follow.
    USED_AS_COMMITMENT { en: "Used, if the cancelled commitment counts", de: "Genutzt, wenn die stornierte Verpflichtung zählt", sv: "Använt, om det annullerade åtagandet räknas", nl: "Gebruikt, als de geannuleerde verplichting meetelt", zh: "已用（若按取消的承诺额计入）" }
    /// Legend and column: the same where it is the other one.
    USED_AS_REFUND { en: "Used, if only the refund counts", de: "Genutzt, wenn nur die Rückerstattung zählt", sv: "Använt, om bara återbetalningen räknas", nl: "Gebruikt, als alleen de restitutie meetelt", zh: "已用（若仅按退款计入）" }
    /// Of how many entries the cancelled commitment is not known.
    AT_LEAST { en: "{count} entry doesn't state its cancelled commitment: more than shown may be used." | "{count} entries don't state their cancelled commitment: more than shown may be used.", de: "{count} Eintrag nennt die stornierte Verpflichtung nicht: Es kann mehr genutzt sein als gezeigt." | "{count} Einträge nennen die stornierte Verpflichtung nicht: Es kann mehr genutzt sein als gezeigt.", sv: "{count} post anger inte det annullerade åtagandet: mer kan vara använt än vad som visas." | "{count} poster anger inte det annullerade åtagandet: mer kan vara använt än vad som visas.", nl: "{count} vermelding noemt de geannuleerde verplichting niet: er kan meer gebruikt zijn dan getoond." | "{count} vermeldingen noemen de geannuleerde verplichting niet: er kan meer gebruikt zijn dan getoond.", zh: "{count} 条记录未说明取消的承诺额：实际已用可能多于所示。" }
    /// A day of the chart in words.
    READOUT { en: "{day}: {used} used, {left} left.", de: "{day}: {used} genutzt, {left} frei.", sv: "{day}: {used} använt, {left} kvar.", nl: "{day}: {used} gebruikt, {left} vrij.", zh: "{day}：已用 {used}，剩余 {left}。" }
    /// Behind it, what the other reading counts.
    READOUT_OTHER { en: "{name}: {amount}.", de: "{name}: {amount}.", sv: "{name}: {amount}.", nl: "{name}: {amount}.", zh: "{name}：{amount}。" }
    /// Legend.
    CAP_LINE { en: "Refund cap", de: "Obergrenze", sv: "Tak", nl: "Restitutielimiet", zh: "退款上限" }
    /// Legend.
    TODAY { en: "Today", de: "Heute", sv: "I dag", nl: "Vandaag", zh: "今天" }
    /// Column.
    DAY { en: "Day", de: "Tag", sv: "Dag", nl: "Dag", zh: "日期" }

    /// Heading: the readings of the limit.
    READINGS { en: "How the sources read the cap", de: "Wie die Quellen die Obergrenze verstehen", sv: "Hur källorna tolkar taket", nl: "Hoe de bronnen de restitutielimiet uitleggen", zh: "各来源对上限的解释" }
    /// Column.
    POLICIES { en: "Refund policies", de: "Rückerstattungsrichtlinien", sv: "Återbetalningspolicyer", nl: "Restitutiebeleid", zh: "退款政策" }
    /// Column.
    COUNTS { en: "What counts", de: "Was zählt", sv: "Vad som räknas", nl: "Wat meetelt", zh: "计入内容" }
    /// What counts.
    COUNTS_REFUND { en: "The refund", de: "Die Rückerstattung", sv: "Återbetalningen", nl: "De restitutie", zh: "退款金额" }
    /// What counts.
    COUNTS_COMMITMENT { en: "The cancelled commitment, before any fee", de: "Die stornierte Verpflichtung vor Abzug einer Gebühr", sv: "Det annullerade åtagandet före avgift", nl: "De geannuleerde verplichting, vóór aftrek van kosten", zh: "取消的承诺额（扣费前）" }
    /// Column.
    ABOVE { en: "Above the cap", de: "Über der Obergrenze", sv: "Över taket", nl: "Boven de restitutielimiet", zh: "超出上限时" }
    /// What happens above it.
    ABOVE_CAPPED { en: "Paid out up to the cap; the rest is lost", de: "Auszahlung bis zur Obergrenze, der Rest geht verloren", sv: "Betalas ut upp till taket, resten går förlorat", nl: "Uitbetaald tot aan de restitutielimiet; de rest gaat verloren", zh: "仅支付至上限，其余部分损失" }
    /// What happens above it.
    ABOVE_REFUSED { en: "The whole return is refused", de: "Die ganze Rückgabe wird abgelehnt", sv: "Hela returen avslås", nl: "De hele retour wordt geweigerd", zh: "整笔退回被拒绝" }
    /// Beside the policy by which quotes are made.
    IN_FORCE { en: "used for quotes", de: "für Berechnungen verwendet", sv: "används för beräkningar", nl: "gebruikt voor berekeningen", zh: "用于报价" }
    /// What bookings do not tell.
    ONLY_BOOKED {
        en: "Bookings state what was paid back. Where the cancelled commitment counts, more may be used than they show: add the difference as an entry.",
        de: "Buchungen nennen, was zurückgezahlt wurde. Wo die stornierte Verpflichtung zählt, kann mehr genutzt sein: Tragen Sie den Unterschied als Eintrag nach.",
        sv: "Bokföringsposter anger vad som betalades tillbaka. Där det annullerade åtagandet räknas kan mer vara använt: lägg till skillnaden som en post.",
        nl: "Boekingen vermelden wat is terugbetaald. Waar de geannuleerde verplichting meetelt, kan er meer zijn gebruikt: voeg het verschil toe als vermelding.",
        zh: "入账记录只说明退回的金额。若按取消的承诺额计入，实际已用可能更多：请将差额添加为一条记录。"
    }

    /// Heading: the entries.
    LEDGER { en: "What counts", de: "Was angerechnet wird", sv: "Vad som räknas", nl: "Wat meetelt", zh: "计入的金额" }
    /// Column.
    SOURCE { en: "Source", de: "Quelle", sv: "Källa", nl: "Bron", zh: "来源" }
    /// Column.
    AMOUNT_USD { en: "Counts (USD)", de: "Angerechnet (USD)", sv: "Räknas (USD)", nl: "Telt mee (USD)", zh: "计入金额 (USD)" }
    /// Column.
    FREE_AGAIN { en: "Free again on", de: "Wieder frei am", sv: "Fritt igen", nl: "Weer vrij op", zh: "恢复日期" }
    /// Column for the buttons.
    ACTIONS { en: "Actions", de: "Aktionen", sv: "Åtgärder", nl: "Acties", zh: "操作" }
    /// In the place of a day that is over.
    NO_LONGER_COUNTS { en: "no longer counts", de: "zählt nicht mehr", sv: "räknas inte längre", nl: "telt niet meer mee", zh: "不再计入" }
    /// Where an entry comes from.
    FROM_BOOKING { en: "Booking: {description}", de: "Buchung: {description}", sv: "Bokföringspost: {description}", nl: "Boeking: {description}", zh: "入账记录：{description}" }
    /// Where an entry comes from.
    FROM_HAND { en: "Entered by hand: {source}", de: "Von Hand eingetragen: {source}", sv: "Inlagd för hand: {source}", nl: "Met de hand ingevoerd: {source}", zh: "手动录入：{source}" }
    /// Why a booking has no buttons.
    BOOKED_STAYS { en: "Bookings can't be changed here.", de: "Buchungen lassen sich hier nicht ändern.", sv: "Bokföringsposter kan inte ändras här.", nl: "Boekingen kunnen hier niet worden gewijzigd.", zh: "入账记录无法在此更改。" }
    /// Nothing in the ledger.
    EMPTY { en: "Nothing counts toward the cap yet.", de: "Auf die Obergrenze ist noch nichts angerechnet.", sv: "Inget räknas mot taket ännu.", nl: "Er telt nog niets mee voor de restitutielimiet.", zh: "尚无计入上限的金额。" }

    /// Button and title of the form.
    ADD { en: "Add entry", de: "Eintrag hinzufügen", sv: "Lägg till post", nl: "Vermelding toevoegen", zh: "添加记录" }
    /// Button.
    EDIT { en: "Edit", de: "Bearbeiten", sv: "Redigera", nl: "Bewerken", zh: "编辑" }
    /// Title of the form.
    EDIT_TITLE { en: "Edit entry", de: "Eintrag bearbeiten", sv: "Redigera post", nl: "Vermelding bewerken", zh: "编辑记录" }
    /// The name of a button among others of its kind.
    EDIT_WHAT { en: "Edit: {source}", de: "Bearbeiten: {source}", sv: "Redigera: {source}", nl: "Bewerken: {source}", zh: "编辑：{source}" }
    /// The name of a button among others of its kind.
    REMOVE_WHAT { en: "Remove: {source}", de: "Entfernen: {source}", sv: "Ta bort: {source}", nl: "Verwijderen: {source}", zh: "移除：{source}" }
    /// Button.
    REMOVE { en: "Remove", de: "Entfernen", sv: "Ta bort", nl: "Verwijderen", zh: "移除" }
    /// Title of the question.
    REMOVE_TITLE { en: "Remove this entry?", de: "Diesen Eintrag entfernen?", sv: "Ta bort den här posten?", nl: "Deze vermelding verwijderen?", zh: "移除此记录？" }
    /// What follows.
    REMOVE_MEANS { en: "{amount} of {day} will no longer count toward the cap. The activity log keeps it.", de: "{amount} vom {day} zählt dann nicht mehr. Das Aktivitätsprotokoll behält den Eintrag.", sv: "{amount} från {day} räknas då inte längre mot taket. Aktivitetsloggen behåller posten.", nl: "{amount} van {day} telt dan niet meer mee. Het activiteitenlogboek bewaart de vermelding.", zh: "{day} 的 {amount} 将不再计入上限。活动日志会保留该记录。" }
    /// Field.
    DATE { en: "Day of the cancellation", de: "Tag der Stornierung", sv: "Dag för annulleringen", nl: "Dag van annulering", zh: "取消日期" }
    /// Field.
    USD { en: "Amount that counts", de: "Angerechneter Betrag", sv: "Belopp som räknas", nl: "Bedrag dat meetelt", zh: "计入金额" }
    /// Field.
    COMMITMENT { en: "Cancelled commitment", de: "Stornierte Verpflichtung", sv: "Annullerat åtagande", nl: "Geannuleerde verplichting", zh: "取消的承诺额" }
    /// Helps to fill it in.
    COMMITMENT_HINT { en: "What counts by the other reading, if you know it.", de: "Was nach der anderen Lesart zählt, falls bekannt.", sv: "Det som räknas enligt den andra tolkningen, om det är känt.", nl: "Wat volgens de andere uitleg meetelt, als u dat weet.", zh: "按另一种解释计入的金额（如已知）。" }
    /// Below the amount of an entry.
    COMMITMENT_OF_ROW { en: "Cancelled commitment: {amount}", de: "Stornierte Verpflichtung: {amount}", sv: "Annullerat åtagande: {amount}", nl: "Geannuleerde verplichting: {amount}", zh: "取消的承诺额：{amount}" }
    /// Field.
    KNOWN_FROM { en: "Where it is known from", de: "Woher das bekannt ist", sv: "Varifrån uppgiften kommer", nl: "Waar dit uit blijkt", zh: "依据" }
    /// Helps to fill it in.
    KNOWN_FROM_HINT { en: "For example: credit note of October, number 4711", de: "Zum Beispiel: Gutschrift vom Oktober, Nummer 4711", sv: "Till exempel: kreditnota från oktober, nummer 4711", nl: "Bijvoorbeeld: creditnota van oktober, nummer 4711", zh: "例如：10 月贷项通知单，编号 4711" }
    /// What is wrong.
    DATE_NEEDED { en: "Enter a day up to today.", de: "Geben Sie einen Tag bis heute ein.", sv: "Ange en dag till och med i dag.", nl: "Voer een dag tot en met vandaag in.", zh: "请输入不晚于今天的日期。" }
    /// What is wrong.
    SOURCE_NEEDED { en: "Say where it is known from.", de: "Geben Sie an, woher das bekannt ist.", sv: "Ange varifrån uppgiften kommer.", nl: "Geef aan waar dit uit blijkt.", zh: "请说明依据。" }
    /// Button.
    SAVE { en: "Save", de: "Speichern", sv: "Spara", nl: "Opslaan", zh: "保存" }
    /// Why a button waits.
    SAVING { en: "Saving…", de: "Wird gespeichert …", sv: "Sparar …", nl: "Opslaan…", zh: "正在保存…" }
    /// It is done.
    SAVED { en: "The entry is saved.", de: "Der Eintrag ist gespeichert.", sv: "Posten är sparad.", nl: "De vermelding is opgeslagen.", zh: "记录已保存。" }
    /// It is done.
    REMOVED { en: "The entry was removed.", de: "Der Eintrag wurde entfernt.", sv: "Posten har tagits bort.", nl: "De vermelding is verwijderd.", zh: "记录已移除。" }
    /// It was not done.
    NOT_SAVED { en: "Nothing was changed.", de: "Es wurde nichts geändert.", sv: "Inget ändrades.", nl: "Er is niets gewijzigd.", zh: "未做任何更改。" }
}
