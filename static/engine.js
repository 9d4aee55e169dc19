// The worker's start: fetches the engine's two files at once, with the query it was started with.
import { latePart } from "./late.js";

const { search } = new URL(import.meta.url);
const wasm = fetch(new URL(`worker_bg.wasm${search}`, import.meta.url));
wasm.catch(() => {}); // Met again below, where it is told.
const late = latePart(new URL(`worker_late.wasm${search}`, import.meta.url).href);
globalThis.parallax = {
  loadLate: () => { late.load().catch(() => {}); }, // Ahead of need; who needs it and hasn't it hears why.
  loadLateNow: late.loadNow,
};
import(`./worker.js${search}`)
  .then(({ default: init }) => init({ module_or_path: wasm }))
  .then(late.begin)
  .catch((reason) => {
    // Thrown outside the promise so that the page hears of it.
    setTimeout(() => { throw reason; });
  });
