// The engine's worker fails: the page says so, starts another, and goes on.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, drawn, open, untroubled, view } from "./support/views.mjs";

/** Keeps every worker that the page starts in `window.workers`. */
const keepWorkers = () => {
  const Native = window.Worker;
  window.workers = [];
  window.Worker = class extends Native {
    constructor(...parts) {
      super(...parts);
      window.workers.push(this);
    }
  };
};

describe("The worker", () => {
  const on = withBrowser();
  const visit = (name, options, act) => it(name, async () => {
    const watched = await watchedPage(on.browser, on.server, options);
    await watched.context.addInitScript(keepWorkers);
    try {
      await act(watched);
      untroubled(watched.troubles);
    } finally {
      await watched.context.close();
    }
  });

  visit("one worker serves the page", {}, async ({ page, address }) => {
    await open(page, address(), view("Overview"));
    await page.getByRole("link", { name: "Keywords" }).click();
    await drawn(page, view("Keywords"));
    assert.equal(await page.evaluate(() => window.workers.length), 1);
  });

  visit("a worker that dies is replaced, and the next question is answered", {}, async ({ page, address }) => {
    await open(page, address(), view("Overview"));
    await page.evaluate(() => {
      const worker = window.workers.at(-1);
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent("error", { message: "unreachable executed" }));
    });
    await page.getByRole("link", { name: "Keywords" }).click();
    await page.waitForFunction(() => document.querySelector("[role=grid] tbody tr") || document.querySelector("[role=alert] button"));
    const again = page.getByRole("alert").getByRole("button", { name: "Try again" });
    if (await again.count()) await again.first().click();
    await drawn(page, view("Keywords"));
    assert.ok((await page.evaluate(() => window.workers.length)) >= 2);
  });

  visit("an engine that can't be loaded is told, and can be tried again", { forgive: [/worker_bg|engine\.js|worker\.js|Failed to fetch|WebAssembly|uncaught|net::ERR_FAILED/] }, async ({ page, context, address }) => {
    await context.route(/worker_bg\.wasm/, (route) => route.abort());
    await page.goto(address());
    const problem = page.getByRole("alert").filter({ has: page.getByRole("button", { name: "Try again" }) });
    await problem.first().waitFor({ timeout: 60_000 });
    assert.ok((await problem.first().innerText()).length > 30);
    await context.unroute(/worker_bg\.wasm/);
    await problem.first().getByRole("button", { name: "Try again" }).click();
    await analysed(page);
    await page.waitForFunction(() => document.querySelector(".main .finding"), undefined, { timeout: 30_000 });
  });
});
