// The Compare view's pictures: tree, pair, map and shared vocabulary, by mouse and by keyboard.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseCsv } from "./support/csv.mjs";
import { withPage } from "./support/suite.mjs";
import { downloaded, open, untroubled, view } from "./support/views.mjs";

describe("Compare", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  const fresh = async (hash = "#/compare") => {
    await page.goto("about:blank");
    await open(page, address(hash), view("Compare"));
    await page.locator(".sets .chart-picture [data-mark]").first().waitFor();
    await settled();
  };
  const settled = () => page.waitForFunction(() => !document.querySelector(".main [aria-busy=true]"));
  const hashHas = (part) => page.waitForFunction((part) => location.hash.includes(part), part);
  const reader = () => page.locator("aside.reader");
  const closeReader = async () => {
    await page.keyboard.press("Escape");
    await reader().waitFor({ state: "detached" });
  };
  const csv = async (section) => {
    const file = await downloaded(page, () => section.getByRole("button", { name: "Download CSV" }).click());
    const [header, ...rows] = parseCsv(file.bytes.toString("utf8"));
    return { header, rows, column: (name) => rows.map((row) => row[header.indexOf(name)]) };
  };

  it("the tree: distance and linkage are chosen, undone and kept in the address; a step leads to both texts", async () => {
    await fresh();
    const distance = page.getByLabel("tree by");
    const linkage = page.getByLabel("linkage");
    assert.equal(await linkage.locator("option").count(), 3, "no Ward without Euclidean distance");
    await distance.selectOption({ label: "Euclidean on TF-IDF" });
    await hashHas("distance=euclidean");
    await linkage.selectOption({ label: "Ward’s" });
    await hashHas("linkage=ward");
    await settled();
    const table = page.getByRole("region", { name: "The tree, step by step" });
    const { rows, column } = await csv(table);
    const articles = await page.locator(".rail .article, .rail li").count();
    assert.ok(rows.length >= 1 && rows.length < articles + 1);
    const heights = column("distance").map(Number);
    assert.deepEqual(heights, [...heights].sort((a, b) => a - b), "later steps are higher");
    assert.equal(Number(column("size").at(-1)), rows.length + 1, "the last step holds all");
    // Another distance takes Ward's linkage with it, in one step.
    await distance.selectOption({ label: "Jaccard" });
    await hashHas("distance=jaccard");
    assert.ok(!(await page.evaluate(() => location.hash)).includes("ward"));
    await page.locator("h1").click();
    await page.keyboard.press("Control+z");
    await hashHas("linkage=ward");
    // The last mark is the last step of the tree.
    const step = page.locator("section.likeness [data-mark]").last();
    assert.match(await step.getAttribute("aria-label"), /join/);
    await step.focus();
    await page.keyboard.press("Enter");
    await reader().locator("article mark").first().waitFor();
    assert.equal(await reader().locator("article.text").count(), 2, "both texts");
    await closeReader();
    untroubled(watched.troubles);
  });

  it("an address with Ward's linkage for another distance shows average linkage", async () => {
    await fresh("#/compare?v=1&distance=jaccard&linkage=ward");
    assert.equal(await page.getByLabel("linkage").evaluate((select) => select.selectedOptions[0].text), "average");
    assert.ok((await page.locator("section.likeness [data-mark]").count()) > 0);
    untroubled(watched.troubles);
  });

  it("the map: contributions add up, a word and an article lead to the texts, other axes can be shown", async () => {
    await fresh();
    const map = page.locator("section.map");
    const { header, rows, column } = await csv(map.locator(".table").first());
    const kinds = column("kind");
    for (const kind of ["article", "word"]) {
      for (const name of header.filter((name) => /^(mass|inertia_share|contribution_1)$/.test(name))) {
        const sum = rows.filter((_, at) => kinds[at] === kind).reduce((sum, row) => sum + Number(row[header.indexOf(name)]), 0);
        assert.ok(Math.abs(sum - 1) < 1e-9, `${name} of each ${kind} adds up to 1, not ${sum}`);
      }
    }
    const axes = map.locator("label.control").filter({ hasText: /^axes/ }).locator("select");
    if (await axes.count()) {
      const before = await map.locator(".chart-picture").innerHTML();
      await axes.selectOption({ index: 1 });
      await hashHas("map-axes=");
      await page.waitForFunction((was) => document.querySelector("section.map .chart-picture")?.innerHTML !== was, before);
    }
    const marks = map.locator("[data-mark]");
    await marks.last().focus();
    await page.keyboard.press("Enter");
    await reader().locator("article.text").first().waitFor();
    await closeReader();
    await map.locator("button.term").first().click();
    await reader().locator("article mark").first().waitFor();
    await closeReader();
    untroubled(watched.troubles);
  });

  it("the map says why there is none", async () => {
    await page.goto("about:blank");
    await open(page, address("#/compare?v=1&map-least=100000"), view("Compare"));
    await page.locator("section.map .empty").waitFor();
    assert.match(await page.locator("section.map .empty").innerText(), /Fewer than two words/);
    untroubled(watched.troubles);
  });

  it("shared vocabulary: a row lists its words, by mouse and by keyboard, and each leads to its places", async () => {
    await fresh();
    const sets = page.locator("section.sets");
    const rows = sets.locator("[data-mark]").filter({ hasNot: page.locator("nothing") });
    const labelled = async (pattern) => {
      for (const mark of await rows.all()) {
        const label = await mark.getAttribute("aria-label");
        if (pattern.test(label)) return { mark, label };
      }
      return null;
    };
    const { mark, label } = await labelled(/^in .* and in no other/);
    const words = Number(/no other: ([\d,]+)/.exec(label)[1].replace(/,/g, ""));
    await mark.focus();
    await page.keyboard.press("Enter");
    await hashHas("set-open=");
    await page.waitForFunction(() => document.activeElement?.id === "intersection-words");
    const opened = sets.locator("#intersection-words");
    await opened.locator(".word").first().waitFor();
    assert.match(await opened.locator("h3").innerText(), new RegExp(`\\b${words.toLocaleString("en-GB")}\\swords?`));
    const count = Number(await opened.locator(".word-count").first().innerText());
    await opened.locator(".word-count").first().click();
    await reader().locator("article mark").first().waitFor();
    assert.equal(await reader().locator("article.text").first().locator("mark").count(), count);
    await closeReader();
    // The groups and the sizes of the sets tell the same.
    const { header, rows: lines } = await csv(sets.locator(".table").first());
    const of = (name) => lines.map((row) => row[header.indexOf(name)]);
    assert.ok(of("in").filter((set) => set === of("in")[0]).length === words || of("articles")[0] !== "1");
    await sets.locator("label.control").filter({ hasText: /^order/ }).locator("select").selectOption({ label: "most articles first" });
    await hashHas("set-order=degree");
    await settled();
    untroubled(watched.troubles);
  });

  const tops = () => page.evaluate(() => [...document.querySelectorAll(".pair-scroll")].map((box) => box.scrollTop));

  it("two texts scroll together, the one touched leads, and it can be switched off", async () => {
    await fresh();
    const [a, b] = [page.locator(".pair-scroll").first(), page.locator(".pair-scroll").last()];
    await a.scrollIntoViewIfNeeded();
    await a.locator("p").first().waitFor();
    await b.locator("p").first().waitFor();
    const ends = () => page.evaluate(() => [...document.querySelectorAll(".pair-scroll")].map((box) => box.scrollHeight - box.clientHeight));
    const [far, other] = await ends();
    assert.ok(far > 20 && other > 20, "both texts are longer than their boxes");
    await a.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => [...document.querySelectorAll(".pair-scroll")].every((box) => box.scrollTop > 0 && box.scrollTop >= box.scrollHeight - box.clientHeight - 2));
    await b.focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => [...document.querySelectorAll(".pair-scroll")].every((box) => box.scrollTop <= 1));
    await page.getByLabel("scroll together").uncheck();
    await hashHas("apart=yes");
    await a.focus();
    await page.keyboard.press("End");
    await page.waitForFunction(() => { const box = document.querySelector(".pair-scroll"); return box.scrollTop >= box.scrollHeight - box.clientHeight - 2; });
    assert.ok((await tops())[1] <= 1, "the other stays");
    untroubled(watched.troubles);
  });

  it("what is tied is brought to one height by a click, by Enter and by Next; its ribbon joins both ends", async () => {
    await fresh();
    const next = page.locator(".pair-status").getByRole("button", { name: "Next" });
    if (!(await next.count())) return; // These texts share nothing.
    await next.click();
    const level = () => page.waitForFunction(() => {
      const ribbon = document.querySelector(".ribbon-on");
      if (!ribbon) return false;
      const tie = ribbon.getAttribute("data-passages");
      const ends = [...document.querySelectorAll(".pair-scroll")].map((box) => {
        const piece = box.querySelector(`[data-begins~="${tie}"]`);
        const at = piece.getBoundingClientRect().top - box.getBoundingClientRect().top;
        return { at, free: box.scrollTop > 0 && box.scrollTop < box.scrollHeight - box.clientHeight - 1 };
      });
      const even = Math.abs(ends[0].at - ends[1].at) < 3 || !ends.every((end) => end.free);
      // The ribbon's left end is where the piece stands.
      const y = Number(/^M0 (-?[\d.]+)/.exec(ribbon.getAttribute("d") ?? "")?.[1]);
      return even && Math.abs(y - ends[0].at) < 30;
    });
    await level();
    await next.click();
    await level();
    const passage = page.locator(".pair-scroll").last().locator(".passage[data-begins]").first();
    if (await passage.count()) {
      await passage.click();
      await level();
      await passage.focus();
      await page.keyboard.press("Enter");
    }
    untroubled(watched.troubles);
  });

  it("labels of the two-sided plot never collide, at any width", async () => {
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await fresh();
      const first = page.locator(".pair").getByLabel("first");
      const pairs = await first.locator("option").count();
      for (let at = 0; at < Math.min(pairs, 5); at++) {
        await first.selectOption({ index: at });
        await settled();
        await page.locator(".pair .chart-picture [data-mark]").first().waitFor();
        const found = await page.evaluate(() => {
          const picture = document.querySelector(".pair .chart-picture");
          const frame = picture.getBoundingClientRect();
          const boxes = [...picture.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() })).filter(({ box }) => box.width > 0);
          const troubles = [];
          for (const [at, one] of boxes.entries()) {
            if (one.box.left < frame.left - 1 || one.box.right > frame.right + 1) troubles.push(`${one.text} leaves the picture`);
            for (const other of boxes.slice(at + 1)) {
              const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              // Line boxes are higher than their letters: those of two lines may touch.
              const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
              if (across > 0.5 && down > 4) troubles.push(`${one.text} over ${other.text}`);
            }
          }
          return { troubles, count: boxes.length };
        });
        assert.ok(found.count > 4, "the plot has labels");
        assert.deepEqual(found.troubles, [], `at ${width} px`);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    untroubled(watched.troubles);
  });

  it("the tables of the map, the tree, the intersections and the pairs are sorted by their heads, with their files", async () => {
    await fresh();
    const values = (table, column) => table.locator("tbody tr").evaluateAll((rows, column) => rows.map((row) => row.cells[column].innerText.trim()), column);
    const head = (table, name) => table.locator("thead button.sort").filter({ hasText: name }).first();
    const number = (text) => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));
    const isSorted = (all, descending) => all.every((it, at) => at === 0 || (descending ? all[at - 1] >= it : all[at - 1] <= it));

    const map = page.locator("#map-table");
    await head(map, "inertia").click();
    await hashHas("orders=map.-inertia_share");
    await map.locator("th[aria-sort=descending]").waitFor();
    const inertia = (await values(map, 3)).map(number);
    assert.ok(inertia.length > 20 && isSorted(inertia, true));
    const file = await csv(map);
    assert.ok(isSorted(file.column("inertia_share").map(Number), true), "the file is in the same order");
    // By keyboard the other way, and undone.
    await head(map, "inertia").focus();
    await page.keyboard.press("Enter");
    await map.locator("th[aria-sort=ascending]").waitFor();
    assert.ok(isSorted((await values(map, 3)).map(number), false));
    await page.locator("h1").focus();
    await page.keyboard.press("Control+z");
    await map.locator("th[aria-sort=descending]").waitFor();

    const tree = page.getByRole("region", { name: "The tree, step by step" });
    await head(tree, "distance").click();
    await tree.locator("th[aria-sort=descending]").waitFor();
    assert.ok(isSorted((await values(tree, 2)).map(number), true));

    const sets = page.locator("#intersections-table");
    await head(sets, "words").click();
    await sets.locator("th[aria-sort=descending]").waitFor();
    assert.ok(isSorted((await values(sets, 2)).map(number), true));
    // The words of the first row are still its own.
    const [most] = (await values(sets, 2)).map(number);
    await sets.locator("tbody tr").first().locator("button.of").click();
    await hashHas("set-open=");
    assert.ok(most > 0);

    const pairs = page.locator("#similarity-table");
    await head(pairs, "Jaccard").click();
    await hashHas("similarity.-jaccard");
    await settled();
    assert.ok(isSorted((await values(pairs, 2)).map(number), true));
    await head(pairs, "Jaccard").click();
    await hashHas("similarity.jaccard");
    await settled();
    assert.ok(isSorted((await values(pairs, 2)).map(number), false));
    // A link brings all of them back.
    await page.reload();
    await page.locator("#map-table th[aria-sort=descending]").waitFor();
    await page.locator("#similarity-table th[aria-sort=ascending]").waitFor();
  });
});
