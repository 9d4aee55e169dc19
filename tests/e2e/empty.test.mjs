// A view with nothing to show says why, and offers what fills it.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { withPage } from "./support/suite.mjs";
import { VIEWS, analysed, drawn, open, untroubled, view } from "./support/views.mjs";

describe("Empty views", () => {
  let watched, page, address;
  withPage((opened) => {
    watched = opened;
    ({ page, address } = opened);
  });

  /** The address that leaves out all articles but so many. */
  async function leavingOn(hash, count) {
    await open(page, address("#/overview"), view("Overview"));
    for (const toggle of (await page.locator(".rail li [role=switch]").all()).slice(count)) await toggle.click();
    await page.waitForFunction(() => /[?&]off=/.test(location.hash));
    return `${hash}?${new URL(page.url()).hash.split("?")[1]}`;
  }

  // Methods needs none; the Corpus view has the switches themselves.
  for (const wanted of VIEWS.filter(({ name }) => !["Methods", "Corpus"].includes(name))) {
    it(`with all articles off, offers to switch them on: ${wanted.name}`, async () => {
      const hash = await leavingOn(wanted.hash, wanted.name === "Compare" ? 1 : 0);
      await page.goto("about:blank");
      await page.goto(address(hash));
      await analysed(page);
      const all = page.locator(".main").getByRole("button", { name: "Switch all on" });
      await all.waitFor();
      assert.equal(await page.getByRole("button", { name: "Try again" }).count(), 0, "which would bring the same answer");
      await all.click();
      await drawn(page, wanted);
      assert.doesNotMatch(page.url(), /off=/);
      await page.keyboard.press("Control+z");
      await all.waitFor();
      untroubled(watched.troubles);
    });
  }

  it("a filter finds words whatever their case, where case is kept", async () => {
    await page.goto("about:blank");
    await open(page, address("#/frequency?v=1&fold-case=no&filter=nato"), view("Frequency"));
    const terms = await page.locator("[role=grid] tbody button.term").allInnerTexts();
    assert.ok(terms.length > 0 && terms.every((term) => term.toLowerCase().includes("nato")), terms.join());
    assert.ok(terms.some((term) => term.includes("NATO")), terms.join());
    untroubled(watched.troubles);
  });
});
