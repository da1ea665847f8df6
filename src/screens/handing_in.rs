//! What comes after the bundle: getting it signed, handing it in, what the offices do with it, and the duties that follow.
//!
//! Every step names the place of the Measures that it comes from, or is marked as a hint. Where the text sets no time,
//! none is told.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::route::{Address, Route};
use crate::calendar::{change_filing_deadline, publication_end, year_end_report_due};
use crate::checks::{Assessment, Need};
use crate::dossier::{Dossier, Fact, FactPath, YesNo};
use crate::language::{Label, Message, label};
use crate::measures::Citation;
use crate::message;

/// Steps that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Who acts, or when.
    pub title: Label,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// Something that is to be done or that will happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub what: Message,
    /// Whether it is done, where the dossier knows.
    pub done: Option<bool>,
    /// Where the Measures say so; `None` for what is a hint.
    pub citation: Option<Citation>,
    /// 提示: what the text leaves open, and what is usual.
    pub hint: Option<Message>,
    /// Where it is done or looked at.
    pub address: Option<Address>,
}

impl Step {
    fn by(citation: Citation, what: Message) -> Self {
        Self { what, done: None, citation: Some(citation), hint: None, address: None }
    }

    fn usual(what: Message) -> Self {
        Self { what, done: None, citation: None, hint: None, address: None }
    }

    fn known(self, done: bool) -> Self {
        Self { done: Some(done), ..self }
    }

    fn hint(self, hint: Message) -> Self {
        Self { hint: Some(hint), ..self }
    }

    fn at(self, address: Address) -> Self {
        Self { address: Some(address), ..self }
    }
}

/// The stages from the bundle on, for a dossier on a day.
#[must_use]
pub fn stages(dossier: &Dossier, assessment: &Assessment, today: NaiveDate) -> Vec<Stage> {
    vec![
        Stage {
            title: label("打印、签字、盖章", "Print, sign and seal"), steps: on_paper(dossier, assessment)
        },
        Stage { title: label("报送", "Hand in"), steps: handing_in(dossier) },
        Stage { title: label("受理之后", "What the offices then do"), steps: offices(today) },
        Stage { title: label("准予备案以后", "Once registered"), steps: duties(dossier, today) },
    ]
}

fn on_paper(dossier: &Dossier, assessment: &Assessment) -> Vec<Step> {
    let of = |number: u8, key: &str| {
        let item = assessment.materials.iter().find(|item| item.number == number);
        let needs = item.map(|item| item.needs.as_slice()).unwrap_or_default();
        let of_key = |need: &&Need| need.first_key() == Some(key);
        let (mut done, mut all) = (0, 0);
        for need in needs.iter().filter(of_key) {
            done += usize::from(need.is_done());
            all += 1;
        }
        (done, all)
    };
    let once = |number: u8, key: &'static str, what: Message| {
        let step = Step::by(Citation::item(20, number), what);
        step.known(of(number, key) == (1, 1)).at(Address::of_fact(&FactPath::new(format!("materials/{key}"))))
    };
    let (signed, sealed, certificates) = (of(2, "charter_signed"), of(2, "charter_sealed"), of(4, "attachments"));
    let stamped = dossier.members.iter().filter(|member| member.copy_stamped.given() == Some(&YesNo::Yes)).count();
    let whole = |(done, all): (usize, usize)| all > 0 && done == all;
    let ((s, of_s), (c, of_c), (a, of_a)) = (signed, sealed, certificates);
    let mut steps = vec![
        Step::usual(copies(dossier))
            .hint(message!(
                "办法没有规定份数和装订，以受理部门要求为准。",
                "The Measures set neither number nor binding: what the office asks for prevails."
            ))
            .at(Address::of_fact(&"materials/originals".into())),
        once(1, "application_sealed", message!("备案申请表由负责人签字、加盖公章", "The application form signed and sealed")),
        Step::by(
            Citation::item(20, 2),
            message!(
                "章程由各成员单位的法定代表人共同签署（{s}/{of_s}）并加盖单位公章（{c}/{of_c}）",
                "The charter signed by every member’s legal representative ({s}/{of_s}) and sealed by every member ({c}/{of_c})"
            ),
        )
        .known(whole(signed) && whole(sealed))
        .at(Route::Materials.address()),
        once(3, "profiles_sealed", message!("理事长单位、秘书长单位简介由本单位盖章", "The profiles sealed by the chair and the secretary-general unit")),
        Step::by(
            Citation::item(20, 4),
            message!(
                "各成员单位的证照复印件齐全（已附 {a}/{of_a}）",
                "A copy of every member’s licence ({a}/{of_a} attached)"
            ),
        )
        .known(whole(certificates))
        .hint(message!(
            "复印件一般注明“与原件一致”并由持证单位盖章（已办 {stamped} 家）。",
            "Copies usually bear “与原件一致” and the holder’s seal ({stamped} of them do)."
        ))
        .at(Route::Materials.address()),
        once(7, "minutes_signed", message!("成立会议纪要由主持人、记录人和参会代表签字", "The minutes signed by the chair of the meeting, the recorder and the representatives")),
    ];
    steps.push(Step::usual(message!(
        "多页材料加盖骑缝章，按材料目录的顺序左侧装订",
        "Seal across the pages, and bind at the left in the order of the list of materials"
    )));
    steps
}

