//! Names of pages that stand on other pages as well, such as in the navigation.

use crate::catalogue;

catalogue! {
    /// Page and link: which role may do what in this application.
    ROLES { en: "Roles", de: "Rollen", sv: "Roller", nl: "Rollen", zh: "角色" }
    /// Title of the page.
    DATA { en: "Your data", de: "Ihre Daten", sv: "Dina data", nl: "Uw gegevens", zh: "您的数据" }
    /// Page and link.
    IMPORT { en: "Import", de: "Import", sv: "Importera", nl: "Importeren", zh: "导入" }
    /// Heading; also the links to it.
    PORTFOLIO { en: "Portfolio", de: "Portfolio", sv: "Portfölj", nl: "Portfolio", zh: "预订组合" }
    /// The page.
    QUICK_QUOTE { en: "Quick quote", de: "Schnellberechnung", sv: "Snabbberäkning", nl: "Snelle berekening", zh: "快速报价" }
    /// Heading; also the links to it.
    RADAR { en: "Radar", de: "Radar", sv: "Radar", nl: "Radar", zh: "到期与变更提醒" }
    /// Page and link.
    RECONCILE { en: "Reconciliation", de: "Abgleich", sv: "Avstämning", nl: "Afstemming", zh: "对账" }
    /// The page.
    START { en: "Getting started", de: "Erste Schritte", sv: "Kom igång", nl: "Aan de slag", zh: "开始使用" }
}
