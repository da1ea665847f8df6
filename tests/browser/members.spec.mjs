// The list of members as a table of many rows: finding, sorting, several at once, cells, the member beside the list.
import { expect, sample, test } from "./founder.mjs";
import { faults } from "./access.mjs";

/** The sample with so many members, each with a name of its own. */
function many(count) {
  const few = sample();
  const member = (at) => ({ ...few.members[at % 12], id: `n${at}`, role: "member", uscc: "", name: `第${at + 1}家示例有限公司`, contact_name: `联系人${count - at}` });
  return { ...few, members: Array.from({ length: count }, (_, at) => member(at)) };
}

const rows = (page) => page.locator("#members-grid tbody tr[data-member]");
const grid = (page) => page.locator("#members-grid");
const cell = (page, row, column) => page.locator(`[id="cell-${row}-${column}"]`);
const names = (page) => rows(page).getByRole("rowheader").allTextContents();

/** Puts text on the clipboard and presses Ctrl+V. */
async function pastes(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press("Control+V");
}

test("a thousand members are listed without being drawn at once, and each is reached by scrolling", async ({ founder, page }) => {
  await founder.takesUp(many(1000));
  await founder.opens("#/members");
  await expect(grid(page)).toHaveAttribute("aria-rowcount", "1001");
  expect(await rows(page).count()).toBeLessThan(100);
  await page.locator(".members__pane").evaluate((pane) => pane.scrollTo(0, pane.scrollHeight));
  await expect(cell(page, 999, 0)).toHaveText("第1000家示例有限公司");
  await cell(page, 999, 0).scrollIntoViewIfNeeded();
  await expect(cell(page, 999, 0)).toBeInViewport();
});

test("members are found, filtered and sorted here, and the dossier keeps its order", async ({ founder, page }) => {
  await founder.takesUp(many(40));
  await founder.opens("#/members");
  await page.getByRole("searchbox", { name: "查找" }).fill("第3");
  await expect(page.getByText("列出 11 家，共 40 家")).toBeVisible();
  await page.getByRole("button", { name: "列出全部，按原次序" }).click();
  await page.getByRole("columnheader", { name: "联系人" }).getByRole("button").click();
  await expect(page.getByRole("columnheader", { name: "联系人" })).toHaveAttribute("aria-sort", "ascending");
  await expect(rows(page).first().getByRole("rowheader")).toHaveText("第40家示例有限公司");
  await expect(page.getByText("文书仍按原来的次序")).toBeVisible();
  await page.getByText("筛选和排序", { exact: false }).first().click();
  await page.locator("[data-filter=role]").selectOption("chair");
  await expect(rows(page)).toHaveCount(0);
  await page.getByRole("button", { name: "列出全部，按原次序" }).click();
  await expect(rows(page).first().getByRole("rowheader")).toHaveText("第1家示例有限公司");
});

test("a fact is set of several members at once, and taken back in one step", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  const [third, , , , , eighth] = sample().members.slice(2);
  await founder.ticks(third.name);
  await page.getByRole("checkbox", { name: new RegExp(`^选中：8 ${eighth.name}$`) }).click({ modifiers: ["Shift"] });
  await expect(founder.chosen).toContainText("已选 6 家");
  await founder.chosen.getByLabel("统一设置").selectOption("role");
  await founder.chosen.getByLabel("设为").selectOption("council");
  await founder.chosen.getByRole("button", { name: "应用" }).click();
  await expect(page.getByText("已把 6 家的“在联盟中的职务”设为“理事单位”。")).toBeVisible();
  await expect(cell(page, 4, 3)).toHaveText("理事单位");
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect(cell(page, 2, 3)).not.toHaveText("理事单位");
});

