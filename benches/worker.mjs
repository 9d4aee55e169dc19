// Runs one subject of the benchmark in a worker of its own: told which by its address
// (?subject=parallax|javascript|segmenter&task=tokenise|unigrams|bigrams&runs=5), it loads the corpus,
// runs the task once to warm up and then `runs` times, and posts { words, seconds }.
const asked = new URL(import.meta.url).searchParams;
const [subject, task, runs] = [asked.get("subject"), asked.get("task"), Number(asked.get("runs"))];

const bytes = new Uint8Array(await (await fetch("/corpus/texts.bin")).arrayBuffer());
const { starts } = await (await fetch("/corpus/texts.json")).json();

/** The documents as strings: JavaScript's own form, made before any clock runs. */
function strings() {
  const decoder = new TextDecoder();
  return starts.slice(0, -1).map((start, i) => decoder.decode(bytes.subarray(start, starts[i + 1])));
}

async function prepare() {
  if (subject === "parallax") {
    const { default: init, Corpus } = await import("/module/parallax_browser_bench.js");
    await init();
    const corpus = new Corpus(bytes, Uint32Array.from(starts));
    return () => corpus[task]();
  }
  const peer = await import(subject === "javascript" ? "/peers/counting.mjs" : "/peers/segmenter.mjs");
  const documents = strings();
  return () => peer[task](documents).words;
}

try {
  const run = await prepare();
  let words = run();
  const seconds = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    words = run();
    seconds.push((performance.now() - start) / 1000);
  }
  postMessage({ words, seconds });
} catch (reason) {
  postMessage({ error: String(reason?.stack ?? reason) });
}
