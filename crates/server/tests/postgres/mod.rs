//! A real PostgreSQL for a test, in a folder that goes with it.

#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The user under which it runs where the tests are root's, which PostgreSQL refuses to be.
const USER: &str = "postgres";

/// What takes nobody who does not speak TLS.
const TLS_ONLY: &str = "hostssl all all 127.0.0.1/32 trust\n";

/// A running database.
pub(crate) struct Postgres {
    folder: PathBuf,
    port: u16,
    options: String,
}

impl Postgres {
    /// Starts one, or says that there is none.
    pub(crate) fn start(name: &str) -> Option<Self> {
        let Some(initdb) = program("initdb") else {
            eprintln!("skipped: there is no PostgreSQL (on Debian: apt-get install postgresql)");
            return None;
        };
        let folder = env::temp_dir().join(format!("prorata-pg-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("a folder for the database");
        if is_root() {
            let user = format!("{USER}:");
            assert!(quiet(Command::new("chown").arg(&user).arg(&folder)), "chown {user}");
        }
        // A port that is free now is hardly taken within a second.
        let free = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let port = free.local_addr().expect("a bound port").port();
        drop(free);
        let postgres = Self { folder, port, options: String::new() };
        let mut init = as_user(&initdb);
        init.args(["--username=prorata", "--auth=trust", "--encoding=UTF8", "--no-sync", "-D"]);
        assert!(quiet(init.arg(postgres.data())), "initdb");
        postgres.run();
        Some(postgres)
    }

    /// Starts one that is reached by TLS alone, as `localhost`, and says where its authority's certificate is; or says
    /// that there is none.
    pub(crate) fn start_with_tls(name: &str) -> Option<(Self, String)> {
        let mut postgres = Self::start(name)?;
        let path = |name: &str| postgres.folder.join(name).display().to_string();
        let openssl = |arguments: &[&str]| {
            let mut openssl = Command::new("openssl");
            openssl.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status()
        };
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout"];
        let (ca, ca_key) = (path("ca.pem"), path("ca.key"));
        let made = [&["req", "-x509"], &key[..], &[&ca_key, "-out", &ca, "-subj", "/CN=Tests"]];
        if openssl(&made.concat()).is_err() {
            eprintln!("skipped: there is no openssl (on Debian: apt-get install openssl)");
            return None;
        }
        let (own, own_key, asked) = (path("own.pem"), path("own.key"), path("own.csr"));
        let named = path("names");
        fs::write(&named, "subjectAltName=DNS:localhost").expect("a file");
        let ask = [&["req"], &key[..], &[&own_key, "-out", &asked, "-subj", "/CN=localhost"]];
        let sign = ["x509", "-req", "-in", &asked, "-CA", &ca, "-CAkey", &ca_key, "-out", &own];
        let sign = [&sign[..], &["-CAcreateserial", "-extfile", &named]].concat();
        for arguments in [ask.concat(), sign] {
            assert!(openssl(&arguments).is_ok_and(|made| made.success()), "openssl {arguments:?}");
        }
        if is_root() {
            assert!(quiet(Command::new("chown").arg(USER).arg(&own).arg(&own_key)), "chown");
        }
        assert!(quiet(Command::new("chmod").arg("600").arg(&own_key)), "chmod");
        fs::write(postgres.data().join("pg_hba.conf"), TLS_ONLY).expect("its own file");
        postgres.stop();
        postgres.options = format!(" -c ssl=on -c ssl_cert_file={own} -c ssl_key_file={own_key}");
        postgres.run();
        Some((postgres, ca))
    }

    fn data(&self) -> PathBuf {
        self.folder.join("data")
    }

    /// Starts it again after [`stop`](Self::stop).
    pub(crate) fn run(&self) {
        let (port, folder, more) = (self.port, self.folder.display(), &self.options);
        let options = format!("-p {port} -k {folder} -c listen_addresses=127.0.0.1{more}");
        let mut start = self.control();
        start.args(["start", "-w", "-t", "60", "-l"]).arg(self.folder.join("log"));
        assert!(quiet(start.arg("-o").arg(options)), "pg_ctl start");
    }

    /// Ends it as a crash does.
    pub(crate) fn stop(&self) {
        assert!(quiet(self.control().args(["stop", "-w", "-m", "immediate"])), "pg_ctl stop");
    }

    fn control(&self) -> Command {
        let mut control = as_user(&program("pg_ctl").expect("it stands beside initdb"));
        control.arg("-D").arg(self.data());
        control
    }

    /// The URL of a new database.
    pub(crate) fn database(&self, name: &str) -> String {
        let mut create = Command::new(program("createdb").expect("it stands beside initdb"));
        create.args(["-h", "127.0.0.1", "-U", "prorata", "-p"]).arg(self.port.to_string());
        assert!(quiet(create.arg(name)), "createdb {name}");
        self.url(name)
    }

    /// The URL of a database.
    pub(crate) fn url(&self, name: &str) -> String {
        format!("postgres://prorata@127.0.0.1:{}/{name}", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        quiet(self.control().args(["stop", "-w", "-m", "immediate"]));
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Debian keeps most of its programs beside the path.
fn program(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let mut folders: Vec<PathBuf> = env::split_paths(&path).collect();
    let installed = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    folders.extend(installed.map(|version| version.path().join("bin")));
    folders.into_iter().map(|folder| folder.join(name)).find(|program| program.is_file())
}

fn is_root() -> bool {
    let id = Command::new("id").arg("-u").output();
    id.is_ok_and(|id| id.stdout.trim_ascii() == b"0")
}

fn as_user(program: &Path) -> Command {
    if !is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", USER, "--"]).arg(program).current_dir("/");
    command
}

fn quiet(command: &mut Command) -> bool {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status();
    status.is_ok_and(|status| status.success())
}
