//! TLS to a database. Who answers is always verified, by authority and by name: a connection that anybody could
//! have taken over protects nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, InvalidDnsNameError, ServerName};
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_postgres::tls::{ChannelBinding, MakeTlsConnect, TlsConnect, TlsStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::client;

/// Whose certificates are believed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Roots {
    /// Those that this machine believes.
    System,
    /// Those in a file in PEM.
    File(PathBuf),
}

/// Where the certificates are that a machine believes: on Debian, Alpine and their like, on Fedora and its like, on
/// openSUSE, and on the BSDs and macOS.
const SYSTEM: [&str; 4] = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];

/// Makes connections over TLS.
#[derive(Clone)]
pub(super) struct Connector(TlsConnector);

impl Connector {
    /// One that believes these.
    ///
    /// # Errors
    /// In words, what keeps the certificates from being used.
    pub(super) fn of(roots: &Roots) -> Result<Self, String> {
        let config = client_config(roots).map_err(|why| format!("sslrootcert: {why}"))?;
        Ok(Self(TlsConnector::from(Arc::new(config))))
    }
}

/// What it takes to verify who answers.
///
/// # Errors
/// In words, what keeps the certificates from being used.
pub(crate) fn client_config(roots: &Roots) -> Result<ClientConfig, String> {
    let file = match roots {
        Roots::File(file) => file.as_path(),
        Roots::System => {
            let known = SYSTEM.iter().map(Path::new).find(|file| file.is_file());
            known.ok_or(
                "this machine has no certificates of authorities where they are looked for: name a \
                     file with them",
            )?
        }
    };
    let told = |why: &dyn std::fmt::Display| format!("{}: {why}", file.display());
    let pem = fs::read(file).map_err(|error| told(&error))?;
    let mut store = RootCertStore::empty();
    let all = CertificateDer::pem_slice_iter(&pem).collect::<Result<Vec<_>, _>>();
    let (added, _) = store.add_parsable_certificates(all.map_err(|error| told(&error))?);
    if added == 0 {
        return Err(told(&"has no certificate"));
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|error| told(&error))?;
    Ok(builder.with_root_certificates(store).with_no_client_auth())
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> MakeTlsConnect<S> for Connector {
    type Stream = Encrypted<S>;
    type TlsConnect = ToHost;
    type Error = InvalidDnsNameError;

    fn make_tls_connect(&mut self, host: &str) -> Result<ToHost, InvalidDnsNameError> {
        Ok(ToHost { connector: self.0.clone(), name: ServerName::try_from(host)?.to_owned() })
    }
}

/// Makes a connection to a host.
pub(super) struct ToHost {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl<S: AsyncRead + AsyncWrite + Unpin + Send + 'static> TlsConnect<S> for ToHost {
    type Stream = Encrypted<S>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = io::Result<Encrypted<S>>> + Send>>;

    fn connect(self, stream: S) -> Self::Future {
        let shaken = self.connector.connect(self.name, stream);
        Box::pin(async { shaken.await.map(Box::new).map(Encrypted) })
    }
}

/// A connection over TLS.
pub(super) struct Encrypted<S>(Box<client::TlsStream<S>>);

impl<S: AsyncRead + AsyncWrite + Unpin> TlsStream for Encrypted<S> {
    fn channel_binding(&self) -> ChannelBinding {
        // The certificate was verified: there is nobody in the middle to be noticed by it.
        ChannelBinding::none()
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Encrypted<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_read(cx, buffer)
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Encrypted<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.0).poll_write(cx, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.0).poll_shutdown(cx)
    }
}
