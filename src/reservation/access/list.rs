//! The role assignments that hold on the order.

use super::remove::{Removal, removal};
use super::roles;
use super::shared::Access;
use crate::api::{Assignment, Origin, Principal};
use crate::i18n::catalogue::access as texts;
use crate::i18n::{t, t_with};
use crate::reservation::part::loaded;
use crate::ui::{Button, ButtonKind, Cell, Column, Notice, RowHeader, Table, live};
use leptos::prelude::*;
use view_model::listing::sort_by_key;

/// Takes the focus when the row that had it is gone.
pub(super) const HEADING: &str = "role-assignments";

/// The part with the table.
pub(super) fn list(access: Access) -> AnyView {
    let removal = Removal::new(access);
    view! {
        <section class="card part access">
            <h2 id=HEADING tabindex="-1">{t(texts::ASSIGNMENTS)}</h2>
            // Made anew in another language, in another role, and when the names arrive.
            {live(loaded(access.assignments, 5, move |rows| table(access, removal, &rows)))}
        </section>
        {self::removal(removal)}
    }
    .into_any()
}

fn table(access: Access, removal: Removal, assignments: &[Assignment]) -> AnyView {
    if assignments.is_empty() {
        return view! { <Notice title=texts::NO_ASSIGNMENTS /> }.into_any();
    }
    let mut sorted: Vec<&Assignment> = assignments.iter().collect();
    // Those that can be changed here come first; within each kind the service's order stays.
    access.of.with_value(|of| sort_by_key(&mut sorted, |it| it.origin(of) != Origin::Order));
    let rows: Vec<AnyView> =
        sorted.into_iter().map(|assignment| row(access, removal, assignment)).collect();
    let columns = vec![
        Column::new(texts::PRINCIPAL),
        Column::new(texts::ROLE),
        Column::new(texts::PRINCIPAL_TYPE),
        Column::new(texts::ORIGIN),
        Column::new(texts::ACTIONS).label_hidden(),
    ];
    view! {
        <Table caption=texts::ASSIGNMENTS columns>
            {rows}
        </Table>
    }
    .into_any()
}

fn row(access: Access, removal: Removal, assignment: &Assignment) -> AnyView {
    let role = roles::role_in_words(assignment);
    let principal_type = roles::principal_type(&assignment.principal_type);
    let (origin, is_inherited) = access
        .of
        .with_value(|of| (roles::origin(assignment, of), assignment.origin(of) != Origin::Order));
    let name = {
        let values = [
            ("role", role.clone()),
            ("principal", access.principal_name(&assignment.principal)),
            ("origin", origin.clone()),
        ];
        t_with(texts::REMOVE_WHAT, &values)
    };
    // What can be done here stands out from what cannot.
    let (kind, reason) = if is_inherited {
        (ButtonKind::Quiet, Some(texts::REMOVE_INHERITED.get().to_owned()))
    } else {
        (ButtonKind::Secondary, access.no_change())
    };
    let principal = who(access.principal(&assignment.principal), &assignment.principal);
    let assignment = assignment.clone();
    let ask = Callback::new(move |_| removal.ask(&assignment));
    view! {
        <tr role="row">
            <RowHeader>{principal}</RowHeader>
            <Cell label=texts::ROLE>{role}</Cell>
            <Cell label=texts::PRINCIPAL_TYPE>{principal_type}</Cell>
            <Cell label=texts::ORIGIN>{origin}</Cell>
            <Cell label=texts::ACTIONS>
                <Button kind on_click=ask name disabled_reason=reason>
                    {t(texts::REMOVE)}
                </Button>
            </Cell>
        </tr>
    }
    .into_any()
}

/// The name and what the person signs in with; the id of somebody whom the tenant does not know.
fn who(principal: Option<Principal>, id: &str) -> AnyView {
    match principal {
        Some(Principal { name, user_name, .. }) => view! {
            <span class="with-detail">
                {name} {user_name.map(|name| view! { <span class="detail">{name}</span> })}
            </span>
        }
        .into_any(),
        None => view! { <code>{id.to_owned()}</code> }.into_any(),
    }
}
