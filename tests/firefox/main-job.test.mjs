// The main job in the other engine: from an empty page to a bundle, in both editions.
import { SCREENS } from "../browser/screens.mjs";
import { place, serve, unpacked, withFounder } from "./founder.mjs";
import assert from "node:assert/strict";
import { readdir, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

let host;
before(async () => (host = await serve()));
after(() => host.stop());

const editions = [
  ["hosted", () => host.address],
  ["one-file", () => pathToFileURL(place("dist/jiemeng.html")).href],
];

for (const [edition, address] of editions) {
  test(`in Firefox the ${edition} edition opens every screen, without a word on the console`, async () => {
    await withFounder(address(), async (founder) => {
      await founder.opens();
      await founder.presses("载入示例");
      await founder.isSaved();
      for (const screen of SCREENS) {
        await founder.opens(screen);
        assert.notEqual(await founder.heading(), "", screen);
        assert.equal(await founder.overflow(), 0, screen);
      }
      await founder.opens("#/documents/02");
      await founder.finds(".sheet svg");
    });
  });

  test(`in Firefox the ${edition} edition does the main job, from an empty page to a bundle`, async () => {
    await withFounder(address(), async (founder) => {
      await founder.opens();
      await founder.presses("载入示例");
      await founder.isSaved();

      await founder.opens("#/eligibility");
      await founder.verdict("16-1-registered", /^符合/);
      await founder.opens("#/members/m01");
      await founder.types("members/m01/name", "海南改名后的喆堃种业有限公司");
      await founder.chooses("members/m01/in_hainan", "no");
      await founder.attaches("m01", place("tests/attached/licence.pdf"));
      await founder.isSaved();
      await founder.opens("#/eligibility");
      await founder.verdict("16-1-registered", /^不符合/);

      await founder.reloads();
      await founder.verdict("16-1-registered", /^不符合/);
      await founder.opens("#/members/m01");
      assert.equal(await founder.answer("members/m01/name"), "海南改名后的喆堃种业有限公司");
      await founder.chooses("members/m01/in_hainan", "yes");
      await founder.opens("#/eligibility");
      await founder.verdict("16-1-registered", /^符合/);

      await founder.opens("#/materials");
      const bundle = await founder.downloadsBy("下载备案材料包");
      assert.match(basename(bundle), /^海南示例南繁育种产业知识产权联盟-备案材料-\d{8}\.zip$/);
      const folder = await unpacked(bundle);
      try {
        const dossier = JSON.parse(await readFile(join(folder, "data/dossier.json"), "utf8"));
        assert.equal(dossier.members[0].name, "海南改名后的喆堃种业有限公司");
        assert.deepEqual(await readdir(join(folder, "04-证照")), ["01-海南改名后的喆堃种业有限公司.pdf"]);
        const licence = await readFile(join(folder, "04-证照/01-海南改名后的喆堃种业有限公司.pdf"));
        assert.ok(licence.equals(await readFile(place("tests/attached/licence.pdf"))), "the certificate as it was attached");
        for (const made of ["02-联盟章程.pdf", "申报材料汇编.pdf"]) {
          assert.equal((await readFile(join(folder, made))).subarray(0, 5).toString(), "%PDF-", made);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
}

/** What must not happen, done on purpose, and what is then said. */
const WRONG = [
  ["an error on the console", "console.error('on purpose')", /error: on purpose/],
  ["an error that nobody catches", "setTimeout(() => { throw new Error('on purpose') })", /on purpose/],
  ["a request to elsewhere, which the policy refuses", "fetch('https://example.com/').catch(() => {})", /policy: connect-src/],
];

for (const [what, script, said] of WRONG) {
  test(`in Firefox ${what} is heard`, async () => {
    const heard = withFounder(host.address, async (founder) => {
      await founder.opens();
      await founder.browser.executeScript(script);
      await founder.opens("#/alliance");
    });
    await assert.rejects(heard, said);
  });
}
