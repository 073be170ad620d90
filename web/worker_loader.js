// The worker's first script: the page starts `./worker_loader.js` as a classic worker.
// Trunk gives the worker's files no hash, so a `?version` on this script's address is handed on to them.
const { search } = self.location;
importScripts(`./worker.js${search}`);
wasm_bindgen({ module_or_path: `./worker_bg.wasm${search}` });
