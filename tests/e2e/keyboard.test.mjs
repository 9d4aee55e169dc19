// Everything by keyboard.
import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { drawn, open, untroubled, view } from "./support/views.mjs";

describe("Keyboard", () => {
  let watched, page, address;
  const on = withBrowser();
  beforeEach(async () => {
    await watched?.context.close();
    watched = await watchedPage(on.browser, on.server);
    ({ page, address } = watched);
  });
  const press = (keys) => page.keyboard.press(keys);

  it("/ searches, arrows choose, Enter reads", async () => {
    await open(page, address(), view("Overview"));
    await press("/");
    await page.waitForFunction(() => document.activeElement?.id === "search");
    await page.keyboard.type("the");
    await page.locator("[role=option]").first().waitFor();
    await page.waitForFunction(() => /the/i.test(document.querySelector("[role=option]")?.textContent ?? ""));
    await press("Enter");
    await page.locator("aside.reader article.text mark.current").first().waitFor();
    untroubled(watched.troubles);
  });

  it("Ctrl+K goes to a view", async () => {
    await open(page, address(), view("Overview"));
    await press("Control+k");
    await page.locator("dialog[open]").waitFor();
    await page.keyboard.type("frequency");
    await page.locator("[role=option]").first().waitFor();
    await press("Enter");
    await drawn(page, view("Frequency"));
    assert.equal(await page.locator("dialog[open]").count(), 0);
    untroubled(watched.troubles);
  });

  /** The page with its late part held back, and what lets it come after so many milliseconds. */
  const held = async () => {
    let release;
    const gone = new Promise((resolve) => (release = resolve));
    await page.route("**/*_late.wasm", async (route) => {
      await gone;
      await route.continue();
    });
    await open(page, address(), view("Overview"));
    return (milliseconds) => setTimeout(release, milliseconds);
  };

  it("what is typed before the palette is there is typed into it, Enter too", async () => {
    const release = await held();
    await press("Control+k");
    await page.keyboard.type("go homee");
    for (let times = 0; times < 8; times++) await press("Backspace");
    await page.keyboard.type("frequency");
    await press("Enter");
    assert.equal(await page.locator("dialog[open]").count(), 0);
    release(0);
    await drawn(page, view("Frequency"));
    assert.equal(await page.locator("dialog[open]").count(), 0);
    untroubled(watched.troubles);
  });

  it("no letter is lost while the search field's own program arrives", async () => {
    const release = await held();
    await press("/");
    await page.waitForFunction(() => document.activeElement?.id === "search");
    release(60);
    await page.keyboard.type("parliamentary", { delay: 25 });
    await page.locator("#search[role=combobox]").waitFor();
    assert.equal(await page.locator("#search").inputValue(), "parliamentary");
    assert.equal(await page.evaluate(() => document.activeElement?.id), "search");
    untroubled(watched.troubles);
  });

  it("? lists the keys, Esc closes the list and gives the focus back", async () => {
    await open(page, address(), view("Overview"));
    await page.getByRole("link", { name: "Keywords" }).focus();
    await press("?");
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    assert.match(await dialog.innerText(), /Ctrl K/);
    await press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.textContent === "Keywords");
    untroubled(watched.troubles);
  });

  it("Ctrl+Z takes a setting back, Ctrl+Shift+Z brings it again", async () => {
    await open(page, address(), view("Overview"));
    const words = () => page.locator(".rail-head .soft").innerText();
    const before = await words();
    await page.getByRole("switch", { name: /Count page furniture/ }).focus();
    await press("Space");
    await page.waitForFunction((was) => document.querySelector(".rail-head .soft").textContent !== was, before);
    const after = await words();
    await press("Control+z");
    await page.waitForFunction((was) => document.querySelector(".rail-head .soft").textContent === was, before);
    await press("Control+Shift+Z");
    await page.waitForFunction((was) => document.querySelector(".rail-head .soft").textContent === was, after);
    untroubled(watched.troubles);
  });

  it("arrow keys walk the marks of a chart, T goes to its table, Enter opens the evidence, Esc leads back", async () => {
    await open(page, address("#/keywords"), view("Keywords"));
    const chart = page.locator("figure.chart").first();
    assert.equal(await chart.locator("[data-mark][tabindex='0']").count(), 1, "one mark is reached by the Tab key");
    await chart.locator("[data-mark][tabindex='0']").focus();
    const at = () => page.evaluate(() => document.activeElement?.getAttribute("data-mark"));
    const first = await at();
    await press("ArrowDown");
    assert.notEqual(await at(), first);
    const label = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    assert.ok(label && label.length > 5, "a mark says what it shows");
    await chart.locator(".card").waitFor();
    await press("Home");
    await press("Control+End");
    const last = await at();
    assert.notEqual(last, first);
    await press("t");
    await page.waitForFunction(() => document.activeElement?.classList.contains("table-section"));
    await chart.locator("[data-mark][tabindex='0']").focus();
    await press("Enter");
    await page.locator("aside.reader article.text mark.current").first().waitFor();
    await press("Escape");
    await page.locator("aside.reader").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-mark"));
    untroubled(watched.troubles);
  });

  it("a table is one stop of the Tab key and is walked with the arrows", async () => {
    await open(page, address("#/frequency"), view("Frequency"));
    const grid = page.locator("[role=grid]").first();
    assert.equal(await grid.locator("[tabindex='0']").count(), 1);
    await grid.locator("[tabindex='0']").focus();
    const at = () => page.evaluate(() => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell"));
    const first = await at();
    await press("ArrowDown");
    await page.waitForFunction((was) => document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell") !== was, first);
    await press("ArrowRight");
    await page.waitForFunction(() => /:1$/.test(document.activeElement?.closest("[data-cell]")?.getAttribute("data-cell") ?? ""));
    untroubled(watched.troubles);
  });

  it("Home and End go to the ends of bars, of which each is a row of its own", async () => {
    await open(page, address("#/frequency"), view("Frequency"));
    const bars = page.locator(".distribution figure.chart").first();
    await bars.locator("[data-mark][tabindex='0']").focus();
    const at = () => page.evaluate(() => Number(document.activeElement?.getAttribute("data-mark")));
    await press("End");
    assert.equal(await at(), (await bars.locator("[data-mark]").count()) - 1);
    await press("Home");
    assert.equal(await at(), 0);
    untroubled(watched.troubles);
  });

  it("the sheet of articles on a phone takes the focus, keeps it, and gives it back", async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, address(), view("Overview"));
    const opener = page.getByRole("button", { name: "Articles", exact: true });
    await opener.focus();
    await press("Enter");
    const sheet = page.getByRole("dialog", { name: "Articles" });
    await sheet.waitFor();
    const within = () => page.evaluate(() => document.activeElement?.closest(".rail") !== null);
    await page.waitForFunction(() => document.activeElement?.closest(".rail"));
    for (let i = 0; i < 20; i++) {
      await press("Tab");
      // Past its end the focus may go to the browser itself, but to nothing behind the sheet.
      assert.ok((await within()) || (await page.evaluate(() => document.activeElement === document.body)), `after ${i + 1} tabs`);
    }
    await press("Escape");
    await sheet.waitFor({ state: "hidden" });
    await page.waitForFunction(() => document.activeElement?.textContent === "Articles");
    // An article opened from it is not covered by it.
    await press("Enter");
    await sheet.waitFor();
    await sheet.locator(".rail-title").first().click();
    await page.locator("aside.reader article.text").waitFor();
    await sheet.waitFor({ state: "hidden" });
    untroubled(watched.troubles);
  });

  it("the skip link leads to the view's title", async () => {
    await open(page, address(), view("Overview"));
    await press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement?.className), "skip");
    await press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "view-title");
    assert.doesNotMatch(page.url(), /view-title/);
    untroubled(watched.troubles);
  });
});
