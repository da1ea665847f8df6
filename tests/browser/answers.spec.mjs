// Bad and hostile answers: each is told what is wrong with it and what to do, and none is lost or run.
import { expect, sample, test } from "./founder.mjs";

/** A code with one slip, and what the page says of it. The sound one is 91460200YLDW00015Q. */
const WRONG_CODES = [
  ["too short", "91460200YLDW00015", /18位，现为17位，少1位/],
  ["too long", "91460200YLDW00015QQ", /18位，现为19位，多1位/],
  ["an old registration number", "460200000012345", /15位的可能是旧工商注册号/],
  ["the letter O for a zero", "91460200YLDW0O015Q", /第14位的字母O不用于统一社会信用代码，可能应为“0”/],
  ["the letter I for a one", "9I460200YLDW00015Q", /第2位的字母I.*可能应为“1”/],
  ["the letter Z", "91460200ZLDW00015Q", /第9位的字母Z.*可能应为“2”/],
  ["the letter S", "91460200SLDW00015Q", /第9位的字母S.*可能应为“5”/],
  ["the letter V", "91460200VLDW00015Q", /第9位的字母V/],
  ["a wrong check character", "91460200YLDW00015R", /校验位不符：按前17位计算，第18位应为“Q”，现为“R”/],
  ["a slip in the organisation code", "91460200YLDW00025Q", /第9至17位（组织机构代码）有误/],
  ["an unknown class", "00460200YLDW00015Q", /前两位“00”/],
  ["a letter in the division", "9146A200YLDW00015Q", /第3至8位应为数字.*第5位却是字母A/],
  ["a Chinese character", "91460200YLDW0001五Q", /第17个字符“五”/],
];

test("a wrong credit code stays as typed and is told by its cause", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/members/m01");
  for (const [slip, code, words] of WRONG_CODES) {
    await founder.answers("members/m01/uscc", code);
    await expect.soft(founder.error("members/m01/uscc"), slip).toHaveText(words);
    await expect.soft(founder.field("members/m01/uscc"), slip).toHaveValue(code);
    await expect.soft(founder.field("members/m01/uscc"), slip).toHaveAttribute("aria-invalid", "true");
  }
});

test("a credit code is read full-width, in lower case, with blanks, hyphens and characters nobody sees", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/members/m01");
  for (const typed of ["９１４６０２００ＹＬＤＷ０００１５Ｑ", "91460200yldw00015q", " 9146 0200-YLDW-0001-5Q ", "91460200YLDW\u200b00015Q"]) {
    await founder.answers("members/m01/uscc", "");
    await founder.answers("members/m01/uscc", typed);
    await expect.soft(founder.field("members/m01/uscc"), typed).toHaveValue("91460200YLDW00015Q");
    await expect.soft(founder.error("members/m01/uscc"), typed).toHaveText("");
  }
});

/** Answers that cannot be read, and what the page says. The last of each fact is what the reload finds. */
const UNREAD = [
  ["no day at all", "alliance/founded_on", "去年夏天", /未识别日期“去年夏天”/],
  ["a year out of the question", "alliance/founded_on", "0026-05-22", /年份/],
  ["a day that does not exist", "alliance/founded_on", "2026-02-30", /2026年2月30日不存在/],
  ["a negative number", "alliance/budget", "-5", /不能为负数/],
  ["a fraction of a fen", "alliance/budget", "1.0000001", /最多六位/],
  ["a number beyond all bounds", "alliance/budget", "99999999999999999999", /不能超过/],
  ["a telephone number cut short", "alliance/contact_phone", "1381234567", /11位，现为10位/],
  ["an e-mail address without its @", "alliance/contact_email", "name.example.cn", /缺少“@”/],
  ["a postcode of five digits", "alliance/postcode", "57200", /6位数字，现为5位/],
];

