// Daily use: pasting, long lines, many events, typing without jumps, other dialects. By roles and labels alone.
import type { Page } from "@playwright/test";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect as expectSoon, open, openFixed, region, selectAll, test, text, verdict, write } from "./test";

// A busy machine is slow, not wrong.
const expect = expectSoon.configure({ timeout: 20_000 });

const TERRAFORM = `resource "aws_cloudwatch_event_rule" "r" {
  name          = "r"
  event_pattern = jsonencode({ source = ["aws.s3"] })
}
`;

/** Pastes over everything in a text, as a person does. */
async function paste(page: Page, name: string, value: string) {
  await selectAll(page, name);
  await page.evaluate((value) => navigator.clipboard.writeText(value), value);
  await page.keyboard.press("ControlOrMeta+v");
}

test.beforeEach(({ context }) => context.grantPermissions(["clipboard-read", "clipboard-write"]));

test("a paste over a selection stays in its editor", async ({ page }) => {
  await openFixed(page);
  for (let time = 0; time < 8; time++) {
    await paste(page, "Event", JSON.stringify({ source: `aws.x${time}` }));
    await expect(text(page, "Event")).toHaveText(`{"source":"aws.x${time}"}`);
    await expect(page.getByRole("dialog")).toHaveCount(0);
  }
});

test("rules pasted as a pattern are offered to import", async ({ page }) => {
  await openFixed(page);
  await paste(page, "Event pattern", TERRAFORM);
  await expect(page.getByText("This looks like Terraform")).toBeVisible();
  await page.getByRole("button", { name: "Open in Import" }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await expect(dialog.getByRole("table", { name: "What would be replaced" })).toBeVisible();
  await dialog.getByRole("button", { name: "Replace" }).click();
  await expect(dialog).toBeHidden();
  await expect(text(page, "Event pattern")).toContainText('"source": ["aws.s3"]');
});

test("the import has its own button and its own keys", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Import" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+i");
  await expect(page.getByRole("dialog", { name: "Import" })).toBeVisible();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByText("Choose files").click();
  const file = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
  await (await chooser).setFiles([file("notes.txt", "hello"), file("rule.tf", TERRAFORM)]);
  await expect(page.getByRole("list", { name: "Files" }).getByRole("button")).toHaveText([/notes\.txt.*no rule/, /rule\.tf.*1 rule/]);
  await expect(page.getByRole("button", { name: "Replace" })).toBeVisible();
});

test("a whole folder is imported, without what tools wrote into it", async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), "rulepad-"));
  await mkdir(join(folder, "node_modules"));
  await writeFile(join(folder, "main.tf"), TERRAFORM);
  await writeFile(join(folder, "notes.png"), "no text");
  await writeFile(join(folder, "node_modules", "rule.tf"), TERRAFORM);
  await openFixed(page);
  await page.keyboard.press("Alt+i");
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("dialog").getByText("Choose a folder").click();
  await (await chooser).setFiles(folder);
  await expect(page.getByRole("dialog")).toContainText("main.tf");
  await expect(page.getByRole("button", { name: "Replace" })).toBeVisible();
  await expect(page.getByRole("dialog")).not.toContainText("node_modules");
  await rm(folder, { recursive: true });
});

test("minified JSON is offered indented, and every character of it stays", async ({ page }) => {
  await openFixed(page);
  const dense = `{"n":1.50,"n":1e3,"big":12345678901234567890,"text":"${"x".repeat(200)}","b":1,"a":2}`;
  await paste(page, "Event", dense);
  await page.getByRole("button", { name: "Format it" }).click();
  await expect(text(page, "Event")).toContainText('"n": 1.50');
  await expect.poll(async () => (await text(page, "Event").innerText()).replaceAll(/\s/g, "")).toBe(dense);
});

