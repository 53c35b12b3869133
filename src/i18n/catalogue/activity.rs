//! The record of what was changed.

use crate::catalogue;

catalogue! {
    /// Page and link: what was changed.
    TITLE { en: "Activity", de: "Aktivität", sv: "Aktivitet", nl: "Activiteit", zh: "活动" }
    /// What the page holds.
    SUMMARY {
        en: "Every change made here to this customer's reservations, the newest first.",
        de: "Jede hier vorgenommene Änderung an den Reservierungen dieses Kunden, die neueste zuerst.",
        sv: "Alla ändringar som har gjorts här i kundens reservationer, de senaste först.",
        nl: "Elke wijziging die hier in de reserveringen van deze klant is gedaan, de nieuwste eerst.",
        zh: "在此对该客户预订所做的全部更改，最新的在前。"
    }
    /// Label of the search.
    SEARCH { en: "Search by person, change or reservation", de: "Nach Person, Änderung oder Reservierung suchen", sv: "Sök efter person, ändring eller reservation", nl: "Zoeken op persoon, wijziging of reservering", zh: "按人员、更改或预订搜索" }
    /// How many are shown, of `{count}`.
    SHOWN {
        en: "{shown} of {count} change" | "{shown} of {count} changes",
        de: "{shown} von {count} Änderung" | "{shown} von {count} Änderungen",
        sv: "{shown} av {count} ändring" | "{shown} av {count} ändringar",
        nl: "{shown} van {count} wijziging" | "{shown} van {count} wijzigingen",
        zh: "{shown} / {count} 项更改"
    }
    /// Nothing was changed.
    NOTHING_YET { en: "Nothing has been changed here yet.", de: "Hier wurde noch nichts geändert.", sv: "Inget har ändrats här ännu.", nl: "Hier is nog niets gewijzigd.", zh: "此处尚无更改。" }
    /// What will stand there.
    NOTHING_YET_HINT { en: "Returns, exchanges, changes of configuration and access, and support requests will be listed here.", de: "Rückgaben, Umtausch, Änderungen an Konfiguration und Zugriff sowie Supportanfragen stehen später hier.", sv: "Returer, byten, ändringar av konfiguration och åtkomst samt supportbegäranden kommer att visas här.", nl: "Retouren, omruilingen, wijzigingen in configuratie en toegang en ondersteuningsaanvragen komen hier te staan.", zh: "退回、兑换、配置和访问权限更改以及支持请求将显示在此处。" }
    /// Button.
    DOWNLOAD_CSV { en: "Download as CSV", de: "Als CSV herunterladen", sv: "Ladda ned som CSV", nl: "Downloaden als CSV", zh: "下载为 CSV" }
    /// What was agreed about returns did not come.
    AGREED_MISSING { en: "What you agreed with the customer about returns is missing", de: "Die Vereinbarungen mit dem Kunden zu Rückgaben fehlen", sv: "Överenskommelserna med kunden om returer saknas", nl: "De afspraken met de klant over retouren ontbreken", zh: "缺少与客户就退回所作的约定" }
    /// Who made a change, and in which role.
    BY_WHOM { en: "{name} · {role}", de: "{name} · {role}", sv: "{name} · {role}", nl: "{name} · {role}", zh: "{name} · {role}" }
    /// A value before and after a change.
    FROM_TO { en: "{before} → {after}", de: "{before} → {after}", sv: "{before} → {after}", nl: "{before} → {after}", zh: "{before} → {after}" }
    /// A value that is gone.
    WAS { en: "{before} (removed)", de: "{before} (entfernt)", sv: "{before} (borttaget)", nl: "{before} (verwijderd)", zh: "{before}（已移除）" }
    /// What was done: an entry of the ledger.
    LEDGER_WRITTEN { en: "Entry toward the refund cap saved", de: "Eintrag zur Obergrenze gespeichert", sv: "Post mot taket sparad", nl: "Vermelding voor de restitutielimiet opgeslagen", zh: "已保存退款上限记录" }
    /// What was done: an entry of the ledger.
    LEDGER_REMOVED { en: "Entry toward the refund cap removed", de: "Eintrag zur Obergrenze entfernt", sv: "Post mot taket borttagen", nl: "Vermelding voor de restitutielimiet verwijderd", zh: "已移除退款上限记录" }
    /// Opens the quote that was carried out.
    QUOTE { en: "The quote that was carried out", de: "Die ausgeführte Berechnung", sv: "Beräkningen som genomfördes", nl: "De uitgevoerde berekening", zh: "所执行的报价" }
    /// Where the rest of the quote is.
    QUOTE_HINT { en: "Every input and every step is in the JSON file.", de: "Alle Eingaben und alle Schritte stehen in der JSON-Datei.", sv: "Alla indata och alla steg finns i JSON-filen.", nl: "Alle invoer en alle stappen staan in het JSON-bestand.", zh: "全部输入和每个步骤均在 JSON 文件中。" }

    /// What was done.
    RETURNED { en: "Units returned", de: "Einheiten zurückgegeben", sv: "Enheter återlämnade", nl: "Eenheden geretourneerd", zh: "已退回" }
    /// What was done.
    EXCHANGED { en: "Reservations exchanged", de: "Reservierungen umgetauscht", sv: "Reservationer bytta", nl: "Reserveringen omgeruild", zh: "已兑换预订" }
    /// What was done.
    BOUGHT { en: "Reservation bought", de: "Reservierung gekauft", sv: "Reservation köpt", nl: "Reservering gekocht", zh: "已购买预订" }
    /// What was done.
    CHANGED { en: "Configuration changed", de: "Konfiguration geändert", sv: "Konfiguration ändrad", nl: "Configuratie gewijzigd", zh: "已更改配置" }
    /// What was done.
    SPLIT { en: "Reservation split", de: "Reservierung geteilt", sv: "Reservation delad", nl: "Reservering gesplitst", zh: "已拆分预订" }
    /// What was done.
    MERGED { en: "Reservations merged", de: "Reservierungen zusammengeführt", sv: "Reservationer sammanslagna", nl: "Reserveringen samengevoegd", zh: "已合并预订" }
    /// What was done.
    ARCHIVED { en: "Reservation archived", de: "Reservierung archiviert", sv: "Reservation arkiverad", nl: "Reservering gearchiveerd", zh: "已存档预订" }
    /// What was done.
    UNARCHIVED { en: "Reservation taken out of the archive", de: "Reservierung aus dem Archiv geholt", sv: "Reservation hämtad ur arkivet", nl: "Reservering uit het archief gehaald", zh: "已取消存档预订" }
    /// What was done.
    ROLE_GIVEN { en: "Role assignment added", de: "Rollenzuweisung hinzugefügt", sv: "Rolltilldelning tillagd", nl: "Roltoewijzing toegevoegd", zh: "已添加角色分配" }
    /// What was done.
    ROLE_TAKEN { en: "Role assignment removed", de: "Rollenzuweisung entfernt", sv: "Rolltilldelning borttagen", nl: "Roltoewijzing verwijderd", zh: "已移除角色分配" }

    /// Field of a record.
    ARCHIVED_FIELD { en: "Archived", de: "Archiviert", sv: "Arkiverad", nl: "Gearchiveerd", zh: "已存档" }
    /// What was done.
    IMPORTED { en: "Files imported", de: "Dateien importiert", sv: "Filer importerade", nl: "Bestanden geïmporteerd", zh: "已导入文件" }
    /// What was done.
    IMPORT_UNDONE { en: "Import undone", de: "Import rückgängig gemacht", sv: "Import ångrad", nl: "Import ongedaan gemaakt", zh: "已撤销导入" }
    /// Field of an import: how many.
    NEW_RESERVATIONS { en: "New reservations", de: "Neue Reservierungen", sv: "Nya reservationer", nl: "Nieuwe reserveringen", zh: "新预订" }
    /// Field of an import: how many.
    CHANGED_RESERVATIONS { en: "Changed reservations", de: "Geänderte Reservierungen", sv: "Ändrade reservationer", nl: "Gewijzigde reserveringen", zh: "已更改的预订" }
    /// Field of an import: how many.
    NEW_BOOKINGS { en: "New bookings", de: "Neue Buchungen", sv: "Nya bokföringsposter", nl: "Nieuwe boekingen", zh: "新入账记录" }
    /// Field of an import: whether it was taken back.
    TAKEN_BACK { en: "Undone", de: "Rückgängig gemacht", sv: "Ångrad", nl: "Ongedaan gemaakt", zh: "已撤销" }
    /// Field of a record.
    BOUGHT_ITEM { en: "Bought", de: "Gekauft", sv: "Köpt", nl: "Gekocht", zh: "已购买" }
}
