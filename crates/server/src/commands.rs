//! What the program is asked to do.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Write;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use ::http::{Method, Request};
use backend::{Caller, Contents, Service, Store, Unit};
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};

use crate::audit;
use crate::config::{self, Config, SignInConfig};
use crate::fail;
use crate::help;
use crate::http::desk::Desk;
use crate::http::{self, Page, api, serve};
use crate::log::{self, Level};
use crate::scheduler;
use crate::sign_in::{self, Invited, SignIn};
use crate::store::{self, AnyStore, Asked, Layout, Partner, Place};

type Outcome = Result<(), String>;

/// How long the threads may take that still work when everything else has ended.
const LAST_WORK: Duration = Duration::from_secs(10);
/// Who makes backups, in the record of activities.
const OPERATOR: &str = "prorata-server";
const BACKUP: &str = "/providers/Prorata/backup";
const RESTORE: &str = "/providers/Prorata/restore";

/// Does what the arguments say.
///
/// # Errors
/// In words, why it was not done.
pub fn run(arguments: &[String]) -> Outcome {
    let is_help = |argument: &String| matches!(argument.as_str(), "help" | "--help" | "-h");
    if arguments.iter().any(is_help) {
        say(&help::text());
        return Ok(());
    }
    let runtime = Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|error| format!("the threads cannot be started: {error}"))?;
    let outcome = match arguments.split_first() {
        Some((name, rest)) if !name.starts_with("--") => command(&runtime, name, rest),
        _ => runtime.block_on(served(settings(arguments)?)),
    };
    runtime.shutdown_timeout(LAST_WORK);
    outcome
}

fn command(runtime: &Runtime, name: &str, rest: &[String]) -> Outcome {
    match name {
        "check" => runtime.block_on(check(settings(rest)?)),
        "backup" => {
            let (file, mut rest) = file_of(rest)?;
            let partner = take_value(&mut rest, "--partner")?;
            runtime.block_on(backup(&file, &settings(&rest)?, partner))
        }
        "restore" => {
            let (file, mut rest) = file_of(rest)?;
            let may_replace = take(&mut rest, "--replace");
            let partner = take_value(&mut rest, "--partner")?;
            runtime.block_on(restore(&file, &settings(&rest)?, partner, may_replace))
        }
        "invite" => {
            let mut rest = rest.to_vec();
            let partner = take_value(&mut rest, "--partner")?;
            runtime.block_on(invite(settings(&rest)?, partner))
        }
        "copy" => {
            let mut rest = rest.to_vec();
            let may_replace = take(&mut rest, "--replace");
            match rest.as_slice() {
                [from_name, from, to_name, to] if from_name == "--from" && to_name == "--to" => {
                    runtime.block_on(copy(
                        &place("--from", from)?,
                        &place("--to", to)?,
                        may_replace,
                    ))
                }
                _ => Err("copy: takes --from URL --to URL, and --replace".to_owned()),
            }
        }
        _ => Err(format!("{name}: there is no such command; `prorata-server help` lists them")),
    }
}

fn settings(arguments: &[String]) -> Result<Config, String> {
    // What is no text is not meant for this program.
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    config::read(arguments, variables).map_err(|wrong| wrong.to_string())
}

fn file_of(arguments: &[String]) -> Result<(PathBuf, Vec<String>), String> {
    match arguments.split_first() {
        Some((file, rest)) if !file.starts_with("--") => Ok((PathBuf::from(file), rest.to_vec())),
        _ => Err("which file?".to_owned()),
    }
}

fn take(arguments: &mut Vec<String>, name: &str) -> bool {
    let before = arguments.len();
    arguments.retain(|argument| argument != name);
    arguments.len() < before
}

/// The value of an argument that is no setting.
fn take_value(arguments: &mut Vec<String>, name: &str) -> Result<Option<String>, String> {
    let Some(place) = arguments.iter().position(|argument| argument == name) else {
        return Ok(None);
    };
    if place + 1 == arguments.len() {
        return Err(format!("{name}: needs a value"));
    }
    Ok(arguments.drain(place..=place + 1).next_back())
}

fn place(name: &str, text: &str) -> Result<Place, String> {
    Place::parse(text).map_err(|why| format!("{name}: {why}"))
}

