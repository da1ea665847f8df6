//! 合计, 共10家, 备注：…: rows that count the others or say something of the list. Taken for a unit, one would make the tenth
//! member that an alliance needs.

use super::cells::Line;
use super::numbering;

/// What may stand before such a word: what is counted.
const AHEAD: &[&str] = &[
    "以上各",
    "以上",
    "上述",
    "本页",
    "本表",
    "本组",
    "本联盟",
    "联盟",
    "全部",
    "名单",
    "成员单位",
    "成员",
    "会员单位",
    "会员",
    "单位",
    "企业",
    "公司",
    "高校",
    "院校",
    "院所",
    "机构",
    "grand",
    "sub",
];
/// Words that say it alone, with a count after them or without.
const WORDS: &[&str] = &["合计", "总计", "共计", "小计", "总数", "totals", "total", "sum"];
/// Words that say it only with a number after them: names begin so as well.
const WITH_NUMBER: &[&str] = &["总共有", "一共有", "总共", "一共", "共有", "共"];
/// What joins a word to its number.
const JOINING: &[&str] = &["数为", "数", "共有", "共", "有", "为", "of"];
/// What counts units.
const COUNTERS: &[&str] =
    &["家", "个", "户", "所", "名", "单位", "units", "unit", "members", "member", "companies", "company", "rows"];
/// Kinds of unit that a number counts.
const KINDS: &[&str] = &["成员", "会员", "企业", "公司", "高校", "院校", "院所", "机构", "银行", "其他"];

/// What begins a remark under a list; a colon comes after it.
const REMARKS: &[&str] = &[
    "备注",
    "注",
    "说明",
    "填表人",
    "制表人",
    "填报人",
    "经办人",
    "审核人",
    "负责人",
    "填表单位",
    "填报单位",
    "制表单位",
    "填表日期",
    "填报日期",
    "制表日期",
    "日期",
    "note",
    "notes",
];
/// What says that nothing more comes.
const ENDS: &[&str] = &["以下空白", "以下无正文", "以下无内容"];

/// Whether a row counts the others or is a remark. It is enough that its name does; what stands before the name does where the name
/// says no more than a count, for a group's count may stand beside its first member. `name` is the column of the names;
/// where that is not known, any cell will do.
pub(super) fn is_no_member(line: &Line, name: Option<usize>) -> bool {
    let is_total = |cell: &String| is_total(cell) || is_remark(cell);
    let cells = || line.cells.iter();
    // 合 计 may have been cut at its blank.
    let together = is_total(&line.cells.concat());
    let Some(name) = name else { return together || cells().any(is_total) };
    let named = line.cells.get(name).map_or("", String::as_str);
    together || is_total(&named.to_owned()) || (is_count(&plain(named)) && cells().take(name).any(is_total))
}

/// Whether a cell says 合计 or the like, and nothing else but a count.
fn is_total(cell: &str) -> bool {
    let plain = plain(numbering::split(cell).map_or(cell, |(_, rest)| rest));
    let said = AHEAD.iter().find_map(|ahead| plain.strip_prefix(ahead)).unwrap_or(&plain);
    let counts = |word: &&str, numberless: bool| {
        let Some(rest) = said.strip_prefix(*word) else { return false };
        let rest = JOINING.iter().find_map(|joining| rest.strip_prefix(joining)).unwrap_or(rest);
        is_count(rest) && (numberless || rest.contains(is_numeral))
    };
    WORDS.iter().any(|word| counts(word, true)) || WITH_NUMBER.iter().any(|word| counts(word, false))
}

/// Whether a cell is a remark under a list, or says that the list ends.
fn is_remark(cell: &str) -> bool {
    let begins = cell.split_once(['：', ':']).map(|(begins, _)| plain(begins));
    begins.is_some_and(|begins| REMARKS.contains(&begins.as_str())) || ENDS.contains(&plain(cell).as_str())
}

/// A cell without blanks and punctuation, in lower case.
fn plain(cell: &str) -> String {
    cell.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether nothing stands there but numbers and what they count: 9家, 企业6家、高校3所; nothing at all will do.
fn is_count(plain: &str) -> bool {
    let mut rest = plain;
    let mut names_kinds = false;
    while !rest.is_empty() {
        let among = |words: &[&str]| words.iter().find_map(|word| rest.strip_prefix(word));
        if let Some(after) = rest.strip_prefix(is_numeral).or_else(|| among(COUNTERS)) {
            rest = after;
        } else if let Some(after) = among(KINDS) {
            names_kinds = true;
            rest = after;
        } else {
            return false;
        }
    }
    !names_kinds || plain.contains(is_numeral)
}

fn is_numeral(character: char) -> bool {
    character.is_numeric() || "零一二两三四五六七八九十百千".contains(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_counts_the_others_where_a_totals_word_stands_alone_or_with_a_count() {
        let counts = [
            "合计",
            "总计",
            "共计",
            "小计",
            "总数",
            "合 计",
            "合\u{3000}计：",
            " 合计: 9 家",
            "合计：4家",
            "合计（9家）",
            "【合计】",
            "总计９家单位",
            "共计十家",
            "小计3个",
            "总数为10",
            "合计共9家",
            "以上合计10家",
            "企业小计：6家",
            "合计：企业6家，高校3所",
            "10、合计",
            "(11) 共10家",
            "共10家",
            "以上共9家单位",
            "（共 12 户）",
            "本联盟共有10家成员单位",
            "总共十一所",
            "Total",
            "TOTAL: 9",
            "Sum",
            "Grand total",
            "Subtotal 3",
            "Total members: 9",
        ];
        for cell in counts {
            assert!(is_total(cell), "{cell}");
        }
        let named = [
            "",
            "9",
            "9家",
            "总计量站",
            "合计划科技有限公司",
            "总数据科技有限公司",
            "小计算机有限公司",
            "共计企业公司",
            "共享单车10家",
            "共青团海南省委",
            "共",
            "以上",
            "海南合计",
            "一共",
            "Total Energies",
            "Summit 3",
            "企业",
            "百家姓公司",
            "10家便利店有限公司",
        ];
        for cell in named {
            assert!(!is_total(cell), "{cell}");
        }
    }

    #[test]
    fn a_row_counts_the_others_by_its_name_or_by_what_stands_before_a_name_that_only_counts() {
        let table: &[(&str, &[&str], Option<usize>, bool)] = &[
            ("in the name", &["", "合计", "9"], Some(1), true),
            ("before a count", &["合计", "9家", ""], Some(1), true),
            ("before no name", &["合计：2家", "", ""], Some(1), true),
            ("in a row that is short", &["合计"], Some(1), true),
            ("cut at its blank", &["合", "计", "9家"], Some(1), true),
            ("a group's count beside its first member", &["企业（共5家）", "海南甲公司"], Some(1), false),
            ("after the name", &["海南甲公司", "合计"], Some(0), false),
            ("no name known", &["x", "合计"], None, true),
            ("a unit", &["1", "总计量站"], Some(1), false),
            ("a remark", &["备注：以上单位均已签署章程", "", ""], Some(1), true),
            ("who filled the list in", &["", "填表人：李四"], Some(1), true),
            ("the end of a list", &["（以下空白）"], Some(0), true),
            ("a unit that is called so", &["说明书印刷厂"], Some(0), false),
        ];
        for (what, cells, name, wanted) in table {
            let line = Line { number: 1, cells: cells.iter().map(|cell| (*cell).to_owned()).collect() };
            assert_eq!(is_no_member(&line, *name), *wanted, "{what}");
        }
    }
}
