//! Sections one to ten of the form: what the applicants say.

use super::super::answers::answer_to;
use super::super::blocks::{blank, cell, cell_of, head, head_row, note, row, table, then, words};
use super::super::facts::DocumentFacts;
use super::super::form::{LINES, PAIRS, line, pair, told};
use super::super::representation::{Block, Cell, Row, Words};
use super::super::tables::{self, no_task, tasks};
use crate::checks::Verdict;
use crate::measures::Citation;

pub(super) fn basics(facts: &DocumentFacts) -> Vec<Block> {
    let rows = vec![
        line(facts, ("联盟名称", "alliance/name"), 4),
        line(facts, ("英文名称", "alliance/english_name"), 4),
        pair(facts, ("简称", "alliance/short_name"), ("联盟类型", "alliance/kind")),
        pair(facts, ("产业领域", "alliance/industry"), ("所在市县", "alliance/division")),
        pair(facts, ("成立日期", "alliance/founded_on"), ("大会日期", "setup/meeting_on")),
        line(facts, ("联盟住所", "alliance/domicile"), 4),
        pair(facts, ("邮政编码", "alliance/postcode"), ("成员单位数（家）", "count/members")),
        line(facts, ("活动地域", "alliance/region"), 4),
        pair(facts, ("备案联系人", "alliance/contact_name"), ("职务", "alliance/contact_post")),
        pair(facts, ("联系电话", "alliance/contact_phone"), ("电子邮箱", "alliance/contact_email")),
    ];
    vec![table(&PAIRS, 0, rows)]
}

pub(super) fn chair(facts: &DocumentFacts) -> Vec<Block> {
    vec![table(&PAIRS, 0, unit(facts, "chair"))]
}

/// The unit's particulars and those of the secretariat in one table.
pub(super) fn secretary(facts: &DocumentFacts) -> Vec<Block> {
    let mut rows = if facts.one_lead() {
        vec![told("单位情况", vec![words("与理事长单位为同一单位，见第二项")], 4)]
    } else {
        unit(facts, "secretary")
    };
    rows.extend(secretariat(facts));
    vec![table(&PAIRS, 0, rows)]
}

fn unit(facts: &DocumentFacts, unit: &str) -> Vec<Row> {
    let name = |key: &str| format!("{unit}/{key}");
    let dated = |label: &str, key: &str| then(words(label), answer_to(facts, label, &name(key)).concat());
    let evidence = vec![
        dated("“信用中国”信用报告日期：", "credit_report_on"),
        dated("登记公示信息查询日期：", "register_print_on"),
    ];
    vec![
        line(facts, ("单位名称", &name("name")), 4),
        pair(facts, ("统一社会信用代码", &name("uscc")), ("登记类别", &name("class"))),
        pair(facts, ("单位类别", &name("category")), ("成立日期", &name("established_on"))),
        pair(facts, ("在海南省内注册", &name("in_hainan")), ("所属行业", &name("industry"))),
        line(facts, ("住所", &name("address")), 4),
        pair(facts, ("证照称谓", &name("licence_word")), ("姓名", &name("legal_representative"))),
        line(facts, ("注册资本或开办资金", &name("capital")), 4),
        line(facts, ("经营范围或业务范围", &name("scope")), 4),
        pair(facts, ("经营和资信状况良好", &name("good_standing")), ("无严重失信行为", &name("no_serious_breach"))),
        told("资信证明", evidence, 4),
        pair(facts, ("负责人", &name("head_name")), ("职务", &name("head_post"))),
        line(facts, ("负责人电话", &name("head_phone")), 4),
        pair(facts, ("联系人", &name("contact_name")), ("职务", &name("contact_post"))),
        pair(facts, ("联系人电话", &name("contact_phone")), ("电子邮箱", &name("contact_email"))),
    ]
}

