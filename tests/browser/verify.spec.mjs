// 核验备案材料包: what was changed is named, what was not is not, and nothing that is kept here is touched.
import { expect, file, test } from "./founder.mjs";
import { faults } from "./access.mjs";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const FORGE = fileURLToPath(new URL("forge.py", import.meta.url));
const INTACT = "与下载时完全一致";
const CODE = /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/;

/** What somebody did to a bundle: the verdict, the first line, and words that must stand below it. */
const CHANGES = [
  ["repack", "repacked", "内容一致，但重新打包过", []],
  ["document", "changed", "有改动（02-联盟章程.docx）", ["打包后被改动（与校验值不符）", "董事长", "理事长"]],
  ["resum", "changed", "有改动（02-联盟章程.docx）", ["与按包内填报数据重新生成的不同", "董事长", "理事长"]],
  ["missing", "changed", "有改动（08-成员单位名单.xlsx）", ["缺少这个文件：清单里有，包里没有"]],
  ["extra", "changed", "有改动（04-证照/99-另附.pdf）", ["多出的文件：清单里没有它"]],
];

/** The cards of the bundles, the last chosen first. */
const cards = (page) => page.getByTestId("verified");
const line = (card) => card.getByTestId("verdict-line");

async function choose(page, files) {
  const choosing = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: "选择材料包" }).click();
  await (await choosing).setFiles(files);
}

/** The sample's bundle, downloaded: where it is, and the code that the page gave. */
async function downloaded(founder, page) {
  await founder.loadsSample();
  const { path } = await founder.downloadsBundle();
  await expect(founder.done).toContainText("核验码");
  const code = /核验码 ([0-9A-Z-]{24})/.exec(await founder.done.innerText())[1];
  const target = join(test.info().outputPath(), "bundle.zip");
  execFileSync("mkdir", ["-p", test.info().outputPath()]);
  execFileSync("cp", [path, target]);
  return { path: target, code };
}

test("a bundle as it was downloaded is intact, and what was done to others is named", async ({ founder, page }) => {
  test.setTimeout(180_000);
  const { path, code } = await downloaded(founder, page);
  expect(code).toMatch(CODE);
  await founder.opens("#/verify");
  const before = Date.now();
  await choose(page, path);
  await expect(cards(page).first()).toHaveAttribute("data-verdict", "intact", { timeout: 60_000 });
  test.info().annotations.push({ type: "verify ms", description: String(Date.now() - before) });
  console.log(`verified the sample's bundle in ${Date.now() - before} ms`);
  await expect(line(cards(page).first())).toHaveText(INTACT);
  await expect(cards(page).first().getByTestId("code")).toHaveText(code);
  await expect(cards(page).first()).toContainText("海南示例南繁育种产业知识产权联盟");
  await expect(cards(page).first()).toContainText("成员 12 家");

  for (const [change, verdict, words, below] of CHANGES) {
    const target = path.replace("bundle.zip", `${change}.zip`);
    execFileSync("python3", [FORGE, path, target, change]);
    await choose(page, target);
    const card = cards(page).first();
    await expect(card.getByRole("heading", { level: 2 })).toHaveText(`${change}.zip`);
    await expect(card, change).toHaveAttribute("data-verdict", verdict, { timeout: 60_000 });
    await expect(line(card), change).toHaveText(words);
    const shown = card.getByTestId("code");
    if (change === "repack") await expect(shown, change).toHaveText(code);
    else if (change === "resum") await expect(shown, change).toHaveText(CODE);
    else await expect(shown, change).toHaveText("没有：文件与包内清单不符");
    if (change !== "repack") await expect(shown, change).not.toHaveText(code);
    for (const part of below) await expect(card, change).toContainText(part);
  }
  expect(await faults(page), "axe finds nothing").toEqual([]);
  await page.screenshot({ path: test.info().outputPath("zh.png"), fullPage: true });

  await founder.speaksEnglish();
  await expect(line(cards(page).last())).toHaveText("Exactly as it was downloaded");
  await expect(line(cards(page).first())).toHaveText("Changed (04-证照/99-另附.pdf)");
  expect(await faults(page), "axe finds nothing in English").toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "nothing is wider than a telephone").toBeLessThanOrEqual(0);
  await page.screenshot({ path: test.info().outputPath("en-390.png"), fullPage: true });
});

test("several files at once are verified each, and what is no bundle is told", async ({ founder, page }) => {
  test.setTimeout(120_000);
  const { path } = await downloaded(founder, page);
  const saved = await founder.exportsDraft();
  await founder.opens("#/verify");
  const files = [
    file("不是压缩包.zip", "你好", "application/zip"),
    file("别的压缩包.zip", Buffer.from("504b0506000000000000000000000000000000000000", "hex"), "application/zip"),
  ];
  await choose(page, files);
  await choose(page, [path, saved.path]);
  await expect(cards(page)).toHaveCount(4);
  const verdicts = () => cards(page).evaluateAll((cards) => cards.map((card) => card.dataset.verdict).sort());
  await expect.poll(verdicts, { timeout: 60_000 }).toEqual(["intact", "unverifiable", "unverifiable", "unverifiable"]);
  await expect(page.getByText("无法核验：这是一份草稿，不是备案材料包")).toBeVisible();
  await expect(page.getByText("无法核验：这个压缩包里没有 SHA256SUMS")).toBeVisible();
  await expect(page.getByText("无法核验：这个压缩包不完整或已损坏")).toBeVisible();
});

test("verifying needs no dossier, offers itself on the first page, and leaves what is kept here as it was", async ({ founder, page }) => {
  test.setTimeout(120_000);
  const { path } = await downloaded(founder, page);
  await founder.opens("#/");
  await page.getByRole("main").getByRole("link", { name: "核验备案材料包" }).click();
  await expect(founder.heading).toHaveText("核验备案材料包");
  const kept = () => page.evaluate(async () => {
    const open = indexedDB.open("jiemeng");
    const db = await new Promise((done, fail) => { open.onsuccess = () => done(open.result); open.onerror = fail; });
    const all = (name) => new Promise((done) => { const got = db.transaction(name).objectStore(name).getAll(); got.onsuccess = () => done(got.result); });
    const everything = {};
    for (const name of db.objectStoreNames) everything[name] = JSON.stringify(await all(name));
    db.close();
    return everything;
  });
  const before = await kept();
  await choose(page, path);
  await expect(cards(page).first()).toHaveAttribute("data-verdict", "intact", { timeout: 60_000 });
  expect(await kept()).toEqual(before);
});

test("files that are dropped are verified too", async ({ founder, page }) => {
  await founder.opens("#/verify");
  const carried = await page.evaluateHandle(() => {
    const carried = new DataTransfer();
    carried.items.add(new File(["你好"], "甲.zip"));
    carried.items.add(new File(["你好"], "乙.zip"));
    return carried;
  });
  await page.getByTestId("verify-drop").dispatchEvent("drop", { dataTransfer: carried });
  await expect(cards(page)).toHaveCount(2);
  await expect(line(cards(page).first())).toContainText("无法核验");
});
