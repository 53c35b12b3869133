//! What a return or an exchange looks like as commands: for the Azure CLI in Bash, for PowerShell, and as requests.
//!
//! Each is two steps, so that nobody carries out what they have not seen: the first asks Microsoft for its quote and
//! shows it, the second carries exactly that quote out, by its session. Microsoft.Capacity 2022-11-01; `az rest` and
//! `Invoke-AzRestMethod` as their documentation describes them on 2026-11-22. The commands of the CLI's extension and
//! of Az.Reservations know neither savings plans nor every scope, so that they are not used.
//!
//! Invariant: nothing out of a record is code. Bodies are JSON in ASCII without an apostrophe, addresses are encoded,
//! and every text stands between single quotation marks.

use crate::ReservationRef;
use crate::encoding::path_segment;
use azure::{
    CalculateExchangeRequest, CalculateRefundRequest, ReservationId, ReservationOrderId,
    ReservationToReturn, Wire,
};
use serde_json::{Value, json};

const HOST: &str = "https://management.azure.com";
const CAPACITY: &str = "/providers/Microsoft.Capacity";
const API_VERSION: &str = "api-version=2022-11-01";
/// Stands in a body for the session of the quote.
const SESSION: &str = "{{sessionId}}";

/// What commands are written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// The Azure CLI in Bash, as in Cloud Shell.
    AzureCli,
    /// Az PowerShell.
    PowerShell,
    /// Requests, as editors and clients for REST read them.
    Rest,
}

impl Shell {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::AzureCli, Self::PowerShell, Self::Rest];

    /// The name in an address or a form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::AzureCli => "az",
            Self::PowerShell => "powershell",
            Self::Rest => "rest",
        }
    }
}

/// The two steps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Commands {
    /// Asks for the quote and shows it. Changes nothing.
    pub quote: String,
    /// Carries out what was quoted.
    pub carry_out: String,
}

/// Units to return.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitsToReturn {
    /// The reservation.
    pub of: ReservationRef,
    /// How many of its units.
    pub units: u32,
}

/// The return of units of one reservation or of several, those of a customer one after another. `reason` is what
/// Microsoft is told.
#[must_use]
pub fn of_returns(returns: &[UnitsToReturn], reason: &str, shell: Shell) -> Commands {
    let (mut quote, mut carry_out) = (Vec::new(), Vec::new());
    let mut tenant = "";
    for (number, line) in (1_usize..).zip(returns) {
        let UnitsToReturn { of, units } = line;
        if !of.customer.eq_ignore_ascii_case(tenant) {
            tenant = &of.customer;
            // A session is carried out in the tenant in which it was quoted.
            quote.push(sign_in(tenant, shell));
            carry_out.extend((returns.len() > 1).then(|| sign_in(tenant, shell)));
        }
        let id = ReservationId::of(&ReservationOrderId::of(&of.order), &of.reservation);
        let asked = CalculateRefundRequest::of(&id, *units).write();
        let returned = json!({ "properties": {
            "sessionId": SESSION,
            "scope": "Reservation",
            "reservationToReturn": ReservationToReturn::of(&id, *units).write(),
            "returnReason": reason,
        }});
        let order = format!("{CAPACITY}/reservationOrders/{}", segment(&of.order));
        let name = match returns.len() {
            1 => String::new(),
            _ => number.to_string(),
        };
        quote.push(ask(&format!("{order}/calculateRefund"), &asked, &name, shell));
        carry_out.push(send(&format!("{order}/return"), &returned, &name, shell));
    }
    Commands { quote: quote.join("\n"), carry_out: carry_out.join("\n") }
}

/// An exchange for the customer with this tenant GUID.
#[must_use]
pub fn of_exchange(tenant: &str, asked: &CalculateExchangeRequest, shell: Shell) -> Commands {
    let quoted = ask_and_wait(&format!("{CAPACITY}/calculateExchange"), &asked.write(), shell);
    let exchanged = json!({ "properties": { "sessionId": SESSION } });
    Commands {
        quote: format!("{}\n{quoted}", sign_in(tenant, shell)),
        carry_out: send(&format!("{CAPACITY}/exchange"), &exchanged, "", shell),
    }
}

