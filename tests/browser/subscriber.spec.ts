// The page of subscribers: from a pasted order to a payload, a rule that becomes subscribers, and the way there and back.
import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, open, region, test, text, unlessCrossed, verdict, write } from "./test";

const KIND = "Custom Event Bus subscriber";
const ORDER = `{
  "orderId": "A-1",
  "total": 700,
  "customer": { "name": "Ann" }
}`;

/** Opens the page of subscribers and waits for its first verdict. */
async function openSubscriber(page: Page, address = "./?kind=subscriber") {
  await page.goto(address);
  await expect(page.locator("#boot")).toHaveCount(0, { timeout: 30_000 });
  await expect(verdict(page)).toContainText(/match|yet/i);
}

const chooseKind = async (page: Page, from: RegExp, to: string) => {
  await page.getByRole("button", { name: from }).click();
  await page.getByRole("menuitemradio", { name: to }).first().click();
};

test("a raw order: filters, why they fail, the fix, a payload and where it comes from", async ({ page }) => {
  await openSubscriber(page);
  await page.getByRole("button", { name: "New", exact: true }).click();
  await expect(verdict(page)).toContainText("No event yet");
  await write(page, "Event", ORDER);
  await expect(verdict(page)).toContainText("Match: the subscriber gets the event");
  await expect(page.getByText(/published with `?PutRawEvents/).first()).toBeVisible();

  // Written as for a rule: the payload has no `detail`.
  await write(page, "Filter of DATA", '{"detail": {"total": [{"numeric": [">", 500]}]}}');
  await expect(verdict(page)).toContainText("No match");
  const why = region(page, "Why");
  await expect(why.getByRole("region", { name: "DATA", exact: true })).toContainText("PutEvents");
  await why.getByRole("button", { name: /keep only what is under/ }).click();
  await expect(verdict(page)).toContainText("Match: the subscriber gets the event");
  await expect(text(page, "Filter of DATA")).not.toContainText("detail");

  // A condition of METADATA that the event does not meet, until the publisher sets it.
  await page.getByRole("tab", { name: /^METADATA/ }).click();
  await write(page, "Filter of METADATA", '{"tenant": ["acme"]}');
  await expect(verdict(page)).toContainText("No match");
  await expect(why.getByRole("region", { name: "METADATA", exact: true })).toContainText("tenant");
  await page.getByText("Set by the publisher").click();
  await page.getByRole("button", { name: "Add metadata" }).click();
  await page.getByRole("textbox", { name: "Key 1 of the metadata" }).fill("tenant");
  await page.getByRole("textbox", { name: "Value 1 of the metadata" }).fill("acne");
  await expect(why.getByRole("region", { name: "METADATA", exact: true })).toContainText("acne");
  // The near miss is a click.
  await why.getByRole("button", { name: "Use it in the filter" }).click();
  await expect(verdict(page)).toContainText("Match: the subscriber gets the event");
  await expect(text(page, "Filter of METADATA")).toContainText("acne");

  await page.getByRole("radio", { name: "JSONATA" }).check();
  await write(page, "Expression", '{% {"order": $events.Data.orderId, "who": $uppercase($events.Data.customer.name)} %}');
  const arrives = region(page, "What arrives");
  await expect(arrives).toContainText('{"order":"A-1","who":"ANN"}');
  const origins = arrives.getByRole("list", { name: "Where the payload comes from" });
  await expect(origins.getByRole("button")).toHaveCount(2);
  await expect(origins).toContainText("$events.Data.orderId");
  // Both ways: the stretch lights its value, and the value its stretch.
  await origins.getByRole("button").first().focus();
  await expect(page.locator("#event .cm-mark-lit").first()).toContainText("A-1");
  await expect(arrives.locator(".piece.lit")).toHaveText('"A-1"');

  // Undo reaches back over all of it, one step at a time.
  await page.getByRole("button", { name: /^Undo: typing in Expression/ }).click();
  await expect(arrives).not.toContainText("ANN");
});

test("who refuses a subscriber is told apart", async ({ page }) => {
  await openSubscriber(page);
  const delivery = region(page, "Delivery");
  await delivery.getByRole("tab", { name: /^Target/ }).click();
  await page.getByRole("textbox", { name: "Target ARN" }).fill("arn:aws:sqs:us-east-1:111122223333:orders.fifo");
  await expect(delivery.getByRole("status")).toHaveText(/the target refuses every delivery/);
  await write(page, "Parameters of the target", '{"SnsParameters": {"Subject": "x"}}');
  await expect(delivery.getByRole("status")).toHaveText(/AWS refuses this subscriber at create/);
  await expect(delivery).toContainText("Expected SqsParameters");
});

test("event and pattern come along to subscribers and back, and nothing is lost", async ({ page }) => {
  await open(page);
  await write(page, "Event pattern", '{"source": ["com.shop"]}');
  await write(page, "Event", '{"source": "com.shop", "detail-type": "Order", "detail": {"id": 7}}');
  await expect(verdict(page)).toContainText("Matches");
  await chooseKind(page, /^EventBridge rule/, KIND);
  await expect(page.getByRole("dialog", { name: "Migrate a rule to subscribers" })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await expect(text(page, "Filter of DATA")).toContainText("com.shop");
  await expect(verdict(page)).toContainText("Match: the subscriber gets the event");
  await write(page, "Filter of DATA", '{"source": ["com.other"]}');
  await expect(verdict(page)).toContainText("No match");
  // A reload shows the stored draft.
  await page.waitForURL(/#s1\./);
  await page.reload();
  await expect(text(page, "Filter of DATA")).toContainText("com.other");
  await chooseKind(page, /^Custom Event Bus/, "EventBridge rule");
  await expect(text(page, "Event pattern")).toContainText("com.other", { timeout: 30_000 });
  await expect(verdict(page)).toContainText("Does not match");
  // The rule is still among the drafts.
  await page.getByRole("button", { name: "Drafts", exact: true }).click();
  await expect(page.getByRole("dialog", { name: /Drafts/ })).toContainText("com.shop");
});

test("a subscriber's link opens the right program, also from the page of rules", async ({ page }) => {
  await openSubscriber(page);
  await write(page, "Filter of DATA", '{"total": [480]}');
  await page.waitForURL(/#s1\./);
  const link = page.url();
  await page.goto("about:blank");
  await open(page);
  await page.evaluate((address) => location.assign(address), link);
  await expect(text(page, "Filter of DATA")).toContainText("480", { timeout: 30_000 });
  // And a rule's link that of rules.
  const rule = await page.evaluate(() => new URL("./", location.href).href);
  await page.goto(`${rule}?kind=subscriber#1.q1YqSyxOzEjMSVWyUqpWKsgvLslMzs9LzUtRqq0FAA`).catch(() => {});
  await expect(page.getByRole("button", { name: /^EventBridge rule/ })).toBeVisible({ timeout: 30_000 });
});

test("the CodeBuild rule becomes subscribers, payload against payload", async ({ page }) => {
  await openSubscriber(page);
  await page.getByRole("button", { name: "Migrate a rule" }).click();
  const dialog = page.getByRole("dialog", { name: "Migrate a rule to subscribers" });
  await dialog.getByRole("button", { name: /CodeBuild build failed/ }).first().click();
  await expect(dialog.getByText("The rule delivers").first()).toBeVisible({ timeout: 30_000 });
  await expect(dialog.getByText(/The payloads are the same|differ/).first()).toBeVisible();
  await dialog.getByRole("button", { name: "Open as a draft" }).first().click();
  await expect(dialog).toBeHidden();
  await expect(text(page, "Filter of DATA")).toContainText("aws.codebuild");
});

test("the page of rules loads nothing of subscribers", async ({ page }) => {
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await open(page);
  await page.waitForLoadState("networkidle");
  expect(loaded.filter((path) => /subscriber(_\w+)?-[0-9a-f]{16}\.(js|wasm)$/.test(path))).toEqual([]);
});

for (const [size, viewport] of [
  ["wide", { width: 1440, height: 900 }],
  ["narrow", { width: 390, height: 844 }],
] as const) {
  for (const scheme of ["light", "dark"] as const) {
    test(`axe finds nothing, ${size} and ${scheme}`, unlessCrossed(size, scheme), async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ colorScheme: scheme });
      await openSubscriber(page);
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations.map((own) => [own.id, own.nodes.map((node) => node.html)])).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      expect(wide, "nothing scrolls sideways").toBe(false);
    });
  }
}

test("in Korean the page is Korean", async ({ page }) => {
  await openSubscriber(page);
  await page.getByRole("button", { name: "페이지를 한국어로 보기" }).click();
  await expect(page.getByRole("button", { name: /^사용자 지정 이벤트 버스 구독자/ })).toBeVisible();
  await expect(page.getByRole("status", { name: "판정" })).toContainText("구독자");
});
