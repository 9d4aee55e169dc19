// The Coverage view: from a count to its mentions and back; names merged, split and renamed, undone, and kept.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCsv } from "./support/csv.mjs";
import { withPage } from "./support/suite.mjs";
import { downloaded, drawn, open, untroubled, view } from "./support/views.mjs";

describe("Coverage", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const fresh = async (hash = "#/coverage") => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Coverage"));
  };
  const settled = () => page.waitForFunction(() => !document.querySelector(".main [aria-busy=true], .main progress"));
  const focused = (selector) => page.waitForFunction((selector) => document.activeElement?.matches(selector), selector);
  const names = () => page.locator("#coverage-table tbody tr .name-form").allInnerTexts();
  const row = (name) => page.locator("#coverage-table tbody tr").filter({ has: page.getByRole("button", { name, exact: true }) });
  /** The two names at the head of the table. */
  const top = async () => (await names()).slice(0, 2);
  const named = (name, there) => page.waitForFunction(
    ([name, there]) => [...document.querySelectorAll("#coverage-table tbody tr .name-form")].some((it) => it.innerText === name) === there,
    [name, there],
  );
  const panel = () => page.locator("#coverage-name");

  it("a figure of the picture opens as many mentions as it says, and Escape leads back, by keyboard", async () => {
    await fresh();
    const marks = page.locator(".coverage-picture [data-mark]");
    await marks.first().focus();
    // The first is a name, the next its first article's figure.
    await page.keyboard.press("ArrowRight");
    const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
    const times = { once: 1, twice: 2 }[/: (once|twice)/.exec(label)?.[1]] ?? Number(/: ([\d,]+) times/.exec(label)?.[1].replace(",", ""));
    assert.ok(times > 0, label);
    await page.keyboard.press("Enter");
    await page.locator(".reader mark.current").first().waitFor();
    await page.waitForFunction((times) => document.querySelector(".reader")?.innerText.replaceAll(",", "").includes(` of ${times}`), times);
    await page.keyboard.press("Escape");
    await page.locator(".reader").waitFor({ state: "detached" });
    await page.waitForFunction(() => document.activeElement?.hasAttribute("data-mark"));
    untroubled(watched.troubles);
  });

  it("a name shows its forms with a reason each, and a form leads to the text", async () => {
    await fresh();
    const [name] = await top();
    await row(name).locator(".name-form").click();
    await focused("#coverage-name");
    await settled();
    assert.equal(await panel().locator(".name-field").inputValue(), name);
    const forms = await panel().locator("tbody tr").count();
    assert.ok(forms > 0);
    for (const why of await panel().locator("tbody tr td:nth-child(3)").allInnerTexts()) assert.ok(why.trim().length > 5, why);
    const form = await panel().locator(".name-form").first().innerText();
    await panel().locator(".name-form").first().click();
    await page.locator(".reader mark.passage").first().waitFor();
    assert.equal((await page.locator(".reader mark.passage").allInnerTexts()).join("").replace(/\s+/g, " ").toLowerCase(), form.toLowerCase());
    await page.goBack();
    await page.locator(".reader").waitFor({ state: "detached" });
    untroubled(watched.troubles);
  });

  it("names are merged by keyboard, the edit outlives a reload, and Ctrl+Z takes it back", async () => {
    await fresh();
    const [one, two] = await top();
    for (const name of [one, two]) {
      await row(name).getByRole("checkbox").focus();
      await page.keyboard.press("Space");
    }
    const button = page.getByRole("button", { name: `Merge into ${one}` });
    await button.focus();
    await page.keyboard.press("Enter");
    await named(two, false);
    await settled();
    assert.match(await page.locator(".name-edits li").first().innerText(), new RegExp(`^${two} merged into ${one}`));
    await page.reload();
    await drawn(page, view("Coverage"));
    await named(two, false);
    // Without it in the address, all is as it was.
    await fresh();
    await named(two, true);
    for (const name of [one, two]) await row(name).getByRole("checkbox").check();
    await button.click();
    await named(two, false);
    await page.keyboard.press("Control+z");
    await named(two, true);
    await page.keyboard.press("Control+Shift+Z");
    await named(two, false);
    untroubled(watched.troubles);
  });

  it("a name is renamed and a form split off, and each can be taken back by itself", async () => {
    await fresh();
    const all = await names();
    // A name that has several forms.
    const written = await page.locator("#coverage-table tbody tr .name-written").allInnerTexts();
    const at = written.findIndex((forms) => forms.includes(" · "));
    await row(all[at]).locator(".name-form").click();
    await focused("#coverage-name");
    await settled();
    await panel().locator(".name-field").fill("Somebody else");
    await page.keyboard.press("Enter");
    await named("Somebody else", true);
    await settled();
    const forms = await panel().locator("tbody tr").count();
    const last = panel().locator("tbody tr").last();
    const form = await last.locator(".name-form").innerText();
    await last.getByRole("button", { name: /^Split off/ }).click();
    await page.waitForFunction((forms) => document.querySelectorAll("#coverage-name tbody tr").length === forms - 1, forms);
    await settled();
    const edits = page.locator(".name-edits li");
    assert.equal(await edits.count(), 2);
    assert.match(await edits.nth(1).innerText(), /split off from Somebody else/);
    assert.ok((await edits.nth(1).innerText()).toLowerCase().startsWith(form.toLowerCase()));
    await edits.nth(0).getByRole("button", { name: /^Take back/ }).click();
    await named("Somebody else", false);
    assert.equal(await edits.count(), 1);
    await page.getByRole("button", { name: "Take back all" }).click();
    await edits.first().waitFor({ state: "detached" });
    await settled();
    assert.deepEqual(await names(), all);
    untroubled(watched.troubles);
  });

  it("an edit that finds no such name is passed over, and that is said", async () => {
    await fresh("#/coverage?v=1&names=rename%3Dnobody%20at%20all%3DX");
    assert.match(await page.locator(".name-edits li").innerText(), /^Passed over, to call “nobody at all” “X”: no such name here/);
    untroubled(watched.troubles);
  });

  it("how many names the first sentence counts leads to as many rows", async () => {
    await fresh();
    const lead = page.locator(".main .finding").first().locator("button.of");
    const places = lead.filter({ hasText: /^\d+$/ }).first();
    const count = Number(await places.innerText());
    await places.click();
    await page.waitForFunction(() => /[?&]kind=place\b/.test(location.hash));
    await settled();
    await page.waitForFunction((count) => document.querySelector("#coverage-table").innerText.includes(`${count}\u00a0rows`), count);
    await page.waitForFunction(() => document.activeElement?.closest("#coverage-table"));
    untroubled(watched.troubles);
  });

  it("the file has what the table shows, for any kind", async () => {
    await fresh("#/coverage?v=1&kind=place");
    const shown = await names();
    const { bytes, name } = await downloaded(page, () => page.locator("#coverage-table").getByRole("button", { name: "Download CSV" }).click());
    assert.equal(name, "parallax-coverage.csv");
    const [head, ...rows] = parseCsv(bytes.toString("utf8"));
    assert.deepEqual(head.slice(0, 6), ["name", "kind", "as_written", "count", "articles", "only_in"]);
    assert.deepEqual(rows.map(([name]) => name).slice(0, shown.length), shown);
    assert.ok(rows.every((row) => row[1] === "place"));
    untroubled(watched.troubles);
  });

  it("at 360 px the navigation scrolls, and the view it shows is in sight", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await fresh();
    const seen = await page.evaluate(() => {
      const nav = document.querySelector(".header nav").getBoundingClientRect();
      const link = document.querySelector(".header nav [aria-current]").getBoundingClientRect();
      return { within: link.left >= nav.left - 1 && link.right <= nav.right + 1, size: parseFloat(getComputedStyle(document.querySelector(".header nav a")).fontSize), sideways: document.documentElement.scrollWidth > innerWidth };
    });
    assert.deepEqual(seen, { within: true, size: seen.size, sideways: false });
    assert.ok(seen.size >= 13, `${seen.size} px`);
    await page.setViewportSize({ width: 1280, height: 900 });
    untroubled(watched.troubles);
  });
});
