// What is coloured, by the pieces of it; and that no text stops it.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Token } from "./colours";
import { tokens as hcl } from "./languages/hcl";
import { tokens as python } from "./languages/python";
import { tokens as shell } from "./languages/shell";
import { tokens as typescript } from "./languages/typescript";
import { tokens as yaml } from "./languages/yaml";

const all: Record<string, (text: string) => Token[]> = { hcl, python, shell, typescript, yaml };

/** The pieces of each class, neighbours joined. */
function pieces(name: string, text: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [from, to, classes] of all[name]?.(text) ?? []) (found[classes] ??= []).push(text.slice(from, to));
  return found;
}

const holds = (name: string, text: string, wanted: Record<string, string[]>) => {
  const found = pieces(name, text);
  for (const [classes, parts] of Object.entries(wanted))
    for (const part of parts)
      assert.ok(found[classes]?.join("\u0000").includes(part), `${name}: ${part} is ${classes}; found ${JSON.stringify(found)}`);
};

test("keys, strings, numbers, words and comments have their colours", () => {
  holds("yaml", '# why\nRule:\n  Type: "AWS::Events::Rule"\n  Count: 4\n  On: true\n', {
    "syn-comment": ["# why"],
    "syn-key": ["Rule", "Type"],
    "syn-string": ['"AWS::Events::Rule"'],
    "syn-number": ["4"],
    "syn-atom": ["true"],
  });
  holds("shell", "#!/bin/sh\nset -eu\nname='a b'\nif [ \"$name\" != 0 ]; then\n  exit 1\nfi\n", {
    "syn-string": ["'a b'", '"'],
    "syn-atom": ["if", "then", "fi"],
  });
  holds("python", '# why\nimport json\nname = "a"\ncount = 4\nok = True\n', {
    "syn-comment": ["# why"],
    "syn-string": ['"a"'],
    "syn-number": ["4"],
    "syn-atom": ["import", "True"],
  });
  holds("typescript", '// why\nimport * as cdk from "aws-cdk-lib";\nconst rule = { "detail-type": ["a"], count: 4 };\n', {
    "syn-comment": ["// why"],
    "syn-string": ['"aws-cdk-lib"'],
    "syn-number": ["4"],
    "syn-atom": ["import", "const"],
  });
  holds("hcl", '# why\nresource "aws_cloudwatch_event_rule" "r" {\n  name  = "a ${b}"\n  count = 4\n  on    = true\n  text  = <<-EOT\n    a "b"\n  EOT\n}\n', {
    "syn-comment": ["# why"],
    "syn-key": ["name", "count"],
    "syn-string": ["a ", "aws_cloudwatch_event_rule"],
    "syn-number": ["4"],
    "syn-atom": ["true", "resource"],
  });
});

test("no text stops it, and stretches stand in order inside the text", () => {
  const strange = ["", "\n\n", "'", '"', "<<EOF\n", "${", "%{", "\u0000\u202e😀\t", "`${`${`", "|\n  a\n b", "{{[[", "'''", "/*", "\r\n", "x".repeat(20_000), "[".repeat(1_000), "<<EOF\n".repeat(500)];
  for (const name of Object.keys(all)) {
    for (const text of [...strange, strange.join("\n"), strange.join(" ")]) {
      let last = 0;
      for (const [from, to] of all[name]?.(text) ?? []) {
        assert.ok(last <= from && from < to && to <= text.length, `${name}: ${from}-${to} after ${last}`);
        last = to;
      }
    }
  }
});
