//! The page of articles about Azure reservations.

use crate::catalogue;

catalogue! {
    /// Title of the page with the articles.
    RESOURCES { en: "Resources", de: "Ressourcen", sv: "Resurser", nl: "Bronnen", zh: "资源" }
    /// What the page with the articles holds.
    RESOURCES_SUMMARY {
        en: "Microsoft's own articles about Azure reservations, in your language.",
        de: "Microsofts eigene Artikel zu Azure-Reservierungen, in Ihrer Sprache.",
        sv: "Microsofts egna artiklar om Azure-reservationer, på ditt språk.",
        nl: "De artikelen van Microsoft zelf over Azure-reserveringen, in uw taal.",
        zh: "Microsoft 关于 Azure 预订的官方文章（您的语言版本）。"
    }
    /// Heading over the articles for partners.
    FOR_PARTNERS { en: "In the Cloud Solution Provider program", de: "Im Cloud Solution Provider-Programm", sv: "I Cloud Solution Provider-programmet", nl: "In het Cloud Solution Provider-programma", zh: "云解决方案提供商计划" }
    /// Heading over the article for everyone else.
    FOR_OTHERS { en: "For every other agreement", de: "Für alle anderen Verträge", sv: "För alla andra avtal", nl: "Voor elke andere overeenkomst", zh: "其他协议" }
    /// Article: overview.
    ARTICLE_OVERVIEW { en: "Azure reservations in CSP: overview", de: "Azure-Reservierungen in CSP: Übersicht", sv: "Azure-reservationer i CSP: översikt", nl: "Azure-reserveringen in CSP: overzicht", zh: "CSP 中的 Azure 预订：概述" }
    /// Article: managing, cancelling, exchanging, refunding.
    ARTICLE_MANAGE { en: "Manage, cancel, exchange, or refund reservations", de: "Reservierungen verwalten, stornieren, umtauschen oder zurückerstatten", sv: "Hantera, annullera, byta eller få återbetalning för reservationer", nl: "Reserveringen beheren, annuleren, omruilen of retourneren", zh: "管理、取消、兑换预订或申请预订退款" }
    /// Article: buying.
    ARTICLE_BUYING { en: "Buy Azure reservations for customers", de: "Azure-Reservierungen für Kunden kaufen", sv: "Köpa Azure-reservationer åt kunder", nl: "Azure-reserveringen kopen voor klanten", zh: "为客户购买 Azure 预订" }
    /// Article: choosing the size of virtual machines.
    ARTICLE_SIZING { en: "Choose the size of virtual machines from usage", de: "Die Größe virtueller Computer anhand der Nutzung wählen", sv: "Välja storlek på virtuella datorer utifrån användning", nl: "De grootte van virtuele machines kiezen op basis van gebruik", zh: "根据使用情况选择虚拟机大小" }
    /// Article: buying by API.
    ARTICLE_API { en: "Buy Azure reservations through the API", de: "Azure-Reservierungen über die API kaufen", sv: "Köpa Azure-reservationer via API:et", nl: "Azure-reserveringen kopen via de API", zh: "通过 API 购买 Azure 预订" }
    /// Article: letting customers buy for themselves.
    ARTICLE_PERMISSION { en: "Give customers permission to buy reservations", de: "Kunden das Kaufen von Reservierungen erlauben", sv: "Ge kunder behörighet att köpa reservationer", nl: "Klanten toestemming geven om reserveringen te kopen", zh: "授予客户购买预订的权限" }
    /// Article: reservations outside of the programme.
    ARTICLE_GENERAL { en: "Azure reservations: general documentation", de: "Azure-Reservierungen: allgemeine Dokumentation", sv: "Azure-reservationer: allmän dokumentation", nl: "Azure-reserveringen: algemene documentatie", zh: "Azure 预订：通用文档" }
    /// Whom that article is for.
    ARTICLE_GENERAL_FOR {
        en: "Pay-as-you-go, individual, Microsoft Customer Agreement and Enterprise Agreement subscriptions follow rules of their own.",
        de: "Für nutzungsbasierte und einzelne Abonnements, Microsoft-Kundenvereinbarung und Enterprise Agreement gelten eigene Regeln.",
        sv: "För prenumerationer med betala per användning, enskilda prenumerationer, Microsoft-kundavtal och Enterprise-avtal gäller egna regler.",
        nl: "Voor abonnementen met betalen per gebruik, individuele abonnementen, de Microsoft-klantovereenkomst en de Enterprise Agreement gelden eigen regels.",
        zh: "即用即付订阅、个人订阅、Microsoft 客户协议和企业协议订阅适用各自的规则。"
    }
}
