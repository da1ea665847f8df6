//! 成员单位名单 as a workbook, with a sheet of statistics; and the same columns empty, to be filled in by the members.

use super::answers::{answer_to, words_of};
use super::facts::has_no_code;
use super::representation::{CellValue, ColumnKind, Sheet, SheetColumn, Span, Words, Workbook};
use crate::dossier::{Dossier, Kind, Member, Role};
use crate::template::{DossierFacts, Facts};

/// The name of the empty roster's file, without the ending.
pub const TEMPLATE_STEM: &str = "成员单位名单-模板";

const NUMBER: &str = "序号";

/// A column of the roster after the number.
pub(super) struct RosterColumn {
    /// Its head.
    pub title: &'static str,
    /// The fact it holds, by key.
    pub key: &'static str,
    /// Its width in Latin characters.
    width: u16,
    /// What to put in.
    hint: &'static str,
    /// What may stand there.
    example: &'static str,
}

const fn column(
    title: &'static str,
    key: &'static str,
    width: u16,
    hint: &'static str,
    example: &'static str,
) -> RosterColumn {
    RosterColumn { title, key, width, hint, example }
}

const PHONE: &str =
    "手机号码，或带区号的固定电话，分机号写在“转”字后；境外号码以“+”和国家（地区）代码开头。本列为文本，请勿改成数字。";

/// The columns, in their order.
pub(super) const COLUMNS: [RosterColumn; 16] = [
    column("单位名称", "name", 22, "与证照上的名称一字不差。", "海南××种业科技有限公司"),
    column(
        "统一社会信用代码",
        "uscc",
        20,
        "18位，对照证照填写；境外单位没有代码，留空。本列为文本，请勿改成数字。",
        "91460200YLDW00015Q",
    ),
    column("境外单位", "foreign", 6, "港澳台和外国单位选“是”；其他单位选“否”或留空。", "否"),
    column("单位类别", "category", 10, "从列表中选择。", "企业"),
    column(
        "联盟职务",
        "role",
        11,
        "从列表中选择。理事长单位、秘书长单位各一家；由同一家担任的，选“理事长单位兼秘书长单位”。",
        "成员单位",
    ),
    column(
        "证照称谓",
        "licence_word",
        11,
        "证照上印的称谓，从列表中选择。独立法人印“法定代表人”，分支机构印“负责人”，合伙企业印“执行事务合伙人”。",
        "法定代表人",
    ),
    column("法定代表人（负责人）", "legal_representative", 10, "证照所载的姓名。", "林××"),
    column("海南省内注册", "in_hainan", 8, "以证照上的住所为准，从列表中选择。", "是"),
    column("住所", "address", 24, "证照所载的住所。", "海南省三亚市崖州区××路1号"),
    column("负责人姓名", "head_name", 9, "在联盟中代表本单位的负责人。", "林××"),
    column("负责人职务", "head_post", 10, "在本单位的职务。", "董事长"),
    column("负责人电话", "head_phone", 14, PHONE, "0898-65332211转801"),
    column("联系人姓名", "contact_name", 9, "负责日常联络的人。", "周××"),
    column("联系人职务", "contact_post", 10, "在本单位的职务。", "知识产权部经理"),
    column("联系人电话", "contact_phone", 14, PHONE, "0898-65332212"),
    column("联系人邮箱", "contact_email", 18, "一个电子邮箱地址。", "name@example.com"),
];

/// The members' list as a workbook, with a sheet of statistics.
#[must_use]
pub fn roster(dossier: &Dossier) -> Workbook {
    let facts = DossierFacts::of(dossier);
    let rows = (1..).zip(dossier.members.iter().zip(facts.each("member").unwrap_or_default()));
    let names = COLUMNS.map(|column| (column.key, format!("member/{}", column.key)));
    let rows = rows.map(|(number, (member, one))| {
        let values = names.iter().map(|(key, name)| value(member, one.as_ref(), key, name));
        std::iter::once(CellValue::Count(number)).chain(values).collect()
    });
    let name = dossier.alliance.name.given().map(|name| name.as_str()).unwrap_or_default();
    Workbook {
        title: format!("{name}成员单位名单"),
        sheets: vec![members_sheet(rows.collect()), statistics_sheet(dossier, &facts)],
    }
}

