// Takes the picture in the README: the task list of a dossier that is half filled in.
//
//     node tests/browser/picture.mjs        (wants a release build in dist/)
import { place, sample, takeUp, withRelease } from "./release.mjs";

const dossier = sample();
dossier.members[3].uscc = dossier.members[3].uscc.slice(0, -1);
dossier.members.forEach((member) => Object.assign(member, { charter_signed: "", charter_sealed: "" }));
dossier.secretariat = {};
dossier.materials = {};

await withRelease(async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1290 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  await page.goto(address);
  await takeUp(page, dossier);
  await page.getByTestId("save-state").filter({ hasText: "已保存" }).waitFor();
  await page.reload();
  await page.locator("html[data-ready=true]").waitFor();
  await page.screenshot({ path: place("docs/screenshot.png") });
});
