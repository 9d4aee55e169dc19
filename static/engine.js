// The worker's start: fetches the engine's files at once, with the query it was started with.
const { search } = new URL(import.meta.url);
const wasm = fetch(new URL(`worker_bg.wasm${search}`, import.meta.url));
wasm.catch(() => {}); // Met again below, where it is told.
Promise.all([import(`./worker.js${search}`), import(`./late.js${search}`)])
  .then(([{ default: init }, { latePart }]) => {
    const late = latePart(new URL(`worker_late.wasm${search}`, import.meta.url).href);
    globalThis.parallax = {
      // Ahead of need, when the first view is painted; who needs it and hasn't it hears why.
      loadLate: () => setTimeout(() => late.load().catch(() => {}), 500),
      loadLateNow: late.loadNow,
    };
    return init({ module_or_path: wasm }).then(late.begin);
  })
  .catch((reason) => {
    // Thrown outside the promise so that the page hears of it.
    setTimeout(() => { throw reason; });
  });
