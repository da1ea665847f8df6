// What was typed stays: after a reload, after the page was closed in the middle of a word, and where the disk fails.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";
import { readFileSync } from "node:fs";
import { unzip } from "./archive.mjs";
import { damage, layOut1, records } from "./database.mjs";
import { expect, sample, test } from "./founder.mjs";

/** One fact of every kind, and an answer to it. */
const ANSWERS = [
  ["one line", "#/alliance", "alliance/name", "海南甲乙产业知识产权联盟"],
  ["several paragraphs", "#/alliance", "alliance/purpose", "第一段。\n第二段。"],
  ["a whole number", "#/alliance", "alliance/budget", "150"],
  ["a day", "#/alliance", "alliance/founded_on", "2026-05-22"],
  ["one of a few options", "#/alliance", "alliance/kind", "protection"],
  ["one of many options", "#/alliance", "alliance/field", "deep-sea"],
  ["a city or county", "#/alliance", "alliance/division", "三亚市"],
  ["a postcode", "#/alliance", "alliance/postcode", "572000"],
  ["a telephone number", "#/alliance", "alliance/contact_phone", "0898-65332211"],
  ["an e-mail address", "#/alliance", "alliance/contact_email", "name@example.cn"],
  ["an answer that cannot be read", "#/setup", "setup/units_present", "十来家吧"],
  ["an answer about the secretariat", "#/secretariat", "secretariat/fixed_premises", "unsure"],
  ["an answer about the materials", "#/materials", "materials/application_sealed", "no"],
];

test("a reload keeps an answer of every kind", async ({ founder }) => {
  for (const [kind, screen, path, value] of ANSWERS) {
    await test.step(kind, async () => {
      await founder.opens(screen);
      await founder.answers(path, value);
    });
  }
  await founder.isSaved();
  await founder.reloads();
  for (const [kind, screen, path, value] of ANSWERS) {
    await founder.opens(screen);
    await expect.soft(founder.answer(path), kind).resolves.toBe(value);
  }
});

test("a reload keeps every answer of a full dossier", async ({ founder }) => {
  const dossier = sample();
  await founder.loadsSample();
  await founder.reloads();
  for (const member of dossier.members.slice(0, 3)) {
    await founder.opens(`#/members/${member.id}`);
    for (const key of ["name", "uscc", "category", "role", "holdings_as_of", "contact_email"]) {
      await expect.soft(founder.answer(`members/${member.id}/${key}`), key).resolves.toBe(member[key]);
    }
  }
  for (const part of ["alliance", "secretariat", "setup", "materials"]) {
    await founder.opens(`#/${part}`);
    for (const [key, value] of Object.entries(dossier[part])) {
      if (key === "field_other") continue;
      await expect.soft(founder.answer(`${part}/${key}`), key).resolves.toBe(value);
    }
  }
});

/** Ways to leave the page at once, without waiting for anything. */
const DEPARTURES = [
  ["is closed", (page) => page.close({ runBeforeUnload: true })],
  ["goes to another address", (page) => page.goto("about:blank")],
  ["is reloaded", (page) => page.reload()],
];

for (const [leaving, leave] of DEPARTURES) {
  test(`what was typed in the last moment is kept when the page ${leaving}`, async ({ founder, page, context }) => {
    await founder.opens("#/alliance");
    await founder.field("alliance/name").fill("刚刚写下的名称");
    const closed = leaving === "is closed" ? page.waitForEvent("close") : undefined;
    await leave(page);
    await closed;
    const again = page.isClosed() ? await context.newPage() : page;
    // A browser may let the old page finish after the new one has begun, which then opens what was there before.
    await expect(async () => {
      await again.goto("about:blank");
      await again.goto("./#/alliance");
      await expect(again.locator('[id="alliance/name"]')).toHaveValue("刚刚写下的名称", { timeout: 3000 });
    }).toPass();
  });
}

test("the save state says unsaved, then saved, and saved only once the database agreed", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.saveState.evaluate((element) => {
    window.said = [];
    new MutationObserver(() => window.said.push(element.textContent)).observe(element, { childList: true, characterData: true, subtree: true });
  });
  await page.evaluate(() => {
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...values) {
      const begun = begin.apply(this, values);
      if (begun.mode === "readwrite") begun.addEventListener("complete", () => window.said.push("written"));
      return begun;
    };
  });
  await founder.answers("alliance/name", "甲");
  await founder.isSaved();
  const said = await page.evaluate(() => window.said);
  expect(said.map((words) => words.replace(/\s.*/, ""))).toEqual(["未保存", "正在保存", "written", "已保存"]);
});

