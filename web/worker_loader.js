// A worker's first script: the page starts it as a classic worker, named after the two files of its program, apart by
// a space. Each step is reported at once, so that the page sees within seconds what does not come:
// "loading" at the start and with each part that arrives, "failed" with the reason; the program itself reports that it
// is ready.
const [script, wasm] = self.name.split(" ");
const policy = self.trustedTypes?.createPolicy("rulepad", { createScriptURL: (address) => own(address) });

/** The address of a file beside this script; a program comes from nowhere else. */
function own(name) {
  const address = new URL(`./${name}`, self.location.href);
  if (address.origin !== self.location.origin) throw new Error(`${name} is not the page's own`);
  return address.href;
}

/** Its bytes, each part reported as it arrives. */
async function fetched(name) {
  let response;
  try {
    response = await fetch(own(name));
  } catch {
    throw new Error(`${name} did not load: the server does not answer`);
  }
  if (!response.ok) throw new Error(`${name} did not load: the server answered ${response.status}`);
  let last = 0;
  const counted = new TransformStream({
    transform(part, controller) {
      controller.enqueue(part);
      if (Date.now() - last > 200) {
        last = Date.now();
        self.postMessage("loading");
      }
    },
  });
  return new Response(response.body.pipeThrough(counted), { headers: { "content-type": "application/wasm" } });
}

/** Its text as a script of this worker. */
function run(name) {
  try {
    importScripts(policy ? policy.createScriptURL(name) : own(name));
  } catch (error) {
    throw new Error(`${name} did not load${error.name === "NetworkError" ? "" : ` (${error.message})`}`);
  }
}

/** A program computes; it needs no network, also where the server sends no policy for workers. */
function seal() {
  const names = [
    "fetch", "XMLHttpRequest", "WebSocket", "WebSocketStream", "EventSource", "WebTransport", "BroadcastChannel",
    "Worker", "SharedWorker", "importScripts", "indexedDB", "caches", "Request",
  ];
  for (const name of names) {
    if (name in self) Object.defineProperty(self, name, { value: undefined, writable: false, configurable: false });
  }
}

self.postMessage("loading");
try {
  run(script);
  self.postMessage("loading");
  const program = fetched(wasm);
  // Compiled while it arrives; nothing of the network is needed from here on.
  program.then(seal, () => {});
  wasm_bindgen({ module_or_path: program }).catch((error) => self.postMessage(`failed ${error.message}`));
} catch (error) {
  self.postMessage(`failed ${error.message}`);
}
