// Several dossiers in one browser, their earlier states, taking back, and the offer of a draft.
import { draft, expect, file, sample, test } from "./founder.mjs";
import { records } from "./database.mjs";
import { unzip } from "./archive.mjs";

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Fills in the name of the dossier on the desk. */
async function names(founder, name) {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", name);
  await founder.isSaved();
  await founder.opens("#/");
}

test("a second dossier is begun, and each is opened as it was left", async ({ founder }) => {
  await names(founder, "第一联盟");
  await founder.presses("新建");
  await names(founder, "第二联盟");
  await expect(founder.dossiers).toHaveCount(2);
  await expect(founder.dossiers.filter({ hasText: "正在填写" })).toContainText("第二联盟");
  await founder.presses("打开：第一联盟");
  await expect(founder.dossiers.filter({ hasText: "正在填写" })).toContainText("第一联盟");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("第一联盟");
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("第一联盟");
});

test("the list says when each was saved, how far it is and what it holds", async ({ founder }) => {
  await founder.loadsSample();
  await expect(founder.dossiers).toContainText(/海南示例南繁育种产业知识产权联盟.*保存 · 任务完成 \d\/8 · 成员 12 家/);
});

test("a copy has the answers and the attachments, and goes its own way", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("证照.png", PNG, "image/png"));
  await founder.isSaved();
  await founder.opens("#/");
  await founder.presses(`复制：${sample().alliance.name}`);
  await expect(founder.dossiers).toHaveCount(2);
  await page.getByRole("button", { name: /^打开：/ }).click();
  await names(founder, "副本联盟");
  const { path } = await founder.exportsDraft();
  const files = unzip(path);
  expect(JSON.parse(files.get("data/dossier.json")).alliance.name).toBe("副本联盟");
  expect([...files.values()].some((bytes) => PNG.equals(bytes))).toBe(true);
  await expect(founder.dossiers.filter({ hasText: "副本联盟" })).toContainText("副本");
  await expect(founder.dossiers.filter({ hasText: sample().alliance.name })).toHaveCount(1);
});

test("deleting asks, can be undone at once, and later from the bin", async ({ founder, page }) => {
  await names(founder, "留下的联盟");
  await founder.presses("新建");
  await names(founder, "要删的联盟");
  await founder.presses("删除：要删的联盟");
  await expect(page.getByRole("dialog").getByRole("button", { name: "导出草稿" })).toBeVisible();
  await founder.confirms("取消");
  await expect(founder.dossiers).toHaveCount(2);
  await founder.presses("删除：要删的联盟");
  await founder.confirms("删除");
  await expect(founder.dossiers).toHaveCount(1);
  await expect(founder.dossiers).toContainText("留下的联盟");
  await founder.presses("撤销");
  await expect(founder.dossiers).toHaveCount(2);
  await founder.presses("删除：要删的联盟");
  await founder.confirms("删除");
  await expect(founder.dossiers).toHaveCount(1);
  await founder.reloads();
  await founder.unfolds("回收（1）");
  await founder.presses("恢复：要删的联盟");
  await expect(founder.dossiers).toHaveCount(2);
  await founder.presses("打开：要删的联盟");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("要删的联盟");
});

test("the bin lets a dossier go for good when it is told to, and by itself after seven days", async ({ founder, page }) => {
  await page.clock.install({ time: new Date("2026-11-01T09:00:00+08:00") });
  for (const name of ["甲联盟", "乙联盟"]) {
    await names(founder, name);
    await founder.presses(`删除：${name}`);
    await founder.confirms("删除");
    await expect(founder.dossiers).toHaveCount(0);
  }
  await founder.unfolds("回收（2）");
  await founder.presses("彻底删除：甲联盟");
  await founder.confirms("彻底删除");
  await expect(page.locator("summary", { hasText: "回收（1）" })).toBeVisible();
  await page.clock.setSystemTime(new Date("2026-11-09T09:00:00+08:00"));
  await founder.reloads();
  await expect(page.locator("summary", { hasText: "回收" })).toHaveCount(0);
  expect(await records(page, "slots")).toEqual([]);
});

