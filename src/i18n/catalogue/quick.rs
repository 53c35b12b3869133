//! Texts of the quick quote, which needs no record.

use crate::catalogue;

catalogue! {
    /// The page.
    TITLE { en: "Quick quote", de: "Schnellberechnung", sv: "Snabbberäkning", nl: "Snelle berekening", zh: "快速报价" }
    /// What the page is for.
    SUMMARY {
        en: "What comes back for reservations that you describe here, without any file.",
        de: "Was für Reservierungen zurückkommt, die Sie hier beschreiben, ganz ohne Datei.",
        sv: "Vad som kommer tillbaka för reservationer som du beskriver här, helt utan fil.",
        nl: "Wat er terugkomt voor reserveringen die u hier beschrijft, zonder bestand.",
        zh: "无需任何文件，在此描述预订即可了解可退金额。"
    }
    /// Heading of the reservations.
    LINES { en: "Reservations", de: "Reservierungen", sv: "Reservationer", nl: "Reserveringen", zh: "预订" }
    /// Heading of one of them.
    LINE { en: "Reservation {number}", de: "Reservierung {number}", sv: "Reservation {number}", nl: "Reservering {number}", zh: "预订 {number}" }
    /// Button: takes a reservation out.
    REMOVE { en: "Remove reservation {number}", de: "Reservierung {number} entfernen", sv: "Ta bort reservation {number}", nl: "Reservering {number} verwijderen", zh: "移除预订 {number}" }
    /// Why no other reservation can be added: `{count}` at most.
    FULL {
        en: "One page quotes {count} reservations at most.",
        de: "Eine Seite berechnet höchstens {count} Reservierungen.",
        sv: "En sida beräknar högst {count} reservationer.",
        nl: "Eén pagina berekent hoogstens {count} reserveringen.",
        zh: "一页最多报价 {count} 个预订。"
    }
    /// Field: the currency of the price.
    CURRENCY { en: "Currency", de: "Währung", sv: "Valuta", nl: "Valuta", zh: "货币" }
    /// Hint of the currency.
    CURRENCY_HINT { en: "Its code, such as EUR.", de: "Ihr Code, zum Beispiel EUR.", sv: "Dess kod, till exempel EUR.", nl: "De code, bijvoorbeeld EUR.", zh: "货币代码，例如 EUR。" }
    /// Hint of the choice between used and unused.
    USED_HINT {
        en: "Matters in the first five days after the purchase only.",
        de: "Zählt nur in den ersten fünf Tagen nach dem Kauf.",
        sv: "Spelar roll bara under de första fem dagarna efter köpet.",
        nl: "Telt alleen in de eerste vijf dagen na de aankoop.",
        zh: "仅在购买后的前五天内有影响。"
    }
    /// In the place of a quote: what is missing or does not fit.
    NEEDED { en: "No quote yet. Still needed: {fields}.", de: "Noch keine Berechnung. Es fehlt: {fields}.", sv: "Ingen beräkning än. Det som saknas: {fields}.", nl: "Nog geen berekening. Nog nodig: {fields}.", zh: "尚无报价。还需要：{fields}。" }
    /// What a reservation brings, above its amount.
    BEFORE_CAP { en: "Refund before the refund cap", de: "Rückerstattung vor der Obergrenze", sv: "Återbetalning före taket", nl: "Restitutie vóór de restitutielimiet", zh: "计入上限前的退款" }
    /// Heading of the totals.
    TOTAL { en: "All together, before the refund cap", de: "Alles zusammen, vor der Obergrenze", sv: "Allt tillsammans, före taket", nl: "Alles samen, vóór de restitutielimiet", zh: "合计（计入上限前）" }
    /// Why nothing is said of the refund cap.
    CAP_NOTE {
        en: "The refund cap may leave less. It depends on what else the customer has returned in the last 365 days, which is not known here.",
        de: "Die Obergrenze lässt vielleicht weniger übrig. Sie hängt davon ab, was der Kunde in den letzten 365 Tagen sonst zurückgegeben hat; das ist hier nicht bekannt.",
        sv: "Taket kan lämna mindre kvar. Det beror på vad kunden i övrigt har lämnat tillbaka de senaste 365 dagarna, och det är inte känt här.",
        nl: "De restitutielimiet laat mogelijk minder over. Die hangt af van wat de klant in de afgelopen 365 dagen verder heeft geretourneerd, en dat is hier niet bekend.",
        zh: "受退款上限影响，实际金额可能更少。上限取决于客户在过去 365 天内的其他退回，此处无从得知。"
    }
    /// In the place of the totals.
    NO_TOTAL { en: "There is no quote yet.", de: "Es gibt noch keine Berechnung.", sv: "Det finns ingen beräkning än.", nl: "Er is nog geen berekening.", zh: "尚无报价。" }
    /// Beside the totals: reservations that are not in them.
    NOT_IN_TOTAL {
        en: "{count} reservation without a quote is not part of it." | "{count} reservations without a quote are not part of it.",
        de: "{count} Reservierung ohne Berechnung ist nicht enthalten." | "{count} Reservierungen ohne Berechnung sind nicht enthalten.",
        sv: "{count} reservation utan beräkning ingår inte." | "{count} reservationer utan beräkning ingår inte.",
        nl: "{count} reservering zonder berekening telt niet mee." | "{count} reserveringen zonder berekening tellen niet mee.",
        zh: "{count} 个尚无报价的预订未计入。"
    }
}
