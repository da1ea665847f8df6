//! 01-备案申请表, Article 20(一). The Measures publish no form; this one is a 参考样式 in the manner of such forms.

use chrono::NaiveDate;

use super::blocks::{
    blank, cell, cell_of, empty, head, head_row, heading, high_row, note, paragraph, row, table, then, title, words,
};
use super::facts::{DocumentFacts, answer_to};
use super::form::{LINES, PAIRS, line, pair, told};
use super::member_list::list;
use super::prose::{blocks, numbered, plain_paragraphs};
use super::representation::{Alignment, Block, Cell, Document, Role, Words};
use super::tables::{bodies, composition, holdings, no_task, standards, tasks};
use super::texts::{APPLICATION_GUIDE, APPLICATION_PROMISE};
use crate::checks::Verdict;
use crate::dossier::Dossier;
use crate::measures::Citation;
use crate::measures::numbers::MINIMUM_MEMBERS;

/// The application form: cover, guide, twelve sections, and the member list as its annex.
#[must_use]
pub fn application(dossier: &Dossier, today: NaiveDate) -> Document {
    let facts = DocumentFacts::new(dossier, today);
    let mut form = cover(&facts);
    form.push(Block::PageBreak);
    form.extend(blocks(APPLICATION_GUIDE, &facts));
    form.push(Block::PageBreak);
    form.extend(numbered(sections(&facts)));
    form.push(Block::PageBreak);
    form.push(paragraph(Role::Flush, words("附件")));
    form.push(title(words("成员单位名单")));
    form.push(list(&facts));
    Document { title: "海南省知识产权联盟备案申请表".to_owned(), blocks: form }
}

fn cover(facts: &DocumentFacts) -> Vec<Block> {
    let line = |label: &str, answer: Words| high_row(14, vec![head(label), cell(answer)]);
    vec![
        title(words("海南省知识产权联盟备案申请表")),
        Block::Subtitle(words("（参考样式）")),
        table(
            &[46, 110],
            0,
            vec![
                line("联盟名称", facts.words("alliance/name")),
                line("联盟类型", facts.words("alliance/kind")),
                line("申请单位", applicants(facts)),
                line("受理部门", facts.words("office")),
                line("填报日期", facts.words("today")),
            ],
        ),
    ]
}

/// The lead units, who apply for the alliance.
fn applicants(facts: &DocumentFacts) -> Words {
    let chair = then(facts.words("chair/name"), words("（理事长单位"));
    if facts.one_lead() {
        then(chair, words("兼秘书长单位）"))
    } else {
        let secretary = then(facts.words("secretary/name"), words("（秘书长单位）"));
        then(then(chair, words("）、")), secretary)
    }
}

fn sections(facts: &DocumentFacts) -> Vec<Block> {
    let mut form = vec![heading(1, "联盟基本情况"), basics(facts)];
    form.extend([heading(1, "理事长单位情况"), unit(facts, "chair")]);
    form.push(heading(1, "秘书长单位和秘书处情况"));
    if facts.one_lead() {
        form.push(paragraph(Role::Body, words("秘书长单位与理事长单位为同一单位，单位情况见第二项。")));
    } else {
        form.push(unit(facts, "secretary"));
    }
    form.push(secretariat(facts));
    form.extend([heading(1, "成员单位构成"), composition(facts)]);
    form.push(heading(1, "知识产权积累情况"));
    form.push(table(&LINES, 0, vec![line(facts, ("统计截止日期", "holdings/as_of"), 2)]));
    form.extend(holdings(facts));
    form.extend(standards(facts));
    form.push(note(words("知识产权的单位为件，标准的单位为项。")));
    form.extend([heading(1, "宗旨、业务范围和工作目标"), aims(facts)]);
    form.extend([heading(1, "组织机构和管理制度"), bodies(facts), rules(facts)]);
    form.extend([heading(1, "经费和资源保障"), means(facts)]);
    form.extend([heading(1, "主要任务和工作计划"), plan(facts)]);
    form.extend([heading(1, "必要性和可行性摘要"), summary(facts)]);
    form.push(heading(1, "申请单位承诺"));
    form.push(promise(facts));
    form.push(Block::PageBreak);
    form.extend([heading(1, "审核意见"), opinions()]);
    form
}

