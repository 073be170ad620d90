// The entry for browsers and bundlers: every function gives a promise, and a program is fetched by its first question.
import { ask, programsFor, type QuestionName } from "./questions";
import { load } from "./load";

const question =
  (name: QuestionName) =>
  async (...values: unknown[]): Promise<unknown> => {
    for (const one of programsFor(name, values)) {
      const answer = ask({ name: one, program: await load(one) }, name, values);
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
