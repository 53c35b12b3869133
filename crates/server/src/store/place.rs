//! Which database is meant, and whether a file stands where a database may be.
//!
//! A file on another machine looks like one here and is not: two machines can change it at once, and what was
//! written need not be there after a power cut. [SQLite, "How To Corrupt An SQLite Database File", 2.1]

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use percent_encoding::percent_decode_str;
use tokio_postgres::Config;
use tokio_postgres::config::{Host, SslMode};

use super::tls::Roots;

/// Where records are.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Place {
    /// A file of SQLite.
    Sqlite(PathBuf),
    /// A database of PostgreSQL, or one that speaks like it.
    Postgres(Box<Database>),
}

/// A database, and how it is reached.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Database {
    pub(crate) config: Config,
    /// Whose certificates are believed; nothing where TLS is not used.
    pub(crate) tls: Option<Roots>,
}

/// How long it may take to reach it, unless the URL says something else.
const CONNECT: Duration = Duration::from_secs(10);

/// File systems of which the files are on other machines, as Linux names them.
const NETWORK: &[&str] = &[
    "9p",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "coda",
    "davfs",
    "fuse.ceph-fuse",
    "fuse.davfs2",
    "fuse.gcsfuse",
    "fuse.glusterfs",
    "fuse.goofys",
    "fuse.mergerfs-nfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.smbnetfs",
    "fuse.sshfs",
    "gfs2",
    "glusterfs",
    "gpfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "ocfs2",
    "orangefs",
    "prl_fs",
    "smb3",
    "smbfs",
    "vboxsf",
    "vmhgfs",
];

impl Place {
    /// Reads a file's path, or a URL.
    ///
    /// # Errors
    /// What about it means nothing, without the text itself: it may hold a password.
    pub(crate) fn parse(text: &str) -> Result<Self, String> {
        if let Some(file) = text.strip_prefix("sqlite:") {
            let file = file.strip_prefix("//").unwrap_or(file);
            return file_of(file);
        }
        if text.starts_with("postgres:") || text.starts_with("postgresql:") {
            return database_of(text);
        }
        match text.split_once(':') {
            // A letter is that of a drive.
            Some((scheme, _)) if scheme.len() > 1 && scheme.chars().all(is_of_scheme) => {
                Err(format!(
                    "`{scheme}:` is no database that is known here; there are sqlite: and postgres:"
                ))
            }
            _ => file_of(text),
        }
    }

    /// Whether it may be used where it is.
    ///
    /// # Errors
    /// That the file is on another machine, and by which file system.
    pub(crate) fn check(&self) -> Result<(), String> {
        let Self::Sqlite(file) = self else { return Ok(()) };
        let shown = file.display();
        let folder =
            file.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder =
            folder.canonicalize().map_err(|error| format!("{}: {error}", folder.display()))?;
        if shown.to_string().starts_with(r"\\") {
            return Err(format!(
                "{shown} is on another machine; a file of SQLite has to be on this one"
            ));
        }
        // Only Linux tells it in this way.
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        match network_file_system(&mounts, &folder) {
            Some(name) => Err(format!(
                "{shown} is on the network file system {name}; a file of SQLite has to be on a disk of this \
                 machine. For several machines use postgres:"
            )),
            None => Ok(()),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(file) => write!(f, "{}", file.display()),
            // Whatever else the URL says, it may be the password.
            Self::Postgres(database) => {
                let config = &database.config;
                let host = match config.get_hosts().first() {
                    Some(Host::Tcp(name)) => name.clone(),
                    #[cfg(unix)]
                    Some(Host::Unix(folder)) => folder.display().to_string(),
                    None => String::new(),
                };
                write!(f, "postgres://{host}/{}", config.get_dbname().unwrap_or_default())
            }
        }
    }
}

fn is_of_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || "+-.".contains(c)
}

fn file_of(text: &str) -> Result<Place, String> {
    match text {
        "" => Err("names no file".to_owned()),
        ":memory:" => Err("would be lost with the process".to_owned()),
        _ => Ok(Place::Sqlite(PathBuf::from(text))),
    }
}

fn database_of(text: &str) -> Result<Place, String> {
    // What this program reads itself is taken out: the parser does not know all of it.
    let (address, query) = text.split_once('?').unwrap_or((text, ""));
    let (mut mode, mut roots, mut rest) = (None, None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", value)) => mode = Some(value),
            Some(("sslrootcert", "system")) => roots = Some(Roots::System),
            Some(("sslrootcert", file)) => {
                let file = percent_decode_str(file).decode_utf8();
                let file = file.map_err(|_| "sslrootcert: names no file".to_owned())?;
                roots = Some(Roots::File(PathBuf::from(&*file)));
            }
            _ => rest.push(pair),
        }
    }
    // What the parser says of it may quote the password.
    let mut config: Config = format!("{address}?{}", rest.join("&"))
        .parse()
        .map_err(|_| "is no URL such as postgres://USER:PASSWORD@HOST/NAME".to_owned())?;
    if config.get_hosts().is_empty() {
        return Err("names no host".to_owned());
    }
    if matches!(config.get_dbname(), None | Some("")) {
        return Err("names no database".to_owned());
    }
    let tls = match mode {
        // More than others mean by `require`, which lets anybody answer.
        Some("require" | "verify-full") => Some(roots.unwrap_or(Roots::System)),
        Some("disable") => None,
        None if config.get_hosts().iter().all(is_on_this_machine) => None,
        None => {
            return Err("is on another machine: say sslmode=verify-full, with sslrootcert=FILE where this machine does \
                 not know the authority, or sslmode=disable where nobody can listen"
                .to_owned());
        }
        Some(_) => {
            return Err("sslmode: there are verify-full and disable".to_owned());
        }
    };
    config.ssl_mode(if tls.is_some() { SslMode::Require } else { SslMode::Disable });
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(CONNECT);
    }
    Ok(Place::Postgres(Box::new(Database { config, tls })))
}

