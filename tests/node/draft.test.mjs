// Share links, exports, and what is thrown for wrong arguments.
import assert from "node:assert/strict";
import { test } from "node:test";
import { readFileSync } from "node:fs";
import { rulepad } from "./rulepad.mjs";

const DRAFT = {
  event: '{"n": 9007199254740993, # 😀',
  pattern: '{"n": [9007199254740993]}',
  dialect: "archive",
  rule: { name: "orders", event_bus: "", description: "naïve", state: "DISABLED", role_arn: "" },
  targets: [
    {
      id: "queue",
      arn: "arn:aws:sqs:us-east-1:111122223333:queue",
      role_arn: "",
      input: { option: "transformer", value: { paths: '{"n": "$.n"}', template: '{"n": <n>}' } },
    },
    { id: "rest", arn: "", role_arn: "", input: { option: "matched_event" } },
  ],
};

test("a draft comes back from its share link, broken or not", () => {
  const fragment = rulepad.encodeShare(DRAFT);
  assert.match(fragment, /^1\.[\w-]+$/);
  assert.deepEqual(rulepad.decodeShare(`#${fragment}`), DRAFT);
  assert.equal(rulepad.encodeShare(rulepad.decodeShare(fragment)), fragment);
  const blank = rulepad.decodeShare(rulepad.encodeShare({}));
  assert.deepEqual([blank.event, blank.dialect, blank.rule.state, blank.targets], ["", "rule", "ENABLED", []]);
});

test("a damaged link says what to do", () => {
  const fragment = rulepad.encodeShare(DRAFT);
  assert.throws(() => rulepad.decodeShare(fragment.slice(0, -4)), { message: /link is incomplete/ });
  assert.throws(() => rulepad.decodeShare(fragment.replace("1.", "2.")), { message: /newer Rulepad/ });
});

test("a rule is exported without touching its numbers, and never while AWS refuses it", () => {
  const file = rulepad.exportRule(DRAFT, "rule-json");
  assert.equal(file.file_name, "orders.json");
  assert.ok(file.text.includes("9007199254740993"));
  assert.ok(file.notes.every((note) => typeof note === "string"));
  assert.throws(() => rulepad.exportRule({ ...DRAFT, pattern: '{"n": 1}' }, "rule-json"), {
    message: "AWS refuses the event pattern: fix 1 error to export the rule.",
  });
});

test("a wrong argument is an Error that names the argument and the field", () => {
  const PATH_1 = { option: "path", value: 1 };
  const wrong = [
    [() => rulepad.testEventPattern({ source: ["aws.s3"] }, "{}"), "`pattern` must be a string, not of type object"],
    [() => rulepad.explain("{}"), "`event` must be a string, not of type undefined"],
    [() => rulepad.explain("{}", "{}", "sqs"), "`dialect`: unknown variant `sqs`"],
    [() => rulepad.evaluate(), "`draft` must be an object"],
    [() => rulepad.evaluate("{}"), "`draft` must be an object"],
    [() => rulepad.evaluate({ event: {} }), "`draft.event` must be a string"],
    [() => rulepad.evaluate({ rule: { name: 5 } }), "`draft.rule.name` must be a string"],
    [() => rulepad.evaluate({ rule: { state: "ON" } }), "`draft.rule.state`: unknown variant `ON`, expected one of `ENABLED`"],
    [() => rulepad.encodeShare({ targets: [{}, { input: PATH_1 }] }), "`draft.targets[1].input.value` must be a string"],
    [() => rulepad.render("{}", { input_path: 1 }), "`options.input_path` must be a string"],
    [() => rulepad.exportRule({}, "xml"), "`format`: unknown variant `xml`"],
  ];
  for (const [call, message] of wrong) {
    assert.throws(call, (error) => {
      assert.ok(error instanceof Error);
      assert.ok(error.message.startsWith(message), error.message);
      assert.doesNotMatch(error.message, /Error:/);
      return true;
    });
  }
});

test("hostile texts give a report and leave the package usable", () => {
  const deep = "[".repeat(100_000);
  for (const text of [deep, '{"a":'.repeat(50_000), "\u0000", "\ud800", '{"a":["' + "x".repeat(1_000_000)]) {
    assert.equal(rulepad.evaluate({ event: text, pattern: text }).verdict, "pattern_error");
  }
  assert.equal(rulepad.testEventPattern('{"a": ["b"]}', '{"a": "b"}').verdict, "match");
});

test("the version is that of the workspace", () => {
  const manifest = readFileSync(new URL("../../Cargo.toml", import.meta.url), "utf8");
  assert.equal(rulepad.version(), manifest.match(/^version = "(.+)"$/m)[1]);
});

test("rules are read from a text, with places in its UTF-16 units", () => {
  const file = rulepad.exportRule({ ...DRAFT, dialect: "rule" }, "terraform");
  const read = rulepad.importText(file.text);
  assert.deepEqual([read.form, read.diagnostics, read.rules.length], ["Terraform", [], 1]);
  const { brings, notes, pattern } = read.rules[0];
  assert.deepEqual([brings.kind, pattern.mistakes], ["rule", 0]);
  assert.ok(brings.value.pattern.includes("9007199254740993"));
  assert.deepEqual([brings.value.rule.name, brings.value.targets.length], ["orders", 2]);
  assert.ok(notes.every((note) => typeof note === "string"));
  const text = '{"Description": "😀 naïve", "Name": 7, "EventPattern": "{}"}';
  const [found] = rulepad.importText(text).diagnostics;
  assert.deepEqual([found.code, text.slice(found.labels[0].span.start, found.labels[0].span.end)], ["import.type", "7"]);
  assert.equal(rulepad.importText("hello").diagnostics[0].code, "import.unknown");
  assert.throws(() => rulepad.importText({}), { message: "`text` must be a string, not of type object" });
});
