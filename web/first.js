// Runs before anything is painted: where another draft than the first example will be shown, the first screen that the
// page is built with is not.
const keeps = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith("rulepad."));
  } catch {
    // Storage is blocked, so nothing is kept.
    return false;
  }
};
// The language too: the first screen, fonts, line breaks and voices follow it from the first word on.
const settings = () => {
  try {
    return JSON.parse(localStorage.getItem("rulepad.settings") ?? "{}");
  } catch {
    return {};
  }
};
const known = (tag) => ["en", "ko"].find((own) => own === tag.toLowerCase().split(/[-_]/)[0]);
const asked = known(new URLSearchParams(location.search).get("lang") ?? "");
const language = settings().chosen_lang ?? asked ?? navigator.languages.map(known).find(Boolean) ?? "en";
document.documentElement.lang = language;
if (location.hash.length > 1 || location.search || window.parent !== window || keeps()) {
  document.documentElement.dataset.returning = "";
}
