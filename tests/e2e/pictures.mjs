// Makes the README's pictures from the built page: node tests/e2e/pictures.mjs (./dev pictures builds first).
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, watchedPage } from "./support/chromium.mjs";
import { serveSite } from "./support/site.mjs";
import { open, untroubled, view } from "./support/views.mjs";

const folder = process.argv[2] ?? fileURLToPath(new URL("pictures/", import.meta.url));
mkdirSync(folder, { recursive: true });

const reader = (wanted) => async (page) => {
  await page.locator("figure.chart [data-mark]").first().click();
  await page.locator("aside.reader article.text mark.current").first().waitFor();
  await page.getByRole("heading", { level: 1, name: wanted.question }).waitFor();
};
const wordings = async (page) => {
  await page.locator(".utterances .matrix tbody tr").first().locator(".dots").first().click();
  await page.locator("#utterance-wordings .wording").first().waitFor();
  await page.waitForFunction(() => !document.querySelector(".main [aria-busy=true]"));
  await page.locator(".utterances").evaluate((section) => section.scrollIntoView({ block: "start" }));
};
const PICTURES = [
  { file: "overview", hash: "#/overview", of: view("Overview") },
  { file: "keywords", hash: "#/keywords", of: view("Keywords") },
  { file: "frequency", hash: "#/frequency", of: view("Frequency") },
  { file: "compare", hash: "#/compare", of: view("Compare") },
  { file: "quotes", hash: "#/quotes", of: view("Quotes") },
  { file: "utterance", hash: "#/quotes", of: view("Quotes"), then: wordings },
  { file: "coverage", hash: "#/coverage", of: view("Coverage") },
  { file: "corpus", hash: "#/corpus", of: view("Corpus") },
  { file: "style", hash: "#/style", of: view("Style") },
  { file: "methods", hash: "#/methods", of: view("Methods") },
  { file: "reader-dark", hash: "#/keywords", of: view("Keywords"), colorScheme: "dark", then: reader(view("Keywords")) },
  { file: "narrow", hash: "#/keywords", of: view("Keywords"), viewport: { width: 360, height: 740 } },
];

const server = await serveSite();
const browser = await launch();
try {
  for (const { file, hash, of, then, colorScheme = "light", viewport = { width: 1440, height: 900 } } of PICTURES) {
    const { page, context, troubles, address } = await watchedPage(browser, server, { colorScheme, viewport });
    await open(page, address(hash), of);
    // What comes after the first view.
    await page.locator(".rail-compare select").waitFor({ state: "attached" });
    await then?.(page);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: `${folder}/${file}.png`, animations: "disabled" });
    untroubled(troubles);
    await context.close();
    console.log(`${folder}/${file}.png`);
  }
} finally {
  await browser.close();
  await server.close();
}