fn copies(dossier: &Dossier) -> Message {
    match dossier.materials.originals.given().map(|copies| copies.get()) {
        Some(copies) => message!("用 A4 纸打印 {copies} 份", "Print {copies} copies on A4"),
        None => message!("用 A4 纸打印，一般一式三份", "Print on A4, usually three copies"),
    }
}

fn handing_in(dossier: &Dossier) -> Vec<Step> {
    let division = dossier.alliance.division.given();
    let to = match division.map(|division| division.office()) {
        Some(Message { zh, en }) => Step::by(
            Citation::article(20),
            message!(
                "把签字盖章的纸质材料和电子材料包一并交{zh}",
                "Hand the signed papers and the bundle of files to {en}"
            ),
        ),
        None => Step::by(
            Citation::article(20),
            message!(
                "向联盟所在地的知识产权管理部门申请：先填写联盟所在市县",
                "Apply to the office of the alliance’s place: fill in its city or county first"
            ),
        )
        .known(false),
    };
    vec![
        to.at(Address::of_fact(&"alliance/division".into())).hint(message!(
            "办法只写“知识产权管理部门”，没有写明是哪个机构；报送前请电话确认地址、份数和电子材料的提交方式。",
            "The Measures name the kind of office only: ask by telephone for its address, the number of copies and how to give in the files."
        )),
        Step::usual(message!(
            "留存一套完整的副本和回执，并导出草稿存到别处",
            "Keep a complete copy and the receipt, and export a draft and keep it elsewhere"
        )),
    ]
}

fn offices(today: NaiveDate) -> Vec<Step> {
    let example = match publication_end(today) {
        Ok(end) => {
            message!(
                "举例：若今天（{today}）开始公示，到 {end} 为止。",
                "For example, begun today ({today}) it would end on {end}."
            )
        }
        Err(unknown) => unknown.message(),
    };
    vec![
        Step::by(
            Citation::article(21),
            message!(
                "市县知识产权管理部门审核材料的真实性和完整性，必要时现场考察；符合规定的出具推荐函，报省知识产权局",
                "The city or county office checks that the materials are true and complete, on site if need be; where they are, it recommends the alliance to the province"
            ),
        )
        .hint(message!("办法没有规定审核的期限。", "The Measures set no time for this.")),
        Step::by(
            Citation::article(22),
            message!(
                "省知识产权局复核，同意的在官网公示 5 个工作日",
                "The province’s office re-checks, and publishes on its site for 5 working days what it agrees to"
            ),
        )
        .hint(example),
        Step::by(
            Citation::article(22),
            message!(
                "公示期满无异议的，予以备案，发出准予备案通知书；不予备案的，告知理由",
                "Without objection the alliance is registered and notified; otherwise it is told why not"
            ),
        ),
    ]
}

fn duties(dossier: &Dossier, today: NaiveDate) -> Vec<Step> {
    let deadline = change_filing_deadline(today);
    let division = dossier.alliance.division.given().map(|division| division.office());
    let (zh, en) = division
        .map_or(("所在地知识产权管理部门".to_owned(), "the local office".to_owned()), |office| {
            (office.zh, office.en)
        });
    let report = match year_end_report_due(today.year()) {
        Some(due) => message!(
            "办法只写“每年年底”；按 {due} 准备较为稳妥。",
            "The text says “at the end of each year” only; {due} is a safe day to be ready by."
        ),
        None => message!("办法只写“每年年底”。", "The text says “at the end of each year” only."),
    };
    vec![
        Step::by(
            Citation::article(32),
            message!(
                "会员大会换届、章程变更、法定代表人和成员单位变化、重大活动组织等，自变更之日起 10 日内向{zh}备案，抄送省知识产权局",
                "Elections, changes of charter, legal representatives or members, and major events: file within 10 days with {en}, copy to the province"
            ),
        )
        .hint(message!(
            "举例：今天变更的，最迟 {deadline}。办法没有写明是否工作日，这里按自然日计算（较严）。",
            "For example, a change of today is due by {deadline}. The text does not say which days; these are calendar days, the stricter reading."
        )),
        Step::by(
            Citation::article(33),
            message!(
                "每年年底向{zh}报送年度工作总结、下年度工作计划和支持经费使用情况报告，抄送省知识产权局",
                "At the end of each year: report, next year’s plan and the use of public support to {en}, copy to the province"
            ),
        )
        .hint(report),
        Step::by(
            Citation::article(31),
            message!(
                "接受每年的工作成效考核；连续两年不合格的，撤销备案资格",
                "A yearly review; two years of failing in a row cost the registration"
            ),
        ),
        Step::by(
            Citation::article(28),
            message!(
                "按申请表所附承诺，遵守办法规定的各项原则",
                "Keep the principles that the form’s promise names"
            ),
        ),
    ]
}

