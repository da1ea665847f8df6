//! The same name twice, not with the same code.

use super::{Case, Findings};
use crate::checks::Severity;
use crate::checks::case::Likeness;
use crate::language::Message;
use crate::measures::Citation;
use crate::message;

pub(super) const ID: &str = "duplicate-name";

pub(super) fn find(case: &Case, findings: &mut Findings) {
    for repeat in &case.repeats {
        let Message { zh, en } = repeat.row.called();
        let (severity, words) = match repeat.likeness {
            Likeness::Code => continue,
            Likeness::Name => (
                Severity::Error,
                (
                    message!(
                        "{zh}在成员名单中出现了两次，只计为一家。",
                        "{en} is listed twice; it counts as one unit."
                    ),
                    message!(
                        "删除重复的一行；确是两家同名单位的，请填写各自的统一社会信用代码。",
                        "Delete one of the rows; if they are two units of one name, give both codes."
                    ),
                ),
            ),
            Likeness::NameOnly => (
                Severity::Caution,
                (
                    message!(
                        "成员名单中有两家单位都叫{zh}，代码不同，按两家计。",
                        "Two units are called {en}, with different codes; they count as two."
                    ),
                    message!("请对照证照核对名称和代码。", "Compare names and codes with the licences."),
                ),
            ),
        };
        let facts = vec![repeat.row.path("name"), repeat.of.path("name")];
        findings.add(severity, words, facts, Citation::item(20, 8));
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::holds;
    use super::ID;
    use crate::checks::Severity::{Caution, Error};

    #[test]
    fn a_name_stands_once() {
        holds(
            ID,
            &[
                ("without codes it is one unit", &["copy m12", "members/m12-copy/uscc ="], Some((Error, "只计为一家"))),
                (
                    "in another width too",
                    &["members/m12/uscc =", "members/m11/name = 万宁市示例镇样例村 股份经济合作社"],
                    Some((Error, "两次")),
                ),
                (
                    "with two codes it is a caution",
                    &["members/m12/name = 陵水样例种苗经营部"],
                    Some((Caution, "代码不同")),
                ),
                ("with one code it is a matter of the code", &["copy m12"], None),
            ],
        );
    }
}
