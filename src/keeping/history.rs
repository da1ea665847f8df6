//! 历史版本: which earlier states of a dossier are kept.

use std::fmt;
use std::str::FromStr;

use crate::language::{Label, label};

/// How many earlier states of a dossier are kept at most.
pub const MOST: usize = 20;
/// While somebody types, a state is kept at most this often, in milliseconds.
const APART: i64 = 60 * 1000;
/// What stood there before a pause as long as this is kept, in milliseconds.
const PAUSE: i64 = 5 * 60 * 1000;

/// Why a state was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Time had passed.
    Typing,
    /// 导入 put another dossier in its place.
    Import,
    /// 载入示例 put the sample in its place.
    Sample,
    /// 清空.
    Clearing,
    /// An earlier state was put in its place.
    Restoring,
    /// Another page saved the same dossier at the same time; what both had typed was joined.
    OtherPage,
}

impl Reason {
    const ALL: [(Self, &'static str); 6] = [
        (Self::Typing, "typing"),
        (Self::Import, "import"),
        (Self::Sample, "sample"),
        (Self::Clearing, "clearing"),
        (Self::Restoring, "restoring"),
        (Self::OtherPage, "other-page"),
    ];

    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Typing => label("填写中", "While typing"),
            Self::Import => label("导入之前", "Before an import"),
            Self::Sample => label("载入示例之前", "Before the sample was loaded"),
            Self::Clearing => label("清空之前", "Before everything was cleared"),
            Self::Restoring => label("恢复历史版本之前", "Before an earlier state was restored"),
            Self::OtherPage => label("另一个标签页同时保存的内容", "Saved by another tab at the same time"),
        }
    }
}

/// An earlier state: when it stood, and why it was kept. Written as `1763856000000/import`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Past {
    /// When the state had been saved.
    pub saved_at: i64,
    /// Why it was kept.
    pub reason: Reason,
}

impl fmt::Display for Past {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let code = Reason::ALL.iter().find(|(reason, _)| *reason == self.reason).map_or("", |(_, code)| code);
        // As many digits as reach to the year 5138, so that texts stand in the order of time.
        write!(f, "{:014}/{code}", self.saved_at)
    }
}

impl FromStr for Past {
    type Err = ();

    fn from_str(written: &str) -> Result<Self, ()> {
        let (moment, code) = written.split_once('/').ok_or(())?;
        let reason = Reason::ALL.iter().find(|(_, other)| *other == code).map(|(reason, _)| *reason).ok_or(())?;
        Ok(Self { saved_at: moment.parse().map_err(|_| ())?, reason })
    }
}

/// Whether the state that was saved at `previous` is kept now that another takes its place, where the last one that was
/// kept is of `kept`.
#[must_use]
pub fn is_due(kept: Option<i64>, previous: i64, now: i64) -> bool {
    kept.is_none_or(|kept| previous > kept && (previous - kept >= APART || now - previous >= PAUSE))
}

/// The states beyond [`MOST`] that are let go. States thin out with their age: the one goes that lies closest to its
/// neighbours, measured by how long ago it was; the newest and the oldest stay.
#[must_use]
pub fn surplus(states: &[Past], now: i64) -> Vec<Past> {
    let mut kept = states.to_vec();
    kept.sort_unstable();
    let mut gone = Vec::new();
    while kept.len() > MOST {
        let crowded = kept
            .windows(3)
            .enumerate()
            .min_by(|(_, one), (_, other)| crowding(one, now).total_cmp(&crowding(other, now)));
        let Some((before, _)) = crowded else { break };
        gone.push(kept.remove(before + 1));
    }
    gone
}

/// How far the neighbours of a state lie apart for its age; what stood before a replacement counts as if it were alone.
fn crowding(three: &[Past], now: i64) -> f64 {
    let [before, this, after] = three else { return f64::INFINITY };
    let spared = if this.reason == Reason::Typing { 1.0 } else { 10.0 };
    let age = (now - this.saved_at).max(1) as f64;
    spared * (after.saved_at - before.saved_at) as f64 / age
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MINUTE: i64 = 60_000;

    fn typed(saved_at: i64) -> Past {
        Past { saved_at, reason: Reason::Typing }
    }

    #[test]
    fn a_state_is_kept_once_a_minute_of_typing_and_before_a_pause() {
        let rows = [
            ("the first state of all", None, 0, 400, true),
            ("half a minute after the last kept", Some(0), MINUTE / 2, MINUTE / 2 + 400, false),
            ("a minute after the last kept", Some(0), MINUTE, MINUTE + 400, true),
            ("what stood there overnight", Some(0), 1000, 600 * MINUTE, true),
            ("what is kept already", Some(1000), 1000, 600 * MINUTE, false),
        ];
        for (what, kept, previous, now, due) in rows {
            assert_eq!(is_due(kept, previous, now), due, "{what}");
        }
    }

    #[test]
    fn a_state_comes_back_from_how_it_is_written_and_the_texts_stand_in_the_order_of_time() {
        for (reason, _) in Reason::ALL {
            let past = Past { saved_at: 1_763_856_000_000, reason };
            assert_eq!(past.to_string().parse(), Ok(past));
        }
        assert!(typed(999).to_string() < typed(1000).to_string());
        assert_eq!("1000/whatever".parse::<Past>(), Err(()));
    }

    #[test]
    fn after_a_day_of_typing_the_twenty_states_reach_from_a_minute_to_a_day_back() {
        let mut kept: Vec<Past> = Vec::new();
        for minute in 0..24 * 60 {
            let now = minute * MINUTE;
            kept.push(typed(now));
            for gone in surplus(&kept, now + 1) {
                kept.retain(|past| *past != gone);
            }
        }
        let now = 24 * 60 * MINUTE;
        let ages: Vec<i64> = kept.iter().map(|past| (now - past.saved_at) / MINUTE).collect();
        assert_eq!(kept.len(), MOST);
        assert!(ages.iter().filter(|age| **age <= 30).count() >= 5, "{ages:?}");
        assert!(ages.iter().filter(|age| **age > 30 && **age <= 240).count() >= 3, "{ages:?}");
        assert!(ages.iter().filter(|age| **age > 240).count() >= 3, "{ages:?}");
    }

    #[test]
    fn what_stood_before_an_import_outlives_what_was_typed_around_it() {
        let import = Past { saved_at: 10 * MINUTE + 1, reason: Reason::Import };
        let mut states: Vec<Past> = (0..30).map(|minute| typed(minute * MINUTE)).collect();
        states.push(import);
        assert!(!surplus(&states, 31 * MINUTE).contains(&import));
    }

    proptest! {
        #[test]
        fn never_more_than_twenty_stay_and_the_newest_and_oldest_do(
            mut moments in prop::collection::btree_set(0i64..10_000_000_000, 0..60)
        ) {
            let now = 10_000_000_000;
            moments.insert(now - 1);
            let states: Vec<Past> = moments.into_iter().map(typed).collect();
            let gone = surplus(&states, now);
            prop_assert_eq!(states.len() - gone.len(), states.len().min(MOST));
            prop_assert!(!gone.contains(states.first().unwrap()) && !gone.contains(states.last().unwrap()));
        }
    }
}
