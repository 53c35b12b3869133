//! Reasons that the reader of files gives.

use crate::catalogue;

catalogue! {
    /// A reason.
    NOT_DATE { en: "{a}: “{b}” is not a date", de: "{a}: „{b}“ ist kein Datum", sv: "{a}: ”{b}” är inget datum", nl: "{a}: ‘{b}’ is geen datum", zh: "{a}：“{b}”不是日期" }
    /// A reason.
    NOT_NUMBER { en: "{a}: “{b}” is not a number", de: "{a}: „{b}“ ist keine Zahl", sv: "{a}: ”{b}” är inget tal", nl: "{a}: ‘{b}’ is geen getal", zh: "{a}：“{b}”不是数字" }
    /// A reason.
    NOT_UNITS { en: "{a}: “{b}” is not a whole number of units", de: "{a}: „{b}“ ist keine ganze Zahl von Einheiten", sv: "{a}: ”{b}” är inget helt antal enheter", nl: "{a}: ‘{b}’ is geen geheel aantal eenheden", zh: "{a}：“{b}”不是整数单位" }
    /// A reason.
    BELOW_ZERO { en: "{a}: “{b}” is below zero", de: "{a}: „{b}“ ist kleiner als null", sv: "{a}: ”{b}” är mindre än noll", nl: "{a}: ‘{b}’ is kleiner dan nul", zh: "{a}：“{b}”小于零" }
    /// A reason.
    NOT_RESERVATION_ID { en: "{a}: “{b}” is not a reservation ID", de: "{a}: „{b}“ ist keine Reservierungs-ID", sv: "{a}: ”{b}” är inget reservations-ID", nl: "{a}: ‘{b}’ is geen reserverings-id", zh: "{a}：“{b}”不是预订 ID" }
    /// A reason.
    NOT_ORDER_ID { en: "{a}: “{b}” is not a reservation order ID", de: "{a}: „{b}“ ist keine Reservierungsauftrags-ID", sv: "{a}: ”{b}” är inget reservationsbeställnings-ID", nl: "{a}: ‘{b}’ is geen reserveringsorder-id", zh: "{a}：“{b}”不是预订订单 ID" }
    /// A reason.
    NOT_TERM { en: "“{a}” is not a term of reservations", de: "„{a}“ ist keine Laufzeit von Reservierungen", sv: "”{a}” är ingen löptid för reservationer", nl: "‘{a}’ is geen looptijd van reserveringen", zh: "“{a}”不是预订的期限" }
    /// A reason.
    CELLS_CUT { en: "It has {a} cells and the header {b}: the file is cut off", de: "Sie hat {a} Zellen, die Kopfzeile {b}: Die Datei ist abgeschnitten", sv: "Den har {a} celler och rubrikraden {b}: filen är avklippt", nl: "De rij heeft {a} cellen en de koptekst {b}: het bestand is afgekapt", zh: "此行有 {a} 个单元格，标题行有 {b} 个：文件被截断" }
    /// A reason.
    CELLS { en: "It has {a} cells and the header {b}", de: "Sie hat {a} Zellen, die Kopfzeile {b}", sv: "Den har {a} celler och rubrikraden {b}", nl: "De rij heeft {a} cellen en de koptekst {b}", zh: "此行有 {a} 个单元格，标题行有 {b} 个" }
    /// A reason.
    QUOTE_OUT_OF_PLACE { en: "A quotation mark is out of place", de: "Ein Anführungszeichen steht an der falschen Stelle", sv: "Ett citattecken står på fel ställe", nl: "Een aanhalingsteken staat op de verkeerde plaats", zh: "引号位置不正确" }
    /// A reason.
    QUOTE_OPEN { en: "A quotation mark is never closed: the line is cut off", de: "Ein Anführungszeichen wird nicht geschlossen: Die Zeile ist abgeschnitten", sv: "Ett citattecken stängs aldrig: raden är avklippt", nl: "Een aanhalingsteken wordt niet gesloten: de regel is afgekapt", zh: "引号未闭合：该行被截断" }
    /// A reason.
    HAS_NO { en: "It has no {a}", de: "{a} fehlt", sv: "{a} saknas", nl: "{a} ontbreekt", zh: "缺少 {a}" }
    /// A reason.
    NAMES_NO_RESERVATION { en: "It names no reservation: neither an ID nor a name", de: "Sie nennt keine Reservierung: weder ID noch Name", sv: "Den nämner ingen reservation: varken ID eller namn", nl: "De rij noemt geen reservering: id noch naam", zh: "未指明预订：既无 ID 也无名称" }
    /// A reason.
    NAMES_NO_USAGE { en: "It names no reservation: neither ReservationId nor ReservationOrderId", de: "Sie nennt keine Reservierung: weder ReservationId noch ReservationOrderId", sv: "Den nämner ingen reservation: varken ReservationId eller ReservationOrderId", nl: "De rij noemt geen reservering: ReservationId noch ReservationOrderId", zh: "未指明预订：既无 ReservationId 也无 ReservationOrderId" }
    /// A reason.
    NAMES_NO_CUSTOMER { en: "It names no customer: there is no Microsoft ID", de: "Sie nennt keinen Kunden: Die Microsoft ID fehlt", sv: "Den nämner ingen kund: Microsoft ID saknas", nl: "De rij noemt geen klant: de Microsoft ID ontbreekt", zh: "未指明客户：缺少 Microsoft ID" }
    /// A reason.
    NAMES_NO_ORDER { en: "It names no reservation order: there is no ID", de: "Sie nennt keinen Reservierungsauftrag: Die ID fehlt", sv: "Den nämner ingen reservationsbeställning: ID saknas", nl: "De rij noemt geen reserveringsorder: de id ontbreekt", zh: "未指明预订订单：缺少 ID" }
    /// A reason.
    ENDS_BEFORE { en: "It expires on {a}, which is not after its purchase on {b}", de: "Sie läuft am {a} ab, nicht nach dem Kauf am {b}", sv: "Den löper ut {a}, vilket inte är efter köpet {b}", nl: "De reservering verloopt op {a}, niet na de aankoop op {b}", zh: "到期日 {a} 不晚于购买日 {b}" }
    /// A reason.
    JSON_CUT { en: "It is malformed JSON: the file is cut off ({a})", de: "Es ist kein gültiges JSON: Die Datei ist abgeschnitten ({a})", sv: "Det är ingen giltig JSON: filen är avklippt ({a})", nl: "Het is geen geldige JSON: het bestand is afgekapt ({a})", zh: "JSON 格式错误：文件被截断（{a}）" }
    /// A reason.
    JSON_BAD { en: "It is malformed JSON ({a})", de: "Es ist kein gültiges JSON ({a})", sv: "Det är ingen giltig JSON ({a})", nl: "Het is geen geldige JSON ({a})", zh: "JSON 格式错误（{a}）" }
    /// A reason.
    EMPTY_ROW { en: "An empty row", de: "Eine leere Zeile", sv: "En tom rad", nl: "Een lege rij", zh: "空行" }
    /// A reason.
    TOTALS { en: "A row of totals", de: "Eine Summenzeile", sv: "En summarad", nl: "Een totaalrij", zh: "合计行" }
    /// A reason.
    BEFORE_HEADER { en: "A line before the header", de: "Eine Zeile vor der Kopfzeile", sv: "En rad före rubrikraden", nl: "Een regel vóór de koptekst", zh: "标题行之前的行" }
    /// A reason.
    MESSAGE { en: "A message of the program that wrote the file: {a}", de: "Eine Meldung des Programms, das die Datei geschrieben hat: {a}", sv: "Ett meddelande från programmet som skrev filen: {a}", nl: "Een melding van het programma dat het bestand heeft geschreven: {a}", zh: "写入该文件的程序的消息：{a}" }
    /// A reason.
    EARLIER_STATE { en: "An earlier state of a reservation", de: "Ein früherer Stand einer Reservierung", sv: "Ett tidigare läge för en reservation", nl: "Een eerdere stand van een reservering", zh: "预订的较早状态" }
    /// A reason.
    SAVINGS_PLAN { en: "A savings plan, which can never be returned", de: "Ein Sparplan, der nie zurückgegeben werden kann", sv: "En sparplan, som aldrig kan lämnas tillbaka", nl: "Een besparingsplan, dat nooit kan worden geretourneerd", zh: "节省计划，无法退回" }
    /// A reason.
    CAPACITY { en: "A capacity reservation, which is something else", de: "Eine Kapazitätsreservierung, was etwas anderes ist", sv: "En kapacitetsreservation, vilket är något annat", nl: "Een capaciteitsreservering, wat iets anders is", zh: "容量预留，并非预订" }
    /// A reason.
    OTHER_LINE { en: "A line about something else ({a})", de: "Eine Zeile über etwas anderes ({a})", sv: "En rad om något annat ({a})", nl: "Een regel over iets anders ({a})", zh: "其他内容的行（{a}）" }
    /// A reason.
    OTHER_PRODUCT { en: "A line whose product is something else", de: "Eine Zeile, deren Produkt etwas anderes ist", sv: "En rad vars produkt är något annat", nl: "Een regel met een ander product", zh: "产品为其他内容的行" }
    /// A reason.
    OTHER_COST { en: "A cost that is not about a reservation", de: "Kosten, die keine Reservierung betreffen", sv: "En kostnad som inte gäller en reservation", nl: "Kosten die niet over een reservering gaan", zh: "与预订无关的成本" }
    /// A reason.
    PLAN_COST { en: "A cost of a savings plan", de: "Kosten eines Sparplans", sv: "En kostnad för en sparplan", nl: "Kosten van een besparingsplan", zh: "节省计划的成本" }
    /// A reason.
    OTHER_PRICE { en: "A price of something else than a reservation", de: "Ein Preis von etwas anderem als einer Reservierung", sv: "Ett pris för något annat än en reservation", nl: "Een prijs van iets anders dan een reservering", zh: "非预订的价格" }
    /// A reason.
    PRICES_TODAY { en: "A price sheet: prices of today, not what was paid", de: "Eine Preisliste: heutige Preise, nicht das, was bezahlt wurde", sv: "En prislista: dagens priser, inte vad som betalades", nl: "Een prijslijst: prijzen van vandaag, niet wat is betaald", zh: "价目表：当前价格，而非实际支付的价格" }
    /// A reason.
    RECOMMENDATION { en: "A recommendation, not a reservation", de: "Eine Empfehlung, keine Reservierung", sv: "En rekommendation, ingen reservation", nl: "Een aanbeveling, geen reservering", zh: "建议，而非预订" }
    /// A reason.
    ADDED_PRICE { en: "From a column that was added, as the price of one unit for the term", de: "Aus einer ergänzten Spalte, als Preis einer Einheit für die Laufzeit", sv: "Från en tillagd kolumn, som pris för en enhet under löptiden", nl: "Uit een toegevoegde kolom, als prijs van één eenheid voor de looptijd", zh: "来自添加的列，作为一个单位整个期限的价格" }
    /// A reason.
    RETAIL_TODAY { en: "The retail price of today, which is not what was paid", de: "Der heutige Listenpreis, nicht das, was bezahlt wurde", sv: "Dagens listpris, inte vad som betalades", nl: "De catalogusprijs van vandaag, niet wat is betaald", zh: "当前零售价格，而非实际支付的价格" }
    /// A reason.
    LOOKS_LIKE_VM { en: "Its size or description is one of virtual machines", de: "Größe oder Beschreibung gehören zu virtuellen Computern", sv: "Storleken eller beskrivningen hör till virtuella datorer", nl: "De grootte of beschrijving hoort bij virtuele machines", zh: "其大小或描述属于虚拟机" }
    /// A reason.
    ONLY_CUSTOMER { en: "The only customer in the files", de: "Der einzige Kunde in den Dateien", sv: "Den enda kunden i filerna", nl: "De enige klant in de bestanden", zh: "文件中唯一的客户" }
    /// A reason.
    UNITS_OF_ORDER { en: "The units of the order; no file lists its reservations", de: "Die Einheiten des Auftrags; keine Datei führt seine Reservierungen auf", sv: "Beställningens enheter; ingen fil listar dess reservationer", nl: "De eenheden van de order; geen bestand noemt de reserveringen ervan", zh: "订单的单位数；没有文件列出其预订" }
    /// A reason.
    UNITS_BOUGHT { en: "The units that were bought; no file lists the reservations of the order", de: "Die gekauften Einheiten; keine Datei führt die Reservierungen des Auftrags auf", sv: "De köpta enheterna; ingen fil listar beställningens reservationer", nl: "De gekochte eenheden; geen bestand noemt de reserveringen van de order", zh: "购买的单位数；没有文件列出该订单的预订" }
    /// A reason.
    TERM_OF_DATES { en: "From its purchase date and expiration date", de: "Aus Kaufdatum und Ablaufdatum", sv: "Utifrån inköpsdatum och utgångsdatum", nl: "Op basis van aankoopdatum en vervaldatum", zh: "根据购买日期和到期日期" }
    /// A reason.
    CHARGED_DAYS { en: "From the days that an invoice line charges for", de: "Aus dem Zeitraum, den eine Rechnungszeile berechnet", sv: "Utifrån perioden som en fakturarad debiterar för", nl: "Op basis van de periode die een factuurregel in rekening brengt", zh: "根据账单行的计费期间" }
    /// A reason.
    FIRST_PURCHASE { en: "The day of the first purchase", de: "Der Tag des ersten Kaufs", sv: "Dagen för det första köpet", nl: "De dag van de eerste aankoop", zh: "首次购买的日期" }
    /// A reason.
    NOTHING_ENDED { en: "It was bought, and nothing in the files says that it ended", de: "Sie wurde gekauft, und nichts in den Dateien sagt, dass sie beendet ist", sv: "Den köptes, och inget i filerna säger att den har avslutats", nl: "De reservering is gekocht en niets in de bestanden zegt dat die is beëindigd", zh: "已购买，且文件中没有其已结束的信息" }
    /// A reason.
    ALL_RETURNED { en: "As many units were returned as were bought", de: "Es wurden so viele Einheiten zurückgegeben wie gekauft", sv: "Lika många enheter lämnades tillbaka som köptes", nl: "Er zijn evenveel eenheden geretourneerd als gekocht", zh: "退回的单位数与购买的相同" }
    /// A reason.
    ALL_RETURNED_ONCE { en: "As many units were returned as were bought. A return that two documents show on different days counts once.", de: "Es wurden so viele Einheiten zurückgegeben wie gekauft. Eine Rückgabe, die in zwei Dokumenten unter verschiedenen Tagen steht, zählt einmal.", sv: "Lika många enheter lämnades tillbaka som köptes. En retur som står i två dokument med olika dagar räknas en gång.", nl: "Er zijn evenveel eenheden geretourneerd als gekocht. Een retour die in twee documenten op verschillende dagen staat, telt één keer.", zh: "退回的单位数与购买的相同。两份文件中日期不同的同一次退回只计一次。" }
    /// A reason.
    LESS_RETURNED { en: "The units that were bought less those that were returned", de: "Die gekauften Einheiten abzüglich der zurückgegebenen", sv: "De köpta enheterna minus de återlämnade", nl: "De gekochte eenheden min de geretourneerde", zh: "购买的单位数减去退回的单位数" }
    /// A reason.
    LESS_RETURNED_ONCE { en: "The units that were bought less those that were returned. A return that two documents show on different days counts once.", de: "Die gekauften Einheiten abzüglich der zurückgegebenen. Eine Rückgabe, die in zwei Dokumenten unter verschiedenen Tagen steht, zählt einmal.", sv: "De köpta enheterna minus de återlämnade. En retur som står i två dokument med olika dagar räknas en gång.", nl: "De gekochte eenheden min de geretourneerde. Een retour die in twee documenten op verschillende dagen staat, telt één keer.", zh: "购买的单位数减去退回的单位数。两份文件中日期不同的同一次退回只计一次。" }
    /// A reason.
    RETURNED_UNKNOWN { en: "Left open: units were returned, and the files do not say how many", de: "Offen gelassen: Es wurden Einheiten zurückgegeben, und die Dateien sagen nicht, wie viele", sv: "Lämnat öppet: enheter lämnades tillbaka, och filerna säger inte hur många", nl: "Opengelaten: er zijn eenheden geretourneerd en de bestanden zeggen niet hoeveel", zh: "未定：有单位已退回，但文件未说明数量" }
    /// A reason.
    CALCULATED { en: "Calculated from the unit price and the quantity, since the line has no subtotal", de: "Aus Einzelpreis und Menge berechnet, da die Zeile keine Zwischensumme hat", sv: "Beräknat från enhetspris och antal, eftersom raden saknar delsumma", nl: "Berekend uit eenheidsprijs en aantal, omdat de regel geen subtotaal heeft", zh: "由单价和数量计算，因为该行没有小计" }
    /// A reason.
    FROM_LINE { en: "From an invoice line with the same reservation order, whose product is “{a}”", de: "Aus einer Rechnungszeile mit demselben Reservierungsauftrag, deren Produkt „{a}“ ist", sv: "Från en fakturarad med samma reservationsbeställning, vars produkt är ”{a}”", nl: "Uit een factuurregel met dezelfde reserveringsorder en het product ‘{a}’", zh: "来自同一预订订单的发票行，其产品为“{a}”" }
    /// A reason.
    FIRST_OF_PURCHASES { en: "The order has {a} purchases with different prices; this is the first", de: "Der Auftrag hat {a} Käufe mit verschiedenen Preisen; dies ist der erste", sv: "Beställningen har {a} köp med olika priser; det här är det första", nl: "De order heeft {a} aankopen met verschillende prijzen; dit is de eerste", zh: "该订单有 {a} 次不同价格的购买；此为首次" }
    /// A reason.
    NOT_SAID_RESERVATION { en: "The product does not say that it is an Azure reservation, and no file lists the reservation order", de: "Das Produkt sagt nicht, dass es eine Azure-Reservierung ist, und keine Datei führt den Reservierungsauftrag auf", sv: "Produkten säger inte att det är en Azure-reservation, och ingen fil listar reservationsbeställningen", nl: "Het product zegt niet dat het een Azure-reservering is en geen bestand noemt de reserveringsorder", zh: "产品未说明其为 Azure 预订，且没有文件列出该预订订单" }
    /// A reason.
    NO_EVENT { en: "It is neither a purchase nor a return", de: "Es ist weder ein Kauf noch eine Rückgabe", sv: "Det är varken ett köp eller en retur", nl: "Het is geen aankoop en geen retour", zh: "既不是购买也不是退回" }
    /// A reason.
    NOBODYS { en: "No file says whose it is", de: "Keine Datei sagt, wem sie gehört", sv: "Ingen fil säger vems den är", nl: "Geen bestand zegt van wie dit is", zh: "没有文件说明其归属" }
    /// A reason.
    ONLY_ONE_CUSTOMER { en: "No file says whose it is, and there is one customer only", de: "Keine Datei sagt, wem sie gehört, und es gibt nur einen Kunden", sv: "Ingen fil säger vems den är, och det finns bara en kund", nl: "Geen bestand zegt van wie dit is, en er is maar één klant", zh: "没有文件说明其归属，且只有一个客户" }
    /// A reason.
    WITHOUT_DATE { en: "The date is missing", de: "Das Datum fehlt", sv: "Datum saknas", nl: "De datum ontbreekt", zh: "缺少日期" }
    /// A reason.
    WITHOUT_AMOUNT { en: "The amount is missing", de: "Der Betrag fehlt", sv: "Beloppet saknas", nl: "Het bedrag ontbreekt", zh: "缺少金额" }
    /// A reason.
    WITHOUT_CURRENCY { en: "The currency is missing", de: "Die Währung fehlt", sv: "Valutan saknas", nl: "De valuta ontbreekt", zh: "缺少货币" }
    /// A reason.
    OTHER_TABLE { en: "A table about something else, with the columns {a}", de: "Eine Tabelle über etwas anderes, mit den Spalten {a}", sv: "En tabell om något annat, med kolumnerna {a}", nl: "Een tabel over iets anders, met de kolommen {a}", zh: "关于其他内容的表格，列为 {a}" }
    /// A reason.
    OTHER_TEXT { en: "About something else; its first line is “{a}”", de: "Etwas anderes; die erste Zeile ist „{a}“", sv: "Något annat; första raden är ”{a}”", nl: "Iets anders; de eerste regel is ‘{a}’", zh: "其他内容；首行为“{a}”" }
    /// A reason.
    OTHER_JSON { en: "JSON about something else; its first record has the fields {a}", de: "JSON über etwas anderes; der erste Datensatz hat die Felder {a}", sv: "JSON om något annat; första posten har fälten {a}", nl: "JSON over iets anders; het eerste record heeft de velden {a}", zh: "关于其他内容的 JSON；首条记录的字段为 {a}" }
    /// A reason.
    EMPTY_FILE { en: "The file is empty", de: "Die Datei ist leer", sv: "Filen är tom", nl: "Het bestand is leeg", zh: "文件为空" }
    /// A reason.
    WEB_PAGE { en: "A web page: download the file itself", de: "Eine Webseite: Laden Sie die Datei selbst herunter", sv: "En webbsida: ladda ned själva filen", nl: "Een webpagina: download het bestand zelf", zh: "网页：请下载文件本身" }
    /// A reason.
    PDF { en: "A PDF document", de: "Ein PDF-Dokument", sv: "Ett PDF-dokument", nl: "Een PDF-document", zh: "PDF 文档" }
    /// A reason.
    DESCRIBED_DIFFERENTLY { en: "Reservations that several rows describe differently: {a}", de: "Reservierungen, die mehrere Zeilen verschieden beschreiben: {a}", sv: "Reservationer som flera rader beskriver olika: {a}", nl: "Reserveringen die door meerdere rijen verschillend worden beschreven: {a}", zh: "多行描述不一致的预订：{a}" }
    /// A reason.
    ORDERS_UNLISTED { en: "Reservation orders whose reservations no file lists: {a} ({b})", de: "Reservierungsaufträge, deren Reservierungen keine Datei aufführt: {a} ({b})", sv: "Reservationsbeställningar vars reservationer ingen fil listar: {a} ({b})", nl: "Reserveringsorders waarvan geen bestand de reserveringen noemt: {a} ({b})", zh: "没有文件列出其预订的预订订单：{a}（{b}）" }
    /// A reason.
    ORDERS_UNLISTED_MORE { en: "Reservation orders whose reservations no file lists: {a} ({b} and {c} more)", de: "Reservierungsaufträge, deren Reservierungen keine Datei aufführt: {a} ({b} und {c} weitere)", sv: "Reservationsbeställningar vars reservationer ingen fil listar: {a} ({b} och {c} till)", nl: "Reserveringsorders waarvan geen bestand de reserveringen noemt: {a} ({b} en nog {c})", zh: "没有文件列出其预订的预订订单：{a}（{b}，另有 {c} 个）" }
    /// A reason.
    RESERVATIONS_UNLISTED { en: "Reservations that are named but that no file lists: {a} ({b})", de: "Reservierungen, die genannt sind, aber die keine Datei aufführt: {a} ({b})", sv: "Reservationer som nämns men som ingen fil listar: {a} ({b})", nl: "Reserveringen die worden genoemd maar die geen bestand vermeldt: {a} ({b})", zh: "被提及但没有文件列出的预订：{a}（{b}）" }
    /// A reason.
    RESERVATIONS_UNLISTED_MORE { en: "Reservations that are named but that no file lists: {a} ({b} and {c} more)", de: "Reservierungen, die genannt sind, aber die keine Datei aufführt: {a} ({b} und {c} weitere)", sv: "Reservationer som nämns men som ingen fil listar: {a} ({b} och {c} till)", nl: "Reserveringen die worden genoemd maar die geen bestand vermeldt: {a} ({b} en nog {c})", zh: "被提及但没有文件列出的预订：{a}（{b}，另有 {c} 个）" }
    /// A reason.
    ORDERS_ALONE { en: "Reservation orders in rows without a reservation ID that are named elsewhere as well (each such row counts as its own reservation): {a} ({b})", de: "Reservierungsaufträge in Zeilen ohne Reservierungs-ID, die auch anderswo genannt sind (jede solche Zeile zählt als eigene Reservierung): {a} ({b})", sv: "Reservationsbeställningar på rader utan reservations-ID som även nämns på annat håll (varje sådan rad räknas som en egen reservation): {a} ({b})", nl: "Reserveringsorders in rijen zonder reserverings-id die ook elders worden genoemd (elke zulke rij telt als een eigen reservering): {a} ({b})", zh: "所在行没有预订 ID 且在别处也出现的预订订单（每个这样的行计为单独的预订）：{a}（{b}）" }
    /// A reason.
    ORDERS_ALONE_MORE { en: "Reservation orders in rows without a reservation ID that are named elsewhere as well (each such row counts as its own reservation): {a} ({b} and {c} more)", de: "Reservierungsaufträge in Zeilen ohne Reservierungs-ID, die auch anderswo genannt sind (jede solche Zeile zählt als eigene Reservierung): {a} ({b} und {c} weitere)", sv: "Reservationsbeställningar på rader utan reservations-ID som även nämns på annat håll (varje sådan rad räknas som en egen reservation): {a} ({b} och {c} till)", nl: "Reserveringsorders in rijen zonder reserverings-id die ook elders worden genoemd (elke zulke rij telt als een eigen reservering): {a} ({b} en nog {c})", zh: "所在行没有预订 ID 且在别处也出现的预订订单（每个这样的行计为单独的预订）：{a}（{b}，另有 {c} 个）" }
    /// A reason.
    EVENTS_UNKNOWN { en: "Transactions that are neither a purchase nor a return and were not used: {a} ({b})", de: "Transaktionen, die weder Kauf noch Rückgabe sind und nicht verwendet wurden: {a} ({b})", sv: "Transaktioner som varken är köp eller retur och inte användes: {a} ({b})", nl: "Transacties die geen aankoop en geen retour zijn en niet zijn gebruikt: {a} ({b})", zh: "既非购买也非退回而未使用的交易：{a}（{b}）" }
    /// A reason.
    EVENTS_UNKNOWN_MORE { en: "Transactions that are neither a purchase nor a return and were not used: {a} ({b} and {c} more)", de: "Transaktionen, die weder Kauf noch Rückgabe sind und nicht verwendet wurden: {a} ({b} und {c} weitere)", sv: "Transaktioner som varken är köp eller retur och inte användes: {a} ({b} och {c} till)", nl: "Transacties die geen aankoop en geen retour zijn en niet zijn gebruikt: {a} ({b} en nog {c})", zh: "既非购买也非退回而未使用的交易：{a}（{b}，另有 {c} 个）" }
    /// A reason.
    STATES_UNKNOWN { en: "Reservations with an unknown state, so that only their dates tell whether they run: {a} ({b})", de: "Reservierungen mit unbekanntem Status, sodass nur die Datumsangaben sagen, ob sie laufen: {a} ({b})", sv: "Reservationer med okänd status, så att bara datumen visar om de löper: {a} ({b})", nl: "Reserveringen met een onbekende status, zodat alleen de datums zeggen of ze lopen: {a} ({b})", zh: "状态未知、仅凭日期判断是否仍有效的预订：{a}（{b}）" }
    /// A reason.
    STATES_UNKNOWN_MORE { en: "Reservations with an unknown state, so that only their dates tell whether they run: {a} ({b} and {c} more)", de: "Reservierungen mit unbekanntem Status, sodass nur die Datumsangaben sagen, ob sie laufen: {a} ({b} und {c} weitere)", sv: "Reservationer med okänd status, så att bara datumen visar om de löper: {a} ({b} och {c} till)", nl: "Reserveringen met een onbekende status, zodat alleen de datums zeggen of ze lopen: {a} ({b} en nog {c})", zh: "状态未知、仅凭日期判断是否仍有效的预订：{a}（{b}，另有 {c} 个）" }
    /// A reason.
    WITHOUT_ORDER { en: "Transactions that name no reservation order: {a}", de: "Transaktionen, die keinen Reservierungsauftrag nennen: {a}", sv: "Transaktioner som inte nämner någon reservationsbeställning: {a}", nl: "Transacties die geen reserveringsorder noemen: {a}", zh: "未指明预订订单的交易：{a}" }
    /// A reason.
    TERM_DIFFERS { en: "Reservations whose expiration date doesn't match their purchase date and term (the expiration date was used): {a}", de: "Reservierungen, deren Ablaufdatum nicht zu Kaufdatum und Laufzeit passt (verwendet wurde das Ablaufdatum): {a}", sv: "Reservationer vars utgångsdatum inte stämmer med inköpsdatum och löptid (utgångsdatumet användes): {a}", nl: "Reserveringen waarvan de vervaldatum niet past bij aankoopdatum en looptijd (de vervaldatum is gebruikt): {a}", zh: "到期日期与购买日期和期限不符的预订（已采用到期日期）：{a}" }
    /// A reason.
    ROWS_REPEATED { en: "Rows about reservations that other rows tell of as well (each reservation counts once): {a}", de: "Zeilen über Reservierungen, von denen auch andere Zeilen sprechen (jede Reservierung zählt einmal): {a}", sv: "Rader om reservationer som även andra rader nämner (varje reservation räknas en gång): {a}", nl: "Rijen over reserveringen die ook in andere rijen staan (elke reservering telt één keer): {a}", zh: "与其他行涉及同一预订的行（每个预订只计一次）：{a}" }
    /// A reason.
    ROWS_SIMILAR { en: "Rows without an ID that are like a row of another file in name, product and dates (each counts as a reservation of its own): {a}", de: "Zeilen ohne ID, die in Name, Produkt und Daten einer Zeile einer anderen Datei gleichen (jede zählt als eigene Reservierung): {a}", sv: "Rader utan ID som liknar en rad i en annan fil i namn, produkt och datum (varje rad räknas som en egen reservation): {a}", nl: "Rijen zonder id die in naam, product en datums overeenkomen met een rij in een ander bestand (elke rij telt als eigen reservering): {a}", zh: "没有 ID、但名称、产品和日期与另一文件中的行相同的行（每行各计为一个预订）：{a}" }
    /// A reason.
    TRANSACTIONS_REPEATED { en: "Transactions that an earlier file has as well (each counts once): {a}", de: "Transaktionen, die auch in einer früheren Datei stehen (jede zählt einmal): {a}", sv: "Transaktioner som även finns i en tidigare fil (varje räknas en gång): {a}", nl: "Transacties die ook in een eerder bestand staan (elke telt één keer): {a}", zh: "先前文件中也有的交易（每笔只计一次）：{a}" }
    /// A reason.
    NOT_UTF_8 { en: "Not UTF-8: read as Windows-1252, so letters of other alphabets may be wrong", de: "Nicht UTF-8: als Windows-1252 gelesen, Buchstaben anderer Alphabete können falsch sein", sv: "Inte UTF-8: läst som Windows-1252, så bokstäver ur andra alfabet kan vara fel", nl: "Geen UTF-8: gelezen als Windows-1252, dus letters uit andere alfabetten kunnen onjuist zijn", zh: "不是 UTF-8：已按 Windows-1252 读取，其他字母表的字符可能有误" }
    /// A reason.
    STRAY_BYTES { en: "Some bytes are not {a}", de: "Einige Bytes sind nicht {a}", sv: "Vissa byte är inte {a}", nl: "Sommige bytes zijn geen {a}", zh: "部分字节不是 {a}" }
    /// A reason.
    UNSURE_LINES { en: "Invoice lines that may be about something else and were not used: {a}", de: "Rechnungszeilen, die etwas anderes betreffen können und nicht verwendet wurden: {a}", sv: "Fakturarader som kan gälla något annat och inte användes: {a}", nl: "Factuurregels die over iets anders kunnen gaan en niet zijn gebruikt: {a}", zh: "可能涉及其他内容而未使用的发票行：{a}" }
    /// A reason.
    SHORTEST_NUMBERS { en: "A workbook keeps numbers as floating point; of each the shortest text was read", de: "Eine Arbeitsmappe speichert Zahlen als Gleitkommazahlen; von jeder wurde die kürzeste Schreibweise gelesen", sv: "En arbetsbok sparar tal som flyttal; av varje lästes den kortaste formen", nl: "Een werkmap bewaart getallen als zwevendekommagetallen; van elk is de kortste notatie gelezen", zh: "工作簿以浮点数保存数字；读取时采用最短表示" }
    /// A reason.
    OTHER_CURRENCY { en: "Amounts with another currency than that of their column, which was used: {a}; the first is “{b}” on line {c}", de: "Beträge mit einer anderen Währung als der ihrer Spalte, die verwendet wurde: {a}; der erste ist „{b}“ in Zeile {c}", sv: "Belopp med en annan valuta än kolumnens, som användes: {a}; det första är ”{b}” på rad {c}", nl: "Bedragen met een andere valuta dan die van hun kolom, die is gebruikt: {a}; het eerste is ‘{b}’ op regel {c}", zh: "所带货币与其货币列不同、已采用该列货币的金额：{a}；首个为第 {c} 行的“{b}”" }
    /// A reason.
    MIXED_DATES { en: "Some dates have the day first and some the month first", de: "Manche Datumsangaben beginnen mit dem Tag, andere mit dem Monat", sv: "Vissa datum har dagen först och andra månaden", nl: "Sommige datums beginnen met de dag en andere met de maand", zh: "部分日期日在前，部分月在前" }
    /// A reason.
    MIXED_NUMBERS { en: "Some numbers have a decimal point and some a comma", de: "Manche Zahlen haben einen Dezimalpunkt, andere ein Komma", sv: "Vissa tal har decimalpunkt och andra decimalkomma", nl: "Sommige getallen hebben een decimale punt en andere een komma", zh: "部分数字用小数点，部分用逗号" }
    /// A reason.
    TOO_LARGE { en: "The file is larger than {a}", de: "Die Datei ist größer als {a}", sv: "Filen är större än {a}", nl: "Het bestand is groter dan {a}", zh: "文件大于 {a}" }
    /// A reason.
    INFLATES { en: "Unpacked, it is larger than {a}", de: "Entpackt ist sie größer als {a}", sv: "Uppackad är den större än {a}", nl: "Uitgepakt is het groter dan {a}", zh: "解压后大于 {a}" }
    /// A reason.
    DAMAGED_ZIP { en: "A damaged ZIP archive ({a})", de: "Ein beschädigtes ZIP-Archiv ({a})", sv: "Ett skadat ZIP-arkiv ({a})", nl: "Een beschadigd ZIP-archief ({a})", zh: "损坏的 ZIP 压缩包（{a}）" }
    /// A reason.
    DAMAGED_WORKBOOK { en: "A damaged workbook ({a})", de: "Eine beschädigte Arbeitsmappe ({a})", sv: "En skadad arbetsbok ({a})", nl: "Een beschadigde werkmap ({a})", zh: "损坏的工作簿（{a}）" }
    /// A reason.
    DAMAGED { en: "The file is damaged ({a})", de: "Die Datei ist beschädigt ({a})", sv: "Filen är skadad ({a})", nl: "Het bestand is beschadigd ({a})", zh: "文件已损坏（{a}）" }
    /// A reason.
    MANY_FILES { en: "An archive of more than {a} files", de: "Ein Archiv mit mehr als {a} Dateien", sv: "Ett arkiv med fler än {a} filer", nl: "Een archief met meer dan {a} bestanden", zh: "包含超过 {a} 个文件的压缩包" }
    /// A reason.
    EMPTY_ARCHIVE { en: "An empty archive", de: "Ein leeres Archiv", sv: "Ett tomt arkiv", nl: "Een leeg archief", zh: "空压缩包" }
    /// A reason.
    UNREADABLE_SHEET { en: "A sheet that can't be read", de: "Ein Blatt, das nicht gelesen werden kann", sv: "Ett blad som inte kan läsas", nl: "Een blad dat niet kan worden gelezen", zh: "无法读取的工作表" }
    /// A reason.
    NO_CELLS { en: "A workbook without cells", de: "Eine Arbeitsmappe ohne Zellen", sv: "En arbetsbok utan celler", nl: "Een werkmap zonder cellen", zh: "没有单元格的工作簿" }
    /// A reason.
    OTHER_SHEET { en: "About something else; its first row is “{a}”", de: "Etwas anderes; die erste Zeile ist „{a}“", sv: "Något annat; första raden är ”{a}”", nl: "Iets anders; de eerste rij is ‘{a}’", zh: "其他内容；第一行为“{a}”" }
    /// A reason.
    WORKBOOK_CUT { en: "A damaged workbook, or one that is cut off", de: "Eine beschädigte oder abgeschnittene Arbeitsmappe", sv: "En skadad eller avhuggen arbetsbok", nl: "Een beschadigde of afgekapte werkmap", zh: "已损坏或不完整的工作簿" }
    /// A reason.
    PASSWORD { en: "Protected by a password: save it without one", de: "Durch ein Kennwort geschützt: Speichern Sie die Datei ohne Kennwort", sv: "Skyddad med ett lösenord: spara den utan lösenord", nl: "Beveiligd met een wachtwoord: sla het zonder wachtwoord op", zh: "受密码保护：请另存为不带密码的文件" }
    /// A reason.
    OLD_OFFICE { en: "An old Office file without a workbook", de: "Eine alte Office-Datei ohne Arbeitsmappe", sv: "En äldre Office-fil utan arbetsbok", nl: "Een oud Office-bestand zonder werkmap", zh: "不含工作簿的旧版 Office 文件" }
    /// A reason.
    OPEN_DOCUMENT { en: "An OpenDocument text or presentation", de: "Ein OpenDocument-Text oder eine OpenDocument-Präsentation", sv: "En OpenDocument-text eller OpenDocument-presentation", nl: "Een OpenDocument-tekst of -presentatie", zh: "OpenDocument 文本或演示文稿" }
    /// A reason.
    MAIL { en: "An email: save what is attached to it", de: "Eine E-Mail: Speichern Sie ihren Anhang", sv: "Ett mejl: spara det som är bifogat", nl: "Een e-mail: sla de bijlage op", zh: "电子邮件：请保存其附件" }
    /// A reason.
    WORD { en: "A Word document", de: "Ein Word-Dokument", sv: "Ett Word-dokument", nl: "Een Word-document", zh: "Word 文档" }
    /// A reason.
    POWERPOINT { en: "A PowerPoint presentation", de: "Eine PowerPoint-Präsentation", sv: "En PowerPoint-presentation", nl: "Een PowerPoint-presentatie", zh: "PowerPoint 演示文稿" }
    /// A reason.
    PICTURE { en: "A picture", de: "Ein Bild", sv: "En bild", nl: "Een afbeelding", zh: "图片" }
    /// A reason.
    PARQUET { en: "A Parquet file: export it as CSV", de: "Eine Parquet-Datei: Exportieren Sie sie als CSV", sv: "En Parquet-fil: exportera den som CSV", nl: "Een Parquet-bestand: exporteer het als CSV", zh: "Parquet 文件：请导出为 CSV" }
    /// A reason.
    AVRO { en: "An Avro file: export it as CSV", de: "Eine Avro-Datei: Exportieren Sie sie als CSV", sv: "En Avro-fil: exportera den som CSV", nl: "Een Avro-bestand: exporteer het als CSV", zh: "Avro 文件：请导出为 CSV" }
    /// A reason.
    DATABASE { en: "A database", de: "Eine Datenbank", sv: "En databas", nl: "Een database", zh: "数据库" }
    /// A reason.
    SEVEN_ZIP { en: "A 7-Zip archive: unpack it first", de: "Ein 7-Zip-Archiv: Entpacken Sie es zuerst", sv: "Ett 7-Zip-arkiv: packa upp det först", nl: "Een 7-Zip-archief: pak het eerst uit", zh: "7-Zip 压缩包：请先解压" }
    /// A reason.
    RAR { en: "A RAR archive: unpack it first", de: "Ein RAR-Archiv: Entpacken Sie es zuerst", sv: "Ett RAR-arkiv: packa upp det först", nl: "Een RAR-archief: pak het eerst uit", zh: "RAR 压缩包：请先解压" }
    /// A reason.
    NESTED_ARCHIVE { en: "An archive within an archive: unpack it first", de: "Ein Archiv in einem Archiv: Entpacken Sie es zuerst", sv: "Ett arkiv i ett arkiv: packa upp det först", nl: "Een archief in een archief: pak het eerst uit", zh: "压缩包中的压缩包：请先解压" }
    /// A reason.
    NESTED_GZIP { en: "A gzip file within an archive: unpack it first", de: "Eine gzip-Datei in einem Archiv: Entpacken Sie sie zuerst", sv: "En gzip-fil i ett arkiv: packa upp den först", nl: "Een gzip-bestand in een archief: pak het eerst uit", zh: "压缩包中的 gzip 文件：请先解压" }
    /// A reason.
    PROGRAM { en: "A program", de: "Ein Programm", sv: "Ett program", nl: "Een programma", zh: "程序" }
    /// A reason.
    XML { en: "An XML document", de: "Ein XML-Dokument", sv: "Ett XML-dokument", nl: "Een XML-document", zh: "XML 文档" }
    /// A reason.
    XML_WORKBOOK { en: "A workbook as XML: save it as .xlsx", de: "Eine Arbeitsmappe als XML: Speichern Sie sie als .xlsx", sv: "En arbetsbok som XML: spara den som .xlsx", nl: "Een werkmap als XML: sla deze op als .xlsx", zh: "XML 格式的工作簿：请另存为 .xlsx" }
    /// A reason; a is the code of an error, as AuthorizationFailed.
    ERROR_ANSWERED { en: "An error message ({a}) instead of the data. Export the data again.", de: "Eine Fehlermeldung ({a}) statt der Daten. Exportieren Sie die Daten noch einmal.", sv: "Ett felmeddelande ({a}) i stället för data. Exportera data igen.", nl: "Een foutmelding ({a}) in plaats van de gegevens. Exporteer de gegevens opnieuw.", zh: "错误信息（{a}），而不是数据。请重新导出数据。" }
    /// A reason.
    PRINTED { en: "Text as printed on a screen (Format-Table, Format-List or -o table), where values are cut off: export it with Export-Csv, ConvertTo-Json or -o json", de: "Text wie auf dem Bildschirm ausgegeben (Format-Table, Format-List oder -o table), in dem Werte abgeschnitten sind: Exportieren Sie mit Export-Csv, ConvertTo-Json oder -o json", sv: "Text som den visades på skärmen (Format-Table, Format-List eller -o table), där värden är avklippta: exportera med Export-Csv, ConvertTo-Json eller -o json", nl: "Tekst zoals die op een scherm is weergegeven (Format-Table, Format-List of -o table), waarin waarden zijn afgekapt: exporteer met Export-Csv, ConvertTo-Json of -o json", zh: "屏幕输出的文本（Format-Table、Format-List 或 -o table），其中的值被截断：请使用 Export-Csv、ConvertTo-Json 或 -o json 导出" }
    /// A reason.
    MANY_COLUMNS { en: "A table with more than {a} columns", de: "Eine Tabelle mit mehr als {a} Spalten", sv: "En tabell med fler än {a} kolumner", nl: "Een tabel met meer dan {a} kolommen", zh: "超过 {a} 列的表格" }
    /// A reason.
    JSON_EMPTY { en: "JSON without records", de: "JSON ohne Datensätze", sv: "JSON utan poster", nl: "JSON zonder records", zh: "没有记录的 JSON" }
    /// A reason.
    JSON_NO_OBJECT { en: "It isn't a JSON object", de: "Es ist kein JSON-Objekt", sv: "Det är inget JSON-objekt", nl: "Het is geen JSON-object", zh: "不是 JSON 对象" }
    /// A reason.
    BEYOND_ROWS { en: "Beyond the first {a} rows", de: "Nach den ersten {a} Zeilen", sv: "Efter de första {a} raderna", nl: "Na de eerste {a} rijen", zh: "超出前 {a} 行" }
    /// A reason.
    PAGES_MISSING { en: "Only the first {a} records are in the file: {b} says that there are more pages", de: "In der Datei stehen nur die ersten {a} Datensätze: Laut {b} gibt es weitere Seiten", sv: "Filen innehåller bara de första {a} posterna: enligt {b} finns det fler sidor", nl: "Het bestand bevat alleen de eerste {a} records: volgens {b} zijn er meer pagina’s", zh: "文件中只有前 {a} 条记录：{b} 表明还有更多页" }
    /// A reason.
    PAGES_MISSING_OF { en: "Only {a} of {b} records are in the file: {c} says that there are more pages", de: "In der Datei stehen nur {a} von {b} Datensätzen: Laut {c} gibt es weitere Seiten", sv: "Filen innehåller bara {a} av {b} poster: enligt {c} finns det fler sidor", nl: "Het bestand bevat alleen {a} van {b} records: volgens {c} zijn er meer pagina’s", zh: "文件中只有 {b} 条记录中的 {a} 条：{c} 表明还有更多页" }
    /// A reason.
    FIRST_RECORDS { en: "Only the first {a} records were read", de: "Nur die ersten {a} Datensätze wurden gelesen", sv: "Endast de första {a} posterna lästes", nl: "Alleen de eerste {a} records zijn gelezen", zh: "仅读取了前 {a} 条记录" }
    /// A reason.
    FIRST_ROWS { en: "Only the first {a} rows of {b} were read", de: "Von {b} wurden nur die ersten {a} Zeilen gelesen", sv: "Endast de första {a} raderna i {b} lästes", nl: "Van {b} zijn alleen de eerste {a} rijen gelezen", zh: "仅读取了 {b} 的前 {a} 行" }
    /// A reason.
    SUMMARY_LINE { en: "The summary of an earlier run", de: "Die Zusammenfassung eines früheren Laufs", sv: "Sammanfattningen av en tidigare körning", nl: "De samenvatting van een eerdere uitvoering", zh: "先前运行的摘要" }
    /// A reason.
    NO_READ_FIELD { en: "A record without a known field", de: "Ein Datensatz ohne bekanntes Feld", sv: "En post utan känt fält", nl: "Een record zonder bekend veld", zh: "没有已知字段的记录" }
    /// A reason.
    NOTHING_READ { en: "Nothing that can be used", de: "Nichts, was verwendet werden kann", sv: "Inget som kan användas", nl: "Niets wat kan worden gebruikt", zh: "没有可用内容" }
    /// A reason.
    AZURE_QUOTE { en: "A quote by Azure, not a reservation", de: "Eine Berechnung von Azure, keine Reservierung", sv: "En beräkning från Azure, ingen reservation", nl: "Een berekening van Azure, geen reservering", zh: "Azure 报价，而非预订" }
    /// A reason.
    QUOTE_LINE { en: "A request or an answer of prorata-quote", de: "Eine Anfrage oder Antwort von prorata-quote", sv: "En begäran eller ett svar från prorata-quote", nl: "Een aanvraag of antwoord van prorata-quote", zh: "prorata-quote 的请求或答复" }
    /// A reason.
    OTHER_COMMITMENT { en: "A commitment that isn't an Azure reservation", de: "Eine Verpflichtung, die keine Azure-Reservierung ist", sv: "Ett åtagande som inte är en Azure-reservation", nl: "Een verplichting die geen Azure-reservering is", zh: "并非 Azure 预订的承诺额" }
    /// A reason.
    COST_UNNAMED { en: "A cost whose reservation can't be identified", de: "Kosten, deren Reservierung sich nicht bestimmen lässt", sv: "En kostnad vars reservation inte kan identifieras", nl: "Kosten waarvan de reservering niet kan worden bepaald", zh: "无法识别其预订的成本" }
    /// A reason.
    OTHER_PURCHASE { en: "A purchase of another product", de: "Ein Kauf eines anderen Produkts", sv: "Ett köp av en annan produkt", nl: "Een aankoop van een ander product", zh: "其他产品的购买" }
    /// A reason.
    CANNOT_READ { en: "The row can't be read ({a})", de: "Die Zeile kann nicht gelesen werden ({a})", sv: "Raden kan inte läsas ({a})", nl: "De rij kan niet worden gelezen ({a})", zh: "无法读取该行（{a}）" }
    /// A reason.
    GZIP_CUT { en: "The gzip data is damaged or cut off; what comes before was read", de: "Die gzip-Daten sind beschädigt oder abgeschnitten; was davor steht, wurde gelesen", sv: "gzip-data är skadade eller avklippta; det som kommer före lästes", nl: "De gzip-gegevens zijn beschadigd of afgekapt; wat ervoor staat, is gelezen", zh: "gzip 数据已损坏或被截断；已读取其之前的内容" }
    /// A reason.
    ENTRY_CUT { en: "Its data in the archive is damaged or cut off", de: "Die Daten im Archiv sind beschädigt oder abgeschnitten", sv: "Dess data i arkivet är skadade eller avklippta", nl: "De gegevens in het archief zijn beschadigd of afgekapt", zh: "其在压缩包中的数据已损坏或被截断" }
    /// About a part of a file.
    PASSED_OVER { en: "Not used: {a}", de: "Nicht verwendet: {a}", sv: "Används inte: {a}", nl: "Niet gebruikt: {a}", zh: "未使用：{a}" }
    /// A reason.
    IS_REQUIRED { en: "Is required", de: "Fehlt", sv: "Saknas", nl: "Ontbreekt", zh: "必须填写" }
    /// A reason.
    NOT_DECIMAL { en: "Must be a number such as 1234.50", de: "Muss eine Zahl wie 1234.50 sein", sv: "Måste vara ett tal som 1234.50", nl: "Moet een getal zijn, zoals 1234.50", zh: "必须是数字，例如 1234.50" }
    /// A reason.
    NEGATIVE { en: "Must not be below zero", de: "Darf nicht kleiner als null sein", sv: "Får inte vara mindre än noll", nl: "Mag niet kleiner dan nul zijn", zh: "不能小于零" }
    /// A reason.
    ZERO { en: "Must be greater than zero", de: "Muss größer als null sein", sv: "Måste vara större än noll", nl: "Moet groter dan nul zijn", zh: "必须大于零" }
    /// A reason.
    AT_MOST { en: "Must be at most {a}", de: "Darf höchstens {a} sein", sv: "Får vara högst {a}", nl: "Mag hoogstens {a} zijn", zh: "最多为 {a}" }
    /// A reason.
    TOO_PRECISE { en: "Must have at most {a} decimal places", de: "Darf höchstens {a} Nachkommastellen haben", sv: "Får ha högst {a} decimaler", nl: "Mag hoogstens {a} decimalen hebben", zh: "最多 {a} 位小数" }
    /// A reason.
    BETWEEN { en: "Must be between {a} and {b}", de: "Muss zwischen {a} und {b} liegen", sv: "Måste vara mellan {a} och {b}", nl: "Moet tussen {a} en {b} liggen", zh: "必须介于 {a} 和 {b} 之间" }
    /// A reason.
    FROM_TO { en: "Must be from {a} to {b}", de: "Muss von {a} bis {b} sein", sv: "Måste vara från {a} till {b}", nl: "Moet van {a} tot en met {b} zijn", zh: "必须为 {a} 到 {b}" }
    /// A reason.
    NOT_CURRENCY { en: "Must be a currency code of ISO 4217, such as EUR", de: "Muss ein Währungscode nach ISO 4217 sein, etwa EUR", sv: "Måste vara en valutakod enligt ISO 4217, till exempel EUR", nl: "Moet een valutacode volgens ISO 4217 zijn, zoals EUR", zh: "必须是 ISO 4217 货币代码，例如 EUR" }
    /// A reason.
    NOT_DAY { en: "Must be a day such as {a}", de: "Muss ein Tag wie {a} sein", sv: "Måste vara en dag som {a}", nl: "Moet een dag zijn, zoals {a}", zh: "必须是日期，例如 {a}" }
    /// A reason.
    NOT_AFTER_PURCHASE { en: "Is not after the purchase date", de: "Liegt nicht nach dem Kaufdatum", sv: "Är inte efter köpdatumet", nl: "Ligt niet na de aankoopdatum", zh: "不晚于购买日期" }
    /// A reason.
    NOT_GUID { en: "Must be a GUID", de: "Muss eine GUID sein", sv: "Måste vara ett GUID", nl: "Moet een GUID zijn", zh: "必须是 GUID" }
    /// A reason.
    TOO_LONG { en: "Is too long", de: "Ist zu lang", sv: "Är för lång", nl: "Is te lang", zh: "过长" }
    /// A reason.
    CUSTOMER_UNNAMED { en: "A customer needs a tenant or a name", de: "Ein Kunde braucht einen Mandanten oder einen Namen", sv: "En kund behöver en klientorganisation eller ett namn", nl: "Een klant heeft een tenant of een naam nodig", zh: "客户需要租户或名称" }
}
