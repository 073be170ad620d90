// Playwright's `test`, with what holds for every test: a silent console and no request but to the page's own host;
// and the places and steps that many tests share, by roles and labels alone.
import { test as base, expect, type Page, type Route } from "@playwright/test";

export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const problems: string[] = [];
      const own = new URL(baseURL ?? "").origin;
      context.on("console", (message) => {
        // Tests block the worker that keeps the page: it would answer what they count and hold back.
        if (message.text().startsWith("Service Worker registration blocked")) return;
        if (message.type() === "error" || message.type() === "warning") {
          problems.push(`console ${message.type()}: ${message.text()}`);
        }
      });
      context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
      context.on("request", (request) => {
        const url = new URL(request.url());
        // A text of the page itself is no host.
        if (url.origin !== own && !["data:", "blob:"].includes(url.protocol)) {
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

/** What `cargo xtask test --all` alone runs: the same again at other widths, in the other scheme. */
export const RARE = { tag: "@all" };
/** Of four pictures two show most of what can go wrong: wide and light, narrow and dark. */
export const unlessCrossed = (size: string, scheme: string) => ((size === "wide") === (scheme === "light") ? {} : RARE);

export const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
export const text = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
export const verdict = (page: Page) => page.getByRole("status", { name: "Verdict" });
export const reasons = (page: Page) => page.getByRole("list", { name: "Why", exact: true });

/** Opens the page and waits for its first verdict. */
export async function open(page: Page, address = "./") {
  await page.goto(address);
  // A busy machine may take its time to start the page; then it is quick.
  await expect(page.locator("#boot")).toHaveCount(0, { timeout: 30_000 });
  await expect(verdict(page)).toContainText(/match|refuses|cannot be read/i);
}

/** Opens the page with its first example fixed, so that the pattern can be used. */
export async function openFixed(page: Page) {
  await open(page);
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await page.getByRole("button", { name: /^Fix all/ }).click();
  await expect(verdict(page)).toContainText("Does not match");
}

/** Puts the cursor into a text and selects all of it. No pointer: a list of completions may cover the text. */
export async function selectAll(page: Page, name: string) {
  await text(page, name).focus();
  await page.keyboard.press("ControlOrMeta+a");
}

/** Replaces all of a text. */
export async function write(page: Page, name: string, value: string) {
  await selectAll(page, name);
  await page.keyboard.insertText(value);
}

/** The script that starts a worker. */
export const LOADER = "**/worker_loader-*.js";

/** Lets a worker start and never answer, as one that computes without end. */
export async function neverAnswers(route: Route) {
  const response = await route.fetch();
  const swallow = 'const post = self.postMessage.bind(self);\nself.postMessage = (message) => { if (!message.startsWith("{")) post(message); };\n';
  await route.fulfill({ response, body: swallow + (await response.text()) });
}

export interface Stored {
  /** The texts in the database. */
  texts: Record<string, string>;
  heads: Record<string, string>;
  local: Record<string, string>;
}

/** What the browser has stored, read without the page's own code. */
export const stored = (page: Page) =>
  page.evaluate(async (): Promise<Stored> => {
    const all: Stored = { texts: {}, heads: {}, local: { ...localStorage } };
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes("rulepad")) return all;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("rulepad");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of ["texts", "heads"] as const) {
      await new Promise<void>((resolve) => {
        const cursor = database.transaction(store).objectStore(store).openCursor();
        cursor.onsuccess = () => {
          if (!cursor.result) return resolve();
          all[store][String(cursor.result.key)] = cursor.result.value;
          cursor.result.continue();
        };
      });
    }
    database.close();
    return all;
  });
