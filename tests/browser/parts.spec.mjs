// The page comes in parts: what is there first, what follows, and what happens when something does not come.
import { expect, test } from "./founder.mjs";

const TASKS = 8;

/** Holds up what matches until it is let go. */
async function holdUp(page, pattern) {
  let letGo;
  const gone = new Promise((resolve) => (letGo = resolve));
  await page.route(pattern, async (route) => {
    await gone;
    await route.continue();
  });
  return letGo;
}

test("the tasks are seen before any program is there", async ({ page }) => {
  const letGo = await holdUp(page, "**/*.wasm");
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("知识产权联盟备案材料");
  await expect(page.locator(".tasks li")).toHaveCount(TASKS);
  await expect(page.locator("html")).not.toHaveAttribute("data-ready", "true");
  letGo();
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
});

test("the front answers before the dossier and the screens are there", async ({ founder, page }) => {
  const letGo = await holdUp(page, /\/(split|shared)_[^/]*\.wasm$/);
  await page.goto("./");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Filing an intellectual property alliance");
  await page.getByRole("button", { name: "中文" }).click();
  await page.locator(".tasks").getByRole("link", { name: /联盟基本情况/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("正在打开…");
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("联盟基本情况");
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await founder.answers("alliance/name", "在线路慢的地方写的");
  await founder.isSaved();
});

test("nothing of the first screen is seen by those who come to another one", async ({ page }) => {
  const letGo = await holdUp(page, "**/*.wasm");
  await page.goto("./#/alliance");
  await expect(page.locator("html")).toHaveAttribute("data-opening", "");
  await expect(page.locator(".tasks li").first()).toBeHidden();
  letGo();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("联盟基本情况");
});

for (const [what, pattern, address, heading] of [
  ["the dossier", /\/split_desk[^/]*\.wasm$/, "./", "知识产权联盟备案材料"],
  ["the screens", /\/split_questions[^/]*\.wasm$/, "./#/alliance", "联盟基本情况"],
]) {
  test(`where ${what} cannot be loaded, the page says so and tries again when asked`, async ({ founder, page }) => {
    await page.route(pattern, (route) => route.abort());
    await page.goto(address);
    const notice = page.getByRole("alert").filter({ hasText: "没有载入" });
    await expect(notice).toBeVisible();
    await page.unroute(pattern);
    await notice.getByRole("button", { name: "重试" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(notice).toBeHidden();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
    // The browser says what it could not load, and nothing else is said.
    expect(founder.complaints.splice(0).filter((words) => !/Failed to load resource|Failed to fetch|TypeError/.test(words))).toEqual([]);
  });
}

/** In the page, before anything of it: notes what moves without having been touched. */
function watchMoves() {
  window.moved = [];
  new PerformanceObserver((list) => {
    for (const { sources, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) window.moved.push(sources.map(({ node, previousRect, currentRect }) => `${node?.className || node?.nodeName} ${previousRect.y}→${currentRect.y}`));
    }
  }).observe({ type: "layout-shift", buffered: true });
}

for (const [who, viewport] of [
  ["on a desk", { width: 1280, height: 900 }],
  ["on a phone", { width: 390, height: 844 }],
]) {
  test(`nothing moves while the page comes, ${who}`, async ({ founder, page }) => {
    test.slow();
    await page.setViewportSize(viewport);
    await page.addInitScript(watchMoves);
    const letGo = await holdUp(page, /\/(split|shared)_[^/]*\.wasm$/);
    await page.goto("./");
    await expect(page.getByRole("button", { name: "English" })).toBeVisible();
    letGo();
    await founder.isReady();
    // What comes late moves late.
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.moved)).toEqual([]);
    await founder.presses("载入示例");
    await founder.isSaved();
    // On a slow machine what is drawn by turns is seen between them.
    await (await page.context().newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: 4 });
    for (const hash of ["#/", "#/alliance", "#/members", "#/setup", "#/charter", "#/eligibility", "#/measures/16"]) {
      await page.goto("about:blank");
      await founder.opens(hash);
      await page.waitForTimeout(500);
      expect(await page.evaluate(() => window.moved), hash).toEqual([]);
    }
  });
}

test("documents are seen and written as Word before what prints and what reads files is there", async ({ founder, page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await founder.opens("#/");
  await founder.loadsSample();
  await founder.opensDocument("03");
  await founder.downloads("下载 Word 文件");
  const parts = () => asked.filter((url) => /\/clerk-[^/]*\/(split|shared)_/.test(url));
  expect(parts()).toEqual([]);
  await founder.downloads("下载 PDF 文件");
  expect(parts().filter((url) => /split_/.test(url))).toEqual([expect.stringContaining("/split_press.wasm")]);
});

test("where what prints cannot be loaded, the page says so, and prints when asked again", async ({ founder, page, context }) => {
  await founder.opens("#/");
  await founder.loadsSample();
  await founder.opens("#/documents/03");
  await context.route(/\/split_press\.wasm$/, (route) => route.abort());
  await founder.presses("下载 PDF 文件");
  await expect(page.locator('[data-work="failed"]')).toContainText("有一部分没有取到");
  await context.unroute(/\/split_press\.wasm$/);
  await founder.downloads("下载 PDF 文件");
  expect(founder.complaints.splice(0).filter((words) => !/Failed to load resource|Failed to fetch|TypeError/.test(words))).toEqual([]);
});
