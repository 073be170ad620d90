// The main job in WebKitGTK, by the WebDriver that Debian's package brings; Playwright is the runner alone.
import { defineConfig } from "@playwright/test";
import chromium from "./playwright.config";

export default defineConfig({ ...chromium, testMatch: "webkit.ts", workers: 1, use: {} });
