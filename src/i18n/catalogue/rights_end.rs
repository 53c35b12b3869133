//! What to do before exchange rights end.

use crate::catalogue;

catalogue! {
    /// Page and link.
    TITLE { en: "Before exchange rights end", de: "Bevor Umtauschrechte enden", sv: "Innan bytesrätten upphör", nl: "Voordat omruilrechten eindigen", zh: "兑换权利结束之前" }
    /// What the page is for.
    SUMMARY {
        en: "From {day} on, these reservations can be exchanged only once more. What is best for each, the most money first.",
        de: "Ab {day} können diese Reservierungen nur noch einmal umgetauscht werden. Was jeweils am besten ist, das meiste Geld zuerst.",
        sv: "Från {day} kan de här reservationerna bara bytas en gång till. Vad som är bäst för var och en, mest pengar först.",
        nl: "Vanaf {day} kunnen deze reserveringen nog maar één keer worden omgeruild. Wat voor elk het beste is, het meeste geld eerst.",
        zh: "自 {day} 起，这些预订只能再兑换一次。以下是各预订的最佳做法，金额最大的排在最前。"
    }
    /// What an exchange and a trade-in are weighed with.
    ASSUMES {
        en: "An exchange is weighed for the same size at the price paid, and a trade-in for the smallest savings plan that is allowed. Both can be changed on their pages.",
        de: "Ein Umtausch wird mit derselben Größe zum bezahlten Preis bewertet, ein Eintausch mit dem kleinsten zulässigen Sparplan. Beides lässt sich auf den jeweiligen Seiten ändern.",
        sv: "Ett byte bedöms med samma storlek till det betalda priset och ett inbyte med den minsta tillåtna sparplanen. Båda kan ändras på sina sidor.",
        nl: "Een omruiling wordt beoordeeld met dezelfde grootte tegen de betaalde prijs, een inruil met het kleinste toegestane besparingsplan. Beide kunnen op hun pagina's worden gewijzigd.",
        zh: "兑换按相同大小和已付价格评估，折抵按允许的最小节省计划评估。两者均可在各自页面更改。"
    }
    /// Column.
    BEST { en: "Best choice", de: "Beste Wahl", sv: "Bästa val", nl: "Beste keuze", zh: "最佳选择" }
    /// Link of a row.
    COMPARE { en: "Compare", de: "Vergleichen", sv: "Jämför", nl: "Vergelijken", zh: "比较" }
    /// Nothing to decide.
    NOTHING { en: "No reservation has an exchange right that ends.", de: "Keine Reservierung hat ein Umtauschrecht, das endet.", sv: "Ingen reservation har en bytesrätt som upphör.", nl: "Geen reservering heeft een omruilrecht dat eindigt.", zh: "没有预订的兑换权利即将结束。" }
}
