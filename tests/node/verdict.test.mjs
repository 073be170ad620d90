// Mistakes, fixes, verdicts and their reasons.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { apply, rulepad, under } from "./rulepad.mjs";

const sample = (name) => readFileSync(new URL(`../../crates/samples/data/${name}`, import.meta.url), "utf8");
const PATTERN = sample("codebuild-published/pattern.json");
const EVENT = sample("codebuild-published/event.json");

test("a published rule has four mistakes, each in its place and with AWS's words", () => {
  const report = rulepad.evaluate({ event: EVENT, pattern: PATTERN });
  assert.equal(report.verdict, "pattern_error");
  const found = report.pattern.map(({ code, labels: [{ document, span }] }) => [code, document, under(PATTERN, span)]);
  assert.deepEqual(found, [
    ["pattern.bare-value", "pattern", '"aws.codebuild"'],
    ["pattern.bare-value", "pattern", '"CodeBuild Build State Change"'],
    ["pattern.bare-value", "pattern", '"test-codebuild-project"'],
    ["json.comment", "pattern", "# comment"],
  ]);
  assert.match(report.aws_error, /^Event pattern is not valid\. Reason: "source" must be an object or an array\n at /);
  assert.equal(report.explanation, null);
});

test("fixing leaves one condition that fails, and the edit of its near miss makes it match", () => {
  const fixed = rulepad.fixPattern(PATTERN);
  assert.equal(rulepad.testEventPattern(fixed, EVENT).verdict, "no_match");
  const failed = rulepad.explain(fixed, EVENT).why.filter(({ holds }) => !holds);
  assert.deepEqual(failed.map(({ name, kind }) => [name, kind]), [["detail.project-name", "condition"]]);
  assert.deepEqual(failed[0].event.map((span) => under(EVENT, span)), ['"SampleProjectName"']);

  const event = EVENT.replaceAll("SampleProjectName", "test-codebuild-project");
  assert.deepEqual(rulepad.testEventPattern(fixed, event), { verdict: "match", message: null });
  const slip = EVENT.replaceAll("SampleProjectName", "Test-CodeBuild-Project");
  const [line] = rulepad.explain(fixed, slip).why.filter(({ holds }) => !holds);
  const closed = apply(fixed, line.near[0].edits);
  assert.equal(rulepad.testEventPattern(closed, slip).verdict, "match");
});

test("a pattern and an event are texts, and their numbers stay themselves", () => {
  const pattern = '{"n": [9007199254740993]}';
  const verdict = (event) => rulepad.testEventPattern(pattern, event).verdict;
  assert.equal(verdict('{"n": 9007199254740993}'), "match");
  assert.equal(verdict('{"n": 9007199254740992}'), "no_match");
  const { seen } = rulepad.explain(pattern, '{"n": 9007199254740992}').explanation.conditions[0];
  assert.equal(seen[0].json, "9007199254740992");
  assert.equal(rulepad.format('{"n":[9007199254740993,1.0]}').replace(/\s/g, ""), '{"n":[9007199254740993,1.0]}');
});

test("spans count UTF-16 units", () => {
  const pattern = '{"😀é": ["naïve 😀"], "source": "😀" }';
  const [found] = rulepad.evaluate({ event: "{}", pattern }).pattern;
  assert.equal(under(pattern, found.labels[0].span), '"😀"');
  const fixed = apply(pattern, found.help.find(({ edits }) => edits.length > 0).edits);
  assert.equal(fixed, rulepad.fixPattern(pattern));

  const event = '{"x": "😀", "😀é": "naïve 😃", "source": "😀"}';
  const { why, explanation } = rulepad.explain(fixed, event);
  assert.deepEqual(why.map(({ event: spans }) => spans.map((span) => under(event, span))), [
    ['"naïve 😃"'],
    ['"😀"'],
  ]);
  assert.deepEqual(why.map(({ pattern: span }) => under(fixed, span)), ['"😀é": ["naïve 😀"]', '"source": ["😀"]']);
  assert.deepEqual(explanation.conditions.map(({ key }) => under(fixed, key)), ['"😀é"', '"source"']);
});

test("events are fixed too, and broken texts are never formatted", () => {
  const broken = "{'a': 1,}";
  assert.equal(rulepad.evaluate({ event: broken, pattern: '{"a": [1]}' }).verdict, "event_error");
  assert.equal(rulepad.testEventPattern('{"a": [1]}', rulepad.fixEvent(broken)).verdict, "match");
  assert.equal(rulepad.format(broken), null);
  const refused = rulepad.testEventPattern('{"a": 1}', "{}");
  assert.equal(refused.verdict, "pattern_error");
  assert.match(refused.message, /^Event pattern is not valid\. Reason: "a" must be an object or an array\n/);
});

test("reports are plain objects: what is absent is null, and JSON carries all of it", () => {
  const report = rulepad.evaluate(rulepad.decodeShare(rulepad.encodeShare({ event: EVENT, pattern: PATTERN })));
  assert.deepEqual(JSON.parse(JSON.stringify(report)), report);
  assert.equal(rulepad.explain(rulepad.fixPattern(PATTERN), EVENT).aws_error, null);
});

test("events are read from what carries them, with spans of the pasted text", () => {
  const event = '{"source": "😀", "detail": {"n": 9007199254740993}}';
  const text = ` [${event}, 7]`;
  const { form, events, problems } = rulepad.paste(text, '{"source": ["😀"]}');
  assert.deepEqual([form, events.length, events[0].verdict], ["a list of events", 1, "match"]);
  assert.equal(under(text, events[0].span), event);
  assert.equal(under(text, problems[0].labels[0].span), "7");
  assert.ok(events[0].text.includes("9007199254740993"));
  const entry = rulepad.paste('{"Entries": [{"Source": "a", "DetailType": "b", "Detail": "[]"}]}', "{}").events[0];
  assert.deepEqual([entry.error.code, entry.verdict], ["MalformedDetail", null]);
  const records = rulepad.paste('{"Records": [{"eventSource": "aws:sqs", "body": "x"}]}', "{}", "pipes");
  assert.deepEqual(records.events.map((record) => record.title), ["record 1"]);
  assert.equal(rulepad.evaluate({ event: text }).wrapped.count, 1);
});
