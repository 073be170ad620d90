// The Share dialog: what a link holds, masking, snippets; and the address that follows the draft.
import AxeBuilder from "@axe-core/playwright";
import { test, expect, open, stored, text, verdict, write } from "./test";
import type { Page } from "@playwright/test";

const PATTERN = '{"account": ["123456789012"], "detail": {"by": ["jane@corp.io"]}}';
const EVENT = '{"account": "123456789012", "detail": {"by": "jane@corp.io", "ip": "10.1.2.3", "bucket": "arn:aws:s3:::my-bucket"}}';

const dialog = (page: Page) => page.getByRole("dialog", { name: "Share" });
const shared = (page: Page, name: string) => dialog(page).getByRole("textbox", { name });

async function begin(page: Page) {
  await open(page);
  await write(page, "Event", EVENT);
  await write(page, "Event pattern", PATTERN);
  await expect(verdict(page)).toContainText("Matches");
}

async function share(page: Page) {
  await page.keyboard.press("Alt+s");
  await expect(dialog(page)).toBeVisible();
}

/** The draft in a link, read without the page's own code. */
const unpacked = (page: Page, link: string) =>
  page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(json).text());
  }, link.split("#1.")[1]!);

test("by keyboard: the choices change the link, its size is shown", async ({ page }) => {
  await begin(page);
  await share(page);
  await expect(shared(page, "Link")).toBeFocused();
  const whole = await shared(page, "Link").inputValue();
  await expect(dialog(page)).toContainText(`${whole.length.toLocaleString("en-US")} characters`);
  expect((await unpacked(page, whole)).targets.length).toBeGreaterThan(0);
  await dialog(page).getByRole("checkbox", { name: /^With \d+ target/ }).focus();
  await page.keyboard.press("Space");
  await expect.poll(() => shared(page, "Link").inputValue()).not.toBe(whole);
  const without = await unpacked(page, await shared(page, "Link").inputValue());
  expect([without.targets, without.event]).toEqual([[], EVENT]);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
});

test("masked: consistent, listed, and what a condition depends on is kept", async ({ page }) => {
  await begin(page);
  await share(page);
  await dialog(page).getByRole("checkbox", { name: /^Mask/ }).check();
  const replaced = dialog(page).getByRole("region", { name: /values replaced/ });
  await expect(replaced).toContainText("444455556666");
  await expect(replaced).toContainText("user1@example.com");
  const { pattern, event } = await unpacked(page, await shared(page, "Link").inputValue());
  expect(pattern).toBe('{"account": ["444455556666"], "detail": {"by": ["user1@example.com"]}}');
  expect(event).not.toMatch(/123456789012|jane|10\.1\.2\.3|my-bucket/);
  await page.keyboard.press("Escape");
  await write(page, "Event pattern", '{"account": [{"prefix": "1234"}]}');
  await expect(verdict(page)).toContainText("Matches");
  await share(page);
  await expect(dialog(page)).toContainText("This value is not masked: the verdict would change");
  await expect(shared(page, "Link")).toBeVisible();
  const kept = await unpacked(page, await shared(page, "Link").inputValue());
  expect(kept.event).toContain('"account": "123456789012"');
  expect(kept.event).not.toMatch(/jane/);
});

test("a link that is too long offers a file", async ({ page }) => {
  await begin(page);
  const numbers = Array.from({ length: 4000 }, (_, at) => Math.imul(at + 1, 2654435761) >>> 0);
  await write(page, "Event", JSON.stringify({ numbers }));
  await share(page);
  await expect(dialog(page)).toContainText("Some programs cut links longer than 8,000 characters");
  const saving = page.waitForEvent("download");
  await dialog(page).getByRole("button", { name: "Save as a file" }).click();
  expect((await saving).suggestedFilename()).toMatch(/\.json$/);
});

