use super::{Note, Outcome, Sheet, Target, Totals, read};
use crate::dossier::{Dossier, Fact, FactPath, Member};
use crate::identifiers::Uscc;

/// The key of every column, "#" for 序号 and "?" for unknown ones.
fn keys(sheet: &Sheet) -> Vec<&'static str> {
    let key = |target| match target {
        Target::Fact(key) => key,
        Target::Number => "#",
        Target::Unknown => "?",
    };
    sheet.columns().iter().map(|column| key(column.target)).collect()
}

fn ids() -> impl FnMut() -> String {
    let mut next = 0;
    move || {
        next += 1;
        format!("p{next}")
    }
}

fn applied(text: &str, mut dossier: Dossier) -> Dossier {
    read(text).preview(&dossier).apply(&mut dossier, ids());
    dossier
}

fn text(dossier: &Dossier, path: &str) -> String {
    dossier.fact(&FactPath::new(path)).map(Fact::text).unwrap_or_default()
}

fn code(n: u32) -> String {
    Uscc::with_check_digits("91460100", &format!("MA5T{n:04}")).unwrap().to_string()
}

fn member(id: &str, facts: &[(&str, &str)]) -> Member {
    let mut member = Member { id: id.to_owned(), ..Member::default() };
    for (key, typed) in facts {
        member.fact_mut(key).unwrap().put(typed);
    }
    member
}

#[test]
fn columns_are_matched_by_their_heads_in_any_order() {
    let table: &[(&str, &str, &[&str])] = &[
        (
            "the usual roster",
            "序号\t单位名称\t统一社会信用代码\t类别\t职务\t负责人\t电话\n1\t甲\t\t企业\t理事长单位\t张三\t13800000000",
            &["#", "name", "uscc", "category", "role", "head_name", "head_phone"],
        ),
        (
            "another order, a column that is not known",
            "联系电话\t联系人\t备注\t成员单位\n13800000000\t张三\t无\t甲",
            &["contact_phone", "contact_name", "?", "name"],
        ),
        (
            "a post and a telephone each for two persons",
            "单位名称,负责人,职务,电话,联系人,职务,电话,邮箱\n甲,张三,经理,13800000000,李四,专员,13900000000,a@b.cn",
            &[
                "name",
                "head_name",
                "head_post",
                "head_phone",
                "contact_name",
                "contact_post",
                "contact_phone",
                "contact_email",
            ],
        ),
        (
            "two head rows under a title",
            "海南省××联盟成员单位名单\n序号\t单位\t负责人\t\t\t联系人\t\t\n\t\t姓名\t职务\t电话\t姓名\t职务\t手机\n1\t甲\t张三\t经理\t13800000000\t李四\t专员\t13900000000",
            &["#", "name", "head_name", "head_post", "head_phone", "contact_name", "contact_post", "contact_phone"],
        ),
        (
            "English heads",
            "Company\tUnified social credit code\tRole\tContact person\tE-mail\nA\t\tMember unit\tZhang\ta@b.cn",
            &["name", "uscc", "role", "contact_name", "contact_email"],
        ),
        ("the same head twice", "单位名称\t公司名称\n甲\t乙", &["name", "?"]),
        ("one column under its head", "单位名称\n甲\n乙", &["name"]),
        ("names alone", "海南甲科技有限公司\n海南乙科技有限公司", &["name"]),
    ];
    for (what, paste, wanted) in table {
        assert_eq!(keys(&read(paste)), *wanted, "{what}");
    }
}

#[test]
fn columns_without_heads_are_matched_by_what_they_hold() {
    let rows: String = (1..=3)
        .map(|n| format!("{n}\t海南第{n}科技有限公司\t{}\t企业\t理事\t张三\t总经理\t1380000000{n}\t李四\t0898-6533221{n}\ta{n}@b.cn\t某事\n", code(n)))
        .collect();
    assert_eq!(
        keys(&read(&rows)),
        [
            "#",
            "name",
            "uscc",
            "category",
            "role",
            "head_name",
            "head_post",
            "head_phone",
            "contact_name",
            "contact_phone",
            "contact_email",
            "?"
        ]
    );
    assert_eq!(keys(&read("海南甲科技有限公司 13800000000\n乙大学 13900000000")), ["name", "contact_phone"]);
    assert_eq!(keys(&read(&format!("{}，海南甲科技有限公司", code(1)))), ["uscc", "name"]);
    assert_eq!(keys(&read("海南甲科技有限公司\t企业\t成员单位\n乙大学\t高校\t理事")), ["name", "category", "role"]);
    assert_eq!(keys(&read("9.146E+17\t海南甲科技有限公司\n9.146E+17\t海南乙科技有限公司")), ["uscc", "name"]);
}

