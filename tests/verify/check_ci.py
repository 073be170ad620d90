"""Whether the pre-commit hook and the GitHub Action run the tests of a repository and report what they find.

check_ci.py RULEPAD: the built program.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from action import Run, Runner

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / "action.yml"
HOOKS = ROOT / ".pre-commit-hooks.yaml"

RULE = '{"Name": "placed", "EventPattern": "{\\"source\\": [\\"shop\\"]}"}\n'
TESTS = """rulepad: 1
rules: [rule.json]
tests:
  - rule: placed
    match: [{event: {source: shop}}]
    no_match: [{name: another source, event: {source: bank}}]
"""

checks: list[tuple[str, bool]] = []


def check(name: str, held: bool, about: object = "") -> None:
    checks.append((name, held))
    if not held:
        print(f"{name}: failed\n{about}")


def run(*command: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def repository(folder: Path, files: dict[str, str]) -> str:
    """Commits files into a new repository and gives the commit."""
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    who = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
    for command in (["init", "--quiet"], ["add", "."], [*who, "commit", "--quiet", "--no-verify", "-m", "x"]):
        ran = run("git", *command, cwd=folder)
        if ran.returncode:
            raise RuntimeError(ran.stderr)
    return run("git", "rev-parse", "HEAD", cwd=folder).stdout.strip()


def hook(folder: Path, path: str) -> None:
    """The hook as a repository uses it that names ours."""
    valid = run(sys.executable, "-m", "pre_commit", "validate-manifest", HOOKS)
    check("the hook's manifest is valid", valid.returncode == 0, valid.stdout)
    revision = repository(folder / "hooks", {HOOKS.name: HOOKS.read_text(encoding="utf-8")})
    config = f"repos:\n- repo: {folder / 'hooks'}\n  rev: {revision}\n  hooks:\n  - id: rulepad-verify\n"
    files = {"rule.json": RULE, "placed.rulepad.yaml": TESTS, ".pre-commit-config.yaml": config}
    used = folder / "used"
    repository(used, files)

    def committed() -> subprocess.CompletedProcess[str]:
        home = str(folder / "cache")
        command = (sys.executable, "-m", "pre_commit", "run", "--all-files", "--verbose")
        return run(*command, cwd=used, PATH=path, PRE_COMMIT_HOME=home)

    good = committed()
    check("the hook passes", good.returncode == 0 and "2 passed, 0 failed" in good.stdout, good)
    (used / "rule.json").write_text(RULE.replace("shop", "bank"), encoding="utf-8")
    bad = committed()
    expected = bad.returncode == 1 and "matches, and must not" in bad.stdout and "rule.json:1:" in bad.stdout
    check("the hook fails and explains", expected, bad)


def action(folder: Path, rulepad: Path, path: str) -> None:
    """The action on a repository: with the program there, with one to build, and with one in the cache."""
    valid = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", ACTION)
    check("the action's file is valid", valid.returncode == 0, valid.stdout + valid.stderr)

    def ran(name: str, path: str, cached: bool = False, rule: str = RULE, **inputs: str) -> tuple[Run, Path, Path]:
        work, temp = folder / name, folder / f"{name} temp"
        work.mkdir()
        temp.mkdir()
        tests = work / "my tests"
        tests.mkdir()
        (tests / "rule.json").write_text(rule, encoding="utf-8")
        (tests / "placed.rulepad.yaml").write_text(TESTS, encoding="utf-8")
        if cached:
            (temp / "rulepad/bin").mkdir(parents=True)
            shutil.copy(rulepad, temp / "rulepad/bin/rulepad")
        given = {key.replace("_", "-"): value for key, value in inputs.items()}
        return Runner(ACTION, work, temp, given, path, cached).run(), work, temp

    good, work, _ = ran("good", path, junit="r.xml", sarif="r.sarif", arguments="--require-tests\n--coverage\n")
    check("the action passes", not good.failed and good.outputs == {"exit-code": "0"}, good)
    check("the action builds nothing where rulepad is there", good.steps == ["Look for rulepad", "Run the tests"], good)
    check("the action writes a summary", "| ✅ | placed | another source |" in good.summary, good.summary)
    check("the action takes more arguments", "Coverage: 100.0 %" in good.summary, good.summary)
    written = [(work / name).exists() for name in ("r.xml", "r.sarif")]
    check("the action writes JUnit and SARIF", written == [True, True], good)

    bad, _, _ = ran("bad", path, rule=RULE.replace("shop", "bank"), files="my tests/placed.rulepad.yaml\n")
    check("the action fails", bad.failed and bad.outputs == {"exit-code": "1"}, bad)
    place = "::error file=my tests/placed.rulepad.yaml,line=6,col=16,"
    check("the action annotates the line of the expectation", place in bad.output, bad.output)
    check("the action says why in the summary", "❌" in bad.summary, bad.summary)

    broken, _, _ = ran("broken", path, files="missing.rulepad.yaml", working_directory="my tests")
    check("the action reports a file that is missing", broken.outputs == {"exit-code": "2"}, broken)
    odd, _, _ = ran("odd", path, files="$(touch pwned)\n")
    check("inputs are no commands", odd.failed and not list(folder.rglob("pwned")), odd)

    # A cargo that notes what it is asked for and gives the built program instead of building it again.
    tools = folder / "tools"
    tools.mkdir()
    asked = folder / "cargo.txt"
    cargo = tools / "cargo"
    cargo.write_text(
        f'#!/bin/sh\necho "$PWD $*" > "{asked}"\nmkdir -p "$6/bin"\ncp "{rulepad}" "$6/bin/rulepad"\n', encoding="utf-8"
    )
    cargo.chmod(0o755)
    # No rulepad is on this path.
    bare = f"{tools}{os.pathsep}/usr/bin{os.pathsep}/bin"
    built, _, temp = ran("built", bare)
    check("the action uses what it built", not built.failed and len(built.steps) == 5, built)
    wanted = f"{ROOT} install --locked --path crates/cli --root {temp}/rulepad"
    check("the action builds the program of its own sources", asked.read_text().strip() == wanted, asked.read_text())
    check("the program has sources to build", 'name = "rulepad"' in (ROOT / "crates/cli/Cargo.toml").read_text())
    uses, given = built.used[0] if built.used else ("", {})
    named = given.get("key", "").startswith("rulepad-Linux-X64-") and len(given["key"]) > 50
    check("the cache is named by the sources", uses.startswith("actions/cache@") and named, built.used)
    asked.unlink()
    cached, _, _ = ran("cached", bare, cached=True)
    check("the action builds nothing where the cache has it", not cached.failed and not asked.exists(), cached)


def main() -> int:
    rulepad = Path(sys.argv[1]).resolve()
    path = f"{rulepad.parent}{os.pathsep}{os.environ['PATH']}"
    with tempfile.TemporaryDirectory() as folder:
        hook(Path(folder), path)
        (Path(folder) / "action").mkdir()
        action(Path(folder) / "action", rulepad, path)
    failed = sum(not held for _, held in checks)
    print(f"{len(checks) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
