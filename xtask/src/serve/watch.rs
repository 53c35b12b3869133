//! Notices when a file of the page changes.
//!
//! It looks at all of them a few times a second: they are some hundreds, and this works on every system.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, SystemTime};

use crate::process::{Doing, Outcome};

/// What the page is built from.
const WATCHED: [&str; 8] =
    ["src", "crates", "public", "style", "index.html", "Cargo.toml", "Cargo.lock", "build.rs"];
/// How often it looks. A change counts once nothing more has changed for as long.
const PAUSE: Duration = Duration::from_millis(150);

/// The files as they were when they were last looked at.
pub(super) struct Watched {
    root: PathBuf,
    files: Files,
}

/// When each file was changed, and how long it is.
type Files = BTreeMap<PathBuf, (Option<SystemTime>, u64)>;

impl Watched {
    pub(super) fn now(root: &Path) -> Outcome<Self> {
        Ok(Self { root: root.to_owned(), files: files(root)? })
    }

    /// Waits for a change and gives the file that has changed, or one of them.
    pub(super) fn next_change(&mut self) -> Outcome<String> {
        loop {
            if let Some(changed) = self.change()? {
                // Editors and version control write several files at a time.
                loop {
                    thread::sleep(PAUSE);
                    if self.change()?.is_none() {
                        return Ok(changed);
                    }
                }
            }
            thread::sleep(PAUSE);
        }
    }

    /// A file that is not as it was, if there is one; from now on it is known as it is.
    fn change(&mut self) -> Outcome<Option<String>> {
        let now = files(&self.root)?;
        let before = std::mem::replace(&mut self.files, now);
        let differs =
            |(file, is): &(&PathBuf, &(Option<SystemTime>, u64))| before.get(*file) != Some(is);
        let changed = self.files.iter().find(differs).map(|(file, _)| file);
        let gone = before.keys().find(|file| !self.files.contains_key(*file));
        let changed = changed.or(gone).map(|file| file.strip_prefix(&self.root).unwrap_or(file));
        Ok(changed.map(|file| file.display().to_string()))
    }
}

fn files(root: &Path) -> Outcome<Files> {
    let mut files = Files::new();
    WATCHED.iter().try_for_each(|name| collect(&root.join(name), &mut files))?;
    Ok(files)
}

/// What disappears while it is looked at is gone, which is no failure.
fn collect(path: &Path, files: &mut Files) -> Outcome {
    let Ok(about) = fs::metadata(path) else { return Ok(()) };
    if !about.is_dir() {
        files.insert(path.to_owned(), (about.modified().ok(), about.len()));
        return Ok(());
    }
    for entry in fs::read_dir(path).doing(format!("read {}", path.display()))? {
        collect(&entry.doing(format!("read {}", path.display()))?.path(), files)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_a_new_and_a_removed_file_are_changes() {
        let root = std::env::temp_dir().join(format!("prorata-watch-{}", std::process::id()));
        let file = |name: &str| root.join("src").join("ui").join(name);
        fs::create_dir_all(root.join("src").join("ui")).unwrap();
        fs::write(file("a.rs"), "").unwrap();
        let mut watched = Watched::now(&root).unwrap();
        assert_eq!(watched.change().unwrap(), None);

        fs::write(file("a.rs"), "fn a() {}").unwrap();
        let a = Path::new("src").join("ui").join("a.rs").display().to_string();
        assert_eq!(watched.change().unwrap(), Some(a.clone()));
        assert_eq!(watched.change().unwrap(), None);
        fs::write(file("b.rs"), "").unwrap();
        assert_eq!(watched.change().unwrap(), Some(a.replace("a.rs", "b.rs")));
        fs::remove_file(file("a.rs")).unwrap();
        assert_eq!(watched.next_change().unwrap(), a);
        fs::remove_dir_all(root).unwrap();
    }
}
