// More articles than can be drawn: the rail lists a page of them, the views draw those, and all are counted.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { ARTICLES, VIEWS, analysed, drawn, open, untroubled, view } from "./support/views.mjs";

/** As many as are drawn at a time. */
const DRAWN = 24;
const ALL = 30;

/** A text with words of its own, in sentences of several. */
const text = (number) => [
  `Bridge ${number} of the river`,
  `The minister of Town${number} said that bridge number ${number} "will be built before winter", and the mayor of Riverside agreed.`,
  `Nobody in Town${number} asked who would pay for the bridge. It might cost ${number + 3} million, the paper Echo${number} warned.`,
].join("\n\n");

describe("More articles than can be drawn", () => {
  const on = withBrowser();

  it("are listed and drawn a page at a time, found by their words, and counted all", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server);
    const rail = page.locator(".rail");
    const pager = rail.getByRole("group", { name: /are listed and drawn/ });
    const shown = () => pager.getByRole("status").innerText();
    const letters = (within) => page.locator(`${within} .badge`).evaluateAll((all) => all.map((it) => it.firstChild.textContent.trim()));
    try {
      await open(page, address("#/overview"), view("Overview"));
      const dialog = page.getByRole("dialog", { name: "Add texts" });
      for (let number = ARTICLES; number < ALL; number += 1) {
        await rail.getByRole("button", { name: "Add texts" }).click();
        await dialog.getByRole("textbox", { name: "Text" }).fill(text(number));
        await dialog.getByLabel("Outlet").fill(`Gazette ${number}`);
        if (number === ARTICLES) await dialog.getByLabel(/example’s articles too/).check();
        await dialog.getByRole("button", { name: "Add the text" }).click();
        await dialog.waitFor({ state: "detached" });
        await analysed(page, Math.min(number + 1, DRAWN));
        assert.equal(await pager.count(), number + 1 > DRAWN ? 1 : 0, "the pager comes with the first that can't be drawn");
      }
      await drawn(page, view("Overview"));
      assert.equal(await shown(), `1–${DRAWN} of ${ALL}`);
      assert.equal(await page.locator(".article-card").count(), DRAWN);
      assert.match(await page.locator(".sizes").innerText(), new RegExp(`articles\\s+${ALL}`));
      const note = page.locator(".view-header .units-note");
      assert.equal(await note.innerText(), `${DRAWN} of ${ALL} articles are drawn, those of the list; all are counted.`);

      // Every view draws as many at most.
      for (const { name, shows, question } of VIEWS.filter(({ name }) => !["Methods", "Corpus"].includes(name))) {
        await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
        await drawn(page, { name, shows, question });
        assert.match(await note.innerText(), /24 of 30/, name);
        const numbers = await page.locator(".main .badge").evaluateAll((all) => new Set(all.map((it) => it.firstChild.textContent.trim())).size);
        assert.ok(numbers <= ALL, name);
        const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
        assert.ok(nodes < 15_000, `${name} has ${nodes} elements`);
      }

      // The next page: the address has it, the views draw it, undo takes it back.
      await page.getByRole("navigation").getByRole("link", { name: "Keywords", exact: true }).click();
      await drawn(page, view("Keywords"));
      const panels = () => page.locator(".main .panel-title").count();
      assert.equal(await panels(), DRAWN);
      await pager.getByRole("button", { name: /^Next/ }).click();
      await analysed(page, ALL - DRAWN);
      assert.equal(await shown(), `${DRAWN + 1}–${ALL} of ${ALL}`);
      await page.waitForFunction((count) => document.querySelectorAll(".main .panel-title").length === count, ALL - DRAWN);
      assert.match(page.url(), /[?&]from=24/);
      assert.deepEqual(await letters(".rail li"), await letters(".main .panel-title"));
      assert.ok(await pager.getByRole("button", { name: /^Next/ }).isDisabled());
      await page.locator("h1").focus();
      await page.keyboard.press("Control+z");
      await analysed(page, DRAWN);
      assert.doesNotMatch(page.url(), /from=/);
      await page.waitForFunction((count) => document.querySelectorAll(".main .panel-title").length === count, DRAWN);

      // What is typed finds them.
      await pager.getByRole("searchbox").fill("gazette 28");
      await analysed(page, 1);
      await page.waitForFunction(() => document.querySelectorAll(".main .panel-title").length === 1);
      assert.match(page.url(), /find=gazette/);
      assert.match(await note.innerText(), /^1 of 30/);
      await pager.getByRole("searchbox").fill("nowhere");
      await analysed(page, 0);
      assert.match(await rail.innerText(), /No article has these words/);
      await pager.getByRole("searchbox").fill("");
      await analysed(page, DRAWN);

      // A pair is of any two; the table of pairs has all, a window at a time.
      await page.getByRole("navigation").getByRole("link", { name: "Compare", exact: true }).click();
      await drawn(page, view("Compare"));
      assert.match(await page.locator("#similarity-table").innerText(), /435\s+rows|435/);

      // More groups than can be drawn: as many are listed and drawn, each with its articles, and all are found.
      const choice = page.locator(".rail-compare select");
      await choice.focus();
      await choice.selectOption({ label: "by outlet" });
      const groups = ALL - ARTICLES + 2;
      await page.waitForFunction((count) => document.querySelectorAll(".rail-group").length === count, DRAWN);
      const groupPager = rail.getByRole("group", { name: /are listed and drawn/ });
      assert.equal(await groupPager.getByRole("status").innerText(), `1–${DRAWN} of ${groups}`);
      await page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true]"));
      assert.match(await page.locator("#similarity-table [role=status]").innerText(), new RegExp(String((groups * (groups - 1)) / 2)));
      for (const name of ["Keywords", "Quotes", "Coverage"]) {
        await page.getByRole("navigation").getByRole("link", { name, exact: true }).click();
        for (const selector of view(name).shows) await page.locator(selector).first().waitFor({ state: "attached" });
        await page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true]"));
        assert.match(await note.first().innerText(), /groups/, name);
      }
      await groupPager.getByRole("button", { name: /^Next/ }).click();
      await page.waitForFunction((count) => document.querySelectorAll(".rail-group").length === count, groups - DRAWN);
      await groupPager.getByRole("searchbox").fill("gazette 28");
      await page.waitForFunction(() => document.querySelectorAll(".rail-group").length === 1);
      assert.match(await page.locator(".rail-group").innerText(), /Gazette 28[\s\S]*Bridge 28/);
      untroubled(troubles);
    } finally {
      await context.close();
    }
  });
});
