//! The class of an entity, from the first two characters of its unified social credit code.

use crate::language::{Label, label};

/// 登记管理部门和机构类别: who registered the entity, and as what (GB 32100-2015, tables 1 and 2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityClass {
    /// 机关, 11.
    Government,
    /// 事业单位, 12: universities and research institutes above all.
    PublicInstitution,
    /// 群团机关, 13: mass organisations whose posts the central office for staffing manages.
    MassOrganisation,
    /// 律师事务所, 31.
    LawFirm,
    /// 社会团体, 51: societies, industry associations.
    SocialOrganisation,
    /// 民办非企业单位, 52 (社会服务机构).
    PrivateNonEnterprise,
    /// 基金会, 53.
    Foundation,
    /// 企业, 91: companies, but also partnerships, sole proprietorships and branches.
    Enterprise,
    /// 个体工商户, 92.
    IndividualBusiness,
    /// 农民专业合作社, 93, its unions and branches.
    FarmersCooperative,
    /// 农村集体经济组织, N1 to N3 (组级, 村级, 乡镇级).
    CollectiveEconomic,
    /// Every other class of the standard: Y1, but also notaries (32), arbitration commissions (35), trade unions (81) …
    Other,
}

/// Whether a class proves an independent legal person (独立法人).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegalPerson {
    /// Every entity of the class is one.
    Yes,
    /// No entity of the class is one.
    No,
    /// The class holds both: the word printed on the licence or certificate decides, 法定代表人 for a legal person; 负责人,
    /// 执行事务合伙人, 投资人 or 经营者 for none.
    AskLicence,
}

/// 证照: what a member hands in as proof of its registration (Article 20, item 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certificate {
    /// 营业执照.
    BusinessLicence,
    /// 事业单位法人证书. The article names it for universities and research institutes.
    PublicInstitutionCertificate,
    /// 社会团体法人登记证书.
    SocialOrganisationCertificate,
    /// 民办非企业单位登记证书.
    PrivateNonEnterpriseCertificate,
    /// 基金会法人登记证书.
    FoundationCertificate,
    /// 律师事务所执业许可证.
    LawFirmLicence,
    /// 农村集体经济组织登记证.
    CollectiveEconomicCertificate,
    /// 统一社会信用代码证书, for whoever has a code and none of the others.
    UsccCertificate,
    /// The registration document of a member from outside the mainland, with a Chinese translation; such a member has
    /// no unified social credit code.
    ForeignRegistration,
}

impl EntityClass {
    /// Every class, in the order of the codes.
    pub const ALL: [Self; 12] = [
        Self::Government,
        Self::PublicInstitution,
        Self::MassOrganisation,
        Self::LawFirm,
        Self::SocialOrganisation,
        Self::PrivateNonEnterprise,
        Self::Foundation,
        Self::Enterprise,
        Self::IndividualBusiness,
        Self::FarmersCooperative,
        Self::CollectiveEconomic,
        Self::Other,
    ];

    /// The class of a code's first two characters (`"91"`), or `None` if the standard has no such pair.
    #[must_use]
    pub fn from_prefix(prefix: &str) -> Option<Self> {
        Some(match prefix {
            "11" => Self::Government,
            "12" => Self::PublicInstitution,
            "13" => Self::MassOrganisation,
            "31" => Self::LawFirm,
            "51" => Self::SocialOrganisation,
            "52" => Self::PrivateNonEnterprise,
            "53" => Self::Foundation,
            "91" => Self::Enterprise,
            "92" => Self::IndividualBusiness,
            "93" => Self::FarmersCooperative,
            "N1" | "N2" | "N3" => Self::CollectiveEconomic,
            // Staffing, foreign affairs, justice, culture, civil affairs, tourism, religion, trade unions, market
            // regulation, the military, agriculture, and the rest.
            "19" | "21" | "29" | "32" | "33" | "34" | "35" | "39" | "41" | "49" | "59" | "61" | "62" | "69" | "71"
            | "72" | "79" | "81" | "89" | "99" | "A1" | "A9" | "N9" | "Y1" => Self::Other,
            _ => return None,
        })
    }

