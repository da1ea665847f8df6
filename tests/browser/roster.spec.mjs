// 粘贴名单 and 从表格文件导入: the rows of a spreadsheet become members, told row by row before it is done.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { draft, expect, file, sample, test } from "./founder.mjs";
import { place } from "./release.mjs";

const HEAD = ["单位名称", "统一社会信用代码", "类别", "联盟职务", "法定代表人", "联系人", "联系电话", "邮箱"];

/** A code with both check characters, whose organisation code begins with `TEST` and the number. */
function code(number) {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const organisation = `TEST${String(number).padStart(4, "0")}`;
  const weigh = (text, weights, value) => [...text].reduce((sum, character, at) => sum + value(character) * weights[at], 0);
  const ninth = 11 - (weigh(organisation.replace("S", "P"), [3, 7, 9, 10, 5, 8, 4, 2], (character) => parseInt(character, 36)) % 11);
  const first17 = `91460100${organisation.replace("S", "P")}${ninth === 10 ? "X" : ninth === 11 ? "0" : ninth}`;
  const sum = weigh(first17, [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], (character) => alphabet.indexOf(character));
  return first17 + alphabet[(31 - (sum % 31)) % 31];
}

const row = (number) => [`粘贴来的第${number}家有限公司`, code(number), "企业", "成员单位", `王${number}`, `李${number}`, `138${String(number).padStart(8, "0")}`, `u${number}@example.cn`];
const sheet = (rows) => rows.map((cells) => cells.join("\t")).join("\r\n");
const thirty = Array.from({ length: 30 }, (_, at) => row(at + 1));

/** The empty list with rows filled in by openpyxl: words and numbers by the heads of their columns. */
function filledIn(template, rows) {
  const target = join(mkdtempSync(join(tmpdir(), "roster-")), "名单.xlsx");
  const fill = `
import json, sys, openpyxl
template, target, rows = sys.argv[1:]
book = openpyxl.load_workbook(open(template, "rb"))
sheet = book.worksheets[0]
columns = {cell.value: cell.column for cell in sheet[1]}
for number, row in enumerate(json.loads(rows), start=2):
    for head, value in row.items():
        sheet.cell(number, columns[head], value)
book.save(target)`;
  execFileSync(place(".venv/bin/python"), ["-c", fill, template, target, JSON.stringify(rows)]);
  return file("名单.xlsx", readFileSync(target));
}

test("thirty rows pasted from a spreadsheet are read, reported and become thirty members", async ({ founder, page }) => {
  await founder.pastesRoster(sheet([HEAD, ...thirty]));
  await expect(founder.rosterReport).toContainText("30");
  await founder.appliesRoster();
  await expect(founder.members).toHaveCount(30);
  await page.getByRole("link", { name: /粘贴来的第17家有限公司/ }).click();
  const id = page.url().split("/").at(-1);
  const [name, uscc, , , representative, contact, phone, email] = row(17);
  for (const [key, value] of Object.entries({ name, uscc, category: "enterprise", role: "member", legal_representative: representative, contact_name: contact, contact_phone: phone, contact_email: email })) {
    await expect.soft(founder.answer(`members/${id}/${key}`), key).resolves.toBe(value);
  }
  await founder.isSaved();
  await founder.reloads();
  await founder.opens("#/members");
  await expect(founder.members).toHaveCount(30);
});

test("nothing is changed before the report is agreed to", async ({ founder }) => {
  await founder.pastesRoster(sheet([HEAD, ...thirty]));
  await expect(founder.members).toHaveCount(0);
  await founder.reloads();
  await expect(founder.members).toHaveCount(0);
});

test("rows that are there already, that repeat each other or that cannot be read are told and none is lost", async ({ founder }) => {
  const there = sample().members[2];
  await founder.loadsSample();
  await founder.opens("#/members");
  const repeated = row(1);
  const contradicting = [...row(1)];
  contradicting[0] = "同一代码的另一家有限公司";
  const unread = [...row(2)];
  unread[1] = "91460100BAD";
  const rounded = [...row(3)];
  rounded[1] = "9.1460100E+17";
  await founder.pastesRoster(sheet([HEAD, [there.name, there.uscc, "高校", "副理事长单位", "新代表", "", "", ""], row(1), repeated, contradicting, unread, rounded]));
  await expect(founder.rosterReport).toContainText(there.name);
  await expect(founder.rosterReport).toContainText(/少7位/);
  await expect(founder.rosterReport).toContainText(/末几位已经丢失/);
  await founder.appliesRoster();
  await expect(founder.members).toHaveCount(12 + 4);
  await founder.opens(`#/members/${there.id}`);
  await expect(founder.field(`members/${there.id}/legal_representative`)).toHaveValue("新代表");
  await expect(founder.field(`members/${there.id}/contact_name`)).toHaveValue(there.contact_name);
});

test("a row of totals is told, left out and makes no tenth member", async ({ founder }) => {
  const nine = Array.from({ length: 9 }, (_, at) => [`${at + 1}`, `粘贴来的第${at + 1}家有限公司`]);
  await founder.pastesRoster(sheet([["序号", "单位名称"], ...nine, ["合计", "9家"]]));
  await expect(founder.rosterReport).toContainText("识别到 9 行：新增 9 家");
  await expect(founder.rosterReport).toContainText("合计、备注等行不是成员单位，不导入：第 11 行“合计 9家”");
  await founder.appliesRoster();
  await expect(founder.members).toHaveCount(9);
});

