// What a founder does, in the words of the page.
//
// Every test that takes `founder` from here also holds, besides its own subject, that no request leaves the origin and
// that the page says nothing on its console.
import { test as base, expect } from "@playwright/test";
import { sample } from "./release.mjs";
import { SCREENS } from "./screens.mjs";

export { expect, sample, SCREENS };

/** A file to be chosen, from words or bytes. */
export const file = (name, content, mimeType = "") => ({ name, mimeType, buffer: Buffer.from(content) });

/** A dossier as the file that 导入 takes. */
export const draft = (dossier, name = "dossier.json") => file(name, JSON.stringify(dossier), "application/json");

export const test = base.extend({
  complaints: async ({ context, baseURL }, use) => {
    const complaints = [];
    const own = [baseURL, "file://", "blob:", "data:"];
    context.on("request", (request) => {
      if (!own.some((start) => request.url().startsWith(start))) complaints.push(`request to ${request.url()}`);
    });
    context.on("console", (message) => {
      // Where a test has no service worker, Playwright says so on the page's own console.
      if (message.text() === "Service Worker registration blocked by Playwright") return;
      if (["error", "warning"].includes(message.type())) complaints.push(`console: ${message.text()}`);
    });
    context.on("weberror", (error) => complaints.push(`error: ${error.error().message}`));
    await use(complaints);
    expect(complaints, "the console is silent and no request leaves the origin").toEqual([]);
  },

  founder: async ({ page, complaints }, use) => {
    await use(new Founder(page, complaints));
  },
});

/** Somebody who fills in a dossier in one tab. */
export class Founder {
  constructor(page, complaints) {
    this.page = page;
    this.complaints = complaints;
  }

  // --- Going about ---------------------------------------------------------------------------------------------------

