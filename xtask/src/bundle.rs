//! What a bundle needs beyond Trunk's work. Trunk calls this at the end of each build.
//!
//! Every bundle gets the modules of the workers. A release bundle is made small as well, gets a single style
//! sheet, the texts of each language, its content security policy, and one copy of the page for each
//! route, because a static host knows nothing of routes.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::modules;
use crate::page;
use crate::process::{Doing, Failure, Outcome};
use crate::project::Project;
use crate::shrink;
use crate::styles;
use crate::texts;
use crate::tools;
use crate::worker_modules::{self, Profile};

/// What the page may load: its own files, nothing inline, and WebAssembly. Texts become addresses of scripts
/// and markup only by the policies of `public/boot.js` and `public/sw.js`. The server sends the same.
const CONTENT_SECURITY_POLICY: &str = include_str!("content-security-policy.txt");

/// Reads the page's table: every route, with the module of its page, which its copy of the page downloads at once.
macro_rules! pages {
    ($(
        $(#[$about:meta])*
        $page:ident($of:ident): $view:ident in $module:ident, titled $title:path, at [$($route:literal),+ $(,)?];
    )*) => {
        const ROUTES: &[(&[&str], &str)] = &[$((&[$($route),+], stringify!($module))),*];
    };
}

include!("../../src/pages/table.rs");

/// The service worker, and its line that the name of the build replaces.
const WORKER: &str = "sw.js";
const UNNAMED_BUILD: &str = "const BUILD = 'development';";

/// Completes the bundle that Trunk is about to publish.
pub(crate) fn complete(project: &Project, _arguments: &[String]) -> Outcome {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or_else(|| {
        Failure::new("Trunk calls this at the end of a build; run `cargo xtask dist` instead")
    })?;
    let profile = match env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => Profile::Release,
        _ => Profile::Development,
    };
    worker_modules::build_into(project, profile, &staging)?;
    if profile == Profile::Release {
        tools::npm_packages(project)?;
        let split = modules::split(project, &staging)?;
        let mut programs = files(&staging, "wasm")?;
        if let Some(split) = &split {
            programs.extend(split.parts()?);
        }
        shrink::modules(project, &programs)?;
        for worker in worker_modules::ALL {
            let (module, script) = (staging.join(worker.module), staging.join(worker.script));
            shrink::names(project, &module, &script)?;
        }
        worker_modules::name_parts(&staging)?;
        if let Some(split) = split {
            split.publish(project, &staging)?;
        }
        styles::merge(&staging)?;
        texts::write(&staging)?;
    }
    name_build(&staging)?;
    if profile == Profile::Release {
        write_pages(&staging)?;
        let mut texts = files(&staging, "js")?;
        texts.extend(files(&staging, "css")?);
        shrink::texts(project, &staging, &texts)?;
    }
    Ok(())
}

/// Writes the build's name into the service worker and into the page. A browser compares the script of the
/// worker to notice a new build, and would otherwise keep a module that does not fit the rest; page and
/// backend tell each other which build they are of.
fn name_build(bundle: &Path) -> Outcome {
    // The page names the files of the application by their content; every script and the modules of the workers do not.
    let mut named = files(bundle, "js")?;
    named.push(bundle.join("index.html"));
    named.extend(worker_modules::ALL.map(|worker| bundle.join(worker.module)));
    let mut contents = Vec::new();
    for file in named {
        contents.extend(fs::read(&file).doing(format!("read {}", file.display()))?);
    }
    let build = page::fingerprint(&contents);
    page::write(bundle, &page::with_build(&page::read(bundle)?, &build))?;
    let worker = bundle.join(WORKER);
    let script = fs::read_to_string(&worker).doing(format!("read {WORKER}"))?;
    fs::write(&worker, with_build(&script, &build)?).doing(format!("write {WORKER}"))
}

fn with_build(script: &str, name: &str) -> Outcome<String> {
    if !script.contains(UNNAMED_BUILD) {
        return Err(Failure::new(format!("{WORKER} has no line {UNNAMED_BUILD}")));
    }
    Ok(script.replacen(UNNAMED_BUILD, &format!("const BUILD = '{name}';"), 1))
}

/// The files of a folder whose names end like that, in their order.
pub(crate) fn files(folder: &Path, extension: &str) -> Outcome<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).doing(format!("read {}", folder.display()))?;
    let files = entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>();
    let mut files = files.doing(format!("read {}", folder.display()))?;
    files.retain(|file| file.extension().is_some_and(|it| it == extension));
    files.sort();
    Ok(files)
}

/// Writes the page with its policy to the root, to each route and to `404.html`, which hosts answer
/// with for every other path.
fn write_pages(bundle: &Path) -> Outcome {
    let page = with_policy(&page::read(bundle)?)?;
    fs::write(bundle.join("404.html"), &page).doing("write 404.html")?;

    for (route, module) in static_routes() {
        let page = modules::with_preload(&page, bundle, module)?;
        let folder = bundle.join(route);
        fs::create_dir_all(&folder).doing(format!("create the folder of {route}"))?;
        page::write(&folder, &page)?;
    }
    Ok(())
}

/// Every route, relative to the base, with the module of its page.
fn static_routes() -> impl Iterator<Item = (&'static str, &'static str)> {
    let with_module = |(routes, module): &(&'static [&'static str], &'static str)| {
        let module = *module;
        routes.iter().map(move |route| (route.trim_matches('/'), module))
    };
    ROUTES.iter().flat_map(with_module)
}

/// Puts the policy first into the head: it holds for what follows it only.
fn with_policy(page: &str) -> Outcome<String> {
    let head = "<head>";
    let (before, after) = page
        .split_once(head)
        .ok_or_else(|| Failure::new("index.html has no plain <head> to put the policy into"))?;
    Ok(format!(
        "{before}{head}\n    \
         <meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\">{after}"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_relative_and_name_their_module() {
        let routes: Vec<_> = static_routes().collect();
        assert_eq!(routes[..2], [("customers", "customers"), ("", "customers")]);
        assert!(routes.contains(&("reservation/support-request/basics", "support")));
        let mut paths: Vec<_> = routes.iter().map(|(path, _)| path).collect();
        paths.sort_unstable();
        assert!(paths.windows(2).all(|pair| pair[0] != pair[1]), "one page for each route");
    }

    #[test]
    fn the_policy_comes_before_anything_it_governs() {
        let page = with_policy("<html><head><script src=\"a.js\"></script></head></html>").unwrap();
        let policy = page.find("Content-Security-Policy").unwrap();
        assert!(policy < page.find("a.js").unwrap());
        assert!(with_policy("<html></html>").is_err());
    }

    #[test]
    fn the_service_worker_gets_the_name_of_the_build() {
        let worker = include_str!("../../public/sw.js");
        let named = with_build(worker, "abc").unwrap();
        assert!(named.contains("const BUILD = 'abc';") && !named.contains(UNNAMED_BUILD));
        assert!(with_build(&named, "def").is_err());
    }

    #[test]
    fn the_policy_allows_nothing_inline() {
        assert!(!CONTENT_SECURITY_POLICY.contains("unsafe-inline"));
        assert!(!CONTENT_SECURITY_POLICY.contains("'unsafe-eval'"));
    }
}
