//! The customer list, and what it says of a customer.

use crate::catalogue;

catalogue! {
    /// Heading of the customer list.
    CUSTOMERS { en: "Customers", de: "Kunden", sv: "Kunder", nl: "Klanten", zh: "客户" }
    /// What the customer list is for.
    CUSTOMERS_SUMMARY { en: "Choose a customer to see their Azure reservations.", de: "Wählen Sie einen Kunden, um dessen Azure-Reservierungen zu sehen.", sv: "Välj en kund för att se kundens Azure-reservationer.", nl: "Kies een klant om de Azure-reserveringen van die klant te zien.", zh: "请选择客户以查看其 Azure 预订。" }
    /// Label of the search in the customer list.
    SEARCH_CUSTOMERS { en: "Search by name or domain", de: "Nach Name oder Domäne suchen", sv: "Sök efter namn eller domän", nl: "Zoeken op naam of domein", zh: "按名称或域搜索" }
    /// Column.
    NAME { en: "Name", de: "Name", sv: "Namn", nl: "Naam", zh: "名称" }
    /// Column; also a property of a customer.
    DOMAIN { en: "Domain", de: "Domäne", sv: "Domän", nl: "Domein", zh: "域" }
    /// Column: how many there are.
    RESERVATION_COUNT { en: "Reservations", de: "Reservierungen", sv: "Reservationer", nl: "Reserveringen", zh: "预订数" }
    /// Column: the earliest expiration date among the reservations that run.
    SOONEST_EXPIRY { en: "Soonest expiry", de: "Nächster Ablauf", sv: "Löper ut först", nl: "Eerstvolgende vervaldatum", zh: "最近到期" }
    /// No reservation runs.
    NONE_RUNNING { en: "None running", de: "Keine laufenden", sv: "Inga löpande", nl: "Geen lopende", zh: "无生效的预订" }
    /// Column; also the name of the meter.
    LIMIT_USED { en: "Refund cap used", de: "Genutzte Obergrenze", sv: "Utnyttjat tak", nl: "Gebruikte restitutielimiet", zh: "已用退款上限" }
    /// How much of the yearly limit is used.
    USED_OF_LIMIT { en: "{used} of {limit}", de: "{used} von {limit}", sv: "{used} av {limit}", nl: "{used} van {limit}", zh: "{used} / {limit}" }
    /// How much of the yearly limit is used cannot be told.
    LIMIT_NOT_KNOWN { en: "Unknown, because some data can't be read", de: "Nicht bekannt, weil Daten nicht gelesen werden können", sv: "Okänt, eftersom vissa uppgifter inte kan läsas", nl: "Onbekend, omdat sommige gegevens niet kunnen worden gelezen", zh: "未知：部分数据无法读取" }
    /// How many of `{count}` customers are shown.
    CUSTOMERS_SHOWN {
        en: "{shown} of {count} customer" | "{shown} of {count} customers",
        de: "{shown} von {count} Kunden" | "{shown} von {count} Kunden",
        sv: "{shown} av {count} kund" | "{shown} av {count} kunder",
        nl: "{shown} van {count} klant" | "{shown} van {count} klanten",
        zh: "{shown} / {count} 个客户"
    }
    /// There are no customers at all.
    NO_CUSTOMERS { en: "There are no customers yet", de: "Es gibt noch keine Kunden", sv: "Det finns inga kunder än", nl: "Er zijn nog geen klanten", zh: "还没有客户" }
    /// What to do about it.
    NO_CUSTOMERS_HINT {
        en: "Import the files that you already have, or load the demo to try Prorata with invented customers and reservations.",
        de: "Importieren Sie die Dateien, die Sie schon haben, oder laden Sie die Demo, um Prorata mit erfundenen Kunden und Reservierungen auszuprobieren.",
        sv: "Importera filerna som du redan har, eller läs in demon för att prova Prorata med påhittade kunder och reservationer.",
        nl: "Importeer de bestanden die u al hebt, of laad de demo om Prorata uit te proberen met verzonnen klanten en reserveringen.",
        zh: "导入您已有的文件，或加载演示数据，用虚构的客户和预订试用 Prorata。"
    }
    /// Link to the import.
    IMPORT_FILES { en: "Import files", de: "Dateien importieren", sv: "Importera filer", nl: "Bestanden importeren", zh: "导入文件" }
    /// Button.
    LOAD_DEMONSTRATION { en: "Load the demo", de: "Demo laden", sv: "Läs in demon", nl: "Demo laden", zh: "加载演示数据" }
    /// While it is under way.
    LOADING_DEMONSTRATION { en: "Loading the demo…", de: "Die Demo wird geladen …", sv: "Läser in demon …", nl: "De demo wordt geladen…", zh: "正在加载演示数据…" }

    /// Badge: the customer buys under another agreement.
    NOT_IN_CSP { en: "Not in CSP", de: "Nicht in CSP", sv: "Inte i CSP", nl: "Niet in CSP", zh: "非 CSP" }
    /// What the badge means, in a few words.
    NOT_IN_CSP_SHORT { en: "{agreement}: can be viewed and quoted only", de: "{agreement}: nur Ansicht und Berechnung", sv: "{agreement}: kan bara visas och beräknas", nl: "{agreement}: alleen weergeven en berekenen", zh: "{agreement}：仅可查看和报价" }
    /// Agreement `MCA`.
    AGREEMENT_MCA { en: "Microsoft Customer Agreement", de: "Microsoft-Kundenvereinbarung", sv: "Microsoft-kundavtal", nl: "Microsoft-klantovereenkomst", zh: "Microsoft 客户协议" }
    /// Agreement `EA`.
    AGREEMENT_EA { en: "Enterprise Agreement", de: "Enterprise Agreement", sv: "Enterprise-avtal", nl: "Enterprise Agreement", zh: "企业协议" }
    /// Agreement `MOSP`: the online subscription programme.
    AGREEMENT_MOSP { en: "pay-as-you-go", de: "nutzungsbasierte Bezahlung", sv: "betala per användning", nl: "betalen per gebruik", zh: "即用即付" }

    /// Documents of the customer cannot be read.
    UNREADABLE {
        en: "{count} document can't be read" | "{count} documents can't be read",
        de: "{count} Dokument ist nicht lesbar" | "{count} Dokumente sind nicht lesbar",
        sv: "{count} dokument kan inte läsas" | "{count} dokument kan inte läsas",
        nl: "{count} document is onleesbaar" | "{count} documenten zijn onleesbaar",
        zh: "{count} 个文档无法读取"
    }
}
