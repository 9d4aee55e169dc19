// A full disk: it is said, the way out is offered, and what could not be saved is saved once there is room.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, downloaded, open, untroubled, view } from "./support/views.mjs";
import { unzip } from "./support/zip.mjs";

describe("A full disk", () => {
  const on = withBrowser();
  /** A page whose database refuses to write, as browsers do it, while `window.full` says how. */
  const visit = (name, act) => it(name, async () => {
    const watched = await watchedPage(on.browser, on.server);
    await watched.page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...args) {
        if (window.full === "quota") throw new DOMException("The current transaction exceeded its quota limitations.", "QuotaExceededError");
        if (window.full === "closed") this.transaction.db.close();
        return put.apply(this, args);
      };
    });
    try {
      await open(watched.page, watched.address("#/corpus"), view("Corpus"));
      await add(watched.page, "Quay\n\nThe quay is open.");
      await analysed(watched.page, 1);
      await told(watched.page, /^Saved$/);
      await act(watched);
      untroubled(watched.troubles);
    } finally {
      await watched.context.close();
    }
  });
  const dialog = (page) => page.getByRole("dialog", { name: "Add texts" });
  async function add(page, words) {
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(words);
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    await dialog(page).waitFor({ state: "detached" });
  }
  const told = (page, pattern) => page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".shelf-here .keeping")?.textContent ?? ""), pattern.source);

  visit("leads to a plain message and a file, and is over when there is room", async ({ page }) => {
    await page.evaluate(() => { window.full = "quota"; });
    await add(page, "Bridge\n\nThe bridge is closed.");
    await analysed(page, 2);
    await told(page, /^Not saved: the browser has no more room for this page\. Free some of the disk/);
    // Nothing is lost: both texts are in the file.
    const { name, bytes } = await downloaded(page, () => page.locator(".corpus-line").getByRole("button", { name: "Save as file" }).click());
    assert.match(name, /\.parallax$/);
    const texts = [...unzip(bytes)].filter(([member]) => member.startsWith("texts/")).map(([, text]) => text.toString());
    for (const text of ["The quay is open.", "The bridge is closed."]) assert.ok(texts.some((whole) => whole.includes(text)), text);
    // What was saved before is there still, for a page that begins anew.
    const again = await page.context().newPage();
    await again.goto(page.url().replace(/#.*/, "#/corpus"));
    await analysed(again, 1);
    await again.close();
    await page.getByRole("button", { name: "Try again" }).click();
    await told(page, /^Not saved/);
    await page.evaluate(() => { window.full = undefined; });
    await page.getByRole("button", { name: "Try again" }).click();
    await told(page, /^Saved$/);
    await page.reload();
    await analysed(page, 2);
  });

  visit("that made the browser close its database is over when there is room", async ({ page }) => {
    await page.evaluate(() => { window.full = "closed"; });
    await add(page, "Bridge\n\nThe bridge is closed.");
    await analysed(page, 2);
    await told(page, /^(Saved|Not saved)/);
    await page.evaluate(() => { window.full = undefined; });
    await add(page, "Ferry\n\nThe ferry is late.");
    await analysed(page, 3);
    await told(page, /^Saved$/);
    await page.reload();
    await analysed(page, 3);
  });
});
