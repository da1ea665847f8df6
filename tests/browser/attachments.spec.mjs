// 证照: files attached to members go into the bundle and the draft, and what is no certificate is refused.
import { expect, file, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { truncateSync, writeFileSync } from "node:fs";

const PDF = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`);
const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

test("a certificate goes into the bundle under its member's name and number, and into the draft", async ({ founder }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("扫描件 (1).pdf", PDF));
  await founder.attaches("m03", file("IMG_0001.PNG", PNG));
  await founder.isSaved();
  await founder.reloads();
  const bundle = unzip((await founder.downloadsBundle()).path);
  expect(bundle.get("04-证照/01-海南示例南繁种业科技有限公司.pdf")?.equals(PDF)).toBe(true);
  expect(bundle.get("04-证照/03-样例热带农业大学.png")?.equals(PNG)).toBe(true);
  const kept = [...unzip((await founder.exportsDraft()).path)].filter(([path]) => path.startsWith("attachments/"));
  expect(kept).toHaveLength(2);
  expect(kept.some(([, bytes]) => bytes.equals(PDF)) && kept.some(([, bytes]) => bytes.equals(PNG))).toBe(true);
});

test("a draft opened in a fresh browser brings the same dossier and the same files", async ({ founder, browser, baseURL, complaints }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("执照.pdf", PDF));
  await founder.isSaved();
  const { path } = await founder.exportsDraft();
  const elsewhere = await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const other = new founder.constructor(await elsewhere.newPage(), complaints);
  await other.imports(path);
  await other.isSaved();
  await other.reloads();
  const again = (await other.exportsDraft()).path;
  const files = (archive) => Object.fromEntries([...unzip(archive)].map(([name, bytes]) => [name, bytes.toString("base64")]));
  expect(files(again)).toEqual(files(path));
  await elsewhere.close();
});

/** Files that are no certificate, and what the page says. */
const REFUSED = [
  ["an empty file", file("空.pdf", ""), /“空\.pdf”是空文件/],
  ["a text that calls itself a PDF", file("执照.pdf", "这不是"), /“执照\.pdf”的内容不是 PDF、JPEG 或 PNG/],
  ["a Word document", file("执照.docx", Buffer.from("PK\x03\x04\x14\0\x06\0\x08\0word/document.xml", "latin1")), /“执照\.docx”是 Word、WPS 等办公文档。请在 Word 或 WPS 中打开/],
];

test("what is no certificate is refused with its reason", async ({ founder }, testInfo) => {
  await founder.loadsSample();
  const large = testInfo.outputPath("大.pdf");
  writeFileSync(large, PDF);
  truncateSync(large, 50 * 1024 * 1024 + 1);
  for (const [what, chosen, words] of [...REFUSED, ["a file beyond 50 MB", large, /“大\.pdf”有 51 MB，超过每个文件 50 MB/]]) {
    await founder.attaches("m01", chosen);
    await expect.soft(founder.refusal, what).toContainText(words);
    await expect.soft(founder.certificates, what).toHaveCount(0);
    await founder.opens("#/members");
  }
});

test("the same file for a second member is refused, and the first keeps it", async ({ founder }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("执照.pdf", PDF));
  await founder.attaches("m02", file("另一份.pdf", PDF));
  await expect(founder.refusal).toContainText("海南示例南繁种业科技有限公司");
  await expect(founder.certificates).toHaveCount(0);
  await founder.opens("#/members/m01");
  await expect(founder.certificates).toHaveCount(1);
});

test("a certificate that is removed is gone from the draft", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("执照.pdf", PDF));
  await page.getByRole("button", { name: "移除：执照.pdf" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "移除" }).click();
  await expect(founder.certificates).toHaveCount(0);
  await founder.isSaved();
  expect([...unzip((await founder.exportsDraft()).path).keys()]).toEqual(["data/dossier.json"]);
});
