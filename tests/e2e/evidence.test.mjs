// Every number leads to its sentence.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { drawn, open, untroubled, view } from "./support/views.mjs";

describe("Evidence", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
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

  /** How many numbers of a row are 0, which leads nowhere. */
  async function withoutAny(row) {
    return (await row.locator("td.number").allInnerTexts()).filter((text) => /^0(\.0+)?$/.test(text.trim())).length;
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

  it("marks in the text what the Overview's totals were counted from, as many places as they say", async () => {
    await open(page, address("#/keywords"), view("Keywords"));
    await open(page, address("#/overview"), view("Overview"));
    /** Clicks a number; the places in the article that opens, and those the reader says others have. */
    const places = async (number) => {
      await number.click();
      await readerShows();
      const here = await page.locator("aside.reader article.text mark").count();
      const line = await page.locator("aside.reader .reader-term [role=status]").innerText();
      assert.equal(Number(line.replace(/,/g, "").match(/ of (\d+)/)[1]), here, line);
      const others = await page.locator("aside.reader .to-article").allInnerTexts();
      await page.keyboard.press("Escape");
      await page.locator("aside.reader").waitFor({ state: "detached" });
      return { here, elsewhere: others.reduce((sum, text) => sum + Number(text.replace(/\D/g, "")), 0) };
    };
    const value = async (number) => Number((await number.innerText()).replace(/\D/g, ""));
    // The corpus: what the articles have together.
    for (const size of await page.locator(".sizes dd button").all()) {
      const { here, elsewhere } = await places(size);
      assert.equal(here + elsewhere, await value(size), await size.getAttribute("aria-label"));
    }
    // An article: each of its sizes, but the minutes that reading it takes.
    const row = page.locator("[role=grid] tbody tr").nth(1);
    assert.equal(await row.locator("td.number button").count(), 6, "every size leads somewhere");
    // A 0 leads to its computation.
    const sizes = await row.locator('td.number button[aria-label$=", read"]').all();
    assert.equal(sizes.length + (await withoutAny(row)), 6);
    for (const size of sizes.slice(0, -1)) {
      assert.equal((await places(size)).here, await value(size), await size.getAttribute("aria-label"));
    }
    assert.equal((await places(sizes.at(-1))).here, await value(sizes[0]), "reading time comes from the words");
    const card = page.locator(".article-card").nth(1);
    assert.equal((await places(card.locator("button.of").first())).here, await value(sizes[0]));
    untroubled(watched.troubles);
  });

  it("shows in both texts what the numbers of a pair were counted from", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/compare"), view("Compare"));
    const row = page.locator(".likeness-table [role=grid] tbody tr").first();
    // A 0 leads to no place, but to its computation.
    const numbers = await row.locator('td.number button:not([aria-label$="how is it computed?"])').all();
    assert.equal(numbers.length + (await withoutAny(row)), 4, "every number but 0 leads somewhere");
    for (const number of [...numbers, ...(await page.locator(".pair-likeness button").all())]) {
      await number.click();
      await readerShows();
      const texts = page.locator("aside.reader article.text");
      assert.equal(await texts.count(), 2);
      const [here, there] = [await texts.first().locator("mark").count(), await texts.last().locator("mark").count()];
      assert.ok(here > 0 && there > 0, "both texts have places");
      if (/: shared words/.test(await number.getAttribute("aria-label"))) {
        const words = (text) => text.locator("mark").allInnerTexts();
        assert.equal(here, there, "each shared word once in both");
        assert.equal(new Set((await words(texts.first())).map((word) => word.toLowerCase())).size, here);
      }
      await page.keyboard.press("Escape");
      await page.locator("aside.reader").waitFor({ state: "detached" });
    }
    const cell = page.locator("section.likeness [data-mark]").nth(1);
    await cell.click();
    await readerShows();
    assert.equal(await page.locator("aside.reader article.text").count(), 2, "a cell of the heat map opens both texts");
    const link = page.url();
    assert.match(link, /mark=shared\.cosine/);
    await open(page, address("#/overview"), view("Overview"));
    await page.goto(link);
    await readerShows();
    assert.equal(await page.locator("aside.reader article.text").count(), 2, "a link restores it");
    await page.keyboard.press("Escape");
    untroubled(watched.troubles);
  });

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

  it("each number of a finding and of the rail leads to what it was counted from", async () => {
    const places = async () => page.locator("aside.reader article.text mark").count();
    for (const { name, hash } of [...["Overview", "Keywords", "Frequency", "Compare", "Style"].map((name) => view(name)), { name: "Compare", hash: "#/compare?v=1&measure=shared-5grams" }]) {
      await page.goto("about:blank");
      await open(page, address(hash), view(name));
      const numbers = page.locator(".main .finding .of");
      const count = await numbers.count();
      assert.ok(count > 0, `${name}: its finding has numbers`);
      for (let at = 0; at < count; at++) {
        const text = await numbers.nth(at).innerText();
        await numbers.nth(at).click();
        // How many words occur once: rows of the table, no places of a text.
        if (name === "Frequency" && at === count - 1) {
          await page.waitForFunction(() => /maximum=1/.test(location.hash));
          continue;
        }
        await current().waitFor();
        const times = { once: 1, twice: 2 }[text] ?? Number(/^(\d+)\s(?:times)$/.exec(text)?.[1]);
        // In one article there are as many places as the number says; in several the reader begins with one.
        if (times && name !== "Frequency" && name !== "Style") assert.equal(await places(), times, `${name}: ${text}`);
        else assert.ok((await places()) > 0, `${name}: ${text}`);
        await page.keyboard.press("Escape");
        await page.locator("aside.reader").waitFor({ state: "detached" });
      }
    }
    await open(page, address("#/overview"), view("Overview"));
    for (const number of await page.locator(".rail .of").all()) {
      const words = Number((await number.innerText()).replace(/\D/g, ""));
      await number.click();
      await current().waitFor();
      assert.ok((await places()) > 0 && (await places()) <= words);
    }
    untroubled(watched.troubles);
  });
});
