// On paper, and in colours that the reader forces: every view as a page of a report.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { VIEWS, open, untroubled, view } from "./support/views.mjs";

describe("Print and forced colours", () => {
  const on = withBrowser();

  const visit = (name, options, act) => it(name, async () => {
    const watched = await watchedPage(on.browser, on.server, options);
    try {
      await act(watched);
      untroubled(watched.troubles);
    } finally {
      await watched.context.close();
    }
  });

  // A4 less its margins is 182 mm: 688 CSS pixels.
  const paper = { viewport: { width: 688, height: 1000 }, colorScheme: "dark" };
  for (const wanted of VIEWS) {
    visit(`${wanted.name} on paper`, paper, async ({ page, address }) => {
      await open(page, address(wanted.hash), wanted);
      // It stands in the late part, which the Overview is drawn without.
      await page.locator("footer.print-only").waitFor({ state: "attached" });
      await page.emulateMedia({ media: "print", colorScheme: "dark" });
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      assert.ok(await page.locator("h1").isVisible());
      if (wanted.name !== "Methods") assert.ok(await page.locator(".finding").first().isVisible());
      const note = await page.locator("footer.print-only").innerText();
      assert.match(note, /settings/i);
      assert.match(note, /Printed .*\d{4} from http/);
      for (const hidden of [".header", ".rail", ".link", ".button", ".table-box tbody[aria-hidden]"]) {
        assert.equal(await page.locator(`${hidden}:visible`).count(), 0, `${hidden} is on paper`);
      }
      // Light, whatever the screen was; and nothing runs over the paper's edge, tables neither.
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(255, 255, 255)");
      const wide = await page.evaluate(() => [...document.querySelectorAll(".main table, .main svg.chart-picture, .pair-texts, .main p")]
        .filter((element) => element.getBoundingClientRect().width > 0 && element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => `${element.tagName}.${element.getAttribute("class")} to ${element.getBoundingClientRect().right}`));
      assert.deepEqual(wide, []);
      for (const table of await page.locator("[role=grid]").all()) {
        const heads = await table.locator("thead th").allInnerTexts();
        assert.ok(heads.every((head) => head.trim()), heads.join());
        // A table of which only a window is there says which rows those are; others have all their rows on paper.
        const rows = await table.locator("tbody:not([aria-hidden]) tr").count();
        if ((await table.getAttribute("aria-rowcount")) - 1 > rows) {
          assert.match(await table.locator("xpath=following-sibling::p").innerText(), /^Rows 1 to \d+ of \d+; the CSV file has all\.$/);
        }
      }
      const light = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--article-0").trim());
      assert.equal(light, "#b4472e");
    });
  }

  for (const wanted of VIEWS) {
    visit(`${wanted.name} in forced colours`, { forcedColors: "active" }, async ({ page, address }) => {
      await open(page, address(wanted.hash), wanted);
      // What is told by a fill alone must still be told: the chosen of a group, a switch, the marks of a chart.
      const same = await page.evaluate(() => {
        const style = (element) => { const { backgroundColor, color, outlineStyle, borderTopColor } = getComputedStyle(element); return [backgroundColor, color, outlineStyle, borderTopColor].join(); };
        const [on, off] = [".segment input:checked + span", ".segment input:not(:checked) + span"].map((selector) => document.querySelector(selector));
        return on && off && style(on) === style(off);
      });
      assert.ok(!same, "the chosen segment looks like the others");
      for (const picture of await page.locator("svg.chart-picture").all()) {
        const fills = await picture.evaluate((svg) => new Set([...svg.querySelectorAll(".chart-drawn *")].filter((e) => e.tagName !== "text").map((e) => getComputedStyle(e).fill + getComputedStyle(e).stroke)).size);
        assert.ok(fills > 1, "a chart is drawn in more than one colour");
      }
    });
  }

  visit("the reader's places in forced colours", { forcedColors: "active" }, async ({ page, address }) => {
    await open(page, address("#/frequency"), view("Frequency"));
    await page.locator("[role=grid] tbody button.term").first().click();
    const mark = page.locator("aside.reader article.text mark.current").first();
    await mark.waitFor();
    const [inside, around] = await mark.evaluate((element) => [element, element.parentElement].map((e) => getComputedStyle(e).backgroundColor));
    assert.notEqual(inside, around);
  });
});
