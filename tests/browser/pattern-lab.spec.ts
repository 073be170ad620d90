// Writing and trying patterns: completion, words, dialects, made events, comparison, reference. By roles and labels.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, LOADER, neverAnswers, open, reasons, region, test, text, verdict, write } from "./test";
import { SUB_PATH } from "./server";

const PATTERN = '{\n  "source": ["aws.s3"],\n  "detail": {"object": {"size": [{"numeric": [">", 10]}]}}\n}';

async function choose(page: Page, menu: RegExp, item: RegExp) {
  await page.getByRole("button", { name: menu }).click();
  const items = page.getByRole("menuitem", { name: item }).or(page.getByRole("menuitemradio", { name: item }));
  await items.click();
}

async function accessible(page: Page) {
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

/** Takes the first suggestion; the editor takes no key for one that came up just now. */
async function take(page: Page) {
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
}

test("fields, values and operators are completed while a pattern is typed", async ({ page }) => {
  await open(page);
  await write(page, "Event", '{"source": "aws.s3", "detail": {"state": "on"}}');
  await write(page, "Event pattern", "");
  const options = page.getByRole("listbox").getByRole("option");

  await page.keyboard.type("{");
  await expect(options.first()).toContainText("source");
  await page.keyboard.type('"so');
  await expect(options.first()).toContainText("source");
  await take(page);
  await expect(text(page, "Event pattern")).toHaveText('{"source": []}');

  await page.keyboard.press("ControlOrMeta+Space");
  await expect(options.first()).toContainText("aws.s3");
  await expect(options.filter({ hasText: "prefix" })).toContainText("the string starts with this text");
  await page.keyboard.press("Escape");
  await page.keyboard.type("{");
  await page.keyboard.type('"pre');
  await expect(options.first()).toContainText("prefix");
  await take(page);
  await expect(text(page, "Event pattern")).toHaveText('{"source": [{"prefix": ""}]}');
  await page.keyboard.type("aws.");
  await expect(verdict(page)).toContainText("Matches");
});

test("the pattern is read in words", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", PATTERN);
  await expect(verdict(page)).toContainText("Does not match");
  await page.getByRole("tab", { name: "In words" }).click();
  const words = page.getByRole("group", { name: "The pattern in words" });
  await expect(words).toContainText('Matches events in which source is "aws.s3" and detail.object.size');
  await expect(words.getByRole("region", { name: "Formula" })).toContainText("detail.object.size > 10");
  await accessible(page);
  await reasons(page).getByRole("button", { name: /^(failed|met) source/ }).click();
  await expect(text(page, "Event pattern")).toBeFocused();
});

test("wildcards are measured, and Pipes refuses them", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", '{\n  "source": [{"wildcard": "aws.*b*"}]\n}');
  await expect(verdict(page)).toContainText("Matches");
  const meter = page.getByRole("meter", { name: "Wildcards" });
  await expect(meter).toHaveAttribute("aria-valuetext", /^\d+ of 10$/);
  await page.getByRole("button", { name: "aws.*b*" }).click();
  await expect(text(page, "Event pattern")).toBeFocused();

  await choose(page, /^EventBridge rule/, /^EventBridge Pipes filter/);
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await expect(region(page, "Filter pattern")).toContainText("has no wildcard");
  await expect(page.getByRole("tab", { name: "Export" })).toHaveAttribute("aria-selected", "true");
  await accessible(page);
  await page.waitForTimeout(400);
  await page.reload();
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await choose(page, /^EventBridge Pipes filter/, /^EventBridge rule/);
  await expect(verdict(page)).toContainText("Matches");
});

test("events are made that match and that just miss", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", PATTERN);
  await expect(verdict(page)).toContainText("Does not match");
  await choose(page, /^Make event/, /^An event that matches/);
  await expect(verdict(page)).toContainText("Matches");
  await choose(page, /^Make event/, /^detail\.object\.size/);
  await expect(verdict(page)).toContainText("failed: detail.object.size");
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(verdict(page)).toContainText("Matches");

  await write(page, "Event pattern", '{"source": "aws.s3"}');
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await choose(page, /^Make event/, /^An event that matches/);
  await expect(page.getByRole("status", { name: "Notices" })).toContainText("fix the pattern first");
});

test("two patterns are compared, with events that show it", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", PATTERN);
  await page.getByRole("tab", { name: "Compare" }).click();
  const relation = page.getByRole("status", { name: "Relation" });
  await page.getByRole("button", { name: "Copy from above" }).click();
  await expect(relation).toContainText("Both match the same");
  await write(page, "Other pattern", '{"source": ["aws.s3"]}');
  await expect(relation).toContainText("This one is narrower");
  await accessible(page);
  const events = page.getByRole("list", { name: "Events that show it" }).getByRole("listitem");
  await expect(events).toHaveCount(2);
  await events.filter({ hasText: "Only the other matches" }).getByRole("button", { name: "Use it" }).click();
  await expect(verdict(page)).toContainText("Does not match");
  await events.filter({ hasText: "Both match" }).getByRole("button", { name: "Use it" }).click();
  await expect(verdict(page)).toContainText("Matches");
  await write(page, "Other pattern", '{"source": "aws.s3"}');
  await expect(relation).toContainText("AWS refuses the other pattern");
});

