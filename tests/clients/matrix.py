"""Which operation of which client was proven by which test, and what it asked the server."""

import inspect
import re
import sys
from importlib.metadata import version
from urllib.parse import urlsplit

from azure.mgmt.authorization import AuthorizationManagementClient
from azure.mgmt.billing import BillingManagementClient
from azure.mgmt.consumption import ConsumptionManagementClient
from azure.mgmt.reservations import ReservationsMgmtClient
from azure.mgmt.support import MicrosoftSupport

from authority import Credential

AZURE_CLI = "azure-cli"

# Each client with those of its groups of operations that concern reservations.
CLIENTS = {
    "azure-mgmt-reservations": (
        ReservationsMgmtClient,
        "calculate_exchange calculate_refund exchange operation reservation reservation_order return_operations",
    ),
    "azure-mgmt-consumption": (
        ConsumptionManagementClient,
        "reservation_transactions reservations_details reservations_summaries",
    ),
    "azure-mgmt-authorization": (
        AuthorizationManagementClient,
        "role_assignments role_definitions",
    ),
    "azure-mgmt-support": (
        MicrosoftSupport,
        "problem_classifications services support_tickets_no_subscription",
    ),
    "azure-mgmt-billing": (BillingManagementClient, "customers reservation_orders reservations"),
}

# After these parts of a path comes the name of what they are.
NAMED = {
    "billingaccounts": "billingAccount",
    "customers": "customer",
    "reservationorders": "order",
    "reservations": "reservation",
    "roleassignments": "assignment",
    "roledefinitions": "definition",
    "services": "service",
    "subscriptions": "subscription",
    "supporttickets": "ticket",
}

# Every test with the client and the operations that it proves.
TESTS: list[tuple] = []


def proves(package: str, *operations: str):
    """Marks a test by what it proves of a client: `group.method`, or a command."""

    def mark(test):
        TESTS.append((package, operations, test))
        return test

    return mark


def template(path: str) -> str:
    """A path with what it is about in the place of the ids."""
    parts, name = [], None
    for part in path.strip("/").split("/"):
        is_name = name is not None and part.lower() != "providers"
        parts.append("{" + name + "}" if is_name else part)
        name = None if is_name else NAMED.get(part.lower())
    return "/" + "/".join(parts)


class Operations:
    """The operations of all clients, and the names of the classes that they are written in."""

    def __init__(self):
        self.of_package: dict[str, list[str]] = {}
        self.groups: dict[tuple[str, str], str] = {}
        for package, (kind, groups) in CLIENTS.items():
            arguments = [] if kind is ReservationsMgmtClient else ["unused"]
            client = kind(Credential(""), *arguments, base_url="https://localhost")
            found = [name for name in vars_of(kind) if name.startswith("get_")]
            for group in groups.split():
                operations = type(getattr(client, group))
                self.groups[package, operations.__name__] = group
                found += [f"{group}.{name}" for name in vars_of(operations)]
            self.of_package[package] = found

    def asking(self) -> tuple[str, str] | None:
        """The client and the operation on whose behalf a request is sent now, from who called whom."""
        frame = sys._getframe()
        while frame is not None:
            found = re.search(r"azure/mgmt/(\w+)/.*operations", frame.f_code.co_filename.replace("\\", "/"))
            names = frame.f_code.co_qualname.split(".")
            if found and len(names) > 1 and not names[1].startswith("_"):
                package = f"azure-mgmt-{found.group(1)}"
                group = self.groups.get((package, names[0]))
                return package, f"{group}.{names[1]}" if group else names[1]
            frame = frame.f_back
        return None


def vars_of(kind) -> list[str]:
    """The public methods of a class."""
    return [name for name, _ in inspect.getmembers(kind, inspect.isfunction) if not name.startswith("_")]


class Seen:
    """What each operation has asked: method and path, and the version of the API. What a poller asks later, where
    an answer told it to, is nobody's."""

    def __init__(self):
        self.operations = Operations()
        self.requests: dict[tuple[str, str], dict[str, str]] = {}

    def request(self, request):
        asking = self.operations.asking()
        if asking:
            url = urlsplit(request.http_request.url)
            line = f"{request.http_request.method} {template(url.path)}"
            stated = re.search(r"api-version=([^&]*)", url.query)
            assert stated, f"{line} states no version"
            self.requests.setdefault(asking, {}).setdefault(line, stated.group(1))

    def response(self, response):
        assert response.http_response.headers["x-ms-request-id"], "an answer without an id"


HEAD = """\
# Microsoft's own clients

What `cargo xtask test clients` proves, and writes itself: Microsoft's clients as they are on PyPI ask
`prorata-server` over TLS, with a certificate authority of the tests. Every operation below is followed to the end
of its pages and of its poller, its answers are read by the types of the client, and its refusals are the
exceptions that the client has for them. Groups of operations that have nothing to do with reservations are left
out; one with a dash is not proven, and not answered where it asks for anything else than those that are.

Whose records are asked about is the `tid` of the token: a customer's tenant for its reservations, the partner's
own for lists of the billing account.
"""

CLI = """\
`az cloud register` names the server and an issuer of tokens, `AZURE_CORE_INSTANCE_DISCOVERY=false` keeps it from
asking Microsoft about them, and `az login --service-principal` gets its token there. The commands
`az reservations` and `az support` are extensions, which are not on PyPI: they are not tested. What they ask is
asked by `az rest`, and by the Python clients above.
"""


def written(proven: dict, seen: Seen, cli_version: str) -> str:
    """The page: for each client and operation what it asks, and which test proves it."""
    text = HEAD
    for package, operations in seen.operations.of_package.items():
        text += f"\n## {package} {version(package)}\n\n| Operation | Asks | Version | Test |\n|---|---|---|---|\n"
        for operation in operations:
            test = proven.get((package, operation))
            if test is None:
                text += f"| `{operation}` | - | | |\n"
                continue
            [(line, stated), *_] = seen.requests[package, operation].items()
            text += f"| `{operation}` | `{line}` | {stated} | {test} |\n"
    text += f"\n## {AZURE_CLI} {cli_version}\n\n{CLI}\n| Command | Test |\n|---|---|\n"
    for (package, command), test in proven.items():
        if package == AZURE_CLI:
            text += f"| `az {command}` | {test} |\n"
    return text
