//! 联系电话: mobile, landline, 400 and 800 numbers of the mainland, and numbers from elsewhere.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::typed;
use crate::language::Message;
use crate::message;

/// 联系电话, in the form of its kind: `13812345678`, `0898-65332211转801`, `400-123-4567`, `+852 21234567`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    kind: PhoneKind,
    text: String,
}

/// What a telephone number leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhoneKind {
    /// 手机: 11 digits, 13 to 19 first.
    Mobile,
    /// 固定电话: area code, 7 or 8 digits, perhaps an extension.
    Landline,
    /// 400 or 800 and 7 digits.
    Service,
    /// A number outside the mainland, with its country code; Hong Kong, Macao and Taiwan too.
    International,
}

/// Why a text is no telephone number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum PhoneError {
    /// Nothing but blanks.
    Empty,
    /// More than one number.
    Several,
    /// As spreadsheets show long numbers, 1.38E+10: the last digits are lost.
    Rounded,
    /// A character that telephone numbers do not have.
    ForeignCharacter {
        /// The character, half-width.
        character: char,
    },
    /// 11 digits from 1 on, but 10, 11 or 12 first.
    MobilePrefix {
        /// The first two digits.
        prefix: String,
    },
    /// A mobile number of another length than 11 digits.
    MobileLength {
        /// How many digits there are.
        found: usize,
    },
    /// A landline number without its area code.
    NoAreaCode,
    /// An area code that is none: after 0 comes 1 for Beijing alone.
    UnknownAreaCode {
        /// The first digits.
        code: String,
    },
    /// A landline number of another length than 7 or 8 digits, the area code apart.
    LandlineLength {
        /// How many digits there are after the area code.
        found: usize,
    },
    /// An extension that is not one to six digits, or stands behind a number that has none.
    Extension,
    /// A 400 or 800 number that is not ten digits.
    ServiceLength {
        /// How many digits there are.
        found: usize,
    },
    /// An international number that is not 7 to 15 digits with its country code.
    InternationalLength {
        /// How many digits there are.
        found: usize,
    },
    /// Digits that begin like no number.
    Unreadable,
}

impl PhoneError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => message!(
                "请填写联系电话，如13812345678或0898-65332211。",
                "Enter a telephone number, such as 13812345678 or 0898-65332211."
            ),
            Self::Several => message!("请只填写一个电话号码。", "Enter a single telephone number."),
            Self::Rounded => message!(
                "这是表格软件改写的科学计数，号码的末几位已经丢失，请查到原号码重新填写。",
                "A spreadsheet has rewritten this in scientific notation, and the last digits are lost. Find the number and enter it anew."
            ),
            Self::ForeignCharacter { character } => message!(
                "电话号码中不能有“{character}”，请删去。",
                "A telephone number has no “{character}”. Remove it."
            ),
            Self::MobilePrefix { prefix } => message!(
                "手机号码没有以{prefix}开头的，请核对；固定电话请加区号，如0898。",
                "No mobile number begins with {prefix}. Check it; give a landline number with its area code, such as 0898."
            ),
            Self::MobileLength { found } => message!(
                "手机号码应为11位，现为{found}位，请核对。",
                "A mobile number has 11 digits; this has {found}. Check it."
            ),
            Self::NoAreaCode => message!(
                "固定电话请加区号（海南为0898），如0898-65332211。",
                "Give a landline number with its area code (0898 in Hainan), such as 0898-65332211."
            ),
            Self::UnknownAreaCode { code } => message!(
                "没有以{code}开头的区号，请核对；境外号码请以“+”和国家（地区）代码开头。",
                "No area code begins with {code}. Check it; begin a number from abroad with “+” and its country code."
            ),
            Self::LandlineLength { found } => message!(
                "固定电话区号后应为7或8位，现为{found}位，请核对；分机号请写在“转”字后。",
                "A landline number has 7 or 8 digits after its area code; this has {found}. Check it; write an extension after “转” or “ext”."
            ),
            Self::Extension => message!(
                "分机号应为1至6位数字，且只用于固定电话、400和800电话，请核对。",
                "An extension is one to six digits, for landline, 400 and 800 numbers alone. Check it."
            ),
            Self::ServiceLength { found } => message!(
                "400、800电话应为10位，现为{found}位，请核对。",
                "400 and 800 numbers have ten digits; this has {found}. Check it."
            ),
            Self::InternationalLength { found } => message!(
                "国际号码连同国家（地区）代码应为7至15位数字，现为{found}位，请核对。",
                "An international number has 7 to 15 digits with its country code; this has {found}. Check it."
            ),
            Self::Unreadable => message!(
                "未识别电话号码，请填写手机号码，或带区号的固定电话，如0898-65332211。",
                "This is not known as a telephone number. Enter a mobile number, or a landline number with its area code, such as 0898-65332211."
            ),
        }
    }
}

