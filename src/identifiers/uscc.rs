//! 统一社会信用代码, the 18 characters that name every registered body of the mainland (GB 32100-2015).

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use super::entity_class::EntityClass;
use super::typed;
use crate::language::Message;
use crate::message;

/// The characters of a code in the order of their values, 0 to 30: the digits, and the letters without I, O, Z, S, V.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// Weights of characters 1–17: powers of 3 modulo 31 (GB 32100-2015).
const WEIGHTS: [u32; 17] = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
/// Weights of the organisation code's eight characters (GB 11714-1997).
const ORGANISATION_WEIGHTS: [u32; 8] = [3, 7, 9, 10, 5, 8, 4, 2];
/// Characters in a code.
const LENGTH: usize = 18;

/// 统一社会信用代码: a code whose class exists and whose two check characters are right.
///
/// 1–2 class, 3–8 division of the registering authority, 9–17 organisation code (组织机构代码, GB 11714), 18 check
/// character. Members from outside the mainland have none.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uscc {
    text: String,
    class: EntityClass,
}

/// Why a text is no unified social credit code. When several causes hold, the one nearest to the user's slip is given:
/// what cannot be part of any code, then the length, then the places of wrong characters, then the check characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
#[error("{}", self.message().en)]
pub enum UsccError {
    /// Nothing but blanks.
    Empty,
    /// A character that no code holds: punctuation, a Chinese character …
    ForeignCharacter {
        /// The character, half-width.
        character: char,
        /// Its place among the characters that are no noise, from 1.
        position: usize,
    },
    /// Not 18 characters.
    Length {
        /// How many there are.
        found: usize,
    },
    /// I, O, Z, S or V, which the standard leaves out because they look like others.
    ForbiddenLetter {
        /// The letter, upper case.
        letter: char,
        /// Its place, from 1.
        position: usize,
        /// What was probably meant.
        likely: Option<char>,
    },
    /// A letter among characters 3–8, which are digits.
    LetterInDivision {
        /// The letter, upper case.
        letter: char,
        /// Its place, from 1.
        position: usize,
    },
    /// The first two characters name no class of the standard.
    UnknownClass {
        /// The two characters.
        prefix: String,
    },
    /// Character 17 does not agree with 9–16: the slip is in 9–17.
    OrganisationCheckDigit {
        /// What 9–16 ask for.
        expected: char,
        /// What stands there.
        found: char,
    },
    /// Character 18 does not agree with 1–17; as the organisation code agrees with itself, the slip is in 1–8 or 18.
    CheckDigit {
        /// What 1–17 ask for.
        expected: char,
        /// What stands there.
        found: char,
    },
}

impl UsccError {
    /// What is wrong and what to do about it.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Empty => {
                message!("请填写18位统一社会信用代码。", "Enter the unified social credit code, 18 characters.")
            }
            Self::ForeignCharacter { character, position } => message!(
                "第{position}个字符“{character}”不会出现在统一社会信用代码中。请只填写代码本身；没有代码的，请留空。",
                "Character {position}, “{character}”, cannot be part of a unified social credit code. Enter the code alone; leave the field empty if there is none."
            ),
            Self::Length { found: 15 } => message!(
                "统一社会信用代码应为18位，现为15位。15位的可能是旧工商注册号，请填写证照上的统一社会信用代码。",
                "The code has 18 characters; this has 15. It may be an old business registration number: enter the unified social credit code printed on the licence."
            ),
            Self::Length { found: 9 } => message!(
                "统一社会信用代码应为18位，现为9位。9位的可能是组织机构代码，请填写证照上的统一社会信用代码。",
                "The code has 18 characters; this has 9. It may be an organisation code: enter the unified social credit code printed on the licence."
            ),
            Self::Length { found } if *found < LENGTH => {
                let missing = LENGTH - found;
                message!(
                    "统一社会信用代码应为18位，现为{found}位，少{missing}位，请对照证照补全。",
                    "The code has 18 characters; this has {found}, {missing} too few. Complete it from the licence."
                )
            }
            Self::Length { found } => {
                let surplus = found.saturating_sub(LENGTH);
                message!(
                    "统一社会信用代码应为18位，现为{found}位，多{surplus}位，请对照证照改正。",
                    "The code has 18 characters; this has {found}, {surplus} too many. Correct it from the licence."
                )
            }
            Self::ForbiddenLetter { letter, position, likely: Some(likely) } => message!(
                "第{position}位的字母{letter}不用于统一社会信用代码，可能应为“{likely}”，请对照证照改正。",
                "Letter {letter} at position {position} is never used in these codes; “{likely}” was probably meant. Correct it from the licence."
            ),
            Self::ForbiddenLetter { letter, position, likely: None } => message!(
                "第{position}位的字母{letter}不用于统一社会信用代码，请对照证照改正。",
                "Letter {letter} at position {position} is never used in these codes. Correct it from the licence."
            ),
            Self::LetterInDivision { letter, position } => message!(
                "第3至8位应为数字（登记机关行政区划码），第{position}位却是字母{letter}，请对照证照改正。",
                "Positions 3 to 8 are digits (the registering authority's division), but position {position} is the letter {letter}. Correct it from the licence."
            ),
            Self::UnknownClass { prefix } => message!(
                "前两位“{prefix}”不是国家标准规定的类别（企业为91，事业单位为12，社会团体为51），请对照证照改正。",
                "The first two characters, “{prefix}”, are no class of the national standard (91 is an enterprise, 12 a public institution, 51 a social organisation). Correct them from the licence."
            ),
            Self::OrganisationCheckDigit { expected, found } => message!(
                "第9至17位（组织机构代码）有误：按第9至16位计算，第17位应为“{expected}”，现为“{found}”。请逐位对照证照的第9至17位。",
                "Positions 9 to 17 (the organisation code) hold a mistake: by positions 9 to 16, position 17 should be “{expected}”, not “{found}”. Compare these positions with the licence one by one."
            ),
            Self::CheckDigit { expected, found } => message!(
                "校验位不符：按前17位计算，第18位应为“{expected}”，现为“{found}”。请逐位对照证照的第1至8位和第18位。",
                "The check character does not agree: by the first 17, position 18 should be “{expected}”, not “{found}”. Compare positions 1 to 8 and 18 with the licence one by one."
            ),
        }
    }
}

