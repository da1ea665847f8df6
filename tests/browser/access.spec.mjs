// Everybody gets through: by keyboard alone, and with a screen reader as far as a program can judge (axe).
import { expect, file, SCREENS, test } from "./founder.mjs";
import { faults } from "./access.mjs";

/** What is looked at: language, dossier, colours. */
const VIEWS = [
  ["Chinese", "an empty dossier", "light"],
  ["Chinese", "the sample", "light"],
  ["Chinese", "the sample", "dark"],
  ["English", "an empty dossier", "dark"],
  ["English", "the sample", "light"],
  ["English", "the sample", "forced"],
];

for (const [language, filled, colours] of VIEWS) {
  test(`axe finds nothing on any screen, in ${language}, with ${filled}, in ${colours} colours`, async ({ founder, page }) => {
    test.slow();
    await page.emulateMedia(colours === "forced" ? { forcedColors: "active" } : { colorScheme: colours });
    await (filled === "the sample" ? founder.loadsSample() : founder.opens());
    if (language === "English") await founder.speaksEnglish();
    const found = {};
    for (const screen of SCREENS) {
      await founder.opens(screen);
      const here = await faults(page);
      if (here.length > 0) found[screen] = here;
    }
    expect(found).toEqual({});
  });
}

test("axe finds nothing where a table of members is looked at", async ({ founder, page }) => {
  await founder.opens("#/members");
  await founder.bringsTable(file("名单.csv", "名单\n单位名称,统一社会信用代码,备注\n甲公司,9.146E+17,无\n乙公司,,\n"));
  await expect(founder.tableReport).toContainText("识别到 2 行");
  expect(await faults(page)).toEqual([]);
});

test("the first thing the Tab key meets leads past the frame to the content", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeFocused();
  await expect(page.getByRole("link", { name: "跳到正文" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(founder.heading).toBeFocused();
});

for (const screen of SCREENS) {
  test(`the Tab key reaches everything that can be used on ${screen}`, async ({ founder, page }) => {
    await founder.loadsSample();
    await founder.opens(screen);
    // A document's contents, which are links, are there once it is laid out.
    if ((await page.locator(".sheets").count()) > 0) await expect(founder.sheets.getByRole("link").first()).toBeVisible();
    // A group of radio buttons is one stop: the one that is chosen, else its first.
    const wanted = await page.evaluate(() => {
      const usable = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled && element.tabIndex >= 0)
        .filter((element) => {
          if (element.type !== "radio") return true;
          const group = [...document.getElementsByName(element.name)];
          return element === (group.find((radio) => radio.checked) ?? group[0]);
        });
      usable.forEach((element, place) => (element.dataset.stop = place));
      document.activeElement.blur();
      window.getSelection().removeAllRanges();
      return usable.length;
    });
    await page.evaluate(() => {
      window.reached = new Set();
      document.addEventListener("focusin", (event) => window.reached.add(event.target.dataset.stop));
    });
    const missed = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("[data-stop]")].filter((element) => !window.reached.has(element.dataset.stop)).map((element) => element.outerHTML.slice(0, 160)),
      );
    for (let press = 0; press < wanted + 2; press += 1) await page.keyboard.press("Tab");
    // Pages of a document that are drawn on the way have stops of their own.
    for (let press = 0; press < wanted && (await missed()).length > 0; press += 1) await page.keyboard.press("Tab");
    expect(await missed()).toEqual([]);
  });
}

test("tasks and members open by Enter, and going back returns", async ({ founder, page }) => {
  await founder.loadsSample();
  await page.getByRole("main").getByRole("link", { name: /^成员单位/ }).focus();
  await page.keyboard.press("Enter");
  await expect(founder.heading).toHaveText("成员单位");
  await page.getByRole("main").getByRole("link", { name: /海南示例南繁种业科技有限公司/ }).focus();
  await page.keyboard.press("Enter");
  await expect(founder.field("members/m01/name")).toHaveValue("海南示例南繁种业科技有限公司");
  await page.goBack();
  await expect(founder.heading).toHaveText("成员单位");
});

test("a screen that is opened puts the focus on its heading and its name in the title", async ({ founder, page }) => {
  await founder.opens("#/");
  await page.getByRole("main").getByRole("link", { name: /^秘书处/ }).click();
  await expect(founder.heading).toBeFocused();
  await expect(page).toHaveTitle("秘书处 - 结盟");
});

test("in forced colours the screen one is on is marked by a bar of its own, and the ring of the focus is seen", async ({ founder, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await founder.opens("#/alliance");
  const bars = page.locator(".contents__list a").evaluateAll((links) => links.map((link) => getComputedStyle(link).borderInlineStartColor));
  expect(new Set(await bars).size).toBe(2);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(ring).not.toBe("none");
});
