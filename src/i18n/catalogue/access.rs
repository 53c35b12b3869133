//! Who may do what: in the application by the partner's role, and on an order by role assignments.

use crate::catalogue;

catalogue! {

    /// What the entry is for.
    PURPOSE {
        en: "Who can view or manage this reservation order. A role assigned on the order applies to all its reservations.",
        de: "Wer diesen Reservierungsauftrag lesen oder verwalten darf. Eine Rolle auf dem Auftrag gilt für alle seine Reservierungen.",
        sv: "Vem som får läsa eller hantera den här reservationsbeställningen. En roll på beställningen gäller för alla dess reservationer.",
        nl: "Wie deze reserveringsorder mag lezen of beheren. Een rol op de order geldt voor alle bijbehorende reserveringen.",
        zh: "谁可以查看或管理此预订订单。授予订单的角色对其所有预订生效。"
    }
    /// Part: who has which role.
    ASSIGNMENTS { en: "Role assignments", de: "Rollenzuweisungen", sv: "Rolltilldelningar", nl: "Roltoewijzingen", zh: "角色分配" }
    /// Nobody has a role.
    NO_ASSIGNMENTS { en: "Nobody has a role on this order.", de: "Niemand hat eine Rolle auf diesem Auftrag.", sv: "Ingen har någon roll på beställningen.", nl: "Niemand heeft een rol op deze order.", zh: "此订单没有角色分配。" }
    /// Column and field: a role of Azure.
    ROLE { en: "Role", de: "Rolle", sv: "Roll", nl: "Rol", zh: "角色" }
    /// Column and field: who or what has a role.
    PRINCIPAL { en: "Principal", de: "Prinzipal", sv: "Huvudnamn", nl: "Principal", zh: "主体" }
    /// Column and field: what a principal is.
    PRINCIPAL_TYPE { en: "Type", de: "Typ", sv: "Typ", nl: "Type", zh: "类型" }
    /// Column: the scope on which a role was given.
    ORIGIN { en: "From where", de: "Woher", sv: "Varifrån", nl: "Waarvandaan", zh: "来源" }
    /// Column of the buttons.
    ACTIONS { en: "Actions", de: "Aktionen", sv: "Åtgärder", nl: "Acties", zh: "操作" }
    /// The role was given on the order itself.
    FROM_ORDER { en: "This order", de: "Dieser Auftrag", sv: "Den här beställningen", nl: "Deze order", zh: "此订单" }
    /// The role was given above the order: `{origin}`.
    INHERITED { en: "Inherited: {origin}", de: "Geerbt: {origin}", sv: "Ärvd: {origin}", nl: "Overgenomen: {origin}", zh: "继承自：{origin}" }
    /// Scope: all reservations.
    ALL_RESERVATIONS { en: "all reservations of the tenant", de: "alle Reservierungen des Mandanten", sv: "klientorganisationens alla reservationer", nl: "alle reserveringen van de tenant", zh: "租户的所有预订" }
    /// Scope: everything.
    WHOLE_TENANT { en: "the whole tenant", de: "der ganze Mandant", sv: "hela klientorganisationen", nl: "de hele tenant", zh: "整个租户" }
    /// Scope: a management group.
    A_MANAGEMENT_GROUP { en: "management group {name}", de: "Verwaltungsgruppe {name}", sv: "hanteringsgruppen {name}", nl: "beheergroep {name}", zh: "管理组 {name}" }
    /// Principal type `User`.
    TYPE_USER { en: "User", de: "Benutzer", sv: "Användare", nl: "Gebruiker", zh: "用户" }
    /// Principal type `Group`.
    TYPE_GROUP { en: "Group", de: "Gruppe", sv: "Grupp", nl: "Groep", zh: "组" }
    /// Principal type `ServicePrincipal`.
    TYPE_SERVICE_PRINCIPAL { en: "Service principal", de: "Dienstprinzipal", sv: "Tjänstens huvudnamn", nl: "Service-principal", zh: "服务主体" }
    /// Principal type `ForeignGroup`: a group of the partner's tenant.
    TYPE_FOREIGN_GROUP { en: "Foreign group (partner)", de: "Fremde Gruppe (Partner)", sv: "Främmande grupp (partner)", nl: "Externe groep (partner)", zh: "外部组（合作伙伴）" }
    /// Principal type `Device`.
    TYPE_DEVICE { en: "Device", de: "Gerät", sv: "Enhet", nl: "Apparaat", zh: "设备" }
    /// A role that this version does not know; `{id}` is its id.
    CUSTOM_ROLE { en: "Custom role {id}", de: "Benutzerdefinierte Rolle {id}", sv: "Anpassad roll {id}", nl: "Aangepaste rol {id}", zh: "自定义角色 {id}" }

    /// What the role may do.
    OWNER_MEANS { en: "Manages everything on the order and decides who has access.", de: "Verwaltet alles am Auftrag und entscheidet, wer Zugriff hat.", sv: "Hanterar allt på beställningen och bestämmer vem som har åtkomst.", nl: "Beheert alles van de order en bepaalt wie toegang heeft.", zh: "管理订单的一切，并决定谁有访问权限。" }
    /// What the role may do.
    CONTRIBUTOR_MEANS { en: "Manages everything on the order, but not who has access.", de: "Verwaltet alles am Auftrag, aber nicht, wer Zugriff hat.", sv: "Hanterar allt på beställningen, men inte vem som har åtkomst.", nl: "Beheert alles van de order, maar niet wie toegang heeft.", zh: "管理订单的一切，但不能管理访问权限。" }
    /// What the role may do.
    READER_MEANS { en: "Sees everything and changes nothing.", de: "Sieht alles und ändert nichts.", sv: "Ser allt och ändrar inget.", nl: "Ziet alles en wijzigt niets.", zh: "可查看一切，不能更改。" }
    /// What the role may do.
    ACCESS_ADMINISTRATOR_MEANS { en: "Decides who has access, and otherwise only reads.", de: "Entscheidet, wer Zugriff hat, und liest sonst nur.", sv: "Bestämmer vem som har åtkomst och läser i övrigt bara.", nl: "Bepaalt wie toegang heeft en leest verder alleen.", zh: "决定谁有访问权限，其余仅可查看。" }
    /// What the role may do.
    RESERVATIONS_ADMINISTRATOR_MEANS { en: "Reads and manages reservations and gives others access to them.", de: "Liest und verwaltet Reservierungen und gibt anderen Zugriff darauf.", sv: "Läser och hanterar reservationer och ger andra åtkomst till dem.", nl: "Leest en beheert reserveringen en geeft anderen er toegang toe.", zh: "查看和管理预订，并授予他人访问权限。" }
    /// What the role may do.
    RESERVATIONS_READER_MEANS { en: "Sees reservations and changes nothing.", de: "Sieht Reservierungen und ändert nichts.", sv: "Ser reservationer och ändrar inget.", nl: "Ziet reserveringen en wijzigt niets.", zh: "可查看预订，不能更改。" }
    /// What the role may do.
    PURCHASER_MEANS { en: "Buys reservations.", de: "Kauft Reservierungen.", sv: "Köper reservationer.", nl: "Koopt reserveringen.", zh: "购买预订。" }

    /// Button and question: take a role away.
    REMOVE { en: "Remove", de: "Entfernen", sv: "Ta bort", nl: "Verwijderen", zh: "移除" }
    /// Name of that button: which role of whom, and where it was given.
    REMOVE_WHAT { en: "Remove: {role}, {principal}, {origin}", de: "Entfernen: {role}, {principal}, {origin}", sv: "Ta bort: {role}, {principal}, {origin}", nl: "Verwijderen: {role}, {principal}, {origin}", zh: "移除：{role}，{principal}，{origin}" }
    /// Why an inherited role cannot be removed.
    REMOVE_INHERITED {
        en: "This role is inherited and can only be removed where it was assigned.",
        de: "Diese Rolle ist geerbt und kann nur dort entfernt werden, wo sie vergeben wurde.",
        sv: "Rollen är ärvd och kan bara tas bort där den tilldelades.",
        nl: "Deze rol is overgenomen en kan alleen worden verwijderd waar de rol is toegewezen.",
        zh: "此角色是继承的，只能在授予它的位置移除。"
    }
    /// Question before a role is taken away.
    REMOVE_TITLE { en: "Remove this role assignment?", de: "Diese Rollenzuweisung entfernen?", sv: "Ta bort den här rolltilldelningen?", nl: "Deze roltoewijzing verwijderen?", zh: "移除此角色分配？" }
    /// What follows from it.
    REMOVE_LOSES {
        en: "{principal} loses the role {role} on this order and all its reservations. You can assign it again later.",
        de: "{principal} verliert die Rolle {role} auf diesem Auftrag und allen seinen Reservierungen. Sie können sie später wieder vergeben.",
        sv: "{principal} förlorar rollen {role} på beställningen och alla dess reservationer. Du kan tilldela den igen senare.",
        nl: "{principal} verliest de rol {role} op deze order en alle bijbehorende reserveringen. U kunt de rol later opnieuw toewijzen.",
        zh: "{principal} 将失去此订单及其所有预订上的 {role} 角色。您以后可以重新授予。"
    }
    /// While it is being done.
    REMOVING { en: "Removing…", de: "Wird entfernt …", sv: "Tar bort …", nl: "Wordt verwijderd…", zh: "正在移除…" }
    /// It was done.
    REMOVED { en: "The role assignment was removed.", de: "Die Rollenzuweisung wurde entfernt.", sv: "Rolltilldelningen har tagits bort.", nl: "De roltoewijzing is verwijderd.", zh: "已移除角色分配。" }
    /// It could not be done; followed by the reason.
    NOT_REMOVED { en: "Nothing was removed.", de: "Es wurde nichts entfernt.", sv: "Inget har tagits bort.", nl: "Er is niets verwijderd.", zh: "未移除任何内容。" }

    /// Part and button: give a role.
    ADD { en: "Add a role assignment", de: "Rollenzuweisung hinzufügen", sv: "Lägg till rolltilldelning", nl: "Roltoewijzing toevoegen", zh: "添加角色分配" }
    /// First choice of a list: nothing chosen yet.
    CHOOSE { en: "Choose…", de: "Auswählen …", sv: "Välj …", nl: "Kiezen…", zh: "请选择…" }
    /// Choice: a principal that is not in the list.
    BY_ID { en: "Another one, by object ID", de: "Ein anderer, über die Objekt-ID", sv: "En annan, med objekt-ID", nl: "Een andere, op object-id", zh: "其他主体（按对象 ID）" }
    /// Field: the id of a principal.
    OBJECT_ID { en: "Object ID", de: "Objekt-ID", sv: "Objekt-ID", nl: "Object-id", zh: "对象 ID" }
    /// Message at a field: nothing chosen.
    ROLE_NEEDED { en: "Choose a role.", de: "Wählen Sie eine Rolle.", sv: "Välj en roll.", nl: "Kies een rol.", zh: "请选择角色。" }
    /// Message at a field: nothing chosen.
    PRINCIPAL_NEEDED { en: "Choose a principal.", de: "Wählen Sie einen Prinzipal.", sv: "Välj ett huvudnamn.", nl: "Kies een principal.", zh: "请选择主体。" }
    /// Message at a field: the id is not one.
    NOT_AN_ID { en: "Enter an ID such as 8e3af657-a8ff-443c-a75c-2fe8c4bcb635.", de: "Geben Sie eine ID wie 8e3af657-a8ff-443c-a75c-2fe8c4bcb635 ein.", sv: "Ange ett ID som 8e3af657-a8ff-443c-a75c-2fe8c4bcb635.", nl: "Voer een id in zoals 8e3af657-a8ff-443c-a75c-2fe8c4bcb635.", zh: "请输入 ID，例如 8e3af657-a8ff-443c-a75c-2fe8c4bcb635。" }
    /// Message at a field: the principal has the role already.
    HAS_ROLE { en: "This principal already has the role on this order.", de: "Dieser Prinzipal hat die Rolle auf diesem Auftrag bereits.", sv: "Huvudnamnet har redan rollen på beställningen.", nl: "Deze principal heeft de rol al op deze order.", zh: "该主体在此订单上已有该角色。" }
    /// Hint at a guest of the partner.
    FOREIGN_HINT {
        en: "Gives the partner's group the role, but no right to refund or exchange: that needs a role in Partner Center.",
        de: "Gibt der Gruppe des Partners die Rolle, aber kein Recht auf Rückerstattung oder Umtausch: Dafür braucht es eine Rolle im Partner Center.",
        sv: "Ger partnerns grupp rollen, men ingen rätt till återbetalning eller byte: det kräver en roll i Partnercenter.",
        nl: "Geeft de groep van de partner de rol, maar geen recht op restitutie of omruilen: daarvoor is een rol in Partner Center nodig.",
        zh: "授予合作伙伴组该角色，但不包括退款或兑换权限：这需要合作伙伴中心的角色。"
    }
    /// While a role is being given.
    ADDING { en: "Adding…", de: "Wird hinzugefügt …", sv: "Lägger till …", nl: "Wordt toegevoegd…", zh: "正在添加…" }
    /// A role was given.
    ADDED { en: "{principal} now has the role {role}.", de: "{principal} hat jetzt die Rolle {role}.", sv: "{principal} har nu rollen {role}.", nl: "{principal} heeft nu de rol {role}.", zh: "{principal} 现已具有 {role} 角色。" }
    /// A role could not be given; followed by the reason.
    NOT_ADDED { en: "Nothing was added. What you entered is kept.", de: "Es wurde nichts hinzugefügt. Ihre Eingaben bleiben erhalten.", sv: "Inget har lagts till. Det du angav finns kvar.", nl: "Er is niets toegevoegd. Uw invoer blijft behouden.", zh: "未添加任何内容。您输入的内容已保留。" }

    /// Part: the effective roles of somebody.
    CHECK { en: "Check access", de: "Zugriff prüfen", sv: "Kontrollera åtkomst", nl: "Toegang controleren", zh: "检查访问权限" }
    /// What that part shows.
    CHECK_HINT { en: "Every role that this principal has on the order, and where it comes from.", de: "Alle Rollen, die jemand auf diesem Auftrag hat, mit ihrer Herkunft.", sv: "Alla roller som någon har på beställningen och varifrån de kommer.", nl: "Elke rol die iemand op deze order heeft, met de herkomst.", zh: "某主体在此订单上的全部角色及其来源。" }
    /// Nothing was found.
    NO_ACCESS { en: "No role on this order, neither assigned here nor inherited.", de: "Keine Rolle auf diesem Auftrag, weder hier vergeben noch geerbt.", sv: "Ingen roll på beställningen, varken tilldelad här eller ärvd.", nl: "Geen rol op deze order, hier toegewezen noch overgenomen.", zh: "在此订单上没有角色，既无直接授予也无继承。" }
    /// The role is that of a group: `{group}`.
    THROUGH_GROUP { en: "as a member of {group}", de: "als Mitglied von {group}", sv: "som medlem i {group}", nl: "als lid van {group}", zh: "作为 {group} 的成员" }

    /// Part: the roles and their ids.
    ROLES_WITH_IDS { en: "Roles for reservations", de: "Rollen für Reservierungen", sv: "Roller för reservationer", nl: "Rollen voor reserveringen", zh: "预订相关角色" }
    /// Name of a copy button: the id of a role.
    ROLE_ID { en: "ID of {role}", de: "ID von {role}", sv: "ID för {role}", nl: "Id van {role}", zh: "{role} 的 ID" }
    /// Part: what is different in the programme.
    IN_CSP { en: "What applies in CSP", de: "Was in CSP gilt", sv: "Vad som gäller i CSP", nl: "Wat in CSP geldt", zh: "CSP 中的规则" }
    /// A rule of the programme.
    CSP_ON_BEHALF {
        en: "A partner acts on behalf of the customer as an admin agent or billing administrator. That right comes from the partner relationship and isn't a role assignment.",
        de: "Ein Partner handelt im Auftrag des Kunden als Administrator-Agent oder Abrechnungsadministrator. Dieses Recht kommt aus der Partnerbeziehung und ist keine Rollenzuweisung.",
        sv: "En partner agerar för kundens räkning som administratörsagent eller faktureringsadministratör. Den rätten kommer från partnerrelationen och är ingen rolltilldelning.",
        nl: "Een partner handelt namens de klant als beheeragent of factureringsbeheerder. Dat recht komt uit de partnerrelatie en is geen roltoewijzing.",
        zh: "合作伙伴以管理代理或计费管理员身份代表客户操作。此权限来自合作伙伴关系，不是角色分配。"
    }
    /// A rule of the programme.
    CSP_GUEST {
        en: "A partner's user who is a guest in the customer's tenant can see reservations but can't refund or exchange them, whatever role is assigned here.",
        de: "Ein Benutzer des Partners, der Gast im Mandanten des Kunden ist, kann Reservierungen sehen, aber weder Rückerstattung noch Umtausch veranlassen, welche Rolle er hier auch hat.",
        sv: "En partneranvändare som är gäst i kundens klientorganisation kan se reservationer men inte återbetala eller byta dem, oavsett roll här.",
        nl: "Een gebruiker van de partner die gast is in de tenant van de klant kan reserveringen zien, maar ze niet retourneren of omruilen, welke rol hier ook is toegewezen.",
        zh: "作为客户租户来宾的合作伙伴用户可以查看预订，但无论在此授予何种角色，都不能退款或兑换。"
    }
    /// A rule of the programme.
    CSP_LIGHTHOUSE { en: "Azure Lighthouse doesn't apply to reservations.", de: "Azure Lighthouse gilt nicht für Reservierungen.", sv: "Azure Lighthouse gäller inte för reservationer.", nl: "Azure Lighthouse geldt niet voor reserveringen.", zh: "Azure Lighthouse 不适用于预订。" }
    /// Article behind the rules of the programme.
    CSP_ARTICLE { en: "Reservations in CSP: who can view and manage them", de: "Reservierungen in CSP: wer sie anzeigen und verwalten kann", sv: "Reservationer i CSP: vem som kan visa och hantera dem", nl: "Reserveringen in CSP: wie ze kan bekijken en beheren", zh: "CSP 中的预订：谁可以查看和管理" }
    /// What the page shows.
    ROLES_SUMMARY { en: "Who can do what here. Every request is checked against this table.", de: "Wer hier was darf. Jede Anforderung wird an dieser Tabelle geprüft.", sv: "Vem som får göra vad här. Varje begäran kontrolleras mot den här tabellen.", nl: "Wie hier wat mag. Elke aanvraag wordt aan deze tabel getoetst.", zh: "谁可以在此做什么。每个请求都按此表检查。" }
    /// What to try on the page.
    ROLES_HINT {
        en: "Choose another role at the top of the page to see what it can do. What a role can't do stays in its place, with the reason.",
        de: "Wählen Sie oben auf der Seite eine andere Rolle, um zu sehen, was sie darf. Was eine Rolle nicht darf, bleibt an seinem Platz, mit dem Grund.",
        sv: "Välj en annan roll högst upp på sidan för att se vad den får göra. Det en roll inte får göra står kvar på sin plats, med orsaken.",
        nl: "Kies bovenaan de pagina een andere rol om te zien wat die mag. Wat een rol niet mag, blijft op zijn plaats staan, met de reden.",
        zh: "在页面顶部选择其他角色，即可查看其权限。角色不能使用的功能仍会显示，并说明原因。"
    }
    /// Column: what may be done.
    PERMISSION { en: "Permission", de: "Berechtigung", sv: "Behörighet", nl: "Machtiging", zh: "权限" }
    /// Column: who says so.
    SOURCE { en: "Source", de: "Quelle", sv: "Källa", nl: "Bron", zh: "来源依据" }
    /// Who says that a guest may read. As all sources of the table it is found by its English words, in which
    /// the service tells it.
    SOURCE_GUEST_READS { en: "Azure documentation of {date}: a guest of the customer's tenant sees reservations", de: "Azure-Dokumentation vom {date}: ein Gast im Mandanten des Kunden sieht Reservierungen", sv: "Azure-dokumentationen från {date}: en gäst i kundens klientorganisation ser reservationer", nl: "Azure-documentatie van {date}: een gast in de tenant van de klant ziet reserveringen", zh: "{date} 的 Azure 文档：客户租户中的来宾可以查看预订" }
    /// Who says that a guest may not return anything.
    SOURCE_GUEST_ACTS { en: "Azure documentation of {date}: a guest of the customer's tenant cannot refund or exchange", de: "Azure-Dokumentation vom {date}: ein Gast im Mandanten des Kunden kann weder Rückerstattung noch Umtausch veranlassen", sv: "Azure-dokumentationen från {date}: en gäst i kundens klientorganisation kan varken återbetala eller byta", nl: "Azure-documentatie van {date}: een gast in de tenant van de klant kan niet retourneren of omruilen", zh: "{date} 的 Azure 文档：客户租户中的来宾不能退款或兑换" }
    /// Who says which roles may act.
    SOURCE_ROLES { en: "Partner Center article of {date}, “appropriate roles”", de: "Artikel im Partner Center vom {date}, „appropriate roles“", sv: "Partnercenter-artikeln från {date}, ”appropriate roles”", nl: "Partner Center-artikel van {date}, ‘appropriate roles’", zh: "{date} 的合作伙伴中心文章“appropriate roles”" }
    /// Who says which roles may change the configuration.
    SOURCE_CONFIGURATION { en: "Partner Center article of {date}, “appropriate roles”, entry Configuration", de: "Artikel im Partner Center vom {date}, „appropriate roles“, Eintrag Konfiguration", sv: "Partnercenter-artikeln från {date}, ”appropriate roles”, posten Konfiguration", nl: "Partner Center-artikel van {date}, ‘appropriate roles’, onderdeel Configuratie", zh: "{date} 的合作伙伴中心文章“appropriate roles”，“配置”项" }
    /// Who says which roles may manage access.
    SOURCE_ACCESS { en: "Partner Center article of {date}, “appropriate roles”, entry Access control (IAM)", de: "Artikel im Partner Center vom {date}, „appropriate roles“, Eintrag Zugriffssteuerung (IAM)", sv: "Partnercenter-artikeln från {date}, ”appropriate roles”, posten Åtkomstkontroll (IAM)", nl: "Partner Center-artikel van {date}, ‘appropriate roles’, onderdeel Toegangsbeheer (IAM)", zh: "{date} 的合作伙伴中心文章“appropriate roles”，“访问控制 (IAM)”项" }
    /// Who says which roles may ask support.
    SOURCE_SUPPORT { en: "Partner Center article of {date}, “appropriate roles”, entry New support request", de: "Artikel im Partner Center vom {date}, „appropriate roles“, Eintrag Neue Supportanfrage", sv: "Partnercenter-artikeln från {date}, ”appropriate roles”, posten Ny supportbegäran", nl: "Partner Center-artikel van {date}, ‘appropriate roles’, onderdeel Nieuwe ondersteuningsaanvraag", zh: "{date} 的合作伙伴中心文章“appropriate roles”，“新建支持请求”项" }
    /// Why only administrators choose the rules.
    SOURCE_SETTINGS { en: "the refund policy applies to every customer, so only administrators choose it", de: "die Rückerstattungsrichtlinie gilt für alle Kunden, deshalb legen nur Administratoren sie fest", sv: "återbetalningspolicyn gäller för alla kunder, därför väljer bara administratörer den", nl: "het restitutiebeleid geldt voor alle klanten, daarom kiezen alleen beheerders het", zh: "退款政策适用于所有客户，因此只有管理员可以选择" }
    /// Permission.
    MAY_READ { en: "View reservations and make quotes", de: "Reservierungen ansehen und Berechnungen erstellen", sv: "Visa reservationer och göra beräkningar", nl: "Reserveringen bekijken en berekeningen maken", zh: "查看预订和报价" }
    /// Permission.
    MAY_RETURN { en: "Return reservations", de: "Reservierungen zurückgeben", sv: "Lämna tillbaka reservationer", nl: "Reserveringen retourneren", zh: "退回预订" }
    /// Permission.
    MAY_EXCHANGE { en: "Exchange reservations", de: "Reservierungen umtauschen", sv: "Byta reservationer", nl: "Reserveringen omruilen", zh: "兑换预订" }
    /// Permission.
    MAY_CHANGE { en: "Change, split, merge and archive reservations", de: "Reservierungen ändern, teilen, zusammenführen und archivieren", sv: "Ändra, dela, slå samman och arkivera reservationer", nl: "Reserveringen wijzigen, splitsen, samenvoegen en archiveren", zh: "更改、拆分、合并和存档预订" }
    /// Permission.
    MAY_MANAGE_ACCESS { en: "Add and remove role assignments", de: "Rollenzuweisungen hinzufügen und entfernen", sv: "Lägga till och ta bort rolltilldelningar", nl: "Roltoewijzingen toevoegen en verwijderen", zh: "添加和移除角色分配" }
    /// Permission.
    MAY_ASK_SUPPORT { en: "Create and close support requests", de: "Supportanfragen erstellen und schließen", sv: "Skapa och stänga supportbegäranden", nl: "Ondersteuningsaanvragen maken en sluiten", zh: "创建和关闭支持请求" }
    /// Permission.
    MAY_CHANGE_SETTINGS { en: "Choose the refund policy", de: "Die geltende Rückerstattungsrichtlinie festlegen", sv: "Välja vilken återbetalningspolicy som gäller", nl: "Het geldende restitutiebeleid kiezen", zh: "选择生效的退款政策" }
    /// Permission.
    MAY_IMPORT { en: "Bring in your own reservations", de: "Eigene Reservierungen übernehmen", sv: "Ta in egna reservationer", nl: "Eigen reserveringen inlezen", zh: "导入自己的预订" }
    /// Permission.
    MAY_RESET { en: "Start the demo over", de: "Die Demo neu beginnen", sv: "Börja om demon", nl: "De demo opnieuw beginnen", zh: "重新开始演示" }
}
