// The app starts, in both editions, and talks to nobody.
import { expect, test } from "@playwright/test";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

test.use({ serviceWorkers: "allow" });

const oneFile = pathToFileURL(resolve(import.meta.dirname, "../../dist/jiemeng.html")).href;

for (const [edition, address] of [["hosted", "./"], ["one-file", oneFile]]) {
  test(`the ${edition} edition starts without a word on the console`, async ({ page }) => {
    const complaints = [];
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test(`the ${edition} edition asks no other origin for anything`, async ({ page, baseURL }) => {
    const outside = [];
    const own = edition === "hosted" ? [baseURL, "blob:", "data:"] : [oneFile, "blob:", "data:"];
    page.on("request", (request) => own.some((start) => request.url().startsWith(start)) || outside.push(request.url()));
    await page.goto(address);
    await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
    await page.waitForLoadState("networkidle");
    expect(outside).toEqual([]);
  });

  test(`the ${edition} edition's content security policy allows nothing from elsewhere and no inline code`, async ({ page }) => {
    await page.goto(address);
    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
    const refused = await page.evaluate(() =>
      new Promise((told) => {
        document.addEventListener("securitypolicyviolation", (event) => told(event.effectiveDirective), { once: true });
        fetch("https://example.com/").catch(() => undefined);
      }),
    );
    expect(refused).toBe("connect-src");
  });
}
