// One article twice, with a paragraph changed: found, said, and each difference leads to both texts.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { watchedPage } from "./support/chromium.mjs";
import { withBrowser } from "./support/suite.mjs";
import { analysed, open, untroubled, view } from "./support/views.mjs";

const PARAGRAPHS = [
  "Harbour closed after the storm",
  "The harbour of the northern island was closed on Monday after a storm broke its outer wall, the port authority said.",
  "Ferries to the mainland wait in the bay, and supermarkets have bread for three more days, according to the mayor.",
  "Nobody was hurt when the wall fell in the early morning.",
  "Engineers from the capital expect that ships can enter again within two weeks, if the sea stays calm.",
  "The last wall was built seventy years ago and was never repaired, although fishermen asked for it every spring.",
];
const CHANGED = "Three fishermen were taken to a hospital on the mainland.";
const OTHER = "A bridge instead\n\nThe parliament voted for a bridge to the island. It will cost nine million, a minister said, and be built by 2031.";

describe("Articles that are nearly the same", () => {
  const on = withBrowser();

  it("are found among texts of one's own, said, and lead to what differs", async () => {
    const { page, address, troubles, context } = await watchedPage(on.browser, on.server);
    try {
      await open(page, address("#/keywords"), view("Keywords"));
      const dialog = page.getByRole("dialog", { name: "Add texts" });
      const twin = PARAGRAPHS.with(3, CHANGED);
      for (const [at, text] of [PARAGRAPHS.join("\n\n"), OTHER, twin.join("\n\n")].entries()) {
        await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
        await dialog.getByRole("textbox", { name: "Text" }).fill(text);
        await dialog.getByLabel("Outlet").fill(`Gazette ${at + 1}`);
        await dialog.getByRole("button", { name: "Add the text" }).click();
        await dialog.waitFor({ state: "detached" });
        await analysed(page, at + 1);
      }
      await page.getByRole("navigation").getByRole("link", { name: "Compare", exact: true }).click();
      const section = page.getByRole("region", { name: "Shared passages" });
      await section.getByRole("heading", { name: "Articles that are nearly the same" }).waitFor();
      const pair = section.locator(".duplicates > li");
      assert.equal(await pair.count(), 1);
      assert.match(await pair.locator(".duplicate").innerText(), /A[\s\S]*C[\s\S]*resemblance 0\.[5-9]/);
      const only = pair.locator(".duplicate-only");
      assert.equal(await only.count(), 2);
      assert.match(await only.first().innerText(), /Nobody was hurt/);
      assert.match(await only.last().innerText(), /Three fishermen were taken to a hospital/);

      // A difference opens its place, by keyboard, with the other text beside.
      await only.last().getByRole("button").focus();
      await page.keyboard.press("Enter");
      await page.locator(".reader-beside").waitFor();
      await page.locator(".reader mark").first().waitFor();
      assert.match(await page.locator(".reader mark").first().innerText(), /^Three fishermen/);
      await page.keyboard.press("Escape");
      await page.locator(".reader").waitFor({ state: "detached" });
      await pair.getByRole("button", { name: "Read both side by side" }).click();
      await page.locator(".reader-beside").waitFor();
      assert.match(await page.locator(".reader").innerText(), /Nobody was hurt[\s\S]*Three fishermen/);
      await page.keyboard.press("Escape");

      // In groups it is said whether both are of one.
      await page.locator(".rail-compare select").selectOption({ label: "by outlet" });
      await pair.locator(".duplicate").getByText("in group 1 and group 3").waitFor();
      untroubled(troubles);
    } finally {
      await context.close();
    }
  });
});
