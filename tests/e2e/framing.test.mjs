// Coverage, framing side by side: words around a name, modal verbs, what one article alone says.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { downloaded, open, untroubled, view } from "./support/views.mjs";

describe("Framing", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const fresh = async (hash) => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Coverage"));
  };
  const section = (title) => page.locator(".framing-part").filter({ has: page.getByRole("heading", { name: title }) });
  const around = () => section("The words around the same name");
  const modals = () => section("What must, may and will be");
  const alone = () => section("What one article alone says");
  const marks = () => page.locator("aside.reader article.text").first().locator("mark");
  const readerShows = () => page.locator("aside.reader article.text mark.current").first().waitFor();
  const back = async () => {
    await page.keyboard.press("Escape");
    await page.locator("aside.reader").waitFor({ state: "detached" });
  };
  const csv = async (button) => {
    const { bytes } = await downloaded(page, () => button.click());
    return bytes.toString("utf8").trim().split("\r\n");
  };

  it("every word around a name opens as many places as it says, by keyboard", async () => {
    await fresh("#/coverage");
    const all = around().locator("[data-mark]");
    const labels = await all.evaluateAll((found) => found.map((mark) => mark.getAttribute("aria-label")));
    assert.ok(labels.length > 5, labels.join());
    for (const [at, label] of labels.slice(0, 8).entries()) {
      const [, word, count] = /^(.+?): (\d+) times? in /.exec(label);
      await all.nth(at).focus();
      await page.keyboard.press("Enter");
      await readerShows();
      await page.waitForFunction((count) => document.querySelectorAll("aside.reader article.text mark").length === count, Number(count));
      const first = await marks().first().innerText();
      assert.equal(first.toLowerCase().slice(0, 3), word.toLowerCase().slice(0, 3), label);
      await back();
    }
    untroubled(watched.troubles);
  });

  it("another word, by typing: the address keeps it, undo takes it back, and what isn't there is said", async () => {
    await fresh("#/coverage");
    const field = around().getByRole("textbox");
    const was = await field.inputValue();
    assert.ok(was.length > 1);
    await field.fill("Rutte, Rute");
    await field.press("Enter");
    await page.waitForFunction(() => location.hash.includes("around=Rutte"));
    await around().locator(".finding").filter({ hasText: "‘Rutte’ stands" }).waitFor();
    const rows = await csv(around().getByRole("button", { name: /CSV/ }).last());
    assert.ok(rows[0].startsWith("term,article,together,frequency") && rows.length > 10, rows[0]);
    await field.fill("zeppelin");
    await field.press("Enter");
    await around().locator(".finding").filter({ hasText: "None of the articles has ‘zeppelin’" }).waitFor();
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await around().locator(".finding").filter({ hasText: "‘Rutte’ stands" }).waitFor();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => !location.hash.includes("around="));
    untroubled(watched.troubles);
  });

  it("a collocate's number is worked out as the table has it", async () => {
    await fresh("#/coverage");
    const row = around().locator("tbody tr").first();
    const shown = (await row.locator("td.number").nth(3).innerText()).trim();
    await row.locator("td.number").nth(3).locator("button").first().click();
    await readerShows();
    await page.getByRole("button", { name: "How is this number computed?" }).click();
    await page.locator("dialog.how output").waitFor();
    assert.equal((await page.locator("dialog.how output").innerText()).trim(), shown);
    assert.ok((await page.locator("dialog.how .how-steps li").count()) > 0);
    await page.keyboard.press("Escape");
    await back();
    untroubled(watched.troubles);
  });

  it("a modal verb's bar marks as many places as it says", async () => {
    await fresh("#/coverage");
    const all = modals().locator("[data-mark]");
    const labels = await all.evaluateAll((found) => found.map((mark) => mark.getAttribute("aria-label")));
    assert.ok(labels.length > 3);
    for (const [at, label] of labels.slice(0, 6).entries()) {
      const [, count] = /: (\d+) times? in /.exec(label);
      await all.nth(at).click();
      await readerShows();
      await page.waitForFunction((count) => document.querySelectorAll("aside.reader article.text mark").length === count, Number(count));
      await back();
    }
    await modals().getByText("quoted", { exact: true }).click();
    await page.waitForFunction(() => location.hash.includes("voice=quoted"));
    untroubled(watched.troubles);
  });

  it("a sentence found nowhere else opens at its place, beside the nearest, and its support is worked out", async () => {
    await fresh("#/coverage");
    const first = alone().locator(".only-here-article li").first();
    const words = (await first.locator("button.only-here-words").innerText()).trim();
    await first.locator("button.only-here-words").click();
    await page.locator("aside.reader article.text mark").first().waitFor();
    const passage = (await marks().allInnerTexts()).join(" ");
    assert.equal(passage.replace(/\s+/g, " ").slice(0, 25), words.replace(/\s+/g, " ").slice(0, 25));
    await back();
    const support = (await first.locator(".only-here-meta .of").first().innerText()).trim();
    await first.locator(".only-here-meta .of").first().click();
    await page.locator("dialog.how output").waitFor();
    assert.equal((await page.locator("dialog.how output").innerText()).trim(), support);
    assert.ok((await page.locator("dialog.how .how-cases tbody tr").count()) >= 5);
    await page.keyboard.press("Escape");
    await first.locator("summary").click();
    await first.getByRole("button", { name: "Read both side by side" }).click();
    await page.waitForFunction(() => document.querySelectorAll("aside.reader article.text").length === 2);
    await back();
    const rows = await csv(alone().getByRole("button", { name: /CSV/ }).last());
    assert.ok(rows[0].startsWith("article,start_byte,end_byte,sentence"), rows[0]);
    untroubled(watched.troubles);
  });
});
