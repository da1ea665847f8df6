//! Holdings are added up over all members, so they are best counted as of one day.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::message;

pub(super) const ID: &str = "holdings-date";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    let dated = case.units.iter().filter_map(|member| Some((*member, *member.holdings_as_of.given()?)));
    let (Some((early, first)), Some((late, last))) =
        (dated.clone().min_by_key(|(_, on)| *on), dated.max_by_key(|(_, on)| *on))
    else {
        return;
    };
    if first != last {
        let (zh, en, last_zh, last_en) = (first.chinese(), first.to_string(), last.chinese(), last.to_string());
        findings.add(
            Severity::Hint,
            (
                message!(
                    "各成员单位的知识产权统计截止日期不一致，最早{zh}，最晚{last_zh}。",
                    "The members’ IP was counted as of different days, from {en} to {last_en}."
                ),
                message!("建议统一到同一天再汇总。", "Better count as of one day before adding up."),
            ),
            vec![early.path("holdings_as_of"), late.path("holdings_as_of")],
            None,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Hint;

    #[test]
    fn holdings_are_counted_as_of_one_day() {
        holds(
            ID,
            &[
                (
                    "one member counted earlier",
                    &["members/m09/holdings_as_of = 2025-12-31"],
                    Some((Hint, "最早2025年12月31日")),
                ),
                ("one member not dated", &["members/m09/holdings_as_of ="], None),
            ],
        );
    }
}
