//! Whether the attack notices what must never be, and nothing else.

use attack::{Failed, Flaw, Part, Until, run};

/// What an attack on a store with a flaw comes to.
fn attacked(flaw: Option<Flaw>) -> Option<Failed> {
    run(Part::Requests, 1, Until::Tried(1_500), flaw).1
}

fn is_noticed(flaw: Flaw) {
    assert!(attacked(Some(flaw)).is_some(), "{flaw:?}");
}

#[test]
fn a_sound_store_is_left_in_peace() {
    let failed = attacked(None);
    assert!(
        failed.is_none(),
        "{}",
        failed.map_or_else(String::new, |failed| failed.shortened().to_string())
    );
}

#[test]
fn a_store_that_acknowledges_before_it_commits_is_noticed() {
    is_noticed(Flaw::AcknowledgesEarly);
}

#[test]
fn a_store_that_loses_a_commit_is_noticed() {
    is_noticed(Flaw::LosesCommits);
}

#[test]
fn a_store_that_ignores_versions_is_noticed() {
    is_noticed(Flaw::IgnoresVersions);
}

#[test]
fn a_store_that_tears_commits_is_noticed() {
    is_noticed(Flaw::TearsCommits);
}

/// Of an import it would carry out what becomes of the last customer only.
#[test]
fn a_store_that_tears_units_apart_is_noticed() {
    is_noticed(Flaw::TearsUnits);
}

#[test]
fn what_is_told_of_a_failure_is_what_leads_to_it() {
    let failed = attacked(Some(Flaw::TearsCommits)).expect("a failure");
    let (seed, rule) = (failed.seed, failed.broken.rule);
    let failed = failed.shortened();
    assert_eq!((failed.seed, failed.broken.rule), (seed, rule));
    assert!((1..=12).contains(&failed.told.len()), "{failed}");
    assert!(failed.to_string().contains(&format!("--seed {seed} --count 1")), "{failed}");
}

#[test]
fn the_same_seed_gives_the_same_run() {
    for part in Part::ALL {
        let figures = || run(part, 7, Until::Tried(100), None).0;
        assert_eq!(format!("{:?}", figures()), format!("{:?}", figures()), "{part:?}");
    }
}
