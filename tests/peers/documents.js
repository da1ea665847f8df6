// What other programs take to make the documents that Jiemeng makes: the same words, the same look as far as each can.
// Runs in a page beside the programs' own scripts; `charter` and `roster` come from files that Jiemeng wrote.
"use strict";

const BODY = { font: "仿宋", size: 16, line: 28 };
const TABLE = { font: "宋体", size: 12, line: 17 };

/** The words of a DOCX: its paragraphs and tables in order. */
function wordsOf(docx) {
  const xml = new PizZip(docx).file("word/document.xml").asText();
  const body = new DOMParser().parseFromString(xml, "application/xml").getElementsByTagName("w:body")[0];
  const text = (node) => Array.from(node.getElementsByTagName("w:t"), (run) => run.textContent).join("");
  const style = (node) => node.getElementsByTagName("w:pStyle")[0]?.getAttribute("w:val") ?? "Normal";
  return Array.from(body.children).flatMap((node) => {
    if (node.tagName === "w:p") return [{ style: style(node), text: text(node) }];
    if (node.tagName === "w:tbl") return [{ rows: Array.from(node.getElementsByTagName("w:tr"), (row) => Array.from(row.getElementsByTagName("w:tc"), text)) }];
    return [];
  });
}

/** The rows of the first sheet of a workbook, the head first. */
function rowsOf(workbook) {
  const book = XLSX.read(workbook);
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1, defval: "" });
}

const centred = (style) => ["Title", "Subtitle", "Chapter", "TOCHeading", "Centred"].includes(style);

const makers = {
  async docx({ charter }) {
    const { Document, Packer, Paragraph, TextRun, Table, TableRow, TableCell, WidthType, AlignmentType, LineRuleType } = docx;
    const paragraph = ({ style, text }, { font, size, line } = BODY) =>
      new Paragraph({
        alignment: centred(style) ? AlignmentType.CENTER : AlignmentType.BOTH,
        indent: style === "BodyText" ? { firstLine: 640 } : undefined,
        spacing: { line: line * 20, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text, font: { ascii: "Times New Roman", eastAsia: font }, size: size * 2 })],
      });
    const table = ({ rows }) =>
      new Table({
        width: { size: 100, type: WidthType.PERCENTAGE },
        rows: rows.map((cells, at) => new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map((text) => new TableCell({ children: [paragraph({ text }, TABLE)] })),
        })),
      });
    const file = new Document({ sections: [{ children: charter.map((block) => (block.rows ? table(block) : paragraph(block))) }] });
    return (await Packer.toBlob(file)).size;
  },

  /** Fills a template that was made beforehand: what is measured is only the filling. */
  async docxtemplater({ template, charter }) {
    const filled = new docxtemplater(new PizZip(template), { paragraphLoop: true });
    const tables = charter.filter((block) => block.rows);
    filled.render({
      paragraphs: charter.filter((block) => !block.rows),
      rows: tables.flatMap((block) => block.rows.map(([a = "", b = "", c = "", d = ""]) => ({ a, b, c, d }))),
    });
    return filled.toBlob().size;
  },

  async pdfmake({ charter }) {
    const content = charter.map((block) => {
      if (block.rows) {
        const width = Math.max(...block.rows.map((row) => row.length));
        const body = block.rows.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? ""));
        return { table: { headerRows: 1, widths: Array(width).fill("*"), dontBreakRows: true, body }, fontSize: TABLE.size };
      }
      // It breaks lines at spaces alone: each character is a word of its own.
      const text = Array.from(block.text).join("\u200b");
      return { text, alignment: centred(block.style) ? "center" : "justify", leadingIndent: block.style === "BodyText" ? 32 : 0, lineHeight: 1.4 };
    });
    const file = pdfMake.createPdf({
      pageSize: "A4",
      pageMargins: [79, 105, 74, 99],
      footer: (page) => ({ text: `— ${page} —`, alignment: "center" }),
      defaultStyle: { font: "Song", fontSize: BODY.size },
      content,
    });
    return (await file.getBlob()).size;
  },

  /** It has no layout: lines are broken where they are full, nothing is justified, tables are text with borders. */
  async "pdf-lib"({ charter, font }) {
    const { PDFDocument } = PDFLib;
    const file = await PDFDocument.create();
    file.registerFontkit(fontkit);
    const song = await file.embedFont(font, { subset: true });
    const [left, top, width, bottom] = [79, 737, 442, 99];
    let page, y = 0;
    const down = (by) => {
      if (!page || y - by < bottom) [page, y] = [file.addPage([595.28, 841.89]), top];
      y -= by;
    };
    const lines = (text, size, room) => {
      const found = [];
      let line = "", used = 0;
      for (const character of text) {
        const advance = character < "\u2000" ? size / 2 : size;
        if (used + advance > room) { found.push(line); [line, used] = ["", 0]; }
        line += character;
        used += advance;
      }
      return [...found, line];
    };
    for (const block of charter) {
      for (const row of block.rows ?? [null]) {
        const cells = row ?? [block.text];
        const [size, height, share] = [row ? TABLE.size : BODY.size, row ? TABLE.line : BODY.line, width / cells.length];
        const broken = cells.map((text) => lines(text, size, share));
        for (let line = 0; line < Math.max(...broken.map((one) => one.length)); line++) {
          down(height);
          broken.forEach((one, column) => one[line] && page.drawText(one[line], { x: left + column * share, y, size, font: song }));
          if (row) page.drawRectangle({ x: left, y: y - 4, width, height, borderWidth: 0.5 });
        }
      }
    }
    return (await file.save()).length;
  },

  async exceljs({ roster: [head, ...rows] }) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet("成员单位名单", { views: [{ state: "frozen", ySplit: 1 }] });
    sheet.columns = head.map((header) => ({ header, width: 18, style: { numFmt: "@" } }));
    sheet.addRows(rows);
    sheet.getRow(1).font = { bold: true };
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: head.length } };
    return (await book.xlsx.writeBuffer()).byteLength;
  },

  async SheetJS({ roster }) {
    const sheet = XLSX.utils.aoa_to_sheet(roster);
    sheet["!cols"] = roster[0].map(() => ({ wch: 18 }));
    sheet["!autofilter"] = { ref: sheet["!ref"] };
    const book = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(book, sheet, "成员单位名单");
    return XLSX.write(book, { type: "array", bookType: "xlsx", compression: true }).byteLength;
  },
};

