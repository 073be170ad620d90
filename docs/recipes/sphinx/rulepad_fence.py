"""Rulepad fences for Sphinx with MyST: ```rulepad becomes <rulepad-example>."""
import re
from html import escape
from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

fence = SphinxRenderer.render_fence


def render(self, token):
    name, *options = (token.info.strip() or "text").split()
    if name != "rulepad":
        return fence(self, token)
    attributes = "".join(' {}="{}"'.format(*map(escape, option.split("=", 1))) for option in options)
    texts = re.split(r"^--- ([a-z-]+)[ \t]*\n", "--- pattern\n" + token.content, flags=re.M)[1:]
    parts = "".join(f'<pre data-part="{part}">{escape(text.strip())}</pre>' for part, text in zip(texts[::2], texts[1::2]) if text.strip())
    self.current_node.append(nodes.raw("", f"<rulepad-example{attributes}>{parts}</rulepad-example>", format="html"))


def setup(app):
    SphinxRenderer.render_fence = render
