// The edition that is one file and runs by double click: the main job works from file:// too.
import { expect, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const address = pathToFileURL(resolve(import.meta.dirname, "../../dist/jiemeng.html")).href;

test("from a file, the sample is loaded, kept and bound into a bundle", async ({ founder, page }) => {
  await page.goto(address);
  await founder.isReady();
  await founder.presses("载入示例");
  await founder.isSaved();
  await founder.reloads();
  await page.goto(`${address}#/materials`);
  const { path, name } = await founder.downloads("下载备案材料包");
  expect(name).toMatch(/^海南示例南繁育种产业知识产权联盟-备案材料-\d{8}\.zip$/);
  const files = unzip(path);
  expect([...files.keys()]).toEqual(expect.arrayContaining(["02-联盟章程.docx", "08-成员单位名单.xlsx", "data/dossier.json", "SHA256SUMS"]));
});