impl Uscc {
    /// The 18 characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The class, by characters 1–2.
    #[must_use]
    pub fn class(&self) -> EntityClass {
        self.class
    }

    /// 登记管理机关行政区划码, characters 3–8: six digits. They name the registering authority when the code was issued, not
    /// today's domicile.
    #[must_use]
    pub fn region(&self) -> &str {
        self.text.get(2..8).unwrap_or_default()
    }

    /// Whether the authority that issued the code is in Hainan (46xxxx). A body may have moved since, in or out, and
    /// keeps its code: the address on the licence decides, this only gives cause to look.
    #[must_use]
    pub fn in_hainan(&self) -> bool {
        self.region().starts_with("46")
    }

    /// 组织机构代码, characters 9–17, without its hyphen.
    #[must_use]
    pub fn organisation_code(&self) -> &str {
        self.text.get(8..17).unwrap_or_default()
    }

    /// The code whose class and division are `registration` (characters 1–8) and whose organisation code begins with
    /// `organisation` (characters 9–16), both check characters computed: for codes that are made, not read.
    ///
    /// # Errors
    /// As [`Uscc::from_str`] for the code that results.
    pub fn with_check_digits(registration: &str, organisation: &str) -> Result<Self, UsccError> {
        let mut text = typed::compact_code(registration);
        let organisation = typed::compact_code(organisation);
        text.push_str(&organisation);
        text.extend(organisation_check(&organisation));
        text.make_ascii_uppercase();
        text.extend(check(&text));
        text.parse()
    }
}

impl FromStr for Uscc {
    type Err = UsccError;

    fn from_str(typed: &str) -> Result<Self, UsccError> {
        let text = typed::compact_code(typed).to_ascii_uppercase();
        if text.is_empty() {
            return Err(UsccError::Empty);
        }
        let places = || text.chars().zip(1..);
        if let Some((character, position)) = places().find(|(character, _)| !character.is_ascii_alphanumeric()) {
            return Err(UsccError::ForeignCharacter { character, position });
        }
        if text.len() != LENGTH {
            return Err(UsccError::Length { found: text.len() });
        }
        if let Some((letter, position)) = places().find(|(character, _)| value(*character).is_none()) {
            return Err(UsccError::ForbiddenLetter { letter, position, likely: look_alike(letter) });
        }
        if let Some((letter, position)) =
            places().find(|(character, position)| (3..=8).contains(position) && !character.is_ascii_digit())
        {
            return Err(UsccError::LetterInDivision { letter, position });
        }
        let prefix = text.get(..2).unwrap_or_default();
        let Some(class) = EntityClass::from_prefix(prefix) else {
            return Err(UsccError::UnknownClass { prefix: prefix.to_owned() });
        };
        let wrong = |expected: Option<char>, position: usize| {
            let found = text.chars().nth(position - 1);
            expected.zip(found).filter(|(expected, found)| expected != found)
        };
        let organisation = text.get(8..16).unwrap_or_default();
        if let Some((expected, found)) = wrong(organisation_check(organisation), 17) {
            return Err(UsccError::OrganisationCheckDigit { expected, found });
        }
        if let Some((expected, found)) = wrong(check(text.get(..17).unwrap_or_default()), 18) {
            return Err(UsccError::CheckDigit { expected, found });
        }
        Ok(Self { text, class })
    }
}