#[test]
fn thirty_rows_become_thirty_members_in_their_order() {
    let rows: String = (1..=30).map(|n| format!("{n}\t第{n}号科技有限公司\t{}\t企业\t成员单位\r\n", code(n))).collect();
    let dossier = applied(&format!("序号\t单位名称\t统一社会信用代码\t类别\t联盟职务\r\n{rows}"), Dossier::default());
    assert_eq!(dossier.members.len(), 30);
    for (member, n) in dossier.members.iter().zip(1..) {
        assert_eq!(member.id, format!("p{n}"));
        assert_eq!(member.name.text(), format!("第{n}号科技有限公司"));
        assert_eq!(member.uscc.text(), code(n));
        assert_eq!((member.category.text(), member.role.text()), ("enterprise".into(), "member".into()));
    }
}

#[test]
fn a_row_updates_the_member_with_its_code_or_else_with_its_name_and_leaves_the_rest() {
    let mut dossier = Dossier::default();
    dossier.members.push(member("m1", &[("name", "甲公司"), ("uscc", &code(1)), ("head_name", "张三")]));
    dossier.members.push(member("m2", &[("name", "乙公司"), ("contact_phone", "13800000000")]));
    let paste = format!(
        "单位名称\t统一社会信用代码\t负责人\n甲科技公司\t{}\t\n乙公司\t{}\t李四\n丙公司\t\t王五",
        code(1),
        code(2)
    );
    let plan = read(&paste).preview(&dossier);
    let outcomes: Vec<_> = plan.rows.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(
        outcomes,
        [
            Outcome::Updates { id: "m1".into(), by_code: true },
            Outcome::Updates { id: "m2".into(), by_code: false },
            Outcome::New
        ]
    );
    assert_eq!(plan.rows[0].sets[0].replaces, "甲公司");
    assert_eq!(plan.rows[0].sets[1].replaces, "");
    let dossier = applied(&paste, dossier);
    assert_eq!(dossier.members.len(), 3);
    assert_eq!(text(&dossier, "members/m1/name"), "甲科技公司");
    assert_eq!(text(&dossier, "members/m1/head_name"), "张三", "a blank cell takes nothing away");
    assert_eq!(text(&dossier, "members/m2/uscc"), code(2));
    assert_eq!(text(&dossier, "members/m2/contact_phone"), "13800000000");
}

#[test]
fn a_unit_named_twice_is_joined_where_its_rows_agree_and_kept_apart_where_they_do_not() {
    let paste = "单位名称\t统一社会信用代码\t负责人\n甲\t\t张三\n甲\tX1\t\n甲\tX2\t李四\n甲\tX2\t李四";
    let plan = read(paste).preview(&Dossier::default());
    let outcomes: Vec<_> = plan.rows.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(
        outcomes,
        [
            Outcome::New,
            Outcome::Joins { row: 2 },
            Outcome::Contradicts { row: 2, keys: vec!["uscc", "head_name"] },
            Outcome::Joins { row: 4 }
        ]
    );
    assert_eq!(plan.totals(), Totals { new: 2, updated: 0, joined: 2, unread: 3 });
    let dossier = applied(paste, Dossier::default());
    let facts: Vec<_> = dossier.members.iter().map(|member| (member.uscc.text(), member.head_name.text())).collect();
    assert_eq!(facts, [("X1".to_owned(), "张三".to_owned()), ("X2".to_owned(), "李四".to_owned())]);
}

