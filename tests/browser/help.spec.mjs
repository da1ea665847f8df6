// Help: on the spot, for every question, and nothing is lost by it; and the tour, which never comes back unasked.
import { expect, test } from "./founder.mjs";
import { faults } from "./access.mjs";

test("every question has help: what it means, an example, and the source", async ({ founder, page }) => {
  await founder.loadsSample();
  for (const screen of ["#/alliance", "#/members/m01", "#/secretariat", "#/setup"]) {
    await founder.opens(screen);
    await expect.poll(() => page.locator("main .field").count()).toBeGreaterThan(7);
    const fields = await page.locator("main .field:not(:has(> .help))").count();
    expect.soft(fields, screen).toBe(0);
  }
});

test("help opens beside the question and what was typed stays", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.field("alliance/purpose").fill("写到一半");
  const field = page.locator(".field").filter({ has: founder.field("alliance/purpose") });
  await field.getByText(/说明和示例/).click();
  await expect(field).toContainText("一两句话；章程直接采用");
  await expect(field).toContainText("遵循“自愿、开放、互惠、共赢”的原则");
  await expect(field.locator("blockquote")).toContainText("宗旨");
  await expect(founder.field("alliance/purpose")).toHaveValue("写到一半");
  expect(page.url()).toContain("#/alliance");
  expect(await faults(page)).toEqual([]);
  await founder.speaksEnglish();
  await expect(founder.field("alliance/purpose")).toHaveValue("写到一半");
  await expect(field).toContainText("in a sentence or two");
});

const tour = (page) => page.getByRole("dialog");

test("the tour is offered once, goes by keyboard, points at real things, and does not return", async ({ founder, page }) => {
  await founder.opens("#/");
  await founder.presses("看一遍");
  const titles = ["任务清单", "自动保存", "撤销和重做", "先自查资格", "管理办法随手可查", "下载、导出和示例"];
  for (const [at, title] of titles.entries()) {
    await expect(tour(page).getByRole("heading", { name: title })).toBeFocused();
    await expect(page.locator("[data-pointed]")).toHaveCount(1);
    await expect(page.locator("[data-pointed]")).toBeInViewport();
    if (at === 0) expect(await faults(page)).toEqual([]);
    await tour(page).getByRole("button", { name: at === titles.length - 1 ? "看完了" : "下一步" }).press("Enter");
  }
  await expect(tour(page)).toHaveCount(0);
  await expect(page.locator("[data-pointed]")).toHaveCount(0);
  await expect(founder.heading).toBeFocused();
  await founder.reloads();
  await expect(founder.button("看一遍")).toHaveCount(0);
});

test("Escape leaves the tour, and the footer brings it back", async ({ founder, page }) => {
  await founder.opens("#/");
  await founder.presses("看一遍");
  await page.keyboard.press("Escape");
  await expect(tour(page)).toHaveCount(0);
  await expect(founder.heading).toBeFocused();
  await founder.opens("#/setup");
  await page.getByRole("link", { name: "功能导览" }).click();
  await founder.presses("看一遍");
  await expect(tour(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(founder.button("看一遍")).toHaveCount(0);
  await expect(page).toHaveURL(/#\/$/);
});

test("who declines the tour is not asked again", async ({ founder, page }) => {
  await founder.opens("#/");
  await founder.presses("不用了");
  await expect(founder.button("看一遍")).toHaveCount(0);
  await founder.reloads();
  await expect(founder.button("看一遍")).toHaveCount(0);
  expect(await page.evaluate(() => Object.keys(localStorage).every((key) => key.startsWith("jiemeng")))).toBe(true);
});
