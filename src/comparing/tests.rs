use proptest::prelude::*;

use super::*;
use crate::charter::edit;
use crate::dossier::{Attachment, Comment, Fact, FactPath, MediaType, Member, OwnClause, Turn, sample};

/// What is done to the sample.
type Change = fn(&mut Dossier);

/// A difference as one line: part, unit, what, before → after.
fn line(difference: &Difference) -> String {
    let Difference { section, unit, what, before, after } = difference;
    let unit = unit.as_ref().map(|unit| format!("{}：", unit.zh)).unwrap_or_default();
    format!("{}｜{unit}{}｜{}→{}", section.label().zh, what.zh, before.zh, after.zh)
}

fn lines(here: &Dossier, there: &Dossier) -> Vec<String> {
    compare(here, there).iter().map(line).collect()
}

fn put(dossier: &mut Dossier, path: &str, typed: &str) {
    dossier.fact_mut(&FactPath::from(path)).unwrap().put(typed);
}

fn attachment(id: &str, member: Option<&str>, name: &str, sha256: &str) -> Attachment {
    Attachment {
        id: id.into(),
        material: None,
        member: member.map(str::to_owned),
        name: name.into(),
        media_type: MediaType::Pdf,
        size: 9,
        crc32: 1,
        sha256: sha256.into(),
        inspection: None,
        turn: Turn::default(),
        extra: serde_json::Map::new(),
    }
}

fn ids() -> impl FnMut(&str) -> String {
    let mut numbers = 1..;
    move |prefix| format!("{prefix}-new-{}", numbers.next().unwrap())
}

#[test]
fn a_difference_is_told_in_the_words_of_its_question() {
    let name = sample().members[2].name.text();
    let rows: [(&str, Change, String); 13] = [
        (
            "a fact of the alliance",
            |there| put(there, "alliance/short_name", "新简称"),
            format!("联盟基本情况｜简称｜{}→新简称", sample().alliance.short_name.text()),
        ),
        (
            "a choice, in its words",
            |there| put(there, "members/m03/category", "institute"),
            format!("成员单位｜{name}：单位类别｜高等院校→科研机构"),
        ),
        (
            "what cannot be read, as it was typed",
            |there| put(there, "members/m03/uscc", "9146"),
            format!("成员单位｜{name}：统一社会信用代码｜{}→9146", sample().members[2].uscc.text()),
        ),
        (
            "an answer taken back",
            |there| put(there, "setup/meeting_place", ""),
            format!("组建程序｜{}｜{}→", "会议地点", sample().setup.meeting_place.text()),
        ),
        (
            "a choice of the charter",
            |there| edit::choose(there, "assembly", "half-yearly"),
            "联盟章程｜成员大会多久召开一次？｜每年至少召开一次→每半年至少召开一次".to_owned(),
        ),
        (
            "a choice of a newer version",
            |there| edit::choose(there, "colour", "red"),
            "联盟章程｜章程选项“colour”｜→red".to_owned(),
        ),
        (
            "a clause in other words",
            |there| edit::reword(there, "basis", "甲。"),
            "联盟章程｜制定依据｜（范本条文）→甲。".to_owned(),
        ),
        (
            "a clause that is left out",
            |there| edit::switch(there, "basis", false),
            "联盟章程｜制定依据｜采用→不采用".to_owned(),
        ),
        (
            "a clause of one's own",
            |there| {
                there.charter.own.push(OwnClause {
                    id: "x".into(),
                    chapter: 3,
                    text: "乙。".into(),
                    ..OwnClause::default()
                })
            },
            "联盟章程｜自拟条款（第 3 章）｜→乙。".to_owned(),
        ),
        (
            "a comment",
            |there| there.charter.comments.push(comment("k1")),
            "联盟章程｜批注：制定依据｜→甲：再议".to_owned(),
        ),
        (
            "an attachment, with the unit whose it is",
            |there| there.attachments.push(attachment("a9", Some("m03"), "证书.pdf", "ff")),
            format!("备案材料｜附件｜→“证书.pdf”（{name}）"),
        ),
        (
            "what a newer version wrote",
            |there| drop(there.alliance.extra.insert("motto".into(), "和".into())),
            "联盟基本情况｜本版本不认识的内容“motto”｜→\"和\"".to_owned(),
        ),
        (
            "a member that is not there",
            |there| drop(there.members.remove(2)),
            format!(
                "成员单位｜成员单位｜{name}（{}），已填 {} 项→",
                sample().members[2].uscc.text(),
                told(&sample().members[2])
            ),
        ),
    ];
    for (what, change, expected) in rows {
        let mut there = sample();
        change(&mut there);
        assert_eq!(lines(&sample(), &there), [expected], "{what}");
    }
}

