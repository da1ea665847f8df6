//! The dossier as a whole, and how its facts are addressed.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::Fact;
use super::format::{FORMAT, VERSION};
use super::question::{Applies, Question};
use super::values::Field;
use super::{Alliance, Attachment, CharterDraft, FactPath, Materials, Member, Members, Secretariat, Setup};

/// Everything the founders know of their alliance.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Dossier {
    pub(super) format: String,
    pub(super) version: u64,
    /// 联盟基本情况.
    #[serde(default)]
    pub alliance: Alliance,
    /// 成员单位, in the order of the list.
    #[serde(default)]
    pub members: Members,
    /// 秘书处 (Article 23).
    #[serde(default)]
    pub secretariat: Secretariat,
    /// 组建程序 (Article 17).
    #[serde(default)]
    pub setup: Setup,
    /// 联盟章程 (Article 18).
    #[serde(default)]
    pub charter: CharterDraft,
    /// 备案材料 (Article 20).
    #[serde(default)]
    pub materials: Materials,
    /// What was attached; the bytes are kept outside.
    #[serde(default)]
    pub attachments: Vec<Attachment>,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for Dossier {
    fn default() -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            alliance: Alliance::default(),
            members: Members::default(),
            secretariat: Secretariat::default(),
            setup: Setup::default(),
            charter: CharterDraft::default(),
            materials: Materials::default(),
            attachments: Vec::new(),
            extra: Map::new(),
        }
    }
}

impl Dossier {
    /// The dossier as it is handed in: a filing is public, and what the founders say among themselves is not.
    #[must_use]
    pub fn for_filing(&self) -> Self {
        let mut handed_in = self.clone();
        handed_in.charter.comments.clear();
        handed_in
    }

    /// The member with this id.
    #[must_use]
    pub fn member(&self, id: &str) -> Option<&Member> {
        self.members.of_id(id)
    }

    /// The fact at a path; `None` where the path leads to no single fact.
    #[must_use]
    pub fn fact(&self, path: &FactPath) -> Option<&dyn Fact> {
        match path.steps() {
            ("alliance", Some(key), None) => self.alliance.fact(key),
            ("secretariat", Some(key), None) => self.secretariat.fact(key),
            ("setup", Some(key), None) => self.setup.fact(key),
            ("materials", Some(key), None) => self.materials.fact(key),
            ("members", Some(id), Some(key)) => self.member(id)?.fact(key),
            _ => None,
        }
    }

    /// The fact at a path, to be answered.
    pub fn fact_mut(&mut self, path: &FactPath) -> Option<&mut dyn Fact> {
        match path.steps() {
            ("alliance", Some(key), None) => self.alliance.fact_mut(key),
            ("secretariat", Some(key), None) => self.secretariat.fact_mut(key),
            ("setup", Some(key), None) => self.setup.fact_mut(key),
            ("materials", Some(key), None) => self.materials.fact_mut(key),
            ("members", Some(id), Some(key)) => self.members.of_id_mut(id)?.fact_mut(key),
            _ => None,
        }
    }

    /// The question that asks for the fact at a path.
    #[must_use]
    pub fn question(path: &FactPath) -> Option<&'static Question> {
        let questions = match path.steps().0 {
            "alliance" => Alliance::QUESTIONS,
            "members" => Member::QUESTIONS,
            "secretariat" => Secretariat::QUESTIONS,
            "setup" => Setup::QUESTIONS,
            "materials" => Materials::QUESTIONS,
            _ => return None,
        };
        questions.iter().find(|question| question.key == path.key())
    }

    /// Whether a question is asked at all, given what is known.
    #[must_use]
    pub fn asks(&self, question: &Question, member: Option<&Member>) -> bool {
        match question.applies {
            Applies::Always => true,
            Applies::LeadUnits => member.is_some_and(Member::is_lead),
            Applies::OtherField => self.alliance.field.given() == Some(&Field::Other),
        }
    }

    /// Whether something is wanting while this is blank: of a unit from outside the mainland no credit code is.
    #[must_use]
    pub fn wants(&self, question: &Question, member: Option<&Member>) -> bool {
        let has_none = question.key == "uscc" && member.is_some_and(Member::is_foreign);
        !question.optional && !has_none && self.asks(question, member)
    }

    /// Whether the fact at a path is asked for at all, given what is known.
    #[must_use]
    pub fn is_asked(&self, path: &FactPath) -> bool {
        let member = path.member_id().and_then(|id| self.member(id));
        Self::question(path).is_some_and(|question| self.asks(question, member))
    }

    /// The first member that is the 理事长单位.
    #[must_use]
    pub fn chair(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.role.given().is_some_and(|role| role.is_chair()))
    }

    /// The first member that is the 秘书长单位.
    #[must_use]
    pub fn secretary(&self) -> Option<&Member> {
        self.members.iter().find(|member| member.role.given().is_some_and(|role| role.is_secretary()))
    }
}