  /** Opens a screen, starting the app where it is not there yet. */
  async opens(hash = "#/") {
    await this.page.goto(`./${hash}`);
    await this.isReady();
    // The screen is drawn, and has put the focus where it belongs, by the frame after the next.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  }

  async isReady() {
    await expect(this.page.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(this.heading).toBeVisible();
  }

  async reloads() {
    await this.page.reload();
    await this.isReady();
  }

  get main() {
    return this.page.getByRole("main");
  }

  get heading() {
    return this.page.getByRole("heading", { level: 1 });
  }

  button(name) {
    return this.page.getByRole("button", { name, exact: true });
  }

  async presses(name) {
    await this.button(name).click();
  }

  /** Turns the interface into English. */
  async speaksEnglish() {
    await this.presses("English");
    await expect(this.page.locator("html")).toHaveAttribute("lang", "en");
  }

  // --- Answering -----------------------------------------------------------------------------------------------------

  /** The field of a fact, by its path: `alliance/name`, `members/m01/uscc`. */
  field(path) {
    return this.page.locator(`[id="${path}"]`);
  }

  /** What the page says is wrong with an answer. */
  error(path) {
    return this.page.locator(`[id="${path}.error"]`);
  }

  /** Answers a question as its control asks for it, and leaves the field. */
  async answers(path, value) {
    const control = await this.field(path).evaluate((element) => element.getAttribute("role") ?? element.localName);
    if (control === "select") await this.field(path).selectOption(value);
    else if (control === "radiogroup" && value === "") await this.field(path).getByRole("button", { name: "清除" }).click();
    else if (control === "radiogroup") await this.field(`${path}=${value}`).check();
    else {
      await this.field(path).fill(value);
      await this.field(path).blur();
    }
  }

  /** The answer that stands in a field. */
  async answer(path) {
    return this.field(path).evaluate((element) =>
      element.role === "radiogroup" ? (element.querySelector("input:checked")?.value ?? "") : element.value,
    );
  }

  /** Until all that was typed is on the disk. */
  async isSaved() {
    await expect(this.saveState).toHaveText(/^(已保存|Saved) /);
  }

  get saveState() {
    return this.page.getByTestId("save-state");
  }

  // --- The dossier as a whole ----------------------------------------------------------------------------------------

  async loadsSample() {
    await this.opens("#/");
    await this.presses("载入示例");
    await this.isSaved();
  }

  /** Chooses a file under 导入, and answers what is to be done with it; says nothing where that is not asked. */
  async imports(chosen, answer) {
    await this.opens("#/");
    const choosing = this.page.waitForEvent("filechooser");
    await this.presses("导入");
    await (await choosing).setFiles(chosen);
    if (answer) await this.page.getByRole("dialog").getByRole("button", { name: answer, exact: true }).click();
  }

  /** What the page says where a file cannot be taken. */
  get refusal() {
    return this.page.getByRole("alert");
  }

  /** Goes on with a dossier that was made elsewhere. */
  async takesUp(dossier) {
    await this.imports(draft(dossier));
    const replace = this.page.getByRole("dialog").getByRole("button", { name: "替换现有内容" });
    await this.done.or(replace).first().waitFor();
    if (await replace.isVisible()) await replace.click();
    await expect(this.done).toContainText("已导入");
    await this.isSaved();
  }

  /** What the page says when something that took its time is done. */
  get done() {
    return this.page.locator('[data-work="done"]');
  }

  /** Presses a button that downloads something; gives where it was put and the name it was given. */
  async downloads(name) {
    const downloading = this.page.waitForEvent("download");
    await this.presses(name);
    const download = await downloading;
    return { path: await download.path(), name: download.suggestedFilename() };
  }

  async exportsDraft() {
    await this.opens("#/");
    return this.downloads("导出草稿");
  }

  async downloadsBundle() {
    await this.opens("#/materials");
    return this.downloads("下载备案材料包");
  }

  // --- The dossiers that are kept --------------------------------------------------------------------------------------

  /** The list of dossiers on the first screen. */
  get dossiers() {
    return this.page.getByTestId("dossiers").getByRole("listitem");
  }

  /** Says yes in the dialog that is open. */
  async confirms(answer) {
    await this.page.getByRole("dialog").getByRole("button", { name: answer, exact: true }).click();
  }

  /** Unfolds a part of the screen by its title. */
  async unfolds(title) {
    await this.main.locator("summary", { hasText: title }).click();
  }

  // --- Members -------------------------------------------------------------------------------------------------------

  /** The members in the list, by the links that open them. */
  get members() {
    return this.page.locator("tr[data-member]").getByRole("rowheader").getByRole("link");
  }

  /** Adds a member and gives its id. */
  async addsMember() {
    await this.opens("#/members");
    await this.presses("添加成员");
    await expect(this.heading).toHaveText("成员单位");
    await expect(this.page).toHaveURL(/#\/members\/.+/);
    return this.page.url().split("/").at(-1);
  }

  /** Ticks a member in the list. */
  async ticks(name) {
    await this.page.getByRole("checkbox", { name: new RegExp(`^选中：\\d+ ${name}$`) }).check();
  }

  /** What can be done with the members that are ticked. */
  get chosen() {
    return this.page.getByRole("region", { name: "对所选单位" });
  }

  async removesMember(name) {
    await this.opens("#/members");
    await this.ticks(name);
    await this.chosen.getByRole("button", { name: "删除", exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "删除" }).click();
    await expect(this.members.filter({ hasText: name })).toHaveCount(0);
  }

  /** Pastes a block of text where rosters are pasted, as from another program. */
  async pastesRoster(text) {
    await this.opens("#/members");
    await this.presses("粘贴名单");
    await this.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text);
    await this.page.getByLabel("把表格中的行粘贴到这里").focus();
    await this.page.keyboard.press("Control+V");
    await expect(this.rosterReport).toBeVisible();
  }

  /** What is said of the pasted rows before they are taken. */
  get rosterReport() {
    return this.page.getByRole("region", { name: "粘贴名单" });
  }

  async appliesRoster() {
    await this.page.getByRole("button", { name: /^导入 \d+ 行$/ }).click();
    await expect(this.rosterReport).toHaveCount(0);
  }

  /** Chooses a table of members where the list of members stands. */
  async bringsTable(chosen) {
    const choosing = this.page.waitForEvent("filechooser");
    await this.presses("从表格文件导入");
    await (await choosing).setFiles(chosen);
  }

  /** What is said of a table's rows before they are taken. */
  get tableReport() {
    return this.page.getByRole("region", { name: "从表格文件导入" });
  }

  async appliesTable() {
    await this.tableReport.getByRole("button", { name: /^导入 \d+ 行$/ }).click();
    await expect(this.tableReport).toHaveCount(0);
  }

  /** Chooses a file as a member's certificate, and waits for what is said of it. */
  async attaches(member, chosen) {
    await this.opens(`#/members/${member}`);
    await this.field(`attach-${member}`).setInputFiles(chosen);
    await expect(this.done.or(this.refusal)).toBeVisible();
  }

  /** The certificates attached to the member whose screen is open. */
  get certificates() {
    return this.page.getByRole("region", { name: "证照" }).getByRole("listitem");
  }

  // --- Documents as pages --------------------------------------------------------------------------------------------

  /** The sheets of the document that is open. */
  get sheets() {
    return this.main.locator(".sheet");
  }

  /** Waits for the sheets and has all of them drawn, as for the printer; else only those near the eye are. */
  async drawsAllSheets() {
    await expect(this.sheets.first().locator("svg")).toBeVisible();
    await this.page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
    await expect(this.main.locator(".sheet:not(:has(svg))")).toHaveCount(0);
  }

  /** What a document says, without what only serves the paper: every line of every sheet that is drawn, joined. */
  async words() {
    const lines = await this.sheets.locator("text:not([aria-hidden])").allTextContents();
    return lines.join("");
  }

  /** Opens a document by its code and has all of it drawn. */
  async opensDocument(code) {
    await this.opens(`#/documents/${code}`);
    await this.drawsAllSheets();
  }

  // --- The charter ---------------------------------------------------------------------------------------------------

  /** Opens the charter, with the whole text drawn beside it. */
  async opensCharter() {
    await this.opens("#/charter");
    await this.drawsAllSheets();
  }

  /** The chapters where the charter is worked on. */
  get chapters() {
    return this.main.locator("details.chapter");
  }

  /** A clause by its id, in its chapter unfolded. */
  async clause(id) {
    const clause = this.field(`charter/clause/${id}`);
    const chapter = this.chapters.filter({ has: clause });
    await chapter.evaluate((details) => (details.open = true));
    return clause;
  }

  /** Opens a clause's wording. */
  async opensClause(id) {
    const clause = await this.clause(id);
    await clause.getByRole("button", { name: /^编辑/ }).click();
    return clause;
  }

  // --- The Measures --------------------------------------------------------------------------------------------------

  get articles() {
    return this.main.getByRole("article");
  }

  // --- What the checks say -------------------------------------------------------------------------------------------

  /** The verdict on a rule: 符合, 不符合 or 待补充. */
  verdict(rule) {
    return this.page.locator(`[data-testid="verdict"][data-rule="${rule}"]`);
  }

  /** All that is said of a rule: question, verdict, reasons, remedies, the words of the Measures. */
  rule(rule) {
    return this.page.locator(`[id="rule/${rule}"]`);
  }

  get findings() {
    return this.page.getByTestId("findings");
  }
}
