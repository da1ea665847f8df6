//! Whose is this file? Told by the code or the name of a member in the file's name, or by the code in a QR code on it.
//!
//! A file is given to a member only where everything points to that one. Where two are possible, or none, it stays with
//! nobody until somebody says: a licence under the wrong name costs more than a choice.

mod words;

use std::collections::BTreeSet;

use super::{Attachment, Fact, Members};
use crate::identifiers::{Uscc, compact};
use crate::language::{Label, label};
use words::{CERTIFICATES, GENERIC, LEGAL_FORMS, OTHER_MATERIALS, TRADES, places};

/// What a file belongs to, as far as that can be told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// A member, by its id: its certificate (Article 20(四)).
    Member(String, Clue),
    /// Another of the eight materials is named, by its item of Article 20.
    Material(u8),
    /// Several other materials are named, or a paper that is none of them.
    Beside,
    /// Several members are possible.
    Several,
    /// Nothing points to anybody.
    Nobody,
}

/// What a file was known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clue {
    /// The credit code in its name.
    Code,
    /// The unit's name, whole or without its legal form.
    Name,
    /// A part of the unit's name that no other unit has.
    PartOfName,
    /// The credit code in a QR code on it.
    Picture,
}

impl Clue {
    /// The words.
    #[must_use]
    pub const fn label(self) -> Label {
        match self {
            Self::Code => label("文件名中有该单位的统一社会信用代码", "its credit code is in the file's name"),
            Self::Name => label("文件名中有该单位名称", "its name is in the file's name"),
            Self::PartOfName => label("文件名中有该单位名称的一部分", "a part of its name is in the file's name"),
            Self::Picture => label("二维码中有该单位的统一社会信用代码", "its credit code is in the QR code"),
        }
    }
}

/// The fewest characters that can stand for a unit.
const FEWEST: usize = 2;

/// Whose file this is, by its name; a path's folders count too, the nearest first.
#[must_use]
pub fn by_name(path: &str, members: &Members) -> Owner {
    let mut parts: Vec<&str> = path.rsplit(['/', '\\']).filter(|part| !part.trim().is_empty()).collect();
    if let Some(name) = parts.first_mut() {
        *name = without_ending(name);
    }
    let mut owner = Owner::Nobody;
    for part in parts {
        match by_words(&Words::of(part), members) {
            Owner::Nobody => {}
            found @ (Owner::Member(..) | Owner::Several) if owner == Owner::Nobody => return found,
            found => {
                owner = found;
                break;
            }
        }
    }
    owner
}

/// Whose file this is, by the credit codes that QR codes on it hold.
#[must_use]
pub fn by_picture(codes: &[String], members: &Members) -> Owner {
    let codes = codes.iter().filter_map(|code| code.parse::<Uscc>().ok());
    let ids = codes.flat_map(|code| members.iter().filter(move |member| member.uscc.given() == Some(&code)));
    one(ids.map(|member| member.id.as_str()).collect(), Clue::Picture)
}

/// Whose file this is: by its name, else by its picture. Where the two contradict each other it is nobody's.
#[must_use]
pub fn owner(path: &str, codes: &[String], members: &Members) -> Owner {
    match (by_name(path, members), by_picture(codes, members)) {
        (Owner::Member(named, clue), Owner::Member(seen, _)) => {
            if named == seen {
                Owner::Member(named, clue)
            } else {
                Owner::Several
            }
        }
        (Owner::Nobody, seen) | (Owner::Several, seen @ Owner::Member(..)) => seen,
        (named, _) => named,
    }
}

/// The credit codes that were seen in QR codes on a file.
#[must_use]
pub fn codes_of(record: &Attachment) -> Vec<Uscc> {
    let codes = record.inspection.iter().flat_map(|inspection| inspection.codes.iter().flatten());
    codes.filter_map(|code| code.parse().ok()).collect()
}

