// Rulepad fences for Docusaurus: ```rulepad becomes <rulepad-example>.
const element = (name, attributes, children) => ({
  type: "mdxJsxFlowElement", name, children, data: { _mdxExplicitJsx: true },
  attributes: attributes.map(([name, value]) => ({ type: "mdxJsxAttribute", name, value })),
});

function example({ meta, value: source }) {
  const options = [...(meta ?? "").matchAll(/([\w.-]+)=(?:"([^"]*)"|'([^']*)'|(\S*))/g)];
  const [first, ...texts] = `${source}\n`.replaceAll("\r", "").split(/^--- [ \t]*([a-z-]+)[ \t]*\n/m);
  if (first.trim()) texts.unshift("pattern", first);
  // A node of type "text" would lose the spaces at the ends of its lines.
  const parts = texts.flatMap((text, index) => {
    if (index % 2 === 0) return [];
    const value = text.replace(/^\\(?=\\*--- [ \t]*[a-z-]+[ \t]*$)|(?<![^])([ \t]*\n)+|(\n[ \t]*)+(?![^])/gm, "");
    return element(texts[index - 1] === "answer" ? "p" : "pre", [["data-part", texts[index - 1]]], [{ type: "verbatim", value }]);
  });
  return element("rulepad-example", options.map(([, name, ...value]) => [name, value.join("")]), parts);
}

const replace = (node) => (node.lang === "rulepad" ? example(node) : { ...node, ...(node.children && { children: node.children.map(replace) }) });
export default () => replace;