fn basics(facts: &DocumentFacts) -> Block {
    let rows = vec![
        line(facts, ("联盟名称", "alliance/name"), 4),
        line(facts, ("英文名称", "alliance/english_name"), 4),
        pair(facts, ("简称", "alliance/short_name"), ("联盟类型", "alliance/kind")),
        pair(facts, ("所在产业领域", "alliance/industry"), ("所在市县", "alliance/division")),
        pair(facts, ("成立日期", "alliance/founded_on"), ("成立大会日期", "setup/meeting_on")),
        line(facts, ("联盟住所", "alliance/domicile"), 4),
        pair(facts, ("邮政编码", "alliance/postcode"), ("成员单位数（家）", "count/members")),
        line(facts, ("活动地域", "alliance/region"), 4),
        pair(facts, ("备案联系人", "alliance/contact_name"), ("职务", "alliance/contact_post")),
        pair(facts, ("联系电话", "alliance/contact_phone"), ("电子邮箱", "alliance/contact_email")),
    ];
    table(&PAIRS, 0, rows)
}

fn unit(facts: &DocumentFacts, unit: &str) -> Block {
    let name = |key: &str| format!("{unit}/{key}");
    let dated = |label: &str, key: &str| then(words(label), answer_to(facts, label, &name(key)).concat());
    let evidence = vec![
        dated("“信用中国”信用报告日期：", "credit_report_on"),
        dated("国家企业信用信息公示系统查询日期：", "register_print_on"),
    ];
    let rows = vec![
        line(facts, ("单位名称", &name("name")), 4),
        pair(facts, ("统一社会信用代码", &name("uscc")), ("单位类别", &name("category"))),
        pair(facts, ("在海南省内注册", &name("in_hainan")), ("成立日期", &name("established_on"))),
        line(facts, ("住所", &name("address")), 4),
        pair(facts, ("证照所印称谓", &name("licence_word")), ("姓名", &name("legal_representative"))),
        pair(facts, ("注册资本（开办资金）", &name("capital")), ("所属行业", &name("industry"))),
        line(facts, ("经营范围（业务范围）", &name("scope")), 4),
        pair(facts, ("经营和资信状况良好", &name("good_standing")), ("无严重失信行为", &name("no_serious_breach"))),
        told("资信证明", evidence, 4),
        pair(facts, ("负责人", &name("head_name")), ("职务", &name("head_post"))),
        line(facts, ("负责人电话", &name("head_phone")), 4),
        pair(facts, ("联系人", &name("contact_name")), ("职务", &name("contact_post"))),
        pair(facts, ("联系人电话", &name("contact_phone")), ("电子邮箱", &name("contact_email"))),
    ];
    table(&PAIRS, 0, rows)
}

fn secretariat(facts: &DocumentFacts) -> Block {
    let rows = vec![
        line(facts, ("秘书处承担单位", "secretary/name"), 4),
        pair(
            facts,
            ("由省内企事业单位承担", "secretariat/hainan_unit"),
            ("有固定办公场所", "secretariat/fixed_premises"),
        ),
        line(facts, ("办公地址", "secretariat/premises"), 4),
        pair(facts, ("专职工作人员（人）", "secretariat/full_time_staff"), ("秘书长", "secretariat/secretary_general")),
        pair(
            facts,
            ("秘书长在本单位职务", "secretariat/secretary_general_post"),
            ("秘书长电话", "secretariat/secretary_general_phone"),
        ),
        line(facts, ("秘书长为承担单位人员", "secretariat/from_unit"), 4),
    ];
    table(&PAIRS, 0, rows)
}

