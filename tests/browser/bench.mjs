// How long the page keeps its own thread busy: what a founder does, and the longest task it caused there.
//
//     node tests/browser/bench.mjs        (script/bench runs it; wants a release build in dist/)
import { table } from "../peers/table.mjs";
import { sample, takeUp, withRelease } from "./release.mjs";

const few = sample();
const many = { ...few, members: Array.from({ length: 200 }, (_, at) => ({ ...few.members[at % few.members.length], id: `n${at}` })) };

/** Does something and gives the longest task over 50 ms that the page's thread had with it, in milliseconds. */
async function longest(page, act) {
  await page.evaluate(() => {
    window.longest = 0;
    window.watching ??= new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.longest = Math.max(window.longest, entry.duration))));
    window.watching.observe({ type: "longtask" });
  });
  await act();
  await page.waitForTimeout(700);
  const found = await page.evaluate(() => window.longest);
  return found === 0 ? "under 50" : Math.round(found);
}

async function measure(browser, address, dossier) {
  const page = await browser.newPage({ acceptDownloads: true });
  await page.addInitScript(() => {
    window.atStart = 0;
    const watch = new PerformanceObserver((list) => list.getEntries().forEach((entry) => (window.atStart = Math.max(window.atStart, entry.duration))));
    watch.observe({ type: "longtask", buffered: true });
  });
  await page.goto(address);
  await page.waitForSelector("html[data-ready=true]");
  await page.waitForTimeout(700);
  const atStart = await page.evaluate(() => Math.round(window.atStart));
  await takeUp(page, dossier);

  const opens = (screen) => longest(page, () => page.goto(`${address}#/${screen}`));
  const types = async (screen, id) => {
    await page.goto(`${address}#/${screen}`);
    const field = page.locator(`[id="${id}"]`);
    await field.focus();
    return longest(page, () => page.keyboard.type("abcdefghijklmnopqrst", { delay: 60 }));
  };
  const rows = { start: atStart || "under 50" };
  for (const screen of ["alliance", "members", `members/${dossier.members[0].id}`, "charter", "materials", "review", "measures", "eligibility", "documents", "documents/02"]) {
    rows[`open ${screen.replace(/\/[^0].*/, "/…")}`] = await opens(screen);
  }
  rows["type a line"] = await types("alliance", "alliance/short_name");
  rows["type a paragraph"] = await types("alliance", "alliance/background");
  rows["type a member's name"] = await types(`members/${dossier.members[0].id}`, `members/${dossier.members[0].id}/name`);
  await page.goto(`${address}#/charter`);
  const clause = page.locator('[id="charter/clause/purpose"]');
  await clause.evaluate((element) => (element.closest("details").open = true));
  await clause.getByRole("button", { name: /^编辑/ }).click();
  await page.waitForTimeout(1000);
  await clause.getByLabel("条文", { exact: true }).focus();
  rows["type in the charter"] = await longest(page, () => page.keyboard.type("abcdefghijklmnopqrst", { delay: 60 }));
  await page.goto(`${address}#/documents/02`);
  await page.locator(".sheet svg").first().waitFor();
  rows["scroll through the charter"] = await longest(page, async () => {
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 1000);
      await page.waitForTimeout(50);
    }
  });
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  rows["print the charter"] = await longest(page, async () => {
    await page.getByRole("button", { name: "打印", exact: true }).click();
    await page.waitForFunction(() => window.printed);
  });
  await page.goto(`${address}#/materials`);
  rows["download the bundle"] = await longest(page, async () => {
    const download = page.waitForEvent("download", { timeout: 120_000 });
    await page.getByRole("button", { name: "下载备案材料包", exact: true }).click();
    await download;
  });
  await page.close();
  return rows;
}

await withRelease(async (browser, address) => {
  const [one, other] = [await measure(browser, address, few), await measure(browser, address, many)];
  const row = table("longest task in the page, ms", [`${few.members.length} members`, `${many.members.length} members`]);
  for (const [what, time] of Object.entries(one)) row(what, time, other[what]);
});
