// Starts a worker. A browser with Trusted Types takes its address only from this policy, which lets the page's own
// files through and nothing else.
const policy = globalThis.trustedTypes?.createPolicy("rulepad", { createScriptURL: (name) => own(name) });

function own(name) {
  const address = new URL(`./${name}`, document.baseURI);
  if (address.origin !== location.origin) throw new Error(`${name} is not the page's own`);
  return address.href;
}

export function startWorker(script, name) {
  return new Worker(policy ? policy.createScriptURL(script) : own(script), { name });
}
