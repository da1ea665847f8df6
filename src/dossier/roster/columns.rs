//! Which column of a paste holds which fact: by the head row where there is one, else by what the cells hold.

use std::collections::BTreeSet;

use super::cells::Line;
use super::heads::{Meaning, Person, meaning, normal, value};
use super::no_member::is_no_member;
use crate::dossier::{Category, FactValue, Role};
use crate::identifiers::{Email, Phone, Uscc};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A fact of a member, by its key.
    Fact(&'static str),
    /// 序号: the order of the rows already says it.
    Number,
    /// Not known: its cells are taken only when somebody says what they are.
    Unknown,
}

/// A column of a paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its head as pasted, empty where there is none; under a head that spans several columns, both joined.
    pub head: String,
    /// What it is for.
    pub target: Target,
}

/// How many rows from the top a head row is looked for in; a title and a note may stand above it.
const SEARCHED: usize = 6;

/// The columns of a paste and how many of its first lines are no data.
pub(super) fn columns(lines: &[Line]) -> (Vec<Column>, usize) {
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    match head_rows(lines) {
        Some((heads, data)) => (by_heads(heads, width, &units(lines.get(data..).unwrap_or_default())), data),
        None => (by_content(&units(lines), width), 0),
    }
}

/// The rows that a column is known by: totals and remarks hold something else.
pub(super) fn units(lines: &[Line]) -> Vec<&Line> {
    lines.iter().filter(|line| !is_no_member(line, None)).collect()
}

/// Whether the paste has a head row among its first rows.
pub(super) fn has_head(lines: &[Line]) -> bool {
    head_rows(lines).is_some()
}

/// The heads and the number of lines down to the last head row.
fn head_rows(lines: &[Line]) -> Option<(Vec<String>, usize)> {
    let is_head = |line: &Line| {
        // Distinct ones: 企业 and 成员单位 are heads of the same column, but also a member's kind and role.
        let mut found: Vec<Meaning> = Vec::new();
        for meaning in line.cells.iter().filter_map(|cell| meaning(cell)) {
            if !found.contains(&meaning) {
                found.push(meaning);
            }
        }
        found.len() >= 2 || line.cells.iter().any(|cell| names_the_unit(cell))
    };
    let at = lines.iter().take(SEARCHED).position(is_head)?;
    let upper = &lines.get(at)?.cells;
    match lines.get(at + 1).filter(|lower| stands_below(upper, &lower.cells)) {
        Some(lower) => Some((joined(upper, &lower.cells), at + 2)),
        None => Some((upper.clone(), at + 1)),
    }
}

/// A head that cannot be the name of a unit, nor its kind or role.
fn names_the_unit(cell: &str) -> bool {
    let words = normal(cell);
    meaning(cell) == Some(Meaning::Fact("name")) && ["名称", "全称", "name"].iter().any(|end| words.ends_with(end))
}

/// Whether a row divides the heads above it: 负责人 over 姓名, 职务, 电话.
fn stands_below(upper: &[String], lower: &[String]) -> bool {
    let divides = |cell: &String| {
        matches!(meaning(cell), Some(Meaning::Name | Meaning::Post | Meaning::Phone | Meaning::Fact(_)))
    };
    let written = || lower.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty());
    let repeats = |at: usize| upper.get(at).is_some_and(|head| !head.trim().is_empty() && span(upper, at) == 1);
    written().count() > 0 && written().all(|(at, cell)| divides(cell) && !repeats(at))
}

/// How many columns the head at `at` spans: itself and the blank ones after it.
fn span(upper: &[String], at: usize) -> usize {
    1 + upper.iter().skip(at + 1).take_while(|head| head.trim().is_empty()).count()
}

fn joined(upper: &[String], lower: &[String]) -> Vec<String> {
    let mut above = "";
    (0..upper.len().max(lower.len()))
        .map(|at| {
            let head = upper.get(at).map_or("", |head| head.trim());
            let below = lower.get(at).map_or("", |head| head.trim());
            if !head.is_empty() {
                above = head;
            }
            match (head, below) {
                (head, "") => head.to_owned(),
                (_, below) => format!("{above} {below}"),
            }
        })
        .collect()
}

