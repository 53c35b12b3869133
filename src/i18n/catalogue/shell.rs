//! The frame around every page.

use crate::catalogue;

catalogue! {
    /// First link of the page, for the keyboard.
    SKIP_TO_CONTENT { en: "Skip to content", de: "Zum Inhalt springen", sv: "Hoppa till innehållet", nl: "Naar de inhoud", zh: "跳到正文" }
    /// Name of the link to the first page, for screen readers.
    HOME { en: "Prorata, home", de: "Prorata, Startseite", sv: "Prorata, startsida", nl: "Prorata, startpagina", zh: "Prorata，首页" }
    /// Name of the navigation, for screen readers.
    NAVIGATION { en: "Main", de: "Hauptnavigation", sv: "Huvudnavigering", nl: "Hoofdnavigatie", zh: "主导航" }
    /// Navigation: the customer list.
    NAV_CUSTOMERS { en: "Customers", de: "Kunden", sv: "Kunder", nl: "Klanten", zh: "客户" }
    /// Navigation: the articles about Azure reservations.
    NAV_RESOURCES { en: "Resources", de: "Ressourcen", sv: "Resurser", nl: "Bronnen", zh: "资源" }
    /// Button that opens what has no room in the header of a narrow screen.
    MENU { en: "Menu", de: "Menü", sv: "Meny", nl: "Menu", zh: "菜单" }
    /// Name of the row that says what the page is about and by which rules.
    CONTEXT { en: "In force on every page", de: "Gilt auf jeder Seite", sv: "Gäller på alla sidor", nl: "Geldt op elke pagina", zh: "对所有页面生效" }
    /// Label of the customer that the page is about.
    CUSTOMER { en: "Customer", de: "Kunde", sv: "Kund", nl: "Klant", zh: "客户" }

    /// Label of the choice of language.
    LANGUAGE { en: "Language", de: "Sprache", sv: "Språk", nl: "Taal", zh: "语言" }
    /// Button that opens the choices about the look of pages.
    DISPLAY { en: "Display", de: "Anzeige", sv: "Visning", nl: "Weergave", zh: "显示" }
    /// Label of the choice of colours.
    THEME { en: "Theme", de: "Design", sv: "Tema", nl: "Thema", zh: "主题" }
    /// Colours as the system has them.
    THEME_SYSTEM { en: "System", de: "System", sv: "System", nl: "Systeem", zh: "跟随系统" }
    /// Dark text on light.
    THEME_LIGHT { en: "Light", de: "Hell", sv: "Ljust", nl: "Licht", zh: "浅色" }
    /// Light text on dark.
    THEME_DARK { en: "Dark", de: "Dunkel", sv: "Mörkt", nl: "Donker", zh: "深色" }
    /// Label of the choice of how close together things stand.
    DENSITY { en: "Density", de: "Dichte", sv: "Täthet", nl: "Dichtheid", zh: "密度" }
    /// Things stand far apart.
    DENSITY_COMFORTABLE { en: "Comfortable", de: "Geräumig", sv: "Luftig", nl: "Ruim", zh: "宽松" }
    /// More fits on a screen.
    DENSITY_COMPACT { en: "Compact", de: "Kompakt", sv: "Kompakt", nl: "Compact", zh: "紧凑" }

    /// Label of the choice of role.
    ROLE { en: "Role", de: "Rolle", sv: "Roll", nl: "Rol", zh: "角色" }
    /// Role of Partner Center.
    ROLE_ADMIN_AGENT { en: "Admin agent", de: "Administrator-Agent", sv: "Administratörsagent", nl: "Beheeragent", zh: "管理代理" }
    /// Role of Partner Center.
    ROLE_GLOBAL_ADMIN { en: "Global admin", de: "Globaler Administrator", sv: "Global administratör", nl: "Globale beheerder", zh: "全局管理员" }
    /// Role of Partner Center.
    ROLE_HELPDESK_AGENT { en: "Helpdesk agent", de: "Helpdesk-Agent", sv: "Supportagent", nl: "Helpdeskmedewerker", zh: "支持人员代理" }
    /// Role of Partner Center.
    ROLE_SALES_AGENT { en: "Sales agent", de: "Vertriebsbeauftragter", sv: "Försäljningsagent", nl: "Verkoopagent", zh: "销售代理" }
    /// Role of Partner Center.
    ROLE_USER_MANAGEMENT_ADMIN { en: "User management admin", de: "Benutzerverwaltungsadministrator", sv: "Administratör för användarhantering", nl: "Beheerder gebruikersbeheer", zh: "用户管理管理员" }
    /// Any other role.
    ROLE_GUEST { en: "None of these", de: "Keine davon", sv: "Ingen av dessa", nl: "Geen van deze", zh: "以上皆非" }
    /// What one of the five roles may do.
    ROLE_MAY_ACT { en: "full access", de: "Vollzugriff", sv: "full åtkomst", nl: "volledige toegang", zh: "完全访问" }
    /// What a role may do that has some of the rights.
    ROLE_MAY_SOME { en: "limited access", de: "eingeschränkter Zugriff", sv: "begränsad åtkomst", nl: "beperkte toegang", zh: "有限访问" }
    /// What any other role may do.
    ROLE_MAY_READ { en: "read only", de: "nur Lesen", sv: "endast läsning", nl: "alleen lezen", zh: "只读" }
    /// What the choice of role does in the demonstration.
    ROLE_HINT {
        en: "The demo asks in this role. Everyone can view; only the five roles of Partner Center can refund and exchange, and everyone else is refused.",
        de: "Die Demo fragt in dieser Rolle an. Lesen dürfen alle; Rückerstattung und Umtausch sind nur in den fünf Rollen des Partner Center erlaubt, alle anderen werden abgewiesen.",
        sv: "Demon frågar i den här rollen. Alla får läsa; återbetalning och byte tillåts bara för de fem rollerna i Partnercenter, och alla andra nekas.",
        nl: "De demo vraagt in deze rol. Iedereen mag lezen; restitutie en omruilen zijn alleen toegestaan voor de vijf rollen van Partner Center, en alle anderen worden geweigerd.",
        zh: "演示以此角色发出请求。任何人都可以查看；只有合作伙伴中心的五种角色可以退款和兑换，其他人会被拒绝。"
    }

    /// Label of the choice of policy.
    POLICY { en: "Refund policy", de: "Richtlinie", sv: "Policy", nl: "Beleid", zh: "退款政策" }
    /// A policy by its publisher and the date of its edition.
    POLICY_NAME { en: "{publisher}, {date}", de: "{publisher}, {date}", sv: "{publisher}, {date}", nl: "{publisher}, {date}", zh: "{publisher}，{date}" }
    /// The policy by which returns are carried out, among the others.
    POLICY_IN_FORCE { en: "{name} (in force)", de: "{name} (in Kraft)", sv: "{name} (gäller)", nl: "{name} (van kracht)", zh: "{name}（生效中）" }
    /// Quotes follow another policy than the one by which returns are carried out.
    CARRIED_OUT_UNDER {
        en: "Returns are carried out under {name}.",
        de: "Rückgaben werden nach {name} ausgeführt.",
        sv: "Returer genomförs enligt {name}.",
        nl: "Retouren worden uitgevoerd volgens {name}.",
        zh: "退回按 {name} 执行。"
    }
    /// Button: quote under the policy in force.
    QUOTE_IN_FORCE { en: "Quote under this policy", de: "Nach dieser Richtlinie berechnen", sv: "Beräkna enligt den policyn", nl: "Volgens dat beleid berekenen", zh: "按此政策报价" }
    /// Button: asks whether the chosen policy is to be the one in force.
    CHANGE_IN_FORCE { en: "Change the policy in force…", de: "Geltende Richtlinie ändern …", sv: "Ändra gällande policy …", nl: "Geldend beleid wijzigen…", zh: "更改生效政策…" }
    /// Title of that question.
    CHANGE_IN_FORCE_TITLE { en: "Change the refund policy in force?", de: "Geltende Rückerstattungsrichtlinie ändern?", sv: "Ändra vilken återbetalningspolicy som gäller?", nl: "Geldend restitutiebeleid wijzigen?", zh: "更改生效的退款政策？" }
    /// What it means.
    CHANGE_IN_FORCE_MEANS {
        en: "From then on, returns and exchanges of all customers are carried out under {name}. The change is recorded.",
        de: "Rückgaben und Umtausche aller Kunden werden dann nach {name} ausgeführt. Die Änderung wird protokolliert.",
        sv: "Därefter genomförs returer och byten för alla kunder enligt {name}. Ändringen loggas.",
        nl: "Vanaf dan worden retouren en omruilingen van alle klanten uitgevoerd volgens {name}. De wijziging wordt vastgelegd.",
        zh: "此后，所有客户的退回和兑换均按 {name} 执行。此更改会被记录。"
    }
    /// Button: confirms.
    CHANGE_CONFIRM { en: "Change it for everyone", de: "Für alle ändern", sv: "Ändra för alla", nl: "Voor iedereen wijzigen", zh: "为所有客户更改" }
    /// While the setting is being changed.
    CHANGING { en: "Changing…", de: "Wird geändert …", sv: "Ändrar …", nl: "Wordt gewijzigd…", zh: "正在更改…" }
    /// Publisher of rules.
    PUBLISHER_PARTNER_CENTER { en: "Partner Center", de: "Partner Center", sv: "Partnercenter", nl: "Partner Center", zh: "合作伙伴中心" }
    /// Publisher of rules.
    PUBLISHER_AZURE { en: "Azure", de: "Azure", sv: "Azure", nl: "Azure", zh: "Azure" }
    /// What a policy says about the fee.
    POLICY_NO_FEE { en: "no fee", de: "keine Gebühr", sv: "ingen avgift", nl: "geen kosten", zh: "不收费" }
    /// What a policy says about the fee: its rate.
    POLICY_FEE { en: "{rate} fee", de: "{rate} Gebühr", sv: "{rate} avgift", nl: "{rate} kosten", zh: "收费 {rate}" }
    /// What a policy says about the fee, when its rate is assumed.
    POLICY_FEE_ASSUMED { en: "fee, assumed {rate}", de: "Gebühr, angenommen {rate}", sv: "avgift, antas {rate}", nl: "kosten, aangenomen {rate}", zh: "收费，假定 {rate}" }
    /// What a policy says about returns over the limit: they are paid up to it.
    POLICY_CAPPED { en: "pays up to {limit} a year", de: "zahlt bis {limit} im Jahr", sv: "betalar upp till {limit} per år", nl: "betaalt tot {limit} per jaar", zh: "每年最多支付 {limit}" }
    /// What a policy says about returns over the limit: they are refused.
    POLICY_REFUSED { en: "refuses beyond {limit} a year", de: "lehnt über {limit} im Jahr ab", sv: "nekar över {limit} per år", nl: "weigert boven {limit} per jaar", zh: "每年超过 {limit} 即拒绝" }
    /// Two facts in a row.
    FACTS { en: "{first} · {second}", de: "{first} · {second}", sv: "{first} · {second}", nl: "{first} · {second}", zh: "{first} · {second}" }

    /// Button that opens what can be done with all records.
    DEMO_DATA { en: "Demo data", de: "Demodaten", sv: "Demodata", nl: "Demogegevens", zh: "演示数据" }
    /// What the records of the demonstration are.
    DEMO_EXPLANATION {
        en: "All customers and reservations are invented and kept in this browser.",
        de: "Alle Kunden und Reservierungen sind erfunden und bleiben in diesem Browser.",
        sv: "Alla kunder och reservationer är påhittade och sparas i den här webbläsaren.",
        nl: "Alle klanten en reserveringen zijn verzonnen en blijven in deze browser.",
        zh: "所有客户和预订均为虚构，仅保存在此浏览器中。"
    }
    /// Replace all records by those of the demonstration.
    RESET { en: "Restore demo data…", de: "Demodaten wiederherstellen …", sv: "Återställ demodata …", nl: "Demogegevens herstellen…", zh: "恢复演示数据…" }
    /// Remove all records.
    EMPTY { en: "Start empty…", de: "Leer beginnen …", sv: "Börja tomt …", nl: "Leeg beginnen…", zh: "清空并重新开始…" }
    /// Question before all records are replaced.
    RESET_TITLE { en: "Restore the demo data?", de: "Demodaten wiederherstellen?", sv: "Återställa demodata?", nl: "Demogegevens herstellen?", zh: "恢复演示数据？" }
    /// What is lost when all records are replaced.
    RESET_LOSES {
        en: "Every refund and every change you made here is lost. The invented customers and reservations come back as they were, with dates counted from today.",
        de: "Alle Rückerstattungen und Änderungen, die Sie hier vorgenommen haben, gehen verloren. Die erfundenen Kunden und Reservierungen kommen zurück, wie sie waren, mit Daten ab heute gerechnet.",
        sv: "Alla återbetalningar och ändringar som du har gjort här går förlorade. De påhittade kunderna och reservationerna kommer tillbaka som de var, med datum räknade från i dag.",
        nl: "Elke restitutie en elke wijziging die u hier hebt gedaan, gaat verloren. De verzonnen klanten en reserveringen komen terug zoals ze waren, met datums gerekend vanaf vandaag.",
        zh: "您在此处进行的所有退款和更改都将丢失。虚构的客户和预订将恢复原状，日期从今天起算。"
    }
    /// Button that replaces all records.
    RESET_CONFIRM { en: "Restore", de: "Wiederherstellen", sv: "Återställ", nl: "Herstellen", zh: "恢复" }
    /// Question before all records are removed.
    EMPTY_TITLE { en: "Remove all data?", de: "Alle Daten entfernen?", sv: "Ta bort alla data?", nl: "Alle gegevens verwijderen?", zh: "移除所有数据？" }
    /// What is lost when all records are removed.
    EMPTY_LOSES {
        en: "All customers, reservations, refunds and changes are removed from this browser. You can restore the demo data later, but not your changes.",
        de: "Alle Kunden, Reservierungen, Rückerstattungen und Änderungen werden aus diesem Browser entfernt. Die Demodaten können Sie später wiederherstellen, Ihre Änderungen nicht.",
        sv: "Alla kunder, reservationer, återbetalningar och ändringar tas bort från den här webbläsaren. Du kan återställa demodata senare, men inte dina ändringar.",
        nl: "Alle klanten, reserveringen, restituties en wijzigingen worden uit deze browser verwijderd. U kunt de demogegevens later herstellen, maar uw wijzigingen niet.",
        zh: "所有客户、预订、退款和更改都将从此浏览器中移除。您以后可以恢复演示数据，但无法恢复您的更改。"
    }
    /// Button that removes all records.
    EMPTY_CONFIRM { en: "Remove all", de: "Alle entfernen", sv: "Ta bort alla", nl: "Alles verwijderen", zh: "全部移除" }
    /// While all records are being replaced.
    REPLACING { en: "Replacing all data…", de: "Alle Daten werden ersetzt …", sv: "Alla data ersätts …", nl: "Alle gegevens worden vervangen…", zh: "正在替换所有数据…" }
    /// The records could not be replaced; followed by the reason.
    NOT_REPLACED { en: "Nothing was changed.", de: "Es wurde nichts geändert.", sv: "Inget har ändrats.", nl: "Er is niets gewijzigd.", zh: "未做任何更改。" }
    /// The records were replaced.
    RESET_DONE { en: "The demo data is back.", de: "Die Demodaten sind wiederhergestellt.", sv: "Demodata har återställts.", nl: "De demogegevens zijn hersteld.", zh: "演示数据已恢复。" }
    /// The records were removed.
    EMPTY_DONE { en: "All data was removed.", de: "Alle Daten wurden entfernt.", sv: "Alla data har tagits bort.", nl: "Alle gegevens zijn verwijderd.", zh: "所有数据均已移除。" }

    /// Heading over the links to the publications that the rules were read from.
    SOURCES { en: "Where the refund policy comes from", de: "Woher die Rückerstattungsrichtlinie stammt", sv: "Varifrån återbetalningspolicyn kommer", nl: "Waar het restitutiebeleid vandaan komt", zh: "退款政策的来源" }
    /// Name and version of the application.
    VERSION { en: "Prorata {version}", de: "Prorata {version}", sv: "Prorata {version}", nl: "Prorata {version}", zh: "Prorata {version}" }
    /// The licence of the source code.
    LICENCE { en: "License: MIT or Apache-2.0", de: "Lizenz: MIT oder Apache-2.0", sv: "Licens: MIT eller Apache-2.0", nl: "Licentie: MIT of Apache-2.0", zh: "许可证：MIT 或 Apache-2.0" }
    /// Whose product it is not.
    NOT_AFFILIATED {
        en: "Not affiliated with Microsoft. Check amounts against Azure's own quote before you act.",
        de: "Nicht mit Microsoft verbunden. Prüfen Sie Beträge anhand der Berechnung von Azure, bevor Sie handeln.",
        sv: "Har ingen koppling till Microsoft. Kontrollera beloppen mot Azures egen beräkning innan du agerar.",
        nl: "Niet verbonden aan Microsoft. Controleer bedragen met de berekening van Azure zelf voordat u iets doet.",
        zh: "与 Microsoft 无关联。操作前请与 Azure 的报价核对金额。"
    }

    /// Title of the page for an address that leads nowhere.
    NOT_FOUND { en: "This page doesn't exist", de: "Diese Seite gibt es nicht", sv: "Sidan finns inte", nl: "Deze pagina bestaat niet", zh: "此页面不存在" }
    /// What to do on that page.
    NOT_FOUND_ADVICE {
        en: "The address may have a typing error, or the link may be from another version. Start with the customers.",
        de: "Die Adresse enthält vielleicht einen Tippfehler, oder der Link stammt aus einer anderen Version. Beginnen Sie bei den Kunden.",
        sv: "Adressen kan innehålla ett skrivfel, eller så kommer länken från en annan version. Börja med kunderna.",
        nl: "Het adres bevat misschien een typefout, of de link komt uit een andere versie. Begin bij de klanten.",
        zh: "地址可能有拼写错误，或者链接来自其他版本。请从客户列表开始。"
    }

    /// The module of a page could not be downloaded.
    PAGE_NOT_LOADED { en: "This page couldn't be downloaded", de: "Diese Seite konnte nicht heruntergeladen werden", sv: "Den här sidan kunde inte hämtas", nl: "Deze pagina kon niet worden gedownload", zh: "无法下载此页面" }
    /// What to do about it.
    PAGE_NOT_LOADED_ADVICE {
        en: "Check your network connection, then try again. If that doesn't help, Prorata may have been updated meanwhile: reload the page in the browser.",
        de: "Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut. Hilft das nicht, wurde Prorata vielleicht inzwischen aktualisiert: Laden Sie die Seite im Browser neu.",
        sv: "Kontrollera nätverksanslutningen och försök igen. Om det inte hjälper kan Prorata ha uppdaterats under tiden: läs in sidan på nytt i webbläsaren.",
        nl: "Controleer uw netwerkverbinding en probeer het opnieuw. Helpt dat niet, dan is Prorata misschien intussen bijgewerkt: laad de pagina opnieuw in de browser.",
        zh: "请检查网络连接，然后重试。如果仍然无效，Prorata 可能已在此期间更新：请在浏览器中重新加载页面。"
    }
    /// Title in the place of a question that was to be asked before something is changed.
    NOT_ASKED { en: "Nothing was changed", de: "Es wurde nichts geändert", sv: "Inget har ändrats", nl: "Er is niets gewijzigd", zh: "未做任何更改" }
    /// Why: it has to be downloaded first.
    QUESTION_NOT_LOADED { en: "What comes next couldn't be downloaded", de: "Der nächste Schritt konnte nicht heruntergeladen werden", sv: "Nästa steg kunde inte hämtas", nl: "De volgende stap kon niet worden gedownload", zh: "无法下载下一步" }
    /// Why a control is not available: the role; `{roles}` may.
    NEEDS_ROLE {
        en: "Your role can't do this. Roles that can: {roles}.",
        de: "Mit Ihrer Rolle ist das nicht möglich. Rollen, die es dürfen: {roles}.",
        sv: "Din roll kan inte göra detta. Roller som kan: {roles}.",
        nl: "Met uw rol kan dit niet. Rollen waarmee het kan: {roles}.",
        zh: "您的角色无法执行此操作。可执行的角色：{roles}。"
    }
    /// Link to the page, on a first visit.
    WELCOME { en: "New here? See what Prorata does", de: "Neu hier? Sehen Sie, was Prorata kann", sv: "Ny här? Se vad Prorata gör", nl: "Nieuw hier? Bekijk wat Prorata doet", zh: "初次使用？了解 Prorata 的功能" }
}
