// The finder: a sample by service, event type, field or value, taken with its pattern. By roles and labels alone.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test, text, unlessCrossed, verdict } from "./test";

const finder = (page: Page) => page.getByRole("dialog", { name: /^Find a sample/ });
const box = (page: Page) => finder(page).getByRole("combobox");
const found = (page: Page) => finder(page).getByRole("option");
const chosen = (page: Page) => finder(page).getByRole("option", { selected: true });

test("a sample is found by service, event type, field and value, and its files come when they are wanted", async ({ page }) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await open(page);
  expect(asked.filter((path) => path.includes("catalogue")), "the first screen is light").toEqual([]);
  await page.getByRole("region", { name: "Event", exact: true }).getByRole("button", { name: "Samples" }).click();
  await expect(box(page)).toBeFocused();
  await expect(found(page).first()).toContainText("CodeBuild Build State Change");
  expect(asked.filter((path) => path.includes("catalogue"))).toHaveLength(3);

  for (const [query, name, why] of [
    ["code build phase", "CodeBuild Build Phase Change", ""],
    ["ECS Task State Change", "ECS Task State Change", ""],
    ["build-status", "CodeBuild Build State Change", "detail.build-status"],
    ["codebuild timed_out", "CodeBuild Build State Change", "TIMED_OUT"],
  ]) {
    await box(page).fill(query);
    await expect(chosen(page)).toContainText(name);
    await expect(chosen(page)).toContainText(why);
  }
  await expect(finder(page).getByRole("region", { name: "Chosen sample" })).toContainText("Starting pattern");

  await box(page).fill("no such thing");
  await expect(found(page)).toHaveCount(0);
  await expect(finder(page)).toContainText("Every word must fit");
});

test("a sample with its starting pattern matches, and is taken back", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("menuitem", { name: /Find a sample event/ }).click();
  await box(page).fill("ecs-task stopped");
  await expect(chosen(page)).toContainText("ECS Task State Change");
  await finder(page).getByRole("button", { name: "Use event and starting pattern" }).click();
  await expect(finder(page)).toHaveCount(0);
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event pattern")).toContainText("aws.ecs");
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await expect(text(page, "Event")).toContainText("aws.codebuild");
});

test("the keyboard alone finds and takes one", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Alt+1");
  await expect(text(page, "Event")).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await expect(found(page).first()).toBeVisible();
  await page.keyboard.type("codepipeline");
  await expect(chosen(page)).toContainText("CodePipeline");
  const first = await chosen(page).textContent();
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page)).not.toHaveText(first ?? "");
  const second = (await chosen(page).textContent()) ?? "";
  expect(await box(page).getAttribute("aria-activedescendant")).toBe(await chosen(page).getAttribute("id"));
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await expect(chosen(page), "the list goes round").toHaveText(first ?? "");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+Enter");
  await expect(finder(page)).toHaveCount(0);
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event"), "the focus comes back").toBeFocused();
  expect(second).toContain("CodePipeline");
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(finder(page)).toHaveCount(0);
});

test("where records are read, records are found", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "EventBridge rule" }).click();
  await page.getByRole("menuitemradio", { name: /Lambda event source mapping/ }).click();
  await page.keyboard.press("Control+k");
  await box(page).fill("sqs");
  await expect(chosen(page)).toContainText("SQS");
  await page.keyboard.press("Control+Enter");
  await expect(verdict(page)).toContainText("Matches");
});

test("files that do not load are said, and tried again", async ({ browser, baseURL }) => {
  // Its own context: the refused request is what is tried here.
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.route("**/catalogue/**", (route) => route.fulfill({ status: 503, body: "" }));
  await open(page);
  await page.keyboard.press("Control+k");
  await expect(finder(page).getByRole("alert")).toContainText("the server answered 503");
  await page.unroute("**/catalogue/**");
  await finder(page).getByRole("button", { name: "Try again" }).click();
  await expect(found(page).first()).toContainText("CodeBuild");
  await context.close();
});

for (const size of ["wide", "narrow"] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`${size} and ${scheme}: accessible, nothing out of sight, picture taken`, unlessCrossed(size, scheme), async ({ browser }) => {
      const narrow = size === "narrow";
      const context = await browser.newContext({
        viewport: narrow ? { width: 390, height: 844 } : { width: 1440, height: 900 },
        colorScheme: scheme,
        reducedMotion: "reduce",
        hasTouch: narrow,
        isMobile: narrow,
      });
      const page = await context.newPage();
      await open(page);
      await page.keyboard.press("Control+k");
      await box(page).fill("codebuild");
      await expect(chosen(page)).toContainText("CodeBuild");
      await expect(text(page, "Event of the sample")).toBeVisible();
      await page.screenshot({ path: `screenshots/${size}-${scheme}-finder.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wider, "the page does not scroll sideways").toBe(false);
      await context.close();
    });
  }
}
