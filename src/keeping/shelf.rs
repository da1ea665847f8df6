//! What the list of dossiers says of each.

use serde::{Deserialize, Serialize};

use super::DAY;
use crate::checks::Assessment;
use crate::dossier::{Dossier, Fact};
use crate::screens::{Progress, TASKS};

/// How long a deleted dossier can be brought back, in days.
pub const BIN_DAYS: i64 = 7;

/// A line of the list of dossiers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// The dossier's id; everything of it is stored under it.
    pub id: String,
    /// 联盟名称 as it was typed; may be empty.
    pub name: String,
    /// How many tasks of [`TASKS`] are done.
    pub done: usize,
    /// How many members there are.
    pub members: usize,
    /// How many files are attached.
    pub attachments: usize,
    /// Their size together, in bytes.
    pub bytes: u64,
    /// When it was first saved.
    pub begun_at: i64,
    /// When it was last saved.
    pub saved_at: i64,
    /// Whether it began as a copy of another.
    pub is_copy: bool,
    /// When a draft or a bundle of it last left the browser.
    pub exported_at: Option<i64>,
    /// When it was deleted; it lies in the bin until [`BIN_DAYS`] later.
    pub deleted_at: Option<i64>,
}

impl Entry {
    /// What there is to say of a dossier that was first saved now.
    #[must_use]
    pub fn of(id: &str, dossier: &Dossier, assessment: &Assessment, now: i64) -> Self {
        let is_done = |route| Progress::of(route, dossier, assessment) == Progress::Done;
        Self {
            id: id.to_owned(),
            name: dossier.alliance.name.text().trim().to_owned(),
            done: TASKS.iter().filter(|task| is_done(&task.route)).count(),
            members: dossier.members.len(),
            attachments: dossier.attachments.len(),
            bytes: dossier.attachments.iter().map(|record| record.size).sum(),
            begun_at: now,
            saved_at: now,
            is_copy: false,
            exported_at: None,
            deleted_at: None,
        }
    }

    /// The line after another save; what only the list knows stays. A dossier that is worked on is not deleted.
    #[must_use]
    pub fn after(self, before: Option<Self>) -> Self {
        match before {
            Some(Self { begun_at, is_copy, exported_at, .. }) => Self { begun_at, is_copy, exported_at, ..self },
            None => self,
        }
    }

    /// The line of a copy that is made now.
    #[must_use]
    pub fn copied(self, id: &str, now: i64) -> Self {
        Self { id: id.to_owned(), begun_at: now, is_copy: true, exported_at: None, deleted_at: None, ..self }
    }

    /// Whether it has lain in the bin for so long that it goes for good.
    #[must_use]
    pub fn is_expired(&self, now: i64) -> bool {
        self.deleted_at.is_some_and(|deleted| now - deleted > BIN_DAYS * DAY)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::dossier::sample;
    use chrono::NaiveDate;

    fn entry(now: i64) -> Entry {
        let day = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();
        Entry::of("d1", &sample(), &assess(&sample(), day), now)
    }

    #[test]
    fn the_line_says_what_the_dossier_holds() {
        let entry = entry(1000);
        assert_eq!(entry.name, "海南示例南繁育种产业知识产权联盟");
        assert_eq!(entry.members, sample().members.len());
        assert!(entry.done > 0 && entry.done <= TASKS.len());
    }

    #[test]
    fn another_save_keeps_since_when_it_is_and_its_last_draft_and_takes_it_out_of_the_bin() {
        let before = Entry { exported_at: Some(7), deleted_at: Some(8), ..entry(5) };
        let after = entry(9).after(Some(before));
        assert_eq!((after.begun_at, after.saved_at, after.exported_at, after.deleted_at), (5, 9, Some(7), None));
    }

    #[test]
    fn the_bin_keeps_a_dossier_for_seven_days() {
        let deleted = Entry { deleted_at: Some(0), ..entry(0) };
        assert!(!deleted.is_expired(7 * DAY));
        assert!(deleted.is_expired(7 * DAY + 1));
        assert!(!entry(0).is_expired(100 * DAY));
    }

    #[test]
    fn a_line_of_an_older_version_is_read_with_what_it_has() {
        let entry: Entry = serde_json::from_str("{\"id\":\"d1\",\"savedAt\":3}").unwrap();
        assert_eq!(entry, Entry { id: "d1".into(), ..Entry::default() });
    }
}