fn secretariat(facts: &DocumentFacts) -> Vec<Row> {
    vec![
        line(facts, ("秘书处承担单位", "secretary/name"), 4),
        pair(
            facts,
            ("由省内企事业单位承担", "secretariat/hainan_unit"),
            ("有固定办公场所", "secretariat/fixed_premises"),
        ),
        line(facts, ("秘书处办公地址", "secretariat/premises"), 4),
        pair(facts, ("专职人员（人）", "secretariat/full_time_staff"), ("秘书长", "secretariat/secretary_general")),
        pair(
            facts,
            ("秘书长在本单位职务", "secretariat/secretary_general_post"),
            ("秘书长电话", "secretariat/secretary_general_phone"),
        ),
        line(facts, ("秘书长为承担单位人员", "secretariat/from_unit"), 4),
    ]
}

pub(super) fn membership(facts: &DocumentFacts) -> Vec<Block> {
    vec![tables::composition(facts)]
}

/// The members' holdings and standards in sum, each table under its unit; the report has them unit by unit.
pub(super) fn holdings(facts: &DocumentFacts) -> Vec<Block> {
    let as_of = answer_to(facts, "统计截止日期", "holdings/as_of").concat();
    vec![
        note(then(then(words("知识产权（"), as_of), words("），单位：件"))),
        tables::totals(facts, &tables::HOLDINGS, &[44, 14, 14, 14, 14, 14, 14, 14, 14]),
        note(words("参与制定标准，单位：项")),
        tables::totals(facts, &tables::STANDARDS, &[56, 20, 20, 20, 20, 20]),
        note(words("各成员单位的数量见必要性及可行性分析报告。")),
    ]
}

pub(super) fn aims(facts: &DocumentFacts) -> Vec<Block> {
    lines(
        facts,
        [("联盟宗旨", "alliance/purpose"), ("业务范围", "alliance/business_scope"), ("工作目标", "alliance/aims")],
    )
}

fn lines<const N: usize>(facts: &DocumentFacts, fields: [(&str, &str); N]) -> Vec<Block> {
    vec![table(&LINES, 0, fields.map(|field| line(facts, field, 2)).to_vec())]
}

pub(super) fn bodies(facts: &DocumentFacts) -> Vec<Block> {
    let rules = vec![
        told("管理制度", vec![facts.words("rules/names")], 2),
        line(facts, ("制度已经会议审议通过", "materials/rules_adopted"), 2),
    ];
    vec![tables::bodies(facts), table(&LINES, 0, rules)]
}

pub(super) fn means(facts: &DocumentFacts) -> Vec<Block> {
    lines(
        facts,
        [
            ("首年经费预算（万元）", "alliance/budget"),
            ("经费来源与保障", "alliance/funds"),
            ("资源和投入", "alliance/resources"),
        ],
    )
}

pub(super) fn plan(facts: &DocumentFacts) -> Vec<Block> {
    let mut rows = vec![head_row(&["任务", "依据", "工作安排"])];
    for task in tasks(facts) {
        rows.push(row(vec![
            cell(words(task.title)),
            cell(words(task.citation.words().zh)).centred(),
            cell_of(task.paragraphs),
        ]));
    }
    if rows.len() == 1 {
        rows.push(row(vec![cell(no_task()).over(3)]));
    }
    vec![table(&[36, 22, 98], 1, rows)]
}

/// Need in the founders' words; feasibility as the verdict over each item of Article 16, in the article's words.
pub(super) fn summary(facts: &DocumentFacts) -> Vec<Block> {
    let mut rows = vec![line(facts, ("必要性", "alliance/necessity"), 3)];
    for item in 1..=5 {
        let citation = Citation::item(16, item);
        let condition = citation.resolve().map(|provision| provision.text()).unwrap_or_default();
        let condition = format!("{citation}　{}", condition.trim_end_matches(['；', '。']));
        let mut cells = vec![cell(words(condition)), verdict(facts, item)];
        if item == 1 {
            cells.insert(0, head("可行性（自评）").down(5));
        }
        rows.push(row(cells));
    }
    vec![table(&[30, 98, 28], 0, rows)]
}

fn verdict(facts: &DocumentFacts, item: u8) -> Cell {
    let told: Words = match facts.verdict_of(item) {
        Verdict::Met => words("符合"),
        // "一般应": an exception is to be explained, and keeps nobody out.
        Verdict::Unmet if facts.is_advisory(item) => words("不符合一般要求，说明见分析报告"),
        Verdict::Unmet => words("尚不符合"),
        Verdict::Unknown => blank("核对结论"),
    };
    cell(told).centred()
}
