// Pasting and dropping: whatever holds events becomes events, by every route. By roles and labels alone.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect as expectSoon, openFixed, stored, test, text, unlessCrossed, verdict, write as writeText } from "./test";

// A busy machine is slow, not wrong.
const expect = expectSoon.configure({ timeout: 20_000 });

const dialog = (page: Page) => page.getByRole("dialog", { name: "Paste or drop" });
const tray = (page: Page) => page.getByRole("group", { name: "Loaded events" });
const messages = (page: Page) => page.getByRole("log", { name: "Messages" });

const event = (project: string, status = "SUCCEEDED") => ({
  version: "0",
  id: "6a7e8feb-b491-4cf7-a9f1-bf3703467718",
  "detail-type": "CodeBuild Build State Change",
  source: "aws.codebuild",
  account: "111122223333",
  time: "2024-12-22T18:43:48Z",
  region: "us-east-1",
  resources: [],
  detail: { "build-status": status, "project-name": project },
});
const WANTED = "test-codebuild-project";
const THREE = [event(WANTED), event("other"), event("third", "FAILED")];
const LIST = JSON.stringify(THREE);
const LINES = THREE.map((one) => JSON.stringify(one)).join("\n");

const write = (page: Page, value: string) => writeText(page, "Event", value);

/** Drags files over the page and drops them there. */
async function drop(page: Page, files: { name: string; text: string }[], over = "body") {
  const data = await page.evaluateHandle((files) => {
    const data = new DataTransfer();
    for (const { name, text } of files) data.items.add(new File([text], name));
    return data;
  }, files);
  const target = page.locator(over);
  await target.dispatchEvent("dragover", { dataTransfer: data });
  await expect(page.getByText("Drop to read what is in it")).toBeVisible();
  await target.dispatchEvent("drop", { dataTransfer: data });
  await expect(page.getByText("Drop to read what is in it")).toBeHidden();
}

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider, "the page does not scroll sideways").toBe(false);
}

