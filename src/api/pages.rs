//! Lists that come in pages.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::{Page, Wire, WireError};
use serde_json::Value;
use std::future::Future;
use std::pin::Pin;

/// Pages of one list. A service that links its pages in a circle must not keep us forever.
const PAGES_MAX: usize = 200;

impl Api {
    /// All rows of a list, page after page.
    ///
    /// # Errors
    /// The first [`ApiError`] on the way; a list with a page missing would be a wrong list.
    pub async fn list<T: Wire>(&self, tenant: Tenant, path: &str) -> Result<Vec<T>, ApiError> {
        self.list_counting(tenant, path, |_| ()).await
    }

    /// As [`Api::list`]; `on_page` is told after each page how many rows there are so far.
    ///
    /// # Errors
    /// As [`Api::list`].
    pub async fn list_counting<T: Wire>(
        &self,
        tenant: Tenant,
        path: &str,
        on_page: impl Fn(usize),
    ) -> Result<Vec<T>, ApiError> {
        let mut rows: Vec<T> = Vec::new();
        let mut keep = |page| {
            rows.append(&mut Wire::read(page)?);
            on_page(rows.len());
            Ok(())
        };
        self.follow(tenant, path.to_owned(), &mut keep).await?;
        Ok(rows)
    }

    /// Hands the rows of each page to `keep`. What the rows are is known there only, so that all lists
    /// share the code of asking for them.
    fn follow<'a>(
        &'a self,
        tenant: Tenant,
        path: String,
        keep: &'a mut dyn FnMut(Value) -> Result<(), WireError>,
    ) -> Pin<Box<dyn Future<Output = Result<(), ApiError>> + 'a>> {
        Box::pin(async move {
            let mut target = Some(path);
            for _ in 0..PAGES_MAX {
                let Some(next) = target else { return Ok(()) };
                let answer = self.send(Request::get(tenant.clone(), next)).await?;
                let page: Page<Value> = answer.records()?;
                keep(Value::Array(page.value)).map_err(|mut error| {
                    error.path.insert_str(0, "value");
                    ApiError::malformed(&error, answer.request_id)
                })?;
                target = page.next_link;
            }
            Err(endless())
        })
    }
}

fn endless() -> ApiError {
    ApiError::Malformed {
        path: "nextLink".to_owned(),
        reason: format!("more than {PAGES_MAX} pages"),
        request_id: None,
    }
}
