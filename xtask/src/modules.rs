//! Splits the page's program into a first module, with the frame around every page, and modules of pages.
//!
//! `src/modules.rs` says which page is in which module. wasm-split-cli follows from there what each needs,
//! which it can tell from the program as the linker left it. So this starts again from there: Trunk's own
//! run of wasm-bindgen made a bundle of one piece, of which the names are kept.

use std::fs;
use std::path::Path;

use crate::bundle::files;
use crate::page;
use crate::process::{Doing, Failure, Outcome, run};
use crate::project::{Project, WASM};

/// How the names of the modules begin, what stands between those that share one, and how the name of the
/// script begins which loads them.
const PREFIX: &str = "module-";
const SHARED_BY: &str = "_";
const LOADER: &str = "modules-";

/// The script of wasm-split-cli, and what a program names instead before it is split.
const SCRIPT: &str = "__wasm_split.js";
const NOT_SPLIT: &str = "__wasm_split_placeholder__";

/// Splits the program of a release bundle if it was built for that.
pub(crate) fn split(project: &Project, bundle: &Path) -> Outcome {
    let page = page::read(bundle)?;
    let name = page::program(&page)?;
    let glue = bundle.join(format!("{name}.js"));
    if !fs::read_to_string(&glue).doing("read the program's script")?.contains(NOT_SPLIT) {
        return Ok(());
    }
    let parts = project.target.join("modules");
    if parts.exists() {
        fs::remove_dir_all(&parts).doing("empty the folder of the modules")?;
    }
    let program = project.target.join(WASM).join("wasm-release").join("prorata.wasm");
    let mut split = project.command("wasm-split-cli");
    run(split.arg(&program).arg(&parts).args(["--out-name", name]))?;

    let first = parts.join(format!("{name}.wasm"));
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"]);
    run(bindgen.arg(bundle).arg(&first))?;
    fs::remove_file(&first).doing("leave the first module out of the others")?;
    publish(&parts, bundle, &glue)
}

/// Copies the modules into the bundle under names that change with their contents, and tells the page.
fn publish(parts: &Path, bundle: &Path, glue: &Path) -> Outcome {
    let mut loader = fs::read_to_string(parts.join(SCRIPT)).doing(format!("read {SCRIPT}"))?;
    for file in files(parts, "wasm")? {
        let (part, content) = (file_name(&file)?, fs::read(&file).doing("read a module")?);
        let pages = pages_of(part, &loader)?;
        let name = format!("{PREFIX}{pages}-{}.wasm", page::fingerprint(&content));
        fs::write(bundle.join(&name), content).doing(format!("write {name}"))?;
        loader = replaced(&loader, &format!("./{part}"), &format!("./{name}"))?;
    }
    let script = format!("{LOADER}{}.js", page::fingerprint(loader.as_bytes()));
    fs::write(bundle.join(&script), loader).doing(format!("write {script}"))?;
    let text = fs::read_to_string(glue).doing("read the program's script")?;
    // Not the other place: what the module calls its imports.
    let text = replaced(&text, &format!("from \"./{SCRIPT}\""), &format!("from \"./{script}\""))?;
    fs::write(glue, text).doing("write the program's script")?;

    let page = page::read(bundle)?;
    let base = page::base(&page)?;
    let link = format!("<link rel=\"modulepreload\" href=\"{base}{script}\">");
    page::write(bundle, &page::with_links(&page, &[link]))
}

/// The modules whose pages need a file of wasm-split-cli: its own name says which, or, of what several
/// share, a comment of the script before the place that loads it.
fn pages_of(part: &str, loader: &str) -> Outcome<String> {
    let stem = part.strip_suffix(".wasm").unwrap_or(part);
    if let Some(module) = stem.strip_prefix("split_") {
        return Ok(module.to_owned());
    }
    loader
        .split_once(&format!("const __{stem} = "))
        .and_then(|(before, _)| before.rsplit_once("/* ")?.1.split_once(" */"))
        .map(|(modules, _)| modules.replace(", ", SHARED_BY))
        .ok_or_else(|| Failure::new(format!("{SCRIPT} does not say who needs {part}")))
}

/// The modules that a file of the bundle belongs to, by its name; none for every other file.
pub(crate) fn modules(name: &str) -> impl Iterator<Item = &str> {
    let file = name.strip_prefix(PREFIX).and_then(|name| name.strip_suffix(".wasm"));
    let modules = file.and_then(|file| file.rsplit_once('-')).map(|(modules, _)| modules);
    modules.into_iter().flat_map(|modules| modules.split(SHARED_BY))
}

/// The page with links that download what a module consists of before the program asks for it.
pub(crate) fn with_preloads(page: &str, bundle: &Path, module: &str) -> Outcome<String> {
    let base = page::base(page)?;
    let (mut links, mut is_split) = (Vec::new(), false);
    for file in files(bundle, "wasm")? {
        let name = file_name(&file)?;
        is_split |= modules(name).next().is_some();
        if modules(name).any(|it| it == module) {
            links.push(format!(
                "<link rel=\"preload\" href=\"{base}{name}\" as=\"fetch\" crossorigin>"
            ));
        }
    }
    if is_split && links.is_empty() {
        return Err(Failure::new(format!("no page is in the module `{module}`")));
    }
    Ok(page::with_links(page, &links))
}

fn file_name(file: &Path) -> Outcome<&str> {
    let name = file.file_name().and_then(|name| name.to_str());
    name.ok_or_else(|| Failure::new(format!("{} has no plain name", file.display())))
}

fn replaced(text: &str, from: &str, to: &str) -> Outcome<String> {
    if !text.contains(from) {
        return Err(Failure::new(format!("the split program does not name `{from}`")));
    }
    Ok(text.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_says_who_shares_a_module() {
        let loader = "/* exchange, refund */\nconst __chunk_7 = makeLoad();\n\
                      /* record, refund */\nconst __chunk_8 = makeLoad();\n";
        assert_eq!(pages_of("chunk_8.wasm", loader).unwrap(), "record_refund");
        assert_eq!(pages_of("split_refund.wasm", loader).unwrap(), "refund");
        assert!(pages_of("chunk_9.wasm", loader).is_err());
    }

    #[test]
    fn the_name_of_a_module_says_which_pages_need_it() {
        let modules = |name| super::modules(name).collect::<Vec<_>>();
        assert_eq!(modules("module-exchange_refund-01ab.wasm"), ["exchange", "refund"]);
        assert_eq!(modules("module-support-01ab.wasm"), ["support"]);
        assert!(modules("modules-01ab.js").is_empty());
        assert!(modules("prorata-01ab_bg.wasm").is_empty());
    }
}
