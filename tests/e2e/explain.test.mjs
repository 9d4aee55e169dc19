// 'How is this computed?': from a number to its counts, its formula and its steps; manifests.
import assert from "node:assert/strict";
import { readFile, writeFile, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { drawn, open, untroubled, view } from "./support/views.mjs";

describe("How is this computed?", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const dialog = () => page.locator("dialog.how");
  const value = () => dialog().locator("output");

  /** The column of the first table with this heading, from 0. */
  async function column(name) {
    const headings = await page.locator("[role=grid]").first().locator("thead th").allInnerTexts();
    return headings.findIndex((text) => text.replace(/[↓↑]/g, "").trim().split("\n")[0].trim() === name);
  }

  async function fresh(name) {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address(view(name).hash), view(name));
  }

  it("leads from a number by the reader to the same number worked out", async () => {
    await fresh("Keywords");
    const cell = page.locator("[role=grid]").first().locator("tbody tr").first().locator("th, td").nth(await column("G²"));
    const shown = (await cell.innerText()).trim();
    await cell.locator("button").click();
    await page.locator("aside.reader").getByRole("button", { name: "How is this number computed?" }).click();
    await value().waitFor();
    assert.equal((await value().innerText()).trim(), shown);
    assert.ok((await dialog().locator(".how-table td").count()) > 3, "the table of counts");
    assert.ok((await dialog().locator("math").count()) > 3, "formulas");
    for (const math of await dialog().locator("math").all()) {
      assert.ok((await math.boundingBox()).height > 8, "a formula is drawn");
    }
    assert.ok(!/NaN|undefined<|∞/.test(await dialog().innerHTML()), "nothing that is no number");
    // The address carries it.
    const link = page.url();
    assert.ok(link.includes("number=g2") && link.includes("how=yes"), link);
    await open(page, address("#/overview"), view("Overview"));
    await page.goto(link);
    await value().waitFor();
    assert.equal((await value().innerText()).trim(), shown);
    // Esc closes it and leaves the reader.
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    assert.equal(await page.locator("aside.reader").count(), 1);
    assert.ok(!page.url().includes("how="), page.url());
    untroubled(watched.troubles);
  });

  it("opens by a key on any number that has a measure, and gives the focus back", async () => {
    for (const [name, headings] of [
      ["Keywords", ["here", "G²", "p", "p adjusted", "BIC", "log ratio", "interval", "TF-IDF", "robust"]],
      ["Frequency", ["all", "rate", "range", "DP", "DP norm", "Juilland’s D", "A"]],
    ]) {
      await fresh(name);
      for (const heading of headings) {
        const place = await column(heading);
        assert.ok(place > 0, `${name}: ${heading}`);
        const cell = page.locator("[role=grid]").first().locator("tbody tr").first().locator("th, td").nth(place);
        const shown = (await cell.innerText()).split("\n")[0].trim();
        const inner = (await cell.locator("button").count()) ? cell.locator("button") : cell;
        await inner.focus();
        await page.keyboard.press("h");
        await value().waitFor();
        assert.equal((await value().innerText()).trim(), shown, `${name}: ${heading}`);
        await page.keyboard.press("Escape");
        await dialog().waitFor({ state: "detached" });
        assert.ok(await inner.evaluate((element) => element === document.activeElement), `${name}: ${heading}: focus`);
      }
    }
    untroubled(watched.troubles);
  });

  it("works out the laws of the vocabulary and the counts of words, number by number", async () => {
    for (const [name, hash, grid, headings] of [
      ["Frequency", "#/frequency?v=1&picture=growth", "#vocabulary-laws [role=grid]", ["words", "different", "once", "K", "β", "± β", "off by", "a", "± a", "KS"]],
      ["Style", "#/style?v=1&measures=wording", "[role=grid]", ["British spellings", "American spellings", "passives", "hedges", "pleasant words", "unpleasant words", "negated"]],
      ["Style", "#/style?v=1&measures=readability", "[role=grid]", ["long words", "letters", "syllables"]],
    ]) {
      await open(page, address("#/overview"), view("Overview"));
      await open(page, address(hash), view(name));
      const table = page.locator(grid).first();
      await table.waitFor();
      const names = (await table.locator("thead th").allInnerTexts()).map((text) => text.replace(/[↓↑]/g, "").trim().split("\n")[0].trim());
      for (const heading of headings) {
        const place = names.indexOf(heading);
        assert.ok(place > 0, `${name}: ${heading} in ${names}`);
        for (const row of [0, 1]) {
          const cell = table.locator("tbody tr").nth(row).locator("th, td").nth(place);
          const shown = (await cell.innerText()).split("\n")[0].trim();
          const inner = (await cell.locator("button").count()) ? cell.locator("button") : cell;
          await inner.focus();
          await page.keyboard.press("h");
          await value().waitFor();
          assert.equal((await value().innerText()).trim(), shown, `${name}: ${heading}`);
          assert.ok((await dialog().locator(".how-steps p, .how-steps li").count()) > 0, `${name}: ${heading}: no step`);
          await page.keyboard.press("Escape");
          await dialog().waitFor({ state: "detached" });
        }
      }
    }
    untroubled(watched.troubles);
  });

  it("leads from a key phrase by its places to its G²", async () => {
    await fresh("Keywords");
    await page.locator(".key-phrases .phrases button").first().click();
    await page.locator("aside.reader").getByRole("button", { name: "How is this number computed?" }).click();
    await value().waitFor();
    assert.match((await value().innerText()).trim(), /^\+\d+\.\d\d$/);
    assert.equal(await dialog().locator(".how-name").innerText(), "Key phrases");
    assert.ok((await dialog().locator("math").count()) > 3, "formulas");
    await page.keyboard.press("Escape");
    untroubled(watched.troubles);
  });

  it("shows the other numbers of the row, and the measure in Methods", async () => {
    await fresh("Frequency");
    const cell = page.locator("[role=grid]").first().locator("tbody tr").first().locator("th, td").nth(await column("DP"));
    await cell.locator("button").focus();
    await page.keyboard.press("h");
    await value().waitFor();
    await dialog().getByRole("button", { name: "Juilland’s D" }).click();
    await page.waitForFunction(() => document.querySelector("dialog.how .how-name")?.textContent === "Juilland’s D");
    await dialog().getByRole("button", { name: "This measure in Methods" }).click();
    await drawn(page, view("Methods"));
    await page.locator("#measure-juilland-d.wanted").waitFor();
    assert.ok(page.url().includes("measure=juilland-d"), page.url());
    // No formula runs over the page.
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${wide} px too wide`);
    untroubled(watched.troubles);
  });

  it("saves a manifest that says the same when it is opened, and names what differs", async () => {
    await open(page, address("#/overview"), view("Overview"));
    await open(page, address("#/frequency?v=1&minimum=3"), view("Frequency"));
    const start = async () => {
      await page.keyboard.press("Control+k");
      await page.keyboard.type("manifest");
      await page.keyboard.press("Enter");
      await page.locator("dialog.manifest button:not([disabled])", { hasText: "Save manifest" }).waitFor();
    };
    await start();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.locator("dialog.manifest").getByRole("button", { name: "Save manifest" }).click(),
    ]);
    const file = await download.path();
    const manifest = JSON.parse(await readFile(file, "utf8"));
    assert.equal(manifest.kind, "parallax-manifest");
    assert.ok(manifest.texts.every((text) => /^[0-9a-f]{64}$/.test(text.sha256)));
    const folder = await mkdtemp(join(tmpdir(), "manifest-"));
    const choose = async (name, text) => {
      const path = join(folder, name);
      await writeFile(path, text);
      await page.locator("dialog.manifest input[type=file]").setInputFiles(path);
    };
    const said = (text) => page.locator("dialog.manifest .manifest-said", { hasText: text }).waitFor();
    // Elsewhere, it brings the view back.
    await page.keyboard.press("Escape");
    await open(page, address("#/overview"), view("Overview"));
    await start();
    await choose("same.json", JSON.stringify(manifest));
    await said("The results are the same, to the last digit: articles, keywords, frequencies and similarities, from which nearly all else is made.");
    assert.ok(page.url().includes("minimum=3") && page.url().includes("/frequency"), page.url());
    await said("This is the same analysis");
    const edited = structuredClone(manifest);
    edited.comparison.minimum += 1;
    edited.version = "0.0.1";
    await choose("edited.json", JSON.stringify(edited));
    await said("This is not the same analysis");
    await said("the limits of the comparison");
    await said("made by Parallax 0.0.1");
    const changed = structuredClone(manifest);
    changed.texts[0].sha256 = "0".repeat(64);
    changed.results[1].sha256 = "1".repeat(64);
    await choose("changed.json", JSON.stringify(changed));
    await said(`The text ${changed.texts[0].id}`);
    await said("The results differ in: keywords.");
    for (const [text, reason] of [["{ broken", "isn’t JSON"], ["{}", "doesn’t say that it is one. Choose a file"], ["[1, 2]", "isn’t a manifest"], ["null", "isn’t a manifest"], [JSON.stringify({ kind: manifest.kind }), "isn’t whole"]]) {
      await choose("broken.json", text);
      await said(reason);
    }
    untroubled(watched.troubles);
  });
});
