//! Places at which a test ends the process, as a power cut would, or holds it up. There are none in a release build.

/// A place with a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// Everything is written, and not yet committed.
    BeforeCommit,
    /// It is committed, and nobody has been told.
    AfterCommit,
    /// In the middle of a migration.
    InMigration,
    /// The file of a backup is written, and does not have its name yet.
    InBackup,
}

#[cfg(debug_assertions)]
mod armed {
    use std::path::Path;
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};
    use std::thread::sleep;
    use std::time::Duration;

    use crate::fail::Place;

    /// Names a place and after how many visits of it the process ends, such as `before-commit:3`; or a place at which
    /// everybody waits as long as there is a file, such as `hold-before-commit:FILE`; or a fault that a test shall
    /// notice, `acknowledge-early`.
    const VARIABLE: &str = "PRORATA_FAIL_AT";

    fn chosen() -> &'static str {
        static CHOSEN: OnceLock<String> = OnceLock::new();
        CHOSEN.get_or_init(|| std::env::var(VARIABLE).unwrap_or_default())
    }

    pub(crate) fn reach(place: Place) {
        static VISITS: AtomicU32 = AtomicU32::new(0);
        let name = match place {
            Place::BeforeCommit => "before-commit",
            Place::AfterCommit => "after-commit",
            Place::InMigration => "in-migration",
            Place::InBackup => "in-backup",
        };
        let Some((chosen, how)) = chosen().split_once(':') else { return };
        if chosen.strip_prefix("hold-") == Some(name) {
            while Path::new(how).exists() {
                sleep(Duration::from_millis(5));
            }
        } else if chosen == name && Ok(VISITS.fetch_add(1, Ordering::SeqCst) + 1) == how.parse() {
            // Nothing is unwound, flushed or closed.
            std::process::abort();
        }
    }

    pub(crate) fn acknowledges_early() -> bool {
        chosen() == "acknowledge-early"
    }
}

#[cfg(not(debug_assertions))]
mod armed {
    pub(crate) fn reach(_: crate::fail::Place) {}

    pub(crate) fn acknowledges_early() -> bool {
        false
    }
}

/// The end, if a test wants it here.
pub(crate) fn reach(place: Place) {
    armed::reach(place);
}

/// Whether a change is acknowledged before it is committed, which no store may do: a control for the test that
/// looks for it.
pub(crate) fn acknowledges_early() -> bool {
    armed::acknowledges_early()
}
