//! Charters in the wild: of many makes, each read by a person first. How well the reading agrees is measured and held.

use super::*;

/// A charter and what a person finds in it.
struct Wild {
    make: &'static str,
    text: &'static str,
    /// What it does not say.
    lacks: &'static [&'static str],
    /// What two readers may see differently: not counted.
    open: &'static [&'static str],
}

const ALL: [Wild; 10] = [
    Wild {
        make: "scanned, a line ends where the paper ended, page numbers between",
        text: include_str!("charters/scan.txt"),
        lacks: &[
            "联盟的业务范围",
            "不实施垄断和不正当竞争行为",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
        ],
        open: &[],
    },
    Wild {
        make: "half-width punctuation, articles in digits",
        text: include_str!("charters/half-width.txt"),
        lacks: &[
            "联盟的管理制度",
            "制定发展战略规划",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &["联盟的主要工作内容", "资源共享机制"],
    },
    Wild {
        make: "numbered 1, 1.1, 1.2",
        text: include_str!("charters/decimal.txt"),
        lacks: &[
            "联盟的业务范围",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &[],
    },
    Wild {
        make: "a table of two columns",
        text: include_str!("charters/table.txt"),
        lacks: &[
            "联盟的管理制度",
            "秘书处由海南省境内注册的企事业单位承担",
            "工作联络员制度和日常联系机制",
            "信息通报和业务交流机制",
            "制定发展战略规划",
            "资源共享机制",
            "以知识产权价值比例分配运营收益",
            "遵守法律法规，接受业务指导",
            "不实施垄断和不正当竞争行为",
            "注重公益性质",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
        ],
        open: &["联盟的主要工作内容", "政府支持经费按规定使用，接受审计与监督"],
    },
    Wild {
        make: "a society's, in chapters, each article with its title in brackets",
        text: include_str!("charters/society-long.txt"),
        lacks: &[
            "联盟的工作目标",
            "秘书处配备专职工作人员",
            "制定发展战略规划",
            "资源共享机制",
            "以知识产权价值比例分配运营收益",
            "不实施垄断和不正当竞争行为",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
            "年底报送年度工作总结和计划",
        ],
        open: &[
            "联盟的工作原则",
            "联盟的主要工作内容",
            "秘书处由海南省境内注册的企事业单位承担",
            "秘书处有固定的办公场所",
            "变更事项10日内备案",
        ],
    },
    Wild {
        make: "a pact in everyday words, without any numbers",
        text: include_str!("charters/short-pact.txt"),
        lacks: &[
            "联盟的活动地域",
            "联盟的工作目标",
            "联盟的工作原则",
            "联盟的管理制度",
            "工作联络员制度和日常联系机制",
            "工作例会制度",
            "信息通报和业务交流机制",
            "政府支持经费按规定使用，接受审计与监督",
            "制定发展战略规划",
            "以知识产权价值比例分配运营收益",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &["联盟的住所", "联盟的宗旨", "联盟的业务范围", "秘书处由海南省境内注册的企事业单位承担", "资源共享机制"],
    },
    Wild {
        make: "rules of a research alliance, with bodies of other names",
        text: include_str!("charters/university.txt"),
        lacks: &[
            "联盟的工作原则",
            "联盟的管理制度",
            "联盟是合作型组织，不具有法人资格，成员单位法律地位独立",
            "秘书处由海南省境内注册的企事业单位承担",
            "工作联络员制度和日常联系机制",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &["联盟的业务范围", "联盟的工作目标", "秘书处有固定的办公场所", "信息通报和业务交流机制"],
    },
    Wild {
        make: "an official paper, 一、 and （一） numbered through",
        text: include_str!("charters/official.txt"),
        lacks: &["以知识产权价值比例分配运营收益", "注重公益性质"],
        open: &["联盟的业务范围", "联盟的工作原则", "资源共享机制"],
    },
    Wild {
        make: "in two languages, article by article",
        text: include_str!("charters/bilingual.txt"),
        lacks: &[
            "联盟的活动地域",
            "联盟的工作目标",
            "联盟的工作原则",
            "联盟的管理制度",
            "秘书处配备专职工作人员",
            "政府支持经费按规定使用，接受审计与监督",
            "制定发展战略规划",
            "资源共享机制",
            "以知识产权价值比例分配运营收益",
            "遵守法律法规，接受业务指导",
            "注重公益性质",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &["联盟的主要工作内容", "章程的修改程序", "工作例会制度"],
    },
    Wild {
        make: "an agreement of parties",
        text: include_str!("charters/agreement.txt"),
        lacks: &[
            "联盟的宗旨",
            "联盟的业务范围",
            "联盟的管理制度",
            "信息通报和业务交流机制",
            "政府支持经费按规定使用，接受审计与监督",
            "制定发展战略规划",
            "遵守法律法规，接受业务指导",
            "不实施垄断和不正当竞争行为",
            "注重公益性质",
            "不擅自以机关和国家战略的名义开展活动",
            "工作限于成员单位内部，对外不收费",
            "变更事项10日内备案",
            "年底报送年度工作总结和计划",
        ],
        open: &["秘书处有固定的办公场所", "秘书处配备专职工作人员", "资源共享机制"],
    },
];

/// How often the reading and the person agree.
#[derive(Default)]
struct Score {
    /// Said, and called 写明.
    sure: usize,
    /// Said, and called 可能写明.
    unsure: usize,
    /// Said, and not found.
    missed: usize,
    /// Not said, and called 写明 all the same.
    false_sure: usize,
    /// Not said, and called 可能写明.
    false_unsure: usize,
    /// Not said, and not found.
    absent: usize,
}

fn score() -> (Score, Vec<String>) {
    let (mut score, mut slips) = (Score::default(), Vec::new());
    for Wild { make, text, lacks, open } in ALL {
        for matter in read(text).matters {
            let what = matter.what.zh.as_str();
            if open.contains(&what) {
                continue;
            }
            let slip = || {
                let quote = matter.places.first().map_or("", |place| place.quote.as_str());
                format!("{make}: {what}: {:?} {quote}", matter.sureness)
            };
            match (lacks.contains(&what), matter.sureness) {
                (false, Sureness::Said) => score.sure += 1,
                (false, Sureness::Perhaps) => {
                    score.unsure += 1;
                    slips.push(format!("~ {}", slip()));
                }
                (false, Sureness::NotFound) => {
                    score.missed += 1;
                    slips.push(format!("- {}", slip()));
                }
                (true, Sureness::Said) => {
                    score.false_sure += 1;
                    slips.push(format!("! {}", slip()));
                }
                (true, Sureness::Perhaps) => {
                    score.false_unsure += 1;
                    slips.push(format!("? {}", slip()));
                }
                (true, Sureness::NotFound) => score.absent += 1,
            }
        }
    }
    (score, slips)
}

#[test]
fn every_matter_that_a_person_looked_for_is_one_that_is_asked_for() {
    let known: Vec<&str> = REQUIREMENTS.iter().map(|requirement| requirement.what.zh).collect();
    for Wild { make, lacks, open, .. } in ALL {
        for what in lacks.iter().chain(open) {
            assert!(known.contains(what), "{make}: {what}");
        }
    }
}

#[test]
fn the_reading_of_charters_in_the_wild_is_as_good_as_it_was() {
    let (score, slips) = score();
    let per_mille = |part: usize, whole: usize| part * 1000 / whole.max(1);
    let said = score.sure + score.unsure + score.missed;
    let precision = per_mille(score.sure, score.sure + score.false_sure);
    let recall = per_mille(score.sure + score.unsure, said);
    let sure_recall = per_mille(score.sure, said);
    let absent = per_mille(score.absent, score.absent + score.false_sure + score.false_unsure);
    let figures = format!("precision {precision}, recall {recall}, sure {sure_recall}, absent {absent} (per mille)");
    println!("{figures}\n{}", slips.join("\n"));
    assert!(
        precision >= 985 && recall >= 985 && sure_recall >= 970 && absent >= 940,
        "{figures}\n{}",
        slips.join("\n")
    );
}

#[test]
fn no_sentence_of_these_charters_is_doubted_for_a_lawful_word_and_no_reference_goes_astray() {
    for Wild { make, text, .. } in ALL {
        let Reading { doubts, astray, .. } = read(text);
        assert_eq!((doubts, astray), (vec![], vec![]), "{make}");
    }
}
