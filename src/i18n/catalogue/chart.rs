//! Texts of the date chart.

crate::catalogue! {
    /// Heading of the chart.
    CHART_TITLE {
        en: "What is paid out on which day",
        de: "Was an welchem Tag ausgezahlt wird",
        sv: "Vad som betalas ut vilken dag",
        nl: "Wat op welke dag wordt uitbetaald",
        zh: "各日期的实际退款金额",
    }
    /// Explains how the chart is used.
    CHART_HINT {
        en: "Choose a day with the mouse or the arrow keys; it becomes the date of the return.",
        de: "Wählen Sie einen Tag mit der Maus oder den Pfeiltasten; er wird das Datum der Rückgabe.",
        sv: "Välj en dag med musen eller piltangenterna; den blir datum för returen.",
        nl: "Kies een dag met de muis of de pijltoetsen; die wordt de datum van de retour.",
        zh: "用鼠标或方向键选择一天，它将成为退回日期。",
    }
    /// Name of the control that chooses a day.
    CHART_DAY {
        en: "Day of the return (UTC)",
        de: "Tag der Rückgabe (UTC)",
        sv: "Dag för returen (UTC)",
        nl: "Dag van de retour (UTC)",
        zh: "退回日期 (UTC)",
    }
    /// One day in words: `{day}`, `{amount}` and `{decision}`.
    CHART_READOUT {
        en: "{day}: {amount}, {decision}",
        de: "{day}: {amount}, {decision}",
        sv: "{day}: {amount}, {decision}",
        nl: "{day}: {amount}, {decision}",
        zh: "{day}：{amount}，{decision}",
    }
    /// Decision: the whole refund is payable.
    CHART_ALLOWED {
        en: "the whole refund is paid out",
        de: "die ganze Rückerstattung wird ausgezahlt",
        sv: "hela återbetalningen betalas ut",
        nl: "de hele restitutie wordt uitbetaald",
        zh: "全额退款",
    }
    /// Decision: there was no rate to check the cap with.
    CHART_UNCHECKED {
        en: "the refund cap wasn't checked",
        de: "die Obergrenze wurde nicht geprüft",
        sv: "taket har inte kontrollerats",
        nl: "de restitutielimiet is niet gecontroleerd",
        zh: "未检查退款上限"
    }
    /// Decision: the refund cap cuts the refund.
    CHART_CAPPED {
        en: "cut by the refund cap",
        de: "durch die Obergrenze gekürzt",
        sv: "begränsas av taket",
        nl: "verlaagd door de restitutielimiet",
        zh: "受退款上限削减"
    }
    /// Decision: the return is refused.
    CHART_REFUSED {
        en: "the return is refused",
        de: "die Rückgabe wird abgelehnt",
        sv: "returen avslås",
        nl: "de retour wordt geweigerd",
        zh: "退回被拒绝",
    }
    /// Event: the rule of the first five days is over.
    CHART_FIRST_DAYS_OVER {
        en: "the first five days are over",
        de: "die ersten fünf Tage sind vorbei",
        sv: "de första fem dagarna är över",
        nl: "de eerste vijf dagen zijn voorbij",
        zh: "前五天已过",
    }
    /// Event: a further instalment is billed.
    CHART_INSTALMENT {
        en: "instalment due",
        de: "Rate fällig",
        sv: "delbetalning förfaller",
        nl: "termijn verschuldigd",
        zh: "分期付款到期"
    }
    /// Event: `{amount}` of the yearly limit is free again.
    CHART_REPLENISHED {
        en: "{amount} of the refund cap is free again",
        de: "{amount} der Obergrenze werden wieder frei",
        sv: "{amount} under taket frigörs",
        nl: "{amount} van de restitutielimiet komt weer vrij",
        zh: "退款上限恢复 {amount}",
    }
    /// Legend of the marks of a replenished limit.
    CHART_LEGEND_REPLENISHED {
        en: "part of the refund cap is free again",
        de: "ein Teil der Obergrenze wird wieder frei",
        sv: "utrymme under taket frigörs",
        nl: "een deel van de restitutielimiet komt weer vrij",
        zh: "部分退款上限恢复",
    }
    /// Opens the data of the chart as a table.
    CHART_TABLE {
        en: "Show as a table",
        de: "Als Tabelle anzeigen",
        sv: "Visa som tabell",
        nl: "Als tabel weergeven",
        zh: "以表格显示",
    }
    /// Column: the day.
    CHART_COLUMN_DAY { en: "Day (UTC)", de: "Tag (UTC)", sv: "Dag (UTC)", nl: "Dag (UTC)", zh: "日期 (UTC)" }
    /// Column: what is payable.
    CHART_COLUMN_PAYABLE { en: "Paid out", de: "Auszahlung", sv: "Utbetalning", nl: "Uitbetaling", zh: "实际退款金额" }
    /// Column: the decision.
    CHART_COLUMN_DECISION { en: "Decision", de: "Entscheidung", sv: "Beslut", nl: "Beslissing", zh: "决定" }
    /// Column: what changes on the day.
    CHART_COLUMN_CHANGES { en: "What changes", de: "Was sich ändert", sv: "Vad som ändras", nl: "Wat verandert", zh: "变化" }
    /// Shown when there is no day to draw.
    CHART_EMPTY {
        en: "There is no day left on which units can be returned.",
        de: "Es gibt keinen Tag mehr, an dem Einheiten zurückgegeben werden könnten.",
        sv: "Det finns ingen dag kvar då enheter kan lämnas tillbaka.",
        nl: "Er is geen dag meer waarop eenheden kunnen worden geretourneerd.",
        zh: "已没有可以退回的日期。",
    }
    /// One day in words under a monthly plan: `{day}`, `{amount}`, `{decision}`, `{charged}` and `{left}`.
    CHART_READOUT_CHARGED {
        en: "{day}: {amount}, {decision}. After {charged} charged until then: {left}.",
        de: "{day}: {amount}, {decision}. Nach {charged}, die bis dahin berechnet werden: {left}.",
        sv: "{day}: {amount}, {decision}. Efter {charged} som debiteras till dess: {left}.",
        nl: "{day}: {amount}, {decision}. Na {charged} die tot dan in rekening wordt gebracht: {left}.",
        zh: "{day}：{amount}，{decision}。扣除届时已收取的 {charged} 后：{left}。",
    }
    /// Legend: the line of what is paid out.
    CHART_PAID_OUT {
        en: "paid out on that day",
        de: "Auszahlung an diesem Tag",
        sv: "utbetalning den dagen",
        nl: "uitbetaling op die dag",
        zh: "当日实际退款",
    }
    /// Legend: the line of what is paid out, less what was charged.
    CHART_LEFT {
        en: "paid out, less the instalments charged until then",
        de: "Auszahlung abzüglich der bis dahin berechneten Raten",
        sv: "utbetalning minus de delbetalningar som debiteras till dess",
        nl: "uitbetaling min de termijnen die tot dan in rekening worden gebracht",
        zh: "实际退款减去届时已收取的分期付款",
    }
    /// Legend: the day on which a return leaves the most.
    CHART_LEGEND_BEST { en: "best day", de: "bester Tag", sv: "bästa dagen", nl: "beste dag", zh: "最佳日期" }
    /// The first day leaves the most: `{day}` and `{amount}`.
    CHART_BEST_FIRST {
        en: "Waiting brings nothing. The best day is {day}: {amount}.",
        de: "Warten bringt nichts. Der beste Tag ist der {day}: {amount}.",
        sv: "Att vänta ger inget. Bästa dagen är {day}: {amount}.",
        nl: "Wachten levert niets op. De beste dag is {day}: {amount}.",
        zh: "等待没有好处。最佳日期是 {day}：{amount}。",
    }
    /// A later day leaves the most: `{day}` and `{amount}`.
    CHART_BEST {
        en: "The best day is {day}: {amount}.",
        de: "Der beste Tag ist der {day}: {amount}.",
        sv: "Bästa dagen är {day}: {amount}.",
        nl: "De beste dag is {day}: {amount}.",
        zh: "最佳日期是 {day}：{amount}。",
    }
    /// Said of the best day under a monthly plan.
    CHART_CHARGES {
        en: "The instalments charged while waiting are counted.",
        de: "Die Raten, die während des Wartens berechnet werden, sind berücksichtigt.",
        sv: "De delbetalningar som debiteras under väntan är inräknade.",
        nl: "De termijnen die tijdens het wachten in rekening worden gebracht, zijn meegerekend.",
        zh: "已计入等待期间收取的分期付款。",
    }
    /// Column: what is left of the payout after the instalments charged until then.
    CHART_COLUMN_LEFT {
        en: "After instalments until then",
        de: "Nach den Raten bis dahin",
        sv: "Efter delbetalningar till dess",
        nl: "Na de termijnen tot dan",
        zh: "扣除届时分期后",
    }
}
