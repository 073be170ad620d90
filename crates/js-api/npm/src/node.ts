// The entry for Node: every function answers at once, and a program is read from its file by its first question.
import { readFileSync } from "node:fs";
import * as bulk from "./programs/bulk.js";
import * as bulkKo from "./programs/bulk_ko.js";
import * as draft from "./programs/draft.js";
import * as draftKo from "./programs/draft_ko.js";
import * as evaluateProgram from "./programs/evaluate.js";
import * as evaluateKo from "./programs/evaluate_ko.js";
import * as exportProgram from "./programs/export.js";
import * as importProgram from "./programs/import.js";
import * as migrate from "./programs/migrate.js";
import * as share from "./programs/share.js";
import * as subscriber from "./programs/subscriber.js";
import * as subscriberKo from "./programs/subscriber_ko.js";
import * as tools from "./programs/tools.js";
import { ask, programsFor, type Program, type ProgramName, type QuestionName } from "./questions";

const MODULES = {
  evaluate: evaluateProgram,
  evaluate_ko: evaluateKo,
  draft,
  draft_ko: draftKo,
  bulk,
  bulk_ko: bulkKo,
  subscriber,
  subscriber_ko: subscriberKo,
  share,
  tools,
  export: exportProgram,
  import: importProgram,
  migrate,
};
const started = new Set<ProgramName>();

function program(name: ProgramName): Program {
  const found = MODULES[name];
  if (!started.has(name)) {
    found.initSync({ module: readFileSync(new URL(`./programs/${name}_bg.wasm`, import.meta.url)) });
    started.add(name);
  }
  return found as unknown as Program;
}

const question =
  (name: QuestionName) =>
  (...values: unknown[]): unknown => {
    for (const one of programsFor(name, values)) {
      const answer = ask({ name: one, program: program(one) }, name, values);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };

export const evaluate = question("evaluate");
export const testEventPattern = question("testEventPattern");
export const explain = question("explain");
export const render = question("render");
export const matchLines = question("matchLines");
export const testSubscriber = question("testSubscriber");
export const testFilters = question("testFilters");
export const testEventSource = question("testEventSource");
export const evaluateExpression = question("evaluateExpression");
export const encodeShare = question("encodeShare");
export const decodeShare = question("decodeShare");
export const version = question("version");
export const fixPattern = question("fixPattern");
export const fixEvent = question("fixEvent");
export const format = question("format");
export const paste = question("paste");
export const eventLog = question("eventLog");
export const suggestKeys = question("suggestKeys");
export const exportRule = question("exportRule");
export const importText = question("importText");
export const importFiles = question("importFiles");
export const migrateRules = question("migrateRules");
