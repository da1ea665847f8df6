//! Reading a text into a [`Template`], and writing one back.

use std::fmt;

use super::condition::Condition;
use super::error::{Cause, TemplateError};
use super::facts::Facts;

/// What a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `# `: the title.
    Title,
    /// `## `, `### `, `#### `: a heading of level 1, 2, 3.
    Heading(u8),
    /// 正文.
    Body,
    /// `> `: a note.
    Note,
    /// `>> `: a line at the right.
    Right,
}

/// The longest mark first: each begins with the next.
const MARKS: [(&str, Style); 6] = [
    ("#### ", Style::Heading(3)),
    ("### ", Style::Heading(2)),
    ("## ", Style::Heading(1)),
    ("# ", Style::Title),
    (">> ", Style::Right),
    ("> ", Style::Note),
];

impl Style {
    const fn mark(self) -> &'static str {
        match self {
            Self::Title => "# ",
            Self::Heading(1) => "## ",
            Self::Heading(2) => "### ",
            Self::Heading(_) => "#### ",
            Self::Body => "",
            Self::Note => "> ",
            Self::Right => ">> ",
        }
    }
}

/// A text that was read and can be rendered.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Template {
    pub(super) parts: Vec<Part>,
}

/// A piece of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// A paragraph.
    Line(Line),
    /// `[if …]`.
    If { line: usize, condition: Condition, then: Vec<Part>, otherwise: Vec<Part> },
    /// `[each …]`.
    Each { line: usize, group: String, body: Vec<Part> },
}

/// A paragraph with its blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub line: usize,
    pub style: Style,
    pub pieces: Vec<Piece>,
}

/// Words or a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Piece {
    Words(String),
    Blank(String),
}

/// A section that is not yet ended.
struct Open {
    line: usize,
    head: Head,
    then: Vec<Part>,
    otherwise: Option<Vec<Part>>,
}

enum Head {
    If(Condition),
    Each(String),
    /// Could not be read; kept so that its `[end]` finds it.
    Unread,
}

impl Template {
    /// How deep sections may be nested.
    pub const DEEPEST: usize = 16;

    /// Reads a text.
    ///
    /// # Errors
    /// Everything that is wrong with it, in the order of its lines.
    pub fn parse(text: &str) -> Result<Self, Vec<TemplateError>> {
        let mut parts = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        let mut errors = Vec::new();
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, words) in (1..).zip(text.lines().map(str::trim)) {
            let mut wrong = |cause| errors.push(TemplateError { line, cause });
            if words.is_empty() || words.starts_with("//") {
                continue;
            }
            let Some(instruction) = instruction(words) else {
                match read_line(line, words) {
                    Ok(read) => innermost(&mut open, &mut parts).push(Part::Line(read)),
                    Err(cause) => wrong(cause),
                }
                continue;
            };
            match instruction.split_once(' ').map_or((instruction, ""), |(word, rest)| (word, rest.trim())) {
                ("if", _) if open.len() == Self::DEEPEST => {
                    wrong(Cause::TooDeep);
                    return Err(errors);
                }
                // A loop in a loop says nothing that one loop does not, and would grow with the power of the depth.
                ("each", _)
                    if open.iter().any(|section| matches!(section.head, Head::Each(_)))
                        || open.len() == Self::DEEPEST =>
                {
                    wrong(Cause::TooDeep);
                    return Err(errors);
                }
                ("if", condition) => {
                    let head = Condition::read(condition).map_or_else(
                        |cause| {
                            wrong(cause);
                            Head::Unread
                        },
                        Head::If,
                    );
                    open.push(Open { line, head, then: Vec::new(), otherwise: None });
                }
                ("each", group) => {
                    let head = read_name(group).map_or(Head::Unread, Head::Each);
                    if matches!(head, Head::Unread) {
                        wrong(Cause::UnknownGroup(group.to_owned()));
                    }
                    open.push(Open { line, head, then: Vec::new(), otherwise: None });
                }
                ("else", "") => match open.last_mut() {
                    Some(Open { head: Head::If(_) | Head::Unread, otherwise: otherwise @ None, .. }) => {
                        *otherwise = Some(Vec::new());
                    }
                    _ => wrong(Cause::StrayElse),
                },
                ("end", "") => match open.pop() {
                    Some(section) => {
                        let ended = section.end();
                        innermost(&mut open, &mut parts).extend(ended);
                    }
                    None => wrong(Cause::StrayEnd),
                },
                _ => wrong(Cause::UnknownInstruction(instruction.to_owned())),
            }
        }
        errors.extend(open.iter().map(|section| TemplateError { line: section.line, cause: Cause::Unclosed }));
        errors.sort_by_key(|error| error.line);
        if errors.is_empty() { Ok(Self { parts }) } else { Err(errors) }
    }

    /// What is wrong with the text in the light of the names there are, whatever its conditions decide. Empty: it is
    /// sound. Rendered all the same, an unknown name prints as a missing fact.
    #[must_use]
    pub fn faults(&self, facts: &dyn Facts) -> Vec<TemplateError> {
        let mut faults = Vec::new();
        find_faults(&self.parts, facts, &mut Vec::new(), &mut faults);
        faults
    }

    /// Every condition, once, in the order of the text.
    #[must_use]
    pub fn conditions(&self) -> Vec<&Condition> {
        let mut found = Vec::new();
        find_conditions(&self.parts, &mut found);
        found
    }

    /// Every name in a blank, once, in the order of the text.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut found = Vec::new();
        find_names(&self.parts, &mut found);
        found
    }
}

