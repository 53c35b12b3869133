"""azure-mgmt-consumption, azure-mgmt-authorization, azure-mgmt-support and azure-mgmt-billing."""

import datetime
import uuid
from decimal import Decimal

from azure.core.exceptions import (
    HttpResponseError,
    ResourceExistsError,
    ResourceNotFoundError,
)
from azure.mgmt.authorization import models as authorization
from azure.mgmt.billing import BillingManagementClient
from azure.mgmt.billing import models as billing
from azure.mgmt.consumption import ConsumptionManagementClient
from azure.mgmt.consumption import models as consumption
from azure.mgmt.support import models as support

from checks import equal, is_in, refused
from matrix import proves

READER = "acdd72a7-3385-48ef-bd42-f606fba81ae7"
GONE = "00000000-0000-4000-8000-000000000000"


@proves(
    "azure-mgmt-consumption",
    "reservations_summaries.list_by_reservation_order",
    "reservations_summaries.list_by_reservation_order_and_reservation",
)
def utilization_by_day_and_by_month(desk):
    customer = desk.customer("Kupferhain")
    _, order, own = customer.named("Fertigungsleitstand")
    summaries = customer.consumption.reservations_summaries
    today = datetime.datetime.now(datetime.timezone.utc).date()
    first, last = today - datetime.timedelta(days=10), today - datetime.timedelta(days=1)
    days = f"properties/usageDate ge {first} AND properties/usageDate le {last}"
    daily = list(summaries.list_by_reservation_order_and_reservation(order, own, grain="daily", filter=days))
    equal([row.properties.usage_date.date() for row in daily], [first + datetime.timedelta(n) for n in range(10)])
    for row in daily:
        assert isinstance(row, consumption.ReservationSummary)
        equal((row.properties.reservation_id, row.properties.reservation_order_id), (own, order))
        used, reserved = Decimal(str(row.properties.used_hours)), Decimal(str(row.properties.reserved_hours))
        assert 0 <= used <= reserved
    monthly = list(summaries.list_by_reservation_order(order, grain="monthly"))
    assert monthly and all(row.properties.usage_date.day >= 1 for row in monthly)
    without = lambda: list(summaries.list_by_reservation_order(order, grain="daily"))
    refused(HttpResponseError, 400, without)
    gone = lambda: list(summaries.list_by_reservation_order(GONE, grain="monthly"))
    refused(ResourceNotFoundError, 404, gone)


@proves(
    "azure-mgmt-consumption",
    "reservation_transactions.list")
def what_was_booked_for_the_account(desk):
    client = desk.partner(ConsumptionManagementClient, "unused")
    rows = list(client.reservation_transactions.list(desk.account))
    assert len(rows) > 60, len(rows)
    equal(len({row.id for row in rows}), len(rows))
    assert {row.event_type for row in rows} >= {"Purchase", "Refund"}
    for row in rows:
        assert isinstance(row, consumption.ReservationTransaction)
        assert row.currency and row.amount is not None and isinstance(row.event_date, datetime.datetime)
        assert (row.amount < 0) == (row.event_type != "Purchase"), row.as_dict()
    days = "properties/eventDate ge 2026-01-01 AND properties/eventDate le 2026-06-30"
    some = list(client.reservation_transactions.list(desk.account, filter=days))
    equal(
        {row.id for row in some},
        {row.id for row in rows if "2026-01-01" <= str(row.event_date.date()) <= "2026-06-30"},
    )
    # What was booked is not known with a partner's markup, which is said rather than left out.
    markup = lambda: list(client.reservation_transactions.list(desk.account, use_markup_if_partner=True))
    refused(HttpResponseError, 400, markup)
    other = lambda: list(client.reservation_transactions.list("another"))
    refused(ResourceNotFoundError, 404, other)
    customers = desk.customer("Kupferhain").consumption
    mine = lambda: list(customers.reservation_transactions.list(desk.account))
    equal(refused(HttpResponseError, 403, mine).error.code, "AuthorizationFailed")


