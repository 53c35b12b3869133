//! Texts of the page on which everything is taken out and brought back.

use crate::catalogue;

catalogue! {
    /// What the page is for.
    SUMMARY {
        en: "Everything that Prorata knows is kept in this browser and nowhere else. Here you take it out and bring it back.",
        de: "Alles, was Prorata weiß, liegt nur in diesem Browser. Hier nehmen Sie es heraus und holen es zurück.",
        sv: "Allt som Prorata vet finns bara i den här webbläsaren. Här tar du ut det och hämtar tillbaka det.",
        nl: "Alles wat Prorata weet, staat alleen in deze browser. Hier haalt u het eruit en zet u het terug.",
        zh: "Prorata 的所有数据都只保存在此浏览器中。您可以在此导出并恢复数据。"
    }
    /// What the page is for, where the records are on a server.
    SUMMARY_OF_SERVER {
        en: "Everything that Prorata knows is kept on your team's server. Here you take it out and bring it back.",
        de: "Alles, was Prorata weiß, liegt auf dem Server Ihres Teams. Hier nehmen Sie es heraus und holen es zurück.",
        sv: "Allt som Prorata vet finns på ditt teams server. Här tar du ut det och hämtar tillbaka det.",
        nl: "Alles wat Prorata weet, staat op de server van uw team. Hier haalt u het eruit en zet u het terug.",
        zh: "Prorata 的所有数据都保存在您团队的服务器上。您可以在此导出并恢复数据。"
    }
    /// Heading: for how long the browser keeps the records.
    STORAGE { en: "Storage in this browser", de: "Speicher dieses Browsers", sv: "Lagring i den här webbläsaren", nl: "Opslag in deze browser", zh: "此浏览器中的存储" }
    /// The browser has promised to keep them.
    STORAGE_PROMISED {
        en: "This browser keeps the records until you delete them.",
        de: "Dieser Browser bewahrt die Daten auf, bis Sie sie löschen.",
        sv: "Den här webbläsaren behåller dina data tills du tar bort dem.",
        nl: "Deze browser bewaart de gegevens totdat u ze verwijdert.",
        zh: "此浏览器会一直保留数据，直到您将其删除。"
    }
    /// The browser has not promised it.
    STORAGE_AT_RISK {
        en: "This browser may delete the records when the device runs out of room. Ask it to keep them, and download a backup from time to time.",
        de: "Dieser Browser darf die Daten löschen, wenn auf dem Gerät der Platz ausgeht. Bitten Sie ihn, sie zu behalten, und laden Sie ab und zu eine Sicherung herunter.",
        sv: "Den här webbläsaren får ta bort dina data när enhetens utrymme tar slut. Be den behålla dem och ladda ned en säkerhetskopia då och då.",
        nl: "Deze browser mag de gegevens verwijderen als het apparaat vol raakt. Vraag hem ze te bewaren en download af en toe een back-up.",
        zh: "设备空间不足时，此浏览器可能会删除数据。请要求浏览器保留数据，并定期下载备份。"
    }
    /// The browser does not say.
    STORAGE_UNKNOWN {
        en: "This browser doesn't say for how long it keeps the records. Download a backup from time to time.",
        de: "Dieser Browser sagt nicht, wie lange er die Daten aufbewahrt. Laden Sie ab und zu eine Sicherung herunter.",
        sv: "Den här webbläsaren anger inte hur länge den behåller dina data. Ladda ned en säkerhetskopia då och då.",
        nl: "Deze browser zegt niet hoelang hij de gegevens bewaart. Download af en toe een back-up.",
        zh: "此浏览器未说明数据会保留多久。请定期下载备份。"
    }
    /// Button: asks the browser for the promise.
    ASK_TO_KEEP { en: "Ask the browser to keep them", de: "Browser bitten, sie zu behalten", sv: "Be webbläsaren behålla dem", nl: "Browser vragen ze te bewaren", zh: "要求浏览器保留数据" }
    /// The browser said no.
    NOT_PROMISED {
        en: "The browser didn't agree. Some agree once Prorata is installed or has been used more often. Until then, download a backup after each change that matters.",
        de: "Der Browser hat nicht zugestimmt. Manche stimmen zu, sobald Prorata installiert ist oder öfter benutzt wurde. Laden Sie bis dahin nach jeder wichtigen Änderung eine Sicherung herunter.",
        sv: "Webbläsaren gick inte med på det. Vissa gör det när Prorata är installerat eller har använts oftare. Ladda till dess ned en säkerhetskopia efter varje viktig ändring.",
        nl: "De browser heeft niet ingestemd. Sommige doen dat zodra Prorata is geïnstalleerd of vaker is gebruikt. Download tot die tijd na elke belangrijke wijziging een back-up.",
        zh: "浏览器未同意。部分浏览器会在安装 Prorata 或多次使用后同意。在此之前，请在每次重要更改后下载备份。"
    }
    /// How much room is taken.
    ROOM { en: "{used} of {allowed} used", de: "{used} von {allowed} belegt", sv: "{used} av {allowed} används", nl: "{used} van {allowed} gebruikt", zh: "已使用 {used}，共 {allowed}" }
    /// Heading: taking everything out.
    BACKUP { en: "Backup", de: "Sicherung", sv: "Säkerhetskopia", nl: "Back-up", zh: "备份" }
    /// What a backup is.
    BACKUP_HINT {
        en: "One file with everything: customers, reservations, quotes, settings and the activity log. Keep it in a safe place: it holds your prices.",
        de: "Eine Datei mit allem: Kunden, Reservierungen, Berechnungen, Einstellungen und Aktivitätsprotokoll. Bewahren Sie sie sicher auf: Sie enthält Ihre Preise.",
        sv: "En fil med allt: kunder, reservationer, beräkningar, inställningar och aktivitetslogg. Förvara den säkert: den innehåller dina priser.",
        nl: "Eén bestand met alles: klanten, reserveringen, berekeningen, instellingen en activiteitenlogboek. Bewaar het veilig: het bevat uw prijzen.",
        zh: "一个文件包含全部内容：客户、预订、报价、设置和活动日志。请妥善保管：其中包含您的价格。"
    }
    /// Button: the backup as a file.
    DOWNLOAD_BACKUP { en: "Download a backup", de: "Sicherung herunterladen", sv: "Ladda ned en säkerhetskopia", nl: "Back-up downloaden", zh: "下载备份" }
    /// While the file is made.
    PREPARING { en: "Preparing the file…", de: "Die Datei wird vorbereitet …", sv: "Förbereder filen …", nl: "Het bestand wordt voorbereid…", zh: "正在准备文件…" }
    /// The file was handed to the browser.
    SAVED { en: "The file is among your downloads.", de: "Die Datei liegt bei Ihren Downloads.", sv: "Filen finns bland dina nedladdningar.", nl: "Het bestand staat bij uw downloads.", zh: "文件已保存到您的下载文件夹。" }
    /// Heading: bringing everything back.
    RESTORE { en: "Restore", de: "Wiederherstellen", sv: "Återställ", nl: "Herstellen", zh: "恢复" }
    /// What restoring does.
    RESTORE_HINT {
        en: "Replaces everything here with a backup. The whole file is checked first; if anything is wrong with it, nothing is changed.",
        de: "Ersetzt alles hier durch eine Sicherung. Zuerst wird die ganze Datei geprüft; stimmt etwas nicht, wird nichts geändert.",
        sv: "Ersätter allt här med en säkerhetskopia. Först kontrolleras hela filen; är något fel ändras inget.",
        nl: "Vervangt alles hier door een back-up. Eerst wordt het hele bestand gecontroleerd; klopt er iets niet, dan verandert er niets.",
        zh: "用备份替换此处的全部内容。首先检查整个文件；如有任何问题，不会更改任何内容。"
    }
    /// Field: the file.
    BACKUP_FILE { en: "Backup file", de: "Sicherungsdatei", sv: "Säkerhetskopia (fil)", nl: "Back-upbestand", zh: "备份文件" }
    /// Title of the question.
    RESTORE_TITLE { en: "Replace everything?", de: "Alles ersetzen?", sv: "Ersätta allt?", nl: "Alles vervangen?", zh: "替换全部内容？" }
    /// What is lost.
    RESTORE_LOSES {
        en: "Everything that is here now is replaced by what is in {name}. This can't be undone. If you aren't sure, download a backup first.",
        de: "Alles, was jetzt hier ist, wird durch den Inhalt von {name} ersetzt. Das lässt sich nicht rückgängig machen. Laden Sie im Zweifel vorher eine Sicherung herunter.",
        sv: "Allt som finns här nu ersätts med innehållet i {name}. Det kan inte ångras. Ladda ned en säkerhetskopia först om du är osäker.",
        nl: "Alles wat hier nu is, wordt vervangen door de inhoud van {name}. Dit kan niet ongedaan worden gemaakt. Download bij twijfel eerst een back-up.",
        zh: "此处现有的全部内容将被 {name} 中的内容替换。此操作无法撤销。如不确定，请先下载备份。"
    }
    /// Button of the question.
    RESTORE_CONFIRM { en: "Replace everything", de: "Alles ersetzen", sv: "Ersätt allt", nl: "Alles vervangen", zh: "替换全部" }
    /// While it is replaced.
    RESTORING { en: "Checking the file and replacing everything…", de: "Die Datei wird geprüft und alles ersetzt …", sv: "Kontrollerar filen och ersätter allt …", nl: "Het bestand wordt gecontroleerd en alles vervangen…", zh: "正在检查文件并替换全部内容…" }
    /// It was replaced.
    RESTORED { en: "Everything is as it was in the backup.", de: "Alles ist so, wie es in der Sicherung war.", sv: "Allt är som i säkerhetskopian.", nl: "Alles is zoals in de back-up.", zh: "全部内容已恢复为备份时的状态。" }
    /// Nothing was replaced.
    NOT_RESTORED { en: "Nothing was replaced. Everything here is as it was.", de: "Es wurde nichts ersetzt. Alles hier ist wie zuvor.", sv: "Inget har ersatts. Allt här är som förut.", nl: "Er is niets vervangen. Alles hier is zoals het was.", zh: "未替换任何内容。此处的一切保持不变。" }
    /// Heading: reservations as files for other programs.
    EXPORT { en: "Export", de: "Export", sv: "Export", nl: "Export", zh: "导出" }
    /// What an export holds.
    EXPORT_HINT {
        en: "All reservations of all customers as a file for other programs, with what comes back today. Every form can be imported here again.",
        de: "Alle Reservierungen aller Kunden als Datei für andere Programme, mit dem, was heute zurückkommt. Jede Form lässt sich hier wieder importieren.",
        sv: "Alla kunders reservationer som fil för andra program, med det som kommer tillbaka i dag. Alla format kan importeras här igen.",
        nl: "Alle reserveringen van alle klanten als bestand voor andere programma's, met wat vandaag terugkomt. Elke vorm kan hier weer worden geïmporteerd.",
        zh: "所有客户的全部预订，供其他程序使用的文件，并包含今日的退回金额。每种格式都可以重新导入此处。"
    }
    /// Button: a workbook for Excel.
    EXPORT_WORKBOOK { en: "Download as Excel workbook", de: "Als Excel-Arbeitsmappe herunterladen", sv: "Ladda ned som Excel-arbetsbok", nl: "Downloaden als Excel-werkmap", zh: "下载为 Excel 工作簿" }
    /// How far a file is.
    WRITTEN { en: "{written} of {all} written", de: "{written} von {all} geschrieben", sv: "{written} av {all} skrivna", nl: "{written} van {all} geschreven", zh: "已写入 {written}/{all}" }
    /// Button: a file.
    EXPORT_CSV { en: "Download as CSV", de: "Als CSV herunterladen", sv: "Ladda ned som CSV", nl: "Downloaden als CSV", zh: "下载为 CSV" }
    /// Button: a file that Excel reads in the reader's language.
    EXPORT_EXCEL { en: "Download as CSV for Excel", de: "Als CSV für Excel herunterladen", sv: "Ladda ned som CSV för Excel", nl: "Downloaden als CSV voor Excel", zh: "下载为 Excel 用 CSV" }
    /// Button: a file.
    EXPORT_JSON { en: "Download as JSON Lines", de: "Als JSON Lines herunterladen", sv: "Ladda ned som JSON Lines", nl: "Downloaden als JSON Lines", zh: "下载为 JSON Lines" }
    /// There are none.
    NOTHING_TO_EXPORT { en: "There are no reservations.", de: "Es gibt keine Reservierungen.", sv: "Det finns inga reservationer.", nl: "Er zijn geen reserveringen.", zh: "没有预订。" }
    /// Column in Excel.
    HEAD_ID { en: "ID", de: "ID", sv: "ID", nl: "Id", zh: "ID" }
    /// Column in Excel.
    HEAD_ORDER { en: "Reservation order ID", de: "Reservierungsauftrags-ID", sv: "Reservationsbeställnings-ID", nl: "Reserveringsorder-id", zh: "预订订单 ID" }
    /// Column in Excel.
    HEAD_CUSTOMER { en: "Customer", de: "Kunde", sv: "Kund", nl: "Klant", zh: "客户" }
    /// Column in Excel.
    HEAD_TENANT { en: "Customer tenant ID", de: "Mandanten-ID des Kunden", sv: "Kundens klientorganisations-ID", nl: "Tenant-id van de klant", zh: "客户租户 ID" }
    /// Column in Excel.
    HEAD_NAME { en: "Name", de: "Name", sv: "Namn", nl: "Naam", zh: "名称" }
    /// Column in Excel.
    HEAD_SKU { en: "Size", de: "Größe", sv: "Storlek", nl: "Grootte", zh: "大小" }
    /// Column in Excel.
    HEAD_REGION { en: "Region", de: "Region", sv: "Region", nl: "Regio", zh: "区域" }
    /// Column in Excel.
    HEAD_PRODUCT { en: "Product", de: "Produkt", sv: "Produkt", nl: "Product", zh: "产品" }
    /// Column in Excel.
    HEAD_UNITS { en: "Units", de: "Einheiten", sv: "Enheter", nl: "Eenheden", zh: "单位" }
    /// Column in Excel.
    HEAD_TERM { en: "Term", de: "Laufzeit", sv: "Löptid", nl: "Looptijd", zh: "期限" }
    /// Column in Excel.
    HEAD_PURCHASED { en: "Purchase date", de: "Kaufdatum", sv: "Inköpsdatum", nl: "Aankoopdatum", zh: "购买日期" }
    /// Column in Excel.
    HEAD_EXPIRES { en: "Expiration date", de: "Ablaufdatum", sv: "Utgångsdatum", nl: "Vervaldatum", zh: "到期日期" }
    /// Column in Excel.
    HEAD_STATE { en: "Status", de: "Status", sv: "Status", nl: "Status", zh: "状态" }
    /// Column in Excel.
    HEAD_ACTIVE { en: "Active", de: "Aktiv", sv: "Aktiv", nl: "Actief", zh: "有效" }
    /// Column in Excel.
    HEAD_PRICE { en: "Price of one unit for the whole term", de: "Preis einer Einheit für die ganze Laufzeit", sv: "Pris för en enhet för hela löptiden", nl: "Prijs van één eenheid voor de hele looptijd", zh: "单价（整个期限）" }
    /// Column in Excel.
    HEAD_CURRENCY { en: "Currency", de: "Währung", sv: "Valuta", nl: "Valuta", zh: "货币" }
    /// Column in Excel.
    HEAD_PLAN { en: "Billing plan", de: "Abrechnungsplan", sv: "Faktureringsplan", nl: "Factureringsplan", zh: "计费计划" }
    /// Column in Excel.
    HEAD_USED { en: "Used", de: "Genutzt", sv: "Använd", nl: "Gebruikt", zh: "已使用" }
    /// Column in Excel.
    HEAD_POLICY { en: "Refund policy", de: "Rückerstattungsrichtlinie", sv: "Återbetalningspolicy", nl: "Restitutiebeleid", zh: "退款政策" }
    /// Column in Excel.
    HEAD_ON { en: "Date of the return", de: "Datum der Rückgabe", sv: "Datum för returen", nl: "Datum van de retour", zh: "退回日期" }
    /// Column in Excel.
    HEAD_DECISION { en: "Decision", de: "Entscheidung", sv: "Beslut", nl: "Beslissing", zh: "决定" }
    /// Column in Excel.
    HEAD_PAYABLE { en: "Paid out", de: "Auszahlung", sv: "Utbetalning", nl: "Uitbetaling", zh: "实际退款金额" }
    /// Column in Excel.
    HEAD_CANCELLED { en: "Instalments no longer charged", de: "Entfallende Raten", sv: "Bortfallna delbetalningar", nl: "Niet meer verschuldigde termijnen", zh: "不再收取的分期" }
    /// Column in Excel.
    HEAD_MISSING { en: "Missing", de: "Fehlt", sv: "Saknas", nl: "Ontbreekt", zh: "缺少" }
}
