//! The value types of facts that are words or choices, and the bridge to the identifiers.

use std::borrow::Cow;

use super::answer::FactValue;
use super::question::Kind;
use crate::identifiers::{Amount, CivilDate, Count, Division, Email, Phone, Postcode, Uscc};
use crate::language::{Label, Message, label};
use crate::message;

/// One line of words, kept as typed; used without the white space around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text(String);

/// Several paragraphs of words, kept as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prose(String);

/// Words without the white space around them.
fn trimmed(words: &str) -> &str {
    // Nearly all begin and end with printable ASCII or with a character from U+4000 to U+9FFF, which the bytes tell at once.
    match words.as_bytes() {
        [0x21..=0x7E | 0xE4..=0xE9, .., 0x21..=0x7E]
        | [0x21..=0x7E | 0xE4..=0xE9, .., 0xE4..=0xE9, 0x80..=0xBF, 0x80..=0xBF] => words,
        _ => words.trim(),
    }
}

macro_rules! words {
    ($name:ident, $kind:expr) => {
        impl $name {
            /// The words, without the white space around them.
            #[must_use]
            pub fn as_str(&self) -> &str {
                trimmed(&self.0)
            }
        }
        impl From<&str> for $name {
            fn from(words: &str) -> Self {
                Self(words.to_owned())
            }
        }
        impl FactValue for $name {
            const KIND: Kind = $kind;
            fn read(typed: &str) -> Result<Self, Message> {
                Ok(Self(typed.to_owned()))
            }
            fn write(&self) -> Cow<'_, str> {
                Cow::Borrowed(&self.0)
            }
        }
    };
}
words!(Text, Kind::Text);
words!(Prose, Kind::Prose);

impl Prose {
    /// The paragraphs: lines that are not empty, without the white space around them.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.0.lines().map(str::trim).filter(|line| !line.is_empty())
    }
}

macro_rules! from_identifier {
    ($($name:ident => $kind:expr $(, $day:ident)?);* $(;)?) => {
        $(impl FactValue for $name {
            const KIND: Kind = $kind;
            fn read(typed: &str) -> Result<Self, Message> {
                typed.parse::<Self>().map_err(|error| error.message())
            }
            fn write(&self) -> Cow<'_, str> {
                Cow::Owned(self.to_string())
            }
            $(fn $day(&self) -> Option<CivilDate> {
                Some(*self)
            })?
        })*
    };
}
from_identifier! {
    Uscc => Kind::Uscc; Phone => Kind::Phone; Email => Kind::Email; Postcode => Kind::Postcode;
    Division => Kind::Division; CivilDate => Kind::Date, day; Count => Kind::Count;
    Amount => Kind::Amount;
}

/// Declares a closed set of values: variant, code in the JSON, words.
macro_rules! choice {
    ($(#[$meta:meta])* $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, $zh:literal, $en:literal; )* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $( $(#[$variant_meta])* $variant ),* }

        impl $name {
            /// All values, in the order they are offered.
            pub const ALL: &'static [Self] = &[$( Self::$variant ),*];
            const CODES: &'static [(&'static str, Label)] = &[$( ($code, label($zh, $en)) ),*];

            /// The code in the JSON.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code ),* }
            }

            /// The words.
            #[must_use]
            pub const fn label(self) -> Label {
                match self { $( Self::$variant => label($zh, $en) ),* }
            }
        }

        impl FactValue for $name {
            const KIND: Kind = Kind::Choice(Self::CODES);
            fn read(typed: &str) -> Result<Self, Message> {
                let wanted = typed.trim();
                let named = |value: &Self| {
                    value.code() == wanted || value.label().zh == wanted || value.label().en.eq_ignore_ascii_case(wanted)
                };
                Self::ALL.iter().copied().find(named).ok_or_else(|| no_such_option(wanted, Self::CODES))
            }
            fn write(&self) -> Cow<'_, str> {
                Cow::Borrowed(self.code())
            }
        }
    };
}

fn no_such_option(wanted: &str, options: &[(&str, Label)]) -> Message {
    let zh = options.iter().map(|(_, words)| words.zh).collect::<Vec<_>>().join("、");
    let en = options.iter().map(|(_, words)| words.en).collect::<Vec<_>>().join(", ");
    message!("没有“{wanted}”这个选项，请在{zh}中选择", "There is no option “{wanted}”; choose one of {en}")
}

choice! {
    /// An answer to a plain question, with 不确定 as an honest one.
    YesNo {
        /// 是.
        Yes = "yes", "是", "Yes";
        /// 否.
        No = "no", "否", "No";
        /// 不确定: an answer that settles nothing.
        Unsure = "unsure", "不确定", "Not sure";
    }
}

