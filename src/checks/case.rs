//! The dossier on a day: its member units told apart and its charter put together, once for all checks.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::words::{clipped, quoted};
use crate::charter::{Charter, assemble};
use crate::dossier::{Dossier, Fact, FactPath, Member, Question};
use crate::identifiers::{Uscc, compact};
use crate::language::{Message, label};
use crate::message;

/// What the checks look at.
pub(super) struct Case<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The day of the assessment.
    pub today: NaiveDate,
    /// The charter as it stands.
    pub charter: Charter,
    /// 成员单位, each once: the rows that have a name or a code and repeat no earlier one.
    pub units: Vec<&'a Member>,
    /// Rows that repeat an earlier one.
    pub repeats: Vec<Repeat<'a>>,
    /// Rows without name and code: units that are not known yet.
    pub nameless: Vec<&'a Member>,
    /// Id → number of the row, from 1.
    rows: BTreeMap<&'a str, usize>,
}

/// A row that looks like an earlier one.
pub(super) struct Repeat<'a> {
    /// The later row.
    pub row: &'a Member,
    /// The earlier one.
    pub of: &'a Member,
    /// What they share.
    pub likeness: Likeness,
}

/// What two rows share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Likeness {
    /// The code: certainly one unit.
    Code,
    /// The name, and one of them has no readable code: taken for one unit.
    Name,
    /// The name, but with two codes: taken for two units.
    NameOnly,
}

impl<'a> Case<'a> {
    /// Tells the members apart and puts the charter together.
    pub fn new(dossier: &'a Dossier, today: NaiveDate) -> Self {
        let mut case = Self {
            dossier,
            today,
            charter: assemble(dossier),
            units: Vec::new(),
            repeats: Vec::new(),
            nameless: Vec::new(),
            rows: BTreeMap::new(),
        };
        let mut by_code: BTreeMap<&Uscc, &Member> = BTreeMap::new();
        let mut by_name: BTreeMap<String, &Member> = BTreeMap::new();
        for (member, number) in dossier.members.iter().zip(1..) {
            case.rows.entry(&member.id).or_insert(number);
            let code = member.uscc.given();
            let name = member.name.given().map(|name| comparable(name.as_str())).filter(|name| !name.is_empty());
            let alike =
                match (code.and_then(|code| by_code.get(code)), name.as_ref().and_then(|name| by_name.get(name))) {
                    (Some(of), _) => Some(Repeat { row: member, of, likeness: Likeness::Code }),
                    (None, Some(of)) if code.is_some() && of.uscc.given().is_some() => {
                        Some(Repeat { row: member, of, likeness: Likeness::NameOnly })
                    }
                    (None, Some(of)) => Some(Repeat { row: member, of, likeness: Likeness::Name }),
                    (None, None) => None,
                };
            if code.is_none() && name.is_none() {
                case.nameless.push(member);
            } else if alike.as_ref().is_none_or(|repeat| repeat.likeness == Likeness::NameOnly) {
                case.units.push(member);
            }
            case.repeats.extend(alike);
            if let Some(code) = code {
                by_code.entry(code).or_insert(member);
            }
            if let Some(name) = name {
                by_name.entry(name).or_insert(member);
            }
        }
        case
    }

    /// What a member is called in a sentence: its name, or its row while it has none.
    pub fn called(&self, member: &Member) -> Message {
        match member.name.given() {
            Some(name) => {
                let name = quoted(name.as_str());
                message!("{name}", "{name}")
            }
            None => {
                let row = self.rows.get(member.id.as_str()).copied().unwrap_or_default();
                let code = member.uscc.given().map(|code| clipped(code.as_str())).unwrap_or_default();
                message!("第{row}行成员（未填名称）{code}", "the member in row {row} (no name yet) {code}")
            }
        }
    }

