//! What to tell people when records do not come.

use crate::catalogue;

catalogue! {
    /// No answer: the connection failed.
    NO_CONNECTION { en: "No connection to the service", de: "Keine Verbindung zum Dienst", sv: "Ingen anslutning till tjänsten", nl: "Geen verbinding met de service", zh: "无法连接到服务" }
    /// What to do about it.
    NO_CONNECTION_ADVICE {
        en: "Check your network connection, then try again.",
        de: "Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.",
        sv: "Kontrollera nätverksanslutningen och försök igen.",
        nl: "Controleer uw netwerkverbinding en probeer het opnieuw.",
        zh: "请检查网络连接，然后重试。"
    }
    /// No answer in the time that we wait.
    TIMEOUT { en: "The service did not answer in time", de: "Der Dienst hat nicht rechtzeitig geantwortet", sv: "Tjänsten svarade inte i tid", nl: "De service heeft niet op tijd geantwoord", zh: "服务未及时响应" }
    /// What to do about it.
    TIMEOUT_ADVICE {
        en: "It may be busy. Try again in a moment.",
        de: "Er ist möglicherweise ausgelastet. Versuchen Sie es gleich noch einmal.",
        sv: "Den kan vara hårt belastad. Försök igen om en stund.",
        nl: "De service is mogelijk druk bezet. Probeer het zo opnieuw.",
        zh: "服务可能繁忙，请稍后重试。"
    }
    /// 401.
    NOT_SIGNED_IN { en: "Your sign-in is no longer valid", de: "Ihre Anmeldung ist nicht mehr gültig", sv: "Din inloggning gäller inte längre", nl: "Uw aanmelding is niet meer geldig", zh: "您的登录已失效" }
    /// What to do about it.
    NOT_SIGNED_IN_ADVICE { en: "Sign in again, then repeat what you did.", de: "Melden Sie sich erneut an und wiederholen Sie den Vorgang.", sv: "Logga in igen och upprepa det du gjorde.", nl: "Meld u opnieuw aan en herhaal de handeling.", zh: "请重新登录，然后重试此操作。" }
    /// 403.
    FORBIDDEN { en: "Your role has no access to this", de: "Ihre Rolle hat hierauf keinen Zugriff", sv: "Din roll har inte åtkomst till detta", nl: "Uw rol heeft hier geen toegang toe", zh: "您的角色无权访问此内容" }
    /// What to do about it.
    FORBIDDEN_ADVICE { en: "Ask an admin of your organization for the right role.", de: "Bitten Sie einen Administrator Ihrer Organisation um die passende Rolle.", sv: "Be en administratör i organisationen om rätt roll.", nl: "Vraag een beheerder van uw organisatie om de juiste rol.", zh: "请向您组织的管理员申请相应角色。" }
    /// 404.
    NOT_FOUND { en: "This record does not exist", de: "Dieser Datensatz ist nicht vorhanden", sv: "Posten finns inte", nl: "Deze record bestaat niet", zh: "此记录不存在" }
    /// What to do about it.
    NOT_FOUND_ADVICE { en: "It may have been removed, or the address is incomplete.", de: "Er wurde möglicherweise entfernt, oder die Adresse ist unvollständig.", sv: "Den kan ha tagits bort, eller så är adressen ofullständig.", nl: "De record is mogelijk verwijderd of het adres is onvolledig.", zh: "它可能已被删除，或者地址不完整。" }
    /// 409 and 412.
    CONFLICT { en: "The record has changed in the meantime", de: "Der Datensatz hat sich inzwischen geändert", sv: "Posten har ändrats under tiden", nl: "De record is intussen gewijzigd", zh: "记录在此期间已更改" }
    /// What to do about it.
    CONFLICT_ADVICE { en: "Read it again before you go on.", de: "Laden Sie ihn neu, bevor Sie fortfahren.", sv: "Läs in den på nytt innan du fortsätter.", nl: "Laad de record opnieuw voordat u verdergaat.", zh: "请重新读取后再继续。" }
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
    SERVICE_FAILED { en: "The service has failed", de: "Im Dienst ist ein Fehler aufgetreten", sv: "Ett fel uppstod i tjänsten", nl: "Er is een fout opgetreden in de service", zh: "服务出现故障" }
    /// What to do about it.
    SERVICE_FAILED_ADVICE { en: "Try again. If it happens again, report the request ID to support.", de: "Versuchen Sie es erneut. Tritt es wieder auf, melden Sie dem Support die Anforderungs-ID.", sv: "Försök igen. Om det upprepas anger du begärande-ID:t för supporten.", nl: "Probeer het opnieuw. Gebeurt het weer, meld dan de aanvraag-id bij de ondersteuning.", zh: "请重试。如果再次发生，请向支持人员提供请求 ID。" }
    /// Any other status.
    REFUSED { en: "The service refused the request", de: "Der Dienst hat die Anfrage abgelehnt", sv: "Tjänsten avvisade begäran", nl: "De service heeft de aanvraag geweigerd", zh: "服务拒绝了请求" }
    /// The answer cannot be read.
    UNREADABLE { en: "The answer of the service cannot be read", de: "Die Antwort des Dienstes ist nicht lesbar", sv: "Tjänstens svar kan inte läsas", nl: "Het antwoord van de service is onleesbaar", zh: "无法读取服务的响应" }
    /// What to do about it.
    UNREADABLE_ADVICE { en: "Report the details to support.", de: "Melden Sie die Details dem Support.", sv: "Rapportera detaljerna till supporten.", nl: "Meld de details bij de ondersteuning.", zh: "请向支持人员提供详细信息。" }
    /// Heading of what support asks for.
    DETAILS { en: "Details", de: "Details", sv: "Detaljer", nl: "Details", zh: "详细信息" }
    /// The service's own words for what went wrong, in English.
    SERVICE_SAYS { en: "Answer of the service", de: "Antwort des Dienstes", sv: "Tjänstens svar", nl: "Antwoord van de service", zh: "服务的响应" }
    /// `x-ms-request-id`.
    REQUEST_ID { en: "Request ID", de: "Anforderungs-ID", sv: "Begärande-ID", nl: "Aanvraag-id", zh: "请求 ID" }
}
