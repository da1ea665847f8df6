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
  await founder.main.getByRole("link", { name: /成员单位不少于10家/ }).first().click();
  await expect(founder.heading).toHaveText("资格自查");
  await expect(founder.rule("16-2-members")).toBeInViewport();
});

test("the address of an article that does not exist says so", async ({ founder }) => {
  await founder.opens("#/measures/37");
  await expect(founder.heading).toHaveText("没有这一页");
});

test("every citation in the eligibility check shows the words it cites and leads to the article", async ({ founder }) => {
  await founder.opens("#/eligibility");
  const citations = founder.main.locator("details.cite");
  const count = await citations.count();
  expect(count).toBeGreaterThan(10);
  const addresses = new Set();
  for (let at = 0; at < count; at += 1) {
    await citations.nth(at).locator("summary").click();
    await expect(citations.nth(at).locator("blockquote")).not.toBeEmpty();
    addresses.add(await citations.nth(at).getByRole("link").getAttribute("href"));
  }
  for (const address of addresses) {
    await founder.opens(address);
    await expect.soft(founder.heading, address).not.toHaveText("没有这一页");
  }
});
