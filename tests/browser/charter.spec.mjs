// 联盟章程: choices and clauses change, and the pages beside them follow, numbered through.
import { expect, test } from "./founder.mjs";

/** The articles on the pages beside the clauses, by their labels: 第一条, 第二条 … */
const labels = async (founder) => {
  const words = await founder.sheets.locator("text.sheet__hei").allTextContents();
  return words.map((label) => label.trim()).filter((label) => /^第[一二三四五六七八九十百]+条$/.test(label));
};

/** Until the pages say something, or no longer do. */
const says = (founder, words) => expect.poll(() => founder.words()).toContain(words);
const saysNot = (founder, words) => expect.poll(() => founder.words()).not.toContain(words);

test.beforeEach(async ({ founder }) => {
  await founder.loadsSample();
  await founder.opensCharter();
});

test("there are at least 15 choices, each with its default chosen, and at least 45 articles in nine chapters", async ({ founder }) => {
  const choices = founder.main.locator("fieldset.choice");
  const count = await choices.count();
  expect(count).toBeGreaterThanOrEqual(15);
  await expect(choices.locator("input:checked")).toHaveCount(count);
  expect((await labels(founder)).length).toBeGreaterThanOrEqual(45);
  await expect(founder.sheets.getByRole("heading", { name: /^第[一二三四五六七八九]章/ })).toHaveCount(9);
  await says(founder, "海南示例南繁育种产业知识产权联盟");
  await saysNot(founder, "待填");
});

test("a choice made otherwise changes the pages beside it, and stays after a reload", async ({ founder, page }) => {
  const [before, after] = ["出席会议的成员单位所持表决权的过半数", "全体成员单位所持表决权的过半数"];
  await says(founder, before);
  await founder.chapters.nth(4).evaluate((details) => (details.open = true));
  await page.getByRole("group", { name: "成员大会一般事项如何通过？" }).getByLabel(after).check();
  await saysNot(founder, before);
  await says(founder, after);
  await founder.isSaved();
  await founder.reloads();
  await founder.drawsAllSheets();
  await saysNot(founder, before);
});

test("a clause can be reworded, and the model's words come back", async ({ founder, page }) => {
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨由 {alliance/name} 自己写明。");
  await says(founder, "联盟的宗旨由 海南示例南繁育种产业知识产权联盟 自己写明。");
  await expect(clause).toContainText("已修改");
  await clause.getByRole("button", { name: "恢复范本" }).click();
  await saysNot(founder, "自己写明");
});

test("blanks are shown, inserted and read in the words of the questions", async ({ founder, page }) => {
  const clause = await founder.opensClause("joining");
  const wording = clause.getByLabel("条文", { exact: true });
  await expect(wording).toHaveValue(/\{约定：新成员加入由谁决定\}/);
  await expect(wording).not.toHaveValue(/\{[a-z]/);
  await wording.fill("加入的，提交书面申请：");
  await wording.press("End");
  await clause.getByLabel("插入自动填写项").selectOption({ label: "联盟：联盟名称" });
  await expect(wording).toHaveValue("加入的，提交书面申请：{联盟：联盟名称}");
  await says(founder, "提交书面申请：海南示例南繁育种产业知识产权联盟");
  await wording.pressSequentially("，见{条号:联盟宗旨}。");
  await expect.poll(() => founder.words()).toMatch(/知识产权联盟，见第.+条。/);
});

test("clauses switched off leave no gap in the numbers, are missed where Article 18 asks for them, and can be brought back", async ({ founder }) => {
  const off = ["amendment-proposal", "amendment-vote", "amendment-filing"];
  const before = await labels(founder);
  for (const id of off) await (await founder.clause(id)).getByRole("button", { name: /^停用/ }).click();
  await expect.poll(() => labels(founder)).toEqual(before.slice(0, -off.length));
  await founder.opens("#/review");
  const gap = founder.findings.locator('[data-check="charter-gap"]').filter({ hasText: "第十八条（七）" });
  await expect(gap).toHaveCount(1);
  await founder.opensCharter();
  for (const id of off) await (await founder.clause(id)).getByRole("button", { name: "启用" }).click();
  await expect.poll(() => labels(founder)).toEqual(before);
  await founder.opens("#/review");
  await expect(gap).toHaveCount(0);
});

test("a clause of one's own is added, numbered in its place, kept and removed again", async ({ founder }) => {
  const before = await labels(founder);
  const chapter = founder.chapters.nth(2);
  await chapter.locator("summary").first().click();
  await chapter.getByRole("button", { name: "添加自拟条款" }).click();
  await founder.main.getByLabel("条文", { exact: true }).fill("成员单位每年互访一次。");
  await says(founder, "成员单位每年互访一次。");
  expect((await labels(founder)).length).toBe(before.length + 1);
  expect(new Set(await labels(founder)).size).toBe(before.length + 1);
  await founder.isSaved();
  await founder.reloads();
  await founder.drawsAllSheets();
  await says(founder, "成员单位每年互访一次。");
});

test("words that cannot be filled in are told at the clause and stand in the text all the same", async ({ founder }) => {
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("宗旨是{alliance/nothing}。[if");
  await expect(clause.locator(".clause__errors")).not.toBeEmpty();
  await says(founder, "宗旨是〔待填：alliance/nothing〕。[if");
  await founder.opens("#/review");
  await expect(founder.findings.locator('[data-check="charter-unreadable"]')).not.toHaveCount(0);
});

test("the article that is edited stands out on the pages and is brought into view", async ({ founder, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await founder.opens("#/charter");
  await expect(founder.main.locator(".sheet__marked")).toHaveCount(0);
  await founder.opensClause("amendment-vote");
  const marked = founder.main.locator(".sheet__marked").first();
  await expect(marked).toBeInViewport();
  await expect(founder.page.getByTestId("page-counter")).not.toHaveText(/第 1 页/);
});
