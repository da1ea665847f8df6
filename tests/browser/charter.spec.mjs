// 联盟章程: choices and clauses change, and the text beside them follows, numbered through.
import { expect, test } from "./founder.mjs";

/** The articles of the text beside the clauses, by their labels: 第一条, 第二条 … */
const labels = (founder) => founder.charterText.locator(".paper__article strong").allTextContents();

test.beforeEach(async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/charter");
});

test("there are at least 15 choices, each with its default chosen, and at least 45 articles in nine chapters", async ({ founder }) => {
  const choices = founder.main.locator("fieldset.choice");
  const count = await choices.count();
  expect(count).toBeGreaterThanOrEqual(15);
  await expect(choices.locator("input:checked")).toHaveCount(count);
  expect((await labels(founder)).length).toBeGreaterThanOrEqual(45);
  await expect(founder.charterText.locator(".paper__chapter").filter({ hasText: /^第[一二三四五六七八九]章/ })).toHaveCount(9);
  await expect(founder.charterText).toContainText("海南示例南繁育种产业知识产权联盟");
  await expect(founder.charterText).not.toContainText("待填");
});

test("a choice made otherwise changes the text beside it, and stays after a reload", async ({ founder, page }) => {
  const [before, after] = ["出席会议的成员单位所持表决权的过半数", "全体成员单位所持表决权的过半数"];
  await expect(founder.charterText).toContainText(before);
  await founder.chapters.nth(4).evaluate((details) => (details.open = true));
  await page.getByRole("group", { name: "成员大会一般事项如何通过？" }).getByLabel(after).check();
  await expect(founder.charterText).not.toContainText(before);
  await expect(founder.charterText).toContainText(after);
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.charterText).not.toContainText(before);
});

test("a clause can be reworded, and the model's words come back", async ({ founder, page }) => {
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨由 {alliance/name} 自己写明。");
  await expect(founder.charterText).toContainText("联盟的宗旨由 海南示例南繁育种产业知识产权联盟 自己写明。");
  await expect(clause).toContainText("已修改");
  await clause.getByRole("button", { name: "恢复范本" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "放弃" }).click();
  await expect(founder.charterText).not.toContainText("自己写明");
});

test("clauses switched off leave no gap in the numbers, are missed where Article 18 asks for them, and can be brought back", async ({ founder }) => {
  const off = ["amendment-proposal", "amendment-vote", "amendment-filing"];
  const before = await labels(founder);
  for (const id of off) await (await founder.clause(id)).getByRole("button", { name: /^停用/ }).click();
  await expect.poll(() => labels(founder)).toEqual(before.slice(0, -off.length));
  await founder.opens("#/review");
  const gap = founder.findings.locator('[data-check="charter-gap"]').filter({ hasText: "第十八条（七）" });
  await expect(gap).toHaveCount(1);
  await founder.opens("#/charter");
  for (const id of off) await (await founder.clause(id)).getByRole("button", { name: "启用" }).click();
  await expect.poll(() => labels(founder)).toEqual(before);
  await founder.opens("#/review");
  await expect(gap).toHaveCount(0);
});

test("a clause of one's own is added, numbered in its place, kept and removed again", async ({ founder, page }) => {
  const before = await labels(founder);
  const chapter = founder.chapters.nth(2);
  await chapter.locator("summary").first().click();
  await chapter.getByRole("button", { name: "添加自拟条款" }).click();
  await founder.main.getByLabel("条文", { exact: true }).fill("成员单位每年互访一次。");
  await expect(founder.charterText).toContainText("成员单位每年互访一次。");
  expect((await labels(founder)).length).toBe(before.length + 1);
  expect(new Set(await labels(founder)).size).toBe(before.length + 1);
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.charterText).toContainText("成员单位每年互访一次。");
});

test("words that cannot be filled in are told at the clause and stand in the text all the same", async ({ founder }) => {
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("宗旨是{alliance/nothing}。[if");
  await expect(clause.locator(".clause__errors")).not.toBeEmpty();
  await expect(founder.charterText).toContainText("宗旨是〔待填：alliance/nothing〕。[if");
  await founder.opens("#/review");
  await expect(founder.findings.locator('[data-check="charter-unreadable"]')).not.toHaveCount(0);
});
