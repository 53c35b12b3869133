"""azure-mgmt-reservations."""

import datetime
from decimal import Decimal

from azure.core.exceptions import (
    ClientAuthenticationError,
    HttpResponseError,
    ResourceExistsError,
    ResourceNotFoundError,
)
from azure.mgmt.reservations import ReservationsMgmtClient
from azure.mgmt.reservations import models as m

from authority import Credential
from checks import equal, is_in, refused, wait_for
from matrix import proves

PACKAGE = "azure-mgmt-reservations"
GONE = "00000000-0000-4000-8000-000000000000"
PREFIX = "/providers/microsoft.capacity/reservationOrders"


@proves(PACKAGE, "reservation.list_all")
def all_reservations_to_the_last_page(desk):
    """Pages of five, an order, a filter, and how many there are in which state."""
    client = desk.customer("Fjällgren").reservations
    everything = list(client.reservation.list_all())
    assert len(everything) > 5
    pages = list(client.reservation.list_all(take=5).by_page())
    rows = [row for page in pages for row in page]
    equal(len(pages), -(-len(everything) // 5))
    equal([row.id for row in rows], [row.id for row in everything])
    first = everything[0]
    assert isinstance(first, m.ReservationResponse)
    assert isinstance(first.properties.expiry_date, datetime.date)
    assert isinstance(first.properties.benefit_start_time, datetime.datetime)
    assert isinstance(first.properties.quantity, int)
    rest = list(client.reservation.list_all(skiptoken=3))
    equal([row.id for row in rest], [row.id for row in everything[3:]])
    by_name = list(client.reservation.list_all(orderby="properties/displayName desc"))
    names = [row.properties.display_name.lower() for row in by_name]
    equal(names, sorted(names, reverse=True))
    term = "P1Y" if any(row.properties.term == "P1Y" for row in everything) else "P3Y"
    of_term = client.reservation.list_all(filter=f"properties/term eq '{term}'", refresh_summary="true")
    equal([row.id for row in of_term], [row.id for row in everything if row.properties.term == term])
    selected = list(client.reservation.list_all(selected_state="Succeeded"))
    assert selected and all(row.properties.display_provisioning_state == "Succeeded" for row in selected)


@proves(PACKAGE, "reservation.get", "reservation.list", "reservation.list_revisions")
def one_reservation_and_its_history(desk):
    customer = desk.customer("Kupferhain")
    row, order, own = customer.named("Fertigungsleitstand")
    client = customer.reservations
    found = client.reservation.get(order, own)
    equal(found.id, row.id)
    equal(found.properties.as_dict(), row.properties.as_dict())
    with_renewal = client.reservation.get(order, own, expand="renewProperties")
    if with_renewal.properties.renew:
        total = with_renewal.properties.renew_properties.billing_currency_total
        assert total.currency_code == "EUR" and total.amount > 0
    is_in(row.id, [one.id for one in client.reservation.list(order)])
    revisions = list(client.reservation.list_revisions(order, own))
    assert revisions and all(f"/{own}/revisions/" in one.id for one in revisions)
    utilization = found.properties.utilization
    equal([aggregate.grain for aggregate in utilization.aggregates], [1.0, 7.0, 30.0])


@proves(PACKAGE, "reservation_order.list", "reservation_order.get")
def orders_and_their_payments(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    orders = list(client.reservation_order.list())
    assert orders
    _, order, own = customer.named("Fertigungsleitstand")
    is_in(order, [one.name for one in orders])
    plain = client.reservation_order.get(order)
    assert plain.properties.plan_information is None
    found = client.reservation_order.get(order, expand="schedule")
    is_in(own, [one.id.split("/")[-1] for one in found.properties.reservations])
    payments = found.properties.plan_information.transactions
    total = sum(Decimal(str(one.pricing_currency_total.amount)) for one in payments)
    equal(total, Decimal(str(found.properties.plan_information.pricing_currency_total.amount)))
    assert all(isinstance(one.due_date, datetime.date) for one in payments)


@proves(PACKAGE, "calculate_refund.post", "return_operations.begin_post")
def a_return_from_its_quote_to_its_end(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    returned = m.ReservationToReturn(reservation_id=row.id, quantity=2)
    quote = client.calculate_refund.post(
        order,
        m.CalculateRefundRequest(
            id=f"{PREFIX}/{order}",
            properties=m.CalculateRefundRequestProperties(
                scope="Reservation", reservation_to_return=returned
            ),
        ),
    ).properties
    paid = Decimal(str(quote.billing_information.billing_currency_total_paid_amount.amount))
    refund = Decimal(str(quote.billing_refund_amount.amount))
    assert 0 < refund <= paid
    equal(quote.billing_refund_amount.currency_code, "EUR")
    limit = quote.policy_result.properties
    equal(limit.max_refund_limit.currency_code, "USD")
    request = m.RefundRequest(
        properties=m.RefundRequestProperties(
            session_id=quote.session_id,
            scope="Reservation",
            reservation_to_return=returned,
            return_reason="No longer needed",
        )
    )
    poller = client.return_operations.begin_post(order, request)
    after = poller.result()
    # As at Azure, the place to look at is the order itself, and the poller ends with its first answer: what it
    # gives is an order with a return under way.
    assert poller.done() and isinstance(after, m.ReservationOrderResponse)
    equal((after.name, after.properties.provisioning_state), (order, "Pending"))
    wait_for(lambda: client.reservation_order.get(order).properties.provisioning_state == "Succeeded")
    left = [one.properties for one in client.reservation.list(order)]
    equal(
        sorted((one.provisioning_state, one.quantity) for one in left),
        [("Cancelled", 2), ("Succeeded", row.properties.quantity - 2)],
    )
    # The quote was used.
    error = refused(HttpResponseError, 400, lambda: client.return_operations.begin_post(order, request))
    equal(error.error.code, "ActivateQuoteFailed")


@proves(PACKAGE, "calculate_exchange.begin_post", "exchange.begin_post")
def an_exchange_from_its_quote_to_its_end(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    wanted = purchase(customer, "Standard_D8s_v5", quantity=20)
    poller = client.calculate_exchange.begin_post(
        m.CalculateExchangeRequest(
            properties=m.CalculateExchangeRequestProperties(
                reservations_to_purchase=[wanted],
                savings_plans_to_purchase=[],
                reservations_to_exchange=[m.ReservationToReturn(reservation_id=row.id, quantity=1)],
            )
        )
    )
    quote = poller.result()
    assert isinstance(quote, m.CalculateExchangeOperationResultResponse)
    equal((quote.status, quote.error), ("Succeeded", None))
    amounts = quote.properties
    net = Decimal(str(amounts.purchases_total.amount)) - Decimal(str(amounts.refunds_total.amount))
    equal(Decimal(str(amounts.net_payable.amount)), net)
    assert not amounts.policy_result or not amounts.policy_result.policy_errors
    poller = client.exchange.begin_post(
        m.ExchangeRequest(properties=m.ExchangeRequestProperties(session_id=amounts.session_id))
    )
    done = poller.result()
    assert isinstance(done, m.ExchangeOperationResultResponse)
    equal((done.status, poller.status()), ("Succeeded", "Succeeded"))
    bought = done.properties.reservations_to_purchase[0]
    equal((bought.status, done.properties.reservations_to_exchange[0].status), ("Succeeded", "Succeeded"))
    new = client.reservation.get(bought.reservation_order_id.split("/")[-1], bought.reservation_id.split("/")[-1])
    equal((new.properties.quantity, new.sku.name), (20, "Standard_D8s_v5"))


@proves(PACKAGE, "reservation_order.calculate", "reservation_order.begin_purchase")
def a_purchase_at_its_price(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    wanted = purchase(customer, "Standard_D4s_v5", quantity=1)
    price = client.reservation_order.calculate(wanted).properties
    equal(price.billing_currency_total.currency_code, "EUR")
    assert price.billing_currency_total.amount > 0
    poller = client.reservation_order.begin_purchase(price.reservation_order_id.split("/")[-1], wanted)
    order = poller.result()
    assert isinstance(order, m.ReservationOrderResponse)
    equal((order.properties.provisioning_state, order.properties.original_quantity), ("Succeeded", 1))
    is_in(order.name, [one.name for one in client.reservation_order.list()])


def purchase(customer, size: str, quantity: int) -> m.PurchaseRequest:
    return m.PurchaseRequest(
        sku=m.SkuName(name=size),
        location="germanywestcentral",
        properties=m.PurchaseRequestProperties(
            reserved_resource_type="VirtualMachines",
            billing_scope_id=f"/subscriptions/{customer.subscription()}",
            term="P3Y",
            billing_plan="Upfront",
            quantity=quantity,
            display_name=f"New {size}",
            applied_scope_type="Shared",
            renew=False,
            reserved_resource_properties=m.PurchaseRequestPropertiesReservedResourceProperties(
                instance_flexibility="On"
            ),
        ),
    )


@proves(PACKAGE, "reservation.begin_split", "reservation.begin_merge")
def split_and_merged_again(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    quantity = row.properties.quantity
    properties = m.SplitProperties(quantities=[1, quantity - 1], reservation_id=row.id)
    parts = client.reservation.begin_split(order, m.SplitRequest(properties=properties)).result()
    equal(sorted(part.properties.quantity for part in parts if part.id != row.id), [1, quantity - 1])
    equal([part.properties.provisioning_state for part in parts if part.id == row.id], ["Split"])
    sources = [part.id for part in parts if part.id != row.id]
    body = m.MergeRequest(properties=m.MergeProperties(sources=sources))
    merged = client.reservation.begin_merge(order, body).result()
    new = [one for one in merged if one.id not in sources]
    equal([(one.properties.provisioning_state, one.properties.quantity) for one in new], [("Succeeded", quantity)])
    equal(sorted(new[0].properties.merge_properties.merge_sources), sorted(sources))


@proves(PACKAGE, "reservation.begin_update", "reservation.begin_available_scopes")
def a_new_name_and_another_scope(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    scope = f"/subscriptions/{customer.subscription()}"
    asked = m.AvailableScopeRequest(
        properties=m.AvailableScopeRequestProperties(scopes=[scope, f"/subscriptions/{GONE}"])
    )
    scopes = client.reservation.begin_available_scopes(order, own, asked).result().properties.scopes
    equal([(one.scope, one.valid) for one in scopes], [(scope, True), (f"/subscriptions/{GONE}", False)])
    patch = m.Patch(
        properties=m.PatchProperties(name="Control room", applied_scope_type="Single", applied_scopes=[scope])
    )
    changed = client.reservation.begin_update(order, own, patch).result()
    equal((changed.properties.display_name, changed.properties.applied_scopes), ("Control room", [scope]))
    equal(client.reservation.get(order, own).etag, changed.etag)
    assert changed.etag > row.etag


@proves(PACKAGE, "reservation.archive", "reservation.unarchive")
def into_the_archive_and_out_again(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    over = next(iter(client.reservation.list_all(selected_state="Cancelled")))
    order, _, own = over.id.split("/")[-3:]
    assert client.reservation.archive(order, own) is None
    equal(client.reservation.get(order, own).properties.archived, True)
    assert client.reservation.unarchive(order, own) is None
    equal(client.reservation.get(order, own).properties.archived, False)
    row, order, own = customer.named("Fertigungsleitstand")
    refused(ResourceExistsError, 409, lambda: client.reservation.archive(order, own))


@proves(PACKAGE, "get_catalog")
def what_can_be_reserved(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    everything = list(
        client.get_catalog(
            customer.subscription(), reserved_resource_type="VirtualMachines", location="germanywestcentral"
        )
    )
    assert len(everything) > 10
    assert all(isinstance(item, m.Catalog) and item.terms for item in everything)
    assert all(item.msrp.p1_y.currency_code == "EUR" for item in everything)
    pages = client.get_catalog(
        customer.subscription(),
        reserved_resource_type="VirtualMachines",
        location="germanywestcentral",
        skip=2,
        take=4,
    ).by_page()
    sizes = [[item.name for item in page] for page in pages]
    assert len(sizes) > 1 and all(len(page) == 4 for page in sizes[:-1])
    equal([name for page in sizes for name in page], [item.name for item in everything[2:]])
    refused(ResourceNotFoundError, 404, lambda: list(client.get_catalog(GONE)))


@proves(PACKAGE, "get_applied_reservation_list")
def orders_that_reach_a_subscription(desk):
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    applied = client.get_applied_reservation_list(customer.subscription())
    assert isinstance(applied, m.AppliedReservations)
    orders = applied.properties.reservation_order_ids.value
    known = [one.id for one in client.reservation_order.list()]
    assert orders and all(order in known for order in orders)
    error = refused(ResourceNotFoundError, 404, lambda: client.get_applied_reservation_list(GONE))
    equal(error.error.code, "SubscriptionNotFound")


@proves(PACKAGE, "operation.list")
def what_the_api_can_do(desk):
    operations = list(desk.customer("Kupferhain").reservations.operation.list())
    is_in("Microsoft.Capacity/reservationOrders/return/action", [one.name for one in operations])
    assert all(one.display.provider and one.display.operation for one in operations)


@proves(PACKAGE)
def refusals_are_exceptions_of_their_own_types(desk):
    """Each status as the exception that azure-core has for it, with Azure's code and a sentence."""
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    gone = refused(ResourceNotFoundError, 404, lambda: client.reservation.get(order, GONE))
    equal(gone.error.code, "ReservationIdNotInReservationOrder")
    assert gone.error.message
    no_order = refused(ResourceNotFoundError, 404, lambda: client.reservation_order.get(GONE))
    equal(no_order.error.code, "ReservationOrderNotFound")
    unread = desk.client(ReservationsMgmtClient, "", credential=Credential("a.b!.c"))
    error = refused(ClientAuthenticationError, 401, lambda: list(unread.reservation.list_all()))
    equal(error.error.code, "InvalidAuthenticationToken")
    wrong = lambda: list(client.reservation.list_all(filter="properties/price eq 1"))
    equal(refused(HttpResponseError, 400, wrong).error.code, "InvalidRequestUri")
    many = m.SplitProperties(quantities=[1, row.properties.quantity], reservation_id=row.id)
    split = lambda: client.reservation.begin_split(order, m.SplitRequest(properties=many))
    equal(refused(HttpResponseError, 400, split).error.code, "InvalidRequestContent")
    other_state = {"If-Match": '"999999"'}
    patch = m.Patch(properties=m.PatchProperties(name="Overwritten"))
    update = lambda: client.reservation.begin_update(order, own, patch, headers=other_state)
    error = refused(HttpResponseError, 412, update)
    equal(error.error.code, "PreconditionFailed")
    council = desk.customer("Tern Harbour")
    row, order, own = council.named("Council tax portal")
    rename = lambda: council.reservations.reservation.begin_update(order, own, patch)
    equal(refused(HttpResponseError, 403, rename).error.code, "Forbidden")
    failing = desk.customer("Breakwater")
    row, order, own = failing.named("Read fails: 500 server error")
    once = desk.client(ReservationsMgmtClient, failing.tenant, retry_total=0)
    refused(HttpResponseError, 500, lambda: once.reservation.get(order, own))


@proves(PACKAGE)
def a_request_that_is_sent_twice_is_carried_out_once(desk):
    """azure-core gives each request an id, and sends it again under the same id when an answer is lost."""
    customer = desk.customer("Kupferhain")
    client = customer.reservations
    row, order, own = customer.named("Fertigungsleitstand")
    quantity = row.properties.quantity
    properties = m.SplitProperties(quantities=[1, quantity - 1], reservation_id=row.id)
    asked = {"request_id": "6f6e2b1c-9a53-4d0e-8a53-0d5b2f6a7c11"}
    first = client.reservation.begin_split(order, m.SplitRequest(properties=properties), **asked)
    again = client.reservation.begin_split(order, m.SplitRequest(properties=properties), **asked)
    equal([one.id for one in first.result()], [one.id for one in again.result()])
    equal(len(list(client.reservation.list(order))), 3)


@proves(PACKAGE)
def a_poller_goes_on_from_its_token(desk):
    """What was begun in one process is followed in another one."""
    customer = desk.customer("Kupferhain")
    row, order, own = customer.named("Fertigungsleitstand")
    properties = m.SplitProperties(quantities=[1, row.properties.quantity - 1], reservation_id=row.id)
    begun = customer.reservations.reservation.begin_split(order, m.SplitRequest(properties=properties))
    saved = begun.continuation_token()
    elsewhere = customer.reservations
    followed = elsewhere.reservation.begin_split(order, m.SplitRequest(), continuation_token=saved)
    equal(len(followed.result()), 3)
