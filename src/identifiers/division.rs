//! The divisions of Hainan whose departments take a filing in.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::{Label, Message, label};
use crate::message;

/// 市县（含洋浦经济开发区）: where an alliance files (Article 4). The 19 cities and counties of GB/T 2260 and the Yangpu
/// Economic Development Zone, which the Measures count as one though it has no code of its own there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Division {
    /// 海口市.
    Haikou,
    /// 三亚市.
    Sanya,
    /// 三沙市.
    Sansha,
    /// 儋州市.
    Danzhou,
    /// 五指山市.
    Wuzhishan,
    /// 琼海市.
    Qionghai,
    /// 文昌市.
    Wenchang,
    /// 万宁市.
    Wanning,
    /// 东方市.
    Dongfang,
    /// 定安县.
    Dingan,
    /// 屯昌县.
    Tunchang,
    /// 澄迈县.
    Chengmai,
    /// 临高县.
    Lingao,
    /// 白沙黎族自治县.
    Baisha,
    /// 昌江黎族自治县.
    Changjiang,
    /// 乐东黎族自治县.
    Ledong,
    /// 陵水黎族自治县.
    Lingshui,
    /// 保亭黎族苗族自治县.
    Baoting,
    /// 琼中黎族苗族自治县.
    Qiongzhong,
    /// 洋浦经济开发区.
    Yangpu,
}

/// Why a text names no division.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum DivisionError {
    /// Nothing but blanks.
    Empty,
    /// The whole province, 海南省 or 460000.
    WholeProvince,
    /// The code of a division outside Hainan.
    OutsideHainan {
        /// The code, six digits.
        code: String,
    },
    /// Neither a code nor a name of a division of Hainan.
    Unknown {
        /// The text without blanks.
        text: String,
    },
}

impl DivisionError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!("请选择所在市县。", "Choose the city or county."),
            Self::WholeProvince => message!(
                "备案向所在市县申请，请选择具体市县（含洋浦经济开发区）。",
                "The filing goes to a city or county: choose which (Yangpu included)."
            ),
            Self::OutsideHainan { code } => message!(
                "行政区划代码“{code}”不属于海南省，请选择海南省的市县（含洋浦经济开发区）。",
                "Division code “{code}” lies outside Hainan. Choose a city or county of Hainan (Yangpu included)."
            ),
            Self::Unknown { text } => message!(
                "未识别“{text}”，请选择海南省的市县（含洋浦经济开发区），如“海口市”。",
                "“{text}” is not known. Choose a city or county of Hainan (Yangpu included), such as Haikou."
            ),
        }
    }
}

impl Division {
    /// Every division, in the order of the codes, Yangpu last.
    pub const ALL: [Self; 20] = [
        Self::Haikou,
        Self::Sanya,
        Self::Sansha,
        Self::Danzhou,
        Self::Wuzhishan,
        Self::Qionghai,
        Self::Wenchang,
        Self::Wanning,
        Self::Dongfang,
        Self::Dingan,
        Self::Tunchang,
        Self::Chengmai,
        Self::Lingao,
        Self::Baisha,
        Self::Changjiang,
        Self::Ledong,
        Self::Lingshui,
        Self::Baoting,
        Self::Qiongzhong,
        Self::Yangpu,
    ];

    /// Code (GB/T 2260, none for Yangpu), full name, usual short name, name in English.
    const fn row(self) -> (Option<&'static str>, &'static str, &'static str, &'static str) {
        match self {
            Self::Haikou => (Some("460100"), "海口市", "海口", "Haikou"),
            Self::Sanya => (Some("460200"), "三亚市", "三亚", "Sanya"),
            Self::Sansha => (Some("460300"), "三沙市", "三沙", "Sansha"),
            Self::Danzhou => (Some("460400"), "儋州市", "儋州", "Danzhou"),
            Self::Wuzhishan => (Some("469001"), "五指山市", "五指山", "Wuzhishan"),
            Self::Qionghai => (Some("469002"), "琼海市", "琼海", "Qionghai"),
            Self::Wenchang => (Some("469005"), "文昌市", "文昌", "Wenchang"),
            Self::Wanning => (Some("469006"), "万宁市", "万宁", "Wanning"),
            Self::Dongfang => (Some("469007"), "东方市", "东方", "Dongfang"),
            Self::Dingan => (Some("469021"), "定安县", "定安", "Ding'an"),
            Self::Tunchang => (Some("469022"), "屯昌县", "屯昌", "Tunchang"),
            Self::Chengmai => (Some("469023"), "澄迈县", "澄迈", "Chengmai"),
            Self::Lingao => (Some("469024"), "临高县", "临高", "Lingao"),
            Self::Baisha => (Some("469025"), "白沙黎族自治县", "白沙", "Baisha Li Autonomous County"),
            Self::Changjiang => (Some("469026"), "昌江黎族自治县", "昌江", "Changjiang Li Autonomous County"),
            Self::Ledong => (Some("469027"), "乐东黎族自治县", "乐东", "Ledong Li Autonomous County"),
            Self::Lingshui => (Some("469028"), "陵水黎族自治县", "陵水", "Lingshui Li Autonomous County"),
            Self::Baoting => (Some("469029"), "保亭黎族苗族自治县", "保亭", "Baoting Li and Miao Autonomous County"),
            Self::Qiongzhong => {
                (Some("469030"), "琼中黎族苗族自治县", "琼中", "Qiongzhong Li and Miao Autonomous County")
            }
            Self::Yangpu => (None, "洋浦经济开发区", "洋浦", "Yangpu Economic Development Zone"),
        }
    }

