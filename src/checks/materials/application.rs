//! Article 20(一): the application form. No official form comes with the text; what ours asks for is what must be known.

use super::needs::{Needs, facts, member_facts};
use crate::checks::case::Case;
use crate::checks::row::Row;
use crate::dossier::{Alliance, Fact, FactPath, Question, Secretariat};
use crate::language::Message;
use crate::message;

/// What the form says of every member's holdings.
fn holdings(row: &Row) -> [(FactPath, &dyn Fact); 3] {
    let [patents, _, _, _, trademarks, ..] = &row.paths.holdings;
    [
        (patents.clone(), &row.invention_patents),
        (trademarks.clone(), &row.trademarks),
        (row.paths.holdings_as_of.clone(), &row.holdings_as_of),
    ]
}

/// What the form says of the make-up of the membership.
fn composition(row: &Row) -> [(FactPath, &dyn Fact); 2] {
    [(row.paths.category.clone(), &row.category), (row.paths.in_hainan.clone(), &row.in_hainan)]
}

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

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    let dossier = case.dossier;
    let required = |questions: &'static [Question]| {
        questions.iter().filter(|question| !question.optional && dossier.asks(question, None))
    };
    needs.answers(
        message!("联盟基本情况各栏", "The alliance’s particulars"),
        None,
        facts("alliance", required(Alliance::QUESTIONS), |key| dossier.alliance.fact(key)),
    );
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
    needs.answers(
        message!("秘书处情况各栏", "The secretariat’s particulars"),
        None,
        facts("secretariat", required(Secretariat::QUESTIONS), |key| dossier.secretariat.fact(key)),
    );
    needs.members(case);
    if !case.units.is_empty() {
        let units = || case.units.iter().copied();
        let make_up = message!("成员构成", "The make-up of the membership");
        needs.answers(make_up, None, units().flat_map(composition));
        let counts = message!("各成员单位的知识产权情况", "The members’ IP holdings");
        needs.answers(counts, None, units().flat_map(holdings));
    }
    needs.done(
        message!("申请表由负责人签字、加盖公章", "The form signed and sealed"),
        FactPath::new("materials/application_sealed"),
        &dossier.materials.application_sealed,
        None,
    );
}
