// 导出草稿 and 导入: the draft holds everything, and a file that is none changes nothing.
import { draft, expect, file, sample, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";

/** Files that are no draft, and what the page says of each. */
const NO_DRAFTS = [
  ["JSON cut short", file("dossier.json", '{"format":"jiemeng-dossier","version":1,"alli'), /不是完整的 JSON/],
  ["JSON of something else", file("package.json", '{"name":"something","version":"1.0.0"}'), /不是结盟的草稿/],
  ["a dossier of a newer version", draft({ ...sample(), version: 99 }), /更新的版本（格式 99）/],
  ["a dossier whose parts are of the wrong shape", draft({ ...sample(), members: "十二家" }), /已损坏/],
  ["a dossier without its version", draft({ format: "jiemeng-dossier" }), /已损坏/],
  ["an empty file", file("dossier.json", ""), /./],
  ["a Word file", file("草稿.doc", "你好"), /./],
  ["a picture", file("证照.png", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")), /./],
  ["a ZIP cut short", file("草稿.zip", Buffer.from("504b0304140000000800", "hex")), /./],
];

test("a file that is no draft is refused with its reason and changes nothing", async ({ founder }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "原来的联盟");
  await founder.isSaved();
  for (const [what, chosen, words] of NO_DRAFTS) {
    await founder.imports(chosen);
    await expect.soft(founder.refusal, what).toContainText(words);
    await expect.soft(founder.refusal, what).toContainText("没有改动");
    await founder.opens("#/alliance");
    await expect.soft(founder.field("alliance/name"), what).toHaveValue("原来的联盟");
  }
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("原来的联盟");
});

test("importing over something typed asks first, and a no keeps it", async ({ founder }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "原来的联盟");
  await founder.isSaved();
  await founder.imports(draft(sample()), "取消");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("原来的联盟");
});

test("loading the sample over something typed asks first, and a no keeps it", async ({ founder, page }) => {
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "原来的联盟");
  await founder.opens("#/");
  await founder.presses("载入示例");
  await page.getByRole("dialog").getByRole("button", { name: "取消" }).click();
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("原来的联盟");
});

test("the exported draft is named after the alliance and holds the dossier as it stands", async ({ founder }) => {
  const dossier = sample();
  await founder.loadsSample();
  const { path, name } = await founder.exportsDraft();
  expect(name).toMatch(/^海南示例南繁育种产业知识产权联盟-草稿-\d{8}-\d{4}\.zip$/);
  const files = unzip(path);
  expect(JSON.parse(files.get("data/dossier.json"))).toEqual(dossier);
});

test("what this version does not know, and what it cannot read, comes back from a draft as it was", async ({ founder }) => {
  const dossier = sample();
  dossier.later = { field: [1, 2] };
  dossier.members[0].later = "保留";
  dossier.members[0].uscc = "看不清";
  await founder.takesUp(dossier);
  const { path } = await founder.exportsDraft();
  expect(JSON.parse(unzip(path).get("data/dossier.json"))).toEqual(dossier);
});
