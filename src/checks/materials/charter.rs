//! Article 20(二): the charter, signed by the legal representative of every member and sealed by every member.
//!
//! Law firms, branches and the like have no 法定代表人: there whoever the licence names signs.

use super::need::Demand;
use super::needs::Needs;
use crate::checks::Verdict;
use crate::checks::case::Case;
use crate::dossier::{FactPath, Member};
use crate::language::Message;
use crate::message;

pub(super) fn text(case: &Case, needs: &mut Needs) {
    let text = &case.charter.outcome;
    needs.thing(
        message!("章程文本写全第十八条各项，没有待填之处", "The text complete, with all that Article 18 lists"),
        text.verdict == Verdict::Met,
        text.facts.clone(),
        None,
    );
}

pub(super) fn carried(case: &Case, needs: &mut Needs) {
    let setup = &case.dossier.setup;
    let carried = setup.charter_for.given().zip(setup.charter_against.given()).is_some_and(|(yes, no)| yes > no);
    needs.thing(
        message!("章程经首次联盟成员代表大会表决通过", "The charter voted by the first members’ congress"),
        carried,
        vec![FactPath::new("setup/charter_for"), FactPath::new("setup/charter_against")],
        None,
    );
}

pub(super) fn signing(case: &Case, needs: &mut Needs) {
    needs.members(case);
    needs.of_units(case, &[Demand::Signature, Demand::Seal]);
}

/// What the signature of one member is.
pub(super) fn signature(member: &Member, called: &Message) -> Message {
    let Message { zh, en } = called;
    let word = member.signatory().unwrap_or("负责人");
    let signatory = member.legal_representative.given().map(|name| name.as_str()).unwrap_or_default();
    message!("{zh}的{word}{signatory}签署章程", "The charter signed for {en} by its {word} {signatory}")
}

/// What the seal of one member is.
pub(super) fn seal(called: &Message) -> Message {
    let Message { zh, en } = called;
    message!("{zh}在章程上加盖单位公章", "The charter sealed by {en}")
}
