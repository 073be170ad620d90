"""Holds every exported file against tools that its users have, and proves that each of those tools bites.

    python check.py DIRECTORY

DIRECTORY is what `cargo run -p rulepad-workbench --example exports` wrote. Prints one line a check, a matrix of
rules and formats, and how many checks passed.
"""

import json
import sys
import traceback
from pathlib import Path

import asked
import emulator
import validators


def main() -> int:
    directory = Path(sys.argv[1])
    rules = json.loads((directory / "exports.json").read_text(encoding="utf-8"))
    passed, failed = 0, 0
    cells: dict[tuple[str, str], str] = {}
    formats: list[str] = []

    for rule in rules:
        for file in rule["files"]:
            name = file["format"]
            if name not in formats:
                formats.append(name)
            checks = validators.OF.get(name, [])
            text = (directory / file["path"]).read_text(encoding="utf-8")
            problems = []
            for check in checks:
                found = run(check, directory / file["path"], text, rule)
                passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
                problems += [f"{check.__name__}: {problem}" for problem in found]
            for problem in problems:
                print(f"FAILED {rule['id']} as {name}: {problem}")
            cells[rule["id"], name] = "-" if not checks else "FAIL" if problems else f"ok {len(checks)}"

    for name, title, check, broken in validators.broken(directory, rules):
        found = run(check, *broken)
        if found:
            passed += 1
        else:
            failed += 1
            print(f"FAILED {check.__name__} does not notice {title} in {name}")

    with emulator.emulator() as address:
        answers = list(asked.answers(address, directory, rules))
    for name, found in [*answers, *emulator.runs(directory, rules)]:
        passed, failed = (passed, failed + 1) if found else (passed + 1, failed)
        for problem in found:
            print(f"FAILED {name}: {problem}")

    width = max(len(rule["id"]) for rule in rules)
    print("\n" + " " * width + "".join(f"  {name}" for name in formats))
    for rule in rules:
        row = "".join(f"  {cells.get((rule['id'], name), ''):<{len(name)}}" for name in formats)
        print(f"{rule['id']:<{width}}{row}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def run(check, path, text, rule) -> list[str]:
    """What a validator says against a file; that it cannot run is a fault like any other."""
    try:
        return check(path, text, rule)
    except Exception:
        return [traceback.format_exc(limit=3)]


if __name__ == "__main__":
    sys.exit(main())