impl Open {
    fn end(self) -> Option<Part> {
        match self.head {
            Head::If(condition) => Some(Part::If {
                line: self.line,
                condition,
                then: self.then,
                otherwise: self.otherwise.unwrap_or_default(),
            }),
            Head::Each(group) => Some(Part::Each { line: self.line, group, body: self.then }),
            Head::Unread => None,
        }
    }
}

/// Where the next part goes.
fn innermost<'a>(open: &'a mut [Open], parts: &'a mut Vec<Part>) -> &'a mut Vec<Part> {
    match open.last_mut() {
        Some(Open { otherwise: Some(otherwise), .. }) => otherwise,
        Some(Open { then, .. }) => then,
        None => parts,
    }
}

/// What stands in the brackets, where the whole line is one bracket and begins like an instruction. `[本条备注]` is words.
fn instruction(line: &str) -> Option<&str> {
    let inner = line.strip_prefix('[')?.strip_suffix(']')?.trim();
    inner.starts_with(|first: char| first.is_ascii_lowercase()).then_some(inner)
}

fn read_line(line: usize, text: &str) -> Result<Line, Cause> {
    let (style, words) = MARKS
        .into_iter()
        .find_map(|(mark, style)| Some((style, text.strip_prefix(mark)?)))
        .unwrap_or((Style::Body, text));
    Ok(Line { line, style, pieces: read_pieces(words.trim())? })
}

fn read_pieces(text: &str) -> Result<Vec<Piece>, Cause> {
    let mut pieces = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        words.push_str(before);
        if let Some(escaped) = after.strip_prefix('{') {
            words.push('{');
            rest = escaped;
            continue;
        }
        let (name, after) = after.split_once('}').ok_or(Cause::UnclosedBlank)?;
        let name = read_blank(name).ok_or_else(|| Cause::MalformedBlank(name.to_owned()))?;
        if !words.is_empty() {
            pieces.push(Piece::Words(std::mem::take(&mut words)));
        }
        pieces.push(Piece::Blank(name));
        rest = after;
    }
    words.push_str(rest);
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    Ok(pieces)
}

/// A name, or `ref id`, which is the name `ref/id`.
fn read_blank(text: &str) -> Option<String> {
    match text.trim().strip_prefix("ref ") {
        Some(id) => Some(format!("ref/{}", read_name(id)?)),
        None => read_name(text),
    }
}

