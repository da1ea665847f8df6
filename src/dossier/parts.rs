//! The parts of a dossier: each row is a fact and the question that asks for it.

use super::answer::{Answer, Fact, FactValue, Typed};
use super::facts::{FactOf, Key, facts, place_of};
use super::path::FactPath;
use super::question::{Applies, Question, ask};
use super::values::{AllianceKind, Category, Field, LicenceWord, Prose, Role, Text, YesNo};
use crate::identifiers::{Amount, Certificate, CivilDate, Count, Division, Email, LegalPerson, Phone, Postcode, Uscc};

facts! {
    /// 联盟基本情况.
    Alliance {
        /// 联盟名称.
        name: Text = ask("联盟名称", "Alliance name").item(18, 1).hint("写全称，如“海南省××产业知识产权联盟”。提示：名称中的“中国”“全国”“国家”等字样可能不被受理", "The full name. Hint: words such as “China” or “national” in it may be refused");
        /// 简称.
        short_name: Text = ask("简称", "Short name").optional();
        /// 英文名称.
        english_name: Text = ask("英文名称", "English name").optional();
        /// 联盟类型.
        kind: AllianceKind = ask("联盟类型", "Kind of alliance").article(2).hint("两类都可以申请备案：围绕某一产业，或专注知识产权保护", "Both kinds may be registered: built around one industry, or devoted to protection");
        /// 所在产业领域.
        field: Field = ask("所在产业领域", "Field of industry").article(14).hint("前八项是办法点名重点支持的领域；不在其中不影响备案", "The first eight are named for support; being in none of them is no obstacle");
        /// 其他领域的名称.
        field_other: Text = ask("具体产业", "Which industry").article(14).of(Applies::OtherField);
        /// 是否知识产权密集型产业.
        ip_intensive: YesNo = ask("所在产业属于知识产权密集型产业吗", "Is the industry IP-intensive?").item(16, 3).hint("提示：可对照国家统计局令第25号的专利密集型产业目录；商标、地理标志、种业密集的产业不在该目录内，也可以说明", "Hint: compare Order No. 25 of the National Bureau of Statistics for patent-intensive classes; industries rich in trademarks, geographical indications or plant varieties lie outside it and may be argued");
        /// 知识产权密集的依据.
        ip_intensive_basis: Prose = ask("属于知识产权密集型产业的依据", "Why it counts as IP-intensive").item(16, 3).optional();
        /// 产业条件.
        industry_conditions: Prose = ask("组建并开展联盟工作的产业条件", "What the industry brings to the alliance's work").item(16, 3).hint("产业规模、产业链、创新平台、市场等", "Size, supply chain, research platforms, market");
        /// 共同利益诉求.
        common_interests: Prose = ask("成员单位的共同利益诉求", "What the members want in common").item(16, 4);
        /// 知识产权集聚或互补优势.
        ip_advantage: Prose = ask("知识产权集聚或互补优势", "How the members' IP clusters or complements").item(16, 4);
        /// 资源和投入.
        resources: Prose = ask("联盟设立所必需的资源和投入", "Resources and means for setting up").item(16, 5).hint("经费、场地、人员、数据等，写明由谁投入", "Money, premises, people, data: and who brings them");
        /// 经费来源.
        funds: Prose = ask("经费来源与保障", "Sources of funds").article(25);
        /// 首年经费预算（万元）.
        budget: Amount = ask("首年经费预算（万元）", "Budget of the first year (10,000 yuan)").article(25);
        /// 住所.
        domicile: Text = ask("联盟住所", "Domicile").item(18, 1).hint("一般就是秘书处的办公地址", "Usually the secretariat's address");
        /// 所在市县.
        division: Division = ask("联盟所在市县", "City or county").article(20).hint("向所在地知识产权管理部门申请备案", "The application goes to this place's IP office");
        /// 邮政编码.
        postcode: Postcode = ask("邮政编码", "Postcode").optional();
        /// 活动地域.
        region: Text = ask("活动地域", "Region of activity").item(18, 2);
        /// 成立日期.
        founded_on: CivilDate = ask("联盟成立日期", "Date of founding").item(17, 2).hint("首次联盟成员代表大会表决通过设立决定的日期", "The day the first members' congress voted the decision");
        /// 宗旨.
        purpose: Prose = ask("联盟宗旨", "Purpose").item(18, 2);
        /// 业务范围.
        business_scope: Prose = ask("业务范围", "Scope of business").item(18, 2);
        /// 工作目标.
        aims: Prose = ask("工作目标", "Aims").item(18, 3);
        /// 组建背景.
        background: Prose = ask("组建背景", "Background").item(20, 6).hint("产业和知识产权的现状，面临的问题", "The state of the industry and its IP; the problems faced");
        /// 必要性.
        necessity: Prose = ask("组建的必要性", "Why the alliance is needed").item(20, 6);
        /// 风险与对策.
        risks: Prose = ask("主要风险与对策", "Main risks and answers").item(20, 6).optional();
        /// 知识产权研发体系.
        task_research: Prose = ask("任务：知识产权研发体系", "Task: research and development system").article(5).optional();
        /// 产业专利池.
        task_patent_pool: Prose = ask("任务：产业专利池", "Task: patent pool").article(6).optional();
        /// 地理标志.
        task_geographical: Prose = ask("任务：地理标志运用和管理", "Task: geographical indications").article(7).optional();
        /// 商标品牌.
        task_brands: Prose = ask("任务：商标品牌战略", "Task: brands").article(8).optional();
        /// 知识产权与标准融合.
        task_standards: Prose = ask("任务：知识产权与标准融合", "Task: IP and standards").article(9).optional();
        /// 知识产权风险防御.
        task_defence: Prose = ask("任务：共同防御知识产权风险", "Task: common defence against IP risks").article(10).optional();
        /// 专利导航分析.
        task_navigation: Prose = ask("任务：专利导航分析服务", "Task: patent navigation").article(11).optional();
        /// 知识产权创业辅导.
        task_mentoring: Prose = ask("任务：知识产权创业辅导", "Task: mentoring of founders").article(12).optional();
        /// 创新创业服务.
        task_services: Prose = ask("任务：创新创业服务", "Task: services for innovation").article(13).optional();
        /// 联系人.
        contact_name: Text = ask("备案联系人", "Contact person").item(20, 8);
        /// 联系人职务.
        contact_post: Text = ask("备案联系人职务", "Contact's post").item(20, 8);
        /// 联系人电话.
        contact_phone: Phone = ask("备案联系人电话", "Contact's phone").item(20, 8);
        /// 联系人邮箱.
        contact_email: Email = ask("备案联系人邮箱", "Contact's e-mail").item(20, 8);
    }
}

