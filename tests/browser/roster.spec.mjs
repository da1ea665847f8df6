// 粘贴名单: a block of rows from a spreadsheet becomes members, told row by row before it is done.
import { expect, sample, test } from "./founder.mjs";

const HEAD = ["单位名称", "统一社会信用代码", "类别", "联盟职务", "法定代表人", "联系人", "联系电话", "邮箱"];

/** A code with both check characters, whose organisation code begins with `TEST` and the number. */
function code(number) {
  const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  const organisation = `TEST${String(number).padStart(4, "0")}`;
  const weigh = (text, weights, value) => [...text].reduce((sum, character, at) => sum + value(character) * weights[at], 0);
  const ninth = 11 - (weigh(organisation.replace("S", "P"), [3, 7, 9, 10, 5, 8, 4, 2], (character) => parseInt(character, 36)) % 11);
  const first17 = `91460100${organisation.replace("S", "P")}${ninth === 10 ? "X" : ninth === 11 ? "0" : ninth}`;
  const sum = weigh(first17, [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28], (character) => alphabet.indexOf(character));
  return first17 + alphabet[(31 - (sum % 31)) % 31];
}

const row = (number) => [`粘贴来的第${number}家有限公司`, code(number), "企业", "成员单位", `王${number}`, `李${number}`, `138${String(number).padStart(8, "0")}`, `u${number}@example.cn`];
const sheet = (rows) => rows.map((cells) => cells.join("\t")).join("\r\n");
const thirty = Array.from({ length: 30 }, (_, at) => row(at + 1));

test("thirty rows pasted from a spreadsheet are read, reported and become thirty members", async ({ founder, page }) => {
  await founder.pastesRoster(sheet([HEAD, ...thirty]));
  await expect(founder.rosterReport).toContainText("30");
  await founder.appliesRoster();
  await expect(founder.members).toHaveCount(30);
  await page.getByRole("link", { name: /粘贴来的第17家有限公司/ }).click();
  const id = page.url().split("/").at(-1);
  const [name, uscc, , , representative, contact, phone, email] = row(17);
  for (const [key, value] of Object.entries({ name, uscc, category: "enterprise", role: "member", legal_representative: representative, contact_name: contact, contact_phone: phone, contact_email: email })) {
    await expect.soft(founder.answer(`members/${id}/${key}`), key).resolves.toBe(value);
  }
  await founder.isSaved();
  await founder.reloads();
  await founder.opens("#/members");
  await expect(founder.members).toHaveCount(30);
});

test("nothing is changed before the report is agreed to", async ({ founder }) => {
  await founder.pastesRoster(sheet([HEAD, ...thirty]));
  await expect(founder.members).toHaveCount(0);
  await founder.reloads();
  await expect(founder.members).toHaveCount(0);
});

test("rows that are there already, that repeat each other or that cannot be read are told and none is lost", async ({ founder }) => {
  const there = sample().members[2];
  await founder.loadsSample();
  await founder.opens("#/members");
  const repeated = row(1);
  const contradicting = [...row(1)];
  contradicting[0] = "同一代码的另一家有限公司";
  const unread = [...row(2)];
  unread[1] = "91460100BAD";
  const rounded = [...row(3)];
  rounded[1] = "9.1460100E+17";
  await founder.pastesRoster(sheet([HEAD, [there.name, there.uscc, "高校", "副理事长单位", "新代表", "", "", ""], row(1), repeated, contradicting, unread, rounded]));
  await expect(founder.rosterReport).toContainText(there.name);
  await expect(founder.rosterReport).toContainText(/少7位/);
  await expect(founder.rosterReport).toContainText(/末几位已经丢失/);
  await founder.appliesRoster();
  await expect(founder.members).toHaveCount(12 + 4);
  await founder.opens(`#/members/${there.id}`);
  await expect(founder.field(`members/${there.id}/legal_representative`)).toHaveValue("新代表");
  await expect(founder.field(`members/${there.id}/contact_name`)).toHaveValue(there.contact_name);
});

test("HTML pasted among the rows stays text", async ({ founder, page }) => {
  await founder.opens("#/members");
  const name = `<img src=x onerror="window.ran=1">有限公司`;
  await founder.pastesRoster(sheet([HEAD, [name, code(9), "企业", "成员单位", "甲", "乙", "", ""]]));
  await expect(founder.rosterReport).toContainText(name);
  await founder.appliesRoster();
  await expect(founder.members).toContainText(name);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});