fn by_heads(heads: Vec<String>, width: usize, data: &[&Line]) -> Vec<Column> {
    let mut person = None;
    let mut taken = BTreeSet::new();
    (0..width)
        .map(|at| {
            let head = heads.get(at).cloned().unwrap_or_default();
            let wanted = candidates(&head, &mut person, || cells(data, at).any(is_role));
            let target = wanted.into_iter().find(|target| match target {
                Target::Fact(key) => taken.insert(*key),
                Target::Number | Target::Unknown => true,
            });
            Column { head, target: target.unwrap_or(Target::Unknown) }
        })
        .collect()
}

/// What a head may mean where it stands, the likelier first; `person` is the one that the heads before it named.
fn candidates(head: &str, person: &mut Option<Person>, holds_roles: impl Fn() -> bool) -> Vec<Target> {
    let (found, below) = match meaning(head) {
        Some(found) => (Some(found), None),
        // Two head rows joined: the upper one names the person, unless the lower one says it all.
        None => match head.split_once(' ') {
            Some((above, below)) => (meaning(above), meaning(below)),
            None => (None, None),
        },
    };
    match found {
        Some(Meaning::Of(named)) => *person = Some(named),
        Some(Meaning::Fact("head_name" | "legal_representative")) => *person = Some(Person::Head),
        Some(Meaning::Fact("contact_name")) => *person = Some(Person::Contact),
        _ => {}
    }
    let of = |head: &'static str, contact: &'static str| match person {
        Some(Person::Head) => vec![Target::Fact(head), Target::Fact(contact)],
        Some(Person::Contact) => vec![Target::Fact(contact), Target::Fact(head)],
        None => vec![Target::Fact(contact)],
    };
    match below.or(found) {
        Some(Meaning::Number) => vec![Target::Number],
        Some(Meaning::Post) if person.is_none() || holds_roles() => vec![Target::Fact("role")],
        Some(Meaning::Post) => of("head_post", "contact_post"),
        Some(Meaning::Phone) => of("head_phone", "contact_phone"),
        Some(Meaning::Name | Meaning::Of(_)) => of("head_name", "contact_name"),
        Some(Meaning::Fact(key)) => vec![Target::Fact(key)],
        None => Vec::new(),
    }
}

fn cells<'a>(data: &'a [&Line], at: usize) -> impl Iterator<Item = &'a str> {
    data.iter().filter_map(move |line| line.cells.get(at)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
}

fn is_role(cell: &str) -> bool {
    Role::read(value("role", cell)).is_ok()
}

/// What the cells of a column look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Number,
    Uscc,
    Phone,
    Email,
    Role,
    Category,
    Person,
    Post,
    Words,
    Nothing,
}

/// Whether some column shows by its content what it is; a cut that gives none is likely the wrong one.
pub(super) fn is_telling(lines: &[&Line]) -> bool {
    let width = lines.iter().map(|line| line.cells.len()).max().unwrap_or(0);
    let tells =
        |look| matches!(look, Look::Number | Look::Uscc | Look::Phone | Look::Email | Look::Role | Look::Category);
    (0..width).any(|at| tells(look(lines, at)))
}

