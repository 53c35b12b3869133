//! Splits the page's program into a first module, with the frame around every page, and modules of pages.
//!
//! `src/pages/table.rs` says which page is in which module. wasm-split-cli follows from there what each needs,
//! which it can tell from the program as the linker left it. So this starts again from there: Trunk's own
//! run of wasm-bindgen made a bundle of one piece, of which the names are kept.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::bundle::files;
use crate::i18n::catalogue::FIRST_PAGES;
use crate::page;
use crate::process::{Doing, Failure, Outcome, run};
use crate::project::{Project, WASM};
use crate::shrink;

/// How the names of the files of the modules begin, and that of the script which loads them.
const PREFIX: &str = "module-";
const LOADER: &str = "modules-";

/// The script of wasm-split-cli, what takes its place, and what a program names instead before it is split.
const SCRIPT: &str = "__wasm_split.js";
const MODULES: &str = include_str!("../scripts/modules.js");
const NOT_SPLIT: &str = "__wasm_split_placeholder__";

/// A program in parts, the first of which is in the bundle.
pub(crate) struct Split {
    folder: PathBuf,
    /// The first part and its script.
    first: PathBuf,
    glue: PathBuf,
}

/// Splits the program of a release bundle if it was built for that.
pub(crate) fn split(project: &Project, bundle: &Path) -> Outcome<Option<Split>> {
    let page = page::read(bundle)?;
    let name = page::program(&page)?;
    let glue = bundle.join(format!("{name}.js"));
    if !fs::read_to_string(&glue).doing("read the program's script")?.contains(NOT_SPLIT) {
        return Ok(None);
    }
    let folder = project.target.join("modules");
    if folder.exists() {
        fs::remove_dir_all(&folder).doing("empty the folder of the modules")?;
    }
    let linked = project.target.join(WASM).join("wasm-release").join("prorata.wasm");
    let program = project.target.join("modules.wasm");
    shrink::exports(project, &linked, &program)?;
    let mut split = project.command("wasm-split-cli");
    run(split.arg(&program).arg(&folder).args(["--out-name", name]))?;

    let first = folder.join(format!("{name}.wasm"));
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-dir"]);
    run(bindgen.arg(bundle).arg(&first))?;
    fs::remove_file(&first).doing("leave the first part out of the others")?;
    let (first, glue) = (bundle.join(format!("{name}_bg.wasm")), bundle.join(format!("{name}.js")));
    Ok(Some(Split { folder, first, glue }))
}

impl Split {
    /// The parts beside the first.
    pub(crate) fn parts(&self) -> Outcome<Vec<PathBuf>> {
        files(&self.folder, "wasm")
    }

    /// Puts the parts of each module into one file of the bundle, whose name changes with its contents, and
    /// tells the page.
    pub(crate) fn publish(&self, project: &Project, bundle: &Path) -> Outcome {
        let script = fs::read_to_string(self.folder.join(SCRIPT)).doing("read the loader")?;
        shrink::names(project, &self.first, &self.glue)?;
        let mut packs: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        for file in self.parts()? {
            let (part, content) = (file_name(&file)?, fs::read(&file).doing("read a part")?);
            // In the order of their names: what is of one module only comes after what several share.
            for module in modules_with(part, &script)? {
                let pack = packs.entry(module).or_insert_with(|| EMPTY_MODULE.to_vec());
                pack.extend(custom_section(part, &content));
            }
        }
        let (mut names, mut loads) = (String::new(), String::new());
        for (module, pack) in packs {
            let load = format!("export const __wasm_split_load_{module} = ");
            if !script.contains(&load) {
                return Err(Failure::new(format!("{SCRIPT} does not load the module `{module}`")));
            }
            let name = format!("{PREFIX}{module}-{}.wasm", page::fingerprint(&pack));
            fs::write(bundle.join(&name), pack).doing(format!("write {name}"))?;
            names.push_str(&format!("{module}: \"./{name}\", "));
            loads.push_str(&format!("{load}loads(\"{module}\");\n"));
        }
        let glue = file_name(&self.glue)?;
        let loader = format!(
            "import {{ initSync }} from \"./{glue}\";\nconst FILES = {{ {names}}};\n\
             const FIRST = {FIRST_PAGES:?};\n{MODULES}{loads}"
        );
        let script = format!("{LOADER}{}.js", page::fingerprint(loader.as_bytes()));
        fs::write(bundle.join(&script), loader).doing(format!("write {script}"))?;
        let glue = fs::read_to_string(&self.glue).doing("read the program's script")?;
        // Not the other place: what the program calls its imports.
        let (from, to) = (format!("from \"./{SCRIPT}\""), format!("from \"./{script}\""));
        fs::write(&self.glue, replaced(&glue, &from, &to)?).doing("write the program's script")?;

        let page = page::read(bundle)?;
        let base = page::base(&page)?;
        let link = format!("<link rel=\"modulepreload\" href=\"{base}{script}\">");
        page::write(bundle, &page::with_links(&page, &[link]))
    }
}

