// Starts the engine's worker and the page, both at once. A file of its own, because the content
// policy lets no script stand in the page.
"use strict";
{
  const { base, js, wasm } = document.currentScript.dataset;
  const root = new URL(base, document.baseURI);
  // The worker's files carry no hash in their names; the page's name, which does, keeps old copies away.
  const engine = new URL(`engine.js?${js}`, root).href;
  const early = { engine, worker: null, heard: [] };
  window.parallax = early;
  // Whether this browser keeps corpora of the person's own (src/app/corpus/store.rs): asked while the programs come.
  try {
    early.kept = indexedDB.databases().then((all) => all.some(({ name }) => name === "parallax.corpora"), () => false);
  } catch {
    early.kept = Promise.resolve(false); // Nothing can be kept here, or who knows: the list in the Corpus view has it.
  }
  try {
    early.worker = new Worker(engine, { type: "module" });
    early.worker.onmessage = (event) => early.heard.push(event.data);
    early.worker.onerror = () => { early.worker = null; }; // The page starts another, and hears why it fails.
  } catch (reason) {
    console.error(reason); // Likewise.
  }
  Promise.all([import(new URL(js, root).href), import(new URL(`late.js?${js}`, root).href)])
    .then(([page, { latePart }]) => {
      const late = latePart(new URL(wasm.replace(/_bg\.wasm$/, "_late.wasm"), root).href, document.querySelector("link[data-then]"));
      early.loadLate = late.load;
      early.loadLateNow = late.loadNow;
      // Any view but the first needs it at once.
      if (!/^#?\/?(overview)?\/?$/.test(location.hash)) late.load().catch(() => {});
      return page.default({ module_or_path: new URL(wasm, root) }).then(late.begin);
    })
    .catch((reason) => {
      console.error(reason);
      const place = document.getElementById("start-failed");
      if (place) place.hidden = false;
    });
}
