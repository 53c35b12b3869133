//! Texts of the quick quote, which needs no record.

use crate::catalogue;

catalogue! {
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

    /// Opens the part that makes records of the page.
    KEEP { en: "Keep as reservations", de: "Als Reservierungen behalten", sv: "Behåll som reservationer", nl: "Als reserveringen bewaren", zh: "保留为预订" }
    /// Says what is kept.
    KEEP_ABOUT {
        en: "{count} reservation with a quote is kept with a customer." | "{count} reservations with a quote are kept with a customer.",
        de: "{count} berechnete Reservierung wird bei einem Kunden gespeichert." | "{count} berechnete Reservierungen werden bei einem Kunden gespeichert.",
        sv: "{count} beräknad reservation sparas hos en kund." | "{count} beräknade reservationer sparas hos en kund.",
        nl: "{count} berekende reservering wordt bij een klant bewaard." | "{count} berekende reserveringen worden bij een klant bewaard.",
        zh: "{count} 个已报价的预订将保存到某个客户名下。"
    }
    /// Hint of the customer's name.
    KEEP_HINT { en: "A customer with this name, or a new one.", de: "Ein Kunde mit diesem Namen oder ein neuer.", sv: "En kund med det namnet, eller en ny.", nl: "Een klant met deze naam, of een nieuwe.", zh: "使用此名称的现有客户，或新客户。" }
    /// Why the button is not available.
    KEEP_NAME_FIRST { en: "Say first whose they are.", de: "Geben Sie zuerst an, wem sie gehören.", sv: "Ange först vems de är.", nl: "Geef eerst aan van wie ze zijn.", zh: "请先说明属于谁。" }
    /// Switch: the records of the demonstration go.
    START_EMPTY { en: "Start empty with these", de: "Leer mit diesen beginnen", sv: "Börja tomt med dessa", nl: "Leeg beginnen met deze", zh: "以这些预订从空白开始" }
    /// Button.
    KEEP_BUTTON { en: "Keep them", de: "Behalten", sv: "Behåll", nl: "Bewaren", zh: "保留" }
    /// Why the button is not available.
    KEEPING { en: "They are being kept.", de: "Sie werden gespeichert.", sv: "De sparas.", nl: "Ze worden bewaard.", zh: "正在保留。" }
    /// They are records now.
    KEPT { en: "They are among the customer's reservations now.", de: "Sie stehen jetzt bei den Reservierungen des Kunden.", sv: "De finns nu bland kundens reservationer.", nl: "Ze staan nu bij de reserveringen van de klant.", zh: "它们现已列入该客户的预订。" }
    /// Before the name of a field.
    NOT_KEPT { en: "Nothing was kept. This cannot be stored:", de: "Nichts wurde behalten. Das lässt sich nicht speichern:", sv: "Inget behölls. Detta kan inte sparas:", nl: "Er is niets bewaard. Dit kan niet worden opgeslagen:", zh: "未保留任何内容。无法保存：" }
}
