// 下载备案材料包: what is downloaded is judged by other people's programs, the way its readers will open it.
import { expect, sample, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const DOCUMENTS = [
  "00-材料目录",
  "01-备案申请表",
  "02-联盟章程",
  "03-理事长秘书长单位简介",
  "05-管理制度",
  "06-必要性及可行性分析报告",
  "07-成立会议纪要",
  "08-成员单位名单",
  "自评报告",
];
const FILES = [
  ...DOCUMENTS.flatMap((stem) => [`${stem}.docx`, `${stem}.pdf`]),
  "08-成员单位名单.xlsx",
  "SHA256SUMS",
  "data/dossier.json",
  "data/manifest.json",
  "申报材料汇编.pdf",
].sort();

/** Lets unzip, sha256sum, python-docx, openpyxl, LibreOffice and Poppler judge a bundle under its own name. */
async function isAccepted({ path, name }) {
  const root = resolve(import.meta.dirname, "../..");
  const python = existsSync(join(root, ".venv/bin/python")) ? join(root, ".venv/bin/python") : "python3";
  const folder = await mkdtemp(join(tmpdir(), "jiemeng-"));
  await copyFile(path, join(folder, name));
  try {
    await promisify(execFile)(python, [join(root, "tests/judges/judge.py"), join(folder, name)]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The day as this machine's clock has it, in the time zone of the tests. */
const today = () => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }).replaceAll("-", "");

test("the sample, changed, becomes a bundle that every program reads, with the changed names in it", async ({ founder }) => {
  test.slow();
  await founder.loadsSample();
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "海南改名后的喆堃育种联盟");
  await founder.opens("#/members/m05");
  await founder.answers("members/m05/name", "海南改名后的农村商业银行");
  const bundle = await founder.downloadsBundle();
  expect(bundle.name).toBe(`海南改名后的喆堃育种联盟-备案材料-${today()}.zip`);
  const files = unzip(bundle.path);
  expect([...files.keys()].sort()).toEqual(FILES);
  const wanted = sample();
  wanted.alliance.name = "海南改名后的喆堃育种联盟";
  wanted.members[4].name = "海南改名后的农村商业银行";
  expect(JSON.parse(files.get("data/dossier.json"))).toEqual(wanted);
  await isAccepted(bundle);
});

test("names of every kind, hostile ones too, go into documents and workbook letter by letter", async ({ founder }) => {
  test.slow();
  const dossier = sample();
  const names = ["=1+1", `=HYPERLINK("http://example.com","甲")`, "@SUM(A1:A9)", "-2+3", "㛃𠮷喆公司", "联盟👨‍👩‍👧👍🏽有限公司", `<img src=x onerror=alert(1)>&"'`, "a/b\\c:d*e?f", "换行\t有限公司", "长".repeat(300)];
  names.forEach((name, at) => (dossier.members[at].name = name));
  await founder.takesUp(dossier);
  await isAccepted(await founder.downloadsBundle());
});

test("an empty dossier can be downloaded too, with what is missing marked in every document", async ({ founder }) => {
  await founder.opens("#/materials");
  const bundle = await founder.downloadsBundle();
  expect(bundle.name).toMatch(new RegExp(`-备案材料-${today()}\\.zip$`));
  expect([...unzip(bundle.path).keys()].sort()).toEqual(FILES);
  await expect(founder.page.getByTestId("bundle-missing")).toContainText("待填");
});

test("the same dossier on the same day gives the same bytes, before and after a reload", async ({ founder }) => {
  await founder.loadsSample();
  const first = await readFile((await founder.downloadsBundle()).path);
  await founder.reloads();
  const second = await readFile((await founder.downloadsBundle()).path);
  expect(first.equals(second)).toBe(true);
});

test("a bundle can be imported again and gives the same dossier", async ({ founder }) => {
  await founder.loadsSample();
  const { path } = await founder.downloadsBundle();
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "改掉的名称");
  await founder.imports(path, "替换现有内容");
  await expect(founder.done).toContainText("已导入");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue(sample().alliance.name);
});

/** Stands where the browser's dialog would have the user choose a place; `choose` says what becomes of it. */
async function choosesPlace(page, choose) {
  await page.addInitScript(() => {
    window.place = async () => (await navigator.storage.getDirectory()).getFileHandle("chosen.zip", { create: true });
    window.showSaveFilePicker = (options) => window.choose((window.asked = options));
  });
  await page.addInitScript(choose);
}

test("另存到… writes the bundle to the place that was chosen, under the name that is offered", async ({ founder, page }, info) => {
  test.slow();
  await choosesPlace(page, () => (window.choose = () => window.place()));
  await founder.loadsSample();
  await founder.opens("#/materials");
  await founder.presses("另存材料包到…");
  await expect(page.locator('[data-work="done"]')).toContainText("已写入所选位置", { timeout: 60_000 });
  const name = await page.evaluate(() => window.asked.suggestedName);
  expect(name).toMatch(/-备案材料-\d{8}\.zip$/);
  const written = await page.evaluate(async () => {
    const bytes = new Uint8Array(await (await (await window.place()).getFile()).arrayBuffer());
    let letters = "";
    for (let at = 0; at < bytes.length; at += 8192) letters += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(letters);
  });
  await writeFile(info.outputPath("bundle.zip"), Buffer.from(written, "base64"));
  await isAccepted({ path: info.outputPath("bundle.zip"), name });
});

test("a dialog that is closed makes no file, and a place that cannot be written to is said", async ({ founder, page }) => {
  test.slow();
  await choosesPlace(page, () => {
    const fails = (name) => async () => { throw new DOMException("", name); };
    window.choose = () => (window.closes ? fails("AbortError")() : Promise.resolve({ createWritable: fails("NoModificationAllowedError") }));
  });
  await founder.loadsSample();
  await founder.opens("#/materials");
  await page.evaluate(() => (window.closes = true));
  await founder.presses("另存材料包到…");
  await expect(page.locator('[data-work="cancelled"]')).toBeVisible();
  await page.evaluate(() => (window.closes = false));
  await founder.presses("另存材料包到…");
  await expect(page.getByRole("alert")).toContainText("没有写", { timeout: 60_000 });
});
