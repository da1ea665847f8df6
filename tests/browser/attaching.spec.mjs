// 证照: many files at once. Each is told by its content, given to the member it seems to belong to, shown, changed, taken by
// one button; and afterwards turned, replaced, moved, given away.
import { expect, file, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";
import { place } from "./release.mjs";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const attached = (name) => readFileSync(place(`tests/attached/${name}`));
const LICENCE = attached("licence.jpg");
/** A PDF of one page that no other is to the byte. */
const pdf = (words) => Buffer.concat([attached("two-pages.pdf"), Buffer.from(`\n% ${words}\n`)]);

const many = (page) => page.getByTestId("attach-many");
const rows = (page) => page.getByTestId("matches").getByRole("listitem");
const row = (page, name) => rows(page).filter({ has: page.locator(".match__name", { hasText: name }) });
/** The attached file of this name. */
const card = (page, name) => page.locator(".certificates__file").filter({ has: page.getByRole("button", { name, exact: true }) });

async function chooses(page, files) {
  await page.locator('[id="attach-many"]').setInputFiles(files);
  await expect(many(page).locator('[data-work="done"]')).toBeVisible({ timeout: 30_000 });
}

/** Drops files on the heading of the page, as from a file manager. */
async function drops(page, files) {
  const data = files.map(({ name, buffer }) => ({ name, text: buffer.toString("base64") }));
  const transfer = await page.evaluateHandle((files) => {
    const transfer = new DataTransfer();
    for (const { name, text } of files) {
      transfer.items.add(new File([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))], name));
    }
    return transfer;
  }, data);
  const target = page.getByRole("heading", { level: 1 });
  await target.dispatchEvent("dragover", { dataTransfer: transfer });
  await expect(many(page)).toHaveClass(/is-over/);
  await target.dispatchEvent("drop", { dataTransfer: transfer });
  await expect(many(page)).not.toHaveClass(/is-over/);
  await expect(many(page).locator('[data-work="done"]')).toBeVisible({ timeout: 30_000 });
}

/** The owners that the select of a row offers and shows. */
const owner = (page, name) => row(page, name).getByRole("combobox");

test("a folder that is dropped is read with the folders in it, whose names tell whose a file is", async ({ founder, page }, info) => {
  const folder = info.outputPath("证照");
  mkdirSync(join(folder, "海南示例热带作物育种研究院"), { recursive: true });
  copyFileSync(place("tests/attached/licence.jpg"), join(folder, "海南示例热带作物育种研究院", "IMG_0001.jpg"));
  copyFileSync(place("tests/attached/two-pages.pdf"), join(folder, "会议纪要.pdf"));
  await founder.loadsSample();
  await founder.opens("#/materials");
  const { x, y } = await page.getByRole("heading", { level: 1 }).boundingBox();
  // The browser's own way from a file manager: a page cannot make a folder out of nothing.
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await session.send("Input.dispatchDragEvent", { type, x: x + 5, y: y + 5, data });
  await expect(many(page).locator('[data-work="done"]')).toBeVisible();
  await expect(rows(page)).toHaveCount(2);
  await expect(owner(page, "IMG_0001")).toHaveValue("m02");
  await expect(owner(page, "会议纪要")).toHaveValue("/material/7");
});

/** A PDF that begins a string again and again and never ends one: whoever looks for each end reads all of the rest. */
function endless() {
  return Buffer.concat([Buffer.from("%PDF-1.4\n"), Buffer.from("<</A(".repeat(1_000_000))]);
}

test("a file that is never read to its end is given up by its name, and the next one is read", async ({ founder, page }) => {
  await page.clock.install();
  await founder.loadsSample();
  await founder.opens("#/materials");
  await page.locator('[id="attach-many"]').setInputFiles([file("没有尽头.pdf", endless()), file("两页.pdf", pdf("1"))]);
  await expect(many(page)).toContainText("正在读取（1/2）：没有尽头.pdf");
  // The clerk has begun.
  await expect.poll(() => page.workers().length).toBe(1);
  // As long as the clerk is on its way it has not begun with the file, and is waited for.
  await expect(async () => {
    await page.clock.fastForward(40_000);
    await expect(many(page)).toContainText("“没有尽头.pdf”没有附上", { timeout: 1_000 });
  }).toPass();
  await expect(many(page).locator('[data-work="done"]')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
});

test("files that are dropped are matched, changed and taken at one stroke, which can be taken back", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  await drops(page, [
    file("海南示例南繁种业科技有限公司营业执照.pdf", pdf("1")),
    file("扫描 12460100-YLDW00031E 副本.pdf", pdf("2")),
    file("律师事务所.pdf", pdf("3")),
    file("会议纪要签字页.pdf", pdf("4")),
    file("IMG_0001.pdf", pdf("5")),
  ]);
  await expect(rows(page)).toHaveCount(5);
  await expect(owner(page, "营业执照")).toHaveValue("m01");
  await expect(owner(page, "扫描")).toHaveValue("m03");
  await expect(owner(page, "会议纪要")).toHaveValue("/material/7");
  await expect(owner(page, "律师")).toHaveValue("");
  await expect(owner(page, "IMG_0001")).toHaveValue("");
  await owner(page, "律师").selectOption("m06");
  await page.getByRole("button", { name: "附上 4 个文件" }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(card(page, "律师事务所.pdf")).toBeVisible();
  await expect(page.getByTestId("files-of-7").getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "撤销", exact: true }).first().click();
  await expect(page.locator(".certificates__file")).toHaveCount(0);
  await page.keyboard.press("Control+Shift+Z");
  await expect(page.locator(".certificates__file")).toHaveCount(4);
  await founder.isSaved();
  await founder.reloads();
  const paths = [...unzip((await founder.downloadsBundle()).path).keys()].filter((path) => /^0[49]-/.test(path));
  expect(paths).toEqual([
    "04-证照/01-海南示例南繁种业科技有限公司.pdf",
    "04-证照/03-样例热带农业大学.pdf",
    "04-证照/06-海南甲乙丙律师事务所.pdf",
    "09-其他附件/01-成立会议纪要附件-会议纪要签字页.pdf",
  ]);
});

