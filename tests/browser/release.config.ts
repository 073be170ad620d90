// The page as it is published: which programs a visitor loads. The other tests run on a build that is there sooner.
import { defineConfig } from "@playwright/test";
import base from "./playwright.config";

export default defineConfig({ ...base, testMatch: "**/*.release.ts" });
