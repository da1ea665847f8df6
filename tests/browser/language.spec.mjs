// English and 中文: the whole interface changes, what was typed and the Measures' own words do not.
import { expect, sample, SCREENS, test } from "./founder.mjs";

/**
 * Chinese terms that English sentences name, because the founders must find these very characters on a licence, a
 * seal or a web page.
 */
const TERMS = ["法定代表人", "负责人", "执行事务合伙人", "投资人", "经营者", "与原件一致", "无", "秘书处", "条九条", "第九条", "待填"];

/** Every text in a dossier, longest first. */
function texts(value) {
  if (typeof value === "string") return value.split("\n").map((line) => line.trim()).filter(Boolean);
  return Object.values(value ?? {}).flatMap(texts).sort((one, other) => other.length - one.length);
}

/** The visible words, and those that only a screen reader says, outside of what is marked as Chinese. */
function englishWords(page) {
  return page.evaluate(() => {
    const said = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node;
      if (element.closest("[lang|=zh], noscript, script, style") || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (node.nodeType === Node.TEXT_NODE) said.push(node.data);
      else said.push(...["aria-label", "title", "placeholder", "alt", "aria-description"].map((name) => element.getAttribute(name) ?? ""));
    }
    return [document.title, ...said].map((words) => words.trim()).filter(Boolean);
  });
}

for (const filled of ["an empty dossier", "the sample"]) {
  test(`in English no Chinese is left on any screen, with ${filled}, but for what was typed and what is quoted`, async ({ founder, page }) => {
    await (filled === "the sample" ? founder.loadsSample() : founder.opens());
    await founder.speaksEnglish();
    const known = [...(filled === "the sample" ? texts(sample()) : []), ...TERMS];
    const found = {};
    for (const screen of SCREENS) {
      if (screen.endsWith("m01") && filled !== "the sample") continue;
      await founder.opens(screen);
      const left = (await englishWords(page)).map((words) => known.reduce((rest, text) => rest.replaceAll(text, ""), words)).filter((words) => /\p{Script=Han}/u.test(words));
      if (left.length > 0) found[screen] = [...new Set(left)];
    }
    expect(found).toEqual({});
  });
}

test("the switch keeps what was typed, the screen and the choice after a reload", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "海南某联盟");
  await founder.answers("alliance/kind", "protection");
  await founder.field("alliance/contact_email").fill("not an address");
  await founder.speaksEnglish();
  await expect(founder.heading).toHaveText("The alliance");
  await expect(founder.field("alliance/name")).toHaveValue("海南某联盟");
  await expect(page.getByRole("radio", { name: "IP protection alliance" })).toBeChecked();
  await expect(founder.error("alliance/contact_email")).toContainText("spaces");
  await founder.isSaved();
  await founder.reloads();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(founder.heading).toHaveText("The alliance");
  await founder.presses("中文");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(founder.heading).toHaveText("联盟基本情况");
  await expect(founder.field("alliance/name")).toHaveValue("海南某联盟");
});

test("an English browser opens in Chinese, as the documents are", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ locale: "en-US", baseURL });
  const page = await context.newPage();
  await page.goto("./");
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/联盟/);
  await context.close();
});
