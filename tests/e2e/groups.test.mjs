// Groups of articles: chosen in the rail, compared in the views, each number read in its articles.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, watchedPage } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";
import { analysed, downloaded, open, untroubled, view } from "./support/views.mjs";

describe("Groups of articles", () => {
  let browser, server, watched, page, address;
  before(async () => {
    server = await serveSite();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  const begin = async () => {
    watched = await watchedPage(browser, server);
    ({ page, address } = watched);
  };

  const choice = () => page.locator(".rail-compare select");
  const heading = (text) => page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, text);
  const settled = () => page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true], .rail progress"));
  const groups = () => page.locator(".rail-group");
  const group = (name) => page.getByRole("region", { name, exact: true });
  const number = (text) => Number(text.replace(/\D/g, ""));

  it("are chosen, compared, read, undone and kept by keyboard alone", async () => {
    await begin();
    await open(page, address("#/overview"), view("Overview"));
    await choice().focus();
    // The list jumps to what begins with the letter.
    await page.keyboard.press("t");
    await page.waitForFunction(() => location.hash.includes("group-by=translated"));
    await group("group 1: not translated").waitFor();
    assert.equal(await groups().count(), 2);
    assert.match(await page.locator(".units-note").innerText(), /each article stands by itself/);

    // Keywords: a panel, and a row's number, are of the group; its places stand in the articles.
    await page.getByRole("link", { name: "Keywords" }).focus();
    await page.keyboard.press("Enter");
    await heading("Which words set each group apart?");
    await page.locator("[role=grid] tbody tr").first().waitFor();
    await settled();
    assert.equal(await page.locator(".panel-title").count(), 2);
    const row = page.locator("[role=grid] tbody tr").first();
    const count = row.getByRole("button", { name: /in group \d/ }).first();
    const times = number(await count.innerText());
    await count.focus();
    await page.keyboard.press("Enter");
    const line = page.locator(".reader-group");
    await line.waitFor();
    const [, places, articles] = /: (\d+)\s+places? in (\d+)\s+article/.exec(await line.innerText());
    assert.equal(Number(places), times, "as many places as the number says");
    const here = Number(/of (\d+)/.exec(await page.locator(".reader-term [role=status]").innerText())[1]);
    const elsewhere = await page.locator(".reader-term .to-article").allInnerTexts();
    assert.equal(elsewhere.length, Number(articles) - 1);
    assert.equal(here + elsewhere.reduce((sum, text) => sum + Number(/\d+/.exec(text)[0]), 0), times);
    assert.ok((await page.locator("mark").count()) >= here);
    await page.keyboard.press("Escape");

    // How it was computed: the group stands in the table of counts.
    await page.goto(address("#/keywords?v=1&group-by=translated&number=g2&number-of=europe&number-in=~not%20translated&how=yes"));
    const how = page.getByRole("dialog");
    await how.getByText("not translated").first().waitFor();
    assert.match(await how.innerText(), /1,560/);
    await page.keyboard.press("Escape");

    // Compare: the heat map is of the groups; its cell opens a text of each.
    await page.getByRole("link", { name: "Compare" }).focus();
    await page.keyboard.press("Enter");
    await heading("What do the groups share, and where do they part?");
    await page.locator(".likeness [data-mark]").first().waitFor();
    await settled();
    assert.equal(await page.getByRole("region", { name: "Table of similarities" }).locator("tbody tr").count(), 1);
    await page.getByRole("heading", { name: "Two groups against each other" }).waitFor();
    const cell = page.getByRole("region", { name: "Table of similarities" }).locator("tbody .of").first();
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.locator(".reader-beside").waitFor();
    await page.waitForFunction(() => document.querySelectorAll(".reader mark").length > 10);
    await page.keyboard.press("Escape");

    // Undone, where it was done, each article is compared again; done again and loaded again, the groups are there.
    await page.keyboard.press("Control+z");
    await heading("What is in this corpus?");
    assert.equal(await groups().count(), 0);
    assert.ok(!page.url().includes("group-by"));
    await page.keyboard.press("Control+Shift+z");
    await heading("What do the groups share, and where do they part?");
    await page.reload();
    await heading("What do the groups share, and where do they part?");
    await group("group 2: translated").waitFor();
    await page.locator(".likeness [data-mark]").first().waitFor();
    untroubled(watched.troubles);
    await watched.context.close();
  });

  it("are made by hand, named and taken apart, and a link brings them back", async () => {
    await begin();
    await open(page, address("#/keywords"), view("Keywords"));
    await choice().selectOption({ label: "by hand" });
    await page.getByText("All articles that are switched on are in one group").first().waitFor();
    const place = (id) => page.locator(`#group-of-${id}`);
    await place("anti-drone").focus();
    // Its own choice follows the keys; the field stays the one in use when the article has moved.
    await place("anti-drone").selectOption({ label: "Group 1" });
    await group("group 1: Group 1").locator("li").waitFor();
    await page.waitForFunction(() => document.activeElement?.id === "group-of-anti-drone");
    await place("trt-world").selectOption({ label: "a new group" });
    await group("group 3: Group 3").locator("li").waitFor();
    const name = group("group 1: Group 1").getByRole("textbox");
    await name.fill("East, and more");
    await name.press("Enter");
    await group("group 1: East, and more").waitFor();
    await heading("Which words set each group apart?");
    await settled();
    assert.equal(await page.locator(".panel-title").count(), 3, "an empty group has no panel; what is in none has one");
    // A name that is taken isn't given.
    const third = group("group 3: Group 3").getByRole("textbox");
    await third.fill("East, and more");
    await third.press("Enter");
    assert.equal(await third.inputValue(), "Group 3");
    await page.getByRole("button", { name: "Take the group Group 2 apart" }).click();
    await group("group 2: Group 3").waitFor();
    const link = page.url();
    await page.keyboard.press("Control+z");
    await group("group 2: Group 2").waitFor();

    const other = await watchedPage(browser, server);
    await other.page.goto(link);
    await other.page.getByRole("region", { name: "group 1: East, and more", exact: true }).locator("li").waitFor();
    assert.equal(await other.page.locator("#group-of-trt-world").inputValue(), "Group 3");
    untroubled(other.troubles);
    await other.context.close();
    untroubled(watched.troubles);
    await watched.context.close();
  });

  it("that name articles or groups which aren't there are passed over with a word on it", async () => {
    await begin();
    await page.goto(address("#/compare?v=1&group-by=hand&groups=East,anti-drone,nowhere;West,trt-world&pair=~East,~North"));
    await analysed(page);
    await page.getByText("This corpus has no article “nowhere”, which the address puts into a group").waitFor();
    await page.getByText("There is no group “North”, which the address asked for").waitFor();
    await page.waitForFunction(() => !location.hash.includes("nowhere") && !location.hash.includes("North"));
    await page.getByRole("heading", { name: "Two groups against each other" }).waitFor();
    // A link from before there were groups.
    await page.goto(address("#/keywords?v=1&group=trt-world,anti-drone&reference=us-support"));
    await heading("Which words set A and C apart from E?");
    // One that asks for a grouping there isn't.
    await page.goto(address("#/keywords?v=1&group-by=weather"));
    await page.getByText("The address asks for group-by “weather”, which can't be").waitFor();
    untroubled(watched.troubles);
    await watched.context.close();
  });

  it("stand in files by their names, with their articles", async () => {
    await begin();
    await page.goto(address("#/frequency?v=1&group-by=country&sort=-group.1"));
    await group("group 2: Belgium").waitFor();
    await page.locator("[role=grid] tbody tr").first().waitFor();
    const table = page.getByRole("region", { name: "Table of frequencies" });
    const file = await downloaded(page, () => table.getByRole("button", { name: "Download CSV" }).click());
    const lines = file.bytes.toString("utf8").split("\r\n");
    assert.equal(lines[1], "# group Belgium: anti-drone + more-lethal-nato");
    assert.equal(lines[3], "term,frequency,per_million,range,dp,dp_norm,juilland_d,Romania,Belgium,not stated");
    const counts = lines.slice(4, 30).map((line) => Number(line.split(",")[8]));
    assert.deepEqual(counts, [...counts].sort((a, b) => b - a), "ordered by the second group");
    untroubled(watched.troubles);
    await watched.context.close();
  });

  it("are what names, speakers and framing are of, in the pictures, the tables and the reader", async () => {
    await begin();
    await page.goto(address("#/coverage?v=1&group-by=translated"));
    await heading("Who and what does each outlet mention?");
    const names = page.getByRole("region", { name: "Every name by group" });
    await names.locator("tbody tr").first().waitFor();
    await settled();
    assert.match(await page.locator(".finding").first().innerText(), /In both groups stand .* stand in one group only/s);
    assert.deepEqual(await page.locator(".name-columns > li h3 .badge").evaluateAll((all) => all.map((it) => it.firstChild.textContent.trim())), ["1", "2"]);
    await page.getByRole("heading", { name: "What only one group has" }).waitFor();
    // A count of a group has its places in the group's articles.
    const row = names.locator("tbody tr").filter({ hasText: "European Union" }).first();
    const cell = row.getByRole("button", { name: /in group 1|of group 1/ }).last();
    const times = number((await cell.innerText()).split("·")[0]);
    await cell.focus();
    await page.keyboard.press("Enter");
    await page.locator(".reader mark").first().waitFor();
    const here = number((await page.locator(".reader-term [role=status]").innerText()).replace(/^.* of /, ""));
    const elsewhere = await page.locator(".reader-term .to-article").allInnerTexts();
    assert.equal(here + elsewhere.reduce((sum, text) => sum + Number(/\d+/.exec(text)[0]), 0), times);
    await page.keyboard.press("Escape");

    // Words around a name and modal verbs: a column and a line a group.
    await page.getByRole("heading", { name: "Most typical first, by group" }).waitFor();
    const rates = page.getByRole("region", { name: "Rates by group" });
    await rates.locator("tbody tr").first().waitFor();
    assert.equal(await rates.locator("tbody tr").count(), 2);

    // Quotes: a bar of a group lists the quotations of its articles.
    await page.getByRole("link", { name: "Quotes", exact: true }).click();
    await heading("Who is quoted, how, and does the wording agree?");
    await page.locator(".quotes-pictures [data-mark]").first().waitFor();
    await settled();
    const bar = page.locator(".quotes-pictures [data-mark]").first();
    const label = await bar.getAttribute("aria-label");
    const [, count] = /Mark Rutte: (\d+) quotations in 1/.exec(label);
    await bar.click();
    await page.waitForFunction(() => location.hash.includes("articles="));
    await settled();
    const list = page.getByRole("region", { name: "Quotations", exact: true });
    await page.waitForFunction((count) => new RegExp(`^${count}\\s`).test(document.querySelector("#quotes-list [role=status]")?.textContent ?? ""), count);
    assert.ok((await list.locator("tbody tr").count()) > 0);
    untroubled(watched.troubles);
    await watched.context.close();
  });

  it("are what sentences stand alone in, what passages are shared between, what carries an utterance; articles wear their colours", async () => {
    await begin();
    const colour = (badge) => badge.evaluate((it) => [...it.classList].find((name) => name.startsWith("article-")));
    await page.goto(address("#/coverage?v=1&group-by=month"));
    const alone = page.getByRole("region", { name: "What one group alone says" });
    await alone.locator(".only-here-article").first().waitFor();
    await settled();
    assert.equal(await alone.locator(".only-here-article").count(), 5);
    assert.match(await alone.innerText(), /Elsewhere is in another group/);
    // The nearest sentence stands in another group.
    const list = alone.locator(".only-here-article").first();
    const own = await colour(list.locator("h3 .badge"));
    assert.equal(await colour(list.locator(".only-here-meta .badge").first()), own);
    await list.locator("summary").first().click();
    assert.notEqual(await colour(list.locator("details .badge").first()), own);

    await page.goto(address("#/compare?v=1&group-by=month"));
    const shared = page.getByRole("region", { name: "Shared passages" });
    await shared.locator(".rows-of").first().waitFor();
    await settled();
    const parts = await shared.locator(".rows-of").allInnerTexts();
    assert.match(parts[0], /^Shared between groups: [1-9]/);
    assert.match(parts[1], /^Within one group: [1-9]/);
    const row = shared.locator("tbody").first().locator("tr").nth(1);
    const units = row.locator(".carrier-unit");
    assert.ok((await units.count()) > 1);
    const [group, article] = [units.first().locator(".badge.group"), units.first().locator(".badge:not(.group)").first()];
    assert.equal(await colour(article), await colour(group));
    await row.getByRole("button").click();
    await page.locator("#passage-wordings .wording").first().waitFor();
    assert.match(page.url(), /reused=/);
    // Every article in one group shares nothing between groups, and that is said.
    await page.goto(address("#/compare?v=1&group-by=outlet"));
    await shared.getByText("No passage is shared between groups").waitFor();

    await page.goto(address("#/quotes?v=1&group-by=month"));
    const utterances = page.getByRole("region", { name: "The same utterance, as each outlet has it" });
    await utterances.locator(".matrix .carrier").first().waitFor();
    await settled();
    assert.equal(await utterances.locator(".matrix .carrier .badge.group").count(), 5);
    assert.match(await utterances.locator(".finding").innerText(), /carried by several groups/);
    const wording = utterances.locator(".wording .badge").first();
    assert.ok(await colour(wording));
    untroubled(watched.troubles);
    await watched.context.close();
  });
});
