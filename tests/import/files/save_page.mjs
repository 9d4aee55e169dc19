// Saves page.html as page.mhtml, as Chromium's own 'Save as, single file' does. Needs playwright-core.
import { readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { chromium } from "playwright-core";

const here = new URL(".", import.meta.url);
const server = createServer((request, response) => {
  if (request.url !== "/bridge") return response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(readFileSync(new URL("page.html", here)));
}).listen(0, "127.0.0.1");
await new Promise((resolve) => server.once("listening", resolve));
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
await page.goto(`http://127.0.0.1:${server.address().port}/bridge`);
const session = await page.context().newCDPSession(page);
const { data } = await session.send("Page.captureSnapshot", { format: "mhtml" });
writeFileSync(new URL("page.mhtml", here), data);
await browser.close();
server.close();
