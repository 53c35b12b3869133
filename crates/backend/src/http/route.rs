//! What a request asks for: routes as data, and how a path finds its route.

use http::Method;
use percent_encoding::percent_decode_str;

use crate::http::auth::Permission;
use crate::http::problem::Problem;

/// One thing that is answered, by a handler of whatever kind.
#[derive(Debug)]
pub(crate) struct Route<H> {
    pub(crate) method: Method,
    /// Path with `{parameters}`; compared without regard to case.
    pub(crate) path: &'static str,
    /// The name of the action in messages, as Azure's role definitions write it.
    pub(crate) action: &'static str,
    pub(crate) permission: Permission,
    pub(crate) handler: H,
}

impl<H> Route<H> {
    /// Whether the resource is one that Azure does not have.
    pub(crate) fn is_our_own(&self) -> bool {
        self.path.starts_with("/providers/Prorata/")
    }
    /// A request states the version of the API it was written for, a date with an optional suffix.
    /// Which one is not looked at, as every shape served here has been stable over its versions. What
    /// is not Azure's has had one version so far, and may be asked for without.
    ///
    /// # Errors
    /// 400 when it must state one and does not, or what it states is none.
    pub(crate) fn check_version(&self, version: Option<&str>) -> Result<(), Problem> {
        let Some(version) = version else {
            if self.is_our_own() {
                return Ok(());
            }
            let message = "The query parameter 'api-version' is required for every request.";
            return Err(Problem::new(400, "MissingApiVersionParameter", message));
        };
        if !is_api_version(version) {
            let message = format!("The api-version '{version}' is not valid.");
            return Err(Problem::new(400, "InvalidApiVersionParameter", message));
        }
        Ok(())
    }
}

/// What may follow the date of a version. [Azure Resource Manager RPC 1.0, "API version"]
const API_VERSION_SUFFIXES: &[&str] =
    &["", "-alpha", "-beta", "-rc", "-preview", "-privatepreview"];

fn is_api_version(text: &str) -> bool {
    let (date, suffix) = text.split_at_checked("2022-11-01".len()).unwrap_or_default();
    azure::parse_day(date).is_some()
        && API_VERSION_SUFFIXES.iter().any(|known| known.eq_ignore_ascii_case(suffix))
}

/// The parameters of a path, by name.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub(crate) struct Params(Vec<(&'static str, String)>);

impl Params {
    /// The value of a parameter that the route's path declares; empty otherwise.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }
}

/// A route with the parameters of a path.
type Match<H> = (&'static Route<H>, Params);

/// Every route that has this path, one for each method.
///
/// # Errors
/// 404 when there is none.
pub(crate) fn matching<H>(
    tables: &[&'static [Route<H>]],
    path: &str,
) -> Result<Vec<Match<H>>, Problem> {
    let segments = segments(path);
    let mut found = Vec::new();
    for route in tables.iter().copied().flatten() {
        found.extend(match_path(route.path, &segments).map(|params| (route, params)));
    }
    if found.is_empty() {
        let message = format!("The resource type of the path '{path}' is not known.");
        return Err(Problem::new(404, "InvalidResourceType", message));
    }
    Ok(found)
}

/// The methods that a path is answered for.
pub(crate) fn allowed<H>(matching: &[Match<H>]) -> String {
    let mut methods = String::new();
    for (route, _) in matching {
        methods += route.method.as_str();
        // A head is that of what would be got.
        methods += if route.method == Method::GET { ", HEAD, " } else { ", " };
    }
    methods + "OPTIONS"
}

/// The route for a method, out of those that have the path.
///
/// # Errors
/// 405 when there is none for this method.
pub(crate) fn for_method<H>(
    matching: Vec<Match<H>>,
    method: &Method,
    path: &str,
) -> Result<Match<H>, Problem> {
    let allowed = allowed(&matching);
    let method = if *method == Method::HEAD { &Method::GET } else { method };
    matching.into_iter().find(|(route, _)| route.method == *method).ok_or_else(|| {
        let message = format!("The method '{method}' is not supported for the path '{path}'.");
        Problem::new(405, "HttpMethodNotSupported", message).with_header("allow", allowed)
    })
}

/// The decoded parts of a path. A slash at the end, or two in a row, change nothing.
fn segments(path: &str) -> Vec<String> {
    path.split('/')
        .filter(|part| !part.is_empty())
        .map(|part| percent_decode_str(part).decode_utf8_lossy().into_owned())
        .collect()
}

fn match_path(pattern: &'static str, segments: &[String]) -> Option<Params> {
    let mut params = Params::default();
    let mut rest = segments.iter();
    for expected in pattern.split('/').filter(|part| !part.is_empty()) {
        let found = rest.next()?;
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => params.0.push((name, found.to_lowercase())),
            None if expected.eq_ignore_ascii_case(found) => {}
            None => return None,
        }
    }
    rest.next().is_none().then_some(params)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn params(pattern: &'static str, path: &str) -> Option<Params> {
        match_path(pattern, &segments(path))
    }

    #[test]
    fn paths_are_compared_without_regard_to_case() {
        let found = params(
            "/providers/Microsoft.Capacity/reservationOrders/{order}",
            "/PROVIDERS/microsoft.capacity/reservationorders/AB%2DCD/",
        )
        .expect("a match");
        assert_eq!(found.get("order"), "ab-cd");
        assert_eq!(found.get("reservation"), "");
    }

    #[test]
    fn shorter_and_longer_paths_are_other_paths() {
        for path in ["/", "/a", "/a/1/b", "/b/1", "", "/a%2F1"] {
            assert_eq!(params("/a/{x}", path), None, "{path:?}");
        }
    }
}
