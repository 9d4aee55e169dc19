// The pointer means the nearest mark, where marks lie over one another too.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { open, untroubled, view } from "./support/views.mjs";

describe("Pointer", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  for (const [name, hash, of, chart] of [
    ["volcano plot", "#/keywords?v=1&picture=volcano", "Keywords", "figure.chart"],
    ["Zipf plot", "#/frequency", "Frequency", "figure.chart:has(#parallax-zipf-summary)"],
  ]) {
    it(`shows the card of the mark that is pointed at: ${name}`, async () => {
      await page.goto("about:blank");
      await open(page, address(hash), view(of));
      const figure = page.locator(chart).first();
      // The picture's own marks lie one over the other; the middle of one may lie within another's area.
      await figure.locator("svg.chart-picture").evaluate((svg) => svg.scrollIntoView({ block: "center" }));
      const marks = await figure.locator("[data-mark]").evaluateAll((all) => all.map((mark) => {
        const { left, top, width, height } = mark.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2, width, height, term: mark.getAttribute("aria-label").split(/[,:(]/)[0].trim() };
      }));
      const covered = marks.filter((mark) => {
        const others = marks.filter((other) => other !== mark);
        const within = (other) => Math.abs(other.x - mark.x) < other.width / 2 && Math.abs(other.y - mark.y) < other.height / 2;
        // A pointer has whole pixels: what is closer than that can't be told apart.
        const apart = (other) => Math.hypot(other.x - mark.x, other.y - mark.y) > 2;
        return others.some(within) && others.every(apart) && mark.y > 140 && mark.y < 880;
      });
      assert.ok(covered.length > 5, `${covered.length} marks lie within another's area`);
      for (const mark of covered.slice(0, 40)) {
        await page.mouse.move(mark.x, mark.y);
        await page.waitForFunction(
          ([selector, term]) => document.querySelector(`${selector} .card`)?.textContent.includes(term),
          [chart, mark.term],
          { timeout: 3000 },
        );
      }
      untroubled(watched.troubles);
    });
  }
});
