// The same utterance, as each outlet has it: from the matrix to the wordings, to the texts side by side, and back.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { downloaded, open, untroubled, view } from "./support/views.mjs";

describe("Utterances", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const fresh = async (hash, name = "Quotes") => {
    await page.goto("about:blank");
    await open(page, address(hash), view(name));
  };
  const rows = () => page.locator(".utterances .matrix tbody tr");
  const wordings = () => page.locator("#utterance-wordings .wording");
  const settled = () => page.waitForFunction(() => !document.querySelector(".main [aria-busy=true]"));
  const focused = (selector) => page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);
  const reader = () => page.locator(".reader");

  it("a cell shows the wordings, a wording the texts at their places, and each step leads back, by mouse", async () => {
    await fresh("#/quotes?v=1&every=yes");
    const row = rows().last();
    const words = (await row.locator(".utterance").innerText()).replace(/[“”…]/g, "").trim().slice(0, 24);
    await row.locator(".dots").first().click();
    await page.waitForFunction(() => /utterance=/.test(location.hash));
    await focused("#utterance-wordings");
    await settled();
    assert.equal(await row.locator(".utterance").getAttribute("aria-pressed"), "true");
    const text = await wordings().first().locator(".wording-text").innerText();
    assert.ok(text.includes(words), `${text} holds ${words}`);
    await wordings().first().getByRole("button", { name: /^Read in/ }).click();
    await reader().locator("mark.passage").first().waitFor();
    const marked = (await reader().locator("article").first().locator("mark.passage").allInnerTexts()).join("");
    assert.ok(marked.replace(/\s+/g, " ").includes(words), `${marked} holds ${words}`);
    await page.goBack();
    await reader().waitFor({ state: "detached" });
    await page.goBack();
    await page.waitForFunction(() => !/utterance=/.test(location.hash));
    untroubled(watched.troubles);
  });

  it("the same by keyboard: arrows from cell to cell, Enter, and Escape", async () => {
    await fresh("#/quotes?v=1&every=yes");
    assert.ok((await rows().count()) > 1);
    await rows().first().locator(".utterance").focus();
    await page.keyboard.press("ArrowDown");
    await focused(".utterance[data-row='1']");
    await page.keyboard.press("ArrowRight");
    // The next article's cell may be empty: the arrow passes over it.
    await focused(".dots[data-row='1']");
    await page.keyboard.press("Enter");
    await focused("#utterance-wordings");
    await settled();
    // The articles that carry it come before the wordings.
    const onLink = () => page.evaluate(() => document.activeElement?.matches("#utterance-wordings .link"));
    for (let tabs = 0; tabs < 8 && !(await onLink()); tabs += 1) await page.keyboard.press("Tab");
    await focused("#utterance-wordings .link");
    await page.keyboard.press("Enter");
    await reader().locator("mark.passage").first().waitFor();
    await page.keyboard.press("Escape");
    await reader().waitFor({ state: "detached" });
    await focused("#utterance-wordings .link");
    await page.keyboard.press("Escape");
    await focused(".utterance[data-row='1']");
    untroubled(watched.troubles);
  });

  it("two articles that carry one utterance stand side by side, at the place", async () => {
    await fresh("#/quotes");
    const articles = await wordings().locator(".badge").allInnerTexts();
    if (new Set(articles).size < 2) return; // No utterance of this corpus is in two articles.
    const other = articles.findIndex((letter) => letter !== articles[0]);
    assert.match(await wordings().nth(other).locator(".wording-differs").innerText(), /\d+ of \d+.words the same/);
    await wordings().nth(other).getByRole("button", { name: /^Read in/ }).click();
    await page.waitForFunction(() => document.querySelectorAll(".reader article mark.passage").length > 1);
    assert.equal(await reader().locator("article").count(), 2);
    const tops = () => page.evaluate(() =>
      [...document.querySelectorAll(".reader article")].map((text) => text.querySelector("[data-current]")?.getBoundingClientRect().top));
    const [one, two] = await tops();
    assert.ok(Math.abs(one - two) < 3, `both passages at one height: ${one}, ${two}`);
    assert.ok(one > 0 && one < (await page.evaluate(() => innerHeight)), "and in sight");
    untroubled(watched.troubles);
  });

  it("a link keeps the choice, and the file has every quotation", async () => {
    await fresh("#/quotes?v=1&every=yes&reported=yes");
    const file = await downloaded(page, () => page.locator(".utterances").getByRole("button", { name: /CSV/ }).click());
    const lines = file.bytes.toString("utf8").trim().split("\r\n").slice(1);
    const shown = await rows().count();
    assert.equal(new Set(lines.map((line) => line.split(",")[0])).size, shown);
    await rows().nth(1).locator(".utterance").click();
    await settled();
    const text = await wordings().first().innerText();
    await page.reload();
    await open(page, page.url(), view("Quotes"));
    await wordings().first().waitFor();
    assert.equal(await wordings().first().innerText(), text);
    untroubled(watched.troubles);
  });

  it("an address of an utterance that isn't there says so", async () => {
    const id = await page.evaluate(() => decodeURIComponent(/utterance=\d+\.([^&]+)/.exec(location.hash)[1]));
    await fresh(`#/quotes?v=1&utterance=4000000000.${id}`);
    await page.locator("#utterance-wordings .empty").waitFor();
    untroubled(watched.troubles);
  });

  it("shared passages: a row shows the wordings, and they lead to the texts", async () => {
    await fresh("#/compare?v=1&reuse=5", "Compare");
    const passages = page.locator(".reuse .matrix tbody tr");
    if ((await passages.count()) === 0) return; // This corpus repeats nothing.
    const shortest = await passages.count();
    await passages.first().locator(".utterance").click();
    await focused("#passage-wordings");
    const texts = page.locator("#passage-wordings .wording");
    await texts.nth(1).waitFor();
    await texts.nth(1).getByRole("button", { name: /^Read in/ }).click();
    await reader().locator("mark.passage").first().waitFor();
    await page.keyboard.press("Escape");
    await page.locator(".reuse select").first().selectOption({ index: 6 });
    await page.waitForFunction(() => /reuse=30/.test(location.hash));
    await settled();
    assert.ok((await passages.count()) <= shortest);
    untroubled(watched.troubles);
  });
});