    /// The name of the class.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Government => label("机关", "government body"),
            Self::PublicInstitution => label("事业单位", "public institution"),
            Self::MassOrganisation => label("群团机关", "mass organisation"),
            Self::LawFirm => label("律师事务所", "law firm"),
            Self::SocialOrganisation => label("社会团体", "social organisation"),
            Self::PrivateNonEnterprise => label("民办非企业单位", "private non-enterprise unit"),
            Self::Foundation => label("基金会", "foundation"),
            Self::Enterprise => label("企业", "enterprise"),
            Self::IndividualBusiness => label("个体工商户", "individual business"),
            Self::FarmersCooperative => label("农民专业合作社", "farmers' cooperative"),
            Self::CollectiveEconomic => label("农村集体经济组织", "rural collective economic organisation"),
            Self::Other => label("其他组织", "other organisation"),
        }
    }

    /// 市场主体: 91, 92 and 93. Article 2 asks for two or more and does not define them; these are the classes that
    /// 《中华人民共和国市场主体登记管理条例》第二条 lists.
    #[must_use]
    pub const fn is_market_entity(self) -> bool {
        matches!(self, Self::Enterprise | Self::IndividualBusiness | Self::FarmersCooperative)
    }

    /// 独立法人: whether the class alone proves a legal person. Enterprises, cooperatives (both with branches) and private
    /// non-enterprise units (法人, 合伙 and 个体 ones) must be asked.
    #[must_use]
    pub const fn legal_person(self) -> LegalPerson {
        match self {
            Self::Government
            | Self::PublicInstitution
            | Self::MassOrganisation
            | Self::SocialOrganisation
            | Self::Foundation
            | Self::CollectiveEconomic => LegalPerson::Yes,
            Self::LawFirm | Self::IndividualBusiness => LegalPerson::No,
            Self::Enterprise | Self::FarmersCooperative | Self::PrivateNonEnterprise | Self::Other => {
                LegalPerson::AskLicence
            }
        }
    }

    /// 企事业单位, who may bear the secretariat (Article 23): 91 and 12, taken by the words. A society is a legal person,
    /// yet none; neither are individual businesses, law firms or private non-enterprise units.
    #[must_use]
    pub const fn is_enterprise_or_institution(self) -> bool {
        matches!(self, Self::Enterprise | Self::PublicInstitution)
    }

    /// What a member of this class hands in under Article 20, item 4.
    #[must_use]
    pub const fn certificate(self) -> Certificate {
        match self {
            Self::Enterprise | Self::IndividualBusiness | Self::FarmersCooperative => Certificate::BusinessLicence,
            Self::PublicInstitution => Certificate::PublicInstitutionCertificate,
            Self::SocialOrganisation => Certificate::SocialOrganisationCertificate,
            Self::PrivateNonEnterprise => Certificate::PrivateNonEnterpriseCertificate,
            Self::Foundation => Certificate::FoundationCertificate,
            Self::LawFirm => Certificate::LawFirmLicence,
            Self::CollectiveEconomic => Certificate::CollectiveEconomicCertificate,
            Self::Government | Self::MassOrganisation | Self::Other => Certificate::UsccCertificate,
        }
    }
}

impl Certificate {
    /// The name printed on it.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::BusinessLicence => label("营业执照", "business licence"),
            Self::PublicInstitutionCertificate => {
                label("事业单位法人证书", "public institution legal person certificate")
            }
            Self::SocialOrganisationCertificate => {
                label("社会团体法人登记证书", "social organisation registration certificate")
            }
            Self::PrivateNonEnterpriseCertificate => {
                label("民办非企业单位登记证书", "private non-enterprise unit registration certificate")
            }
            Self::FoundationCertificate => label("基金会法人登记证书", "foundation registration certificate"),
            Self::LawFirmLicence => label("律师事务所执业许可证", "law firm practice licence"),
            Self::CollectiveEconomicCertificate => {
                label("农村集体经济组织登记证", "rural collective economic organisation registration certificate")
            }
            Self::UsccCertificate => label("统一社会信用代码证书", "unified social credit code certificate"),
            Self::ForeignRegistration => {
                label("境外登记证明文件及中文译本", "foreign registration document with Chinese translation")
            }
        }
    }

    /// Whether Article 20, item 4 names this certificate; the others are asked for by analogy.
    #[must_use]
    pub const fn is_named_in_measures(self) -> bool {
        matches!(self, Self::BusinessLicence | Self::PublicInstitutionCertificate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class_answers_the_four_questions_of_the_measures() {
        use Certificate as C;
        use EntityClass as E;
        use LegalPerson::{AskLicence, No, Yes};
        // class, market entity, legal person, enterprise or institution, certificate, named in Article 20
        let table = [
            ("11", E::Government, false, Yes, false, C::UsccCertificate, false),
            ("12", E::PublicInstitution, false, Yes, true, C::PublicInstitutionCertificate, true),
            ("13", E::MassOrganisation, false, Yes, false, C::UsccCertificate, false),
            ("31", E::LawFirm, false, No, false, C::LawFirmLicence, false),
            ("51", E::SocialOrganisation, false, Yes, false, C::SocialOrganisationCertificate, false),
            ("52", E::PrivateNonEnterprise, false, AskLicence, false, C::PrivateNonEnterpriseCertificate, false),
            ("53", E::Foundation, false, Yes, false, C::FoundationCertificate, false),
            ("91", E::Enterprise, true, AskLicence, true, C::BusinessLicence, true),
            ("92", E::IndividualBusiness, true, No, false, C::BusinessLicence, true),
            ("93", E::FarmersCooperative, true, AskLicence, false, C::BusinessLicence, true),
            ("N2", E::CollectiveEconomic, false, Yes, false, C::CollectiveEconomicCertificate, false),
            ("Y1", E::Other, false, AskLicence, false, C::UsccCertificate, false),
        ];
        assert_eq!(table.map(|row| row.1), EntityClass::ALL);
        for (prefix, class, market, legal, bears, certificate, named) in table {
            assert_eq!(EntityClass::from_prefix(prefix), Some(class));
            assert_eq!(class.is_market_entity(), market, "{prefix}");
            assert_eq!(class.legal_person(), legal, "{prefix}");
            assert_eq!(class.is_enterprise_or_institution(), bears, "{prefix}");
            assert_eq!(class.certificate(), certificate, "{prefix}");
            assert_eq!(certificate.is_named_in_measures(), named, "{prefix}");
        }
    }

    #[test]
    fn a_pair_that_the_standard_lacks_has_no_class() {
        for prefix in ["", "9", "00", "14", "90", "94", "B1", "Y2", "企业", "911"] {
            assert_eq!(EntityClass::from_prefix(prefix), None, "{prefix}");
        }
    }
}