fn by_content(lines: &[&Line], width: usize) -> Vec<Column> {
    let looks: Vec<Look> = (0..width).map(|at| look(lines, at)).collect();
    let length = |at: usize| cells(lines, at).map(|cell| cell.chars().count()).sum::<usize>();
    // The unit's name is the longest of the columns that nothing else explains; persons' names where there is no other.
    let longest = |wanted: Look| {
        let columns = looks.iter().enumerate().filter(|(_, look)| **look == wanted);
        columns.map(|(at, _)| at).max_by_key(|at| (length(*at), std::cmp::Reverse(*at)))
    };
    let name = longest(Look::Words).or_else(|| longest(Look::Person));
    let persons = looks.iter().enumerate().filter(|(at, look)| **look == Look::Person && Some(*at) != name).count();
    let mut person = None;
    let mut taken = BTreeSet::new();
    looks
        .iter()
        .enumerate()
        .map(|(at, look)| {
            let wanted: Vec<&'static str> = match (look, person) {
                _ if Some(at) == name => vec!["name"],
                (Look::Uscc, _) => vec!["uscc"],
                (Look::Email, _) => vec!["contact_email"],
                (Look::Role, _) => vec!["role"],
                (Look::Category, _) => vec!["category"],
                // One person alone is the one to be reached.
                (Look::Person, _) if persons == 1 => vec!["contact_name"],
                (Look::Person, _) => vec!["head_name", "contact_name"],
                (Look::Post, Some(Person::Head)) => vec!["head_post"],
                (Look::Post, _) => vec!["contact_post"],
                (Look::Phone, Some(Person::Head)) => vec!["head_phone", "contact_phone"],
                (Look::Phone, _) => vec!["contact_phone", "head_phone"],
                _ => Vec::new(),
            };
            let key = wanted.into_iter().find(|key| taken.insert(*key));
            match key {
                Some("head_name") => person = Some(Person::Head),
                Some("contact_name") => person = Some(Person::Contact),
                _ => {}
            }
            let target = match (key, look) {
                (Some(key), _) => Target::Fact(key),
                (None, Look::Number) => Target::Number,
                (None, _) => Target::Unknown,
            };
            Column { head: String::new(), target }
        })
        .collect()
}

/// What most cells of a column look like.
fn look(lines: &[&Line], at: usize) -> Look {
    let all = cells(lines, at).count();
    let most = |test: &dyn Fn(&str) -> bool| cells(lines, at).filter(|cell| test(cell)).count() * 2 > all;
    let counts_up = || lines.len() > 1 && cells(lines, at).zip(1_usize..).all(|(cell, n)| cell.parse() == Ok(n));
    if all == 0 {
        Look::Nothing
    } else if counts_up() {
        Look::Number
    } else if most(&|cell| resembles_code(cell)) {
        Look::Uscc
    } else if most(&|cell| cell.parse::<Phone>().is_ok()) {
        Look::Phone
    } else if most(&|cell| cell.parse::<Email>().is_ok()) {
        Look::Email
    } else if most(&is_role) {
        Look::Role
    } else if most(&|cell| Category::read(value("category", cell)).is_ok()) {
        Look::Category
    } else if most(&is_post) {
        Look::Post
    } else if most(&is_person) {
        Look::Person
    } else {
        Look::Words
    }
}

/// A code, a code with a slip in it, or what a spreadsheet made of one.
fn resembles_code(cell: &str) -> bool {
    let length = cell.chars().filter(char::is_ascii_alphanumeric).count();
    let plain = cell.chars().all(|character| character.is_ascii_alphanumeric() || matches!(character, ' ' | '-'));
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    cell.parse::<Uscc>().is_ok() || (plain && (16..=20).contains(&length) && digits >= 8) || is_scientific(cell)
}

/// 9.146E+17: what Excel shows, and copies, of a long number in a cell that is not text. The digits after are lost.
pub(super) fn is_scientific(cell: &str) -> bool {
    let Some((mantissa, exponent)) = cell.trim().split_once(['E', 'e']) else { return false };
    let Some(exponent) = exponent.strip_prefix('+') else { return false };
    let digits = |text: &str| !text.is_empty() && text.chars().all(|character| character.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole) && digits(fraction) && digits(exponent)
}

fn is_post(cell: &str) -> bool {
    const ENDS: &[&str] = &[
        "经理",
        "主任",
        "总监",
        "董事长",
        "总裁",
        "主管",
        "部长",
        "院长",
        "所长",
        "校长",
        "会长",
        "处长",
        "科长",
        "专员",
        "行长",
        "合伙人",
        "负责人",
        "干事",
        "助理",
        "秘书",
        "工程师",
        "主席",
        "理事长",
        "秘书长",
    ];
    cell.chars().count() <= 12 && ENDS.iter().any(|end| cell.ends_with(end))
}

/// Two to four Chinese characters, perhaps with a dot between: the look of a person's name.
fn is_person(cell: &str) -> bool {
    let plain = || cell.chars().filter(|character| !character.is_whitespace());
    let length = plain().count();
    (2..=4).contains(&length)
        && plain().all(|character| ('\u{3400}'..='\u{9FFF}').contains(&character) || u32::from(character) >= 0x20000)
}
