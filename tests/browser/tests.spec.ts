// Rules under test: verdicts kept, the matrix, coverage, and where the tests go. By roles and labels alone.
import { AxeBuilder } from "@axe-core/playwright";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";
import { expect as expectSoon, open, reasons, test, text, verdict, write } from "./test";

// A busy machine is slow, not wrong.
const expect = expectSoon.configure({ timeout: 20_000 });

/** What the page saves in the first test; `rulepad verify` runs it in the tests of the command line. */
const SAVED = fileURLToPath(new URL("../verify/from-page.rulepad.json", import.meta.url));

const record = (eventName: string, user: string) => ({
  eventVersion: "1.08",
  eventTime: "2026-01-02T03:04:05Z",
  eventSource: "ec2.amazonaws.com",
  eventName,
  awsRegion: "eu-west-1",
  recipientAccountId: "111122223333",
  eventID: `6a7e8feb-b491-4cf7-a9f1-bf370346771${user.length}`,
  eventType: "AwsApiCall",
  userIdentity: { type: "IAMUser", userName: user },
});
const TRAIL = JSON.stringify({ Records: [record("RunInstances", "ann"), record("StopInstances", "joan")] });
const PATTERN = '{"source": ["aws.ec2"], "detail": {"eventName": ["RunInstances", "StartInstances"]}}';

const matrix = (page: Page) => page.getByRole("grid");
const cell = (page: Page, name: string | RegExp) => matrix(page).getByRole("gridcell", { name });
const totals = (page: Page) => page.locator(".tests-totals");

async function keep(page: Page, what: string) {
  await page.getByRole("button", { name: /^(Keep as a test|[✓✕] Test|Test)/ }).click();
  await page.getByRole("menuitemradio", { name: what, exact: true }).click();
}

async function twoTests(page: Page) {
  await open(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await write(page, "Event pattern", PATTERN);
  await write(page, "Event", TRAIL);
  await page.getByRole("button", { name: "Read as events" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await keep(page, "Must match");
  await page.getByRole("button", { name: "Next event" }).click();
  await expect(verdict(page)).toContainText("Does not match");
  await keep(page, "Must not match");
  await expect(page.getByRole("button", { name: "✓ Test: must not match" })).toBeVisible();
}

async function accessible(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect(wider, "the page does not scroll sideways").toBe(false);
}

test("from CloudTrail records to a file that `rulepad verify` accepts", async ({ page }) => {
  await twoTests(page);
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await expect(totals(page)).toContainText("2 passed, 0 failed");
  await accessible(page);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Control+s")]);
  const saved = await readFile(await download.path(), "utf8");
  expect(saved).toBe(await readFile(SAVED, "utf8"));

  await test.step("the file brings rules and tests back", async () => {
    await page.getByRole("button", { name: "New", exact: true }).click();
    await page.getByRole("button", { name: /^Import/ }).click();
    const dialog = page.getByRole("dialog", { name: "Import" });
    await dialog.locator("input[type=file]").first().setInputFiles({
      name: "from-page.rulepad.json",
      mimeType: "application/json",
      buffer: Buffer.from(saved),
    });
    await dialog.getByRole("button", { name: "Replace", exact: true }).click();
    await expect(totals(page)).toContainText("2 passed, 0 failed");
  });
});

test("a failing cell leads to its reason, and a test survives a reload", async ({ page }) => {
  await twoTests(page);
  await write(page, "Event pattern", PATTERN.replace("RunInstances", "RebootInstances"));
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await expect(totals(page)).toContainText("1 passed, 1 failed");
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "Failing tests (1)" });
  await expect(matrix(page).getByRole("gridcell")).toHaveCount(1);
  await matrix(page).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(verdict(page)).toContainText("Does not match");
  await expect(reasons(page)).toContainText("RunInstances");
  await expect(page.getByRole("button", { name: "✕ Test fails: must match" })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(text(page, "Event")).toContainText("StopInstances");
  await page.waitForTimeout(1500);
  await page.reload();
  await page.getByRole("tab", { name: "Tests 2" }).click();
  await expect(totals(page)).toContainText("1 passed, 1 failed");
});

test("tests are in the link while it stays short", async ({ page, context }) => {
  await twoTests(page);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "With 2 tests" })).toBeChecked();
  const link = await page.getByRole("textbox", { name: "Link" }).inputValue();
  const other = await context.newPage();
  await open(other, link);
  await other.getByRole("tab", { name: "Tests 2" }).click();
  await expect(other.locator(".tests-totals")).toContainText("2 passed, 0 failed");
  await other.close();
  await page.keyboard.press("Escape");
  let noise = 1;
  const long = Array.from({ length: 2500 }, () => (noise = (noise * 48271) % 2147483647)).join(",");
  await write(page, "Event", `{"source": "aws.ec2", "long": [${long}]}`);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await expect(page.getByText(/Other rules and tests are left out/)).toBeVisible();
});

