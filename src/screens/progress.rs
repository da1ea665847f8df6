//! The task list: what there is to do, and how far each task is.

use super::route::Route;
use crate::checks::{Assessment, ItemState, Severity, Verdict, charter};
use crate::dossier::{Dossier, Fact, FactPath, FactState, Member, Question, Section};
use crate::language::{Label, label};

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// 未开始.
    NotStarted,
    /// 进行中.
    InProgress,
    /// 已完成.
    Done,
    /// 有问题: something typed cannot be read, or contradicts the Measures or itself.
    Problem,
    /// 暂不能开始: another task comes first.
    Blocked,
}

impl Progress {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::NotStarted => label("未开始", "Not started"),
            Self::InProgress => label("进行中", "In progress"),
            Self::Done => label("已完成", "Done"),
            Self::Problem => label("有问题", "Has a problem"),
            Self::Blocked => label("暂不能开始", "Cannot start yet"),
        }
    }

    /// A word for style sheets.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::InProgress => "in-progress",
            Self::Done => "done",
            Self::Problem => "problem",
            Self::Blocked => "blocked",
        }
    }
}

/// One row of the task list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The screen it opens.
    pub route: Route,
    /// What it is called.
    pub title: Label,
    /// What it is about, in a line.
    pub lead: Label,
}

/// The tasks in the order they are best done; any order is possible.
pub const TASKS: &[Task] = &[
    Task {
        route: Route::Eligibility,
        title: label("资格自查", "Eligibility"),
        lead: label(
            "逐条对照设立条件，看看符不符合、还差什么",
            "Each condition of founding: met or not, and what is missing",
        ),
    },
    Task {
        route: Route::Alliance,
        title: label("联盟基本情况", "The alliance"),
        lead: label("名称、产业、住所、宗旨、任务、联系人", "Name, industry, domicile, purpose, tasks, contact"),
    },
    Task {
        route: Route::Members,
        title: label("成员单位", "Members"),
        lead: label("不少于 10 家；可从 Excel 整块粘贴", "Ten or more; paste them from Excel in one block"),
    },
    Task {
        route: Route::Secretariat,
        title: label("秘书处", "Secretariat"),
        lead: label("办公场所、专职人员、秘书长", "Premises, full-time staff, secretary-general"),
    },
    Task {
        route: Route::Setup,
        title: label("组建程序", "Steps of establishment"),
        lead: label(
            "筹建的各个步骤、成立大会和表决结果",
            "The steps of preparation, the founding congress and its votes",
        ),
    },
    Task {
        route: Route::Charter,
        title: label("联盟章程", "Charter"),
        lead: label(
            "九章，在各种约定中选择，随时预览",
            "Nine chapters: choose among the alternatives and see the text at once",
        ),
    },
    Task {
        route: Route::Materials,
        title: label("备案材料", "Materials"),
        lead: label(
            "第二十条的八项材料，还差哪些签字、盖章和证照",
            "The eight materials of Article 20: which signatures, seals and licences are missing",
        ),
    },
    Task {
        route: Route::Review,
        title: label("核对", "Review"),
        lead: label("所有答案和发现的问题，在一页上看完", "Every answer and every finding on one page"),
    },
];

/// How far the facts of a part or of a member are, of those that are asked for.
fn of_facts<'a>(
    dossier: &Dossier,
    member: Option<&Member>,
    facts: impl Iterator<Item = (&'static Question, &'a dyn Fact)>,
) -> Progress {
    let (mut given, mut wanting, mut unread) = (false, false, false);
    for (question, fact) in facts.filter(|(question, _)| dossier.asks(question, member)) {
        match fact.state() {
            FactState::Given => given = true,
            FactState::Unread(_) => unread = true,
            FactState::Blank => wanting |= dossier.wants(question, member),
        }
    }
    match (unread, given, wanting) {
        (true, ..) => Progress::Problem,
        (_, _, false) => Progress::Done,
        (_, true, true) => Progress::InProgress,
        (_, false, true) => Progress::NotStarted,
    }
}

fn of_members(dossier: &Dossier) -> Progress {
    let each: Vec<Progress> =
        dossier.members.iter().map(|member| of_facts(dossier, Some(member), member.facts())).collect();
    if each.is_empty() {
        Progress::NotStarted
    } else if each.contains(&Progress::Problem) {
        Progress::Problem
    } else if each.iter().all(|progress| *progress == Progress::Done) {
        Progress::Done
    } else {
        Progress::InProgress
    }
}

