// Runs TypeScript programs of CDK and Pulumi with libraries that only write down what they are told.
//
// Each line of standard input is a JSON list: a program, and the value of every variable and setting that it asks for, or
// null. The answer to each is a line of JSON: what the parser has
// against it, or `constructs` and `resources`.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../web/editor/package.json", import.meta.url));
const ts = require("typescript");

function run([program, value]) {
  const options = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  const { outputText, diagnostics } = ts.transpileModule(program, { compilerOptions: options, reportDiagnostics: true });
  if (diagnostics.length > 0) {
    return { refused: diagnostics.map((own) => ts.flattenDiagnosticMessageText(own.messageText, " ")) };
  }
  const constructs = [];
  const resources = [];
  try {
    const libraries = (name) => library(name, constructs, resources, value);
    const environment = { env: value === null ? {} : new Proxy({}, { get: () => value }) };
    new Function("require", "exports", "process", outputText)(libraries, {}, environment);
  } catch (error) {
    return { refused: [String(error)] };
  }
  return { constructs, resources };
}

function library(name, constructs, resources, value) {
  if (name === "aws-cdk-lib") {
    class Plain {}
    const Fn = { sub: (text) => ({ "Fn::Sub": text }) };
    const Aws = { REGION: "us-east-1", ACCOUNT_ID: "123456789012", PARTITION: "aws", URL_SUFFIX: "amazonaws.com" };
    return { App: Plain, Aws, Stack: Plain, CfnOutput: Plain, Fn, Token: { asString: (value) => value } };
  }
  if (name.startsWith("aws-cdk-lib/aws-")) {
    const service = name.slice("aws-cdk-lib/aws-".length);
    return new Proxy({}, { get: (_, own) => (own === "__esModule" ? true : construct(`${service}.${own}`, constructs)) });
  }
  if (name === "@pulumi/pulumi") {
    class Config {
      require() {
        return value;
      }
    }
    return { jsonStringify: JSON.stringify, Config };
  }
  if (name === "@pulumi/aws") {
    const module = (service) => new Proxy({}, { get: (_, own) => resource(service, own, resources) });
    return new Proxy({}, { get: (_, own) => (own === "__esModule" ? true : module(own)) });
  }
  throw new Error(`there is no ${name}`);
}

function construct(type, constructs) {
  return class {
    constructor(_, id, props) {
      this.attrArn = { "Fn::GetAtt": [id, "Arn"] };
      this.overrides = {};
      constructs.push({ type, id, props, overrides: this.overrides });
    }
    addPropertyOverride(path, value) {
      this.overrides[path] = value;
    }
  };
}

function resource(service, kind, resources) {
  return class {
    constructor(name, inputs) {
      const type = `aws:${service}:${kind}`;
      Object.assign(this, inputs, { arn: `arn of ${type} ${name}`, id: `${name}-id` });
      resources.push({ type, name, inputs });
    }
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(run(JSON.parse(line))));
}
