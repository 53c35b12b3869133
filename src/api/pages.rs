//! Lists that come in pages.

use super::client::{Api, Request, Tenant};
use super::error::ApiError;
use azure::{Page, Wire};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// Pages of one list. A service that links its pages in a circle must not keep us forever.
const PAGES_MAX: usize = 200;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct OwnPage<T> {
    value: Vec<T>,
    next_link: Option<String>,
}

impl Api {
    /// All rows of a list in a shape of the Azure APIs, page after page.
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
        let mut rows = Vec::new();
        let mut target = Some(path.to_owned());
        for _ in 0..PAGES_MAX {
            let Some(next) = target else { return Ok(rows) };
            let page: Page<T> = self.send(Request::get(tenant.clone(), next)).await?.records()?;
            rows.extend(page.value);
            on_page(rows.len());
            target = page.next_link;
        }
        Err(endless())
    }

    /// All rows of a list of the product's own, page after page.
    ///
    /// # Errors
    /// As [`Api::list`].
    pub async fn own_list<T: DeserializeOwned>(&self, path: &str) -> Result<Vec<T>, ApiError> {
        let mut rows = Vec::new();
        let mut target = Some(path.to_owned());
        for _ in 0..PAGES_MAX {
            let Some(next) = target else { return Ok(rows) };
            let page: OwnPage<T> = self.send(Request::get(Tenant::Partner, next)).await?.own()?;
            rows.extend(page.value);
            target = page.next_link;
        }
        Err(endless())
    }
}

fn endless() -> ApiError {
    ApiError::Malformed {
        path: "nextLink".to_owned(),
        reason: format!("more than {PAGES_MAX} pages"),
        request_id: None,
    }
}
