// 资格自查: the verdicts follow the dossier, and say why.
import { expect, sample, test } from "./founder.mjs";

/** The sample with only its first `count` members. */
function sampleOf(count) {
  const dossier = sample();
  dossier.members = dossier.members.slice(0, count);
  return dossier;
}

test("nine members do not meet 16(二), and the page says so with the number", async ({ founder }) => {
  await founder.takesUp(sampleOf(9));
  await founder.opens("#/eligibility");
  await expect(founder.verdict("16-2-members")).toHaveText("不符合");
  const rule = founder.rule("16-2-members");
  await expect(rule).toContainText("现有9家成员单位");
  await expect(rule).toContainText("还差1家");
  await expect(rule).toContainText("第十六条（二）");
});

test("the tenth member turns the verdict at once, and so does taking it away", async ({ founder }) => {
  await founder.takesUp(sampleOf(9));
  const id = await founder.addsMember();
  await founder.answers(`members/${id}/name`, "第十家有限公司");
  await founder.opens("#/eligibility");
  await expect(founder.verdict("16-2-members")).toHaveText("符合");
  await founder.removesMember("第十家有限公司");
  await founder.opens("#/eligibility");
  await expect(founder.verdict("16-2-members")).toHaveText("不符合");
});

test("of an empty dossier nothing is 不符合: what was not answered is 待补充", async ({ founder }) => {
  await founder.opens("#/eligibility");
  const verdicts = await founder.page.getByTestId("verdict").allTextContents();
  expect(verdicts.length).toBeGreaterThan(10);
  expect(verdicts).not.toContain("不符合");
  expect(verdicts).toContain("待补充");
});

test("the sample meets every requirement", async ({ founder }) => {
  await founder.loadsSample();
  await founder.opens("#/eligibility");
  expect(new Set(await founder.page.getByTestId("verdict").allTextContents())).toEqual(new Set(["符合"]));
});

/** A change of the sample, the rule it breaks, and what the page then says of it. */
const KNOCK_OUTS = [
  ["a chair unit from outside Hainan", "16-1-registered", (it) => (it.members[0].in_hainan = "no"), /海南/],
  ["a chair unit that is a branch", "16-1-legal-person", (it) => (it.members[0].licence_word = "person-in-charge"), /法人/],
  ["a chair unit with a serious breach of trust", "16-1-standing", (it) => (it.members[0].no_serious_breach = "no"), /失信/],
  ["no fixed premises", "23-premises", (it) => (it.secretariat.fixed_premises = "no"), /场所/],
];

test("a knock-out names its rule, its reason and what would change it", async ({ founder }) => {
  for (const [what, rule, change, words] of KNOCK_OUTS) {
    const dossier = sample();
    change(dossier);
    await founder.takesUp(dossier);
    await founder.opens("#/eligibility");
    await expect.soft(founder.verdict(rule), what).toHaveText("不符合");
    await expect.soft(founder.rule(rule), what).toContainText(words);
    await expect.soft(founder.rule(rule), what).toContainText("怎样才能改变");
    await expect.soft(founder.main, what).toContainText("目前还不能申请备案");
  }
});

test("each verdict opens to why: the answers, the words of the article, and what would change it", async ({ founder, page }) => {
  await founder.loadsSample();
  await founder.opens("#/eligibility");
  const members = founder.rule("16-2-members");
  await members.getByText("为什么是“符合”").click();
  await expect(members.getByText("鼓励国内外金融机构")).toBeVisible();
  const registered = founder.rule("16-1-registered");
  await registered.getByText("为什么是“符合”").click();
  await expect(registered).toContainText("海南示例南繁种业科技有限公司：在海南省内注册吗是");
  await expect(registered).toContainText("海南示例南繁种业科技有限公司：在海南省内注册吗 选“否” → 不符合");
  expect(page.url()).toContain("#/eligibility");
  await registered.getByRole("link", { name: "海南示例南繁种业科技有限公司：在海南省内注册吗" }).first().click();
  await expect(founder.field("members/m01/in_hainan").getByRole("radio", { name: "是" })).toBeFocused();
});
