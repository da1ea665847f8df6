//! Cases as a lawyer would put them: what happened, and what the Measures make of it. Every requirement that is not
//! listed is met.

use super::Verdict::{self, Met, Unknown, Unmet};
use super::testing::assessed;

struct Scenario {
    /// What is the matter.
    says: &'static str,
    /// How it differs from the sample.
    edits: &'static [&'static str],
    /// Over all musts.
    eligible: Verdict,
    /// The requirements that are not met.
    except: &'static [(&'static str, Verdict)],
}

const SCENARIOS: &[Scenario] = &[
    Scenario {
        says: "示例联盟十二家成员单位，材料齐全：符合", edits: &[], eligible: Met, except: &[]
    },
    Scenario {
        says: "恰好十家成员单位：符合第十六条（二）",
        edits: &["remove m11", "remove m12"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "九家成员单位：不符合第十六条（二）",
        edits: &["remove m10", "remove m11", "remove m12"],
        eligible: Unmet,
        except: &[("16-2-members", Unmet)],
    },
    Scenario {
        says: "名单十行，其中一家重复填写：只有九家，不符合第十六条（二）",
        edits: &["remove m10", "remove m11", "remove m12", "copy m09"],
        eligible: Unmet,
        except: &[("16-2-members", Unmet)],
    },
    Scenario {
        says: "省外企业担任理事长单位：不符合第十六条（一），与秘书处无关",
        edits: &[
            "members/m01/role = council",
            "members/m04/role = chair",
            "members/m04/good_standing = yes",
            "members/m04/no_serious_breach = yes",
        ],
        eligible: Unmet,
        except: &[("16-1-registered", Unmet)],
    },
    Scenario {
        says: "外省迁入海南的企业担任理事长单位，代码不以46开头：以证照住所为准，符合",
        edits: &["remove m04", "members/m01/uscc = 91110108YLDW0004XU"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "海南的社会团体担任秘书长单位：是法人，符合第十六条（一）；不是企事业单位，不符合第二十三条",
        edits: &[
            "members/m02/role = council",
            "members/m07/role = secretary",
            "members/m07/good_standing = yes",
            "members/m07/no_serious_breach = yes",
        ],
        eligible: Unmet,
        except: &[("23-secretariat-unit", Unmet)],
    },
    Scenario {
        says: "企业的分公司担任秘书长单位：可以算企业，但不是独立法人",
        edits: &[
            "members/m02/role = council",
            "members/m05/role = secretary",
            "members/m05/licence_word = person-in-charge",
            "members/m05/good_standing = yes",
            "members/m05/no_serious_breach = yes",
        ],
        eligible: Unmet,
        except: &[("16-1-legal-person", Unmet)],
    },
    Scenario {
        says: "个体工商户担任理事长单位：不是法人",
        edits: &[
            "members/m01/role = council",
            "members/m11/role = chair",
            "members/m11/good_standing = yes",
            "members/m11/no_serious_breach = yes",
        ],
        eligible: Unmet,
        except: &[("16-1-legal-person", Unmet)],
    },
    Scenario {
        says: "个体工商户作普通成员：没有妨碍",
        edits: &["only m01 m02 m03 m04 m05 m06 m07 m08 m09 m11"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "一家单位兼任理事长和秘书长单位：可以",
        edits: &["remove m02", "members/m01/role = chair-and-secretary"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "理事长单位有严重失信行为：不符合第十六条（一）",
        edits: &["members/m01/no_serious_breach = no"],
        eligible: Unmet,
        except: &[("16-1-standing", Unmet)],
    },
    Scenario {
        says: "理事长单位的信用情况还没有查：待补充，不是不符合",
        edits: &["members/m01/no_serious_breach ="],
        eligible: Unknown,
        except: &[("16-1-standing", Unknown)],
    },
    Scenario {
        says: "还没有商定理事长单位：有关各项待补充",
        edits: &["members/m01/role ="],
        eligible: Unknown,
        except: &[
            ("16-1-registered", Unknown),
            ("16-1-legal-person", Unknown),
            ("16-1-standing", Unknown),
            ("16-5-charter", Unknown),
        ],
    },
    Scenario {
        says: "成员全是企业：第十六条（二）的“鼓励”不满足，不影响备案",
        edits: &[
            "members/m02/category = other",
            "members/m03/category = other",
            "members/m05/category = enterprise",
            "members/m06/category = other",
            "members/m08/category = other",
        ],
        eligible: Met,
        except: &[("16-2-mix", Unmet)],
    },
    Scenario {
        says: "产业不属于知识产权密集型：“一般应为”，不影响备案",
        edits: &["alliance/ip_intensive = no"],
        eligible: Met,
        except: &[("16-3-industry", Unmet)],
    },
    Scenario {
        says: "产业不在第十四条的八个领域：不影响备案",
        edits: &["alliance/field = other", "alliance/field_other = 热带海洋生物育种"],
        eligible: Met,
        except: &[("14-field", Unmet)],
    },
    Scenario {
        says: "知识产权保护联盟：按第十五条支持",
        edits: &["alliance/kind = protection"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "只有一个市场主体，其余是事业单位和社会组织：不符合第二条",
        edits: &[
            "remove m04",
            "remove m05",
            "members/m10/uscc = 12460200YLDW009630",
            "members/m11/uscc = 12460200YLDW00971T",
        ],
        eligible: Unmet,
        except: &[("2-market-entities", Unmet)],
    },
    Scenario {
        says: "一家成员单位没有任何知识产权：只作提示",
        edits: &["members/m09/trademarks = 0"],
        eligible: Met,
        except: &[],
    },
    Scenario {
        says: "一家成员单位不愿意加入：不符合第十六条（四）",
        edits: &["members/m08/willing = no"],
        eligible: Unmet,
        except: &[("16-4-interests", Unmet)],
    },
    Scenario {
        says: "成立大会定在下个月：先成立、后备案，现在不符合第十七条",
        edits: &["setup/meeting_on = 2026-08-10", "alliance/founded_on ="],
        eligible: Unmet,
        except: &[("17-2-founding", Unmet), ("16-5-charter", Unknown)],
    },
    Scenario {
        says: "先开成立大会，后起草章程：程序颠倒，不符合第十七条",
        edits: &["setup/charter_drafted_on = 2026-06-10"],
        eligible: Unmet,
        except: &[("17-2-founding", Unmet)],
    },
    Scenario {
        says: "章程表决没有通过：不符合第十七条",
        edits: &["setup/charter_for = 4", "setup/charter_against = 8"],
        eligible: Unmet,
        except: &[("17-2-founding", Unmet)],
    },
    Scenario {
        says: "秘书处没有专职人员：不符合第二十三条",
        edits: &["secretariat/full_time_staff = 0"],
        eligible: Unmet,
        except: &[("23-staff", Unmet)],
    },
    Scenario {
        says: "秘书长来自别的单位：“原则上应当”，说明理由即可",
        edits: &["secretariat/from_unit = no"],
        eligible: Met,
        except: &[("23-secretary-general", Unmet)],
    },
    Scenario {
        says: "一处不符合、一处待补充：不符合",
        edits: &["secretariat/full_time_staff = 0", "alliance/resources ="],
        eligible: Unmet,
        except: &[("23-staff", Unmet), ("16-5-resources", Unknown)],
    },
];

#[test]
fn the_measures_are_read_as_a_lawyer_would() {
    for scenario in SCENARIOS {
        let assessment = assessed(scenario.edits);
        for outcome in &assessment.outcomes {
            let expected =
                scenario.except.iter().find(|(rule, _)| *rule == outcome.rule.id).map_or(Met, |(_, verdict)| *verdict);
            assert_eq!(outcome.verdict, expected, "{}: {}: {:#?}", scenario.says, outcome.rule.id, outcome.reasons);
        }
        for (rule, _) in scenario.except {
            assert!(assessment.outcomes.iter().any(|outcome| outcome.rule.id == *rule), "{}: no {rule}", scenario.says);
        }
        assert_eq!(assessment.eligible(), scenario.eligible, "{}", scenario.says);
    }
}
