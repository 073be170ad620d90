// Many patterns on many events in one call.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { rulepad } from "./rulepad.mjs";

const bytes = (text) => new TextEncoder().encode(text);
const GALLERY = readFileSync(new URL("../../crates/samples/data/gallery.ndjson", import.meta.url), "utf8");

/** The JSON text of a member of an object, as it is written: JavaScript's own numbers would change some. */
const member = (line, name, next) => line.slice(line.indexOf(`"${name}": {`) + name.length + 4, next ? line.indexOf(`, "${next}": {`) : -1);

test("the verdicts are those of one pattern and one event", () => {
  const lines = GALLERY.trim().split("\n");
  const patterns = lines.map((line) => member(line, "pattern", "event"));
  const events = [...lines.map((line) => member(line, "event")), "{", "", "[]"];
  const found = rulepad.matchLines(patterns, bytes(events.join("\n")));
  const pairs = new Set();
  for (let at = 0; at < found.matched.length; at += 2) pairs.add(`${found.matched[at]} ${found.matched[at + 1]}`);
  let matched = 0;
  events.forEach((event, line) =>
    patterns.forEach((pattern, rule) => {
      const { verdict } = rulepad.testEventPattern(pattern, event);
      assert.equal(pairs.has(`${line} ${rule}`), verdict === "match", `${pattern} on ${event}`);
      matched += verdict === "match";
    }),
  );
  assert.equal(pairs.size, matched);
  assert.ok(matched >= lines.length - 1, `${matched}`);
  assert.equal(found.events, lines.length);
  assert.deepEqual([...found.unread], [lines.length, lines.length + 2]);
  assert.equal(found.undecided.length, 0);
});

test("a call with other patterns has their verdicts", () => {
  const event = bytes('{"n": 1}\n');
  for (const [pattern, matched] of [['{"n": [1]}', [0, 0]], ['{"n": [2]}', []], ['{"n": [1]}', [0, 0]]]) {
    assert.deepEqual([...rulepad.matchLines([pattern], event).matched], matched);
  }
  assert.deepEqual([...rulepad.matchLines([], event).matched], []);
});

test("what cannot be matched is thrown", () => {
  assert.throws(() => rulepad.matchLines(['{"n": [1]}', '{"n": 1}'], bytes("{}")), /pattern 1: /);
  assert.throws(() => rulepad.matchLines(['{"n": [1]}'], "{}"), TypeError);
  assert.throws(() => rulepad.matchLines("no list", bytes("{}")), /patterns/);
});