impl Progress {
    /// How far the task behind `route` is.
    #[must_use]
    pub fn of(route: &Route, dossier: &Dossier, assessment: &Assessment) -> Self {
        let (of_facts, section) = match route {
            Route::Alliance => (of_facts(dossier, None, dossier.alliance.facts()), Section::Alliance),
            Route::Members => (of_members(dossier), Section::Members),
            Route::Secretariat => (of_facts(dossier, None, dossier.secretariat.facts()), Section::Secretariat),
            Route::Setup => (of_facts(dossier, None, dossier.setup.facts()), Section::Setup),
            Route::Charter => (of_charter(dossier, assessment), Section::Charter),
            Route::Materials => (of_materials(dossier, assessment), Section::Materials),
            Route::Eligibility => return of_eligibility(dossier, assessment),
            _ => return of_review(dossier, assessment),
        };
        let contradicted = assessment.findings.iter().any(|finding| {
            finding.severity == Severity::Error && finding.facts.first().and_then(FactPath::section) == Some(section)
        });
        if contradicted && of_facts != Self::NotStarted { Self::Problem } else { of_facts }
    }
}

fn of_eligibility(dossier: &Dossier, assessment: &Assessment) -> Progress {
    match assessment.eligible() {
        _ if *dossier == Dossier::default() => Progress::NotStarted,
        Verdict::Unmet => Progress::Problem,
        Verdict::Unknown => Progress::InProgress,
        Verdict::Met => Progress::Done,
    }
}

/// The model charter needs no touch; it is done when no blank is left in it.
fn of_charter(dossier: &Dossier, assessment: &Assessment) -> Progress {
    let verdict = assessment.outcomes.iter().find(|outcome| outcome.rule.id == charter::RULE.id);
    match verdict.map(|outcome| outcome.verdict) {
        _ if *dossier == Dossier::default() => Progress::NotStarted,
        Some(Verdict::Met) => Progress::Done,
        Some(Verdict::Unmet) => Progress::Problem,
        Some(Verdict::Unknown) | None => Progress::InProgress,
    }
}

fn of_materials(dossier: &Dossier, assessment: &Assessment) -> Progress {
    let every = |state| assessment.materials.iter().all(|item| item.state == state);
    if dossier.members.is_empty() {
        Progress::Blocked
    } else if every(ItemState::NotStarted) {
        Progress::NotStarted
    } else if every(ItemState::Ready) {
        Progress::Done
    } else {
        Progress::InProgress
    }
}

fn of_review(dossier: &Dossier, assessment: &Assessment) -> Progress {
    let others = || {
        let tasks = TASKS.iter().filter(|task| task.route != Route::Review);
        tasks.map(|task| Progress::of(&task.route, dossier, assessment))
    };
    if *dossier == Dossier::default() {
        Progress::NotStarted
    } else if others().any(|progress| progress == Progress::Problem) {
        Progress::Problem
    } else if others().all(|progress| progress == Progress::Done) {
        Progress::Done
    } else {
        Progress::InProgress
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::Member;

    fn unassessed() -> Assessment {
        Assessment { outcomes: Vec::new(), findings: Vec::new(), materials: Vec::new() }
    }

    fn dossier(answers: &[(&str, &str)]) -> Dossier {
        let mut dossier = Dossier::default();
        dossier.members.push(Member { id: "m1".into(), ..Member::default() });
        for (path, typed) in answers {
            dossier.fact_mut(&(*path).into()).unwrap().put(typed);
        }
        dossier
    }

    #[test]
    fn a_part_is_begun_by_its_first_answer_and_done_by_its_last_required_one() {
        let rows = [
            ("nothing answered", vec![], Progress::NotStarted),
            ("one answered", vec![("secretariat/premises", "海口市")], Progress::InProgress),
            ("one that cannot be read", vec![("secretariat/full_time_staff", "几个")], Progress::Problem),
            (
                "all answered",
                vec![
                    ("secretariat/hainan_unit", "yes"),
                    ("secretariat/fixed_premises", "yes"),
                    ("secretariat/premises", "海口市"),
                    ("secretariat/full_time_staff", "2"),
                    ("secretariat/secretary_general", "张三"),
                    ("secretariat/secretary_general_post", "主任"),
                    ("secretariat/secretary_general_phone", "0898-65332211"),
                    ("secretariat/from_unit", "unsure"),
                ],
                Progress::Done,
            ),
        ];
        for (case, answers, expected) in rows {
            assert_eq!(Progress::of(&Route::Secretariat, &dossier(&answers), &unassessed()), expected, "{case}");
        }
    }

    #[test]
    fn materials_wait_for_the_members_whose_licences_they_are() {
        assert_eq!(Progress::of(&Route::Materials, &Dossier::default(), &unassessed()), Progress::Blocked);
        assert_ne!(Progress::of(&Route::Materials, &dossier(&[]), &unassessed()), Progress::Blocked);
    }

    #[test]
    fn in_an_empty_dossier_no_task_is_begun_or_wrong() {
        for task in TASKS {
            let progress = Progress::of(&task.route, &Dossier::default(), &unassessed());
            assert!(matches!(progress, Progress::NotStarted | Progress::Blocked), "{}", task.title.zh);
        }
    }
}