test("a full disk is told, nothing typed is lost, and trying again saves", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await page.evaluate(() => {
    window.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await founder.answers("alliance/name", "写不进去的名称");
  await expect(founder.saveState).toContainText("保存失败");
  await expect(founder.saveState).toContainText("导出草稿");
  await expect(founder.field("alliance/name")).toHaveValue("写不进去的名称");
  await page.evaluate(() => (IDBObjectStore.prototype.put = window.put));
  await founder.presses("重试");
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("写不进去的名称");
});

test("a browser that keeps nothing is told of, and typing still works", async ({ founder, page }) => {
  await page.addInitScript(() => Object.defineProperty(window, "indexedDB", { value: undefined }));
  await founder.opens("#/alliance");
  await expect(founder.saveState).toContainText("不能保存");
  await founder.answers("alliance/name", "只在眼前的名称");
  await founder.opens("#/members");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("只在眼前的名称");
});

test("two open pages follow what the other saves, so that neither overwrites it unawares", async ({ founder, context }) => {
  await founder.opens("#/alliance");
  const other = new founder.constructor(await context.newPage(), founder.complaints);
  await other.opens("#/alliance");
  await founder.answers("alliance/name", "在第一页写的");
  await expect(other.field("alliance/name")).toHaveValue("在第一页写的");
  await other.answers("alliance/short_name", "在第二页写的");
  await expect(founder.field("alliance/short_name")).toHaveValue("在第二页写的");
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("在第一页写的");
  await expect(founder.field("alliance/short_name")).toHaveValue("在第二页写的");
});

test("two open pages that are typed in at the same moment lose neither's words", async ({ founder, context }) => {
  await founder.loadsSample();
  await founder.opens("#/alliance");
  const other = new founder.constructor(await context.newPage(), founder.complaints);
  await other.opens("#/alliance");
  await Promise.all([founder.field("alliance/short_name").fill("第一页的简称"), other.field("alliance/purpose").fill("第二页的宗旨")]);
  await Promise.all([founder.isSaved(), other.isSaved()]);
  for (const page of [founder, other]) {
    await expect(page.field("alliance/short_name")).toHaveValue("第一页的简称");
    await expect(page.field("alliance/purpose")).toHaveValue("第二页的宗旨");
  }
  await founder.reloads();
  await expect(founder.field("alliance/short_name")).toHaveValue("第一页的简称");
  await expect(founder.field("alliance/purpose")).toHaveValue("第二页的宗旨");
});

test("a page says when what it shows was typed in another one", async ({ founder, context }) => {
  await founder.opens("#/alliance");
  const other = new founder.constructor(await context.newPage(), founder.complaints);
  await other.opens("#/alliance");
  await founder.answers("alliance/name", "在第一页写的");
  await expect(other.saveState).toContainText("另一个标签页");
});

const bytes = "%PDF-1.4 一张证照";
const record = {
  id: "a1",
  member: "m01",
  name: "证照.pdf",
  media_type: "pdf",
  size: Buffer.byteLength(bytes),
  crc32: crc32(bytes),
  sha256: createHash("sha256").update(bytes).digest("hex"),
};

for (const [what, left] of [
  ["what it had saved", undefined],
  ["what it had left unsaved", "刚写下就关掉的名称"],
]) {
  test(`the one dossier of the first layout is taken over with its attachments: ${what}`, async ({ founder, page }) => {
    const dossier = { ...sample(), attachments: [record] };
    const later = left && JSON.stringify({ ...dossier, alliance: { ...dossier.alliance, name: left } });
    await page.route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: '<link rel="icon" href="data:,">' }));
    await page.goto("./blank");
    // Not so long ago that the page reminds of a draft.
    const yesterday = new Date(Date.now() - 24 * 3600 * 1000).toISOString().slice(0, 10);
    await layOut1(page, JSON.stringify(dossier), { a1: bytes }, Date.parse(`${yesterday}T10:00:00+08:00`), later);
    await founder.opens("#/alliance");
    await expect(founder.field("alliance/name")).toHaveValue(left ?? dossier.alliance.name);
    await expect(founder.saveState).toContainText(`${yesterday} 10:00`);
    const { path } = await founder.exportsDraft();
    expect([...unzip(path).values()].map(String)).toContain(bytes);
    expect(await records(page, "drafts")).toEqual([]);
    await founder.reloads();
    await expect(page.getByTestId("dossiers").getByRole("listitem")).toHaveCount(1);
  });
}

test("a slot that was damaged is named, the one before is opened, and what is left of it can be exported", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "前一次的名称");
  await founder.isSaved();
  await founder.answers("alliance/name", "最近一次的名称");
  await founder.isSaved();
  const [[key]] = (await records(page, "slots")).sort(([, one], [, other]) => other.turn - one.turn);
  await damage(page, "slots", key, { text: "最近一次的名称，被截断" });
  await page.goto("about:blank");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("前一次的名称");
  await founder.opens("#/");
  await expect(page.getByRole("alert")).toContainText("校验不符");
  const downloading = page.waitForEvent("download");
  await founder.presses("导出损坏的原文");
  expect(readFileSync(await (await downloading).path(), "utf8")).toBe("最近一次的名称，被截断");
  await founder.reloads();
  await expect(page.getByRole("alert")).toContainText("校验不符");
  await founder.presses("不再保留");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("where the browser closes the database, with or without a word, the next change is saved all the same", async ({ founder, page }) => {
  await page.addInitScript(() => {
    const open = IDBFactory.prototype.open;
    IDBFactory.prototype.open = function (...values) {
      const request = open.apply(this, values);
      request.addEventListener("success", () => (window.connection = request.result));
      return request;
    };
  });
  await founder.opens("#/alliance");
  for (const [said, name] of [[true, "说了一声之后"], [false, "不声不响之后"]]) {
    await page.evaluate((said) => {
      window.connection.close();
      if (said) window.connection.dispatchEvent(new Event("close"));
    }, said);
    await founder.answers("alliance/name", name);
    await founder.isSaved();
    await founder.reloads();
    await expect(founder.field("alliance/name")).toHaveValue(name);
  }
});

test("a disk that is full from the start is told before anything is typed", async ({ founder, page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await founder.opens("#/alliance");
  await expect(founder.saveState).toContainText("存储空间已满");
});