test("each snippet is written, and copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await begin(page);
  await share(page);
  await dialog(page).getByRole("tab", { name: "Embed" }).click();
  const snippets: [string, string, RegExp][] = [
    ["Custom element", "Copy HTML", /<rulepad-example verdict="match"[^]*data-part="event"[^]*<\/rulepad-example>/],
    ["iframe", "Copy iframe", /^<iframe src="[^"]*\?embed&amp;id=[^"]*#1\.[^"]*" title="Rulepad example\. Matches/],
    ["Markdown link", "Copy Markdown link", /^\[Open this example in Rulepad\]\(<http[^>]*#1\.[^>]*>\)/],
    ["Fenced block", "Copy block", /^```rulepad verdict="match"[^]*--- event[^]*--- answer\nMatches/],
  ];
  for (const [kind, button, expected] of snippets) {
    await dialog(page).getByRole("radio", { name: kind }).check();
    await expect(shared(page, kind)).toHaveValue(expected);
    await dialog(page).getByRole("button", { name: button }).click();
    await expect(dialog(page).getByRole("status").filter({ hasText: "Copied" })).toBeAttached();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(expected);
  }
  await dialog(page).getByLabel("Readers can edit").selectOption("Everything");
  await dialog(page).getByLabel("Theme").selectOption("Dark");
  await expect(shared(page, "Fenced block")).toHaveValue(/editable="all" theme="dark"/);
  await dialog(page).getByRole("tab", { name: "Markdown" }).click();
  await expect(shared(page, "Markdown")).toHaveValue(/\*\*Event pattern\*\*[^]*```json[^]*\*\*Result:\*\* Matches/);
});

test("axe finds nothing in any tab", async ({ page }) => {
  await begin(page);
  await share(page);
  await dialog(page).getByRole("checkbox", { name: /^Mask/ }).check();
  for (const tab of ["Link", "Embed", "Markdown"]) {
    await dialog(page).getByRole("tab", { name: tab }).click();
    await expect(dialog(page).getByRole("button", { name: /^Copy/ })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).include(".share-dialog").exclude("iframe").analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  }
});

test("the address follows, without steps in the history, and a reload is harmless", async ({ page }) => {
  await open(page);
  const steps = await page.evaluate(() => history.length);
  await write(page, "Event pattern", '{"source": ["one"]}');
  await expect.poll(() => page.url()).toContain("#1.");
  const first = page.url();
  expect((await unpacked(page, first)).pattern).toBe('{"source": ["one"]}');
  await write(page, "Event pattern", '{"source": ["two"]}');
  await expect.poll(() => page.url()).not.toBe(first);
  expect(await page.evaluate(() => history.length)).toBe(steps);
  const drafts = async () => Object.keys((await stored(page)).texts).length;
  await expect.poll(drafts).toBe(1);
  await page.reload();
  await expect(text(page, "Event pattern")).toHaveText('{"source": ["two"]}');
  await expect(page.getByRole("log", { name: "Messages" })).toBeEmpty();
  // Typed and reloaded before the address follows: what was stored last is shown.
  await write(page, "Event pattern", '{"source": ["three"]}');
  await page.reload();
  await expect(text(page, "Event pattern")).toHaveText('{"source": ["three"]}');
  expect(await drafts()).toBe(1);
});

test("texts in the query open as a draft of their own; a wrong dialect is reported", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", '{"mine": [1]}');
  await expect.poll(async () => JSON.stringify((await stored(page)).texts)).toContain("mine");
  await page.goto("about:blank");
  await open(page, "./?pattern=%7B%22source%22%3A%5B%22x%22%5D%7D&event=%7B%22source%22%3A%22x%22%7D");
  await expect(verdict(page)).toContainText("Matches");
  await write(page, "Event", '{"source": "y"}');
  await expect.poll(() => page.url()).toMatch(/\/#1\./);
  const texts = JSON.stringify((await stored(page)).texts);
  expect(texts).toContain("mine");
  await page.goto("about:blank");
  await open(page, "./?pattern=%7B%7D&dialect=morse");
  await expect(page.getByRole("status", { name: "Notices" })).toContainText("The link was not opened");
});