test("coverage shows what no test decides, and a mutant's event becomes a test", async ({ page }) => {
  await twoTests(page);
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await page.getByRole("radio", { name: "Coverage" }).check();
  await expect(page.locator(".painted mark.never")).toContainText('"StartInstances"');
  await accessible(page);
  const mutants = page.getByRole("region", { name: /small changes? tried/ }).getByRole("listitem");
  const before = await mutants.count();
  await mutants.first().getByRole("button", { name: "Add as a test" }).click();
  await expect(mutants).not.toHaveCount(before);
  await expect(page.getByRole("tab", { name: "Tests 3" })).toBeVisible();
});

test("all rules of a template are judged together, one is edited, another disabled", async ({ page }) => {
  await twoTests(page);
  const rule = (name: string, source: string) =>
    `  ${name}:\n    Type: AWS::Events::Rule\n    Properties:\n      Name: ${name}\n      EventPattern: {source: [${source}]}\n`;
  const template = `Resources:\n${rule("Compute", "aws.ec2")}${rule("All", "{prefix: aws.}")}${rule("Idle", "shop")}`;
  await page.getByRole("button", { name: /^Import/ }).click();
  await page.getByRole("dialog", { name: "Import" }).getByRole("textbox").first().fill(template);
  await page.getByRole("button", { name: "Open all 3 rules" }).click();
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await expect(totals(page)).toContainText("3 rules, 2 events, 4 matches");
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "Rules that nothing triggers (1)" });
  await expect(matrix(page).getByRole("rowheader")).toHaveText(["Idle"]);
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "Overlapping rules (2)" });
  await matrix(page).getByRole("checkbox", { name: "All is enabled" }).click();
  await expect(page.getByText("No event triggers more than one rule.")).toBeVisible();
  await page.getByLabel("Show", { exact: true }).selectOption({ label: "All rules and events" });
  await matrix(page).getByRole("button", { name: "Idle", exact: true }).click();
  await expect(text(page, "Event pattern")).toContainText("shop");
  await expect(verdict(page)).toContainText("Does not match");
});

test("a test file is opened with the files it names", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: /^Import/ }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
  const tests = "rulepad: 1\nrules: [rules.json]\ntests:\n  - rule: Orders\n    match: [{event: {source: shop}}]\n    no_match: [{event: {source: bank}, because: source}]\n";
  const rules = JSON.stringify({ Rules: [{ Name: "Orders", EventPattern: '{"source": ["shop"]}' }] });
  await dialog.locator("input[type=file]").first().setInputFiles([file("orders.rulepad.yaml", tests)]);
  await expect(dialog.getByText("no file matches")).toBeVisible();
  await dialog.locator("input[type=file]").first().setInputFiles([file("rules.json", rules), file("orders.rulepad.yaml", tests)]);
  await expect(dialog.getByText("Test file: 1 rule, 2 events, 2 tests")).toBeVisible();
  await dialog.getByRole("button", { name: "Open the tests" }).click();
  await expect(totals(page)).toContainText("2 passed, 0 failed");
});