facts! {
    /// 成员单位.
    Member with {
        /// Stable id, handed in.
        id: String,
    } {
        /// 单位名称.
        name: Text = ask("单位名称", "Name of the unit").item(20, 8).hint("与证照上的名称一字不差", "Letter by letter as on the licence");
        /// 统一社会信用代码.
        uscc: Uscc = ask("统一社会信用代码", "Unified social credit code").item(20, 4).hint("18 位；境外单位没有代码，留空并选“境外单位”", "18 characters; a unit from outside the mainland has none: leave it blank and say so below");
        /// 境外单位（含港澳台）.
        foreign: YesNo = ask("境外单位（含港澳台）", "From outside the mainland").optional();
        /// 单位类别.
        category: Category = ask("单位类别", "Kind of unit").item(16, 2);
        /// 联盟职务.
        role: Role = ask("在联盟中的职务", "Role in the alliance").item(16, 1);
        /// 证照上的负责人称谓.
        licence_word: LicenceWord = ask("证照上印的负责人称谓", "Word printed on the licence").item(16, 1).hint("印“法定代表人”的是独立法人；分支机构印“负责人”，合伙企业印“执行事务合伙人”", "“法定代表人” marks a legal person; a branch prints “负责人”, a partnership “执行事务合伙人”");
        /// 法定代表人姓名.
        legal_representative: Text = ask("法定代表人（负责人）姓名", "Legal representative (person in charge)").item(20, 2);
        /// 是否在海南省内注册.
        in_hainan: YesNo = ask("在海南省内注册吗", "Registered in Hainan?").item(16, 1).hint("以证照上的住所为准；代码第 3 至 8 位只表示发码时的登记机关", "The licence's address decides; digits 3 to 8 of the code only name the registering authority at the time");
        /// 住所.
        address: Text = ask("住所（证照所载）", "Address (as on the licence)").item(16, 1);
        /// 注册资本.
        capital: Text = ask("注册资本（开办资金）", "Registered capital").item(20, 1).of(Applies::LeadUnits).hint("如“500 万元”；没有的写“无”", "For example 5 million yuan; write “none” if there is none");
        /// 成立日期.
        established_on: CivilDate = ask("单位成立日期", "Date of establishment").item(20, 1).of(Applies::LeadUnits);
        /// 所属行业.
        industry: Text = ask("所属行业", "Industry").item(20, 3).of(Applies::LeadUnits);
        /// 经营范围.
        scope: Prose = ask("经营范围（业务范围）", "Scope of business").item(20, 3).of(Applies::LeadUnits);
        /// 行业中的位置.
        standing: Prose = ask("行业中的位置", "Position in the industry").item(20, 3).of(Applies::LeadUnits);
        /// 近三年经营状况.
        three_years: Prose = ask("近三年经营状况", "Business of the last three years").item(20, 3).of(Applies::LeadUnits);
        /// 参与行业标准制定情况.
        standards_work: Prose = ask("参与行业标准制定情况", "Part in making industry standards").item(20, 3).of(Applies::LeadUnits);
        /// 经营和资信状况良好.
        good_standing: YesNo = ask("经营和资信状况良好吗", "Good business and credit standing?").item(16, 1).of(Applies::LeadUnits);
        /// 无严重失信行为.
        no_serious_breach: YesNo = ask("没有严重失信行为吗", "Free of serious breaches of trust?").item(16, 1).of(Applies::LeadUnits).hint("未被列入严重违法失信名单、失信被执行人名单", "On no list of serious violations or of defaulting judgment debtors");
        /// 信用报告日期.
        credit_report_on: CivilDate = ask("“信用中国”信用报告日期", "Date of the Credit China report").item(16, 1).of(Applies::LeadUnits).optional().hint("提示：办法没有规定用什么证明，受理部门一般会看信用报告和公示系统截图", "Hint: the Measures name no proof; offices usually look at the credit report and a print of the public register");
        /// 公示系统查询日期.
        register_print_on: CivilDate = ask("登记公示信息查询日期", "Date of the print from the public register").item(16, 1).of(Applies::LeadUnits).optional();
        /// 有共同利益诉求和强烈意愿.
        willing: YesNo = ask("有共同利益诉求和加入意愿吗", "Shares the interests and wants to join?").item(16, 4);
        /// 有一定经济实力，商业信誉良好.
        good_faith: YesNo = ask("有经济实力、商业信誉良好吗", "Has means and a good name in business?").item(16, 4);
        /// 发明专利.
        invention_patents: Count = ask("发明专利（件）", "Invention patents").item(16, 4);
        /// 实用新型.
        utility_models: Count = ask("实用新型专利（件）", "Utility models").item(16, 4).optional();
        /// 外观设计.
        designs: Count = ask("外观设计专利（件）", "Designs").item(16, 4).optional();
        /// PCT 申请.
        pct_applications: Count = ask("PCT申请（件）", "PCT applications").item(16, 4).optional();
        /// 商标.
        trademarks: Count = ask("注册商标（件）", "Trademarks").item(16, 4);
        /// 地理标志.
        geographical_indications: Count = ask("地理标志（件）", "Geographical indications").item(16, 4).optional();
        /// 植物新品种.
        plant_varieties: Count = ask("植物新品种（件）", "Plant varieties").item(16, 4).optional();
        /// 软件著作权.
        software_copyrights: Count = ask("软件著作权（件）", "Software copyrights").item(16, 4).optional();
        /// 国际标准.
        standards_international: Count = ask("参与国际标准（项）", "International standards").item(20, 3).optional();
        /// 国家标准.
        standards_national: Count = ask("参与国家标准（项）", "National standards").item(20, 3).optional();
        /// 行业标准.
        standards_industry: Count = ask("参与行业标准（项）", "Industry standards").item(20, 3).optional();
        /// 地方标准.
        standards_local: Count = ask("参与地方标准（项）", "Local standards").item(20, 3).optional();
        /// 团体标准.
        standards_group: Count = ask("参与团体标准（项）", "Group standards").item(20, 3).optional();
        /// 统计截止日期.
        holdings_as_of: CivilDate = ask("知识产权统计截止日期", "IP counted as of").item(16, 4);
        /// 负责人姓名.
        head_name: Text = ask("负责人姓名", "Person in charge").item(20, 8);
        /// 负责人职务.
        head_post: Text = ask("负责人职务", "Post of the person in charge").item(20, 8);
        /// 负责人联系方式.
        head_phone: Phone = ask("负责人联系电话", "Phone of the person in charge").item(20, 8);
        /// 联系人姓名.
        contact_name: Text = ask("联系人姓名", "Contact person").item(20, 8);
        /// 联系人职务.
        contact_post: Text = ask("联系人职务", "Contact's post").item(20, 8);
        /// 联系人电话.
        contact_phone: Phone = ask("联系人电话", "Contact's phone").item(20, 8);
        /// 联系人邮箱.
        contact_email: Email = ask("联系人邮箱", "Contact's e-mail").item(20, 8);
        /// 章程签字状态.
        charter_signed: YesNo = ask("法定代表人已签署章程", "Charter signed by the legal representative").item(20, 2);
        /// 章程盖章状态.
        charter_sealed: YesNo = ask("章程已加盖单位公章", "Charter sealed by the unit").item(20, 2);
        /// 证照复印件盖章状态.
        copy_stamped: YesNo = ask("证照复印件已注明“与原件一致”并盖章", "Copy of the certificate marked “与原件一致” and sealed").item(20, 4).optional().hint("提示：办法没有写明，受理部门通常要求", "Hint: not in the text; offices usually ask for it");
    }
}

