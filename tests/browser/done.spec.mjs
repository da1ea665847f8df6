// After the bundle: how ready it is at a glance, and what to do next, where, in how many copies, by when.
import { expect, sample, test } from "./founder.mjs";
import { faults } from "./access.mjs";

test("the first screen and the review show how ready each of four matters is, in words beside the picture", async ({ founder, page }) => {
  await founder.loadsSample();
  for (const screen of ["#/", "#/review"]) {
    await founder.opens(screen);
    const picture = founder.main.locator(".readiness");
    await expect(picture.locator("svg")).toHaveCount(4);
    await expect(picture).toContainText(/备案材料\d+ 项中完成 \d+ 项/);
    await expect(picture).toContainText(/签字盖章27 项全部完成/);
  }
  const dossier = sample();
  dossier.secretariat.fixed_premises = "no";
  await founder.takesUp(dossier);
  await founder.opens("#/");
  await expect(founder.main.locator(".readiness")).toContainText("1 项不符合");
  await expect(founder.main.locator('.readiness rect[data-kind="wrong"]')).toHaveCount(1);
  await founder.main.locator(".readiness").getByRole("link", { name: "设立条件" }).click();
  await expect(page).toHaveURL(/#\/eligibility/);
});

test("an empty dossier has no picture of readiness", async ({ founder }) => {
  await founder.opens("#/");
  await expect(founder.main.locator(".readiness")).toHaveCount(0);
});

test("the page after the bundle says where it goes, how many copies, and by when, each with its source", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/review");
  await founder.main.getByRole("link", { name: /下载之后要做什么/ }).click();
  await expect(founder.heading).toHaveText("下载之后要做什么");
  const step = (words) => founder.main.getByRole("listitem").filter({ hasText: words });
  await expect(step("三亚市知识产权管理部门")).toHaveCount(3);
  await expect(step("用 A4 纸打印 3 份")).toContainText("办法没有规定份数");
  await expect(step("证照复印件齐全")).toContainText("已附 0/12");
  await expect(step("公示 5 个工作日")).toContainText("举例");
  await step("公示 5 个工作日").getByText("第二十二条").click();
  await expect(step("公示 5 个工作日").locator("blockquote")).toContainText("公示期为5个工作日");
  expect(await faults(page)).toEqual([]);
});

test("without a place the page asks for it first", async ({ founder }) => {
  await founder.opens("#/done");
  await founder.main.getByRole("listitem").filter({ hasText: "先填写联盟所在市县" }).getByRole("link").first().click();
  await expect(founder.field("alliance/division")).toBeFocused();
});