impl Phone {
    /// What the number leads to.
    #[must_use]
    pub fn kind(&self) -> PhoneKind {
        self.kind
    }
}

impl FromStr for Phone {
    type Err = PhoneError;

    /// Takes blanks, hyphens, dots and brackets between digits, full-width forms, +86 or 0086 before a mainland number,
    /// + or 00 before any other, and an extension after 转, 分机, ext, x or # (after a landline number also a hyphen).
    fn from_str(typed: &str) -> Result<Self, PhoneError> {
        let text = plain(typed);
        if text.is_empty() {
            return Err(PhoneError::Empty);
        }
        if text.contains(['/', ',', ';', '、', '或']) || text.matches('+').count() > 1 {
            return Err(PhoneError::Several);
        }
        let is_rounded = |(digits, power): (&str, &str)| {
            let is_number =
                |part: &str| !part.is_empty() && part.chars().all(|one| matches!(one, '0'..='9' | '+' | '-'));
            is_number(digits) && is_number(power)
        };
        if text.split_once(['e', 'E']).is_some_and(is_rounded) {
            return Err(PhoneError::Rounded);
        }
        let (number, extension) = match text.split_once('#') {
            Some((number, extension)) => (number, Some(extension)),
            None => (text.as_str(), None),
        };
        let misplaced = |(place, character): &(usize, char)| match character {
            '0'..='9' | '-' => false,
            '+' => *place != 0,
            _ => true,
        };
        let rest = extension.unwrap_or_default().chars().filter(|character| !character.is_ascii_digit());
        if let Some(character) =
            number.char_indices().find(misplaced).map(|(_, character)| character).or(rest.clone().next())
        {
            return Err(PhoneError::ForeignCharacter { character });
        }
        if extension.is_some_and(|extension| !(1..=6).contains(&extension.len())) {
            return Err(PhoneError::Extension);
        }
        match nation(number) {
            Nation::Mainland(number) => mainland(number, extension),
            Nation::MainlandFromAbroad(number) => mainland(&with_trunk_zero(number), extension),
            Nation::Abroad(_) if extension.is_some() => Err(PhoneError::Extension),
            Nation::Abroad(number) => international(number),
        }
    }
}

/// Half-width; every hyphen `-`, every extension mark `#`; without blanks, brackets and dots.
fn plain(typed: &str) -> String {
    let mut text = String::new();
    for character in typed::compact(typed).chars() {
        match character {
            '(' | ')' | '.' | '·' | '•' => {}
            hyphen if typed::is_hyphen(hyphen) => text.push('-'),
            other => text.push(other.to_ascii_lowercase()),
        }
    }
    let text = text.trim_matches('-');
    // Most numbers have no extension.
    if text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') {
        return text.to_owned();
    }
    ["转分机", "分机号", "分机", "转", "ext", "x", "##"]
        .into_iter()
        .fold(text.to_owned(), |text, mark| text.replace(mark, "#"))
        .replace("-#", "#")
        .replace("#-", "#")
        .replace("#:", "#")
}