fn aims(facts: &DocumentFacts) -> Block {
    let fields =
        [("联盟宗旨", "alliance/purpose"), ("业务范围", "alliance/business_scope"), ("工作目标", "alliance/aims")];
    table(&LINES, 0, fields.map(|field| line(facts, field, 2)).to_vec())
}

fn rules(facts: &DocumentFacts) -> Block {
    let rows = vec![
        told("管理制度", vec![then(facts.words("rules/names"), words("（随备案材料提交）。"))], 2),
        line(facts, ("制度已经会议审议通过", "materials/rules_adopted"), 2),
    ];
    table(&LINES, 0, rows)
}

fn means(facts: &DocumentFacts) -> Block {
    let fields = [
        ("首年经费预算（万元）", "alliance/budget"),
        ("经费来源与保障", "alliance/funds"),
        ("资源和投入", "alliance/resources"),
    ];
    table(&LINES, 0, fields.map(|field| line(facts, field, 2)).to_vec())
}

fn plan(facts: &DocumentFacts) -> Block {
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
    table(&[36, 22, 98], 1, rows)
}

/// Need in the founders' words; feasibility as the verdict over each item of Article 16.
fn summary(facts: &DocumentFacts) -> Block {
    let mut rows = vec![line(facts, ("必要性", "alliance/necessity"), 3)];
    let least = format!("成员单位不少于{}家", MINIMUM_MEMBERS.value);
    let conditions = [
        (1, "理事长单位、秘书长单位在省内注册，为独立法人，经营和资信状况良好，无严重失信行为"),
        (2, &least),
        (3, "产业领域一般应为知识产权密集型产业，具备产业条件"),
        (4, "成员单位具备共同利益诉求和知识产权积累，有经济实力和良好信誉"),
        (5, "具有联盟章程和联盟设立所必须的资源和投入"),
    ];
    for (place, (item, condition)) in conditions.into_iter().enumerate() {
        let mut cells = Vec::new();
        if place == 0 {
            cells.push(head("可行性（自评）").down(5));
        }
        let citation = Citation::item(16, item).words().zh;
        cells.push(cell(words(format!("{citation}　{condition}"))));
        cells.push(verdict(facts, item));
        rows.push(row(cells));
    }
    table(&[32, 98, 26], 0, rows)
}

fn verdict(facts: &DocumentFacts, item: u8) -> Cell {
    cell(match facts.verdict_of(item) {
        Verdict::Met => words("符合"),
        Verdict::Unmet => words("尚不符合"),
        Verdict::Unknown => blank("核对结论"),
    })
    .centred()
}

/// The promises in a box, with room for the signatures and seals of those who make them.
fn promise(facts: &DocumentFacts) -> Block {
    let said = plain_paragraphs(blocks(APPLICATION_PROMISE, facts));
    let sign = |office: &str, unit: &str| {
        cell_of(vec![
            words(format!("{office}（公章）：")),
            facts.words(&format!("{unit}/name")),
            words("法定代表人（签字）："),
            Words::new(),
            words("　　　　年　　月　　日"),
        ])
    };
    let signatures = if facts.one_lead() {
        vec![sign("理事长单位兼秘书长单位", "chair").over(2)]
    } else {
        vec![sign("理事长单位", "chair"), sign("秘书长单位", "secretary")]
    };
    table(&[78, 78], 0, vec![row(vec![cell_of(said).over(2)]), high_row(48, signatures)])
}

/// The boxes of the two departments (Articles 21 and 22), left blank.
fn opinions() -> Block {
    let opinion = |office: &str| {
        let space = std::iter::repeat_with(Words::new).take(6);
        let lines = ["负责人（签字）：　　　　　　　　（公章）", "　　　　年　　月　　日"].map(words);
        let box_ = Cell { alignment: Alignment::End, ..cell_of(space.chain(lines).collect()) };
        high_row(70, vec![head(office), box_])
    };
    let rows = vec![
        opinion("市县知识产权管理部门推荐意见"),
        opinion("省知识产权局复核意见"),
        row(vec![head("备注"), empty()]),
    ];
    table(&[40, 116], 0, rows)
}