/// Opens the records at a place.
async fn open(place: &Place, layout: Layout) -> Result<AnyStore, String> {
    place.check().map_err(|why| format!("data: {why}"))?;
    AnyStore::open(place, layout).await.map_err(|why| format!("data: {why}"))
}

/// The service over the records at a place, a file or a URL, with no server before it: for measurements.
///
/// # Errors
/// In words, what keeps the records from being used.
pub async fn directly(data: &str) -> Result<Service<impl Store + Send + Sync + 'static>, String> {
    let store = open(&place("data", data)?, Layout::Made).await?;
    Ok(Service::new(store, "http://127.0.0.1").for_own_records())
}

/// Where the records are, and the service of each partner over them.
type Opened = (AnyStore, BTreeMap<Partner, Arc<Service<AnyStore>>>);

/// Opens the records, to be reached at `public_url` by pages of a build, else by any.
async fn services(
    config: &Config,
    public_url: &str,
    build: Option<&str>,
    layout: Layout,
) -> Result<Opened, String> {
    let store = open(&config.data, layout).await?;
    let mut services = BTreeMap::new();
    for partner in &config.partners {
        let service = service(config, store.of_partner(partner), public_url).await?;
        let service = match build {
            Some(build) => service.of_build(build),
            None => service,
        };
        services.insert(partner.clone(), Arc::new(service));
    }
    Ok((store, services))
}

/// The service over the records of a partner.
async fn service(
    config: &Config,
    store: AnyStore,
    public_url: &str,
) -> Result<Service<AnyStore>, String> {
    let service = Service::new(store, public_url);
    if config.demo {
        return Ok(service);
    }
    let holds_demonstration =
        service.holds_demonstration().await.map_err(|error| format!("data: {error}"))?;
    if holds_demonstration {
        return Err(format!(
            "data: {} holds the records of the demonstration. Name another place for your own, or start with \
             --demo",
            config.data
        ));
    }
    Ok(service.for_own_records())
}

fn url_of(config: &Config, address: SocketAddr) -> String {
    let scheme = if config.tls.is_some() { "https" } else { "http" };
    config.public_url.clone().unwrap_or_else(|| format!("{scheme}://{address}"))
}

async fn served(config: Config) -> Outcome {
    let page = Page::of(config.page.as_deref())?;
    let tls = config.tls.as_ref().map(serve::tls).transpose()?;
    let listener = TcpListener::bind(config.listen).await;
    let listener = listener.map_err(|error| format!("listen: {}: {error}", config.listen))?;
    let address = listener.local_addr().map_err(|error| format!("listen: {error}"))?;
    let public_url = url_of(&config, address);
    let opened = services(&config, &public_url, page.build.as_deref(), Layout::Made).await?;
    let desk = Arc::new(Desk::new(opened, page.clone(), &config, &public_url)?);
    let mut said = format!("Prorata is at {public_url}/\n");
    if let SignIn::Local(local) = &desk.sign_in {
        let first = audit::in_name_of(of_operator("start"), local.first_invitations()).await;
        let first = first.map_err(|refusal| format!("data: {}", refusal.told().2))?;
        for invited in first {
            said += &invitation(&desk, &invited);
        }
    }
    if page.place == http::Place::None {
        said += "It has no page, since this program was built without one: --page names a folder with it.\n";
    }
    let stop = serve::asked_to_stop().map_err(|error| format!("signals: {error}"))?;
    say(&said);
    let fields = [("address", address.to_string().into()), ("demo", config.demo.into())];
    log::line(Level::Info, "started", fields);
    let scheduler = tokio::spawn(scheduler::run(Arc::clone(&desk)));
    serve::run(listener, tls, desk, stop).await;
    scheduler.abort();
    log::line(Level::Info, "stopped", []);
    Ok(())
}

fn invitation(desk: &Desk, invited: &Invited) -> String {
    let (partner, url) = (invited.partner.key(), desk.invitation_url(invited));
    let until = sign_in::time(invited.until);
    let until = until.as_str().unwrap_or_default();
    format!(
        "Whoever follows this link first administers the records of '{partner}', until {until}:\n  {url}\n"
    )
}

