// What an application does with the package.
import { evaluate, exportRule } from "rulepad";
import "rulepad/example";

const draft = { pattern: '{"source": ["aws.s3"]}', event: '{"source": "aws.s3"}', rule: { name: "uploads" } };
const { verdict } = await evaluate(draft);
const { file_name: name } = await exportRule(draft, "rule-json");
document.querySelector("output").textContent = `${verdict} ${name}`;