test("a list typed as the event is read as events, and stepped through", async ({ page }) => {
  await openFixed(page);
  await write(page, LIST);
  await expect(text(page, "Event"), "the text stays as typed").toContainText(LIST.slice(0, 60));
  await page.getByRole("button", { name: "Read as events" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(tray(page)).toContainText("1 of 3 match");
  await expect(text(page, "Event")).toBeFocused();

  await page.getByRole("button", { name: "Next event" }).click();
  await expect(verdict(page)).toContainText("Does not match");
  await expect(text(page, "Event")).toContainText('"project-name": "other"');

  await test.step("an edit is kept, and its history is its own", async () => {
    await text(page, "Event").getByText('"other"', { exact: true }).dblclick();
    await page.keyboard.type(WANTED);
    await expect(tray(page)).toContainText("2 of 3 match");
    await page.keyboard.press("Alt+.");
    await expect(text(page, "Event")).toContainText('"project-name": "third"');
    await text(page, "Event").focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(text(page, "Event"), "nothing of another event is undone").toContainText('"project-name": "third"');
    await page.keyboard.press("Alt+,");
    await expect(text(page, "Event")).toContainText(`"project-name": "${WANTED}"`);
  });

  await test.step("another pattern is tried on every one", async () => {
    await writeText(page, "Event pattern", '{"source": ["aws.codebuild"]}');
    await expect(tray(page)).toContainText("3 of 3 match");
  });

  await test.step("the list goes to any of them, and back to the original", async () => {
    await page.getByRole("button", { name: "2 of 3" }).click();
    await expect(page.getByLabel("Search the events")).toBeFocused();
    const rows = page.getByRole("listbox", { name: "Events" }).getByRole("option");
    await expect(rows.and(page.getByRole("option", { selected: true }))).toHaveText(/^2/);
    await rows.nth(2).click();
    await expect(text(page, "Event")).toContainText('"project-name": "third"');
    await page.getByRole("button", { name: "Show original" }).click();
    await expect(text(page, "Event")).toContainText(LIST.slice(0, 60));
    await messages(page).getByRole("button", { name: "Undo" }).click();
    await expect(tray(page)).toContainText("3 of 3 match");
  });
});

test("the first of a list is kept, and the list can be brought back", async ({ page }) => {
  await openFixed(page);
  await write(page, LIST);
  await page.getByRole("button", { name: "Keep the first" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(tray(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Show original" }).click();
  await expect(text(page, "Event")).toContainText(LIST.slice(0, 60));
});

test("the dialog says what a text is while it is typed, and one of its events is used", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "Paste or drop" }).click();
  const box = dialog(page).getByLabel("Text", { exact: true });
  await expect(box).toBeFocused();
  await box.fill(LINES);
  await expect(dialog(page).getByRole("status")).toContainText("3 events");
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
  await expect(dialog(page).getByText("does not match")).toHaveCount(2);
  await dialog(page).getByRole("radio").nth(1).check();
  await expect(dialog(page).getByRole("textbox", { name: /as JSON/ })).toContainText('"project-name": "other"');
  await accessible(page);
  await dialog(page).getByRole("button", { name: "Use this event" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(text(page, "Event")).toContainText('"project-name": "other"');
  await expect(text(page, "Event")).toBeFocused();
  await messages(page).getByRole("button", { name: "Undo" }).click();
  await expect(text(page, "Event")).toContainText("SampleProjectName");
});

test("PutEvents entries are told by their errors, word for word", async ({ page }) => {
  await openFixed(page);
  const entry = { Source: "my.app", DetailType: "Order", Detail: '{"id": 12345678901234567890}' };
  const entries = { Entries: [entry, { ...entry, Source: "aws.s3" }, { ...entry, Detail: "{" }] };
  await page.getByRole("button", { name: "Paste or drop" }).click();
  await dialog(page).getByLabel("Text", { exact: true }).fill(JSON.stringify(entries));
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
  await expect(dialog(page).getByText("refused by PutEvents")).toHaveCount(2);
  await expect(dialog(page).getByRole("textbox", { name: /as JSON/ }), "no digit is lost").toContainText("12345678901234567890");
  await dialog(page).getByRole("radio").nth(1).check();
  const answer = dialog(page).getByRole("figure", { name: "PutEvents answers" });
  await expect(answer).toContainText("NotAuthorizedForSourceException: Not authorized for the source.");
  await dialog(page).getByRole("radio").nth(2).check();
  await expect(answer).toContainText("MalformedDetail: Detail is malformed.");
});

test("a broken text is diagnosed where it is broken, fixed, and used", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "Paste or drop" }).click();
  await dialog(page).getByLabel("Text", { exact: true }).fill(`{"source": "aws.codebuild", "detail": {"a": 1,}}`);
  const problems = dialog(page).getByRole("list", { name: "Problems of the text" });
  await expect(problems.getByRole("listitem")).toHaveCount(1);
  await expect(problems).toContainText("1:46");
  await problems.getByRole("button").first().click();
  await expect(problems).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Use this event" }).click();
  await expect(text(page, "Event")).toContainText('"a": 1');
});

test("files are dropped anywhere: one event is put in, several are listed", async ({ page }) => {
  await openFixed(page);
  await drop(page, [{ name: "one.json", text: JSON.stringify(event(WANTED)) }]);
  await expect(verdict(page)).toContainText("Matches");
  await expect(dialog(page)).toBeHidden();

  await drop(page, [{ name: "one.json", text: LIST }, { name: "b.log", text: LINES }], "#event [role=textbox]");
  await expect(dialog(page).getByRole("radio")).toHaveCount(6);
  await dialog(page).getByRole("button", { name: "Remove b.log" }).click();
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
  await dialog(page).getByRole("button", { name: "Use all 3" }).click();
  await expect(tray(page)).toContainText("1 of 3 match");

  await drop(page, [{ name: "film.mp4", text: "\0\0" }]);
  await expect(dialog(page)).toContainText("film.mp4 was not read");
});

test("a file is chosen by its button", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "Paste or drop" }).click();
  const chooser = page.waitForEvent("filechooser");
  await dialog(page).getByText("Choose files").click();
  await (await chooser).setFiles([{ name: "all.ndjson", mimeType: "", buffer: Buffer.from(LINES) }]);
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
  await expect(dialog(page).getByRole("list", { name: "Files" })).toContainText("all.ndjson");
});

test("what is pasted beside the texts opens the dialog", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("heading", { name: "Rulepad" }).click();
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData("text/plain", pasted);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, LIST);
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
});

