// Starts the page, or the embedded view where the address asks for it, and says within seconds what does not come.
// Trunk writes the names of the two files into the script element that loads this one.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { reload } = document.documentElement.dataset;
/** Nothing arrived for this long: it is said. */
const PATIENCE_MS = 4000;

if (reload?.startsWith("/")) {
  import("./reload.js").then((module) => module.follow(reload));
}

const status = document.getElementById("boot");
let waiting;

/** Writes what is wrong under the title, with a way on. */
function say(words) {
  if (!status?.isConnected) return;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-quiet";
  again.textContent = "Try again";
  again.addEventListener("click", () => location.reload());
  status.replaceChildren(words, " ", again);
  status.dataset.said = "";
}

function expect(words) {
  clearTimeout(waiting);
  waiting = setTimeout(() => say(words), PATIENCE_MS);
}

const nameOf = (address) => address.replace(/^.*\//, "");

/** The program's bytes; as long as they arrive there is nothing to say. */
async function fetched(address) {
  const name = nameOf(address);
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new Error(`${name} did not load: the server does not answer`);
  }
  if (!response.ok) throw new Error(`${name} did not load: the server answered ${response.status}`);
  const counted = new TransformStream({
    transform(part, controller) {
      controller.enqueue(part);
      expect(`Loading ${name} has stopped: nothing has arrived for some seconds.`);
    },
  });
  return new Response(response.body.pipeThrough(counted), { headers: { "content-type": "application/wasm" } });
}

/** In a frame of another page there is the way to the page alone: nobody is to press its buttons unseen. */
function showLink() {
  const link = document.createElement("a");
  link.href = location.href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = "Open in Rulepad";
  status?.closest("main")?.replaceChildren(link);
}

async function startPage() {
  for (const module of JSON.parse(document.getElementById("modules").textContent)) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = module;
    document.head.append(link);
  }
  expect("The page’s program has not arrived yet. The connection may be slow, or something blocks it.");
  const program = fetched(new URL(wasm, document.baseURI).href);
  // Awaited below; a failure must not count as unhandled before.
  program.catch(() => {});
  const { default: start } = await import(new URL(js, document.baseURI)).catch((error) => {
    throw new Error(`${nameOf(js)} did not load${error instanceof SyntaxError ? `: it is damaged (${error.message})` : ""}`);
  });
  await start({ module_or_path: await program });
  expect("The page’s program is here and does not start. Reload the page.");
}

function failed(error) {
  clearTimeout(waiting);
  const reason = error instanceof WebAssembly.CompileError ? `${nameOf(wasm)} is damaged` : error.message;
  say(
    typeof WebAssembly === "object"
      ? `Rulepad could not start: ${reason}. Your drafts are stored and safe.`
      : "Rulepad needs a browser with WebAssembly.",
  );
  throw error;
}

if (new URLSearchParams(location.search).has("embed")) {
  const { show } = await import("./embed.js");
  await show();
} else if (window.parent !== window) {
  showLink();
} else {
  await startPage().catch(failed);
}
