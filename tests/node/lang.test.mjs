// The language of an answer: the last argument of every function that words something.
import assert from "node:assert/strict";
import { test } from "node:test";
import { rulepad } from "./rulepad.mjs";

const HANGUL = /[가-힣]/;
const PATTERN = '{"source": ["shop"]}';
const EVENT = '{"source": "bank"}';
const RULE = `{"Name": "r", "EventPattern": "{\\"source\\": [\\"shop\\"]}", "Targets": [{"Id": "q", "Arn": "arn:aws:sqs:us-east-1:111122223333:q"}]}`;
const BUS = "arn:aws:events:us-east-1:111122223333:event-busv2/shop/k3v9q0t7m2x5b8n1c4z6w0p2r";
const DRAFT = {
  pattern: PATTERN,
  event: EVENT,
  rule: { name: "orders", description: "Große Bestellungen" },
  targets: [{ id: "queue", arn: "arn:aws:sqs:us-east-1:111122223333:queue" }],
};

/** What each function says of the same texts, from a call that gets the language. */
const ANSWERS = {
  evaluate: (lang) => rulepad.evaluate(DRAFT, lang).summary,
  testEventPattern: (lang) => rulepad.testEventPattern(PATTERN, "[1", lang).message,
  explain: (lang) => rulepad.explain(PATTERN, EVENT, null, lang).answer,
  "explain, of the whole program": (lang) => rulepad.explain("source: [shop]", EVENT, "rule", lang).pattern[0].message,
  render: (lang) => rulepad.render(EVENT, { input_path: "a" }, lang).rendered.diagnostics[0].message,
  "render, with a target": (lang) => rulepad.render(EVENT, { arn: DRAFT.targets[0].arn, input_path: "a" }, lang).rendered.diagnostics[0].message,
  decodeShare: (lang) => said(() => rulepad.decodeShare("1.damaged", lang)),
  paste: (lang) => rulepad.paste(`[${EVENT}, 1]`, PATTERN, null, lang).form,
  eventLog: (lang) =>
    rulepad.eventLog({ partition: { name: "", path: "id" }, sort: { name: "", path: "" } }, [EVENT], lang).partition[0].message,
  "exportRule, where it refuses": (lang) => said(() => rulepad.exportRule({ pattern: '{"n": 1}' }, "rule-json", lang)),
  exportRule: (lang) => rulepad.exportRule(DRAFT, "rule-json", lang).notes.join(" "),
  testSubscriber: (lang) => rulepad.testSubscriber("{}", EVENT, null, lang).headline,
  testFilters: (lang) => rulepad.testFilters([{ scope: "DATA", pattern: PATTERN }], EVENT, null, lang).headline,
  testEventSource: (lang) => rulepad.testEventSource("{}", EVENT, lang).headline,
  evaluateExpression: (lang) => rulepad.evaluateExpression("{% $events. %}", EVENT, null, lang).expression[0].message,
  migrateRules: (lang) => rulepad.migrateRules(RULE, BUS, lang).rules[0].changes.join(" "),
  importText: (lang) => rulepad.importText("hello", lang).diagnostics[0].message,
  importFiles: (lang) => rulepad.importFiles([{ name: "a.txt", text: "hello" }], lang).files[0].import.diagnostics[0].message,
};

/** What a call gives, or the message of what it throws. */
function said(call) {
  try {
    return call();
  } catch (error) {
    return error.message;
  }
}

for (const [name, answer] of Object.entries(ANSWERS)) {
  test(`${name} answers in Korean, and in English where no language is given`, () => {
    const english = answer();
    assert.doesNotMatch(english, HANGUL);
    for (const tag of [undefined, null, "en", "en-GB"]) assert.equal(answer(tag), english);
    assert.match(answer("ko"), HANGUL);
    assert.equal(answer("ko-KR"), answer("ko"));
  });

  test(`${name} throws for a language that there is not, and names those there are`, () => {
    const error = (lang) => said(() => answer(lang));
    assert.equal(error("fr"), "`lang` must be `en` or `ko`, not `fr`");
    assert.equal(error(1), "`lang` must be a string, not of type number");
  });
}

test("matchLines refuses a language that there is not, whatever the patterns", () => {
  const lines = new TextEncoder().encode(EVENT);
  assert.equal(rulepad.matchLines([PATTERN], lines, "ko").events, 1);
  assert.throws(() => rulepad.matchLines([PATTERN], lines, "fr"), { message: "`lang` must be `en` or `ko`, not `fr`" });
});

test("what AWS says stays English, with its meaning beside it", () => {
  const draft = { pattern: '{"source": "aws.s3"}', event: EVENT };
  const [english, korean] = [undefined, "ko"].map((lang) => rulepad.evaluate(draft, lang));
  assert.equal(korean.aws_error, english.aws_error);
  assert.ok(!("aws_gloss" in english));
  assert.match(korean.aws_gloss, HANGUL);
  const [{ reference: ofEnglish }] = english.pattern;
  const [{ reference: ofKorean, code, labels }] = korean.pattern;
  assert.equal(ofKorean.sentence, ofEnglish.sentence);
  assert.ok(!("gloss" in ofEnglish));
  assert.match(ofKorean.gloss, HANGUL);
  assert.deepEqual([code, labels[0].span], [english.pattern[0].code, english.pattern[0].labels[0].span]);
});

test("an exported file is the same in every language", () => {
  for (const format of ["cloudformation-yaml", "terraform", "aws-cli"]) {
    const [english, korean] = ["en", "ko"].map((lang) => rulepad.exportRule(DRAFT, format, lang));
    assert.equal(korean.text, english.text);
    assert.equal(korean.file_name, english.file_name);
  }
});
