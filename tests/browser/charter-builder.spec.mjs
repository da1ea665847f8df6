// The charter's outline, clauses and pages, all in step.
import { execFileSync } from "node:child_process";
import { expect, test } from "./founder.mjs";
import { faults } from "./access.mjs";

test.beforeEach(async ({ founder, page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await founder.loadsSample();
  await founder.opens("#/charter");
});

const outline = (page) => page.getByRole("navigation", { name: "章程目录" });

test("an article chosen in the outline is open for editing, and stands out on the pages", async ({ founder, page }) => {
  await outline(page).getByRole("link", { name: /第五十六条/ }).click();
  await expect(outline(page).locator("[aria-current]")).toContainText("第五十六条");
  const open = founder.main.locator(".clause.is-open");
  await expect(open).toContainText("第五十六条");
  await expect(open).toBeInViewport();
  await expect(open.getByLabel("条文", { exact: true })).toBeVisible();
  await expect(founder.main.locator(".sheet__marked").first()).toBeInViewport();
  expect(await page.evaluate(() => history.length), "no trace in the history").toBeLessThan(5);
});

test("what goes against the Measures in a worded clause is said at the clause", async ({ founder }) => {
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨是服务产业。联盟可以向非成员收取服务费。");
  await clause.getByLabel("条文", { exact: true }).blur();
  await expect(clause.locator('.finding[data-severity="error"]')).toContainText("向成员单位以外的对象收费");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨是服务产业。");
  await expect(clause.locator('.finding[data-severity="error"]')).toHaveCount(0);
});

test("an article pressed on the pages is chosen everywhere", async ({ founder, page }) => {
  await outline(page).getByRole("link", { name: /第七条/ }).click();
  const marked = founder.main.locator(".sheet__marked").first();
  await expect(marked).toBeInViewport();
  const next = founder.main.locator("text.sheet__hei", { hasText: "第八条" }).first();
  await next.click();
  await expect(founder.main.locator(".clause.is-open")).toContainText("第八条");
  await expect(outline(page).locator("[aria-current]")).toContainText("第八条");
});

test("each item of Article 18 leads to the clauses that answer it, and says what is missing", async ({ founder, page }) => {
  await outline(page).getByRole("button", { name: "按办法" }).click();
  const heads = outline(page).locator("li.is-head");
  await expect(heads).toHaveCount(22);
  await expect(heads.first()).toContainText("第十八条（一）");
  await expect(heads.first()).toContainText("写明");
  await outline(page).getByRole("link", { name: /联盟的宗旨/ }).click();
  await founder.main.locator(".clause.is-open").getByRole("button", { name: /^停用/ }).click();
  await expect(heads.filter({ hasText: "第十八条（二）" })).toContainText("缺");
  await outline(page).getByRole("link", { name: /联盟的宗旨/ }).click();
  await expect(founder.field("charter/clause/purpose")).toBeFocused();
});

test("a choice made otherwise shows the article that it decides", async ({ founder, page }) => {
  await founder.chapters.nth(3).locator("summary").first().click();
  await page.getByRole("group", { name: "成员单位退出，提前多久通知？" }).getByLabel("六十日").check();
  await expect(outline(page).locator("[aria-current]")).toContainText("退出");
  await expect(founder.main.locator(".sheet__marked").first()).toBeInViewport();
});

test("on a narrow window one part is shown at a time, and an article leads from one to the other", async ({ founder, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(outline(page)).toBeHidden();
  await founder.presses("章节");
  await outline(page).getByRole("link", { name: /第七条/ }).click();
  await expect(outline(page)).toBeHidden();
  await expect(founder.main.locator(".clause.is-open")).toBeInViewport();
  await founder.presses("预览");
  await expect(founder.main.locator(".sheet__marked").first()).toBeInViewport();
  await founder.presses("条文");
  await expect(founder.main.locator(".clause.is-open")).toBeVisible();
});

for (const colours of ["light", "dark"]) {
  test(`axe finds nothing in the parts of the builder, in ${colours} colours`, async ({ founder, page }) => {
    await page.emulateMedia({ colorScheme: colours });
    await outline(page).getByRole("link", { name: /第七条/ }).click();
    await expect(founder.main.locator(".sheet__marked").first()).toBeInViewport();
    expect(await faults(page)).toEqual([]);
    await outline(page).getByRole("button", { name: "按办法" }).click();
    expect(await faults(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    // What is scrolled half under the row of parts is no fault of the screen.
    await page.evaluate(() => window.scrollTo(0, 0));
    for (const part of ["章节", "条文", "预览"]) {
      await founder.presses(part);
      expect(await faults(page), part).toEqual([]);
    }
  });
}

test("a comment is written at its clause, listed, resolved, kept in the draft, and in no document and no bundle", async ({ founder, page }) => {
  await outline(page).getByRole("link", { name: /第七条/ }).click();
  const open = founder.main.locator(".clause.is-open");
  await open.getByLabel("写批注").fill("宗旨要不要写“种业强国”？");
  await open.getByLabel("署名").fill("王律师");
  await open.getByRole("button", { name: "添加批注" }).click();
  await expect(open.locator(".comment")).toContainText("王律师");
  await expect(open.getByLabel("写批注")).toHaveValue("");
  await expect(outline(page).getByRole("link", { name: /第七条/ })).toContainText("批注 1");
  await outline(page).getByRole("button", { name: "批注" }).click();
  await expect(outline(page)).toContainText("王律师：宗旨要不要写");
  await open.getByRole("button", { name: "标为已解决" }).click();
  await expect(outline(page)).toContainText("已解决");
  expect(await faults(page)).toEqual([]);
  await founder.isSaved();
  await founder.reloads();
  await outline(page).getByRole("link", { name: /第七条/ }).click();
  await expect(open.locator(".comment")).toContainText("种业强国");
  await expect(open.getByLabel("署名")).toHaveValue("王律师");
  const [draft, bundle] = [await founder.exportsDraft(), await founder.downloadsBundle()];
  const dossier = (path) => execFileSync("unzip", ["-p", path, "data/dossier.json"], { encoding: "utf8" });
  expect(dossier(draft.path)).toContain("种业强国");
  expect(dossier(bundle.path)).not.toContain("种业强国");
});
