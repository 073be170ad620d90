// What targets receive, and where each part of it came from.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rulepad, under } from "./rulepad.mjs";

const EVENT =
  '{"region": "eu-west-1", "account": "111122223333", "time": "2026-03-02T04:05:06Z", ' +
  '"detail": {"😀": 1, "who": "Zoë 😀", "n": 9007199254740993}}';

test("each input option delivers", () => {
  const payload = (options) => rulepad.render(EVENT, options).rendered.outcome;
  assert.equal(payload({}).text, EVENT.replaceAll(": ", ":").replaceAll(", ", ","));
  assert.equal(payload({ input_path: "$.detail.who" }).text, '"Zoë 😀"');
  assert.equal(payload({ input: '{ "a": 1.0 }' }).text, '{ "a": 1.0 }');
  const transformed = payload({
    input_paths_map: '{"who": "$.detail.who"}',
    input_template: '{"by": <who>, "rule": "<aws.events.rule-name>"}',
    rule_name: "orders",
  });
  assert.deepEqual([transformed.outcome, transformed.is_json], ["delivered", true]);
  assert.deepEqual(JSON.parse(transformed.text), { by: "Zoë 😀", rule: "orders" });
  assert.match(payload({ input_path: "$.detail" }).text, /"n":9007199254740993/);
});

test("every part of a payload names its origin, in UTF-16 units", () => {
  const template = '{"é😀": <who>, "n": <n>}';
  const paths = '{"who": "$.detail.who", "n": "$.detail.n"}';
  const { outcome, variables } = rulepad.render(EVENT, { input_template: template, input_paths_map: paths }).rendered;
  assert.equal(outcome.pieces.map(({ out }) => under(outcome.text, out)).join(""), outcome.text);
  const values = outcome.pieces.filter(({ origin }) => origin.from === "variable");
  assert.deepEqual(
    values.map(({ out, origin }) => [
      origin.name,
      under(template, origin.span),
      under(outcome.text, out),
      origin.event_spans.map((span) => under(EVENT, span)),
    ]),
    [
      ["who", "<who>", '"Zoë 😀"', ['"Zoë 😀"']],
      ["n", "<n>", "9007199254740993", ["9007199254740993"]],
    ],
  );
  assert.deepEqual(variables.map(({ path_span, uses }) => [under(paths, path_span), under(template, uses[0])]), [
    ['"$.detail.who"', "<who>"],
    ['"$.detail.n"', "<n>"],
  ]);
});

test("reserved variables come from the options, else from the event", () => {
  const input_template = '"<aws.events.rule-arn> <aws.events.event.ingestion-time>"';
  const text = (options) => rulepad.render(EVENT, { input_template, ...options }).rendered.outcome.text;
  assert.match(text({ rule_name: "r" }), /arn:aws:events:eu-west-1:111122223333:rule\/r 2026-03-02T04:05:06Z/);
  assert.match(text({ rule_arn: "arn:x", ingestion_time: "now" }), /arn:x now/);
});

test("refusals come in AWS's words and what is not verified says so", () => {
  const two = rulepad.render(EVENT, { input_path: "$", input: "{}" }).rendered.outcome;
  assert.deepEqual(two, {
    outcome: "refused",
    message: "Only one of Input, InputPath, or InputTransformer must be provided for target target.",
  });
  const nothing = rulepad.render(EVENT, { input_path: "$.none" }).rendered;
  assert.deepEqual([nothing.outcome.outcome, nothing.outcome.would_be], ["unknown", null]);
  assert.equal(nothing.certainty.certainty, "unverified");
  assert.ok(nothing.certainty.because.length > 0);
  const broken = rulepad.render("{", {});
  assert.equal(broken.rendered, null);
  assert.equal(broken.event[0].severity, "error");
});

test("a draft's targets are rendered and checked", () => {
  const target = (id, input) => ({ id, arn: `arn:aws:sqs:us-east-1:111122223333:${id}`, input });
  const { targets, rule } = rulepad.evaluate({
    event: EVENT,
    pattern: '{"region": ["eu-west-1"]}',
    rule: { name: "my rule" },
    targets: [
      target("whole", { option: "matched_event" }),
      target("part", { option: "path", value: "$.detail.who" }),
      target("é", { option: "transformer", value: { paths: "", template: '{"é😀": <nope>}' } }),
    ],
  });
  assert.deepEqual(rule.map(({ code }) => code), ["rule.name-character"]);
  assert.deepEqual(
    targets.map(({ rendered }) => rendered.outcome.outcome),
    ["delivered", "delivered", "refused"],
  );
  const labels = targets[2].diagnostics.flatMap(({ labels }) => labels);
  const template = labels.find(({ document }) => document === "input_template");
  assert.equal(template.target, 2);
  assert.equal(under('{"é😀": <nope>}', template.span), "<nope>");
});