fn is_on_this_machine(host: &Host) -> bool {
    match host {
        Host::Tcp(name) => {
            let address = name.parse::<std::net::IpAddr>();
            name == "localhost" || address.is_ok_and(|address| address.is_loopback())
        }
        #[cfg(unix)]
        Host::Unix(_) => true,
    }
}

/// The network file system that a folder is on, if it is on one: that of the last mount at the longest path to it.
/// [proc_pid_mountinfo(5)]
fn network_file_system(mounts: &str, folder: &Path) -> Option<&'static str> {
    let mut found: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else { continue };
        let (Some(at), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else {
            continue;
        };
        let at = at.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
        let length = at.len();
        if folder.starts_with(&at) && found.is_none_or(|(longest, _)| length >= longest) {
            found = Some((length, kind));
        }
    }
    let (_, kind) = found?;
    NETWORK.iter().find(|known| **known == kind).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_file_or_the_url_of_a_database() {
        for (text, file) in [
            ("desk.sqlite", "desk.sqlite"),
            ("sqlite:desk.sqlite", "desk.sqlite"),
            ("sqlite:///var/lib/prorata/desk.sqlite", "/var/lib/prorata/desk.sqlite"),
            (r"C:\prorata\desk.sqlite", r"C:\prorata\desk.sqlite"),
        ] {
            assert_eq!(Place::parse(text), Ok(Place::Sqlite(PathBuf::from(file))), "{text}");
        }
        for (text, word) in [
            ("", "no file"),
            ("sqlite:", "no file"),
            ("sqlite::memory:", "lost"),
            ("mysql://host/name", "`mysql:`"),
            ("https://host/name", "`https:`"),
            ("file:desk.sqlite?mode=rw", "`file:`"),
            ("postgres://me:secret@", "no host"),
            ("postgres://me:secret@host", "no database"),
            ("postgres://me:secret@host:no/name", "no URL"),
            ("postgres://me:secret@host/name", "verify-full"),
            ("postgres://me:secret@host/name?sslmode=verify-ca", "sslmode"),
            ("postgres://me:secret@host/name?sslmode=prefer", "sslmode"),
            ("postgres://me:secret@host/name?nonsense=1", "no URL"),
        ] {
            assert!(Place::parse(text).unwrap_err().contains(word), "{text}");
        }
    }

    #[test]
    fn a_database_is_named_without_its_password() {
        let url = "postgresql://me:secret@db.example:5433/desk?sslmode=disable";
        let place = Place::parse(url).unwrap();
        assert_eq!(place.to_string(), "postgres://db.example/desk");
    }

    #[test]
    fn a_database_on_another_machine_is_reached_as_its_url_says() {
        let tls = |text: &str| match Place::parse(text) {
            Ok(Place::Postgres(database)) => (database.config.get_ssl_mode(), database.tls),
            other => panic!("{text}: {other:?}"),
        };
        let file = |name: &str| Some(Roots::File(PathBuf::from(name)));
        for (text, mode, roots) in [
            ("postgres://me@localhost/name", SslMode::Disable, None),
            ("postgres://me@127.0.0.1/name", SslMode::Disable, None),
            ("postgres://me@%2Frun%2Fpostgresql/name", SslMode::Disable, None),
            ("postgres://me@host/name?sslmode=disable", SslMode::Disable, None),
            ("postgres://me@host/name?sslmode=require", SslMode::Require, Some(Roots::System)),
            (
                "postgres://me@host/name?sslrootcert=system&sslmode=verify-full&connect_timeout=3",
                SslMode::Require,
                Some(Roots::System),
            ),
            (
                "postgres://me@host/name?sslmode=verify-full&sslrootcert=/etc/my%20ca.pem",
                SslMode::Require,
                file("/etc/my ca.pem"),
            ),
        ] {
            assert_eq!(tls(text), (mode, roots), "{text}");
        }
    }

    #[test]
    fn file_systems_of_other_machines_are_named() {
        let mounts = "\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /srv rw - nfs4 server:/srv rw
41 40 8:2 / /srv/local rw - xfs /dev/sdb1 rw
42 22 0:41 / /mnt/my\\040share rw - cifs //server/share rw
43 22 0:42 / /over rw - ext4 /dev/sdc rw
44 22 0:43 / /over rw master:1 - fuse.sshfs me@host: rw
";
        for (folder, expected) in [
            ("/var/lib/prorata", None),
            ("/srv", Some("nfs4")),
            ("/srv/desk", Some("nfs4")),
            ("/srv/local/desk", None),
            ("/srvlocal", None),
            ("/mnt/my share/desk", Some("cifs")),
            ("/over", Some("fuse.sshfs")),
        ] {
            assert_eq!(network_file_system(mounts, Path::new(folder)), expected, "{folder}");
        }
        assert_eq!(network_file_system("", Path::new("/")), None);
    }

    #[test]
    fn a_file_in_a_folder_that_is_not_there_cannot_be_used() {
        let place = Place::parse("/no/such/folder/desk.sqlite").unwrap();
        assert!(place.check().unwrap_err().contains("/no/such/folder"));
        assert_eq!(Place::parse("desk.sqlite").unwrap().check(), Ok(()));
    }
}
