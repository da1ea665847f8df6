//! Article 20(一): the application form. No official form comes with the text; what ours asks for is what must be known.

use super::needs::{Needs, facts, member_facts};
use crate::checks::case::Case;
use crate::dossier::{Alliance, FactPath, Question, Secretariat};
use crate::language::Message;
use crate::message;

/// What the form says of every member's holdings.
const HOLDINGS: [&str; 3] = ["invention_patents", "trademarks", "holdings_as_of"];

/// What the form says of the make-up of the membership.
const COMPOSITION: [&str; 2] = ["category", "in_hainan"];

/// What the form says of the chair and the secretary-general unit.
const LEAD: [&str; 14] = [
    "name",
    "uscc",
    "category",
    "licence_word",
    "legal_representative",
    "in_hainan",
    "address",
    "capital",
    "established_on",
    "scope",
    "good_standing",
    "no_serious_breach",
    "contact_name",
    "contact_phone",
];

/// The questions of a part that the form must answer.
fn required(case: &Case, questions: &'static [Question]) -> impl Iterator<Item = &'static Question> {
    questions.iter().filter(|question| !question.optional && case.dossier.asks(question, None))
}

pub(super) fn alliance(case: &Case, needs: &mut Needs) {
    needs.answers(
        message!("联盟基本情况各栏", "The alliance’s particulars"),
        None,
        facts("alliance", required(case, Alliance::QUESTIONS), |key| case.dossier.alliance.fact(key)),
    );
}

pub(super) fn leads(case: &Case, needs: &mut Needs) {
    if case.chair().is_none() {
        needs.thing(message!("确定理事长单位", "A chair"), false, case.open_roles(), None);
    }
    if case.secretary().is_none() {
        needs.thing(message!("确定秘书长单位", "A secretary-general unit"), false, case.open_roles(), None);
    }
    for lead in &case.leads {
        let (Message { zh, en }, member) = (&lead.who, lead.member);
        let facts = member_facts(member, LEAD.into_iter().filter(|key| !member.is_foreign() || *key != "uscc"));
        needs.answers(message!("{zh}的基本情况各栏", "The particulars of the {en}"), Some(member), facts);
    }
}

pub(super) fn secretariat(case: &Case, needs: &mut Needs) {
    needs.answers(
        message!("秘书处情况各栏", "The secretariat’s particulars"),
        None,
        facts("secretariat", required(case, Secretariat::QUESTIONS), |key| case.dossier.secretariat.fact(key)),
    );
}

pub(super) fn members(case: &Case, needs: &mut Needs) {
    needs.members(case);
    if !case.units.is_empty() {
        let make_up = message!("成员构成", "The make-up of the membership");
        needs.answers_of_units(make_up, case, &COMPOSITION, |member| [&member.category, &member.in_hainan]);
        let counts = message!("各成员单位的知识产权情况", "The members’ IP holdings");
        needs.answers_of_units(counts, case, &HOLDINGS, |member| {
            [&member.invention_patents, &member.trademarks, &member.holdings_as_of]
        });
    }
}

pub(super) fn sealed(case: &Case, needs: &mut Needs) {
    needs.done(
        message!("申请表由负责人签字、加盖公章", "The form signed and sealed"),
        FactPath::new("materials/application_sealed"),
        &case.dossier.materials.application_sealed,
        None,
    );
}