choice! {
    /// 联盟类型 (Article 2).
    AllianceKind {
        /// 产业知识产权联盟 (Article 14).
        Industry = "industry", "产业知识产权联盟", "Industry IP alliance";
        /// 知识产权保护联盟 (Article 15).
        Protection = "protection", "知识产权保护联盟", "IP protection alliance";
    }
}

choice! {
    /// 所在产业领域: the eight fields that Article 14 names, or another.
    Field {
        /// 知识产权金融.
        Finance = "finance", "知识产权金融", "IP finance";
        /// 新一代信息技术.
        Information = "information", "新一代信息技术", "Next-generation information technology";
        /// 石油化工新材料.
        Petrochemical = "petrochemical", "石油化工新材料", "Petrochemicals and new materials";
        /// 现代生物医药.
        Biomedicine = "biomedicine", "现代生物医药", "Modern biomedicine";
        /// 热带特色高效农业.
        Agriculture = "agriculture", "热带特色高效农业", "Tropical high-efficiency agriculture";
        /// 南繁育种.
        Breeding = "breeding", "南繁育种", "Nanfan seed breeding";
        /// 深海科技.
        DeepSea = "deep-sea", "深海科技", "Deep-sea technology";
        /// 航天科技.
        Aerospace = "aerospace", "航天科技", "Aerospace technology";
        /// 其他: not among those named.
        Other = "other", "其他领域", "Another field";
    }
}

choice! {
    /// 成员单位在联盟中的职务. One unit may be lead and secretariat at once.
    Role {
        /// 理事长单位.
        Chair = "chair", "理事长单位", "Chair unit";
        /// 秘书长单位.
        Secretary = "secretary", "秘书长单位", "Secretary-general unit";
        /// 理事长单位兼秘书长单位.
        ChairAndSecretary = "chair-and-secretary", "理事长单位兼秘书长单位", "Chair and secretary-general unit";
        /// 副理事长单位.
        ViceChair = "vice-chair", "副理事长单位", "Vice-chair unit";
        /// 理事单位.
        Council = "council", "理事单位", "Council unit";
        /// 成员单位.
        Member = "member", "成员单位", "Member unit";
    }
}

impl Role {
    /// Whether the unit is the 理事长单位.
    #[must_use]
    pub const fn is_chair(self) -> bool {
        matches!(self, Self::Chair | Self::ChairAndSecretary)
    }

    /// Whether the unit is the 秘书长单位.
    #[must_use]
    pub const fn is_secretary(self) -> bool {
        matches!(self, Self::Secretary | Self::ChairAndSecretary)
    }

    /// Whether the unit is one of those that Article 16(一) speaks of.
    #[must_use]
    pub const fn is_lead(self) -> bool {
        self.is_chair() || self.is_secretary()
    }
}

choice! {
    /// 单位类别: the kinds that Articles 3 and 16(二) name.
    Category {
        /// 企业.
        Enterprise = "enterprise", "企业", "Enterprise";
        /// 高等院校.
        University = "university", "高等院校", "University";
        /// 科研机构.
        Institute = "institute", "科研机构", "Research institute";
        /// 金融机构.
        Finance = "finance", "金融机构", "Financial institution";
        /// 服务机构.
        Service = "service", "服务机构", "Service firm";
        /// 其他组织.
        Other = "other", "其他组织", "Other organisation";
    }
}

choice! {
    /// 证照上印的负责人称谓: it tells a legal person from a branch, a partnership or a sole proprietor.
    LicenceWord {
        /// 法定代表人: a legal person.
        LegalRepresentative = "legal-representative", "法定代表人", "Legal representative (法定代表人)";
        /// 负责人: a branch or a firm without legal personality.
        PersonInCharge = "person-in-charge", "负责人", "Person in charge (负责人)";
        /// 执行事务合伙人: a partnership.
        ManagingPartner = "managing-partner", "执行事务合伙人", "Managing partner (执行事务合伙人)";
        /// 投资人: a sole proprietorship.
        Investor = "investor", "投资人", "Investor (投资人)";
        /// 经营者: an individual business.
        Operator = "operator", "经营者", "Operator (经营者)";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_white_space_around_words_is_left_out_whatever_they_begin_and_end_with() {
        let ends = ["", " ", "\u{3000}", "\n", "a", "！", "海", "\u{85}", "\u{2003}", "🎓", "é", "\u{feff}"];
        for (begin, end) in ends.iter().flat_map(|begin| ends.iter().map(move |end| (begin, end))) {
            for middle in ["", "样例 大学"] {
                let typed = format!("{begin}{middle}{end}");
                assert_eq!(Text::from(typed.as_str()).as_str(), typed.trim(), "{typed:?}");
            }
        }
    }
}