test("what an import replaced is restored from the earlier states, attachments and all", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("证照.png", PNG, "image/png"));
  await founder.isSaved();
  await founder.takesUp({ ...sample(), alliance: { ...sample().alliance, name: "导入的联盟" } });
  await founder.opens("#/");
  await founder.unfolds("历史版本");
  const before = page.getByRole("listitem").filter({ hasText: "导入之前" });
  await before.getByRole("button", { name: /^恢复：/ }).click();
  await founder.confirms("恢复");
  await founder.isSaved();
  const { path } = await founder.exportsDraft();
  const files = unzip(path);
  expect(JSON.parse(files.get("data/dossier.json")).alliance.name).toBe(sample().alliance.name);
  expect([...files.values()].some((bytes) => PNG.equals(bytes))).toBe(true);
  await expect(page.getByRole("listitem").filter({ hasText: "恢复历史版本之前" })).toHaveCount(1);
});

test("a state a minute is kept while typing, and twenty at most", async ({ founder, page }) => {
  await page.clock.install({ time: new Date("2026-11-01T09:00:00+08:00") });
  await founder.opens("#/alliance");
  for (let minute = 0; minute < 24; minute += 1) {
    await founder.field("alliance/name").fill(`第${minute}分钟的名称`);
    await page.clock.runFor(61_000);
    await founder.isSaved();
  }
  const kept = await records(page, "history");
  expect(kept).toHaveLength(20);
  expect(kept.at(-1)[1].text).toContain("第22分钟的名称");
});

test("what was done is taken back and done again, by buttons and by keys", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "改过的名称");
  await founder.answers("alliance/kind", "protection");
  await founder.presses("撤销上一步");
  await expect(founder.answer("alliance/kind")).resolves.toBe(sample().alliance.kind);
  await expect(founder.field("alliance/name")).toHaveValue("改过的名称");
  await founder.heading.focus();
  await page.keyboard.press("Control+z");
  await expect(founder.field("alliance/name")).toHaveValue(sample().alliance.name);
  await page.keyboard.press("Control+Shift+z");
  await expect(founder.field("alliance/name")).toHaveValue("改过的名称");
  await founder.presses("重做");
  await expect(founder.answer("alliance/kind")).resolves.toBe("protection");
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("改过的名称");
});

test("within a text Ctrl+Z is the browser's own", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/alliance");
  await founder.answers("alliance/kind", "protection");
  await founder.field("alliance/short_name").focus();
  await page.keyboard.press("End");
  await page.keyboard.type("x");
  await page.keyboard.press("Control+z");
  await expect(founder.field("alliance/short_name")).toHaveValue(sample().alliance.short_name);
  await expect(founder.answer("alliance/kind")).resolves.toBe("protection");
});

test("a deleted member comes back with its certificate", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("证照.png", PNG, "image/png"));
  const { name } = sample().members[0];
  await founder.removesMember(name);
  await expect(page.getByText(`已删除“${name}”。`)).toBeVisible();
  await founder.presses("撤销");
  await expect(founder.members.filter({ hasText: name })).toHaveCount(1);
  await founder.opens("#/members/m01");
  await expect(founder.certificates).toHaveCount(1);
});

test("after seven days without a draft the page offers one, until it is taken", async ({ founder, page }) => {
  const reminder = page.getByRole("region", { name: "导出草稿的提醒" });
  await page.clock.install({ time: new Date("2026-11-01T09:00:00+08:00") });
  await founder.loadsSample();
  await founder.opens("#/");
  await expect(reminder).toHaveCount(0);
  await page.clock.setSystemTime(new Date("2026-11-08T10:00:00+08:00"));
  await founder.reloads();
  await expect(reminder).toContainText("7 天没有导出草稿");
  const downloading = page.waitForEvent("download");
  await reminder.getByRole("button", { name: "导出草稿" }).click();
  await downloading;
  await expect(reminder).toHaveCount(0);
});

test("a dossier of a newer version is not opened, is said so, and stays as it is", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "新版写的");
  await founder.isSaved();
  await founder.imports(draft({ ...sample(), version: 99 }));
  await expect(founder.refusal).toContainText("更新的版本");
  expect((await records(page, "slots")).some(([, { text }]) => text.includes("新版写的"))).toBe(true);
});