/// A name: Latin letters, digits, `_`, `-` and `/`.
pub(super) fn read_name(text: &str) -> Option<String> {
    let name = text.trim();
    let fits = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '/');
    (!name.is_empty() && name.chars().all(fits)).then(|| name.to_owned())
}

fn find_faults<'t>(parts: &'t [Part], facts: &dyn Facts, loops: &mut Vec<&'t str>, faults: &mut Vec<TemplateError>) {
    let unknown = |name: &str, loops: &[&str]| {
        let group = name.split('/').next().unwrap_or_default();
        if facts.value(name).is_none() {
            Some(Cause::UnknownName(name.to_owned()))
        } else if facts.each(group).is_some() && !loops.contains(&group) {
            Some(Cause::OutsideLoop { name: name.to_owned(), group: group.to_owned() })
        } else {
            None
        }
    };
    for part in parts {
        match part {
            Part::Line(Line { line, pieces, .. }) => {
                faults.extend(pieces.iter().filter_map(|piece| match piece {
                    Piece::Words(_) => None,
                    Piece::Blank(name) => unknown(name, loops).map(|cause| TemplateError { line: *line, cause }),
                }));
            }
            Part::If { line, condition, then, otherwise } => {
                let causes =
                    unknown(condition.name(), loops).map_or_else(|| condition.faults(facts), |cause| vec![cause]);
                faults.extend(causes.into_iter().map(|cause| TemplateError { line: *line, cause }));
                find_faults(then, facts, loops, faults);
                find_faults(otherwise, facts, loops, faults);
            }
            Part::Each { line, group, body } => {
                if facts.each(group).is_none() {
                    faults.push(TemplateError { line: *line, cause: Cause::UnknownGroup(group.clone()) });
                }
                loops.push(group);
                find_faults(body, facts, loops, faults);
                loops.pop();
            }
        }
    }
}

fn find_conditions<'t>(parts: &'t [Part], found: &mut Vec<&'t Condition>) {
    for part in parts {
        match part {
            Part::Line(_) => {}
            Part::If { condition, then, otherwise, .. } => {
                if !found.contains(&condition) {
                    found.push(condition);
                }
                find_conditions(then, found);
                find_conditions(otherwise, found);
            }
            Part::Each { body, .. } => find_conditions(body, found),
        }
    }
}

fn find_names<'t>(parts: &'t [Part], found: &mut Vec<&'t str>) {
    for part in parts {
        match part {
            Part::Line(line) => {
                for piece in &line.pieces {
                    if let Piece::Blank(name) = piece
                        && !found.contains(&name.as_str())
                    {
                        found.push(name);
                    }
                }
            }
            Part::If { then, otherwise, .. } => {
                find_names(then, found);
                find_names(otherwise, found);
            }
            Part::Each { body, .. } => find_names(body, found),
        }
    }
}

/// The text again, without remarks and empty lines; reading it gives an equal template but for the line numbers.
impl fmt::Display for Template {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write_parts(&self.parts, f)
    }
}

fn write_parts(parts: &[Part], f: &mut fmt::Formatter) -> fmt::Result {
    for part in parts {
        match part {
            Part::Line(line) => writeln!(f, "{line}")?,
            Part::If { condition, then, otherwise, .. } => {
                writeln!(f, "[if {condition}]")?;
                write_parts(then, f)?;
                if !otherwise.is_empty() {
                    writeln!(f, "[else]")?;
                    write_parts(otherwise, f)?;
                }
                writeln!(f, "[end]")?;
            }
            Part::Each { group, body, .. } => {
                writeln!(f, "[each {group}]")?;
                write_parts(body, f)?;
                writeln!(f, "[end]")?;
            }
        }
    }
    Ok(())
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(self.style.mark())?;
        for piece in &self.pieces {
            match piece {
                Piece::Words(words) => f.write_str(&words.replace('{', "{{"))?,
                Piece::Blank(name) => match name.strip_prefix("ref/") {
                    Some(id) => write!(f, "{{ref {id}}}")?,
                    None => write!(f, "{{{name}}}")?,
                },
            }
        }
        Ok(())
    }
}