test("what cannot be read is told at its field and in the review, and a reload keeps it", async ({ founder }) => {
  await founder.opens("#/alliance");
  for (const [what, path, typed, words] of UNREAD) {
    await founder.answers(path, typed);
    await expect.soft(founder.error(path), what).toHaveText(words);
    await expect.soft(founder.field(path), what).toHaveAttribute("aria-invalid", "true");
  }
  await founder.isSaved();
  await founder.reloads();
  const last = new Map(UNREAD.map((row) => [row[1], row]));
  for (const [what, path, typed, words] of last.values()) {
    await expect.soft(founder.field(path), what).toHaveValue(typed);
    await expect.soft(founder.error(path), what).toHaveText(words);
  }
  await founder.opens("#/review");
  for (const [what, , , words] of last.values()) await expect.soft(founder.findings, what).toContainText(words);
});

test("a finding leads to its field", async ({ founder }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/contact_email", "name.example.cn");
  await founder.opens("#/review");
  await founder.findings.getByRole("link", { name: /备案联系人邮箱/ }).first().click();
  await expect(founder.field("alliance/contact_email")).toBeFocused();
});

test("no error is shown before the field is left, and it goes as soon as the answer is right", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  const email = founder.field("alliance/contact_email");
  const error = founder.error("alliance/contact_email");
  await email.focus();
  await page.keyboard.type("name");
  await expect(error).toHaveText("");
  await email.blur();
  await expect(error).toContainText("@");
  await email.focus();
  await page.keyboard.press("End");
  await page.keyboard.type("@example.cn");
  await expect(error).toHaveText("");
});

test("going on tells first what cannot be read, at the top, with links; the second time one is let go", async ({ founder, page }) => {
  await founder.opens("#/secretariat");
  await founder.answers("secretariat/secretary_general_phone", "1381234567");
  await founder.answers("secretariat/full_time_staff", "-5");
  await page.getByRole("link", { name: "继续：组建程序" }).click();
  const summary = page.locator("#error-summary");
  await expect(summary).toBeFocused();
  await expect(page).toHaveTitle("错误：秘书处 - 结盟");
  await expect(summary.getByRole("listitem")).toHaveCount(2);
  await expect(summary).toContainText(await founder.error("secretariat/full_time_staff").textContent());
  await summary.getByRole("link", { name: "秘书处专职工作人员（人）" }).click();
  await expect(founder.field("secretariat/full_time_staff")).toBeFocused();
  await founder.answers("secretariat/full_time_staff", "5");
  await expect(summary.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("link", { name: "继续：组建程序" }).click();
  await expect(founder.heading).toHaveText("组建程序");
  await founder.opens("#/secretariat");
  await expect(founder.field("secretariat/secretary_general_phone")).toHaveValue("1381234567");
  await founder.opens("#/review");
  await expect(page).toHaveTitle("错误：核对 - 结盟");
});

/** Where a member's screen stands, and the ways on from it. */
const WAYS_ON = [
  ["beside the list", 1280, "m02", (page) => page.getByRole("link", { name: "下一家成员单位" }), /members\/m03$/],
  ["beside the list, by the row above it", 1280, "m02", (page) => page.getByRole("link", { name: "上一家" }), /members\/m01$/],
  ["on a page of its own", 900, "m02", (page) => page.getByRole("link", { name: "下一家成员单位" }), /members\/m03$/],
  ["on a page of its own, back to the list", 900, "m02", (page) => page.locator(".onward").getByRole("link", { name: "全部成员单位" }), /#\/members$/],
  ["of the last member", 900, "m12", (page) => page.getByRole("button", { name: "再添加一家" }), /members\/m(?!12)/],
];

for (const [where, width, member, way, onto] of WAYS_ON) {
  test(`what cannot be read of a member is told before going on from its screen, ${where}`, async ({ founder, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await founder.loadsSample();
    await founder.opens(`#/members/${member}`);
    await founder.answers(`members/${member}/contact_phone`, "1381234567");
    await founder.answers(`members/${member}/invention_patents`, "许多");
    await way(page).click();
    const summary = page.locator("#error-summary");
    await expect(summary).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`members/${member}$`));
    await expect(page).toHaveTitle(/^错误：/);
    await expect(summary.getByRole("listitem")).toHaveCount(2);
    await expect(summary).toContainText(await founder.error(`members/${member}/contact_phone`).textContent());
    await summary.getByRole("link", { name: "发明专利（件）" }).click();
    await expect(founder.field(`members/${member}/invention_patents`)).toBeFocused();
    await way(page).click();
    await expect(page).toHaveURL(onto);
    await expect(summary).toHaveCount(0);
  });
}

/** Changes of the sample that contradict the rest of it, and what the review says of them. */
const CONTRADICTIONS = [
  ["two members with one code", (it) => (it.members[5].uscc = it.members[6].uscc), [/51460000YLDW00074M/, /海南甲乙丙律师事务所/, /海南省示例种子行业协会/]],
  ["two members with one name", (it) => (it.members[5].name = it.members[6].name), [/海南省示例种子行业协会/]],
  ["two chair units", (it) => (it.members[3].role = "chair"), [/理事长单位/, /北京样例生物育种技术有限公司/]],
  ["a founding in the future", (it) => ((it.alliance.founded_on = "2099-01-01"), (it.setup.meeting_on = "2099-01-01")), [/2099/]],
  ["a congress before the preparation", (it) => (it.setup.meeting_on = "2025-12-01"), [/首次联盟成员代表大会/]],
];

test("the review finds contradictions, and none in the sample", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/review");
  await expect(founder.findings.locator('[data-severity="error"]')).toHaveCount(0);
  for (const [what, change, words] of CONTRADICTIONS) {
    const dossier = sample();
    change(dossier);
    await founder.takesUp(dossier);
    await founder.opens("#/review");
    for (const part of words) await expect.soft(founder.findings, what).toContainText(part);
  }
});

