//! `cargo xtask bench`: how fast and how large, as Markdown on standard output.
//!
//! The calculator runs the same workload natively and in Chromium, the service natively; the page is
//! started from the release bundle. `cargo xtask bench portfolio` measures the pages for large numbers of
//! reservations, `cargo xtask bench import` the import of a large file alone, `cargo xtask bench session`
//! what a very long session leaves behind, `cargo xtask bench server` what the server answers under load, and
//! `cargo xtask bench server overload` one part of that.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::browser;
use crate::dist::{self, Bundle};
use crate::lighthouse;
use crate::process::{Doing, Failure, Outcome, announce, run as run_program};
use crate::project::{Project, WASM};
use crate::shrink;
use crate::size;
use crate::test;
use crate::tools;

/// How long each measurement of a part of the server takes.
const SERVER_SECONDS: &str = "5";
/// The package with the workload.
const WORKLOAD: &str = "quote-bench";

/// Measures everything, or what is named.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    match arguments {
        [] => {}
        [name] if name == "lighthouse" => return lighthouse::run(project),
        [name] if name == "portfolio" || name == "import" => return pages(project, name),
        [name] if name == "session" => return session(project),
        [name] if name == "server" => return server(project, None),
        [name, part] if name == "server" => return server(project, Some(part)),
        [name, ..] => return Err(Failure::new(format!("`bench` does not know `{name}`"))),
    }
    let browser = browser::ensure(project)?;
    tools::for_compiling(project)?;
    tools::for_release(project)?;

    announce("measuring the calculator and the service natively (about 2 minutes)");
    let native = output(project.cargo().args(["bench", "--quiet", "--package", WORKLOAD]))?;

    announce("building the same workload for the browser (about a minute)");
    let module = workload_module(project)?;

    let bundle = Bundle { base: String::from("/prorata/"), folder: project.target.join("bundle") };
    dist::build(project, &bundle)?;

    announce("measuring in Chromium (about a minute)");
    let mut node = project.node("xtask/scripts/bench.mjs");
    node.arg(module).arg(&bundle.folder).arg(&bundle.base).env("CHROMIUM", browser.chromium);
    let in_browser = output(&mut node)?;

    println!("## Calculator and service, natively\n\n{}", native_table(&native));
    println!("{in_browser}\n");
    println!("## Sizes\n\n{}", size::table(&size::measure(project, &bundle.folder)?));
    Ok(())
}

/// Measures pages for large numbers of reservations in a release bundle: both parts, or the import alone.
fn pages(project: &Project, part: &str) -> Outcome {
    let browser = browser::ensure(project)?;
    tools::for_compiling(project)?;
    tools::for_release(project)?;
    let bundle = Bundle { base: String::from("/prorata/"), folder: project.target.join("bundle") };
    dist::build(project, &bundle)?;

    announce("measuring the pages for large numbers of reservations in Chromium (some minutes)");
    let mut node = project.node("xtask/scripts/bench-portfolio.mjs");
    node.arg(&bundle.folder).arg(&bundle.base).env("CHROMIUM", browser.chromium);
    if part == "import" {
        node.env("PART", part);
    }
    print!("{}", output(&mut node)?);
    Ok(())
}

/// Measures what a page holds after a thousand changes from page to page, in a release bundle.
fn session(project: &Project) -> Outcome {
    let browser = browser::ensure(project)?;
    let bundle = test::release_bundle(project)?;
    announce("changing a thousand times from page to page in Chromium (some minutes)");
    let mut node = project.node("xtask/scripts/bench-session.mjs");
    node.arg(bundle).arg(test::BASE).env("CHROMIUM", browser.chromium);
    print!("{}", output(&mut node)?);
    Ok(())
}

/// Measures the server, over SQLite and over PostgreSQL where there is one: all of it, or a part.
fn server(project: &Project, part: Option<&str>) -> Outcome {
    tools::for_compiling(project)?;
    tools::postgres(project);
    announce("measuring the server under load (about 10 minutes, after up to 5 of compiling)");
    // What was measured is there to be read although something at the end should fail.
    let mut cargo = project.cargo();
    cargo.args(["bench", "--quiet", "--package", "server", "--bench", "load"]);
    if let Some(part) = part {
        cargo.args(["--", SERVER_SECONDS, part]);
    }
    run_program(&mut cargo)
}

/// The workload as a module of the browser, built exactly as the page is.
fn workload_module(project: &Project) -> Outcome<PathBuf> {
    let mut cargo = project.cargo();
    cargo.args(["build", "--quiet", "--lib", "--package", WORKLOAD, "--target", WASM]);
    run_program(cargo.args(["--profile", "wasm-release"]))?;

    let compiled = project.target.join(WASM).join("wasm-release").join("quote_bench.wasm");
    let folder = project.target.join("bench-module");
    let mut bindgen = project.command("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "bench", "--out-dir"]);
    run_program(bindgen.arg(&folder).arg(compiled))?;

    shrink::modules(project, &[folder.join("bench_bg.wasm")])?;
    Ok(folder)
}

/// Runs a program and gives what it printed; what it says on standard error is shown.
fn output(command: &mut Command) -> Outcome<String> {
    let output = command.stderr(Stdio::inherit()).output().doing("start a measurement")?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(Failure::new(format!("a measurement ended with {}", output.status)))
}

/// The medians of divan's tree as a Markdown table.
fn native_table(tree: &str) -> String {
    let mut table = String::from("| Workload | Median |\n|---|---:|\n");
    let mut group = String::new();
    for line in tree.lines() {
        let is_branch = |c: char| matches!(c, '│' | '├' | '╰' | '─' | ' ');
        let depth = line.chars().take_while(|&c| is_branch(c)).count();
        let columns: Vec<&str> = line.trim_start_matches(is_branch).split('│').collect();
        let [first, _, median, ..] = columns[..] else { continue };
        // The first column holds the name and, two spaces later, the fastest run.
        let name = first.split("  ").next().unwrap_or_default().replace('_', " ");
        match (depth, median.trim()) {
            (0, _) => {}
            (1..=3, "") => group = format!("{name}: "),
            (1..=3, median) => table.push_str(&format!("| {name} | {median} |\n")),
            (_, median) => table.push_str(&format!("| {group}{name} | {median} |\n")),
        }
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_medians_of_the_tree_become_rows() {
        let tree = "\
Timer precision: 20 ns
quotes              fastest       │ slowest       │ median        │ mean
├─ hundred_thousand  81.93 ms     │ 131.3 ms      │ 116.5 ms      │ 111.3 ms
╰─ one_refund                     │               │               │
   ├─ Monthly       262.5 ns      │ 285 ns        │ 275 ns        │ 274.3 ns
   ╰─ Upfront       230 ns        │ 3.514 µs      │ 242.5 ns      │ 282.2 ns
";
        let rows: Vec<_> = native_table(tree).lines().skip(2).map(str::to_owned).collect();
        assert_eq!(
            rows,
            [
                "| hundred thousand | 116.5 ms |",
                "| one refund: Monthly | 275 ns |",
                "| one refund: Upfront | 242.5 ns |",
            ]
        );
    }
}