fn told(member: &Member) -> usize {
    Member::QUESTIONS.iter().filter(|question| !member.fact(question.key).unwrap().text().is_empty()).count()
}

#[test]
fn a_default_that_is_chosen_is_no_difference() {
    let mut there = sample();
    let unchosen = crate::charter::choices().iter().find(|choice| !there.charter.choices.contains_key(choice.id));
    let choice = unchosen.unwrap_or(&crate::charter::choices()[0]);
    let mut here = sample();
    here.charter.choices.remove(choice.id);
    edit::choose(&mut there, choice.id, choice.default().id);
    assert_eq!(lines(&here, &there), [""; 0]);
}

#[test]
fn members_are_found_by_id_code_and_name_and_two_units_are_never_mixed() {
    let member = |id: &str, name: &str, uscc: &str| {
        let mut member = Member { id: id.into(), ..Member::default() };
        member.name.put(name);
        member.uscc.put(uscc);
        member
    };
    let (one, two) = ("91460200YLDW00015Q", "91110000600037341L");
    let rows = [
        ("the same id", ("m1", "甲", ""), ("m1", "甲", one), true),
        ("the same id, a corrected name, the same code", ("m1", "甲", one), ("m1", "甲公司", one), true),
        ("the same id, a corrected code, the same name", ("m1", "甲", one), ("m1", "甲", two), true),
        ("the same id by chance", ("m1", "甲", one), ("m1", "乙", two), false),
        ("the same id by chance, without codes", ("m1", "甲", ""), ("m1", "乙", ""), false),
        ("the same code", ("m1", "甲", one), ("m7", "甲公司", one), true),
        ("the same name, one code", ("m1", "甲", ""), ("m7", "甲", two), true),
        ("the same name, two codes", ("m1", "甲", one), ("m7", "甲", two), false),
        ("two without a name", ("m1", "", ""), ("m7", "", ""), false),
    ];
    for (what, (id, name, uscc), (other_id, other_name, other_uscc), same) in rows {
        let here = [member(id, name, uscc)];
        let there = [member(other_id, other_name, other_uscc)];
        let pairs = Pairs::of(&here.into(), &there.into());
        assert_eq!(pairs.there(0).is_some(), same, "{what}");
        assert_eq!(pairs.here(0).is_some(), same, "{what}");
    }
}

#[test]
fn a_file_of_the_same_bytes_is_the_same_file_whatever_became_of_it() {
    let name = sample().members[0].name.text();
    let mut here = sample();
    here.attachments = vec![attachment("a1", Some("m01"), "甲.pdf", "aa")];
    let mut there = here.clone();
    there.attachments[0] = attachment("a7", Some("m01"), "甲.pdf", "aa");
    assert_eq!(lines(&here, &there), [""; 0]);
    there.attachments[0].turn = Turn::default().further();
    assert_eq!(lines(&here, &there), [format!("备案材料｜附件｜“甲.pdf”（{name}）→“甲.pdf”（{name}），右转 90 度")]);
    there.attachments[0] = attachment("a7", None, "乙.pdf", "aa");
    assert_eq!(lines(&here, &there), [format!("备案材料｜附件｜“甲.pdf”（{name}）→“乙.pdf”")]);
}

#[test]
fn a_long_text_is_shown_around_where_it_differs() {
    let difference = |before: &str, after: &str| {
        let [before, after] = [before, after].map(|text| message!("{text}", "{text}"));
        Difference { section: Section::Alliance, unit: None, what: nothing(), before, after }
    };
    let long = |middle: &str| format!("{}{middle}{}", "一".repeat(100), "二".repeat(100));
    let rows = [
        ("甲", "乙", "甲", "乙"),
        ("", &long("甲"), "", "一一一一一一一一…"),
        (&long("甲"), &long("乙"), "…一一甲二二二二二…", "…一一乙二二二二二…"),
        (&long("甲"), "", "一一一一一一一一…", ""),
    ];
    for (before, after, was, is) in rows {
        let (before, after) = difference(before, after).excerpts(8);
        assert_eq!((before.zh.as_str(), after.zh.as_str()), (was, is));
    }
}

