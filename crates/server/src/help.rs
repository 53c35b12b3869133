//! What the program says of itself.

use std::fmt::Write;

use crate::config::KEYS;

const COMMANDS: &str = "\
prorata-server: the page and its API for a team, from one address

  prorata-server [--config FILE] [SETTING...]
      Serves until it is told to stop, and prints where. Nothing has to be set up.
  prorata-server check [--config FILE] [SETTING...]
      Says whether it could serve like that: settings, page, certificate and records. Status 1 if not.
  prorata-server backup FILE [SETTING...]
      Writes everything that is stored into a file, also while a server runs. It is the backup of the page
      as well: JSON Lines with a checksum in each, the same for the same records. It has no accounts. Of several
      partners --partner NAME says whose.
  prorata-server restore FILE [--replace] [SETTING...]
      Replaces everything that is stored by such a file. Where there are customers already, --replace has to
      say that they may go.
  prorata-server invite [--partner NAME] [SETTING...]
      Prints an invitation for an administrator, where accounts are this server's own (sign_in.local).
  prorata-server copy --from URL --to URL [--replace]
      Copies everything from one database into another: all partners, accounts, what was answered to changes and
      what was noted of them.
";

const NOTES: &str = "
The later wins: the file (TOML, with the limits in [limits]), the environment, the arguments.
PRORATA_SERVER_CONFIG names the file as well.

API: at the root of the address, with the paths of Azure (/providers/..., /subscriptions/...), and
/providers/Prorata/... for what Azure does not have. The page finds it by /config.json.
  Authorization: Bearer TOKEN   has to be there. Where people sign in (sign_in.issuer, sign_in.local) it says who
                                asks; docs/sign-in.md has all of it. Where nobody does, whoever reaches the server is
                                the partner's administrator, whatever the token says, and only
                                the claim `tid` of its payload is read (HEADER.PAYLOAD.SIGNATURE, or demo.PAYLOAD;
                                base64url of JSON): the tenant of the customer that is asked
                                about, or none for the partner's own.
  Host                          has to be 127.0.0.1, localhost, [::1] or the host of public_url.
  x-ms-client-request-id        a GUID (or Idempotency-Key): the same change again gets the same answer, for 25 hours.

/healthz, /readyz, /metrics     whether it runs, whether the records can be read, numbers for Prometheus.
With --demo the records are invented at the start, and those that are named so fail on purpose.

Logs are JSON Lines on standard error; standard output has the address, once it can be asked.
";

/// All of it.
pub(crate) fn text() -> String {
    let mut text = format!("{COMMANDS}\nSettings, by argument, variable and key of the file:\n");
    for key in KEYS {
        let default = match key.default {
            "" => String::new(),
            default => format!(" [{default}]"),
        };
        // Writing to a text does not fail.
        let _ = writeln!(text, "  {} {}", key.argument(), key.takes);
        let _ = writeln!(text, "      {}{default}", key.about);
        let _ = writeln!(text, "      {}, {}", key.variable(), key.name);
    }
    text + NOTES
}
