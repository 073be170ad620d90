// Own work is kept: every way to lose a draft, done in a real browser, and the draft read back.
import { AxeBuilder } from "@axe-core/playwright";
import type { BrowserContext, Page } from "@playwright/test";
import { readFile } from "node:fs/promises";
import { expect, open, stored, test, text, verdict, write } from "./test";

const MINE = '{"source": ["mine"]}';
const OTHER = '{"source": ["other"]}';

const pattern = (page: Page) => text(page, "Event pattern");
const notices = (page: Page) => page.getByRole("status", { name: "Notices" });
const dialog = (page: Page) => page.getByRole("dialog", { name: "Drafts" });
const rows = (page: Page) => dialog(page).getByRole("list", { name: "Stored drafts" }).getByRole("listitem");

/** The patterns of all stored drafts, wherever they are. */
const patterns = async (page: Page) => {
  const { texts, local } = await stored(page);
  const drafts = Object.entries(local).filter(([key]) => key.startsWith("rulepad.draft"));
  const all = [...Object.values(texts), ...drafts.map(([, text]) => text)];
  return all.flatMap((text) => {
    try {
      const value = JSON.parse(text);
      return [String((value.draft ?? value).pattern)];
    } catch {
      return [];
    }
  });
};

const isStored = (page: Page, wanted: string) => expect.poll(() => patterns(page)).toContain(wanted);

/** Changes stored texts behind the page's back, while no page runs. */
async function damage(context: BrowserContext, how: (text: string) => string, inHeads = false) {
  const page = await context.newPage();
  await page.route("**/quiet.html", (route) => route.fulfill({ contentType: "text/html", body: "<title>quiet</title>" }));
  await page.goto("./quiet.html");
  await page.evaluate(
    async ({ how, inHeads }) => {
      const change = new Function("text", `return (${how})(text)`) as (text: string) => string;
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open("rulepad");
        request.onsuccess = () => resolve(request.result);
      });
      for (const name of inHeads ? ["texts", "heads"] : ["texts"]) {
        const transaction = database.transaction(name, "readwrite");
        const store = transaction.objectStore(name);
        const cursor = store.openCursor();
        cursor.onsuccess = () => {
          if (cursor.result) {
            cursor.result.update(change(cursor.result.value));
            cursor.result.continue();
          }
        };
        await new Promise((resolve) => (transaction.oncomplete = resolve));
      }
      database.close();
    },
    { how: how.toString(), inHeads },
  );
  await page.close();
}

async function begin(page: Page, wanted = MINE) {
  await open(page);
  await write(page, "Event pattern", wanted);
  await isStored(page, wanted);
}

