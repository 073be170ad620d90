"""Rulepad fences for Sphinx with MyST: ```rulepad becomes <rulepad-example>."""
import html, re
from docutils import nodes
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

def render(self, token, otherwise=SphinxRenderer.render_fence):
    if token.info.split()[:1] != ["rulepad"]:
        return otherwise(self, token)
    options = re.findall(r"""([\w.-]+)=(?:"([^"]*)"|'([^']*)'|(\S*))""", token.info)
    first, *texts = re.split(r"^--- [ \t]*([a-z-]+)[ \t]*\n", token.content + "\n", flags=re.M)
    texts = ["pattern", first] * bool(first.strip()) + texts
    out = "<rulepad-example" + "".join(f' {name}="{html.escape("".join(value))}"' for name, *value in options) + ">"
    for name, text in zip(texts[::2], texts[1::2]):
        text = re.sub(r"^\\(?=\\*--- [ \t]*[a-z-]+[ \t]*$)|\A([ \t]*\n)+|(\n[ \t]*)+\Z", "", text, flags=re.M)
        tag = "p" if name == "answer" else "pre"
        out += f'<{tag} data-part="{name}">{html.escape(text)}</{tag}>'
    self.current_node.append(nodes.raw("", out + "</rulepad-example>", format="html"))

def setup(app):
    SphinxRenderer.render_fence = render
