import rulepadFence from "./rulepad-fence.mjs";

export default {
  title: "Guide",
  url: "https://guide.example",
  baseUrl: "/",
  // The files of the npm package `rulepad` are in static/rulepad.
  scripts: [{ src: "/rulepad/rulepad-example.js", type: "module" }],
  presets: [
    ["classic", { docs: { routeBasePath: "/", remarkPlugins: [rulepadFence] }, blog: false }],
  ],
};
