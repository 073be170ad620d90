"""The wheel as a user gets it: installed into an empty environment, in doctests, pytest, mypy, Ray and Spark.

Every check prints a line; the last one is `N passed, N failed`.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
import zipfile
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PACKAGE = ROOT / "crates/python"


class Checks:
    """What passed and what failed."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0

    def add(self, name: str, good: bool, detail: str = "") -> None:
        """Counts and prints one check."""
        self.passed += good
        self.failed += not good
        print(f"{'ok  ' if good else 'FAIL'} {name}{': ' if detail else ''}{detail}", flush=True)

    def run(
        self, name: str, command: Sequence[object], path: str = "", good: int = 0, home: Path | None = None
    ) -> str:
        """Counts a command, which must end with the code `good`; its output is printed where it does not.

        `path` is where it looks for packages first.
        """
        environment = plain_environment() | ({"PYTHONPATH": path} if path else {})
        if home:
            environment["HOME"] = str(home)
        done = subprocess.run(
            [str(part) for part in command],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self.add(name, done.returncode == good, "" if done.returncode == good else f"exit code {done.returncode}")
        if done.returncode != good:
            print(done.stdout, flush=True)
        return done.stdout


    def figures(self, name: str, command: Sequence[object], path: str, home: Path) -> None:
        """The same, and prints the lines of a command that succeeds."""
        failed = self.failed
        printed = self.run(name, command, path, home=home)
        if failed == self.failed:
            # What an engine logs is no figure.
            figures = [line for line in printed.splitlines() if line.startswith(FIGURES)]
            print("\n".join(f"     {line}" for line in figures), flush=True)


FIGURES = ("one process", "Ray: ", "Spark: ", "the function", "the same")
"""How the lines of the engines' scripts start."""


def plain_environment() -> dict[str, str]:
    """The environment without what changes how Python looks for packages."""
    names = {"PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "PYTEST_ADDOPTS", "PYTEST_PLUGINS"}
    return {name: value for name, value in os.environ.items() if name not in names}


def site_packages(interpreter: Path) -> Path:
    """Where the packages of an environment are."""
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    return Path(subprocess.run([interpreter, "-c", ask], check=True, capture_output=True, text=True).stdout.strip())


def check_files(checks: Checks, wheel: Path) -> None:
    """What is in the wheel, and what is not."""
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        metadata = archive.read(next(name for name in names if name.endswith(".dist-info/METADATA"))).decode()
        points = archive.read(next(name for name in names if name.endswith(".dist-info/entry_points.txt"))).decode()
        notices = [archive.read(name).decode() for name in names if name.endswith("/licences.txt")]
    checks.add("one wheel for Python 3.10 and later", "-cp310-abi3-" in wheel.name, wheel.name)
    sources = sorted(path.name for path in (PACKAGE / "python/rulepad").glob("*") if path.suffix in {".py", ".pyi"})
    packed = sorted(name.split("/")[1] for name in names if name.startswith("rulepad/"))
    expected = sorted([*sources, "py.typed", "_native.abi3.so"])
    checks.add("the wheel has the package and nothing else", packed == expected, ", ".join(packed))
    checks.add("the wheel has the licence", any(name.endswith("/LICENSE") for name in names))
    committed = (PACKAGE / "licences.txt").read_text(encoding="utf-8")
    checks.add("the wheel has the notices of the crates that are compiled into it", notices == [committed])
    checks.add("the wheel needs no other package", "Requires-Dist" not in metadata)
    checks.add("the wheel brings its pytest plugin", "[pytest11]" in points)
    print(f"     {wheel.stat().st_size / 1e6:.1f} MB packed", flush=True)


def empty_environment(checks: Checks, python: Path, wheel: Path, out: Path) -> Path:
    """An environment with the wheel alone; gives its interpreter."""
    folder = out / "empty"
    shutil.rmtree(folder, ignore_errors=True)
    checks.run("an empty environment is made", [python, "-m", "venv", folder])
    interpreter = folder / "bin/python"
    pip = [interpreter, "-m", "pip", "--disable-pip-version-check"]
    checks.run("the wheel is installed without network", [*pip, "install", "--quiet", "--no-index", wheel])
    checks.run("pip finds nothing missing", [*pip, "check"])
    return interpreter


def check_pytest(checks: Checks, empty: Path, tools: Path, out: Path) -> None:
    """The tests, with pytest from the cache beside the wheel."""
    results = out / "pytest.xml"
    results.unlink(missing_ok=True)
    documents = ["--doctest-glob=README.md", "--doctest-modules", PACKAGE / "README.md", "--pyargs", "rulepad"]
    options = ["-q", "-p", "no:cacheprovider", f"--junitxml={results}", f"--ignore={HERE / 'engines'}", HERE, *documents]
    command = [empty, "-B", "-m", "pytest", *options]
    done = subprocess.run([str(part) for part in command], cwd=out, env=plain_environment() | {"PYTHONPATH": str(tools)})
    suites = list(xml.parse(results).getroot().iter("testsuite")) if results.exists() else []
    total = sum(int(suite.get("tests", 0)) for suite in suites)
    failed = sum(int(suite.get("failures", 0)) + int(suite.get("errors", 0)) for suite in suites)
    skipped = sum(int(suite.get("skipped", 0)) for suite in suites)
    checks.passed += total - failed - skipped
    checks.failed += failed
    checks.add("pytest ran every test", done.returncode == 0 and total > 80 and skipped == 0, f"{total} tests")


def check_types(checks: Checks, empty: Path, tools: Path, out: Path) -> None:
    """The package and its tests are typed, and wrong calls are rejected."""
    mypy = [empty, "-B", "-m", "mypy", "--strict", f"--cache-dir={out / 'mypy'}"]
    path = str(tools)
    installed = site_packages(empty) / "rulepad"
    # The engines have no part in this environment.
    files = sorted(file for file in HERE.glob("*.py"))
    checks.run("mypy --strict: the package", [*mypy, installed], path)
    checks.run("mypy --strict: its tests", [*mypy, *files], path)
    checks.run("stubtest: the compiled module", [empty, "-B", "-m", "mypy.stubtest", "rulepad._native"], path)
    wrong = out / "wrong.py"
    wrong.write_text(
        "import rulepad\n"
        "rulepad.matches(5, {})\n"
        "rulepad.explain({}, {}, dialect='sqs')\n"
        "rulepad.RuleSet({'a': '{}'}).match_lines('text')\n"
        "number: int = rulepad.RuleSet({'a': '{}'}).names[0]\n"
    )
    printed = checks.run("mypy --strict: wrong calls", [*mypy, wrong], path, good=1)
    lines = sorted({line.split(":")[1] for line in printed.splitlines() if ": error: " in line})
    checks.add("mypy rejects each wrong call", lines == ["2", "3", "4", "5"], f"lines {', '.join(lines)}")


def check_engines(checks: Checks, empty: Path, ray: Path, spark: Path | None, out: Path) -> None:
    """The recipes of docs/archives.md over a generated archive, against one process."""
    archive = out / "archive"
    installed = str(site_packages(empty))
    # Ray writes a token into the home folder.
    home = out / "home"
    home.mkdir(exist_ok=True)
    engines = HERE / "engines"
    print("     a local Ray starts; half a minute", flush=True)
    checks.figures("Ray counts as one process does", [ray, "-B", engines / "run_ray.py", archive], installed, home)
    alone = [ray, "-B", engines / "run_spark.py", archive]
    checks.figures("Spark's function counts as one process does", alone, installed, home)
    if spark is None:
        print("SKIPPED Spark itself: install Java 17 or newer", flush=True)
        return
    print("     a local Spark starts; half a minute", flush=True)
    # Spark takes pandas and Arrow from Ray's environment.
    path = os.pathsep.join([installed, str(site_packages(spark))])
    checks.figures("Spark counts as one process does", [*alone, "--spark"], path, home)


def main() -> int:
    """Runs every check."""
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("wheel", "python", "out", "ray"):
        options.add_argument(f"--{name}", type=Path, required=True)
    options.add_argument("--spark", type=Path)
    options.add_argument("--without-engines", action="store_true", help="leave out Ray and Spark")
    asked = options.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    tools = site_packages(Path(sys.executable))
    checks = Checks()
    check_files(checks, asked.wheel)
    empty = empty_environment(checks, asked.python, asked.wheel, asked.out)
    plain = [empty, "-B", "-m", "doctest", PACKAGE / "README.md"]
    checks.run("the README's examples run with the wheel alone", plain)
    check_pytest(checks, empty, tools, asked.out)
    check_types(checks, empty, tools, asked.out)
    if asked.without_engines:
        print("SKIPPED Ray and Spark", flush=True)
    else:
        check_engines(checks, empty, asked.ray, asked.spark, asked.out)
    print(f"{checks.passed} passed, {checks.failed} failed", flush=True)
    return min(checks.failed, 1)


if __name__ == "__main__":
    sys.exit(main())
