// What can be taken along: tables as CSV, charts as SVG and PNG.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCsv } from "./support/csv.mjs";
import { withPage } from "./support/suite.mjs";
import { ARTICLES, downloaded, open, untroubled, view } from "./support/views.mjs";

const KEYNESS = "term,frequency,reference_frequency,article_tokens,reference_tokens,g2,p,p_adjusted,bic,log_ratio,log_ratio_low,log_ratio_high,tf_idf,robust".split(",");

describe("Downloads", () => {
  let watched, page, address;
  const on = withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  /** The CSV of the table in `section`, checked against what the table shows. */
  async function csvOf(section, whole = true) {
    const file = await downloaded(page, () => section.getByRole("button", { name: "Download CSV" }).click());
    assert.match(file.name, /^parallax-.*\.csv$/);
    const [header, ...rows] = parseCsv(file.bytes.toString("utf8"));
    for (const row of rows) assert.equal(row.length, header.length, `a row of ${file.name}`);
    const shown = Number(await section.locator("[role=grid]").getAttribute("aria-rowcount")) - 1;
    if (whole) assert.equal(rows.length, shown, `rows of ${file.name}`);
    else assert.ok(rows.length >= shown, `rows of ${file.name}`);
    for (const [at, name] of header.entries()) {
      // No formula for a spreadsheet to run, no number that is none.
      for (const row of rows) assert.doesNotMatch(row[at], /^[=+@\t]|^(NaN|-?inf(inity)?)$/i, `${name} in ${file.name}`);
    }
    return { header, rows };
  }
  const has = (header, wanted) => {
    for (const column of wanted) assert.ok(header.includes(column), `no column ${column} in ${header}`);
  };
  /** The words of the rows on screen, in order. */
  const termsOnScreen = (section) => section.locator("[role=grid] tbody tr button.term").allInnerTexts();

  it("keywords: the rows, order and filter on screen", async () => {
    for (const hash of ["#/keywords", "#/keywords?v=1&filter=n&sort=term", "#/keywords?v=1&minimum=3&sort=-log_ratio"]) {
      await page.goto("about:blank");
      await open(page, address(hash), view("Keywords"));
      const section = page.getByRole("region", { name: "Table of words" });
      const { header, rows } = await csvOf(section);
      has(header, ["article", ...KEYNESS]);
      const terms = await termsOnScreen(section);
      assert.deepEqual(rows.slice(0, terms.length).map((row) => row[header.indexOf("term")]), terms, hash);
      const number = (row, name) => Number(row[header.indexOf(name)]);
      for (const row of rows) {
        assert.ok(number(row, "frequency") >= 1 && Number.isFinite(number(row, "g2")) && number(row, "p") <= 1);
      }
    }
    untroubled(watched.troubles);
  });

  it("style: every measure of the articles in the order on screen, and the words behind it", async () => {
    for (const hash of ["#/style", "#/style?v=1&measures=readability&sort=-flesch_reading_ease", "#/style?v=1&measures=vocabulary&sort=mtld"]) {
      await page.goto("about:blank");
      await open(page, address(hash), view("Style"));
      const { header, rows } = await csvOf(page.getByRole("region", { name: "Table of measures" }));
      has(header, "article,tokens,types,mattr,mtld,hdd,yule_k,flesch_reading_ease,syllables,british,american,passive_share,hedges_per_1000,tone".split(","));
      assert.equal(rows.length, ARTICLES);
      const sorted = /sort=(-?)(\w+)/.exec(hash);
      if (sorted) {
        const values = rows.map((row) => Number(row[header.indexOf(sorted[2])]));
        assert.deepEqual(values, values.toSorted((a, b) => (sorted[1] ? b - a : a - b)), hash);
      }
    }
    for (const words of ["names", "spellings", "hedges", "tone"]) {
      await page.goto("about:blank");
      await open(page, address(`#/style?v=1&words=${words}&all=yes`), view("Style"));
      const { header, rows } = await csvOf(page.locator(".style-words .table"), words !== "names");
      const articles = header.slice(header.indexOf("frequency") + 1);
      assert.equal(articles.length, ARTICLES, header.join());
      for (const row of rows) {
        const counts = articles.map((id) => Number(row[header.indexOf(id)]));
        assert.equal(counts.reduce((a, b) => a + b), Number(row[header.indexOf("frequency")]), row.join());
      }
    }
    untroubled(watched.troubles);
  });

  it("frequencies: a column for each article, which add up", async () => {
    for (const hash of ["#/frequency", "#/frequency?v=1&n=3", "#/frequency?v=1&filter=o"]) {
      await page.goto("about:blank");
      await open(page, address(hash), view("Frequency"));
      const section = page.getByRole("region", { name: "Table of frequencies" });
      const { header, rows } = await csvOf(section);
      has(header, "term,frequency,per_million,range,dp,dp_norm,juilland_d".split(","));
      const articles = header.slice(header.indexOf("juilland_d") + 1);
      assert.equal(articles.length, ARTICLES, header.join());
      const terms = await termsOnScreen(section);
      assert.deepEqual(rows.slice(0, terms.length).map((row) => row[header.indexOf("term")]), terms, hash);
      for (const row of rows) {
        const counts = articles.map((id) => Number(row[header.indexOf(id)]));
        assert.equal(counts.reduce((a, b) => a + b), Number(row[header.indexOf("frequency")]), row.join());
        assert.equal(counts.filter(Boolean).length, Number(row[header.indexOf("range")]), row.join());
      }
    }
    untroubled(watched.troubles);
  });

  it("similarities and a pair's words", async () => {
    await page.goto("about:blank");
    await open(page, address("#/compare"), view("Compare"));
    const similarity = await csvOf(page.getByRole("region", { name: "Table of similarities" }));
    has(similarity.header, "article_a,article_b,cosine,jaccard,containment,shared_5grams".split(","));
    assert.equal(similarity.rows.length, (ARTICLES * (ARTICLES - 1)) / 2);
    const pair = await csvOf(page.getByRole("region", { name: "Table of the pair’s words" }));
    has(pair.header, KEYNESS);
    // The file goes on where the page says that it shows the first of them only.
    const words = page.getByRole("region", { name: "Table of words by article" });
    const matrix = await csvOf(words, false);
    const terms = await termsOnScreen(words);
    assert.deepEqual(matrix.rows.slice(0, terms.length).map((row) => row[matrix.header.indexOf("term")]), terms);
    untroubled(watched.troubles);
  });

  it("a chart as SVG that stands alone, and as PNG at twice its size", async () => {
    for (const name of ["Keywords", "Frequency", "Compare"]) {
      await page.goto("about:blank");
      await open(page, address(view(name).hash), view(name));
      const tools = page.locator(".chart-tools").filter({ has: page.getByRole("button", { name: "SVG" }) }).first();
      const svg = await downloaded(page, () => tools.getByRole("button", { name: "SVG" }).click());
      const text = svg.bytes.toString("utf8");
      assert.match(svg.name, /\.svg$/);
      // Not within the page, whose content policy would forbid the file's own style.
      const blank = await on.browser.newPage();
      const size = await blank.evaluate((source) => {
        const root = new DOMParser().parseFromString(source, "image/svg+xml").documentElement;
        return { name: root.nodeName, title: root.querySelector("title")?.textContent, width: Number(root.getAttribute("width")) };
      }, text);
      await blank.close();
      assert.equal(size.name, "svg");
      assert.ok(size.title?.length > 5, "it has a title");
      assert.doesNotMatch(text.replace(/xmlns(:\w+)?="[^"]*"/g, ""), /(href|src)="http|url\(["']?http|@import/, "nothing is fetched from elsewhere");
      const png = await downloaded(page, () => tools.getByRole("button", { name: "PNG" }).click());
      assert.equal(png.bytes.subarray(1, 4).toString(), "PNG");
      assert.ok(Math.abs(png.bytes.readUInt32BE(16) - 2 * size.width) <= 2, `${png.bytes.readUInt32BE(16)} is twice ${size.width}`);
    }
    untroubled(watched.troubles);
  });
});
