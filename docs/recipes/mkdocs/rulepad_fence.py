"""Rulepad fences for MkDocs: ```rulepad becomes <rulepad-example>."""
import html, re

def element(source, language, css_class, options, md, **rest):
    options = re.findall(r"""([\w.-]+)=(?:"([^"]*)"|'([^']*)'|(\S*))""", html.unescape(options["info"]))
    first, *texts = re.split(r"^--- [ \t]*([a-z-]+)[ \t]*\n", source + "\n", flags=re.M)
    texts = ["pattern", first] * bool(first.strip()) + texts
    out = "<rulepad-example" + "".join(f' {name}="{html.escape("".join(value))}"' for name, *value in options) + ">"
    for name, text in zip(texts[::2], texts[1::2]):
        text = re.sub(r"^\\(?=\\*--- [ \t]*[a-z-]+[ \t]*$)|\A([ \t]*\n)+|(\n[ \t]*)+\Z", "", text, flags=re.M)
        tag = "p" if name == "answer" else "pre"
        out += f'<{tag} data-part="{name}">{html.escape(text)}</{tag}>'
    return f"<div>{out}</rulepad-example></div>"  # what is no <div> gets into a paragraph

def on_config(config):
    fence = {"name": "rulepad", "class": "", "format": element, "validator": lambda _, given, own, *rest: not own.update(given)}
    config.mdx_configs.setdefault("pymdownx.superfences", {}).setdefault("custom_fences", []).append(fence)

def on_page_markdown(markdown, **rest):  # superfences takes few options: one in quotes holds them all
    def quoted(found):
        start, info, rest = found[1] + found[2], found[3], found[4]
        return f'{start}rulepad info="{html.escape(info)}"{rest}' if info.split()[:1] == ["rulepad"] else found[0]
    return re.sub(r"^([ \t>]*(?:[-*+] +|\d+\. +)*)(`{3,}(?!.*`)|~{3,})(.*)(\n(?:.*\n)*?[ \t>]*\2[`~]*[ \t]*$)", quoted, markdown, flags=re.M)
