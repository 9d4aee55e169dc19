// A corpus goes along: as a file that another browser opens with every number the same, as a link for those who have
// the texts, and as a link that carries them.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, downloaded, drawn, open, untroubled, view } from "./support/views.mjs";
import { unzip } from "./support/zip.mjs";

const file = (name) => fileURLToPath(new URL(`../import/files/${name}`, import.meta.url));

describe("Take along", () => {
  const on = withBrowser();
  let folder;
  before(async () => { folder = await mkdtemp(join(tmpdir(), "take-")); });
  after(() => rm(folder, { recursive: true, force: true }));

  const visit = (name, act) => it(name, async () => {
    const opened = [];
    const elsewhere = async (options) => {
      const watched = await watchedPage(on.browser, on.server, options);
      opened.push(watched);
      return watched;
    };
    try {
      await act(elsewhere);
      for (const { troubles } of opened) untroubled(troubles);
    } finally {
      for (const { context } of opened) await context.close();
    }
  });

  const dialog = (page, name = "Add texts") => page.getByRole("dialog", { name });
  const saved = (page) => page.waitForFunction(() => document.querySelector(".corpus-line .keeping")?.textContent === "Saved");
  const choose = (page, ...names) => dialog(page).locator("input[type=file]").first().setInputFiles(names);

  async function add(page, ...names) {
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await choose(page, ...names.map(file));
    await page.waitForFunction(() => document.querySelector(".import-sum") && !document.querySelector(".import .progress"), undefined, { timeout: 60_000 });
    // The same story in several formats: all of them are wanted.
    for (const box of await dialog(page).locator(".import-rows tbody input[type=checkbox]").all()) await box.check();
    await dialog(page).locator(".import-add").click();
    await dialog(page).waitFor({ state: "detached" });
  }

  /** Nothing on the page is being waited for, and what it shows has come to rest. */
  async function settled(page) {
    let before;
    for (let now = ""; now !== before || now === ""; ) {
      before = now;
      await page.waitForFunction(() => document.querySelector(".main .finding") && !document.querySelector(".main progress, .main [aria-busy=true]"));
      await page.waitForTimeout(250);
      now = await page.locator(".main").innerText();
    }
  }

  /** Every number of several views, the rail's too. */
  async function numbers(page) {
    const all = {};
    for (const name of ["Overview", "Keywords", "Frequency", "Compare", "Style", "Coverage", "Corpus"]) {
      await page.locator("header nav").getByRole("link", { name, exact: true }).click();
      // Of groups its question is another.
      await page.waitForFunction((name) => document.querySelector("header nav [aria-current]")?.textContent === name, name);
      await settled(page);
      all[name] = await page.evaluate(() => [
        document.querySelector(".main .finding")?.innerText,
        ...[...document.querySelectorAll(".main [role=grid] tbody")].map((body) => body.innerText),
        ...[...document.querySelectorAll(".main [data-mark]")].map((mark) => mark.getAttribute("aria-label")),
      ]);
    }
    all.rail = await page.locator(".rail li").allInnerTexts();
    return all;
  }

  /** The manifest of the analysis, which has the hashes of texts and results. */
  async function manifest(page) {
    await page.keyboard.press("Control+k");
    await page.keyboard.type("manifest");
    await page.keyboard.press("Enter");
    await page.locator("dialog.manifest button:not([disabled])", { hasText: "Save manifest" }).waitFor();
    const { bytes } = await downloaded(page, () => dialog(page, "Manifest of this analysis").getByRole("button", { name: "Save manifest" }).click());
    await page.keyboard.press("Escape");
    return JSON.parse(bytes.toString());
  }

  const save = async (page) => {
    await page.locator("header").getByRole("button", { name: "Take along" }).click();
    const got = await downloaded(page, () => dialog(page, "Take along").getByRole("button", { name: "Save as file" }).click());
    await page.keyboard.press("Escape");
    return got;
  };

  visit("a corpus saved as a file opens elsewhere with every number the same", async (elsewhere) => {
    const { page, address } = await elsewhere();
    await open(page, address("#/corpus"), view("Corpus"));
    await add(page, "page.html", "markdown.md", "book.epub", "windows-1252.txt");
    await page.waitForFunction(() => document.querySelectorAll(".rail li").length >= 4);
    await page.locator(".shelf-here").getByLabel("Corpus", { exact: true }).fill("Harbour & bridge");
    await page.locator(".shelf-here").getByLabel("Corpus", { exact: true }).press("Tab");
    // A title and a mark of furniture.
    await page.locator("[role=grid] tbody tr").nth(1).getByRole("button").first().click();
    const edit = dialog(page, "Edit this text");
    await edit.getByLabel("Title").fill("My own title: naïve");
    await edit.getByLabel("Words to be marked").fill("bridge");
    await edit.getByRole("button", { name: "Mark", exact: true }).click();
    await edit.getByRole("button", { name: /^Put back: bridge/ }).first().waitFor();
    await page.keyboard.press("Escape");
    // Settings: groups by hand, one left out, a stop word.
    await page.locator(".rail li").last().getByRole("switch").click();
    await page.locator(".rail li.off").waitFor();
    await saved(page);
    const first = await save(page);
    const ids = JSON.parse(unzip(first.bytes).get("corpus.json").toString()).texts.map(({ id }) => id);
    await page.evaluate((hash) => { location.hash = hash; }, `#/frequency?v=1&hide-stop-words=no&stop=bridge&off=${ids.at(-1)}&group-by=hand&groups=North,${ids[0]},${ids[1]};South,${ids[2]}`);
    await page.waitForFunction(() => /North/.test(document.querySelector(".rail").innerText));
    const here = await numbers(page);
    const hashes = await manifest(page);
    const { name, bytes } = await save(page);
    assert.equal(name, "harbour-bridge.parallax");

    // Any program reads it, and its checksums hold.
    const members = unzip(bytes);
    const list = JSON.parse(members.get("manifest.json").toString());
    assert.deepEqual([list.kind, list.format, list.name], ["parallax-corpus", 1, "Harbour & bridge"]);
    assert.equal(list.members.length, members.size - 2);
    for (const member of list.members) {
      const content = members.get(member.name);
      assert.deepEqual([content.length, createHash("sha256").update(content).digest("hex")], [member.bytes, member.sha256], member.name);
    }
    const texts = hashes.texts.map(({ sha256 }) => sha256);
    assert.deepEqual(list.members.filter(({ name }) => name.startsWith("texts/")).map(({ sha256 }) => sha256), texts);

    // Elsewhere, beside what is open there.
    const there = await elsewhere();
    const path = join(folder, name);
    await writeFile(path, bytes);
    await open(there.page, there.address("#/overview"), view("Overview"));
    await add(there.page, "utf8.txt");
    await analysed(there.page, 1);
    await saved(there.page);
    await there.page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await choose(there.page, path);
    const card = dialog(there.page).locator(".saved-corpus");
    await card.waitFor();
    assert.match(await card.innerText(), /Harbour & bridge[\s\S]*4\s+texts[\s\S]*saved on[\s\S]*The file is whole/);
    await card.getByRole("button", { name: "Open this corpus" }).click();
    await there.page.waitForFunction(() => /North/.test(document.querySelector(".rail").innerText));
    assert.equal(await there.page.locator(".corpus-name").innerText(), "Harbour & bridge");
    await saved(there.page);
    assert.deepEqual(await numbers(there.page), here);
    const again = await manifest(there.page);
    for (const part of ["settings", "texts", "stop_words_sha256", "results"]) assert.deepEqual(again[part], hashes[part], part);
    // What was open is there still.
    await there.page.locator("header nav").getByRole("link", { name: "Corpus", exact: true }).click();
    await there.page.getByText("Other corpora in this browser").click();
    assert.match(await there.page.locator(".shelf-others").innerText(), /My corpus\s+1\s+text/);
  });

  visit("by keyboard alone", async (elsewhere) => {
    const { page, address } = await elsewhere();
    await open(page, address("#/overview"), view("Overview"));
    await page.keyboard.press("Control+k");
    await page.keyboard.type("take along");
    await page.keyboard.press("Enter");
    const take = dialog(page, "Take along");
    await take.waitFor();
    const reach = async (name) => {
      for (let tabs = 0; tabs < 30; tabs++) {
        if ((await page.evaluate(() => document.activeElement?.textContent || document.activeElement?.getAttribute("aria-label"))) === name) return;
        await page.keyboard.press("Tab");
      }
      assert.fail(`${name} is not reached by Tab`);
    };
    await reach("Save as file");
    const { name } = await downloaded(page, () => page.keyboard.press("Enter"));
    assert.equal(name, "example-corpus.parallax");
    await take.getByText(/^Saved, \d+\sKB$/).waitFor();
    await reach("Copy the link");
    await page.keyboard.press("Escape");
    await take.waitFor({ state: "detached" });
  });

  visit("a damaged file opens as far as its checksums hold, and says what was lost", async (elsewhere) => {
    const { page, address } = await elsewhere();
    await open(page, address("#/overview"), view("Overview"));
    const { name, bytes } = await save(page);
    assert.equal(name, "example-corpus.parallax");
    const texts = JSON.parse(unzip(bytes).get("corpus.json").toString()).texts;
    const start = bytes.indexOf(Buffer.from(texts[1].file)) + texts[1].file.length;
    const broken = Buffer.from(bytes);
    broken[start + 200] ^= 0x55;
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    const cards = dialog(page).locator(".saved-corpus");
    await choose(page, { name: "broken.parallax", mimeType: "application/zip", buffer: broken });
    await cards.first().waitFor();
    assert.match(await cards.first().innerText(), new RegExp(`Lost: 1\\s+part[\\s\\S]*${texts[1].file}[\\s\\S]*left out`));
    await choose(page, { name: "cut.parallax", mimeType: "application/zip", buffer: bytes.subarray(0, bytes.length / 2) });
    await cards.nth(1).waitFor();
    assert.match(await cards.nth(1).innerText(), /Lost: [\s\S]*not in the file any more[\s\S]*to know besides[\s\S]*cut off/);
    // What is counted is what is listed.
    for (const card of [cards.first(), cards.nth(1)]) {
      const lost = card.locator(".saved-lost");
      const count = Number((await lost.locator("summary").innerText()).match(/Lost: (\d+)/)[1]);
      assert.equal(await lost.locator("li").count(), count);
    }
    await choose(page, { name: "none.parallax", mimeType: "application/zip", buffer: bytes.subarray(0, 300) });
    await page.waitForFunction(() => /none\.parallax/.test(document.querySelector(".import-skipped ul li strong")?.parentElement.parentElement.parentElement.parentElement.textContent ?? "") || /1\s+skipped/.test(document.querySelector(".import-sum")?.textContent ?? ""));
    await cards.first().getByRole("button", { name: "Open this corpus" }).click();
    await analysed(page, texts.length - 1);
    await saved(page);
  });

  const copied = async (page, act) => {
    await act();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  const clipboard = { permissions: ["clipboard-read", "clipboard-write"] };

  visit("a link finds the same texts by their hash, and waits where they are not", async (elsewhere) => {
    const { page, address } = await elsewhere(clipboard);
    await open(page, address("#/overview"), view("Overview"));
    // Of the example: it says so, and opens as ever.
    const example = await copied(page, () => page.locator("header").getByRole("button", { name: "Copy link" }).click());
    assert.equal(example, address("#/overview?v=1&of=example"));
    await add(page, "page.html", "markdown.md");
    await page.waitForFunction(() => document.querySelectorAll(".rail li").length === 2);
    await page.evaluate(() => { location.hash = "#/frequency?v=1&stop=bridge&minimum=2"; });
    await drawn(page, view("Frequency"));
    await page.getByRole("button", { name: "Link copied" }).waitFor({ state: "detached" });
    const link = await copied(page, () => page.locator("header").getByRole("button", { name: "Copy link" }).click());
    assert.match(link, /#\/frequency\?v=1&stop=bridge&minimum=2&of=[0-9a-f]{16}-[0-9a-f]{8}-2$/);
    const here = await page.locator(".main [role=grid] tbody").last().innerText();
    const file = await save(page);
    // The same browser, another corpus at hand: the link opens the one it is of.
    await saved(page);
    await page.goto(example);
    await page.waitForFunction(() => document.querySelector(".corpus-name")?.textContent === "Example corpus");
    assert.equal(new URL(page.url()).hash, "#/overview");
    const other = await page.context().newPage();
    await other.goto(link);
    await analysed(other, 2);
    await drawn(other, view("Frequency"));
    assert.equal(await other.locator(".main [role=grid] tbody").last().innerText(), here);
    // In a page that is open already.
    await page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
    await analysed(page, 2);
    await settled(page);
    assert.equal(await page.locator(".main [role=grid] tbody").last().innerText(), here);

    // Elsewhere the texts aren't: it says so, waits over a reload, and shows the view once they came.
    const there = await elsewhere();
    await there.page.goto(link);
    const missing = dialog(there.page, "This link needs texts that are not here");
    await missing.waitFor();
    assert.match(await missing.innerText(), /a corpus of 2\s+texts[\s\S]*as a file/);
    await there.page.reload();
    await analysed(there.page);
    await there.page.getByRole("button", { name: "A link waits for its texts" }).click();
    await missing.getByRole("button", { name: "Add texts or open a file" }).click();
    await choose(there.page, { name: "x.parallax", mimeType: "application/zip", buffer: file.bytes });
    await dialog(there.page).getByRole("button", { name: "Open this corpus" }).click();
    await analysed(there.page, 2);
    await there.page.getByText(/texts of the link that was waiting/).waitFor();
    await settled(there.page);
    assert.equal(await there.page.locator(".main [role=grid] tbody").last().innerText(), here);
    assert.equal(await there.page.getByRole("button", { name: "A link waits for its texts" }).count(), 0);
  });

  visit("a link brings the texts, when that is chosen", async (elsewhere) => {
    const { page, address } = await elsewhere(clipboard);
    await open(page, address("#/overview"), view("Overview"));
    await add(page, "page.html", "markdown.md");
    await page.waitForFunction(() => document.querySelectorAll(".rail li").length === 2);
    await page.evaluate(() => { location.hash = "#/frequency?v=1&minimum=2"; });
    await drawn(page, view("Frequency"));
    const here = await page.locator(".main [role=grid] tbody").last().innerText();
    await page.locator("header").getByRole("button", { name: "Take along" }).click();
    const take = dialog(page, "Take along");
    assert.doesNotMatch(await take.getByLabel("Link", { exact: true }).inputValue(), /with=/);
    await take.getByRole("switch", { name: /With the texts themselves/ }).check();
    await page.waitForFunction(() => /\d\s+characters/.test(document.querySelector(".take-length").textContent));
    const example = address("#/overview?v=1&of=example");
    const link = await copied(page, async () => {
      await take.getByRole("button", { name: "Copy the link" }).click();
      await take.getByText("Copied").waitFor();
    });
    const said = await take.locator(".take-length").innerText();
    assert.equal(Number(said.match(/^([\d,]+)/)[1].replaceAll(",", "")), link.length);
    assert.match(link, /#\/frequency\?v=1&minimum=2&with=[A-Za-z0-9_-]+$/);

    const there = await elsewhere();
    await there.page.goto(link);
    const brought = dialog(there.page, "A link that brings texts");
    await brought.getByRole("button", { name: "Open as a corpus of its own" }).waitFor();
    assert.match(await brought.innerText(), /My corpus[\s\S]*2\s+texts[\s\S]*Harbour bridge/);
    const asked = [];
    there.page.on("request", (request) => asked.push(request.url()));
    await brought.getByRole("button", { name: "Open as a corpus of its own" }).click();
    await analysed(there.page, 2);
    await settled(there.page);
    assert.equal(await there.page.locator(".main [role=grid] tbody").last().innerText(), here);
    assert.ok(asked.every((url) => !url.includes("with=")), "the texts went nowhere");
    assert.doesNotMatch(there.page.url(), /with=/);

    // The same link once more opens the corpus that is there, at the link's view; nothing piles up.
    const kept = async () => {
      await there.page.locator("header nav").getByRole("link", { name: "Corpus", exact: true }).click();
      await drawn(there.page, view("Corpus"));
      await there.page.getByText("Other corpora in this browser").click();
      return (await there.page.locator(".shelf-others .shelf-name").allInnerTexts()).sort();
    };
    await saved(there.page);
    assert.deepEqual(await kept(), ["Example corpus"]);
    const already = there.page.locator(".notice", { hasText: "in this browser already, as “My corpus”" });
    await there.page.goto("about:blank");
    await there.page.goto(link);
    await already.waitFor();
    assert.match(there.page.url(), /#\/frequency\?v=1&minimum=2$/);
    await settled(there.page);
    assert.equal(await there.page.locator(".main [role=grid] tbody").last().innerText(), here);
    // With another corpus at hand, and in a page that is open.
    await there.page.goto(example);
    await there.page.waitForFunction(() => document.querySelector(".corpus-name")?.textContent === "Example corpus");
    await there.page.evaluate((hash) => { location.hash = hash; }, new URL(link).hash);
    await already.waitFor();
    await analysed(there.page, 2);
    await settled(there.page);
    assert.equal(await there.page.locator(".main [role=grid] tbody").last().innerText(), here);
    assert.deepEqual(await kept(), ["Example corpus"]);
    // With other page furniture it is another corpus's numbers: which one is opened is for the person to say.
    await there.page.locator("[role=grid] tbody tr").first().getByRole("button").first().click();
    const edit = dialog(there.page, "Edit this text");
    await edit.getByLabel("Words to be marked").fill("bridge");
    await edit.getByRole("button", { name: "Mark", exact: true }).click();
    await edit.getByRole("button", { name: /^Put back: bridge/ }).first().waitFor();
    await there.page.keyboard.press("Escape");
    await saved(there.page);
    await there.page.goto("about:blank");
    await there.page.goto(link);
    await brought.getByText(/already, as “My corpus”, but with other page furniture/).waitFor();
    await brought.getByRole("button", { name: "Open as a corpus of its own" }).click();
    await there.page.waitForFunction(() => document.querySelector(".corpus-name")?.textContent === "My corpus 2");
    await settled(there.page);
    assert.equal(await there.page.locator(".main [role=grid] tbody").last().innerText(), here);

    // Cut off on its way.
    const cut = await elsewhere();
    await cut.page.goto(link.slice(0, -40));
    await dialog(cut.page, "A link that brings texts").getByRole("alert").waitFor();
    assert.match(await dialog(cut.page, "A link that brings texts").innerText(), /isn.t whole/);
    await cut.page.getByRole("button", { name: "Forget the link" }).click();
    await analysed(cut.page);
  });
});
