"""azure-cli: a cloud of its own, a sign-in at the issuer of the tests, and the commands that it has.

The commands `az reservations` and `az support` are extensions, which are not on PyPI: what they ask is asked here
with `az rest`, and by the Python clients.
"""

import json
import os
import subprocess
import tempfile
import uuid
from pathlib import Path

from authority import Issuer
from checks import equal, is_in
from matrix import AZURE_CLI, proves

CLOUD = "Prorata"
READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
RESERVATIONS = "/providers/Microsoft.Capacity"
SECONDS_MAX = 300


class Refused(Exception):
    """What a command that failed has said."""


class Shell:
    """azure-cli with settings of its own, which ends with the tests."""

    def __init__(self, program: str, desk, issuer: str):
        self.program = program
        self.desk = desk
        self.folder = tempfile.TemporaryDirectory(prefix="prorata-az-")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("AZURE_")}
        self.environment = inherited | {
            "AZURE_CONFIG_DIR": str(Path(self.folder.name)),
            "AZURE_CORE_COLLECT_TELEMETRY": "false",
            "AZURE_CORE_INSTANCE_DISCOVERY": "false",
            "AZURE_CORE_NO_COLOR": "true",
            "AZURE_CORE_OUTPUT": "json",
            "AZURE_EXTENSION_USE_DYNAMIC_INSTALL": "no",
            "REQUESTS_CA_BUNDLE": str(desk.authority.bundle),
        }
        self.run(
            *["cloud", "register", "--name", CLOUD, "--skip-endpoint-discovery"],
            *["--endpoint-resource-manager", desk.url],
            *["--endpoint-management", desk.url],
            *["--endpoint-active-directory", issuer],
            *["--endpoint-active-directory-resource-id", desk.url],
            # Names of people come from Microsoft Graph, which nobody plays here.
            *["--endpoint-microsoft-graph-resource-id", f"{issuer}/"],
        )
        self.run("cloud", "set", "--name", CLOUD)

    def run(self, *words: str):
        """What a command answers."""
        done = subprocess.run(
            [self.program, *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=SECONDS_MAX,
        )
        if done.returncode:
            raise Refused(done.stderr)
        return json.loads(done.stdout) if done.stdout.strip() else None

    def version(self) -> str:
        return self.run("version")["azure-cli"]

    def sign_in(self, tenant: str):
        return self.run(
            *["login", "--service-principal", "--username", str(uuid.uuid4())],
            *["--password", Issuer.SECRET, "--tenant", tenant, "--allow-no-subscriptions"],
        )

    def sign_in_at(self, name: str):
        """Signs in at the customer whose name begins so."""
        customer = self.desk.customer(name)
        self.sign_in(customer.tenant)
        return customer


def refused(action) -> str:
    try:
        action()
    except Refused as error:
        return str(error)
    raise AssertionError("it was not refused")


@proves(AZURE_CLI, "cloud register", "cloud set", "login", "account list", "account show", "group list")
def a_cloud_of_its_own_and_a_sign_in(az):
    clouds = az.run("cloud", "list")
    equal([cloud["name"] for cloud in clouds if cloud["isActive"]], [CLOUD])
    customer = az.desk.customer("Kupferhain")
    subscriptions = az.sign_in(customer.tenant)
    equal([one["name"] for one in subscriptions], ["Produktion", "Entwicklung", "Testumgebung"])
    equal(az.run("account", "show")["tenantId"], customer.tenant)
    equal({one["cloudName"] for one in az.run("account", "list")}, {CLOUD})
    groups = az.run("group", "list")
    is_in("rg-network", [group["name"] for group in groups])
    wrong = ["--password", "wrong", "--tenant", customer.tenant]
    is_in("Invalid client secret", refused(lambda: az.run("login", "--service-principal", "-u", "x", *wrong)))


@proves(AZURE_CLI, "account management-group list")
def management_groups(az):
    az.sign_in_at("Kupferhain")
    groups = az.run("account", "management-group", "list", "--no-register")
    is_in("Tenant Root Group", [group["displayName"] for group in groups])


@proves(AZURE_CLI, "role assignment create", "role assignment list", "role assignment delete", "role definition list")
def access_to_an_order(az):
    customer = az.sign_in_at("Kupferhain")
    _, order, _ = customer.named("Fertigungsleitstand")
    scope = ["--scope", f"{RESERVATIONS}/reservationOrders/{order}"]
    roles = az.run("role", "definition", "list", "--name", "Reader", *scope)
    equal([role["name"] for role in roles], [READER])
    before = az.run("role", "assignment", "list", "--include-inherited", *scope)
    holders = {row["principalId"] for row in before if row["roleDefinitionName"] == "Reader"}
    principals = az.desk.ask("GET", "/providers/Prorata/principals", customer.tenant)["value"]
    person = next(one for one in principals if one["id"] not in holders and one["principalType"] == "User")
    wanted = ["--role", "Reader", "--assignee-object-id", person["id"], "--assignee-principal-type", "User"]
    created = az.run("role", "assignment", "create", *wanted, *scope)
    assert created["roleDefinitionId"].endswith(READER), created
    rows = az.run("role", "assignment", "list", *scope)
    is_in(created["name"], [row["name"] for row in rows])
    az.run("role", "assignment", "delete", "--ids", created["id"])
    after = az.run("role", "assignment", "list", "--include-inherited", *scope)
    equal([row["id"] for row in after], [row["id"] for row in before])
    nobody = ["--role", "Reader", "--assignee-object-id", str(uuid.uuid4()), "--assignee-principal-type", "User"]
    is_in("PrincipalNotFound", refused(lambda: az.run("role", "assignment", "create", *nobody, *scope)))
    emperor = ["--role", "Emperor", *nobody[2:], *scope]
    is_in("doesn't exist", refused(lambda: az.run("role", "assignment", "create", *emperor)))


@proves(AZURE_CLI, "consumption reservation summary list")
def utilization(az):
    customer = az.sign_in_at("Kupferhain")
    _, order, own = customer.named("Fertigungsleitstand")
    summary = ["consumption", "reservation", "summary", "list", "--reservation-order-id", order]
    monthly = az.run(*summary, "--grain", "monthly")
    assert monthly and all(float(row["reservedHours"]) > 0 for row in monthly)
    days = ["--start-date", "2026-11-01", "--end-date", "2026-11-05"]
    daily = az.run(*summary, "--reservation-id", own, "--grain", "daily", *days)
    equal([row["usageDate"][:10] for row in daily], [f"2026-11-0{day}" for day in range(1, 6)])


@proves(AZURE_CLI, "billing customer list")
def customers_of_the_account(az):
    partner = az.desk.ask("GET", "/providers/Prorata/account")
    az.sign_in(partner["partnerTenantId"])
    account = ["billing", "customer", "list", "--account-name", partner["billingAccountId"]]
    rows = az.run(*account)
    assert len(rows) > 12, len(rows)
    az.sign_in_at("Kupferhain")
    is_in("AuthorizationFailed", refused(lambda: az.run(*account)))


@proves(AZURE_CLI, "rest")
def reservations_with_the_token_of_the_sign_in(az):
    """Listed, quoted and returned."""
    customer = az.sign_in_at("Kupferhain")
    version = "api-version=2022-11-01"
    rows = az.run("rest", "--method", "get", "--url", f"{RESERVATIONS}/reservations?{version}")["value"]
    row = next(row for row in rows if row["properties"]["displayName"] == "Fertigungsleitstand")
    order = row["id"].split("/reservations/")[0]
    returned = {"reservationId": row["id"], "quantity": 1}
    body = {"id": order, "properties": {"scope": "Reservation", "reservationToReturn": returned}}

    def post(action: str, body: dict):
        url = f"{order}/{action}?{version}"
        return az.run("rest", "--method", "post", "--url", url, "--body", json.dumps(body))

    quote = post("calculateRefund", body)["properties"]
    assert quote["billingRefundAmount"]["amount"] > 0, quote
    properties = body["properties"] | {"sessionId": quote["sessionId"], "returnReason": "No longer needed"}
    done = post("return", {"properties": properties})
    equal(done["properties"]["billingRefundAmount"], quote["billingRefundAmount"])
    is_in("ActivateQuoteFailed", refused(lambda: post("return", {"properties": properties})))
    booked = az.desk.ask("GET", "/providers/Prorata/activities", customer.tenant)["value"]
    equal(booked[0]["target"].lower(), row["id"].lower())
