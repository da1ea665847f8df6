//! Article 20(七): the minutes of the founding meeting.

use super::needs::Needs;
use crate::checks::case::Case;
use crate::dossier::{Fact, FactPath};
use crate::language::{Label, label};
use crate::message;

/// What the minutes say, and the facts each is written from.
const PARTS: [(Label, &[&str]); 5] = [
    (label("会议时间、地点", "Date and place"), &["meeting_on", "meeting_place"]),
    (label("主持人、记录人", "Chair and recorder"), &["presided_by", "recorded_by"]),
    (label("应到、实到单位", "Units expected and present"), &["units_expected", "units_present"]),
    (
        label("章程和设立决定的表决结果", "Votes on the charter and the founding decision"),
        &[
            "charter_for",
            "charter_against",
            "charter_abstained",
            "founding_for",
            "founding_against",
            "founding_abstained",
        ],
    ),
    (
        label("联盟名称、工作机构和理事长", "Name, bodies and chairperson"),
        &["name_settled", "bodies_set_up", "chairperson"],
    ),
];

pub(super) fn needs(case: &Case, needs: &mut Needs) {
    let setup = &case.dossier.setup;
    for (part, keys) in PARTS {
        let Label { zh, en } = part;
        let facts =
            keys.iter().filter_map(|key| Some((FactPath::new(format!("setup/{key}")), setup.fact(key)? as &dyn Fact)));
        needs.answers(message!("{zh}", "{en}"), None, facts);
    }
    needs.done(
        message!("会议纪要签字", "The minutes signed"),
        FactPath::new("materials/minutes_signed"),
        &case.dossier.materials.minutes_signed,
        None,
    );
}
