// Programs fetched over the network, each once.
import type { Program, ProgramName } from "./questions";

interface Module {
  default(options: { module_or_path: URL | string }): Promise<unknown>;
}

/** A literal address for each, which is how bundlers find the files. */
const MODULES: Record<ProgramName, { module: () => Promise<unknown>; wasm: () => URL }> = {
  evaluate: {
    module: () => import("./programs/evaluate.js"),
    wasm: () => new URL("./programs/evaluate_bg.wasm", import.meta.url),
  },
  draft: {
    module: () => import("./programs/draft.js"),
    wasm: () => new URL("./programs/draft_bg.wasm", import.meta.url),
  },
  bulk: {
    module: () => import("./programs/bulk.js"),
    wasm: () => new URL("./programs/bulk_bg.wasm", import.meta.url),
  },
  subscriber: {
    module: () => import("./programs/subscriber.js"),
    wasm: () => new URL("./programs/subscriber_bg.wasm", import.meta.url),
  },
  share: {
    module: () => import("./programs/share.js"),
    wasm: () => new URL("./programs/share_bg.wasm", import.meta.url),
  },
  tools: {
    module: () => import("./programs/tools.js"),
    wasm: () => new URL("./programs/tools_bg.wasm", import.meta.url),
  },
  export: {
    module: () => import("./programs/export.js"),
    wasm: () => new URL("./programs/export_bg.wasm", import.meta.url),
  },
  import: {
    module: () => import("./programs/import.js"),
    wasm: () => new URL("./programs/import_bg.wasm", import.meta.url),
  },
  migrate: {
    module: () => import("./programs/migrate.js"),
    wasm: () => new URL("./programs/migrate_bg.wasm", import.meta.url),
  },
  evaluate_ko: {
    module: () => import("./programs/evaluate_ko.js"),
    wasm: () => new URL("./programs/evaluate_ko_bg.wasm", import.meta.url),
  },
  draft_ko: {
    module: () => import("./programs/draft_ko.js"),
    wasm: () => new URL("./programs/draft_ko_bg.wasm", import.meta.url),
  },
  bulk_ko: {
    module: () => import("./programs/bulk_ko.js"),
    wasm: () => new URL("./programs/bulk_ko_bg.wasm", import.meta.url),
  },
  subscriber_ko: {
    module: () => import("./programs/subscriber_ko.js"),
    wasm: () => new URL("./programs/subscriber_ko_bg.wasm", import.meta.url),
  },
};

const loading = new Map<ProgramName, Promise<Program>>();

/** The program, ready to be asked. A fetch that failed is tried again by the next question. */
export function load(name: ProgramName): Promise<Program> {
  const known = loading.get(name);
  if (known) return known;
  const found = start(name);
  loading.set(name, found);
  found.catch(() => loading.delete(name));
  return found;
}

async function start(name: ProgramName): Promise<Program> {
  const { module, wasm } = MODULES[name];
  const loaded = (await module()) as Module;
  await loaded.default({ module_or_path: wasm() });
  return loaded as unknown as Program;
}
