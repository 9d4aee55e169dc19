// The Keywords view: what is compared, what its table says of itself, what is marked.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, watchedPage } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";
import { drawn, open, untroubled, view } from "./support/views.mjs";

describe("The Keywords view", () => {
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

  const table = () => page.getByRole("region", { name: "Table of words" });
  const status = () => table().locator(".table-head [role=status]");
  const choose = (label, option) =>
    page.locator(".comparison label", { has: page.locator(`span:text-is("${label}")`) }).locator("select").selectOption({ label: option });
  const heading = (text) => page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, text);
  /** Another question is another heading: not what `open` waits for. */
  const go = async (hash) => {
    await open(page, address("#/overview"), view("Overview"));
    await page.goto(address(hash));
    await page.locator("[role=grid] tbody tr").first().waitFor();
    await page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true]"));
  };

  it("says how many of the words tested are shown", async () => {
    await open(page, address("#/keywords"), view("Keywords"));
    const [, shown, tested] = /^([\d,]+) shown of ([\d,]+) tested$/.exec(await status().innerText()).map((n) => Number(n.replace(",", "")));
    assert.equal(Number(await table().locator("[role=grid]").getAttribute("aria-rowcount")) - 1, shown);
    assert.ok(tested > 2 * shown, `${shown} of ${tested}: most are used less, or stop words`);
    await page.getByPlaceholder("Filter").fill("rom");
    await page.waitForFunction((tested) => /^\d+ shown of/.test(document.querySelector(".view-keywords .table-head [role=status]").textContent) && !document.querySelector(".view-keywords .table-head [role=status]").textContent.startsWith(tested), String(shown));
    assert.ok((await status().innerText()).endsWith(` of ${tested.toLocaleString("en")} tested`), "a filter tests nothing less");
    untroubled(watched.troubles);
  });

  it("begins a comparison of one's own as one article against the rest, and is named after it", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/keywords"), view("Keywords"));
    await choose("in", "a group");
    await heading("Which words set A apart from the other articles?");
    await choose("than in", "articles I choose");
    await heading("Which words set A apart from B, C, D and E?");
    assert.ok(!(await page.locator(".view-header .caution").innerText()).includes("both sides"));
    // The other way round: what is chosen first for the reference isn't kept for the group.
    await go("#/keywords?v=1&reference=trt-world");
    await choose("in", "a group");
    await heading("Which words set A apart from B, C, D and E?");
    await choose("Words", "used alike (lockwords)");
    await heading("Which words are used alike in A and in B, C, D and E?");
    untroubled(watched.troubles);
  });

  it("says where nearly all words are hidden stop words, and shows them", async () => {
    await go("#/keywords?v=1&against=general-english&words=less");
    const hint = page.locator(".hidden-words");
    const [, hidden, all] = /^(\d+) of the (\d+) words/.exec(await hint.innerText()).map(Number);
    assert.equal(Number((await status().innerText()).split(" ")[0]), all - hidden);
    await hint.getByRole("button", { name: "Show stop words" }).click();
    await hint.waitFor({ state: "detached" });
    await page.waitForFunction((all) => document.querySelector(".view-keywords .table-head [role=status]").textContent.startsWith(`${all} shown`), all);
    untroubled(watched.troubles);
  });

  it("has a dash where a number says nothing, and marks a χ² that is not to be trusted", async () => {
    await go("#/keywords?v=1&words=alike&hide-stop-words=no");
    const headings = (await table().locator("thead th").allInnerTexts()).map((text) => text.replace(/[↓↑]/g, "").trim().split("\n")[0].trim());
    assert.ok(!headings.includes("robust"), "what is used alike has no difference that could be robust");
    assert.match(await page.locator(".view-header .finding").innerText(), /[\d.]+ in every 1,000 words, [\d.]+ elsewhere; \d+ and \d+ times/);
    await go("#/keywords?v=1&columns=chi-squared&sort=-chi-squared");
    assert.match(await table().locator(".noted").first().getAttribute("title"), /below 5/);
    assert.match(await table().locator(".chart-note").innerText(), /^† an expected count is below 5/);
    const plain = await table().locator("tbody tr td:last-child").evaluateAll((cells) => cells.filter((cell) => !cell.querySelector(".noted")).length);
    assert.ok(plain > 0, "not every one is marked");
    // Alone, an article has nothing elsewhere.
    await go("#/keywords?v=1&off=resolute-message,anti-drone,more-lethal-nato,us-support");
    const elsewhere = table().locator("tbody tr").first().locator("th, td").nth(3);
    assert.match(await elsewhere.locator(".undefined").getAttribute("title"), /no word/);
    untroubled(watched.troubles);
  });

  it("has the strongest of the words used less first, by an address made by hand too, and a log ratio only where it points as G² does", async () => {
    await go("#/keywords?words=less");
    const at = (headings, name) => headings.findIndex((text) => text.startsWith(name));
    const rows = async () => {
      const headings = (await table().locator("thead th").allInnerTexts()).map((text) => text.replace(/[↓↑]/g, "").trim());
      const cells = await table().locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.innerText.trim().split("\n")[0])));
      // What stands above and below the window is a row without cells.
      return cells.filter((cells) => cells.length === headings.length).map((cells) => ({ g2: number(cells[at(headings, "G²")]), ratio: number(cells[at(headings, "log ratio")]) }));
    };
    const number = (text) => Number(text.replace("−", "-").replace("–", "NaN"));
    const strongest = await rows();
    assert.ok(strongest.length > 5 && strongest[0].g2 < -5, JSON.stringify(strongest[0]));
    assert.ok(strongest.every(({ g2 }, i) => i === 0 || g2 >= strongest[i - 1].g2), JSON.stringify(strongest));
    await go("#/keywords?words=less&sort=-g2&hide-stop-words=no&group=trt-world&minimum=1");
    const weakest = await rows();
    assert.ok(weakest[0].g2 > -0.5, JSON.stringify(weakest[0]));
    // Once or twice elsewhere and not here: that the text is short says more than that the word isn't there.
    const undefined = table().locator("tbody tr .undefined[title*='too short to tell']");
    await page.goto(address("#/keywords?words=less&sort=term&hide-stop-words=no&group=trt-world&minimum=1"));
    await undefined.first().waitFor();
    assert.ok((await rows()).every(({ ratio }) => Number.isNaN(ratio) || ratio <= 0), JSON.stringify(await rows()));
    await undefined.first().locator("xpath=ancestor::*[self::td or self::th]").focus();
    await page.keyboard.press("h");
    const how = page.locator("dialog.how");
    await how.locator(".caution").waitFor();
    assert.equal(await how.locator("output").innerText(), "undefined");
    assert.match(await how.locator(".caution").innerText(), /would turn the direction/);
    await page.keyboard.press("Escape");
    untroubled(watched.troubles);
  });

  const further = "g2-two-cells,fisher-p,p-holm,permutation-p,conservative-log-ratio,percent-difference,odds-ratio,simple-maths";
  for (const [rows, settings] of [
    ["of a group", "group=trt-world,us-support"],
    ["used less", "words=less"],
    ["against general English", "against=general-english"],
    ["of a group against general English", "group=trt-world,us-support&against=general-english"],
    ["of the words used alike", "words=alike&hide-stop-words=no"],
  ]) {
    it(`works out each number of a row to what its cell shows: ${rows}`, async () => {
      await go(`#/keywords?v=1&${settings}&columns=${further}`);
      const headings = (await table().locator("thead th").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());
      const cells = table().locator("tbody tr").first().locator("th, td");
      let seen = 0;
      for (const [place, heading] of headings.entries()) {
        // Both rates are told together.
        if (heading === "word" || heading === "article" || heading.includes("per 1,000")) continue;
        const cell = cells.nth(place);
        const shown = (await cell.innerText()).trim().split("\n")[0];
        await ((await cell.locator("button").count()) ? cell.locator("button").first() : cell).focus();
        await page.keyboard.press("h");
        await page.locator("dialog.how output").waitFor();
        const end = (await page.locator("dialog.how output").innerText()).trim();
        assert.equal(end, shown.startsWith("–") ? "undefined" : shown, heading);
        if (end !== "undefined") seen += 1;
        await page.keyboard.press("Escape");
        await page.locator("dialog.how").waitFor({ state: "detached" });
      }
      assert.ok(seen >= 6, `${seen} numbers of ${headings}`);
      untroubled(watched.troubles);
    });
  }

  it("fits its default columns into 1,280 px, cut nowhere", async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/keywords"), view("Keywords"));
    const cut = await table().locator(".table-box").evaluate((box) => ({
      sideways: box.scrollWidth - box.clientWidth,
      cells: [...box.querySelectorAll("tbody td.number button, thead th")].filter((cell) => cell.scrollWidth > cell.clientWidth + 1).map((cell) => cell.textContent),
    }));
    assert.deepEqual(cut, { sideways: 0, cells: [] });
    await page.setViewportSize({ width: 1440, height: 900 });
    untroubled(watched.troubles);
  });

  it("leaves the reader behind on the way to Methods", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/keywords"), view("Keywords"));
    await table().locator("tbody tr button.term").first().click();
    await page.locator("aside.reader").waitFor();
    await page.locator(".header nav").getByRole("link", { name: "Methods" }).click();
    await drawn(page, view("Methods"));
    assert.equal(await page.locator("aside.reader").count(), 0);
    assert.ok(!page.url().includes("read="), page.url());
    // Coming back by the browser's own button, the text is where it was.
    await page.goBack();
    await page.locator("aside.reader").waitFor();
    await page.locator("aside.reader").getByRole("button", { name: /Close/ }).first().click();
    await page.goto(address("#/methods?v=1&measure=heaps"));
    await drawn(page, view("Methods"));
    assert.equal(await page.locator(".contents [aria-current]").innerText(), "Heaps’ law, fitted (K and β)");
    untroubled(watched.troubles);
  });

  it("explains G² at 360 px without a break inside a count, and shows that there is more sideways", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto("about:blank");
    await page.goto(address("#/keywords?v=1&number=g2&number-of=romania&number-in=trt-world&how=yes"));
    await page.locator("dialog.how output").waitFor();
    const heights = await page.locator("dialog.how .how-table tr").last().locator("td").evaluateAll((cells) => cells.map((cell) => cell.getClientRects()[0].height));
    assert.ok(heights.every((height) => height < 40), `in one line each: ${heights}`);
    const lines = await page.locator("dialog.how .how-line").evaluateAll((lines) =>
      lines.map((line) => ({ more: line.scrollWidth > line.clientWidth, shadow: getComputedStyle(line).backgroundAttachment.includes("local") })),
    );
    assert.ok(lines.some((line) => line.more) && lines.every((line) => line.shadow), JSON.stringify(lines));
    await page.setViewportSize({ width: 1440, height: 900 });
    untroubled(watched.troubles);
  });
});