test("members move past the others only in their own order, and are deleted together", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  const [first, second, third] = sample().members;
  await founder.ticks(third.name);
  await founder.chosen.getByRole("button", { name: "上移" }).click();
  await expect(cell(page, 1, 0)).toHaveText(third.name);
  expect((await names(page)).slice(0, 3)).toEqual([first.name, third.name, second.name]);
  await page.getByRole("columnheader", { name: "单位名称" }).getByRole("button").click();
  await expect(founder.chosen.getByRole("button", { name: "上移" })).toBeDisabled();
  await founder.ticks(first.name);
  await founder.chosen.getByRole("button", { name: "删除", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
  await expect(rows(page)).toHaveCount(10);
  await expect(page.getByText("已删除 2 家成员单位。")).toBeVisible();
});

test("beside the list a member is opened, leafed through and closed by going back", async ({ founder, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await founder.loadsSample();
  await founder.opens("#/members");
  const [first, second, third] = sample().members;
  await page.getByRole("link", { name: second.name }).click();
  await expect(founder.heading).toHaveText(second.name);
  await expect(founder.heading).toBeFocused();
  await expect(rows(page)).toHaveCount(12);
  await page.getByRole("link", { name: "下一家", exact: true }).click();
  await expect(founder.heading).toHaveText(third.name);
  await page.getByRole("main").getByRole("link", { name: first.name }).click();
  await founder.answers("members/m01/name", "换了名字的公司");
  await expect(rows(page).first().getByRole("rowheader")).toHaveText("换了名字的公司");
  await page.goBack();
  await expect(founder.heading).toHaveText("成员单位");
  await page.setViewportSize({ width: 800, height: 800 });
  await page.getByRole("link", { name: second.name }).click();
  await expect(founder.heading).toHaveText(second.name);
  await expect(grid(page)).toHaveCount(0);
});

test("a second chair unit is told at once where the role is chosen", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members/m05");
  const role = page.getByRole("radiogroup", { name: "在联盟中的职务" });
  await role.getByLabel("理事长单位", { exact: true }).check();
  await expect(page.locator(".field").filter({ has: role }).getByText(/有2家单位都是理事长单位/)).toBeVisible();
});

test("what was found about a member is said where it is filled in", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members/m01");
  const found = page.getByRole("region", { name: "本页要看一看的地方" });
  await expect(found).toBeHidden();
  await founder.answers("members/m01/address", "广东省深圳市南山区示例路1号");
  await expect(found).toContainText("住所却是“广东省深圳市南山区示例路1号”");
  await founder.answers("members/m01/address", "海南省三亚市崖州区示例路1号");
  await expect(found).toBeHidden();
});

test("a unit from abroad is complete without a credit code", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members/m04");
  await founder.answers("members/m04/uscc", "");
  await founder.opens("#/members");
  const row = page.getByRole("row").filter({ hasText: "北京样例生物育种技术有限公司" });
  await expect(row).toContainText("1 项未填");
  await founder.opens("#/members/m04");
  await founder.answers("members/m04/foreign", "yes");
  await founder.answers("members/m04/in_hainan", "no");
  await founder.opens("#/members");
  await expect(row).not.toContainText("项未填");
});

test("the arrow keys move among the cells, F2 and letters write, Escape leaves what stood there", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  await grid(page).focus();
  for (const key of ["ArrowDown", "ArrowDown", "End", "ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", "cell-2-6");
  const before = await cell(page, 2, 6).textContent();
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  await expect(cell(page, 2, 6)).toHaveText(before);
  await page.keyboard.press("F2");
  await page.keyboard.press("End");
  await page.keyboard.type("甲");
  await page.keyboard.press("Enter");
  await expect(cell(page, 2, 6)).toHaveText(`${before}甲`);
  await expect(grid(page)).toHaveAttribute("aria-activedescendant", "cell-3-6");
  await page.keyboard.type("zhang");
  await page.keyboard.press("Tab");
  await expect(cell(page, 3, 6)).toHaveText("zhang");
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(cell(page, 3, 7)).toHaveClass(/is-unread/);
  await page.keyboard.press("ArrowUp");
  await expect(page.locator(".field__error[role=status]")).not.toBeEmpty();
  await page.keyboard.press("Control+End");
  await expect(cell(page, 11, 8)).toBeInViewport();
});

test("a name composed in pinyin is written into a cell, and Enter that ends the composition goes nowhere", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  await grid(page).focus();
  await page.keyboard.press("F2");
  const ime = await page.context().newCDPSession(page);
  await page.keyboard.press("Control+A");
  await ime.send("Input.imeSetComposition", { text: "nan", selectionStart: 3, selectionEnd: 3 });
  await page.locator(".roll__editor input").dispatchEvent("keydown", { key: "Enter", isComposing: true, bubbles: true });
  await expect(page.locator(".roll__editor input")).toBeVisible();
  await ime.send("Input.insertText", { text: "南繁公司" });
  await page.keyboard.press("Enter");
  await expect(cell(page, 0, 0)).toHaveText("南繁公司");
});