test("long lines wrap, and the switch is kept", async ({ page }) => {
  await openFixed(page);
  const wrapped = region(page, "Event").locator(".cm-lineWrapping");
  await expect(wrapped).toHaveCount(1);
  await region(page, "Event").getByRole("button", { name: "More for the event" }).click();
  await page.getByRole("menuitemcheckbox", { name: /Wrap long lines/ }).click();
  await expect(wrapped).toHaveCount(0);
  await page.reload();
  await expect(verdict(page)).toContainText(/match/);
  await expect(wrapped).toHaveCount(0);
});

test("the pattern stays where it is while one types, and a refusal waits for a pause", async ({ page }) => {
  await openFixed(page);
  await write(page, "Event pattern", '{"source": ["aws.s3"]}');
  await expect(verdict(page)).toContainText("Does not match");
  const height = async () => (await text(page, "Event pattern").locator("xpath=ancestor::*[contains(@class, 'pane-editor')]").boundingBox())?.height;
  const before = await height();
  // A busy machine may pause between the keys, so the pause itself is measured in the page.
  await verdict(page).evaluate((verdict) => {
    const times = { key: 0, pause: -1 };
    Object.assign(window, { times });
    addEventListener("keydown", () => (times.key = performance.now()), true);
    new MutationObserver(() => {
      if (times.pause < 0 && verdict.textContent?.includes("refuses")) times.pause = performance.now() - times.key;
    }).observe(verdict, { subtree: true, childList: true, characterData: true });
  });
  await page.keyboard.press("End");
  for (const key of ["Backspace", "Backspace", "Backspace", "x"]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
    expect(await height()).toBe(before);
  }
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  const pause = await page.evaluate(() => (window as unknown as { times: { pause: number } }).times.pause);
  expect(pause, "from the last key to the refusal").toBeGreaterThan(600);
  expect(await height()).toBe(before);
});

