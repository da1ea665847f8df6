// Input methods: what is being composed is left alone, and what was composed arrives whole.
import { expect, test } from "./founder.mjs";

/** Types by an input method: `steps` are what it shows while composing, `words` what is chosen in the end. */
async function composes(page, steps, words) {
  const keyboard = await page.context().newCDPSession(page);
  for (const text of steps) {
    await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  if (words !== undefined) await keyboard.send("Input.insertText", { text: words });
}

test("words composed by pinyin arrive whole, one after the other", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.field("alliance/name").focus();
  await composes(page, ["h", "ha", "hai", "hai'n", "hai'nan"], "海南");
  await composes(page, ["n", "nan", "nan'fan"], "南繁");
  await page.keyboard.type("A1");
  await composes(page, ["l", "lian'meng"], "联盟");
  await expect(founder.field("alliance/name")).toHaveValue("海南南繁A1联盟");
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("海南南繁A1联盟");
});

test("pinyin in the middle of a text leaves what stands around it, and the cursor, in place", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/purpose", "保护运用");
  await founder.field("alliance/purpose").focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await composes(page, ["y", "yu"], "与");
  await page.keyboard.type("2");
  await expect(founder.field("alliance/purpose")).toHaveValue("保护与2运用");
});

test("while composing nothing is judged, and Enter does nothing", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  const email = founder.field("alliance/contact_email");
  await email.focus();
  await composes(page, ["b", "bu", "bu'shi"]);
  await expect(founder.error("alliance/contact_email")).toHaveText("");
  const here = page.url();
  await page.keyboard.press("Enter");
  expect(page.url()).toBe(here);
  await expect(email).toBeFocused();
  await expect(founder.error("alliance/contact_email")).toHaveText("");
  await composes(page, [], "不是邮箱");
  await expect(founder.error("alliance/contact_email")).toHaveText("");
  await email.blur();
  await expect(founder.error("alliance/contact_email")).toContainText("@");
});