async function showDrafts(page: Page) {
  await page.getByRole("button", { name: "Drafts", exact: true }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
}

async function example(page: Page) {
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("menuitem", { name: /S3 object created/ }).click();
  await expect(verdict(page)).toContainText("Matches");
}

/** A link to a draft with this pattern. */
async function linkTo(page: Page, wanted: string) {
  await open(page);
  await write(page, "Event pattern", wanted);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const link = await page.getByRole("dialog", { name: "Share" }).getByRole("textbox", { name: "Link" }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

test.describe("what is opened replaces nothing", () => {
  test("a link over an own draft, typed into after 11 seconds, and the own draft read back", async ({ page, browser }) => {
    test.slow();
    const elsewhere = await browser.newContext();
    const link = await linkTo(await elsewhere.newPage(), OTHER);
    await elsewhere.close();
    await begin(page);
    await page.goto("about:blank");
    await open(page, link);
    await expect(pattern(page)).toHaveText(OTHER);
    await page.waitForTimeout(11_000);
    await write(page, "Event pattern", '{"source": ["typed into the link"]}');
    await isStored(page, '{"source": ["typed into the link"]}');
    expect(await patterns(page)).toContain(MINE);
    await showDrafts(page);
    await rows(page).filter({ hasText: "mine" }).getByRole("button", { name: /^Open/ }).click();
    await expect(pattern(page)).toHaveText(MINE);
    await page.reload();
    await expect(pattern(page)).toHaveText(MINE);
  });

  test("two links, then Undo: the own draft is stored as it was", async ({ page, browser }) => {
    const elsewhere = await browser.newContext();
    const first = await linkTo(await elsewhere.newPage(), OTHER);
    const second = await linkTo(await elsewhere.newPage(), '{"source": ["second"]}');
    await elsewhere.close();
    await begin(page);
    for (const link of [first, second]) {
      await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    }
    await expect(pattern(page)).toHaveText('{"source": ["second"]}');
    await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await expect(pattern(page)).toHaveText(OTHER);
    await isStored(page, OTHER);
    expect(await patterns(page)).toContain(MINE);
    await page.getByRole("heading", { name: "Rulepad" }).click();
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await page.keyboard.press("Control+z");
    await expect(pattern(page)).toHaveText(MINE);
  });

  test("a link while typing: what was typed last is stored", async ({ page, browser }) => {
    const elsewhere = await browser.newContext();
    const link = await linkTo(await elsewhere.newPage(), OTHER);
    await elsewhere.close();
    await begin(page);
    await write(page, "Event pattern", '{"source": ["in the last moment"]}');
    await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
    await expect(pattern(page)).toHaveText(OTHER);
    await isStored(page, '{"source": ["in the last moment"]}');
  });

  test("an example and a new rule leave the own draft in the list", async ({ page }) => {
    await begin(page);
    await example(page);
    await page.getByRole("button", { name: "New", exact: true }).click();
    await expect(verdict(page)).toContainText("No pattern yet");
    await expect(page.getByRole("navigation", { name: "Targets" }).getByRole("listitem")).toHaveCount(0);
    await page.getByRole("tab", { name: "Export" }).click();
    await expect(text(page, "Rule name")).toHaveValue("");
    await expect(text(page, "Description")).toHaveValue("");
    await showDrafts(page);
    await expect(rows(page).filter({ hasText: "mine" })).toHaveCount(1);
    // What was only looked at is no one's work.
    await expect(rows(page).filter({ hasText: "aws.s3" })).toHaveCount(0);
  });
});

test.describe("the list of drafts", () => {
  test("opens, renames, deletes and restores, by keyboard alone", async ({ page }) => {
    await begin(page);
    await page.getByRole("button", { name: "New", exact: true }).press("Enter");
    await write(page, "Event pattern", OTHER);
    await isStored(page, OTHER);
    await page.getByRole("button", { name: "Drafts", exact: true }).press("Enter");
    const mine = rows(page).filter({ hasText: "mine" });
    await expect(dialog(page).locator(":focus"), "the dialog has the focus").toHaveCount(1);
    await mine.getByRole("button", { name: /^Rename/ }).press("Enter");
    await expect(dialog(page).getByRole("textbox", { name: /^New name/ })).toBeFocused();
    await page.keyboard.type("My best rule");
    await page.keyboard.press("Enter");
    await expect(mine).toContainText("My best rule");
    await mine.getByRole("button", { name: "Delete", exact: true }).press("Enter");
    await expect(mine).toHaveCount(0);
    await expect(dialog(page).getByRole("status")).toContainText("Deleted “My best rule”");
    await expect(page.locator(":focus"), "the focus is not lost").toHaveCount(1);
    await dialog(page).getByRole("button", { name: "Undo" }).press("Enter");
    await expect(mine).toContainText("My best rule");
    await mine.getByRole("button", { name: "Open", exact: true }).press("Enter");
    await expect(dialog(page)).toBeHidden();
    await expect(pattern(page)).toHaveText(MINE);
    await page.reload();
    await expect(pattern(page)).toHaveText(MINE);
  });

  test("shows what cannot be seen in a name", async ({ page }) => {
    await begin(page);
    await showDrafts(page);
    const row = rows(page).first();
    await row.getByRole("button", { name: /^Rename/ }).press("Enter");
    await expect(dialog(page).getByRole("textbox", { name: /^New name/ })).toBeFocused();
    await page.keyboard.insertText("pay\u202eroll\u2800");
    await page.keyboard.press("Enter");
    await expect(row.locator(".unseen")).toHaveCount(2);
    await expect(row.locator(".unseen").first()).toHaveAttribute("title", /U\+202E/);
    await expect(row.getByRole("button", { name: /^Rename/ })).toHaveAttribute("title", /\\u\{?202e/i);
  });

  test("holds 50; the oldest is removed with a word, and offered as a file", async ({ page }) => {
    test.slow();
    await begin(page);
    await page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open("rulepad");
        request.onsuccess = () => resolve(request.result);
      });
      const transaction = database.transaction(["texts", "heads"], "readwrite");
      for (let number = 1; number < 50; number++) {
        const key = number.toString(16).padStart(16, "0");
        const head = { id: key, title: `draft ${number}`, summary: "", touched: true, stored: number, stamp: `x-${number}`, bytes: 10 };
        transaction.objectStore("heads").put(JSON.stringify(head), key);
        transaction.objectStore("texts").put(`text ${number}`, key);
      }
      await new Promise((resolve) => (transaction.oncomplete = resolve));
      database.close();
    });
    await page.getByRole("button", { name: "New", exact: true }).click();
    await write(page, "Event pattern", OTHER);
    await expect(notices(page)).toContainText("“draft 1”, was removed");
    const waiting = page.waitForEvent("download");
    await notices(page).getByRole("button", { name: "Download" }).click();
    expect(await readFile(await (await waiting).path(), "utf8")).toBe("text 1");
    expect(Object.keys((await stored(page)).texts)).toHaveLength(50);
    await isStored(page, OTHER);
    expect(await patterns(page)).toContain(MINE);
  });
});

