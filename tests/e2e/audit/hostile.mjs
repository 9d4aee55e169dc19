// How long files made to break a reader keep the page waiting: each is added to the built page on its own.
// The files come from the native tests: see `are_written` in tests/import/hostile.rs. Prints the slowest and says
// which miss the goal; no test, for other work on the machine changes the figures.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { launch, watchedPage } from "../support/chromium.mjs";
import { serveSite } from "../support/site.mjs";
import { open, view } from "../support/views.mjs";

const GOAL_MS = 2000;
const folder = process.argv[2];
if (!folder) {
  console.error("Say where the files are: node tests/e2e/audit/hostile.mjs FOLDER (tests/import/hostile.rs writes them).");
  process.exit(2);
}
const files = readdirSync(folder)
  .sort((a, b) => a - b)
  .map((number) => join(folder, number, readdirSync(join(folder, number))[0]));

const server = await serveSite();
const browser = await launch();
const figures = [];
const troubles = [];
const { page, context, address, troubles: seen } = await watchedPage(browser, server, { forgive: [/importer|import_bg/] });
try {
  await open(page, address("#/corpus"), view("Corpus"));
  const dialog = page.getByRole("dialog", { name: "Add texts" });
  for (const file of files) {
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    await dialog.waitFor();
    const begun = performance.now();
    await dialog.locator("input[type=file]").first().setInputFiles(file);
    await page.waitForFunction(() => (document.querySelector(".import-sum") || document.querySelector(".saved-corpus")) && !document.querySelector(".import .progress"), undefined, { timeout: 60_000 });
    const said = await page.locator(".import").innerText();
    figures.push({ file, ms: Math.round(performance.now() - begun), said: said.match(/\d[^\n]*to add[^\n]*/)?.[0] ?? "a saved corpus" });
    // The page is alive: its dialog closes by its own key.
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  }
  troubles.push(...seen);
} finally {
  await context.close();
  await browser.close();
  await server.close();
}
figures.sort((a, b) => b.ms - a.ms);
for (const { file, ms, said } of figures.slice(0, 12)) console.log(`${String(ms).padStart(6)} ms  ${file.slice(folder.length)}: ${said}`);
const slow = figures.filter(({ ms }) => ms > GOAL_MS).length;
console.log(`${figures.length} files, median ${figures[figures.length >> 1].ms} ms; ${slow} above ${GOAL_MS} ms.`);
for (const trouble of troubles) console.log(trouble);
process.exitCode = slow === 0 && troubles.length === 0 ? 0 : 1;
