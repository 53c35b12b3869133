//! `cargo xtask serve`: from a fresh clone to the running page.

mod host;
mod watch;

use std::time::Instant;

use crate::bundle::{self, Bundle};
use crate::compile::Profile;
use crate::process::{Failure, Outcome, announce};
use crate::project::Project;

use host::Host;
use watch::Watched;

/// Where the page is served unless told.
const PORT: u16 = 8080;

/// Installs what is missing, builds the page, and serves it until it is interrupted, again after each change.
pub(crate) fn run(project: &Project, arguments: &[String]) -> Outcome {
    let bundle = Bundle {
        base: String::from("/"),
        folder: project.target.join("serve"),
        profile: Profile::Development,
    };
    let host = Host::open(port(arguments)?, &bundle.folder)?;
    let mut watched = Watched::now(&project.root)?;
    host.publish(bundle::build(project, &bundle)?);
    announce(format!("the page is on {}; Ctrl-C stops it", host.address()));
    loop {
        let changed = watched.next_change()?;
        announce(format!("building again: {changed} has changed"));
        let started = Instant::now();
        match bundle::rebuild(project, &bundle) {
            Ok(build) => {
                host.publish(build);
                eprintln!("    served after {:.1} s", started.elapsed().as_secs_f32());
            }
            Err(failure) => eprintln!("\nerror: {failure}\n    The page stays as it was."),
        }
    }
}

fn port(arguments: &[String]) -> Outcome<u16> {
    match arguments {
        [] => Ok(PORT),
        [name, value] if name == "--port" => {
            value.parse().map_err(|_| Failure::new(format!("`{value}` is no port")))
        }
        [name, ..] => Err(Failure::new(format!("`serve` does not know `{name}`"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_can_be_chosen() {
        let read = |arguments: &[&str]| {
            port(&arguments.iter().map(|&text| text.to_owned()).collect::<Vec<_>>())
        };
        assert_eq!(read(&[]).unwrap(), PORT);
        assert_eq!(read(&["--port", "9000"]).unwrap(), 9000);
        assert!(read(&["--port", "high"]).is_err());
        assert!(read(&["--open"]).is_err());
    }
}