/** Files that are no certificate, and what is said of each. */
const REFUSED = [
  ["执照.heic", Buffer.from("\0\0\0\x18ftypheic\0\0\0\0", "latin1"), /是 HEIC 照片.*兼容性最佳/],
  ["执照.tif", Buffer.from("II*\0\x08\0\0\0", "latin1"), /是 TIFF 扫描图/],
  ["执照.webp", Buffer.from("RIFF....WEBPVP8 "), /是 WebP 图片/],
  ["执照.docx", Buffer.from("PK\x03\x04\x14\0\0\0\0\0............................[Content_Types].xml", "latin1"), /是 Word、WPS 等办公文档/],
  ["执照.ofd", Buffer.from("PK\x03\x04\x14\0\0\0\0\0............................OFD.xml", "latin1"), /是 OFD 版式文件/],
  ["执照.rar", Buffer.from("Rar!\x1a\x07\x01\0", "latin1"), /是压缩包.*解压/],
  ["执照.pdf", Buffer.from("<!DOCTYPE html><html>login"), /是网页/],
  ["空.pdf", Buffer.from(""), /是空文件/],
  ["无.pdf", Buffer.from("x"), /不是 PDF、JPEG 或 PNG/],
];

test("each file that cannot be taken is refused with its own words, and the others are taken", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  await chooses(page, [
    ...REFUSED.map(([name, bytes]) => file(name, bytes)),
    file("样例热带农业大学.pdf", pdf("1")),
    file("又一份.pdf", pdf("1")),
  ]);
  const said = page.getByTestId("attach-refused").getByRole("listitem");
  await expect(said).toHaveCount(REFUSED.length + 1);
  for (const [place, [name, , words]] of REFUSED.entries()) {
    await expect.soft(said.nth(place), name).toContainText(`“${name}”`);
    await expect.soft(said.nth(place), name).toHaveText(words);
  }
  await expect(said.last()).toContainText("“又一份.pdf”与已附的“样例热带农业大学.pdf”内容完全相同");
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole("button", { name: "都不附" }).click();
  await expect(rows(page)).toHaveCount(0);
});

test("a photograph without a name is known by its QR code, shown small, and another member's code is only to be looked at", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  await chooses(page, [file("IMG_2001.jpg", LICENCE), file("海南甲乙丙律师事务所.pdf", attached("licence.pdf"))]);
  await expect(owner(page, "IMG_2001")).toHaveValue("m02", { timeout: 20_000 });
  await expect(row(page, "IMG_2001")).toContainText("二维码");
  // The scan names the second member, its name the sixth: nobody is chosen.
  await expect(owner(page, "律师")).toHaveValue("", { timeout: 20_000 });
  await owner(page, "律师").selectOption("m06");
  await page.getByRole("button", { name: "附上 2 个文件" }).click();
  for (const name of ["IMG_2001.jpg", "海南甲乙丙律师事务所.pdf"]) {
    // A file is looked at when it comes near the eye.
    await card(page, name).scrollIntoViewIfNeeded();
    await expect(card(page, name).locator(".thumbnail img"), name).toBeVisible();
  }
  await founder.opens("#/review");
  const hint = founder.findings.getByText("二维码中是");
  await expect(hint).toContainText("12460200YLDW00023Q");
  await expect(founder.findings).toContainText("请核对");
});

/** The words and sizes of the pages of a PDF. */
const sizes = (path) => execFileSync("pdfimages", ["-list", path]).toString();

