// Patterns that another service evaluates: what belongs to rules is folded, and what applies has the room.
import type { Page } from "@playwright/test";
import { expect, openFixed, stored, test } from "./test";

const FILTERS = [
  { dialect: /^EventBridge Pipes/, format: /Pipes/ },
  { dialect: /^Lambda/, format: /Lambda/ },
  { dialect: /^SNS.*attributes/i, format: /SNS/ },
];

/** Waits until the draft with its dialect is stored. */
const isKept = (page: Page) =>
  expect.poll(async () => Object.values((await stored(page)).texts).some((text) => text.includes('"dialect"'))).toBe(true);

for (const { dialect, format } of FILTERS) {
  test(`${dialect.source}: the lower panel shows its export, and rules are folded`, async ({ page }) => {
    await openFixed(page);
    await page.getByRole("button", { name: "EventBridge rule" }).click();
    await page.getByRole("menuitemradio", { name: dialect }).click();
    await expect(page.getByRole("tab", { name: "Export" })).toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("option", { selected: true }).filter({ hasText: format })).toBeVisible();
    await expect(page.getByLabel("Rule name")).toBeHidden();
    await page.getByText("Properties of the rule").click();
    await expect(page.getByLabel("Rule name")).toBeVisible();

    await page.getByRole("tab", { name: /^Targets/ }).click();
    await expect(page.getByText("Targets belong to EventBridge rules")).toBeVisible();
    await isKept(page);
    await page.reload();
    await expect(page.getByRole("tab", { name: "Export" }), "also when the page is opened again").toHaveAttribute("aria-selected", "true");
    await expect(page.getByRole("option", { selected: true }).filter({ hasText: format })).toBeVisible();
  });
}
