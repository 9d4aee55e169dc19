// The main journey in Firefox, over WebDriver BiDi.
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import puppeteer from "puppeteer-core";
import { SITES, serveSite } from "./support/site.mjs";
import { ARTICLES } from "./support/views.mjs";

describe("Firefox", () => {
  let browser, server;
  before(async () => {
    server = await serveSite(SITES[1]);
    browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: process.env.FIREFOX_PATH || "/usr/bin/firefox-esr",
      headless: true,
    });
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it("analyses the corpus, opens every view, a keyword's evidence, and goes back", async () => {
    const troubles = [];
    const page = await browser.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") troubles.push(message.text());
    });
    page.on("pageerror", (error) => troubles.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith(server.address) && !/^(data|blob|about):/.test(request.url())) troubles.push(`foreign request: ${request.url()}`);
    });
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(server.address);
    await page.waitForFunction((count) => document.querySelectorAll(".rail li").length === count && document.querySelector(".main .finding"), {}, ARTICLES);

    for (const [name, question] of [["Frequency", /how evenly/], ["Compare", /where do they part/], ["Methods", /computed/], ["Keywords", /apart/]]) {
      await page.evaluate((wanted) => [...document.querySelectorAll("nav a")].find((link) => link.textContent === wanted).click(), name);
      await page.waitForFunction((source) => new RegExp(source).test(document.querySelector("h1")?.textContent ?? ""), {}, question.source);
    }
    await page.waitForSelector("[role=grid] tbody button.term");
    const term = await page.$eval("[role=grid] tbody button.term", (button) => {
      button.click();
      return button.textContent;
    });
    await page.waitForSelector("aside.reader article.text mark.current");
    const marked = await page.$eval("aside.reader article.text mark.current", (mark) => mark.textContent);
    assert.equal(marked.toLowerCase().slice(0, 3), term.toLowerCase().slice(0, 3));
    await page.goBack();
    await page.waitForFunction(() => !document.querySelector("aside.reader"));
    assert.match(page.url(), /#\/keywords/);
    assert.deepEqual(troubles, []);
  });
});