impl fmt::Display for Uscc {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.text)
    }
}

/// The value of a character, 0–30.
fn value(character: char) -> Option<u32> {
    ALPHABET.bytes().zip(0..).find(|(letter, _)| char::from(*letter) == character).map(|(_, value)| value)
}

/// Character 18 for the first 17: (31 − Σ value × weight mod 31) mod 31. `None` if a character has no value.
fn check(first_17: &str) -> Option<char> {
    let mut sum = 0;
    for (character, weight) in first_17.chars().zip(WEIGHTS) {
        sum += value(character)? * weight;
    }
    let check = (31 - sum % 31) % 31;
    ALPHABET.chars().zip(0..).find(|(_, value)| *value == check).map(|(character, _)| character)
}

/// The ninth character of an organisation code for its first eight: 11 − Σ value × weight mod 11, where 10 is written X
/// and 11 is written 0; a letter's value is its place after 9, A = 10 to Z = 35. `None` if a character has no value.
fn organisation_check(first_8: &str) -> Option<char> {
    let mut sum = 0;
    for (character, weight) in first_8.chars().zip(ORGANISATION_WEIGHTS) {
        sum += character.to_digit(36)? * weight;
    }
    match 11 - sum % 11 {
        10 => Some('X'),
        11 => Some('0'),
        digit => char::from_digit(digit, 10),
    }
}

