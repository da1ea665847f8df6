//! Where a fact stands in the dossier, so that a finding can name it and a screen can open it.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use crate::language::{Label, label};

/// A part of the dossier; each has a screen of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Section {
    /// 联盟基本情况.
    Alliance,
    /// 成员单位.
    Members,
    /// 秘书处.
    Secretariat,
    /// 组建程序.
    Setup,
    /// 章程.
    Charter,
    /// 备案材料.
    Materials,
}

impl Section {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Alliance => label("联盟基本情况", "The alliance"),
            Self::Members => label("成员单位", "Members"),
            Self::Secretariat => label("秘书处", "Secretariat"),
            Self::Setup => label("组建程序", "Steps of establishment"),
            Self::Charter => label("联盟章程", "Charter"),
            Self::Materials => label("备案材料", "Materials"),
        }
    }
}

/// The place of one fact: `alliance/name`, `members/m3/uscc`, `charter/quorum`; or of a whole part: `members`, `members/m3`.
/// There are very many of them at times: a copy has no text of its own.
#[derive(Debug, Clone)]
pub struct FactPath(Place);

/// However it is put together, the same text is the same place.
#[derive(Debug, Clone)]
enum Place {
    Fixed(&'static str),
    Written(Arc<str>),
    /// A member's id and the key of a fact.
    OfMember(Arc<str>, &'static str),
}

impl FactPath {
    /// The path as written; whether it leads anywhere is for [`super::Dossier::fact`] to say.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(Place::Written(path.into()))
    }

    /// The path as written in the program.
    #[must_use]
    pub const fn fixed(path: &'static str) -> Self {
        Self(Place::Fixed(path))
    }

    /// A fact of the member with this id. Who names many of one member shares the id.
    #[must_use]
    pub fn member(id: impl Into<Arc<str>>, key: &'static str) -> Self {
        Self(Place::OfMember(id.into(), key))
    }

    /// The path as text.
    #[must_use]
    pub fn text(&self) -> Cow<'_, str> {
        self.whole().map_or_else(|| Cow::Owned(self.pieces().concat()), Cow::Borrowed)
    }

    /// The text in its pieces.
    fn pieces(&self) -> [&str; 4] {
        match &self.0 {
            Place::Fixed(path) => [path, "", "", ""],
            Place::Written(path) => [path, "", "", ""],
            Place::OfMember(id, key) => [MEMBERS, id, "/", key],
        }
    }

    /// The text, where it is of one piece.
    fn whole(&self) -> Option<&str> {
        match &self.0 {
            Place::Fixed(path) => Some(path),
            Place::Written(path) => Some(path),
            Place::OfMember(..) => None,
        }
    }

    fn bytes(&self) -> impl Iterator<Item = u8> {
        self.pieces().into_iter().flat_map(str::bytes)
    }

    /// The steps from the whole to the fact, as many as there are of up to three; the last holds what else is written.
    pub(crate) fn steps(&self) -> (&str, Option<&str>, Option<&str>) {
        match &self.0 {
            Place::OfMember(id, key) => ("members", Some(id), Some(key)),
            Place::Fixed(_) | Place::Written(_) => {
                let [path, ..] = self.pieces();
                let mut steps = path.splitn(3, '/');
                (steps.next().unwrap_or_default(), steps.next(), steps.next())
            }
        }
    }

    /// The part of the dossier it lies in.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        match self.steps().0 {
            "alliance" => Some(Section::Alliance),
            "members" => Some(Section::Members),
            "secretariat" => Some(Section::Secretariat),
            "setup" => Some(Section::Setup),
            "charter" => Some(Section::Charter),
            "materials" | "attachments" => Some(Section::Materials),
            _ => None,
        }
    }

    /// The member it speaks of.
    #[must_use]
    pub fn member_id(&self) -> Option<&str> {
        match self.steps() {
            ("members", id, _) => id,
            _ => None,
        }
    }

    /// The last step: the fact's key.
    #[must_use]
    pub fn key(&self) -> &str {
        match &self.0 {
            Place::OfMember(_, key) => key,
            Place::Fixed(_) | Place::Written(_) => {
                let [path, ..] = self.pieces();
                path.rsplit('/').next().unwrap_or(path)
            }
        }
    }
}

/// How the path to a member begins.
const MEMBERS: &str = "members/";

