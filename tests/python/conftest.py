"""Tests of the installed package."""

pytest_plugins = ["pytester"]
