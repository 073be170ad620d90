// The main job in Debian's Firefox, driven by WebDriver BiDi: Playwright's own build of Firefox is not needed.
import { defineConfig } from "@playwright/test";
import chromium from "./playwright.config";

export default defineConfig({
  ...chromium,
  testMatch: "main-job.spec.ts",
  workers: 1,
  use: {
    ...chromium.use,
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: { executablePath: process.env.FIREFOX_PATH || undefined },
  },
});