test("the monitor counts events over their own time, by pointer and by keyboard", async ({ page }) => {
  await twoTests(page);
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await page.getByRole("radio", { name: "Monitor" }).check();
  const chart = page.getByRole("group", { name: "Events over time" });
  await chart.focus();
  await page.keyboard.press("ArrowRight");
  await expect(chart.getByRole("status")).toContainText("2 received, 1 matched, 1 triggered, 0 delivered, 0 failed");
  await expect(page.getByRole("region", { name: "Counts by period" }).getByRole("row")).toHaveCount(2);
  await page.getByRole("combobox", { name: "Period" }).selectOption({ label: "1 day" });
  await expect(page.getByRole("rowheader")).toContainText("2026-01-02 00:00:00");
  await accessible(page);
});

test("a file is scanned in slices: counts, a part, what was not read, first matches", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await write(page, "Event pattern", '{"n": [{"numeric": ["<", 30]}]}');
  await page.getByRole("tab", { name: /^Tests/ }).click();
  await page.getByRole("radio", { name: "Scan a file" }).check();
  await accessible(page);

  const count = 40_000;
  const filler = "x".repeat(60);
  const lines = Array.from({ length: count }, (_, n) => JSON.stringify({ source: "shop", "detail-type": "t", n, filler })).join("\n");
  const bad = `${lines}\nno event\n`;
  const trail = JSON.stringify({ Records: [record("RunInstances", "ann"), record("StopInstances", "joan")] });
  const scanned = page.getByRole("status").filter({ hasText: /^(Complete|Incomplete|Scanning|Cancelled)/ });
  const number = (name: string) => page.locator(".scan-counts div").filter({ hasText: name }).locator("dd");
  await page.locator(".empty-panel input[type=file]").setInputFiles([
    { name: "events.ndjson", mimeType: "application/x-ndjson", buffer: Buffer.from(bad) },
    { name: "events.ndjson.gz", mimeType: "application/gzip", buffer: gzipSync(lines) },
    { name: "trail.json.gz", mimeType: "application/gzip", buffer: gzipSync(trail) },
    { name: "archive.zip", mimeType: "application/zip", buffer: Buffer.from("PK\u0003\u0004 and so on") },
  ]);
  await expect(scanned).toHaveText(/^Incomplete/, { timeout: 60_000 });
  await expect(number("Events")).toHaveText("80,002");
  await expect(number("Matched by a rule")).toHaveText("60");
  await expect(number("Not read")).toHaveText("1");
  const gaps = page.getByRole("region", { name: "What was not read" });
  await expect(gaps).toContainText(`events.ndjson, line ${count + 1}: not a JSON object`);
  await expect(gaps).toContainText("archive.zip: a zip archive is not read");
  await accessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download JSON" }).click();
  const saved = JSON.parse(await readFile((await (await download).path())!, "utf8"));
  expect([saved.complete, saved.events, saved.rules[0].matched]).toEqual([false, 2 * count + 2, 60]);

  await test.step("the first matches are loaded with one click", async () => {
    await page.getByRole("button", { name: "Load 20 events" }).click();
    await expect(text(page, "Event")).toContainText('"n": 0');
    await expect(page.getByText("1 of 20", { exact: false }).first()).toBeVisible();
  });

  await test.step("another rule is another scan, on narrow screens and with the keyboard alone", async () => {
    await write(page, "Event pattern", '{"source": ["shop"]}');
    await page.getByRole("tab", { name: /^Tests/ }).click();
    await page.setViewportSize({ width: 390, height: 844 });
    const again = page.getByRole("button", { name: "Scan again" });
    await again.focus();
    await page.keyboard.press("Enter");
    await expect(scanned).toHaveText(/^Incomplete/, { timeout: 60_000 });
    await expect(number("Matched by a rule")).toHaveText("80,000");
    await page.emulateMedia({ colorScheme: "dark" });
    await accessible(page);
  });
});

test("a dropped file that is compressed is offered to be scanned", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Alt+v");
  const paste = page.getByRole("dialog", { name: "Paste or drop" });
  await paste.locator("input[type=file]").first().setInputFiles({
    name: "events.json.gz",
    mimeType: "application/gzip",
    buffer: gzipSync('[{"source": "shop"}, {"source": "bank"}]'),
  });
  await expect(paste).toContainText("scan it in the Tests tab");
  await paste.getByRole("button", { name: "Scan it in the Tests tab" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Complete" })).toBeVisible();
  await expect(page.locator(".scan-counts dd").first()).toHaveText("2");
});
