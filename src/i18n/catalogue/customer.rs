//! One customer's page: the list of reservations, what is selected in it, and what cannot be read.

use crate::catalogue;

catalogue! {
    /// Message on the customer's page: what follows from the agreement.
    NOT_IN_CSP_TITLE { en: "This customer isn't in the Cloud Solution Provider program", de: "Dieser Kunde nimmt nicht am Cloud Solution Provider-Programm teil", sv: "Kunden ingår inte i programmet Cloud Solution Provider", nl: "Deze klant valt niet onder het Cloud Solution Provider-programma", zh: "该客户不在云解决方案提供商计划中" }
    /// The same, in full.
    NOT_IN_CSP_WHY {
        en: "The reservations were bought under another agreement ({agreement}). You can view them and make quotes, which are marked; the customer manages and returns them in the Azure portal.",
        de: "Die Reservierungen wurden unter einem anderen Vertrag gekauft ({agreement}). Sie können sie ansehen und Berechnungen erstellen, die gekennzeichnet sind; der Kunde verwaltet sie im Azure-Portal und gibt sie dort zurück.",
        sv: "Reservationerna köptes under ett annat avtal ({agreement}). Du kan visa dem och göra beräkningar, som märks ut; kunden hanterar och lämnar tillbaka dem i Azure-portalen.",
        nl: "De reserveringen zijn onder een andere overeenkomst gekocht ({agreement}). U kunt ze bekijken en berekeningen maken, die gemarkeerd zijn; de klant beheert en retourneert ze in de Azure-portal.",
        zh: "这些预订是根据其他协议（{agreement}）购买的。您可以查看并报价（报价会有标记）；客户在 Azure 门户中自行管理和退回。"
    }
    /// Mark of a quote for such a customer.
    NOT_IN_CSP_QUOTE {
        en: "Not in CSP ({agreement}): this quote follows the refund policy of CSP, which isn't the one of this agreement. A partner can't carry it out.",
        de: "Nicht in CSP ({agreement}): Diese Berechnung folgt der Rückerstattungsrichtlinie von CSP, die für diesen Vertrag nicht gilt. Ein Partner kann sie nicht ausführen.",
        sv: "Inte i CSP ({agreement}): beräkningen följer återbetalningspolicyn för CSP, som inte gäller för det här avtalet. En partner kan inte genomföra den.",
        nl: "Niet in CSP ({agreement}): deze berekening volgt het restitutiebeleid van CSP, dat voor deze overeenkomst niet geldt. Een partner kan deze niet uitvoeren.",
        zh: "非 CSP（{agreement}）：本报价遵循 CSP 的退款政策，而该协议不适用此政策。合作伙伴无法执行。"
    }
    /// Link to the general documentation.
    GENERAL_DOCUMENTATION { en: "Azure reservations outside CSP", de: "Azure-Reservierungen außerhalb von CSP", sv: "Azure-reservationer utanför CSP", nl: "Azure-reserveringen buiten CSP", zh: "CSP 之外的 Azure 预订" }
    /// Why Refund is not available.
    REFUND_NEEDS_CSP {
        en: "A partner can only return reservations bought in the Cloud Solution Provider program.",
        de: "Ein Partner kann nur Reservierungen zurückgeben, die im Cloud Solution Provider-Programm gekauft wurden.",
        sv: "En partner kan bara lämna tillbaka reservationer som köpts i programmet Cloud Solution Provider.",
        nl: "Een partner kan alleen reserveringen retourneren die in het Cloud Solution Provider-programma zijn gekocht.",
        zh: "合作伙伴只能退回在云解决方案提供商计划中购买的预订。"
    }
    /// Why something cannot be changed for such a customer.
    CHANGE_NEEDS_CSP {
        en: "The customer manages these reservations in the Azure portal: they weren't bought in the Cloud Solution Provider program.",
        de: "Der Kunde verwaltet diese Reservierungen im Azure-Portal: Sie wurden nicht im Cloud Solution Provider-Programm gekauft.",
        sv: "Kunden hanterar reservationerna i Azure-portalen: de köptes inte i programmet Cloud Solution Provider.",
        nl: "De klant beheert deze reserveringen in de Azure-portal: ze zijn niet in het Cloud Solution Provider-programma gekocht.",
        zh: "客户在 Azure 门户中管理这些预订：它们不是在云解决方案提供商计划中购买的。"
    }

    /// Heading of a customer's page until the name is known.
    CUSTOMER { en: "Customer", de: "Kunde", sv: "Kund", nl: "Klant", zh: "客户" }
    /// Property of a customer.
    TENANT_ID { en: "Tenant ID", de: "Mandanten-ID", sv: "Klientorganisations-ID", nl: "Tenant-id", zh: "租户 ID" }
    /// The address names no customer, or one that does not exist.
    CUSTOMER_NOT_FOUND { en: "Customer not found", de: "Kunde nicht gefunden", sv: "Kunden hittades inte", nl: "Klant niet gevonden", zh: "未找到客户" }
    /// What that may mean.
    CUSTOMER_NOT_FOUND_WHY {
        en: "None of your customers has this tenant ID. The link may be incomplete, or the customer is no longer yours.",
        de: "Keiner Ihrer Kunden hat diese Mandanten-ID. Vielleicht ist der Link unvollständig, oder der Kunde gehört nicht mehr zu Ihnen.",
        sv: "Ingen av dina kunder har detta klientorganisations-ID. Länken kan vara ofullständig, eller så är kunden inte längre din.",
        nl: "Geen van uw klanten heeft deze tenant-id. Misschien is de link onvolledig of is de klant niet meer van u.",
        zh: "您的客户中没有此租户 ID。链接可能不完整，或者该客户已不属于您。"
    }
    /// Link to the customer list.
    ALL_CUSTOMERS { en: "All customers", de: "Alle Kunden", sv: "Alla kunder", nl: "Alle klanten", zh: "所有客户" }

    /// Heading of the list of reservations.
    RESERVATIONS { en: "Azure reservations", de: "Azure-Reservierungen", sv: "Azure-reservationer", nl: "Azure-reserveringen", zh: "Azure 预订" }
    /// Label of the search in the list of reservations.
    SEARCH_RESERVATIONS { en: "Search by name, product, region or ID", de: "Nach Name, Produkt, Region oder ID suchen", sv: "Sök efter namn, produkt, region eller ID", nl: "Zoeken op naam, product, regio of id", zh: "按名称、产品、区域或 ID 搜索" }
    /// Column; also the label of its filter.
    STATUS { en: "Status", de: "Status", sv: "Status", nl: "Status", zh: "状态" }
    /// Column: the kind of product.
    TYPE { en: "Type", de: "Typ", sv: "Typ", nl: "Type", zh: "类型" }
    /// Column.
    PRODUCT_NAME { en: "Product name", de: "Produktname", sv: "Produktnamn", nl: "Productnaam", zh: "产品名称" }
    /// Column: average over 7 days.
    UTILIZATION_7_DAYS { en: "Utilization, 7 days", de: "Nutzung, 7 Tage", sv: "Användning, 7 dagar", nl: "Gebruik, 7 dagen", zh: "使用率（7 天）" }
    /// In the columns of utilization: the reservation was bought today.
    NO_WHOLE_DAY { en: "No whole day yet", de: "Noch kein ganzer Tag", sv: "Ingen hel dag än", nl: "Nog geen hele dag", zh: "尚不足一天" }
    /// Column: average over 30 days.
    UTILIZATION_30_DAYS { en: "Utilization, 30 days", de: "Nutzung, 30 Tage", sv: "Användning, 30 dagar", nl: "Gebruik, 30 dagen", zh: "使用率（30 天）" }
    /// Column.
    ACTIONS { en: "Actions", de: "Aktionen", sv: "Åtgärder", nl: "Acties", zh: "操作" }
    /// Action: opens the record.
    MANAGE { en: "Manage", de: "Verwalten", sv: "Hantera", nl: "Beheren", zh: "管理" }
    /// Name of an action for those who do not see its row.
    ACTION_ON { en: "{action}: {name}", de: "{action}: {name}", sv: "{action}: {name}", nl: "{action}: {name}", zh: "{action}：{name}" }
    /// Why an action is not available: the record.
    NO_ID { en: "This reservation has no ID that can be read.", de: "Diese Reservierung hat keine lesbare ID.", sv: "Reservationen saknar läsbart ID.", nl: "Deze reservering heeft geen leesbare id.", zh: "此预订没有可读取的 ID。" }
    /// Filter: every state.
    ANY_STATUS { en: "All", de: "Alle", sv: "Alla", nl: "Alle", zh: "全部" }
    /// Filter: what gives its benefit.
    ACTIVE { en: "Active", de: "Aktiv", sv: "Aktiva", nl: "Actief", zh: "有效" }
    /// A filter with the number of rows that it leaves.
    FILTER_COUNT { en: "{filter} ({count})", de: "{filter} ({count})", sv: "{filter} ({count})", nl: "{filter} ({count})", zh: "{filter}（{count}）" }
    /// Label of the filter by expiration date.
    EXPIRES { en: "Expires", de: "Läuft ab", sv: "Löper ut", nl: "Verloopt", zh: "到期" }
    /// Filter: whenever.
    ANY_TIME { en: "Any time", de: "Beliebig", sv: "När som helst", nl: "Elk moment", zh: "任何时间" }
    /// Filter: in the past.
    EXPIRED { en: "Expired", de: "Abgelaufen", sv: "Har löpt ut", nl: "Verlopen", zh: "已到期" }
    /// Filter.
    WITHIN_30_DAYS { en: "Within 30 days", de: "Innerhalb von 30 Tagen", sv: "Inom 30 dagar", nl: "Binnen 30 dagen", zh: "30 天内" }
    /// Filter.
    WITHIN_60_DAYS { en: "Within 60 days", de: "Innerhalb von 60 Tagen", sv: "Inom 60 dagar", nl: "Binnen 60 dagen", zh: "60 天内" }
    /// Filter.
    WITHIN_90_DAYS { en: "Within 90 days", de: "Innerhalb von 90 Tagen", sv: "Inom 90 dagar", nl: "Binnen 90 dagen", zh: "90 天内" }
    /// Filter.
    LATER { en: "In more than 90 days", de: "In mehr als 90 Tagen", sv: "Om mer än 90 dagar", nl: "Over meer dan 90 dagen", zh: "90 天以后" }
    /// How many of `{count}` reservations are shown.
    RESERVATIONS_SHOWN {
        en: "{shown} of {count} reservation" | "{shown} of {count} reservations",
        de: "{shown} von {count} Reservierung" | "{shown} von {count} Reservierungen",
        sv: "{shown} av {count} reservation" | "{shown} av {count} reservationer",
        nl: "{shown} van {count} reservering" | "{shown} van {count} reserveringen",
        zh: "{shown} / {count} 个预订"
    }
    /// Button below a long list.
    SHOW_MORE { en: "Show {count} more", de: "Weitere anzeigen ({count})", sv: "Visa {count} till", nl: "Nog {count} weergeven", zh: "再显示 {count} 个" }
    /// While the list arrives page after page.
    RESERVATIONS_SO_FAR {
        en: "{count} reservation read so far…" | "{count} reservations read so far…",
        de: "Bisher {count} Reservierung gelesen …" | "Bisher {count} Reservierungen gelesen …",
        sv: "{count} reservation inläst hittills …" | "{count} reservationer inlästa hittills …",
        nl: "Tot nu toe {count} reservering gelezen…" | "Tot nu toe {count} reserveringen gelezen…",
        zh: "已读取 {count} 个预订…"
    }
    /// The customer has none.
    NO_RESERVATIONS { en: "This customer has no Azure reservations", de: "Dieser Kunde hat keine Azure-Reservierungen", sv: "Kunden har inga Azure-reservationer", nl: "Deze klant heeft geen Azure-reserveringen", zh: "该客户没有 Azure 预订" }
    /// The customer has none but incomplete ones.
    NONE_COMPLETE { en: "None of this customer's Azure reservations is complete", de: "Keine Azure-Reservierung dieses Kunden ist vollständig", sv: "Ingen av kundens Azure-reservationer är fullständig", nl: "Geen enkele Azure-reservering van deze klant is volledig", zh: "该客户的 Azure 预订均不完整" }

    /// Check box of a row.
    SELECT { en: "Select", de: "Auswählen", sv: "Välj", nl: "Selecteren", zh: "选择" }
    /// Check box above the rows.
    SELECT_ALL { en: "Select all shown reservations", de: "Alle angezeigten Reservierungen auswählen", sv: "Välj alla visade reservationer", nl: "Alle weergegeven reserveringen selecteren", zh: "选择所有显示的预订" }
    /// Name of what can be done with the selected reservations.
    SELECTION { en: "Selected reservations", de: "Ausgewählte Reservierungen", sv: "Valda reservationer", nl: "Geselecteerde reserveringen", zh: "所选预订" }
    /// How many are selected.
    SELECTED {
        en: "{count} selected" | "{count} selected",
        de: "{count} ausgewählt" | "{count} ausgewählt",
        sv: "{count} vald" | "{count} valda",
        nl: "{count} geselecteerd" | "{count} geselecteerd",
        zh: "已选择 {count} 个"
    }
    /// How many are selected, and how many of them the filters hide.
    SELECTED_HIDDEN {
        en: "{count} selected, not shown" | "{count} selected, {hidden} of them not shown",
        de: "{count} ausgewählt, nicht angezeigt" | "{count} ausgewählt, davon {hidden} nicht angezeigt",
        sv: "{count} vald, visas inte" | "{count} valda, varav {hidden} inte visas",
        nl: "{count} geselecteerd, niet weergegeven" | "{count} geselecteerd, waarvan {hidden} niet weergegeven",
        zh: "已选择 {count} 个，其中 {hidden} 个未显示"
    }
    /// Link.
    EXCHANGE_SELECTED { en: "Exchange selected", de: "Auswahl umtauschen", sv: "Byt valda", nl: "Selectie omruilen", zh: "兑换所选" }
    /// Link.
    COMPARE_SELECTED { en: "Compare selected", de: "Auswahl vergleichen", sv: "Jämför valda", nl: "Selectie vergelijken", zh: "比较所选" }
    /// Button.
    CLEAR_SELECTION { en: "Clear selection", de: "Auswahl aufheben", sv: "Rensa urvalet", nl: "Selectie wissen", zh: "清除选择" }
    /// Why nothing can be done: nothing is selected.
    SELECT_FIRST { en: "Select at least one reservation first.", de: "Wählen Sie zuerst mindestens eine Reservierung aus.", sv: "Välj minst en reservation först.", nl: "Selecteer eerst minstens één reservering.", zh: "请先选择至少一个预订。" }
    /// Why they cannot be exchanged together.
    SEVERAL_FAMILIES { en: "The selected reservations are of different product families. One exchange takes one family.", de: "Die ausgewählten Reservierungen gehören zu verschiedenen Produktfamilien. Ein Umtausch nimmt nur eine.", sv: "De valda reservationerna tillhör olika produktfamiljer. Ett byte gäller en familj.", nl: "De geselecteerde reserveringen horen bij verschillende productfamilies. Eén omruiling geldt voor één familie.", zh: "所选预订属于不同的产品系列。一次兑换只能针对一个系列。" }
    /// Why they cannot be counted together.
    SEVERAL_CURRENCIES { en: "The selected reservations are paid in different currencies.", de: "Die ausgewählten Reservierungen werden in verschiedenen Währungen bezahlt.", sv: "De valda reservationerna betalas i olika valutor.", nl: "De geselecteerde reserveringen worden in verschillende valuta's betaald.", zh: "所选预订以不同的货币支付。" }
    /// What that means.
    UNREADABLE_WHY {
        en: "They were set aside, and everything else works as usual. Save each as a file before you remove it.",
        de: "Sie wurden zurückgestellt, alles andere funktioniert wie gewohnt. Speichern Sie jedes als Datei, bevor Sie es entfernen.",
        sv: "De har lagts åt sidan och allt annat fungerar som vanligt. Spara vart och ett som fil innan du tar bort det.",
        nl: "Ze zijn apart gezet en al het andere werkt zoals gewoonlijk. Sla elk document op als bestand voordat u het verwijdert.",
        zh: "这些文档已被搁置，其他功能照常工作。移除前请先将其保存为文件。"
    }
    /// Status of a reservation whose document cannot be read.
    UNREADABLE_STATUS { en: "Can't be read", de: "Nicht lesbar", sv: "Kan inte läsas", nl: "Onleesbaar", zh: "无法读取" }
    /// Button.
    SAVE_AS_FILE { en: "Save as file", de: "Als Datei speichern", sv: "Spara som fil", nl: "Opslaan als bestand", zh: "保存为文件" }
    /// The browser refused the file.
    NOT_SAVED { en: "The browser didn't save the file.", de: "Der Browser hat die Datei nicht gespeichert.", sv: "Webbläsaren sparade inte filen.", nl: "De browser heeft het bestand niet opgeslagen.", zh: "浏览器未保存文件。" }
    /// Button: asks first.
    UNREADABLE_ASK_REMOVE { en: "Remove…", de: "Entfernen …", sv: "Ta bort …", nl: "Verwijderen…", zh: "移除…" }
    /// Title of the question.
    UNREADABLE_REMOVE_TITLE { en: "Remove this document?", de: "Dieses Dokument entfernen?", sv: "Ta bort dokumentet?", nl: "Dit document verwijderen?", zh: "移除此文档？" }
    /// What is lost.
    UNREADABLE_REMOVE_MEANS {
        en: "What it held is lost for good unless you have saved it. The removal is recorded.",
        de: "Der Inhalt geht endgültig verloren, wenn Sie ihn nicht gespeichert haben. Das Entfernen wird protokolliert.",
        sv: "Innehållet går förlorat för gott om du inte har sparat det. Borttagningen loggas.",
        nl: "De inhoud gaat definitief verloren als u deze niet hebt opgeslagen. Het verwijderen wordt vastgelegd.",
        zh: "如果您尚未保存，其内容将永久丢失。移除操作会被记录。"
    }
    /// Button: confirms.
    UNREADABLE_REMOVE { en: "Remove the document", de: "Dokument entfernen", sv: "Ta bort dokumentet", nl: "Document verwijderen", zh: "移除文档" }
    /// While it is being removed.
    UNREADABLE_REMOVING { en: "Removing…", de: "Wird entfernt …", sv: "Tar bort …", nl: "Wordt verwijderd…", zh: "正在移除…" }
    /// It was removed.
    UNREADABLE_REMOVED { en: "The document was removed.", de: "Das Dokument wurde entfernt.", sv: "Dokumentet har tagits bort.", nl: "Het document is verwijderd.", zh: "文档已移除。" }
    /// A failure: it was not removed.
    UNREADABLE_KEPT { en: "Nothing was removed.", de: "Es wurde nichts entfernt.", sv: "Inget har tagits bort.", nl: "Er is niets verwijderd.", zh: "未移除任何内容。" }
}
