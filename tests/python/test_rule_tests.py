"""Test files of rules, collected by the plugin."""

from __future__ import annotations

import pytest

RULE = """
Resources:
  Large:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: {source: [shop], detail: {total: [{numeric: [">=", 100]}]}}
"""

TESTS = """
rulepad: 1
rules: ["*.yaml"]
tests:
  - rule: Large
    match: [{name: large, event: {source: shop, detail: {total: 250}}}]
    no_match:
      - {event: small.json, because: detail.total}
      - {name: wrong, event: {source: shop, detail: {total: 100}}}
"""


def files(pytester: pytest.Pytester, tests: str = TESTS) -> None:
    pytester.path.joinpath("template.yaml").write_text(RULE)
    pytester.path.joinpath("small.json").write_text('{"source": "shop", "detail": {"total": 1}}')
    pytester.path.joinpath("orders.rulepad.yaml").write_text(tests)


def test_each_check_is_a_test(pytester: pytest.Pytester) -> None:
    files(pytester, TESTS.replace('"*.yaml"', "template.yaml"))
    result = pytester.runpytest("-v")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*orders.rulepad.yaml::Large › large PASSED*", "*Large › wrong FAILED*"])
    result.stdout.fnmatch_lines(["*matches, and must not*", '*✓ source is "shop"*'])
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_folder_of_rules_is_read_and_korean_is_a_setting(pytester: pytest.Pytester) -> None:
    files(pytester, TESTS.replace('"*.yaml"', '"rules/*.yaml"'))
    pytester.path.joinpath("rules").mkdir()
    pytester.path.joinpath("template.yaml").rename(pytester.path / "rules" / "template.yaml")
    pytester.makeini("[pytest]\nrulepad_lang = ko\n")
    result = pytester.runpytest()
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*일치하지 않아야 합니다*"])


def test_a_pattern_of_paths_leaves_the_test_files_out(pytester: pytest.Pytester) -> None:
    files(pytester)
    pytester.runpytest().assert_outcomes(passed=2, failed=1)


def test_a_file_that_is_no_text_is_an_error(pytester: pytest.Pytester) -> None:
    pytester.path.joinpath("orders.rulepad.yaml").write_bytes(b"rulepad: \xff")
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*orders.rulepad.yaml: *can't decode byte 0xff*"])
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_broken_file_is_an_error_with_its_place(pytester: pytest.Pytester) -> None:
    files(pytester, "rulepad: 1\nrules: [template.yaml]\ntests:\n  - rul: Large\n")
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*orders.rulepad.yaml:4:*rul*"])
