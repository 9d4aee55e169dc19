// Every number leads to its sentence.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, watchedPage } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";
import { drawn, open, untroubled, view } from "./support/views.mjs";

describe("Evidence", () => {
  let browser, server, watched, page, address;
  before(async () => {
    server = await serveSite();
    browser = await launch();
    watched = await watchedPage(browser, server);
    ({ page, address } = watched);
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const current = () => page.locator("aside.reader article.text mark.current").first();
  /** The reader is open, and the current place stands in sight within it. */
  async function readerShows() {
    await current().waitFor();
    await page.waitForFunction(() => {
      const mark = document.querySelector("aside.reader article.text mark.current");
      if (!mark) return false;
      const { top, bottom, height } = mark.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= innerHeight;
    });
  }

  it("opens a keyword in its article, in sight and marked as often as it was counted", async () => {
    for (const row of [0, 1, 2]) {
      await open(page, address("#/overview"), view("Overview"));
      await open(page, address("#/keywords"), view("Keywords"));
      const cells = page.locator("[role=grid]").first().locator("tbody tr").nth(row);
      const term = await cells.locator("button.term").innerText();
      const frequency = Number((await cells.locator("button.of").first().innerText()).replace(/\D/g, ""));
      await cells.locator("button.of").first().click();
      await readerShows();
      assert.equal(await page.locator("aside.reader article.text").first().locator("mark").count(), frequency, `places of “${term}”`);
      assert.equal((await current().innerText()).toLowerCase().slice(0, 3), term.toLowerCase().slice(0, 3));
    }
    untroubled(watched.troubles);
  });

  for (const [name, table] of [["Keywords", ".table-section"], ["Frequency", ".table-section"], ["Compare", "section.pair .table-section"]]) {
    it(`opens the word's places from every number of a row, by keyboard: ${name}`, async () => {
      await open(page, address("#/overview"), view("Overview"));
      await open(page, address(view(name).hash), view(name));
      const row = page.locator(`${table} [role=grid] tbody tr`).first();
      const term = (await row.locator("button.term").innerText()).toLowerCase();
      const cells = await row.locator("td.number").all();
      assert.ok(cells.length > 6, "the row has numbers");
      for (const cell of cells) {
        const text = (await cell.innerText()).trim();
        if (/^0(\.0+)?$/.test(text) || (await cell.locator(".undefined").count())) continue; // Nothing to read.
        const number = cell.locator("button");
        assert.match(await number.getAttribute("aria-label"), new RegExp(`: ${term}( in [A-Z]+)?, read$`), text);
        await number.focus();
        await page.keyboard.press("Enter");
        await readerShows();
        assert.ok((await current().innerText()).toLowerCase().startsWith(term.slice(0, 3)), `${text} leads to ${term}`);
        await page.keyboard.press("Escape");
        await page.locator("aside.reader").waitFor({ state: "detached" });
        await page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label") === label, await number.getAttribute("aria-label"));
      }
      untroubled(watched.troubles);
    });
  }

  for (const name of ["Keywords", "Frequency", "Compare"]) {
    it(`opens the reader from a mark of a chart: ${name}`, async () => {
      await open(page, address("#/overview"), view("Overview"));
      await open(page, address(view(name).hash), view(name));
      const mark = name === "Compare"
        ? page.locator("section.pair figure.chart [data-mark]").first()
        : page.locator("figure.chart [data-mark]").first();
      await mark.waitFor();
      await mark.click();
      await readerShows();
      untroubled(watched.troubles);
    });
  }

  it("opens a word of the Overview's finding or cards", async () => {
    await open(page, address("#/keywords"), view("Keywords"));
    await open(page, address("#/overview"), view("Overview"));
    await page.locator(".main button.term, .main button.finding-term, .main .card button").first().click();
    await page.locator("aside.reader").waitFor();
    untroubled(watched.troubles);
  });

  it("walks the places by key and closes with Esc", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/frequency"), view("Frequency"));
    await page.locator("[role=grid]").first().locator("tbody tr button.term").first().click();
    await readerShows();
    const place = () => page.evaluate(() => [...document.querySelectorAll("aside.reader article.text mark")].findIndex((mark) => mark.classList.contains("current")));
    const before = await place();
    await page.keyboard.press("j");
    await page.waitForFunction((was) => [...document.querySelectorAll("aside.reader article.text mark")].findIndex((mark) => mark.classList.contains("current")) !== was, before);
    await readerShows();
    await page.keyboard.press("k");
    await page.waitForFunction((was) => [...document.querySelectorAll("aside.reader article.text mark")].findIndex((mark) => mark.classList.contains("current")) === was, before);
    await page.keyboard.press("Escape");
    await page.locator("aside.reader").waitFor({ state: "detached" });
    untroubled(watched.troubles);
  });

  it("chooses a pair from the heat map and reads a shared passage of it", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/compare"), view("Compare"));
    const before = await page.locator(".pair-likeness").innerText();
    const marks = page.locator("section.likeness [data-mark]");
    let changed = false;
    for (let i = 0; i < (await marks.count()) && !changed; i++) {
      await marks.nth(i).click();
      changed = await page.waitForFunction((was) => document.querySelector(".pair-likeness")?.textContent !== was, before, { timeout: 2000 }).then(() => true, () => false);
    }
    assert.ok(changed, "another pair was opened");
    await drawn(page, view("Compare"));
    untroubled(watched.troubles);
  });
});
