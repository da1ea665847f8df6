// How long a letter takes to be seen that is typed into a member's name while a thousand members are there, and how evenly
// the list scrolls: Jiemeng beside other form programs that hold the same rows and columns, in one browser.
//
//     npm ci --prefix tests/peers && node tests/peers/typing.mjs        (script/bench does both; wants a release build in dist/)
//
// A letter counts from its key going down to the first task after the frame that shows it: half a frame of waiting for the
// frame is in every figure. A list is scrolled by wheel; a frame is late when it took half a frame longer than it should.
import { PEERS, bundle } from "./forms/bundle.mjs";
import { sample, takeUp, withRelease } from "../browser/release.mjs";
import { median, share, table } from "./table.mjs";

const MEMBERS = 1000;
const LETTERS = 40;
const WARMING = 5;

/** The sample's members again and again, each with a name and a code of its own. */
function members() {
  const few = sample().members;
  return Array.from({ length: MEMBERS }, (_, at) => ({ ...few[at % few.length], id: `n${at}`, name: `${few[at % few.length].name}第${at + 1}分部`, uscc: "", role: at === 0 ? "chair" : at === 1 ? "secretary" : "member" }));
}

/** In the page: notes for each letter how long it took from its key to the frame that shows it. */
function watch() {
  window.taken = [];
  document.addEventListener(
    "keydown",
    () => {
      const begin = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => window.taken.push(performance.now() - begin);
        port2.postMessage(null);
      });
    },
    { capture: true },
  );
}

async function type(page, field) {
  await page.evaluate(watch);
  await field.evaluate((element) => {
    element.scrollIntoView({ block: "center" });
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
  // The first letters find nothing compiled and nothing kept; nobody types only those.
  for (let letter = 0; letter < WARMING; letter += 1) {
    await page.keyboard.press("x");
    await page.waitForFunction((count) => window.taken.length >= count, letter + 1, { timeout: 60_000 });
  }
  await page.evaluate(() => (window.taken = []));
  for (let letter = 0; letter < LETTERS; letter += 1) {
    await page.keyboard.press("abcdefgh"[letter % 8]);
    await page.waitForFunction((count) => window.taken.length >= count, letter + 1, { timeout: 60_000 });
    await page.waitForTimeout(40 + ((letter * 7) % 17));
  }
  return page.evaluate(() => window.taken);
}

/** Scrolls by wheel for some seconds; gives frames a second and the share of frames that were late. */
async function scroll(page, place) {
  await place.hover({ position: { x: 200, y: 200 } });
  await page.evaluate(() => {
    window.frames_ = [];
    let before;
    const frame = (now) => {
      if (before) window.frames_.push(now - before);
      before = now;
      window.watching = requestAnimationFrame(frame);
    };
    window.watching = requestAnimationFrame(frame);
  });
  for (let turn = 0; turn < 90; turn += 1) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(33);
  }
  return page.evaluate(() => {
    cancelAnimationFrame(window.watching);
    const total = window.frames_.reduce((sum, it) => sum + it, 0);
    return { rate: (1000 * window.frames_.length) / total, late: window.frames_.filter((it) => it > 25).length / window.frames_.length };
  });
}

const row = table(`a letter until it is seen, ms; ${MEMBERS} members`, ["median", "95 %", "worst", "frames/s", "late %"]);

function show(who, letters, scrolled) {
  const frames = scrolled ? [scrolled.rate, 100 * scrolled.late] : [];
  row(who, median(letters), share(letters, 0.95), Math.max(...letters), ...frames);
}

async function ours(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(address);
  await takeUp(page, { ...sample(), members: members(), attachments: [] });
  const name = page.locator('[id="members/n500/name"]');
  await page.goto(`${address}#/members/n500`);
  await page.waitForTimeout(3000);
  show("Jiemeng, beside the list", await type(page, name));
  await page.goto(`${address}#/members`);
  await page.locator("#members-grid").focus();
  await page.keyboard.press("F2");
  const cell = await type(page, page.locator(".roll__editor input"));
  await page.keyboard.press("Escape");
  show("Jiemeng, in a cell of the list", cell, await scroll(page, page.locator(".members__pane")));
  await page.setViewportSize({ width: 900, height: 800 });
  await page.goto(`${address}#/members/n500`);
  await page.waitForTimeout(3000);
  show("Jiemeng, on a page of its own", await type(page, name));
  await page.close();
}

async function theirs(browser, peer) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(300_000);
  await page.addScriptTag({ content: await bundle(peer) });
  await page.evaluate((members) => window.mount(document.body.appendChild(document.createElement("div")), { members }), members());
  const name = `${members()[500].name}`;
  await page.waitForFunction((name) => [...document.querySelectorAll("input")].some((input) => input.value === name), name, { timeout: 300_000 });
  const handle = await page.evaluateHandle((name) => [...document.querySelectorAll("input")].find((input) => input.value === name), name);
  show(peer, await type(page, handle.asElement()), await scroll(page, page.locator("body")));
  await page.close();
}

await withRelease(async (browser, address) => {
  await ours(browser, address);
  for (const peer of Object.keys(PEERS)) await theirs(browser, peer);
});