#[test]
fn what_cannot_be_read_is_kept_as_typed_and_told() {
    let paste = "单位名称\t统一社会信用代码\t类别\t发明专利\n甲\t9.146E+17\t集体\t约十件\n\t914601000000000000\t\t3";
    let plan = read(paste).preview(&Dossier::default());
    let keys: Vec<Vec<&str>> = plan.rows.iter().map(|row| row.notes.iter().map(Note::key).collect()).collect();
    assert_eq!(keys, [vec!["uscc", "category", "invention_patents"], vec!["uscc", "name"]]);
    assert_eq!(plan.rows[0].notes[0], Note::Rounded { key: "uscc" });
    assert_eq!(plan.rows[1].notes[0], Note::Rounded { key: "uscc" });
    let dossier = applied(paste, Dossier::default());
    let first = dossier.members.first().unwrap();
    assert_eq!(
        (first.uscc.text(), first.category.text(), first.invention_patents.text()),
        ("9.146E+17".into(), "集体".into(), "约十件".into())
    );
}

#[test]
fn odd_text_stays_as_it_was_pasted() {
    let long = "长".repeat(5000);
    for name in
        ["=1+1", "+86", "@SUM(A1)", "<b>甲</b><script>alert(1)</script>", "㛃𠮷喆公司", "🥭公司", " 甲 公司 ", &long]
    {
        let dossier = applied(&format!("单位名称\t电话\n{name}\t"), Dossier::default());
        assert_eq!(dossier.members.first().unwrap().name.text(), name);
    }
    let dossier = applied("单位名称\t经营范围\n甲\t\"一\t二\n三，\"\"四\"\"\"\n", Dossier::default());
    assert_eq!(dossier.members.first().unwrap().scope.text(), "一\t二\n三，\"四\"");
}

#[test]
fn a_column_can_be_told_what_it_is_and_no_two_are_the_same() {
    let mut sheet = read("单位名称\t简称\n海南甲公司\t甲");
    assert_eq!(keys(&sheet), ["name", "?"]);
    sheet.assign(1, Target::Fact("name"));
    assert_eq!(keys(&sheet), ["?", "name"]);
    assert_eq!(sheet.preview(&Dossier::default()).rows[0].name, "甲");
}

#[test]
fn titles_above_the_head_row_are_shown_and_not_taken() {
    let sheet = read("成员单位名单（2026年）\n\n单位名称\t电话\n甲\t13800000000");
    assert_eq!(sheet.titles().collect::<Vec<_>>(), ["成员单位名单（2026年）"]);
    assert_eq!((sheet.len(), sheet.preview(&Dossier::default()).rows[0].number), (1, 4));
}

#[test]
fn a_row_that_counts_the_others_is_told_and_becomes_no_member() {
    let nine: String = (1..=9).map(|n| format!("{n}\t海南第{n}科技有限公司\n")).collect();
    let table: &[(&str, String, usize, &str)] = &[
        ("beside a count", format!("序号\t单位名称\n{nine}合计\t9家"), 9, "11: 合计 9家"),
        ("without heads", format!("{nine}合计\t9家\n"), 9, "10: 合计 9家"),
        ("in a list of names", "甲公司\n乙大学\n丙银行\n丁公司\n合计：4家".into(), 4, "5: 合计：4家"),
        ("cut by a blank", "甲公司\n乙大学\n合 计 2家".into(), 2, "3: 合 计 2家"),
        ("in a CSV", "单位名称,发明专利\n甲公司,1\n合计,1\n".into(), 1, "3: 合计 1"),
        ("alone where the number stands", "序号\t单位名称\n1\t甲\n2\t乙\n合计：2家\t".into(), 2, "4: 合计：2家"),
        ("shorter than the others", "甲公司,13800000000\n乙公司,13900000000\n共2家".into(), 2, "3: 共2家"),
        ("a sentence", "单位名称\n甲\n乙\n以上共2家单位".into(), 2, "4: 以上共2家单位"),
        (
            "after each group",
            "类别\t单位名称\n企业\t甲\n\t小计1家\n高校\t乙\n小计\t1\n总计\t2".into(),
            2,
            "3: 小计1家; 5: 小计 1; 6: 总计 2",
        ),
        ("in English", "No\tCompany\n1\tA\nTotal\t1".into(), 1, "3: Total 1"),
        ("units whose names begin so", "单位名称\n总计量站\n合计划科技有限公司".into(), 2, ""),
        ("a group's count beside its first unit", "类别\t单位名称\n企业（共1家）\t甲".into(), 1, ""),
        ("nothing else", "合计：4家".into(), 0, "1: 合计：4家"),
    ];
    for (what, paste, members, told) in table {
        let sheet = read(paste);
        let totals: Vec<String> = sheet.left_out().map(|(row, words)| format!("{row}: {words}")).collect();
        assert_eq!(totals.join("; "), *told, "{what}");
        assert_eq!((sheet.len(), sheet.is_empty()), (*members, *members == 0), "{what}");
        assert_eq!(applied(paste, Dossier::default()).members.len(), *members, "{what}");
    }
    let numbered = read(&format!("{nine}合计\t9家"));
    assert_eq!(keys(&numbered), ["#", "name"], "a row of totals does not hide what a column is for");
}

