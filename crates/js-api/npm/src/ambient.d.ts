// Modules that are there when the package is built or runs.
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "node:fs" {
  export function readFileSync(path: URL): Uint8Array<ArrayBuffer>;
}
