// 快速预检: eight questions before anything is filled in.
import { expect, test } from "./founder.mjs";

const replies = (page, reply) => page.getByRole("radio", { name: reply, exact: true });

async function repliesAll(page, reply) {
  for (const radio of await replies(page, reply).all()) await radio.check();
}

test("at most eight questions lead from the empty task list to a yes, and nothing of it enters the dossier", async ({ founder, page }) => {
  await founder.opens("#/");
  await page.getByRole("link", { name: /先答 8 个问题/ }).click();
  await expect(founder.heading).toHaveText("快速预检");
  expect(await replies(page, "是").count()).toBeLessThanOrEqual(8);
  await repliesAll(page, "是");
  await founder.presses("看结果");
  await expect(founder.heading).toHaveText("可以开始准备备案材料");
  await founder.opens("#/");
  await expect(page.getByRole("link", { name: /先答 8 个问题/ }), "the dossier is still empty").toBeVisible();
});

test("a no leads to a page that says why, by which article, and what would change it; the reply can be changed", async ({ founder, page }) => {
  await founder.opens("#/precheck");
  await repliesAll(page, "是");
  await page.getByRole("group", { name: /^成员单位有 10 家以上/ }).getByLabel("否").check();
  await founder.presses("看结果");
  await expect(founder.heading).toHaveText("现在还不能申请备案");
  await expect(page).toHaveURL(/#\/precheck\/result$/);
  const row = founder.main.getByRole("listitem").filter({ hasText: "成员单位不得少于 10 家" });
  await expect(row).toContainText("再邀请单位加入");
  await expect(row).toContainText("第十六条（二）");
  await row.getByRole("link", { name: "更改回答" }).click();
  await expect(page.getByRole("group", { name: /^成员单位有 10 家以上/ })).toBeFocused();
  await page.getByRole("group", { name: /^成员单位有 10 家以上/ }).getByLabel("不确定").check();
  await founder.presses("看结果");
  await expect(founder.heading).toHaveText("可以开始，有几件事要先查明");
});

test("the replies outlive a reload, and what is not sure is named beside what is not so", async ({ founder, page }) => {
  await founder.opens("#/precheck");
  await repliesAll(page, "是");
  await page.getByRole("group", { name: /^成员单位有 10 家以上/ }).getByLabel("否").check();
  await page.getByRole("group", { name: /独立法人/ }).getByLabel("不确定").check();
  await founder.presses("看结果");
  await page.reload();
  await founder.isReady();
  await expect(founder.heading).toHaveText("现在还不能申请备案");
  await expect(founder.main.getByRole("listitem")).toHaveCount(2);
  await expect(founder.main.getByRole("heading", { name: "另外还要查明" })).toBeVisible();
});

test("what is left open is named, with a link to it, and nothing is asked for before that", async ({ founder, page }) => {
  await founder.opens("#/precheck");
  await expect(founder.refusal).toHaveCount(0);
  await replies(page, "是").first().check();
  await founder.presses("看结果");
  await expect(founder.refusal.getByRole("link")).toHaveCount(7);
  await founder.refusal.getByRole("link").first().click();
  await expect(page.getByRole("group", { name: /独立法人/ })).toBeFocused();
});