/// Copies are alike without a look at their text.
impl PartialEq for FactPath {
    fn eq(&self, other: &Self) -> bool {
        match (&self.0, &other.0) {
            (Place::OfMember(id, key), Place::OfMember(other_id, other_key)) => {
                key == other_key && (Arc::ptr_eq(id, other_id) || id == other_id)
            }
            (Place::OfMember(id, key), _) => other.whole().is_some_and(|path| leads_to(path, id, key)),
            (_, Place::OfMember(id, key)) => self.whole().is_some_and(|path| leads_to(path, id, key)),
            _ => self.whole() == other.whole(),
        }
    }
}

/// Whether a path is that of a member's fact.
fn leads_to(path: &str, id: &str, key: &str) -> bool {
    let of_member = path.strip_prefix(MEMBERS).and_then(|rest| rest.strip_prefix(id));
    of_member.and_then(|rest| rest.strip_prefix('/')) == Some(key)
}

impl Eq for FactPath {}

impl PartialOrd for FactPath {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for FactPath {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Place::OfMember(id, key), Place::OfMember(other_id, other_key)) if Arc::ptr_eq(id, other_id) => {
                key.cmp(other_key)
            }
            // Where neither id begins with the other, what follows them does not matter.
            (Place::OfMember(id, _), Place::OfMember(other_id, _)) => {
                let differing = id.bytes().zip(other_id.bytes()).find(|(one, other)| one != other);
                differing.map_or_else(|| self.bytes().cmp(other.bytes()), |(one, other)| one.cmp(&other))
            }
            _ => match (self.whole(), other.whole()) {
                (Some(path), Some(other)) => path.cmp(other),
                _ => self.bytes().cmp(other.bytes()),
            },
        }
    }
}

impl Hash for FactPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes().for_each(|byte| state.write_u8(byte));
        state.write_u8(0xFF);
    }
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.pieces().into_iter().try_for_each(|piece| f.write_str(piece))
    }
}

impl From<&str> for FactPath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}

#[cfg(test)]
mod tests {
    use std::hash::DefaultHasher;

    use super::*;

    #[test]
    fn the_same_text_is_the_same_place_however_it_was_put_together() {
        let table = [
            "members/m1/uscc",
            "members/m1/name",
            "members/m12/name",
            "members/m1-2/name",
            "members/m2/uscc",
            "members/m1",
            "members",
            "alliance/name",
            "",
            "members//uscc",
        ];
        let fixed = table.map(FactPath::fixed);
        let written = table.map(FactPath::new);
        let of_member = |path: &FactPath| {
            let id = path.member_id()?.to_owned();
            ["uscc", "name"].into_iter().find(|key| *key == path.key()).map(|key| FactPath::member(id, key))
        };
        for (one, text) in written.iter().zip(table) {
            assert_eq!((one.text(), one.to_string()), (text.into(), text.to_owned()));
        }
        let shared: Arc<str> = "m1".into();
        let of_members: Vec<FactPath> = fixed
            .iter()
            .filter_map(of_member)
            .chain(["name", "uscc"].map(|key| FactPath::member(Arc::clone(&shared), key)))
            .collect();
        assert_eq!(of_members.len(), 8);
        let all: Vec<&FactPath> = fixed.iter().chain(&written).chain(&of_members).collect();
        for (one, other) in all.iter().flat_map(|one| all.iter().map(move |other| (*one, *other))) {
            assert_eq!(one == other, one.text() == other.text(), "{one} and {other}");
            assert_eq!(one.cmp(other), one.text().cmp(&other.text()), "{one} and {other}");
        }
        let hash = |path: &FactPath| {
            let mut hasher = DefaultHasher::new();
            path.hash(&mut hasher);
            hasher.finish()
        };
        let put_together = fixed.iter().filter_map(of_member).chain(fixed.clone());
        for path in put_together {
            assert_eq!(hash(&path), hash(&FactPath::new(&*path.text())), "{path}");
        }
    }

    #[test]
    fn a_path_tells_its_part_its_member_and_its_key() {
        // path, section, member, key
        let table = [
            ("members/m1/uscc", Some(Section::Members), Some("m1"), "uscc"),
            ("members/m1", Some(Section::Members), Some("m1"), "m1"),
            ("members", Some(Section::Members), None, "members"),
            ("charter/clause/purpose", Some(Section::Charter), None, "purpose"),
            ("attachments/a1", Some(Section::Materials), None, "a1"),
            ("nowhere", None, None, "nowhere"),
        ];
        for (text, section, member, key) in table {
            let path = FactPath::new(text);
            assert_eq!((path.section(), path.member_id(), path.key()), (section, member, key), "{text}");
        }
        let of_member = FactPath::member("m1", "uscc");
        assert_eq!(
            (of_member.section(), of_member.member_id(), of_member.key()),
            (Some(Section::Members), Some("m1"), "uscc")
        );
    }
}
