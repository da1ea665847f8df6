// Everything is there in a narrow window, in large letters, and for who wants no motion: nothing is cut off, and nothing has
// to be scrolled sideways but tables in panes of their own.
import { expect, SCREENS, test } from "./founder.mjs";

/** Who looks: window, pixels a point, what is done to the letters, by the browser's own setting or by a style of the user. */
const WINDOWS = [
  ["in a window 320 points wide", { width: 320, height: 640 }, 1],
  ["on a telephone 390 points wide", { width: 390, height: 844 }, 3],
  ["at 200 % zoom", { width: 640, height: 450 }, 2],
  ["at 400 % zoom", { width: 320, height: 225 }, 4],
  ["with letters set twice as large in the browser", { width: 1280, height: 900 }, 1, 32],
  [
    "with text spaced as WCAG 1.4.12 wants it",
    { width: 1280, height: 900 },
    1,
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }",
  ],
];
const LANGUAGES = ["Chinese", "English"];

/** What sticks out at the side of the window, or is cut off in a control. */
const outside = () => {
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push(`the page is ${page.scrollWidth - page.clientWidth} too wide`);
  const isScrolled = (element) => element.closest(".members__pane, .sheets, .table-pane, [data-scroller]");
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary, h1, h2, h3")) {
    if (!element.checkVisibility({ visibilityProperty: true }) || isScrolled(element) || element.closest(".visually-hidden")) continue;
    if (element.matches(".skip, [type=file]")) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > page.clientWidth + 1)) found.push(`outside: ${element.outerHTML.slice(0, 120)}`);
    const isCut = element.matches("button, .button") && element.scrollWidth > element.clientWidth + 1;
    if (isCut) found.push(`cut off: ${element.outerHTML.slice(0, 120)}`);
  }
  return found.slice(0, 5);
};

for (const [who, viewport, deviceScaleFactor, letters] of WINDOWS) {
  test.describe(who, () => {
    test.use({ viewport, deviceScaleFactor });

    for (const language of LANGUAGES) {
      test(`nothing is cut off or scrolled sideways on any screen, in ${language}`, async ({ founder, page }) => {
        if (typeof letters === "number") {
          const session = await page.context().newCDPSession(page);
          await session.send("Page.setFontSizes", { fontSizes: { standard: letters } });
        }
        await founder.loadsSample();
        if (language === "English") await founder.speaksEnglish();
        if (typeof letters === "string") {
          await page.evaluate((rules) => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(rules);
            document.adoptedStyleSheets.push(sheet);
          }, letters);
        }
        const found = {};
        for (const screen of SCREENS) {
          await founder.opens(screen);
          const here = await page.evaluate(outside);
          if (here.length > 0) found[screen] = here;
        }
        expect(found).toEqual({});
      });
    }
  });
}

/** Name and language of the interface stand in the first row of the header, whatever is told of saving. */
for (const width of [320, 360, 390, 414, 480, 600, 720, 900, 1280]) {
  for (const language of LANGUAGES) {
    test(`in a window ${width} points wide the buttons of the header stand in one row, in ${language}`, async ({ founder, page }) => {
      await page.setViewportSize({ width, height: 800 });
      await founder.loadsSample();
      if (language === "English") await founder.speaksEnglish();
      await page.evaluate(() => {
        document.documentElement.dataset.offline = "ready";
        document.dispatchEvent(new Event("jiemeng-offline"));
      });
      await expect(page.getByTestId("offline")).not.toBeEmpty();
      const middle = (element) => element.evaluate((it) => it.getBoundingClientRect().top + it.getBoundingClientRect().height / 2);
      const brand = await middle(page.locator(".brand"));
      for (const button of await page.locator(".masthead__row button").all()) {
        expect(Math.abs((await middle(button)) - brand), await button.innerText()).toBeLessThan(3);
      }
    });
  }
}

test("whoever wants no motion sees none", async ({ founder, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await founder.loadsSample();
  const found = {};
  for (const screen of SCREENS) {
    await founder.opens(screen);
    const moving = await page.evaluate(() => {
      const styles = [...document.querySelectorAll("*")].map((element) => [element, getComputedStyle(element)]);
      const moves = ([, style]) => style.transitionDuration !== "0s" || style.animationName !== "none" || style.scrollBehavior === "smooth";
      return [document.getAnimations().length, ...styles.filter(moves).map(([element]) => element.outerHTML.slice(0, 80))];
    });
    if (moving.length > 1 || moving[0] > 0) found[screen] = moving;
  }
  expect(found).toEqual({});
});