/// What the bundle holds: how many documents, and of how many members the licence is attached.
#[must_use]
pub fn in_hand(dossier: &Dossier) -> Message {
    let documents = super::PAPERS.len();
    let owners: BTreeSet<&str> = dossier.attachments.iter().filter_map(|file| file.member.as_deref()).collect();
    let with_licence = dossier.members.iter().filter(|member| owners.contains(member.id.as_str()));
    let files = dossier.attachments.iter().filter(|file| file.member.is_some()).count();
    let (licences, members, others) = (with_licence.count(), dossier.members.len(), dossier.attachments.len() - files);
    let (others, others_en) = match others {
        0 => (String::new(), String::new()),
        _ => (format!("{others} 个其他附件，"), format!("{others} other files, ")),
    };
    let name = dossier.alliance.name.text();
    let (zh, en) = match name.trim() {
        "" => ("本联盟", "the alliance"),
        name => (name, name),
    };
    message!(
        "{zh}的 {documents} 份文书（Word 和 PDF），{files} 个证照文件（{members} 家中 {licences} 家已附），{others}一册可直接打印的申报材料汇编，以及可再次导入的数据和校验值。",
        "{documents} documents of {en} (Word and PDF), {files} certificate files ({licences} of {members} members), {others_en}one book of everything ready to print, and the data, to be imported again, with checksums."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::assess;
    use crate::dossier::sample;

    const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 7, 1).unwrap();

    fn told(dossier: &Dossier, today: NaiveDate) -> Vec<Step> {
        stages(dossier, &assess(dossier, today), today).into_iter().flat_map(|stage| stage.steps).collect()
    }

    fn step(steps: &[Step], words: &str) -> Step {
        steps.iter().find(|step| step.what.zh.contains(words)).unwrap_or_else(|| panic!("{words}: {steps:#?}")).clone()
    }

    #[test]
    fn a_step_says_what_the_dossier_knows_of_it() {
        let mut dossier = sample();
        dossier.fact_mut(&"members/m05/charter_sealed".into()).unwrap().put("no");
        dossier.fact_mut(&"materials/originals".into()).unwrap().put("4");
        let steps = told(&dossier, TODAY);
        assert_eq!(step(&steps, "章程由各成员单位").done, Some(false));
        assert!(step(&steps, "章程由各成员单位").what.zh.contains("共同签署（12/12）并加盖单位公章（11/12）"));
        assert_eq!(step(&steps, "备案申请表").done, Some(true));
        assert_eq!(step(&steps, "证照复印件").done, Some(false));
        assert!(step(&steps, "打印").what.zh.contains("4 份"));
        assert!(step(&told(&Dossier::default(), TODAY), "打印").what.zh.contains("三份"));
    }

    #[test]
    fn it_goes_to_the_office_of_the_place_and_asks_for_the_place_where_it_is_not_known() {
        let at_the_sample = step(&told(&sample(), TODAY), "纸质材料和电子材料包");
        let office = sample().alliance.division.given().unwrap().office().zh;
        assert!(at_the_sample.what.zh.ends_with(&office), "{}", at_the_sample.what.zh);
        let unknown = step(&told(&Dossier::default(), TODAY), "先填写联盟所在市县");
        assert_eq!(unknown.address.unwrap().to_string(), "#/alliance?fact=alliance/division");
    }

    #[test]
    fn what_the_text_does_not_say_is_a_hint_and_every_citation_resolves() {
        for step in told(&sample(), TODAY) {
            match step.citation {
                Some(citation) => assert!(citation.resolve().is_some(), "{citation}"),
                None => assert!(["打印", "骑缝章", "留存"].iter().any(|word| step.what.zh.contains(word))),
            }
        }
    }

    #[test]
    fn days_are_counted_by_the_calendar_and_never_guessed() {
        let steps = told(&sample(), TODAY);
        assert!(step(&steps, "公示 5 个工作日").hint.unwrap().zh.contains("到 2026-07-08 为止"));
        assert!(step(&steps, "10 日内").hint.unwrap().zh.contains("最迟 2026-07-11"));
        assert!(step(&steps, "每年年底").hint.unwrap().zh.contains("2026-12-31"));
        let unknown = told(&sample(), NaiveDate::from_ymd_opt(2031, 1, 5).unwrap());
        assert!(step(&unknown, "公示 5 个工作日").hint.unwrap().zh.contains("尚无2031年"));
    }

    #[test]
    fn what_is_in_hand_is_counted() {
        assert!(in_hand(&sample()).zh.contains("12 家中 0 家已附），一册"));
        let mut dossier = sample();
        let file = |id: &str, member: Option<&str>| {
            let record = serde_json::json!({"id": id, "member": member, "name": "证照.pdf", "media_type": "pdf", "size": 1,
                "crc32": 1, "sha256": id});
            serde_json::from_value(record).unwrap()
        };
        dossier.attachments = vec![file("a", Some("m01")), file("b", Some("m01")), file("c", None)];
        assert!(in_hand(&dossier).zh.contains("2 个证照文件（12 家中 1 家已附），1 个其他附件，一册"));
        assert!(in_hand(&Dossier::default()).zh.starts_with("本联盟的 9 份文书"));
    }
}
