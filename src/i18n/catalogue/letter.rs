//! Texts of the letter to a customer: what is chosen for it, and what it says.

use crate::catalogue;

catalogue! {
    /// Title of the page, and the link to it.
    LETTER { en: "Letter to the customer", de: "Schreiben an den Kunden", sv: "Brev till kunden", nl: "Brief aan de klant", zh: "致客户的信函" }
    /// Heading of what is chosen.
    CHOICES { en: "What the letter says", de: "Was im Schreiben steht", sv: "Vad som står i brevet", nl: "Wat er in de brief staat", zh: "信函内容" }
    /// Field: the language of the letter.
    LANGUAGE { en: "Language of the letter", de: "Sprache des Schreibens", sv: "Brevets språk", nl: "Taal van de brief", zh: "信函语言" }
    /// The words of the chosen language did not come.
    LANGUAGE_FAILED {
        en: "The texts in this language couldn't be loaded, so the letter is still in the previous language. Choose the language again.",
        de: "Die Texte in dieser Sprache konnten nicht geladen werden, daher ist das Schreiben noch in der vorherigen Sprache. Wählen Sie die Sprache noch einmal.",
        sv: "Texterna på det här språket gick inte att läsa in, så brevet är kvar på det förra språket. Välj språket igen.",
        nl: "De teksten in deze taal konden niet worden geladen, dus de brief is nog in de vorige taal. Kies de taal opnieuw.",
        zh: "无法加载此语言的文本，信函仍使用之前的语言。请重新选择语言。"
    }
    /// Field: what the partner keeps for the work.
    HANDLING_FEE { en: "Your handling fee", de: "Ihre Bearbeitungsgebühr", sv: "Din hanteringsavgift", nl: "Uw afhandelingskosten", zh: "您的手续费" }
    /// Hint of the fee: what becomes of it.
    KEPT_WITH_RETURN {
        en: "The fee and the margin are saved with the return if you carry it out from the quote. The customer's tenant can't see them.",
        de: "Gebühr und Marge werden zusammen mit der Rückgabe gespeichert, wenn Sie diese von der Berechnung aus ausführen. Der Mandant des Kunden sieht sie nicht.",
        sv: "Avgift och marginal sparas med returen om du genomför den från beräkningen. Kundens klientorganisation ser dem inte.",
        nl: "Kosten en marge worden bij de retour opgeslagen als u deze vanuit de berekening uitvoert. De tenant van de klant ziet ze niet.",
        zh: "如果您从报价执行退回，手续费和利润率将随退回一起保存。客户的租户看不到它们。"
    }
    /// Heading: how the credit is divided.
    AGREED { en: "Agreed with the customer", de: "Mit dem Kunden vereinbart", sv: "Överenskommet med kunden", nl: "Afgesproken met de klant", zh: "与客户的约定" }
    /// What the partner keeps besides, as an amount.
    KEPT_MARGIN { en: "Your margin", de: "Ihre Marge", sv: "Din marginal", nl: "Uw marge", zh: "您的利润" }
    /// What the customer gets of it.
    CUSTOMER_RECEIVES { en: "The customer receives", de: "Der Kunde erhält", sv: "Kunden får", nl: "De klant ontvangt", zh: "客户收到" }
    /// Why the return cannot be carried out.
    AGREED_WRONG {
        en: "The handling fee or the margin doesn't fit this quote. Correct them in the letter.",
        de: "Die Bearbeitungsgebühr oder die Marge passt nicht zu dieser Berechnung. Korrigieren Sie sie im Schreiben.",
        sv: "Hanteringsavgiften eller marginalen passar inte den här beräkningen. Rätta dem i brevet.",
        nl: "De afhandelingskosten of de marge passen niet bij deze berekening. Corrigeer ze in de brief.",
        zh: "手续费或利润率与此报价不符。请在信函中更正。"
    }
    /// Field: what the partner keeps besides.
    MARGIN { en: "Your margin", de: "Ihre Marge", sv: "Din marginal", nl: "Uw marge", zh: "您的利润率" }
    /// Hint of the margin.
    MARGIN_HINT {
        en: "In percent of what Microsoft credits.",
        de: "In Prozent dessen, was Microsoft gutschreibt.",
        sv: "I procent av det som Microsoft krediterar.",
        nl: "In procent van wat Microsoft crediteert.",
        zh: "占 Microsoft 退款金额的百分比。"
    }
    /// Error: fee and margin are too much.
    MORE_THAN_CREDIT {
        en: "Microsoft credits {amount}. Fee and margin together can't be more than that.",
        de: "Microsoft schreibt {amount} gut. Gebühr und Marge zusammen können nicht mehr sein.",
        sv: "Microsoft krediterar {amount}. Avgift och marginal kan tillsammans inte vara mer än så.",
        nl: "Microsoft crediteert {amount}. Kosten en marge kunnen samen niet meer zijn.",
        zh: "Microsoft 退还 {amount}。手续费与利润之和不能超过该金额。"
    }
    /// Switch: the customer reads everything.
    SHOW_CALCULATION { en: "Show the calculation, your fee and your margin", de: "Berechnung, Gebühr und Marge zeigen", sv: "Visa beräkning, avgift och marginal", nl: "Berekening, kosten en marge tonen", zh: "显示计算过程、手续费和利润" }
    /// Hint of the switch.
    SHOW_CALCULATION_HINT {
        en: "If this is off, the only amount in the letter is what the customer receives.",
        de: "Ist dies aus, steht im Schreiben als einziger Betrag, was der Kunde erhält.",
        sv: "Är detta av innehåller brevet bara beloppet som kunden får.",
        nl: "Staat dit uit, dan staat in de brief alleen het bedrag dat de klant ontvangt.",
        zh: "关闭时，信函中只显示客户收到的金额。"
    }
    /// Switch: the ids stand in it.
    SHOW_IDS { en: "Include the reservation's IDs", de: "IDs der Reservierung angeben", sv: "Ange reservationens ID:n", nl: "Id's van de reservering vermelden", zh: "包含预订的 ID" }
    /// Button: the browser's dialog.
    PRINT { en: "Print or save as PDF", de: "Drucken oder als PDF speichern", sv: "Skriv ut eller spara som PDF", nl: "Afdrukken of opslaan als pdf", zh: "打印或另存为 PDF" }
    /// What is copied.
    LETTER_AS_TEXT { en: "letter as text", de: "Schreiben als Text", sv: "brevet som text", nl: "Brief als tekst", zh: "信函文本" }
    /// Link: the quote of the letter.
    BACK { en: "Back to the quote", de: "Zurück zur Berechnung", sv: "Tillbaka till beräkningen", nl: "Terug naar de berekening", zh: "返回报价" }
    /// Nothing comes back.
    NO_LETTER {
        en: "There is no letter, because the return is refused.",
        de: "Es gibt kein Schreiben, weil die Rückgabe abgelehnt wird.",
        sv: "Det finns inget brev, eftersom returen avslås.",
        nl: "Er is geen brief, omdat de retour wordt geweigerd.",
        zh: "退回被拒绝，因此没有信函。"
    }
    /// The fields do not fit.
    CORRECT { en: "Correct the marked fields to see the letter.", de: "Korrigieren Sie die markierten Felder, um das Schreiben zu sehen.", sv: "Rätta de markerade fälten för att se brevet.", nl: "Corrigeer de gemarkeerde velden om de brief te zien.", zh: "请更正标出的字段以查看信函。" }
    /// The address has a quote that cannot be made.
    NO_QUOTE {
        en: "The link doesn't describe a valid quote. Open the quote, correct it, and come back from there.",
        de: "Der Link beschreibt keine gültige Berechnung. Öffnen Sie die Berechnung, korrigieren Sie sie und kommen Sie von dort zurück.",
        sv: "Länken beskriver ingen giltig beräkning. Öppna beräkningen, rätta den och kom tillbaka därifrån.",
        nl: "De link beschrijft geen geldige berekening. Open de berekening, corrigeer die en kom van daaruit terug.",
        zh: "链接中的报价无效。请打开报价并更正后再返回。"
    }

    /// Heading of the partner's letterhead.
    LETTERHEAD { en: "Letterhead", de: "Briefkopf", sv: "Brevhuvud", nl: "Briefhoofd", zh: "信头" }
    /// What it is.
    LETTERHEAD_HINT {
        en: "It is saved once and appears at the top of every letter.",
        de: "Er wird einmal gespeichert und steht über jedem Schreiben.",
        sv: "Det sparas en gång och står överst i varje brev.",
        nl: "Het wordt eenmaal opgeslagen en staat boven elke brief.",
        zh: "只需保存一次，显示在每封信函的顶部。"
    }
    /// Button: change it.
    EDIT { en: "Edit letterhead", de: "Briefkopf bearbeiten", sv: "Redigera brevhuvudet", nl: "Briefhoofd bewerken", zh: "编辑信头" }
    /// Field: the partner's name.
    HEAD_NAME { en: "Company name", de: "Name des Unternehmens", sv: "Företagets namn", nl: "Bedrijfsnaam", zh: "公司名称" }
    /// Field: the partner's address.
    HEAD_ADDRESS { en: "Address", de: "Anschrift", sv: "Adress", nl: "Adres", zh: "地址" }
    /// Field: whom to ask.
    HEAD_CONTACT { en: "Contact for questions", de: "Kontakt für Rückfragen", sv: "Kontakt vid frågor", nl: "Contact voor vragen", zh: "咨询联系方式" }
    /// Button: keep it.
    HEAD_SAVE { en: "Save letterhead", de: "Briefkopf speichern", sv: "Spara brevhuvudet", nl: "Briefhoofd opslaan", zh: "保存信头" }
    /// Why it cannot be kept.
    CORRECT_HEAD { en: "Correct the marked fields first.", de: "Korrigieren Sie zuerst die markierten Felder.", sv: "Rätta först de markerade fälten.", nl: "Corrigeer eerst de gemarkeerde velden.", zh: "请先更正标出的字段。" }
    /// It was kept.
    HEAD_SAVED { en: "The letterhead was saved.", de: "Der Briefkopf wurde gespeichert.", sv: "Brevhuvudet har sparats.", nl: "Het briefhoofd is opgeslagen.", zh: "信头已保存。" }
    /// A failure: nothing was changed.
    HEAD_NOT_SAVED {
        en: "The letterhead was not changed. What you entered is kept.",
        de: "Der Briefkopf wurde nicht geändert. Ihre Eingaben bleiben erhalten.",
        sv: "Brevhuvudet har inte ändrats. Det du angav finns kvar.",
        nl: "Het briefhoofd is niet gewijzigd. Uw invoer blijft behouden.",
        zh: "信头未更改。您输入的内容已保留。"
    }
    /// Error: a line is too long.
    TOO_LONG {
        en: "A line can have at most {count} character." | "A line can have at most {count} characters.",
        de: "Eine Zeile darf höchstens {count} Zeichen haben." | "Eine Zeile darf höchstens {count} Zeichen haben.",
        sv: "En rad får ha högst {count} tecken." | "En rad får ha högst {count} tecken.",
        nl: "Een regel mag hoogstens {count} teken hebben." | "Een regel mag hoogstens {count} tekens hebben.",
        zh: "每行最多 {count} 个字符。"
    }
    /// Error: too many lines.
    TOO_MANY_LINES {
        en: "The address can have at most {count} line." | "The address can have at most {count} lines.",
        de: "Die Anschrift darf höchstens {count} Zeile haben." | "Die Anschrift darf höchstens {count} Zeilen haben.",
        sv: "Adressen får ha högst {count} rad." | "Adressen får ha högst {count} rader.",
        nl: "Het adres mag hoogstens {count} regel hebben." | "Het adres mag hoogstens {count} regels hebben.",
        zh: "地址最多 {count} 行。"
    }

    /// In the letter: what it is about.
    SUBJECT {
        en: "Return of your Azure reservation “{name}”",
        de: "Rückgabe Ihrer Azure-Reservierung „{name}“",
        sv: "Retur av er Azure-reservation ”{name}”",
        nl: "Retour van uw Azure-reservering ‘{name}’",
        zh: "关于退回贵方的 Azure 预订“{name}”"
    }
    /// In the letter: the greeting.
    GREETING { en: "Dear Sir or Madam,", de: "Sehr geehrte Damen und Herren,", sv: "Hej,", nl: "Geachte heer of mevrouw,", zh: "尊敬的客户，" }
    /// In the letter: the first sentence, about `{count}` units.
    OPENING {
        en: "We are writing to tell you what you receive if {count} unit of the Azure reservation below is returned on {day} (UTC)." | "We are writing to tell you what you receive if {count} units of the Azure reservation below are returned on {day} (UTC).",
        de: "hiermit teilen wir Ihnen mit, welchen Betrag Sie erhalten, wenn am {day} (UTC) {count} Einheit der unten genannten Azure-Reservierung zurückgegeben wird." | "hiermit teilen wir Ihnen mit, welchen Betrag Sie erhalten, wenn am {day} (UTC) {count} Einheiten der unten genannten Azure-Reservierung zurückgegeben werden.",
        sv: "Härmed meddelar vi vilket belopp ni får om {count} enhet av Azure-reservationen nedan lämnas tillbaka den {day} (UTC)." | "Härmed meddelar vi vilket belopp ni får om {count} enheter av Azure-reservationen nedan lämnas tillbaka den {day} (UTC).",
        nl: "Hierbij laten wij u weten welk bedrag u ontvangt als op {day} (UTC) {count} eenheid van de onderstaande Azure-reservering wordt geretourneerd." | "Hierbij laten wij u weten welk bedrag u ontvangt als op {day} (UTC) {count} eenheden van de onderstaande Azure-reservering worden geretourneerd.",
        zh: "现将贵方于 {day} (UTC) 退回下述 Azure 预订的 {count} 个单位时收到的金额告知如下。"
    }
    /// In the letter: units of those owned.
    UNITS { en: "Units returned", de: "Zurückgegebene Einheiten", sv: "Återlämnade enheter", nl: "Geretourneerde eenheden", zh: "退回单位数" }
    /// In the letter: units of those owned.
    UNITS_OF { en: "{units} of {owned}", de: "{units} von {owned}", sv: "{units} av {owned}", nl: "{units} van {owned}", zh: "{units}/{owned}" }
    /// In the letter: the rules of the quote.
    POLICY { en: "Refund policy", de: "Rückerstattungsrichtlinie", sv: "Återbetalningspolicy", nl: "Restitutiebeleid", zh: "退款政策" }
    /// Heading in the letter: the amounts.
    AMOUNTS { en: "What you receive", de: "Was Sie erhalten", sv: "Vad ni får", nl: "Wat u ontvangt", zh: "贵方收到的金额" }
    /// In the letter: an amount.
    CREDITED { en: "Credited by Microsoft", de: "Gutgeschrieben von Microsoft", sv: "Krediteras av Microsoft", nl: "Gecrediteerd door Microsoft", zh: "Microsoft 退还的金额" }
    /// In the letter: an amount that was not held against the cap.
    CREDITED_AT_MOST { en: "Credited by Microsoft at most", de: "Gutgeschrieben von Microsoft höchstens", sv: "Krediteras av Microsoft högst", nl: "Gecrediteerd door Microsoft hoogstens", zh: "Microsoft 最多退还的金额" }
    /// In the letter: an amount.
    OUR_FEE { en: "Our handling fee", de: "Unsere Bearbeitungsgebühr", sv: "Vår hanteringsavgift", nl: "Onze afhandelingskosten", zh: "我方手续费" }
    /// In the letter: an amount.
    OUR_MARGIN { en: "Our margin ({percent})", de: "Unsere Marge ({percent})", sv: "Vår marginal ({percent})", nl: "Onze marge ({percent})", zh: "我方利润（{percent}）" }
    /// In the letter: the amount that it is about.
    RECEIVED { en: "You receive", de: "Sie erhalten", sv: "Ni får", nl: "U ontvangt", zh: "贵方实收" }
    /// In the letter: the same where the cap was not checked.
    RECEIVED_AT_MOST { en: "You receive at most", de: "Sie erhalten höchstens", sv: "Ni får högst", nl: "U ontvangt hoogstens", zh: "贵方最多实收" }
    /// In the letter: what is no longer charged.
    ENDED {
        en: "Future instalments of {amount} are no longer charged. They are not paid out.",
        de: "Künftige Raten von {amount} entfallen. Sie werden nicht ausgezahlt.",
        sv: "Framtida delbetalningar på {amount} bortfaller. De betalas inte ut.",
        nl: "Toekomstige termijnen van {amount} zijn niet meer verschuldigd. Ze worden niet uitbetaald.",
        zh: "未来分期 {amount} 不再收取，但也不会支付。"
    }
    /// Heading in the letter: how long the amount holds.
    VALIDITY { en: "How long this holds", de: "Gültigkeit", sv: "Giltighet", nl: "Geldigheid", zh: "有效期" }
    /// In the letter: it holds on one day.
    HOLDS_ON {
        en: "This amount applies only to a return on {day} (UTC).",
        de: "Dieser Betrag gilt nur für eine Rückgabe am {day} (UTC).",
        sv: "Beloppet gäller bara vid en retur den {day} (UTC).",
        nl: "Dit bedrag geldt alleen voor een retour op {day} (UTC).",
        zh: "此金额仅适用于 {day} (UTC) 的退回。"
    }
    /// In the letter: it holds on several days.
    HOLDS_THROUGH {
        en: "This amount applies to a return from {first} through {last} (UTC).",
        de: "Dieser Betrag gilt für eine Rückgabe vom {first} bis einschließlich {last} (UTC).",
        sv: "Beloppet gäller vid en retur från och med {first} till och med {last} (UTC).",
        nl: "Dit bedrag geldt voor een retour van {first} tot en met {last} (UTC).",
        zh: "此金额适用于 {first} 至 {last} (UTC) 的退回，含首尾两日。"
    }
    /// In the letter: what it depends on.
    HOLDS_IF {
        en: "This assumes that until then the reservation, the refund policy and the exchange rate used don't change, and that nothing else counts toward your refund cap.",
        de: "Voraussetzung ist, dass sich bis dahin weder die Reservierung noch die Rückerstattungsrichtlinie noch der verwendete Wechselkurs ändert und nichts anderes auf Ihre Obergrenze angerechnet wird.",
        sv: "Det förutsätter att reservationen, återbetalningspolicyn och den använda växelkursen inte ändras till dess och att inget annat räknas mot ert tak.",
        nl: "Voorwaarde is dat de reservering, het restitutiebeleid en de gebruikte wisselkoers tot dan niet wijzigen en dat er niets anders meetelt voor uw restitutielimiet.",
        zh: "前提是届时预订、退款政策和所用汇率均未变化，且没有其他项目计入贵方的退款上限。"
    }
    /// In the letter: before the amounts of later days.
    LATER { en: "Amounts for a later return", de: "Beträge bei späterer Rückgabe", sv: "Belopp vid senare retur", nl: "Bedragen bij een latere retour", zh: "之后退回的金额" }
    /// Heading in the letter: what happens then.
    NEXT { en: "Next steps", de: "Nächste Schritte", sv: "Nästa steg", nl: "Volgende stappen", zh: "后续步骤" }
    /// In the letter: the first step.
    NEXT_CONFIRM {
        en: "Please confirm the return to us in writing no later than {day}.",
        de: "Bitte bestätigen Sie uns die Rückgabe schriftlich, spätestens am {day}.",
        sv: "Bekräfta returen skriftligt till oss, senast den {day}.",
        nl: "Bevestig de retour schriftelijk aan ons, uiterlijk op {day}.",
        zh: "请最迟于 {day} 以书面形式向我方确认退回。"
    }
    /// In the letter: the second step.
    NEXT_RETURN {
        en: "We return the units to Microsoft. This cannot be undone.",
        de: "Wir geben die Einheiten an Microsoft zurück. Das lässt sich nicht rückgängig machen.",
        sv: "Vi lämnar tillbaka enheterna till Microsoft. Detta kan inte ångras.",
        nl: "Wij retourneren de eenheden aan Microsoft. Dit kan niet ongedaan worden gemaakt.",
        zh: "我方向 Microsoft 退回这些单位。此操作无法撤销。"
    }
    /// In the letter: the third step.
    NEXT_CREDIT {
        en: "Microsoft credits us, and we credit you the amount stated above.",
        de: "Microsoft schreibt uns gut, und wir schreiben Ihnen den oben genannten Betrag gut.",
        sv: "Microsoft krediterar oss, och vi krediterar er beloppet ovan.",
        nl: "Microsoft crediteert ons en wij crediteren u het bovenstaande bedrag.",
        zh: "Microsoft 向我方退款，我方将上述金额退还给贵方。"
    }
    /// Heading in the letter: what must be known.
    NOTES { en: "Please note", de: "Bitte beachten Sie", sv: "Observera", nl: "Let op", zh: "请注意" }
    /// In the letter: how sure it is.
    NOTE_RECORDS {
        en: "The amounts were calculated from our records. Azure's own quote on the day it is carried out is decisive.",
        de: "Die Beträge wurden aus unseren Daten berechnet. Maßgeblich ist die Berechnung von Azure am Tag der Ausführung.",
        sv: "Beloppen är beräknade utifrån våra uppgifter. Azures egen beräkning på dagen för genomförandet är avgörande.",
        nl: "De bedragen zijn berekend op basis van onze gegevens. De berekening van Azure op de dag van uitvoering is bepalend.",
        zh: "金额根据我方记录计算，以 Azure 在执行当日的报价为准。"
    }
    /// In the letter: the newest rules.
    NEWEST_RECEIVED {
        en: "Under the newest refund policy ({policy}) you would receive {amount}.",
        de: "Nach der neuesten Rückerstattungsrichtlinie ({policy}) würden Sie {amount} erhalten.",
        sv: "Enligt den nyaste återbetalningspolicyn ({policy}) skulle ni få {amount}.",
        nl: "Volgens het nieuwste restitutiebeleid ({policy}) zou u {amount} ontvangen.",
        zh: "按最新退款政策（{policy}），贵方将收到 {amount}。"
    }
    /// In the letter: the newest rules refuse it.
    NEWEST_REFUSED {
        en: "Under the newest refund policy ({policy}) the return would be refused.",
        de: "Nach der neuesten Rückerstattungsrichtlinie ({policy}) würde die Rückgabe abgelehnt.",
        sv: "Enligt den nyaste återbetalningspolicyn ({policy}) skulle returen avslås.",
        nl: "Volgens het nieuwste restitutiebeleid ({policy}) zou de retour worden geweigerd.",
        zh: "按最新退款政策（{policy}），退回将被拒绝。"
    }
    /// In the letter: the newest rules leave nothing.
    NEWEST_NOTHING {
        en: "Under the newest refund policy ({policy}) you would receive nothing.",
        de: "Nach der neuesten Rückerstattungsrichtlinie ({policy}) würden Sie nichts erhalten.",
        sv: "Enligt den nyaste återbetalningspolicyn ({policy}) skulle ni inte få något.",
        nl: "Volgens het nieuwste restitutiebeleid ({policy}) zou u niets ontvangen.",
        zh: "按最新退款政策（{policy}），贵方将不会收到任何金额。"
    }
    /// Why there is no letter about an exchange.
    NO_EXCHANGE_LETTER {
        en: "There is no letter, because the exchange is refused.",
        de: "Es gibt kein Schreiben, weil der Umtausch abgelehnt wird.",
        sv: "Det finns inget brev, eftersom bytet avslås.",
        nl: "Er is geen brief, omdat de omruiling wordt geweigerd.",
        zh: "兑换被拒绝，因此没有信函。"
    }
    /// In the letter about an exchange: what it is about.
    EXCHANGE_SUBJECT { en: "Exchange of your Azure reservations", de: "Umtausch Ihrer Azure-Reservierungen", sv: "Byte av era Azure-reservationer", nl: "Omruiling van uw Azure-reserveringen", zh: "关于兑换贵方的 Azure 预订" }
    /// In the letter about an exchange: the first sentence.
    EXCHANGE_OPENING {
        en: "We are writing to tell you what amounts result if the Azure reservations below are exchanged on {day} (UTC).",
        de: "hiermit teilen wir Ihnen mit, welche Beträge sich ergeben, wenn die unten genannten Azure-Reservierungen am {day} (UTC) umgetauscht werden.",
        sv: "Härmed meddelar vi vilka belopp det blir om Azure-reservationerna nedan byts den {day} (UTC).",
        nl: "Hierbij laten wij u weten welke bedragen gelden als de onderstaande Azure-reserveringen op {day} (UTC) worden omgeruild.",
        zh: "现将贵方于 {day} (UTC) 兑换下述 Azure 预订的相关金额告知如下。"
    }
    /// Heading in the letter about an exchange: the amounts.
    EXCHANGE_AMOUNTS { en: "Amounts", de: "Beträge", sv: "Belopp", nl: "Bedragen", zh: "金额" }
    /// In the letter about an exchange: it holds on one day.
    EXCHANGE_HOLDS_ON {
        en: "These amounts apply only to an exchange on {day} (UTC).",
        de: "Diese Beträge gelten nur für einen Umtausch am {day} (UTC).",
        sv: "Beloppen gäller bara vid ett byte den {day} (UTC).",
        nl: "Deze bedragen gelden alleen voor een omruiling op {day} (UTC).",
        zh: "上述金额仅适用于 {day} (UTC) 的兑换。"
    }
    /// In the letter about an exchange: it holds on several days.
    EXCHANGE_HOLDS_THROUGH {
        en: "These amounts apply to an exchange from {first} through {last} (UTC).",
        de: "Diese Beträge gelten für einen Umtausch vom {first} bis einschließlich {last} (UTC).",
        sv: "Beloppen gäller vid ett byte från och med {first} till och med {last} (UTC).",
        nl: "Deze bedragen gelden voor een omruiling van {first} tot en met {last} (UTC).",
        zh: "上述金额适用于 {first} 至 {last} (UTC) 的兑换，含首尾两日。"
    }
    /// In the letter about an exchange: what it depends on.
    EXCHANGE_HOLDS_IF {
        en: "This assumes that until then the reservations, the refund policy and the prices don't change.",
        de: "Voraussetzung ist, dass sich bis dahin weder die Reservierungen noch die Rückerstattungsrichtlinie noch die Preise ändern.",
        sv: "Det förutsätter att reservationerna, återbetalningspolicyn och priserna inte ändras till dess.",
        nl: "Voorwaarde is dat de reserveringen, het restitutiebeleid en de prijzen tot dan niet wijzigen.",
        zh: "前提是届时预订、退款政策和价格均未变化。"
    }
    /// In the letter about an exchange: the first step.
    EXCHANGE_CONFIRM {
        en: "Please confirm the exchange to us in writing no later than {day}.",
        de: "Bitte bestätigen Sie uns den Umtausch schriftlich, spätestens am {day}.",
        sv: "Bekräfta bytet skriftligt till oss, senast den {day}.",
        nl: "Bevestig de omruiling schriftelijk aan ons, uiterlijk op {day}.",
        zh: "请最迟于 {day} 以书面形式向我方确认兑换。"
    }
    /// In the letter about an exchange: the second step.
    EXCHANGE_CARRIED_OUT {
        en: "We return the units to Microsoft and buy what is stated above. This cannot be undone.",
        de: "Wir geben die Einheiten an Microsoft zurück und kaufen das oben Genannte. Das lässt sich nicht rückgängig machen.",
        sv: "Vi lämnar tillbaka enheterna till Microsoft och köper det som anges ovan. Detta kan inte ångras.",
        nl: "Wij retourneren de eenheden aan Microsoft en kopen wat hierboven staat. Dit kan niet ongedaan worden gemaakt.",
        zh: "我方向 Microsoft 退回这些单位并购买上述内容。此操作无法撤销。"
    }
    /// In the letter about an exchange: the third step.
    EXCHANGE_SETTLED {
        en: "Microsoft settles with us, and we settle the amounts stated above with you.",
        de: "Microsoft rechnet mit uns ab, und wir rechnen die oben genannten Beträge mit Ihnen ab.",
        sv: "Microsoft reglerar med oss, och vi reglerar beloppen ovan med er.",
        nl: "Microsoft verrekent met ons en wij verrekenen de bovenstaande bedragen met u.",
        zh: "Microsoft 与我方结算，我方与贵方结算上述金额。"
    }
    /// Heading in the letter: the documents.
    SOURCES { en: "Sources", de: "Quellen", sv: "Källor", nl: "Bronnen", zh: "来源" }
    /// In the letter: the end.
    CLOSING { en: "Kind regards", de: "Mit freundlichen Grüßen", sv: "Med vänlig hälsning", nl: "Met vriendelijke groet", zh: "顺颂商祺" }
}
