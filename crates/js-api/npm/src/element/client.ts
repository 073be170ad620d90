// Asks the programs: one worker for all examples of a page, or the page itself where no worker can be started.
import { load } from "../load";
import { ask as askProgram, programsFor, type QuestionName } from "../questions";
import type { Answered, Asked } from "../worker";

/** The time a question may take, the download of a program not included, in milliseconds. */
const LIMIT = 10_000;
/** The time a worker may take to start, in milliseconds. */
const START = 10_000;

/** That an evaluation was stopped because it took too long. */
export class Stopped extends Error {}

type Transport = (name: QuestionName, values: unknown[]) => Promise<unknown>;

let transport: Promise<Transport> | undefined;

/** The answer to a question. Fails where no program can be loaded, and with [`Stopped`] after too long a time. */
export async function ask(name: QuestionName, values: unknown[]): Promise<unknown> {
  transport ??= start();
  return (await transport)(name, values);
}

async function start(): Promise<Transport> {
  const url = new URL("./worker.js", import.meta.url);
  for (const make of [direct, throughBlob]) {
    const worker = await started(() => make(url));
    if (worker) return through(worker);
  }
  return inPage;
}

/** A page may require that the addresses of scripts come from a named policy. */
interface Policy {
  createScriptURL(url: string): string;
}
let policy: Policy | undefined;
function scriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }).trustedTypes;
  if (!factory) return url;
  try {
    // Only addresses of our own files get here.
    policy ??= factory.createPolicy("rulepad", { createScriptURL: (own) => own });
  } catch {
    return url;
  }
  return policy.createScriptURL(url);
}

const direct = (url: URL): Worker => new Worker(scriptUrl(url.href), { type: "module", name: "rulepad" });

/** A worker of another origin is imported by one of this origin. */
function throughBlob(url: URL): Worker {
  const text = `import ${JSON.stringify(url.href)};`;
  const blob = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  return new Worker(scriptUrl(blob), { type: "module", name: "rulepad" });
}

/** The worker once it runs; `undefined` where it cannot. */
function started(make: () => Worker): Promise<Worker | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = make();
    } catch {
      resolve(undefined);
      return;
    }
    const end = (found: Worker | undefined): void => {
      clearTimeout(timer);
      if (!found) worker.terminate();
      resolve(found);
    };
    const timer = setTimeout(end, START, undefined);
    worker.addEventListener("message", () => end(worker), { once: true });
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      end(undefined);
    });
  });
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
  timer: ReturnType<typeof setTimeout>;
}

function through(worker: Worker): Transport {
  const waiting = new Map<number, Waiting>();
  let count = 0;
  /** Whether a program has answered, so that a question is not a download too. */
  let isWarm = false;
  const wasm = {
    evaluate: new URL("./programs/evaluate_bg.wasm", import.meta.url).href,
    evaluate_ko: new URL("./programs/evaluate_ko_bg.wasm", import.meta.url).href,
    draft: new URL("./programs/draft_bg.wasm", import.meta.url).href,
    draft_ko: new URL("./programs/draft_ko_bg.wasm", import.meta.url).href,
  };
  const stop = (error: Error): void => {
    worker.terminate();
    transport = undefined;
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer);
      reject(error);
    }
    waiting.clear();
  };
  worker.addEventListener("error", () => stop(new Error("the worker stopped")));
  worker.addEventListener("message", ({ data }: MessageEvent<Answered>) => {
    const found = waiting.get(data.id);
    if (!found) return;
    waiting.delete(data.id);
    clearTimeout(found.timer);
    if ("error" in data) {
      found.reject(new Error(data.error));
      // The next question starts another worker.
      if (data.isTrap) stop(new Error(data.error));
      return;
    }
    isWarm = true;
    found.resolve(data.value);
  });
  return (name, values) =>
    new Promise((resolve, reject) => {
      const id = ++count;
      const limit = isWarm ? LIMIT : 6 * LIMIT;
      const timer = setTimeout(() => stop(new Stopped("the evaluation took too long")), limit);
      waiting.set(id, { resolve, reject, timer });
      worker.postMessage({ id, name, values, wasm } satisfies Asked);
    });
}

const inPage: Transport = async (name, values) => {
  for (const one of programsFor(name, values)) {
    const answer = askProgram({ name: one, program: await load(one) }, name, values);
    if (answer !== undefined) return answer;
  }
  return undefined;
};
