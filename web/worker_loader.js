// The worker's first script: the page starts `./worker_loader.js` as a classic worker.
importScripts("./worker.js");
wasm_bindgen({ module_or_path: "./worker_bg.wasm" });