/// Everything happens in the customer's tenant.
fn sign_in(tenant: &str, shell: Shell) -> String {
    match shell {
        Shell::AzureCli => format!("az login --tenant {}", bash(tenant)),
        Shell::PowerShell => format!("Connect-AzAccount -Tenant {}", powershell(tenant)),
        Shell::Rest => {
            format!("# {{{{token}}}}: az account get-access-token --tenant {}", segment(tenant))
        }
    }
}

/// Asks for a quote that is answered at once, shows it, and keeps its session.
fn ask(path: &str, body: &Value, name: &str, shell: Shell) -> String {
    let (path, body) = (format!("{path}?{API_VERSION}"), body_text(body));
    match shell {
        Shell::AzureCli => format!(
            "quote{name}=$(az rest --method post --url {} --body {} --query {} --output tsv)\n\
             printf '%s\\n' \"$quote{name}\"\n\
             session{name}=${{quote{name}%%$'\\t'*}}",
            bash(&format!("{HOST}{path}")),
            bash(&body),
            bash(REFUND_SHOWN),
        ),
        Shell::PowerShell => format!(
            "$quote{name} = (Invoke-AzRestMethod -Method POST -Path {} -Payload {}).Content | ConvertFrom-Json\n\
             $quote{name} | ConvertTo-Json -Depth 9",
            powershell(&path),
            powershell(&body),
        ),
        Shell::Rest => request(&path, &body),
    }
}

/// What of a refund quote is shown: its session, what comes back, what is no longer charged, and why it would be
/// refused.
const REFUND_SHOWN: &str = "[[properties.sessionId, properties.billingRefundAmount.amount, \
    properties.billingRefundAmount.currencyCode, \
    properties.billingInformation.billingCurrencyRemainingCommitmentAmount.amount, \
    join(' ', properties.policyResult.properties.policyErrors[].code || `[]`)]]";

/// Asks for a quote that takes its time, waits for it, shows it, and keeps its session.
fn ask_and_wait(path: &str, body: &Value, shell: Shell) -> String {
    let (path, body) = (format!("{path}?{API_VERSION}"), body_text(body));
    match shell {
        // `az rest` shows no headers, and the quote is found at the place that one of them names.
        Shell::AzureCli => format!(
            "token=$(az account get-access-token --query accessToken --output tsv)\n\
             place=$(curl --silent --show-error --request POST --header \"Authorization: Bearer $token\" \
             --header 'Content-Type: application/json' --data {} --output /dev/null --dump-header - {} \
             | tr -d '\\r' | grep -i '^location:' | cut -d ' ' -f 2)\n\
             while [ \"$(az rest --method get --url \"$place\" --query status --output tsv)\" = Pending ]; \
             do sleep 5; done\n\
             az rest --method get --url \"$place\"\n\
             session=$(az rest --method get --url \"$place\" --query properties.sessionId --output tsv)",
            bash(&body),
            bash(&format!("{HOST}{path}")),
        ),
        Shell::PowerShell => format!(
            "$started = Invoke-AzRestMethod -Method POST -Path {} -Payload {}\n\
             do {{ Start-Sleep -Seconds 5; $quote = (Invoke-AzRestMethod -Method GET \
             -Uri $started.Headers.Location.AbsoluteUri).Content | ConvertFrom-Json }} \
             while ($quote.status -eq 'Pending')\n\
             $quote | ConvertTo-Json -Depth 9",
            powershell(&path),
            powershell(&body),
        ),
        Shell::Rest => format!(
            "{}\n\n# The quote, once it is there; {{{{location}}}} stands in the first answer\n\
             GET {{{{location}}}}\nAuthorization: Bearer {{{{token}}}}\n",
            request(&path, &body)
        ),
    }
}

/// Carries a quote out.
fn send(path: &str, body: &Value, name: &str, shell: Shell) -> String {
    let (path, body) = (format!("{path}?{API_VERSION}"), body_text(body));
    // A reason cannot say this: its quotation marks are escaped.
    let place = format!("\"sessionId\":\"{SESSION}\"");
    let at = body.find(&place).map_or(body.len(), |at| at + place.len() - SESSION.len() - 1);
    let (before, after) = (&body[..at], body.get(at + SESSION.len()..).unwrap_or_default());
    match shell {
        Shell::AzureCli => format!(
            "az rest --method post --url {} --body {}\"$session{name}\"{}",
            bash(&format!("{HOST}{path}")),
            bash(before),
            bash(after),
        ),
        Shell::PowerShell => format!(
            "Invoke-AzRestMethod -Method POST -Path {} -Payload ({} + $quote{name}.properties.sessionId + {})",
            powershell(&path),
            powershell(before),
            powershell(after),
        ),
        Shell::Rest => request(&path, &body),
    }
}

