// 导入: what is in a file and what it would change is shown first; then it is opened apart, replaces what is here, or adds
// what is missing.
import { draft, expect, file, sample, test } from "./founder.mjs";
import { unzip } from "./archive.mjs";

const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>");

/** The sample, edited elsewhere: another name, a purpose taken out, a contact changed, a member more and one fewer. */
function elsewhere() {
  const dossier = sample();
  dossier.alliance.name = "别处改过的联盟";
  delete dossier.alliance.short_name;
  dossier.members[0].contact_name = "新联系人";
  dossier.members.pop();
  dossier.members.push({ id: "mnew", name: "后来加入的有限公司", category: "enterprise" });
  return dossier;
}

const dialog = (page) => page.getByRole("dialog");
const change = (page, words) => dialog(page).getByRole("row").filter({ hasText: words });

test("what is in the file stands beside what is here, with every change before and after", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.imports(draft(elsewhere()));
  const contents = dialog(page).getByRole("table").first();
  await expect(contents.getByRole("row", { name: /联盟名称/ })).toContainText("别处改过的联盟");
  await expect(contents.getByRole("row", { name: /联盟名称/ })).toContainText(sample().alliance.name);
  await expect(contents.getByRole("row", { name: /成员单位/ })).toContainText("12");
  await dialog(page).getByText(/会改变 \d+ 处/).click();
  await expect(change(page, "备案联系人").or(change(page, "联系人姓名")).first()).toContainText("新联系人");
  await expect(change(page, "后来加入的有限公司")).toContainText("新增");
  await expect(change(page, sample().members.at(-1).name)).toContainText("去掉");
  await expect(change(page, "简称")).toContainText("去掉");
  await dialog(page).getByRole("button", { name: "取消" }).click();
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue(sample().alliance.name);
});

test("opened as a dossier of its own, it leaves the other as it is", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.imports(draft(elsewhere()), "作为新的卷宗打开");
  await expect(founder.done).toContainText("已导入为新的卷宗");
  await founder.isSaved();
  await expect(page.getByRole("main")).toContainText(sample().alliance.name);
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("别处改过的联盟");
  await founder.reloads();
  await expect(founder.field("alliance/name")).toHaveValue("别处改过的联盟");
  await founder.opens("#/");
  const other = page.getByRole("listitem").filter({ hasText: sample().alliance.name });
  await other.getByRole("button", { name: /打开/ }).first().click();
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue(sample().alliance.name);
});

test("what was replaced comes back by undoing", async ({ founder }) => {
  await founder.loadsSample();
  await founder.imports(draft(elsewhere()), "替换现有内容");
  await expect(founder.done).toContainText("已导入");
  await founder.opens("#/members");
  const joined = founder.members.filter({ hasText: "后来加入的有限公司" });
  await expect(joined).toHaveCount(1);
  await founder.button("撤销上一步").click();
  await expect(joined).toHaveCount(0);
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue(sample().alliance.name);
});

test("only what is missing is added: members, answers, files, and nothing that stands here is touched", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.attaches("m01", file("证照.pdf", PDF));
  await founder.isSaved();
  const { path } = await founder.exportsDraft();
  await founder.opens("#/");
  await page.getByRole("button", { name: "清空" }).click();
  await founder.confirms("清空");
  await founder.opens("#/alliance");
  await founder.answers("alliance/name", "这里的联盟");
  await founder.isSaved();
  await founder.imports(path);
  await expect(dialog(page)).toContainText("会补充");
  await dialog(page).getByText(/另有 1 处与现有内容不同/).click();
  await expect(change(page, "联盟名称").last()).toContainText("这里的联盟");
  await dialog(page).getByRole("button", { name: "只补充缺少的内容" }).click();
  await expect(founder.done).toContainText("新增 12 家成员单位、1 个附件");
  await founder.opens("#/alliance");
  await expect(founder.field("alliance/name")).toHaveValue("这里的联盟");
  await expect(founder.field("alliance/purpose")).toHaveValue(sample().alliance.purpose);
  const files = unzip((await founder.exportsDraft()).path);
  expect([...files.values()].some((bytes) => PDF.equals(bytes))).toBe(true);
  await founder.opens("#/members");
  await founder.button("撤销上一步").click();
  await expect(founder.members).toHaveCount(0);
});

test("a file that holds exactly what is here says so and replaces nothing", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.imports(draft(sample()));
  await expect(dialog(page)).toContainText("完全相同");
  await expect(dialog(page).getByRole("button", { name: "替换现有内容" })).toHaveCount(0);
  await expect(dialog(page).getByRole("button", { name: "只补充缺少的内容" })).toHaveCount(0);
});

test("where nothing was entered yet, a file is opened without a question", async ({ founder, page }) => {
  await founder.imports(draft(sample()));
  await expect(founder.done).toContainText("已导入：12 家成员单位");
  await expect(dialog(page)).toHaveCount(0);
});

test("hundreds of changes are drawn a slice at a time and soon", async ({ founder, page }) => {
  const many = sample();
  for (let at = 0; at < 400; at += 1) many.members.push({ ...sample().members[3], id: `x${at}`, uscc: "", name: `第${at}家新增单位` });
  await founder.loadsSample();
  await founder.imports(draft(many));
  await dialog(page).getByText("会改变 400 处").click();
  const rows = dialog(page).locator(".changes tbody tr");
  await expect(rows).toHaveCount(50);
  await dialog(page).getByRole("button", { name: /再显示 50 处（还有 350 处）/ }).click();
  await expect(rows).toHaveCount(100);
});

test("words of a file that look like a page stay words", async ({ founder, page }) => {
  const evil = `<img src=x onerror="window.ran=1"><script>window.ran=1</script>`;
  const dossier = elsewhere();
  dossier.alliance.name = evil;
  dossier.members[0].contact_name = evil;
  await founder.loadsSample();
  await founder.imports(file(`${"<b>x"}.json`, JSON.stringify(dossier), "application/json"));
  await expect(dialog(page)).toContainText(evil);
  await dialog(page).getByText(/会改变 \d+ 处/).click();
  await expect(change(page, "联系人姓名").first()).toContainText(evil);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});
