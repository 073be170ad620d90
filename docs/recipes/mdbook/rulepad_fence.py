"""Rulepad fences for mdBook: ```rulepad becomes <rulepad-example>."""
import html, json, re, sys

def element(fence):
    indent, marks, info, source = fence.groups()
    if info.split()[:1] != ["rulepad"]: return fence[0]
    source = re.sub(rf"^[ \t>]{{0,{len(indent)}}}", "", source, flags=re.M)
    options = re.findall(r"""([\w.-]+)=(?:"([^"]*)"|'([^']*)'|(\S*))""", info)
    first, *texts = re.split(r"^--- [ \t]*([a-z-]+)[ \t]*\n", source + "\n", flags=re.M)
    texts = ["pattern", first] * bool(first.strip()) + texts
    out = "<rulepad-example" + "".join(f' {name}="{html.escape("".join(value))}"' for name, *value in options) + ">"
    for name, text in zip(texts[::2], texts[1::2]):
        text = re.sub(r"^\\(?=\\*--- [ \t]*[a-z-]+[ \t]*$)|\A([ \t]*\n)+|(\n[ \t]*)+\Z", "", text, flags=re.M)
        tag = "p" if name == "answer" else "pre"
        out += f'<{tag} data-part="{name}">{html.escape(text)}</{tag}>'.replace("\n", "&#10;")
    return f"{indent}<div>{out}</rulepad-example></div>\n"  # in a line that starts with <div>, nothing is Markdown

def chapter(item):
    if "content" not in item: return item
    fence = r"^((?:[ \t>]|[-*+] |\d+\. )*)(`{3,}(?!.*`)|~{3,})(.*)\n((?:.*\n)*?)(?:[ \t>]*\2[`~]*[ \t]*$|\Z)"
    return {**item, "content": re.sub(fence, element, item["content"].replace("\r", "") + "\n", flags=re.M)}

if sys.argv[1:2] != ["supports"]: print(json.dumps(json.load(sys.stdin.buffer, object_hook=chapter)[1]))