/// Invites an administrator, for instance where nobody knows a password any more.
async fn invite(config: Config, partner: Option<String>) -> Outcome {
    if config.sign_in != SignInConfig::Local {
        return Err("sign_in.local: is not set, so that there are no accounts".to_owned());
    }
    let public_url = url_of(&config, config.listen);
    let page = Page::of(config.page.as_deref())?;
    let store = open(&config.data, Layout::Kept).await?;
    let desk = Desk::new((store, BTreeMap::new()), page, &config, &public_url)?;
    let partner = known_partner(&config, partner)?;
    let SignIn::Local(local) = &desk.sign_in else { return Ok(()) };
    let invited = local.invite(&partner, azure::Role::AdminAgent, None);
    let invited = audit::in_name_of(of_operator("invite"), invited).await;
    let invited = invited.map_err(|refusal| format!("data: {}", refusal.told().2))?;
    say(&invitation(&desk, &invited));
    Ok(())
}

/// The partner with this name, or the only one.
fn known_partner(config: &Config, name: Option<String>) -> Result<Partner, String> {
    let names = || config.partners.iter().map(Partner::key).collect::<Vec<_>>().join(", ");
    match (name, &*config.partners) {
        (None, [only]) => Ok(only.clone()),
        (None, _) => Err(format!("--partner: has to say which one: {}", names())),
        (Some(name), all) => all
            .iter()
            .find(|partner| partner.key() == name)
            .cloned()
            .ok_or_else(|| format!("--partner: '{name}' is none of {}", names())),
    }
}

/// Something that whoever runs the server does.
fn of_operator(what: &str) -> Arc<audit::Request> {
    Arc::new(audit::Request::of_server("POST", &format!("{OPERATOR} {what}")))
}

async fn check(config: Config) -> Outcome {
    let page = Page::of(config.page.as_deref())?;
    config.tls.as_ref().map(serve::tls).transpose()?;
    say("settings: understood\n");
    say(match page.place {
        http::Place::Embedded => "page: in the program\n",
        http::Place::Folder(_) => "page: in a folder\n",
        http::Place::None => "page: none, only the API\n",
    });
    // A server of another release may be at work there.
    let opened = services(&config, &url_of(&config, config.listen), None, Layout::Kept).await;
    let (store, services) = match opened {
        Err(why) if why.ends_with(store::NOTHING) => {
            say(&format!("data: {}, which {}\n", config.data, store::NOTHING));
            return Ok(());
        }
        opened => opened?,
    };
    let mut customers = 0;
    for service in services.values() {
        let units = service.store().versions().await.map_err(|error| format!("data: {error}"))?;
        customers += units.keys().filter(|unit| matches!(unit, Unit::Customer(_))).count();
    }
    say(&format!("data: {}, {customers} customers\n", config.data));
    if let SignIn::Issuer(issuer) = SignIn::of(&config.sign_in, &store, &config.partners)? {
        let told = issuer.told().await;
        let Some(place) = told["authorizationEndpoint"].as_str() else {
            return Err("sign_in.issuer: does not answer as an issuer does".to_owned());
        };
        say(&format!("sign_in: people are sent to {place}\n"));
    }
    Ok(())
}

/// Says something to whoever has started the program, and may not listen any more.
fn say(text: &str) {
    let mut output = std::io::stdout().lock();
    let _ = output.write_all(text.as_bytes()).and_then(|()| output.flush());
}

/// Asks the service in the name of who runs the server.
async fn asked(
    service: &Service<AnyStore>,
    method: Method,
    path: &str,
    body: Vec<u8>,
) -> Result<Vec<u8>, String> {
    let mut request = Request::new(body);
    *request.method_mut() = method.clone();
    *request.uri_mut() = path.parse().map_err(|_| format!("{path} is no path"))?;
    let role = Some(azure::Role::AdminAgent);
    let (tenant_id, name) = (String::new(), OPERATOR.to_owned());
    request.extensions_mut().insert(Caller { tenant_id, role, name, person: None });
    let asked = audit::Request::of_server(method.as_str(), &format!("{OPERATOR} {path}"));
    let response = api::handled(service, request, &Arc::new(asked)).await;
    let status = response.status();
    let body = response.into_body();
    if status.is_success() {
        return Ok(body);
    }
    let problem: serde_json::Value = serde_json::from_slice(&body).unwrap_or_default();
    let message = problem["error"]["message"].as_str().unwrap_or_default();
    Err(format!("{status}: {message}"))
}