fn request(path: &str, body: &str) -> String {
    format!(
        "POST {HOST}{path}\nAuthorization: Bearer {{{{token}}}}\nContent-Type: application/json\n\n{body}\n"
    )
}

/// JSON in which every sign is one that all shells and consoles pass on as it is.
fn body_text(body: &Value) -> String {
    let mut text = String::new();
    for sign in body.to_string().chars() {
        match sign {
            ' '..='~' if sign != '\'' => text.push(sign),
            _ => {
                let mut units = [0; 2];
                let units = sign.encode_utf16(&mut units).iter();
                units.for_each(|unit| text += &format!("\\u{unit:04x}"));
            }
        }
    }
    text
}

/// One step of a path. What an id must not have is encoded, an apostrophe too.
fn segment(text: &str) -> String {
    path_segment(text).replace('\'', "%27")
}

/// A text as one word of Bash.
fn bash(text: &str) -> String {
    format!("'{}'", text.replace('\'', "'\\''"))
}

/// A text of PowerShell, which takes typographic quotation marks for straight ones.
fn powershell(text: &str) -> String {
    let mut quoted = "'".to_owned();
    for sign in text.chars() {
        if ['\'', '\u{2018}', '\u{2019}', '\u{201a}', '\u{201b}'].contains(&sign) {
            quoted.push(sign);
        }
        quoted.push(sign);
    }
    quoted + "'"
}

#[cfg(test)]
mod tests {
    use super::*;

    const TENANT: &str = "15ce805b-fffc-471f-aa47-fdc16acf4c91";

    fn line(order: &str, units: u32) -> UnitsToReturn {
        let of = ReservationRef {
            customer: TENANT.into(),
            order: order.into(),
            reservation: "30000000-aaaa-bbbb-cccc-100000000003".into(),
        };
        UnitsToReturn { of, units }
    }

    const ORDER: &str = "50000000-aaaa-bbbb-cccc-100000000003";

    #[test]
    fn a_return_is_quoted_then_carried_out_by_its_session() {
        let commands = of_returns(&[line(ORDER, 2)], "No longer needed", Shell::AzureCli);
        let asked = format!(
            "'{{\"id\":\"/providers/Microsoft.Capacity/reservationOrders/{ORDER}\",\"properties\":{{\
             \"reservationToReturn\":{{\"quantity\":2,\"reservationId\":\"/providers/Microsoft.Capacity/\
             reservationOrders/{ORDER}/reservations/30000000-aaaa-bbbb-cccc-100000000003\"}},\
             \"scope\":\"Reservation\"}}}}'"
        );
        assert!(
            commands.quote.starts_with(&format!(
                "az login --tenant '{TENANT}'\nquote=$(az rest --method post"
            ))
        );
        let body =
            commands.quote.split("--body ").nth(1).and_then(|it| it.split(" --query").next());
        let parse =
            |text: &str| -> Value { serde_json::from_str(text.trim_matches('\'')).expect("JSON") };
        assert_eq!(parse(&body.expect("a body").to_lowercase()), parse(&asked.to_lowercase()));
        assert!(commands.carry_out.contains("/return?api-version=2022-11-01'"));
        assert!(commands.carry_out.contains("\"sessionId\":\"'\"$session\"'\""));
        assert!(commands.carry_out.contains("\"returnReason\":\"No longer needed\""));

        let commands = of_returns(&[line(ORDER, 2)], "No longer needed", Shell::PowerShell);
        assert!(commands.quote.contains("Invoke-AzRestMethod -Method POST -Path '/providers/"));
        assert!(
            commands.carry_out.contains("\"sessionId\":\"' + $quote.properties.sessionId + '\"")
        );

        let commands = of_returns(&[line(ORDER, 2)], "No longer needed", Shell::Rest);
        assert!(commands.quote.contains("POST https://management.azure.com/providers/"));
        assert!(commands.carry_out.contains("\"sessionId\":\"{{sessionId}}\""));
    }

