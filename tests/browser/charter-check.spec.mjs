// 对照已有章程: a charter that somebody else wrote, pasted or out of a Word file.
import { readFileSync } from "node:fs";
import { expect, file, test } from "./founder.mjs";
import { place } from "./release.mjs";

const CONTRACT = readFileSync(place("src/checks/charter/existing/charters/contract.txt"), "utf8");
const SOCIETY = readFileSync(place("src/checks/charter/existing/charters/society.txt"), "utf8");

const found = (page) => page.getByTestId("charter-check");
const matter = (page, what) => found(page).locator(".matter").filter({ has: page.getByText(what, { exact: true }) });

async function checks(founder, text) {
  await founder.opens("#/charter/check");
  await founder.page.getByLabel("章程全文").fill(text);
  await founder.presses("对照检查");
}

test("a pasted charter is read: what it says and where, what it lacks, and the model clause for it", async ({ founder, page }) => {
  await checks(founder, CONTRACT);
  await expect(founder.done).toContainText("写明 6 项");
  await expect(matter(page, "联盟的住所")).toHaveAttribute("data-sureness", "said");
  await expect(matter(page, "联盟的住所")).toContainText("第五条：联盟办公地址设在海口市美兰区");
  await expect(matter(page, "联盟的终止程序")).toContainText("可能写明，请核对");
  const lacking = matter(page, "终止后资产的处理");
  await expect(lacking).toContainText("没有找到");
  await lacking.getByRole("link", { name: "看示范条款" }).click();
  await expect(page).toHaveURL(/#\/charter\?fact=charter\/clause\/remaining-assets/);
  await page.goBack();
  await expect(matter(page, "联盟的住所"), "what was found is still there").toBeVisible();
  await expect(page.getByLabel("章程全文")).toHaveValue(CONTRACT);
});

test("sentences that go against the Measures are quoted", async ({ founder, page }) => {
  await checks(founder, SOCIETY);
  await expect(found(page).getByRole("listitem").filter({ hasText: "联盟具有法人资格" })).toContainText("第二条");
  await expect(found(page)).toContainText("第二十八条（六）");
});

test("a Word file is opened, its words shown and checked; the charter of this program says everything", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/documents/02");
  const charter = await founder.downloads("下载 Word 文件");
  await founder.opens("#/charter/check");
  await page.getByTestId("charter-file").setInputFiles({ name: "章程.docx", mimeType: "", buffer: readFileSync(charter.path) });
  await expect(founder.done).toContainText("写明 9 项");
  await expect(page.getByLabel("章程全文")).toHaveValue(/第一条/);
  await expect(found(page).locator('[data-sureness="not-found"]')).toHaveCount(0);
});

test("nothing, a scan and an old file are refused with what to do; the text that was there stays", async ({ founder, page }) => {
  await checks(founder, "");
  await expect(founder.refusal).toContainText("还没有章程文字");
  await page.getByLabel("章程全文").fill(CONTRACT);
  for (const [chosen, words] of [
    [file("章程.pdf", "%PDF-1.7"), "PDF"],
    [file("章程.doc", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])), "旧格式"],
    [file("章程.docx", "PK not really"), "损坏"],
  ]) {
    await page.getByTestId("charter-file").setInputFiles(chosen);
    await expect(founder.refusal).toContainText(words);
    await expect(page.getByLabel("章程全文")).toHaveValue(CONTRACT);
  }
});
