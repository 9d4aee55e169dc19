// The worker's start: fetches the engine's two files at once, with the query it was started with.
const { search } = new URL(import.meta.url);
const wasm = fetch(new URL(`worker_bg.wasm${search}`, import.meta.url));
wasm.catch(() => {}); // Met again below, where it is told.
import(`./worker.js${search}`).then(({ default: init }) => init({ module_or_path: wasm })).catch((reason) => {
  // Thrown outside the promise so that the page hears of it.
  setTimeout(() => { throw reason; });
});
