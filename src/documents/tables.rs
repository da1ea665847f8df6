//! The tables that several documents share: membership, holdings, bodies and tasks.

use super::answers::{answer_to, is_known, words_of};
use super::blocks::{blank, cell, head, head_row, heading, paragraph, row, table, then, words};
use super::facts::DocumentFacts;
use super::representation::{Block, Cell, Role, Row, Words};
use crate::dossier::{self, Alliance, Category, Member, Question};
use crate::measures::{Citation, article};
use crate::template::Facts;

/// The names of some members, with 、 between them.
pub(super) fn names(facts: &DocumentFacts, wanted: impl Fn(&Member) -> bool) -> Words {
    let mut listed = Words::new();
    for (member, one) in facts.members() {
        if wanted(member) {
            if !listed.is_empty() {
                listed.extend(words("、"));
            }
            listed.extend(words_of(one.as_ref(), "member/name"));
        }
    }
    listed
}

fn count(facts: &DocumentFacts, wanted: impl Fn(&Member) -> bool) -> usize {
    facts.dossier.members.iter().filter(|member| wanted(member)).count()
}

/// 成员单位构成: how many of each category, and their names. A member of no known category is listed as such.
pub(super) fn composition(facts: &DocumentFacts) -> Block {
    let mut rows = vec![head_row(&["单位类别", "家数", "单位名称"])];
    let known = Category::ALL.iter().map(|category| (words(category.label().zh), Some(*category)));
    for (label, category) in known.chain([(blank("单位类别"), None)]) {
        let of_it = |member: &Member| member.category.given().copied() == category;
        let number = count(facts, of_it);
        if number > 0 {
            rows.push(row(vec![
                cell(label).centred(),
                cell(words(number.to_string())).centred(),
                cell(names(facts, of_it)),
            ]));
        }
    }
    let place = |label: &str, name: &str| then(words(label), then(facts.words(name), words("家")));
    rows.push(row(vec![
        head("合计"),
        cell(facts.words("count/members")).centred(),
        cell(then(
            then(place("在海南省内注册", "count/in-hainan"), words("；")),
            then(place("在海南省外注册", "count/outside-hainan"), words("。")),
        )),
    ]));
    table(&[28, 18, 110], 1, rows)
}

/// The kinds of holdings, by their keys, and how the table calls them.
pub(super) const HOLDINGS: [(&str, &str); 8] = [
    ("invention_patents", "发明专利"),
    ("utility_models", "实用新型"),
    ("designs", "外观设计"),
    ("pct_applications", "PCT申请"),
    ("trademarks", "注册商标"),
    ("geographical_indications", "地理标志"),
    ("plant_varieties", "植物新品种"),
    ("software_copyrights", "软件著作权"),
];

/// The levels of standards, by their keys.
pub(super) const STANDARDS: [(&str, &str); 5] = [
    ("standards_international", "国际标准"),
    ("standards_national", "国家标准"),
    ("standards_industry", "行业标准"),
    ("standards_local", "地方标准"),
    ("standards_group", "团体标准"),
];

/// 知识产权积累: each member's holdings by kind, with sums.
pub(super) fn holdings(facts: &DocumentFacts) -> Block {
    by_member(facts, &HOLDINGS, &[36, 15, 15, 15, 15, 15, 15, 15, 15])
}

/// 参与制定标准: each member's standards by level, with sums.
pub(super) fn standards(facts: &DocumentFacts) -> Block {
    by_member(facts, &STANDARDS, &[56, 20, 20, 20, 20, 20])
}

fn by_member(facts: &DocumentFacts, kinds: &[(&str, &str)], shares: &[u16]) -> Block {
    let mut rows = vec![kinds_row("单位名称", kinds)];
    for (_, one) in facts.members() {
        rows.push(figures_row(cell(words_of(one.as_ref(), "member/name")), one.as_ref(), "member", kinds));
    }
    rows.push(figures_row(head("合计"), facts, "count", kinds));
    table(shares, 1, rows)
}

/// The sums of all members, and what the lead units hold of them.
pub(super) fn totals(facts: &DocumentFacts, kinds: &[(&str, &str)], shares: &[u16]) -> Block {
    let mut rows = vec![kinds_row("范围", kinds), figures_row(head("全体成员单位"), facts, "count", kinds)];
    if facts.one_lead() {
        rows.push(figures_row(head("其中：理事长单位兼秘书长单位"), facts, "chair", kinds));
    } else {
        rows.push(figures_row(head("其中：理事长单位"), facts, "chair", kinds));
        rows.push(figures_row(head("其中：秘书长单位"), facts, "secretary", kinds));
    }
    table(shares, 1, rows)
}

