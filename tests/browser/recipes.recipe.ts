// Each recipe's site: its fences are the examples that `rulepad docs check` reads, live, and readable without scripts.
import { expect, test as base, type Locator, type Page } from "@playwright/test";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./recipes_site";

const SITES = process.env.RULEPAD_RECIPES ?? "";
const CLI = process.env.RULEPAD_CLI ?? "";
const FENCES = fileURLToPath(new URL("../recipes/fences.md", import.meta.url));

/** Each recipe, and the file of the page that is made of fences.md. */
const RECIPES = { mkdocs: "fences/index.html", sphinx: "fences.html", mdbook: "fences.html", docusaurus: "fences/index.html" };

const test = base.extend<{ recipe: keyof typeof RECIPES; origin: string; problems: string[] }>({
  recipe: ["mkdocs", { option: true }],
  origin: async ({ recipe }, use) => {
    const site = await serve(join(SITES, recipe, "site"));
    await use(site.origin);
    await site.close();
  },
  /** What the console said of the site's own files: a theme may want a file of another host, which is not reached. */
  problems: [
    async ({ context, origin }, use) => {
      const problems: string[] = [];
      context.on("console", (message) => {
        const isOther = message.location().url !== "" && !message.location().url.startsWith(origin);
        if ((message.type() === "error" || message.type() === "warning") && !isOther) problems.push(message.text());
      });
      context.on("weberror", (error) => problems.push(`uncaught: ${error.error()}`));
      await use(problems);
      expect(problems, "the console stays silent").toEqual([]);
    },
    { auto: true },
  ],
});

interface Checked {
  examples: number;
  findings: { message: string }[];
}

/** What `rulepad docs check` finds in a file. */
async function checked(file: string): Promise<Checked> {
  const printed = await new Promise<string>((resolve) =>
    execFile(CLI, ["docs", "check", "--format", "json", file], (_, stdout) => resolve(stdout)),
  );
  return JSON.parse(printed) as Checked;
}

/** A finding in a fence and the same one in an element. A word without `=` is no attribute, so a recipe leaves it out. */
const sentences = ({ findings }: Checked) =>
  findings
    .map(({ message }) => message.replace("there is no option", "there is no attribute").replace(/(keep one), or write .*/, "$1"))
    .filter((message) => !/^`quick` is not an option/.test(message))
    .sort();

const verdict = (example: Locator) => example.locator("[part~=verdict]");
const address = (recipe: keyof typeof RECIPES) => `/${RECIPES[recipe].replace(/index\.html$/, "")}`;
const texts = (page: Page, name: string) =>
  page.locator("rulepad-example").evaluateAll(
    (all, name) => all.map((one) => one.querySelector(`[data-part="${name}"]`)?.textContent ?? null),
    name,
  );

for (const recipe of Object.keys(RECIPES) as (keyof typeof RECIPES)[]) {
  test.describe(recipe, () => {
    test.use({ recipe });

    test("its page has the examples that `rulepad docs check` reads in the fences", async ({}) => {
      const [fences, page] = [await checked(FENCES), await checked(join(SITES, recipe, "site", RECIPES[recipe]))];
      expect(fences.examples).toBe(8);
      expect(page.examples).toBe(8);
      expect(sentences(fences).length).toBeGreaterThan(4);
      expect(sentences(page)).toEqual(sentences(fences));
    });

    test("the examples are live, and what is not true is marked", async ({ page, origin }) => {
      await page.goto(origin + address(recipe));
      const examples = page.locator("rulepad-example");
      await expect(examples).toHaveCount(8);
      const expected = [/Does not match/, /Matches/, /Does not match/, /Matches/, /refuses/, /Does not match/, /Does not match/, /event/];
      for (const [index, words] of expected.entries()) {
        await examples.nth(index).scrollIntoViewIfNeeded();
        await expect(verdict(examples.nth(index)), `example ${index}`).toContainText(words);
      }
      await expect(examples.nth(1).locator("[part~=payload]")).toContainText("Instance i-0123 has stopped.");
      for (const index of [0, 1, 2, 3, 4, 5, 7]) await expect(examples.nth(index).getByRole("alert"), `example ${index}`).toHaveCount(0);
      await expect(examples.nth(6).getByRole("alert")).toContainText("written for: matches");
      await examples.nth(0).getByRole("textbox", { name: "Event pattern" }).fill('{"source": [{"prefix": "import"}]}');
      await expect(verdict(examples.nth(0))).toContainText("Matches");
      await expect(page.getByRole("textbox", { name: "Event pattern" })).toHaveCount(1);
    });

    test("the texts are those of the fences", async ({ page, origin }) => {
      await page.goto(origin + address(recipe));
      const patterns = await texts(page, "pattern");
      expect(patterns[0]).toBe('{"source": ["<b>*a* _b_ {c} {{d}} `e` \\\\* &amp; [f](g) $h$ ${i}</b>"]}');
      expect(patterns[4]).toBe('{"source": ["aws.s3\n--- event\n\\--- answer\n"]}');
      const events = await texts(page, "event");
      expect(events[0]).toBe(`{"source": "import x from 'y'",\n\n "detail": {"text": "<!-- {/* */} -->"}}`);
      expect(events[2]).toBe('{"source":\n    "aws.ec2"}');
      expect(events[5]).toBe('{"source": "aws.ec2"}');
      await expect(page.locator("pre", { hasText: '"this"' }).last()).toContainText('```rulepad verdict="match"\n');
      await expect(page.locator("pre", { hasText: '"so"' }).last()).toBeVisible();
      await expect(page.getByText("The last words.")).toBeVisible();
    });

    test("the first page of the recipe leads there", async ({ page, origin }) => {
      await page.goto(`${origin}/`);
      // The package's README is no page of the site.
      for (const path of ["/rulepad/", "/rulepad/README.html"]) expect((await page.request.get(origin + path)).status()).toBe(404);
      const first = page.locator("rulepad-example");
      await first.scrollIntoViewIfNeeded();
      await expect(verdict(first)).toContainText("Does not match");
      await expect(first.getByRole("alert")).toHaveCount(0);
      // Docusaurus changes the document in place of loading another one.
      await page.getByRole("link", { name: "Fences" }).first().click();
      await expect(page).toHaveURL(/fences/);
      await expect(page.locator("rulepad-example")).toHaveCount(8);
      await expect(verdict(page.locator("rulepad-example").first())).toContainText("Does not match");
    });

    for (const width of [390, 1440]) {
      test(`an example is as wide as the page allows and large enough to read at ${width}`, async ({ page, origin }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(origin + address(recipe));
        const first = page.locator("rulepad-example").first();
        await expect(verdict(first)).toContainText("Does not match");
        const box = (await first.boundingBox())!;
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width);
        expect(box.width).toBeGreaterThan(width === 390 ? 250 : 400);
        // mdBook's root has letters of 10 pixels.
        const size = await verdict(first).evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
        expect(size).toBeGreaterThanOrEqual(13);
        await page.screenshot({ path: join(SITES, `${recipe}-${width}.png`), fullPage: true });
      });
    }

    test.describe("without scripts", () => {
      test.use({ javaScriptEnabled: false });
      test("texts and answers are there", async ({ page, origin }) => {
        await page.goto(origin + address(recipe));
        await expect(page.getByText('"aws.ec2"', { exact: false }).first()).toBeVisible();
        for (const text of ["Does not match: source is", "Matches. The one condition is met."]) {
          await expect(page.locator("rulepad-example").getByText(text).first()).toBeVisible();
        }
      });
    });
  });
}
