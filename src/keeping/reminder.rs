//! When the page offers a draft by itself.

use super::{DAY, Entry};

/// How many days may pass without a draft.
const PATIENCE: i64 = 7;

/// For how many days no draft has left the browser, where that is too long and something has changed since.
#[must_use]
pub fn days_without_draft(entry: &Entry, now: i64) -> Option<i64> {
    let since = entry.exported_at.unwrap_or(entry.begun_at);
    let changed = entry.exported_at.is_none_or(|exported| entry.saved_at > exported);
    let days = (now - since) / DAY;
    (changed && days >= PATIENCE).then_some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_offered_after_seven_days_of_work_without_one() {
        let rows = [
            ("begun six days ago", None, 0, 6, None),
            ("begun seven days ago", None, 0, 7, Some(7)),
            ("exported three days ago", Some(4), 6, 7, None),
            ("exported nine days ago and changed since", Some(1), 2, 10, Some(9)),
            ("exported nine days ago and not changed since", Some(1), 0, 10, None),
        ];
        for (what, exported, saved, now, days) in rows {
            let entry = Entry { exported_at: exported.map(|day| day * DAY), saved_at: saved * DAY, ..Entry::default() };
            assert_eq!(days_without_draft(&entry, now * DAY), days, "{what}");
        }
    }
}
