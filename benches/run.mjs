// The benchmark: Parallax's counting in a browser's worker and natively, beside its peers.
// Called by './dev bench', which builds what it needs:
//
//   node benches/run.mjs CORPUS-FOLDER MODULE-FOLDER PYTHON [--runs N] [--write]
//
// Prints one table; --write puts it into benches/README.md.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { cpus, totalmem } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { makeCorpus } from "./corpus.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const [corpusFolder, moduleFolder, python, ...options] = process.argv.slice(2);
const runs = options.includes("--runs") ? Number(options[options.indexOf("--runs") + 1]) : 5;
if (!(runs >= 1)) throw new Error("--runs takes a number from 1 up");
const TASKS = ["tokenise", "unigrams", "bigrams"];
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const say = (text) => console.error(text);

say("Corpus ...");
const corpus = await makeCorpus(corpusFolder);

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (pathname === "/") return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Benchmark</title>");
  const [, place, ...rest] = pathname.split("/");
  const folder = { corpus: corpusFolder, module: moduleFolder, peers: join(here, "peers"), "worker.mjs": here }[place];
  const name = rest.join("/") || place;
  if (!folder || name.includes("..")) return void response.writeHead(404).end();
  try {
    response.writeHead(200, { "content-type": TYPES[extname(name)] ?? "application/octet-stream" }).end(readFileSync(join(folder, name)));
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = `http://127.0.0.1:${server.address().port}/`;

/** Median seconds by subject and task. */
const times = {};
const record = (subject, task, seconds) => ((times[subject] ??= {})[task] = seconds);
let words;

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
const chromiumVersion = browser.version();
const inBrowser = [...TASKS.map((task) => ["parallax", task]), ...TASKS.map((task) => ["javascript", task]), ["segmenter", "tokenise"]];
try {
  for (const [subject, task] of inBrowser) {
    say(`Chromium: ${subject}, ${task} ...`);
    // A page and a worker of its own: no subject inherits another's heap.
    const page = await browser.newPage();
    await page.goto(address);
    const result = await page.evaluate(
      (query) => new Promise((resolve, reject) => {
        const worker = new Worker(`/worker.mjs?${query}`, { type: "module" });
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => reject(new Error(event.message || "the worker did not start"));
      }),
      new URLSearchParams({ subject, task, runs }).toString(),
    );
    await page.close();
    if (result.error) throw new Error(result.error);
    if (subject === "parallax") words ??= result.words;
    record(subject, task, median(result.seconds));
  }
} finally {
  await browser.close();
  server.close();
}

say("Natively ...");
const NATIVE_NAMES = { tokenise: "tokenise", unigrams: "unigrams", "unigrams and bigrams": "bigrams" };
const printed = execFileSync("cargo", ["bench", "--locked", "--quiet", "--bench", "native", "--", corpus.texts, String(runs)], { encoding: "utf8" });
for (const line of printed.split("\n")) {
  const found = /^(.+): ([\d.]+) words\/s \((\d+) words in ([\d.]+) s\)/.exec(line);
  if (found && NATIVE_NAMES[found[1]]) record("native", NATIVE_NAMES[found[1]], Number(found[4]));
}

say("scikit-learn (the longest part) ...");
const vectorizer = JSON.parse(execFileSync(python, [join(here, "peers/count_vectorizer.py"), corpusFolder, String(runs)], { encoding: "utf8", env: { ...process.env, OMP_NUM_THREADS: "1" } }));
record("vectorizer", "unigrams", vectorizer.unigrams);
record("vectorizer", "bigrams", vectorizer.bigrams);

const rustc = execFileSync("rustc", ["--version"], { encoding: "utf8" }).trim();
const million = (subject, task) => {
  const seconds = times[subject]?.[task];
  return seconds ? (words / seconds / 1e6).toFixed(2) : "–";
};
const ROWS = [
  ["parallax", "Parallax, WebAssembly in a Chromium worker"],
  ["native", "Parallax, native"],
  ["javascript", "hand-written JavaScript, in a Chromium worker"],
  ["segmenter", "`Intl.Segmenter`, in a Chromium worker"],
  ["vectorizer", "scikit-learn's `CountVectorizer`"],
];
const ratio = (subject, task) => times[subject][task] / times.parallax[task];
const TARGETS = [
  ["the JavaScript, unigrams and bigrams", ratio("javascript", "bigrams"), 4],
  ["`Intl.Segmenter`, tokenising", ratio("segmenter", "tokenise"), 10],
  ["`CountVectorizer(ngram_range=(1, 2))`", ratio("vectorizer", "bigrams"), 15],
  ["native, unigrams and bigrams", ratio("native", "bigrams"), 0.65],
  ["native, tokenising", ratio("native", "tokenise"), 0.65],
];
const lines = [
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0].model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB; ` +
    `Chromium ${chromiumVersion}, ${rustc}, Python ${vectorizer.python}, scikit-learn ${vectorizer.sklearn}. ` +
    `${corpus.documents} documents, ${(corpus.bytes / 1e6).toFixed(1)} MB, ${(words / 1e6).toFixed(2)} million words as Parallax counts them; median of ${runs} runs.`,
  "",
  "Million words a second:",
  "",
  "| | tokenise | unigrams per document | unigrams and bigrams per document |",
  "| --- | ---: | ---: | ---: |",
  ...ROWS.map(([subject, name]) => `| ${name} | ${TASKS.map((task) => million(subject, task)).join(" | ")} |`),
  "",
  "Parallax in the browser, times as fast as:",
  "",
  "| | measured | target |",
  "| --- | ---: | ---: |",
  ...TARGETS.map(([name, measured, target]) => `| ${name} | ${measured.toFixed(2)} | ${target}${measured < target ? " (missed)" : ""} |`),
];
console.log(lines.join("\n"));
if (options.includes("--write")) {
  const file = join(here, "README.md");
  const [before, rest] = readFileSync(file, "utf8").split("<!-- results -->\n");
  const after = rest.slice(rest.indexOf("<!-- end of results -->"));
  writeFileSync(file, `${before}<!-- results -->\n${lines.join("\n")}\n${after}`);
  say("Written into benches/README.md");
}
