// A corpus of one's own: texts come in, are counted like any other, go again, and come back by undo.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { ARTICLES, analysed, downloaded, drawn, open, untroubled, view } from "./support/views.mjs";

const ONE = "A headline of mine\n\nThe minister said that the bridge would be built. Nobody asked who would pay for the bridge.";
const TWO = "Another headline\n\nThe bridge will not be built, the mayor said.";

describe("A corpus of one's own", () => {
  const on = withBrowser();
  const visit = (name, act, options) => it(name, async () => {
    const watched = await watchedPage(on.browser, on.server, options);
    try {
      await act(watched);
      untroubled(watched.troubles);
    } finally {
      await watched.context.close();
    }
  });

  const dialog = (page) => page.getByRole("dialog", { name: "Add texts" });
  const name = (page) => page.locator(".corpus-name");

  async function add(page, text, { title = "", outlet = "", date = "", onto } = {}) {
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(text);
    if (title) await dialog(page).getByLabel("Title").fill(title);
    if (outlet) await dialog(page).getByLabel("Outlet").fill(outlet);
    if (date) await dialog(page).getByLabel("Date").fill(date);
    if (onto) await dialog(page).getByLabel(onto).check();
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    await dialog(page).waitFor({ state: "detached" });
  }

  visit("begins with a pasted text, and goes back and forth by Ctrl+Z", async ({ page, address }) => {
    await open(page, address("#/keywords?v=4&off=us-support"), view("Keywords"));
    assert.equal(await name(page).innerText(), "Example corpus");
    await add(page, ONE, { outlet: "The Gazette", date: "2025-11-05" });
    await analysed(page, 1);
    assert.equal(await name(page).innerText(), "My corpus");
    const rail = page.locator(".rail");
    assert.match(await rail.innerText(), /A headline of mine\s+The Gazette · 5 Nov 2025\s+21\swords/);
    await add(page, TWO);
    await analysed(page, 2);
    await drawn(page, view("Keywords"));
    // Only what is asked of these texts is on the page.
    assert.doesNotMatch(await page.locator(".main").innerText(), /TRT World/);
    // The number of a word leads into the pasted text.
    await page.getByRole("link", { name: "Frequency" }).click();
    await drawn(page, view("Frequency"));
    const row = page.locator("[role=grid] tbody tr").filter({ hasText: "bridge" }).first();
    assert.match(await row.innerText(), /bridge[\s\S]*3/);
    await row.getByRole("button").first().click();
    await page.locator(".reader mark").first().waitFor();
    assert.match(await page.locator(".reader").innerText(), /Nobody asked who would pay/);
    await page.keyboard.press("Escape");

    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await analysed(page, 1);
    await page.keyboard.press("Control+z");
    await analysed(page);
    assert.equal(await name(page).innerText(), "Example corpus");
    assert.equal(await page.locator(".rail li.off").count(), 1, "what was off is off again");
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+Shift+z");
    await analysed(page, 2);
    assert.equal(await page.locator(".notice").count(), 0);
  });

  visit("can have the example's articles too", async ({ page, address }) => {
    await open(page, address("#/overview"), view("Overview"));
    await add(page, TWO, { onto: /example’s articles too/ });
    await analysed(page, ARTICLES + 1);
    await drawn(page, view("Overview"));
    assert.equal(await name(page).innerText(), "My corpus");
    assert.match(await page.locator(".rail li").last().innerText(), /Another headline/);
  });

  visit("gives no two corpora one name, and keeps none whose beginning was undone", async ({ page, address }) => {
    const saved = () => page.waitForFunction(() => document.querySelector(".corpus-line .keeping")?.textContent === "Saved");
    const others = async () => {
      await page.locator("header nav").getByRole("link", { name: "Corpus", exact: true }).click();
      await drawn(page, view("Corpus"));
      const list = page.locator(".shelf-others");
      if ((await list.count()) && !(await list.evaluate((it) => it.open))) await list.locator("summary").click();
      // What was withdrawn a moment ago is withdrawn by then.
      await page.waitForTimeout(300);
      return (await page.locator(".shelf-others .shelf-name").allInnerTexts()).sort();
    };
    const example = async () => {
      await others();
      await page.getByRole("button", { name: "Open the example" }).click();
      await analysed(page);
    };
    await open(page, address("#/corpus"), view("Corpus"));
    // Undone, it is nobody's; redone, it is there again and kept.
    await add(page, ONE);
    await analysed(page, 1);
    await saved();
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await analysed(page);
    assert.deepEqual(await others(), []);
    await page.keyboard.press("Control+Shift+z");
    await analysed(page, 1);
    await saved();
    await page.reload();
    await analysed(page, 1);
    assert.equal(await name(page).innerText(), "My corpus");
    // Undo is empty after a reload: what was added then is there to stay.
    assert.ok(await page.getByRole("button", { name: /^Undo/ }).first().isDisabled());
    // The next one is called otherwise.
    await example();
    assert.deepEqual(await others(), ["My corpus"]);
    await add(page, TWO);
    await analysed(page, 1);
    assert.equal(await name(page).innerText(), "My corpus 2");
    await saved();
    // A name that is taken is refused, with the reason.
    await others();
    const field = page.locator(".shelf-here").getByLabel("Corpus", { exact: true });
    await field.fill("my corpus");
    await field.press("Tab");
    assert.match(await page.locator(".shelf-here").getByRole("alert").innerText(), /Another corpus in this browser is called “my corpus”\.[\s\S]*still “My corpus 2”/);
    assert.equal(await name(page).innerText(), "My corpus 2");
    await field.fill("Bridges");
    await field.press("Tab");
    await page.waitForFunction(() => document.querySelector(".corpus-name").textContent === "Bridges");
    assert.equal(await page.locator(".shelf-here").getByRole("alert").count(), 0);
    await saved();
    // A person named it: undo to before its beginning leaves it listed, under the name that undo left it.
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await page.waitForFunction(() => document.querySelector(".corpus-name").textContent === "My corpus 2");
    await page.keyboard.press("Control+z");
    await analysed(page);
    assert.deepEqual(await others(), ["My corpus", "My corpus 2"]);
    // What was undone and can't be redone any more can still be put back, under a name that is free.
    await add(page, "Third headline\n\nNo bridge is here.");
    await analysed(page, 1);
    assert.equal(await name(page).innerText(), "My corpus 3");
    await saved();
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await analysed(page);
    await page.locator(".rail li").first().getByRole("switch").click();
    await page.locator(".rail li.off").waitFor();
    await others();
    const gone = page.locator(".shelf-others li", { hasText: "was undone" });
    assert.match(await gone.innerText(), /The adding of “My corpus 3” was undone; it goes for good/);
    await gone.getByRole("button", { name: "Put back" }).click();
    await gone.waitFor({ state: "detached" });
    assert.deepEqual(await others(), ["My corpus", "My corpus 2", "My corpus 3"]);
  });

  visit("guesses a pasted text's language, which can be changed, and splits the outlet off its title", async ({ page, address }) => {
    await open(page, address("#/corpus"), view("Corpus"));
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    const german = "Die neue Brücke über den Fluss wird im kommenden Jahr gebaut, sagte die Ministerin am Dienstag in Berlin. Wer das bezahlen soll, ließ sie offen; zuletzt hatten sich die Länder nicht einigen können, und auch die Stadt hat dafür kein Geld.";
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(`Brücke kommt | Das Blatt\n\n${german}`);
    const language = dialog(page).getByLabel("Language");
    await page.waitForFunction(() => [...document.querySelectorAll(".add-language input")].some((field) => field.value === "de"));
    assert.match(await dialog(page).locator(".add-language").innerText(), /guessed, \d+\s?% sure/);
    await dialog(page).getByLabel("Outlet").fill("Das Blatt");
    await language.fill("German");
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    assert.match(await dialog(page).getByRole("alert").innerText(), /no language tag/);
    await language.fill("");
    assert.equal(await language.inputValue(), "de");
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    await dialog(page).waitFor({ state: "detached" });
    await analysed(page, 1);
    await drawn(page, view("Corpus"));
    assert.match(await page.locator("[role=grid] tbody").innerText(), /Brücke kommt\s+Das Blatt[\s\S]*\bde\b/);
    // Whoever is quicker than the guess waits for it; what was typed stands.
    await add(page, `Zweiter Titel\n\n${german}`);
    await analysed(page, 2);
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(`Dritter Titel\n\n${german}`);
    await language.fill("gsw");
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    await analysed(page, 3);
    await page.waitForFunction(() => /gsw/.test(document.querySelector("[role=grid] tbody").innerText));
    assert.match(await page.locator("[role=grid] tbody").innerText(), /Zweiter Titel[\s\S]*\bde\b[\s\S]*Dritter Titel[\s\S]*gsw/);
  });

  visit("tells what is wrong with a text, and adds nothing", async ({ page, address }) => {
    await open(page, address("#/overview"), view("Overview"));
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog(page).getByRole("button", { name: "Add the text" }).click();
    assert.match(await dialog(page).getByRole("alert").innerText(), /no word/);
    await dialog(page).getByRole("textbox", { name: "Text" }).fill(ONE);
    await dialog(page).getByLabel("Date").fill("2025-02-30");
    await page.keyboard.press("Enter");
    assert.match(await dialog(page).getByRole("alert").innerText(), /no date/);
    await page.keyboard.press("Escape");
    await dialog(page).waitFor({ state: "detached" });
    await analysed(page);
  });

  visit("is handed to a worker that starts again", async ({ page, address, context }) => {
    await context.addInitScript(() => {
      const Native = window.Worker;
      window.workers = [];
      window.Worker = class extends Native {
        constructor(...parts) {
          super(...parts);
          window.workers.push(this);
        }
      };
    });
    await open(page, address("#/keywords"), view("Keywords"));
    await add(page, ONE);
    await add(page, TWO);
    await analysed(page, 2);
    await drawn(page, view("Keywords"));
    await page.evaluate(() => {
      const worker = window.workers.at(-1);
      worker.terminate();
      worker.dispatchEvent(new ErrorEvent("error", { message: "unreachable executed" }));
    });
    await page.getByRole("link", { name: "Style" }).click();
    await drawn(page, view("Style"));
    await analysed(page, 2);
    assert.match(await page.locator(".main").innerText(), /A headline of mine/);
    assert.ok((await page.evaluate(() => window.workers.length)) >= 2);
  });

  visit("is edited, ordered and pruned in the Corpus view", async ({ page, address }) => {
    await open(page, address("#/corpus"), view("Corpus"));
    assert.match(await page.locator(".main .finding").innerText(), /^5\stexts, 1\snamed outlet, dated from/);
    for (const [text, outlet] of [[ONE, "The Gazette"], [TWO, "The Herald"], ["Third\n\nA text. Read more here. And on.", "The Herald"]]) await add(page, text, { outlet });
    await analysed(page, 3);
    const rows = page.locator("[role=grid] tbody tr");
    const titles = () => rows.locator(".of-name").allInnerTexts();
    assert.deepEqual(await titles(), ["A headline of mine", "Another headline", "Third"]);
    // One text: title and date, and a passage marked as furniture and put back.
    await rows.nth(2).getByRole("button").click();
    const edit = page.getByRole("dialog", { name: "Edit this text" });
    await edit.getByLabel("Title").fill("The third");
    await edit.getByLabel("Date").fill("2025-02-30");
    await edit.getByLabel("Place").focus();
    assert.match(await edit.getByRole("alert").innerText(), /no date/);
    await edit.getByLabel("Date").fill("2025-02");
    await edit.getByLabel("Words to be marked").fill("Read more here.");
    await edit.getByLabel("What they are").selectOption("Link to another story");
    await edit.getByRole("button", { name: "Mark", exact: true }).click();
    await edit.getByRole("button", { name: "Put back: Read more here." }).waitFor();
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => /The third[\s\S]*Feb 2025/.test(document.querySelector("[role=grid]").textContent));
    await page.waitForFunction(() => /5\swords/.test(document.querySelector(".rail li:last-child").textContent), undefined, { timeout: 5000 });
    // From there to its words.
    await rows.nth(2).getByRole("button").click();
    await edit.getByRole("button", { name: "Read it" }).click();
    await edit.waitFor({ state: "detached" });
    await page.locator(".reader").waitFor();
    assert.match(await page.locator(".reader").innerText(), /And on\./);
    await page.keyboard.press("Escape");
    await page.locator(".reader").waitFor({ state: "detached" });
    // Several: by their ticks.
    await rows.nth(0).getByRole("checkbox", { name: /^Tick/ }).check();
    await rows.nth(1).getByRole("checkbox", { name: /^Tick/ }).check();
    const bar = page.getByRole("group", { name: "Ticked texts" });
    await bar.getByRole("button", { name: "Edit …" }).click();
    const both = page.getByRole("dialog", { name: /Edit 2\stexts/ });
    await both.getByLabel("Outlet").fill("The Times");
    await both.getByLabel("Outlet").press("Tab");
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => (document.querySelector("[role=grid]").textContent.match(/The Times/g) ?? []).length === 2);
    await bar.getByRole("button", { name: "Move down" }).click();
    await page.waitForFunction(() => document.querySelector("[role=grid] .of-name").textContent === "The third");
    assert.deepEqual(await titles(), ["The third", "A headline of mine", "Another headline"]);
    // Sorted by a column, and that order kept.
    await page.getByRole("button", { name: "text", exact: true }).click();
    await page.waitForFunction(() => document.querySelector("[role=grid] .of-name").textContent === "A headline of mine");
    await bar.getByRole("button", { name: "Keep this order" }).click();
    await page.waitForFunction(() => document.querySelector(".rail li .rail-title").textContent === "A headline of mine");
    await bar.getByRole("button", { name: "Leave out" }).click();
    await page.waitForFunction(() => document.querySelectorAll(".rail li.off").length === 2);
    await bar.getByRole("button", { name: "Remove" }).click();
    await analysed(page, 1);
    assert.deepEqual(await titles(), ["The third"]);
    assert.equal(await page.locator(".notice").count(), 0);
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await analysed(page, 3);
    assert.equal(await page.locator(".rail li.off").count(), 2);
    // The filter, and the file.
    await page.getByLabel("Texts: filter").fill("times");
    await page.waitForFunction(() => document.querySelectorAll("[role=grid] tbody tr").length === 2);
    const file = await downloaded(page, () => page.getByRole("button", { name: "Download CSV" }).click());
    assert.match(file.bytes.toString(), /The third[\s\S]*2025-02/);
  });
});
