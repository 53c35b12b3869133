//! Connections: taken as long as there is room, with or without TLS, until the server is told to stop.

use std::fs::File;
use std::io::{self, BufReader};
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::Extension;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_rustls::TlsAcceptor;

use super::desk::{Desk, Peer, router};
use super::stream::Impatient;
use crate::config::TlsFiles;
use crate::log::{self, Level};

/// How long a client may take for the handshake, or for the head of a request.
const HEAD: Duration = Duration::from_secs(15);
/// How long it takes until it is tried again to take connections, where the machine has no more of them.
const BREATH: Duration = Duration::from_millis(100);

/// What TLS needs.
///
/// # Errors
/// Which key names a file that cannot be used, and why.
pub(crate) fn tls(files: &TlsFiles) -> Result<TlsAcceptor, String> {
    let TlsFiles { certificates, key } = files;
    let of_certificates =
        |why: &dyn std::fmt::Display| format!("tls_cert: {}: {why}", certificates.display());
    let of_key = |why: &dyn std::fmt::Display| format!("tls_key: {}: {why}", key.display());
    let file = File::open(certificates).map_err(|error| of_certificates(&error))?;
    let chain =
        CertificateDer::pem_reader_iter(BufReader::new(file)).collect::<Result<Vec<_>, _>>();
    let chain = chain.map_err(|error| of_certificates(&error))?;
    if chain.is_empty() {
        return Err(of_certificates(&"has no certificate"));
    }
    let file = File::open(key).map_err(|error| of_key(&error))?;
    let key =
        PrivateKeyDer::from_pem_reader(BufReader::new(file)).map_err(|error| of_key(&error))?;
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .and_then(|builder| builder.with_no_client_auth().with_single_cert(chain, key));
    let mut config = config.map_err(|error| of_certificates(&error))?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Answers until `stop`, and then brings to an end what was begun.
pub(crate) async fn run(
    listener: TcpListener,
    tls: Option<TlsAcceptor>,
    desk: Arc<Desk>,
    stop: impl Future<Output = ()>,
) {
    let graceful = GracefulShutdown::new();
    let room = Arc::new(Semaphore::new(desk.limits.connections.get() as usize));
    let mut stop = std::pin::pin!(stop);
    loop {
        let taken = async {
            // There is a queue of the operating system for whoever comes when there is no room.
            let place = Arc::clone(&room).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, accepted) = tokio::select! {
            taken = taken => taken,
            () = &mut stop => break,
        };
        let (stream, address) = match accepted {
            Ok(accepted) => accepted,
            Err(error) => {
                log::line(Level::Error, "accept", [("why", error.to_string().into())]);
                sleep(BREATH).await;
                continue;
            }
        };
        // Answers are short, and nobody gains anything by waiting for more of them.
        let _ = stream.set_nodelay(true);
        let (desk, watcher, tls) = (Arc::clone(&desk), graceful.watcher(), tls.clone());
        tokio::spawn(async move {
            let _place = place;
            desk.connected(true);
            match tls {
                None => converse(stream, address, &desk, watcher).await,
                Some(tls) => {
                    if let Ok(Ok(stream)) = timeout(HEAD, tls.accept(stream)).await {
                        converse(stream, address, &desk, watcher).await;
                    }
                }
            }
            desk.connected(false);
        });
    }
    drop(listener);
    let patience = desk.limits.time + HEAD;
    if timeout(patience, graceful.shutdown()).await.is_err() {
        log::line(Level::Error, "stopping", [("why", "some connections did not end".into())]);
    }
}

async fn converse(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    address: SocketAddr,
    desk: &Arc<Desk>,
    watcher: Watcher,
) {
    let router = router(desk).layer(Extension(Peer(address.ip().to_canonical())));
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(Impatient::of(stream)), TowerToHyperService::new(router));
    // Whoever hangs up in the middle has said all that there is to say.
    let _ = watcher.watch(connection).await;
}

/// What comes when the process is asked to end: by what it says to whoever starts it, it can be asked from
/// then on, so this has to be listened for before anything is said.
///
/// # Errors
/// Why it cannot be listened for.
#[cfg(unix)]
pub(crate) fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut interrupted = signal(SignalKind::interrupt())?;
    let mut terminated = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupted.recv() => {}
            _ = terminated.recv() => {}
        }
    })
}

/// What comes when the process is asked to end.
///
/// # Errors
/// Why it cannot be listened for.
#[cfg(windows)]
pub(crate) fn asked_to_stop() -> io::Result<impl Future<Output = ()>> {
    let mut interrupted = tokio::signal::windows::ctrl_c()?;
    Ok(async move { drop(interrupted.recv().await) })
}