/// The roster with nothing in it but its heads, and a sheet that says what its columns hold.
#[must_use]
pub fn roster_template() -> Workbook {
    Workbook {
        title: "成员单位名单（待填）".to_owned(), sheets: vec![members_sheet(Vec::new()), explanation_sheet()]
    }
}

fn members_sheet(rows: Vec<Vec<CellValue>>) -> Sheet {
    let number = SheetColumn { title: NUMBER.to_owned(), width: 6, kind: ColumnKind::Count, hint: String::new() };
    let columns = COLUMNS.iter().map(|column| SheetColumn {
        title: column.title.to_owned(),
        width: column.width,
        kind: kind(column.key),
        hint: column.hint.to_owned(),
    });
    Sheet {
        name: "成员单位名单".to_owned(),
        naming: 2,
        columns: std::iter::once(number).chain(columns).collect(),
        rows,
    }
}

/// A fact's cell: empty where there is nothing to be told, 〔待填：…〕 where it is missing.
fn value(member: &Member, one: &dyn Facts, key: &str, name: &str) -> CellValue {
    let nothing_to_tell = match key {
        "foreign" => member.foreign.is_blank(),
        "uscc" => has_no_code(Some(member)),
        _ => false,
    };
    if nothing_to_tell { CellValue::Empty } else { cell_value(words_of(one, name)) }
}

fn cell_value(words: Words) -> CellValue {
    let mut text = String::new();
    for span in words {
        match span {
            Span::Blank(label) => return CellValue::Blank(label),
            Span::Text(words) | Span::Strong(words) if text.is_empty() => text = words,
            Span::Text(words) | Span::Strong(words) => text.push_str(&words),
        }
    }
    CellValue::Text(text)
}

fn kind(key: &str) -> ColumnKind {
    match Member::QUESTIONS.iter().find(|question| question.key == key).map(|question| question.kind) {
        Some(Kind::Choice(options)) => {
            ColumnKind::Choice(options.iter().map(|(_, label)| label.zh.to_owned()).collect())
        }
        Some(Kind::Count) => ColumnKind::Count,
        _ => ColumnKind::Text,
    }
}

fn plain_column(title: &str, width: u16, kind: ColumnKind) -> SheetColumn {
    SheetColumn { title: title.to_owned(), width, kind, hint: String::new() }
}

/// 填写说明: a row a column, then what holds for all of them.
fn explanation_sheet() -> Sheet {
    let text = |words: &str| CellValue::Text(words.to_owned());
    let row = |title: &str, needed: &str, hint: &str, example: &str| [title, needed, hint, example].map(text).to_vec();
    let needed = |key: &str| match key {
        "uscc" => "境内单位必填",
        key if Member::QUESTIONS.iter().any(|question| question.key == key && question.optional) => "选填",
        _ => "必填",
    };
    let mut rows = vec![row(NUMBER, "选填", "导入时按行的先后排列，不看序号。", "1")];
    rows.extend(COLUMNS.iter().map(|column| row(column.title, needed(column.key), column.hint, column.example)));
    for (about, hint) in GENERAL {
        rows.push(row(about, "", hint, ""));
    }
    Sheet {
        name: "填写说明".to_owned(),
        naming: 1,
        columns: vec![
            plain_column("栏目", 22, ColumnKind::Text),
            plain_column("要求", 14, ColumnKind::Text),
            plain_column("怎样填写", 60, ColumnKind::Text),
            plain_column("举例", 28, ColumnKind::Text),
        ],
        rows,
    }
}

