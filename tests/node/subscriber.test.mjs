// Subscribers of custom event buses, and JSONata expressions by themselves.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { apply, rulepad, under } from "./rulepad.mjs";

const SAMPLES = readFileSync(new URL("../../crates/samples/data/subscribers.ndjson", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line)
  .map((line) => JSON.parse(line));
const text = (value) => (typeof value === "string" ? value : JSON.stringify(value));
const codes = (found) => [...new Set(found.map(({ code }) => code))].sort();

for (const { id, subscriber, event, published, shows } of SAMPLES) {
  test(`the sample ${id} shows what it says`, () => {
    const report = rulepad.testSubscriber(text(subscriber), text(event), published);
    assert.equal(report.verdict, shows.verdict);
    assert.deepEqual(codes([...report.subscriber, ...report.event]), shows.codes);
    const [{ arrives }] = report.events;
    if (shows.outcome) assert.equal(arrives.outcome, shows.outcome);
    if (shows.outcome === "text") assert.equal(compact(arrives.payload), compact(shows.payload));
    assert.deepEqual(
      shows.verdict === "match" ? Object.fromEntries(arrives.parameters.map(({ path, value }) => [path, value])) : {},
      shows.parameters ?? {},
    );
  });
}

/** A payload of JSON without its white space; the samples lie in one line each. */
function compact(payload) {
  try {
    return JSON.stringify(JSON.parse(payload));
  } catch {
    return payload;
  }
}

test("a filter for the other call is fixed with its own edit, around wide characters", () => {
  const filters = [{ scope: "DATA", pattern: '{"주문😀": ["큰"]}' }];
  const event = '{"source": "shop", "detail-type": "d", "detail": {"주문😀": "큰"}}';
  const report = rulepad.testFilters(filters, event);
  assert.equal(report.verdict, "no_match");
  const [filter] = report.filters;
  const [trap] = filter.diagnostics;
  assert.equal(trap.code, "filter.for-put-raw-events");
  assert.equal(under(filter.pattern, trap.labels[0].span), filter.pattern);
  const pattern = apply(filter.pattern, trap.help.find(({ edits }) => edits.length > 0).edits);
  assert.equal(rulepad.testFilters([{ scope: "DATA", pattern }], event).verdict, "match");
});

test("how an event was published decides where its shape does not", () => {
  const filters = [{ scope: "SYSTEM_METADATA", pattern: '{"aws:Source": [{"exists": false}]}' }];
  const event = '{"source": "shop", "detail-type": "d", "detail": {}}';
  assert.equal(rulepad.testFilters(filters, event).verdict, "no_match");
  assert.equal(rulepad.testFilters(filters, event, "put-raw-events").verdict, "match");
  assert.throws(() => rulepad.testFilters(filters, event, "put"), /published/);
  assert.throws(() => rulepad.testFilters([{ scope: "BODY", pattern: "{}" }], event), /filters\[0\]\.scope/);
  assert.throws(() => rulepad.testSubscriber({}, event), /`subscriber` must be a string/);
});

test("texts that are no subscriber and no event give a report", () => {
  for (const broken of ["", "{", "null", "[]", '{"a": 1}', "\ud83d"]) {
    const report = rulepad.testSubscriber(broken, broken);
    assert.notEqual(report.verdict, "match");
    assert.ok(report.subscriber.length + report.event.length > 0, broken);
  }
});

test("an event source lets events of its service in", () => {
  const bus = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/k3v9q0t7m2x5b8n1c4z6w0p2r";
  const source = JSON.stringify({ Name: "photos", EventBusArn: bus, Configuration: { AwsServiceEventsConfiguration: { AwsService: "aws.s3" } } });
  const event = (own) => JSON.stringify({ source: own, "detail-type": "Object Created", detail: {} });
  const found = rulepad.testEventSource(source, event("aws.s3"));
  assert.deepEqual([found.verdict, found.proof], ["match", '{"aws:Source":["aws.s3"]}']);
  assert.equal(rulepad.testEventSource(source, event("aws.ec2")).verdict, "no_match");
  const wrong = source.replace('"Name"', '"이름😀"');
  const [unknown] = rulepad.testEventSource(wrong, event("aws.s3")).source.filter(({ code }) => code === "subscriber.unknown-member");
  assert.equal(under(wrong, unknown.labels[0].span), '"이름😀"');
});

test("an expression gives a text of which every part has its origin", () => {
  const expression = '{% "😀 " & $uppercase($events.Data.이름) & ": " & $events.Data.n %}';
  const report = rulepad.evaluateExpression(expression, '{"é😀": 1, "이름": "ann", "n": 9007199254740993}');
  const [{ event }] = report.events;
  const [result] = report.results;
  assert.deepEqual([result.outcome, result.kind], ["delivered", "string"]);
  assert.equal(result.text, result.pieces.map(({ out }) => under(result.text, out)).join(""));
  const made = result.pieces.find(({ from }) => from === "made_from");
  assert.deepEqual([under(result.text, made.out), under(expression, made.span)], ["ANN", "$uppercase($events.Data.이름)"]);
  assert.match(under(event, made.places[0].span), /ann/);
  assert.equal(made.places[0].scope, "DATA");
  // A number that JSONata cannot hold is reported.
  assert.ok(codes(report.expression).includes("jsonata.number-spelling"));
  assert.ok(result.unverified.length > 0);
});

test("an expression is evaluated for each event, or once for a batch", () => {
  const events = '[{"source": "a", "detail-type": "d", "detail": {"n": 1}}, {"source": "a", "detail-type": "d", "detail": {"n": 2}}]';
  const each = rulepad.evaluateExpression("{% $events.Data.detail.n + 1 %}", events);
  assert.deepEqual(each.results.map(({ text }) => text), ["2", "3"]);
  assert.deepEqual(each.results.map(({ reads }) => reads[0].event), [0, 1]);
  const once = rulepad.evaluateExpression("{% $sum($events.Data.detail.n) %}", events, { batch: true, use: "parameter" });
  assert.deepEqual(once.results.map(({ text }) => text), ["3"]);
});

test("what a predicate lets through is listed", () => {
  const expression = "{% $events.Data.items[n > 1].n %}";
  const [{ text, filtered }] = rulepad.evaluateExpression(expression, '{"items": [{"n": 1}, {"n": 2}, {"n": 3}]}').results;
  assert.equal(text, "[2,3]");
  assert.deepEqual(filtered.map(({ span, tested, passed }) => [under(expression, span), tested, passed]), [["n > 1", 3, [1, 2]]]);
});

test("an expression that fails, gives nothing or is refused says so with its place", () => {
  const outcome = (expression) => rulepad.evaluateExpression(expression, '{"a": "x"}');
  const failed = outcome("{% $events.Data.a + 1 %}");
  assert.equal(failed.results[0].outcome, "failed");
  assert.equal(under("{% $events.Data.a + 1 %}", failed.expression[0].labels[0].span), "$events.Data.a + 1");
  assert.equal(outcome("{% $events.Data.none %}").results[0].outcome, "nothing");
  const refused = outcome("{% $events.Data. %}");
  assert.deepEqual([refused.is_refused, refused.results.length, refused.expression[0].code], [true, 0, "jsonata.syntax"]);
  const literal = rulepad.evaluateExpression("orders", "{}", { use: "parameter" });
  assert.deepEqual([literal.is_expression, literal.is_refused], [false, false]);
  assert.equal(outcome("{% ($f := function($x) {$f($x)}; $f(1)) %}").results[0].outcome, "stopped");
});

test("time and chance are given, so that the same call gives the same answer", () => {
  const of = (options) => rulepad.evaluateExpression("{% $now() & $random() %}", "{}", options).results[0].text;
  assert.match(of({ now: 0 }), /^1970-01-01T00:00:00\.000Z/);
  assert.equal(of({ now: 0, seed: 7 }), of({ now: 0, seed: 7 }));
  assert.notEqual(of({ now: 0, seed: 7 }), of({ now: 0, seed: 8 }));
  assert.throws(() => of({ when: 1 }), /options/);
});

test("a rule becomes a subscriber for each target, with its losses and changes", () => {
  const bus = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/k3v9q0t7m2x5b8n1c4z6w0p2r";
  const rule = {
    Name: "builds",
    EventPattern: JSON.stringify({ source: ["aws.codebuild"] }),
    Targets: [
      { Id: "queue", Arn: "arn:aws:sqs:us-east-1:111122223333:builds", InputPath: "$.detail" },
      { Id: "bus", Arn: "arn:aws:events:us-east-1:111122223333:event-bus/other", InputPath: "$.detail" },
    ],
  };
  const found = rulepad.migrateRules(JSON.stringify(rule), bus);
  const [{ label, sources, targets }] = found.rules;
  assert.deepEqual([label, sources.map(({ origin }) => origin), targets.map(({ id }) => id)], ["builds", ["aws.codebuild"], ["queue", "bus"]]);
  const [queue, other] = targets;
  assert.deepEqual([queue.losses, other.subscriber, other.losses.length], [[], null, 1]);
  // What was written is a subscriber, and gives what the rule gave.
  const event = '{"source": "aws.codebuild", "detail-type": "d", "detail": {"status": "FAILED"}}';
  const report = rulepad.testSubscriber(queue.subscriber.request, event);
  assert.deepEqual([report.verdict, report.events[0].arrives.payload], ["match", '{"status":"FAILED"}']);
  assert.deepEqual(rulepad.migrateRules("hello", bus).rules, []);
  assert.ok(rulepad.migrateRules("hello", bus).diagnostics.length > 0);
});
