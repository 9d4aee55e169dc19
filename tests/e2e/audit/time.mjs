// What the first view costs in time: a cold load, and Lighthouse's performance on a phone. Prints
// figures and says which miss their goal; no test, for other work on the machine changes them.
import { chromium } from "playwright-core";
import { createServer } from "node:net";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS, watchedPage } from "../support/chromium.mjs";
import { serveSite } from "../support/site.mjs";
import { analysed, drawn, view } from "../support/views.mjs";

const RUNS = 5;
const COLD_LOAD_MS = 1500;
const PERFORMANCE = 0.9;
const METRICS = ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift", "speed-index"];

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const median = (figures) => [...figures].sort((a, b) => a - b)[figures.length >> 1];

const server = await serveSite();
const port = await freePort();
const browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, `--remote-debugging-port=${port}`] });
let short = 0;
try {
  const times = [];
  for (let run = 0; run < RUNS; run++) {
    const { page, context, address } = await watchedPage(browser, server);
    await page.goto(address(), { waitUntil: "commit" });
    await analysed(page);
    await drawn(page, view("Overview"));
    times.push(Math.round(await page.evaluate(() => performance.now())));
    await context.close();
  }
  const load = median(times);
  if (load > COLD_LOAD_MS) short++;
  console.log(`cold load to analysed Overview: median ${load} ms of ${times.join(", ")} (goal ${COLD_LOAD_MS})`);

  const scores = [];
  let last;
  for (let run = 0; run < RUNS; run++) {
    const { lhr } = await lighthouse(server.address, { port, output: "json", logLevel: "error", onlyCategories: ["performance"] });
    if (lhr.runtimeError) throw new Error(lhr.runtimeError.message);
    scores.push(lhr.categories.performance.score);
    last = lhr;
  }
  const score = median(scores);
  if (score < PERFORMANCE) short++;
  console.log(`Lighthouse performance, mobile: median ${score} of ${scores.join(", ")} (goal ${PERFORMANCE})`);
  for (const id of METRICS) console.log(`  ${id}: ${last.audits[id].displayValue}`);
} finally {
  await browser.close();
  await server.close();
}
console.log(short === 0 ? "Both goals are reached." : `${short} of 2 goals missed.`);
process.exitCode = short === 0 ? 0 : 1;
