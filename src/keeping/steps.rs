//! 撤销 and 重做.

use crate::language::Message;

/// How many steps can be taken back.
const MOST: usize = 50;
/// How long typing in one place counts as one step, in milliseconds.
const ONE_GO: i64 = 10_000;

/// What was done, and what stood there before each step.
#[derive(Debug, Clone)]
pub struct Steps<T> {
    past: Vec<Step<T>>,
    future: Vec<T>,
    /// What was just done, where it deserves a word. The next step takes it away.
    said: Option<Message>,
}

#[derive(Debug, Clone)]
struct Step<T> {
    before: T,
    /// Where something was typed, and when; `None` for whatever is done at one stroke.
    typed: Option<(String, i64)>,
}

impl<T> Default for Steps<T> {
    fn default() -> Self {
        Self { past: Vec::new(), future: Vec::new(), said: None }
    }
}

impl<T> Steps<T> {
    /// Records what stands there before it is changed at one stroke.
    pub fn record(&mut self, before: T) {
        self.push(Step { before, typed: None });
    }

    /// Records what stands there before something is typed in a place; typing on in the same place is one step.
    pub fn record_typing(&mut self, place: &str, now: i64, before: impl FnOnce() -> T) {
        let last = self.past.last_mut().and_then(|step| step.typed.as_mut());
        if let Some((_, at)) = last.filter(|(there, at)| there == place && now - *at < ONE_GO)
            && self.future.is_empty()
        {
            *at = now;
            self.said = None;
        } else {
            self.push(Step { before: before(), typed: Some((place.to_owned(), now)) });
        }
    }

    fn push(&mut self, step: Step<T>) {
        self.past.push(step);
        if self.past.len() > MOST {
            self.past.remove(0);
        }
        self.future.clear();
        self.said = None;
    }

    /// Says what the last step was.
    pub fn say(&mut self, words: Message) {
        self.said = Some(words);
    }

    /// What was just done, where it deserves a word.
    #[must_use]
    pub const fn said(&self) -> Option<&Message> {
        self.said.as_ref()
    }

    /// Whether there is something to take back, and something to do again.
    #[must_use]
    pub const fn can(&self) -> (bool, bool) {
        (!self.past.is_empty(), !self.future.is_empty())
    }

    /// Takes the last step back: gives what stood there before it, for what stands there `now`.
    pub fn undo(&mut self, now: T) -> Option<T> {
        let step = self.past.pop()?;
        self.future.push(now);
        self.said = None;
        Some(step.before)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, now: T) -> Option<T> {
        let after = self.future.pop()?;
        self.past.push(Step { before: now, typed: None });
        self.said = None;
        Some(after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message;
    use proptest::prelude::*;

    #[test]
    fn typing_on_in_one_place_is_one_step_and_a_pause_or_another_place_begins_the_next() {
        let mut steps = Steps::default();
        steps.record_typing("alliance/name", 0, || "");
        steps.record_typing("alliance/name", 400, || "甲");
        steps.record_typing("alliance/name", 800, || "甲乙");
        steps.record_typing("alliance/purpose", 900, || "甲乙丙");
        steps.record_typing("alliance/purpose", 20_000, || "甲乙丙，宗旨");
        assert_eq!(steps.undo("甲乙丙，宗旨一"), Some("甲乙丙，宗旨"));
        assert_eq!(steps.undo("甲乙丙，宗旨"), Some("甲乙丙"));
        assert_eq!(steps.undo("甲乙丙"), Some(""));
        assert_eq!(steps.undo(""), None);
    }

    #[test]
    fn a_new_step_ends_what_could_be_done_again() {
        let mut steps = Steps::default();
        steps.record(1);
        assert_eq!(steps.undo(2), Some(1));
        assert_eq!(steps.can(), (false, true));
        steps.record(1);
        assert_eq!(steps.can(), (true, false));
        assert_eq!(steps.redo(3), None);
    }

    #[test]
    fn typing_right_after_taking_back_is_a_step_of_its_own() {
        let mut steps = Steps::default();
        steps.record_typing("a", 0, || 0);
        steps.record_typing("b", 1, || 1);
        assert_eq!(steps.undo(2), Some(1));
        steps.record_typing("a", 2, || 1);
        assert_eq!(steps.undo(3), Some(1));
    }

    #[test]
    fn what_was_said_of_a_step_goes_with_the_next_one_or_when_it_is_taken_back() {
        let mut steps = Steps::default();
        steps.record(1);
        steps.say(message!("已删除", "Deleted"));
        assert!(steps.said().is_some());
        steps.record_typing("a", 0, || 2);
        assert_eq!(steps.said(), None);
        steps.say(message!("已导入", "Imported"));
        steps.undo(3);
        assert_eq!(steps.said(), None);
    }

    proptest! {
        #[test]
        fn taking_back_and_doing_again_gives_what_stood_there(changes in prop::collection::vec(0u8..9, 1..80)) {
            let mut steps = Steps::default();
            let mut states = vec![0u8];
            for change in changes {
                steps.record(*states.last().unwrap());
                states.push(change);
            }
            let reach = (states.len() - 1).min(MOST);
            let mut here = *states.last().unwrap();
            for back in 1..=reach {
                here = steps.undo(here).unwrap();
                prop_assert_eq!(here, states[states.len() - 1 - back]);
            }
            prop_assert_eq!(steps.undo(here), None);
            for back in (0..reach).rev() {
                here = steps.redo(here).unwrap();
                prop_assert_eq!(here, states[states.len() - 1 - back]);
            }
        }
    }
}
