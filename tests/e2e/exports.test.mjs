// Whole files of the corpus: each is downloaded, and says what the views show.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { parseCsv } from "./support/csv.mjs";
import { withPage } from "./support/suite.mjs";
import { ARTICLES, downloaded, open, untroubled, view } from "./support/views.mjs";
import { unzip } from "./support/zip.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The members of a ZIP as texts, by name. */
const members = (bytes) => Object.fromEntries([...unzip(bytes)].map(([name, content]) => [name, content.toString("utf8")]));

/** Rows of a CSV text as objects. */
function table(text) {
  const [header, ...rows] = parseCsv(text);
  return rows.map((row) => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((name, at) => [name, row[at]]));
  });
}

describe("Tables to take along", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const section = () => page.getByRole("dialog").getByRole("region", { name: "Tables" });
  const group = (name) => section().getByRole("group", { name });
  const count = (text) => Number(text.replace(/[^0-9]/g, ""));

  /** Opens the dialog over a view. */
  async function take(hash, wanted) {
    await page.goto("about:blank");
    await open(page, address(hash), view(wanted));
    await page.getByRole("button", { name: "Take along", exact: true }).first().click();
    await group("Token table").getByText(/lines?:/).waitFor();
  }
  async function file(name, button) {
    const made = group(name).getByRole("button", { name: button });
    await page.waitForFunction((node) => node.getAttribute("aria-disabled") === "false", await made.elementHandle());
    return downloaded(page, () => made.click());
  }
  const text = async (name, button) => (await file(name, button)).bytes.toString("utf8");

  it("the matrix has the frequencies of the Frequency view, dense and sparse", async () => {
    await page.goto("about:blank");
    await open(page, address("#/frequency?v=1&minimum=2"), view("Frequency"));
    const shown = await page.locator("[role=grid]").last().evaluate((grid) => {
      const names = [...grid.querySelectorAll("thead th")].map((cell) => cell.innerText.trim().toLowerCase());
      const at = names.findIndex((name) => name.startsWith("all"));
      return [...grid.querySelectorAll("tbody tr")].filter((row) => row.querySelector("button.term"))
        .map((row) => [row.querySelector("button.term").innerText, row.children[at].innerText]);
    });
    assert.ok(shown.length > 10);
    await page.getByRole("button", { name: "Take along", exact: true }).first().click();
    await group("Document-term matrix").getByLabel("Least frequency").fill("2");
    await page.keyboard.press("Tab");
    await group("Document-term matrix").getByText("counts above 0").waitFor();
    const matrix = table(await text("Document-term matrix", "Document-term matrix: CSV"));
    assert.equal(matrix.length, ARTICLES);
    const sum = (word) => matrix.reduce((sum, row) => sum + Number(row[word]), 0);
    for (const [word, frequency] of shown) assert.equal(sum(word), count(frequency), word);

    const zip = members((await file("Document-term matrix", "Document-term matrix: Matrix Market")).bytes);
    assert.deepEqual(Object.keys(zip).sort(), ["README.txt", "matrix.mtx", "texts.csv", "words.csv"]);
    const [texts, words] = [table(zip["texts.csv"]), table(zip["words.csv"])];
    const [sizes, ...entries] = zip["matrix.mtx"].trim().split("\n").filter((line) => !line.startsWith("%")).map((line) => line.split(" ").map(Number));
    assert.deepEqual(sizes, [texts.length, words.length, entries.length]);
    const said = await group("Document-term matrix").locator("p").innerText();
    assert.deepEqual(said.match(/\d[\d,]*/g).map(count).slice(0, 3), sizes);
    assert.equal(Object.keys(matrix[0]).length, words.length + 1);
    for (const [row, column, value] of entries) {
      const { doc_id } = texts[row - 1];
      assert.equal(Number(matrix.find((line) => line.doc_id === doc_id)[words[column - 1].type]), value);
    }
    assert.match(zip["README.txt"], /least frequency: 2/);
    untroubled(watched.troubles);
  });

  it("tokens are as many as the articles have words, as CSV and as Parquet", async () => {
    await take("#/overview", "Overview");
    const tokens = table(await text("Token table", "Token table: CSV"));
    const rail = await page.locator(".rail-head").innerText();
    assert.equal(tokens.length, count(rail.match(/([\d,]+)\s*words/)[1]));
    assert.ok(tokens.some((token) => token.quoted === "true") && tokens.every((token) => token.furniture === "false"));
    const parquet = await file("Token table", "Token table: Parquet");
    assert.equal(parquet.name, "parallax-tokens.parquet");
    assert.equal(parquet.bytes.toString("latin1", 0, 4) + parquet.bytes.toString("latin1", parquet.bytes.length - 4), "PAR1PAR1");
    const footer = parquet.bytes.readUInt32LE(parquet.bytes.length - 8);
    const schema = parquet.bytes.toString("latin1", parquet.bytes.length - 8 - footer);
    for (const column of Object.keys(tokens[0])) assert.ok(schema.includes(column), column);
    untroubled(watched.troubles);
  });

  it("a concordance has every place of its words, in the order asked for", async () => {
    await take("#/overview", "Overview");
    const words = group("Concordance").getByRole("textbox", { name: "Words of the concordance" });
    assert.equal(await group("Concordance").getByRole("button").getAttribute("aria-disabled"), "true");
    await words.fill("nato, defence spending");
    await group("Concordance").getByText("“nato”").waitFor();
    const said = (await group("Concordance").locator("p").innerText()).match(/[\d,]+(?=\s+times?)/g).map(count);
    await group("Concordance").getByRole("combobox").selectOption("words after");
    await group("Concordance").getByLabel("Words of context on each side").fill("3");
    await page.keyboard.press("Tab");
    const rows = table(await text("Concordance", "Concordance: CSV"));
    const of = (pattern) => rows.filter((row) => row.pattern === pattern);
    assert.deepEqual([of("nato").length, of("defence spending").length], said);
    const after = rows.map((row) => row.post.toLowerCase().match(/[\p{L}\p{N}]+/u)?.[0] ?? "");
    const plain = after.filter((word) => /^[a-z]{2,}$/.test(word));
    assert.deepEqual(plain, [...plain].sort());
    assert.ok(rows.every((row) => row.pre.split(" ").length <= 5 && row.title !== ""));
    untroubled(watched.troubles);
  });

  it("references name every article", async () => {
    await take("#/overview", "Overview");
    const bibtex = await text("References", "References: BibTeX");
    const csl = JSON.parse(await text("References", "References: CSL-JSON"));
    assert.equal(csl.length, ARTICLES);
    assert.deepEqual([...bibtex.matchAll(/^@\w+\{(.+),$/gm)].map((entry) => entry[1]), csl.map((item) => item.id));
    const titles = await page.locator(".rail").innerText();
    for (const item of csl) assert.ok(titles.includes(item.title.slice(0, 24)), item.title);
    untroubled(watched.troubles);
  });

  it("what is switched off and how articles are grouped holds for the files", async () => {
    await take("#/overview?v=1&off=trt-world", "Overview");
    assert.equal(table(await text("Document-term matrix", "Document-term matrix: CSV")).length, ARTICLES - 1);
    await take("#/frequency?v=1&group-by=month", "Frequency");
    const rows = table(await text("Document-term matrix", "Document-term matrix: CSV"));
    const tokens = table(await text("Token table", "Token table: CSV"));
    assert.deepEqual(new Set(tokens.map((token) => token.group)), new Set(rows.map((row) => row.doc_id)));
    untroubled(watched.troubles);
  });

  it("too much is refused with what to do, by keyboard, and the dialog passes axe", async () => {
    await take("#/overview", "Overview");
    await group("Document-term matrix").getByLabel("Least frequency").fill("9999");
    await page.keyboard.press("Tab");
    await section().getByRole("alert").getByText("low enough that a word is left").waitFor();
    await group("Document-term matrix").getByLabel("Least frequency").fill("1");
    await page.keyboard.press("Tab");
    await group("Document-term matrix").getByText("counts above 0").waitFor();
    await section().getByText("Which settings each table follows").click();
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 900 });
      await page.evaluate(axe);
      const found = await page.evaluate(async () => (await window.axe.run(document, { resultTypes: ["violations"] })).violations.map((it) => `${it.id}: ${it.nodes[0].html}`));
      assert.deepEqual(found, []);
      const wide = await page.getByRole("dialog").evaluate((dialog) => [dialog.scrollWidth, dialog.clientWidth]);
      assert.ok(wide[0] <= wide[1], `${width}: ${wide}`);
    }
    const csl = group("References").getByRole("button", { name: "References: CSL-JSON" });
    await csl.focus();
    const saved = await downloaded(page, () => page.keyboard.press("Enter"));
    assert.equal(saved.name, "parallax-references.json");
    assert.ok(await csl.evaluate((button) => button === document.activeElement));
    untroubled(watched.troubles);
  });
});
