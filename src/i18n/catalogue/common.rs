//! Words that every area uses.

use crate::catalogue;

catalogue! {
    /// Name of the product; the same everywhere.
    PRODUCT { en: "Prorata", de: "Prorata", sv: "Prorata", nl: "Prorata", zh: "Prorata" }
    /// Name of the way from the top to this page, for screen readers.
    BREADCRUMBS { en: "Breadcrumbs", de: "Navigationspfad", sv: "Länkstig", nl: "Kruimelpad", zh: "导航路径" }
    /// While something is being fetched.
    LOADING { en: "Loading…", de: "Wird geladen …", sv: "Läser in …", nl: "Laden…", zh: "正在加载…" }
    /// Button: do again what failed.
    RETRY { en: "Try again", de: "Erneut versuchen", sv: "Försök igen", nl: "Opnieuw proberen", zh: "重试" }
    /// Button: leave without doing anything.
    CANCEL { en: "Cancel", de: "Abbrechen", sv: "Avbryt", nl: "Annuleren", zh: "取消" }
    /// Button: close a dialog or a message.
    CLOSE { en: "Close", de: "Schließen", sv: "Stäng", nl: "Sluiten", zh: "关闭" }
    /// Confirmation after copying.
    COPIED { en: "Copied", de: "Kopiert", sv: "Kopierat", nl: "Gekopieerd", zh: "已复制" }
    /// When the browser refuses the clipboard.
    COPY_REFUSED {
        en: "The browser did not allow copying. Select the text and copy it yourself.",
        de: "Der Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn selbst.",
        sv: "Webbläsaren tillät inte kopiering. Markera texten och kopiera den själv.",
        nl: "De browser stond kopiëren niet toe. Selecteer de tekst en kopieer die zelf.",
        zh: "浏览器不允许复制。请选中文本后自行复制。"
    }
    /// Button under a chart: puts it on the clipboard.
    COPY_PICTURE { en: "Copy as picture", de: "Als Bild kopieren", sv: "Kopiera som bild", nl: "Kopiëren als afbeelding", zh: "复制为图片" }
    /// When the browser refuses a picture.
    PICTURE_REFUSED {
        en: "The browser did not allow copying the picture. Download it as SVG instead.",
        de: "Der Browser hat das Kopieren des Bildes nicht erlaubt. Laden Sie es stattdessen als SVG herunter.",
        sv: "Webbläsaren tillät inte att bilden kopierades. Ladda ned den som SVG i stället.",
        nl: "De browser stond het kopiëren van de afbeelding niet toe. Download die in plaats daarvan als SVG.",
        zh: "浏览器不允许复制图片。请改为将其下载为 SVG。"
    }
    /// Button under a chart: makes a file of it.
    SAVE_SVG { en: "Download as SVG", de: "Als SVG herunterladen", sv: "Ladda ned som SVG", nl: "Downloaden als SVG", zh: "下载为 SVG" }
    /// Name of a copy button: what it copies.
    COPY_WHAT { en: "Copy {what}", de: "{what} kopieren", sv: "Kopiera {what}", nl: "{what} kopiëren", zh: "复制{what}" }
    /// At the heading of a column, for screen readers: a list is sorted by several.
    SORTED_AS { en: "(sort level {place})", de: "(Sortierebene {place})", sv: "(sorteringsnivå {place})", nl: "(sorteerniveau {place})", zh: "（第 {place} 排序条件）" }
    /// Description of a table, in sight while the focus is among its rows: which keys lead through them.
    ROW_KEYS {
        en: "Use the arrow keys to move between rows and their controls, Home and End for the first and last row.",
        de: "Mit den Pfeiltasten wechseln Sie zwischen Zeilen und ihren Bedienelementen, mit Pos1 und Ende springen Sie zur ersten und letzten Zeile.",
        sv: "Gå mellan rader och deras kontroller med piltangenterna och till första och sista raden med Home och End.",
        nl: "Ga met de pijltoetsen langs de rijen en hun besturingselementen en met Home en End naar de eerste en laatste rij.",
        zh: "使用方向键在各行及其控件之间移动，按 Home 和 End 键转到首行和末行。"
    }
    /// As above, of a table whose rows are selected and opened as a whole.
    GRID_KEYS {
        en: "Use the arrow keys to move between rows, Home and End for the first and last row. Space selects a row, Enter opens it.",
        de: "Mit den Pfeiltasten wechseln Sie zwischen Zeilen, mit Pos1 und Ende springen Sie zur ersten und letzten Zeile. Die Leertaste wählt eine Zeile aus, die Eingabetaste öffnet sie.",
        sv: "Gå mellan rader med piltangenterna och till första och sista raden med Home och End. Blanksteg markerar en rad och Retur öppnar den.",
        nl: "Ga met de pijltoetsen langs de rijen en met Home en End naar de eerste en laatste rij. De spatiebalk selecteert een rij, Enter opent die.",
        zh: "使用方向键在各行之间移动，按 Home 和 End 键转到首行和末行。按空格键选择行，按 Enter 键打开行。"
    }
    /// Where a record holds nothing.
    NOT_STATED { en: "Not stated", de: "Nicht angegeben", sv: "Inte angivet", nl: "Niet vermeld", zh: "未提供" }
    /// Yes.
    YES { en: "Yes", de: "Ja", sv: "Ja", nl: "Ja", zh: "是" }
    /// No.
    NO { en: "No", de: "Nein", sv: "Nej", nl: "Nee", zh: "否" }
    /// Mark of a field that may stay empty.
    OPTIONAL { en: "optional", de: "optional", sv: "valfritt", nl: "optioneel", zh: "可选" }
    /// Kind of a message, for those who do not see its colour.
    INFORMATION { en: "Information", de: "Hinweis", sv: "Information", nl: "Informatie", zh: "信息" }
    /// Kind of a message.
    WARNING { en: "Warning", de: "Warnung", sv: "Varning", nl: "Waarschuwing", zh: "警告" }
    /// Kind of a message.
    ERROR { en: "Error", de: "Fehler", sv: "Fel", nl: "Fout", zh: "错误" }
    /// Kind of a message.
    SUCCESS { en: "Done", de: "Erledigt", sv: "Klart", nl: "Voltooid", zh: "已完成" }
    /// A list has no rows at all, or none that match.
    NOTHING_MATCHES {
        en: "Nothing matches your search.",
        de: "Nichts entspricht Ihrer Suche.",
        sv: "Inget matchar din sökning.",
        nl: "Niets komt overeen met uw zoekopdracht.",
        zh: "没有符合搜索条件的内容。"
    }
    /// Button that empties search and filters.
    CLEAR_FILTERS { en: "Clear filters", de: "Filter zurücksetzen", sv: "Rensa filter", nl: "Filters wissen", zh: "清除筛选" }
    /// A number field holds something else.
    NOT_A_NUMBER {
        en: "Enter a number, for example 1234{sign}56.",
        de: "Geben Sie eine Zahl ein, zum Beispiel 1234{sign}56.",
        sv: "Ange ett tal, till exempel 1234{sign}56.",
        nl: "Voer een getal in, bijvoorbeeld 1234{sign}56.",
        zh: "请输入数字，例如 1234{sign}56。"
    }
    /// A number could be read in two ways.
    AMBIGUOUS_NUMBER {
        en: "This can be read in two ways. Leave out thousands separators and use {sign} for decimals.",
        de: "Das lässt sich auf zwei Arten lesen. Lassen Sie Tausendertrennzeichen weg und trennen Sie Dezimalstellen mit {sign}.",
        sv: "Detta kan läsas på två sätt. Utelämna tusentalsavgränsare och använd {sign} för decimaler.",
        nl: "Dit kan op twee manieren worden gelezen. Laat scheidingstekens voor duizendtallen weg en gebruik {sign} voor decimalen.",
        zh: "此数字有两种读法。请省略千位分隔符，并用 {sign} 表示小数点。"
    }
    /// Link that opens in a new tab, for those who do not see the symbol.
    OPENS_NEW_TAB { en: "opens in a new tab", de: "öffnet in einem neuen Tab", sv: "öppnas i en ny flik", nl: "wordt geopend in een nieuw tabblad", zh: "在新标签页中打开" }
    /// More than one day until expiry.
    DAYS_LEFT { en: "{count} days left", de: "noch {count} Tage", sv: "{count} dagar kvar", nl: "nog {count} dagen", zh: "剩余 {count} 天" }
    /// The expiry is tomorrow.
    LAST_DAY { en: "today is the last day", de: "heute ist der letzte Tag", sv: "i dag är sista dagen", nl: "vandaag is de laatste dag", zh: "今天是最后一天" }
    /// The expiry is today.
    ENDED_TODAY { en: "ended today", de: "heute abgelaufen", sv: "löpte ut i dag", nl: "vandaag verlopen", zh: "今天到期" }
    /// The expiry was yesterday.
    ENDED_YESTERDAY { en: "ended yesterday", de: "gestern abgelaufen", sv: "löpte ut i går", nl: "gisteren verlopen", zh: "昨天到期" }
    /// The expiry is more than one day ago.
    ENDED_DAYS_AGO { en: "ended {count} days ago", de: "vor {count} Tagen abgelaufen", sv: "löpte ut för {count} dagar sedan", nl: "{count} dagen geleden verlopen", zh: "{count} 天前到期" }
    /// The browser did not take the file.
    NOT_SAVED { en: "The browser didn't save the file.", de: "Der Browser hat die Datei nicht gespeichert.", sv: "Webbläsaren sparade inte filen.", nl: "De browser heeft het bestand niet opgeslagen.", zh: "浏览器未能保存文件。" }
}
