"""Rulepad fences for Sphinx with MyST: ```rulepad becomes <rulepad-example>."""
import re
from html import escape
from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

fence = SphinxRenderer.render_fence


def render(self, token):
    if token.info.split()[:1] != ["rulepad"]:
        return fence(self, token)
    options = re.findall(r'([a-z]+)="?([^\s"]*)', token.info)
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in options)
    texts = re.split(r"^--- ([a-z-]+)[ \t]*\n", "--- pattern\n" + token.content, flags=re.M)[1:]
    parts = "".join(f'<pre data-part="{part}">{escape(text.strip())}</pre>' for part, text in zip(texts[::2], texts[1::2]) if text.strip())
    self.current_node.append(nodes.raw("", f"<rulepad-example{attributes}>{parts}</rulepad-example>", format="html"))


def setup(app):
    SphinxRenderer.render_fence = render
