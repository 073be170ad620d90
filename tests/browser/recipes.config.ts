// Sites built with the recipes of docs/recipes, in Chromium.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({
  ...base,
  testMatch: "**/*.recipe.ts",
  globalSetup: undefined,
  use: { ...base.use, baseURL: undefined },
});
