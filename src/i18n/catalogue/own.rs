//! Texts for a partner's own records, of which nothing here reaches Microsoft: what is carried out there is recorded
//! here. And the commands with which it is carried out.

use crate::catalogue;

catalogue! {
    /// What recording a return means.
    RETURN_HINT {
        en: "Return the units at Microsoft first: with the commands below, in the Azure portal, or with a support request. Then record here what Microsoft accepted. Nothing is sent to Microsoft from here.",
        de: "Geben Sie die Einheiten zuerst bei Microsoft zurück: mit den Befehlen unten, im Azure-Portal oder mit einer Supportanfrage. Erfassen Sie dann hier, was Microsoft angenommen hat. Von hier wird nichts an Microsoft gesendet.",
        sv: "Lämna först tillbaka enheterna hos Microsoft: med kommandona nedan, i Azure-portalen eller med en supportbegäran. Registrera sedan här vad Microsoft har godkänt. Inget skickas härifrån till Microsoft.",
        nl: "Retourneer de eenheden eerst bij Microsoft: met de opdrachten hieronder, in de Azure-portal of met een ondersteuningsaanvraag. Leg daarna hier vast wat Microsoft heeft geaccepteerd. Van hieruit wordt niets naar Microsoft verzonden.",
        zh: "请先在 Microsoft 处退回这些单位：使用下方命令、Azure 门户或支持请求。然后在此记录 Microsoft 已受理的内容。此处不会向 Microsoft 发送任何内容。"
    }
    /// Button: begin.
    RECORD_RETURN { en: "Record this return…", de: "Diese Rückgabe erfassen …", sv: "Registrera returen …", nl: "Deze retour vastleggen…", zh: "记录此次退回…" }
    /// Title of the confirmation.
    RETURN_TITLE { en: "Record this return?", de: "Diese Rückgabe erfassen?", sv: "Registrera returen?", nl: "Deze retour vastleggen?", zh: "记录此次退回？" }
    /// What is confirmed, of `{count}` units.
    RETURN_WORDS {
        en: "You record that {units} of {count} unit of {name} was returned at Microsoft. By this quote {amount} comes back. This can't be undone here." | "You record that {units} of {count} units of {name} were returned at Microsoft. By this quote {amount} comes back. This can't be undone here.",
        de: "Sie erfassen, dass {units} von {count} Einheit von {name} bei Microsoft zurückgegeben wurde. Nach dieser Berechnung kommt {amount} zurück. Das lässt sich hier nicht rückgängig machen." | "Sie erfassen, dass {units} von {count} Einheiten von {name} bei Microsoft zurückgegeben wurden. Nach dieser Berechnung kommt {amount} zurück. Das lässt sich hier nicht rückgängig machen.",
        sv: "Du registrerar att {units} av {count} enhet av {name} har lämnats tillbaka hos Microsoft. Enligt beräkningen kommer {amount} tillbaka. Registreringen kan inte ångras här." | "Du registrerar att {units} av {count} enheter av {name} har lämnats tillbaka hos Microsoft. Enligt beräkningen kommer {amount} tillbaka. Registreringen kan inte ångras här.",
        nl: "U legt vast dat {units} van {count} eenheid van {name} bij Microsoft is geretourneerd. Volgens deze berekening komt {amount} terug. Dit kan hier niet ongedaan worden gemaakt." | "U legt vast dat {units} van {count} eenheden van {name} bij Microsoft zijn geretourneerd. Volgens deze berekening komt {amount} terug. Dit kan hier niet ongedaan worden gemaakt.",
        zh: "您将记录：{name} 的 {units}/{count} 个单位已在 Microsoft 处退回。按此报价，退回金额为 {amount}。此记录无法在此撤销。"
    }
    /// What must hold before it is confirmed.
    CONFIRM_HINT {
        en: "Record only what Microsoft has accepted, and compare the amount. Nothing is sent to Microsoft.",
        de: "Erfassen Sie nur, was Microsoft angenommen hat, und vergleichen Sie den Betrag. Es wird nichts an Microsoft gesendet.",
        sv: "Registrera bara det som Microsoft har godkänt och jämför beloppet. Inget skickas till Microsoft.",
        nl: "Leg alleen vast wat Microsoft heeft geaccepteerd en vergelijk het bedrag. Er wordt niets naar Microsoft verzonden.",
        zh: "请仅记录 Microsoft 已受理的内容，并核对金额。不会向 Microsoft 发送任何内容。"
    }
    /// Button of the confirmation.
    CONFIRM_RETURN { en: "Record the return", de: "Rückgabe erfassen", sv: "Registrera returen", nl: "Retour vastleggen", zh: "记录退回" }
    /// While the records are asked whether they agree.
    CHECKING { en: "Checking the quote against your records…", de: "Die Berechnung wird mit Ihren Daten abgeglichen …", sv: "Kontrollerar beräkningen mot dina uppgifter …", nl: "De berekening wordt met uw gegevens vergeleken…", zh: "正在与您的记录核对报价…" }
    /// While it is recorded.
    RECORDING { en: "Recording it…", de: "Wird erfasst …", sv: "Registrerar …", nl: "Wordt vastgelegd…", zh: "正在记录…" }
    /// It was accepted, and its end is waited for.
    RECORDED_SOON { en: "It is recorded; your reservations are being updated. You can leave this page.", de: "Es ist erfasst; Ihre Reservierungen werden aktualisiert. Sie können diese Seite verlassen.", sv: "Det är registrerat; dina reservationer uppdateras. Du kan lämna sidan.", nl: "Het is vastgelegd; uw reserveringen worden bijgewerkt. U kunt deze pagina verlaten.", zh: "已记录；正在更新您的预订。您可以离开此页面。" }
    /// So many units are left after a return.
    LEFT {
        en: "{count} unit left" | "{count} units left",
        de: "{count} Einheit übrig" | "{count} Einheiten übrig",
        sv: "{count} enhet kvar" | "{count} enheter kvar",
        nl: "Nog {count} eenheid over" | "Nog {count} eenheden over",
        zh: "剩余 {count} 个单位"
    }
    /// No unit is left after a return.
    NONE_LEFT { en: "No units left", de: "Keine Einheiten übrig", sv: "Inga enheter kvar", nl: "Geen eenheden over", zh: "没有剩余单位" }
    /// The return of `{count}` units is recorded.
    RETURN_RECORDED {
        en: "Recorded: {count} unit returned, {amount} by your quote. Nothing was sent to Microsoft." | "Recorded: {count} units returned, {amount} by your quote. Nothing was sent to Microsoft.",
        de: "Erfasst: {count} Einheit zurückgegeben, {amount} nach Ihrer Berechnung. An Microsoft wurde nichts gesendet." | "Erfasst: {count} Einheiten zurückgegeben, {amount} nach Ihrer Berechnung. An Microsoft wurde nichts gesendet.",
        sv: "Registrerat: {count} enhet återlämnad, {amount} enligt din beräkning. Inget har skickats till Microsoft." | "Registrerat: {count} enheter återlämnade, {amount} enligt din beräkning. Inget har skickats till Microsoft.",
        nl: "Vastgelegd: {count} eenheid geretourneerd, {amount} volgens uw berekening. Er is niets naar Microsoft verzonden." | "Vastgelegd: {count} eenheden geretourneerd, {amount} volgens uw berekening. Er is niets naar Microsoft verzonden.",
        zh: "已记录：退回 {count} 个单位，按您的报价为 {amount}。未向 Microsoft 发送任何内容。"
    }
    /// A failure: nothing was recorded.
    NOTHING_RECORDED { en: "Nothing was recorded. What you entered is kept.", de: "Es wurde nichts erfasst. Ihre Eingaben bleiben erhalten.", sv: "Inget har registrerats. Det du angav finns kvar.", nl: "Er is niets vastgelegd. Uw invoer blijft behouden.", zh: "未记录任何内容。您输入的内容已保留。" }
    /// A failure while watching.
    WATCH_FAILED { en: "It was recorded, but the current state can't be read.", de: "Es wurde erfasst, aber der aktuelle Stand lässt sich nicht lesen.", sv: "Det registrerades, men det går inte att läsa hur det ser ut nu.", nl: "Het is vastgelegd, maar de huidige stand kan niet worden gelezen.", zh: "已记录，但无法读取当前状态。" }
    /// Why not: something is being recorded.
    NOT_BUSY { en: "Something is being recorded here right now.", de: "Hier wird gerade etwas erfasst.", sv: "Något håller på att registreras här.", nl: "Hier wordt op dit moment iets vastgelegd.", zh: "此处正在记录其他内容。" }
    /// What recording an exchange means.
    EXCHANGE_HINT {
        en: "Carry the exchange out at Microsoft first: with the commands below, in the Azure portal, or with a support request. Then record here what Microsoft accepted. Nothing is sent to Microsoft from here.",
        de: "Führen Sie den Umtausch zuerst bei Microsoft aus: mit den Befehlen unten, im Azure-Portal oder mit einer Supportanfrage. Erfassen Sie dann hier, was Microsoft angenommen hat. Von hier wird nichts an Microsoft gesendet.",
        sv: "Genomför först bytet hos Microsoft: med kommandona nedan, i Azure-portalen eller med en supportbegäran. Registrera sedan här vad Microsoft har godkänt. Inget skickas härifrån till Microsoft.",
        nl: "Ruil eerst om bij Microsoft: met de opdrachten hieronder, in de Azure-portal of met een ondersteuningsaanvraag. Leg daarna hier vast wat Microsoft heeft geaccepteerd. Van hieruit wordt niets naar Microsoft verzonden.",
        zh: "请先在 Microsoft 处执行兑换：使用下方命令、Azure 门户或支持请求。然后在此记录 Microsoft 已受理的内容。此处不会向 Microsoft 发送任何内容。"
    }
    /// Button: begin.
    RECORD_EXCHANGE { en: "Record this exchange…", de: "Diesen Umtausch erfassen …", sv: "Registrera bytet …", nl: "Deze omruiling vastleggen…", zh: "记录此次兑换…" }
    /// Title of the confirmation.
    EXCHANGE_TITLE { en: "Record this exchange?", de: "Diesen Umtausch erfassen?", sv: "Registrera bytet?", nl: "Deze omruiling vastleggen?", zh: "记录此次兑换？" }
    /// Button of the confirmation.
    CONFIRM_EXCHANGE { en: "Record the exchange", de: "Umtausch erfassen", sv: "Registrera bytet", nl: "Omruiling vastleggen", zh: "记录兑换" }
    /// The exchange is recorded.
    EXCHANGE_RECORDED { en: "The exchange is recorded. Nothing was sent to Microsoft.", de: "Der Umtausch ist erfasst. An Microsoft wurde nichts gesendet.", sv: "Bytet är registrerat. Inget har skickats till Microsoft.", nl: "De omruiling is vastgelegd. Er is niets naar Microsoft verzonden.", zh: "兑换已记录。未向 Microsoft 发送任何内容。" }

    /// Opens the commands.
    COMMANDS { en: "Commands for Azure", de: "Befehle für Azure", sv: "Kommandon för Azure", nl: "Opdrachten voor Azure", zh: "Azure 命令" }
    /// What the two steps are for.
    COMMANDS_HINT {
        en: "The first step asks Microsoft for its quote and changes nothing. Compare its amounts with these, then run the second step in the same window.",
        de: "Der erste Schritt fragt Microsoft nach der Berechnung und ändert nichts. Vergleichen Sie die Beträge mit diesen und führen Sie dann im selben Fenster den zweiten Schritt aus.",
        sv: "Det första steget hämtar Microsofts beräkning och ändrar inget. Jämför beloppen med dessa och kör sedan det andra steget i samma fönster.",
        nl: "De eerste stap vraagt Microsoft om de berekening en wijzigt niets. Vergelijk de bedragen met deze en voer daarna de tweede stap uit in hetzelfde venster.",
        zh: "第一步向 Microsoft 获取报价，不会更改任何内容。请将其金额与此处核对，然后在同一窗口中运行第二步。"
    }
    /// Field: what the commands are written for.
    COMMANDS_FOR { en: "Written for", de: "Geschrieben für", sv: "Skrivna för", nl: "Geschreven voor", zh: "适用于" }
    /// Choice.
    AZURE_CLI { en: "Azure CLI (Bash)", de: "Azure CLI (Bash)", sv: "Azure CLI (Bash)", nl: "Azure CLI (Bash)", zh: "Azure CLI (Bash)" }
    /// Choice.
    POWERSHELL { en: "Azure PowerShell", de: "Azure PowerShell", sv: "Azure PowerShell", nl: "Azure PowerShell", zh: "Azure PowerShell" }
    /// Choice.
    REST { en: "REST requests", de: "REST-Anforderungen", sv: "REST-begäranden", nl: "REST-aanvragen", zh: "REST 请求" }
    /// Heading and name of the first step.
    STEP_QUOTE { en: "Step 1: Microsoft's quote", de: "Schritt 1: Berechnung von Microsoft", sv: "Steg 1: Microsofts beräkning", nl: "Stap 1: berekening van Microsoft", zh: "第 1 步：Microsoft 的报价" }
    /// What the first button copies.
    FIRST_COMMANDS { en: "commands of step 1", de: "Befehle von Schritt 1", sv: "kommandona i steg 1", nl: "Opdrachten van stap 1", zh: "第 1 步的命令" }
    /// What the second button copies.
    SECOND_COMMANDS { en: "commands of step 2", de: "Befehle von Schritt 2", sv: "kommandona i steg 2", nl: "Opdrachten van stap 2", zh: "第 2 步的命令" }
    /// Heading and name of the second step.
    STEP_CARRY_OUT { en: "Step 2: carry it out", de: "Schritt 2: ausführen", sv: "Steg 2: genomför", nl: "Stap 2: uitvoeren", zh: "第 2 步：执行" }
}
