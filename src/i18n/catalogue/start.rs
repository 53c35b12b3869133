//! Texts of the start page, and of what leads to it.

use crate::catalogue;

catalogue! {
    /// What the product is.
    SENTENCE {
        en: "Prorata shows CSP partners what comes back if an Azure reservation is returned on a given day, to the cent, and why.",
        de: "Prorata zeigt CSP-Partnern auf den Cent genau, was zurückkommt, wenn eine Azure-Reservierung an einem bestimmten Tag zurückgegeben wird, und warum.",
        sv: "Prorata visar CSP-partner på öret vad som kommer tillbaka om en Azure-reservation lämnas tillbaka en viss dag, och varför.",
        nl: "Prorata laat CSP-partners tot op de cent zien wat er terugkomt als een Azure-reservering op een bepaalde dag wordt geretourneerd, en waarom.",
        zh: "Prorata 让 CSP 合作伙伴了解在某一天退回 Azure 预订可退多少（精确到分）以及原因。"
    }

    /// Heading of the quote.
    EXAMPLE { en: "An example", de: "Ein Beispiel", sv: "Ett exempel", nl: "Een voorbeeld", zh: "示例" }
    /// Link: the same facts where they can be changed.
    OPEN_EXAMPLE { en: "Open this example in the quick quote", de: "Dieses Beispiel in der Schnellberechnung öffnen", sv: "Öppna exemplet i snabbberäkningen", nl: "Dit voorbeeld openen in de snelle berekening", zh: "在快速报价中打开此示例" }

    /// Heading of the ways on.
    WAYS { en: "What you can do now", de: "Was Sie jetzt tun können", sv: "Vad du kan göra nu", nl: "Wat u nu kunt doen", zh: "接下来可以做什么" }
    /// Link: the customers of the demo.
    TRY_DEMO { en: "Try the demo", de: "Demo ausprobieren", sv: "Prova demon", nl: "De demo proberen", zh: "试用演示" }
    /// Link: the import.
    OWN_FILES { en: "Open your own files", de: "Eigene Dateien öffnen", sv: "Öppna egna filer", nl: "Eigen bestanden openen", zh: "打开您自己的文件" }
    /// Heading: what a team needs.
    SERVER { en: "Connect a server for your team", de: "Server für Ihr Team verbinden", sv: "Anslut en server för ditt team", nl: "Een server voor uw team verbinden", zh: "连接团队服务器" }
    /// What it is.
    SERVER_MEANS {
        en: "One program brings this page and keeps everyone's records in a database.",
        de: "Ein Programm stellt diese Seite bereit und hält die Daten aller in einer Datenbank.",
        sv: "Ett program levererar den här sidan och sparar allas data i en databas.",
        nl: "Eén programma levert deze pagina en bewaart ieders gegevens in een database.",
        zh: "一个程序即可提供此页面，并将所有人的数据保存在数据库中。"
    }
    /// There is one already.
    SERVER_HERE {
        en: "This page is already connected to your team's server.",
        de: "Diese Seite ist bereits mit dem Server Ihres Teams verbunden.",
        sv: "Den här sidan är redan ansluten till ditt teams server.",
        nl: "Deze pagina is al verbonden met de server van uw team.",
        zh: "此页面已连接到您团队的服务器。"
    }
    /// Opens the steps.
    SERVER_HOW { en: "How to set it up", de: "So richten Sie ihn ein", sv: "Så gör du", nl: "Zo stelt u die in", zh: "设置方法" }
    /// Before a command.
    SERVER_START {
        en: "Start it in the folder with the source code. It prints the address to open.",
        de: "Starten Sie ihn im Ordner mit dem Quellcode. Er gibt die Adresse aus, die Sie öffnen.",
        sv: "Starta den i mappen med källkoden. Den skriver ut adressen som du öppnar.",
        nl: "Start die in de map met de broncode. U ziet dan het adres dat u opent.",
        zh: "在源代码文件夹中启动。它会输出要打开的地址。"
    }
    /// Before a command.
    SERVER_PEOPLE {
        en: "Have people sign in. It prints an invitation for the first administrator.",
        de: "Lassen Sie Personen sich anmelden. Ausgegeben wird eine Einladung für den ersten Administrator.",
        sv: "Låt personer logga in. En inbjudan för den första administratören skrivs ut.",
        nl: "Laat mensen zich aanmelden. U ziet dan een uitnodiging voor de eerste beheerder.",
        zh: "要求登录。它会输出首位管理员的邀请链接。"
    }
    /// Before a link and a command.
    SERVER_RECORDS {
        en: "Download a backup here, and bring it to the server before it starts.",
        de: "Laden Sie hier eine Sicherung herunter und bringen Sie sie vor dem Start auf den Server.",
        sv: "Ladda ned en säkerhetskopia här och för över den till servern innan den startar.",
        nl: "Download hier een back-up en zet die op de server voordat die start.",
        zh: "在此下载备份，并在服务器启动前导入。"
    }
    /// Where the rest is said; the quoted heading is English in every language.
    SERVER_README {
        en: "The rest (TLS, databases, sign-in with Microsoft Entra ID) is in the README under “Run it for a team”.",
        de: "Alles Weitere (TLS, Datenbanken, Anmeldung mit Microsoft Entra ID) steht in der README unter „Run it for a team“.",
        sv: "Resten (TLS, databaser, inloggning med Microsoft Entra ID) står i README under ”Run it for a team”.",
        nl: "De rest (TLS, databases, aanmelden met Microsoft Entra ID) staat in de README onder ‘Run it for a team’.",
        zh: "其余内容（TLS、数据库、使用 Microsoft Entra ID 登录）见 README 的“Run it for a team”一节。"
    }

    /// Heading of the question.
    POLICY { en: "Which refund policy applies to you?", de: "Welche Rückerstattungsrichtlinie gilt für Sie?", sv: "Vilken återbetalningspolicy gäller för dig?", nl: "Welk restitutiebeleid geldt voor u?", zh: "您适用哪种退款政策？" }
    /// Why it is asked.
    POLICY_WHY {
        en: "Microsoft's articles say different things, and the answer decides how much comes back. You can change it here or at the top of any page.",
        de: "Microsofts Artikel sagen Verschiedenes, und die Antwort entscheidet, wie viel zurückkommt. Sie können sie hier oder oben auf jeder Seite ändern.",
        sv: "Microsofts artiklar säger olika saker, och svaret avgör hur mycket som kommer tillbaka. Du kan ändra det här eller högst upp på varje sida.",
        nl: "De artikelen van Microsoft zeggen verschillende dingen, en het antwoord bepaalt hoeveel er terugkomt. U kunt het hier of boven aan elke pagina wijzigen.",
        zh: "Microsoft 各篇文章的说法不一，而答案决定了可退多少。您可以在此处或任何页面顶部更改。"
    }
    /// Button: asks whether the chosen one is to be in force.
    APPLY { en: "Put this policy in force…", de: "Diese Richtlinie in Kraft setzen …", sv: "Låt den här policyn gälla …", nl: "Dit beleid van kracht laten worden…", zh: "使此政策生效…" }
    /// Why the button is not available.
    ALREADY { en: "This policy is already in force.", de: "Diese Richtlinie gilt bereits.", sv: "Den här policyn gäller redan.", nl: "Dit beleid is al van kracht.", zh: "此政策已生效。" }
    /// Why the button is not available.
    CHOOSE_FIRST { en: "Choose a policy first.", de: "Wählen Sie zuerst eine Richtlinie.", sv: "Välj först en policy.", nl: "Kies eerst een beleid.", zh: "请先选择一项政策。" }
    /// Heading of the table.
    DIFFERENCES { en: "What differs", de: "Was sich unterscheidet", sv: "Vad som skiljer", nl: "Wat er verschilt", zh: "不同之处" }
    /// Label of a row: what comes back soon after the purchase.
    FIRST_DAYS { en: "First days", de: "Erste Tage", sv: "Första dagarna", nl: "Eerste dagen", zh: "最初几天" }
    /// Label of a row: what becomes of a return that does not fit.
    OVER_CAP { en: "Beyond the refund cap", de: "Über der Obergrenze", sv: "Över taket", nl: "Boven de restitutielimiet", zh: "超出退款上限" }
    /// Label of a row: products.
    NOT_RETURNABLE { en: "Can't be returned", de: "Kann nicht zurückgegeben werden", sv: "Kan inte lämnas tillbaka", nl: "Kan niet worden geretourneerd", zh: "不可退回" }
    /// Label of a row: what an exchange cannot lead to.
    OLDER_SIZES { en: "Some older sizes", de: "Einige ältere Größen", sv: "Vissa äldre storlekar", nl: "Sommige oudere grootten", zh: "部分较旧的大小" }
    /// Label of a row: the amount of the example.
    OF_EXAMPLE { en: "Example above: paid out to you", de: "Beispiel oben: Auszahlung", sv: "Exemplet ovan: utbetalning", nl: "Voorbeeld hierboven: uitbetaling", zh: "上面的示例：实际退款金额" }
    /// The fee of a policy.
    FEE_OF_CREDIT { en: "{rate} of the credit", de: "{rate} der Gutschrift", sv: "{rate} av krediteringen", nl: "{rate} van het tegoed", zh: "抵扣额的 {rate}" }
    /// How the right to exchange ends.
    EXCHANGE_ENDS {
        en: "From {day} on, new reservations that savings plans cover can't be exchanged; older ones have one exchange left.",
        de: "Ab {day} lassen sich neue Reservierungen, für die es Sparpläne gibt, nicht mehr umtauschen; ältere noch ein Mal.",
        sv: "Från {day} kan nya reservationer som omfattas av sparplaner inte bytas; äldre kan bytas en gång till.",
        nl: "Vanaf {day} kunnen nieuwe reserveringen waarvoor besparingsplannen gelden niet meer worden omgeruild; oudere nog één keer.",
        zh: "自 {day} 起，节省计划涵盖的新预订不能再兑换；较早的预订还可兑换一次。"
    }

    /// Heading of the tour; also the link to it.
    TOUR { en: "A short tour", de: "Ein kurzer Rundgang", sv: "En kort rundtur", nl: "Een korte rondleiding", zh: "快速导览" }
    /// Button: opens the tour.
    TOUR_OPEN { en: "Take the tour", de: "Rundgang beginnen", sv: "Ta rundturen", nl: "Rondleiding volgen", zh: "开始导览" }
    /// Button: closes the tour.
    TOUR_CLOSE { en: "Close the tour", de: "Rundgang schließen", sv: "Stäng rundturen", nl: "Rondleiding sluiten", zh: "关闭导览" }
    /// Heading of a step: which of all, and the page that it is about.
    TOUR_PLACE { en: "{number} of {all}: {title}", de: "{number} von {all}: {title}", sv: "{number} av {all}: {title}", nl: "{number} van {all}: {title}", zh: "{number}/{all}：{title}" }
    /// Link to the page that a step is about.
    OPEN_PAGE { en: "Open this page", de: "Diese Seite öffnen", sv: "Öppna sidan", nl: "Deze pagina openen", zh: "打开此页面" }
    /// Instead of that link.
    NEEDS_RECORDS {
        en: "This page is about a reservation, and there is none yet. Try the demo or open your own files first.",
        de: "Auf dieser Seite geht es um eine Reservierung, und noch gibt es keine. Probieren Sie zuerst die Demo aus, oder öffnen Sie eigene Dateien.",
        sv: "Sidan handlar om en reservation, och det finns ingen än. Prova demon eller öppna egna filer först.",
        nl: "Deze pagina gaat over een reservering, en die is er nog niet. Probeer eerst de demo of open eigen bestanden.",
        zh: "此页面针对某个预订，但目前还没有预订。请先试用演示或打开您自己的文件。"
    }
    /// Step of the tour.
    STEP_CUSTOMERS {
        en: "All your customers: how many reservations each has, which expires first, and how much of the refund cap is used.",
        de: "Alle Ihre Kunden: wie viele Reservierungen jeder hat, welche zuerst abläuft und wie viel der Obergrenze verbraucht ist.",
        sv: "Alla dina kunder: hur många reservationer var och en har, vilken som löper ut först och hur mycket av taket som är använt.",
        nl: "Al uw klanten: hoeveel reserveringen elk heeft, welke het eerst verloopt en hoeveel van de restitutielimiet is gebruikt.",
        zh: "您的所有客户：每个客户有多少预订、哪个最先到期，以及已使用多少退款上限。"
    }
    /// Step of the tour.
    STEP_RECORD {
        en: "Everything about one reservation: details, utilization, access, settings, properties and support requests.",
        de: "Alles über eine Reservierung: Details, Nutzung, Zugriff, Einstellungen, Eigenschaften und Supportanfragen.",
        sv: "Allt om en reservation: detaljer, användning, åtkomst, inställningar, egenskaper och supportbegäranden.",
        nl: "Alles over één reservering: details, gebruik, toegang, instellingen, eigenschappen en ondersteuningsaanvragen.",
        zh: "一个预订的全部信息：详细信息、使用率、访问权限、设置、属性和支持请求。"
    }
    /// Step of the tour.
    STEP_REFUND {
        en: "What Microsoft pays you for any number of units on any day, with every step and its source. You carry the return out here, too.",
        de: "Was Microsoft Ihnen für beliebig viele Einheiten an jedem Tag auszahlt, mit jedem Schritt und seiner Quelle. Hier führen Sie die Rückgabe auch aus.",
        sv: "Vad Microsoft betalar dig för valfritt antal enheter valfri dag, med varje steg och dess källa. Här genomför du också returen.",
        nl: "Wat Microsoft u uitbetaalt voor elk aantal eenheden op elke dag, met elke stap en de bron ervan. Hier voert u de retour ook uit.",
        zh: "Microsoft 在任意一天针对任意单位数向您支付多少，并附每个步骤及其来源。您也可以在此执行退回。"
    }
    /// Step of the tour.
    STEP_CAP {
        en: "What counts against a customer's refund cap, when it is free again, and what to return when so that most comes back.",
        de: "Was zur Obergrenze eines Kunden zählt, wann sie wieder frei wird und was Sie wann zurückgeben, damit am meisten zurückkommt.",
        sv: "Vad som räknas mot en kunds tak, när utrymme frigörs och vad du ska lämna tillbaka när för att mest ska komma tillbaka.",
        nl: "Wat meetelt voor de restitutielimiet van een klant, wanneer die weer vrijkomt en wat u wanneer retourneert zodat het meeste terugkomt.",
        zh: "哪些内容计入客户的退款上限、何时恢复，以及何时退回哪些预订才能退得最多。"
    }
    /// Step of the tour.
    STEP_PORTFOLIO {
        en: "Every reservation of every customer in one table, with what comes back today. Select several to return them together.",
        de: "Alle Reservierungen aller Kunden in einer Tabelle, mit dem, was heute zurückkommt. Wählen Sie mehrere aus, um sie zusammen zurückzugeben.",
        sv: "Alla kunders reservationer i en tabell, med vad som kommer tillbaka i dag. Markera flera för att lämna tillbaka dem tillsammans.",
        nl: "Alle reserveringen van alle klanten in één tabel, met wat er vandaag terugkomt. Selecteer er meerdere om ze samen te retourneren.",
        zh: "所有客户的所有预订都在一张表中，并显示今天可退多少。选择多个预订即可一起退回。"
    }
    /// Step of the tour.
    STEP_SEARCH {
        en: "Press {keys} on any page to find a customer, a reservation, an ID, a page or how an amount is calculated.",
        de: "Mit {keys} finden Sie auf jeder Seite einen Kunden, eine Reservierung, eine ID, eine Seite oder wie ein Betrag berechnet wird.",
        sv: "Tryck på {keys} på valfri sida för att hitta en kund, en reservation, ett ID, en sida eller hur ett belopp beräknas.",
        nl: "Druk op elke pagina op {keys} om een klant, een reservering, een id, een pagina of de berekening van een bedrag te vinden.",
        zh: "在任意页面按 {keys}，即可查找客户、预订、ID、页面或金额的计算方法。"
    }
}
