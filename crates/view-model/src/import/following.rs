//! Following the commit of an import: how far it is, when it is asked again, and what became of the wish to stop it.
//!
//! Of several servers only the one that commits can tell. Not to be told, or to get no answer, is no end: what has
//! become of the import stands in the list of imports, and nowhere else.

use std::time::Duration;

use portfolio::import::{Progress, ProgressStage};

/// How long it is waited while something happens.
const SOON: Duration = Duration::from_millis(200);
/// How long it is waited at most while it is told, and nothing changes.
const ALIKE_MAX: Duration = Duration::from_secs(1);
/// How long it is waited at most while nobody tells.
const SILENCE_MAX: Duration = Duration::from_secs(5);
/// What was told last is not what is, when so many questions in a row have brought nothing.
const SILENCES_MAX: u32 = 5;

/// What became of the wish to stop it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub enum Stop {
    /// Nobody wants that.
    #[default]
    NotAsked,
    /// There is no answer yet.
    Asked,
    /// It was heard in time.
    Accepted,
    /// It was heard when the import was being written.
    TooLate,
    /// Nobody knows whether anybody has heard it who could stop it.
    Unconfirmed,
}

/// What is known of a commit that is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Following {
    told: Option<Progress>,
    silences: u32,
    wait: Duration,
    /// What became of the wish to stop it.
    pub stop: Stop,
}

impl Default for Following {
    fn default() -> Self {
        Self { told: None, silences: 0, wait: SOON, stop: Stop::default() }
    }
}

impl Following {
    /// A commit that is so far.
    #[must_use]
    pub fn of(told: Progress) -> Self {
        Self { told: Some(told), ..Self::default() }
    }

    /// How far it is; `None` where that is not known, or not any more.
    #[must_use]
    pub const fn told(&self) -> Option<Progress> {
        self.told
    }

    /// How long to wait before it is asked again.
    #[must_use]
    pub const fn wait(&self) -> Duration {
        self.wait
    }

    /// Takes what a question has brought: `None` where nobody has told anything.
    pub fn hear(&mut self, news: Option<Progress>) {
        let Some(now) = news else {
            self.wait = if self.silences == 0 { SOON } else { self.wait };
            self.wait = (self.wait * 2).min(SILENCE_MAX);
            self.silences = self.silences.saturating_add(1);
            if self.silences >= SILENCES_MAX {
                self.told = None;
            }
            return;
        };
        let is_written = now.stage == ProgressStage::Writing;
        self.stop = match self.stop {
            // Somebody else commits the same import, who has not heard it.
            Stop::Accepted if is_written => Stop::TooLate,
            // It was stopped, and somebody has begun again.
            Stop::Accepted if self.silences >= SILENCES_MAX => Stop::NotAsked,
            // Somebody else was quicker, and all of it is done again.
            Stop::TooLate if !is_written => Stop::NotAsked,
            stop => stop,
        };
        let is_alike = self.told == Some(now);
        self.wait = if is_alike { (self.wait * 2).min(ALIKE_MAX) } else { SOON };
        self.silences = 0;
        self.told = Some(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merging(done: u64) -> Progress {
        Progress { stage: ProgressStage::Merging, done, total: 5 }
    }

    fn writing() -> Progress {
        Progress { stage: ProgressStage::Writing, done: 4, total: 5 }
    }

    /// How long it is waited after each of these, in ms.
    fn waits(following: &mut Following, news: &[Option<Progress>]) -> Vec<u128> {
        let hear = |news: &Option<Progress>| {
            following.hear(*news);
            following.wait().as_millis()
        };
        news.iter().map(hear).collect()
    }

    #[test]
    fn it_is_asked_less_often_while_nothing_changes() {
        let mut following = Following::of(merging(1));
        let alike = waits(&mut following, &[Some(merging(1)); 4]);
        assert_eq!(alike, [400, 800, 1_000, 1_000]);
        assert_eq!(waits(&mut following, &[Some(merging(2))]), [200]);
        let silent = waits(&mut following, &[None; 6]);
        assert_eq!(silent, [400, 800, 1_600, 3_200, 5_000, 5_000]);
        assert_eq!(waits(&mut following, &[Some(merging(2))]), [200]);
    }

    #[test]
    fn what_was_told_last_stays_while_servers_take_turns_and_not_for_ever() {
        let mut following = Following::of(merging(1));
        for done in 1..20 {
            waits(&mut following, &[None, None, Some(merging(done)), None]);
            assert_eq!(following.told(), Some(merging(done)));
        }
        waits(&mut following, &[None; 3]);
        assert_eq!(following.told(), Some(merging(19)));
        waits(&mut following, &[None]);
        assert_eq!(following.told(), None);
        waits(&mut following, &[Some(merging(3))]);
        assert_eq!(following.told(), Some(merging(3)));
    }

    #[test]
    fn the_wish_to_stop_is_about_the_commit_that_heard_it() {
        let mut following = Following::of(merging(1));
        following.stop = Stop::Accepted;
        waits(&mut following, &[Some(merging(1)), None, Some(merging(2))]);
        assert_eq!(following.stop, Stop::Accepted, "it takes a moment");
        waits(&mut following, &[None; 9]);
        assert_eq!(following.stop, Stop::Accepted);
        waits(&mut following, &[Some(merging(0))]);
        assert_eq!(following.stop, Stop::NotAsked, "somebody has begun again");

        following.stop = Stop::Accepted;
        waits(&mut following, &[Some(writing()), None]);
        assert_eq!(following.stop, Stop::TooLate, "it was not stopped");
        waits(&mut following, &[Some(merging(0))]);
        assert_eq!(following.stop, Stop::NotAsked, "somebody else was quicker");
        for stop in [Stop::Asked, Stop::Unconfirmed] {
            following.stop = stop;
            waits(&mut following, &[Some(merging(1)), None, Some(writing())]);
            assert_eq!(following.stop, stop);
        }
    }
}
