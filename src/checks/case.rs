//! The dossier on a day: its member units told apart and its charter put together, once for all checks.

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use super::facts::Units;
use super::first::First;
use super::kept::CharterRead;
use super::row::Row;
use crate::dossier::{Dossier, Fact, FactPath, Question, Role};
use crate::identifiers::{compact, half_width, is_blank};
use crate::language::{Message, label};
use crate::message;

/// What the checks look at.
pub(super) struct Case<'a> {
    /// The dossier.
    pub dossier: &'a Dossier,
    /// The day of the assessment.
    pub today: NaiveDate,
    /// The charter as it stands, and what there is to say of it.
    pub charter: &'a CharterRead,
    /// The members, in their order.
    pub rows: &'a [Arc<Row>],
    /// 成员单位, each once: the rows that have a name or a code and repeat no earlier one.
    pub units: Vec<&'a Arc<Row>>,
    /// Their ids.
    pub ids: Units,
    /// Rows that repeat an earlier one.
    pub repeats: Vec<Repeat<'a>>,
    /// Rows without name and code: units that are not known yet.
    pub nameless: Vec<&'a Arc<Row>>,
    /// The 理事长单位 and the 秘书长单位: every row that has such a role.
    pub leads: Vec<Lead<'a>>,
}

/// A row that looks like an earlier one.
pub(super) struct Repeat<'a> {
    /// The later row.
    pub row: &'a Row,
    /// The earlier one.
    pub of: &'a Row,
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
    /// Tells the members apart. The ids of the units are those that were told before, where they are the same.
    pub fn new(
        dossier: &'a Dossier,
        today: NaiveDate,
        rows: &'a [Arc<Row>],
        charter: &'a CharterRead,
        ids_before: &Units,
    ) -> Self {
        let mut case = Self {
            dossier,
            today,
            charter,
            rows,
            units: Vec::with_capacity(rows.len()),
            ids: Units::default(),
            repeats: Vec::new(),
            nameless: Vec::new(),
            leads: Vec::new(),
        };
        let (mut by_code, mut by_name) = (First::of(rows.len()), First::of(rows.len()));
        for shared in rows {
            let row = shared.as_ref();
            let code = row.uscc.given();
            let same_code =
                code.and_then(|code| by_code.seek(row, row.code_hash, |other: &Row| other.uscc.given() == Some(code)));
            let same_name = row
                .is_named()
                .then(|| by_name.seek(row, row.name_hash, |other: &Row| other.comparable() == row.comparable()));
            let alike = match (same_code, same_name.flatten()) {
                (Some(of), _) => Some(Repeat { row, of, likeness: Likeness::Code }),
                (None, Some(of)) if code.is_some() && of.uscc.given().is_some() => {
                    Some(Repeat { row, of, likeness: Likeness::NameOnly })
                }
                (None, Some(of)) => Some(Repeat { row, of, likeness: Likeness::Name }),
                (None, None) => None,
            };
            if code.is_none() && !row.is_named() {
                case.nameless.push(shared);
            } else if alike.as_ref().is_none_or(|repeat| repeat.likeness == Likeness::NameOnly) {
                case.units.push(shared);
            }
            case.repeats.extend(alike);
            if row.is_lead() {
                case.leads.push(Lead { member: shared, who: called_by_title(row) });
            }
        }
        let ids = || case.units.iter().map(|row| row.shared_id());
        case.ids = if ids().eq(ids_before.iter()) { Arc::clone(ids_before) } else { ids().cloned().collect() };
        case
    }

    /// The ids of those units; where it is all of them, they are shared.
    pub fn ids_of(&self, those: impl Fn(&Row) -> bool) -> Units {
        if self.units.iter().all(|row| those(row)) {
            return Arc::clone(&self.ids);
        }
        self.units.iter().filter(|row| those(row)).map(|row| Arc::clone(row.shared_id())).collect()
    }

    /// The first member that is the 理事长单位.
    pub fn chair(&self) -> Option<&'a Row> {
        self.first_lead(|role| role.is_chair())
    }

    /// The first member that is the 秘书长单位.
    pub fn secretary(&self) -> Option<&'a Row> {
        self.first_lead(|role| role.is_secretary())
    }

    fn first_lead(&self, has: fn(Role) -> bool) -> Option<&'a Row> {
        let mut leads = self.leads.iter().map(|lead| lead.member.as_ref());
        leads.find(|member| member.role.given().is_some_and(|role| has(*role)))
    }

    /// The first row with this id.
    pub fn row(&self, id: &str) -> Option<&'a Row> {
        self.rows.iter().map(Arc::as_ref).find(|row| row.id == id)
    }

    /// What turns the rows without name and code into units that can be judged.
    pub fn names_not_given(&self) -> impl Iterator<Item = FactPath> {
        self.nameless.iter().map(|row| row.path("name"))
    }

    /// The facts that would tell which member has a role that none has: the roles not answered, or the list itself.
    pub fn open_roles(&self) -> Vec<FactPath> {
        let open = self.rows.iter().filter(|row| row.role.given().is_none());
        let open: Vec<_> = open.map(|row| row.path("role")).collect();
        if open.is_empty() { vec![FactPath::new("members")] } else { open }
    }
}

