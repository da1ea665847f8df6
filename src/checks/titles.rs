//! What each check of findings looks at, in words, so that it can be named where nothing was found.

use crate::language::{Label, label};

/// Id and title of every check of findings.
const TITLES: &[(&str, Label)] = &[
    ("unread", label("填写的内容能够识别", "What was typed can be read")),
    ("duplicate-uscc", label("信用代码没有重复", "No credit code twice")),
    ("duplicate-name", label("单位名称没有重复", "No name twice")),
    ("leading-roles", label("理事长单位、秘书长单位各一家", "One chair and one secretary-general unit")),
    ("secretariat-unit", label("秘书处承担单位与成员名单一致", "The secretariat’s unit agrees with the list")),
    ("dates-out-of-order", label("各步骤日期的先后", "The order of the dates")),
    ("date-in-future", label("没有晚于今天的日期", "No date after today")),
    ("founding-date", label("成立日期与大会日期一致", "Date of founding and of the congress agree")),
    ("attendance", label("应到、实到家数", "Units expected and present")),
    ("votes", label("票数与实到家数", "Votes and units present")),
    ("charter-majority", label("表决结果与章程的比例", "Votes and the charter’s majority")),
    ("outside-mainland", label("境外单位的填写", "Units from outside the mainland")),
    ("code-and-registration", label("注册地与代码、住所", "Place of registration, code and address")),
    ("class-and-kind", label("单位类别与代码", "Kind of unit and code")),
    ("class-and-licence-word", label("负责人称谓与代码", "Word on the licence and code")),
    ("secretary-general", label("秘书长所属单位", "The secretary-general’s unit")),
    ("charter-and-facts", label("章程的约定与填写的内容一致", "The charter’s choices and the facts agree")),
    ("place-and-division", label("住所、办公地址与受理市县", "Domicile, premises and receiving place")),
    ("alliance-name", label("联盟名称的用字", "Words in the alliance’s name")),
    ("stray-characters", label("没有混入不可见字符", "No stray characters")),
    ("attachments", label("附件各有所属，没有重复", "Each file has its member, none twice")),
    ("attachment-hazards", label("附件能够完整并入汇编", "Files go into the book whole")),
    ("licence-code", label("证照二维码中的代码", "Code in the licence’s QR code")),
    ("stale-evidence", label("信用证明的日期", "Age of the proofs of standing")),
    ("holdings-date", label("知识产权统计截止日期一致", "Holdings counted as of one day")),
    ("charter-empty-article", label("章程没有空白条文", "No empty article in the charter")),
    ("charter-empty-chapter", label("章程没有空白章节", "No empty chapter in the charter")),
    ("charter-gap", label("章程写明应有事项", "The charter says what it is to say")),
    ("charter-own-wording", label("自行拟定的章程文字", "The charter in the founders’ own words")),
    ("charter-unreadable", label("章程文字能够识别", "The charter’s text can be read")),
    ("charter-choice", label("章程选项有效", "The charter’s choices are known")),
    ("charter-reference", label("章程引用的条文都在", "What the charter refers to is there")),
    ("charter-personality", label("章程没有写成具有法人资格", "The charter claims no legal personality")),
    ("charter-fees", label("章程没有对外收费", "The charter takes no fees from outsiders")),
    ("charter-borrowed-name", label("章程没有借用机关、战略名义", "The charter borrows no authority’s name")),
    ("charter-monopoly", label("章程没有限制竞争", "The charter restricts no competition")),
    ("charter-profit", label("章程没有以营利为目的", "The charter does not aim at profit")),
];

/// What the check with this id looks at; `None` where there is no such check.
#[must_use]
pub fn check_title(id: &str) -> Option<Label> {
    TITLES.iter().find(|(check, _)| *check == id).map(|(_, title)| *title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::check_ids;

    #[test]
    fn every_check_has_one_title_and_no_title_is_without_its_check() {
        let mut titled: Vec<&str> = TITLES.iter().map(|(id, _)| *id).collect();
        let mut checks: Vec<&str> = check_ids().collect();
        titled.sort_unstable();
        checks.sort_unstable();
        assert_eq!(titled, checks);
    }
}