test("the list of drafts is for everybody", async ({ page }) => {
  await begin(page);
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await showDrafts(page);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Drafts", exact: true })).toBeFocused();
  }
});

test.describe("undo", () => {
  test("goes back through everything outside the editors, and forward again", async ({ page }) => {
    await begin(page);
    await example(page);
    const targets = page.getByRole("navigation", { name: "Targets" });
    const count = await targets.getByRole("listitem").count();
    await targets.getByRole("button", { name: "Add target" }).click();
    await page.getByRole("menuitem", { name: /^Blank/ }).click();
    await page.getByRole("button", { name: "Remove target" }).click();
    await page.waitForTimeout(100);
    await page.getByRole("heading", { name: "Rulepad" }).click();
    await page.keyboard.press("Control+z");
    await expect(targets.getByRole("listitem")).toHaveCount(count + 1);
    await page.keyboard.press("Control+z");
    await expect(targets.getByRole("listitem")).toHaveCount(count);
    await page.getByRole("button", { name: /^Undo: opening/ }).click();
    await expect(pattern(page)).toHaveText(MINE);
    await page.keyboard.press("Control+Shift+z");
    await expect(pattern(page)).toContainText("aws.s3");
    await isStored(page, MINE);
  });

  test("of a message keeps what was typed since", async ({ page }) => {
    await begin(page);
    await page.getByRole("button", { name: "Examples" }).click();
    await page.getByRole("menuitem", { name: /Find a sample event/ }).click();
    await page.getByRole("dialog", { name: /Find a sample/ }).getByRole("searchbox").or(page.getByRole("combobox")).first().fill("codebuild");
    await page.keyboard.press("Enter");
    await expect(text(page, "Event")).toContainText("aws.codebuild");
    const undo = page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" });
    // A message stays while the pointer is on it, however slow the machine is.
    await undo.hover();
    await write(page, "Event pattern", OTHER);
    await undo.click();
    await expect(text(page, "Event")).toContainText("SampleProjectName");
    await expect(pattern(page)).toHaveText(OTHER);
  });

  test("in an editor stays the editor's own", async ({ page }) => {
    await begin(page);
    await pattern(page).press("Control+z");
    await expect(pattern(page)).not.toHaveText(MINE);
    await pattern(page).press("Control+y");
    await expect(pattern(page)).toHaveText(MINE);
  });

  test("the texts of every input option are there after a reload", async ({ page }) => {
    await open(page);
    await page.getByRole("navigation", { name: "Targets" }).getByRole("button", { name: /^slack/ }).click();
    await write(page, "Input template", '"my own words"');
    await page.getByRole("radio", { name: "Constant" }).or(page.getByLabel("Constant")).first().check();
    await expect.poll(async () => Object.values((await stored(page)).texts).join()).toContain("my own words");
    await page.reload();
    await page.getByRole("navigation", { name: "Targets" }).getByRole("button", { name: /^slack/ }).click();
    await page.getByRole("radio", { name: /transformer/i }).check();
    await expect(text(page, "Input template")).toHaveText('"my own words"');
  });
});

