// The npm package in Chromium: documents with examples, served by the tests themselves.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  testMatch: "**/*.npm.ts",
  globalSetup: undefined,
  use: { ...base.use, baseURL: undefined },
});
