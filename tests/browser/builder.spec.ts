// The builder: the pattern as a form, two ways with its JSON. By roles and labels alone.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, test, text, unlessCrossed, verdict, write as writeText } from "./test";

const view = (page: Page, name: "JSON" | "Builder" | "In words") => page.getByRole("tab", { name, exact: true });
const form = (page: Page) => page.getByRole("group", { name: "The pattern as a form" });
const row = (page: Page, field: string) => form(page).getByRole("group", { name: field, exact: true });
const value = (page: Page, field: string, name: string) =>
  row(page, field).getByRole("button", { name, exact: true });

async function write(page: Page, pattern: string) {
  await view(page, "JSON").click();
  await writeText(page, "Event pattern", pattern);
}

async function json(page: Page): Promise<string> {
  await view(page, "JSON").click();
  return (await text(page, "Event pattern").innerText()).replace(/\s+/g, " ").trim();
}

test("a pattern is made from nothing: service, event type, several states", async ({ page }) => {
  await open(page);
  await write(page, "");
  await view(page, "Builder").click();
  await form(page).getByLabel("Service").selectOption({ label: "CodeBuild · aws.codebuild" });
  await form(page).getByLabel("Event type").selectOption({ label: "CodeBuild Build State Change" });
  await expect(verdict(page)).toContainText("Matches");
  await form(page).getByRole("button", { name: /detail\.build-status/ }).click();
  await expect(row(page, "detail.build-status").getByRole("button", { name: "IN_PROGRESS" })).toBeFocused();
  await value(page, "detail.build-status", "FAILED").click();
  await expect(verdict(page)).toContainText("Does not match");
  await value(page, "detail.build-status", "SUCCEEDED").click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(row(page, "detail.build-status").getByRole("img", { name: "met" })).toBeVisible();
  expect(await json(page)).toBe(
    '{ "source": ["aws.codebuild"], "detail-type": ["CodeBuild Build State Change"], "detail": { "build-status": ["FAILED", "SUCCEEDED"] } }',
  );
});

test("what is typed in the JSON stands in the form, and the reverse, with every other byte as it was", async ({ page }) => {
  await open(page);
  await write(page, '{"detail": {"n": [1.50,  9007199254740993], "$or": [{"a": [1]}, {"b": [1]}], "s": ["x"]}}');
  await view(page, "Builder").click();
  await expect(row(page, "detail.n").getByRole("textbox").first()).toHaveValue("1.50");
  await expect(form(page).getByRole("region", { name: "Kept as written" })).toContainText("$or");
  await row(page, "detail.s").getByRole("textbox", { name: "Another text of detail.s" }).fill("y");
  await page.keyboard.press("Enter");
  await row(page, "detail.n").getByRole("combobox", { name: "Another condition of detail.n" }).selectOption("numeric");
  await expect(row(page, "detail.n").getByRole("combobox", { name: /sign 1/ })).toBeFocused();
  await row(page, "detail.n").getByRole("textbox", { name: /numeric, number/ }).fill("1e3");
  await row(page, "detail.s").getByRole("combobox", { name: "Another condition of detail.s" }).selectOption("null");
  expect(await json(page)).toBe(
    '{"detail": {"n": [1.50, 9007199254740993, {"numeric": [">", 1e3]}], "$or": [{"a": [1]}, {"b": [1]}], "s": ["x", "y", null]}}',
  );
  // The editor takes them back one by one, too.
  await text(page, "Event pattern").press("ControlOrMeta+z");
  await expect(text(page, "Event pattern")).toContainText('"s": ["x", "y"]');
});

test("a number that is none is said and not written, and steps are taken back", async ({ page }) => {
  await open(page);
  await write(page, '{"detail": {"n": [{"numeric": [">", 0]}]}}');
  await view(page, "Builder").click();
  const number = row(page, "detail.n").getByRole("textbox", { name: /numeric, number/ });
  await number.fill("1x");
  await expect(row(page, "detail.n").getByRole("alert")).toContainText("1x");
  await number.fill("12");
  await expect(row(page, "detail.n").getByRole("alert")).toHaveCount(0);
  await row(page, "detail.n").getByRole("button", { name: "and below…" }).click();
  await expect(row(page, "detail.n").getByRole("textbox", { name: /second number/ })).toHaveValue("112");
  const undo = page.getByRole("region", { name: "Event pattern", exact: true }).getByRole("button", { name: "Undo" });
  await undo.click();
  await undo.click();
  await expect(number).toHaveValue("0");
  await expect(undo).toHaveAttribute("aria-disabled", "true");
});

