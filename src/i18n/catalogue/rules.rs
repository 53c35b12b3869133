//! The rules of the calculation in words, and the names of everything that goes into a quote.
//!
//! The English sentences are the calculator's own; `i18n::calculations` proves that while it compiles.

use crate::catalogue;

catalogue! {
    /// Rule `elapsed-days`.
    RULE_ELAPSED_DAYS {
        en: "Days are counted between UTC calendar dates, from the purchase date to the day of the return.",
        de: "Tage werden zwischen UTC-Kalenderdaten gezählt, vom Kaufdatum bis zum Tag der Rückgabe.",
        sv: "Dagar räknas mellan kalenderdatum i UTC, från inköpsdatumet till dagen för returen.",
        nl: "Dagen worden geteld tussen UTC-kalenderdatums, van de aankoopdatum tot de dag van de retour.",
        zh: "天数按 UTC 日历日期计算，从购买日期到退回当日。"
    }
    /// Rule `lowest-price`.
    RULE_LOWEST_PRICE {
        en: "The lower of the purchase price and the current price is the base.",
        de: "Grundlage ist der niedrigere Wert aus Kaufpreis und aktuellem Preis.",
        sv: "Det lägre av köppriset och det aktuella priset är underlaget.",
        nl: "De laagste van de aankoopprijs en de huidige prijs is de basis.",
        zh: "以购买价格与当前价格中较低者为基数。"
    }
    /// Rule `term-days`.
    RULE_TERM_DAYS {
        en: "The term runs from the purchase date to the expiration date and counts its actual days.",
        de: "Die Laufzeit reicht vom Kaufdatum bis zum Ablaufdatum; gezählt werden ihre tatsächlichen Tage.",
        sv: "Löptiden går från inköpsdatumet till utgångsdatumet och räknas i faktiska dagar.",
        nl: "De looptijd loopt van de aankoopdatum tot de vervaldatum en telt de werkelijke dagen.",
        zh: "期限从购买日期到到期日期，按实际天数计算。"
    }
    /// Rule `paid-upfront`.
    RULE_PAID_UPFRONT {
        en: "Paid upfront: the returned units times the price of one unit.",
        de: "Im Voraus bezahlt: die zurückgegebenen Einheiten mal dem Preis einer Einheit.",
        sv: "Betalt i förskott: de återlämnade enheterna gånger priset för en enhet.",
        nl: "Vooruit betaald: de geretourneerde eenheden maal de prijs van één eenheid.",
        zh: "预付：退回的单位数乘以单价。"
    }
    /// Rule `consumed-upfront`.
    RULE_CONSUMED_UPFRONT {
        en: "The consumed part is the paid amount times elapsed days over days in the term, rounded once.",
        de: "Der verbrauchte Teil ist der bezahlte Betrag mal verstrichene Tage durch Tage der Laufzeit, einmal gerundet.",
        sv: "Den förbrukade delen är det betalda beloppet gånger förflutna dagar delat med dagar i löptiden, avrundat en gång.",
        nl: "Het verbruikte deel is het betaalde bedrag maal de verstreken dagen gedeeld door de dagen van de looptijd, eenmaal afgerond.",
        zh: "已消耗部分等于已付金额乘以已过天数再除以期限天数，仅舍入一次。"
    }
    /// Rule `equal-instalment`.
    RULE_EQUAL_INSTALMENT {
        en: "A monthly plan splits the price into equal instalments per unit, rounded down to the cent.",
        de: "Bei monatlicher Zahlung wird der Preis je Einheit in gleiche Raten geteilt, auf den Cent abgerundet.",
        sv: "En månadsplan delar priset per enhet i lika stora delbetalningar, avrundade nedåt till öret.",
        nl: "Een maandelijks plan verdeelt de prijs per eenheid in gelijke termijnen, naar beneden afgerond op de cent.",
        zh: "按月付款将单价平均分为若干期，向下舍入到分。"
    }
    /// Rule `billed-instalment`.
    RULE_BILLED_INSTALMENT {
        en: "The billed instalment of one unit is used as it is.",
        de: "Die in Rechnung gestellte Rate einer Einheit wird unverändert verwendet.",
        sv: "Den fakturerade delbetalningen för en enhet används som den är.",
        nl: "De gefactureerde termijn van één eenheid wordt ongewijzigd gebruikt.",
        zh: "直接采用单个单位已开票的分期金额。"
    }
    /// Rule `billing-cycle`.
    RULE_BILLING_CYCLE {
        en: "Billing cycles start each month on the day of the purchase; if a month is too short, the day moves back to its last day and stays there.",
        de: "Abrechnungszeiträume beginnen jeden Monat am Kauftag; ist ein Monat zu kurz, rückt der Tag auf dessen letzten Tag vor und bleibt dort.",
        sv: "Faktureringsperioder börjar på köpets månadsdag; är en månad för kort flyttas dagen fram till månadens sista och blir kvar där.",
        nl: "Factureringscycli beginnen elke maand op de dag van aankoop; is een maand te kort, dan schuift de dag naar de laatste van die maand en blijft daar.",
        zh: "计费周期从每月的购买对应日开始；若某月天数不足，则提前到当月最后一天，此后保持不变。"
    }
    /// Rule `paid-monthly`.
    RULE_PAID_MONTHLY {
        en: "Paid monthly: the current instalment of the returned units and all earlier ones.",
        de: "Monatlich bezahlt: die laufende Rate der zurückgegebenen Einheiten und alle früheren.",
        sv: "Betalt månadsvis: den aktuella delbetalningen för de återlämnade enheterna och alla tidigare.",
        nl: "Maandelijks betaald: de huidige termijn van de geretourneerde eenheden en alle eerdere.",
        zh: "按月付款：退回单位的当期款项及此前所有各期款项。"
    }
    /// Rule `consumed-monthly`.
    RULE_CONSUMED_MONTHLY {
        en: "Earlier instalments are consumed in full, the current one over the days of its cycle, rounded once.",
        de: "Frühere Raten sind ganz verbraucht, die laufende anteilig über die Tage ihres Zeitraums, einmal gerundet.",
        sv: "Tidigare delbetalningar är helt förbrukade, den aktuella proportionellt över dagarna i sin period, avrundat en gång.",
        nl: "Eerdere termijnen zijn volledig verbruikt, de huidige naar rato van de dagen van de cyclus, eenmaal afgerond.",
        zh: "此前各期全部消耗，当期按其周期天数按比例消耗，仅舍入一次。"
    }
    /// Rule `cancelled-instalments`.
    RULE_CANCELLED_INSTALMENTS {
        en: "Instalments that are not due yet are no longer charged.",
        de: "Noch nicht fällige Raten entfallen.",
        sv: "Delbetalningar som ännu inte har förfallit faller bort.",
        nl: "Termijnen die nog niet verschuldigd zijn, worden niet meer in rekening gebracht.",
        zh: "尚未到期的分期不再收取。"
    }
    /// Rule `first-days-unused`.
    RULE_FIRST_DAYS_UNUSED {
        en: "Within five days of the purchase an unused reservation is credited in full.",
        de: "Innerhalb von fünf Tagen nach dem Kauf wird eine ungenutzte Reservierung voll gutgeschrieben.",
        sv: "Inom fem dagar från köpet krediteras en oanvänd reservation helt.",
        nl: "Binnen vijf dagen na de aankoop wordt een ongebruikte reservering volledig als tegoed gegeven.",
        zh: "购买后五天内，未使用的预订可获得全额抵扣。"
    }
    /// Rule `first-days-observed`.
    RULE_FIRST_DAYS_OBSERVED {
        en: "Within five days of the purchase Azure gave the full instalment or price back; this was observed, not promised.",
        de: "Innerhalb von fünf Tagen nach dem Kauf gab Azure die volle Rate oder den vollen Preis zurück; das wurde beobachtet, nicht zugesagt.",
        sv: "Inom fem dagar från köpet gav Azure tillbaka hela delbetalningen eller priset; detta har observerats, inte utlovats.",
        nl: "Binnen vijf dagen na de aankoop gaf Azure de volledige termijn of prijs terug; dit is waargenomen, niet toegezegd.",
        zh: "购买后五天内，Azure 退还了全部当期款项或全价；此为观察所得，并非保证。"
    }
    /// Rule `credit`.
    RULE_CREDIT {
        en: "The credit is what was paid minus what is consumed.",
        de: "Die Gutschrift ist das Bezahlte abzüglich des Verbrauchten.",
        sv: "Krediteringen är det betalda minus det förbrukade.",
        nl: "Het tegoed is wat is betaald min wat is verbruikt.",
        zh: "抵扣额等于已付金额减去已消耗金额。"
    }
    /// Rule `fee-not-charged`.
    RULE_FEE_NOT_CHARGED {
        en: "Microsoft is currently not charging an early termination fee; it may charge one in the future.",
        de: "Microsoft erhebt derzeit keine Gebühr für vorzeitige Kündigung; künftig kann es sie erheben.",
        sv: "Microsoft tar för närvarande inte ut någon avgift för tidig uppsägning; det kan ändras i framtiden.",
        nl: "Microsoft brengt momenteel geen kosten voor vroegtijdige beëindiging in rekening; in de toekomst kan dat wel gebeuren.",
        zh: "Microsoft 目前不收取提前终止费；将来可能收取。"
    }
    /// Rule `fee-waived`.
    RULE_FEE_WAIVED {
        en: "Within five days of the purchase there is no early termination fee.",
        de: "Innerhalb von fünf Tagen nach dem Kauf fällt keine Gebühr für vorzeitige Kündigung an.",
        sv: "Inom fem dagar från köpet tas ingen avgift för tidig uppsägning ut.",
        nl: "Binnen vijf dagen na de aankoop zijn er geen kosten voor vroegtijdige beëindiging.",
        zh: "购买后五天内不收取提前终止费。"
    }
    /// Rule `fee`.
    RULE_FEE {
        en: "The early termination fee is the credit times the fee rate, rounded once.",
        de: "Die Gebühr für vorzeitige Kündigung ist die Gutschrift mal dem Gebührensatz, einmal gerundet.",
        sv: "Avgiften för tidig uppsägning är krediteringen gånger avgiftssatsen, avrundad en gång.",
        nl: "De kosten voor vroegtijdige beëindiging zijn het tegoed maal het kostenpercentage, eenmaal afgerond.",
        zh: "提前终止费等于抵扣额乘以费率，仅舍入一次。"
    }
    /// Rule `fee-assumed`.
    RULE_FEE_ASSUMED {
        en: "The source charges an early termination fee without stating the rate; the rate used here is assumed.",
        de: "Die Quelle erhebt eine Gebühr für vorzeitige Kündigung, ohne den Satz zu nennen; der hier verwendete Satz ist angenommen.",
        sv: "Källan tar ut en avgift för tidig uppsägning utan att ange satsen; satsen som används här är antagen.",
        nl: "De bron brengt kosten voor vroegtijdige beëindiging in rekening zonder het percentage te noemen; het hier gebruikte percentage is aangenomen.",
        zh: "来源规定收取提前终止费但未说明费率；此处使用的费率为假定值。"
    }
    /// Rule `fee-given`.
    RULE_FEE_GIVEN {
        en: "The early termination fee uses the rate given for this quote instead of the policy's.",
        de: "Die Gebühr für vorzeitige Kündigung verwendet den für diese Berechnung angegebenen Satz statt den der Rückerstattungsrichtlinie.",
        sv: "Avgiften för tidig uppsägning använder satsen som angavs för den här beräkningen i stället för återbetalningspolicyns.",
        nl: "De kosten voor vroegtijdige beëindiging volgen het percentage dat voor deze berekening is opgegeven, niet dat van het restitutiebeleid.",
        zh: "提前终止费采用本报价给定的费率，而非退款政策中的费率。"
    }
    /// Rule `refund`.
    RULE_REFUND {
        en: "The refund is the credit minus the early termination fee.",
        de: "Die Rückerstattung ist die Gutschrift abzüglich der Gebühr für vorzeitige Kündigung.",
        sv: "Återbetalningen är krediteringen minus avgiften för tidig uppsägning.",
        nl: "De restitutie is het tegoed min de kosten voor vroegtijdige beëindiging.",
        zh: "退款等于抵扣额减去提前终止费。"
    }
    /// Rule `cancelled-commitment`.
    RULE_CANCELLED_COMMITMENT {
        en: "The cancelled commitment is the credit plus the instalments no longer charged.",
        de: "Die stornierte Verpflichtung ist die Gutschrift zuzüglich der entfallenden Raten.",
        sv: "Det annullerade åtagandet är krediteringen plus de bortfallna delbetalningarna.",
        nl: "De geannuleerde verplichting is het tegoed plus de niet meer verschuldigde termijnen.",
        zh: "已取消的承诺额等于抵扣额加上不再收取的分期。"
    }
    /// Rule `usd-conversion`.
    RULE_USD_CONVERSION {
        en: "The refund cap is kept in USD: the rounded amount times the rate, rounded to cents.",
        de: "Die Obergrenze wird in USD geführt: der gerundete Betrag mal Kurs, auf Cent gerundet.",
        sv: "Taket räknas i USD: det avrundade beloppet gånger kursen, avrundat till cent.",
        nl: "De restitutielimiet wordt in USD bijgehouden: het afgeronde bedrag maal de koers, afgerond op centen.",
        zh: "退款上限以美元计：舍入后的金额乘以汇率，再舍入到美分。"
    }
    /// Rule `limit-unknown`.
    RULE_LIMIT_UNKNOWN {
        en: "Without a USD rate the refund cap was not checked; less may be paid out.",
        de: "Ohne USD-Kurs wurde die Obergrenze nicht geprüft; die Auszahlung kann geringer sein.",
        sv: "Utan USD-kurs har taket inte kontrollerats; utbetalningen kan bli lägre.",
        nl: "Zonder USD-koers is de restitutielimiet niet gecontroleerd; de uitbetaling kan lager zijn.",
        zh: "没有美元汇率，因此未检查退款上限；实际退款金额可能更少。"
    }
    /// Rule `limit-used`.
    RULE_LIMIT_USED {
        en: "A past cancellation counts against the refund cap for 365 days from its own date.",
        de: "Eine frühere Stornierung zählt ab ihrem eigenen Datum 365 Tage lang zur Obergrenze.",
        sv: "En tidigare annullering räknas mot taket i 365 dagar från sitt eget datum.",
        nl: "Een eerdere annulering telt vanaf de eigen datum 365 dagen mee voor de restitutielimiet.",
        zh: "过去的取消自其日期起 365 天内计入退款上限。"
    }
    /// Rule `limit-counts-refund`.
    RULE_LIMIT_COUNTS_REFUND {
        en: "The refund counts against the refund cap.",
        de: "Die Rückerstattung zählt zur Obergrenze.",
        sv: "Återbetalningen räknas mot taket.",
        nl: "De restitutie telt mee voor de restitutielimiet.",
        zh: "退款计入退款上限。"
    }
    /// Rule `limit-counts-commitment`.
    RULE_LIMIT_COUNTS_COMMITMENT {
        en: "The cancelled commitment counts against the refund cap, before any fee.",
        de: "Die stornierte Verpflichtung zählt zur Obergrenze, vor einer Gebühr.",
        sv: "Det annullerade åtagandet räknas mot taket, före eventuell avgift.",
        nl: "De geannuleerde verplichting telt mee voor de restitutielimiet, vóór aftrek van eventuele kosten.",
        zh: "已取消的承诺额（扣除费用前）计入退款上限。"
    }
    /// Rule `limit-counts-observed`.
    RULE_LIMIT_COUNTS_OBSERVED {
        en: "In recorded answers of Azure, only the refund counted against the refund cap.",
        de: "In aufgezeichneten Antworten von Azure zählte nur die Rückerstattung zur Obergrenze.",
        sv: "I loggade svar från Azure räknades bara återbetalningen mot taket.",
        nl: "In vastgelegde antwoorden van Azure telde alleen de restitutie mee voor de restitutielimiet.",
        zh: "在 Azure 的应答记录中，只有退款计入退款上限。"
    }
    /// Rule `limit-fits`.
    RULE_LIMIT_FITS {
        en: "What counts fits into what is left of the refund cap, so the whole refund is paid out.",
        de: "Was zählt, passt in den Rest der Obergrenze; die ganze Rückerstattung wird ausgezahlt.",
        sv: "Det som räknas ryms i det som återstår av taket, så hela återbetalningen betalas ut.",
        nl: "Wat meetelt past binnen wat over is van de restitutielimiet, dus de hele restitutie wordt uitbetaald.",
        zh: "计入金额未超过剩余的退款上限，因此退款全额支付。"
    }
    /// Rule `limit-capped`.
    RULE_LIMIT_CAPPED {
        en: "Anything above the remaining cap is lost. The rest is paid out, rounded down.",
        de: "Was nicht in den Rest der Obergrenze passt, geht verloren; was passt, wird ausgezahlt, abgerundet.",
        sv: "Det som inte ryms i det som återstår av taket går förlorat; det som ryms betalas ut, avrundat nedåt.",
        nl: "Wat niet past binnen wat over is van de restitutielimiet gaat verloren; wat past wordt uitbetaald, naar beneden afgerond.",
        zh: "超出剩余退款上限的部分作废；未超出的部分支付，向下舍入。"
    }
    /// Rule `limit-refused`.
    RULE_LIMIT_REFUSED {
        en: "A return that does not fit into what is left of the refund cap is refused as a whole.",
        de: "Eine Rückgabe, die nicht in den Rest der Obergrenze passt, wird als Ganzes abgelehnt.",
        sv: "En retur som inte ryms i det som återstår av taket avslås i sin helhet.",
        nl: "Een retour die niet past binnen wat over is van de restitutielimiet, wordt in zijn geheel geweigerd.",
        zh: "超出剩余退款上限的退回将被整体拒绝。"
    }
    /// Rule `refused`.
    RULE_REFUSED {
        en: "The return is refused, so nothing is paid out.",
        de: "Die Rückgabe wird abgelehnt; es wird nichts ausgezahlt.",
        sv: "Returen avslås, så inget betalas ut.",
        nl: "De retour wordt geweigerd, dus er wordt niets uitbetaald.",
        zh: "退回被拒绝，因此不支付任何金额。"
    }
    /// Rule `returned-value`.
    RULE_RETURNED_VALUE {
        en: "The returned value of an exchange is the credit plus the instalments no longer charged, without fee and without refund cap.",
        de: "Der Rückgabewert eines Umtauschs ist die Gutschrift zuzüglich der entfallenden Raten, ohne Gebühr und ohne Obergrenze.",
        sv: "Returvärdet vid ett byte är krediteringen plus de bortfallna delbetalningarna, utan avgift och utan tak.",
        nl: "De retourwaarde bij omruilen is het tegoed plus de niet meer verschuldigde termijnen, zonder kosten en zonder restitutielimiet.",
        zh: "兑换的退回价值等于抵扣额加上不再收取的分期，不收费用，也不受退款上限限制。"
    }
    /// Rule `refunds-total`.
    RULE_REFUNDS_TOTAL {
        en: "The returned values of all lines add up.",
        de: "Die Rückgabewerte aller Zeilen werden addiert.",
        sv: "Returvärdena för alla rader summeras.",
        nl: "De retourwaarden van alle regels worden opgeteld.",
        zh: "所有行的退回价值相加。"
    }
    /// Rule `purchase-price`.
    RULE_PURCHASE_PRICE {
        en: "A new reservation counts with its price for the whole term, whatever its billing plan.",
        de: "Eine neue Reservierung zählt mit ihrem Preis für die ganze Laufzeit, gleich welcher Abrechnungsplan.",
        sv: "En ny reservation räknas med priset för hela löptiden, oavsett faktureringsplan.",
        nl: "Een nieuwe reservering telt met de prijs voor de hele looptijd, ongeacht het factureringsplan.",
        zh: "新预订按整个期限的价格计算，与计费计划无关。"
    }
    /// Rule `savings-plan-price`.
    RULE_SAVINGS_PLAN_PRICE {
        en: "A savings plan counts with its hourly commitment times the hours of its term, at 365 days a year.",
        de: "Ein Sparplan zählt mit seiner stündlichen Verpflichtung mal den Stunden seiner Laufzeit, das Jahr zu 365 Tagen.",
        sv: "En sparplan räknas med sitt timåtagande gånger löptidens timmar, med 365 dagar per år.",
        nl: "Een besparingsplan telt met zijn verplichting per uur maal de uren van zijn looptijd, met 365 dagen per jaar.",
        zh: "节省计划按每小时承诺额乘以期限小时数计算，每年按 365 天计。"
    }
    /// Rule `trade-in-compute`.
    RULE_TRADE_IN_COMPUTE {
        en: "Virtual machines, dedicated hosts and App Service, at most 100 reservations at once, can be traded in for a compute savings plan of one or three years.",
        de: "Virtuelle Computer, dedizierte Hosts und App Service, höchstens 100 Reservierungen auf einmal, lassen sich gegen einen Sparplan für Compute über ein oder drei Jahre eintauschen.",
        sv: "Virtuella datorer, dedikerade värdar och App Service, högst 100 reservationer på en gång, kan bytas in mot en sparplan för beräkningsresurser på ett eller tre år.",
        nl: "Virtuele machines, toegewezen hosts en App Service, hoogstens 100 reserveringen tegelijk, kunnen worden ingeruild voor een besparingsplan voor compute van één of drie jaar.",
        zh: "虚拟机、专用主机和 App Service（一次最多 100 个预订）可以折抵为一年或三年的计算节省计划。"
    }
    /// Rule `trade-in-database`.
    RULE_TRADE_IN_DATABASE {
        en: "Database reservations, at most 100 at once, can be traded in for a database savings plan of one year.",
        de: "Datenbankreservierungen, höchstens 100 auf einmal, lassen sich gegen einen Sparplan für Datenbanken über ein Jahr eintauschen.",
        sv: "Databasreservationer, högst 100 på en gång, kan bytas in mot en sparplan för databaser på ett år.",
        nl: "Databasereserveringen, hoogstens 100 tegelijk, kunnen worden ingeruild voor een besparingsplan voor databases van één jaar.",
        zh: "数据库预订（一次最多 100 个）可以折抵为一年的数据库节省计划。"
    }
    /// Rule `purchases-total`.
    RULE_PURCHASES_TOTAL {
        en: "The prices of everything that is bought add up.",
        de: "Die Preise von allem, was gekauft wird, werden addiert.",
        sv: "Priserna för allt som köps summeras.",
        nl: "De prijzen van alles wat wordt gekocht, worden opgeteld.",
        zh: "所有购买项目的价格相加。"
    }
    /// Rule `net-payable`.
    RULE_NET_PAYABLE {
        en: "New purchases minus returned value: this must not be negative.",
        de: "Neue Käufe abzüglich des Rückgabewerts; das darf nicht negativ sein.",
        sv: "Nya köp minus returvärdet; det får inte vara negativt.",
        nl: "Nieuwe aankopen min de retourwaarde; dit mag niet negatief zijn.",
        zh: "应付差额等于新购买金额减去退回价值，且不得为负。"
    }
    /// Rule `cash-today`.
    RULE_CASH_TODAY {
        en: "On the day of the exchange you pay: upfront prices and first instalments due then, minus what is credited then.",
        de: "Am Tag des Umtauschs zu zahlen: dann fällige Vorauszahlungen und erste Raten abzüglich dessen, was dann gutgeschrieben wird.",
        sv: "Att betala på bytesdagen: förskottspriser och första delbetalningar som förfaller då, minus det som krediteras då.",
        nl: "Te betalen op de dag van omruiling: vooruitbetalingen en eerste termijnen die dan verschuldigd zijn, min wat dan wordt gecrediteerd.",
        zh: "兑换当日支付：当日到期的预付款与首期款，减去当日获得的抵扣额。"
    }
    /// Rule `cash-back-today`.
    RULE_CASH_BACK_TODAY {
        en: "On the day of the exchange you get: what is credited then, minus upfront prices and first instalments due then.",
        de: "Auszahlung am Tag des Umtauschs: was dann gutgeschrieben wird, abzüglich dann fälliger Vorauszahlungen und erster Raten.",
        sv: "Utbetalning på bytesdagen: det som krediteras då, minus förskottspriser och första delbetalningar som förfaller då.",
        nl: "Uitbetaling op de dag van omruiling: wat dan wordt gecrediteerd, min vooruitbetalingen en eerste termijnen die dan verschuldigd zijn.",
        zh: "兑换当日退给您：当日获得的抵扣额，减去当日到期的预付款与首期款。"
    }
    /// Rule `new-term`.
    RULE_NEW_TERM {
        en: "A new reservation starts a full new term on the day of the exchange.",
        de: "Eine neue Reservierung beginnt am Tag des Umtauschs eine volle neue Laufzeit.",
        sv: "En ny reservation börjar en hel ny löptid på dagen för bytet.",
        nl: "Een nieuwe reservering begint op de dag van het omruilen een volledige nieuwe looptijd.",
        zh: "新预订自兑换当日起开始一个完整的新期限。"
    }
    /// Rule `premium-storage-twin`.
    RULE_PREMIUM_STORAGE_TWIN {
        en: "Moving between a size and its premium-storage twin in the same region starts no new term and charges nothing.",
        de: "Der Wechsel zwischen einer Größe und ihrem Gegenstück mit Premium-Speicher in derselben Region beginnt keine neue Laufzeit und kostet nichts.",
        sv: "Att flytta mellan en storlek och dess motsvarighet med premiumlagring i samma region startar ingen ny löptid och kostar inget.",
        nl: "Wisselen tussen een grootte en de tegenhanger met premium-opslag in dezelfde regio start geen nieuwe looptijd en kost niets.",
        zh: "在同一区域内，在某个大小与其高级存储对应大小之间切换不会开始新期限，也不收费。"
    }

    /// Input of a step.
    INPUT_UNITS { en: "Units", de: "Einheiten", sv: "Enheter", nl: "Eenheden", zh: "单位数" }
    /// Input of a step.
    INPUT_UNIT_PRICE { en: "Unit price at purchase", de: "Preis je Einheit beim Kauf", sv: "Enhetspris vid köpet", nl: "Eenheidsprijs bij aankoop", zh: "购买时单价" }
    /// Input of a step.
    INPUT_CURRENT_UNIT_PRICE { en: "Current unit price", de: "Aktueller Preis je Einheit", sv: "Aktuellt enhetspris", nl: "Huidige eenheidsprijs", zh: "当前单价" }
    /// Input of a step.
    INPUT_BASE_PRICE { en: "Base price of one unit", de: "Grundpreis einer Einheit", sv: "Grundpris för en enhet", nl: "Basisprijs van één eenheid", zh: "单位基价" }
    /// Input of a step.
    INPUT_INSTALMENT { en: "Instalment of one unit", de: "Rate einer Einheit", sv: "Delbetalning för en enhet", nl: "Termijn van één eenheid", zh: "单位分期金额" }
    /// Input of a step.
    INPUT_INSTALMENTS { en: "Instalments in the term", de: "Raten der Laufzeit", sv: "Delbetalningar i löptiden", nl: "Termijnen van de looptijd", zh: "期限内分期数" }
    /// Input of a step.
    INPUT_INSTALMENTS_DUE { en: "Instalments due so far", de: "Bisher fällige Raten", sv: "Hittills förfallna delbetalningar", nl: "Tot nu toe verschuldigde termijnen", zh: "已到期分期数" }
    /// Input of a step.
    INPUT_INSTALMENTS_UNPAID { en: "Instalments not due yet", de: "Noch nicht fällige Raten", sv: "Ännu ej förfallna delbetalningar", nl: "Nog niet verschuldigde termijnen", zh: "未到期分期数" }
    /// Input of a step.
    INPUT_PURCHASE_DATE { en: "Purchase date", de: "Kaufdatum", sv: "Inköpsdatum", nl: "Aankoopdatum", zh: "购买日期" }
    /// Input of a step.
    INPUT_EXPIRY_DATE { en: "Expiration date", de: "Ablaufdatum", sv: "Utgångsdatum", nl: "Vervaldatum", zh: "到期日期" }
    /// Input of a step.
    INPUT_DAY { en: "Day of the return", de: "Tag der Rückgabe", sv: "Dag för returen", nl: "Dag van de retour", zh: "退回日期" }
    /// Input of a step.
    INPUT_ELAPSED_DAYS { en: "Elapsed days", de: "Verstrichene Tage", sv: "Förflutna dagar", nl: "Verstreken dagen", zh: "已过天数" }
    /// Input of a step.
    INPUT_DAYS_IN_TERM { en: "Days in the term", de: "Tage der Laufzeit", sv: "Dagar i löptiden", nl: "Dagen van de looptijd", zh: "期限天数" }
    /// Input of a step.
    INPUT_CYCLE_START { en: "Start of the billing cycle", de: "Beginn des Abrechnungszeitraums", sv: "Faktureringsperiodens början", nl: "Begin van de factureringscyclus", zh: "计费周期开始" }
    /// Input of a step.
    INPUT_CYCLE_END { en: "End of the billing cycle", de: "Ende des Abrechnungszeitraums", sv: "Faktureringsperiodens slut", nl: "Einde van de factureringscyclus", zh: "计费周期结束" }
    /// Input of a step.
    INPUT_DAYS_IN_CYCLE { en: "Days in the billing cycle", de: "Tage des Abrechnungszeitraums", sv: "Dagar i faktureringsperioden", nl: "Dagen van de factureringscyclus", zh: "计费周期天数" }
    /// Input of a step.
    INPUT_ELAPSED_IN_CYCLE { en: "Elapsed days of the billing cycle", de: "Verstrichene Tage des Abrechnungszeitraums", sv: "Förflutna dagar i faktureringsperioden", nl: "Verstreken dagen van de factureringscyclus", zh: "计费周期已过天数" }
    /// Amount of a quote: already charged.
    INPUT_PAID { en: "Paid", de: "Bezahlt", sv: "Betalt", nl: "Betaald", zh: "已付金额" }
    /// Amount of a quote: kept for used days.
    INPUT_CONSUMED { en: "Consumed", de: "Verbraucht", sv: "Förbrukat", nl: "Verbruikt", zh: "已消耗金额" }
    /// Amount of a quote: paid minus consumed.
    INPUT_CREDIT { en: "Credit", de: "Gutschrift", sv: "Kreditering", nl: "Tegoed", zh: "抵扣额" }
    /// Input of a step.
    INPUT_FEE_RATE { en: "Fee rate", de: "Gebührensatz", sv: "Avgiftssats", nl: "Kostenpercentage", zh: "费率" }
    /// Amount of a quote: the early termination fee.
    INPUT_FEE { en: "Early termination fee", de: "Gebühr für vorzeitige Kündigung", sv: "Avgift för tidig uppsägning", nl: "Kosten voor vroegtijdige beëindiging", zh: "提前终止费" }
    /// Amount of a quote: credit minus fee.
    INPUT_REFUND { en: "Refund", de: "Rückerstattung", sv: "Återbetalning", nl: "Restitutie", zh: "退款" }
    /// Amount of a quote: future payments that are no longer charged.
    INPUT_CANCELLED_INSTALMENTS { en: "Instalments no longer charged", de: "Entfallende Raten", sv: "Bortfallna delbetalningar", nl: "Niet meer verschuldigde termijnen", zh: "不再收取的分期" }
    /// Amount of a quote: credit plus cancelled instalments.
    INPUT_CANCELLED_COMMITMENT { en: "Cancelled commitment", de: "Stornierte Verpflichtung", sv: "Annullerat åtagande", nl: "Geannuleerde verplichting", zh: "已取消的承诺额" }
    /// Input of a step.
    INPUT_USD_RATE { en: "USD rate", de: "USD-Kurs", sv: "USD-kurs", nl: "USD-koers", zh: "美元汇率" }
    /// Input of a step.
    INPUT_REFUND_USD { en: "Refund in USD", de: "Rückerstattung in USD", sv: "Återbetalning i USD", nl: "Restitutie in USD", zh: "退款（美元）" }
    /// Input of a step.
    INPUT_COUNTS_USD { en: "Counts against the refund cap", de: "Zählt zur Obergrenze", sv: "Räknas mot taket", nl: "Telt mee voor de restitutielimiet", zh: "计入退款上限" }
    /// Input of a step.
    INPUT_LIMIT_USD { en: "Refund cap", de: "Obergrenze", sv: "Tak", nl: "Restitutielimiet", zh: "退款上限" }
    /// Input of a step.
    INPUT_USED_USD { en: "Used before", de: "Zuvor verbraucht", sv: "Använt tidigare", nl: "Eerder gebruikt", zh: "此前已用" }
    /// Input of a step.
    INPUT_LEFT_USD { en: "Left of the refund cap", de: "Rest der Obergrenze", sv: "Återstår av taket", nl: "Over van de restitutielimiet", zh: "剩余退款上限" }
    /// Input of a step.
    INPUT_ENTRIES { en: "Cancellations that count", de: "Zählende Stornierungen", sv: "Annulleringar som räknas", nl: "Annuleringen die meetellen", zh: "计入的取消次数" }
    /// Amount of a quote: what is really paid out.
    INPUT_PAYABLE { en: "Paid out to you", de: "Auszahlung", sv: "Utbetalning", nl: "Uitbetaling", zh: "实际退款金额" }
    /// Amount of a quote: what the cap takes.
    INPUT_LOST_USD { en: "Lost to the refund cap", de: "Durch die Obergrenze verloren", sv: "Förlorat genom taket", nl: "Verloren door de restitutielimiet", zh: "因退款上限损失" }
    /// Input of a step.
    INPUT_LINES { en: "Lines", de: "Zeilen", sv: "Rader", nl: "Regels", zh: "行数" }
    /// Input of a step.
    INPUT_REFUNDS_TOTAL { en: "Total of returns", de: "Summe der Rückgaben", sv: "Summa returer", nl: "Totaal van retouren", zh: "退回合计" }
    /// Input of a step.
    INPUT_PURCHASES_TOTAL { en: "Total of purchases", de: "Summe der Käufe", sv: "Summa köp", nl: "Totaal van aankopen", zh: "购买合计" }
    /// Input of a step.
    INPUT_NET_PAYABLE { en: "New purchases minus returned value", de: "Neue Käufe abzüglich Rückgabewert", sv: "Nya köp minus returvärde", nl: "Nieuwe aankopen min retourwaarde", zh: "应付差额" }
    /// Input of a step.
    INPUT_HOURLY_COMMITMENT { en: "Hourly commitment", de: "Stündliche Verpflichtung", sv: "Timåtagande", nl: "Verplichting per uur", zh: "每小时承诺额" }
    /// Input of a step.
    INPUT_HOURS { en: "Hours in the term", de: "Stunden der Laufzeit", sv: "Timmar i löptiden", nl: "Uren van de looptijd", zh: "期限小时数" }
    /// Input of a step.
    INPUT_DUE { en: "To pay that day", de: "An diesem Tag zu zahlen", sv: "Att betala den dagen", nl: "Die dag te betalen", zh: "当日支付" }
    /// Input of a step.
    INPUT_CREDITED { en: "Credited that day", de: "An diesem Tag gutgeschrieben", sv: "Krediteras den dagen", nl: "Die dag gecrediteerd", zh: "当日抵扣" }

    /// Source of a rule: recorded answers.
    SOURCE_RECORDED {
        en: "answers of the Azure API, recorded from September 2022 to March 2023",
        de: "Antworten der Azure-API, aufgezeichnet von September 2022 bis März 2023",
        sv: "svar från Azure-API:et, loggade från september 2022 till mars 2023",
        nl: "antwoorden van de Azure-API, vastgelegd van september 2022 tot en met maart 2023",
        zh: "2022 年 9 月至 2023 年 3 月的 Azure API 应答记录"
    }
    /// Source of a rule: this product's choice.
    SOURCE_CHOICE {
        en: "our choice, because the sources leave it open",
        de: "unsere Festlegung, weil die Quellen es offen lassen",
        sv: "vårt val, eftersom källorna lämnar det öppet",
        nl: "onze keuze, omdat de bronnen het openlaten",
        zh: "因来源未作规定，由我们决定"
    }
    /// Source of a rule: the person.
    SOURCE_GIVEN {
        en: "entered for this quote",
        de: "für diese Berechnung angegeben",
        sv: "angiven för den här beräkningen",
        nl: "opgegeven voor deze berekening",
        zh: "为本报价填写"
    }

    /// Refusal `InvalidRefundQuantity`.
    REFUSAL_QUANTITY {
        en: "The quantity must be at least one and at most the units owned.",
        de: "Die Menge muss mindestens eins und höchstens die Zahl der vorhandenen Einheiten sein.",
        sv: "Antalet måste vara minst en och högst de enheter som ägs.",
        nl: "Het aantal moet minstens één zijn en hoogstens het aantal eenheden in bezit.",
        zh: "数量必须至少为一，且不超过所拥有的单位数。"
    }
    /// Refusal `OperationCannotBePerformedInCurrentState`.
    REFUSAL_STATE {
        en: "The reservation can't be returned in its state or on this day: it must be active, and the day must be between purchase and expiration.",
        de: "Die Reservierung kann in ihrem Zustand oder an diesem Tag nicht zurückgegeben werden: Sie muss aktiv sein, und der Tag muss zwischen Kauf und Ablauf liegen.",
        sv: "Reservationen kan inte lämnas tillbaka i sitt tillstånd eller den här dagen: den måste vara aktiv och dagen ligga mellan inköpsdatumet och utgångsdatumet.",
        nl: "De reservering kan in deze status of op deze dag niet worden geretourneerd: de reservering moet actief zijn en de dag moet tussen aankoopdatum en vervaldatum liggen.",
        zh: "预订在当前状态或当日无法退回：必须处于活动状态，且日期须在购买与到期之间。"
    }
    /// Refusal `SelfServiceRefundNotSupported`.
    REFUSAL_PRODUCT {
        en: "This product can be neither refunded nor exchanged.",
        de: "Dieses Produkt kann weder erstattet noch umgetauscht werden.",
        sv: "Den här produkten kan varken återbetalas eller bytas.",
        nl: "Dit product kan niet worden geretourneerd en niet worden omgeruild.",
        zh: "此产品既不能退款也不能兑换。"
    }
    /// Refusal `ExchangeRightUsed`.
    REFUSAL_EXCHANGE_USED {
        en: "These units have had the only exchange they had left. Deprecated products near their end of life are exempt.",
        de: "Diese Einheiten haben den einen verbliebenen Umtausch schon gehabt. Ausgenommen sind eingestellte Produkte kurz vor ihrem Lebensende.",
        sv: "Dessa enheter har redan använt det enda byte de hade kvar. Utfasade produkter nära slutet av sin livscykel är undantagna.",
        nl: "Deze eenheden hebben de ene omruiling die ze nog hadden al gehad. Uitgezonderd zijn afgeschafte producten aan het einde van hun levensduur.",
        zh: "这些单位仅剩的一次兑换已用完。即将停止支持的弃用产品除外。"
    }
    /// Refusal `ExchangeRightEnded`.
    REFUSAL_EXCHANGE_ENDED {
        en: "Reservations bought this late can't be exchanged anymore. Deprecated products near their end of life are exempt.",
        de: "So spät gekaufte Reservierungen können nicht mehr umgetauscht werden. Ausgenommen sind eingestellte Produkte kurz vor ihrem Lebensende.",
        sv: "Reservationer som köpts så sent kan inte längre bytas. Utfasade produkter nära slutet av sin livscykel är undantagna.",
        nl: "Zo laat gekochte reserveringen kunnen niet meer worden omgeruild. Uitgezonderd zijn afgeschafte producten aan het einde van hun levensduur.",
        zh: "购买日期过晚的预订不能再兑换，即将停止支持的弃用产品除外。"
    }
    /// Refusal `DissimilarProducts`.
    REFUSAL_FAMILY {
        en: "What you buy belongs to another product family than what you return.",
        de: "Was Sie kaufen, gehört zu einer anderen Produktfamilie als die Rückgabe.",
        sv: "Det du köper tillhör en annan produktfamilj än det du lämnar tillbaka.",
        nl: "Wat u koopt, hoort bij een andere productfamilie dan wat u retourneert.",
        zh: "购买的产品与退回的产品不属于同一系列。"
    }
    /// Refusal `TargetNotSold`.
    REFUSAL_NOT_SOLD {
        en: "The new reservation is of a series that is no longer sold.",
        de: "Die neue Reservierung gehört zu einer Serie, die nicht mehr verkauft wird.",
        sv: "Den nya reservationen är av en serie som inte längre säljs.",
        nl: "De nieuwe reservering is van een serie die niet meer wordt verkocht.",
        zh: "新预订属于不再销售的系列。"
    }
    /// Refusal `CommitmentTooLow`.
    REFUSAL_COMMITMENT {
        en: "The new commitment is below the remaining commitment of what is returned.",
        de: "Die neue Verpflichtung liegt unter der verbleibenden Verpflichtung der Rückgabe.",
        sv: "Det nya åtagandet är lägre än det återstående åtagandet för det som lämnas tillbaka.",
        nl: "De nieuwe verplichting is lager dan de resterende verplichting van wat wordt geretourneerd.",
        zh: "新承诺额低于所退回部分的剩余承诺额。"
    }
    /// Refusal `RefundLimitExceeded`.
    REFUSAL_LIMIT {
        en: "The return does not fit into what is left of the refund cap.",
        de: "Die Rückgabe passt nicht in den Rest der Obergrenze.",
        sv: "Returen ryms inte i det som återstår av taket.",
        nl: "De retour past niet binnen wat over is van de restitutielimiet.",
        zh: "退回超出退款上限的剩余额度。"
    }

    /// Warning `LimitUnknown`.
    WARNING_LIMIT_UNKNOWN {
        en: "Without a USD rate the refund cap was not checked. Less than this amount, or nothing, may be paid out.",
        de: "Ohne USD-Kurs wurde die Obergrenze nicht geprüft. Die Auszahlung kann geringer sein oder ganz entfallen.",
        sv: "Utan USD-kurs har taket inte kontrollerats. Mindre än detta belopp, eller inget, kan betalas ut.",
        nl: "Zonder USD-koers is de restitutielimiet niet gecontroleerd. Het kan zijn dat er minder of niets wordt uitbetaald.",
        zh: "没有美元汇率，因此未检查退款上限。实际退款金额可能更少，也可能为零。"
    }
    /// Warning `FeeRateAssumed`.
    WARNING_FEE_ASSUMED {
        en: "The article charges an early termination fee without stating its rate. The rate used here is assumed.",
        de: "Der Artikel erhebt eine Gebühr für vorzeitige Kündigung, ohne ihren Satz zu nennen. Der hier verwendete Satz ist angenommen.",
        sv: "Artikeln tar ut en avgift för tidig uppsägning utan att ange satsen. Satsen som används här är antagen.",
        nl: "Het artikel brengt kosten voor vroegtijdige beëindiging in rekening zonder het percentage te noemen. Het hier gebruikte percentage is aangenomen.",
        zh: "文章规定收取提前终止费但未说明费率。此处使用的费率为假定值。"
    }
    /// Warning `FeeRateOverridden`.
    WARNING_FEE_OVERRIDDEN {
        en: "What-if: the fee rate of this quote is not that of the refund policy.",
        de: "Was wäre wenn: Der Gebührensatz dieser Berechnung ist nicht der der Rückerstattungsrichtlinie.",
        sv: "Tänk om: avgiftssatsen i den här beräkningen är inte återbetalningspolicyns.",
        nl: "Wat als: het kostenpercentage van deze berekening is niet dat van het restitutiebeleid.",
        zh: "假设：本报价的费率并非退款政策中的费率。"
    }
    /// Warning `FirstDaysObserved`.
    WARNING_FIRST_DAYS_OBSERVED {
        en: "Getting everything back within five days was observed in recorded answers; no document promises it.",
        de: "Die volle Rückgabe innerhalb von fünf Tagen wurde in aufgezeichneten Antworten beobachtet; kein Dokument sagt sie zu.",
        sv: "Att få tillbaka allt inom fem dagar har observerats i loggade svar; inget dokument utlovar det.",
        nl: "Alles terugkrijgen binnen vijf dagen is waargenomen in vastgelegde antwoorden; geen document zegt het toe.",
        zh: "五天内全额退还是在应答记录中观察到的，没有文档作出保证。"
    }
    /// Warning `FirstDaysEdge`.
    WARNING_FIRST_DAYS_EDGE {
        en: "The exact hour at which the five days end is unknown. Around this day the result is uncertain.",
        de: "Die genaue Stunde, zu der die fünf Tage enden, ist unbekannt. Um diesen Tag ist das Ergebnis unsicher.",
        sv: "Den exakta timme då de fem dagarna slutar är okänd. Kring denna dag är resultatet osäkert.",
        nl: "Het exacte uur waarop de vijf dagen eindigen is onbekend. Rond deze dag is de uitkomst onzeker.",
        zh: "五天期限结束的确切时刻未知。在此日前后结果不确定。"
    }
    /// Warning `CommitmentEqual`.
    WARNING_COMMITMENT_EQUAL {
        en: "The new commitment equals the remaining one exactly. One page of the documentation says it must be greater.",
        de: "Die neue Verpflichtung ist genau gleich der verbleibenden. Eine Seite der Dokumentation sagt, sie müsse größer sein.",
        sv: "Det nya åtagandet är exakt lika med det återstående. En sida i dokumentationen säger att det måste vara större.",
        nl: "De nieuwe verplichting is precies gelijk aan de resterende. Eén pagina van de documentatie zegt dat die hoger moet zijn.",
        zh: "新承诺额与剩余承诺额完全相等。有一页文档要求必须更大。"
    }
    /// Warning `ExchangeRightBoundary`.
    WARNING_EXCHANGE_BOUNDARY {
        en: "The exchange rules change on this very day.",
        de: "An genau diesem Tag ändern sich die Umtauschregeln.",
        sv: "Bytesreglerna ändras just den här dagen.",
        nl: "Precies op deze dag veranderen de regels voor omruilen.",
        zh: "兑换规则恰在当日变更。"
    }
    /// Warning `LastExchange`.
    WARNING_LAST_EXCHANGE {
        en: "These units have only one exchange left, and this is it.",
        de: "Diese Einheiten haben noch einen Umtausch, und dies ist er.",
        sv: "Dessa enheter har ett byte kvar, och det är detta.",
        nl: "Deze eenheden hebben nog één omruiling, en dit is die.",
        zh: "这些单位只剩一次兑换，即本次。"
    }
    /// Warning `SavingsPlanIsFinal`.
    WARNING_SAVINGS_PLAN {
        en: "A savings plan can never be cancelled.",
        de: "Ein Sparplan kann nie storniert werden.",
        sv: "En sparplan kan aldrig annulleras.",
        nl: "Een besparingsplan kan nooit worden geannuleerd.",
        zh: "节省计划永远不能取消。"
    }
    /// Warning `PremiumStorageTwin`.
    WARNING_TWIN {
        en: "This is the same size with or without premium storage: no new term, no transaction, no charge.",
        de: "Das ist dieselbe Größe mit oder ohne Premium-Speicher: keine neue Laufzeit, keine Transaktion, keine Kosten.",
        sv: "Detta är samma storlek med eller utan premiumlagring: ingen ny löptid, ingen transaktion, ingen kostnad.",
        nl: "Dit is dezelfde grootte met of zonder premium-opslag: geen nieuwe looptijd, geen transactie, geen kosten.",
        zh: "这是同一大小（有或无高级存储）：无新期限、无交易、无费用。"
    }
    /// Warning `StateUnknown`.
    WARNING_STATE_UNKNOWN {
        en: "Prorata doesn't know the state of this reservation, so it can't tell whether units can be returned. Check with Azure.",
        de: "Prorata kennt den Zustand dieser Reservierung nicht und kann daher nicht sagen, ob Einheiten zurückgegeben werden können. Prüfen Sie es in Azure.",
        sv: "Prorata känner inte till reservationens tillstånd och kan därför inte avgöra om enheter kan lämnas tillbaka. Kontrollera i Azure.",
        nl: "Prorata kent de status van deze reservering niet en kan dus niet zeggen of eenheden kunnen worden geretourneerd. Controleer dit in Azure.",
        zh: "Prorata 不认识此预订的状态，因此无法判断单位能否退回。请在 Azure 中核实。"
    }

    /// Disagreement `FeeChargedOrNot`: the question.
    DISAGREE_FEE {
        en: "Is an early termination fee charged?",
        de: "Wird eine Gebühr für vorzeitige Kündigung erhoben?",
        sv: "Tas en avgift för tidig uppsägning ut?",
        nl: "Worden kosten voor vroegtijdige beëindiging in rekening gebracht?",
        zh: "是否收取提前终止费？"
    }
    /// Disagreement `FeeChargedOrNot`: both readings.
    DISAGREE_FEE_READINGS {
        en: "The Partner Center articles of 2018 and 2020 charge it, the latter as a share of the credit. The Azure documentation since 2023 says that Microsoft is not currently charging it.",
        de: "Die Partner-Center-Artikel von 2018 und 2020 erheben sie, der zweite als Anteil der Gutschrift. Die Azure-Dokumentation seit 2023 sagt, dass Microsoft sie derzeit nicht erhebt.",
        sv: "Partnercenter-artiklarna från 2018 och 2020 tar ut den, den senare som en andel av krediteringen. Azure-dokumentationen sedan 2023 säger att Microsoft för närvarande inte tar ut den.",
        nl: "Volgens de Partner Center-artikelen van 2018 en 2020 worden ze in rekening gebracht, volgens het tweede als deel van het tegoed. Volgens de Azure-documentatie sinds 2023 brengt Microsoft ze momenteel niet in rekening.",
        zh: "2018 年与 2020 年的合作伙伴中心文章规定收取，后者按抵扣额的一定比例。2023 年以来的 Azure 文档称 Microsoft 目前不收取。"
    }
    /// Disagreement `FirstDaysPromisedOrObserved`: the question.
    DISAGREE_FIRST_DAYS {
        en: "Is everything given back within five days?",
        de: "Wird innerhalb von fünf Tagen alles zurückgegeben?",
        sv: "Ges allt tillbaka inom fem dagar?",
        nl: "Wordt binnen vijf dagen alles teruggegeven?",
        zh: "五天内是否全额退还？"
    }
    /// Disagreement `FirstDaysPromisedOrObserved`: both readings.
    DISAGREE_FIRST_DAYS_READINGS {
        en: "The article of 2020 promises it for unused reservations only. Recorded answers of Azure gave it for used ones as well, and the current documentation does not mention it.",
        de: "Der Artikel von 2020 sagt es nur für ungenutzte Reservierungen zu. Aufgezeichnete Antworten von Azure gewährten es auch für genutzte, und die aktuelle Dokumentation erwähnt es nicht.",
        sv: "Artikeln från 2020 utlovar det bara för oanvända reservationer. Loggade svar från Azure gav det även för använda, och den aktuella dokumentationen nämner det inte.",
        nl: "Het artikel van 2020 zegt het alleen toe voor ongebruikte reserveringen. Vastgelegde antwoorden van Azure gaven het ook voor gebruikte, en de huidige documentatie noemt het niet.",
        zh: "2020 年的文章仅对未使用的预订作此保证。Azure 的应答记录对已使用的预订也如此处理，而现行文档未提及。"
    }
    /// Disagreement `LimitCountsRefundOrCommitment`: the question.
    DISAGREE_LIMIT {
        en: "What counts against the refund cap?",
        de: "Was zählt zur Obergrenze?",
        sv: "Vad räknas mot taket?",
        nl: "Wat telt mee voor de restitutielimiet?",
        zh: "什么计入退款上限？"
    }
    /// Disagreement `LimitCountsRefundOrCommitment`: both readings.
    DISAGREE_LIMIT_READINGS {
        en: "The Azure documentation says the cancelled commitment, future instalments included. Recorded answers of Azure counted only the refund.",
        de: "Die Azure-Dokumentation nennt die stornierte Verpflichtung samt künftigen Raten. Aufgezeichnete Antworten von Azure zählten nur die Rückerstattung.",
        sv: "Azure-dokumentationen säger det annullerade åtagandet, inklusive framtida delbetalningar. Loggade svar från Azure räknade bara återbetalningen.",
        nl: "De Azure-documentatie zegt de geannuleerde verplichting, inclusief toekomstige termijnen. Vastgelegde antwoorden van Azure telden alleen de restitutie.",
        zh: "Azure 文档称计入已取消的承诺额（含未来分期）。Azure 的应答记录仅计入退款。"
    }
    /// Disagreement `FeeBase`: the question.
    DISAGREE_FEE_BASE {
        en: "What is the fee based on?",
        de: "Worauf wird die Gebühr berechnet?",
        sv: "Vad beräknas avgiften på?",
        nl: "Waarover worden de kosten berekend?",
        zh: "费用以什么为基数？"
    }
    /// Disagreement `FeeBase`: both readings.
    DISAGREE_FEE_BASE_READINGS {
        en: "This quote bases it on the prorated balance, as the article's rule reads. Other readings base it on the original price, which would be more.",
        de: "Diese Berechnung legt den anteiligen Restwert zugrunde, wie die Regel des Artikels lautet. Andere Lesarten nehmen den ursprünglichen Preis, was mehr wäre.",
        sv: "Den här beräkningen utgår från det proportionella återstående värdet, som artikelns regel lyder. Andra läsningar utgår från ursprungspriset, vilket blir mer.",
        nl: "Deze berekening gaat uit van het saldo naar rato, zoals de regel van het artikel luidt. Andere lezingen nemen de oorspronkelijke prijs, wat meer zou zijn.",
        zh: "本报价按文章规则以按比例余额为基数。另一种读法以原价为基数，费用会更高。"
    }
    /// Disagreement `CommitmentEqualOrGreater`: the question.
    DISAGREE_COMMITMENT {
        en: "Must the new commitment be greater, or is equal enough?",
        de: "Muss die neue Verpflichtung größer sein, oder genügt Gleichheit?",
        sv: "Måste det nya åtagandet vara större, eller räcker det att det är lika?",
        nl: "Moet de nieuwe verplichting hoger zijn, of volstaat gelijk?",
        zh: "新承诺额必须更大，还是相等即可？"
    }
    /// Disagreement `CommitmentEqualOrGreater`: both readings.
    DISAGREE_COMMITMENT_READINGS {
        en: "Most of the documentation says equal to or greater than the remaining commitment. One page says greater.",
        de: "Der größte Teil der Dokumentation sagt gleich oder größer als die verbleibende Verpflichtung. Eine Seite sagt größer.",
        sv: "Större delen av dokumentationen säger lika med eller större än det återstående åtagandet. En sida säger större.",
        nl: "Het grootste deel van de documentatie zegt gelijk aan of hoger dan de resterende verplichting. Eén pagina zegt hoger.",
        zh: "多数文档称须等于或大于剩余承诺额。有一页称须大于。"
    }

    /// Problem of a field: absent.
    PROBLEM_MISSING { en: "This is required.", de: "Diese Angabe ist erforderlich.", sv: "Detta krävs.", nl: "Dit is verplicht.", zh: "此项为必填。" }
    /// Problem of a field: not a decimal.
    PROBLEM_NOT_A_DECIMAL { en: "This must be a decimal number.", de: "Das muss eine Dezimalzahl sein.", sv: "Detta måste vara ett decimaltal.", nl: "Dit moet een decimaal getal zijn.", zh: "必须为十进制数。" }
    /// Problem of a field: below zero.
    PROBLEM_NEGATIVE { en: "This must not be negative.", de: "Das darf nicht negativ sein.", sv: "Detta får inte vara negativt.", nl: "Dit mag niet negatief zijn.", zh: "不得为负。" }
    /// Problem of a field: zero.
    PROBLEM_ZERO { en: "This must be greater than zero.", de: "Das muss größer als null sein.", sv: "Detta måste vara större än noll.", nl: "Dit moet groter dan nul zijn.", zh: "必须大于零。" }
    /// Problem of a field: above `{max}`.
    PROBLEM_TOO_LARGE { en: "This must be at most {max}.", de: "Das darf höchstens {max} sein.", sv: "Detta får vara högst {max}.", nl: "Dit mag hoogstens {max} zijn.", zh: "最大为 {max}。" }
    /// Problem of a field: more than `{count}` digits after the point.
    PROBLEM_TOO_PRECISE {
        en: "At most {count} digit is allowed after the decimal separator." | "At most {count} digits are allowed after the decimal separator.",
        de: "Höchstens {count} Nachkommastelle ist erlaubt." | "Höchstens {count} Nachkommastellen sind erlaubt.",
        sv: "Högst {count} decimal är tillåten." | "Högst {count} decimaler är tillåtna.",
        nl: "Hoogstens {count} decimaal is toegestaan." | "Hoogstens {count} decimalen zijn toegestaan.",
        zh: "小数点后最多 {count} 位。"
    }
    /// Problem of a field: not from `{min}` to `{max}`.
    PROBLEM_OUT_OF_RANGE { en: "This must be a whole number from {min} to {max}.", de: "Das muss eine ganze Zahl von {min} bis {max} sein.", sv: "Detta måste vara ett heltal från {min} till {max}.", nl: "Dit moet een geheel getal van {min} tot {max} zijn.", zh: "必须为 {min} 到 {max} 之间的整数。" }
    /// Problem of a field: no such currency.
    PROBLEM_CURRENCY { en: "This is not a currency of ISO 4217.", de: "Das ist keine Währung nach ISO 4217.", sv: "Detta är ingen valuta enligt ISO 4217.", nl: "Dit is geen valuta volgens ISO 4217.", zh: "不是 ISO 4217 货币。" }
    /// Problem of a field: another currency.
    PROBLEM_CURRENCY_MISMATCH { en: "This must be in the currency of the other amounts.", de: "Das muss in der Währung der anderen Beträge sein.", sv: "Detta måste vara i samma valuta som de andra beloppen.", nl: "Dit moet in de valuta van de andere bedragen zijn.", zh: "必须与其他金额使用同一货币。" }
    /// Problem of a field: not a date.
    PROBLEM_NOT_A_DATE { en: "Enter a date.", de: "Geben Sie ein Datum ein.", sv: "Ange ett datum.", nl: "Voer een datum in.", zh: "请输入日期。" }
    /// Problem of a field: outside the years of the calculator.
    PROBLEM_DATE_RANGE { en: "The date must lie between 2015 and 2100.", de: "Das Datum muss zwischen 2015 und 2100 liegen.", sv: "Datumet måste ligga mellan 2015 och 2100.", nl: "De datum moet tussen 2015 en 2100 liggen.", zh: "日期必须在 2015 年至 2100 年之间。" }
    /// Problem of a field: expiry before purchase.
    PROBLEM_EXPIRY { en: "The expiration date must be after the purchase date.", de: "Das Ablaufdatum muss nach dem Kaufdatum liegen.", sv: "Utgångsdatumet måste ligga efter inköpsdatumet.", nl: "De vervaldatum moet na de aankoopdatum liggen.", zh: "到期日期必须晚于购买日期。" }
    /// Problem of a field: no such term.
    PROBLEM_TERM { en: "This term is not known.", de: "Diese Laufzeit ist nicht bekannt.", sv: "Den här löptiden är inte känd.", nl: "Deze looptijd is niet bekend.", zh: "未知期限。" }
    /// Problem of a field: no such billing plan.
    PROBLEM_BILLING_PLAN { en: "This billing plan is not known.", de: "Dieser Abrechnungsplan ist nicht bekannt.", sv: "Den här faktureringsplanen är inte känd.", nl: "Dit factureringsplan is niet bekend.", zh: "未知计费计划。" }
    /// Problem of a field: no such type of savings plan.
    PROBLEM_SAVINGS_PLAN_TYPE { en: "This type of savings plan is not known.", de: "Diese Art von Sparplan ist nicht bekannt.", sv: "Den här typen av sparplan är inte känd.", nl: "Dit type besparingsplan is niet bekend.", zh: "未知的节省计划类型。" }
    /// Problem of the term of a compute plan.
    PROBLEM_COMPUTE_PLAN_TERM { en: "A compute savings plan is sold for one or three years.", de: "Einen Sparplan für Compute gibt es für ein oder drei Jahre.", sv: "En sparplan för beräkningsresurser säljs på ett eller tre år.", nl: "Een besparingsplan voor compute wordt verkocht voor één of drie jaar.", zh: "计算节省计划的期限为一年或三年。" }
    /// Problem of the term of a database plan.
    PROBLEM_DATABASE_PLAN_TERM { en: "A database savings plan is sold for one year only.", de: "Einen Sparplan für Datenbanken gibt es nur für ein Jahr.", sv: "En sparplan för databaser säljs bara på ett år.", nl: "Een besparingsplan voor databases wordt alleen voor één jaar verkocht.", zh: "数据库节省计划的期限只有一年。" }
    /// Problem of a field: no such policy.
    PROBLEM_POLICY { en: "This refund policy is not known.", de: "Diese Rückerstattungsrichtlinie ist nicht bekannt.", sv: "Den här återbetalningspolicyn är inte känd.", nl: "Dit restitutiebeleid is niet bekend.", zh: "未知的退款政策。" }
    /// Problem of a field: more than owned.
    PROBLEM_MORE_THAN_OWNED { en: "This is more than the reservation holds.", de: "Das ist mehr, als die Reservierung umfasst.", sv: "Detta är mer än reservationen omfattar.", nl: "Dit is meer dan de reservering bevat.", zh: "超过预订所含数量。" }
    /// Problem of a list: not `{min}` to `{max}` entries.
    PROBLEM_LENGTH { en: "There must be {min} to {max} entries.", de: "Es müssen {min} bis {max} Einträge sein.", sv: "Det måste finnas {min} till {max} poster.", nl: "Er moeten {min} tot {max} vermeldingen zijn.", zh: "条目数必须为 {min} 到 {max}。" }
    /// Problem of a request that cannot be read, with the reader's English `{message}`.
    PROBLEM_UNREADABLE { en: "This cannot be read: {message}", de: "Das kann nicht gelesen werden: {message}", sv: "Detta kan inte läsas: {message}", nl: "Dit kan niet worden gelezen: {message}", zh: "无法读取：{message}" }
}
