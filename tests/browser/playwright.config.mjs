// End-to-end tests against the release build, in the system's own Chromium.
import { defineConfig } from "@playwright/test";
import { executablePath } from "./release.mjs";

const port = Number(process.env.JIEMENG_PORT ?? 4173);

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.mjs",
  outputDir: "../../test-results",
  timeout: 60_000,
  workers: 2,
  fullyParallel: true,
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    acceptDownloads: true,
    // Each test is a first visit: they would all keep the whole program. offline.spec.mjs lets it.
    serviceWorkers: "block",
    actionTimeout: 10_000,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath,
      chromiumSandbox: false,
      args: ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    },
  },
  webServer: {
    command: `node serve.mjs ../../dist ${port}`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