test("what hangs beside the evaluation is stopped, and the evaluation goes on", async ({ page }) => {
  let workers = 0;
  await page.route(LOADER, async (route) => {
    workers += 1;
    await (workers === 1 ? route.continue() : neverAnswers(route));
  });
  await open(page);
  await write(page, "Event pattern", PATTERN);
  await page.getByRole("tab", { name: "Compare" }).click();
  await write(page, "Other pattern", '{"source": ["aws.s3"]}');
  const answer = region(page, "How they relate");
  await write(page, "Event pattern", '{"source": ["aws.codebuild"]}');
  await expect(verdict(page)).toContainText("Matches", { timeout: 1_800 });
  await expect(answer).toContainText("stopped after 2 seconds", { timeout: 10_000 });

  await choose(page, /^Make event/, /^An event that matches/);
  await expect(page.getByRole("status", { name: "Notices" })).toContainText("stopped after 2 seconds");
  await page.unrouteAll({ behavior: "wait" });
  await answer.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("status", { name: "Relation" })).toContainText("They never meet");
});

for (const [where, path] of [
  ["at the root", ""],
  ["under a path", SUB_PATH.slice(1)],
]) {
  test(`the reference is read when it is opened, ${where}, and loads its cases`, async ({ page, baseURL }) => {
    const files: string[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith(".md")) files.push(new URL(request.url()).pathname);
    });
    await open(page, `${baseURL}${path}`);
    expect(files, "the first screen needs none of it").toEqual([]);
    await page.getByRole("tab", { name: "Reference" }).click();
    const contents = page.getByRole("navigation", { name: "Reference" });
    await contents.getByRole("button", { name: /^wildcard A string with/ }).click();
    expect(files.length).toBeGreaterThan(10);
    const chapter = page.getByRole("article", { name: "wildcard" });
    await expect(chapter.getByRole("heading", { name: "The whole string" })).toBeVisible();
    await accessible(page);
    await chapter.getByRole("region", { name: "The whole string" }).getByRole("button", { name: "Load" }).click();
    await expect(verdict(page)).toContainText("Does not match");
    await expect(text(page, "Event")).toContainText("my/dir/cat.png");
    await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
    await expect(verdict(page)).toContainText("AWS refuses this pattern");
  });
}

test("the reference is searched, and its cases of targets and pasted texts are loaded", async ({ page }) => {
  await open(page);
  await page.getByRole("tab", { name: "Reference" }).click();
  const contents = page.getByRole("navigation", { name: "Reference" });
  const search = contents.getByRole("searchbox", { name: "Search the reference" });
  await search.fill("prefix");
  await expect(contents.getByRole("status")).toContainText("found");
  await expect(contents.getByRole("listitem").first()).toContainText("prefix");
  await search.fill("keys of one folder");
  await contents.getByRole("button", { name: /^Keys of one folder/ }).click();
  const region = page.getByRole("region", { name: "Keys of one folder" });
  await expect(region).toBeInViewport();
  await search.fill("no such words here");
  await expect(contents.getByRole("status")).toHaveText("Nothing found");
  await accessible(page);
  await search.press("Escape");
  await expect(contents.getByRole("heading", { name: "Input transformers" })).toBeVisible();
  await contents.getByRole("button", { name: /^JSON template/ }).click();
  await page.getByRole("article").getByRole("button", { name: /^Load/ }).first().click();
  await expect(page.getByRole("log", { name: "Messages" })).toContainText("Loaded “JSON template");
  await page.getByRole("tab", { name: "Targets" }).click();
  await expect(page.getByRole("tabpanel", { name: "Targets" })).toContainText("Input template");
});

test("alternatives that lost are folded, and keys walk and open them", async ({ page }) => {
  await open(page);
  await write(page, "Event", '{"source": "aws.s3"}');
  await write(page, "Event pattern", '{"$or": [{"region": ["x"]}, {"source": ["aws.s3"]}]}');
  await expect(verdict(page)).toContainText("Matches");
  const lost = reasons(page).getByRole("button", { name: "Conditions of alternative 1" });
  await expect(lost).toHaveAttribute("aria-expanded", "false");
  await expect(reasons(page).getByText("region", { exact: true })).toHaveCount(0);
  await reasons(page).getByRole("button", { name: /alternative 1/ }).first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(lost).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(reasons(page).getByRole("button", { name: /^failed region/ })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await expect(lost).toHaveAttribute("aria-expanded", "false");
});

test("on a narrow screen comparison and reference are under More", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitemradio", { name: "Reference" }).click();
  await expect(page.getByRole("article", { name: "exact" })).toBeVisible();
  await accessible(page);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBe(390);
  await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: /^Reference/ }).click();
  await page.getByRole("menuitemradio", { name: "Compare" }).click();
  await expect(text(page, "Other pattern")).toBeVisible();
  await accessible(page);
});

test("completions that are still being looked for do not open over a text that was left", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", "");
  const completions = page.getByRole("listbox", { name: "Completions" });
  await page.keyboard.type('{"');
  await expect(completions).toBeVisible();
  await page.keyboard.press("Escape");
  for (const leave of [() => page.keyboard.press("Alt+1"), () => page.getByRole("heading", { name: "Rulepad" }).click()]) {
    await text(page, "Event pattern").focus();
    await page.keyboard.type("s");
    await leave();
    await expect(text(page, "Event pattern")).not.toBeFocused();
    // Longer than the editor waits for the next key and the worker takes to answer.
    await page.waitForTimeout(600);
    await expect(completions).toHaveCount(0);
  }
});
