// Playwright's `test`, with what holds for every test: a silent console and no request but to the page's own host.
import { test as base, expect } from "@playwright/test";

export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      const own = new URL(baseURL ?? "").origin;
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") {
          problems.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.origin !== own && url.protocol !== "data:") {
          problems.push(`request to another host: ${request.url()}`);
        }
      });
      context.on("response", (response) => {
        if (response.status() >= 400) {
          problems.push(`${response.status()} for ${response.url()}`);
        }
      });
      await use();
      expect(problems, "the page stays silent and asks no other host").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
