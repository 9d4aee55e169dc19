// A report: one file that runs and fetches nothing, with the very numbers of the page, made without a trace on it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, downloaded, open, untroubled, view } from "./support/views.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const REPORTED = ["Overview", "Keywords", "Frequency", "Compare", "Quotes", "Coverage", "Style"];
/** So wide that a view is as wide as a report draws it: 880 px. */
const WIDE = { viewport: { width: 1204, height: 900 } };

const section = (page) => page.getByRole("dialog", { name: "Take along" }).getByRole("region", { name: "Report" });

/** Opens the dialog, ticks all views, and waits for the report; resolves to its name and bytes. */
async function make(page, { title = "", note = "", rows } = {}) {
  await page.getByRole("button", { name: "Take along", exact: true }).click();
  const part = section(page);
  await part.getByRole("button", { name: "All", exact: true }).click();
  await part.getByLabel("Title").fill(title);
  await part.getByLabel(/^Note/).fill(note);
  if (rows) await part.getByLabel("Rows of each table").selectOption({ label: rows });
  const pages = Number((await part.locator(".take-pages").innerText()).match(/about (\d+)\s+pages on A4/)[1]);
  await part.getByRole("button", { name: "Make report" }).click();
  const save = part.getByRole("button", { name: /^Save report, [\d.]+\s[KM]B$/ });
  await save.waitFor({ timeout: 120_000 });
  const told = (await part.getByRole("status").innerText()).replaceAll("\u00a0", " ");
  const file = await downloaded(page, () => save.click());
  return { ...file, told, pages };
}

/** What a person could notice on the page. */
const noticed = (page) => page.evaluate(() => ({
  address: location.href,
  history: history.length,
  title: document.title,
  scroll: [scrollX, scrollY],
  focus: document.activeElement?.outerHTML.slice(0, 200),
  notices: document.querySelectorAll(".notices > *").length,
  undo: [...document.querySelectorAll(".header button")].map((button) => [button.getAttribute("aria-label"), button.disabled]),
  shown: document.querySelector(".main").innerHTML,
  body: document.body.children.length,
}));

/** Numbers of tables and finding, charts and their marks, as they stand in `root`. */
const numbers = (page, root) => page.locator(root).evaluate((within) => {
  const text = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const shown = (selector) => [...within.querySelectorAll(selector)].filter((element) => !element.closest(".pair-texts, .how, .print-only"));
  return {
    findings: shown(".finding, .caution").map(text),
    tables: shown("table").map((table) => [...table.querySelectorAll("tbody:not([aria-hidden]) tr")].map((row) => [...row.children].map(text).filter((cell) => /\d/.test(cell)))),
    charts: shown("svg.chart-picture").map((svg) => [...svg.querySelectorAll("text")].map(text)),
    marks: shown("svg.chart-picture").map((svg) => [...svg.querySelectorAll("rect.chart-mark")].map((mark) => (mark.getAttribute("aria-label") ?? mark.querySelector("title").textContent).replace(/\s+/g, " ").trim())),
  };
});

/** The report in a browser without scripts; `act` gets its page and the addresses it asked for. */
async function opened(browser, bytes, options, act) {
  const folder = await mkdtemp(join(tmpdir(), "report-"));
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1204, height: 900 }, ...options });
  try {
    await writeFile(join(folder, "report.html"), bytes);
    const asked = [], complaints = [];
    const page = await context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => complaints.push(message.text()));
    page.on("dialog", (dialog) => complaints.push(`dialog: ${dialog.message()}`));
    await page.goto(pathToFileURL(join(folder, "report.html")).href);
    await act(page);
    const beyond = asked.filter((address) => !address.startsWith("data:font/woff2;") && !address.endsWith("/report.html"));
    assert.deepEqual([beyond, complaints], [[], []]);
  } finally {
    await context.close();
    await rm(folder, { recursive: true });
  }
}

const violations = async (page) => {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")} (${nodes.length})`);
  });
};

