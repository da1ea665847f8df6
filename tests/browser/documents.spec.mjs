// 预览和打印文书: every document as it will stand on paper, on the screen, and from the printer.
import { expect, sample, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const CODES = ["00", "01", "02", "03", "05", "06", "07", "08", "self-evaluation"];

/** What the printer gets of the screen as it stands: the number of pages, and the words of each. */
async function printed(page) {
  const folder = await mkdtemp(join(tmpdir(), "jiemeng-"));
  const path = join(folder, "printed.pdf");
  try {
    await page.pdf({ path, preferCSSPageSize: true });
    const info = execFileSync("pdfinfo", [path], { encoding: "utf8" });
    const pages = execFileSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" }).split("\f").slice(0, -1);
    return { count: Number(info.match(/^Pages:\s+(\d+)/m)[1]), size: info.match(/^Page size:.*\((.*)\)/m)?.[1], pages };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const counter = (founder) => founder.page.getByTestId("page-counter");
const changes = (founder) => founder.page.getByTestId("changes");

test("the list names nine documents with what they answer, how long they are and what they lack", async ({ founder, page }) => {
  await founder.opens("#/documents");
  const rows = founder.main.getByRole("listitem").filter({ has: page.getByRole("link") });
  await expect(rows).toHaveCount(CODES.length);
  await expect(rows.filter({ hasText: /\d+ 页/ })).toHaveCount(CODES.length);
  await expect(rows.filter({ hasText: "备案申请表" })).toContainText("第二十条（一）");
  await expect(rows.filter({ hasText: "备案申请表" })).toContainText(/待填 \d+ 处/);
  await founder.loadsSample();
  await founder.opens("#/documents");
  await expect(rows.filter({ hasText: "联盟章程" })).not.toContainText("待填");
});

test("every document is there as pages, and one leafs from each to the next", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens(`#/documents/${CODES[0]}`);
  for (const code of CODES) {
    await expect(page).toHaveURL(new RegExp(`#/documents/${code}$`));
    await founder.drawsAllSheets();
    const count = await founder.sheets.count();
    await expect(counter(founder)).toHaveText(`第 1 页，共 ${count} 页`);
    expect((await founder.words()).length, code).toBeGreaterThan(100);
    if (code !== CODES.at(-1)) await page.getByRole("link", { name: /^下一份/ }).click();
  }
  await expect(page.getByRole("link", { name: /^下一份/ })).toHaveCount(0);
});

test("only the sheets near the eye are drawn; scrolling draws others, and the counter follows", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/02");
  await expect(founder.sheets.first().locator("svg")).toBeVisible();
  const count = await founder.sheets.count();
  expect(count).toBeGreaterThan(15);
  expect(await founder.sheets.locator("svg").count()).toBeLessThan(6);
  await founder.sheets.last().scrollIntoViewIfNeeded();
  await founder.sheets.last().evaluate((sheet) => sheet.scrollIntoView({ block: "start" }));
  await expect(founder.sheets.last().locator("svg")).toBeVisible();
  await expect(counter(founder)).toHaveText(`第 ${count} 页，共 ${count} 页`);
  await expect(founder.sheets.first().locator("svg")).toHaveCount(0);
  expect(await founder.sheets.locator("svg").count()).toBeLessThan(6);
});

test("the headings lead to their pages", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/02");
  await founder.main.locator("summary").filter({ hasText: "目录" }).click();
  const heading = founder.main.locator(".outline a").filter({ hasText: /^第九章/ });
  const number = (await heading.locator(".outline__page").textContent()).trim();
  await heading.click();
  await expect(founder.sheets.getByRole("heading", { name: /^第九章/ })).toBeInViewport();
  await expect(page.locator(`#sheet-${number}`)).toBeFocused();
  await expect(counter(founder)).toHaveText(new RegExp(`^第 ${number} 页`));
});

test("enlarged, a page is scrolled in its own place and never the screen", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/02");
  const width = () => founder.sheets.first().evaluate((sheet) => sheet.getBoundingClientRect().width);
  await expect(founder.sheets.first()).toBeVisible();
  const fitting = await width();
  await founder.presses("放大");
  await expect.poll(width).toBeGreaterThan(fitting * 1.2);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await founder.presses("缩小");
  await founder.presses("缩小");
  await expect.poll(width).toBeLessThan(fitting * 0.9);
  await founder.presses("适合宽度");
  await expect.poll(width).toBe(fitting);
});

for (const code of ["01", "02", "08"]) {
  test(`document ${code} is printed sheet by sheet on A4, and nothing else is, from the browser's own menu too`, async ({ founder, page }) => {
    await founder.loadsSample();
    await founder.opens(`#/documents/${code}`);
    await expect(founder.sheets.first().locator("svg")).toBeVisible();
    const count = await founder.sheets.count();
    const paper = await printed(page);
    expect(paper.count).toBe(count);
    expect(paper.size).toBe("A4");
    paper.pages.forEach((words, place) => expect(words, `page ${place + 1}`).toMatch(/\S/));
    expect(paper.pages.join("")).not.toMatch(/适合宽度|全部文书|下载 Word|征求意见稿》。本工具/);
  });
}

