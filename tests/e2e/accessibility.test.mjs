// axe-core on every view, light and dark, wide and narrow; and nothing scrolls sideways.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { VIEWS, analysed, open, untroubled, view } from "./support/views.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

async function violations(page) {
  // The page's style may still be changing: a half-faded text has another contrast.
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {}))));
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const found = await window.axe.run(document, { resultTypes: ["violations"] });
    return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} (${node.failureSummary?.split("\n")[1]?.trim()})`).join(" | ")} (${nodes.length})`);
  });
}

describe("Accessibility", () => {
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

  for (const colorScheme of ["light", "dark"]) {
    for (const wanted of VIEWS) {
      visit(`${wanted.name}, ${colorScheme}`, { colorScheme }, async ({ page, address }) => {
        await open(page, address(wanted.hash), wanted);
        assert.deepEqual(await violations(page), []);
      });
    }
    visit(`vocabulary, ${colorScheme}`, { colorScheme }, async ({ page, address }) => {
      for (const picture of ["growth", "spectrum&minimum=2&maximum=2&stems=yes"]) {
        await open(page, address(`#/frequency?v=1&picture=${picture}`), view("Frequency"));
        await page.locator(".vocabulary [role=grid] tbody tr").first().waitFor();
        assert.deepEqual(await violations(page), []);
      }
    });
    visit(`reader, ${colorScheme}`, { colorScheme }, async ({ page, address }) => {
      await open(page, address("#/frequency"), view("Frequency"));
      await page.locator("[role=grid] tbody button.term").first().click();
      await page.locator("aside.reader article.text mark").first().waitFor();
      assert.deepEqual(await violations(page), []);
    });
    visit(`settings, keys and palette, ${colorScheme}`, { colorScheme }, async ({ page, address }) => {
      await open(page, address(), view("Overview"));
      for (const show of [
        () => page.getByRole("button", { name: "Settings", exact: true }).click(),
        () => page.keyboard.press("?"),
        () => page.keyboard.press("Control+k"),
        () => page.locator("header").getByRole("button", { name: "Take along" }).click(),
        () => page.goto(address("#/style?v=1&of=3f2a9c0d1e5b7a68-0c4d9e21-12")), // A link whose texts aren't here.
      ]) {
        await show();
        await page.locator("dialog[open]").waitFor();
        assert.deepEqual(await violations(page), []);
        await page.keyboard.press("Escape");
        await page.locator("dialog[open]").waitFor({ state: "detached" });
      }
    });
  }

  for (const [hash, size] of [["#/compare", 1280], ["#/overview", 360]]) {
    visit(`groups made by hand at ${size} px`, { viewport: { width: size, height: 900 } }, async ({ page, address }) => {
      await page.goto(address(`${hash}?v=1&group-by=hand&groups=East,anti-drone;West,trt-world`));
      await page.locator(".main .finding").first().waitFor();
      await page.locator(".rail-group li").first().waitFor({ state: "attached" });
      await page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true]"));
      assert.deepEqual(await violations(page), []);
      if (size < 900) await page.getByRole("button", { name: "Articles", exact: true }).click();
      await page.locator("#group-of-anti-drone").waitFor();
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    });
  }

  const narrow = { viewport: { width: 360, height: 740 } };
  for (const wanted of VIEWS) {
    visit(`${wanted.name} at 360 px`, narrow, async ({ page, address }) => {
      await open(page, address(wanted.hash), wanted);
      assert.deepEqual(await violations(page), []);
      const wide = await page.evaluate(() => {
        const width = document.documentElement.clientWidth;
        if (document.documentElement.scrollWidth <= width) return [];
        // Who stands out: what lies beyond the edge and in no box that scrolls by itself.
        return [...document.querySelectorAll("body *")]
          .filter((element) => element.getBoundingClientRect().right > width + 1)
          .filter((element) => {
            for (let up = element.parentElement; up; up = up.parentElement) {
              if (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(up).overflowX)) return false;
            }
            return true;
          })
          .slice(0, 5)
          .map((element) => `${element.tagName}.${element.getAttribute("class")} to ${Math.round(element.getBoundingClientRect().right)}`)
          .concat(`page is ${document.documentElement.scrollWidth} wide`);
      });
      assert.deepEqual(wide, []);
    });
  }

  visit("articles and reader are sheets at 360 px", narrow, async ({ page, address }) => {
    await open(page, address("#/keywords"), view("Keywords"));
    await page.getByRole("button", { name: "Articles", exact: true }).click();
    await page.locator(".rail.open").waitFor();
    assert.equal(await page.getByRole("dialog", { name: "Articles" }).count(), 1);
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press("Escape");
    await page.waitForFunction(() => !document.querySelector(".rail.open"));
    await page.locator("[role=grid] tbody button.term").first().click();
    await page.locator("aside.reader article.text mark").first().waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth));
    assert.deepEqual(await violations(page), []);
  });

  for (const width of [900, 1440, 2560]) {
    visit(`no sideways scrolling at ${width} px`, { viewport: { width, height: 900 } }, async ({ page, address }) => {
      for (const wanted of VIEWS) {
        await page.goto("about:blank");
        await open(page, address(wanted.hash), wanted);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth), wanted.name);
      }
    });
  }

  visit("keeps the theme that was chosen", { colorScheme: "light" }, async ({ page, address }) => {
    await open(page, address(), view("Overview"));
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await paper();
    for (let i = 0; i < 3 && (await paper()) === light; i++) await page.getByRole("button", { name: /^Theme/ }).click();
    const dark = await paper();
    assert.notEqual(dark, light);
    await page.reload();
    await analysed(page);
    assert.equal(await paper(), dark);
  });
});
