// Runs every Pulumi program against mocks: no engine, no plug-in, no network.
//
//     node register.mjs FILES
//
// FILES is a JSON list of JavaScript files. Prints what each of them would register.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const pulumi = require("@pulumi/pulumi");
const files = JSON.parse(readFileSync(process.argv[2], "utf8"));
const registered = {};
for (const file of files) {
  const found = [];
  pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      found.push({ type, name, inputs });
      return { id: `${name}-id`, state: { ...inputs, arn: `arn of ${type} ${name}`, name: inputs.name ?? name } };
    },
    call: ({ inputs }) => inputs,
  });
  try {
    require(file);
    await pulumi.runtime.disconnect();
    registered[file] = found;
  } catch (error) {
    registered[file] = String(error);
  }
}
console.log(JSON.stringify(registered));
