"""Runs a composite GitHub Action as a runner does, as far as ours needs it.

Expressions may name inputs, outputs of steps, `github.action_path` and `runner.*`, compare them with texts, and join
comparisons with `&&`. Anything else is an error, so that a step that needs more cannot pass unseen.
"""

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

import yaml

EXPRESSION = re.compile(r"\$\{\{(.*?)\}\}")


@dataclass
class Run:
    """What a run of the action came to."""

    failed: bool = False
    output: str = ""
    summary: str = ""
    outputs: dict = field(default_factory=dict)
    """Each step that was run or used, by its name or action."""
    steps: list = field(default_factory=list)
    used: list = field(default_factory=list)


class Runner:
    def __init__(self, action: Path, work: Path, temp: Path, inputs: dict, path: str, cache_hit: bool):
        self.root = action.parent
        self.action = yaml.safe_load(action.read_text(encoding="utf-8"))
        known = self.action["inputs"]
        unknown = set(inputs) - set(known)
        if unknown:
            raise KeyError(f"the action has no input {unknown}")
        self.inputs = {name: inputs.get(name, own.get("default", "")) for name, own in known.items()}
        self.work, self.temp, self.path, self.cache_hit = work, temp, path, cache_hit
        self.outputs: dict[str, dict[str, str]] = {}

    def run(self) -> Run:
        done = Run()
        summary = self.temp / "summary"
        summary.write_text("", encoding="utf-8")
        for number, step in enumerate(self.action["runs"]["steps"]):
            if done.failed or not self.holds(step.get("if", "")):
                continue
            done.steps.append(step["name"])
            if "uses" in step:
                used = {key: self.text(str(value)) for key, value in step["with"].items()}
                done.used.append((step["uses"], used))
                self.outputs[step["id"]] = {"cache-hit": "true" if self.cache_hit else ""}
                continue
            self.script(step, number, summary, done)
        done.summary = summary.read_text(encoding="utf-8")
        for name, own in self.action["outputs"].items():
            done.outputs[name] = self.text(own["value"])
        return done

    def script(self, step: dict, number: int, summary: Path, done: Run) -> None:
        if step["shell"] != "bash":
            raise ValueError(f"a step has the shell {step['shell']}")
        script = self.temp / f"step{number}.sh"
        script.write_text(self.text(step["run"]), encoding="utf-8")
        files = {name: self.temp / f"{name}{number}" for name in ("GITHUB_OUTPUT", "GITHUB_PATH")}
        for file in files.values():
            file.write_text("", encoding="utf-8")
        environment = {
            **{name: str(file) for name, file in files.items()},
            **{name: self.text(str(value)) for name, value in step.get("env", {}).items()},
            "PATH": self.path,
            "HOME": os.environ.get("HOME", "/"),
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_STEP_SUMMARY": str(summary),
            "GITHUB_ACTION_PATH": str(self.root),
        }
        folder = self.work / self.text(step.get("working-directory", "."))
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)]
        ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
        done.output += ran.stdout + ran.stderr
        done.failed = ran.returncode != 0
        lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
        self.outputs[step.get("id", "")] = dict(line.split("=", 1) for line in lines)
        for folder in files["GITHUB_PATH"].read_text(encoding="utf-8").splitlines():
            self.path = f"{folder}{os.pathsep}{self.path}"

    def text(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self.value(found[1].strip()), text)

    def value(self, name: str) -> str:
        if name.startswith("'") and name.endswith("'"):
            return name[1:-1]
        match name.split("."):
            case ["inputs", own]:
                return self.inputs[own]
            case ["steps", step, "outputs", own]:
                return self.outputs.get(step, {}).get(own, "")
            case ["github", "action_path"]:
                return str(self.root)
            case ["runner", "temp"]:
                return str(self.temp)
            case ["runner", "os"]:
                return "Linux"
            case ["runner", "arch"]:
                return "X64"
        raise ValueError(f"an expression has `{name}`")

    def holds(self, condition: str) -> bool:
        def one(text: str) -> bool:
            for sign in ("==", "!="):
                left, found, right = text.partition(sign)
                if found:
                    same = self.value(left.strip()) == self.value(right.strip())
                    return same == (sign == "==")
            raise ValueError(f"a condition is `{text}`")

        return all(one(part) for part in condition.split("&&")) if condition else True
