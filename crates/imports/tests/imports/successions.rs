//! What took the place of what, as the files of tools tell it.

use crate::portfolio;

/// `Get-AzReservation | Export-Csv` has the successions in columns of its own, lists as the name of their type.
#[test]
fn parents_of_powershell_do_not_count_beside_what_took_their_place() {
    let order =
        "/providers/microsoft.capacity/reservationOrders/bbbbbbbb-0000-4000-8000-000000000001";
    let id = |number: u32| format!("aaaaaaaa-0000-4000-8000-{number:012}");
    let path = |number: u32| format!("{order}/reservations/{}", id(number));
    let row = |number: u32, quantity: u32, successions: [&str; 6]| {
        format!(
            "\"{}\",\"{}\",\"Succeeded\",\"{quantity}\",\"P3Y\",\"2025-03-01\",\"2028-03-01\",\"{}\"\n",
            path(number),
            id(number),
            successions.join("\",\"")
        )
    };
    let header = "\"Id\",\"Name\",\"ProvisioningState\",\"Quantity\",\"Term\",\"PurchaseDate\",\"ExpiryDate\",\
        \"SplitPropertySplitDestination\",\"SplitPropertySplitSource\",\"MergePropertyMergeDestination\",\
        \"MergePropertyMergeSource\",\"SwapPropertySwapDestination\",\"SwapPropertySwapSource\"\n";
    let active = |rows: &[String]| {
        let found = portfolio(&[&format!("{header}{}", rows.concat())]);
        let on = "2026-11-30".parse().unwrap();
        let live = found.reservations.iter().filter(|it| it.is_active(on));
        live.filter_map(|it| it.known.quantity).sum::<u32>()
    };
    let (one, two, three) = (path(1), path(2), path(3));
    let list = "System.String[]";
    let split = [list, "", "", "", "", ""];
    assert_eq!(active(&[row(1, 5, split), row(2, 2, [""; 6]), row(3, 3, [""; 6])]), 5);
    let part = ["", one.as_str(), "", "", "", ""];
    assert_eq!(active(&[row(1, 5, [""; 6]), row(2, 2, part), row(3, 3, part)]), 5);
    let generic = ["System.Collections.Generic.List`1[System.String]", "", "", "", "", ""];
    assert_eq!(active(&[row(1, 5, generic), row(2, 2, [""; 6]), row(3, 3, [""; 6])]), 5);
    let merged = ["", "", three.as_str(), "", "", ""];
    let whole = ["", "", "", list, "", ""];
    assert_eq!(active(&[row(1, 2, merged), row(2, 3, merged), row(3, 5, whole)]), 5);
    let swapped = ["", "", "", "", two.as_str(), ""];
    assert_eq!(active(&[row(1, 5, swapped), row(2, 4, ["", "", "", "", "", one.as_str()])]), 4);
    assert_eq!(active(&[row(1, 5, [""; 6]), row(2, 4, ["", "", "", "", "", one.as_str()])]), 4);
}