test.describe("several loaded events", () => {
  test("are all in a saved file, and in a share link where that is chosen", async ({ page }) => {
    await open(page);
    await page.getByRole("button", { name: "Paste or drop" }).or(page.getByRole("button", { name: /^Paste/ })).first().click();
    const paste = page.getByRole("dialog", { name: /Paste/ });
    await paste.getByRole("textbox").first().focus();
    await page.keyboard.insertText('[{"source": "one"}, {"source": "two"}, {"source": "three"}]');
    await paste.getByRole("button", { name: /all 3|Use all|3 events/i }).first().click();
    await expect(text(page, "Event")).toContainText("one");
    await page.getByRole("button", { name: "Share", exact: true }).click();
    const share = page.getByRole("dialog", { name: "Share" });
    const one = await share.getByRole("textbox", { name: "Link" }).inputValue();
    await share.getByRole("checkbox", { name: "All 3 loaded events" }).check();
    await expect.poll(() => share.getByRole("textbox", { name: "Link" }).inputValue()).not.toBe(one);
    await page.keyboard.press("Escape");
    const saving = page.waitForEvent("download");
    await page.keyboard.press("Control+s");
    const file = await (await saving).path();
    await page.getByRole("button", { name: "New", exact: true }).click();
    await expect(verdict(page)).toContainText("No pattern yet");
    const choosing = page.waitForEvent("filechooser");
    await page.getByText("Open", { exact: true }).click();
    await (await choosing).setFiles({ name: "x.rulepad.json", mimeType: "application/json", buffer: await readFile(file) });
    await page.getByRole("button", { name: /^Replace/ }).click();
    await expect(text(page, "Event")).toContainText("one");
    await page.getByRole("heading", { name: "Rulepad" }).click();
    await page.keyboard.press("Alt+.");
    await expect(text(page, "Event")).toContainText("two");
  });
});

test.describe("several tabs", () => {
  test("two tabs keep two drafts, the older one closed last", async ({ context }) => {
    const old = await context.newPage();
    await begin(old, MINE);
    const young = await context.newPage();
    await open(young);
    await expect(pattern(young)).toHaveText(MINE);
    await write(young, "Event pattern", OTHER);
    await isStored(young, OTHER);
    await young.close();
    await old.close({ runBeforeUnload: true });
    const later = await context.newPage();
    await open(later);
    await expect(pattern(later), "an idle tab stores nothing").toHaveText(OTHER);
  });

  test("both type: both are kept", async ({ context }) => {
    const one = await context.newPage();
    await begin(one, MINE);
    const other = await context.newPage();
    await open(other);
    await write(other, "Event pattern", OTHER);
    await isStored(other, OTHER);
    await write(one, "Event pattern", '{"source": ["mine", 2]}');
    await isStored(one, '{"source": ["mine", 2]}');
    expect(await patterns(one)).toContain(OTHER);
    await one.reload();
    await expect(pattern(one)).toHaveText('{"source": ["mine", 2]}');
    await other.reload();
    await expect(pattern(other)).toHaveText(OTHER);
  });

  test("a duplicated tab gets a draft of its own with its first change", async ({ context }) => {
    const one = await context.newPage();
    await begin(one, MINE);
    // A window that a page opens takes a copy of its session storage along, as a duplicated tab does.
    const opened = context.waitForEvent("page");
    await one.evaluate(() => void window.open(location.href));
    const copy = await opened;
    await expect(pattern(copy)).toHaveText(MINE);
    expect(await patterns(copy), "nothing is written yet").toEqual([MINE]);
    await write(copy, "Event pattern", OTHER);
    await isStored(copy, OTHER);
    expect((await patterns(copy)).sort()).toEqual([MINE, OTHER]);
    await one.reload();
    await expect(pattern(one)).toHaveText(MINE);
    await copy.reload();
    await expect(pattern(copy)).toHaveText(OTHER);
  });
});

