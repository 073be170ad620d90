// Starts the page's own scripts beside it: its workers, and the one that keeps it for visits without network. A browser
// with Trusted Types takes an address only from this policy, which lets the page's own files through and nothing else.
const policy = globalThis.trustedTypes?.createPolicy("rulepad", { createScriptURL: (name) => own(name) });

function own(name) {
  const address = new URL(`./${name}`, document.baseURI);
  if (address.origin !== location.origin) throw new Error(`${name} is not the page's own`);
  return address.href;
}

const script = (name) => (policy ? policy.createScriptURL(name) : own(name));

export function startWorker(file, name) {
  return new Worker(script(file), { name });
}

/** How often a page that stays open looks for a newer build, in milliseconds. */
const EVERY_MS = 60 * 60 * 1000;

let waiting;

/** Keeps the page's files for visits without network; `ready` is called when a newer build of the page waits. */
export async function keepOffline(file, ready) {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  let registration;
  try {
    registration = await serviceWorker.register(script(file), { updateViaCache: "none" });
  } catch {
    // The browser blocks it for this page, which works from the network.
    return;
  }
  // So does a browser under test, without an error.
  if (!registration) return;
  const newer = (worker) => {
    // The first one of all is no newer one.
    if (!worker || !serviceWorker.controller) return;
    waiting = worker;
    ready();
  };
  newer(registration.waiting);
  registration.addEventListener("updatefound", () => {
    const worker = registration.installing;
    worker?.addEventListener("statechange", () => worker.state === "installed" && newer(worker));
  });
  // What no first visit needs is fetched once nothing else is.
  const idle = globalThis.requestIdleCallback ?? ((run) => setTimeout(run, 2000));
  serviceWorker.ready.then(({ active }) => idle(() => active?.postMessage("fill")));
  let looked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || Date.now() - looked < EVERY_MS) return;
    looked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Takes the newer build, and loads the page again with it. */
export function takeNewer() {
  if (!waiting) {
    location.reload();
    return;
  }
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  waiting.postMessage("take");
}
