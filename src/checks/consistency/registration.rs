//! Whether a unit is registered in Hainan, against what its code and its address suggest. The licence's address decides.

use super::{Findings, Row};
use crate::checks::Severity;
use crate::checks::words::quoted;
use crate::dossier::YesNo;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "code-and-registration";

/// 省级行政区 other than Hainan, as addresses begin.
const ELSEWHERE: [&str; 33] = [
    "北京",
    "天津",
    "河北",
    "山西",
    "内蒙古",
    "辽宁",
    "吉林",
    "黑龙江",
    "上海",
    "江苏",
    "浙江",
    "安徽",
    "福建",
    "江西",
    "山东",
    "河南",
    "湖北",
    "湖南",
    "广东",
    "广西",
    "重庆",
    "四川",
    "贵州",
    "云南",
    "西藏",
    "陕西",
    "甘肃",
    "青海",
    "宁夏",
    "新疆",
    "香港",
    "澳门",
    "台湾",
];

/// Whether an address begins with the name of another 省级行政区.
pub(in crate::checks) fn is_elsewhere(address: &str) -> bool {
    // As most addresses here begin, and none of those.
    !address.starts_with('海') && ELSEWHERE.iter().any(|province| address.starts_with(province))
}

pub(super) fn find(member: &Row, findings: &mut Findings) {
    let in_hainan = match member.in_hainan.given() {
        Some(YesNo::Yes) => true,
        Some(YesNo::No) => false,
        _ => return,
    };
    let path = |key| member.path(key);
    let (answer_zh, answer_en) = if in_hainan {
        ("在海南省内注册", "registered in Hainan")
    } else {
        ("不在海南省内注册", "not registered in Hainan")
    };
    let address = member.address.given().map(|address| address.as_str());
    let contradicts = address.is_some_and(|address| match in_hainan {
        true => is_elsewhere(address),
        false => address.starts_with("海南省"),
    });
    if contradicts {
        let (Message { zh, en }, address) = (member.called(), quoted(address.unwrap_or_default()));
        findings.add(
            Severity::Caution,
            (
                message!(
                    "{zh}填写的是{answer_zh}，住所却是{address}。",
                    "{en} is said to be {answer_en}, yet its address is {address}."
                ),
                message!(
                    "以证照所载住所为准，改正其中一处。",
                    "The licence’s address decides; correct one of the two."
                ),
            ),
            vec![path("in_hainan"), path("address")],
            Citation::item(16, 1),
        );
    } else if let Some(uscc) = member.uscc.given().filter(|uscc| uscc.in_hainan() != in_hainan) {
        let (Message { zh, en }, region) = (member.called(), uscc.region());
        findings.add(
            Severity::Caution,
            (
                message!("{zh}填写的是{answer_zh}，代码第3至8位却是{region}（海南为46开头）。", "{en} is said to be {answer_en}, yet digits 3 to 8 of its code are {region} (Hainan’s begin with 46)."),
                message!("这几位只表示发码时的登记机关，迁址后不变；请对照证照所载住所核对。", "They only name the registering authority at the time and stay when a unit moves; compare the address on the licence."),
            ),
            vec![path("uscc"), path("in_hainan"), path("address")],
            Citation::item(16, 1),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::Caution;

    #[test]
    fn registration_agrees_with_code_and_address() {
        holds(
            ID,
            &[
                (
                    "in Hainan with a code from Beijing",
                    &["members/m01/uscc = 91110108YLDW0004XU", "remove m04", "setup/units_expected = 11"],
                    Some((Caution, "110108")),
                ),
                (
                    "elsewhere with a code of Hainan",
                    &["members/m03/in_hainan = no", "members/m03/address = 广东省湛江市示例路3号"],
                    Some((Caution, "460100")),
                ),
                (
                    "in Hainan with an address in Beijing",
                    &["members/m04/in_hainan = yes"],
                    Some((Caution, "住所却是“北京市")),
                ),
                (
                    "elsewhere with an address in Hainan",
                    &["members/m03/in_hainan = no"],
                    Some((Caution, "住所却是“海南省")),
                ),
                ("not sure", &["members/m03/in_hainan = unsure"], None),
            ],
        );
    }
}
