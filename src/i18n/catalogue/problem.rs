//! What to tell people when records do not come.

use crate::catalogue;

catalogue! {
    /// Somebody has stopped an import.
    IMPORT_STOPPED { en: "The import was stopped.", de: "Der Import wurde angehalten.", sv: "Importen stoppades.", nl: "De import is gestopt.", zh: "导入已停止。" }
    /// No answer: the connection failed.
    NO_CONNECTION { en: "No connection", de: "Keine Verbindung", sv: "Ingen anslutning", nl: "Geen verbinding", zh: "没有连接" }
    /// What to do about it.
    NO_CONNECTION_ADVICE {
        en: "Check your network connection, then try again.",
        de: "Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.",
        sv: "Kontrollera nätverksanslutningen och försök igen.",
        nl: "Controleer uw netwerkverbinding en probeer het opnieuw.",
        zh: "请检查网络连接，然后重试。"
    }
    /// No answer in the time that we wait.
    TIMEOUT { en: "No answer came in time", de: "Es kam nicht rechtzeitig eine Antwort", sv: "Inget svar kom i tid", nl: "Er kwam niet op tijd een antwoord", zh: "未及时收到响应" }
    /// What to do about it.
    TIMEOUT_ADVICE {
        en: "Try again in a moment.",
        de: "Versuchen Sie es gleich noch einmal.",
        sv: "Försök igen om en stund.",
        nl: "Probeer het zo opnieuw.",
        zh: "请稍后重试。"
    }
    /// 401.
    NOT_SIGNED_IN { en: "Your sign-in is no longer valid", de: "Ihre Anmeldung ist nicht mehr gültig", sv: "Din inloggning gäller inte längre", nl: "Uw aanmelding is niet meer geldig", zh: "您的登录已失效" }
    /// What to do about it.
    NOT_SIGNED_IN_ADVICE { en: "Sign in again, then repeat what you did.", de: "Melden Sie sich erneut an und wiederholen Sie den Vorgang.", sv: "Logga in igen och upprepa det du gjorde.", nl: "Meld u opnieuw aan en herhaal de handeling.", zh: "请重新登录，然后重试此操作。" }
    /// 403.
    FORBIDDEN { en: "Your role has no access to this", de: "Ihre Rolle hat hierauf keinen Zugriff", sv: "Din roll har inte åtkomst till detta", nl: "Uw rol heeft hier geen toegang toe", zh: "您的角色无权访问此内容" }
    /// What to do about it.
    FORBIDDEN_ADVICE { en: "Ask an admin of your organization for the right role.", de: "Bitten Sie einen Administrator Ihrer Organisation um die passende Rolle.", sv: "Be en administratör i organisationen om rätt roll.", nl: "Vraag een beheerder van uw organisatie om de juiste rol.", zh: "请向您组织的管理员申请相应角色。" }
    /// 403: a return or an exchange above the amount that one person may carry out alone.
    SECOND_PERSON { en: "A second person has to confirm this", de: "Das muss eine zweite Person bestätigen", sv: "En andra person måste bekräfta detta", nl: "Een tweede persoon moet dit bevestigen", zh: "此操作须由第二人确认" }
    /// What to do about it.
    SECOND_PERSON_ADVICE {
        en: "It now waits under Confirmations. Keep this page open, and try again once someone else has confirmed it there.",
        de: "Es wartet jetzt unter Bestätigungen. Lassen Sie diese Seite offen und versuchen Sie es erneut, sobald es dort jemand anderes bestätigt hat.",
        sv: "Det väntar nu under Bekräftelser. Låt den här sidan vara öppen och försök igen när någon annan har bekräftat det där.",
        nl: "Het wacht nu onder Bevestigingen. Laat deze pagina open en probeer het opnieuw zodra iemand anders het daar heeft bevestigd.",
        zh: "它现在在“确认”页面中等待。请保持此页面打开，待他人在那里确认后重试。"
    }
    /// 404.
    NOT_FOUND { en: "This can't be found", de: "Das wurde nicht gefunden", sv: "Detta hittades inte", nl: "Dit is niet gevonden", zh: "未找到" }
    /// What to do about it.
    NOT_FOUND_ADVICE { en: "It may have been removed, or the address is incomplete.", de: "Es wurde möglicherweise entfernt, oder die Adresse ist unvollständig.", sv: "Det kan ha tagits bort, eller så är adressen ofullständig.", nl: "Het is mogelijk verwijderd of het adres is onvolledig.", zh: "它可能已被删除，或者地址不完整。" }
    /// 409 and 412.
    CONFLICT { en: "It has changed in the meantime", de: "Die Daten haben sich inzwischen geändert", sv: "Uppgifterna har ändrats under tiden", nl: "De gegevens zijn intussen gewijzigd", zh: "数据在此期间已更改" }
    /// What to do about it.
    CONFLICT_ADVICE { en: "Load it again before you continue.", de: "Laden Sie neu, bevor Sie fortfahren.", sv: "Läs in på nytt innan du fortsätter.", nl: "Laad opnieuw voordat u verdergaat.", zh: "请重新加载后再继续。" }
    /// 429.
    TOO_MANY { en: "Too many requests at once", de: "Zu viele Anfragen auf einmal", sv: "För många begäranden på en gång", nl: "Te veel aanvragen tegelijk", zh: "请求过多" }
    /// What to do about it, when the service does not say how long to wait.
    TOO_MANY_ADVICE { en: "Wait a moment, then try again.", de: "Warten Sie einen Moment und versuchen Sie es erneut.", sv: "Vänta en stund och försök igen.", nl: "Wacht even en probeer het opnieuw.", zh: "请稍候再试。" }
    /// What to do about it, when the service says to wait `{count}` seconds.
    RETRY_AFTER {
        en: "Try again in {count} second." | "Try again in {count} seconds.",
        de: "Versuchen Sie es in {count} Sekunde erneut." | "Versuchen Sie es in {count} Sekunden erneut.",
        sv: "Försök igen om {count} sekund." | "Försök igen om {count} sekunder.",
        nl: "Probeer het over {count} seconde opnieuw." | "Probeer het over {count} seconden opnieuw.",
        zh: "请在 {count} 秒后重试。"
    }
    /// 500 and above.
    SERVICE_FAILED { en: "Something went wrong", de: "Es ist ein Fehler aufgetreten", sv: "Ett fel uppstod", nl: "Er is een fout opgetreden", zh: "出现错误" }
    /// What to do about it.
    SERVICE_FAILED_ADVICE { en: "Try again. If it happens again, report the request ID to support.", de: "Versuchen Sie es erneut. Tritt es wieder auf, melden Sie dem Support die Anforderungs-ID.", sv: "Försök igen. Om det upprepas anger du begärande-ID:t för supporten.", nl: "Probeer het opnieuw. Gebeurt het weer, meld dan de aanvraag-id bij de ondersteuning.", zh: "请重试。如果再次发生，请向支持人员提供请求 ID。" }
    /// There is no room for a change.
    NO_ROOM { en: "There is no room left to store this", de: "Zum Speichern ist kein Platz mehr", sv: "Det finns inget utrymme kvar att spara i", nl: "Er is geen ruimte meer om dit op te slaan", zh: "没有剩余空间可供存储" }
    /// What to do about it.
    NO_ROOM_ADVICE { en: "Nothing was changed. Free up space, then try again.", de: "Es wurde nichts geändert. Schaffen Sie Platz und versuchen Sie es dann erneut.", sv: "Inget har ändrats. Frigör utrymme och försök sedan igen.", nl: "Er is niets gewijzigd. Maak ruimte vrij en probeer het dan opnieuw.", zh: "未更改任何内容。请释放空间，然后重试。" }
    /// The browser does not open what it has stored, or stores nothing.
    CLOSED { en: "This browser doesn't open the records", de: "Dieser Browser öffnet die Daten nicht", sv: "Den här webbläsaren öppnar inte dina data", nl: "Deze browser opent de gegevens niet", zh: "此浏览器无法打开数据" }
    /// What to do about it.
    CLOSED_ADVICE {
        en: "In a private window, or where sites may not store anything, Prorata can't keep records: open it in an ordinary window. Otherwise, close the browser and start it again.",
        de: "In einem privaten Fenster, oder wo Websites nichts speichern dürfen, kann Prorata keine Daten aufbewahren: Öffnen Sie es in einem gewöhnlichen Fenster. Schließen Sie sonst den Browser und starten Sie ihn neu.",
        sv: "I ett privat fönster, eller där webbplatser inte får lagra något, kan Prorata inte spara data: öppna det i ett vanligt fönster. Stäng annars webbläsaren och starta den igen.",
        nl: "In een privévenster, of waar sites niets mogen opslaan, kan Prorata geen gegevens bewaren: open het in een gewoon venster. Sluit anders de browser en start hem opnieuw.",
        zh: "在隐私窗口中，或网站不得存储数据时，Prorata 无法保存数据：请在普通窗口中打开。否则，请关闭浏览器并重新启动。"
    }
    /// Button: what can be done when nothing else helps.
    MORE_WAYS_OUT { en: "If that doesn't help…", de: "Wenn das nicht hilft …", sv: "Om det inte hjälper …", nl: "Als dat niet helpt…", zh: "如果仍无法解决…" }
    /// Any other status.
    REFUSED { en: "The request was refused", de: "Die Anfrage wurde abgelehnt", sv: "Begäran avvisades", nl: "De aanvraag is geweigerd", zh: "请求被拒绝" }
    /// The answer cannot be read.
    UNREADABLE { en: "The answer can't be read", de: "Die Antwort ist nicht lesbar", sv: "Svaret kan inte läsas", nl: "Het antwoord is onleesbaar", zh: "无法读取响应" }
    /// What to do about it.
    UNREADABLE_ADVICE { en: "Report the details to support.", de: "Melden Sie die Details dem Support.", sv: "Rapportera detaljerna till supporten.", nl: "Meld de details bij de ondersteuning.", zh: "请向支持人员提供详细信息。" }
    /// Heading of what support asks for.
    DETAILS { en: "Details", de: "Details", sv: "Detaljer", nl: "Details", zh: "详细信息" }
    /// The service's own words for what went wrong, in English.
    SERVICE_SAYS { en: "Answer", de: "Antwort", sv: "Svar", nl: "Antwoord", zh: "响应" }
    /// `x-ms-request-id`.
    REQUEST_ID { en: "Request ID", de: "Anforderungs-ID", sv: "Begärande-ID", nl: "Aanvraag-id", zh: "请求 ID" }
    /// The file that was chosen is something else.
    NOT_A_BACKUP { en: "This file isn't a backup of Prorata", de: "Diese Datei ist keine Sicherung von Prorata", sv: "Filen är ingen säkerhetskopia från Prorata", nl: "Dit bestand is geen back-up van Prorata", zh: "此文件不是 Prorata 的备份" }
    /// The file is of a newer release.
    NEWER_BACKUP { en: "A newer version of Prorata has written this backup", de: "Eine neuere Version von Prorata hat diese Sicherung geschrieben", sv: "En nyare version av Prorata har skrivit säkerhetskopian", nl: "Een nieuwere versie van Prorata heeft deze back-up geschreven", zh: "此备份由更新版本的 Prorata 写入" }
    /// A line of the file is not what was written.
    DAMAGED_BACKUP { en: "This backup is damaged", de: "Diese Sicherung ist beschädigt", sv: "Säkerhetskopian är skadad", nl: "Deze back-up is beschadigd", zh: "此备份已损坏" }
    /// The end of the file is missing.
    TRUNCATED_BACKUP { en: "The end of this backup is missing", de: "Das Ende dieser Sicherung fehlt", sv: "Slutet av säkerhetskopian saknas", nl: "Het einde van deze back-up ontbreekt", zh: "此备份的结尾缺失" }
    /// Where it was noticed.
    SEE_LINE { en: "This was noticed in line {line} of the file.", de: "Bemerkt wurde das in Zeile {line} der Datei.", sv: "Det upptäcktes på rad {line} i filen.", nl: "Dit is opgemerkt op regel {line} van het bestand.", zh: "问题出现在文件的第 {line} 行。" }
}
