// Should the program break, it says so, offers what was saved, and opens again with all of it.
import { readFileSync } from "node:fs";
import { expect, file, sample, test } from "./founder.mjs";

const overlay = (page) => page.getByRole("alertdialog");

/** What Rust does with a browser that refuses to make an element: it panics. Only the first refusal; the overlay needs some. */
const poison = (page) =>
  page.evaluate(() => {
    const clone = Node.prototype.cloneNode;
    Node.prototype.cloneNode = function () {
      Node.prototype.cloneNode = clone;
      throw new Error("poisoned");
    };
  });

test("a panic offers the draft of the last saved state, and the page opens again with it", async ({ founder, page, complaints }) => {
  await founder.loadsSample();
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "出错之前的联盟");
  await founder.isSaved();
  await poison(page);
  await page.evaluate(() => (location.hash = "#/members"));
  await expect(overlay(page)).toContainText("程序出错了");
  await expect(overlay(page)).toContainText("panicked");
  const downloading = page.waitForEvent("download");
  await overlay(page).getByRole("link", { name: /下载已保存的草稿/ }).click();
  const saved = readFileSync(await (await downloading).path());
  expect(JSON.parse(saved)).toEqual({ ...sample(), alliance: { ...sample().alliance, name: "出错之前的联盟" } });
  complaints.length = 0;
  await overlay(page).getByRole("link", { name: /重新打开/ }).click();
  await founder.isReady();
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("出错之前的联盟");
  await founder.answers("alliance/name", "改过的联盟");
  await founder.takesUp(JSON.parse(saved));
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("出错之前的联盟");
});

test("a trap that no panic announces is shown as well, and once", async ({ founder, page, complaints }) => {
  await founder.loadsSample();
  await page.evaluate(() => {
    // (module (func (export "f") unreachable)), run twice.
    const bytes = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11];
    const { f } = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(bytes))).exports;
    setTimeout(f);
    setTimeout(f);
  });
  await expect(overlay(page)).toContainText("RuntimeError");
  await expect(overlay(page)).toHaveCount(1);
  complaints.length = 0;
});

test("an error that breaks nothing covers nothing", async ({ founder, page, complaints }) => {
  await founder.opens("#/");
  await page.evaluate(() => new Promise((done) => setTimeout(() => { setTimeout(done); throw new Error("of an extension"); })));
  await expect(overlay(page)).toHaveCount(0);
  complaints.length = 0;
});

test("a clerk that breaks is replaced by another", async ({ founder, page, complaints }) => {
  await founder.loadsSample();
  await founder.exportsDraft();
  for (const worker of page.workers()) await worker.evaluate(() => setTimeout(() => { throw new Error("poisoned"); }));
  await expect.poll(() => page.workers().length).toBe(0);
  complaints.length = 0;
  await founder.exportsDraft();
  await founder.imports(file("dossier.json", JSON.stringify(sample()), "application/json"), "取消");
});
