"""A certificate authority and an issuer of tokens, made for one run of the tests and known to nobody else."""

import base64
import datetime
import ipaddress
import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

from azure.core.credentials import AccessToken, TokenCredential
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LIFETIME = datetime.timedelta(days=1)


def token(tenant: str) -> str:
    """A token without signature that says whose records are asked about, as the server takes on loopback."""

    def part(claims: dict) -> str:
        return base64.urlsafe_b64encode(json.dumps(claims).encode()).decode().rstrip("=")

    return ".".join([part({"alg": "none"}), part({"tid": tenant}), "none"])


class Credential(TokenCredential):
    """Always the same token."""

    def __init__(self, text: str):
        self.text = text

    def get_token(self, *scopes: str, **options) -> AccessToken:
        return AccessToken(self.text, 4_102_444_800)


class Authority:
    """The authority, and a certificate of this machine's own address that it has signed."""

    def __init__(self, folder: Path):
        self.certificate = folder / "server.pem"
        self.key = folder / "server.key"
        self.bundle = folder / "authority.pem"
        authority_key = ec.generate_private_key(ec.SECP256R1())
        authority = _certificate("Test authority", None, authority_key, authority_key)
        key = ec.generate_private_key(ec.SECP256R1())
        own = _certificate("localhost", authority, key, authority_key)
        self.bundle.write_bytes(_pem(authority))
        self.certificate.write_bytes(_pem(own))
        self.key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )


def _pem(certificate: x509.Certificate) -> bytes:
    return certificate.public_bytes(serialization.Encoding.PEM)


def _certificate(name, issuer, key, issuer_key) -> x509.Certificate:
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.timezone.utc)
    is_authority = issuer is None
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject if is_authority else issuer.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - LIFETIME)
        .not_valid_after(now + LIFETIME)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .add_extension(
            x509.KeyUsage(
                digital_signature=True,
                key_cert_sign=is_authority,
                crl_sign=is_authority,
                content_commitment=False,
                key_encipherment=False,
                data_encipherment=False,
                key_agreement=False,
                encipher_only=False,
                decipher_only=False,
            ),
            critical=True,
        )
    )
    if not is_authority:
        address = x509.IPAddress(ipaddress.ip_address("127.0.0.1"))
        names = x509.SubjectAlternativeName([x509.DNSName("localhost"), address])
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])
        builder = builder.add_extension(names, critical=False).add_extension(purpose, critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


class Issuer:
    """Issues tokens as Entra ID does, as far as `az login --service-principal` asks: each tenant has its own
    endpoint, and the token is about that tenant."""

    SECRET = "a secret of the tests"

    def __init__(self, authority: Authority):
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self):
                tenant = self.path.strip("/").split("/")[0]
                if not self.path.split("?")[0].endswith("/v2.0/.well-known/openid-configuration"):
                    return self.answer(404, {"error": "not_found"})
                base = f"{issuer.url}/{tenant}"
                return self.answer(
                    200,
                    {
                        "issuer": f"{base}/v2.0",
                        "authorization_endpoint": f"{base}/oauth2/v2.0/authorize",
                        "token_endpoint": f"{base}/oauth2/v2.0/token",
                    },
                )

            def do_POST(self):
                tenant = self.path.strip("/").split("/")[0]
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                if not self.path.endswith("/oauth2/v2.0/token"):
                    # Microsoft Graph is looked for here as well, and not found.
                    return self.answer(404, {"error": {"code": "NotFound", "message": "Nobody is here."}})
                asked = {name: values[0] for name, values in parse_qs(body).items()}
                if asked.get("client_secret") != Issuer.SECRET:
                    why = "AADSTS7000215: Invalid client secret provided."
                    return self.answer(401, {"error": "invalid_client", "error_description": why})
                granted = {"token_type": "Bearer", "expires_in": 3600, "access_token": token(tenant)}
                return self.answer(200, granted)

            def answer(self, status: int, body: dict):
                text = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(text)))
                self.end_headers()
                self.wfile.write(text)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(authority.certificate, authority.key)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"https://localhost:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self):
        self.server.shutdown()
