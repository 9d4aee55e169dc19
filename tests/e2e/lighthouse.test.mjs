// Lighthouse's audits that don't hang on the clock; its performance is in audit/time.mjs.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, before, describe, it } from "node:test";
import { chromium } from "playwright-core";
import lighthouse from "lighthouse";
import { CHROMIUM, FLAGS } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";

const freePort = () => new Promise((resolve) => {
  const probe = createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});

describe("Lighthouse", () => {
  let browser, server, port;
  before(async () => {
    server = await serveSite();
    port = await freePort();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: [...FLAGS, `--remote-debugging-port=${port}`] });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const audit = async (categories) => {
    const { lhr } = await lighthouse(server.address, { port, output: "json", logLevel: "error", onlyCategories: categories });
    assert.equal(lhr.runtimeError, undefined, lhr.runtimeError?.message);
    return lhr;
  };

  it("accessibility, best practices and search are perfect", async () => {
    const lhr = await audit(["accessibility", "best-practices", "seo"]);
    const short = Object.values(lhr.categories).flatMap((category) => category.auditRefs
      .map(({ id, weight }) => ({ id, weight, score: lhr.audits[id].score }))
      .filter(({ weight, score }) => weight > 0 && score !== null && score < 1)
      .map(({ id }) => `${category.id}: ${id}: ${lhr.audits[id].title}`));
    assert.deepEqual(short, []);
    for (const category of Object.values(lhr.categories)) assert.equal(category.score, 1, category.id);
  });
});
