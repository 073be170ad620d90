// A worker's first script: the page starts it as a classic worker, named after the program to load; without a name
// it is the one that evaluates. Trunk gives workers' files no hash, so a `?version` on this script's address is
// handed on to them.
const { search } = self.location;
const program = self.name || "worker";
importScripts(`./${program}.js${search}`);
wasm_bindgen({ module_or_path: `./${program}_bg.wasm${search}` });
