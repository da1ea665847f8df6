//! What was told of a dossier, kept for the next time: after a change only that is told anew which the change touches.
//!
//! What concerns one member is kept with its [`Row`], as long as the list holds the very same member. What concerns the
//! whole is kept by what it reads: see [`Reads`]. [`Assessor::assess`] gives always what a new assessor would give, and
//! tests hold every kind of change against that.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::case::Case;
use super::facts::Units;
use super::row::Row;
use super::{Assessment, Finding, Outcome, Rule, charter, consistency, eligibility, materials};
use crate::charter::{assemble, reads_members};
use crate::dossier::{Alliance, CharterDraft, Dossier, Materials, Member, Secretariat, Setup};

/// What a check reads of a dossier. Each is told anew only when that has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reads {
    /// The parts that are no list: alliance, secretariat, steps, materials and the charter's draft; and the day.
    Parts,
    /// These, and the 理事长单位 and the 秘书长单位.
    Leads,
    /// Anything.
    All,
}

/// What was told, each by its place.
pub(super) struct Kept<T>(Vec<Option<(Reads, T)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Clone> Kept<T> {
    /// What is kept in a place, or what is told now.
    pub fn take(&mut self, place: usize, reads: Reads, tell: impl FnOnce() -> T) -> T {
        if reads == Reads::All {
            return tell();
        }
        if self.0.len() <= place {
            self.0.resize_with(place + 1, || None);
        }
        match self.0.get_mut(place) {
            Some(Some((_, told))) => told.clone(),
            Some(empty) => empty.insert((reads, tell())).1.clone(),
            None => tell(),
        }
    }

    /// Forgets what reads that, or more.
    fn forget(&mut self, changed: Reads) {
        self.0
            .iter_mut()
            .filter(|kept| kept.as_ref().is_some_and(|(reads, _)| *reads >= changed))
            .for_each(|kept| *kept = None);
    }
}

/// The parts of a dossier that are no list, and the day.
#[derive(PartialEq)]
struct Parts {
    today: NaiveDate,
    alliance: Alliance,
    secretariat: Secretariat,
    setup: Setup,
    materials: Materials,
    charter: CharterDraft,
}

impl Parts {
    fn of(dossier: &Dossier, today: NaiveDate) -> Self {
        Self {
            today,
            alliance: dossier.alliance.clone(),
            secretariat: dossier.secretariat.clone(),
            setup: dossier.setup.clone(),
            materials: dossier.materials.clone(),
            charter: dossier.charter.clone(),
        }
    }

    fn are_those_of(&self, dossier: &Dossier, today: NaiveDate) -> bool {
        self.today == today
            && self.alliance == dossier.alliance
            && self.secretariat == dossier.secretariat
            && self.setup == dossier.setup
            && self.materials == dossier.materials
            && self.charter == dossier.charter
    }
}

/// A member in its row.
type Placed = (usize, Arc<Member>);

/// A charter, and what there is to say of it.
pub(super) struct CharterRead {
    /// Its faults.
    pub faults: Vec<Finding>,
    /// Whether it is there, and says what it is to say.
    pub outcome: Outcome,
    /// How many members there were.
    members: usize,
}

impl CharterRead {
    fn of(dossier: &Dossier) -> Self {
        let charter = assemble(dossier);
        Self {
            faults: charter::faults(dossier, &charter),
            outcome: charter::outcome(dossier, &charter),
            members: dossier.members.len(),
        }
    }
}

/// Assesses dossiers, and keeps what it told of the last one: the next is assessed the faster, the more it is like it.
#[derive(Default)]
pub struct Assessor {
    parts: Option<Parts>,
    /// What was found in single facts of the parts.
    in_parts: Vec<(usize, Finding)>,
    rows: Vec<Arc<Row>>,
    /// The ids of the 成员单位; as long as they stay, what was told of all is alike at a glance.
    ids: Units,
    /// The units of [`Reads::Leads`], each with its row.
    leads: Vec<Placed>,
    charter: Option<CharterRead>,
    outcomes: Kept<Option<Outcome>>,
    findings: Kept<Vec<Finding>>,
    items: Kept<materials::Needs>,
}

impl Assessor {
    /// Everything that the checks say of `dossier` on the day `today`: the same as [`super::assess`].
    pub fn assess(&mut self, dossier: &Dossier, today: NaiveDate) -> Assessment {
        self.forget_changes(dossier, today);
        let charter = self.charter.get_or_insert_with(|| CharterRead::of(dossier));
        let case = Case::new(dossier, today, &self.rows, charter, &self.ids);
        self.ids = Arc::clone(&case.ids);
        let mut findings = consistency::findings(&case, &mut self.findings, &self.in_parts);
        findings.extend(charter.faults.iter().cloned());
        findings.sort_by_key(|finding| finding.severity);
        Assessment {
            outcomes: eligibility::outcomes(&case, &mut self.outcomes),
            findings,
            materials: materials::items(&case, &mut self.items),
        }
    }

    /// What one requirement comes to, if it concerns this alliance.
    pub(super) fn outcome(&mut self, dossier: &Dossier, today: NaiveDate, rule: &Rule) -> Option<Outcome> {
        eligibility::outcome(&self.case(dossier, today), rule)
    }

    /// The case of a dossier.
    pub(super) fn case<'a>(&'a mut self, dossier: &'a Dossier, today: NaiveDate) -> Case<'a> {
        self.forget_changes(dossier, today);
        let charter = self.charter.get_or_insert_with(|| CharterRead::of(dossier));
        Case::new(dossier, today, &self.rows, charter, &self.ids)
    }

    /// Forgets what no longer holds, and reads the rows that have changed.
    fn forget_changes(&mut self, dossier: &Dossier, today: NaiveDate) {
        if !self.parts.as_ref().is_some_and(|parts| parts.are_those_of(dossier, today)) {
            if self.parts.as_ref().is_some_and(|parts| parts.today != today) {
                self.rows.clear();
            }
            self.parts = Some(Parts::of(dossier, today));
            self.in_parts = consistency::of_parts(dossier, today);
            self.forget(Reads::Parts);
        }
        self.read_rows(dossier, today);
        if self.leads_change(dossier) {
            self.forget(Reads::Leads);
        } else if self.charter.as_ref().is_some_and(|charter| charter.members != dossier.members.len())
            || reads_members(&dossier.charter)
        {
            self.charter = None;
        }
    }

    /// Forgets what reads that, or more.
    fn forget(&mut self, changed: Reads) {
        self.charter = None;
        self.outcomes.forget(changed);
        self.findings.forget(changed);
        self.items.forget(changed);
    }

    /// Keeps the rows whose members are the very same, above and below of what changed and wherever else they stand now.
    fn read_rows(&mut self, dossier: &Dossier, today: NaiveDate) {
        let attached: BTreeSet<&str> =
            dossier.attachments.iter().filter_map(|attachment| attachment.member.as_deref()).collect();
        let is_attached = |member: &Member| attached.contains(member.id.as_str());
        let members = dossier.members.as_slice();
        let same = |(row, (place, member)): &(&Arc<Row>, (usize, &Arc<Member>))| {
            row.is_of(member, place + 1, is_attached(member))
        };
        let numbered = || members.iter().enumerate();
        let above = self.rows.iter().zip(numbered()).take_while(same).count();
        let most_below = self.rows.len().min(members.len()) - above;
        let below = self.rows.iter().rev().zip(numbered().rev()).take(most_below).take_while(same).count();

        let tail = self.rows.split_off(self.rows.len() - below);
        let moved: BTreeMap<*const Member, Arc<Row>> =
            self.rows.drain(above..).map(|row| (Arc::as_ptr(row.member()), row)).collect();
        let between = numbered().skip(above).take(members.len() - above - below);
        self.rows.extend(between.map(|(place, member)| match moved.get(&Arc::as_ptr(member)) {
            Some(row) if same(&(row, (place, member))) => Arc::clone(row),
            _ => Arc::new(Row::read(member, place + 1, is_attached(member), today)),
        }));
        self.rows.extend(tail);
    }

    /// Whether the leading units are others than before, or there is none and any row may tell which.
    fn leads_change(&mut self, dossier: &Dossier) -> bool {
        let leads: Vec<Placed> = dossier
            .members
            .as_slice()
            .iter()
            .enumerate()
            .filter(|(_, member)| member.is_lead())
            .map(|(place, member)| (place, Arc::clone(member)))
            .collect();
        let same = |(one, other): (&Placed, &Placed)| one.0 == other.0 && Arc::ptr_eq(&one.1, &other.1);
        let stay = leads.len() == self.leads.len() && leads.iter().zip(&self.leads).all(same);
        self.leads = leads;
        !stay || dossier.chair().is_none() || dossier.secretary().is_none()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    use super::*;
    use crate::charter::edit;
    use crate::checks::assess;
    use crate::checks::testing::TODAY;
    use crate::dossier::{Attachment, FactPath, MediaType, Question, Turn, sample};

    /// One thing that founders do.
    #[derive(Debug, Clone)]
    enum Deed {
        /// Types something for a fact of a part, or of a member.
        Type(Option<Index>, Index, &'static str),
        /// Types for a fact of a member what the sample says of another.
        Copy(Index, Index, Index),
        Add,
        Repeat(Index),
        Remove(Index),
        Swap(Index, Index),
        Attach(Index),
        Detach,
        Choose,
        Reword(&'static str),
        /// Goes back to how it was some deeds ago.
        Undo(Index),
        /// Lets a night pass.
        Sleep,
    }

    fn deeds() -> impl Strategy<Value = Deed> {
        let typed = select(
            &[
                "",
                "",
                "？？",
                "no",
                "yes",
                "unsure",
                "2030-01-01",
                "2020-02-03",
                "0",
                "7",
                "chair",
                "secretary",
                "chair-and-secretary",
                "member",
                "=1+1 <b>样例\u{200b}",
                "海南省海口市",
                "person-in-charge",
                "university",
                "other",
                "样例大学",
                "样例研究院",
            ][..],
        );
        let texts = select(
            &[
                "联盟具有独立法人资格。",
                "有{count/invention_patents}件专利，{count/members}家成员。",
                "[each member]\n{member/contact_name}\n[end]",
                "理事长单位住所：{chair/address}，见{ref voting}。",
            ][..],
        );
        let index = any::<Index>;
        prop_oneof![
            8 => (proptest::option::weighted(0.8, index()), index(), typed).prop_map(|(of, fact, typed)| Deed::Type(of, fact, typed)),
            3 => (index(), index(), index()).prop_map(|(to, from, fact)| Deed::Copy(to, from, fact)),
            1 => Just(Deed::Add),
            1 => index().prop_map(Deed::Repeat),
            2 => index().prop_map(Deed::Remove),
            1 => (index(), index()).prop_map(|(one, other)| Deed::Swap(one, other)),
            1 => index().prop_map(Deed::Attach),
            1 => Just(Deed::Detach),
            1 => Just(Deed::Choose),
            1 => texts.prop_map(Deed::Reword),
            1 => index().prop_map(Deed::Undo),
            1 => Just(Deed::Sleep),
        ]
    }

    /// The facts of members that checks of the whole read, twice as often as the others.
    fn fact_of(id: &str, fact: Index) -> FactPath {
        const READ: [&str; 12] = [
            "name",
            "uscc",
            "role",
            "category",
            "foreign",
            "in_hainan",
            "willing",
            "good_faith",
            "trademarks",
            "holdings_as_of",
            "licence_word",
            "head_name",
        ];
        let keys: Vec<&str> = Member::QUESTIONS.iter().map(|question| question.key).chain(READ.repeat(4)).collect();
        FactPath::member(id, keys.get(fact.index(keys.len())).unwrap())
    }

    fn part_fact(fact: Index) -> FactPath {
        let parts: [(&str, &[Question]); 4] = [
            ("alliance", Alliance::QUESTIONS),
            ("secretariat", Secretariat::QUESTIONS),
            ("setup", Setup::QUESTIONS),
            ("materials", Materials::QUESTIONS),
        ];
        let paths: Vec<FactPath> = parts
            .iter()
            .flat_map(|(part, questions)| questions.iter().map(move |one| FactPath::new(format!("{part}/{}", one.key))))
            .collect();
        fact.get(&paths).clone()
    }

    fn attachment(number: usize, member: &str) -> Attachment {
        Attachment {
            id: format!("a{number}"),
            material: None,
            member: Some(member.to_owned()),
            name: "证照.pdf".to_owned(),
            media_type: MediaType::Pdf,
            size: 1,
            crc32: 0,
            sha256: (number % 2).to_string(),
            turn: Turn::default(),
            inspection: None,
            extra: serde_json::Map::new(),
        }
    }

    fn does(dossier: &mut Dossier, deed: &Deed, number: usize) {
        let place = |index: &Index, dossier: &Dossier| index.index(dossier.members.len().max(1));
        let id = |index: &Index, dossier: &Dossier| {
            dossier.members.get(place(index, dossier)).map(|member| member.id.clone()).unwrap_or_default()
        };
        match deed {
            Deed::Type(of, fact, typed) => {
                let path = of.map_or_else(|| part_fact(*fact), |of| fact_of(&id(&of, dossier), *fact));
                if let Some(fact) = dossier.fact_mut(&path) {
                    fact.put(typed);
                }
            }
            Deed::Copy(to, from, fact) => {
                let from = fact_of(["m01", "m02", "m03", "m06"][from.index(4)], *fact);
                let text = sample().fact(&from).map(|fact| fact.text()).unwrap_or_default();
                if let Some(fact) =
                    dossier.fact_mut(&FactPath::new(format!("members/{}/{}", id(to, dossier), from.key())))
                {
                    fact.put(&text);
                }
            }
            Deed::Add => dossier.members.push(Member { id: format!("new{number}"), ..Member::default() }),
            Deed::Repeat(of) => {
                if let Some(like) = dossier.members.get(place(of, dossier)).cloned() {
                    let member = Member { id: format!("new{number}"), ..like };
                    dossier.members.insert(place(of, dossier) / 2, member);
                }
            }
            Deed::Remove(of) => drop(dossier.members.remove(place(of, dossier))),
            Deed::Swap(one, other) => dossier.members.swap(place(one, dossier), place(other, dossier)),
            Deed::Attach(to) => dossier.attachments.push(attachment(number, &id(to, dossier))),
            Deed::Detach => drop(dossier.attachments.pop()),
            Deed::Choose => {
                edit::choose(dossier, "voting", if number.is_multiple_of(2) { "weighted" } else { "one-unit" })
            }
            Deed::Reword(text) => edit::reword(dossier, "purpose", text),
            Deed::Undo(_) | Deed::Sleep => {}
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn whatever_was_done_the_assessor_says_what_a_new_one_would(
            empty in any::<bool>(),
            deeds in proptest::collection::vec(deeds(), 1..40),
        ) {
            let mut dossier = if empty { Dossier::default() } else { sample() };
            let (mut assessor, mut today, mut past) = (Assessor::default(), TODAY, Vec::new());
            for (number, deed) in deeds.iter().enumerate() {
                past.push(dossier.clone());
                match deed {
                    Deed::Undo(to) => dossier = to.get(&past).clone(),
                    Deed::Sleep => today = today.succ_opt().unwrap(),
                    _ => does(&mut dossier, deed, number),
                }
                prop_assert_eq!(assessor.assess(&dossier, today), assess(&dossier, today), "{:?}", deed);
            }
        }
    }
}