/// What holds for the whole table: about what, and what.
const GENERAL: [(&str, &str); 4] = [
    (
        "一行一家",
        "第一张表从第2行起，每家成员单位填一行，中间不要合并单元格。理事长单位和秘书长单位也是成员，一并填写。",
    ),
    ("暂时不知道的", "留空即可，以后可以再补；导入时空白格不会清除已经填写的内容。"),
    (
        "增加栏目",
        "可以在右边增加栏目，如“发明专利”“注册商标”“统计截止日期”，导入时按表头识别；不认识的栏目会先提示，不会写入。",
    ),
    ("填好以后", "在“成员单位”页面选择“从表格文件导入”。先逐行预览，确认后才写入。"),
];

/// 统计: what the other documents say in figures, by the same names.
fn statistics_sheet(dossier: &Dossier, facts: &DossierFacts) -> Sheet {
    let row = |group: &str, item: &str, figure: CellValue, unit: &str| {
        vec![
            CellValue::Text(group.to_owned()),
            CellValue::Text(item.to_owned()),
            figure,
            CellValue::Text(unit.to_owned()),
        ]
    };
    let counted = |(group, item, unit, name): &(&str, &str, &str, &str)| row(group, item, figure(facts, name), unit);
    let roles = Role::ALL.iter().map(|role| row("联盟职务", role.label().zh, in_role(dossier, *role), "家"));
    let rows = MEMBERSHIP.iter().map(counted).chain(roles).chain(HOLDINGS.iter().map(counted)).collect();
    Sheet {
        name: "统计".to_owned(),
        naming: 2,
        columns: vec![
            plain_column("类别", 14, ColumnKind::Text),
            plain_column("项目", 26, ColumnKind::Text),
            plain_column("数量", 16, ColumnKind::Count),
            plain_column("单位", 8, ColumnKind::Text),
        ],
        rows,
    }
}

/// The figures of the membership: group, item, unit, and the name of the figure.
const MEMBERSHIP: [(&str, &str, &str, &str); 9] = [
    ("成员单位", "合计", "家", "count/members"),
    ("单位类别", "企业", "家", "count/enterprise"),
    ("单位类别", "高等院校", "家", "count/university"),
    ("单位类别", "科研机构", "家", "count/institute"),
    ("单位类别", "金融机构", "家", "count/finance"),
    ("单位类别", "服务机构", "家", "count/service"),
    ("单位类别", "其他组织", "家", "count/other"),
    ("注册地", "海南省内", "家", "count/in-hainan"),
    ("注册地", "海南省外", "家", "count/outside-hainan"),
];

/// The figures of the holdings.
const HOLDINGS: [(&str, &str, &str, &str); 13] = [
    ("知识产权", "发明专利", "件", "count/invention_patents"),
    ("知识产权", "实用新型专利", "件", "count/utility_models"),
    ("知识产权", "外观设计专利", "件", "count/designs"),
    ("知识产权", "PCT申请", "件", "count/pct_applications"),
    ("知识产权", "注册商标", "件", "count/trademarks"),
    ("知识产权", "地理标志", "件", "count/geographical_indications"),
    ("知识产权", "植物新品种", "件", "count/plant_varieties"),
    ("知识产权", "软件著作权", "件", "count/software_copyrights"),
    ("参与制定标准", "国际标准", "项", "count/standards_international"),
    ("参与制定标准", "国家标准", "项", "count/standards_national"),
    ("参与制定标准", "行业标准", "项", "count/standards_industry"),
    ("参与制定标准", "地方标准", "项", "count/standards_local"),
    ("参与制定标准", "团体标准", "项", "count/standards_group"),
];

/// A figure as a number; "—" where it may stay blank and does.
fn figure(facts: &DossierFacts, name: &str) -> CellValue {
    match cell_value(answer_to(facts, "数量", name).concat()) {
        CellValue::Text(text) => text.parse().map_or(CellValue::Text(text), CellValue::Count),
        value => value,
    }
}

