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
if (location.hash.length > 1 || location.search || window.parent !== window || keeps()) {
  document.documentElement.dataset.returning = "";
}