/** A template with a loop over paragraphs and one over rows of a table. */
async function template() {
  const { Document, Packer, Paragraph, Table, TableRow, TableCell } = docx;
  const cell = (text) => new TableCell({ children: [new Paragraph(text)] });
  const row = new TableRow({ children: [cell("{#rows}{a}"), cell("{b}"), cell("{c}"), cell("{d}{/rows}")] });
  const children = [new Paragraph("{#paragraphs}"), new Paragraph("{text}"), new Paragraph("{/paragraphs}"), new Table({ rows: [row] })];
  return new Uint8Array(await (await Packer.toBlob(new Document({ sections: [{ children }] }))).arrayBuffer());
}

/** Prepares what all makers are given. `files` are Jiemeng's own charter and roster, `font` a TrueType file. */
async function prepare(files, font) {
  const bytes = (base64) => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  window.given = { charter: wordsOf(bytes(files.docx)), roster: rowsOf(bytes(files.xlsx)), font: bytes(font), template: await template() };
  pdfMake.addVirtualFileSystem({ "song.ttf": font });
  pdfMake.addFonts({ Song: { normal: "song.ttf", bold: "song.ttf", italics: "song.ttf", bolditalics: "song.ttf" } });
  return { paragraphs: window.given.charter.length, rows: window.given.roster.length };
}

/** Milliseconds that a maker takes, once for each time, and the size of what it made. */
async function measure(name, times) {
  const taken = [];
  let size;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    size = await makers[name](window.given);
    taken.push(performance.now() - start);
  }
  return { taken, size };
}
