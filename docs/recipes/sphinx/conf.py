import sys

sys.path.insert(0, ".")
project = "Guide"
extensions = ["myst_parser", "rulepad_fence"]
# The npm package `rulepad` is unpacked into _static/rulepad.
html_static_path = ["_static"]
html_js_files = [("rulepad/rulepad-example.js", {"type": "module"})]
