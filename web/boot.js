// Starts the page, or the embedded view where the address asks for it, and says within seconds what does not come.
// Trunk writes the names of the two files into the script element that loads this one; a published page has two more, of
// the program without Korean, which is smaller.
const programs = document.querySelector("script[data-wasm]").dataset;
const isEnglish = document.documentElement.lang === "en" && programs.enJs;
const [js, wasm] = isSubscriber()
  ? ["subscriber.js", "subscriber_bg.wasm"].map(fileNamed)
  : isEnglish ? [programs.enJs, programs.enWasm] : [programs.js, programs.wasm];
const { reload } = document.documentElement.dataset;

/** Whether the address is of a subscriber, which has a program of its own: by its link, or where there is none by `kind`. */
function isSubscriber() {
  if (location.hash.length > 1) return location.hash.startsWith("#s");
  return new URLSearchParams(location.search).get("kind") === "subscriber";
}

/** A file beside the page; a published one has a hash in its name. */
function fileNamed(name) {
  return `./${JSON.parse(document.getElementById("files").textContent)[name] ?? name}`;
}

/** Nothing arrived for this long: it is said. */
const PATIENCE_MS = 4000;

if (reload?.startsWith("/")) {
  import("./reload.js").then((module) => module.follow(reload));
}

/** What the page says before its program is there, in its languages. */
const WORDS = {
  en: {
    again: "Try again",
    loading: "Loading",
    late: "Still loading. Where this stays, a file of the page is missing or blocked: reload the page. Your drafts are stored and safe.",
    open: "Open in Rulepad",
    noAnswer: (name) => `${name} did not load: the server does not answer`,
    refused: (name, status) => `${name} did not load: the server answered ${status}`,
    stalled: (name) => `Loading ${name} has stopped: nothing has arrived for some seconds.`,
    notLoaded: (name) => `${name} did not load`,
    damaged: (name) => `${name} is damaged`,
    damagedModule: (name, reason) => `${name} did not load: it is damaged (${reason})`,
    slow: "The page’s program has not arrived yet. The connection may be slow, or something blocks it.",
    idle: "The page’s program is here and does not start. Reload the page.",
    failed: (reason) => `Rulepad could not start: ${reason}. Your drafts are stored and safe.`,
    noWebAssembly: "Rulepad needs a browser with WebAssembly.",
  },
  ko: {
    again: "다시 시도",
    loading: "불러오는 중",
    late: "아직 불러오는 중입니다. 계속 이 상태라면 페이지의 파일이 없거나 차단된 것입니다. 페이지를 새로 고치세요. 작업 내용은 안전하게 저장되어 있습니다.",
    open: "Rulepad에서 열기",
    noAnswer: (name) => `${name} 파일을 불러오지 못했습니다(서버가 응답하지 않음)`,
    refused: (name, status) => `${name} 파일을 불러오지 못했습니다(서버 응답: ${status})`,
    stalled: (name) => `${name} 파일을 불러오다가 멈췄습니다. 몇 초 동안 받은 데이터가 없습니다.`,
    notLoaded: (name) => `${name} 파일을 불러오지 못했습니다`,
    damaged: (name) => `${name} 파일이 손상되었습니다`,
    damagedModule: (name, reason) => `${name} 파일이 손상되어 불러오지 못했습니다(${reason})`,
    slow: "페이지의 프로그램을 아직 받지 못했습니다. 연결이 느리거나 무언가가 차단하고 있을 수 있습니다.",
    idle: "페이지의 프로그램을 받았지만 시작되지 않습니다. 페이지를 새로 고치세요.",
    failed: (reason) => `Rulepad를 시작하지 못했습니다. ${reason}. 작업 내용은 안전하게 저장되어 있습니다.`,
    noWebAssembly: "Rulepad에는 WebAssembly를 지원하는 브라우저가 필요합니다.",
  },
};
const words = WORDS[document.documentElement.lang] ?? WORDS.en;

const status = document.getElementById("boot");
const late = document.getElementById("boot-late");
if (status) status.textContent = words.loading;
if (late) late.textContent = words.late;
let waiting;

/** Writes what is wrong under the title, with a way on. */
function say(sentence) {
  if (!status?.isConnected) return;
  const again = document.createElement("button");
  again.type = "button";
  again.className = "button button-quiet";
  again.textContent = words.again;
  again.addEventListener("click", () => location.reload());
  status.replaceChildren(sentence, " ", again);
  status.dataset.said = "";
}

function expect(sentence) {
  clearTimeout(waiting);
  waiting = setTimeout(() => say(sentence), PATIENCE_MS);
}

const nameOf = (address) => address.replace(/^.*\//, "");

/** The program's bytes; as long as they arrive there is nothing to say. */
async function fetched(address) {
  const name = nameOf(address);
  let response;
  try {
    response = await fetch(address);
  } catch {
    throw new Error(words.noAnswer(name));
  }
  if (!response.ok) throw new Error(words.refused(name, response.status));
  const counted = new TransformStream({
    transform(part, controller) {
      controller.enqueue(part);
      expect(words.stalled(name));
    },
  });
  return new Response(response.body.pipeThrough(counted), { headers: { "content-type": "application/wasm" } });
}

/** In a frame of another page there is the way to the page alone: nobody is to press its buttons unseen. */
function showLink() {
  const link = document.createElement("a");
  link.href = location.href;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = words.open;
  status?.closest("main")?.replaceChildren(link);
}

async function startPage() {
  const modules = JSON.parse(document.getElementById("modules").textContent);
  for (const module of [js, ...modules.filter((name) => name !== programs.js)]) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.href = module;
    document.head.append(link);
  }
  expect(words.slow);
  const program = fetched(new URL(wasm, document.baseURI).href);
  // Awaited below; a failure must not count as unhandled before.
  program.catch(() => {});
  const { default: start } = await import(new URL(js, document.baseURI)).catch((error) => {
    const name = nameOf(js);
    throw new Error(error instanceof SyntaxError ? words.damagedModule(name, error.message) : words.notLoaded(name));
  });
  await start({ module_or_path: await program });
  expect(words.idle);
}

function failed(error) {
  clearTimeout(waiting);
  const reason = error instanceof WebAssembly.CompileError ? words.damaged(nameOf(wasm)) : error.message;
  say(
    typeof WebAssembly === "object"
      ? words.failed(reason) : words.noWebAssembly,
  );
  throw error;
}

if (new URLSearchParams(location.search).has("embed")) {
  const { show } = await import("./embed.js");
  await show();
} else if (window.parent !== window) {
  showLink();
} else {
  await startPage().catch(failed);
}
