//! The rules of the code base that no compiler checks.
//!
//! They keep the rooms apart (see ARCHITECTURE.md) and the text clean. Most look at one line at a time, the
//! others at all files together. Each is named in the output, and has a test that proves it can fail.

mod audit;
mod components;
mod first;
mod imports;
mod layers;
mod rules;
mod source;
mod unused;
mod wording;

use std::fs;
use std::path::Path;

use crate::process::{Doing, Outcome};
use crate::project::Project;
use crate::totals::Totals;

use rules::RULES;
use source::Source;

/// Folders that hold nothing written by hand.
const SKIPPED_FOLDERS: [&str; 6] =
    [".git", "dist", "node_modules", "target", "test-results", "mutants.out"];
/// Kinds of files that are text written by hand.
const TEXT_EXTENSIONS: [&str; 12] =
    ["css", "editorconfig", "html", "js", "json", "md", "mjs", "rs", "svg", "toml", "txt", "yml"];

/// A check of all files together: what it says, and what breaks it.
type Check = (&'static str, fn(&[Source]) -> Vec<String>);

const CHECKS: [Check; 13] = [
    ("rooms use what stands below them only", layers::against_the_table),
    ("ARCHITECTURE.md shows which room may use which", layers::untold),
    ("what ARCHITECTURE.md names is there", layers::lost),
    ("the audit of accessibility has every criterion", audit::criteria),
    ("what the audit of accessibility names is there", audit::tests),
    ("edges, lines and the focus are seen", audit::contrast),
    ("the page of components shows what the controls offer", components::unseen),
    ("no circle of imports is larger than three files", layers::circles),
    ("every text of the catalogue is shown", unused::texts),
    ("what is seen first says nothing that comes later", first::texts),
    ("no button or label ends like a sentence", wording::labels),
    ("every public item has a user in another file", unused::items),
    ("every class of the style sheets has an element", unused::classes),
];

/// Checks every rule against every file and prints what breaks them.
pub(crate) fn check(project: &Project) -> Outcome<Totals> {
    let mut sources = Vec::new();
    collect(&project.root, &project.root, &mut sources)?;
    sources.sort_by(|one, other| one.path.cmp(&other.path));

    let by_line = RULES.iter().map(|rule| {
        let broken = sources.iter().flat_map(|source| rule.broken_in(source)).collect();
        (rule.name, broken)
    });
    let together = CHECKS.iter().map(|(name, find)| (*name, find(&sources)));
    let texts = wording::catalogue();
    let of_texts = wording::CHECKS.iter().map(|(name, find)| (*name, find(&texts)));
    let mut totals = Totals::default();
    for (name, broken) in by_line.chain(together).chain(of_texts) {
        let broken: Vec<String> = broken;
        let verdict = if broken.is_empty() { "ok" } else { "BROKEN" };
        println!("{name} ... {verdict}");
        broken.iter().for_each(|place| println!("    {place}"));
        totals += match broken.is_empty() {
            true => Totals::passed(1),
            false => Totals::failed(1),
        };
    }
    Ok(totals)
}

fn collect(root: &Path, folder: &Path, sources: &mut Vec<Source>) -> Outcome {
    for entry in fs::read_dir(folder).doing(format!("read {}", folder.display()))? {
        let path = entry.doing(format!("read {}", folder.display()))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if path.is_dir() {
            if !SKIPPED_FOLDERS.contains(&name.as_ref()) {
                collect(root, &path, sources)?;
            }
        } else if TEXT_EXTENSIONS.contains(&name.rsplit('.').next().unwrap_or_default()) {
            let text = fs::read_to_string(&path).doing(format!("read {}", path.display()))?;
            let relative = path.strip_prefix(root).unwrap_or(&path);
            sources.push(Source::new(&relative.to_string_lossy().replace('\\', "/"), &text));
        }
    }
    Ok(())
}
