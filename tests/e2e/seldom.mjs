// Finds the functions of the page's first part that don't run before the late part is there, for
// src/bin/split/seldom.txt: node tests/e2e/seldom.mjs FOLDER. FOLDER holds a release build split
// with --runs, and its app_functions.tsv. ('./dev late' does it all.)
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, watchedPage } from "./support/chromium.mjs";
import { serve } from "./support/server.mjs";
import { VIEWS, analysed, drawn, open, view } from "./support/views.mjs";

/** A stub takes some twenty bytes itself, and a place in the table. */
const WORTH = 40;

const folder = process.argv[2];
const LATE = /_late\.(wasm|css)/;
const NARROW = { viewport: { width: 360, height: 740 }, colorScheme: "dark" };

/** Remembers the program's exports, and which functions had run when the late part was put in. */
const watch = () => {
  const kept = { exports: null, early: null };
  window.runsUntilLate = () => {
    const runs = kept.early ?? (kept.exports === null ? [] : now());
    return runs;
  };
  const now = () => Object.entries(kept.exports)
    .filter(([name, global]) => name.startsWith("r~") && global.value === 1)
    .map(([name]) => Number(name.slice(2)));
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const plain = WebAssembly[way];
    WebAssembly[way] = async (...of) => {
      const made = await plain.apply(WebAssembly, of);
      const { exports } = made.instance ?? made;
      if ("r~0" in exports) kept.exports = exports;
      return made;
    };
  }
  const Instance = WebAssembly.Instance;
  WebAssembly.Instance = class extends Instance {
    constructor(module, imports) {
      if (imports?.first && kept.exports && kept.early === null) kept.early = now();
      super(module, imports);
    }
  };
};

const shown = async (page) => {
  await analysed(page);
  await drawn(page, view("Overview"));
  await page.waitForTimeout(300);
};
const navigate = (page, name) => page.getByRole("navigation", { name: "Views" }).getByRole("link", { name }).click();

