// 与范本对照: what the founders changed in the model, and the way back.
import { expect, test } from "./founder.mjs";
import { faults } from "./access.mjs";

const departures = (page) => page.getByTestId("departures").locator(".departure");

test.beforeEach(async ({ founder }) => {
  await founder.loadsSample();
});

test("a charter that nobody touched is the model's", async ({ founder, page }) => {
  await founder.opens("#/charter/compare");
  await expect(founder.main).toContainText("与范本完全一致");
  await expect(departures(page)).toHaveCount(0);
});

test("each departure is shown with its words, and goes at one press, which can be undone", async ({ founder, page }) => {
  await founder.opens("#/charter");
  const clause = await founder.opensClause("purpose");
  await clause.getByLabel("条文", { exact: true }).fill("联盟的宗旨是：\n{alliance/purpose}\n成员互助。");
  await clause.getByText("与范本对照").click();
  await expect(clause.locator("ins")).toContainText("成员互助。");
  await founder.chapters.nth(3).evaluate((details) => (details.open = true));
  await page.getByRole("group", { name: "成员单位退出，提前多久通知？" }).getByLabel("六十日").check();
  await founder.opens("#/charter/compare");
  await expect(departures(page)).toHaveCount(2);
  const choice = departures(page).filter({ hasText: "成员单位退出，提前多久通知？" });
  await expect(choice.locator(".difference del")).toContainText("三");
  await expect(choice.locator(".difference ins")).toContainText("六");
  expect(await faults(page)).toEqual([]);
  await choice.getByRole("button", { name: /^恢复范本/ }).click();
  await expect(departures(page)).toHaveCount(1);
  await expect(departures(page)).toContainText("联盟宗旨");
  await page.getByRole("main").getByRole("button", { name: "撤销" }).click();
  await expect(departures(page)).toHaveCount(2);
  await departures(page).getByRole("link", { name: "第七条" }).click();
  await expect(founder.field("charter/clause/purpose")).toBeFocused();
});
