// What the tests of a suite share: a browser, a server, often one page. Called inside `describe`.
import { after, before } from "node:test";
import { launch, watchedPage } from "./chromium.mjs";
import { serveSite } from "./site.mjs";

/**
 * Serves a site and starts a browser before the suite's tests, and ends both after them. Returns an
 * object that holds `browser` and `server` from then on.
 */
export function withBrowser(site) {
  const held = {};
  before(async () => {
    held.server = await serveSite(site);
    held.browser = await launch();
  });
  after(async () => {
    await held.browser?.close();
    await held.server?.close();
  });
  return held;
}

/** The same with one watched page for all tests of the suite, which is given to `opened`. */
export function withPage(opened) {
  const held = withBrowser();
  before(async () => opened(await watchedPage(held.browser, held.server)));
  return held;
}
