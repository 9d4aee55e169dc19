// The start of the worker that writes Parquet files: its program is loaded for the first file.
//
// Heard: whether lines name groups, which begins a file; lines; null, which ends it. Said: what is written by then, and
// which addresses were asked for since the last word; or, as a text, why there is none.
const { search } = new URL(import.meta.url);
const beside = (file) => new URL(file + search, import.meta.url).href;
const loaded = import(beside("columnar.js"))
  .then(async (program) => {
    await program.default({ module_or_path: beside("columnar_bg.wasm") });
    return program;
  });

let told = 0;
const asked = () => {
  const all = [import.meta.url, ...performance.getEntriesByType("resource").map(({ name }) => name)];
  const fresh = all.slice(told);
  told = all.length;
  return fresh;
};

onmessage = async ({ data }) => {
  try {
    const { begin, add, finish } = await loaded;
    const bytes = data === null ? finish() : typeof data === "boolean" ? begin(data) : add(data);
    postMessage({ bytes, asked: asked() });
  } catch (reason) {
    postMessage(String(reason));
  }
};