test("thousands of events are listed in the pane", async ({ page }) => {
  await openFixed(page);
  await write(page, "Event pattern", '{"source": ["aws.s3"]}');
  const events = Array.from({ length: 3000 }, (_, at) => ({ source: at % 3 ? "aws.s3" : "x", "detail-type": `T${at}` }));
  await write(page, "Event", events.map((event) => JSON.stringify(event)).join("\n"));
  await page.getByRole("button", { name: "Read as events" }).click();
  await page.getByRole("button", { name: "1 of 3000" }).click();
  const rows = page.getByRole("listbox", { name: "Events" }).getByRole("option");
  await expect(rows.first()).toHaveAttribute("aria-setsize", "3000");
  expect(await rows.count(), "only what is seen is drawn").toBeLessThan(60);
  await page.getByLabel("Search the events").fill("T2999");
  await expect(rows).toHaveCount(1);
  await rows.first().click();
  await expect(text(page, "Event")).toContainText("T2999");
  await page.getByLabel("Search the events").fill("");
  await page.getByRole("checkbox", { name: "Matching only" }).check();
  await expect(rows.first()).toHaveAttribute("aria-setsize", "2000");
  await page.getByRole("button", { name: "Match ›" }).click();
  await expect(text(page, "Event")).toContainText('"T1"');
  await page.getByRole("button", { name: "Copy verdicts as CSV" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("1,x · T0,no_match");
  expect(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), "the page does not scroll").toBe(true);
});

test("the event's value is set from the reasons", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("button", { name: "Set the event's value of detail.project-name" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event")).toContainText('"project-name": "test-codebuild-project"');
});

test("an event is made of the sample of its type", async ({ page }) => {
  await openFixed(page);
  const state = "EC2 Instance State-change Notification";
  await write(page, "Event pattern", `{"source": ["aws.ec2"], "detail-type": ["${state}"], "detail": {"state": ["terminated"]}}`);
  await page.getByRole("button", { name: "Make event" }).click();
  await page.getByRole("menuitem", { name: "An event that matches" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event")).toContainText("instance-id");
  await expect(text(page, "Event"), "nothing of another type").not.toContainText("additional-information");
});

test("a condition of the form is written once it has a value", async ({ page }) => {
  await openFixed(page);
  await write(page, "Event pattern", '{"detail": {"state": ["a"]}}');
  await page.getByRole("tab", { name: "Builder" }).click();
  await page.getByRole("combobox", { name: "Another condition of detail.state" }).selectOption("prefix");
  await expect(page.getByRole("textbox", { name: "detail.state, prefix" })).toBeFocused();
  await page.keyboard.type("run");
  await page.keyboard.press("Enter");
  await page.getByRole("tab", { name: "JSON" }).click();
  await expect(text(page, "Event pattern")).toHaveText('{"detail": {"state": ["a", {"prefix": "run"}]}}');
});

test("an undefined variable is defined from the event", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("radio", { name: "Input transformer" }).check({ force: true });
  await write(page, "Input template", '"in <region>"');
  await page.getByRole("note", { name: "What was meant" }).getByRole("button", { name: /^define/ }).click();
  await expect(text(page, "Input paths")).toContainText('"region": "$.region"');
});

test("a freshly opened template keeps the order of the keys", async ({ page }) => {
  await openFixed(page);
  await page.getByRole("radio", { name: "Input transformer" }).check({ force: true });
  await selectAll(page, "Input template");
  await page.keyboard.type("0123456789abcdefghij");
  await expect(text(page, "Input template")).toHaveText("0123456789abcdefghij");
});

test("shortcuts are found on a Hangul layout, and not while a character is put together", async ({ page }) => {
  await openFixed(page);
  const press = (composing: boolean) =>
    page.evaluate((isComposing) => {
      const init = { key: "ㅏ", code: "KeyK", ctrlKey: true, bubbles: true, cancelable: true, isComposing };
      document.body.dispatchEvent(new KeyboardEvent("keydown", init));
    }, composing);
  await press(true);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await press(false);
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("nothing is hidden in names and reasons", async ({ page }) => {
  await openFixed(page);
  const hidden = "a\u034fb\ufe0fc\u2800d\u115fe\u200df\u202e";
  await write(page, "Event pattern", JSON.stringify({ detail: { [hidden]: [hidden] } }));
  await write(page, "Event", JSON.stringify({ source: "s", detail: { [hidden]: "x" } }));
  await expect(verdict(page)).toContainText("Does not match");
  const why = await page.getByRole("list", { name: "Why", exact: true }).innerHTML();
  for (const character of "\u034f\ufe0f\u2800\u115f\u200d\u202e") expect(why).not.toContain(character);
});

for (const width of [1024, 1280, 1440] as const) {
  test(`${width} pixels: headers on one line in every dialect, menus on the screen`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await open(page);
    for (let at = 0; at < 6; at++) {
      const heights = await page.locator(".pane-header").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
      expect(new Set(heights).size, `one height: ${heights}`).toBe(1);
      await page.locator("header").getByRole("button", { name: /rule|archive|Pipes|Lambda|SNS/ }).click();
      const menu = await page.getByRole("menu").boundingBox();
      expect((menu?.x ?? -1) >= 0 && (menu?.x ?? 0) + (menu?.width ?? 0) <= width).toBe(true);
      await page.getByRole("menuitemradio").nth(at).click();
    }
    await expect(region(page, "Filter policy")).toBeVisible();
    await expect(page.getByRole("tab", { name: "Export" })).toHaveAttribute("aria-selected", "true");
    await page.getByRole("button", { name: "Find a sample record" }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
  });
}

test("on a wide screen the reasons are beside texts and targets", async ({ page }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openFixed(page);
  const why = await region(page, "Why").boundingBox();
  const targets = await page.getByRole("tabpanel", { name: "Targets" }).boundingBox();
  expect((why?.y ?? 0) + (why?.height ?? 0)).toBeGreaterThan((targets?.y ?? 0) + 100);
  expect((targets?.x ?? 0) + (targets?.width ?? 0)).toBeLessThanOrEqual((why?.x ?? 0) + 1);
});
