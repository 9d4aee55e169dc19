// What the first view costs in bytes. What it costs in time, `./dev audit` measures: a test that
// hangs on the clock fails by chance.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { watchedPage } from "./support/chromium.mjs";
import { SITES } from "./support/site.mjs";
import { withBrowser } from "./support/suite.mjs";
import { open, untroubled, view } from "./support/views.mjs";

const KB = 1000;
// What the first view may cost. What it does without belongs into the late parts (src/bin/split, './dev late').
const APP = 200 * KB;
const WORKER = 150 * KB;
const FIRST_VIEW = 400 * KB;
const packed = (file) => gzipSync(readFileSync(join(SITES[0].folder, file)), { level: 9 }).length;

describe("Budget", () => {
  const on = withBrowser();

  it("the first parts of page and worker are within their budgets, gzipped", (t) => {
    const files = readdirSync(SITES[0].folder);
    const app = packed(files.find((name) => /^app.*_bg\.wasm$/.test(name)));
    const worker = packed(files.find((name) => /^worker.*_bg\.wasm$/.test(name)));
    t.diagnostic(`app ${app} bytes (of ${APP}), worker ${worker} bytes (of ${WORKER}), gzipped`);
    for (const late of files.filter((name) => name.endsWith("_late.wasm"))) t.diagnostic(`${late} ${packed(late)} bytes, gzipped`);
    assert.ok(app <= APP, `the page's first part has ${app} bytes`);
    assert.ok(worker <= WORKER, `the worker's first part has ${worker} bytes`);
  });

  it("all that the first view loads is within its budget on the wire", async (t) => {
    const { page, context, troubles, address } = await watchedPage(on.browser, on.server);
    const sizes = new Map();
    // They come when the view is drawn: see late.test.mjs.
    await context.route(/_late\.(wasm|css)/, () => {});
    context.on("response", async (response) => {
      sizes.set(response.url(), Number((await response.allHeaders())["content-length"] ?? Number.NaN));
    });
    await open(page, address(), view("Overview"));
    // Fonts come when their text is drawn.
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.waitForTimeout(500);
    const list = [...sizes].filter(([url]) => url.startsWith("http"));
    const total = list.reduce((sum, [, size]) => sum + size, 0);
    for (const [url, size] of list) t.diagnostic(`${size} ${new URL(url).pathname}`);
    assert.ok(list.some(([url]) => /worker_bg\.wasm/.test(url)), "the worker's module was seen");
    t.diagnostic(`${total} bytes in all (of ${FIRST_VIEW})`);
    assert.ok(total <= FIRST_VIEW, `${total} bytes`);
    untroubled(troubles);
    await context.close();
  });
});