test("打印 has every sheet drawn before the browser's dialog opens", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/02");
  await expect(founder.sheets.first().locator("svg")).toBeVisible();
  await page.evaluate(() => (window.print = () => (window.drawn = document.querySelectorAll(".sheet svg").length)));
  await founder.presses("打印");
  await expect.poll(() => page.evaluate(() => window.drawn)).toBe(await founder.sheets.count());
});

test("beside the charter the printer gets the charter; other screens print as they are", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/charter");
  await expect(founder.sheets.first().locator("svg")).toBeVisible();
  expect((await printed(page)).count).toBe(await founder.sheets.count());
  await founder.opens("#/review");
  expect((await printed(page)).pages.join("")).toContain("全部答案");
});

test("a document can be had as a Word file by itself", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/07");
  const { path, name } = await founder.downloads("下载 Word 文件");
  expect(name).toBe("07-成立会议纪要.docx");
  expect([...unzip(path).keys()]).toContain("word/document.xml");
});

test("whatever a name holds, it stays text on the page, each character on its place", async ({ founder, page }) => {
  const dossier = sample();
  const names = [`<img src=x onerror=alert(1)>&"'`, "㛃𠮷喆公司", "a  b 公司"];
  names.forEach((name, at) => (dossier.members[at].name = name));
  await founder.takesUp(dossier);
  await founder.opensDocument("08");
  await expect.poll(() => founder.words()).toContain("onerror");
  expect(await founder.main.locator("img").count()).toBe(0);
  // A character outside the basic plane counts for two in some browsers: the ones after it must not slip.
  const gaps = await page.evaluate(() => {
    const found = [...document.querySelectorAll(".sheet text")].find((text) => text.textContent.includes("𠮷喆"));
    const at = found.textContent.indexOf("𠮷");
    const [rare, next] = [found.getStartPositionOfChar(at), found.getStartPositionOfChar(at + 2)];
    return [(next.x - rare.x) / Number(found.getAttribute("font-size")), next.y - rare.y];
  });
  expect(gaps[0]).toBeCloseTo(1, 1);
  expect(gaps[1]).toBe(0);
});

test("what changed since the last look is marked, survives a reload, and can be taken for seen", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/07");
  await expect(founder.sheets.first().locator("svg")).toBeVisible();
  await expect(changes(founder)).toHaveCount(0);
  await founder.opens("#/setup");
  await founder.answers("setup/meeting_place", "三亚市崖州区示例路 9 号");
  await founder.isSaved();
  for (const again of [false, true]) {
    await founder.opens("#/documents/07");
    if (again) await founder.reloads();
    await expect(changes(founder)).toContainText(/自上次查看以来有 \d+ 处改动/);
    await founder.drawsAllSheets();
    await expect(founder.main.locator(".sheet__changed")).not.toHaveCount(0);
  }
  await founder.presses("看下一处");
  await expect(founder.main.locator(".sheet__changed").first()).toBeInViewport();
  await founder.presses("标为已看");
  await expect(changes(founder)).toHaveCount(0);
  await expect(founder.main.locator(".sheet__changed")).toHaveCount(0);
  await founder.reloads();
  await expect(founder.sheets.first().locator("svg")).toBeVisible();
  await expect(changes(founder)).toHaveCount(0);
});

test("a clause that is put in or reworded is one change, however many articles it pushes on", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opensCharter();
  await expect(changes(founder)).toHaveCount(0);
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨由成员单位自己写明。");
  await expect(changes(founder)).toContainText("有 1 处改动");
  const chapter = founder.chapters.nth(0);
  await chapter.locator("summary").first().click();
  await chapter.getByRole("button", { name: "添加自拟条款" }).click();
  await founder.main.getByLabel("条文", { exact: true }).fill("成员单位每年互访一次。");
  await expect(changes(founder)).toContainText(/有 \d+ 处改动/);
  const marked = await founder.main.locator(".sheet__changed").count();
  expect(marked).toBeGreaterThan(1);
});

test("nothing is called ready whose document shows a blank", async ({ founder, page }) => {
  await founder.loadsSample();
  const charter = page.locator("[data-item='2']");
  await founder.opens("#/materials");
  await expect(charter.locator(".status").first()).toHaveText("已齐备");
  await founder.opens("#/members/m03");
  const named = await founder.answer("members/m03/legal_representative");
  await founder.answers("members/m03/legal_representative", "");
  await founder.opens("#/materials");
  await expect(charter).toContainText("文书里还有 1 处待填");
  await expect(charter.locator(".status").first()).toHaveText("进行中");
  await charter.getByRole("link", { name: "看看是哪几处" }).click();
  await expect(page).toHaveURL(/#\/documents\/02$/);
  await founder.opens("#/members/m03");
  await founder.answers("members/m03/legal_representative", named);
  await founder.opens("#/materials");
  await expect(charter.locator(".status").first()).toHaveText("已齐备");
  await expect(charter.locator(".material__blanks")).toBeHidden();
});
