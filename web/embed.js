// The embedded view: one example from the address, without the page around it. It is framed by pages that are not
// ours, often without an origin of its own, so it stores nothing and takes nothing but texts from its parent.
const asked = new URLSearchParams(location.search);
const parent = window.parent === window ? null : window.parent;
const id = asked.get("id") ?? "";
/** The version of the messages. */
const VERSION = 1;
/** The longest text that is taken, and the largest draft of a link, in characters and bytes. */
const MOST = 2 << 20;

/** What the view itself says, in its languages. */
const WORDS = {
  en: {
    title: "Rulepad example",
    damaged: "This example cannot be shown: its link is incomplete or of a newer Rulepad.",
    notLive: "The example is not live: a file of Rulepad did not load.",
  },
  ko: {
    title: "Rulepad 예제",
    damaged: "예제를 표시할 수 없습니다. 링크가 불완전하거나 더 새로운 Rulepad에서 만든 링크입니다.",
    notLive: "예제를 실행할 수 없습니다. Rulepad의 파일을 불러오지 못했습니다.",
  },
};

const PARTS = ["pattern", "event", "input-path", "paths", "template", "targets", "answer", "draft"];
const THEMES = ["auto", "light", "dark"];
const choice = (value, choices, otherwise) => (choices.includes(value) ? value : otherwise);

const post = (type, more = {}) => parent?.postMessage({ rulepad: VERSION, id, type, ...more }, "*");

const paragraph = (words) => {
  const element = document.createElement("p");
  element.setAttribute("role", "alert");
  element.textContent = words;
  return element;
};

/** The bytes of a stream, up to a limit. */
async function read(stream) {
  const reader = stream.getReader();
  const parts = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Blob(parts).text();
    length += value.length;
    if (length > MOST) throw new Error("too large");
    parts.push(value);
  }
}

/** The draft in a share link's fragment: `1.` and the base64url of its deflated JSON. */
async function unpacked(fragment) {
  if (!fragment.startsWith("1.")) throw new Error("another version");
  const text = atob(fragment.slice(2).replaceAll("-", "+").replaceAll("_", "/"));
  const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
  const draft = JSON.parse(await read(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))));
  if (typeof draft !== "object" || draft === null) throw new Error("not a draft");
  return draft;
}

/** The texts of the address by the names of their parts, and the dialect. */
async function opened() {
  const fragment = location.hash.slice(1);
  const texts = {};
  if (fragment) {
    const draft = await unpacked(fragment);
    const { pattern, event, dialect } = draft;
    const targets = Array.isArray(draft.targets) ? draft.targets : [];
    // What is not shown, such as the rule's name and the targets' queues, goes back to the page as it came.
    Object.assign(texts, { pattern, event, draft: JSON.stringify(draft) });
    const [{ input } = {}] = targets;
    if (targets.length > 1 || input?.option === "constant") {
      texts.targets = JSON.stringify(targets, null, 2);
    } else if (input?.option === "path") {
      texts["input-path"] = input.value;
    } else if (input?.option === "transformer") {
      if (String(input.value?.paths ?? "").trim()) texts.paths = input.value.paths;
      texts.template = input.value?.template;
    }
    return { texts, dialect };
  }
  for (const name of PARTS.filter((name) => name !== "draft")) {
    if (asked.has(name)) texts[name] = asked.get(name);
  }
  return { texts, dialect: asked.get("dialect") ?? undefined };
}

/** Writes texts into the example, which follows its content. */
function write(example, texts) {
  for (const [name, text] of Object.entries(texts)) {
    if (!PARTS.includes(name) || typeof text !== "string" || text.length > MOST) continue;
    let part = example.querySelector(`[data-part="${name}"]`);
    if (!part) {
      part = document.createElement(name === "answer" ? "p" : "pre");
      part.dataset.part = name;
      part.hidden = name === "draft";
      example.append(part);
    }
    part.textContent = text;
  }
}

function listen(example) {
  addEventListener("message", ({ source, data }) => {
    if (parent === null || source !== parent || typeof data !== "object" || data === null) return;
    if (data.rulepad !== VERSION || data.id !== id) return;
    if (data.type === "set" && typeof data.parts === "object" && data.parts !== null) write(example, data.parts);
    if (data.type === "theme" && THEMES.includes(data.theme)) example.setAttribute("theme", data.theme);
  });
  example.addEventListener("rulepad-verdict", ({ detail }) => post("verdict", { verdict: detail.verdict, answer: detail.answer }));
  example.addEventListener("rulepad-change", ({ detail }) => post("change", { part: detail.part, text: detail.text }));
  let last = 0;
  new ResizeObserver(() => {
    const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    post("height", { height });
    try {
      // Where the browser sizes frames itself, it is asked to; it refuses where the parent does not want it.
      globalThis.requestResize?.();
    } catch {
      // The message is enough.
    }
  }).observe(document.documentElement);
}

/** Shows the example instead of the page. */
export async function show() {
  // The first part of a tag counts; without one the view is in the language of the page, which is the browser's.
  const lang = choice(asked.get("lang")?.split(/[-_]/)[0].toLowerCase(), Object.keys(WORDS), document.documentElement.lang);
  const words = WORDS[lang];
  document.title = words.title;
  document.documentElement.lang = lang;
  // The page's own sheets are for the page.
  for (const sheet of document.styleSheets) sheet.disabled = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "html{height:auto;overflow:auto}body{margin:0;padding:1px;font:14px/1.5 system-ui,sans-serif}" +
      // For those who do not see the frame.
      "h1{position:absolute;width:1px;height:1px;margin:0;overflow:hidden;clip-path:inset(50%)}",
  );
  document.adoptedStyleSheets = [sheet];

  const example = document.createElement("rulepad-example");
  const main = document.createElement("main");
  const heading = document.createElement("h1");
  heading.textContent = document.title;
  main.append(heading, example);
  document.body.replaceChildren(main);
  for (const [name, value] of [
    ["mode", "inline"],
    ["loading", "eager"],
    ["show", asked.get("show") ?? "why,payload"],
    ["editable", choice(asked.get("editable"), ["none", "pattern", "event", "all"], "none")],
    ["theme", choice(asked.get("theme"), THEMES, "auto")],
    ["lang", lang],
    ["page", location.origin + location.pathname],
  ]) {
    example.setAttribute(name, value);
  }
  listen(example);
  try {
    const { texts, dialect } = await opened();
    const own = asked.get("dialect") ?? dialect;
    if (typeof own === "string") example.setAttribute("dialect", own);
    write(example, texts);
  } catch {
    main.prepend(paragraph(words.damaged));
  }
  try {
    await import(new URL("./v1/rulepad-example.js", document.baseURI).href);
  } catch {
    main.append(paragraph(words.notLive));
  }
  post("ready");
}