@proves(
    "azure-mgmt-authorization",
    "role_assignments.list_for_scope",
    "role_assignments.create",
    "role_assignments.get",
    "role_assignments.delete",
    "role_assignments.create_by_id",
    "role_assignments.get_by_id",
    "role_assignments.delete_by_id",
    "role_definitions.list",
)
def access_to_an_order_is_given_and_taken_away(desk):
    customer = desk.customer("Kupferhain")
    row, order, _ = customer.named("Fertigungsleitstand")
    scope = f"/providers/Microsoft.Capacity/reservationOrders/{order}"
    client = customer.authorization
    roles = list(client.role_definitions.list(scope, filter="roleName eq 'Reader'"))
    equal([(role.name, role.role_name) for role in roles], [(READER, "Reader")])
    assert len(list(client.role_definitions.list(scope))) > 5
    before = list(client.role_assignments.list_for_scope(scope))
    principal = desk.ask("GET", "/providers/Prorata/principals", customer.tenant)["value"][0]
    name = str(uuid.uuid4())
    wanted = authorization.RoleAssignmentCreateParameters(
        role_definition_id=roles[0].id,
        principal_id=principal["id"],
        principal_type=principal["principalType"],
    )
    # The principal may have the role already.
    for other in before:
        if (other.principal_id, other.role_definition_id) == (principal["id"], roles[0].id):
            client.role_assignments.delete(other.scope, other.name)
            before = list(client.role_assignments.list_for_scope(scope))
    created = client.role_assignments.create(scope, name, wanted)
    assert isinstance(created, authorization.RoleAssignment)
    equal((created.name, created.principal_id), (name, principal["id"]))
    equal(client.role_assignments.get(scope, name).as_dict(), created.as_dict())
    mine = client.role_assignments.list_for_scope(scope, filter=f"principalId eq '{principal['id']}'")
    is_in(name, [one.name for one in mine])
    error = refused(
        ResourceExistsError, 409, lambda: client.role_assignments.create(scope, str(uuid.uuid4()), wanted)
    )
    equal(error.error.code, "RoleAssignmentExists")
    equal(client.role_assignments.delete(scope, name).name, name)
    equal(client.role_assignments.delete(scope, name), None)
    refused(ResourceNotFoundError, 404, lambda: client.role_assignments.get(scope, name))
    by_id = client.role_assignments.create_by_id(created.id, wanted)
    equal(client.role_assignments.get_by_id(created.id).as_dict(), by_id.as_dict())
    equal(client.role_assignments.delete_by_id(created.id).name, name)
    after = list(client.role_assignments.list_for_scope(scope))
    equal([one.id for one in after], [one.id for one in before])


@proves(
    "azure-mgmt-support",
    "services.list",
    "problem_classifications.list",
    "support_tickets_no_subscription.check_name_availability",
    "support_tickets_no_subscription.begin_create",
    "support_tickets_no_subscription.get",
    "support_tickets_no_subscription.list",
    "support_tickets_no_subscription.update",
)
def a_support_ticket_from_its_wizard_to_its_closing(desk):
    customer = desk.customer("Kupferhain")
    row, _, _ = customer.named("Fertigungsleitstand")
    client = customer.support
    services = list(client.services.list())
    service = next(one for one in services if one.display_name == "Billing")
    problems = list(client.problem_classifications.list(service.name))
    problem = next(one for one in problems if one.display_name.endswith("Exchanges and Refunds"))
    tickets = client.support_tickets_no_subscription
    asked = support.CheckNameAvailabilityInput(name="refund-of-two", type="Microsoft.Support/supportTickets")
    equal(tickets.check_name_availability(asked).name_available, True)
    wanted = support.SupportTicketDetails(
        title="Refund of two units",
        description="Quote, policy and steps.",
        service_id=service.id,
        problem_classification_id=problem.id,
        severity="moderate",
        advanced_diagnostic_consent="No",
        contact_details=support.ContactProfile(
            first_name="Robin",
            last_name="Berg",
            preferred_contact_method="email",
            primary_email_address="robin.berg@lumenfjord.example",
            preferred_time_zone="W. Europe Standard Time",
            country="DEU",
            preferred_support_language="en-US",
        ),
        technical_ticket_details=support.TechnicalTicketDetails(resource_id=row.id),
    )
    poller = tickets.begin_create("refund-of-two", wanted)
    opened = poller.result()
    equal(poller.status(), "Succeeded")
    assert isinstance(opened, support.SupportTicketDetails)
    equal((opened.name, opened.status, opened.severity), ("refund-of-two", "Open", "moderate"))
    equal(opened.problem_classification_display_name, problem.display_name)
    assert isinstance(opened.created_date, datetime.datetime)
    equal(tickets.check_name_availability(asked).name_available, False)
    error = refused(ResourceExistsError, 409, lambda: tickets.begin_create("refund-of-two", wanted))
    assert error.error.message
    pages = list(tickets.list(top=1, filter="Status eq 'Open'").by_page())
    is_in("refund-of-two", [one.name for page in pages for one in page])
    changed = tickets.update("refund-of-two", support.UpdateSupportTicket(severity="critical", status="closed"))
    equal((changed.severity.lower(), changed.status.lower()), ("critical", "closed"))
    equal(tickets.get("refund-of-two").as_dict(), changed.as_dict())
    refused(ResourceNotFoundError, 404, lambda: tickets.get("never-opened"))
    wrong = support.SupportTicketDetails(**{**vars_of(wanted), "severity": "extreme"})
    refused(HttpResponseError, 400, lambda: tickets.begin_create("another", wrong))


