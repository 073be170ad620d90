// The search of the reference: an address and words to find it by, and what to say of it, from `search-index.js`, which
// the index page loads.
// Every word must occur; pages and titles come first. The other pages ask the index page.
"use strict";
(() => {
  const MOST = 50;
  const input = document.getElementById("q");
  const found = document.getElementById("found");
  const results = document.getElementById("results");
  const index = globalThis.rulepadSearchIndex;
  const texts = globalThis.rulepadSearchWords;

  const rank = ([, title, page], words) => {
    const lower = title.toLowerCase();
    if (words.every((word) => lower.includes(word))) return page ? 1 : 0;
    return words.every((word) => `${lower} ${page.toLowerCase()}`.includes(word)) ? 2 : 3;
  };

  const entry = ([address, title, page, , lang]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title;
    if (lang) link.lang = lang;
    item.append(link);
    if (page) {
      const of = document.createElement("span");
      of.className = "of";
      of.textContent = page;
      item.append(" ", of);
    }
    return item;
  };

  const show = () => {
    const words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
    document.documentElement.classList.toggle("is-searching", words.length > 0);
    found.hidden = results.hidden = words.length === 0;
    if (words.length === 0) return;
    const matches = index.filter(([, title, page, more]) => {
      const text = `${title} ${page} ${more}`.toLowerCase();
      return words.every((word) => text.includes(word));
    });
    const sorted = matches.map((one) => [rank(one, words), one]).sort(([a], [b]) => a - b);
    const said = matches.length === 0 ? texts.nothing : matches.length > MOST ? texts.first : texts.found;
    found.textContent = said.replace("{count}", matches.length).replace("{most}", MOST);
    results.replaceChildren(...sorted.slice(0, MOST).map(([, one]) => entry(one)));
  };

  if (index) {
    input.addEventListener("input", show);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        input.value = "";
        show();
      }
    });
  }
  input.form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (index) show();
    else location.href = `index.html?q=${encodeURIComponent(input.value)}`;
  });
  // The page in another language opens at the same example.
  for (const link of document.querySelectorAll(".language")) {
    link.addEventListener("click", () => (link.hash = location.hash));
  }
  // On a narrow screen the list of pages is closed.
  const pages = document.querySelector(".pages details");
  if (pages && matchMedia("(max-width: 899px)").matches) pages.open = false;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  if (index && input.value) show();
})();
