//! What a provisioning state means for payments, for display and over time.

/// Whether the first payment of an order in this state was collected.
pub(crate) fn was_paid(state: &str) -> bool {
    !is_being_bought(state) && !has_failed(state)
}

/// Whether the purchase is still under way. `Pending` is not: it is also the state of an order
/// from which units are being returned.
fn is_being_bought(state: &str) -> bool {
    matches!(
        state,
        "Creating"
            | "PendingResourceHold"
            | "ConfirmedResourceHold"
            | "PendingCapacity"
            | "ConfirmedCapacity"
            | "PendingBilling"
            | "ConfirmedBilling"
            | "Created"
    )
}

fn has_failed(state: &str) -> bool {
    matches!(state, "BillingFailed" | "Failed")
}

/// Whether a reservation in this state gives its benefit on days of its term.
pub(crate) fn gives_benefit(state: &str) -> bool {
    matches!(state, "Succeeded" | "Pending" | "Expired")
}

/// Whether nothing can happen any more to a reservation in this state.
pub(crate) fn is_final(state: &str) -> bool {
    matches!(state, "Cancelled" | "Expired" | "Split" | "Merged") || has_failed(state)
}

/// The state of an order or reservation whose term may be over.
pub(crate) fn of_order(state: &str, is_over: bool) -> &str {
    if is_over && matches!(state, "Succeeded" | "Pending") { "Expired" } else { state }
}

/// The state in the words of the portal's list.
pub(crate) fn for_display(state: &str, expires_soon: bool) -> &'static str {
    match state {
        "Succeeded" if expires_soon => "Expiring",
        "Succeeded" => "Succeeded",
        "Expired" => "Expired",
        "Cancelled" | "Split" | "Merged" => "Cancelled",
        state if has_failed(state) => "Failed",
        "Creating" | "Created" => "Processing",
        _ => "Pending",
    }
}

/// `extendedStatusInfo` of a state: its code and a sentence.
pub(crate) fn status(state: &str) -> Option<(&'static str, &'static str)> {
    match state {
        "Succeeded" => None,
        "Expired" => Some(("Expired", "The term of this reservation is over.")),
        "Cancelled" => Some(("None", "This reservation was cancelled.")),
        "Split" => Some(("Split", "This reservation was split into others.")),
        "Merged" => Some(("Merged", "This reservation was merged into another one.")),
        "BillingFailed" => Some(("PaymentInstrumentError", "The payment could not be collected.")),
        "Failed" => Some(("PurchaseError", "The purchase was not completed.")),
        "Creating" | "Created" => Some(("Processing", "The purchase is being processed.")),
        _ => Some(("Pending", "A change of this reservation is under way.")),
    }
}