/** What a reader may do, or meet, before the late part is there. `late`, `engine`: what becomes of them. */
const SCENES = [
  // More than once: what a table of hashes or a queue does is not the same each time.
  ...Array(3).fill({ late: "held", act: shown }),
  // The machine is slow, the engine's program too.
  { late: "held", slow: 6, act: shown },
  { late: "held", engine: "slow", act: shown },
  { late: "held", options: NARROW, act: shown },
  { late: "held", options: { viewport: { width: 2560, height: 1300 }, colorScheme: "dark" }, act: shown },
  // Looked over, with mouse, wheel, keyboard and another size of the window.
  { late: "held", act: async (page) => {
    await shown(page);
    for (let at = 0; at < 900; at += 60) await page.mouse.move(40 + at, 60 + at);
    await page.mouse.wheel(0, 600);
    for (let step = 0; step < 40; step += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Shift+Tab");
    await page.setViewportSize({ width: 700, height: 800 });
    await page.emulateMedia({ colorScheme: "dark" });
    await page.waitForTimeout(300);
  } },
  { late: "held", act: async (page) => {
    await shown(page);
    await page.keyboard.press("/");
    await page.keyboard.type("thx");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.waitForTimeout(300);
  } },
  // Each key that does something, and what is typed after it.
  ...["/", "?", "Control+k", "Control+z", "Control+y", "Escape"].map((key) => ({ late: "slow", act: async (page) => {
    await shown(page);
    await page.keyboard.press(key);
    await page.keyboard.type("go homee");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await page.waitForTimeout(2000);
  } })),
  // Links, and the field for searching.
  { late: "held", act: async (page) => {
    await shown(page);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#search").click();
    await page.keyboard.type("parliament");
    await page.waitForTimeout(300);
  } },
  // Another view is asked for.
  ...VIEWS.map(({ hash }) => ({ late: "slow", hash, act: (page) => page.waitForTimeout(2000) })),
  { late: "slow", hash: "#/nowhere?v=9", act: (page) => page.waitForTimeout(2000) },
  { late: "slow", hash: "#/overview?v=1&off=1", act: (page) => page.waitForTimeout(2000) },
  { late: "held", act: async (page) => {
    await shown(page);
    for (const { name } of VIEWS.slice(1)) {
      await navigate(page, name);
      await page.waitForTimeout(100);
    }
  } },
  // It doesn't come.
  { late: "lost", act: async (page) => {
    await shown(page);
    await navigate(page, "Keywords");
    const told = page.locator(".main [role=alert]");
    await told.waitFor();
    await told.getByRole("button", { name: "Try again" }).click();
    await page.waitForTimeout(300);
    await told.waitFor();
    await navigate(page, "Overview");
    await page.waitForTimeout(300);
  } },
  // Nor does the engine.
  { late: "lost", engine: "lost", act: async (page) => {
    await page.goto(page.url());
    const told = page.locator("[role=alert]:visible").first();
    await told.waitFor();
    const again = told.getByRole("button").first();
    if (await again.count()) await again.click();
    await page.waitForTimeout(1000);
  } },
  // A corpus of one's own is kept here.
  { late: "slow", before: async (page, address) => {
    await open(page, address("#/overview"), view("Overview"));
    await page.locator(".rail").getByRole("button", { name: "Add texts" }).click();
    const dialog = page.getByRole("dialog", { name: "Add texts" });
    await dialog.getByRole("textbox", { name: "Text" }).fill("The ministers met on Monday. They said that they would meet again.");
    await dialog.getByRole("button", { name: "Add the text" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.waitForFunction(() => document.querySelector(".corpus-line .keeping")?.textContent === "Saved");
  }, act: (page) => page.waitForTimeout(2000) },
];

const functions = readFileSync(`${folder}/app_functions.tsv`, "utf8").trimEnd().split("\n").map((line) => {
  const [number, size, name] = line.split("\t");
  return { number: Number(number), size: Number(size), name };
});
const ran = new Set();
const server = await serve(folder);
const browser = await launch();
try {
  for (const [at, { late, engine, slow, hash = "", options, before, act }] of SCENES.entries()) {
    const { page, context, address } = await watchedPage(browser, server, options);
    await before?.(page, address);
    await context.addInitScript(watch);
    await context.route(LATE, async (route) => {
      if (late === "lost") return route.abort();
      if (late === "slow") {
        await page.waitForTimeout(1500).catch(() => {});
        return route.continue().catch(() => {});
      }
      return undefined; // It never comes.
    });
    if (engine) {
      await context.route(/worker(_bg\.wasm|\.js)/, async (route) => {
        if (engine === "lost") return route.abort();
        await page.waitForTimeout(1000);
        return route.continue();
      });
    }
    if (slow) await (await context.newCDPSession(page)).send("Emulation.setCPUThrottlingRate", { rate: slow });
    await page.goto("about:blank");
    await page.goto(address(hash));
    await act(page);
    const runs = await Promise.race([
      page.evaluate(() => window.runsUntilLate()),
      new Promise((_, reject) => { setTimeout(reject, 20_000, new Error(`scene ${at + 1}: the page waits for the late part in line`)); }),
    ]);
    const known = ran.size;
    for (const number of runs) ran.add(number);
    console.error(`scene ${at + 1} of ${SCENES.length}: ${runs.length} functions ran, ${ran.size - known} of them new`);
    if (runs.length < 50) throw new Error("so few: the program isn't counted, or did not run");
    await context.unrouteAll({ behavior: "ignoreErrors" });
    await context.close();
  }
} finally {
  await browser.close();
  await server.close();
}

// Some functions share a name: late are they only together.
const names = new Map();
for (const one of functions) {
  const all = names.get(one.name) ?? { seldom: true, bytes: 0 };
  all.seldom &&= one.name !== "" && one.size >= WORTH && !ran.has(one.number);
  all.bytes += one.size;
  names.set(one.name, all);
}
const seldom = [...names].filter(([, all]) => all.seldom);
const bytes = seldom.reduce((sum, [, all]) => sum + all.bytes, 0);
console.error(`${functions.length} functions in the first part, ${ran.size} ran; ${seldom.length} names with ${bytes} bytes can come late`);
const list = fileURLToPath(new URL("../../src/bin/split/seldom.txt", import.meta.url));
const head = readFileSync(list, "utf8").split("\n").filter((line) => line.startsWith("#"));
writeFileSync(list, [...head, ...seldom.map(([name]) => name).sort(), ""].join("\n"));