fn kinds_row(first: &str, kinds: &[(&str, &str)]) -> Row {
    row(std::iter::once(head(first)).chain(kinds.iter().map(|(_, kind)| head(*kind))).collect())
}

/// The figures of one unit, or of all together, under the names `of/…`.
fn figures_row(whose: Cell, facts: &dyn Facts, of: &str, kinds: &[(&str, &str)]) -> Row {
    let figures = kinds.iter().map(|(key, _)| cell(figure(facts, &format!("{of}/{key}"))).centred());
    row(std::iter::once(whose).chain(figures).collect())
}

/// A figure. The head of the column says of what, and the column is narrow.
fn figure(facts: &dyn Facts, name: &str) -> Words {
    answer_to(facts, "件数", name).concat()
}

/// 联盟工作机构组成: the posts, the units that hold them, and the persons.
pub(super) fn bodies(facts: &DocumentFacts) -> Block {
    use dossier::Role::{Chair, ChairAndSecretary, Council, Member as Plain, Secretary, ViceChair};
    let role = |member: &Member| member.role.given().copied();
    let mut rows = vec![head_row(&["职务", "单位", "人选"])];
    let post = |title: &str, units: Words, person: Words| {
        row(vec![cell(words(title)).centred(), cell(units), cell(person).centred()])
    };
    let others = |title: Words, units: Words| row(vec![cell(title).centred(), cell(units).over(2)]);
    rows.push(post("理事长单位", facts.words("chair/name"), titled("理事长", facts.words("setup/chairperson"))));
    if count(facts, |member| role(member) == Some(ViceChair)) > 0 || is_known(facts, "setup/vice_chairpersons") {
        let units = names(facts, |member| role(member) == Some(ViceChair));
        rows.push(post(
            "副理事长单位",
            units,
            titled("副理事长", answer_to(facts, "副理事长", "setup/vice_chairpersons").concat()),
        ));
    }
    rows.push(post(
        "秘书长单位",
        facts.words("secretary/name"),
        titled("秘书长", facts.words("secretariat/secretary_general")),
    ));
    let lead = [facts.dossier.chair(), facts.dossier.secretary()];
    let listed_above = |member: &Member| lead.iter().flatten().any(|one| one.id == member.id);
    for (title, wanted) in [
        ("理事长单位", Some(Chair)),
        ("理事长兼秘书长单位", Some(ChairAndSecretary)),
        ("秘书长单位", Some(Secretary)),
        ("理事单位", Some(Council)),
        ("成员单位", Some(Plain)),
    ] {
        let of_it = |member: &Member| role(member) == wanted && !listed_above(member);
        if count(facts, of_it) > 0 {
            rows.push(others(words(title), names(facts, of_it)));
        }
    }
    if count(facts, |member| role(member).is_none()) > 0 {
        let units = names(facts, |member| role(member).is_none());
        rows.push(others(blank("在联盟中的职务"), units));
    }
    table(&[30, 90, 36], 1, rows)
}

fn titled(title: &str, person: Words) -> Words {
    then(words(format!("{title}：")), person)
}

/// A task of Articles 5 to 13 that the alliance sets itself.
pub(super) struct Task {
    pub citation: Citation,
    /// The first words of the article: 建立知识产权研发体系.
    pub title: String,
    pub paragraphs: Vec<Words>,
}

/// The tasks that were written down, in the order of the Measures.
pub(super) fn tasks(facts: &DocumentFacts) -> Vec<Task> {
    let asked = Alliance::QUESTIONS.iter().filter(|question| question.key.starts_with("task_"));
    asked.filter_map(|question| task(facts, question)).collect()
}

fn task(facts: &DocumentFacts, question: &Question) -> Option<Task> {
    let name = format!("alliance/{}", question.key);
    let citation = question.citation.filter(|_| is_known(facts, &name))?;
    let opening = article(citation.article)?.paragraphs.first()?.split('。').next()?;
    Some(Task { citation, title: opening.to_owned(), paragraphs: facts.paragraphs(&name) })
}

/// What stands where no task was written down.
pub(super) fn no_task() -> Words {
    blank("联盟拟开展的主要任务（第五条至第十三条）")
}

/// 主要任务, each under a heading.
pub(super) fn task_sections(facts: &DocumentFacts) -> Vec<Block> {
    let tasks = tasks(facts);
    if tasks.is_empty() {
        return vec![paragraph(Role::Body, no_task())];
    }
    let section = |task: Task| {
        let title = format!("{}（{}）", task.title, task.citation.words().zh);
        let body = task.paragraphs.into_iter().map(|words| paragraph(Role::Body, words));
        std::iter::once(heading(2, title)).chain(body).collect::<Vec<_>>()
    };
    tasks.into_iter().flat_map(section).collect()
}