impl Member {
    /// The place of one of its facts.
    #[must_use]
    pub fn path(&self, key: &'static str) -> FactPath {
        FactPath::member(self.id.as_str(), key)
    }

    /// Whether it is the 理事长单位 or the 秘书长单位.
    #[must_use]
    pub fn is_lead(&self) -> bool {
        self.role.given().is_some_and(|role| role.is_lead())
    }

    /// What it hands in under Article 20(四), by the class of its code; a unit from outside the mainland has no code.
    /// `None` until that is known.
    #[must_use]
    pub fn certificate(&self) -> Option<Certificate> {
        match self.uscc.given() {
            Some(uscc) => Some(uscc.class().certificate()),
            None => self.is_foreign().then_some(Certificate::ForeignRegistration),
        }
    }

    /// What whoever signs for it is called: the word on its licence; where that is not known, 法定代表人 for what is a legal
    /// person by its class, and `None` for what may be none. A unit from outside the mainland may have somebody else authorised.
    #[must_use]
    pub fn signatory(&self) -> Option<&'static str> {
        let by_class = || match self.uscc.given().map(|code| code.class().legal_person()) {
            Some(LegalPerson::Yes) => Some(LicenceWord::LegalRepresentative.label().zh),
            None if self.is_foreign() => Some("法定代表人或者获授权签字人"),
            _ => None,
        };
        self.licence_word.given().map(|word| word.label().zh).or_else(by_class)
    }

    /// Whether it is said to be from outside the mainland, and so has no credit code.
    #[must_use]
    pub fn is_foreign(&self) -> bool {
        self.foreign.given() == Some(&YesNo::Yes)
    }
}

