"""A server of the project with the demonstration's records, and Microsoft's clients that ask it."""

import json
import re
import ssl
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.billing import BillingManagementClient
from azure.mgmt.consumption import ConsumptionManagementClient
from azure.mgmt.reservations import ReservationsMgmtClient
from azure.mgmt.support import MicrosoftSupport

from authority import Authority, Credential, token
from matrix import Seen

START_SECONDS = 30


class Server:
    """The server as a process of its own, over TLS with a certificate of the test authority."""

    def __init__(self, program: str):
        self.folder = tempfile.TemporaryDirectory(prefix="prorata-clients-")
        folder = Path(self.folder.name)
        self.authority = Authority(folder)
        self.log = (folder / "server.log").open("w+")
        self.process = subprocess.Popen(
            [
                program,
                "--listen=127.0.0.1:0",
                f"--data={folder / 'records.sqlite'}",
                f"--tls-cert={self.authority.certificate}",
                f"--tls-key={self.authority.key}",
                "--demo=true",
            ],
            cwd=folder,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.url = self._wait()

    def _wait(self) -> str:
        """Where it listens, once it answers."""
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and self.process.poll() is None:
            found = re.search(r"https://(?:127\.0\.0\.1|localhost):(\d+)", self.said())
            if found:
                url = f"https://localhost:{found.group(1)}"
                try:
                    urllib.request.urlopen(f"{url}/readyz", context=self.context, timeout=5)
                    return url
                except (urllib.error.URLError, OSError):
                    pass
            time.sleep(0.05)
        raise RuntimeError(f"the server did not start:\n{self.said()}")

    @property
    def context(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self.authority.bundle)

    def said(self) -> str:
        self.log.flush()
        return Path(self.log.name).read_text()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.log.close()
        self.folder.cleanup()


class Customer:
    """A customer of the partner, and its reservations by name."""

    def __init__(self, desk: "Desk", tenant: str):
        self.desk = desk
        self.tenant = tenant

    @property
    def reservations(self) -> ReservationsMgmtClient:
        return self.desk.client(ReservationsMgmtClient, self.tenant)

    @property
    def consumption(self) -> ConsumptionManagementClient:
        return self.desk.client(ConsumptionManagementClient, self.tenant, "unused")

    @property
    def authorization(self) -> AuthorizationManagementClient:
        return self.desk.client(AuthorizationManagementClient, self.tenant, "unused")

    @property
    def support(self) -> MicrosoftSupport:
        return self.desk.client(MicrosoftSupport, self.tenant, "unused")

    def named(self, name: str):
        """The reservation with this name, and the ids of its order and of itself."""
        found = [
            row for row in self.reservations.reservation.list_all() if row.properties.display_name == name
        ]
        assert len(found) == 1, f"{len(found)} reservations are named {name}"
        order, _, own = found[0].id.split("/")[-3:]
        return found[0], order, own

    def subscription(self) -> str:
        """The GUID of the first subscription."""
        return self.desk.ask("GET", "/subscriptions?api-version=2022-12-01", self.tenant)["value"][0][
            "subscriptionId"
        ]


class Desk:
    """Who asks the server, and what was asked."""

    def __init__(self, url: str, authority: Authority, context: ssl.SSLContext):
        self.url = url
        self.authority = authority
        self.context = context
        self.seen = Seen()
        self.tenants: dict[str, str] = {}

    def client(self, kind, tenant: str, *arguments, credential=None, **options):
        """A client of Microsoft's as it is, with what anybody may set: where to ask, which authority to believe,
        and how long to wait at least between two looks at an operation."""
        return kind(
            credential or Credential(token(tenant)),
            *arguments,
            base_url=self.url,
            credential_scopes=[f"{self.url}/.default"],
            connection_verify=str(self.authority.bundle),
            polling_interval=1,
            raw_request_hook=self.seen.request,
            raw_response_hook=self.seen.response,
            **options,
        )

    def ask(self, method: str, path: str, tenant: str = "", body=None):
        """Asks what no client of Microsoft's asks."""
        request = urllib.request.Request(self.url + path, method=method)
        request.add_header("authorization", f"Bearer {token(tenant)}")
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("content-type", "application/json")
        with urllib.request.urlopen(request, context=self.context, timeout=60) as answer:
            return json.loads(answer.read() or b"null")

    def start_over(self):
        """The records as the demonstration begins."""
        self.ask("POST", "/providers/Prorata/reset", body={"to": "demonstration"})

    def customer(self, name: str) -> Customer:
        """The customer whose name begins so."""
        if not self.tenants:
            rows = self.ask("GET", "/providers/Prorata/customerSummaries")["value"]
            self.tenants = {row["displayName"]: row["customerId"] for row in rows}
        found = [tenant for known, tenant in self.tenants.items() if known.startswith(name)]
        assert len(found) == 1, f"{len(found)} customers are named {name}"
        return Customer(self, found[0])

    @property
    def account(self) -> str:
        """The name of the partner's billing account."""
        return self.ask("GET", "/providers/Prorata/account")["billingAccountId"]

    def partner(self, kind, *arguments):
        """A client in the partner's own tenant."""
        return self.client(kind, "", *arguments)