/// The character of the alphabet that a left-out letter is taken for.
fn look_alike(letter: char) -> Option<char> {
    match letter {
        'I' => Some('1'),
        'O' => Some('0'),
        'Z' => Some('2'),
        'S' => Some('5'),
        'V' => Some('U'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::typed::noise::noisy;
    use super::*;
    use proptest::prelude::*;

    /// Real codes of well-known bodies.
    const KNOWN: [(&str, &str, EntityClass); 5] = [
        ("华为技术有限公司", "914403001922038216", EntityClass::Enterprise),
        ("深圳市腾讯计算机系统有限公司", "9144030071526726XG", EntityClass::Enterprise),
        ("阿里巴巴（中国）有限公司", "91330100799655058B", EntityClass::Enterprise),
        ("北京百度网讯科技有限公司", "91110000802100433B", EntityClass::Enterprise),
        ("北京大学", "12100000400000624D", EntityClass::PublicInstitution),
    ];

    fn error(text: &str) -> UsccError {
        text.parse::<Uscc>().unwrap_err()
    }

    #[test]
    fn codes_of_well_known_bodies_are_read() {
        for (name, text, class) in KNOWN {
            let uscc: Uscc = text.parse().unwrap_or_else(|error| panic!("{name}: {error}"));
            assert_eq!(uscc.to_string(), text);
            assert_eq!(uscc.class(), class);
            assert!(!uscc.in_hainan());
            assert_eq!(Uscc::with_check_digits(&text[..8], &text[8..16]), Ok(uscc));
        }
    }

    #[test]
    fn the_parts_of_a_code_are_its_places() {
        let uscc = Uscc::with_check_digits("91460000", "MA5T0000").unwrap();
        assert_eq!(uscc.region(), "460000");
        assert!(uscc.in_hainan());
        assert_eq!(uscc.organisation_code(), &uscc.as_str()[8..17]);
        assert!(uscc.organisation_code().starts_with("MA5T0000"));
    }

    #[test]
    fn typed_and_pasted_forms_give_the_clean_code() {
        for typed in [
            "9144030071526726xg",
            "９１４４０３００７１５２６７２６ＸＧ",
            " 91 440300 71526726-X G\t\r\n",
            "\u{FEFF}9144\u{200B}0300\u{00A0}7152\u{3000}6726\u{2011}XG",
            "91440300—71526726X－G",
        ] {
            assert_eq!(typed.parse::<Uscc>().map(|uscc| uscc.to_string()), Ok("9144030071526726XG".to_owned()));
        }
    }

    #[test]
    fn each_cause_has_its_own_error() {
        assert_eq!(error(" \u{200B}- "), UsccError::Empty);
        assert_eq!(error("无"), UsccError::ForeignCharacter { character: '无', position: 1 });
        assert_eq!(error("914403001922038216。"), UsccError::ForeignCharacter { character: '。', position: 19 });
        assert_eq!(error("91440300192203821"), UsccError::Length { found: 17 });
        assert_eq!(error("9144030019220382166"), UsccError::Length { found: 19 });
        assert_eq!(
            error("9144O3001922038216"),
            UsccError::ForbiddenLetter { letter: 'O', position: 5, likely: Some('0') }
        );
        assert_eq!(
            error("9i4403001922038216"),
            UsccError::ForbiddenLetter { letter: 'I', position: 2, likely: Some('1') }
        );
        assert_eq!(error("91440B001922038216"), UsccError::LetterInDivision { letter: 'B', position: 6 });
        assert_eq!(error("944403001922038216"), UsccError::UnknownClass { prefix: "94".to_owned() });
        assert_eq!(error("914403001922038226"), UsccError::OrganisationCheckDigit { expected: '1', found: '2' });
        assert_eq!(error("914403001922038217"), UsccError::CheckDigit { expected: '6', found: '7' });
    }

    #[test]
    fn the_error_nearest_to_the_slip_wins() {
        // A label was copied along: the length follows from it.
        assert_eq!(error("代码9144O300"), UsccError::ForeignCharacter { character: '代', position: 1 });
        // No code at all: its length says so better than its letters.
        assert_eq!(error("HAINAN SHIZU"), UsccError::Length { found: 11 });
        // A slip in 9–17 breaks both check characters; the organisation code says where.
        assert!(matches!(error("914403001922038316"), UsccError::OrganisationCheckDigit { .. }));
        // A slip in 3–8 breaks the last only.
        assert!(matches!(error("914403011922038216"), UsccError::CheckDigit { .. }));
    }

    #[test]
    fn the_message_says_where_and_what_to_do_in_both_languages() {
        let message = error("9144O3001922038216").message();
        assert_eq!(message.zh, "第5位的字母O不用于统一社会信用代码，可能应为“0”，请对照证照改正。");
        assert!(message.en.contains("position 5"));
        assert_eq!(error("").to_string(), error("").message().en);
    }

    fn any_code() -> impl Strategy<Value = Uscc> {
        const CLASSES: &[&str] = &["11", "12", "13", "31", "51", "52", "53", "91", "92", "93", "N1", "Y1"];
        (proptest::sample::select(CLASSES), "[0-9]{6}", "[0-9A-HJ-NPQRTUWXY]{8}").prop_map(
            |(class, division, organisation)| {
                Uscc::with_check_digits(&format!("{class}{division}"), &organisation).unwrap()
            },
        )
    }

    proptest! {
        #[test]
        fn what_is_shown_reads_back(code in any_code()) {
            prop_assert_eq!(code.to_string().parse(), Ok(code));
        }

        #[test]
        fn noise_changes_nothing(
            (code, typed) in any_code().prop_flat_map(|code| {
                let pieces = &[" ", "-", "\u{A0}", "\u{3000}", "\u{200B}", "\u{FEFF}", "—", "\t"];
                (Just(code.clone()), noisy(code.to_string(), pieces))
            })
        ) {
            prop_assert_eq!(typed.parse(), Ok(code));
        }

        // The weights are no multiples of 31 and values differ by less than 31, so no single slip goes unseen.
        #[test]
        fn every_wrong_character_is_seen(code in any_code(), place in 0usize..18, wrong in "[0-9A-Z]") {
            let mut text = code.to_string();
            let differ = text[place..=place] != wrong;
            text.replace_range(place..=place, &wrong);
            prop_assert_eq!(text.parse::<Uscc>().is_err(), differ);
        }

        // The weights of the first 17 differ from one another, so no swap of two of them goes unseen either.
        #[test]
        fn every_swap_among_the_first_17_is_seen(code in any_code(), one in 0usize..17, other in 0usize..17) {
            let mut characters: Vec<char> = code.as_str().chars().collect();
            let differ = characters[one] != characters[other];
            characters.swap(one, other);
            prop_assert_eq!(characters.into_iter().collect::<String>().parse::<Uscc>().is_err(), differ);
        }

        #[test]
        fn no_text_panics(text in "\\PC{0,30}") {
            let _ = text.parse::<Uscc>().map_err(|error| error.message());
        }
    }
}