async fn backup(file: &Path, config: &Config, partner: Option<String>) -> Outcome {
    let store = open(&config.data, Layout::Kept).await?;
    let store = store.of_partner(&known_partner(config, partner)?);
    // Whatever is there is backed up, invented or not, and nothing of it is renewed.
    let service = Service::new(store, "").for_own_records();
    if service.store().versions().await.map_err(|error| format!("data: {error}"))?.is_empty() {
        return Err(format!("data: {} holds nothing", config.data));
    }
    let lines = asked(&service, Method::GET, BACKUP, Vec::new()).await?;
    write_whole(file, &lines).map_err(|error| format!("{}: {error}", file.display()))?;
    say(&format!("{} bytes are in {}\n", lines.len(), file.display()));
    Ok(())
}

/// Writes a file that is there as a whole or not at all, also after a power cut.
fn write_whole(file: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = file.as_os_str().to_owned();
    name.push(".part");
    let part = PathBuf::from(name);
    let mut written = File::create(&part)?;
    written.write_all(bytes)?;
    written.sync_all()?;
    fail::reach(fail::Place::InBackup);
    fs::rename(&part, file)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    // A folder cannot be opened everywhere.
    if let Ok(folder) = File::open(folder.unwrap_or(Path::new("."))) {
        folder.sync_all()?;
    }
    Ok(())
}

/// Whether there is nothing yet that somebody would miss.
async fn check_empty(store: &AnyStore, place: &Place, may_replace: bool) -> Outcome {
    let units = store.versions().await.map_err(|error| format!("data: {error}"))?;
    let has_customers = units.keys().any(|unit| matches!(unit, Unit::Customer(_)));
    match has_customers && !may_replace {
        true => Err(format!("data: {place} has customers already; with --replace they go")),
        false => Ok(()),
    }
}

async fn restore(
    file: &Path,
    config: &Config,
    partner: Option<String>,
    may_replace: bool,
) -> Outcome {
    let lines = fs::read(file).map_err(|error| format!("{}: {error}", file.display()))?;
    let store = open(&config.data, Layout::Made).await?;
    let store = store.of_partner(&known_partner(config, partner)?);
    check_empty(&store, &config.data, may_replace).await?;
    let service = Service::new(store, "");
    let service = if config.demo { service } else { service.for_own_records() };
    asked(&service, Method::POST, RESTORE, lines)
        .await
        .map_err(|why| format!("{}: {why}", file.display()))?;
    say(&format!("{} is in {}\n", file.display(), config.data));
    Ok(())
}

async fn copy(from: &Place, to: &Place, may_replace: bool) -> Outcome {
    if from == to {
        return Err("copy: both are the same".to_owned());
    }
    let told = |error: backend::StoreError| format!("copy: {error}");
    let source = open(from, Layout::Kept).await?;
    let target = open(to, Layout::Made).await?;
    let partners = source.partners().await.map_err(told)?;
    let partners: Vec<Partner> = partners.iter().map(|name| Partner::stored(name)).collect();
    for partner in &partners {
        check_empty(&target.of_partner(partner), to, may_replace).await?;
    }
    let mut count = 0;
    for partner in &partners {
        let (source, target) = (source.of_partner(partner), target.of_partner(partner));
        count += copy_partner(&source, &target).await.map_err(told)?;
    }
    if count == 0 {
        return Err(format!("copy: {from} holds nothing"));
    }
    say(&format!("{count} units are in {to}\n"));
    Ok(())
}

/// Copies what one partner has, and what was noted of it. How many units it is.
async fn copy_partner(source: &AnyStore, target: &AnyStore) -> Result<usize, backend::StoreError> {
    let expected = target.load_all().await?.version;
    let whole = source.load_all().await?;
    let mut blocks = source.blocks().await?;
    let contents = whole.units.into_iter().map(|(unit, snapshot)| {
        let block = blocks.remove(&unit).filter(|block| block.version == snapshot.version);
        let block = block.and_then(|block| block.block);
        (unit, Contents { documents: snapshot.documents, block })
    });
    let contents: BTreeMap<_, _> = contents.collect();
    target.replace_all(Some(expected), &contents).await?;
    let mut after = (i64::MIN, String::new());
    loop {
        let asked = Asked { after: (after.0, &after.1), before: i64::MAX, count: 1_000 };
        let lines = source.noted(&asked).await?;
        let Some(last) = lines.last() else { return Ok(contents.len()) };
        after = (last.at, last.id.clone());
        for line in lines {
            target.note(line).await?;
        }
    }
}
