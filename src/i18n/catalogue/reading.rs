//! Reasons that the reader of files gives.

use crate::catalogue;

catalogue! {
    /// A reason.
    NOT_DATE { en: "{a}: “{b}” is not a date", de: "{a}: „{b}“ ist kein Datum", sv: "{a}: ”{b}” är inget datum", nl: "{a}: “{b}” is geen datum", zh: "{a}：“{b}”不是日期" }
    /// A reason.
    NOT_NUMBER { en: "{a}: “{b}” is not a number", de: "{a}: „{b}“ ist keine Zahl", sv: "{a}: ”{b}” är inget tal", nl: "{a}: “{b}” is geen getal", zh: "{a}：“{b}”不是数字" }
    /// A reason.
    NOT_UNITS { en: "{a}: “{b}” is not a whole number of units", de: "{a}: „{b}“ ist keine ganze Zahl von Einheiten", sv: "{a}: ”{b}” är inget helt antal enheter", nl: "{a}: “{b}” is geen geheel aantal eenheden", zh: "{a}：“{b}”不是整数单位" }
    /// A reason.
    BELOW_ZERO { en: "{a}: “{b}” is below zero", de: "{a}: „{b}“ ist kleiner als null", sv: "{a}: ”{b}” är mindre än noll", nl: "{a}: “{b}” is kleiner dan nul", zh: "{a}：“{b}”小于零" }
    /// A reason.
    NOT_RESERVATION_ID { en: "{a}: “{b}” is not a reservation ID", de: "{a}: „{b}“ ist keine Reservierungs-ID", sv: "{a}: ”{b}” är inget reservations-ID", nl: "{a}: “{b}” is geen reserverings-id", zh: "{a}：“{b}”不是预订 ID" }
    /// A reason.
    NOT_ORDER_ID { en: "{a}: “{b}” is not a reservation order ID", de: "{a}: „{b}“ ist keine Reservierungsauftrags-ID", sv: "{a}: ”{b}” är inget reservationsbeställnings-ID", nl: "{a}: “{b}” is geen reserveringsorder-id", zh: "{a}：“{b}”不是预订订单 ID" }
    /// A reason.
    NOT_TERM { en: "“{a}” is not a term of reservations", de: "„{a}“ ist keine Laufzeit von Reservierungen", sv: "”{a}” är ingen löptid för reservationer", nl: "“{a}” is geen looptijd van reserveringen", zh: "“{a}”不是预订的期限" }
    /// A reason.
    CELLS_CUT { en: "It has {a} cells and the header {b}: the file is cut off", de: "Sie hat {a} Zellen, die Kopfzeile {b}: Die Datei ist abgeschnitten", sv: "Den har {a} celler och rubrikraden {b}: filen är avklippt", nl: "De rij heeft {a} cellen en de kop {b}: het bestand is afgekapt", zh: "此行有 {a} 个单元格，标题行有 {b} 个：文件被截断" }
    /// A reason.
    CELLS { en: "It has {a} cells and the header {b}", de: "Sie hat {a} Zellen, die Kopfzeile {b}", sv: "Den har {a} celler och rubrikraden {b}", nl: "De rij heeft {a} cellen en de kop {b}", zh: "此行有 {a} 个单元格，标题行有 {b} 个" }
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
    ENDS_BEFORE { en: "It expires on {a}, which is not after its purchase on {b}", de: "Sie läuft am {a} ab, nicht nach dem Kauf am {b}", sv: "Den löper ut {a}, vilket inte är efter köpet {b}", nl: "Ze verloopt op {a}, niet na de aankoop op {b}", zh: "到期日 {a} 不晚于购买日 {b}" }
    /// A reason.
    JSON_CUT { en: "It is malformed JSON: the file is cut off ({a})", de: "Es ist kein gültiges JSON: Die Datei ist abgeschnitten ({a})", sv: "Det är ingen giltig JSON: filen är avklippt ({a})", nl: "Het is geen geldige JSON: het bestand is afgekapt ({a})", zh: "JSON 格式错误：文件被截断（{a}）" }
    /// A reason.
    JSON_BAD { en: "It is malformed JSON ({a})", de: "Es ist kein gültiges JSON ({a})", sv: "Det är ingen giltig JSON ({a})", nl: "Het is geen geldige JSON ({a})", zh: "JSON 格式错误（{a}）" }
    /// A reason.
    EMPTY_ROW { en: "An empty row", de: "Eine leere Zeile", sv: "En tom rad", nl: "Een lege rij", zh: "空行" }
    /// A reason.
    TOTALS { en: "A row of totals", de: "Eine Summenzeile", sv: "En summarad", nl: "Een totaalrij", zh: "合计行" }
    /// A reason.
    BEFORE_HEADER { en: "A line before the header", de: "Eine Zeile vor der Kopfzeile", sv: "En rad före rubrikraden", nl: "Een regel vóór de kop", zh: "标题行之前的行" }
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
    ADDED_PRICE { en: "From a column that somebody has added, as the price of one unit for the term", de: "Aus einer ergänzten Spalte, als Preis einer Einheit für die Laufzeit", sv: "Från en tillagd kolumn, som pris för en enhet under löptiden", nl: "Uit een toegevoegde kolom, als prijs van één eenheid voor de looptijd", zh: "来自他人添加的列，作为一个单位整个期限的价格" }
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
    FIRST_PURCHASE { en: "The day of the first purchase", de: "Der Tag des ersten Kaufs", sv: "Dagen för det första köpet", nl: "De dag van de eerste aankoop", zh: "首次购买的日期" }
    /// A reason.
    NOTHING_ENDED { en: "It was bought, and nothing in the files says that it ended", de: "Sie wurde gekauft, und nichts in den Dateien sagt, dass sie beendet ist", sv: "Den köptes, och inget i filerna säger att den har avslutats", nl: "Ze is gekocht en niets in de bestanden zegt dat ze is beëindigd", zh: "已购买，且文件中没有其已结束的信息" }
    /// A reason.
    ALL_RETURNED { en: "As many units were returned as were bought", de: "Es wurden so viele Einheiten zurückgegeben wie gekauft", sv: "Lika många enheter lämnades tillbaka som köptes", nl: "Er zijn evenveel eenheden geretourneerd als gekocht", zh: "退回的单位数与购买的相同" }
    /// A reason.
    LESS_RETURNED { en: "The units that were bought less those that were returned", de: "Die gekauften Einheiten abzüglich der zurückgegebenen", sv: "De köpta enheterna minus de tillbakalämnade", nl: "De gekochte eenheden min de geretourneerde", zh: "购买的单位数减去退回的单位数" }
    /// A reason.
    RETURNED_UNKNOWN { en: "Left open: units were returned, and the files do not say how many", de: "Offen gelassen: Es wurden Einheiten zurückgegeben, und die Dateien sagen nicht, wie viele", sv: "Lämnat öppet: enheter lämnades tillbaka, och filerna säger inte hur många", nl: "Opengelaten: er zijn eenheden geretourneerd en de bestanden zeggen niet hoeveel", zh: "未定：有单位已退回，但文件未说明数量" }
    /// A reason.
    CALCULATED { en: "Calculated from the unit price and the quantity, since the line has no subtotal", de: "Aus Einzelpreis und Menge berechnet, da die Zeile keine Zwischensumme hat", sv: "Beräknat från enhetspris och antal, eftersom raden saknar delsumma", nl: "Berekend uit eenheidsprijs en aantal, omdat de regel geen subtotaal heeft", zh: "由单价和数量计算，因为该行没有小计" }
    /// A reason.
    FROM_LINE { en: "From an invoice line with the same reservation order, whose product is “{a}”", de: "Aus einer Rechnungszeile mit demselben Reservierungsauftrag, deren Produkt „{a}“ ist", sv: "Från en fakturarad med samma reservationsbeställning, vars produkt är ”{a}”", nl: "Uit een factuurregel met dezelfde reserveringsorder en het product “{a}”", zh: "来自同一预订订单的发票行，其产品为“{a}”" }
    /// A reason.
    FIRST_OF_PURCHASES { en: "The order has {a} purchases with different prices; this is the first", de: "Der Auftrag hat {a} Käufe mit verschiedenen Preisen; dies ist der erste", sv: "Beställningen har {a} köp med olika priser; det här är det första", nl: "De order heeft {a} aankopen met verschillende prijzen; dit is de eerste", zh: "该订单有 {a} 次不同价格的购买；此为首次" }
    /// A reason.
    NOT_SAID_RESERVATION { en: "The product does not say that it is an Azure reservation, and no file lists the reservation order", de: "Das Produkt sagt nicht, dass es eine Azure-Reservierung ist, und keine Datei führt den Reservierungsauftrag auf", sv: "Produkten säger inte att det är en Azure-reservation, och ingen fil listar reservationsbeställningen", nl: "Het product zegt niet dat het een Azure-reservering is en geen bestand noemt de reserveringsorder", zh: "产品未说明其为 Azure 预订，且没有文件列出该预订订单" }
    /// A reason.
    NO_EVENT { en: "It is neither a purchase nor a return", de: "Es ist weder ein Kauf noch eine Rückgabe", sv: "Det är varken ett köp eller en retur", nl: "Het is geen aankoop en geen retour", zh: "既不是购买也不是退回" }
    /// A reason.
    NOBODYS { en: "No file says whose it is", de: "Keine Datei sagt, wem sie gehört", sv: "Ingen fil säger vems den är", nl: "Geen bestand zegt van wie dit is", zh: "没有文件说明其归属" }
    /// A reason.
    WITHOUT_DATE { en: "The date is missing", de: "Das Datum fehlt", sv: "Datum saknas", nl: "De datum ontbreekt", zh: "缺少日期" }
    /// A reason.
    WITHOUT_AMOUNT { en: "The amount is missing", de: "Der Betrag fehlt", sv: "Beloppet saknas", nl: "Het bedrag ontbreekt", zh: "缺少金额" }
    /// A reason.
    WITHOUT_CURRENCY { en: "The currency is missing", de: "Die Währung fehlt", sv: "Valutan saknas", nl: "De valuta ontbreekt", zh: "缺少货币" }
    /// A reason.
    OTHER_TABLE { en: "A table about something else, with the columns {a}", de: "Eine Tabelle über etwas anderes, mit den Spalten {a}", sv: "En tabell om något annat, med kolumnerna {a}", nl: "Een tabel over iets anders, met de kolommen {a}", zh: "关于其他内容的表格，列为 {a}" }
    /// A reason.
    OTHER_TEXT { en: "About something else; its first line is “{a}”", de: "Etwas anderes; die erste Zeile ist „{a}“", sv: "Något annat; första raden är ”{a}”", nl: "Iets anders; de eerste regel is “{a}”", zh: "其他内容；首行为“{a}”" }
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
    ORDERS_UNLISTED { en: "Reservation orders with transactions whose reservations no file lists: {a}", de: "Reservierungsaufträge mit Transaktionen, deren Reservierungen keine Datei aufführt: {a}", sv: "Reservationsbeställningar med transaktioner vars reservationer ingen fil listar: {a}", nl: "Reserveringsorders met transacties waarvan geen bestand de reserveringen noemt: {a}", zh: "有交易但没有文件列出其预订的预订订单：{a}" }
    /// A reason.
    WITHOUT_ORDER { en: "Transactions that name no reservation order: {a}", de: "Transaktionen, die keinen Reservierungsauftrag nennen: {a}", sv: "Transaktioner som inte nämner någon reservationsbeställning: {a}", nl: "Transacties die geen reserveringsorder noemen: {a}", zh: "未指明预订订单的交易：{a}" }
    /// A reason.
    UNSURE_LINES { en: "Invoice lines that may be about something else and were not used: {a}", de: "Rechnungszeilen, die etwas anderes betreffen können und nicht verwendet wurden: {a}", sv: "Fakturarader som kan gälla något annat och inte användes: {a}", nl: "Factuurregels die over iets anders kunnen gaan en niet zijn gebruikt: {a}", zh: "可能涉及其他内容而未使用的发票行：{a}" }
    /// A reason.
    SHORTEST_NUMBERS { en: "A workbook keeps numbers as floating point; of each the shortest text was read", de: "Eine Arbeitsmappe speichert Zahlen als Gleitkommazahlen; von jeder wurde die kürzeste Schreibweise gelesen", sv: "En arbetsbok sparar tal som flyttal; av varje lästes den kortaste formen", nl: "Een werkmap bewaart getallen als zwevendekommagetallen; van elk is de kortste notatie gelezen", zh: "工作簿以浮点数保存数字；读取时采用最短表示" }
    /// A reason.
    MIXED_DATES { en: "Some dates have the day first and some the month first", de: "Manche Datumsangaben beginnen mit dem Tag, andere mit dem Monat", sv: "Vissa datum har dagen först och andra månaden", nl: "Sommige datums beginnen met de dag en andere met de maand", zh: "部分日期日在前，部分月在前" }
    /// A reason.
    MIXED_NUMBERS { en: "Some numbers have a decimal point and some a comma", de: "Manche Zahlen haben einen Dezimalpunkt, andere ein Komma", sv: "Vissa tal har decimalpunkt och andra decimalkomma", nl: "Sommige getallen hebben een decimale punt en andere een komma", zh: "部分数字用小数点，部分用逗号" }
}
