//! The document representation: what the composers make and the renderers read.
//!
//! It knows meaning (a title, an article, a signature), never looks: fonts, sizes and margins are the renderers'.

/// A document of the filing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The title, for the file's properties; the printed title is a [`Block::Title`].
    pub title: String,
    /// What it consists of, in order.
    pub blocks: Vec<Block>,
}

/// A run of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Span {
    /// Words.
    Text(String),
    /// Words that stand out (printed in 黑体).
    Strong(String),
    /// A fact that is missing, by its label: printed 〔待填：label〕 and made visible.
    Blank(String),
}

/// The words of one paragraph or cell line.
pub type Words = Vec<Span>;

/// What a paragraph is, which decides how it is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// 正文: first line indented by two characters.
    Body,
    /// Not indented: salutations, lines of a form.
    Flush,
    /// Centred.
    Centred,
    /// At the right: date and signature lines.
    Right,
    /// A note in smaller type, such as "参考样式".
    Note,
}

/// A piece of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// The title, centred.
    Title(Words),
    /// A line under the title, centred: version, date, alliance.
    Subtitle(Words),
    /// The heading of a chapter, 第一章, centred; in a contents list it counts as level 1.
    Chapter(Words),
    /// A heading: level 1 一、, level 2 （一）, level 3 1.
    Heading {
        /// 1 to 3.
        level: u8,
        /// Its words, number included.
        words: Words,
    },
    /// A paragraph.
    Paragraph {
        /// How it is set.
        role: Role,
        /// Its words.
        words: Words,
    },
    /// A numbered article: its label stands out at the head of the first paragraph.
    Article {
        /// "第十二条".
        label: String,
        /// Its paragraphs; items such as （一） are paragraphs of their own.
        paragraphs: Vec<Words>,
    },
    /// A table.
    Table(Table),
    /// Signature and seal of one party; never broken over two pages.
    Signature {
        /// The unit that seals, or `None` where a person signs alone.
        party: Option<Words>,
        /// What is to be signed, such as "法定代表人（签字）：".
        lines: Vec<Words>,
    },
    /// A contents list of the headings up to this level, filled in, under the words 目录.
    Contents {
        /// 1 to 3.
        level: u8,
    },
    /// What follows begins a new page.
    PageBreak,
}

impl Block {
    /// Whether it closes what stands before it and is never alone on a page: a signature, or lines at the right.
    #[must_use]
    pub const fn closes(&self) -> bool {
        matches!(self, Self::Signature { .. } | Self::Paragraph { role: Role::Right, .. })
    }
}

/// Whether words announce what follows, which then begins on their page: they end with a colon.
#[must_use]
pub fn announces(words: &[Span]) -> bool {
    matches!(words.last(), Some(Span::Text(text) | Span::Strong(text)) if text.ends_with('：'))
}

/// A table. Cells that are covered by a merged one are left out of their row, as in HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Columns by their share of the width; the shares need not add up to anything.
    pub columns: Vec<Column>,
    /// How many of the first rows are repeated on every page.
    pub head_rows: usize,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Share of the width.
    pub share: u16,
}

/// A row of a table; it is never broken over two pages unless it is higher than a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The cells that begin in this row.
    pub cells: Vec<Cell>,
    /// Least height in millimetres: room for a signature or a seal; 0 for what the words need.
    pub height: u16,
}

/// How words stand in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// At the left.
    #[default]
    Start,
    /// Centred.
    Centre,
    /// At the right.
    End,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// Its paragraphs.
    pub paragraphs: Vec<Words>,
    /// How many columns it covers, at least 1.
    pub columns: u8,
    /// How many rows it covers, at least 1.
    pub rows: u8,
    /// How its words stand.
    pub alignment: Alignment,
    /// Whether it names what stands beside or under it.
    pub head: bool,
}

/// A workbook: sheets of typed columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    /// The title: in the file's properties, and above every printed page.
    pub title: String,
    /// The sheets.
    pub sheets: Vec<Sheet>,
}

/// A sheet with one head row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its name, at most 31 characters, none of `[]:*?/\`.
    pub name: String,
    /// How many of the first columns name what a row speaks of: they stay in view.
    pub naming: u16,
    /// Its columns.
    pub columns: Vec<SheetColumn>,
    /// Its rows, each with one value a column.
    pub rows: Vec<Vec<CellValue>>,
}

/// A column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetColumn {
    /// The head.
    pub title: String,
    /// Width in Latin characters.
    pub width: u16,
    /// What its values are.
    pub kind: ColumnKind,
    /// What to put in, shown beside a cell that is chosen; empty where the head says it all.
    pub hint: String,
}

/// What the values of a column are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnKind {
    /// Text, codes and phone numbers too: never turned into a number or a formula.
    Text,
    /// Whole numbers.
    Count,
    /// One of these values.
    Choice(Vec<String>),
}

/// A value of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellValue {
    /// Nothing.
    Empty,
    /// Text, to the letter.
    Text(String),
    /// A whole number.
    Count(u64),
    /// A fact that is missing, by its label: printed 〔待填：label〕 and made visible.
    Blank(String),
}
