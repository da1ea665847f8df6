//! What the language does, by example, and what it never does.

use proptest::prelude::*;

use super::*;
use crate::dossier::{AllianceKind, Dossier, Member, Prose, Role, Text};

fn dossier() -> Dossier {
    let mut dossier = Dossier::default();
    dossier.alliance.name = Text::from("海南省示例产业知识产权联盟").into();
    dossier.alliance.kind = AllianceKind::Industry.into();
    dossier.alliance.purpose = Prose::from("服务产业。\n\n保护创新。").into();
    dossier.setup.meeting_on = crate::dossier::Answer::typed("2026-03-05");
    for (id, name, role, patents) in [("a", "示例甲公司", Role::Chair, "12"), ("b", "示例乙大学", Role::Member, "30")]
    {
        dossier.members.push(Member {
            id: id.into(),
            name: Text::from(name).into(),
            role: role.into(),
            invention_patents: crate::dossier::Answer::typed(patents),
            ..Member::default()
        });
    }
    dossier
}

/// The rendered text: a paragraph a line, styles by their marks.
fn printed(text: &str) -> String {
    let dossier = dossier();
    let paragraphs = Template::parse(text).unwrap().render(&DossierFacts::of(&dossier));
    paragraphs
        .iter()
        .map(|paragraph| format!("{:?} {}", paragraph.style, plain(&paragraph.words)))
        .collect::<Vec<_>>()
        .join("\n")
}

fn plain(words: &Words) -> String {
    words
        .iter()
        .map(|span| match span {
            Span::Words(words) => words.clone(),
            Span::Missing(missing) => format!("〔待填：{}〕", missing.label),
        })
        .collect()
}

#[test]
fn a_text_prints_as_its_language_says() {
    for (text, wanted) in [
        (
            "# 甲\n## 乙\n### 丙\n#### 丁\n> 戊\n>> 己\n庚",
            "Title 甲\nHeading(1) 乙\nHeading(2) 丙\nHeading(3) 丁\nNote 戊\nRight 己\nBody 庚",
        ),
        ("// 备注\n\n　　正文　\n", "Body 正文"),
        ("名称为{alliance/name}。", "Body 名称为海南省示例产业知识产权联盟。"),
        ("于{setup/meeting_on}", "Body 于2026年3月5日"),
        ("类型：{alliance/kind}", "Body 类型：产业知识产权联盟"),
        ("住所：{alliance/domicile}", "Body 住所：〔待填：联盟住所〕"),
        ("{chair/name}、{secretary/name}", "Body 示例甲公司、〔待填：秘书长单位名称〕"),
        (
            "{count/members}家，{count/invention_patents}件，{count/designs}",
            "Body 2家，42件，〔待填：外观设计专利（件）〕",
        ),
        ("{alliance/purpose}", "Body 服务产业。\nBody 保护创新。"),
        ("宗旨是{alliance/purpose}。", "Body 宗旨是服务产业。保护创新。"),
        ("{{{alliance/kind}}", "Body {产业知识产权联盟}"),
        ("[if known alliance/risks]\n甲\n[else]\n乙\n[end]", "Body 乙"),
        ("[if not known alliance/risks]\n甲\n[end]", "Body 甲"),
        ("[if alliance/kind = protection | industry]\n甲\n[if alliance/kind=protection]\n乙\n[end]\n[end]", "Body 甲"),
        ("[if count/members > 1]\n甲\n[end]\n[if count/members > 2]\n乙\n[end]", "Body 甲"),
        (
            "[each member]\n{member/name}（{member/role}）\n[end]",
            "Body 示例甲公司（理事长单位）\nBody 示例乙大学（成员单位）",
        ),
        ("[本条备注]", "Body [本条备注]"),
    ] {
        assert_eq!(printed(text), wanted, "{text}");
    }
}

