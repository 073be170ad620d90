// The page in Chromium: no server but ours, no network.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  globalSetup: "./server.ts",
  fullyParallel: true,
  // Each test waits more than it computes.
  workers: "100%",
  // `RULEPAD_ALL` runs what the default run leaves out, and nothing else.
  grep: process.env.RULEPAD_ALL ? /@all/ : undefined,
  grepInvert: process.env.RULEPAD_ALL ? undefined : /@all/,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  // One hiccup of the machine fails no run. A test that passes on its second try is counted as flaky: a defect to fix.
  retries: 1,
  // A busy machine is slow, not wrong.
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.RULEPAD_URL,
    viewport: { width: 1440, height: 900 },
    locale: "en-US",
    timezoneId: "UTC",
    // Requests are counted and held back by tests; one file is about the worker that answers them without network.
    serviceWorkers: "block",
    // To record every test would take half as long again.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROME_PATH || undefined,
      args: [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        // Names resolve to nothing, so a request that slips through cannot leave this machine.
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
      ],
    },
  },
});
