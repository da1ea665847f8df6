//! What the founders decided about their charter: choices among alternatives, and their own words; and what they say of it
//! among themselves.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The founders' changes to the model charter. Which choices and clauses exist is the `charter` room's knowledge.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct CharterDraft {
    /// Choice id → option id; a choice not named here has its default.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub choices: BTreeMap<String, String>,
    /// Clause id → the founders' wording in place of the model's.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub edited: BTreeMap<String, String>,
    /// Clauses switched off, model or own, by id.
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    pub off: BTreeSet<String>,
    /// Clauses the founders added.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<OwnClause>,
    /// Chapter number → clause ids in the founders' order; clauses not named follow in the model's order.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub order: BTreeMap<u8, Vec<String>>,
    /// What the founders say of clauses among themselves, in the order in which it was said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub comments: Vec<Comment>,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// 批注: what a founder says of a clause to the others. It travels in drafts, never into a document or a filing bundle.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Comment {
    /// Stable id, handed in.
    pub id: String,
    /// The clause it is about, by id; it is kept where there is no such clause.
    pub clause: String,
    /// Who says it, as he signs.
    pub author: String,
    /// The day.
    pub on: NaiveDate,
    /// What is said.
    pub text: String,
    /// 已解决.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub resolved: bool,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}

/// A clause that the founders wrote themselves.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct OwnClause {
    /// Stable id, handed in.
    pub id: String,
    /// The chapter it stands in, 1 to 9.
    pub chapter: u8,
    /// Its wording; blanks may be used as in the model's clauses.
    pub text: String,
    /// Fields this version does not know, kept as they came.
    #[serde(flatten)]
    pub extra: serde_json::Map<String, serde_json::Value>,
}
