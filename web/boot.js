// Starts the page. Trunk writes the names of the two files into the script element that loads this one.
const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const { reload } = document.documentElement.dataset;

if (reload?.startsWith("/")) {
  import("./reload.js").then((module) => module.follow(reload));
}

try {
  const { default: start } = await import(new URL(js, document.baseURI));
  await start({ module_or_path: new URL(wasm, document.baseURI) });
} catch (error) {
  const status = document.getElementById("boot");
  if (status) {
    status.textContent =
      "Rulepad could not start. Reload the page; if that does not help, use a current browser with WebAssembly.";
  }
  throw error;
}
