// The two builds under test: './dev test' makes them before it starts the tests.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";

const built = fileURLToPath(new URL("../../../.tools/site/", import.meta.url));

/** The build for a site of its own, and the one for a project's folder on GitHub Pages. */
export const SITES = [
  { name: "under /", folder: `${built}root`, base: "/" },
  { name: "under /parallax/", folder: `${built}parallax`, base: "/parallax/" },
];

/** Serves one of SITES. */
export async function serveSite(site = SITES[0], headers) {
  if (!existsSync(`${site.folder}/index.html`)) {
    throw new Error(`There is no built page in ${site.folder}. Run './dev test page', which makes it.`);
  }
  return serve(site.folder, site.base, headers);
}