fn one(ids: BTreeSet<&str>, clue: Clue) -> Owner {
    let mut ids = ids.into_iter();
    match (ids.next(), ids.next()) {
        (Some(id), None) => Owner::Member(id.to_owned(), clue),
        (Some(_), Some(_)) => Owner::Several,
        (None, _) => Owner::Nobody,
    }
}

/// A name as it is compared: half-width, upper case, letters, digits and Chinese characters only.
struct Words {
    text: String,
    /// The same with whatever stood between; codes are told from what is beside them by it.
    raw: String,
}

impl Words {
    fn of(name: &str) -> Self {
        let raw: String = compact(name).chars().flat_map(char::to_uppercase).collect();
        Self { text: raw.chars().filter(|character| character.is_alphanumeric()).collect(), raw }
    }
}

fn without_ending(name: &str) -> &str {
    let short =
        |ending: &str| !ending.is_empty() && ending.len() <= 5 && ending.chars().all(|it| it.is_ascii_alphanumeric());
    name.rsplit_once(['.', '．']).filter(|(_, ending)| short(ending)).map_or(name, |(stem, _)| stem)
}

fn by_words(words: &Words, members: &Members) -> Owner {
    let written = codes(words);
    let holders = members.iter().filter(|member| member.uscc.given().is_some_and(|code| written.contains(code)));
    match one(holders.map(|member| member.id.as_str()).collect(), Clue::Code) {
        Owner::Nobody => {}
        found => return found,
    }
    let named = match named(&words.text, members) {
        Owner::Nobody => by_part(&words.text, members),
        found => found,
    };
    let has_other_code = |id: &String| {
        members.iter().any(|member| member.id == *id && member.uscc.given().is_some_and(|code| !written.contains(code)))
    };
    match named {
        // The name says one unit and the code another that is not in the list.
        Owner::Member(id, _) if !written.is_empty() && has_other_code(&id) => Owner::Several,
        found => other_material(&words.text).unwrap_or(found),
    }
}

/// The valid credit codes in a name, however they are written.
fn codes(words: &Words) -> BTreeSet<Uscc> {
    // As it stands, cut at whatever is no letter or digit; and with everything between left out.
    let pieces = words.raw.split(|character: char| !character.is_ascii_alphanumeric());
    let runs = words.text.split(|character: char| !character.is_ascii_alphanumeric());
    pieces.chain(runs).flat_map(codes_in).collect()
}

/// Every stretch of 18 letters and digits that is a code.
fn codes_in(run: &str) -> Vec<Uscc> {
    let starts = 0..=run.len().saturating_sub(18);
    starts.filter_map(|start| run.get(start..start + 18)?.parse().ok()).collect()
}

/// The members whose name, whole or shortened, stands in a text. Of names within one another the longest counts.
fn named(text: &str, members: &Members) -> Owner {
    let names: Vec<String> = members.iter().map(|member| Words::of(&member.name.text()).text).collect();
    let mut hits: Vec<(usize, usize, &str)> = Vec::new();
    for (member, whole) in members.iter().zip(&names) {
        // What may be short for another unit as well tells nothing; a branch bears the whole name of its head office.
        let is_own = |form: &String| !names.iter().any(|name| name.contains(form.as_str()) && !name.contains(whole));
        for form in forms(whole).into_iter().filter(is_own) {
            hits.extend(text.match_indices(&form).map(|(at, _)| (at, at + form.len(), member.id.as_str())));
        }
    }
    let within = |(start, end, _): &(usize, usize, &str), (from, to, _): &(usize, usize, &str)| {
        from <= start && end <= to && (to - from) > (end - start)
    };
    let longest = hits.iter().filter(|hit| !hits.iter().any(|other| within(hit, other)));
    one(longest.map(|(_, _, id)| *id).collect(), Clue::Name)
}

