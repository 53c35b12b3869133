//! Asks another server: over TLS, for little, and not for long.

use std::sync::Arc;
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1;
use hyper::{Request, StatusCode, Uri};
use hyper_util::rt::TokioIo;
use rustls::pki_types::ServerName;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use crate::store::{Roots, tls};

/// How long all of it may take.
const WAIT: Duration = Duration::from_secs(10);
/// A list of keys has a few kilobytes.
const BYTES_MAX: usize = 1024 * 1024;

/// Asks other servers.
pub(super) struct Fetcher {
    tls: TlsConnector,
}

impl Fetcher {
    /// One that believes these authorities.
    ///
    /// # Errors
    /// In words, what keeps them from being read.
    pub(super) fn new(authorities: &Roots) -> Result<Self, String> {
        let config = tls::client_config(authorities)?;
        Ok(Self { tls: TlsConnector::from(Arc::new(config)) })
    }

    /// Sends a request to an address with `https`, or `http` on this machine.
    ///
    /// # Errors
    /// In words, why there is no answer.
    pub(super) async fn ask(
        &self,
        request: Request<String>,
    ) -> Result<(StatusCode, Bytes), String> {
        let host = request.uri().host().unwrap_or_default().to_owned();
        let asked = timeout(WAIT, self.asked(request));
        asked
            .await
            .unwrap_or_else(|_| Err("no answer in time".to_owned()))
            .map_err(|why| format!("{host}: {why}"))
    }

    async fn asked(&self, request: Request<String>) -> Result<(StatusCode, Bytes), String> {
        let uri = request.uri();
        let is_secure = uri.scheme_str() == Some("https");
        let host = uri.host().ok_or("the address has no host")?.to_owned();
        let port = uri.port_u16().unwrap_or(if is_secure { 443 } else { 80 });
        let name = host.trim_matches(['[', ']']);
        let stream = TcpStream::connect((name, port)).await.map_err(|error| error.to_string())?;
        if is_secure {
            let name = ServerName::try_from(name.to_owned()).map_err(|error| error.to_string())?;
            let stream = self.tls.connect(name, stream).await.map_err(|error| error.to_string())?;
            return exchanged(stream, request).await;
        }
        let peer = stream.peer_addr().map_err(|error| error.to_string())?;
        match peer.ip().is_loopback() {
            true => exchanged(stream, request).await,
            false => Err("is asked over https alone".to_owned()),
        }
    }
}

async fn exchanged(
    stream: impl AsyncRead + AsyncWrite + Unpin + Send + 'static,
    request: Request<String>,
) -> Result<(StatusCode, Bytes), String> {
    let (mut sender, connection) =
        http1::handshake(TokioIo::new(stream)).await.map_err(|error| error.to_string())?;
    tokio::spawn(async move { drop(connection.await) });
    let (mut parts, body) = request.into_parts();
    let authority = parts.uri.authority().map(|authority| authority.as_str().to_owned());
    let host = authority.unwrap_or_default().parse().map_err(|_| "the host has no name")?;
    parts.headers.insert(hyper::header::HOST, host);
    parts.uri = parts.uri.path_and_query().cloned().map(Uri::from).unwrap_or_default();
    let request = Request::from_parts(parts, Full::new(Bytes::from(body)));
    let response = sender.send_request(request).await.map_err(|error| error.to_string())?;
    let status = response.status();
    let body = Limited::new(response.into_body(), BYTES_MAX).collect().await;
    Ok((status, body.map_err(|error| error.to_string())?.to_bytes()))
}
