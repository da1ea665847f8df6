//! Charters of different makes, none of them ours, each with what a reader finds in it.

use super::*;
use crate::charter::assemble;
use crate::dossier::sample;

/// A charter and what a reader finds in it.
struct Case {
    charter: &'static str,
    text: &'static str,
    /// How many of the nine items are said, may be said, and are not found.
    items: [usize; 3],
    perhaps: &'static [&'static str],
    not_found: &'static [&'static str],
    /// The article of the Measures that a sentence goes against, and where the sentence stands.
    doubts: &'static [(&'static str, &'static str)],
}

const CASES: [Case; 3] = [
    Case {
        charter: "a contract of companies",
        text: include_str!("charters/contract.txt"),
        items: [6, 0, 3],
        perhaps: &["联盟的终止程序", "重大事项决策机制"],
        not_found: &[
            "联盟的业务范围",
            "联盟的活动地域",
            "联盟的工作目标",
            "联盟的工作原则",
            "终止后资产的处理",
            "联盟是合作型组织，不具有法人资格，成员单位法律地位独立",
            "秘书处由海南省境内注册的企事业单位承担",
            "工作例会制度",
            "信息通报和业务交流机制",
            "政府支持经费按规定使用，接受审计与监督",
            "以知识产权价值比例分配运营收益",
            "不实施垄断和不正当竞争行为",
            "注重公益性质",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        doubts: &[],
    },
    Case {
        charter: "a pact under headings",
        text: include_str!("charters/headings.txt"),
        items: [1, 1, 7],
        perhaps: &["联盟的工作目标", "联盟的主要工作内容", "联盟成员资格", "经费和资产的来源"],
        not_found: &[
            "联盟的住所",
            "联盟的宗旨",
            "联盟的业务范围",
            "成员单位的权利",
            "成员单位的义务",
            "联盟的组织机构",
            "联盟的管理制度",
            "组织机构的产生程序",
            "经费和资产的使用",
            "经费和资产的管理",
            "经费和资产的监督",
            "章程的修改程序",
            "其他应由章程规定的事项（如生效、解释、争议解决）",
            "秘书处由海南省境内注册的企事业单位承担",
            "秘书处有固定的办公场所",
            "秘书处配备专职工作人员",
            "秘书长的产生",
            "工作联络员制度和日常联系机制",
            "信息通报和业务交流机制",
            "政府支持经费按规定使用，接受审计与监督",
            "制定发展战略规划",
            "资源共享机制",
            "以知识产权价值比例分配运营收益",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        doubts: &[],
    },
    Case {
        charter: "a registered society",
        text: include_str!("charters/society.txt"),
        items: [6, 1, 2],
        perhaps: &["联盟的主要工作内容", "经费和资产的管理"],
        not_found: &[
            "联盟的活动地域",
            "联盟的工作目标",
            "联盟的工作原则",
            "联盟是合作型组织，不具有法人资格，成员单位法律地位独立",
            "秘书处由海南省境内注册的企事业单位承担",
            "秘书处有固定的办公场所",
            "秘书处配备专职工作人员",
            "秘书长的产生",
            "工作联络员制度和日常联系机制",
            "工作例会制度",
            "重大事项决策机制",
            "信息通报和业务交流机制",
            "制定发展战略规划",
            "资源共享机制",
            "以知识产权价值比例分配运营收益",
            "遵守法律法规，接受业务指导",
            "不实施垄断和不正当竞争行为",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
        ],
        doubts: &[("19", "第二条"), ("28-6", "第四条"), ("28-2", "第四条")],
    },
];

fn of(reading: &Reading, sureness: Sureness) -> Vec<&str> {
    reading.matters.iter().filter(|it| it.sureness == sureness).map(|it| it.what.zh.as_str()).collect()
}

#[test]
fn each_charter_is_read_as_a_reader_reads_it() {
    for Case { charter, text, items, perhaps, not_found, doubts } in CASES {
        let reading = read(text);
        assert_eq!(of(&reading, Sureness::Perhaps), perhaps, "{charter}: what it may say");
        assert_eq!(of(&reading, Sureness::NotFound), not_found, "{charter}: what it does not say");
        assert_eq!(reading.items(), items, "{charter}: the nine items");
        let found: Vec<_> =
            reading.doubts.iter().map(|doubt| (doubt.citation.as_str(), doubt.place.label.as_str())).collect();
        assert_eq!(found, doubts, "{charter}: what goes against the Measures");
    }
}

#[test]
fn the_place_of_a_matter_is_quoted() {
    let reading = read(CASES[0].text);
    let domicile = reading.matters.iter().find(|matter| matter.what.zh == "联盟的住所").unwrap();
    let place = Place { label: "第五条".into(), quote: "联盟办公地址设在海口市美兰区".into() };
    assert_eq!((domicile.places.as_slice(), domicile.model.as_str()), ([place].as_slice(), "domicile"));
}

#[test]
fn a_text_that_is_no_charter_says_next_to_nothing() {
    let texts = [
        "房屋租赁合同\n第一条 甲方将位于海口市龙华区的房屋出租给乙方使用。\n第二条 租金每月三千元，乙方按月支付。\n第三条 押金在合同期满后退还。",
        "今日菜单\n清蒸东星斑\n椰子鸡",
        "",
    ];
    for text in texts {
        let reading = read(text);
        assert_eq!(of(&reading, Sureness::Said), [""; 0], "{text}");
        assert_eq!(reading.items()[0], 0);
    }
}

#[test]
fn the_model_charter_is_read_as_saying_everything() {
    let charter = assemble(&sample());
    let text: String = charter
        .chapters
        .iter()
        .flat_map(|chapter| {
            let title = format!("{} {}\n", chapter.label(), chapter.title.zh);
            std::iter::once(title)
                .chain(chapter.articles.iter().map(|article| format!("{} {}\n", article.label(), article.text())))
        })
        .collect();
    let reading = read(&text);
    assert_eq!(of(&reading, Sureness::NotFound), [""; 0]);
    assert_eq!(of(&reading, Sureness::Perhaps), [""; 0]);
    assert_eq!((reading.doubts, reading.astray), (vec![], vec![]));
}

#[test]
fn forbidden_sentences_of_a_pasted_charter_are_doubted_even_where_one_is_a_whole_article() {
    for (text, doubts) in [
        ("联盟向会员以外单位收费。", [("28-6", "第1段")].as_slice()),
        ("第一条 甲联盟。\n第二条 各成员单位应当统一产品价格", &[("28-2", "第二条")]),
        ("第一条 甲联盟。\n第二条 成员应当统一产品价格\n具体办法由秘书处制定。", &[("28-2", "第二条")]),
        ("第一章 总则\n第一条 禁止固定价格\n违者除名。\n第二条 对外收费\n联盟不对外收费。", &[]),
    ] {
        let reading = read(text);
        let found: Vec<_> =
            reading.doubts.iter().map(|doubt| (doubt.citation.as_str(), doubt.place.label.as_str())).collect();
        assert_eq!(found, doubts, "{text}");
    }
}

#[test]
fn references_to_articles_that_a_pasted_charter_does_not_have_are_named() {
    for (text, astray) in [
        (
            "第一条 见第三条。\n第二条 依照《办法》第二十条和本章程第 9 条办理。",
            [("第三条", "第一条"), ("第9条", "第二条")].as_slice(),
        ),
        ("第一条 见第二条。\n第二条 依照《民法典》第九十条办理。", &[]),
        ("一、见第九条。\n二、甲联盟。", &[]),
    ] {
        let reading = read(text);
        let found: Vec<_> =
            reading.astray.iter().map(|astray| (astray.article.as_str(), astray.place.label.as_str())).collect();
        assert_eq!(found, astray, "{text}");
    }
}
