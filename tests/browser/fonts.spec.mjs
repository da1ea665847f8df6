// PDF 用的字体: PDF files carry their fonts, those that come with the app or the founder's own.
import { expect, file, sample, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { place } from "./release.mjs";

const read = (program, ...options) => execFileSync(program, options, { encoding: "utf8" });
const wordsOf = (path) => read("pdftotext", "-raw", path, "-").replace(/\s/g, "");

/** The fonts of a PDF by their names, without the six letters that mark a subset; fails where one is not embedded. */
function fontsOf(path) {
  const rows = read("pdffonts", path).split("\n").slice(2).filter(Boolean);
  for (const row of rows) expect(row, "embedded, subset, with a map back to characters").toMatch(/ yes yes yes /);
  return rows.map((row) => row.split(" ")[0].replace(/^[A-Z]{6}\+/, ""));
}

/** A font file of the founder's: 楷体, where 仿宋 is asked for, is told apart at once. */
const brush = () => file("自己的字体.ttf", gunzipSync(readFileSync(place("fonts/kai.ttf.gz"))));

const row = (founder, name) => founder.main.getByRole("row").filter({ has: founder.page.getByRole("rowheader", { name }) });

test("a document can be had as a PDF by itself, with its fonts and its words in it", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/07");
  const { path, name } = await founder.downloads("下载 PDF 文件");
  expect(name).toBe("07-成立会议纪要.pdf");
  expect(read("qpdf", "--check", path)).toContain("No syntax or stream encoding errors");
  expect(fontsOf(path).length).toBeGreaterThan(1);
  expect(wordsOf(path)).toContain(sample().alliance.name);
});

test("the list of members can be had as a workbook by itself", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/08");
  const { path, name } = await founder.downloads("下载 Excel 文件");
  expect(name).toBe("08-成员单位名单.xlsx");
  expect([...unzip(path).keys()]).toContain("xl/workbook.xml");
});

test("the font with rare characters is fetched when one is typed; what no font has is named", async ({ founder, page }) => {
  const fetched = [];
  page.on("request", (request) => fetched.push(request.url().split("/").at(-1)));
  const dossier = sample();
  await founder.takesUp(dossier);
  await founder.opens("#/documents/08");
  await founder.downloads("下载 PDF 文件");
  expect(fetched).not.toContain("rare.ttf.gz");
  dossier.members[0].name = "龢祐公司";
  dossier.members[1].name = "造字\ue000公司";
  await founder.takesUp(dossier);
  await founder.opens("#/documents/08");
  const words = wordsOf((await founder.downloads("下载 PDF 文件")).path);
  expect(fetched).toContain("rare.ttf.gz");
  expect(words).toContain("龢祐公司");
  await expect(founder.done).toContainText("〓");
  await expect(founder.done).toContainText("U+E000");
});

test("a founder's own font is taken, kept over a reload, and given up again", async ({ founder, page }) => {
  const printed = async () => {
    await founder.opens("#/documents/07");
    return fontsOf((await founder.downloads("下载 PDF 文件")).path);
  };
  await founder.loadsSample();
  await founder.opens("#/documents");
  await row(founder, /^仿宋/).locator("input[type=file]").setInputFiles(brush());
  await expect(founder.done).toContainText("自己的字体.ttf");
  await founder.reloads();
  await expect(row(founder, /^仿宋/)).toContainText("自己的字体.ttf");
  expect((await printed()).filter((name) => /WenKai/i.test(name)).length).toBeGreaterThan(0);
  await founder.opens("#/documents");
  await row(founder, /^仿宋/).getByRole("button", { name: /恢复默认/ }).click();
  await expect(row(founder, /^仿宋/)).toContainText("思源宋体");
  await founder.reloads();
  await expect(row(founder, /^仿宋/)).toContainText("思源宋体");
});

test("what is no font is refused in words, and the fonts stay as they were", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/documents");
  await row(founder, /^楷体/).locator("input[type=file]").setInputFiles(file("执照.ttf", "no font at all"));
  await expect(founder.main.locator("[data-work=failed]")).toBeVisible();
  await expect(row(founder, /^楷体/)).toContainText("霞鹜文楷");
  await founder.opens("#/documents/07");
  expect(wordsOf((await founder.downloads("下载 PDF 文件")).path)).toContain("纪要");
});

test("where the machine has no fonts of official paper, it is said so", async ({ founder, page, context }) => {
  await context.grantPermissions(["local-fonts"]);
  await founder.opens("#/documents");
  await founder.presses("使用本机的公文字体");
  await expect(founder.main.locator("[data-work=failed]")).toContainText("本机没有找到");
});

test("a bundle that is being made can be cancelled and made again", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents");
  await founder.presses("下载备案材料包");
  await founder.presses("取消");
  await expect(founder.main.locator("[data-work=cancelled]")).toBeVisible();
  const { path } = await founder.downloadsBundle();
  expect([...unzip(path).keys()]).toContain("申报材料汇编.pdf");
});

test("without the fonts a bundle has its Word files, and says what it lacks", async ({ founder, page }) => {
  await page.route("**/fonts/*", (route) => route.abort());
  await founder.loadsSample();
  const { path } = await founder.downloadsBundle();
  const files = [...unzip(path).keys()];
  expect(files).toContain("02-联盟章程.docx");
  expect(files.filter((name) => name.endsWith(".pdf"))).toEqual([]);
  await expect(founder.done).toContainText("字体没有载入");
  // The browser tells its console of the requests that were let fail on purpose.
  founder.complaints.length = 0;
});
