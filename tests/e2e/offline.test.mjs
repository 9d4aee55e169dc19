// The page without a network, a new version of it, and what shows that nothing leaves the machine.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { watchedPage } from "./support/chromium.mjs";
import { serve } from "./support/server.mjs";
import { SITES } from "./support/site.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, drawn, open, untroubled, view } from "./support/views.mjs";

/** Waits until the browser keeps the page. */
const kept = (page) => page.evaluate(() => new Promise((resolve) => {
  navigator.serviceWorker.oncontrollerchange = () => resolve();
  if (navigator.serviceWorker.controller) resolve();
}));

for (const site of SITES) {
  describe(`Without a network, ${site.name}`, () => {
    const on = withBrowser(site);

    it("opens again and shows every view, its lists too", async () => {
      const server = await serve(site.folder, site.base);
      const { page, context, troubles } = await watchedPage(on.browser, server, { serviceWorkers: "allow", forgive: [/ERR_CONNECTION|ERR_FAILED|Failed to load resource|ERR_INTERNET/] });
      await open(page, server.address, view("Overview"));
      const finding = await page.locator(".main .finding").first().innerText();
      await kept(page);
      await server.close();
      for (const [name, hash] of [["Overview", ""], ["Style", "#/style"], ["Coverage", "#/coverage"], ["Methods", "#/methods"]]) {
        await page.goto("about:blank");
        await page.goto(server.address + hash);
        await analysed(page);
        await drawn(page, view(name));
        if (name === "Overview") assert.equal(await page.locator(".main .finding").first().innerText(), finding);
      }
      untroubled(troubles);
      await context.close();
    });
  });
}

describe("A new version", () => {
  const on = withBrowser();

  it("is announced and changes nothing until the page is opened anew", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parallax-"));
    cpSync(SITES[0].folder, folder, { recursive: true });
    const server = await serve(folder, "/", () => ({ "cache-control": "no-cache" }));
    const { page, context, troubles } = await watchedPage(on.browser, server, { serviceWorkers: "allow" });
    await open(page, server.address, view("Overview"));
    await kept(page);
    assert.equal(await page.locator(".notice").count(), 0, "the first version is no news");
    const file = join(folder, "service-worker.js");
    writeFileSync(file, `${readFileSync(file, "utf8")}// Another.\n`);
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => undefined));
    await page.locator(".notice", { hasText: "A new version of Parallax has come" }).waitFor({ timeout: 60_000 });
    assert.ok(await page.evaluate(() => navigator.serviceWorker.getRegistration().then((found) => Boolean(found.waiting))), "it waits");
    untroubled(troubles);
    await context.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });
});

describe("That nothing leaves the machine", () => {
  const on = withBrowser();

  it("is shown: the policy in force, and every request with its address", async () => {
    const { page, context, troubles, address } = await watchedPage(on.browser, on.server);
    const seen = new Set();
    context.on("request", (request) => seen.add(request.url().split("#")[0]));
    await open(page, address("#/style"), view("Style"));
    // Workers that are gone since are told of too.
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    const texts = page.getByRole("dialog", { name: "Add texts" });
    await texts.locator("input[type=file]").first().setInputFiles(fileURLToPath(new URL("../import/files/print.pdf", import.meta.url)));
    await texts.getByRole("button", { name: /^Add 1/ }).waitFor();
    await page.waitForFunction(() => !document.querySelector(".import .progress"));
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Nothing leaves this machine" }).click();
    const dialog = page.getByRole("dialog", { name: "Nothing leaves this machine" });
    await dialog.getByText(/\d+\srequests, each for a file of this page\./).waitFor();
    await dialog.getByText("Their addresses").click();
    const told = new Set((await dialog.locator(".requests li").allInnerTexts()).map((path) => new URL(path, address()).href));
    for (const url of seen) assert.ok(told.has(url), `${url} is told of`);
    for (const file of ["importer.js", "import.js", "import_bg.wasm", "pdf_bg.wasm"]) assert.ok([...told].some((url) => new URL(url).pathname.endsWith(`/${file}`)), `${file} is told of`);
    const rules = await dialog.locator(".policy li").allInnerTexts();
    assert.ok(rules.includes("default-src 'none'") && rules.includes("connect-src 'self'"), rules.join("; "));
    // The dialog's own number is the list's.
    const count = await dialog.getByText(/requests, each for/).innerText();
    assert.equal(Number.parseInt(count.replaceAll(",", ""), 10), await dialog.locator(".requests li").count());
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    untroubled(troubles);
    await context.close();
  });
});