/// Where a number is dialled to, and the rest of its digits and hyphens.
enum Nation<'a> {
    Mainland(&'a str),
    MainlandFromAbroad(&'a str),
    Abroad(&'a str),
}

fn nation(number: &str) -> Nation<'_> {
    let after_prefix = number.strip_prefix('+').or_else(|| number.strip_prefix("00"));
    match after_prefix {
        Some(abroad) => match after_mainland_code(abroad) {
            Some(mainland) => Nation::MainlandFromAbroad(mainland),
            None => Nation::Abroad(abroad),
        },
        // 86 alone, the plus sign forgotten: no mainland number begins so and is this long.
        None => match number.strip_prefix("86") {
            Some(mainland) if matches!(digits(mainland).len(), 10 | 11) => {
                Nation::MainlandFromAbroad(mainland.trim_start_matches('-'))
            }
            _ => Nation::Mainland(number),
        },
    }
}

/// What follows the digits 86, wherever hyphens stand between them.
fn after_mainland_code(number: &str) -> Option<&str> {
    let after_eight = number.trim_start_matches('-').strip_prefix('8')?;
    Some(after_eight.trim_start_matches('-').strip_prefix('6')?.trim_start_matches('-'))
}

/// A number after +86 leaves out the 0 of its area code: 898 65332211, 10 88888888.
fn with_trunk_zero(number: &str) -> String {
    let all = digits(number);
    let is_whole = all.starts_with('0')
        || all.len() == 11 && all.starts_with('1')
        || all.starts_with("400")
        || all.starts_with("800");
    if is_whole { number.to_owned() } else { format!("0{number}") }
}

fn digits(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

fn mainland(number: &str, extension: Option<&str>) -> Result<Phone, PhoneError> {
    let all = digits(number);
    match all.get(..1) {
        Some("0") => landline(number, extension),
        Some("1") => match (all.len(), all.get(..2).unwrap_or_default()) {
            (11, prefix @ ("10" | "11" | "12")) => Err(PhoneError::MobilePrefix { prefix: prefix.to_owned() }),
            (11, _) if extension.is_some() => Err(PhoneError::Extension),
            (11, _) => Ok(Phone { kind: PhoneKind::Mobile, text: all }),
            (found, _) => Err(PhoneError::MobileLength { found }),
        },
        Some(_) if all.starts_with("400") || all.starts_with("800") => service(&all, extension),
        Some(_) if matches!(all.len(), 7 | 8) => Err(PhoneError::NoAreaCode),
        _ => Err(PhoneError::Unreadable),
    }
}

/// Area code and local number; a last group behind a hyphen is an extension if what stands before it is complete.
fn landline(number: &str, extension: Option<&str>) -> Result<Phone, PhoneError> {
    let (number, extension) = match (number.rsplit_once('-'), extension) {
        (Some((before, last)), None) if is_complete(&digits(before)) && (1..=6).contains(&last.len()) => {
            (before, Some(last))
        }
        _ => (number, extension),
    };
    let all = digits(number);
    let (area, local) = split_area(&all)?;
    if !matches!(local.len(), 7 | 8) {
        return Err(PhoneError::LandlineLength { found: local.len() });
    }
    let tail = extension.map(|extension| format!("转{extension}")).unwrap_or_default();
    Ok(Phone { kind: PhoneKind::Landline, text: format!("{area}-{local}{tail}") })
}

/// The area code, three digits for 010 and 02x, four for the others, and the local number.
fn split_area(all: &str) -> Result<(&str, &str), PhoneError> {
    let length = match all.get(..2) {
        Some("01") if all.starts_with("010") => 3,
        Some("02") => 3,
        Some("03" | "04" | "05" | "06" | "07" | "08" | "09") => 4,
        _ => {
            let code = all.chars().take(3).collect();
            return Err(PhoneError::UnknownAreaCode { code });
        }
    };
    all.split_at_checked(length).ok_or(PhoneError::LandlineLength { found: 0 })
}

fn is_complete(all: &str) -> bool {
    split_area(all).is_ok_and(|(_, local)| matches!(local.len(), 7 | 8))
}

fn service(all: &str, extension: Option<&str>) -> Result<Phone, PhoneError> {
    let tail = extension.map(|extension| format!("转{extension}")).unwrap_or_default();
    match (all.get(..3), all.get(3..6), all.get(6..10), all.len()) {
        (Some(prefix), Some(middle), Some(last), 10) => {
            Ok(Phone { kind: PhoneKind::Service, text: format!("{prefix}-{middle}-{last}{tail}") })
        }
        _ if matches!(all.len(), 7 | 8) => Err(PhoneError::NoAreaCode),
        (.., found) => Err(PhoneError::ServiceLength { found }),
    }
}

fn international(number: &str) -> Result<Phone, PhoneError> {
    let all = digits(number);
    if !(7..=15).contains(&all.len()) {
        return Err(PhoneError::InternationalLength { found: all.len() });
    }
    if all.starts_with('0') {
        return Err(PhoneError::Unreadable);
    }
    match all.split_at_checked(country_code_length(&all)) {
        Some((country, rest)) => Ok(Phone { kind: PhoneKind::International, text: format!("+{country} {rest}") }),
        None => Err(PhoneError::Unreadable),
    }
}

/// Digits in the country code that a number begins with (ITU-T E.164, assigned codes): one, two, else three.
fn country_code_length(all: &str) -> usize {
    match all.get(..2) {
        Some("20" | "27" | "30" | "31" | "32" | "33" | "34" | "36" | "39" | "40" | "41") => 2,
        Some("43" | "44" | "45" | "46" | "47" | "48" | "49" | "51" | "52" | "53" | "54") => 2,
        Some("55" | "56" | "57" | "58" | "60" | "61" | "62" | "63" | "64" | "65" | "66") => 2,
        Some("81" | "82" | "84" | "90" | "91" | "92" | "93" | "94" | "95" | "98") => 2,
        Some(code) if code.starts_with(['1', '7']) => 1,
        _ => 3,
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::noise::noisy;
    use super::*;
    use PhoneKind::{International, Landline, Mobile, Service};
    use proptest::prelude::*;

    #[test]
    fn usual_forms_give_the_one_form_of_their_kind() {
        let table = [
            ("13812345678", Mobile, "13812345678"),
            ("138-1234-5678", Mobile, "13812345678"),
            ("＋８６ １３８ １２３４ ５６７８", Mobile, "13812345678"),
            ("0086-138 1234 5678", Mobile, "13812345678"),
            ("86 13812345678", Mobile, "13812345678"),
            ("86-898-65332211", Landline, "0898-65332211"),
            ("(0898) 65332211", Landline, "0898-65332211"),
            ("（0898）6533-2211", Landline, "0898-65332211"),
            ("0898-65332211-801", Landline, "0898-65332211转801"),
            ("0898—65332211 转 801", Landline, "0898-65332211转801"),
            ("0898 65332211 Ext. 801", Landline, "0898-65332211转801"),
            ("089865332211x801", Landline, "0898-65332211转801"),
            ("0898-65332211（转801）", Landline, "0898-65332211转801"),
            ("010 8888 8888", Landline, "010-88888888"),
            ("+86 10 8888 8888", Landline, "010-88888888"),
            ("+86 (0)10 8888 8888", Landline, "010-88888888"),
            ("+86 898 65332211", Landline, "0898-65332211"),
            ("+8-6-898-65332211", Landline, "0898-65332211"),
            ("400 123 4567", Service, "400-123-4567"),
            ("8001234567转2", Service, "800-123-4567转2"),
            ("+852 2123 4567", International, "+852 21234567"),
            ("00852-21234567", International, "+852 21234567"),
            ("+1 (415) 555-0132", International, "+1 4155550132"),
            ("+44 20 7946 0958", International, "+44 2079460958"),
        ];
        for (typed, kind, shown) in table {
            let phone: Phone = typed.parse().unwrap_or_else(|error| panic!("{typed}: {error}"));
            assert_eq!((phone.kind(), phone.to_string().as_str()), (kind, shown), "{typed}");
            assert_eq!(phone.to_string().parse(), Ok(phone));
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        let area = |code: &str| PhoneError::UnknownAreaCode { code: code.to_owned() };
        let table = [
            ("　-", PhoneError::Empty),
            ("13812345678/13912345678", PhoneError::Several),
            ("13812345678、0898-65332211", PhoneError::Several),
            ("电话13812345678", PhoneError::ForeignCharacter { character: '电' }),
            ("138+12345678", PhoneError::ForeignCharacter { character: '+' }),
            ("1.38E+10", PhoneError::Rounded),
            ("1.38123E10", PhoneError::Rounded),
            ("12012345678", PhoneError::MobilePrefix { prefix: "12".to_owned() }),
            ("1381234567", PhoneError::MobileLength { found: 10 }),
            ("138123456789", PhoneError::MobileLength { found: 12 }),
            ("65332211", PhoneError::NoAreaCode),
            ("4001234", PhoneError::NoAreaCode),
            ("0112-65332211", area("011")),
            ("0898-653322", PhoneError::LandlineLength { found: 6 }),
            ("0898-653322111", PhoneError::LandlineLength { found: 9 }),
            ("0898-65332211转", PhoneError::Extension),
            ("0898-65332211转1234567", PhoneError::Extension),
            ("13812345678转1", PhoneError::Extension),
            ("400-123-456", PhoneError::ServiceLength { found: 9 }),
            ("+852 123", PhoneError::InternationalLength { found: 6 }),
            ("235", PhoneError::Unreadable),
        ];
        for (typed, error) in table {
            assert_eq!(typed.parse::<Phone>(), Err(error), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn noise_changes_no_mobile_number(
            (clean, typed) in "1[3-9][0-9]{9}".prop_flat_map(|clean| {
                (Just(clean.clone()), noisy(clean, &[" ", "-", "\u{A0}", "\u{3000}", "\u{200B}", "．"]))
            })
        ) {
            prop_assert_eq!(typed.parse::<Phone>().map(|phone| phone.to_string()), Ok(clean));
        }

        #[test]
        fn blanks_change_no_landline_number(
            (clean, typed) in "0898-[2-9][0-9]{6,7}(转[0-9]{1,6})?".prop_flat_map(|clean| {
                (Just(clean.clone()), noisy(clean, &[" ", "\u{3000}", "\u{200B}"]))
            })
        ) {
            prop_assert_eq!(typed.parse::<Phone>().map(|phone| phone.to_string()), Ok(clean));
        }

        #[test]
        fn what_is_shown_reads_back(text in "[+0]{0,2}[-0-9]{6,14}([-转x][0-9]{0,7})?") {
            if let Ok(phone) = text.parse::<Phone>() {
                prop_assert_eq!(phone.to_string().parse(), Ok(phone));
            }
        }

        #[test]
        fn no_text_panics(text in "(\\PC{0,14}|[-+0-9转#()x ]{0,20})") {
            let _ = text.parse::<Phone>().map_err(|error| error.message());
        }
    }
}
