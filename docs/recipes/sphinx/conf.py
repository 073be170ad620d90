import sys

sys.path.insert(0, ".")
project = "Guide"
extensions = ["myst_parser", "rulepad_fence"]
# The files of the npm package `rulepad` are in _static/rulepad.
html_static_path = ["_static"]
html_js_files = [("rulepad/rulepad-example.js", {"type": "module"})]
