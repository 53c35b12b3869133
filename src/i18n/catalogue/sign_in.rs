//! Signing in, the people of a server, and what a second person confirms.

use crate::catalogue;

catalogue! {
    /// Title of the page, and button.
    SIGN_IN { en: "Sign in", de: "Anmelden", sv: "Logga in", nl: "Aanmelden", zh: "登录" }
    /// What the page says to somebody who has not signed in.
    PURPOSE {
        en: "Use your organization's account.",
        de: "Verwenden Sie das Konto Ihrer Organisation.",
        sv: "Använd organisationens konto.",
        nl: "Gebruik het account van uw organisatie.",
        zh: "请使用您组织的账户。"
    }
    /// While it is found out who it is.
    GOING { en: "Signing in…", de: "Anmeldung läuft …", sv: "Loggar in …", nl: "Aanmelden…", zh: "正在登录…" }
    /// After signing out.
    SIGNED_OUT { en: "You are signed out.", de: "Sie sind abgemeldet.", sv: "Du är utloggad.", nl: "U bent afgemeld.", zh: "您已退出登录。" }
    /// What came back was used already, or is not from this tab.
    NOT_ASKED { en: "This sign-in is no longer valid", de: "Diese Anmeldung ist nicht mehr gültig", sv: "Den här inloggningen gäller inte längre", nl: "Deze aanmelding is niet meer geldig", zh: "此登录已失效" }
    /// What to do about it.
    NOT_ASKED_ADVICE {
        en: "It was used already or begun in another tab. Sign in again.",
        de: "Sie wurde schon verwendet oder in einem anderen Tab begonnen. Melden Sie sich erneut an.",
        sv: "Den har redan använts eller påbörjats på en annan flik. Logga in igen.",
        nl: "De aanmelding is al gebruikt of op een ander tabblad begonnen. Meld u opnieuw aan.",
        zh: "它已被使用，或是在其他标签页中开始的。请重新登录。"
    }
    /// What came back is for somebody else.
    MISMATCH { en: "The answer of the sign-in service doesn't match the request", de: "Die Antwort des Anmeldedienstes passt nicht zur Anfrage", sv: "Inloggningstjänstens svar stämmer inte med begäran", nl: "Het antwoord van de aanmeldingsservice past niet bij de aanvraag", zh: "登录服务的响应与请求不符" }
    /// What to do about it.
    MISMATCH_ADVICE {
        en: "Sign in again. If it happens again, tell the administrator of this server.",
        de: "Melden Sie sich erneut an. Geschieht es wieder, informieren Sie den Administrator dieses Servers.",
        sv: "Logga in igen. Om det upprepas kontaktar du serverns administratör.",
        nl: "Meld u opnieuw aan. Gebeurt het weer, waarschuw dan de beheerder van deze server.",
        zh: "请重新登录。如果再次发生，请告知此服务器的管理员。"
    }
    /// The issuer, or the server after it, says no.
    REFUSED { en: "You were not signed in", de: "Sie wurden nicht angemeldet", sv: "Du loggades inte in", nl: "U bent niet aangemeld", zh: "未能登录" }
    /// The word of the sign-in service for the reason.
    REFUSED_WHY { en: "Answer of the sign-in service: {word}", de: "Antwort des Anmeldedienstes: {word}", sv: "Inloggningstjänstens svar: {word}", nl: "Antwoord van de aanmeldingsservice: {word}", zh: "登录服务的响应：{word}" }
    /// Their organization is no partner on this server.
    UNKNOWN_PARTNER_ADVICE {
        en: "Your organization is not set up on this server. Ask its administrator.",
        de: "Ihre Organisation ist auf diesem Server nicht eingerichtet. Wenden Sie sich an seinen Administrator.",
        sv: "Din organisation finns inte på den här servern. Kontakta serverns administratör.",
        nl: "Uw organisatie is niet ingesteld op deze server. Neem contact op met de beheerder ervan.",
        zh: "您的组织未在此服务器上设置。请联系其管理员。"
    }
    /// The browser has no cryptography for this page.
    NO_SECRETS { en: "This browser can't sign in on this page", de: "Auf dieser Seite kann sich der Browser nicht anmelden", sv: "Webbläsaren kan inte logga in på den här sidan", nl: "Deze browser kan zich op deze pagina niet aanmelden", zh: "浏览器无法在此页面登录" }
    /// What to do about it.
    NO_SECRETS_ADVICE {
        en: "Open the page with https:// and allow it to store data.",
        de: "Öffnen Sie die Seite mit https:// und erlauben Sie ihr, Daten zu speichern.",
        sv: "Öppna sidan med https:// och tillåt att den sparar data.",
        nl: "Open de pagina met https:// en sta toe dat gegevens worden opgeslagen.",
        zh: "请使用 https:// 打开页面，并允许其存储数据。"
    }
    /// The issuer is not reached.
    NO_ISSUER { en: "The sign-in service can't be reached", de: "Der Anmeldedienst ist nicht erreichbar", sv: "Inloggningstjänsten kan inte nås", nl: "De aanmeldingsservice is niet bereikbaar", zh: "无法连接登录服务" }
    /// The configuration cannot be read.
    NOT_CONFIGURED { en: "This version doesn't know how people sign in here", de: "Diese Version kennt die Anmeldung dieses Servers nicht", sv: "Den här versionen känner inte till serverns inloggning", nl: "Deze versie kent de aanmelding van deze server niet", zh: "此版本不支持该服务器的登录方式" }
    /// Somebody has no role.
    NO_ROLE { en: "{name}, you have no role in Prorata", de: "{name}, Sie haben keine Rolle in Prorata", sv: "{name}, du har ingen roll i Prorata", nl: "{name}, u hebt geen rol in Prorata", zh: "{name}，您在 Prorata 中没有角色" }
    /// What to do about it.
    NO_ROLE_ADVICE {
        en: "Ask an administrator for a role, then sign in again.",
        de: "Bitten Sie einen Administrator um eine Rolle und melden Sie sich dann erneut an.",
        sv: "Be en administratör om en roll och logga sedan in igen.",
        nl: "Vraag een beheerder om een rol en meld u daarna opnieuw aan.",
        zh: "请向管理员申请角色，然后重新登录。"
    }
    /// The session is over while a page is open.
    OVER { en: "Your sign-in has ended", de: "Ihre Anmeldung ist abgelaufen", sv: "Din inloggning har upphört", nl: "Uw aanmelding is verlopen", zh: "您的登录已过期" }
    /// What that means.
    OVER_KEPT {
        en: "What you typed is kept. Sign in again to continue.",
        de: "Ihre Eingaben bleiben erhalten. Melden Sie sich erneut an, um fortzufahren.",
        sv: "Det du har skrivit finns kvar. Logga in igen för att fortsätta.",
        nl: "Wat u hebt ingevoerd, blijft bewaard. Meld u opnieuw aan om verder te gaan.",
        zh: "您输入的内容会保留。请重新登录以继续。"
    }
    /// Button.
    AGAIN { en: "Sign in again", de: "Erneut anmelden", sv: "Logga in igen", nl: "Opnieuw aanmelden", zh: "重新登录" }

    /// Field.
    NAME { en: "Account name", de: "Kontoname", sv: "Kontonamn", nl: "Accountnaam", zh: "账户名" }
    /// Field.
    PASSWORD { en: "Password", de: "Kennwort", sv: "Lösenord", nl: "Wachtwoord", zh: "密码" }
    /// Nothing was typed.
    NEEDED { en: "Fill in this field.", de: "Füllen Sie dieses Feld aus.", sv: "Fyll i det här fältet.", nl: "Vul dit veld in.", zh: "请填写此字段。" }
    /// Either is wrong, and nobody is told which.
    WRONG { en: "The account name or the password is wrong.", de: "Der Kontoname oder das Kennwort ist falsch.", sv: "Kontonamnet eller lösenordet är fel.", nl: "De accountnaam of het wachtwoord is onjuist.", zh: "账户名或密码错误。" }
    /// Title of the page that accepts an invitation.
    INVITATION { en: "Create your account", de: "Ihr Konto erstellen", sv: "Skapa ditt konto", nl: "Uw account maken", zh: "创建您的账户" }
    /// What somebody is invited to.
    INVITED { en: "You are invited. Your role: {role}.", de: "Sie sind eingeladen. Ihre Rolle: {role}.", sv: "Du är inbjuden. Din roll: {role}.", nl: "U bent uitgenodigd. Uw rol: {role}.", zh: "您已受邀。您的角色：{role}。" }
    /// There is no such invitation, or no longer.
    NO_INVITATION { en: "This invitation is no longer valid", de: "Diese Einladung ist nicht mehr gültig", sv: "Den här inbjudan gäller inte längre", nl: "Deze uitnodiging is niet meer geldig", zh: "此邀请已失效" }
    /// What to do about it.
    NO_INVITATION_ADVICE {
        en: "It was used or taken back, or its time is over. Ask an administrator for another one.",
        de: "Sie wurde verwendet oder zurückgenommen, oder ihre Zeit ist abgelaufen. Bitten Sie einen Administrator um eine neue.",
        sv: "Den har använts eller dragits tillbaka, eller så har tiden gått ut. Be en administratör om en ny.",
        nl: "De uitnodiging is gebruikt of ingetrokken, of de tijd is verstreken. Vraag een beheerder om een nieuwe.",
        zh: "它已被使用或撤回，或者已过期。请向管理员索取新的邀请。"
    }
    /// How long a password has to be.
    PASSWORD_HINT {
        en: "At least {count} character." | "At least {count} characters.",
        de: "Mindestens {count} Zeichen." | "Mindestens {count} Zeichen.",
        sv: "Minst {count} tecken." | "Minst {count} tecken.",
        nl: "Minstens {count} teken." | "Minstens {count} tekens.",
        zh: "至少 {count} 个字符。"
    }
    /// Field.
    REPEAT { en: "Repeat the password", de: "Kennwort wiederholen", sv: "Upprepa lösenordet", nl: "Wachtwoord herhalen", zh: "再次输入密码" }
    /// The two are not the same.
    DIFFERENT { en: "The two passwords differ.", de: "Die beiden Kennwörter sind verschieden.", sv: "Lösenorden är olika.", nl: "De twee wachtwoorden verschillen.", zh: "两次输入的密码不同。" }
    /// Button.
    CREATE { en: "Create account", de: "Konto erstellen", sv: "Skapa konto", nl: "Account maken", zh: "创建账户" }
    /// Somebody else has it.
    NAME_TAKEN { en: "This name is taken. Choose another one.", de: "Dieser Name ist vergeben. Wählen Sie einen anderen.", sv: "Namnet är upptaget. Välj ett annat.", nl: "Deze naam is bezet. Kies een andere.", zh: "此名称已被使用。请另选一个。" }
    /// It is not a name.
    NAME_INVALID { en: "This name can't be used. Choose another one.", de: "Dieser Name ist nicht möglich. Wählen Sie einen anderen.", sv: "Namnet kan inte användas. Välj ett annat.", nl: "Deze naam kan niet worden gebruikt. Kies een andere.", zh: "不能使用此名称。请另选一个。" }
    /// The password is too short or too easy.
    WEAK { en: "This password is too easy to guess. Choose another one.", de: "Dieses Kennwort ist zu leicht zu erraten. Wählen Sie ein anderes.", sv: "Lösenordet är för lätt att gissa. Välj ett annat.", nl: "Dit wachtwoord is te gemakkelijk te raden. Kies een ander.", zh: "此密码太容易被猜到。请另选一个。" }

    /// Title of the page about the own account.
    ACCOUNT { en: "Your account", de: "Ihr Konto", sv: "Ditt konto", nl: "Uw account", zh: "您的账户" }
    /// Name of the menu of who has signed in, for screen readers.
    SIGNED_IN_AS { en: "Signed in: {name}, {role}", de: "Angemeldet: {name}, {role}", sv: "Inloggad: {name}, {role}", nl: "Aangemeld: {name}, {role}", zh: "已登录：{name}，{role}" }
    /// Property: of which partner somebody is.
    PARTNER { en: "Partner", de: "Partner", sv: "Partner", nl: "Partner", zh: "合作伙伴" }
    /// Button.
    SIGN_OUT { en: "Sign out", de: "Abmelden", sv: "Logga ut", nl: "Afmelden", zh: "退出登录" }
    /// The server could not be told.
    NOT_SIGNED_OUT { en: "You are still signed in: the server can't be reached.", de: "Sie sind noch angemeldet: Der Server ist nicht erreichbar.", sv: "Du är fortfarande inloggad: servern kan inte nås.", nl: "U bent nog aangemeld: de server is niet bereikbaar.", zh: "您仍处于登录状态：无法连接服务器。" }
    /// The page where nobody signs in.
    NOBODY { en: "Nobody signs in here.", de: "Hier meldet sich niemand an.", sv: "Här loggar ingen in.", nl: "Hier meldt niemand zich aan.", zh: "此处无需登录。" }
    /// Part, and button.
    CHANGE_PASSWORD { en: "Change password", de: "Kennwort ändern", sv: "Byt lösenord", nl: "Wachtwoord wijzigen", zh: "更改密码" }
    /// What it does beside.
    CHANGE_HINT { en: "Everywhere else, you will be signed out.", de: "Überall sonst werden Sie abgemeldet.", sv: "Du loggas ut överallt annars.", nl: "Overal elders wordt u afgemeld.", zh: "您将在其他所有位置退出登录。" }
    /// Field.
    OLD_PASSWORD { en: "Current password", de: "Aktuelles Kennwort", sv: "Nuvarande lösenord", nl: "Huidig wachtwoord", zh: "当前密码" }
    /// Field.
    NEW_PASSWORD { en: "New password", de: "Neues Kennwort", sv: "Nytt lösenord", nl: "Nieuw wachtwoord", zh: "新密码" }
    /// It is not the one.
    OLD_WRONG { en: "The current password is wrong.", de: "Das aktuelle Kennwort ist falsch.", sv: "Det nuvarande lösenordet är fel.", nl: "Het huidige wachtwoord is onjuist.", zh: "当前密码错误。" }
    /// It was changed.
    CHANGED { en: "The password is changed.", de: "Das Kennwort ist geändert.", sv: "Lösenordet är bytt.", nl: "Het wachtwoord is gewijzigd.", zh: "密码已更改。" }

    /// Title of the page with all accounts.
    PEOPLE { en: "People", de: "Personen", sv: "Personer", nl: "Personen", zh: "人员" }
    /// What it is for.
    PEOPLE_SUMMARY { en: "Who can sign in, and in which role.", de: "Wer sich anmelden kann, und in welcher Rolle.", sv: "Vilka som kan logga in, och i vilken roll.", nl: "Wie zich kan aanmelden, en in welke rol.", zh: "谁可以登录，以及以何种角色。" }
    /// Why somebody does not see it.
    PEOPLE_NOT { en: "Only an administrator of local accounts sees this page.", de: "Diese Seite sehen nur Administratoren lokaler Konten.", sv: "Bara administratörer för lokala konton ser den här sidan.", nl: "Alleen beheerders van lokale accounts zien deze pagina.", zh: "仅本地账户的管理员可以查看此页面。" }
    /// Column: since when.
    SINCE { en: "Since", de: "Seit", sv: "Sedan", nl: "Sinds", zh: "创建日期" }
    /// Column: until when something is valid.
    UNTIL { en: "Valid until", de: "Gültig bis", sv: "Giltig till", nl: "Geldig tot", zh: "有效期至" }
    /// Column of buttons, for screen readers.
    ACTIONS { en: "Actions", de: "Aktionen", sv: "Åtgärder", nl: "Acties", zh: "操作" }
    /// Name of the choice of somebody's role, for screen readers.
    ROLE_OF { en: "Role of {name}", de: "Rolle von {name}", sv: "Roll för {name}", nl: "Rol van {name}", zh: "{name} 的角色" }
    /// Somebody has another role.
    ROLE_CHANGED { en: "The role is changed.", de: "Die Rolle ist geändert.", sv: "Rollen är ändrad.", nl: "De rol is gewijzigd.", zh: "角色已更改。" }
    /// Button: asks first.
    REMOVE { en: "Remove…", de: "Entfernen …", sv: "Ta bort …", nl: "Verwijderen…", zh: "移除…" }
    /// The question.
    REMOVE_TITLE { en: "Remove {name}?", de: "{name} entfernen?", sv: "Ta bort {name}?", nl: "{name} verwijderen?", zh: "移除 {name}？" }
    /// What it means.
    REMOVE_MEANS { en: "The account can no longer sign in and is signed out at once. What was done with it stays in the records.", de: "Das Konto kann sich nicht mehr anmelden und wird sofort abgemeldet. Was damit getan wurde, bleibt aufgezeichnet.", sv: "Kontot kan inte längre logga in och loggas ut direkt. Det som gjorts med det finns kvar i loggen.", nl: "Het account kan zich niet meer aanmelden en wordt direct afgemeld. Wat ermee is gedaan, blijft vastgelegd.", zh: "该账户将无法再登录，并会立即退出。其操作记录会保留。" }
    /// Button: confirms.
    REMOVE_CONFIRM { en: "Remove account", de: "Konto entfernen", sv: "Ta bort kontot", nl: "Account verwijderen", zh: "移除账户" }
    /// Nobody could manage accounts any more.
    LAST_ADMINISTRATOR { en: "This is the last administrator. Make someone else an administrator first.", de: "Das ist der letzte Administrator. Machen Sie zuerst jemand anderen zum Administrator.", sv: "Det här är den sista administratören. Gör någon annan till administratör först.", nl: "Dit is de laatste beheerder. Maak eerst iemand anders beheerder.", zh: "这是最后一位管理员。请先将其他人设为管理员。" }
    /// Part: invite somebody.
    INVITE { en: "Invite someone", de: "Jemanden einladen", sv: "Bjud in någon", nl: "Iemand uitnodigen", zh: "邀请他人" }
    /// Button.
    INVITE_CREATE { en: "Create invitation", de: "Einladung erstellen", sv: "Skapa inbjudan", nl: "Uitnodiging maken", zh: "创建邀请" }
    /// Field with the link of an invitation.
    LINK { en: "Invitation link", de: "Einladungslink", sv: "Inbjudningslänk", nl: "Uitnodigingslink", zh: "邀请链接" }
    /// What to do with it.
    LINK_HINT { en: "Send it to one person. It is shown only now and is valid until {until}.", de: "Senden Sie ihn an eine Person. Er wird nur jetzt angezeigt und gilt bis {until}.", sv: "Skicka den till en person. Den visas bara nu och gäller till {until}.", nl: "Stuur deze naar één persoon. De link wordt alleen nu getoond en is geldig tot {until}.", zh: "请发送给一个人。它仅显示这一次，有效期至 {until}。" }
    /// Table of invitations.
    INVITATIONS { en: "Open invitations", de: "Offene Einladungen", sv: "Öppna inbjudningar", nl: "Openstaande uitnodigingen", zh: "未接受的邀请" }
    /// There is none.
    NO_INVITATIONS { en: "No open invitations.", de: "Keine offenen Einladungen.", sv: "Inga öppna inbjudningar.", nl: "Geen openstaande uitnodigingen.", zh: "没有未接受的邀请。" }
    /// Button of an invitation.
    TAKE_BACK { en: "Take back", de: "Zurücknehmen", sv: "Dra tillbaka", nl: "Intrekken", zh: "撤回" }

    /// Title of the page with what a second person confirms.
    CONFIRMATIONS { en: "Confirmations", de: "Bestätigungen", sv: "Bekräftelser", nl: "Bevestigingen", zh: "确认" }
    /// What it is for.
    CONFIRMATIONS_SUMMARY { en: "Returns and exchanges that a second person confirms before they are carried out.", de: "Rückgaben und Umtausche, die eine zweite Person bestätigt, bevor sie ausgeführt werden.", sv: "Returer och byten som en andra person bekräftar innan de genomförs.", nl: "Retouren en omruilingen die een tweede persoon bevestigt voordat ze worden uitgevoerd.", zh: "执行前需由第二人确认的退回和兑换。" }
    /// Nothing does.
    NOTHING_WAITS { en: "Nothing is waiting for confirmation.", de: "Nichts wartet auf Bestätigung.", sv: "Inget väntar på bekräftelse.", nl: "Er wacht niets op bevestiging.", zh: "没有待确认的事项。" }
    /// Column, and kind.
    KIND { en: "What", de: "Was", sv: "Vad", nl: "Wat", zh: "事项" }
    /// Kind.
    KIND_RETURN { en: "Return", de: "Rückgabe", sv: "Retur", nl: "Retour", zh: "退回" }
    /// Kind.
    KIND_EXCHANGE { en: "Exchange", de: "Umtausch", sv: "Byte", nl: "Omruiling", zh: "兑换" }
    /// Column: what is paid back.
    AMOUNT { en: "Amount", de: "Betrag", sv: "Belopp", nl: "Bedrag", zh: "金额" }
    /// Column: who asked.
    REQUESTED_BY { en: "Requested by", de: "Angefragt von", sv: "Begärt av", nl: "Aangevraagd door", zh: "申请人" }
    /// Button.
    CONFIRM { en: "Confirm…", de: "Bestätigen …", sv: "Bekräfta …", nl: "Bevestigen…", zh: "确认…" }
    /// Button.
    DECLINE { en: "Decline", de: "Ablehnen", sv: "Avslå", nl: "Afwijzen", zh: "拒绝" }
    /// Button of who asked.
    WITHDRAW { en: "Withdraw", de: "Zurückziehen", sv: "Dra tillbaka", nl: "Intrekken", zh: "撤回" }
    /// Why who asked cannot confirm.
    OWN { en: "Someone else has to confirm what you requested.", de: "Was Sie angefragt haben, muss jemand anderes bestätigen.", sv: "Någon annan måste bekräfta det du har begärt.", nl: "Iemand anders moet bevestigen wat u hebt aangevraagd.", zh: "您申请的事项须由他人确认。" }
    /// It can be carried out now.
    CONFIRMED_BY { en: "Confirmed by {name}", de: "Bestätigt von {name}", sv: "Bekräftat av {name}", nl: "Bevestigd door {name}", zh: "已由 {name} 确认" }
    /// The question.
    CONFIRM_TITLE { en: "Confirm {amount}?", de: "{amount} bestätigen?", sv: "Bekräfta {amount}?", nl: "{amount} bevestigen?", zh: "确认 {amount}？" }
    /// What it means.
    CONFIRM_MEANS { en: "{name} can then carry it out. Both names are recorded.", de: "{name} kann es dann ausführen. Beide Namen werden protokolliert.", sv: "{name} kan sedan genomföra det. Båda namnen loggas.", nl: "{name} kan het daarna uitvoeren. Beide namen worden vastgelegd.", zh: "之后 {name} 即可执行。两人的姓名均会被记录。" }
    /// Button: confirms.
    CONFIRM_NOW { en: "Confirm", de: "Bestätigen", sv: "Bekräfta", nl: "Bevestigen", zh: "确认" }
    /// Toast.
    CONFIRMED { en: "Confirmed.", de: "Bestätigt.", sv: "Bekräftat.", nl: "Bevestigd.", zh: "已确认。" }
    /// Part: above which amount.
    THRESHOLD { en: "When a second person is needed", de: "Wann eine zweite Person nötig ist", sv: "När en andra person behövs", nl: "Wanneer een tweede persoon nodig is", zh: "何时需要第二人" }
    /// Field: the amount.
    THRESHOLD_ABOVE { en: "Above this amount", de: "Über diesem Betrag", sv: "Över det här beloppet", nl: "Boven dit bedrag", zh: "超过此金额" }
    /// What an empty field means.
    THRESHOLD_HINT { en: "Empty: one person is enough.", de: "Leer: Eine Person genügt.", sv: "Tomt: en person räcker.", nl: "Leeg: één persoon is genoeg.", zh: "留空：一人即可。" }
    /// Field: its currency.
    THRESHOLD_CURRENCY { en: "Currency", de: "Währung", sv: "Valuta", nl: "Valuta", zh: "货币" }
    /// Button.
    SAVE { en: "Save", de: "Speichern", sv: "Spara", nl: "Opslaan", zh: "保存" }
    /// Toast.
    SAVED { en: "The setting is saved.", de: "Die Einstellung ist gespeichert.", sv: "Inställningen är sparad.", nl: "De instelling is opgeslagen.", zh: "设置已保存。" }
    /// While something is sent.
    SENDING { en: "One moment…", de: "Einen Moment …", sv: "Ett ögonblick …", nl: "Een ogenblik…", zh: "请稍候…" }
}
