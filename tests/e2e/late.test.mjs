// The programs' late parts: the Overview does without them, they come of themselves, and what
// needs them says so when they don't arrive.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { VIEWS, drawn, open, untroubled, view } from "./support/views.mjs";

const LATE = /_late\.(wasm|css)/;

describe("The late parts", () => {
  const on = withBrowser();

  const go = async (page, wanted) => {
    await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: wanted.name }).click();
  };

  it("are not needed for the Overview, and come after it", async () => {
    const { page, context, troubles, address } = await watchedPage(on.browser, on.server);
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    const asked = [];
    await context.route(LATE, async (route) => {
      asked.push({ url: new URL(route.request().url()).pathname, kind: route.request().resourceType() });
      await held;
      await route.continue();
    });
    await open(page, address(), view("Overview"));
    await page.waitForFunction(() => document.querySelector("[role=grid] tbody tr"));
    release();
    const program = (name) => asked.find(({ url }) => url.includes(name));
    for (let tries = 0; tries < 100 && !(program("/app-") && program("/worker")); tries += 1) await page.waitForTimeout(50);
    const kinds = asked.map(({ kind }) => kind).sort();
    assert.deepEqual(kinds, ["fetch", "fetch", "stylesheet"], "each is fetched once, and nothing waits in line for it");
    untroubled(troubles);
    await context.close();
  });

  it("take nothing from what is typed into the search field before them", async () => {
    const { page, context, troubles, address } = await watchedPage(on.browser, on.server);
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await context.route(LATE, async (route) => {
      await held;
      await route.continue();
    });
    await open(page, address(), view("Overview"));
    await page.keyboard.press("/");
    await page.keyboard.type("th");
    release();
    await page.locator("[role=search]").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "search");
    await page.keyboard.type("e");
    assert.equal(await page.locator("#search").inputValue(), "the");
    await page.getByRole("option", { name: /^the/ }).first().waitFor();
    untroubled(troubles);
    await context.close();
  });

  it("never make the page wait in line, on any view or in any dialog", async () => {
    const { page, context, troubles, address } = await watchedPage(on.browser, on.server);
    const inline = [];
    // A worker's requests in line are its own affair.
    context.on("request", (request) => {
      if (/\/app-[^/]*_late\.wasm/.test(request.url()) && request.resourceType() === "xhr") inline.push(request.url());
    });
    for (const wanted of VIEWS) {
      await page.goto("about:blank");
      await open(page, address(wanted.hash), wanted);
    }
    for (const key of ["Control+k", "?"]) {
      await page.goto("about:blank");
      await open(page, address(), view("Overview"));
      await page.keyboard.press(key);
      await page.locator("dialog[open]").waitFor();
      await page.keyboard.press("Escape");
    }
    assert.deepEqual(inline, []);
    untroubled(troubles);
    await context.close();
  });

  it("are asked for again when the page's doesn't arrive", async () => {
    const { page, context, address } = await watchedPage(on.browser, on.server);
    await context.route(/\/app-[^/]*_late\.wasm/, (route) => route.abort());
    await open(page, address(), view("Overview"));
    await go(page, view("Keywords"));
    const told = page.locator(".main [role=alert]");
    await told.waitFor();
    assert.match(await told.innerText(), /did not arrive/);
    await context.unroute(/\/app-[^/]*_late\.wasm/);
    await told.getByRole("button", { name: "Try again" }).click();
    await drawn(page, view("Keywords"));
    await context.close();
  });

  it("are asked for again when the engine's doesn't arrive", async () => {
    const { page, context, address } = await watchedPage(on.browser, on.server);
    await context.route(/\/worker_late\.wasm/, (route) => route.abort());
    await open(page, address(), view("Overview"));
    await go(page, view("Frequency"));
    const told = page.locator(".main [role=alert]").first();
    await told.waitFor();
    assert.ok((await told.innerText()).length > 20);
    await context.unroute(/\/worker_late\.wasm/);
    await told.getByRole("button", { name: "Try again" }).click();
    await page.locator("[role=grid] tbody tr").first().waitFor();
    await drawn(page, view("Frequency"));
    await context.close();
  });
});
