//! The search that a key opens on every page.

use crate::catalogue;

catalogue! {
    /// Button in the header, and title of the dialog.
    TITLE { en: "Search", de: "Suche", sv: "Sök", nl: "Zoeken", zh: "搜索" }
    /// The keys that open it, as keyboards of the language name them.
    KEYS { en: "Ctrl+K", de: "Strg+K", sv: "Ctrl+K", nl: "Ctrl+K", zh: "Ctrl+K" }
    /// Whether the search also opens by a single key, which some press without wanting to.
    SLASH { en: "The / key opens search too", de: "Auch die Taste / öffnet die Suche", sv: "Även tangenten / öppnar sökningen", nl: "Ook de toets / opent het zoekvenster", zh: "按 / 键也可打开搜索" }
    /// While it is downloaded for the first time.
    OPENING { en: "Opening search…", de: "Suche wird geöffnet …", sv: "Öppnar sökningen …", nl: "Zoeken wordt geopend…", zh: "正在打开搜索…" }
    /// Title when it cannot be downloaded.
    NOT_OPENED { en: "Search couldn't be downloaded", de: "Die Suche konnte nicht heruntergeladen werden", sv: "Sökningen kunde inte hämtas", nl: "De zoekfunctie kon niet worden gedownload", zh: "无法下载搜索功能" }
    /// Name of the field: what can be found.
    FIELD {
        en: "Customer, reservation, support request, ID, page or help topic",
        de: "Kunde, Reservierung, Supportanfrage, ID, Seite oder Hilfethema",
        sv: "Kund, reservation, supportbegäran, ID, sida eller hjälpavsnitt",
        nl: "Klant, reservering, ondersteuningsaanvraag, id, pagina of helponderwerp",
        zh: "客户、预订、支持请求、ID、页面或帮助主题"
    }
    /// Name of the list of what is found.
    RESULTS { en: "Results", de: "Ergebnisse", sv: "Resultat", nl: "Resultaten", zh: "结果" }
    /// How many are found, read out.
    COUNT {
        en: "{count} result" | "{count} results",
        de: "{count} Ergebnis" | "{count} Ergebnisse",
        sv: "{count} resultat" | "{count} resultat",
        nl: "{count} resultaat" | "{count} resultaten",
        zh: "{count} 个结果"
    }
    /// While customers, reservations and support requests are on their way; pages are found already.
    READING { en: "Reading customers, reservations and support requests…", de: "Kunden, Reservierungen und Supportanfragen werden gelesen …", sv: "Läser in kunder, reservationer och supportbegäranden …", nl: "Klanten, reserveringen en ondersteuningsaanvragen worden gelezen…", zh: "正在读取客户、预订和支持请求…" }
    /// Group of results.
    RESERVATIONS { en: "Reservations", de: "Reservierungen", sv: "Reservationer", nl: "Reserveringen", zh: "预订" }
    /// Group of results: pages of the product.
    PAGES { en: "Pages", de: "Seiten", sv: "Sidor", nl: "Pagina's", zh: "页面" }
    /// Group of results: how amounts are calculated.
    HELP { en: "Help", de: "Hilfe", sv: "Hjälp", nl: "Help", zh: "帮助" }
    /// Last result of the reservations, where there are more than fit.
    ALL {
        en: "Show {count} reservation in the portfolio" | "Show all {count} reservations in the portfolio",
        de: "{count} Reservierung im Portfolio anzeigen" | "Alle {count} Reservierungen im Portfolio anzeigen",
        sv: "Visa {count} reservation i portföljen" | "Visa alla {count} reservationer i portföljen",
        nl: "{count} reservering in de portfolio tonen" | "Alle {count} reserveringen in de portfolio tonen",
        zh: "在预订组合中显示全部 {count} 个预订"
    }
    /// Some reservations are not found because the records of their customers are damaged.
    UNUSABLE {
        en: "The reservations of {count} customer can't be read and aren't found here." | "The reservations of {count} customers can't be read and aren't found here.",
        de: "Die Reservierungen von {count} Kunden sind nicht lesbar und werden hier nicht gefunden." | "Die Reservierungen von {count} Kunden sind nicht lesbar und werden hier nicht gefunden.",
        sv: "Reservationerna för {count} kund kan inte läsas och hittas inte här." | "Reservationerna för {count} kunder kan inte läsas och hittas inte här.",
        nl: "De reserveringen van {count} klant zijn niet leesbaar en worden hier niet gevonden." | "De reserveringen van {count} klanten zijn niet leesbaar en worden hier niet gevonden.",
        zh: "有 {count} 个客户的预订无法读取，在此处搜索不到。"
    }
}
