// Holds the colours of web/styles/tokens.css to WCAG's contrast: 4.5 for text, 3 for marks.
import assert from "node:assert/strict";
import test from "node:test";
// @ts-expect-error loaded as text by test.mjs
import css from "../../styles/tokens.css";

type Tokens = Record<string, string>;

function tokensOf(opening: string): Tokens {
  const start = (css as string).indexOf(opening);
  assert.ok(start >= 0, `tokens.css has no block "${opening}"`);
  const block = (css as string).slice(start, (css as string).indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((match) => [match[1]!, match[2]!]));
}

const light = tokensOf(":root {");
const dark = tokensOf(':root[data-theme="dark"] {');

function luminance(colour: string): number {
  assert.match(colour, /^#[0-9a-f]{6}$/);
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const grounds = ["bg", "surface", "surface-raised"];
const verdicts = ["good", "bad", "caution"];
const syntax = ["syn-key", "syn-string", "syn-number", "syn-atom", "syn-punct"];
const softs = ["accent-soft", "good-soft", "bad-soft", "caution-soft"];

/** Foreground, background, least contrast. */
const pairs: [string, string, number][] = [
  ...["text", "text-muted", "accent", ...verdicts].flatMap((ink) =>
    grounds.map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ...syntax.flatMap((ink) => ["surface", ...softs].map((ground): [string, string, number] => [ink, ground, 4.5])),
  ...softs.map((ground): [string, string, number] => ["text", ground, 4.5]),
  ...["accent", ...verdicts].map((ink): [string, string, number] => [ink, ink + "-soft", 4.5]),
  ["accent-text", "accent", 4.5],
  ...["focus", "control-edge"].flatMap((ink) => grounds.map((ground): [string, string, number] => [ink, ground, 3])),
];

for (const [name, tokens] of Object.entries({ light, dark }))
  test(`${name} colours can be told apart`, () => {
    for (const [ink, ground, least] of pairs) {
      const found = contrast(tokens[ink]!, tokens[ground]!);
      if (process.env["SHOW_CONTRAST"]) console.log(name, ink, "on", ground, found.toFixed(2));
      assert.ok(found >= least, `${name}: --${ink} on --${ground} is ${found.toFixed(2)}, wants ${least}`);
    }
  });

test("a dark system gets the same colours as a dark choice", () => {
  assert.deepEqual(tokensOf(':root:not([data-theme="light"]) {'), dark);
});
