// The views as a reader meets them: where they are, what they ask, and when they are there.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** How many articles are bundled: these tests hold for any corpus of two or more. */
export const ARTICLES = readdirSync(new URL("../../../corpus/", import.meta.url)).filter((name) => name.endsWith(".txt")).length;

/** `shows`: what stands on the view once its answer is drawn. */
export const VIEWS = [
  { name: "Overview", hash: "#/overview", question: "What is in this corpus?", shows: [".main .finding"] },
  { name: "Keywords", hash: "#/keywords", question: "Which words set each article apart?", shows: [".main .finding", "[data-mark]", "[role=grid] tbody tr"] },
  { name: "Frequency", hash: "#/frequency", question: "Which words occur, how often, how evenly?", shows: [".main .finding", "[data-mark]", "[role=grid] tbody tr"] },
  { name: "Compare", hash: "#/compare", question: "What do the articles share, and where do they part?", shows: [".main .finding", "[data-mark]", "[role=grid] tbody tr"] },
  { name: "Quotes", hash: "#/quotes", question: "Who is quoted, how, and does the wording agree?", shows: [".main .finding", ".quotes-pictures [data-mark]", "[role=grid] tbody tr"] },
  { name: "Coverage", hash: "#/coverage", question: "Who and what does each outlet mention?", shows: [".main .finding", ".coverage-picture [data-mark]", "[role=grid] tbody tr"] },
  { name: "Style", hash: "#/style", question: "How is each article written?", shows: [".main .finding", ".strips [data-mark]", ".lengths [data-mark]", "[role=grid] tbody tr"] },
  { name: "Corpus", hash: "#/corpus", question: "Which texts are these?", shows: [".main .finding", "[role=grid] tbody tr"] },
  { name: "Methods", hash: "#/methods", question: "How is this computed?", shows: [".main h2"] },
];

export const view = (name) => VIEWS.find((view) => view.name === name);

/** Waits until the page has read the corpus. */
export async function analysed(page, articles = ARTICLES) {
  await page.waitForFunction((count) => document.querySelectorAll(".rail li").length === count, articles);
}

/** Waits until the view is drawn. */
export async function drawn(page, { name, question, shows }) {
  await page.waitForFunction((text) => document.querySelector("h1")?.textContent === text, question);
  for (const selector of shows) await page.locator(selector).first().waitFor({ state: "attached" });
  // Nothing on it is still being waited for.
  await page.waitForFunction(() => !document.querySelector(".main progress, .main [aria-busy=true]"));
  assert.equal(await page.locator("[role=alert]:visible").count(), 0, `${name} shows a problem`);
}

/** Opens a view by its address and waits until it is drawn. */
export async function open(page, address, wanted) {
  await page.goto(address);
  await analysed(page);
  await drawn(page, wanted);
}

/** The text of a downloaded file. */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Fails with everything the browser complained of. */
export function untroubled(troubles) {
  assert.deepEqual(troubles, [], "the browser complained");
}