test("a file is turned in the book, replaced, moved and given to another member", async ({ founder, page }, testInfo) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  await chooses(page, [file("样例热带农业大学.jpg", attached("picture.png")), file("样例热带农业大学 背面.pdf", pdf("1"))]);
  await page.getByRole("button", { name: "附上 2 个文件" }).click();
  const order = () => page.locator(".certificates__file > .link").allTextContents();
  expect(await order()).toEqual(["样例热带农业大学.jpg", "样例热带农业大学 背面.pdf"]);

  const upright = (await founder.downloadsBundle()).path;
  await page.getByRole("button", { name: "右转 90°：样例热带农业大学.jpg" }).click();
  await expect(card(page, "样例热带农业大学.jpg")).toContainText("已右转 90°");
  await expect(card(page, "样例热带农业大学.jpg").locator(".thumbnail")).toHaveAttribute("data-turn", "1");
  const turned = (await founder.downloadsBundle()).path;
  const book = (bundle, name) => {
    const path = testInfo.outputPath(`${name}.pdf`);
    writeFileSync(path, unzip(bundle).get("申报材料汇编.pdf"));
    return path;
  };
  // The picture has 300 by 200 pixels; on paper its resolution along and across tells how it lies.
  expect(sizes(book(turned, "turned"))).toContain("300   200");
  const bounds = (path) => redMark(path, testInfo);
  expect(bounds(book(upright, "upright"))).toBe("upper left");
  expect(bounds(testInfo.outputPath("turned.pdf"))).toBe("upper right");

  await founder.opens("#/materials");
  const second = card(page, "样例热带农业大学 背面.pdf");
  await second.locator("summary").click();
  await second.getByRole("button", { name: "上移" }).click();
  await expect.poll(order).toEqual(["样例热带农业大学 背面.pdf", "样例热带农业大学.jpg"]);
  const first = card(page, "样例热带农业大学 背面.pdf");
  await first.locator('input[type="file"]').setInputFiles(file("换了.pdf", pdf("2")));
  await expect(card(page, "换了.pdf")).toBeVisible();
  await expect.poll(order).toEqual(["换了.pdf", "样例热带农业大学.jpg"]);
  await card(page, "换了.pdf").getByRole("combobox").selectOption("m06");
  await founder.isSaved();
  const paths = [...unzip((await founder.downloadsBundle()).path).keys()].filter((path) => path.startsWith("04-"));
  expect(paths).toEqual(["04-证照/03-样例热带农业大学.png", "04-证照/06-海南甲乙丙律师事务所.pdf"]);
});

/** Where the red mark of tests/attached/picture.png stands on the page of a book that shows it. */
function redMark(path, testInfo) {
  const root = testInfo.outputPath("page");
  const text = execFileSync("pdftotext", ["-layout", path, "-"]).toString().split("\f");
  const page = text.findIndex((words) => words.includes("与原件一致") && words.includes("样例热带农业大学") && words.includes("第1页")) + 1
    || text.findIndex((words) => words.includes("与原件一致") && words.includes("样例热带农业大学")) + 1;
  execFileSync("pdftoppm", ["-r", "36", "-f", String(page), "-l", String(page), "-singlefile", path, root]);
  const ppm = readFileSync(`${root}.ppm`);
  const [, width, height] = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString("latin1")).map(Number);
  const pixels = ppm.subarray(ppm.length - width * height * 3);
  const dark = [], red = [];
  for (let at = 0; at < pixels.length / 3; at++) {
    const [r, g, b] = pixels.subarray(at * 3, at * 3 + 3);
    const y = Math.floor(at / width);
    if (r > 180 && g < 90 && b < 90) red.push(at % width);
    else if (r < 120 && y > height * 0.12 && y < height * 0.8) dark.push(at % width);
  }
  const middle = (list) => (Math.min(...list) + Math.max(...list)) / 2;
  return middle(red) < middle(dark) ? "upper left" : "upper right";
}

test("reading many files can be stopped, and what was read can still be taken", async ({ founder, page }, testInfo) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  const files = Array.from({ length: 40 }, (_, at) => {
    const path = testInfo.outputPath(`文件${at}.pdf`);
    writeFileSync(path, Buffer.concat([pdf(String(at)), Buffer.alloc(3_000_000, at)]));
    return path;
  });
  await page.locator('[id="attach-many"]').setInputFiles(files);
  await founder.presses("停止读取");
  await expect(many(page).locator('[data-work="done"]')).toContainText(/已停止：读取了 40 个文件中的 \d+ 个/);
  const read = await rows(page).count();
  expect(read).toBeLessThan(40);
});

test("it can all be done without a mouse", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/materials");
  await page.locator('[id="attach-many"]').focus();
  const choosing = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await choosing).setFiles([file("IMG_1.pdf", pdf("1"))]);
  await owner(page, "IMG_1").focus();
  await page.keyboard.press("ArrowDown");
  await expect(owner(page, "IMG_1")).toHaveValue("m01");
  await page.getByRole("button", { name: "附上 1 个文件" }).focus();
  await page.keyboard.press("Enter");
  await expect(card(page, "IMG_1.pdf")).toBeVisible();
});
