//! Words in the alliance's name that an office may refuse. The Measures say nothing of names; Article 28(五) forbids only
//! to act in the name of government bodies or state strategies without leave, and is cited for those it names.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::dossier::{AllianceKind, FactPath};
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "alliance-name";

/// Words that claim a rank.
const RANKS: [&str; 6] = ["中国", "中华", "全国", "国际", "国家", "战略"];
/// The state strategies that Article 28(五) names.
const STRATEGIES: [&str; 3] = ["一带一路", "军民融合", "精准扶贫"];

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let alliance = &case.dossier.alliance;
    for (key, name) in [("name", &alliance.name), ("short_name", &alliance.short_name)] {
        let Some(name) = name.given().map(|name| name.as_str()) else { continue };
        let claims: Vec<String> = RANKS
            .iter()
            .chain(&STRATEGIES)
            .filter(|claim| name.contains(**claim))
            .map(|claim| format!("“{claim}”"))
            .collect();
        let cited = STRATEGIES.iter().any(|strategy| name.contains(strategy)).then_some(Citation::item(28, 5));
        if !claims.is_empty() {
            let claims = claims.join("、");
            findings.add(
                Severity::Caution,
                (
                    message!(
                        "联盟名称含有{claims}。提示：办法没有规定名称用字，但受理部门可能不予认可。",
                        "The alliance’s name holds {claims}. Hint: the Measures set no rule for names, but the office may refuse it."
                    ),
                    message!(
                        "改用不含这些字样的名称，或者事先向受理部门确认。",
                        "Choose a name without them, or ask the office beforehand."
                    ),
                ),
                vec![FactPath::new(format!("alliance/{key}"))],
                cited,
            );
        }
    }
    if let Some(name) = alliance.name.given().map(|name| name.as_str())
        && !name.contains("联盟")
    {
        let kind = alliance.kind.given().unwrap_or(&AllianceKind::Industry).label();
        let (zh, en) = (kind.zh, kind.en);
        findings.add(
            Severity::Hint,
            (
                message!("联盟名称里没有“联盟”二字。", "The alliance’s name does not hold the word “联盟” (alliance)."),
                message!("名称一般以“{zh}”结尾。", "Such names usually end in “{zh}” ({en})."),
            ),
            vec![FactPath::new("alliance/name")],
            None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::{Caution, Hint};

    #[test]
    fn the_name_claims_no_rank() {
        holds(
            ID,
            &[
                ("a national alliance", &["alliance/name = 中国南繁知识产权联盟"], Some((Caution, "“中国”"))),
                (
                    "several claims at once",
                    &["alliance/name = 国际南繁战略知识产权联盟"],
                    Some((Caution, "“国际”、“战略”")),
                ),
                (
                    "a state strategy in the short name",
                    &["alliance/short_name = 一带一路种业联盟"],
                    Some((Caution, "一带一路")),
                ),
                (
                    "a name that names no alliance",
                    &["alliance/name = 海南示例南繁育种协作体"],
                    Some((Hint, "没有“联盟”二字")),
                ),
                ("no name yet", &["alliance/name ="], None),
            ],
        );
    }
}