/** Nothing in the file runs, and every id is one element's. */
async function inert(page) {
  const found = await page.evaluate(() => {
    const all = [...document.querySelectorAll("*")];
    const ids = all.map((element) => element.id).filter(Boolean);
    return {
      elements: all.filter((element) => /^(script|iframe|object|embed|img|image|link|form|input|button|select|textarea|base|use|foreignobject)$/i.test(element.localName)).map((element) => element.outerHTML.slice(0, 80)),
      attributes: all.flatMap((element) => [...element.attributes].map(({ name }) => name)).filter((name) => /^on|^style$|^src|^action|^role$/.test(name) && name !== "role"),
      links: [...document.querySelectorAll("[href]")].map((element) => element.getAttribute("href")).filter((href) => !/^(#|http:\/\/127\.0\.0\.1:)/.test(href)),
      twice: ids.filter((id, at) => ids.indexOf(id) !== at),
      lost: [...document.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href")).filter((href) => !document.getElementById(href.slice(1))),
      policy: document.querySelector("meta[http-equiv]").content,
    };
  });
  assert.match(found.policy, /^default-src 'none'; style-src 'sha256-[\w+/=]+'; font-src data:; img-src data:;/);
  assert.deepEqual({ ...found, policy: "" }, { elements: [], attributes: [], links: [], twice: [], lost: [], policy: "" });
}

describe("Report", () => {
  const on = withBrowser();

  it("has the numbers of the page, runs and fetches nothing, and leaves no trace", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server, WIDE);
    try {
      await open(page, address("#/frequency"), view("Frequency"));
      await page.locator(".vocabulary svg").first().waitFor();
      await page.evaluate(() => scrollTo(0, 300));
      await page.mouse.move(0, 0);
      await page.getByRole("button", { name: "Take along", exact: true }).focus();
      const before = await noticed(page);
      const { name, bytes, told } = await make(page, { title: "One story", note: "First line.\n\nSecond line.", rows: "all on the page" });
      await page.mouse.move(0, 0);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
      assert.deepEqual(await noticed(page), before);
      assert.match(name, /^parallax-report-\d{4}-\d\d-\d\d\.html$/);

      await opened(on.browser, bytes, {}, async (report) => {
        await inert(report);
        assert.equal(await report.title(), "One story");
        assert.deepEqual(await report.locator(".report-note p").allInnerTexts(), ["First line.", "Second line."]);
        const [, views, charts, tables, rows] = told.match(/^(\d+) views, (\d+) charts, (\d+) tables with (\d+) rows$/).map(Number);
        assert.equal(await report.locator("section.report-view table > tbody > tr").count(), rows);
        assert.equal(views, REPORTED.length);
        assert.equal(await report.locator("section.report-view svg.chart-picture").count(), charts);
        assert.equal(await report.locator("section.report-view table > caption").count(), tables);
        const levels = await report.evaluate(() => [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((heading) => Number(heading.localName[1])));
        assert.equal(levels.filter((level) => level === 1).length, 1);
        assert.ok(levels.every((level, at) => at === 0 || level <= levels[at - 1] + 1), `headings skip a level: ${levels}`);
        for (const [at, wanted] of REPORTED.entries()) {
          await open(page, address(view(wanted).hash), view(wanted));
          // All that a view asks for is there.
          await page.waitForFunction((charts) => document.querySelectorAll(".main svg.chart-picture").length === charts, await report.locator(`#view-${at + 1} svg.chart-picture`).count());
          const [there, here] = [await numbers(report, `#view-${at + 1}`), await numbers(page, ".main .view")];
          assert.ok(there.findings.length > 0 && there.charts.length + there.tables.length > 1, wanted);
          assert.deepEqual(there.findings, here.findings, wanted);
          for (const kind of ["tables", "charts"]) {
            assert.equal(there[kind].length, here[kind].length, `${wanted}: ${kind}`);
            for (const [place, found] of there[kind].entries()) {
              for (const [line, words] of found.entries()) assert.deepEqual(words, here[kind][place][line], `${wanted}, ${kind}: ${place}, ${line}`);
              assert.equal(found.length, here[kind][place].length, `${wanted}, ${kind}: ${place}`);
            }
          }
          for (const [place, marks] of there.marks.entries()) if (marks.length) assert.deepEqual(marks, here.marks[place], wanted);
        }
        // What its views use is explained, in MathML.
        assert.ok((await report.locator("#methods .measure math").count()) > 20);
        assert.match(await report.locator("#manifest").innerText(), /SHA-256[\s\S]*[0-9a-f]{64}/);
      });
      untroubled(troubles);
    } finally {
      await context.close();
    }
  });

  it("can be read by everyone, in both themes, wide and narrow, and on paper", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server);
    let bytes, pages;
    try {
      await open(page, address("#/overview"), view("Overview"));
      ({ bytes, pages } = await make(page));
      untroubled(troubles);
    } finally {
      await context.close();
    }
    const reader = { javaScriptEnabled: true, bypassCSP: true };
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [1280, 360]) {
        await opened(on.browser, bytes, { ...reader, colorScheme, viewport: { width, height: 800 } }, async (report) => {
          assert.deepEqual(await violations(report), [], `${colorScheme}, ${width} px`);
          assert.ok(await report.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), `${width} px`);
        });
      }
    }
    await opened(on.browser, bytes, {}, async (report) => {
      await report.emulateMedia({ media: "print" });
      const paper = await report.evaluate(() => ({
        heads: getComputedStyle(document.querySelector(".table-box thead")).display,
        boxes: [...document.querySelectorAll(".table-box")].every((box) => getComputedStyle(box).overflowY === "visible"),
        rows: getComputedStyle(document.querySelector(".table-box tbody tr")).breakInside,
        charts: getComputedStyle(document.querySelector("figure.chart")).breakInside,
        address: getComputedStyle(document.querySelector(".report-name a"), "::after").content.includes("http"),
      }));
      // Its tables have their first rows, say so, and it is about as long as was said before it was made.
      const captions = await report.locator("section.report-view table > caption").allInnerTexts();
      assert.ok(captions.some((caption) => /The first 25 of \d[\d,]* rows, in this order; the whole table is/.test(caption.replaceAll("\u00a0", " "))), captions.join(" | "));
      const rows = await report.evaluate(() => [...document.querySelectorAll("section.report-view table")].map((table) => table.querySelectorAll("tbody > tr").length));
      assert.ok(Math.max(...rows) <= 25, `${rows}`);
      const printed = ((await report.pdf({ preferCSSPageSize: true })).toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length;
      assert.ok(Math.abs(printed - pages) <= 0.1 * printed, `${printed} pages were printed, about ${pages} were told`);
      assert.deepEqual(paper, { heads: "table-header-group", boxes: true, rows: "avoid", charts: "avoid", address: true });
    });
  });

  it("is of a corpus of one's own, hostile titles and all, and of groups", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server, WIDE);
    const hostile = `</title></style><script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & 'so' \u202eturned`;
    const rows = Array.from({ length: 30 }, (_, number) => ({
      title: number ? `Bridge ${number} of the river` : hostile,
      outlet: number ? `Gazette ${number % 3}` : `Echo "<b>`,
      date: `2025-03-${String(number % 28 + 1).padStart(2, "0")}`,
      text: `The minister of Town${number} said that bridge number ${number} "will be built before winter", and the mayor agreed.\n\nNobody in Town${number} asked who pays for the bridge <script>alert(3)</script>. It may cost ${number + 3} million, the paper Echo${number} warned.`,
    }));
    try {
      await open(page, address("#/overview"), view("Overview"));
      await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
      const dialog = page.getByRole("dialog", { name: "Add texts" });
      await dialog.locator("input[type=file]").first().setInputFiles([{ name: "own.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(rows.map((row) => JSON.stringify(row)).join("\n")) }]);
      await dialog.getByRole("button", { name: /^Add \d+ texts/ }).click();
      await dialog.waitFor({ state: "detached" });
      await analysed(page, 24);
      const all = await make(page, { title: hostile, note: hostile });
      await opened(on.browser, all.bytes, {}, async (report) => {
        await inert(report);
        assert.ok((await report.title()).startsWith("</title></style><script>alert(1)</script><img"));
        assert.match(await report.locator("#manifest").innerText(), /<img src=x onerror=alert\(2\)>/);
        assert.match(await report.locator("#view-1").innerText(), /24 of 30 articles are drawn/);
        assert.equal(await report.locator("#manifest table").first().locator("tbody tr").count(), 30);
      });
      await page.keyboard.press("Escape");
      await page.locator(".rail-compare select").selectOption({ label: "by outlet" });
      await page.locator(".rail-group").first().waitFor();
      const grouped = await make(page);
      await opened(on.browser, grouped.bytes, {}, async (report) => {
        await inert(report);
        assert.match(await report.locator("#settings").innerText(), /4\sgroups of 30\sarticles, grouped by outlet/);
        assert.match(await report.locator("#view-4 h2").first().innerText(), /groups share/);
      });
      untroubled(troubles);
    } finally {
      await context.close();
    }
  });

  it("can be stopped, and says so by offering to begin again", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server);
    try {
      await open(page, address("#/style"), view("Style"));
      const children = await page.evaluate(() => document.body.children.length);
      await page.getByRole("button", { name: "Take along", exact: true }).click();
      const part = section(page);
      assert.deepEqual(await part.getByRole("checkbox", { checked: true }).evaluateAll((boxes) => boxes.map((box) => box.closest("label").querySelector("b").textContent)), ["Style"]);
      assert.equal(await part.getByRole("checkbox").first().evaluate((box) => box.closest("label").querySelector("b").textContent), "Style");
      await part.getByRole("button", { name: "All", exact: true }).click();
      await part.getByRole("button", { name: "Make report" }).click();
      await part.getByRole("button", { name: "Stop" }).click();
      await part.getByRole("button", { name: "Make report" }).waitFor();
      await page.waitForFunction((count) => document.body.children.length === count, children);
      const ticked = part.getByRole("checkbox", { checked: true });
      while (await ticked.count()) await ticked.first().uncheck();
      assert.ok(await part.getByRole("button", { name: "Make report" }).isDisabled());
      untroubled(troubles);
    } finally {
      await context.close();
    }
  });
});