/// A name as people write it: whole, without its legal form, and without the place it begins with as well.
fn forms(whole: &str) -> Vec<String> {
    let bare = LEGAL_FORMS.iter().find_map(|form| whole.strip_suffix(form)).unwrap_or(whole);
    let local = places().find_map(|place| bare.strip_prefix(place)).unwrap_or(bare);
    let mut forms: Vec<String> =
        [bare, local].into_iter().filter(|form| tells_apart(form)).map(str::to_owned).collect();
    if !whole.is_empty() {
        forms.push(whole.to_owned());
    }
    forms
}

/// Whether something is left of a name without places and trades.
fn tells_apart(form: &str) -> bool {
    let told = TRADES.into_iter().chain(places()).chain(LEGAL_FORMS);
    let rest = told.fold(form.to_owned(), |rest, word| rest.replace(word, ""));
    rest.chars().filter(|character| !character.is_ascii_digit()).count() >= FEWEST
}

/// The one member of whose name all that a file's name says is a part: `南繁种业.jpg`.
fn by_part(text: &str, members: &Members) -> Owner {
    let rest = GENERIC.iter().fold(text.to_owned(), |rest, word| rest.replace(word, ""));
    let rest: String = rest.chars().filter(|character| !character.is_ascii_digit()).collect();
    if !tells_apart(&rest) {
        return Owner::Nobody;
    }
    let holders = members.iter().filter(|member| Words::of(&member.name.text()).text.contains(&rest));
    one(holders.map(|member| member.id.as_str()).collect(), Clue::PartOfName)
}

