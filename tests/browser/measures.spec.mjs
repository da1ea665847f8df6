// 管理办法: the regulation is at hand, whole and searchable.
import { expect, test } from "./founder.mjs";

test("all 36 articles are there in 7 chapters, and the text is said to be a draft for comment", async ({ founder }) => {
  await founder.opens("#/measures");
  await expect(founder.articles).toHaveCount(36);
  await expect(founder.main.getByRole("heading", { name: /^第[一二三四五六七]章/ })).toHaveCount(7);
  await expect(founder.main).toContainText("征求意见稿");
  await expect(founder.articles.last()).toContainText("本办法自发布之日起施行");
});

test("a search finds the places that hold the words, leads to them, and says when there is none", async ({ founder }) => {
  await founder.opens("#/measures");
  const search = founder.main.getByRole("searchbox");
  const hits = founder.main.getByRole("search").getByRole("listitem");
  await search.fill("专职工作人员");
  await expect(hits).toHaveCount(1);
  await expect(hits).toContainText("第二十三条");
  await search.fill("没有这样的话");
  await expect(hits).toHaveCount(0);
  await expect(founder.main.getByRole("search")).toContainText("找到 0 处");
  await search.fill("不少于10家");
  await hits.first().getByRole("link").click();
  await expect(founder.heading).toContainText("第十六条");
  await expect(founder.main.getByText("鼓励国内外金融机构")).toBeInViewport();
});

test("the address of an article opens it", async ({ founder }) => {
  await founder.opens("#/measures/16");
  await expect(founder.main).toContainText("第十六条");
  await expect(founder.main.getByText("鼓励国内外金融机构")).toBeInViewport();
});

test("an article leads to where the page uses it", async ({ founder }) => {
  await founder.opens("#/measures/16");
  await founder.main.getByRole("link", { name: /成员单位不少于10家吗/ }).click();
  await expect(founder.heading).toHaveText("资格自查");
  await expect(founder.rule("16-2-members")).toBeInViewport();
});

test("the address of an article that does not exist says so", async ({ founder }) => {
  await founder.opens("#/measures/37");
  await expect(founder.heading).toHaveText("没有这一页");
});

test("every verdict of the eligibility check shows the words it rests on and leads to the article", async ({ founder }) => {
  await founder.opens("#/eligibility");
  const why = founder.main.locator(".why");
  const count = await why.count();
  expect(count).toBeGreaterThan(10);
  const addresses = new Set();
  for (let at = 0; at < count; at += 1) {
    await why.nth(at).locator("summary").click();
    await expect(why.nth(at).locator("blockquote")).not.toBeEmpty();
    addresses.add(await why.nth(at).getByRole("link", { name: "全文" }).getAttribute("href"));
  }
  for (const address of addresses) {
    await founder.opens(address);
    await expect.soft(founder.heading, address).not.toHaveText("没有这一页");
  }
});

test("an article names what rests on it, how that stands, and leads there; its picture is made of links", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/measures/16");
  const picture = founder.main.getByRole("figure", { name: "各项与用到它的内容" });
  await expect(picture.getByRole("link")).toHaveCount(10);
  await expect(picture.getByRole("link", { name: /^（一）.*资格自查 3、/ })).toHaveCount(1);
  await picture.getByRole("link", { name: /^填写内容/ }).focus();
  await expect(picture.locator("path.is-lit")).toHaveCount(5);
  await page.keyboard.press("Enter");
  await expect(founder.main.getByRole("heading", { name: "填写内容" })).toBeFocused();
  await founder.opens("#/members/m03");
  await founder.answers("members/m03/category", "");
  await founder.opens("#/measures/16");
  await expect(founder.main.getByRole("listitem").filter({ hasText: /^单位类别/ })).toContainText("12 家中 11 家已填");
  await founder.main.getByRole("link", { name: "单位类别" }).click();
  const asked = '[id="members/m03/category"]';
  await expect(page.locator(`${asked}:focus, ${asked} :focus`)).toHaveCount(1);
});
