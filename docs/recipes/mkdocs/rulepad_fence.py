"""Rulepad fences for MkDocs: ```rulepad becomes <rulepad-example>."""
import re
from html import escape


def options(language, given, kept, attributes, markdown):
    kept.update(given)
    return True


def element(source, language, css_class, options, markdown, **rest):
    names, texts = ["pattern"], [""]
    for line in source.split("\n"):
        if section := re.fullmatch(r"--- ([a-z-]+)\s*", line):
            names.append(section[1]), texts.append("")
        else:
            texts[-1] += line + "\n"
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in options.items())
    parts = "".join(f'<pre data-part="{name}">{escape(text.strip())}</pre>' for name, text in zip(names, texts) if text.strip())
    return f"<rulepad-example{attributes}>{parts}</rulepad-example>"
