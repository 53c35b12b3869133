//! What became of a change whose answer was lost, and what else keeps a change from being made.

use crate::catalogue;

catalogue! {
    /// While the service is asked about a change whose answer was lost.
    IN_DOUBT {
        en: "No answer has come. We don't know yet whether it was accepted, and are asking…",
        de: "Es ist keine Antwort gekommen. Ob es angenommen wurde, ist noch nicht bekannt und wird gerade erfragt …",
        sv: "Inget svar har kommit. Vi vet ännu inte om det togs emot och frågar …",
        nl: "Er is geen antwoord gekomen. We weten nog niet of het is geaccepteerd en vragen het na…",
        zh: "未收到响应。尚不确定是否已受理，正在查询…"
    }
    /// The service says that the change has not arrived.
    NOT_ACCEPTED {
        en: "It was not accepted",
        de: "Es wurde nicht angenommen",
        sv: "Det togs inte emot",
        nl: "Het is niet geaccepteerd",
        zh: "未受理"
    }
    /// What that means, and that another try is safe.
    NOT_ACCEPTED_WHY {
        en: "The answer was lost on the way, and Azure has no record of the request. You can send it again: it is carried out once at most.",
        de: "Die Antwort ging unterwegs verloren, und in Azure ist die Anforderung nicht bekannt. Sie können sie erneut senden: Sie wird höchstens einmal ausgeführt.",
        sv: "Svaret försvann på vägen och Azure känner inte till begäran. Du kan skicka den igen: den utförs högst en gång.",
        nl: "Het antwoord is onderweg verloren gegaan en de aanvraag is bij Azure niet bekend. U kunt de aanvraag opnieuw verzenden: deze wordt hooguit één keer uitgevoerd.",
        zh: "响应在途中丢失，Azure 中没有此请求的记录。您可以重新发送：请求最多只会执行一次。"
    }
    /// Button: the same change once more.
    SEND_AGAIN { en: "Send it again", de: "Erneut senden", sv: "Skicka igen", nl: "Opnieuw verzenden", zh: "重新发送" }
    /// Nobody can say what became of the change.
    UNKNOWN {
        en: "We don't know whether it was accepted",
        de: "Es ist nicht bekannt, ob es angenommen wurde",
        sv: "Vi vet inte om det togs emot",
        nl: "We weten niet of het is geaccepteerd",
        zh: "不确定是否已受理"
    }
    /// What to do about it.
    UNKNOWN_WHY {
        en: "The answer was lost, and asking what became of it has failed too. Look again before you do anything else.",
        de: "Die Antwort ging verloren, und auch die Nachfrage ist fehlgeschlagen. Sehen Sie erneut nach, bevor Sie etwas anderes tun.",
        sv: "Svaret försvann, och frågan om vad som hände misslyckades också. Titta igen innan du gör något annat.",
        nl: "Het antwoord is verloren gegaan, en ook navragen is mislukt. Kijk opnieuw voordat u iets anders doet.",
        zh: "响应已丢失，查询结果也失败了。进行其他操作前请先再次查看。"
    }
    /// The change was made, and the answer says too little.
    ACCEPTED_UNREAD {
        en: "It was accepted, but the answer can't be read",
        de: "Es wurde angenommen, aber die Antwort ist nicht lesbar",
        sv: "Det togs emot, men svaret kan inte läsas",
        nl: "Het is geaccepteerd, maar het antwoord is onleesbaar",
        zh: "已受理，但无法读取响应"
    }
    /// What to do about it.
    ACCEPTED_UNREAD_WHY {
        en: "Don't send it again. Load the page again to see the current state.",
        de: "Senden Sie es nicht noch einmal. Laden Sie die Seite neu, um den aktuellen Stand zu sehen.",
        sv: "Skicka det inte igen. Läs in sidan på nytt för att se hur det ser ut nu.",
        nl: "Verzend het niet nog een keer. Laad de pagina opnieuw om de huidige stand te zien.",
        zh: "请勿重新发送。重新加载页面可查看当前状态。"
    }
    /// Heading of the reservations as they are now.
    NOW { en: "As it is now", de: "So sieht es jetzt aus", sv: "Så ser det ut nu", nl: "Zo is het nu", zh: "当前状态" }
    /// A reservation as it is now; units are words such as "3 units".
    NOW_LINE { en: "{name}: {units}, {state}", de: "{name}: {units}, {state}", sv: "{name}: {units}, {state}", nl: "{name}: {units}, {state}", zh: "{name}：{units}，{state}" }
    /// The reservations cannot be read now.
    NOW_UNREAD {
        en: "The current state can't be read now either.",
        de: "Der aktuelle Stand lässt sich jetzt ebenfalls nicht lesen.",
        sv: "Det går inte heller att läsa hur det ser ut nu.",
        nl: "De huidige stand kan nu ook niet worden gelezen.",
        zh: "目前也无法读取当前状态。"
    }

    /// Fewer units are there than were quoted.
    UNITS_LEFT {
        en: "Only {count} unit is left" | "Only {count} units are left",
        de: "Nur noch {count} Einheit ist übrig" | "Nur noch {count} Einheiten sind übrig",
        sv: "Endast {count} enhet finns kvar" | "Endast {count} enheter finns kvar",
        nl: "Er is nog maar {count} eenheid over" | "Er zijn nog maar {count} eenheden over",
        zh: "仅剩 {count} 个单位"
    }
    /// More units are there than were quoted.
    UNITS_NOW {
        en: "There is {count} unit now" | "There are {count} units now",
        de: "Es ist jetzt {count} Einheit" | "Es sind jetzt {count} Einheiten",
        sv: "Det finns nu {count} enhet" | "Det finns nu {count} enheter",
        nl: "Er is nu {count} eenheid" | "Er zijn nu {count} eenheden",
        zh: "现在有 {count} 个单位"
    }
    /// The reservation is in another state than when it was quoted.
    STATE_NOW { en: "Its status is now “{state}”", de: "Der Status ist jetzt „{state}“", sv: "Status är nu ”{state}”", nl: "De status is nu ‘{state}’", zh: "当前状态为“{state}”" }
    /// What has moved, and which reservation it is.
    OF_RESERVATION { en: "{name}: {what}", de: "{name}: {what}", sv: "{name}: {what}", nl: "{name}: {what}", zh: "{name}：{what}" }
    /// What follows from that.
    MOVED_WHY {
        en: "The reservation has changed since this quote was made. Nothing was sent. Load it again; what you entered is kept.",
        de: "Die Reservierung hat sich seit dieser Berechnung geändert. Es wurde nichts gesendet. Laden Sie sie neu; Ihre Eingaben bleiben erhalten.",
        sv: "Reservationen har ändrats sedan beräkningen gjordes. Inget har skickats. Läs in den på nytt; det du angav finns kvar.",
        nl: "De reservering is gewijzigd sinds deze berekening is gemaakt. Er is niets verzonden. Laad de reservering opnieuw; uw invoer blijft behouden.",
        zh: "自报价以来，预订已更改。未发送任何内容。请重新加载；您输入的内容会保留。"
    }
    /// What follows from that after the change was refused.
    MOVED_REFUSED_WHY {
        en: "The reservation has changed since this quote was made, so it was refused. Nothing was changed. Load it again; what you entered is kept.",
        de: "Die Reservierung hat sich seit dieser Berechnung geändert, daher wurde abgelehnt. Es wurde nichts geändert. Laden Sie sie neu; Ihre Eingaben bleiben erhalten.",
        sv: "Reservationen har ändrats sedan beräkningen gjordes och därför avvisades begäran. Inget har ändrats. Läs in den på nytt; det du angav finns kvar.",
        nl: "De reservering is gewijzigd sinds deze berekening is gemaakt en daarom is het geweigerd. Er is niets gewijzigd. Laad de reservering opnieuw; uw invoer blijft behouden.",
        zh: "自报价以来，预订已更改，因此请求被拒绝。未更改任何内容。请重新加载；您输入的内容会保留。"
    }
    /// Why nothing can be sent: the reservation has changed.
    LOAD_FIRST { en: "The reservation has changed. Load it again first.", de: "Die Reservierung hat sich geändert. Laden Sie sie zuerst neu.", sv: "Reservationen har ändrats. Läs först in den på nytt.", nl: "De reservering is gewijzigd. Laad de reservering eerst opnieuw.", zh: "预订已更改。请先重新加载。" }
    /// Button: reads the reservation again.
    LOAD_AGAIN { en: "Load the reservation again", de: "Reservierung neu laden", sv: "Läs in reservationen på nytt", nl: "Reservering opnieuw laden", zh: "重新加载预订" }

    /// Page and backend are of different builds.
    BUILD_MISMATCH {
        en: "A new version of this application is available",
        de: "Es gibt eine neue Version dieser Anwendung",
        sv: "Det finns en ny version av programmet",
        nl: "Er is een nieuwe versie van deze toepassing",
        zh: "此应用有新版本"
    }
    /// What to do about it.
    BUILD_MISMATCH_ADVICE {
        en: "Nothing was changed. Reload the page to continue; what you entered is kept.",
        de: "Es wurde nichts geändert. Laden Sie die Seite neu, um damit weiterzuarbeiten; Ihre Eingaben bleiben erhalten.",
        sv: "Inget har ändrats. Läs in sidan på nytt för att fortsätta med den; det du angav finns kvar.",
        nl: "Er is niets gewijzigd. Laad de pagina opnieuw om ermee verder te gaan; uw invoer blijft behouden.",
        zh: "未更改任何内容。请重新加载页面以继续；您输入的内容会保留。"
    }
    /// The records are of a newer release than the page.
    NEWER_FORMAT {
        en: "A newer version of this application has written here",
        de: "Hier hat eine neuere Version dieser Anwendung geschrieben",
        sv: "En nyare version av programmet har skrivit här",
        nl: "Een nieuwere versie van deze toepassing heeft hier geschreven",
        zh: "此处数据由此应用的更新版本写入"
    }
    /// What to do about it.
    NEWER_FORMAT_ADVICE {
        en: "This version could damage it, so nothing was changed. Load the page again to get the newer version.",
        de: "Diese Version könnte dabei etwas beschädigen, daher wurde nichts geändert. Laden Sie die Seite neu, um die neuere Version zu erhalten.",
        sv: "Den här versionen skulle kunna skada det, så inget har ändrats. Läs in sidan på nytt för att få den nyare versionen.",
        nl: "Deze versie zou iets kunnen beschadigen. Daarom is er niets gewijzigd. Laad de pagina opnieuw om de nieuwere versie te krijgen.",
        zh: "此版本可能会损坏数据，因此未更改任何内容。请重新加载页面以获取更新版本。"
    }
    /// Button: loads the page again.
    RELOAD { en: "Load the page again", de: "Seite neu laden", sv: "Läs in sidan på nytt", nl: "Pagina opnieuw laden", zh: "重新加载页面" }
    /// Button after a failure while watching.
    WATCH_AGAIN { en: "Look again", de: "Erneut nachsehen", sv: "Titta igen", nl: "Opnieuw kijken", zh: "再次查看" }
}