/// The other material that a name speaks of.
fn other_material(text: &str) -> Option<Owner> {
    if CERTIFICATES.iter().any(|word| text.contains(word)) {
        return None;
    }
    let named = OTHER_MATERIALS.iter().filter(|(word, _)| text.contains(word));
    let mut items = named.map(|(_, item)| *item).collect::<BTreeSet<_>>().into_iter();
    match (items.next()?, items.next()) {
        (Some(item), None) => Some(Owner::Material(item)),
        _ => Some(Owner::Beside),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::{Member, Text, sample};
    use crate::identifiers::Division;
    use proptest::prelude::*;

    /// Members by id, name and code; codes are those of the sample's members.
    fn members(rows: &[(&str, &str)]) -> Members {
        let codes: Vec<String> = sample().members.iter().map(|member| member.uscc.text()).collect();
        let mut members = Members::default();
        for ((id, name), code) in rows.iter().zip(codes) {
            let mut member = Member { id: (*id).to_owned(), name: Text::from(*name).into(), ..Member::default() };
            member.uscc.put(&code);
            members.push(member);
        }
        members
    }

    fn few() -> Members {
        members(&[
            ("m1", "海南示例种业科技有限公司"),
            ("m2", "海南示例种业科技有限公司儋州分公司"),
            ("m3", "样例热带农业大学"),
            ("m4", "海口绿洲（集团）股份有限公司"),
            ("m5", "绿洲知识产权代理有限公司"),
            ("m6", "海南科技有限公司"),
            ("m7", "三亚蓝海旅游有限责任公司"),
        ])
    }

    fn found(path: &str) -> Owner {
        by_name(path, &few())
    }

    fn of(id: &str, clue: Clue) -> Owner {
        Owner::Member(id.to_owned(), clue)
    }

    #[test]
    fn a_file_is_known_by_the_name_in_its_name() {
        let cases = [
            ("the name as it is", "海南示例种业科技有限公司.pdf", of("m1", Clue::Name)),
            (
                "with what it is, a number and a date",
                "01-海南示例种业科技有限公司营业执照(副本)20240102.JPG",
                of("m1", Clue::Name),
            ),
            ("without its legal form", "海南示例种业科技-营业执照.pdf", of("m1", Clue::Name)),
            ("without place and legal form", "示例种业科技执照.pdf", of("m1", Clue::Name)),
            ("a name that holds another's", "海南示例种业科技有限公司儋州分公司执照.pdf", of("m2", Clue::Name)),
            (
                "the name of the head office beside that of its branch",
                "海南示例种业科技有限公司及海南示例种业科技有限公司儋州分公司.pdf",
                Owner::Several,
            ),
            (
                "full-width letters, brackets and blanks",
                "　海口 绿洲(集团)股份有限公司　执照．ｐｄｆ",
                of("m4", Clue::Name),
            ),
            ("brackets left out", "海口绿洲集团股份有限公司.pdf", of("m4", Clue::Name)),
            ("a part of one name only", "蓝海.pdf", of("m7", Clue::PartOfName)),
            ("a part with what it is", "蓝海 营业执照 扫描件 (2).png", of("m7", Clue::PartOfName)),
            ("a short name with what it is", "蓝海旅游 营业执照 扫描件 (2).png", of("m7", Clue::Name)),
            ("a short name that may be a branch's too", "示例种业科技.pdf", of("m1", Clue::Name)),
            ("a part of a university's name", "热带农业大学.pdf", Owner::Nobody),
            ("a part of two names", "绿洲.pdf", Owner::Several),
            ("a trade that only one has", "旅游.pdf", Owner::Nobody),
            ("a place", "海南.pdf", Owner::Nobody),
            ("a name of nothing but place and trade, whole", "海南科技有限公司执照.pdf", of("m6", Clue::Name)),
            ("the same without its legal form", "海南科技执照.pdf", Owner::Nobody),
            ("two members", "海南示例种业科技有限公司、三亚蓝海旅游有限责任公司.pdf", Owner::Several),
            ("nobody's name", "IMG_20240102_123456.jpg", Owner::Nobody),
            ("only what it is", "营业执照副本.pdf", Owner::Nobody),
            ("a similar unit that is no member", "海南大学.pdf", Owner::Nobody),
            ("no name", "", Owner::Nobody),
            ("only an ending", ".pdf", Owner::Nobody),
        ];
        for (sentence, path, owner) in cases {
            assert_eq!(found(path), owner, "{sentence}: {path}");
        }
    }

    #[test]
    fn a_file_is_known_by_the_code_in_its_name_however_it_is_written() {
        let members = few();
        let code = members[2].uscc.text();
        let wide: String = code.chars().map(|it| char::from_u32(u32::from(it) + 0xFEE0).unwrap()).collect();
        let spaced = format!("{} {}-{}", &code[..2], &code[2..8], &code[8..]);
        let other = sample().members[9].uscc.text();
        let cases = [
            ("as it is", format!("{code}.pdf"), of("m3", Clue::Code)),
            ("lower case", format!("scan_{}_v2.pdf", code.to_lowercase()), of("m3", Clue::Code)),
            ("full-width", format!("{wide}.pdf"), of("m3", Clue::Code)),
            ("in groups", format!("执照 {spaced}.pdf"), of("m3", Clue::Code)),
            ("right after a Chinese character", format!("代码{code}副本.pdf"), of("m3", Clue::Code)),
            ("with a number right before it", format!("03{code}.pdf"), of("m3", Clue::Code)),
            (
                "the code decides where the name is another's",
                format!("{code}海南示例种业科技有限公司.pdf"),
                of("m3", Clue::Code),
            ),
            ("the codes of two members", format!("{code}_{}.pdf", members[0].uscc.text()), Owner::Several),
            ("the code of nobody here", format!("{other}.pdf"), Owner::Nobody),
            (
                "the name of one and the code of nobody here",
                format!("海南示例种业科技有限公司{other}.pdf"),
                Owner::Several,
            ),
            ("a code with a slip", format!("{}0.pdf", &code[..17]), Owner::Nobody),
            ("a code cut short", format!("{}.pdf", &code[..17]), Owner::Nobody),
        ];
        for (sentence, path, owner) in cases {
            let expected =
                if sentence == "a code with a slip" && code.ends_with('0') { of("m3", Clue::Code) } else { owner };
            assert_eq!(by_name(&path, &members), expected, "{sentence}: {path}");
        }
    }

    #[test]
    fn the_folder_counts_where_the_file_says_nothing() {
        let cases = [
            ("三亚蓝海旅游有限责任公司/IMG_001.jpg", of("m7", Clue::Name)),
            ("三亚蓝海旅游有限责任公司/海南示例种业科技有限公司.jpg", of("m1", Clue::Name)),
            ("成员证照/执照.jpg", Owner::Nobody),
            ("C:\\蓝海\\正面.jpg", of("m7", Clue::PartOfName)),
        ];
        for (path, owner) in cases {
            assert_eq!(found(path), owner, "{path}");
        }
    }

    #[test]
    fn what_names_another_material_is_no_certificate() {
        let cases = [
            ("海南示例种业科技有限公司章程盖章页.pdf", Owner::Material(2)),
            ("会议纪要（签字）.pdf", Owner::Material(7)),
            ("必要性及可行性分析报告（盖章）.pdf", Owner::Material(6)),
            ("章程和会议纪要.pdf", Owner::Beside),
            ("推荐函.pdf", Owner::Beside),
            ("章程/第3页.jpg", Owner::Material(2)),
            ("三亚蓝海旅游有限责任公司执照及章程.pdf", of("m7", Clue::Name)),
        ];
        for (path, owner) in cases {
            assert_eq!(found(path), owner, "{path}");
        }
    }

    #[test]
    fn the_qr_code_decides_where_the_name_says_nothing() {
        let members = few();
        let code = |at: usize| members[at].uscc.text();
        let cases: [(&str, Vec<String>, Owner); 6] = [
            ("IMG_1.jpg", vec![code(0)], of("m1", Clue::Picture)),
            ("绿洲.jpg", vec![code(3)], of("m4", Clue::Picture)),
            ("蓝海.jpg", vec![code(6)], of("m7", Clue::PartOfName)),
            ("蓝海.jpg", vec![code(0)], Owner::Several),
            ("IMG_1.jpg", vec![code(0), code(1)], Owner::Several),
            ("IMG_1.jpg", vec!["no code".into()], Owner::Nobody),
        ];
        for (path, codes, expected) in cases {
            assert_eq!(owner(path, &codes, &members), expected, "{path} {codes:?}");
        }
    }

    #[test]
    fn a_unit_of_any_division_is_known_without_the_place_it_begins_with() {
        for division in Division::ALL.into_iter().filter(|division| *division != Division::Dongfang) {
            for place in [division.name(), division.short_name()] {
                let name = format!("{place}琼草药材有限公司");
                let found = by_name("给琼草药材办的.pdf", &members(&[("m1", &name)]));
                assert_eq!(found, Owner::Member("m1".into(), Clue::Name), "{name}");
            }
        }
    }

    #[test]
    fn two_members_of_one_name_are_not_told_apart() {
        let twins = members(&[("m1", "海南示例有限公司"), ("m2", "海南示例有限公司")]);
        assert_eq!(by_name("海南示例有限公司.pdf", &twins), Owner::Several);
        assert_eq!(by_name("海南示例.pdf", &Members::default()), Owner::Nobody);
    }

    #[test]
    fn every_member_of_the_sample_is_known_by_its_name_and_by_its_code() {
        let members = sample().members;
        for member in &members {
            let (name, code) = (member.name.text(), member.uscc.text());
            assert_eq!(by_name(&format!("{name}.pdf"), &members), of(&member.id, Clue::Name));
            if !code.is_empty() {
                assert_eq!(by_name(&format!("{code}.pdf"), &members), of(&member.id, Clue::Code));
            }
        }
    }

    proptest! {
        #[test]
        fn any_name_is_read_without_harm_and_gives_a_member_that_is_there(path in any::<String>()) {
            let members = few();
            if let Owner::Member(id, _) = by_name(&path, &members) {
                prop_assert!(members.iter().any(|member| member.id == id));
            }
        }
    }
}
