// The value at the event's cursor: a condition of the pattern, a variable of a target, by pointer and by key.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, openFixed, test, text, verdict } from "./test";

const bar = (page: Page) => page.getByRole("group", { name: "Value at the cursor" });
const said = (page: Page) => bar(page).getByRole("status");
const button = (page: Page, name: string) => bar(page).getByRole("button", { name });

const point = (page: Page, value: string) => text(page, "Event").getByText(value, { exact: true }).first().click();

test("a value that is clicked becomes a condition, and is taken back", async ({ page }) => {
  await openFixed(page);
  await expect(bar(page)).toContainText("Put the cursor on a value");
  const before = await bar(page).boundingBox();
  await point(page, '"SampleProjectName"');
  await expect(bar(page)).toContainText("$.detail.project-name");
  await expect(bar(page)).toContainText('"SampleProjectName"');
  await button(page, "Add to pattern").click();
  await expect(verdict(page)).toContainText("Matches");
  await expect(text(page, "Event pattern")).toContainText('["test-codebuild-project", "SampleProjectName"]');
  await expect(said(page)).toContainText("detail.project-name takes this value, too");
  expect(await bar(page).boundingBox(), "nothing moves").toEqual(before);

  await button(page, "Add to pattern").click();
  await expect(said(page)).toContainText("already");
  await page.getByRole("log", { name: "Messages" }).getByRole("button", { name: "Undo" }).click();
  await expect(verdict(page)).toContainText("Does not match");
  await expect(text(page, "Event pattern")).not.toContainText("SampleProjectName");
});

test("by keys alone, a value becomes a condition and a variable", async ({ page }) => {
  await openFixed(page);
  await text(page, "Event").focus();
  await page.keyboard.press("ControlOrMeta+Home");
  // To the value of "region".
  for (let line = 1; line < 8; line += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await expect(bar(page)).toContainText("$.region");
  await page.keyboard.press("Alt+p");
  await expect(text(page, "Event pattern")).toContainText('"region": ["us-east-1"]');
  await page.keyboard.press("Alt+m");
  await expect(said(page)).toContainText("<region>");
  await expect(text(page, "Input template")).toContainText('"region": <region>');
  await expect(text(page, "Event")).toBeFocused();
  await page.keyboard.press("Alt+2");
  await expect(text(page, "Event pattern")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(text(page, "Event pattern")).not.toContainText('"region"');
  await expect(verdict(page)).toContainText("Does not match");
});

test("what cannot be used says why, and stays reachable", async ({ page }) => {
  await openFixed(page);
  await point(page, '"detail"');
  const add = button(page, "Add to pattern");
  await expect(add).toHaveAttribute("aria-disabled", "true");
  await expect(add).toHaveAttribute("title", /choose a value in it/);
  await add.click({ force: true });
  await expect(said(page)).toBeEmpty();
});

test("at 390 px it fits, and the page is accessible", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("./");
  await point(page, '"SampleProjectName"');
  await expect(bar(page)).toContainText("$.detail.project-name");
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(sideways).toBeLessThanOrEqual(0);
  for (const name of ["Add to pattern", "Make a variable"]) {
    expect((await button(page, name).boundingBox())?.height).toBeGreaterThanOrEqual(40);
  }
  await button(page, "Make a variable").click();
  await expect(said(page)).not.toBeEmpty();
  const found = await new AxeBuilder({ page }).include(".pick-bar").analyze();
  expect(found.violations).toEqual([]);
});
