//! What is attached to a dossier: taking a file in, and everything that is done with it afterwards.

use super::{Attachment, Dossier, Holder, MediaType, Refusal, Sums, Turn};

/// The largest file that is taken, in bytes. A scanned licence has a few hundred kilobytes; an office's mailbox and the
/// print shop take no giants.
pub const LARGEST: u64 = 50 * 1024 * 1024;
/// The most bytes of all files together: 1 GiB.
pub const MOST_BYTES: u64 = 1024 * 1024 * 1024;
/// The most files.
pub const MOST_FILES: usize = 300;

/// Which way a file is moved among those of its unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before the one before it.
    Up,
    /// After the one after it.
    Down,
}

impl Dossier {
    /// Whether a file of this size can be taken, before it is read.
    ///
    /// # Errors
    /// [`Refusal::Empty`] and [`Refusal::TooLarge`].
    pub fn admits_size(name: &str, size: u64) -> Result<(), Refusal> {
        match size {
            0 => Err(Refusal::Empty { name: name.to_owned() }),
            size if size > LARGEST => Err(Refusal::TooLarge { name: name.to_owned(), size }),
            _ => Ok(()),
        }
    }

    /// Whether a file that was read can be attached, and as what; `instead` is the id of the one it would replace.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn admits(&self, name: &str, sums: &Sums, instead: Option<&str>) -> Result<MediaType, Refusal> {
        Self::admits_size(name, sums.size)?;
        let name = || name.to_owned();
        let media_type = sums.kind.map_err(|kind| Refusal::WrongType { name: name(), kind })?;
        let others = || self.attachments.iter().filter(|there| Some(there.id.as_str()) != instead);
        if let Some(there) = self.attachments.iter().find(|there| there.sha256 == sums.sha256) {
            return Err(Refusal::Duplicate { name: name(), as_name: there.name.clone(), to: self.unit_of(there) });
        }
        if others().count() >= MOST_FILES {
            return Err(Refusal::TooMany { name: name() });
        }
        let left = MOST_BYTES.saturating_sub(others().map(|there| there.size).fold(0, u64::saturating_add));
        if sums.size > left {
            return Err(Refusal::NoRoom { name: name(), size: sums.size, left });
        }
        Ok(media_type)
    }

    /// The name of the unit that a file is attached to; empty where it is no member's.
    fn unit_of(&self, record: &Attachment) -> String {
        let unit = record.member.as_deref().and_then(|id| self.member(id)).and_then(|unit| unit.name.given());
        unit.map(|name| name.as_str().to_owned()).unwrap_or_default()
    }

    /// The file with this id.
    #[must_use]
    pub fn attachment(&self, id: &str) -> Option<&Attachment> {
        self.attachments.iter().find(|record| record.id == id)
    }

    fn attachment_mut(&mut self, id: &str) -> Option<&mut Attachment> {
        self.attachments.iter_mut().find(|record| record.id == id)
    }

    /// Records a file that was read. The caller keeps its bytes under their SHA-256.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn attach(&mut self, id: String, holder: Holder, name: String, sums: Sums) -> Result<(), Refusal> {
        let media_type = self.admits(&name, &sums, None)?;
        let Sums { size, crc32, sha256, inspection, .. } = sums;
        let (turn, extra) = (Turn::default(), serde_json::Map::new());
        let (member, material) = (None, None);
        let record =
            Attachment { id, member, material, name, media_type, size, crc32, sha256, turn, inspection, extra };
        self.attachments.push(record.held_by(holder));
        Ok(())
    }

    /// Puts another file in the place of one; it stands as it is, however that one was turned.
    ///
    /// # Errors
    /// See [`Refusal`].
    pub fn replace_attachment(&mut self, id: &str, name: String, sums: Sums) -> Result<(), Refusal> {
        let media_type = self.admits(&name, &sums, Some(id))?;
        if let Some(record) = self.attachment_mut(id) {
            let Sums { size, crc32, sha256, inspection, .. } = sums;
            let (id, turn, extra) = (id.to_owned(), Turn::default(), std::mem::take(&mut record.extra));
            let (member, material) = (record.member.take(), record.material);
            *record =
                Attachment { id, member, material, name, media_type, size, crc32, sha256, turn, inspection, extra };
        }
        Ok(())
    }

    /// Turns a file one quarter further to the right.
    pub fn turn_attachment(&mut self, id: &str) {
        if let Some(record) = self.attachment_mut(id) {
            record.turn = record.turn.further();
        }
    }

    /// Gives a file to another member or material, or to nobody; it comes after what is there.
    pub fn assign_attachment(&mut self, id: &str, holder: Holder) {
        if let Some(at) = self.attachments.iter().position(|record| record.id == id) {
            let record = self.attachments.remove(at);
            self.attachments.push(record.held_by(holder));
        }
    }

    /// Changes a file over with its neighbour among those of the same holder; at the end of the row nothing changes.
    pub fn move_attachment(&mut self, id: &str, step: Step) {
        let Some(record) = self.attachment(id) else { return };
        let holder = record.holder();
        let row: Vec<usize> = self
            .attachments
            .iter()
            .enumerate()
            .filter(|(_, other)| other.holder() == holder)
            .map(|(at, _)| at)
            .collect();
        let mut pairs = row.windows(2).filter_map(|pair| <[usize; 2]>::try_from(pair).ok());
        let is_it = |at: usize| self.attachments.get(at).is_some_and(|record| record.id == id);
        let pair = pairs.find(|[one, other]| match step {
            Step::Up => is_it(*other),
            Step::Down => is_it(*one),
        });
        if let Some([one, other]) = pair {
            self.attachments.swap(one, other);
        }
    }

    /// Takes a file out.
    pub fn remove_attachment(&mut self, id: &str) {
        self.attachments.retain(|record| record.id != id);
    }

    /// Notes which credit codes the QR codes on a file hold, wherever these bytes are attached.
    pub fn note_codes(&mut self, sha256: &str, codes: &[String]) {
        for record in self.attachments.iter_mut().filter(|record| record.sha256 == sha256) {
            record.inspection.get_or_insert_default().codes = Some(codes.to_vec());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Foreign, Intake, Member, Text};

    fn sums(bytes: &[u8]) -> Sums {
        let mut intake = Intake::default();
        intake.read(bytes);
        intake.finish()
    }

    fn pdf(words: &str) -> Sums {
        sums(format!("%PDF-1.7 {words}").as_bytes())
    }

    /// Two members; the first has two files, the second one, and one is nobody's. They were attached in turn.
    fn dossier() -> Dossier {
        let member = |id: &str, name| Member { id: id.into(), name: Text::from(name).into(), ..Member::default() };
        let mut dossier = Dossier::default();
        dossier.members.extend([member("m1", "甲"), member("m2", "乙")]);
        for (id, member) in [("a1", Some("m1")), ("a2", Some("m2")), ("a3", Some("m1")), ("a4", None)] {
            let holder = member.map_or(Holder::Nobody, |id: &str| Holder::Member(id.into()));
            dossier.attach(id.into(), holder, format!("{id}.pdf"), pdf(id)).unwrap();
        }
        dossier
    }

    fn order(dossier: &Dossier) -> Vec<&str> {
        dossier.attachments.iter().map(|record| record.id.as_str()).collect()
    }

    #[test]
    fn a_file_is_refused_for_its_own_reason_and_nothing_is_changed() {
        let before = dossier();
        let name = || "二.pdf".to_owned();
        let mut full = dossier();
        full.attachments.resize(MOST_FILES, before.attachments[0].clone());
        let mut heavy = dossier();
        heavy.attachments[0].size = MOST_BYTES - 100;
        let left = 100 - 3 * before.attachments[1].size;
        let duplicate =
            |as_name: &str, to: &str| Refusal::Duplicate { name: name(), as_name: as_name.into(), to: to.into() };
        let table = [
            (&before, sums(b""), Refusal::Empty { name: name() }),
            (&before, sums(b"MZ no certificate"), Refusal::WrongType { name: name(), kind: Foreign::Program }),
            (&before, Sums { size: LARGEST + 1, ..pdf("") }, Refusal::TooLarge { name: name(), size: LARGEST + 1 }),
            (&before, pdf("a1"), duplicate("a1.pdf", "甲")),
            (&before, pdf("a4"), duplicate("a4.pdf", "")),
            (&full, pdf("new"), Refusal::TooMany { name: name() }),
            (&heavy, Sums { size: 90, ..pdf("new") }, Refusal::NoRoom { name: name(), size: 90, left }),
        ];
        for (dossier, sums, refusal) in table {
            let mut changed = dossier.clone();
            assert_eq!(changed.attach("a9".into(), Holder::Nobody, name(), sums.clone()), Err(refusal.clone()));
            // In the place of one there is more room.
            if !matches!(refusal, Refusal::TooMany { .. } | Refusal::NoRoom { .. }) {
                assert_eq!(changed.replace_attachment("a2", name(), sums), Err(refusal));
            }
            assert_eq!(&changed, dossier);
        }
    }

    #[test]
    fn as_many_files_and_bytes_as_there_may_be_are_taken() {
        let mut dossier = dossier();
        dossier.attachments[0].size = MOST_BYTES - 100;
        let left = 100 - 3 * dossier.attachments[1].size;
        dossier.attach("a5".into(), Holder::Nobody, "五".into(), Sums { size: left, ..pdf("five") }).unwrap();
        let mut dossier = super::tests::dossier();
        let one = dossier.attachments[0].clone();
        dossier.attachments.resize(MOST_FILES - 1, one);
        dossier.attach("a5".into(), Holder::Nobody, "五".into(), pdf("five")).unwrap();
        dossier.replace_attachment("a5", "六".into(), pdf("six")).unwrap();
        assert_eq!(dossier.attachments.len(), MOST_FILES);
    }

    #[test]
    fn another_file_in_the_place_of_one_stays_its_members_and_stands_upright() {
        let mut dossier = dossier();
        dossier.turn_attachment("a1");
        dossier.replace_attachment("a1", "新.pdf".into(), pdf("new")).unwrap();
        let record = &dossier.attachments[0];
        assert_eq!((record.id.as_str(), record.name.as_str(), record.member.as_deref()), ("a1", "新.pdf", Some("m1")));
        assert_eq!((record.turn, &record.sha256), (Turn::default(), &pdf("new").sha256));
        let same = dossier.replace_attachment("a1", "又.pdf".into(), pdf("new"));
        assert!(matches!(same, Err(Refusal::Duplicate { .. })), "the same file again is no replacement");
    }

    #[test]
    fn a_file_that_is_turned_four_times_stands_as_before() {
        let mut dossier = dossier();
        let before = dossier.clone();
        for quarters in [1, 2, 3, 0] {
            dossier.turn_attachment("a1");
            assert_eq!(dossier.attachments[0].turn.quarters(), quarters);
        }
        assert_eq!(dossier, before);
        assert!(!dossier.to_json().contains("\"turn\""), "a file that is not turned says nothing of it");
        dossier.turn_attachment("a1");
        assert!(dossier.to_json().contains("\"turn\": 1"));
        let odd = dossier.to_json().replace("\"turn\": 1", "\"turn\": -401");
        assert_eq!(Dossier::from_json(&odd).unwrap().attachments[0].turn.quarters(), 3);
    }

    #[test]
    fn a_file_moves_only_among_those_of_its_unit() {
        let cases = [
            ("a1", Step::Down, ["a3", "a2", "a1", "a4"]),
            ("a3", Step::Up, ["a3", "a2", "a1", "a4"]),
            ("a1", Step::Up, ["a1", "a2", "a3", "a4"]),
            ("a3", Step::Down, ["a1", "a2", "a3", "a4"]),
            ("a2", Step::Down, ["a1", "a2", "a3", "a4"]),
            ("a4", Step::Up, ["a1", "a2", "a3", "a4"]),
            ("no such file", Step::Up, ["a1", "a2", "a3", "a4"]),
        ];
        for (id, step, expected) in cases {
            let mut dossier = dossier();
            dossier.move_attachment(id, step);
            assert_eq!(order(&dossier), expected, "{id} {step:?}");
        }
    }

    #[test]
    fn a_file_given_to_another_member_comes_after_what_is_there() {
        let mut dossier = dossier();
        dossier.assign_attachment("a1", Holder::Member("m2".into()));
        assert_eq!(order(&dossier), ["a2", "a3", "a4", "a1"]);
        assert_eq!(dossier.attachments[3].member.as_deref(), Some("m2"));
        dossier.assign_attachment("a1", Holder::Material(2));
        assert_eq!((dossier.attachments[3].member.as_deref(), dossier.attachments[3].material), (None, Some(2)));
        dossier.assign_attachment("a1", Holder::Nobody);
        assert_eq!(dossier.attachments[3].member, None);
        dossier.remove_attachment("a4");
        assert_eq!(order(&dossier), ["a2", "a3", "a1"]);
    }
}