test("numbers of a list are told and left out of the names", async ({ founder }) => {
  await founder.pastesRoster("1、海南大学\n2．三亚学院\n（3）海南银行");
  await expect(founder.rosterReport).toContainText("列表序号（如“1、”）不是名称的一部分");
  await expect(founder.rosterReport.getByRole("rowheader")).toHaveText(["海南大学", "三亚学院", "海南银行"]);
});

test("HTML pasted among the rows stays text", async ({ founder, page }) => {
  await founder.opens("#/members");
  const name = `<img src=x onerror="window.ran=1">有限公司`;
  await founder.pastesRoster(sheet([HEAD, [name, code(9), "企业", "成员单位", "甲", "乙", "", ""]]));
  await expect(founder.rosterReport).toContainText(name);
  await founder.appliesRoster();
  await expect(founder.members).toContainText(name);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test("the empty list, filled in with a spreadsheet program, becomes members after the same preview as a paste", async ({ founder, page }) => {
  await founder.opens("#/members");
  const { path, name } = await founder.downloads("下载名单模板");
  expect(name).toBe("成员单位名单-模板.xlsx");
  const rows = [
    { 单位名称: "表格里的第1家有限公司", 统一社会信用代码: code(1), 单位类别: "企业", 联盟职务: "理事长单位", 联系人电话: 13876000000 },
    { 单位名称: "表格里的第2家有限公司", 统一社会信用代码: 9.14601e17, 单位类别: "高等院校", 联系人电话: "0898-65332211转801" },
  ];
  await founder.bringsTable(filledIn(path, rows));
  await expect(founder.tableReport).toContainText("识别到 2 行：新增 2 家");
  await expect(founder.tableReport).toContainText(/末几位已经丢失/);
  await expect(founder.members).toHaveCount(0);
  await founder.appliesTable();
  await expect(founder.members).toHaveCount(2);
  await page.getByRole("link", { name: /表格里的第1家有限公司/ }).click();
  const id = page.url().split("/").at(-1);
  for (const [key, value] of Object.entries({ uscc: code(1), role: "chair", contact_phone: "13876000000" })) {
    await expect.soft(founder.answer(`members/${id}/${key}`), key).resolves.toBe(value);
  }
});

test("Import on the first page leads a table to the members, where it updates those that are there", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  const { path } = await founder.downloads("下载名单模板");
  const [there] = sample().members;
  await founder.imports(filledIn(path, [{ 单位名称: there.name, 统一社会信用代码: there.uscc, 负责人姓名: "新负责人" }]));
  await expect(page).toHaveURL(/#\/members$/);
  await expect(founder.tableReport).toContainText("更新 1 家");
  await founder.appliesTable();
  await founder.opens(`#/members/${there.id}`);
  await expect(founder.field(`members/${there.id}/head_name`)).toHaveValue("新负责人");
  await expect(founder.field(`members/${there.id}/head_post`)).toHaveValue(there.head_post);
});

test("a text table is read in the encodings that Excel and WPS save", async ({ founder }) => {
  const words = "单位名称,联系人\r\n甲公司,李四\r\n";
  const tables = {
    "UTF-8 with its mark": Buffer.from(`\ufeff${words}`),
    "UTF-16": Buffer.from(`\ufeff${words.replaceAll(",", "\t")}`, "utf16le"),
    GB18030: Buffer.from("b5a5cebbc3fbb3c62cc1aacfb5c8cb0d0abcd7b9abcbbe2cc0eecbc40d0a", "hex"),
  };
  for (const [encoding, bytes] of Object.entries(tables)) {
    await founder.opens("#/members");
    await founder.bringsTable(file("名单.csv", bytes, "text/csv"));
    await expect.soft(founder.tableReport.getByRole("rowheader"), encoding).toHaveText(["甲公司"]);
    await founder.tableReport.getByRole("button", { name: "取消" }).click();
    await expect(founder.members).toHaveCount(0);
  }
});

test("a file that is no table of members says why and what to do", async ({ founder }) => {
  await founder.opens("#/members");
  const cases = [
    ["an old workbook", file("名单.xls", Buffer.from("d0cf11e0a1b11ae10000", "hex")), /另存为“.xlsx”/],
    ["a PDF", file("名单.pdf", "%PDF-1.7\n"), /PDF.*不能从中读出名单.*\.xlsx 或 \.csv.*粘贴名单/],
    ["a photograph", file("名单.jpg", Buffer.from("ffd8ffe000104a464946", "hex")), /图片.*不能从中读出名单.*\.xlsx 或 \.csv.*粘贴名单/],
    ["something else", file("名单.dat", "abc"), /不是表格文件（\.xlsx 或 \.csv）/],
    ["a draft", draft(sample()), /在首页点“导入”/],
    ["an empty text", file("名单.csv", ""), /没有任何内容/],
  ];
  for (const [what, chosen, words] of cases) {
    await founder.bringsTable(chosen);
    await expect.soft(founder.refusal, what).toContainText(words);
    await expect.soft(founder.refusal, what).toContainText("没有改动");
  }
  await expect(founder.members).toHaveCount(0);
});