/// A WebAssembly module without sections.
const EMPTY_MODULE: &[u8] = b"\0asm\x01\0\0\0";

/// A section for the WebAssembly module to carry, which means nothing to it.
pub(crate) fn custom_section(name: &str, content: &[u8]) -> Vec<u8> {
    let mut body = leb128(name.len());
    body.extend(name.as_bytes());
    body.extend(content);
    let mut section = vec![0];
    section.extend(leb128(body.len()));
    section.extend(body);
    section
}

/// A length as WebAssembly writes it: seven bits a byte, the lowest first, a high bit while more follow.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(number & 0x7f).unwrap_or_default();
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

/// The modules that have a part of wasm-split-cli: its own name says which, or, of what several share, a
/// comment of the script before the place that loads it.
fn modules_with(part: &str, loader: &str) -> Outcome<Vec<String>> {
    let stem = part.strip_suffix(".wasm").unwrap_or(part);
    if let Some(module) = stem.strip_prefix("split_") {
        return Ok(vec![module.to_owned()]);
    }
    loader
        .split_once(&format!("const __{stem} = "))
        .and_then(|(before, _)| before.rsplit_once("/* ")?.1.split_once(" */"))
        .map(|(modules, _)| modules.split(", ").map(str::to_owned).collect())
        .ok_or_else(|| Failure::new(format!("{SCRIPT} does not say who needs {part}")))
}

/// The module whose file in a bundle this is, by its name; none for every other file.
pub(crate) fn module_of(name: &str) -> Option<&str> {
    let file = name.strip_prefix(PREFIX)?.strip_suffix(".wasm")?;
    file.rsplit_once('-').map(|(module, _)| module)
}

/// The page with a link to a module, for `public/boot.js` to download it before the program asks for it, and to know
/// whether it takes the later words and styles as well.
pub(crate) fn with_preload(page: &str, bundle: &Path, module: &str) -> Outcome<String> {
    let base = page::base(page)?;
    let mut is_split = false;
    for file in files(bundle, "wasm")? {
        let name = file_name(&file)?;
        is_split |= module_of(name).is_some();
        if module_of(name) == Some(module) {
            let first = if FIRST_PAGES.contains(&module) { " data-first" } else { "" };
            let link = format!("<link rel=\"page-module\"{first} href=\"{base}{name}\">");
            return Ok(page::with_links(page, &[link]));
        }
    }
    if is_split {
        return Err(Failure::new(format!("no page is in the module `{module}`")));
    }
    Ok(page.to_owned())
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
    fn the_script_says_who_shares_a_part() {
        let loader = "/* exchange, refund */\nconst __chunk_7 = makeLoad();\n\
                      /* record, refund */\nconst __chunk_8 = makeLoad();\n";
        assert_eq!(modules_with("chunk_8.wasm", loader).unwrap(), ["record", "refund"]);
        assert_eq!(modules_with("split_refund.wasm", loader).unwrap(), ["refund"]);
        assert!(modules_with("chunk_9.wasm", loader).is_err());
    }

    #[test]
    fn the_name_of_a_file_says_which_module_it_is() {
        assert_eq!(module_of("module-support-01ab.wasm"), Some("support"));
        assert_eq!(module_of("modules-01ab.js"), None);
        assert_eq!(module_of("prorata-01ab_bg.wasm"), None);
    }

    #[test]
    fn a_custom_section_has_its_lengths_before_it() {
        assert_eq!(custom_section("ab", b"xyz"), b"\0\x06\x02abxyz");
        assert_eq!(leb128(0), [0]);
        assert_eq!(leb128(127), [0x7f]);
        assert_eq!(leb128(300), [0xac, 0x02]);
    }
}
