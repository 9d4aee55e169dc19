// The page comes up, in its own folder and at the top, and its address says where one is.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { SITES } from "./support/site.mjs";
import { withBrowser } from "./support/suite.mjs";
import { ARTICLES, VIEWS, analysed, drawn, open, untroubled, view } from "./support/views.mjs";

for (const site of SITES) {
  describe(`The page ${site.name}`, () => {
    const on = withBrowser(site);

    const visit = (name, act, options) => it(name, async () => {
      const watched = await watchedPage(on.browser, on.server, options);
      try {
        await act(watched);
        untroubled(watched.troubles);
      } finally {
        await watched.context.close();
      }
    });

    visit("opens on the Overview with every article analysed", async ({ page, address }) => {
      await page.goto(address());
      await analysed(page);
      await drawn(page, view("Overview"));
      const lengths = await page.locator(".rail li .rail-length").allTextContents();
      assert.equal(lengths.length, ARTICLES);
      for (const length of lengths) assert.match(length, /\d+\u00a0words/);
      assert.ok((await page.locator(".main .finding").first().textContent()).length > 20);
    });

    visit("opens every view from the navigation and names the window after it", async ({ page, address }) => {
      await open(page, address(), view("Overview"));
      for (const wanted of [...VIEWS.slice(1), VIEWS[0]]) {
        await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: wanted.name }).click();
        await drawn(page, wanted);
        assert.equal(await page.title(), `${wanted.name} · Parallax`);
        assert.ok(new URL(page.url()).hash.startsWith(wanted.hash), page.url());
      }
    });

    visit("restores a view by reload, back and forward", async ({ page, address }) => {
      await open(page, address("#/keywords"), view("Keywords"));
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Frequency" }).click();
      await drawn(page, view("Frequency"));
      await page.locator(".segments", { hasText: "Words in a row" }).getByText("2", { exact: true }).click();
      await page.waitForFunction(() => /[?&]n=2\b/.test(location.hash));
      const twoWords = async () => {
        await page.waitForFunction(() => {
          const term = document.querySelector("[role=grid] tbody th button.term");
          return term && term.textContent.trim().split(" ").length === 2;
        });
      };
      await twoWords();
      await page.reload();
      await analysed(page);
      await drawn(page, view("Frequency"));
      await twoWords();
      await page.goBack();
      await page.waitForFunction(() => !/[?&]n=2\b/.test(location.hash));
      await page.goBack();
      await drawn(page, view("Keywords"));
      await page.goForward();
      await drawn(page, view("Frequency"));
      await page.goForward();
      await twoWords();
    });

    visit("leads back to where one was on the page: by back, forward and reload", async ({ page, address }) => {
      const at = (place) => page.waitForFunction((place) => Math.abs(scrollY - place) < 2, place);
      // A place is kept with the entry of the history once the page lies still.
      const scroll = async (place) => {
        await page.waitForFunction((place) => document.documentElement.scrollHeight > place + innerHeight, place);
        await page.evaluate((place) => scrollTo(0, place), place);
        await page.waitForFunction((place) => Math.abs(history.state - place) < 2, place);
      };
      await open(page, address("#/compare"), view("Compare"));
      await scroll(3000);
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Keywords" }).click();
      await drawn(page, view("Keywords"));
      await at(0);
      await scroll(400);
      await page.goBack();
      await drawn(page, view("Compare"));
      await at(3000);
      await page.goForward();
      await drawn(page, view("Keywords"));
      await at(400);
      await page.reload();
      await drawn(page, view("Keywords"));
      await at(400);
      // Another view begins at its top.
      await page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Quotes" }).click();
      await drawn(page, view("Quotes"));
      await at(0);
    });

    visit("takes a pasted link with its settings", async ({ page, address }) => {
      await open(page, address("#/keywords?v=1&picture=volcano&minimum=3&filter=e"), { ...view("Keywords"), shows: [".main .finding", "[role=grid]"] });
      await page.getByRole("region", { name: "Volcano plot" }).waitFor();
      const terms = page.locator("[role=grid] tbody th");
      await page.waitForFunction(() => [...document.querySelectorAll("[role=grid] tbody th button.term, [role=grid] tbody td button.term")].every((term) => term.textContent.includes("e")));
      assert.ok((await terms.count()) > 0);
    });

    for (const [name, hash, says] of [
      ["an unknown view", "#/nowhere"],
      ["an unknown setting", "#/keywords?v=1&colour=green"],
      ["a number that is none", "#/keywords?v=1&minimum=abc"],
      ["a broken escape", "#/keywords?v=1&filter=%E0%A4%A"],
      ["another version's link", "#/keywords?v=99&rank=g2"],
      ["markup", "#/<img src=x onerror=alert(1)>"],
      ["a long one", `#/${"x".repeat(5000)}`],
      ["texts that are no hash", "#/overview?v=1&of=whatever", /“whatever”, which is no hash of texts/],
      ["more words than are drawn", "#/frequency?v=1&terms=a,b,c,d,e,f", /left out of the address: f/],
      ["bounds that exclude each other", "#/frequency?v=1&minimum=9&maximum=2", /at least 9 and at most 2 times/],
      ["a place that isn't there", "#/keywords?v=1&read=us-support&term=the&hit=999", /place 1,000 of what is marked in this text, which has \d+\splaces?; the last one/],
      ["a speaker who says nothing", "#/quotes?v=1&speaker=Nobody%20Known", /No quotation here has the speaker “Nobody Known”/],
      ["a verb that reports nothing", "#/quotes?v=1&verb=sing", /No quotation here has the reporting verb “sing”/],
    ]) {
      visit(`meets ${name} in the address with a notice`, async ({ page, address }) => {
        await page.goto(address(hash));
        await analysed(page);
        await page.locator(".notice").first().waitFor();
        const notice = await page.locator(".notice").first().innerText();
        assert.ok(notice.trim().length > 10);
        if (says) assert.match(notice, says);
        assert.ok((await page.locator("h1").first().innerText()).length > 0);
      });
    }

    visit("passes over a broken escape and an empty address without a blank page", async ({ page, address }) => {
      for (const hash of ["#", "#/", "#%", "##", "#/overview?", "#/overview?v=1&"]) {
        await page.goto("about:blank");
        await page.goto(address(hash));
        await analysed(page);
        await drawn(page, view("Overview"));
      }
    });
  });
}
