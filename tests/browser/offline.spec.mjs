// The page without a network, and taking up a newer version. Each test has a host of its own, which it may end or renew.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "./founder.mjs";
import { place } from "./release.mjs";

const freePort = () => new Promise((done) => {
  const server = createServer().listen(0, "127.0.0.1", () => {
    const { port } = server.address();
    server.close(() => done(port));
  });
});

/** A host of the release build that can be ended, and given a newer one. */
class Host {
  constructor(folder, port) {
    Object.assign(this, { folder, port, address: `http://127.0.0.1:${port}/` });
  }

  async begins() {
    this.server = spawn(process.execPath, [place("tests/browser/serve.mjs"), this.folder, String(this.port)], { stdio: "ignore" });
    await expect.poll(() => fetch(this.address).then((answer) => answer.ok, () => false)).toBe(true);
  }

  ends() {
    this.server.kill();
  }

  /** A newer version: another description in its page, and the service worker that goes with it. */
  renews() {
    const page = join(this.folder, "index.html");
    writeFileSync(page, readFileSync(page, "utf8").replace("</title>", "</title><meta name=\"edition\" content=\"newer\">"));
    const made = spawnSync(process.execPath, [place("script/offline.mjs"), this.folder]);
    expect(made.stderr.toString()).toBe("");
  }
}

const test = base.extend({
  host: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "jiemeng-host-"));
    cpSync(place("dist"), folder, { recursive: true });
    const host = new Host(folder, await freePort());
    await host.begins();
    await use(host);
    host.ends();
    rmSync(folder, { recursive: true });
  },
  baseURL: async ({ host }, use) => use(host.address),
});

test.use({ serviceWorkers: "allow" });
test.setTimeout(120_000);

const offline = (page) => page.getByTestId("offline");

test("once everything is kept the page opens and makes a bundle with PDF files after its host is gone", async ({ founder, page, host }) => {
  await founder.opens();
  await expect(offline(page)).toHaveText("可离线使用", { timeout: 60_000 });
  host.ends();
  await founder.loadsSample();
  await founder.isSaved();
  await founder.reloads();
  await expect(offline(page)).toHaveText("可离线使用");
  const { path } = await founder.downloadsBundle();
  const names = spawnSync("unzip", ["-Z1", path]).stdout.toString();
  expect(names).toContain("02-联盟章程.pdf");
  expect(names).toContain("申报材料汇编.pdf");
});

test("a newer version waits until it is asked for, and nothing typed is lost by it", async ({ founder, page, host }) => {
  await founder.opens("#/alliance");
  await expect(offline(page)).toHaveText("可离线使用", { timeout: 60_000 });
  host.renews();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect(offline(page)).toContainText("有新版本", { timeout: 60_000 });
  // Reloading by oneself changes nothing yet.
  await founder.reloads();
  await expect(offline(page)).toContainText("有新版本");
  expect(await page.locator('meta[name="edition"]').count()).toBe(0);
  const name = page.locator('[id="alliance/name"]');
  await name.fill("海南新版本产业知识产权联盟");
  await page.getByRole("button", { name: "保存并更新" }).click();
  await expect(page.locator('meta[name="edition"]')).toHaveCount(1);
  await founder.isReady();
  await expect(name).toHaveValue("海南新版本产业知识产权联盟");
  await expect(offline(page)).toHaveText("可离线使用");
});

test("another tab is never taken from under somebody's hands", async ({ founder, page, host, context }) => {
  await founder.opens("#/alliance");
  await expect(offline(page)).toHaveText("可离线使用", { timeout: 60_000 });
  const other = await context.newPage();
  await other.goto(`${host.address}#/measures`);
  await expect(offline(other)).toHaveText("可离线使用");
  host.renews();
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration()).update());
  await expect(offline(other)).toContainText("有新版本", { timeout: 60_000 });
  await page.getByRole("button", { name: "保存并更新" }).click();
  await expect(page.locator('meta[name="edition"]')).toHaveCount(1);
  expect(await other.locator('meta[name="edition"]').count()).toBe(0);
  await other.getByRole("button", { name: "保存并更新" }).click();
  await expect(other.locator('meta[name="edition"]')).toHaveCount(1);
});

test("wiping everything wipes what is kept of the program too", async ({ founder, page, host }) => {
  await founder.opens("#/privacy");
  await expect(offline(page)).toHaveText("可离线使用", { timeout: 60_000 });
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1);
  await founder.presses("清除本机全部数据");
  await founder.confirms("全部清除");
  await expect(page.getByTestId("wiped")).toContainText("已全部清除");
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
});