facts! {
    /// 秘书处 (Article 23). The unit that bears it is the member with the role of 秘书长单位.
    Secretariat {
        /// 承担单位是境内注册的企事业单位.
        hainan_unit: YesNo = ask("秘书处由海南省境内注册的企事业单位承担吗", "Borne by an enterprise or public institution registered in Hainan?").article(23).hint("社会团体是法人，但不是企事业单位", "A social organisation is a legal person, but neither of these");
        /// 固定办公场所.
        fixed_premises: YesNo = ask("秘书处有固定的办公场所吗", "Has it fixed premises?").article(23);
        /// 办公地址.
        premises: Text = ask("秘书处办公地址", "Address of the premises").article(23);
        /// 专职工作人员人数.
        full_time_staff: Count = ask("秘书处专职工作人员（人）", "Full-time staff").article(23);
        /// 秘书长.
        secretary_general: Text = ask("秘书长姓名", "Secretary-general").article(23);
        /// 秘书长职务.
        secretary_general_post: Text = ask("秘书长在本单位的职务", "Secretary-general's post in the unit").article(23);
        /// 秘书长电话.
        secretary_general_phone: Phone = ask("秘书长电话", "Secretary-general's phone").article(23);
        /// 秘书长是承担单位人员.
        from_unit: YesNo = ask("秘书长是秘书处承担单位的人员吗", "Is the secretary-general of that unit's staff?").article(23).hint("办法说“原则上应当”", "The Measures say “as a rule”");
    }
}

