//! Where a fact stands in the dossier, so that a finding can name it and a screen can open it.

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
/// Copies share the text.
#[derive(Debug, Clone, Eq, PartialOrd, Ord)]
pub struct FactPath(Arc<str>);

impl FactPath {
    /// The path as written; whether it leads anywhere is for [`super::Dossier::fact`] to say.
    #[must_use]
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// A fact of the member with this id.
    #[must_use]
    pub fn member(id: &str, key: &str) -> Self {
        Self(["members/", id, "/", key].concat().into())
    }

    /// The path as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part of the dossier it lies in.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        match self.0.split('/').next()? {
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
        self.0.strip_prefix("members/").and_then(|rest| rest.split('/').next())
    }

    /// The last step: the fact's key.
    #[must_use]
    pub fn key(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or(&self.0)
    }
}

/// Copies are alike without a look at them.
impl PartialEq for FactPath {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0 == other.0
    }
}

impl Hash for FactPath {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}

impl fmt::Display for FactPath {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl From<&str> for FactPath {
    fn from(path: &str) -> Self {
        Self::new(path)
    }
}
