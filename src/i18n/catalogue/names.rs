//! What the values in a record are called: states, terms, scopes, products.
//!
//! Names that Microsoft does not translate are the same in every language and stand in `i18n::names`.

use crate::catalogue;

catalogue! {
    /// Displayed state: the reservation runs.
    STATUS_SUCCEEDED { en: "Succeeded", de: "Erfolgreich", sv: "Lyckades", nl: "Geslaagd", zh: "成功" }
    /// Displayed state: it runs and ends within 30 days.
    STATUS_EXPIRING { en: "Expiring soon", de: "Läuft bald ab", sv: "Löper snart ut", nl: "Verloopt binnenkort", zh: "即将到期" }
    /// Displayed state: its term is over.
    STATUS_EXPIRED { en: "Expired", de: "Abgelaufen", sv: "Har löpt ut", nl: "Verlopen", zh: "已到期" }
    /// Displayed state: it was given back, split or merged.
    STATUS_CANCELLED { en: "Cancelled", de: "Storniert", sv: "Annullerad", nl: "Geannuleerd", zh: "已取消" }
    /// Displayed state: something is under way.
    STATUS_PENDING { en: "Pending", de: "Ausstehend", sv: "Väntar", nl: "In behandeling", zh: "待处理" }
    /// Displayed state: the purchase is being carried out.
    STATUS_PROCESSING { en: "Processing", de: "Wird verarbeitet", sv: "Bearbetas", nl: "Wordt verwerkt", zh: "正在处理" }
    /// Displayed state: the purchase did not succeed.
    STATUS_FAILED { en: "Failed", de: "Fehlgeschlagen", sv: "Misslyckades", nl: "Mislukt", zh: "失败" }
    /// Displayed state: it runs, and needs attention.
    STATUS_WARNING { en: "Warning", de: "Warnung", sv: "Varning", nl: "Waarschuwing", zh: "警告" }
    /// Displayed state: it runs and nothing is covered by it.
    STATUS_NO_BENEFIT { en: "No benefit", de: "Kein Vorteil", sv: "Ingen förmån", nl: "Geen voordeel", zh: "无权益" }

    /// Provisioning state.
    STATE_CREATING { en: "Being created", de: "Wird erstellt", sv: "Skapas", nl: "Wordt gemaakt", zh: "正在创建" }
    /// Provisioning state.
    STATE_PENDING_RESOURCE_HOLD { en: "Resource hold pending", de: "Ressourcenvormerkung ausstehend", sv: "Väntar på resursbokning", nl: "Resourcetoewijzing in behandeling", zh: "等待资源保留" }
    /// Provisioning state.
    STATE_CONFIRMED_RESOURCE_HOLD { en: "Resource hold confirmed", de: "Ressourcenvormerkung bestätigt", sv: "Resursbokning bekräftad", nl: "Resourcetoewijzing bevestigd", zh: "资源保留已确认" }
    /// Provisioning state.
    STATE_PENDING_CAPACITY { en: "Capacity pending", de: "Kapazität ausstehend", sv: "Väntar på kapacitet", nl: "Capaciteit in behandeling", zh: "等待容量" }
    /// Provisioning state.
    STATE_CONFIRMED_CAPACITY { en: "Capacity confirmed", de: "Kapazität bestätigt", sv: "Kapacitet bekräftad", nl: "Capaciteit bevestigd", zh: "容量已确认" }
    /// Provisioning state.
    STATE_PENDING_BILLING { en: "Billing pending", de: "Abrechnung ausstehend", sv: "Väntar på fakturering", nl: "Facturering in behandeling", zh: "等待计费" }
    /// Provisioning state.
    STATE_CONFIRMED_BILLING { en: "Billing confirmed", de: "Abrechnung bestätigt", sv: "Fakturering bekräftad", nl: "Facturering bevestigd", zh: "计费已确认" }
    /// Provisioning state.
    STATE_CREATED { en: "Created", de: "Erstellt", sv: "Skapad", nl: "Gemaakt", zh: "已创建" }
    /// Provisioning state.
    STATE_BILLING_FAILED { en: "Billing failed", de: "Abrechnung fehlgeschlagen", sv: "Faktureringen misslyckades", nl: "Facturering mislukt", zh: "计费失败" }
    /// Provisioning state: others took its place.
    STATE_SPLIT { en: "Split", de: "Geteilt", sv: "Delad", nl: "Gesplitst", zh: "已拆分" }
    /// Provisioning state: another one took its place.
    STATE_MERGED { en: "Merged", de: "Zusammengeführt", sv: "Sammanslagen", nl: "Samengevoegd", zh: "已合并" }

    /// How long a reservation runs.
    TERM_1_MONTH { en: "1 month", de: "1 Monat", sv: "1 månad", nl: "1 maand", zh: "1 个月" }
    /// How long a reservation runs.
    TERM_1_YEAR { en: "1 year", de: "1 Jahr", sv: "1 år", nl: "1 jaar", zh: "1 年" }
    /// How long a reservation runs.
    TERM_3_YEARS { en: "3 years", de: "3 Jahre", sv: "3 år", nl: "3 jaar", zh: "3 年" }
    /// How long a reservation runs.
    TERM_5_YEARS { en: "5 years", de: "5 Jahre", sv: "5 år", nl: "5 jaar", zh: "5 年" }

    /// Scope: every subscription of the billing account.
    SCOPE_SHARED { en: "Shared", de: "Freigegeben", sv: "Delat", nl: "Gedeeld", zh: "共享" }
    /// Scope: one subscription.
    SCOPE_SUBSCRIPTION { en: "Single subscription", de: "Einzelnes Abonnement", sv: "Enskild prenumeration", nl: "Eén abonnement", zh: "单个订阅" }
    /// Scope: one resource group.
    SCOPE_RESOURCE_GROUP { en: "Single resource group", de: "Einzelne Ressourcengruppe", sv: "Enskild resursgrupp", nl: "Eén resourcegroep", zh: "单个资源组" }
    /// Scope: every subscription below a management group.
    SCOPE_MANAGEMENT_GROUP { en: "Management group", de: "Verwaltungsgruppe", sv: "Hanteringsgrupp", nl: "Beheergroep", zh: "管理组" }

    /// Kind of product.
    TYPE_VIRTUAL_MACHINES { en: "Virtual machines", de: "Virtuelle Computer", sv: "Virtuella datorer", nl: "Virtuele machines", zh: "虚拟机" }
    /// Kind of product.
    TYPE_VM_SOFTWARE { en: "Virtual machine software", de: "Software für virtuelle Computer", sv: "Programvara för virtuella datorer", nl: "Software voor virtuele machines", zh: "虚拟机软件" }
    /// Kind of product.
    TYPE_DEDICATED_HOST { en: "Dedicated hosts", de: "Dedizierte Hosts", sv: "Dedikerade värdar", nl: "Toegewezen hosts", zh: "专用主机" }
    /// Kind of product.
    TYPE_MANAGED_DISK { en: "Managed disks", de: "Verwaltete Datenträger", sv: "Hanterade diskar", nl: "Beheerde schijven", zh: "托管磁盘" }

    /// Region: the product is not bound to one.
    REGION_GLOBAL { en: "Global", de: "Global", sv: "Global", nl: "Wereldwijd", zh: "全球" }
}
