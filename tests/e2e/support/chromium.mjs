// Chromium, watched: whatever a reader's browser would complain of is collected, and fails the test.
import { chromium } from "playwright-core";

export const CHROMIUM = process.env.CHROME_PATH || "/usr/bin/chromium";
export const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Starts a headless Chromium. */
export const launch = () => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

/**
 * Opens a fresh context and page and watches it. Returns { page, context, troubles, address(hash) }.
 * `troubles` fills with violations of the content policy, console errors, uncaught errors, failed
 * or foreign requests and bad statuses; expected ones can be let through by `forgive`, a list of
 * regular expressions.
 */
export async function watchedPage(browser, site, options = {}) {
  const { forgive = [], ...contextOptions } = options;
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: "en-GB",
    reducedMotion: "reduce",
    acceptDownloads: true,
    // Kept files would answer for the server: only who asks for it has the page kept.
    serviceWorkers: "block",
    ...contextOptions,
  });
  const troubles = [];
  const trouble = (text) => {
    if (!forgive.some((pattern) => pattern.test(text))) troubles.push(text);
  };
  const origin = new URL(site.address).origin;
  context.on("request", (request) => {
    const url = request.url();
    const own = url.startsWith(site.address) || /^(data|blob):/.test(url);
    if (!own) trouble(`request outside the page's own files: ${url}`);
    if (own && url.startsWith("http") && new URL(url).origin !== origin) trouble(`foreign request: ${url}`);
  });
  context.on("requestfailed", (request) => {
    // A page that is left while it loads drops its requests: no fault of the page.
    const why = request.failure()?.errorText;
    if (why !== "net::ERR_ABORTED") trouble(`request failed (${why}): ${request.url()}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) trouble(`status ${response.status()}: ${response.url()}`);
  });
  context.on("console", (message) => {
    if (["error", "assert"].includes(message.type()) || /Content Security Policy/i.test(message.text())) {
      trouble(`console ${message.type()}: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => trouble(`uncaught: ${error.error().stack ?? error.error()}`));
  await context.exposeBinding("reportViolation", (_source, text) => trouble(`content policy: ${text}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.effectiveDirective} forbids ${event.blockedURI} (${event.sourceFile}:${event.lineNumber}) ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  page.on("crash", () => trouble("the page crashed"));
  return { page, context, troubles, address: (hash = "") => site.address + hash };
}