    /// The 理事长单位 and the 秘书长单位: every row that has such a role.
    pub fn leads(&self) -> impl Iterator<Item = Lead<'a>> {
        self.dossier
            .members
            .iter()
            .filter(|member| member.is_lead())
            .map(|member| Lead { member, who: self.lead_called(member) })
    }

    /// What a leading unit is called: 理事长单位“…”.
    fn lead_called(&self, member: &Member) -> Message {
        let title = member.role.given().map_or(label("", ""), |role| role.label());
        let (name, title_zh, title_en) = (self.called(member), title.zh, title.en.to_lowercase());
        Message { zh: format!("{title_zh}{}", name.zh), en: format!("{title_en} {}", name.en) }
    }

    /// What turns the rows without name and code into units that can be judged.
    pub fn names_not_given(&self) -> impl Iterator<Item = FactPath> {
        self.nameless.iter().map(|member| FactPath::member(&member.id, "name"))
    }

    /// Every fact that is asked for, part by part, then member by member.
    pub fn asked(&self) -> impl Iterator<Item = Asked<'a>> {
        let dossier = self.dossier;
        let of = |part, member| move |(question, fact)| Asked { member, part, question, fact };
        let parts = dossier
            .alliance
            .facts()
            .map(of("alliance", None))
            .chain(dossier.secretariat.facts().map(of("secretariat", None)))
            .chain(dossier.setup.facts().map(of("setup", None)))
            .chain(dossier.materials.facts().map(of("materials", None)));
        let members = dossier.members.iter().flat_map(move |member| member.facts().map(of("members", Some(member))));
        parts.chain(members).filter(move |asked| dossier.asks(asked.question, asked.member))
    }

    /// The facts that would tell which member has a role that none has: the roles not answered, or the list itself.
    pub fn open_roles(&self) -> Vec<FactPath> {
        let open: Vec<_> = self
            .dossier
            .members
            .iter()
            .filter(|member| member.role.given().is_none())
            .map(|member| FactPath::member(&member.id, "role"))
            .collect();
        if open.is_empty() { vec![FactPath::new("members")] } else { open }
    }
}

/// A fact that is asked for, and its question.
pub(super) struct Asked<'a> {
    /// The member it belongs to, if it is a member's.
    pub member: Option<&'a Member>,
    /// The part of the dossier, where it is no member's.
    pub part: &'static str,
    /// The question.
    pub question: &'static Question,
    /// The fact.
    pub fact: &'a dyn Fact,
}

impl Asked<'_> {
    /// Where it stands.
    pub fn path(&self) -> FactPath {
        match self.member {
            Some(member) => FactPath::member(&member.id, self.question.key),
            None => FactPath::new(format!("{}/{}", self.part, self.question.key)),
        }
    }

    /// What it is called in a sentence: “…”的“联系人电话”.
    pub fn called(&self, case: &Case) -> Message {
        let (label, label_en) = (self.question.label.zh, self.question.label.en);
        match self.member.map(|member| case.called(member)) {
            Some(Message { zh, en }) => message!("{zh}的“{label}”", "“{label_en}” of {en}"),
            None => message!("“{label}”", "“{label_en}”"),
        }
    }
}

/// A unit of which Article 16(一) speaks.
pub(super) struct Lead<'a> {
    /// Its row.
    pub member: &'a Member,
    /// What it is called in a sentence.
    pub who: Message,
}

/// A name as it is compared: half-width, without blanks, in lower case.
pub(super) fn comparable(name: &str) -> String {
    compact(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::testing::{TODAY, edited};

    #[test]
    fn a_unit_counts_once_however_often_it_is_listed() {
        // edits, units, repeats, rows without name and code
        let table: &[(&[&str], usize, usize, usize)] = &[
            (&[], 12, 0, 0),
            (&["copy m12"], 12, 1, 0),
            (&["copy m12", "members/m12-copy/name ="], 12, 1, 0),
            (&["copy m12", "members/m12-copy/uscc ="], 12, 1, 0),
            (&["copy m12", "members/m12-copy/uscc = 123"], 12, 1, 0),
            (
                &["copy m12", "members/m12-copy/uscc =", "members/m12-copy/name = 万宁市 示例镇样例村 股份经济合作社"],
                12,
                1,
                0,
            ),
            (&["copy m12", "members/m12-copy/uscc = 91460200YLDW00015Q"], 12, 1, 0),
            (&["copy m12", "members/m12-copy/uscc = 91460000YLDW009983"], 13, 1, 0),
            (&["copy m12", "members/m12-copy/name =", "members/m12-copy/uscc ="], 12, 0, 1),
            (&["empty"], 0, 0, 0),
        ];
        for (edits, units, repeats, nameless) in table {
            let dossier = edited(edits);
            let case = Case::new(&dossier, TODAY);
            assert_eq!(
                (case.units.len(), case.repeats.len(), case.nameless.len()),
                (*units, *repeats, *nameless),
                "{edits:?}"
            );
        }
    }

    #[test]
    fn brackets_blanks_and_width_do_not_make_another_name() {
        assert_eq!(comparable("示例（海南）有限公司 ＡＢ"), comparable("示例(海南) 有限公司ab"));
        assert_ne!(comparable("示例公司"), comparable("样例公司"));
    }
}
