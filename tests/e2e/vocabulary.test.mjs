// Vocabulary: three pictures with their laws, a bar that lists its words, stems, and the editor of stop words.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { open, untroubled, view } from "./support/views.mjs";

describe("Vocabulary", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const section = () => page.getByRole("region", { name: "Vocabulary" });
  const fresh = async (hash) => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Frequency"));
    await section().locator("[data-mark]").first().waitFor();
  };
  const number = (text) => Number(text.replace(/[^\d.]/g, ""));

  it("the rank plot has the fitted line with its exponent, error and distance", async () => {
    await fresh("#/frequency");
    await section().getByText(/a = \d\.\d+ ± 0\.\d+, off by 0\.\d+ of the text/).waitFor();
    const fitted = /a = (\d\.\d+) ±/.exec(await section().innerText())[1];
    assert.match(await section().locator("figure").innerHTML(), new RegExp(`fitted: a = ${fitted}`));
    untroubled(watched.troubles);
  });

  it("growth is chosen, linked to, and its marks and table say the same", async () => {
    await fresh("#/frequency");
    await section().getByText("growth", { exact: true }).click();
    await page.locator("#parallax-growth-summary").waitFor({ state: "attached" });
    assert.match(page.url(), /picture=growth/);
    const labels = await section().locator("[data-mark]").evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
    const ends = labels.filter((label) => label.startsWith("all articles together")).at(-1);
    const [, tokens, types] = /after ([\d,]+) words, ([\d,]+) different/.exec(ends);
    const row = section().locator("tbody tr").first();
    assert.equal(await row.locator("th, td").nth(1).innerText(), tokens);
    assert.equal(await row.locator("th, td").nth(2).innerText(), types);
    await section().getByText("as they run", { exact: true }).click();
    await section().getByText(/one another in the corpus’s order/).waitFor();
    assert.match(page.url(), /running=yes/);
    await fresh("#/frequency?v=1&picture=growth&running=yes");
    await section().getByText(/one another in the corpus’s order/).waitFor();
    untroubled(watched.troubles);
  });

  it("a bar of the spectrum lists its words, by keyboard, and the way back is a click", async () => {
    await fresh("#/frequency?v=1&picture=spectrum&hide-stop-words=no");
    const bars = section().locator("[data-mark]");
    const label = await bars.nth(3).getAttribute("aria-label");
    const [, types] = /^4\s+times: ([\d,]+) types/.exec(label) ?? assert.fail(label);
    await bars.nth(3).focus();
    await page.keyboard.press("Enter");
    const table = page.getByRole("region", { name: "Every word" });
    await table.getByText("only what occurs 4").waitFor();
    assert.match(page.url(), /minimum=4&maximum=4/);
    await page.waitForFunction((count) => document.querySelector("#frequency-table [role=status]")?.textContent.replace(/\D/g, "") === count, types);
    const times = await table.locator("tbody tr td:nth-child(3)").allInnerTexts();
    assert.ok(times.length > 0 && times.every((count) => count === "4"), times.join());
    await table.getByRole("button", { name: "List words of any frequency" }).click();
    await page.waitForFunction(() => !location.hash.includes("maximum"));
    assert.ok(number(await table.locator("[role=status]").innerText()) > number(types));
    untroubled(watched.troubles);
  });

  it("stems show their forms, and a click finds them all", async () => {
    await fresh("#/frequency?v=1&filter=allies");
    await page.getByLabel("words counted").selectOption("by stem");
    await page.waitForFunction(() => /stems=yes/.test(location.hash));
    const row = page.locator("#frequency-table tbody tr").filter({ has: page.getByText("alli", { exact: true }) });
    await row.getByText(/allies, .*allied/).waitFor();
    const count = number(await row.locator("td").nth(2).innerText());
    await row.getByRole("button", { name: "alli", exact: true }).click();
    await page.locator(".reader article mark").first().waitFor();
    // Its places here, and how often other articles have it.
    const told = (await page.locator(".reader").innerText()).replace(/\s+/g, " ");
    const [, here, also] = /1 of (\d+) also in (.*?times?) /.exec(told) ?? assert.fail(told.slice(0, 400));
    const elsewhere = [...told.slice(told.indexOf("also in")).matchAll(/ (\d+) times?(?= )/g)].map(([, times]) => Number(times));
    assert.ok(also && elsewhere.length > 0);
    assert.equal(Number(here) + elsewhere.reduce((a, b) => a + b), count, told.slice(0, 400));
    untroubled(watched.troubles);
  });

  it("stop words: added, refused with a reason, shown again, reset, undone", async () => {
    await fresh("#/frequency");
    await page.getByRole("button", { name: "Settings" }).first().click();
    const dialog = page.getByRole("dialog", { name: "Settings" });
    const field = dialog.getByLabel("Words to hide too");
    await field.fill("NATO the !! Rutte, rutte");
    await page.keyboard.press("Enter");
    await dialog.getByText("“the” is hidden already. “!!” is no word: words have letters").waitFor();
    assert.match(page.url(), /stop=NATO,rutte/);
    await dialog.getByText(/^The list:/).click();
    assert.match(await dialog.innerText(), /Snowball.*3-clause BSD/);
    await dialog.getByRole("button", { name: "Show nato", exact: true }).click();
    await page.waitForFunction(() => /stop=rutte/.test(location.hash));
    await dialog.getByRole("button", { name: "Show the", exact: true }).click();
    await page.waitForFunction(() => /show=the/.test(location.hash));
    await dialog.getByRole("button", { name: "Reset: stop words" }).click();
    await page.waitForFunction(() => !/stop=|show=/.test(location.hash));
    await page.goBack();
    await page.waitForFunction(() => /show=the/.test(location.hash));
    untroubled(watched.troubles);
  });
});
