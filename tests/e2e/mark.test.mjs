// Page furniture is marked where it is read: what is selected in the reader isn't counted any more, or is again.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, open, untroubled, view } from "./support/views.mjs";

describe("Marks in the reader", () => {
  const on = withBrowser();

  it("what is selected is page furniture, until it is counted again; undo takes it back", async () => {
    const watched = await watchedPage(on.browser, on.server);
    const { page, address } = watched;
    await open(page, address("#/overview"), view("Overview"));
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    const dialog = page.getByRole("dialog", { name: "Add texts" });
    await dialog.getByRole("textbox", { name: "Text" }).fill("Quay opens\n\nThe caf\u00e9 on the quay is open, the mayor said.\n\nSee our tide tables below\n\nShips came in by the dozen.");
    await dialog.getByRole("button", { name: "Add the text" }).click();
    await dialog.waitFor({ state: "detached" });
    await analysed(page, 1);
    const words = async () => Number(/(\d+)\swords/.exec(await page.locator(".rail li").first().innerText())[1]);
    const counted = (number) => page.waitForFunction((number) => new RegExp(`(^|\\D)${number}\\swords`).test(document.querySelector(".rail li")?.innerText ?? ""), number);
    const before = await words();
    await page.locator(".rail li").first().getByRole("button", { name: /Quay opens/ }).click();
    const text = page.locator("aside.reader article.text");
    await text.getByText("tide tables").waitFor();
    /** Selects from one text to another, as a drag would. */
    const select = (from, to) => page.evaluate(([from, to]) => {
      const walk = document.createTreeWalker(document.querySelector("aside.reader article.text"), NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const [first, last] = [node.data.indexOf(from), node.data.indexOf(to)];
        if (first >= 0) range.setStart(node, first);
        if (last >= 0) range.setEnd(node, last + to.length);
      }
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }, [from, to]);
    const bar = page.locator(".reader-mark");
    assert.equal(await bar.count(), 0);
    await select("See our", "tables below");
    await bar.waitFor();
    assert.match(await bar.locator("q").innerText(), /See our tide tables below/);
    await bar.getByLabel("What it is").selectOption("Link to another story");
    await bar.getByRole("button", { name: "Mark as page furniture" }).click();
    await text.locator(".furniture", { hasText: "tide tables" }).waitFor();
    assert.match(await text.locator(".furniture-name").innerText(), /Link to another story/);
    await counted(before - 5);
    await bar.waitFor({ state: "detached" });
    // What begins before a mark and ends in it takes it in; letters of several bytes don't shift it.
    await select("mayor", "tide tables");
    await bar.getByRole("button", { name: "Mark as page furniture" }).click();
    await counted(before - 7);
    assert.equal(await text.locator(".furniture").evaluateAll((all) => all.map((it) => it.lastChild.textContent).join("|")), "mayor said.|See our tide tables below");
    await page.keyboard.press("Control+z");
    await counted(before - 5);
    await select("tide", "tables");
    await bar.getByRole("button", { name: "Count it again" }).click();
    await counted(before);
    assert.equal(await text.locator(".furniture").count(), 0);
    untroubled(watched.troubles);
    await watched.context.close();
  });
});
