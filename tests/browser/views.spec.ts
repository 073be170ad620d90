// Every dialog and every dialect at every width: accessible, nothing out of sight at the side, pictures taken.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, RARE, test, verdict, write } from "./test";

/** Each width in one scheme; 1440 and 390 pixels have tests of their own in both. */
const SCREENS = [
  { width: 1920, height: 1080, scheme: "light" },
  { width: 1440, height: 900, scheme: "dark" },
  { width: 1280, height: 800, scheme: "light" },
  { width: 1024, height: 768, scheme: "dark" },
  { width: 768, height: 1024, scheme: "light" },
  { width: 390, height: 844, scheme: "dark" },
] as const;

/** The widths that each run looks at. */
const often: readonly number[] = [1440, 390];

const DIALECTS = ["Archive", "Pipes", "Lambda", "attributes", "body"];

const rule = (name: string, more = "") => `resource "aws_cloudwatch_event_rule" "${name}" {
  name          = "${name}"
  event_pattern = jsonencode({ source = ["aws.s3"] })
${more}}
`;

/** A region: by the bar at the foot of a narrow screen, by a tab of the lower panel on others. */
async function go(page: Page, name: string) {
  const bar = page.getByRole("navigation", { name: "Regions" });
  if (await bar.isVisible()) await bar.getByRole("button", { name, exact: true }).click();
  else if (!["Event", "Pattern", "Why"].includes(name)) await page.getByRole("tab", { name: new RegExp(`^${name}`) }).click();
}

async function choose(page: Page, format: string) {
  const option = page.getByRole("option", { name: format, exact: true });
  if (await option.isVisible()) return option.click();
  await page.locator(".format-choice").getByRole("button").click();
  await page.getByRole("menuitemradio", { name: format, exact: true }).click();
}

for (const { width, height, scheme } of SCREENS) {
  test(`${width} pixels, ${scheme}`, often.includes(width) ? {} : RARE, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    const look = async (name: string) => {
      await page.screenshot({ path: `screenshots/view-${width}-${scheme}-${name}.png` });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`), name).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wider, `${name} scrolls sideways`).toBe(false);
    };
    const narrow = width < 900;
    await open(page);
    await go(page, "Pattern");
    await page.getByRole("button", { name: /^Fix all/ }).click();
    await expect(verdict(page)).toContainText("Does not match");

    await test.step("export with losses, and with a refusal", async () => {
      await go(page, "Targets");
      await page.getByRole("button", { name: "Add target" }).click();
      await page.getByRole("menuitem", { name: /^Blank/ }).click();
      await go(page, "Export");
      await choose(page, "SAM");
      await expect(page.getByRole("list", { name: "AWS refuses" })).toBeVisible();
      await look("export-refusal");
      await page.keyboard.press("Control+z");
      await choose(page, "Serverless");
      await expect(page.getByRole("list", { name: "AWS refuses" })).toHaveCount(0);
      await look("export-losses");
    });

    await test.step("drafts", async () => {
      if (narrow) {
        await page.getByRole("navigation", { name: "Regions" }).getByRole("button", { name: /^More/ }).click();
        await page.getByRole("menuitem", { name: "Drafts" }).click();
      } else {
        await page.getByRole("button", { name: "Drafts", exact: true }).click();
      }
      await expect(page.getByRole("list", { name: "Stored drafts" })).toBeVisible();
      await look("drafts");
      await page.keyboard.press("Escape");
    });

    await test.step("import of several files", async () => {
      await page.keyboard.press("Alt+i");
      const dialog = page.getByRole("dialog", { name: "Import" });
      const chooser = page.waitForEvent("filechooser");
      await dialog.getByText("Choose files").click();
      const file = (name: string, text: string) => ({ name, mimeType: "", buffer: Buffer.from(text) });
      await (await chooser).setFiles([
        file("first.tf", rule("first", "  nonsense = 1\n")),
        file("second-with-a-very-long-name-that-does-not-fit-beside-its-count.tf", rule("second", "  other = 1\n")),
      ]);
      await expect(dialog.getByRole("list", { name: "In the other files" })).toBeVisible();
      await look("import");
      await page.keyboard.press("Escape");
    });

    await test.step("the list of loaded events", async () => {
      await go(page, "Event");
      const events = Array.from({ length: 40 }, (_, at) => ({ source: at % 3 ? "aws.codebuild" : "x", "detail-type": `T${at}` }));
      await write(page, "Event", events.map((event) => JSON.stringify(event)).join("\n"));
      await page.getByRole("button", { name: "Read as events" }).click();
      await page.getByRole("button", { name: "1 of 40" }).click();
      await expect(page.getByRole("listbox", { name: "Events" })).toBeVisible();
      await look("events");
    });

    for (const name of ["In words", "Builder"]) {
      await test.step(name, async () => {
        await go(page, "Pattern");
        await page.getByRole("tab", { name, exact: true }).click();
        await expect(page.getByRole("group", { name: name === "Builder" ? "The pattern as a form" : "The pattern in words" })).toBeVisible();
        await look(name.toLowerCase().replace(" ", "-"));
      });
    }
    await page.getByRole("tab", { name: "JSON", exact: true }).click();

    for (const dialect of DIALECTS) {
      await test.step(dialect, async () => {
        await page.getByRole("banner").getByRole("button", { name: /rule|archive|Pipes|Lambda|SNS/i }).click();
        await page.getByRole("menuitemradio", { name: new RegExp(dialect, "i") }).first().click();
        await go(page, "Export");
        await expect(page.locator(".export-body").getByRole("textbox").or(page.locator(".export-state")).first()).toBeVisible();
        await look(`dialect-${dialect.toLowerCase()}`);
      });
    }

  });
}
