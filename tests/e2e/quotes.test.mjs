// The Quotes view: a bar lists what it counts, a row opens the text at its place, and a link keeps the choice.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { downloaded, open, untroubled, view } from "./support/views.mjs";

describe("Quotes", () => {
  let watched, page, address;
  const on = withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const fresh = async (hash) => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Quotes"));
  };
  const pictures = () => page.locator(".quotes-pictures figure");
  const list = () => page.locator("#quotes-list");
  /** How many quotations the list says it has. */
  const total = async () => Number(/\d+/.exec(await list().locator("[role=status]").innerText())[0]);
  const settled = () => page.waitForFunction(() => !document.querySelector(".main [aria-busy=true]"));
  /** Rows of a downloaded CSV file without its heading; cells hold no line ends. */
  const csv = async () => {
    const { bytes } = await downloaded(page, () => list().getByRole("button", { name: /CSV/ }).click());
    return bytes.toString("utf8").trim().split("\r\n").slice(1);
  };

  it("every bar lists as many quotations as it says", async () => {
    await fresh("#/quotes");
    const picture = pictures().first();
    const labels = await picture.locator("[data-mark]").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
    assert.ok(labels.length > 2);
    for (const [at, label] of labels.entries()) {
      const [, count] = /: (\d+) quotations? in /.exec(label);
      await picture.locator("[data-mark]").nth(at).focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction((count) => document.querySelector("#quotes-list [role=status]")?.textContent.startsWith(`${count}\u00a0`), count);
      await settled();
      assert.equal(await total(), Number(count), label);
      assert.equal(await page.evaluate(() => document.activeElement?.id), "quotes-list", "the focus goes along");
    }
    untroubled(watched.troubles);
  });

  it("the numbers of the finding list what they count", async () => {
    await fresh("#/quotes");
    const numbers = page.locator(".main .finding .of");
    const texts = await numbers.allInnerTexts();
    assert.ok(texts.some((text) => /^\d+$/.test(text)));
    for (const [at, text] of texts.entries()) {
      if (!/^\d+$/.test(text)) continue;
      await numbers.nth(at).click();
      await page.waitForFunction((count) => document.querySelector("#quotes-list [role=status]")?.textContent.startsWith(`${count}\u00a0`), text);
    }
    untroubled(watched.troubles);
  });

  it("a verb's bar lists the quotations with that verb", async () => {
    await fresh("#/quotes");
    const mark = pictures().nth(1).locator("[data-mark]").first();
    const verb = /^[^,:]+/.exec(await mark.getAttribute("aria-label"))[0];
    await mark.click();
    await page.waitForFunction(() => /verb=/.test(location.hash));
    await settled();
    const cells = await list().locator("tbody tr > *:nth-child(4)").allInnerTexts();
    assert.ok(cells.length > 0 && cells.every((cell) => cell.startsWith(verb)), cells.join());
    await list().getByRole("button", { name: "Show all" }).click();
    await page.waitForFunction(() => !/verb=/.test(location.hash));
    untroubled(watched.troubles);
  });

  it("every quotation opens the text at its place, and Escape leads back", async () => {
    await fresh("#/quotes");
    const buttons = list().locator(".quote-words");
    const count = Math.min(await buttons.count(), 12);
    for (let at = 0; at < count; at += 1) {
      const words = await buttons.nth(at).getAttribute("title");
      await buttons.nth(at).focus();
      await page.keyboard.press("Enter");
      await page.locator(".reader article mark").first().waitFor();
      const letters = (text) => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
      const marked = letters((await page.locator(".reader article mark").allInnerTexts()).join(""));
      assert.equal(marked, letters(words));
      await page.keyboard.press("Escape");
      await page.locator(".reader").waitFor({ state: "detached" });
    }
    untroubled(watched.troubles);
  });

  it("filters and order stand in the address, and a link keeps them", async () => {
    await fresh("#/quotes");
    const all = await total();
    await list().getByLabel("kind").selectOption({ index: 2 });
    await page.waitForFunction(() => /kind=direct/.test(location.hash));
    await settled();
    const direct = await total();
    assert.ok(direct > 0 && direct < all);
    await list().getByRole("columnheader", { name: /speaker/ }).getByRole("button").first().click();
    await page.waitForFunction(() => /sort=-?speaker/.test(location.hash));
    const link = page.url();
    await page.goto("about:blank");
    await open(page, link, view("Quotes"));
    assert.equal(await total(), direct);
    assert.equal((await csv()).length, direct);
    await page.goBack();
    untroubled(watched.troubles);
  });

  it("the list as CSV has every row, and the words it shows", async () => {
    await fresh("#/quotes?v=1&kind=reported");
    const rows = await csv();
    assert.equal(rows.length, await total());
    assert.ok(rows.every((row) => row.includes(",reported,")));
    untroubled(watched.troubles);
  });

  it("says how it is computed", async () => {
    await fresh("#/quotes");
    await list().getByRole("group").getByRole("link", { name: "How is this computed?" }).or(list().getByRole("group").getByRole("button", { name: "How is this computed?" })).first().click();
    await page.waitForFunction(() => document.querySelector("h1")?.textContent === "How is this computed?");
    await page.getByRole("heading", { name: "Speaker of a quotation" }).first().waitFor();
    untroubled(watched.troubles);
  });

  it("without its word lists it says so, and shows what stands between marks", async () => {
    const other = await on.browser.newContext();
    try {
      const page = await other.newPage();
      await page.route("**/lists/reporting.txt*", (route) => route.fulfill({ status: 404, body: "" }));
      await page.goto(address("#/quotes"));
      await page.locator(".main .problem").waitFor();
      assert.match(await page.locator(".main .problem").innerText(), /list of reporting verbs.*404/s);
      await page.locator("#quotes-list .quote-words").first().waitFor();
    } finally {
      await other.close();
    }
  });
});