test("a broken text closes the form, and fixing opens it", async ({ page }) => {
  await open(page);
  await view(page, "Builder").click();
  await expect(form(page)).toContainText("broken");
  await page.getByRole("button", { name: /^Fix all/ }).click();
  await expect(value(page, "detail.build-status", "STOPPED")).toHaveAttribute("aria-pressed", "true");
  await expect(view(page, "Builder"), "the focus is never lost").toBeFocused();
});

test("without the catalogue what the pattern has is edited", async ({ browser, baseURL }) => {
  // Its own context: the refused request is what is tried here.
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.route("**/catalogue/**", (route) => route.abort());
  await open(page);
  await write(page, '{"detail": {"build-status": ["FAILED"]}}');
  await view(page, "Builder").click();
  await expect(form(page).getByRole("alert")).toContainText("cannot be offered");
  await value(page, "detail.build-status", "SUCCEEDED").click();
  await expect(verdict(page)).toContainText("Matches");
  expect(await json(page)).toBe('{"detail": {"build-status": ["FAILED", "SUCCEEDED"]}}');
  await page.unroute("**/catalogue/**");
  await view(page, "Builder").click();
  await form(page).getByRole("button", { name: "Try again" }).click();
  await expect(form(page).getByLabel("Service")).toBeVisible();
  await context.close();
});

test("the keyboard alone builds a pattern", async ({ page }) => {
  await open(page);
  await write(page, '{"source": ["aws.codebuild"]}');
  await view(page, "JSON").focus();
  await page.keyboard.press("ArrowRight");
  await expect(form(page).getByLabel("Service")).toBeVisible();
  await form(page).getByRole("textbox", { name: "Add a field" }).focus();
  await page.keyboard.type("detail.build-status");
  await page.keyboard.press("Enter");
  await expect(value(page, "detail.build-status", "IN_PROGRESS").or(value(page, "detail.build-status", "SUCCEEDED")).first()).toBeFocused();
  await page.keyboard.press("Space");
  await expect(page.locator(":focus")).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Control+z");
  await expect(page.locator(":focus")).toHaveAttribute("aria-pressed", "false");
  await row(page, "detail.build-status").getByRole("button", { name: "Remove detail.build-status" }).focus();
  await page.keyboard.press("Enter");
  await expect(row(page, "detail.build-status")).toHaveCount(0);
  await expect(page.locator(":focus"), "the focus is never lost").toHaveCount(1);
});

test("a quote opens the completions at once", async ({ page }) => {
  await open(page);
  await write(page, "");
  await page.keyboard.type('{"');
  const options = page.getByRole("listbox", { name: "Completions" }).getByRole("option");
  await expect(options.first()).toContainText('"version"');
  // The editor gives a key to the list only when the list was there long enough to be seen.
  await page.waitForTimeout(200);
  await page.keyboard.press("Enter");
  await expect(text(page, "Event pattern")).toHaveText('{"version": []}');
});

test("long names and values are folded, and are whole where they are copied", async ({ page }) => {
  await open(page);
  const long = "x".repeat(200);
  await write(page, `{"detail": {"${long}": ["${long}"]}}`);
  await view(page, "In words").click();
  const words = page.getByRole("group", { name: "The pattern in words" });
  await expect(words).toContainText(`"${long}"`);
  const line = await words.getByRole("region", { name: "Sentence" }).locator("p").boundingBox();
  // Eight lines or more where it is not folded, by the width of the font.
  expect(line?.height ?? 0, "a few lines").toBeLessThan(140);
  const reason = page.getByRole("list", { name: "Why", exact: true }).getByRole("listitem").first();
  const why = await reason.getByRole("button").first().boundingBox();
  // Fourteen lines where they are not folded.
  expect(why?.height ?? 0).toBeLessThan(200);
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
      if (narrow) await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: "Pattern" }).click();
      await view(page, "Builder").click();
      await page.getByRole("button", { name: /^Fix all/ }).click();
      await expect(value(page, "detail.build-status", "STOPPED")).toBeVisible();
      await row(page, "detail.project-name").getByRole("combobox", { name: /Another condition/ }).selectOption("numeric");
      await expect(row(page, "detail.project-name").getByRole("combobox", { name: /sign 1/ })).toBeVisible();
      await page.screenshot({ path: `screenshots/${size}-${scheme}-builder.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
      const wider = await form(page).evaluate((element) => element.scrollWidth > element.clientWidth);
      expect(wider, "the form does not scroll sideways").toBe(false);
      if (narrow) {
        const small = await form(page).evaluate((element) =>
          [...element.querySelectorAll("button, input, select")]
            .filter((control) => control.getBoundingClientRect().height < 40)
            .map((control) => control.outerHTML.slice(0, 80)),
        );
        expect(small, "every control is large enough for a finger").toEqual([]);
      }
      await context.close();
    });
  }
}