/// How many units have the role; unknown while one's is, as for the categories.
fn in_role(dossier: &Dossier, wanted: Role) -> CellValue {
    let roles: Option<Vec<&Role>> = dossier.members.iter().map(|member| member.role.given()).collect();
    match roles.filter(|roles| !roles.is_empty()) {
        Some(roles) => CellValue::Count(roles.into_iter().filter(|role| **role == wanted).count() as u64),
        None => CellValue::Blank("数量".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Category, YesNo, sample};
    use crate::language::Label;

    fn statistics(dossier: &Dossier) -> Vec<(String, String, CellValue)> {
        let [_, statistics] = <[Sheet; 2]>::try_from(roster(dossier).sheets).unwrap();
        let row = |row: Vec<CellValue>| match <[CellValue; 4]>::try_from(row).unwrap() {
            [CellValue::Text(group), CellValue::Text(item), figure, _] => (group, item, figure),
            other => panic!("{other:?}"),
        };
        statistics.rows.into_iter().map(row).collect()
    }

    #[test]
    fn the_figures_of_every_way_to_divide_the_members_add_up_to_all_of_them() {
        let all = CellValue::Count(sample().members.len() as u64);
        let rows = statistics(&sample());
        assert_eq!(rows[0].2, all);
        for group in ["单位类别", "注册地", "联盟职务"] {
            let figures = rows.iter().filter(|(of, ..)| of == group).map(|(.., figure)| match figure {
                CellValue::Count(count) => *count,
                other => panic!("{group}: {other:?}"),
            });
            assert_eq!(CellValue::Count(figures.sum()), all, "{group}");
        }
    }

    #[test]
    fn every_kind_a_member_may_be_of_has_its_figure() {
        let rows = statistics(&sample());
        let items = |group: &str| {
            rows.iter().filter(|(of, ..)| of == group).map(|(_, item, _)| item.clone()).collect::<Vec<_>>()
        };
        let labels = |labels: Vec<Label>| labels.iter().map(|label| label.zh.to_owned()).collect::<Vec<_>>();
        assert_eq!(items("单位类别"), labels(Category::ALL.iter().map(|one| one.label()).collect()));
        assert_eq!(items("联盟职务"), labels(Role::ALL.iter().map(|one| one.label()).collect()));
    }

    #[test]
    fn a_unit_whose_role_is_unknown_leaves_the_figures_of_the_roles_open() {
        let mut dossier = sample();
        dossier.members[3].role = Default::default();
        let open = CellValue::Blank("数量".to_owned());
        assert!(statistics(&dossier).iter().filter(|(group, ..)| group == "联盟职务").all(|row| row.2 == open));
    }

    #[test]
    fn the_template_has_the_columns_of_the_roster_and_no_row() {
        let (roster, template) = (roster(&sample()), roster_template());
        assert_eq!(roster.sheets[0].columns, template.sheets[0].columns);
        assert_eq!(template.sheets[0].rows, Vec::<Vec<CellValue>>::new());
        let explained: Vec<&CellValue> = template.sheets[1].rows.iter().map(|row| &row[0]).collect();
        for column in &template.sheets[0].columns {
            assert!(explained.contains(&&CellValue::Text(column.title.clone())), "{}", column.title);
        }
    }

    #[test]
    fn every_example_can_be_read_as_what_its_column_holds() {
        use crate::dossier::FactState;
        for column in &COLUMNS {
            let mut member = Member::default();
            let fact = member.fact_mut(column.key).unwrap();
            fact.put(column.example);
            assert_eq!(fact.state(), FactState::Given, "{}", column.title);
        }
    }

    #[test]
    fn choices_are_offered_in_the_words_that_are_read_back() {
        assert_eq!(
            kind("in_hainan"),
            ColumnKind::Choice(YesNo::ALL.iter().map(|one| one.label().zh.to_owned()).collect())
        );
    }
}
