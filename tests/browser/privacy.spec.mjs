// What is stored where, and that nothing of it is left after wiping.
import { expect, file, test } from "./founder.mjs";
import { keptNames } from "./database.mjs";

const PDF = "%PDF-1.4\n%%EOF";

test("wiping leaves nothing at all, also where another tab is open", async ({ founder, page, context }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("证照.pdf", PDF, "application/pdf"));
  await founder.isSaved();
  const other = new founder.constructor(await context.newPage(), founder.complaints);
  await other.opens("#/alliance");
  // Fonts of the user's own lie in a database of their own; a cache may come with offline use.
  await page.evaluate(async () => {
    await new Promise((done) => (indexedDB.open("jiemeng-fonts").onsuccess = (event) => done(event.target.result.close())));
    await caches.open("jiemeng-offline");
  });
  await founder.opens("#/privacy");
  expect(await keptNames(page)).not.toEqual([]);
  await founder.presses("清除本机全部数据");
  await expect(page.getByRole("dialog").getByRole("button", { name: "导出草稿" })).toBeVisible();
  await founder.confirms("全部清除");
  await expect(page.getByTestId("wiped")).toContainText("已全部清除");
  // The other tab has forgotten it too, and can still be worked in.
  await expect(other.field("alliance/name")).toHaveValue("");
  await other.isReady();
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("");
});

test("right after wiping the browser keeps nothing of this origin", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/privacy");
  await founder.presses("清除本机全部数据");
  await founder.confirms("全部清除");
  await expect(page.getByTestId("wiped")).toContainText("已全部清除");
  expect(await keptNames(page)).toEqual([]);
  // Whoever goes on is saved again.
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "重新开始");
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("重新开始");
});

test("wiping asks first, and a no keeps everything", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/privacy");
  await founder.presses("清除本机全部数据");
  await founder.confirms("取消");
  await founder.opens("#/");
  await expect(founder.dossiers).toHaveCount(1);
});

test("what cannot be wiped is named", async ({ founder, page }) => {
  await founder.loadsSample();
  await page.evaluate(() => new Promise((done) => (indexedDB.open("jiemeng-held").onsuccess = done)));
  await founder.opens("#/privacy");
  await founder.presses("清除本机全部数据");
  await founder.confirms("全部清除");
  await expect(page.getByTestId("wiped")).toContainText("jiemeng-held", { timeout: 15_000 });
});

test("the room that is used and left is shown, and the browser's answer is told as it is", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/privacy");
  await expect(page.getByTestId("room")).toHaveText(/已用 [\d.]+ MB，还可用约 [\d.]+ (MB|GB)/);
  await founder.presses("请浏览器长期保留");
  const promised = await page.evaluate(() => navigator.storage.persisted());
  await expect(founder.main).toContainText(promised ? "已答应长期保留" : "没有答应");
});

test("the page is reached from the foot of every screen", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await page.getByRole("contentinfo").getByRole("link", { name: /存在哪里/ }).click();
  await expect(founder.heading).toHaveText("数据与隐私");
});
