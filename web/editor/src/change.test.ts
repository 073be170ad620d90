import assert from "node:assert/strict";
import test from "node:test";
import { clampRange, differingMiddle, orderedEdits } from "./change";

const apply = (text: string, change: { from: number; to: number; insert: string }) =>
  text.slice(0, change.from) + change.insert + text.slice(change.to);

test("equal texts need no change", () => {
  assert.equal(differingMiddle("abc", "abc"), null);
  assert.equal(differingMiddle("", ""), null);
});

test("only the differing middle is replaced", () => {
  assert.deepEqual(differingMiddle('{"a": 1}', '{"a": 22}'), { from: 6, to: 7, insert: "22" });
  assert.deepEqual(differingMiddle("aa", "aaa"), { from: 2, to: 2, insert: "a" });
  assert.deepEqual(differingMiddle("aaa", "aa"), { from: 2, to: 3, insert: "" });
  assert.deepEqual(differingMiddle("", "x"), { from: 0, to: 0, insert: "x" });
});

test("surrogate pairs are never cut", () => {
  // U+1F600 and U+1F601 share their first unit; U+1F600 and U+1FA00 share their last.
  assert.deepEqual(differingMiddle("a\u{1F600}b", "a\u{1F601}b"), { from: 1, to: 3, insert: "\u{1F601}" });
  assert.deepEqual(differingMiddle("a\u{1F600}b", "a\u{1FA00}b"), { from: 1, to: 3, insert: "\u{1FA00}" });
});

test("applying the change gives the new text, for all short pairs", () => {
  const pieces = ["", "a", "b", "\u{1F600}", "\u{1F601}", "\u{1FA00}", "é"];
  const texts = pieces.flatMap((x) => pieces.flatMap((y) => pieces.map((z) => x + y + z)));
  for (const before of texts)
    for (const after of texts) {
      const change = differingMiddle(before, after);
      assert.equal(change ? apply(before, change) : before, after);
    }
});

test("ranges are forced into the text", () => {
  assert.deepEqual(clampRange(2, 5, 10), { from: 2, to: 5 });
  assert.deepEqual(clampRange(8, 50, 10), { from: 8, to: 10 });
  assert.deepEqual(clampRange(40, 50, 10), { from: 10, to: 10 });
  assert.deepEqual(clampRange(5, 2, 10), { from: 5, to: 5 });
  assert.deepEqual(clampRange(-3, NaN, 10), { from: 0, to: 0 });
});

test("edits are ordered, and refused when they overlap", () => {
  const a = { from: 4, to: 6, insert: "x" };
  const b = { from: 0, to: 4, insert: "y" };
  assert.deepEqual(orderedEdits([a, b], 10), [b, a]);
  assert.equal(orderedEdits([a, { from: 5, to: 7, insert: "" }], 10), null);
  assert.deepEqual(orderedEdits([a], 5), [{ from: 4, to: 5, insert: "x" }]);
});