    #[test]
    fn several_returns_have_sessions_of_their_own() {
        let lines = [line(ORDER, 1), line("60000000-aaaa-bbbb-cccc-100000000003", 3)];
        let commands = of_returns(&lines, "r", Shell::AzureCli);
        for part in ["quote1=", "session1=", "quote2=", "session2="] {
            assert!(commands.quote.contains(part), "{part}");
        }
        assert!(
            commands.carry_out.contains("\"$session1\"")
                && commands.carry_out.contains("\"$session2\"")
        );
        assert_eq!(commands.quote.matches("az login").count(), 1, "one customer");
        let other = UnitsToReturn {
            of: ReservationRef { customer: "another".into(), ..line(ORDER, 1).of },
            units: 1,
        };
        let commands = of_returns(&[line(ORDER, 1), other], "r", Shell::PowerShell);
        assert_eq!(commands.quote.matches("Connect-AzAccount").count(), 2, "two customers");
    }

    /// Splits a line of Bash into words as far as these commands need: single and double quotation marks.
    fn words(line: &str) -> Option<Vec<String>> {
        let (mut words, mut word, mut is_in) = (Vec::new(), String::new(), None);
        let mut signs = line.chars();
        while let Some(sign) = signs.next() {
            match (sign, is_in) {
                ('\'' | '"', None) => is_in = Some(sign),
                (_, Some(mark)) if sign == mark => is_in = None,
                ('\\', None) => word.push(signs.next()?),
                (' ', None) => words.push(std::mem::take(&mut word)),
                _ => word.push(sign),
            }
        }
        words.push(word);
        is_in.is_none().then_some(words)
    }

    #[test]
    fn nothing_out_of_a_record_is_code() {
        let nasty = [
            "'; rm -rf / #",
            "$(id)",
            "`id`",
            "\"; id; \"",
            "’; Remove-Item * #",
            "‘‚‛",
            "\\",
            "\n",
            "!!",
            "%0a",
            "ä林🙂",
            "' + (Get-Date) + '",
            "{{sessionId}}",
        ];
        for text in nasty {
            let mut of = line(text, 1);
            of.of.customer = text.to_owned();
            for shell in Shell::ALL {
                let commands = of_returns(&[of.clone()], text, shell);
                let sent = commands.carry_out;
                match shell {
                    Shell::AzureCli => {
                        let words = words(&sent).unwrap_or_else(|| panic!("{text:?}: {sent}"));
                        assert_eq!(words.len(), 8, "{text:?}: {sent}");
                        let body: Value = serde_json::from_str(&words[7]).expect("JSON");
                        assert_eq!(body["properties"]["returnReason"], text);
                        let login = commands.quote.split("\nquote=").next().unwrap_or_default();
                        assert_eq!(
                            self::words(login).map(|it| it[3].clone()).as_deref(),
                            Some(text)
                        );
                    }
                    Shell::PowerShell => {
                        assert!(sent.is_ascii(), "{sent}");
                        let marks = sent.matches('\'').count();
                        assert_eq!(marks, 6, "three texts and nothing else: {sent}");
                        let login = commands.quote.split("\n$quote").next().unwrap_or_default();
                        let tenant = login.strip_prefix("Connect-AzAccount -Tenant '");
                        let tenant =
                            tenant.and_then(|it| it.strip_suffix('\'')).unwrap_or_default();
                        let mut signs = tenant.chars().peekable();
                        while let Some(sign) = signs.next() {
                            if "'‘’‚‛".contains(sign) {
                                assert_eq!(signs.next(), Some(sign), "{login}");
                            }
                        }
                    }
                    Shell::Rest => assert_eq!(sent.lines().count(), 5, "{sent}"),
                }
            }
        }
    }

    #[test]
    fn an_exchange_is_waited_for() {
        let asked = CalculateExchangeRequest::default();
        let az = of_exchange(TENANT, &asked, Shell::AzureCli);
        assert!(az.quote.contains("calculateExchange?api-version=2022-11-01'"));
        assert!(az.quote.contains("= Pending ]; do sleep 5; done"));
        assert!(
            az.carry_out.ends_with("--body '{\"properties\":{\"sessionId\":\"'\"$session\"'\"}}'")
        );
        let powershell = of_exchange(TENANT, &asked, Shell::PowerShell);
        assert!(powershell.quote.contains("while ($quote.status -eq 'Pending')"));
        assert!(of_exchange(TENANT, &asked, Shell::Rest).quote.contains("GET {{location}}"));
    }
}