#[test]
fn numbers_of_a_list_are_told_and_not_taken_into_the_names() {
    let table: &[(&str, &str, &[&str], bool)] = &[
        (
            "in several hands",
            "1、海南大学\n2、海南甲公司\n3．三亚学院\n(4) 海南银行\n（5）乙公司\n⑥丙公司",
            &["海南大学", "海南甲公司", "三亚学院", "海南银行", "乙公司", "丙公司"],
            true,
        ),
        ("under a head", "单位名称\t电话\n1、甲\t\n2、乙\t", &["甲", "乙"], true),
        ("before a total", "1、甲\n2、乙\n3、合计：2家", &["甲", "乙"], true),
        ("in a column of their own", "1,海南大学\n2,三亚学院\n合计,2", &["海南大学", "三亚学院"], false),
        ("cut off by blanks", "1 海南大学\n2 三亚学院", &["海南大学", "三亚学院"], false),
        ("of the names", "3M中国有限公司\n360数科\n58同城", &["3M中国有限公司", "360数科", "58同城"], false),
        ("alone", "海南大学\n1、三亚学院\n海南银行", &["海南大学", "1、三亚学院", "海南银行"], false),
    ];
    for (what, paste, wanted, told) in table {
        let sheet = read(paste);
        let names: Vec<String> = sheet.preview(&Dossier::default()).rows.into_iter().map(|row| row.name).collect();
        assert_eq!(names, *wanted, "{what}");
        assert_eq!(sheet.has_list_numbers(), *told, "{what}");
        let dossier = applied(paste, Dossier::default());
        let taken: Vec<String> = dossier.members.iter().map(|member| member.name.text()).collect();
        assert_eq!(taken, *wanted, "{what}");
    }
}

#[test]
fn an_empty_paste_gives_an_empty_sheet() {
    for nothing in ["", " \n\t\n", "\u{feff}", "单位名称\t电话\n"] {
        let sheet = read(nothing);
        assert!(sheet.is_empty(), "{nothing:?}");
        assert!(sheet.preview(&Dossier::default()).rows.is_empty());
    }
}

#[test]
fn a_member_that_went_since_the_preview_is_made_anew() {
    let mut dossier = Dossier::default();
    dossier.members.push(member("m1", &[("name", "甲公司")]));
    let plan = read("单位名称\t负责人\n甲公司\t张三").preview(&dossier);
    dossier.members.clear();
    plan.apply(&mut dossier, ids());
    assert_eq!(dossier.members.len(), 1);
    assert_eq!(text(&dossier, "members/p1/head_name"), "张三");
}

#[test]
fn a_later_row_is_known_by_what_a_joined_row_added() {
    let paste = format!("单位名称\t统一社会信用代码\t负责人\n甲\t\t张三\n甲\t{0}\t\n\t{0}\t张三", code(1));
    let plan = read(&paste).preview(&Dossier::default());
    let outcomes: Vec<_> = plan.rows.iter().map(|row| row.outcome.clone()).collect();
    assert_eq!(outcomes, [Outcome::New, Outcome::Joins { row: 2 }, Outcome::Joins { row: 2 }]);
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_pasted(text: String) {
        let mut dossier = Dossier::default();
        read(&text).preview(&dossier).apply(&mut dossier, ids());
    }
}
