// Corpora are kept in the browser: after a reload, in a new browser on the same profile, and after the browser
// was killed at any moment, every text and number that was shown as saved is there.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { chromium } from "playwright-core";
import { CHROMIUM, FLAGS, launch, watchedPage } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";
import { ARTICLES, analysed, drawn, open, untroubled, view } from "./support/views.mjs";

/** How often the browser is killed. */
const KILLS = Number(process.env.PARALLAX_KILLS ?? 50);

/** So many texts are added, one before each kill. */
const TEXTS = 20;

const text = (number) => `Headline ${number}\n\nThe bridge of town ${number} will be built, the mayor said. ${"It costs money. ".repeat(number % 7)}`;

describe("Corpora are kept", () => {
  let server, browser;
  before(async () => {
    server = await serveSite();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  const dialog = (page) => page.getByRole("dialog", { name: "Add texts" });
  const name = (page) => page.locator(".corpus-name");
  const saved = (page) => page.waitForFunction(() => document.querySelector(".corpus-line .keeping")?.textContent === "Saved");

  async function add(page, words, outlet = "") {
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(words);
    if (outlet) await dialog(page).getByLabel("Outlet").fill(outlet);
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    await dialog(page).waitFor({ state: "detached" });
  }

  /** Every text of the rail with its numbers. */
  const rail = (page) => page.locator(".rail li").allInnerTexts();

  /** The same, and which are switched off. */
  const switched = (page) => page.locator(".rail li").evaluateAll((texts) => texts.map((text) => [text.innerText, text.classList.contains("off")]));

  it("after a reload, with the settings and the numbers", async () => {
    const { page, context, troubles, address } = await watchedPage(browser, server);
    await open(page, address("#/frequency"), view("Frequency"));
    for (const number of [1, 2, 3]) await add(page, text(number), `Outlet ${number}`);
    await analysed(page, 3);
    await page.locator(".rail li").nth(1).getByRole("switch").click();
    await page.locator(".rail li.off").waitFor();
    await saved(page);
    await drawn(page, view("Frequency"));
    const [articles, table] = [await rail(page), await page.locator("[role=grid] tbody").last().innerText()];
    await page.reload();
    await analysed(page, 3);
    await drawn(page, view("Frequency"));
    assert.deepEqual(await rail(page), articles);
    assert.equal(await page.locator("[role=grid] tbody").last().innerText(), table);
    // Without an address it is as it was left; a link of another corpus is told of.
    const again = await context.newPage();
    await page.close();
    await again.goto(address());
    await analysed(again, 3);
    assert.equal(await again.locator(".rail li.off").count(), 1);
    await again.goto(address("#/overview?v=1&off=us-support"));
    await again.reload();
    await again.getByText(/us-support/).first().waitFor();
    untroubled(troubles);
    await context.close();
  });

  it("two tabs don't write over each other", async () => {
    const { page, context, troubles, address } = await watchedPage(browser, server);
    await open(page, address("#/overview"), view("Overview"));
    await add(page, text(1));
    await saved(page);
    const other = await context.newPage();
    await other.goto(address("#/corpus"));
    await analysed(other, 1);
    const told = other.locator(".shelf-here .keeping");
    await other.waitForFunction(() => /open in another tab/.test(document.querySelector(".shelf-here .keeping")?.textContent));
    await add(other, text(2));
    await analysed(other, 2);
    assert.match(await told.innerText(), /another tab/);
    await add(page, text(3));
    await saved(page);
    // The other tab takes it over as it was saved: what was changed there only is gone, as it was said to be.
    await other.getByRole("button", { name: "Open it here" }).click();
    await other.waitForFunction(() => document.querySelector(".rail").textContent.includes("Headline 3"));
    assert.doesNotMatch(await other.locator(".rail").innerText(), /Headline 2/);
    await saved(other);
    await page.waitForFunction(() => /open in another tab/.test(document.querySelector(".corpus-line .keeping").textContent));
    // Closed, that tab leaves it to one that comes to the front and changed nothing.
    const third = await context.newPage();
    await third.goto(address("#/overview"));
    await third.waitForFunction(() => /open in another tab/.test(document.querySelector(".corpus-line .keeping")?.textContent));
    await other.close();
    await page.close();
    await third.waitForFunction(() => {
      window.dispatchEvent(new Event("focus"));
      return document.querySelector(".corpus-line .keeping")?.textContent === "Saved";
    });
    untroubled(troubles);
    await context.close();
  });

  it("several, opened, duplicated, deleted and put back", async () => {
    const { page, context, troubles, address } = await watchedPage(browser, server);
    await open(page, address("#/corpus"), view("Corpus"));
    await add(page, text(1));
    await analysed(page, 1);
    await page.locator(".shelf-here input").fill("Bridges");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => document.querySelector(".corpus-name").textContent === "Bridges");
    await saved(page);
    await page.locator(".shelf-others summary").click();
    await page.getByRole("button", { name: "Open the example" }).click();
    await analysed(page);
    await page.getByRole("button", { name: "Duplicate Bridges" }).click();
    await page.getByRole("button", { name: "Open Bridges (copy)" }).click();
    await analysed(page, 1);
    await page.waitForFunction(() => document.querySelector(".corpus-name").textContent === "Bridges (copy)");
    if (!(await page.locator(".shelf-others[open]").count())) await page.locator(".shelf-others summary").click();
    await page.getByRole("button", { name: "Delete Bridges" }).click();
    await page.getByRole("button", { name: "Put back Bridges" }).click();
    await page.getByRole("button", { name: "Open Bridges", exact: true }).waitFor();
    await page.getByRole("button", { name: "Delete Bridges" }).click();
    await page.getByRole("button", { name: "Put back Bridges" }).waitFor();
    await page.reload();
    await analysed(page, 1);
    await page.locator(".shelf-others summary").click();
    await page.waitForTimeout(500);
    assert.equal(await page.getByRole("button", { name: /Bridges$/ }).count(), 0, "what was deleted is gone at the next visit");
    untroubled(troubles);
    await context.close();
  });

  it("what was changed at the last moment before another corpus is opened", async () => {
    const { page, context, troubles, address } = await watchedPage(browser, server);
    await open(page, address("#/corpus"), view("Corpus"));
    await add(page, text(1));
    await analysed(page, 1);
    await saved(page);
    await page.locator(".shelf-others summary").click();
    // Sooner than a change is saved, which waits a quarter of a second for the next one.
    await page.evaluate(async () => {
      document.querySelector(".rail li [role=switch]").click();
      await new Promise((resolve) => { setTimeout(resolve, 40); });
      [...document.querySelectorAll("button")].find((button) => button.textContent === "Open the example").click();
    });
    await analysed(page);
    await page.getByRole("button", { name: "Open My corpus" }).click();
    await page.locator(".rail li.off").waitFor();
    await saved(page);
    untroubled(troubles);
    await context.close();
  });

  it(`after ${KILLS} kills of the browser`, { timeout: 60_000 + KILLS * 30_000 }, async () => {
    const profile = mkdtempSync(join(tmpdir(), "parallax-profile-"));
    let known = [];
    // What a change would have made of it that was under way and not yet shown as saved.
    let perhaps = null;
    let number = 0;
    try {
      for (let kill = 0; kill <= KILLS; kill += 1) {
        const context = await chromium.launchPersistentContext(profile, { executablePath: CHROMIUM, args: FLAGS, viewport: { width: 1280, height: 900 } });
        const page = context.pages()[0] ?? (await context.newPage());
        await page.goto(server.address);
        await analysed(page, known.length || ARTICLES);
        const here = (await switched(page)).slice(0, known.length);
        if (perhaps === null || JSON.stringify(here) !== JSON.stringify(perhaps)) assert.deepEqual(here, known, `after kill ${kill}`);
        if (kill === KILLS) {
          await context.close();
          break;
        }
        if (number < TEXTS) {
          number += 1;
          await add(page, text(number), `Outlet ${number}`);
          await analysed(page, number);
        } else {
          // The rail lists no more on one page: from now on it is the settings that change.
          await page.locator(".rail li").nth(kill % TEXTS).getByRole("switch").click();
          await page.waitForTimeout(100);
        }
        await saved(page);
        known = await switched(page);
        // At any moment from now on: while nothing is done, or while another change is under way.
        const browser = await (await context.browser()?.newBrowserCDPSession?.()) ?? null;
        const pid = browser ? (await browser.send("SystemInfo.getProcessInfo")).processInfo.find(({ type }) => type === "browser").id : null;
        assert.ok(pid, "the browser's process is known");
        const patience = Math.random() * 400;
        perhaps = null;
        if (kill % 2) {
          await page.locator(".rail li").first().getByRole("switch").click();
          await page.waitForFunction((was) => document.querySelector(".rail li").classList.contains("off") !== was, known[0][1]);
          await page.waitForFunction(() => !/…/.test(document.querySelector(".rail li").innerText));
          perhaps = await switched(page);
        }
        const gone = new Promise((resolve) => { context.once("close", resolve); });
        await page.waitForTimeout(patience);
        process.kill(pid, "SIGKILL");
        await gone;
      }
    } finally {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  });
});