    /// The six-digit code of GB/T 2260; Yangpu has none.
    #[must_use]
    pub const fn code(self) -> Option<&'static str> {
        self.row().0
    }

    /// The full name: 海口市, 白沙黎族自治县, 洋浦经济开发区.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.row().1
    }

    /// The usual short name: 海口, 白沙, 洋浦.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        self.row().2
    }

    /// The name in both languages.
    #[must_use]
    pub const fn label(self) -> Label {
        label(self.row().1, self.row().3)
    }

    /// 所在地知识产权管理部门 in the Measures' own words (Article 4), which name no office: 海口市知识产权管理部门.
    #[must_use]
    pub fn office(self) -> Message {
        let Label { zh, en } = self.label();
        message!("{zh}知识产权管理部门", "the intellectual property department of {en}")
    }

    /// Whether `text` is one of the division's usual names: 海南省白沙黎族自治县, 白沙县, 白沙, Baisha County, BAISHA.
    fn is_called(self, text: &str) -> bool {
        let (_, full, short, english) = self.row();
        let chinese = text.strip_prefix("海南省").unwrap_or(text);
        if let Some(rank) = chinese.strip_prefix(short) {
            return ["", "市", "县", "自治县", "开发区"].contains(&rank) && full.ends_with(rank) || chinese == full;
        }
        let typed = latin_letters(text);
        let rank = english
            .split(' ')
            .next()
            .map(latin_letters)
            .and_then(|short| typed.strip_prefix(&short).map(str::to_owned));
        text.is_ascii()
            && (typed == latin_letters(english)
                || rank.is_some_and(|rank| ["", "city", "county"].contains(&rank.as_str())))
    }

    /// The division that a code lies in, districts included (460106 is 龙华区 of 海口市).
    fn from_code(code: &str) -> Option<Self> {
        // 儋州 bore this code until it became a prefecture-level city in 2015.
        if code == "469003" {
            return Some(Self::Danzhou);
        }
        let city = match code.get(..4)? {
            "4601" | "4602" | "4603" | "4604" => code.get(..4)?,
            _ => code,
        };
        Self::ALL.into_iter().find(|division| division.code().is_some_and(|own| own.starts_with(city)))
    }
}

impl FromStr for Division {
    type Err = DivisionError;

    /// Takes a code, the Chinese name in full or short, with or without 海南省, or the English name with or without its
    /// rank, in any case of letters.
    fn from_str(typed: &str) -> Result<Self, DivisionError> {
        let text = typed::compact(typed);
        if text.is_empty() {
            return Err(DivisionError::Empty);
        }
        if text == "460000" || text == "海南省" || text == "海南" {
            return Err(DivisionError::WholeProvince);
        }
        if text.len() == 6 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return match Self::from_code(&text) {
                Some(division) => Ok(division),
                None if text.starts_with("46") => Err(DivisionError::Unknown { text }),
                None => Err(DivisionError::OutsideHainan { code: text }),
            };
        }
        Self::ALL.into_iter().find(|division| division.is_called(&text)).ok_or(DivisionError::Unknown { text })
    }
}

/// The letters of a Latin name, lower case.
fn latin_letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_lowercase()).collect()
}

impl fmt::Display for Division {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn codes_are_those_of_the_national_standard_in_order() {
        let codes: Vec<_> = Division::ALL.into_iter().filter_map(Division::code).collect();
        assert_eq!(codes.len(), 19);
        assert!(codes.is_sorted());
        assert!(codes.iter().all(|code| code.starts_with("46") && code.len() == 6));
        assert_eq!(Division::Yangpu.code(), None);
    }

    #[test]
    fn every_usual_name_of_every_division_is_read() {
        for division in Division::ALL {
            let (code, full, short, english) = division.row();
            let province = format!("海南省{full}");
            let upper = english.to_uppercase();
            for name in code.into_iter().chain([full, short, &province, english, &upper]) {
                assert_eq!(name.parse(), Ok(division), "{name}");
            }
            assert_eq!(division.to_string().parse(), Ok(division));
        }
    }

    #[test]
    fn shortened_ranks_districts_and_old_codes_are_read() {
        let table = [
            ("白沙县", Division::Baisha),
            ("保亭自治县", Division::Baoting),
            ("Dingan County", Division::Dingan),
            ("haikou city", Division::Haikou),
            ("洋浦开发区", Division::Yangpu),
            (" ４６０１００ ", Division::Haikou),
            ("460106", Division::Haikou),
            ("469003", Division::Danzhou),
        ];
        for (typed, division) in table {
            assert_eq!(typed.parse(), Ok(division), "{typed}");
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let error = |text: &str| text.parse::<Division>().unwrap_err();
        let unknown = |text: &str| DivisionError::Unknown { text: text.to_owned() };
        assert_eq!(error("　"), DivisionError::Empty);
        assert_eq!(error("海南省"), DivisionError::WholeProvince);
        assert_eq!(error("460000"), DivisionError::WholeProvince);
        assert_eq!(error("440300"), DivisionError::OutsideHainan { code: "440300".to_owned() });
        assert_eq!(error("469099"), unknown("469099"));
        assert_eq!(error("深圳市"), unknown("深圳市"));
        assert_eq!(error("海口县"), unknown("海口县"));
        assert_eq!(error("澄迈市"), unknown("澄迈市"));
    }

    #[test]
    fn the_office_is_called_by_the_words_of_the_measures() {
        assert_eq!(Division::Haikou.office().zh, "海口市知识产权管理部门");
        assert_eq!(Division::Yangpu.office().zh, "洋浦经济开发区知识产权管理部门");
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "(46[0-9]{4}|\\PC{0,12}|[a-z ]{0,12})") {
            let _ = text.parse::<Division>().map_err(|error| error.message());
        }
    }
}
