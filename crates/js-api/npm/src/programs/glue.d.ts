// The shape of what wasm-bindgen writes for each program when the package is built.
export default function init(options: { module_or_path: URL | string }): Promise<unknown>;
export function initSync(options: { module: Uint8Array<ArrayBuffer> }): unknown;
