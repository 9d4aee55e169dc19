// The Style view: every number leads to the places it was counted from, and a list that doesn't come leaves the rest.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { ARTICLES, open, untroubled, view } from "./support/views.mjs";

describe("Style", () => {
  let watched, page, address;
  const on = withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  /** How many places the reader marks. */
  const marks = () => page.locator(".reader article mark").count();
  const fresh = async (hash) => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Style"));
  };
  /** Waits until the reader marks something. */
  const marked = () => page.locator(".reader article mark").first().waitFor();

  it("a column of sentences opens as many sentences, each of such a length", async () => {
    await fresh("#/style");
    const picture = page.locator(".lengths-pictures figure").first();
    const labels = await picture.locator("[data-mark]").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
    const at = labels.findIndex((label) => /: [1-9]\d* sentences?$/.test(label));
    const [, least, most, count] = /(\d+) to (\d+) words: (\d+) sentence/.exec(labels[at]);
    await picture.locator("[data-mark]").nth(at).focus();
    await page.keyboard.press("Enter");
    await marked();
    assert.match(await page.locator(".reader").innerText(), new RegExp(`1 of ${count}`));
    const first = await page.locator(".reader article mark.current").allInnerTexts();
    const words = first.join(" ").match(/[\p{L}\p{N}]+(?:['’.\-][\p{L}\p{N}]+)*/gu).length;
    assert.ok(words >= Number(least) && words <= Number(most), `${words} words in a sentence of ${least} to ${most}`);
    untroubled(watched.troubles);
  });

  it("numbers of the table open what they count", async () => {
    for (const measures of ["glance", "vocabulary", "readability", "wording"]) {
      await fresh(`#/style?v=1&measures=${measures}`);
      const table = page.getByRole("region", { name: "Table of measures" });
      const columns = await table.locator("thead th").count();
      const first = table.locator("tbody tr").last();
      for (let column = 1; column < columns; column += 1) {
        const cell = first.locator("th, td").nth(column).locator('button:not([aria-label$="how is it computed?"])');
        // A plain 0 has no places.
        if ((await cell.count()) === 0) continue;
        await cell.click();
        await marked();
        assert.ok((await marks()) > 0);
        await page.keyboard.press("Escape");
        await page.locator(".reader").waitFor({ state: "detached" });
      }
    }
    untroubled(watched.troubles);
  });

  it("an address without an article opens the first that has any of the marks", async () => {
    await fresh("#/style");
    const finding = page.locator("p.finding button", { hasText: /^(once|twice|\d+ times)$/ }).last();
    await finding.click();
    await marked();
    assert.ok((await marks()) > 0);
    assert.match(await page.locator(".reader-term").innerText(), /1 of \d+/);
    untroubled(watched.troubles);
  });

  it("words by article lead to themselves, and a link keeps them", async () => {
    for (const words of ["names", "spellings", "hedges", "tone"]) {
      await fresh(`#/style?v=1&words=${words}`);
      const row = page.locator(".style-words [role=grid] tbody tr").first();
      const word = (await row.locator("button").first().innerText()).toLowerCase();
      await row.locator("button").last().click();
      await marked();
      const found = (await page.locator(".reader article mark.current").first().innerText()).toLowerCase();
      assert.ok(found.replaceAll("’", "'").includes(word.split(" ")[0]), `${found} for ${word}`);
      const link = page.url();
      await page.goto("about:blank");
      await open(page, link, view("Style"));
      await marked();
    }
    untroubled(watched.troubles);
  });

  it("dots stand in a strip for each article", async () => {
    await fresh("#/style");
    for (const strip of await page.locator(".strips figure").all()) {
      const dots = await strip.locator("[data-mark]").count();
      assert.ok(dots <= ARTICLES && dots > 0);
    }
  });

  it("a word list that doesn't come is said, and the rest stands", async () => {
    const other = await on.browser.newContext();
    try {
      const page = await other.newPage();
      await page.route("**/lists/hedges.txt*", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(address("#/style?v=1&measures=wording"));
      await page.locator(".main .problem").waitFor();
      assert.match(await page.locator(".main .problem").innerText(), /list of hedges.*404/s);
      const table = page.getByRole("region", { name: "Table of measures" });
      assert.equal(await table.locator(".undefined").count(), 2 * ARTICLES);
      assert.ok((await table.locator("tbody button.of").count()) > 0);
    } finally {
      await other.close();
    }
  });
});