def vars_of(ticket) -> dict:
    """What a ticket is made of, as the arguments of another one."""
    names = [
        "title",
        "description",
        "service_id",
        "problem_classification_id",
        "severity",
        "advanced_diagnostic_consent",
        "contact_details",
    ]
    return {name: getattr(ticket, name) for name in names}


@proves(
    "azure-mgmt-billing",
    "customers.list_by_billing_account")
def the_customers_of_the_account(desk):
    client = desk.partner(BillingManagementClient, "unused")
    rows = list(client.customers.list_by_billing_account(desk.account))
    assert len(rows) > 12
    assert all(isinstance(row, billing.Customer) and row.properties.display_name for row in rows)
    pages = list(client.customers.list_by_billing_account(desk.account, top=5).by_page())
    found = [row.name for page in pages for row in page]
    assert len(pages) == 1 or found == [row.name for row in rows]
    some = list(client.customers.list_by_billing_account(desk.account, search="fjällgren"))
    equal([row.properties.display_name for row in some], ["Fjällgren Logistik AB"])
    refused(ResourceNotFoundError, 404, lambda: list(client.customers.list_by_billing_account("another")))


@proves(
    "azure-mgmt-billing",
    "reservations.list_by_billing_account")
def the_reservations_of_the_account(desk):
    """All customers' at once, page after page, with a filter and an order over all of them."""
    client = desk.partner(BillingManagementClient, "unused").reservations
    rows = list(client.list_by_billing_account(desk.account))
    assert len(rows) > 100, len(rows)
    equal(len({row.id for row in rows}), len(rows))
    expected = sum(
        summary["reservationCount"] for summary in desk.ask("GET", "/providers/Prorata/customerSummaries")["value"]
    )
    equal(len(rows), expected)
    assert all(isinstance(row, billing.Reservation) for row in rows)
    pages = list(client.list_by_billing_account(desk.account, take=40, refresh_summary="true").by_page())
    found = [row.id for page in pages for row in page]
    equal((len(pages), found), (-(-expected // 40), [row.id for row in rows]))
    largest = list(client.list_by_billing_account(desk.account, order_by="properties/quantity desc", take=30))
    quantities = [row.properties.quantity for row in largest]
    equal(quantities, sorted(quantities, reverse=True))
    equal(len(largest), len(rows))
    sql = list(
        client.list_by_billing_account(desk.account, filter="properties/reservedResourceType eq 'SqlDatabases'")
    )
    equal(
        [row.id for row in sql],
        [row.id for row in rows if row.properties.reserved_resource_type == "SqlDatabases"],
    )
    equal([row.id for row in client.list_by_billing_account(desk.account, skiptoken=100)], [r.id for r in rows[100:]])
    customers = desk.client(BillingManagementClient, desk.customer("Kupferhain").tenant, "unused")
    mine = lambda: list(customers.reservations.list_by_billing_account(desk.account))
    equal(refused(HttpResponseError, 403, mine).error.code, "AuthorizationFailed")