test.describe("typing is stored", () => {
  test("while it never pauses, and the page is killed", async ({ context }) => {
    const page = await context.newPage();
    await open(page);
    await write(page, "Event pattern", " ");
    for (let key = 0; key < 60; key++) {
      await page.keyboard.type(String(key % 10));
      await page.waitForTimeout(50);
    }
    // The page is not asked: nothing runs any more.
    const client = await context.newCDPSession(page);
    const crashed = page.waitForEvent("crash");
    void client.send("Page.crash").catch(() => undefined);
    await crashed;
    const after = await context.newPage();
    await open(after);
    const kept = (await pattern(after).innerText()).trim();
    expect(kept.length, `"${kept}"`).toBeGreaterThan(35);
    await page.close();
  });

  test("when the page is left at once", async ({ page }) => {
    await begin(page);
    await write(page, "Event pattern", OTHER);
    await page.goto("about:blank");
    await open(page);
    await expect(pattern(page)).toHaveText(OTHER);
  });

  test("in a hidden tab", async ({ page }) => {
    await begin(page);
    await page.evaluate(() => {
      Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await write(page, "Event pattern", OTHER);
    expect(await patterns(page)).toContain(OTHER);
  });
});

test.describe("what cannot be read is kept, named and offered", () => {
  const faults: [string, (text: string) => string, boolean][] = [
    ["cut", (text) => text.slice(0, text.length / 2), false],
    ["cut with its head", (text) => text.slice(0, text.length / 2), true],
    ["of a newer version", (text) => text.replace('"version":1', '"version":9'), false],
    ["with members this version does not know", (text) => text.replace('"rule":{', '"rule":{"colour":"red",'), false],
    ["with targets that are null", (text) => text.replace('"targets":[', '"targets":null,"x":['), false],
    ["a number", () => "7", false],
    ["empty", () => "", true],
  ];
  for (const [name, how, inHeads] of faults) {
    test(`a stored draft that is ${name}`, async ({ context }) => {
      const before = await context.newPage();
      await begin(before);
      await before.close();
      await damage(context, how, inHeads);
      const page = await context.newPage();
      await open(page);
      const [key, raw] = Object.entries((await stored(page)).texts)[0]!;
      await expect(notices(page)).toContainText(/cannot be read: (a newer version|its stored text is damaged)/);
      const waiting = page.waitForEvent("download");
      await notices(page).getByRole("button", { name: "Download" }).click();
      expect(await readFile(await (await waiting).path(), "utf8")).toBe(raw);
      await write(page, "Event pattern", OTHER);
      await isStored(page, OTHER);
      expect((await stored(page)).texts[key], "it is not overwritten").toBe(raw);
    });
  }

  const odd = [
    "", "{", "null", "7", "[]", "{}", '"text"', '{"event": "", "pattern": "", "targets": null}',
    '{"event": "", "pattern": "", "targets": [7]}', '{"event": 1, "pattern": ""}', '{"event": "", "pattern": "", "colour": "red"}',
  ];
  for (const raw of odd) {
    test(`a draft of an earlier version: ${raw || "an empty text"}`, async ({ page }) => {
      await page.addInitScript((raw) => {
        if (!sessionStorage.getItem("put")) {
          sessionStorage.setItem("put", "1");
          localStorage.setItem("rulepad.draft", raw);
        }
      }, raw);
      await open(page);
      await expect(notices(page)).toContainText("The draft of your last visit cannot be read");
      await write(page, "Event pattern", OTHER);
      await isStored(page, OTHER);
      expect(Object.values((await stored(page)).texts)).toContain(raw);
    });
  }

  test("a draft of an earlier version moves to the list", async ({ page }) => {
    await page.addInitScript((mine) => {
      if (!sessionStorage.getItem("put")) {
        sessionStorage.setItem("put", "1");
        localStorage.setItem("rulepad.draft", JSON.stringify({ event: "{}", pattern: mine, rule: { name: "old" } }));
      }
    }, MINE);
    await open(page);
    await expect(pattern(page)).toHaveText(MINE);
    expect((await stored(page)).local["rulepad.draft"]).toBeUndefined();
    await page.reload();
    await expect(pattern(page)).toHaveText(MINE);
    await showDrafts(page);
    await expect(rows(page).filter({ hasText: "old" })).toHaveCount(1);
  });
});

test.describe("storage that does not work", () => {
  test("without a database drafts are stored in local storage, two tabs apart", async ({ context }) => {
    await context.addInitScript(() => Object.defineProperty(window, "indexedDB", { get: () => undefined }));
    const page = await context.newPage();
    await open(page);
    await expect(notices(page)).toContainText("drafts are stored in local storage");
    await write(page, "Event pattern", MINE);
    const local = (page: Page) => page.evaluate(() => Object.values({ ...localStorage }).join());
    await expect.poll(() => local(page)).toContain("mine");
    const other = await context.newPage();
    await open(other);
    await expect(pattern(other)).toHaveText(MINE);
    await write(other, "Event pattern", OTHER);
    await expect.poll(() => local(other)).toContain("other");
    await write(page, "Event pattern", '{"source": ["mine", 2]}');
    await expect.poll(() => local(page)).toContain('\\"mine\\", 2');
    expect(await local(page)).toContain("other");
    await page.reload();
    await expect(pattern(page)).toHaveText('{"source": ["mine", 2]}');
    await showDrafts(page);
    await expect(rows(page)).toHaveCount(2);
  });

  test("blocked: said, and the page works", async ({ context }) => {
    await context.addInitScript(() => {
      const blocked = {
        get() {
          throw new DOMException("blocked", "SecurityError");
        },
      };
      for (const name of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, name, blocked);
    });
    const page = await context.newPage();
    await open(page);
    await expect(notices(page)).toContainText("This browser blocks storage");
    await write(page, "Event pattern", MINE);
    await expect(verdict(page)).toContainText("Does not match");
  });

  test("full: said as such, and no longer once there is room again", async ({ context, browserName }) => {
    test.skip(browserName !== "chromium", "the quota is set by Chromium's protocol");
    const page = await context.newPage();
    await begin(page);
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put;
      const setItem = Storage.prototype.setItem;
      const full = () => {
        throw new DOMException("full", "QuotaExceededError");
      };
      IDBObjectStore.prototype.put = full;
      Storage.prototype.setItem = full;
      Object.assign(window, {
        makeRoom() {
          IDBObjectStore.prototype.put = put;
          Storage.prototype.setItem = setItem;
        },
      });
    });
    await write(page, "Event pattern", OTHER);
    await expect(notices(page)).toContainText("storage for this page is full");
    expect(await patterns(page), "what was stored before is there").toContain(MINE);
    await page.evaluate(() => (window as unknown as { makeRoom(): void }).makeRoom());
    await expect(notices(page)).toBeEmpty();
    await isStored(page, OTHER);
  });

  test("a quota that the browser itself enforces", async ({ context, baseURL }) => {
    const page = await context.newPage();
    await begin(page);
    const client = await context.newCDPSession(page);
    const origin = new URL(baseURL ?? "").origin;
    await client.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
    const long = `{"source": ["${"x".repeat(300_000)}"]}`;
    await write(page, "Event pattern", long);
    await isStored(page, long);
    await page.reload();
    await expect.poll(() => pattern(page).innerText()).toContain("xxx");
    await client.send("Storage.overrideQuotaForOrigin", { origin });
    await page.reload();
    await expect.poll(() => pattern(page).innerText()).toContain("xxx");
  });

  test("data deleted while the page is open: the next change is stored", async ({ page }) => {
    await begin(page);
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          localStorage.clear();
          const request = indexedDB.deleteDatabase("rulepad");
          request.onsuccess = resolve;
        }),
    );
    await write(page, "Event pattern", OTHER);
    await isStored(page, OTHER);
  });

  test("settings of a newer version keep what this one does not know", async ({ page }) => {
    await open(page);
    await page.evaluate(() => localStorage.setItem("rulepad.settings", '{"theme": "dark", "colour": "red"}'));
    await page.reload();
    await page.getByRole("button", { name: /^Theme: dark/ }).click();
    await expect.poll(async () => JSON.parse((await stored(page)).local["rulepad.settings"]!)).toMatchObject({ theme: "system", colour: "red" });
  });
});
