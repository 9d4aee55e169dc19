// Files come in: one of each format, counted, looked at, added, analysed; nothing is sent anywhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, downloaded, drawn, open, untroubled, view } from "./support/views.mjs";

const file = (name) => fileURLToPath(new URL(`../import/files/${name}`, import.meta.url));
const TITLE = "Harbour bridge opens after nine years";

describe("Import", () => {
  const on = withBrowser();
  const visit = (name, act) => it(name, async () => {
    const watched = await watchedPage(on.browser, on.server);
    try {
      await open(watched.page, watched.address("#/overview"), view("Overview"));
      await watched.page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
      await act(watched);
      untroubled(watched.troubles);
    } finally {
      await watched.context.close();
    }
  });
  const dialog = (page) => page.getByRole("dialog", { name: "Add texts" });
  const row = (page, place) => dialog(page).locator(".import-rows tbody tr").filter({ hasText: place });
  /** What a row says, what stands in its fields with it. */
  const told = (row) => row.first().evaluate((row) => [row.innerText, ...[...row.querySelectorAll("input[type=text]")].map((field) => field.value)].join("\n"));
  const sum = (page) => dialog(page).locator(".import-sum");
  const settled = (page) => page.waitForFunction(() => document.querySelector(".import-sum") && !document.querySelector(".import .progress"), undefined, { timeout: 60_000 });
  async function choose(page, ...names) {
    await dialog(page).locator("input[type=file]").first().setInputFiles(names.map((name) => (typeof name === "string" ? file(name) : name)));
    await settled(page);
  }
  // "3 files, 5 texts: 4 to add, 1 skipped."
  async function counted(page) {
    const said = await sum(page).innerText();
    const number = (pattern) => Number((said.match(pattern)?.[1] ?? "0").replaceAll(",", ""));
    const counts = { dropped: number(/([\d,]+)\stexts?:/), added: number(/([\d,]+) to add/), skipped: number(/([\d,]+) skipped/), same: number(/([\d,]+) there already/), out: number(/([\d,]+) left out/) };
    assert.equal(counts.dropped, counts.added + counts.skipped + counts.same + counts.out, said);
    return counts;
  }

  visit("reads one real file of each format, adds and analyses it", async ({ page }) => {
    const names = ["utf8.txt", "utf16.txt", "windows-1252.txt", "markdown.md", "page.html", "page.mhtml", "word.docx", "open.odt", "book.epub", "rich.rtf", "print.pdf", "table.csv", "table.tsv", "records.json", "records.jsonl", "edition.xml", "papers.zip"];
    await choose(page, ...names);
    const before = await counted(page);
    // Thirteen of one text, four tables of three records, ten in the archive.
    assert.equal(before.dropped, 12 + 12 + 10);
    assert.equal(before.skipped, 4 + 3);
    for (const name of names) assert.ok((await row(page, name).count()) >= 1, name);
    assert.match(await told(row(page, "print.pdf")), /Harbour bridge/);
    assert.match(await told(row(page, "page.html")), /The Saltmouth Courier\nInes Marlow\n2024-03-12/);
    // The same story over and over: it is told, and left out until it is asked for.
    assert.ok(before.same > 0);
    assert.match(await dialog(page).innerText(), /The same words as/);
    const twin = dialog(page).locator(".import-rows tbody tr.off").first();
    await twin.getByRole("checkbox").check();
    const after = await counted(page);
    assert.deepEqual([after.added, after.same], [before.added + 1, before.same - 1]);
    await dialog(page).getByRole("button", { name: `Add ${after.added} texts` }).click();
    await dialog(page).waitFor({ state: "detached" });
    await analysed(page, after.added);
    await page.getByRole("link", { name: "Frequency" }).click();
    await drawn(page, view("Frequency"));
    assert.match(await page.locator(".main").innerText(), /bridge|harbour/i);
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await analysed(page);
  });

  visit("changes nothing when it is cancelled", async ({ page }) => {
    await choose(page, "utf8.txt", "table.csv");
    await counted(page);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await dialog(page).waitFor({ state: "detached" });
    await analysed(page);
    assert.equal(await page.locator(".corpus-name").innerText(), "Example corpus");
  });

  visit("lets encoding, columns and furniture be set right", async ({ page }) => {
    await choose(page, "windows-1252.txt", "table.csv", "page.html");
    const french = row(page, "windows-1252.txt");
    assert.match(await told(french), /a guess[\s\S]*Le nouveau pont a été inauguré mardi/);
    await french.getByRole("combobox").selectOption("KOI8-R");
    await settled(page);
    assert.doesNotMatch(await told(row(page, "windows-1252.txt")), /été/);
    await dialog(page).locator(".import-column").filter({ hasText: /^Text/ }).getByRole("combobox").selectOption({ label: "headline" });
    await settled(page);
    assert.equal((await counted(page)).skipped, 0, "the record without a body has a headline");
    const html = row(page, "page.html");
    await html.locator("summary").click();
    assert.match(await html.innerText(), /2\spassages[\s\S]*marked so in the file[\s\S]*leads to another story/);
    await html.getByRole("button", { name: "Put back" }).first().click();
    assert.match(await html.innerText(), /1\spassage/);
    await html.getByRole("button", { name: "Take the whole page" }).click();
    await settled(page);
    // The list of passages is still open.
    await html.getByText("Rain until Friday").waitFor();
  });

  visit("lets what is known of a text be set right before it is added", async ({ page }) => {
    await choose(page, "page.html", "windows-1252.txt");
    const html = row(page, "page.html");
    const field = (name, of = html) => of.getByRole("textbox", { name: new RegExp(`^${name} of `) });
    assert.equal(await field("Outlet").inputValue(), "The Saltmouth Courier");
    assert.equal(await field("Date").inputValue(), "2024-03-12");
    assert.equal(await field("Author").inputValue(), "Ines Marlow");
    const set = async (name, value, of) => {
      await field(name, of).fill(value);
      await page.keyboard.press("Tab");
    };
    await set("Title", "A title of ours");
    await set("Outlet", "The Quay");
    await set("Author", "A. Person");
    // What no calendar has is not taken, and nothing is added until it is set right.
    await set("Date", "2024-02-30");
    await html.getByText(/no date that the calendar has/).waitFor();
    const add = dialog(page).getByRole("button", { name: /^Add \d/ });
    assert.ok(await add.isDisabled());
    await set("Date", "2024-02");
    await html.getByText(/no date that the calendar has/).waitFor({ state: "detached" });
    // Read anew, a file keeps what was said of it.
    await html.getByRole("button", { name: "Take the whole page" }).click();
    await settled(page);
    assert.equal(await field("Title").inputValue(), "A title of ours");
    await set("Language", "fr-CA", row(page, "windows-1252.txt"));
    const { added } = await counted(page);
    await add.click();
    await dialog(page).waitFor({ state: "detached" });
    await analysed(page, added);
    const rail = await page.locator(".rail").innerText();
    assert.match(rail, /The Quay/);
    await page.getByRole("link", { name: "Corpus", exact: true }).click();
    await drawn(page, view("Corpus"));
    const texts = await page.locator(".main").innerText();
    for (const part of [/A title of ours/, /Feb(ruary)? 2024/, /fr-CA/]) assert.match(texts, part);
    await page.locator(".main").getByRole("button", { name: /A title of ours/ }).click();
    assert.equal(await page.getByRole("dialog", { name: "Edit this text" }).getByLabel("Author").inputValue(), "A. Person");
  });

  visit("takes a label to group by and ids from a table, and is told the order of day and month once", async ({ page }) => {
    const lines = ["Doc,Party,Published,Text", "SP-07,Left,03/04/2024,The bridge must be built now.", "SP-08,Right,05/04/2024,The bridge can wait for years.", "SP-09,Left,soon,Build the bridge and the quay."];
    await choose(page, { name: "speeches.csv", mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
    const column = (name) => dialog(page).locator(".import-column").filter({ hasText: new RegExp(`^${name}`) }).getByRole("combobox");
    assert.equal(await column("Label").evaluate((select) => select.selectedOptions[0].text), "Party");
    await column("Id").selectOption("Doc");
    await settled(page);
    const dates = dialog(page).locator(".import-dates");
    assert.match(await dates.innerText(), /^3\sdates can’t be read[\s\S]*In 2 nothing tells the day from the month/);
    await dates.getByRole("button", { name: "the month comes first" }).click();
    await page.waitForFunction(() => document.querySelector(".import-dates").textContent.startsWith("1\u00a0date "));
    await dates.getByRole("button", { name: "the day comes first" }).click();
    await page.waitForFunction(() => [...document.querySelectorAll(".import-rows input")].some((field) => field.value === "2024-04-03"));
    await dialog(page).getByRole("button", { name: /^Add 3/ }).click();
    await analysed(page, 3);
    await page.getByRole("link", { name: "Corpus", exact: true }).click();
    await drawn(page, view("Corpus"));
    assert.match(await page.locator("[role=grid]").innerText(), /Left[\s\S]*Right/);
    await page.locator(".rail-compare select").selectOption({ label: "by label" });
    await page.waitForFunction(() => /Left/.test(document.querySelector(".rail").textContent));
    // The table's own names lead from our tables back to it.
    await page.goto(page.url().replace(/#.*/, "#/frequency?v=1"));
    await drawn(page, view("Frequency"));
    const table = await downloaded(page, () => page.getByRole("button", { name: "Download CSV" }).first().click());
    assert.match(table.bytes.toString("utf8").split("\n")[0], /sp-07,sp-08,sp-09/);
  });

  visit("reads a pasted text with its formatting, when it is asked to", async ({ page }) => {
    const words = "The bridge over the river opened on Tuesday after nine years of work, said the mayor. ".repeat(8);
    await dialog(page).getByRole("textbox", { name: "Text" }).evaluate((field, words) => {
      const data = new DataTransfer();
      data.setData("text/plain", words);
      data.setData("text/html", `<meta charset="utf-8"><!--StartFragment--><article><h1>Café quay opens</h1><p>${words}</p><p>${words}</p><img src="x" onerror="window.injected=1"></article><!--EndFragment-->`);
      field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData: data }));
    }, words);
    await dialog(page).getByRole("button", { name: "Read it as a web page" }).click();
    await settled(page);
    const pasted = row(page, "pasted.html");
    assert.equal(await pasted.getByRole("textbox", { name: /^Title of / }).inputValue(), "Café quay opens");
    assert.equal((await counted(page)).added, 1);
    assert.equal(await page.evaluate(() => window.injected), undefined);
  });

  visit("says of each file that is skipped why, and what to do", async ({ page }) => {
    await choose(page,
      { name: "photo.txt", mimeType: "text/plain", buffer: Buffer.from("\x89PNG\r\n\x1a\n0000000000", "latin1") },
      { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
      { name: "deep.xml", mimeType: "text/xml", buffer: Buffer.from("<a>".repeat(1000)) },
      { name: "broken.docx", mimeType: "", buffer: readFileSync(file("word.docx")).subarray(0, 20_000) },
      { name: "broken.pdf", mimeType: "", buffer: Buffer.from("%PDF-1.7\n1 0 obj\nnothing") });
    const counts = await counted(page);
    assert.deepEqual([counts.dropped, counts.skipped], [5, 5]);
    const said = await dialog(page).locator(".import-skipped").innerText();
    for (const part of [/photo\.txt: This is a picture/, /empty\.txt: The file is empty/, /deep\.xml: It nests deeper than 256/, /broken\.docx: It isn’t whole/, /broken\.pdf: /]) assert.match(said, part);
    assert.ok(await dialog(page).getByRole("button", { name: /^Add 0/ }).isDisabled());
  });

  visit("never takes markup of a file into the page", async ({ page }) => {
    const evil = "<html><head><title><img src=x onerror='window.injected=1'></title></head><body><article><h1>A</h1><p><svg onload='window.injected=1'></svg>Some words &lt;script&gt;window.injected=1&lt;/script&gt; of a text that is long enough to be found as one.</p></article></body></html>";
    await choose(page, { name: "<img src=x onerror=window.injected=1>.html", mimeType: "text/html", buffer: Buffer.from(evil) });
    assert.equal(await page.evaluate(() => window.injected), undefined);
    assert.equal(await dialog(page).locator("img, .import-rows svg, .import-rows script").count(), 0);
    assert.match(await dialog(page).innerText(), /<img src=x onerror/);
  });

  visit("takes files that are dropped anywhere", async ({ page }) => {
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.txt", { type: "text/plain" }));
      for (const kind of ["dragover", "drop"]) document.querySelector("h1").dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
    }, `${TITLE}\n\nThe bridge is open.`);
    await settled(page);
    assert.match(await told(row(page, "dropped.txt")), new RegExp(TITLE));
    assert.equal((await counted(page)).added, 1);
  });

  visit("gives a reader of files that hangs ten seconds, says so, and reads the next file", async ({ page, context }) => {
    // The first worker hears nothing of what it is asked.
    let workers = 0;
    await context.route("**/importer.js*", async (route) => {
      workers += 1;
      const deaf = workers === 1 ? 'Object.defineProperty(globalThis, "onmessage", { set() {} });\n' : "";
      const response = await route.fetch();
      await route.fulfill({ response, body: deaf + (await response.text()) });
    });
    await dialog(page).locator("input[type=file]").first().setInputFiles([file("rich.rtf"), file("utf8.txt")]);
    await page.waitForFunction(() => /1\s+skipped/.test(document.querySelector(".import-sum")?.textContent ?? "") && !document.querySelector(".import .progress"), undefined, { timeout: 60_000 });
    const counts = await counted(page);
    assert.deepEqual([counts.dropped, counts.added, counts.skipped], [2, 1, 1]);
    assert.match(await dialog(page).locator(".import-skipped").innerText(), /rich\.rtf[\s\S]*10\sseconds/);
    assert.ok(workers >= 2);
  });
});