facts! {
    /// 组建程序 (Article 17).
    Setup {
        /// 提出组建意向或要约.
        intent_on: CivilDate = ask("提出组建意向或要约的日期", "Intention or offer made on").item(17, 1);
        /// 筹建工作会.
        preparatory_meeting_on: CivilDate = ask("筹建工作会日期", "Preparatory meeting held on").item(17, 1);
        /// 成立筹建工作组.
        working_group_on: CivilDate = ask("成立筹建工作组的日期", "Working group formed on").item(17, 1);
        /// 组建计划和方案.
        plan_made: YesNo = ask("制定了组建计划和方案吗", "Plan drawn up?").item(17, 1);
        /// 章程草案.
        charter_drafted_on: CivilDate = ask("章程草案完成日期", "Charter drafted by").item(17, 1);
        /// 管理制度草案.
        rules_drafted: YesNo = ask("起草了工作及管理制度吗", "Working rules drafted?").item(17, 1);
        /// 成立大会日期.
        meeting_on: CivilDate = ask("首次联盟成员代表大会日期", "First members' congress held on").item(17, 2);
        /// 会议地点.
        meeting_place: Text = ask("会议地点", "Place of the congress").item(20, 7);
        /// 主持人.
        presided_by: Text = ask("会议主持人", "Presided by").item(20, 7);
        /// 记录人.
        recorded_by: Text = ask("会议记录人", "Recorded by").item(20, 7);
        /// 应到单位.
        units_expected: Count = ask("应到成员单位（家）", "Units expected").item(20, 7);
        /// 实到单位.
        units_present: Count = ask("实到成员单位（家）", "Units present").item(20, 7);
        /// 章程赞成票.
        charter_for: Count = ask("表决章程：赞成（票）", "Charter: votes for").item(17, 2);
        /// 章程反对票.
        charter_against: Count = ask("表决章程：反对（票）", "Charter: votes against").item(17, 2);
        /// 章程弃权票.
        charter_abstained: Count = ask("表决章程：弃权（票）", "Charter: abstentions").item(17, 2);
        /// 设立决定赞成票.
        founding_for: Count = ask("表决设立联盟的决定：赞成（票）", "Founding decision: votes for").item(17, 2);
        /// 设立决定反对票.
        founding_against: Count = ask("表决设立联盟的决定：反对（票）", "Founding decision: votes against").item(17, 2);
        /// 设立决定弃权票.
        founding_abstained: Count = ask("表决设立联盟的决定：弃权（票）", "Founding decision: abstentions").item(17, 2);
        /// 确定联盟名称.
        name_settled: YesNo = ask("会议确定了联盟名称吗", "Did the congress settle the name?").item(17, 2);
        /// 设立工作机构.
        bodies_set_up: YesNo = ask("会议设立了联盟工作机构吗", "Did the congress set up the bodies?").item(17, 2);
        /// 理事长.
        chairperson: Text = ask("当选理事长姓名", "Elected chairperson").item(20, 7);
        /// 副理事长.
        vice_chairpersons: Text = ask("当选副理事长姓名", "Elected vice-chairpersons").item(20, 7).optional();
        /// 选举方式和结果.
        election: Text = ask("机构组成人员的选举方式和结果", "How the bodies were elected, and the result").item(20, 7).optional().hint("提示：章程规定首届机构由首次成员代表大会选举产生，纪要宜写明，例如：以无记名投票方式选举，12票赞成，全票通过", "Hint: the charter has the first bodies elected by the congress, and its minutes had better say how");
    }
}

facts! {
    /// 备案材料的准备情况 (Article 20).
    Materials {
        /// 申请表已盖章.
        application_sealed: YesNo = ask("备案申请表已签字盖章", "Application form signed and sealed").item(20, 1);
        /// 简介已盖章.
        profiles_sealed: YesNo = ask("理事长、秘书长单位简介已盖章", "Profiles sealed").item(20, 3);
        /// 管理制度已审议.
        rules_adopted: YesNo = ask("管理制度已经会议审议通过", "Rules adopted by the congress").item(20, 5).hint("指首次联盟成员代表大会；填“是”的，成立会议纪要会写明", "By the first members’ congress: its minutes will say so");
        /// 报告已定稿.
        report_final: YesNo = ask("必要性及可行性分析报告已定稿", "Report on need and feasibility final").item(20, 6);
        /// 纪要已签字.
        minutes_signed: YesNo = ask("成立会议纪要已签字", "Minutes signed").item(20, 7);
        /// 名单已核对.
        list_checked: YesNo = ask("成员单位名单已逐一核对", "Member list checked unit by unit").item(20, 8);
        /// 纸质份数.
        originals: Count = ask("纸质材料份数", "Paper copies").article(20).optional().hint("提示：办法没有规定份数，一般一式三份，以受理部门要求为准", "Hint: the text sets no number; three is usual, the office decides");
    }
}
