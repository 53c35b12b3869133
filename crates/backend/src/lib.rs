//! The service behind the application: from a request to its answer, over a [`Store`].
//!
//! It answers the paths of Azure's own APIs with the shapes and the awkward parts of Azure, and a
//! few of its own under `/providers/Prorata`. The same service runs in a browser and on a server;
//! a host gives it a store, the time and random bits ([`Moment`]), and nothing else.
//!
//! Invariant: every change of records happens here, in a commit that is durable before the answer
//! is given. What a client has computed is computed again before it is committed.
//!
//! Invariant: no request makes it panic, and a stored document that cannot be read is set aside:
//! what needs it is refused with 409 `UnreadableDocument`, and everything else works. What a newer
//! build has written is read and not changed: 409 `NewerFormat`.
//!
//! # Beside path and body
//! - `x-ms-client-request-id`: the id that a client gives a change, a GUID. The same change with the
//!   same id is answered alike for a day and made once; another change with it is a 409
//!   `ClientRequestIdReused`. `GET /providers/Prorata/requests/{id}` says what became of it.
//! - `prorata-build`: in a request, the build of the page; a change by a page of another build is a
//!   409 `BuildMismatch`, before anything happens. In every answer, the build of the service, see
//!   [`Service::of_build`].
//! - `prorata-policy`: the policy of a quote, where it is not the one in force
//!   (`/providers/Prorata/settings`). Such a quote has no session.
//! - `If-Match`: the `ETag` of a reservation, a support ticket or the price list as it was read; a
//!   change or a return of another state is a 412 `PreconditionFailed`.
//! - `x-ms-correlation-request-id`: repeated in the answer, if it is one: up to 72 letters, digits,
//!   dots, hyphens and underscores.
//!
//! When the store cannot say whether a change was made ([`StoreError::Unknown`]), the answer is 503
//! `OutcomeUnknown`; every other failure has changed nothing.
//!
//! # Failures on demand
//! The demonstration has a customer whose reservations fail on purpose, each once when it is read
//! and once when it is refunded or changed in any other way: its scope, splitting, merging,
//! archiving, the access to its order, support tickets about it. Their display names begin with
//! `Read fails:` or `Refund fails:`. Other changes than a refund fail at once; they have neither
//! policy errors nor sessions of their own, so that `policy error in a 200` changes nothing there
//! and `expired session` is a 401 `ExpiredAuthenticationToken`.
//!
//! | Name | When read | When refunded | Answer |
//! |---|---|---|---|
//! | `401 unauthorized` | at once | `calculateRefund` | 401 `InvalidAuthenticationToken` |
//! | `403 forbidden` | at once | `calculateRefund` | 403 `AuthorizationFailed` |
//! | `404 not found` | at once | `calculateRefund` | 404 `ReservationIdNotInReservationOrder` |
//! | `409 conflict` | at once | `return` | 409 `OperationCannotBePerformedInCurrentState` |
//! | `412 precondition` | at once | `return` | 412 `PreconditionFailed` |
//! | `429 throttled` | at once | `calculateRefund` | 429 with `Retry-After` |
//! | `500 server error` | at once | `calculateRefund` | 500 `InternalServerError` |
//! | `timeout` | after 60 s | `calculateRefund` | 504 `GatewayTimeout`, see [`Delay`] |
//! | `malformed body` | at once | `calculateRefund` | 200 with broken JSON |
//! | `policy error in a 200` | at once | `calculateRefund` | 200 with `policyErrors` |
//! | `expired session` | at once, 401 `ExpiredAuthenticationToken` | `return` | 400 `ActivateQuoteFailed` |
//!
//! When exchanged, the `Refund fails:` records fail in the same way, `calculateExchange` and
//! `exchange` standing for `calculateRefund` and `return`. Two more fail once their exchange was
//! accepted: `Exchange fails: refunds` returns nothing, and `Exchange fails: purchases after the
//! refunds` leaves the units returned and nothing bought.

mod demo;
mod http;
mod records;
mod resources;
mod service;

pub use http::answer::Delay;
pub use http::auth::Caller;
pub use http::headers::READ_HEADERS;
pub use records::memory::MemoryStore;
pub use records::pack::{PACK, pack, unpack};
pub use records::store::{
    Change, Changed, Contents, Documents, Snapshot, Store, StoreError, Unit, UnitBlock, UnitChange,
    Version, Whole, map_of,
};
pub use service::{Moment, Service, Unreadable, Watched};
