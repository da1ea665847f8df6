//! A document that uses every block and a workbook that uses every kind of column: specimens for goldens and judges.

use jiemeng::documents::{
    Alignment, Block, Cell, CellValue, Column, ColumnKind, Document, Role, Row, Sheet, SheetColumn, Span, Table, Words,
    Workbook,
};

fn text(words: &str) -> Words {
    vec![Span::Text(words.to_owned())]
}

fn cell(words: &str) -> Cell {
    Cell { paragraphs: vec![text(words)], columns: 1, rows: 1, alignment: Alignment::Start, head: false }
}

fn head(words: &str) -> Cell {
    Cell { alignment: Alignment::Centre, head: true, ..cell(words) }
}

fn heading(level: u8, words: &str) -> Block {
    Block::Heading { level, words: text(words) }
}

fn paragraph(role: Role, words: &str) -> Block {
    Block::Paragraph { role, words: text(words) }
}

/// A document that uses every block.
pub fn document() -> Document {
    Document {
        title: "样张 <&\"> 章程".to_owned(),
        blocks: vec![
            Block::Title(text("海南省示例产业知识产权联盟章程")),
            Block::Subtitle(text("（草案，2026年1月1日）")),
            Block::Contents { level: 2 },
            Block::PageBreak,
            Block::Chapter(text("第一章　总则")),
            heading(1, "一、一级标题"),
            Block::Article {
                label: "第一条".to_owned(),
                paragraphs: vec![
                    vec![
                        Span::Text("联盟的名称是".to_owned()),
                        Span::Strong("海南省示例产业知识产权联盟".to_owned()),
                        Span::Text("，住所是".to_owned()),
                        Span::Blank("住所".to_owned()),
                        Span::Text("。遵循“自愿、开放、互惠、共赢”的原则——以 2026 年 IPR 规划为准……".to_owned()),
                    ],
                    text("（一）名称里的生僻字：㛃、𠮷、喆；表情：🌴👩‍🔬。"),
                ],
            },
            heading(2, "（一）二级标题"),
            paragraph(Role::Body, "正文首行缩进两个字。Latin words and digits 0123456789 stand among the characters."),
            heading(3, "1.三级标题"),
            paragraph(Role::Flush, "顶格：第一行\n换行后的第二行\t制表符之后"),
            paragraph(Role::Note, "（参考样式，以受理部门要求为准）"),
            Block::Table(merged()),
            Block::Table(roster()),
            Block::PageBreak,
            Block::Table(Table {
                columns: vec![Column { share: 1 }],
                head_rows: 0,
                rows: vec![Row { cells: vec![], height: 30 }],
            }),
            paragraph(Role::Centred, "居中的一行，与签章在同一页"),
            Block::Signature {
                party: Some(text("海南示例种业有限公司（盖章）")),
                lines: vec![text("法定代表人（签字）："), text("年　　月　　日")],
            },
            paragraph(Role::Right, "2026年1月1日"),
            Block::PageBreak,
            Block::Signature {
                party: None, lines: vec![text("记录人（签字）："), text("年　　月　　日")]
            },
            Block::Table(Table { columns: vec![], head_rows: 1, rows: vec![] }),
        ],
    }
}

fn merged() -> Table {
    let row = |cells, height| Row { cells, height };
    Table {
        columns: vec![Column { share: 1 }, Column { share: 2 }, Column { share: 1 }, Column { share: 2 }],
        head_rows: 0,
        rows: vec![
            row(vec![head("名称"), Cell { columns: 3, ..cell("海南省示例产业知识产权联盟") }], 0),
            row(vec![Cell { rows: 2, ..head("理事长单位") }, cell("名称"), Cell { columns: 2, ..cell("甲公司") }], 0),
            row(vec![cell("代码"), Cell { columns: 2, alignment: Alignment::End, ..cell("91460000MA5T000012") }], 0),
            row(
                vec![
                    head("意见"),
                    Cell {
                        columns: 3,
                        paragraphs: vec![text("同意。"), vec![Span::Blank("签字日期".to_owned())]],
                        ..cell("")
                    },
                ],
                40,
            ),
        ],
    }
}

fn roster() -> Table {
    let names = ["序号", "单位名称", "统一社会信用代码"];
    let mut rows = vec![Row { cells: names.map(head).to_vec(), height: 0 }];
    for number in 1..=40 {
        let name = format!("海南示例第{number}有限公司");
        rows.push(Row { cells: vec![cell(&number.to_string()), cell(&name), cell("91460000MA5T000012")], height: 0 });
    }
    Table { columns: [1, 4, 3].map(|share| Column { share }).to_vec(), head_rows: 1, rows }
}

/// A document of things nobody should type, and somebody does.
pub fn hostile() -> Document {
    let long = "知".repeat(5_000);
    let word = "x".repeat(5_000);
    let html = "<script>alert('&amp;')</script>]]>";
    let mut blocks = vec![Block::Title(text(&long[..300])), heading(9, &word[..200])];
    for words in [long.as_str(), &word, html, "\u{0}\u{1b}[31m\u{fffe}\u{feff}\r\n", ""] {
        blocks.push(paragraph(Role::Body, words));
        blocks.push(Block::Article { label: words.to_owned(), paragraphs: vec![] });
        blocks.push(Block::Table(Table {
            columns: vec![Column { share: 1 }, Column { share: 9 }],
            head_rows: 1,
            rows: vec![Row { cells: vec![cell("名称"), cell(words)], height: 0 }],
        }));
        blocks.push(Block::Signature { party: Some(text(words)), lines: vec![] });
    }
    Document { title: html.to_owned(), blocks }
}

/// A workbook that uses every kind of column, with values that programs like to misread.
pub fn workbook() -> Workbook {
    let column =
        |title: &str, width, kind| SheetColumn {
            title: title.to_owned(), width, kind, hint: "填写提示".to_owned()
        };
    let text = |words: &str| CellValue::Text(words.to_owned());
    let roles = ["理事长单位", "秘书长单位", "成员单位"].map(str::to_owned).to_vec();
    let rows = [
        ("海南示例种业有限公司", "91460000MA5T000012", "0898-65300000"),
        ("=1+1", "914600001234567890", "13800000000"),
        ("https://example.com", "1E5", "007"),
        ("+86 @SUM(A1) -2", "12460000428200000X", "_x0041_"),
        ("㛃𠮷喆🌴\u{1b}<b>&amp;", "", "第一行\n第二行"),
    ];
    Workbook {
        title: "成员单位名单".to_owned(),
        sheets: vec![Sheet {
            name: "成员单位".to_owned(),
            naming: 2,
            columns: vec![
                column("序号", 6, ColumnKind::Count),
                column("单位名称", 30, ColumnKind::Text),
                column("统一社会信用代码", 22, ColumnKind::Text),
                column("联系电话", 18, ColumnKind::Text),
                column("职务", 14, ColumnKind::Choice(roles)),
                column("专利数", 8, ColumnKind::Count),
            ],
            rows: (1..)
                .zip(rows)
                .map(|(number, (name, code, phone))| {
                    let number = CellValue::Count(number);
                    vec![
                        number,
                        text(name),
                        text(code),
                        text(phone),
                        text("成员单位"),
                        CellValue::Blank("专利数".to_owned()),
                    ]
                })
                .collect(),
        }],
    }
}