#[test]
fn another_order_is_told_once() {
    let mut there = sample();
    there.members.swap(0, 1);
    edit::shift(&mut there, "basis", edit::Direction::Down);
    let found = lines(&sample(), &there);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found[0].starts_with("成员单位｜成员单位的先后次序｜海南示例南繁种业科技有限公司、"), "{found:?}");
    assert!(found[1].starts_with("联盟章程｜第 1 章条文的先后次序｜"), "{found:?}");
}

#[test]
fn what_is_missing_is_added_and_what_stands_here_is_not_touched() {
    let mut here = Dossier::default();
    put(&mut here, "alliance/name", "这里的联盟");
    let mut member = Member { id: "m02".into(), ..Member::default() };
    member.name.put(&sample().members[0].name.text());
    member.contact_name.put("这里的联系人");
    here.members.push(member);
    here.attachments.push(attachment("a1", None, "这里.pdf", "aa"));
    let mut there = sample();
    there.attachments = vec![
        attachment("a1", Some("m01"), "那里.pdf", "bb"),
        attachment("a2", Some("m02"), "同一个.pdf", "aa"),
        attachment("a3", Some("m02"), "又一个.pdf", "cc"),
    ];
    let joined = supplement(&here, &there, ids());
    assert_eq!(joined.alliance.name.text(), "这里的联盟");
    assert_eq!(joined.alliance.purpose, there.alliance.purpose);
    assert_eq!(joined.members.len(), there.members.len());
    assert_eq!((joined.members[0].id.as_str(), joined.members[0].contact_name.text()), ("m02", "这里的联系人".into()));
    assert_eq!(joined.members[0].uscc, there.members[0].uscc);
    assert_eq!((joined.members[1].id.as_str(), &joined.members[1].name), ("m-new-1", &there.members[1].name));
    let attached: Vec<(&str, Option<&str>, &str)> = joined
        .attachments
        .iter()
        .map(|record| (record.id.as_str(), record.member.as_deref(), record.name.as_str()))
        .collect();
    assert_eq!(
        attached,
        [("a1", None, "这里.pdf"), ("a-new-2", Some("m02"), "那里.pdf"), ("a3", Some("m-new-1"), "又一个.pdf"),]
    );
    assert_eq!(joined.charter, here.charter);
}

#[test]
fn what_others_say_of_the_charter_is_added_to_what_is_said_here() {
    let (mut here, mut there) = (sample(), sample());
    here.charter.comments = vec![Comment { resolved: true, ..comment("k1") }];
    there.charter.comments = vec![comment("k1"), comment("k2")];
    let joined = supplement(&here, &there, ids());
    assert_eq!(joined.charter.comments, [here.charter.comments[0].clone(), comment("k2")]);
}

fn comment(id: &str) -> Comment {
    Comment { id: id.into(), clause: "basis".into(), author: "甲".into(), text: "再议".into(), ..Comment::default() }
}

#[test]
fn whatever_is_supplemented_only_adds_and_adds_nothing_twice() {
    let mut there = sample();
    put(&mut there, "alliance/name", "别的名称");
    let joined = supplement(&Dossier::default(), &there, ids());
    assert!(compare(&Dossier::default(), &joined).iter().all(|difference| difference.effect() == Effect::Added));
    assert_eq!(supplement(&joined, &there, ids()), joined);
    assert_eq!(supplement(&there, &Dossier::default(), ids()), there);
}

/// Any fact of the sample, but a member's code: who loses it and changes name as well is another unit, not a changed one.
fn path() -> impl Strategy<Value = String> {
    let parts = facts::PARTS
        .iter()
        .flat_map(|(part, questions)| questions.iter().map(move |one| format!("{part}/{}", one.key)));
    let members = Member::QUESTIONS.iter().map(|question| question.key).filter(|key| *key != "uscc");
    let paths: Vec<String> = parts.chain(members.map(|key| format!("members/m05/{key}"))).collect();
    prop::sample::select(paths)
}

proptest! {
    #[test]
    fn exactly_the_facts_that_were_changed_are_told(changes in prop::collection::btree_map(path(), "[a-z0-9甲乙<=\n ]{0,12}", 0..8)) {
        let (here, mut there) = (sample(), sample());
        for (path, typed) in &changes {
            put(&mut there, path, typed);
        }
        let changed = changes.keys().filter(|path| {
            let path = FactPath::new(path.as_str());
            here.fact(&path).map(Fact::text) != there.fact(&path).map(Fact::text)
        });
        let found = compare(&here, &there);
        prop_assert_eq!(found.len(), changed.count());
        prop_assert_eq!(compare(&there, &here).len(), found.len());
        prop_assert!(compare(&here, &here).is_empty());
    }
}
