// Strange texts, narrow screens and quick hands: nothing is lost, cut off or left behind.
import type { Page } from "@playwright/test";
import { expect, open, reasons, region, test, text, verdict, write } from "./test";

const isFocused = (page: Page) => page.evaluate(() => document.activeElement !== document.body);

test("an editor that is left while a person types in it leaves nothing behind", async ({ page }) => {
  await open(page);
  await page.getByRole("navigation", { name: "Targets" }).getByRole("button", { name: /^slack/ }).click();
  await text(page, "Input template").focus();
  await page.keyboard.type("abc");
  await page.getByRole("tab", { name: "Export" }).click();
  // Longer than completions wait for the next key; the console must stay silent.
  await page.waitForTimeout(400);
  await expect(page.getByLabel("Rule name")).toBeVisible();
});

test("empty texts are no mistakes", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", " ");
  await expect(verdict(page)).toContainText("No pattern yet");
  const pattern = region(page, "Event pattern");
  await expect(pattern).toContainText("No pattern yet. Type one, paste one, or put it together in the Builder.");
  await expect(pattern.getByRole("button", { name: /^Fix all/ })).toHaveCount(0);
  await expect(pattern).not.toContainText("error");
  await write(page, "Event pattern", '{"source": ["aws.s3"]}');
  await write(page, "Event", " ");
  await expect(verdict(page)).toContainText("No event yet");
  await write(page, "Event", '[{"source": "aws.s3"}]');
  await expect(verdict(page)).toContainText("This is not one event");
  await expect(page.getByRole("group", { name: "Delivery" })).toContainText("once the event can be read");
});

test("a condition of several lines has one shape", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", '{\n  "source": [\n    "aws.s3"\n  ]\n}');
  await expect(verdict(page)).toContainText("Does not match");
  const pattern = page.getByRole("region", { name: "Event pattern", exact: true });
  // The column keeps its width by a hidden shape.
  await expect(pattern.locator(".cm-shape-failed").filter({ visible: true })).toHaveCount(1);
  const marked = await pattern.locator(".cm-mark-failed").allInnerTexts();
  expect(marked.join("")).not.toMatch(/^\s|\s$/);
});

test("a long value is cut in the middle and whole on hover", async ({ page }) => {
  const arn = `arn:aws:states:us-east-1:111122223333:stateMachine:${"x".repeat(200)}`;
  await open(page);
  await write(page, "Event pattern", `{"source": ["${arn}y"]}`);
  await write(page, "Event", `{"source": "${arn}"}`);
  await expect(reasons(page)).toContainText("…");
  await expect(reasons(page)).not.toContainText(arn);
  await expect(reasons(page).getByTitle(`"${arn}"`, { exact: true })).toBeVisible();
  await expect(reasons(page).getByTitle(`${arn}y"`)).toBeVisible();
});

test("taking back keeps the focus", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "Examples" }).click();
  await page.getByRole("menuitem", { name: /S3 object created/ }).click();
  const messages = page.getByRole("log", { name: "Messages" });
  await messages.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(verdict(page)).toContainText("AWS refuses this pattern");
  await expect(messages).toBeEmpty();
  await expect.poll(() => isFocused(page)).toBe(true);
});

test.describe("on a telephone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("no region hangs out at the side, whatever the texts", async ({ page }) => {
    await open(page);
    const regions = page.getByRole("navigation", { name: "Regions" });
    const go = (name: string) => regions.getByRole("button", { name, exact: true }).tap();
    const inside = async (name: string) => {
      const out = await page.evaluate(() =>
        [...document.querySelectorAll("button, [role=tab], input, p, li")]
          .filter((element) => !element.closest(".cm-editor, .visually-hidden"))
          .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
          .map((element) => element.textContent),
      );
      expect(out, `in ${name} everything fits`).toEqual([]);
    };
    await go("Pattern");
    await inside("a refused pattern");
    const long = "x".repeat(200);
    await write(page, "Event pattern", `{"${long}": ["${long}"], "source": "${long}"}`);
    await expect(verdict(page)).toContainText("1 error");
    await inside("a problem with a long name");
    await page.getByRole("button", { name: /^Fix all/ }).tap();
    await expect(verdict(page)).toContainText("Both conditions failed");
    for (const name of ["Event", "Pattern", "Why", "Targets", "Export"]) {
      await go(name);
      await inside(name);
    }
  });
});
