// What somebody may hand over to do harm: refused with its cause, or shown as the plain words it is.
import { draft, expect, file, sample, SCREENS, test } from "./founder.mjs";

const EVIL = `"><img src=x onerror="window.ran=1"><script>window.ran=1</script>\u202e甲`;

/** The sample with hostile words wherever words may stand. */
function hostile() {
  const dossier = sample();
  const spoil = (part) => {
    for (const [key, value] of Object.entries(part)) if (typeof value === "string" && !["id", "role", "category"].includes(key)) part[key] = EVIL;
  };
  for (const part of [dossier.alliance, dossier.secretariat, dossier.setup, dossier.materials, ...dossier.members.slice(0, 3)]) spoil(part);
  dossier.charter = { edited: { basis: EVIL }, own: [{ id: "own", chapter: 1, text: EVIL }], off: ["founders"], choices: { assembly: EVIL } };
  dossier.alliance.later = EVIL;
  return dossier;
}

test("words that look like a page stay words on every screen and in every document", async ({ founder, page }) => {
  await founder.takesUp(hostile());
  await expect(page).toHaveTitle(/./);
  for (const screen of SCREENS) {
    await founder.opens(screen);
    expect.soft(await page.evaluate(() => window.ran), screen).toBeUndefined();
    expect.soft(await page.locator('#app script, #app img[src="x"]').count(), screen).toBe(0);
  }
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue(EVIL);
  await founder.opens("#/documents/02");
  await expect(page.getByRole("main")).toContainText("window.ran=1");
});

/** Files that are refused, and what the page says of each. */
const REFUSED = [
  ["values nested 100,000 deep", file("dossier.json", `{"format":"jiemeng-dossier","version":1,"later":${"[".repeat(100_000)}`), /嵌套过深/],
  ["half of a character", file("dossier.json", `{"format":"jiemeng-dossier","version":1,"later":"\\ud83c"}`), /不是完整的 JSON/],
  ["text in another encoding", file("dossier.json", Buffer.from([0x7b, 0x22, 0xba, 0xa3, 0xc4, 0xcf, 0x22, 0x7d])), /不是结盟的草稿/],
  ["10,001 members", draft({ format: "jiemeng-dossier", version: 1, members: Array.from({ length: 10_001 }, (_, at) => ({ id: `m${at}` })) }), /10001 家成员单位，最多读取 10000 家/],
];

test("files beyond every measure are refused with their cause, and nothing is changed", async ({ founder }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "原来的联盟");
  await founder.isSaved();
  for (const [what, chosen, words] of REFUSED) {
    await founder.imports(chosen);
    await expect.soft(founder.refusal, what).toContainText(words);
    await expect.soft(founder.refusal, what).toContainText("没有改动");
  }
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("原来的联盟");
});

test("a list of 10,001 units is told to be too long and not taken", async ({ founder, page }) => {
  await founder.opens("#/members");
  const rows = Array.from({ length: 10_001 }, (_, at) => `第${at}家有限公司,李四`).join("\n");
  await founder.bringsTable(file("名单.csv", `单位名称,联系人\n${rows}`, "text/csv"));
  await expect(page.getByRole("alert")).toContainText("最多 10000 家");
  await expect(founder.tableReport.getByRole("button", { name: /导入 10001 行/ })).toBeDisabled();
  await expect(founder.members).toHaveCount(0);
});

test("a text of a million characters is kept, and the page goes on", async ({ founder }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/purpose", "长".repeat(1_000_000));
  await founder.isSaved();
  await founder.answers("alliance/name", "照常填写");
  await founder.isSaved();
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("照常填写");
  expect(await founder.field("alliance/purpose").evaluate((field) => field.value.length)).toBe(1_000_000);
});
