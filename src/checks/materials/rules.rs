//! Article 20(五): the alliance's rules and regulations; Articles 23 to 27 say which an alliance keeps.

use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::FactPath;
use crate::message;

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    needs.done(
        message!(
            "制度文本：秘书处、联络员、例会、重大事项决策、信息通报、财务与资产、资源共享与利益分配、发展战略规划",
            "The rules: secretariat, liaison, meetings, major decisions, information, finance and assets, sharing of resources and benefits, strategy"
        ),
        FactPath::new("setup/rules_drafted"),
        &case.dossier.setup.rules_drafted,
        None,
    );
    needs.done(
        message!("制度经会议审议通过", "The rules adopted by the congress"),
        FactPath::new("materials/rules_adopted"),
        &case.dossier.materials.rules_adopted,
        None,
    );
}