test("a block of cells goes out to a spreadsheet and comes back in, with members for the rows beyond", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members");
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await cell(page, 0, 2).click();
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Control+C");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe("企业\t理事长单位\r\n科研机构\t秘书长单位");
  await cell(page, 10, 5).click();
  await pastes(page, "张一\t李一\t13800000001\n张二\t李二\t13800000002\n\"张\n三\"\t李三\t13800000003\n");
  await expect(page.getByRole("dialog")).toContainText("会新增 1 家成员单位。");
  await page.getByRole("dialog").getByRole("button", { name: "添加并粘贴" }).click();
  await expect(rows(page)).toHaveCount(13);
  await expect(cell(page, 12, 6)).toHaveText("李三");
  await expect(page.getByText("已粘贴 9 格，新增 1 家成员单位。")).toBeVisible();
  await page.getByRole("button", { name: "撤销", exact: true }).click();
  await expect(rows(page)).toHaveCount(12);
  await cell(page, 3, 3).click();
  await cell(page, 6, 3).click({ modifiers: ["Shift"] });
  await pastes(page, "理事");
  await expect(cell(page, 5, 3)).toHaveText("理事单位");
  await page.keyboard.press("Delete");
  await expect(cell(page, 5, 3)).toHaveText("");
});

test("who has signed and sealed is noted, filtered and printed in full", async ({ founder, page }) => {
  await founder.takesUp({ ...many(150), attachments: [] });
  await founder.opens("#/members/signing");
  const first = page.getByRole("checkbox", { name: "第1家示例有限公司：已签字" });
  await first.uncheck();
  await expect(page.getByText("149 / 150").first()).toBeVisible();
  await page.getByRole("radio", { name: "还没签字的" }).check();
  await expect(page.locator("tr[data-member]")).toHaveCount(1);
  await page.getByRole("button", { name: "列出的全部：已签字" }).click();
  await expect(first).toBeChecked();
  await page.getByRole("radio", { name: "全部", exact: true }).check();
  await page.evaluate(() => (window.print = () => (window.printed = document.querySelectorAll("tr[data-member]").length)));
  await page.getByRole("button", { name: "打印名单" }).click();
  await page.waitForFunction(() => window.printed);
  expect(await page.evaluate(() => window.printed)).toBe(150);
});

test("whose copy bears the seal is noted member by member, and printed with the list", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/members/signing");
  const third = page.getByRole("checkbox", { name: `${sample().members[2].name}：复印件已盖章` });
  await expect(third).toBeChecked();
  await third.uncheck();
  await expect(page.locator(".signing__progress li").filter({ hasText: "与原件一致" })).toContainText(/提示.*11 \/ 12/s);
  await page.getByRole("radio", { name: "复印件还没盖章的" }).check();
  await expect(page.locator("tr[data-member]")).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.locator("tr[data-member='m03'] .signing__box").last()).toHaveText("□");
  await expect(page.locator("tr[data-member='m03'] .signing__box").last()).toBeVisible();
  await page.emulateMedia({ media: "screen" });
  await founder.opens("#/materials");
  await expect(page.locator("[data-item='4']")).toContainText("（11/12）");
  await founder.opens("#/members/m03");
  await expect(founder.field("members/m03/copy_stamped")).toBeVisible();
});

test("how far each member is, is seen beside the longest names on a small office screen", async ({ founder, page }) => {
  await page.setViewportSize({ width: 1366, height: 768 });
  const dossier = sample();
  for (const member of dossier.members) member.name = `海南省样例热带农业科学与生物技术${member.name}`.slice(0, 28);
  await founder.takesUp(dossier);
  await founder.opens("#/members");
  const standing = page.locator("tr[data-member='m03'] .roll__standing");
  const { right, width, covered } = await standing.evaluate((cell) => {
    const { left, right, top, bottom } = cell.getBoundingClientRect();
    return { right, width: innerWidth, covered: !cell.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2)) };
  });
  expect(right).toBeLessThanOrEqual(width);
  expect(covered).toBe(false);
});

for (const [width, colours] of [[1280, "light"], [1280, "dark"], [390, "dark"]]) {
  test(`axe finds nothing where members are ticked, written and open beside the list, ${width} px wide in ${colours} colours`, async ({ founder, page }) => {
    await page.emulateMedia({ colorScheme: colours });
    await page.setViewportSize({ width, height: 800 });
    await founder.loadsSample();
    await founder.opens("#/members");
    await founder.ticks(sample().members[3].name);
    await page.getByText("筛选和排序", { exact: false }).first().click();
    expect(await faults(page)).toEqual([]);
    await grid(page).focus();
    if (width > 1000) {
      await page.keyboard.press("F2");
      expect(await faults(page)).toEqual([]);
      await page.keyboard.press("Escape");
    }
    await founder.opens("#/members/m02");
    expect(await faults(page)).toEqual([]);
    await founder.opens("#/members/signing");
    expect(await faults(page)).toEqual([]);
  });
}