#[test]
fn each_fault_is_named_with_its_line() {
    let faults = |text: &str| match Template::parse(text) {
        Err(errors) => errors,
        Ok(template) => template.faults(&DossierFacts::of(&dossier())),
    };
    for (text, line, cause) in [
        ("甲\n{alliance/name", 2, Cause::UnclosedBlank),
        ("{联盟名称}", 1, Cause::MalformedBlank("联盟名称".into())),
        ("{}", 1, Cause::MalformedBlank(String::new())),
        ("{alliance/nmae}", 1, Cause::UnknownName("alliance/nmae".into())),
        ("{members/a/name}", 1, Cause::UnknownName("members/a/name".into())),
        ("{member/name}", 1, Cause::OutsideLoop { name: "member/name".into(), group: "member".into() }),
        ("[edn]", 1, Cause::UnknownInstruction("edn".into())),
        ("[if alliance/kind]\n[end]", 1, Cause::MalformedCondition("alliance/kind".into())),
        ("[if known x]\n[end]", 1, Cause::UnknownName("x".into())),
        ("[if alliance/name = a]\n[end]", 1, Cause::NotAChoice("alliance/name".into())),
        (
            "[if alliance/kind = industri]\n[end]",
            1,
            Cause::UnknownOption { name: "alliance/kind".into(), option: "industri".into() },
        ),
        ("[each person]\n[end]", 1, Cause::UnknownGroup("person".into())),
        ("[if known alliance/name]", 1, Cause::Unclosed),
        ("[else]", 1, Cause::StrayElse),
        ("[each member]\n[else]\n[end]", 2, Cause::StrayElse),
        ("[if known alliance/name]\n[else]\n[else]\n[end]", 3, Cause::StrayElse),
        ("甲\n[end]", 2, Cause::StrayEnd),
        ("[each member]\n[each member]\n[end]\n[end]", 2, Cause::TooDeep),
    ] {
        assert_eq!(faults(text), [TemplateError { line, cause }], "{text}");
    }
}

#[test]
fn all_faults_are_named_at_once() {
    let errors = Template::parse("{a\n[if x]\n[end]\n[end]").unwrap_err();
    assert_eq!(errors.iter().map(|error| error.line).collect::<Vec<_>>(), [1, 2, 4]);
}

#[test]
fn a_settled_text_keeps_its_blanks_and_loses_its_conditions() {
    let text = "[if alliance/kind = industry]\n{alliance/name}见{ref x}。\n[else]\n乙\n[end]\n";
    let settled = Template::parse(text).unwrap().settled(&DossierFacts::of(&dossier()));
    assert_eq!(settled.to_string(), "{alliance/name}见{ref x}。\n");
}

#[test]
fn a_missing_fact_says_where_it_is_given() {
    let dossier = dossier();
    let rendered = Template::parse("[each member]\n{member/uscc}\n[end]").unwrap().render(&DossierFacts::of(&dossier));
    let Span::Missing(missing) = &rendered[1].words[0] else { panic!("a fact is made up: {rendered:?}") };
    assert_eq!(missing.fact.text(), "members/b/uscc");
}

/// Text made of what the language is made of, so that most of it nearly parses.
fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("[if known alliance/name]\n".to_owned()),
        Just("[if not alliance/kind = industry | protection]\n".to_owned()),
        Just("[each member]\n".to_owned()),
        Just("[else]\n".to_owned()),
        Just("[end]\n".to_owned()),
        Just("{member/name}".to_owned()),
        Just("{ref term}".to_owned()),
        Just("\n".to_owned()),
        "[#>|{}\\[\\]/ =]{0,4}",
        "\\PC{0,8}",
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_panics_and_what_parses_renders(text in texts()) {
        let dossier = dossier();
        let facts = DossierFacts::of(&dossier);
        match Template::parse(&text) {
            Ok(template) => {
                let _ = template.faults(&facts).iter().map(TemplateError::message).count();
                let _ = template.render(&facts);
                let _ = template.settled(&facts);
            }
            Err(errors) => prop_assert!(!errors.is_empty() && errors.iter().all(|error| !error.message().zh.is_empty())),
        }
    }

    #[test]
    fn a_text_written_back_reads_as_the_same_text(text in texts()) {
        if let Ok(template) = Template::parse(&text) {
            let written = template.to_string();
            let read = Template::parse(&written).unwrap();
            prop_assert_eq!(read.to_string(), written);
            let dossier = dossier();
            let facts = DossierFacts::of(&dossier);
            prop_assert_eq!(read.render(&facts), template.render(&facts));
        }
    }
}