/// A fact that is asked for, and its question, on a day.
pub(super) struct Asked<'a> {
    /// The member it belongs to, if it is a member's.
    pub row: Option<&'a Row>,
    /// The part of the dossier, where it is no member's.
    pub part: &'static str,
    /// The question.
    pub question: &'static Question,
    /// The fact.
    pub fact: &'a dyn Fact,
    /// The day of the assessment.
    pub today: NaiveDate,
}

impl<'a> Asked<'a> {
    /// Every fact of the dossier that is asked for and is no member's, part by part.
    pub fn of_parts(dossier: &'a Dossier, today: NaiveDate) -> impl Iterator<Item = Self> {
        let of = move |part| move |(question, fact)| Asked { row: None, part, question, fact, today };
        dossier
            .alliance
            .facts()
            .map(of("alliance"))
            .chain(dossier.secretariat.facts().map(of("secretariat")))
            .chain(dossier.setup.facts().map(of("setup")))
            .chain(dossier.materials.facts().map(of("materials")))
            .filter(|asked| dossier.asks(asked.question, None))
    }

    /// Where it stands.
    pub fn path(&self) -> FactPath {
        match self.row {
            Some(row) => row.path(self.question.key),
            None => FactPath::new(format!("{}/{}", self.part, self.question.key)),
        }
    }

    /// What it is called in a sentence: “…”的“联系人电话”.
    pub fn called(&self) -> Message {
        let (label, label_en) = (self.question.label.zh, self.question.label.en);
        match self.row.map(Row::called) {
            Some(Message { zh, en }) => message!("{zh}的“{label}”", "“{label_en}” of {en}"),
            None => message!("“{label}”", "“{label_en}”"),
        }
    }
}

/// A unit of which Article 16(一) speaks.
pub(super) struct Lead<'a> {
    /// Its row.
    pub member: &'a Arc<Row>,
    /// What it is called in a sentence: 理事长单位“…”.
    pub who: Message,
}

/// What a leading unit is called: 理事长单位“…”.
fn called_by_title(row: &Row) -> Message {
    let title = row.role.given().map_or(label("", ""), |role| role.label());
    let (name, title_zh, title_en) = (row.called(), title.zh, title.en.to_lowercase());
    Message { zh: format!("{title_zh}{}", name.zh), en: format!("{title_en} {}", name.en) }
}

/// A name as it is compared: half-width, without blanks, in lower case.
pub(super) fn comparable(name: &str) -> Cow<'_, str> {
    // What most names consist of is left alone; of other characters none below U+4000 begins with these bytes.
    if name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'z' | 0x80..=0xBF | 0xE4..=0xE9)) {
        return Cow::Borrowed(name);
    }
    Cow::Owned(compact(name).to_lowercase())
}

/// With what a name begins as it is compared.
pub(super) fn initial(name: &str) -> Option<char> {
    // Chinese characters know neither case nor width; finding that out for each costs more than all the rest.
    if let Some(first @ '\u{4E00}'..='\u{9FFF}') = name.chars().next() {
        return Some(first);
    }
    let first = name.chars().find(|character| !is_blank(*character))?;
    half_width(first).to_lowercase().next()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::Assessor;
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
            let mut assessor = Assessor::default();
            let case = assessor.case(&dossier, TODAY);
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