test("a file of ten megabytes does not stop the page", async ({ page }) => {
  await openFixed(page);
  const line = JSON.stringify({ ...event("big"), padding: "x".repeat(100_000) });
  const big = Array.from({ length: 100 }, () => line).join("\n");
  // Were the file read on the page's thread, the page could not say that it is at it before the answer is there.
  await page.evaluate(() => {
    const seen = window as typeof window & { order: string[] };
    seen.order = [];
    const see = (what: string, is: boolean) => is && !seen.order.includes(what) && seen.order.push(what);
    new MutationObserver(() => {
      see("reading", document.querySelector("#event .event-strip")?.textContent === "reading");
      see("read", document.querySelector("dialog[open] [type=radio]") !== null);
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await drop(page, [{ name: "big.ndjson", text: big }]);
  await expect(dialog(page).getByRole("radio")).toHaveCount(100, { timeout: 30_000 });
  const order = await page.evaluate(() => (window as typeof window & { order: string[] }).order);
  expect(order).toEqual(["reading", "read"]);
});

test("the keyboard alone does it", async ({ page }) => {
  await openFixed(page);
  await page.keyboard.press("Alt+v");
  await expect(dialog(page).getByLabel("Text", { exact: true })).toBeFocused();
  await page.keyboard.insertText(LIST);
  await expect(dialog(page).getByRole("radio")).toHaveCount(3);
  await page.keyboard.press("Tab");
  await expect(dialog(page).locator("input[type=file]")).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(dialog(page).getByRole("radio").first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(dialog(page).getByRole("radio").nth(1)).toBeChecked();
  await page.keyboard.press("Control+Enter");
  await expect(dialog(page)).toBeHidden();
  await expect(text(page, "Event")).toBeFocused();
  await expect(tray(page)).toContainText("1 of 3");
  await page.keyboard.press("Alt+.");
  await expect(text(page, "Event")).toContainText('"project-name": "other"');
  await page.keyboard.press("Alt+v");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator(":focus"), "the focus is never lost").toHaveCount(1);
});

test("the events at hand are there again after a reload", async ({ page }) => {
  await openFixed(page);
  await write(page, LIST);
  await page.getByRole("button", { name: "Read as events" }).click();
  await page.getByRole("button", { name: "Next event" }).click();
  await expect.poll(async () => Object.values((await stored(page)).texts).some((text) => text.includes('"at":1'))).toBe(true);
  await page.reload();
  await expect(page.getByRole("button", { name: "2 of 3" })).toBeVisible();
  await expect(tray(page)).toContainText("1 of 3 match");
});

test("no event is no mistake", async ({ page }) => {
  await openFixed(page);
  await write(page, "");
  await page.keyboard.press("Delete");
  await expect(verdict(page)).toContainText("No event yet");
  await expect(page.getByRole("list", { name: "Problems of the event", exact: true })).toHaveCount(0);
});

test("what can be taken back covers nothing", async ({ page }) => {
  await openFixed(page);
  await write(page, LIST);
  await page.getByRole("button", { name: "Keep the first" }).click();
  const toast = messages(page).getByText(/^Read one event/);
  await expect(toast).toBeVisible();
  await page.getByRole("tab", { name: "Export" }).click();
  const place = await toast.boundingBox();
  const panel = await page.getByRole("tabpanel", { name: "Export" }).boundingBox();
  expect((place?.y ?? 0) + (place?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0);
});

for (const scheme of ["light", "dark"] as const) {
  test(`narrow and ${scheme}: everything is in reach`, unlessCrossed("narrow", scheme), async ({ browser }) => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      colorScheme: scheme,
      reducedMotion: "reduce",
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    await page.goto("./");
    await test.step("the verdict leads to the mistakes it speaks of", async () => {
      await expect(verdict(page)).toContainText("4 errors");
      await verdict(page).click({ force: true });
      await expect(page.getByRole("list", { name: "Problems of the event pattern" })).toBeVisible();
      await page.getByRole("button", { name: /^Fix all/ }).click();
    });
    await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Event", exact: true }).click();
    for (const name of ["Paste or drop", "Samples", "Make event"]) {
      await expect(page.getByRole("button", { name, exact: true })).toBeInViewport({ ratio: 1 });
    }
    await page.getByRole("button", { name: "More for the event" }).click();
    await expect(page.getByRole("menuitem", { name: /^Format/ })).toBeInViewport({ ratio: 1 });
    await page.keyboard.press("Escape");
    await write(page, LIST);
    await expect(page.getByRole("button", { name: "Read as events" })).toBeInViewport({ ratio: 1 });
    await accessible(page);
    await page.getByRole("button", { name: "Paste or drop" }).click();
    await dialog(page).getByLabel("Text", { exact: true }).fill(LIST);
    await expect(dialog(page).getByRole("radio")).toHaveCount(3);
    await expect(dialog(page).getByRole("button", { name: "Use all 3" })).toBeInViewport({ ratio: 1 });
    await accessible(page);
    await dialog(page).getByRole("button", { name: "Use all 3" }).click();
    await page.getByRole("button", { name: "1 of 3" }).click();
    await expect(page.getByRole("button", { name: "Keep only this event" })).toBeInViewport({ ratio: 1 });
    await accessible(page);
    await context.close();
  });
}