/** Words that stay the words they are. */
const WORDS = [
  ["HTML with a script in it", `<img src=x onerror="window.ran=1"><script>window.ran=1</script><b>甲</b>`],
  ["what looks like a formula", `=1+1`],
  ["what looks like a link formula", `=HYPERLINK("http://example.com","甲")`],
  ["characters beyond the common ones", "㛃𠮷喆堃联盟"],
  ["emoji of several code points", "联盟👨‍👩‍👧🇨🇳👍🏽"],
  ["words from right to left", "اتحاد الملكية الفكرية"],
  ["what templates and scripts take for their own", "{{联盟名称}} ${1} 〔待填〕 \\n %s &amp; ]]>"],
  ["5,000 characters", "长".repeat(5000)],
];

test("words stay the words they are, on every screen and after a reload", async ({ founder, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const dossier = sample();
  WORDS.forEach(([, words], at) => (dossier.members[at].name = words));
  await founder.takesUp(dossier);
  for (const [what, words] of WORDS) {
    await founder.opens("#/alliance");
    await founder.answers("alliance/name", words);
    for (const screen of ["#/", "#/eligibility", "#/members", "#/charter", "#/materials", "#/review"]) {
      await founder.opens(screen);
      const state = await page.evaluate(() => ({ ran: window.ran, overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth }));
      expect.soft(state, `${what} on ${screen}`).toEqual({ ran: undefined, overflow: 0 });
    }
    await founder.isSaved();
    await founder.reloads();
    await founder.opens("#/alliance");
    await expect.soft(founder.field("alliance/name"), what).toHaveValue(words);
  }
  await founder.opens("#/members");
  for (const [at, [what, words]] of WORDS.entries()) {
    await expect.soft(founder.main, what).toContainText(words);
    await founder.opens(`#/members/${dossier.members[at].id}`);
    // The heading may be a shortened name, never another one.
    const heading = await founder.heading.textContent();
    expect.soft(words.startsWith(heading.replace(/…$/, "")), what).toBe(true);
    await expect.soft(founder.field(`members/${dossier.members[at].id}/name`), what).toHaveValue(words);
    await founder.opens("#/members");
  }
});

test("what gets the focus never hides behind the way back to the review", async ({ founder, page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await founder.loadsSample();
  await founder.opens("#/review");
  await page.locator("main a[href^='#/alliance?fact=']").first().click();
  const back = page.locator(".way-back a");
  await expect(back).toBeVisible();
  const fields = page.locator("main :is(input, textarea, select)");
  for (let place = 0; place < (await fields.count()); place += 1) {
    await fields.nth(place).focus();
    const [field, strip] = await Promise.all([fields.nth(place).boundingBox(), page.locator(".way-back").boundingBox()]);
    // A field as tall as the window cannot stand clear of it.
    if (field.height < 300) expect(field.y + field.height, `field ${place}`).toBeLessThanOrEqual(strip.y + 1);
  }
});
