"""Holds every exported file against tools that its users have, and proves that each of those tools bites.

    python check.py DIRECTORY

DIRECTORY is what `cargo run -p rulepad-workbench --example exports` wrote. Prints a line for each failure, for each
format a table of rules and validators, what the emulator delivered, and how many checks passed.
"""

import json
import sys
import traceback
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import again
import asked
import emulator
import references
import templates
import validators

# Files that are held at the same time.
AT_ONCE = 2


def main() -> int:
    directory = Path(sys.argv[1])
    rules = json.loads((directory / "exports.json").read_text(encoding="utf-8"))
    passed, failed = 0, 0

    def told(name, problems):
        nonlocal passed, failed
        passed, failed = (passed, failed + 1) if problems else (passed + 1, failed)
        for problem in problems:
            print(f"FAILED {name}: {problem}", flush=True)

    # Format, rule, and what each validator of the format has against the file.
    cells = {}
    files = [(directory, rule, file) for rule in rules for file in rule["files"]]
    with ProcessPoolExecutor(AT_ONCE) as pool:
        for at, ((_, rule, file), found) in enumerate(zip(files, pool.map(held, files, chunksize=4)), 1):
            cells[file["format"], rule["id"]] = found
            for name, problems in found.items():
                told(f"{rule['id']} as {file['format']}, {name}", problems)
            if at % 50 == 0 or at == len(files):
                print(f"  {at} of {len(files)} files checked", flush=True)
        broken = list(validators.broken(directory, rules))
        for (name, title, check, _), found in zip(broken, pool.map(bitten, broken)):
            told(f"{check.__name__} of {name}", [] if found else [f"it does not notice {title}"])
    for name, found in templates.written_back(directory):
        told(name, found)
    for name, found in references.files(directory):
        told(name, found)

    with emulator.emulator() as address:
        for name, found in asked.answers(address, directory, rules):
            told(name, found)
    repeated = list(counted(again.runs(directory)))
    for name, found in repeated:
        told(name, found)
    delivered = emulator.Delivered()
    for name, found in emulator.runs(directory, rules, delivered):
        told(name, found)

    matrix(cells, [rule["id"] for rule in rules])
    print(f"\n{len(repeated)} ways to run a script again, of the AWS CLI and boto3: {passed_of(repeated)} end as one run does")
    print("\nThe emulator, by kind of target and input option:")
    print("\n".join(delivered.lines()))
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def counted(results):
    """The same, with a line of progress for each."""
    for at, (name, found) in enumerate(results, 1):
        print(f"  {at} {'FAILED' if found else 'ok'} {name}", flush=True)
        yield name, found


def passed_of(results):
    return sum(not found for _, found in results)


def matrix(cells, rules):
    """A table for each format: its rules by its validators, with what each validator holds."""
    for name, checks in validators.OF.items():
        print(f"\n{name}")
        for at, check in enumerate(checks, 1):
            print(f"  {at} {check.__name__}: {(check.__doc__ or '').strip()}")
        width = max(map(len, rules))
        print(f"  {'':<{width}}" + "".join(f"  {at:<4}" for at in range(1, len(checks) + 1)))
        for rule in rules:
            found = cells.get((name, rule))
            row = "".join(f"  {'FAIL' if found[check.__name__] else 'ok':<4}" for check in checks) if found else "  not exported"
            print(f"  {rule:<{width}}{row}".rstrip())


def held(job) -> dict[str, list[str]]:
    """What each validator has against one file."""
    directory, rule, file = job
    path = directory / file["path"]
    text = path.read_text(encoding="utf-8")
    checks = validators.OF.get(file["format"])
    if not checks:
        return {"no validator": [f"nothing holds {file['format']}"]}
    return {check.__name__: run(check, path, text, rule) for check in checks}


def bitten(job) -> list[str]:
    """What a validator says against a file with one fault."""
    _, _, check, arguments = job
    return run(check, *arguments)


def run(check, path, text, rule) -> list[str]:
    """What a validator says against a file; that it cannot run is a fault like any other."""
    try:
        return check(path, text, rule)
    except Exception:
        return [traceback.format_exc(limit=3)]


if __name__ == "__main__":
    sys.exit(main())
