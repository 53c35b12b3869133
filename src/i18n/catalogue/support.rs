//! Texts of requests to Microsoft's support.

use crate::catalogue;

catalogue! {
    /// Heading: the requests of a customer or a reservation.
    REQUESTS { en: "Support requests", de: "Supportanfragen", sv: "Supportbegäranden", nl: "Ondersteuningsaanvragen", zh: "支持请求" }
    /// Heading of a request whose title is not known, and the first column of a list.
    REQUEST { en: "Support request", de: "Supportanfrage", sv: "Supportbegäran", nl: "Ondersteuningsaanvraag", zh: "支持请求" }
    /// Link from a customer to the requests about all reservations.
    OF_CUSTOMER { en: "All support requests of this customer", de: "Alle Supportanfragen dieses Kunden", sv: "Kundens alla supportbegäranden", nl: "Alle ondersteuningsaanvragen van deze klant", zh: "该客户的所有支持请求" }
    /// A list without rows.
    NONE_FOR_RESERVATION { en: "No support request about this reservation yet.", de: "Zu dieser Reservierung gibt es noch keine Supportanfrage.", sv: "Det finns ingen supportbegäran om den här reservationen än.", nl: "Er is nog geen ondersteuningsaanvraag over deze reservering.", zh: "尚无关于此预订的支持请求。" }
    /// A list without rows.
    NONE_FOR_CUSTOMER { en: "No support request of this customer yet. You start one on the page of a reservation.", de: "Für diesen Kunden gibt es noch keine Supportanfrage. Sie beginnen eine auf der Seite einer Reservierung.", sv: "Kunden har ingen supportbegäran än. Du startar en på reservationens sida.", nl: "Deze klant heeft nog geen ondersteuningsaanvraag. U begint er een op de pagina van een reservering.", zh: "该客户尚无支持请求。请在预订的页面中新建。" }

    /// What the entry is for.
    PURPOSE { en: "Ask Microsoft support for help with this reservation. Refund and Exchange start a request with the quote filled in.", de: "Den Microsoft-Support zu dieser Reservierung um Hilfe bitten. Rückerstattung und Umtausch beginnen eine Anfrage, in der die Berechnung schon steht.", sv: "Be Microsofts support om hjälp med den här reservationen. Återbetalning och Byte startar en begäran där beräkningen redan är ifylld.", nl: "Vraag Microsoft-ondersteuning om hulp bij deze reservering. Restitutie en Omruilen starten een aanvraag waarin de berekening al is ingevuld.", zh: "就此预订向 Microsoft 支持人员寻求帮助。从“退款”或“兑换”发起的请求会自动填入报价。" }
    /// Button: begin the wizard.
    START { en: "New support request", de: "Neue Supportanfrage", sv: "Ny supportbegäran", nl: "Nieuwe ondersteuningsaanvraag", zh: "新建支持请求" }
    /// Why a request cannot be started: the customer's agreement.
    NEEDS_CSP { en: "A partner can only ask support about customers in CSP. This customer has another agreement.", de: "Ein Partner kann den Support nur zu Kunden in CSP befragen. Dieser Kunde hat einen anderen Vertrag.", sv: "En partner kan bara fråga supporten om kunder i CSP. Kunden har ett annat avtal.", nl: "Een partner kan ondersteuning alleen vragen over klanten in CSP. Deze klant heeft een andere overeenkomst.", zh: "合作伙伴只能就 CSP 客户向支持人员求助。该客户使用的是其他协议。" }
    /// A request was begun and not created.
    UNFINISHED { en: "You have begun a request.", de: "Sie haben eine Anfrage begonnen.", sv: "Du har påbörjat en begäran.", nl: "U bent een aanvraag begonnen.", zh: "您有一个未完成的请求。" }
    /// Button: go on with it.
    CONTINUE { en: "Continue", de: "Fortsetzen", sv: "Fortsätt", nl: "Doorgaan", zh: "继续" }
    /// Button: give it up.
    DISCARD { en: "Delete draft", de: "Entwurf löschen", sv: "Ta bort utkast", nl: "Concept verwijderen", zh: "删除草稿" }

    /// Step of the wizard.
    BASICS { en: "Basics", de: "Grundlagen", sv: "Grunderna", nl: "Basisbeginselen", zh: "基础知识" }
    /// Step of the wizard.
    PROBLEM { en: "Problem", de: "Problem", sv: "Problem", nl: "Probleem", zh: "问题" }
    /// Step of the wizard.
    CONTACT { en: "Contact information", de: "Kontaktinformationen", sv: "Kontaktinformation", nl: "Contactgegevens", zh: "联系人信息" }
    /// Name of the list of steps.
    STEPS { en: "Steps", de: "Schritte", sv: "Steg", nl: "Stappen", zh: "步骤" }
    /// Heading of a step: `{number}` of `{count}`, and its `{name}`.
    STEP { en: "Step {number} of {count}: {name}", de: "Schritt {number} von {count}: {name}", sv: "Steg {number} av {count}: {name}", nl: "Stap {number} van {count}: {name}", zh: "第 {number} 步（共 {count} 步）：{name}" }
    /// Mark of a step that lacks nothing, for screen readers.
    STEP_DONE { en: "completed", de: "abgeschlossen", sv: "klart", nl: "voltooid", zh: "已完成" }
    /// Button: the next step.
    NEXT { en: "Next", de: "Weiter", sv: "Nästa", nl: "Volgende", zh: "下一步" }
    /// Button: the step before.
    BACK { en: "Back", de: "Zurück", sv: "Tillbaka", nl: "Vorige", zh: "上一步" }
    /// Button: create the request.
    CREATE { en: "Create", de: "Erstellen", sv: "Skapa", nl: "Maken", zh: "创建" }
    /// Heading of the list of what is wrong.
    FAULTS {
        en: "{count} field needs your attention" | "{count} fields need your attention",
        de: "{count} Feld braucht Ihre Aufmerksamkeit" | "{count} Felder brauchen Ihre Aufmerksamkeit",
        sv: "{count} fält behöver åtgärdas" | "{count} fält behöver åtgärdas",
        nl: "{count} veld vraagt uw aandacht" | "{count} velden vragen uw aandacht",
        zh: "有 {count} 个字段需要处理"
    }

    /// Field: what kind of issue it is.
    ISSUE_TYPE { en: "Issue type", de: "Art des Anliegens", sv: "Typ av ärende", nl: "Type aanvraag", zh: "事项类型" }
    /// Hint of the issue type.
    ISSUE_TYPE_HINT { en: "Refunds, exchanges and everything else about a reservation belong to Billing.", de: "Rückerstattung, Umtausch und alles andere zu einer Reservierung gehören zur Abrechnung.", sv: "Återbetalningar, byten och allt annat om en reservation hör till Fakturering.", nl: "Restituties, omruilen en al het andere over een reservering horen bij Facturering.", zh: "退款、兑换以及与预订有关的其他问题都属于“计费”。" }
    /// Field: the first part of a problem classification.
    PROBLEM_TYPE { en: "Problem type", de: "Problemtyp", sv: "Problemtyp", nl: "Probleemtype", zh: "问题类型" }
    /// Field: the second part of a problem classification.
    CATEGORY { en: "Category", de: "Kategorie", sv: "Kategori", nl: "Categorie", zh: "类别" }
    /// First line of a list that is chosen from.
    CHOOSE { en: "Choose…", de: "Bitte wählen …", sv: "Välj …", nl: "Kiezen…", zh: "请选择…" }
    /// Issue type.
    BILLING { en: "Billing", de: "Abrechnung", sv: "Fakturering", nl: "Facturering", zh: "计费" }
    /// Issue type.
    QUOTAS { en: "Service and subscription limits (quotas)", de: "Dienst- und Abonnementgrenzwerte (Kontingente)", sv: "Tjänst- och prenumerationsgränser (kvoter)", nl: "Service- en abonnementslimieten (quota)", zh: "服务和订阅限制（配额）" }
    /// Issue type.
    SUBSCRIPTIONS { en: "Subscription management", de: "Abonnementverwaltung", sv: "Prenumerationshantering", nl: "Abonnementsbeheer", zh: "订阅管理" }
    /// Problem type.
    RESERVATION_MANAGEMENT { en: "Reservation management", de: "Reservierungsverwaltung", sv: "Reservationshantering", nl: "Reserveringsbeheer", zh: "预订管理" }
    /// Category.
    EXCHANGES_AND_REFUNDS { en: "Exchanges and refunds", de: "Umtausch und Rückerstattungen", sv: "Byten och återbetalningar", nl: "Omruilen en restituties", zh: "兑换和退款" }
    /// Category.
    REQUEST_INVOICES { en: "Request invoices", de: "Rechnungen anfordern", sv: "Begär fakturor", nl: "Facturen aanvragen", zh: "申请发票" }
    /// Category.
    OTHER_REQUESTS { en: "Other issues or requests", de: "Andere Probleme oder Anliegen", sv: "Andra problem eller önskemål", nl: "Andere problemen of verzoeken", zh: "其他问题或请求" }

    /// Problem type.
    OTHER_BILLING { en: "Other general billing questions", de: "Andere allgemeine Abrechnungsfragen", sv: "Andra allmänna faktureringsfrågor", nl: "Andere algemene factureringsvragen", zh: "其他一般计费问题" }

    /// Field.
    TITLE { en: "Title", de: "Titel", sv: "Rubrik", nl: "Titel", zh: "标题" }
    /// Field.
    DESCRIPTION { en: "Description", de: "Beschreibung", sv: "Beskrivning", nl: "Beschrijving", zh: "描述" }
    /// Hint of the description.
    DESCRIPTION_HINT { en: "What happened, and what you want support to do. Both IDs of the reservation are added if you don't include them.", de: "Was geschehen ist und was der Support tun soll. Beide IDs der Reservierung werden ergänzt, wenn Sie sie nicht nennen.", sv: "Vad som har hänt och vad du vill att supporten gör. Reservationens båda ID:n läggs till om du inte anger dem.", nl: "Wat er is gebeurd en wat ondersteuning moet doen. Beide id's van de reservering worden toegevoegd als u ze niet vermeldt.", zh: "发生了什么，以及您希望支持人员做什么。如未写明，将自动添加预订的两个 ID。" }
    /// The request was written by a quote.
    FROM_QUOTE { en: "Filled in from your quote. Everything can be changed.", de: "Aus Ihrer Berechnung ausgefüllt. Alles lässt sich ändern.", sv: "Ifyllt från din beräkning. Allt kan ändras.", nl: "Ingevuld vanuit uw berekening. Alles kan worden gewijzigd.", zh: "已根据您的报价填写，所有内容都可以修改。" }
    /// Field: the language of title and description.
    WORDS_LANGUAGE { en: "Language of the request", de: "Sprache der Anfrage", sv: "Begärans språk", nl: "Taal van de aanvraag", zh: "请求的语言" }
    /// Why another language was not taken at once.
    WORDS_EDITED { en: "You have changed the text. The quote's words in {language} would replace your changes.", de: "Sie haben den Text geändert. Die Fassung auf {language} würde Ihre Änderungen ersetzen.", sv: "Du har ändrat texten. Beräkningens text på {language} skulle ersätta dina ändringar.", nl: "U hebt de tekst gewijzigd. De tekst van de berekening in het {language} zou uw wijzigingen vervangen.", zh: "您已修改文本。改用{language}的文本会覆盖您的修改。" }
    /// Button: take the other language all the same.
    REPLACE_WORDS { en: "Replace", de: "Ersetzen", sv: "Ersätt", nl: "Vervangen", zh: "替换" }
    /// Name of a copy button: "Copy {what}".
    REQUEST_AS_TEXT { en: "request as text", de: "Anfrage als Text", sv: "begäran som text", nl: "Aanvraag als tekst", zh: "请求文本" }
    /// Line of a description: the customer.
    CUSTOMER_TENANT { en: "Customer (tenant ID)", de: "Kunde (Mandanten-ID)", sv: "Kund (klientorganisations-ID)", nl: "Klant (tenant-id)", zh: "客户（租户 ID）" }

    /// Field.
    SEVERITY { en: "Severity", de: "Schweregrad", sv: "Allvarlighetsgrad", nl: "Ernst", zh: "严重性" }
    /// Severity `minimal`, as the portal names it.
    SEVERITY_MINIMAL { en: "C: minimal impact", de: "C: Minimale Auswirkung", sv: "C: minimal påverkan", nl: "C: minimale impact", zh: "C：轻微影响" }
    /// What it means.
    SEVERITY_MINIMAL_MEANS { en: "Work continues; an answer within a working day is enough. Right for most refunds and exchanges.", de: "Die Arbeit geht weiter; eine Antwort innerhalb eines Arbeitstags genügt. Passt zu den meisten Rückerstattungen und Umtauschvorgängen.", sv: "Arbetet fortsätter; ett svar inom en arbetsdag räcker. Passar de flesta återbetalningar och byten.", nl: "Het werk gaat door; een antwoord binnen een werkdag volstaat. Passend voor de meeste restituties en omruilingen.", zh: "工作可继续进行，一个工作日内回复即可。适用于大多数退款和兑换。" }
    /// Severity `moderate`.
    SEVERITY_MODERATE { en: "B: moderate impact", de: "B: Mittlere Auswirkung", sv: "B: måttlig påverkan", nl: "B: gemiddelde impact", zh: "B：中等影响" }
    /// What it means.
    SEVERITY_MODERATE_MEANS { en: "Work continues with difficulty, or a date is near.", de: "Die Arbeit geht nur mühsam weiter, oder ein Termin rückt näher.", sv: "Arbetet fortsätter med svårighet, eller så närmar sig ett datum.", nl: "Het werk gaat moeizaam door, of een datum komt dichterbij.", zh: "工作只能勉强继续，或期限临近。" }
    /// Severity `critical`.
    SEVERITY_CRITICAL { en: "A: critical impact", de: "A: Kritische Auswirkung", sv: "A: kritisk påverkan", nl: "A: kritieke impact", zh: "A：严重影响" }
    /// What it means.
    SEVERITY_CRITICAL_MEANS { en: "Business stands still. Someone has to be reachable until it is solved.", de: "Der Betrieb steht still. Bis zur Lösung muss jemand erreichbar sein.", sv: "Verksamheten står still. Någon måste vara nåbar tills det är löst.", nl: "Het bedrijf staat stil. Iemand moet bereikbaar zijn tot het is opgelost.", zh: "业务停顿。在解决之前必须有人可以联系。" }
    /// Severity `highestcriticalimpact`.
    SEVERITY_HIGHEST { en: "Emergency: severe impact", de: "Notfall: Schwerwiegende Auswirkung", sv: "Nödläge: allvarlig påverkan", nl: "Noodgeval: ernstige impact", zh: "紧急：极严重影响" }
    /// What it means.
    SEVERITY_HIGHEST_MEANS { en: "Only with Premium support from Microsoft.", de: "Nur mit Premium-Support von Microsoft.", sv: "Endast med Premium-support från Microsoft.", nl: "Alleen met Premium-ondersteuning van Microsoft.", zh: "仅适用于 Microsoft 顶级支持客户。" }

    /// Field: how support gets in touch.
    METHOD { en: "Preferred contact method", de: "Bevorzugter Kontaktweg", sv: "Önskat kontaktsätt", nl: "Voorkeur voor contact", zh: "首选联系方式" }
    /// Contact method.
    BY_EMAIL { en: "E-mail", de: "E-Mail", sv: "E-post", nl: "E-mail", zh: "电子邮件" }
    /// Contact method.
    BY_PHONE { en: "Phone", de: "Telefon", sv: "Telefon", nl: "Telefoon", zh: "电话" }
    /// Field.
    FIRST_NAME { en: "First name", de: "Vorname", sv: "Förnamn", nl: "Voornaam", zh: "名字" }
    /// Field.
    LAST_NAME { en: "Last name", de: "Nachname", sv: "Efternamn", nl: "Achternaam", zh: "姓氏" }
    /// Field.
    EMAIL { en: "E-mail address", de: "E-Mail-Adresse", sv: "E-postadress", nl: "E-mailadres", zh: "电子邮件地址" }
    /// Field.
    PHONE { en: "Phone number", de: "Telefonnummer", sv: "Telefonnummer", nl: "Telefoonnummer", zh: "电话号码" }
    /// Hint of the phone number.
    PHONE_HINT { en: "With country code, for example +46 8 123 456. Needed if support is to call you.", de: "Mit Ländervorwahl, zum Beispiel +46 8 123 456. Nötig, wenn der Support Sie anrufen soll.", sv: "Med landsnummer, till exempel +46 8 123 456. Behövs om supporten ska ringa dig.", nl: "Met landnummer, bijvoorbeeld +46 8 123 456. Nodig als ondersteuning u moet bellen.", zh: "含国家/地区代码，例如 +46 8 123 456。如需支持人员来电则必填。" }
    /// Field.
    TIME_ZONE { en: "Time zone", de: "Zeitzone", sv: "Tidszon", nl: "Tijdzone", zh: "时区" }
    /// Hint of the time zone.
    TIME_ZONE_HINT { en: "Type a city, a distance such as +01:00, or the name in Windows, and choose.", de: "Geben Sie eine Stadt, einen Abstand wie +01:00 oder den Namen in Windows ein und wählen Sie aus.", sv: "Skriv en stad, en skillnad som +01:00 eller namnet i Windows och välj.", nl: "Typ een stad, een verschil zoals +01:00 of de naam in Windows, en kies.", zh: "输入城市、时差（如 +01:00）或 Windows 中的名称，然后选择。" }
    /// Field.
    COUNTRY { en: "Country or region", de: "Land oder Region", sv: "Land eller region", nl: "Land of regio", zh: "国家/地区" }
    /// Field.
    SUPPORT_LANGUAGE { en: "Language of support", de: "Sprache des Supports", sv: "Supportens språk", nl: "Taal van ondersteuning", zh: "支持语言" }
    /// Hint of the language of support.
    SUPPORT_LANGUAGE_HINT { en: "Which ones are available depends on the severity.", de: "Welche verfügbar sind, hängt vom Schweregrad ab.", sv: "Vilka som finns beror på allvarlighetsgraden.", nl: "Welke beschikbaar zijn, hangt af van de ernst.", zh: "可用语言取决于严重性。" }
    /// Field: whether Microsoft may look into the customer's systems.
    CONSENT { en: "Advanced diagnostic information", de: "Erweiterte Diagnoseinformationen", sv: "Avancerad diagnostikinformation", nl: "Geavanceerde diagnostische gegevens", zh: "高级诊断信息" }
    /// What is consented to.
    CONSENT_HINT { en: "Whether Microsoft may collect diagnostic data from the customer's Azure resources for this request. Billing questions rarely need it.", de: "Ob Microsoft für diese Anfrage Diagnosedaten aus den Azure-Ressourcen des Kunden erheben darf. Fragen zur Abrechnung brauchen das selten.", sv: "Om Microsoft får samla in diagnostikdata från kundens Azure-resurser för den här begäran. Faktureringsfrågor behöver det sällan.", nl: "Of Microsoft voor deze aanvraag diagnostische gegevens uit de Azure-resources van de klant mag verzamelen. Factureringsvragen hebben dat zelden nodig.", zh: "是否允许 Microsoft 为此请求从客户的 Azure 资源收集诊断数据。计费问题很少需要。" }

    /// A field is empty that must not be.
    MISSING { en: "This is required.", de: "Diese Angabe ist erforderlich.", sv: "Detta krävs.", nl: "Dit is verplicht.", zh: "此项为必填。" }
    /// A field is too long.
    TOO_LONG { en: "At most {max} characters.", de: "Höchstens {max} Zeichen.", sv: "Högst {max} tecken.", nl: "Hoogstens {max} tekens.", zh: "最多 {max} 个字符。" }
    /// An e-mail address is none.
    NOT_AN_EMAIL { en: "Enter an e-mail address such as name@example.com.", de: "Geben Sie eine E-Mail-Adresse wie name@example.com ein.", sv: "Ange en e-postadress som name@example.com.", nl: "Voer een e-mailadres in zoals name@example.com.", zh: "请输入电子邮件地址，例如 name@example.com。" }
    /// A phone number is none.
    NOT_A_PHONE { en: "Enter the digits of a phone number, grouped as you like.", de: "Geben Sie die Ziffern einer Telefonnummer ein, beliebig gruppiert.", sv: "Ange telefonnumrets siffror, grupperade som du vill.", nl: "Voer de cijfers van een telefoonnummer in, naar wens gegroepeerd.", zh: "请输入仅含数字的电话号码，可任意分组。" }
    /// A time zone is none.
    NOT_A_TIME_ZONE { en: "Choose a time zone from the list.", de: "Wählen Sie eine Zeitzone aus der Liste.", sv: "Välj en tidszon i listan.", nl: "Kies een tijdzone uit de lijst.", zh: "请从列表中选择时区。" }

    /// While the request is sent.
    SENDING { en: "Sending the request…", de: "Die Anfrage wird gesendet …", sv: "Begäran skickas …", nl: "De aanvraag wordt verzonden…", zh: "正在发送请求…" }
    /// While the service creates the ticket.
    CREATING { en: "The request was accepted and is being created. You can leave this page or reload it.", de: "Die Anfrage wurde angenommen und wird erstellt. Sie können die Seite verlassen oder neu laden.", sv: "Begäran har tagits emot och skapas. Du kan lämna sidan eller läsa in den igen.", nl: "De aanvraag is geaccepteerd en wordt gemaakt. U kunt deze pagina verlaten of opnieuw laden.", zh: "请求已被接受，正在创建。您可以离开或重新加载此页面。" }
    /// After creating failed.
    NOT_CREATED { en: "The request was not created. Everything you typed is still here.", de: "Die Anfrage wurde nicht erstellt. Alles, was Sie eingegeben haben, ist noch da.", sv: "Begäran skapades inte. Allt du skrev finns kvar.", nl: "De aanvraag is niet gemaakt. Uw invoer blijft behouden.", zh: "请求未创建。您输入的内容都还在。" }
    /// After watching failed.
    WATCH_FAILED { en: "The request was accepted, but it isn't known yet whether it has been created.", de: "Die Anfrage wurde angenommen, aber ob sie erstellt ist, ist noch nicht bekannt.", sv: "Begäran har tagits emot, men det är ännu inte känt om den har skapats.", nl: "De aanvraag is geaccepteerd, maar het is nog niet bekend of die is gemaakt.", zh: "请求已被接受，但尚不知道是否已创建。" }
    /// Button: watch again.
    LOOK_AGAIN { en: "Look again", de: "Erneut nachsehen", sv: "Titta igen", nl: "Opnieuw kijken", zh: "再次查看" }
    /// The request was created; `{number}` is the ticket's.
    CREATED { en: "Support request {number} was created.", de: "Supportanfrage {number} wurde erstellt.", sv: "Supportbegäran {number} har skapats.", nl: "Ondersteuningsaanvraag {number} is gemaakt.", zh: "支持请求 {number} 已创建。" }

    /// Property: the number of a ticket.
    NUMBER { en: "Request number", de: "Anfragenummer", sv: "Ärendenummer", nl: "Aanvraagnummer", zh: "请求编号" }
    /// Property.
    STATUS { en: "Status", de: "Status", sv: "Status", nl: "Status", zh: "状态" }
    /// Status.
    OPEN { en: "Open", de: "Offen", sv: "Öppen", nl: "Open", zh: "打开" }
    /// Status: the ticket is being created or changed.
    UPDATING { en: "Being updated", de: "Wird aktualisiert", sv: "Uppdateras", nl: "Wordt bijgewerkt", zh: "正在更新" }
    /// Status.
    CLOSED { en: "Closed", de: "Geschlossen", sv: "Stängd", nl: "Gesloten", zh: "已关闭" }
    /// Property.
    CREATED_ON { en: "Created", de: "Erstellt", sv: "Skapad", nl: "Gemaakt", zh: "创建时间" }
    /// Property.
    CHANGED_ON { en: "Last changed", de: "Zuletzt geändert", sv: "Senast ändrad", nl: "Laatst gewijzigd", zh: "上次更改" }
    /// Property: by when support answers.
    ANSWER_BY { en: "First answer by", de: "Erste Antwort bis", sv: "Första svar senast", nl: "Eerste antwoord voor", zh: "首次答复时限" }
    /// The moment of it, and how long that is from the request on.
    BY_AND_WITHIN { en: "{by} ({within})", de: "{by} ({within})", sv: "{by} ({within})", nl: "{by} ({within})", zh: "{by}（{within}）" }
    /// How long support takes at most, in hours.
    WITHIN_HOURS {
        en: "within {count} hour" | "within {count} hours",
        de: "innerhalb von {count} Stunde" | "innerhalb von {count} Stunden",
        sv: "inom {count} timme" | "inom {count} timmar",
        nl: "binnen {count} uur" | "binnen {count} uur",
        zh: "{count} 小时内"
    }
    /// How long support takes at most, in minutes.
    WITHIN_MINUTES {
        en: "within {count} minute" | "within {count} minutes",
        de: "innerhalb von {count} Minute" | "innerhalb von {count} Minuten",
        sv: "inom {count} minut" | "inom {count} minuter",
        nl: "binnen {count} minuut" | "binnen {count} minuten",
        zh: "{count} 分钟内"
    }
    /// Property.
    SUPPORT_PLAN { en: "Support plan", de: "Supportplan", sv: "Supportplan", nl: "Ondersteuningsplan", zh: "支持计划" }
    /// Property: who works on it.
    ENGINEER { en: "Support engineer", de: "Supporttechniker", sv: "Supporttekniker", nl: "Ondersteuningstechnicus", zh: "支持工程师" }

    /// Link to the reservation that a request is about.
    OPEN_RECORD { en: "Open the reservation", de: "Reservierung öffnen", sv: "Öppna reservationen", nl: "Reservering openen", zh: "打开预订" }
    /// Part of the page: what can be changed of a request.
    CHANGES { en: "Change this request", de: "Diese Anfrage ändern", sv: "Ändra begäran", nl: "Deze aanvraag wijzigen", zh: "更改此请求" }
    /// Button and question: close a request.
    CLOSE { en: "Close request", de: "Anfrage schließen", sv: "Stäng begäran", nl: "Aanvraag sluiten", zh: "关闭请求" }
    /// What closing means.
    CLOSE_WORDS { en: "Support stops working on request {number}. It can be reopened.", de: "Der Microsoft-Support arbeitet dann nicht mehr an Anfrage {number}. Sie lässt sich wieder öffnen.", sv: "Microsofts support slutar arbeta med begäran {number}. Den kan öppnas igen.", nl: "Microsoft-ondersteuning werkt dan niet meer aan aanvraag {number}. De aanvraag kan opnieuw worden geopend.", zh: "支持人员将停止处理请求 {number}。之后可以重新打开。" }
    /// Button: open a closed request again.
    REOPEN { en: "Reopen request", de: "Anfrage wieder öffnen", sv: "Öppna begäran igen", nl: "Aanvraag opnieuw openen", zh: "重新打开请求" }
    /// Button: change the severity.
    CHANGE_SEVERITY { en: "Change severity", de: "Schweregrad ändern", sv: "Ändra allvarlighetsgrad", nl: "Ernst wijzigen", zh: "更改严重性" }
    /// Why nothing can be changed now.
    NOT_WHILE_UPDATING { en: "The request is being updated. Look again in a moment.", de: "Die Anfrage wird gerade aktualisiert. Sehen Sie gleich noch einmal nach.", sv: "Begäran uppdateras. Titta igen om en stund.", nl: "De aanvraag wordt bijgewerkt. Kijk zo opnieuw.", zh: "请求正在更新，请稍后再查看。" }
    /// Why the severity cannot be changed.
    NOT_WHEN_CLOSED { en: "The request is closed.", de: "Die Anfrage ist geschlossen.", sv: "Begäran är stängd.", nl: "De aanvraag is gesloten.", zh: "请求已关闭。" }
    /// Why the severity cannot be changed.
    SAME_SEVERITY { en: "The request already has this severity.", de: "Die Anfrage hat diesen Schweregrad bereits.", sv: "Begäran har redan den allvarlighetsgraden.", nl: "De aanvraag heeft deze ernst al.", zh: "请求已是此严重性。" }
    /// After a change.
    CHANGED { en: "The request was changed.", de: "Die Anfrage wurde geändert.", sv: "Begäran har ändrats.", nl: "De aanvraag is gewijzigd.", zh: "请求已更改。" }
    /// A failure: nothing was changed.
    NOT_CHANGED { en: "The request was not changed.", de: "Die Anfrage wurde nicht geändert.", sv: "Begäran har inte ändrats.", nl: "De aanvraag is niet gewijzigd.", zh: "请求未更改。" }

    /// Button on a quote: ask support for it.
    ASK_SUPPORT { en: "Request from support", de: "Beim Support anfragen", sv: "Begär hos supporten", nl: "Aanvragen bij ondersteuning", zh: "向支持人员申请" }
    /// What the button on a quote does.
    ASK_SUPPORT_HINT { en: "Opens a support request with both IDs, all amounts and every step filled in, in a language of your choice.", de: "Öffnet eine Supportanfrage, in der beide IDs, alle Beträge und jeder Schritt schon stehen, in einer Sprache Ihrer Wahl.", sv: "Öppnar en supportbegäran med båda ID:na, alla belopp och varje steg ifyllda, på ett språk du väljer.", nl: "Opent een ondersteuningsaanvraag waarin beide id's, alle bedragen en elke stap zijn ingevuld, in een taal naar keuze.", zh: "打开一个支持请求，其中已填好两个 ID、所有金额和每个步骤，语言可选。" }
    /// Title of a request for a refund of some of `{count}` units.
    REFUND_TITLE {
        en: "Refund of {units} of {count} unit: {name}" | "Refund of {units} of {count} units: {name}",
        de: "Rückerstattung von {units} von {count} Einheit: {name}" | "Rückerstattung von {units} von {count} Einheiten: {name}",
        sv: "Återbetalning av {units} av {count} enhet: {name}" | "Återbetalning av {units} av {count} enheter: {name}",
        nl: "Restitutie van {units} van {count} eenheid: {name}" | "Restitutie van {units} van {count} eenheden: {name}",
        zh: "退款：{name}，{count} 个单位中的 {units} 个"
    }
    /// First line of a request for a refund.
    REFUND_OPENING { en: "Please refund the following Azure reservation. This is how we calculate the amount; please tell us where your calculation differs.", de: "Bitte erstatten Sie die folgende Azure-Reservierung. So berechnen wir den Betrag; bitte teilen Sie uns mit, wo Ihre Berechnung abweicht.", sv: "Vänligen återbetala följande Azure-reservation. Så här beräknar vi beloppet; meddela oss om er beräkning skiljer sig.", nl: "Wij verzoeken om restitutie van de volgende Azure-reservering. Zo berekenen wij het bedrag; laat ons weten waar uw berekening afwijkt.", zh: "请退还以下 Azure 预订。以下是我们的计算过程；如与贵方计算不同，请告知。" }
}
