//! Bringing own reservations in.

use crate::catalogue;

catalogue! {
    /// What the page is for.
    SUMMARY {
        en: "Bring the files that you already have. Nothing leaves this browser, and nothing changes before you have seen what would.",
        de: "Bringen Sie die Dateien mit, die Sie schon haben. Nichts verlässt diesen Browser, und nichts ändert sich, bevor Sie es gesehen haben.",
        sv: "Ta med filerna som du redan har. Inget lämnar webbläsaren, och inget ändras innan du har sett vad.",
        nl: "Breng de bestanden mee die u al hebt. Niets verlaat deze browser en niets verandert voordat u hebt gezien wat.",
        zh: "使用您已有的文件。数据不会离开此浏览器；在您查看更改内容之前，不会作任何更改。"
    }
    /// The same where the records are on a server.
    SUMMARY_OF_SERVER {
        en: "Bring the files that you already have. They are read in this browser, and what you import goes to your team's server. Nothing changes before you have seen what would.",
        de: "Bringen Sie die Dateien mit, die Sie schon haben. Sie werden in diesem Browser gelesen; was Sie importieren, geht an den Server Ihres Teams. Nichts ändert sich, bevor Sie es gesehen haben.",
        sv: "Ta med filerna som du redan har. De läses i webbläsaren, och det du importerar skickas till ditt teams server. Inget ändras innan du har sett vad.",
        nl: "Breng de bestanden mee die u al hebt. Ze worden in deze browser gelezen en wat u importeert, gaat naar de server van uw team. Er verandert niets voordat u hebt gezien wat.",
        zh: "使用您已有的文件。文件在此浏览器中读取，导入的内容会发送到您团队的服务器。在您查看更改内容之前，不会作任何更改。"
    }

    /// Names the part of the page.
    BRING { en: "Your files", de: "Ihre Dateien", sv: "Dina filer", nl: "Uw bestanden", zh: "您的文件" }
    /// Label of the control for files.
    CHOOSE { en: "Drop files anywhere on the page, or choose them", de: "Dateien irgendwo auf der Seite ablegen oder auswählen", sv: "Släpp filer var som helst på sidan, eller välj dem", nl: "Zet bestanden ergens op de pagina neer of kies ze", zh: "将文件拖放到页面任意位置，或选择文件" }
    /// What is read.
    ACCEPTED {
        en: "Azure portal CSV, az and PowerShell lists, reservation transactions and details, Partner Center customers and invoices, FOCUS, retail prices, workbooks (.xlsx, .xlsb, .xls, .ods). Several files are put together by reservation order.",
        de: "CSV des Azure-Portals, Listen von az und PowerShell, Reservierungstransaktionen und -details, Kunden und Rechnungen aus Partner Center, FOCUS, Listenpreise, Arbeitsmappen (.xlsx, .xlsb, .xls, .ods). Mehrere Dateien werden über den Reservierungsauftrag zusammengeführt.",
        sv: "CSV från Azure-portalen, listor från az och PowerShell, reservationstransaktioner och -detaljer, kunder och fakturor från Partnercenter, FOCUS, listpriser, arbetsböcker (.xlsx, .xlsb, .xls, .ods). Flera filer sätts ihop via reservationsbeställningen.",
        nl: "CSV van de Azure-portal, lijsten van az en PowerShell, reserveringstransacties en -details, klanten en facturen van Partner Center, FOCUS, catalogusprijzen, werkmappen (.xlsx, .xlsb, .xls, .ods). Meerdere bestanden worden via de reserveringsorder samengevoegd.",
        zh: "Azure 门户 CSV、az 和 PowerShell 列表、预订交易和明细、合作伙伴中心客户和发票、FOCUS、零售价格、工作簿（.xlsx、.xlsb、.xls、.ods）。多个文件按预订订单合并。"
    }
    /// Opens the field for a text.
    PASTE { en: "Paste text instead", de: "Stattdessen Text einfügen", sv: "Klistra in text i stället", nl: "In plaats daarvan tekst plakken", zh: "改为粘贴文本" }
    /// Label of that field.
    PASTE_LABEL { en: "Text of a CSV or JSON file", de: "Text einer CSV- oder JSON-Datei", sv: "Text från en CSV- eller JSON-fil", nl: "Tekst van een CSV- of JSON-bestand", zh: "CSV 或 JSON 文件的文本" }
    /// What a pasted text is called among the files.
    PASTED_NAME { en: "Pasted text", de: "Eingefügter Text", sv: "Inklistrad text", nl: "Geplakte tekst", zh: "粘贴的文本" }
    /// Button.
    READ_TEXT { en: "Read the text", de: "Text lesen", sv: "Läs texten", nl: "Tekst lezen", zh: "读取文本" }
    /// Why that is not possible yet.
    NOTHING_PASTED { en: "Paste a text first.", de: "Fügen Sie zuerst einen Text ein.", sv: "Klistra in en text först.", nl: "Plak eerst een tekst.", zh: "请先粘贴文本。" }

    /// Names the list of files.
    FILES { en: "Files", de: "Dateien", sv: "Filer", nl: "Bestanden", zh: "文件" }
    /// Status.
    READING_FILES { en: "Reading files…", de: "Dateien werden gelesen …", sv: "Läser filer …", nl: "Bestanden worden gelezen…", zh: "正在读取文件…" }
    /// Button.
    STOP_READING { en: "Stop reading", de: "Lesen anhalten", sv: "Sluta läsa", nl: "Stoppen met lezen", zh: "停止读取" }
    /// Status.
    READING_STOPPED { en: "Reading was stopped.", de: "Das Lesen wurde angehalten.", sv: "Läsningen stoppades.", nl: "Het lezen is gestopt.", zh: "已停止读取。" }
    /// What it means for the records.
    NOTHING_CHANGED { en: "Your records are as they were.", de: "Ihre Daten sind unverändert.", sv: "Dina data är oförändrade.", nl: "Uw gegevens zijn ongewijzigd.", zh: "您的记录保持不变。" }
    /// The worker has failed.
    READER_FAILED { en: "The files couldn't be read because reading stopped unexpectedly.", de: "Die Dateien konnten nicht gelesen werden, weil das Lesen unerwartet abgebrochen ist.", sv: "Filerna kunde inte läsas eftersom läsningen oväntat avbröts.", nl: "De bestanden konden niet worden gelezen omdat het lezen onverwacht is gestopt.", zh: "读取意外中断，无法读取文件。" }
    /// What to do about it.
    READER_FAILED_ADVICE { en: "Nothing was changed, and your files are still listed. Try again, or remove the file at which it stopped.", de: "Es wurde nichts geändert, und Ihre Dateien stehen noch in der Liste. Versuchen Sie es noch einmal, oder entfernen Sie die Datei, bei der es angehalten hat.", sv: "Inget har ändrats och dina filer finns kvar i listan. Försök igen, eller ta bort filen där det stannade.", nl: "Er is niets gewijzigd en uw bestanden staan nog in de lijst. Probeer het opnieuw of verwijder het bestand waarbij het stopte.", zh: "未作任何更改，您的文件仍在列表中。请重试，或移除导致停止的文件。" }
    /// Button.
    REMOVE { en: "Remove", de: "Entfernen", sv: "Ta bort", nl: "Verwijderen", zh: "移除" }
    /// Name of that button.
    REMOVE_FILE { en: "Remove {file}", de: "{file} entfernen", sv: "Ta bort {file}", nl: "{file} verwijderen", zh: "移除 {file}" }
    /// A file whose turn has not come.
    WAITING { en: "Waiting", de: "Wartet", sv: "Väntar", nl: "Wacht", zh: "等待中" }
    /// Progress.
    ROWS_READ {
        en: "{count} row read" | "{count} rows read",
        de: "{count} Zeile gelesen" | "{count} Zeilen gelesen",
        sv: "{count} rad läst" | "{count} rader lästa",
        nl: "{count} rij gelezen" | "{count} rijen gelezen",
        zh: "已读取 {count} 行"
    }
    /// A file that could not be read.
    NOT_READ { en: "Not read", de: "Nicht gelesen", sv: "Inte läst", nl: "Niet gelezen", zh: "未读取" }
    /// A file that holds nothing of use.
    NOT_USED { en: "Not used", de: "Nicht verwendet", sv: "Används inte", nl: "Niet gebruikt", zh: "未使用" }
    /// How many rows a file has.
    ROWS {
        en: "{count} row" | "{count} rows",
        de: "{count} Zeile" | "{count} Zeilen",
        sv: "{count} rad" | "{count} rader",
        nl: "{count} rij" | "{count} rijen",
        zh: "{count} 行"
    }
    /// Of these.
    ROWS_USED { en: "{number} used", de: "{number} verwendet", sv: "{number} används", nl: "{number} gebruikt", zh: "已使用 {number}" }
    /// Of these.
    ROWS_REJECTED { en: "{number} rejected", de: "{number} abgelehnt", sv: "{number} avvisade", nl: "{number} afgewezen", zh: "已拒绝 {number}" }
    /// Of these.
    ROWS_IGNORED { en: "{number} ignored", de: "{number} übergangen", sv: "{number} ignorerade", nl: "{number} overgeslagen", zh: "已忽略 {number}" }
    /// Opens the rejected rows.
    REJECTED {
        en: "{count} rejected row" | "{count} rejected rows",
        de: "{count} abgelehnte Zeile" | "{count} abgelehnte Zeilen",
        sv: "{count} avvisad rad" | "{count} avvisade rader",
        nl: "{count} afgewezen rij" | "{count} afgewezen rijen",
        zh: "{count} 行被拒绝"
    }
    /// Button.
    SAVE_REJECTED { en: "Download rejected rows as CSV", de: "Abgelehnte Zeilen als CSV herunterladen", sv: "Ladda ned avvisade rader som CSV", nl: "Afgewezen rijen downloaden als CSV", zh: "将被拒绝的行下载为 CSV" }
    /// Opens a list.
    IGNORED_ROWS { en: "Ignored rows", de: "Übergangene Zeilen", sv: "Ignorerade rader", nl: "Overgeslagen rijen", zh: "已忽略的行" }
    /// Rows that were ignored for one reason.
    IGNORED_LINE {
        en: "{reason}: {count} row, line {line}" | "{reason}: {count} rows, the first on line {line}",
        de: "{reason}: {count} Zeile, Zeile {line}" | "{reason}: {count} Zeilen, die erste in Zeile {line}",
        sv: "{reason}: {count} rad, rad {line}" | "{reason}: {count} rader, den första på rad {line}",
        nl: "{reason}: {count} rij, regel {line}" | "{reason}: {count} rijen, de eerste op regel {line}",
        zh: "{reason}：{count} 行，首行位于第 {line} 行"
    }
    /// Opens a list.
    NOTES { en: "Notes", de: "Hinweise", sv: "Anmärkningar", nl: "Opmerkingen", zh: "备注" }
    /// Opens a list.
    UNREAD_COLUMNS { en: "Columns that were not needed", de: "Nicht benötigte Spalten", sv: "Kolumner som inte behövdes", nl: "Kolommen die niet nodig waren", zh: "未使用的列" }
    /// A list and how long it is.
    TITLE_AND_COUNT { en: "{title} ({number})", de: "{title} ({number})", sv: "{title} ({number})", nl: "{title} ({number})", zh: "{title}（{number}）" }
    /// Opens a list.
    ASSUMED { en: "Transactions that are imported based on a guess", de: "Transaktionen, die aufgrund einer Vermutung importiert werden", sv: "Transaktioner som importeras på en gissning", nl: "Transacties die op basis van een aanname worden geïmporteerd", zh: "根据推测导入的交易" }
    /// Heading of a column.
    FILE { en: "File", de: "Datei", sv: "Fil", nl: "Bestand", zh: "文件" }
    /// Heading of a column.
    LINE { en: "Line", de: "Zeile", sv: "Rad", nl: "Regel", zh: "行号" }
    /// Heading of a column.
    REASON { en: "Reason", de: "Grund", sv: "Orsak", nl: "Reden", zh: "原因" }
    /// A place in a file.
    AT_LINE { en: "{file}, line {line}", de: "{file}, Zeile {line}", sv: "{file}, rad {line}", nl: "{file}, regel {line}", zh: "{file}，第 {line} 行" }
    /// Which rows of a list are in sight.
    ROWS_SHOWN {
        en: "{first}–{last} of {count} row" | "{first}–{last} of {count} rows",
        de: "{first}–{last} von {count} Zeile" | "{first}–{last} von {count} Zeilen",
        sv: "{first}–{last} av {count} rad" | "{first}–{last} av {count} rader",
        nl: "{first}–{last} van {count} rij" | "{first}–{last} van {count} rijen",
        zh: "第 {first}–{last} 行，共 {count} 行"
    }
    /// Button.
    PREVIOUS { en: "Previous rows", de: "Vorherige Zeilen", sv: "Föregående rader", nl: "Vorige rijen", zh: "上一页" }
    /// Button.
    NEXT { en: "Next rows", de: "Nächste Zeilen", sv: "Nästa rader", nl: "Volgende rijen", zh: "下一页" }
    /// Why one of them leads nowhere.
    NO_MORE_ROWS { en: "There are no more rows in this direction.", de: "In dieser Richtung gibt es keine weiteren Zeilen.", sv: "Det finns inga fler rader åt det hållet.", nl: "Er zijn in deze richting geen rijen meer.", zh: "此方向没有更多行。" }

    /// A file leaves open what its values mean.
    AMBIGUOUS { en: "This can be read in two ways", de: "Das lässt sich auf zwei Arten lesen", sv: "Det här kan läsas på två sätt", nl: "Dit kan op twee manieren worden gelezen", zh: "此内容有两种读法" }
    /// The question; the answers stand below.
    QUESTION {
        en: "What does “{text}” mean (line {line}, column {column})? The answer holds for {count} value of the file." | "What does “{text}” mean (line {line}, column {column})? The answer holds for {count} values of the file.",
        de: "Was bedeutet „{text}“ (Zeile {line}, Spalte {column})? Die Antwort gilt für {count} Wert der Datei." | "Was bedeutet „{text}“ (Zeile {line}, Spalte {column})? Die Antwort gilt für {count} Werte der Datei.",
        sv: "Vad betyder ”{text}” (rad {line}, kolumn {column})? Svaret gäller {count} värde i filen." | "Vad betyder ”{text}” (rad {line}, kolumn {column})? Svaret gäller {count} värden i filen.",
        nl: "Wat betekent ‘{text}’ (regel {line}, kolom {column})? Het antwoord geldt voor {count} waarde in het bestand." | "Wat betekent ‘{text}’ (regel {line}, kolom {column})? Het antwoord geldt voor {count} waarden in het bestand.",
        zh: "“{text}”（第 {line} 行，{column} 列）是什么意思？此回答适用于文件中的 {count} 个值。"
    }
    /// What was answered.
    DAY_FIRST { en: "Dates are read with the day first.", de: "Bei Datumsangaben steht der Tag zuerst.", sv: "Datum läses med dagen först.", nl: "Datums worden gelezen met de dag eerst.", zh: "日期按“日在前”读取。" }
    /// What was answered.
    MONTH_FIRST { en: "Dates are read with the month first.", de: "Bei Datumsangaben steht der Monat zuerst.", sv: "Datum läses med månaden först.", nl: "Datums worden gelezen met de maand eerst.", zh: "日期按“月在前”读取。" }
    /// What was answered.
    POINT_DECIMAL { en: "In numbers, a period separates the decimals.", de: "In Zahlen trennt ein Punkt die Nachkommastellen.", sv: "I tal är punkt decimaltecken.", nl: "In getallen scheidt een punt de decimalen.", zh: "数字以点号作为小数分隔符。" }
    /// What was answered.
    COMMA_DECIMAL { en: "In numbers, a comma separates the decimals.", de: "In Zahlen trennt ein Komma die Nachkommastellen.", sv: "I tal är komma decimaltecken.", nl: "In getallen scheidt een komma de decimalen.", zh: "数字以逗号作为小数分隔符。" }
    /// Button.
    READ_OTHERWISE { en: "Read it the other way", de: "Auf die andere Art lesen", sv: "Läs på det andra sättet", nl: "Op de andere manier lezen", zh: "按另一种方式读取" }

    /// Heading.
    FOUND { en: "What the files say together", de: "Was die Dateien zusammen ergeben", sv: "Vad filerna säger tillsammans", nl: "Wat de bestanden samen zeggen", zh: "文件综合结果" }
    /// Count.
    FOUND_RESERVATIONS {
        en: "{count} reservation" | "{count} reservations",
        de: "{count} Reservierung" | "{count} Reservierungen",
        sv: "{count} reservation" | "{count} reservationer",
        nl: "{count} reservering" | "{count} reserveringen",
        zh: "{count} 个预订"
    }
    /// Count.
    FOUND_CUSTOMERS {
        en: "{count} customer with a tenant" | "{count} customers with a tenant",
        de: "{count} Kunde mit Mandant" | "{count} Kunden mit Mandant",
        sv: "{count} kund med klientorganisation" | "{count} kunder med klientorganisation",
        nl: "{count} klant met tenant" | "{count} klanten met tenant",
        zh: "{count} 个有租户的客户"
    }
    /// Count.
    FOUND_TRANSACTIONS {
        en: "{count} transaction" | "{count} transactions",
        de: "{count} Transaktion" | "{count} Transaktionen",
        sv: "{count} transaktion" | "{count} transaktioner",
        nl: "{count} transactie" | "{count} transacties",
        zh: "{count} 笔交易"
    }
    /// Opens a list.
    CONFLICTS {
        en: "{count} contradiction between rows" | "{count} contradictions between rows",
        de: "{count} Widerspruch zwischen Zeilen" | "{count} Widersprüche zwischen Zeilen",
        sv: "{count} motsägelse mellan rader" | "{count} motsägelser mellan rader",
        nl: "{count} tegenstrijdigheid tussen rijen" | "{count} tegenstrijdigheden tussen rijen",
        zh: "行之间有 {count} 处矛盾"
    }
    /// About that list.
    CONFLICTS_ABOUT { en: "The newer row counts: the one with the higher version, else the one in which the reservation has ended, else the first.", de: "Die neuere Zeile gilt: die mit der höheren Version, sonst die, in der die Reservierung beendet ist, sonst die erste.", sv: "Den nyare raden gäller: den med högre version, annars den där reservationen har avslutats, annars den första.", nl: "De nieuwere rij telt: die met de hogere versie, anders die waarin de reservering is beëindigd, anders de eerste.", zh: "以较新的行为准：版本较高的行，其次是预订已结束的行，再次是第一行。" }
    /// Heading of a column.
    RESERVATION { en: "Reservation", de: "Reservierung", sv: "Reservation", nl: "Reservering", zh: "预订" }
    /// Heading of a column.
    FIELD { en: "Property", de: "Eigenschaft", sv: "Egenskap", nl: "Eigenschap", zh: "属性" }
    /// Heading of a column.
    KEPT_VALUE { en: "Used", de: "Verwendet", sv: "Används", nl: "Gebruikt", zh: "采用的值" }
    /// Heading of a column.
    OTHER_VALUE { en: "Other value", de: "Anderer Wert", sv: "Annat värde", nl: "Andere waarde", zh: "其他值" }
    /// Heading of a column.
    OTHER_PLACE { en: "Where the other value is", de: "Wo der andere Wert steht", sv: "Var det andra värdet står", nl: "Waar de andere waarde staat", zh: "其他值的位置" }
    /// Opens a list.
    GUESSES { en: "Guesses and their reasons", de: "Vermutungen und ihre Gründe", sv: "Gissningar och skälen till dem", nl: "Aannames en hun redenen", zh: "推测及其依据" }
    /// About that list.
    GUESSES_ABOUT { en: "These values aren't in any file. Your answers below replace them.", de: "Diese Werte stehen in keiner Datei. Ihre Antworten unten ersetzen sie.", sv: "De här värdena står inte i någon fil. Dina svar nedan ersätter dem.", nl: "Deze waarden staan in geen enkel bestand. Uw antwoorden hieronder vervangen ze.", zh: "这些值未出现在任何文件中。您在下方的回答将替换它们。" }
    /// Heading of a column and of a row.
    RESERVATIONS { en: "Reservations", de: "Reservierungen", sv: "Reservationer", nl: "Reserveringen", zh: "预订" }

    /// Opens a list.
    RECORDED { en: "Taken from your records", de: "Aus Ihren Daten übernommen", sv: "Hämtat från dina data", nl: "Overgenomen uit uw gegevens", zh: "取自您的记录" }
    /// About that list.
    RECORDED_ABOUT { en: "The files don't contain these values, and your records already do. They stay as they are.", de: "Die Dateien enthalten diese Werte nicht, Ihre Daten schon. Sie bleiben, wie sie sind.", sv: "Filerna innehåller inte de här värdena, men det gör dina data. De förblir som de är.", nl: "De bestanden bevatten deze waarden niet, uw gegevens wel. Ze blijven zoals ze zijn.", zh: "文件不含这些值，而您的记录中已有。它们保持不变。" }
    /// About reservations.
    RECORDED_FIELD {
        en: "{field}: {count} reservation" | "{field}: {count} reservations",
        de: "{field}: {count} Reservierung" | "{field}: {count} Reservierungen",
        sv: "{field}: {count} reservation" | "{field}: {count} reservationer",
        nl: "{field}: {count} reservering" | "{field}: {count} reserveringen",
        zh: "{field}：{count} 个预订"
    }

    /// Heading.
    DISPUTES { en: "Whose are these?", de: "Wem gehören diese?", sv: "Vems är de här?", nl: "Van wie zijn deze?", zh: "这些属于谁？" }
    /// About the decision.
    DISPUTES_ABOUT { en: "Several customers are named for the same reservations. The one you choose gets them with their bookings, and returns among these count toward its refund cap.", de: "Für dieselben Reservierungen werden mehrere Kunden genannt. Der Kunde, den Sie wählen, erhält sie mit ihren Buchungen; Rückgaben darunter zählen zu seiner Obergrenze.", sv: "Flera kunder anges för samma reservationer. Den du väljer får dem med deras bokföringsposter, och returer bland dem räknas mot kundens tak.", nl: "Voor dezelfde reserveringen worden meerdere klanten genoemd. De klant die u kiest, krijgt ze met hun boekingen, en retouren daaronder tellen mee voor de restitutielimiet van die klant.", zh: "同一批预订列出了多个客户。您选择的客户将获得这些预订及其入账记录，其中的退回计入该客户的退款上限。" }
    /// What is decided about.
    DISPUTE {
        en: "{count} reservation: {first}" | "{count} reservations, the first of them {first}",
        de: "{count} Reservierung: {first}" | "{count} Reservierungen, die erste davon {first}",
        sv: "{count} reservation: {first}" | "{count} reservationer, den första är {first}",
        nl: "{count} reservering: {first}" | "{count} reserveringen, waarvan de eerste {first}",
        zh: "{count} 个预订，第一个为 {first}"
    }
    /// What is decided about.
    DISPUTE_TRANSACTIONS {
        en: "{count} transaction of order {first}" | "{count} transactions, the first of order {first}",
        de: "{count} Transaktion des Auftrags {first}" | "{count} Transaktionen, die erste zum Auftrag {first}",
        sv: "{count} transaktion för beställningen {first}" | "{count} transaktioner, den första för beställningen {first}",
        nl: "{count} transactie van order {first}" | "{count} transacties, de eerste van order {first}",
        zh: "{count} 笔交易，第一笔属于订单 {first}"
    }
    /// A customer, and where it is named.
    CLAIM { en: "{customer}: {place}", de: "{customer}: {place}", sv: "{customer}: {place}", nl: "{customer}: {place}", zh: "{customer}：{place}" }
    /// Where a customer is named.
    CLAIM_RECORDED { en: "your records", de: "Ihre Daten", sv: "dina data", nl: "uw gegevens", zh: "您的记录" }
    /// What is wrong while nothing is decided.
    UNDECIDED { en: "Choose a customer for each group.", de: "Wählen Sie für jede Gruppe einen Kunden.", sv: "Välj en kund för varje grupp.", nl: "Kies voor elke groep een klant.", zh: "请为每组选择一个客户。" }

    /// Heading.
    MISSING { en: "What is missing", de: "Was fehlt", sv: "Det som saknas", nl: "Wat ontbreekt", zh: "缺少的内容" }
    /// Nothing is.
    NOTHING_MISSING { en: "Nothing is missing.", de: "Es fehlt nichts.", sv: "Inget saknas.", nl: "Er ontbreekt niets.", zh: "没有缺少的内容。" }
    /// About the questions.
    MISSING_ABOUT { en: "Answer what you know. What stays open is imported as incomplete and shown as missing, never as zero.", de: "Beantworten Sie, was Sie wissen. Was offen bleibt, wird als unvollständig importiert und als fehlend gezeigt, nie als null.", sv: "Svara på det du vet. Det som lämnas öppet importeras som ofullständigt och visas som saknat, aldrig som noll.", nl: "Beantwoord wat u weet. Wat open blijft, wordt als onvolledig geïmporteerd en als ontbrekend getoond, nooit als nul.", zh: "请回答您知道的内容。未回答的内容将作为不完整项导入并显示为缺少，绝不会显示为零。" }
    /// How many reservations lack a property.
    WITHOUT {
        en: "{count} reservation without a value" | "{count} reservations without a value",
        de: "{count} Reservierung ohne Wert" | "{count} Reservierungen ohne Wert",
        sv: "{count} reservation utan värde" | "{count} reservationer utan värde",
        nl: "{count} reservering zonder waarde" | "{count} reserveringen zonder waarde",
        zh: "{count} 个预订没有值"
    }
    /// How many reservations have a property from a guess.
    GUESSED {
        en: "{count} with a guess" | "{count} with a guess",
        de: "{count} mit Vermutung" | "{count} mit Vermutung",
        sv: "{count} med en gissning" | "{count} med en gissning",
        nl: "{count} met een aanname" | "{count} met een aanname",
        zh: "{count} 个为推测值"
    }
    /// How many transactions are nobody's.
    OPEN_TRANSACTIONS {
        en: "{count} transaction without a customer" | "{count} transactions without a customer",
        de: "{count} Transaktion ohne Kunden" | "{count} Transaktionen ohne Kunden",
        sv: "{count} transaktion utan kund" | "{count} transaktioner utan kund",
        nl: "{count} transactie zonder klant" | "{count} transacties zonder klant",
        zh: "{count} 笔交易没有客户"
    }
    /// About prices.
    PRICE_HINT { en: "What one unit costs over the whole term, at your price on the day of purchase.", de: "Was eine Einheit über die gesamte Laufzeit kostet, zu Ihrem Preis am Kauftag.", sv: "Vad en enhet kostar under hela löptiden, till ditt pris på inköpsdagen.", nl: "Wat één eenheid over de hele looptijd kost, tegen uw prijs op de aankoopdag.", zh: "一个单位在整个期限内的费用，按购买当天您的价格计算。" }
    /// About customers.
    CUSTOMER_HINT { en: "The customer's name or its tenant ID.", de: "Der Name des Kunden oder seine Mandanten-ID.", sv: "Kundens namn eller klientorganisations-ID.", nl: "De naam van de klant of zijn tenant-id.", zh: "客户名称或其租户 ID。" }
    /// Label.
    ASK_BY { en: "One answer for", de: "Eine Antwort für", sv: "Ett svar för", nl: "Eén antwoord voor", zh: "回答适用于" }
    /// For what one answer is given.
    BY_ALL { en: "All reservations", de: "Alle Reservierungen", sv: "Alla reservationer", nl: "Alle reserveringen", zh: "所有预订" }
    /// For what one answer is given.
    BY_FILE { en: "Each file", de: "Jede Datei", sv: "Varje fil", nl: "Elk bestand", zh: "每个文件" }
    /// For what one answer is given.
    BY_CUSTOMER { en: "Each customer", de: "Jeden Kunden", sv: "Varje kund", nl: "Elke klant", zh: "每个客户" }
    /// For what one answer is given.
    BY_PRODUCT { en: "Each product, region and term", de: "Jedes Produkt mit Region und Laufzeit", sv: "Varje produkt, region och löptid", nl: "Elk product met regio en looptijd", zh: "每个产品、区域和期限" }
    /// A group.
    ALL_RESERVATIONS { en: "All of them", de: "Alle", sv: "Alla", nl: "Allemaal", zh: "全部" }
    /// A group.
    NO_CUSTOMER { en: "No customer known", de: "Kein Kunde bekannt", sv: "Ingen känd kund", nl: "Geen klant bekend", zh: "客户未知" }
    /// A group.
    NOTHING_KNOWN { en: "Nothing known", de: "Nichts bekannt", sv: "Inget känt", nl: "Niets bekend", zh: "未知" }
    /// Heading of a column.
    ANSWER { en: "Your answer", de: "Ihre Antwort", sv: "Ditt svar", nl: "Uw antwoord", zh: "您的回答" }
    /// Name of a control.
    ANSWER_FOR { en: "{field}: {group}", de: "{field}: {group}", sv: "{field}: {group}", nl: "{field}: {group}", zh: "{field}：{group}" }
    /// Heading of a column.
    SUGGESTION { en: "Guess", de: "Vermutung", sv: "Gissning", nl: "Aanname", zh: "推测" }
    /// A choice.
    LEFT_OPEN { en: "Left open", de: "Offen gelassen", sv: "Lämnat öppet", nl: "Opengelaten", zh: "暂不填写" }
    /// Button.
    USE_VALUE { en: "Use {value}", de: "{value} verwenden", sv: "Använd {value}", nl: "{value} gebruiken", zh: "使用 {value}" }
    /// Why a value is suggested.
    WHY_FILES { en: "the only value in your files", de: "der einzige Wert in Ihren Dateien", sv: "det enda värdet i dina filer", nl: "de enige waarde in uw bestanden", zh: "文件中唯一的值" }
    /// Why a value is suggested.
    WHY_CUSTOMER { en: "the only value of this customer's reservations", de: "der einzige Wert der Reservierungen dieses Kunden", sv: "det enda värdet bland kundens reservationer", nl: "de enige waarde bij de reserveringen van deze klant", zh: "该客户预订中唯一的值" }
    /// Why a value is suggested.
    WHY_PRODUCT { en: "the only value of other reservations of this product", de: "der einzige Wert anderer Reservierungen dieses Produkts", sv: "det enda värdet bland andra reservationer av produkten", nl: "de enige waarde bij andere reserveringen van dit product", zh: "该产品其他预订中唯一的值" }
    /// What is wrong with an answer.
    NO_AMOUNT { en: "One of the answers is not an amount, or can be read in two ways.", de: "Eine der Antworten ist kein Betrag oder lässt sich auf zwei Arten lesen.", sv: "Ett av svaren är inget belopp eller kan läsas på två sätt.", nl: "Een van de antwoorden is geen bedrag of kan op twee manieren worden gelezen.", zh: "其中一个回答不是金额，或有两种读法。" }
    /// What is wrong with an answer.
    NO_QUANTITY { en: "One of the answers is not a whole number of units.", de: "Eine der Antworten ist keine ganze Zahl von Einheiten.", sv: "Ett av svaren är inte ett helt antal enheter.", nl: "Een van de antwoorden is geen geheel aantal eenheden.", zh: "其中一个回答不是整数单位。" }
    /// What is wrong with an answer.
    NO_DATE { en: "One of the answers is not a date.", de: "Eine der Antworten ist kein Datum.", sv: "Ett av svaren är inget datum.", nl: "Een van de antwoorden is geen datum.", zh: "其中一个回答不是日期。" }
    /// What is wrong with an answer.
    CUSTOMER_NEEDED { en: "Every reservation needs a customer. Say whose they are.", de: "Jede Reservierung braucht einen Kunden. Geben Sie an, wem sie gehören.", sv: "Varje reservation behöver en kund. Ange vems de är.", nl: "Elke reservering heeft een klant nodig. Geef aan van wie ze zijn.", zh: "每个预订都需要客户。请说明属于谁。" }
    /// Where the answers are not all right.
    CORRECT_FIRST { en: "Correct the marked answer first.", de: "Berichtigen Sie zuerst die markierte Antwort.", sv: "Rätta det markerade svaret först.", nl: "Verbeter eerst het gemarkeerde antwoord.", zh: "请先更正标记的回答。" }

    /// Heading.
    DEMONSTRATION { en: "These are demo records", de: "Dies sind Demodaten", sv: "Det här är demodata", nl: "Dit zijn demogegevens", zh: "当前为演示数据" }
    /// About mixing.
    DEMONSTRATION_ABOUT { en: "Demo records and your own are never mixed. To import, start empty: all demo records are removed, and you can load them again later.", de: "Demodaten und Ihre eigenen werden nie gemischt. Beginnen Sie zum Importieren leer: Alle Demodaten werden entfernt, und Sie können sie später wieder laden.", sv: "Demodata och dina egna blandas aldrig. För att importera börjar du tomt: alla demodata tas bort, och du kan läsa in dem igen senare.", nl: "Demogegevens en uw eigen gegevens worden nooit gemengd. Begin leeg om te importeren: alle demogegevens worden verwijderd en u kunt ze later opnieuw laden.", zh: "演示数据与您自己的数据绝不混合。要导入，请从空白开始：所有演示数据将被移除，之后可重新加载。" }
    /// Switch.
    START_EMPTY { en: "Start empty with my files", de: "Mit meinen Dateien leer beginnen", sv: "Börja tomt med mina filer", nl: "Leeg beginnen met mijn bestanden", zh: "以我的文件从空白开始" }
    /// What the switch does, and when.
    START_EMPTY_HINT { en: "The demo records are removed in the same step in which yours are added, not before.", de: "Die Demodaten werden in demselben Schritt entfernt, in dem Ihre hinzukommen, nicht vorher.", sv: "Demodata tas bort i samma steg som dina kommer in, inte tidigare.", nl: "De demogegevens worden verwijderd in dezelfde stap waarin die van u worden toegevoegd, niet eerder.", zh: "演示数据将与您的数据导入同时移除，不会提前移除。" }
    /// Why there is no preview yet.
    DECIDE_FIRST { en: "Decide first whether the demo records may be removed.", de: "Entscheiden Sie zuerst, ob die Demodaten entfernt werden dürfen.", sv: "Bestäm först om demodata får tas bort.", nl: "Beslis eerst of de demogegevens mogen worden verwijderd.", zh: "请先决定是否移除演示数据。" }
    /// Button.
    PREVIEW { en: "Show what would change", de: "Zeigen, was sich ändern würde", sv: "Visa vad som skulle ändras", nl: "Tonen wat er zou veranderen", zh: "显示将更改的内容" }
    /// Progress.
    SENDING { en: "Comparing with your records: part {sent} of {of}", de: "Vergleich mit Ihren Daten: Teil {sent} von {of}", sv: "Jämför med dina data: del {sent} av {of}", nl: "Vergelijken met uw gegevens: deel {sent} van {of}", zh: "正在与您的记录比较：第 {sent} 部分，共 {of} 部分" }
    /// Button.
    STOP_SENDING { en: "Stop", de: "Anhalten", sv: "Stoppa", nl: "Stoppen", zh: "停止" }
    /// Heading.
    WOULD_CHANGE { en: "What would change", de: "Was sich ändern würde", sv: "Det som skulle ändras", nl: "Wat er zou veranderen", zh: "将更改的内容" }
    /// Heading.
    NOTHING_WOULD_CHANGE { en: "Nothing would change", de: "Es würde sich nichts ändern", sv: "Inget skulle ändras", nl: "Er zou niets veranderen", zh: "不会有任何更改" }
    /// Names a table.
    COUNTS { en: "New, changed and unchanged records", de: "Neue, geänderte und unveränderte Datensätze", sv: "Nya, ändrade och oförändrade poster", nl: "Nieuwe, gewijzigde en ongewijzigde records", zh: "新增、更改和未更改的记录" }
    /// Heading of a column.
    RECORDS { en: "Records", de: "Datensätze", sv: "Poster", nl: "Records", zh: "记录" }
    /// Heading of a row.
    CUSTOMERS { en: "Customers", de: "Kunden", sv: "Kunder", nl: "Klanten", zh: "客户" }
    /// Heading of a row.
    BOOKINGS { en: "Bookings", de: "Buchungen", sv: "Bokföringsposter", nl: "Boekingen", zh: "入账记录" }
    /// What becomes of a record.
    NEW { en: "New", de: "Neu", sv: "Nya", nl: "Nieuw", zh: "新增" }
    /// What becomes of a record.
    CHANGED { en: "Changed", de: "Geändert", sv: "Ändrade", nl: "Gewijzigd", zh: "更改" }
    /// What becomes of a record.
    UNCHANGED { en: "Unchanged", de: "Unverändert", sv: "Oförändrade", nl: "Ongewijzigd", zh: "未更改" }
    /// About reservations.
    INCOMPLETE {
        en: "{count} reservation stays incomplete: no quote until what it lacks is known." | "{count} reservations stay incomplete: no quote until what they lack is known.",
        de: "{count} Reservierung bleibt unvollständig: keine Berechnung, bis bekannt ist, was fehlt." | "{count} Reservierungen bleiben unvollständig: keine Berechnung, bis bekannt ist, was fehlt.",
        sv: "{count} reservation förblir ofullständig: ingen beräkning förrän det som saknas är känt." | "{count} reservationer förblir ofullständiga: ingen beräkning förrän det som saknas är känt.",
        nl: "{count} reservering blijft onvolledig: geen berekening totdat bekend is wat ontbreekt." | "{count} reserveringen blijven onvolledig: geen berekening totdat bekend is wat ontbreekt.",
        zh: "{count} 个预订仍不完整：补全缺少的内容之前无法报价。"
    }
    /// About reservations.
    STILL_WITHOUT {
        en: "{field}: missing for {count} reservation" | "{field}: missing for {count} reservations",
        de: "{field}: fehlt bei {count} Reservierung" | "{field}: fehlt bei {count} Reservierungen",
        sv: "{field}: saknas för {count} reservation" | "{field}: saknas för {count} reservationer",
        nl: "{field}: ontbreekt bij {count} reservering" | "{field}: ontbreekt bij {count} reserveringen",
        zh: "{field}：{count} 个预订缺少"
    }
    /// About reservations.
    KEPT {
        en: "{count} reservation keeps a value although the files say something else." | "{count} reservations keep a value although the files say something else.",
        de: "{count} Reservierung behält einen Wert, obwohl die Dateien etwas anderes sagen." | "{count} Reservierungen behalten einen Wert, obwohl die Dateien etwas anderes sagen.",
        sv: "{count} reservation behåller ett värde fast filerna säger något annat." | "{count} reservationer behåller ett värde fast filerna säger något annat.",
        nl: "{count} reservering behoudt een waarde, hoewel de bestanden iets anders zeggen." | "{count} reserveringen behouden een waarde, hoewel de bestanden iets anders zeggen.",
        zh: "尽管文件内容不同，{count} 个预订仍保留原值。"
    }
    /// A property of a booking.
    SAME_AS { en: "Same return as", de: "Dieselbe Rückgabe wie", sv: "Samma retur som", nl: "Dezelfde retour als", zh: "与此为同一笔退回" }
    /// A property of a booking.
    MAYBE_SAME_AS { en: "Possibly the same return as", de: "Möglicherweise dieselbe Rückgabe wie", sv: "Möjligen samma retur som", nl: "Mogelijk dezelfde retour als", zh: "可能与此为同一笔退回" }
    /// About bookings.
    SAME_RETURNS {
        en: "{count} return is in another document or row as well and counts once toward the refund cap." | "{count} returns are in another document or row as well and count once toward the refund cap.",
        de: "{count} Rückgabe steht auch in einem anderen Dokument oder einer anderen Zeile und zählt einmal zur Obergrenze." | "{count} Rückgaben stehen auch in einem anderen Dokument oder einer anderen Zeile und zählen einmal zur Obergrenze.",
        sv: "{count} retur finns även i ett annat dokument eller på en annan rad och räknas en gång mot taket." | "{count} returer finns även i ett annat dokument eller på en annan rad och räknas en gång mot taket.",
        nl: "{count} retour staat ook in een ander document of een andere rij en telt één keer mee voor de restitutielimiet." | "{count} retouren staan ook in een ander document of een andere rij en tellen één keer mee voor de restitutielimiet.",
        zh: "{count} 笔退回也出现在另一份文件或另一行中，仅计入退款上限一次。"
    }
    /// About bookings.
    MAYBE_SAME {
        en: "{count} return may be the same as one in another document or row. Both count toward the refund cap; see “Record by record”." | "{count} returns may be the same as some in another document or row. All of them count toward the refund cap; see “Record by record”.",
        de: "{count} Rückgabe ist möglicherweise dieselbe wie eine in einem anderen Dokument oder einer anderen Zeile. Beide zählen zur Obergrenze; siehe „Datensatz für Datensatz“." | "{count} Rückgaben sind möglicherweise dieselben wie andere in einem anderen Dokument oder einer anderen Zeile. Alle zählen zur Obergrenze; siehe „Datensatz für Datensatz“.",
        sv: "{count} retur kan vara samma som en i ett annat dokument eller på en annan rad. Båda räknas mot taket; se listan post för post." | "{count} returer kan vara samma som andra i ett annat dokument eller på en annan rad. Alla räknas mot taket; se listan post för post.",
        nl: "{count} retour is mogelijk dezelfde als een in een ander document of een andere rij. Beide tellen mee voor de restitutielimiet; zie de lijst per record." | "{count} retouren zijn mogelijk dezelfde als andere in een ander document of een andere rij. Ze tellen allemaal mee voor de restitutielimiet; zie de lijst per record.",
        zh: "{count} 笔退回可能与另一份文件或另一行中的相同，且均计入退款上限；请查看“逐条记录”。"
    }
    /// About bookings.
    WITHOUT_USD {
        en: "{count} return has no known value in USD; until it is known, what is left of the refund cap isn't shown." | "{count} returns have no known value in USD; until it is known, what is left of the refund cap isn't shown.",
        de: "{count} Rückgabe hat keinen bekannten Wert in USD; bis er bekannt ist, wird der Rest der Obergrenze nicht angezeigt." | "{count} Rückgaben haben keinen bekannten Wert in USD; bis er bekannt ist, wird der Rest der Obergrenze nicht angezeigt.",
        sv: "{count} retur saknar känt värde i USD; tills det är känt visas inte vad som återstår av taket." | "{count} returer saknar känt värde i USD; tills det är känt visas inte vad som återstår av taket.",
        nl: "{count} retour heeft geen bekende waarde in USD; totdat die bekend is, wordt niet getoond wat er van de restitutielimiet over is." | "{count} retouren hebben geen bekende waarde in USD; totdat die bekend is, wordt niet getoond wat er van de restitutielimiet over is.",
        zh: "{count} 笔退回没有已知的美元金额；在得知之前，不显示退款上限余额。"
    }
    /// Opens a list.
    LEFT_OUT { en: "Transactions that are not imported", de: "Transaktionen, die nicht importiert werden", sv: "Transaktioner som inte importeras", nl: "Transacties die niet worden geïmporteerd", zh: "不导入的交易" }
    /// Heading of a column.
    TRANSACTIONS { en: "Transactions", de: "Transaktionen", sv: "Transaktioner", nl: "Transacties", zh: "交易" }
    /// Heading of a column.
    FIRST_AT { en: "First place", de: "Erste Stelle", sv: "Första stället", nl: "Eerste plaats", zh: "首个位置" }
    /// Opens a list.
    NOT_TAKEN { en: "Rejected when compared with your records", de: "Beim Vergleich mit Ihren Daten abgelehnt", sv: "Avvisat vid jämförelsen med dina data", nl: "Afgewezen bij het vergelijken met uw gegevens", zh: "与您的记录比较时被拒绝" }
    /// Heading of a column.
    PLACE { en: "Place", de: "Stelle", sv: "Plats", nl: "Plaats", zh: "位置" }
    /// Opens a list.
    CHANGES { en: "Record by record", de: "Datensatz für Datensatz", sv: "Post för post", nl: "Record voor record", zh: "逐条记录" }
    /// Button.
    MORE_CHANGES { en: "Load more records", de: "Weitere Datensätze laden", sv: "Läs in fler poster", nl: "Meer records laden", zh: "加载更多记录" }
    /// What a record is of.
    SUBJECT_CUSTOMER { en: "Customer", de: "Kunde", sv: "Kund", nl: "Klant", zh: "客户" }
    /// What a record is of.
    SUBJECT_RESERVATION { en: "Reservation", de: "Reservierung", sv: "Reservation", nl: "Reservering", zh: "预订" }
    /// What a record is of.
    SUBJECT_BOOKING { en: "Booking", de: "Buchung", sv: "Bokföringspost", nl: "Boeking", zh: "入账记录" }
    /// Stands before the names of properties.
    LACKS { en: "Still missing:", de: "Fehlt noch:", sv: "Saknas fortfarande:", nl: "Ontbreekt nog:", zh: "仍缺少：" }
    /// In the place of a value.
    NO_VALUE { en: "none", de: "keiner", sv: "inget", nl: "geen", zh: "无" }
    /// A property that changes.
    FIELD_CHANGES { en: "{field}: {before} → {after}", de: "{field}: {before} → {after}", sv: "{field}: {before} → {after}", nl: "{field}: {before} → {after}", zh: "{field}：{before} → {after}" }
    /// A property that stays.
    KEPT_CHANGED_HERE { en: "{field} stays {before}, because it was changed here since; the files say {after}.", de: "{field} bleibt {before}, weil es seither hier geändert wurde; die Dateien sagen {after}.", sv: "{field} förblir {before} eftersom det har ändrats här sedan dess; filerna säger {after}.", nl: "{field} blijft {before}, omdat het hier sindsdien is gewijzigd; de bestanden zeggen {after}.", zh: "{field} 保持为 {before}，因为之后在此处更改过；文件中为 {after}。" }
    /// A property that stays.
    KEPT_STATED { en: "{field} stays {before}, because that stands in a file; {after} is only a guess.", de: "{field} bleibt {before}, weil das in einer Datei steht; {after} ist nur eine Vermutung.", sv: "{field} förblir {before} eftersom det står i en fil; {after} är bara en gissning.", nl: "{field} blijft {before}, omdat dat in een bestand staat; {after} is slechts een aanname.", zh: "{field} 保持为 {before}，因为该值来自文件；{after} 只是推测。" }
    /// A property that stays.
    KEPT_CONTRADICTED { en: "{field} stays {before}; the files also say {after}.", de: "{field} bleibt {before}; die Dateien sagen auch {after}.", sv: "{field} förblir {before}; filerna säger också {after}.", nl: "{field} blijft {before}; de bestanden zeggen ook {after}.", zh: "{field} 保持为 {before}；文件中也有 {after}。" }
    /// A property that stays.
    KEPT_ENDED { en: "{field} stays {before}: what has ended stays so, although the files say {after}.", de: "{field} bleibt {before}: Was beendet ist, bleibt es, auch wenn die Dateien {after} sagen.", sv: "{field} förblir {before}: det som har avslutats förblir så, även om filerna säger {after}.", nl: "{field} blijft {before}: wat is beëindigd, blijft dat, ook al zeggen de bestanden {after}.", zh: "{field} 保持为 {before}：已结束的状态不变，尽管文件中为 {after}。" }
    /// Button.
    IMPORT { en: "Import", de: "Importieren", sv: "Importera", nl: "Importeren", zh: "导入" }
    /// Status.
    IMPORTING { en: "Importing… All of it is imported, or nothing is.", de: "Wird importiert … Alles kommt auf einmal oder gar nicht.", sv: "Importerar … Allt kommer på en gång eller inget alls.", nl: "Bezig met importeren… Alles komt in één keer of helemaal niet.", zh: "正在导入… 要么全部导入，要么全不导入。" }
    /// Progress.
    MERGING {
        en: "Preparing: {done} of {count} customer" | "Preparing: {done} of {count} customers",
        de: "Vorbereitung: {done} von {count} Kunde" | "Vorbereitung: {done} von {count} Kunden",
        sv: "Förbereder: {done} av {count} kund" | "Förbereder: {done} av {count} kunder",
        nl: "Voorbereiden: {done} van {count} klant" | "Voorbereiden: {done} van {count} klanten",
        zh: "正在准备：第 {done} 个客户，共 {count} 个"
    }
    /// Progress.
    WRITING { en: "Saving everything in one step…", de: "Alles wird in einem Schritt gespeichert …", sv: "Sparar allt i ett steg …", nl: "Alles wordt in één stap opgeslagen…", zh: "正在一次性保存全部内容…" }
    /// Button.
    STOP_IMPORT { en: "Stop the import", de: "Import anhalten", sv: "Stoppa importen", nl: "Import stoppen", zh: "停止导入" }
    /// Why the button is of no use any more.
    TOO_LATE { en: "It is being saved and can no longer be stopped.", de: "Er wird gespeichert und lässt sich nicht mehr anhalten.", sv: "Den sparas och kan inte längre stoppas.", nl: "De import wordt opgeslagen en kan niet meer worden gestopt.", zh: "正在保存，无法再停止。" }
    /// Why the button is of no use for a moment.
    ASKING_TO_STOP { en: "The request to stop is being sent.", de: "Die Aufforderung zum Anhalten wird gesendet.", sv: "Begäran om att stoppa skickas.", nl: "Het stopverzoek wordt verzonden.", zh: "正在发送停止请求。" }
    /// The button can be pressed again: nobody has answered, or somebody who could not stop it.
    STOP_UNCONFIRMED { en: "The request to stop wasn't confirmed, so the import may continue. Try again.", de: "Das Anhalten wurde nicht bestätigt, der Import läuft also vielleicht weiter. Versuchen Sie es noch einmal.", sv: "Stoppet har inte bekräftats, så importen kan fortsätta. Försök igen.", nl: "Het stoppen is niet bevestigd, dus de import gaat mogelijk door. Probeer het opnieuw.", zh: "停止请求未得到确认，导入可能仍在继续。请重试。" }
    /// The request to stop was heard; also why the button is of no use any more.
    STOPPING { en: "The request to stop was accepted.", de: "Die Aufforderung zum Anhalten wurde angenommen.", sv: "Begäran om att stoppa har godtagits.", nl: "Het stopverzoek is geaccepteerd.", zh: "停止请求已被接受。" }
    /// Why there is nothing to do.
    NOTHING_TO_IMPORT { en: "The files contain nothing that is not already in your records.", de: "Die Dateien enthalten nichts, was nicht schon in Ihren Daten steht.", sv: "Filerna innehåller inget som inte redan finns i dina data.", nl: "De bestanden bevatten niets wat nog niet in uw gegevens staat.", zh: "文件中没有您的记录中尚未包含的内容。" }
    /// It is done.
    DONE { en: "Imported", de: "Importiert", sv: "Importerat", nl: "Geïmporteerd", zh: "已导入" }
    /// Heading of an import that goes on although its page was left, or that another tab has begun.
    UNDER_WAY { en: "Import in progress", de: "Import läuft", sv: "Import pågår", nl: "Import wordt uitgevoerd", zh: "正在导入" }
    /// Heading of such an import while nobody can tell of it.
    NO_NEWS_TITLE { en: "Import status unknown", de: "Stand des Imports unbekannt", sv: "Importens status är okänd", nl: "Status van de import onbekend", zh: "导入状态未知" }
    /// What is known of it then.
    NO_NEWS { en: "Right now we can't tell how far this import is. It may still be running, or it may have ended. This page keeps checking.", de: "Wie weit dieser Import ist, lässt sich gerade nicht feststellen. Vielleicht läuft er noch, vielleicht ist er schon zu Ende. Diese Seite fragt weiter nach.", sv: "Just nu går det inte att se hur långt importen har kommit. Den kan fortfarande pågå eller vara avslutad. Sidan fortsätter att kontrollera.", nl: "Op dit moment is niet te zien hoe ver deze import is. De import loopt misschien nog of is al afgelopen. Deze pagina blijft dit controleren.", zh: "目前无法得知此次导入的进度。它可能仍在进行，也可能已经结束。此页面会继续查询。" }
    /// What has become of it: it was discarded, or forgotten.
    GONE { en: "This import no longer exists.", de: "Diesen Import gibt es nicht mehr.", sv: "Den här importen finns inte längre.", nl: "Deze import bestaat niet meer.", zh: "此导入已不存在。" }
    /// Link.
    TO_RESERVATIONS { en: "Show the reservations", de: "Reservierungen anzeigen", sv: "Visa reservationerna", nl: "Reserveringen tonen", zh: "查看预订" }
    /// Button.
    MORE_FILES { en: "Import more files", de: "Weitere Dateien importieren", sv: "Importera fler filer", nl: "Meer bestanden importeren", zh: "导入更多文件" }
    /// Heading.
    LAST { en: "Last import", de: "Letzter Import", sv: "Senaste importen", nl: "Laatste import", zh: "上次导入" }
    /// When it was.
    LAST_AT { en: "Imported {time} from:", de: "Importiert {time} aus:", sv: "Importerat {time} från:", nl: "Geïmporteerd {time} uit:", zh: "{time} 导入自：" }
    /// Button.
    UNDO { en: "Undo this import", de: "Diesen Import rückgängig machen", sv: "Ångra den här importen", nl: "Deze import ongedaan maken", zh: "撤销此导入" }
    /// Status.
    UNDOING { en: "Undoing the import…", de: "Der Import wird rückgängig gemacht …", sv: "Ångrar importen …", nl: "De import wordt ongedaan gemaakt…", zh: "正在撤销导入…" }
    /// It is done.
    UNDONE { en: "The import was undone. Your records are as they were before it.", de: "Der Import wurde rückgängig gemacht. Ihre Daten sind wie zuvor.", sv: "Importen har ångrats. Dina data är som de var före den.", nl: "De import is ongedaan gemaakt. Uw gegevens zijn zoals ervoor.", zh: "导入已撤销。您的记录已恢复到导入之前。" }
    /// What was not done.
    NOT_UNDONE { en: "The import wasn't undone.", de: "Der Import wurde nicht rückgängig gemacht.", sv: "Importen har inte ångrats.", nl: "De import is niet ongedaan gemaakt.", zh: "导入未撤销。" }

    /// Dialog.
    LEAVE_TITLE { en: "Leave the import?", de: "Import verlassen?", sv: "Lämna importen?", nl: "Import verlaten?", zh: "离开导入？" }
    /// What is lost.
    LEAVE_WORDS { en: "Your files were read but not imported. What you answered here is lost; your records stay as they are.", de: "Ihre Dateien wurden gelesen, aber nicht importiert. Ihre Antworten hier gehen verloren; Ihre Daten bleiben, wie sie sind.", sv: "Dina filer har lästs men inte importerats. Det du har svarat här går förlorat; dina data förblir som de är.", nl: "Uw bestanden zijn gelezen maar niet geïmporteerd. Wat u hier hebt geantwoord, gaat verloren; uw gegevens blijven zoals ze zijn.", zh: "您的文件已读取但未导入。您在此处的回答将丢失；您的记录保持不变。" }
    /// Instead of what is lost, while the import is under way.
    LEAVE_COMMITTING { en: "Your files are being imported. The import continues when you leave this page; come back here to see whether it is done.", de: "Ihre Dateien werden gerade importiert. Der Import läuft weiter, wenn Sie diese Seite verlassen; kommen Sie hierher zurück, um zu sehen, ob er fertig ist.", sv: "Dina filer importeras just nu. Importen fortsätter när du lämnar sidan; kom tillbaka hit för att se om den är klar.", nl: "Uw bestanden worden nu geïmporteerd. De import gaat door wanneer u deze pagina verlaat; kom hier terug om te zien of hij klaar is.", zh: "正在导入您的文件。离开此页面后导入会继续；返回此处可查看是否已完成。" }
    /// Button.
    STAY { en: "Stay here", de: "Hier bleiben", sv: "Stanna här", nl: "Hier blijven", zh: "留在此处" }
    /// Button.
    LEAVE { en: "Leave", de: "Verlassen", sv: "Lämna", nl: "Verlaten", zh: "离开" }

    /// Property.
    TENANT { en: "Tenant ID", de: "Mandanten-ID", sv: "Klientorganisations-ID", nl: "Tenant-id", zh: "租户 ID" }
    /// Property.
    RESERVATION_ID { en: "Reservation ID", de: "Reservierungs-ID", sv: "Reservations-ID", nl: "Reserverings-id", zh: "预订 ID" }
    /// Property.
    ORDER_ID { en: "Reservation order ID", de: "Reservierungsauftrags-ID", sv: "Reservationsbeställnings-ID", nl: "Reserveringsorder-id", zh: "预订订单 ID" }
    /// Property.
    NAME { en: "Name", de: "Name", sv: "Namn", nl: "Naam", zh: "名称" }
    /// Property.
    EXPIRY_DATE { en: "Expiration date", de: "Ablaufdatum", sv: "Utgångsdatum", nl: "Vervaldatum", zh: "到期日期" }
    /// Property.
    STATE { en: "Status", de: "Status", sv: "Status", nl: "Status", zh: "状态" }
    /// Property.
    CURRENCY { en: "Currency", de: "Währung", sv: "Valuta", nl: "Valuta", zh: "货币" }
    /// Property.
    PRODUCT_TYPE { en: "Product type", de: "Produkttyp", sv: "Produkttyp", nl: "Producttype", zh: "产品类型" }
    /// Property.
    USED { en: "Was used", de: "Wurde genutzt", sv: "Har använts", nl: "Is gebruikt", zh: "已使用过" }
    /// Property.
    SUCCESSION { en: "What took its place", de: "Was an ihre Stelle trat", sv: "Vad som ersatte den", nl: "Wat ervoor in de plaats kwam", zh: "被取代方式" }
    /// Property.
    BILLING_SUBSCRIPTION { en: "Billing subscription", de: "Abrechnungsabonnement", sv: "Faktureringsprenumeration", nl: "Factureringsabonnement", zh: "计费订阅" }

    /// What a file is.
    KIND_PORTAL { en: "Azure portal list", de: "Liste des Azure-Portals", sv: "Lista från Azure-portalen", nl: "Lijst van de Azure-portal", zh: "Azure 门户列表" }
    /// What a file is.
    KIND_AZ { en: "Azure reservations (JSON)", de: "Azure-Reservierungen (JSON)", sv: "Azure-reservationer (JSON)", nl: "Azure-reserveringen (JSON)", zh: "Azure 预订 (JSON)" }
    /// What a file is.
    KIND_ORDERS { en: "Reservation orders", de: "Reservierungsaufträge", sv: "Reservationsbeställningar", nl: "Reserveringsorders", zh: "预订订单" }
    /// What a file is.
    KIND_POWERSHELL { en: "PowerShell list", de: "PowerShell-Liste", sv: "PowerShell-lista", nl: "PowerShell-lijst", zh: "PowerShell 列表" }
    /// What a file is.
    KIND_REPORT { en: "Table of reservations", de: "Tabelle mit Reservierungen", sv: "Tabell med reservationer", nl: "Tabel met reserveringen", zh: "预订表格" }
    /// What a file is.
    KIND_TRANSACTIONS { en: "Reservation transactions", de: "Reservierungstransaktionen", sv: "Reservationstransaktioner", nl: "Reserveringstransacties", zh: "预订交易" }
    /// What a file is.
    KIND_USAGE { en: "Reservation details (usage)", de: "Reservierungsdetails (Nutzung)", sv: "Reservationsdetaljer (användning)", nl: "Reserveringsdetails (gebruik)", zh: "预订明细（使用量）" }
    /// What a file is.
    KIND_CUSTOMERS { en: "Partner Center customers", de: "Kunden aus Partner Center", sv: "Kunder från Partnercenter", nl: "Klanten van Partner Center", zh: "合作伙伴中心客户" }
    /// What a file is.
    KIND_INVOICE { en: "Partner Center invoice reconciliation", de: "Rechnungsabstimmung aus Partner Center", sv: "Fakturaavstämning från Partnercenter", nl: "Factuurafstemming van Partner Center", zh: "合作伙伴中心发票对账" }
    /// What a file is.
    KIND_DAILY { en: "Daily rated usage", de: "Tägliche bewertete Nutzung", sv: "Daglig prissatt användning", nl: "Dagelijks geprijsd gebruik", zh: "每日计价用量" }
    /// What a file is.
    KIND_COST { en: "Cost and usage details", de: "Kosten- und Nutzungsdetails", sv: "Kostnads- och användningsdetaljer", nl: "Kosten- en gebruiksdetails", zh: "成本和使用量明细" }
    /// What a file is.
    KIND_FOCUS { en: "FOCUS cost and usage", de: "FOCUS-Kosten und -Nutzung", sv: "FOCUS kostnad och användning", nl: "FOCUS-kosten en -gebruik", zh: "FOCUS 成本和使用量" }
    /// What a file is.
    KIND_RETAIL { en: "Azure retail prices", de: "Azure-Listenpreise", sv: "Azure-listpriser", nl: "Azure-catalogusprijzen", zh: "Azure 零售价格" }
    /// What a file is.
    KIND_PRORATA { en: "Prorata export", de: "Prorata-Export", sv: "Prorata-export", nl: "Prorata-export", zh: "Prorata 导出" }
    /// What a file is.
    KIND_PRICE_SHEET { en: "Price sheet", de: "Preisliste", sv: "Prislista", nl: "Prijslijst", zh: "价目表" }
    /// What a file is.
    KIND_SAVINGS_PLANS { en: "Savings plans", de: "Sparpläne", sv: "Sparplaner", nl: "Besparingsplannen", zh: "节省计划" }
    /// What a file is.
    KIND_RECOMMENDATIONS { en: "Reservation recommendations", de: "Reservierungsempfehlungen", sv: "Reservationsrekommendationer", nl: "Reserveringsaanbevelingen", zh: "预订建议" }
    /// What a file is.
    KIND_REVISIONS { en: "Reservation history", de: "Reservierungsverlauf", sv: "Reservationshistorik", nl: "Reserveringsgeschiedenis", zh: "预订历史记录" }
    /// What a file is.
    KIND_AZURE_QUOTES { en: "Azure quotes", de: "Azure-Berechnungen", sv: "Azure-beräkningar", nl: "Azure-berekeningen", zh: "Azure 报价" }
    /// What a file is.
    KIND_QUOTE_LINES { en: "Lines of prorata-quote", de: "Zeilen von prorata-quote", sv: "Rader från prorata-quote", nl: "Regels van prorata-quote", zh: "prorata-quote 的行" }
}
