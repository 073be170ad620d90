// The worker that all examples of a page share. It is one file without imports, so that it can also be started from a
// `blob:` address, and it is given the addresses of the programs.
import * as draft from "./programs/draft.js";
import * as draftKo from "./programs/draft_ko.js";
import * as evaluate from "./programs/evaluate.js";
import * as evaluateKo from "./programs/evaluate_ko.js";
import { ask, programsFor, type Program, type ProgramName, type QuestionName } from "./questions";

/** A question of the page. */
export interface Asked {
  id: number;
  name: QuestionName;
  values: unknown[];
  /** Where the programs are. */
  wasm: Partial<Record<ProgramName, string>>;
}

/** The answer to it: a value or why there is none. */
export type Answered =
  | { id: number; value: unknown }
  | {
      id: number;
      error: string;
      /** Whether the program was stopped in the middle, and may be left in any state. */
      isTrap: boolean;
    };

const MODULES = { evaluate, draft, evaluate_ko: evaluateKo, draft_ko: draftKo };
const starting = new Map<string, Promise<unknown>>();

async function program(name: keyof typeof MODULES, wasm: string): Promise<Program> {
  const found = MODULES[name];
  if (!starting.has(name)) starting.set(name, found.default({ module_or_path: wasm }));
  await starting.get(name);
  return found as unknown as Program;
}

async function answer({ name, values, wasm }: Asked): Promise<unknown> {
  for (const one of programsFor(name, values)) {
    const loaded = await program(one as keyof typeof MODULES, wasm[one] ?? "");
    const found = ask({ name: one, program: loaded }, name, values);
    if (found !== undefined) return found;
  }
  return undefined;
}

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const { id } = data;
  answer(data).then(
    (value) => postMessage({ id, value } satisfies Answered),
    (error: unknown) => postMessage({ id, error: String(error), isTrap: error instanceof WebAssembly.RuntimeError } satisfies Answered),
  );
});
postMessage("ready");
